//! Converts a projection to JavaScript: a plain object, with typed arrays for its monthly columns.

use cakupan::money::Rate;
use cakupan::plan::{
    Monthly, MonthlyCoverage, MonthlyFund, MonthlyProgramme, MonthlySegment, Projection,
};
use cakupan_door::{amount, column, entries, list, object, people};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Converts a projection to a plain object. Its monthly columns, some thousand numbers, are copied as typed arrays;
/// `pkg/js/answers.ts` makes lists of them.
pub fn projection(mut projection: Projection<'_>) -> Result<JsValue, JsValue> {
    let monthly = core::mem::take(&mut projection.monthly);
    let answer = object(&projection)?;
    Reflect::set(&answer, &"monthly".into(), &columns(monthly)?)?;
    Ok(answer)
}

/// Names each monthly field. The patterns are exhaustive, so that a new field does not compile without its column.
fn columns(monthly: Monthly<'_>) -> Result<JsValue, JsValue> {
    let Monthly { rupiah, heads, segments, programmes, funds, coverage } = monthly;
    let segments = segments.iter().map(|MonthlySegment { segment, heads, rupiah }| {
        let (heads, rupiah) = (column(heads, people), column(rupiah, amount));
        entries([("segment", (*segment).into()), ("heads", heads), ("rupiah", rupiah)])
    });
    let programmes = programmes.iter().map(|MonthlyProgramme { programme, rupiah }| {
        entries([("programme", object(programme)?), ("rupiah", column(rupiah, amount))])
    });
    let funds = funds.iter().map(|MonthlyFund { fund, rupiah }| {
        entries([("fund", (*fund).into()), ("rupiah", column(rupiah, amount))])
    });
    let coverage = coverage.map(|coverage| {
        let MonthlyCoverage { members, eligible, percent, target_percent, scope } = coverage;
        entries([
            ("members", column(&members, people)),
            ("eligible", column(&eligible, people)),
            ("percent", column(&percent, percentage)),
            ("targetPercent", column(&target_percent, percentage)),
            ("scope", object(&scope)?),
        ])
    });
    entries([
        ("rupiah", column(&rupiah, amount)),
        ("heads", column(&heads, people)),
        ("segments", list(segments)?),
        ("programmes", list(programmes)?),
        ("funds", list(funds)?),
        ("coverage", coverage.unwrap_or(Ok(JsValue::NULL))?),
    ])
}

fn percentage(rate: Option<Rate>) -> f64 {
    rate.map_or(f64::NAN, |rate| rate.millionths() as f64 / 10_000.0)
}
