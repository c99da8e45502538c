//! The law for everybody, over HTTP: what is asked, what is answered, and what is still to be confirmed (§2.1).
use serde_json::{Value, json};
use shared::{
    law::{DeadlineOutcome, Edition, ServiceRow, Unit, YearView},
    page::Page,
    premises::PremisesView,
};
use tests::{Actor, Answer, TestApp, given};

/// Facts of a guest from Türkiye who arrived on a Monday.
fn guest() -> Value {
    json!({ "citizenship": "TUR", "arrived_in_country": "2026-11-09", "moved": false })
}

fn with(mut facts: Value, name: &str, value: impl Into<Value>) -> Value {
    facts[name] = value.into();
    facts
}

async fn ask(app: &TestApp, query: &str, facts: &Value) -> Answer {
    let body = json!({ "service": "registration_stay", "deadline": "register", "facts": facts });
    app.post(&Actor::nobody(), &format!("/law/deadline{query}"), &body).await
}

/// Last day, amount, unit, which term, and is it certain.
async fn told(app: &TestApp, facts: &Value) -> (String, u32, Unit, String, bool) {
    let outcome: DeadlineOutcome = ask(app, "", facts).await.ok();
    let deadline = outcome.deadline.unwrap_or_else(|| panic!("asks for {:?}", outcome.ask));
    let last = deadline.last_day.to_string();
    (last, deadline.amount, deadline.unit, deadline.term_id, deadline.confirmed)
}

#[actix_web::test]
async fn the_term_depends_on_citizenship_and_on_a_move() {
    let app = TestApp::start().await;
    let kazakh = with(guest(), "citizenship", "KAZ");
    let moved = with(with(guest(), "moved", true), "arrived_at_address", "2026-11-20");

    let days =
        |last: &str, amount, unit, term: &str, confirmed| (last.into(), amount, unit, term.into(), confirmed);
    let calendar = Unit::CalendarDays;
    assert_eq!(told(&app, &guest()).await, days("2026-11-24", 15, calendar, "general", true));
    assert_eq!(told(&app, &kazakh).await, days("2026-12-09", 30, calendar, "kazakhstan", true));
    let (last, amount, unit, ..) = told(&app, &moved).await;
    assert_eq!((last.as_str(), amount, unit), ("2026-11-27", 5, Unit::WorkingDays));
}

#[actix_web::test]
async fn a_flat_of_the_same_owner_needs_no_new_registration() {
    let app = TestApp::start().await;
    let moved = with(with(guest(), "moved", true), "arrived_at_address", "2026-11-20");
    let moved = with(moved, "stay_until", "2026-12-20");

    let applies = async |owner: Option<bool>| {
        let facts = owner.map_or(moved.clone(), |same| with(moved.clone(), "same_owner", same));
        let outcome: DeadlineOutcome = ask(&app, "", &facts).await.ok();
        outcome.deadline.unwrap().applies
    };
    assert_eq!((applies(Some(true)).await, applies(Some(false)).await), (Some(false), Some(true)));
    assert_eq!(applies(None).await, None, "it cannot be told yet");
}

#[actix_web::test]
async fn what_is_not_known_is_asked_for_and_never_guessed() {
    let app = TestApp::start().await;

    for (facts, asks) in [
        (json!({}), vec!["citizenship", "arrived_in_country", "moved"]),
        (json!({ "citizenship": "TUR", "moved": false }), vec!["arrived_in_country"]),
        (json!({ "citizenship": "TUR", "moved": true }), vec!["arrived_at_address"]),
    ] {
        let outcome: DeadlineOutcome = ask(&app, "", &facts).await.ok();
        assert_eq!(outcome.deadline, None, "{facts}");
        assert!(!outcome.ask.is_empty(), "{facts}");
        assert!(outcome.ask.iter().all(|fact| asks.contains(&fact.as_str())), "{facts}: {:?}", outcome.ask);
    }
}

#[actix_web::test]
async fn before_the_law_there_is_no_answer() {
    let app = TestApp::start().await;

    let before: DeadlineOutcome = ask(&app, "?on=1999-01-01", &guest()).await.ok();
    let today: DeadlineOutcome = ask(&app, "?on=2026-11-23", &guest()).await.ok();

    assert_eq!((before.deadline, before.ask), (None, Vec::new()));
    assert_eq!(today, ask(&app, "", &guest()).await.ok());
}

#[actix_web::test]
async fn facts_that_do_not_fit_are_pointed_at() {
    let app = TestApp::start().await;

    for (facts, pointer, code) in [
        (with(guest(), "hair", "brown"), "/facts/hair", "unknown_field"),
        (with(guest(), "moved", "perhaps"), "/facts/moved", "wrong_type"),
        (with(guest(), "arrived_in_country", "2026-02-30"), "/facts/arrived_in_country", "wrong_type"),
        (with(guest(), "citizenship", 5), "/facts/citizenship", "wrong_type"),
    ] {
        assert_eq!(ask(&app, "", &facts).await.wrong_fields(), [(pointer.into(), code.into())], "{facts}");
    }
    for (query, service, deadline, status) in [
        ("", "no_such", "register", 422),
        ("", "registration_stay", "no_such", 422),
        ("?on=2026-02-30", "registration_stay", "register", 422),
        ("?known=2026-11-23", "registration_stay", "register", 422),
    ] {
        let body = json!({ "service": service, "deadline": deadline, "facts": guest() });
        let answer = app.post(&Actor::nobody(), &format!("/law/deadline{query}"), &body).await;
        assert_eq!(answer.problem().status, status, "{query} {service} {deadline}");
    }
}

#[actix_web::test]
async fn a_service_of_an_edition_is_fetched_once_and_kept() {
    let app = TestApp::start().await;
    let anyone = Actor::nobody();
    let path = "/law/editions/1/services/registration_stay";

    let fetched = app.get(&anyone, path).await;
    let tag = fetched.header("etag").unwrap().to_owned();
    let known = app.get(&anyone, path).header("if-none-match", &tag).await;
    let other = app.get(&anyone, path).header("if-none-match", "\"another\"").await;

    assert_eq!(fetched.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(fetched.text(), Edition::first().service_json("registration_stay").unwrap());
    assert_eq!((known.status.as_u16(), known.body.len(), known.header("etag")), (304, 0, Some(tag.as_str())));
    assert_eq!((other.status.as_u16(), other.body), (200, fetched.body));
    for path in
        ["/law/editions/2/services/registration_stay", "/law/editions/1/services/none", "/law/services/none"]
    {
        assert_eq!(app.get(&anyone, path).await.refused(), (404, "not_found".into()), "{path}");
    }
    let current: Value = app.get(&anyone, "/law/editions/current").await.ok();
    assert_eq!(
        (current["number"].as_u64(), current["hash"].as_str()),
        (Some(1), Some(Edition::first().hash()))
    );
    assert!(tag.contains(current["hash"].as_str().unwrap().get(..16).unwrap()), "{tag}");
}

#[actix_web::test]
async fn services_are_told_in_the_readers_language() {
    let app = TestApp::start().await;
    let mut titles = Vec::new();
    for language in ["az", "en", "ru"] {
        let page: Page<ServiceRow> = app.get(&Actor::nobody(), "/law/services").language(language).await.ok();
        let row = page.items.into_iter().find(|row| row.code == "registration_stay").unwrap();
        let one = app.get(&Actor::nobody(), "/law/services/registration_stay").language(language).await;
        assert_eq!(one.ok::<ServiceRow>(), row);
        titles.push(row.title);
    }
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), 3, "{titles:?}");
}

#[actix_web::test]
async fn a_calendar_that_nobody_has_published_is_to_be_confirmed() {
    let app = TestApp::start().await;
    let year =
        async |year: &str| app.get(&Actor::nobody(), &format!("/law/calendar/{year}")).language("en").await;

    let this: YearView = year("2026").await.ok();
    let next: YearView = year("2027").await.ok();

    assert_eq!((this.confirmed, this.days[0].name.as_str()), (true, "New Year"));
    assert_eq!((next.confirmed, next.year), (false, 2027));
    for none in ["2023", "2101", "soon"] {
        assert_eq!(year(none).await.refused(), (404, "not_found".into()), "{none}");
    }
    let late = with(guest(), "arrived_in_country", "2026-12-25");
    assert!(!told(&app, &late).await.4, "a term that runs into 2027 is to be confirmed");
}

#[actix_web::test]
async fn headquarters_stand_in_where_no_source_names_a_department() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let asked = async |district: &str| app.post(&host, "/premises", &given::premises_in(district)).await;

    let shusha: PremisesView = asked("shusha").await.ok();
    let sabail: PremisesView = asked("baku_sabail").await.ok();

    assert_eq!((shusha.department.as_str(), shusha.department_confirmed), ("headquarters", false));
    assert_eq!((sabail.department.as_str(), sabail.department_confirmed), ("baku", true));
    let ordubad = asked("ordubad").await.wrong_fields();
    assert_eq!(ordubad, [("/address/district".into(), "district_own_service".into())]);
}
