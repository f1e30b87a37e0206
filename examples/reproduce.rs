//! cargo add cakupan serde_json
use cakupan::plan::project;
use cakupan::problem::Problems;
use cakupan::scenario::{Input, read};

const PLAN: &str = r#"{"schema":1,"region":{"name":"Kabupaten Manggarai Barat","level":"regency"},"period":{"firstMonth":"2025-01","months":12},"segments":[{"id":"rentan","name":"Pekerja rentan","class":"BPU","programmes":["JKK","JKM"],"enrolment":{"kind":"fixed","counts":[{"from":"2025-01","people":2829}]},"payers":[{"fund":"apbd","percent":100}]}],"funds":[{"id":"apbd","name":"APBD","kind":"apbdRegency"}]}"#;

fn main() -> Result<(), Problems> {
    // What is no JSON is no plan either, and the check says so.
    let input = serde_json::from_str(PLAN).unwrap_or(Input::Unreadable);
    let scenario = read(&input)?;
    println!("{}", project(&scenario)?.total.rupiah.get()); // 570326400
    Ok(())
}
