//! Every statutory value has an effect: each is changed once, and a projection must change, or there is a reason why
//! not.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::law::{PARAMETERS, Parameter, Unit};
use common::{one_segment, project_json};
use serde_json::{Value, json};

/// Tables, which no single number replaces, and the tests that change their rows.
const TABLES: &[(&str, &str)] = &[
    ("bpu.brackets", "rules.rs: bpu_income_falls_into_its_bracket"),
    ("jkk.construction.layers", "rules.rs: a_contract_pays_by_layers_once"),
    ("jkm.construction.layers", "rules.rs: a_contract_pays_by_layers_once"),
];

/// A plan that uses the value.
fn plan(parameter: &Parameter) -> Value {
    let wage = json!({ "kind": "fixed", "rupiah": 20_000_000 });
    let pu = |risk: &str| {
        json!({
            "class": "PU", "risk": risk, "base": wage, "programmes": ["JKK", "JKM", "JHT", "JP"],
            "workerPayers": [{ "fund": "pekerja", "percent": 100 }],
        })
    };
    let key = parameter.key;
    let segment = match key {
        _ if key.starts_with("jkk.pu.") => pu(key.rsplit('.').next().unwrap()),
        _ if key.ends_with(".construction") => json!({ "class": "construction", "base": wage }),
        _ if key.starts_with("minimumWage.") => json!({
            "class": "PU", "risk": "veryLow", "base": { "kind": "minimumWage", "parameter": key, "percent": 100 },
        }),
        _ if key.starts_with("relief.") => {
            json!({ "class": "BPU", "sector": key.rsplit('.').next() })
        }
        _ if key.contains("bpu") => json!({ "class": "BPU", "programmes": ["JKK", "JKM", "JHT"] }),
        _ => pu("low"),
    };
    let relief = key.starts_with("relief.");
    let earmark = key.strip_prefix("earmark.").and_then(|rest| rest.split('.').next());
    let mut segment = segment;
    if segment["sector"].as_str().is_some_and(|sector| sector != "transport") {
        segment["sector"] = json!("other");
    }
    let fund = earmark.unwrap_or(if relief { "self" } else { "apbdRegency" });
    let mut plan = one_segment(segment, fund);
    if earmark.is_some() {
        plan["funds"][0]["ceilings"] =
            json!([{ "year": 2026, "rupiah": 1, "allocationRupiah": 1_000_000 }]);
    }
    if key == "membership.bpu.lapseMonths" {
        plan["segments"][0]["billed"] = json!([{ "from": "2026-01", "to": "2026-03" }]);
    }
    plan["period"] = json!({ "firstMonth": "2026-01", "months": if parameter.unit == Unit::Months { 4 } else { 12 } });
    plan
}

/// The projection without the remark on the override.
fn read(plan: &Value) -> Value {
    let mut projection = project_json(plan);
    let mut notices = projection["notices"].take();
    notices.as_array_mut().unwrap().retain(|notice| notice["code"] != "valueReplaced");
    json!([projection["total"], notices])
}

#[test]
fn every_value_moves_a_projection_when_nudged() {
    let mut tables = Vec::new();
    for parameter in PARAMETERS {
        if parameter.unit == Unit::Table {
            tables.push(parameter.key);
            continue;
        }
        let plan = plan(parameter);
        let mut nudged = plan.clone();
        let now = parameter.values.last().unwrap();
        let number = serde_json::to_value(now.value).unwrap().as_f64().unwrap();
        let value = match parameter.unit {
            // Enough that a relief of 50 % of 6,800 changes by a rupiah.
            Unit::Percent => number + 0.05,
            Unit::Rupiah => number.floor() + 1_000.0,
            Unit::Months | Unit::Table => number + 1.0,
        };
        nudged["overrides"] = json!([{ "parameter": parameter.key, "from": "2026-01", "value": value, "note": "uji" }]);
        assert_ne!(read(&plan), read(&nudged), "{} = {value} moves nothing", parameter.key);
    }
    assert_eq!(
        tables,
        TABLES.iter().map(|(key, _)| *key).collect::<Vec<_>>(),
        "each table needs its reason"
    );
}

/// A value that no projection uses gives its reason in both languages, and is not in the engine.
#[test]
fn idle_values_carry_their_reason() {
    let book: Value = serde_json::from_str(cakupan::law::BOOK).unwrap();
    let mut idle = 0;
    for parameter in book["parameters"].as_array().unwrap() {
        let key = parameter["key"].as_str().unwrap();
        let moves = PARAMETERS.iter().any(|known| known.key == key);
        assert_ne!(moves, parameter["idle"].is_object(), "{key}");
        if !moves {
            let reasons =
                ["id", "en"].map(|language| parameter["idle"][language].as_str().unwrap().len());
            assert!(reasons.iter().all(|length| *length > 20), "{key}");
            idle += 1;
        }
    }
    assert!(idle >= 30, "benefits: {idle}");
}

#[test]
fn every_relief_moves_a_projection() {
    for relief in cakupan::law::RELIEFS {
        let mut plan = one_segment(json!({ "class": "BPU" }), "self");
        let rate = PARAMETERS.iter().find(|parameter| parameter.key == relief.key()).unwrap();
        plan["period"] = json!({ "firstMonth": rate.values[0].from.to_string(), "months": 1 });
        if relief.sectors.is_some_and(|sectors| sectors == [cakupan::scenario::Sector::Transport]) {
            plan["segments"][0]["sector"] = json!("transport");
        }
        assert!(
            project_json(&plan)["total"]["rupiah"].as_u64().unwrap() < 16_800,
            "{}",
            relief.key()
        );
    }
}
