//! How pages write the fields of a correction request and what stands in them.
use shared::corrections::CorrectionField;

use crate::{i18n::t, pages::host::words};

/// What stands in a field, in words where it is a code or a day; tracked.
pub fn value(field: CorrectionField, text: &str) -> String {
    if field.is_date() {
        words::day_text(text)
    } else if field.is_country() {
        words::country(text)
    } else if field == CorrectionField::Sex {
        t(words::sex_key(text))
    } else {
        text.to_owned()
    }
}

/// The name of a field; tracked.
pub fn field_name(field: CorrectionField) -> String {
    t(&format!("correction-field-{}", field.to_string().replace('_', "-")))
}
