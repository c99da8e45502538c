//! What the service says of itself names nobody, whatever is asked of it and however that goes wrong (F5).
use std::time::Duration;

use api::clock::{Clock, baku_day};
use serde_json::{Value, json};
use shared::{
    premises::PremisesView,
    registrations::{NewRegistration, RegistrationView},
};
use tests::{
    given,
    process::{Place, Service},
};

/// Each stands in no other word of a log.
const CANARIES: [&str; 8] =
    ["ZANARAQ", "QVINTILIAN", "QX7654321", "7Q7Q", "zanaraq@", "Zanaraqov", "QZ99FIN", "Qaranquş"];

fn canary(premises: &PremisesView) -> NewRegistration {
    let today = baku_day(Clock::Real.now());
    let mut new = given::registration(premises.id);
    new.guest.surname = "ZANARAQ".into();
    new.guest.given_names = "QVINTILIAN".into();
    new.guest.document.number = "QX7654321".into();
    new.guest.document.expires_on = (today + chrono::Days::new(900)).to_string();
    new.room = Some("7Q7Q".into());
    new.contact = Some("zanaraq@example.org".into());
    new.arrived_in_country = today.to_string();
    new.arrived_at_address = today.to_string();
    new.until = (today + chrono::Days::new(5)).to_string();
    new
}

/// Asks and expects a status.
async fn ask(service: &Service, status: u16, method: &str, path: &str, body: &Value) {
    let answer = service.send(method, path, body, "a-canary-key").await.unwrap();
    assert_eq!(answer.0, status, "{method} {path}: {}", String::from_utf8_lossy(&answer.2));
}

async fn everything_goes_wrong(service: &mut Service) {
    let mut asked = given::premises();
    asked.address.street = "Qaranquş küçəsi".into();
    service.sign_in("hotel@demo.az").await;
    let premises: PremisesView = service.ok("POST", "/api/v1/premises", &asked).await;
    let new = canary(&premises);
    let form = serde_json::to_value(&new).unwrap();
    let with = |pointer: &str, value: Value| {
        let mut form = form.clone();
        *form.pointer_mut(pointer).unwrap() = value;
        form
    };
    let (status, _, body) = service.send("POST", "/api/v1/registrations", &new, "canary-no-1").await.unwrap();
    assert_eq!(status, 201, "{}", String::from_utf8_lossy(&body));
    let view: RegistrationView = tests::read(&body);

    let registrations = "/api/v1/registrations";
    // Twice, with lines of somebody else, a date that is none, a field that is none, a type that is none.
    ask(service, 409, "POST", registrations, &form).await;
    let mut lines = form.clone();
    lines["guest"]["mrz"] = given::MRZ.into();
    ask(service, 422, "POST", registrations, &lines).await;
    ask(service, 422, "POST", registrations, &with("/until", "ZANARAQ".into())).await;
    ask(service, 422, "POST", registrations, &with("/guest/sex", "QVINTILIAN".into())).await;
    ask(service, 422, "POST", registrations, &json!({ "ZANARAQ": "QX7654321" })).await;
    let path = format!("{registrations}/{}", view.id);
    ask(service, 200, "POST", &format!("{path}/correction"), &json!({ "room": "7Q7Q8" })).await;
    ask(service, 200, "GET", &format!("{path}/notice"), &Value::Null).await;
    ask(service, 200, "GET", &format!("{registrations}?view=all"), &Value::Null).await;
    ask(service, 404, "GET", "/api/v1/registrations/QX7654321", &Value::Null).await;

    service.sign_in("officer@demo.az").await;
    let search = format!("{registrations}/search");
    ask(service, 200, "POST", &search, &json!({ "name": "Zanaraq" })).await;
    ask(service, 200, "POST", &search, &json!({ "document_number": "QX7654321" })).await;
    ask(service, 200, "GET", &path, &Value::Null).await;
    let reason = json!({ "reason": "Qaranquş küçəsində belə bir ev yoxdur." });
    ask(service, 428, "POST", &format!("/api/v1/premises/{}/rejection", premises.id), &reason).await;

    service.cookie.clear();
    let wrong = json!({ "email": "zanaraq@example.org", "password": "Zanaraqov and the boats" });
    ask(service, 401, "POST", "/api/v1/auth/sign-in", &wrong).await;
    let up = tests::TestApp::sign_up_form("zanaraq", shared::identity::PartyKind::Person);
    let mut up = serde_json::to_value(up).unwrap();
    up["name"] = "Zanaraqov".into();
    ask(service, 202, "POST", "/api/v1/accounts", &up).await;
    up["fin"] = "QZ99FIN".into();
    ask(service, 422, "POST", "/api/v1/accounts", &up).await;
}

#[actix_web::test]
async fn no_name_and_no_number_of_a_document_stands_in_what_is_said() {
    let place = Place::new().await;
    let mut service = place.serve("debug").await;

    everything_goes_wrong(&mut service).await;
    // Nobody listens at the gateway: the letters to the guest and to the new account fail, and operators look at them.
    let mut listed = String::new();
    for _ in 0..200 {
        let output = place.umis().args(["outbox", "list"]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        listed = String::from_utf8(output.stdout).unwrap();
        if listed.contains(" guest ") && listed.contains(" account confirm ") {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let mut told = String::new();
    for path in ["/healthz", "/readyz", "/metrics", "/.well-known/jwks.json"] {
        let (status, _, body) = service.send("GET", path, &(), "").await.unwrap();
        assert_eq!(status == 404, path == "/metrics", "{path}: {status}");
        told.push_str(&String::from_utf8_lossy(&body));
    }
    service.kill();

    assert!(listed.contains(" guest "), "nothing was tried: {listed:?}");
    let said = place.said();
    // Not heard at the level of every day.
    assert!(said.contains("serving") && said.contains("actix_server"), "it says nothing: {said}");
    for canary in CANARIES {
        for (what, text) in [("log", &said), ("list of messages", &listed), ("metrics", &told)] {
            let line = text.lines().find(|line| line.to_lowercase().contains(&canary.to_lowercase()));
            assert_eq!(line, None, "{canary} stands in the {what}");
        }
    }
    place.drop_it().await;
}
