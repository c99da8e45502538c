//! `ValidJson`: a body in three steps. Bytes (UTF-8, depth, duplicate keys, control letters), type, rules. And the one form.
use std::{borrow::Cow, fmt, future::Future, pin::Pin, time::Duration};

use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    dev::Payload,
    http::StatusCode,
    web::{BytesMut, Form},
};
use serde::de::{DeserializeOwned, DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use serde_path_to_error::Segment;
use unicode_normalization::UnicodeNormalization;
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use crate::error::{ApiError, FieldError};

/// C1.
const MOST_BYTES: usize = 1_000_000;
const MOST_DEPTH: usize = 64;
/// A body with more mistakes than this is not read on: the hundred first ones say enough.
const MOST_MISTAKES: usize = 100;
/// C7: a body comes within this time.
const BODY_TIME: Duration = Duration::from_secs(10);

/// A body of type `T` that keeps its rules.
pub struct ValidJson<T>(pub T);

impl<T: DeserializeOwned + Validate + 'static> FromRequest for ValidJson<T> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = request.content_type().eq_ignore_ascii_case("application/json");
        let payload = payload.take();
        Box::pin(async move {
            if !json {
                return Err(ApiError::MediaType);
            }
            let bytes =
                tokio::time::timeout(BODY_TIME, read(payload)).await.map_err(|_| ApiError::Slow)??;
            let body: T = shape(bytes_to_value(&bytes)?)?;
            body.validate()?;
            Ok(Self(body))
        })
    }
}

/// A form, or what is wrong with it; one that stalls is given up like every body.
pub struct TimelyForm<T>(pub Result<T, ApiError>);

impl<T: DeserializeOwned + 'static> FromRequest for TimelyForm<T> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let form = Form::<T>::from_request(request, payload);
        Box::pin(async move {
            let form = tokio::time::timeout(BODY_TIME, form).await.map_err(|_| ApiError::Slow)?;
            let wrong = |error: actix_web::Error| match error.as_response_error().status_code() {
                StatusCode::PAYLOAD_TOO_LARGE => ApiError::TooLarge,
                _ => ApiError::Unreadable("invalid_request"),
            };
            Ok(Self(form.map(Form::into_inner).map_err(wrong)))
        })
    }
}

async fn read(payload: Payload) -> Result<BytesMut, ApiError> {
    let mut payload = std::pin::pin!(payload);
    let mut bytes = BytesMut::new();
    while let Some(chunk) =
        std::future::poll_fn(|context| futures_core::Stream::poll_next(payload.as_mut(), context)).await
    {
        let chunk = chunk.map_err(|_| ApiError::Unreadable("body_broken"))?;
        if bytes.len() + chunk.len() > MOST_BYTES {
            return Err(ApiError::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// Step one. Text is kept in NFC (C2).
pub fn bytes_to_value(bytes: &[u8]) -> Result<Value, ApiError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ApiError::Unreadable("not_utf8"))?;
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Strict { depth: 0 }.deserialize(&mut reader).map_err(|error| {
        let text = error.to_string();
        let known = ["duplicate_key", "too_deep", "control_letter"];
        ApiError::Unreadable(known.into_iter().find(|code| text.starts_with(code)).unwrap_or("not_json"))
    })?;
    reader.end().map_err(|_| ApiError::Unreadable("not_json"))?;
    Ok(value)
}

#[derive(Clone, Copy)]
struct Strict {
    depth: usize,
}

impl Strict {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth >= MOST_DEPTH { Err(E::custom("too_deep")) } else { Ok(Self { depth: self.depth + 1 }) }
    }
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;
    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        if text.chars().any(|c| c == '\0') {
            return Err(E::custom("control_letter"));
        }
        Ok(Value::String(text.nfc().collect()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let deeper = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(deeper)? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let deeper = self.deeper()?;
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(deeper)?;
            if map.insert(key, value).is_some() {
                return Err(A::Error::custom("duplicate_key"));
            }
        }
        Ok(Value::Object(map))
    }
}

/// Step two. On an error the field is put aside and the rest tried again, so that all are told at once (R4).
pub fn shape<T: DeserializeOwned>(mut body: Value) -> Result<T, ApiError> {
    let mut wrong: Vec<FieldError> = Vec::new();
    loop {
        let error = match serde_path_to_error::deserialize::<_, T>(&body) {
            Ok(read) if wrong.is_empty() => return Ok(read),
            Ok(_) => return Err(ApiError::Invalid(wrong)),
            Err(error) => error,
        };
        let text = error.inner().to_string();
        let named = text.split('`').nth(1).unwrap_or_default();
        let part = |part: &Segment| match part {
            Segment::Seq { index } => format!("/{index}"),
            part => format!("/{part}"),
        };
        let path = error.path().iter().map(part).collect::<String>();
        let path = if path == "/." { String::new() } else { path };
        let (pointer, code) = if text.starts_with("missing field") {
            (format!("{path}/{named}"), "required")
        } else if text.starts_with("unknown field") {
            let pointer = if path.ends_with(&format!("/{named}")) { path } else { format!("{path}/{named}") };
            (pointer, "unknown_field")
        } else if text.starts_with("unknown variant") {
            (path, "not_a_choice")
        } else {
            (path, "wrong_type")
        };
        let repeated = wrong
            .iter()
            .any(|known| known.pointer == pointer || pointer.starts_with(&format!("{}/", known.pointer)));
        if !repeated {
            wrong.push(FieldError::new(pointer.clone(), code));
        }
        if code == "required" || repeated || wrong.len() >= MOST_MISTAKES || !take_out(&mut body, &pointer) {
            // What was put aside may be missed now: that is not another mistake.
            return Err(ApiError::Invalid(wrong));
        }
    }
}

fn take_out(body: &mut Value, pointer: &str) -> bool {
    let Some((parent, name)) = pointer.rsplit_once('/') else { return false };
    body.pointer_mut(parent).and_then(Value::as_object_mut).is_some_and(|map| map.remove(name).is_some())
}

/// Step three's errors, flat, with JSON pointers.
pub fn pointers(errors: &ValidationErrors) -> Vec<FieldError> {
    let mut found = Vec::new();
    walk(errors, "", &mut found);
    found.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    found
}

fn walk(errors: &ValidationErrors, at: &str, found: &mut Vec<FieldError>) {
    for (field, kind) in errors.errors() {
        let pointer = if field == "__all__" { at.to_owned() } else { format!("{at}/{field}") };
        match kind {
            ValidationErrorsKind::Struct(inner) => walk(inner, &pointer, found),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    walk(inner, &format!("{pointer}/{index}"), found);
                }
            }
            ValidationErrorsKind::Field(list) => {
                for error in list {
                    let named = error.params.get("field").and_then(Value::as_str);
                    let pointer = named.map_or_else(|| pointer.clone(), |name| format!("{at}/{name}"));
                    let args = error.params.iter().filter(|(name, _)| *name != "value" && *name != "field");
                    let args = args.map(|(name, value)| (name.clone().into_owned(), plain(value)));
                    let error =
                        FieldError { pointer, code: error.code.clone().into_owned(), args: args.collect() };
                    found.push(error);
                }
            }
        }
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| Cow::Owned(value.to_string()), Cow::Borrowed).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        bytes_to_value(text.as_bytes()).map_or_else(|error| error.code(), |_| "fine".into())
    }

    #[test]
    fn unreadable_bodies_are_told_apart() {
        assert_eq!(code(r#"{"a": 1, "a": 2}"#), "duplicate_key");
        assert_eq!(code(&format!("{}1{}", "[".repeat(65), "]".repeat(65))), "too_deep");
        assert_eq!(code(r#"{"a": "\u0000"}"#), "control_letter");
        assert_eq!(code(r#"{"a": "\ud800"}"#), "not_json");
        assert_eq!(code(r#"{"a": "#), "not_json");
        assert_eq!(code(r#"{"a": 1} x"#), "not_json");
        assert_eq!(bytes_to_value(b"\xff").map_err(|error| error.code()), Err("not_utf8".into()));
        assert_eq!(code(r#"{"a": [1, {"b": null}]}"#), "fine");
    }

    #[test]
    fn text_is_kept_composed() {
        let value = bytes_to_value("{\"a\": \"Go\u{308}ycay\"}".as_bytes()).unwrap();
        assert_eq!(value["a"], "Göyçay".replace('ç', "c"));
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its shape is tried")]
    struct Shape {
        count: u8,
        name: String,
    }

    #[test]
    fn an_item_of_a_list_is_pointed_at_by_its_number() {
        let body = serde_json::json!([{ "count": 1, "name": "a" }, { "count": "x", "name": "b" }]);
        let Err(ApiError::Invalid(errors)) = shape::<Vec<Shape>>(body) else { panic!("it fits") };
        assert_eq!(errors.iter().map(|error| error.pointer.as_str()).collect::<Vec<_>>(), ["/1/count"]);
    }

    #[test]
    fn all_wrong_fields_are_told_at_once() {
        let body = serde_json::json!({ "count": "x", "name": 5, "more": 1 });
        let Err(ApiError::Invalid(errors)) = shape::<Shape>(body) else { panic!("it fits") };
        let mut told: Vec<_> =
            errors.iter().map(|error| (error.pointer.as_str(), error.code.as_str())).collect();
        told.sort_unstable();
        assert_eq!(told, [("/count", "wrong_type"), ("/more", "unknown_field"), ("/name", "wrong_type")]);
    }
}
