//! Many units at once: each equals the projection of its own scenario, and villages that were published reproduce.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::batch::{Answer, Batch, Totals};
use cakupan::choices::Choice as _;
use cakupan::plan::project;
use common::plans::rich_plan;
use common::{one_segment, read_json, scenario};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Numbers that look random and are the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// The scenario of one unit: the plan with what its row says, found by the names of the columns.
fn of_unit(plan: &Value, row: &[(String, Option<u64>)]) -> Value {
    let mut unit = plan.clone();
    let (mut first, mut last) = (None, None);
    for (name, value) in row {
        let (id, rest) = name.split_once('.').unwrap_or((name, ""));
        let month = || value.map(|digits| format!("{}-{:02}", digits / 100, digits % 100));
        let find = |list: &str| {
            let list = plan[list].as_array().unwrap();
            list.iter().position(|one| one["id"] == id)
        };
        if id == "firstMonth" {
            first = month();
        } else if id == "lastMonth" {
            last = month();
        } else if id == "workforce" {
            unit["workforce"][rest][0]["people"] = json!(value);
        } else if let Some(at) = find("segments") {
            let enrolment = &mut unit["segments"][at]["enrolment"];
            if ["members", "eligible"].contains(&rest) {
                enrolment[rest] = json!(value);
            } else {
                let counts = enrolment["counts"].as_array_mut().unwrap();
                let count =
                    counts.iter_mut().find(|count| rest.is_empty() || count["from"] == rest);
                count.unwrap()["people"] = json!(value);
            }
        } else {
            let fund = &mut unit["funds"][find("funds").unwrap()];
            let year: u64 = rest.parse().unwrap();
            let mut ceilings = fund["ceilings"].as_array().cloned().unwrap_or_default();
            ceilings.retain(|ceiling| ceiling["year"] != year);
            if let Some(rupiah) = value {
                ceilings.push(json!({ "year": year, "rupiah": rupiah }));
                ceilings.sort_by_key(|ceiling| ceiling["year"].as_u64());
            }
            fund["ceilings"] = json!(ceilings);
        }
    }
    if first.is_some() || last.is_some() {
        let months = u32::try_from(plan["period"]["months"].as_u64().unwrap()).unwrap();
        let start = plan["period"]["firstMonth"].as_str().unwrap();
        let (year, number): (u32, u32) = (start[..4].parse().unwrap(), start[5..].parse().unwrap());
        let end = year * 12 + number - 1 + months - 1;
        let end = format!("{}-{:02}", end / 12, end % 12 + 1);
        let span =
            json!([{ "from": first.as_deref().unwrap_or(start), "to": last.unwrap_or(end) }]);
        for segment in unit["segments"].as_array_mut().unwrap() {
            segment["billed"] = span.clone();
        }
    }
    unit
}

/// By year: person-months, and by fund what is asked for and short.
type Sums = Vec<(u64, Vec<(u64, u64)>)>;

fn sums(answer: &Answer, unit: usize) -> Sums {
    let years = answer.years.iter().map(|year| {
        let funds = year.funds.iter().map(|fund| (fund.asked[unit].get(), fund.short[unit].get()));
        (year.person_months[unit].get(), funds.collect())
    });
    years.collect()
}

/// The same of a projection, or the codes and places of its problems.
fn projected(plan: &Value) -> Result<Sums, Vec<(String, String)>> {
    let scenario = scenario(plan);
    let projection = project(&scenario).map_err(|problems| {
        let problems = problems.into_iter();
        problems.map(|one| (one.code.name().to_owned(), one.path)).collect::<Vec<_>>()
    })?;
    let years = projection.years.iter().map(|year| {
        let funds = year.funds.iter().map(|fund| (fund.rupiah.get(), fund.short_rupiah.get()));
        (year.person_months.get(), funds.collect())
    });
    Ok(years.collect())
}

/// Forty units with random rows for the columns of a plan, each held against its own projection. How many were right.
fn units_equal_their_projections(plan: &Value, seed: u64) -> usize {
    let scenario = scenario(plan);
    let mut batch = Batch::of(&scenario).unwrap();
    let mut numbers = Numbers(seed);
    let months = plan["period"]["months"].as_u64().unwrap();
    let digits = |month: u64| (2025 * 12 + 1 + month) / 12 * 100 + (2025 * 12 + 1 + month) % 12 + 1;
    let window = numbers.below(3) == 0;
    let mut columns = Vec::new();
    for column in batch.columns() {
        let is_month = column.name.ends_with("Month");
        if column.needed || if is_month { window } else { numbers.below(2) == 0 } {
            columns.push(column.name.clone());
        }
    }
    let names: Vec<&str> = columns.iter().map(String::as_str).collect();
    let table = batch.table(&names).unwrap();
    let rows: Vec<Vec<(String, Option<u64>)>> = (0..40)
        .map(|_| {
            let most =
                [3, 300, 3_000, 300_000, 300_000_000][usize::try_from(numbers.below(5)).unwrap()];
            let (a, b) = (numbers.below(months), numbers.below(months));
            let row = columns.iter().map(|name| {
                let value = match name.as_str() {
                    "firstMonth" => (numbers.below(4) > 0).then_some(digits(a.min(b))),
                    "lastMonth" => (numbers.below(4) > 0).then_some(digits(a.max(b))),
                    name if name.contains(".20")
                        && plan["funds"]
                            .as_array()
                            .unwrap()
                            .iter()
                            .any(|fund| name.starts_with(fund["id"].as_str().unwrap())) =>
                    {
                        (numbers.below(3) > 0).then(|| numbers.below(most) * 20_000)
                    }
                    "workforce.eligible" => Some(numbers.below(most) + 1),
                    _ => Some(numbers.below(most)),
                };
                (name.clone(), value)
            });
            row.collect()
        })
        .collect();
    let mut right = 0;
    for row in &rows {
        #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
        let cells: Vec<[f64; 1]> =
            row.iter().map(|(_, value)| [value.map_or(f64::NAN, |value| value as f64)]).collect();
        let cells: Vec<&[f64]> = cells.iter().map(|cell| &cell[..]).collect();
        let answer = batch.work_out(&table, &cells);
        match (answer, projected(&of_unit(plan, row))) {
            (Ok(answer), Ok(expected)) => {
                assert_eq!(sums(&answer, 0), expected, "{row:?}\n{plan}");
                right += 1;
            }
            (Err(problems), Err(expected)) => {
                let found: Vec<_> = problems
                    .into_iter()
                    .map(|one| (one.problem.code.name().to_owned(), one.problem.path))
                    .collect();
                assert_eq!(found, expected, "{row:?}\n{plan}");
            }
            (answer, expected) => panic!("{answer:?}\n{expected:?}\n{row:?}\n{plan}"),
        }
    }
    // In one table the units do not touch each other.
    let kept: Vec<_> = rows.iter().filter(|row| projected(&of_unit(plan, row)).is_ok()).collect();
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    let cells: Vec<Vec<f64>> = (0..columns.len())
        .map(|column| {
            kept.iter().map(|row| row[column].1.map_or(f64::NAN, |value| value as f64)).collect()
        })
        .collect();
    let cells: Vec<&[f64]> = cells.iter().map(Vec::as_slice).collect();
    let answer = batch.work_out(&table, &cells).unwrap();
    for (unit, row) in kept.iter().enumerate().step_by(7) {
        assert_eq!(Ok(sums(&answer, unit)), projected(&of_unit(plan, row)));
    }
    right
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(250) })]

    /// 10,000 units: with counts, paths, leavers, losses, bills from the next month on, shares of three funds, an order of
    /// use, contracts, a target, months of their own.
    #[test]
    fn a_unit_equals_the_projection_of_its_own_scenario(plan in rich_plan(), follow in any::<bool>(), seed in any::<u64>()) {
        let mut plan = plan;
        if seed % 2 == 0 {
            // Losses and later bills of people whom nobody leaves.
            for segment in plan["segments"].as_array_mut().unwrap() {
                if let Some(flows) = segment.get_mut("flows") {
                    flows.as_object_mut().unwrap().remove("leave");
                }
            }
        }
        if !follow {
            for segment in plan["segments"].as_array_mut().unwrap() {
                if segment["enrolment"]["kind"] == "target" {
                    segment["enrolment"] = json!({ "kind": "fixed", "counts": [{ "from": "2024-06", "people": 1 }, { "from": "2025-07", "people": 1 }] });
                }
            }
        }
        prop_assert!(units_equal_their_projections(&plan, seed) > 0, "no unit has a projection");
    }
}

/// One answer for villages of a single fund and year.
fn villages(plan: &Value, columns: &[(&str, Vec<f64>)]) -> (Vec<u64>, u64) {
    let scenario = scenario(plan);
    let mut batch = Batch::of(&scenario).unwrap();
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    let table = batch.table(&names).unwrap();
    let cells: Vec<&[f64]> = columns.iter().map(|(_, cells)| cells.as_slice()).collect();
    let answer = batch.work_out(&table, &cells).unwrap();
    let mut totals = Totals::new();
    totals.add(&answer).unwrap();
    let sum = |years: &[cakupan::batch::YearColumns]| -> u64 {
        years
            .iter()
            .flat_map(|year| &year.funds)
            .flat_map(|fund| &fund.asked)
            .map(|one| one.get())
            .sum()
    };
    let each = (0..columns[0].1.len()).map(|unit| answer.rupiah(unit).unwrap().get()).collect();
    (each, sum(&totals.years))
}

fn total(plan: &Value) -> u64 {
    project(&scenario(plan)).unwrap().total.rupiah.get()
}

/// BPU workers of 2025 with JKK and JKM: 10,000 + 6,800 a month (FACTS §2).
fn vulnerable(months: u32) -> Value {
    let mut plan = one_segment(json!({ "id": "rentan", "class": "BPU" }), "add");
    plan["period"] = json!({ "firstMonth": format!("2025-{:02}", 13 - months), "months": months });
    plan
}

/// 125 desa and 3 kelurahan with 100 workers each for a year: 12,800 × 16,800 × 12 (published-budgets.csv, 58).
#[test]
fn luwu_timur() {
    let (each, sum) = villages(&vulnerable(12), &[("rentan", vec![100.0; 128])]);
    assert!(each.iter().all(|one| *one == 20_160_000), "100 × 16,800 × 12");
    assert_eq!(sum, 2_580_480_000);
    assert_eq!(sum, total(&read_json("tests/cases/published/58.json")));
}

/// 50 in each village for three months: 50 × 16,800 × 3 (published-budgets.csv, 36).
#[test]
fn luwu() {
    let (each, _) = villages(&vulnerable(3), &[("rentan", vec![50.0; 207])]);
    assert!(each.iter().all(|one| *one == 2_520_000));
    assert_eq!(each[0], total(&read_json("tests/cases/published/36.json")));
    // The same out of a plan for the whole year, by months of the village.
    let (of_year, _) = villages(
        &vulnerable(12),
        &[
            ("rentan", vec![50.0; 2]),
            ("firstMonth", vec![202_510.0, 202_501.0]),
            ("lastMonth", vec![f64::NAN, 202_503.0]),
        ],
    );
    assert_eq!(of_year, [2_520_000, 2_520_000]);
}

/// 75 villages with 100 workers: 100 × 16,800 × 12 each, 1,512,000,000 in all (field-cases.csv, T2-44).
#[test]
fn labuhanbatu() {
    let (each, sum) = villages(&vulnerable(12), &[("rentan", vec![100.0; 75])]);
    assert!(each.iter().all(|one| *one == 20_160_000));
    assert_eq!(sum, 1_512_000_000);
    assert_eq!(sum, total(&read_json("tests/cases/field/T2-44.json")));
}

/// Pangkep's six groups over its 65 villages (published-budgets.csv, 41): 1 kades each, and of the others as many as the
/// division leaves, one more in the first villages. What the fund pays a month: 65 × 212,160 + 685 × 156,000 + 461 ×
/// 62,400 + (499 + 649) × 10,800 + 1,492 × 16,800 = 186,880,800; BPD by 6.24 % of Rp 1,000,000 (the source prints 63,400).
#[test]
fn pangkep() {
    let plan = read_json("tests/cases/published/41.json");
    let people = [
        ("kades", 65),
        ("perangkat", 685),
        ("bpd", 461),
        ("non-perangkat", 499),
        ("keagamaan", 649),
        ("rentan", 1_492),
    ];
    let columns = people.map(|(name, people)| {
        let village = |at: i32| f64::from(people / 65 + i32::from(at < people % 65));
        (name, (0..65).map(village).collect::<Vec<_>>())
    });
    let scenario = scenario(&plan);
    let mut batch = Batch::of(&scenario).unwrap();
    let table = batch.table(&columns.each_ref().map(|(name, _)| *name)).unwrap();
    let cells = columns.each_ref().map(|(_, cells)| cells.as_slice());
    let answer = batch.work_out(&table, &cells).unwrap();
    let paid: u64 = answer.years[0].funds[0].asked.iter().map(|one| one.get()).sum();
    assert_eq!(paid, 186_880_800 * 12);
    // The first village: 1 kades, 11 perangkat, 8 BPD, 8 + 10 at 10,800, 23 at 16,800.
    let first = 212_160 + 11 * 156_000 + 8 * 62_400 + 18 * 10_800 + 23 * 16_800;
    assert_eq!(answer.years[0].funds[0].asked[0].get(), first * 12);
    let months: u64 = answer.years[0].person_months.iter().map(|one| one.get()).sum();
    assert_eq!(months, 3_851 * 12);
    // The sum of the villages is the kabupaten, fund by fund.
    let whole = project(&scenario).unwrap();
    let mut totals = Totals::default();
    totals.add(&answer).unwrap();
    assert_eq!(totals.units, 65);
    for (fund, sums) in whole.years[0].funds.iter().zip(&totals.years[0].funds) {
        assert_eq!(sums.asked, [fund.rupiah], "{}", fund.fund);
    }
}

/// Six hundred units in one table, so that blocks of 256 end within it: with counts and leavers, a path, shares of two and
/// three funds, ceilings of their own. Those of the second block are too large for exact floats, so they go one by one.
#[test]
fn blocks_of_units_equal_projections() {
    let thirds = json!([{ "fund": "apbd", "percent": 33.3333 }, { "fund": "add", "percent": 33.3333 }, { "fund": "csr", "percent": 33.3334 }]);
    let leave = json!({ "leave": [{ "cause": "lapse", "percentAYear": 17.25 }, { "cause": "death", "percentAYear": 3.5 }] });
    let points =
        json!([{ "month": "2025-03", "percent": 12.5 }, { "month": "2027-02", "percent": 61.37 }]);
    let plan = json!({
        "schema": 1,
        "region": { "name": "Contoh", "level": "regency" },
        "period": { "firstMonth": "2025-01", "months": 30 },
        "segments": [
            { "id": "rentan", "name": "Rentan", "class": "BPU", "programmes": ["JKK", "JKM"], "payers": thirds,
              "flows": leave, "enrolment": { "kind": "path", "members": 0, "eligible": 1, "mostPerMonth": 5,
                "path": { "shape": "linear", "points": points } } },
            { "id": "kader", "name": "Kader", "class": "BPU", "programmes": ["JKK", "JKM", "JHT"], "flows": leave,
              "payers": [{ "fund": "add", "percent": 62.51 }, { "fund": "apbd", "percent": 37.49 }],
              "enrolment": { "kind": "fixed", "counts": [{ "from": "2025-02", "people": 0 }, { "from": "2026-07", "people": 0 }] } },
            { "id": "guru", "name": "Guru", "class": "BPU", "programmes": ["JKK", "JKM"], "payers": thirds,
              "flows": { "verificationLossPercent": 12.5, "billedFromNext": true },
              "enrolment": { "kind": "fixed", "counts": [{ "from": "2025-02", "people": 0 }, { "from": "2026-07", "people": 0 }] } },
        ],
        "funds": [
            { "id": "apbd", "name": "APBD", "kind": "apbdRegency", "ceilings": [{ "year": 2026, "rupiah": 9_000_000 }] },
            { "id": "add", "name": "ADD", "kind": "add" },
            { "id": "csr", "name": "CSR", "kind": "csr" },
        ],
    });
    let read = scenario(&plan);
    let mut batch = Batch::of(&read).unwrap();
    let mut names: Vec<String> =
        batch.columns().iter().filter(|column| column.needed).map(|one| one.name.clone()).collect();
    names.extend(["add.2025".into(), "apbd.2027".into()]);
    let table = batch.table(&names.iter().map(String::as_str).collect::<Vec<_>>()).unwrap();
    let mut numbers = Numbers(7);
    let row = |unit: usize, numbers: &mut Numbers| -> Vec<(String, Option<u64>)> {
        let cell = |name: &String| match name.contains("20") && name.starts_with('a') {
            true => (numbers.below(3) > 0).then(|| numbers.below(40_000_000)),
            false if (256..512).contains(&unit) => Some(299_999_000 + numbers.below(1_000)),
            false => Some(numbers.below(400)),
        };
        names.iter().cloned().zip(names.iter().map(cell)).collect()
    };
    let rows: Vec<_> = (0..600).map(|unit| row(unit, &mut numbers)).collect();
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    let cells: Vec<Vec<f64>> = (0..names.len())
        .map(|at| rows.iter().map(|row| row[at].1.map_or(f64::NAN, |value| value as f64)).collect())
        .collect();
    let cells: Vec<&[f64]> = cells.iter().map(Vec::as_slice).collect();
    let answer = batch.work_out(&table, &cells).unwrap();
    for (unit, row) in rows.iter().enumerate() {
        if unit % 7 == 0 || (255..=512).contains(&unit) || unit == 599 {
            let expected = projected(&of_unit(&plan, row));
            assert_eq!(Ok(sums(&answer, unit)), expected, "unit {unit}: {row:?}");
        }
    }
}

/// JKK 0.24 % and JKM 0.30 % of Rp 1,000,000,000 are 5,400,000 a month: 300,000,000 people for a year would be 1.9 × 10^16,
/// more than rupiah can be (2^53 = 9.0 × 10^15). The unit beside it is not told.
#[test]
fn bills_beyond_rupiah_are_told_for_their_unit() {
    let mut plan = one_segment(
        json!({ "id": "kades", "class": "PU", "risk": "veryLow", "programmes": ["JKK", "JKM"],
            "base": { "kind": "fixed", "rupiah": 1_000_000_000 } }),
        "add",
    );
    plan["period"] = json!({ "firstMonth": "2025-01", "months": 12 });
    let scenario = scenario(&plan);
    let mut batch = Batch::of(&scenario).unwrap();
    let table = batch.table(&["kades"]).unwrap();
    let problems = batch.work_out(&table, &[&[100.0, 300_000_000.0]]).unwrap_err();
    let found: Vec<_> = problems.iter().map(|one| (one.unit, one.problem.code.name())).collect();
    assert_eq!(found, [(1, "amountTooLarge")]);
    let answer = batch.work_out(&table, &[&[100.0, 1.0]]).unwrap();
    assert_eq!(answer.rupiah(0).unwrap().get(), 5_400_000 * 12 * 100);
}

/// A ceiling of the village stands before that of the plan, an empty one is none, and what lies above is short.
#[test]
fn ceilings() {
    let mut plan = vulnerable(12);
    plan["funds"][0]["ceilings"] = json!([{ "year": 2025, "rupiah": 20_000_000 }]);
    let scenario = scenario(&plan);
    let mut batch = Batch::of(&scenario).unwrap();
    let short = |answer: Answer| {
        answer.years[0].funds[0].short.iter().map(|one| one.get()).collect::<Vec<_>>()
    };
    let table = batch.table(&["rentan", "dana.2025"]).unwrap();
    // A village of 100 needs 20,160,000.
    let answer = batch.work_out(&table, &[&[100.0; 3], &[20_159_999.0, f64::NAN, 20_160_000.0]]);
    assert_eq!(short(answer.unwrap()), [1, 0, 0]);
    let table = batch.table(&["rentan"]).unwrap();
    let mut fresh = Batch::of(&scenario).unwrap();
    assert_eq!(short(fresh.work_out(&table, &[&[100.0, 1.0]]).unwrap()), [160_000, 0]);
    // What one table set does not stay for the next.
    assert_eq!(short(batch.work_out(&table, &[&[100.0, 1.0]]).unwrap()), [160_000, 0]);
}

fn codes(problems: &[cakupan::batch::UnitProblem]) -> Vec<(usize, &str, &str)> {
    let code = |one: &cakupan::batch::UnitProblem| one.problem.code.name();
    problems.iter().map(|one| (one.unit, code(one), one.problem.path.as_str())).collect()
}

/// Every fault of every row is named, by unit and column; nothing is calculated.
#[test]
fn faults_are_named_by_unit_and_column() {
    let scenario = scenario(&vulnerable(12));
    let mut batch = Batch::of(&scenario).unwrap();
    let table = batch.table(&["rentan", "dana.2025", "firstMonth", "lastMonth"]).unwrap();
    let nothing = f64::NAN;
    let rows = [
        [100.0, nothing, nothing, nothing],
        [nothing, nothing, nothing, nothing],
        [-1.0, 0.5, nothing, nothing],
        [2.5, nothing, 202_513.0, 202_412.0],
        [300_000_001.0, f64::INFINITY, nothing, nothing],
        [1.0, nothing, 202_507.0, 202_506.0],
    ];
    let columns: Vec<Vec<f64>> =
        (0..4).map(|at| rows.iter().map(|row| row[at]).collect()).collect();
    let cells: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let problems = batch.work_out(&table, &cells).unwrap_err();
    assert_eq!(
        codes(&problems),
        [
            (1, "missing", "rentan"),
            (2, "tooSmall", "rentan"),
            (2, "notWhole", "dana.2025"),
            (3, "notWhole", "rentan"),
            (3, "badMonth", "firstMonth"),
            (3, "monthOutsidePlan", "lastMonth"),
            (4, "tooLarge", "rentan"),
            (4, "notANumber", "dana.2025"),
            (5, "endsBeforeStart", "lastMonth"),
        ]
    );
    // A column that is shorter than the others has no number in the rest.
    let problems = batch.work_out(&table, &[&[1.0], &[nothing; 2], &[nothing; 2], &[nothing; 2]]);
    assert_eq!(codes(&problems.unwrap_err()), [(1, "missing", "rentan")]);
}

#[test]
fn columns_that_do_not_fit_are_named() {
    let scenario = scenario(&vulnerable(12));
    let batch = Batch::of(&scenario).unwrap();
    let names: Vec<_> =
        batch.columns().iter().map(|column| (column.name.as_str(), column.needed)).collect();
    let known = [
        ("rentan", true),
        ("dana.2025", false),
        ("pekerja.2025", false),
        ("firstMonth", false),
        ("lastMonth", false),
    ];
    assert_eq!(names, known);
    let problems = batch.table(&["rentn", "dana.2025", "dana.2025"]).err().unwrap();
    let found: Vec<_> = problems.iter().map(|one| (one.code.name(), one.path.as_str())).collect();
    assert_eq!(found, [("unknownKey", "rentn"), ("duplicate", "dana.2025"), ("missing", "rentan")]);
}

/// JP has no ceiling by law after February 2027 (FACTS §1): a village with somebody billed then has no price, one
/// without has nothing to pay.
#[test]
fn a_month_without_a_value_is_a_fault_where_somebody_is_billed() {
    let mut plan = one_segment(
        json!({ "id": "kades", "class": "PU", "risk": "veryLow", "programmes": ["JP"],
            "base": { "kind": "fixed", "rupiah": 3_000_000 }, "workerPayers": [{ "fund": "pekerja", "percent": 100 }] }),
        "add",
    );
    plan["period"] = json!({ "firstMonth": "2039-01", "months": 12 });
    let scenario = scenario(&plan);
    let mut batch = Batch::of(&scenario).unwrap();
    let table = batch.table(&["kades"]).unwrap();
    let problems = batch.work_out(&table, &[&[0.0, 1.0]]).unwrap_err();
    assert_eq!(codes(&problems), [(1, "noLawValue", "segments[0].programmes")]);
    let answer = batch.work_out(&table, &[&[0.0]]).unwrap();
    assert_eq!(answer.rupiah(0).unwrap().get(), 0);
}
