//! The published ICAO specimens, what scanners do to them, and every way to be wrong.
use proptest::prelude::*;

use super::*;

/// ICAO 9303 part 4, appendix A.
const ERIKSSON: [&str; 2] =
    ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Utopia is no country; the specimens are read as if another issued them. Names carry no check digits, codes neither.
fn specimen() -> String {
    ERIKSSON.join("\n").replace("UTO", "SWE")
}

fn changed(line: usize, at: usize, to: char) -> String {
    let mut lines: Vec<Vec<char>> = specimen().lines().map(|line| line.chars().collect()).collect();
    lines[line - 1][at - 1] = to;
    lines.iter().map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_published_specimen_is_read() {
    let reading = read(&ERIKSSON.join("\n"), today());
    assert_eq!(
        reading.fields,
        Fields {
            document_code: Some("P".into()),
            issuer: None,
            surname: Some("ERIKSSON".into()),
            given_names: Some("ANNA MARIA".into()),
            names_cut: false,
            number: Some("L898902C3".into()),
            nationality: None,
            birth: Some(BirthDate { year: Some(1974), month: Some(8), day: Some(12) }),
            sex: Some(Sex::Female),
            expiry: Some(day(2012, 4, 15)),
            optional: Some("ZE184226B".into()),
            optional_second: None,
        }
    );
    let utopia = |part, line, at| Problem::Country { part, line, at, found: "UTO".into() };
    assert_eq!(reading.problems, [utopia(Part::Issuer, 1, 3), utopia(Part::Nationality, 2, 11)]);
    assert!(reading.checks.iter().all(|check| check.good));
    assert_eq!(reading.checks.len(), 5);
}

#[test]
fn a_specimen_of_a_country_that_exists_is_sound() {
    let reading = read(&specimen(), today());
    assert!(reading.is_sound(), "{:?}", reading.problems);
    assert_eq!(reading.fields.issuer.as_deref(), Some("SWE"));
    assert!(reading.spans.iter().all(|span| span.good));
    assert_eq!(reading.spans.len(), 10);
}

#[test]
fn the_published_check_digits_are_computed() {
    // ICAO 9303 part 3, section 4.9 and its examples.
    for (text, digit) in [
        ("520727", '3'),
        ("AB2134<<<", '5'),
        ("740812", '2'),
        ("L898902C3", '6'),
        ("120415", '9'),
        ("ZE184226B<<<<<", '1'),
        ("D23145890", '7'),
        ("HA672242<6YTO5802254M9601086<<<<<<<<<<<<<<0".get(0..9).unwrap(), '6'),
    ] {
        assert_eq!(check_digit(text), Some(digit), "{text}");
    }
    assert_eq!(check_digit("a"), None);
}

#[test]
fn what_scanners_and_phones_do_is_repaired() {
    let clean = specimen();
    let sound = read(&clean, today());
    let one_run = clean.replace('\n', "");
    let spaced: String = clean.chars().flat_map(|letter| [letter, ' ']).collect();
    let four_rows =
        one_run.as_bytes().chunks(22).map(|row| std::str::from_utf8(row).unwrap()).collect::<Vec<_>>();
    for given in [
        clean.to_lowercase(),
        clean.replace('\n', "\r\n\r\n"),
        format!("\u{feff}  {clean}\n\n"),
        one_run.clone(),
        spaced,
        four_rows.join("\n"),
        clean.replace("<<", "«"),
        clean.replace('<', "«"),
        clean.replace('<', "‹"),
        clean.replace('A', "А").replace('E', "Е").replace('C', "с").replace('M', "М"),
        clean.replace('I', "İ"),
        clean.replace('I', "ı"),
        // Fillers at the end of the names got lost, or there are too many.
        clean.replace("MARIA<<<<<<<<<<<<<<<<<<<", "MARIA"),
        clean.replace("MARIA<<", "MARIA<<<<<"),
    ] {
        let reading = read(&given, today());
        assert_eq!(reading.fields, sound.fields, "{given}");
        assert!(reading.is_sound(), "{given}: {:?}", reading.problems);
        assert_eq!(reading.lines.join("\n"), clean, "{given}");
    }
}

#[test]
fn a_wrong_digit_names_line_character_found_and_expected() {
    for (at, covers, right) in [
        (10, Covers::Document, '6'),
        (20, Covers::Birth, '2'),
        (28, Covers::Expiry, '9'),
        (43, Covers::Optional, '1'),
        (44, Covers::Composite, '0'),
    ] {
        let reading = read(&changed(2, at, '7'), today());
        assert_eq!(
            reading.problems,
            [Problem::Digit { covers, line: 2, at, found: '7', expected: right }],
            "character {at}"
        );
        let wrong: Vec<_> =
            reading.checks.iter().filter(|check| !check.good).map(|check| check.covers).collect();
        assert!(wrong.contains(&covers));
    }
}

#[test]
fn the_bad_part_is_left_out_and_the_good_parts_are_given() {
    let reading = read(&changed(2, 14, '9'), today());
    assert_eq!(reading.fields.birth, None);
    assert_eq!(reading.fields.number.as_deref(), Some("L898902C3"));
    assert_eq!(reading.fields.surname.as_deref(), Some("ERIKSSON"));
    assert_eq!(reading.fields.expiry, Some(day(2012, 4, 15)));
    let bad: Vec<_> =
        reading.spans.iter().filter(|span| !span.good).map(|span| (span.part, span.from, span.to)).collect();
    assert_eq!(bad, [(Part::Birth, 13, 20), (Part::Composite, 43, 44)]);
}

#[test]
fn a_character_that_cannot_stand_there_is_named() {
    assert_eq!(read(&changed(1, 8, '1'), today()).problems, [Problem::Letter { line: 1, at: 8, found: '1' }]);
    assert_eq!(
        read(&changed(2, 12, 'Ж'), today()).problems,
        [Problem::Letter { line: 2, at: 12, found: 'Ж' }]
    );
    assert_eq!(
        read(&changed(2, 21, 'K'), today()).problems,
        [Problem::Letter { line: 2, at: 21, found: 'K' }]
    );
    let reading = read(&changed(2, 3, '?'), today());
    assert_eq!(reading.problems, [Problem::Letter { line: 2, at: 3, found: '?' }]);
    assert_eq!(reading.fields.number, None);
    assert_eq!(
        read(&changed(2, 44, '<'), today()).problems,
        [Problem::Letter { line: 2, at: 44, found: '<' }]
    );
}

#[test]
fn the_shape_is_checked_first() {
    assert!(read("", today()).is_empty());
    assert!(read(" \n\t", today()).problems.is_empty());
    assert_eq!(
        read(ERIKSSON[0], today()).problems.first(),
        Some(&Problem::Lines { found: 1, expected: 2 }),
        "one line is not enough"
    );
    let short = specimen().replace("<<<<<10", "<<<10");
    let reading = read(&short, today());
    assert!(reading.problems.contains(&Problem::Length { line: 2, found: 42, expected: 44 }));
    assert_eq!(
        reading.fields.birth.and_then(BirthDate::date),
        Some(day(1974, 8, 12)),
        "what is there is read"
    );
    for other in ["X<UTOERIKSSON", "7408122F1204159UTO<<<<<<<<<<<6", "<<<<"] {
        assert_eq!(read(other, today()).problems, [Problem::Kind]);
        assert_eq!(read(other, today()).fields, Fields::default());
    }
}

#[test]
fn names_are_taken_apart() {
    let names = |text: &str| {
        let line = format!("P<SWE{text}{}", "<".repeat(39 - text.len()));
        let fields = read(&format!("{line}\n{}", specimen().lines().nth(1).unwrap()), today()).fields;
        (fields.surname.unwrap_or_default(), fields.given_names.unwrap_or_default(), fields.names_cut)
    };
    let owned = |surname: &str, given: &str, cut| (surname.to_owned(), given.to_owned(), cut);
    assert_eq!(names("VAN<DER<MUELLEN<<LOUIS"), owned("VAN DER MUELLEN", "LOUIS", false));
    assert_eq!(names("ARKFREITH<CHO<<SUE<JANE"), owned("ARKFREITH CHO", "SUE JANE", false));
    assert_eq!(names("ARKFREITH"), owned("ARKFREITH", "", false), "one name only is a whole name");
    assert_eq!(
        names("NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"),
        owned("NILAVADHANANANDA", "CHAYAPA DEJTHAMRONG K", true)
    );
    assert_eq!(names(""), owned("", "", false));
}

#[test]
fn a_birth_is_never_in_the_future() {
    let birth = |text: &str| {
        let second = specimen().lines().nth(1).unwrap().to_owned();
        let digit = check_digit(text).unwrap();
        let line = format!("{}{text}{digit}{}", &second[..13], &second[20..43]);
        let covered = format!("{}{}{}", &line[..10], &line[13..20], &line[21..43]);
        let composite = check_digit(&covered).unwrap();
        read(&format!("{}\n{line}{composite}", specimen().lines().next().unwrap()), today())
    };
    let year = |text| birth(text).fields.birth.unwrap().year;
    assert_eq!(year("261123"), Some(2026), "born today");
    assert_eq!(year("261124"), Some(1926), "not tomorrow, but a hundred years ago");
    assert_eq!(year("271231"), Some(1927));
    assert_eq!(year("000229"), Some(2000));
    let partial = birth("85<<<<").fields.birth.unwrap();
    assert_eq!(partial, BirthDate { year: Some(1985), month: None, day: None });
    assert_eq!(partial.date(), None);
    assert_eq!(birth("85XXXX").fields.birth, Some(partial));
    assert_eq!(birth("<<<<<<").fields.birth, Some(BirthDate { year: None, month: None, day: None }));
    for wrong in ["850230", "851301", "850432", "8A0101", "85010<"] {
        let reading = birth(wrong);
        let expected = Problem::Date { part: Part::Birth, line: 2, at: 14, found: wrong.into() };
        assert_eq!(reading.problems, [expected], "{wrong}");
        assert_eq!(reading.fields.birth, None);
    }
}

#[test]
fn germany_writes_one_letter() {
    let lines = write(&holder("DEU", "MÜLLER", "JÜRGEN")).unwrap();
    assert!(lines.starts_with("P<D<<MUELLER<<JUERGEN<<"));
    let fields = read(&lines, today()).fields;
    assert_eq!((fields.issuer.as_deref(), fields.nationality.as_deref()), (Some("DEU"), Some("DEU")));
}

fn holder<'a>(country: &'a str, surname: &'a str, given_names: &'a str) -> Holder<'a> {
    Holder {
        kind: Kind::Td3,
        code: "P",
        issuer: country,
        surname,
        given_names,
        number: "L898902C3",
        nationality: country,
        birth: day(1974, 8, 12).into(),
        sex: Sex::Female,
        expires_on: day(2012, 4, 15),
        optional: "ZE184226B",
        optional_second: "",
    }
}

#[test]
fn the_specimen_is_written() {
    assert_eq!(write(&holder("SWE", "Eriksson", "Anna Maria")).unwrap(), specimen());
    assert_eq!(
        write(&Holder { number: "TOO LONG NUMBER", ..holder("SWE", "A", "") }),
        Err(Unwritable("number"))
    );
    assert_eq!(write(&holder("SWE", "Иванов", "")), Err(Unwritable("names")));
}

#[test]
fn long_names_are_cut_and_keep_something_of_both() {
    let long = "PAPANDROPOULOUSMARKOPOULOSKONSTANTINIDIS";
    for (surname, given) in [(long, "ANNA"), (long, long), ("LI", long), (long, "")] {
        let lines = write(&holder("GRC", surname, given)).unwrap();
        assert!(lines.lines().all(|line| line.len() == 44), "{lines}");
        let fields = read(&lines, today()).fields;
        assert!(fields.names_cut, "{lines}");
        assert!(surname.starts_with(&fields.surname.unwrap()));
        assert_eq!(fields.given_names.unwrap().is_empty(), given.is_empty());
    }
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(text in "\\PC*") {
        read(&text, today());
    }

    #[test]
    fn no_two_lines_make_it_panic(first in "[PVIAC][A-Z<«0-9ЖЙ]{0,60}", second in "[A-Z<0-9Ж]{0,60}") {
        read(&format!("{first}\n{second}"), today());
    }
}
