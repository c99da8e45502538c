//! The document: title, security schemes, and what the policy table knows of each operation (G1, G11).
use std::collections::BTreeSet;

use utoipa::openapi::{
    Components, Content, HttpMethod, Info, License, ObjectBuilder, OpenApi, Ref, RefOr, Required,
    ResponseBuilder, Type,
    path::{Operation, Parameter, ParameterBuilder, ParameterIn},
    security::{
        ApiKey, ApiKeyValue, ClientCredentials, Flow, OAuth2, Scopes, SecurityRequirement, SecurityScheme,
    },
};

mod headers;
mod names;

use shared::permission::{Permission, Role};

use crate::policy::{self, Door, Line, Version};

/// Completes what the handlers say.
pub fn complete(document: &mut OpenApi) {
    document.info = Info::new("UMIS, Unified Migration Information System", env!("CARGO_PKG_VERSION"));
    document.info.description = Some(guide());
    document.info.license = Some(License::new("MIT"));
    document.servers = None;
    let components = document.components.get_or_insert_with(Components::new);
    add_schemes(components);
    headers::describe(components);
    names::give(components);
    let shown: BTreeSet<String> = document
        .paths
        .paths
        .iter()
        .filter_map(|(path, item)| item.get.as_ref().and(path.strip_suffix("/{id}")).map(str::to_owned))
        .collect();
    for (path, item) in &mut document.paths.paths {
        let operations = [
            (HttpMethod::Get, &mut item.get),
            (HttpMethod::Post, &mut item.post),
            (HttpMethod::Patch, &mut item.patch),
            (HttpMethod::Delete, &mut item.delete),
            (HttpMethod::Put, &mut item.put),
        ];
        for (method, operation) in operations {
            let Some(operation) = operation else { continue };
            let line = operation.operation_id.as_deref().and_then(policy::of);
            if let Some(line) = line {
                describe(operation, line, &method);
            }
            names::bodies(operation);
            let programs = line.is_some_and(|line| !open_to_programs(line).is_empty());
            headers::declare(operation, shown.contains(path), programs);
        }
    }
}

/// What an integrator reads first: the same two pages as in `docs/`, so that the product carries them.
fn guide() -> String {
    let guide =
        include_str!("../../docs/api.md").replace("[problems](problems.md)", "at the end of this page");
    format!(
        "One window of the State Migration Service: accounts, law, premises, registration at the place of stay.\n\n\
         {guide}\n{}",
        include_str!("../../docs/problems.md")
    )
}

fn add_schemes(components: &mut Components) {
    let cookie = ApiKeyValue::with_description("__Host-session", "Set by sign-in; browsers only");
    components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    let scopes = Scopes::from_iter([
        ("registrations.write", "Register guests and change one's own registrations"),
        ("registrations.read", "See one's own guests"),
        ("premises.write", "Ask for an address"),
        ("premises.read", "See one's own addresses"),
    ]);
    let flow = Flow::ClientCredentials(ClientCredentials::new("/oauth/token", scopes));
    components.add_security_scheme("client", SecurityScheme::OAuth2(OAuth2::new([flow])));
    let problem = <shared::problem::Problem as utoipa::PartialSchema>::schema();
    let field = <shared::problem::FieldProblem as utoipa::PartialSchema>::schema();
    components.schemas.entry("Problem".into()).or_insert(problem);
    components.schemas.entry("FieldProblem".into()).or_insert(field);
}

/// Each of these opens the door.
fn held(line: &Line) -> Vec<Permission> {
    match line.door {
        Door::Holds(one) => vec![one],
        Door::Either(one, other) => vec![one, other],
        Door::Public | Door::Cookie => Vec::new(),
    }
}

/// Those of them that a program can be given.
fn open_to_programs(line: &Line) -> Vec<Permission> {
    let client = Role::Client.permissions();
    held(line).into_iter().filter(|permission| client.contains(permission)).collect()
}

fn describe(operation: &mut Operation, line: &Line, method: &HttpMethod) {
    let held = held(line);
    if !held.is_empty() {
        let mut ways: Vec<_> = held
            .iter()
            .map(|permission| SecurityRequirement::new("session", [permission.to_string()]))
            .collect();
        let programs = open_to_programs(line);
        ways.extend(
            programs.iter().map(|permission| SecurityRequirement::new("client", [permission.to_string()])),
        );
        operation.security = Some(ways);
    }
    let header = |name: &str, required: bool, words: &str, pattern: &str| -> RefOr<Parameter> {
        let schema = ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern)).build();
        ParameterBuilder::new()
            .name(name)
            .parameter_in(ParameterIn::Header)
            .required(if required { Required::True } else { Required::False })
            .description(Some(words))
            .schema(Some(schema))
            .build()
            .into()
    };
    let parameters = operation.parameters.get_or_insert_with(Vec::new);
    if line.if_match != Version::No {
        let required = line.if_match == Version::Required;
        parameters.push(header("If-Match", required, "The ETag you have seen", r#"^(\*|"[0-9]+")$"#));
    }
    if line.idempotency_key {
        parameters.push(header(
            "Idempotency-Key",
            true,
            "Your own name for this act, such as a UUID; kept 7 days",
            r"^[!#-~]{8,64}$",
        ));
    }
    let with = |place: ParameterIn| {
        parameters
            .iter()
            .any(|parameter| matches!(parameter, RefOr::T(parameter) if parameter.parameter_in == place))
    };
    let with_path = with(ParameterIn::Path);
    let with_query = with(ParameterIn::Query);
    let with_body = operation.request_body.is_some();
    let signed_in = line.door != Door::Public;
    let writes = !matches!(method, HttpMethod::Get);
    for (status, response) in &mut operation.responses.responses {
        if let RefOr::T(response) = response
            && response.description.is_empty()
        {
            response.description = if status == "201" { "Made" } else { "Done" }.into();
        }
    }
    let answers = [
        (400, with_body || line.idempotency_key || with_query, "Unreadable"),
        (401, signed_in || matches!(line.operation, "sign_in" | "create_token"), "Sign in first"),
        (403, signed_in, "Not allowed"),
        (404, with_path || line.operation == "find_account", "Not there, or not yours to know"),
        (405, true, "Method not allowed; see Allow"),
        (408, with_body, "The body came too slowly"),
        (409, writes && signed_in, "A rule says no"),
        (412, line.if_match != Version::No, "Changed meanwhile"),
        (413, with_body, "Larger than 1 MB"),
        (415, with_body, "Not application/json"),
        (422, true, "Fields, or keys of the query, need correcting"),
        (428, line.if_match == Version::Required, "If-Match is missing"),
        (429, line.throttled, "Too many tries; see Retry-After"),
        (500, true, "Something went wrong on our side"),
        (503, true, "Not available; see Retry-After"),
    ];
    for (status, given, words) in answers {
        let status = status.to_string();
        if given && !operation.responses.responses.contains_key(&status) {
            let content =
                Content::new(Some(RefOr::<utoipa::openapi::Schema>::Ref(Ref::from_schema_name("Problem"))));
            let response = ResponseBuilder::new()
                .description(words)
                .content("application/problem+json", content)
                .build();
            operation.responses.responses.insert(status, RefOr::T(response));
        }
    }
}

/// The document as YAML that readers of the older YAML 1.1 understand too: to them a bare `on` is `true`.
pub fn yaml(document: &OpenApi) -> anyhow::Result<String> {
    let text = document.to_yaml()?;
    Ok(text.lines().map(quoted).collect::<Vec<_>>().join("\n"))
}

/// A line of YAML whose key or value an older reader would take for a boolean.
fn quoted(line: &str) -> String {
    const TAKEN: [&str; 6] = ["on", "off", "yes", "no", "y", "n"];
    let taken = |word: &str| TAKEN.contains(&word.to_ascii_lowercase().as_str());
    let body = line.trim_start_matches([' ', '-']);
    let lead = line.strip_suffix(body).unwrap_or_default();
    match body.split_once(": ").or_else(|| body.strip_suffix(':').map(|key| (key, ""))) {
        Some((key, "")) if taken(key) => format!("{lead}'{key}':"),
        Some((key, value)) if taken(key) => format!("{lead}'{key}': {value}"),
        Some((key, value)) if taken(value) => format!("{lead}{key}: '{value}'"),
        None if taken(body) => format!("{lead}'{body}'"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn words_that_older_yaml_takes_for_booleans_are_quoted() {
        assert_eq!(quoted("      - name: on"), "      - name: 'on'");
        assert_eq!(quoted("        on:"), "        'on':");
        assert_eq!(quoted("      - no"), "      - 'no'");
        assert_eq!(quoted("    description: no guests"), "    description: no guests");
        assert_eq!(quoted("  required: true"), "  required: true");
    }
}
