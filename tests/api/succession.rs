//! One registration of a person ends another; what never stood gives it back.
use serde_json::json;
use shared::{
    ids::PremisesId,
    page::Page,
    premises::PremisesView,
    registrations::{
        NewRegistration, RegistrationEventKind, RegistrationRow, RegistrationState, RegistrationView,
    },
};
use tests::{Actor, TestApp, given};

async fn shown(app: &TestApp, host: &Actor, view: &RegistrationView) -> RegistrationView {
    app.get(host, &format!("/registrations/{}", view.id)).await.ok()
}

fn kinds(view: &RegistrationView) -> Vec<RegistrationEventKind> {
    view.events.iter().map(|event| event.kind).collect()
}

fn stay(new: NewRegistration, from: &str, until: &str) -> NewRegistration {
    NewRegistration { arrived_at_address: from.into(), until: until.into(), ..new }
}

#[actix_web::test]
async fn a_host_does_not_learn_when_its_former_guest_is_registered_elsewhere() {
    let app = TestApp::start().await;
    let first = app.host("kamran").await;
    let second = app.hotel("lale").await;
    let there = app.premises(&second).await;
    let earlier = app.registered(&first, &given::registration(app.premises(&first).await.id)).await;
    app.set_clock("2026-12-10T09:00:00Z");
    app.sign_in(&first).await;
    app.sign_in(&second).await;
    let before = shown(&app, &first, &earlier).await;
    let mut again = given::registration(there.id);
    again.arrived_in_country = "2026-12-09".into();

    app.registered(&second, &stay(again, "2026-12-10", "2026-12-12")).await;

    assert_eq!(shown(&app, &first, &earlier).await, before);
    assert_eq!((before.state, before.in_force), (RegistrationState::Registered, false));
    // What was written wrongly is corrected as before; but it does not begin to run again.
    let path = format!("/registrations/{}/correction", earlier.id);
    let longer = app.post(&first, &path, &json!({ "until": "2026-12-11" })).if_match(1).await.refused();
    assert_eq!(longer, (409, "registration_closed".into()));
    let corrected: RegistrationView =
        app.post(&first, &path, &json!({ "room": "14" })).if_match(1).await.ok();
    assert_eq!(corrected.room.as_deref(), Some("14"));
}

#[actix_web::test]
async fn a_past_stay_that_is_written_late_ends_nothing() {
    let app = TestApp::start().await;
    let first = app.host("kamran").await;
    let second = app.hotel("lale").await;
    let now = app.registered(&first, &given::registration(app.premises(&first).await.id)).await;
    let there = app.premises(&second).await;
    let past = stay(given::registration(there.id), "2026-11-20", "2026-11-21");

    let late = app.registered(&second, &past).await;
    let again = app.post(&second, "/registrations", &past).key("the-same-stay").await;

    assert_eq!(shown(&app, &first, &now).await, now);
    assert_eq!((late.state, late.in_force), (RegistrationState::Registered, false));
    assert_eq!(again.refused(), (409, "registration_already_here".into()));
}

#[actix_web::test]
async fn an_annulled_registration_gives_back_what_it_ended() {
    let app = TestApp::start().await;
    let first = app.host("kamran").await;
    let second = app.hotel("lale").await;
    let earlier = app.registered(&first, &given::registration(app.premises(&first).await.id)).await;
    let there = app.premises(&second).await;
    app.set_clock("2026-11-26T09:00:00Z");
    app.sign_in(&first).await;
    app.sign_in(&second).await;
    let never_came =
        app.registered(&second, &stay(given::registration(there.id), "2026-11-26", "2026-11-30")).await;
    assert_eq!(shown(&app, &first, &earlier).await.state, RegistrationState::Superseded);

    let path = format!("/registrations/{}/annulment", never_came.id);
    let body = json!({ "reason": "never_came" });
    let _: RegistrationView = app.post(&second, &path, &body).if_match(1).await.ok();

    let back = shown(&app, &first, &earlier).await;
    assert_eq!((back.state, back.in_force, back.until), (RegistrationState::Registered, true, earlier.until));
    assert_eq!(
        kinds(&back),
        [
            RegistrationEventKind::Registered,
            RegistrationEventKind::Superseded,
            RegistrationEventKind::Reinstated
        ]
    );
    assert_eq!(back.actions, earlier.actions);
}

#[actix_web::test]
async fn a_rejected_address_gives_back_what_was_ended_from_there() {
    let app = TestApp::start().await;
    let officer = app.officer("baku").await;
    let first = app.host("kamran").await;
    let second = app.hotel("lale").await;
    let earlier = app.registered(&first, &given::registration(app.premises(&first).await.id)).await;
    let there = app.premises(&second).await;
    let new = stay(given::registration(there.id), "2026-11-23", "2026-11-29");
    app.registered(&second, &new).await;

    let path = format!("/premises/{}/rejection", there.id);
    let reason = json!({ "reason": "There is no such house in this street." });
    assert_eq!(app.post(&officer, &path, &reason).if_match(1).await.status, 200);

    let back = shown(&app, &first, &earlier).await;
    assert_eq!((back.state, back.until), (RegistrationState::Registered, earlier.until));
    app.run_outbox().await;
}

/// Two registrations of one guest, the later from the 25th, at an address that nobody has looked at.
async fn one_after_the_other(
    app: &TestApp,
    host: &Actor,
    there: PremisesId,
) -> (RegistrationView, RegistrationView) {
    let earlier = app.registered(host, &given::registration(there)).await;
    app.set_clock("2026-11-26T09:00:00Z");
    app.sign_in(host).await;
    let later = app.registered(host, &stay(given::registration(there), "2026-11-25", "2026-11-29")).await;
    assert_eq!(shown(app, host, &earlier).await.state, RegistrationState::Superseded);
    (earlier, later)
}

#[actix_web::test]
async fn what_was_ended_at_a_rejected_address_falls_with_what_ended_it() {
    let app = TestApp::start().await;
    let officer = app.officer("baku").await;
    let first = app.host("kamran").await;
    let second = app.hotel("lale").await;
    let elsewhere = app.registered(&first, &given::registration(app.premises(&first).await.id)).await;
    let there = app.premises(&second).await;
    let mut new = stay(given::registration(there.id), "2026-11-24", "2026-11-29");
    app.set_clock("2026-11-24T09:00:00Z");
    app.sign_in(&second).await;
    let earlier = app.registered(&second, &new).await;
    app.set_clock("2026-11-26T09:00:00Z");
    for who in [&first, &second, &officer] {
        app.sign_in(who).await;
    }
    new.arrived_at_address = "2026-11-26".into();
    let later = app.registered(&second, &new).await;

    let path = format!("/premises/{}/rejection", there.id);
    let reason = json!({ "reason": "There is no such house in this street." });
    assert_eq!(app.post(&officer, &path, &reason).if_match(1).await.status, 200);

    for view in [&earlier, &later] {
        assert_eq!(shown(&app, &second, view).await.state, RegistrationState::Annulled);
    }
    let back = shown(&app, &first, &elsewhere).await;
    assert_eq!((back.state, back.until), (RegistrationState::Registered, elsewhere.until));
    app.run_outbox().await;
}

#[actix_web::test]
async fn what_goes_on_at_an_address_nobody_has_looked_at_waits_again() {
    let app = TestApp::start().await;
    let officer = app.officer("baku").await;
    let host = app.host("kamran").await;
    let there = app.premises(&host).await;
    let (earlier, later) = one_after_the_other(&app, &host, there.id).await;
    app.sign_in(&officer).await;
    let body = json!({ "reason": "never_came" });
    let path = format!("/registrations/{}/annulment", later.id);
    let _: RegistrationView = app.post(&host, &path, &body).if_match(1).await.ok();
    let waiting: Page<RegistrationRow> = app.get(&officer, "/registrations?view=unconfirmed").await.ok();
    assert_eq!(waiting.items.iter().map(|row| row.id).collect::<Vec<_>>(), [earlier.id]);

    // The officer is told what a decision would settle.
    let asked: PremisesView = app.get(&officer, &format!("/premises/{}", there.id)).await.ok();
    assert_eq!(asked.waiting, 1);

    let path = format!("/premises/{}/rejection", there.id);
    let reason = json!({ "reason": "There is no such house in this street." });
    assert_eq!(app.post(&officer, &path, &reason).if_match(1).await.status, 200);

    assert_eq!(shown(&app, &host, &earlier).await.state, RegistrationState::Annulled);
    app.run_outbox().await;
}
