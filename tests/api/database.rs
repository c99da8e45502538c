//! The databases as the service uses them: set as they should be, away and back, colliding, with a clock that errs.
use std::sync::atomic::{AtomicUsize, Ordering};

use api::{db::Sql, error::ApiError, http::call::Actor as Job};
use futures_util::future::join_all;
use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use shared::{
    page::Page,
    registrations::{RegistrationRow, RegistrationView},
    texts::{self, Lang},
};
use tests::{Actor, TestApp, given, on_postgres};

#[derive(FromQueryResult)]
struct Setting {
    value: String,
}

/// A setting on the connection that writes and on one that reads.
async fn settings(app: &TestApp, sql: &str) -> [String; 2] {
    let job = Job::service("test", "settings");
    let written: Option<Setting> =
        app.state.act(&job, async |tx| tx.find(sql, Vec::new()).await).await.unwrap();
    let read: Vec<Setting> = app.rows(sql, Vec::new()).await;
    [written.unwrap().value, read.into_iter().next().unwrap().value]
}

#[actix_web::test]
async fn connections_are_set_so_that_nothing_acknowledged_is_lost_and_nothing_waits_for_ever() {
    let app = TestApp::start().await;

    if on_postgres() {
        for (name, value) in [("statement_timeout", "10s"), ("lock_timeout", "5s")] {
            let sql = format!("select current_setting('{name}') as value");
            let told = join_all((0..8).map(|_| settings(&app, &sql))).await;
            assert!(told.iter().all(|told| told == &[value, value]), "{name}: {told:?}");
        }
        return;
    }
    for (name, column, written, read) in [
        ("journal_mode", "journal_mode", "wal", "wal"),
        // FULL: a commit is on the disk before it is answered.
        ("synchronous", "synchronous", "2", "2"),
        ("foreign_keys", "foreign_keys", "1", "1"),
        ("busy_timeout", "timeout", "5000", "5000"),
        ("query_only", "query_only", "0", "1"),
    ] {
        let sql = format!("select cast({column} as text) as value from pragma_{name}");
        let told = join_all((0..8).map(|_| settings(&app, &sql))).await;
        assert!(told.iter().all(|told| told == &[written, read]), "{name}: {told:?}");
    }
}

/// Raises what PostgreSQL raises when it asks for another try.
fn raise(code: &str) -> String {
    // In any language: the code counts.
    format!("do $$ begin raise exception 'hələ yox' using errcode = '{code}'; end $$")
}

#[actix_web::test]
async fn an_act_that_the_database_refuses_for_now_is_tried_three_times() {
    if !on_postgres() {
        return;
    }
    let app = TestApp::start().await;
    let job = Job::service("test", "collides");

    for (code, failures, tries) in [("40001", 2, 3), ("40P01", 1, 2), ("40001", 9, 3), ("22003", 9, 1)] {
        let tried = AtomicUsize::new(0);
        let outcome = app.state.act(&job, async |tx| {
            let before = tried.fetch_add(1, Ordering::SeqCst);
            assert_eq!(tx.again, before > 0);
            if before < failures {
                tx.run(&raise(code), Vec::new()).await?;
            }
            Ok::<(), ApiError>(())
        });
        assert_eq!((outcome.await.is_ok(), tried.into_inner()), (failures < tries, tries), "{code}");
    }
}

#[actix_web::test]
async fn two_acts_that_wait_for_each_other_both_come_through() {
    if !on_postgres() {
        return;
    }
    let app = TestApp::start().await;
    let job = Job::service("test", "deadlock");
    let turns = AtomicUsize::new(0);
    let met = tokio::sync::Barrier::new(2);
    let lock = async |first: i64, second: i64| {
        app.state
            .act(&job, async |tx| {
                let first_turn = turns.fetch_add(1, Ordering::SeqCst) < 2;
                tx.run("select pg_advisory_xact_lock($1)", vec![first.into()]).await?;
                if first_turn {
                    met.wait().await;
                }
                tx.run("select pg_advisory_xact_lock($1)", vec![second.into()]).await
            })
            .await
    };

    let (one, other) = tokio::join!(lock(1, 2), lock(2, 1));

    assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
    assert_eq!(turns.into_inner(), 3);
}

#[actix_web::test]
async fn while_the_database_is_away_answers_say_so_and_nobody_has_to_start_anything_again() {
    if !on_postgres() {
        return;
    }
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;

    app.database_goes_away().await;
    app.until("the service knows", async || app.get(&Actor::nobody(), "/readyz").await.status == 503).await;
    for language in Lang::ALL {
        let answer = app.get(&host, "/premises").language(language.code()).await;
        assert_eq!(answer.header("retry-after"), Some("5"));
        assert_eq!(answer.header("content-language"), Some(language.code()));
        let problem = answer.problem();
        assert_eq!((problem.status, problem.code.as_str()), (503, "unavailable"));
        assert_eq!(problem.title, texts::embedded(language).say("problem-unavailable", &[]));
    }
    let new = given::registration(premises.id);
    let refused = app.post(&host, "/registrations", &new).key("while-it-is-away").await.refused();
    let alive = app.get(&Actor::nobody(), "/healthz").await.status;
    app.database_comes_back().await;

    assert_eq!((refused, alive.as_u16()), ((503, "unavailable".into()), 200));
    app.until("it is ready", async || app.get(&Actor::nobody(), "/readyz").await.status == 200).await;
    let list = async || app.get(&host, "/premises").await.status == 200;
    app.until("it reads", list).await;
    let register =
        async || app.post(&host, "/registrations", &new).key("while-it-is-away").await.status == 201;
    app.until("it writes", register).await;
    assert_eq!(app.count("registration").await, 1);
}

#[actix_web::test]
async fn a_clock_that_goes_back_breaks_neither_order_nor_numbers() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    app.forward(chrono::Duration::minutes(10));
    let first = app.registered(&host, &given::registration_number(premises.id, 1)).await;
    let second = app.registered(&host, &given::registration_number(premises.id, 2)).await;

    app.forward(-chrono::Duration::hours(1));
    app.sign_in(&host).await;
    let path = format!("/registrations/{}", first.id);
    let body = json!({ "room": "14" });
    let corrected: RegistrationView =
        app.post(&host, &format!("{path}/correction"), &body).if_match(1).await.ok();
    let third = app.registered(&host, &given::registration_number(premises.id, 3)).await;
    let body = json!({ "left_on": "2026-11-23" });
    let departed: RegistrationView =
        app.post(&host, &format!("{path}/departure"), &body).if_match(2).await.ok();

    // The journal is ordered by its numbers, and says honestly when each was written.
    assert_eq!((corrected.version, departed.version), (2, 3));
    let shown: RegistrationView = app.get(&host, &path).await.ok();
    assert_eq!(shown.events.iter().map(|event| event.seq).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(shown.events[1].at < shown.events[0].at);
    assert_eq!(shown, departed);
    let mut numbers = [&first.number, &second.number, &third.number];
    numbers.sort();
    assert!(numbers[0] < numbers[1] && numbers[1] < numbers[2]);

    // Nobody is lost from a list that is read page by page, and what waits for a person still goes out in order.
    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let page: Page<RegistrationRow> =
            app.get(&host, &format!("/registrations?view=all&limit=1{cursor}")).await.ok();
        seen.extend(page.items.iter().map(|row| row.id));
        let Some(next) = page.next else { break };
        cursor = format!("&cursor={next}");
    }
    let mut all =
        [(first.registered_at, first.id), (second.registered_at, second.id), (third.registered_at, third.id)];
    all.sort_by(|one, other| other.cmp(one));
    assert_eq!(seen, all.map(|(_, id)| id));
    let me: Value = app.get(&host, "/me").await.ok();
    assert_eq!(me["counts"]["in_force"], json!(2));
    app.run_outbox().await;
}

#[actix_web::test]
async fn messages_keep_their_order_when_the_clock_goes_back() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let asked = [app.premises(&host).await, app.premises(&host).await];
    app.run_outbox().await;
    let before = app.mail_to(&host.email).await.len();
    let confirm = async |at: usize| {
        let path = format!("/premises/{}/confirmation", asked[at].id);
        app.act(&officer, &path).if_match(1).await.ok::<Value>();
    };

    confirm(0).await;
    app.forward(-chrono::Duration::minutes(5));
    app.sign_in(&officer).await;
    confirm(1).await;
    let early = app.run_outbox().await;
    app.forward(chrono::Duration::minutes(5));
    app.run_outbox().await;

    // The second waits for the first, which waits for its moment.
    assert_eq!((early, app.mail_to(&host.email).await.len()), (0, before + 2));
}
