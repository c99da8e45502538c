//! Cards and visas beside passports: the published specimens, long numbers, what is repaired, what is only offered.
use proptest::prelude::*;

use super::*;
use crate::countries;

/// ICAO 9303 parts 5, 6, 4 and 7, as published: Utopia is no country.
const SPECIMENS: [(Kind, &str); 5] = [
    (
        Kind::Td1,
        "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    ),
    (Kind::Td2, "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"),
    (Kind::Td3, "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"),
    (
        Kind::MrvA,
        "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<",
    ),
    (Kind::MrvB, "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"),
];

/// ICAO 9303 part 5: the number of twelve characters goes on in the optional data.
const LONG: &str =
    "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<";

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// As if a country that exists had issued it: codes carry no check digits.
fn issued(specimen: &str) -> String {
    specimen.replace("UTO", "SWE")
}

fn at(text: &str, line: usize, at: usize) -> char {
    text.lines().nth(line - 1).unwrap().chars().nth(at - 1).unwrap()
}

fn changed(text: &str, line: usize, at: usize, to: char) -> String {
    let mut lines: Vec<Vec<char>> = text.lines().map(|line| line.chars().collect()).collect();
    lines[line - 1][at - 1] = to;
    lines.iter().map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
}

#[test]
fn each_published_specimen_is_read() {
    for (kind, specimen) in SPECIMENS {
        let reading = read(specimen, today());
        assert_eq!(reading.kind, Some(kind));
        assert!(reading.is_whole());
        let fields = &reading.fields;
        assert_eq!(
            (fields.surname.as_deref(), fields.given_names.as_deref()),
            (Some("ERIKSSON"), Some("ANNA MARIA")),
            "{kind:?}"
        );
        assert_eq!(fields.sex, Some(Sex::Female));
        assert!(reading.checks.iter().all(|check| check.good), "{kind:?}: {:?}", reading.checks);
        assert!(
            reading
                .problems
                .iter()
                .all(|problem| matches!(problem, Problem::Country { found, .. } if found == "UTO"))
        );
        let sound = read(&issued(specimen), today());
        assert!(sound.is_sound(), "{kind:?}: {:?}", sound.problems);
        assert_eq!(sound.lines.join("\n"), issued(specimen));
    }
}

#[test]
fn each_specimen_says_what_is_printed_above_it() {
    let read = |n: usize| read(&issued(SPECIMENS[n].1), today()).fields;
    for card in [read(0), read(1)] {
        assert_eq!(card.document_code.as_deref(), Some("I"));
        assert_eq!(card.number.as_deref(), Some("D23145890"));
        assert_eq!(card.nationality.as_deref(), Some("SWE"));
        assert_eq!(card.birth.and_then(BirthDate::date), Some(day(1974, 8, 12)));
        assert_eq!(card.expiry, Some(day(2012, 4, 15)));
        assert_eq!((card.optional, card.optional_second), (None, None));
    }
    for visa in [read(3), read(4)] {
        assert_eq!(visa.document_code.as_deref(), Some("V"));
        assert_eq!((visa.issuer.as_deref(), visa.nationality.as_deref()), (Some("SWE"), Some("XXX")));
        assert_eq!(visa.number.as_deref(), Some("L8988901C"));
        assert_eq!(visa.birth.and_then(BirthDate::date), Some(day(1940, 9, 7)));
        assert_eq!(visa.expiry, Some(day(1996, 12, 10)));
    }
    assert_eq!(read(3).optional.as_deref(), Some("6ZE184226B"));
    assert_eq!(read(4).optional, None);
}

#[test]
fn a_long_number_goes_on_in_the_optional_data() {
    let reading = read(&issued(LONG), today());
    assert!(reading.is_sound(), "{:?}", reading.problems);
    assert_eq!(reading.fields.number.as_deref(), Some("D23145890734"));
    assert_eq!(reading.fields.optional, None);
    let number: Vec<_> = reading
        .spans
        .iter()
        .filter(|span| span.part == Part::Number)
        .map(|span| (span.line, span.from, span.to))
        .collect();
    assert_eq!(number, [(1, 5, 15), (1, 15, 19)]);
    // Its check digit stands behind the rest: a wrong one is named there.
    let wrong = read(&changed(&issued(LONG), 1, 19, '8'), today());
    let digit = Problem::Digit { covers: Covers::Document, line: 1, at: 19, found: '8', expected: '9' };
    assert_eq!(wrong.problems, [digit]);
    assert_eq!(wrong.fields.number, None);
    assert_eq!(wrong.fields.surname.as_deref(), Some("STEVENSON"));
}

#[test]
fn a_filler_without_a_rest_is_a_wrong_digit() {
    let lines = changed(&issued(SPECIMENS[0].1), 1, 15, '<');
    let digit = Problem::Digit { covers: Covers::Document, line: 1, at: 15, found: '<', expected: '7' };
    assert_eq!(read(&lines, today()).problems, [digit]);
    let passport = changed(&issued(SPECIMENS[2].1), 2, 10, '<');
    let digit = Problem::Digit { covers: Covers::Document, line: 2, at: 10, found: '<', expected: '6' };
    assert_eq!(read(&passport, today()).problems, [digit], "a passport has no longer numbers");
}

#[test]
fn every_wrong_check_digit_of_every_zone_is_named() {
    let three = [Covers::Document, Covers::Birth, Covers::Expiry];
    for (n, places, last) in [
        (0, [(1, 15), (2, 7), (2, 15)], Some((Covers::Composite, 2, 30))),
        (1, [(2, 10), (2, 20), (2, 28)], Some((Covers::Composite, 2, 36))),
        (2, [(2, 10), (2, 20), (2, 28)], Some((Covers::Composite, 2, 44))),
        (2, [(2, 10), (2, 20), (2, 28)], Some((Covers::Optional, 2, 43))),
        (3, [(2, 10), (2, 20), (2, 28)], None),
        (4, [(2, 10), (2, 20), (2, 28)], None),
    ] {
        let lines = issued(SPECIMENS[n].1);
        let parts = three.into_iter().zip(places).map(|(covers, (line, at))| (covers, line, at));
        for (covers, line, place) in parts.chain(last) {
            let right = at(&lines, line, place);
            let found = if right == '3' { '4' } else { '3' };
            let reading = read(&changed(&lines, line, place, found), today());
            let named = Problem::Digit { covers, line, at: place, found, expected: right };
            assert_eq!(reading.problems, [named], "{:?}", SPECIMENS[n].0);
            assert!(reading.checks.contains(&Check { covers, good: false }));
        }
    }
}

#[test]
fn the_optional_data_of_a_card_is_covered_by_the_last_digit_alone() {
    let lines = changed(&issued(SPECIMENS[0].1), 2, 20, '7');
    let reading = read(&lines, today());
    assert_eq!(reading.fields.optional_second.as_deref(), Some("<7"));
    assert!(matches!(
        reading.problems[..],
        [Problem::Digit { covers: Covers::Composite, line: 2, at: 30, .. }]
    ));
}

#[test]
fn what_scanners_and_phones_do_to_any_zone_is_repaired() {
    for (kind, specimen) in SPECIMENS {
        let clean = issued(specimen);
        let run = clean.replace('\n', "");
        let rows = |width: usize| {
            run.as_bytes()
                .chunks(width)
                .map(|row| std::str::from_utf8(row).unwrap())
                .collect::<Vec<_>>()
                .join("\n")
        };
        for given in [
            run.clone(),
            clean.to_lowercase(),
            clean.replace('\n', "\r") + "\r",
            clean.replace('\n', "\t") + "\t",
            clean.replace('\n', "\r\n"),
            clean.chars().flat_map(|letter| [letter, ' ']).collect(),
            clean.replace("<<", "«"),
            clean.replace('A', "А").replace('E', "е").replace('M', "М"),
            rows(22),
            rows(20),
        ] {
            let reading = read(&given, today());
            assert!(reading.is_sound(), "{kind:?} {given}: {:?}", reading.problems);
            assert_eq!(reading.lines.join("\n"), clean, "{given}");
        }
    }
}

#[test]
fn fillers_lost_at_the_end_are_put_back_when_nothing_more_will_come() {
    for (kind, specimen) in SPECIMENS {
        let clean = issued(specimen);
        let cut = clean.replace("MARIA<<<<<<<<<<", "MARIA<<");
        assert_eq!(completed(&cut), clean, "{kind:?}");
    }
    // A card's names stand last: while they are typed, they are let alone.
    let typed = issued(SPECIMENS[0].1).replace("ERIKSSON<<ANNA<MARIA<<<<<<<<<<", "ERIKSSON<<AN");
    assert_eq!(read(&typed, today()).lines.join("\n"), typed);
    assert!(completed(&typed).ends_with("ERIKSSON<<AN<<<<<<<<<<<<<<<<<<"));
    // And the fillers behind a visa's optional data.
    let visa = issued(SPECIMENS[3].1);
    assert_eq!(completed(visa.trim_end_matches('<')), visa);
}

#[test]
fn lines_that_are_still_being_typed_keep_their_breaks() {
    for (kind, specimen) in SPECIMENS {
        let clean = issued(specimen);
        for end in 1..=clean.len() {
            let reading = read(&clean[..end], today());
            assert_eq!(reading.lines.join("\n"), clean[..end].trim_end(), "{kind:?}");
        }
    }
}

#[test]
fn a_letter_among_the_digits_is_repaired_where_a_check_digit_proves_it() {
    let card = "I<SWED231458907<<<<<<<<<<<<<<<\n8001014F3010150SWE<<<<<<<<<<<";
    let composite =
        check_digit(&format!("{}{}{}{}", &card[5..30], &card[31..38], &card[39..46], &card[49..60])).unwrap();
    let card = format!("{card}{composite}\nERIKSSON<<ANNA<MARIA<<<<<<<<<<");
    assert!(read(&card, today()).is_sound());
    let scanned = card.replace("8001014", "8OO1OI4").replace("3010150", "3O1OISO");
    let reading = read(&scanned, today());
    assert!(reading.is_sound(), "{:?}", reading.problems);
    assert_eq!(reading.lines.join("\n"), card);
    // Another digit is wrong too: nothing is proven, nothing is changed.
    let twice = card.replace("8001014", "8OO2014");
    assert_eq!(read(&twice, today()).lines.join("\n"), twice);
    assert!(!read(&twice, today()).is_sound());
}

#[test]
fn a_number_is_never_changed_unasked_but_the_one_change_that_fits_is_offered() {
    let clean = issued(SPECIMENS[0].1);
    // D23145890: the last character is the digit.
    let typed = changed(&clean, 1, 14, 'O');
    let reading = read(&typed, today());
    assert_eq!(reading.lines.join("\n"), typed);
    assert_eq!(reading.fields.number, None);
    assert_eq!(reading.offer, Some(Offer { line: 1, at: 14, found: 'O', instead: '0' }));
    assert_eq!(reading.offered().as_deref(), Some(clean.as_str()));
    assert_eq!(read(&clean, today()).offer, None);
    let other = read(&changed(&clean, 1, 8, '8'), today());
    assert_eq!(other.offer, None, "an O there would not explain the digit");
}

#[test]
fn a_birth_of_which_a_part_is_unknown_is_what_is_known() {
    let holder = |birth| Holder { birth, ..holder(Kind::Td1, "ID") };
    for birth in [
        BirthDate { year: Some(1985), month: None, day: None },
        BirthDate { year: Some(1985), month: Some(7), day: None },
        BirthDate { year: None, month: None, day: None },
    ] {
        let reading = read(&write(&holder(birth)).unwrap(), today());
        assert!(reading.is_sound(), "{:?}", reading.problems);
        assert_eq!(reading.fields.birth, Some(birth));
        assert_eq!(birth.date(), None);
        assert!(birth.may_be(day(1985, 7, 30)));
        assert_eq!(birth.may_be(day(1984, 7, 30)), birth.year.is_none());
    }
}

#[test]
fn codes_that_are_no_state_are_read_in_every_zone() {
    for code in ["XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "UNK", "XOM", "XPO", "EUE", "GBD", "RKS", "DEU"] {
        for (kind, letter) in
            [(Kind::Td1, "I"), (Kind::Td2, "AC"), (Kind::Td3, "P"), (Kind::MrvA, "V"), (Kind::MrvB, "V")]
        {
            let lines = write(&Holder { nationality: code, issuer: code, ..holder(kind, letter) }).unwrap();
            let fields = read(&lines, today()).fields;
            assert_eq!(fields.nationality.as_deref(), Some(code), "{lines}");
            assert_eq!(fields.issuer.as_deref(), Some(code));
        }
    }
}

#[test]
fn what_does_not_fit_is_not_written() {
    let wrong = |holder: Holder<'_>, what| assert_eq!(write(&holder), Err(Unwritable(what)));
    wrong(Holder { number: "D23145890734", ..holder(Kind::Td3, "P") }, "number");
    wrong(Holder { number: "D23145890734", ..holder(Kind::MrvA, "V") }, "number");
    wrong(Holder { code: "P", ..holder(Kind::Td1, "I") }, "code");
    wrong(Holder { optional: "12345678", ..holder(Kind::Td2, "I") }, "optional data");
    wrong(Holder { optional_second: "123456789012", ..holder(Kind::Td1, "I") }, "second optional data");
    let fullest = Holder { number: "D2314589012345678901234", ..holder(Kind::Td1, "I") };
    let fields = read(&write(&fullest).unwrap(), today()).fields;
    assert_eq!(fields.number.as_deref(), Some(fullest.number));
}

fn holder(kind: Kind, code: &'static str) -> Holder<'static> {
    Holder {
        kind,
        code,
        issuer: "SWE",
        surname: "ERIKSSON",
        given_names: "ANNA MARIA",
        number: "D23145890",
        nationality: "SWE",
        birth: day(1974, 8, 12).into(),
        sex: Sex::Female,
        expires_on: day(2030, 4, 15),
        optional: "",
        optional_second: "",
    }
}

fn kinds() -> impl Strategy<Value = (Kind, &'static str)> {
    proptest::sample::select(vec![
        (Kind::Td1, "ID"),
        (Kind::Td1, "A"),
        (Kind::Td2, "I"),
        (Kind::Td2, "CR"),
        (Kind::Td3, "P"),
        (Kind::Td3, "PD"),
        (Kind::MrvA, "V"),
        (Kind::MrvB, "VC"),
    ])
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        (kind, code) in kinds(),
        surname in "[A-Z]{1,12}( [A-Z]{1,4})?",
        given in "([A-Z]{1,6}( [A-Z]{1,3})?)?",
        number in "[A-Z0-9]{6,12}",
        optional in "[A-Z0-9]{0,7}",
        optional_second in "[A-Z0-9]{0,11}",
        (birth, unknown) in (0..36_500_i64, 0..3),
        expiry in 0..3_650_i64,
        (sex, nationality) in (0..3_usize, 0..200_usize),
    ) {
        let number = if kind.is_card() { number } else { number[..number.len().min(9)].to_owned() };
        let room = if kind == Kind::Td2 { 7_usize.saturating_sub(number.len().saturating_sub(9) + 2) } else { 7 };
        let optional = if kind.is_card() { optional[..optional.len().min(room)].to_owned() } else { optional };
        let nationality = countries::all().nth(nationality).unwrap();
        let date = today() - chrono::TimeDelta::days(birth);
        let mut birth = BirthDate::from(date);
        if unknown > 0 { birth.day = None; }
        if unknown > 1 { birth.month = None; }
        let expires_on = today() + chrono::TimeDelta::days(expiry);
        let holder = Holder {
            kind, code, issuer: "TUR", surname: &surname, given_names: &given, number: &number, nationality, birth,
            sex: [Sex::Female, Sex::Male, Sex::Unspecified][sex], expires_on, optional: &optional,
            optional_second: if kind == Kind::Td1 { &optional_second } else { "" },
        };
        let text = write(&holder).unwrap();
        let reading = read(&text, today());
        prop_assert!(reading.is_sound(), "{text} {:?}", reading.problems);
        prop_assert_eq!(reading.kind, Some(kind));
        prop_assert_eq!(reading.lines.join("\n"), text);
        let fields = reading.fields;
        prop_assert_eq!(fields.document_code.as_deref(), Some(code));
        prop_assert_eq!(fields.surname.as_deref(), Some(surname.as_str()));
        prop_assert_eq!(fields.given_names.as_deref(), Some(given.as_str()));
        prop_assert_eq!(fields.number.as_deref(), Some(number.as_str()));
        prop_assert_eq!(fields.birth.map(|it| (it.month, it.day)), Some((birth.month, birth.day)));
        prop_assert_eq!(fields.sex, Some(holder.sex));
        prop_assert_eq!(fields.nationality.as_deref(), Some(nationality));
        prop_assert_eq!(fields.expiry, Some(expires_on));
        prop_assert_eq!(fields.optional.as_deref().unwrap_or_default(), optional.as_str());
        prop_assert_eq!(fields.optional_second.unwrap_or_default(), holder.optional_second);
    }

    #[test]
    fn one_changed_character_is_found_or_cannot_be(n in 0..5_usize, at in 0..90_usize, to in "[A-Z0-9<]") {
        let (kind, specimen) = SPECIMENS[n];
        let clean = issued(specimen);
        let (line, column) = (at / kind.width() + 1, at % kind.width() + 1);
        prop_assume!(line <= kind.lines());
        let (from, to) = (self::at(&clean, line, column), to.chars().next().unwrap());
        let text = changed(&clean, line, column, to);
        let reading = read(&text, today());
        let layout = kind.layout();
        let inside = |place: kind::Place| place.line == line && (place.from..place.to).contains(&(column - 1));
        let with_digit = |place: kind::Place| kind::Place { to: place.to + 1, ..place };
        let covered = [layout.number, layout.birth, layout.expiry].map(with_digit).into_iter().any(inside)
            || layout.composite.is_some_and(|(covered, digit)| inside(digit) || covered.iter().copied().any(inside));
        let value = |letter: char| letter.to_digit(36).unwrap_or(0);
        let same_value = value(from) % 10 == value(to) % 10;
        // A letter that is taken for the digit it was is repaired.
        let repaired = reading.lines.join("\n") == clean;
        prop_assert!(!covered || same_value || repaired || !reading.is_sound(), "{} → {}", from, to);
    }
}
