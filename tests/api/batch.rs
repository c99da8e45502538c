//! Up to a thousand registrations at once: a list of independent acts under one key.
use futures_util::future::join_all;
use serde_json::{Value, json};
use shared::{
    batches::{BatchAnswer, BatchItem},
    ids::PremisesId,
    registrations::{NewRegistration, RegistrationState, RegistrationView},
};
use tests::{Actor, Answer, TestApp, given};

async fn send(app: &TestApp, host: &Actor, key: &str, all: &[NewRegistration]) -> Answer {
    let body = json!({ "registrations": all });
    app.post(host, "/registrations/batch", &body).key(key).language("en").await
}

fn guests(premises: PremisesId, numbers: std::ops::Range<u32>) -> Vec<NewRegistration> {
    numbers.map(|number| given::registration_number(premises, number)).collect()
}

/// Place, status, code and pointers of what was refused.
fn refused(answer: &BatchAnswer) -> Vec<(usize, u16, String, Vec<String>)> {
    let said = |item: &BatchItem| {
        let problem = item.problem.clone()?;
        let pointers = problem.errors.into_iter().map(|error| error.pointer).collect();
        Some((item.index, problem.status, problem.code, pointers))
    };
    answer.items.iter().filter_map(said).collect()
}

/// Rows that belong together are there together.
async fn all_is_whole(app: &TestApp) {
    let registrations = app.count("registration").await;
    assert_eq!(app.count("registration_event where seq = 1").await, registrations);
    let logged = "access_subject s join registration r on r.id = s.registration and r.person = s.person
        join access_entry e on e.id = s.entry where e.operation = 'create_registrations'";
    assert_eq!(app.count(logged).await, registrations);
    let nobody = "person p where not exists (select 1 from registration r where r.person = p.id)";
    assert_eq!(app.count(nobody).await, 0);
    assert_eq!(
        app.count("registration_event where kind = 'superseded'").await,
        app.count("registration where state = 'superseded'").await
    );
}

#[actix_web::test]
async fn a_thousand_guests_are_registered_at_once() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;

    let answer: BatchAnswer = send(&app, &host, "a-thousand", &guests(premises.id, 0..1000)).await.ok();

    assert_eq!((answer.registered, answer.refused, answer.items.len()), (1000, 0, 1000));
    let places: Vec<_> = answer.items.iter().map(|item| item.index).collect();
    assert_eq!(places, (0..1000).collect::<Vec<_>>());
    assert_eq!((app.count("person").await, app.count("registration").await), (1000, 1000));
    assert_eq!(app.count("access_entry where operation = 'create_registrations'").await, 1);
    assert_eq!((app.count("registry_event").await, app.count("idempotency_key").await), (1000, 1));
    all_is_whole(&app).await;
}

#[actix_web::test]
async fn each_is_registered_as_if_it_had_come_alone() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut all = guests(premises.id, 0..3);
    all[1].guest.given_names = String::new();
    all[1].room = Some("A\u{1f}1".into());
    all[2].contact = Some("guest@example.az".into());
    all[2].visa = Some(shared::registrations::Visa {
        number: "AZ1234567".into(),
        stay_until: "2026-12-05".into(),
        mrz: None,
    });
    let mut alone = Vec::new();
    for new in &all {
        let mut new = new.clone();
        new.guest.document.number.push('9');
        alone.push(app.registered(&host, &new).await);
    }
    app.run_outbox().await;

    let answer: BatchAnswer = send(&app, &host, "like-alone", &all).await.ok();

    for (item, alone) in answer.items.iter().zip(alone) {
        let receipt = item.registration.clone().unwrap();
        let path = format!("/registrations/{}", receipt.id);
        let view: RegistrationView = app.get(&host, &path).await.ok();
        assert_eq!((receipt.number, receipt.until), (view.number.clone(), view.until));
        assert_eq!((receipt.last_day, receipt.late_days), (view.term.last_day, view.term.late_days));
        let mut same = view.clone();
        same.id = alone.id;
        same.number.clone_from(&alone.number);
        same.code.clone_from(&alone.code);
        same.qr.clone_from(&alone.qr);
        same.guest.document.number.push('9');
        assert_eq!(same, alone);
    }
    assert_eq!(app.outbox().await, ["notice"]);
    assert_eq!(app.run_outbox().await, 1);
    assert_eq!(app.mail_to("guest@example.az").await.len(), 2);
}

#[actix_web::test]
async fn what_is_wrong_with_one_hinders_none_of_the_others() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let other = app.hotel("lale").await;
    let officer = app.officer("baku").await;
    let premises = app.premises(&host).await;
    let theirs = app.premises(&other).await;
    let rejected = app.premises(&host).await;
    let path = format!("/premises/{}/rejection", rejected.id);
    let _: Value =
        app.post(&officer, &path, &json!({ "reason": "no such house here" })).if_match(1).await.ok();
    app.run_outbox().await;
    app.registered(&host, &given::registration_number(premises.id, 7)).await;
    let mut all = guests(premises.id, 0..8);
    all[1].until = "2026-11-20".into();
    all[3].premises = theirs.id;
    all[5].premises = rejected.id;
    let mut body = json!({ "registrations": all });
    body["registrations"][4]["guest"]["surname"] = json!("ИВАНОВ");
    body["registrations"][4]["colour"] = json!("red");
    body["registrations"][6] = json!("no registration");

    let answer = app.post(&host, "/registrations/batch", &body).key("good-and-bad").language("en").await;
    let answer: BatchAnswer = answer.ok();

    assert_eq!((answer.registered, answer.refused), (2, 6));
    let told = |index, status, code: &str, pointers: &[&str]| {
        (index, status, code.to_owned(), pointers.iter().map(|pointer| (*pointer).to_owned()).collect())
    };
    assert_eq!(
        refused(&answer),
        [
            told(1, 422, "invalid", &["/until"]),
            told(3, 422, "invalid", &["/premises"]),
            told(4, 422, "invalid", &["/colour"]),
            told(5, 409, "premises_rejected", &[]),
            told(6, 422, "invalid", &[""]),
            told(7, 409, "registration_already_here", &[]),
        ]
    );
    let until = answer.items[1].problem.clone().unwrap().errors[0].message.clone();
    assert!(until.contains("23 November 2026"), "{until}");
    assert_eq!(app.count("registration").await, 3);
    assert_eq!(app.count("person").await, 3);
}

#[actix_web::test]
async fn the_same_key_is_answered_the_same_way() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut all = guests(premises.id, 0..4);
    all[2].until = "2026-11-20".into();

    let first: BatchAnswer = send(&app, &host, "one-key-only", &all).await.ok();
    let id = first.items[0].registration.clone().unwrap().id;
    let _: Value = app
        .post(&host, &format!("/registrations/{id}/departure"), &json!({ "left_on": "2026-11-23" }))
        .await
        .ok();
    let mut again: BatchAnswer = send(&app, &host, "one-key-only", &all).await.ok();
    all[2].until = "2026-11-30".into();
    let other = send(&app, &host, "one-key-only", &all).await.refused();

    for (again, first) in again.items.iter_mut().zip(&first.items) {
        if let Some((again, first)) = again.problem.as_mut().zip(first.problem.as_ref()) {
            again.request_id.clone_from(&first.request_id);
        }
    }
    assert_eq!(again, first);
    assert_eq!(other, (422, "key_reused".into()));
    assert_eq!(app.count("registration").await, 3);
    assert_eq!(app.count("access_entry where operation = 'create_registrations'").await, 2);
}

#[actix_web::test]
async fn a_batch_of_nothing_or_of_too_many_is_refused_whole() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;

    for all in [guests(premises.id, 0..0), guests(premises.id, 0..1001)] {
        let wrong = send(&app, &host, "far-too-many", &all).await.wrong_fields();
        assert_eq!(wrong, [("/registrations".into(), "batch_size".into())]);
    }
    let body = json!({ "registrations": guests(premises.id, 0..1) });
    let keyless = app.post(&host, "/registrations/batch", &body).await.refused();

    assert_eq!(keyless, (400, "idempotency_key_missing".into()));
    assert_eq!(app.count("registration").await, 0);
}

#[actix_web::test]
async fn where_all_are_refused_nothing_is_written_but_the_answer() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut all = guests(premises.id, 0..2);
    for new in &mut all {
        new.until = "2026-11-20".into();
    }

    let answer: BatchAnswer = send(&app, &host, "nobody-fits", &all).await.ok();
    let again: BatchAnswer = send(&app, &host, "nobody-fits", &all).await.ok();

    assert_eq!((answer.registered, answer.refused, again.refused), (0, 2, 2));
    for table in ["registration", "person", "identity", "access_subject"] {
        assert_eq!(app.count(table).await, 0, "{table}");
    }
}

#[actix_web::test]
async fn of_one_person_the_later_ends_the_earlier() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let [here, there] = [app.premises(&host).await, app.premises(&host).await];
    let elsewhere = app.hotel("lale").await;
    let before = app.premises(&elsewhere).await;
    let mut old = given::registration_number(before.id, 1);
    old.arrived_at_address = "2026-11-20".into();
    let old = app.registered(&elsewhere, &old).await;
    let mut all = guests(here.id, 0..2);
    all.push(NewRegistration { premises: there.id, ..all[0].clone() });
    all.push(all[0].clone());
    all.push(NewRegistration { premises: there.id, ..all[1].clone() });
    // The same person by a passport that was prolonged.
    all[4].guest.document.expires_on = "2033-01-01".into();

    let answer: BatchAnswer = send(&app, &host, "twice-in-one", &all).await.ok();

    // The fourth is the first again: it stood here and was ended by the third, as if they had come one by one.
    let mut states = Vec::new();
    for item in &answer.items {
        let Some(receipt) = &item.registration else { continue };
        let view: RegistrationView = app.get(&host, &format!("/registrations/{}", receipt.id)).await.ok();
        states.push((item.index, view.state));
    }
    use RegistrationState::{Registered, Superseded};
    assert_eq!(states, [(0, Superseded), (1, Superseded), (2, Superseded), (3, Registered), (4, Registered)]);
    let old: RegistrationView = app.get(&elsewhere, &format!("/registrations/{}", old.id)).await.ok();
    assert_eq!((old.state, old.until.to_string()), (Superseded, "2026-11-22".into()));
    assert_eq!((app.count("person").await, app.count("registration where closed_at is null").await), (2, 2));
}

#[actix_web::test]
async fn a_stay_that_is_over_is_registered_once_and_ends_nothing() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut all = guests(premises.id, 0..2);
    let mut past = all[0].clone();
    (past.arrived_at_address, past.until) = ("2026-11-19".into(), "2026-11-20".into());
    all.extend([past.clone(), past]);

    let answer: BatchAnswer = send(&app, &host, "over-already", &all).await.ok();

    assert_eq!((answer.registered, answer.refused), (3, 1));
    assert_eq!(refused(&answer)[0].2, "registration_already_here");
    assert_eq!(app.count("registration where closed_at is null").await, 2);
    all_is_whole(&app).await;
}

#[actix_web::test]
async fn known_guests_are_read_and_ended_together() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let [here, there] = [app.premises(&host).await, app.premises(&host).await];
    let _: BatchAnswer = send(&app, &host, "the-first-time", &guests(here.id, 0..300)).await.ok();

    let answer: BatchAnswer = send(&app, &host, "the-second-time", &guests(there.id, 0..300)).await.ok();

    assert_eq!(answer.registered, 300);
    assert_eq!(app.count("person").await, 300);
    assert_eq!(app.count("registration where state = 'superseded'").await, 300);
    all_is_whole(&app).await;
}

#[actix_web::test]
async fn thirty_two_clients_with_the_same_guests_all_succeed() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let mut places = Vec::new();
    for _ in 0..32 {
        places.push(app.premises(&host).await.id);
    }

    let client = async |at: u32| {
        let mut all = guests(places[usize::try_from(at).unwrap()], at..at + 20);
        if at % 2 == 1 {
            all.reverse();
        }
        let answer: BatchAnswer = send(&app, &host, &format!("client-{at:02}"), &all).await.ok();
        assert_eq!((answer.registered, answer.refused), (20, 0));
    };
    join_all((0..32).map(client)).await;

    assert_eq!((app.count("registration").await, app.count("person").await), (640, 51));
    assert_eq!(app.count("registration where closed_at is null").await, 51);
    all_is_whole(&app).await;
}

#[actix_web::test]
async fn two_at_once_with_one_key_are_one_batch() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let all = guests(premises.id, 0..30);

    let answers = join_all((0..4).map(|_| send(&app, &host, "at-the-same-time", &all))).await;
    let answers: Vec<BatchAnswer> = answers.into_iter().map(Answer::ok).collect();

    assert!(answers.iter().all(|answer| answer == &answers[0]));
    assert_eq!(app.count("registration").await, 30);
}
