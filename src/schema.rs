//! Every shape that goes in or comes out as a JSON Schema, with the doc comments of its fields.
//!
//! The answers are described by their structs, what is read by the table that the check uses. What is written by hand as
//! JSON is described here. The types of the package are made from [`all`].
//!
//! ```
//! let schema = cakupan::schema::projection();
//! assert_eq!(schema["properties"]["months"]["items"]["$ref"], "#/$defs/Month");
//! assert_eq!(cakupan::schema::all()["$defs"]["Amounts"]["properties"]["rupiah"]["type"], "integer");
//! ```

use crate::ask::Monitored;
use crate::ask::{
    Benefit, Cases, Comparison, Explained, Outlook, Quantity, Reach, Retention, Scaled,
    Uncertainty, Unsure,
};
use crate::choices::{About, Choice as _};
use crate::law::{FundKind, Programme, Value as LawValue, Words, WorkerClass};
use crate::message::{ProblemShape, ReasonShape};
use crate::money::{Base, Points, Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::Projection;
use crate::problem::Params;
use crate::scenario::{
    BenefitRequestShape, QuestionShape, ROLE, RealisationShape, RequestShape,
    RetentionRequestShape, RiskRequestShape, ScenarioShape, UNIT,
};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};
use std::borrow::Cow;

#[path = "../build/law/book.rs"]
#[allow(dead_code, missing_docs, reason = "only described here")]
mod book;

/// What `book` takes from its surroundings; in the build script they are others.
mod words {
    pub(super) use crate::law::{
        FundKind, Group, GrowthKind, Programme, Row, Sector, Status, Unit, Verdict, WorkerClass,
    };
    pub(super) type Words = crate::law::Words<'static>;
    pub(super) use crate::month::Month;
    pub(super) use schemars::JsonSchema as Entry;

    pub(super) type Number = f64;
}

/// The JSON Schema (2020-12) of a scenario.
///
/// ```
/// let schema = cakupan::schema::scenario();
/// assert_eq!(schema["$defs"]["Period"]["properties"]["months"]["maximum"], 360);
/// ```
#[must_use]
pub fn scenario() -> Value {
    alone::<ScenarioShape>("Scenario of cakupan")
}

/// The JSON Schema (2020-12) of a projection, as the package and the command line give it.
#[must_use]
pub fn projection() -> Value {
    alone::<Projection<'_>>("Projection of cakupan")
}

/// Every named shape under `$defs`: what is read, what is answered, and the law.
#[must_use]
pub fn all() -> Value {
    let mut generator = generator();
    generator.subschema_for::<Month>();
    generator.subschema_for::<Words>();
    <ScenarioShape as JsonSchema>::json_schema(&mut generator);
    generator.subschema_for::<ProblemShape>();
    generator.subschema_for::<Projection<'_>>();
    <QuestionShape as JsonSchema>::json_schema(&mut generator);
    generator.subschema_for::<Explained>();
    <RequestShape as JsonSchema>::json_schema(&mut generator);
    generator.subschema_for::<Reach<'_>>();
    generator.subschema_for::<Comparison<'_>>();
    <BenefitRequestShape as JsonSchema>::json_schema(&mut generator);
    generator.subschema_for::<Benefit<'_>>();
    <RiskRequestShape as JsonSchema>::json_schema(&mut generator);
    generator.subschema_for::<Uncertainty>();
    generator.subschema_for::<Unsure>();
    <RetentionRequestShape as JsonSchema>::json_schema(&mut generator);
    generator.subschema_for::<Retention<'_>>();
    <RealisationShape as JsonSchema>::json_schema(&mut generator);
    generator.subschema_for::<Monitored<'_>>();
    generator.subschema_for::<crate::sheet::RkaRow<'_>>();
    generator.subschema_for::<crate::sheet::RkaTable<'_>>();
    generator.subschema_for::<crate::sheet::LegalBasis>();
    generator.subschema_for::<crate::sheet::RkaChange<'_>>();
    generator.subschema_for::<crate::sheet::RkaChangeTable<'_>>();
    generator.subschema_for::<crate::sheet::CashPlan<'_>>();
    #[cfg(feature = "open")]
    generator.subschema_for::<crate::sheet::Changes>();
    #[cfg(feature = "open")]
    generator.subschema_for::<crate::sheet::SheetTables>();
    generator.subschema_for::<book::Law>();
    generator.subschema_for::<book::Source>();
    generator.subschema_for::<crate::Version>();
    let mut all = json_schema!({
        "$defs": generator.take_definitions(false), "x-classes": classes(), "x-earmarked": earmarked(),
    });
    RecursiveTransform(tidy).transform(&mut all);
    all.to_value()
}

/// What a segment of each class has. It is no word of JSON Schema: the form of the page is made from it.
fn classes() -> Value {
    let of = |class: &WorkerClass| {
        let with_worker_part = |programme: &Programme| class.has_worker_part(*programme);
        json!({
            "programmes": class.programmes().collect::<Vec<_>>(),
            "workerPart": class.programmes().filter(with_worker_part).collect::<Vec<_>>(),
            "risk": class.has_risk(),
            "sector": class.has_sector(),
            "lowestBase": class.has_lowest_base(),
            "contract": class.has_contract(),
        })
    };
    WorkerClass::ALL.iter().map(|class| (class.name().to_owned(), of(class))).collect()
}

/// Kinds of funds of which only a part of the allocation may go to contributions; as [`classes`], for the page.
fn earmarked() -> Value {
    FundKind::ALL.iter().filter(|kind| kind.earmark().is_some()).map(|kind| kind.name()).collect()
}

/// The schema of one shape, with those it needs. What JSON Schema does not know is left out.
fn alone<T: JsonSchema>(title: &str) -> Value {
    let mut generator = generator();
    let reference = generator.subschema_for::<T>();
    let mut definitions = generator.take_definitions(false);
    let name =
        reference.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
    let mut schema =
        json_schema!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title });
    let own = name.and_then(|name| definitions.shift_remove(name));
    if let (Some(schema), Some(Value::Object(own))) = (schema.as_object_mut(), own) {
        schema.extend(own);
    }
    schema.insert("$defs".into(), definitions.into());
    RecursiveTransform(tidy).transform(&mut schema);
    let ours = |schema: &mut Schema| {
        schema.remove(UNIT);
        schema.remove(ROLE);
    };
    RecursiveTransform(ours).transform(&mut schema);
    schema.to_value()
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().into_generator()
}

/// What the derived schemas do not say or say in Rust: objects have no other fields, numbers no width, what is absent is
/// `null`, and a paragraph is one line.
fn tidy(schema: &mut Schema) {
    if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
        schema.insert("additionalProperties".into(), false.into());
    }
    schema.remove("format");
    if let Some(Value::String(text)) = schema.get("description") {
        let text = About::meaning(text).replace("`None`", "`null`");
        schema.insert("description".into(), text.into());
    }
}

/// Types that JSON has as a plain value: their schema stands where they are used.
macro_rules! plain {
    ($($type:ty: $schema:tt,)+) => {
        $(impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        })+
    };
}

plain! {
    Rupiah: { "type": "integer", "minimum": 0, "maximum": Rupiah::MAX.get() },
    People: { "type": "integer", "minimum": 0 },
    Base: { "type": "number", "minimum": 0 },
    Cases: { "type": "number", "minimum": 0 },
    Scaled: { "type": "number", "minimum": 0 },
    Rate: { "type": "number", "minimum": 0 },
    Points: { "type": "number" },
    LawValue<'_>: { "type": ["number", "null"] },
}

/// Types that have a name in JSON too.
macro_rules! named {
    ($($type:ty as $name:literal: |$generator:ident| $schema:expr,)+) => {
        $(impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        })+
    };
}

named! {
    Month as "Month": |_generator| json_schema!({
        "type": "string", "pattern": "^\\d{4}-(0[1-9]|1[0-2])$",
        "description": "A calendar month, written `\"2026-03\"`.",
    }),
    Params as "Params": |generator| {
        let words = generator.subschema_for::<Words>();
        json_schema!({
            "type": "object",
            "additionalProperties": { "anyOf": [{ "type": ["string", "number"] }, words] },
            "description": "What a sentence is filled with: numbers, texts, or words of both languages.",
        })
    },
}

/// Two fields of what holds it.
impl JsonSchema for Quantity {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Quantity".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let none = Rate::from_millionths(0);
        let each = [
            Self::Rupiah(Base::from_thousandths(0)),
            Self::People(People::ZERO),
            Self::Months(0),
            Self::Percent(none),
        ];
        json_schema!({
            "type": "object",
            "properties": {
                "value": { "type": "number", "description": "The figure." },
                "unit": { "enum": each.map(Self::unit), "description": "What the figure counts." },
            },
            "required": ["value", "unit"],
        })
    }
}

/// The type of a figure that may be absent stands under these keys. They are no words of JSON Schema: the types of the
/// package make one type of it with a parameter.
impl<T: JsonSchema> JsonSchema for Outlook<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("OutlookOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (value, reason) =
            (generator.subschema_for::<T>(), generator.subschema_for::<ReasonShape>());
        json_schema!({
            "description": "A figure, or why there is none: one of the two is `null`.",
            "type": "object",
            "properties": {
                "value": { "description": "The figure.", "anyOf": [value, { "type": "null" }] },
                "reason": { "description": "Why there is none.", "anyOf": [reason, { "type": "null" }] },
            },
            "required": ["value", "reason"],
            "x-generic": { "name": "Outlook", "of": T::schema_name() },
        })
    }
}
