//! Signing up to receive guests.
use chrono::Duration;
use serde_json::{Value, json};
use shared::identity::{PartyKind, SignUp};
use tests::{Actor, TestApp, given};

use super::{me, names, same_answer};

fn form(name: &str) -> SignUp {
    TestApp::sign_up_form(name, PartyKind::Person)
}

#[actix_web::test]
async fn a_host_signs_up_confirms_and_signs_in() {
    let app = TestApp::start().await;

    let hotel = app.hotel("ayten").await;

    let who = me(&app, &hotel).await;
    assert_eq!(who.name, "ayten");
    let party = who.party.unwrap();
    assert_eq!(
        (party.kind, party.name.as_str(), party.voen.as_deref(), party.fin),
        (PartyKind::Organisation, "ayten MMC", Some("1402356781"), None)
    );
    assert_eq!(app.count("consent where document in ('terms', 'privacy')").await, 2);
}

#[actix_web::test]
async fn a_known_address_answers_as_a_new_one_and_the_mail_tells() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;

    let known = app.post(&Actor::nobody(), "/accounts", &form("kamran")).await;
    let new = app.post(&Actor::nobody(), "/accounts", &form("leyla")).await;

    assert_eq!((known.status, &known.body), (new.status, &new.body));
    known.done();
    app.run_outbox().await;
    let letter = &app.mail_to(&kamran.email).await[0].message;
    let mut words = letter.body.split(|c: char| !c.is_ascii_digit());
    assert!(!words.any(|word| word.len() == 6), "a code for somebody who has an account: {}", letter.body);
    assert_eq!(app.count("account").await, 2);
    app.sign_in(&kamran).await;
}

#[actix_web::test]
async fn an_address_counts_once_however_it_is_written() {
    let app = TestApp::start().await;
    app.host("kamran").await;

    let again = SignUp { email: "KAMRAN@Example.AZ".into(), ..form("kamran") };
    app.post(&Actor::nobody(), "/accounts", &again).await.done();

    app.run_outbox().await;
    assert_eq!(app.count("account").await, 1);
}

#[actix_web::test]
async fn whoever_signs_up_with_a_strangers_number_learns_nothing() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let premises = app.premises(&kamran).await;
    let view = app.registered(&kamran, &given::registration(premises.id)).await;
    let strangers = form("stranger");
    let fresh = SignUp { fin: Some("7ZZZZZ7".into()), ..form("leyla") };
    let organisation = |name: &str, voen: &str| SignUp {
        voen: Some(voen.into()),
        ..TestApp::sign_up_form(name, PartyKind::Organisation)
    };
    let hotel = app.hotel("lale").await;

    // A FIN that another account uses, one that nobody uses; the same of a VÖEN.
    assert_eq!(strangers.fin, form("kamran").fin);
    let known = app.post(&Actor::nobody(), "/accounts", &strangers).await;
    let new = app.post(&Actor::nobody(), "/accounts", &fresh).await;
    let known_voen = app.post(&Actor::nobody(), "/accounts", &organisation("rauf", "1402356781")).await;
    let new_voen = app.post(&Actor::nobody(), "/accounts", &organisation("nigar", "1999999991")).await;

    for answer in [&new, &known_voen, &new_voen] {
        assert_eq!((answer.status, &answer.body), (known.status, &known.body));
        assert_eq!(names(answer), names(&known));
    }
    known.done();
    let letter = async |name: &str| {
        let code = app.code_for(&format!("{name}@example.az")).await;
        let mail = app.mail_to(&format!("{name}@example.az")).await;
        (mail[0].message.subject.clone(), mail[0].message.body.replace(&code, "").replace(name, ""))
    };
    assert_eq!(letter("stranger").await, letter("leyla").await);

    // Both accounts work, as two parties that share nothing.
    let code = app.code_for("stranger@example.az").await;
    let stranger = Actor { email: strangers.email.clone(), password: strangers.password, ..Actor::nobody() };
    let confirm = json!({ "email": stranger.email, "code": code, "password": stranger.password });
    app.post(&stranger, "/accounts/confirmation", &confirm).await.done();
    app.sign_in(&stranger).await;
    let (one, other) = (me(&app, &kamran).await, me(&app, &stranger).await);
    assert_ne!(one.party.map(|party| party.id), other.party.map(|party| party.id));
    assert_eq!((one.counts.in_force, other.counts.in_force), (1, 0));
    for who in [&stranger, &hotel] {
        for list in ["/registrations?view=all", "/premises"] {
            let page: Value = app.get(who, list).await.ok();
            assert_eq!(page["items"], json!([]), "{list}");
        }
        for path in [
            format!("/registrations/{}", view.id),
            format!("/registrations/{}/notice", view.id),
            format!("/premises/{}", premises.id),
        ] {
            assert_eq!(app.get(who, &path).await.refused(), (404, "not_found".into()), "{path}");
        }
    }
    app.run_outbox().await;
}

#[actix_web::test]
async fn nobody_signs_in_before_the_mail_was_confirmed() {
    let app = TestApp::start().await;
    let form = form("kamran");
    app.post(&Actor::nobody(), "/accounts", &form).await.done();
    app.run_outbox().await;

    let sign_in = |email: &str| json!({ "email": email, "password": form.password });
    let waiting = app.post(&Actor::nobody(), "/auth/sign-in", &sign_in(&form.email)).await;
    let unknown = app.post(&Actor::nobody(), "/auth/sign-in", &sign_in("nobody@example.az")).await;

    same_answer(waiting, unknown);
}

#[actix_web::test]
async fn a_new_code_is_sent_to_whoever_has_the_password_and_nobody_learns_of_it() {
    let app = TestApp::start().await;
    let form = form("kamran");
    let nobody = Actor::nobody();
    app.post(&nobody, "/accounts", &form).await.done();
    let first = app.code_for(&form.email).await;
    let active = app.host("leyla").await;
    let again = async |email: &str, password: &str| {
        let body = json!({ "email": email, "password": password });
        let answer = app.post(&nobody, "/accounts/confirmation/code", &body).await;
        assert_eq!((answer.status.as_u16(), answer.body.len()), (202, 0), "{email}");
        app.run_outbox().await
    };

    assert_eq!(again("stranger@example.az", &form.password).await, 0);
    assert_eq!(again(&active.email, &active.password).await, 0);
    assert_eq!(again(&form.email, "not the password of it").await, 0);
    assert_eq!(again(&form.email, &form.password).await, 1);

    let second = app.code_for(&form.email).await;
    let confirm = async |code: &str| {
        let body = json!({ "email": form.email, "code": code, "password": form.password });
        app.post(&nobody, "/accounts/confirmation", &body).await
    };
    if first != second {
        confirm(&first).await.problem();
    }
    confirm(&second).await.done();
    assert_eq!(again(&form.email, &form.password).await, 0, "it is confirmed");
}

#[actix_web::test]
async fn a_code_is_tried_five_times_and_lives_half_an_hour() {
    let app = TestApp::start().await;
    let form = form("kamran");
    let nobody = Actor::nobody();
    app.post(&nobody, "/accounts", &form).await.done();
    let code = app.code_for(&form.email).await;
    let wrong = if code == "000000" { "111111" } else { "000000" };
    let confirm = async |code: &str| {
        app.post(
            &nobody,
            "/accounts/confirmation",
            &json!({ "email": form.email, "code": code, "password": form.password }),
        )
        .await
    };
    let refused = vec![("/code".to_owned(), "confirmation_code".to_owned())];

    for _ in 0..5 {
        assert_eq!(confirm(wrong).await.wrong_fields(), refused);
    }
    assert_eq!(confirm(&code).await.wrong_fields(), refused);

    app.post(&nobody, "/accounts", &form).await.done();
    let code = app.code_for(&form.email).await;
    app.forward(Duration::minutes(30));
    assert_eq!(confirm(&code).await.wrong_fields(), refused);

    app.post(&nobody, "/accounts", &form).await.done();
    let code = app.code_for(&form.email).await;
    confirm(&code).await.done();
    assert_eq!(confirm(&code).await.wrong_fields(), refused);
    let unknown = json!({ "email": "nobody@example.az", "code": code, "password": form.password });
    assert_eq!(app.post(&nobody, "/accounts/confirmation", &unknown).await.wrong_fields(), refused);
}

#[actix_web::test]
async fn all_wrong_fields_are_told_at_once() {
    let app = TestApp::start().await;
    let mut body: Value = serde_json::to_value(form("kamran")).unwrap();
    for (field, value) in [
        ("fin", "94IMDDD"),
        ("email", "kamran"),
        ("phone", "0501234567"),
        ("password", "short"),
        ("name", "K"),
    ] {
        body[field] = value.into();
    }

    let mut wrong = app.post(&Actor::nobody(), "/accounts", &body).await.wrong_fields();

    wrong.sort();
    let told: Vec<_> = wrong.iter().map(|(pointer, code)| (pointer.as_str(), code.as_str())).collect();
    assert_eq!(
        told,
        [
            ("/email", "email"),
            ("/fin", "fin"),
            ("/name", "text_length"),
            ("/password", "password_length"),
            ("/phone", "phone")
        ]
    );
}

#[actix_web::test]
async fn a_password_is_long_uncommon_and_never_cut() {
    let app = TestApp::start().await;
    let with = |password: &str| SignUp { password: password.into(), ..form("kamran") };
    let nobody = Actor::nobody();

    for (password, code) in [
        ("fourteen chars", "password_length"),
        (&*"ə".repeat(129), "password_length"),
        ("passwordpassword", "password_common"),
        ("qwertyuiop123456", "password_common"),
    ] {
        let wrong = app.post(&nobody, "/accounts", &with(password)).await.wrong_fields();
        assert_eq!(wrong, [("/password".to_owned(), code.to_owned())], "{password}");
    }

    let long = format!("{}z", "dörd yaşıl qayıq ".repeat(8).chars().take(127).collect::<String>());
    app.post(&nobody, "/accounts", &with(&long)).await.done();
    let code = app.code_for("kamran@example.az").await;
    let confirm = json!({ "email": "kamran@example.az", "code": code, "password": long });
    app.post(&nobody, "/accounts/confirmation", &confirm).await.done();
    let cut: String = long.chars().take(127).collect();
    let sign_in = |password: &str| json!({ "email": "kamran@example.az", "password": password });
    assert_eq!(app.post(&nobody, "/auth/sign-in", &sign_in(&cut)).await.refused().1, "wrong_password");
    assert_eq!(app.post(&nobody, "/auth/sign-in", &sign_in(&long)).await.status, 200);
}

#[actix_web::test]
async fn terms_are_accepted_in_their_version_of_today() {
    let app = TestApp::start().await;
    let old = SignUp { terms: "2025-01".into(), privacy: "2025-01".into(), ..form("kamran") };

    let wrong = app.post(&Actor::nobody(), "/accounts", &old).await.wrong_fields();

    let version = "terms_version".to_owned();
    assert_eq!(wrong, [("/terms".to_owned(), version.clone()), ("/privacy".to_owned(), version)]);
}

#[actix_web::test]
async fn a_party_needs_its_number_and_nobody_sets_what_the_server_sets() {
    let app = TestApp::start().await;
    let nobody = Actor::nobody();
    let without = SignUp { fin: None, ..form("kamran") };
    let mut more: Value = serde_json::to_value(form("kamran")).unwrap();
    more["state"] = "active".into();
    more["roles"] = json!(["administrator"]);

    let missing = app.post(&nobody, "/accounts", &without).await.wrong_fields();
    let mut unknown = app.post(&nobody, "/accounts", &more).await.wrong_fields();

    assert_eq!(missing, [("/fin".to_owned(), "required".to_owned())]);
    unknown.sort();
    let field = "unknown_field".to_owned();
    assert_eq!(unknown, [("/roles".to_owned(), field.clone()), ("/state".to_owned(), field)]);
}

#[actix_web::test]
async fn a_code_opens_only_the_sign_up_it_belongs_to() {
    let app = TestApp::start().await;
    let nobody = Actor::nobody();
    let own = form("kamran");
    let strangers =
        SignUp { password: "a stranger knows this one".into(), name: "Stranger".into(), ..own.clone() };
    app.post(&nobody, "/accounts", &own).await.done();
    app.post(&nobody, "/accounts", &strangers).await.done();
    let code = app.code_for(&own.email).await;
    let confirm = |password: &str| json!({ "email": own.email, "code": code, "password": password });

    // The owner of the mailbox has the stranger's code, but not the stranger's password.
    let refused = app.post(&nobody, "/accounts/confirmation", &confirm(&own.password)).await.wrong_fields();
    assert_eq!(refused, [("/code".to_owned(), "confirmation_code".to_owned())]);

    app.post(&nobody, "/accounts", &own).await.done();
    let code = app.code_for(&own.email).await;
    let confirm = json!({ "email": own.email, "code": code, "password": own.password });
    app.post(&nobody, "/accounts/confirmation", &confirm).await.done();
    let kamran = Actor { email: own.email.clone(), password: own.password.clone(), ..Actor::nobody() };
    let _ = app.sign_in(&kamran).await;
    let me: shared::identity::Me = app.get(&kamran, "/me").await.ok();
    assert_eq!(me.name, own.name, "nothing of the stranger's sign-up stays");
}

#[actix_web::test]
async fn asking_for_another_code_gives_no_further_guesses() {
    let app = TestApp::start().await;
    let nobody = Actor::nobody();
    let form = form("kamran");
    app.post(&nobody, "/accounts", &form).await.done();
    let code = app.code_for(&form.email).await;
    let wrong = if code == "000000" { "111111" } else { "000000" };
    let confirm = |code: &str| json!({ "email": form.email, "code": code, "password": form.password });
    for _ in 0..5 {
        app.post(&nobody, "/accounts/confirmation", &confirm(wrong)).await.wrong_fields();
    }
    app.post(&nobody, "/accounts", &form).await.done();
    let code = app.code_for(&form.email).await;
    assert_eq!(app.post(&nobody, "/accounts/confirmation", &confirm(&code)).await.status, 422);
}

#[actix_web::test]
async fn nobody_fills_a_mailbox_with_our_letters() {
    let app = TestApp::start().await;
    let nobody = Actor::nobody();
    let form = form("kamran");
    for _ in 0..12 {
        app.post(&nobody, "/accounts", &form).await.done();
    }
    app.run_outbox().await;
    let letters = app.mail_to(&form.email).await.len();
    assert!((1..12).contains(&letters), "{letters} letters");
}
