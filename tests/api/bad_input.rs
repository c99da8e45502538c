//! Bad input: each gives the documented problem, in the reader's language, and nothing is written.
use std::{
    io::{Read, Write},
    net::TcpStream,
};

use serde_json::{Value, json};
use shared::{
    identity::Language,
    ids::PremisesId,
    registrations::NewRegistration,
    texts::{self, Arg},
};
use tests::{Actor, Answer, TestApp, given};

struct Desk {
    app: TestApp,
    host: Actor,
    premises: PremisesId,
}

impl Desk {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let host = app.host("kamran").await;
        let premises = app.premises(&host).await.id;
        Self { app, host, premises }
    }

    fn fitting(&self) -> NewRegistration {
        given::registration(self.premises)
    }

    fn valid(&self) -> Value {
        serde_json::to_value(self.fitting()).unwrap()
    }

    async fn send(&self, body: &Value) -> Answer {
        self.app.post(&self.host, "/registrations", body).key("bad-input").language("en").await
    }

    async fn send_bytes(&self, bytes: impl Into<Vec<u8>>) -> Answer {
        let ask = self.app.ask(&self.host, "POST", "/registrations").key("bad-input").language("en");
        ask.body("application/json", bytes).await
    }

    /// A valid body with one value changed.
    async fn with(&self, pointer: &str, value: impl Into<Value>) -> Answer {
        let mut body = self.valid();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        body.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(name.to_owned(), value.into());
        self.send(&body).await
    }

    async fn nothing_is_written(&self) {
        for table in ["registration", "person", "identity", "idempotency_key", "access_subject"] {
            assert_eq!(self.app.count(table).await, 0, "{table}");
        }
    }
}

/// The catalogue's text.
fn say(language: &str, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    texts::embedded(Language::from_code(language).unwrap()).say(key, args)
}

fn named(pointer: &str, code: &str) -> Vec<(String, String)> {
    vec![(pointer.to_owned(), code.to_owned())]
}

#[actix_web::test]
async fn a_body_of_nothing_but_unknown_fields_is_told_about_the_first_hundred() {
    let app = TestApp::start().await;
    let fields: serde_json::Map<_, _> = (0..50_000).map(|n| (format!("f{n}"), 1.into())).collect();

    let wrong = app.post(&Actor::nobody(), "/auth/reset", &fields).await.wrong_fields();

    assert_eq!(wrong.len(), 100);
    assert!(wrong.iter().all(|(_, code)| code == "unknown_field"));
}

#[actix_web::test]
async fn a_wrong_check_digit_is_named_with_its_line_and_character() {
    let desk = Desk::start().await;
    let mut new = desk.fitting();
    // The check digit of the number is 3.
    new.guest.mrz = Some(given::MRZ.replace("U214578933", "U214578934"));

    let problem = desk.send(&serde_json::to_value(&new).unwrap()).await.problem();

    assert_eq!((problem.status, problem.code.as_str()), (422, "invalid"));
    let error = &problem.errors[0];
    assert_eq!((error.pointer.as_str(), error.code.as_str()), ("/guest/mrz", "mrz_digit"));
    let place = [("line", "2".into()), ("at", "10".into()), ("found", "4".into()), ("expected", "3".into())];
    assert_eq!(error.message, say("en", "field-error-mrz-digit", &place));
    desk.nothing_is_written().await;

    new.guest.mrz = Some(given::MRZ.to_owned());
    let registered = desk.send(&serde_json::to_value(&new).unwrap()).await;
    assert_eq!(registered.status, 201, "{}", registered.text());
}

#[actix_web::test]
async fn lines_and_fields_must_agree() {
    let desk = Desk::start().await;
    let mut new = desk.fitting();
    new.guest.mrz = Some(given::MRZ.to_owned());
    new.guest.birth_date = "1988-03-21".into();
    new.guest.document.number = "U21457898".into();
    new.guest.citizenship = "KAZ".into();

    let mut wrong = desk.send(&serde_json::to_value(&new).unwrap()).await.wrong_fields();

    wrong.sort();
    let pointers: Vec<&str> = wrong.iter().map(|(pointer, _)| pointer.as_str()).collect();
    assert_eq!(pointers, ["/guest/birth_date", "/guest/citizenship", "/guest/document/number"]);
    assert!(wrong.iter().all(|(_, code)| code == "mrz_disagrees"));
    for (lines, code) in
        [("short", "mrz_length"), (&"X".repeat(95), "mrz_length"), (&"é".repeat(89), "mrz_kind")]
    {
        let answer = desk.with("/guest/mrz", lines).await.wrong_fields();
        assert!(answer.iter().all(|(pointer, _)| pointer == "/guest/mrz"), "{answer:?}");
        assert!(answer.iter().any(|(_, told)| told == code), "{answer:?}");
    }
    desk.nothing_is_written().await;
}

#[actix_web::test]
async fn days_that_do_not_exist_are_named() {
    let desk = Desk::start().await;

    for pointer in [
        "/guest/birth_date",
        "/guest/document/expires_on",
        "/arrived_in_country",
        "/arrived_at_address",
        "/until",
    ] {
        for day in
            ["2026-02-30", "30.11.2026", "2026-11-31", "0000-00-00", "tomorrow", "", "2026-11-23T10:00:00Z"]
        {
            assert_eq!(
                desk.with(pointer, day).await.wrong_fields(),
                named(pointer, "date_invalid"),
                "{pointer} {day}"
            );
        }
    }
    let visa = json!({ "number": "AZ1234567", "stay_until": "2026-02-30" });
    assert_eq!(desk.with("/visa", visa).await.wrong_fields(), named("/visa/stay_until", "date_invalid"));
    desk.nothing_is_written().await;
}

#[actix_web::test]
async fn dates_that_contradict_each_other_are_named() {
    let desk = Desk::start().await;

    for (pointer, value, code) in [
        ("/guest/birth_date", "2026-11-20", "birth_after_arrival"),
        ("/guest/birth_date", "1890-01-01", "birth_too_early"),
        ("/guest/document/expires_on", "2026-11-18", "document_expired"),
        ("/arrived_at_address", "2026-11-24", "arrival_in_future"),
        ("/arrived_at_address", "2026-11-18", "address_before_country"),
        ("/until", "2026-11-22", "until_before_arrival"),
        ("/until", "2027-02-18", "until_too_late"),
        ("/guest/citizenship", "AZE", "own_citizen"),
    ] {
        assert_eq!(desk.with(pointer, value).await.wrong_fields(), named(pointer, code), "{pointer} {value}");
    }
    // One second before midnight in Baku the next day is still the future; a second later it is not.
    desk.app.set_clock("2026-11-23T19:59:59Z");
    desk.app.sign_in(&desk.host).await;
    let tomorrow = desk.with("/arrived_at_address", "2026-11-24").await.wrong_fields();
    assert_eq!(tomorrow, named("/arrived_at_address", "arrival_in_future"));
    desk.nothing_is_written().await;
    desk.app.forward(chrono::Duration::seconds(1));
    assert_eq!(desk.with("/arrived_at_address", "2026-11-24").await.status, 201);
}

#[actix_web::test]
async fn all_faults_are_told_at_once() {
    let desk = Desk::start().await;
    let mut new = desk.fitting();
    new.arrived_in_country = "2026-11-25".into();
    new.guest.document.expires_on = "2026-01-01".into();
    new.until = "2026-11-20".into();

    let wrong = desk.send(&serde_json::to_value(&new).unwrap()).await.wrong_fields();

    let pointers: Vec<&str> = wrong.iter().map(|(pointer, _)| pointer.as_str()).collect();
    assert_eq!(
        pointers,
        ["/guest/document/expires_on", "/arrived_in_country", "/arrived_at_address", "/until"]
    );
}

#[actix_web::test]
async fn codes_and_names_that_do_not_fit_are_named() {
    let desk = Desk::start().await;

    for (pointer, value, code) in [
        ("/guest/citizenship", "UTO", "country_unknown"),
        ("/guest/citizenship", "tur", "country_unknown"),
        ("/guest/citizenship", "Türkiye", "country_unknown"),
        ("/guest/document/issuer", "ZZZ", "country_unknown"),
        ("/guest/document/number", "U 21457893", "document_number"),
        ("/guest/document/number", "У21457893", "document_number"),
        ("/guest/document/number", "U1", "document_number"),
        ("/guest/surname", "", "required"),
        ("/guest/surname", "   ", "required"),
        // А, Е and О as Cyrillic letters.
        ("/guest/surname", "YILM\u{410}Z", "cyrillic_letter"),
        ("/guest/given_names", "\u{415}MRE", "cyrillic_letter"),
        ("/guest/surname", "ΥILMAZ", "latin_only"),
        ("/guest/surname", "YILMAZ2", "latin_only"),
        ("/guest/surname", "يلماز", "latin_only"),
        ("/contact", "not-a-contact", "contact"),
        ("/room", "", "text_length"),
    ] {
        assert_eq!(desk.with(pointer, value).await.wrong_fields(), named(pointer, code), "{pointer} {value}");
    }
    let problem = desk.with("/guest/surname", "YILM\u{410}Z").await.problem();
    let message = say("en", "field-error-cyrillic-letter", &[("at", "5".into())]);
    assert_eq!(problem.errors[0].message, message);
    desk.nothing_is_written().await;
}

#[actix_web::test]
async fn shapes_that_do_not_fit_are_named() {
    let desk = Desk::start().await;

    for (pointer, value, code) in [
        ("/guest/sex", json!("other"), "not_a_choice"),
        ("/guest/document/kind", json!("visa"), "not_a_choice"),
        ("/guest/surname", json!(7), "wrong_type"),
        ("/guest/surname", Value::Null, "wrong_type"),
        ("/moved", json!("yes"), "wrong_type"),
        ("/premises", json!("12"), "wrong_type"),
        ("/guest/document", json!([]), "wrong_type"),
        ("/colour", json!("red"), "unknown_field"),
        ("/guest/document/colour", json!("red"), "unknown_field"),
    ] {
        assert_eq!(
            desk.with(pointer, value.clone()).await.wrong_fields(),
            named(pointer, code),
            "{pointer} {value}"
        );
    }
    let mut missing = desk.valid();
    missing.pointer_mut("/guest").unwrap().as_object_mut().unwrap().remove("birth_date");
    assert_eq!(desk.send(&missing).await.wrong_fields(), named("/guest/birth_date", "required"));
    for whole in [json!([]), json!("text"), json!(1), Value::Null] {
        let wrong = desk.send(&whole).await.wrong_fields();
        assert_eq!(wrong, named("", "wrong_type"), "{whole}");
    }
    desk.nothing_is_written().await;
}

#[actix_web::test]
async fn bytes_that_cannot_be_read_are_told_apart() {
    let desk = Desk::start().await;
    let valid = desk.valid().to_string();
    let deep = format!("{}1{}", "[".repeat(100), "]".repeat(100));

    for (bytes, code) in [
        (valid.replace("YILMAZ", "YIL\\u0000MAZ").into_bytes(), "control_letter"),
        (valid.replace("YILMAZ", "YIL\\ud800MAZ").into_bytes(), "not_json"),
        (valid.replace("YILMAZ", "YIL\\udc00MAZ").into_bytes(), "not_json"),
        (valid.replace("YILMAZ", "YIL\0MAZ").into_bytes(), "not_json"),
        (valid.replacen("YILMAZ", "YIL\u{1F}MAZ", 1).into_bytes(), "not_json"),
        (valid.clone().into_bytes().into_iter().chain([0xff]).collect(), "not_utf8"),
        (b"{\"premises\": \"\xed\xa0\x80\"}".to_vec(), "not_utf8"),
        (valid.replacen('{', "{\"room\": \"1\", \"room\": \"2\",", 1).into_bytes(), "duplicate_key"),
        (valid.replacen("\"surname\"", "\"sex\": \"male\", \"surname\"", 1).into_bytes(), "duplicate_key"),
        (valid[..valid.len() - 1].to_owned().into_bytes(), "not_json"),
        (format!("{valid} {valid}").into_bytes(), "not_json"),
        (b"{'room': 1}".to_vec(), "not_json"),
        (Vec::new(), "not_json"),
        (b"\xef\xbb\xbf{}".to_vec(), "not_json"),
        (deep.into_bytes(), "too_deep"),
    ] {
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        assert_eq!(desk.send_bytes(bytes).await.refused(), (400, code.into()), "{shown}");
    }
    desk.nothing_is_written().await;
}

#[actix_web::test]
async fn composed_and_decomposed_letters_are_one_name() {
    let desk = Desk::start().await;

    let view: Value = desk.with("/guest/surname", "GU\u{308}RBU\u{308}Z").await.ok();

    assert_eq!(view["guest"]["surname"], "G\u{dc}RB\u{dc}Z");
}

#[actix_web::test]
async fn only_json_is_taken() {
    let desk = Desk::start().await;
    let valid = desk.valid().to_string();

    for media_type in
        ["text/plain", "application/x-www-form-urlencoded", "application/xml", "application/jsonp", ""]
    {
        let ask = desk.app.ask(&desk.host, "POST", "/registrations").key("bad-input");
        let answer = ask.body(media_type, valid.clone()).await;
        assert_eq!(answer.refused(), (415, "media_type".into()), "{media_type:?}");
    }
    desk.nothing_is_written().await;
    let ask = desk.app.ask(&desk.host, "POST", "/registrations").key("bad-input");
    assert_eq!(ask.body("application/json; charset=utf-8", valid).await.status, 201);
}

#[actix_web::test]
async fn wrong_methods_are_answered_with_those_that_are_allowed() {
    let app = TestApp::start().await;
    let anyone = Actor::nobody();
    let id = "01990000-0000-7000-8000-000000000000";
    let one = format!("/registrations/{id}");
    let departure = format!("/registrations/{id}/departure");
    let session = format!("/me/sessions/{id}");

    for (method, path, allowed) in [
        ("DELETE", "/registrations", "GET, POST, HEAD, OPTIONS"),
        ("PUT", one.as_str(), "GET, HEAD, OPTIONS"),
        ("POST", one.as_str(), "GET, HEAD, OPTIONS"),
        ("GET", departure.as_str(), "POST, OPTIONS"),
        ("GET", "/auth/sign-in", "POST, OPTIONS"),
        ("GET", session.as_str(), "DELETE, OPTIONS"),
        ("DELETE", "/me", "GET, PATCH, HEAD, OPTIONS"),
        ("POST", "/healthz", "GET, HEAD, OPTIONS"),
        ("TRACE", "/registrations", "GET, POST, HEAD, OPTIONS"),
        ("BREW", "/registrations", "GET, POST, HEAD, OPTIONS"),
        // It stands in the document as it is: nobody takes it for an id.
        ("GET", "/registrations/search", "POST, OPTIONS"),
        ("HEAD", "/registrations/search", "POST, OPTIONS"),
        ("DELETE", "/registrations/search", "POST, OPTIONS"),
    ] {
        let answer = app.ask(&anyone, method, path).await;
        assert_eq!(answer.header("allow"), Some(allowed), "{method} {path}");
        if method == "HEAD" {
            assert_eq!((answer.status.as_u16(), answer.body.len()), (405, 0), "{path}");
        } else {
            assert_eq!(answer.refused(), (405, "method_not_allowed".into()), "{method} {path}");
        }
        let options = app.ask(&anyone, "OPTIONS", path).await;
        assert_eq!((options.header("allow"), options.status.as_u16()), (Some(allowed), 204), "{path}");
        options.done();
    }
    for path in ["/nowhere", "/api/v1", "/registrations/", "/registrations/12/paper"] {
        assert_eq!(app.ask(&anyone, "POST", path).await.refused(), (404, "not_found".into()), "{path}");
        assert_eq!(app.ask(&anyone, "OPTIONS", path).await.status, 404, "{path}");
    }
}

#[actix_web::test]
async fn head_is_get_without_the_body() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;

    for (path, status) in [("/me", 200), ("/law/services", 200), ("/healthz", 200), ("/nowhere", 404)] {
        let get = app.get(&host, path).await;
        let head = app.ask(&host, "HEAD", path).await;
        assert_eq!((head.status.as_u16(), head.body.len()), (status, 0), "{path}");
        for name in ["content-type", "etag", "cache-control", "content-language"] {
            assert_eq!(head.header(name), get.header(name), "{path} {name}");
        }
    }
}

#[actix_web::test]
async fn a_body_of_two_megabytes_is_too_large() {
    let desk = Desk::start().await;
    let cookies: Vec<String> =
        desk.host.jar.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
    let address = desk.app.address.trim_start_matches("http://").to_owned();
    let head = format!(
        "POST /api/v1/registrations HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\n\
         sec-fetch-site: same-origin\r\nidempotency-key: two-megabytes\r\ncookie: {}\r\n",
        cookies.join("; ")
    );

    let exchange = move || {
        let mut told = Vec::new();
        // With the length said in advance, and chunk by chunk.
        for chunked in [false, true] {
            let mut stream = TcpStream::connect(&address).unwrap();
            stream.set_read_timeout(Some(std::time::Duration::from_secs(10))).unwrap();
            let length = if chunked { "transfer-encoding: chunked" } else { "content-length: 2097152" };
            stream.write_all(format!("{head}{length}\r\n\r\n").as_bytes()).unwrap();
            let block = vec![b' '; 1 << 16];
            for _ in 0..32 {
                let sent = if chunked {
                    let framed = [format!("{:x}\r\n", block.len()).as_bytes(), &block, b"\r\n"].concat();
                    stream.write_all(&framed)
                } else {
                    stream.write_all(&block)
                };
                // The server may have said no and hung up.
                if sent.is_err() {
                    break;
                }
            }
            let mut answer = Vec::new();
            let mut part = [0; 4096];
            while !answer.windows(4).any(|window| window == b"\r\n\r\n") {
                match stream.read(&mut part) {
                    Ok(read) if read > 0 => answer.extend_from_slice(&part[..read]),
                    _ => break,
                }
            }
            told.push(String::from_utf8_lossy(&answer).lines().next().unwrap_or_default().to_owned());
        }
        told
    };
    let told = tokio::task::spawn_blocking(exchange).await.unwrap();

    assert_eq!(told, ["HTTP/1.1 413 Payload Too Large", "HTTP/1.1 413 Payload Too Large"]);
    desk.nothing_is_written().await;
    // Just under the limit it is read: the padding is fine, so it is a registration.
    let mut padded = desk.valid().to_string();
    padded.push_str(&" ".repeat(1_000_000 - padded.len()));
    let over = format!("{padded} ");
    assert_eq!(desk.send_bytes(over).await.refused(), (413, "too_large".into()));
    assert_eq!(desk.send_bytes(padded).await.status, 201);
}

#[actix_web::test]
async fn a_version_that_was_not_seen_changes_nothing() {
    let desk = Desk::start().await;
    let view = desk.app.registered(&desk.host, &desk.fitting()).await;
    let path = format!("/registrations/{}/annulment", view.id);
    let body = json!({ "reason": "never_came" });

    for tag in ["\"2\"", "\"0\"", "\"one\"", "W/\"1\"", "\"99999999999999999999\""] {
        let answer = desk.app.post(&desk.host, &path, &body).header("if-match", tag).await;
        assert_eq!(answer.refused(), (412, "stale".into()), "{tag}");
    }
    for unfit in ["1", ""] {
        let answer = desk.app.post(&desk.host, &path, &body).header("if-match", unfit).await;
        assert_eq!(answer.wrong_fields(), [("If-Match".into(), "if_match".into())], "{unfit}");
    }
    let missing = desk.app.patch(&desk.host, "/me", &json!({ "name": "Kamran" })).await;
    assert_eq!(missing.refused(), (428, "precondition_required".into()));
    let stale = desk.app.patch(&desk.host, "/me", &json!({ "name": "Kamran" })).if_match(9).await;
    assert_eq!(stale.refused(), (412, "stale".into()));
    assert_eq!(desk.app.post(&desk.host, &path, &body).header("if-match", "*").await.status, 200);
}

#[actix_web::test]
async fn ids_that_are_none_are_not_there() {
    let desk = Desk::start().await;

    for id in ["12", "0", "%00", "..", "'%20or%201=1", &"9".repeat(300)] {
        let answer = desk.app.get(&desk.host, &format!("/registrations/{id}")).await;
        assert_eq!(answer.refused(), (404, "not_found".into()), "{id}");
    }
}

#[actix_web::test]
async fn problems_are_told_in_the_readers_language() {
    let desk = Desk::start().await;
    let mut new = desk.fitting();
    new.guest.surname = "YILM\u{410}Z".into();

    for (asked, language) in
        [("az", "az"), ("en-GB,en;q=0.9", "en"), ("ru", "ru"), ("de, ru;q=0.5, en;q=0.1", "ru"), ("de", "az")]
    {
        let answer = desk.app.post(&desk.host, "/registrations", &new).key("bad-input").language(asked).await;
        assert_eq!(answer.header("content-language"), Some(language));
        let request = answer.header("x-request-id").map(str::to_owned);
        let problem = answer.problem();
        assert_eq!(problem.kind, format!("/{language}/help/errors/invalid"));
        assert_eq!(problem.title, say(language, "problem-invalid", &[("count", 1.into())]));
        assert_eq!(problem.detail, say(language, "problem-invalid-detail", &[]));
        let message = say(language, "field-error-cyrillic-letter", &[("at", "5".into())]);
        assert_eq!(problem.errors[0].message, message);
        assert_eq!(Some(problem.request_id), request);
    }
    let unsigned = Actor::nobody();
    for language in ["az", "en", "ru"] {
        let problem = desk.app.get(&unsigned, "/me").language(language).await.problem();
        assert_eq!(problem.title, say(language, "problem-unauthenticated", &[]));
        assert_eq!(problem.detail, say(language, "problem-unauthenticated-detail", &[]));
    }
}

#[actix_web::test]
async fn a_request_id_that_is_harmless_is_kept() {
    let app = TestApp::start().await;
    let anyone = Actor::nobody();
    let told = async |given: &str| {
        let answer = app.get(&anyone, "/healthz").header("x-request-id", given).await;
        answer.header("x-request-id").unwrap().to_owned()
    };

    assert_eq!(told("my-request-0042").await, "my-request-0042");
    for given in ["short", &"x".repeat(65), "with space and <b>"] {
        assert_ne!(told(given).await, given);
    }
}
