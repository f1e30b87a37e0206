//! Converts results to JavaScript: plain objects, typed arrays for monthly columns, and errors with their problems.

use cakupan::money::{Rate, Rupiah};
use cakupan::people::People;
use cakupan::plan::{
    Monthly, MonthlyCoverage, MonthlyFund, MonthlyProgramme, MonthlySegment, Projection,
};
use cakupan::problem::Problem;
use js_sys::{Array, Error, Float64Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Settings of every result: absent values are `null`, maps are objects, amounts (below 2^53) are numbers.
const SERIALIZER: Serializer = Serializer::json_compatible();

/// Converts a result to a plain object.
pub fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&SERIALIZER)?)
}

/// Converts a projection to a plain object. Its monthly columns, some thousand numbers, are copied as typed arrays.
pub fn projection(mut projection: Projection<'_>) -> Result<JsValue, JsValue> {
    let monthly = core::mem::take(&mut projection.monthly);
    let answer = object(&projection)?;
    Reflect::set(&answer, &"monthly".into(), &columns(monthly)?)?;
    Ok(answer)
}

/// An `Error` with `code` and `path` of the first problem, and all `problems`.
pub fn refusal(problems: &[Problem]) -> JsValue {
    let error = Error::new("refused");
    let first = problems.first();
    let set = |name: &str, value: &JsValue| Reflect::set(&error, &name.into(), value);
    let filled = object(&problems).and_then(|all| {
        set("code", &first.map_or("internal", |problem| problem.code).into())?;
        set("path", &first.map_or("", |problem| &problem.path).into())?;
        set("problems", &all)
    });
    filled.err().unwrap_or_else(|| error.into())
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

/// Converts a column to a typed array. An absent value is `NaN`; `pkg/js/answers.ts` turns it into `null`.
fn column<T: Copy>(values: &[T], number: impl Fn(T) -> f64) -> JsValue {
    let numbers: Vec<f64> = values.iter().map(|value| number(*value)).collect();
    Float64Array::from(numbers.as_slice()).into()
}

fn amount(rupiah: Rupiah) -> f64 {
    rupiah.get() as f64
}

fn people(people: People) -> f64 {
    people.get() as f64
}

fn percentage(rate: Option<Rate>) -> f64 {
    rate.map_or(f64::NAN, |rate| rate.millionths() as f64 / 10_000.0)
}

fn entries<const N: usize>(entries: [(&str, JsValue); N]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &name.into(), &value)?;
    }
    Ok(object.into())
}

fn list(items: impl Iterator<Item = Result<JsValue, JsValue>>) -> Result<JsValue, JsValue> {
    Ok(items.collect::<Result<Array, JsValue>>()?.into())
}
