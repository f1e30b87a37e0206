//! How the planner reads what the law leaves open.

use crate::law::{FundKind, Group, Relief};
use serde::Serialize;
use serde::ser::Serializer;

/// Reading of a relief whose text does not name a kind of payer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ReliefChoice {
    /// Relief whose text does not name the payer.
    #[serde(serialize_with = "relief_key")]
    pub relief: &'static Relief,
    /// Kind of payer.
    pub payer: FundKind,
    /// Whether the relief applies.
    pub applies: bool,
    /// Reason.
    pub note: Option<String>,
}

fn relief_key<S: Serializer>(relief: &&'static Relief, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(relief.key())
}

/// Planner's verdict on whether the funds of a rule may pay for a group, in place of the rule's.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Permission {
    /// Key of the rule.
    pub rule: &'static str,
    /// Group of workers.
    pub group: Group,
    /// Whether it may be paid for.
    pub allowed: bool,
    /// Reason.
    pub note: Option<String>,
}
