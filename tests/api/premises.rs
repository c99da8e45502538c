//! Addresses: asked for by hosts, confirmed or rejected by an officer of the district's department.
use api::{db::Sql, http::call};
use futures_util::future::join_all;
use sea_orm::{FromQueryResult, prelude::Uuid};
use serde_json::json;
use shared::{
    page::Page,
    premises::{Board, PremisesAction, PremisesState, PremisesView},
    registrations::{RegistrationEventKind, RegistrationRow, RegistrationState, RegistrationView},
};
use tests::{Actor, TestApp, given, on_postgres};

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
async fn a_host_asks_for_an_address_once_and_again_when_it_was_rejected() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let neighbour = app.hotel("lale").await;
    let officer = app.officer("baku").await;
    let ask = async |who: &Actor| app.post(who, "/premises", &given::premises()).await;

    let first: PremisesView = ask(&host).await.ok();
    assert_eq!(ask(&host).await.refused(), (409, "premises_already_yours".into()));
    ask(&neighbour).await.ok::<PremisesView>();
    let path = format!("/premises/{}/rejection", first.id);
    let reason = json!({ "reason": "The house does not exist." });
    app.post(&officer, &path, &reason).if_match(1).await.ok::<PremisesView>();
    ask(&host).await.ok::<PremisesView>();
    app.run_outbox().await;
}

#[actix_web::test]
async fn an_if_match_that_is_no_tag_is_refused_as_such() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let path = format!("/premises/{}/confirmation", app.premises(&host).await.id);

    for unfit in ["1", "abc", "\"1"] {
        let answer = app.act(&officer, &path).header("if-match", unfit).await;
        assert_eq!(answer.wrong_fields(), [("If-Match".into(), "if_match".into())], "{unfit}");
    }
    for foreign in ["\"abc\"", "W/\"1\"", "\"1\", \"2\""] {
        let answer = app.act(&officer, &path).header("if-match", foreign).await;
        assert_eq!(answer.refused(), (412, "stale".into()), "{foreign}");
    }
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

/// So many more guests beside this one, each a person of its own; written by hand, or it would take minutes.
async fn crowd(app: &TestApp, beside: &RegistrationView, more: u32) {
    const SAME: &str = "party, premises, department, document, surname, given_names, citizenship, document_number,
        name_key, arrived_in_country, arrived_at_address, from_day, until_day, latest_until, moved, channel, state,
        address_open, late_days, term_last_day, term_item, term_basis, edition, engine, trace, registered_at, seq";
    let row = format!(
        "insert into registration (id, person, number, code, {SAME})
         select $1, $1, $2, $2, {SAME} from registration where id = $3"
    );
    let job = call::Actor::service("test", "crowd");
    let written = app.state.act(&job, async |tx| {
        for number in 1..=more {
            let id = Uuid::from_u128(number.into());
            let person = "insert into person (id, created_at, version) values ($1, $2, 1)";
            tx.run(person, vec![id.into(), tx.now.into()]).await?;
            tx.run(&row, vec![id.into(), number.to_string().into(), beside.id.into()]).await?;
        }
        Ok(())
    });
    written.await.unwrap();
}

/// What the journal says of a kind, how often, and in how many statements (which PostgreSQL tells).
#[derive(Debug, FromQueryResult)]
struct Said {
    seq: i64,
    role: String,
    payload: String,
    registrations: i64,
    statements: i64,
}

async fn said(app: &TestApp, kind: RegistrationEventKind) -> Said {
    let statements = if on_postgres() { "count(distinct e.cmin::text)" } else { "0" };
    let sql = format!(
        "select e.seq, e.role, e.payload, count(distinct e.registration) as registrations, {statements} as statements
         from registration_event e join registration r on r.id = e.registration and r.seq = e.seq
         where e.kind = $1 and e.at = $2 and e.actor is not null and e.cause <> ''
         group by e.seq, e.role, e.payload"
    );
    let mut all: Vec<Said> = app.rows(&sql, vec![kind.into(), app.now().into()]).await;
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// An address where 1,200 guests wait, the guest among them who is described.
async fn crowded(app: &TestApp, host: &Actor) -> (PremisesView, RegistrationView) {
    let premises = app.premises(host).await;
    let first = app.registered(host, &given::registration(premises.id)).await;
    crowd(app, &first, 1_199).await;
    (premises, first)
}

#[actix_web::test]
async fn a_confirmation_reaches_a_crowd_at_once_and_says_the_same_of_each() {
    let app = TestApp::start().await;
    let (host, officer) = (app.host("kamran").await, app.officer("baku").await);
    let (premises, _) = crowded(&app, &host).await;

    let path = format!("/premises/{}/confirmation", premises.id);
    let confirmed: PremisesView = app.act(&officer, &path).if_match(1).await.ok();

    assert_eq!((confirmed.guests, confirmed.waiting), (1_200, 0));
    let said = said(&app, RegistrationEventKind::AddressConfirmed).await;
    assert_eq!((said.registrations, said.seq), (1_200, 2));
    assert_eq!((said.role.as_str(), said.payload.as_str()), ("officer", "{}"));
    assert!(said.statements <= 3, "{} statements", said.statements);
    let logged = "access_subject s join access_entry e on e.id = s.entry";
    assert_eq!(app.count(&format!("{logged} where e.operation = 'confirm_premises'")).await, 1_200);
    app.run_outbox().await;
}

#[actix_web::test]
async fn a_rejection_fells_a_crowd_at_once_and_gives_back_what_one_of_them_had_ended() {
    let app = TestApp::start().await;
    let (host, officer) = (app.host("kamran").await, app.officer("baku").await);
    let elsewhere = app.hotel("lale").await;
    let mut earlier = given::registration(app.premises(&elsewhere).await.id);
    earlier.arrived_at_address = "2026-11-20".into();
    let earlier = app.registered(&elsewhere, &earlier).await;
    let (premises, _) = crowded(&app, &host).await;
    assert_eq!(app.count("registration where state = 'superseded'").await, 1);

    let path = format!("/premises/{}/rejection", premises.id);
    let reason = json!({ "reason": "The house does not exist." });
    let rejected: PremisesView = app.post(&officer, &path, &reason).if_match(1).await.ok();

    assert_eq!((rejected.guests, rejected.waiting), (0, 0));
    let said = said(&app, RegistrationEventKind::Annulled).await;
    assert_eq!((said.registrations, said.seq), (1_200, 2));
    assert_eq!(said.payload, r#"{"reason":"address_rejected"}"#);
    assert!(said.statements <= 3, "{} statements", said.statements);
    assert_eq!(app.count("registration where state = 'annulled' and closed_at is not null").await, 1_200);
    let back: RegistrationView = app.get(&elsewhere, &format!("/registrations/{}", earlier.id)).await.ok();
    assert_eq!((back.state, back.until), (RegistrationState::Registered, earlier.until));
    app.run_outbox().await;
}
