//! The door to JavaScript for files: plain data in, the bytes of a workbook out. No rule lives here.

use cakupan::choices::Choice as _;
use cakupan::problem::Problems;
use cakupan::scenario::{Input, read};
use cakupan::sheet::{Sentences, rka, rka_csv, workbook as workbook_of};
use js_sys::{Error, Reflect, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The plan as a workbook. The sentences come from the catalogue of the package, which this module does not carry.
#[wasm_bindgen]
pub fn workbook(
    scenario: JsValue,
    notices: Vec<String>,
    not_counted: Vec<String>,
    written: String,
) -> Result<Uint8Array, JsValue> {
    let scenario = read(&input(scenario)).map_err(|problems| refusal(&problems))?;
    let sentences = Sentences { notices, not_counted, scenario: written };
    let bytes = workbook_of(&scenario, &sentences).map_err(|problems| refusal(&problems))?;
    Ok(Uint8Array::from(bytes.as_slice()))
}

/// The rows of the plan's RKA as CSV.
#[wasm_bindgen(js_name = rkaCsv)]
pub fn rka_as_csv(scenario: JsValue) -> Result<String, JsValue> {
    let scenario = read(&input(scenario)).map_err(|problems| refusal(&problems))?;
    let rows = rka(&scenario).map_err(|problems| refusal(&problems))?;
    Ok(rka_csv(&rows))
}

/// Makes the next call run in a new instance: this one failed, and its memory can no longer be trusted.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}

fn input(value: JsValue) -> Input {
    serde_wasm_bindgen::from_value(value).unwrap_or(Input::Unreadable)
}

/// Why there is no file: an `Error` with all problems.
fn refusal(problems: &Problems) -> JsValue {
    let error = Error::new("refused");
    let code = problems.first().map_or("internal", |problem| problem.code.name());
    let filled = problems.serialize(&Serializer::json_compatible()).map(|all| {
        Reflect::set(&error, &"problems".into(), &all).and(Reflect::set(
            &error,
            &"code".into(),
            &code.into(),
        ))
    });
    match filled {
        Ok(Ok(_)) => error.into(),
        Ok(Err(fault)) => fault,
        Err(fault) => fault.into(),
    }
}
