//! JavaScript binding of the batch: a plan and columns of numbers in, columns of numbers out; and the villages of a plan.
//! It holds no rule.

mod arrays;

use arrays::{Arrays, length};
use cakupan::batch::{Batch, CeilingUse, UnitProblem, VillageColumns, YearColumns};
use cakupan::scenario::Scenario;
use cakupan_door::{amount, column, entries, list, people, refused, scenario as scenario_of};
use js_sys::Float64Array;
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Units worked out at a time: the columns of five years and five funds are 2 MB, which stay near the processor.
const PIECE: u32 = 4_096;

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
    let units = cells.iter().map(Float64Array::length).max().unwrap_or(0);
    let answer = Arrays::of(&scenario, batch.years(), units);
    let mut problems = Vec::new();
    for first in (0..units).step_by(PIECE as usize) {
        let piece =
            |column: &Float64Array| column.subarray(first, first.saturating_add(PIECE)).to_vec();
        let cells: Vec<Vec<f64>> = cells.iter().map(piece).collect();
        let cells: Vec<&[f64]> = cells.iter().map(Vec::as_slice).collect();
        match batch.work_out(&table, &cells) {
            Ok(worked) => answer.write(first, &worked.years),
            Err(found) => {
                problems.extend(found.into_iter().map(|UnitProblem { unit, problem }| {
                    UnitProblem { unit: unit.saturating_add(first as usize), problem }
                }))
            }
        }
    }
    if problems.is_empty() { answer.object(&scenario) } else { Err(refused(problems)) }
}

fn years(scenario: &Scenario, years: &[YearColumns]) -> Result<JsValue, JsValue> {
    let of: Vec<u16> = years.iter().map(|year| year.year).collect();
    let entries = years.first().map_or(0, |year| length(&year.rupiah));
    let arrays = Arrays::of(scenario, &of, entries);
    arrays.write(0, years);
    arrays.object(scenario)
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
