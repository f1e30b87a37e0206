//! A scenario made ready to be worked out: positions in place of ids, columns in place of months, ceilings by budget
//! year. No texts: who shows a result takes them from the scenario.
//!
//! Questions that change one thing (a later start, a higher target) change the compiled plan, not the scenario.

use super::price::Part;
use super::row::{FundAt, Position, Row, SegmentAt};
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

by_choice!(
    /// One for the payer's part and one for the worker's.
    ByPart of Part { Payer: payer, Worker: worker }
);
by_choice!(
    /// One for each programme.
    ByProgramme of Programme { Jkk: jkk, Jkm: jkm, Jht: jht, Jp: jp }
);

/// A scenario by position and column.
#[derive(Clone)]
pub(crate) struct Plan<'a> {
    /// The month of each column.
    pub months: Vec<Month>,
    pub years: Vec<BudgetYear>,
    pub law: Law<'a>,
    /// Which contributions there are.
    pub levied: &'static [Levied],
    pub rounding: Rounding,
    /// How the planner reads open texts on relief.
    pub reliefs: &'a [ReliefChoice],
    pub funds: Row<FundAt, Purse>,
    pub segments: Row<SegmentAt, Group<'a>>,
    pub workforce: Option<Potential>,
    pub target: Option<Goal<'a>>,
}

/// A budget year and its months in the plan.
#[derive(Clone)]
pub(crate) struct BudgetYear {
    pub year: u16,
    pub columns: Range<usize>,
}

/// A fund.
#[derive(Clone)]
pub(crate) struct Purse {
    pub kind: FundKind,
    /// The planner says so: a relief does not ask about it.
    pub will_not_pay: bool,
    /// By budget year.
    pub ceilings: Vec<Option<Rupiah>>,
    /// Which fund pays on when the ceiling is used up.
    pub next: Option<FundAt>,
}

/// Who could be covered and who already is, by column.
#[derive(Clone)]
pub(crate) struct Potential {
    pub eligible: Vec<People>,
    /// `None`: nobody knows of any.
    pub other_members: Vec<Option<People>>,
    /// Until when members of BPU segments count who are no longer billed.
    pub after_last_bill: AfterLastBill,
}

/// The target that segments follow.
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
    /// Columns in which it is billed: ranges in rising order that do not touch each other's columns.
    pub billed: Vec<Range<usize>>,
    pub joining: Joining<'a>,
    pub leave: &'a [Leaving],
    /// Of those proposed, so many are accepted.
    pub accepted: Rate,
    pub billed_from_next: bool,
    pub shares: ByPart<Shares>,
    /// The kinds of money that a relief asks about: those that pay a share above zero of the payer's part or take over
    /// from one that does, but for funds that the planner says will not pay.
    pub payer_kinds: Vec<FundKind>,
    /// Funds that pay a share above zero, each followed by those that take over from it; some more than once.
    pub paying: Vec<FundAt>,
    /// Funds that its amounts are told by: those of its shares and, of shares above zero, those along their chain.
    pub funds: Vec<FundAt>,
    /// Whether a fund of its shares passes on what its ceiling does not pay.
    pub passes: bool,
    /// Place of the id among all ids, in byte order: decides ties.
    pub rank: usize,
}

/// How people come to be enrolled.
#[derive(Clone)]
pub(crate) enum Joining<'a> {
    /// Counts by date.
    Counts(Cow<'a, [DatedPeople]>),
    /// As many as its own path asks for.
    Path { members: People, eligible: People, path: Cow<'a, Path>, most: Option<People> },
    /// As many as the target of the plan needs.
    Target { members: People, eligible: People, part: TakesPart },
}

/// Who pays one part of a segment's contributions.
#[derive(Clone)]
pub(crate) struct Shares {
    /// In the planner's order; `None`: a fund that this plan does not have.
    pub funds: Vec<Option<FundAt>>,
    pub percents: Vec<Rate>,
    /// What budgets pay of it.
    pub of_budgets: Rate,
}

impl Shares {
    /// The only fund that pays anything.
    pub fn single(&self) -> Option<Option<FundAt>> {
        let whole = self.percents.iter().position(|percent| *percent == Rate::WHOLE)?;
        self.funds.get(whole).copied()
    }
}

impl Group<'_> {
    /// Whether it stands for a contract, which is billed once and not by worker.
    pub const fn is_contract(&self) -> bool {
        matches!(self.base, Some(BaseRule::Contract(_)))
    }

    /// The column in which its contract is billed; `None`: no contract.
    pub fn contract_column(&self) -> Option<usize> {
        self.billed.first().filter(|_| self.is_contract()).map(|columns| columns.start)
    }
}

/// What a plan is compiled from. Each part is taken by reference, so that it can come from another scenario.
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

/// A segment, as several questions see it; see [`Source`].
#[derive(Clone, Copy)]
pub(crate) struct SegmentSource<'a> {
    pub id: &'a str,
    /// Class, risk, programmes, base.
    pub rate: &'a Segment,
    /// Billed months.
    pub months: &'a Segment,
    /// Enrolment and flows.
    pub people: &'a Segment,
    /// Sector.
    pub relief: &'a Segment,
    /// Payers.
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
            law: Law::of(scenario),
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
            Row::new(source.funds.iter().map(|fund| purse(fund, &years, &position)).collect());
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

    /// Whether members of a segment count until they lapse, where a month is not billed.
    pub fn keeps(&self, group: &Group<'_>) -> bool {
        let choice = self.workforce.as_ref().map(|workforce| workforce.after_last_bill);
        choice == Some(AfterLastBill::UntilLapsed) && group.class == WorkerClass::Bpu
    }

    /// Whether any fund passes on what its ceiling does not pay: then segments are paid by id.
    pub fn passes(&self) -> bool {
        self.funds.iter().any(|(_, fund)| fund.next.is_some())
    }

    /// The order in which segments are paid within a month: the planner's, or where money is passed on, that of the
    /// ids, so that the order of the rows on the page changes no figure.
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

fn purse(fund: &Fund, years: &[BudgetYear], position: &dyn Fn(&str) -> Option<FundAt>) -> Purse {
    Purse {
        kind: fund.kind,
        will_not_pay: fund.will_not_pay,
        ceilings: years.iter().map(|year| fund.ceiling(year.year)).collect(),
        next: fund.next_id.as_deref().and_then(position),
    }
}

/// The place of each segment in the order of ids.
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
    funds: &Row<FundAt, Purse>,
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
    let purse = |fund| funds.at(fund).ok();
    let payers = paying(shares.of(Part::Payer), funds);
    let payers = payers.filter_map(purse).filter(|purse| !purse.will_not_pay);
    let payer_kinds = payers.map(|purse| purse.kind).collect();
    let paying: Vec<FundAt> = chains().collect();
    let passes = named().filter_map(purse).any(|purse| purse.next.is_some());
    let told = |fund: &FundAt| paying.contains(fund) || named().any(|other| other == *fund);
    let told = funds.iter().map(|(at, _)| at).filter(told).collect();
    Group {
        class: rate.class,
        risk: rate.risk,
        sector: relief.sector(),
        programmes: &rate.programmes,
        base: rate.base.as_ref(),
        billed: billed(in_months.billed.as_deref(), plan, months),
        joining: match &people.enrolment {
            Enrolment::Fixed { counts, .. } => Joining::Counts(Cow::Borrowed(counts)),
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
        funds: told,
        paying,
        passes,
        shares,
        rank,
    }
}

fn shares_of(
    shares: &[Share],
    funds: &Row<FundAt, Purse>,
    position: &dyn Fn(&str) -> Option<FundAt>,
) -> Shares {
    let positions: Vec<_> = shares.iter().map(|share| position(&share.id)).collect();
    let is_budget = |fund: &Option<FundAt>| {
        fund.and_then(|fund| funds.at(fund).ok()).is_some_and(|purse| purse.kind.is_budget())
    };
    let budgets = shares.iter().zip(&positions).filter(|(_, fund)| is_budget(fund));
    let none = Rate::from_millionths(0);
    Shares {
        of_budgets: budgets.fold(none, |sum, (share, _)| sum.plus(share.percent)),
        percents: shares.iter().map(|share| share.percent).collect(),
        funds: positions,
    }
}

/// The funds that pay a share above zero, each followed by those that take over from it.
fn paying(shares: &Shares, funds: &Row<FundAt, Purse>) -> impl Iterator<Item = FundAt> {
    let above_zero =
        shares.funds.iter().zip(&shares.percents).filter(|(_, percent)| percent.millionths() > 0);
    above_zero.flat_map(|(fund, _)| {
        core::iter::successors(*fund, |fund| funds.at(*fund).ok().and_then(|purse| purse.next))
    })
}

/// Spans of months as ranges of columns.
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

/// The latest counts of each column; those of the workforce grow each January after their month.
fn potential(workforce: &Workforce, months: &[Month]) -> Potential {
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

/// Walks through entries by date, month after month.
pub(super) struct Latest<'e> {
    rest: &'e [DatedPeople],
    /// The latest entry not later than the last month asked for.
    pub held: Option<DatedPeople>,
}

impl<'e> Latest<'e> {
    pub const fn of(entries: &'e [DatedPeople]) -> Self {
        Self { rest: entries, held: None }
    }

    /// The entry that takes over in a month, if one does.
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

    /// The month in which the next entry takes over.
    pub fn next(&self) -> Option<Month> {
        self.rest.first().map(|entry| entry.from)
    }
}
