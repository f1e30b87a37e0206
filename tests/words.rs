//! Every code has sentences in both languages, with the same params.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::ask::{Quantity, Rule};
use cakupan::choices::Choice as _;
use cakupan::code::{Code, Family, Grade};
use cakupan::law::Unit;
use cakupan::money::Rounding;
use cakupan::people::People;
use cakupan::problem::{Param, Params};
use cakupan::scenario::{AfterLastBill, Cause, FundKind, Group, Level, WorkerClass};
use cakupan::words::Language;
use serde_json::Value;
use std::collections::BTreeSet;

fn catalogues() -> [Value; 2] {
    ["words/id.json", "words/en.json"].map(common::read_json)
}

/// Names and forms of the params; the word after a number may differ by language.
fn params(sentence: &str) -> BTreeSet<&str> {
    sentence
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(place, _)| place.split('|').next().unwrap())
        .collect()
}

fn keys(section: &Value) -> BTreeSet<&str> {
    section.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn every_code_has_words_in_both_languages_and_no_words_are_left_over() {
    let [id, en] = catalogues();
    let names = |family: Family| (family.name(), Code::of(family).map(Code::name).collect());
    let rules = ("explain", Rule::ALL.iter().map(|rule| rule.name()).collect());
    let sections: Vec<(&str, Vec<&str>)> =
        Family::ALL.iter().map(|family| names(*family)).chain([rules]).collect();
    for (section, codes) in sections {
        let codes: BTreeSet<&str> = codes.iter().copied().collect();
        assert_eq!(keys(&id[section]), codes, "{section}");
        assert_eq!(keys(&en[section]), codes, "{section}");
        for code in codes {
            let sentences = [&id, &en].map(|catalogue| catalogue[section][code].as_str().unwrap());
            // Names of fields in quotation marks ("{ \"name\": … }") are not params.
            let [a, b] = sentences.map(|sentence| {
                params(sentence).into_iter().filter(|name| !name.contains('"')).collect::<Vec<_>>()
            });
            assert_eq!(a, b, "{code}");
        }
    }
}

#[test]
fn every_term_has_words() {
    let [id, en] = catalogues();
    assert_eq!(keys(&id["term"]), keys(&en["term"]));
    let kinds = FundKind::ALL.iter().map(|kind| kind.name());
    let classes = WorkerClass::ALL.iter().map(|class| class.name());
    let roundings = Rounding::ALL.iter().map(|rounding| rounding.name());
    let groups = Group::ALL.iter().map(|group| group.name());
    let units = Unit::ALL.iter().filter(|unit| **unit != Unit::Table).map(|unit| unit.name());
    let counted = AfterLastBill::ALL.iter().map(|choice| choice.name());
    let causes = Cause::ALL.iter().map(|cause| cause.name()).chain(["count"]).chain(counted);
    let levels = Level::ALL.iter().map(|level| level.name()).chain(["district"]);
    let causes = causes.chain(levels);
    let ways = ["ownValue", "growthOrOwnValue", "value", "rows"];
    let grades = Grade::ALL.iter().map(|grade| grade.name());
    let kinds = kinds.chain(ways).chain(grades);
    for term in causes.chain(kinds).chain(classes).chain(roundings).chain(groups).chain(units) {
        assert!(id["term"].get(term).is_some(), "{term}");
    }
}

#[test]
fn numbers_and_months_are_written_as_the_language_does() {
    let params = Params(vec![
        ("fund", Param::from("APBD")),
        ("year", "2027".into()),
        ("rupiah", 12_500_000_u64.into()),
    ]);
    assert!(Language::Id.say(Code::FundShort, &params).contains("Rp 12.500.000 pada 2027"));
    assert!(Language::En.say(Code::FundShort, &params).contains("Rp 12,500,000 in 2027"));
    let half = Params(vec![("sum", cakupan::money::Rate::read(99.5).unwrap().into())]);
    assert!(Language::Id.say(Code::SharesNotWhole, &half).contains("99,5 %"));
    assert!(Language::En.say(Code::SharesNotWhole, &half).contains("99.5 %"));
    let late = Params(vec![("month", "2026-03".into())]);
    assert!(Language::Id.say(Code::StartsTooLate, &late).contains("Maret 2026"));
}

/// One person, two people; in Indonesian the word is the same.
#[test]
fn a_number_has_its_word_in_its_form() {
    let missed = |people: u64| Params(vec![("year", "2026".into()), ("people", people.into())]);
    for (people, id, en) in [
        (1, "1 peserta", "1 person."),
        (2, "2 peserta", "2 people."),
        (0, "0 peserta", "0 people."),
    ] {
        assert!(Language::Id.say(Code::TargetMissed, &missed(people)).contains(id));
        assert!(Language::En.say(Code::TargetMissed, &missed(people)).ends_with(en));
    }
    assert!(Language::En.say(Code::TargetMissed, &missed(1_001)).ends_with("1,001 people."));
    let own = |own: u64| {
        let (own, unit) = (Param::from(own), Param::from("months"));
        Params(vec![("own", own), ("unit", unit), ("statutory", 3_u64.into())])
    };
    let said = Language::En.say(Code::NotStatutory, &own(1));
    assert!(said.contains("1 month is used") && said.contains("says 3 months."), "{said}");
    let said = Language::Id.say(Code::NotStatutory, &own(1));
    assert!(said.contains("dipakai 1 bulan") && said.contains("3 bulan."), "{said}");
    let one = Quantity::People(People::new(1));
    assert_eq!(
        [Language::Id, Language::En].map(|one_of| one_of.quantity(one)),
        ["1 orang", "1 person"]
    );
    assert_eq!(Language::En.quantity(Quantity::Months(12)), "12 months");
    assert_eq!(Language::En.term("months"), "months");
}

/// No English sentence has a bare number before a plural, so that none gives "1 people".
#[test]
fn no_count_stands_before_a_word_in_the_plural_only() {
    let [_, en] = catalogues();
    // Never 1: a limit of letters or rows, and what exceeds it.
    let never_one = ["tooLong", "tooMany"];
    for section in ["problem", "notice", "missing", "unused", "explain"] {
        for (code, sentence) in en[section].as_object().unwrap() {
            if never_one.contains(&code.as_str()) {
                continue;
            }
            for after in sentence.as_str().unwrap().split('}').skip(1) {
                let words = after.strip_prefix(' ').unwrap_or("").split(' ').take(2);
                let plurals =
                    ["people", "months", "rows", "workers", "members", "characters", "years"];
                for word in words {
                    let word = word.trim_end_matches(['.', ',', ';']);
                    assert!(!plurals.contains(&word), "{code}: {sentence}");
                }
            }
        }
    }
}
