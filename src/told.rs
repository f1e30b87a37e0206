//! Codes with their words, as JSON carries them, and the shape of each kind of them.

use crate::choices::About;
use crate::problem::{MISSING, NOT_COUNTED, NOTICES, PROBLEMS, Params, REASONS, UNUSED};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Value, json};
use std::borrow::Cow;

/// A problem or notice with its words, as JSON carries it.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Told<'a> {
    /// Which kind; stable.
    pub(crate) code: &'static str,
    /// The input it is about, from the root: `"segments[0].payers[1].percent"`; `""` is the scenario itself.
    pub(crate) path: &'a str,
    /// What the sentence is filled with.
    pub(crate) params: &'a Params,
    /// The sentence in both languages; of a problem, what is wrong and how to mend it.
    #[schemars(with = "crate::law::Words")]
    pub(crate) message: Message,
}

/// A sentence in both languages.
#[derive(Debug, Serialize)]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) en: String,
}

/// Codes with their words: the same fields for each kind of them, with its codes.
macro_rules! told {
    ($($(#[doc = $about:literal])+ $type:ident as $name:literal with $codes:ident as $codes_name:literal,)+) => {
        $(
            $(#[doc = $about])+
            #[derive(Debug)]
            pub(crate) struct $type;

            impl JsonSchema for $type {
                fn schema_name() -> Cow<'static, str> {
                    $name.into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    let codes = json!({ "description": concat!("Every code of a `", $name, "`."), "enum": $codes });
                    generator.definitions_mut().insert($codes_name.into(), codes);
                    let mut schema = Told::json_schema(generator);
                    if let Some(code) = schema.pointer_mut("/properties/code").and_then(Value::as_object_mut) {
                        code.remove("type");
                        code.insert("$ref".into(), concat!("#/$defs/", $codes_name).into());
                    }
                    About::new("", concat!($($about, "\n"),+), &[]).describe(&mut schema);
                    schema
                }
            }
        )+
    };
}

told! {
    /// One thing to mend in a scenario.
    ProblemShape as "Problem" with PROBLEMS as "ProblemCode",
    /// A remark that the planner must read with the result.
    NoticeShape as "Notice" with NOTICES as "NoticeCode",
    /// An input that was left empty and would have said more.
    MissingShape as "MissingInput" with MISSING as "MissingCode",
    /// An input that changes no figure of this plan.
    UnusedShape as "UnusedInput" with UNUSED as "UnusedCode",
    /// What no projection counts.
    NotCountedShape as "NotCounted" with NOT_COUNTED as "NotCountedCode",
    /// Why there is no figure: "Tidak dapat dihitung karena …", "Cannot be worked out because …".
    ReasonShape as "Reason" with REASONS as "ReasonCode",
}
