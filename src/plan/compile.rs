//! Compiles a scenario for calculation: positions instead of ids, columns instead of months, ceilings by budget year.
//! It holds no texts; results take names from the scenario.
//!
//! A question with one change (a later start, a higher target) changes the compiled plan, not the scenario.

use super::row::{FundAt, Position, Row, SegmentAt};
use crate::choices;
use crate::choices::by_choice;
use crate::law::{LEVIED, Law, Levied};
use crate::money::{Rate, Rounding, Rupiah};
use crate::month::{Month, Span};
use crate::order::sort;
use crate::people::People;
use crate::scenario::{
    AfterLastBill, BaseRule, DatedPeople, Enrolment, Fund, FundKind, Leaving, Path, Programme,
    ReliefChoice, Risk, Scenario, Sector, Segment, Share, Spread, TakesPart, WorkerClass,
    Workforce,
};
use core::ops::Range;
use std::borrow::Cow;

choices! {
    /// Part of a contribution, by who owes it.
    pub enum Part {
        /// The employer's part of PU; the whole contribution of BPU and construction.
        Payer = "payer",
        /// The worker's part of PU.
        Worker = "worker",
    }
}

by_choice!(
    /// One value for the payer's part and one for the worker's.
    ByPart of Part { Payer: payer, Worker: worker }
);
by_choice!(
    /// One value for each programme.
    ByProgramme of Programme { Jkk: jkk, Jkm: jkm, Jht: jht, Jp: jp }
);

/// A compiled scenario.
#[derive(Clone)]
pub(crate) struct Plan<'a> {
    /// Month of each column.
    pub months: Vec<Month>,
    pub years: Vec<BudgetYear>,
    pub law: Law<'a>,
    /// Table of classes and programmes, see [`LEVIED`].
    pub levied: &'static [Levied],
    pub rounding: Rounding,
    /// Planner's readings of reliefs.
    pub reliefs: &'a [ReliefChoice],
    pub funds: Row<FundAt, PlanFund>,
    pub segments: Row<SegmentAt, Group<'a>>,
    pub workforce: Option<Potential>,
    pub target: Option<Goal<'a>>,
}

/// A budget year and its columns.
#[derive(Clone)]
pub(crate) struct BudgetYear {
    pub year: u16,
    pub columns: Range<usize>,
}

/// A fund.
#[derive(Clone)]
pub(crate) struct PlanFund {
    pub kind: FundKind,
    /// The planner states that it will not pay; a relief does not depend on it.
    pub will_not_pay: bool,
    /// Ceiling by budget year; `None`: no limit.
    pub ceilings: Vec<Option<Rupiah>>,
    /// Fund that pays what exceeds the ceiling.
    pub next: Option<FundAt>,
}

/// Eligible workers and other members, by column.
#[derive(Clone)]
pub(crate) struct Potential {
    pub eligible: Vec<People>,
    /// Members outside the segments; `None`: not known.
    pub other_members: Vec<Option<People>>,
    /// How long members of BPU segments count after their last billed month.
    pub after_last_bill: AfterLastBill,
}

/// Target that segments follow.
#[derive(Clone)]
pub(crate) struct Goal<'a> {
    pub path: Cow<'a, Path>,
    pub spread: Spread,
}

/// A segment.
#[derive(Clone)]
pub(crate) struct Group<'a> {
    pub class: WorkerClass,
    pub risk: Option<Risk>,
    pub sector: Sector,
    pub programmes: &'a [Programme],
    pub base: Option<&'a BaseRule>,
    /// Billed columns: ranges in rising order, with a gap between any two.
    pub billed: Vec<Range<usize>>,
    pub joining: Joining<'a>,
    pub leave: &'a [Leaving],
    /// Share of those proposed who are accepted.
    pub accepted: Rate,
    pub billed_from_next: bool,
    pub shares: ByPart<Shares>,
    /// Kinds of fund that a relief depends on: those with a share above zero of the payer's part and those after them
    /// in the order of use, without funds that will not pay.
    pub payer_kinds: Vec<FundKind>,
    /// Funds with a share above zero, each followed by those after it in the order of use; some more than once.
    pub paying: Vec<FundAt>,
    /// Funds for which amounts are listed: those of its shares and those after them in the order of use.
    pub funds: Vec<FundAt>,
    /// Whether a fund of its shares has a next fund in the order of use.
    pub passes: bool,
    /// Rank of the id among all ids, in byte order. It decides between equals.
    pub rank: usize,
}

/// How members join.
#[derive(Clone)]
pub(crate) enum Joining<'a> {
    /// Counts by date.
    Counts(Cow<'a, [DatedPeople]>),
    /// As many as the segment's own target requires.
    Path { members: People, eligible: People, path: Cow<'a, Path>, most: Option<People> },
    /// As many as the target of the plan requires.
    Target { members: People, eligible: People, part: TakesPart },
}

/// Shares of one part of a segment's contributions.
#[derive(Clone)]
pub(crate) struct Shares {
    /// In the planner's order; `None`: a fund that this plan does not have.
    pub funds: Vec<Option<FundAt>>,
    pub percents: Vec<Rate>,
    /// Share that budgets pay, without worker and employer.
    pub of_budgets: Rate,
}

impl Shares {
    /// The fund that pays 100 %, if one does; `Some(None)`: a fund that this plan does not have.
    pub fn single(&self) -> Option<Option<FundAt>> {
        let whole = self.percents.iter().position(|percent| *percent == Rate::WHOLE)?;
        self.funds.get(whole).copied()
    }
}

impl Group<'_> {
    /// Whether it is a construction contract, which is billed once and as a whole.
    pub const fn is_contract(&self) -> bool {
        matches!(self.base, Some(BaseRule::Contract(_)))
    }

    /// Column in which its contract is billed; `None`: it is no contract.
    pub fn contract_column(&self) -> Option<usize> {
        self.billed.first().filter(|_| self.is_contract()).map(|columns| columns.start)
    }
}

/// What a plan is compiled from. Each part is a reference, so that it can come from a different scenario.
pub(crate) struct Source<'a> {
    pub span: Span,
    pub rounding: Rounding,
    pub law: Law<'a>,
    pub workforce: Option<&'a Workforce>,
    pub target: Option<&'a crate::scenario::Target>,
    pub reliefs: &'a [ReliefChoice],
    pub funds: &'a [Fund],
    pub segments: Vec<SegmentSource<'a>>,
}

/// A segment whose parts may come from different scenarios; see [`Source`].
#[derive(Clone, Copy)]
pub(crate) struct SegmentSource<'a> {
    pub id: &'a str,
    /// For class, risk, programmes and base.
    pub rate: &'a Segment,
    /// For billed months.
    pub months: &'a Segment,
    /// For enrolment and flows.
    pub people: &'a Segment,
    /// For the sector.
    pub relief: &'a Segment,
    /// For payers.
    pub funds: &'a Segment,
}

impl<'a> SegmentSource<'a> {
    pub fn of(segment: &'a Segment) -> Self {
        let (rate, months, people, relief, funds) = (segment, segment, segment, segment, segment);
        Self { id: &segment.id, rate, months, people, relief, funds }
    }
}

impl<'a> Source<'a> {
    pub fn of(scenario: &'a Scenario) -> Self {
        Self {
            span: scenario.period.span(),
            rounding: scenario.rounding,
            law: scenario.law(),
            workforce: scenario.workforce.as_ref(),
            target: scenario.target.as_ref(),
            reliefs: &scenario.reliefs,
            funds: &scenario.funds,
            segments: scenario.segments.iter().map(SegmentSource::of).collect(),
        }
    }
}

impl<'a> Plan<'a> {
    pub fn of(scenario: &'a Scenario) -> Self {
        Self::compile(&Source::of(scenario))
    }

    pub fn compile(source: &Source<'a>) -> Self {
        let months: Vec<Month> = source.span.months().collect();
        let years = budget_years(&months);
        let position =
            |id: &str| source.funds.iter().position(|fund| fund.id == *id).map(FundAt::new);
        let funds =
            Row::new(source.funds.iter().map(|fund| plan_fund(fund, &years, &position)).collect());
        let ranks = ranks(&source.segments);
        let segments = source.segments.iter().zip(ranks);
        let segments = segments.map(|(segment, rank)| {
            group(*segment, rank, source.span, months.len(), &funds, &position)
        });
        Self {
            workforce: source.workforce.map(|workforce| potential(workforce, &months)),
            target: source
                .target
                .map(|target| Goal { path: Cow::Borrowed(&target.path), spread: target.spread }),
            law: source.law,
            levied: LEVIED,
            rounding: source.rounding,
            reliefs: source.reliefs,
            segments: Row::new(segments.collect()),
            funds,
            months,
            years,
        }
    }

    /// Whether members of a segment count until membership lapses, in months that are not billed.
    pub fn keeps(&self, group: &Group<'_>) -> bool {
        let choice = self.workforce.as_ref().map(|workforce| workforce.after_last_bill);
        choice == Some(AfterLastBill::UntilLapsed) && group.class == WorkerClass::Bpu
    }

    /// Whether any fund has a next fund in the order of use. Segments are then paid in the order of their ids.
    pub fn passes(&self) -> bool {
        self.funds.iter().any(|(_, fund)| fund.next.is_some())
    }

    /// Order in which segments are paid within a month: the planner's, or by id where a fund has a next fund, so that
    /// reordering rows on the page changes no figure.
    pub fn payment_order(&self) -> Vec<SegmentAt> {
        let rank = |group: &Group<'_>| if self.passes() { group.rank } else { 0 };
        let mut order: Vec<_> = self.segments.iter().map(|(at, group)| (rank(group), at)).collect();
        sort(&mut order, |(rank, _)| *rank);
        order.into_iter().map(|(_, at)| at).collect()
    }
}

fn budget_years(months: &[Month]) -> Vec<BudgetYear> {
    let mut end = 0_usize;
    let years = months.chunk_by(|a, b| a.year() == b.year());
    let years = years.filter_map(|year| {
        let start = end;
        end = end.saturating_add(year.len());
        Some(BudgetYear { year: year.first()?.year(), columns: start..end })
    });
    years.collect()
}

fn plan_fund(
    fund: &Fund,
    years: &[BudgetYear],
    position: &dyn Fn(&str) -> Option<FundAt>,
) -> PlanFund {
    PlanFund {
        kind: fund.kind,
        will_not_pay: fund.will_not_pay,
        ceilings: years.iter().map(|year| fund.ceiling(year.year)).collect(),
        next: fund.next.as_deref().and_then(position),
    }
}

/// Rank of each segment by id.
fn ranks(segments: &[SegmentSource<'_>]) -> Vec<usize> {
    let mut order: Vec<_> = segments.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
    sort(&mut order, |(id, _)| *id);
    let mut ranks = vec![0; segments.len()];
    for (rank, (_, at)) in order.into_iter().enumerate() {
        if let Some(place) = ranks.get_mut(at) {
            *place = rank;
        }
    }
    ranks
}

fn group<'a>(
    SegmentSource { rate, months: in_months, people, relief, funds: paid, .. }: SegmentSource<'a>,
    rank: usize,
    plan: Span,
    months: usize,
    funds: &Row<FundAt, PlanFund>,
    position: &dyn Fn(&str) -> Option<FundAt>,
) -> Group<'a> {
    let shares = ByPart::make(|part| {
        let shares = match part {
            Part::Payer => &paid.payers,
            Part::Worker => &paid.worker_payers,
        };
        shares_of(shares, funds, position)
    });
    let flows = people.flows.as_ref();
    let chains = || shares.iter().flat_map(|(_, shares)| paying(shares, funds));
    let named = || shares.iter().flat_map(|(_, shares)| shares.funds.iter().flatten().copied());
    let plan_fund = |fund| funds.at(fund).ok();
    let payers = paying(shares.of(Part::Payer), funds);
    let payers = payers.filter_map(plan_fund).filter(|plan_fund| !plan_fund.will_not_pay);
    let payer_kinds = payers.map(|plan_fund| plan_fund.kind).collect();
    let paying: Vec<FundAt> = chains().collect();
    let passes = named().filter_map(plan_fund).any(|plan_fund| plan_fund.next.is_some());
    let listed = |fund: &FundAt| paying.contains(fund) || named().any(|other| other == *fund);
    let listed = funds.iter().map(|(at, _)| at).filter(listed).collect();
    Group {
        class: rate.class,
        risk: rate.risk,
        sector: relief.sector(),
        programmes: &rate.programmes,
        base: rate.base.as_ref(),
        billed: billed(in_months.billed.as_deref(), plan, months),
        joining: match &people.enrolment {
            Enrolment::Fixed { counts, .. } | Enrolment::Villages { counts, .. } => {
                Joining::Counts(Cow::Borrowed(counts))
            }
            Enrolment::Target { members, eligible, part } => {
                Joining::Target { members: *members, eligible: *eligible, part: *part }
            }
            Enrolment::Path { members, eligible, path, most_per_month } => Joining::Path {
                members: *members,
                eligible: *eligible,
                path: Cow::Borrowed(path),
                most: *most_per_month,
            },
        },
        leave: flows.map_or(&[], |flows| &flows.leave),
        accepted: flows
            .and_then(|flows| flows.verification_loss_percent)
            .map_or(Rate::WHOLE, Rate::rest),
        billed_from_next: flows.is_some_and(|flows| flows.billed_from_next),
        payer_kinds,
        funds: listed,
        paying,
        passes,
        shares,
        rank,
    }
}

fn shares_of(
    shares: &[Share],
    funds: &Row<FundAt, PlanFund>,
    position: &dyn Fn(&str) -> Option<FundAt>,
) -> Shares {
    let positions: Vec<_> = shares.iter().map(|share| position(&share.fund)).collect();
    let is_budget = |fund: &Option<FundAt>| {
        fund.and_then(|fund| funds.at(fund).ok())
            .is_some_and(|plan_fund| plan_fund.kind.is_budget())
    };
    let budgets = shares.iter().zip(&positions).filter(|(_, fund)| is_budget(fund));
    let none = Rate::from_millionths(0);
    Shares {
        of_budgets: budgets.fold(none, |sum, (share, _)| sum.plus(share.percent)),
        percents: shares.iter().map(|share| share.percent).collect(),
        funds: positions,
    }
}

/// Funds with a share above zero, each followed by those after it in the order of use.
fn paying(shares: &Shares, funds: &Row<FundAt, PlanFund>) -> impl Iterator<Item = FundAt> {
    let above_zero =
        shares.funds.iter().zip(&shares.percents).filter(|(_, percent)| percent.millionths() > 0);
    above_zero.flat_map(|(fund, _)| {
        core::iter::successors(*fund, |fund| {
            funds.at(*fund).ok().and_then(|plan_fund| plan_fund.next)
        })
    })
}

/// Converts spans of months to ranges of columns.
fn billed(spans: Option<&[Span]>, plan: Span, months: usize) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let Some(spans) = spans else {
        ranges.push(0..months);
        return ranges;
    };
    let mut before = 0;
    for span in spans.iter().filter(|span| span.to >= plan.from && span.from <= plan.to) {
        let start = usize::from(span.from.since(plan.from)).max(before);
        let end = usize::from(span.to.since(plan.from)).saturating_add(1).min(months);
        if start < end {
            ranges.push(start..end);
            before = end;
        }
    }
    ranges
}

/// Eligible workers and other members by column. Eligible workers grow in each January after their latest entry.
pub(crate) fn potential(workforce: &Workforce, months: &[Month]) -> Potential {
    let mut eligible = Vec::with_capacity(months.len());
    let mut other_members = Vec::with_capacity(months.len());
    let growth = workforce.growth_percent.map(|growth| Rate::WHOLE.plus(growth));
    let (mut count, mut others) =
        (Latest::of(&workforce.eligible), Latest::of(&workforce.other_members));
    let (mut people, mut year) = (People::ZERO, 0);
    for month in months {
        if let Some(entry) = count.turns(*month) {
            (people, year) = (entry.people, entry.from.year());
        }
        while let Some(growth) = growth.filter(|_| year < month.year()) {
            people = people.part(growth);
            year = year.saturating_add(1);
        }
        eligible.push(people);
        others.turns(*month);
        other_members.push(others.held.map(|entry| entry.people));
    }
    Potential { eligible, other_members, after_last_bill: workforce.after_last_bill }
}

/// Reads entries by date, for months in rising order.
pub(super) struct Latest<'e> {
    rest: &'e [DatedPeople],
    /// The latest entry not later than the last month read.
    pub held: Option<DatedPeople>,
}

impl<'e> Latest<'e> {
    pub const fn of(entries: &'e [DatedPeople]) -> Self {
        Self { rest: entries, held: None }
    }

    /// The entry that starts to hold in `month` or since the last month read; `None`: no change.
    pub fn turns(&mut self, month: Month) -> Option<DatedPeople> {
        let mut turned = None;
        while let [next, rest @ ..] = self.rest
            && next.from <= month
        {
            turned = Some(*next);
            self.rest = rest;
        }
        self.held = turned.or(self.held);
        turned
    }

    /// Month of the next entry.
    pub fn next(&self) -> Option<Month> {
        self.rest.first().map(|entry| entry.from)
    }
}
