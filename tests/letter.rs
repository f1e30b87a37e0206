//! Letters, read back from their files: figures that were printed, the order of the legal basis, blanks, and a file that
//! other programs can open.
#![cfg(all(feature = "docx", feature = "open"))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::choices::Choice as _;
use cakupan::sheet::{Blank, LetterKind, Letterhead, Paper, Sentences, legal_basis, letter};
use common::{read_json, scenario};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

fn made(plan: &Value, kind: LetterKind, paper: Paper, head: &Letterhead) -> Vec<u8> {
    let sentences = Sentences {
        notices: vec!["Peringatan uji.".into()],
        not_counted: vec!["Denda dan tunggakan.".into()],
        scenario: String::new(),
        ..Sentences::default()
    };
    letter(&scenario(plan), kind, paper, head, &sentences).unwrap()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let length = zip.len();
    let read = |at| {
        let mut file = zip.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        (file.name().unwrap().into_owned(), text)
    };
    (0..length).map(read).collect()
}

/// The paragraphs of a part as texts, one a line. Fails where it is no XML.
#[allow(clippy::wildcard_enum_match_arm, reason = "the kinds of events are the reader's")]
fn text(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut said = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(part) => said.push_str(&part),
            Event::GeneralRef(name) => said.push_str(match &*name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                other => panic!("{other}"),
            }),
            Event::End(tag) if tag.name().as_ref() == "w:p" => said.push('\n'),
            Event::Eof => return said,
            _ => {}
        }
    }
}

fn told(plan: &Value, kind: LetterKind) -> String {
    let bytes = made(plan, kind, Paper::A4, &Letterhead::default());
    text(&parts(&bytes)["word/document.xml"]).replace('\u{a0}', " ")
}

/// The DPA of Manggarai Barat 2025 prints 2,829 × 16,800 × 12 = 570,326,400.
fn manggarai_barat() -> Value {
    read_json("tests/cases/published/03.json")
}

#[test]
fn the_terms_of_reference_hold_the_printed_budget() {
    let told = told(&manggarai_barat(), LetterKind::Terms);
    // 2,829 × 10,000 × 12 and 2,829 × 6,800 × 12; 2,829 × 16,800 a month; 2,829 × 12 person-months.
    for figure in
        ["2.829 orang × 12 bulan", "339.480.000", "230.846.400", "47.527.200", "33.948 orang-bulan"]
    {
        assert!(told.contains(figure), "{figure} in\n{told}");
    }
    let sum = "Rp 570.326.400 (lima ratus tujuh puluh juta tiga ratus dua puluh enam ribu empat ratus rupiah)";
    assert!(told.contains(sum), "{told}");
    assert_eq!(told.matches("47.527.200").count(), 12, "each month");
}

#[test]
fn the_memo_asks_for_the_printed_budget() {
    let told = told(&manggarai_barat(), LetterKind::Memo);
    let asked = "Penganggaran iuran jaminan sosial ketenagakerjaan tahun 2025 sebesar Rp 570.326.400 (lima ratus tujuh";
    assert!(told.contains(asked), "{told}");
    assert!(told.contains("Jaminan Kecelakaan Kerja (JKK)\n339.480.000"), "{told}");
    assert!(told.contains("Jaminan Kematian (JKM)\n230.846.400"), "{told}");
    assert!(told.contains("Denda dan tunggakan.") && told.contains("Peringatan uji."));
}

#[test]
fn a_ceiling_that_does_not_suffice_is_asked_for() {
    // Majene: 5,000 × 16,800 × 12 = 1,008,000,000 against a ceiling of 1,000,000,000, which pays eleven months of
    // 84,000,000 and 76,000,000 of the twelfth.
    let told = told(&read_json("cases/majene.json"), LetterKind::Memo);
    let short =
        "Pagu APBD Majene, pekerja rentan tahun 2025 kurang Rp 8.000.000, mulai Desember 2025.";
    assert!(told.contains(short), "{told}");
    assert!(told.contains("iuran Rp 8.000.000 pada tahun 2025 tidak terbayar"), "{told}");
}

#[test]
fn the_legal_basis_stands_in_order_of_rank() {
    let mut plan = read_json("cases/majene.json");
    plan["segments"][0]["decree"] = json!("SK Uji 12/2025");
    // UU 12/2011, Pasal 7 and 8: a government regulation, an instruction, a decree of the governor; the plan's own last.
    let named = [
        "Peraturan Pemerintah Nomor 44 Tahun 2015 tentang Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian",
        "Instruksi Presiden Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan",
        "Keputusan Gubernur Sulawesi Barat Nomor …… Tahun ……",
        "SK Uji 12/2025",
    ];
    let basis = legal_basis(&scenario(&plan)).unwrap();
    let found: Vec<&str> = basis.iter().map(|one| one.instrument.as_str()).collect();
    assert_eq!(found, named);
    assert_eq!(basis[0].articles, ["Lampiran II", "Pasal 16"]);
    for kind in [LetterKind::Memo, LetterKind::Terms] {
        let told = told(&plan, kind);
        let at = |words: &str| told.find(words).unwrap_or_else(|| panic!("{words} in\n{told}"));
        assert!(named.map(at).is_sorted(), "{told}");
        assert_eq!(told.matches("Peraturan Pemerintah Nomor 44 Tahun 2015").count(), 1);
    }
}

#[test]
fn coverage_is_told_with_its_target() {
    // Makassar: the press prints 50.50 %, and 66.2 % as the target of 2026.
    let plan = read_json("cases/makassar.json");
    for kind in [LetterKind::Memo, LetterKind::Terms] {
        let told = told(&plan, kind);
        assert!(told.contains("cakupan mencapai 50,5 %"), "{told}");
        assert!(told.contains("Target 66,2 % memerlukan"), "{told}");
        // `Target` is the number; the other word means people or aims, and is never used for it.
        assert!(!told.to_lowercase().contains("sasaran"), "{told}");
    }
}

#[test]
fn blanks_are_dots_until_they_are_filled() {
    let plan = manggarai_barat();
    let mut head = Letterhead::default();
    let open = made(&plan, LetterKind::Memo, Paper::A4, &head);
    let dots = text(&parts(&open)["word/document.xml"]).matches("……………………").count();
    // Six fields, place and date, office, name, NIP, and the region's own rule.
    assert_eq!(dots, 6 + 2 + 3 + 1);
    for (blank, at) in Blank::ALL.iter().zip(0..) {
        head.fill(*blank, &format!("Isi <{at}> & \u{1}"));
    }
    head.fill(Blank::Copies, "Inspektur; Kepala Bappeda");
    let filled = made(&plan, LetterKind::Memo, Paper::A4, &head);
    let filled = text(&parts(&filled)["word/document.xml"]);
    assert_eq!(filled.matches("……………………").count(), 1, "only the region's own rule");
    assert!(filled.contains("Kepada:Isi <0> &"), "{filled}");
    assert!(filled.contains("Tembusan:\nInspektur\nKepala Bappeda\n"), "{filled}");
    head.fill(Blank::To, "  ");
    head.fill(Blank::Number, &"9".repeat(1_000));
    let again = text(&parts(&made(&plan, LetterKind::Memo, Paper::A4, &head))["word/document.xml"]);
    assert!(again.contains("Kepada:……………………"), "{again}");
    assert!(again.contains(&"9".repeat(300)) && !again.contains(&"9".repeat(301)));
}

/// The values of an attribute in a part.
#[test]
fn the_terms_name_the_sub_activity_of_the_groups() {
    let mut plan = read_json("cases/majene.json");
    let groups = plan["segments"].as_array_mut().unwrap();
    let first = "2.07.05.2.02.0005 Pengembangan Pelaksanaan Jaminan Sosial Tenaga Kerja";
    groups[0]["subActivity"] = json!(first);
    groups[1]["subActivity"] = json!("Uji");
    groups[1]["budgetProgramme"] = json!("2.07.05 Hubungan Industrial");
    let mut head = Letterhead::default();
    let terms = |head: &Letterhead| {
        text(&parts(&made(&plan, LetterKind::Terms, Paper::A4, head))["word/document.xml"])
    };
    let told = terms(&head);
    assert!(told.contains("Program:2.07.05 Hubungan Industrial"), "{told}");
    assert!(told.contains("Kegiatan:……………………"), "{told}");
    assert!(told.contains(&format!("Sub kegiatan:{first}; Uji")), "{told}");
    // What is typed for the letter stands before what the plan says.
    head.fill(Blank::SubActivity, "Lain");
    assert!(terms(&head).contains("Sub kegiatan:Lain"));
}

fn all<'x>(xml: &'x str, start: &str) -> Vec<&'x str> {
    xml.split(start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn the_file_is_whole() {
    for case in ["cases/makassar.json", "cases/sidrap.json", "tests/cases/published/41.json"] {
        let plan = read_json(case);
        for (kind, tables) in [(LetterKind::Memo, 3), (LetterKind::Terms, 4)] {
            let parts = parts(&made(&plan, kind, Paper::A4, &Letterhead::default()));
            for (name, xml) in &parts {
                text(xml);
                assert!(!xml.contains("\u{fffd}"), "{name}");
            }
            let document = &parts["word/document.xml"];
            // Each table repeats its head, and no row breaks.
            let drawn = document.matches("<w:tbl>").count();
            assert!(drawn >= tables, "{drawn} tables");
            assert_eq!(document.matches("<w:tblHeader/>").count(), drawn);
            assert_eq!(
                document.matches("<w:cantSplit/>").count(),
                document.matches("<w:tr>").count()
            );
            // What is referred to is there.
            let styles: BTreeSet<_> =
                all(&parts["word/styles.xml"], "w:styleId=\"").into_iter().collect();
            for used in all(document, "<w:pStyle w:val=\"") {
                assert!(styles.contains(used), "{used}");
            }
            let lists: BTreeSet<_> =
                all(&parts["word/numbering.xml"], "<w:num w:numId=\"").into_iter().collect();
            for used in all(document, "<w:numId w:val=\"") {
                assert!(lists.contains(used), "{used}");
            }
            // The closing sentence stays with the signature.
            let closing = document.rfind("<w:keepLines/>").unwrap();
            assert!(
                document[closing..].contains("NIP ")
                    && document[closing..].contains("w:after=\"360\"")
            );
            for named in all(&parts["[Content_Types].xml"], "PartName=\"/") {
                assert!(parts.contains_key(named), "{named}");
            }
        }
    }
}

#[test]
fn paper_is_a4_or_f4() {
    // 210 × 297 mm and 215 × 330 mm, in 1440ths of an inch.
    let twips = |millimetres: f64| (millimetres / 25.4 * 1440.0).round();
    for (paper, width, height) in [(Paper::A4, 210.0, 297.0), (Paper::F4, 215.0, 330.0)] {
        let bytes = made(&manggarai_barat(), LetterKind::Terms, paper, &Letterhead::default());
        let xml = &parts(&bytes)["word/document.xml"];
        let size = format!("<w:pgSz w:w=\"{}\" w:h=\"{}\"/>", twips(width), twips(height));
        assert!(xml.contains(&size), "{size}");
        assert_eq!(
            bytes,
            made(&manggarai_barat(), LetterKind::Terms, paper, &Letterhead::default())
        );
    }
}
