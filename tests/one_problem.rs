//! One fault gives one message: an unreadable part is reported once and nothing that depends on it; all missing parts
//! are reported at once.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::scenario::{Question, Request};
use common::{input, one_segment, places, problems, scenario};
use serde_json::{Value, json};

/// A valid scenario in which every list has an entry and every object is present.
fn rich() -> Value {
    json!({
        "schema": 1, "name": "Semua", "note": "uji",
        "region": { "name": "Kota Makassar", "level": "city", "code": "73.71", "population": 1_400_000 },
        "period": { "firstMonth": "2026-01", "months": 12 }, "rounding": "nearest",
        "workforce": {
            "denominator": "eligible", "eligible": [{ "from": "2026-01", "people": 1000 }], "growthPercent": 1.5,
            "otherMembers": [{ "from": "2026-01", "people": 100 }], "afterLastBill": "untilLapsed",
            "rivals": [{ "name": "BPS", "denominator": "employed", "eligible": [{ "from": "2026-01", "people": 1500 }] }],
            "evidence": { "eligible": { "quality": "survey", "source": "desa", "date": "2026-02-28", "note": "n" } },
        },
        "segments": [
            {
                "id": "pu", "name": "PU", "class": "PU", "group": "nonAsn", "risk": "veryLow",
                "programmes": ["JKK", "JKM", "JHT", "JP"],
                "base": { "kind": "series", "values": [{ "from": "2026-01", "rupiah": 3_921_088.79 }] },
                "enrolment": { "kind": "fixed", "counts": [{ "from": "2026-01", "people": 5 }], "eligible": 8 },
                "billed": [{ "from": "2026-01", "to": "2026-06" }, { "from": "2026-08", "to": "2026-09" }],
                "payers": [{ "fund": "apbd", "percent": 60 }, { "fund": "csr", "percent": 40 }],
                "workerPayers": [{ "fund": "diri", "percent": 100 }], "agreementUntil": "2026-03",
                "evidence": { "base": { "quality": "official", "source": "UMP" } },
            },
            {
                "id": "bpu", "name": "BPU", "class": "BPU", "sector": "transport", "programmes": ["JKK", "JKM"],
                "base": { "kind": "minimumWage", "parameter": "minimumWage.ump.sulawesiSelatan", "percent": 50 },
                "enrolment": { "kind": "target", "members": 0, "eligible": 400, "priority": 1, "quotaPercent": 100,
                    "mostPerMonth": 50 },
                "flows": { "leave": [{ "cause": "lapse", "percentAYear": 5 }], "verificationLossPercent": 12,
                    "billedFromNext": true },
                "payers": [{ "fund": "csr", "percent": 100 }],
            },
            {
                "id": "jakon", "name": "Jasa konstruksi", "class": "construction", "programmes": ["JKK", "JKM"],
                "base": { "kind": "contract", "rupiah": 200_000_000 },
                "enrolment": { "kind": "path", "members": 1, "eligible": 90, "mostPerMonth": 9,
                    "path": { "points": [{ "month": "2026-02", "percent": 20 }], "shape": "sCurve",
                        "yearly": { "kind": "factor", "percent": 120 } } },
                "payers": [{ "fund": "apbd", "percent": 100 }],
            },
        ],
        "target": { "points": [{ "month": "2026-06", "percent": 20 }], "shape": "linear", "spread": "quota",
            "yearly": { "kind": "points", "points": 10, "upTo": 90 },
            "evidence": { "points": { "quality": "press", "source": "koran" } } },
        "otherTargets": [{ "name": "RPJMN", "points": [{ "month": "2026-12", "percent": 34.99 }], "shape": "step" }],
        "funds": [
            { "id": "apbd", "name": "APBD", "kind": "apbdRegency", "next": "csr",
                "ceilings": [{ "year": 2026, "rupiah": 1_000_000, "beforeRupiah": 1, "allocationRupiah": 2 }],
                "accounts": [{ "programme": "JKK", "code": "5.1.02.02.02.0006", "description": "JKK" }] },
            { "id": "csr", "name": "CSR", "kind": "csr" },
            { "id": "diri", "name": "Pekerja", "kind": "self" },
            { "id": "baznas", "name": "Baznas", "kind": "baznas", "willNotPay": true },
        ],
        "reliefs": [{ "relief": "relief.pp50of2025.transport", "payer": "csr", "applies": true, "note": "n" }],
        "permissions": [{ "rule": "fund.apbd.mandate", "group": "nonAsn", "allowed": true, "note": "n" }],
        "overrides": [
            { "parameter": "jkm.bpu", "from": "2026-01", "to": "2026-02", "value": 6800, "note": "n" },
            { "parameter": "jkk.construction.layers", "from": "2026-01",
                "rows": [{ "fromRupiah": 0, "value": 0.21 }, { "fromRupiah": 100_000_000, "value": 0.17 }], "note": "n" },
        ],
        "assumptions": [
            { "kind": "growth", "parameter": "jp.ceiling", "percent": 5, "note": "n" },
            { "kind": "wageFormula", "parameter": "minimumWage.ump.sulawesiSelatan", "inflationPercent": 3,
                "alpha": 0.8, "growthPercent": 5.2, "note": "n" },
        ],
        "lawDate": "2026-11-22", "stage": { "name": "perubahan", "month": "2026-09" },
        "totals": [{ "name": "APBD", "year": 2026, "rupiah": 1_000_000_000 }],
        "published": [{ "name": "Perda", "rupiah": 5_000, "unitRupiah": 1_000, "year": 2026, "segment": "pu",
            "evidence": { "rupiah": { "quality": "press", "source": "koran" } } }],
        "evidence": { "period": { "quality": "official", "source": "Perda", "changed": true } },
    })
}

/// A JSON pointer as a path of the engine: `/segments/0/id` is `segments[0].id`.
fn path_of(pointer: &str) -> String {
    let mut path = String::new();
    for step in pointer.split('/').skip(1) {
        let is_place = step.bytes().all(|byte| byte.is_ascii_digit());
        let dot = if path.is_empty() { "" } else { "." };
        path += &if is_place { format!("[{step}]") } else { format!("{dot}{step}") };
    }
    path
}

fn is_within(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| {
        rest.is_empty() || place.is_empty() || rest.starts_with('.') || rest.starts_with('[')
    })
}

/// More entries than any list may have.
fn too_many() -> Value {
    Value::Array(vec![json!(null); 401])
}

#[test]
fn what_is_unread_is_the_only_thing_named() {
    assert_eq!(problems(&rich()), []);
    let mut all = Vec::new();
    places(&rich(), "", &mut all);
    assert!(all.len() > 200, "{}", all.len());
    let wrong =
        [json!(null), json!(true), json!(-1.5), json!("?!"), json!(""), json!([]), too_many()];
    let mut named = 0;
    for pointer in &all {
        for value in &wrong {
            let mut scenario = rich();
            *scenario.pointer_mut(pointer).unwrap() = value.clone();
            let found = problems(&scenario);
            let place = path_of(pointer);
            let at = found.iter().filter(|(_, path)| is_within(path, &place)).count();
            if at > 0 {
                assert_eq!(found.len(), 1, "{value} at {place}: {found:?}");
                named += 1;
            }
        }
    }
    assert!(named > 1_000, "{named}");
}

/// An empty object is reported for each of its required fields, and no other object is.
#[test]
fn an_empty_object_lacks_its_own_fields_only() {
    let mut all = Vec::new();
    places(&rich(), "", &mut all);
    for pointer in all.iter().filter(|pointer| rich().pointer(pointer).unwrap().is_object()) {
        let mut scenario = rich();
        *scenario.pointer_mut(pointer).unwrap() = json!({});
        let (found, place) = (problems(&scenario), path_of(pointer));
        for (code, path) in &found {
            // Other parts may miss what an emptied part gave them: a relief its fund, and similar.
            assert!(is_within(path, &place) && code == "missing", "{place}: {found:?}");
        }
    }
}

#[test]
fn two_hundred_unread_rows_are_one_problem() {
    let row = one_segment(json!({ "class": "BPU" }), "apbdRegency")["segments"][0].clone();
    let mut scenario = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    scenario["segments"] = Value::Array(vec![row; 201]);
    assert_eq!(problems(&scenario), [("tooMany".into(), "segments".into())]);
    scenario["segments"] = Value::Array(vec![json!(null); 201]);
    assert_eq!(problems(&scenario), [("tooMany".into(), "segments".into())]);
}

/// While funds are unreadable, none of two hundred payers is reported for an unknown fund.
#[test]
fn payers_are_not_blamed_for_funds_that_are_unread() {
    let mut scenario = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    let rows = (0..200).map(|index| {
        let mut row = scenario["segments"][0].clone();
        row["id"] = json!(format!("s{index}"));
        row
    });
    scenario["segments"] = rows.collect();
    let fund = scenario["funds"][0].clone();
    let many = Value::Array(vec![fund; 51]);
    for (funds, expected) in [
        (json!(null), ("missing", "funds")),
        (json!("dana"), ("notAList", "funds")),
        (json!([]), ("empty", "funds")),
        (many, ("tooMany", "funds")),
        (json!([null]), ("missing", "funds[0]")),
        (json!([{ "id": 1, "name": "Dana", "kind": "csr" }]), ("notText", "funds[0].id")),
    ] {
        scenario["funds"] = funds;
        assert_eq!(problems(&scenario), [(expected.0.into(), expected.1.into())]);
    }
    // A fund with another problem still counts as existing.
    scenario["funds"] = json!([{ "id": "dana", "name": "", "kind": "kas" }]);
    let found = problems(&scenario);
    let expected = [("missing", "funds[0].name"), ("unknownChoice", "funds[0].kind")];
    assert_eq!(found, expected.map(|(code, path)| (code.to_owned(), path.to_owned())));
}

/// Fields required by the shape and by class and programmes are reported together, for every segment.
#[test]
fn everything_missing_is_named_at_once() {
    let mut scenario = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    scenario["segments"] = json!([
        { "id": "", "class": "PU", "programmes": ["JKK", "JHT", "JP"] },
        { "id": "b", "name": "B", "class": "PU", "programmes": ["JP"], "payers": [{ "percent": 100 }],
            "enrolment": { "kind": "target" } },
        { "id": "c", "class": "construction", "programmes": ["JKK"], "payers": [], "enrolment": { "kind": "fixed" } },
    ]);
    scenario["overrides"] = json!([{ "parameter": "jkm.bpu" }]);
    let mut found: Vec<String> =
        problems(&scenario).into_iter().map(|(code, path)| format!("{code} {path}")).collect();
    found.sort();
    let mut expected = [
        "missing segments[0].id",
        "missing segments[0].name",
        "riskMissing segments[0].risk",
        "baseMissing segments[0].base",
        "missing segments[0].enrolment",
        "missing segments[0].payers",
        "workerPayersMissing segments[0].workerPayers",
        "riskMissing segments[1].risk",
        "baseMissing segments[1].base",
        "missing segments[1].enrolment.members",
        "missing segments[1].enrolment.eligible",
        "segmentWithoutTarget segments[1].enrolment.kind",
        "missing segments[1].payers[0].fund",
        "workerPayersMissing segments[1].workerPayers",
        "missing segments[2].name",
        "baseMissing segments[2].base",
        "missing segments[2].enrolment.counts",
        "empty segments[2].payers",
        "missing overrides[0].from",
        "missing overrides[0].note",
        "valueOrRows overrides[0]",
    ];
    expected.sort_unstable();
    assert_eq!(found, expected);
}

/// A circle of three funds is reported once, and a target and another target report the missing workforce once.
#[test]
fn one_fault_with_several_parts_is_named_once() {
    let mut scenario = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    let fund = |id: &str, next: &str| json!({ "id": id, "name": id, "kind": "csr", "next": next });
    scenario["funds"] =
        json!([fund("x", "a"), fund("dana", "b"), fund("a", "b"), fund("b", "dana")]);
    assert_eq!(problems(&scenario), [("circular".into(), "funds[1].next".into())]);
    let path = json!({ "points": [{ "month": "2026-12", "percent": 50 }], "shape": "linear", "name": "T" });
    let mut scenario = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    scenario["otherTargets"] = json!([path]);
    scenario["target"] = json!({ "points": path["points"], "shape": "step" });
    assert_eq!(problems(&scenario), [("targetWithoutWorkforce".into(), "workforce".into())]);
}

/// Paths are those of the input, also after an entry that could not be read.
#[test]
fn places_are_those_of_the_input() {
    let mut scenario = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    scenario["funds"][0]["kind"] = json!("kas");
    scenario["funds"][1]["next"] = json!("lain");
    assert_eq!(
        problems(&scenario),
        [("unknownChoice", "funds[0].kind"), ("unknownFund", "funds[1].next")]
            .map(|(code, path)| (code.to_owned(), path.to_owned()))
    );
    let mut scenario =
        one_segment(json!({ "class": "BPU", "programmes": ["?", "JKK", "JKK"] }), "apbdRegency");
    scenario["segments"][0]["programmes"][0] = json!(7);
    assert_eq!(
        problems(&scenario),
        [("notText", "segments[0].programmes[0]"), ("duplicate", "segments[0].programmes[2]")]
            .map(|(code, path)| (code.to_owned(), path.to_owned()))
    );
}

/// Texts are read without spaces around them (docs/method.md, section 8): words of choices, months and kinds too.
#[test]
fn spaces_around_a_text_change_nothing() {
    let plain = scenario(&rich());
    let mut all = Vec::new();
    places(&rich(), "", &mut all);
    let mut tried = 0;
    for pointer in &all {
        let mut spaced = rich();
        let value = spaced.pointer_mut(pointer).unwrap();
        if let Value::String(text) = value {
            *value = json!(format!("  {text}\t"));
            assert!(scenario(&spaced) == plain, "{pointer}");
            tried += 1;
        }
    }
    assert!(tried > 80, "{tried}");
}

/// An empty list is an absent one (docs/method.md, section 8).
#[test]
fn an_empty_list_is_an_absent_one() {
    let lists = [
        ("/otherTargets", ""),
        ("/reliefs", ""),
        ("/permissions", ""),
        ("/overrides", ""),
        ("/assumptions", ""),
        ("/totals", ""),
        ("/published", ""),
        ("/rivals", "/workforce"),
        ("/leave", "/segments/1/flows"),
        ("/ceilings", "/funds/0"),
        ("/accounts", "/funds/0"),
    ];
    for (list, holder) in lists {
        let (mut empty, mut absent) = (rich(), rich());
        *empty.pointer_mut(&format!("{holder}{list}")).unwrap() = json!([]);
        let holder = absent.pointer_mut(holder).unwrap().as_object_mut().unwrap();
        holder.remove(&list[1..]).unwrap();
        assert!(scenario(&empty) == scenario(&absent), "{list}");
    }
}

/// The fields of a kind are checked also where spaces stand around the kind.
#[test]
fn a_kind_with_spaces_has_its_fields_checked() {
    for (at, field) in [
        ("/segments/0/enrolment", "counts"),
        ("/segments/0/base", "values"),
        ("/segments/1/enrolment", "members"),
        ("/segments/1/base", "parameter"),
        ("/segments/2/enrolment/path/yearly", "percent"),
        ("/assumptions/0", "percent"),
    ] {
        let mut scenario = rich();
        let part = scenario.pointer_mut(at).unwrap();
        let kind = format!("{} ", part["kind"].as_str().unwrap());
        (part["kind"], part[field]) = (json!(kind), json!(true));
        let path = path_of(&format!("{at}/{field}"));
        let found = problems(&scenario);
        assert!(found.len() == 1 && found[0].1 == path, "{path}: {found:?}");
    }
}

/// What is asked about a scenario is read like it.
#[test]
fn a_question_with_spaces_asks_the_same() {
    let scenario = scenario(&rich());
    let question = |measure: &str, month: &str, programme: &str, segment: &str| {
        let asked = json!({ "measure": measure, "month": month, "programme": programme, "segment": segment });
        Question::read(&input(&asked), &scenario).unwrap()
    };
    assert_eq!(
        question(" personMonths", "2026-03 ", " JKK ", "pu "),
        question("personMonths", "2026-03", "JKK", "pu")
    );
    let request =
        |order: &str| Request::read(&input(&json!({ "order": order })), &scenario).unwrap();
    assert_eq!(request(" cheapest "), request("cheapest"));
}
