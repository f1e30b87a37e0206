//! JavaScript binding of the engine: plain data in, plain objects out. It holds no rule.
//!
//! `pkg/js/plain.ts` copies the caller's values into plain data first, so that no getter or Proxy runs while the
//! engine does. A refused input is thrown as an `Error` with its problems.

mod answer;

use answer::{object, projection, refusal};
use cakupan::choices::Choice as _;
use cakupan::plan::{
    Factor, compare as compare_scenarios, explain as explain_figure, project as project_scenario,
    reach as reach_of,
};
use cakupan::problem::Problem;
use cakupan::scenario::{Input, Question, Request, Scenario, read, read_all};
use serde::Serialize;
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
    object(&Version { engine: cakupan::VERSION, law: cakupan::law::VERSION })
}

/// Starts a new instance at the next call. Used after a failure inside, because the memory may be inconsistent.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}

#[derive(Serialize)]
struct Version {
    engine: &'static str,
    law: &'static str,
}

fn scenario_of(scenario: JsValue) -> Result<Scenario, JsValue> {
    read(&input(scenario)).map_err(refused)
}

/// Reads a JavaScript value; what is not data, marked by bytes, becomes `Unreadable`.
fn input(value: JsValue) -> Input {
    serde_wasm_bindgen::from_value(value).unwrap_or(Input::Unreadable)
}

fn refused(problems: Vec<Problem>) -> JsValue {
    refusal(&problems)
}
