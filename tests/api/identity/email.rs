//! A new address of an account.
use chrono::Duration;
use serde_json::json;
use shared::{identity::Me, identity::PartyKind};
use tests::{Actor, Answer, TestApp};

use super::{events_of, me, same_answer};

const NEW: &str = "k.aliyev@example.az";

async fn ask(app: &TestApp, who: &Actor, email: &str) -> Answer {
    let version = me(app, who).await.version;
    let body = json!({ "email": email, "current_password": who.password });
    app.patch(who, "/me", &body).if_match(version).await
}

async fn enter(app: &TestApp, who: &Actor, code: &str) -> Answer {
    app.post(who, "/me/email/confirmation", &json!({ "code": code })).await
}

fn wrong_code() -> Vec<(String, String)> {
    vec![("/code".to_owned(), "confirmation_code".to_owned())]
}

/// Another code than this one.
fn other_than(code: &str) -> &'static str {
    if code == "000000" { "111111" } else { "000000" }
}

async fn status_of(app: &TestApp, email: &str, password: &str) -> u16 {
    let form = json!({ "email": email, "password": password });
    app.post(&Actor::nobody(), "/auth/sign-in", &form).await.status.as_u16()
}

#[actix_web::test]
async fn a_new_address_waits_for_the_code_that_is_sent_to_it() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let phone = kamran.elsewhere(&kamran.device);
    app.sign_in(&phone).await;
    // A link that was sent to the old address opens nothing afterwards.
    app.post(&kamran, "/auth/reset", &json!({ "email": kamran.email })).await.done();
    app.link_for(&kamran.email).await;
    app.forward(Duration::seconds(1));

    let asked: Me = ask(&app, &kamran, NEW).await.ok();

    assert_eq!((asked.email.as_str(), asked.email_pending.as_deref()), (kamran.email.as_str(), Some(NEW)));
    assert_eq!(app.outbox().await, ["confirm"]);
    let code = app.code_for(NEW).await;
    assert_eq!(status_of(&app, NEW, &kamran.password).await, 401);
    assert_eq!(status_of(&app, &kamran.email, &kamran.password).await, 200);
    assert_eq!(app.get(&phone, "/me").await.status, 200);
    assert!(!events_of(&app, asked.id).await.contains(&"contact_changed".to_owned()));

    app.forward(Duration::seconds(1));
    enter(&app, &kamran, &code).await.done();

    let after = me(&app, &kamran).await;
    assert_eq!((after.email.as_str(), after.email_pending), (NEW, None));
    assert!(after.version > asked.version);
    assert_eq!(app.get(&phone, "/me").await.status, 401);
    assert_eq!(events_of(&app, after.id).await.last().unwrap(), "contact_changed");
    assert_eq!(app.count("reset_link where used_at is null").await, 0);
    assert_eq!(app.outbox().await, ["contact_changed"]);
    app.run_outbox().await;
    assert_eq!(app.mail_to(NEW).await.len(), 1, "the code");
    assert_eq!(app.mail_to(&kamran.email).await.len(), 3, "code, link, and this");
    assert_eq!(status_of(&app, &kamran.email, &kamran.password).await, 401);
    assert_eq!(status_of(&app, "K.Aliyev@example.az", &kamran.password).await, 200);
    // A code works once.
    assert_eq!(enter(&app, &kamran, &code).await.wrong_fields(), wrong_code());
}

#[actix_web::test]
async fn a_new_address_needs_the_current_password() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let version = me(&app, &kamran).await.version;

    let alone = app.patch(&kamran, "/me", &json!({ "email": NEW })).if_match(version).await.wrong_fields();
    let body = json!({ "email": NEW, "current_password": "not the right password" });
    let guessed = app.patch(&kamran, "/me", &body).if_match(version).await.wrong_fields();

    assert_eq!(alone, [("/current_password".to_owned(), "required".to_owned())]);
    assert_eq!(guessed, [("/current_password".to_owned(), "password_wrong".to_owned())]);
    assert_eq!(app.outbox().await, [""; 0]);
}

#[actix_web::test]
async fn an_address_in_use_is_answered_as_a_free_one_and_the_mail_tells() {
    let app = TestApp::start().await;
    let (kamran, rauf) = (app.host("kamran").await, app.host("rauf").await);
    let leyla = app.host("leyla").await;

    let taken: Me = ask(&app, &kamran, "LEYLA@example.az").await.ok();
    let free: Me = ask(&app, &rauf, "new@example.az").await.ok();

    assert_eq!(taken.email_pending.as_deref(), Some("LEYLA@example.az"));
    assert_eq!((taken.version, &taken.permissions), (free.version, &free.permissions));
    assert_eq!(app.outbox().await.len(), 2);
    app.run_outbox().await;
    let letter = &app.mail_to(&leyla.email).await[0].message;
    let mut words = letter.body.split(|c: char| !c.is_ascii_digit());
    assert!(!words.any(|word| word.len() == 6), "a code for somebody else's change: {}", letter.body);
    assert!(!letter.body.contains("kamran"), "{}", letter.body);
    let right = app.code_for("new@example.az").await;
    same_answer(enter(&app, &kamran, "123123").await, enter(&app, &rauf, other_than(&right)).await);
    assert_eq!(me(&app, &kamran).await.email, kamran.email);
}

#[actix_web::test]
async fn not_even_the_right_code_takes_an_address_in_use() {
    let app = TestApp::start().await;
    let (kamran, leyla) = (app.host("kamran").await, app.host("leyla").await);
    ask(&app, &kamran, &leyla.email).await.ok::<Me>();
    app.run_outbox().await;
    let hash = "8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92"; // SHA-256 of 123456.
    app.tamper("update email_change set code_hash = $1", vec![hash.into()]).await;

    let told = enter(&app, &kamran, "123456").await.wrong_fields();

    assert_eq!(told, wrong_code());
    assert_eq!(me(&app, &kamran).await.email, kamran.email);
    app.sign_in(&leyla).await;
}

#[actix_web::test]
async fn two_who_wait_for_one_address_the_first_code_decides() {
    let app = TestApp::start().await;
    let (kamran, leyla) = (app.host("kamran").await, app.host("leyla").await);
    ask(&app, &kamran, NEW).await.ok::<Me>();
    let first = app.code_for(NEW).await;
    ask(&app, &leyla, NEW).await.ok::<Me>();
    let second = app.code_for(NEW).await;

    enter(&app, &leyla, &second).await.done();

    assert_eq!(enter(&app, &kamran, &first).await.wrong_fields(), wrong_code());
    assert_eq!(
        (me(&app, &kamran).await.email, me(&app, &leyla).await.email.as_str()),
        (kamran.email.clone(), NEW)
    );
    app.run_outbox().await;
}

#[actix_web::test]
async fn a_sign_up_that_nobody_confirmed_does_not_hold_the_address() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let strangers = TestApp::sign_up_form("stranger", PartyKind::Person);
    app.post(&Actor::nobody(), "/accounts", &strangers).await.done();
    let old_code = app.code_for(&strangers.email).await;
    ask(&app, &kamran, &strangers.email).await.ok::<Me>();
    let code = app.code_for(&strangers.email).await;

    enter(&app, &kamran, &code).await.done();

    assert_eq!(me(&app, &kamran).await.email, strangers.email);
    let confirm = json!({ "email": strangers.email, "code": old_code, "password": strangers.password });
    let late = app.post(&Actor::nobody(), "/accounts/confirmation", &confirm).await.wrong_fields();
    assert_eq!(late, wrong_code());
    assert_eq!(app.count("account").await, 1);
    app.run_outbox().await;
}

#[actix_web::test]
async fn five_wrong_codes_use_the_code_up_and_another_wish_gives_no_further_guesses() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    ask(&app, &kamran, NEW).await.ok::<Me>();
    let code = app.code_for(NEW).await;
    for _ in 0..5 {
        assert_eq!(enter(&app, &kamran, other_than(&code)).await.wrong_fields(), wrong_code());
    }

    assert_eq!(enter(&app, &kamran, &code).await.wrong_fields(), wrong_code());
    ask(&app, &kamran, "another@example.az").await.ok::<Me>();
    let another = app.code_for("another@example.az").await;
    assert_eq!(enter(&app, &kamran, &another).await.wrong_fields(), wrong_code());

    app.forward(Duration::minutes(30));
    app.sign_in(&kamran).await;
    ask(&app, &kamran, NEW).await.ok::<Me>();
    let code = app.code_for(NEW).await;
    enter(&app, &kamran, &code).await.done();
    app.run_outbox().await;
}

#[actix_web::test]
async fn a_code_lives_half_an_hour_and_dies_with_the_password() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    ask(&app, &kamran, NEW).await.ok::<Me>();
    let code = app.code_for(NEW).await;
    app.forward(Duration::minutes(30));
    app.sign_in(&kamran).await;
    assert_eq!(me(&app, &kamran).await.email_pending, None);
    assert_eq!(enter(&app, &kamran, &code).await.wrong_fields(), wrong_code());

    ask(&app, &kamran, NEW).await.ok::<Me>();
    let code = app.code_for(NEW).await;
    let body = json!({ "password": "seven brown horses at noon", "current_password": kamran.password });
    let version = me(&app, &kamran).await.version;
    let changed: Me = app.patch(&kamran, "/me", &body).if_match(version).await.ok();
    assert_eq!(changed.email_pending, None);
    assert_eq!(enter(&app, &kamran, &code).await.wrong_fields(), wrong_code());
    app.run_outbox().await;
}

#[actix_web::test]
async fn one_address_is_written_to_five_times_a_day_at_once() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    for _ in 0..6 {
        ask(&app, &kamran, NEW).await.ok::<Me>();
        app.run_outbox().await;
    }

    assert_eq!(app.mail_to(NEW).await.len(), 5);
}
