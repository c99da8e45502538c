//! The only files that speak HTTP: calls to `/api/v1`, whose every error is a `Problem`.
pub mod account;
pub mod api_clients;
pub mod clock;
pub mod corrections;
pub mod faults;
pub mod figures;
pub mod identity;
pub mod law;
pub mod notices;
pub mod persons;
pub mod premises;
pub mod registrations;
pub mod reports;
pub mod staff;
pub mod texts;
pub mod transparency;

mod call;

pub use call::{Waiting, delete, get, is_offline, on_session_end, patch, post, told_to_wait};

/// The network did not carry code that comes when it is needed.
#[derive(Debug, Clone, Copy)]
pub struct NotCarried;

impl From<leptos::wasm_split::SplitLoaderError> for NotCarried {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// A key that names one act, so that sending it twice does it once.
#[expect(clippy::disallowed_methods, reason = "the browser draws its own keys; nothing is seeded here")]
pub fn fresh_key() -> uuid::Uuid {
    uuid::Uuid::new_v4()
}

/// `?limit=50&cursor=…` of a list.
pub fn cursor_query(cursor: Option<&str>, limit: u16) -> String {
    cursor.map_or_else(
        || format!("?limit={limit}"),
        |cursor| format!("?limit={limit}&cursor={}", js_sys::encode_uri_component(cursor)),
    )
}
