//! The shapes of what is read as JSON Schemas, for editors, forms and checks elsewhere.
//!
//! They say what the shapes say; what depends on other fields or on the law only [`check`](crate::check) knows.

use super::shape::{
    BENEFIT_REQUEST, EVIDENCE, Field, QUESTION, REALISATION, REGION, REQUEST, RETENTION_REQUEST,
    RISK_REQUEST, Role, SCENARIO, Shape, Unit,
};
use crate::choices::About;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

/// A shape that answers and schemas name, as a type.
macro_rules! input {
    ($($(#[$about:meta])* $name:ident = $shape:ident,)+) => {
        $(
            $(#[$about])*
            #[derive(Debug)]
            pub(crate) struct $name;

            impl JsonSchema for $name {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    of(&$shape, generator)
                }
            }
        )+
    };
}

input! {
    /// A scenario.
    ScenarioShape = SCENARIO,
    /// Which figure is to be explained.
    QuestionShape = QUESTION,
    /// What is asked of the way back.
    RequestShape = REQUEST,
    /// What is asked about benefits.
    BenefitRequestShape = BENEFIT_REQUEST,
    /// What is asked about ranges.
    RiskRequestShape = RISK_REQUEST,
    /// What is asked about the time after a budget stops paying.
    RetentionRequestShape = RETENTION_REQUEST,
    /// What was enrolled, billed and paid so far.
    RealisationShape = REALISATION,
    /// A region, as a scenario names it.
    RegionShape = REGION,
}

/// Month and day as a pattern: 29, 30 or 31 days by month.
const MONTH_AND_DAY: &str = concat!(
    "(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|",
    "(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|[12]\\d)",
);

/// What a number counts stands under this key. It is no word of JSON Schema: only the page asks for it.
pub(crate) const UNIT: &str = "x-unit";
/// What a field does to a projection stands under this key, unless figures are calculated from it; as [`UNIT`], for the
/// page.
pub(crate) const ROLE: &str = "x-role";

fn of(shape: &Shape, generator: &mut SchemaGenerator) -> Schema {
    match shape {
        Shape::Text(most) => json_schema!({
            "type": "string", "minLength": 1, "maxLength": most, "pattern": "\\S",
        }),
        Shape::Id => json_schema!({
            "type": "string", "maxLength": 40, "pattern": "^[a-z0-9_-]+$",
        }),
        Shape::RegionCode(4..) => text("^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}$"),
        Shape::RegionCode(_) => text("^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?$"),
        // 29 February of a common year passes here; the check refuses it.
        Shape::Date => text(&format!("^\\d{{4}}(-(0[1-9]|1[0-2])|-({MONTH_AND_DAY}))?$")),
        Shape::Day => text(&format!("^\\d{{4}}-({MONTH_AND_DAY})$")),
        Shape::Month => generator.subschema_for::<crate::month::Month>(),
        Shape::Truth => json_schema!({ "type": "boolean" }),
        Shape::Whole(Unit::Version, _, version) => json_schema!({ "const": version }),
        Shape::Whole(unit, least, most) => json_schema!({
            "type": "integer", "minimum": least, "maximum": most, UNIT: name(*unit),
        }),
        Shape::Year(least, most) => json_schema!({
            "type": "integer", "minimum": least, "maximum": most, UNIT: "year",
        }),
        // The number of decimals is checked only by the check: `multipleOf` fails on binary fractions.
        Shape::Decimal(unit, _, least, most) => json_schema!({
            "type": "number", "minimum": least, "maximum": most, UNIT: name(*unit),
        }),
        Shape::Word(about, words) => {
            defined(*about, generator, |_| crate::choices::described(*about, words))
        }
        Shape::List(least, most, each) => json_schema!({
            "type": "array", "minItems": least, "maxItems": most, "items": of(each, generator),
        }),
        Shape::Object(about, fields) => {
            defined(*about, generator, |generator| object(fields, generator))
        }
        Shape::Kinds(about, kinds, fields) => defined(*about, generator, |generator| {
            let mut alternatives = Vec::new();
            for ((kind, fields), text) in kinds.iter().zip(*fields).zip(about.words) {
                let mut schema = object(fields, generator);
                schema.insert("description".into(), About::meaning(text).into());
                let first = json!({ "kind": { "const": kind } });
                add(&mut schema, "properties", first);
                add(&mut schema, "required", json!(["kind"]));
                alternatives.push(schema);
            }
            json_schema!({ "oneOf": alternatives })
        }),
        Shape::Evidence => defined(
            SOURCES,
            generator,
            |generator| json_schema!({ "type": "object", "additionalProperties": of(&EVIDENCE, generator) }),
        ),
    }
}

const SOURCES: About = About::new(
    "EvidenceByField",
    "Where a figure comes from, by the name of the field beside it: `{ \"eligible\": { … } }`.",
    &[],
);

/// As the page calls it.
const fn name(unit: Unit) -> &'static str {
    match unit {
        Unit::Version => "version",
        Unit::People => "people",
        Unit::Months => "months",
        Unit::Rupiah => "money",
        Unit::Percent => "percent",
        Unit::Part => "part",
        Unit::Plain => "decimal",
    }
}

/// `None`: counted, or what the field around it does.
const fn role(role: Role) -> Option<&'static str> {
    match role {
        Role::Counted => None,
        Role::Checked => Some("checked"),
        Role::Text => Some("text"),
        Role::Source => Some("source"),
    }
}

fn text(pattern: &str) -> Schema {
    json_schema!({ "type": "string", "pattern": pattern })
}

/// A schema under its name, made when it is met first.
fn defined(
    about: About,
    generator: &mut SchemaGenerator,
    make: impl FnOnce(&mut SchemaGenerator) -> Schema,
) -> Schema {
    if !generator.definitions().contains_key(about.name) {
        // The name is taken before what is below it, so that definitions stand in the order of the shapes.
        generator.definitions_mut().insert(about.name.into(), Value::Null);
        let mut schema = make(generator);
        about.describe(&mut schema);
        generator.definitions_mut().insert(about.name.into(), schema.to_value());
    }
    Schema::new_ref(format!("#/$defs/{}", about.name))
}

/// An object with these fields and no others; optional fields may be `null`.
fn object(fields: &[Field], generator: &mut SchemaGenerator) -> Schema {
    let mut properties = serde_json::Map::new();
    for field in fields {
        let mut schema = of(&field.shape, generator);
        if matches!(field.shape, Shape::Evidence) {
            let names: Vec<_> = fields.iter().map(|field| field.key).collect();
            // Beside `propertyNames` strict validators want the type too.
            schema.insert("type".into(), "object".into());
            schema.insert("propertyNames".into(), json!({ "enum": names }));
        }
        if !field.needed {
            schema = json_schema!({ "anyOf": [schema, { "type": "null" }] });
        }
        field.about.describe(&mut schema);
        if let Some(role) = role(field.role) {
            schema.insert(ROLE.into(), role.into());
        }
        properties.insert(field.key.into(), schema.to_value());
    }
    let needed: Vec<_> =
        fields.iter().filter(|field| field.needed).map(|field| field.key).collect();
    json_schema!({
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": false,
    })
}

/// Puts entries before those that are there.
fn add(schema: &mut Schema, key: &str, mut first: Value) {
    match (&mut first, schema.remove(key)) {
        (Value::Object(first), Some(Value::Object(rest))) => first.extend(rest),
        (Value::Array(first), Some(Value::Array(rest))) => first.extend(rest),
        (_, _) => {}
    }
    schema.insert(key.into(), first);
}
