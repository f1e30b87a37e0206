//! Bills: who pays what of each month, contracts, months without a bill, and amounts that are too large. Rules:
//! docs/method.md, sections 4 and 6. Expected values by hand, beside the assertions.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use common::{input, one_segment, problems, project_json, scenario};
use serde_json::{Value, json};

/// Rupiah by month of a fund.
fn months_of(projection: &Value, fund: &str) -> Value {
    let funds = projection["monthly"]["funds"].as_array().unwrap();
    funds.iter().find(|entry| entry["fund"] == fund).unwrap()["rupiah"].clone()
}

/// Rupiah by fund or programme of the whole plan.
fn of(projection: &Value, list: &str, key: &str, name: &str) -> Value {
    let entries = projection["total"][list].as_array().unwrap();
    entries.iter().find(|entry| entry[key] == name).unwrap()["rupiah"].clone()
}

/// JKK 10,000 and JKM 6,800 of one worker in January and of seven in March, by 33.33, 33.33 and 33.34 %:
///
/// - January: 3,333 + 3,333 + 3,334 and 2,266.44 + 2,266.44 + 2,267.12; a rupiah is left, for the first of the equal.
/// - March: 23,331 + 23,331 + 23,338 and 15,865.08 + 15,865.08 + 15,869.84; a rupiah is left, for the third.
#[test]
fn three_funds_split_every_bill_of_every_month() {
    let mut plan = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    plan["period"] = json!({ "firstMonth": "2025-01", "months": 3 });
    let segment = &mut plan["segments"][0];
    segment["enrolment"]["counts"] =
        json!([{ "from": "2025-01", "people": 1 }, { "from": "2025-03", "people": 7 }]);
    segment["billed"] =
        json!([{ "from": "2025-01", "to": "2025-01" }, { "from": "2025-03", "to": "2025-03" }]);
    segment["payers"] = json!([
        { "fund": "dana", "percent": 33.33 }, { "fund": "csr", "percent": 33.33 }, { "fund": "desa", "percent": 33.34 },
    ]);
    plan["funds"] = json!([
        { "id": "dana", "name": "APBD", "kind": "apbdRegency" },
        { "id": "csr", "name": "CSR", "kind": "csr" },
        { "id": "desa", "name": "ADD", "kind": "add" },
    ]);
    let projection = project_json(&plan);
    assert_eq!(months_of(&projection, "dana"), json!([3_333 + 2_267, 0, 23_331 + 15_865]));
    assert_eq!(months_of(&projection, "csr"), json!([3_333 + 2_266, 0, 23_331 + 15_865]));
    assert_eq!(months_of(&projection, "desa"), json!([3_334 + 2_267, 0, 23_338 + 15_870]));
    assert_eq!(projection["monthly"]["rupiah"], json!([16_800, 0, 7 * 16_800]));
    for (fund, rupiah) in [("dana", 44_796), ("csr", 44_795), ("desa", 44_809)] {
        assert_eq!(of(&projection, "funds", "fund", fund), rupiah, "{fund}");
    }
    assert_eq!(of(&projection, "programmes", "programme", "JKK"), 8 * 10_000);
    assert_eq!(of(&projection, "programmes", "programme", "JKM"), 8 * 6_800);
}

/// Of Rp 1,000,000: JKK 0.24 % and JHT 3.7 % from the fund, JHT 2 % from the worker; two workers.
#[test]
fn what_a_fund_pays_alone_is_summed_for_that_fund() {
    let plan = one_segment(
        json!({
            "class": "PU", "risk": "veryLow", "programmes": ["JKK", "JHT"], "base": { "kind": "fixed", "rupiah": 1_000_000 },
            "enrolment": { "kind": "fixed", "counts": [{ "from": "2026-01", "people": 2 }] },
            "workerPayers": [{ "fund": "pekerja", "percent": 100 }],
        }),
        "apbdRegency",
    );
    let projection = project_json(&plan);
    assert_eq!(months_of(&projection, "dana"), json!(vec![2 * (2_400 + 37_000); 12]));
    assert_eq!(months_of(&projection, "pekerja"), json!(vec![2 * 20_000; 12]));
}

/// A contract of 200,000,000: JKK 210,000 + 170,000, JKM 30,000 + 20,000. Billed once, in the first billed month,
/// whatever the number of heads, also where its fund is not the last in the order of use.
#[test]
fn a_contract_is_billed_once_in_an_order_of_use_too() {
    let contract = |billed: Value| {
        let mut plan = one_segment(
            json!({ "class": "construction", "base": { "kind": "contract", "rupiah": 200_000_000 }, "billed": billed }),
            "apbdRegency",
        );
        plan["segments"][0]["enrolment"]["counts"][0]["people"] = json!(40);
        plan["period"]["months"] = json!(3);
        plan["funds"][0]["next"] = json!("csr");
        plan["funds"][0]["ceilings"] = json!([{ "year": 2026, "rupiah": 300_000 }]);
        let csr = json!({ "id": "csr", "name": "CSR", "kind": "csr" });
        plan["funds"].as_array_mut().unwrap().push(csr);
        project_json(&plan)
    };
    let at_once = contract(Value::Null);
    assert_eq!(at_once["monthly"]["rupiah"], json!([430_000, 0, 0]));
    assert_eq!(months_of(&at_once, "dana"), json!([300_000, 0, 0]));
    assert_eq!(months_of(&at_once, "csr"), json!([130_000, 0, 0]));
    let later = contract(json!([{ "from": "2026-02", "to": "2026-03" }]));
    assert_eq!(later["monthly"]["rupiah"], json!([0, 430_000, 0]));
    assert_eq!(months_of(&later, "csr"), json!([0, 130_000, 0]));
}

/// The JP ceiling is known to February 2027. Billed in January and February 2027: 2 % and 1 % of 3,400,000. "A month
/// without heads asks the law nothing" (section 3), also where a fund has a next one.
#[test]
fn a_month_without_heads_asks_the_law_nothing_in_an_order_of_use() {
    let mut plan = one_segment(
        json!({
            "class": "PU", "risk": "veryLow", "programmes": ["JP"], "base": { "kind": "fixed", "rupiah": 3_400_000 },
            "billed": [{ "from": "2027-01", "to": "2027-02" }],
            "workerPayers": [{ "fund": "pekerja", "percent": 100 }],
        }),
        "apbdRegency",
    );
    plan["period"] = json!({ "firstMonth": "2027-01", "months": 6 });
    plan["funds"][0]["next"] = json!("csr");
    plan["funds"][0]["ceilings"] = json!([{ "year": 2027, "rupiah": 100_000 }]);
    plan["funds"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "csr", "name": "CSR", "kind": "csr" }));
    let projection = project_json(&plan);
    assert_eq!(months_of(&projection, "dana"), json!([68_000, 32_000, 0, 0, 0, 0]));
    assert_eq!(months_of(&projection, "csr"), json!([0, 36_000, 0, 0, 0, 0]));
    assert_eq!(months_of(&projection, "pekerja"), json!([34_000, 34_000, 0, 0, 0, 0]));
}

/// JKK by layers: 0.21 % to 100,000,000 and 0.17 % from there to 500,000,000.
#[test]
fn an_explanation_names_the_layers_that_a_contract_reaches() {
    fn layers(node: &Value) -> usize {
        let parts = node["parts"].as_array().unwrap();
        usize::from(node["rule"] == "layer") + parts.iter().map(layers).sum::<usize>()
    }
    let of = |value: u64| {
        let plan = one_segment(
            json!({ "class": "construction", "programmes": ["JKK"], "base": { "kind": "contract", "rupiah": value } }),
            "employer",
        );
        let scenario = scenario(&plan);
        let question = input(&json!({ "month": "2026-01" }));
        let question = cakupan::scenario::Question::read(&question, &scenario).unwrap();
        let figure = cakupan::ask::explain(&scenario, &question).unwrap().figure;
        layers(&serde_json::to_value(&figure).unwrap())
    };
    assert_eq!([of(100_000_000), of(100_000_001), of(500_000_000)], [1, 2, 2]);
}

/// A segment that is billed from the fourth month with a bill above 2^53 − 1: 3.7 % of 1,000,000,000 is 37,000,000,
/// of 300,000,000 people 11,100,000,000,000,000 a month.
fn too_many() -> Value {
    json!({
        "id": "banyak", "name": "Banyak", "class": "PU", "risk": "veryLow", "programmes": ["JHT"],
        "base": { "kind": "fixed", "rupiah": 1_000_000_000 },
        "enrolment": { "kind": "fixed", "counts": [{ "from": "2026-01", "people": 300_000_000 }] },
        "billed": [{ "from": "2026-04", "to": "2026-12" }],
        "payers": [{ "fund": "dana", "percent": 100 }], "workerPayers": [{ "fund": "dana", "percent": 100 }],
    })
}

/// Contracts of 100,000,000,000,000 (the most that one may have), of which JKK and JKM take all: each is billed
/// 200,000,000,000,000 once.
fn whole_contracts(number: usize) -> Value {
    let base = json!({ "kind": "contract", "rupiah": 100_000_000_000_000_u64 });
    let mut plan = one_segment(json!({ "class": "construction", "base": base }), "employer");
    let mut contracts = vec![plan["segments"][0].clone(); number];
    for (position, contract) in contracts.iter_mut().enumerate() {
        contract["id"] = json!(format!("k{position}"));
    }
    plan["segments"] = json!(contracts);
    let all = json!([{ "fromRupiah": 0, "value": 100 }]);
    let replaced = |parameter: &str| json!({ "parameter": parameter, "from": "2026-01", "rows": all, "note": "uji" });
    plan["overrides"] =
        json!([replaced("jkk.construction.layers"), replaced("jkm.construction.layers")]);
    plan
}

/// The greatest sum is 9,007,199,254,740,991. The first amount in the order of payment that is above it is named: a
/// segment's, or the sum of all. Forty contracts are 8,000,000,000,000,000, forty-six 9,200,000,000,000,000.
#[test]
fn the_first_amount_that_is_too_large_is_named() {
    let error = |path: &str| vec![("amountTooLarge".to_owned(), path.to_owned())];
    let mut plan = whole_contracts(40);
    assert_eq!(project_json(&plan)["total"]["rupiah"], 8_000_000_000_000_000_u64);
    plan["segments"].as_array_mut().unwrap().push(too_many());
    // Contracts do not count again in February and March: the bill itself is too large, in April.
    assert_eq!(problems(&plan), error("segments[40]"));
    assert_eq!(problems(&whole_contracts(46)), error(""));
}

/// A relief of 100 % leaves nothing to bill, but the remark says what it is worth, which must fit too. With replaced
/// values one worker pays `each` for JKK and for JKM; 300,000,000 workers, nine months under the relief (PP 50/2025:
/// April to December 2026): 2,700,000,000 × 3,000,000 = 8,100,000,000,000,000 fits, × 4,000,000 does not, though
/// half of it does.
#[test]
fn what_a_relief_is_worth_must_fit_too() {
    let plan = |each: u64| {
        let mut plan = one_segment(json!({ "class": "BPU" }), "self");
        plan["segments"][0]["enrolment"]["counts"][0]["people"] = json!(300_000_000);
        plan["period"] = json!({ "firstMonth": "2026-04", "months": 9 });
        let replaced = |parameter: &str, value: u64| json!({ "parameter": parameter, "from": "2026-01", "value": value, "note": "uji" });
        plan["overrides"] = json!([
            replaced("jkk.bpu.minimum", each),
            replaced("jkm.bpu", each),
            replaced("relief.pp50of2025.other", 100),
        ]);
        plan
    };
    let fits = project_json(&plan(1_500_000));
    assert_eq!(fits["total"]["rupiah"], 0);
    let notices = fits["notices"].as_array().unwrap();
    let applied = notices.iter().find(|notice| notice["code"] == "reliefApplied").unwrap();
    assert_eq!(applied["params"]["rupiah"], 8_100_000_000_000_000_u64);
    let error = [("amountTooLarge".to_owned(), "segments[0]".to_owned())];
    assert_eq!(problems(&plan(2_000_000)), error);
    assert_eq!(problems(&plan(4_000_000)), error);
}
