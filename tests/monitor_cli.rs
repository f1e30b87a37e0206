//! `cakupan monitor` as a user runs it: tables in and out, faults at their line.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

#[path = "common/program.rs"]
mod program;

fn cakupan(words: &[&str], input: &str) -> (i32, String, String) {
    program::cakupan(words, input.as_bytes())
}

/// Maros: 13,595 × 16,800 = 228,396,000 a month; 13,000 × 16,800 = 218,400,000, of which 595 × 16,800 = 9,996,000 are
/// missing people.
#[test]
fn a_table_of_a_spreadsheet_is_compared_row_by_row() {
    let table = "\u{feff}Bulan;Kelompok;Lolos verifikasi;Dibayar;Dibayar pada\r\n\
                 2025-01;pemda;13.595;228.396.000;2025-06-20\r\n\
                 2025-02;pemda;13000;0;\r\n";
    let (code, told, said) = cakupan(&["monitor", "cases/maros.json", "-"], table);
    assert_eq!(code, 0, "{said}");
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[0].starts_with("bulan;kelompok;desa;iuran;"), "{told}");
    assert_eq!(
        lines[1],
        "2025-01;pemda;;16800;13595;228396000;;13595;;228396000;228396000;0;2025-06;;0;0;0;0;0;0"
    );
    assert_eq!(
        lines[2],
        "2025-02;pemda;;16800;13595;228396000;;13000;;218400000;0;218400000;;;-228396000;-9996000;0;0;-218400000;0"
    );
    assert!(said.contains("Rp 218.400.000 sudah ditagih dan belum dibayar"), "{said}");
}

#[test]
fn json_has_the_sums_and_the_sentences() {
    let rows = "month,segment,paid\n2025-01,pemda,13595\n";
    let (code, told, _) = cakupan(&["monitor", "cases/maros.json", "-", "--json"], rows);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((code, told["total"]["paidRupiah"].as_u64()), (0, Some(228_396_000)));
    let notices = told["notices"].as_array().unwrap();
    let on_line = notices.iter().find(|one| one["code"] == "onLine").unwrap();
    assert!(on_line["message"]["id"].as_str().unwrap().contains("tepat seperti seharusnya"));
}

/// Line 2 is the first below the head; a text where a number is meant stays a text, and a head that nobody knows is told.
#[test]
fn faults_are_told_at_their_line_and_column() {
    let rows = "bulan,kelompok,terbayar,dibayar,biaya\n2025-01,pemda,5,1.2e+006,1\n\n2025-02,pemda,-3,,\n2025-02,pemda,1,,\n";
    let (code, told, _) = cakupan(&["monitor", "cases/maros.json", "-"], rows);
    assert_eq!(code, 1, "{told}");
    for piece in [
        "baris 2, paidRupiah: Tulis dengan angka",
        "baris 2, biaya:",
        "baris 4, paid: ",
        "baris 5: ",
    ] {
        assert!(told.contains(piece), "{piece} in\n{told}");
    }
    let (code, _, said) = cakupan(&["monitor", "cases/maros.json", "nowhere.csv"], "");
    assert!(code == 2 && said.contains("nowhere.csv"), "{said}");
}
