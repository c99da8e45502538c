//! A person and their account: linked by proof only, and what it then shows.
mod closing;
mod data;
mod links;
mod seen;
mod stays;

use serde_json::{Value, json};
use shared::{
    page::Page,
    persons::{LinkCode, PersonRow},
    registrations::RegistrationView,
};
use tests::{Actor, TestApp, given};

/// The document of `given::guest()`, as an officer types it from the original.
pub fn document() -> Value {
    json!({ "issuer": "TUR", "number": "U21457893", "birth_date": "1988-03-12" })
}

/// Who is found by the document on the counter.
pub async fn found(app: &TestApp, officer: &Actor) -> PersonRow {
    let page: Page<PersonRow> = app.post(officer, "/persons/search", &document()).await.ok();
    page.items.into_iter().next().expect("somebody of this document")
}

/// The officer holds the document and enters the code that the account shows.
pub async fn linked(app: &TestApp, officer: &Actor, person: &Actor) -> PersonRow {
    let code: LinkCode = app.act(person, "/me/link-code").await.ok();
    let found = found(app, officer).await;
    let form = json!({ "document": found.document, "original_seen": true, "code": code.code });
    let path = format!("/persons/{}/account-link", found.id);
    let row = app.post(officer, &path, &form).if_match(found.version).await.ok();
    app.run_outbox().await;
    row
}

/// Emre is registered by a hotel, and an account of his own is linked to him.
pub struct Linked {
    pub app: TestApp,
    pub hotel: Actor,
    pub officer: Actor,
    pub emre: Actor,
    pub stay: RegistrationView,
}

pub async fn emre() -> Linked {
    let app = TestApp::start().await;
    let (hotel, officer) = (app.hotel("lale").await, app.officer("baku").await);
    let premises = app.confirmed_premises(&hotel, &officer).await;
    let stay = app.registered(&hotel, &given::registration(premises.id)).await;
    let emre = app.person("emre").await;
    linked(&app, &officer, &emre).await;
    Linked { app, hotel, officer, emre, stay }
}
