//! Any input is answered with problems that name its path; nothing panics.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::scenario::Input;
use common::{one_segment, places, problems};
use proptest::prelude::*;
use serde_json::{Value, json};

fn base() -> Value {
    one_segment(json!({ "class": "BPU" }), "apbdRegency")
}

/// A scenario with one value set at a path, and its problems.
fn with(path: &str, value: Value) -> Vec<(String, String)> {
    let mut scenario = base();
    *scenario.pointer_mut(path).unwrap_or_else(|| panic!("no {path}")) = value;
    problems(&scenario)
}

fn one(code: &str, path: &str) -> Vec<(String, String)> {
    vec![(code.into(), path.into())]
}

const HEADS: &str = "/segments/0/enrolment/counts/0/people";
const HEADS_PATH: &str = "segments[0].enrolment.counts[0].people";

#[test]
fn heads_are_whole_and_within_reason() {
    assert_eq!(with(HEADS, json!(0)), []);
    assert_eq!(with(HEADS, json!(-5)), one("tooSmall", HEADS_PATH));
    assert_eq!(with(HEADS, json!(1.5)), one("notWhole", HEADS_PATH));
    assert_eq!(with(HEADS, json!(1e30)), one("tooLarge", HEADS_PATH));
    assert_eq!(with(HEADS, json!("abc")), one("notANumber", HEADS_PATH));
    assert_eq!(with(HEADS, Value::Null), one("missing", HEADS_PATH));
    assert_eq!(with(HEADS, json!([])), one("notANumber", HEADS_PATH));
}

/// JSON cannot write NaN; JavaScript can pass it.
#[test]
fn nan_and_infinity_are_no_numbers() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let input = Input::Object(vec![("schema".into(), Input::Number(number))]);
        let problems = cakupan::check(&input);
        assert_eq!((problems[0].code, problems[0].path.as_str()), ("notANumber", "schema"));
    }
}

#[test]
fn shares_sum_to_exactly_one_hundred() {
    for percent in [99.0, 99.9999, 0.0] {
        assert_eq!(
            with("/segments/0/payers/0/percent", json!(percent)),
            one("sharesNotWhole", "segments[0].payers")
        );
    }
    let shares = json!([{ "fund": "dana", "percent": 50 }, { "fund": "pekerja", "percent": 51 }]);
    assert_eq!(with("/segments/0/payers", shares), one("sharesNotWhole", "segments[0].payers"));
    assert_eq!(
        with("/segments/0/payers/0/percent", json!(101)),
        one("tooLarge", "segments[0].payers[0].percent")
    );
    let third = json!([{ "fund": "dana", "percent": 33.33333 }, { "fund": "pekerja", "percent": 66.66667 }]);
    assert_eq!(with("/segments/0/payers", third).len(), 2, "five decimals are too many");
    let twice = json!([{ "fund": "dana", "percent": 50 }, { "fund": "dana", "percent": 50 }]);
    assert_eq!(with("/segments/0/payers", twice), one("duplicate", "segments[0].payers[1]"));
    let unknown = json!([{ "fund": "kas", "percent": 100 }]);
    assert_eq!(
        with("/segments/0/payers", unknown),
        one("unknownFund", "segments[0].payers[0].fund")
    );
    assert_eq!(with("/segments/0/payers", json!([])), one("empty", "segments[0].payers"));
}

#[test]
fn programmes_and_classes_fit() {
    let path = "/segments/0/programmes";
    assert_eq!(
        with(path, json!(["JKK", "JKN"])),
        one("unknownChoice", "segments[0].programmes[1]")
    );
    assert_eq!(
        with(path, json!(["JKK", "JP"])),
        one("programmeNotInClass", "segments[0].programmes[1]")
    );
    assert_eq!(with(path, json!(["JKK", "JKK"])), one("duplicate", "segments[0].programmes[1]"));
    assert_eq!(with(path, json!([])), one("empty", "segments[0].programmes"));
    let pu = one_segment(json!({ "class": "PU", "programmes": ["JHT"] }), "employer");
    let missing = ["riskMissing", "baseMissing", "workerPayersMissing"];
    assert_eq!(problems(&pu).iter().map(|(code, _)| code.as_str()).collect::<Vec<_>>(), missing);
    let contract = one_segment(
        json!({ "class": "BPU", "base": { "kind": "contract", "rupiah": 1 } }),
        "employer",
    );
    assert_eq!(problems(&contract), one("baseNotInClass", "segments[0].base.kind"));
}

#[test]
fn months_and_periods_are_real() {
    assert_eq!(with("/period/firstMonth", json!("2026-13")), one("badMonth", "period.firstMonth"));
    assert_eq!(with("/period/firstMonth", json!("2026-00")), one("badMonth", "period.firstMonth"));
    assert_eq!(with("/period/firstMonth", json!("Maret")), one("badMonth", "period.firstMonth"));
    assert_eq!(with("/period/firstMonth", json!(202_603)), one("notText", "period.firstMonth"));
    assert_eq!(with("/period/months", json!(0)), one("tooSmall", "period.months"));
    assert_eq!(with("/period/months", json!(4_800)), one("tooLarge", "period.months"));
    // 30 years are allowed: the BPU values without relief have no known end.
    assert_eq!(with("/period/months", json!(360)), []);
    let no_value = one("noLawValue", "segments[0].programmes");
    // Income base, JKK and its floor, JKM: no value was in force in 2014.
    assert_eq!(with("/period/firstMonth", json!("2014-01")), vec![no_value[0].clone(); 4]);
}

#[test]
fn names_and_ids_are_there_and_differ() {
    assert_eq!(with("/region/name", json!("")), one("missing", "region.name"));
    assert_eq!(with("/region/name", json!("   ")), one("missing", "region.name"));
    assert_eq!(with("/region", json!({ "level": "city" })), one("missing", "region.name"));
    assert_eq!(with("/segments/0/id", json!("Satu Dua")), one("badId", "segments[0].id"));
    let mut twice = base();
    let segment = twice["segments"][0].clone();
    twice["segments"].as_array_mut().unwrap().push(segment);
    assert_eq!(problems(&twice), one("duplicate", "segments[1].id"));
}

#[test]
fn what_is_no_scenario_is_said_so() {
    for value in [json!(null), json!(1), json!("surat"), json!([]), json!(true)] {
        let code = if value.is_null() { "missing" } else { "notAnObject" };
        assert_eq!(problems(&value), one(code, ""));
    }
    assert_eq!(
        problems(&json!({})).len(),
        5,
        "schema, region, period, segments and funds are missing"
    );
    assert_eq!(problems(&json!({ "schema": 2, "wat": 1 })), one("newerSchema", "schema"));
}

#[test]
fn unknown_keys_are_named_with_what_was_meant() {
    let mut scenario = base();
    scenario["segments"][0]["programs"] = json!([]);
    scenario["notes"] = json!("x");
    let found = problems(&scenario);
    assert_eq!(
        found,
        [one("unknownKey", "notes"), one("unknownKey", "segments[0].programs")].concat()
    );
}

#[test]
fn all_problems_come_at_once() {
    let mut scenario = base();
    scenario["region"]["name"] = json!("");
    scenario["period"]["months"] = json!(0);
    scenario["segments"][0]["payers"][0]["percent"] = json!(99);
    scenario["funds"][0]["kind"] = json!("kas");
    let codes: Vec<_> = problems(&scenario).into_iter().map(|(code, _)| code).collect();
    assert_eq!(
        codes,
        ["missing", "tooSmall", "unknownChoice", "sharesNotWhole"],
        "shape first, then sense"
    );
}

#[test]
fn targets_and_spans_are_in_order() {
    let mut scenario = base();
    scenario["target"] = json!({ "shape": "linear", "points": [{ "month": "2026-12", "percent": 50 }, { "month": "2026-06", "percent": 60 }] });
    let expected =
        [one("targetWithoutWorkforce", "workforce"), one("outOfOrder", "target.points[1]")]
            .concat();
    let mut found = problems(&scenario);
    found.sort();
    let mut expected = expected;
    expected.sort();
    assert_eq!(found, expected);
    let mut follows = base();
    follows["segments"][0]["enrolment"] = json!({ "kind": "target", "members": 0, "eligible": 10 });
    assert_eq!(problems(&follows), one("segmentWithoutTarget", "segments[0].enrolment.kind"));
    let mut billed = base();
    billed["segments"][0]["billed"] =
        json!([{ "from": "2026-04", "to": "2026-06" }, { "from": "2026-06", "to": "2026-09" }]);
    assert_eq!(problems(&billed), one("overlap", "segments[0].billed[1]"));
    billed["segments"][0]["billed"] = json!([{ "from": "2027-04", "to": "2027-06" }]);
    assert_eq!(problems(&billed), one("billedOutsidePlan", "segments[0].billed[0]"));
    billed["segments"][0]["billed"] = json!([{ "from": "2026-06", "to": "2026-04" }]);
    assert_eq!(problems(&billed), one("endsBeforeStart", "segments[0].billed[0].to"));
    // The spans do not overlap; they are not in order.
    billed["segments"][0]["billed"] =
        json!([{ "from": "2026-07", "to": "2026-09" }, { "from": "2026-01", "to": "2026-03" }]);
    assert_eq!(problems(&billed), one("outOfOrder", "segments[0].billed[1].from"));
}

#[test]
fn overrides_are_held_to_their_unit() {
    let of = |entry: Value| {
        let mut scenario = base();
        scenario["overrides"] = json!([entry]);
        problems(&scenario)
    };
    let entry = |parameter: &str, value: f64| json!({ "parameter": parameter, "from": "2026-01", "value": value, "note": "uji" });
    assert_eq!(of(entry("jkm.bpu", 7_000.0)), []);
    assert_eq!(of(entry("jkk.bpu", 101.0)), one("tooLarge", "overrides[0].value"));
    assert_eq!(of(entry("jkk.bpu", -1.0)), one("tooSmall", "overrides[0].value"));
    assert_eq!(of(entry("jkk.bpuu", 1.0)), one("unknownParameter", "overrides[0].parameter"));
    assert_eq!(of(entry("bpu.brackets", 1.0)), one("valueOrRows", "overrides[0]"));
    let rows = |parameter: &str, rows: Value| json!({ "parameter": parameter, "from": "2026-01", "rows": rows, "note": "uji" });
    let row = |from: u64, value: f64| json!({ "fromRupiah": from, "value": value });
    let brackets = |list: Value| of(rows("bpu.brackets", list));
    assert_eq!(brackets(json!([row(0, 1e6), row(2_000_000, 2e6)])), []);
    assert_eq!(brackets(json!([])), one("empty", "overrides[0].rows"));
    assert_eq!(brackets(json!([row(5, 1e6)])), one("tooLarge", "overrides[0].rows[0].fromRupiah"));
    assert_eq!(
        brackets(json!([row(0, 1e6), row(0, 2e6)])),
        one("rowsNotRising", "overrides[0].rows[1].fromRupiah")
    );
    assert_eq!(of(rows("jkm.bpu", json!([row(0, 1.0)]))), one("valueOrRows", "overrides[0]"));
    let layers = rows("jkk.construction.layers", json!([row(0, 101.0)]));
    assert_eq!(of(layers), one("tooLarge", "overrides[0].rows[0].value"), "layers are percent");
    assert_eq!(
        of(json!({ "parameter": "jkm.bpu", "from": "2026-01", "note": "uji" })),
        one("valueOrRows", "overrides[0]")
    );
    assert_eq!(
        of(
            json!({ "parameter": "jkm.bpu", "from": "2026-03", "to": "2026-02", "value": 1, "note": "uji" })
        ),
        one("endsBeforeStart", "overrides[0].to")
    );
}

#[test]
fn assumptions_are_held_to_what_the_law_lets_grow() {
    let of = |entry: Value| {
        let mut scenario = base();
        scenario["assumptions"] = json!([entry]);
        problems(&scenario)
    };
    let growth = |parameter: &str, percent: f64| json!({ "kind": "growth", "parameter": parameter, "percent": percent, "note": "uji" });
    let path = "assumptions[0].parameter";
    assert_eq!(of(growth("jp.ceiling", 5.0)), []);
    assert_eq!(of(growth("jkm.bpu", 5.0)), one("notExtrapolable", path));
    assert_eq!(of(growth("jp.ceilng", 5.0)), one("unknownParameter", path));
    assert_eq!(of(growth("jp.ceiling", -1.0)), one("tooSmall", "assumptions[0].percent"));
    let formula = |parameter: &str, alpha: f64| json!({ "kind": "wageFormula", "parameter": parameter, "inflationPercent": 3.03, "alpha": alpha, "growthPercent": 5.22, "note": "uji" });
    assert_eq!(of(formula("minimumWage.ump.sulawesiSelatan", 0.8)), []);
    assert_eq!(of(formula("jp.ceiling", 0.8)), one("notExtrapolable", path));
    let alpha = one("tooLarge", "assumptions[0].alpha");
    assert_eq!(of(formula("minimumWage.ump.sulawesiSelatan", 1.5)), alpha);
    let fine = one("tooManyDecimals", "assumptions[0].alpha");
    assert_eq!(of(formula("minimumWage.ump.sulawesiSelatan", 0.805)), fine);
    let mut twice = base();
    twice["assumptions"] = json!([growth("jp.ceiling", 5.0), growth("jp.ceiling", 6.0)]);
    assert_eq!(problems(&twice), one("duplicate", "assumptions[1].parameter"));
    let mut dated = base();
    dated["lawDate"] = json!("2025-12");
    assert_eq!(problems(&dated), one("badDay", "lawDate"));
}

#[test]
fn amounts_beyond_all_limits_are_refused() {
    let mut scenario = one_segment(
        json!({ "class": "PU", "risk": "veryHigh", "base": { "kind": "fixed", "rupiah": 1_000_000_000 } }),
        "employer",
    );
    scenario["segments"][0]["enrolment"]["counts"][0]["people"] = json!(300_000_000);
    scenario["period"]["months"] = json!(360);
    assert_eq!(problems(&scenario)[0].0, "amountTooLarge");
}

/// Any JSON-like data.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop_oneof![
            Just("fixed"),
            Just("PU"),
            Just("JKK"),
            Just("2026-01"),
            Just("dana"),
            Just("ß…\u{0}")
        ]
        .prop_map(Value::from),
    ];
    let key = prop::sample::select(vec![
        "schema", "kind", "segments", "from", "people", "percent", "id", "zz",
    ]);
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key.clone(), inner, 0..5).prop_map(|map| map
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn nothing_panics_on_any_data(value in anything()) {
        let _ = cakupan::check(&common::input(&value));
    }

    /// A real scenario with any data at any place.
    #[test]
    fn nothing_panics_on_any_damage(place in any::<prop::sample::Index>(), case in 0_usize..5, value in anything()) {
        let name = ["makassar", "sulawesi-selatan", "sidrap", "majene", "maros"][case];
        let mut scenario = common::read_json(&format!("cases/{name}.json"));
        let mut all = Vec::new();
        places(&scenario, "", &mut all);
        *scenario.pointer_mut(&all[place.index(all.len())]).unwrap() = value;
        let _ = cakupan::check(&common::input(&scenario));
    }
}
