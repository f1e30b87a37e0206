//! Reliefs (PP 49/2020, PP 50/2025): payers, amounts and remarks. Figures by hand from the percentages and months of
//! the regulations.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use common::{one_segment, problems, project_json};
use serde_json::{Value, json};

/// Rupiah of a month in a plan of one segment.
fn month(projection: &Value, month: &str) -> u64 {
    let months = projection["months"].as_array().unwrap();
    let column = months.iter().position(|known| known == month).unwrap();
    projection["monthly"]["rupiah"][column].as_u64().unwrap()
}

fn of_programme(projection: &Value, programme: &str) -> u64 {
    let programmes = projection["total"]["programmes"].as_array().unwrap();
    programmes.iter().find(|entry| entry["programme"] == programme).unwrap()["rupiah"]
        .as_u64()
        .unwrap()
}

fn notice<'a>(projection: &'a Value, code: &str) -> Option<&'a Value> {
    projection["notices"].as_array().unwrap().iter().find(|notice| notice["code"] == code)
}

/// 100 BPU workers outside transport in 2026 (PP 50/2025): three months at 16,800 and nine at 8,400 if they pay
/// themselves. An APBD in the order of use may pay, so it excludes the relief, until the planner states that it will
/// not pay.
#[test]
fn a_fund_in_the_order_of_use_may_pay_until_the_planner_says_that_it_will_not() {
    let of = |ceiling: Option<u64>, will_not_pay: bool| {
        let mut plan = one_segment(json!({ "class": "BPU", "name": "Nelayan" }), "self");
        plan["segments"][0]["enrolment"]["counts"][0]["people"] = json!(100);
        plan["funds"][0]["next"] = json!("apbd");
        let apbd = json!({ "id": "apbd", "name": "APBD Maros", "kind": "apbdRegency", "willNotPay": will_not_pay });
        plan["funds"].as_array_mut().unwrap().push(apbd);
        if let Some(rupiah) = ceiling {
            plan["funds"][0]["ceilings"] = json!([{ "year": 2026, "rupiah": rupiah }]);
        }
        plan
    };
    let rupiah = |plan: &Value| project_json(plan)["total"]["rupiah"].as_u64().unwrap();
    let mut alone = of(None, false);
    alone["funds"][0]["next"] = Value::Null;
    assert_eq!(rupiah(&alone), 12_600_000);
    let mut apbd = alone.clone();
    apbd["funds"][0]["kind"] = json!("apbdRegency");
    assert_eq!(rupiah(&apbd), 20_160_000);

    let may = project_json(&of(None, false));
    assert_eq!(may["total"]["rupiah"], 20_160_000);
    let denied = notice(&may, "reliefDeniedByNext").unwrap();
    assert_eq!(denied["params"]["rupiah"], 7_560_000, "100 × 9 × 8,400");
    assert_eq!(denied["params"]["fund"], "APBD Maros");
    assert!(notice(&may, "reliefDenied").is_none());
    // With a share it pays.
    let mut shared = of(None, false);
    shared["segments"][0]["payers"] =
        json!([{ "fund": "dana", "percent": 99 }, { "fund": "apbd", "percent": 1 }]);
    let shared = project_json(&shared);
    assert_eq!(notice(&shared, "reliefDenied").unwrap()["params"]["payer"], "apbdRegency");
    assert!(notice(&shared, "reliefDeniedByNext").is_none());

    let will_not = project_json(&of(None, true));
    assert_eq!(will_not["total"]["rupiah"], 12_600_000);
    assert_eq!(notice(&will_not, "reliefApplied").unwrap()["params"]["rupiah"], 7_560_000);
    assert!(notice(&will_not, "willNotPayAsked").is_none());
    // A price does not depend on ceilings; a remark says that bills reach the fund.
    let asked = project_json(&of(Some(10_000_000), true));
    assert_eq!(asked["total"]["rupiah"], 12_600_000);
    let warning = notice(&asked, "willNotPayAsked").unwrap();
    assert_eq!(warning["path"], "funds[2].willNotPay");
    assert_eq!(
        (&warning["params"]["rupiah"], &warning["params"]["year"]),
        (&json!(2_600_000), &json!("2026"))
    );
    // A fund that will not pay may not have a share.
    let mut contradiction = of(None, true);
    contradiction["segments"][0]["payers"] =
        json!([{ "fund": "dana", "percent": 99 }, { "fund": "apbd", "percent": 1 }]);
    assert_eq!(
        problems(&contradiction),
        [("willNotPayShare".into(), "segments[0].payers[1].percent".into())]
    );
    contradiction["segments"][0]["payers"] =
        json!([{ "fund": "dana", "percent": 100 }, { "fund": "apbd", "percent": 0 }]);
    assert_eq!(rupiah(&contradiction), 12_600_000);
}

/// A fisher for 2026 and a driver, by payer: PP 50/2025 halves JKK and JKM, not JHT.
#[test]
fn relief_follows_who_pays() {
    let of = |kind: &str, programmes: Value, sector: &str, when: &str| {
        let mut scenario = one_segment(
            json!({ "class": "BPU", "programmes": programmes, "sector": sector }),
            kind,
        );
        scenario["period"] = json!({ "firstMonth": "2025-12", "months": 18 });
        month(&project_json(&scenario), when)
    };
    let two = || json!(["JKK", "JKM"]);
    let three = || json!(["JKK", "JKM", "JHT"]);
    assert_eq!(of("apbdRegency", two(), "other", "2026-06"), 16_800);
    assert_eq!(of("self", two(), "other", "2026-06"), 8_400);
    assert_eq!(of("self", three(), "other", "2026-06"), 28_400, "JHT is never halved");
    assert_eq!(of("self", two(), "other", "2026-03"), 16_800, "before the window");
    assert_eq!(of("self", two(), "other", "2026-04"), 8_400);
    assert_eq!(of("self", two(), "other", "2026-12"), 8_400);
    assert_eq!(of("self", two(), "other", "2027-01"), 16_800, "after the window");
    assert_eq!(of("self", two(), "transport", "2025-12"), 16_800);
    assert_eq!(of("self", two(), "transport", "2026-01"), 8_400, "transport begins earlier");
    assert_eq!(of("self", two(), "transport", "2027-03"), 8_400);
    assert_eq!(of("self", two(), "transport", "2027-04"), 16_800);
}

#[test]
fn where_the_text_is_silent_the_default_shows_and_can_be_switched() {
    for payer in ["csr", "add", "danaDesa", "pades", "bhpr", "baznas", "employer"] {
        let mut scenario = one_segment(json!({ "class": "BPU" }), payer);
        let open = project_json(&scenario);
        assert_eq!(month(&open, "2026-06"), 16_800, "{payer}: a budget must not fall short");
        let notice = open["notices"]
            .as_array()
            .unwrap()
            .iter()
            .find(|notice| notice["code"] == "reliefOpen")
            .unwrap();
        assert_eq!(
            (&notice["params"]["payer"], &notice["params"]["applies"]),
            (&json!(payer), &json!("no"))
        );
        scenario["reliefs"] =
            json!([{ "relief": "relief.pp50of2025.other", "payer": payer, "applies": true }]);
        let chosen = project_json(&scenario);
        assert_eq!(month(&chosen, "2026-06"), 8_400);
        assert!(
            chosen["notices"]
                .as_array()
                .unwrap()
                .iter()
                .any(|notice| notice["code"] == "reliefChosen")
        );
    }
    // The planner cannot decide what the text states.
    for payer in ["apbdRegency", "apbdProvince", "apbn", "dbhSawit", "self"] {
        let mut scenario = one_segment(json!({ "class": "BPU" }), payer);
        scenario["reliefs"] =
            json!([{ "relief": "relief.pp50of2025.other", "payer": payer, "applies": true }]);
        assert_eq!(
            problems(&scenario),
            [("reliefDecided".into(), "reliefs[0].payer".into())],
            "{payer}"
        );
    }
}

/// A choice says which relief and which money it is about; it holds for no other.
#[test]
fn a_choice_for_another_relief_or_payer_changes_nothing() {
    let of = |relief: &str, payer: &str| {
        let mut scenario = one_segment(json!({ "class": "BPU" }), "danaDesa");
        scenario["reliefs"] = json!([{ "relief": relief, "payer": payer, "applies": true }]);
        month(&project_json(&scenario), "2026-06")
    };
    assert_eq!(of("relief.pp50of2025.other", "danaDesa"), 8_400);
    assert_eq!(of("relief.pp50of2025.other", "csr"), 16_800);
    assert_eq!(of("relief.pp50of2025.transport", "danaDesa"), 16_800);
    assert_eq!(of("relief.pp49of2020", "danaDesa"), 16_800);
}

#[test]
fn one_excluded_payer_takes_the_relief_from_the_whole_bill() {
    let mut scenario = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    scenario["segments"][0]["payers"] =
        json!([{ "fund": "dana", "percent": 1 }, { "fund": "pekerja", "percent": 99 }]);
    assert_eq!(month(&project_json(&scenario), "2026-06"), 16_800);
    scenario["segments"][0]["payers"] =
        json!([{ "fund": "dana", "percent": 0 }, { "fund": "pekerja", "percent": 100 }]);
    assert_eq!(
        month(&project_json(&scenario), "2026-06"),
        8_400,
        "who pays nothing excludes nobody"
    );
}

/// PP 49/2020: 99 % off for those who pay for themselves or their workers; for other payers the planner decides.
#[test]
fn in_the_covid_window_one_percent_is_left() {
    let of = |kind: &str, reliefs: Value| {
        let mut scenario = one_segment(json!({ "class": "BPU" }), kind);
        scenario["period"] = json!({ "firstMonth": "2020-07", "months": 8 });
        scenario["reliefs"] = reliefs;
        let projection = project_json(&scenario);
        ["2020-07", "2020-08", "2021-01", "2021-02"].map(|name| month(&projection, name))
    };
    let relieved = [16_800, 100 + 68, 100 + 68, 16_800];
    assert_eq!(of("self", json!([])), relieved);
    assert_eq!(of("employer", json!([])), relieved);
    let kinds = [
        "apbn",
        "apbdProvince",
        "apbdRegency",
        "dbhSawit",
        "dbhCht",
        "otsus",
        "add",
        "danaDesa",
        "pades",
        "bhpr",
        "csr",
        "baznas",
    ];
    for kind in kinds {
        assert_eq!(of(kind, json!([])), [16_800; 4], "{kind}: a budget must not fall short");
        let choice = json!([{ "relief": "relief.pp49of2020", "payer": kind, "applies": true }]);
        assert_eq!(of(kind, choice), relieved, "{kind}");
    }
}

/// PP 49/2020, Pasal 12: construction too. A contract of 1,000,000,001 paid by the contractor in August 2020: JKK by
/// layers 210,000 + 680,000 + 650,000 + 0.0011 = 1,540,000.0011, JKM 30,000 + 80,000 + 100,000 + 0.0001 =
/// 210,000.0001; 1 % of each is billed.
#[test]
fn a_contract_of_august_2020_pays_one_percent() {
    let of = |kind: &str| {
        let mut scenario = one_segment(
            json!({ "class": "construction", "base": { "kind": "contract", "rupiah": 1_000_000_001_u64 } }),
            kind,
        );
        scenario["period"] = json!({ "firstMonth": "2020-08", "months": 3 });
        scenario["segments"][0]["enrolment"]["counts"][0]["people"] = json!(40);
        project_json(&scenario)
    };
    let paid = of("employer");
    assert_eq!((of_programme(&paid, "JKK"), of_programme(&paid, "JKM")), (15_400, 2_100));
    // Without the relief 1,540,000 and 210,000; its worth counts once, whatever the number of heads and months.
    let worth = |projection: &Value, code: &str| {
        notice(projection, code).unwrap()["params"]["rupiah"].clone()
    };
    assert_eq!(worth(&paid, "reliefApplied"), 1_540_000 - 15_400 + 210_000 - 2_100);
    let open = of("apbdRegency");
    assert_eq!((of_programme(&open, "JKK"), of_programme(&open, "JKM")), (1_540_000, 210_000));
    assert_eq!(worth(&open, "reliefOpen"), 1_540_000 - 15_400 + 210_000 - 2_100);
}

/// PP 49/2020, Pasal 13: those who joined after July 2020 pay two months in full. A remark says so where people join.
#[test]
fn who_joins_in_the_covid_window_pays_in_full_at_first_and_that_is_said() {
    let of = |kind: &str, counts: Value| {
        let mut scenario = one_segment(json!({ "class": "BPU" }), kind);
        scenario["period"] = json!({ "firstMonth": "2020-07", "months": 9 });
        scenario["segments"][0]["enrolment"]["counts"] = counts;
        let projection = project_json(&scenario);
        notice(&projection, "reliefNewcomers").map(|notice| notice["params"].clone())
    };
    let count = |from: &str, people: u32| json!({ "from": from, "people": people });
    let rising = || {
        json!([
            count("2020-01", 10),
            count("2020-09", 15),
            count("2020-12", 22),
            count("2021-02", 90)
        ])
    };
    let told = of("self", rising()).unwrap();
    assert_eq!(told["people"], 5 + 7, "February 2021 lies after the relief");
    assert_eq!((&told["from"], &told["to"]), (&json!("2020-09"), &json!("2020-12")));
    assert_eq!((&told["months"], &told["article"]), (&json!(2), &json!("Pasal 13")));
    assert_eq!(of("self", json!([count("2020-01", 10)])), None, "members before the plan");
    assert_eq!(of("self", json!([count("2020-07", 10)])), None, "July is not after July");
    assert_eq!(of("apbdRegency", rising()), None, "no relief is counted");
}

#[test]
fn a_relief_says_what_it_is_worth() {
    let of = |kind: &str, code: &str| {
        let projection = project_json(&one_segment(json!({ "class": "BPU" }), kind));
        notice(&projection, code).unwrap()["params"]["rupiah"].as_u64()
    };
    // Nine months (April to December 2026) at 8,400 for one person.
    assert_eq!(of("apbdRegency", "reliefDenied"), Some(75_600));
    assert_eq!(of("self", "reliefApplied"), Some(75_600));
    assert_eq!(of("csr", "reliefOpen"), Some(75_600));
}
