//! What leaves the engine: plain objects, columns of months copied at once, and errors that carry their problems.

use cakupan::choices::Choice as _;
use cakupan::money::{Rate, Rupiah};
use cakupan::people::People;
use cakupan::plan::{
    Monthly, MonthlyCoverage, MonthlyFund, MonthlyProgramme, MonthlySegment, Projection,
};
use cakupan::problem::Problems;
use js_sys::{Array, Error, Float64Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// The one policy of every answer: what is absent is `null`, a map is an object, an amount (below 2^53) a number.
const SERIALIZER: Serializer = Serializer::json_compatible();

/// A shape of the engine as a plain object.
pub fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&SERIALIZER)?)
}

/// A projection as a plain object. Its months are some thousand numbers: they cross as typed arrays, one copy each.
pub fn projection(mut projection: Projection<'_>) -> Result<JsValue, JsValue> {
    let monthly = core::mem::take(&mut projection.monthly);
    let answer = object(&projection)?;
    Reflect::set(&answer, &"monthly".into(), &columns(monthly)?)?;
    Ok(answer)
}

/// Why there is no answer: an `Error` with `code` and `path` of the first problem, and all `problems`.
pub fn refusal(problems: &Problems) -> JsValue {
    let error = Error::new("refused");
    let first = problems.first();
    let set = |name: &str, value: &JsValue| Reflect::set(&error, &name.into(), value);
    let filled = object(&problems).and_then(|all| {
        set("code", &first.map_or("internal", |problem| problem.code.name()).into())?;
        set("path", &first.map_or("", |problem| &problem.path).into())?;
        set("problems", &all)
    });
    filled.err().unwrap_or_else(|| error.into())
}

/// Each field is named here once more; the patterns are exhaustive, so a new one does not compile without its column.
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

/// A column as a typed array. `NaN` stands for an absent value, which the JavaScript around this makes `null`.
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
