//! What members and heirs may receive. Expected amounts from PP 82/2019, Permenaker 1/2025 and published claims (press);
//! the arithmetic stands beside each.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::ask::benefit;
use cakupan::scenario::BenefitRequest;
use common::{input, one_segment, scenario};
use serde_json::{Value, json};

fn asked(plan: &Value, request: &Value) -> Value {
    let scenario = scenario(plan);
    let request = BenefitRequest::read(&input(request)).unwrap();
    serde_json::to_value(benefit(&scenario, &request).unwrap()).unwrap()
}

/// Vulnerable workers with JKK and JKM at the lowest base, from a month on.
fn vulnerable(first: &str, months: u32, since: &str, people: u64) -> Value {
    let counts = json!([{ "from": since, "people": people }]);
    let segment = json!({ "class": "BPU", "enrolment": { "kind": "fixed", "counts": counts } });
    let mut plan = one_segment(segment, "apbdRegency");
    plan["period"] = json!({ "firstMonth": first, "months": months });
    plan
}

fn parts(payment: &Value) -> Vec<u64> {
    let parts = payment["parts"].as_array().unwrap();
    parts.iter().map(|part| part["rupiah"].as_u64().unwrap()).collect()
}

/// A report or row by name.
fn named<'v>(list: &'v Value, name: &str) -> &'v Value {
    list.as_array().unwrap().iter().find(|one| one["report"] == name).unwrap()
}

/// PP 82/2019: 20 + 12 + 10 million; at the base of one million 48 + 12 + 10 million, and 56 wages.
#[test]
fn one_case_pays_what_the_law_of_its_month_says() {
    let answer = asked(&vulnerable("2026-01", 12, "2025-01", 100), &Value::Null);
    let runs = answer["segments"][0]["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 1, "nothing changes in 2026");
    let run = &runs[0];
    assert_eq!((run["from"].as_str(), run["to"].as_str()), (Some("2026-01"), Some("2026-12")));
    assert_eq!(run["jkmDeath"]["rupiah"], 42_000_000);
    assert_eq!(parts(&run["jkmDeath"]), [20_000_000, 12_000_000, 10_000_000]);
    assert_eq!(run["jkkDeath"]["rupiah"], 70_000_000);
    assert_eq!(parts(&run["jkkDeath"]), [48_000_000, 12_000_000, 10_000_000]);
    let multiple = &run["jkkDeath"]["parts"][0];
    assert_eq!(
        (multiple["wages"].as_u64(), multiple["wageRupiah"].as_u64()),
        (Some(48), Some(1_000_000))
    );
    assert_eq!(multiple["instrument"], "PP 82/2019");
    assert_eq!(run["jkkDisability"]["rupiah"], 56_000_000);
    assert_eq!(run["scholarship"]["rupiah"], 174_000_000);
    assert_eq!(run["scholarshipAfterMonths"], 36);
    assert_eq!(answer["missing"], json!([]));
}

/// The wage of PU counts as it is; of BPU the base of the bracket: an income of 5.2 million has the base 5,450,000.
#[test]
fn work_accidents_pay_by_the_wage_that_is_insured() {
    let death = |segment: Value| {
        let answer = asked(&one_segment(segment, "apbdRegency"), &Value::Null);
        answer["segments"][0]["runs"][0]["jkkDeath"]["rupiah"].as_u64()
    };
    let fixed = |rupiah: u64| json!({ "kind": "fixed", "rupiah": rupiah });
    let pu = json!({ "class": "PU", "risk": "veryLow", "base": fixed(2_500_000) });
    assert_eq!(death(pu), Some(48 * 2_500_000 + 22_000_000));
    let bpu = json!({ "class": "BPU", "base": fixed(5_200_000) });
    assert_eq!(death(bpu), Some(48 * 5_450_000 + 22_000_000));
    // Half a rupiah goes up: 48 × 1,000,000.25 has none, 48 × 1,000,000.01 = 48,000,000.48.
    let odd = |cents: f64| json!({ "class": "PU", "risk": "low", "base": { "kind": "fixed", "rupiah": cents } });
    assert_eq!(death(odd(1_000_000.25)), Some(48_000_012 + 22_000_000));
    assert_eq!(death(odd(1_000_000.01)), Some(48_000_000 + 22_000_000));
}

/// A contract does not say its wages: nobody can tell what an accident pays.
#[test]
fn a_contract_has_no_wage_to_pay_by() {
    let contract = json!({ "kind": "contract", "rupiah": 1_000_000_000 });
    let segment = json!({ "class": "construction", "base": contract });
    let run = &asked(&one_segment(segment, "apbdRegency"), &Value::Null)["segments"][0]["runs"][0];
    assert_eq!((&run["jkkDeath"], &run["jkkDisability"]), (&Value::Null, &Value::Null));
    assert_eq!(run["jkmDeath"]["rupiah"], 42_000_000);
    assert_eq!((&run["jkmPriceRupiah"], &run["breakEvenPercent"]), (&Value::Null, &Value::Null));
}

/// Permenaker 1/2025: in the second month the burial alone, 10 million; from the fourth all. Who was a member before the
/// plan waits no more.
#[test]
fn new_members_wait_for_the_full_benefit() {
    let answer = asked(&vulnerable("2026-01", 12, "2026-01", 100), &Value::Null);
    let segment = &answer["segments"][0];
    assert_eq!(segment["personMonths"], 1_200);
    assert_eq!(segment["newcomerPersonMonths"], 300);
    let run = &segment["runs"][0];
    assert_eq!(run["jkmNewcomerDeath"]["rupiah"], 10_000_000);
    assert_eq!(run["jkmFullFromMonth"], 4);
    let before = asked(&vulnerable("2026-01", 12, "2025-12", 100), &Value::Null);
    assert_eq!(before["segments"][0]["newcomerPersonMonths"], 0);
    // Three months of cover: nobody ever gets more than the burial.
    let late = asked(&vulnerable("2026-10", 3, "2026-10", 100), &Value::Null);
    assert_eq!(late["segments"][0]["newcomerPersonMonths"], 300);
    // 50 more in June, while the others no longer wait: three months of 50.
    let mut later = vulnerable("2026-01", 12, "2026-01", 100);
    later["segments"][0]["enrolment"]["counts"] =
        json!([{ "from": "2026-01", "people": 100 }, { "from": "2026-06", "people": 150 }]);
    assert_eq!(asked(&later, &Value::Null)["segments"][0]["newcomerPersonMonths"], 300 + 150);
    // PU do not wait, as far as could be read.
    let wage = json!({ "kind": "fixed", "rupiah": 2_000_000 });
    let pu = one_segment(json!({ "class": "PU", "risk": "veryLow", "base": wage }), "apbdRegency");
    assert_eq!(asked(&pu, &Value::Null)["segments"][0]["newcomerPersonMonths"], 0);
}

/// Before 2 December 2019: 16.2 + 4.8 + 3.0 million, no waiting time, and amounts of JKK that are not known.
#[test]
fn before_december_2019_other_amounts_held() {
    let answer = asked(&vulnerable("2019-10", 4, "2019-10", 10), &Value::Null);
    let runs = answer["segments"][0]["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 2);
    assert_eq!(parts(&runs[0]["jkmDeath"]), [16_200_000, 4_800_000, 3_000_000]);
    assert_eq!(
        (runs[0]["to"].as_str(), runs[1]["from"].as_str()),
        (Some("2019-11"), Some("2019-12"))
    );
    assert_eq!(runs[0]["jkmDeath"]["rupiah"], 24_000_000, "also in the second month");
    assert_eq!(runs[0]["jkmNewcomerDeath"], Value::Null);
    assert_eq!(runs[1]["jkmDeath"]["rupiah"], 42_000_000);
    assert_eq!(runs[0]["jkkDeath"], Value::Null, "never a 0");
    let missing: Vec<&str> = answer["missing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            assert_eq!(
                (one["from"].as_str(), one["to"].as_str()),
                (Some("2019-10"), Some("2019-11"))
            );
            one["parameter"].as_str().unwrap()
        })
        .collect();
    let known = [
        "benefit.jkk.deathWages",
        "benefit.jkk.berkala",
        "benefit.jkk.pemakaman",
        "benefit.jkk.disabilityWages",
    ];
    assert_eq!(missing, known);
}

/// The rates that the reports make, from their own figures: 916 × 365 ÷ (263,903 × 268) = 0.4727 %, and so on.
#[test]
fn reports_make_the_rates_of_their_figures() {
    let answer = asked(&vulnerable("2026-01", 12, "2025-01", 100), &Value::Null);
    for (report, percent, scope) in [
        ("national2023.jkm", 0.1659, "national"),
        ("national2023.jkk", 0.4272, "national"),
        ("national2024.jkm", 0.1791, "national"),
        ("national2024.jkk", 1.0227, "national"),
        ("makassar2025.jkm", 0.4727, "local"),
        ("makassar2025.jkk", 1.3599, "local"),
        ("munaBarat2024.jkm", 0.4791, "local"),
        ("semarang2019.jkm", 0.4439, "local"),
        ("mukomuko2023.jkm", 0.2857, "local"),
    ] {
        let one = named(&answer["reports"], report);
        assert_eq!(one["percentAYear"], percent, "{report}");
        assert_eq!(one["scope"], scope, "{report}");
        assert_eq!(one["status"], "reported", "{report}");
        assert!(!one["caveat"]["id"].as_str().unwrap().is_empty());
    }
    assert_eq!(answer["reports"].as_array().unwrap().len(), 9);
}

/// 6,800 × 12 ÷ 42,000,000 = 0.1943 % a year. The whole country lies below it, every local report above.
#[test]
fn reports_stand_beside_the_incidence_that_breaks_even() {
    let answer = asked(&vulnerable("2026-01", 12, "2025-01", 100), &Value::Null);
    let run = &answer["segments"][0]["runs"][0];
    assert_eq!(run["jkmPriceRupiah"], 6_800);
    assert_eq!(run["breakEvenPercent"], 0.1943);
    let local = ["makassar2025.jkm", "mukomuko2023.jkm", "munaBarat2024.jkm", "semarang2019.jkm"];
    assert_eq!(run["aboveBreakEven"], json!(local));
    // Just at it is not above: 81,600 of 42,000,000 members, and one more.
    let claims = |cases: u64| json!({ "claims": [{ "name": "a", "programme": "JKM", "cases": cases, "members": 42_000_000, "months": 12, "note": "uji" }] });
    let above = |cases| {
        let answer = asked(&vulnerable("2026-01", 12, "2025-01", 1), &claims(cases));
        answer["segments"][0]["runs"][0]["aboveBreakEven"]
            .as_array()
            .unwrap()
            .contains(&json!("own.1"))
    };
    assert!(!above(81_600) && above(81_601));
}

/// Muna Barat: 11,560 workers × 16,800 × 26 months = 5,049,408,000 paid, 4.96 billion received: 98 %. Its own report
/// makes its own 120 cases again; 120 × 42 million = 5.04 billion.
#[test]
fn muna_barat_got_back_what_it_paid() {
    let answer = asked(&vulnerable("2022-11", 26, "2022-11", 11_560), &Value::Null);
    let paid = |name: &str| answer[name].as_u64().unwrap();
    assert_eq!(paid("jkmContributionRupiah"), 11_560 * 6_800 * 26);
    let contributions = paid("jkmContributionRupiah") + paid("jkkContributionRupiah");
    assert_eq!(contributions, 5_049_408_000);
    let report = named(&answer["reports"], "munaBarat2024.jkm");
    assert_eq!(report["rupiah"].as_u64().unwrap() * 100 / contributions, 98);
    let row = named(&answer["jkm"]["rows"], "munaBarat2024.jkm");
    assert_eq!((row["cases"].as_f64(), row["newcomerCases"].as_f64()), (Some(120.0), Some(0.0)));
    assert_eq!(row["rupiah"], 5_040_000_000_u64);
}

/// Makassar to 25 September 2025, its own members: 268 days are 8.811 months; in 9 months 916 × 9 ÷ 12 × 365 ÷ 268 =
/// 935.653 deaths, and accidents paid as its own did.
#[test]
fn makassar_has_a_range_with_its_own_report_in_it() {
    let answer = asked(&vulnerable("2025-01", 9, "2024-01", 263_903), &Value::Null);
    let jkm = named(&answer["jkm"]["rows"], "makassar2025.jkm");
    assert_eq!(jkm["cases"], 935.653);
    // (916 × 365 × 9 ÷ (268 × 12)) × 42 million = 39,297,425,373.13
    assert_eq!(jkm["rupiah"], 39_297_425_373_u64);
    let jkk = named(&answer["jkk"]["rows"], "makassar2025.jkk");
    // 25 billion × 365 × 9 ÷ (268 × 12) = 25,536,380,597.01
    assert_eq!(jkk["rupiah"], 25_536_380_597_u64);
    let ranges = answer["jkm"]["ranges"].as_array().unwrap();
    let scopes: Vec<&str> = ranges.iter().map(|range| range["scope"].as_str().unwrap()).collect();
    assert_eq!(scopes, ["national", "local"], "apart");
    let row = |report: &str| named(&answer["jkm"]["rows"], report)["cases"].clone();
    assert_eq!(ranges[1]["lowCases"], row("mukomuko2023.jkm"));
    assert_eq!(ranges[1]["highCases"], row("munaBarat2024.jkm"));
    assert_eq!(ranges[0]["lowCases"], row("national2023.jkm"));
}

/// One in a hundred a year among 100 members of 12 months is one death; a quarter of it in the waiting time:
/// ¾ × 42 million + ¼ × 10 million = 34 million.
#[test]
fn newcomers_are_paid_by_their_rule() {
    let claims = json!({ "claims": [{ "name": "Wilayah sendiri", "programme": "JKM", "cases": 10, "members": 1_000, "months": 12, "note": "catatan kantor" }] });
    let answer = asked(&vulnerable("2026-01", 12, "2026-01", 100), &claims);
    let row = named(&answer["jkm"]["rows"], "own.1");
    assert_eq!((row["cases"].as_f64(), row["newcomerCases"].as_f64()), (Some(1.0), Some(0.25)));
    assert_eq!(row["rupiah"], 34_000_000);
    assert_eq!(row["scope"], "own");
    let report = named(&answer["reports"], "own.1");
    assert_eq!(
        (report["status"].as_str(), report["seen"].as_str()),
        (Some("replaced"), Some("catatan kantor"))
    );
    // The contributions stand beside it and nothing is taken off them.
    assert_eq!(answer["jkmContributionRupiah"], 6_800 * 1_200);
    assert_eq!(answer["jkkContributionRupiah"], 10_000 * 1_200);
    assert!(answer["caution"]["id"].as_str().unwrap().contains("bukan janji"));
}

/// The other reading of the burial in the waiting time, 8 + 2 million, changes nothing; another amount shows itself.
#[test]
fn own_amounts_show() {
    let own = |value: u64| {
        let amounts = json!([{ "parameter": "benefit.jkm.santunan", "from": "2026-07", "value": value, "note": "usulan" }]);
        asked(&vulnerable("2026-01", 12, "2025-01", 100), &json!({ "amounts": amounts }))
    };
    let answer = own(25_000_000);
    let runs = answer["segments"][0]["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 2);
    assert_eq!(runs[1]["jkmDeath"]["rupiah"], 47_000_000);
    let part = &runs[1]["jkmDeath"]["parts"][0];
    assert_eq!(
        (part["status"].as_str(), part["instrument"].as_str()),
        (Some("replaced"), Some("usulan"))
    );
    assert_eq!(
        own(20_000_000)["segments"][0]["runs"].as_array().unwrap().len(),
        2,
        "another source"
    );
}

/// Segments with JHT alone pay nothing at death or accident here; sums are those of the segments that do.
#[test]
fn totals_are_sums_of_segments() {
    let mut plan = vulnerable("2026-01", 6, "2026-01", 37);
    let mut other = plan["segments"][0].clone();
    other["id"] = json!("dua");
    other["programmes"] = json!(["JKK", "JKM", "JHT"]);
    other["enrolment"]["counts"][0]["people"] = json!(1_001);
    plan["segments"].as_array_mut().unwrap().push(other);
    let answer = asked(&plan, &Value::Null);
    for programme in ["jkm", "jkk"] {
        for (position, row) in answer[programme]["rows"].as_array().unwrap().iter().enumerate() {
            let of =
                |segment: usize| answer["segments"][segment][programme]["rows"][position].clone();
            match row["rupiah"].as_u64() {
                Some(sum) => assert_eq!(
                    sum,
                    of(0)["rupiah"].as_u64().unwrap() + of(1)["rupiah"].as_u64().unwrap()
                ),
                None => assert_eq!(of(0)["rupiah"], Value::Null),
            }
            let cases = |row: &Value| (row["cases"].as_f64().unwrap() * 1_000.0).round();
            assert!((cases(row) - cases(&of(0)) - cases(&of(1))).abs() < 0.5);
        }
    }
}

#[test]
fn a_faulty_request_is_refused_at_its_place() {
    let problems = |request: Value| -> Vec<(String, String)> {
        let found = BenefitRequest::read(&input(&request)).unwrap_err();
        let pair = |one: cakupan::problem::Problem| {
            (serde_json::to_value(one.code).unwrap().as_str().unwrap().to_owned(), one.path)
        };
        found.into_iter().map(pair).collect()
    };
    let claims = json!({ "name": "a", "programme": "JHT", "cases": 1, "members": 1, "months": 1, "note": "x" });
    let amount = json!({ "parameter": "jkm.bpu", "from": "2026-01", "value": 1, "note": "x" });
    let late = json!({ "parameter": "benefit.jkm.santunan", "from": "2026-02", "to": "2026-01", "value": 1, "note": "x" });
    let found = problems(json!({ "claims": [claims, claims], "amounts": [amount, late] }));
    let expected = [
        ("unknownChoice", "claims[0].programme"),
        ("unknownChoice", "claims[1].programme"),
        ("duplicate", "claims[1].name"),
        ("unknownParameter", "amounts[0].parameter"),
        ("endsBeforeStart", "amounts[1].to"),
    ];
    assert_eq!(found, expected.map(|(code, path)| (code.to_owned(), path.to_owned())));
    let empty = json!({ "name": "a", "programme": "JKM", "cases": 1, "members": 0, "months": 0, "note": "x" });
    let found = problems(json!({ "claims": [empty], "kinds": 1 }));
    let places: Vec<&str> = found.iter().map(|(_, path)| path.as_str()).collect();
    assert_eq!(places, ["kinds", "claims[0].members", "claims[0].months"]);
}

/// Amounts beyond rupiah are said, not cut.
#[test]
fn amounts_beyond_rupiah_are_a_problem() {
    let claims = json!({ "claims": [{ "name": "a", "programme": "JKM", "cases": 300_000_000, "members": 1, "months": 1, "note": "x" }] });
    let request = BenefitRequest::read(&input(&claims)).unwrap();
    let plan = scenario(&vulnerable("2026-01", 12, "2025-01", 1_000_000));
    let found = benefit(&plan, &request).unwrap_err();
    assert_eq!(found[0].code, cakupan::code::Code::AmountTooLarge);
    assert_eq!(found[0].path, "segments[0]");
}
