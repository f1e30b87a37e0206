//! Helpers of the crate's tests: scenarios as JSON in, projections as JSON out.
#![allow(dead_code)] // each test file uses only some of it

pub mod plans;

use cakupan::choices::Choice as _;
use cakupan::plan::project;
use cakupan::scenario::{Input, Scenario, read};
use serde_json::Value;
use std::collections::BTreeMap;

/// Reads a JSON file of the repository.
pub fn read_json(path: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap()
}

/// Rows of a CSV file by column name; quoted fields may hold commas.
pub fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let split = |line: &str| -> Vec<String> {
        let mut fields = vec![String::new()];
        let mut quoted = false;
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => fields.push(String::new()),
                other => fields.last_mut().unwrap().push(other),
            }
        }
        fields
    };
    let mut lines = csv.lines();
    let names = split(lines.next().unwrap());
    lines.map(|line| names.iter().cloned().zip(split(line)).collect()).collect()
}

/// JSON as the engine's input.
pub fn input(value: &Value) -> Input {
    serde_json::from_value(value.clone()).unwrap()
}

/// A scenario that must pass its check.
pub fn scenario(value: &Value) -> Scenario {
    read(&input(value)).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Projection as JSON of a scenario that must have one.
pub fn project_json(value: &Value) -> Value {
    let scenario = scenario(value);
    let projection = project(&scenario).unwrap_or_else(|problems| panic!("{problems:#?}"));
    serde_json::to_value(&projection).unwrap()
}

/// Codes and paths of all problems.
pub fn problems(value: &Value) -> Vec<(String, String)> {
    cakupan::check(&input(value))
        .into_iter()
        .map(|problem| (problem.code.name().to_owned(), problem.path))
        .collect()
}

/// One segment in 2026, paid by one fund.
pub fn one_segment(segment: Value, kind: &str) -> Value {
    let mut segment = segment;
    let defaults = serde_json::json!({
        "id": "satu", "name": "Satu", "programmes": ["JKK", "JKM"],
        "enrolment": { "kind": "fixed", "counts": [{ "from": "2000-01", "people": 1 }] },
        "payers": [{ "fund": "dana", "percent": 100 }],
    });
    for (key, value) in defaults.as_object().unwrap() {
        if segment.get(key).is_none() {
            segment[key] = value.clone();
        }
    }
    serde_json::json!({
        "schema": 1,
        "region": { "name": "Contoh", "level": "regency" },
        "period": { "firstMonth": "2026-01", "months": 12 },
        "segments": [segment],
        "funds": [{ "id": "dana", "name": "Dana", "kind": kind }, { "id": "pekerja", "name": "Pekerja", "kind": "self" }],
    })
}

/// `reach` of a plan, as JSON.
pub fn way_back(plan: &Value, request: &Value) -> Result<Value, Vec<String>> {
    let scenario = scenario(plan);
    let request = cakupan::scenario::Request::read(&input(request), &scenario).unwrap();
    let codes = |problems: cakupan::problem::Problems| {
        problems.into_iter().map(|problem| problem.code.name().to_owned()).collect::<Vec<_>>()
    };
    cakupan::ask::reach(&scenario, &request)
        .map(|reach| serde_json::to_value(reach).unwrap())
        .map_err(codes)
}

/// BPU workers with JKK and JKM (16,800 a month each), paid by one fund with a ceiling.
pub fn poor(months: u32, people: u64, ceiling: u64) -> Value {
    let mut plan = one_segment(
        serde_json::json!({ "class": "BPU", "enrolment": { "kind": "fixed", "counts": [{ "from": "2024-01", "people": people }], "eligible": 100_000 } }),
        "otsus",
    );
    plan["period"] = serde_json::json!({ "firstMonth": "2024-01", "months": months });
    plan["funds"][0]["ceilings"] = serde_json::json!([{ "year": 2024, "rupiah": ceiling }]);
    plan
}

/// Whole rupiah of an explanation, calculated from its leaves; values of inner nodes are only compared. Exact:
/// amounts in thousandths, percentages in millionths.
pub fn evaluate(node: &Value) -> i128 {
    let parts = node["parts"].as_array().unwrap();
    let whole = |node: &Value| node["value"].as_i64().map(i128::from).unwrap();
    let number = |name: &str| node["params"][name].as_i64().map(i128::from).unwrap();
    let value = match node["rule"].as_str().unwrap() {
        "people" | "joined" | "left" | "waiting" | "passed" | "limit" if parts.is_empty() => {
            whole(node)
        }
        "sum" | "people" => parts.iter().map(evaluate).sum(),
        "difference" => (evaluate(&parts[0]) - evaluate(&parts[1])).max(0),
        "demand" => {
            // Exact, as a fraction of millionths: the printed percentage is cut.
            let (weighted, whole) = path(&parts[1]);
            let product = evaluate(&parts[0]) * weighted;
            (product + 1_000_000 * whole - 1) / (1_000_000 * whole)
        }
        "enrolled" => {
            let quota = number("missing") * number("room") / number("rooms");
            assert!(
                (quota..=quota + 1).contains(&whole(node)),
                "largest remainder adds one at most"
            );
            whole(node)
        }
        "coverage" => {
            let eligible = evaluate(&parts[1]);
            let millionths =
                if eligible == 0 { 0 } else { evaluate(&parts[0]) * 1_000_000 / eligible };
            assert_eq!(millionths, scaled(&node["value"], 4), "coverage");
            return millionths;
        }
        "product" => parts.iter().map(evaluate).product(),
        "share" => evaluate(&parts[0]) * millionths(&parts[1]) / 1_000_000 + evaluate(&parts[2]),
        "contribution" | "layers" => contribution(node, parts),
        "heads" | "months" | "remainder" => whole(node),
        other => panic!("{other} is not whole"),
    };
    assert_eq!(value, whole(node), "{}", node["rule"]);
    value
}

/// Percentage of a target in a month, as millionths × months, and the number of months.
fn path(node: &Value) -> (i128, i128) {
    let parts = node["parts"].as_array().unwrap();
    let [before, next] = parts.as_slice() else { return (millionths(node), 1) };
    let number = |name: &str| node["params"][name].as_i64().map(i128::from).unwrap();
    let (gone, whole) = (number("gone"), number("months"));
    let (gone, whole) = match node["params"]["shape"].as_str().unwrap() {
        "sCurve" => (gone * gone * (3 * whole - 2 * gone), whole * whole * whole),
        _ => (gone, whole),
    };
    let weighted = millionths(before) * (whole - gone) + millionths(next) * gone;
    assert_eq!(weighted / whole, millionths(node), "path");
    (weighted, whole)
}

fn contribution(node: &Value, parts: &[Value]) -> i128 {
    let mut product = Fraction(1, 1);
    if node["rule"] == "layers" {
        let layers = parts.iter().filter(|part| part["rule"] == "layer");
        let sum = layers.map(|part| thousandths(&part["parts"][0]) * millionths(&part["parts"][1]));
        product = Fraction(sum.sum(), 1_000_000_000);
    }
    for part in parts.iter().filter(|part| part["rule"] != "layer") {
        product = product.times(&fraction(part));
    }
    let Fraction(numerator, denominator) = product;
    let half = if node["params"]["rounding"] == "nearest" { denominator / 2 } else { 0 };
    (numerator + half) / denominator
}

/// Exact amount: numerator and denominator.
#[derive(Clone)]
struct Fraction(i128, i128);

impl Fraction {
    fn times(&self, other: &Self) -> Self {
        Self(self.0 * other.0, self.1 * other.1)
    }

    fn is_below(&self, other: &Self) -> bool {
        self.0 * other.1 < other.0 * self.1
    }
}

/// A base, rate, or what a relief leaves, calculated from its leaves; printed values are cut to thousandths.
fn fraction(node: &Value) -> Fraction {
    if node["unit"] == "percent" {
        return Fraction(millionths(node), 1_000_000);
    }
    let parts: Vec<_> = node["parts"].as_array().unwrap().iter().collect();
    let value = match (node["rule"].as_str().unwrap(), parts.as_slice()) {
        ("ceiling", [wage, ceiling]) => {
            let (wage, ceiling) = (fraction(wage), fraction(ceiling));
            if wage.is_below(&ceiling) { wage } else { ceiling }
        }
        ("floor", [base, rate, floor]) => {
            let (product, floor) = (fraction(base).times(&fraction(rate)), fraction(floor));
            assert!(product.is_below(&floor), "a floor that changes nothing is left out");
            floor
        }
        ("base", [minimum, percent]) => fraction(minimum).times(&fraction(percent)),
        _ => Fraction(thousandths(node), 1_000),
    };
    assert_eq!(value.0 * 1_000 / value.1, scaled(&node["value"], 3), "{}", node["rule"]);
    value
}

/// An amount with at most three decimals.
fn thousandths(node: &Value) -> i128 {
    let parts = node["parts"].as_array().unwrap();
    let own = scaled(&node["value"], 3);
    let value = match (node["rule"].as_str().unwrap(), parts.as_slice()) {
        ("grown", [before, growth]) => {
            let cut = scaled(&node["params"]["cut"], 3);
            thousandths(before) * (1_000_000 + millionths(growth)) / 1_000_000 / cut * cut
        }
        _ => own,
    };
    assert_eq!(value, own, "{}", node["rule"]);
    value
}

fn millionths(node: &Value) -> i128 {
    scaled(&node["value"], 4)
}

/// Digits of a number with `places` decimals, without the point.
fn scaled(value: &Value, places: usize) -> i128 {
    let text = value.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{decimals:0<places$}").parse().unwrap()
}

/// Every path in a JSON value.
pub fn places(value: &Value, path: &str, all: &mut Vec<String>) {
    all.push(path.to_owned());
    match value {
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(i, value)| places(value, &format!("{path}/{i}"), all)),
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| places(value, &format!("{path}/{key}"), all))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
