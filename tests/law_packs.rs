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

const SIDRAP: &str = "minimumWage.umk.sidenrengRappang";

/// The UMK of a kabupaten for which the engine has no value, not even a key. The amount is invented.
fn sidrap(values: &[Value]) -> Value {
    let mut pack = pack("UMK 2027", values);
    pack["minimumWages"] = json!([{
        "parameter": SIDRAP, "region": "73.14",
        "title": { "id": "UMK Kabupaten Sidenreng Rappang", "en": "Minimum wage of Sidenreng Rappang" },
    }]);
    pack
}

fn umk() -> Value {
    let mut umk = value(SIDRAP, "2027-01", 4_200_000.0);
    umk["status"] = json!("assumed");
    umk
}

/// One village official on that wage.
fn of_sidrap(pack: Value) -> Value {
    let mut plan = official();
    plan["segments"][0]["base"]["parameter"] = json!(SIDRAP);
    plan["lawPacks"] = json!([pack]);
    plan
}

#[test]
fn a_pack_brings_a_minimum_wage_that_the_law_does_not_have() {
    let plan = of_sidrap(sidrap(&[umk()]));
    let projection = project_json(&plan);
    // 0,24 % and 0,30 % of 4.200.000 are 10.080 and 12.600; × 12.
    assert_eq!(projection["total"]["rupiah"], 272_160);
    let used = projection["parameters"].as_array().unwrap();
    let wage = used.iter().find(|one| one["key"] == SIDRAP).unwrap();
    assert_eq!(wage["title"]["id"], "UMK Kabupaten Sidenreng Rappang");
    assert_eq!(wage["title"]["en"], "Minimum wage of Sidenreng Rappang");
    assert_eq!([&wage["value"], &wage["unit"]], [&json!(4_200_000), &json!("rupiah")]);
    assert_eq!([&wage["pack"], &wage["status"]], ["UMK 2027", "assumed"]);
    assert_eq!(projection["lawPacks"][0]["used"], 1);
    // A value that is only assumed is told with its title.
    let notices = projection["notices"].as_array().unwrap();
    let told = notices.iter().find(|one| one["code"] == "valueAssumed").unwrap();
    assert_eq!(told["params"]["title"]["id"], "UMK Kabupaten Sidenreng Rappang");
    // Every figure opens down to it.
    let scenario = scenario::read(&serde_json::from_value(plan).unwrap()).unwrap();
    let why = cakupan::ask::explain(&scenario, &scenario::Question::default()).unwrap();
    let why = serde_json::to_string(&why).unwrap();
    assert!(why.contains(&format!("\"parameter\":\"{SIDRAP}\"")), "{why}");
    assert!(why.contains("UMK Kabupaten Sidenreng Rappang"));
}

#[test]
fn a_brought_wage_without_an_english_title_has_the_indonesian_one() {
    let mut pack = sidrap(&[umk()]);
    pack["minimumWages"][0]["title"].as_object_mut().unwrap().remove("en");
    let projection = project_json(&of_sidrap(pack));
    let used = projection["parameters"].as_array().unwrap();
    let wage = used.iter().find(|one| one["key"] == SIDRAP).unwrap();
    assert_eq!(wage["title"]["en"], "UMK Kabupaten Sidenreng Rappang");
}

#[test]
fn a_brought_wage_grows_from_its_last_value_and_has_none_before_its_first() {
    let mut of_2027 = umk();
    of_2027["to"] = json!("2027-12");
    let mut plan = of_sidrap(sidrap(&[of_2027]));
    plan["period"]["months"] = json!(24);
    assert_eq!(codes(&plan)[0].0, "noLawValue");
    plan["assumptions"] =
        json!([{ "kind": "growth", "parameter": SIDRAP, "percent": 5, "note": "uji" }]);
    // 2028: 4.410.000; 0,24 % and 0,30 % are 10.584 and 13.230; × 12 = 285.768.
    assert_eq!(rupiah(&plan), 272_160 + 285_768);
    // In whole rupiah, as the UMK of the law: + 0,0001 % is 4,2 rupiah, of which 4 count: 4.200.004 at 100 % of JKK.
    plan["assumptions"][0]["percent"] = json!(0.0001);
    plan["segments"][0]["programmes"] = json!(["JKK"]);
    plan["overrides"] =
        json!([{ "parameter": "jkk.pu.veryLow", "from": "2027-01", "value": 100, "note": "uji" }]);
    assert_eq!(rupiah(&plan), 12 * 4_200_000 + 12 * 4_200_004);
    plan["period"]["firstMonth"] = json!("2026-01");
    plan["segments"][0]["enrolment"]["counts"][0]["from"] = json!("2026-01");
    assert_eq!(codes(&plan)[0].0, "noLawValue");
}

#[test]
fn an_own_value_of_a_brought_wage_counts_before_the_pack() {
    let mut plan = of_sidrap(sidrap(&[umk()]));
    plan["overrides"] =
        json!([{ "parameter": SIDRAP, "from": "2027-07", "value": 5_000_000, "note": "uji" }]);
    // 6 × 22.680, and 6 × (12.000 + 15.000).
    assert_eq!(rupiah(&plan), 136_080 + 162_000);
}

#[test]
fn another_pack_may_value_a_brought_wage_and_a_comparison_tells_wages_apart() {
    let mut plan = of_sidrap(sidrap(&[umk()]));
    let mut other = plan.clone();
    // The same wage where its pack stands second, and has a value of a third: 5.000.000 of July, as above.
    let newer = pack("UMK 2027, perubahan", &[value(SIDRAP, "2027-07", 5_000_000.0)]);
    let before = pack("UMP 2027", &[ump(4_000_000.0)]);
    other["lawPacks"] = json!([before, plan["lawPacks"][0], newer]);
    plan["name"] = json!("Semula");
    let scenarios =
        [plan, other].map(|plan| scenario::read(&serde_json::from_value(plan).unwrap()).unwrap());
    let compared = cakupan::ask::compare(&scenarios, cakupan::ask::Factor::ALL).unwrap();
    let compared = serde_json::to_value(&compared).unwrap();
    assert_eq!(compared["differences"][0]["rupiah"], 136_080 + 162_000 - 272_160);
    let factors = compared["differences"][0]["factors"].as_array().unwrap();
    let rate = factors.iter().find(|one| one["factors"][0] == "rate").unwrap();
    assert_eq!(rate["rupiah"], 136_080 + 162_000 - 272_160);
}

#[test]
fn a_key_that_the_law_has_stays_as_it_is_there() {
    let mut pack = pack("UMP 2027", &[ump(4_000_000.0)]);
    pack["minimumWages"] = json!([{
        "parameter": "minimumWage.ump.sulawesiSelatan", "title": { "id": "Lain", "en": "Other" },
    }]);
    let mut plan = official();
    plan["lawPacks"] = json!([pack]);
    let projection = project_json(&plan);
    assert_eq!(projection["total"]["rupiah"], 259_200);
    let used = projection["parameters"].as_array().unwrap();
    let wage = used.iter().find(|one| one["key"] == "minimumWage.ump.sulawesiSelatan").unwrap();
    assert_eq!(wage["title"]["id"], "UMP Sulawesi Selatan");
}

#[test]
fn only_minimum_wages_can_be_brought_and_each_fault_is_told_once() {
    let key = |key: &str| {
        let mut pack = sidrap(&[umk()]);
        pack["minimumWages"][0]["parameter"] = json!(key);
        // Neither the value nor the base is told too: they may have meant this key.
        codes(&of_sidrap(pack))
    };
    let at = |code: &str| vec![(code.into(), "lawPacks[0].minimumWages[0].parameter".into())];
    let long = format!("minimumWage.umk.{}", "a".repeat(44));
    for wrong in [
        "jkm.sidrap",
        "minimumWage.",
        "minimumWage.a..b",
        "minimumWage.a b",
        "jkm.pu",
        &format!("{long}a"),
    ] {
        assert_eq!(key(wrong), at("badWageKey"), "{wrong}");
    }
    // 60 letters are the most; this one is another wage, so that value and base name one that nobody brings.
    let unknown = |path: &str| ("unknownParameter".to_owned(), path.to_owned());
    let others =
        [unknown("segments[0].base.parameter"), unknown("lawPacks[0].values[0].parameter")];
    assert_eq!(key(&long), others);
    let mut twice = sidrap(&[umk()]);
    twice["minimumWages"] = json!([twice["minimumWages"][0], twice["minimumWages"][0]]);
    let path = "lawPacks[0].minimumWages[1].parameter";
    assert_eq!(codes(&of_sidrap(twice)), [("duplicate".into(), path.into())]);
    let mut untitled = sidrap(&[umk()]);
    untitled["minimumWages"][0].as_object_mut().unwrap().remove("title");
    let path = "lawPacks[0].minimumWages[0].title";
    assert_eq!(codes(&of_sidrap(untitled)), [("missing".into(), path.into())]);
}
