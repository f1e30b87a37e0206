//! The door to JavaScript: plain data in, plain objects out. No rule lives here.
//!
//! What a caller hands over is first copied into plain data by the JavaScript around this module, so that no getter or
//! Proxy of theirs runs while the engine does. A refused input is thrown as an `Error` with its problems.

mod answer;

use answer::{object, projection, refusal};
use cakupan::choices::Choice as _;
use cakupan::plan::{
    Factor, compare as compare_scenarios, explain as explain_figure, project as project_scenario,
    reach as reach_of,
};
use cakupan::problem::Problems;
use cakupan::scenario::{Input, Question, Request, Scenario, read, read_all};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Everything that is wrong with a scenario, as a list.
#[wasm_bindgen]
pub fn check(scenario: JsValue) -> Result<JsValue, JsValue> {
    object(&cakupan::check(&input(scenario)))
}

/// What a scenario costs and reaches.
#[wasm_bindgen]
pub fn project(scenario: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    projection(project_scenario(&scenario).map_err(refused)?)
}

/// Why a figure of a scenario is what it is.
#[wasm_bindgen]
pub fn explain(scenario: JsValue, question: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    let question = Question::read(&input(question), &scenario).map_err(refused)?;
    object(&explain_figure(&scenario, &question).map_err(refused)?)
}

/// How far the ceilings of a scenario reach, as requested.
#[wasm_bindgen]
pub fn reach(scenario: JsValue, request: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    let request = Request::read(&input(request), &scenario).map_err(refused)?;
    object(&reach_of(&scenario, &request).map_err(refused)?)
}

/// Scenarios side by side.
#[wasm_bindgen]
pub fn compare(scenarios: JsValue) -> Result<JsValue, JsValue> {
    let scenarios = read_all(&input(scenarios)).map_err(refused)?;
    object(&compare_scenarios(&scenarios, Factor::ALL).map_err(refused)?)
}

/// Versions of the engine and of the statutory values.
#[wasm_bindgen]
pub fn version() -> Result<JsValue, JsValue> {
    object(&cakupan::Version::CURRENT)
}

/// Makes the next call run in a new instance: this one failed, and its memory can no longer be trusted.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}

fn scenario_of(scenario: JsValue) -> Result<Scenario, JsValue> {
    read(&input(scenario)).map_err(refused)
}

/// Plain data of JavaScript as the engine reads it; what is no data (bytes mark it) is `Unreadable`.
fn input(value: JsValue) -> Input {
    serde_wasm_bindgen::from_value(value).unwrap_or(Input::Unreadable)
}

fn refused(problems: Problems) -> JsValue {
    refusal(&problems)
}
