//! Signing in, and what a token is worth.
use api::identity::passwords::Passwords;
use chrono::Duration;
use serde_json::json;
use tests::{Actor, TestApp};

use super::{events_of, me, same_answer};

const EMAIL: &str = "kamran@example.az";

#[actix_web::test]
async fn a_wrong_password_and_an_unknown_user_differ_in_nothing() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    // The letter of the sign-up is counted in the same table.
    let before = app.count("failed_try").await;
    let nobody = Actor::nobody();
    let sign_in = async |email: &str| {
        let body = json!({ "email": email, "password": "not the right password" });
        app.post(&nobody, "/auth/sign-in", &body).await
    };

    let (known, unknown) = (sign_in(&kamran.email).await, sign_in("nobody@example.az").await);
    assert_eq!(known.status, 401);
    same_answer(known, unknown);

    for _ in 0..4 {
        same_answer(sign_in(&kamran.email).await, sign_in("nobody@example.az").await);
    }
    // Also when both have to wait.
    let (known, unknown) = (sign_in(&kamran.email).await, sign_in("nobody@example.az").await);
    assert_eq!((known.status.as_u16(), known.header("retry-after")), (429, unknown.header("retry-after")));
    same_answer(known, unknown);
    assert_eq!(app.count("failed_try").await, before + 2);
    assert_eq!(app.count("security_event where kind = 'sign_in_failed'").await, 10);
}

#[actix_web::test]
async fn many_wrong_passwords_wait_longer_and_never_for_ever() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let before = app.count("failed_try").await;
    let wrong = json!({ "email": kamran.email, "password": "not the right password" });
    let right = json!({ "email": kamran.email, "password": kamran.password });
    for _ in 0..5 {
        assert_eq!(app.post(&Actor::nobody(), "/auth/sign-in", &wrong).await.status, 401);
    }

    for wait in [1, 2, 4, 8] {
        let early = app.post(&Actor::nobody(), "/auth/sign-in", &right).await;
        assert!(early.header("retry-after").unwrap().parse::<i64>().unwrap() >= wait);
        assert_eq!(early.refused(), (429, "throttled".to_owned()));
        app.forward(Duration::seconds(wait));
        assert_eq!(app.post(&Actor::nobody(), "/auth/sign-in", &wrong).await.status, 401);
    }
    app.forward(Duration::seconds(16));
    assert_eq!(app.post(&Actor::nobody(), "/auth/sign-in", &right).await.status, 200);
    // Forgotten with the first success.
    assert_eq!(app.count("failed_try").await, before);
}

#[actix_web::test]
async fn a_fourth_sign_in_of_one_account_waits_until_one_of_three_is_answered() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let nobody = Actor::nobody();
    let sign_in = async |email: &str| {
        app.post(&nobody, "/auth/sign-in", &json!({ "email": email, "password": kamran.password })).await
    };
    let place = |email| app.state.throttle.few_at_once(email).unwrap();
    let mut places: Vec<_> = (0..3).map(|_| place("kamran@example.az")).collect();
    places.extend((0..3).map(|_| place("nobody@example.az")));

    let (known, unknown) = (sign_in("KAMRAN@example.az").await, sign_in("nobody@example.az").await);

    assert_eq!((known.status.as_u16(), known.header("retry-after")), (429, Some("1")));
    same_answer(known, unknown);
    drop(places);
    assert_eq!(sign_in("kamran@example.az").await.status, 200);
}

#[actix_web::test]
async fn a_password_that_changes_while_it_is_looked_at_lets_nobody_in() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let sessions = app.count("session").await;
    // Looking at it takes as long as at a hundred others.
    let slow = Passwords::new(256 * 1024).unwrap();
    let slow = async |password: &str| slow.hash(password.to_owned(), [7; 16]).await.unwrap();
    let (old, new) = (slow(&kamran.password).await, slow("seven brown horses at noon").await);
    let keep = async |hash: String| {
        app.tamper("update account set password = $1 where email_key = $2", vec![hash.into(), EMAIL.into()])
            .await
    };
    keep(old).await;

    let body = json!({ "email": EMAIL, "password": kamran.password });
    let nobody = Actor::nobody();
    let change = async {
        let throttle = &app.state.throttle;
        let _others = [throttle.few_at_once(EMAIL).unwrap(), throttle.few_at_once(EMAIL).unwrap()];
        app.until("the sign-in is under way", async || throttle.few_at_once(EMAIL).is_err()).await;
        // By now it has read the old one.
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        keep(new).await;
        // It is under way still.
        assert!(throttle.few_at_once(EMAIL).is_err());
    };
    let (answer, ()) = tokio::join!(async { app.post(&nobody, "/auth/sign-in", &body).await }, change);

    assert_eq!(answer.refused(), (401, "wrong_password".to_owned()));
    assert_eq!(app.count("session").await, sessions);
}

#[actix_web::test]
async fn one_network_address_tries_thirty_times_a_minute() {
    let app = TestApp::start().await;
    let nobody = Actor::nobody();
    let body =
        |number: u32| json!({ "email": format!("n{number}@example.az"), "password": "whatever it may be" });
    for number in 0..30 {
        assert_eq!(app.post(&nobody, "/auth/sign-in", &body(number)).await.status, 401);
    }

    let one_more = app.post(&nobody, "/auth/sign-in", &body(30)).await;

    assert!(one_more.header("retry-after").is_some());
    assert_eq!(one_more.refused(), (429, "throttled".to_owned()));
    assert_eq!(app.post(&Actor::nobody(), "/auth/sign-in", &body(31)).await.status, 401);
    app.forward(Duration::minutes(1));
    assert_eq!(app.post(&nobody, "/auth/sign-in", &body(32)).await.status, 401);
}

#[actix_web::test]
async fn tokens_travel_in_cookies_that_no_script_reads() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let body = json!({ "email": kamran.email, "password": kamran.password });

    let answer = app.post(&Actor::nobody(), "/auth/sign-in", &body).await;

    let cookies: Vec<_> = answer.headers.get_all("set-cookie").map(|value| value.to_str().unwrap()).collect();
    assert_eq!(cookies.len(), 2);
    for (cookie, name) in cookies.iter().zip(["__Host-session=", "__Host-refresh="]) {
        assert!(cookie.starts_with(name), "{cookie}");
        for mark in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=86400"] {
            assert!(cookie.contains(mark), "{cookie} has no {mark}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
        let value = cookie.split(['=', ';']).nth(1).unwrap();
        assert!(!answer.text().contains(value), "a token in the body");
    }
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let account = me(&app, &kamran).await.id;
    assert_eq!(events_of(&app, account).await.last().unwrap(), "signed_in");
}

#[actix_web::test]
async fn a_foreign_page_changes_nothing_with_the_cookie() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let change = json!({ "name": "Somebody else" });

    for (header, value) in
        [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("sec-fetch-site", "none")]
    {
        let refused = app.patch(&kamran, "/me", &change).if_match(2).header(header, value).await.refused();
        assert_eq!(refused, (403, "cross_site".to_owned()), "{value}");
        let refresh = app.act(&kamran, "/auth/refresh").header(header, value).await.refused();
        assert_eq!(refresh, (403, "cross_site".to_owned()), "{value}");
        let sign_out = app.act(&kamran, "/auth/sign-out").header(header, value).await.refused();
        assert_eq!(sign_out, (403, "cross_site".to_owned()), "{value}");
    }

    // Looking is harmless: the answer cannot be read by another page.
    let read = app.get(&kamran, "/me").header("sec-fetch-site", "cross-site").await;
    assert_eq!(read.status, 200);
    assert_eq!(me(&app, &kamran).await.name, "kamran");
}

#[actix_web::test]
async fn where_header_and_cookie_both_come_the_header_counts() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;

    for header in ["Bearer nonsense", "Bearer", "Basic a2FtcmFu"] {
        let refused = app.get(&kamran, "/me").header("authorization", header).await;
        assert_eq!(refused.header("www-authenticate"), Some("Bearer error=\"invalid_token\""));
        assert_eq!(refused.refused(), (401, "unauthenticated".to_owned()), "{header}");
    }
}

#[actix_web::test]
async fn a_token_that_was_touched_or_is_over_opens_nothing() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let token = kamran.jar.borrow()["__Host-session"].clone();
    let (head, rest) = token.split_once('.').unwrap();
    let (claims, signature) = rest.split_once('.').unwrap();
    let none = "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0";
    let first = if signature.starts_with('A') { 'B' } else { 'A' };
    let cut = &signature[1..];
    let bearer = async |token: &str| {
        app.get(&Actor::nobody(), "/me")
            .header("authorization", &format!("Bearer {token}"))
            .await
            .status
            .as_u16()
    };

    assert_eq!(bearer(&token).await, 200);
    for touched in [
        format!("{none}.{claims}."),
        format!("{none}.{claims}.{signature}"),
        format!("{head}.{claims}."),
        format!("{head}.{claims}.{first}{cut}"),
        format!("{head}.{}.{signature}", claims.chars().rev().collect::<String>()),
        format!("{head}.{claims}"),
    ] {
        assert_eq!(bearer(&touched).await, 401, "{touched}");
    }
    app.forward(Duration::minutes(15));
    assert_eq!(bearer(&token).await, 401);
}
