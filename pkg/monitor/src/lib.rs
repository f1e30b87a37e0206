//! JavaScript binding of a plan against what happened: plain data in, a plain object out. It holds no rule.

use cakupan::monitor::monitor as compared;
use cakupan::scenario::Realisation;
use cakupan_door::{input, object, refused, scenario as scenario_of};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// What happened so far against a scenario, and where it leads.
#[wasm_bindgen]
pub fn monitor(scenario: JsValue, realisation: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    let realisation = Realisation::read(&input(realisation), &scenario).map_err(refused)?;
    object(&compared(&scenario, &realisation).map_err(refused)?)
}

/// Starts a new instance at the next call. Used after a failure inside, because the memory may be inconsistent.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}
