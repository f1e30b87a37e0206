//! Published budgets follow from their scenarios: to the rupiah, or within the rounding of the publication.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::words::Language;
use common::{one_segment, project_json, read_json};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Rows of `cases/published-budgets.csv`.
fn published() -> Vec<BTreeMap<String, String>> {
    common::rows(include_str!("cases/published-budgets.csv"))
}

fn number(row: &BTreeMap<String, String>, column: &str) -> Option<i64> {
    row[column].parse().ok()
}

#[test]
fn every_published_budget_follows_from_its_scenario_as_far_as_it_was_printed() {
    let (mut exact, mut near, mut unlike) = (0, 0, 0);
    for row in published() {
        let file = format!("{:0>2}", row["no"]);
        let (printed, unit) =
            (number(&row, "published_total_idr"), number(&row, "printed_rounding_unit_idr"));
        let counted = match (
            number(&row, "workers"),
            number(&row, "rate_idr_per_month"),
            number(&row, "months"),
        ) {
            (Some(workers), Some(rate), Some(months)) => Some(workers * rate * months),
            _ => None,
        };
        if counted.is_none() && row["class"] != "C" {
            continue; // no rate or months were published: nothing to compare
        }
        let scenario = read_json(&format!("tests/cases/published/{file}.json"));
        let ours = project_json(&scenario)["total"]["budgetRupiah"].as_i64().unwrap();
        if let Some(counted) = counted {
            assert_eq!(ours, counted, "row {file}: heads × rate × months of the table");
        }
        let off = printed.map(|printed| ours - printed);
        match row["class"].as_str() {
            "A" => {
                assert_eq!(off, Some(0), "row {file}, printed to the rupiah");
                exact += 1;
            }
            "B" | "B*" => {
                assert!(off.unwrap().abs() < unit.unwrap(), "row {file} is off by {off:?}");
                near += 1;
            }
            "C" => {
                println!(
                    "row {file}, {}: off by {} of {}",
                    row["region"],
                    off.unwrap(),
                    printed.unwrap()
                );
                assert!(
                    off.unwrap().abs() >= unit.unwrap(),
                    "row {file} was not expected to reproduce"
                );
                unlike += 1;
            }
            _ => assert_eq!(printed, None, "row {file} has no usable total"),
        }
    }
    assert_eq!((exact, near, unlike), (5, 8, 3), "rows of class A, B and C");
}

/// Differences of the rows of class C, by hand from the published figures.
#[test]
fn what_does_not_reproduce_differs_by_a_known_amount() {
    let total = |row: &str| {
        let scenario = read_json(&format!("tests/cases/published/{row}.json"));
        project_json(&scenario)["total"]["budgetRupiah"].as_i64().unwrap()
    };
    assert_eq!(
        total("25") - 168_000_000,
        7_996_800,
        "Landak: 873 × 16,800 × 12 against 168 million"
    );
    assert_eq!(total("48"), 3_343_536_000, "Rokan Hulu: 16,585 × 16,800 × 12");
    assert_eq!(
        3_714_056_400 - total("48"),
        370_520_400,
        "one tenth of the allocation, perhaps its support costs"
    );
    // (65 × 212,160 + 685 × 156,000 + 461 × 62,400 + (499 + 649) × 10,800 + 1,492 × 16,800) × 12
    assert_eq!(total("41"), 2_242_569_600, "Pangkep");
    assert_eq!(
        total("41") - 2_239_339_680,
        3_229_920,
        "0.14 % above; heads changed during the year"
    );
}

/// Ten people for a year at 16,800: 2,016,000. A published total is compared with the budgets' part of it.
fn ten(published: Value) -> Value {
    let mut plan = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    plan["segments"][0]["enrolment"]["counts"][0]["people"] = json!(10);
    plan["published"] = json!([published]);
    plan
}

fn compared(plan: &Value) -> Value {
    project_json(plan)["published"][0].clone()
}

#[test]
fn a_published_total_is_equal_rounded_cut_more_or_less() {
    let verdict = |rupiah: u64, unit: u64| {
        let published = json!({ "name": "DPA", "rupiah": rupiah, "unitRupiah": unit });
        compared(&ten(published))["verdict"].as_str().unwrap().to_owned()
    };
    assert_eq!(verdict(2_016_000, 1), "equal");
    assert_eq!(verdict(2_016_000, 100_000), "equal", "also where it was printed in units");
    assert_eq!(verdict(2_020_000, 10_000), "rounded");
    assert_eq!(verdict(2_010_000, 10_000), "cut");
    assert_eq!(verdict(2_000_000, 100_000), "rounded", "to the nearest and cut off alike");
    assert_eq!(verdict(2_016_001, 1), "more");
    assert_eq!(verdict(2_030_000, 10_000), "more");
    assert_eq!(verdict(2_000_000, 10_000), "less");
    // Half a unit goes up: 2,016,000 is 4.5 units of 448,000.
    assert_eq!((2_016_000 % 448_000, verdict(2_240_000, 448_000).as_str()), (224_000, "rounded"));
    assert_eq!(verdict(1_792_000, 448_000), "cut");
}

#[test]
fn a_difference_is_told_in_people_and_months() {
    let worth = |plan: &Value| compared(plan)["worth"].clone();
    let of = |rupiah: u64| worth(&ten(json!({ "name": "DPA", "rupiah": rupiah })));
    let told = |price: u64, number: u64, rest: Value, heads: Value, months: Value| json!({ "priceRupiah": price, "personMonths": number, "restRupiah": rest, "heads": heads, "months": months });
    let (none, zero) = (Value::Null, json!(0));
    assert_eq!(of(2_016_000), none);
    // Two people more; three months more; both; neither.
    assert_eq!(of(2_016_000 + 24 * 16_800), told(16_800, 24, zero.clone(), json!(2), none.clone()));
    assert_eq!(of(2_016_000 - 30 * 16_800), told(16_800, 30, zero.clone(), none.clone(), json!(3)));
    assert_eq!(of(2_016_000 + 60 * 16_800), told(16_800, 60, zero.clone(), json!(5), json!(6)));
    assert_eq!(
        of(2_016_000 + 7 * 16_800),
        told(16_800, 7, zero.clone(), none.clone(), none.clone())
    );
    assert_eq!(of(2_016_000 + 16_799), told(16_800, 0, json!(16_799), none.clone(), none.clone()));
    // The worker pays a quarter: 4,200 a head and month; the budget pays 12,600.
    let mut shared = ten(json!({ "name": "DPA", "rupiah": 1_512_000 + 12 * 12_600 }));
    shared["period"]["firstMonth"] = json!("2024-01");
    shared["segments"][0]["payers"] =
        json!([{ "fund": "dana", "percent": 75 }, { "fund": "pekerja", "percent": 25 }]);
    assert_eq!(compared(&shared)["computedRupiah"], 1_512_000);
    assert_eq!(worth(&shared), told(12_600, 12, zero.clone(), json!(1), none.clone()));
    // The budget ends in June and the worker pays on: there is no single price.
    let mut passed = ten(json!({ "name": "DPA", "rupiah": 2_016_000 }));
    passed["period"]["firstMonth"] = json!("2024-01");
    passed["funds"][0]["next"] = json!("pekerja");
    passed["funds"][0]["ceilings"] = json!([{ "year": 2024, "rupiah": 1_008_000 }]);
    assert_eq!(worth(&passed), told(8_400, 120, none.clone(), none.clone(), none.clone()));
    // Two prices, 16,800 and 10,800: mean 13,800, about 10 person-months.
    let mut two = ten(json!({ "name": "DPA", "rupiah": 3_312_000 + 140_000 }));
    let mut staff = two["segments"][0].clone();
    for (key, value) in [
        ("id", json!("staf")),
        ("class", json!("PU")),
        ("risk", json!("veryLow")),
        ("base", json!({ "kind": "fixed", "rupiah": 2_000_000 })),
    ] {
        staff[key] = value;
    }
    two["segments"].as_array_mut().unwrap().push(staff);
    assert_eq!(worth(&two), told(13_800, 10, none.clone(), none.clone(), none.clone()));
    // A contract has no price by head.
    let mut contract = one_segment(
        json!({ "class": "construction", "base": { "kind": "contract", "rupiah": 200_000_000 } }),
        "apbdRegency",
    );
    contract["published"] = json!([{ "name": "DPA", "rupiah": 500_000 }]);
    assert_eq!(compared(&contract)["differenceRupiah"], 500_000 - 430_000);
    assert_eq!(worth(&contract), none);
}

#[test]
fn a_published_total_is_of_a_year_and_a_segment() {
    let mut plan = ten(json!({ "name": "DPA 2025", "rupiah": 2_016_000, "year": 2025 }));
    plan["period"] = json!({ "firstMonth": "2025-01", "months": 18 });
    let mut other = plan["segments"][0].clone();
    other["id"] = json!("dua");
    other["enrolment"]["counts"][0]["people"] = json!(1);
    plan["segments"].as_array_mut().unwrap().push(other);
    plan["published"].as_array_mut().unwrap().extend([
        json!({ "name": "satu orang", "rupiah": 201_600, "year": 2025, "segment": "dua" }),
        json!({ "name": "semua", "rupiah": 18 * 11 * 16_800 }),
        json!({ "name": "tahun lain", "rupiah": 1, "year": 2024 }),
    ]);
    let projection = project_json(&plan);
    let verdicts: Vec<_> = projection["published"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["verdict"].as_str().unwrap())
        .collect();
    // 2,016,000 < 11 × 201,600; one person's year and the whole plan are equal; 2024 is outside the plan.
    assert_eq!(verdicts, ["less", "equal", "equal"]);
    let unused = projection["unused"].as_array().unwrap().clone();
    let unused = unused.iter().find(|one| one["code"] == "publishedUnused").unwrap();
    assert_eq!(unused["path"], "published[3].year");
    plan["published"][1]["segment"] = json!("tiga");
    assert_eq!(common::problems(&plan), [("unknownSegment".into(), "published[1].segment".into())]);
}

#[test]
fn the_sentences_name_what_was_found() {
    let say = |rupiah: u64, unit: u64| {
        let plan = ten(json!({ "name": "DPA", "rupiah": rupiah, "unitRupiah": unit }));
        let scenario = common::scenario(&plan);
        let notices = cakupan::plan::project(&scenario).unwrap().notices;
        let mine = notices.iter().filter(|notice| notice.path.starts_with("published"));
        mine.map(|notice| Language::Id.say("notice", notice.code, &notice.params))
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert!(
        say(2_010_000, 10_000)
            .contains("bila dipotong ke Rp 10.000; bila dibulatkan menjadi Rp 2.020.000")
    );
    assert!(say(2_020_000, 10_000).contains("bila dibulatkan ke Rp 10.000"));
    assert!(say(2_016_000, 1).contains("sama persis"));
    let more = say(2_016_000 + 24 * 16_800, 1);
    assert!(
        more.contains("lebih besar Rp 403.200")
            && more.contains("24 orang-bulan × Rp 16.800, misalnya 2 orang selama 12 bulan"),
        "{more}"
    );
    assert!(say(2_016_000 - 30 * 16_800, 1).contains("misalnya 3 bulan untuk 10 orang"));
    assert!(say(2_016_000 + 20_000, 1).contains("1 orang-bulan × Rp 16.800 dan sisa Rp 3.200"));
}
