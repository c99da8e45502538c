//! The same Idempotency-Key never registers twice (G4).
use std::cell::Cell;

use api::{
    db::Sql,
    error::ApiError,
    http::{call::Actor as Job, idempotency},
};
use futures_util::future::join_all;
use serde_json::{Value, json};
use shared::{identity::Me, registrations::RegistrationView};
use tests::{TestApp, given, on_postgres};
use tokio::sync::oneshot;

#[actix_web::test]
async fn the_same_request_again_is_the_same_answer_and_one_row() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let new = given::registration(premises.id);
    let send = async || app.post(&host, "/registrations", &new).key("0190f3c2-key").await;

    let first = send().await;
    let again = send().await;

    assert_eq!((again.status, again.header("etag")), (first.status, first.header("etag")));
    assert_eq!(again.header("location"), first.header("location"));
    assert_eq!(again.ok::<Value>(), first.ok::<Value>());
    assert_eq!((app.count("registration").await, app.count("registration_event").await), (1, 1));
}

#[actix_web::test]
async fn a_repeat_answers_as_of_its_own_event() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let new = given::registration(premises.id);
    let send = async || app.post(&host, "/registrations", &new).key("0190f3c2-key").await;
    let first: RegistrationView = send().await.ok();
    let path = format!("/registrations/{}", first.id);
    let mut guest = given::guest();
    guest.given_names = "EMRE CAN".into();
    let body = json!({ "guest": guest, "until": "2026-12-02", "room": "14" });
    let _: Value = app.post(&host, &format!("{path}/correction"), &body).await.ok();
    let _: Value =
        app.post(&host, &format!("{path}/departure"), &json!({ "left_on": "2026-11-23" })).await.ok();

    let mut again: RegistrationView = send().await.ok();

    // Only the term's trace and what may be done are of today; the QR is signed with the days of then.
    again.actions.clone_from(&first.actions);
    again.in_force = first.in_force;
    again.term.trace.clone_from(&first.term.trace);
    assert_eq!(again, first);
}

#[actix_web::test]
async fn the_same_key_with_another_body_is_refused() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let other = app.hotel("lale").await;
    let premises = app.premises(&host).await;
    let theirs = app.premises(&other).await;
    let mut new = given::registration(premises.id);
    let _: Value = app.post(&host, "/registrations", &new).key("one-key-only").await.ok();

    new.room = Some("13".into());
    let again = app.post(&host, "/registrations", &new).key("one-key-only").await;
    // Keys of others are others' keys.
    let elsewhere = given::registration_number(theirs.id, 1);
    let _: Value = app.post(&other, "/registrations", &elsewhere).key("one-key-only").await.ok();

    assert_eq!(again.refused(), (422, "key_reused".into()));
    assert_eq!(app.count("registration").await, 2);
}

#[actix_web::test]
async fn a_refused_request_may_be_corrected_under_the_same_key() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut new = given::registration(premises.id);
    new.until = "2026-11-20".into();

    let refused = app.post(&host, "/registrations", &new).key("try-it-again").await.wrong_fields();
    new.until = "2026-11-30".into();
    let view: RegistrationView = app.post(&host, "/registrations", &new).key("try-it-again").await.ok();

    assert_eq!(refused, [("/until".into(), "until_before_arrival".into())]);
    assert!(view.in_force);
}

#[actix_web::test]
async fn a_key_is_needed_and_must_fit() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let new = given::registration(premises.id);

    let missing = app.post(&host, "/registrations", &new).await.refused();
    assert_eq!(missing, (400, "idempotency_key_missing".into()));
    for unfit in ["1234567", &"x".repeat(65), "with a space", ""] {
        let answer = app.post(&host, "/registrations", &new).key(unfit).await.refused();
        assert_eq!(answer, (400, "idempotency_key_unfit".into()), "{unfit:?}");
    }
    for fit in ["12345678", &"x".repeat(64)] {
        let answer = app.post(&host, "/registrations", &new).key(fit).await;
        assert!(matches!(answer.status.as_u16(), 201 | 409), "{fit:?}: {}", answer.status);
    }
}

#[actix_web::test]
async fn two_at_once_with_one_key_are_one_registration() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;

    for round in 0..5 {
        let new = given::registration_number(premises.id, round);
        let key = format!("at-once-{round}");
        let send = async || app.post(&host, "/registrations", &new).key(&key).await.ok::<RegistrationView>();
        let views = join_all((0..4).map(|_| send())).await;
        assert!(views.iter().all(|view| *view == views[0]), "{views:?}");
    }

    assert_eq!((app.count("registration").await, app.count("registration_event").await), (5, 5));
    assert_eq!(app.count("idempotency_key").await, 5);
}

#[actix_web::test]
async fn many_at_once_with_one_key_for_a_known_guest_are_one_registration() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let (first, second) = (app.premises(&host).await, app.premises(&host).await);
    app.registered(&host, &given::registration(first.id)).await;

    let new = given::registration(second.id);
    let ask =
        async || app.post(&host, "/registrations", &new).key("known-guest").await.ok::<RegistrationView>();
    let views = join_all((0..8).map(|_| ask())).await;

    assert!(views.iter().all(|view| view.id == views[0].id));
    assert_eq!(app.count("registration").await, 2);
}

#[actix_web::test]
async fn two_at_once_with_one_key_and_two_bodies_are_one_registration_and_one_refusal() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let bodies = [given::registration_number(premises.id, 1), given::registration_number(premises.id, 2)];

    let answers = join_all(
        bodies.iter().map(async |new| app.post(&host, "/registrations", new).key("one-of-two").await),
    )
    .await;

    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422]);
    assert_eq!(app.count("registration").await, 1);
}

#[actix_web::test]
async fn a_key_is_remembered_for_seven_days_and_then_forgotten() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let sweep = async || {
        let job = Job::service("test", "sweep");
        app.state.act(&job, async |tx| idempotency::sweep(tx).await).await.unwrap()
    };
    let send = async |guest: u32| {
        app.sign_in(&host).await;
        let new = given::registration_number(premises.id, guest);
        app.post(&host, "/registrations", &new).key("one-key-only").await
    };
    let first: RegistrationView = send(1).await.ok();

    app.forward(chrono::Duration::days(7));
    assert_eq!((sweep().await, app.count("idempotency_key").await), (0, 1));
    let again: RegistrationView = send(1).await.ok();
    let other = send(2).await.refused();
    app.forward(chrono::Duration::seconds(1));
    assert_eq!((sweep().await, app.count("idempotency_key").await), (1, 0));
    let anew: RegistrationView = send(2).await.ok();

    assert_eq!((again.id, other), (first.id, (422, "key_reused".into())));
    assert_ne!(anew.id, first.id);
}

#[actix_web::test]
async fn while_the_first_is_under_way_the_second_is_told_to_come_back() {
    if !on_postgres() {
        // One writer: the second waits for its turn, not for a row.
        return;
    }
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let me: Me = app.get(&host, "/me").await.ok();
    let new = given::registration(premises.id);
    let send = async || app.post(&host, "/registrations", &new).key("under-way").await;
    let (begun, has_begun) = oneshot::channel();
    let begun = Cell::new(Some(begun));
    let (end, ends) = oneshot::channel();
    let ends = Cell::new(Some(ends));

    // Another request has written the key and not ended.
    let job = Job::service("test", "first");
    let first = app.state.act(&job, async |tx| {
        let sql = "insert into idempotency_key
                (principal, operation, key, request_hash, status, resource, seq, expires_at)
             values ($1, 'create_registration', 'under-way', 'x', 201, $1, 1, $2)";
        tx.run(sql, vec![me.id.into(), app.now().into()]).await?;
        begun.take().unwrap().send(()).unwrap();
        ends.take().unwrap().await.unwrap();
        Err::<(), _>(ApiError::Stale("test"))
    });
    let second = async {
        has_begun.await.unwrap();
        let start = std::time::Instant::now();
        let told = send().await;
        end.send(()).unwrap();
        (told, start.elapsed())
    };
    let (_, (told, waited)) = tokio::join!(first, second);

    assert_eq!(told.header("retry-after"), Some("5"));
    assert_eq!(told.refused(), (409, "under_way".into()));
    assert!((4..9).contains(&waited.as_secs()), "{waited:?}");
    // The first came to nothing, so the second may.
    assert_eq!(send().await.status, 201);
    assert_eq!(app.count("registration").await, 1);
}
