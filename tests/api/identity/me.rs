//! My own account.
use chrono::Duration;
use serde_json::{Value, json};
use shared::{
    identity::{Language, Me},
    permission::{Permission, Role},
};
use tests::{Actor, TestApp};

use super::{events_of, me};

const NEW: &str = "seven brown horses at noon";

fn wrong(pointer: &str, code: &str) -> Vec<(String, String)> {
    vec![(pointer.to_owned(), code.to_owned())]
}

async fn change(app: &TestApp, who: &Actor, body: &Value) -> tests::Answer {
    let version = me(app, who).await.version;
    app.patch(who, "/me", body).if_match(version).await
}

#[actix_web::test]
async fn i_see_who_i_am_and_what_i_may() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let officer = app.officer("baku").await;

    let answer = app.get(&kamran, "/me").await;
    let tag = answer.header("etag").unwrap().to_owned();
    let host: Me = answer.ok();
    let officer = me(&app, &officer).await;

    assert_eq!(tag, format!("\"{}\"", host.version));
    assert_eq!(
        (host.email.as_str(), host.roles, host.department),
        ("kamran@example.az", vec![Role::Host], None)
    );
    assert_eq!(host.permissions, Role::Host.permissions());
    assert_eq!(host.party.unwrap().fin.as_deref(), Some("94FMDDD"));
    assert_eq!((officer.roles, officer.department.as_deref()), (vec![Role::Officer], Some("baku")));
    assert!(officer.permissions.contains(&Permission::PremisesDecide) && officer.party.is_none());
}

#[actix_web::test]
async fn name_telephone_and_language_change_without_the_password() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let before = me(&app, &kamran).await;
    app.forward(Duration::seconds(1));
    let body = json!({ "name": " Kamran Əliyev ", "phone": "+994501234567", "language": "ru" });

    let answer = app.patch(&kamran, "/me", &body).if_match(before.version).await;

    let tag = answer.header("etag").unwrap().to_owned();
    let after: Me = answer.ok();
    assert_eq!(tag, format!("\"{}\"", after.version));
    assert!(after.version > before.version);
    assert_eq!(
        (after.name.as_str(), after.phone.as_deref(), after.language, &after.email),
        ("Kamran Əliyev", Some("+994501234567"), Language::Ru, &before.email)
    );
    // The telephone is a way to reach me (A13).
    assert_eq!(app.outbox().await, ["contact_changed"]);
    app.run_outbox().await;
    assert_eq!(events_of(&app, after.id).await.last().unwrap(), "contact_changed");
}

#[actix_web::test]
async fn what_i_have_seen_must_be_said_and_be_current() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let version = me(&app, &kamran).await.version;
    let body = json!({ "name": "Kamran Əliyev" });

    let unsaid = app.patch(&kamran, "/me", &body).await.refused();
    let stale = app.patch(&kamran, "/me", &body).if_match(version - 1).await.refused();
    let foreign = app.patch(&kamran, "/me", &body).header("if-match", "W/\"1\"").await.refused();
    let any = app.patch(&kamran, "/me", &body).header("if-match", "*").await;

    assert_eq!(unsaid, (428, "precondition_required".to_owned()));
    assert_eq!(stale, (412, "stale".to_owned()));
    assert_eq!(foreign, (412, "stale".to_owned()));
    assert_eq!(any.status, 200);
}

#[actix_web::test]
async fn a_new_password_needs_the_current_one_and_ends_other_sessions() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let phone = kamran.elsewhere(&kamran.device);
    app.sign_in(&phone).await;

    app.forward(Duration::seconds(1));
    let missing = change(&app, &kamran, &json!({ "password": NEW })).await.wrong_fields();
    let body = json!({ "password": NEW, "current_password": "not the right password" });
    let guessed = change(&app, &kamran, &body).await.wrong_fields();
    assert_eq!(missing, wrong("/current_password", "required"));
    assert_eq!(guessed, wrong("/current_password", "password_wrong"));
    assert_eq!(app.get(&phone, "/me").await.status, 200);

    app.forward(Duration::seconds(1));
    let body = json!({ "password": NEW, "current_password": kamran.password });
    let after: Me = change(&app, &kamran, &body).await.ok();

    assert_eq!(app.get(&phone, "/me").await.status, 401);
    assert_eq!(app.get(&kamran, "/me").await.status, 200);
    assert_eq!(app.outbox().await, ["password_changed"]);
    app.run_outbox().await;
    let events = events_of(&app, after.id).await;
    assert_eq!(events[events.len() - 2..], ["sign_in_failed", "password_changed"]);
    let old = json!({ "email": kamran.email, "password": kamran.password });
    assert_eq!(app.post(&Actor::nobody(), "/auth/sign-in", &old).await.status, 401);
    let new = json!({ "email": kamran.email, "password": NEW });
    assert_eq!(app.post(&Actor::nobody(), "/auth/sign-in", &new).await.status, 200);
}

#[actix_web::test]
async fn guessing_the_current_password_waits_as_signing_in_does() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let before = app.count("failed_try").await;
    let guess = json!({ "password": NEW, "current_password": "not the right password" });
    for _ in 0..5 {
        change(&app, &kamran, &guess).await.wrong_fields();
    }

    let right = json!({ "password": NEW, "current_password": kamran.password });
    assert_eq!(change(&app, &kamran, &right).await.refused(), (429, "throttled".to_owned()));
    let sign_in = json!({ "email": kamran.email, "password": kamran.password });
    assert_eq!(app.post(&Actor::nobody(), "/auth/sign-in", &sign_in).await.status, 429);

    app.forward(Duration::seconds(1));
    assert_eq!(change(&app, &kamran, &right).await.status, 200);
    assert_eq!(app.count("failed_try").await, before);
    app.run_outbox().await;
}

#[actix_web::test]
async fn what_is_not_fit_or_not_mine_to_set_is_told() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let proven = kamran.password.clone();

    for (body, pointer, code) in [
        (
            json!({ "password": "passwordpassword", "current_password": proven }),
            "/password",
            "password_common",
        ),
        (json!({ "password": "too short", "current_password": proven }), "/password", "password_length"),
        (json!({ "email": "nobody", "current_password": proven }), "/email", "email"),
        (json!({ "name": "   " }), "/name", "text_length"),
        (json!({ "phone": "0501234567" }), "/phone", "phone"),
        (json!({ "language": "tr" }), "/language", "not_a_choice"),
        (json!({ "roles": ["administrator"] }), "/roles", "unknown_field"),
        (json!({ "version": 7 }), "/version", "unknown_field"),
    ] {
        assert_eq!(change(&app, &kamran, &body).await.wrong_fields(), wrong(pointer, code), "{body}");
    }
}

#[actix_web::test]
async fn nobody_has_no_account() {
    let app = TestApp::start().await;
    let nobody = Actor::nobody();

    for answer in [
        app.get(&nobody, "/me").await,
        app.get(&nobody, "/me/sessions").await,
        app.patch(&nobody, "/me", &json!({})).if_match(1).await,
        app.delete(&nobody, "/me/sessions").await,
    ] {
        assert_eq!(answer.refused(), (401, "unauthenticated".to_owned()));
    }
}
