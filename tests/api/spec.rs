//! The document is current, complete and true (G1, G11).
use std::collections::BTreeSet;

use api::server;
use serde_json::{Map, Value, json};
use shared::identity::{NewApiClient, PartyKind, Scope};
use tests::{Actor, TestApp, given};

pub fn document() -> Value {
    serde_json::to_value(server::document()).unwrap()
}

/// Path, method and what is said of each operation.
pub fn operations(document: &Value) -> Vec<(&str, &str, &Map<String, Value>)> {
    let items = document["paths"].as_object().unwrap();
    items
        .iter()
        .flat_map(|(path, item)| {
            let operations = item.as_object().unwrap().iter();
            operations.map(move |(method, said)| (path.as_str(), method.as_str(), said.as_object().unwrap()))
        })
        .collect()
}

/// Follows `$ref`.
fn resolved<'a>(document: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(name) => {
            let found = document.pointer(name.trim_start_matches('#'));
            resolved(document, found.unwrap_or_else(|| panic!("{name} is not in the document")))
        }
        None => schema,
    }
}

#[test]
fn openapi_yaml_is_current() {
    let kept = std::fs::read_to_string(TestApp::repository().join("openapi.yaml")).unwrap_or_default();
    let now = format!("{}\n", api::openapi::yaml(&server::document()).unwrap());

    // Not assert_eq: two documents of thousands of lines help nobody.
    let differ = kept.lines().zip(now.lines()).position(|(kept, now)| kept != now);
    assert!(
        kept == now,
        "openapi.yaml is stale from line {:?} on: run cargo xtask openapi",
        differ.map(|at| at + 1)
    );
}

#[actix_web::test]
async fn the_served_document_is_the_same() {
    let app = TestApp::start().await;

    let served: Value = app.get(&Actor::nobody(), "/openapi.json").await.ok();
    let page = app.get(&Actor::nobody(), "/docs/").await;

    assert_eq!(served, document());
    assert_eq!(served["openapi"], "3.1.0");
    assert!(page.status.is_success() && page.text().contains("<html"), "{}", page.status);
}

#[test]
fn operation_ids_are_unique_and_say_what_is_done() {
    let document = document();
    let ids: Vec<&str> =
        operations(&document).iter().map(|(_, _, said)| said["operationId"].as_str().unwrap()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();

    assert_eq!(unique.len(), ids.len());
    for id in ids {
        assert!(id.contains('_') && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{id}");
    }
}

/// Objects that stand nameless where a generator of clients makes a type of each: ways of a choice, items of a list.
fn nameless(at: &str, schema: &Value, found: &mut Vec<String>) {
    let ways = ["oneOf", "anyOf", "items"].iter().filter_map(|word| schema.get(word));
    let ways = ways.flat_map(|ways| ways.as_array().cloned().unwrap_or_else(|| vec![ways.clone()]));
    if ways.into_iter().any(|way| way.get("properties").is_some()) {
        found.push(at.to_owned());
    }
    for (name, inner) in schema.as_object().into_iter().flatten() {
        nameless(&format!("{at}/{name}"), inner, found);
    }
}

#[test]
fn what_a_client_gets_a_type_for_has_a_name() {
    let document = document();
    let mut found = Vec::new();
    nameless("schemas", &document["components"]["schemas"], &mut found);
    assert_eq!(found, [""; 0]);

    for (path, method, said) in operations(&document) {
        for (status, response) in said["responses"].as_object().unwrap() {
            for (kind, content) in response["content"].as_object().into_iter().flatten() {
                assert!(content["schema"].is_object(), "{method} {path} {status} {kind}");
            }
        }
    }
    let notice = &document["paths"]["/api/v1/registrations/{id}/notice"]["get"]["responses"]["200"];
    let pdf = &notice["content"]["application/pdf"]["schema"];
    assert_eq!(*pdf, json!({ "type": "string", "format": "binary" }));
}

#[test]
fn every_operation_is_described_with_all_it_can_answer() {
    let document = document();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    assert!(schemas.contains_key("Problem") && schemas.contains_key("FieldProblem"));

    for (path, method, said) in operations(&document) {
        let id = said["operationId"].as_str().unwrap();
        assert!(said["summary"].as_str().is_some_and(|words| words.len() > 3), "{id} has no summary");
        assert_eq!(said["tags"].as_array().map(Vec::len), Some(1), "{id} wants one tag");
        let answers = said["responses"].as_object().unwrap();
        assert!(answers.keys().any(|status| status.starts_with('2')), "{id} never succeeds");
        for (status, answer) in answers {
            let answer = resolved(&document, answer);
            assert!(answer["description"].as_str().is_some_and(|words| !words.is_empty()), "{id} {status}");
            let oauth = id == "create_token" && matches!(status.as_str(), "400" | "401");
            if status.starts_with(['4', '5']) && !oauth {
                let schema = &answer["content"]["application/problem+json"]["schema"]["$ref"];
                assert_eq!(schema, "#/components/schemas/Problem", "{id} {status}");
            }
        }
        let must = |status: &str, when: bool| {
            assert!(!when || answers.contains_key(status), "{id} ({method} {path}) does not say {status}");
        };
        must("405", true);
        must("500", true);
        must("503", true);
        let locked = said.contains_key("security");
        must("401", locked);
        must("403", locked);
        must("404", path.contains('{'));
        let body = said.contains_key("requestBody");
        must("400", body);
        must("413", body);
        must("415", body && id != "create_token");
        must("422", body && id != "create_token");
        let header = |name: &str| {
            let parameters = said.get("parameters").and_then(Value::as_array);
            parameters.into_iter().flatten().find(|parameter| parameter["name"] == name)
        };
        must("412", header("If-Match").is_some());
        must("428", header("If-Match").is_some_and(|header| header["required"] == true));
    }
}

#[test]
fn every_reference_leads_somewhere() {
    fn walk(document: &Value, value: &Value) {
        match value {
            Value::Object(map) => {
                if map.contains_key("$ref") {
                    resolved(document, value);
                }
                map.values().for_each(|inner| walk(document, inner));
            }
            Value::Array(list) => list.iter().for_each(|inner| walk(document, inner)),
            _ => {}
        }
    }
    let document = document();
    walk(&document, &document);
}

/// C1: what somebody sends is bounded, and the bound is written down.
#[test]
fn every_text_that_is_sent_has_a_length() {
    fn walk(document: &Value, schema: &Value, at: &str, open: &mut Vec<String>) {
        let schema = resolved(document, schema);
        for part in ["oneOf", "anyOf", "allOf"] {
            for inner in schema[part].as_array().into_iter().flatten() {
                walk(document, inner, at, open);
            }
        }
        for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
            walk(document, inner, &format!("{at}/{name}"), open);
        }
        if schema["items"].is_object() {
            walk(document, &schema["items"], &format!("{at}/*"), open);
            if schema["maxItems"].is_null() {
                open.push(at.to_owned());
            }
        }
        let kinds = [&schema["type"], &schema["type"][0], &schema["type"][1]];
        let text = kinds.contains(&&json!("string"));
        let bounded = ["maxLength", "enum", "const"].iter().any(|bound| !schema[bound].is_null())
            || matches!(schema["format"].as_str(), Some("date" | "uuid" | "date-time"));
        if text && !bounded {
            open.push(at.to_owned());
        }
    }
    let document = document();
    let mut open = Vec::new();
    for (_, _, said) in operations(&document) {
        let id = said["operationId"].as_str().unwrap();
        let Some(body) = said.get("requestBody") else { continue };
        for content in resolved(&document, body)["content"].as_object().unwrap().values() {
            walk(&document, &content["schema"], id, &mut open);
        }
    }
    // OAuth's form is read by its own rules.
    open.retain(|at| !at.starts_with("create_token"));
    assert!(open.is_empty(), "{open:#?}");
}

/// A field, how to fill it with `n` units, and whether its upper bound itself fits whatever else is asked of it.
struct Bound {
    path: &'static str,
    schema: &'static str,
    pointer: &'static str,
    fill: fn(usize) -> Value,
}

fn text(length: usize) -> Value {
    // Varied, so that a password of it is not a common one.
    let letter = |at: usize| char::from(b'a' + u8::try_from((at * at + at / 3) % 23).unwrap());
    Value::String((0..length).map(letter).collect())
}

fn capitals(length: usize) -> Value {
    Value::String("A".repeat(length))
}

fn scopes(length: usize) -> Value {
    Value::Array(vec![json!(Scope::PremisesRead); length])
}

const BOUNDS: [Bound; 13] = [
    Bound { path: "/registrations", schema: "Guest", pointer: "/guest/surname", fill: capitals },
    Bound { path: "/registrations", schema: "Guest", pointer: "/guest/given_names", fill: capitals },
    Bound {
        path: "/registrations",
        schema: "TravelDocument",
        pointer: "/guest/document/number",
        fill: capitals,
    },
    Bound { path: "/registrations", schema: "NewRegistration", pointer: "/room", fill: text },
    Bound { path: "/premises", schema: "Address", pointer: "/address/street", fill: text },
    Bound { path: "/premises", schema: "Address", pointer: "/address/house", fill: text },
    Bound { path: "/premises", schema: "Address", pointer: "/address/settlement", fill: text },
    Bound { path: "/premises", schema: "NewPremises", pointer: "/proof", fill: text },
    Bound { path: "/accounts", schema: "SignUp", pointer: "/password", fill: text },
    Bound { path: "/accounts", schema: "SignUp", pointer: "/name", fill: text },
    Bound { path: "/accounts", schema: "SignUp", pointer: "/organisation", fill: text },
    Bound { path: "/api-clients", schema: "NewApiClient", pointer: "/name", fill: text },
    Bound { path: "/api-clients", schema: "NewApiClient", pointer: "/scopes", fill: scopes },
];

#[actix_web::test]
async fn bounds_are_kept_exactly_as_they_are_written() {
    let mut app = TestApp::start().await;
    app.leaves_messages();
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let document = document();

    for bound in BOUNDS {
        let (_, field) = bound.pointer.rsplit_once('/').unwrap();
        let schema = &document["components"]["schemas"][bound.schema]["properties"][field];
        let number = |names: [&str; 2]| {
            let found = names.iter().find_map(|name| schema[name].as_u64());
            found.map(|bound| usize::try_from(bound).unwrap())
        };
        let least = number(["minLength", "minItems"]);
        let most =
            number(["maxLength", "maxItems"]).unwrap_or_else(|| panic!("{} has no bound", bound.pointer));
        let mut sizes = vec![(most, true), (most + 1, false)];
        if let Some(least) = least {
            sizes.extend([(least, true), (least - 1, false)]);
        }
        for (turn, (size, fits)) in sizes.into_iter().enumerate() {
            let mut body = match bound.path {
                "/registrations" => {
                    let guest = u32::try_from(turn).unwrap();
                    serde_json::to_value(given::registration_number(premises.id, guest)).unwrap()
                }
                "/premises" => serde_json::to_value(given::premises()).unwrap(),
                "/accounts" => {
                    serde_json::to_value(TestApp::sign_up_form("lale", PartyKind::Organisation)).unwrap()
                }
                _ => serde_json::to_value(NewApiClient {
                    name: "Desk".into(),
                    scopes: vec![Scope::PremisesRead],
                })
                .unwrap(),
            };
            let (parent, name) = bound.pointer.rsplit_once('/').unwrap();
            let parent = body.pointer_mut(parent).unwrap().as_object_mut().unwrap();
            parent.insert(name.to_owned(), (bound.fill)(size));
            let ask = app.post(&host, bound.path, &body).key(&format!("bound-{field}-{size}"));
            let answer = ask.await;
            if fits {
                // Another rule may still say no, but not of this field.
                let told = if answer.status == 422 { answer.wrong_fields() } else { Vec::new() };
                assert!(told.is_empty(), "{} of {size}: {told:?}", bound.pointer);
            } else {
                let told = answer.wrong_fields();
                assert!(
                    told.iter().all(|(pointer, _)| pointer == bound.pointer),
                    "{} of {size}: {told:?}",
                    bound.pointer
                );
            }
        }
    }
}

/// Says where a value differs from its schema.
fn differences(document: &Value, schema: &Value, value: &Value, at: &str, told: &mut Vec<String>) {
    let schema = resolved(document, schema);
    let choices: Vec<&Value> =
        ["oneOf", "anyOf"].iter().flat_map(|name| schema[name].as_array()).flatten().collect();
    if !choices.is_empty() {
        let fits = choices.iter().any(|choice| {
            let mut wrong = Vec::new();
            differences(document, choice, value, at, &mut wrong);
            wrong.is_empty()
        });
        if !fits {
            told.push(format!("{at}: {value} is none of the choices"));
        }
        return;
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds = match &schema["type"] {
        Value::Array(kinds) => kinds.clone(),
        Value::Null => return,
        one => vec![one.clone()],
    };
    if !kinds.contains(&json!(kind)) {
        told.push(format!("{at}: {kind} instead of {kinds:?}"));
        return;
    }
    if let Some(choices) = schema["enum"].as_array()
        && !choices.contains(value)
    {
        told.push(format!("{at}: {value} is not one of {choices:?}"));
    }
    if let Some(items) = value.as_array() {
        for (index, item) in items.iter().enumerate() {
            differences(document, &schema["items"], item, &format!("{at}/{index}"), told);
        }
    }
    let Some(map) = value.as_object() else { return };
    let Some(properties) = schema["properties"].as_object() else { return };
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !map.contains_key(name) {
            told.push(format!("{at}/{name} is missing"));
        }
    }
    for (name, inner) in map {
        match properties.get(name) {
            Some(schema) => differences(document, schema, inner, &format!("{at}/{name}"), told),
            None => told.push(format!("{at}/{name} is not in the document")),
        }
    }
}

#[actix_web::test]
async fn answers_have_the_shapes_that_the_document_promises() {
    let app = TestApp::start().await;
    let document = document();
    let host = app.hotel("lale").await;
    let officer = app.officer("baku").await;
    let administrator = app.administrator().await;
    let premises = app.confirmed_premises(&host, &officer).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;
    let correction = format!("/registrations/{}/correction", view.id);
    let _: Value = app.post(&host, &correction, &json!({ "room": "7" })).await.ok();
    app.client_of(&host).await;

    let registration = format!("/registrations/{}", view.id);
    let place = format!("/premises/{}", premises.id);
    let notice = format!("/notices/{}", view.code);
    for (who, template, path) in [
        (&host, "/me", "/me"),
        (&officer, "/me", "/me"),
        (&host, "/me/sessions", "/me/sessions"),
        (&host, "/api-clients", "/api-clients"),
        (&host, "/premises", "/premises"),
        (&host, "/premises/{id}", place.as_str()),
        (&officer, "/premises/{id}", place.as_str()),
        (&host, "/registrations", "/registrations?view=all"),
        (&officer, "/registrations", "/registrations"),
        (&host, "/registrations/{id}", registration.as_str()),
        (&officer, "/registrations/{id}", registration.as_str()),
        (&host, "/notices/{code}", notice.as_str()),
        (&administrator, "/staff", "/staff"),
        (&administrator, "/access-entries", "/access-entries"),
        (&administrator, "/security-events", "/security-events"),
        (&host, "/law/services", "/law/services"),
        (&host, "/law/services/{code}", "/law/services/registration_stay"),
        (&host, "/law/calendar/{year}", "/law/calendar/2026"),
        (&host, "/law/editions/current", "/law/editions/current"),
    ] {
        let answer: Value = app.get(who, path).await.ok();
        let said = &document["paths"][format!("/api/v1{template}")]["get"]["responses"]["200"];
        let schema = &said["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{template} has no schema");
        let mut told = Vec::new();
        differences(&document, schema, &answer, "", &mut told);
        assert!(told.is_empty(), "{path}: {told:#?}");
    }
    let problem = serde_json::to_value(app.get(&Actor::nobody(), "/me").await.problem()).unwrap();
    let mut told = Vec::new();
    differences(&document, &document["components"]["schemas"]["Problem"], &problem, "", &mut told);
    assert!(told.is_empty(), "{told:#?}");
}
