#![allow(clippy::arithmetic_side_effects)]

use super::*;
use crate::plan::project;
use crate::scenario::Scenario;
use crate::scenario::shape::{Field, SCENARIO, Shape};
use crate::scenario::{Input, read};
use serde_json::{Map, Value};

fn scenario(json: &str) -> Scenario {
    let input: Input = serde_json::from_str(json).unwrap();
    read(&input).unwrap()
}

/// FNV-1a by its published definition, in whole numbers: <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn fnv_1a(text: &str) -> u128 {
    let mut hash = 14_695_981_039_346_656_037_u128;
    for byte in text.bytes() {
        hash = ((hash ^ u128::from(byte)) * 1_099_511_628_211) % (1 << 64);
    }
    hash
}

/// Whether fields are in the order of their shape, `kind` first.
fn in_order(value: &Value, shape: &Shape) {
    let of_fields = |entries: &Map<String, Value>, fields: &[Field]| {
        let place = |key: &String| fields.iter().position(|field| field.key == key);
        let places: Vec<_> = entries.keys().map(place).collect();
        assert!(places.is_sorted(), "{entries:?}");
        for field in fields {
            entries.get(field.key).into_iter().for_each(|value| in_order(value, &field.shape));
        }
    };
    match (shape, value) {
        (Shape::Object(_, fields), Value::Object(entries)) => of_fields(entries, fields),
        (Shape::Kinds(_, kinds, fields), Value::Object(entries)) => {
            let kind = kinds.iter().position(|kind| entries["kind"] == *kind).unwrap();
            of_fields(entries, fields[kind]);
        }
        (Shape::List(.., of), Value::Array(list)) => {
            list.iter().for_each(|value| in_order(value, of));
        }
        (Shape::Evidence, Value::Object(sources)) => assert!(sources.keys().is_sorted()),
        _ => {}
    }
}

/// An input, and its canonical text written by hand.
fn pinned(json: &str, text: &str) {
    let scenario = scenario(json);
    assert_eq!(canonical(&scenario), text);
    in_order(&serde_json::from_str(text).unwrap(), &SCENARIO);
    assert_eq!(project(&scenario).unwrap().input, format!("{:016x}", fnv_1a(text)));
}

#[test]
fn the_hash_of_these_tests_is_fnv_1a() {
    // 64-bit test vectors of its authors.
    assert_eq!(fnv_1a(""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(fnv_1a("a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(fnv_1a("foobar"), 0x8594_4171_f739_67e8);
}

/// Check codes are printed on paper, so these texts must never change. If a new optional field changes one, it is
/// written although it is absent: give it `skip_serializing_if`.
#[test]
fn the_smallest_scenario_is_pinned() {
    pinned(
        r#"{ "funds": [{ "kind": "apbdRegency", "name": "APBD", "id": "apbd" }],
            "segments": [{ "id": "rentan", "name": " Pekerja rentan ", "class": "BPU", "programmes": ["JKM", "JKK"],
                "enrolment": { "counts": [{ "people": 2829.0, "from": "2025-01" }], "kind": "fixed" },
                "payers": [{ "percent": 1e2, "fund": "apbd" }] }],
            "period": { "months": 12, "firstMonth": "2025-01" },
            "region": { "level": "regency", "name": "Kabupaten Manggarai Barat" }, "schema": 1 }"#,
        concat!(
            r#"{"schema":1,"region":{"name":"Kabupaten Manggarai Barat","level":"regency"},"#,
            r#""period":{"firstMonth":"2025-01","months":12},"rounding":"nearest","#,
            r#""segments":[{"id":"rentan","name":"Pekerja rentan","class":"BPU","programmes":["JKK","JKM"],"#,
            r#""enrolment":{"kind":"fixed","counts":[{"from":"2025-01","people":2829}]},"#,
            r#""payers":[{"fund":"apbd","percent":100}]}],"#,
            r#""funds":[{"id":"apbd","name":"APBD","kind":"apbdRegency"}]}"#,
        ),
    );
}

/// Every object with only its required fields.
#[test]
fn every_object_at_its_smallest_is_pinned() {
    let text = concat!(
        r#"{"schema":1,"region":{"name":"Desa Contoh","level":"village"},"#,
        r#""period":{"firstMonth":"2026-01","months":2},"rounding":"nearest","#,
        r#""workforce":{"denominator":"own","eligible":[{"from":"2026-01","people":900}],"#,
        r#""rivals":[{"name":"BPS","denominator":"employed","eligible":[{"from":"2026-01","people":800}]}]},"#,
        r#""segments":["#,
        r#"{"id":"a","name":"A","class":"PU","risk":"veryLow","programmes":["JHT"],"base":{"kind":"fixed","rupiah":2500000},"#,
        r#""enrolment":{"kind":"target","members":0,"eligible":10},"#,
        r#""flows":{"leave":[{"cause":"death","percentAYear":1}]},"billed":[{"from":"2026-01","to":"2026-02"}],"#,
        r#""payers":[{"fund":"x","percent":100}],"workerPayers":[{"fund":"x","percent":100}],"#,
        r#""evidence":{"base":{"quality":"guess","source":"s"}}},"#,
        r#"{"id":"b","name":"B","class":"construction","programmes":["JKK"],"#,
        r#""base":{"kind":"series","values":[{"from":"2026-01","rupiah":3000000}]},"#,
        r#""enrolment":{"kind":"path","members":1,"eligible":9,"#,
        r#""path":{"points":[{"month":"2026-01","percent":50}],"shape":"step"}},"payers":[{"fund":"x","percent":100}]},"#,
        r#"{"id":"c","name":"C","class":"BPU","programmes":["JKK"],"#,
        r#""base":{"kind":"minimumWage","parameter":"minimumWage.ump.sulawesiSelatan","percent":50},"#,
        r#""enrolment":{"kind":"fixed","counts":[{"from":"2026-01","people":0}]},"payers":[{"fund":"x","percent":100}]}],"#,
        r#""target":{"points":[{"month":"2026-01","percent":1}],"shape":"linear","#,
        r#""yearly":{"kind":"points","points":1,"upTo":100},"spread":"proportional"},"#,
        r#""otherTargets":[{"name":"T","points":[{"month":"2026-01","percent":2}],"shape":"sCurve"}],"#,
        r#""funds":[{"id":"x","name":"X","kind":"add","ceilings":[{"year":2026,"rupiah":0}],"#,
        r#""accounts":[{"code":"5.1","description":"U"}]}],"#,
        r#""reliefs":[{"relief":"relief.pp50of2025.other","payer":"add","applies":false}],"#,
        r#""permissions":[{"rule":"fund.apbd.mandate","group":"bpd","allowed":false}],"#,
        r#""overrides":[{"parameter":"jkm.bpu","from":"2026-01","value":6800,"note":"n"},"#,
        r#"{"parameter":"bpu.brackets","from":"2026-01","rows":[{"fromRupiah":0,"value":1000000}],"note":"n"}],"#,
        r#""assumptions":[{"kind":"growth","parameter":"jp.ceiling","percent":5,"note":"n"}],"#,
        r#""lawDate":"2026-01-31","stage":{"name":"APBD","month":"2026-01"},"#,
        r#""totals":[{"name":"APBDes","year":2026,"rupiah":1}],"#,
        r#""published":[{"name":"Perbup","rupiah":2,"unitRupiah":1}]}"#,
    );
    pinned(text, text);
}

/// Every optional field, escapes, decimals, and sources out of order.
#[test]
fn a_full_scenario_is_pinned() {
    pinned(
        r#"{ "schema": 1, "name": "\"Ruang\"\t\u0001\\ é/😀", "note": "baris\r\nbaris",
            "region": { "name": "Kota Makassar", "level": "city", "code": "73.71", "population": 1400000 },
            "period": { "firstMonth": "2026-01", "months": 3 }, "rounding": "down",
            "workforce": { "evidence": { "otherMembers": { "quality": "survey", "source": "a" },
                    "eligible": { "note": "n", "date": "2026", "source": "b", "quality": "press" } },
                "denominator": "eligible", "eligible": [{ "from": "2025-12", "people": 1000 }], "growthPercent": 1.5,
                "afterLastBill": "untilLapsed",
                "otherMembers": [{ "from": "2026-01", "people": 0 }], "rivals": [] },
            "segments": [{ "id": "pu", "name": "PU", "class": "PU", "group": "nonAsn", "risk": "veryLow",
                "programmes": ["JP", "JKK"], "base": { "kind": "fixed", "rupiah": 3880136.865 },
                "enrolment": { "kind": "target", "members": 1, "eligible": 50, "priority": 2, "quotaPercent": 100,
                    "mostPerMonth": 5 },
                "flows": { "leave": [], "verificationLossPercent": 0.0001, "billedFromNext": true }, "billed": null,
                "payers": [{ "fund": "apbd", "percent": 66.6667 }, { "fund": "csr", "percent": 33.3333 }],
                "workerPayers": [{ "fund": "csr", "percent": 100 }], "agreementUntil": "2026-03", "agency": "Disnaker",
                "decree": "12/2026", "subActivity": "Jaminan Sosial", "activity": "Hubungan",
                "budgetProgramme": "2.07.05", "evidence": {} }],
            "target": { "points": [{ "month": "2026-02", "percent": 66.2 }], "shape": "linear", "spread": "quota",
                "yearly": { "kind": "factor", "percent": 120, "upTo": 90.5 }, "evidence": null },
            "funds": [{ "id": "apbd", "name": "APBD", "kind": "apbdRegency", "next": "csr", "evidence": null,
                    "ceilings": [{ "year": 2026, "rupiah": 9007199254740991, "beforeRupiah": 1, "allocationRupiah": 2 }],
                    "accounts": [{ "programme": "JKK", "code": "5.1.02", "description": "Iuran" }] },
                { "id": "csr", "name": "CSR", "kind": "csr", "ceilings": [], "accounts": [] },
                { "willNotPay": true, "id": "baznas", "name": "Baznas", "kind": "baznas" }],
            "reliefs": [], "permissions": null,
            "overrides": [{ "parameter": "jkk.construction.layers", "from": "2026-01", "to": "2026-02",
                "rows": [{ "fromRupiah": 0, "value": 0.21 }], "note": "uji" }],
            "assumptions": [{ "kind": "wageFormula", "parameter": "minimumWage.ump.sulawesiSelatan",
                "inflationPercent": 3.03, "alpha": 0.8, "growthPercent": 5, "note": "uji" }],
            "lawDate": null, "stage": null, "totals": [],
            "published": [{ "segment": "pu", "year": 2026, "unitRupiah": 1000, "rupiah": 5000, "name": "Perda",
                "evidence": { "rupiah": { "quality": "press", "source": "koran" } } }],
            "evidence": { "period": { "changed": true, "quality": "official", "source": "Perda" },
                "name": { "quality": "guess", "source": "d", "changed": false } } }"#,
        concat!(
            r#"{"schema":1,"name":"\"Ruang\"\t\u0001\\ é/😀","note":"baris\r\nbaris","#,
            r#""region":{"name":"Kota Makassar","level":"city","code":"73.71","population":1400000},"#,
            r#""period":{"firstMonth":"2026-01","months":3},"rounding":"down","#,
            r#""workforce":{"denominator":"eligible","eligible":[{"from":"2025-12","people":1000}],"growthPercent":1.5,"#,
            r#""otherMembers":[{"from":"2026-01","people":0}],"afterLastBill":"untilLapsed","evidence":{"#,
            r#""eligible":{"quality":"press","source":"b","date":"2026","note":"n"},"#,
            r#""otherMembers":{"quality":"survey","source":"a"}}},"#,
            r#""segments":[{"id":"pu","name":"PU","class":"PU","group":"nonAsn","risk":"veryLow","#,
            r#""programmes":["JKK","JP"],"base":{"kind":"fixed","rupiah":3880136.865},"#,
            r#""enrolment":{"kind":"target","members":1,"eligible":50,"priority":2,"quotaPercent":100,"mostPerMonth":5},"#,
            r#""flows":{"verificationLossPercent":0.0001,"billedFromNext":true},"#,
            r#""payers":[{"fund":"apbd","percent":66.6667},{"fund":"csr","percent":33.3333}],"#,
            r#""workerPayers":[{"fund":"csr","percent":100}],"agreementUntil":"2026-03","agency":"Disnaker","decree":"12/2026","#,
            r#""budgetProgramme":"2.07.05","activity":"Hubungan","subActivity":"Jaminan Sosial"}],"#,
            r#""target":{"points":[{"month":"2026-02","percent":66.2}],"shape":"linear","#,
            r#""yearly":{"kind":"factor","percent":120,"upTo":90.5},"spread":"quota"},"#,
            r#""funds":[{"id":"apbd","name":"APBD","kind":"apbdRegency","#,
            r#""ceilings":[{"year":2026,"rupiah":9007199254740991,"beforeRupiah":1,"allocationRupiah":2}],"next":"csr","#,
            r#""accounts":[{"programme":"JKK","code":"5.1.02","description":"Iuran"}]},"#,
            r#"{"id":"csr","name":"CSR","kind":"csr"},{"id":"baznas","name":"Baznas","kind":"baznas","willNotPay":true}],"#,
            r#""overrides":[{"parameter":"jkk.construction.layers","from":"2026-01","to":"2026-02","#,
            r#""rows":[{"fromRupiah":0,"value":0.21}],"note":"uji"}],"#,
            r#""assumptions":[{"kind":"wageFormula","parameter":"minimumWage.ump.sulawesiSelatan","#,
            r#""inflationPercent":3.03,"alpha":0.8,"growthPercent":5,"note":"uji"}],"#,
            r#""published":[{"name":"Perda","rupiah":5000,"unitRupiah":1000,"year":2026,"segment":"pu","#,
            r#""evidence":{"rupiah":{"quality":"press","source":"koran"}}}],"#,
            r#""evidence":{"name":{"quality":"guess","source":"d"},"#,
            r#""period":{"quality":"official","source":"Perda","changed":true}}}"#,
        ),
    );
}

/// The canonical text, read again, gives the same scenario.
#[test]
fn every_case_is_read_back_from_its_text() {
    for name in ["makassar", "sulawesi-selatan", "sidrap", "majene", "maros"] {
        let path = format!("{}/cases/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let before = scenario(&std::fs::read_to_string(path).unwrap());
        let text = canonical(&before);
        let after = scenario(&text);
        assert_eq!(canonical(&after), text, "{name}");
        let total = |scenario: &Scenario| project(scenario).unwrap().total.rupiah;
        assert_eq!(total(&after), total(&before), "{name}");
    }
}
