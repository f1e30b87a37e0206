//! What ends with the subsidy. Expected people by hand beside each assertion.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::ask::retention;
use cakupan::scenario::RetentionRequest;
use common::{input, one_segment, scenario};
use serde_json::{Value, json};

/// 1,000 vulnerable workers, paid to December 2026; 10,000 eligible workers, 2,000 others are members.
fn plan() -> Value {
    let counts = json!([{ "from": "2026-01", "people": 1_000 }]);
    let enrolment = json!({ "kind": "fixed", "counts": counts });
    let mut plan = one_segment(json!({ "class": "BPU", "enrolment": enrolment }), "apbdRegency");
    plan["workforce"] = json!({ "denominator": "eligible", "growthPercent": 2,
        "eligible": [{ "from": "2026-01", "people": 10_000 }],
        "otherMembers": [{ "from": "2026-01", "people": 2_000 }] });
    plan
}

fn asked(plan: &Value, request: &Value) -> Value {
    let scenario = scenario(plan);
    let request = RetentionRequest::read(&input(request), &scenario).unwrap();
    serde_json::to_value(retention(&scenario, &request).unwrap()).unwrap()
}

fn column(answer: &Value, name: &str) -> Vec<u64> {
    let months = answer["months"].as_array().unwrap();
    months.iter().map(|month| month[name].as_u64().unwrap()).collect()
}

/// 30 % stay. The other 700 are members for three unpaid months (Permenaker 5/2021) and lapse in April; 10 % of them
/// join again in the sixth month.
#[test]
fn who_does_not_pay_lapses_after_three_months() {
    let request =
        json!({ "months": 7, "stayPercent": 30, "rejoinPercent": 10, "rejoinAfterMonths": 6 });
    let answer = asked(&plan(), &request);
    assert_eq!(column(&answer, "paying"), [300, 300, 300, 300, 300, 370, 370]);
    assert_eq!(column(&answer, "notLapsed"), [700, 700, 700, 0, 0, 0, 0]);
    assert_eq!(column(&answer, "members"), [1_000, 1_000, 1_000, 300, 300, 370, 370]);
    assert_eq!(answer["months"][5]["rejoined"], 70);
    assert_eq!(answer["months"][3]["month"], "2027-04");
    // (300 + 2,000) of 10,200 workers, who grew 2 % in January: 22.5490 %.
    assert_eq!(answer["months"][3]["coveragePercent"], 22.549);
    assert_eq!(answer["months"][3]["scope"], "region");
    let stopped = &answer["segments"][0];
    assert_eq!((&stopped["lastBill"], &stopped["heads"]), (&json!("2026-12"), &json!(1_000)));
    assert_eq!((&stopped["staying"], &stopped["lapseMonths"]), (&json!(300), &json!(3)));
}

/// 1,000 who all stay; 12 % a year reach the age limit: 10 of 1,000 in the first month. Half of them are replaced in
/// the month after: 995, of whom 9.95 go: 9, and 0.95 are carried. Then 986 + 4 = 990: 9.9 + 0.95 = 10.85: 10 go.
#[test]
fn members_go_and_are_replaced_as_whole_people() {
    let exits = json!([{ "cause": "age", "percentAYear": 12, "replacedPercent": 50 }]);
    let request = json!({ "months": 3, "stayPercent": 100, "exits": exits });
    let answer = asked(&plan(), &request);
    let gone: Vec<u64> = answer["months"]
        .as_array()
        .unwrap()
        .iter()
        .map(|month| month["left"][0]["people"].as_u64().unwrap())
        .collect();
    assert_eq!(gone, [10, 9, 10]);
    assert_eq!(column(&answer, "replaced"), [0, 5, 4]);
    assert_eq!(column(&answer, "paying"), [990, 986, 980]);
    assert_eq!(answer["months"][0]["left"][0]["cause"], "age");
}

/// Nothing stands in the place of the share that stays.
#[test]
fn how_many_stay_must_be_said() {
    let plan = scenario(&plan());
    let problems = |request: Value| -> Vec<(String, String)> {
        let found = RetentionRequest::read(&input(&request), &plan).unwrap_err();
        let pair = |one: cakupan::problem::Problem| {
            (serde_json::to_value(one.code).unwrap().as_str().unwrap().to_owned(), one.path)
        };
        found.into_iter().map(pair).collect()
    };
    let pair = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(problems(json!({ "months": 12 })), [pair("missing", "stayPercent")]);
    let exit = json!({ "cause": "age", "percentAYear": 1 });
    let request = json!({ "months": 12, "stayPercent": 0, "segments": ["lain", "satu", "satu"], "exits": [exit, exit] });
    assert_eq!(
        problems(request),
        [
            pair("unknownSegment", "segments[0]"),
            pair("duplicate", "segments[2]"),
            pair("duplicate", "exits[1].cause"),
        ]
    );
}

/// Other segments stay as they were; wage earners do not lapse with the budget.
#[test]
fn only_named_bpu_segments_stop() {
    let mut two = plan();
    let mut other = two["segments"][0].clone();
    other["id"] = json!("dua");
    other["enrolment"]["counts"][0]["people"] = json!(500);
    let mut wage = other.clone();
    wage["id"] = json!("upah");
    wage["class"] = json!("PU");
    wage["risk"] = json!("low");
    wage["base"] = json!({ "kind": "fixed", "rupiah": 2_000_000 });
    two["segments"].as_array_mut().unwrap().extend([other, wage]);
    let request = json!({ "months": 4, "stayPercent": 0, "segments": ["satu"] });
    let answer = asked(&two, &request);
    // 500 + 500 of the others and 2,000 beside the plan.
    assert_eq!(column(&answer, "covered"), [4_000, 4_000, 4_000, 3_000]);
    let all = asked(&two, &json!({ "months": 4, "stayPercent": 0 }));
    assert_eq!(column(&all, "covered"), [4_000, 4_000, 4_000, 2_500]);
    let scenario = scenario(&two);
    let wage = json!({ "months": 1, "stayPercent": 0, "segments": ["upah"] });
    let found = RetentionRequest::read(&input(&wage), &scenario).unwrap_err();
    assert_eq!(found[0].code, cakupan::code::Code::OnlyForClass);
}

/// A plan whose last bill lies before its last month: the months in between count towards the lapse.
#[test]
fn unpaid_months_of_the_plan_count() {
    let mut early = plan();
    early["segments"][0]["billed"] = json!([{ "from": "2026-01", "to": "2026-10" }]);
    let answer = asked(&early, &json!({ "months": 3, "stayPercent": 0 }));
    // November and December are the first two unpaid months, January the third.
    assert_eq!(column(&answer, "notLapsed"), [1_000, 0, 0]);
}
