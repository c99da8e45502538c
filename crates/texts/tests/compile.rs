//! What the compiler takes and what it refuses, with file and line.
use std::fs;
use std::path::PathBuf;

use texts::compile;

/// A folder of catalogues that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("umis-texts-{}-{name}", std::process::id()));
        for language in texts::LANGUAGES {
            fs::create_dir_all(folder.join(language)).expect("a folder");
        }
        for (path, text) in files {
            fs::write(folder.join(path), text).expect("a file");
        }
        Self(folder)
    }

    fn complaints(&self) -> Vec<String> {
        compile(&self.0).expect_err("complaints").iter().map(ToString::to_string).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_message_becomes_its_parts() {
    let text = "-brand = Bir Pəncərə\nhello = Salam, { $name }! { -brand }\nplain = Geri\nagain = { plain }{ \" \" }\n\
                left = { $days ->\n    [0] Bu gün\n   *[other] { $shown } gün\n}\n";
    let folder = Folder::with("parts", &[("az/a.ftl", text), ("en/a.ftl", text), ("ru/b.ftl", text)]);

    let tables = compile(&folder.0).unwrap();

    assert_eq!(tables.keys, ["again", "hello", "left", "plain"]);
    assert_eq!(
        tables.languages[0].1,
        r#"{"again":"Geri ","hello":["Salam, ",["name"],"! Bir Pəncərə"],"left":[["days",[["0","Bu gün"]],[["shown"]," gün"]]],"plain":"Geri"}"#
    );
}

#[test]
fn a_key_missing_in_one_language_is_named() {
    let folder = Folder::with(
        "missing",
        &[("az/a.ftl", "x = 1\ny = 2\n"), ("en/a.ftl", "x = 1\n"), ("ru/a.ftl", "y = 1\n")],
    );
    assert_eq!(
        folder.complaints(),
        [
            "az/a.ftl:1: x is missing in ru",
            "az/a.ftl:2: y is missing in en",
            "en/a.ftl:1: x is missing in ru",
            "ru/a.ftl:1: y is missing in en"
        ]
    );
}

#[test]
fn languages_print_the_same_variables() {
    let folder = Folder::with(
        "variables",
        &[
            ("az/a.ftl", "x = { $shown } qonaq\n"),
            ("en/a.ftl", "x = { $count ->\n    [one] { $shown } guest\n   *[other] { $shown } guests\n}\n"),
            ("ru/a.ftl", "x = Гости: { $who }\n"),
        ],
    );
    assert_eq!(
        folder.complaints(),
        [
            "az/a.ftl:1: x prints $shown and ru/a.ftl:1 does not",
            "en/a.ftl:1: x prints $shown and ru/a.ftl:1 does not",
            "ru/a.ftl:1: x prints $who and az/a.ftl:1 does not",
            "ru/a.ftl:1: x prints $who and en/a.ftl:1 does not",
        ]
    );
}

#[test]
fn each_language_has_its_plural_forms() {
    let english = "x = { $n ->\n    [one] a\n   *[other] b\n}\n";
    let folder =
        Folder::with("plurals", &[("az/a.ftl", english), ("en/a.ftl", english), ("ru/a.ftl", english)]);
    assert_eq!(
        folder.complaints(),
        [
            "az/a.ftl:1: x: [one] is never used in az; after a number az has one form",
            "ru/a.ftl:1: x: the choice by $n needs [few] in ru",
            "ru/a.ftl:1: x: the choice by $n needs [many] in ru",
        ]
    );
}

#[test]
fn what_the_resolver_does_not_know_is_refused() {
    let text = "a = 1\na = 2\nb = { c }\nd = { e }\ne = { d }\nf = { NUMBER($n) }\ng = x\n    .title = y\nh = { -t(case: \"x\") }\n-t = T\n\
                i = { 5 }\nj { }\n";
    let folder = Folder::with("unknown", &[("az/a.ftl", text)]);
    let told = folder.complaints();
    for expected in [
        "az/a.ftl:2: a stands already in az/a.ftl:1",
        "az/a.ftl:3: c is named here and stands nowhere in this language",
        "az/a.ftl:4: d leads back to itself",
        "az/a.ftl:5: e leads back to itself",
        "az/a.ftl:6: function NUMBER is not supported: format the value in code",
        "az/a.ftl:8: attribute .title is not supported",
        "az/a.ftl:9: -t takes no arguments and has no attributes",
        "az/a.ftl:11: write 5 as text, without braces",
        "az/a.ftl:12: Expected a token starting with \"=\"",
    ] {
        assert!(told.iter().any(|line| line == expected), "{expected}\n{told:#?}");
    }
}

#[test]
fn texts_for_the_server_stay_off_the_page() {
    let letter = "### for: server\n\nletter = Salam\n";
    let mut files = Vec::new();
    for (letters, words) in [("az/l.ftl", "az/w.ftl"), ("en/l.ftl", "en/w.ftl"), ("ru/l.ftl", "ru/w.ftl")] {
        files.extend([(letters, letter), (words, "word = Söz\n")]);
    }
    let folder = Folder::with("server", &files);

    let tables = compile(&folder.0).unwrap();

    assert_eq!(tables.languages[0].1, r#"{"letter":"Salam","word":"Söz"}"#);
    assert_eq!(tables.pages[0].1, r#"{"word":"Söz"}"#);
}

#[test]
fn what_a_first_visit_shows_stands_apart() {
    let start = "### for: first visit\n\ntitle = Salam\n";
    let mut files = Vec::new();
    for (first, words) in [("az/s.ftl", "az/w.ftl"), ("en/s.ftl", "en/w.ftl"), ("ru/s.ftl", "ru/w.ftl")] {
        files.extend([(first, start), (words, "word = Söz\n")]);
    }
    let folder = Folder::with("first", &files);

    let tables = compile(&folder.0).unwrap();

    assert_eq!(tables.first[0].1, r#"{"title":"Salam"}"#);
    assert_eq!(tables.later[0].1, r#"{"word":"Söz"}"#);
}
