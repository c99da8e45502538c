//! Clients that stall and handlers that break do not take the service with them (C7, H8).
use std::{
    net::TcpListener,
    time::{Duration, Instant},
};

use actix_web::{App, HttpResponse, HttpServer, middleware::from_fn, rt, web};
use api::{
    http::{call, methods::Operations, problems},
    server,
};
use futures_util::future::{join, join_all};
use shared::problem::Problem;
use tests::{Actor, TestApp, given};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// Nothing here waits longer; bodies and heads are given up after ten seconds.
const LONGEST: Duration = Duration::from_secs(25);

async fn connected(address: &str) -> TcpStream {
    TcpStream::connect(address.trim_start_matches("http://")).await.unwrap()
}

/// All that comes until the other side closes.
async fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    // A reset is an end too.
    let _ = timeout(LONGEST, stream.read_to_end(&mut bytes)).await.expect("it is never closed");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Status, head in small letters, and body of an answer.
fn parted(answer: &str) -> (u16, String, &str) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {answer:?}"));
    (head.split(' ').nth(1).unwrap().parse().unwrap(), head.to_lowercase(), body)
}

/// The headers that every answer has, also one of an accident.
fn dressed(head: &str, id: &str) {
    for line in [
        format!("x-request-id: {id}"),
        "x-content-type-options: nosniff".into(),
        "content-security-policy: default-src 'none'; frame-ancestors 'none'".into(),
        "cache-control: no-store".into(),
        "referrer-policy: same-origin".into(),
        "strict-transport-security: max-age=63072000; includesubdomains".into(),
    ] {
        assert!(head.contains(&line), "no {line} in\n{head}");
    }
}

#[actix_web::test]
async fn a_body_that_stalls_is_given_up_and_half_open_connections_disturb_nobody() {
    let app = TestApp::start().await;
    let stalled = [
        ("/api/v1/auth/sign-in", "application/json", "{\"email\":"),
        ("/oauth/token", "application/x-www-form-urlencoded", "grant_type="),
    ]
    .map(async |(path, kind, begun)| {
        let mut stream = connected(&app.address).await;
        let head = format!("POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: {kind}\r\ncontent-length: 100");
        stream.write_all(format!("{head}\r\n\r\n{begun}").as_bytes()).await.unwrap();
        rest(stream).await
    });
    let mut half_open = Vec::new();
    for _ in 0..30 {
        let mut stream = connected(&app.address).await;
        stream.write_all(b"GET /api/v1/me HTTP/1.1\r\nhost: x\r\nx-slow: ").await.unwrap();
        half_open.push(stream);
    }

    let begun = Instant::now();
    let health = app.get(&Actor::nobody(), "/healthz").await;
    let waited = begun.elapsed();
    let (bodies, heads) = join(join_all(stalled), join_all(half_open.into_iter().map(rest))).await;

    assert!(health.status == 200 && waited < Duration::from_secs(1), "{} after {waited:?}", health.status);
    for answer in bodies {
        let (status, head, body) = parted(&answer);
        assert_eq!(status, 408, "{answer}");
        assert!(
            head.contains("connection: close") && head.contains("x-content-type-options: nosniff"),
            "{head}"
        );
        assert_eq!(serde_json::from_str::<Problem>(body).unwrap().code, "request_timeout");
    }
    for answer in heads {
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    }
}

async fn breaks() -> HttpResponse {
    panic!("as a test wants it")
}

#[actix_web::test]
async fn a_handler_that_panics_is_answered_and_the_service_lives_on() {
    let app = TestApp::in_production().await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let state = web::Data::new(app.state.clone());
    let operations = web::Data::new(Operations::of(&server::document()));
    let broken = HttpServer::new(move || {
        App::new()
            .wrap(from_fn(problems::around))
            .app_data(state.clone())
            .app_data(operations.clone())
            .route("/breaks", web::get().to(breaks))
            .route("/stands", web::get().to(HttpResponse::NoContent))
    });
    let broken = broken.workers(1).listen(listener).unwrap().disable_signals().run();
    let handle = broken.handle();
    rt::spawn(broken);
    let ask = async |method: &str, path: &str| {
        let mut stream = connected(&address).await;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: x\r\nx-request-id: broken-here\r\naccept-language: en\r\nconnection: close\r\n\r\n"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        rest(stream).await
    };

    for _ in 0..3 {
        let answer = ask("GET", "/breaks").await;
        let (status, head, body) = parted(&answer);
        assert_eq!(status, 500, "{answer}");
        dressed(&head, "broken-here");
        assert!(head.contains("content-type: application/problem+json"), "{head}");
        let problem: Problem = serde_json::from_str(body).unwrap();
        assert_eq!((problem.code.as_str(), problem.request_id.as_str()), ("internal", "broken-here"));
        assert!(!answer.contains("as a test wants it"), "the cause is for the log");
    }
    let answer = ask("HEAD", "/breaks").await;
    let (status, head, body) = parted(&answer);
    assert_eq!((status, body), (500, ""));
    dressed(&head, "broken-here");
    let answer = ask("GET", "/stands").await;
    let (status, head, _) = parted(&answer);
    assert_eq!(status, 204);
    dressed(&head, "broken-here");
    handle.stop(false).await;
}

#[actix_web::test]
async fn who_comes_too_many_is_told_at_once_and_officers_still_work() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let new = given::registration(app.premises(&host).await.id);
    let job = call::Actor::service("test", "crowd");
    let crowd: Vec<_> =
        (0..app.state.settings.under_way).map(|_| app.state.crowd.enter(&job).unwrap()).collect();

    let refused = app.post(&host, "/registrations", &new).key("in-the-crowd").await;
    assert_eq!(refused.header("retry-after"), Some("2"));
    assert_eq!(refused.refused(), (503, "busy".into()));
    assert_eq!(app.get(&officer, "/registrations").await.status, 200);
    assert_eq!(
        app.get(&Actor::nobody(), "/law/services").await.status,
        200,
        "nothing is asked of the database"
    );
    drop(crowd);
    let kept = app.post(&host, "/registrations", &new).key("in-the-crowd").await;
    assert_eq!(kept.status, 201, "nothing was lost");
}
