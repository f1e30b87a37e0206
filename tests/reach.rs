//! How many people and months ceilings pay for. Expected figures by hand from published ceilings (press) and prices.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use common::{poor, read_json, way_back};
use serde_json::{Value, json};

/// Sorong Selatan 2024: Rp 500 juta of Dana Otsus for 2,480 people, 201,600 a year each.
#[test]
fn sorong_selatan_reaches_2480_people() {
    let reach = way_back(&poor(12, 1, 500_000_000), &Value::Null).unwrap();
    assert_eq!(reach["people"], 2_480);
    assert_eq!(reach["rupiah"], 2_480 * 201_600);
    assert_eq!(reach["funds"][0]["leftRupiah"], 500_000_000 - 2_480 * 201_600);
    let blocked = &reach["segments"][0]["blocked"];
    assert_eq!(blocked["rupiah"], 2_481 * 201_600, "one more person would not fit");
}

/// Luwu: Rp 200 juta pay for 3,968 people for three months, or 5,000 for two and 1,904 of them for a third.
#[test]
fn luwu_reaches_in_people_or_in_months() {
    let reach = way_back(&poor(3, 5_000, 200_000_000), &Value::Null).unwrap();
    assert_eq!(reach["people"], 3_968);
    let time = &reach["time"][0];
    assert_eq!((time["fullMonths"].as_u64(), time["endsIn"].as_str()), (Some(2), Some("2024-03")));
    assert_eq!(time["people"], 1_904);
    assert_eq!(time["personMonths"], 2 * 5_000 + 1_904);
    assert_eq!(time["leftRupiah"], 200_000_000 - 2 * 5_000 * 16_800 - 1_904 * 16_800);
}

#[test]
fn ceilings_at_the_edge_have_clear_answers() {
    let people =
        |ceiling| way_back(&poor(12, 10, ceiling), &Value::Null).unwrap()["people"].clone();
    assert_eq!(people(0), 0);
    assert_eq!(people(1), 0);
    assert_eq!(people(201_599), 0);
    assert_eq!(people(201_600), 1);
    // More than anybody needs: all eligible workers.
    let all = way_back(&poor(12, 10, 1_000_000_000_000), &Value::Null).unwrap();
    assert_eq!(
        (all["people"].as_u64(), all["segments"][0]["limit"].as_str()),
        (Some(100_000), Some("eligible"))
    );
    assert_eq!(all["segments"][0]["leftOut"], 0);
    // Without ceiling and eligible number only the plan ends the search; beyond the plan there is no limit.
    let mut endless = poor(12, 10, 1);
    endless["funds"][0]["ceilings"] = Value::Null;
    endless["segments"][0]["enrolment"]["eligible"] = Value::Null;
    let beyond = |beyond: bool| way_back(&endless, &json!({ "beyondPlan": beyond }));
    assert_eq!(beyond(true).unwrap_err(), ["noLimit"]);
    let planned = beyond(false).unwrap();
    assert_eq!(
        (planned["people"].as_u64(), planned["segments"][0]["limit"].as_str()),
        (Some(10), Some("planned"))
    );
    // The ceiling of a fund that pays for nobody limits nobody.
    let mut elsewhere = poor(12, 10, 1);
    elsewhere["funds"][1]["ceilings"] = json!([{ "year": 2024, "rupiah": 1 }]);
    elsewhere["funds"][0]["ceilings"] = Value::Null;
    assert_eq!(way_back(&elsewhere, &Value::Null).unwrap()["people"], 100_000);
    // The other segments exceed the ceiling already: nobody fits, and the proof shows it.
    let mut over = poor(12, 10, 1_000_000);
    let other = json!({ "id": "dua", "name": "Dua", "class": "BPU", "programmes": ["JKK", "JKM"], "payers": [{ "fund": "dana", "percent": 100 }],
        "enrolment": { "kind": "fixed", "counts": [{ "from": "2024-01", "people": 100 }] } });
    over["segments"].as_array_mut().unwrap().push(other);
    let reach = way_back(&over, &json!({ "segments": ["satu"] })).unwrap();
    assert_eq!(
        (reach["people"].as_u64(), reach["segments"][0]["blocked"]["rupiah"].as_u64()),
        (Some(0), Some(101 * 201_600))
    );
}

/// Ceilings of Rp 100 juta, 50 juta and 30 juta in an order of use, for 24 months of which only the first year has
/// ceilings. A person costs 16,800 × 12 = 201,600 a year; 180,000,000 ÷ 201,600 = 892.9, so 892 people, who leave
/// 180,000,000 − 179,827,200 = 172,800 of the last ceiling. Whose share stands first in the chain changes nothing.
#[test]
fn an_order_of_use_reaches_what_its_ceilings_pay_together() {
    let mut plan = poor(24, 900, 30_000_000);
    let fund = |id: &str, rupiah: u64, next: &str| {
        let ceilings = json!([{ "year": 2024, "rupiah": rupiah }]);
        json!({ "id": id, "name": id, "kind": "apbdRegency", "ceilings": ceilings, "next": next })
    };
    let funds = plan["funds"].as_array_mut().unwrap();
    funds.push(fund("later", 50_000_000, "dana"));
    funds.push(fund("first", 100_000_000, "later"));
    let mut shared = plan["segments"][0].clone();
    shared["id"] = json!("shared");
    plan["segments"][0]["payers"] = json!([{ "fund": "first", "percent": 100 }]);
    shared["payers"] =
        json!([{ "fund": "first", "percent": 60 }, { "fund": "later", "percent": 40 }]);
    let first = plan["segments"][0]["id"].clone();
    plan["segments"].as_array_mut().unwrap().push(shared);

    for order in [json!([first, "shared"]), json!(["shared", first])] {
        let reach = way_back(&plan, &json!({ "segments": order })).unwrap();
        let people: Vec<_> = reach["segments"].as_array().unwrap().iter().collect();
        assert_eq!(
            (people[0]["people"].as_u64(), people[1]["people"].as_u64()),
            (Some(892), Some(0))
        );
        assert_eq!(reach["rupiah"], 2 * 892 * 201_600, "the second year has no ceiling");
        // The only ceiling that nobody takes over from: the others pass on what exceeds them.
        let ceilings = reach["funds"].as_array().unwrap();
        assert_eq!((ceilings.len(), ceilings[0]["fund"].as_str()), (1, Some("dana")));
        assert_eq!(ceilings[0]["rupiah"], 892 * 201_600 - 150_000_000);
        assert_eq!(ceilings[0]["leftRupiah"], 172_800);
        for segment in people {
            assert_eq!(segment["blocked"]["fund"], "dana");
            assert_eq!(segment["blocked"]["rupiah"], 893 * 201_600 - 150_000_000);
        }
    }
}

#[test]
fn segments_are_filled_in_order_or_the_cheapest_first() {
    // 10,800 for wage earners on 2,000,000 (0.54 %), 16,800 for the others; twelve months.
    let mut plan = poor(12, 0, 10_000_000);
    plan["segments"][0]["enrolment"]["eligible"] = json!(30);
    let staff = json!({ "id": "staf", "name": "Staf", "class": "PU", "risk": "veryLow", "base": { "kind": "fixed", "rupiah": 2_000_000 },
        "programmes": ["JKK", "JKM"], "payers": [{ "fund": "dana", "percent": 100 }],
        "enrolment": { "kind": "fixed", "counts": [{ "from": "2024-01", "people": 1 }], "eligible": 60 } });
    plan["segments"].as_array_mut().unwrap().push(staff);
    let of = |request: Value| {
        let reach = way_back(&plan, &request).unwrap();
        let segments = reach["segments"].as_array().unwrap().clone();
        (segments.iter().map(|one| one["people"].as_u64().unwrap()).collect::<Vec<_>>(), reach)
    };
    let (given, reach) = of(json!({ "segments": ["satu", "staf"] }));
    let left = 10_000_000 - 30 * 201_600;
    assert_eq!(given, [30, left / 129_600]);
    assert_eq!(given, [30, 30]);
    let (cheapest, _) = of(json!({ "segments": ["satu", "staf"], "order": "cheapest" }));
    assert_eq!(cheapest, [60, (10_000_000 - 60 * 129_600) / 201_600]);
    assert_eq!(cheapest, [60, 11]);
    let splits = reach["splits"].as_array().unwrap();
    assert_eq!(splits[0]["people"], 71, "the best way to spend it");
    assert!(splits.iter().any(|split| split["people"] == 60), "and the one that was asked for");
    assert!(splits.len() <= 5);
}

/// Kota Makassar with ceilings of 9 and 12 miliar.
fn makassar() -> Value {
    let mut plan = read_json("cases/makassar.json");
    plan["funds"][0]["ceilings"] = json!([
        { "year": 2025, "rupiah": 9_000_000_000_u64 },
        { "year": 2026, "rupiah": 12_000_000_000_u64 },
    ]);
    plan
}

const PLANNED: [(&str, u64); 4] =
    [("rentan", 35_782), ("non-asn", 11_515), ("keagamaan", 5_752), ("kader", 5_112)];

/// No segment gets more people than planned: 201,600 a year for a vulnerable worker, 129,600 for the others.
#[test]
fn makassar_reaches_nobody_beyond_its_plan() {
    let reach = way_back(&makassar(), &Value::Null).unwrap();
    let told: Vec<_> = reach["segments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let number = |name: &str| one[name].as_u64().unwrap();
            (number("people"), number("planned"), number("leftOut"), one["limit"].as_str().unwrap())
        })
        .collect();
    let left = (9_000_000_000_u64 - 35_782 * 201_600 - 11_515 * 129_600) / 129_600;
    assert_eq!(left, 2_268);
    assert_eq!(
        told,
        [
            (35_782, 35_782, 0, "planned"),
            (11_515, 11_515, 0, "planned"),
            (2_268, 5_752, 5_752 - 2_268, "ceiling"),
            (0, 5_112, 5_112, "ceiling"),
        ]
    );
    for request in [json!({}), json!({ "order": "cheapest" })] {
        let reach = way_back(&makassar(), &request).unwrap();
        let splits = reach["splits"].as_array().unwrap();
        assert!(splits.len() > 2);
        for split in splits {
            for one in split["segments"].as_array().unwrap() {
                let (_, planned) = PLANNED.iter().find(|(id, _)| one["segment"] == *id).unwrap();
                let (people, left) =
                    (one["people"].as_u64().unwrap(), one["leftOut"].as_u64().unwrap());
                assert!(people <= *planned, "{split}");
                assert_eq!(people + left, *planned);
            }
        }
    }
    // Planned heads: 842,830,800 a month. Ten months are paid, and 34,029 people of the eleventh.
    let month = 35_782 * 16_800 + 22_379 * 10_800_u64;
    let rest = 9_000_000_000 - 10 * month;
    let time = &reach["time"][0];
    assert_eq!(
        (time["fullMonths"].as_u64(), time["people"].as_u64()),
        (Some(10), Some(rest / 16_800))
    );
    assert_eq!(time["personMonths"], 10 * 58_161 + 34_029);
    assert_eq!(time["leftRupiah"], rest - 34_029 * 16_800);
}

/// Beyond the plan, up to the ceiling: 44,642 × 201,600 leave 172,800, which pays for one more at 129,600.
#[test]
fn the_planner_may_go_beyond_the_plan() {
    let reach = way_back(&makassar(), &json!({ "beyondPlan": true })).unwrap();
    let people: Vec<_> =
        reach["segments"].as_array().unwrap().iter().map(|one| one["people"].as_u64()).collect();
    assert_eq!(people, [Some(44_642), Some(1), Some(0), Some(0)]);
    let first = &reach["segments"][0];
    assert_eq!((first["limit"].as_str(), &first["leftOut"]), (Some("ceiling"), &Value::Null));
    // With eligible workers given, they are the limit.
    let mut plan = makassar();
    plan["segments"][0]["enrolment"]["eligible"] = json!(40_000);
    let reach = way_back(&plan, &json!({ "beyondPlan": true })).unwrap();
    assert_eq!(
        (reach["segments"][0]["people"].as_u64(), reach["segments"][0]["limit"].as_str()),
        (Some(40_000), Some("eligible"))
    );
}

/// Planned heads are the most of any month: a count after verification, and the highest of several.
#[test]
fn the_planned_heads_are_the_most_of_any_month() {
    let told = |change: &dyn Fn(&mut Value)| {
        let mut plan = poor(12, 100, 1_000_000_000_000);
        plan["segments"][0]["enrolment"]["eligible"] = Value::Null;
        change(&mut plan["segments"][0]);
        let segment = way_back(&plan, &Value::Null).unwrap()["segments"][0].clone();
        (segment["people"].as_u64().unwrap(), segment["planned"].as_u64().unwrap())
    };
    let counts = |plan: &mut Value| {
        plan["enrolment"]["counts"] = json!([
            { "from": "2024-01", "people": 100 },
            { "from": "2024-03", "people": 150 },
            { "from": "2024-09", "people": 120 },
        ]);
    };
    assert_eq!(told(&|_| ()), (100, 100));
    assert_eq!(told(&counts), (150, 150));
    assert_eq!(
        told(&|segment| segment["flows"] = json!({ "verificationLossPercent": 12 })),
        (88, 88)
    );
    // Eligible workers replace the planned heads as the limit, above and below them.
    assert_eq!(told(&|segment| segment["enrolment"]["eligible"] = json!(200)), (200, 100));
    assert_eq!(told(&|segment| segment["enrolment"]["eligible"] = json!(50)), (50, 100));
    assert_eq!(
        told(&|segment| segment["billed"] = json!([{ "from": "2024-01", "to": "2024-02" }])),
        (100, 100)
    );
}

/// Person-months are given with every cost: of the plan, of each segment, of each other way to fill.
#[test]
fn a_cost_is_its_person_months_times_the_price() {
    let mut plan = makassar();
    // One price for all: 16,800.
    for segment in plan["segments"].as_array_mut().unwrap() {
        segment["class"] = json!("BPU");
        for field in ["risk", "base", "evidence"] {
            segment[field] = Value::Null;
        }
    }
    let reach = way_back(&plan, &json!({ "segments": ["kader"] })).unwrap();
    let months = |value: &Value| value["personMonths"].as_u64().unwrap();
    assert_eq!(reach["rupiah"], months(&reach) * 16_800);
    assert_eq!(months(&reach["segments"][0]), reach["people"].as_u64().unwrap() * 24);
    let reach = way_back(&plan, &Value::Null).unwrap();
    for split in reach["splits"].as_array().unwrap() {
        assert_eq!(split["rupiah"], months(split) * 16_800);
    }
    for time in reach["time"].as_array().unwrap() {
        let ceiling = &reach["funds"]
            .as_array()
            .unwrap()
            .iter()
            .find(|fund| fund["year"] == time["year"])
            .unwrap()["ceilingRupiah"];
        let paid = months(time) * 16_800;
        assert_eq!(ceiling.as_u64().unwrap(), paid + time["leftRupiah"].as_u64().unwrap());
    }
}
