//! Codes of the logs in words; a code newer than the page is shown as it is.
use crate::i18n::{has_text, t};

/// What can stand in the access log, in the order of the work.
pub const OPERATIONS: &[&str] = &[
    "list_registrations",
    "search_registrations",
    "show_registration",
    "print_notice",
    "create_registration",
    "record_departure",
    "correct_registration",
    "extend_registration",
    "move_registration",
    "annul_registration",
    "list_premises",
    "show_premises",
    "confirm_premises",
    "reject_premises",
    "check_notice",
    "deliver_message",
    "list_staff",
    "create_staff",
    "change_staff",
    "list_access_entries",
    "find_account",
    "find_persons",
    "export_access_entries",
    "list_security_events",
];

pub const PURPOSES: &[&str] =
    &["own_guests", "department_work", "administration", "audit", "delivery", "public_check"];

pub const EVENTS: &[&str] = &[
    "sign_in_failed",
    "signed_in",
    "refused",
    "throttled",
    "session_stolen",
    "reset_asked",
    "password_changed",
    "contact_changed",
    "role_changed",
    "staff_created",
    "staff_disabled",
    "client_created",
    "client_ended",
    "client_secret_created",
    "client_secret_ended",
    "configuration_changed",
];

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
