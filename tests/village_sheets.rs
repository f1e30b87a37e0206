//! The sheets of a workbook that sum villages up: *Kecamatan* by district, *APBDes* by row of a village's budget.
#![cfg(feature = "open")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::sheet::{Held, Sentences, tables, workbook};
use common::scenario;
use serde_json::{Value, json};

/// The rows of a sheet; none where the workbook does not have it.
fn sheet(plan: &Value, name: &str) -> Vec<Vec<Held>> {
    let bytes = workbook(&scenario(plan), &Sentences::default()).unwrap();
    let sheets = tables(&bytes).unwrap().sheets;
    sheets.into_iter().find(|sheet| sheet.name == name).map_or(Vec::new(), |sheet| sheet.rows)
}

/// What stands in a cell of a row below a head that begins so.
fn told(rows: &[Vec<Held>], row: usize, head: &str) -> Held {
    let is_it = |cell: &Held| matches!(cell, Held::Text(text) if text.starts_with(head));
    let col = rows[3].iter().position(is_it).unwrap_or_else(|| panic!("{head}"));
    rows[row].get(col).cloned().unwrap_or(Held::Empty)
}

fn column(rows: &[Vec<Held>], head: &str) -> Vec<f64> {
    let numbers = (4..rows.len()).map(|row| {
        let Held::Number(number) = told(rows, row, head) else { panic!("{head}, row {row}") };
        number
    });
    numbers.collect()
}

fn names(rows: &[Vec<Held>]) -> Vec<String> {
    let of_row = |row: &Vec<Held>| {
        let Held::Text(text) = &row[0] else { panic!("a name") };
        text.clone()
    };
    rows[4..].iter().map(of_row).collect()
}

fn village(name: &str, district: &str, people: u64) -> Value {
    let mut village =
        json!({ "name": name, "counts": [{ "segment": "rentan", "people": people }] });
    if !district.is_empty() {
        village["district"] = json!(district);
    }
    village
}

/// Vulnerable workers with JKK and JKM for twelve months of 2025, paid by ADD.
fn vulnerable(villages: &[Value]) -> Value {
    json!({
        "schema": 1,
        "region": { "name": "Sidenreng Rappang", "level": "regency" },
        "period": { "firstMonth": "2025-01", "months": 12 },
        "segments": [{
            "id": "rentan", "name": "Pekerja rentan", "class": "BPU", "programmes": ["JKK", "JKM"],
            "enrolment": { "kind": "villages" },
            "payers": [{ "fund": "add", "percent": 100 }],
        }],
        "villages": villages,
        "funds": [{ "id": "add", "name": "ADD", "kind": "add" }],
    })
}

fn ceiling(mut village: Value, rupiah: u64) -> Value {
    village["ceilings"] = json!([{ "fund": "add", "year": 2025, "rupiah": rupiah }]);
    village
}

/// Districts in the order of their first village: 100 + 20 people and 50, × 16,800 × 12 months (FACTS §2).
#[test]
fn districts_sum_their_villages() {
    let plan = vulnerable(&[
        ceiling(village("Aka-akae", "Watang Sidenreng", 100), 20_000_000),
        ceiling(village("Botto", "Panca Lautang", 50), 20_160_000),
        village("Empagae", "Watang Sidenreng", 20),
        ceiling(village("Mojong", "Watang Sidenreng", 0), 5_000_000),
    ]);
    let rows = sheet(&plan, "Kecamatan");
    assert_eq!(names(&rows), ["Watang Sidenreng", "Panca Lautang", "JUMLAH"]);
    assert_eq!(column(&rows, "Desa/kelurahan"), [3.0, 1.0, 4.0]);
    assert_eq!(column(&rows, "Pekerja rentan (orang)"), [120.0, 50.0, 170.0]);
    let asked = [24_192_000.0, 10_080_000.0, 34_272_000.0];
    assert_eq!(column(&rows, "Iuran 2025"), asked);
    assert_eq!(column(&rows, "Diminta dari ADD 2025"), asked);
    assert_eq!(column(&rows, "Pagu desa: ADD 2025"), [25_000_000.0, 20_160_000.0, 45_160_000.0]);
    // Of 20,160,000 in Aka-akae 160,000 lie above. Mojong uses nothing of its ceiling, and leaves it to nobody; Empagae
    // names none.
    assert_eq!(column(&rows, "Di atas pagu desa: ADD 2025"), [160_000.0, 0.0, 160_000.0]);
    let used = "Terpakai dari pagu desa: ADD 2025";
    assert_eq!(
        column(&rows, &format!("{used} (rupiah)")),
        [20_000_000.0, 10_080_000.0, 30_080_000.0]
    );
    // 20 of 25 million, half of 20,160,000, and 30,080,000 of 45,160,000.
    let percent = column(&rows, &format!("{used} (persen)"));
    assert_eq!(percent, [0.8, 0.5, 30_080_000.0 / 45_160_000.0]);
}

/// A name that a criterion of a spreadsheet would take for a comparison or a pattern, and none at all.
#[test]
fn any_name_of_a_district_is_summed() {
    let names_of = ["*", ">0", "01", "1", "Barat", "BARAT", ""];
    let villages: Vec<_> =
        (1..).zip(names_of).map(|(people, name)| village("Desa", name, people)).collect();
    let rows = sheet(&vulnerable(&villages), "Kecamatan");
    let expected = ["*", ">0", "01", "1", "Barat", "BARAT", "(tanpa kecamatan)", "JUMLAH"];
    assert_eq!(names(&rows), expected);
    let people = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 28.0];
    assert_eq!(column(&rows, "Pekerja rentan (orang)"), people);
}

#[test]
fn without_districts_there_is_no_sheet_of_them() {
    assert!(sheet(&vulnerable(&[village("Botto", "", 5)]), "Kecamatan").is_empty());
}

/// Where people leave, what a village comes to stands as a value; districts sum it all the same.
#[test]
fn values_that_are_locked_are_summed_too() {
    let mut plan = vulnerable(&[
        village("Aka-akae", "Watang Sidenreng", 10),
        village("Empagae", "Watang Sidenreng", 20),
    ]);
    // In each month a twelfth of 60 % leaves, in whole people.
    plan["segments"][0]["flows"] = json!({ "leave": [{ "cause": "lapse", "percentAYear": 60 }] });
    let villages = sheet(&plan, "Desa");
    assert!(matches!(&villages[3][6], Held::Text(head) if head.contains("nilai tetap")));
    let rows = sheet(&plan, "Kecamatan");
    let Held::Number(sum) = told(&villages, 6, "Iuran 2025") else { panic!("a sum") };
    assert_eq!(column(&rows, "Iuran 2025"), [sum, sum]);
    assert_eq!(column(&rows, "Diminta dari ADD 2025"), [sum, sum]);
}

/// Of two funds that share each bill the sheet holds what the engine says: 60 and 40 of 1,176,000 a month of 70 people
/// are 705,600 and 470,400.
#[test]
fn funds_that_share_a_bill_stand_as_values() {
    let mut plan = vulnerable(&[village("Botto", "Panca Lautang", 70)]);
    plan["funds"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "pades", "name": "PADes", "kind": "pades" }));
    plan["segments"][0]["payers"] =
        json!([{ "fund": "add", "percent": 60 }, { "fund": "pades", "percent": 40 }]);
    let rows = sheet(&plan, "Kecamatan");
    assert_eq!(column(&rows, "Diminta dari ADD 2025"), [8_467_200.0, 8_467_200.0]);
    assert_eq!(column(&rows, "Diminta dari PADes 2025"), [5_644_800.0, 5_644_800.0]);
}
