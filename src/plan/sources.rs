//! Inputs of a figure, with the source named beside each.
//!
//! An input is listed where it is given, or where a source is named for it although it is empty.

use super::compile::{Group, Plan};
use super::row::{Row, SegmentAt};
use crate::choices;
use crate::month::Month;
use crate::people::People;
use crate::scenario::{
    AfterLastBill, Enrolment, Evidence, Evidences, Fund, Measure, Quality, Question, Scenario,
    Segment, Spread, Workforce,
};
use crate::text::{below, place};
use serde::Serialize;

/// An object that has sources, by position.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    Scenario,
    Segment(usize),
    Workforce,
    Target,
    Fund(usize),
    Village(usize),
}

/// An input and its source.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    holder: Holder,
    field: &'static str,
    evidence: Option<&'a Evidence>,
}

impl Source<'_> {
    /// Quality; `None`: no source, or the input was changed after its source was named.
    pub fn quality(&self) -> Option<Quality> {
        self.evidence.filter(|evidence| !evidence.changed).map(|evidence| evidence.quality)
    }

    fn path(&self) -> String {
        let holder = match self.holder {
            Holder::Scenario => String::new(),
            Holder::Segment(index) => place("segments[#].", &[index]),
            Holder::Workforce => "workforce.".into(),
            Holder::Target => "target.".into(),
            Holder::Fund(index) => place("funds[#].", &[index]),
            Holder::Village(index) => place("villages[#].", &[index]),
        };
        below(&holder, self.field)
    }

    /// `None` where the input has a source of better quality than a guess.
    fn weakness(&self) -> Option<Weakness> {
        match self.evidence {
            None => Some(Weakness::None),
            Some(evidence) if evidence.changed => Some(Weakness::Changed),
            Some(evidence) => match evidence.quality {
                Quality::Guess => Some(Weakness::Guess),
                Quality::Official | Quality::Press | Quality::Survey | Quality::Estimate => None,
            },
        }
    }
}

choices! {
    /// Why an input is not well known.
    pub enum Weakness {
        /// Its source is a guess.
        Guess = "guess",
        /// No source is named.
        None = "none",
        /// It was changed after its source was named.
        Changed = "changed",
    }
}

/// An input of a figure that is a guess, has no source, or was changed after its source was named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "WeakInput"))]
pub struct Weak {
    /// Where it is, from the root: `"segments[0].payers"`.
    pub path: String,
    /// Why it is not well known.
    pub quality: Weakness,
}

/// Receives each input.
pub(super) type Visit<'a, 't> = &'t mut dyn FnMut(Source<'a>);

/// Lists the fields of one object; each with whether it is given.
fn fields<'a>(
    holder: Holder,
    evidences: &'a Evidences,
    fields: &[(&'static str, bool)],
    visit: Visit<'a, '_>,
) {
    for (field, given) in fields {
        let evidence = evidences.of(field);
        if *given || evidence.is_some() {
            visit(Source { holder, field, evidence });
        }
    }
}

/// Inputs of a segment's rupiah, without those of the target.
pub(super) fn own<'a>(
    scenario: &'a Scenario,
    index: usize,
    segment: &'a Segment,
    visit: Visit<'a, '_>,
) {
    price(scenario, index, segment, visit);
    own_heads(scenario, index, segment, visit);
}

/// Inputs of the price of one member. Payers belong to it, because a relief depends on the kind of fund.
fn price<'a>(scenario: &'a Scenario, index: usize, segment: &'a Segment, visit: Visit<'a, '_>) {
    let inputs = [
        ("class", false),
        ("risk", false),
        ("sector", false),
        ("programmes", true),
        ("base", segment.base.is_some()),
        ("payers", true),
        ("workerPayers", !segment.worker_payers.is_empty()),
    ];
    fields(Holder::Segment(index), &segment.evidence, &inputs, visit);
    fields(Holder::Scenario, &scenario.evidence, &[("rounding", false)], visit);
    scenario.all_paying(&segment.payers, &mut |fund| {
        if let Some(of) = scenario.funds.get(fund) {
            let inputs = [("kind", false), ("willNotPay", of.will_not_pay)];
            fields(Holder::Fund(fund), &of.evidence, &inputs, visit);
        }
        true
    });
}

/// Inputs of a segment's heads; where the target decides them, also the inputs of the target.
fn heads<'a>(scenario: &'a Scenario, index: usize, visit: Visit<'a, '_>) {
    let Some(segment) = scenario.segments.get(index) else { return };
    own_heads(scenario, index, segment, visit);
    if follows_target(segment) {
        of_target(scenario, visit);
    }
}

fn own_heads<'a>(scenario: &'a Scenario, index: usize, segment: &'a Segment, visit: Visit<'a, '_>) {
    let from_villages = matches!(segment.enrolment, Enrolment::Villages { .. });
    if from_villages {
        villages(scenario, segment, visit);
    }
    let inputs = [
        ("enrolment", !from_villages),
        ("flows", segment.flows.is_some()),
        ("billed", segment.billed.is_some()),
    ];
    fields(Holder::Segment(index), &segment.evidence, &inputs, visit);
    fields(Holder::Scenario, &scenario.evidence, &[("period", false)], visit);
}

/// The people of villages: those with a source of their own by it, all others by the source of the list.
fn villages<'a>(scenario: &'a Scenario, segment: &'a Segment, visit: Visit<'a, '_>) {
    let mut others = false;
    for (index, village) in scenario.villages.iter().enumerate() {
        if village.people(&segment.id).is_some() {
            others |= village.evidence.of("counts").is_none();
            let months = [("counts", false), ("firstMonth", false), ("lastMonth", false)];
            fields(Holder::Village(index), &village.evidence, &months, visit);
        }
    }
    fields(Holder::Scenario, &scenario.evidence, &[("villages", others)], visit);
}

pub(crate) const fn follows_target(segment: &Segment) -> bool {
    matches!(segment.enrolment, Enrolment::Target { .. })
}

/// Inputs of the number that the target requires: target, workforce, and present members.
pub(super) fn of_target<'a>(scenario: &'a Scenario, visit: Visit<'a, '_>) {
    target(scenario, visit);
    workforce(scenario, visit);
    for (index, segment) in scenario.segments.iter().enumerate() {
        own_heads(scenario, index, segment, visit);
        let by_price =
            scenario.target.as_ref().is_some_and(|target| target.spread == Spread::Cheapest);
        if by_price && follows_target(segment) {
            price(scenario, index, segment, visit);
        }
    }
}

fn target<'a>(scenario: &'a Scenario, visit: Visit<'a, '_>) {
    let Some(target) = &scenario.target else { return };
    let inputs = [
        ("points", true),
        ("shape", false),
        ("yearly", target.path.yearly.is_some()),
        ("spread", false),
    ];
    fields(Holder::Target, &target.evidence, &inputs, visit);
}

fn workforce<'a>(scenario: &'a Scenario, visit: Visit<'a, '_>) {
    let Some(workforce) = &scenario.workforce else { return };
    let inputs = [("eligible", true), ("growthPercent", workforce.growth_percent.is_some())];
    fields(Holder::Workforce, &workforce.evidence, &inputs, visit);
    counted(workforce, visit);
}

/// Inputs of members who are not billed. Members outside the segments are listed also where they are empty, since
/// they are then counted as 0.
fn counted<'a>(workforce: &'a Workforce, visit: Visit<'a, '_>) {
    let chosen = workforce.after_last_bill != AfterLastBill::NotCounted;
    let inputs = [("otherMembers", true), ("afterLastBill", chosen)];
    fields(Holder::Workforce, &workforce.evidence, &inputs, visit);
}

/// Inputs of the members of a month.
fn members<'a>(scenario: &'a Scenario, visit: Visit<'a, '_>) {
    if let Some(workforce) = &scenario.workforce {
        counted(workforce, visit);
    }
    for index in 0..scenario.segments.len() {
        heads(scenario, index, visit);
    }
}

/// Inputs of a fund's rupiah besides the bills: the order of use.
fn order_of_use<'a>(scenario: &'a Scenario, fund: usize, visit: Visit<'a, '_>) {
    for (index, of) in scenario.funds.iter().enumerate() {
        let after = |fund: &usize| scenario.next_of(*fund);
        let mut chain = core::iter::successors(Some(index), after);
        if of.next.is_some() && chain.any(|one| one == fund) {
            let inputs = [("next", true), ("ceilings", !of.ceilings.is_empty())];
            fields(Holder::Fund(index), &of.evidence, &inputs, visit);
        }
    }
}

/// A plan and its bills.
struct Billed<'a, 'p> {
    scenario: &'a Scenario,
    plan: &'p Plan<'a>,
    heads: &'p Row<SegmentAt, Vec<People>>,
}

/// Every input of a figure that is a guess, has no source, or was changed after its source was named.
pub(crate) fn weak<'a>(
    scenario: &'a Scenario,
    plan: &Plan<'a>,
    heads: &Row<SegmentAt, Vec<People>>,
    question: &Question,
) -> Vec<Weak> {
    let billed = Billed { scenario, plan, heads };
    let mut found = Vec::new();
    behind(&billed, question, &mut |source| {
        let same =
            |other: &Source<'_>| (other.holder, other.field) == (source.holder, source.field);
        if !found.iter().any(same) {
            found.push(source);
        }
    });
    let weak =
        |source: &Source<'_>| Some(Weak { path: source.path(), quality: source.weakness()? });
    found.iter().filter_map(weak).collect()
}

/// Every input of a figure; some more than once.
fn behind<'a>(billed: &Billed<'a, '_>, question: &Question, visit: Visit<'a, '_>) {
    let scenario = billed.scenario;
    match question.measure {
        Measure::Rupiah => rupiah(billed, question, visit),
        Measure::Left | Measure::Short => {
            rupiah(billed, question, visit);
            let fund = question.fund.and_then(|index| Some((index, scenario.funds.get(index)?)));
            if let Some((index, fund)) = fund {
                let inputs = [("ceilings", !fund.ceilings.is_empty())];
                fields(Holder::Fund(index), &fund.evidence, &inputs, visit);
            }
        }
        Measure::PersonMonths | Measure::Heads => {
            let asked = |index: &usize| question.segment.is_none_or(|asked| asked == *index);
            for index in (0..scenario.segments.len()).filter(asked) {
                heads(scenario, index, visit);
            }
        }
        Measure::Members => members(scenario, visit),
        Measure::Coverage | Measure::GapToAll => {
            members(scenario, visit);
            workforce(scenario, visit);
        }
        Measure::Gap => {
            members(scenario, visit);
            workforce(scenario, visit);
            target(scenario, visit);
        }
    }
}

/// Inputs of the bills of a figure: those of the segments in question and, where funds have a next fund, of all
/// segments that use the same ceilings before them.
fn rupiah<'a>(
    Billed { scenario, plan, heads: billed }: &Billed<'a, '_>,
    question: &Question,
    visit: Visit<'a, '_>,
) {
    let has_account = |fund: &Fund| {
        let named = |code: &String| fund.accounts.iter().any(|account| account.code == *code);
        question.account.as_ref().is_none_or(named)
    };
    let asked = |(index, fund): &(usize, &Fund)| {
        question.fund.is_none_or(|asked| asked == *index) && has_account(fund)
    };
    let funds = scenario.funds.iter().enumerate().filter(asked).map(|(index, _)| index);
    let funds: Vec<usize> = funds.collect();
    let of_fund = question.fund.is_some() || question.account.is_some();
    let passes = of_fund && scenario.funds.iter().any(|fund| fund.next.is_some());
    for (index, segment) in scenario.segments.iter().enumerate() {
        let asked = question.segment.is_none_or(|asked| asked == index)
            && question.programme.is_none_or(|programme| segment.programmes.contains(&programme));
        let pays = !of_fund || funds.iter().any(|fund| scenario.pays(*fund, segment));
        let asked_in = |month: Month| {
            // Earlier months of the same year use up the ceiling.
            let before = |asked: Month| passes && month < asked && month.year() == asked.year();
            question.year.is_none_or(|year| year == month.year())
                && question.month.is_none_or(|asked| month == asked || before(asked))
        };
        let group = plan.segments.entries().get(index);
        let contract = group.and_then(Group::contract_column);
        let heads_of = billed.entries().get(index).map_or(&[][..], Vec::as_slice);
        let mut months = plan.months.iter().zip(heads_of).enumerate();
        let is_billed = months.any(|(column, (month, heads))| {
            let is_billed = match contract {
                Some(contract) => column == contract,
                None => *heads > People::ZERO && !segment.is_contract(),
            };
            is_billed && asked_in(*month)
        });
        if is_billed && pays && (passes || asked) {
            price(scenario, index, segment, visit);
            heads(scenario, index, visit);
        }
    }
    for fund in funds.into_iter().filter(|_| passes) {
        order_of_use(scenario, fund, visit);
    }
}
