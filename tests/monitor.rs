//! What happened so far against a plan. Expected figures from published budgets and arithmetic beside the assertion.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::ask::monitor;
use cakupan::choices::Choice as _;
use cakupan::scenario::Realisation;
use common::{input, poor, project_json, scenario};
use serde_json::{Value, json};

/// The answer as JSON, or codes and paths of the problems.
fn ask(plan: &Value, realisation: &Value) -> Result<Value, Vec<(String, String)>> {
    let scenario = scenario(plan);
    let told = |problems: cakupan::problem::Problems| {
        let of =
            |problem: cakupan::problem::Problem| (problem.code.name().to_owned(), problem.path);
        problems.into_iter().map(of).collect::<Vec<_>>()
    };
    let realisation = Realisation::read(&input(realisation), &scenario).map_err(told)?;
    let monitored = monitor(&scenario, &realisation).map_err(told)?;
    Ok(serde_json::to_value(&monitored).unwrap())
}

fn answer(plan: &Value, realisation: &Value) -> Value {
    ask(plan, realisation).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn codes(answer: &Value) -> Vec<&str> {
    answer["notices"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

/// Vulnerable workers at Rp 16.800 (10,000 JKK + 6,800 JKM) in the given months of a year, paid by one fund.
fn vulnerable(first: &str, months: u32, people: u64) -> Value {
    let mut plan = poor(months, people, 0);
    plan["period"] = json!({ "firstMonth": first, "months": months });
    plan["segments"][0]["enrolment"]["counts"][0]["from"] = json!(first);
    plan["funds"][0].as_object_mut().unwrap().remove("ceilings");
    plan
}

fn id(plan: &Value) -> Value {
    plan["segments"][0]["id"].clone()
}

/// One row for each month, with these fields.
fn rows(plan: &Value, months: &[&str], fields: &Value) -> Value {
    let row = |month: &&str| {
        let mut row = fields.clone();
        row["month"] = json!(month);
        row["segment"] = id(plan);
        row
    };
    json!({ "rows": months.iter().map(row).collect::<Vec<_>>() })
}

const YEAR: [&str; 12] = [
    "2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08",
    "2025-09", "2025-10", "2025-11", "2025-12",
];

/// Boyolali 2025: Rp 1.008.000.000 for 20,000 people in three months; 17,970 passed verification.
/// 2,030 × 3 × 16,800 = 102,312,000 stay unspent (field case T2-22).
#[test]
fn boyolali_leaves_unspent_what_verification_took_off() {
    let plan = vulnerable("2025-10", 3, 20_000);
    let fields = json!({ "quota": 20_000, "verified": 17_970, "paid": 17_970 });
    let told = answer(&plan, &rows(&plan, &YEAR[9..], &fields));
    let total = &told["total"];
    assert_eq!(total["planRupiah"], 1_008_000_000);
    assert_eq!(total["quota"]["rupiah"], 1_008_000_000);
    assert_eq!(total["verified"]["rupiah"], 905_688_000);
    assert_eq!(total["paidRupiah"], 905_688_000);
    assert_eq!(total["unspentRupiah"], 102_312_000);
    let deviation = &total["deviation"];
    assert_eq!(
        (&deviation["rupiah"], &deviation["people"]),
        (&json!(-102_312_000), &json!(-102_312_000))
    );
    assert_eq!(told["year"]["asPlanned"]["rupiah"], 905_688_000);
    assert_eq!(told["segments"][0]["members"], 17_970);
}

/// Pangkep 2025: a budget of Rp 2.239.339.680 for the year, of which Rp 1.493.319.120 was paid to August: 66.69 %
/// against the straight line of 8 ÷ 12 = 66.67 %, Rp 1.492.893.120; Rp 426.000 more (field case T2-52).
#[test]
fn pangkep_is_a_little_above_its_straight_line() {
    // A twelfth is 186,611,640 = 120 × 1,555,097: 120 members whose JKM alone is replaced by that.
    let mut plan = vulnerable("2025-01", 12, 120);
    plan["segments"][0]["programmes"] = json!(["JKM"]);
    plan["overrides"] = json!([{ "parameter": "jkm.bpu", "from": "2025-01", "value": 1_555_097, "note": "seperduabelas" }]);
    let mut paid = rows(&plan, &YEAR[..8], &json!({ "paidRupiah": 186_611_640 }));
    paid["rows"][7]["paidRupiah"] = json!(186_611_640 + 426_000);
    let told = answer(&plan, &paid);
    let year = &told["year"];
    assert_eq!(year["planRupiah"], 2_239_339_680_u64);
    assert_eq!((&year["passed"], &year["months"]), (&json!(8), &json!(12)));
    assert_eq!(year["lineRupiah"], 1_492_893_120);
    assert_eq!(year["linePercent"], 66.6666);
    assert_eq!(year["paidRupiah"], 1_493_319_120);
    // 1,493,319,120 ÷ 2,239,339,680 = 0.66685690…
    assert_eq!(year["paidPercent"], 66.6856);
    assert_eq!(told["total"]["deviation"]["undivided"], 426_000, "no row names people");
    assert!(codes(&told).contains(&"aboveLine"));
    // 426,000 more than planned, and with August carried on for four months 4 × 426,000 on top.
    assert_eq!(year["asPlanned"]["rupiah"], 2_239_339_680_u64 + 426_000);
    assert_eq!(year["asLately"]["rupiah"], 2_239_339_680_u64 + 5 * 426_000);
}

/// Simalungun 2025: 37,124 people at Rp 623.683.200 a month, unpaid from February to July: 3,742,099,200 (T2-10).
#[test]
fn simalungun_owes_six_months_and_its_members_have_lapsed() {
    let plan = vulnerable("2025-01", 12, 37_124);
    let mut reality = rows(&plan, &YEAR[..7], &json!({ "verified": 37_124, "paidRupiah": 0 }));
    reality["rows"][0]["paidRupiah"] = json!(623_683_200);
    let told = answer(&plan, &reality);
    assert_eq!(told["total"]["arrearsRupiah"], 3_742_099_200_u64);
    assert_eq!(told["total"]["deviation"]["timing"], -3_742_099_200_i64);
    let segment = &told["segments"][0];
    assert_eq!((&segment["unpaidMonths"], &segment["unpaidSince"]), (&json!(6), &json!("2025-02")));
    assert_eq!(segment["members"], 0, "nobody of July was paid");
    let codes = codes(&told);
    for code in ["arrears", "arrearsLapse", "paidMonthsFew", "belowLine"] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    // What is owed is still to be paid: the year costs what was planned, 12 × 623,683,200.
    assert_eq!(told["year"]["asPlanned"]["rupiah"], 7_484_198_400_u64);
}

/// Bangka pays by half year: the bills of January to June (6 × 16,800 = 100,800 a head) in June (T2-34).
#[test]
fn a_half_year_paid_at_once_is_late_by_five_months_and_owes_nothing() {
    let plan = vulnerable("2025-01", 12, 2_000);
    let paid = rows(&plan, &YEAR[..6], &json!({ "verified": 2_000, "paidOn": "2025-06-20" }));
    let told = answer(&plan, &paid);
    assert_eq!(told["total"]["arrearsRupiah"], 0);
    assert_eq!(told["months"][5]["paidIn"], 2_000 * 100_800);
    assert_eq!(told["months"][0]["paidIn"], 0);
    let later: Vec<u64> = told["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["monthsLater"].as_u64().unwrap())
        .collect();
    assert_eq!(later, [5, 4, 3, 2, 1, 0]);
    assert!(codes(&told).contains(&"paidLater") && codes(&told).contains(&"onLine"));
}

/// What was planned happened: the forecast is the plan, and nothing deviates.
#[test]
fn a_realisation_equal_to_the_plan_foretells_the_plan() {
    for name in ["makassar", "majene", "maros", "sidrap", "sulawesi-selatan"] {
        let plan = common::read_json(&format!("cases/{name}.json"));
        let projection = project_json(&plan);
        let months = projection["months"].as_array().unwrap();
        for count in [1, months.len().div_ceil(2), months.len()] {
            let mut rows = Vec::new();
            for (column, month) in months.iter().take(count).enumerate() {
                for segment in projection["monthly"]["segments"].as_array().unwrap() {
                    let (heads, rupiah) = (&segment["heads"][column], &segment["rupiah"][column]);
                    rows.push(json!({
                        "month": month, "segment": segment["segment"], "paid": heads, "paidRupiah": rupiah,
                    }));
                }
            }
            let told = answer(&plan, &json!({ "rows": rows }));
            let zero = json!({ "rupiah": 0, "people": 0, "price": 0, "months": 0, "timing": 0, "undivided": 0 });
            assert_eq!(told["total"]["deviation"], zero, "{name} {count}");
            let year = &told["year"];
            let wanted = projection["years"].as_array().unwrap();
            let wanted = wanted.iter().find(|one| one["year"] == year["year"]).unwrap();
            for ends in ["asPlanned", "asLately"] {
                let is_steady = ends == "asPlanned" || count == months.len();
                if is_steady {
                    assert_eq!(year[ends]["rupiah"], wanted["rupiah"], "{name} {count} {ends}");
                }
                for (fund, plan) in year[ends]["funds"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .zip(wanted["funds"].as_array().unwrap())
                {
                    if is_steady {
                        assert_eq!(fund["rupiah"], plan["rupiah"], "{name} {count} {ends}");
                        assert_eq!(
                            fund["shortRupiah"], plan["shortRupiah"],
                            "{name} {count} {ends}"
                        );
                    }
                }
            }
        }
    }
}

/// Maros 2025: 13,595 workers paid by the region (April 2025), Rp 228.396.000 a month. Half a year with April missing, 595
/// fewer from May on, and June billed and not paid.
#[test]
fn maros_after_half_a_year() {
    let plan = common::read_json("cases/maros.json");
    let row = |month: &str, fields: Value| {
        let mut row = fields;
        row["month"] = json!(month);
        row["segment"] = json!("pemda");
        row
    };
    let told = answer(
        &plan,
        &json!({ "until": "2025-06", "rows": [
            row("2025-01", json!({ "paid": 13_595 })),
            row("2025-02", json!({ "paid": 13_595 })),
            row("2025-03", json!({ "paid": 13_595 })),
            row("2025-05", json!({ "verified": 13_000, "paid": 13_000 })),
            row("2025-06", json!({ "verified": 13_000, "paidRupiah": 0 })),
        ] }),
    );
    let total = &told["total"];
    assert_eq!(total["planRupiah"], 6 * 228_396_000_u64);
    assert_eq!(total["comparedRupiah"], 5 * 228_396_000_u64);
    // 3 × 228,396,000 + 13,000 × 16,800
    assert_eq!(total["paidRupiah"], 903_588_000);
    assert_eq!(total["arrearsRupiah"], 218_400_000);
    let parts = &total["deviation"];
    assert_eq!(parts["people"], -2 * 595 * 16_800);
    assert_eq!(parts["timing"], -218_400_000);
    assert_eq!(parts["rupiah"], -2 * 595 * 16_800 - 218_400_000);
    // December: 3 months in full, April and six more as planned, two of 218,400,000.
    assert_eq!(told["year"]["asPlanned"]["rupiah"], 10 * 228_396_000_u64 + 2 * 218_400_000);
    // With June's 13,000 carried on: 4 × 228,396,000 + 8 × 218,400,000.
    assert_eq!(told["year"]["asLately"]["rupiah"], 4 * 228_396_000_u64 + 8 * 218_400_000);
    assert_eq!(told["coverage"]["members"], 0, "nobody of June was paid");
    assert_eq!(told["coverage"]["scope"], "paid", "members elsewhere are not known");
}

/// Each cause in a month of its own, in one year of 1,000 people at 16,800 (16,800,000 a month).
#[test]
fn a_deviation_is_taken_apart_by_cause() {
    let plan = vulnerable("2025-01", 12, 1_000);
    let segment = id(&plan);
    let told = answer(
        &plan,
        &json!({ "rows": [
            // 100 fewer people: −1,680,000.
            { "month": "2025-01", "segment": segment, "paid": 900 },
            // A bill of 500,000 more than people × price, paid.
            { "month": "2025-02", "segment": segment, "paid": 1_000, "billedRupiah": 17_300_000 },
            // Nobody was billed: −16,800,000.
            { "month": "2025-03", "segment": segment, "paid": 0 },
            // Half of the bill is paid: −8,400,000.
            { "month": "2025-04", "segment": segment, "verified": 1_000, "paidRupiah": 8_400_000 },
            // Rupiah alone: +200,000.
            { "month": "2025-05", "segment": segment, "paidRupiah": 17_000_000 },
        ] }),
    );
    let deviation = &told["total"]["deviation"];
    assert_eq!(deviation["people"], -1_680_000);
    assert_eq!(deviation["price"], 500_000);
    assert_eq!(deviation["months"], -16_800_000);
    assert_eq!(deviation["timing"], -8_400_000);
    assert_eq!(deviation["undivided"], 200_000);
    assert_eq!(deviation["rupiah"], -1_680_000 + 500_000 - 16_800_000 - 8_400_000 + 200_000);
    assert!(codes(&told).contains(&"billedOther"));
}

/// A month without a row, one without a figure and one whose payment nobody stated are named, and are no zeros.
#[test]
fn what_is_missing_is_named_and_counts_nowhere_as_zero() {
    let plan = vulnerable("2025-01", 12, 1_000);
    let segment = id(&plan);
    let told = answer(
        &plan,
        &json!({ "rows": [
            { "month": "2025-01", "segment": segment, "paid": 1_000 },
            { "month": "2025-03", "segment": segment, "quota": 1_200 },
            { "month": "2025-04", "segment": segment, "verified": 1_100 },
            { "month": "2025-05", "segment": segment, "paid": 1_000 },
        ] }),
    );
    let unknown: Vec<&Value> =
        told["rows"].as_array().unwrap().iter().map(|row| &row["unknown"]).collect();
    assert_eq!(
        unknown,
        [&json!(null), &json!("row"), &json!("row"), &json!("payment"), &json!(null)]
    );
    let total = &told["total"];
    assert_eq!((&total["known"], &total["unknown"]), (&json!(2), &json!(3)));
    assert_eq!(total["planRupiah"], 5 * 16_800_000);
    assert_eq!(total["comparedRupiah"], 2 * 16_800_000);
    assert_eq!(total["deviation"]["rupiah"], 0);
    assert_eq!(told["months"][0]["paidSoFar"], 16_800_000);
    assert_eq!(told["months"][1]["paidSoFar"], json!(null));
    let codes = codes(&told);
    assert!(codes.contains(&"realisedMissing"), "{codes:?}");
    assert!(!codes.contains(&"belowLine"), "a line is compared only where every month is known");
    // February and March as planned; April's bill is known: 1,100 × 16,800.
    let ends = &told["year"]["asPlanned"];
    assert_eq!(ends["unknownRupiah"], 2 * 16_800_000);
    assert_eq!(ends["knownRupiah"], 2 * 16_800_000 + 18_480_000);
    assert_eq!(ends["restRupiah"], 7 * 16_800_000);
}

/// A ceiling of eleven months: as planned the year exceeds it by one month; with half of the people it holds.
#[test]
fn a_forecast_says_whether_the_ceiling_holds() {
    let mut plan = vulnerable("2025-01", 12, 1_000);
    plan["funds"][0]["ceilings"] = json!([{ "year": 2025, "rupiah": 11 * 16_800_000 }]);
    let told = answer(&plan, &rows(&plan, &YEAR[..2], &json!({ "paid": 1_000 })));
    assert_eq!(told["year"]["asPlanned"]["funds"][0]["shortRupiah"], 16_800_000);
    assert!(codes(&told).contains(&"forecastShort"));
    let told = answer(&plan, &rows(&plan, &YEAR[..2], &json!({ "paid": 500 })));
    // 2 × 8,400,000 + 10 × 16,800,000 = 184,800,000: the ceiling, to the rupiah.
    assert_eq!(told["year"]["asPlanned"]["funds"][0]["leftRupiah"], 0);
    assert_eq!(
        told["year"]["asLately"]["funds"][0]["leftRupiah"],
        11 * 16_800_000 - 12 * 8_400_000
    );
    assert!(codes(&told).contains(&"forecastWithin"));
}

/// 1,000 of 10,000 eligible, target 52 %: 5,200; 300 members elsewhere.
#[test]
fn both_gaps_are_told_from_the_members_who_were_paid() {
    let mut plan = vulnerable("2025-01", 12, 1_000);
    plan["workforce"] = json!({
        "denominator": "eligible",
        "eligible": [{ "from": "2025-01", "people": 10_000 }],
        "otherMembers": [{ "from": "2025-01", "people": 300 }],
        "evidence": { "eligible": { "quality": "official", "source": "BPS", "date": "2025-02" } },
    });
    plan["target"] =
        json!({ "shape": "linear", "points": [{ "month": "2025-01", "percent": 52 }] });
    let told = ask(&plan, &rows(&plan, &YEAR[..2], &json!({ "paid": 900 })));
    let told = told.unwrap_or_else(|problems| panic!("{problems:?}"));
    let coverage = &told["coverage"];
    assert_eq!(coverage["members"], 1_200);
    assert_eq!(coverage["percent"], 12);
    assert_eq!((&coverage["targetMembers"], &coverage["gap"]), (&json!(5_200), &json!(4_000)));
    assert_eq!(coverage["gapToAll"], 8_800);
    assert_eq!(
        (&coverage["baseSource"], &coverage["baseDate"]),
        (&json!("BPS"), &json!("2025-02"))
    );
    assert_eq!(told["year"]["funds"][0]["members"], 900);
    assert!(codes(&told).contains(&"realisedTarget"));
}

/// Two villages of 60 and 40 people: each is a row, and one that is missing is named.
#[test]
fn villages_are_compared_one_by_one() {
    let mut plan = vulnerable("2025-01", 12, 100);
    let segment = id(&plan);
    plan["segments"][0]["enrolment"] = json!({ "kind": "villages" });
    plan["villages"] = json!([
        { "code": "73.14.03.2005", "name": "Ulu", "counts": [{ "segment": segment, "people": 60 }] },
        { "name": "Hilir", "counts": [{ "segment": segment, "people": 40 }] },
    ]);
    let told = answer(
        &plan,
        &json!({ "rows": [
            { "month": "2025-01", "segment": segment, "village": "73.14.03.2005", "paid": 60 },
            { "month": "2025-01", "segment": segment, "village": "Hilir", "verified": 40, "paidRupiah": 0 },
            { "month": "2025-02", "segment": segment, "village": "Hilir", "paid": 30 },
        ] }),
    );
    let of = |index: usize| told["villages"][index]["compared"].clone();
    assert_eq!(told["rows"].as_array().unwrap().len(), 4);
    assert_eq!((&of(0)["planRupiah"], &of(0)["unknown"]), (&json!(2 * 60 * 16_800), &json!(1)));
    assert_eq!(of(1)["arrearsRupiah"], 40 * 16_800);
    assert_eq!(of(1)["deviation"]["people"], -10 * 16_800);
    let wrong = ask(
        &plan,
        &json!({ "rows": [{ "month": "2025-01", "segment": segment, "village": "Tengah", "paid": 1 }] }),
    );
    assert_eq!(wrong.unwrap_err(), [("unknownVillage".to_owned(), "rows[0].village".to_owned())]);
}

/// Three villages in two districts, 16,800 a head; the plan is of six months, reported to March. Ulu (60) paid all, Hilir
/// (40) nothing of February, Muara (20) begins in April; nobody reported March.
#[test]
fn villages_are_held_against_what_should_be_paid_by_now() {
    let mut plan = vulnerable("2025-01", 6, 100);
    let segment = id(&plan);
    plan["segments"][0]["enrolment"] = json!({ "kind": "villages" });
    let village = |name: &str, district: &str, people: u64| json!({ "name": name, "district": district, "counts": [{ "segment": segment, "people": people }] });
    plan["villages"] = json!([
        village("Ulu", "Baru", 60),
        village("Muara", "Lama", 20),
        village("Hilir", "Baru", 40)
    ]);
    plan["villages"][1]["firstMonth"] = json!("2025-04");
    let row = |month: &str, village: &str, fields: Value| {
        let mut row = fields;
        row["month"] = json!(month);
        row["segment"] = segment.clone();
        row["village"] = json!(village);
        row
    };
    let mut realised = json!({ "until": "2025-02", "rows": [
        row("2025-01", "Ulu", json!({ "paid": 60 })),
        row("2025-01", "Hilir", json!({ "paid": 40 })),
        row("2025-02", "Ulu", json!({ "paid": 60 })),
        row("2025-02", "Hilir", json!({ "verified": 40, "paidRupiah": 0 })),
    ] });
    let told = answer(&plan, &realised);
    let year = |told: &Value, index: usize| told["villages"][index]["year"].clone();
    // Ulu: 60 × 16,800 = 1,008,000 a month; two of six months.
    assert_eq!(year(&told, 0)["planRupiah"], 6 * 1_008_000);
    assert_eq!(year(&told, 0)["lineRupiah"], 2_016_000);
    assert_eq!(year(&told, 0)["aheadRupiah"], 0);
    // Muara: 20 × 16,800 in each of three months, of which none has passed.
    assert_eq!(year(&told, 1)["planRupiah"], 3 * 336_000);
    assert_eq!(
        (&year(&told, 1)["lineRupiah"], &year(&told, 1)["dueRupiah"]),
        (&json!(0), &json!(0))
    );
    // Hilir: 40 × 16,800 = 672,000 a month, one of two paid.
    assert_eq!(year(&told, 2)["lineRupiah"], 1_344_000);
    assert_eq!(year(&told, 2)["paidRupiah"], 672_000);
    assert_eq!(year(&told, 2)["aheadRupiah"], -672_000);
    assert_eq!(told["villages"][2]["compared"]["arrearsRupiah"], 672_000);
    // Baru: both of its villages; Lama: Muara alone.
    let districts = &told["districts"];
    assert_eq!(
        (&districts[0]["district"], &districts[1]["district"]),
        (&json!("Baru"), &json!("Lama"))
    );
    assert_eq!((&districts[0]["villages"], &districts[0]["inArrears"]), (&json!(2), &json!(1)));
    assert_eq!(districts[0]["year"]["lineRupiah"], 2_016_000 + 1_344_000);
    assert_eq!(districts[0]["year"]["aheadRupiah"], -672_000);
    assert_eq!(districts[1]["year"]["planRupiah"], 3 * 336_000);
    // The segment: 100 people in three months and 120 in three; the line goes over all six.
    let of_segment = &told["segments"][0]["year"];
    assert_eq!(of_segment["planRupiah"], (3 * 100 + 3 * 120) * 16_800);
    assert_eq!(of_segment["lineRupiah"], 2 * 110 * 16_800);
    assert_eq!(of_segment["dueRupiah"], 2 * 100 * 16_800);
    // In March nobody reported anything: not known of each village, and no zero.
    realised["until"] = json!("2025-03");
    let told = answer(&plan, &realised);
    assert_eq!((&year(&told, 0)["unknown"], &year(&told, 2)["unknown"]), (&json!(1), &json!(1)));
    assert_eq!(year(&told, 0)["aheadRupiah"], json!(null));
    assert_eq!(year(&told, 0)["paidRupiah"], 2_016_000);
    assert_eq!(told["rows"].as_array().unwrap().len(), 6);
    // Or only the whole of March is known, which says nothing of a village.
    realised["rows"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "month": "2025-03", "segment": segment, "paid": 100 }));
    let told = answer(&plan, &realised);
    assert_eq!((&year(&told, 0)["unknown"], &told["total"]["unknown"]), (&json!(1), &json!(0)));
    assert_eq!(told["segments"][0]["year"]["aheadRupiah"], -(30 + 40) * 16_800);
}

/// Everything that is wrong comes back at once, at its place.
#[test]
fn a_bad_realisation_is_told_at_its_places() {
    let mut plan = vulnerable("2025-01", 6, 1_000);
    plan["segments"][0]["enrolment"]["eligible"] = json!(1_500);
    let segment = id(&plan);
    let problems = ask(
        &plan,
        &json!({ "rows": [
            { "month": "2025-01", "segment": segment, "paid": 1_501 },
            { "month": "2025-01", "segment": segment, "paid": 1 },
            { "month": "2025-07", "segment": segment, "paid": 1 },
            { "month": "2025-02", "segment": "lain", "paid": 1 },
            { "month": "2025-03", "segment": segment, "paidRupiah": -5 },
            { "month": "2025-04", "segment": segment, "paidRupiah": "1.2e+006" },
            { "month": "2025-05", "segment": segment, "quota": 10, "verified": 11 },
            { "month": "2025-06", "segment": segment, "village": "Ulu", "paid": 1, "paidOn": "2025" },
        ] }),
    )
    .unwrap_err();
    let mut problems: Vec<(&str, &str)> =
        problems.iter().map(|(code, path)| (code.as_str(), path.as_str())).collect();
    problems.sort_unstable_by_key(|(_, path)| *path);
    assert_eq!(
        problems,
        [
            ("moreThanEligible", "rows[0].paid"),
            ("duplicate", "rows[1]"),
            ("monthOutsidePlan", "rows[2].month"),
            ("unknownSegment", "rows[3].segment"),
            ("tooSmall", "rows[4].paidRupiah"),
            ("notANumber", "rows[5].paidRupiah"),
            ("moreThanBefore", "rows[6].verified"),
            ("badMonth", "rows[7].paidOn"),
            ("unknownVillage", "rows[7].village"),
        ]
    );
}

/// The law has no JP ceiling in 2040; a plan that is not billed then says so when somebody was.
#[test]
fn a_month_without_a_price_is_named() {
    let mut plan = vulnerable("2025-01", 12, 10);
    plan["period"] = json!({ "firstMonth": "2040-01", "months": 2 });
    plan["segments"][0] = json!({
        "id": "staf", "name": "Staf", "class": "PU", "risk": "veryLow", "programmes": ["JP"],
        "base": { "kind": "fixed", "rupiah": 3_000_000 }, "billed": [{ "from": "2040-01", "to": "2040-01" }],
        "enrolment": { "kind": "fixed", "counts": [{ "from": "2040-01", "people": 0 }] },
        "payers": [{ "fund": plan["funds"][0]["id"], "percent": 100 }],
        "workerPayers": [{ "fund": plan["funds"][0]["id"], "percent": 100 }],
    });
    let problems =
        ask(&plan, &json!({ "rows": [{ "month": "2040-02", "segment": "staf", "paid": 1 }] }));
    assert_eq!(
        problems.unwrap_err(),
        [("noLawValue".to_owned(), "segments[0].programmes".to_owned())]
    );
}
