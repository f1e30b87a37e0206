//! What the budgets of villages pay, by months of one price: the rows of *APBDes* before they are written.

use super::cells::At;
use super::inputs::Inputs;
use super::rka::coefficient;
use super::tariff::Span as Spans;
use super::village_funds::of_village;
use super::villages::Villages;
use crate::batch::{VillagesAnswer, alone};
use crate::law::FundKind;
use crate::money::{Rate, Rupiah};
use crate::people::People;
use crate::plan::{
    Bill, Bills, Broken, Fault, FundAt, Levy, Part, Plan, Prices, Row, SegmentAt, bills, heads,
};
use crate::problem::Problems;
use crate::scenario::Scenario;
use core::ops::Range;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What the rows are made of.
pub(super) struct Of<'o, 'a> {
    pub scenario: &'o Scenario,
    pub plan: &'o Plan<'a>,
    pub prices: &'o Prices<'a>,
    pub tariff: &'o Row<SegmentAt, Vec<Spans>>,
    pub people: &'o Row<SegmentAt, super::flow::People>,
    pub inputs: &'o Inputs,
    pub villages: &'o Villages,
    pub answer: &'o VillagesAnswer,
}

/// Months in which one part of the contributions of a segment has one price.
pub(super) struct Run {
    pub part: Part,
    pub columns: Range<usize>,
    /// Of each programme.
    pub prices: Vec<At>,
}

/// The months of one price of a segment: neighbouring spans whose prices are made of the same values.
pub(super) fn runs(of: &Of<'_, '_>, segment: SegmentAt) -> Result<Vec<Run>, Broken> {
    let spans = of.tariff.at(segment)?;
    let mut runs = Vec::new();
    for part in [Part::Payer, Part::Worker] {
        let mut before: Option<Vec<Levy<'_>>> = None;
        for (cell, span) in of.prices.cells(segment)?.iter().zip(spans) {
            let levies = match of.prices.levies(cell) {
                Ok(levies) => levies.iter().filter(|levy| levy.part == part).copied().collect(),
                Err(Fault::Missing | Fault::TooLarge) => Vec::new(),
                Err(Fault::Broken(broken)) => return Err(broken),
            };
            let made = span.prices.iter().flatten().filter(|(_, own, _)| *own == part);
            let prices: Vec<At> = made.map(|(.., price)| *price).collect();
            let is_same = before.as_ref() == Some(&levies);
            before = Some(levies);
            match runs.last_mut().filter(|_| is_same) {
                Some(Run { columns, .. }) if !prices.is_empty() => columns.end = span.columns.end,
                Some(_) | None if prices.is_empty() => {}
                Some(_) | None => runs.push(Run { part, columns: span.columns.clone(), prices }),
            }
        }
    }
    Ok(runs)
}

/// What a fund pays for the people of a segment in a village, in months of one year and one price.
pub(super) struct Payment {
    pub village: usize,
    pub year: usize,
    /// Position among the segments that count villages.
    pub order: usize,
    pub fund: FundAt,
    /// Position among the months of one price.
    pub run: usize,
    pub part: Part,
    /// Months of the village in the run and the year.
    pub months: Range<usize>,
    /// By month that is billed.
    heads: BTreeMap<usize, People>,
    pub rupiah: Rupiah,
    /// The share of the fund; nothing where another fund passes on to it.
    pub percent: Rate,
}

impl Payment {
    /// Whether nobody was billed when the workbook was made: the row is for people who may be filled in later.
    pub fn is_open(&self) -> bool {
        self.heads.is_empty()
    }

    /// A payment for nobody yet; `None`: the village is not there in any of its months.
    fn of_nobody(
        of: &Of<'_, '_>,
        (village, runs): (usize, &[Vec<Run>]),
        (year, order, fund, run): Key,
    ) -> Result<Option<Self>, Broken> {
        let segment = *of.villages.segments.get(order).ok_or(Broken("villages of a segment"))?;
        let Run { part, columns, .. } =
            runs.get(order).and_then(|runs| runs.get(run)).ok_or(Broken("months of one price"))?;
        let of_year = &of.plan.years.get(year).ok_or(Broken("years"))?.columns;
        let own = of.months(village, segment)?;
        let start = own.start.max(columns.start).max(of_year.start);
        let months = start..own.end.min(columns.end).min(of_year.end);
        let shares = of.plan.segments.at(segment)?.shares.of(*part);
        let own = shares.funds.iter().zip(&shares.percents);
        let own = own.filter(|(other, _)| **other == Some(fund));
        let percent = own.map(|(_, own)| *own).fold(Rate::from_millionths(0), Rate::plus);
        let (heads, rupiah) = (BTreeMap::new(), Rupiah::ZERO);
        let part = *part;
        let made = Self { village, year, order, fund, run, part, months, heads, rupiah, percent };
        Ok((!made.months.is_empty()).then_some(made))
    }
    pub fn coefficient(&self) -> String {
        let heads: Vec<People> = self.heads.values().copied().collect();
        coefficient(&heads)
    }
}

/// Year, segment, fund and run of a payment.
type Key = (usize, usize, FundAt, usize);

/// All payments, then those for nobody yet: each by village, then year, segment and fund.
pub(super) fn payments(of: &Of<'_, '_>, runs: &[Vec<Run>]) -> Result<Vec<Payment>, Problems> {
    let (mut all, mut open) = (Vec::new(), Vec::new());
    for (village, scenario) in (0..).zip(alone(of.scenario)) {
        let scenario = scenario?;
        let plan = Plan::of(&scenario);
        let prices = Prices::of(&plan);
        let people = heads(&plan, &prices, false)?;
        Bills::of(&plan, &prices, &people.billed, &|_| true)?;
        let mut found: BTreeMap<Key, Payment> = BTreeMap::new();
        bills(&plan, &prices, &people.billed, &|_, _| true, &mut |bill| {
            gather(&mut found, of, (village, runs), &bill)
        })?;
        check(of, village, &found)?;
        fill(&mut open, of, (village, runs), &found)?;
        all.extend(found.into_values());
    }
    all.append(&mut open);
    Ok(all)
}

/// Adds a payment for nobody for each group of a village that has none, where the sheet works it out: its people may be filled
/// in later, and the rows must then still sum to what the village asks for.
fn fill(
    open: &mut Vec<Payment>,
    of: &Of<'_, '_>,
    (village, runs): (usize, &[Vec<Run>]),
    found: &BTreeMap<Key, Payment>,
) -> Result<(), Broken> {
    for one in of.villages.funds.iter().filter(|one| one.is_of_villages && one.is_live) {
        for (order, (segment, own)) in of.villages.segments.iter().zip(runs).enumerate() {
            for (position, run) in own.iter().enumerate() {
                let shares = of.plan.segments.at(*segment)?.shares.of(run.part);
                let key = (one.year, order, one.fund, position);
                if shares.funds.contains(&Some(one.fund)) && !found.contains_key(&key) {
                    open.extend(Payment::of_nobody(of, (village, runs), key)?);
                }
            }
        }
    }
    Ok(())
}

fn gather(
    found: &mut BTreeMap<Key, Payment>,
    of: &Of<'_, '_>,
    (village, all): (usize, &[Vec<Run>]),
    bill: &Bill<'_, '_, '_>,
) -> Result<(), Broken> {
    let order = of.villages.segments.iter().position(|one| *one == bill.segment);
    let order = order.ok_or(Broken("villages of a segment"))?;
    let runs = all.get(order).ok_or(Broken("villages of a segment"))?;
    let (part, column) = (bill.levy.part, bill.column);
    let run = runs.iter().position(|run| run.part == part && run.columns.contains(&column));
    let run = run.ok_or(Broken("months of one price"))?;
    let year = of.plan.years.iter().position(|year| year.columns.contains(&column));
    let year = year.ok_or(Broken("years"))?;
    for payment in bill.payments.iter().filter(|payment| payment.rupiah > Rupiah::ZERO) {
        let fund = payment.fund;
        if tag(of.plan.funds.at(fund)?.kind).is_none() {
            continue;
        }
        let key = (year, order, fund, run);
        let row = match found.entry(key) {
            Entry::Occupied(row) => row.into_mut(),
            Entry::Vacant(place) => {
                let made = Payment::of_nobody(of, (village, all), key)?;
                place.insert(made.ok_or(Broken("months of a village"))?)
            }
        };
        row.heads.insert(column, bill.heads);
        row.rupiah = row.rupiah.within(payment.rupiah);
    }
    Ok(())
}

/// The tag of Siskeudes; `None`: the fund does not stand in the budget of a village.
pub(super) const fn tag(kind: FundKind) -> Option<&'static str> {
    match kind {
        FundKind::Add => Some("ADD"),
        FundKind::DanaDesa => Some("DD"),
        FundKind::Pades => Some("PAD"),
        FundKind::Bhpr => Some("BHPR"),
        FundKind::Apbn
        | FundKind::ApbdProvince
        | FundKind::ApbdRegency
        | FundKind::DbhSawit
        | FundKind::DbhCht
        | FundKind::Otsus
        | FundKind::Csr
        | FundKind::Baznas
        | FundKind::Employer
        | FundKind::Oneself => None,
    }
}

impl Of<'_, '_> {
    /// The months of a village in which a segment can be billed.
    fn months(&self, village: usize, segment: SegmentAt) -> Result<Range<usize>, Broken> {
        let village = self.scenario.villages.get(village).ok_or(Broken("villages"))?;
        let months = village.months(self.scenario.period);
        let first = *self.plan.months.first().ok_or(Broken("months"))?;
        // Who joins in a month is billed from the next one on.
        let waits = usize::from(self.plan.segments.at(segment)?.billed_from_next);
        let start = usize::from(months.from.since(first)).saturating_add(waits);
        Ok(start..usize::from(months.to.since(first)).saturating_add(1))
    }
}

/// The rows of a village for a fund and year must sum to what the fund is asked for; else no workbook is written.
fn check(of: &Of<'_, '_>, village: usize, found: &BTreeMap<Key, Payment>) -> Result<(), Broken> {
    for one in of.villages.funds.iter().filter(|one| one.is_of_villages) {
        let own = found.values().filter(|row| (row.fund, row.year) == (one.fund, one.year));
        let sum = own.fold(Rupiah::ZERO, |sum, row| sum.within(row.rupiah));
        if sum != of_village(of.answer, (one.fund, one.year), village)?.0 {
            return Err(Broken("APBDes of a village"));
        }
    }
    Ok(())
}
