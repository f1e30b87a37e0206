//! What is wrong or must be said: a code, the place, and what its sentence is filled with.
//!
//! The words stand once, in `words/*.json`, under the code; with the feature `cli`, `crate::words` fills them:
//!
//! ```
//! # #[cfg(feature = "cli")] {
//! use cakupan::{check, scenario::Input, words::Language};
//! let problems = check(&Input::Object(vec![("schema".into(), Input::Number(99.0))]));
//! let newer = problems.iter().find(|problem| problem.code == "newerSchema").unwrap();
//! assert_eq!(newer.path, "schema");
//! assert!(Language::Id.say("problem", newer.code, &newer.params).contains("99"));
//! # }
//! ```

use crate::law::Words;
use crate::money::{Base, Rate};
use crate::month::Month;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// One thing to mend in a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Which kind; stable.
    pub code: &'static str,
    /// The input, from the root: `segments[0].payers[1].percent`.
    pub path: String,
    /// What the sentence is filled with.
    pub params: Params,
}

impl Problem {
    /// A problem at a place.
    #[inline(never)] // one copy for some seventy places, most of them in the check
    pub(crate) fn at(code: &'static str, path: impl Into<String>) -> Self {
        Self { code, path: path.into(), params: Params::default() }
    }

    /// With a value more.
    #[inline(never)] // one copy for each kind of value, and some two hundred calls
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.add(name, value);
        self
    }
}

/// A remark that belongs to a result; of the same shape as a [`Problem`].
pub type Notice = Problem;

/// Values by name, in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(pub Vec<(&'static str, Param)>);

impl Params {
    /// Adds a value.
    #[inline(never)] // one copy for each kind of value, and some two hundred calls
    pub(crate) fn add(&mut self, name: &'static str, value: impl Into<Param>) {
        self.0.push((name, value.into()));
    }
}

/// A number or a text in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Param {
    /// Grouped as the language does.
    Number(u64),
    /// A percentage, with as many decimals as it has.
    Percent(Rate),
    /// An amount of a base, with as many decimals as it has.
    Amount(Base),
    /// As it is.
    Text(String),
    /// In the language of the sentence.
    Words(Words),
}

impl From<Words> for Param {
    fn from(words: Words) -> Self {
        Self::Words(words)
    }
}

impl From<Base> for Param {
    fn from(base: Base) -> Self {
        Self::Amount(base)
    }
}

impl From<Rate> for Param {
    fn from(rate: Rate) -> Self {
        Self::Percent(rate)
    }
}

impl From<u64> for Param {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<Month> for Param {
    fn from(month: Month) -> Self {
        Self::Text(month.text())
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            match value {
                Param::Number(number) => map.serialize_entry(name, number)?,
                Param::Percent(rate) => map.serialize_entry(name, rate)?,
                Param::Amount(base) => map.serialize_entry(name, base)?,
                Param::Text(text) => map.serialize_entry(name, text)?,
                Param::Words(words) => map.serialize_entry(name, words)?,
            }
        }
        map.end()
    }
}

/// `params!(limit = 5)`: values by name.
macro_rules! params {
    ($($name:ident = $value:expr),* $(,)?) => {{
        #[allow(unused_mut, reason = "some have none")]
        let mut params = $crate::problem::Params::default();
        $(params.add(stringify!($name), $value);)*
        params
    }};
}
pub(crate) use params;

/// `problem!("tooLarge", path, limit = 5)`: a code, a place, and its params.
macro_rules! problem {
    ($code:literal, $path:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::problem::Problem::at($code, $path)$(.with(stringify!($name), $value))*
    };
}
pub(crate) use problem;

/// Every code a [`Problem`] can carry.
pub const PROBLEMS: &[&str] = &[
    "notAnObject",
    "notAList",
    "notText",
    "notANumber",
    "notTrueOrFalse",
    "notReadable",
    "missing",
    "unknownKey",
    "unknownChoice",
    "empty",
    "tooLong",
    "tooMany",
    "badId",
    "badCode",
    "badDate",
    "badDay",
    "notWhole",
    "tooManyDecimals",
    "tooSmall",
    "tooLarge",
    "badMonth",
    "newerSchema",
    "duplicate",
    "outOfOrder",
    "endsBeforeStart",
    "overlap",
    "unknownFund",
    "unknownParameter",
    "valueOrRows",
    "rowsNotRising",
    "notExtrapolable",
    "sharesNotWhole",
    "programmeNotInClass",
    "baseNotInClass",
    "baseMissing",
    "riskMissing",
    "onlyForClass",
    "workerPayersMissing",
    "workerPayersUnused",
    "billedOutsidePlan",
    "startsTooLate",
    "targetWithoutWorkforce",
    "segmentWithoutTarget",
    "unknownRelief",
    "reliefDecided",
    "noLawValue",
    "amountTooLarge",
    "unknownSegment",
    "unknownAccount",
    "yearOutsidePlan",
    "monthOutsidePlan",
    "questionIncomplete",
    "measureWithoutWorkforce",
    "quotasNotWhole",
    "circular",
    "noLimit",
    "willNotPayShare",
    "contractSegment",
    "tooManyScenarios",
    "internal",
];

/// Every code a [`Notice`] can carry.
pub const NOTICES: &[&str] = &[
    "reliefApplied",
    "reliefDenied",
    "reliefDeniedByNext",
    "reliefOpen",
    "reliefChosen",
    "reliefNewcomers",
    "waitingTime",
    "lapses",
    "fundRule",
    "fundShort",
    "willNotPayAsked",
    "targetMissed",
    "aboveEligible",
    "valueAssumed",
    "valueReplaced",
    "notStatutory",
    "valueExtrapolated",
    "lawAsOf",
    "fundForbidden",
    "fundLimited",
    "fundAllowed",
    "fundChosen",
    "projectEnds",
    "oneYearOnly",
    "agreementEnds",
    "segmentAboveEligible",
    "earmarkExceeded",
    "regionUnknown",
    "regionLevel",
    "amountTiny",
    "baseIsContribution",
    "wageLow",
    "wageHuge",
    "jkkIsSum",
    "healthRate",
    "jkmIsPackage",
    "lawOld",
    "ceilingGap",
    "ceilingElsewhere",
    "nextNeverUsed",
    "publishedEqual",
    "publishedRounded",
    "publishedCut",
    "publishedMore",
    "publishedLess",
    "publishedWorth",
    "publishedWorthHeads",
    "publishedWorthMonths",
    "publishedWorthRest",
    "publishedWorthAbout",
];

/// Every code of an input that was left empty and would have said more.
pub const MISSING: &[&str] =
    &["noWorkforce", "noOtherMembers", "noTarget", "noCeiling", "noAccount"];

/// Every code of an input that changes no figure.
pub const UNUSED: &[&str] = &[
    "fundUnused",
    "segmentEmpty",
    "ceilingUnused",
    "countUnused",
    "baseUnused",
    "accountUnused",
    "overrideUnused",
    "assumptionUnused",
    "reliefUnused",
    "permissionUnused",
    "targetUnused",
    "sectorUnused",
    "publishedUnused",
];

/// Why there is no figure where one was looked for: the price of a point, what waiting moves, the latest start.
pub const REASONS: &[&str] = &[
    "withoutWorkforce",
    "withoutTarget",
    "countsFixed",
    "goalOutsidePlan",
    "goalOutOfReach",
    "goalMet",
    "pointAboveLimit",
    "pointNotReached",
    "pointMet",
    "pointNotBilled",
    "nobodyJoins",
    "waitingMixed",
    "unpriced",
    "beyondLimit",
];

/// What no projection counts; every view says so.
pub const NOT_COUNTED: &[&str] =
    &["administration", "penalties", "jkp", "pmi", "deferral", "overpayment", "benefits"];
