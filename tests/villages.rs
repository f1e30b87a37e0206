//! Villages of a plan: their people make the segments that count them, each alone is what its own plan comes to, and
//! together they are the plan.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;
#[cfg(feature = "cli")]
#[path = "common/program.rs"]
mod program;

use cakupan::batch::{VillageColumns, VillagesAnswer, villages};
use cakupan::plan::project;
use common::plans::rich_plan;
use common::{one_segment, problems, project_json, read_json, scenario};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Numbers that look random and are the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

fn month(index: u64) -> String {
    // The plans begin in February 2025.
    format!("{}-{:02}", 2025 + (index + 1) / 12, (index + 1) % 12 + 1)
}

/// A random plan whose segments with people of their own are counted by villages, with some villages.
fn with_villages(plan: &mut Value, numbers: &mut Numbers, flows: bool) {
    let months = plan["period"]["months"].as_u64().unwrap();
    let mut counting = Vec::new();
    for (index, segment) in plan["segments"].as_array_mut().unwrap().iter_mut().enumerate() {
        let contract = segment["base"]["kind"] == "contract";
        if contract || (index > 0 && numbers.below(3) == 0) {
            continue;
        }
        segment["enrolment"] = json!({ "kind": "villages" });
        if !flows {
            segment.as_object_mut().unwrap().remove("flows");
        }
        if numbers.below(4) == 0 {
            let (a, b) = (numbers.below(months), numbers.below(months));
            segment["billed"] = json!([{ "from": month(a.min(b)), "to": month(a.max(b)) }]);
        }
        counting.push(segment["id"].clone());
    }
    let of = |numbers: &mut Numbers| {
        let mut village = json!({ "name": "Desa", "counts": [], "ceilings": [] });
        for segment in &counting {
            if numbers.below(4) > 0 {
                let most = [1, 3, 300, 30_000][usize::try_from(numbers.below(4)).unwrap()];
                let count = json!({ "segment": segment, "people": numbers.below(most + 1) });
                village["counts"].as_array_mut().unwrap().push(count);
            }
        }
        if numbers.below(3) > 0 {
            village["district"] =
                json!(["Pitu Riawa", "Maritengngae"][usize::try_from(numbers.below(2)).unwrap()]);
        }
        let (a, b) = (numbers.below(months), numbers.below(months));
        if numbers.below(3) == 0 {
            village["firstMonth"] = json!(month(a.min(b)));
        }
        if numbers.below(3) == 0 {
            village["lastMonth"] = json!(month(a.max(b)));
        }
        for fund in ["apbd", "csr", "add"] {
            for year in [2025, 2026, 2027] {
                if numbers.below(3) == 0 {
                    let rupiah = numbers.below(3_000) * numbers.below(100_000);
                    let ceiling = json!({ "fund": fund, "year": year, "rupiah": rupiah });
                    village["ceilings"].as_array_mut().unwrap().push(ceiling);
                }
            }
        }
        village
    };
    let mut list: Vec<Value> = (0..=numbers.below(9)).map(|_| of(numbers)).collect();
    // A segment that counts villages needs one with people.
    list[0]["counts"] =
        counting.iter().map(|id| json!({ "segment": id, "people": numbers.below(400) })).collect();
    plan["villages"] = json!(list);
}

/// The plan of a village alone: its own segments, itself, and its ceilings in the place of those of the plan. `None`: it
/// has no segment.
fn alone(plan: &Value, village: &Value) -> Option<Value> {
    let mut one = plan.clone();
    let has = |segment: &Value| {
        let mut counts = village["counts"].as_array().unwrap().iter();
        counts.any(|count| count["segment"] == segment["id"])
    };
    one["segments"]
        .as_array_mut()
        .unwrap()
        .retain(|segment| segment["enrolment"]["kind"] == "villages" && has(segment));
    for fund in one["funds"].as_array_mut().unwrap() {
        let own = village["ceilings"].as_array().unwrap().iter();
        let own = own.filter(|ceiling| ceiling["fund"] == fund["id"]);
        let own = own.map(|one| json!({ "year": one["year"], "rupiah": one["rupiah"] }));
        fund["ceilings"] = own.collect();
    }
    one["villages"] = json!([village]);
    (!one["segments"].as_array().unwrap().is_empty()).then_some(one)
}

/// By year: person-months, and by fund what is asked for and short.
type Sums = Vec<(u64, Vec<(u64, u64)>)>;

fn sums(columns: &VillageColumns, unit: usize) -> Sums {
    let years = columns.years.iter().map(|year| {
        let funds = year.funds.iter().map(|fund| (fund.asked[unit].get(), fund.short[unit].get()));
        (year.person_months[unit].get(), funds.collect())
    });
    years.collect()
}

fn projected(plan: &Value) -> Sums {
    let scenario = scenario(plan);
    let projection = project(&scenario).unwrap();
    let years = projection.years.iter().map(|year| {
        let funds = year.funds.iter().map(|fund| (fund.rupiah.get(), fund.short_rupiah.get()));
        (year.person_months.get(), funds.collect())
    });
    years.collect()
}

fn worked_out(plan: &Value) -> VillagesAnswer {
    villages(&scenario(plan)).unwrap()
}

/// What is asked for in each year.
fn rupiah(columns: &VillageColumns, unit: usize) -> Vec<u64> {
    let of_year = |(_, funds): (u64, Vec<(u64, u64)>)| funds.iter().map(|(asked, _)| asked).sum();
    sums(columns, unit).into_iter().map(of_year).collect()
}

/// By year: rupiah and person-months of the segments that count villages.
fn of_villages(plan: &Value) -> Vec<(u64, u64)> {
    let projection = project_json(plan);
    let segments = plan["segments"].as_array().unwrap();
    let counts = |id: &Value| {
        segments.iter().any(|one| one["id"] == *id && one["enrolment"]["kind"] == "villages")
    };
    let sum = |year: &Value, key: &str| -> u64 {
        let segments = year["segments"].as_array().unwrap().iter();
        segments.filter(|one| counts(&one["segment"])).map(|one| one[key].as_u64().unwrap()).sum()
    };
    let years = projection["years"].as_array().unwrap().iter();
    years.map(|year| (sum(year, "rupiah"), sum(year, "personMonths"))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    /// Leavers, losses, bills from the next month on, shares of three funds, an order of use, months and ceilings of the
    /// village: each is what the plan with this village only comes to.
    #[test]
    fn a_village_equals_the_projection_of_its_own_plan(plan in rich_plan(), seed in any::<u64>()) {
        let (mut plan, mut numbers) = (plan, Numbers(seed));
        with_villages(&mut plan, &mut numbers, true);
        let answer = worked_out(&plan);
        for (position, village) in plan["villages"].as_array().unwrap().iter().enumerate() {
            let found = sums(&answer.villages, position);
            match alone(&plan, village) {
                Some(alone) => prop_assert_eq!(found, projected(&alone), "{}\n{}", village, plan),
                None => {
                    let nothing = |funds: &[(u64, u64)]| funds.iter().all(|fund| *fund == (0, 0));
                    let empty = found.iter().all(|(months, funds)| *months == 0 && nothing(funds));
                    prop_assert!(empty);
                }
            }
        }
        // What is asked of a fund lies within the ceilings, above them, or under none.
        for found in &answer.ceilings {
            let year = answer.total.years.iter().find(|year| year.year == found.year).unwrap();
            let asked = year.funds[found.fund].asked[0].get();
            prop_assert_eq!(found.used.get() + found.short.get() + found.unlimited.get(), asked);
            prop_assert!(found.used <= found.ceiling && found.villages > 0);
        }
        // Districts in the order of their first village, each the sum of its own.
        let names: Vec<&str> = plan["villages"].as_array().unwrap().iter().map(|one| one["district"].as_str().unwrap_or("")).collect();
        for (at, district) in answer.districts.iter().enumerate() {
            let members: Vec<usize> = (0..names.len()).filter(|one| names[*one] == district).collect();
            prop_assert!(members.iter().all(|one| answer.district_of[*one] == at));
            let sum: u64 = members.iter().flat_map(|one| rupiah(&answer.villages, *one)).sum();
            prop_assert_eq!(sum, rupiah(&answer.by_district, at).iter().sum::<u64>());
            for ((_, people), (_, sums)) in answer.villages.people.iter().zip(&answer.by_district.people) {
                prop_assert_eq!(members.iter().map(|one| people[*one].get()).sum::<u64>(), sums[at].get());
            }
        }
    }

    /// Without flows all villages together are the plan, to the rupiah and by year; by fund too where each bill is paid by
    /// one.
    #[test]
    fn the_villages_are_the_plan(plan in rich_plan(), whole in any::<bool>(), seed in any::<u64>()) {
        let (mut plan, mut numbers) = (plan, Numbers(seed));
        with_villages(&mut plan, &mut numbers, false);
        if whole {
            for (index, segment) in plan["segments"].as_array_mut().unwrap().iter_mut().enumerate() {
                let fund = ["apbd", "csr", "add"][index % 3];
                segment["payers"] = json!([{ "fund": fund, "percent": 100 }]);
            }
            for fund in plan["funds"].as_array_mut().unwrap() {
                fund.as_object_mut().unwrap().remove("next");
            }
        }
        let answer = worked_out(&plan);
        let found: Vec<u64> = rupiah(&answer.total, 0);
        let months: Vec<u64> = sums(&answer.total, 0).iter().map(|(months, _)| *months).collect();
        let expected = of_villages(&plan);
        prop_assert_eq!(found, expected.iter().map(|(rupiah, _)| *rupiah).collect::<Vec<_>>());
        prop_assert_eq!(months, expected.iter().map(|(_, months)| *months).collect::<Vec<_>>());
        if whole {
            let mut only = plan.clone();
            only["segments"].as_array_mut().unwrap().retain(|one| one["enrolment"]["kind"] == "villages");
            // A plan of contracts only has none.
            prop_assume!(only["segments"] != json!([]));
            let asked = |sums: Sums| -> Vec<Vec<u64>> {
                sums.into_iter().map(|(_, funds)| funds.into_iter().map(|(asked, _)| asked).collect()).collect()
            };
            prop_assert_eq!(asked(sums(&answer.total, 0)), asked(projected(&only)));
        }
    }
}

/// BPU workers of 2025 with JKK and JKM, 10,000 + 6,800 a month (FACTS §2), counted by villages.
fn vulnerable(villages: impl IntoIterator<Item = Value>) -> Value {
    let mut plan = one_segment(
        json!({ "id": "rentan", "class": "BPU", "enrolment": { "kind": "villages" } }),
        "add",
    );
    plan["period"] = json!({ "firstMonth": "2025-01", "months": 12 });
    plan["villages"] = villages.into_iter().collect();
    plan
}

fn village(name: &str, people: u64) -> Value {
    json!({ "name": name, "counts": [{ "segment": "rentan", "people": people }] })
}

fn total(plan: &Value) -> u64 {
    project(&scenario(plan)).unwrap().total.rupiah.get()
}

/// 125 desa and 3 kelurahan with 100 workers each for a year: 12,800 × 16,800 × 12 (published-budgets.csv, 58).
#[test]
fn luwu_timur() {
    let plan = vulnerable((0..128).map(|_| village("Desa", 100)));
    let answer = worked_out(&plan);
    assert!((0..128).all(|one| rupiah(&answer.villages, one) == [20_160_000]), "100 × 16,800 × 12");
    assert_eq!(rupiah(&answer.total, 0), [2_580_480_000]);
    assert_eq!(total(&plan), 2_580_480_000);
    assert_eq!(total(&read_json("tests/cases/published/58.json")), 2_580_480_000);
}

/// 50 in each village from October to December: 50 × 16,800 × 3 (published-budgets.csv, 36).
#[test]
fn luwu() {
    let months = |mut village: Value| {
        village["firstMonth"] = json!("2025-10");
        village
    };
    let plan = vulnerable((0..207).map(|_| months(village("Desa", 50))));
    let answer = worked_out(&plan);
    assert!((0..207).all(|one| rupiah(&answer.villages, one) == [2_520_000]));
    assert_eq!(total(&plan), 207 * 2_520_000);
    assert_eq!(total(&read_json("tests/cases/published/36.json")), 2_520_000);
}

/// 75 villages with 100 workers: 100 × 16,800 × 12 each, 1,512,000,000 in all (field-cases.csv, T2-44).
#[test]
fn labuhanbatu() {
    let plan = vulnerable((0..75).map(|_| village("Desa", 100)));
    let answer = worked_out(&plan);
    assert!((0..75).all(|one| rupiah(&answer.villages, one) == [20_160_000]));
    assert_eq!(total(&plan), 1_512_000_000);
    assert_eq!(total(&read_json("tests/cases/field/T2-44.json")), 1_512_000_000);
}

/// 68 desa of Sidrap in 11 districts (FACTS §1, 001) with different numbers of workers, from ADD: 1 + 2 + … + 68 = 2,346
/// workers × 16,800 × 12 = 472,953,600, the same by village, by district and in the plan.
#[test]
fn sidrap() {
    let mut plan = vulnerable((1..=68).map(|people| {
        let mut one = village("Desa", people);
        one["district"] = json!(format!("Kecamatan {}", people % 11));
        one["ceilings"] = json!([{ "fund": "dana", "year": 2025, "rupiah": 10_000_000 }]);
        one
    }));
    let answer = worked_out(&plan);
    assert_eq!(answer.districts.len(), 11);
    let by_district: u64 = (0..11).flat_map(|one| rupiah(&answer.by_district, one)).sum();
    assert_eq!(
        (by_district, rupiah(&answer.total, 0), total(&plan)),
        (472_953_600, vec![472_953_600], 472_953_600)
    );
    assert_eq!(answer.total.people[0].1[0].get(), 2_346);
    // 49 workers cost 9,878,400; 50 cost 10,080,000, 80,000 above the ceiling of the village.
    let short = |village: usize| sums(&answer.villages, village)[0].1[0].1;
    assert_eq!((short(48), short(49)), (0, 80_000));
    // The ceilings of villages are none of the plan.
    assert_eq!(projected(&plan)[0].1[0].1, 0);
    // The first 49 villages use 201,600 × (1 + … + 49 = 1,225) = 246,960,000, the other 19 their whole ceilings,
    // 190,000,000; of 472,953,600 the rest is above them.
    let found = answer.ceilings[0];
    assert_eq!((answer.ceilings.len(), found.fund, found.year, found.villages), (1, 0, 2025, 68));
    assert_eq!(found.ceiling.get(), 680_000_000);
    assert_eq!(
        (found.used.get(), found.short.get(), found.unlimited.get()),
        (436_960_000, 35_993_600, 0)
    );
    // Without that of the last village: 68 × 201,600 = 13,708,800 of it are limited by nothing.
    plan["villages"][67]["ceilings"] = json!([]);
    let found = worked_out(&plan).ceilings[0];
    assert_eq!(
        (found.villages, found.ceiling.get(), found.used.get()),
        (67, 670_000_000, 426_960_000)
    );
    assert_eq!((found.short.get(), found.unlimited.get()), (32_284_800, 13_708_800));
}

/// Pangkep's six groups over its 65 villages (published-budgets.csv, 41), as many in each as the division leaves and one
/// more in the first. A month: 65 × 212,160 + 685 × 156,000 + 461 × 62,400 + (499 + 649) × 10,800 + 1,492 × 16,800 =
/// 186,880,800 (the source prints 63,400 for BPD; 6.24 % of Rp 1,000,000 is 62,400).
#[test]
fn pangkep() {
    let groups = [
        ("kades", 65),
        ("perangkat", 685),
        ("bpd", 461),
        ("non-perangkat", 499),
        ("keagamaan", 649),
        ("rentan", 1_492),
    ];
    let published = read_json("tests/cases/published/41.json");
    let mut plan = published.clone();
    for segment in plan["segments"].as_array_mut().unwrap() {
        segment["enrolment"] = json!({ "kind": "villages" });
    }
    plan["villages"] = (0..65)
        .map(|at| {
            let count = |(segment, people): &(&str, u64)| {
                let people = people / 65 + u64::from(at < people % 65);
                json!({ "segment": segment, "people": people })
            };
            json!({ "name": format!("Desa {at}"), "counts": groups.iter().map(count).collect::<Value>() })
        })
        .collect();
    let answer = worked_out(&plan);
    let by_fund = |columns: &VillageColumns, unit: usize| sums(columns, unit)[0].1[0].0;
    assert_eq!(by_fund(&answer.total, 0), 186_880_800 * 12);
    // The first village: 1 kades, 11 perangkat, 8 BPD, 8 + 10 at 10,800, 23 at 16,800.
    let first = 212_160 + 11 * 156_000 + 8 * 62_400 + 18 * 10_800 + 23 * 16_800;
    assert_eq!(by_fund(&answer.villages, 0), first * 12);
    assert_eq!(projected(&plan), projected(&published));
}

/// Who is there when: a village from March on, one to June, one for all; ten, twenty and five people.
#[test]
fn months_of_villages() {
    let mut plan = vulnerable([village("A", 10), village("B", 20), village("C", 5)]);
    plan["villages"][0]["firstMonth"] = json!("2025-03");
    plan["villages"][1]["lastMonth"] = json!("2025-06");
    let projection = project_json(&plan);
    // January and February 20 + 5, March to June 10 + 20 + 5, from July on 10 + 5.
    let heads = [25, 25, 35, 35, 35, 35, 15, 15, 15, 15, 15, 15];
    assert_eq!(projection["monthly"]["segments"][0]["heads"], json!(heads));
    assert_eq!(total(&plan), 16_800 * heads.iter().sum::<u64>());
}

/// A village that begins later is billed from the next month on, as people with a count are.
#[test]
fn flows_of_villages() {
    let mut plan = vulnerable([village("A", 10)]);
    plan["villages"][0]["firstMonth"] = json!("2025-10");
    plan["segments"][0]["flows"] = json!({ "billedFromNext": true });
    assert_eq!(total(&plan), 10 * 16_800 * 2, "November and December");
    assert_eq!(rupiah(&worked_out(&plan).villages, 0), [336_000]);
}

fn one(code: &str, path: &str) -> Vec<(String, String)> {
    vec![(code.into(), path.into())]
}

#[test]
fn what_a_village_must_be() {
    let plan = vulnerable([village("A", 1), village("B", 2)]);
    let with = |change: &dyn Fn(&mut Value)| {
        let mut plan = plan.clone();
        change(&mut plan);
        problems(&plan)
    };
    let village = |change: &dyn Fn(&mut Value)| with(&|plan| change(&mut plan["villages"][1]));
    assert_eq!(problems(&plan), []);
    let code = |code: &str| village(&|one| one["code"] = json!(code));
    assert_eq!(code("73.14.03.2005"), []);
    assert_eq!(code("73.14.03"), one("badVillageCode", "villages[1].code"));
    assert_eq!(code("7314032005"), one("badCode", "villages[1].code"));
    let twice = with(&|plan| {
        plan["villages"][0]["code"] = json!("73.14.03.2005");
        plan["villages"][1]["code"] = json!("73.14.03.2005");
    });
    assert_eq!(twice, one("duplicate", "villages[1].code"));
    let count =
        |count: Value| village(&|one| one["counts"].as_array_mut().unwrap().push(count.clone()));
    let people = |segment: &str| json!({ "segment": segment, "people": 1 });
    assert_eq!(count(people("kader")), one("unknownSegment", "villages[1].counts[1].segment"));
    assert_eq!(count(people("rentan")), one("duplicate", "villages[1].counts[1].segment"));
    let ceilings = |list: Value| village(&|one| one["ceilings"] = list.clone());
    let pagu = |fund: &str, year: u32| json!({ "fund": fund, "year": year, "rupiah": 1 });
    assert_eq!(ceilings(json!([pagu("dana", 2025), pagu("dana", 2026)])), []);
    assert_eq!(
        ceilings(json!([pagu("x", 2025)])),
        one("unknownFund", "villages[1].ceilings[0].fund")
    );
    let twice = ceilings(json!([pagu("dana", 2025), pagu("dana", 2025)]));
    assert_eq!(twice, one("duplicate", "villages[1].ceilings[1].year"));
    let months = |first: &str, last: &str| {
        village(&|one| {
            one["firstMonth"] = json!(first);
            one["lastMonth"] = json!(last);
        })
    };
    assert_eq!(months("2025-01", "2025-12"), []);
    assert_eq!(months("2024-12", "2025-12"), one("monthOutsidePlan", "villages[1].firstMonth"));
    assert_eq!(months("2025-01", "2026-01"), one("monthOutsidePlan", "villages[1].lastMonth"));
    assert_eq!(months("2025-05", "2025-04"), one("endsBeforeStart", "villages[1].lastMonth"));
    assert_eq!(
        village(&|one| one["residents"] = json!(0)),
        one("tooSmall", "villages[1].residents")
    );
}

#[test]
fn what_a_segment_that_counts_villages_must_be() {
    let kind = "segments[0].enrolment.kind";
    assert_eq!(problems(&vulnerable([])), one("segmentWithoutVillages", kind));
    let nobody = vulnerable([json!({ "name": "A" })]);
    assert_eq!(problems(&nobody), one("segmentWithoutVillages", kind));
    // Nobody is a number too.
    assert_eq!(problems(&vulnerable([village("A", 0)])), []);
    // Two villages of 200,000,000 each are more people than any number may be.
    let crowded = vulnerable([village("A", 200_000_000), village("B", 200_000_000)]);
    assert_eq!(problems(&crowded), one("tooLarge", "segments[0].enrolment"));
    let mut contract = vulnerable([village("A", 1)]);
    contract["segments"][0]["class"] = json!("construction");
    contract["segments"][0]["base"] = json!({ "kind": "contract", "rupiah": 1_000_000 });
    assert_eq!(problems(&contract), one("contractSegment", kind));
    // A village that cannot be read is one fault, not two.
    let mut unread = vulnerable([village("A", 1)]);
    unread["villages"][0]["counts"][0]["people"] = json!("banyak");
    assert_eq!(problems(&unread), one("notANumber", "villages[0].counts[0].people"));
}

/// Codes and places of notices and of unused inputs, each with one of its params.
fn told(plan: &Value, list: &str, code: &str) -> Vec<(String, Value)> {
    let projection = project_json(plan);
    let told = projection[list].as_array().unwrap().iter().filter(|one| one["code"] == code);
    told.map(|one| (one["path"].as_str().unwrap().to_owned(), one["params"].clone())).collect()
}

#[test]
fn a_kelurahan_has_no_money_of_a_village() {
    let code = |mut village: Value, code: &str| {
        village["code"] = json!(code);
        village
    };
    let villages = [
        code(village("Tanrutedong", 7), "73.14.05.1001"),
        code(village("Taccimpo", 8), "73.14.05.2002"),
        code(village("Salomallori", 9), "73.14.05.1003"),
        code(village("Kosong", 0), "73.14.05.1004"),
    ];
    let mut plan = vulnerable(villages);
    let told_of = |plan: &Value| told(plan, "notices", "kelurahanFund");
    let expected = json!({ "fund": "Dana", "village": "Tanrutedong", "villages": 2, "people": 16 });
    assert_eq!(told_of(&plan), [("villages[0].counts[0].people".into(), expected)]);
    plan["funds"][0]["kind"] = json!("apbdRegency");
    assert_eq!(told_of(&plan), []);
}

#[test]
fn more_people_than_residents_are_told() {
    let residents = |mut village: Value, residents: u64| {
        village["residents"] = json!(residents);
        village
    };
    let villages = [
        residents(village("A", 7), 7),
        residents(village("B", 9), 8),
        village("C", 9),
        residents(village("D", 2), 1),
    ];
    let expected = json!({ "village": "B", "people": 9, "residents": 8, "villages": 2 });
    let found = told(&vulnerable(villages), "notices", "villageAboveResidents");
    assert_eq!(found, [("villages[1].residents".into(), expected)]);
}

#[test]
fn what_of_a_village_has_no_effect_is_told() {
    let mut plan = vulnerable([village("A", 7), village("B", 9), village("C", 4)]);
    plan["segments"][0]["billed"] = json!([{ "from": "2025-01", "to": "2025-06" }]);
    plan["villages"][1]["firstMonth"] = json!("2025-07");
    let counts = |plan: &Value| told(plan, "unused", "villageCountUnused");
    let expected = json!({ "segment": "Satu", "villages": 1, "people": 9 });
    assert_eq!(counts(&plan), [("villages[1].counts[0]".into(), expected)]);
    plan["villages"][0]["ceilings"] = json!([{ "fund": "dana", "year": 2025, "rupiah": 5 }]);
    plan["villages"][1]["ceilings"] = json!([
        { "fund": "dana", "year": 2025, "rupiah": 5 }, { "fund": "dana", "year": 2026, "rupiah": 5 }
    ]);
    let ceilings = |plan: &Value| told(plan, "unused", "villageCeilingUnused");
    let expected = json!({ "fund": "Dana", "year": "2026", "villages": 1 });
    assert_eq!(ceilings(&plan), [("villages[1].ceilings[1]".into(), expected)]);
    // A segment that counts by itself takes nobody from villages, and its fund has no use of their ceilings.
    plan["segments"][0]["enrolment"] =
        json!({ "kind": "fixed", "counts": [{ "from": "2025-01", "people": 1 }] });
    let expected = json!({ "segment": "Satu", "villages": 3, "people": 20 });
    assert_eq!(counts(&plan), [("villages[0].counts[0]".into(), expected)]);
    let years: Vec<_> =
        ceilings(&plan).into_iter().map(|(_, params)| params["year"].clone()).collect();
    assert_eq!(years, ["2025", "2026"]);
}

/// Villages stand in the written scenario as they were given, and people there are written nowhere else.
#[test]
fn villages_are_written_as_they_were_read() {
    let mut plan = vulnerable([village("A", 7)]);
    plan["villages"][0]["code"] = json!("73.14.03.2005");
    plan["villages"][0]["ceilings"] = json!([{ "fund": "dana", "year": 2025, "rupiah": 5 }]);
    let written = serde_json::to_value(scenario(&plan)).unwrap();
    assert_eq!(written["villages"], plan["villages"]);
    assert_eq!(written["segments"][0]["enrolment"], json!({ "kind": "villages" }));
    assert_eq!(scenario(&written), scenario(&plan));
}

/// Three villages in two districts: 100, 50 and 10 workers × 16,800 × 12 (FACTS §2), a ceiling of 20,000,000 in the first.
#[cfg(feature = "cli")]
#[test]
fn the_table_of_villages() {
    let place = |mut village: Value, code: &str, district: &str| {
        village["code"] = json!(code);
        village["district"] = json!(district);
        village
    };
    let mut plan = vulnerable([
        place(village("=Botto", 100), "73.14.01.2001", "Panca Lautang"),
        place(village("Cenrana", 50), "73.14.01.2002", "Panca Lautang"),
        place(village("Aka-akae", 10), "73.14.03.2001", "Watang Sidenreng"),
    ]);
    plan["villages"][0]["ceilings"] =
        json!([{ "fund": "dana", "year": 2025, "rupiah": 20_000_000 }]);
    let call = |words: &[&str], plan: &Value| {
        program::cakupan(&[&["villages", "-"], words].concat(), plan.to_string().as_bytes())
    };
    let (code, out, told) = call(&[], &plan);
    let expected = "\u{feff}\"Kode\";\"Desa/kelurahan\";\"Kecamatan\";\"Satu (orang)\";\"Orang-bulan 2025\";\
        \"Dana 2025: diminta (Rp)\";\"Dana 2025: kurang (Rp)\";\"Pekerja 2025: diminta (Rp)\";\
        \"Pekerja 2025: kurang (Rp)\";\"Jumlah diminta (Rp)\"\r\n\
        \"73.14.01.2001\";\"'=Botto\";\"Panca Lautang\";100;1200;20160000;160000;0;0;20160000\r\n\
        \"73.14.01.2002\";\"Cenrana\";\"Panca Lautang\";50;600;10080000;0;0;0;10080000\r\n\
        \"73.14.03.2001\";\"Aka-akae\";\"Watang Sidenreng\";10;120;2016000;0;0;0;2016000\r\n\
        ;\"JUMLAH KECAMATAN\";\"Panca Lautang\";150;1800;30240000;160000;0;0;30240000\r\n\
        ;\"JUMLAH KECAMATAN\";\"Watang Sidenreng\";10;120;2016000;0;0;0;2016000\r\n\
        ;\"JUMLAH\";;160;1920;32256000;160000;0;0;32256000\r\n";
    assert_eq!((code, out.as_str(), told.as_str()), (0, expected, ""));
    let (_, comma, _) = call(&["--comma"], &plan);
    assert!(comma.contains("\r\n,\"JUMLAH\",,160,1920,32256000,160000,0,0,32256000\r\n"));
    plan["villages"][1]["code"] = json!("73.14");
    let (code, out, told) = call(&["--json"], &plan);
    assert_eq!(
        (code, out.contains("badVillageCode") || told.contains("badVillageCode")),
        (1, true)
    );
}

#[cfg(feature = "xlsx")]
proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    /// A workbook is refused where a cell of a village, or a month of a segment, is not what the engine says.
    #[test]
    fn a_workbook_says_what_its_villages_come_to(plan in rich_plan(), seed in any::<u64>()) {
        let (mut plan, mut numbers) = (plan, Numbers(seed));
        with_villages(&mut plan, &mut numbers, seed % 2 == 0);
        let written = cakupan::sheet::workbook(&scenario(&plan), None, &cakupan::sheet::Sentences::default());
        prop_assert!(written.is_ok(), "{:?}\n{}", written.err(), plan);
    }
}

/// A table of units has one column for the people of a segment that counts villages: they stand in the place of all.
#[test]
fn a_table_of_units_counts_in_the_place_of_villages() {
    let mut plan = vulnerable([village("A", 10), village("B", 20)]);
    plan["villages"][0]["firstMonth"] = json!("2025-03");
    let scenario = scenario(&plan);
    let mut batch = cakupan::batch::Batch::of(&scenario).unwrap();
    let names: Vec<&str> = batch.columns().iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["rentan", "dana.2025", "pekerja.2025", "firstMonth", "lastMonth"]);
    let table = batch.table(&["rentan"]).unwrap();
    let answer = batch.work_out(&table, &[&[100.0]]).unwrap();
    assert_eq!(answer.rupiah(0).unwrap().get(), 100 * 16_800 * 12);
}

/// People of villages come from the list of villages, with its source, or from the village that names its own.
#[test]
fn people_of_villages_are_explained_by_the_villages() {
    let mut plan = vulnerable([village("A", 10), village("B", 20)]);
    let asked = |plan: &Value| {
        let scenario = scenario(plan);
        let question = json!({ "measure": "heads", "segment": "rentan", "month": "2025-03" });
        let question = cakupan::scenario::Question::read(&common::input(&question), &scenario);
        let explained = cakupan::ask::explain(&scenario, &question.unwrap()).unwrap();
        serde_json::to_value(&explained).unwrap()
    };
    let weak = |plan: &Value| {
        let explained = asked(plan);
        let weak = explained["weak"].as_array().unwrap().iter();
        let weak =
            weak.map(|one| (one["path"].as_str().unwrap(), one["quality"].as_str().unwrap()));
        weak.map(|(path, quality)| format!("{path} {quality}")).collect::<Vec<_>>()
    };
    let explained = asked(&plan);
    assert!(explained.to_string().contains(r#""input":"villages""#), "{explained}");
    assert_eq!(weak(&plan), ["villages none"]);
    let survey = |quality: &str| json!({ "quality": quality, "source": "pendataan desa" });
    plan["evidence"] = json!({ "villages": survey("survey") });
    assert_eq!(weak(&plan), [""; 0]);
    plan["villages"][1]["evidence"] = json!({ "counts": survey("guess") });
    assert_eq!(weak(&plan), ["villages[1].counts guess"]);
    // With a source in each village the list needs none.
    plan.as_object_mut().unwrap().remove("evidence");
    plan["villages"][0]["evidence"] = json!({ "counts": survey("official") });
    assert_eq!(weak(&plan), ["villages[1].counts guess"]);
}

/// A ceiling of the plan fills a segment that counts villages as any other: up to its planned heads.
#[test]
fn ceilings_reach_segments_that_count_villages() {
    let mut plan = vulnerable([village("A", 10), village("B", 20)]);
    let people = |plan: &Value| {
        let answer = common::way_back(plan, &json!({})).unwrap();
        answer["segments"][0]["people"].as_u64().unwrap()
    };
    // 25 × 16,800 × 12 = 5,040,000.
    plan["funds"][0]["ceilings"] = json!([{ "year": 2025, "rupiah": 5_040_000 }]);
    assert_eq!(people(&plan), 25);
    plan["funds"][0]["ceilings"] = json!([{ "year": 2025, "rupiah": 50_400_000 }]);
    assert_eq!(people(&plan), 30);
}
