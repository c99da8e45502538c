//! What would stand nameless inside of something else: generators of clients make a type of each name, and drop what has
//! none.
use utoipa::openapi::{
    Components, ObjectBuilder, Ref, RefOr, Schema, SchemaFormat, Type,
    path::Operation,
    schema::{ArrayItems, OneOf},
};

/// Each way of a choice becomes a schema of its own, and a page holds what the list of its name holds.
pub fn give(components: &mut Components) {
    let mut named = Vec::new();
    for (name, schema) in &mut components.schemas {
        match schema {
            RefOr::T(Schema::OneOf(choice)) => named.extend(ways(name, choice)),
            RefOr::T(Schema::Object(page)) => {
                let Some(of) = name.strip_prefix("Page_") else { continue };
                if let Some(RefOr::T(Schema::Array(items))) = page.properties.get_mut("items")
                    && let ArrayItems::RefOrSchema(item) = &mut items.items
                {
                    let schema = std::mem::replace(&mut **item, Ref::from_schema_name(of).into());
                    named.push((of.to_owned(), schema));
                }
            }
            _ => {}
        }
    }
    for (name, schema) in named {
        // What is known by that name already is the same.
        components.schemas.entry(name).or_insert(schema);
    }
}

/// `{"amount": …}` of `RungResult` becomes `RungResultAmount`.
fn ways(name: &str, choice: &mut OneOf) -> Vec<(String, RefOr<Schema>)> {
    let mut named = Vec::new();
    for way in &mut choice.items {
        let RefOr::T(Schema::Object(object)) = way else { continue };
        let Some(only) = object.properties.keys().next() else { continue };
        let mut letters = only.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        let own = format!("{name}{}{}", first.unwrap_or_default(), letters.as_str());
        named.push((own.clone(), std::mem::replace(way, Ref::from_schema_name(own).into())));
    }
    named
}

/// Every body says what it is, also one that is no JSON of a known shape.
pub fn bodies(operation: &mut Operation) {
    for response in operation.responses.responses.values_mut() {
        let RefOr::T(response) = response else { continue };
        for (kind, content) in &mut response.content {
            if let RefOr::T(content) = content
                && content.schema.is_none()
            {
                content.schema = Some(plain(kind));
            }
        }
    }
}

fn plain(kind: &str) -> RefOr<Schema> {
    if kind == "application/json" {
        return ObjectBuilder::new().schema_type(Type::Object).into();
    }
    let binary = Some(SchemaFormat::KnownFormat(utoipa::openapi::KnownFormat::Binary));
    ObjectBuilder::new().schema_type(Type::String).format(binary).into()
}
