//! Every reading or writing of somebody else's data is durable before the answer leaves (E5, E6).
use std::collections::BTreeSet;

use sea_orm::FromQueryResult;
use serde_json::{Value, json};
use shared::{
    page::Page,
    registrations::RegistrationRow,
    staff::StaffRow,
    transparency::{AccessEntry, SecurityEvent},
};
use tests::{Actor, TestApp, given};

#[derive(Debug, PartialEq, Eq, FromQueryResult)]
struct Logged {
    operation: String,
    role: Option<String>,
    purpose: String,
    subjects: i64,
}

/// What was logged since `from` entries, oldest first.
async fn logged(app: &TestApp) -> Vec<Logged> {
    let sql = "select e.operation, e.role, e.purpose,
            (select count(*) from access_subject s where s.entry = e.id)
                + (select count(*) from access_account s where s.entry = e.id) as subjects
        from access_entry e order by e.at, e.id";
    app.rows(sql, Vec::new()).await
}

/// Does it, and answers what it logged.
async fn by<T>(app: &TestApp, act: impl Future<Output = T>) -> (T, Vec<(String, String, String, i64)>) {
    let before = logged(app).await.len();
    // Entries of one moment have no order.
    app.forward(chrono::Duration::milliseconds(2));
    let answer = act.await;
    let rows = logged(app).await.split_off(before);
    let told =
        rows.into_iter().map(|row| (row.operation, row.role.unwrap_or_default(), row.purpose, row.subjects));
    (answer, told.collect())
}

fn entry(operation: &str, role: &str, purpose: &str, subjects: i64) -> Vec<(String, String, String, i64)> {
    vec![(operation.into(), role.into(), purpose.into(), subjects)]
}

#[actix_web::test]
async fn every_look_at_others_data_is_logged_with_whose_they_are() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let premises = app.premises(&host).await;
    let program = app.client_of(&host).await;
    let mut views = Vec::new();
    for guest in 0..3 {
        let new = given::registration_number(premises.id, guest);
        let (view, told) = by(&app, app.registered(&host, &new)).await;
        assert_eq!(told, entry("create_registration", "host", "own_guests", 1));
        views.push(view);
    }
    let one = format!("/registrations/{}", views[0].id);
    let paper = format!("{one}/notice");

    for (who, role, path, operation, subjects) in [
        (&host, "host", "/registrations?view=all", "list_registrations", 3),
        (&host, "host", "/registrations?view=all&limit=2", "list_registrations", 2),
        (&host, "host", one.as_str(), "show_registration", 1),
        (&host, "host", paper.as_str(), "print_notice", 1),
        (&program, "client", "/registrations", "list_registrations", 3),
        (&program, "client", one.as_str(), "show_registration", 1),
        (&officer, "officer", "/registrations", "list_registrations", 3),
        (&officer, "officer", "/registrations?view=unconfirmed", "list_registrations", 3),
        (&officer, "officer", one.as_str(), "show_registration", 1),
        (&officer, "officer", paper.as_str(), "print_notice", 1),
        (&officer, "officer", "/premises", "list_premises", 0),
    ] {
        let (answer, told) = by(&app, async { app.get(who, path).await }).await;
        assert_eq!(answer.status, 200, "{path}");
        let purpose = if role == "officer" { "department_work" } else { "own_guests" };
        assert_eq!(told, entry(operation, role, purpose, subjects), "{role} {path}");
    }

    let search_as = async |who, name: &str| {
        let form = json!({ "name": name });
        app.post(who, "/registrations/search", &form).await.ok::<Page<RegistrationRow>>()
    };
    let search = async |name: &str| search_as(&officer, name).await;
    let (_, told) = by(&app, search_as(&host, "tamm")).await;
    assert_eq!(told, entry("search_registrations", "host", "own_guests", 3));
    let (_, told) = by(&app, search("tamm")).await;
    assert_eq!(told, entry("search_registrations", "officer", "department_work", 3));
    // Also what found nobody: the question itself is a look.
    let (_, told) = by(&app, search("nobody")).await;
    assert_eq!(told, entry("search_registrations", "officer", "department_work", 0));
}

#[actix_web::test]
async fn two_stays_of_one_person_in_a_list_are_two_lines() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let new = given::registration(premises.id);
    let first = app.registered(&host, &new).await;
    let left = json!({ "left_on": "2026-11-23" });
    app.post(&host, &format!("/registrations/{}/departure", first.id), &left).await.ok::<Value>();
    app.post(&host, "/registrations", &new).key("once-more").await.ok::<Value>();

    let (_, told) = by(&app, async { app.get(&host, "/registrations?view=all").await }).await;

    assert_eq!(told, entry("list_registrations", "host", "own_guests", 2));
}

#[actix_web::test]
async fn every_change_is_logged_with_it() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let (premises, other) = (app.premises(&host).await, app.premises(&host).await);
    let mut ids = Vec::new();
    for guest in 0..3 {
        ids.push(app.registered(&host, &given::registration_number(premises.id, guest)).await.id);
    }

    for (id, act, form, operation) in [
        (ids[0], "correction", json!({ "room": "9" }), "correct_registration"),
        (ids[0], "extension", json!({ "until": "2026-12-20" }), "extend_registration"),
        (ids[0], "move", json!({ "premises": other.id, "moved_on": "2026-11-23" }), "move_registration"),
        (ids[0], "departure", json!({ "left_on": "2026-11-23" }), "record_departure"),
        (ids[1], "annulment", json!({ "reason": "never_came" }), "annul_registration"),
    ] {
        let path = format!("/registrations/{id}/{act}");
        let (_, told) = by(&app, async { app.post(&host, &path, &form).await.ok::<Value>() }).await;
        assert_eq!(told, entry(operation, "host", "own_guests", 1));
    }
    let path = format!("/premises/{}/confirmation", premises.id);
    let (_, told) = by(&app, async { app.act(&officer, &path).if_match(1).await.ok::<Value>() }).await;
    // The third guest alone still waits for the address.
    assert_eq!(told, entry("confirm_premises", "officer", "department_work", 1));
    app.run_outbox().await;
}

#[actix_web::test]
async fn a_message_to_a_guest_is_logged_as_delivery() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut new = given::registration(premises.id);
    new.contact = Some("+994501234567".into());
    app.registered(&host, &new).await;

    let (_, told) = by(&app, app.run_outbox()).await;

    assert_eq!(told, entry("deliver_message", "", "delivery", 1));
    let sms = app.mail_to("+994501234567").await;
    // A text message carries no name and no passport number.
    let body = &sms[0].message.body;
    assert!(!body.contains("YILMAZ") && !body.contains("EMRE") && !body.contains("U21457893"), "{body}");
}

#[actix_web::test]
async fn own_data_and_refusals_leave_no_entry() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let premises = app.premises(&host).await;
    app.registered(&host, &given::registration(premises.id)).await;

    for (who, path) in [
        (&host, "/me".to_owned()),
        (&host, "/premises".to_owned()),
        (&host, "/registrations?view=late".to_owned()),
        (&officer, "/staff".to_owned()),
        (&officer, "/notices/000000000000".to_owned()),
        (&officer, format!("/registrations/{}", premises.id)),
        (&officer, "/api-clients".to_owned()),
    ] {
        let (_, told) = by(&app, async { app.get(who, &path).await }).await;
        assert_eq!(told, [], "{path}");
    }
}

#[actix_web::test]
async fn a_check_by_the_code_is_logged_with_whose_notice_it_is_and_nobody_who_asked() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    let path = format!("/notices/{}", view.code);

    let (answer, told) = by(&app, async { app.get(&Actor::nobody(), &path).await }).await;

    assert_eq!(answer.status, 200);
    assert_eq!(told, entry("check_notice", "", "public_check", 1));
    let shown = "access_subject s join access_entry e on e.id = s.entry
        join registration r on r.id = s.registration and r.person = s.person
        where e.operation = 'check_notice' and e.actor is null";
    assert_eq!(app.count(shown).await, 1);
}

#[actix_web::test]
async fn what_an_administrator_sees_and_changes_of_colleagues_is_logged() {
    let app = TestApp::start().await;
    let officer = app.officer("baku").await;
    let administrator = app.administrator().await;
    // The one who came first stands there too.
    let (_, told) = by(&app, async { app.get(&administrator, "/staff").await.ok::<Value>() }).await;
    assert_eq!(told, entry("list_staff", "administrator", "administration", 3));
    let one = async { app.get(&administrator, "/staff?limit=1").await.ok::<Page<StaffRow>>() };
    let (one, told) = by(&app, one).await;
    assert_eq!(told, entry("list_staff", "administrator", "administration", 1));
    let form = json!({ "name": "Nigar", "email": "nigar@migration.example.az", "department": "baku",
        "roles": ["officer"], "language": "az" });
    let made = async { app.post(&administrator, "/staff", &form).await.ok::<Value>() };
    let (made, told) = by(&app, made).await;
    assert_eq!(told, entry("create_staff", "administrator", "administration", 1));

    let path = format!("/staff/{}", made["id"].as_str().unwrap());
    let change = async {
        let form = json!({ "roles": ["supervisor"] });
        app.patch(&administrator, &path, &form).if_match(1).await.ok::<Value>()
    };
    let (_, told) = by(&app, change).await;
    assert_eq!(told, entry("change_staff", "administrator", "administration", 1));
    let stale = async { app.patch(&administrator, &path, &json!({ "disabled": true })).if_match(1).await };
    let (_, told) = by(&app, stale).await;
    assert_eq!(told, []);

    let names = format!(
        "access_account s join access_entry e on e.id = s.entry
         join account a on a.id = s.account and a.email = '{}' where e.operation = 'list_staff'",
        officer.email
    );
    // On the page of one stood whoever came first.
    let alone = i64::from(one.items.iter().any(|row| row.email == officer.email));
    assert_eq!(app.count(&names).await, 1 + alone);
    app.run_outbox().await;
}

#[actix_web::test]
async fn whoever_reads_the_logs_stands_in_the_log() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;

    for (path, operation) in
        [("/access-entries", "list_access_entries"), ("/security-events", "list_security_events")]
    {
        let (page, told) = by(&app, async { app.get(&administrator, path).await.ok::<Value>() }).await;
        let name = if operation == "list_access_entries" { "actor" } else { "account" };
        let items = page["items"].as_array().unwrap();
        let named: BTreeSet<_> = items.iter().filter_map(|item| item[name].as_str()).collect();
        assert!(!named.is_empty());
        let subjects = i64::try_from(named.len()).unwrap();
        assert_eq!(told, entry(operation, "administrator", "administration", subjects));
    }
}

#[actix_web::test]
async fn an_administrator_reads_who_looked_but_not_at_whom() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let administrator = app.administrator().await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    app.forward(chrono::Duration::seconds(1));
    let _: Value = app
        .get(&officer, &format!("/registrations/{}", view.id))
        .header("x-request-id", "seen-at-the-desk")
        .await
        .ok();

    let answer = app.get(&administrator, "/access-entries?limit=1").await;

    assert!(!answer.text().contains("YILMAZ"));
    let page: Page<AccessEntry> = answer.ok();
    let entry = &page.items[0];
    assert_eq!((entry.operation.as_str(), entry.cause.as_str()), ("show_registration", "seen-at-the-desk"));
    assert_eq!((entry.office.as_deref(), entry.subjects), (Some("baku"), 1));
    assert_eq!(entry.actor_name.as_deref(), Some(officer.name.as_str()));
    assert!(page.next.is_some());
}

#[actix_web::test]
async fn no_log_no_data() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    app.tamper("alter table access_subject rename to access_subject_away", Vec::new()).await;

    let list = app.get(&host, "/registrations").await;
    let one = app.get(&host, &format!("/registrations/{}", view.id)).await;
    let paper = app.get(&host, &format!("/registrations/{}/notice", view.id)).await;
    let new = given::registration_number(premises.id, 1);
    let write = app.post(&host, "/registrations", &new).key("without-a-log").await;

    for answer in [list, one, paper, write] {
        assert!(matches!(answer.status.as_u16(), 500 | 503), "{}", answer.status);
        assert!(!answer.text().contains("YILMAZ"));
    }
    assert_eq!(app.count("registration").await, 1);
}

#[actix_web::test]
async fn no_log_no_colleagues_and_no_check() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let administrator = app.administrator().await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    for table in ["access_subject", "access_account"] {
        app.tamper(&format!("alter table {table} rename to {table}_away"), Vec::new()).await;
    }

    for path in ["/staff", "/access-entries", "/security-events", &format!("/notices/{}", view.code)] {
        let answer = app.get(&administrator, path).await;
        assert!(matches!(answer.status.as_u16(), 500 | 503), "{path}: {}", answer.status);
        assert!(!answer.text().contains("example.az"), "{path}");
    }
}

/// E5: not only does no code of ours change a line, the database refuses whoever tries.
#[actix_web::test]
async fn the_database_keeps_every_line_of_the_logs_and_journals() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    app.administrator().await;
    let premises = app.premises(&host).await;
    app.registered(&host, &given::registration(premises.id)).await;

    for (table, column) in [
        ("access_entry", "purpose"),
        ("access_subject", "person"),
        ("access_account", "account"),
        ("security_event", "kind"),
        ("registration_event", "payload"),
        ("registry_event", "payload"),
    ] {
        let lines = app.count(table).await;
        assert!(lines > 0, "{table} is empty");
        let changes = [format!("update {table} set {column} = {column}"), format!("delete from {table}")];
        for change in changes {
            let told = app.tampers(&change, Vec::new()).await.map_err(|error| error.to_string());
            let told = told.expect_err(&change);
            assert!(told.contains(&format!("{table} is insert-only")), "{change}: {told}");
        }
        assert_eq!(app.count(table).await, lines, "{table}");
    }
}

#[actix_web::test]
async fn the_security_log_names_colleagues_and_masks_others_and_is_asked_by_kind_account_and_time() {
    let app = TestApp::start().await;
    let administrator = app.administrator().await;
    let officer = app.officer("baku").await;
    app.forward(chrono::Duration::seconds(1));
    let then = app.now();
    app.host("kamran").await;
    app.forward(chrono::Duration::seconds(1));
    app.sign_in(&officer).await;
    app.sign_in(&officer).await;

    let asked = async |query: &str| {
        let page: Page<SecurityEvent> =
            app.get(&administrator, &format!("/security-events{query}")).await.ok();
        page.items
    };
    let names = |events: &[SecurityEvent]| {
        events.iter().map(|event| event.account_name.clone().unwrap_or_default()).collect::<Vec<_>>()
    };
    let since = then.format("%Y-%m-%dT%H:%M:%SZ");
    let all = asked(&format!("?kind=signed_in&from={since}")).await;
    assert_eq!(names(&all), [officer.name.as_str(), &officer.name, "k…@example.az"]);
    let account = all[0].account.unwrap();
    let his = asked(&format!("?account={account}&from={since}")).await;
    assert_eq!(his, all[..2]);
    assert_eq!(asked(&format!("?account={account}&kind=role_changed")).await, []);
    let earlier = asked(&format!("?until={since}")).await;
    assert!(!earlier.is_empty() && earlier.iter().all(|event| event.at < then));

    let path = format!("/security-events?kind=signed_in&from={since}&limit=2");
    let first: Page<SecurityEvent> = app.get(&administrator, &path).await.ok();
    let path = format!("{path}&cursor={}", first.next.unwrap());
    let second: Page<SecurityEvent> = app.get(&administrator, &path).await.ok();
    assert_eq!((first.items, second.items, second.next), (all[..2].to_vec(), all[2..].to_vec(), None));
    let wrong = app.get(&administrator, "/security-events?kind=bored").await;
    assert_eq!(wrong.problem().status, 422);
}
