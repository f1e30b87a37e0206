//! What will it cost, from which money, to bring a region's workers under BPJS Ketenagakerjaan, by
//! when, and how far does the ceiling reach?
//!
//! Data walks one way: a [`scenario`] (what the planner decided) passes the [`law`] (what the state
//! decided), becomes heads, becomes rupiah, is laid on funds, and leaves as a [`plan::Projection`] that
//! can explain itself. Nothing here knows a clock, a file, a random number or a float of money.
//!
//! | room | what is in it |
//! |---|---|
//! | [`scenario`] | the input model and its check |
//! | [`law`] | dated statutory values with their source, and the look-up |
//! | [`plan`] | heads, contributions, funds, and the projection |
//! | [`ask`] | how far ceilings reach, what plans differ in, why a number is what it is, what happened so far |
//! | [`batch`] | one plan for many units at once, in columns |
//! | [`money`], [`people`], [`month`] | rupiah, rates and the one rounding of a contribution; whole people; months and spans |
//! | [`code`] | every code that can be said, with its family and grade |
//! | [`problem`] | what is wrong or must be said: a code, a place, and what its sentence is filled with |
//! | `words` | the sentences of the codes in two languages, with the feature `cli` |
//! | `schema` | every shape as a JSON Schema, with the feature `cli` |
//! | [`choices`] | words with a fixed set of meanings |
//!
//! # What it costs
//!
//! [`scenario::read`] takes anything that is plain data, here JSON; [`plan::project`] answers. 2,829 vulnerable
//! workers of Manggarai Barat for a year, for which the region's DPA of 2025 printed Rp 570.326.400:
//!
//! ```
//! use cakupan::{plan, scenario};
//!
//! let text = r#"{
//!   "schema": 1,
//!   "region": { "name": "Kabupaten Manggarai Barat", "level": "regency" },
//!   "period": { "firstMonth": "2025-01", "months": 12 },
//!   "segments": [{
//!     "id": "rentan", "name": "Pekerja rentan", "class": "BPU", "programmes": ["JKK", "JKM"],
//!     "enrolment": { "kind": "fixed", "counts": [{ "from": "2025-01", "people": 2829 }] },
//!     "payers": [{ "fund": "apbd", "percent": 100 }]
//!   }],
//!   "funds": [{ "id": "apbd", "name": "APBD", "kind": "apbdRegency" }]
//! }"#;
//! let scenario = scenario::read(&serde_json::from_str(text).unwrap()).unwrap();
//! let projection = plan::project(&scenario).unwrap();
//! assert_eq!(projection.total.rupiah.get(), 570_326_400);
//! ```
//!
//! The examples below go on with this scenario. Once read it is data like any other, and its fields can be set; what
//! the types do not hold (shares that sum to 100 %, funds that exist) is then the caller's word.
//!
//! # How far a ceiling reaches
//!
//! [`ask::reach`](fn@ask::reach) goes the other way, with the proof that one more person does not fit. A rupiah less than the
//! region needs pays for one worker less:
//!
//! ```
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/published/03.json"));
//! # let mut scenario = cakupan::scenario::read(&serde_json::from_str(text).unwrap()).unwrap();
//! use cakupan::{ask, money::Rupiah, scenario::{Ceiling, Input, Request}};
//!
//! let rupiah = Rupiah::new(570_326_399).unwrap();
//! let ceiling = Ceiling { year: 2025, rupiah, before: None, allocation: None };
//! scenario.funds[0].ceilings = vec![ceiling];
//!
//! let request = Request::read(&Input::Null, &scenario).unwrap(); // null: as it comes
//! let reach = ask::reach(&scenario, &request).unwrap();
//! assert_eq!(reach.people.get(), 2828);
//! let one_more = reach.segments[0].blocked.unwrap();
//! assert_eq!(one_more.rupiah.get(), 570_326_400); // what it would need
//! ```
//!
//! # What another plan has more
//!
//! [`ask::compare`](fn@ask::compare) sets plans side by side and takes their difference apart, factor by factor, so that the parts
//! sum to it exactly. From July instead of January:
//!
//! ```
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/published/03.json"));
//! # let scenario = cakupan::scenario::read(&serde_json::from_str(text).unwrap()).unwrap();
//! use cakupan::{ask::{Factor, compare}, choices::Choice as _, month::Month};
//!
//! let mut later = scenario.clone();
//! later.period.first_month = Month::of(2025, 7);
//! later.period.months = 6;
//!
//! let plans = [scenario, later];
//! let comparison = compare(&plans, Factor::ALL).unwrap();
//! let difference = &comparison.differences[0];
//! assert_eq!(difference.rupiah, -285_163_200); // half of 570,326,400
//! let mut parts = difference.factors.iter();
//! assert_eq!(parts.clone().map(|part| part.rupiah).sum::<i64>(), difference.rupiah);
//! assert_eq!(parts.find(|part| part.rupiah != 0).unwrap().factors, [Factor::Months]);
//! ```
//!
//! # Why a number is what it is
//!
//! [`ask::explain`](fn@ask::explain) gives any figure as a tree: its leaves are inputs, with their path in the scenario, and
//! statutory values, with their key in the law.
//!
//! ```
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/published/03.json"));
//! # let scenario = cakupan::scenario::read(&serde_json::from_str(text).unwrap()).unwrap();
//! use cakupan::ask::{Explanation, explain};
//! use cakupan::law::Key;
//! use cakupan::scenario::{Programme, Question};
//!
//! fn leaves(tree: &Explanation) -> Vec<&Explanation> {
//!     match tree.parts.as_slice() {
//!         [] => vec![tree],
//!         parts => parts.iter().flat_map(leaves).collect(),
//!     }
//! }
//! let question = Question { programme: Some(Programme::Jkm), brief: true, ..Default::default() };
//! let explained = explain(&scenario, &question).unwrap();
//! let grounds = leaves(&explained.figure);
//! assert!(grounds.iter().any(|leaf| leaf.parameter == Key::parse("jkm.bpu"))); // Rp 6.800 a month
//! let people = "segments[0].enrolment.counts[0].people"; // 2,829
//! assert!(grounds.iter().any(|leaf| leaf.input.as_deref() == Some(people)));
//! let weak = &explained.weak; // inputs that are guesses, or whose source nobody named
//! assert!(weak.iter().any(|input| input.path == "segments[0].enrolment"));
//! ```
//!
//! # Another law
//!
//! Every statutory value can be replaced, with a note that stays with the result. JKM at Rp 10.000 instead of 6.800
//! costs 3,200 × 2,829 × 12 more:
//!
//! ```
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/published/03.json"));
//! # let mut scenario = cakupan::scenario::read(&serde_json::from_str(text).unwrap()).unwrap();
//! use cakupan::{law::{Value, key}, money::Base, month::Month, plan};
//! use cakupan::scenario::{Override, Replacement};
//!
//! scenario.overrides.push(Override {
//!     key: key::JKM_BPU,
//!     from: Month::of(2025, 1),
//!     to: None,
//!     value: Replacement::One(Value::Rupiah(Base::read(10_000.0).unwrap())),
//!     note: "What if JKM cost Rp 10.000?".into(),
//! });
//! let projection = plan::project(&scenario).unwrap();
//! assert_eq!(projection.total.rupiah.get(), 570_326_400 + 3_200 * 2_829 * 12);
//! ```
//!
//! # The law itself
//!
//! [`law::Law`] answers for one month. A month without a value is an error, never the last known value in silence:
//!
//! ```
//! use cakupan::{law::{Law, key}, money::Base, month::Month};
//!
//! let jkm = Law::enacted().rupiah(key::JKM_BPU, Month::of(2025, 1)).unwrap();
//! assert_eq!(jkm.value, Base::read(6_800.0).unwrap());
//! assert!(Law::enacted().rupiah(key::JP_CEILING, Month::of(2040, 1)).is_err());
//! ```
//!
//! # What is refused
//!
//! Anything may be handed in, and everything that is wrong with it comes back at once: a code that does not change,
//! and the path of the fault. [`check`] lists it, [`scenario::read`] gives it as its error; `words` has the sentences.
//!
//! ```
//! use cakupan::{check, code::Code, scenario::Input};
//!
//! let text = r#"{ "schema": 1, "funds": [{ "id": "Dana Desa" }] }"#;
//! let input: Input = serde_json::from_str(text).unwrap();
//! let problems = check(&input);
//! let has = |code, path| problems.iter().any(|one| one.code == code && one.path == path);
//! assert!(has(Code::BadId, "funds[0].id"));
//! assert!(has(Code::Missing, "segments"));
//! ```
//!
//! # Numbers
//!
//! Money is whole rupiah up to 2^53 − 1, in [`money::Rupiah`]; beyond, the answer is `amountTooLarge`. Rates are
//! millionths, bases thousandths of a rupiah, people whole. Only a [`money::Base`] times a [`money::Rate`] gives
//! fractions, and only [`money::Exact::round`] ends them: once for each worker, programme and payer's part, before
//! heads are counted. Shares are split by the largest remainder, so parts sum to their whole. The `f64` that JSON and
//! JavaScript hand in is made exact at the door, or refused.
//!
//! # Panics and errors
//!
//! Nothing here panics on any input: `unwrap`, indexing, unchecked arithmetic and casts are refused by lints, `unsafe`
//! is forbidden, and the tests throw random and hostile inputs at it. What cannot be answered is
//! [`problem::Problems`]: a list, and an error like any other. No foreign error type is part of the interface.
//!
//! # Features
//!
//! - **`cli`** (default): the program `cakupan`, the sentences in `words`, the JSON Schemas in `schema`; brings in
//!   `serde_json` and `schemars`.
//!   Without it the only dependency is `serde`, and only to describe shapes: every shape is `Serialize`, and
//!   [`scenario::Input`] is `Deserialize`.
//!
//! It compiles with Rust 1.88 and newer (`rust-version`); an older one is given up only in a minor version, which
//! CHANGELOG.md says.
//!
//! # What it is not
//!
//! It plans; it sets no budget and bills nobody. Administrative costs, penalties, JKP (which changes nothing of what
//! is billed), PMI, and the deferral of JP in 2020 are not counted. It knows no one's name. Values that nobody could
//! read in the text of the law are marked so: see [`law::Status`].

// A match over an enum of this crate names every variant, so that a new variant does not compile until it is handled
// everywhere. For the library only: the command line also matches enums of the standard library that are not closed.
#![deny(clippy::wildcard_enum_match_arm)]

pub mod ask;
pub mod batch;
pub mod choices;
pub mod code;
pub mod law;
#[cfg(feature = "cli")]
mod message;
pub mod money;
pub mod month;
mod order;
pub mod people;
pub mod plan;
pub mod problem;
pub mod scenario;
#[cfg(feature = "cli")]
pub mod schema;
pub mod sheet;
mod text;
#[cfg(feature = "cli")]
pub mod words;

/// Version of the crate.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

use problem::Problem;
use scenario::Input;
use serde::Serialize;

/// Versions of the engine and of the statutory values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Version {
    /// Of the engine.
    pub engine: &'static str,
    /// Of the statutory values: the last day on which somebody looked, and a hash of all entries.
    pub law: &'static str,
}

impl Version {
    /// Those that this crate carries.
    pub const CURRENT: Self = Self { engine: VERSION, law: law::VERSION };
}

/// All problems of an input; empty if [`plan::project`] gives a result.
#[must_use]
pub fn check(input: &Input) -> Vec<Problem> {
    match scenario::read(input).and_then(|scenario| plan::can_project(&scenario)) {
        Ok(()) => Vec::new(),
        Err(problems) => problems.into(),
    }
}
