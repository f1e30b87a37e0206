//! Targets, ceilings and the order of use: published figures and edge cases. Expected figures by hand from press
//! reports and regulations.
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
use common::{input, one_segment, poor, problems, project_json, scenario};
use serde_json::{Value, json};

/// Sulawesi Selatan, June 2025: 1.327 million of 2,801,936 = 47.38 %; 62.93 % = 1,763,259 people, about 436 thousand
/// more.
#[test]
fn sulawesi_selatan_crosses_two_targets() {
    let plan = json!({
        "schema": 1, "region": { "name": "Sulawesi Selatan", "level": "province", "code": "73" },
        "period": { "firstMonth": "2025-06", "months": 19 },
        "workforce": { "denominator": "eligible", "eligible": [{ "from": "2025-06", "people": 2_801_936 }], "otherMembers": [{ "from": "2025-06", "people": 1_327_000 }],
            "rivals": [{ "name": "Penduduk bekerja", "denominator": "employed", "eligible": [{ "from": "2025-06", "people": 4_700_000 }] }] },
        "target": { "shape": "linear", "points": [{ "month": "2025-06", "percent": 47.36 }, { "month": "2026-12", "percent": 68 }] },
        "otherTargets": [{ "name": "62,93 %", "shape": "step", "points": [{ "month": "2025-12", "percent": 62.93 }] }],
        "segments": [{ "id": "rentan", "name": "Rentan", "class": "BPU", "programmes": ["JKK", "JKM"], "enrolment": { "kind": "target", "members": 0, "eligible": 1_474_936 }, "payers": [{ "fund": "apbd", "percent": 100 }] }],
        "funds": [{ "id": "apbd", "name": "APBD", "kind": "apbdProvince" }],
    });
    let projection = project_json(&plan);
    assert_eq!(projection["years"][0]["rivals"][0]["eligible"], 4_700_000);
    let crossings = projection["crossings"].as_array().unwrap();
    assert_eq!(
        (&crossings[0]["target"], crossings[0]["month"].as_str()),
        (&Value::Null, Some("2026-12"))
    );
    // From 47.36 % by 20.64 points in 18 months, 62.93 % is reached after 13.58 months: in the fourteenth.
    assert_eq!(crossings[1]["month"].as_str(), Some("2026-08"));
    // End of 2025: six of eighteen months = 54.24 %, ⌈1,519,770.09⌉ members; the other target requires 1,763,259.
    let year = &crossings[1]["years"][0];
    assert_eq!(year["members"], 1_763_259);
    assert_eq!(projection["years"][0]["coverage"]["members"], 1_519_771);
    assert_eq!(year["gap"], 1_763_259 - 1_519_771);
    // 68 % = 1,905,316.48, so 1,905,317 people, 578,317 more than in June 2025.
    let last = &projection["years"][1]["coverage"];
    assert_eq!((last["members"].as_u64(), last["gap"].as_u64()), (Some(1_905_317), Some(0)));
    // The published gap to 62.93 %: about 436 thousand.
    assert_eq!(1_763_259 - 1_327_000, 436_259);
}

/// Wajo, published eligible: BPU 93,537, PU 35,036, construction 12,196; two classes are above 100 %.
#[test]
fn coverage_is_told_by_class_also_above_all() {
    let counts = |people: u64, eligible: u64| json!({ "kind": "fixed", "counts": [{ "from": "2026-01", "people": people }], "eligible": eligible });
    let mut plan =
        one_segment(json!({ "class": "BPU", "enrolment": counts(10_000, 93_537) }), "apbdRegency");
    let base = json!({ "kind": "fixed", "rupiah": 2_000_000 });
    for (id, class, count) in
        [("pu", "PU", counts(40_000, 35_036)), ("jakon", "construction", counts(12_196, 12_196))]
    {
        let mut segment = plan["segments"][0].clone();
        for (key, value) in [
            ("id", json!(id)),
            ("class", json!(class)),
            ("base", base.clone()),
            ("enrolment", count),
        ] {
            segment[key] = value;
        }
        if class == "PU" {
            segment["risk"] = json!("veryLow");
        }
        plan["segments"].as_array_mut().unwrap().push(segment);
    }
    plan["workforce"] = json!({ "denominator": "own", "eligible": [{ "from": "2026-01", "people": 140_769 }], "otherMembers": [{ "from": "2026-01", "people": 5_333 }] });
    let projection = project_json(&plan);
    assert_eq!(
        projection["years"][0]["classes"],
        json!([
            { "class": "PU", "members": 40_000, "eligible": 35_036, "percent": 114.1682, "roundedPercent": 114.17 },
            { "class": "BPU", "members": 10_000, "eligible": 93_537, "percent": 10.6909, "roundedPercent": null },
            { "class": "construction", "members": 12_196, "eligible": 12_196, "percent": 100, "roundedPercent": null },
            { "class": null, "members": 5_333, "eligible": null, "percent": null, "roundedPercent": null },
        ])
    );
    assert_eq!(projection["years"][0]["coverage"]["members"], 67_529, "as printed");
    assert_eq!(projection["years"][0]["coverage"]["percent"], 47.9714);
    assert!(
        projection["notices"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["code"] == "segmentAboveEligible")
    );
}

/// Both readings of "minimal 20 persen" (Permendagri 15/2024): Wajo 48 → 68 or 57.6 %.
#[test]
fn a_target_goes_on_by_points_or_by_a_factor() {
    let of = |yearly: Value| {
        let mut plan = one_segment(
            json!({ "class": "BPU", "enrolment": { "kind": "target", "members": 48_000, "eligible": 100_000 } }),
            "apbdRegency",
        );
        plan["period"] = json!({ "firstMonth": "2024-12", "months": 37 });
        plan["workforce"] =
            json!({ "denominator": "own", "eligible": [{ "from": "2024-12", "people": 100_000 }] });
        plan["target"] = json!({ "shape": "step", "points": [{ "month": "2024-12", "percent": 48 }], "yearly": yearly });
        let years = project_json(&plan)["years"].as_array().unwrap().clone();
        years.iter().map(|year| year["coverage"]["members"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(of(json!({ "kind": "points", "points": 20 })), [48_000, 68_000, 88_000, 100_000]);
    assert_eq!(of(json!({ "kind": "factor", "percent": 120 })), [48_000, 57_600, 69_120, 82_944]);
    // "10-10-10": ten points a year up to 72 %.
    assert_eq!(
        of(json!({ "kind": "points", "points": 10, "upTo": 72 })),
        [48_000, 58_000, 68_000, 72_000]
    );
}

#[test]
fn an_s_curve_is_slow_at_both_ends() {
    let mut plan = one_segment(
        json!({ "class": "BPU", "enrolment": { "kind": "path", "members": 0, "eligible": 1_000,
            "path": { "shape": "sCurve", "points": [{ "month": "2026-01", "percent": 0 }, { "month": "2026-09", "percent": 64 }] } } }),
        "apbdRegency",
    );
    plan["period"]["months"] = json!(9);
    // 64 % × (3t² − 2t³), t = n ÷ 8, of 1,000: 27.5, 100, 202.5, 320, 437.5, 540, 612.5, 640, rounded up.
    let heads = project_json(&plan)["monthly"]["segments"][0]["heads"].clone();
    assert_eq!(heads, json!([0, 28, 100, 203, 320, 438, 540, 613, 640]));
}

/// 1,200 people, 2 % a year leave: two a month of a falling number; a higher count replaces it.
#[test]
fn members_leave_are_not_accepted_and_are_billed_later() {
    let mut plan = one_segment(
        json!({ "class": "BPU",
            "enrolment": { "kind": "fixed", "counts": [{ "from": "2026-01", "people": 1_200 }, { "from": "2026-05", "people": 1_300 }] },
            "flows": { "leave": [{ "cause": "lapse", "percentAYear": 2 }] } }),
        "apbdRegency",
    );
    plan["period"]["months"] = json!(6);
    let heads = |plan: &Value| project_json(plan)["monthly"]["segments"][0]["heads"].clone();
    // February: 2.00. March: 1.9967, so one, 0.9967 carried. April: 1.995 + 0.9967, so two.
    assert_eq!(heads(&plan), json!([1_200, 1_198, 1_197, 1_195, 1_300, 1_298]));
    // May is a new count; in June 2.17 of it leave.
    plan["segments"][0]["flows"] = json!({ "verificationLossPercent": 12, "billedFromNext": true });
    // 1,200 × 88 % = 1,056; 1,300 × 88 % = 1,144; both one month later.
    assert_eq!(heads(&plan), json!([0, 1_056, 1_056, 1_056, 1_056, 1_144]));
    let segment = project_json(&plan)["years"][0]["segments"][0].clone();
    assert_eq!(
        (segment["joined"].as_u64(), segment["proposed"].as_u64()),
        (Some(1_144), Some(1_300))
    );
}

#[test]
fn the_gap_is_filled_by_priority_price_quota_and_pace() {
    let filled = |spread: &str, change: &dyn Fn(&mut Value)| {
        let segment = |id: &str, class: Value| {
            let mut segment = json!({ "id": id, "name": id, "programmes": ["JKK", "JKM"], "payers": [{ "fund": "dana", "percent": 100 }],
                "enrolment": { "kind": "target", "members": 0, "eligible": 100 } });
            for (key, value) in class.as_object().unwrap() {
                segment[key] = value.clone();
            }
            segment
        };
        let mut plan = one_segment(json!({ "class": "BPU" }), "apbdRegency");
        plan["segments"] = json!([
            segment("a", json!({ "class": "BPU" })),
            segment(
                "b",
                json!({ "class": "PU", "risk": "veryLow", "base": { "kind": "fixed", "rupiah": 2_000_000 } })
            ),
            segment("c", json!({ "class": "BPU" })),
        ]);
        plan["period"]["months"] = json!(1);
        plan["workforce"] =
            json!({ "denominator": "own", "eligible": [{ "from": "2026-01", "people": 300 }] });
        plan["target"] = json!({ "shape": "step", "spread": spread, "points": [{ "month": "2026-01", "percent": 50 }] });
        change(&mut plan);
        let heads = project_json(&plan)["total"]["segments"].as_array().unwrap().clone();
        heads.iter().map(|one| one["heads"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    let of = |path: &'static str, value: Value| {
        move |plan: &mut Value| *plan.pointer_mut(path).unwrap() = value.clone()
    };
    assert_eq!(filled("proportional", &|_| ()), [50, 50, 50]);
    // c first, the others by their room.
    let c_first = |plan: &mut Value| plan["segments"][2]["enrolment"]["priority"] = json!(1);
    assert_eq!(filled("priority", &c_first), [25, 25, 100]);
    // 10,800 is less than 16,800.
    assert_eq!(filled("cheapest", &|_| ()), [25, 100, 25]);
    // Members who pay for themselves cost the budgets nothing.
    let own = |plan: &mut Value| {
        plan["segments"][2]["payers"] = json!([{ "fund": "pekerja", "percent": 100 }])
    };
    assert_eq!(filled("cheapest", &own), [0, 50, 100]);
    let quotas = |plan: &mut Value| {
        for (place, percent) in [10, 70, 20].into_iter().enumerate() {
            plan["segments"][place]["enrolment"]["quotaPercent"] = json!(percent);
        }
    };
    // 15, 105 and 30 of 150. Five do not fit into b and are distributed 10 to 20: 2 (1.67) and 3 (3.33).
    assert_eq!(filled("quota", &quotas), [17, 100, 33]);
    let pace = |plan: &mut Value| plan["segments"][1]["enrolment"]["mostPerMonth"] = json!(7);
    assert_eq!(
        filled("proportional", &pace),
        [73, 5, 72],
        "150 × 100 and 7 ÷ 207: 72.46, 5.07, 72.46"
    );
    // Of equal remainders the smaller id's gets the person, in whatever order the planner wrote them.
    let turned = |plan: &mut Value| {
        plan["segments"][0]["id"] = json!("z");
        plan["segments"][2]["enrolment"]["mostPerMonth"] = json!(7);
    };
    assert_eq!(filled("proportional", &turned), [72, 73, 5]);
    assert_eq!(filled("proportional", &of("/target/points/0/percent", json!(0))), [0, 0, 0]);
}

#[test]
fn funds_pay_on_in_their_order_of_use() {
    let mut plan = poor(4, 100, 3_000_000);
    // 1,680,000 a month: 3,000,000 pay January and 1,320,000 of February; CSR pays up to 2,000,000; then the worker.
    plan["funds"] = json!([
        { "id": "dana", "name": "APBD", "kind": "apbdRegency", "next": "csr", "ceilings": [{ "year": 2024, "rupiah": 3_000_000 }] },
        { "id": "csr", "name": "CSR", "kind": "csr", "next": "pekerja", "ceilings": [{ "year": 2024, "rupiah": 2_000_000 }] },
        { "id": "pekerja", "name": "Pekerja", "kind": "self" },
    ]);
    let year = project_json(&plan)["years"][0].clone();
    let paid: Vec<_> = year["funds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fund| fund["rupiah"].as_u64().unwrap())
        .collect();
    assert_eq!(paid, [3_000_000, 2_000_000, 4 * 1_680_000 - 5_000_000]);
    let ends: Vec<_> =
        year["funds"].as_array().unwrap().iter().map(|fund| fund["endsIn"].clone()).collect();
    assert_eq!(ends, [json!("2024-02"), json!("2024-03"), Value::Null]);
    assert_eq!(
        (year["unpaidRupiah"].as_u64(), year["budgetRupiah"].as_u64()),
        (Some(0), Some(5_000_000))
    );
    // Without a next fund the rest is a shortfall, with its first month.
    plan["funds"][1]["next"] = Value::Null;
    let year = project_json(&plan)["years"][0].clone();
    assert_eq!(year["unpaidRupiah"], 4 * 1_680_000 - 5_000_000);
    assert_eq!(year["funds"][1]["endsIn"], "2024-03");
    // A circle has no last fund.
    plan["funds"][1]["next"] = json!("dana");
    assert_eq!(problems(&plan), [("circular".into(), "funds[0].next".into())]);
    plan["funds"][1]["next"] = json!("csr");
    assert!(problems(&plan).contains(&("circular".into(), "funds[1].next".into())));
    plan["funds"][1]["next"] = json!("lain");
    assert_eq!(problems(&plan), [("unknownFund".into(), "funds[1].next".into())]);
}

#[test]
fn a_stage_says_what_is_committed_and_budgets_what_it_weighs() {
    let mut plan = poor(12, 1_000, 150_000_000);
    plan["stage"] = json!({ "name": "perubahan", "month": "2024-09" });
    plan["funds"][0]["ceilings"][0]["beforeRupiah"] = json!(120_000_000);
    plan["region"]["population"] = json!(50_000);
    plan["totals"] = json!([{ "name": "APBD 2024", "year": 2024, "rupiah": 1_000_000_000_000_u64 }, { "name": "APBD 2023", "year": 2023, "rupiah": 1 }]);
    let year = project_json(&plan)["years"][0].clone();
    let fund = &year["funds"][0];
    assert_eq!(fund["committedRupiah"], 8 * 16_800_000);
    assert_eq!(fund["beforeRupiah"], 120_000_000);
    // 201,600,000 of 10^12 = 0.0201 % (cut); ÷ 50,000 residents = 4,032; per member 201,600.
    assert_eq!(
        year["burden"],
        json!({ "shares": [{ "name": "APBD 2024", "rupiah": 1_000_000_000_000_u64, "percent": 0.0201 }], "perResidentRupiah": 4_032, "perMemberRupiah": 201_600 })
    );
}

/// DBH sawit: at most 20 % for other than roads (PP 38/2023, PMK 91/2023).
#[test]
fn an_earmark_is_held_against_what_was_received() {
    let told = |allocation: u64| {
        let mut plan = poor(12, 100, 50_000_000);
        plan["funds"][0]["kind"] = json!("dbhSawit");
        plan["funds"][0]["ceilings"][0]["allocationRupiah"] = json!(allocation);
        let notices = project_json(&plan)["notices"].clone();
        let told = notices
            .as_array()
            .unwrap()
            .iter()
            .find(|notice| notice["code"] == "earmarkExceeded")
            .cloned();
        told.map(|notice| notice["params"]["limit"].as_u64().unwrap())
    };
    // 100 × 201,600 = 20,160,000 = 20 % of 100,800,000.
    assert_eq!(told(100_800_000), None);
    assert_eq!(told(100_799_999), Some(20_159_999));
}

#[test]
fn targets_at_the_edge_have_clear_answers() {
    let of = |points: Value, growth: f64, eligible: u64| {
        let mut plan = one_segment(
            json!({ "class": "BPU", "enrolment": { "kind": "target", "members": 500, "eligible": eligible } }),
            "apbdRegency",
        );
        plan["period"]["months"] = json!(24);
        plan["workforce"] = json!({ "denominator": "own", "eligible": [{ "from": "2026-01", "people": 1_000 }], "growthPercent": growth });
        plan["target"] = json!({ "shape": "linear", "points": points });
        project_json(&plan)
    };
    // A target below today's coverage removes nobody and adds nobody.
    let low = of(json!([{ "month": "2026-01", "percent": 10 }]), 0.0, 1_000);
    assert_eq!(
        (
            low["years"][1]["coverage"]["members"].as_u64(),
            low["total"]["segments"][0]["joined"].as_u64()
        ),
        (Some(500), Some(0))
    );
    assert_eq!(low["crossings"][0]["month"], "2026-01");
    // The workforce grows by 10 %: 1,100 in 2027, and 100 have no room in the segment.
    let all = of(json!([{ "month": "2026-06", "percent": 100 }]), 10.0, 1_000);
    let end = &all["years"][1]["coverage"];
    assert_eq!(
        (end["eligible"].as_u64(), end["members"].as_u64(), end["gap"].as_u64()),
        (Some(1_100), Some(1_000), Some(100))
    );
    assert!(
        all["notices"].as_array().unwrap().iter().any(|notice| notice["code"] == "targetMissed")
    );
    assert_eq!(all["crossings"][0]["month"], "2026-06");
}

fn compared(plans: &[Value], order: &[Factor]) -> Value {
    let list = Input::List(plans.iter().map(input).collect());
    let scenarios = read_all(&list).unwrap();
    serde_json::to_value(compare(&scenarios, order).unwrap()).unwrap()
}

#[test]
fn a_difference_is_taken_apart_exactly_in_any_order() {
    let first = poor(12, 1_000, 1);
    let mut second = first.clone();
    second["name"] = json!("Tahun depan");
    second["period"] = json!({ "firstMonth": "2026-01", "months": 9 });
    second["segments"][0]["enrolment"]["counts"] = json!([{ "from": "2024-01", "people": 1_500 }]);
    second["segments"][0]["payers"] = json!([{ "fund": "pekerja", "percent": 100 }]);
    second["segments"][0]["base"] = json!({ "kind": "fixed", "rupiah": 1_500_000 });
    // First: 1,000 × 16,800 × 12. Second: JKK 16,000 + JKM 6,800 in January to March, half after that (PP 50/2025,
    // self).
    let (before, after) = (1_000 * 16_800 * 12_i64, 1_500 * (22_800 * 3 + 11_400 * 6_i64));
    let factors = |order: &[Factor]| {
        let difference =
            compared(&[first.clone(), second.clone()], order)["differences"][0].clone();
        assert_eq!(difference["rupiah"], after - before);
        assert_eq!(difference["budgetRupiah"], -before, "the worker is no budget");
        let steps = difference["factors"].as_array().unwrap().clone();
        let sum = |field: &str| steps.iter().map(|step| step[field].as_i64().unwrap()).sum::<i64>();
        assert_eq!((sum("rupiah"), sum("budgetRupiah")), (after - before, -before));
        steps
            .iter()
            .map(|step| {
                (step["factors"][0].as_str().unwrap().to_owned(), step["rupiah"].as_i64().unwrap())
            })
            .collect::<Vec<_>>()
    };
    let steps =
        factors(&[Factor::Rate, Factor::Months, Factor::People, Factor::Relief, Factor::Funds]);
    let by_hand = [
        ("rate", 1_000 * 6_000 * 12),
        ("months", 1_000 * 22_800 * (9 - 12)),
        ("people", 500 * 22_800 * 9),
        ("relief", 0),
        ("funds", -1_500 * 11_400 * 6),
    ];
    assert_eq!(steps, by_hand.map(|(name, rupiah)| (name.to_owned(), rupiah)));
    // Every other order of the five factors has the same sum.
    let mut order = [Factor::Rate, Factor::Months, Factor::People, Factor::Relief, Factor::Funds];
    for turn in 0..20 {
        order.swap(turn % 5, (turn * 3 + 1) % 5);
        factors(&order);
    }
}

#[test]
fn segments_that_only_one_has_are_people() {
    let first = poor(12, 100, 1);
    let mut second = first.clone();
    second["segments"][0]["id"] = json!("lain");
    let difference =
        compared(&[first.clone(), second, first.clone()], &[Factor::People, Factor::Funds]);
    assert_eq!(difference["differences"][0]["rupiah"], 0);
    assert_eq!(
        difference["differences"][1]["factors"],
        json!([
        { "factors": ["people"], "rupiah": 0, "budgetRupiah": 0 }, { "factors": ["funds"], "rupiah": 0, "budgetRupiah": 0 }])
    );
}

#[test]
fn too_few_too_many_and_broken_scenarios_are_named() {
    let plan = poor(12, 1, 1);
    let named = |list: Value| {
        let problems = read_all(&input(&list)).unwrap_err();
        problems.into_iter().map(|problem| (problem.code.name(), problem.path)).collect::<Vec<_>>()
    };
    assert_eq!(named(json!("dua")), [("notAList", String::new())]);
    assert_eq!(named(json!([plan])), [("tooManyScenarios", String::new())]);
    assert_eq!(named(json!([plan, plan, plan, plan, plan])), [("tooManyScenarios", String::new())]);
    let mut broken = plan.clone();
    broken["period"]["months"] = json!(0);
    assert_eq!(named(json!([plan, broken])), [("tooSmall", "[1].period.months".to_owned())]);
}

/// A village stops paying after October. By default its members count in no unpaid month; counted until they lapse
/// (Permenaker 5/2021: three unpaid months), they count in November, December and January, and not in February.
#[test]
fn members_who_are_no_longer_billed_count_until_they_lapse_if_the_planner_says_so() {
    let plan = |choice: Value| {
        let mut plan = one_segment(
            json!({ "class": "BPU", "billed": [{ "from": "2025-01", "to": "2025-10" }],
                "enrolment": { "kind": "fixed", "counts": [{ "from": "2025-01", "people": 600 }], "eligible": 800 } }),
            "apbdRegency",
        );
        plan["period"] = json!({ "firstMonth": "2025-01", "months": 15 });
        plan["workforce"] = json!({ "denominator": "own", "eligible": [{ "from": "2025-01", "people": 1_000 }],
            "otherMembers": [{ "from": "2025-01", "people": 100 }], "afterLastBill": choice });
        plan
    };
    let members = |plan: &Value| project_json(plan)["monthly"]["coverage"]["members"].clone();
    let ten = [700; 10];
    let counted = plan(json!("untilLapsed"));
    assert_eq!(members(&counted), json!([&ten[..], &[700, 700, 700, 100, 100]].concat()));
    for default in [Value::Null, json!("notCounted")] {
        assert_eq!(members(&plan(default)), json!([&ten[..], &[100; 5]].concat()));
    }
    // They cost nothing and count in their class: 600 of 800.
    let projection = project_json(&counted);
    assert_eq!(projection["total"]["rupiah"], 10 * 600 * 16_800);
    assert_eq!(
        projection["years"][0]["classes"],
        json!([
            { "class": "BPU", "members": 600, "eligible": 800, "percent": 75, "roundedPercent": null },
            { "class": null, "members": 100, "eligible": null, "percent": null, "roundedPercent": null },
        ])
    );
    // The explanation of the figure sums to it.
    let scenario = scenario(&counted);
    let question = |json: Value| Question::read(&input(&json), &scenario).unwrap();
    let asked = question(json!({ "measure": "members", "month": "2025-12" }));
    let tree = serde_json::to_value(explain(&scenario, &asked).unwrap()).unwrap();
    assert_eq!((tree["value"].as_u64(), common::evaluate(&tree)), (Some(700), 700));
    assert_eq!(tree["parts"][2]["input"], "workforce.afterLastBill");
    // The target fills no other members in their place: 70 % of 1,000 are members until January.
    let mut target = counted.clone();
    target["target"] =
        json!({ "shape": "step", "points": [{ "month": "2025-01", "percent": 70 }] });
    let mut second = target["segments"][0].clone();
    second["id"] = json!("dua");
    second["billed"] = Value::Null;
    second["enrolment"] = json!({ "kind": "target", "members": 0, "eligible": 900 });
    target["segments"].as_array_mut().unwrap().push(second);
    let joined = project_json(&target)["monthly"]["segments"][1]["heads"].clone();
    assert_eq!(joined, json!([&[0; 13][..], &[600, 600]].concat()));
    assert_eq!(members(&target), json!(vec![700; 15]));
    // Those who leave meanwhile do not count; the rule does not apply to PU.
    let mut fewer = counted.clone();
    fewer["segments"][0]["enrolment"]["counts"] =
        json!([{ "from": "2025-01", "people": 600 }, { "from": "2025-12", "people": 50 }]);
    assert_eq!(members(&fewer), json!([&ten[..], &[700, 150, 150, 100, 100]].concat()));
    let mut staff = counted.clone();
    staff["segments"][0]["class"] = json!("PU");
    staff["segments"][0]["risk"] = json!("veryLow");
    staff["segments"][0]["base"] = json!({ "kind": "fixed", "rupiah": 2_000_000 });
    assert_eq!(members(&staff), json!([&ten[..], &[100; 5]].concat()));
    // The rule is of 2021; for earlier months the value is missing and is reported.
    let mut early = counted.clone();
    early["period"]["firstMonth"] = json!("2020-01");
    early["workforce"]["eligible"][0]["from"] = json!("2020-01");
    early["segments"][0]["billed"] = json!([{ "from": "2020-01", "to": "2020-10" }]);
    assert_eq!(problems(&early), [("noLawValue".into(), "workforce.afterLastBill".into())]);
    early["overrides"] = json!([{ "parameter": "membership.bpu.lapseMonths", "from": "2020-01", "value": 1, "note": "aturan lama" }]);
    early["segments"][0]["enrolment"]["counts"][0]["from"] = json!("2020-01");
    early["workforce"]["otherMembers"][0]["from"] = json!("2020-01");
    assert_eq!(members(&early), json!([&ten[..], &[700, 100, 100, 100, 100]].concat()));
}
