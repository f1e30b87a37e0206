//! The door to JavaScript: plain objects in, JSON text out, which `js/index.js` reads. No rule lives here.
//!
//! A refused input is answered with the list of its problems; `js/index.js` makes an error of it. Nothing
//! is thrown.

mod input;
mod output;

use cakupan::choices::Choice as _;
use cakupan::plan::{
    Factor, compare as compare_scenarios, explain as explain_figure, project as project_scenario,
    reach as reach_of,
};
use cakupan::problem::Problem;
use cakupan::scenario::{Question, Request, read, read_all};
use input::read as input;
use output::write as out;
use wasm_bindgen::prelude::*;

/// Everything that is wrong with a scenario, as a list.
#[wasm_bindgen]
pub fn check(scenario: JsValue) -> String {
    out(&cakupan::check(&input(&scenario)))
}

/// What a scenario costs and reaches; a list instead of an object is the problems of the scenario.
#[wasm_bindgen]
pub fn project(scenario: JsValue) -> String {
    answer(
        read(&input(&scenario))
            .and_then(|scenario| project_scenario(&scenario).map(|projection| out(&projection))),
    )
}

/// Why a figure is what it is; a list instead of an object is the problems of the scenario or question.
#[wasm_bindgen]
pub fn explain(scenario: JsValue, question: JsValue) -> String {
    answer(read(&input(&scenario)).and_then(|scenario| {
        let question = Question::read(&input(&question), &scenario)?;
        explain_figure(&scenario, &question).map(|explanation| out(&explanation))
    }))
}

/// How far the ceilings reach; a list instead of an object is the problems of the scenario or request.
#[wasm_bindgen]
pub fn reach(scenario: JsValue, request: JsValue) -> String {
    answer(read(&input(&scenario)).and_then(|scenario| {
        let request = Request::read(&input(&request), &scenario)?;
        reach_of(&scenario, &request).map(|reach| out(&reach))
    }))
}

/// Scenarios side by side; a list instead of an object is the problems of any of them.
#[wasm_bindgen]
pub fn compare(scenarios: JsValue) -> String {
    answer(read_all(&input(&scenarios)).and_then(|scenarios| {
        compare_scenarios(&scenarios, Factor::ALL).map(|comparison| out(&comparison))
    }))
}

/// Version of the engine.
#[wasm_bindgen]
pub fn engine() -> String {
    cakupan::VERSION.into()
}

/// Version of the statutory values.
#[wasm_bindgen(js_name = lawVersion)]
pub fn law_version() -> String {
    cakupan::law::VERSION.into()
}

fn answer(result: Result<String, Vec<Problem>>) -> String {
    result.unwrap_or_else(|problems| out(&problems))
}
