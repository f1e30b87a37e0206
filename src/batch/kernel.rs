//! One unit worked out: the knobs of the compiled plan are turned in place, and only sums are written. Nothing is
//! allocated for a unit whose people have counts or paths and whose funds pay by themselves.

use super::column::{Cell, Knob, follows};
use super::price::{Heads, Price, Run, Sheet, runs, sheets};
use crate::money::{Rupiah, split};
use crate::people::People;
use crate::plan::compile::{Group, Joining, Plan, potential};
use crate::plan::cost::{Bills, bills};
use crate::plan::heads::{Enrolled, heads};
use crate::plan::price::Prices;
use crate::plan::row::{Broken, FundAt, Position as _, Row, SegmentAt};
use crate::problem::{Problems, problem};
use crate::scenario::{DatedPeople, Enrolment, Scenario, Workforce};
use core::ops::Range;
use std::borrow::Cow;

pub(super) struct Kernel<'a> {
    pub plan: Plan<'a>,
    prices: Prices<'a>,
    pub work: Row<SegmentAt, Work>,
    /// By column; made anew only where a segment needs them.
    heads: Row<SegmentAt, Vec<People>>,
    /// The workforce of the unit, where segments follow the target.
    workforce: Option<Workforce>,
    /// The ceilings of the plan, for columns that a table does not have.
    ceilings: Row<FundAt, Vec<Option<Rupiah>>>,
    /// Columns that the unit is billed in.
    window: Range<usize>,
    whole: Range<usize>,
    /// The budget year of each column.
    years: Vec<usize>,
    passes: bool,
    pub sums: Sums,
}

/// A segment made ready.
pub(super) struct Work {
    /// Whether its heads are those of its counts.
    pub counted: bool,
    pub runs: Vec<Run>,
    pub sheets: Vec<Sheet>,
    /// Columns in which the plan bills it.
    billed: Vec<Range<usize>>,
    /// Of each count of the unit, who are accepted.
    accepted: Vec<People>,
}

/// What a unit comes to.
pub(super) struct Sums {
    funds: usize,
    /// By budget year, then fund.
    pub asked: Vec<Rupiah>,
    /// By budget year.
    pub person_months: Vec<People>,
    parts: Vec<Rupiah>,
    bills: u128,
    worth: u128,
    /// Somebody is billed for whom there is no price.
    unpriced: bool,
}

impl<'a> Kernel<'a> {
    pub fn of(scenario: &'a Scenario) -> Result<Self, Broken> {
        let mut plan = Plan::of(scenario);
        let prices = Prices::of(&plan);
        let first = *plan.months.first().ok_or(Broken("months"))?;
        for ((_, group), segment) in plan.segments.iter_mut().zip(&scenario.segments) {
            if let Joining::Counts(counts) = &mut group.joining {
                // Each unit writes its own counts. A segment that counts villages gets one count from the first month
                // on, because the table has one column for its people.
                let one = DatedPeople { from: first, people: People::ZERO };
                *counts = match segment.enrolment {
                    Enrolment::Villages { .. } => Cow::Owned(vec![one]),
                    Enrolment::Fixed { .. } | Enrolment::Target { .. } | Enrolment::Path { .. } => {
                        Cow::Owned(counts.to_vec())
                    }
                };
            }
        }
        let follow = plan.segments.entries().iter().any(follows);
        let work = plan.segments.iter().map(|(at, group)| {
            let counts = match &group.joining {
                Joining::Counts(counts) => counts.len(),
                Joining::Path { .. } | Joining::Target { .. } => 0,
            };
            let counted = counts > 0 && group.leave.is_empty() && !follow;
            let sheets = sheets(group, at, &prices)?;
            let runs = runs(&plan, group, &sheets, counted)?;
            let (billed, accepted) = (group.billed.clone(), vec![People::ZERO; counts]);
            Ok(Work { counted, runs, sheets, billed, accepted })
        });
        let work = Row::new(work.collect::<Result<_, Broken>>()?);
        let years = plan.years.iter().enumerate();
        let years = years.flat_map(|(year, of)| of.columns.clone().map(move |_| year)).collect();
        let whole = 0..plan.months.len();
        let funds = plan.funds.entries().len();
        Ok(Self {
            heads: plan.segments.map(|_| vec![People::ZERO; whole.end]),
            workforce: scenario.workforce.clone().filter(|_| follow),
            passes: plan.segments.entries().iter().any(|group| group.passes),
            sums: Sums {
                asked: vec![Rupiah::ZERO; plan.years.len().saturating_mul(funds)],
                person_months: vec![People::ZERO; plan.years.len()],
                parts: Vec::new(),
                funds,
                bills: 0,
                worth: 0,
                unpriced: false,
            },
            ceilings: plan.funds.map(|plan_fund| plan_fund.ceilings.clone()),
            window: whole.clone(),
            whole,
            years,
            work,
            prices,
            plan,
        })
    }

    /// Before another table: what it does not set is as in the plan.
    pub fn reset(&mut self) -> Result<(), Broken> {
        self.window = self.whole.clone();
        for (at, plan_fund) in self.plan.funds.iter_mut() {
            plan_fund.ceilings.clone_from(self.ceilings.at(at)?);
        }
        Ok(())
    }

    /// Turns one knob for the unit at hand.
    pub fn turn(&mut self, knob: Knob, cell: Cell) -> Result<(), Broken> {
        match (knob, cell) {
            (Knob::Count(at, position), Cell::People(people)) => {
                let Joining::Counts(counts) = &mut self.plan.segments.at_mut(at)?.joining else {
                    return Err(Broken("counts"));
                };
                counts.to_mut().get_mut(position).ok_or(Broken("counts"))?.people = people;
            }
            (Knob::Members(at), Cell::People(people)) => {
                match &mut self.plan.segments.at_mut(at)?.joining {
                    Joining::Path { members, .. } | Joining::Target { members, .. } => {
                        *members = people;
                    }
                    Joining::Counts(_) => return Err(Broken("members")),
                }
            }
            (Knob::Eligible(at), Cell::People(people)) => {
                match &mut self.plan.segments.at_mut(at)?.joining {
                    Joining::Path { eligible, .. } | Joining::Target { eligible, .. } => {
                        *eligible = people;
                    }
                    Joining::Counts(_) => return Err(Broken("eligible")),
                }
            }
            (Knob::Workforce(position), Cell::People(people)) => {
                let workforce = self.workforce.as_mut().ok_or(Broken("workforce"))?;
                workforce.eligible.get_mut(position).ok_or(Broken("workforce"))?.people = people;
            }
            (Knob::OtherMembers(position), Cell::People(people)) => {
                let workforce = self.workforce.as_mut().ok_or(Broken("workforce"))?;
                let entry = workforce.other_members.get_mut(position);
                entry.ok_or(Broken("other members"))?.people = people;
            }
            (Knob::Ceiling(at, year), Cell::Ceiling(rupiah)) => {
                let plan_fund = self.plan.funds.at_mut(at)?;
                *plan_fund.ceilings.get_mut(year).ok_or(Broken("years"))? = rupiah;
            }
            (Knob::First | Knob::Last, Cell::Month(month)) => {
                let first = *self.plan.months.first().ok_or(Broken("months"))?;
                let column = month.map(|month| usize::from(month.since(first)));
                if knob == Knob::First {
                    self.window.start = column.unwrap_or(self.whole.start);
                } else {
                    self.window.end = column.map_or(self.whole.end, |last| last.saturating_add(1));
                }
            }
            (_, Cell::People(_) | Cell::Ceiling(_) | Cell::Month(_)) => {
                return Err(Broken("cells of a column"));
            }
        }
        Ok(())
    }

    /// Works out the unit at hand into [`Kernel::sums`].
    pub fn work_out(&mut self) -> Result<(), Problems> {
        if self.window.start >= self.window.end {
            let month = |column: usize| self.plan.months.get(column).copied();
            let from = month(self.window.start).ok_or(Broken("months"))?;
            let to = self.window.end.checked_sub(1).and_then(month).ok_or(Broken("months"))?;
            return Err(problem!(EndsBeforeStart, "lastMonth", from = from, to = to).into());
        }
        self.sums.clear();
        self.prepare()?;
        let Self { plan, work, heads, sums, window, years, .. } = self;
        for ((at, group), work) in plan.segments.iter().zip(work.entries()) {
            sums.segment(group, work, heads.at_mut(at)?, (window, years))?;
        }
        if self.sums.are_doubtful() {
            // Says what is wrong as a projection does.
            let heads = heads_of(&self.plan, &self.prices)?;
            Bills::of(&self.plan, &self.prices, &heads, &|_| true)?;
            if self.sums.unpriced {
                return Err(Broken("prices of bills").into());
            }
        }
        if self.passes {
            self.pass_on()?;
        }
        Ok(())
    }

    /// What must be known before the segments are summed: billed columns, accepted people, heads by month.
    fn prepare(&mut self) -> Result<(), Broken> {
        for ((_, group), (_, work)) in self.plan.segments.iter_mut().zip(self.work.iter_mut()) {
            group.billed.clear();
            let within = |columns: &Range<usize>| clip(columns, &self.window);
            group.billed.extend(work.billed.iter().filter_map(within));
            if let Joining::Counts(counts) = &group.joining {
                for (accepted, count) in work.accepted.iter_mut().zip(counts.iter()) {
                    *accepted = count.people.part(group.accepted);
                }
            }
        }
        if let (Some(workforce), Some(of_plan)) = (&self.workforce, &mut self.plan.workforce) {
            *of_plan = potential(workforce, &self.plan.months);
            self.heads = heads_of(&self.plan, &self.prices)?;
            return Ok(());
        }
        for ((at, group), work) in self.plan.segments.iter().zip(self.work.entries()) {
            if !work.counted {
                walk(&self.plan, group, self.heads.at_mut(at)?)?;
            }
        }
        Ok(())
    }

    /// Adds the bills of the segments whose money may be passed on, month by month.
    fn pass_on(&mut self) -> Result<(), Broken> {
        let Self { plan, prices, heads, sums, years, .. } = self;
        let passes = |_, group: &Group<'_>| group.passes;
        bills(plan, prices, heads, &passes, &mut |bill| {
            let year = *years.get(bill.column).ok_or(Broken("columns"))?;
            for payment in bill.payments {
                sums.add(year, payment.fund, payment.rupiah)?;
            }
            Ok(())
        })
    }
}

fn heads_of(plan: &Plan<'_>, prices: &Prices<'_>) -> Result<Row<SegmentAt, Vec<People>>, Broken> {
    Ok(heads(plan, prices, false)?.billed)
}

/// The heads of a segment that depends on no other, month by month.
fn walk(plan: &Plan<'_>, group: &Group<'_>, row: &mut [People]) -> Result<(), Broken> {
    let mut enrolled = Enrolled::of(plan, group);
    for (column, (month, heads)) in plan.months.iter().zip(row).enumerate() {
        enrolled.begin(*month);
        let flow = enrolled.take_flow();
        *heads =
            if enrolled.is_billed(column) { enrolled.bill(*month, &flow) } else { People::ZERO };
    }
    Ok(())
}

/// The columns that lie in a window.
fn clip(columns: &Range<usize>, window: &Range<usize>) -> Option<Range<usize>> {
    let clipped = columns.start.max(window.start)..columns.end.min(window.end);
    (clipped.start < clipped.end).then_some(clipped)
}

impl Sums {
    fn clear(&mut self) {
        self.asked.fill(Rupiah::ZERO);
        self.person_months.fill(People::ZERO);
        (self.bills, self.worth, self.unpriced) = (0, 0, false);
    }

    /// Whether some sum may be no amount of rupiah.
    fn are_doubtful(&self) -> bool {
        let most = u128::from(Rupiah::MAX.get());
        self.unpriced || self.bills > most || self.worth > most
    }

    fn add(&mut self, year: usize, fund: FundAt, rupiah: Rupiah) -> Result<(), Broken> {
        let place = year.saturating_mul(self.funds).saturating_add(fund.index());
        let sum = self.asked.get_mut(place).ok_or(Broken("funds of a year"))?;
        *sum = sum.within(rupiah);
        Ok(())
    }

    /// Adds a segment: who is billed, and what its funds pay unless they pass it on.
    fn segment(
        &mut self,
        group: &Group<'_>,
        work: &Work,
        row: &mut [People],
        (window, years): (&Range<usize>, &[usize]),
    ) -> Result<(), Broken> {
        if work.counted && group.passes {
            row.fill(People::ZERO);
        }
        for run in &work.runs {
            let Some(columns) = clip(&run.columns, window) else { continue };
            let sheet = work.sheets.get(run.cell).ok_or(Broken("prices"))?;
            let accepted = |count: usize| work.accepted.get(count).copied().ok_or(Broken("counts"));
            let heads = match run.heads {
                Heads::Count(now) => accepted(now)?,
                Heads::Stayed(_, None) => People::ZERO,
                Heads::Stayed(now, Some(before)) => accepted(now)?.min(accepted(before)?),
                Heads::OfMonth => {
                    let months = row.get(columns).ok_or(Broken("columns"))?;
                    for same in months.chunk_by(|a, b| a == b) {
                        let heads = *same.first().ok_or(Broken("columns"))?;
                        self.heads(group, sheet, run.year, heads, same.len() as u64)?;
                    }
                    continue;
                }
            };
            if group.passes {
                row.get_mut(columns.clone()).ok_or(Broken("columns"))?.fill(heads);
            }
            self.heads(group, sheet, run.year, heads, columns.len() as u64)?;
        }
        if let Some(column) = group.contract_column() {
            let cell = work.sheets.partition_point(|sheet| sheet.columns.end <= column);
            let sheet = work.sheets.get(cell).ok_or(Broken("prices"))?;
            let year = *years.get(column).ok_or(Broken("columns"))?;
            self.bill(group, sheet, year, People::new(1), 1)?;
        }
        Ok(())
    }

    /// Adds so many heads in each of so many months.
    fn heads(
        &mut self,
        group: &Group<'_>,
        sheet: &Sheet,
        year: usize,
        heads: People,
        months: u64,
    ) -> Result<(), Broken> {
        if heads == People::ZERO {
            return Ok(());
        }
        let sum = self.person_months.get_mut(year).ok_or(Broken("years"))?;
        *sum = sum.plus(times(heads, months));
        if group.is_contract() { Ok(()) } else { self.bill(group, sheet, year, heads, months) }
    }

    /// Adds the bills of so many months, each for so many heads.
    fn bill(
        &mut self,
        group: &Group<'_>,
        sheet: &Sheet,
        year: usize,
        heads: People,
        months: u64,
    ) -> Result<(), Broken> {
        let (Some(price), Some(worth)) = (&sheet.price, sheet.worth) else {
            self.unpriced = true;
            return Ok(());
        };
        let all = times(heads, months);
        // Below 2^64 × 2^37 (people × months) each: the sum of thousands is far below 2^128.
        let product = |one: u64| u128::from(one).wrapping_mul(all.get().into());
        self.bills = self.bills.wrapping_add(product(price.whole));
        self.worth = self.worth.wrapping_add(product(worth));
        if group.passes {
            return Ok(());
        }
        let Price { whole_shares, shared, .. } = price;
        for (fund, rupiah) in whole_shares {
            self.add(year, *fund, rupiah.times_within(all))?;
        }
        for (part, rupiah) in shared {
            let shares = group.shares.of(*part);
            let mut parts = core::mem::take(&mut self.parts);
            split(rupiah.times_within(heads), &shares.percents, &mut parts);
            for (fund, part) in shares.funds.iter().zip(&parts) {
                let fund = fund.ok_or(Broken("funds of a share"))?;
                self.add(year, fund, part.times_within(People::new(months)))?;
            }
            self.parts = parts;
        }
        Ok(())
    }
}

/// Person-months.
const fn times(heads: People, months: u64) -> People {
    People::new(heads.get().saturating_mul(months))
}
