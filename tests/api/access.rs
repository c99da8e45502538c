//! The policy table and the document agree, and every operation asks for what they say (B1).
use std::collections::BTreeSet;

use api::{
    policy::{self, Door, Line, Relation, Version},
    server,
};
use serde_json::{Value, json};
use shared::permission::{Permission, Role};
use strum::IntoEnumIterator;
use tests::{Actor, Ask, TestApp, given};

/// Meant for anybody; who adds one writes it here too.
const PUBLIC: [&str; 20] = [
    "ask_reset",
    "check_notice",
    "confirm_account",
    "create_account",
    "create_token",
    "find_deadline",
    "list_demo_accounts",
    "list_services",
    "report_page_fault",
    "send_confirmation_code",
    "set_password",
    "show_calendar",
    "show_current_edition",
    "show_document",
    "show_edition_service",
    "show_health",
    "show_jwks",
    "show_readiness",
    "show_service",
    "sign_in",
];

struct Operation {
    method: String,
    path: String,
    said: Value,
    line: &'static Line,
}

fn document() -> Value {
    serde_json::to_value(server::document()).unwrap()
}

/// Every operation of the document that has a line; the first test says that all have.
fn operations() -> Vec<Operation> {
    let document = document();
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, said) in item.as_object().unwrap() {
            let name = said["operationId"].as_str().unwrap();
            if let Some(line) = policy::of(name) {
                let path = path.replace("{year}", "2026").replace("{number}", "1").replace("{slot}", "1");
                let path = path.replace("{id}", "01990000-0000-7000-8000-000000000000");
                let path = path.replace("{code}", "000000000000");
                assert!(!path.contains('{'), "{path}");
                found.push(Operation { method: method.to_uppercase(), path, said: said.clone(), line });
            }
        }
    }
    found
}

impl Operation {
    fn held(&self) -> Vec<Permission> {
        match self.line.door {
            Door::Holds(one) => vec![one],
            Door::Either(one, other) => vec![one, other],
            Door::Public | Door::Cookie => Vec::new(),
        }
    }

    /// With whatever headers it wants, so that nothing but the door can refuse.
    fn ask<'a>(&self, app: &'a TestApp, who: &'a Actor) -> Ask<'a> {
        let ask = app.ask(who, &self.method, &self.path).if_match(1).key("at-the-door");
        if self.said.get("requestBody").is_some() { ask.json(&json!({})) } else { ask }
    }
}

#[test]
fn every_operation_has_a_line_and_every_line_an_operation() {
    let document = document();
    let items = document["paths"].as_object().unwrap().values();
    let said: BTreeSet<String> = items
        .flat_map(|item| item.as_object().unwrap().values())
        .map(|said| said["operationId"].as_str().unwrap().to_owned())
        .collect();
    let mut lines: BTreeSet<String> = policy::TABLE.iter().map(|line| line.operation.to_owned()).collect();

    assert_eq!(lines.len(), policy::TABLE.len(), "a line stands twice");
    // Production has no demo accounts, so the document does not name them.
    assert!(lines.remove("list_demo_accounts"));
    assert_eq!(said, lines);
}

#[test]
fn what_is_public_is_public_on_purpose() {
    let public: BTreeSet<&str> =
        policy::TABLE.iter().filter(|line| line.door == Door::Public).map(|line| line.operation).collect();

    assert_eq!(public, PUBLIC.into_iter().collect());
}

#[test]
fn the_document_says_what_the_table_says() {
    for operation in operations() {
        let name = operation.line.operation;
        let schemes = operation.said["security"].as_array().cloned().unwrap_or_default();
        let held: BTreeSet<String> = operation.held().iter().map(ToString::to_string).collect();
        let said: BTreeSet<String> = schemes
            .iter()
            .filter_map(|scheme| scheme["session"].get(0)?.as_str())
            .map(str::to_owned)
            .collect();
        assert_eq!(said, held, "{name}");
        let parameters = operation.said["parameters"].as_array().cloned().unwrap_or_default();
        let header = |wanted: &str| {
            let found = parameters.iter().find(|parameter| parameter["name"] == wanted);
            found.map(|parameter| parameter["required"] == true)
        };
        let seen = match operation.line.if_match {
            Version::Required => Some(true),
            Version::Accepted => Some(false),
            Version::No => None,
        };
        assert_eq!(header("If-Match"), seen, "{name}");
        assert_eq!(header("Idempotency-Key"), operation.line.idempotency_key.then_some(true), "{name}");
    }
}

#[actix_web::test]
async fn without_a_token_only_public_operations_answer() {
    let app = TestApp::start().await;
    let nobody = Actor::nobody();
    let forged = Actor::nobody();
    forged.bearer.replace(Some("eyJhbGciOiJub25lIn0.e30.".into()));
    let stale = app.host("kamran").await;
    app.forward(chrono::Duration::minutes(16));

    for operation in operations() {
        let name = operation.line.operation;
        if operation.line.door == Door::Public {
            let status = operation.ask(&app, &nobody).await.status;
            // Signing in with nothing is 422, not 401.
            let fits =
                !matches!(status.as_u16(), 403 | 405 | 500..) && (status != 401 || name == "create_token");
            assert!(fits, "{name}: {status}");
            continue;
        }
        if name == "sign_out" {
            operation.ask(&app, &nobody).await.done();
            continue;
        }
        let answer = operation.ask(&app, &nobody).await;
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"), "{name}");
        assert_eq!(answer.refused(), (401, "unauthenticated".into()), "{name}");
        if operation.line.door != Door::Cookie {
            let answer = operation.ask(&app, &forged).await;
            assert_eq!(answer.header("www-authenticate"), Some(r#"Bearer error="invalid_token""#), "{name}");
            assert_eq!(answer.refused().0, 401, "{name} with a forged token");
            assert_eq!(operation.ask(&app, &stale).await.refused().0, 401, "{name} with an old token");
        }
    }
}

#[actix_web::test]
async fn with_a_token_that_lacks_the_permission_nothing_answers() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let people = [
        (Role::Client, app.client_of(&host).await),
        (Role::Officer, app.officer("baku").await),
        (Role::Supervisor, app.supervisor("baku").await),
        (Role::Administrator, app.administrator().await),
        (Role::Auditor, app.auditor().await),
        (Role::Analyst, app.analyst().await),
        (Role::Person, app.person("emre").await),
        (Role::Host, host),
    ];
    assert_eq!(people.len(), Role::iter().count());

    for operation in operations() {
        let held = operation.held();
        if held.is_empty() {
            continue;
        }
        for (role, who) in &people {
            let may = role.permissions().iter().any(|permission| held.contains(permission));
            let answer = operation.ask(&app, who).await;
            let name = operation.line.operation;
            if may {
                let status = answer.status.as_u16();
                assert!(!matches!(status, 401 | 403 | 405 | 500..), "{name} as {role}: {}", answer.text());
            } else {
                assert_eq!(answer.refused(), (403, "forbidden".into()), "{name} as {role}");
            }
        }
    }
    app.until("the refusals are noted", async || {
        app.count("security_event where kind = 'refused'").await > 50
    })
    .await;
}

#[actix_web::test]
async fn a_program_may_only_what_its_scopes_say() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let reader = app.client_with(&host, &[shared::identity::Scope::RegistrationsRead]).await;

    let new = given::registration(premises.id);
    let write = app.post(&reader, "/registrations", &new).key("a-reader-writes").await;

    let told = r#"Bearer error="insufficient_scope", scope="registrations.write""#;
    assert_eq!(write.header("www-authenticate"), Some(told));
    assert_eq!(write.refused(), (403, "insufficient_scope".into()));
    assert_eq!(app.get(&reader, "/premises").await.refused(), (403, "insufficient_scope".into()));
    assert_eq!(app.get(&reader, "/registrations").await.status, 200);
}

#[actix_web::test]
async fn a_change_by_cookie_comes_from_our_own_page() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let administrator = app.administrator().await;
    let person = app.person("emre").await;

    for operation in operations() {
        let held = operation.held();
        let holds = |role: Role| role.permissions().iter().any(|permission| held.contains(permission));
        let changes = operation.method != "GET";
        let who = if holds(Role::Host) || operation.line.door == Door::Cookie {
            &host
        } else if holds(Role::Person) {
            &person
        } else if holds(Role::Officer) {
            &officer
        } else if holds(Role::Administrator) {
            &administrator
        } else {
            continue;
        };
        let name = operation.line.operation;
        for header in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-site", "none"),
            ("origin", "http://evil.example"),
            ("origin", "null"),
            ("x-nothing", "said"),
        ] {
            let answer = operation.ask(&app, who).from_elsewhere().header(header.0, header.1).await;
            if changes {
                assert_eq!(answer.refused(), (403, "cross_site".into()), "{name} {header:?}");
            } else {
                assert_ne!(answer.status, 403, "{name} {header:?}");
            }
        }
        if changes && operation.line.door != Door::Cookie {
            let ask = operation.ask(&app, who).from_elsewhere().header("origin", &app.address);
            assert_ne!(ask.await.status, 403, "{name} with our own Origin");
        }
    }
}

#[actix_web::test]
async fn the_header_counts_and_the_cookie_is_ignored() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let other = app.hotel("lale").await;
    let program = app.client_of(&other).await;
    host.bearer.replace(Some("not-a-token".into()));
    assert_eq!(app.get(&host, "/premises").await.refused().0, 401);

    host.bearer.replace(program.bearer.take());
    let asked = app.premises(&host).await;

    assert_eq!(asked.host.name, "lale MMC");
}

/// `docs/policy.md` is the table in words.
#[test]
fn the_printed_policy_is_the_table() {
    let printed = std::fs::read_to_string(TestApp::repository().join("docs/policy.md")).unwrap();
    let rows: Vec<&str> = printed.lines().filter(|line| line.starts_with("| `")).collect();
    let words = |line: &Line| {
        let who = match line.door {
            Door::Public => "anybody".to_owned(),
            Door::Cookie => "whoever holds the session cookie".to_owned(),
            Door::Holds(one) => format!("`{one}`"),
            Door::Either(one, other) => format!("`{one}` or `{other}`"),
        };
        let relation = match line.relation {
            Relation::None => "–",
            Relation::Self_ => "own account",
            Relation::Own => "own party",
            Relation::Department => "own department",
            Relation::OwnOrDepartment => "own party or department",
            Relation::All => "all",
        };
        let seen = match line.if_match {
            Version::Required => "required",
            Version::Accepted => "accepted",
            Version::No => "–",
        };
        let key = if line.idempotency_key { "required" } else { "–" };
        format!("| `{}` | {who} | {relation} | {seen} | {key} |", line.operation)
    };
    let expected: Vec<String> = policy::TABLE.iter().map(words).collect();

    assert_eq!(rows, expected);
    for role in Role::iter() {
        let permissions: Vec<String> = role.permissions().iter().map(|one| format!("`{one}`")).collect();
        let row = format!("| {role} | {} |", permissions.join(" · "));
        assert!(printed.contains(&row), "docs/policy.md lacks {row}");
    }
}
