//! JSON Schema of a scenario, for editors, forms and other validators.
//!
//! It states the shape only. Rules between fields and rules of the law are in [`check`](crate::check).

use super::shape::{EVIDENCE, Field, SCENARIO, Shape};
use serde_json::{Map, Value, json};

/// JSON Schema (2020-12) of a scenario.
///
/// ```
/// let schema = cakupan::scenario::schema();
/// assert_eq!(schema["properties"]["period"]["properties"]["months"]["maximum"], 360);
/// ```
pub fn schema() -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".into(), json!("Scenario of cakupan"));
    if let Value::Object(scenario) = of(&SCENARIO) {
        schema.extend(scenario);
    }
    Value::Object(schema)
}

/// Month and day as a pattern: 29, 30 or 31 days by month.
const MONTH_AND_DAY: &str = concat!(
    "(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|",
    "(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|[12]\\d)",
);

fn of(shape: &Shape) -> Value {
    match shape {
        Shape::Text(most) => {
            json!({ "type": "string", "minLength": 1, "maxLength": most, "pattern": "\\S" })
        }
        Shape::Id => json!({ "type": "string", "maxLength": 40, "pattern": "^[a-z0-9_-]+$" }),
        Shape::RegionCode => text("^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?$"),
        // 29 February of a common year passes here; the check refuses it.
        Shape::Date => text(&format!("^\\d{{4}}(-(0[1-9]|1[0-2])|-({MONTH_AND_DAY}))?$")),
        Shape::Day => text(&format!("^\\d{{4}}-({MONTH_AND_DAY})$")),
        Shape::Month => text("^\\d{4}-(0[1-9]|1[0-2])$"),
        Shape::Truth => json!({ "type": "boolean" }),
        Shape::Whole(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Shape::Year(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        // The number of decimals is checked only by the check: `multipleOf` fails on binary fractions.
        Shape::Decimal(_, least, most) => {
            json!({ "type": "number", "minimum": least, "maximum": most })
        }
        Shape::Word(known) => json!({ "enum": known }),
        Shape::List(least, most, of_each) => {
            json!({ "type": "array", "minItems": least, "maxItems": most, "items": of(of_each) })
        }
        Shape::Object(fields) => object(fields, None),
        Shape::Kinds(kinds, fields) => {
            let each = kinds.iter().zip(*fields).map(|(kind, fields)| object(fields, Some(kind)));
            json!({ "oneOf": each.collect::<Vec<_>>() })
        }
        // `object` writes its fields, which are those of the object around it.
        Shape::Evidence => json!({ "type": "object" }),
    }
}

fn text(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// An object with these fields and no others; optional fields may be `null`.
fn object(fields: &[Field], kind: Option<&str>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    if let Some(kind) = kind {
        properties.insert("kind".into(), json!({ "const": kind }));
        required.push("kind");
    }
    for field in fields {
        let is_evidence = matches!(field.shape, Shape::Evidence);
        let schema = if is_evidence { evidence(fields) } else { of(&field.shape) };
        if field.needed {
            required.push(field.key);
            properties.insert(field.key.into(), schema);
        } else {
            properties.insert(field.key.into(), json!({ "anyOf": [schema, { "type": "null" }] }));
        }
    }
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// Sources, each with the name of a field of the same object.
fn evidence(fields: &[Field]) -> Value {
    let source = of(&EVIDENCE);
    let properties: Map<_, _> =
        fields.iter().map(|field| (field.key.to_owned(), source.clone())).collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}
