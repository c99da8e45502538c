//! The ladder in three languages, as people read it.
use super::*;
use crate::law::{Edition, Facts, Value};
use crate::texts::{Lang, embedded};

fn service() -> &'static Service {
    Edition::first().service("registration_stay").unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// The calculator of the mock-up: from Kazakhstan, arrived on 2 November, leaves on 20 December.
fn mock_up() -> Facts {
    Facts::new()
        .with("citizenship", "KAZ")
        .with("arrived_in_country", day("2026-11-02"))
        .with("moved", false)
        .with("stay_until", day("2026-12-20"))
}

fn ladder(facts: &Facts, lang: Lang) -> Vec<[String; 4]> {
    let trace = service().deadline("register", facts, day("2026-11-23")).trace;
    let lines = trace.lines(service(), embedded(lang));
    lines
        .iter()
        .map(|line| [&line.question, &line.detail, &line.law, &line.result].map(|text| plain(text)))
        .collect()
}

#[test]
fn the_ladder_of_the_calculator_in_azerbaijani() {
    assert_eq!(
        ladder(&mock_up(), Lang::Az),
        [
            [
                "Qeydiyyat tələb olunurmu?",
                "Qalma müddəti: 48 gün. Qazaxıstan vətəndaşı üçün hədd: 30 gün.",
                "Miqrasiya Məcəlləsi, maddə 21",
                "Bəli"
            ],
            [
                "Müddət neçə gündür?",
                "Ümumi qayda: 15 təqvim günü. Qazaxıstan vətəndaşı: 30 təqvim günü.",
                "Miqrasiya Məcəlləsi, maddə 21",
                "30 təqvim günü"
            ],
            [
                "Birinci gün hansıdır?",
                "Ölkəyə gəliş tarixi: 2 noyabr 2026. Həmin gün hesaba alınmır, qeyri-iş günləri sayılır.",
                "Müddətlərin hesablanması qaydası",
                "3 noyabr"
            ],
            [
                "Köçmə qaydası tətbiq olunurmu?",
                "Başqa ünvandan köçməmisiniz. Köçsəydiniz, müddət 5 iş günü olardı.",
                "Miqrasiya Məcəlləsi, maddə 21",
                "Xeyr"
            ],
            [
                "Son gün",
                "2 noyabr 2026, üstəgəl 30 təqvim günü: 2 dekabr 2026, çərşənbə. İş günüdür, tarix dəyişmir.",
                "İş günlərinin təqvimi, 2026",
                "2 dekabr"
            ],
        ]
    );
}

#[test]
fn the_ladder_in_english_and_russian() {
    let en = ladder(&mock_up(), Lang::En);
    assert_eq!(en[0][1], "Length of stay: 48 days. Limit for citizens of Kazakhstan: 30 days.");
    assert_eq!(
        en[4],
        [
            "Last day",
            "2 November 2026 plus 30 calendar days: Wednesday 2 December 2026. It is a working day, so the date stays.",
            "Calendar of working days, 2026",
            "2 December"
        ]
    );
    let ru = ladder(&mock_up(), Lang::Ru);
    assert_eq!(
        ru[1],
        [
            "Какой срок?",
            "Общее правило: 15 календарных дней. Граждане Казахстана: 30 календарных дней.",
            "статья 21 Миграционного кодекса",
            "30 календарных дней"
        ]
    );
    assert_eq!(
        ru[4][1],
        "2 ноября 2026 года плюс 30 календарных дней: среда, 2 декабря 2026 года. Это рабочий день, дата не меняется."
    );
}

#[test]
fn after_a_move_the_ladder_speaks_of_working_days() {
    let facts = mock_up().with("moved", true).with("arrived_at_address", day("2026-11-20"));
    let az = ladder(&facts.clone().with("same_owner", false), Lang::Az);
    assert_eq!(az[1][1], "Ümumi qayda: 15 təqvim günü. Yeni ünvana köçəndə: 5 iş günü.");
    assert_eq!(
        az[2][1],
        "Ünvana gəliş tarixi: 20 noyabr 2026. Həmin gün və qeyri-iş günləri hesaba alınmır."
    );
    assert_eq!(az[3][3], "Bəli");
    assert_eq!(az[4][1], "20 noyabr 2026 tarixindən sonra 5 iş günü: 27 noyabr 2026, cümə.");
    let same = ladder(&facts.with("same_owner", true), Lang::Az);
    assert_eq!(same[0][1], "Yeni mənzil də eyni sahibə məxsusdur, ona görə yenidən qeydiyyat lazım deyil.");
}

#[test]
fn a_rolled_day_says_so() {
    let facts = mock_up().with("citizenship", "TUR").with("arrived_in_country", day("2026-11-20"));
    let en = ladder(&facts, Lang::En);
    assert_eq!(
        en[4][1],
        "20 November 2026 plus 15 calendar days: Saturday 5 December 2026. It is not a working day. \
         The last day is the next working day: Monday 7 December 2026."
    );
}

#[test]
fn an_unknown_rung_shows_the_question_to_answer() {
    let facts = Facts::new().with("citizenship", "TUR").with("arrived_in_country", day("2026-11-09"));
    let trace = service().deadline("register", &facts, day("2026-11-23")).trace;
    let lines = trace.lines(service(), embedded(Lang::Az));
    let unknown: Vec<_> =
        lines.iter().map(|line| (line.result.as_str(), line.detail.as_str(), line.ask.len())).collect();
    assert_eq!(
        unknown,
        [
            ("Məlum deyil", "Bu ünvana ölkədəki başqa ünvandan köçmüsünüz?", 3),
            ("Məlum deyil", "Bu ünvana ölkədəki başqa ünvandan köçmüsünüz?", 1),
            ("Məlum deyil", "Bu ünvana ölkədəki başqa ünvandan köçmüsünüz?", 1),
        ]
    );
    let empty = service()
        .deadline("register", &Facts::new(), day("2026-11-23"))
        .trace
        .lines(service(), embedded(Lang::En));
    assert_eq!(empty[0].detail, "Which country are you a citizen of?");
}

#[test]
fn validity_fee_and_liability_are_said() {
    let words = embedded(Lang::Az);
    let facts = mock_up().with("has_visa", false).with("stay_extended_until", Value::Nothing);
    let line = |trace: Trace| trace.lines(service(), words).pop().unwrap();
    let valid = line(service().valid_until(&facts, day("2026-11-23")).trace);
    assert_eq!(
        plain(&valid.detail),
        "Vizasız gələnlər üçün müddət: 90 təqvim günü. Ölkəyə gəliş tarixi: 2 noyabr 2026."
    );
    assert_eq!(valid.result, "31 yanvar 2027");
    let fee = line(service().fee(&facts, day("2026-11-23")).trace);
    assert_eq!(plain(&fee.result), "0 manat");
    let host = &service().law.liabilities[0];
    assert!(
        plain(&service().liability_text(host, embedded(Lang::En)))
            .ends_with("for an individual: 300 manats – 500 manats.")
    );
    let told = &service().law.effects[0];
    assert!(
        plain(&service().note_text(&told.caption, words))
            .ends_with("bu barədə 1 iş günü müddətində xəbər alır.")
    );
}

#[test]
fn nothing_is_left_in_braces_in_any_language() {
    let mut cases = vec![mock_up(), Facts::new(), mock_up().with("citizenship", "AZE")];
    for citizenship in ["KAZ", "TUR"] {
        for moved in [true, false] {
            for until in ["2026-11-05", "2027-03-01"] {
                let facts = mock_up().with("citizenship", citizenship).with("moved", moved);
                let facts =
                    facts.with("stay_until", day(until)).with("arrived_at_address", day("2026-11-21"));
                cases.push(
                    facts
                        .with("same_owner", moved)
                        .with("has_visa", moved)
                        .with("visa_stay_until", day(until))
                        .with("stay_extended_until", Value::Nothing),
                );
            }
        }
    }
    for facts in &cases {
        let on = day("2026-11-23");
        let traces = [
            service().deadline("register", facts, on).trace,
            service().valid_until(facts, on).trace,
            service().fee(facts, on).trace,
            service().deadline("inform_applicant", &facts.clone().with("received_on", on), on).trace,
        ];
        for (trace, lang) in traces.iter().flat_map(|trace| Lang::ALL.map(|lang| (trace, lang))) {
            for line in trace.lines(service(), embedded(lang)) {
                let all = [&line.question, &line.detail, &line.law, &line.result];
                assert!(
                    all.iter().all(|text| !text.is_empty() && !text.contains(['{', '}', '$'])),
                    "{line:?}"
                );
                assert!(
                    !all.iter().any(|text| text.contains("law-") || text.contains("country-")),
                    "{line:?}"
                );
            }
        }
    }
}

#[test]
fn an_article_says_its_rules_without_anybodys_facts() {
    let said = |basis: &str, lang| {
        service().norms(basis, embedded(lang)).iter().map(|line| plain(line)).collect::<Vec<_>>()
    };
    assert_eq!(
        said("MC 21.5", Lang::En),
        [
            "If the Service has extended the stay by a decision, the registration can be in force until the last day of the \
             extended stay.",
            "With a visa, the registration is in force until the last day of the stay that the visa allows.",
            "Without a visa, the registration is in force for 90 calendar days.",
        ]
    );
    let stays = "Registration is not needed for a stay of 15 days or less. For a longer stay it is.";
    assert!(said("MC 21", Lang::En).contains(&stays.to_owned()), "{:?}", said("MC 21", Lang::En));
    assert!(
        said("CALENDAR 2026", Lang::Az).contains(&"20 mart 2026: Novruz bayramı; Ramazan bayramı".to_owned())
    );
    for lang in Lang::ALL {
        for basis in service().bases() {
            let lines = said(&basis, lang);
            assert!(!lines.is_empty(), "{basis} says nothing in {}", lang.code());
            assert!(lines.iter().all(|line| !line.contains(['{', '}'])), "{lines:?}");
        }
    }
}
