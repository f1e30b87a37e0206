//! The command line as a user runs it: exit codes, tables, JSON, problems as sentences.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/program.rs"]
mod program;

/// Exit code and output.
fn cakupan(words: &[&str], input: &str) -> (i32, String, String) {
    program::cakupan(words, input.as_bytes())
}

#[test]
fn a_case_is_projected_as_a_table() {
    let (code, table, _) = cakupan(&["project", "cases/makassar.json"], "");
    assert_eq!(code, 0);
    // 12 × (35,782 × 16,800 + 22,379 × 10,800), and twice that
    for figure in ["10.113.969.600", "20.227.939.200", "50,5 %", "bukan penetapan anggaran"] {
        assert!(table.contains(figure), "{figure} in\n{table}");
    }
    let (_, english, _) = cakupan(&["project", "cases/makassar.json", "--en"], "");
    assert!(english.contains("20,227,939,200") && english.contains("50.5 %"), "{english}");
}

#[test]
fn json_carries_the_words_of_notices() {
    let (code, text, _) = cakupan(&["project", "cases/majene.json", "--json"], "");
    let projection: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((code, projection["total"]["rupiah"].as_u64()), (0, Some(1_510_920_000)));
    let said = projection["notices"].as_array().unwrap().iter();
    let mut said = said.map(|notice| notice["message"]["id"].as_str().unwrap());
    assert!(said.any(|sentence| sentence.contains("kurang Rp 8.000.000")));
}

/// Majene lacks Rp 8.000.000 (a warning); that its account is not filled in is a remark; penalties are never counted.
#[test]
fn what_asks_for_an_act_is_printed_before_what_informs() {
    for (language, headings, short, empty) in [
        (&[][..], ["Peringatan", "Catatan", "Informasi"], "kurang Rp 8.000.000", "Belum diisi"),
        (&["--en"], ["Warnings", "Remarks", "Information"], "short of Rp 8,000,000", "Left empty"),
    ] {
        let (_, table, _) = cakupan(&[&["project", "cases/majene.json"], language].concat(), "");
        let at = |text: &str| table.find(text).unwrap_or_else(|| panic!("{text} in\n{table}"));
        let [warning, remark, information] = headings.map(|heading| at(&format!("\n{heading}")));
        assert!(warning < at(short) && at(short) < remark, "{table}");
        assert!(remark < at(empty) && at(empty) < information, "{table}");
    }
}

#[test]
fn a_figure_is_explained_down_to_its_inputs() {
    let question = r#"{"year":2025,"segment":"rentan","programme":"JKM"}"#;
    let (code, told, _) = cakupan(&["explain", "cases/makassar.json", question], "");
    assert_eq!(code, 0, "{told}");
    for piece in ["35.782 orang", "Rp 6.800", "jkm.bpu", "segments[0].enrolment.counts[0].people"] {
        assert!(told.contains(piece), "{piece} in\n{told}");
    }
    let (code, said, _) = cakupan(&["explain", "cases/makassar.json", "kapan?"], "");
    assert_eq!(code, 1, "{said}");
}

#[test]
fn the_law_is_printed_as_json() {
    let (code, text, _) = cakupan(&["law"], "");
    let law: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((code, law["version"].as_str()), (0, Some(cakupan::law::VERSION)));
}

#[test]
fn problems_are_named_with_their_place_and_exit_with_one() {
    let text = std::fs::read_to_string("cases/makassar.json").unwrap().replace("35782", "-1");
    let (code, said, _) = cakupan(&["check", "-"], &text);
    let expected = "segments[0].enrolment.counts[0].people: Nilai tidak boleh kurang dari 0.\n";
    assert_eq!((code, said.as_str()), (1, expected));
    let (code, said, _) = cakupan(&["project", "-", "--json"], &text);
    assert_eq!(code, 1);
    assert!(
        said.contains("\"code\":\"tooSmall\"") && said.contains("must not be below 0"),
        "{said}"
    );
    assert_eq!(cakupan(&["check", "cases/makassar.json"], "").0, 0);
}

#[test]
fn a_wrong_call_or_file_says_so_and_exits_with_two() {
    assert_eq!(cakupan(&["hitung"], "").0, 2);
    let (code, _, said) = cakupan(&["project", "no-such-file.json"], "");
    assert!(code == 2 && said.contains("no-such-file.json"), "{said}");
    assert_eq!(cakupan(&["check", "-"], "{").0, 2);
    assert!(cakupan(&["--help"], "").1.contains("cakupan project CASE.json"));
}

/// Messages of the operating system and of parsers, which are English, are not shown.
#[test]
fn what_is_wrong_with_a_file_is_said_in_the_language_that_was_asked_for() {
    let said = |words: &[&str], input: &str| {
        let (code, printed, said) = cakupan(words, input);
        assert_eq!((code, printed.as_str()), (2, ""));
        said
    };
    let folder = std::env::temp_dir().join(format!("cakupan-cli-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    // A file that Excel saved as "Unicode text": UTF-16 with a byte order mark.
    let utf_16 = folder.join("utf-16.json");
    std::fs::write(&utf_16, [0xff, 0xfe, b'{', 0, b'}', 0]).unwrap();
    let utf_16 = utf_16.to_str().unwrap();
    let cases: [(&[&str], &str, [&str; 2]); 6] = [
        (&["check", "tidak-ada.json"], "", ["berkas ini tidak ada", "there is no such file"]),
        (&["project", "cases"], "", ["ini folder, bukan berkas", "this is a folder, not a file"]),
        (&["explain", utf_16], "", ["bukan teks UTF-8", "not UTF-8 text"]),
        (&["check", "-"], "{ \"schema\": 1,", ["JSON ini terputus", "this JSON is cut off"]),
        (&["check", "-"], "{\n  schema: 1 }", ["baris 2, kolom 3", "line 2, column 3"]),
        (&["compare", "cases/maros.json", "tidak-ada.json"], "", ["tidak ada", "no such file"]),
    ];
    for (words, input, [id, en]) in cases {
        let file = words.last().unwrap();
        let told = said(words, input);
        assert!(told.starts_with(&format!("{file}: ")) && told.contains(id), "{told}");
        let told = said(&[words, &["--en"]].concat(), input);
        assert!(told.contains(en), "{told}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}

/// Input that is too deep or too long is a problem with a path, not an unreadable file.
#[test]
fn deep_and_long_input_is_refused_with_a_place() {
    let text = std::fs::read_to_string("cases/makassar.json").unwrap();
    let text = text.replacen(
        "\"name\":",
        &format!("\"lawDate\": {}1{}, \"name\":", "[".repeat(60), "]".repeat(60)),
        1,
    );
    let (code, said, _) = cakupan(&["check", "-"], &text);
    assert!(code == 1 && said.starts_with("lawDate: "), "{code} {said}");
}

/// Manggarai Barat 2025: the DPA prints 570,326,400, a quarter of it is 142,581,600.
#[test]
fn tables_for_the_budget_office_come_in_both_dialects() {
    let case = "tests/cases/published/03.json";
    let (code, text, _) = cakupan(&["cash", case, "--quarter", "--comma"], "");
    let rows: Vec<&str> = text.trim_end().split("\r\n").collect();
    let head = "\u{feff}\"Menurut\",\"Apa\",\"Jumlah (Rp)\",\"Triwulan I 2025\"";
    assert!(code == 0 && rows[0].starts_with(head), "{text}");
    assert!(rows[1].starts_with("\"semua iuran\",\"\",570326400,142581600,"), "{text}");
    let (code, text, _) = cakupan(&["rka", case], "");
    assert!(code == 0 && text.contains(";\"2.829 orang × 12 bulan\";"), "{text}");
    // The same plan twice: nothing moves.
    let (code, text, _) = cakupan(&["rka", case, case], "");
    let mut rows = text.trim_end().split("\r\n").skip(1);
    assert!(code == 0 && rows.all(|row| row.ends_with(";0;\"tetap\"")), "{text}");
    let (_, text, _) = cakupan(&["cash", case, "--half-year", "--json"], "");
    let plan: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(plan["rows"][0]["rupiah"], serde_json::json!([285_163_200, 285_163_200]));
}

#[cfg(feature = "open")]
#[test]
fn a_workbook_comes_back_on_the_command_line() {
    let file = std::env::temp_dir().join(format!("cakupan-cli-{}.xlsx", std::process::id()));
    let file = file.to_str().unwrap();
    assert_eq!(cakupan(&["sheet", "cases/majene.json", "-o", file], "").0, 0);
    let (code, text, _) = cakupan(&["open", file], "");
    let returned: serde_json::Value = serde_json::from_str(&text).unwrap();
    let case = std::fs::read_to_string("cases/majene.json").unwrap();
    let case: serde_json::Value = serde_json::from_str(&case).unwrap();
    assert_eq!((code, &returned["scenario"], &returned["taken"]), (0, &case, &case));
    std::fs::remove_file(file).unwrap();
    let (code, said, _) = cakupan(&["open", "cases/majene.json"], "");
    assert!(code == 1 && said.contains("bukan buku kerja .xlsx"), "{said}");
    let (code, said, _) = cakupan(&["open", "cases/majene.json", "--en"], "");
    assert!(code == 1 && said.contains("no .xlsx workbook"), "{said}");
    assert_eq!(cakupan(&["open", "tidak-ada.xlsx"], "").0, 2);
}

/// `cakupan law | head`: the reader takes some bytes and goes.
#[test]
fn a_reader_who_stops_early_is_no_fault() {
    use std::io::Read as _;
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_cakupan"))
        .args(["law"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The law is longer than what a pipe holds, so that the program is still writing.
    let mut some = [0; 100];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut some).unwrap();
    drop(out);
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr), (Some(0), Vec::new()));
}

#[test]
fn a_law_pack_is_brought_to_a_plan_by_the_call() {
    let plan = r#"{
      "schema": 1, "region": { "name": "Sulawesi Selatan", "level": "province" },
      "period": { "firstMonth": "2027-01", "months": 12 },
      "segments": [{ "id": "a", "name": "Staf", "class": "PU", "risk": "veryLow", "programmes": ["JKK", "JKM"],
        "base": { "kind": "minimumWage", "parameter": "minimumWage.ump.sulawesiSelatan", "percent": 100 },
        "enrolment": { "kind": "fixed", "counts": [{ "from": "2027-01", "people": 1 }] },
        "payers": [{ "fund": "apbd", "percent": 100 }] }],
      "funds": [{ "id": "apbd", "name": "APBD", "kind": "apbdProvince" }]
    }"#;
    let pack = r#"{ "name": "UMP 2027", "version": "1", "values": [{
      "parameter": "minimumWage.ump.sulawesiSelatan", "from": "2027-01", "value": 4000000,
      "instrument": "Keputusan Gubernur", "status": "reported" }] }"#;
    let file = std::env::temp_dir().join(format!("cakupan-pack-{}.json", std::process::id()));
    std::fs::write(&file, pack).unwrap();
    let path = file.to_str().unwrap();
    let (code, out, error) = cakupan(&["project", "-", "--json"], plan);
    assert_eq!(code, 1);
    assert!([out, error].concat().contains("noLawValue"));
    let (code, out, _) = cakupan(&["project", "-", "--json", "--law", path], plan);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(code, 0);
    // 0,24 % and 0,30 % of 4.000.000, × 12.
    assert!(out.contains("\"rupiah\":259200"), "{out}");
    assert!(out.contains("\"pack\":\"UMP 2027\""), "{out}");
    let (code, _, error) = cakupan(&["project", "-", "--law", "no-such-file.json"], plan);
    assert_eq!(code, 2);
    assert!(error.contains("no-such-file.json"), "{error}");
}

#[test]
fn a_minimum_wage_that_a_pack_brings_is_known_to_every_command() {
    let plan = r#"{
      "schema": 1, "region": { "name": "Sidrap", "level": "regency", "code": "73.14" },
      "period": { "firstMonth": "2027-01", "months": 12 },
      "segments": [{ "id": "a", "name": "Staf", "class": "PU", "risk": "veryLow", "programmes": ["JKK", "JKM"],
        "base": { "kind": "minimumWage", "parameter": "minimumWage.umk.sidenrengRappang", "percent": 100 },
        "enrolment": { "kind": "fixed", "counts": [{ "from": "2027-01", "people": 1 }] },
        "payers": [{ "fund": "apbd", "percent": 100 }] }],
      "funds": [{ "id": "apbd", "name": "APBD", "kind": "apbdRegency" }]
    }"#;
    // The amount is invented.
    let pack = r#"{ "name": "UMK 2027", "version": "1",
      "minimumWages": [{ "parameter": "minimumWage.umk.sidenrengRappang", "region": "73.14",
        "title": { "id": "UMK Kabupaten Sidenreng Rappang" } }],
      "values": [{ "parameter": "minimumWage.umk.sidenrengRappang", "from": "2027-01", "value": 4200000,
        "instrument": "Keputusan Gubernur", "status": "assumed" }] }"#;
    let file = std::env::temp_dir().join(format!("cakupan-umk-{}.json", std::process::id()));
    std::fs::write(&file, pack).unwrap();
    let path = file.to_str().unwrap();
    let (_, total, _) = cakupan(&["project", "-", "--json", "--law", path], plan);
    let (code, why, _) = cakupan(&["explain", "-", "--law", path], plan);
    let (_, law, _) = cakupan(&["law", "--law", path], "");
    let (refused, fault, _) = cakupan(&["explain", "-"], plan);
    std::fs::write(&file, pack.replace("minimumWage.umk", "jkm.umk")).unwrap();
    let (bad, error, _) = cakupan(&["law", "--law", path], "");
    std::fs::remove_file(&file).unwrap();
    // 0,24 % and 0,30 % of 4.200.000, × 12.
    assert!(total.contains("\"rupiah\":272160"), "{total}");
    assert_eq!(code, 0);
    assert!(why.contains("UMK Kabupaten Sidenreng Rappang"), "{why}");
    assert!(why.contains("[minimumWage.umk.sidenrengRappang]"), "{why}");
    let law: serde_json::Value = serde_json::from_str(&law).unwrap();
    let wage = law["parameters"].as_array().unwrap().last().unwrap();
    assert_eq!(wage["key"], "minimumWage.umk.sidenrengRappang");
    assert_eq!(
        [&wage["region"], &wage["title"]["en"]],
        ["73.14", "UMK Kabupaten Sidenreng Rappang"]
    );
    assert_eq!(wage["values"][0]["value"], 4_200_000);
    assert_eq!(wage["beyond"]["month"], 1);
    assert_eq!(refused, 1);
    assert!(fault.contains("minimumWage.umk.sidenrengRappang"), "{fault}");
    assert_eq!(bad, 1);
    assert!(error.contains("jkm.umk.sidenrengRappang"), "{error}");
}

#[cfg(feature = "docx")]
#[test]
fn a_letter_is_a_file_and_its_kind_is_one_of_two() {
    let folder = std::env::temp_dir();
    let path = folder.join(format!("cakupan-letter-{}.docx", std::process::id()));
    let file = path.to_str().unwrap();
    let call = ["letter", "cases/majene.json", "kak", "-o", file, "--f4"];
    assert_eq!(cakupan(&call, "").0, 0);
    assert!(std::fs::read(&path).unwrap().starts_with(b"PK"));
    std::fs::remove_file(&path).unwrap();
    // Another kind, and none.
    assert_eq!(cakupan(&["letter", "cases/majene.json", "memo"], "").0, 2);
    assert_eq!(cakupan(&["letter", "cases/majene.json"], "").0, 2);
    let (code, _, problems) = cakupan(&["letter", "-", "notaDinas"], "{\"schema\":1}");
    assert_eq!(code, 1, "{problems}");
}
