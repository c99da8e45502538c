//! Which answers carry which headers, by rule (G1).
use utoipa::openapi::{
    Components, ObjectBuilder, Ref, RefOr, Response, Schema, Type,
    header::{Header, HeaderBuilder},
    path::Operation,
};

/// Bodies that carry their version as `ETag`, or that of the object they belong to.
const VERSIONED: [&str; 5] = ["ApiClientSecret", "Me", "PremisesView", "RegistrationView", "StaffRow"];

const PROBLEM: &str = "application/problem+json";

/// What each header is, said once.
pub fn describe(components: &mut Components) {
    let all = [
        ("Allow", text("What this address takes", "^[A-Z]+(, [A-Z]+)*$")),
        ("Content-Language", text("az, en or ru", "^(az|en|ru)$")),
        ("ETag", text("The version, for If-Match", r#"^"[0-9]+"$"#)),
        ("Location", text("Address of what was made", "^/")),
        ("Retry-After", seconds("Seconds to wait; with 409 only where the same request is under way")),
        (
            "WWW-Authenticate",
            text("How to sign in; with 403 the scope that a program lacks, and only then", "^(Bearer|Basic)"),
        ),
        ("X-Request-Id", text("Name it when you ask us about this answer", "^[A-Za-z0-9-]{8,64}$")),
    ];
    components.headers.extend(all.map(|(name, header)| (name.to_owned(), RefOr::T(header))));
}

/// Says the headers of every answer; `shown` is whether what is made has an address of its own, `programs` whether
/// programs may call it, given the scope.
pub fn declare(operation: &mut Operation, shown: bool, programs: bool) {
    // Nobody is asked for a token where signing in itself fails.
    let asks = operation.operation_id.as_deref() != Some("sign_in");
    for (status, answer) in &mut operation.responses.responses {
        let RefOr::T(answer) = answer else { continue };
        let is = |statuses: &[&str]| statuses.contains(&status.as_str());
        let sent = [
            ("X-Request-Id", true),
            ("ETag", is(&["200", "201"]) && is_versioned(answer)),
            ("Location", is(&["201"]) && shown),
            ("Allow", is(&["405"])),
            ("Content-Language", answer.content.contains_key(PROBLEM)),
            ("Retry-After", is(&["409", "429", "503"])),
            ("WWW-Authenticate", is(&["401"]) && asks || is(&["403"]) && programs),
        ];
        for (name, _) in sent.into_iter().filter(|(_, sent)| *sent) {
            let header = Ref::new(format!("#/components/headers/{name}"));
            answer.headers.entry(name.to_owned()).or_insert(RefOr::Ref(header));
        }
    }
}

fn is_versioned(answer: &Response) -> bool {
    let named = |schema: &RefOr<Schema>| match schema {
        RefOr::Ref(name) => VERSIONED.iter().any(|known| name.ref_location.ends_with(&format!("/{known}"))),
        RefOr::T(_) => false,
    };
    answer.content.values().any(|content| match content {
        RefOr::T(content) => content.schema.as_ref().is_some_and(named),
        RefOr::Ref(_) => false,
    })
}

fn text(words: &str, pattern: &str) -> Header {
    let schema = ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern)).build();
    HeaderBuilder::new().description(Some(words)).schema(Some(schema)).build()
}

fn seconds(words: &str) -> Header {
    let schema = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(1)).build();
    HeaderBuilder::new().description(Some(words)).schema(Some(schema)).build()
}
