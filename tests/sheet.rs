//! Rows of an RKA against budgets that were printed, and numbers in words against a list read by a person.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

use cakupan::choices::Choice as _;
use cakupan::scenario::{Scenario, read};
use cakupan::sheet::{
    CashBy, CashEvery, Dialect, Moved, RkaRow, TERBILANG_MAX, cash, cash_csv, rka, rka_change,
    rka_change_csv, rka_change_tables, rka_csv, rka_tables, terbilang,
};
use serde_json::{Value, json};

fn scenario(value: &Value) -> Scenario {
    read(&serde_json::from_value(value.clone()).unwrap()).unwrap()
}

/// Vulnerable workers with JKK and JKM for twelve months of 2025, paid by one fund with an account for each.
fn vulnerable(people: u64) -> Value {
    json!({
        "schema": 1,
        "region": { "name": "Kabupaten Contoh", "level": "regency" },
        "period": { "firstMonth": "2025-01", "months": 12 },
        "segments": [{
            "id": "rentan", "name": "Pekerja rentan", "class": "BPU", "programmes": ["JKK", "JKM"],
            "enrolment": { "kind": "fixed", "counts": [{ "from": "2025-01", "people": people }] },
            "payers": [{ "fund": "apbd", "percent": 100 }]
        }],
        "funds": [{ "id": "apbd", "name": "APBD", "kind": "apbdRegency", "accounts": [
            { "programme": "JKK", "code": "5.1.02.02.02.0006", "description": "Belanja Iuran Jaminan Kecelakaan Kerja bagi Non ASN" },
            { "programme": "JKM", "code": "5.1.02.02.02.0007", "description": "Belanja Iuran Jaminan Kematian bagi Non ASN" }
        ] }]
    })
}

/// Code, koefisien, price, amount.
fn told<'r>(rows: &'r [RkaRow<'_>]) -> Vec<(Option<&'r str>, &'r str, u64, u64)> {
    let row = |row: &'r RkaRow<'_>| {
        (row.code, row.coefficient.as_str(), row.price.get(), row.rupiah.get())
    };
    rows.iter().map(row).collect()
}

#[test]
fn jkk_and_jkm_have_a_row_each() {
    // Tabalong 2025: the press prints 24,800 × 10,000 × 12 = 2,976,000,000 and 24,800 × 6,800 × 12 = 2,023,680,000.
    let scenario = scenario(&vulnerable(24_800));
    assert_eq!(
        told(&rka(&scenario).unwrap()),
        [
            (Some("5.1.02.02.02.0006"), "24.800 orang × 12 bulan", 10_000, 2_976_000_000),
            (Some("5.1.02.02.02.0007"), "24.800 orang × 12 bulan", 6_800, 2_023_680_000),
        ]
    );
}

#[test]
fn rows_sum_to_a_printed_budget() {
    // Manggarai Barat 2025: the DPA prints 2,829 × 16,800 × 12 = 570,326,400.
    let scenario = scenario(&vulnerable(2_829));
    let rows = rka(&scenario).unwrap();
    assert_eq!(rows.iter().map(|row| row.rupiah.get()).sum::<u64>(), 570_326_400);
    assert_eq!(rows.iter().map(|row| row.price.get()).sum::<u64>(), 16_800);
    // Sintang 2024: 240 million of JKK and 163.2 million of JKM: 2,000 workers for twelve months.
    let scenario = self::scenario(&vulnerable(2_000));
    let amounts: Vec<u64> = rka(&scenario).unwrap().iter().map(|row| row.rupiah.get()).collect();
    assert_eq!(amounts, [240_000_000, 163_200_000]);
}

#[test]
fn a_price_that_changes_within_a_year_has_two_rows() {
    let mut value = vulnerable(100);
    value["overrides"] = json!([
        { "parameter": "jkm.bpu", "from": "2025-10", "value": 7_000, "note": "uji" }
    ]);
    let scenario = scenario(&value);
    // JKM: nine months at 6,800 and three at 7,000; JKK keeps one row.
    let expected = [
        ("100 orang × 12 bulan", 10_000, 12_000_000),
        ("100 orang × 9 bulan", 6_800, 6_120_000),
        ("100 orang × 3 bulan", 7_000, 2_100_000),
    ];
    let rows = rka(&scenario).unwrap();
    let rows: Vec<_> =
        told(&rows).into_iter().map(|(_, told, price, sum)| (told, price, sum)).collect();
    assert_eq!(rows, expected);
}

#[test]
fn funds_that_share_a_bill_have_a_row_each_with_their_percentage() {
    let mut value = vulnerable(10);
    value["funds"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "prov", "name": "APBD provinsi", "kind": "apbdProvince" }));
    value["segments"][0]["payers"] =
        json!([{ "fund": "apbd", "percent": 60 }, { "fund": "prov", "percent": 40 }]);
    let scenario = scenario(&value);
    let rows = rka(&scenario).unwrap();
    // JKK of a month: 100,000, of which 60,000 and 40,000; JKM: 68,000, of which 40,800 and 27,200.
    let amounts: Vec<_> = rows
        .iter()
        .map(|row| (row.fund, row.rupiah.get(), row.percent.unwrap().millionths()))
        .collect();
    assert_eq!(
        amounts,
        [
            ("APBD", 720_000, 600_000),
            ("APBD", 489_600, 600_000),
            ("APBD provinsi", 480_000, 400_000),
            ("APBD provinsi", 326_400, 400_000),
        ]
    );
    assert!(rows[2].code.is_none(), "this fund names no account");
    assert_eq!(rows[2].description, "Iuran JKK Pekerja rentan");
}

#[test]
fn heads_that_change_are_told_as_person_months() {
    let mut value = vulnerable(10);
    value["segments"][0]["enrolment"]["counts"] =
        json!([{ "from": "2025-01", "people": 10 }, { "from": "2025-11", "people": 20 }]);
    let scenario = scenario(&value);
    // 10 × 10 + 20 × 2
    assert_eq!(rka(&scenario).unwrap()[0].coefficient, "140 orang-bulan");
}

#[test]
fn a_csv_holds_no_formula_and_keeps_numbers() {
    let mut value = vulnerable(10);
    value["segments"][0]["name"] = json!("=1+1; \"rentan\"");
    let scenario = scenario(&value);
    let text = rka_csv(&rka(&scenario).unwrap(), Dialect::Semicolon);
    assert!(text.starts_with('\u{feff}'), "spreadsheets read UTF-8 by this mark");
    let rows: Vec<&str> = text.trim_end().split("\r\n").collect();
    assert_eq!(rows.len(), 3);
    assert!(rows[1].contains(";\"'=1+1; \"\"rentan\"\"\";"), "{}", rows[1]);
    assert!(rows[1].contains(";10000;1200000;"), "{}", rows[1]);
}

#[test]
fn a_csv_has_both_dialects() {
    let mut value = vulnerable(10);
    value["funds"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "prov", "name": "APBD, provinsi", "kind": "apbdProvince" }));
    value["segments"][0]["payers"] =
        json!([{ "fund": "apbd", "percent": 62.5 }, { "fund": "prov", "percent": 37.5 }]);
    value["segments"][0]["agency"] = json!("Dinas Tenaga Kerja");
    value["segments"][0]["decree"] = json!("-12/2025");
    value["segments"][0]["budgetProgramme"] = json!("2.07.05 Hubungan Industrial");
    value["segments"][0]["subActivity"] = json!("=2.07.05.2.02.0005");
    let scenario = scenario(&value);
    let rows = rka(&scenario).unwrap();
    // JKK of a year: 10 × 10,000 × 12 = 1,200,000, of which 62.5 % are 750,000.
    for (dialect, mark, percent) in
        [(Dialect::Semicolon, ';', "62,5"), (Dialect::Comma, ',', "62.5")]
    {
        let text = rka_csv(&rows, dialect);
        assert!(text.starts_with('\u{feff}'));
        let row = text.split("\r\n").nth(1).unwrap();
        let end = [
            "10000",
            "750000",
            "\"APBD\"",
            percent,
            "\"Dinas Tenaga Kerja\"",
            "\"'-12/2025\"",
            "\"2.07.05 Hubungan Industrial\"",
            "",
            "\"'=2.07.05.2.02.0005\"",
        ];
        assert!(row.ends_with(&end.join(&mark.to_string())), "{row}");
        assert!(text.contains("\"APBD, provinsi\""), "{text}");
    }
}

#[test]
fn a_text_that_begins_like_a_formula_is_neutral_in_every_table() {
    for start in ["=", "+", "-", "@"] {
        let mut value = vulnerable(10);
        for place in ["/segments/0/name", "/funds/0/name", "/funds/0/accounts/0/description"] {
            *value.pointer_mut(place).unwrap() = json!(format!("{start}cmd"));
        }
        let scenario = scenario(&value);
        let cash = cash(&scenario, CashEvery::Month).unwrap();
        let change = rka_change(&scenario, &scenario).unwrap();
        let tables = [
            rka_csv(&rka(&scenario).unwrap(), Dialect::Comma),
            cash_csv(&cash, Dialect::Semicolon),
            rka_change_csv(&change, Dialect::Comma),
        ];
        for table in tables {
            assert!(table.contains(&format!("\"'{start}cmd\"")), "{table}");
            assert!(!table.contains(&format!("\"{start}cmd\"")), "{table}");
        }
    }
}

#[test]
fn a_cash_plan_by_quarter_and_half_year_sums_to_the_line() {
    let mut value = vulnerable(2_829);
    value["period"] = json!({ "firstMonth": "2025-02", "months": 12 });
    value["segments"][0]["enrolment"]["counts"][0]["from"] = json!("2025-02");
    let scenario = scenario(&value);
    // 2,829 × 16,800 = 47,527,200 a month; Manggarai Barat pays twelve of them: 570,326,400.
    let month = 47_527_200;
    let columns = |every| {
        let plan = cash(&scenario, every).unwrap();
        for row in &plan.rows {
            let sum: u64 = row.rupiah.iter().map(|amount| amount.get()).sum();
            assert_eq!(sum, row.total.get(), "{} {}", row.by.name(), row.name);
        }
        let [all, ..] = &plan.rows[..] else { panic!("no rows") };
        assert_eq!((all.by, all.total.get()), (CashBy::Total, 570_326_400));
        let labels = plan.columns.iter().map(|column| column.label.clone());
        labels.zip(all.rupiah.iter().map(|amount| amount.get())).collect::<Vec<_>>()
    };
    let told = |columns: &[(String, u64)]| {
        columns
            .iter()
            .map(|(label, amount)| format!("{label}: {}", amount / month))
            .collect::<Vec<_>>()
    };
    // February to January of the next year: no quarter crosses the budget year.
    assert_eq!(
        told(&columns(CashEvery::Quarter)),
        [
            "Triwulan I 2025: 2",
            "Triwulan II 2025: 3",
            "Triwulan III 2025: 3",
            "Triwulan IV 2025: 3",
            "Triwulan I 2026: 1"
        ]
    );
    assert_eq!(
        told(&columns(CashEvery::HalfYear)),
        ["Semester I 2025: 5", "Semester II 2025: 6", "Semester I 2026: 1"]
    );
    assert_eq!(columns(CashEvery::Month)[0], ("2025-02".into(), month));
    let rows = cash(&scenario, CashEvery::Quarter).unwrap();
    let text = cash_csv(&rows, Dialect::Semicolon);
    let row = text.split("\r\n").nth(1).unwrap();
    assert_eq!(
        row,
        "\"semua iuran\";\"\";570326400;95054400;142581600;142581600;142581600;47527200"
    );
}

#[test]
fn a_changed_budget_is_told_row_by_row() {
    // An APBD perubahan: 2,000 workers become 2,829 for JKK and JKM; another group is dropped, a third begins.
    let mut before = vulnerable(2_000);
    let mut dropped = before["segments"][0].clone();
    dropped["id"] = json!("rt");
    dropped["name"] = json!("RT/RW");
    dropped["programmes"] = json!(["JKK"]);
    before["segments"].as_array_mut().unwrap().push(dropped);
    let mut after = vulnerable(2_829);
    let mut same = after["segments"][0].clone();
    same["id"] = json!("kader");
    same["name"] = json!("Kader");
    same["programmes"] = json!(["JKM"]);
    same["enrolment"]["counts"][0]["people"] = json!(10);
    after["segments"].as_array_mut().unwrap().push(same);
    let (before, after) = (scenario(&before), scenario(&after));
    let rows = rka_change(&before, &after).unwrap();
    let told: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.segment,
                row.programme.name(),
                row.before.get(),
                row.after.get(),
                row.difference,
                row.moved,
            )
        })
        .collect();
    // 2,000 × 10,000 × 12, 2,829 × 10,000 × 12, and so on: printed for Sintang and Manggarai Barat.
    assert_eq!(
        told,
        [
            ("Pekerja rentan", "JKK", 240_000_000, 339_480_000, 99_480_000, Moved::More),
            ("Pekerja rentan", "JKM", 163_200_000, 230_846_400, 67_646_400, Moved::More),
            ("Kader", "JKM", 0, 816_000, 816_000, Moved::More),
            ("RT/RW", "JKK", 240_000_000, 0, -240_000_000, Moved::Less),
        ]
    );
    assert_eq!(rows[0].coefficient_before, "2.000 orang × 12 bulan");
    assert_eq!(rows[0].coefficient_after, "2.829 orang × 12 bulan");
    assert_eq!((rows[2].coefficient_before.as_str(), rows[3].coefficient_after.as_str()), ("", ""));
    let text = rka_change_csv(&rows, Dialect::Semicolon);
    let last = text.trim_end().split("\r\n").last().unwrap();
    assert!(last.ends_with(";240000000;\"\";0;-240000000;\"berkurang\""), "{last}");
    let same = rka_change(&after, &after).unwrap();
    assert!(same.iter().all(|row| (row.difference, row.moved) == (0, Moved::Same)));
}

#[test]
fn a_group_that_moves_to_another_office_is_taken_from_one_and_added_to_the_other() {
    let of = |people: u64, agency: &str| {
        let mut plan = vulnerable(people);
        plan["segments"][0]["agency"] = json!("Dinas Sosial");
        let mut moving = plan["segments"][0].clone();
        moving["id"] = json!("kader");
        moving["name"] = json!("Kader");
        moving["programmes"] = json!(["JKM"]);
        moving["enrolment"]["counts"][0]["people"] = json!(10);
        moving["agency"] = json!(agency);
        plan["segments"].as_array_mut().unwrap().push(moving);
        scenario(&plan)
    };
    let (before, after) = (of(2_000, "Dinas Sosial"), of(2_829, "Dinas Kesehatan"));
    let tables = rka_change_tables(&before, &after).unwrap();
    let told: Vec<_> = tables
        .iter()
        .map(|one| (one.agency, one.before.get(), one.after.get(), one.difference, one.rows.len()))
        .collect();
    // Before: 2,000 × 16,800 × 12 = 403,200,000, and 10 × 6,800 × 12 = 816,000. After: 2,829 × 16,800 × 12 = 570,326,400
    // as printed for Manggarai Barat; 570,326,400 − 404,016,000 = 166,310,400.
    assert_eq!(
        told,
        [
            (Some("Dinas Sosial"), 404_016_000, 570_326_400, 166_310_400, 3),
            (Some("Dinas Kesehatan"), 0, 816_000, 816_000, 1),
        ]
    );
    let text = rka_change_csv(&rka_change(&before, &after).unwrap(), Dialect::Semicolon);
    assert!(
        text.contains(";\"Dinas Kesehatan\";\"\";0;\"10 orang × 12 bulan\";816000;816000;"),
        "{text}"
    );
    assert!(
        text.contains(";\"Dinas Sosial\";\"10 orang × 12 bulan\";816000;\"\";0;-816000;"),
        "{text}"
    );
}

#[test]
fn numbers_have_words() {
    let cases = include_str!("cases/terbilang.csv");
    let mut count = 0;
    for line in cases.lines().skip(1) {
        let (number, words) = line.split_once(',').unwrap();
        assert_eq!(terbilang(number.parse().unwrap()).as_deref(), Some(words), "{number}");
        count += 1;
    }
    assert!(count >= 40, "{count}");
    assert_eq!(terbilang(TERBILANG_MAX + 1), None);
}

#[test]
fn a_row_says_what_it_stands_on() {
    let mut value = vulnerable(2_829);
    value["segments"][0]["evidence"] = json!({
        "enrolment": { "source": "DPA Disnaker", "date": "2025-01-15", "quality": "official" }
    });
    let scenario = scenario(&value);
    let rows = rka(&scenario).unwrap();
    let [jkk, jkm] = &rows[..] else { panic!("JKK and JKM") };
    // Manggarai Barat 2025, by hand: 2,829 × 12 = 33,948 person-months; × 10,000 and × 6,800.
    assert_eq!(jkk.calculation, "2.829 orang × 12 bulan × Rp 10.000 = Rp 339.480.000");
    assert_eq!(jkm.calculation, "2.829 orang × 12 bulan × Rp 6.800 = Rp 230.846.400");
    assert_eq!((jkk.person_months.get(), jkk.months), (33_948, 12));
    assert_eq!((jkk.from.text(), jkk.to.text()), ("2025-01".into(), "2025-12".into()));
    // FACTS.md: contributions of the self-employed are of PP 44/2015, brackets of Permenaker 5/2021.
    assert!(jkm.rules.starts_with("PP 44/2015"), "{}", jkm.rules);
    assert!(jkk.rules.contains("PP 44/2015"), "{}", jkk.rules);
    assert_eq!(
        jkk.sources,
        "peserta: DPA Disnaker, 2025-01-15 (sumber resmi); pembayar: tanpa sumber"
    );
}

#[test]
fn a_part_of_a_shared_bill_is_not_said_to_be_the_whole() {
    let mut value = vulnerable(10);
    value["funds"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "prov", "name": "APBD provinsi", "kind": "apbdProvince" }));
    value["segments"][0]["payers"] =
        json!([{ "fund": "apbd", "percent": 60 }, { "fund": "prov", "percent": 40 }]);
    let scenario = scenario(&value);
    // 10 × 10,000 × 12 = 1,200,000, of which 60 % are 720,000.
    assert_eq!(
        rka(&scenario).unwrap()[0].calculation,
        "10 orang × 12 bulan × Rp 10.000; bagian dana ini Rp 720.000"
    );
}

#[test]
fn each_office_has_a_table_for_each_year() {
    let mut value = vulnerable(2_000);
    value["period"] = json!({ "firstMonth": "2024-07", "months": 12 });
    value["segments"][0]["enrolment"]["counts"][0]["from"] = json!("2024-07");
    let mut other = value["segments"][0].clone();
    other["id"] = json!("nelayan");
    other["name"] = json!("Nelayan");
    other["agency"] = json!("Dinas Perikanan");
    other["enrolment"]["counts"][0]["people"] = json!(100);
    value["segments"].as_array_mut().unwrap().push(other);
    let scenario = scenario(&value);
    let tables = rka_tables(&scenario).unwrap();
    let told: Vec<_> = tables
        .iter()
        .map(|table| (table.agency, table.year, table.rupiah.get(), table.rows.len()))
        .collect();
    // Half a year of each: 2,000 × 16,800 × 6 = 201,600,000 and 100 × 16,800 × 6 = 10,080,000; JKK and JKM.
    assert_eq!(
        told,
        [
            (None, 2024, 201_600_000, 2),
            (None, 2025, 201_600_000, 2),
            (Some("Dinas Perikanan"), 2024, 10_080_000, 2),
            (Some("Dinas Perikanan"), 2025, 10_080_000, 2),
        ]
    );
}
