//! The access log is asked by account, person, office, operation, purpose and time.
use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use shared::{
    ids::PersonId,
    page::Page,
    transparency::{AccessEntry, FoundAccount},
};
use tests::{Actor, TestApp, given};

/// The operations of the lines that fit, the latest first.
async fn asked(app: &TestApp, who: &Actor, query: &str) -> Vec<AccessEntry> {
    app.get(who, &format!("/access-entries{query}")).await.ok::<Page<AccessEntry>>().items
}

/// Who is registered under a number.
async fn person_of(app: &TestApp, number: &str) -> PersonId {
    #[derive(FromQueryResult)]
    struct Row {
        person: PersonId,
    }
    let rows: Vec<Row> =
        app.rows("select person from registration where number = $1", vec![number.into()]).await;
    rows[0].person
}

fn operations(entries: &[AccessEntry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.operation.as_str()).collect()
}

#[actix_web::test]
async fn the_access_log_is_asked_by_account_office_operation_purpose_and_time() {
    let app = TestApp::start().await;
    let (host, officer) = (app.host("kamran").await, app.officer("baku").await);
    let administrator = app.administrator().await;
    let premises = app.premises(&host).await;
    let tick = || app.forward(chrono::Duration::seconds(1));
    tick();
    let then = app.now().format("%Y-%m-%dT%H:%M:%SZ");
    let view = app.registered(&host, &given::registration(premises.id)).await;
    for _ in 0..3 {
        tick();
        app.get(&officer, &format!("/registrations/{}", view.id)).await.ok::<Value>();
    }
    tick();
    app.get(&officer, "/registrations").await.ok::<Value>();
    tick();

    let his = asked(&app, &administrator, "?office=baku").await;
    assert_eq!(
        operations(&his),
        ["list_registrations", "show_registration", "show_registration", "show_registration"]
    );
    let id = his[0].actor.clone().unwrap();
    assert_eq!(asked(&app, &administrator, &format!("?actor={id}&from={then}")).await, his);
    assert_eq!(asked(&app, &administrator, "?operation=show_registration").await, his[1..]);
    assert_eq!(
        asked(&app, &administrator, "?purpose=department_work&operation=list_registrations").await,
        his[..1]
    );
    let own = asked(&app, &administrator, &format!("?purpose=own_guests&from={then}")).await;
    assert_eq!(operations(&own), ["create_registration"]);
    let before = asked(&app, &administrator, &format!("?until={then}")).await;
    assert!(!before.is_empty() && before.iter().all(|entry| entry.operation != "show_registration"));
    assert_eq!(asked(&app, &administrator, "?office=ganja").await, []);

    let path = "/access-entries?office=baku&limit=3";
    let first: Page<AccessEntry> = app.get(&administrator, path).await.ok();
    let path = format!("{path}&cursor={}", first.next.unwrap());
    let second: Page<AccessEntry> = app.get(&administrator, &path).await.ok();
    assert_eq!((first.items, second.items, second.next), (his[..3].to_vec(), his[3..].to_vec(), None));
}

#[actix_web::test]
async fn who_saw_one_person_is_asked_and_the_question_is_a_look_at_that_person() {
    let app = TestApp::start().await;
    let (host, officer) = (app.host("kamran").await, app.officer("baku").await);
    let administrator = app.administrator().await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    app.registered(&host, &given::registration_number(premises.id, 1)).await;
    app.forward(chrono::Duration::seconds(1));
    app.get(&officer, &format!("/registrations/{}", view.id)).await.ok::<Value>();
    app.forward(chrono::Duration::seconds(1));
    // Two stays in one list are one line of the log.
    app.get(&host, "/registrations?view=all").await.ok::<Value>();
    app.forward(chrono::Duration::seconds(1));
    let person = person_of(&app, &view.number).await;

    let path = format!("?person={person}");
    let seen = asked(&app, &administrator, &path).await;
    assert_eq!(operations(&seen), ["list_registrations", "show_registration", "create_registration"]);
    app.forward(chrono::Duration::seconds(1));

    let again = asked(&app, &administrator, &path).await;
    assert_eq!(
        (again[0].operation.as_str(), again[0].role.map(|role| role.to_string())),
        ("list_access_entries", Some("administrator".into()))
    );
    assert_eq!(again[1..], seen);
    let narrower = asked(&app, &administrator, &format!("{path}&office=baku")).await;
    assert_eq!(operations(&narrower), ["show_registration"]);
}

#[actix_web::test]
async fn an_account_is_found_by_its_address_of_sign_in() {
    let app = TestApp::start().await;
    app.host("kamran").await;
    let (officer, administrator) = (app.officer("baku").await, app.administrator().await);
    let find = async |email: &str| {
        app.post(&administrator, "/access-entries/account", &json!({ "email": email })).await
    };

    let colleague: FoundAccount = find(&officer.email.to_uppercase()).await.ok();
    assert_eq!(colleague.name, officer.name);
    let host: FoundAccount = find("kamran@example.az").await.ok();
    assert_eq!(host.name, "k…@example.az");
    assert_eq!(find("nobody@example.az").await.problem().status, 404);
    let looks = "access_account s join access_entry e on e.id = s.entry where e.operation = 'find_account'";
    assert_eq!(app.count(looks).await, 2);
    assert_eq!(app.count("access_entry where operation = 'find_account'").await, 3);
    assert_eq!(find("kamran").await.wrong_fields(), [("/email".into(), "email".into())]);
}

#[actix_web::test]
async fn a_filter_that_is_no_code_is_named() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    for (query, at) in [
        ("office=Baku'", "?office"),
        ("operation=", "?operation"),
        ("purpose=curiosity", "?purpose"),
        ("actor=me", "?actor"),
    ] {
        let wrong = app.get(&administrator, &format!("/access-entries?{query}")).await.wrong_fields();
        assert_eq!(wrong.len(), 1, "{query}");
        assert!(wrong[0].0.starts_with(at), "{query}: {wrong:?}");
    }
}
