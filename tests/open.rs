//! Workbooks that come back: what was changed in them is found, taken over or refused; what is none is refused.
#![cfg(feature = "open")]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::code::Code;
use cakupan::problem::Problems;
use cakupan::scenario::{Input, read};
use cakupan::sheet::{Changes, Held, Returned, Sentences, taken, workbook};
use serde_json::{Value, json};
use std::io::{Cursor, Read as _, Write as _};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn input(value: &Value) -> Input {
    serde_json::from_value(value.clone()).unwrap()
}

fn exported(value: &Value) -> Vec<u8> {
    let sentences = Sentences { scenario: value.to_string(), ..Sentences::default() };
    workbook(&read(&input(value)).unwrap(), None, &sentences).unwrap()
}

fn majene() -> Value {
    common::read_json("cases/majene.json")
}

type Parts = Vec<(String, Vec<u8>)>;

fn unzipped(bytes: &[u8]) -> Parts {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let part = |at| {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(part).collect()
}

fn zipped(parts: &Parts) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The part that holds a sheet.
fn part_of(parts: &Parts, sheet: &str) -> usize {
    let book = parts.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap();
    let book = String::from_utf8(book.1.clone()).unwrap();
    let before = book.split(&format!("name=\"{sheet}\"")).next().unwrap();
    let number = before.matches("<sheet ").count();
    let name = format!("xl/worksheets/sheet{number}.xml");
    parts.iter().position(|(other, _)| *other == name).unwrap()
}

/// Puts other XML in the place of cells: `("Isian!D10", "<v>2600</v>")`.
fn edited(bytes: &[u8], cells: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = unzipped(bytes);
    for (place, content) in cells {
        let (sheet, cell) = place.split_once('!').unwrap();
        let part = part_of(&parts, sheet);
        let xml = String::from_utf8(parts[part].1.clone()).unwrap();
        let start = xml.find(&format!("<c r=\"{cell}\"")).unwrap();
        let rest = &xml[start..];
        let end = match (rest.find("/>"), rest.find('>')) {
            (Some(empty), Some(open)) if empty < open => empty + 2,
            _ => rest.find("</c>").unwrap() + 4,
        };
        let kind = if content.starts_with("<is>") { " t=\"inlineStr\"" } else { "" };
        let now = format!("<c r=\"{cell}\"{kind}>{content}</c>");
        parts[part].1 = format!("{}{now}{}", &xml[..start], &rest[end..]).into_bytes();
    }
    zipped(&parts)
}

fn opened(bytes: &[u8]) -> Result<(Input, Changes), Problems> {
    let returned = Returned::of(bytes)?;
    let scenario = serde_json::from_str(returned.scenario()).unwrap_or(Input::Unreadable);
    let changes = returned.changes(&scenario, None)?;
    Ok((scenario, changes))
}

/// The changes of a case with other cells, and the scenario with them.
fn changed(value: &Value, cells: &[(&str, &str)]) -> (Changes, Value) {
    let (scenario, changes) = opened(&edited(&exported(value), cells)).unwrap();
    let taken = serde_json::to_value(taken(&scenario, &changes.changes).unwrap()).unwrap();
    (changes, taken)
}

/// The cell of an input, by its path.
fn cell_of(value: &Value, path: &str) -> String {
    let parts = unzipped(&exported(value));
    let strings = parts.iter().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap();
    let strings = String::from_utf8(strings.1.clone()).unwrap();
    let texts: Vec<&str> = strings
        .split("<si>")
        .skip(1)
        .map(|text| text.split("</t>").next().unwrap().rsplit('>').next().unwrap())
        .collect();
    let number = texts.iter().position(|text| *text == path).unwrap_or_else(|| panic!("{path}"));
    let sheet = part_of(&parts, "Perubahan");
    let xml = String::from_utf8(parts[sheet].1.clone()).unwrap();
    let is_it = |row: &&str| {
        let cell = row.split("<c r=\"F").nth(1).and_then(|cell| cell.split("</c>").next());
        cell.is_some_and(|cell| cell.ends_with(&format!("<v>{number}</v>")))
    };
    let row = xml.split("<row ").find(is_it).unwrap();
    let formula = row.split("IF(").nth(1).unwrap();
    formula.split('=').next().unwrap().to_owned()
}

#[test]
fn an_untouched_workbook_gives_its_scenario_back() {
    for case in ["majene", "makassar", "maros", "sidrap", "sulawesi-selatan"] {
        let value = common::read_json(&format!("cases/{case}.json"));
        let (scenario, changes) = opened(&exported(&value)).unwrap();
        assert_eq!(serde_json::to_value(&scenario).unwrap(), value, "{case}");
        assert_eq!((changes.changes.len(), changes.more), (0, 0), "{case}");
        assert!(changes.locks_compared, "{case}");
    }
}

/// A cell reads `_x0041_` as an A, and holds 32,767 letters at most.
#[test]
fn texts_come_back_as_they_were() {
    let mut value = majene();
    value["name"] = json!("=1+1 _x0041_ _x005F_ \u{1F33E} é");
    value["note"] = json!("\u{e9}_x000D_\n".repeat(150));
    value["region"]["name"] = json!("Kabupaten _x0041_");
    let (scenario, changes) = opened(&exported(&value)).unwrap();
    assert_eq!(serde_json::to_value(&scenario).unwrap(), value);
    assert_eq!(changes.changes, []);
}

#[test]
fn a_changed_input_is_listed_in_the_unit_of_the_scenario_and_taken_over() {
    let value = majene();
    let people = cell_of(&value, "segments[0].enrolment.counts[0].people");
    let rate = cell_of(&value, "jkk.pu.veryLow:2015-07");
    let month = cell_of(&value, "segments[1].billed:2025-03");
    let ceiling = cell_of(&value, "funds[0].ceilings:2025");
    let other = cell_of(&value, "funds[1].ceilings:2025");
    let rounding = cell_of(&value, "rounding");
    let cells = [
        (people.as_str(), "<v>2600</v>"),
        // 0.54 % as a part of one: what a spreadsheet keeps is near it.
        (&rate, "<v>5.4000000000000003E-3</v>"),
        (&month, "<v>0</v>"),
        (&ceiling, "<v>530000000</v>"),
        (&other, ""),
        (&rounding, "<is><t>ke bawah</t></is>"),
    ];
    let (changes, taken) = changed(&value, &cells);
    let told: Vec<_> = changes
        .changes
        .iter()
        .map(|change| {
            assert_eq!(change.fault, None, "{}", change.label);
            (change.path.as_deref().unwrap(), change.before.clone(), change.after.clone())
        })
        .collect();
    let number = Held::Number;
    let text = |text: &str| Held::Text(text.into());
    assert_eq!(
        told,
        [
            ("rounding", text("nearest"), text("down")),
            ("segments[0].enrolment.counts[0].people", number(2500.0), number(2600.0)),
            ("funds[0].ceilings:2025", number(525_000_000.0), number(530_000_000.0)),
            ("funds[1].ceilings:2025", number(1_000_000_000.0), Held::Empty),
            ("jkk.pu.veryLow:2015-07", number(0.24), number(0.54)),
            ("segments[1].billed:2025-03", number(1.0), number(0.0)),
        ]
    );
    let mut expected = value;
    expected["rounding"] = json!("down");
    expected["segments"][0]["enrolment"]["counts"][0]["people"] = json!(2600);
    expected["funds"][0]["ceilings"][0]["rupiah"] = json!(530_000_000);
    expected["funds"][1]["ceilings"] = json!([]);
    expected["segments"][1]["billed"] = json!([
        { "from": "2025-01", "to": "2025-02" }, { "from": "2025-04", "to": "2025-12" }
    ]);
    for field in ["rounding", "segments", "funds"] {
        // A source speaks for the value it was named for; the test of sources is below.
        assert_eq!(bare(&taken[field]), bare(&expected[field]), "{field}");
    }
    let own = &taken["overrides"][0];
    assert_eq!((&own["parameter"], &own["value"]), (&json!("jkk.pu.veryLow"), &json!(0.54)));
    assert!(read(&input(&taken)).is_ok());
}

/// Without the sources.
fn bare(value: &Value) -> Value {
    let mut value = value.clone();
    if let Some(list) = value.as_array_mut() {
        for item in list.iter_mut().filter_map(Value::as_object_mut) {
            item.remove("evidence");
        }
    }
    value
}

/// A contract of 80 million is in the first layer: JKK 0.21 % of it.
#[test]
fn a_row_of_a_table_becomes_a_table_of_the_planners() {
    let mut value = majene();
    value["segments"] = json!([{
        "id": "jalan", "name": "Jalan desa", "class": "construction", "programmes": ["JKK"],
        "base": { "kind": "contract", "rupiah": 80_000_000 },
        "enrolment": { "kind": "fixed", "counts": [{ "from": "2025-01", "people": 20 }] },
        "payers": [{ "fund": value["funds"][0]["id"], "percent": 100 }]
    }]);
    let first = value["funds"][0].clone();
    value["funds"] = json!([first]);
    value.as_object_mut().unwrap().remove("evidence");
    let rate = cell_of(&value, "jkk.construction.layers:2015-07:0");
    let (changes, taken) = changed(&value, &[(&rate, "<v>3.0000000000000001E-3</v>")]);
    let [change] = &changes.changes[..] else { panic!("{changes:?}") };
    assert_eq!((&change.before, &change.after), (&Held::Number(0.21), &Held::Number(0.3)));
    let own = &taken["overrides"][0];
    assert_eq!(own["parameter"], json!("jkk.construction.layers"));
    assert_eq!(own["rows"][0], json!({ "fromRupiah": 0, "value": 0.3 }));
    assert!(own["rows"].as_array().unwrap().len() > 1, "{own}");
    // 80,000,000 × 0.3 %
    let scenario = read(&input(&taken)).unwrap();
    let total = cakupan::plan::project(&scenario).unwrap().total.rupiah.get();
    assert_eq!(total, 240_000);
}

#[test]
fn a_source_is_marked_when_its_value_changes() {
    let mut value = majene();
    value["segments"][0]["evidence"] =
        json!({ "enrolment": { "quality": "official", "source": "BKPSDM", "date": "2025" } });
    let people = cell_of(&value, "segments[0].enrolment.counts[0].people");
    let (_, taken) = changed(&value, &[(&people, "<v>2600</v>")]);
    assert_eq!(taken["segments"][0]["evidence"]["enrolment"]["changed"], json!(true));
}

#[test]
fn what_is_no_input_is_refused_and_stays() {
    let value = majene();
    let people = cell_of(&value, "segments[0].enrolment.counts[0].people");
    let month = cell_of(&value, "segments[1].billed:2025-03");
    let share = cell_of(&value, "segments[0].base.percent");
    let cases = [
        (&people, "<is><t>2.600 orang</t></is>", Code::CellNotNumber),
        (&people, "<v>-1</v>", Code::TooSmall),
        (&people, "<v>2600.5</v>", Code::NotWhole),
        (&people, "<f>1300*2</f><v>2600</v>", Code::CellFormula),
        (&people, "<f>1300*2</f>", Code::CellFormulaEmpty),
        (&people, "", Code::Missing),
        (&month, "<v>2</v>", Code::TooLarge),
        (&month, "<v>0.5</v>", Code::NotWhole),
        // At most 1,000 % of a minimum wage.
        (&share, "<v>11</v>", Code::TooLarge),
    ];
    for (cell, content, code) in cases {
        let (changes, taken) = changed(&value, &[(cell, content)]);
        let [change] = &changes.changes[..] else { panic!("{content}: {changes:?}") };
        assert_eq!(change.fault.as_ref().map(|fault| fault.code), Some(code), "{content}");
        assert_eq!(taken, value, "{content}");
    }
}

/// The limits of a cell are those of the check: 300,000,000 people, and shares of 100 %.
#[test]
fn an_input_cell_takes_what_the_check_takes() {
    let value = majene();
    let parts = unzipped(&exported(&value));
    let xml = String::from_utf8(parts[part_of(&parts, "Isian")].1.clone()).unwrap();
    let people = cell_of(&value, "segments[0].enrolment.counts[0].people");
    let share = cell_of(&value, "segments[0].payers[0].percent");
    let cases = [
        (people, "0", "300000000", "<v>300000001</v>"),
        (share, "0/100", "100/100", "<v>1.01</v>"),
    ];
    for (cell, least, most, above) in cases {
        let (_, place) = cell.split_once('!').unwrap();
        let rule =
            xml.split("<dataValidation ").find(|rule| rule.contains(&format!("sqref=\"{place}\"")));
        let limits = format!("<formula1>{least}</formula1><formula2>{most}</formula2>");
        assert!(rule.unwrap().contains(&limits), "{place}: {rule:?}");
        let (changes, _) = changed(&value, &[(&cell, above)]);
        let [change] = &changes.changes[..] else { panic!("{changes:?}") };
        assert_eq!(change.fault.as_ref().map(|fault| fault.code), Some(Code::TooLarge), "{place}");
    }
}

/// All changes together are refused, and each alone says which.
#[test]
fn a_fault_in_one_cell_does_not_refuse_another() {
    let value = majene();
    let one = cell_of(&value, "segments[0].enrolment.counts[0].people");
    let other = cell_of(&value, "segments[1].enrolment.counts[0].people");
    let (changes, taken) = changed(&value, &[(&one, "<v>-1</v>"), (&other, "<v>5001</v>")]);
    let faults: Vec<_> = changes.changes.iter().map(|change| change.fault.is_some()).collect();
    assert_eq!(faults, [true, false]);
    assert_eq!(taken["segments"][0]["enrolment"]["counts"][0]["people"], json!(2500));
    assert_eq!(taken["segments"][1]["enrolment"]["counts"][0]["people"], json!(5001));
}

#[test]
fn a_locked_cell_that_was_typed_over_is_found() {
    let value = majene();
    let cases = [
        ("Iuran!F6", "<v>1</v>", Held::Number(1.0)),
        ("Iuran!F6", "<f>1+1</f><v>2</v>", Held::Text("=1+1".into())),
        // A label, and what an input was when it was exported.
        ("Isian!A10", "<is><t>Peserta</t></is>", Held::Text("Peserta".into())),
        ("RKA!F5", "<v>1</v>", Held::Number(1.0)),
    ];
    for (cell, content, after) in cases {
        let (changes, taken) = changed(&value, &[(cell, content)]);
        let [change] = &changes.changes[..] else { panic!("{cell}: {changes:?}") };
        assert_eq!(format!("{}!{}", change.sheet, change.cell), cell);
        assert_eq!((change.path.as_ref(), &change.after), (None, &after), "{cell}");
        assert_eq!(change.fault.as_ref().map(|fault| fault.code), Some(Code::CellOverwritten));
        assert_eq!(taken, value);
    }
}

/// A spreadsheet moves the reference of *Perubahan* with the cell that it shows.
#[test]
fn an_input_whose_row_moved_is_followed_and_one_that_is_gone_is_told() {
    let value = majene();
    let place = cell_of(&value, "segments[0].enrolment.counts[0].people");
    assert_eq!(place, "Isian!D10");
    let moved = [
        ("Perubahan!D6", "<f>IF(Isian!D15=\"\",\"kosong\",Isian!D15)</f><v>5000</v>"),
        ("Perubahan!D7", "<f>IF(Isian!#REF!=\"\",\"kosong\",Isian!#REF!)</f>"),
    ];
    let (changes, taken) = changed(&value, &moved);
    let inputs: Vec<_> = changes.changes.iter().filter(|change| change.path.is_some()).collect();
    assert_eq!((inputs[0].cell.as_str(), &inputs[0].after), ("D15", &Held::Number(5000.0)));
    assert_eq!(taken["segments"][0]["enrolment"]["counts"][0]["people"], json!(5000));
    assert_eq!(inputs[1].fault.as_ref().unwrap().code, Code::CellMoved);
    // Both formulas of Perubahan are locked.
    assert_eq!(changes.changes.len(), 4);
}

/// Another version of the law has other values: what differs then is no change of the planner's.
#[test]
fn locked_cells_of_another_version_are_not_compared() {
    let value = majene();
    let people = cell_of(&value, "segments[0].enrolment.counts[0].people");
    let cells = [(people.as_str(), "<v>2600</v>"), ("Iuran!F6", "<v>1</v>")];
    let bytes = edited(&exported(&value), &cells);
    let mut parts = unzipped(&bytes);
    let strings = parts.iter_mut().find(|(name, _)| name == "xl/sharedStrings.xml").unwrap();
    let text = String::from_utf8(strings.1.clone()).unwrap();
    assert!(text.contains(cakupan::law::VERSION));
    strings.1 = text.replace(cakupan::law::VERSION, "2024.1").into_bytes();
    let (_, changes) = opened(&zipped(&parts)).unwrap();
    assert!(!changes.locks_compared);
    assert_eq!(changes.changes.len(), 1, "the input is found all the same");
}

fn refusal(bytes: &[u8]) -> Code {
    match opened(bytes) {
        Err(problems) => problems[0].code,
        Ok(_) => panic!("opened"),
    }
}

#[test]
fn files_that_are_no_workbook_of_ours_are_refused() {
    let ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let mut locked = ole.to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let ours = exported(&majene());
    let part = |name: &str| vec![(name.to_owned(), b"<a/>".to_vec())];
    let mut without = unzipped(&ours);
    let at = part_of(&without, "Skenario");
    let xml = String::from_utf8(without[at].1.clone()).unwrap();
    let (head, _) = xml.split_once("<row").unwrap();
    let (_, tail) = xml.split_once("</sheetData>").unwrap();
    without[at].1 = format!("{head}</sheetData>{tail}").into_bytes();
    let cases: [(&str, Vec<u8>, Code); 9] = [
        ("nothing", Vec::new(), Code::FileNotXlsx),
        ("CSV", b"Tahun;Jumlah\r\n".to_vec(), Code::FileNotXlsx),
        (".xls", ole.to_vec(), Code::FileNotXlsx),
        ("a password", locked, Code::FileLocked),
        (".xlsb", zipped(&part("xl/workbook.bin")), Code::FileNotXlsx),
        (".ods", zipped(&part("content.xml")), Code::FileNotXlsx),
        ("no workbook inside", zipped(&part("xl/workbook.xml")), Code::FileDamaged),
        ("cut off", ours[..ours.len() / 2].to_vec(), Code::FileDamaged),
        ("without the scenario", zipped(&without), Code::FileNotOurs),
    ];
    for (what, bytes, code) in cases {
        assert_eq!(refusal(&bytes), code, "{what}");
    }
}

/// 300 MB of zeros pack into 300 kB; the directory can say that they are 1 kB.
#[test]
fn a_file_that_grows_is_refused_whatever_its_directory_says() {
    const PART: u32 = 20 << 20;
    let packed = zipped(&vec![("zeros".into(), vec![0; PART as usize])]);
    let mut zeros = ZipArchive::new(Cursor::new(&packed)).unwrap();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in unzipped(&exported(&majene())) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    for at in 0..15 {
        let name = format!("xl/media/image{at}.png");
        zip.raw_copy_file_rename(zeros.by_index_raw(0).unwrap(), name).unwrap();
    }
    let honest = zip.finish().unwrap().into_inner();
    assert!(honest.len() < 2 << 20, "{}", honest.len());
    assert_eq!(refusal(&honest), Code::FileGrows);
    // The sizes stand in the head of each part and in the directory.
    let size = PART.to_le_bytes();
    let mut lying = honest;
    let places: Vec<usize> =
        lying.windows(4).enumerate().filter(|(_, part)| *part == size).map(|(at, _)| at).collect();
    assert!(places.len() >= 30, "{places:?}");
    for at in places {
        lying[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
    }
    assert!(matches!(refusal(&lying), Code::FileGrows | Code::FileDamaged));
    let many = (0..2_001).map(|at| (format!("xl/{at}.xml"), Vec::new()));
    let many = many.chain([("xl/workbook.xml".to_owned(), b"<a/>".to_vec())]).collect();
    assert_eq!(refusal(&zipped(&many)), Code::FileGrows);
    assert_eq!(refusal(&vec![b'P'; (32 << 20) + 1]), Code::FileTooLarge);
}

/// One long text behind many cells is small in the file; a shared formula of number 4,000,000,000 asks for a long list.
#[test]
fn cells_cannot_ask_for_more_memory_than_the_file_has() {
    let ours = exported(&majene());
    let mut parts = unzipped(&ours);
    let at = part_of(&parts, "Belum dihitung");
    let xml = String::from_utf8(parts[at].1.clone()).unwrap();
    let (head, tail) = xml.split_once("<sheetData>").unwrap();
    let long = "a".repeat(1 << 20);
    let formula = format!("<c r=\"A1\"><f t=\"shared\" si=\"0\" ref=\"A1:A200\">{long}</f></c>");
    let mut rows = format!("<row r=\"1\">{formula}</row>");
    for row in 2..200 {
        rows += &format!("<row r=\"{row}\"><c r=\"A{row}\"><f t=\"shared\" si=\"0\"/></c></row>");
    }
    let tail = tail.split_once("</sheetData>").unwrap().1;
    parts[at].1 = format!("{head}<sheetData>{rows}</sheetData>{tail}").into_bytes();
    assert_eq!(refusal(&zipped(&parts)), Code::FileGrows);
    let huge = "<c r=\"A1\"><f t=\"shared\" si=\"4000000000\" ref=\"A1:A2\">1</f><v>1</v></c>";
    let far = "<c r=\"XFD1048576\"><v>1</v></c>";
    let rows = format!("<row r=\"1\">{huge}</row><row r=\"1048576\">{far}</row>");
    parts[at].1 = format!("{head}<sheetData>{rows}</sheetData>{tail}").into_bytes();
    assert!(opened(&zipped(&parts)).is_ok(), "neither is read into a table");
}

/// Whatever is broken in a file, there is an answer.
#[test]
fn broken_files_are_answered() {
    let ours = exported(&majene());
    let parts = unzipped(&ours);
    let mut dice = 1_u64;
    let mut throw = |below: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(dice >> 33).unwrap() % below
    };
    for _ in 0..150 {
        let mut bytes = ours.clone();
        for _ in 0..3 {
            let at = throw(bytes.len());
            bytes[at] = u8::try_from(throw(256)).unwrap();
        }
        let _ = opened(&bytes);
        // The same inside: what a checksum would find is whole again.
        let mut parts = parts.clone();
        let part = throw(parts.len());
        let bytes = &mut parts[part].1;
        for _ in 0..3 {
            let at = throw(bytes.len());
            bytes[at] = b"<>\"/&=0A"[throw(8)];
        }
        let _ = opened(&zipped(&parts));
    }
}

/// Two villages in months of their own; a cell of a village holds the people of a segment, an empty one nobody.
#[test]
fn people_of_villages_come_back() {
    let plan: Value = json!({
        "schema": 1,
        "region": { "name": "Luwu", "level": "regency" },
        "period": { "firstMonth": "2025-01", "months": 12 },
        "segments": [{
            "id": "rentan", "name": "Rentan", "class": "BPU", "programmes": ["JKK", "JKM"],
            "enrolment": { "kind": "villages" },
            "payers": [{ "fund": "add", "percent": 100 }],
        }],
        "villages": [
            {
                "name": "Barowa", "firstMonth": "2025-10",
                "counts": [{ "segment": "rentan", "people": 50 }],
                "evidence": { "counts": { "quality": "survey", "source": "desa" } },
            },
            { "name": "Cilallang", "lastMonth": "2025-03", "counts": [{ "segment": "rentan", "people": 20 }] },
            { "name": "Kosong" },
        ],
        "funds": [{ "id": "add", "name": "ADD", "kind": "add" }],
    });
    let (_, changes) = opened(&exported(&plan)).unwrap();
    assert_eq!(changes.changes, []);
    let cell = |village: u32| cell_of(&plan, &format!("villages[{village}].counts:rentan"));
    assert_eq!([cell(0), cell(1), cell(2)], ["Desa!F5", "Desa!F6", "Desa!F7"]);
    let (changes, taken) =
        changed(&plan, &[("Desa!F5", "<v>60</v>"), ("Desa!F6", ""), ("Desa!F7", "<v>7</v>")]);
    let told = changes.changes.iter();
    let told: Vec<_> = told.map(|one| (one.label.as_str(), &one.before, &one.after)).collect();
    let number = Held::Number;
    let expected = [
        ("Rentan, Barowa", &number(50.0), &number(60.0)),
        ("Rentan, Cilallang", &number(20.0), &Held::Empty),
        ("Rentan, Kosong", &Held::Empty, &number(7.0)),
    ];
    assert_eq!(told, expected);
    assert!(changes.changes.iter().all(|change| change.fault.is_none()));
    let people = |people: u32| json!([{ "segment": "rentan", "people": people }]);
    assert_eq!(taken["villages"][0]["counts"], people(60));
    assert_eq!(taken["villages"][0]["evidence"]["counts"]["changed"], json!(true));
    assert_eq!(taken["villages"][1]["counts"], json!([]));
    assert_eq!(taken["villages"][2]["counts"], people(7));
    // 16,800 a month (FACTS §2): 60 for three months, 7 for twelve.
    let total = common::project_json(&taken)["total"]["rupiah"].as_u64();
    assert_eq!(total, Some(16_800 * (60 * 3 + 7 * 12)));
    // What no village can have is refused in its cell.
    let (changes, _) = changed(&plan, &[("Desa!F5", "<v>-1</v>")]);
    assert_eq!(changes.changes[0].fault.as_ref().unwrap().code, Code::TooSmall);
    // What a village comes to is locked.
    let (changes, _) = changed(&plan, &[("Desa!G5", "<v>1</v>")]);
    assert_eq!(changes.changes[0].fault.as_ref().unwrap().code, Code::CellOverwritten);
    // So are the amounts of their budgets.
    let (changes, _) = changed(&plan, &[("APBDes!L5", "<v>1</v>")]);
    assert_eq!(changes.changes[0].fault.as_ref().unwrap().code, Code::CellOverwritten);
}

/// The UMK of a kabupaten that a law pack brings, an invented amount, stands on *Sumber* like a value of the law; changed there
/// it comes back as the planner's own in the months of the pack.
#[test]
fn a_value_of_a_law_pack_becomes_one_of_the_planners() {
    let umk = "minimumWage.umk.sidenrengRappang";
    let plan = json!({
        "schema": 1, "region": { "name": "Sidrap", "level": "regency", "code": "73.14" },
        "period": { "firstMonth": "2027-01", "months": 12 },
        "segments": [{
            "id": "staf", "name": "Staf", "class": "PU", "risk": "veryLow", "programmes": ["JKK"],
            "base": { "kind": "minimumWage", "parameter": umk, "percent": 100 },
            "enrolment": { "kind": "fixed", "counts": [{ "from": "2027-01", "people": 1 }] },
            "payers": [{ "fund": "apbd", "percent": 100 }],
        }],
        "funds": [{ "id": "apbd", "name": "APBD", "kind": "apbdRegency" }],
        "lawPacks": [{
            "name": "UMK 2027", "version": "1",
            "minimumWages": [{ "parameter": umk, "title": { "id": "UMK Kabupaten Sidenreng Rappang" } }],
            "values": [{
                "parameter": umk, "from": "2027-01", "to": "2027-12", "value": 4_200_000,
                "instrument": "Keputusan Gubernur", "status": "assumed",
            }],
        }],
    });
    let strings =
        unzipped(&exported(&plan)).into_iter().find(|(name, _)| name == "xl/sharedStrings.xml");
    assert!(
        String::from_utf8(strings.unwrap().1).unwrap().contains("UMK Kabupaten Sidenreng Rappang")
    );
    let cell = cell_of(&plan, "lawPacks[0].values[0]:2027-01");
    let (changes, taken) = changed(&plan, &[(&cell, "<v>4300000</v>")]);
    assert_eq!(changes.changes.len(), 1);
    assert_eq!(
        taken["overrides"],
        json!([{
            "parameter": umk, "from": "2027-01", "to": "2027-12", "value": 4_300_000,
            "note": "Diubah di buku kerja (XLSX)",
        }])
    );
}

/// 6,800 a month is changed to 8,000 where it counts; the six months of the pack keep its 7,000, as in the workbook:
/// 6 × 8,000 + 6 × 7,000 + 12 × 8,000 = 186,000.
#[test]
fn a_value_of_the_law_is_replaced_beneath_a_law_pack() {
    let plan = json!({
        "schema": 1, "region": { "name": "Maros", "level": "regency", "code": "73.09" },
        "period": { "firstMonth": "2026-01", "months": 24 },
        "segments": [{
            "id": "rentan", "name": "Pekerja rentan", "class": "BPU", "programmes": ["JKM"],
            "enrolment": { "kind": "fixed", "counts": [{ "from": "2026-01", "people": 1 }] },
            "payers": [{ "fund": "apbd", "percent": 100 }],
        }],
        "funds": [{ "id": "apbd", "name": "APBD", "kind": "apbdRegency" }],
        "lawPacks": [{
            "name": "Uji", "version": "1",
            "values": [{
                "parameter": "jkm.bpu", "from": "2026-07", "to": "2026-12", "value": 7_000,
                "instrument": "Uji", "status": "assumed",
            }],
        }],
    });
    let cell = cell_of(&plan, "jkm.bpu:2015-07");
    let (_, taken) = changed(&plan, &[(&cell, "<v>8000</v>")]);
    let own = |from: &str, to: Option<&str>| {
        let mut own = json!({ "parameter": "jkm.bpu", "from": from, "value": 8_000,
            "note": "Diubah di buku kerja (XLSX)" });
        if let Some(to) = to {
            own["to"] = json!(to);
        }
        own
    };
    assert_eq!(taken["overrides"], json!([own("2015-07", Some("2026-06")), own("2027-01", None)]));
    let scenario = read(&input(&taken)).unwrap();
    let answer = cakupan::plan::project(&scenario).unwrap();
    assert_eq!(serde_json::to_value(&answer).unwrap()["total"]["rupiah"], 186_000);
}
