//! The journal alone says how a registration stands: the row is its fold, and texts are proved by their digests (E1).
use std::collections::BTreeSet;

use api::http::idempotency::HexDigest;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::FromQueryResult;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use shared::{
    ids::{DocumentId, PersonId, RegistrationId},
    premises::PremisesView,
    registrations::RegistrationView,
};
use tests::{Actor, TestApp, given};

/// What a fold tells of a registration.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
struct Row {
    seq: i64,
    state: String,
    person: PersonId,
    document: DocumentId,
    from_day: NaiveDate,
    until_day: NaiveDate,
    latest_until: NaiveDate,
    late_days: i64,
    trace: String,
    address_open: bool,
    closed_at: Option<DateTime<Utc>>,
}

#[derive(FromQueryResult)]
struct Event {
    seq: i64,
    kind: String,
    at: DateTime<Utc>,
    payload: String,
}

#[derive(Default, Deserialize)]
struct Payload {
    person: Option<PersonId>,
    document: Option<DocumentId>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
    latest_until: Option<NaiveDate>,
    late_days: Option<i64>,
    trace: Option<String>,
    address_open: Option<bool>,
}

/// Written a second time, from the journal alone.
fn folded(events: &[Event]) -> Row {
    let mut known: Option<Row> = None;
    for event in events {
        let new: Payload = serde_json::from_str(&event.payload).unwrap();
        let mut row = match known.take() {
            Some(row) => row,
            None => Row {
                seq: 0,
                state: event.kind.clone(),
                person: new.person.unwrap(),
                document: new.document.unwrap(),
                from_day: new.from.unwrap(),
                until_day: new.until.unwrap(),
                latest_until: new.latest_until.unwrap(),
                late_days: new.late_days.unwrap(),
                trace: new.trace.clone().unwrap(),
                address_open: new.address_open.unwrap(),
                closed_at: None,
            },
        };
        assert_eq!(event.seq, row.seq + 1, "an event is missing");
        row.seq = event.seq;
        row.person = new.person.unwrap_or(row.person);
        row.document = new.document.unwrap_or(row.document);
        row.from_day = new.from.unwrap_or(row.from_day);
        row.until_day = new.until.unwrap_or(row.until_day);
        row.latest_until = new.latest_until.unwrap_or(row.latest_until);
        row.late_days = new.late_days.unwrap_or(row.late_days);
        row.trace = new.trace.unwrap_or(row.trace);
        match event.kind.as_str() {
            "registered" | "corrected" | "extended" => {}
            "moved" => row.address_open = new.address_open.unwrap(),
            "address_confirmed" => row.address_open = false,
            "reinstated" => {
                "registered".clone_into(&mut row.state);
                row.closed_at = None;
                row.address_open = new.address_open.unwrap_or_default();
            }
            closing => {
                closing.clone_into(&mut row.state);
                row.closed_at = Some(event.at);
                row.address_open = false;
            }
        }
        known = Some(row);
    }
    known.expect("a registration without an event")
}

async fn events(app: &TestApp, id: RegistrationId) -> Vec<Event> {
    let sql = "select seq, kind, at, payload from registration_event where registration = $1 order by seq";
    app.rows(sql, vec![id.into()]).await
}

/// One registration for each way that one can go.
pub struct Office {
    pub app: TestApp,
    pub host: Actor,
    other: Actor,
    pub officer: Actor,
}

impl Office {
    pub async fn open() -> Self {
        let app = TestApp::start().await;
        let host = app.host("kamran").await;
        let other = app.hotel("lale").await;
        let officer = app.officer("baku").await;
        Self { app, host, other, officer }
    }

    async fn act(&self, view: &RegistrationView, act: &str, body: &Value) -> RegistrationView {
        self.app.post(&self.host, &format!("/registrations/{}/{act}", view.id), body).await.ok()
    }

    async fn decide(&self, premises: &PremisesView, act: &str) {
        let path = format!("/premises/{}/{act}", premises.id);
        let body = json!({ "reason": "No such house stands in this street." });
        let ask = match act {
            "rejection" => self.app.post(&self.officer, &path, &body),
            _ => self.app.act(&self.officer, &path),
        };
        let _: PremisesView = ask.if_match(premises.version).await.ok();
        self.app.run_outbox().await;
    }

    pub async fn go_all_ways(&self) {
        let Self { app, host, other, officer } = self;
        let sure = app.confirmed_premises(host, officer).await;
        let to_confirm = app.premises(host).await;
        let to_reject = app.premises(host).await;
        let at = async |premises: &PremisesView, number: u32| {
            app.registered(host, &given::registration_number(premises.id, number)).await
        };
        // Corrected twice, the second time to another person, and gone.
        let view = at(&sure, 1).await;
        self.act(&view, "correction", &json!({ "room": "14", "until": "2026-12-02" })).await;
        self.act(&view, "extension", &json!({ "until": "2026-12-04" })).await;
        self.act(&view, "move", &json!({ "premises": to_confirm.id, "moved_on": "2026-11-23" })).await;
        self.act(&view, "move", &json!({ "premises": sure.id, "moved_on": "2026-11-23" })).await;
        self.act(&view, "correction", &json!({ "guest": given::guest_number(41) })).await;
        self.act(&view, "departure", &json!({ "left_on": "2026-11-23" })).await;
        // Never came.
        let view = at(&sure, 2).await;
        self.act(&view, "annulment", &json!({ "reason": "never_came" })).await;
        // An address confirmed and another rejected; of a third kind the guest left before.
        at(&to_confirm, 3).await;
        let view = at(&to_confirm, 4).await;
        self.act(&view, "departure", &json!({ "left_on": "2026-11-23" })).await;
        self.decide(&to_confirm, "confirmation").await;
        at(&to_reject, 5).await;
        self.decide(&to_reject, "rejection").await;
        // Went on to another host.
        at(&sure, 6).await;
        let mut there = given::registration_number(app.premises(other).await.id, 6);
        there.arrived_at_address = "2026-11-24".into();
        app.set_clock("2026-11-24T09:00:00Z");
        app.sign_in(other).await;
        app.registered(other, &there).await;
        // Went on to another host, and never came there.
        app.sign_in(host).await;
        at(&sure, 8).await;
        let mut there = given::registration_number(app.premises(other).await.id, 8);
        there.arrived_at_address = "2026-11-24".into();
        let never = app.registered(other, &there).await;
        let path = format!("/registrations/{}/annulment", never.id);
        let body = json!({ "reason": "never_came" });
        let _: RegistrationView = app.post(other, &path, &body).await.ok();
        // Ran out, and came again.
        at_last(app, host, &sure).await;
    }
}

async fn at_last(app: &TestApp, host: &Actor, premises: &PremisesView) {
    app.sign_in(host).await;
    app.registered(host, &given::registration_number(premises.id, 7)).await;
    app.set_clock("2026-12-10T09:00:00Z");
    app.sign_in(host).await;
    let mut again = given::registration_number(premises.id, 7);
    again.arrived_in_country = "2026-12-09".into();
    again.arrived_at_address = "2026-12-10".into();
    again.until = "2026-12-12".into();
    app.registered(host, &again).await;
}

#[actix_web::test]
async fn the_row_is_what_its_journal_says_whatever_happened() {
    #[derive(FromQueryResult)]
    struct Id {
        id: RegistrationId,
    }
    let office = Office::open().await;
    office.go_all_ways().await;

    let all: Vec<Id> = office.app.rows("select id from registration", Vec::new()).await;
    let mut kinds = BTreeSet::new();
    for Id { id } in &all {
        let sql = "select seq, state, person, document, from_day, until_day, latest_until, late_days, trace,
            address_open, closed_at from registration where id = $1";
        let mut row: Vec<Row> = office.app.rows(sql, vec![(*id).into()]).await;
        for row in row.iter_mut().filter(|row| row.state == "registered") {
            // Time that ran out is no event: nothing is held open for it, that is all.
            row.closed_at = None;
        }
        let journal = events(&office.app, *id).await;
        assert_eq!(row, [folded(&journal)], "{id}");
        kinds.extend(journal.into_iter().map(|event| event.kind));
    }

    assert_eq!(all.len(), 11);
    let every = [
        "address_confirmed",
        "annulled",
        "corrected",
        "departed",
        "extended",
        "moved",
        "registered",
        "reinstated",
        "superseded",
    ];
    assert_eq!(kinds.iter().map(String::as_str).collect::<Vec<_>>(), every);
}

#[actix_web::test]
async fn the_journal_proves_old_and_new_texts_without_holding_them() {
    #[derive(FromQueryResult)]
    struct Text {
        field: String,
        old: String,
        new: String,
    }
    let office = Office::open().await;
    let premises = office.app.premises(&office.host).await;
    let view = office.app.registered(&office.host, &given::registration(premises.id)).await;
    let mut guest = given::guest();
    guest.surname = "YILDIZ".into();
    office.act(&view, "correction", &json!({ "guest": guest, "room": "14" })).await;

    let journal = events(&office.app, view.id).await;
    let payload: Value = serde_json::from_str(&journal[1].payload).unwrap();
    let texts: Vec<Text> = office.app.rows("select field, old, new from registration_text", Vec::new()).await;

    let digest = |text: &str| format!("{:x}", HexDigest(&Sha256::digest(text.as_bytes())));
    assert_eq!(payload["digests"].as_object().unwrap().len(), texts.len());
    for text in &texts {
        let proof = json!({ "old": digest(&text.old), "new": digest(&text.new) });
        assert_eq!(payload["digests"][&text.field], proof, "{}", text.field);
    }
    let surname = texts.iter().find(|text| text.field == "surname").unwrap();
    assert_eq!((surname.old.as_str(), surname.new.as_str()), ("YILMAZ", "YILDIZ"));
    assert!(!journal.iter().any(|event| event.payload.contains("YIL")), "a name stands in the journal");
}
