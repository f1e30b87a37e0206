//! Codes: each has one word, one family and the grade that `docs/method.md` gives it, is made somewhere, and stands where
//! its family belongs.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::ask::reach;
use cakupan::choices::Choice as _;
use cakupan::code::{Code, Family, Grade};
use cakupan::plan::project;
use cakupan::problem::{Notice, Problems};
use cakupan::scenario::{Input, Request, Scenario, read};
use common::{input, one_segment, read_json, scenario};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;

fn text(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The table of notices and reasons in the text on the method, which was written by the rule above it.
fn documented() -> BTreeMap<String, String> {
    let method = text("docs/method.md");
    let table = method.split("### Grades").nth(1).unwrap().split("## 9.").next().unwrap();
    let mut grades = BTreeMap::new();
    for line in table.lines().filter(|line| line.starts_with("| `")) {
        let words: Vec<&str> = line.split('`').skip(1).step_by(2).collect();
        for code in &words[1..] {
            let before = grades.insert((*code).to_owned(), words[0].to_owned());
            assert_eq!(before, None, "{code} has two grades");
        }
    }
    grades
}

#[test]
fn every_code_has_the_grade_that_the_method_gives_it() {
    let table = documented();
    let mut named = BTreeSet::new();
    for code in Code::ALL {
        let name = code.name();
        let grade = match code.family() {
            Family::Problem => "problem",
            Family::Missing | Family::Unused => "remark",
            Family::NotCounted => "information",
            Family::Notice | Family::Reason => {
                named.insert(name.to_owned());
                table.get(name).unwrap_or_else(|| panic!("{name} has no grade in docs/method.md"))
            }
        };
        assert_eq!(code.grade().name(), grade, "{name}");
    }
    assert_eq!(named, table.into_keys().collect(), "the table names no other codes");
}

#[test]
fn grades_are_in_the_order_of_what_presses_most() {
    assert_eq!(Grade::WORDS, ["problem", "warning", "remark", "information"]);
    assert!(Grade::ALL.is_sorted());
}

/// `NotANumber` is `notANumber`; no word means two things, so that a word alone finds its sentence.
#[test]
fn a_word_is_the_name_of_its_variant_and_belongs_to_one_code() {
    for code in Code::ALL {
        let variant = format!("{code:?}");
        let (first, rest) = variant.split_at(1);
        assert_eq!(code.name(), first.to_lowercase() + rest);
    }
    assert_eq!(Code::WORDS.iter().collect::<BTreeSet<_>>().len(), Code::ALL.len());
    for family in Family::ALL {
        assert!(Code::of(*family).next().is_some(), "{family:?}");
    }
}

fn sources(folder: &Path, all: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && !path.ends_with("code.rs")
        {
            all.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// A code that nothing makes would keep its sentences for ever. What is not counted is told as the whole family.
#[test]
fn every_code_is_made_somewhere() {
    let mut code_text = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code_text);
    let letters: String = code_text.split_whitespace().collect();
    for code in Code::ALL.iter().filter(|code| code.family() != Family::NotCounted) {
        let makes = |mark: &str| {
            let opening = format!("!({code:?}{mark}");
            letters.contains(&opening)
        };
        assert!([",", ")"].into_iter().any(makes), "nothing makes {code:?}");
    }
}

fn cases() -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["cases", "tests/cases/published", "tests/cases/field"];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let paths = files.map(|entry| entry.unwrap().path());
    let cases: Vec<Value> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap())
        .collect();
    assert!(cases.len() > 50);
    cases
}

/// Whatever is said stands in the list of its family, and carries its grade in JSON, beside the code.
#[test]
fn every_list_of_an_answer_holds_its_own_family_with_its_grade() {
    let check = |family: Family, notices: &[Notice]| {
        for notice in notices {
            assert_eq!(notice.code.family(), family, "{:?}", notice.code);
            let told = serde_json::to_value(notice).unwrap();
            let keys: Vec<&str> = told.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(keys, ["code", "grade", "path", "params"]);
            assert_eq!(told["grade"], notice.code.grade().name());
        }
    };
    for case in cases() {
        let Ok(plan) = read(&input(&case)) else { continue };
        let Ok(projection) = project(&plan) else { continue };
        check(Family::Notice, &projection.notices);
        check(Family::Missing, &projection.missing);
        check(Family::Unused, &projection.unused);
        check(Family::NotCounted, &projection.not_counted);
        let Ok(reach) = reach(&plan, &Request::read(&Input::Null, &plan).unwrap()) else {
            continue;
        };
        let reasons =
            [reach.one_point.reason(), reach.waiting.reason(), reach.latest_start.reason()];
        for reason in reasons.into_iter().flatten() {
            check(Family::Reason, core::slice::from_ref(reason));
        }
    }
}

/// What the field asks of an error: `?` into any other, and a text that names place and code.
#[test]
fn problems_are_an_error_like_any_other() {
    fn total(input: &Input) -> Result<u64, Box<dyn Error + Send + Sync>> {
        let scenario = read(input)?;
        Ok(project(&scenario)?.total.rupiah.get())
    }
    // 1 worker × Rp 16,800 × 12 months.
    let mut plan = one_segment(json!({ "class": "BPU" }), "apbdRegency");
    assert_eq!(total(&input(&plan)).unwrap(), 201_600);

    plan["period"]["months"] = json!(0);
    plan["funds"][0]["kind"] = json!("x");
    let error = total(&input(&plan)).unwrap_err();
    let problems = error.downcast_ref::<Problems>().unwrap();
    assert_eq!(problems.len(), 2);
    let told = error.to_string();
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 2, "{told}");
    assert!(lines[0].starts_with("period.months: tooSmall"), "{told}");
    assert!(lines[1].starts_with("funds[0].kind: unknownChoice"), "{told}");
    if cfg!(feature = "cli") {
        assert_eq!(lines[0], "period.months: tooSmall: The value must not be below 1.");
    }
    // Of the whole input there is no path to name.
    assert!(
        read(&Input::Text("a letter".into())).unwrap_err().to_string().starts_with("notAnObject")
    );
}

/// No plan is refused without a reason: a list of problems is never empty.
#[test]
fn no_plans_to_compare_are_a_problem() {
    let none: [Scenario; 0] = [];
    let problems = cakupan::ask::compare(&none, cakupan::ask::Factor::ALL).unwrap_err();
    assert_eq!(problems[0].code, Code::TooManyScenarios);
    let one = scenario(&read_json("cases/makassar.json"));
    assert!(
        cakupan::ask::compare(&[one], cakupan::ask::Factor::ALL).unwrap().differences.is_empty()
    );
}
