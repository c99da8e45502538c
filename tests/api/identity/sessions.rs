//! Sessions: how they go on, end, and are listed.
use chrono::Duration;
use shared::{
    identity::{Session, SessionRow},
    ids::SessionId,
    page::Page,
};
use tests::{Actor, TestApp};

use super::{events_of, me, same_answer};

/// Somebody who holds the same cookies.
fn copy(of: &Actor) -> Actor {
    let copy = of.elsewhere(&of.device);
    copy.jar.replace(of.jar.borrow().clone());
    copy
}

fn cookie(who: &Actor, name: &str) -> String {
    who.jar.borrow()[name].clone()
}

#[actix_web::test]
async fn a_refresh_token_is_exchanged_and_the_old_one_yields_the_same_for_half_a_minute() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let other_tab = copy(&kamran);

    let first: Session = app.act(&kamran, "/auth/refresh").await.ok();
    app.forward(Duration::seconds(29));
    let second: Session = app.act(&other_tab, "/auth/refresh").await.ok();

    assert_eq!(first.id, second.id);
    assert_eq!(cookie(&kamran, "__Host-refresh"), cookie(&other_tab, "__Host-refresh"));
    assert_eq!(app.act(&kamran, "/auth/refresh").await.status, 200);
}

#[actix_web::test]
async fn a_refresh_token_used_again_later_ends_the_session() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let thief = copy(&kamran);
    let id = me(&app, &kamran).await.id;
    assert_eq!(app.act(&kamran, "/auth/refresh").await.status, 200);

    app.forward(Duration::seconds(30));
    let stolen = app.act(&thief, "/auth/refresh").await.refused();

    assert_eq!(stolen, (401, "unauthenticated".to_owned()));
    assert_eq!(app.act(&kamran, "/auth/refresh").await.status, 401);
    assert_eq!(app.get(&kamran, "/me").await.status, 401);
    assert_eq!(events_of(&app, id).await.last().unwrap(), "session_stolen");
}

#[actix_web::test]
async fn a_token_of_any_earlier_generation_ends_the_session() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let thief = copy(&kamran);
    let id = me(&app, &kamran).await.id;
    for _ in 0..3 {
        app.forward(Duration::minutes(10));
        assert_eq!(app.act(&kamran, "/auth/refresh").await.status, 200);
    }

    assert_eq!(app.act(&thief, "/auth/refresh").await.status, 401);

    assert_eq!(app.get(&kamran, "/me").await.status, 401);
    assert_eq!(events_of(&app, id).await.last().unwrap(), "session_stolen");
}

#[actix_web::test]
async fn a_made_up_refresh_token_ends_nobodys_session() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let stranger = copy(&kamran);
    let token = cookie(&kamran, "__Host-refresh");
    let (head, _) = token.rsplit_once('.').unwrap();
    for made_up in [format!("{head}.{}", "0".repeat(64)), "nonsense".to_owned(), "..".to_owned()] {
        stranger.jar.borrow_mut().insert("__Host-refresh".into(), made_up);
        assert_eq!(app.act(&stranger, "/auth/refresh").await.status, 401);
        stranger.jar.borrow_mut().remove("__Host-session");
    }
    assert_eq!(app.act(&kamran, "/auth/refresh").await.status, 200);
}

#[actix_web::test]
async fn two_tabs_that_refresh_at_once_both_go_on() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let other_tab = copy(&kamran);

    let (one, other) = futures_util::future::join(
        app.act(&kamran, "/auth/refresh").into_future(),
        app.act(&other_tab, "/auth/refresh").into_future(),
    )
    .await;

    assert_eq!((one.status.as_u16(), other.status.as_u16()), (200, 200));
    assert_eq!(cookie(&kamran, "__Host-refresh"), cookie(&other_tab, "__Host-refresh"));
}

#[actix_web::test]
async fn a_host_may_be_idle_for_an_hour_and_an_officer_for_half_of_it() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let officer = app.officer("baku").await;

    app.forward(Duration::minutes(29));
    assert_eq!(app.act(&officer, "/auth/refresh").await.status, 200);
    app.forward(Duration::minutes(30));
    assert_eq!(app.act(&officer, "/auth/refresh").await.status, 401);
    assert_eq!(app.act(&kamran, "/auth/refresh").await.status, 200);
    app.forward(Duration::minutes(60));
    assert_eq!(app.act(&kamran, "/auth/refresh").await.status, 401);
}

#[actix_web::test]
async fn no_session_lives_longer_than_a_day() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let ends_at = me(&app, &kamran).await.session.ends_at;
    assert_eq!(ends_at - app.now(), Duration::hours(24));

    for _ in 0..47 {
        app.forward(Duration::minutes(30));
        assert_eq!(app.act(&kamran, "/auth/refresh").await.status, 200);
    }
    let last: Session = app.act(&kamran, "/auth/refresh").await.ok();
    assert_eq!((last.ends_at, last.idle_until), (ends_at, ends_at));
    app.forward(Duration::minutes(30));
    assert_eq!(app.act(&kamran, "/auth/refresh").await.status, 401);
}

#[actix_web::test]
async fn who_i_am_says_how_long_the_session_lives() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let began = app.now();

    app.forward(Duration::minutes(10));
    let session = me(&app, &kamran).await.session;

    assert_eq!(session.renew_before, began + Duration::minutes(15));
    assert_eq!(session.idle_until, began + Duration::minutes(60));
}

#[actix_web::test]
async fn signing_out_kills_the_token_at_once() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let copied = copy(&kamran);

    app.act(&kamran, "/auth/sign-out").await.done();

    assert!(kamran.jar.borrow().is_empty());
    assert_eq!(app.get(&copied, "/me").await.refused(), (401, "unauthenticated".to_owned()));
    assert_eq!(app.act(&copied, "/auth/refresh").await.status, 401);
    // Twice does no harm.
    app.act(&kamran, "/auth/sign-out").await.done();
}

#[actix_web::test]
async fn i_see_my_sessions_and_end_the_one_i_do_not_know() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    app.forward(Duration::minutes(1));
    let phone = kamran.elsewhere("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/605.1");
    app.sign_in(&phone).await;

    app.run_outbox().await;
    let letter = &app.mail_to(&kamran.email).await[0].message;
    assert!(letter.body.contains("Safari, iPhone") && letter.body.contains(&phone.peer), "{}", letter.body);
    let mine: Page<SessionRow> = app.get(&kamran, "/me/sessions").await.ok();
    let shown: Vec<_> = mine.items.iter().map(|row| (row.device.as_str(), row.current)).collect();
    assert_eq!(shown, [("Safari, iPhone", false), ("Firefox, Windows", true)]);
    assert_eq!(mine.items[0].place, phone.peer);
    assert_eq!(mine.next, None);

    app.delete(&kamran, &format!("/me/sessions/{}", mine.items[0].id)).await.done();
    assert_eq!(app.get(&phone, "/me").await.status, 401);
    assert_eq!(app.act(&phone, "/auth/refresh").await.status, 401);
    assert_eq!(me(&app, &kamran).await.name, "kamran");
}

#[actix_web::test]
async fn a_known_device_is_not_announced_again() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;

    app.sign_in(&kamran.elsewhere(&kamran.device)).await;

    assert_eq!(app.outbox().await, [""; 0]);
}

#[actix_web::test]
async fn a_new_device_is_announced_also_when_no_session_is_open() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    assert_eq!(app.outbox().await, [""; 0], "nobody is told of the very first sign-in");
    app.act(&kamran, "/auth/sign-out").await.done();

    app.sign_in(&kamran.elsewhere("Chrome/140 Linux")).await;

    assert_eq!(app.outbox().await, ["new_device"]);
    app.run_outbox().await;
}

#[actix_web::test]
async fn a_device_stays_known_after_its_session_has_ended() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    app.act(&kamran, "/auth/sign-out").await.done();
    // Another one, so that a session is open.
    app.sign_in(&kamran.elsewhere("Chrome/140 Linux")).await;
    app.run_outbox().await;

    app.sign_in(&kamran.elsewhere(&kamran.device)).await;

    assert_eq!(app.outbox().await, [""; 0]);
}

#[actix_web::test]
async fn all_other_sessions_end_together() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let others = [kamran.elsewhere("Chrome/140 Linux"), kamran.elsewhere("Chrome/140 Android")];
    for other in &others {
        app.sign_in(other).await;
    }
    app.run_outbox().await;

    app.delete(&kamran, "/me/sessions").await.done();

    for other in &others {
        assert_eq!(app.get(other, "/me").await.status, 401);
    }
    let mine: Page<SessionRow> = app.get(&kamran, "/me/sessions").await.ok();
    assert_eq!(mine.items.len(), 1);
}

#[actix_web::test]
async fn somebody_elses_session_is_not_there() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let leyla = app.host("leyla").await;
    let hers = me(&app, &leyla).await.session.id;
    let missing = SessionId("01999999-0000-7000-8000-000000000000".parse().unwrap());

    let foreign = app.delete(&kamran, &format!("/me/sessions/{hers}")).await;
    let absent = app.delete(&kamran, &format!("/me/sessions/{missing}")).await;

    assert_eq!(foreign.status, 404);
    same_answer(foreign, absent);
    assert_eq!(app.delete(&kamran, "/me/sessions/no-id").await.refused(), (404, "not_found".to_owned()));
    assert_eq!(me(&app, &leyla).await.name, "leyla");
}

#[actix_web::test]
async fn the_list_comes_page_by_page_without_sessions_that_are_over() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    app.forward(Duration::minutes(61));
    app.sign_in(&kamran).await;
    for _ in 0..2 {
        app.forward(Duration::seconds(1));
        app.sign_in(&kamran.elsewhere(&kamran.device)).await;
    }

    let mut seen = Vec::new();
    let mut path = "/me/sessions?limit=1".to_owned();
    loop {
        let page: Page<SessionRow> = app.get(&kamran, &path).await.ok();
        seen.extend(page.items.into_iter().map(|row| row.started_at));
        let Some(next) = page.next else { break };
        path = format!("/me/sessions?limit=1&cursor={next}");
    }

    assert_eq!(seen.len(), 3, "the first one is idle for too long");
    assert!(seen.is_sorted_by(|a, b| a > b));
    for (query, key) in [
        ("limit=0", "?limit"),
        ("limit=101", "?limit"),
        ("limit=x", "?limit"),
        ("cursor=x", "?cursor"),
        ("sort=x", "?sort"),
    ] {
        let wrong = app.get(&kamran, &format!("/me/sessions?{query}")).await.wrong_fields();
        assert_eq!(wrong.len(), 1, "{query}");
        assert!(query == "limit=x" || wrong[0].0 == key, "{wrong:?}");
    }
}
