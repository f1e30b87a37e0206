//! JavaScript binding of the batch: a plan and columns of numbers in, columns of numbers out. It holds no rule.

use cakupan::batch::Batch;
use cakupan_door::{amount, column, entries, list, people, refused, scenario as scenario_of};
use js_sys::Float64Array;
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The columns that a table of units may have under a plan, as `{ name, needed }`.
#[wasm_bindgen]
pub fn columns(scenario: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    let batch = Batch::of(&scenario).map_err(refused)?;
    list(batch.columns().iter().map(|column| {
        entries([("name", column.name.as_str().into()), ("needed", column.needed.into())])
    }))
}

/// Works out the units of a table: the names of its columns, and for each a `Float64Array` with one number a unit.
#[wasm_bindgen(js_name = workOut)]
pub fn work_out(
    scenario: JsValue,
    names: Vec<String>,
    cells: Vec<Float64Array>,
) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    let mut batch = Batch::of(&scenario).map_err(refused)?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let table = batch.table(&names).map_err(refused)?;
    let cells: Vec<Vec<f64>> = cells.iter().map(Float64Array::to_vec).collect();
    let cells: Vec<&[f64]> = cells.iter().map(Vec::as_slice).collect();
    let answer = batch.work_out(&table, &cells).map_err(refused)?;
    let years = answer.years.iter().map(|year| {
        let funds = year.funds.iter().zip(&scenario.funds).map(|(columns, fund)| {
            entries([
                ("fund", fund.id.as_str().into()),
                ("asked", column(&columns.asked, amount)),
                ("short", column(&columns.short, amount)),
            ])
        });
        entries([
            ("year", year.year.into()),
            ("personMonths", column(&year.person_months, people)),
            ("funds", list(funds)?),
        ])
    });
    list(years)
}

/// Starts a new instance at the next call. Used after a failure inside, because the memory may be inconsistent.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}
