//! Headers come as the document promises, and tries are counted where it says so (G1, A4).
use std::collections::BTreeSet;

use serde_json::{Value, json};
use shared::{
    identity::{NewApiClient, PartyKind, Scope},
    premises::PremisesView,
    registrations::RegistrationView,
};
use tests::{Actor, Answer, Ask, TestApp, given};

use crate::spec::{document, operations};

/// The headers that the document may promise; whether one comes is not left to chance.
const HEADERS: [&str; 7] =
    ["x-request-id", "etag", "location", "allow", "content-language", "retry-after", "www-authenticate"];

/// Each of them that is promised comes, and none comes that is not promised.
fn headers_are_as_promised(document: &Value, method: &str, template: &str, answer: &Answer) {
    let place = format!("{method} {template}: {}", answer.status);
    let said = &document["paths"][template][method]["responses"][answer.status.as_str()];
    assert!(said.is_object(), "{place} is not in the document");
    let promised: BTreeSet<String> =
        said["headers"].as_object().into_iter().flatten().map(|(name, _)| name.to_lowercase()).collect();
    let sent: BTreeSet<String> =
        HEADERS.iter().filter(|name| answer.header(name).is_some()).map(ToString::to_string).collect();
    assert_eq!(sent, promised, "{place}");
}

#[actix_web::test]
async fn headers_come_as_the_document_promises() {
    let app = TestApp::start().await;
    let document = document();
    let said = |method: &str, template: &str, answer: &Answer| {
        headers_are_as_promised(&document, method, template, answer);
    };
    let nobody = Actor::nobody();
    let host = app.hotel("lale").await;
    let officer = app.officer("baku").await;

    let asked = app.post(&host, "/premises", &given::premises()).await;
    said("post", "/api/v1/premises", &asked);
    let premises: PremisesView = asked.ok();
    let place = format!("/premises/{}", premises.id);
    said("get", "/api/v1/premises/{id}", &app.get(&host, &place).await);
    let decide = |seen: i64| app.act(&officer, &format!("{place}/confirmation")).if_match(seen);
    let decided = "/api/v1/premises/{id}/confirmation";
    for (seen, status) in [(7, 412), (1, 200), (2, 409)] {
        let answer = decide(seen).await;
        assert_eq!(answer.status, status);
        // Only where the same request is under way would it say when to come again.
        if status != 409 {
            said("post", decided, &answer);
        }
    }
    app.run_outbox().await;
    let new = given::registration(premises.id);
    let made = app.post(&host, "/registrations", &new).key("with-headers").await;
    said("post", "/api/v1/registrations", &made);
    let one = format!("/registrations/{}", made.ok::<RegistrationView>().id);
    said("get", "/api/v1/registrations/{id}", &app.get(&host, &one).await);
    said("get", "/api/v1/registrations/{id}", &app.get(&nobody, &one).await);
    said("get", "/api/v1/registrations/{id}", &app.delete(&host, &one).await);
    said("get", "/api/v1/registrations/{id}/notice", &app.get(&host, &format!("{one}/notice")).await);
    said("get", "/api/v1/registrations", &app.get(&host, "/registrations").await);
    said("get", "/api/v1/registrations", &app.get(&host, "/registrations?view=none").await);
    said("get", "/api/v1/me", &app.get(&host, "/me").await);
    said("patch", "/api/v1/me", &app.patch(&host, "/me", &json!({})).await);
    said("get", "/api/v1/staff", &app.get(&host, "/staff").await);
    said("post", "/api/v1/registrations/search", &app.get(&host, "/registrations/search").await);

    let client = NewApiClient { name: "Desk".into(), scopes: vec![Scope::PremisesRead] };
    said("post", "/api/v1/api-clients", &app.post(&host, "/api-clients", &client).await);
    app.run_outbox().await;
    let form = "application/x-www-form-urlencoded";
    let token = app.act(&nobody, "/oauth/token").body(form, "grant_type=client_credentials");
    said("post", "/oauth/token", &token.await);

    let wrong = json!({ "email": "lale@example.az", "password": "not the one of lale" });
    said("post", "/api/v1/auth/sign-in", &app.post(&nobody, "/auth/sign-in", &wrong).await);
    said("post", "/api/v1/auth/sign-in", &app.post(&nobody, "/auth/sign-in", &json!({})).await);
    let right = json!({ "email": host.email, "password": host.password });
    said("post", "/api/v1/auth/sign-in", &app.post(&host, "/auth/sign-in", &right).await);
    said("post", "/api/v1/auth/refresh", &app.act(&nobody, "/auth/refresh").await);

    let edition = "/law/editions/1/services/registration_stay";
    let fresh = app.get(&nobody, edition).await;
    let kept = fresh.header("etag").unwrap().to_owned();
    let known = app.get(&nobody, edition).header("if-none-match", &kept).await;
    assert_eq!(known.status, 304);
    for answer in [fresh, known] {
        said("get", "/api/v1/law/editions/{number}/services/{code}", &answer);
    }
}

/// A body that comes as far as the door that counts.
fn tried<'a>(ask: Ask<'a>, operation: &str) -> Ask<'a> {
    let email = "nina@example.az";
    match operation {
        "create_account" => ask.json(&TestApp::sign_up_form("nina", PartyKind::Person)),
        "send_confirmation_code" => ask.json(&json!({ "email": email, "password": "any" })),
        "confirm_account" => ask.json(&json!({ "email": email, "code": "000000", "password": "any" })),
        "sign_in" => ask.json(&json!({ "email": email, "password": "not the one of nina" })),
        "ask_reset" => ask.json(&json!({ "email": email })),
        "set_password" => {
            ask.json(&json!({ "token": "x".repeat(43), "password": "four green boats at dawn" }))
        }
        "create_token" => ask.body(
            "application/x-www-form-urlencoded",
            "grant_type=client_credentials&client_id=01990000-0000-7000-8000-000000000000&client_secret=x",
        ),
        "report_page_fault" => ask.json(&json!({ "place": "a.rs:1:1" })),
        "find_deadline" => ask.json(
            &json!({ "service": "registration_stay", "deadline": "register", "facts": { "citizenship": "TUR" } }),
        ),
        _ => ask,
    }
}

/// A4: what the document says of 429 is what the open doors do.
#[actix_web::test]
async fn tries_are_counted_where_the_document_says_so() {
    let mut app = TestApp::start().await;
    app.leaves_messages();
    let document = document();
    for (path, method, said) in operations(&document) {
        let id = said["operationId"].as_str().unwrap();
        if said.contains_key("security") {
            continue;
        }
        let anyone = Actor::nobody();
        let address = path.replace("{number}", "1");
        let address = address.replace("{code}", "000000000000").replace("{year}", "2026");
        let mut refused = None;
        for _ in 0..=120 {
            // A stranger's token: those of a session are not counted.
            anyone.jar.borrow_mut().insert("__Host-refresh".into(), "made-up".into());
            let answer = tried(app.ask(&anyone, &method.to_uppercase(), &address), id).await;
            if answer.status == 429 {
                refused = Some(answer);
                break;
            }
        }
        let promised = said["responses"].as_object().unwrap().contains_key("429");
        assert_eq!(refused.is_some(), promised, "{id}");
        if let Some(answer) = refused {
            headers_are_as_promised(&document, method, path, &answer);
        }
    }
}
