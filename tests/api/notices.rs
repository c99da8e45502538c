//! The notice of registration: the paper, its code and its signature.
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{Signature, VerifyingKey};
use serde_json::{Value, json};
use shared::registrations::{NoticeCheck, RegistrationState, SignedNotice};
use tests::{Actor, TestApp, given};

#[actix_web::test]
async fn the_notice_is_a_pdf_in_each_language() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    let path = format!("/registrations/{}/notice", view.id);

    for language in ["az", "en", "ru"] {
        let paper = app.get(&host, &format!("{path}?lang={language}")).await;
        assert_eq!((paper.status.as_u16(), paper.header("content-type")), (200, Some("application/pdf")));
        let policy = paper.header("content-security-policy").unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        let name = format!("attachment; filename=\"{}.pdf\"", view.number);
        assert_eq!(paper.header("content-disposition"), Some(name.as_str()));
        assert!(paper.body.starts_with(b"%PDF-") && paper.body.len() > 5_000, "{}", paper.body.len());
    }
    assert!(app.get(&officer, &path).language("ru").await.body.starts_with(b"%PDF-"));
    let unknown = app.get(&host, &format!("{path}?lang=tr")).await.problem();
    assert_eq!((unknown.status, unknown.errors.len()), (422, 1));
}

#[actix_web::test]
async fn anyone_checks_a_notice_by_its_code_and_learns_only_what_the_paper_shows() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    let anyone = Actor::nobody();
    let code = &view.code;
    assert_eq!(code.len(), 12);
    let typed = format!("{}-{}-{}", &code[..4], &code[4..8], &code[8..])
        .to_lowercase()
        .replace('0', "o")
        .replace('1', "l");

    let check: Value = app.get(&anyone, &format!("/notices/{code}")).await.ok();
    let same: NoticeCheck = app.get(&anyone, &format!("/notices/{typed}")).await.ok();
    let unknown = app.get(&anyone, "/notices/000000000000").await.refused();

    assert_eq!(
        check,
        json!({
            "number": view.number, "state": "registered", "in_force": true, "from": "2026-11-23",
            "until": "2026-11-30", "initials": "E. Y.", "birth_year": 1988, "checked_at": "2026-11-23T09:00:00Z",
        })
    );
    assert_eq!(same.number, view.number);
    assert_eq!(unknown, (404, "not_found".into()));
}

#[actix_web::test]
async fn a_notice_that_is_no_longer_in_force_says_so_at_once() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    let anyone = Actor::nobody();
    let path = format!("/notices/{}", view.code);

    let annulment = format!("/registrations/{}/annulment", view.id);
    let _: Value = app.post(&host, &annulment, &json!({ "reason": "entered_twice" })).await.ok();

    let check: NoticeCheck = app.get(&anyone, &path).await.ok();
    assert_eq!((check.state, check.in_force), (RegistrationState::Annulled, false));
}

#[actix_web::test]
async fn guessing_codes_is_throttled() {
    let app = TestApp::start().await;
    let anyone = Actor::nobody();

    for _ in 0..20 {
        assert_eq!(app.get(&anyone, "/notices/000000000000").await.status, 404);
    }
    let answer = app.get(&anyone, "/notices/000000000000").await;

    assert_eq!(answer.header("retry-after"), Some("60"));
    assert_eq!(answer.refused(), (429, "throttled".into()));
    // Somebody else is not disturbed, and a minute later nobody is.
    assert_eq!(app.get(&Actor::nobody(), "/notices/000000000000").await.status, 404);
    app.forward(chrono::Duration::minutes(1));
    assert_eq!(app.get(&anyone, "/notices/000000000000").await.status, 404);
}

#[actix_web::test]
async fn the_qr_is_signed_with_a_published_key_and_is_short() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    let (page, signed) = view.qr.split_once('#').unwrap();
    let parts: Vec<&str> = signed.split('.').collect();
    let [header, claims, signature] = parts.as_slice() else { panic!("{signed}") };

    let keys: Value = app.get(&Actor::nobody(), "/.well-known/jwks.json").await.ok();

    let bytes = |part: &str| URL_SAFE_NO_PAD.decode(part).unwrap();
    let header: Value = serde_json::from_slice(&bytes(header)).unwrap();
    assert_eq!((&header["alg"], &header["typ"]), (&json!("EdDSA"), &json!("umis-notice")));
    let key = keys["keys"].as_array().unwrap().iter().find(|key| key["kid"] == header["kid"]).unwrap();
    assert_eq!(
        (&key["kty"], &key["crv"], &key["umis_use"]),
        (&json!("OKP"), &json!("Ed25519"), &json!("document"))
    );
    let public: [u8; 32] = bytes(key["x"].as_str().unwrap()).try_into().unwrap();
    let signature: [u8; 64] = bytes(signature).try_into().unwrap();
    let said = format!("{}.{}", parts[0], parts[1]);
    let key = VerifyingKey::from_bytes(&public).unwrap();
    assert!(key.verify_strict(said.as_bytes(), &Signature::from_bytes(&signature)).is_ok());

    let claims: SignedNotice = serde_json::from_slice(&bytes(claims)).unwrap();
    assert_eq!(
        claims,
        SignedNotice {
            c: view.code.clone(),
            n: view.number.clone(),
            k: "rs".into(),
            f: view.from,
            t: view.until,
            i: "E. Y.".into(),
            y: 1988
        }
    );
    assert_eq!(page, format!("{}/az/check", app.address));
    assert!(signed.len() <= 300, "{}", signed.len());
}
