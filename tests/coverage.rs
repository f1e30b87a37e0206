//! Coverage: scope, both gaps, above 100 %, zero workers, rounding as published. Expected figures by hand from
//! published coverage (press on Kaltim, Kaimana, Makassar, Maros).
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::ask::{Factor, compare, explain};
use cakupan::choices::Choice as _;
use cakupan::scenario::{Input, Question, read_all};
use common::{input, one_segment, project_json, read_json, scenario};
use serde_json::{Value, json};

/// `paid` members paid by the region and `elsewhere` other members, of `eligible` workers.
fn plan(paid: u64, elsewhere: Option<u64>, eligible: u64) -> Value {
    let counts = json!({ "kind": "fixed", "counts": [{ "from": "2026-01", "people": paid }] });
    let mut plan = one_segment(json!({ "class": "BPU", "enrolment": counts }), "apbdRegency");
    plan["workforce"] =
        json!({ "denominator": "own", "eligible": [{ "from": "2026-01", "people": eligible }] });
    if let Some(people) = elsewhere {
        plan["workforce"]["otherMembers"] = json!([{ "from": "2026-01", "people": people }]);
    }
    plan
}

fn coverage(plan: &Value) -> Value {
    project_json(plan)["years"][0]["coverage"].clone()
}

/// Kaltim: 962,711 of 1,358,649 = 70.85796 %, published as 70.86. Kaimana: 23,500 of 23,376 = 100.53046 %.
#[test]
fn a_share_is_cut_and_told_as_others_round_it_also_above_all() {
    let told = |paid, eligible| {
        let coverage = coverage(&plan(paid, Some(0), eligible));
        (coverage["percent"].as_f64(), coverage["roundedPercent"].as_f64())
    };
    assert_eq!(told(962_711, 1_358_649), (Some(70.8579), Some(70.86)));
    assert_eq!(told(23_500, 23_376), (Some(100.5304), None), "100.53 either way");
    assert_eq!(told(1, 3), (Some(33.3333), None), "33.33 either way");
    assert_eq!(told(2, 3), (Some(66.6666), Some(66.67)));
    // Half of a hundredth goes up: 1 of 20,000 = 0.005 %.
    assert_eq!(told(1, 20_000), (Some(0.005), Some(0.01)));
    assert_eq!(told(99_996, 100_000), (Some(99.996), Some(100.0)));
    assert_eq!(told(1, 2), (Some(50.0), None));
}

/// Without other members the coverage is only of what the plan pays for.
#[test]
fn coverage_says_whose_it_is() {
    let maros = coverage(&read_json("cases/maros.json"));
    // 13,595 of 182,670 employed = 7.4423 %.
    assert_eq!((maros["scope"].as_str(), maros["percent"].as_f64()), (Some("paid"), Some(7.4423)));
    assert_eq!(
        coverage(&plan(10, Some(0), 100))["scope"],
        "region",
        "nobody elsewhere, and it is said"
    );
    let makassar = coverage(&read_json("cases/makassar.json"));
    assert_eq!(
        (makassar["scope"].as_str(), makassar["percent"].as_f64()),
        (Some("region"), Some(50.5))
    );
    // Before the first entry of other members they are not known either.
    let mut later = plan(10, Some(20), 100);
    later["workforce"]["otherMembers"][0]["from"] = json!("2026-12");
    later["workforce"]["rivals"] = json!([{ "name": "BPS", "denominator": "employed", "eligible": [{ "from": "2026-01", "people": 90 }] }]);
    later["otherTargets"] = json!([{ "name": "RPJMN", "shape": "step", "points": [{ "month": "2026-01", "percent": 30 }] }]);
    let projection = project_json(&later);
    let scope = projection["monthly"]["coverage"]["scope"].as_array().unwrap();
    assert_eq!((&scope[10], &scope[11]), (&json!("paid"), &json!("region")));
    assert_eq!(projection["years"][0]["coverage"]["scope"], "region");
    let rival = &projection["years"][0]["rivals"][0];
    // 30 of 90 = 33.3333 %.
    assert_eq!(
        (rival["scope"].as_str(), rival["percent"].as_f64()),
        (Some("region"), Some(33.3333))
    );
    let crossing = &projection["crossings"][0];
    assert_eq!(
        (crossing["month"].as_str(), crossing["scope"].as_str()),
        (Some("2026-12"), Some("paid"))
    );
    // The explanation has the same scope.
    let told = |plan: &Value, month: &str| {
        let scenario = scenario(plan);
        let question = json!({ "measure": "coverage", "month": month });
        let question = Question::read(&input(&question), &scenario).unwrap();
        serde_json::to_value(explain(&scenario, &question).unwrap()).unwrap()["params"]["scope"]
            .clone()
    };
    assert_eq!(
        (told(&later, "2026-11"), told(&later, "2026-12")),
        (json!("paid"), json!("region"))
    );
}

/// Makassar, end of 2026: 58,161 + 198,130 members of 507,506; 66.2 % = 335,968.97, so 335,969.
#[test]
fn both_gaps_are_told() {
    let end = project_json(&read_json("cases/makassar.json"))["years"][1]["coverage"].clone();
    assert_eq!(end["members"], 58_161 + 198_130);
    assert_eq!(end["gap"], 335_969 - 256_291);
    assert_eq!(end["gapToAll"], 507_506 - 256_291);
    assert_eq!(coverage(&plan(23_500, Some(0), 23_376))["gapToAll"], 0);
    let makassar = scenario(&read_json("cases/makassar.json"));
    let question = Question::read(&input(&json!({ "measure": "gapToAll" })), &makassar).unwrap();
    let told = serde_json::to_value(explain(&makassar, &question).unwrap()).unwrap();
    assert_eq!(told["value"], 251_215);
    assert_eq!(common::evaluate(&told), 251_215);
}

/// Coverage of zero workers has no value; it is not 0 %.
#[test]
fn of_nobody_there_is_no_share() {
    let mut plan = plan(1, Some(0), 100);
    let path = json!({ "shape": "step", "points": [{ "month": "2026-01", "percent": 50 }] });
    plan["segments"][0]["enrolment"] =
        json!({ "kind": "path", "members": 0, "eligible": 0, "path": path });
    assert_eq!(
        project_json(&plan)["years"][0]["classes"],
        json!([{ "class": "BPU", "members": 0, "eligible": 0, "percent": null, "roundedPercent": null }])
    );
}

/// Coverage of the region and coverage of what the plan pays are not subtracted from each other.
#[test]
fn coverages_of_two_kinds_are_not_subtracted() {
    let points = |first: &Value, second: &Value| {
        let scenarios = read_all(&Input::List(vec![input(first), input(second)])).unwrap();
        let difference = compare(&scenarios, Factor::ALL).unwrap().differences.remove(0);
        serde_json::to_value(difference).unwrap()["points"].clone()
    };
    let (paid, region) = (plan(10, None, 100), plan(10, Some(40), 100));
    assert_eq!(points(&paid, &region), Value::Null);
    assert_eq!(points(&paid, &plan(15, None, 100)), 5);
    assert_eq!(points(&region, &plan(15, Some(40), 100)), 5);
}
