//! What the loader refuses: each complaint names the file and the item.
use std::{fs, path::PathBuf};

use super::*;
use crate::law::check::check;

/// A copy of the law files that a test may spoil; gone when dropped.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("law");
        let copy = std::env::temp_dir().join(format!("umis-law-{name}-{}", std::process::id()));
        for folder in ["", "calendars", "services"] {
            fs::create_dir_all(copy.join(folder)).unwrap();
            for entry in fs::read_dir(home.join(folder)).unwrap().flatten() {
                if entry.path().is_file() {
                    fs::copy(entry.path(), copy.join(folder).join(entry.file_name())).unwrap();
                }
            }
        }
        Self(copy)
    }

    /// Replaces the first `from` of a file.
    fn with(self, file: &str, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(self.0.join(file)).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(self.0.join(file), text.replacen(from, to, 1)).unwrap();
        self
    }

    fn complaints(&self) -> Vec<String> {
        let complaints = match load(&self.0) {
            Ok(body) => check(&body),
            Err(complaints) => complaints,
        };
        complaints.iter().map(ToString::to_string).collect()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const SERVICE: &str = "services/registration_stay.toml";

fn spoilt(name: &str, file: &str, from: &str, to: &str) -> Vec<String> {
    Copy::new(name).with(file, from, to).complaints()
}

#[test]
fn the_first_edition_is_whole() {
    assert_eq!(Copy::new("whole").complaints(), Vec::<String>::new());
}

#[test]
fn an_unknown_fact_is_named() {
    let found = spoilt("fact", SERVICE, "when = { fact = \"has_visa\"", "when = { fact = \"has_viza\"");
    assert_eq!(found, ["services/registration_stay.toml: documents visa_page: unknown fact `has_viza`"]);
    let found = spoilt("from", SERVICE, "from = \"arrived_at_address\"", "from = \"moved\"");
    assert_eq!(found, ["services/registration_stay.toml: deadlines register move: `moved` is not a date"]);
}

#[test]
fn a_condition_must_fit_the_type_of_its_fact() {
    let found = spoilt(
        "type",
        SERVICE,
        "{ fact = \"citizenship\", is = \"AZE\" }",
        "{ fact = \"citizenship\", at_most = 3 }",
    );
    assert!(
        found.iter().any(|line| line.contains("rules required citizen: `citizenship` cannot be asked that")),
        "{found:?}"
    );
}

#[test]
fn a_misspelt_key_is_not_ignored() {
    let found = spoilt("key", SERVICE, "applies = \"required\"", "aplies = \"required\"");
    assert_eq!(found, ["services/registration_stay.toml: deadlines[0].aplies: unknown key"]);
    let found = spoilt("day", "calendars/2026.toml", "names = [\"women\"]", "name = [\"women\"]");
    assert_eq!(found, ["calendars/2026.toml: days[3].name: unknown key"]);
}

#[test]
fn a_bad_reference_is_named() {
    let found = spoilt("act", SERVICE, "legal_basis = \"MC 21.9\"", "legal_basis = \"MK 21.9\"");
    assert_eq!(
        found,
        [
            "services/registration_stay.toml: rules required same_owner: legal basis `MK 21.9`: unknown act `MK`"
        ]
    );
    let found = spoilt("ladder", SERVICE, "\"first_day\", \"move\"", "\"first_day\", \"moves\"");
    assert_eq!(found, ["services/registration_stay.toml: deadlines register: ladder: unknown step `moves`"]);
    let found =
        spoilt("department", "districts.toml", "department = \"shirvan\"", "department = \"shirwan\"");
    assert_eq!(found, ["districts.toml: beylagan: unknown department `shirwan`"]);
}

#[test]
fn a_circle_of_derived_facts_is_named() {
    let found = spoilt(
        "circle",
        "facts.toml",
        "derived = { holds = { fact = \"citizenship\", is = \"KAZ\" } }",
        "derived = { holds = { fact = \"of_kazakhstan\", is = true } }",
    );
    assert_eq!(found, ["facts.toml: of_kazakhstan: it follows from itself"]);
}

#[test]
fn two_of_one_name_in_force_at_once_are_named() {
    let found = spoilt("overlap", SERVICE, "id = \"short_stay\"", "id = \"same_owner\"");
    let overlap =
        "services/registration_stay.toml: rules required same_owner: two of this name are in force at once";
    assert!(found.iter().any(|line| line == overlap), "{found:?}");
}

#[test]
fn items_of_one_name_may_follow_each_other() {
    let copy = Copy::new("follow");
    let text = fs::read_to_string(copy.0.join(SERVICE)).unwrap();
    let at = text.find("[[deadlines.terms]]\nid = \"general\"").unwrap();
    let earlier = text[at..text.find("# ── Until when the Service tells").unwrap()]
        .replace("valid_from = \"2018-07-01\"", "valid_from = \"2014-10-17\", valid_to = \"2018-06-30\"")
        .replace("amount = 15", "amount = 10");
    fs::write(copy.0.join(SERVICE), format!("{}{earlier}{}", &text[..at], &text[at..])).unwrap();
    assert_eq!(copy.complaints(), Vec::<String>::new());
    let body = load(&copy.0).unwrap();
    let terms = &body.services[0].deadlines[0].terms;
    let general = |on: &str| {
        let on = on.parse().unwrap();
        terms.iter().find(|term| term.id == "general" && term.law.in_force(on)).map(|term| term.span.amount)
    };
    assert_eq!(
        (general("2015-01-01"), general("2018-06-30"), general("2018-07-01")),
        (Some(10), Some(10), Some(15))
    );
}

#[test]
fn a_missing_caption_is_named() {
    let found = spoilt("caption", SERVICE, "detail.ru = \"За эту услугу", "detail.de = \"За эту услугу");
    assert_eq!(found, ["services/registration_stay.toml: fees[0].detail.de: unknown key"]);
    let found = spoilt("empty", SERVICE, "detail.ru = \"За эту услугу государственной пошлины нет.\"", "");
    assert_eq!(found, ["services/registration_stay.toml: fees none: no caption in ru"]);
}

#[test]
fn a_number_of_the_law_stands_in_one_place() {
    let found = spoilt("number", SERVICE, "Hədd: {limit}.", "Hədd: 15 gün.");
    assert_eq!(
        found,
        [
            "services/registration_stay.toml: rules required short_stay: az: a number of the law stands in the words; \
          use a placeholder"
        ]
    );
    let found = spoilt("brace", SERVICE, "Müddət: {register.move}.", "Müddət: {register.moves}.");
    assert_eq!(
        found,
        ["services/registration_stay.toml: rules move moved: az: nothing fills {register.moves} here"]
    );
}

#[test]
fn a_list_must_end_with_a_line_for_all_others() {
    let found = spoilt(
        "last",
        SERVICE,
        "id = \"long_stay\"\n",
        "id = \"long_stay\"\nwhen = { fact = \"moved\", is = true }\n",
    );
    assert_eq!(
        found,
        ["services/registration_stay.toml: rules required: the last line has no condition and no end, \
          so that none is left without"]
    );
}

#[test]
fn the_days_of_a_calendar_are_in_order_and_paired() {
    let file = "calendars/2026.toml";
    let found = spoilt("order", file, "\"2026-01-02\"", "\"2026-01-01\"");
    assert_eq!(found, ["calendars/2026.toml: 2026-01-01: days stand in order, each once"]);
    let found = spoilt("year", file, "\"2026-12-31\"", "\"2027-12-31\"");
    assert_eq!(found, ["calendars/2026.toml: 2027-12-31: it is a day of another year"]);
    let found = spoilt("shift", file, "instead_of = \"2026-05-09\"", "instead_of = \"2026-05-08\"");
    assert_eq!(found, ["calendars/2026.toml: 2026-05-11: 2026-05-08 is not a holiday"]);
    let found =
        spoilt("swap", "calendars/2025.toml", "instead_of = \"2025-06-21\"", "instead_of = \"2025-06-14\"");
    assert_eq!(
        found,
        [
            "calendars/2025.toml: 2025-06-21: no rest day was given for it",
            "calendars/2025.toml: 2025-06-27: 2025-06-14 was not made a working day",
        ]
    );
}

#[test]
fn an_unconfirmed_district_is_served_by_headquarters() {
    let found = spoilt(
        "unconfirmed",
        "districts.toml",
        "department = \"shirvan\"\nconfirmed = true",
        "department = \"shirvan\"\nconfirmed = false",
    );
    assert_eq!(
        found,
        ["districts.toml: beylagan: a department that no source names: headquarters serve it until one does"]
    );
}

#[test]
fn what_is_no_toml_is_named_with_its_line() {
    let found = spoilt("broken", "facts.toml", "type = \"code\"", "type = code");
    assert!(found[0].starts_with("facts.toml: ") && found[0].contains("line 5"), "{found:?}");
    let copy = Copy::new("gone");
    fs::remove_file(copy.0.join("edition.toml")).unwrap();
    assert!(copy.complaints()[0].starts_with("edition.toml: "));
    let renamed = Copy::new("renamed");
    fs::rename(renamed.0.join("calendars/2027.toml"), renamed.0.join("calendars/2028.toml")).unwrap();
    assert_eq!(renamed.complaints(), ["calendars/2028.toml: it holds `2027`; the file must be named so"]);
}

#[test]
fn the_example_of_the_manual_is_law_that_loads() {
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/law-data.md");
    let manual = fs::read_to_string(manual).unwrap();
    let mut blocks = manual.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let (fact, term) = (blocks.next().unwrap(), blocks.next().unwrap());
    let copy = Copy::new("manual");
    for (file, block) in [("facts.toml", fact), (SERVICE, term)] {
        let text = fs::read_to_string(copy.0.join(file)).unwrap();
        fs::write(copy.0.join(file), format!("{text}\n{block}")).unwrap();
    }
    assert_eq!(copy.complaints(), Vec::<String>::new());
    let body = load(&copy.0).unwrap();
    assert!(body.services[0].deadlines.iter().any(|deadline| deadline.id == "answer_question"));
}
