//! The door to JavaScript: plain objects in, plain objects out. No rule lives here.
//!
//! A refused input is answered with the list of its problems; `js/index.js` makes an error of it. Nothing
//! is thrown.

mod input;

use cakupan::plan::{explain as explain_figure, project as project_scenario};
use cakupan::problem::Problem;
use cakupan::scenario::{Question, read};
use input::read as input;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Everything that is wrong with a scenario, as a list.
#[wasm_bindgen]
pub fn check(scenario: JsValue) -> JsValue {
    out(&cakupan::check(&input(&scenario)))
}

/// What a scenario costs and reaches; a list instead of an object is the problems of the scenario.
#[wasm_bindgen]
pub fn project(scenario: JsValue) -> JsValue {
    answer(
        read(&input(&scenario))
            .and_then(|scenario| project_scenario(&scenario).map(|projection| out(&projection))),
    )
}

/// Why a figure is what it is; a list instead of an object is the problems of the scenario or question.
#[wasm_bindgen]
pub fn explain(scenario: JsValue, question: JsValue) -> JsValue {
    answer(read(&input(&scenario)).and_then(|scenario| {
        let question = Question::read(&input(&question), &scenario)?;
        explain_figure(&scenario, &question).map(|explanation| out(&explanation))
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

fn answer(result: Result<JsValue, Vec<Problem>>) -> JsValue {
    result.unwrap_or_else(|problems| out(&problems))
}

/// Objects as JSON would give them: no `Map`, `null` for what is absent.
fn out(value: &impl Serialize) -> JsValue {
    // Every shape of the engine can be written; a text in place of one would be the engine's own fault.
    value.serialize(&Serializer::json_compatible()).unwrap_or_else(|error| error.to_string().into())
}
