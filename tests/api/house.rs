//! The walls of the house hold: who knows whom, who begins transactions, where numbers and texts stand.
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use shared::texts;
use strum::IntoEnumIterator;
use syn::visit::{self, Visit};
use tests::TestApp;

/// Rust files below a folder of the repository, with their text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    let root = TestApp::repository();
    let mut found = Vec::new();
    walk(&root.join(folder), &mut found);
    found.sort();
    assert!(!found.is_empty(), "{folder} holds no sources");
    found
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            (path.strip_prefix(root).unwrap().to_owned(), text)
        })
        .collect()
}

fn is_named(path: &Path, name: &str) -> bool {
    path.file_name().is_some_and(|file| file == name)
}

#[test]
fn rules_know_no_database_no_network_and_no_clock() {
    for (path, text) in sources("api/src").iter().filter(|(path, _)| is_named(path, "rules.rs")) {
        for word in
            ["sea_orm", "actix", "tokio", "entities", "Utc::now", "super::store", "crate::db", "async "]
        {
            assert!(!text.contains(word), "{} names {word}", path.display());
        }
    }
}

#[test]
fn rooms_keep_their_stores_and_handlers_to_themselves() {
    for (path, text) in sources("api/src") {
        for line in text.lines().map(str::trim) {
            let opens = line.starts_with("pub") && line.ends_with(';');
            let inner =
                ["mod store", "mod handlers", "_store;", "_handlers;"].iter().any(|word| line.contains(word));
            assert!(!(opens && line.contains("mod ") && inner), "{}: {line}", path.display());
        }
    }
}

#[test]
fn only_the_act_begins_transactions() {
    for (path, text) in sources("api/src") {
        // The operator's programs read and fill whole databases; no request does.
        if is_named(&path, "act.rs") || path.ends_with("upkeep/mod.rs") {
            continue;
        }
        for word in
            ["TransactionTrait", ".begin(", ".begin_with", ".transaction(", "BEGIN", "begin immediate"]
        {
            assert!(!text.contains(word), "{} has {word}", path.display());
        }
    }
}

/// Rooms know each other in one order only; floors know no room but the one below all, identity.
#[test]
fn rooms_know_only_rooms_to_their_left() {
    const ORDER: [&str; 7] = ["identity", "law", "registry", "stays", "corrections", "persons", "reports"];
    for (path, text) in sources("api/src") {
        let room = path.iter().nth(2).and_then(|part| part.to_str()).unwrap();
        let Some(own) = ORDER.iter().position(|known| *known == room) else { continue };
        for right in ORDER.iter().skip(own + 1) {
            for word in [format!("crate::{right}::"), format!("{right}::usecases"), format!("    {right},\n")]
            {
                assert!(!text.contains(&word), "{} knows {right}", path.display());
            }
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in [
        "api/src",
        "shared/src",
        "migrations/src",
        "tests/src",
        "tests/api",
        "crates",
        "xtask/src",
        "web/src",
    ] {
        for (path, text) in sources(folder) {
            assert!(text.starts_with("//! "), "{} has no first line", path.display());
        }
    }
}

/// Collects numeric literals outside tests.
#[derive(Default)]
struct Numbers(Vec<String>);

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let is_cfg = attribute.path().is_ident("cfg");
        let tokens = match &attribute.meta {
            syn::Meta::List(list) => list.tokens.to_string(),
            _ => String::new(),
        };
        attribute.path().is_ident("test") || (is_cfg && tokens.contains("test"))
    })
}

impl<'ast> Visit<'ast> for Numbers {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }
    // Validation bounds and the like are tokens, not law.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
    fn visit_lit_int(&mut self, number: &'ast syn::LitInt) {
        if !matches!(number.base10_digits(), "0" | "1") {
            self.0.push(number.to_string());
        }
    }
    fn visit_lit_float(&mut self, number: &'ast syn::LitFloat) {
        self.0.push(number.to_string());
    }
}

/// §2.1: no number of the law stands in Rust code.
#[test]
fn no_number_of_the_law_stands_in_code() {
    let law = sources("shared/src/law").into_iter().filter(|(path, _)| {
        // A file of tests, declared under cfg(test).
        !path.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("tests"))
    });
    let rules = sources("api/src").into_iter().filter(|(path, _)| is_named(path, "rules.rs"));
    let mut found = Vec::new();
    for (path, text) in law.chain(rules) {
        let mut numbers = Numbers::default();
        numbers.visit_file(&syn::parse_file(&text).unwrap());
        found.extend(numbers.0.into_iter().map(|number| format!("{}: {number}", path.display())));
    }

    assert!(found.is_empty(), "{found:#?}");
}

/// Collects the codes that the sources name: of fields, and of requests that cannot be read or are not allowed.
#[derive(Default)]
struct Codes {
    fields: BTreeSet<String>,
    problems: BTreeSet<String>,
}

fn literal(expression: Option<&syn::Expr>) -> Option<String> {
    match expression {
        Some(syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. })) => Some(text.value()),
        _ => None,
    }
}

impl<'ast> Visit<'ast> for Codes {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }
    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let syn::Expr::Path(function) = &*call.func {
            let names: Vec<String> =
                function.path.segments.iter().rev().take(2).map(|part| part.ident.to_string()).collect();
            let names: Vec<&str> = names.iter().rev().map(String::as_str).collect();
            let argument = |at: usize| literal(call.args.iter().nth(at));
            match names.as_slice() {
                ["FieldError", "new"] | ["ApiError", "field"] => self.fields.extend(argument(1)),
                ["ValidationError", "new"] | ["error"] => self.fields.extend(argument(0)),
                ["say"] => self.fields.extend(argument(2)),
                [_, "Unreadable" | "Forbidden"] => self.problems.extend(argument(0)),
                _ => {}
            }
        }
        visit::visit_expr_call(self, call);
    }
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        let syn::Meta::List(list) = &attribute.meta else { return };
        let tokens = list.tokens.to_string();
        for part in tokens.split("code = \"").skip(1).filter(|_| attribute.path().is_ident("validate")) {
            self.fields.extend(part.split('"').next().map(str::to_owned));
        }
    }
}

/// Codes that are chosen by a match or found in an error's words.
const FURTHER_FIELDS: [&str; 10] = [
    "counter_only",
    "counter_original",
    "required",
    "unknown_field",
    "not_a_choice",
    "wrong_type",
    "query_key",
    "query_twice",
    "cyrillic_letter",
    "latin_only",
];
const FURTHER_PROBLEMS: [&str; 23] = [
    "busy",
    "insufficient_scope",
    "body_broken",
    "not_utf8",
    "not_json",
    "duplicate_key",
    "too_deep",
    "control_letter",
    "unauthenticated",
    "wrong_password",
    "invalid_client",
    "not_found",
    "method_not_allowed",
    "under_way",
    "stale",
    "too_large",
    "media_type",
    "invalid",
    "key_reused",
    "precondition_required",
    "throttled",
    "request_timeout",
    "unavailable",
];

fn codes() -> Codes {
    let mut codes = Codes::default();
    codes.fields.extend(FURTHER_FIELDS.map(str::to_owned));
    codes.problems.extend(FURTHER_PROBLEMS.map(str::to_owned));
    codes.problems.insert("internal".into());
    codes.problems.extend(shared::refusal::Refusal::iter().map(|refusal| refusal.to_string()));
    for (path, text) in sources("api/src").into_iter().chain(sources("shared/src")) {
        if !path.to_string_lossy().ends_with("tests.rs") {
            codes.visit_file(&syn::parse_file(&text).unwrap());
        }
    }
    // OAuth's own words, which its clients read instead of a text.
    for oauth in ["invalid_request", "unsupported_grant_type", "invalid_scope"] {
        codes.problems.remove(oauth);
    }
    codes
}

#[test]
fn every_no_has_a_text_in_each_language() {
    let codes = codes();
    // The collecting itself works.
    assert!(
        codes.fields.contains("district_own_service") && codes.fields.contains("scopes"),
        "{:?}",
        codes.fields
    );
    assert!(
        codes.fields.contains("mrz_digit") && codes.fields.contains("until_too_late"),
        "{:?}",
        codes.fields
    );
    assert!(codes.problems.contains("cross_site"), "{:?}", codes.problems);
    let mut missing = Vec::new();
    let keys = codes
        .problems
        .iter()
        .flat_map(|code| [format!("problem-{code}"), format!("problem-{code}-detail")])
        .chain(codes.fields.iter().map(|code| format!("field-error-{code}")));
    for key in keys.map(|key| key.replace('_', "-")) {
        for language in texts::Lang::ALL {
            if !texts::embedded(language).has(&key) {
                missing.push(format!("{key} in {}", language.code()));
            }
        }
    }

    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_no_has_a_line_in_the_docs() {
    let docs = fs::read_to_string(TestApp::repository().join("docs/problems.md")).unwrap();
    let codes = codes();

    let missing: Vec<_> = codes
        .problems
        .iter()
        .filter(|code| *code != "invalid_client" && !docs.contains(&format!("`{code}`")))
        .collect();
    assert!(missing.is_empty(), "docs/problems.md lacks {missing:?}");
    let missing: Vec<_> =
        codes.fields.iter().filter(|code| !docs.contains(&format!("| `{code}` |"))).collect();
    assert!(missing.is_empty(), "docs/problems.md lacks {missing:?}");
}

/// The page that the `type` of a problem leads to knows every code, and no other.
#[test]
fn every_no_has_a_page_and_every_page_a_no() {
    let page = fs::read_to_string(TestApp::repository().join("web/src/pages/help/errors.rs")).unwrap();
    let (_, list) = page.split_once("const PROBLEMS: &[(&str, u16)] = &[").unwrap();
    let (list, _) = list.split_once("];").unwrap();
    let listed: Vec<&str> = list.lines().filter_map(|line| line.split('"').nth(1)).collect();
    let told: BTreeSet<&str> = listed.iter().copied().collect();
    let codes = codes();
    let said: BTreeSet<&str> = codes.problems.iter().map(String::as_str).collect();

    assert_eq!(listed.len(), told.len(), "a code stands twice");
    assert_eq!(told, said);
}

#[test]
fn every_text_that_the_page_names_exists() {
    let known: BTreeSet<&str> = texts::keys().collect();
    let mut missing = BTreeSet::new();
    let mut named = 0;
    for (path, text) in sources("web/src") {
        for call in ["t(\"", "t_args(\"", "has_text(\"", ".say(\""] {
            for (at, _) in text.match_indices(call) {
                let before = text[..at].chars().next_back();
                if call.starts_with('t')
                    && before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
                {
                    continue;
                }
                let key = text[at + call.len()..].split('"').next().unwrap_or_default();
                named += 1;
                if !known.contains(key) {
                    missing.insert(format!("{}: {key}", path.display()));
                }
            }
        }
    }

    assert!(named > 100, "only {named} keys were found");
    assert!(missing.is_empty(), "{missing:#?}");
}
