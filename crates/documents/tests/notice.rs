//! The notice as people get it: one page, three languages, for archive and screen reader, the same bytes each time.
mod sample;

use std::io::Write as _;
use std::process::{Command, Stdio};

use documents::{DocumentError, Notice, Template, Tone, render};
use sample::{at, longest, ordinary};

fn print(notice: &Notice, lang: &str) -> Vec<u8> {
    let data = serde_json::to_value(notice).expect("a notice is JSON");
    render(Template::Notice, &data, lang, at()).expect("it prints")
}

fn has(pdf: &[u8], words: &str) -> bool {
    pdf.windows(words.len()).any(|window| window == words.as_bytes())
}

fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    text.match_indices("/Type/Page")
        .filter(|(at, word)| !text.get(at + word.len()..).is_some_and(|rest| rest.starts_with('s')))
        .count()
}

/// What a reader copies out of the file; `None` where poppler is not installed.
fn text(pdf: &[u8]) -> Option<String> {
    let mut tool = Command::new("pdftotext")
        .args(["-raw", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    tool.stdin.take().expect("piped").write_all(pdf).expect("it reads");
    let answer = tool.wait_with_output().expect("it ends");
    Some(String::from_utf8(answer.stdout).expect("UTF-8"))
}

#[test]
fn each_language_gives_one_tagged_archivable_page() {
    for lang in ["az", "en", "ru"] {
        let pdf = print(&ordinary(lang), lang);
        assert!(pdf.starts_with(b"%PDF-1.7"), "{lang}");
        assert_eq!(pages(&pdf), 1, "{lang}");
        assert!(
            has(&pdf, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"),
            "{lang}"
        );
        assert!(has(&pdf, "<pdfuaid:part>1</pdfuaid:part>"), "{lang}");
        assert!(has(&pdf, &format!("/Lang({lang})")), "{lang}");
        assert!(has(&pdf, "/Marked true"), "{lang}");
        assert!(has(&pdf, "2026-11-23T"), "{lang}: the caller's time");
        assert!(pdf.len() < 100_000, "{lang}: {} bytes", pdf.len());
    }
}

#[test]
fn what_is_printed_can_be_copied() {
    for lang in ["az", "en", "ru"] {
        let notice = ordinary(lang);
        let Some(text) = text(&print(&notice, lang)) else { return };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let labels = &notice.labels;
        for words in [
            &labels.title,
            &labels.number,
            &labels.code,
            &labels.guest,
            &labels.last_day,
            &labels.legal_force,
            &labels.call_centre,
            &notice.number,
            &notice.status,
            &notice.state,
            &notice.guest,
            &notice.birth_date,
            &notice.citizenship,
            &notice.document,
            &notice.address,
            &notice.host,
            &notice.period,
            &notice.registered,
            &notice.last_day,
            &notice.basis,
            &notice.channel,
            &notice.prepared,
        ] {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(&words), "{lang}: {words} is not in: {text}");
        }
        assert!(text.contains("K7QF 2M9T X4HD"), "{lang}");
        assert!(text.contains(&format!("https://bir-pencere.migration.gov.az/{lang}/check")), "{lang}");
        assert!(!text.contains("{$"), "{lang}: the page is numbered");
        if lang != "az" {
            assert!(text.contains(&labels.translation) && text.contains(&labels.title_original), "{lang}");
        }
    }
}

#[test]
fn the_longest_notice_is_still_one_page() {
    let pdf = print(&longest(), "ru");
    assert_eq!(pages(&pdf), 1);
    let Some(text) = text(&pdf) else { return };
    assert!(text.contains("Принимающая сторона"));
}

#[test]
fn one_name_and_names_of_39_letters_are_whole_names() {
    for guest in
        ["SUKARNO", "PAPANDREOPOULOU-KONSTANTINOPOLITISSOURI ANNA-MARIA-CHRISTINA", "Nguyễn Thị Hồng Ngọc"]
    {
        let pdf = print(&Notice { guest: guest.to_owned(), ..ordinary("az") }, "az");
        assert_eq!(pages(&pdf), 1);
        let Some(text) = text(&pdf) else { return };
        let joined = |text: &str| text.split_whitespace().collect::<String>();
        assert!(joined(&text).contains(&joined(guest)), "{guest} in {text}");
    }
}

#[test]
fn a_letter_without_a_glyph_does_not_stop_the_notice() {
    let host = "大酒店 🏨 Grand\u{202e} Hotel\n№ 1".to_owned();
    let pdf = print(&Notice { host, ..ordinary("en") }, "en");
    let Some(text) = text(&pdf) else { return };
    assert!(text.contains("??? ? Grand Hotel № 1"), "{text}");
}

#[test]
fn markup_in_the_data_is_only_text() {
    let host = "#panic() *a* _b_ $x$ <c> @d \\ \"e\"".to_owned();
    let pdf = print(&Notice { host: host.clone(), ..ordinary("en") }, "en");
    let Some(text) = text(&pdf) else { return };
    assert!(text.contains(&host), "{text}");
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let first = print(&ordinary("az"), "az");
    print(&ordinary("ru"), "ru");
    assert_eq!(first, print(&ordinary("az"), "az"));
    assert_ne!(first, print(&Notice { tone: Tone::Bad, ..ordinary("az") }, "az"));
}

#[test]
fn many_at_once_do_not_disturb_each_other() {
    let expected = ["az", "en", "ru"].map(|lang| print(&ordinary(lang), lang));
    std::thread::scope(|scope| {
        for round in 0..6 {
            let expected = &expected;
            scope.spawn(move || {
                for (lang, pdf) in ["az", "en", "ru"].iter().zip(expected) {
                    assert_eq!(&print(&ordinary(lang), lang), pdf, "round {round}, {lang}");
                }
            });
        }
    });
}

#[test]
fn what_is_missing_or_too_much_is_told() {
    let data = serde_json::to_value(ordinary("az")).expect("a notice is JSON");
    assert_eq!(render(Template::Notice, &data, "tr", at()), Err(DocumentError::Language("tr".to_owned())));
    let mut short = data.clone();
    short.as_object_mut().expect("an object").remove("guest");
    assert!(matches!(render(Template::Notice, &short, "az", at()), Err(DocumentError::Data(_))));
    let long = Notice { qr: "q".repeat(459), ..ordinary("az") };
    let long = serde_json::to_value(long).expect("a notice is JSON");
    assert_eq!(render(Template::Notice, &long, "az", at()), Err(DocumentError::QrTooLong(459)));
}
