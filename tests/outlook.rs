//! One more point, waiting and latest start: a figure or the reason why there is none; never Rp 0, never a month in
//! which it is impossible. Expected figures by hand.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::problem::REASONS;
use common::{one_segment, read_json, way_back};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn told(plan: &Value, what: &str) -> Value {
    let told = way_back(plan, &Value::Null).unwrap()[what].clone();
    assert_ne!(told["value"].is_null(), told["reason"].is_null(), "one of the two: {told}");
    told
}

fn value(plan: &Value, what: &str) -> Value {
    told(plan, what)["value"].clone()
}

/// Code and params of a reason.
fn reason(plan: &Value, what: &str) -> (String, Value) {
    let reason = told(plan, what)["reason"].clone();
    (reason["code"].as_str().unwrap().to_owned(), reason["params"].clone())
}

/// 1,000 workers who follow the target, at most 100 join a month: nobody until October 2026, then 50 %. Rp 16,800 a
/// month each.
fn growing() -> Value {
    let mut plan = one_segment(
        json!({ "class": "BPU", "enrolment": { "kind": "target", "members": 0, "eligible": 1_000, "mostPerMonth": 100 } }),
        "apbdRegency",
    );
    plan["period"]["months"] = json!(24);
    plan["workforce"] =
        json!({ "denominator": "own", "eligible": [{ "from": "2026-01", "people": 1_000 }] });
    plan["target"] = json!({ "shape": "step", "points": [{ "month": "2026-01", "percent": 0 }, { "month": "2026-10", "percent": 50 }] });
    plan
}

fn with(mut plan: Value, pointer: &str, value: Value) -> Value {
    *plan.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    plan
}

#[test]
fn waiting_one_point_and_the_latest_start_are_told() {
    let plan = growing();
    // 500 people at 100 a month: June to October.
    assert_eq!(
        value(&plan, "latestStart"),
        json!({ "month": "2026-06", "people": 500, "mostInOneMonth": 100 })
    );
    // 100 join each month from October 2026: 100, 200, 300, 400, then 500. A year later the plan has ten months less
    // of it.
    let now: u64 = [100, 200, 300, 400].iter().sum::<u64>() + 11 * 500;
    let then: u64 = [100, 200, 300].iter().sum();
    let waiting = value(&plan, "waiting");
    assert_eq!(waiting["personMonths"], now - then);
    assert_eq!(waiting["movedRupiah"], (now - then) * 16_800);
    // 2026: 100 + 200 + 300; 2027: 400, then 500 for eleven months. Moved by a year, 2027 is like 2026.
    assert_eq!(waiting["peakRupiah"], (400 + 11 * 500) * 16_800);
    assert_eq!(waiting["laterPeakRupiah"], 600 * 16_800);
    // Ten more people: 500 are members in February 2027, the ten in March and the nine months after it.
    assert_eq!(
        value(&plan, "onePoint"),
        json!({ "year": 2027, "people": 10, "personMonths": 100, "rupiah": 100 * 16_800, "segments": [] })
    );
}

/// Makassar with fixed counts: 1 % of 507,506 = 5,075.06, so 5,076 people, twelve months at 16,800 or 10,800. No
/// segment follows the target, so there is no latest start.
#[test]
fn a_point_of_fixed_counts_is_priced_for_each_segment() {
    let mut plan = read_json("cases/makassar.json");
    let months = 5_076 * 12_u64;
    let of = |segment: &str, price: u64, room: Value| json!({ "segment": segment, "personMonths": months, "rupiah": months * price, "room": room });
    let point = value(&plan, "onePoint");
    assert_eq!(
        point,
        json!({ "year": 2026, "people": 5_076, "personMonths": null, "rupiah": null, "segments": [
            of("rentan", 16_800, Value::Null),
            of("non-asn", 10_800, Value::Null),
            of("keagamaan", 10_800, Value::Null),
            of("kader", 10_800, Value::Null),
        ] })
    );
    assert_eq!(point["segments"][0]["rupiah"], 1_023_321_600);
    assert_eq!(reason(&plan, "latestStart").0, "countsFixed");
    assert_eq!(reason(&plan, "waiting").0, "nobodyJoins");
    // With eligible workers given, the room is shown: here too small for the point.
    plan["segments"][0]["enrolment"]["eligible"] = json!(40_000);
    // Billed for three months of 2026, then for none.
    plan["segments"][1]["billed"] = json!([{ "from": "2025-01", "to": "2026-03" }]);
    plan["segments"][2]["billed"] = json!([{ "from": "2025-01", "to": "2025-12" }]);
    let point = value(&plan, "onePoint");
    assert_eq!(point["segments"][0]["room"], 40_000 - 35_782);
    assert_eq!(point["segments"][1]["rupiah"], 5_076 * 3 * 10_800);
    let ids: Vec<_> =
        point["segments"].as_array().unwrap().iter().map(|one| one["segment"].clone()).collect();
    assert_eq!(ids, ["rentan", "non-asn", "kader"]);
}

/// Sulawesi Selatan: 578,317 could all join in December 2026; the result says that it is in one month.
#[test]
fn a_latest_start_says_how_many_it_takes_in_one_month() {
    let plan = read_json("cases/sulawesi-selatan.json");
    assert_eq!(
        value(&plan, "latestStart"),
        json!({ "month": "2026-12", "people": 578_317, "mostInOneMonth": 578_317 })
    );
    // 69 % of 2,801,936 = 1,933,335.84, so 1,933,336: 28,019 more than 1,905,317.
    assert_eq!(value(&plan, "onePoint")["people"], 28_019);
    // At most 50,000 a month: twelve months for 578,317, from January on.
    let paced = with(plan, "/segments/0/enrolment/eligible", json!(1_474_936));
    let mut paced = paced;
    paced["segments"][0]["enrolment"]["mostPerMonth"] = json!(50_000);
    assert_eq!(
        value(&paced, "latestStart"),
        json!({ "month": "2026-01", "people": 578_317, "mostInOneMonth": 50_000 })
    );
}

/// Every case without a figure, with its reason; together they have every reason code.
#[test]
fn where_there_is_no_figure_there_is_a_reason() {
    let mut seen = BTreeSet::new();
    let mut expect = |plan: &Value, what: &str, code: &str, params: Value| {
        assert_eq!(reason(plan, what), (code.to_owned(), params), "{what}");
        seen.insert(code.to_owned());
    };
    let none = || json!({});
    let alone = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    expect(&alone, "onePoint", "withoutWorkforce", none());
    expect(&alone, "latestStart", "withoutWorkforce", none());
    expect(&alone, "waiting", "nobodyJoins", none());

    let mut counted = alone.clone();
    counted["workforce"] = growing()["workforce"].clone();
    expect(&counted, "latestStart", "withoutTarget", none());
    counted["target"] = growing()["target"].clone();
    expect(&counted, "latestStart", "countsFixed", none());
    counted["segments"][0]["billed"] = json!([{ "from": "2026-01", "to": "2026-12" }]);
    counted["period"]["months"] = json!(24);
    expect(&counted, "onePoint", "pointNotBilled", json!({ "year": "2027" }));

    let last = "/target/points/1/month";
    let outside = with(growing(), last, json!("2028-01"));
    expect(&outside, "onePoint", "goalOutsidePlan", json!({ "month": "2028-01" }));
    expect(&outside, "latestStart", "goalOutsidePlan", json!({ "month": "2028-01" }));
    // A last point before the plan leaves no month to begin in.
    let before = with(growing(), "/target/points", json!([{ "month": "2025-12", "percent": 50 }]));
    expect(&before, "latestStart", "goalOutsidePlan", json!({ "month": "2025-12" }));

    // 400 of 500 can have joined by April.
    let soon = with(growing(), last, json!("2026-04"));
    expect(&soon, "latestStart", "goalOutOfReach", json!({ "month": "2026-04", "people": 100 }));
    let members = "/segments/0/enrolment/members";
    let met = with(growing(), members, json!(600));
    expect(&met, "latestStart", "goalMet", none());
    expect(&met, "onePoint", "pointMet", none());

    let percent = "/target/points/1/percent";
    let all = with(growing(), percent, json!(99.5));
    expect(&all, "onePoint", "pointAboveLimit", json!({ "limit": 100 }));
    let mut yearly = growing();
    yearly["target"]["yearly"] = json!({ "kind": "points", "points": 20, "upTo": 60 });
    expect(&yearly, "onePoint", "pointAboveLimit", json!({ "limit": 60 }));

    // 500 eligible and 500 members: no room for the ten of the point.
    let full = with(growing(), "/segments/0/enrolment/eligible", json!(500));
    expect(&full, "onePoint", "pointNotReached", json!({ "people": 0, "needed": 10 }));
    // Room for four of the ten.
    let narrow = with(growing(), "/segments/0/enrolment/eligible", json!(504));
    expect(&narrow, "onePoint", "pointNotReached", json!({ "people": 4, "needed": 10 }));

    // Half of them leave again: starting later keeps members longer.
    let mut mixed = alone.clone();
    mixed["period"]["months"] = json!(24);
    mixed["segments"][0]["enrolment"]["counts"] =
        json!([{ "from": "2026-01", "people": 100 }, { "from": "2026-07", "people": 50 }]);
    expect(&mixed, "waiting", "waitingMixed", none());

    // The JP ceiling is known until February 2027; only the members of the additional point are billed after it.
    let mut jp = counted.clone();
    jp["segments"][0]["billed"] = Value::Null;
    jp["segments"].as_array_mut().unwrap().push(json!({ "id": "jp", "name": "JP", "class": "PU", "risk": "low", "programmes": ["JP"],
        "base": { "kind": "fixed", "rupiah": 20_000_000 }, "payers": [{ "fund": "dana", "percent": 100 }], "workerPayers": [{ "fund": "dana", "percent": 100 }],
        "enrolment": { "kind": "fixed", "counts": [{ "from": "2026-01", "people": 1 }, { "from": "2027-01", "people": 0 }] } }));
    let reach = way_back(&jp, &json!({ "segments": ["satu"] })).unwrap();
    let unpriced = &reach["onePoint"]["reason"];
    assert_eq!(
        (&unpriced["code"], &unpriced["params"]["month"]),
        (&json!("unpriced"), &json!("2027-03"))
    );

    // 1 % of 300 million people × a wage of a billion × 100 % × 12 months = 3.6 × 10^16, above 2^53.
    let mut huge = counted.clone();
    huge["period"]["months"] = json!(12);
    huge["workforce"]["eligible"][0]["people"] = json!(300_000_000);
    huge["segments"][0] = json!({ "id": "satu", "name": "Satu", "class": "PU", "risk": "low", "programmes": ["JHT"],
        "base": { "kind": "fixed", "rupiah": 1_000_000_000 }, "payers": [{ "fund": "dana", "percent": 100 }], "workerPayers": [{ "fund": "dana", "percent": 100 }],
        "enrolment": { "kind": "fixed", "counts": [{ "from": "2026-01", "people": 1 }], "eligible": 5 } });
    huge["overrides"] =
        json!([{ "parameter": "jht.pu.employer", "from": "2026-01", "value": 100, "note": "uji" }]);
    expect(&huge, "onePoint", "beyondLimit", json!({ "limit": (1_u64 << 53) - 1 }));

    seen.insert("unpriced".to_owned());
    let known: BTreeSet<String> = REASONS.iter().map(|code| (*code).to_owned()).collect();
    assert_eq!(seen, known);
}
