//! JavaScript binding of the engine: plain data in, plain objects out. It holds no rule.
//!
//! `pkg/js/plain.ts` copies the caller's values into plain data first, so that no getter or Proxy runs while the
//! engine does. A refused input is thrown as an `Error` with its problems.

mod answer;

use answer::projection;
use cakupan::ask::{
    Factor, compare as compare_scenarios, explain as explain_figure, reach as reach_of,
};
use cakupan::choices::Choice as _;
use cakupan::plan::project as project_scenario;
use cakupan::scenario::{Question, Request, read_all};
use cakupan_door::{input, object, refused, scenario as scenario_of};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// All problems of a scenario.
#[wasm_bindgen]
pub fn check(scenario: JsValue) -> Result<JsValue, JsValue> {
    object(&cakupan::check(&input(scenario)))
}

/// Cost and coverage of a scenario.
#[wasm_bindgen]
pub fn project(scenario: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    projection(project_scenario(&scenario).map_err(refused)?)
}

/// Explanation of a figure of a scenario.
#[wasm_bindgen]
pub fn explain(scenario: JsValue, question: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    let question = Question::read(&input(question), &scenario).map_err(refused)?;
    object(&explain_figure(&scenario, &question).map_err(refused)?)
}

/// How many people the ceilings of a scenario pay for.
#[wasm_bindgen]
pub fn reach(scenario: JsValue, request: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    let request = Request::read(&input(request), &scenario).map_err(refused)?;
    object(&reach_of(&scenario, &request).map_err(refused)?)
}

/// Differences of scenarios to the first one.
#[wasm_bindgen]
pub fn compare(scenarios: JsValue) -> Result<JsValue, JsValue> {
    let scenarios = read_all(&input(scenarios)).map_err(refused)?;
    object(&compare_scenarios(&scenarios, Factor::ALL).map_err(refused)?)
}

/// Versions of the engine and of the law.
#[wasm_bindgen]
pub fn version() -> Result<JsValue, JsValue> {
    object(&cakupan::Version::CURRENT)
}

/// Starts a new instance at the next call. Used after a failure inside, because the memory may be inconsistent.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}
