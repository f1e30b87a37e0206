//! How far cost and coverage may differ. Ends are held against projections; draws against closed forms, whose arithmetic
//! stands beside them.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::ask::{Drawing, risk, unsure};
use cakupan::scenario::RiskRequest;
use common::{input, one_segment, project_json, read_json};
use serde_json::{Value, json};

fn asked(plan: &Value, request: &Value) -> Value {
    let plan = input(plan);
    let request = RiskRequest::read(&input(request), &plan).unwrap();
    serde_json::to_value(risk(&plan, &request).unwrap()).unwrap()
}

const PEOPLE: &str = "segments[0].enrolment.counts[0].people";

/// Vulnerable workers at 16,800 a month for a year: 201,600 each.
fn vulnerable(people: u64) -> Value {
    let counts = json!([{ "from": "2026-01", "people": people }]);
    let enrolment = json!({ "kind": "fixed", "counts": counts });
    one_segment(json!({ "class": "BPU", "enrolment": enrolment }), "apbdRegency")
}

fn spread(path: &str, low: u64, high: u64, shape: &str) -> Value {
    json!({ "inputs": [{ "path": path, "low": low, "high": high, "shape": shape }], "draws": 10_000, "seed": 7 })
}

/// People between 1,000 and 2,000, all alike: mean 1,500, P10 1,100, P90 1,900. With 10,000 draws the mean has a standard
/// error of 1,000 ÷ √12 ÷ 100 = 2.9 people, P10 and P90 of √(0.1 × 0.9 ÷ 10,000) × 1,000 = 3: four of them are allowed.
#[test]
fn even_heads_have_the_percentiles_of_their_closed_form() {
    let answer = asked(&vulnerable(1_200), &spread(PEOPLE, 1_000, 2_000, "uniform"));
    let rupiah = &answer["draws"]["rupiah"];
    for (name, people, error) in [
        ("mean", 1_500.0, 12.0),
        ("p10", 1_100.0, 12.0),
        ("p50", 1_500.0, 20.0),
        ("p90", 1_900.0, 12.0),
    ] {
        let found = rupiah[name].as_f64().unwrap() / 201_600.0;
        assert!((found - people).abs() <= error, "{name}: {found}");
    }
    let within = |name: &str| rupiah[name].as_u64().unwrap();
    assert!(within("least") >= 1_000 * 201_600 && within("most") <= 2_000 * 201_600);
    assert_eq!(answer["draws"]["number"], 10_000);
}

/// Most likely 1,200: mean (1,000 + 1,200 + 2,000) ÷ 3 = 1,400; P10 where (x − 1,000)² ÷ (1,000 × 200) = 0.1, that is
/// 1,141.4; P90 where (2,000 − x)² ÷ (1,000 × 800) = 0.1, that is 1,717.2.
#[test]
fn triangular_heads_have_the_percentiles_of_their_closed_form() {
    let answer = asked(&vulnerable(1_200), &spread(PEOPLE, 1_000, 2_000, "triangular"));
    let rupiah = &answer["draws"]["rupiah"];
    // Standard errors: mean √(1,000² + … ) ≈ 216 ÷ 100 = 2.2; P10 0.003 ÷ density (2 × 141.4 ÷ 200,000) = 2.1; P90 0.003 ÷
    // (2 × 282.8 ÷ 800,000) = 4.2.
    for (name, people, error) in
        [("mean", 1_400.0, 9.0), ("p10", 1_141.4, 9.0), ("p90", 1_717.2, 17.0)]
    {
        let found = rupiah[name].as_f64().unwrap() / 201_600.0;
        assert!((found - people).abs() <= error, "{name}: {found}");
    }
}

/// A range without width is the plan: every figure is that of the projection.
#[test]
fn a_range_without_width_is_the_projection() {
    for case in ["cases/makassar.json", "cases/maros.json"] {
        let plan = read_json(case);
        let people = plan["segments"][0]["enrolment"].clone();
        let (path, value) = match people["kind"].as_str().unwrap() {
            "fixed" => (PEOPLE.to_owned(), people["counts"][0]["people"].clone()),
            _ => ("segments[0].enrolment.members".to_owned(), people["members"].clone()),
        };
        let request =
            json!({ "inputs": [{ "path": path, "low": value, "high": value }], "draws": 20 });
        let answer = asked(&plan, &request);
        let projection = project_json(&plan);
        let total = &projection["total"]["rupiah"];
        let draws = &answer["draws"]["rupiah"];
        for name in ["least", "p10", "p50", "p90", "most", "mean"] {
            assert_eq!(draws[name], *total, "{case} {name}");
        }
        assert_eq!(answer["plan"]["rupiah"], *total);
        assert_eq!(answer["grounds"], projection["grounds"]);
        if let Some(members) = projection["monthly"]["coverage"]["members"].as_array() {
            assert_eq!(answer["plan"]["members"], *members.last().unwrap());
        }
        assert_eq!(answer["tornado"][0]["swingRupiah"], 0);
    }
}

/// Puts a value at a path.
fn with(plan: &Value, path: &str, value: &Value) -> Value {
    let mut plan = plan.clone();
    let pointer = format!("/{}", path.replace('[', "/").replace(']', "").replace('.', "/"));
    *plan.pointer_mut(&pointer).unwrap() = value.clone();
    plan
}

/// A plan in which every kind of number that has a knob stands, and one that has none.
fn rich() -> (Value, Value) {
    let mut plan = vulnerable(1_200);
    plan["period"] = json!({ "firstMonth": "2026-01", "months": 36 });
    plan["segments"][0]["flows"] = json!({
        "leave": [{ "cause": "age", "percentAYear": 2 }], "verificationLossPercent": 10,
    });
    plan["segments"][0]["enrolment"]["eligible"] = json!(5_000);
    let mut wage = plan["segments"][0].clone();
    wage["id"] = json!("upah");
    wage["class"] = json!("PU");
    wage["risk"] = json!("veryLow");
    wage["base"] = json!({ "kind": "fixed", "rupiah": 2_000_000 });
    let mut path = plan["segments"][0].clone();
    path["id"] = json!("jalur");
    path["enrolment"] = json!({
        "kind": "path", "members": 100, "eligible": 4_000, "mostPerMonth": 90,
        "path": { "shape": "linear", "points": [{ "month": "2026-01", "percent": 10 }, { "month": "2028-12", "percent": 60 }] },
    });
    let mut target = plan["segments"][0].clone();
    target["id"] = json!("ikut");
    target["enrolment"] =
        json!({ "kind": "target", "members": 500, "eligible": 9_000, "mostPerMonth": 400 });
    plan["segments"].as_array_mut().unwrap().extend([wage, path, target]);
    plan["workforce"] = json!({
        "denominator": "eligible", "growthPercent": 1.5,
        "eligible": [{ "from": "2026-01", "people": 40_000 }],
        "otherMembers": [{ "from": "2026-01", "people": 12_000 }],
    });
    plan["target"] = json!({ "shape": "linear", "points": [
        { "month": "2026-01", "percent": 36 }, { "month": "2028-12", "percent": 45 } ], "spread": "proportional" });
    plan["funds"][0]["ceilings"] =
        json!([{ "year": 2026, "rupiah": 900_000_000 }, { "year": 2028, "rupiah": 2_000_000_000 }]);
    let range = |path: &str, low: f64, high: f64| json!({ "path": path, "low": low, "high": high });
    let inputs = json!([
        range("segments[0].enrolment.counts[0].people", 900.0, 1_500.0),
        range("segments[0].flows.verificationLossPercent", 5.0, 12.5),
        range("segments[0].flows.leave[0].percentAYear", 1.0, 4.25),
        range("segments[1].base.rupiah", 1_500_000.0, 2_400_000.5),
        range("segments[2].enrolment.members", 50.0, 300.0),
        range("segments[2].enrolment.eligible", 3_000.0, 4_500.0),
        range("segments[2].enrolment.mostPerMonth", 40.0, 90.0),
        range("segments[3].enrolment.members", 500.0, 900.0),
        range("segments[3].enrolment.mostPerMonth", 100.0, 400.0),
        range("workforce.eligible[0].people", 38_000.0, 45_000.0),
        range("workforce.otherMembers[0].people", 11_000.0, 12_000.0),
        range("workforce.growthPercent", 0.5, 2.0),
        range("funds[0].ceilings[0].rupiah", 700_000_000.0, 1_000_000_000.0),
        range("target.points[1].percent", 44.0, 50.0),
    ]);
    (plan, inputs)
}

/// Each end of the tornado equals the projection with that number, and the widest stands first.
#[test]
fn ends_of_the_tornado_are_projections() {
    let (plan, inputs) = rich();
    let answer = asked(&plan, &json!({ "inputs": inputs, "draws": 0 }));
    assert_eq!(answer["draws"], Value::Null);
    let bars = answer["tornado"].as_array().unwrap();
    assert_eq!(bars.len(), inputs.as_array().unwrap().len());
    let mut before = u64::MAX;
    for bar in bars {
        for end in ["low", "high"] {
            let projection =
                project_json(&with(&plan, bar["path"].as_str().unwrap(), &bar[end]["value"]));
            let at = &bar[end];
            assert_eq!(at["rupiah"], projection["total"]["rupiah"], "{} {end}", bar["path"]);
            let coverage = &projection["monthly"]["coverage"];
            let last = |name: &str| coverage[name].as_array().unwrap().last().unwrap().clone();
            assert_eq!(at["members"], last("members"), "{} {end}", bar["path"]);
            assert_eq!(at["coveragePercent"], last("percent"));
            let short = projection["years"]
                .as_array()
                .unwrap()
                .iter()
                .any(|year| year["unpaidRupiah"] != 0);
            assert_eq!(at["withinCeilings"], !short);
        }
        let swing = bar["swingRupiah"].as_u64().unwrap();
        assert!(swing <= before);
        before = swing;
    }
    assert!(bars[0]["swingRupiah"].as_u64().unwrap() > 0);
}

/// Numbers that are set in place give what a plan that is read again gives: one number without a knob makes all be read.
#[test]
fn knobs_and_reading_again_draw_the_same() {
    let (plan, inputs) = rich();
    let mut turned = inputs.as_array().unwrap().clone();
    // The last has no knob. Without width it draws the value of the plan.
    let last = turned.pop().unwrap();
    let fixed = json!({ "path": last["path"], "low": 45, "high": 45 });
    let draw = |inputs: Vec<Value>| {
        asked(&plan, &json!({ "inputs": inputs, "draws": 40, "seed": 3 }))["draws"].clone()
    };
    let mut read_again = turned.clone();
    read_again.push(fixed.clone());
    // The place of an input decides its numbers, so the same place must be taken by a knob of no width.
    turned.push(json!({ "path": "funds[0].ceilings[1].rupiah", "low": 2_000_000_000_u64, "high": 2_000_000_000_u64 }));
    assert_eq!(draw(turned), draw(read_again));
}

/// Equal seeds, equal answers, however the draws are parted; another seed, others.
#[test]
fn equal_seeds_draw_equal_plans() {
    let (plan, inputs) = rich();
    let of = |seed: u64| json!({ "inputs": inputs, "draws": 30, "seed": seed });
    let whole = asked(&plan, &of(5));
    assert_eq!(whole, asked(&plan, &of(5)));
    assert_ne!(whole["draws"], asked(&plan, &of(6))["draws"]);
    let plan = input(&plan);
    let request = RiskRequest::read(&input(&of(5)), &plan).unwrap();
    let mut drawing = Drawing::of(&plan, request).unwrap();
    let mut left = Vec::new();
    loop {
        left.push(drawing.more(7).unwrap());
        if left.last() == Some(&0) {
            break;
        }
    }
    assert_eq!(left, [23, 16, 9, 2, 0]);
    assert_eq!(serde_json::to_value(drawing.answer().unwrap()).unwrap(), whole);
}

/// A ceiling for 1,500 of 1,000 to 2,000 people holds in half the draws; without a ceiling there is no chance of it.
#[test]
fn chances_are_counted() {
    let mut plan = vulnerable(1_200);
    let request = spread(PEOPLE, 1_000, 2_000, "uniform");
    assert_eq!(asked(&plan, &request)["draws"]["withinCeilings"], Value::Null);
    plan["funds"][0]["ceilings"] = json!([{ "year": 2026, "rupiah": 1_500 * 201_600 }]);
    plan["workforce"] = json!({ "denominator": "eligible", "eligible": [{ "from": "2026-01", "people": 10_000 }],
        "otherMembers": [{ "from": "2026-01", "people": 1_000 }] });
    plan["target"] = json!({ "shape": "linear", "points": [{ "month": "2026-12", "percent": 22.5 }], "spread": "proportional" });
    let draws = asked(&plan, &request)["draws"].clone();
    // 501 of 1,001 values hold, 50.05 %; standard error 0.5. The target wants 1,250 of 2,000: 751 of 1,001, 75.02 %, 0.43.
    let percent = |name: &str| draws[name]["percent"].as_f64().unwrap();
    assert!((percent("withinCeilings") - 50.05).abs() <= 2.0, "{draws}");
    assert!((percent("targetReached") - 75.02).abs() <= 1.8, "{draws}");
    // Of 10,000 draws each is a hundredth of a percent.
    let counted = draws["withinCeilings"]["draws"].as_f64().unwrap();
    assert!((percent("withinCeilings") * 100.0 - counted).abs() < 1e-6, "{draws}");
    // Coverage: (1,000 + people) of 10,000.
    let p90 = draws["coveragePercent"]["p90"].as_f64().unwrap();
    assert!((p90 - 29.0).abs() <= 0.12, "{p90}");
}

/// Two funds pay half of each bill: 100,800 a head. Ceilings for 1,250 and for 1,750 of 1,000 to 2,000 people: 251 of 1,001
/// values hold (25.07 %, standard error 0.43) and 751 (75.02 %); both together are as many as the lower one. The ceiling of
/// 2026 is the only one in the plan: one of another year is none of its ceilings.
#[test]
fn each_ceiling_has_its_own_chance() {
    let mut plan = vulnerable(1_200);
    plan["funds"] = json!([
        { "id": "apbd", "name": "APBD", "kind": "apbdRegency",
          "ceilings": [{ "year": 2025, "rupiah": 1 }, { "year": 2026, "rupiah": 1_250 * 100_800 }] },
        { "id": "csr", "name": "CSR", "kind": "csr" },
        { "id": "desa", "name": "Dana desa", "kind": "danaDesa", "ceilings": [{ "year": 2026, "rupiah": 1_750 * 100_800 }] },
    ]);
    plan["segments"][0]["payers"] =
        json!([{ "fund": "apbd", "percent": 50 }, { "fund": "desa", "percent": 50 }]);
    let draws = asked(&plan, &spread(PEOPLE, 1_000, 2_000, "uniform"))["draws"].clone();
    let each = draws["ceilings"].as_array().unwrap();
    let names: Vec<_> =
        each.iter().map(|one| (&one["fund"], &one["year"], &one["ceilingRupiah"])).collect();
    assert_eq!(
        names,
        [
            (&json!("apbd"), &json!(2026), &json!(126_000_000)),
            (&json!("desa"), &json!(2026), &json!(176_400_000)),
        ]
    );
    for (one, expected) in each.iter().zip([25.07, 75.02]) {
        let percent = one["percent"].as_f64().unwrap();
        assert!((percent - expected).abs() <= 1.8, "{one}");
    }
    assert_eq!(each[0]["draws"], draws["withinCeilings"]["draws"]);
    let without = asked(&vulnerable(1_200), &spread(PEOPLE, 1_000, 2_000, "uniform"));
    assert_eq!(without["draws"]["ceilings"], json!([]));
}

/// 1,200 workers whose inputs are official and 300 whose number of people is a guess: 300 ÷ 1,500 of the cost, 20 %. If the
/// official number is changed after its source was named, all of it rests on guesses.
#[test]
fn the_share_that_rests_on_guesses_is_that_of_segments_with_a_weak_input() {
    let mut plan = vulnerable(1_200);
    let source = |quality: &str| json!({ "quality": quality, "source": "SK" });
    let official = || source("official");
    let evidence =
        json!({ "programmes": official(), "payers": official(), "enrolment": official() });
    plan["segments"][0]["evidence"] = evidence.clone();
    let mut guessed = plan["segments"][0].clone();
    guessed["id"] = json!("dua");
    guessed["enrolment"]["counts"][0]["people"] = json!(300);
    guessed["evidence"]["enrolment"] = source("guess");
    plan["segments"].as_array_mut().unwrap().push(guessed);
    let request = json!({ "inputs": [{ "path": PEOPLE, "low": 900, "high": 1_500 }], "draws": 0 });
    assert_eq!(
        asked(&plan, &request)["guesses"],
        json!({ "rupiah": 300 * 201_600, "percent": 20 })
    );
    plan["segments"][0]["evidence"]["enrolment"]["changed"] = json!(true);
    assert_eq!(
        asked(&plan, &request)["guesses"],
        json!({ "rupiah": 1_500 * 201_600, "percent": 100 })
    );
    let mut nobody = vulnerable(0);
    nobody["segments"][0]["evidence"] = evidence;
    let request = json!({ "inputs": [{ "path": PEOPLE, "low": 0, "high": 1 }], "draws": 0 });
    assert_eq!(asked(&nobody, &request)["guesses"], json!({ "rupiah": 0, "percent": null }));
}

/// All numbers that have a knob are offered with their values, in the order of the plan, and each may be given a range. The
/// eligible workers of a group of counts change no figure.
#[test]
fn numbers_that_may_be_unsure_are_offered() {
    let (plan, inputs) = rich();
    let offered = serde_json::to_value(unsure(&input(&plan)).unwrap()).unwrap();
    let offered = offered.as_array().unwrap();
    let paths: Vec<&str> = offered.iter().map(|one| one["path"].as_str().unwrap()).collect();
    for one in inputs.as_array().unwrap() {
        let path = one["path"].as_str().unwrap();
        assert_eq!(paths.contains(&path), path != "target.points[1].percent", "{path}");
    }
    assert!(paths.contains(&"segments[3].enrolment.eligible"));
    assert!(!paths.contains(&"segments[0].enrolment.eligible"), "{paths:?}");
    for one in offered {
        let (path, value) = (&one["path"], &one["value"]);
        let pointer = path.as_str().unwrap().replace('[', "/").replace(']', "").replace('.', "/");
        assert_eq!(plan.pointer(&format!("/{pointer}")).unwrap().as_f64(), value.as_f64());
        let range = json!({ "path": path, "low": value, "high": value });
        let request = json!({ "inputs": [range], "draws": 1 });
        RiskRequest::read(&input(&request), &input(&plan)).unwrap();
    }
    assert!(unsure(&input(&json!({}))).is_err());
}

#[test]
fn a_faulty_request_is_refused_at_its_place() {
    let plan = input(&vulnerable(1_200));
    let problems = |request: Value| -> Vec<(String, String)> {
        let found = RiskRequest::read(&input(&request), &plan).unwrap_err();
        let pair = |one: cakupan::problem::Problem| {
            (serde_json::to_value(one.code).unwrap().as_str().unwrap().to_owned(), one.path)
        };
        found.into_iter().map(pair).collect()
    };
    let range = |path: &str, low: f64, high: f64| json!({ "path": path, "low": low, "high": high });
    let found = problems(json!({ "inputs": [
        range("segments[0].enrolment.counts[0].persons", 1.0, 2.0),
        range("segments[0].name", 1.0, 2.0),
        range(PEOPLE, 1_201.0, 1_300.0),
        range(PEOPLE, 1_000.0, 1_199.0),
        range(PEOPLE, 1_000.5, 1_300.0),
    ]}));
    let expected = [
        ("unknownKey", "inputs[0].path"),
        ("unknownKey", "inputs[1].path"),
        ("tooLarge", "inputs[2].low"),
        ("tooSmall", "inputs[3].high"),
        ("duplicate", "inputs[3].path"),
        ("notWhole", "inputs[4].low"),
    ];
    assert_eq!(found, expected.map(|(code, path)| (code.to_owned(), path.to_owned())));
    // A plan that cannot be at an end: shares of a bill no longer sum to 100 %.
    let request = json!({ "inputs": [range("segments[0].payers[0].percent", 90.0, 100.0)] });
    let request = RiskRequest::read(&input(&request), &plan).unwrap();
    let found = risk(&plan, &request).unwrap_err();
    assert_eq!(
        (found[0].code, found[0].path.as_str()),
        (cakupan::code::Code::SharesNotWhole, "inputs[0].low")
    );
}
