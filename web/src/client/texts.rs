//! The catalogue of a language: a file of the bundle, not of the API.
use leptos::prelude::window;
use shared::{identity::Language, texts::Table};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The texts at `address`; none when the network did not carry them.
pub async fn table(address: &str, language: Language) -> Option<Table> {
    // Plain, as the shell preloads it: with headers of its own it would be fetched twice.
    let answer = JsFuture::from(window().fetch_with_str(address)).await.ok()?;
    let response: Response = answer.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    Table::parse(language, &text).ok()
}

/// A year: the address `/` leads to the language that was last read.
const YEAR: u32 = 31_536_000;

/// Keeps the language in a cookie that only the redirect of `/` reads.
pub fn remember(language: Language) {
    let document: web_sys::HtmlDocument = leptos::prelude::document().unchecked_into();
    let cookie = format!("language={language}; Path=/; Max-Age={YEAR}; SameSite=Lax");
    // A browser that refuses cookies chooses by its own settings.
    let _ = document.set_cookie(&cookie);
}
