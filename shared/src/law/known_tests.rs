//! True, false and unknown, over every kind of condition.
use proptest::prelude::*;

use super::*;
use crate::law::Edition;

fn service() -> &'static Service {
    Edition::first().service("registration_stay").unwrap()
}

fn condition(json: &str) -> Condition {
    serde_json::from_str(json).unwrap()
}

fn told(json: &str, facts: &Facts) -> Result<bool, Vec<String>> {
    let known = Known { service: service(), facts };
    match known.holds(&condition(json)) {
        Told::Known(holds) => Ok(holds),
        Told::Unknown(ask) => Err(known.names(&ask)),
    }
}

fn date(text: &str) -> Value {
    Value::Date(text.parse().unwrap())
}

#[test]
fn each_test_asks_its_fact() {
    let facts = Facts::new()
        .with("citizenship", "TUR")
        .with("moved", true)
        .with("arrived_in_country", date("2026-11-02"))
        .with("stay_until", date("2026-11-20"))
        .with("visa_stay_until", Value::Nothing);
    for (json, expected) in [
        (r#"{"fact":"citizenship","is":"TUR"}"#, true),
        (r#"{"fact":"citizenship","is":"KAZ"}"#, false),
        (r#"{"fact":"citizenship","one_of":["KAZ","TUR"]}"#, true),
        (r#"{"fact":"moved","is":true}"#, true),
        (r#"{"fact":"stay_days","at_most":18}"#, true),
        (r#"{"fact":"stay_days","at_most":17}"#, false),
        (r#"{"fact":"stay_days","at_least":18}"#, true),
        (r#"{"fact":"stay_days","at_least":19}"#, false),
        (r#"{"fact":"arrived_in_country","before":"2026-11-03"}"#, true),
        (r#"{"fact":"arrived_in_country","before":"2026-11-02"}"#, false),
        (r#"{"fact":"stay_until","after":"arrived_in_country"}"#, true),
        (r#"{"fact":"arrived_in_country","after":"stay_until"}"#, false),
        (r#"{"fact":"visa_stay_until","exists":true}"#, false),
        (r#"{"fact":"visa_stay_until","exists":false}"#, true),
        (r#"{"fact":"visa_stay_until","after":"2020-01-01"}"#, false),
        (r#"{"not":{"fact":"of_kazakhstan","is":true}}"#, true),
    ] {
        assert_eq!(told(json, &facts), Ok(expected), "{json}");
    }
}

#[test]
fn what_is_unknown_is_asked_in_the_declared_order() {
    let json = r#"{"all":[{"fact":"same_owner","is":true},{"fact":"moved","is":true},{"fact":"of_kazakhstan","is":true}]}"#;
    let all = ["citizenship", "moved", "same_owner"].map(str::to_owned);
    assert_eq!(told(json, &Facts::new()), Err(all.to_vec()));
    assert_eq!(told(json, &Facts::new().with("moved", false)), Ok(false), "one no decides");
    let days = r#"{"fact":"stay_days","at_most":15}"#;
    let asked = ["arrived_in_country", "stay_until"].map(str::to_owned);
    assert_eq!(
        told(days, &Facts::new()),
        Err(asked.to_vec()),
        "a derived fact asks for those it follows from"
    );
}

#[test]
fn an_impossible_order_of_dates_is_asked_again() {
    let facts =
        Facts::new().with("arrived_in_country", date("2026-11-02")).with("stay_until", date("2026-11-01"));
    assert_eq!(told(r#"{"fact":"stay_days","at_most":15}"#, &facts), Err(vec!["stay_until".into()]));
}

#[test]
fn a_value_of_another_type_is_asked_again() {
    let facts = Facts::new().with("moved", "yes");
    assert_eq!(told(r#"{"fact":"moved","is":true}"#, &facts), Err(vec!["moved".into()]));
}

#[test]
fn a_condition_asks_one_thing() {
    for wrong in [
        "{}",
        r#"{"fact":"moved"}"#,
        r#"{"is":true}"#,
        r#"{"fact":"moved","is":true,"exists":true}"#,
        r#"{"all":[],"any":[]}"#,
    ] {
        assert!(serde_json::from_str::<Condition>(wrong).is_err(), "{wrong}");
    }
}

fn tree() -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        Just(r#"{"fact":"moved","is":true}"#),
        Just(r#"{"fact":"same_owner","is":true}"#),
        Just(r#"{"fact":"has_visa","is":false}"#),
        Just(r#"{"fact":"of_kazakhstan","is":true}"#),
    ]
    .prop_map(condition);
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Condition::All),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Condition::Any),
            inner.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

fn some(name: &str, value: Option<bool>, facts: &mut Facts) {
    if let Some(value) = value {
        match name {
            "citizenship" => facts.set(name, if value { "KAZ" } else { "TUR" }),
            _ => facts.set(name, value),
        };
    }
}

const NAMES: [&str; 4] = ["moved", "same_owner", "has_visa", "citizenship"];

proptest! {
    #[test]
    fn more_facts_never_change_what_was_known(
        condition in tree(),
        known in prop::array::uniform4(prop::option::of(any::<bool>())),
        rest in prop::array::uniform4(any::<bool>()),
    ) {
        let (mut few, mut all) = (Facts::new(), Facts::new());
        for ((name, known), rest) in NAMES.into_iter().zip(known).zip(rest) {
            some(name, known, &mut few);
            some(name, Some(known.unwrap_or(rest)), &mut all);
        }
        let whole = Known { service: service(), facts: &all }.holds(&condition);
        prop_assert!(matches!(whole, Told::Known(_)), "with all facts nothing is left to ask");
        match (Known { service: service(), facts: &few }).holds(&condition) {
            Told::Known(holds) => prop_assert_eq!(whole, Told::Known(holds)),
            Told::Unknown(ask) => prop_assert!(!ask.is_empty()),
        }
    }

    #[test]
    fn a_condition_is_written_as_it_was_read(condition in tree()) {
        let json = serde_json::to_string(&condition).unwrap();
        prop_assert_eq!(serde_json::from_str::<Condition>(&json).unwrap(), condition);
    }
}
