//! Random plans: up to five segments of every class, up to two years, with and without planning features. Also
//! compiled into the unit tests of the crate.
#![allow(dead_code)] // each test file uses only some of it

use proptest::prelude::*;
use serde_json::{Value, json};

/// A segment of any class with up to three funds.
fn segment(id: usize) -> impl Strategy<Value = Value> {
    let class = prop_oneof![Just("PU"), Just("BPU"), Just("construction"), Just("contract")];
    let heads = prop_oneof![Just(0_u32), 1..200_000_u32];
    let grows = any::<bool>();
    let wage = 100_000_000_u64..20_000_000_000;
    (class, heads, grows, wage, 1..999_999_u32, 0..1_000_000_u32, any::<bool>()).prop_map(
        move |(class, heads, grows, wage, first, second, long)| {
            let second = second % (1_000_000 - first);
            let share = |millionths: u32| f64::from(millionths) / 10_000.0;
            #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
            let wage = wage as f64 / 1_000.0;
            let mut segment = json!({
                "id": format!("s{id}"),
                "name": format!("Kelompok {id}"),
                "class": if class == "contract" { "construction" } else { class },
                "programmes": ["JKK", "JKM"],
                "base": { "kind": "fixed", "rupiah": wage },
                "enrolment": { "kind": "fixed", "counts": [{ "from": "2025-03", "people": heads }, { "from": "2025-09", "people": heads / 2 }] },
                "payers": [
                    { "fund": "apbd", "percent": share(first) },
                    { "fund": "csr", "percent": share(second) },
                    { "fund": "add", "percent": share(1_000_000 - first - second) },
                ],
            });
            if grows {
                segment["enrolment"] = json!({ "kind": "target", "members": heads / 3, "eligible": heads });
            }
            if class == "PU" {
                segment["risk"] = json!("medium");
                segment["programmes"] = if long { json!(["JKK", "JKM", "JHT", "JP"]) } else { json!(["JKK"]) };
                if long {
                    segment["workerPayers"] = json!([{ "fund": "pekerja", "percent": 100 }]);
                }
            }
            if class == "contract" {
                segment["base"] = json!({ "kind": "contract", "rupiah": wage.trunc() });
            }
            segment
        },
    )
}

/// A plan with order of use, target, leavers, losses at verification, later bills and own paths.
pub fn rich_plan() -> impl Strategy<Value = Value> {
    let spread = prop_oneof![Just("proportional"), Just("priority"), Just("cheapest")];
    let shape = prop_oneof![Just("linear"), Just("step"), Just("sCurve")];
    let flows = (0..3_u32, 0..30_u32, 0..40_u32, any::<bool>());
    (plan(), spread, shape, flows, any::<bool>(), 0..200_u64, any::<bool>()).prop_map(
        |(mut plan, spread, shape, (which, leave, loss, next_month), chain, room, yearly)| {
            plan["target"]["spread"] = json!(spread);
            plan["target"]["shape"] = json!(shape);
            if yearly {
                plan["target"]["yearly"] = json!({ "kind": "points", "points": 7.5, "upTo": 90 });
            }
            plan["workforce"]["growthPercent"] = json!(1.5);
            for (index, segment) in plan["segments"].as_array_mut().unwrap().iter_mut().enumerate() {
                let target = segment["enrolment"]["kind"] == "target";
                if target {
                    segment["enrolment"]["priority"] = json!(index % 2 + 1);
                    segment["enrolment"]["mostPerMonth"] = json!(room * 10);
                }
                if index % 3 == which as usize % 3 {
                    segment["flows"] = json!({
                        "leave": [{ "cause": "death", "percentAYear": leave }, { "cause": "lapse", "percentAYear": loss }],
                        "verificationLossPercent": loss, "billedFromNext": next_month,
                    });
                } else if index % 3 == 2 && target {
                    let path = json!({ "points": [{ "month": "2025-05", "percent": 10 }, { "month": "2026-02", "percent": 60 }], "shape": shape });
                    let of = &segment["enrolment"];
                    segment["enrolment"] = json!({ "kind": "path", "members": of["members"], "eligible": of["eligible"], "path": path });
                }
            }
            if chain {
                plan["funds"][0]["next"] = json!("csr");
                plan["funds"][1]["next"] = json!("add");
                plan["funds"][1]["ceilings"] = json!([{ "year": 2025, "rupiah": room * 1_000_000 }, { "year": 2026, "rupiah": 5 }]);
            }
            plan
        },
    )
}

/// A plan of up to five segments and 24 months with a target.
pub fn plan() -> impl Strategy<Value = Value> {
    let segments = (1..=5_usize).prop_flat_map(|count| (0..count).map(segment).collect::<Vec<_>>());
    (segments, 1..=24_u32, any::<bool>(), 0..1_000_000_u32, any::<bool>()).prop_map(|(segments, months, down, goal, linear)| {
        json!({
            "schema": 1,
            "region": { "name": "Contoh", "level": "regency" },
            "period": { "firstMonth": "2025-02", "months": months },
            "rounding": if down { "down" } else { "nearest" },
            "workforce": { "denominator": "own", "eligible": [{ "from": "2025-01", "people": 500_000 }], "otherMembers": [{ "from": "2025-05", "people": 90_000 }] },
            "target": { "shape": if linear { "linear" } else { "step" }, "points": [{ "month": "2025-04", "percent": 1 }, { "month": "2026-10", "percent": f64::from(goal) / 10_000.0 }] },
            "segments": segments,
            "funds": [
                { "id": "apbd", "name": "APBD", "kind": "apbdRegency", "accounts": [{ "programme": "JKK", "code": "1", "description": "JKK" }], "ceilings": [{ "year": 2025, "rupiah": 1_000_000_000 }] },
                { "id": "csr", "name": "CSR", "kind": "csr" },
                { "id": "add", "name": "ADD", "kind": "add", "accounts": [{ "code": "2", "description": "lain" }] },
                { "id": "pekerja", "name": "Pekerja", "kind": "self" },
            ],
        })
    })
}
