//! Codes with their sentences, as they are written to JSON, and the shape of each family of them.

use crate::choices::{About, Choice as _};
use crate::code::{Code, Family, Grade};
use crate::problem::Params;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Value, json};
use std::borrow::Cow;

/// A problem or notice with its sentences, as it is written to JSON.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Message<'a> {
    /// Which kind; stable.
    pub(crate) code: Code,
    /// What the planner has to do about it.
    pub(crate) grade: Grade,
    /// The input it is about, from the root: `"segments[0].payers[1].percent"`; `""` is the scenario itself.
    pub(crate) path: &'a str,
    /// What the sentence is filled with.
    pub(crate) params: &'a Params,
    /// Sentence in both languages; of a problem, what is wrong and how to mend it.
    #[schemars(with = "crate::law::Words")]
    pub(crate) message: Sentences,
}

/// Sentence in both languages.
#[derive(Debug, Serialize)]
pub(crate) struct Sentences {
    pub(crate) id: String,
    pub(crate) en: String,
}

/// The grades that codes of a family have, the most pressing first.
fn grades_of(family: Family) -> Vec<&'static str> {
    let has = |grade: &&Grade| Code::of(family).any(|code| code.grade() == **grade);
    Grade::ALL.iter().filter(has).map(|grade| grade.name()).collect()
}

/// Codes with their words: the same fields for each kind of them, with its codes.
macro_rules! message_shapes {
    ($($(#[doc = $about:literal])+ $type:ident as $name:literal of $family:ident with $codes_name:literal,)+) => {
        $(
            $(#[doc = $about])+
            #[derive(Debug)]
            pub(crate) struct $type;

            impl JsonSchema for $type {
                fn schema_name() -> Cow<'static, str> {
                    $name.into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    let words: Vec<_> = Code::of(Family::$family).map(Code::name).collect();
                    let codes = json!({ "description": concat!("Every code of a `", $name, "`."), "enum": words });
                    generator.definitions_mut().insert($codes_name.into(), codes);
                    let mut schema = Message::json_schema(generator);
                    for (field, meant) in [
                        ("code", json!({ "$ref": concat!("#/$defs/", $codes_name) })),
                        ("grade", json!({ "enum": grades_of(Family::$family) })),
                    ] {
                        let place = schema.pointer_mut(&["/properties/", field].concat());
                        if let (Some(Value::Object(place)), Value::Object(meant)) = (place, meant) {
                            place.remove("$ref");
                            place.extend(meant);
                        }
                    }
                    About::new("", concat!($($about, "\n"),+), &[]).describe(&mut schema);
                    schema
                }
            }
        )+
    };
}

message_shapes! {
    /// One thing to mend in a scenario.
    ProblemShape as "Problem" of Problem with "ProblemCode",
    /// A remark that the planner must read with the result.
    NoticeShape as "Notice" of Notice with "NoticeCode",
    /// An input that was left empty and would have said more.
    MissingShape as "MissingInput" of Missing with "MissingCode",
    /// An input that changes no figure of this plan.
    UnusedShape as "UnusedInput" of Unused with "UnusedCode",
    /// What no projection counts.
    NotCountedShape as "NotCounted" of NotCounted with "NotCountedCode",
    /// Why there is no figure: "Tidak dapat dihitung karena …", "Cannot be worked out because …".
    ReasonShape as "Reason" of Reason with "ReasonCode",
}
