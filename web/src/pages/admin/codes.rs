//! Codes of the logs in words; a code newer than the page is shown as it is.
use crate::i18n::{has_text, t};

/// `admin-operation-show_registration`; tracked.
pub fn operation(code: &str) -> String {
    said("admin-operation-", code)
}

/// `admin-purpose-department_work`; tracked.
pub fn purpose(code: &str) -> String {
    said("admin-purpose-", code)
}

/// `admin-letter-address_confirmed`; tracked.
pub fn letter(kind: &str) -> String {
    said("admin-letter-", kind)
}

/// `admin-event-sign_in_failed`; tracked.
pub fn event(code: &str) -> String {
    said("admin-event-", code)
}

fn said(before: &str, code: &str) -> String {
    let key = format!("{before}{code}");
    if has_text(&key) { t(&key) } else { code.to_owned() }
}
