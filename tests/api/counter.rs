//! An officer registers whoever stands at the counter, at an address of the department.
use serde_json::{Value, json};
use shared::{
    identity::PartyKind,
    page::Page,
    premises::{PremisesState, PremisesView},
    registrations::{Channel, RegistrationRow, RegistrationView},
};
use tests::{Actor, Answer, TestApp, given};

fn seen(premises: &PremisesView) -> Value {
    let mut form = serde_json::to_value(given::registration(premises.id)).unwrap();
    form["original_seen"] = true.into();
    form
}

async fn filed(app: &TestApp, who: &Actor, form: &Value) -> Answer {
    app.post(who, "/registrations", form).key("at-the-counter").await
}

fn own_address() -> Value {
    let premises = serde_json::to_value(given::premises()).unwrap();
    json!({ "host": { "kind": "person", "name": "YILMAZ EMRE" }, "premises": premises })
}

/// The host has the guest, the officer has the receipt, the log says where it happened.
#[actix_web::test]
async fn a_guest_is_registered_for_a_host_at_the_counter() {
    let app = TestApp::start().await;
    let (hotel, officer) = (app.hotel("lale").await, app.officer("baku").await);
    let premises = app.confirmed_premises(&hotel, &officer).await;

    let view: RegistrationView = filed(&app, &officer, &seen(&premises)).await.ok();

    assert_eq!((view.channel, view.events[0].by.as_str()), (Channel::Counter, "officer"));
    assert!(view.in_force);
    let mine: Page<RegistrationRow> = app.get(&hotel, "/registrations").await.ok();
    assert_eq!(mine.items.iter().map(|row| row.id).collect::<Vec<_>>(), [view.id]);
    let paper = app.get(&officer, &format!("/registrations/{}/notice", view.id)).await;
    assert_eq!(paper.status, 200);
    let entries =
        "access_entry where operation = 'create_registration' and purpose = 'counter' and role = 'officer'";
    assert_eq!(app.count(entries).await, 1);
    let again: RegistrationView = filed(&app, &officer, &seen(&premises)).await.ok();
    assert_eq!(again.id, view.id);
}

#[actix_web::test]
async fn without_the_original_nobody_is_registered_at_the_counter() {
    let app = TestApp::start().await;
    let (hotel, officer) = (app.hotel("lale").await, app.officer("baku").await);
    let premises = app.confirmed_premises(&hotel, &officer).await;
    let mut form = seen(&premises);

    form["original_seen"] = false.into();
    let unseen = filed(&app, &officer, &form).await.wrong_fields();
    form.as_object_mut().unwrap().remove("original_seen");
    let unsaid = filed(&app, &officer, &form).await.wrong_fields();
    let host = filed(&app, &hotel, &seen(&premises)).await.wrong_fields();

    assert_eq!(unseen, [("/original_seen".into(), "counter_original".into())]);
    assert_eq!(unsaid, unseen);
    assert_eq!(host, [("/original_seen".into(), "counter_only".into())]);
    assert_eq!(app.count("registration").await, 0);
}

#[actix_web::test]
async fn an_officer_files_only_where_the_department_answers() {
    let app = TestApp::start().await;
    let (hotel, officer, elsewhere) =
        (app.hotel("lale").await, app.officer("baku").await, app.officer("ganja").await);
    let premises = app.confirmed_premises(&hotel, &officer).await;

    let wrong = filed(&app, &elsewhere, &seen(&premises)).await.wrong_fields();

    assert_eq!(wrong, [("/premises".into(), "premises_unknown".into())]);
    let there = app.post(&elsewhere, "/counter/premises", &own_address()).await.wrong_fields();
    assert_eq!(there, [("/premises/address/district".into(), "district_elsewhere".into())]);
    assert_eq!(
        app.post(&app.person("nina").await, "/counter/premises", &own_address()).await.refused().0,
        403
    );
    assert_eq!(
        app.post(&hotel, "/premises/search", &json!({ "address": given::premises().address }))
            .await
            .refused()
            .0,
        403
    );
}

/// MC 21.3: the foreigner at an address of their own; no account gets it.
#[actix_web::test]
async fn the_foreigner_is_registered_at_an_address_of_their_own() {
    let app = TestApp::start().await;
    let officer = app.officer("baku").await;

    let premises: PremisesView = app.post(&officer, "/counter/premises", &own_address()).await.ok();
    let view: RegistrationView = filed(&app, &officer, &seen(&premises)).await.ok();

    assert_eq!((premises.state, premises.host.name.as_str()), (PremisesState::Requested, "YILMAZ EMRE"));
    assert_eq!(view.host.name, "YILMAZ EMRE");
    let kind = PartyKind::Person;
    assert_eq!(app.count(&format!("party where kind = '{kind}'")).await, 1);
    assert_eq!(app.count("membership").await, 0);
}

/// All flats of a house, however its street is spelt; nothing of another department.
#[actix_web::test]
async fn the_addresses_of_a_house_are_found() {
    let app = TestApp::start().await;
    let (hotel, officer, elsewhere) =
        (app.hotel("lale").await, app.officer("baku").await, app.officer("ganja").await);
    let (first, second) = (app.premises(&hotel).await, app.premises(&hotel).await);
    let mut address = given::premises().address;
    address.street = "kiçik  qala KÜÇƏSİ".into();
    let ask = json!({ "address": address });

    let found: Page<PremisesView> = app.post(&officer, "/premises/search", &ask).await.ok();
    let nothing: Page<PremisesView> = app.post(&elsewhere, "/premises/search", &ask).await.ok();
    address.house = "1".into();
    let other: Page<PremisesView> =
        app.post(&officer, "/premises/search", &json!({ "address": address })).await.ok();

    assert_eq!(found.items.iter().map(|row| row.id).collect::<Vec<_>>(), [first.id, second.id]);
    assert_eq!((nothing.items.len(), other.items.len()), (0, 0));
}
