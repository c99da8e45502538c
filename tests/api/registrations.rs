//! A guest is registered, leaves, is corrected or never came.
use serde_json::{Value, json};
use shared::{
    identity::Language,
    page::Page,
    premises::PremisesState,
    registrations::{
        Channel, RegistrationAction, RegistrationEventKind, RegistrationRow, RegistrationState,
        RegistrationView, Visa,
    },
};
use tests::{Actor, TestApp, given};

/// What a repeat or another guest may differ in.
fn masked(mut view: Value, own: &[&str]) -> Value {
    for pointer in own {
        *view.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = Value::Null;
    }
    view
}

async fn shown(app: &TestApp, who: &Actor, view: &RegistrationView) -> RegistrationView {
    app.get(who, &format!("/registrations/{}", view.id)).await.ok()
}

fn kinds(view: &RegistrationView) -> Vec<RegistrationEventKind> {
    view.events.iter().map(|event| event.kind).collect()
}

/// ISO 7064 mod 11,10, written a second time.
fn check_digit(digits: &str) -> u32 {
    let carried = digits.chars().filter_map(|digit| digit.to_digit(10)).fold(10, |carried, digit| {
        let sum = (carried + digit) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - carried) % 10
}

#[actix_web::test]
async fn a_guest_is_registered_and_in_force_from_receipt() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let premises = app.confirmed_premises(&host, &officer).await;

    let answer =
        app.post(&host, "/registrations", &given::registration(premises.id)).key("first-guest").await;

    let location = answer.header("location").unwrap().to_owned();
    assert_eq!(answer.header("etag"), Some("\"1\""));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let view: RegistrationView = answer.ok();
    assert_eq!(location, format!("/api/v1/registrations/{}", view.id));
    assert_eq!(
        (view.state, view.in_force, view.channel),
        (RegistrationState::Registered, true, Channel::Web)
    );
    assert_eq!((view.department.as_str(), view.premises_state), ("baku", PremisesState::Confirmed));
    assert_eq!((view.guest.clone(), view.room.as_deref()), (given::guest(), Some("12")));
    assert_eq!(view.registered_at, app.now());
    assert_eq!((view.from.to_string(), view.until.to_string()), ("2026-11-23".into(), "2026-11-30".into()));
    assert_eq!(kinds(&view), [RegistrationEventKind::Registered]);
    assert_eq!(shown(&app, &host, &view).await, view);
}

#[actix_web::test]
async fn the_number_is_the_year_eight_digits_and_a_check_digit() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;

    let mut numbers = Vec::new();
    for guest in 0..5 {
        let new = given::registration_number(premises.id, guest);
        numbers.push(app.registered(&host, &new).await.number);
    }

    for number in &numbers {
        let parts: Vec<&str> = number.split('-').collect();
        assert_eq!(parts.iter().map(|part| part.len()).collect::<Vec<_>>(), [4, 8, 1], "{number}");
        assert_eq!(parts[0], "2026");
        assert_eq!(check_digit(&parts[..2].concat()).to_string(), parts[2], "{number}");
    }
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 5);
}

#[actix_web::test]
async fn the_last_legal_day_is_named_with_its_basis() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;

    let turkish = app.registered(&host, &given::registration(premises.id)).await;
    let mut kazakh = given::registration_number(premises.id, 1);
    kazakh.guest.citizenship = "KAZ".into();
    let kazakh = app.registered(&host, &kazakh).await;
    let mut moved = given::registration_number(premises.id, 2);
    moved.moved = true;
    let moved = app.registered(&host, &moved).await;

    // Fifteen days; thirty, and the nineteenth of December is a Saturday; five working days after the move.
    let days = [&turkish, &kazakh, &moved].map(|view| view.term.last_day.to_string());
    assert_eq!(days, ["2026-12-04", "2026-12-21", "2026-11-30"]);
    assert!(turkish.term.legal_basis.contains("21"), "{}", turkish.term.legal_basis);
    assert_eq!((turkish.term.late_days, turkish.term.edition, turkish.term.trace.len()), (0, 1, 64));
}

#[actix_web::test]
async fn a_visa_ends_the_registration() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut new = given::registration(premises.id);
    new.visa = Some(Visa { number: "AZ1234567".into(), stay_until: "2026-11-29".into(), mrz: None });

    let wrong = app.post(&host, "/registrations", &new).key("with-a-visa").language("en").await.problem();
    new.until = "2026-11-29".into();
    let view = app.registered(&host, &new).await;

    assert_eq!(
        (wrong.errors[0].pointer.as_str(), wrong.errors[0].code.as_str()),
        ("/until", "until_too_late")
    );
    assert!(wrong.errors[0].message.contains("29 November 2026"), "{}", wrong.errors[0].message);
    assert_eq!((view.visa, view.latest_until.to_string()), (new.visa, "2026-11-29".into()));
}

#[actix_web::test]
async fn late_is_recorded_and_not_refused() {
    let app = TestApp::start().await;
    app.set_clock("2026-12-06T20:30:00Z"); // the seventh in Baku
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let premises = app.premises(&host).await;
    let mut new = given::registration(premises.id);
    new.until = "2026-12-20".into();

    let view = app.registered(&host, &new).await;

    assert_eq!((view.term.last_day.to_string(), view.term.late_days), ("2026-12-04".into(), 3));
    assert!(view.in_force);
    let late: Page<RegistrationRow> = app.get(&officer, "/registrations?view=late").await.ok();
    assert_eq!(late.items.iter().map(|row| (row.id, row.late_days)).collect::<Vec<_>>(), [(view.id, 3)]);
}

#[actix_web::test]
async fn a_program_registers_as_its_host() {
    let app = TestApp::start().await;
    let host = app.hotel("lale").await;
    let premises = app.premises(&host).await;
    let program = app.client_of(&host).await;

    let view = app.registered(&program, &given::registration(premises.id)).await;

    assert_eq!((view.channel, view.events[0].by.as_str()), (Channel::Api, "client"));
    assert_eq!(shown(&app, &host, &view).await.number, view.number);
}

#[actix_web::test]
async fn a_host_is_not_shown_the_lines_that_another_host_read() {
    let app = TestApp::start().await;
    let first = app.host("kamran").await;
    let second = app.hotel("lale").await;
    let mut new = given::registration(app.premises(&first).await.id);
    new.guest.mrz = Some(given::MRZ.to_owned());
    let own = app.registered(&first, &new).await;

    let others = app.registered(&second, &given::registration(app.premises(&second).await.id)).await;

    assert_eq!(own.guest.mrz.as_deref(), Some(given::MRZ));
    assert_eq!(shown(&app, &first, &own).await.guest.mrz.as_deref(), Some(given::MRZ));
    assert_eq!((others.guest.mrz.as_deref(), shown(&app, &second, &others).await.guest.mrz), (None, None));
}

#[actix_web::test]
async fn a_later_registration_ends_the_earlier_one_and_nobody_learns_of_the_other() {
    let app = TestApp::start().await;
    let first = app.host("kamran").await;
    let second = app.hotel("lale").await;
    let here = app.premises(&first).await;
    let there = app.premises(&second).await;
    let earlier = app.registered(&first, &given::registration(here.id)).await;
    app.set_clock("2026-11-26T09:00:00Z");
    app.sign_in(&first).await;
    app.sign_in(&second).await;
    let mut known = given::registration(there.id);
    known.arrived_at_address = "2026-11-26".into();
    let mut unknown = known.clone();
    unknown.guest.document.number = "U21457894".into();
    unknown.guest.given_names = "EMIN".into();

    let known = app.post(&second, "/registrations", &known).key("a-known-guest").await;
    let unknown = app.post(&second, "/registrations", &unknown).key("an-unknown-guest").await;

    let headers = |answer: &tests::Answer| {
        let mut names: Vec<_> = answer.headers.keys().map(|name| name.as_str().to_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(headers(&known), headers(&unknown));
    let own = ["/id", "/number", "/code", "/qr", "/guest", "/term/trace"];
    assert_eq!(masked(known.ok(), &own), masked(unknown.ok(), &own));
    let earlier = shown(&app, &first, &earlier).await;
    assert_eq!((earlier.state, earlier.in_force), (RegistrationState::Superseded, false));
    assert_eq!(earlier.until.to_string(), "2026-11-25");
    assert_eq!(earlier.actions, []);
    assert_eq!(kinds(&earlier), [RegistrationEventKind::Registered, RegistrationEventKind::Superseded]);
    let change = &earlier.events[1].changes[0];
    assert_eq!((change.old.as_str(), change.new.as_str()), ("2026-11-30", "2026-11-25"));
    // Nothing of the first host's view names the second.
    assert!(!serde_json::to_string(&earlier).unwrap().contains("lale"));
}

/// The kinds of all values, without the values.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), shape(value))).collect(),
        Value::Array(items) => items.iter().map(shape).collect(),
        Value::String(_) => "text".into(),
        Value::Number(_) => "number".into(),
        Value::Bool(_) | Value::Null => value.clone(),
    }
}

#[actix_web::test]
async fn a_second_host_of_the_same_passport_is_shown_nothing_of_the_first() {
    let app = TestApp::start().await;
    let first = app.host("kamran").await;
    let second = app.hotel("lale").await;
    let mut new = given::registration(app.premises(&first).await.id);
    new.guest.mrz = Some(given::MRZ.to_owned());
    new.visa = Some(Visa { number: "VZ7654321".into(), stay_until: "2027-01-14".into(), mrz: None });
    new.room = Some("417Z".into());
    new.contact = Some("emre.z@example.org".into());
    new.arrived_in_country = "2026-11-17".into();
    let earlier = app.registered(&first, &new).await;
    let there = app.premises(&second).await;
    app.forward(chrono::Duration::minutes(1));
    let form = |guest: shared::registrations::Guest| {
        let mut form = given::registration(there.id);
        (form.guest, form.arrived_in_country) = (guest, "2026-11-20".into());
        form
    };

    let known = app.post(&second, "/registrations", &form(given::guest())).key("a-known-guest").await;
    let fresh = app.post(&second, "/registrations", &form(given::guest_number(7))).key("a-fresh-guest").await;

    let (known, fresh): (Value, Value) = (known.ok(), fresh.ok());
    assert_eq!(shape(&known), shape(&fresh));
    let list: Value = app.get(&second, "/registrations?view=all").await.ok();
    let path = format!("/registrations/{}", known["id"].as_str().unwrap());
    let whole: Value = app.get(&second, &path).await.ok();
    for answer in [&known, &whole, &list] {
        let text = answer.to_string();
        for theirs in [
            &earlier.id.to_string(),
            &earlier.number,
            &earlier.code,
            &earlier.premises.to_string(),
            "417Z",
            "emre.z@",
            "VZ7654321",
            "2027-01-14",
            "2026-11-17",
            "P<TUR",
            "kamran",
        ] {
            assert!(!text.contains(theirs), "{theirs} in {text}");
        }
    }
    let foreign = app.get(&second, &format!("/registrations/{}", earlier.id)).await;
    assert_eq!(foreign.refused(), (404, "not_found".into()));
    app.run_outbox().await;
}

#[actix_web::test]
async fn the_same_guest_at_the_same_address_from_the_same_day_is_refused() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let new = given::registration(premises.id);
    app.registered(&host, &new).await;

    let again = app.post(&host, "/registrations", &new).key("by-mistake").await;

    assert_eq!(again.refused(), (409, "registration_already_here".into()));
    assert_eq!(app.count("registration").await, 1);
}

#[actix_web::test]
async fn a_departure_ends_the_registration_that_day() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    let path = format!("/registrations/{}/departure", view.id);
    app.set_clock("2026-11-25T09:00:00Z");
    app.sign_in(&host).await;

    let left = async |day: &str| app.post(&host, &path, &json!({ "left_on": day })).await;
    let future = left("2026-11-26").await.wrong_fields();
    let before = left("2026-11-22").await.wrong_fields();
    let departed: RegistrationView = left("2026-11-25").await.ok();
    let again = left("2026-11-25").await.refused();

    assert_eq!(future, [("/left_on".into(), "date_future".into())]);
    assert_eq!(before, [("/left_on".into(), "departure_before_arrival".into())]);
    assert_eq!(
        (departed.state, departed.until.to_string()),
        (RegistrationState::Departed, "2026-11-25".into())
    );
    assert_eq!((departed.version, departed.actions.as_slice()), (2, [].as_slice()));
    assert_eq!(departed.events[1].on.map(|day| day.to_string()), Some("2026-11-25".into()));
    assert_eq!(again, (409, "registration_closed".into()));
    assert_eq!(shown(&app, &host, &view).await, departed);
}

#[actix_web::test]
async fn a_correction_keeps_old_and_new() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    let path = format!("/registrations/{}/correction", view.id);
    let mut guest = given::guest();
    guest.given_names = "EMRE CAN".into();
    guest.birth_date = "1988-03-21".into();

    let body = json!({ "guest": guest, "until": "2026-12-02", "room": "14" });
    let corrected: RegistrationView = app.post(&host, &path, &body).if_match(1).await.ok();

    assert_eq!((corrected.guest.clone(), corrected.room.as_deref()), (guest, Some("14")));
    assert_eq!(
        (corrected.number.as_str(), corrected.code.as_str()),
        (view.number.as_str(), view.code.as_str())
    );
    let event = &corrected.events[1];
    assert_eq!((event.kind, event.seq, event.by.as_str()), (RegistrationEventKind::Corrected, 2, "host"));
    let mut changes: Vec<_> = event
        .changes
        .iter()
        .map(|change| [&change.field, &change.old, &change.new].map(String::as_str))
        .collect();
    changes.sort_unstable();
    assert_eq!(
        changes,
        [
            ["birth_date", "1988-03-12", "1988-03-21"],
            ["given_names", "EMRE", "EMRE CAN"],
            ["room", "12", "14"],
            ["until", "2026-11-30", "2026-12-02"],
        ]
    );
    assert_eq!(shown(&app, &host, &view).await, corrected);
}

/// Each field by its name in the journal: what is sent for it, old and new.
fn corrections(view: &RegistrationView) -> Vec<(&'static str, Value, &'static str, &'static str)> {
    let guest = |pointer: &str, new: Value| {
        let mut guest = serde_json::to_value(given::guest()).unwrap();
        guest[pointer] = new;
        guest
    };
    let document = |name: &str, new: &str| {
        let mut document = serde_json::to_value(&view.guest.document).unwrap();
        document[name] = new.into();
        json!({ "guest": guest("document", document) })
    };
    let visa = |number: &str, until: &str| json!({ "visa": Visa { number: number.into(), stay_until: until.into(), mrz: None } });
    vec![
        ("mrz", json!({ "guest": guest("mrz", given::MRZ.into()) }), "", given::MRZ),
        ("mrz", json!({ "guest": given::guest() }), given::MRZ, ""),
        ("surname", json!({ "guest": guest("surname", "YILDIZ".into()) }), "YILMAZ", "YILDIZ"),
        ("given_names", json!({ "guest": guest("given_names", "EMIN".into()) }), "EMRE", "EMIN"),
        ("sex", json!({ "guest": guest("sex", "x".into()) }), "male", "x"),
        (
            "birth_date",
            json!({ "guest": guest("birth_date", "1988-03-21".into()) }),
            "1988-03-12",
            "1988-03-21",
        ),
        ("citizenship", json!({ "guest": guest("citizenship", "KAZ".into()) }), "TUR", "KAZ"),
        ("document_kind", document("kind", "identity_card"), "passport", "identity_card"),
        ("document_issuer", document("issuer", "KAZ"), "TUR", "KAZ"),
        ("document_number", document("number", "U21457894"), "U21457893", "U21457894"),
        ("document_expires_on", document("expires_on", "2031-06-15"), "2031-06-14", "2031-06-15"),
        ("arrived_in_country", json!({ "arrived_in_country": "2026-11-18" }), "2026-11-19", "2026-11-18"),
        ("arrived_at_address", json!({ "arrived_at_address": "2026-11-22" }), "2026-11-23", "2026-11-22"),
        ("until", json!({ "until": "2026-11-29" }), "2026-11-30", "2026-11-29"),
        ("visa_number", visa("AZ7654321", "2026-12-18"), "AZ1234567", "AZ7654321"),
        ("visa_until", visa("AZ1234567", "2026-12-17"), "2026-12-18", "2026-12-17"),
        ("moved", json!({ "moved": true }), "false", "true"),
        ("room", json!({ "room": "14" }), "12", "14"),
        ("room", json!({ "without": ["room"] }), "14", ""),
        ("contact", json!({ "contact": "emre@guest.example" }), "emre@guset.example", "emre@guest.example"),
        ("contact", json!({ "without": ["contact"] }), "emre@guest.example", ""),
        ("language", json!({ "language": "ru" }), "en", "ru"),
    ]
}

#[actix_web::test]
async fn each_corrected_field_is_one_change_with_old_and_new() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut new = given::registration(premises.id);
    new.visa = Some(Visa { number: "AZ1234567".into(), stay_until: "2026-12-18".into(), mrz: None });
    new.contact = Some("emre@guset.example".into());
    let first = app.registered(&host, &new).await;
    let path = format!("/registrations/{}/correction", first.id);
    let whole = json!({ "guest": first.guest, "visa": first.visa, "arrived_in_country": "2026-11-19",
        "arrived_at_address": "2026-11-23", "until": "2026-11-30" });

    let mut sent = std::collections::BTreeSet::new();
    for (field, body, old, new) in corrections(&first) {
        let told: RegistrationView = app.post(&host, &path, &body).await.ok();
        let changes = &told.events.last().unwrap().changes;
        assert_eq!(changes.len(), 1, "{field}: {changes:?}");
        assert_eq!([&*changes[0].field, &*changes[0].old, &*changes[0].new], [field, old, new]);
        sent.extend(body.as_object().unwrap().keys().cloned());
        // Back to what it was, so that the next one stands alone.
        if !matches!(field, "mrz" | "moved" | "room" | "contact" | "language") {
            let back: RegistrationView = app.post(&host, &path, &whole).await.ok();
            assert_eq!(back.events.last().unwrap().changes.len(), 1, "{field} back");
        }
    }

    // Nothing that can be sent was forgotten here.
    let document: Value = app.get(&host, "/openapi.json").await.ok();
    let fields = document["components"]["schemas"]["CorrectRegistration"]["properties"].as_object().unwrap();
    assert_eq!(sent, fields.keys().cloned().collect());
    // The receipt of the first day is still what it was.
    assert_eq!(app.registered(&host, &new).await, first);
    app.run_outbox().await;
}

#[actix_web::test]
async fn a_move_that_was_ticked_wrongly_makes_nobody_late_for_ever() {
    let app = TestApp::start().await;
    app.set_clock("2026-12-01T09:00:00Z");
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut new = given::registration(premises.id);
    (new.moved, new.until) = (true, "2026-12-05".into());
    let late = app.registered(&host, &new).await;

    let path = format!("/registrations/{}/correction", late.id);
    let corrected: RegistrationView = app.post(&host, &path, &json!({ "moved": false })).await.ok();

    assert_eq!((late.term.last_day.to_string(), late.term.late_days), ("2026-11-30".into(), 1));
    assert_eq!((corrected.term.last_day.to_string(), corrected.term.late_days), ("2026-12-04".into(), 0));
    assert!(!corrected.moved);
}

#[actix_web::test]
async fn a_visa_is_taken_out_with_both_its_parts() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut new = given::registration(premises.id);
    new.visa = Some(Visa { number: "AZ1234567".into(), stay_until: "2026-12-18".into(), mrz: None });
    let view = app.registered(&host, &new).await;
    let path = format!("/registrations/{}/correction", view.id);

    let both = json!({ "visa": new.visa, "without": ["visa"] });
    let both = app.post(&host, &path, &both).await.wrong_fields();
    let without: RegistrationView = app.post(&host, &path, &json!({ "without": ["visa"] })).await.ok();

    assert_eq!(both, [("/without".into(), "given_and_removed".into())]);
    assert_eq!((without.visa, without.latest_until.to_string()), (None, "2027-02-17".into()));
    let fields: Vec<&str> = without.events[1].changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["visa_number", "visa_until"]);
    // The receipt of the first day still has it.
    assert_eq!(app.registered(&host, &new).await.visa, new.visa);
}

#[actix_web::test]
async fn a_corrected_contact_gets_the_notice() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut new = given::registration(premises.id);
    new.contact = Some("emre@guset.example".into());
    let view = app.registered(&host, &new).await;
    app.run_outbox().await;
    let path = format!("/registrations/{}/correction", view.id);

    let corrected: RegistrationView =
        app.post(&host, &path, &json!({ "contact": "emre@guest.example" })).await.ok();
    let _: RegistrationView = app.post(&host, &path, &json!({ "room": "14" })).await.ok();
    app.run_outbox().await;

    assert_eq!(corrected.contact.as_deref(), Some("emre@guest.example"));
    let mail = app.mail_to("emre@guest.example").await;
    assert_eq!(mail.len(), 1);
    assert!(mail[0].message.body.contains(&view.number), "{}", mail[0].message.body);
}

#[actix_web::test]
async fn a_guest_is_written_to_in_the_language_that_was_said_and_else_in_english() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let languages = [Some(Language::Az), Some(Language::Ru), Some(Language::En), None];
    for (guest, language) in (0..).zip(languages) {
        let mut new = given::registration_number(premises.id, guest);
        (new.contact, new.language) = (Some(format!("guest-{guest}@guest.example")), language);
        let view = app.registered(&host, &new).await;
        assert_eq!(view.language, language.unwrap_or(Language::En));
    }

    app.run_outbox().await;

    for (guest, language) in [(0, "az"), (1, "ru"), (2, "en"), (3, "en")] {
        let mail = &app.mail_to(&format!("guest-{guest}@guest.example")).await[0];
        assert_eq!(serde_json::to_value(mail.message.language).unwrap(), language);
        assert!(mail.message.body.contains(&format!("/{language}/check")), "{}", mail.message.body);
    }
}

#[actix_web::test]
async fn a_correction_is_judged_like_a_registration() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    let path = format!("/registrations/{}/correction", view.id);

    let body = json!({ "arrived_in_country": "2026-11-24", "until": "2026-11-20" });
    let wrong = app.post(&host, &path, &body).await.wrong_fields();
    let stale = app.post(&host, &path, &json!({ "room": "15" })).if_match(7).await.refused();
    let nothing: RegistrationView = app.post(&host, &path, &json!({ "room": "12" })).await.ok();

    let codes: Vec<&str> = wrong.iter().map(|(_, code)| code.as_str()).collect();
    assert_eq!(codes, ["arrival_in_future", "address_before_country", "until_before_arrival"]);
    assert_eq!(stale, (412, "stale".into()));
    assert_eq!((nothing.version, nothing.events.len()), (1, 1));
}

#[actix_web::test]
async fn a_guest_who_never_came_is_annulled() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    assert_eq!(
        view.actions,
        [
            RegistrationAction::Depart,
            RegistrationAction::Extend,
            RegistrationAction::Move,
            RegistrationAction::Correct,
            RegistrationAction::Annul
        ]
    );

    let path = format!("/registrations/{}/annulment", view.id);
    let annulled: RegistrationView = app.post(&host, &path, &json!({ "reason": "never_came" })).await.ok();

    assert_eq!((annulled.state, annulled.in_force), (RegistrationState::Annulled, false));
    assert_eq!(annulled.events[1].reason.as_deref(), Some("never_came"));
    assert_eq!(annulled.actions, []);
    // The guest may come after all.
    let mut again = given::registration(premises.id);
    again.room = Some("13".into());
    let again: RegistrationView = app.post(&host, "/registrations", &again).key("came-after-all").await.ok();
    assert!(again.in_force && again.number != view.number);
}

#[actix_web::test]
async fn another_hosts_registration_is_not_there() {
    let app = TestApp::start().await;
    let owner = app.host("kamran").await;
    let other = app.hotel("lale").await;
    let premises = app.premises(&owner).await;
    let view = app.registered(&owner, &given::registration(premises.id)).await;
    let id = view.id.to_string();
    let missing = "01990000-0000-7000-8000-000000000000";

    let body = async |method: &str, path: &str, form: Option<Value>, id: &str| {
        let ask = app.ask(&other, method, &path.replace('#', id)).header("x-request-id", "the-same-one");
        let answer = match form {
            Some(form) => ask.json(&form).await,
            None => ask.await,
        };
        assert_eq!(answer.status, 404, "{path}");
        answer.text()
    };
    let ways = [
        ("GET", "/registrations/#", None),
        ("GET", "/registrations/#/notice", None),
        ("POST", "/registrations/#/departure", Some(json!({ "left_on": "2026-11-23" }))),
        ("POST", "/registrations/#/correction", Some(json!({ "room": "1" }))),
        ("POST", "/registrations/#/annulment", Some(json!({ "reason": "wrong_guest" }))),
    ];

    for (method, path, form) in ways {
        let foreign = body(method, path, form.clone(), &id).await;
        assert_eq!(foreign, body(method, path, form, missing).await);
    }
    let list: Page<RegistrationRow> = app.get(&other, "/registrations?view=all").await.ok();
    assert_eq!(list.items, []);
    // Nor can a guest be registered at another's address.
    let there =
        app.post(&other, "/registrations", &given::registration(premises.id)).key("at-anothers").await;
    assert_eq!(there.wrong_fields(), [("/premises".into(), "premises_unknown".into())]);
}

#[actix_web::test]
async fn the_menu_counts_what_is_in_force_and_what_ends_soon() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let premises = app.premises(&host).await;
    for guest in 0..3 {
        let mut new = given::registration_number(premises.id, guest);
        new.until = format!("2026-11-2{}", 5 + guest);
        app.registered(&host, &new).await;
    }

    let mine: shared::identity::Me = app.get(&host, "/me").await.ok();
    let desk: shared::identity::Me = app.get(&officer, "/me").await.ok();

    assert_eq!((mine.counts.in_force, mine.counts.ending), (3, 2));
    assert_eq!((desk.counts.new, desk.counts.late, desk.counts.premises_requested), (3, 0, 1));
}
