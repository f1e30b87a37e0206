//! Remarks that the planner must read with the result: one file for each thing they are about.

mod doubt;
mod membership;
mod money;
mod people;
mod published;
mod region;
mod relief;
mod values;

use super::contribution::turns;
use super::coverage::{Crowd, Flow};
use super::ledger::Ledger;
use super::projection::{ParameterUsed, Year};
use super::published::Published;
use crate::law::{Law, RELIEFS};
use crate::money::Rupiah;
use crate::month::Month;
use crate::people::People;
use crate::problem::{Notice, problem};
use crate::scenario::{Enrolment, Scenario, Segment};

/// A segment with what it came to, by month of the plan.
#[derive(Clone, Copy)]
struct Told<'a> {
    scenario: &'a Scenario,
    /// Position of the segment.
    index: usize,
    segment: &'a Segment,
    heads: &'a [People],
    flows: &'a [Flow],
    rupiah: &'a [Rupiah],
    /// In which months any relief is in force at all, and in which the law of a tariff may change.
    relieved: &'a [(bool, bool)],
}

impl<'a> Told<'a> {
    /// Every month, with the heads billed.
    fn months(self) -> impl Iterator<Item = (Month, People)> + 'a {
        self.scenario.period.span().months().zip(self.heads.iter().copied())
    }

    /// The months in which people join, with their number. Those whom a fixed count already names before the plan
    /// begins were members then.
    fn joining(self) -> impl Iterator<Item = (Month, People)> + 'a {
        let first = self.scenario.period.first_month;
        let were_there = match &self.segment.enrolment {
            Enrolment::Fixed { counts, .. } => counts.first().is_some_and(|one| one.from < first),
            Enrolment::Target { .. } | Enrolment::Path { .. } => false,
        };
        let months = self.scenario.period.span().months().zip(self.flows);
        let joined = months.map(|(month, flow)| (month, flow.joined));
        joined.filter(move |(month, joined)| {
            *joined > People::ZERO && !(were_there && *month == first)
        })
    }

    /// The months in which somebody is billed, with their heads.
    fn billed(self) -> impl Iterator<Item = (Month, People)> + 'a {
        self.months().filter(|(_, heads)| *heads > People::ZERO)
    }
}

/// Everything to be said beside a result, in the order of the segments, funds, years and values.
pub(super) fn notices(
    scenario: &Scenario,
    crowd: &Crowd,
    ledger: &Ledger<'_>,
    years: &[Year<'_>],
    parameters: &[ParameterUsed<'_>],
    unused: &[Notice],
    published: &[Published<'_>],
) -> Vec<Notice> {
    let mut notices = Vec::new();
    if let Some(date) = &scenario.law_date {
        notices.push(problem!("lawAsOf", "lawDate", date = date.as_str()));
    }
    region::tell(&scenario.region, &mut notices);
    let law = Law::of(scenario);
    let turns = turns(scenario);
    let mut in_force = false;
    let relief_in = |month: Month| {
        let turns = turns.contains(&month);
        if turns || month == scenario.period.first_month {
            in_force = RELIEFS.iter().any(|relief| law.value(relief.rate, month).is_ok());
        }
        (in_force, turns)
    };
    let relieved: Vec<(bool, bool)> = scenario.period.span().months().map(relief_in).collect();
    let columns = crowd.heads.iter().zip(&crowd.flows).zip(ledger.spent());
    for (index, (segment, ((heads, flows), rupiah))) in
        scenario.segments.iter().zip(columns).enumerate()
    {
        let told = Told { scenario, index, segment, heads, flows, rupiah, relieved: &relieved };
        relief::tell(told, &mut notices);
        membership::tell(told, &mut notices);
        people::tell(told, &mut notices);
        money::tell_segment(told, &mut notices);
        doubt::tell_segment(told, &mut notices);
    }
    doubt::tell_amounts(scenario, &mut notices);
    money::tell_funds(scenario, crowd, &mut notices);
    money::tell_ceilings(scenario, years, &mut notices);
    money::tell_order(scenario, &mut notices);
    for year in years {
        money::tell_year(scenario, year, &mut notices);
        people::tell_year(year, &mut notices);
    }
    values::tell(scenario, parameters, unused, &mut notices);
    notices.extend(values::age(scenario, crowd, parameters));
    published::tell(published, &mut notices);
    notices
}
