//! A guest stays longer, or goes on to another address of the same host: the registration goes along.
use serde_json::json;
use shared::{
    premises::PremisesState,
    registrations::{FieldChange, RegistrationAction, RegistrationEventKind, RegistrationView, StayDecision},
};
use tests::{TestApp, given};

fn change(field: &str, old: &str, new: &str) -> FieldChange {
    FieldChange { field: field.into(), old: old.into(), new: new.into() }
}

#[actix_web::test]
async fn a_guest_stays_longer_within_the_visa_free_time() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    assert!(view.actions.contains(&RegistrationAction::Extend));
    let path = format!("/registrations/{}/extension", view.id);

    let not_later = app.post(&host, &path, &json!({ "until": view.until })).await.wrong_fields();
    let too_late = app.post(&host, &path, &json!({ "until": "2027-02-18" })).await.wrong_fields();
    let longer: RegistrationView = app.post(&host, &path, &json!({ "until": "2027-02-17" })).await.ok();

    assert_eq!(not_later, [("/until".into(), "extension_not_later".into())]);
    assert_eq!(too_late, [("/until".into(), "until_too_late".into())]);
    assert_eq!((longer.until.to_string(), longer.version), ("2027-02-17".into(), 2));
    let event = longer.events.last().unwrap();
    assert_eq!(event.kind, RegistrationEventKind::Extended);
    assert_eq!(event.changes, [change("until", &view.until.to_string(), "2027-02-17")]);
    // The term to register is what it was.
    assert_eq!(longer.term, view.term);
}

#[actix_web::test]
async fn a_decision_of_the_service_extends_the_stay_beyond_it() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    let path = format!("/registrations/{}/extension", view.id);
    let decided = |number: &str, stay_until: &str, until: &str| json!({ "until": until, "decision": { "number": number, "stay_until": stay_until } });
    let wrong = async |number: &str, stay_until: &str, until: &str| {
        app.post(&host, &path, &decided(number, stay_until, until)).await.wrong_fields()
    };

    assert_eq!(
        wrong("MOM12345", "2027-03-10", "2027-03-10").await,
        [("/decision/number".into(), "decision_number".into())]
    );
    assert_eq!(
        wrong("MOM0012345", "2027-02-17", "2027-02-17").await,
        [("/decision/stay_until".into(), "extension_adds_nothing".into())]
    );
    // Ninety days end on 17 February; sixty more on 18 April.
    assert_eq!(
        wrong("MOM0012345", "2027-04-19", "2027-04-10").await,
        [("/decision/stay_until".into(), "extension_too_long".into())]
    );
    assert_eq!(
        wrong("MOM0012345", "2027-03-10", "2027-03-11").await,
        [("/until".into(), "until_too_late".into())]
    );
    let longer: RegistrationView =
        app.post(&host, &path, &decided("MOM0012345", "2027-04-18", "2027-03-10")).await.ok();

    let decision = StayDecision { number: "MOM0012345".into(), stay_until: "2027-04-18".into() };
    assert_eq!(longer.decision, Some(decision));
    assert_eq!(
        (longer.until.to_string(), longer.latest_until.to_string()),
        ("2027-03-10".into(), "2027-04-18".into())
    );
    // The journal proves the number and does not hold it.
    let sql = "select payload from registration_event where kind = 'extended'";
    #[derive(sea_orm::FromQueryResult)]
    struct Payload {
        payload: String,
    }
    let payloads: Vec<Payload> = app.rows(sql, Vec::new()).await;
    assert!(payloads[0].payload.contains("digests") && !payloads[0].payload.contains("MOM"));
    // Later corrections know of it.
    let path = format!("/registrations/{}/correction", view.id);
    let corrected: RegistrationView = app.post(&host, &path, &json!({ "until": "2027-04-18" })).await.ok();
    assert_eq!(corrected.decision.unwrap().number, "MOM0012345");
}

#[actix_web::test]
async fn what_is_over_is_not_extended() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    app.set_clock("2026-12-20T09:00:00Z");
    app.sign_in(&host).await;

    for (act, body) in [
        ("extension", json!({ "until": "2026-12-30" })),
        ("move", json!({ "premises": premises.id, "moved_on": "2026-12-20" })),
    ] {
        let answer = app.post(&host, &format!("/registrations/{}/{act}", view.id), &body).await;
        assert_eq!(answer.refused(), (409, "registration_closed".into()), "{act}");
    }
}

#[actix_web::test]
async fn a_guest_goes_on_to_another_address_of_the_same_host() {
    let app = TestApp::start().await;
    let (host, officer) = (app.host("kamran").await, app.officer("baku").await);
    let (first, second) = (app.premises(&host).await, app.confirmed_premises(&host, &officer).await);
    let mut new = given::registration(first.id);
    new.room = Some("12".into());
    let view: RegistrationView = app.post(&host, "/registrations", &new).key("the-first-one").await.ok();
    let path = format!("/registrations/{}/move", view.id);
    app.set_clock("2026-11-24T09:00:00Z");
    app.sign_in(&host).await;

    let body = json!({ "premises": second.id, "moved_on": "2026-11-24", "room": "3" });
    let moved: RegistrationView = app.post(&host, &path, &body).if_match(1).await.ok();

    assert_eq!((moved.premises, moved.number.as_str()), (second.id, view.number.as_str()));
    assert_eq!((moved.room.as_deref(), moved.premises_state), (Some("3"), PremisesState::Confirmed));
    assert_eq!((moved.from, moved.until, &moved.term), (view.from, view.until, &view.term));
    let event = moved.events.last().unwrap();
    assert_eq!(
        (event.kind, event.on.unwrap().to_string()),
        (RegistrationEventKind::Moved, "2026-11-24".into())
    );
    let fields: Vec<_> = event.changes.iter().map(|change| change.field.as_str()).collect();
    assert_eq!(fields, ["address", "room"]);
    // What happens to the first address is nothing to the guest any more.
    let rejection = json!({ "reason": "No such house stands in this street." });
    app.sign_in(&officer).await;
    let rejected =
        app.post(&officer, &format!("/premises/{}/rejection", first.id), &rejection).if_match(1).await;
    let _: serde_json::Value = rejected.ok();
    app.run_outbox().await;
    let still: RegistrationView = app.get(&host, &format!("/registrations/{}", view.id)).await.ok();
    assert!(still.in_force);
    // The same request again is answered as it was answered first.
    let again: RegistrationView = app.post(&host, "/registrations", &new).key("the-first-one").await.ok();
    assert_eq!((again.address, again.room, again.version), (view.address, view.room, 1));
}

#[actix_web::test]
async fn a_guest_moves_only_to_an_address_that_can_be() {
    let app = TestApp::start().await;
    let (host, other) = (app.host("kamran").await, app.hotel("lale").await);
    let (first, second) = (app.premises(&host).await, app.premises(&host).await);
    let theirs = app.premises(&other).await;
    let view = app.registered(&host, &given::registration(first.id)).await;
    let path = format!("/registrations/{}/move", view.id);
    let wrong = async |premises, moved_on: &str| {
        let body = json!({ "premises": premises, "moved_on": moved_on });
        app.post(&host, &path, &body).await.wrong_fields()
    };

    assert_eq!(wrong(theirs.id, "2026-11-23").await, [("/premises".into(), "premises_unknown".into())]);
    assert_eq!(wrong(first.id, "2026-11-23").await, [("/premises".into(), "premises_the_same".into())]);
    assert_eq!(wrong(second.id, "2026-11-24").await, [("/moved_on".into(), "date_future".into())]);
    assert_eq!(wrong(second.id, "2026-11-22").await, [("/moved_on".into(), "move_before_arrival".into())]);
    let body = json!({ "premises": second.id, "moved_on": "2026-11-23" });
    let stranger = app.post(&other, &path, &body).await;
    assert_eq!(stranger.refused().0, 404);
}
