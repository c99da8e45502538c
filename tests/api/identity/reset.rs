//! A new password by a link.
use chrono::Duration;
use serde_json::json;
use tests::{Actor, TestApp};

const NEW: &str = "seven brown horses at noon";

#[actix_web::test]
async fn a_link_sets_a_new_password_once_and_ends_all_sessions() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let nobody = Actor::nobody();
    app.post(&nobody, "/auth/reset", &json!({ "email": kamran.email })).await.done();
    let token = app.link_for(&kamran.email).await;

    app.set_password(&nobody, &token, NEW).await.done();

    assert_eq!(app.get(&kamran, "/me").await.status, 401);
    assert_eq!(app.outbox().await, ["password_changed"]);
    app.run_outbox().await;
    let again = app.set_password(&nobody, &token, NEW).await.refused();
    assert_eq!(again, (404, "not_found".to_owned()));
    let sign_in = |password: &str| json!({ "email": kamran.email, "password": password });
    assert_eq!(app.post(&nobody, "/auth/sign-in", &sign_in(&kamran.password)).await.status, 401);
    assert_eq!(app.post(&nobody, "/auth/sign-in", &sign_in(NEW)).await.status, 200);
}

#[actix_web::test]
async fn a_link_lives_half_an_hour() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    app.post(&kamran, "/auth/reset", &json!({ "email": kamran.email })).await.done();
    let token = app.link_for(&kamran.email).await;

    app.forward(Duration::minutes(30));
    let late = app.set_password(&kamran, &token, NEW).await;

    assert_eq!(late.refused(), (404, "not_found".to_owned()));
}

#[actix_web::test]
async fn an_unknown_address_is_answered_alike() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let nobody = Actor::nobody();

    let known = app.post(&nobody, "/auth/reset", &json!({ "email": kamran.email })).await;
    let unknown = app.post(&nobody, "/auth/reset", &json!({ "email": "nobody@example.az" })).await;

    assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
    assert_eq!(app.outbox().await, ["reset"]);
    app.run_outbox().await;
}

#[actix_web::test]
async fn a_weak_password_leaves_the_link_good() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    app.post(&kamran, "/auth/reset", &json!({ "email": kamran.email })).await.done();
    let token = app.link_for(&kamran.email).await;

    let weak = app.set_password(&kamran, &token, "passwordpassword").await.wrong_fields();

    assert_eq!(weak, [("/password".to_owned(), "password_common".to_owned())]);
    app.set_password(&kamran, &token, NEW).await.done();
    app.run_outbox().await;
}

#[actix_web::test]
async fn a_new_password_ends_the_wait_after_wrong_ones() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let nobody = Actor::nobody();
    for _ in 0..8 {
        let wrong = json!({ "email": kamran.email, "password": "not the right password" });
        app.post(&nobody, "/auth/sign-in", &wrong).await;
    }
    app.post(&nobody, "/auth/reset", &json!({ "email": kamran.email })).await.done();
    let token = app.link_for(&kamran.email).await;

    app.set_password(&nobody, &token, NEW).await.done();

    app.run_outbox().await;
    let sign_in = json!({ "email": kamran.email, "password": NEW });
    assert_eq!(app.post(&nobody, "/auth/sign-in", &sign_in).await.status, 200);
}

#[actix_web::test]
async fn a_link_that_was_used_takes_all_others_with_it() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let nobody = Actor::nobody();
    let mut links = Vec::new();
    for _ in 0..2 {
        app.post(&nobody, "/auth/reset", &json!({ "email": kamran.email })).await.done();
        links.push(app.link_for(&kamran.email).await);
    }
    let [older, newer] = [&links[0], &links[1]];
    assert_ne!(older, newer);

    app.set_password(&nobody, newer, NEW).await.done();

    assert_eq!(app.set_password(&nobody, older, NEW).await.status, 404);
    app.run_outbox().await;
}
