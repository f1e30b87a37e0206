//! JavaScript binding of the batch: a plan and columns of numbers in, columns of numbers out; and the villages of a plan.
//! It holds no rule.

use cakupan::batch::{Batch, CeilingUse, VillageColumns, YearColumns};
use cakupan::scenario::Scenario;
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
    years(&scenario, &answer.years)
}

fn years(scenario: &Scenario, years: &[YearColumns]) -> Result<JsValue, JsValue> {
    list(years.iter().map(|year| {
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
            ("rupiah", column(&year.rupiah, amount)),
            ("short", column(&year.short, amount)),
            ("funds", list(funds)?),
        ])
    }))
}

/// What the villages of a plan come to, each alone, by district and together.
#[wasm_bindgen]
pub fn villages(scenario: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    let answer = cakupan::batch::villages(&scenario).map_err(refused)?;
    let districts = answer.districts.iter().map(|name| Ok(name.as_str().into()));
    #[expect(clippy::cast_precision_loss, reason = "at most 10,000 villages")]
    let district_of = column(&answer.district_of, |position| position as f64);
    entries([
        ("districts", list(districts)?),
        ("districtOf", district_of),
        ("villages", village_columns(&scenario, &answer.villages)?),
        ("byDistrict", village_columns(&scenario, &answer.by_district)?),
        ("total", village_columns(&scenario, &answer.total)?),
        ("ceilings", ceilings(&scenario, &answer.ceilings)?),
    ])
}

fn ceilings(scenario: &Scenario, uses: &[CeilingUse]) -> Result<JsValue, JsValue> {
    list(uses.iter().filter_map(|found| {
        let fund = scenario.funds.get(found.fund)?.id.as_str();
        Some(entries([
            ("fund", fund.into()),
            ("year", found.year.into()),
            ("villages", found.villages.into()),
            ("ceiling", amount(found.ceiling).into()),
            ("used", amount(found.used).into()),
            ("short", amount(found.short).into()),
            ("unlimited", amount(found.unlimited).into()),
        ]))
    }))
}

fn village_columns(scenario: &Scenario, columns: &VillageColumns) -> Result<JsValue, JsValue> {
    let segments = columns.people.iter().filter_map(|(segment, counts)| {
        let id = scenario.segments.get(*segment)?.id.as_str();
        Some(entries([("segment", id.into()), ("people", column(counts, people))]))
    });
    entries([("people", list(segments)?), ("years", years(scenario, &columns.years)?)])
}

/// Divides people over units by size.
#[wasm_bindgen]
pub fn apportion(number: f64, sizes: &[f64]) -> Result<JsValue, JsValue> {
    let parts = cakupan::batch::apportion(number, sizes).map_err(refused)?;
    Ok(column(&parts, people))
}

/// Starts a new instance at the next call. Used after a failure inside, because the memory may be inconsistent.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}
