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
    let value = serde_json::to_value(what).map_err(|error| NotCanonical::Unwritable(error.to_string()))?;
    let mut text = String::new();
    write(&value, &mut text)?;
    Ok(text)
}

fn write(value: &Value, text: &mut String) -> Result<(), NotCanonical> {
    match value {
        Value::Number(number) if number.is_f64() => return Err(NotCanonical::Float(number.to_string())),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            text.push_str(&value.to_string());
        }
        Value::Array(parts) => {
            text.push('[');
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                write(part, text)?;
            }
            text.push(']');
        }
        Value::Object(fields) => {
            // serde_json may keep the order written: another crate of the build can ask it to.
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by_key(|(key, _)| key.as_str());
            text.push('{');
            for (at, (key, part)) in sorted.into_iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                text.push_str(&Value::String(key.clone()).to_string());
                text.push(':');
                write(part, text)?;
            }
            text.push('}');
        }
    }
    Ok(())
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
