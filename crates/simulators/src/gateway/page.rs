//! The mailbox as a page: for the people who try the service on a laptop and wait for its letters.
use std::fmt::Write as _;

use chrono::TimeDelta;

use super::contract::{Channel, Delivered};

/// The page runs nothing and loads nothing.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEAD: &str = r#"<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Poçt qutusu · Mailbox · Почта</title>
<style>
:root { color-scheme: light dark; --ink: #10252b; --ink-2: #435a61; --paper: #f3f6f6; --surface: #fff; --line: #d3dedf; --xezer: #0a5365; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8f0f1; --ink-2: #aec1c6; --paper: #0d181c; --surface: #142429; --line: #2b434b; --xezer: #63c3d3; } }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 "Noto Sans", system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.0625rem; margin: .25rem 0 .5rem; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 1rem 0 1.5rem; }
label { flex: 1 1 16rem; } input { display: block; width: 100%; box-sizing: border-box; }
input, button { font: inherit; padding: .5rem .75rem; border: 1px solid var(--ink-2); border-radius: 6px; background: var(--surface); color: inherit; min-height: 44px; }
article { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.25rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
.meta { color: var(--ink-2); font-size: .875rem; margin: 0; } .body { white-space: pre-wrap; margin: 0; } a { color: var(--xezer); }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
</style>
<main>
<h1><span lang="az">Poçt qutusu</span> · Mailbox · <span lang="ru">Почта</span></h1>
"#;

/// Newest first; `to` is what the reader looked for.
pub(crate) fn draw(to: &str, messages: &[Delivered]) -> String {
    let mut page = HEAD.to_owned();
    let _written = writeln!(
        page,
        "<form><label><span lang=\"az\">Kimə</span> · To · <span lang=\"ru\">Кому</span>\
         <input name=\"to\" value=\"{}\" autocomplete=\"off\"></label>\
         <button><span lang=\"az\">Göstər</span> · Show · <span lang=\"ru\">Показать</span></button></form>",
        escaped(to)
    );
    if messages.is_empty() {
        page.push_str("<p><span lang=\"az\">Məktub yoxdur</span> · No messages · <span lang=\"ru\">Писем нет</span></p>\n");
    }
    for delivered in messages {
        article(&mut page, delivered);
    }
    page.push_str("</main>\n</html>\n");
    page
}

fn article(page: &mut String, delivered: &Delivered) {
    let message = &delivered.message;
    let channel = match message.channel {
        Channel::Mail => "E-mail",
        Channel::Sms => "SMS",
    };
    let baku = delivered.accepted_at + TimeDelta::hours(4);
    let _written = writeln!(
        page,
        "<article lang=\"{lang}\">\n<p class=\"meta\" translate=\"no\">{channel} · {to} · <time datetime=\"{stamp}\">{shown}</time></p>",
        lang = message.language.code(),
        to = escaped(&message.to),
        stamp = delivered.accepted_at.format("%Y-%m-%dT%H:%M:%SZ"),
        shown = baku.format("%d.%m.%Y %H:%M:%S"),
    );
    if let Some(subject) = &message.subject {
        let _written = writeln!(page, "<h2>{}</h2>", escaped(subject));
    }
    let _written = writeln!(page, "<p class=\"body\">{}</p>\n</article>", linked(&message.body));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Addresses in the text become links: that is what a letter with a link is for.
fn linked(text: &str) -> String {
    let mut html = String::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let address = word.trim_end_matches(['.', ',', ';', ')', '”', '»']);
        if address.starts_with("http://") || address.starts_with("https://") {
            let shown = escaped(address);
            let rest = escaped(piece.strip_prefix(address).unwrap_or_default());
            let _written = write!(html, "<a href=\"{shown}\" rel=\"noreferrer\">{shown}</a>{rest}");
        } else {
            html.push_str(&escaped(piece));
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_link_and_nothing_else_is_markup() {
        assert_eq!(
            linked("Link:\nhttps://a.az/reset/x?y=1&z=2.\n<b>\"&"),
            "Link:\n<a href=\"https://a.az/reset/x?y=1&amp;z=2\" rel=\"noreferrer\">https://a.az/reset/x?y=1&amp;z=2</a>.\n\
             &lt;b&gt;&quot;&amp;"
        );
        assert_eq!(linked("javascript:alert(1)"), "javascript:alert(1)");
    }
}
