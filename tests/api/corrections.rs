//! A person asks to have put right or taken out what is kept of them; two people refuse (F3).
use std::collections::BTreeSet;

use api::upkeep::invariants;
use serde_json::{Value, json};
use shared::{
    corrections::{
        CorrectionAction, CorrectionEventKind, CorrectionFile, CorrectionRow, CorrectionState, CorrectionView,
    },
    identity::Me,
    page::Page,
    persons::MyData,
    registrations::{RegistrationEventKind, RegistrationRow, RegistrationView},
};
use tests::{Actor, TestApp, given};

use crate::persons::{Linked, emre};

const WHY: &str = "My passport says it otherwise.";

fn surname(stay: &RegistrationView) -> Value {
    json!({ "registration": stay.id, "kind": "correction", "field": "surname", "right": "YILDIZ", "reason": WHY })
}

fn erased(stay: &RegistrationView, field: &str) -> Value {
    json!({ "registration": stay.id, "kind": "erasure", "field": field, "reason": WHY })
}

async fn asked(linked: &Linked, form: &Value) -> CorrectionView {
    linked.app.post(&linked.emre, "/my/corrections", form).await.ok()
}

async fn desk(app: &TestApp, officer: &Actor, view: &str) -> Page<CorrectionRow> {
    app.get(officer, &format!("/corrections?view={view}")).await.ok()
}

async fn opened(app: &TestApp, officer: &Actor, view: &CorrectionView) -> CorrectionFile {
    app.get(officer, &format!("/corrections/{}", view.id)).await.ok()
}

async fn mine(linked: &Linked) -> CorrectionView {
    let page: Page<CorrectionView> = linked.app.get(&linked.emre, "/my/corrections").await.ok();
    page.items.into_iter().next().expect("a request")
}

async fn accepted(linked: &Linked, view: &CorrectionView, seen: i64) {
    let ask = linked.app.act(&linked.officer, &path(view, "acceptance"));
    let done: CorrectionView = ask.if_match(seen).await.ok();
    assert_eq!(done.state, CorrectionState::Accepted);
    linked.app.run_outbox().await;
}

fn path(view: &CorrectionView, act: &str) -> String {
    format!("/corrections/{}/{act}", view.id)
}

/// The clock of a month is the law's, and both sides see it.
#[actix_web::test]
async fn a_person_asks_and_both_see_by_when_it_is_answered() {
    let linked = emre().await;

    let view = asked(&linked, &surname(&linked.stay)).await;

    assert_eq!((view.state, view.answer_by.to_string().as_str()), (CorrectionState::Submitted, "2026-12-23"));
    assert!(!view.term_confirmed);
    assert_eq!((view.kept.as_deref(), view.right.as_deref()), (Some("YILMAZ"), Some("YILDIZ")));
    assert_eq!(view.actions, []);
    let rows = desk(&linked.app, &linked.officer, "waiting").await.items;
    assert_eq!(
        rows.iter().map(|row| (row.id, row.answer_by)).collect::<Vec<_>>(),
        [(view.id, view.answer_by)]
    );
    let me: Me = linked.app.get(&linked.officer, "/me").await.ok();
    assert_eq!(me.counts.corrections, 1);
    let data: MyData = linked.app.get(&linked.emre, "/my/data").await.ok();
    assert_eq!(data.person.unwrap().corrections, [view]);
}

#[actix_web::test]
async fn the_journal_holds_no_words() {
    let linked = emre().await;

    asked(&linked, &surname(&linked.stay)).await;

    let told = "correction_event where payload like '%YIL%' or payload like '%passport%'";
    assert_eq!(linked.app.count(told).await, 0);
    assert_eq!(linked.app.count("correction_event where payload like '%digests%'").await, 1);
    assert_eq!(linked.app.count("correction_text").await, 3);
}

/// In one act: the registration says what is right, its journal has old and new, the person is told and stays who they are.
#[actix_web::test]
async fn what_an_officer_agrees_to_is_written_into_the_registration() {
    let linked = emre().await;
    let view = asked(&linked, &surname(&linked.stay)).await;
    let file = opened(&linked.app, &linked.officer, &view).await;
    assert_eq!(file.now.as_deref(), Some("YILMAZ"));
    assert_eq!(file.request.actions, [CorrectionAction::Accept, CorrectionAction::Recommend]);

    let done: CorrectionView =
        linked.app.act(&linked.officer, &path(&view, "acceptance")).if_match(file.request.version).await.ok();

    assert_eq!((done.state, done.actions), (CorrectionState::Accepted, vec![]));
    let rows: Page<RegistrationRow> = linked.app.get(&linked.emre, "/my/registrations").await.ok();
    assert_eq!(rows.items.iter().map(|row| row.surname.as_str()).collect::<Vec<_>>(), ["YILDIZ"]);
    let stay: RegistrationView =
        linked.app.get(&linked.hotel, &format!("/registrations/{}", linked.stay.id)).await.ok();
    let last = stay.events.last().unwrap();
    assert_eq!((last.kind, last.by.as_str()), (RegistrationEventKind::Corrected, "officer"));
    let change = &last.changes[0];
    assert_eq!((change.old.as_str(), change.new.as_str()), ("YILMAZ", "YILDIZ"));
    linked.app.run_outbox().await;
    assert!(linked.app.mail_to("emre@example.az").await[0].message.body.contains("my/corrections"));
    assert_eq!(desk(&linked.app, &linked.officer, "answered").await.items.len(), 1);
    assert_eq!(desk(&linked.app, &linked.officer, "waiting").await.items, []);
    assert_eq!(linked.app.count("person").await, 1);
}

/// The number of a passport misread: a document of a number that nobody stated is the person's own.
#[actix_web::test]
async fn a_corrected_passport_number_stays_with_its_person() {
    let linked = emre().await;
    let form = json!({ "registration": linked.stay.id, "kind": "correction", "field": "document_number",
        "right": "U21457894", "reason": WHY });
    let view = asked(&linked, &form).await;

    accepted(&linked, &view, 1).await;

    let rows: Page<RegistrationRow> = linked.app.get(&linked.emre, "/my/registrations").await.ok();
    assert_eq!(rows.items[0].document_number, "U21457894");
    assert_eq!(linked.app.count("person").await, 1);
}

#[actix_web::test]
async fn a_stay_that_is_over_is_put_right_and_stays_over() {
    let linked = emre().await;
    let left = json!({ "left_on": "2026-11-23" });
    let path_left = format!("/registrations/{}/departure", linked.stay.id);
    let _: RegistrationView = linked.app.post(&linked.hotel, &path_left, &left).await.ok();
    let view = asked(&linked, &surname(&linked.stay)).await;

    accepted(&linked, &view, 1).await;

    let rows: Page<RegistrationRow> = linked.app.get(&linked.emre, "/my/registrations").await.ok();
    assert_eq!(
        (rows.items[0].surname.as_str(), rows.items[0].state.to_string()),
        ("YILDIZ", "departed".into())
    );
    let found = invariants::check(&linked.app.state.settings.database.0).await.unwrap();
    assert!(found.iter().all(|finding| finding.wrong == 0), "{found:?}");
}

/// Negative decisions need a second person; until then the person sees nothing of it.
#[actix_web::test]
async fn one_recommends_a_refusal_and_another_signs_it() {
    let linked = emre().await;
    let Linked { app, officer, .. } = &linked;
    let supervisor = app.supervisor("baku").await;
    let view = asked(&linked, &erased(&linked.stay, "registration")).await;
    assert_eq!(
        app.act(officer, &path(&view, "acceptance")).if_match(1).await.refused(),
        (409, "correction_kept".into())
    );
    let reason = json!({ "reason": "The Migration Code asks to keep a registration." });

    let waits: CorrectionView =
        app.post(officer, &path(&view, "recommendation"), &reason).if_match(1).await.ok();

    assert_eq!(waits.state, CorrectionState::Recommended);
    let seen = mine(&linked).await;
    assert_eq!(
        (seen.state, seen.answer, seen.events.len(), seen.version),
        (CorrectionState::Submitted, None, 1, 1)
    );
    assert_eq!(app.act(officer, &path(&view, "signature")).if_match(2).await.refused().0, 403);

    let signed: CorrectionView = app.act(&supervisor, &path(&view, "signature")).if_match(2).await.ok();

    assert_eq!(signed.state, CorrectionState::Refused);
    let seen = mine(&linked).await;
    assert_eq!(seen.answer.as_deref(), Some("The Migration Code asks to keep a registration."));
    assert_eq!(seen.complain_by.unwrap().to_string(), "2026-12-23");
    let kinds: Vec<_> = seen.events.iter().map(|event| (event.seq, event.kind)).collect();
    assert_eq!(kinds, [(1, CorrectionEventKind::Submitted), (2, CorrectionEventKind::Refused)]);
    app.run_outbox().await;
    assert!(app.mail_to("emre@example.az").await[0].message.body.contains("my/corrections"));
}

#[actix_web::test]
async fn nobody_signs_what_they_recommended_and_a_supervisor_sends_back() {
    let linked = emre().await;
    let app = &linked.app;
    let (first, second) = (app.supervisor("baku").await, app.supervisor("baku").await);
    let view = asked(&linked, &surname(&linked.stay)).await;
    let reason = json!({ "reason": "The document is not readable." });
    let _: CorrectionView = app.post(&first, &path(&view, "recommendation"), &reason).if_match(1).await.ok();

    assert_eq!(
        app.act(&first, &path(&view, "signature")).if_match(2).await.refused(),
        (409, "correction_own_refusal".into())
    );
    let back: CorrectionView = app.post(&second, &path(&view, "return"), &reason).if_match(2).await.ok();

    assert_eq!(
        (back.state, back.sent_back.as_deref()),
        (CorrectionState::Submitted, Some("The document is not readable."))
    );
    accepted(&linked, &view, 3).await;
    assert_eq!(
        app.post(&first, &path(&view, "recommendation"), &reason).if_match(4).await.refused(),
        (409, "correction_decided".into())
    );
}

#[actix_web::test]
async fn a_contact_is_erased() {
    let mut linked = emre().await;
    let premises = linked.stay.premises;
    let mut new = given::registration(premises);
    new.arrived_at_address = "2026-11-22".into();
    new.contact = Some("guest@example.com".into());
    linked.stay = linked.app.registered(&linked.hotel, &new).await;
    linked.app.run_outbox().await;
    let view = asked(&linked, &erased(&linked.stay, "contact")).await;

    accepted(&linked, &view, 1).await;

    let stay: RegistrationView =
        linked.app.get(&linked.hotel, &format!("/registrations/{}", linked.stay.id)).await.ok();
    assert_eq!(stay.contact, None);
}

#[actix_web::test]
async fn what_cannot_be_asked_names_its_field() {
    let linked = emre().await;
    let wrong = async |change: Value| {
        let mut form = surname(&linked.stay);
        form.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        linked.app.post(&linked.emre, "/my/corrections", &form).await.wrong_fields()
    };
    let one = |at: &str, code: &str| vec![(at.to_owned(), code.to_owned())];

    assert_eq!(wrong(json!({ "right": null })).await, one("/right", "required"));
    assert_eq!(wrong(json!({ "right": "YILMAZ" })).await, one("/right", "right_already"));
    assert_eq!(wrong(json!({ "right": "ЙЫЛДЫЗ" })).await, one("/right", "cyrillic_letter"));
    assert_eq!(wrong(json!({ "field": "birth_date", "right": "1988-02-31" })).await[0].0, "/right");
    assert_eq!(wrong(json!({ "field": "sex", "right": "whichever" })).await, one("/right", "not_a_choice"));
    assert_eq!(
        wrong(json!({ "field": "visa_number", "right": "A1234" })).await,
        one("/right", "nothing_kept")
    );
    assert_eq!(wrong(json!({ "field": "registration" })).await, one("/field", "erasure_only"));
    assert_eq!(wrong(json!({ "kind": "erasure" })).await, one("/right", "erasure_without_right"));
    assert_eq!(wrong(json!({ "reason": "short" })).await, one("/reason", "reason_length"));
    let contact = erased(&linked.stay, "contact");
    assert_eq!(
        linked.app.post(&linked.emre, "/my/corrections", &contact).await.wrong_fields(),
        one("/field", "nothing_kept")
    );
}

#[actix_web::test]
async fn the_same_field_waits_once_and_can_be_asked_again_after_the_answer() {
    let linked = emre().await;
    let view = asked(&linked, &surname(&linked.stay)).await;
    let again = linked.app.post(&linked.emre, "/my/corrections", &surname(&linked.stay)).await;
    assert_eq!(again.refused(), (409, "correction_open".into()));

    accepted(&linked, &view, 1).await;

    let mut form = surname(&linked.stay);
    form["right"] = "YILMAZ".into();
    assert_ne!(asked(&linked, &form).await.id, view.id);
}

/// Of others, of another department, without a link: there is nothing.
#[actix_web::test]
async fn nobody_else_asks_sees_or_decides() {
    let linked = emre().await;
    let app = &linked.app;
    let stranger = app.person("nina").await;
    let elsewhere = app.officer("ganja").await;
    let form = surname(&linked.stay);
    assert_eq!(app.post(&stranger, "/my/corrections", &form).await.refused().0, 404);
    let view = asked(&linked, &form).await;

    assert_eq!(app.get(&stranger, "/my/corrections").await.ok::<Page<CorrectionView>>().items, []);
    assert_eq!(app.get(&elsewhere, &format!("/corrections/{}", view.id)).await.refused().0, 404);
    assert_eq!(desk(app, &elsewhere, "waiting").await.items, []);
    assert_eq!(app.act(&elsewhere, &path(&view, "acceptance")).if_match(1).await.refused().0, 404);
    assert_eq!(app.act(&linked.officer, &path(&view, "acceptance")).await.refused().0, 428);
    assert_eq!(app.act(&linked.officer, &path(&view, "acceptance")).if_match(7).await.refused().0, 412);
}

/// E1: looking and deciding are in the log that the person reads.
#[actix_web::test]
async fn the_person_sees_who_looked_at_the_request() {
    let linked = emre().await;
    let view = asked(&linked, &surname(&linked.stay)).await;
    desk(&linked.app, &linked.officer, "waiting").await;
    opened(&linked.app, &linked.officer, &view).await;
    accepted(&linked, &view, 1).await;

    for operation in ["list_corrections", "show_correction", "accept_correction"] {
        let entries = format!(
            "access_entry e join access_subject s on s.entry = e.id
             where e.operation = '{operation}' and e.purpose = 'department_work'"
        );
        assert_eq!(linked.app.count(&entries).await, 1, "{operation}");
    }
    assert_eq!(linked.app.count("access_entry where operation = 'ask_correction'").await, 0);
}

/// The list goes on where a page ended, by the last day.
#[actix_web::test]
async fn the_desk_reads_page_by_page() {
    let linked = emre().await;
    for (field, right) in [("surname", "YILDIZ"), ("given_names", "EMIR"), ("document_number", "U21457894")] {
        let form = json!({ "registration": linked.stay.id, "kind": "correction", "field": field, "right": right,
            "reason": WHY });
        asked(&linked, &form).await;
    }

    let first: Page<CorrectionRow> = linked.app.get(&linked.officer, "/corrections?limit=2").await.ok();
    let rest = format!("/corrections?limit=2&cursor={}", first.next.clone().unwrap());
    let second: Page<CorrectionRow> = linked.app.get(&linked.officer, &rest).await.ok();

    let fields = first.items.iter().chain(&second.items).map(|row| row.field.to_string());
    let fields: BTreeSet<_> = fields.collect();
    assert_eq!(fields, ["surname", "given_names", "document_number"].map(String::from).into());
    assert_eq!(second.next, None);
}
