//! Rules of the law, with figures by hand from the regulations named at each test.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::code::{Code, Family};
use common::{one_segment, problems, project_json};
use serde_json::{Value, json};

/// Rupiah of a month in a plan of one segment.
fn month(projection: &Value, month: &str) -> u64 {
    let months = projection["months"].as_array().unwrap();
    let column = months.iter().position(|known| known == month).unwrap();
    projection["monthly"]["rupiah"][column].as_u64().unwrap()
}

fn of_fund(projection: &Value, fund: &str) -> u64 {
    let funds = projection["total"]["funds"].as_array().unwrap();
    funds.iter().find(|entry| entry["fund"] == fund).unwrap()["rupiah"].as_u64().unwrap()
}

fn of_programme(projection: &Value, programme: &str) -> u64 {
    let programmes = projection["total"]["programmes"].as_array().unwrap();
    programmes.iter().find(|entry| entry["programme"] == programme).unwrap()["rupiah"]
        .as_u64()
        .unwrap()
}

#[test]
fn the_ceiling_of_the_month_bills_the_month() {
    // JP 2 % + 1 % of at most 10,547,400 (to February 2026) and 11,086,300 (from March 2026).
    let scenario = one_segment(
        json!({
            "class": "PU", "risk": "veryLow", "programmes": ["JP"], "base": { "kind": "fixed", "rupiah": 12_000_000 },
            "workerPayers": [{ "fund": "pekerja", "percent": 100 }],
        }),
        "employer",
    );
    let projection = project_json(&scenario);
    assert_eq!(month(&projection, "2026-02"), 210_948 + 105_474);
    assert_eq!(month(&projection, "2026-03"), 221_726 + 110_863);
    assert_eq!(of_fund(&projection, "dana"), 2 * 210_948 + 10 * 221_726);
    assert_eq!(of_fund(&projection, "pekerja"), 2 * 105_474 + 10 * 110_863);
}

#[test]
fn a_month_beyond_the_last_ceiling_is_a_problem_until_the_planner_fills_it() {
    let mut scenario = one_segment(
        json!({
            "class": "PU", "risk": "veryLow", "programmes": ["JP"], "base": { "kind": "fixed", "rupiah": 3_400_000 },
            "workerPayers": [{ "fund": "pekerja", "percent": 100 }],
        }),
        "add",
    );
    scenario["period"]["months"] = json!(24);
    assert_eq!(problems(&scenario), [("noLawValue".into(), "segments[0].programmes".into())]);
    scenario["overrides"] = json!([{ "parameter": "jp.ceiling", "from": "2027-03", "value": 11_600_000, "note": "perkiraan 4,6 %" }]);
    let projection = project_json(&scenario);
    assert_eq!(of_fund(&projection, "dana"), 24 * 68_000);
    let replaced = projection["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .find(|used| used["status"] == "replaced");
    assert_eq!(replaced.unwrap()["instrument"], "perkiraan 4,6 %");
    assert!(
        projection["notices"]
            .as_array()
            .unwrap()
            .iter()
            .any(|notice| notice["code"] == "valueReplaced")
    );
}

#[test]
fn pangkep_pays_the_employers_part_of_four_programmes() {
    let scenario = one_segment(
        json!({
            "class": "PU", "risk": "veryLow", "programmes": ["JKK", "JKM", "JHT", "JP"],
            "base": { "kind": "fixed", "rupiah": 3_400_000 },
            "workerPayers": [{ "fund": "pekerja", "percent": 100 }],
        }),
        "add",
    );
    let projection = project_json(&scenario);
    assert_eq!(of_fund(&projection, "dana"), 12 * 212_160, "6.24 % of 3,400,000");
    assert_eq!(of_fund(&projection, "pekerja"), 12 * 102_000, "3 %");
    assert_eq!(projection["total"]["budgetRupiah"], 12 * 212_160);
}

#[test]
fn regions_round_as_they_do() {
    let of = |wage: f64, rounding: &str| {
        let mut scenario = one_segment(
            json!({ "class": "PU", "risk": "veryLow", "base": { "kind": "fixed", "rupiah": wage } }),
            "apbdRegency",
        );
        scenario["rounding"] = json!(rounding);
        month(&project_json(&scenario), "2026-01")
    };
    assert_eq!(of(2_152_322.98, "nearest"), 11_623, "Klaten");
    assert_eq!(of(2_152_322.98, "down"), 11_621, "5,165 + 6,456: cut for each programme");
    assert_eq!(of(2_552_014.0, "down"), 13_780, "Muna Barat");
    assert_eq!(of(2_552_014.0, "nearest"), 13_781);
    assert_eq!(of(2_022_200.0, "nearest"), 10_920, "perangkat desa at the siltap floor: 10,919.88");
}

/// UMP Sulbar 2026 (SK Gubernur 855/2025): 3,315,934 × 0.24 % = 7,958.24 and × 0.30 % = 9,947.80.
#[test]
fn half_a_percent_of_the_ump_of_sulawesi_barat() {
    let scenario = one_segment(
        json!({ "class": "PU", "risk": "veryLow",
            "base": { "kind": "minimumWage", "parameter": "minimumWage.ump.sulawesiBarat", "percent": 100 } }),
        "apbdRegency",
    );
    let projection = project_json(&scenario);
    assert_eq!(month(&projection, "2026-01"), 17_906);
    let used = projection["parameters"].as_array().unwrap().clone();
    let ump = used.iter().find(|one| one["key"] == "minimumWage.ump.sulawesiBarat").unwrap();
    assert_eq!(ump["instrument"], "Keputusan Gubernur Sulawesi Barat 855/2025");
}

#[test]
fn risk_classes_have_their_rates() {
    let of = |risk: &str| {
        let scenario = one_segment(
            json!({ "class": "PU", "risk": risk, "programmes": ["JKK"], "base": { "kind": "fixed", "rupiah": 1_000_000 } }),
            "employer",
        );
        month(&project_json(&scenario), "2026-01")
    };
    assert_eq!(
        ["veryLow", "low", "medium", "high", "veryHigh"].map(of),
        [2_400, 5_400, 8_900, 12_700, 17_400]
    );
}

#[test]
fn bpu_income_falls_into_its_bracket() {
    let of = |income: u64| {
        let scenario = one_segment(
            json!({ "class": "BPU", "programmes": ["JKK", "JKM", "JHT"], "base": { "kind": "fixed", "rupiah": income } }),
            "apbdRegency",
        );
        month(&project_json(&scenario), "2026-01")
    };
    assert_eq!(of(500_000), 10_000 + 6_800 + 20_000);
    assert_eq!(of(1_099_999), 10_000 + 6_800 + 20_000);
    assert_eq!(of(1_100_000), 12_000 + 6_800 + 24_000);
    assert_eq!(of(3_450_000), 34_500 + 6_800 + 69_000);
    // PP 44/2015, Lampiran II: steps of 500,000 up to 8,200,000.
    assert_eq!(of(5_200_000), 54_500 + 6_800 + 109_000);
    assert_eq!(of(6_000_000), 59_500 + 6_800 + 119_000);
    assert_eq!(of(8_199_999), 79_500 + 6_800 + 159_000);
    assert_eq!(of(8_200_000), 87_000 + 6_800 + 174_000);
    assert_eq!(of(50_000_000), 207_000 + 6_800 + 414_000, "the highest base is 20,700,000");
}

/// UMP Sulsel 2026 (3,921,088.79) × 54.9966 % = 2,156,465.51748114; × 1.74 % = 37,522.500004…, rounded to 37,523. Cut
/// to thousandths in between (2,156,465.517) it would be 37,522.4999…, one rupiah less.
#[test]
fn a_part_of_a_minimum_wage_is_rounded_once_at_the_end() {
    let of = |risk: &str, programmes: Value| {
        one_segment(
            json!({
                "class": "PU", "risk": risk, "programmes": programmes,
                "base": { "kind": "minimumWage", "parameter": "minimumWage.ump.sulawesiSelatan", "percent": 54.9966 },
            }),
            "apbdRegency",
        )
    };
    let plan = of("veryHigh", json!(["JKK"]));
    assert_eq!(month(&project_json(&plan), "2026-01"), 37_523);
    // The printed base is cut; the explanation is exact.
    let scenario = common::scenario(&plan);
    let question = json!({ "month": "2026-01" });
    let question = cakupan::scenario::Question::read(&common::input(&question), &scenario).unwrap();
    let tree = serde_json::to_value(cakupan::ask::explain(&scenario, &question).unwrap()).unwrap();
    assert_eq!(common::evaluate(&tree), 37_523);
    assert!(tree.to_string().contains("2156465.517,"), "{tree}");
}

/// Floors of BPU: JKK at least 10,000, JHT at least 20,000 (lowest base Rp 1,000,000 in PP 44/2015, Lampiran II, and
/// PP 46/2015), also where rate, table or base are replaced; a relief is taken off the floor.
#[test]
fn floors_of_bpu_hold_under_replaced_values() {
    let of = |kind: &str, programme: &str, overrides: Value| {
        let mut plan = one_segment(
            json!({ "class": "BPU", "programmes": [programme], "base": { "kind": "fixed", "rupiah": 900_000 } }),
            kind,
        );
        plan["overrides"] = overrides;
        plan
    };
    let rate = |key: &str, value: f64| json!({ "parameter": key, "from": "2026-01", "value": value, "note": "uji" });
    let june = |plan: &Value| month(&project_json(plan), "2026-06");
    // 0.5 % of 1,000,000 = 5,000, below the floor of 10,000.
    let half = of("apbdRegency", "JKK", json!([rate("jkk.bpu", 0.5)]));
    assert_eq!(june(&half), 10_000);
    // 2 % of a base of 300,000 = 6,000, below the floor of 20,000.
    let rows = json!([{ "fromRupiah": 0, "value": 300_000 }]);
    let table =
        json!([{ "parameter": "bpu.brackets", "from": "2026-01", "rows": rows, "note": "uji" }]);
    assert_eq!(june(&of("apbdRegency", "JHT", table)), 20_000);
    // PP 50/2025 takes half of the floor, 5,000; the floor itself stays 10,000 at half the rate.
    assert_eq!(june(&of("self", "JKK", json!([rate("jkk.bpu", 0.5)]))), 5_000);
    // The floor is a statutory value and can be replaced.
    let lower = json!([rate("jkk.bpu", 0.5), rate("jkk.bpu.minimum", 4_000.0)]);
    assert_eq!(june(&of("apbdRegency", "JKK", lower)), 5_000);
    // The explanation names the floor where it decides, and gives the figure.
    let scenario = common::scenario(&half);
    let question = common::input(&json!({ "month": "2026-06" }));
    let question = cakupan::scenario::Question::read(&question, &scenario).unwrap();
    let tree = serde_json::to_value(cakupan::ask::explain(&scenario, &question).unwrap()).unwrap();
    assert_eq!(common::evaluate(&tree), 10_000);
    assert!(tree.to_string().contains("jkk.bpu.minimum"), "{tree}");
    let plain = common::scenario(&of("apbdRegency", "JKK", json!([])));
    let tree = serde_json::to_value(cakupan::ask::explain(&plain, &question).unwrap()).unwrap();
    assert!(!tree.to_string().contains("jkk.bpu.minimum"), "1 % of 1,000,000 is the floor itself");
}

#[test]
fn a_contract_pays_by_layers_once() {
    let of = |base: Value| {
        let scenario = one_segment(json!({ "class": "construction", "base": base }), "employer");
        let projection = project_json(&scenario);
        (of_programme(&projection, "JKK"), of_programme(&projection, "JKM"))
    };
    assert_eq!(of(json!({ "kind": "contract", "rupiah": 200_000_000 })), (380_000, 50_000));
    assert_eq!(of(json!({ "kind": "contract", "rupiah": 100_000_000 })), (210_000, 30_000));
    // 210,000 + 680,000 + 650,000 + 4,400,000 + 900,000 and 30,000 + 80,000 + 100,000 + 400,000 + 100,000
    assert_eq!(
        of(json!({ "kind": "contract", "rupiah": 6_000_000_000_u64 })),
        (6_840_000, 710_000)
    );
    // Wages known: 1.74 % and 0.30 % a month.
    assert_eq!(of(json!({ "kind": "fixed", "rupiah": 4_000_000 })), (12 * 69_600, 12 * 12_000));
}

#[test]
fn a_value_is_used_from_the_first_bill_to_the_last() {
    let used = |segment: Value, key: &str| {
        let projection = project_json(&one_segment(segment, "apbdRegency"));
        let parameters = projection["parameters"].as_array().unwrap().clone();
        let of_key = parameters.iter().find(|used| used["key"] == key).unwrap();
        (of_key["from"].clone(), of_key["to"].clone())
    };
    let spans =
        json!([{ "from": "2026-02", "to": "2026-03" }, { "from": "2026-10", "to": "2026-11" }]);
    let bpu = json!({ "class": "BPU", "billed": spans });
    assert_eq!(used(bpu, "jkm.bpu"), (json!("2026-02"), json!("2026-11")));
    // Workers of a contract are members until December; its bill is in February.
    let billed = json!([{ "from": "2026-02", "to": "2026-12" }]);
    let base = json!({ "kind": "contract", "rupiah": 200_000_000 });
    let contract = json!({ "class": "construction", "base": base, "billed": billed });
    assert_eq!(used(contract, "jkk.construction.layers"), (json!("2026-02"), json!("2026-02")));
}

#[test]
fn sulawesi_selatan_reaches_its_target_with_whole_people() {
    let projection = project_json(&common::read_json("cases/sulawesi-selatan.json"));
    let end = &projection["years"][1]["coverage"];
    // ⌈68 % × 2,801,936⌉
    assert_eq!(end["targetMembers"], 1_905_317);
    assert_eq!(end["members"], 1_905_317);
    assert_eq!(end["gap"], 0);
    let heads = projection["monthly"]["heads"].as_array().unwrap();
    assert_eq!(heads.last().unwrap(), 1_905_317 - 1_327_000);
    assert!(heads.is_sorted_by(|a, b| a.as_u64() <= b.as_u64()), "nobody is dropped again");
}

#[test]
fn the_five_cases_cost_what_paper_and_pencil_say() {
    let total = |name: &str| {
        project_json(&common::read_json(&format!("cases/{name}.json")))["total"]["rupiah"].as_u64()
    };
    let religious_and_staff = 11_515 + 5_752 + 5_112;
    assert_eq!(total("makassar"), Some(24 * (35_782 * 16_800 + religious_and_staff * 10_800)));
    // Siltap minimum: 5,824 + 7,280 of 2,426,640; 4,853 + 6,067 of 2,022,200.
    assert_eq!(
        total("sidrap"),
        Some(12 * (68 * 13_104 + 680 * 10_920 + 476 * 5_400 + 1_360 * 16_800))
    );
    // 7,451 + 9,313 of the UMP 3,104,430.
    assert_eq!(total("majene"), Some(12 * (2_500 * 16_764 + 5_000 * 16_800)));
    assert_eq!(total("maros"), Some(12 * 13_595 * 16_800));
}

fn notice<'a>(projection: &'a Value, code: &str) -> Option<&'a Value> {
    projection["notices"].as_array().unwrap().iter().find(|notice| notice["code"] == code)
}

#[test]
fn three_months_of_jkm_are_no_more_than_the_waiting_time() {
    let of = |first: &str, months: u32, class: Value| {
        let mut scenario = one_segment(class, "apbdRegency");
        scenario["period"] = json!({ "firstMonth": first, "months": months });
        notice(&project_json(&scenario), "waitingTime").is_some()
    };
    let bpu = || json!({ "class": "BPU" });
    let pu = || json!({ "class": "PU", "risk": "veryLow", "base": { "kind": "fixed", "rupiah": 2_000_000 } });
    assert!(of("2025-10", 3, bpu()), "Luwu: October to December");
    assert!(!of("2025-09", 4, bpu()));
    assert!(!of("2024-10", 3, bpu()), "before Permenaker 1/2025");
    assert!(!of("2025-10", 3, pu()), "the rule is for BPU");
    assert!(
        !of("2025-10", 3, json!({ "class": "BPU", "programmes": ["JKK"] })),
        "JKK has no waiting time"
    );
}

#[test]
fn coverage_above_one_hundred_percent_is_possible_and_said() {
    let mut scenario = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    scenario["segments"][0]["enrolment"]["counts"][0]["people"] = json!(150);
    scenario["workforce"] =
        json!({ "denominator": "own", "eligible": [{ "from": "2026-01", "people": 120 }] });
    let projection = project_json(&scenario);
    assert_eq!(projection["years"][0]["coverage"]["percent"], 125);
    assert!(notice(&projection, "aboveEligible").is_some());
}

#[test]
fn the_result_says_what_it_leaves_out() {
    let projection = project_json(&common::read_json("cases/majene.json"));
    let missing: Vec<_> = projection["missing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry["code"].clone())
        .collect();
    assert_eq!(
        missing,
        ["noWorkforce", "noAccount"],
        "the account of the vulnerable is not confirmed"
    );
    assert_eq!(
        projection["notCounted"].as_array().unwrap().len(),
        Code::of(Family::NotCounted).count()
    );
}

#[test]
fn a_scenario_names_sources_of_its_own_fields() {
    let mut scenario = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    let plain = project_json(&scenario);
    let source = json!({ "quality": "official", "source": "Perda APBD 2025", "date": "2025" });
    scenario["evidence"] = json!({ "period": source, "totals": source });
    let sourced = project_json(&scenario);
    assert_eq!(plain["total"], sourced["total"], "a source moves no rupiah");
    let written = serde_json::to_value(common::scenario(&scenario)).unwrap();
    assert_eq!(written["evidence"]["totals"]["source"], "Perda APBD 2025");
    assert_eq!(common::scenario(&written), common::scenario(&scenario));
    scenario["evidence"] = json!({ "people": source });
    let problems = cakupan::scenario::read(&common::input(&scenario)).unwrap_err();
    assert_eq!(problems[0].code, Code::UnknownKey);
    assert_eq!(problems[0].path, "evidence.people");
}

#[test]
fn equal_inputs_have_equal_codes_and_others_have_not() {
    let makassar = common::read_json("cases/makassar.json");
    let code = |scenario: &Value| project_json(scenario)["input"].as_str().unwrap().to_owned();
    // Written and read again, the scenario has the same check code.
    let again = serde_json::to_value(common::scenario(&makassar)).unwrap();
    assert_eq!(code(&makassar), code(&again));
    assert_eq!(code(&makassar).len(), 16);
    let mut other = makassar.clone();
    other["segments"][0]["enrolment"]["counts"][0]["people"] = json!(35_783);
    assert_ne!(code(&makassar), code(&other));
}

#[test]
fn village_money_is_told_its_rules() {
    let of = |kind: &str, year: u32| {
        let mut scenario = one_segment(
            json!({ "class": "PU", "risk": "veryLow", "base": { "kind": "fixed", "rupiah": 2_426_640 } }),
            kind,
        );
        scenario["period"]["firstMonth"] = json!(format!("{year}-01"));
        let projection = project_json(&scenario);
        notice(&projection, "fundRule")
            .map(|notice| notice["params"]["verdict"].as_str().unwrap().to_owned())
    };
    assert_eq!(of("danaDesa", 2024).as_deref(), Some("forbids"), "Permendagri 15/2023");
    assert_eq!(of("danaDesa", 2025).as_deref(), Some("limits"), "the rule of 2025 was not read");
    assert_eq!(of("danaDesa", 2026).as_deref(), Some("limits"), "Permendes 16/2025");
    assert_eq!(of("add", 2024).as_deref(), Some("allows"), "Permendagri 20/2018");
    assert_eq!(of("apbdRegency", 2024), None);
}
