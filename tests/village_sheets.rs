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
    let bytes = workbook(&scenario(plan), None, &Sentences::default()).unwrap();
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

/// Village heads and officials at the lowest siltap, JKK and JKM for twelve months of 2025, paid by ADD.
fn officials() -> Value {
    let segment = |id: &str, name: &str, group: &str, siltap: &str| {
        json!({
            "id": id, "name": name, "class": "PU", "risk": "veryLow", "group": group,
            "programmes": ["JKK", "JKM"], "enrolment": { "kind": "villages" },
            "base": { "kind": "minimumWage", "parameter": format!("minimumWage.siltap.{siltap}"), "percent": 100 },
            "payers": [{ "fund": "add", "percent": 100 }],
        })
    };
    json!({
        "schema": 1,
        "region": { "name": "Sidenreng Rappang", "level": "regency" },
        "period": { "firstMonth": "2025-01", "months": 12 },
        "segments": [
            segment("kades", "Kepala desa", "villageHead", "kepalaDesa"),
            segment("perangkat", "Perangkat desa", "villageOfficial", "perangkatDesa"),
        ],
        "villages": [{
            "name": "Botto", "code": "73.14.01.2001", "district": "Panca Lautang",
            "counts": [{ "segment": "kades", "people": 1 }, { "segment": "perangkat", "people": 9 }],
        }],
        "funds": [{ "id": "add", "name": "ADD", "kind": "add" }],
    })
}

/// Text of a cell; of a number its digits.
fn text(rows: &[Vec<Held>], row: usize, head: &str) -> String {
    match told(rows, row, head) {
        Held::Empty => String::new(),
        Held::Text(text) => text,
        Held::Number(number) => number.to_string(),
    }
}

/// Some columns of all rows of *APBDes*, the sum below them among them.
fn budget(plan: &Value, heads: &[&str]) -> Vec<String> {
    let rows = sheet(plan, "APBDes");
    let told = (4..rows.len()).map(|row| {
        let cells: Vec<_> = heads.iter().map(|head| text(&rows, row, head)).collect();
        cells.join(" | ")
    });
    told.collect()
}

const ROW: &[&str] = &["Uraian", "Koefisien", "Harga satuan", "Jumlah"];

/// 0.24 % and 0.30 % of 2,426,640 are 5,823.936 and 7,279.92, rounded 5,824 + 7,280 = 13,104; of 2,022,200 they are
/// 4,853.28 and 6,066.6, rounded 4,853 + 6,067 = 10,920 (FACTS §1, §7).
#[test]
fn rows_of_a_village_budget() {
    let plan = officials();
    let expected = [
        "Jaminan Sosial Ketenagakerjaan Kepala Desa | 1 orang × 12 bulan | 13104 | 157248",
        "Jaminan Sosial Ketenagakerjaan Perangkat Desa | 9 orang × 12 bulan | 10920 | 1179360",
        "JUMLAH |  |  | 1336608",
    ];
    assert_eq!(budget(&plan, ROW), expected);
    let of = ["Kode desa", "Desa", "Tahun", "Kode rekening", "Asal", "Sumber dana", "Satuan"];
    let suggested = "saran, belum dikonfirmasi | ADD | orang/bulan";
    assert_eq!(
        budget(&plan, &of)[..2],
        [
            format!("73.14.01.2001 | Botto | 2025 | 5.1.03.02 | {suggested}"),
            format!("73.14.01.2001 | Botto | 2025 | 5.1.03.04 | {suggested}"),
        ]
    );
    let base = budget(&plan, &["Dasar iuran", "Cara hitung"]);
    assert!(base[0].starts_with("100 % dari ") && base[0].contains("kepala desa"), "{}", base[0]);
    assert!(base[0].ends_with(" | rumus"), "{}", base[0]);
    let mut plan = plan;
    plan["segments"][0]["base"]["percent"] = json!(62.5);
    assert!(budget(&plan, &["Dasar iuran"])[0].starts_with("62,5 % dari "));
    // A kelurahan has no budget of its own: its rows say so.
    plan["villages"][0]["code"] = json!("73.14.01.1001");
    assert_eq!(budget(&plan, &["Asal"])[0], "kelurahan: tanpa APBDes");
}

/// The suggested codes are those of the law room, for the same groups and funds.
#[test]
fn suggested_codes_are_those_of_the_law() {
    let law: toml::Value = toml::from_str(include_str!("../src/law/accounts.toml")).unwrap();
    let accounts = law["account"].as_array().unwrap();
    let known = |group: &str, fund: &str| {
        let mut own = accounts.iter().filter(|one| {
            one.get("group").and_then(toml::Value::as_str) == Some(group)
                && one["funds"].as_array().unwrap().iter().any(|one| one.as_str() == Some(fund))
        });
        own.next().map(|one| [one["code"].as_str().unwrap(), one["description"].as_str().unwrap()])
    };
    let groups = ["villageHead", "villageOfficial", "bpd", "villageBody", "vulnerable"];
    let mut found = 0;
    for (group, kind) in groups.iter().flat_map(|group| {
        ["add", "danaDesa", "pades", "bhpr"].into_iter().map(move |kind| (group, kind))
    }) {
        let mut plan = officials();
        plan["segments"].as_array_mut().unwrap().truncate(1);
        plan["villages"][0]["counts"].as_array_mut().unwrap().truncate(1);
        plan["segments"][0]["group"] = json!(group);
        plan["funds"][0]["kind"] = json!(kind);
        let rows = sheet(&plan, "APBDes");
        let told = [text(&rows, 4, "Kode rekening"), text(&rows, 4, "Uraian")];
        match known(group, kind) {
            Some(account) => {
                found += 1;
                assert_eq!(told, account, "{group} {kind}");
            }
            None => assert_eq!(told[0], "", "{group} {kind}"),
        }
    }
    assert_eq!(found, 6, "head and officials, from three funds");
}

/// The worker's part is no row where the worker pays it, and a row of its own where the village does: 3.7 % of 2,426,640
/// are 89,785.68, rounded 89,786, with 13,104 102,890; 2 % are 48,532.8, rounded 48,533 (FACTS §1).
#[test]
fn the_part_of_the_worker() {
    let mut plan = officials();
    plan["segments"].as_array_mut().unwrap().truncate(1);
    plan["villages"][0]["counts"].as_array_mut().unwrap().truncate(1);
    plan["segments"][0]["programmes"] = json!(["JKK", "JKM", "JHT"]);
    plan["segments"][0]["workerPayers"] = json!([{ "fund": "pekerja", "percent": 100 }]);
    plan["funds"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "pekerja", "name": "Pekerja", "kind": "self" }));
    let own = "Jaminan Sosial Ketenagakerjaan Kepala Desa | 1 orang × 12 bulan | 102890 | 1234680";
    assert_eq!(budget(&plan, ROW), [own, "JUMLAH |  |  | 1234680"]);
    plan["segments"][0]["workerPayers"][0]["fund"] = json!("add");
    plan["funds"].as_array_mut().unwrap().pop();
    let of_worker = "Jaminan Sosial Ketenagakerjaan Kepala Desa (bagian pekerja) | 1 orang × 12 bulan | 48533 | 582396";
    assert_eq!(budget(&plan, ROW), [own, of_worker, "JUMLAH |  |  | 1817076"]);
}

/// 60 and 40 % of 70 × 16,800 × 12 = 14,112,000; the employees' fund that is no village's has no row.
#[test]
fn a_share_of_a_bill_is_a_value_that_says_so() {
    let mut plan = vulnerable(&[village("Botto", "Panca Lautang", 70)]);
    plan["funds"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "csr", "name": "CSR", "kind": "csr" }));
    plan["segments"][0]["payers"] =
        json!([{ "fund": "add", "percent": 60 }, { "fund": "csr", "percent": 40 }]);
    let heads = ["Uraian", "Koefisien", "Jumlah", "Bagian", "Asal", "Cara hitung"];
    let expected = "Iuran BPJS Ketenagakerjaan Pekerja rentan | 70 orang × 12 bulan | 8467200 | 0.6 | \
        isi kode rekening desa | nilai tetap: dihitung di aplikasi";
    assert_eq!(budget(&plan, &heads)[0], expected);
    // Nothing of a village's budget: no sheet.
    plan["segments"][0]["payers"] = json!([{ "fund": "csr", "percent": 100 }]);
    assert!(sheet(&plan, "APBDes").is_empty());
}

/// A price that changes has a row each, in the months of the village: 10 people from March, JKM 7,000 from October on,
/// so 7 months of 16,800 and 3 of 17,000. The account of the plan goes before any suggestion.
#[test]
fn rows_hold_for_the_months_of_a_price() {
    let mut plan = vulnerable(&[village("Botto", "Panca Lautang", 10)]);
    plan["villages"][0]["firstMonth"] = json!("2025-03");
    plan["overrides"] =
        json!([{ "parameter": "jkm.bpu", "from": "2025-10", "value": 7_000, "note": "uji" }]);
    plan["funds"][0]["accounts"] = json!([{ "code": "5.2.07.90", "description": "Diserahkan" }]);
    let expected = [
        "Diserahkan | 10 orang × 7 bulan | 16800 | 1176000",
        "Diserahkan | 10 orang × 3 bulan | 17000 | 510000",
        "JUMLAH |  |  | 1686000",
    ];
    assert_eq!(budget(&plan, ROW), expected);
    assert_eq!(budget(&plan, &["Kode rekening", "Asal"])[0], "5.2.07.90 | dari rencana");
}

/// A fund above the ceiling of a village passes on to the next of the village's funds: rows of both, as values. 20 people
/// cost 336,000 a month; 3,000,000 pay eight months and 312,000 of the ninth.
#[test]
fn what_is_passed_on_has_rows_too() {
    let mut plan = vulnerable(&[ceiling(village("Botto", "Panca Lautang", 20), 3_000_000)]);
    plan["funds"][0]["next"] = json!("pades");
    plan["funds"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "pades", "name": "PADes", "kind": "pades" }));
    let expected = [
        "ADD | 3000000 | 1 | nilai tetap: dihitung di aplikasi",
        // 4,032,000 a year.
        "PAD | 1032000 | pengganti bila pagu habis | nilai tetap: dihitung di aplikasi",
        " | 4032000 |  | ",
    ];
    assert_eq!(budget(&plan, &["Sumber dana", "Jumlah", "Bagian", "Cara hitung"]), expected);
}

/// More rows than anybody types over: the sheet says so and has none.
#[test]
fn too_many_rows_are_said() {
    let villages: Vec<_> = (0..1_700).map(|_| village("Desa", "Panca Lautang", 1)).collect();
    let mut plan = vulnerable(&villages);
    // A row each in twelve years: 20,400.
    plan["period"]["months"] = json!(144);
    let rows = sheet(&plan, "APBDes");
    assert!(
        matches!(&rows[1][0], Held::Text(words) if words.starts_with("20400 baris")),
        "{rows:?}"
    );
    assert_eq!(rows.len(), 2);
}

/// A group that is empty when the workbook is made has a row too, below those that have people: 9 officials of Botto, none of
/// Teppo, and no head of either. Filled in later, the row is worked out like the others (`tests/sheets` does so).
#[test]
fn a_group_without_people_has_a_row_to_be_filled() {
    let mut plan = officials();
    plan["villages"] = json!([plan["villages"][0], plan["villages"][0]]);
    plan["villages"][1]["name"] = json!("Teppo");
    plan["villages"][1]["code"] = json!("73.14.01.2002");
    plan["villages"][0]["counts"][0]["people"] = json!(0);
    plan["villages"][1]["counts"] = json!([]);
    let heads = ["Desa", "Uraian", "Koefisien", "Jumlah", "Cara hitung"];
    let (head, official) = (
        "Jaminan Sosial Ketenagakerjaan Kepala Desa",
        "Jaminan Sosial Ketenagakerjaan Perangkat Desa",
    );
    let empty = "0 orang × 12 bulan | 0 | rumus; nol saat diekspor";
    assert_eq!(
        budget(&plan, &heads),
        [
            format!("Botto | {official} | 9 orang × 12 bulan | 1179360 | rumus"),
            format!("Botto | {head} | {empty}"),
            format!("Teppo | {head} | {empty}"),
            format!("Teppo | {official} | {empty}"),
            " | JUMLAH |  | 1179360 | ".into(),
        ]
    );
    let rows = sheet(&plan, "APBDes");
    let said = format!("{rows:?}");
    assert!(said.contains("baris bernilai nol bagi kelompok yang belum berisi"), "{said}");
}
