//! What the doors to JavaScript share: how data comes in, how results go out, and how a refusal looks.
//!
//! The TypeScript of the package copies a caller's values into plain data first (`pkg/js/plain.ts`), so that no getter
//! or Proxy runs while a module does.

use cakupan::choices::Choice as _;
use cakupan::money::Rupiah;
use cakupan::people::People;
use cakupan::problem::Problem;
use cakupan::scenario::{Input, Scenario, read};
use js_sys::{Array, Error, Float64Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// Settings of every result: absent values are `null`, maps are objects, amounts (below 2^53) are numbers.
const SERIALIZER: Serializer = Serializer::json_compatible();

/// Reads a JavaScript value; what is not data, marked by bytes, becomes `Unreadable`.
#[must_use]
pub fn input(value: JsValue) -> Input {
    serde_wasm_bindgen::from_value(value).unwrap_or(Input::Unreadable)
}

/// Reads a scenario.
///
/// # Errors
/// All problems of the scenario, as [`refused`] makes it.
pub fn scenario(value: JsValue) -> Result<Scenario, JsValue> {
    read(&input(value)).map_err(refused)
}

/// Converts a result to a plain object.
///
/// # Errors
/// What the serializer says; no result of the engine has such a value.
pub fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&SERIALIZER)?)
}

/// An object with these entries.
///
/// # Errors
/// None on an object of its own.
pub fn entries<const N: usize>(entries: [(&str, JsValue); N]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &name.into(), &value)?;
    }
    Ok(object.into())
}

/// A list of results.
///
/// # Errors
/// That of the first item which has one.
pub fn list(items: impl Iterator<Item = Result<JsValue, JsValue>>) -> Result<JsValue, JsValue> {
    Ok(items.collect::<Result<Array, JsValue>>()?.into())
}

/// Converts a column to a typed array. An absent value is `NaN`.
pub fn column<T: Copy>(values: &[T], number: impl Fn(T) -> f64) -> JsValue {
    let numbers: Vec<f64> = values.iter().map(|value| number(*value)).collect();
    Float64Array::from(numbers.as_slice()).into()
}

/// An amount as a number of JavaScript: `Rupiah::MAX` is 2^53 − 1.
#[must_use]
pub const fn amount(rupiah: Rupiah) -> f64 {
    below_2_53(rupiah.get())
}

/// People as a number of JavaScript.
#[must_use]
pub const fn people(people: People) -> f64 {
    below_2_53(people.get())
}

/// A whole number of the engine; person-months of a plan too are below 2^53.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_wrap, reason = "below 2^53")]
const fn below_2_53(whole: u64) -> f64 {
    // Processors convert signed numbers in one step.
    whole as i64 as f64
}

/// An `Error` with `code` and `path` of the first problem, and all `problems`.
#[must_use]
pub fn refused<P: Into<Problem>>(problems: impl IntoIterator<Item = P>) -> JsValue {
    let problems: Vec<Problem> = problems.into_iter().map(Into::into).collect();
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
