//! How the types of the data look in the OpenAPI document. The build script compiles those types too, without utoipa.
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        RefOr, Schema,
        schema::{ObjectBuilder, OneOfBuilder, SchemaType, Type},
    },
};

use super::data::{
    calendar::DayKind,
    office::DistrictKind,
    term::Unit,
    value::{Money, Value},
};

macro_rules! one_of {
    ($kind:ty: $($name:literal),+) => {
        impl PartialSchema for $kind {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new().schema_type(Type::String).enum_values(Some([$($name),+])).into()
            }
        }
        impl ToSchema for $kind {}
    };
}
one_of!(Unit: "working_days", "calendar_days", "months", "hours");
one_of!(DayKind: "holiday", "mourning", "shifted", "swapped_off", "swapped_in", "one_off");
one_of!(DistrictKind: "district", "city", "city_district");

impl PartialSchema for Money {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .description(Some("An amount in minor units"))
            .property("minor", ObjectBuilder::new().schema_type(Type::Integer).build())
            .required("minor")
            .property("currency", ObjectBuilder::new().schema_type(Type::String).build())
            .required("currency")
            .into()
    }
}
impl ToSchema for Money {}

impl PartialSchema for Value {
    fn schema() -> RefOr<Schema> {
        let plain = [Type::Boolean, Type::Integer, Type::String, Type::Null];
        OneOfBuilder::new()
            .description(Some(
                "A yes or no, a count, a date or a code, an amount, or null: stated to be none",
            ))
            .item(ObjectBuilder::new().schema_type(SchemaType::from_iter(plain)).build())
            .item(Money::schema())
            .into()
    }
}
impl ToSchema for Value {}
