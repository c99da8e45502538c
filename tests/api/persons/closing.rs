//! An account is closed by its owner; what the law keeps stays.
use serde_json::json;
use shared::{identity::Me, registrations::RegistrationView};
use tests::{Actor, Ask, TestApp};

use super::{Linked, emre, found, linked};

fn close<'a>(app: &'a TestApp, who: &'a Actor, version: i64) -> Ask<'a> {
    app.post(who, "/me/closure", &json!({ "current_password": who.password })).if_match(version)
}

async fn version(app: &TestApp, who: &Actor) -> i64 {
    app.get(who, "/me").await.ok::<Me>().version
}

#[actix_web::test]
async fn a_closed_account_opens_no_more_and_the_registrations_stay() {
    let Linked { app, emre, officer, hotel, stay } = emre().await;
    let phone = emre.elsewhere("Mozilla/5.0 (iPhone) Safari/600");
    app.sign_in(&phone).await;
    let seen = version(&app, &emre).await;

    close(&app, &emre, seen).await.done();
    app.run_outbox().await;

    for who in [&emre, &phone] {
        assert_eq!(app.get(who, "/me").await.refused().0, 401);
    }
    let again = json!({ "email": emre.email, "password": emre.password });
    assert_eq!(
        app.post(&Actor::nobody(), "/auth/sign-in", &again).await.refused(),
        (401, "wrong_password".into())
    );
    let letter = &app.mail_to(&emre.email).await[0].message;
    assert!(letter.body.contains("emre,"), "{}", letter.body);
    let view: RegistrationView = app.get(&hotel, &format!("/registrations/{}", stay.id)).await.ok();
    assert!(view.in_force);
    assert_eq!(found(&app, &officer).await.account, None);
    assert_eq!(app.count("account where state = 'closed' and name = '' and password is null").await, 1);
    assert_eq!(app.count("security_event where kind = 'account_closed'").await, 1);
    // The address is free, and so is the person.
    let anew = app.person("emre").await;
    linked(&app, &officer, &anew).await;
}

#[actix_web::test]
async fn closing_wants_the_password_and_the_version_seen() {
    let Linked { app, emre, officer, .. } = emre().await;
    let seen = version(&app, &emre).await;
    let wrong = json!({ "current_password": "not the password at all" });

    let told = app.post(&emre, "/me/closure", &wrong).if_match(seen).await.wrong_fields();

    assert_eq!(told, [("/current_password".into(), "password_wrong".into())]);
    assert_eq!(close(&app, &emre, seen + 1).await.refused(), (412, "stale".into()));
    let blind = app.post(&emre, "/me/closure", &wrong).await;
    assert_eq!(blind.refused(), (428, "precondition_required".into()));
    let staff = version(&app, &officer).await;
    assert_eq!(close(&app, &officer, staff).await.refused(), (409, "staff_account".into()));
    assert_eq!(version(&app, &emre).await, seen, "nothing was closed");
}

#[actix_web::test]
async fn the_programs_of_a_host_end_with_the_last_account() {
    let Linked { app, hotel, .. } = emre().await;
    let program = app.client_of(&hotel).await;
    let seen = version(&app, &hotel).await;

    close(&app, &hotel, seen).await.done();
    app.run_outbox().await;

    assert_eq!(app.get(&program, "/premises").await.refused().0, 401);
    assert_eq!(
        app.count("account where state = 'closed' and name = 'lale'").await,
        1,
        "the journals name it"
    );
}
