//! The resolver against its own rules and against fluent-bundle on every message of the catalogue.
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use proptest::prelude::*;

use super::*;
use crate::texts::{Number, embedded, keys};

#[test]
fn a_sentence_is_chosen_by_the_number_and_filled() {
    let json = r#"{"left":[["days",[["0","Bu gün"],["one",[["shown"]," gün"]]],["Son gün: ",["date"]]]]}"#;
    let table = Table::parse(Lang::Az, json).unwrap();
    let date = chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap();

    assert_eq!(table.say("left", &[("days", 0.into())]), "Bu gün");
    assert_eq!(table.say("left", &[("days", 1.into()), ("shown", "1".into())]), "1 gün");
    assert_eq!(table.say("left", &[("days", 7.into()), ("date", date.into())]), "Son gün: 5 mart 2026");
    assert_eq!(table.say("left", &[("days", 7.into())]), "Son gün: {$date}");
    assert_eq!(table.say("nowhere", &[]), "nowhere");
}

#[test]
fn what_is_no_table_is_refused() {
    for json in [
        "",
        "[]",
        "{\"a\":1}",
        "{\"a\":[[1]]}",
        "{\"a\":[[\"x\",[],3]]}",
        "{\"a\":[[\"x\",[[\"y\"]],\"z\"]]}",
    ] {
        assert_eq!(Table::parse(Lang::Az, json), Err(Unreadable), "{json}");
    }
}

/// The names of every variable of a message.
fn names(pattern: &Pattern) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for part in pattern {
        match part {
            Part::Text(_) => {}
            Part::Variable(name) => {
                found.insert(name.clone());
            }
            Part::Select { on, cases, otherwise } => {
                found.insert(on.clone());
                found.extend(cases.iter().flat_map(|(_, text)| names(text)).chain(names(otherwise)));
            }
        }
    }
    found
}

/// Every word that chooses a branch of some message, so that each branch is tried.
fn words(pattern: &Pattern) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for part in pattern {
        if let Part::Select { cases, otherwise, .. } = part {
            for (case, text) in cases {
                found.insert(case.clone());
                found.extend(words(text));
            }
            found.extend(words(otherwise));
        }
    }
    found
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new(vec![lang.code().parse().unwrap()]);
    bundle.set_use_isolating(false);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang.code());
    for file in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        bundle.add_resource(FluentResource::try_new(source).unwrap()).unwrap();
    }
    bundle
}

fn both_say_the_same(number: i64, word: &str) {
    for lang in Lang::ALL {
        let (table, bundle) = (embedded(lang), bundle(lang));
        for key in keys() {
            let message = &table.messages[key];
            let named = names(message);
            let mut samples: Vec<Arg> = vec![Number::from(number).into(), word.into()];
            let words = words(message);
            samples.extend(words.iter().map(Arg::from));
            for sample in samples {
                let ours: Vec<_> = named.iter().map(|name| (name.as_str(), sample.clone())).collect();
                let mut theirs = FluentArgs::new();
                for (name, arg) in &ours {
                    match arg {
                        Arg::Number(_) => theirs.set(*name, number),
                        Arg::Text(text) => theirs.set(*name, text.to_string()),
                        Arg::Date(_) => unreachable!("no sample is a date"),
                    }
                }
                let pattern = bundle.get_message(key).unwrap().value().unwrap();
                let expected = bundle.format_pattern(pattern, Some(&theirs), &mut vec![]);
                assert_eq!(table.say(key, &ours), expected, "{key} in {} with {sample:?}", lang.code());
            }
        }
    }
}

#[test]
fn fluent_says_the_same_of_every_message() {
    for number in [0, 1, 2, 5, 11, 21] {
        both_say_the_same(number, "Maria");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    // Up to 999: from there on we group digits by language and fluent-bundle does not.
    #[test]
    fn fluent_says_the_same_of_any_value(number in 0_i64..1000, word in "[a-zəığüşçö ]{0,12}") {
        both_say_the_same(number, &word);
    }
}
