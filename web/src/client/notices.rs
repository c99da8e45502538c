//! Checking a notice: by its code with the server, by its signature on the device.
use js_sys::{Array, Object, Reflect, Uint8Array};
use leptos::prelude::window;
use serde::Deserialize;
use shared::{
    problem::Problem,
    registrations::{NoticeCheck, SignedNotice},
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CryptoKey;

use super::{call::get_file, get};

const KEYS: &str = "/.well-known/jwks.json";
/// Public keys, kept so that a notice can be checked without a network.
const KEPT: &str = "keys";
/// `typ` of a notice; a token of another kind is no notice.
const KIND: &str = "umis-notice";
/// ES and RSA keys are not ours.
const ALGORITHM: &str = "Ed25519";

/// `GET /notices/{code}`: anyone may ask.
pub async fn check(code: &str) -> Result<NoticeCheck, Problem> {
    get(&format!("/notices/{code}")).once().fetch().await
}

/// What the device itself can say of a signed notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signed {
    /// Issued by the Service; as of the day of signing.
    Genuine(SignedNotice),
    /// The signature does not fit, or it is no notice of ours.
    Forged,
    /// This browser cannot check, or no key has come yet: only the server can tell.
    CannotTell,
}

#[derive(Debug, Clone, Deserialize)]
struct Keys {
    keys: Vec<Key>,
}

#[derive(Debug, Clone, Deserialize)]
struct Key {
    kid: String,
    x: String,
    #[serde(rename = "umis_use")]
    usage: String,
}

#[derive(Debug, Deserialize)]
struct Head {
    alg: String,
    kid: String,
    typ: String,
}

/// Checks the three parts of a compact JWS by WebCrypto.
pub async fn verify(jws: &str) -> Signed {
    let parts: Vec<&str> = jws.split('.').collect();
    let &[head, claims, signature] = parts.as_slice() else { return Signed::Forged };
    let Some(read) = part::<Head>(head).filter(|head| head.alg == "EdDSA" && head.typ == KIND) else {
        return Signed::Forged;
    };
    let (Some(notice), Some(signature)) = (part::<SignedNotice>(claims), bytes(signature)) else {
        return Signed::Forged;
    };
    let Some(keys) = keys().await else { return Signed::CannotTell };
    let Some(key) = keys.keys.iter().find(|key| key.kid == read.kid && key.usage == "document") else {
        return Signed::Forged;
    };
    match fits(key, &signature, format!("{head}.{claims}").as_bytes()).await {
        Ok(true) => Signed::Genuine(notice),
        Ok(false) => Signed::Forged,
        Err(_) => Signed::CannotTell,
    }
}

/// The code that a signed notice names, unchecked: only to ask the server by it.
pub fn claimed_code(jws: &str) -> Option<String> {
    part::<SignedNotice>(jws.split('.').nth(1)?).map(|notice| notice.c)
}

/// The published keys: from the server, else as they were kept.
async fn keys() -> Option<Keys> {
    let storage = window().local_storage().ok().flatten();
    if let Ok(json) = get_file(KEYS).text().await
        && let Ok(keys) = serde_json::from_str(&json)
    {
        if let Some(storage) = storage {
            let _ = storage.set_item(KEPT, &json);
        }
        return Some(keys);
    }
    let kept = storage?.get_item(KEPT).ok().flatten()?;
    serde_json::from_str(&kept).ok()
}

/// An old browser knows no Ed25519: then this is an error, not a no.
async fn fits(key: &Key, signature: &[u8], signed: &[u8]) -> Result<bool, JsValue> {
    let crypto = window().crypto()?.subtle();
    let jwk = Object::new();
    for (name, value) in [("kty", "OKP"), ("crv", ALGORITHM), ("x", key.x.as_str())] {
        Reflect::set(&jwk, &name.into(), &value.into())?;
    }
    let uses = Array::of1(&"verify".into());
    let import = crypto.import_key_with_str("jwk", &jwk, ALGORITHM, false, &uses)?;
    let key: CryptoKey = JsFuture::from(import).await?.dyn_into()?;
    let (signature, signed) = (Uint8Array::from(signature), Uint8Array::from(signed));
    let verify =
        crypto.verify_with_str_and_buffer_source_and_buffer_source(ALGORITHM, &key, &signature, &signed)?;
    Ok(JsFuture::from(verify).await?.is_truthy())
}

fn part<T: for<'a> Deserialize<'a>>(text: &str) -> Option<T> {
    serde_json::from_slice(&bytes(text)?).ok()
}

/// Base64 for addresses, without padding.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let mut bits = 0_u32;
    let mut count = 0;
    let mut out = Vec::with_capacity(text.len());
    for letter in text.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push(u8::try_from((bits >> count) & 0xFF).ok()?);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_addresses_is_read() {
        assert_eq!(bytes("aGVsbG8_").unwrap(), b"hello?");
        assert_eq!(bytes("eyJ0Ijox").unwrap(), b"{\"t\":1");
        assert_eq!(bytes("a=="), None);
        assert_eq!(bytes("-_8").unwrap(), [0xFB, 0xFF]);
    }
}
