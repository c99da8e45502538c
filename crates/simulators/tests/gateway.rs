//! The gateway over a real socket: what is sent twice is kept once, and it fails, loses and waits when asked.
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Status and body of one answer.
type Answer = (u16, String);

/// A gateway in this process, on a free port, under a plain tokio runtime as the service's own tests have.
fn gateway() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        runtime.block_on(async move {
            tokio::spawn(simulators::gateway(listener).expect("it starts"))
                .await
                .expect("it runs")
                .expect("it serves");
        });
    });
    address
}

fn call(at: SocketAddr, method: &str, path: &str, key: Option<&str>, body: Option<&Value>) -> Answer {
    let body = body.map(Value::to_string).unwrap_or_default();
    let key = key.map(|key| format!("Idempotency-Key: {key}\r\n")).unwrap_or_default();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\nContent-Type: application/json\r\n{key}Content-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let mut stream = TcpStream::connect(at).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a limit");
    stream.write_all(request.as_bytes()).expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    let body = answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default();
    (status, body)
}

fn mail(id: &str) -> Value {
    json!({
        "id": id, "channel": "mail", "to": "ayten@example.org", "subject": "Ünvan təsdiqlənib",
        "body": "Açın: https://example.org/az/host/premises", "language": "az",
    })
}

fn send(at: SocketAddr, key: &str, message: &Value) -> Answer {
    call(at, "POST", "/messages", Some(key), Some(message))
}

fn behave(at: SocketAddr, behaviour: &Value) {
    assert_eq!(call(at, "POST", "/behaviour", None, Some(behaviour)).0, 200);
}

fn delivered(at: SocketAddr, query: &str) -> Vec<Value> {
    let (status, body) = call(at, "GET", &format!("/messages{query}"), None, None);
    assert_eq!(status, 200);
    serde_json::from_str(&body).expect("a list")
}

#[test]
fn the_same_key_is_answered_the_same_and_kept_once() {
    let at = gateway();
    let first = send(at, "k1", &mail("m1"));
    assert_eq!(first.0, 202);
    assert_eq!(first, send(at, "k1", &mail("m1")));
    assert_eq!(delivered(at, "").len(), 1);
    assert_eq!(send(at, "k1", &mail("m2")).0, 422, "the key belongs to another message");
    assert_eq!(call(at, "POST", "/messages", None, Some(&mail("m3"))).0, 400, "a key is required");
    assert_eq!(delivered(at, "").len(), 1);
}

#[test]
fn messages_are_listed_newest_first_and_by_recipient() {
    let at = gateway();
    let sms = json!({ "id": "s1", "channel": "sms", "to": "+994501234567", "body": "Son gün: 10 mart 2026.", "language": "az" });
    assert_eq!(send(at, "k1", &mail("m1")).0, 202);
    assert_eq!(send(at, "k2", &sms).0, 202);
    assert_eq!(send(at, "k3", &mail("m2")).0, 202);
    let mut empty = sms.clone();
    empty["subject"] = json!("");
    assert_eq!(send(at, "k4", &empty).0, 202, "an empty subject is none");
    empty["subject"] = json!("Salam");
    assert_eq!(send(at, "k5", &empty).0, 422);
    let ids = |list: Vec<Value>| {
        list.iter().map(|item| item["id"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(delivered(at, "")), ["s1", "m2", "s1", "m1"]);
    assert_eq!(ids(delivered(at, "?to=ayten@example.org")), ["m2", "m1"]);
    assert_eq!(ids(delivered(at, "?to=%2B994501234567")), ["s1", "s1"]);
    assert_eq!(ids(delivered(at, "?limit=1")), ["s1"]);
    assert_eq!(call(at, "GET", "/messages?limit=x", None, None).0, 422);
}

#[test]
fn it_fails_as_often_as_asked_and_keeps_nothing_of_it() {
    let at = gateway();
    behave(at, &json!({ "fail_next": 2 }));
    assert_eq!(
        [send(at, "k", &mail("m")).0, send(at, "k", &mail("m")).0, send(at, "k", &mail("m")).0],
        [503, 503, 202]
    );
    assert_eq!(delivered(at, "").len(), 1);
}

#[test]
fn a_lost_answer_is_given_when_the_sender_asks_again() {
    let at = gateway();
    behave(at, &json!({ "lose_next": 1 }));
    assert_eq!(send(at, "k", &mail("m")).0, 504);
    assert_eq!(delivered(at, "").len(), 1, "it was kept all the same");
    assert_eq!(send(at, "k", &mail("m")).0, 202);
    assert_eq!(delivered(at, "").len(), 1);
}

#[test]
fn it_is_slow_when_asked() {
    let at = gateway();
    behave(at, &json!({ "slow_ms": 300 }));
    let began = Instant::now();
    assert_eq!(send(at, "k", &mail("m")).0, 202);
    assert!(began.elapsed() >= Duration::from_millis(300));
}

#[test]
fn it_is_down_until_told_otherwise() {
    let at = gateway();
    behave(at, &json!({ "down": true }));
    assert_eq!(send(at, "k", &mail("m")).0, 503);
    assert_eq!(call(at, "GET", "/messages", None, None).0, 503);
    assert_eq!(call(at, "GET", "/healthz", None, None).0, 503);
    behave(at, &json!({}));
    assert_eq!(call(at, "GET", "/healthz", None, None).0, 200);
    assert_eq!(send(at, "k", &mail("m")).0, 202);
}

#[test]
fn it_delivers_twice_when_asked() {
    let at = gateway();
    behave(at, &json!({ "duplicate": true }));
    assert_eq!(send(at, "k", &mail("m")).0, 202);
    let twice = delivered(at, "");
    assert_eq!(twice.len(), 2);
    assert_eq!(twice.first(), twice.last());
}

#[test]
fn what_does_not_fit_the_contract_is_refused() {
    let at = gateway();
    let changed = |name: &str, value: Value| {
        let mut message = mail("m");
        message[name] = value;
        send(at, "k", &message).0
    };
    assert_eq!(changed("to", json!("nobody")), 422);
    assert_eq!(changed("to", json!("a@b.az\r\nBcc: c@d.az")), 422);
    assert_eq!(changed("subject", Value::Null), 422);
    assert_eq!(changed("body", json!(" ")), 422);
    assert_eq!(changed("channel", json!("sms")), 422);
    assert_eq!(changed("language", json!("tr")), 422);
    assert_eq!(changed("priority", json!(1)), 422);
    assert_eq!(changed("body", json!("x".repeat(300_000))), 413);
    assert_eq!(call(at, "POST", "/behaviour", None, Some(&json!({ "fail": 1 }))).0, 422);
    assert!(delivered(at, "").is_empty());
}

#[test]
fn the_mailbox_page_shows_messages_and_runs_nothing_of_them() {
    let at = gateway();
    let mut message = mail("m");
    message["subject"] = json!("<script>alert(1)</script>");
    assert_eq!(send(at, "k", &message).0, 202);
    let (status, page) = call(at, "GET", "/?to=ayten@example.org", None, None);
    assert_eq!(status, 200);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !page.contains("<script>"));
    assert!(page.contains("<a href=\"https://example.org/az/host/premises\""));
    assert!(page.contains("<article lang=\"az\">"));
}
