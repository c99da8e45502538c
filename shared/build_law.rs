//! The law files become one canonical JSON for the edition, one per service, and their hash.
use std::fmt::Write;
use std::path::Path;

use sha2::{Digest, Sha256};

#[path = "src/law/canonical.rs"]
mod canonical;
#[path = "src/law/check/mod.rs"]
mod check;
#[expect(dead_code, reason = "the crate uses what the build does not")]
#[path = "src/law/data/mod.rs"]
mod data;
#[path = "src/law/load.rs"]
mod load;

/// A file to write and what goes into it.
type Written = (String, String);

/// `law/**/*.toml` → `law.edition.json`, `law.<service>.json`, and `law.rs`, which includes them.
pub fn build(folder: &Path) -> Result<Vec<Written>, Vec<String>> {
    let told = |complaints: Vec<check::Complaint>| -> Vec<String> {
        complaints.iter().map(|complaint| format!("shared/law/{complaint}")).collect()
    };
    let body = load::load(folder).map_err(told)?;
    let complaints = check::check(&body);
    if !complaints.is_empty() {
        return Err(told(complaints));
    }
    let text = |what: Result<String, canonical::NotCanonical>| {
        what.map_err(|why| vec![format!("shared/law: {why}")])
    };
    let edition = text(canonical::to_string(&body))?;
    let mut services = String::new();
    let mut files = Vec::new();
    for law in &body.services {
        let code = &law.code;
        let Some(service) = body.service(code) else { continue };
        files.push((format!("law.{code}.json"), text(canonical::to_string(&service))?));
        // Writing to a string cannot fail.
        let _ = write!(services, "({code:?}, include_str!(\"law.{code}.json\")),");
    }
    let mut hash = String::new();
    for byte in Sha256::digest(edition.as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    files.push(("law.edition.json".to_owned(), edition));
    let code = format!(
        "const EDITION: &str = include_str!(\"law.edition.json\");\nconst HASH: &str = {hash:?};\n\
         const SERVICES: &[(&str, &str)] = &[{services}];\n"
    );
    files.push(("law.rs".to_owned(), code));
    Ok(files)
}
