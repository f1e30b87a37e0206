//! Any workbook as plain tables. The expected cells are those that the test puts in the file.
#![cfg(feature = "open")]
#![allow(clippy::unwrap_used, clippy::panic)]

use cakupan::code::Code;
use cakupan::sheet::{CellMark, Held, SheetTable, SheetTables, tables};
use std::io::{Cursor, Write as _};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Days as numbers with a format of dates (14), as every spreadsheet writes them.
const STYLES: &str = r#"<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

/// A workbook: sheets by name, each with its state and what stands between the tags of the sheet.
fn workbook(sheets: &[(&str, &str, &str)], more: &[(&str, &str)]) -> Vec<u8> {
    let mut list = String::new();
    let mut rels = String::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    for (number, (name, state, content)) in (1..).zip(sheets) {
        list += &format!(
            "<sheet name=\"{name}\" sheetId=\"{number}\" state=\"{state}\" r:id=\"r{number}\"/>"
        );
        rels += &format!(
            "<Relationship Id=\"r{number}\" Type=\"t/worksheet\" Target=\"worksheets/s{number}.xml\"/>"
        );
        let sheet = format!("<worksheet>{content}</worksheet>");
        parts.push((format!("xl/worksheets/s{number}.xml"), sheet));
    }
    parts.push(("xl/workbook.xml".into(), format!("<workbook><sheets>{list}</sheets></workbook>")));
    parts.push((
        "xl/_rels/workbook.xml.rels".into(),
        format!("<Relationships>{rels}</Relationships>"),
    ));
    let package = "<Relationships><Relationship Type=\"t/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    parts.push(("_rels/.rels".into(), package.into()));
    parts.push(("xl/styles.xml".into(), STYLES.into()));
    parts.extend(more.iter().map(|(name, text)| ((*name).into(), (*text).into())));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> SheetTables {
    tables(bytes).unwrap_or_else(|problems| panic!("{:?}", problems.iter().next().unwrap().code))
}

/// The only sheet of a workbook with this content.
fn sheet(content: &str) -> SheetTable {
    read(&workbook(&[("Desa", "visible", content)], &[])).sheets.remove(0)
}

fn text(text: &str) -> Held {
    Held::Text(text.into())
}

/// Row, column and mark.
fn marks(table: &SheetTable) -> Vec<(u32, u32, CellMark)> {
    table.marks.iter().map(|cell| (cell.row, cell.column, cell.mark)).collect()
}

#[test]
fn numbers_stay_numbers_and_texts_stay_as_written() {
    let table = sheet(
        r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> Desa </t></is></c><c r="C1"><v>1234.5</v></c></row>
        <row r="3"><c r="A3" t="inlineStr"><is><t>1.200</t></is></c><c r="B3" t="str"><v>0012</v></c><c r="C3" s="1"><v>46082</v></c>
        <c r="D3" t="b"><v>1</v></c></row><row r="4"><c r="A4" s="1"/></row></sheetData>"#,
    );
    // 46082 days after 30 December 1899 is 1 March 2026: 126 years with 31 leap days are 46,021 days to 30 December 2025
    // (126 × 365 + 31), and 61 more lead over 31 December, January and February.
    let expected = vec![
        vec![text(" Desa "), Held::Empty, Held::Number(1234.5)],
        vec![],
        vec![text("1.200"), text("0012"), text("2026-03-01"), text("TRUE")],
    ];
    assert_eq!(table.rows, expected);
    assert_eq!(marks(&table), []);
    assert_eq!((table.more_rows, table.more_cells), (0, 0));
}

#[test]
fn formulas_and_messages_are_marked() {
    let table = sheet(
        r##"<sheetData><row r="1"><c r="A1"><f>B1+1</f><v>5</v></c><c r="B1"><f>SUM(C1:D1)</f></c>
        <c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="str"><f>IF(TRUE,"")</f><v></v></c>
        <c r="E1"><f t="shared" si="0" ref="E1:F1">A1</f><v>7</v></c><c r="F1"><f t="shared" si="0"/><v>8</v></c></row></sheetData>"##,
    );
    let number = Held::Number;
    let row =
        vec![number(5.0), Held::Empty, text("#DIV/0!"), Held::Empty, number(7.0), number(8.0)];
    assert_eq!(table.rows, [row]);
    let expected = [
        (0, 0, CellMark::Formula),
        (0, 1, CellMark::FormulaEmpty),
        (0, 2, CellMark::Error),
        (0, 4, CellMark::Formula),
        (0, 5, CellMark::Formula),
    ];
    assert_eq!(marks(&table), expected);
}

#[test]
fn a_merged_value_is_carried_to_its_cells_and_hidden_rows_and_sheets_are_said() {
    let rows = r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Kec</t></is></c><c r="B1"><v>1</v></c></row>
        <row r="2" hidden="1"><c r="B2"><v>2</v></c></row><row r="3" hidden="true"/>
        <row r="4"><c r="A4"><v>9</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="A4:C4"/><mergeCell ref="E1:E900"/></mergeCells>"#;
    let book = workbook(
        &[("Rekap", "hidden", "<sheetData/>"), ("Desa &amp; Kel", "visible", rows)],
        &[("xl/vbaProject.bin", "x"), ("xl/externalLinks/externalLink1.xml", "<a/>")],
    );
    let read = read(&book);
    assert!(read.has_macros && read.has_links);
    let [first, second] = <[SheetTable; 2]>::try_from(read.sheets).unwrap();
    assert_eq!((first.name.as_str(), first.is_hidden, first.rows.len()), ("Rekap", true, 0));
    assert_eq!((second.name.as_str(), second.is_hidden), ("Desa & Kel", false));
    let number = Held::Number;
    let expected = [
        vec![text("Kec"), number(1.0)],
        vec![text("Kec"), number(2.0)],
        vec![text("Kec")],
        vec![number(9.0), number(9.0), number(9.0)],
    ];
    assert_eq!(second.rows, expected);
    assert_eq!(second.hidden_rows, [1, 2]);
    let expected = [
        (1, 0, CellMark::Down),
        (2, 0, CellMark::Down),
        (3, 1, CellMark::Across),
        (3, 2, CellMark::Across),
    ];
    assert_eq!(marks(&second), expected);
}

#[test]
fn of_too_many_rows_the_first_are_read_and_the_others_counted() {
    let mut rows = String::new();
    for row in 1..=100_000 {
        rows += &format!(
            "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"XFD{row}\"><v>1</v></c></row>"
        );
    }
    let table = sheet(&format!("<sheetData>{rows}</sheetData>"));
    assert_eq!(table.rows.len(), 60_000);
    assert_eq!(table.rows.last().unwrap(), &[Held::Number(60_000.0)]);
    assert_eq!(table.more_rows, 40_000);
    assert_eq!(table.more_cells, 60_000, "column XFD of the rows that are read");
}

fn refusal(bytes: &[u8]) -> Code {
    match tables(bytes) {
        Err(problems) => problems.iter().next().unwrap().code,
        Ok(_) => panic!("read"),
    }
}

/// Merged ranges over everything, a long text carried into every cell, and blank cells before far ones.
#[test]
fn a_table_cannot_ask_for_more_memory_than_is_allowed() {
    let cell = |reference: &str| format!("<c r=\"{reference}\"><v>1</v></c>");
    let row = |row: u32, cells: &str| format!("<row r=\"{row}\">{cells}</row>");
    let whole = format!(
        "<sheetData>{}{}</sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>",
        row(1, &cell("A1")),
        row(20_000, &cell("A20000")),
    );
    assert_eq!(refusal(&workbook(&[("a", "visible", &whole)], &[])), Code::FileGrows);
    let wide: String = (1..=20_000).map(|at| row(at, &cell(&format!("IV{at}")))).collect();
    let wide = format!("<sheetData>{wide}</sheetData>");
    assert_eq!(refusal(&workbook(&[("a", "visible", &wide)], &[])), Code::FileGrows);
    let long = "a".repeat(1 << 20);
    let text = format!("<c r=\"A1\" t=\"inlineStr\"><is><t>{long}</t></is></c>");
    let carried = format!(
        "<sheetData>{}{}</sheetData><mergeCells><mergeCell ref=\"A1:A200\"/></mergeCells>",
        row(1, &text),
        row(200, &cell("B200")),
    );
    assert_eq!(refusal(&workbook(&[("a", "visible", &carried)], &[])), Code::FileGrows);
    // The same range again and again does nothing, but it takes time.
    let again = "<mergeCell ref=\"A1:IV20000\"/>".repeat(10);
    let again =
        format!("<sheetData>{}</sheetData><mergeCells>{again}</mergeCells>", row(1, &cell("A1")));
    assert_eq!(sheet(&again).rows.len(), 1);
}

#[test]
fn what_is_no_workbook_is_refused() {
    let mut locked = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    assert_eq!(refusal(&locked), Code::FileNotXlsx, ".xls");
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refusal(&locked), Code::FileLocked);
    assert_eq!(refusal(b"Desa;Jumlah\r\n"), Code::FileNotXlsx);
    let cut = workbook(&[("a", "visible", "<sheetData/>")], &[]);
    assert_eq!(refusal(cut.get(..cut.len() / 2).unwrap()), Code::FileDamaged);
    assert_eq!(refusal(&workbook(&[("a", "visible", "<sheetData>")], &[])), Code::FileDamaged);
}

/// Whatever is broken in a file, there is an answer.
#[test]
fn broken_files_are_answered() {
    let content = r#"<sheetData><row r="1" hidden="1"><c r="A1" t="inlineStr"><is><t>Kec</t></is></c><c r="B1" s="1"><f>A1</f><v>46082</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>"#;
    let mut dice = 1_u64;
    let mut throw = |below: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(dice >> 33).unwrap() % below
    };
    for _ in 0..400 {
        let mut bytes = content.as_bytes().to_vec();
        for _ in 0..3 {
            let at = throw(bytes.len());
            *bytes.get_mut(at).unwrap() = *b"<>\"/&=0A9".get(throw(9)).unwrap();
        }
        let _ = tables(&workbook(&[("a", "visible", &String::from_utf8(bytes).unwrap())], &[]));
        let mut bytes = workbook(&[("a", "visible", content)], &[]);
        let at = throw(bytes.len());
        *bytes.get_mut(at).unwrap() = u8::try_from(throw(256)).unwrap();
        let _ = tables(&bytes);
    }
}
