//! Amounts that were probably meant differently are reported and never changed. Inputs seen in practice and similar
//! ones; sums by hand.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::law::VERSION;
use cakupan::month::Month;
use cakupan::words::Language;
use common::{one_segment, project_json, read_json, scenario};
use serde_json::{Value, json};

const DOUBTS: &[&str] = &[
    "regionUnknown",
    "regionLevel",
    "amountTiny",
    "baseIsContribution",
    "wageLow",
    "wageHuge",
    "jkkIsSum",
    "healthRate",
    "jkmIsPackage",
    "lawOld",
    "ceilingGap",
    "ceilingElsewhere",
    "nextNeverUsed",
];

/// Code, path and params of every doubt.
fn doubts(plan: &Value) -> Vec<(String, String, Value)> {
    let notices = project_json(plan)["notices"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let doubts = notices.iter().filter(|notice| DOUBTS.contains(&notice["code"].as_str().unwrap()));
    doubts.map(|one| (text(&one["code"]), text(&one["path"]), one["params"].clone())).collect()
}

/// Codes and paths.
fn named(plan: &Value) -> Vec<(String, String)> {
    doubts(plan).into_iter().map(|(code, path, _)| (code, path)).collect()
}

fn one(code: &str, path: &str) -> Vec<(String, String)> {
    vec![(code.into(), path.into())]
}

fn says(plan: &Value, words: &str) {
    let notices = cakupan::plan::project(&scenario(plan)).unwrap().notices.clone();
    let said: Vec<_> = notices
        .iter()
        .map(|notice| Language::Id.say("notice", notice.code, &notice.params))
        .collect();
    assert!(said.iter().any(|sentence| sentence.contains(words)), "{words} in {said:#?}");
}

/// Wage earners of 2026 with a base.
fn staff(base: Value) -> Value {
    one_segment(
        json!({ "class": "PU", "risk": "veryLow", "base": base, "group": "nonAsn" }),
        "apbdRegency",
    )
}

fn fixed(rupiah: f64) -> Value {
    json!({ "kind": "fixed", "rupiah": rupiah })
}

fn poor(base: Value) -> Value {
    one_segment(json!({ "class": "BPU", "base": base }), "apbdRegency")
}

const BASE: &str = "segments[0].base.rupiah";

#[test]
fn what_was_counted_before_is_not_doubted() {
    let folders = ["cases", "tests/cases/published", "tests/cases/field"];
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut plans = 0;
    for folder in folders {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if name.ends_with(".json") {
                assert_eq!(named(&read_json(&format!("{folder}/{name}"))), [], "{folder}/{name}");
                plans += 1;
            }
        }
    }
    assert!(plans > 60, "{plans}");
}

/// 2.5 for Rp 2,500,000; a contract of 200 million; ceilings in miliar.
#[test]
fn amounts_in_millions_are_told() {
    assert_eq!(named(&staff(fixed(2.5))), one("amountTiny", BASE));
    says(&staff(fixed(2.5)), "Satu: Rp 2,5 jauh terlalu kecil");
    // Any low income falls into the lowest bracket and gives a plausible bill, so it must be reported.
    assert_eq!(named(&poor(fixed(2.5))), one("amountTiny", BASE));
    assert_eq!(named(&poor(fixed(9_999.999))), one("amountTiny", BASE));
    assert_eq!(named(&poor(fixed(10_000.0))), []);
    let series = json!({ "kind": "series", "values": [{ "from": "2026-01", "rupiah": 2_500_000 }, { "from": "2026-07", "rupiah": 2.6 }] });
    assert_eq!(named(&staff(series)), one("amountTiny", "segments[0].base.values[1].rupiah"));
    let contract = one_segment(
        json!({ "class": "construction", "base": { "kind": "contract", "rupiah": 200 } }),
        "employer",
    );
    assert_eq!(named(&contract), one("amountTiny", BASE));
    let mut money = poor(Value::Null);
    money["funds"][0]["ceilings"] =
        json!([{ "year": 2026, "rupiah": 12, "beforeRupiah": 9, "allocationRupiah": 0 }]);
    money["totals"] = json!([{ "name": "APBD", "year": 2026, "rupiah": 1_300 }]);
    money["published"] = json!([{ "name": "DPA", "rupiah": 4 }]);
    let places = [
        "funds[0].ceilings[0].rupiah",
        "funds[0].ceilings[0].beforeRupiah",
        "totals[0].rupiah",
        "published[0].rupiah",
    ];
    assert_eq!(named(&money), places.map(|place| one("amountTiny", place)).concat());
    money["funds"][0]["ceilings"] = json!([{ "year": 2026, "rupiah": 0 }]);
    assert_eq!(named(&money).len(), 2, "no money at all is meant so");
}

/// A yearly amount of 30,000,000 for RT/RW is counted as monthly, 0.54 % = 162,000; it is never divided by twelve.
#[test]
fn a_wage_of_a_year_is_counted_and_told() {
    let plan = staff(fixed(30_000_000.0));
    assert_eq!(project_json(&plan)["total"]["rupiah"], 12 * 162_000);
    assert_eq!(named(&plan), one("wageHuge", BASE));
    says(&plan, "Bila itu jumlah setahun, isi Rp 2.500.000.");
    assert_eq!(named(&poor(fixed(36_000_000.0))), one("wageHuge", BASE));
    assert_eq!(named(&staff(fixed(12_000_000.0))), []);
    // A year without a minimum wage in the law is compared with the nearest year that has one.
    for first in ["2016-01", "2035-01"] {
        let mut other = staff(fixed(30_000_000.0));
        other["period"]["firstMonth"] = json!(first);
        assert_eq!(named(&other), one("wageHuge", BASE), "{first}");
    }
}

/// A contribution, of a month or a year, in the field of the wage.
#[test]
fn a_contribution_is_no_wage() {
    for rupiah in [16_800.0, 201_600.0, 36_800.0, 441_600.0] {
        assert_eq!(named(&poor(fixed(rupiah))), one("baseIsContribution", BASE), "{rupiah}");
        assert_eq!(named(&staff(fixed(rupiah))), one("baseIsContribution", BASE), "{rupiah}");
    }
    says(&poor(fixed(201_600.0)), "(Rp 16.800 sebulan, Rp 201.600 setahun)");
    says(&poor(fixed(36_800.0)), "(Rp 36.800 sebulan, Rp 441.600 setahun)");
    assert_eq!(named(&poor(fixed(16_801.0))), []);
}

/// Lumajang published 1,800 a month, which is 0.54 % of 333,333: below every base found in practice.
#[test]
fn a_wage_below_the_lowest_income_is_told() {
    let plan = staff(fixed(333_333.0));
    assert_eq!(named(&plan), one("wageLow", BASE));
    says(&plan, "iurannya hanya Rp 1.800 per orang per bulan");
    assert_eq!(named(&staff(fixed(1_000_000.0))), []);
    assert_eq!(named(&poor(fixed(333_333.0))), [], "an income may be so low");
}

fn with_rate(mut plan: Value, parameter: &str, value: f64) -> Value {
    plan["overrides"] =
        json!([{ "parameter": parameter, "from": "2026-01", "value": value, "note": "uji" }]);
    plan
}

const OWN: &str = "overrides[0].value";

/// JKK of 0.54 % is accepted; with JKM it is 0.84 %, or 21,000 on 2,500,000.
#[test]
fn a_jkk_that_holds_jkm_is_told() {
    let base = || fixed(2_500_000.0);
    let typed = with_rate(staff(base()), "jkk.pu.veryLow", 0.54);
    assert_eq!(project_json(&typed)["total"]["rupiah"], 12 * 21_000);
    assert_eq!(named(&typed), one("jkkIsSum", OWN));
    says(&typed, "JKK 0,24 % + JKM 0,3 %. Dengan JKM, iurannya menjadi 0,84 %");
    // The same by risk class, for workers in a government office.
    let by_risk = |group: Value, programmes: Value| {
        let mut plan = staff(base());
        plan["segments"][0]["risk"] = json!("low");
        plan["segments"][0]["group"] = group;
        plan["segments"][0]["programmes"] = programmes;
        named(&plan)
    };
    let both = || json!(["JKK", "JKM"]);
    for group in [
        "nonAsn",
        "villageHead",
        "villageOfficial",
        "bpd",
        "villageBody",
        "pppkPartTime",
        "election",
    ] {
        assert_eq!(by_risk(json!(group), both()), one("jkkIsSum", "segments[0].risk"), "{group}");
    }
    for group in [json!("palmOil"), json!("cashForWork"), json!("other"), Value::Null] {
        assert_eq!(by_risk(group, both()), [], "a workplace of low risk");
    }
    assert_eq!(by_risk(json!("nonAsn"), json!(["JKK"])), [], "nothing is on top");
    assert_eq!(named(&with_rate(staff(base()), "jkk.pu.veryLow", 0.5)), []);
}

#[test]
fn rates_of_the_health_scheme_are_told() {
    let base = || fixed(2_500_000.0);
    for (parameter, value) in [("jkk.pu.veryLow", 4.0), ("jkm.pu", 5.0), ("jkk.pu.veryLow", 5.0)] {
        let plan = with_rate(staff(base()), parameter, value);
        assert_eq!(named(&plan), one("healthRate", OWN), "{parameter} {value}");
    }
    says(
        &with_rate(staff(base()), "jkm.pu", 4.0),
        "BPJS Kesehatan: pemberi kerja 4 %, pekerja 1 %",
    );
    assert_eq!(named(&with_rate(poor(Value::Null), "jkk.bpu", 4.0)), one("healthRate", OWN));
    assert_eq!(named(&with_rate(staff(base()), "jkk.pu.veryLow", 3.0)), []);
}

/// 201,600 (a year), 16,000 (rounded) and 16,800 (two programmes) in the field of the monthly JKM.
#[test]
fn a_jkm_of_two_programmes_or_a_year_is_told() {
    let of = |value: f64| named(&with_rate(poor(Value::Null), "jkm.bpu", value));
    for value in [16_000.0, 16_800.0, 81_600.0, 201_600.0] {
        assert_eq!(of(value), one("jkmIsPackage", OWN), "{value}");
    }
    let plan = with_rate(poor(Value::Null), "jkm.bpu", 201_600.0);
    says(
        &plan,
        "menurut aturan Rp 6.800. JKK dan JKM bersama Rp 16.800 sebulan atau Rp 201.600 setahun",
    );
    assert_eq!(of(10_000.0), []);
}

/// Values that are used more than ten years after their last check are reported once.
#[test]
fn values_of_today_are_told_decades_ahead() {
    let mut plan = poor(Value::Null);
    plan["period"] = json!({ "firstMonth": "2026-01", "months": 360 });
    let old = doubts(&plan);
    let checked = Month::parse(&VERSION[..7]).unwrap();
    assert_eq!(old.len(), 1);
    assert_eq!((old[0].0.as_str(), old[0].1.as_str()), ("lawOld", "period.months"));
    assert_eq!(old[0].2["month"], checked.plus(121).to_string());
    assert_eq!(old[0].2["checked"], checked.to_string());
    // The report names the first billed month, not the first month.
    plan["segments"][0]["billed"] =
        json!([{ "from": "2026-01", "to": "2026-12" }, { "from": "2040-03", "to": "2040-06" }]);
    assert_eq!(doubts(&plan)[0].2["month"], "2040-03");
    // Not within ten years, and not where overrides are used.
    plan["period"]["months"] = json!(120);
    plan["segments"][0]["billed"] = Value::Null;
    assert_eq!(named(&plan), []);
    plan["period"]["months"] = json!(360);
    plan["segments"][0]["programmes"] = json!(["JKM"]);
    assert_eq!(named(&with_rate(plan, "jkm.bpu", 7_000.0)), []);
}

/// A plan moved to 2027 keeps its ceiling of 2025.
#[test]
fn a_year_without_a_ceiling_is_told_where_others_have_one() {
    let plan = |first: &str, months: u32, years: &[u16]| {
        let mut plan = poor(Value::Null);
        plan["period"] = json!({ "firstMonth": first, "months": months });
        let ceilings = years.iter().map(|year| json!({ "year": year, "rupiah": 1_000_000 }));
        plan["funds"][0]["ceilings"] = ceilings.collect();
        plan
    };
    let moved = plan("2027-01", 12, &[2025]);
    assert_eq!(named(&moved), one("ceilingElsewhere", "funds[0].ceilings"));
    says(
        &moved,
        "pagu 2025 tidak dipakai, sebab di luar tahun rencana; tahun 2027 tidak mempunyai pagu",
    );
    let gap = plan("2026-01", 36, &[2027]);
    assert_eq!(named(&gap), one("ceilingGap", "funds[0].ceilings"));
    says(&gap, "tahun 2026, 2028 tidak mempunyai pagu, padahal tahun 2027 mempunyainya");
    assert_eq!(named(&plan("2026-01", 24, &[2026, 2027])), []);
    assert_eq!(
        named(&plan("2026-01", 24, &[])),
        [],
        "that no ceiling is filled in is told elsewhere"
    );
    // A year in which the fund pays nothing needs no ceiling.
    let mut paused = plan("2026-01", 24, &[2026]);
    paused["segments"][0]["billed"] = json!([{ "from": "2026-01", "to": "2026-12" }]);
    assert_eq!(named(&paused), []);
}

#[test]
fn code_and_level_of_a_region_must_agree() {
    let of = |code: &str, level: &str| {
        let mut plan = poor(Value::Null);
        plan["region"] = json!({ "name": "Contoh", "level": level, "code": code });
        named(&plan)
    };
    for (code, level) in [
        ("73", "province"),
        ("96", "province"),
        ("73.14", "regency"),
        ("31.01", "regency"),
        ("73.71", "city"),
        ("31.75", "city"),
        ("73.14.03.2005", "village"),
    ] {
        assert_eq!(of(code, level), [], "{code} {level}");
    }
    for (code, level) in [
        ("73", "regency"),
        ("73.71", "regency"),
        ("73.14", "city"),
        ("73.14", "province"),
        ("73.14.03", "regency"),
        ("73.14.03.2005", "regency"),
        ("73.14", "village"),
    ] {
        assert_eq!(of(code, level), one("regionLevel", "region.level"), "{code} {level}");
    }
    // No province has these codes; no kabupaten has 00 or 70, no kecamatan 00, no desa 0000.
    for code in ["10", "20", "22", "30", "37", "50", "54", "66", "77", "83", "90", "97", "99", "00"]
    {
        assert_eq!(of(code, "province"), one("regionUnknown", "region.code"), "{code}");
    }
    for code in ["99.71", "73.00", "73.70", "73.14.00", "73.14.03.0000", "20.01.01.2001"] {
        assert_eq!(of(code, "regency"), one("regionUnknown", "region.code"), "{code}");
    }
    let mut plan = poor(Value::Null);
    plan["region"] = json!({ "name": "Contoh", "level": "city", "code": "73.14" });
    says(&plan, "Kode 73.14 adalah kode kabupaten, padahal tingkat rencana ini kota");
}

/// The next fund of a fund without a ceiling never pays; but its kind still excludes the relief.
#[test]
fn a_successor_that_is_never_asked_is_told() {
    let with = |funds: Value| {
        let mut plan = poor(Value::Null);
        plan["segments"][0]["payers"] = json!([{ "fund": "a", "percent": 100 }]);
        plan["funds"] = funds;
        plan
    };
    let fund = |id: &str, next: Value, ceilings: Value| json!({ "id": id, "name": id, "kind": "csr", "next": next, "ceilings": ceilings });
    let ceiling = |year: u16| json!([{ "year": year, "rupiah": 100_000 }]);
    let (none, b) = (Value::Null, || fund("b", Value::Null, Value::Null));
    let never = with(json!([fund("a", json!("b"), none.clone()), b()]));
    assert_eq!(named(&never), one("nextNeverUsed", "funds[0].next"));
    says(&never, "a: sumber dana pengganti b tidak pernah dipakai");
    assert_eq!(named(&with(json!([fund("a", json!("b"), ceiling(2026)), b()]))), []);
    // A ceiling of another year does not end this year.
    let elsewhere = named(&with(json!([fund("a", json!("b"), ceiling(2024)), b()])));
    assert!(elsewhere.contains(&one("nextNeverUsed", "funds[0].next")[0]), "{elsewhere:?}");
    // Nor does the ceiling of a fund that never pays.
    let chain = with(json!([
        fund("a", json!("b"), none.clone()),
        fund("b", json!("c"), ceiling(2026)),
        fund("c", none.clone(), none.clone())
    ]));
    let both =
        [one("nextNeverUsed", "funds[0].next"), one("nextNeverUsed", "funds[1].next")].concat();
    assert_eq!(named(&chain), both);
    let ends = with(json!([
        fund("a", json!("b"), ceiling(2026)),
        fund("b", json!("c"), ceiling(2026)),
        fund("c", none.clone(), none.clone())
    ]));
    assert_eq!(named(&ends), []);
    // A next fund that will not pay does not exclude the relief.
    let mut said = never.clone();
    said["funds"][1]["willNotPay"] = json!(true);
    assert_eq!(named(&said), []);
    // A fund without shares is reported as unused, and not again.
    let idle = with(json!([fund("a", none.clone(), none.clone()), fund("b", json!("a"), none)]));
    assert_eq!(named(&idle), []);
}
