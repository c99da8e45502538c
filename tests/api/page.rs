//! The page as it is given out: its languages, its policy, small and kept where nothing changes (F9, I1, M2).
use std::fs;

use api::page::Page;
use serde_json::{Value, json};
use tests::{Actor, TestApp};

const SHELL: &str = "<!doctype html><html lang=\"#\"><h1>UMIS</h1></html>";
const CODE: &str = "export const answer = 42; // long enough to be worth making small";

/// A bundle of two shells for each of two languages and one asset, as `umis-bundle` lists it.
fn bundle() -> Page {
    let folder = std::env::temp_dir().join(format!(
        "umis-page-{}-{:?}",
        std::process::id(),
        std::thread::current().id()
    ));
    let mut files = Vec::new();
    let mut add = |path: &str, kind: &str, text: &str, small: bool, immutable: bool| {
        let place = folder.join(path.trim_start_matches('/'));
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(&place, text).unwrap();
        if small {
            // Nobody unpacks them here.
            fs::write(format!("{}.br", place.display()), "brotli").unwrap();
            fs::write(format!("{}.gz", place.display()), "gzip").unwrap();
        }
        let size = small.then_some(6);
        let sha256 = format!("{:0<64}", path.replace(|c: char| !c.is_ascii_alphanumeric(), ""));
        files.push(json!({
            "path": path, "type": kind, "sha256": sha256, "br": size, "gz": size, "immutable": immutable,
        }));
    };
    let mut shells = Vec::new();
    for language in ["az", "en"] {
        let html = "text/html; charset=utf-8";
        let (start, rest) = (format!("shell.{language}.start.html"), format!("shell.{language}.html"));
        add(&start, html, &SHELL.replace('#', language), false, false);
        add(&rest, html, &SHELL.replace('#', language), false, false);
        shells.push(json!({ "language": language, "path": format!("/{language}/"), "file": start }));
        shells.push(json!({ "language": language, "path": null, "file": rest }));
    }
    add("/assets/umis-0f3a.js", "text/javascript", CODE, true, true);
    let csp = json!({ "script": ["'sha256-c2NyaXB0'"], "style": ["'sha256-c3R5bGU='"] });
    let manifest = json!({ "files": files, "shells": shells, "csp": csp });
    fs::write(folder.join("bundle.json"), manifest.to_string()).unwrap();
    let page = Page::read(&folder).unwrap();
    fs::remove_dir_all(folder).unwrap();
    page
}

#[actix_web::test]
async fn the_first_address_leads_to_the_readers_language() {
    let app = TestApp::with_page(bundle()).await;
    let anyone = Actor::nobody();

    for (asked, cookie, language) in [
        ("en-GB,en;q=0.9", "", "/en/"),
        ("de", "", "/az/"),
        ("", "", "/az/"),
        ("en", "language=ru", "/ru/"),
        ("en", "language=xx", "/en/"),
    ] {
        let ask = app.visit(&anyone, "/").language(asked).header("cookie", cookie);
        let answer = ask.await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("location")),
            (302, Some(language)),
            "{asked} {cookie}"
        );
        assert_eq!(answer.header("vary"), Some("Accept-Language, Cookie"));
    }
}

#[actix_web::test]
async fn every_address_of_a_language_is_answered_by_its_shell_under_the_policy() {
    let app = TestApp::with_page(bundle()).await;
    let anyone = Actor::nobody();

    for path in ["/az/", "/az", "/en/", "/en/services/registration_stay", "/az/nowhere/at/all"] {
        let answer = app.visit(&anyone, path).await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("cache-control")),
            (200, Some("no-cache")),
            "{path}"
        );
        assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        let policy =
            answer.header("content-security-policy").unwrap_or_else(|| panic!("{path} has no policy"));
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-c2NyaXB0'",
            "style-src 'self' 'sha256-c3R5bGU='",
            "connect-src 'self'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("http") && !policy.contains("unsafe-inline"), "{policy}");
        assert!(
            answer.text().contains(&format!("lang=\"{}\"", if path.contains("en") { "en" } else { "az" }))
        );
    }
    // No shell answers for what is not the page's.
    for path in ["/de/", "/nowhere", "/shell.az.html", "/assets/none.js", "/api/v1/nowhere", "/api/nowhere"] {
        assert_eq!(app.visit(&anyone, path).await.refused(), (404, "not_found".into()), "{path}");
    }
}

#[actix_web::test]
async fn an_asset_travels_small_and_is_kept_for_ever() {
    let app = TestApp::with_page(bundle()).await;
    let anyone = Actor::nobody();
    let ask = |encoding: &str| app.visit(&anyone, "/assets/umis-0f3a.js").header("accept-encoding", encoding);

    for (asked, sent, body) in [
        ("gzip, deflate, br, zstd", Some("br"), "brotli"),
        ("gzip", Some("gzip"), "gzip"),
        ("gzip;q=1.0, br;q=0", Some("gzip"), "gzip"),
        ("identity", None, CODE),
        ("", None, CODE),
        ("brotli", None, CODE),
    ] {
        let answer = ask(asked).await;
        assert_eq!((answer.header("content-encoding"), answer.text().as_str()), (sent, body), "{asked}");
        assert_eq!(answer.header("cache-control"), Some("public, max-age=31536000, immutable"));
        assert_eq!(answer.header("vary"), Some("Accept-Encoding"));
        assert_eq!(answer.header("content-type"), Some("text/javascript"));
    }
    let tag = ask("br").await.header("etag").unwrap().to_owned();
    let known = ask("br").header("if-none-match", &tag).await;
    assert_eq!((known.status.as_u16(), known.body.len(), known.header("etag")), (304, 0, Some(tag.as_str())));
    assert_eq!(ask("br").header("if-none-match", "\"another\"").await.status, 200);
}

#[actix_web::test]
async fn head_of_a_page_is_its_get_without_the_body() {
    let app = TestApp::with_page(bundle()).await;
    let anyone = Actor::nobody();

    for (path, status) in [("/az/", 200), ("/assets/umis-0f3a.js", 200), ("/", 302), ("/nowhere", 404)] {
        let get = app.visit(&anyone, path).await;
        let head = app.visit(&anyone, path).method("HEAD").await;
        assert_eq!((head.status.as_u16(), head.body.len()), (status, 0), "{path}");
        for name in ["content-type", "etag", "cache-control", "location", "content-security-policy"] {
            assert_eq!(head.header(name), get.header(name), "{path} {name}");
        }
    }
    assert_eq!(app.visit(&anyone, "/az/").method("POST").await.status, 404);
}

#[actix_web::test]
async fn the_reader_of_the_document_has_a_policy_of_its_own() {
    let app = TestApp::start().await;
    let anyone = Actor::nobody();

    for path in ["/docs/", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css"] {
        let answer = app.visit(&anyone, path).await;
        assert_eq!(answer.status, 200, "{path}");
        let policy = answer.header("content-security-policy").unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{path}: {policy}");
        assert!(policy.contains("connect-src 'self'") && !policy.contains("http"), "{path}: {policy}");
    }
    assert_eq!(app.visit(&anyone, "/docs").await.header("location"), Some("/docs/"));
    let document: Value = app.get(&anyone, "/openapi.json").await.ok();
    assert!(document["paths"].is_object());
}
