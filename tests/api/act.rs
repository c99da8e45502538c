//! One way to write (§2.6): many at once, all or nothing, also when somebody goes away.
use std::{future::poll_fn, task::Poll, time::Duration};

use api::{db::Sql, error::ApiError, http::call::Actor as Job};
use futures_util::future::join_all;
use shared::registrations::RegistrationView;
use tests::{Actor, TestApp, given};
use tokio::{io::AsyncWriteExt, net::TcpStream};

/// Rows that belong together are there together.
async fn nothing_is_half(app: &TestApp) {
    let registrations = app.count("registration").await;
    assert_eq!(app.count("registration_event where seq = 1").await, registrations);
    assert_eq!(app.count("idempotency_key").await, registrations);
    assert_eq!(app.count("access_entry where operation = 'create_registration'").await, registrations);
    let logged = "access_subject s join registration r on r.id = s.registration and r.person = s.person
        join access_entry e on e.id = s.entry where e.operation = 'create_registration'";
    assert_eq!(app.count(logged).await, registrations);
    assert_eq!(
        app.count("person p where not exists (select 1 from registration r where r.person = p.id)").await,
        0
    );
}

#[actix_web::test]
async fn thirty_two_clients_at_once_all_succeed() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;

    let client = async |number: u32| {
        let mut ids = Vec::new();
        for round in 0..4 {
            let new = given::registration_number(premises.id, number * 4 + round);
            let key = format!("client-{number}-{round}");
            let view: RegistrationView = app.post(&host, "/registrations", &new).key(&key).await.ok();
            ids.push(view.id);
        }
        ids
    };
    let mut ids: Vec<_> = join_all((0..32).map(client)).await.concat();

    ids.sort_unstable();
    ids.dedup();
    assert_eq!((ids.len(), app.count("registration").await), (128, 128));
    nothing_is_half(&app).await;
}

#[actix_web::test]
async fn thirty_two_at_once_for_one_person_queue_up() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let mut asked = Vec::new();
    for house in 0..32 {
        let mut premises = given::premises();
        premises.address.house = house.to_string();
        asked.push(app.post(&host, "/premises", &premises).await.ok::<shared::premises::PremisesView>());
    }

    let client = async |at: usize| {
        let new = given::registration(asked[at].id);
        app.post(&host, "/registrations", &new)
            .key(&format!("one-person-{at}"))
            .await
            .ok::<RegistrationView>()
    };
    let views = join_all((0..32).map(client)).await;

    assert_eq!(views.len(), 32);
    assert_eq!((app.count("person").await, app.count("registration where closed_at is null").await), (1, 1));
    assert_eq!(app.count("registration where state = 'superseded'").await, 31);
}

#[actix_web::test]
async fn clients_that_hang_up_leave_nothing_half() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let cookies: Vec<String> =
        host.jar.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
    let address = app.address.trim_start_matches("http://").to_owned();

    let hang_up = async |number: u32| {
        let body = serde_json::to_vec(&given::registration_number(premises.id, 1000 + number)).unwrap();
        let head = format!(
            "POST /api/v1/registrations HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nsec-fetch-site: same-origin\r\nidempotency-key: gone-{number:04}\r\n\
             cookie: {}\r\n\r\n",
            body.len(),
            cookies.join("; ")
        );
        let mut stream = TcpStream::connect(&address).await.unwrap();
        // Closed, it is reset: the service gives the handler up in the middle of whatever it does.
        stream.set_zero_linger().unwrap();
        stream.write_all(&[head.as_bytes(), &body].concat()).await.unwrap();
        tokio::time::sleep(Duration::from_micros(u64::from(number) * 150)).await;
        drop(stream);
    };
    let stay = async |number: u32| {
        let new = given::registration_number(premises.id, number);
        app.registered(&host, &new).await.id
    };
    let (_, stayed) = tokio::join!(join_all((0..40).map(hang_up)), join_all((0..40).map(stay)));

    for id in stayed {
        let view: RegistrationView = app.get(&host, &format!("/registrations/{id}")).await.ok();
        assert!(view.in_force);
    }
    // Those who hung up may still be written: wait until nothing moves.
    let mut before = -1;
    while before != app.count("registration").await {
        before = app.count("registration").await;
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    nothing_is_half(&app).await;
}

#[actix_web::test]
async fn an_act_that_is_dropped_midway_takes_only_itself_back() {
    let app = TestApp::start().await;
    let job = Job::service("test", "dropped");
    let add =
        "insert into security_event (id, at, kind, operation, cause) values ($1, $2, $3, 'test', 'test')";
    let row = |kind: &str| {
        let now = app.now();
        vec![app.state.chance.id(now).into(), now.into(), kind.to_owned().into()]
    };

    let dropped = async {
        let act = app.state.act(&job, async |tx| {
            tx.run(add, row("dropped")).await?;
            std::future::pending::<()>().await;
            Ok::<(), ApiError>(())
        });
        tokio::time::timeout(Duration::from_millis(50), act).await.unwrap_err();
    };
    let kept = async |_| app.state.act(&job, async |tx| tx.run(add, row("kept")).await).await.unwrap();
    let refused = async {
        let act = app.state.act(&job, async |tx| {
            tx.run(add, row("refused")).await?;
            Err::<(), _>(ApiError::Stale("test"))
        });
        act.await.unwrap_err();
    };
    tokio::join!(dropped, join_all((0..8).map(kept)), refused);
    // Alone, too: nobody is left to commit or to wait.
    let alone = app.state.act(&job, async |_| {
        std::future::pending::<()>().await;
        Ok::<(), ApiError>(())
    });
    tokio::time::timeout(Duration::from_millis(20), alone).await.unwrap_err();
    app.state.act(&job, async |tx| tx.run(add, row("after")).await).await.unwrap();

    for (kind, rows) in [("dropped", 0), ("kept", 8), ("refused", 0), ("after", 1)] {
        assert_eq!(app.count(&format!("security_event where kind = '{kind}'")).await, rows, "{kind}");
    }
}

#[actix_web::test]
async fn at_whatever_moment_an_act_is_dropped_the_others_are_kept() {
    let app = TestApp::start().await;
    let job = Job::service("test", "dropped");
    let add =
        "insert into security_event (id, at, kind, operation, cause) values ($1, $2, $3, 'test', 'test')";
    let act = async |kind: &str| {
        let now = app.now();
        let row = vec![app.state.chance.id(now).into(), now.into(), kind.to_owned().into()];
        app.state.act(&job, async |tx| tx.run(add, row.clone()).await).await
    };

    const MOMENTS: i64 = 40;
    for moment in 0..MOMENTS {
        let dropped = async {
            let mut act = Box::pin(act("dropped"));
            let mut polls = 0;
            poll_fn(|context| {
                if polls == moment {
                    return Poll::Ready(());
                }
                polls += 1;
                act.as_mut().poll(context).map(drop)
            })
            .await;
        };
        let (first, (), last) = tokio::join!(act("kept"), dropped, act("kept"));
        assert_eq!((first.unwrap(), last.unwrap()), (1, 1), "dropped at {moment}");
        dropped_alone(&app, &job, moment).await;
    }

    assert_eq!(app.count("security_event where kind = 'kept'").await, 2 * MOMENTS);
    assert_eq!(app.count("security_event where kind = 'half'").await, 0);
}

/// An act that writes and then fails, given up after some polls: nothing of it may ever stand.
async fn dropped_alone(app: &TestApp, job: &Job, moment: i64) {
    let add =
        "insert into security_event (id, at, kind, operation, cause) values ($1, $2, 'half', 'test', 'test')";
    let mut act = Box::pin(app.state.act(job, async |tx| {
        tx.run(add, vec![app.state.chance.id(app.now()).into(), app.now().into()]).await?;
        Err::<(), _>(ApiError::Stale("test"))
    }));
    let mut polls = 0;
    poll_fn(|context| {
        if polls == moment {
            return Poll::Ready(());
        }
        polls += 1;
        act.as_mut().poll(context).map(drop)
    })
    .await;
}

#[actix_web::test]
async fn an_act_that_panics_is_a_problem_and_the_next_one_works() {
    let app = TestApp::start().await;
    let job = Job::service("test", "panics");

    let act = std::panic::AssertUnwindSafe(app.state.act(&job, async |_| -> Result<(), ApiError> {
        panic!("on purpose");
    }));

    assert!(futures_util::FutureExt::catch_unwind(act).await.is_err());
    assert_eq!(app.get(&Actor::nobody(), "/readyz").await.status, 200);
    app.host("kamran").await;
}

#[actix_web::test]
async fn what_an_act_holds_is_as_it_read_it_or_the_act_begins_anew() {
    // SQLite has one writer: nothing changes under an act.
    if !tests::on_postgres() {
        return;
    }
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let job = Job::service("test", "holds");
    let find = "select state from premises where id = $1";
    let hold = "select 1 from premises where id = $1 and state = $2";

    // In one statement that writes, and alone before the next reading.
    for (state, reads_on) in [("rejected", false), ("confirmed", true)] {
        let held = app.state.act(&job, async |tx| {
            let found: Option<State> = tx.look().find(find, vec![premises.id.into()]).await?;
            let found = found.unwrap().state;
            if !tx.again {
                app.tamper("update premises set state = $1", vec![state.into()]).await;
            }
            tx.hold(hold, vec![premises.id.into(), found.clone().into()]);
            if reads_on {
                tx.find::<State>(find, vec![premises.id.into()]).await?;
            }
            Ok((tx.again, found))
        });
        assert_eq!(held.await.unwrap(), (true, state.to_owned()));
    }
}

#[derive(sea_orm::FromQueryResult)]
struct State {
    state: String,
}

#[actix_web::test]
async fn nobody_is_in_force_at_an_address_that_is_rejected_at_the_same_moment() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let mut made = 0;
    for round in 0..4 {
        let premises = app.premises(&host).await;
        let register = async |number: u32| {
            tokio::time::sleep(Duration::from_millis(u64::from(number) * 2)).await;
            let new = given::registration_number(premises.id, round * 100 + number);
            let answer =
                app.post(&host, "/registrations", &new).key(&format!("at-once-{round}-{number}")).await;
            answer.status.as_u16()
        };
        let reject = async {
            tokio::time::sleep(Duration::from_millis(10)).await;
            let path = format!("/premises/{}/rejection", premises.id);
            let reason = serde_json::json!({ "reason": "Reyestrdə belə bir ev yoxdur." });
            app.post(&officer, &path, &reason).if_match(1).await.status.as_u16()
        };
        let (statuses, rejected) = tokio::join!(join_all((0..12).map(register)), reject);

        assert_eq!(rejected, 200);
        assert!(statuses.iter().all(|status| [201, 409].contains(status)), "{statuses:?}");
        made += statuses.iter().filter(|status| **status == 201).count();
        assert_eq!(app.count("registration").await, i64::try_from(made).unwrap());
        assert_eq!(app.count("registration where closed_at is null").await, 0);
    }
    app.run_outbox().await;
    nothing_is_half(&app).await;
}
