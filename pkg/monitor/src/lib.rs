//! JavaScript binding of what stands beside a plan: what happened, what may happen, what members receive. Plain data in, a
//! plain object out. It holds no rule.

use cakupan::ask::monitor as compared;
use cakupan::ask::{Drawing, benefit as received, retention as stays, unsure as offered};
use cakupan::scenario::{BenefitRequest, Realisation, RetentionRequest, RiskRequest};
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

/// What members and heirs may receive.
#[wasm_bindgen]
pub fn benefit(scenario: JsValue, request: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    let request = BenefitRequest::read(&input(request)).map_err(refused)?;
    object(&received(&scenario, &request).map_err(refused)?)
}

/// Who stays when the budget stops paying.
#[wasm_bindgen]
pub fn retention(scenario: JsValue, request: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    let request = RetentionRequest::read(&input(request), &scenario).map_err(refused)?;
    object(&stays(&scenario, &request).map_err(refused)?)
}

/// The numbers of a plan that may be given a range.
#[wasm_bindgen]
pub fn unsure(scenario: JsValue) -> Result<JsValue, JsValue> {
    object(&offered(&input(scenario)).map_err(refused)?)
}

/// How far a plan may differ, its draws made in parts.
#[wasm_bindgen]
pub struct Ranges {
    drawing: Drawing,
    draws: u64,
}

#[wasm_bindgen]
impl Ranges {
    /// Reads the plan and the request, and works out both ends of every number.
    #[wasm_bindgen(constructor)]
    pub fn new(scenario: JsValue, request: JsValue) -> Result<Ranges, JsValue> {
        let plan = input(scenario);
        // What is wrong with the plan is said before what is wrong with the request.
        let problems = cakupan::check(&plan);
        if !problems.is_empty() {
            return Err(refused(problems));
        }
        let request = RiskRequest::read(&input(request), &plan).map_err(refused)?;
        let draws = request.draws;
        let drawing = Drawing::of(&plan, request).map_err(refused)?;
        Ok(Self { drawing, draws })
    }

    /// How many draws were asked for.
    #[wasm_bindgen(getter)]
    #[expect(clippy::cast_precision_loss, reason = "at most 100,000")]
    pub fn draws(&self) -> f64 {
        self.draws as f64
    }

    /// Makes at most so many draws more and returns how many are left.
    #[expect(clippy::cast_precision_loss, reason = "at most 100,000")]
    pub fn more(&mut self, most: u32) -> Result<f64, JsValue> {
        self.drawing.more(most.into()).map(|left| left as f64).map_err(refused)
    }

    /// The answer of the draws made so far. Nothing can be asked of it afterwards.
    pub fn answer(self) -> Result<JsValue, JsValue> {
        object(&self.drawing.answer().map_err(refused)?)
    }
}

/// Starts a new instance at the next call. Used after a failure inside, because the memory may be inconsistent.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}
