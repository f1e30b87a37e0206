//! Law packs: statutory values that a caller brings. Expected figures by hand from the rates named at each test.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::{choices::Choice as _, scenario};
use common::{one_segment, project_json};
use serde_json::{Value, json};

/// One village official on the minimum wage of Sulawesi Selatan in 2027, for which the engine has no value.
fn official() -> Value {
    let mut plan = one_segment(
        json!({
            "class": "PU", "risk": "veryLow", "programmes": ["JKK", "JKM"],
            "base": { "kind": "minimumWage", "parameter": "minimumWage.ump.sulawesiSelatan", "percent": 100 },
            "enrolment": { "kind": "fixed", "counts": [{ "from": "2027-01", "people": 1 }] },
        }),
        "add",
    );
    plan["period"] = json!({ "firstMonth": "2027-01", "months": 12 });
    plan
}

fn value(parameter: &str, from: &str, value: f64) -> Value {
    json!({
        "parameter": parameter, "from": from, "value": value,
        "instrument": "Keputusan Gubernur", "article": "Diktum Kesatu", "status": "reported",
    })
}

fn pack(name: &str, values: &[Value]) -> Value {
    json!({ "name": name, "version": "2026-12-24", "values": values })
}

fn ump(rupiah: f64) -> Value {
    value("minimumWage.ump.sulawesiSelatan", "2027-01", rupiah)
}

fn rupiah(plan: &Value) -> u64 {
    project_json(plan)["total"]["rupiah"].as_u64().unwrap()
}

fn codes(plan: &Value) -> Vec<(String, String)> {
    let problems = match scenario::read(&serde_json::from_value(plan.clone()).unwrap()) {
        Err(problems) => problems,
        Ok(scenario) => cakupan::plan::project(&scenario).unwrap_err(),
    };
    problems.iter().map(|one| (one.code.name().to_owned(), one.path.clone())).collect()
}

#[test]
fn a_wage_of_next_year_comes_with_its_decree() {
    let mut plan = official();
    assert_eq!(codes(&plan)[0].0, "noLawValue");
    plan["lawPacks"] = json!([pack("UMP 2027", &[ump(4_000_000.0)])]);
    let projection = project_json(&plan);
    // 0,24 % and 0,30 % of 4.000.000 are 9.600 and 12.000; × 12.
    assert_eq!(projection["total"]["rupiah"], 259_200);
    let used = projection["parameters"].as_array().unwrap();
    let wage = used.iter().find(|one| one["key"] == "minimumWage.ump.sulawesiSelatan").unwrap();
    assert_eq!(
        [&wage["pack"], &wage["status"], &wage["instrument"], &wage["article"]],
        ["UMP 2027", "reported", "Keputusan Gubernur", "Diktum Kesatu"]
    );
    let jkm = used.iter().find(|one| one["key"] == "jkm.pu").unwrap();
    assert_eq!(jkm["pack"], Value::Null);
    let packs = &projection["lawPacks"];
    assert_eq!([&packs[0]["name"], &packs[0]["version"]], ["UMP 2027", "2026-12-24"]);
    assert_eq!(packs[0]["used"], 1);
}

#[test]
fn a_pack_stands_in_the_place_of_the_law_and_an_own_value_in_that_of_a_pack() {
    let mut plan = one_segment(json!({ "class": "BPU", "programmes": ["JKM"] }), "apbdRegency");
    plan["period"] = json!({ "firstMonth": "2026-01", "months": 12 });
    plan["segments"][0]["enrolment"] =
        json!({ "kind": "fixed", "counts": [{ "from": "2026-01", "people": 1 }] });
    // JKM of BPU: 6.800 a month (PP 44/2015).
    assert_eq!(rupiah(&plan), 81_600);
    // From July on 7.000: 6 × 6.800 + 6 × 7.000.
    plan["lawPacks"] = json!([pack("PP baru", &[value("jkm.bpu", "2026-07", 7_000.0)])]);
    assert_eq!(rupiah(&plan), 82_800);
    // Of two packs the last: 6 × 6.800 + 6 × 7.500.
    plan["lawPacks"] = json!([
        pack("PP baru", &[value("jkm.bpu", "2026-07", 7_000.0)]),
        pack("PP lebih baru", &[value("jkm.bpu", "2026-07", 7_500.0)]),
    ]);
    assert_eq!(rupiah(&plan), 85_800);
    let used = project_json(&plan)["lawPacks"].clone();
    assert_eq!([&used[0]["used"], &used[1]["used"]], [0, 1]);
    // In December an own value of 8.000: 6 × 6.800 + 5 × 7.500 + 8.000.
    plan["overrides"] =
        json!([{ "parameter": "jkm.bpu", "from": "2026-12", "value": 8_000, "note": "uji" }]);
    assert_eq!(rupiah(&plan), 86_300);
}

#[test]
fn a_value_that_was_not_yet_promulgated_is_left_out() {
    let mut plan = official();
    let mut late = ump(4_000_000.0);
    late["promulgated"] = json!("2026-12-24");
    plan["lawPacks"] = json!([pack("UMP 2027", &[late])]);
    plan["lawDate"] = json!("2026-12-24");
    assert_eq!(rupiah(&plan), 259_200);
    plan["lawDate"] = json!("2026-12-23");
    assert_eq!(codes(&plan)[0].0, "noLawValue");
}

#[test]
fn an_assumption_grows_from_the_value_of_a_pack() {
    let mut plan = official();
    plan["period"]["months"] = json!(24);
    plan["lawPacks"] = json!([pack(
        "UMP 2027",
        &[{
            let mut of_2027 = ump(4_000_000.0);
            of_2027["to"] = json!("2027-12");
            of_2027
        }]
    )]);
    plan["assumptions"] = json!([{
        "kind": "growth", "parameter": "minimumWage.ump.sulawesiSelatan", "percent": 5, "note": "uji",
    }]);
    // 2028: 4.200.000; 0,24 % and 0,30 % are 10.080 and 12.600; × 12 = 272.160.
    assert_eq!(rupiah(&plan), 259_200 + 272_160);
}

#[test]
fn what_no_month_uses_is_told_and_equal_packs_have_equal_codes() {
    let mut plan = official();
    let wage = pack("UMP 2027", &[ump(4_000_000.0)]);
    plan["lawPacks"] = json!([wage, pack("Lain", &[value("jkm.bpu", "2027-01", 7_000.0)]), wage]);
    let projection = project_json(&plan);
    let unused: Vec<_> = projection["unused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["code"].as_str().unwrap(), one["path"].as_str().unwrap()))
        .filter(|(code, _)| code.starts_with("lawPack"))
        .collect();
    assert_eq!(unused, [("lawPackUnused", "lawPacks[0]"), ("lawPackUnused", "lawPacks[1]")]);
    let code = |at: usize| projection["lawPacks"][at]["code"].as_str().unwrap().to_owned();
    assert_eq!(code(0), code(2));
    assert_ne!(code(0), code(1));
    assert_eq!(code(0).len(), 16);
}

#[test]
fn a_pack_is_checked_like_any_input() {
    let with = |value: Value| {
        let mut plan = official();
        plan["lawPacks"] = json!([pack("P", &[value])]);
        codes(&plan)
    };
    let first = |value: Value| with(value).remove(0);
    let at = |code: &str, path: &str| (code.to_owned(), format!("lawPacks[0].values[0]{path}"));
    assert_eq!(
        first(value("minimumWage.ump.atlantis", "2027-01", 1.0)),
        at("unknownParameter", ".parameter")
    );
    assert_eq!(first(value("jkm.pu", "2027-01", 101.0)), at("tooLarge", ".value"));
    assert_eq!(first(value("bpu.brackets", "2027-01", 1.0)), at("valueOrRows", ""));
    let mut without = ump(1.0);
    without.as_object_mut().unwrap().remove("instrument");
    assert_eq!(first(without), at("missing", ".instrument"));
    let mut odd = ump(1.0);
    odd["status"] = json!("read");
    assert_eq!(first(odd), at("unknownChoice", ".status"));
}
