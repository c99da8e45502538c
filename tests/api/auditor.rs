//! An auditor reads the logs, finds whose log it is by a document, takes it out with a reason, and stands in it.
use serde_json::{Value, json};
use shared::{
    page::Page,
    transparency::{AccessEntry, FoundPersons},
};
use tests::{Actor, TestApp, given};

async fn entries(app: &TestApp, who: &Actor, query: &str) -> Vec<AccessEntry> {
    app.get(who, &format!("/access-entries{query}")).await.ok::<Page<AccessEntry>>().items
}

const REASON: &str = "Audit of November, order 114";

#[actix_web::test]
async fn an_auditor_finds_by_a_document_who_saw_that_person_and_each_look_is_in_the_log() {
    let app = TestApp::start().await;
    let (host, officer, auditor) = (app.host("kamran").await, app.officer("baku").await, app.auditor().await);
    let premises = app.premises(&host).await;
    let new = given::registration(premises.id);
    let view = app.registered(&host, &new).await;
    app.forward(chrono::Duration::seconds(1));
    app.get(&officer, &format!("/registrations/{}", view.id)).await.ok::<Value>();
    app.forward(chrono::Duration::seconds(1));

    let document = json!({ "issuer": new.guest.document.issuer, "number": new.guest.document.number });
    let found: FoundPersons = app.post(&auditor, "/access-entries/persons", &document).await.ok();
    let [person] = found.persons.as_slice() else { panic!("one person") };
    app.forward(chrono::Duration::seconds(1));
    let seen = entries(&app, &auditor, &format!("?person={person}")).await;
    let told: Vec<_> = seen.iter().map(|entry| (entry.operation.as_str(), entry.purpose.as_str())).collect();
    assert_eq!(
        told,
        [
            ("find_persons", "audit"),
            ("show_registration", "department_work"),
            ("create_registration", "own_guests")
        ]
    );
    app.forward(chrono::Duration::seconds(1));
    let again = entries(&app, &auditor, &format!("?person={person}&limit=1")).await;
    assert_eq!((again[0].operation.as_str(), again[0].purpose.as_str()), ("list_access_entries", "audit"));

    let unknown = json!({ "issuer": "TUR", "number": "U00000000" });
    let found: FoundPersons = app.post(&auditor, "/access-entries/persons", &unknown).await.ok();
    assert_eq!(found.persons, []);
    // Not even an administrator looks for people.
    let administrator = app.administrator().await;
    let refused = app.post(&administrator, "/access-entries/persons", &document).await.refused();
    assert_eq!(refused, (403, "forbidden".into()));
}

#[actix_web::test]
async fn the_log_is_taken_out_whole_with_a_reason_that_stays_in_it() {
    let app = TestApp::start().await;
    let (host, officer, auditor) = (app.host("kamran").await, app.officer("baku").await, app.auditor().await);
    let premises = app.premises(&host).await;
    app.registered(&host, &given::registration(premises.id)).await;
    // More than one page of the file, and lines of one moment.
    for _ in 0..1100 {
        app.tamper(
            "insert into access_entry (id, at, actor, role, office, operation, purpose, query, cause)
             select $1, max(at), null, 'officer', 'baku', 'show_registration', 'department_work', null, '=seeded'
             from access_entry",
            vec![app.state.chance.id(app.now()).into()],
        )
        .await;
    }
    app.forward(chrono::Duration::seconds(1));
    app.get(&officer, "/registrations").await.ok::<Value>();
    app.forward(chrono::Duration::seconds(1));

    let short = app.post(&auditor, "/access-entries/export", &json!({ "reason": "why not" })).await;
    assert_eq!(short.wrong_fields(), [("/reason".into(), "reason_length".into())]);
    let form = json!({ "reason": REASON, "office": "baku" });
    let answer = app.post(&auditor, "/access-entries/export", &form).await;
    assert_eq!(answer.header("content-type"), Some("text/csv; charset=utf-8"));
    let text = answer.text();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "at,actor,actor_name,role,office,operation,purpose,reason,subjects,cause");
    assert_eq!(lines.len(), 1 + 1101);
    assert!(lines[1].contains(&officer.name) && lines[1].contains("list_registrations"), "{}", lines[1]);
    assert!(lines[2].ends_with(",'=seeded"), "{}", lines[2]);

    let own = entries(&app, &auditor, "?operation=export_access_entries").await;
    assert_eq!(own.len(), 3, "one line for each page");
    assert!(own.iter().all(|entry| entry.reason.as_deref() == Some(REASON) && entry.purpose == "audit"));
}

#[actix_web::test]
async fn an_auditor_holds_no_other_role_and_opens_no_file() {
    let app = TestApp::start().await;
    let (host, auditor, administrator) =
        (app.host("kamran").await, app.auditor().await, app.administrator().await);
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;

    let form = json!({ "name": "Nigar", "email": "nigar@migration.example.az", "department": "baku",
        "roles": ["auditor", "officer"], "language": "az" });
    let wrong = app.post(&administrator, "/staff", &form).await.wrong_fields();
    assert_eq!(wrong, [("/roles".into(), "role_alone".into())]);
    for path in ["/staff".to_owned(), format!("/registrations/{}", view.id), "/premises".to_owned()] {
        assert_eq!(app.get(&auditor, &path).await.refused(), (403, "forbidden".into()), "{path}");
    }
}
