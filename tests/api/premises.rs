//! Addresses: asked for by hosts, confirmed or rejected by an officer of the district's department.
use futures_util::future::join_all;
use serde_json::json;
use shared::{
    page::Page,
    premises::{Board, PremisesAction, PremisesState, PremisesView},
    registrations::{RegistrationEventKind, RegistrationRow, RegistrationState, RegistrationView},
};
use tests::{Actor, TestApp, given};

async fn unconfirmed(app: &TestApp, officer: &Actor) -> usize {
    let page: Page<RegistrationRow> = app.get(officer, "/registrations?view=unconfirmed").await.ok();
    page.items.len()
}

#[actix_web::test]
async fn an_address_goes_to_the_department_of_its_district() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let baku = app.officer("baku").await;
    let khachmaz = app.officer("khachmaz").await;

    let asked = app.premises(&host).await;
    let there: PremisesView = app.post(&host, "/premises", &given::premises_in("khachmaz")).await.ok();

    assert_eq!((asked.state, asked.department.as_str()), (PremisesState::Requested, "baku"));
    assert_eq!((there.department.as_str(), asked.version), ("khachmaz", 1));
    assert_eq!(asked.actions, [PremisesAction::Register]);
    let desk: Page<PremisesView> = app.get(&baku, "/premises?state=requested").await.ok();
    assert_eq!(desk.items.iter().map(|row| row.id).collect::<Vec<_>>(), [asked.id]);
    assert_eq!(desk.items[0].actions, [PremisesAction::Confirm, PremisesAction::Reject]);
    let path = format!("/premises/{}", asked.id);
    assert_eq!(app.get(&khachmaz, &path).await.refused(), (404, "not_found".into()));
    let act = app.act(&khachmaz, &format!("{path}/confirmation")).if_match(1).await;
    assert_eq!(act.refused(), (404, "not_found".into()));
}

#[actix_web::test]
async fn a_supervisor_sees_what_waits_and_who_decided_and_an_officer_does_not() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let (first, second) = (app.officer("baku").await, app.officer("baku").await);
    let supervisor = app.supervisor("baku").await;
    let elsewhere = app.supervisor("ganja").await;
    let waiting = app.premises(&host).await;
    app.registered(&host, &given::registration(waiting.id)).await;
    for officer in [&first, &second, &first] {
        app.confirmed_premises(&host, officer).await;
    }
    let rejected = app.premises(&host).await;
    let reason = json!({ "reason": "The house does not exist." });
    let path = format!("/premises/{}/rejection", rejected.id);
    let _: PremisesView = app.post(&second, &path, &reason).if_match(1).await.ok();
    app.run_outbox().await;

    let board: Board = app.get(&supervisor, "/board").await.ok();
    assert_eq!((board.waiting, board.waiting_over_week, board.guests_waiting), (1, 0, 1));
    let mut counts: Vec<_> =
        board.officers.iter().map(|it| (it.name.as_str(), it.confirmed, it.rejected)).collect();
    counts.sort_unstable();
    let mut expected = [(first.name.as_str(), 2, 0), (second.name.as_str(), 1, 1)];
    expected.sort_unstable();
    assert_eq!(counts, expected);
    let there: Board = app.get(&elsewhere, "/board").await.ok();
    assert_eq!((there.waiting, there.officers.len()), (0, 0));
    assert_eq!(app.get(&first, "/board").await.status, 403);
    app.set_clock("2026-12-24T09:00:00Z");
    app.sign_in(&supervisor).await;
    let later: Board = app.get(&supervisor, "/board").await.ok();
    assert_eq!((later.waiting, later.waiting_over_week, later.officers.len()), (1, 1, 0));
}

#[actix_web::test]
async fn nakhchivan_has_a_service_of_its_own() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;

    let there = app.post(&host, "/premises", &given::premises_in("nakhchivan")).await.wrong_fields();
    let nowhere = app.post(&host, "/premises", &given::premises_in("atlantis")).await.wrong_fields();

    assert_eq!(there, [("/address/district".into(), "district_own_service".into())]);
    assert_eq!(nowhere, [("/address/district".into(), "district_unknown".into())]);
}

#[actix_web::test]
async fn a_guest_at_an_unconfirmed_address_is_in_force_and_marked_until_it_is_confirmed() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    assert_eq!((view.in_force, view.premises_state), (true, PremisesState::Requested));
    assert_eq!(unconfirmed(&app, &officer).await, 1);

    let path = format!("/premises/{}/confirmation", premises.id);
    let confirmed: PremisesView = app.act(&officer, &path).if_match(1).await.ok();

    assert_eq!((confirmed.state, confirmed.version, confirmed.guests), (PremisesState::Confirmed, 2, 1));
    assert_eq!(confirmed.decided_at, Some(app.now()));
    assert_eq!(unconfirmed(&app, &officer).await, 0);
    let view: RegistrationView = app.get(&host, &format!("/registrations/{}", view.id)).await.ok();
    assert_eq!((view.in_force, view.premises_state), (true, PremisesState::Confirmed));
    let last = view.events.last().unwrap();
    assert_eq!((last.kind, last.by.as_str()), (RegistrationEventKind::AddressConfirmed, "officer"));
    app.run_outbox().await;
    let mail = app.mail_to(&host.email).await;
    assert!(mail[0].message.body.contains("Kiçik Qala küçəsi, 14"), "{}", mail[0].message.body);
}

#[actix_web::test]
async fn a_rejected_address_annuls_its_registrations_and_the_host_is_told_why() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let premises = app.premises(&host).await;
    let views = [
        app.registered(&host, &given::registration_number(premises.id, 1)).await,
        app.registered(&host, &given::registration_number(premises.id, 2)).await,
    ];
    let path = format!("/premises/{}/rejection", premises.id);
    let reason = "Reyestrdə belə bir ev yoxdur.";

    let short = app.post(&officer, &path, &json!({ "reason": "yox" })).if_match(1).await.wrong_fields();
    let rejected: PremisesView =
        app.post(&officer, &path, &json!({ "reason": reason })).if_match(1).await.ok();

    assert_eq!(short, [("/reason".into(), "reason_length".into())]);
    assert_eq!((rejected.state, rejected.reason.as_deref()), (PremisesState::Rejected, Some(reason)));
    for view in views {
        let view: RegistrationView = app.get(&host, &format!("/registrations/{}", view.id)).await.ok();
        assert_eq!((view.state, view.in_force), (RegistrationState::Annulled, false));
        assert_eq!(view.events[1].reason.as_deref(), Some("address_rejected"));
    }
    assert_eq!(app.outbox().await, ["address_rejected"]);
    app.run_outbox().await;
    let mail = app.mail_to(&host.email).await;
    assert!(mail[0].message.body.contains(reason), "{}", mail[0].message.body);
    let again = app.post(&host, "/registrations", &given::registration(premises.id)).key("once-more").await;
    assert_eq!(again.refused(), (409, "premises_rejected".into()));
}

#[actix_web::test]
async fn an_address_is_decided_once() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let premises = app.confirmed_premises(&host, &officer).await;
    let path = format!("/premises/{}", premises.id);

    let unseen = app.act(&officer, &format!("{path}/confirmation")).await.refused();
    let stale = app.act(&officer, &format!("{path}/confirmation")).if_match(1).await.refused();
    let again = app.act(&officer, &format!("{path}/confirmation")).if_match(2).await.refused();
    let reason = json!({ "reason": "Fikrimi dəyişdim, yox." });
    let back = app.post(&officer, &format!("{path}/rejection"), &reason).if_match(2).await.refused();

    assert_eq!(unseen, (428, "precondition_required".into()));
    assert_eq!(stale, (412, "stale".into()));
    assert_eq!([again, back], [(409, "premises_decided".into()), (409, "premises_decided".into())]);
}

#[actix_web::test]
async fn of_two_officers_who_confirm_at_once_one_wins() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officers = [app.officer("baku").await, app.supervisor("baku").await];
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    let path = format!("/premises/{}/confirmation", premises.id);

    let answers = join_all(officers.iter().map(async |who| app.act(who, &path).if_match(1).await)).await;

    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200);
    assert!(matches!(statuses[1], 409 | 412), "{}", statuses[1]);
    let view: RegistrationView = app.get(&host, &format!("/registrations/{}", view.id)).await.ok();
    assert_eq!(view.events.len(), 2, "{:?}", view.events);
    assert_eq!(app.outbox().await, ["address_confirmed"]);
    app.run_outbox().await;
}

#[actix_web::test]
async fn only_officers_see_that_others_asked_for_the_same_address() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let other = app.hotel("lale").await;
    let officer = app.officer("baku").await;
    app.premises(&other).await;
    let mut same = given::premises();
    same.address.street = "KICIK QALA KUCESI".into();

    let mine: PremisesView = app.post(&host, "/premises", &same).await.ok();

    let desk: PremisesView = app.get(&officer, &format!("/premises/{}", mine.id)).await.ok();
    assert_eq!((mine.others_here, desk.others_here), (0, 1));
    let path = format!("/premises/{}", mine.id);
    assert_eq!(app.get(&other, &path).await.refused(), (404, "not_found".into()));
}
