//! `cakupan benefit`, `risk` and `retention` as a user runs them.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/program.rs"]
mod program;

use serde_json::Value;

fn cakupan(words: &[&str]) -> (i32, String) {
    let (code, text, _) = program::cakupan(words, b"");
    (code, text)
}

#[test]
fn benefits_are_told_with_their_sources_and_their_caution() {
    let (code, text) = cakupan(&["benefit", "cases/maros.json"]);
    assert_eq!(code, 0, "{text}");
    for piece in [
        "Rp 42.000.000 = 20.000.000 (PP 82/2019) + 12.000.000 (PP 82/2019) + 10.000.000 (PP 82/2019)",
        "0,1943 %",
        "Kota Makassar",
        "bukan janji",
    ] {
        assert!(text.contains(piece), "{piece} in\n{text}");
    }
    let (_, english) = cakupan(&["benefit", "cases/maros.json", "--en"]);
    assert!(english.contains("not a promise") && english.contains("0.1943 %"), "{english}");
    let (code, json) = cakupan(&["benefit", "cases/maros.json", "--json"]);
    let answer: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (code, answer["segments"][0]["runs"][0]["jkmDeath"]["rupiah"].as_u64()),
        (0, Some(42_000_000))
    );
    let (code, refused) = cakupan(&["benefit", "cases/maros.json", "berapa?"]);
    assert_eq!(code, 1, "{refused}");
}

/// Maros pays for 13,595 workers: 12 × 16,800 each. 10,000 of them cost 2,016,000,000.
#[test]
fn ranges_are_told() {
    let path = "segments[0].enrolment.counts[0].people";
    let request =
        format!(r#"{{"inputs":[{{"path":"{path}","low":10000,"high":15000}}],"draws":100}}"#);
    let (code, text) = cakupan(&["risk", "cases/maros.json", &request]);
    assert_eq!(code, 0, "{text}");
    for piece in ["10000: Rp 2.016.000.000", "P90: Rp ", "100 undian, seed 1"] {
        assert!(text.contains(piece), "{piece} in\n{text}");
    }
    let (_, one) = cakupan(&["risk", "cases/maros.json", &request, "--json"]);
    let (_, other) = cakupan(&["risk", "cases/maros.json", &request, "--json"]);
    assert_eq!(one, other);
    let (code, refused) = cakupan(&["risk", "cases/maros.json", r#"{"inputs":[]}"#]);
    assert!(code == 1 && refused.contains("inputs"), "{refused}");
}

/// 10 % of 13,595 are 1,359.
#[test]
fn the_time_after_is_told() {
    let (code, text) =
        cakupan(&["retention", "cases/maros.json", r#"{"months":4,"stayPercent":10}"#]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("13.595; 1.359 meneruskan sendiri"), "{text}");
    assert!(text.contains("1.359 peserta, 1.359 membayar sendiri"), "{text}");
    let (code, refused) = cakupan(&["retention", "cases/maros.json", r#"{"months":4}"#]);
    assert!(code == 1 && refused.contains("stayPercent"), "{refused}");
}
