//! Opening colleagues' accounts.
use chrono::Duration;
use serde_json::{Value, json};
use shared::{
    identity::{Language, Me},
    page::Page,
    permission::Role,
    staff::{NewStaff, StaffRole, StaffRow},
};
use tests::{Actor, TestApp};

use super::{events_of, me};

const NEW: &str = "seven brown horses at noon";

const EMAIL: &str = "nigar@migration.example.az";

fn new() -> NewStaff {
    NewStaff {
        name: "Nigar Məmmədova".into(),
        email: EMAIL.into(),
        department: "ganja".into(),
        roles: vec![StaffRole::Supervisor, StaffRole::Officer, StaffRole::Officer],
        language: Language::Az,
    }
}

async fn all(app: &TestApp, who: &Actor) -> Vec<StaffRow> {
    let page: Page<StaffRow> = app.get(who, "/staff").await.ok();
    page.items
}

#[actix_web::test]
async fn a_colleague_is_invited_sets_a_password_and_works() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;

    let answer = app.post(&administrator, "/staff", &new()).await;

    assert_eq!((answer.status.as_u16(), answer.header("etag")), (201, Some("\"1\"")));
    let row: StaffRow = answer.ok();
    assert_eq!((row.ready, row.disabled, row.seen_at, row.version), (false, false, None, 1));
    assert_eq!(row.roles, [StaffRole::Officer, StaffRole::Supervisor]);
    assert_eq!(app.outbox().await, ["invitation"]);
    app.run_outbox().await;
    let letter = app.mail_to(EMAIL).await[0].message.body.clone();
    assert!(letter.contains("Gəncə") && letter.contains("168"), "{letter}");

    app.forward(Duration::days(7) - Duration::minutes(1));
    let token = app.link_for(EMAIL).await;
    let nigar = app.with_password("nigar", EMAIL, &token).await;
    let who: Me = me(&app, &nigar).await;
    assert_eq!(
        (who.roles, who.department.as_deref()),
        (vec![Role::Officer, Role::Supervisor], Some("ganja"))
    );
    app.sign_in(&administrator).await;
    let row = all(&app, &administrator).await.into_iter().find(|row| row.email == EMAIL).unwrap();
    assert_eq!((row.ready, row.seen_at), (true, Some(app.now())));
    let mut events = events_of(&app, row.id).await;
    events.sort();
    assert_eq!(events, ["password_changed", "signed_in", "staff_created"]);
}

#[actix_web::test]
async fn an_invitation_is_over_after_a_week() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let _: StaffRow = app.post(&administrator, "/staff", &new()).await.ok();
    let token = app.link_for(EMAIL).await;

    app.forward(Duration::days(7));
    let late = app.set_password(&Actor::nobody(), &token, NEW).await;

    assert_eq!(late.refused(), (404, "not_found".to_owned()));
}

#[actix_web::test]
async fn a_department_that_is_not_ours_and_an_address_in_use_are_refused() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let kamran = app.host("kamran").await;

    for department in ["nakhchivan", "atlantis"] {
        let form = NewStaff { department: department.into(), ..new() };
        let wrong = app.post(&administrator, "/staff", &form).await.wrong_fields();
        assert_eq!(wrong, [("/department".to_owned(), "department_unknown".to_owned())], "{department}");
    }
    let form = NewStaff { email: kamran.email.to_uppercase(), ..new() };
    let taken = app.post(&administrator, "/staff", &form).await.refused();

    assert_eq!(taken, (409, "email_taken".to_owned()));
    assert_eq!(app.outbox().await, [""; 0]);
}

#[actix_web::test]
async fn what_is_not_fit_is_told() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let form = serde_json::to_value(new()).unwrap();

    for (field, value, code) in [
        ("name", json!("N"), "text_length"),
        ("email", json!("nigar"), "email"),
        ("roles", json!([]), "roles"),
        ("roles", json!(["officer", "officer", "officer", "officer"]), "roles"),
        ("roles", json!(["host"]), "not_a_choice"),
        ("disabled", json!(false), "unknown_field"),
        ("id", json!("01999999-0000-7000-8000-000000000000"), "unknown_field"),
    ] {
        let mut form: Value = form.clone();
        form[field] = value;
        let wrong = app.post(&administrator, "/staff", &form).await.wrong_fields();
        assert_eq!(wrong.len(), 1, "{wrong:?}");
        assert!(wrong[0].0.starts_with(&format!("/{field}")) && wrong[0].1 == code, "{wrong:?}");
    }
}

#[actix_web::test]
async fn only_an_administrator_sees_and_opens_accounts() {
    let app = TestApp::start().await;
    let people = [app.host("kamran").await, app.officer("baku").await, app.supervisor("baku").await];
    let program = app.client_of(&people[0]).await;

    for who in people.iter().chain([&program]) {
        assert_eq!(app.get(who, "/staff").await.refused(), (403, "forbidden".to_owned()), "{}", who.name);
        let create = app.post(who, "/staff", &new()).await.refused();
        assert_eq!(create, (403, "forbidden".to_owned()), "{}", who.name);
    }
    assert_eq!(app.get(&Actor::nobody(), "/staff").await.status, 401);
}

#[actix_web::test]
async fn the_list_comes_page_by_page() {
    let app = TestApp::start().await;
    for _ in 0..3 {
        app.officer("baku").await;
    }
    let administrator = app.administrator().await;
    let whole: Vec<_> = all(&app, &administrator).await.iter().map(|row| row.id).collect();
    assert_eq!(whole.len(), 5);

    let mut seen = Vec::new();
    let mut path = "/staff?limit=2".to_owned();
    loop {
        let page: Page<StaffRow> = app.get(&administrator, &path).await.ok();
        assert!(page.items.len() <= 2);
        seen.extend(page.items.iter().map(|row| row.id));
        let Some(next) = page.next else { break };
        path = format!("/staff?limit=2&cursor={next}");
    }

    assert_eq!(seen, whole);
    assert_eq!(app.get(&administrator, "/staff?limit=101").await.status, 422);
}

#[actix_web::test]
async fn the_first_administrator_comes_by_the_command_only_once() {
    let app = TestApp::start().await;
    let create = async |email: &str| {
        api::identity::usecases::create_first_administrator(&app.state, email, "Leyla Həsənova").await
    };
    let token = |link: String| link.split_once("reset#").unwrap().1.to_owned();

    let lost = token(create("leyla@migration.example.az").await.unwrap().unwrap());
    // The link was lost before it was used: the command gives another one.
    let link = token(create("leyla@migration.example.az").await.unwrap().unwrap());
    assert_eq!(app.set_password(&Actor::nobody(), &lost, NEW).await.status, 404);
    let leyla = app.with_password("leyla", "leyla@migration.example.az", &link).await;

    assert_eq!(me(&app, &leyla).await.roles, [Role::Administrator]);
    assert!(create("other@migration.example.az").await.unwrap().is_none());
    assert!(create("leyla@migration.example.az").await.unwrap().is_none());
    assert_eq!(app.count("staff").await, 1);
}

#[actix_web::test]
async fn the_command_refuses_an_unfit_address_and_one_in_use() {
    let app = TestApp::start().await;
    let kamran = app.host("kamran").await;
    let create = async |email: &str, name: &str| {
        api::identity::usecases::create_first_administrator(&app.state, email, name).await.unwrap_err().code()
    };

    assert_eq!(create("leyla", "L").await, "invalid");
    assert_eq!(create(&kamran.email, "Leyla Həsənova").await, "email_taken");
}
