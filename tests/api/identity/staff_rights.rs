//! Changing colleagues' rights: what works at once, and what nobody may.
use chrono::Duration;
use serde_json::{Value, json};
use shared::{
    ids::AccountId,
    page::Page,
    permission::Role,
    staff::{StaffRole, StaffRow},
};
use tests::{Actor, Answer, TestApp};

use super::{events_of, me};

const NEW: &str = "seven brown horses at noon";

/// The colleague as the list shows them now.
async fn row(app: &TestApp, administrator: &Actor, id: AccountId) -> StaffRow {
    let page: Page<StaffRow> = app.get(administrator, "/staff").await.ok();
    page.items.into_iter().find(|row| row.id == id).unwrap()
}

async fn change(app: &TestApp, administrator: &Actor, id: AccountId, body: &Value) -> Answer {
    let version = row(app, administrator, id).await.version;
    app.patch(administrator, &format!("/staff/{id}"), body).if_match(version).await
}

/// The administrator who came by the command.
async fn first(app: &TestApp, other: &Actor) -> AccountId {
    let page: Page<StaffRow> = app.get(other, "/staff").await.ok();
    page.items.iter().find(|row| row.name == "First").unwrap().id
}

#[actix_web::test]
async fn a_changed_role_works_at_once() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let officer = app.officer("baku").await;
    let id = me(&app, &officer).await.id;
    assert_eq!(app.get(&officer, "/premises").await.status, 200);

    let answer = change(&app, &administrator, id, &json!({ "roles": ["administrator"] })).await;

    assert_eq!(answer.header("etag"), Some("\"2\""));
    assert_eq!(answer.ok::<StaffRow>().roles, [StaffRole::Administrator]);
    assert_eq!(app.get(&officer, "/premises").await.refused(), (401, "unauthenticated".to_owned()));
    assert_eq!(app.act(&officer, "/auth/refresh").await.status, 401);
    app.sign_in(&officer).await;
    assert_eq!(me(&app, &officer).await.roles, [Role::Administrator]);
    assert_eq!(app.get(&officer, "/premises").await.status, 403);
    assert!(events_of(&app, id).await.contains(&"role_changed".to_owned()));
}

#[actix_web::test]
async fn another_department_ends_the_sessions_too() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let officer = app.officer("baku").await;
    let id = me(&app, &officer).await.id;

    let moved: StaffRow = change(&app, &administrator, id, &json!({ "department": "ganja" })).await.ok();

    assert_eq!(moved.department, "ganja");
    assert_eq!(app.get(&officer, "/me").await.status, 401);
    app.sign_in(&officer).await;
    assert_eq!(me(&app, &officer).await.department.as_deref(), Some("ganja"));
}

#[actix_web::test]
async fn a_closed_account_lets_nobody_in_until_it_is_opened_again() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let officer = app.officer("baku").await;
    let id = me(&app, &officer).await.id;
    app.post(&officer, "/auth/reset", &json!({ "email": officer.email })).await.done();
    let link = app.link_for(&officer.email).await;

    app.forward(Duration::seconds(1));
    let closed: StaffRow = change(&app, &administrator, id, &json!({ "disabled": true })).await.ok();

    assert!(closed.disabled);
    assert_eq!(app.get(&officer, "/me").await.status, 401);
    let sign_in = json!({ "email": officer.email, "password": officer.password });
    assert_eq!(
        app.post(&officer, "/auth/sign-in", &sign_in).await.refused(),
        (401, "wrong_password".to_owned())
    );
    assert_eq!(app.set_password(&officer, &link, NEW).await.status, 404);
    assert!(events_of(&app, id).await.contains(&"staff_disabled".to_owned()));

    let open: StaffRow = change(&app, &administrator, id, &json!({ "disabled": false })).await.ok();
    assert!(!open.disabled);
    app.sign_in(&officer).await;
    assert_eq!(me(&app, &officer).await.id, id);
}

#[actix_web::test]
async fn nobody_changes_their_own_roles() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let id = me(&app, &administrator).await.id;

    for body in [
        json!({ "roles": ["administrator", "officer"] }),
        json!({ "department": "baku" }),
        json!({ "disabled": true }),
    ] {
        let refused = change(&app, &administrator, id, &body).await.refused();
        assert_eq!(refused, (409, "staff_own_roles".to_owned()), "{body}");
    }
    assert_eq!(change(&app, &administrator, id, &json!({ "roles": ["administrator"] })).await.status, 200);
}

#[actix_web::test]
async fn the_last_administrator_stays() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let own = me(&app, &administrator).await.id;
    let other = first(&app, &administrator).await;
    let _: StaffRow = change(&app, &administrator, other, &json!({ "disabled": true })).await.ok();

    for body in [json!({ "roles": ["officer"] }), json!({ "disabled": true })] {
        let refused = change(&app, &administrator, own, &body).await.refused();
        assert_eq!(refused, (409, "staff_last_administrator".to_owned()), "{body}");
    }
}

#[actix_web::test]
async fn of_two_administrators_who_close_each_other_at_once_one_stays() {
    let app = TestApp::start().await;
    let one = app.administrator().await;
    let other = app.administrator().await;
    let (one_id, other_id) = (me(&app, &one).await.id, me(&app, &other).await.id);
    let first = first(&app, &one).await;
    let _: StaffRow = change(&app, &one, first, &json!({ "disabled": true })).await.ok();
    let close = json!({ "disabled": true });

    let (a, b) = futures_util::future::join(
        app.patch(&one, &format!("/staff/{other_id}"), &close).if_match(1).into_future(),
        app.patch(&other, &format!("/staff/{one_id}"), &close).if_match(1).into_future(),
    )
    .await;

    let mut statuses = [a.status.as_u16(), b.status.as_u16()];
    statuses.sort_unstable();
    assert!(matches!(statuses, [200, 401 | 409]), "{statuses:?}");
    assert_eq!(app.count("staff where disabled_at is null").await, 1);
}

#[actix_web::test]
async fn work_is_handed_over_within_the_department() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let officer = app.officer("baku").await;
    let (id, deputy) = (me(&app, &officer).await.id, me(&app, &app.officer("baku").await).await.id);
    let away = me(&app, &app.officer("ganja").await).await.id;
    let host = me(&app, &app.host("kamran").await).await.id;

    for unfit in [id, away, host] {
        let refused = change(&app, &administrator, id, &json!({ "hand_over_to": unfit })).await.refused();
        assert_eq!(refused, (409, "staff_deputy_unfit".to_owned()));
    }
    let handed: StaffRow = change(&app, &administrator, id, &json!({ "hand_over_to": deputy })).await.ok();
    assert_eq!(handed.deputy, Some(deputy));
    assert!(handed.deputy_name.unwrap().starts_with("officer"));
    // Whose work it is does not change what they may do.
    assert_eq!(app.get(&officer, "/me").await.status, 200);

    // A deputy is taken away as simply as named.
    let ended: StaffRow = change(&app, &administrator, id, &json!({ "end_hand_over": true })).await.ok();
    assert_eq!((ended.deputy, ended.deputy_name), (None, None));
    let named: StaffRow = change(&app, &administrator, id, &json!({ "hand_over_to": deputy })).await.ok();
    assert_eq!(named.deputy, Some(deputy));

    // Whoever leaves answers for nobody's work any more.
    let _: StaffRow = change(&app, &administrator, deputy, &json!({ "disabled": true })).await.ok();
    assert_eq!(row(&app, &administrator, id).await.deputy, None);
    let refused = change(&app, &administrator, id, &json!({ "hand_over_to": deputy })).await.refused();
    assert_eq!(refused, (409, "staff_deputy_unfit".to_owned()));
}

#[actix_web::test]
async fn a_reset_ends_the_sessions_and_sends_a_link() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let officer = app.officer("baku").await;
    let id = me(&app, &officer).await.id;

    let _: StaffRow = change(&app, &administrator, id, &json!({ "reset": true })).await.ok();

    assert_eq!(app.get(&officer, "/me").await.status, 401);
    assert_eq!(app.outbox().await, ["staff_reset"]);
    let first = app.link_for(&officer.email).await;
    // A second link makes the first one worthless.
    let _: StaffRow = change(&app, &administrator, id, &json!({ "reset": true })).await.ok();
    let second = app.link_for(&officer.email).await;
    assert_eq!(app.set_password(&officer, &first, NEW).await.status, 404);
    app.forward(Duration::hours(23));
    app.set_password(&officer, &second, NEW).await.done();
    app.run_outbox().await;
}

#[actix_web::test]
async fn whoever_never_came_is_invited_again() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let form = json!({ "name": "Nigar", "email": "nigar@migration.example.az", "department": "baku",
        "roles": ["officer"], "language": "az" });
    let nigar: StaffRow = app.post(&administrator, "/staff", &form).await.ok();
    app.run_outbox().await;

    let _: StaffRow = change(&app, &administrator, nigar.id, &json!({ "reset": true })).await.ok();

    assert_eq!(app.outbox().await, ["invitation"]);
    let token = app.link_for(&nigar.email).await;
    app.with_password("nigar", &nigar.email, &token).await;
}

#[actix_web::test]
async fn what_was_seen_must_be_said_and_be_current() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let officer = me(&app, &app.officer("baku").await).await.id;
    let body = json!({ "department": "ganja" });
    let path = format!("/staff/{officer}");

    let unsaid = app.patch(&administrator, &path, &body).await.refused();
    let stale = app.patch(&administrator, &path, &body).if_match(7).await.refused();
    let _: StaffRow = app.patch(&administrator, &path, &body).if_match(1).await.ok();
    let again = app.patch(&administrator, &path, &body).if_match(1).await.refused();

    assert_eq!(unsaid, (428, "precondition_required".to_owned()));
    assert_eq!(stale, (412, "stale".to_owned()));
    assert_eq!(again, (412, "stale".to_owned()));
}

#[actix_web::test]
async fn who_is_no_colleague_is_not_there() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let host = me(&app, &app.host("kamran").await).await.id;

    for id in [host.to_string(), "01999999-0000-7000-8000-000000000000".to_owned()] {
        let refused =
            app.patch(&administrator, &format!("/staff/{id}"), &json!({ "disabled": true })).if_match(1);
        assert_eq!(refused.await.refused(), (404, "not_found".to_owned()), "{id}");
    }
    let officer = me(&app, &app.officer("baku").await).await.id;
    let wrong =
        change(&app, &administrator, officer, &json!({ "department": "nakhchivan" })).await.wrong_fields();
    assert_eq!(wrong, [("/department".to_owned(), "department_unknown".to_owned())]);
    let wrong = change(&app, &administrator, officer, &json!({ "email": "x@y.az" })).await.wrong_fields();
    assert_eq!(wrong, [("/email".to_owned(), "unknown_field".to_owned())]);
}
