//! Tokens for programs, by RFC 6749.
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::Duration;
use serde_json::json;
use shared::identity::{AccessToken, ApiClientSecret, OAuthError};
use tests::{Actor, Answer, TestApp};

const FORM: &str = "application/x-www-form-urlencoded";
const GRANT: &str = "grant_type=client_credentials";

async fn made(app: &TestApp) -> ApiClientSecret {
    let hotel = app.hotel("ayten").await;
    let form = json!({ "name": "Front desk", "scopes": ["registrations.write", "registrations.read", "premises.read"] });
    let made = app.post(&hotel, "/api-clients", &form).await.ok();
    app.run_outbox().await;
    made
}

async fn ask(app: &TestApp, form: &str, basic: Option<(&str, &str)>) -> Answer {
    ask_from(app, &Actor::nobody(), form, basic).await
}

/// The same from one address of the network.
async fn ask_from(app: &TestApp, from: &Actor, form: &str, basic: Option<(&str, &str)>) -> Answer {
    let mut ask = app.act(from, "/oauth/token").body(FORM, form);
    if let Some((id, secret)) = basic {
        ask = ask.header("authorization", &format!("Basic {}", STANDARD.encode(format!("{id}:{secret}"))));
    }
    ask.await
}

/// Status and error of a refusal, in the words of OAuth.
#[track_caller]
fn error(answer: &Answer) -> (u16, String) {
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let error: OAuthError = tests::read(&answer.body);
    assert!(error.error_description.is_ascii() && !error.error_description.contains(['"', '\\']));
    (answer.status.as_u16(), error.error)
}

#[actix_web::test]
async fn basic_and_form_both_give_a_token_of_fifteen_minutes() {
    let app = TestApp::start().await;
    let made = made(&app).await;
    let (id, secret) = (made.client_id.as_str(), made.client_secret.as_str());
    let form = format!("{GRANT}&client_id={id}&client_secret={secret}&audience=ignored");

    for answer in [ask(&app, GRANT, Some((id, secret))).await, ask(&app, &form, None).await] {
        assert_eq!(
            (answer.header("cache-control"), answer.header("pragma")),
            (Some("no-store"), Some("no-cache"))
        );
        let token: AccessToken = answer.ok();
        assert_eq!((token.token_type.as_str(), token.expires_in), ("Bearer", 900));
        assert_eq!(token.scope, "registrations.write registrations.read premises.read");
        let program = Actor::nobody();
        program.bearer.replace(Some(token.access_token));
        assert_eq!(app.get(&program, "/premises").await.status, 200);
    }
    // The same client named in both places is no contradiction.
    let both = format!("{GRANT}&client_id={id}");
    assert_eq!(ask(&app, &both, Some((id, secret))).await.status, 200);
}

#[actix_web::test]
async fn a_token_ends_after_fifteen_minutes() {
    let app = TestApp::start().await;
    let made = made(&app).await;
    let token: AccessToken = ask(&app, GRANT, Some((&made.client_id, &made.client_secret))).await.ok();
    let program = Actor::nobody();
    program.bearer.replace(Some(token.access_token));

    app.forward(Duration::minutes(15));

    assert_eq!(app.get(&program, "/premises").await.refused(), (401, "unauthenticated".to_owned()));
}

#[actix_web::test]
async fn a_token_may_be_asked_for_less_and_never_for_more() {
    let app = TestApp::start().await;
    let made = made(&app).await;
    let with = async |scope: &str| {
        ask(&app, &format!("{GRANT}&scope={scope}"), Some((&made.client_id, &made.client_secret))).await
    };

    let less: AccessToken = with("premises.read+registrations.read").await.ok();
    assert_eq!(less.scope, "registrations.read premises.read");
    let program = Actor::nobody();
    program.bearer.replace(Some(less.access_token));
    assert_eq!(app.get(&program, "/registrations").await.status, 200);
    let write = app.post(&program, "/registrations", &json!({})).key("not-allowed").await;
    assert_eq!(write.refused(), (403, "insufficient_scope".to_owned()));

    for more in ["premises.write", "premises.read+premises.write", "everything", "staff.manage"] {
        assert_eq!(error(&with(more).await), (400, "invalid_scope".to_owned()), "{more}");
    }
}

#[actix_web::test]
async fn an_unknown_client_and_a_wrong_secret_differ_in_nothing() {
    let app = TestApp::start().await;
    let made = made(&app).await;
    let unknown = "01999999-0000-7000-8000-000000000000";
    let wrong = "x".repeat(43);

    let answers = [
        ask(&app, GRANT, Some((&made.client_id, &wrong))).await,
        ask(&app, GRANT, Some((unknown, &made.client_secret))).await,
        ask(&app, GRANT, Some(("no-id", &made.client_secret))).await,
        ask(&app, &format!("{GRANT}&client_id={}&client_secret={wrong}", made.client_id), None).await,
        ask(&app, GRANT, None).await,
    ];

    for answer in &answers {
        assert_eq!(error(answer), (401, "invalid_client".to_owned()));
        assert_eq!(answer.header("www-authenticate"), Some("Basic realm=\"oauth\""));
        assert_eq!(answer.body, answers[0].body);
    }
    assert_eq!(app.count("security_event where kind = 'sign_in_failed'").await, 3);
}

#[actix_web::test]
async fn a_request_that_is_no_oauth_is_told_so_in_its_words() {
    let app = TestApp::start().await;
    let made = made(&app).await;
    let (id, secret) = (made.client_id.as_str(), made.client_secret.as_str());
    let basic = Some((id, secret));
    let twice = format!("{GRANT}&client_id={id}&client_secret={secret}");

    for (form, basic, code) in [
        ("", basic, "invalid_request"),
        ("grant_type=", basic, "invalid_request"),
        ("grant_type=client_credentials&grant_type=client_credentials", basic, "invalid_request"),
        ("grant_type=%FF", basic, "unsupported_grant_type"),
        ("grant_type=password&username=a&password=b", basic, "unsupported_grant_type"),
        ("grant_type=authorization_code&code=x", None, "unsupported_grant_type"),
        (&twice, basic, "invalid_request"),
        ("grant_type=client_credentials&client_id=another", basic, "invalid_request"),
    ] {
        assert_eq!(error(&ask(&app, form, basic).await), (400, code.to_owned()), "{form}");
    }
    let nobody = Actor::nobody();
    let json = app.post(&nobody, "/oauth/token", &json!({ "grant_type": "client_credentials" })).await;
    assert_eq!(error(&json), (400, "invalid_request".to_owned()));
    for header in ["Bearer abc", "Basic", "Basic %%%", "Basic bm9jb2xvbg=="] {
        let answer = app.act(&nobody, "/oauth/token").body(FORM, GRANT).header("authorization", header).await;
        assert_eq!(error(&answer), (400, "invalid_request".to_owned()), "{header}");
    }
    // What OAuth has no word for is a problem as everywhere.
    assert_eq!(app.get(&nobody, "/oauth/token").await.refused(), (405, "method_not_allowed".to_owned()));
    let large =
        app.act(&nobody, "/oauth/token").body(FORM, format!("{GRANT}&scope={}", "x".repeat(20_000))).await;
    assert_eq!(large.refused(), (413, "too_large".to_owned()));
}

#[actix_web::test]
async fn wrong_secrets_wait_longer_each_time() {
    let app = TestApp::start().await;
    let made = made(&app).await;
    let before = app.count("failed_try").await;
    let id = made.client_id.as_str();
    let guesser = Actor::nobody();
    for _ in 0..5 {
        assert_eq!(ask_from(&app, &guesser, GRANT, Some((id, "wrong"))).await.status, 401);
    }

    let right = Some((id, made.client_secret.as_str()));
    assert_eq!(ask(&app, GRANT, right).await.status, 200, "the program itself is elsewhere");
    let early = ask_from(&app, &guesser, GRANT, right).await;
    assert_eq!(early.header("retry-after"), Some("2"));
    assert_eq!(early.refused(), (429, "throttled".to_owned()));
    app.forward(Duration::seconds(1));
    assert_eq!(ask_from(&app, &guesser, GRANT, right).await.status, 200);
    assert_eq!(app.count("failed_try").await, before);
}
