//! Members who join too late for the full JKM (Permenaker 1/2025), and members who lapse (Permenaker 5/2021).
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use common::{one_segment, project_json};
use serde_json::{Value, json};

fn told(plan: &Value, code: &str) -> Vec<Value> {
    let notices = project_json(plan)["notices"].as_array().unwrap().clone();
    let told = notices.into_iter().filter(|notice| notice["code"] == code);
    told.map(|notice| notice["params"].clone()).collect()
}

/// BPU with JKK and JKM, 16,800 a month, in 2025.
fn village(segment: Value) -> Value {
    let mut plan = one_segment(segment, "apbdRegency");
    plan["segments"][0]["class"] = json!("BPU");
    plan["period"] = json!({ "firstMonth": "2025-01", "months": 12 });
    plan
}

fn counts(list: &[(&str, u64)]) -> Value {
    let entry = |(from, people): &(&str, u64)| json!({ "from": from, "people": people });
    json!({ "kind": "fixed", "counts": list.iter().map(entry).collect::<Vec<_>>() })
}

/// 100 from January, 50 more in September (four months left: enough), 30 more in October (three: too few).
#[test]
fn who_joins_in_the_last_three_months_is_told_with_people_and_rupiah() {
    let grows = counts(&[("2025-01", 100), ("2025-09", 150), ("2025-10", 180)]);
    let told_of = |segment: Value| told(&village(segment), "waitingTime");
    let late = told_of(json!({ "enrolment": grows }));
    assert_eq!(late.len(), 1);
    assert_eq!((&late[0]["people"], &late[0]["waiting"]), (&json!(30), &json!(3)));
    assert_eq!(late[0]["rupiah"], 30 * 3 * 16_800);
    assert_eq!((&late[0]["to"], &late[0]["last"]), (&json!("2025-12"), &json!("2025-09")));
    // Billed from the next month on, those of September also have only three months left.
    let later = told_of(json!({ "enrolment": grows, "flows": { "billedFromNext": true } }));
    assert_eq!(later[0]["people"], 50 + 30);
    assert_eq!(later[0]["rupiah"], (50 * 3 + 30 * 2) * 16_800);
    assert_eq!(later[0]["last"], "2025-08");
    // Nobody joins late, or JKM is not in the plan: no remark.
    assert!(told_of(json!({ "enrolment": counts(&[("2025-01", 100)]) })).is_empty());
    assert!(told_of(json!({ "enrolment": grows, "programmes": ["JKK"] })).is_empty());
}

/// A path from 0 to 120 of 1,000 in December: ten join every month; 200 were members before.
#[test]
fn members_before_the_plan_are_not_new() {
    let path = json!({ "kind": "path", "members": 200, "eligible": 1_000, "path": { "shape": "linear",
        "points": [{ "month": "2025-01", "percent": 21 }, { "month": "2025-12", "percent": 32 }] } });
    let late = told(&village(json!({ "enrolment": path })), "waitingTime");
    // 21 %, 22 %, … 32 % of 1,000. October, November and December: 10 × 3 + 10 × 2 + 10 × 1 months.
    assert_eq!((&late[0]["people"], &late[0]["rupiah"]), (&json!(30), &json!(60 * 16_800)));
    // In a plan of three months, members from before the plan are not new either.
    let mut short = village(json!({ "enrolment": path }));
    short["period"] = json!({ "firstMonth": "2025-10", "months": 3 });
    let late = told(&short, "waitingTime");
    assert_eq!(late[0]["people"], 320 - 200);
}

/// Klaten 2025 (1,875 people for two months) and Jawa Barat 2025 (555,142 in November and December).
#[test]
fn a_short_cover_is_told_for_all_of_it() {
    let klaten = village(
        json!({ "enrolment": counts(&[("2025-01", 1_875)]), "billed": [{ "from": "2025-11", "to": "2025-12" }] }),
    );
    let late = told(&klaten, "waitingTime");
    assert_eq!((&late[0]["people"], &late[0]["rupiah"]), (&json!(1_875), &json!(63_000_000)));
    assert_eq!(late[0]["last"], "2025-09", "four months: September to December");
}

/// January to March and October to December: six unpaid months between, so both are new memberships of three months.
#[test]
fn a_pause_that_membership_does_not_outlast_begins_a_new_one() {
    let spans = |first: &str, second: &str| {
        let spans =
            json!([{ "from": "2025-03", "to": first }, { "from": second, "to": "2025-12" }]);
        village(json!({ "enrolment": counts(&[("2025-01", 40)]), "billed": spans }))
    };
    let two = spans("2025-05", "2025-10");
    let late = told(&two, "waitingTime");
    assert_eq!(
        late.iter().map(|one| one["to"].as_str()).collect::<Vec<_>>(),
        [Some("2025-05"), Some("2025-12")]
    );
    assert_eq!(told(&two, "lapses").len(), 1, "the second ends with the plan");
    assert_eq!(told(&two, "lapses")[0]["lapses"], "2025-09", "June, July and August are unpaid");
    // Three unpaid months, July to September: membership continues for seven months.
    let one = spans("2025-06", "2025-10");
    assert!(told(&one, "waitingTime").is_empty() && told(&one, "lapses").is_empty());
    // Four unpaid months, August to November: it has lapsed, and December is a new membership.
    let lapsed = spans("2025-07", "2025-12");
    assert_eq!(told(&lapsed, "waitingTime")[0]["people"], 40);
}

#[test]
fn a_segment_that_stops_in_october_lapses_in_february() {
    let stops = json!({ "enrolment": counts(&[("2025-01", 600)]), "billed": [{ "from": "2025-01", "to": "2025-10" }] });
    let mut plan = village(stops);
    let lapse = told(&plan, "lapses");
    assert_eq!((&lapse[0]["month"], &lapse[0]["people"]), (&json!("2025-10"), &json!(600)));
    assert_eq!((&lapse[0]["months"], &lapse[0]["lapses"]), (&json!(3), &json!("2026-02")));
    assert_eq!(lapse[0]["counted"], "notCounted");
    plan["workforce"] = json!({ "denominator": "own", "eligible": [{ "from": "2025-01", "people": 1_000 }], "afterLastBill": "untilLapsed" });
    assert_eq!(told(&plan, "lapses")[0]["counted"], "untilLapsed");
    assert_eq!(project_json(&plan)["years"][0]["coverage"]["members"], 600);
    // A count that falls to 0 has the same effect; where the plan ends with the cover, nothing lapses in it.
    let ends = village(json!({ "enrolment": counts(&[("2025-01", 600), ("2025-11", 0)]) }));
    assert_eq!(told(&ends, "lapses")[0]["lapses"], "2026-02");
    assert!(
        told(&village(json!({ "enrolment": counts(&[("2025-01", 600)]) })), "lapses").is_empty()
    );
    // The rule applies to BPU only.
    let mut staff = plan.clone();
    staff["segments"][0]["class"] = json!("PU");
    staff["segments"][0]["risk"] = json!("veryLow");
    staff["segments"][0]["base"] = json!({ "kind": "fixed", "rupiah": 2_000_000 });
    assert!(told(&staff, "lapses").is_empty() && told(&staff, "waitingTime").is_empty());
}
