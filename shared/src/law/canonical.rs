//! Canonical JSON: sorted keys, no spaces, no floats. What is hashed or kept as text is written so.
use serde::Serialize;
use serde_json::Value;

/// Why something has no canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCanonical {
    /// A number that is not whole.
    Float(String),
    /// It cannot be written as JSON at all.
    Unwritable(String),
}

impl std::fmt::Display for NotCanonical {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Float(number) => write!(out, "{number} is not a whole number"),
            Self::Unwritable(why) => out.write_str(why),
        }
    }
}

impl std::error::Error for NotCanonical {}

/// The canonical JSON of anything.
pub fn to_string<T: Serialize + ?Sized>(what: &T) -> Result<String, NotCanonical> {
    let value = serde_json::to_value(what).map_err(unwritable)?;
    let mut text = Vec::new();
    write(&value, &mut text)?;
    String::from_utf8(text).map_err(unwritable)
}

fn unwritable(error: impl std::fmt::Display) -> NotCanonical {
    NotCanonical::Unwritable(error.to_string())
}

fn write(value: &Value, text: &mut Vec<u8>) -> Result<(), NotCanonical> {
    match value {
        Value::Number(number) if number.is_f64() => return Err(NotCanonical::Float(number.to_string())),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => plain(value, text)?,
        Value::Array(parts) => {
            text.push(b'[');
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    text.push(b',');
                }
                write(part, text)?;
            }
            text.push(b']');
        }
        Value::Object(fields) => {
            // serde_json may keep the order written: another crate of the build can ask it to.
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by_key(|(key, _)| key.as_str());
            text.push(b'{');
            for (at, (key, part)) in sorted.into_iter().enumerate() {
                if at > 0 {
                    text.push(b',');
                }
                plain(key, text)?;
                text.push(b':');
                write(part, text)?;
            }
            text.push(b'}');
        }
    }
    Ok(())
}

fn plain<T: Serialize + ?Sized>(what: &T, text: &mut Vec<u8>) -> Result<(), NotCanonical> {
    serde_json::to_writer(text, what).map_err(unwritable)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_are_sorted_at_every_depth() {
        let mixed = json!({"b": [{"z": 1, "a": null}], "a": "ə\"\n", "ç": true});
        assert_eq!(to_string(&mixed).unwrap(), r#"{"a":"ə\"\n","b":[{"a":null,"z":1}],"ç":true}"#);
    }

    #[test]
    fn a_float_has_no_canonical_form() {
        assert_eq!(to_string(&json!({"a": [1.5]})), Err(NotCanonical::Float("1.5".into())));
    }
}
