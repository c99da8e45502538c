//! Who may come in, and what they may do to accounts.
mod clients;
mod email;
mod me;
mod oauth;
mod reset;
mod sessions;
mod sign_in;
mod sign_up;
mod staff;
mod staff_rights;

use shared::{identity::Me, problem::Problem};
use tests::{Actor, Answer, TestApp};

/// Names of the headers of an answer, but the id of the request.
fn names(answer: &Answer) -> Vec<String> {
    let names = answer.headers.keys().filter(|name| name.as_str() != "x-request-id");
    let mut names: Vec<_> = names.map(ToString::to_string).collect();
    names.sort();
    names
}

/// What somebody else could compare: all but the id of the request.
#[track_caller]
fn same_answer(one: Answer, other: Answer) {
    assert_eq!(names(&one), names(&other));
    let anonymous = |answer: Answer| Problem { request_id: String::new(), ..answer.problem() };
    assert_eq!(anonymous(one), anonymous(other));
}

async fn me(app: &TestApp, who: &Actor) -> Me {
    app.get(who, "/me").await.ok()
}

/// Kinds of the security events of an account. Those of one moment have no order: move the clock between acts.
async fn events_of(app: &TestApp, account: shared::ids::AccountId) -> Vec<String> {
    #[derive(sea_orm::FromQueryResult)]
    struct Row {
        kind: String,
    }
    let sql = "select kind from security_event where account = $1 order by at, id";
    let rows: Vec<Row> = app.rows(sql, vec![account.into()]).await;
    rows.into_iter().map(|row| row.kind).collect()
}
