//! Properties of every scenario: parts sum to totals, more is never cheaper, the order of rows changes nothing.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use common::plans::{plan, rich_plan};
use common::{project_json, scenario};
use proptest::prelude::*;
use serde_json::{Value, json};

fn amount(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

fn total(list: &Value) -> u64 {
    list.as_array().unwrap().iter().map(|entry| amount(&entry["rupiah"])).sum()
}

fn column(list: &Value) -> u64 {
    list.as_array().unwrap().iter().map(amount).sum()
}

/// All parts of a total sum to it.
fn adds_up(span: &Value) {
    let whole = amount(&span["rupiah"]);
    for cut in ["segments", "programmes", "funds", "accounts"] {
        assert_eq!(total(&span[cut]), whole, "{cut}");
    }
    for segment in span["segments"].as_array().unwrap() {
        assert_eq!(total(&segment["programmes"]), amount(&segment["rupiah"]));
        assert_eq!(total(&segment["funds"]), amount(&segment["rupiah"]));
    }
    for fund in span["funds"].as_array().unwrap() {
        assert_eq!(total(&fund["programmes"]), amount(&fund["rupiah"]));
        if let Some(ceiling) = fund.get("ceilingRupiah").and_then(Value::as_u64) {
            assert_eq!(
                amount(&fund["rupiah"]) + amount(&fund["leftRupiah"]),
                ceiling + amount(&fund["shortRupiah"])
            );
        }
    }
    let self_paid: u64 = span["funds"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|fund| fund["fund"] == "pekerja")
        .map(|fund| amount(&fund["rupiah"]))
        .sum();
    assert_eq!(amount(&span["budgetRupiah"]) + self_paid, whole);
    let people: u64 = span["segments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|segment| amount(&segment["personMonths"]))
        .sum();
    assert_eq!(amount(&span["personMonths"]), people);
}

/// A list of objects with an id as a sorted list, for comparison without order.
fn by_id(list: &Value, id: &str) -> Vec<(String, Value)> {
    let mut all: Vec<_> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| (entry[id].as_str().unwrap().to_owned(), entry.clone()))
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn totals_equal_the_sum_of_their_parts_over_every_cut(plan in prop_oneof![plan(), rich_plan()]) {
        let projection = project_json(&plan);
        adds_up(&projection["total"]);
        let years = projection["years"].as_array().unwrap();
        years.iter().for_each(adds_up);
        prop_assert_eq!(years.iter().map(|year| amount(&year["rupiah"])).sum::<u64>(), amount(&projection["total"]["rupiah"]));
        prop_assert_eq!(total(&projection["grounds"]), amount(&projection["total"]["rupiah"]));
        let monthly = &projection["monthly"];
        prop_assert_eq!(column(&monthly["rupiah"]), amount(&projection["total"]["rupiah"]));
        for cut in ["segments", "programmes", "funds"] {
            let all: u64 = monthly[cut].as_array().unwrap().iter().map(|entry| column(&entry["rupiah"])).sum();
            prop_assert_eq!(all, amount(&projection["total"]["rupiah"]));
        }
        for (cut, id) in [("segments", "segment"), ("programmes", "programme"), ("funds", "fund")] {
            let totals = by_id(&projection["total"][cut], id);
            for (name, row) in by_id(&monthly[cut], id) {
                let total = totals.iter().find(|(other, _)| *other == name).map(|(_, total)| amount(&total["rupiah"]));
                prop_assert_eq!(column(&row["rupiah"]), total.unwrap_or(0), "{} {}", cut, name);
            }
        }
        prop_assert_eq!(column(&monthly["heads"]), amount(&projection["total"]["personMonths"]));
    }

    #[test]
    fn more_heads_never_cost_less(plan in plan(), which in any::<prop::sample::Index>(), more in 1..10_000_u64) {
        let mut plan = plan;
        // With a target, other segments would lose what one gains.
        plan["target"] = Value::Null;
        for segment in plan["segments"].as_array_mut().unwrap() {
            if segment["enrolment"]["kind"] == "target" {
                let people = segment["enrolment"]["eligible"].clone();
                segment["enrolment"] = json!({ "kind": "fixed", "counts": [{ "from": "2025-01", "people": people }] });
            }
        }
        let before = amount(&project_json(&plan)["total"]["rupiah"]);
        let segments = plan["segments"].as_array_mut().unwrap();
        let position = which.index(segments.len());
        let people = &mut segments[position]["enrolment"]["counts"][0]["people"];
        *people = json!(amount(people) + more);
        prop_assert!(amount(&project_json(&plan)["total"]["rupiah"]) >= before);
    }

    #[test]
    fn a_permutation_of_segments_changes_nothing(plan in prop_oneof![plan(), rich_plan()], turns in 1..5_usize) {
        let before = project_json(&plan);
        let mut turned = plan;
        let segments = turned["segments"].as_array_mut().unwrap();
        let turns = turns % segments.len();
        segments.rotate_left(turns);
        let after = project_json(&turned);
        for part in ["rupiah", "budgetRupiah", "personMonths", "programmes", "funds", "accounts"] {
            prop_assert_eq!(&before["total"][part], &after["total"][part]);
        }
        prop_assert_eq!(by_id(&before["total"]["segments"], "segment"), by_id(&after["total"]["segments"], "segment"));
        prop_assert_eq!(by_id(&before["monthly"]["segments"], "segment"), by_id(&after["monthly"]["segments"], "segment"));
        prop_assert_eq!(&before["monthly"]["coverage"], &after["monthly"]["coverage"]);
    }

    #[test]
    fn a_scenario_written_and_read_again_is_the_same(plan in prop_oneof![plan(), rich_plan()]) {
        let first = scenario(&plan);
        let text = serde_json::to_string(&first).unwrap();
        let again = scenario(&serde_json::from_str(&text).unwrap());
        prop_assert_eq!(&again, &first);
        prop_assert_eq!(serde_json::to_string(&again).unwrap(), text);
    }

    /// With an order of use no rupiah is lost, and only the last fund of a chain can exceed its ceiling.
    #[test]
    fn money_that_is_passed_on_is_paid_once(plan in rich_plan()) {
        let mut alone = plan.clone();
        for fund in alone["funds"].as_array_mut().unwrap() {
            fund["next"] = Value::Null;
        }
        let (passed, alone) = (project_json(&plan), project_json(&alone));
        prop_assert_eq!(&passed["total"]["rupiah"], &alone["total"]["rupiah"]);
        for year in passed["years"].as_array().unwrap() {
            for (fund, of) in year["funds"].as_array().unwrap().iter().zip(plan["funds"].as_array().unwrap()) {
                if of["next"].is_string() {
                    prop_assert_eq!(amount(&fund["shortRupiah"]), 0);
                }
            }
        }
    }

    /// The tree of every yearly figure, calculated from its leaves, gives the figure: for plans with and without
    /// planning features, more than a thousand in all.
    #[test]
    fn explanations_evaluate_to_the_figure(plan in prop_oneof![plan(), rich_plan()], rounding in any::<bool>()) {
        let mut plan = plan;
        plan["rounding"] = json!(if rounding { "nearest" } else { "down" });
        let scenario = scenario(&plan);
        let projection = project_json(&plan);
        for year in projection["years"].as_array().unwrap() {
            let ask = |question: Value| {
                let question = cakupan::scenario::Question::read(&common::input(&question), &scenario).unwrap();
                let tree = cakupan::ask::explain(&scenario, &question).unwrap();
                common::evaluate(&serde_json::to_value(&tree).unwrap())
            };
            let number = &year["year"];
            assert_eq!(ask(json!({ "year": number })), i128::from(amount(&year["rupiah"])));
            for fund in year["funds"].as_array().unwrap() {
                assert_eq!(ask(json!({ "year": number, "fund": fund["fund"] })), i128::from(amount(&fund["rupiah"])));
                for part in fund["programmes"].as_array().unwrap() {
                    let question = json!({ "year": number, "fund": fund["fund"], "programme": part["programme"] });
                    assert_eq!(ask(question), i128::from(amount(&part["rupiah"])));
                }
            }
            for segment in year["segments"].as_array().unwrap() {
                let id = &segment["segment"];
                assert_eq!(ask(json!({ "year": number, "segment": id })), i128::from(amount(&segment["rupiah"])));
                assert_eq!(ask(json!({ "year": number, "segment": id, "measure": "personMonths" })), i128::from(amount(&segment["personMonths"])));
            }
            for account in year["accounts"].as_array().unwrap() {
                if let Some(code) = account["code"].as_str() {
                    assert_eq!(ask(json!({ "year": number, "account": code })), i128::from(amount(&account["rupiah"])));
                }
            }
            let coverage = &year["coverage"];
            assert_eq!(ask(json!({ "year": number, "measure": "members" })), i128::from(amount(&coverage["members"])));
            ask(json!({ "year": number, "measure": "coverage" }));
            assert_eq!(ask(json!({ "year": number, "measure": "gap" })), i128::from(coverage["gap"].as_u64().unwrap_or(0)));
            let apbd = &year["funds"][0];
            assert_eq!(ask(json!({ "year": number, "fund": "apbd", "measure": "short" })), i128::from(amount(&apbd["shortRupiah"])));
            assert_eq!(ask(json!({ "year": number, "fund": "apbd", "measure": "left" })), i128::from(apbd["leftRupiah"].as_u64().unwrap_or(0)));
        }
        let month = projection["months"].as_array().unwrap().len() / 2;
        let ask = |question: Value| {
            let question = cakupan::scenario::Question::read(&common::input(&question), &scenario).unwrap();
            let tree = cakupan::ask::explain(&scenario, &question).unwrap();
            common::evaluate(&serde_json::to_value(&tree).unwrap())
        };
        let name = &projection["months"][month];
        for brief in [false, true] {
            assert_eq!(ask(json!({ "month": name, "brief": brief })), i128::from(amount(&projection["monthly"]["rupiah"][month])));
            assert_eq!(ask(json!({ "month": name, "measure": "heads", "brief": brief })), i128::from(amount(&projection["monthly"]["heads"][month])));
            assert_eq!(ask(json!({ "month": name, "measure": "coverage", "brief": brief })), scaled_percent(&projection["monthly"]["coverage"]["percent"][month]));
        }
    }
}

/// A percentage in millionths.
fn scaled_percent(value: &Value) -> i128 {
    let text = value.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{decimals:0<4}").parse().unwrap()
}

#[test]
fn the_five_cases_survive_being_written_and_read() {
    for name in ["makassar", "sulawesi-selatan", "sidrap", "majene", "maros"] {
        let first = scenario(&common::read_json(&format!("cases/{name}.json")));
        assert_eq!(scenario(&serde_json::to_value(&first).unwrap()), first, "{name}");
    }
}
