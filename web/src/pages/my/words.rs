//! How a person's own pages write codes of the log.
use shared::transparency::{AccessOffice, MyAccess};

use crate::{
    i18n::{has_text, t, t_args},
    offices::Offices,
};

/// What was done, in words; a code newer than the page is shown as it is. Tracked.
pub fn operation(code: &str) -> String {
    said("admin-operation-", code)
}

/// Why, in words; tracked.
pub fn purpose(code: &str) -> String {
    said("admin-purpose-", code)
}

fn said(before: &str, code: &str) -> String {
    let key = format!("{before}{code}");
    if has_text(&key) { t(&key) } else { code.to_owned() }
}

/// Whose office it was: a department, a host, the service itself, anybody with a code. Tracked.
pub fn who(offices: Offices, entry: &MyAccess) -> String {
    match (&entry.office_name, &entry.office, entry.role) {
        (Some(name), ..) => name.clone(),
        (None, Some(code), _) => offices.department(code),
        (None, None, _) if entry.purpose == "public_check" => t("my-seen-anybody"),
        (None, None, _) => t("my-seen-service"),
    }
}

/// Under which role, and an officer's number; tracked.
pub fn role(entry: &MyAccess) -> Option<String> {
    let role = t(&format!("role-{}", entry.role?));
    Some(match &entry.officer {
        Some(number) => {
            t_args("my-seen-officer", &[("role", role.into()), ("number", number.as_str().into())])
        }
        None => role,
    })
}

/// An office to choose; tracked.
pub fn office(offices: Offices, row: &AccessOffice) -> String {
    match (&row.office_name, &row.office) {
        (Some(name), _) => name.clone(),
        (None, Some(code)) => offices.department(code),
        (None, None) => t("my-seen-service"),
    }
}
