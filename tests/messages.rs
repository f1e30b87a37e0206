//! Sentences of problems: their example is accepted, the suggested key is the nearest, and their numbers are those of
//! the input.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::words::Language;
use common::{one_segment, places, problems};
use serde_json::{Value, json};

fn base() -> Value {
    one_segment(json!({ "class": "BPU" }), "apbdRegency")
}

fn one(code: &str, path: &str) -> Vec<(String, String)> {
    vec![(code.into(), path.into())]
}

/// A scenario with one value set at a path, and its problems.
fn with(path: &str, value: Value) -> Vec<(String, String)> {
    let mut scenario = base();
    *scenario.pointer_mut(path).unwrap_or_else(|| panic!("no {path}")) = value;
    problems(&scenario)
}

const HEADS: &str = "/segments/0/enrolment/counts/0/people";
const HEADS_PATH: &str = "segments[0].enrolment.counts[0].people";

/// 2024 is a leap year; 2025 and 2100 are not.
#[test]
fn days_are_days_of_the_calendar() {
    let of = |field: &str, value: Value| {
        let mut scenario = base();
        scenario[field] = value;
        problems(&scenario)
    };
    for day in ["2025-12-01", "2024-02-29", "2025-04-30", "2025-12-31"] {
        assert_eq!(of("lawDate", json!(day)), [], "{day}");
    }
    for day in ["2025-02-30", "2025-02-29", "2100-02-29", "2025-04-31", "2025-12-32", "2025-12-00"]
    {
        assert_eq!(of("lawDate", json!(day)), one("badDay", "lawDate"), "{day}");
    }
    // A day in full, nothing else.
    for other in ["2025-12", "2025", "1-12-2025", "kemarin", "2025-12-01T00:00"] {
        assert_eq!(of("lawDate", json!(other)), one("badDay", "lawDate"), "{other}");
    }
    assert_eq!(of("lawDate", json!(20_251_201)), one("notText", "lawDate"));
    let dated = |date: &str| {
        let mut scenario = base();
        scenario["segments"][0]["evidence"] =
            json!({ "base": { "quality": "press", "source": "koran", "date": date } });
        problems(&scenario)
    };
    for date in ["2025", "2025-02", "2025-02-28", "2000-02-29"] {
        assert_eq!(dated(date), [], "{date}");
    }
    for date in ["2025-02-30", "2025-13", "25", "2025-06-31"] {
        assert_eq!(dated(date), one("badDate", "segments[0].evidence.base.date"), "{date}");
    }
}

/// Sentence of the only problem, in both languages.
fn said(value: &Value) -> [String; 2] {
    let found = cakupan::check(&common::input(value));
    assert_eq!(found.len(), 1, "{found:?}");
    [Language::Id, Language::En]
        .map(|language| language.say("problem", found[0].code, &found[0].params))
}

#[test]
fn an_example_is_one_that_would_be_accepted() {
    let mut scenario = base();
    scenario["funds"][0]["ceilings"] = json!([{ "year": "2026", "rupiah": 1 }]);
    assert_eq!(said(&scenario)[0], "Tulis dengan angka, misalnya 2026.");
    scenario["funds"][0]["ceilings"][0]["year"] = json!(1_900);
    assert_eq!(said(&scenario)[0], "Nilai tidak boleh kurang dari 2000.");
    scenario["funds"][0]["ceilings"][0]["year"] = json!(20_260);
    assert_eq!(said(&scenario)[1], "The value must not be above 2199.");
    let of = |path: &str, value: Value| {
        let mut scenario = base();
        *scenario.pointer_mut(path).unwrap() = value;
        said(&scenario)
    };
    assert_eq!(of("/period/months", json!("x"))[0], "Tulis dengan angka, misalnya 120.");
    assert_eq!(of(HEADS, json!("x"))[1], "Write a number, for example 1,200.");
    let month = of("/period/firstMonth", json!(202_603));
    assert_eq!(month[0], "Tulis bagian ini sebagai teks, misalnya \"2026-03\".");
    // The message on a day gives a day as its example.
    let mut scenario = base();
    scenario["lawDate"] = json!("2025-02-30");
    let expected = "\"2025-02-30\" bukan tanggal. Tulis tahun-bulan-hari, misalnya 2025-12-01.";
    assert_eq!(said(&scenario)[0], expected);
    let mut scenario = base();
    scenario["overrides"] = json!([{ "parameter": "jkm.bpu", "from": "2026-03", "to": "2026-02", "value": 1, "note": "n" }]);
    let expected =
        "Bulan akhir (Februari 2026) mendahului bulan mulai (Maret 2026). Perbaiki salah satu.";
    assert_eq!(said(&scenario)[0], expected);
}

/// Input beyond the limits of length and depth is reported at its path.
#[test]
fn what_is_too_long_is_too_long() {
    let mut scenario = base();
    scenario["note"] = json!("é".repeat(200_000));
    assert_eq!(problems(&scenario), one("tooLong", "note"));
    assert!(said(&scenario)[0].contains("200.000 huruf, paling banyak 4.000"));
    let mut scenario = base();
    scenario["segments"] = Value::Array(vec![json!({}); 150_000]);
    assert_eq!(problems(&scenario), one("tooMany", "segments"));
    assert!(said(&scenario)[0].contains("150.000, paling banyak 200"));
    let mut scenario = base();
    scenario["note"] = (0..40).fold(json!(1), |inner, _| json!([inner]));
    assert_eq!(problems(&scenario), one("notText", "note"));
    scenario["region"] = (0..40).fold(json!(1), |inner, _| json!({ "name": inner }));
    let found = problems(&scenario);
    assert!(found.contains(&("notText".into(), "region.name".into())), "{found:?}");
}

/// Numbers of twenty digits are refused, and no sentence shows them rounded.
#[test]
fn a_number_beyond_all_limits_is_never_repeated_as_another() {
    let huge: Value = serde_json::from_str("12345678901234567890").unwrap();
    let mut all = Vec::new();
    places(&base(), "", &mut all);
    for place in &all {
        let mut scenario = base();
        *scenario.pointer_mut(place).unwrap() = huge.clone();
        let found = cakupan::check(&common::input(&scenario));
        assert!(!found.is_empty(), "{place}");
        for problem in found {
            let said = Language::Id.say("problem", problem.code, &problem.params);
            assert!(!said.contains("12.345") && !said.contains("12345"), "{place}: {said}");
        }
    }
    assert_eq!(with(HEADS, huge.clone()), one("tooLarge", HEADS_PATH));
    assert_eq!(with("/schema", huge), one("tooLarge", "schema"));
    assert_eq!(with("/schema", json!(1.5)), one("tooLarge", "schema"));
}

/// In every object, also with other capitals.
#[test]
fn an_unknown_key_is_named_with_the_nearest_known_one() {
    let near = |key: &str, place: &str| {
        let mut scenario = base();
        scenario.pointer_mut(place).unwrap()[key] = json!(1);
        said(&scenario)[0].clone()
    };
    for (key, place, meant) in [
        ("segmen", "", "segments"),
        ("PROGRAMMES", "/segments/0", "programmes"),
        ("first_month", "/period", "firstMonth"),
        ("Kind", "/segments/0/enrolment", "kind"),
        ("count", "/segments/0/enrolment", "counts"),
        ("fundId", "/segments/0/payers/0", "fund"),
    ] {
        let said = near(key, place);
        assert!(
            said.contains(&format!("\"{key}\"")) && said.contains(&format!("\"{meant}\"")),
            "{said}"
        );
    }
}
