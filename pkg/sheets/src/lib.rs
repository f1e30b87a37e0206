//! JavaScript binding of files: plain data in, the bytes of a workbook or the text of a table out. It holds no rule.

use cakupan::sheet::{Sentences, rka, rka_csv, workbook as workbook_of};
use cakupan_door::{refused, scenario as scenario_of};
use js_sys::Uint8Array;
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
    let scenario = scenario_of(scenario)?;
    let sentences = Sentences { notices, not_counted, scenario: written };
    let bytes = workbook_of(&scenario, &sentences).map_err(refused)?;
    Ok(Uint8Array::from(bytes.as_slice()))
}

/// The rows of the plan's RKA as CSV.
#[wasm_bindgen(js_name = rkaCsv)]
pub fn rka_as_csv(scenario: JsValue) -> Result<String, JsValue> {
    let scenario = scenario_of(scenario)?;
    let rows = rka(&scenario).map_err(refused)?;
    Ok(rka_csv(&rows))
}

/// Starts a new instance at the next call. Used after a failure inside, because the memory may be inconsistent.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}
