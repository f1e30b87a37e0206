//! The door to JavaScript: flat data in, flat data out, which `js/` makes of objects and makes objects of. No rule
//! lives here.
//!
//! A refused input is answered with the list of its problems; `js/answers.js` makes an error of it. Nothing
//! is thrown, and nothing of the caller runs inside.

mod input;
mod output;

use cakupan::choices::Choice as _;
use cakupan::plan::{
    Factor, compare as compare_scenarios, explain as explain_figure, project as project_scenario,
    reach as reach_of,
};
use cakupan::problem::Problem;
use cakupan::scenario::{Question, Request, read, read_all};
use input::arguments;
use output::{refuse, write as out};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Everything that is wrong with a scenario, as a list.
#[wasm_bindgen]
pub fn check(numbers: &[f64], text: &[u8]) -> Vec<f64> {
    let [scenario] = arguments(numbers, text);
    out(&cakupan::check(&scenario))
}

/// What a scenario costs and reaches; or nothing, and its problems.
#[wasm_bindgen]
pub fn project(numbers: &[f64], text: &[u8]) -> Vec<f64> {
    let [scenario] = arguments(numbers, text);
    answer(
        read(&scenario)
            .and_then(|scenario| project_scenario(&scenario).map(|projection| out(&projection))),
    )
}

/// Why a figure of a scenario is what it is; or nothing, and the problems of either.
#[wasm_bindgen]
pub fn explain(numbers: &[f64], text: &[u8]) -> Vec<f64> {
    let [scenario, question] = arguments(numbers, text);
    answer(read(&scenario).and_then(|scenario| {
        let question = Question::read(&question, &scenario)?;
        explain_figure(&scenario, &question).map(|explanation| out(&explanation))
    }))
}

/// How far the ceilings of a scenario reach, as requested; or nothing, and the problems of either.
#[wasm_bindgen]
pub fn reach(numbers: &[f64], text: &[u8]) -> Vec<f64> {
    let [scenario, request] = arguments(numbers, text);
    answer(read(&scenario).and_then(|scenario| {
        let request = Request::read(&request, &scenario)?;
        reach_of(&scenario, &request).map(|reach| out(&reach))
    }))
}

/// Scenarios side by side; or nothing, and the problems of any of them.
#[wasm_bindgen]
pub fn compare(numbers: &[f64], text: &[u8]) -> Vec<f64> {
    let [scenarios] = arguments(numbers, text);
    answer(read_all(&scenarios).and_then(|scenarios| {
        compare_scenarios(&scenarios, Factor::ALL).map(|comparison| out(&comparison))
    }))
}

/// Versions of the engine and of the statutory values.
#[wasm_bindgen]
pub fn version() -> Vec<f64> {
    out(&Version { engine: cakupan::VERSION, law: cakupan::law::VERSION })
}

#[derive(Serialize)]
struct Version {
    engine: &'static str,
    law: &'static str,
}

fn answer(result: Result<Vec<f64>, Vec<Problem>>) -> Vec<f64> {
    result.unwrap_or_else(|problems| refuse(&problems))
}
