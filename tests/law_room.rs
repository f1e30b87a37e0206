//! Payers of reliefs, overrides and assumptions, the law of a date, and rules on groups. Expected figures by hand
//! from the regulations named at each test.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::words::tell;
use common::{one_segment, project_json, scenario};
use serde_json::{Value, json};

/// Notices of a plan with their Indonesian sentences.
fn told(plan: &Value) -> Vec<(String, String, String)> {
    let scenario = scenario(plan);
    let projection = cakupan::plan::project(&scenario).unwrap();
    let told = serde_json::to_value(tell(&projection.notices)).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    told.as_array()
        .unwrap()
        .iter()
        .map(|notice| {
            (text(&notice["code"]), text(&notice["path"]), text(&notice["message"]["id"]))
        })
        .collect()
}

fn codes(plan: &Value) -> Vec<String> {
    told(plan).into_iter().map(|(code, ..)| code).collect()
}

fn rupiah(plan: &Value) -> u64 {
    project_json(plan)["total"]["rupiah"].as_u64().unwrap()
}

/// One BPU worker in June 2026.
fn june(kind: &str) -> Value {
    let mut plan = one_segment(json!({ "class": "BPU", "name": "Nelayan" }), kind);
    plan["period"] = json!({ "firstMonth": "2026-06", "months": 1 });
    plan
}

/// PP 50/2025, Pasal 3, in June 2026: the payer decides.
#[test]
fn one_relief_and_four_payers() {
    for (kind, rupees, code, words) in [
        (
            "apbdRegency",
            16_800,
            "reliefDenied",
            "sebab iuran dibayar oleh APBD kabupaten/kota. Nilainya Rp 8.400",
        ),
        ("employer", 16_800, "reliefOpen", "pemberi kerja aturan belum jelas"),
        ("add", 16_800, "reliefOpen", "Alokasi Dana Desa (ADD) aturan belum jelas"),
        ("csr", 16_800, "reliefOpen", "CSR/TJSLP aturan belum jelas"),
        ("self", 8_400, "reliefApplied", "nilainya Rp 8.400"),
    ] {
        let plan = june(kind);
        assert_eq!(rupiah(&plan), rupees, "{kind}");
        let told = told(&plan);
        let (_, path, said) = told.iter().find(|(found, ..)| found == code).unwrap();
        assert_eq!(path, "segments[0].payers");
        assert!(said.contains("PP 50/2025") && said.contains("50 %"), "{said}");
        assert!(said.contains(words), "{kind}: {said}");
    }
    // The article is given with the value.
    let used = project_json(&june("self"))["parameters"].clone();
    let relief =
        used.as_array().unwrap().iter().find(|one| one["key"] == "relief.pp50of2025.other");
    assert_eq!(relief.unwrap()["article"], "Pasal 3");
    // The planner can decide what the text leaves open, not what it states.
    for (kind, expected) in [("add", Ok(8_400)), ("apbdRegency", Err("reliefDecided"))] {
        let mut plan = june(kind);
        plan["reliefs"] =
            json!([{ "relief": "relief.pp50of2025.other", "payer": kind, "applies": true }]);
        match expected {
            Ok(rupees) => assert_eq!(rupiah(&plan), rupees),
            Err(code) => assert_eq!(common::problems(&plan)[0].0, code),
        }
    }
}

#[test]
fn a_relief_can_be_ended_prolonged_or_changed() {
    let with = |first: &str, replacement: Value| {
        let mut plan = june("self");
        plan["period"]["firstMonth"] = json!(first);
        plan["overrides"] = json!([replacement]);
        plan
    };
    let of = |from: &str, value: u32| json!({ "parameter": "relief.pp50of2025.other", "from": from, "value": value, "note": "uji" });
    let ended = with("2026-06", of("2026-05", 0));
    assert_eq!(rupiah(&ended), 16_800);
    assert!(codes(&ended).contains(&"notStatutory".to_owned()), "0 % where PP 50/2025 says 50 %");
    let prolonged = with("2027-06", of("2027-01", 50));
    assert_eq!(rupiah(&prolonged), 8_400);
    assert!(codes(&prolonged).contains(&"valueReplaced".to_owned()), "nothing is in force in 2027");
    assert_eq!(rupiah(&with("2026-06", of("2026-05", 25))), 12_600);
    // JKK 1 % of 1,000,000 and JKM 6,800; the reading of the payer stays that of the text.
    let mut apbd = with("2027-06", of("2027-01", 50));
    apbd["funds"][0]["kind"] = json!("apbdRegency");
    assert_eq!(rupiah(&apbd), 16_800);
}

/// PP 44/2015, Lampiran II: income 2,500,000 is in the row with base 2,600,000; a replaced table gives 2,000,000.
#[test]
fn tables_are_replaced_by_rows() {
    let mut plan = one_segment(
        json!({ "class": "BPU", "base": { "kind": "fixed", "rupiah": 2_500_000 } }),
        "apbdRegency",
    );
    plan["period"]["months"] = json!(1);
    assert_eq!(rupiah(&plan), 26_000 + 6_800);
    plan["overrides"] = json!([{ "parameter": "bpu.brackets", "from": "2026-01", "note": "naskah PP 44/2015",
        "rows": [{ "fromRupiah": 0, "value": 1_000_000 }, { "fromRupiah": 2_000_000, "value": 2_000_000 }] }]);
    assert_eq!(rupiah(&plan), 20_000 + 6_800);
    let used = project_json(&plan)["parameters"].clone();
    let table = used.as_array().unwrap().iter().find(|one| one["key"] == "bpu.brackets").unwrap();
    assert_eq!(table["status"], "replaced");
    assert_eq!(table["rows"][1]["fromRupiah"], 2_000_000);
    // Contract: 0.5 % of 200 million for JKK by override, 50,000 by law for JKM.
    let mut contract = one_segment(
        json!({ "class": "construction", "base": { "kind": "contract", "rupiah": 200_000_000 } }),
        "apbdRegency",
    );
    contract["overrides"] = json!([{ "parameter": "jkk.construction.layers", "from": "2026-01", "note": "uji", "rows": [{ "fromRupiah": 0, "value": 0.5 }] }]);
    assert_eq!(rupiah(&contract), 1_000_000 + 50_000);
}

/// 16,000 a month, as published for Kepahiang, is not the statutory 16,800.
#[test]
fn a_rate_that_is_not_statutory_is_named() {
    let mut plan = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    plan["overrides"] =
        json!([{ "parameter": "jkm.bpu", "from": "2026-01", "value": 6_000, "note": "Kepahiang" }]);
    assert_eq!(rupiah(&plan), 16_000 * 12);
    let told = told(&plan);
    let (_, path, said) = told.iter().find(|(code, ..)| code == "notStatutory").unwrap();
    assert_eq!(path, "overrides[0]");
    assert!(
        said.contains("6.000 rupiah")
            && said.contains("6.800 rupiah")
            && said.contains("Kepahiang"),
        "{said}"
    );
}

/// PP 45/2015, Pasal 29 ayat (3): 11,086,300 grows in March 2027 and again in March 2028, cut to Rp 100 each time.
#[test]
fn the_jp_ceiling_grows_beyond_the_known_only_where_the_planner_says_so() {
    let mut plan = one_segment(
        json!({ "class": "PU", "risk": "veryLow", "programmes": ["JP"], "base": { "kind": "fixed", "rupiah": 50_000_000 },
            "workerPayers": [{ "fund": "pekerja", "percent": 100 }] }),
        "apbdRegency",
    );
    plan["period"] = json!({ "firstMonth": "2027-02", "months": 14 });
    assert_eq!(common::problems(&plan)[0].0, "noLawValue");
    plan["assumptions"] = json!([{ "kind": "growth", "parameter": "jp.ceiling", "percent": 5, "note": "rata-rata lima tahun" }]);
    let of_2027 = 11_086_300 * 105 / 100 / 100 * 100_u64;
    let of_2028 = of_2027 * 105 / 100 / 100 * 100;
    assert_eq!((of_2027, of_2028), (11_640_600, 12_222_600));
    let three = |ceiling: u64| (ceiling * 2 + 50) / 100 + (ceiling + 50) / 100;
    let expected = three(11_086_300) + 12 * three(of_2027) + three(of_2028);
    assert_eq!(rupiah(&plan), expected);
    let projection = project_json(&plan);
    let grown: Vec<_> = projection["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|used| used["status"] == "extrapolated")
        .map(|used| (used["from"].as_str().unwrap(), used["value"].as_u64().unwrap()))
        .collect();
    assert_eq!(grown, [("2027-03", of_2027), ("2028-03", of_2028)]);
    assert_eq!(codes(&plan).iter().filter(|code| *code == "valueExtrapolated").count(), 2);
    // The explanation has the value before and the growth.
    let scenario = scenario(&plan);
    let question = cakupan::scenario::Question::default();
    let tree = cakupan::ask::explain(&scenario, &question).unwrap();
    let tree = serde_json::to_value(&tree).unwrap();
    assert!(tree.to_string().contains("assumptions[0]"));
    assert_eq!(common::evaluate(&tree), i128::from(expected));
}

/// On 1 December 2025 neither PP 50/2025 (22 December) nor the wages and ceiling of 2026 were known. The formula of
/// PP 49/2025 then gives the UMP that was set later, 3,921,088.79.
#[test]
fn the_law_of_a_day_knows_nothing_of_later_days() {
    let mut plan = june("self");
    plan["lawDate"] = json!("2025-12-01");
    assert_eq!(rupiah(&plan), 16_800);
    assert!(codes(&plan).contains(&"lawAsOf".to_owned()));
    assert_eq!(project_json(&plan)["lawDate"], "2025-12-01");
    plan["lawDate"] = json!("2025-12-22");
    assert_eq!(rupiah(&plan), 8_400);

    let mut wage = one_segment(
        json!({ "class": "PU", "risk": "veryLow", "programmes": ["JKM"],
            "base": { "kind": "minimumWage", "parameter": "minimumWage.ump.sulawesiSelatan", "percent": 100 } }),
        "apbdRegency",
    );
    wage["lawDate"] = json!("2025-12-01");
    assert_eq!(common::problems(&wage)[0].0, "noLawValue");
    wage["assumptions"] = json!([{ "kind": "wageFormula", "parameter": "minimumWage.ump.sulawesiSelatan",
        "inflationPercent": 3.03, "alpha": 0.8, "growthPercent": 5.22, "note": "BPS" }]);
    let used = project_json(&wage)["parameters"].clone();
    let ump =
        used.as_array().unwrap().iter().find(|one| one["key"] == "minimumWage.ump.sulawesiSelatan");
    // 3,657,527.37 × 1.07206 = 3,921,088.792…, cut to sen.
    assert_eq!(ump.unwrap()["value"], 3_921_088.79);
    assert_eq!(ump.unwrap()["status"], "extrapolated");
}

/// An override is the base of later growth; before the first value there is no growth.
#[test]
fn growth_starts_from_what_the_planner_put_in() {
    let law = |plan: &Value, key: &str, month: (u16, u16)| {
        let scenario = scenario(plan);
        let key = cakupan::law::Key::parse(key).unwrap();
        let month = cakupan::month::Month::of(month.0, month.1);
        let found = scenario.law().rupiah(key, month).ok();
        found.map(|found| serde_json::to_value(found.value).unwrap())
    };
    let mut plan = june("self");
    plan["assumptions"] =
        json!([{ "kind": "growth", "parameter": "jp.ceiling", "percent": 10, "note": "uji" }]);
    plan["overrides"] = json!([{ "parameter": "jp.ceiling", "from": "2027-03", "to": "2028-02", "value": 12_000_000, "note": "surat" }]);
    assert_eq!(law(&plan, "jp.ceiling", (2027, 3)), Some(json!(12_000_000)));
    assert_eq!(law(&plan, "jp.ceiling", (2028, 3)), Some(json!(13_200_000)));
    assert_eq!(law(&plan, "jp.ceiling", (2014, 12)), None);
    assert_eq!(
        law(&plan, "minimumWage.ump.sulawesiSelatan", (2027, 1)),
        None,
        "no assumption for it"
    );
}

#[test]
fn rules_on_money_know_whom_they_name() {
    let of = |group: &str, kind: &str, year: u32| {
        let mut plan = one_segment(json!({ "class": "BPU", "group": group }), kind);
        plan["period"] = json!({ "firstMonth": format!("{year}-01"), "months": 12 });
        codes(&plan).into_iter().find(|code| code.starts_with("fund")).unwrap_or_default()
    };
    // Permendagri 15/2023 for 2024; Permendes 16/2025 for 2026: prohibited uses, and PKTD.
    assert_eq!(of("villageHead", "danaDesa", 2024), "fundForbidden");
    assert_eq!(of("vulnerable", "danaDesa", 2024), "fundForbidden");
    assert_eq!(of("villageOfficial", "danaDesa", 2026), "fundForbidden");
    assert_eq!(of("bpd", "danaDesa", 2026), "fundForbidden");
    assert_eq!(of("cashForWork", "danaDesa", 2026), "fundAllowed");
    assert_eq!(of("vulnerable", "danaDesa", 2026), "fundRule", "not mentioned by name");
    assert_eq!(of("villageOfficial", "add", 2026), "fundAllowed");
    assert_eq!(of("vulnerable", "danaDesa", 2025), "fundRule", "the rule of 2025 was not read");
    // Permendagri 84/2022: RT/RW by the APBD of 2023, and of that year only.
    assert_eq!(of("villageBody", "apbdRegency", 2023), "fundAllowed");
    assert_eq!(of("villageBody", "apbdRegency", 2024), "");
    // Permenaker 1/2025, Pasal 2: PPPK are not in the group; who insures them part-time is not settled.
    assert_eq!(of("pppkPartTime", "apbdRegency", 2026), "fundLimited");
    assert_eq!(of("pppk", "apbn", 2026), "fundLimited");
    assert_eq!(of("nonAsn", "apbdRegency", 2026), "fundAllowed");
    assert_eq!(of("nonAsn", "csr", 2026), "");
}

/// PMK 72/2024 was promulgated on 18 October 2024; before it PMK 215/PMK.07/2021 had the same shares.
#[test]
fn the_tobacco_share_is_told_by_the_rule_of_its_month() {
    let of = |first: &str, months: u32| -> Vec<String> {
        let mut plan = one_segment(json!({ "class": "BPU" }), "dbhCht");
        plan["period"] = json!({ "firstMonth": first, "months": months });
        let said = told(&plan).into_iter().filter(|(code, ..)| code == "fundRule");
        said.map(|(.., said)| said).collect()
    };
    let names = |said: &[String], instrument: &str| said.iter().any(|one| one.contains(instrument));
    let before = of("2024-09", 1);
    assert!(before.len() == 1 && names(&before, "PMK 215/PMK.07/2021"), "{before:?}");
    let after = of("2024-10", 1);
    assert!(after.len() == 1 && names(&after, "PMK 72/2024"), "{after:?}");
    assert_eq!(of("2024-01", 12).len(), 2);
    assert_eq!(of("2021-12", 1).len(), 0);
}

#[test]
fn a_cell_of_the_matrix_is_the_planners_to_decide() {
    let with = |permission: Value| {
        let mut plan =
            one_segment(json!({ "class": "BPU", "group": "villageOfficial" }), "danaDesa");
        plan["permissions"] = json!([permission]);
        plan
    };
    let cell = |group: &str, note: Value| json!({ "rule": "fund.danaDesa.2026", "group": group, "allowed": true, "note": note });
    let chosen = with(cell("villageOfficial", json!("SE Bupati 7/2026")));
    let told = told(&chosen);
    let (_, path, said) = told.iter().find(|(code, ..)| code == "fundChosen").unwrap();
    assert_eq!(path, "permissions[0]");
    assert!(
        said.contains("menurut pilihan Anda: ya") && said.contains("SE Bupati 7/2026"),
        "{said}"
    );
    assert!(!told.iter().any(|(code, ..)| code == "fundForbidden"));
    // It changes remarks and no rupiah; a permission without a billed month is reported as unused.
    assert_eq!(rupiah(&chosen), rupiah(&with(cell("bpd", Value::Null))));
    let unused = project_json(&with(cell("bpd", Value::Null)))["unused"].clone();
    assert!(unused.as_array().unwrap().iter().any(|one| one["code"] == "permissionUnused"));
    // With a `lawDate` only rules known on that day count (docs/method.md, section 3): the rule of 2026 is not known in
    // 2024, so nothing is remarked by the planner's choice either.
    let mut early = with(cell("villageOfficial", Value::Null));
    early["lawDate"] = json!("2024-01-01");
    let answer = project_json(&early);
    let has = |list: &str, code: &str| {
        answer[list].as_array().unwrap().iter().any(|one| one["code"] == code)
    };
    assert!(has("unused", "permissionUnused") && !has("notices", "fundChosen"));
    let mut broken = with(cell("bpd", Value::Null));
    broken["permissions"][0]["rule"] = json!("fund.danaDesa");
    assert_eq!(
        common::problems(&broken),
        [("unknownParameter".into(), "permissions[0].rule".into())]
    );
}

#[test]
fn members_who_will_not_stay_are_named() {
    let with = |segment: Value, change: &dyn Fn(&mut Value)| {
        let mut plan = one_segment(segment, "apbdRegency");
        change(&mut plan);
        told(&plan)
    };
    let find = |told: Vec<(String, String, String)>, code: &str| {
        told.into_iter().find(|(found, ..)| found == code).map(|(.., said)| said)
    };
    let counts = |people: u32| json!({ "kind": "fixed", "counts": [{ "from": "2026-01", "people": people }] });
    let election = json!({ "class": "PU", "risk": "veryLow", "group": "election", "enrolment": counts(36_000),
        "base": { "kind": "fixed", "rupiah": 1_000_000 }, "billed": [{ "from": "2026-01", "to": "2026-02" }] });
    let said = find(with(election, &|_| ()), "oneYearOnly").unwrap();
    assert!(said.contains("36.000 peserta menaikkan cakupan 2026"), "{said}");

    let project = json!({ "class": "construction", "base": { "kind": "fixed", "rupiah": 3_000_000 }, "enrolment": counts(40),
        "billed": [{ "from": "2026-03", "to": "2026-08" }] });
    let said = find(with(project.clone(), &|_| ()), "projectEnds").unwrap();
    assert!(said.contains("proyek berakhir Agustus 2026; sesudah itu 40 peserta"), "{said}");
    let whole =
        find(with(project, &|plan| plan["segments"][0]["billed"] = Value::Null), "projectEnds");
    assert_eq!(whole, None, "it runs to the end of the plan");

    // 100 people × 16,800 × six months after June.
    let agreed = json!({ "class": "BPU", "agreementUntil": "2026-06", "enrolment": counts(100) });
    let said = find(with(agreed, &|_| ()), "agreementEnds").unwrap();
    assert!(said.contains("berakhir Juni 2026") && said.contains("Rp 10.080.000"), "{said}");

    // Wajo: its published segments are above 100 %.
    let above = json!({ "class": "BPU", "enrolment": { "kind": "fixed", "counts": [{ "from": "2026-01", "people": 150 }], "eligible": 120 } });
    let said = find(with(above, &|_| ()), "segmentAboveEligible").unwrap();
    assert!(said.contains("(150) adalah 125 % dari potensi peserta (120)"), "{said}");
}

#[test]
fn inputs_without_effect_say_why() {
    let mut plan = one_segment(
        json!({ "class": "BPU", "sector": "other", "programmes": ["JKM"], "base": { "kind": "fixed", "rupiah": 2_000_000 },
            "enrolment": { "kind": "fixed", "counts": [{ "from": "2019-01", "people": 5 }, { "from": "2020-01", "people": 7 }, { "from": "2027-01", "people": 9 }] } }),
        "apbdRegency",
    );
    plan["period"] = json!({ "firstMonth": "2024-01", "months": 12 });
    plan["funds"][0]["ceilings"] =
        json!([{ "year": 2024, "rupiah": 1 }, { "year": 2030, "rupiah": 1 }]);
    plan["funds"][0]["accounts"] = json!([{ "programme": "JKK", "code": "5.1", "description": "JKK" }, { "programme": "JKM", "code": "5.2", "description": "JKM" }]);
    plan["workforce"] =
        json!({ "denominator": "own", "eligible": [{ "from": "2024-01", "people": 100 }] });
    plan["target"] = json!({ "shape": "step", "points": [{ "month": "2025-01", "percent": 50 }] });
    plan["reliefs"] =
        json!([{ "relief": "relief.pp50of2025.other", "payer": "csr", "applies": true }]);
    plan["overrides"] = json!([
        { "parameter": "jkk.bpu", "from": "2024-01", "value": 2, "note": "uji" },
        { "parameter": "jkm.bpu", "from": "2024-01", "value": 7_000, "note": "uji" },
        { "parameter": "relief.pp50of2025.other", "from": "2026-01", "value": 0, "note": "uji" },
    ]);
    plan["assumptions"] =
        json!([{ "kind": "growth", "parameter": "jp.ceiling", "percent": 5, "note": "uji" }]);
    let projection = project_json(&plan);
    let unused: Vec<_> = projection["unused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["code"].as_str().unwrap(), one["path"].as_str().unwrap()))
        .collect();
    assert_eq!(
        unused,
        [
            ("baseUnused", "segments[0].base"),
            ("sectorUnused", "segments[0].sector"),
            ("countUnused", "segments[0].enrolment.counts[0]"),
            ("countUnused", "segments[0].enrolment.counts[2]"),
            ("targetUnused", "target"),
            ("ceilingUnused", "funds[0].ceilings[1]"),
            ("accountUnused", "funds[0].accounts[0]"),
            ("fundUnused", "funds[1]"),
            ("reliefUnused", "reliefs[0]"),
            ("overrideUnused", "overrides[0]"),
            ("overrideUnused", "overrides[2]"),
            ("assumptionUnused", "assumptions[0]"),
        ]
    );
    // Each of them changes no figure.
    let figures = |plan: &Value| {
        let projection = project_json(plan);
        json!([
            projection["total"]["rupiah"],
            projection["total"]["personMonths"],
            projection["monthly"]["rupiah"]
        ])
    };
    for change in [
        json!(["/segments/0/base/rupiah", 9_000_000]),
        json!(["/segments/0/sector", "transport"]),
        json!(["/segments/0/enrolment/counts/0/people", 77]),
        json!(["/segments/0/enrolment/counts/2/people", 77]),
        json!(["/target/points/0/percent", 99]),
        json!(["/funds/0/ceilings/1/rupiah", 9]),
        json!(["/overrides/0/value", 9]),
        json!(["/overrides/2/value", 99]),
        json!(["/assumptions/0/percent", 9]),
    ] {
        let mut changed = plan.clone();
        *changed.pointer_mut(change[0].as_str().unwrap()).unwrap() = change[1].clone();
        assert_eq!(figures(&changed), figures(&plan), "{change}");
    }
}
