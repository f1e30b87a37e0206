//! Months without a statutory value: every missing value is reported once, and the advice helps.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::problem::{Param, Problem};
use cakupan::words::Language;
use common::one_segment;
use serde_json::{Value, json};

fn check(scenario: &Value) -> Vec<Problem> {
    cakupan::check(&common::input(scenario))
}

fn param<'a>(problem: &'a Problem, name: &str) -> &'a str {
    match problem.params.0.iter().find(|(param, _)| *param == name) {
        Some((_, Param::Text(text))) => text,
        other => panic!("{name}: {other:?}"),
    }
}

/// A plan of one month with one segment.
fn plan(month: &str, segment: Value) -> Value {
    let mut scenario = one_segment(segment, "employer");
    scenario["period"] = json!({ "firstMonth": month, "months": 1 });
    scenario
}

fn pu(programmes: Value) -> Value {
    json!({
        "class": "PU", "risk": "low", "programmes": programmes,
        "base": { "kind": "minimumWage", "parameter": "minimumWage.ump.sulawesiSelatan", "percent": 100 },
        "workerPayers": [{ "fund": "pekerja", "percent": 100 }],
    })
}

/// Nothing was in force in 2014. What each class needs is in table 3 of docs/method.md.
#[test]
fn all_values_that_a_group_lacks_are_named_at_once() {
    let wage = json!({ "kind": "fixed", "rupiah": 3_000_000 });
    let contract = json!({ "kind": "contract", "rupiah": 500_000_000 });
    let cases: [(Value, &[&str]); 5] = [
        (
            pu(json!(["JKK", "JKM", "JHT", "JP"])),
            &[
                "jht.pu.employer",
                "jht.pu.worker",
                "jkk.pu.low",
                "jkm.pu",
                "jp.ceiling",
                "jp.pu.employer",
                "jp.pu.worker",
                "minimumWage.ump.sulawesiSelatan",
            ],
        ),
        (
            json!({ "class": "BPU", "programmes": ["JKK", "JKM", "JHT"] }),
            &[
                "bpu.minimumBase",
                "jht.bpu",
                "jht.bpu.minimum",
                "jkk.bpu",
                "jkk.bpu.minimum",
                "jkm.bpu",
            ],
        ),
        (
            json!({ "class": "BPU", "programmes": ["JKK", "JKM", "JHT"], "base": wage }),
            &[
                "bpu.brackets",
                "jht.bpu",
                "jht.bpu.minimum",
                "jkk.bpu",
                "jkk.bpu.minimum",
                "jkm.bpu",
            ],
        ),
        (
            json!({ "class": "construction", "base": wage }),
            &["jkk.construction", "jkm.construction"],
        ),
        (
            json!({ "class": "construction", "base": contract }),
            &["jkk.construction.layers", "jkm.construction.layers"],
        ),
    ];
    for (segment, expected) in cases {
        let found = check(&plan("2014-01", segment));
        let mut named: Vec<&str> = found
            .iter()
            .map(|problem| {
                assert_eq!((problem.code, param(problem, "month")), ("noLawValue", "2014-01"));
                param(problem, "parameter")
            })
            .collect();
        named.sort_unstable();
        assert_eq!(named, expected);
    }
}

/// The JP ceiling is known to February 2027 (letter B/1226/022026), so one value is missing for all segments.
#[test]
fn a_value_that_many_groups_lack_is_one_problem() {
    let mut scenario = plan("2026-12", pu(json!(["JP"])));
    scenario["period"]["months"] = json!(12);
    scenario["segments"][0]["base"] = json!({ "kind": "fixed", "rupiah": 9_000_000 });
    let mut groups = vec![scenario["segments"][0].clone(); 200];
    for (index, group) in groups.iter_mut().enumerate() {
        group["id"] = json!(format!("g{index}"));
    }
    // Segments that start later need no other value, and are not named first.
    groups[0]["billed"] = json!([{ "from": "2027-06", "to": "2027-07" }]);
    scenario["segments"] = json!(groups);
    let found = check(&scenario);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].code, found[0].path.as_str()), ("noLawValue", "segments[1].programmes"));
    assert_eq!(param(&found[0], "month"), "2027-03");
    let said = Language::Id.say("problem", "noLawValue", &found[0].params);
    assert!(
        said.contains("untuk Maret 2027. Isi asumsi atau nilai Anda untuk bulan itu"),
        "{said}"
    );
}

/// Advice is accepted by the check and helps; an assumption that would be refused or would not help is not advised.
#[test]
fn an_assumption_is_advised_where_it_helps() {
    let mut known = plan("2016-01", pu(json!(["JP"])));
    known["lawDate"] = json!("2014-06-01");
    let mut assumed = plan("2014-01", pu(json!(["JP"])));
    assumed["assumptions"] =
        json!([{ "kind": "growth", "parameter": "jp.ceiling", "percent": 5, "note": "uji" }]);
    let plans = [
        plan("2027-03", pu(json!(["JKK", "JKM", "JHT", "JP"]))),
        plan("2040-01", pu(json!(["JP"]))),
        plan("2014-01", pu(json!(["JKK", "JP"]))),
        plan("2021-01", pu(json!(["JKK", "JHT"]))),
        known,
        assumed,
        plan("2014-01", json!({ "class": "BPU" })),
    ];
    let mut advised = [0, 0];
    for plan in plans {
        for problem in check(&plan) {
            assert_eq!(problem.code, "noLawValue");
            let parameter = param(&problem, "parameter");
            let assumption =
                json!({ "kind": "growth", "parameter": parameter, "percent": 5, "note": "uji" });
            let mut mended = plan.clone();
            match mended["assumptions"].as_array_mut() {
                Some(assumptions) => assumptions.push(assumption),
                None => mended["assumptions"] = json!([assumption]),
            }
            let speaks_of_it = |other: &Problem| {
                other.path.starts_with("assumptions")
                    || (other.code == "noLawValue" && param(other, "parameter") == parameter)
            };
            let helps = !check(&mended).iter().any(speaks_of_it);
            let ways = param(&problem, "ways");
            assert_eq!(ways == "growthOrOwnValue", helps, "{parameter} {ways}");
            advised[usize::from(helps)] += 1;
            let said = Language::En.say("problem", problem.code, &problem.params);
            assert_eq!(said.contains("an assumption"), helps, "{said}");
        }
    }
    assert!(advised.iter().all(|count| *count > 2), "{advised:?}");
}
