//! What will it cost, from which money, to bring a region's workers under BPJS Ketenagakerjaan, by
//! when, and how far does the ceiling reach?
//!
//! Data walks one way: a [`scenario`] (what the planner decided) passes the [`law`] (what the state
//! decided), becomes heads, becomes rupiah, is laid on funds, and leaves as a [`plan::Projection`] that
//! can explain itself. Nothing here knows a clock, a file, a random number or a float of money.
//!
//! | room | what is in it |
//! |---|---|
//! | [`money`], [`people`], [`month`] | rupiah, rates and the one rounding; whole people; months and spans |
//! | [`law`] | dated statutory values with their source, and the look-up |
//! | [`scenario`] | the input model and its check |
//! | [`plan`] | heads, contributions, funds, the projection, and why a number is what it is |
//! | [`problem`] | what is wrong or must be said, as codes |
//!
//! # Example
//!
//! 2,829 vulnerable workers of Manggarai Barat for a year (DPA 2025: Rp 570.326.400):
//!
//! ```
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
//! let input: cakupan::scenario::Input = serde_json::from_str(text).unwrap();
//! let scenario = cakupan::scenario::read(&input).unwrap();
//! let projection = cakupan::plan::project(&scenario).unwrap();
//! assert_eq!(projection.total.rupiah.get(), 570_326_400);
//! ```
//!
//! # What it does not do
//!
//! It plans; it does not bill. Administrative costs, penalties, JKP (which changes nothing of what is
//! billed), PMI, and the deferral of JP in 2020 are not counted.

pub mod choices;
pub mod law;
pub mod money;
pub mod month;
mod order;
pub mod people;
pub mod plan;
pub mod problem;
pub mod scenario;
mod text;
#[cfg(feature = "cli")]
pub mod words;

/// Version of the engine.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

use problem::Problem;
use scenario::Input;

/// Everything that is wrong with an input; empty if [`plan::project`] will answer.
#[must_use]
pub fn check(input: &Input) -> Vec<Problem> {
    match scenario::read(input) {
        Ok(scenario) => plan::can_project(&scenario).err().unwrap_or_default(),
        Err(problems) => problems,
    }
}
