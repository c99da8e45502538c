//! Messages reach the gateway in order per person, whatever the gateway does; what it keeps refusing rests visibly.
use std::{process::Output, time::Duration};

use api::{
    clock::Clock,
    outbox::{operator, worker},
};
use chrono::{DateTime, Utc};
use sea_orm::FromQueryResult;
use serde_json::json;
use shared::{identity::PartyKind, ids::MessageId, premises::PremisesView};
use tests::{Actor, TestApp, given, process::umis};

/// A message as its row says it, oldest first.
#[derive(Debug, FromQueryResult)]
struct Row {
    id: MessageId,
    attempts: i64,
    next_at: DateTime<Utc>,
    done_at: Option<DateTime<Utc>>,
    rested_at: Option<DateTime<Utc>>,
    payload: String,
    last_error: Option<String>,
}

async fn rows(app: &TestApp, further: &str) -> Vec<Row> {
    let sql = format!(
        "select id, attempts, next_at, done_at, rested_at, payload, last_error from outbox_message
         where {further} order by created_at, id"
    );
    app.rows(&sql, Vec::new()).await
}

/// A host with nothing to read, and an officer who confirms addresses.
async fn host_and_officer(app: &TestApp) -> (Actor, Actor) {
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    app.run_outbox().await;
    (host, officer)
}

/// The host is told of an address by the number of its house.
async fn told_of(app: &TestApp, (host, officer): (&Actor, &Actor), house: &str) {
    let mut asked = given::premises();
    asked.address.house = house.to_owned();
    let premises: PremisesView = app.post(host, "/premises", &asked).await.ok();
    let path = format!("/premises/{}/confirmation", premises.id);
    let _: PremisesView = app.act(officer, &path).if_match(1).await.ok();
    app.forward(chrono::Duration::seconds(1));
}

/// Which houses the host has read of, oldest letter first.
async fn houses_read(app: &TestApp, host: &Actor) -> Vec<String> {
    let mail = app.mail_to(&host.email).await;
    let house =
        |body: &str| Some(body.split("küçəsi, ").nth(1)?.split(|c: char| !c.is_ascii_digit()).next()?.into());
    mail.iter().rev().filter_map(|mail| house(&mail.message.body)).collect()
}

/// Somebody who signs up is sent a code: a message each, to nobody else's key.
async fn newcomer(app: &TestApp, name: &str) {
    let form = TestApp::sign_up_form(name, PartyKind::Person);
    app.post(&Actor::nobody(), "/accounts", &form).await.done();
}

#[actix_web::test]
async fn a_refused_message_is_tried_twelve_times_with_growing_waits_and_then_rests() {
    let app = TestApp::start().await;
    newcomer(&app, "kamran").await;
    app.gateway_behaves(&json!({ "down": true })).await;

    for attempt in 1..=11 {
        assert_eq!(app.run_outbox().await, 0);
        let [row] = &rows(&app, "true").await[..] else { panic!("not one message") };
        let wait = chrono::Duration::seconds(1 << (attempt - 1));
        assert_eq!((row.attempts, row.next_at - app.now(), row.rested_at), (attempt, wait, None));
        assert_eq!(row.last_error.as_deref(), Some("gateway: 503 Service Unavailable"));
        // Not before its time.
        app.forward(wait - chrono::Duration::milliseconds(1));
        assert_eq!(app.run_outbox().await, 0);
        assert_eq!(rows(&app, "true").await[0].attempts, attempt);
        app.forward(chrono::Duration::milliseconds(1));
    }
    assert_eq!(app.run_outbox().await, 0);
    let [row] = &rows(&app, "true").await[..] else { panic!("not one message") };
    assert_eq!((row.attempts, row.rested_at), (12, Some(app.now())));

    // It rests, also when the gateway is well again.
    app.gateway_behaves(&json!({})).await;
    app.forward(chrono::Duration::days(3));
    assert_eq!(app.run_outbox().await, 0);
    let held = operator::list(&app.state).await.unwrap();
    assert_eq!((held.refused.len(), held.waiting, held.resting), (1, 1, 1));

    assert!(operator::resend(&app.state, row.id).await.unwrap());
    assert_eq!(app.run_outbox().await, 1);
    assert_eq!(app.mail_to("kamran@example.az").await.len(), 1);
    // Delivered: the code does not stay.
    let [row] = &rows(&app, "true").await[..] else { panic!("not one message") };
    assert_eq!((row.payload.as_str(), row.done_at), ("{}", Some(app.now())));
    assert!(!operator::resend(&app.state, row.id).await.unwrap());
}

#[actix_web::test]
async fn a_letter_that_rests_at_an_old_address_holds_back_no_other_letter() {
    let mut app = TestApp::start().await;
    let (host, officer) = host_and_officer(&app).await;
    let new = Actor { email: "new@example.az".into(), ..Actor::nobody() };
    let me: shared::identity::Me = app.get(&host, "/me").await.ok();
    let change = json!({ "email": new.email, "current_password": host.password });
    app.patch(&host, "/me", &change).if_match(me.version).await.ok::<shared::identity::Me>();
    let code = app.code_for(&new.email).await;
    app.post(&host, "/me/email/confirmation", &json!({ "code": code })).await.done();
    assert_eq!(app.outbox().await, ["contact_changed"]);

    // Its twelfth try.
    app.tamper("update outbox_message set attempts = 11 where done_at is null", Vec::new()).await;
    app.gateway_behaves(&json!({ "fail_next": 1 })).await;
    assert_eq!(app.run_outbox().await, 0);
    told_of(&app, (&host, &officer), "14").await;

    assert_eq!(app.run_outbox().await, 1);

    assert_eq!(houses_read(&app, &new).await, ["14"]);
    assert_eq!(app.outbox().await, ["contact_changed"]);
    app.leaves_messages();
}

#[actix_web::test]
async fn a_message_that_fails_holds_back_its_own_key_only() {
    let app = TestApp::start().await;
    let (host, officer) = host_and_officer(&app).await;
    told_of(&app, (&host, &officer), "14").await;
    told_of(&app, (&host, &officer), "15").await;
    newcomer(&app, "leyla").await;

    app.gateway_behaves(&json!({ "fail_next": 1 })).await;
    assert_eq!(app.run_outbox().await, 1);
    let before = (houses_read(&app, &host).await, app.mail_to("leyla@example.az").await.len());
    app.forward(chrono::Duration::seconds(1));
    assert_eq!(app.run_outbox().await, 2);

    assert_eq!(before, (vec![], 1));
    assert_eq!(houses_read(&app, &host).await, ["14", "15"]);
}

#[actix_web::test]
async fn a_message_at_rest_holds_back_its_own_key_until_it_is_sent_again_or_set_aside() {
    let app = TestApp::start().await;
    let (host, officer) = host_and_officer(&app).await;
    for house in ["14", "15", "16"] {
        told_of(&app, (&host, &officer), house).await;
    }
    // Its twelfth try.
    let first = rows(&app, "done_at is null").await[0].id;
    app.tamper("update outbox_message set attempts = 11 where id = $1", vec![first.into()]).await;
    app.gateway_behaves(&json!({ "fail_next": 1 })).await;
    assert_eq!(app.run_outbox().await, 0);

    newcomer(&app, "leyla").await;
    app.forward(chrono::Duration::minutes(2));
    assert_eq!(app.run_outbox().await, 1);
    assert_eq!(houses_read(&app, &host).await, [""; 0]);
    let held = operator::list(&app.state).await.unwrap();
    let told = held.refused.iter().map(|refused| (refused.id, refused.attempts, refused.behind));
    assert_eq!(told.collect::<Vec<_>>(), [(first, 12, 2)]);

    assert!(operator::resend(&app.state, first).await.unwrap());
    app.gateway_behaves(&json!({ "fail_next": 1 })).await;
    assert_eq!(app.run_outbox().await, 0);
    app.forward(chrono::Duration::minutes(2));
    assert!(operator::set_aside(&app.state, first, "the address is known by telephone").await.unwrap());
    assert_eq!(app.run_outbox().await, 2);

    assert_eq!(houses_read(&app, &host).await, ["15", "16"]);
    let row = &rows(&app, "rested_at is not null").await[0];
    assert_eq!((row.id, row.payload.as_str(), row.done_at.is_some()), (first, "{}", true));
    assert_eq!(row.last_error.as_deref(), Some("set aside: the address is known by telephone"));
    assert!(!operator::set_aside(&app.state, first, "once more").await.unwrap());
}

#[actix_web::test]
async fn a_lost_answer_means_the_same_key_again_and_one_letter() {
    let app = TestApp::start().await;
    newcomer(&app, "kamran").await;

    app.gateway_behaves(&json!({ "lose_next": 1 })).await;
    let lost = (app.run_outbox().await, app.mail_to("kamran@example.az").await.len());
    app.forward(chrono::Duration::seconds(1));
    let again = (app.run_outbox().await, app.mail_to("kamran@example.az").await.len());

    // Taken at the first try; the second was answered with what the gateway remembers of the key.
    assert_eq!((lost, again), ((0, 1), (1, 1)));
    let [row] = &rows(&app, "true").await[..] else { panic!("not one message") };
    let letter = &app.mail_to("kamran@example.az").await[0].message;
    assert_eq!((row.attempts, letter.id.clone()), (1, row.id.to_string()));
}

/// What is kept of letters, of all messages.
async fn letters_kept(app: &TestApp) -> i64 {
    app.count("outbox_message where letter is not null").await
}

#[actix_web::test]
async fn a_lost_answer_means_the_same_words_again_whatever_changed_meanwhile() {
    let app = TestApp::start().await;
    let (host, officer) = host_and_officer(&app).await;
    told_of(&app, (&host, &officer), "14").await;
    app.gateway_behaves(&json!({ "lose_next": 1 })).await;
    assert_eq!((app.run_outbox().await, letters_kept(&app).await), (0, 1));

    app.tamper("update account set name = 'Kamran II', language = 'ru'", Vec::new()).await;
    app.forward(chrono::Duration::seconds(1));

    assert_eq!(app.run_outbox().await, 1);
    assert_eq!(houses_read(&app, &host).await, ["14"]);
    // Delivered: what it said does not stay, nor whom it was sent to.
    assert_eq!(letters_kept(&app).await, 0);
}

#[actix_web::test]
async fn nothing_is_tried_again_where_somebody_is_no_longer_written_to() {
    let app = TestApp::start().await;
    newcomer(&app, "kamran").await;
    app.gateway_behaves(&json!({ "fail_next": 1 })).await;
    assert_eq!(app.run_outbox().await, 0);

    app.tamper("update account set email = 'new@example.az'", Vec::new()).await;
    app.forward(chrono::Duration::seconds(1));

    assert_eq!(app.run_outbox().await, 1);
    let mail = (app.mail_to("kamran@example.az").await.len(), app.mail_to("new@example.az").await.len());
    assert_eq!((mail, letters_kept(&app).await), ((0, 1), 0));
}

#[actix_web::test]
async fn a_letter_set_aside_is_not_kept() {
    let app = TestApp::start().await;
    newcomer(&app, "kamran").await;
    app.gateway_behaves(&json!({ "fail_next": 1 })).await;
    assert_eq!((app.run_outbox().await, letters_kept(&app).await), (0, 1));

    app.forward(chrono::Duration::minutes(2));
    assert!(operator::set_aside(&app.state, rows(&app, "true").await[0].id, "a slip").await.unwrap());

    assert_eq!(letters_kept(&app).await, 0);
}

#[actix_web::test]
async fn workers_never_have_the_same_message_in_hand() {
    let app = TestApp::start().await;
    for number in 0..20 {
        newcomer(&app, &format!("kamran{number}")).await;
    }
    app.gateway_behaves(&json!({ "slow_ms": 5 })).await;

    let sent = futures_util::future::join_all((0..4).map(|_| app.run_outbox())).await;

    // A message that two had in hand would be counted by both.
    assert_eq!(sent.iter().sum::<usize>(), 20, "{sent:?}");
    assert_eq!(app.count("outbox_message where done_at is null or attempts > 0").await, 0);
}

#[actix_web::test]
async fn a_worker_with_a_slow_gateway_leaves_what_may_be_anothers_soon() {
    let app = TestApp::start().await;
    for number in 0..3 {
        newcomer(&app, &format!("kamran{number}")).await;
    }
    app.gateway_behaves(&json!({ "slow_ms": 200 })).await;

    let time_goes_by = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        app.forward(chrono::Duration::seconds(55));
    };
    let (slow, ()) = tokio::join!(worker::run_once(&app.state), time_goes_by);
    let too_early = app.run_outbox().await;
    app.forward(chrono::Duration::seconds(6));
    let other = app.run_outbox().await;

    assert_eq!((slow.unwrap(), too_early, other), (1, 0, 2));
}

/// `umis outbox …` on the database of this test.
fn outbox(app: &TestApp, arguments: &[&str]) -> Output {
    umis(&app.state.settings.database.0, &app.state.settings.keys)
        .arg("outbox")
        .args(arguments)
        .output()
        .unwrap()
}

#[actix_web::test]
async fn an_operator_lists_resends_and_sets_aside_by_command() {
    let app = TestApp::start().await;
    for name in ["kamran", "leyla"] {
        newcomer(&app, name).await;
        app.forward(chrono::Duration::seconds(1));
    }
    app.gateway_behaves(&json!({ "down": true })).await;
    app.run_outbox().await;
    app.gateway_behaves(&json!({})).await;
    let [first, second] = &rows(&app, "true").await[..] else { panic!("not two messages") };

    let listed = outbox(&app, &["list"]);
    let text = String::from_utf8(listed.stdout).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(listed.status.success() && lines.len() == 3, "{text}");
    assert!(lines[0].starts_with(&format!("{} account ", first.id)), "{text}");
    assert!(
        lines[0].ends_with(
            "1 tries, next at 2026-11-23T09:00:03Z, 0 behind it: gateway: 503 Service Unavailable"
        )
    );
    assert_eq!(lines[2], "2 wait, 0 of them rest");
    assert!(!text.contains("example.az"), "{text}");

    let aside = ["set-aside", &first.id.to_string(), "--reason", "signed up by mistake"];
    assert!(outbox(&app, &aside).status.success());
    assert!(outbox(&app, &["resend", &second.id.to_string()]).status.success());
    for refused in [
        ["resend", &first.id.to_string()].as_slice(),
        &["resend", "01990000-0000-7000-8000-000000000000"],
        &["resend", "first"],
        &["set-aside", &second.id.to_string()],
        &["set-aside", &second.id.to_string(), "--reason", " "],
    ] {
        assert!(!outbox(&app, refused).status.success(), "{refused:?}");
    }

    // The command asks the real clock.
    app.clock.set(Clock::Real.now().max(app.now()) + chrono::Duration::minutes(1));
    assert_eq!(app.run_outbox().await, 1);
    assert_eq!(app.mail_to("leyla@example.az").await.len(), 1);
    assert_eq!(app.mail_to("kamran@example.az").await.len(), 0);
    assert_eq!(outbox(&app, &["list"]).stdout, b"0 wait, 0 of them rest\n");
}
