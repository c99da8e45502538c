//! Registration at the place of stay, a test per sentence of the law (Migration Code, Article 21).
use proptest::prelude::*;

use super::*;
use crate::law::{DayCellKind, Edition, FactKind, FactProblem, Unit, Value};

fn service() -> &'static Service {
    Edition::first().service("registration_stay").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-23")
}

/// Arrived, did not move.
fn guest(citizenship: &str, arrived: &str) -> Facts {
    Facts::new()
        .with("citizenship", citizenship)
        .with("arrived_in_country", day(arrived))
        .with("moved", false)
}

fn last_day(facts: &Facts) -> String {
    service().deadline("register", facts, today()).known().unwrap().last_day.to_string()
}

fn required(facts: &Facts) -> Option<bool> {
    service().required(facts, today()).known().copied()
}

#[test]
fn a_foreigner_registers_within_15_days_of_arrival() {
    let outcome = service().deadline("register", &guest("TUR", "2026-11-09"), today());
    let deadline = outcome.known().unwrap();
    assert_eq!(
        (deadline.amount, deadline.unit, deadline.term_id.as_str()),
        (15, Unit::CalendarDays, "general")
    );
    assert_eq!((deadline.first_day, deadline.last_day), (day("2026-11-10"), day("2026-11-24")));
    assert_eq!(deadline.days.len(), 15);
    assert!(deadline.confirmed);
    assert_eq!(deadline.legal_basis, "MC 21");
}

#[test]
fn a_citizen_of_kazakhstan_registers_within_30_days() {
    let outcome = service().deadline("register", &guest("KAZ", "2026-11-02"), today());
    let deadline = outcome.known().unwrap();
    assert_eq!((deadline.amount, deadline.term_id.as_str()), (30, "kazakhstan"));
    assert_eq!((deadline.first_day, deadline.last_day), (day("2026-11-03"), day("2026-12-02")));
}

#[test]
fn a_last_day_that_is_not_a_working_day_goes_to_the_next_one_and_is_to_be_confirmed() {
    let outcome = service().deadline("register", &guest("TUR", "2026-11-20"), today());
    let deadline = outcome.known().unwrap();
    assert_eq!(deadline.last_day, day("2026-12-07"), "the 5th is a Saturday");
    assert!(!deadline.confirmed, "the rule of rolling is");
    assert_eq!(deadline.days.last().unwrap().kind, DayCellKind::Rolled);
}

#[test]
fn after_a_move_it_is_5_working_days_from_arrival_at_the_new_address() {
    let moved = |arrived: &str| {
        guest("TUR", "2026-01-05").with("moved", true).with("arrived_at_address", day(arrived))
    };
    assert_eq!(last_day(&moved("2026-11-20")), "2026-11-27");
    assert_eq!(last_day(&moved("2026-03-19")), "2026-04-06", "over Novruz and Ramazan");
    assert_eq!(last_day(&moved("2026-05-26")), "2026-06-05", "over Gurban and Independence Day");
    let kazakh = moved("2026-11-20").with("citizenship", "KAZ");
    assert_eq!(
        last_day(&kazakh),
        "2026-11-27",
        "the rule for moving comes before the one for citizens of Kazakhstan"
    );
}

#[test]
fn registration_is_required_of_those_who_stay_more_than_15_days() {
    let until = |day_: &str| guest("TUR", "2026-11-02").with("stay_until", day(day_));
    assert_eq!(required(&until("2026-11-17")), Some(false), "15 days");
    assert_eq!(required(&until("2026-11-18")), Some(true), "16 days");
}

#[test]
fn for_citizens_of_kazakhstan_more_than_30_days() {
    let until = |day_: &str| guest("KAZ", "2026-11-02").with("stay_until", day(day_));
    assert_eq!(required(&until("2026-12-02")), Some(false), "30 days");
    assert_eq!(required(&until("2026-12-03")), Some(true), "31 days");
    assert_eq!(required(&until("2026-12-20")), Some(true), "48 days");
}

#[test]
fn moving_to_another_flat_of_the_same_owner_needs_no_new_registration() {
    let moved = guest("TUR", "2026-09-01").with("moved", true).with("stay_until", day("2026-12-20"));
    assert_eq!(required(&moved.clone().with("same_owner", true)), Some(false));
    assert_eq!(required(&moved.clone().with("same_owner", false)), Some(true));
    assert_eq!(service().required(&moved, today()).ask(), ["same_owner"]);
}

#[test]
fn it_is_not_for_citizens() {
    assert_eq!(required(&guest("AZE", "2026-11-02")), Some(false));
    let outcome = service().required(&guest("AZE", "2026-11-02"), today());
    assert_eq!(outcome.trace.rungs[0].rule, "required/citizen");
}

#[test]
fn stateless_persons_are_registered_as_foreigners_are() {
    assert_eq!(last_day(&guest("XXA", "2026-11-09")), "2026-11-24");
}

#[test]
fn with_a_visa_it_is_in_force_until_the_end_of_the_stay_on_the_visa() {
    let facts = guest("IND", "2026-11-09").with("has_visa", true).with("visa_stay_until", day("2026-12-08"));
    let facts = facts.with("stay_extended_until", Value::Nothing);
    assert_eq!(service().valid_until(&facts, today()).known(), Some(&day("2026-12-08")));
}

#[test]
fn without_a_visa_it_is_in_force_for_90_days() {
    let asked = guest("TUR", "2026-11-09").with("stay_extended_until", Value::Nothing);
    let facts = asked.clone().with("has_visa", false);
    assert_eq!(service().valid_until(&facts, today()).known(), Some(&day("2027-02-07")));
    assert_eq!(service().valid_until(&asked, today()).ask(), ["has_visa"]);
    let outcome = service().valid_until(&asked.with("has_visa", true), today());
    assert_eq!(outcome.ask(), ["visa_stay_until"]);
    assert_eq!(
        service().valid_until(&guest("TUR", "2026-11-09"), today()).ask(),
        ["has_visa", "stay_extended_until"]
    );
}

#[test]
fn a_decision_goes_before_the_visa() {
    let facts = guest("IND", "2026-11-09").with("has_visa", true).with("visa_stay_until", day("2026-12-08"));
    let facts = facts.with("stay_extended_until", day("2027-01-15"));
    assert_eq!(service().valid_until(&facts, today()).known(), Some(&day("2027-01-15")));
}

#[test]
fn the_applicant_is_told_within_1_working_day() {
    let facts = Facts::new().with("received_on", day("2026-11-20"));
    let outcome = service().deadline("inform_applicant", &facts, today());
    assert_eq!(outcome.known().unwrap().last_day, day("2026-11-23"), "from Friday to Monday");
}

#[test]
fn there_is_no_fee() {
    let outcome = service().fee(&Facts::new(), today());
    assert_eq!(outcome.known().unwrap().minor, 0);
}

#[test]
fn the_visa_page_is_asked_of_those_who_have_one() {
    let needed = |facts: &Facts| -> Vec<_> {
        let documents = service().documents(facts, today()).into_iter();
        documents.map(|(document, answer)| (document.id.clone(), answer)).collect()
    };
    let visa = |facts: &Facts| needed(facts).pop().unwrap();
    assert_eq!(needed(&Facts::new()).len(), 3);
    assert_eq!(visa(&Facts::new().with("has_visa", true)), ("visa_page".into(), Answer::Known(true)));
    assert_eq!(visa(&Facts::new().with("has_visa", false)), ("visa_page".into(), Answer::Known(false)));
    assert_eq!(visa(&Facts::new()).1, Answer::Unknown { ask: vec!["has_visa".into()] });
}

#[test]
fn what_is_not_known_is_asked_in_the_declared_order_and_never_taken_for_no() {
    let ask = |facts: &Facts| service().deadline("register", facts, today()).ask().to_vec();
    assert_eq!(ask(&Facts::new()), ["citizenship", "moved"]);
    assert_eq!(ask(&Facts::new().with("moved", false)), ["citizenship", "arrived_in_country"]);
    assert_eq!(ask(&Facts::new().with("moved", true)), ["arrived_at_address"]);
    assert_eq!(ask(&guest("TUR", "2026-11-09")), Vec::<String>::new());
    assert_eq!(service().required(&guest("TUR", "2026-11-09"), today()).ask(), ["stay_until"]);
}

#[test]
fn an_unknown_that_makes_no_difference_is_not_asked() {
    // Whoever stays 10 days need not register, whether they moved or not.
    let facts = Facts::new()
        .with("citizenship", "TUR")
        .with("arrived_in_country", day("2026-11-02"))
        .with("stay_until", day("2026-11-12"));
    assert_eq!(required(&facts), Some(false));
}

#[test]
fn the_deadline_is_told_before_it_is_known_whether_it_applies() {
    let deadline = |facts: &Facts| service().deadline("register", facts, today()).known().unwrap().applies;
    let guest = guest("TUR", "2026-11-09");
    assert_eq!(deadline(&guest), None);
    assert_eq!(deadline(&guest.clone().with("stay_until", day("2026-11-10"))), Some(false));
    assert_eq!(deadline(&guest.clone().with("stay_until", day("2026-12-31"))), Some(true));
    assert_eq!(deadline(&guest.clone().with("stay_until", Value::Nothing)), Some(true), "no day of leaving");
}

#[test]
fn a_day_in_2027_is_to_be_confirmed() {
    let outcome = service().deadline("register", &guest("TUR", "2026-12-22"), today());
    let deadline = outcome.known().unwrap();
    assert_eq!(deadline.last_day, day("2027-01-06"));
    assert!(!deadline.confirmed);
}

#[test]
fn before_the_law_was_in_force_nothing_is_told() {
    let outcome = service().deadline("register", &guest("TUR", "2026-11-09"), day("2010-01-01"));
    assert_eq!(outcome.answer, Answer::Unknown { ask: vec![] });
}

#[test]
fn what_does_not_exist_is_unknown() {
    let outcome = service().deadline("no_such", &guest("TUR", "2026-11-09"), today());
    assert_eq!(outcome.answer, Answer::Unknown { ask: vec![] });
    assert!(outcome.trace.rungs.is_empty());
}

#[test]
fn wrong_facts_are_named() {
    let facts = Facts::new().with("stay_days", 3_u32).with("moved", "no").with("colour", "red");
    assert_eq!(
        service().problems_of(&facts),
        [
            FactProblem::Unknown("colour".into()),
            FactProblem::WrongType { name: "moved".into(), expected: FactKind::Bool },
            FactProblem::Unknown("stay_days".into()),
        ]
    );
}

#[test]
fn legal_days_are_days_of_baku() {
    let moment = DateTime::parse_from_rfc3339("2026-11-22T20:30:00Z").unwrap().to_utc();
    assert_eq!(service().date_of(moment), today());
}

proptest! {
    #[test]
    fn every_answer_is_one_of_the_terms(arrived in 0..1400_u64, citizen in 0..3_u8, moved: bool) {
        let arrived = day("2024-01-01") + chrono::Days::new(arrived);
        let citizenship = ["TUR", "KAZ", "XXA"][usize::from(citizen)];
        let facts = Facts::new()
            .with("citizenship", citizenship)
            .with("arrived_in_country", arrived)
            .with("arrived_at_address", arrived)
            .with("moved", moved);
        let outcome = service().deadline("register", &facts, today());
        let deadline = outcome.known().unwrap();
        let expected = if moved { "move" } else if citizenship == "KAZ" { "kazakhstan" } else { "general" };
        prop_assert_eq!(&deadline.term_id, expected);
        prop_assert!(service().working_days().is_working_day(deadline.last_day));
        let numbered = deadline.days.iter().filter_map(|cell| cell.number).max();
        prop_assert_eq!(numbered, Some(deadline.amount));
    }
}
