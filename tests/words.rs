//! Every code has its words in both languages, and both are filled with the same params.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

mod common;

use cakupan::choices::Choice as _;
use cakupan::law::Unit;
use cakupan::money::Rounding;
use cakupan::plan::Rule;
use cakupan::problem::{MISSING, NOT_COUNTED, NOTICES, PROBLEMS, Param, Params, REASONS, UNUSED};
use cakupan::scenario::{Cause, FundKind, Group, WorkerClass};
use cakupan::words::Language;
use serde_json::Value;
use std::collections::BTreeSet;

fn catalogues() -> [Value; 2] {
    ["words/id.json", "words/en.json"].map(common::read_json)
}

fn params(sentence: &str) -> BTreeSet<&str> {
    sentence
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

fn keys(section: &Value) -> BTreeSet<&str> {
    section.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn every_code_has_words_in_both_languages_and_no_words_are_left_over() {
    let [id, en] = catalogues();
    let rules: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    let sections = [
        ("problem", PROBLEMS),
        ("notice", NOTICES),
        ("missing", MISSING),
        ("unused", UNUSED),
        ("reason", REASONS),
        ("notCounted", NOT_COUNTED),
        ("explain", rules.as_slice()),
    ];
    for (section, codes) in sections {
        let codes: BTreeSet<&str> = codes.iter().copied().collect();
        assert_eq!(keys(&id[section]), codes, "{section}");
        assert_eq!(keys(&en[section]), codes, "{section}");
        for code in codes {
            let sentences = [&id, &en].map(|catalogue| catalogue[section][code].as_str().unwrap());
            // Names of fields in quotation ("{ \"name\": … }") are no params.
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
    let causes = Cause::ALL.iter().map(|cause| cause.name()).chain(["count"]);
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
    assert!(Language::Id.say("notice", "fundShort", &params).contains("Rp 12.500.000 pada 2027"));
    assert!(Language::En.say("notice", "fundShort", &params).contains("Rp 12,500,000 in 2027"));
    let half = Params(vec![("sum", cakupan::money::Rate::read(99.5).unwrap().into())]);
    assert!(Language::Id.say("problem", "sharesNotWhole", &half).contains("99,5 %"));
    assert!(Language::En.say("problem", "sharesNotWhole", &half).contains("99.5 %"));
    let late = Params(vec![("month", "2026-03".into())]);
    assert!(Language::Id.say("problem", "startsTooLate", &late).contains("Maret 2026"));
}
