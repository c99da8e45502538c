//! The compiled edition: the same bytes as the files give, each district routed, each decision replayed.
use chrono::NaiveDate;

use super::*;
use crate::law::{Body, DepartmentKind, ENGINE, Facts, NoReplay, load, view::DayCellKind};

fn folder() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("law")
}

fn loaded() -> Body {
    load::load(&folder()).unwrap()
}

#[test]
fn the_build_step_wrote_what_the_files_say() {
    let (compiled, prepared) = (Edition::first(), Edition::prepare(loaded()).unwrap());
    assert_eq!(compiled.json(), prepared.json());
    assert_eq!(compiled.hash(), prepared.hash());
    assert_eq!(compiled.body(), prepared.body());
    assert_eq!(compiled.service_json("registration_stay"), prepared.service_json("registration_stay"));
    assert_eq!(compiled.service("registration_stay"), prepared.service("registration_stay"));
    assert_eq!(compiled.number(), 1);
    assert_eq!(compiled.hash().len(), 64);
}

#[test]
fn an_edition_kept_as_text_is_the_same_edition() {
    let again = Edition::read(Edition::first().json()).unwrap();
    assert_eq!(again.hash(), Edition::first().hash());
    assert!(matches!(Edition::read("{}"), Err(Refused::Unreadable(_))));
    let broken = Edition::first().json().replace("\"MC 21.9\"", "\"XX 21.9\"");
    let Err(Refused::Complaints(complaints)) = Edition::read(&broken) else {
        panic!("an unknown act passed")
    };
    assert_eq!(complaints[0].file, "services/registration_stay.toml");
}

#[test]
fn the_service_has_no_fact_it_does_not_speak_of() {
    let service = Edition::first().service("registration_stay").unwrap();
    let names: Vec<_> = service.facts.iter().map(|fact| fact.name.as_str()).collect();
    assert_eq!(names.first(), Some(&"citizenship"));
    assert_eq!(names.len(), 15);
    assert!(Edition::first().service("no_such").is_none());
    assert!(Edition::first().service_json("no_such").is_none());
}

#[test]
fn every_district_leads_to_a_department() {
    let edition = Edition::first();
    for district in edition.districts("az") {
        let routing = edition.department_of(&district.code).unwrap();
        match (routing.confirmed, routing.department.kind) {
            (false, kind) => assert_eq!(kind, DepartmentKind::Headquarters, "{}", district.code),
            (true, kind) => assert_ne!(kind, DepartmentKind::Headquarters, "{}", district.code),
        }
    }
    assert!(edition.department_of("atlantis").is_none());
}

#[test]
fn districts_that_a_source_names_have_their_department() {
    let routed = |code: &str| {
        let routing = Edition::first().department_of(code).unwrap();
        (routing.department.code.clone(), routing.confirmed)
    };
    for (department, districts) in [
        ("baku", ["baku_sabail", "baku_nasimi", "baku_binagadi"].as_slice()),
        ("shirvan", &["beylagan"]),
        ("lankaran", &["lankaran", "lankaran_city", "astara", "masalli", "yardimli"]),
        (
            "yevlakh",
            &[
                "yevlakh",
                "yevlakh_city",
                "aghdash",
                "barda",
                "ujar",
                "zardab",
                "tartar",
                "aghjabadi",
                "aghdam",
            ],
        ),
        ("shaki", &["zagatala", "balakan", "gakh"]),
        ("aghsu", &["ismayilli", "gobustan"]),
        ("khachmaz", &["khachmaz", "gusar"]),
    ] {
        for district in districts {
            assert_eq!(routed(district), (department.to_owned(), true), "{district}");
        }
    }
    for unnamed in ["ganja", "sumgayit", "shusha", "guba", "mingachevir"] {
        assert_eq!(routed(unnamed), ("headquarters".into(), false), "{unnamed}");
    }
}

#[test]
fn nakhchivan_is_answered_by_its_own_service() {
    let own = Edition::first().districts("az").into_iter().filter(|district| district.own_service);
    let codes: Vec<_> = own.map(|district| district.code).collect();
    assert_eq!(codes.len(), 8, "a city and seven districts: {codes:?}");
    assert!(Edition::first().department_of("ordubad").unwrap().own_service);
}

#[test]
fn there_are_eight_departments_and_a_headquarters() {
    let kinds = |kind| Edition::first().departments().iter().filter(|one| one.kind == kind).count();
    assert_eq!(kinds(DepartmentKind::Regional), 8);
    assert_eq!(kinds(DepartmentKind::Headquarters), 1);
    assert_eq!(kinds(DepartmentKind::OwnService), 1);
}

#[test]
fn every_district_of_the_country_is_there() {
    use crate::law::DistrictKind::{City, CityDistrict, District};
    let of = |kind| Edition::first().body().districts.iter().filter(|district| district.kind == kind).count();
    assert_eq!((of(CityDistrict), of(City), of(District)), (12, 10, 67), "Baku is its twelve districts");
}

#[test]
fn a_year_is_shown_in_the_readers_language() {
    let year = Edition::first().year(2026, "ru").unwrap();
    assert_eq!((year.confirmed, year.days[0].name.as_str()), (true, "Новый год"));
    assert!(!Edition::first().year(2027, "az").unwrap().confirmed);
    assert!(Edition::first().year(2023, "az").is_none());
}

#[test]
fn a_legal_basis_is_cited_in_words() {
    let cited = |basis: &str, lang: &str| Edition::first().cited(basis, lang).replace('\u{a0}', " ");
    assert_eq!(cited("MC 21.4", "az"), "Miqrasiya Məcəlləsi, maddə 21.4");
    assert_eq!(cited("MC 21.4", "en"), "Migration Code, Article 21.4");
    assert_eq!(cited("MC 21.4", "ru"), "статья 21.4 Миграционного кодекса");
    assert_eq!(cited("CALENDAR 2026", "az"), "İş günlərinin təqvimi, 2026");
    assert_eq!(cited("TERMS", "ru"), "Порядок исчисления сроков");
}

#[test]
fn a_judged_event_replays_to_the_same_digest() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let service = Edition::first().service("registration_stay").unwrap();
    let facts = Facts::new()
        .with("moved", false)
        .with("citizenship", "KAZ")
        .with("has_visa", false)
        .with("arrived_in_country", day("2026-11-02"));
    let kept = facts.canonical().unwrap();
    assert_eq!(
        kept,
        r#"{"arrived_in_country":"2026-11-02","citizenship":"KAZ","has_visa":false,"moved":false}"#
    );
    let on = day("2026-11-23");
    for (asked, trace) in [
        ("deadline/register", service.deadline("register", &facts, on).trace),
        ("rule/required", service.required(&facts, on).trace),
        ("valid_until", service.valid_until(&facts, on).trace),
        ("fee", service.fee(&facts, on).trace),
    ] {
        assert_eq!(trace.asked, asked);
        assert_eq!(service.replay(asked, 1, &kept, on, ENGINE), Ok(trace.digest().unwrap()));
    }
    assert_eq!(service.replay("fee", 2, &kept, on, ENGINE), Err(NoReplay::Edition { asked: 2, here: 1 }));
    assert_eq!(service.replay("fee", 1, &kept, on, ENGINE + 1), Err(NoReplay::Engine(ENGINE + 1)));
    assert!(matches!(service.replay("fee", 1, "[]", on, ENGINE), Err(NoReplay::Facts(_))));
    assert!(matches!(service.replay("deadline/x", 1, &kept, on, ENGINE), Err(NoReplay::Question(_))));
    // The trace of engine 1 over edition 1: it changes only with one of the two.
    let deadline = service.deadline("register", &facts, on);
    assert_eq!(
        deadline.trace.digest().unwrap(),
        "eceadcc84eef242e9a6cd6b2c6f7cb6732cb22db3152d4036bb1e4da9b5c7814"
    );
    assert!(deadline.known().unwrap().days.iter().all(|cell| cell.kind != DayCellKind::Rolled));
}
