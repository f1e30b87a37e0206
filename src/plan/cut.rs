//! Builds the totals of a projection: by segment, programme, fund and account, for a year or the whole plan.

use super::burden::burden;
use super::compile::{BudgetYear, ByProgramme, Group, Plan};
use super::cost::{Cost, Cube};
use super::crossing::{classes, rivals};
use super::heads::{Heads, Movements, eligible_in};
use super::result::{
    AccountAmount, FundAmount, FundOfYear, Left, Monthly, MonthlyCoverage, MonthlyFund,
    MonthlyProgramme, MonthlySegment, ProgrammeAmount, SegmentAmount, ShareAmount, Total, Year,
};
use super::row::{Broken, FundAt, Position as _, Row};
use crate::choices::Choice as _;
use crate::money::Rupiah;
use crate::month::Month;
use crate::people::People;
use crate::scenario::{Fund, Programme, Scenario, Segment};
use core::ops::Range;

/// A calculated plan, and its scenario for the names.
pub(super) struct Worked<'w, 'a> {
    pub scenario: &'a Scenario,
    pub plan: &'w Plan<'a>,
    pub heads: &'w Heads,
    pub cost: &'w Cost,
}

impl<'a> Worked<'_, 'a> {
    pub fn years(&self) -> Result<Vec<Year<'a>>, Broken> {
        self.plan
            .years
            .iter()
            .zip(&self.cost.years)
            .enumerate()
            .map(|(position, (year, cube))| self.year(position, year, cube))
            .collect()
    }

    pub fn total(&self) -> Result<Total<'a>, Broken> {
        let mut all = Cube::new(self.plan);
        for year in &self.cost.years {
            all.add(year);
        }
        self.cut(&(0..self.plan.months.len()), &all, &|years| Movements::sum(years))
    }

    fn year(&self, position: usize, year: &BudgetYear, cube: &Cube) -> Result<Year<'a>, Broken> {
        let BudgetYear { year: number, columns } = year;
        let of_year = |years: &[Movements]| years.get(position).copied().unwrap_or_default();
        let cut = self.cut(columns, cube, &of_year)?;
        let mut funds = Vec::with_capacity(cut.funds.len());
        let mut unpaid = Rupiah::ZERO;
        for ((at, _), (fund, amount)) in
            self.plan.funds.iter().zip(self.scenario.funds.iter().zip(cut.funds))
        {
            let fund = self.fund_of_year(at, fund, amount, position, year)?;
            unpaid = unpaid.within(fund.short_rupiah);
            funds.push(fund);
        }
        let last = columns.end.checked_sub(1).ok_or(Broken("years"))?;
        let coverage = self.heads.coverage.as_ref();
        let coverage =
            coverage.map(|all| all.get(last).copied().ok_or(Broken("columns"))).transpose()?;
        Ok(Year {
            burden: burden(self.scenario, *number, cut.budget_rupiah, cut.person_months),
            year: *number,
            months: columns.len() as u64,
            rupiah: cut.rupiah,
            budget_rupiah: cut.budget_rupiah,
            person_months: cut.person_months,
            heads: cut.heads,
            heads_month: cut.heads_month,
            segments: cut.segments,
            programmes: cut.programmes,
            unpaid_rupiah: unpaid,
            funds,
            accounts: cut.accounts,
            // Without a workforce there is no coverage, by class neither.
            classes: match coverage {
                Some(end) => classes(self.scenario, self.heads, last, end)?,
                None => Vec::new(),
            },
            rivals: match coverage {
                Some(end) => rivals(self.scenario, end)?,
                None => Vec::new(),
            },
            coverage,
        })
    }

    fn fund_of_year(
        &self,
        at: FundAt,
        fund: &'a Fund,
        amount: FundAmount<'a>,
        position: usize,
        BudgetYear { year, columns }: &BudgetYear,
    ) -> Result<FundOfYear<'a>, Broken> {
        let ceiling = self.plan.funds.at(at)?.ceilings.get(position).copied();
        let ceiling = ceiling.ok_or(Broken("years"))?;
        let column = self.cost.funds.at(at)?.get(columns.clone()).ok_or(Broken("columns"))?;
        let months = self.plan.months.get(columns.clone()).ok_or(Broken("columns"))?;
        let passed = *self.cost.passed.get(position).ok_or(Broken("years"))?.at(at)?;
        let passed = passed.and_then(|column| self.plan.months.get(column).copied());
        let committed = self.scenario.stage.map(|stage| {
            let before = months.iter().zip(column).filter(|(month, _)| **month < stage.month);
            before.fold(Rupiah::ZERO, |sum, (_, rupiah)| sum.within(*rupiah))
        });
        Ok(FundOfYear {
            ends_in: ceiling.and_then(|ceiling| passed.or(exceeds(ceiling, months, column))),
            committed_rupiah: committed,
            before_rupiah: fund.entry(*year).and_then(|ceiling| ceiling.before),
            fund: amount.fund,
            rupiah: amount.rupiah,
            programmes: amount.programmes,
            ceiling_rupiah: ceiling,
            left_rupiah: ceiling.map(|ceiling| ceiling.less(amount.rupiah)),
            short_rupiah: ceiling.map_or(Rupiah::ZERO, |ceiling| amount.rupiah.less(ceiling)),
        })
    }

    /// Totals of a span of columns.
    fn cut(
        &self,
        columns: &Range<usize>,
        cube: &Cube,
        movements: &dyn Fn(&[Movements]) -> Movements,
    ) -> Result<Total<'a>, Broken> {
        let mut by_fund: Row<FundAt, ByProgramme<Rupiah>> =
            self.plan.funds.map(|_| ByProgramme::default());
        let mut segments = Vec::with_capacity(self.scenario.segments.len());
        let (mut rupiah, mut person_months) = (Rupiah::ZERO, People::ZERO);
        for ((at, group), segment) in self.plan.segments.iter().zip(&self.scenario.segments) {
            let heads = self.heads.billed.at(at)?.get(columns.clone()).ok_or(Broken("columns"))?;
            let movements = movements(self.heads.movements.at(at)?);
            let amount = self.segment(segment, group, cube.of(at, group)?, &mut by_fund)?;
            let (last, last_month) = match last_billed(group, columns) {
                Some(last) => {
                    let at = last.checked_sub(columns.start).and_then(|at| heads.get(at));
                    let month = self.plan.months.get(last).copied();
                    (*at.ok_or(Broken("columns"))?, Some(month.ok_or(Broken("columns"))?))
                }
                // No month of the span is billed.
                None => (People::ZERO, None),
            };
            let left = movements.left.iter().filter(|(_, people)| **people > People::ZERO);
            let amount = SegmentAmount {
                proposed: movements.proposed,
                joined: movements.joined,
                left: left.map(|(cause, people)| Left { cause, people: *people }).collect(),
                left_out: eligible_in(segment).map(|eligible| eligible.less(movements.enrolled)),
                heads: last,
                heads_month: last_month,
                billed_months: heads.iter().filter(|heads| **heads > People::ZERO).count() as u64,
                person_months: heads.iter().copied().sum(),
                ..amount
            };
            rupiah = rupiah.within(amount.rupiah);
            person_months = person_months.plus(amount.person_months);
            segments.push(amount);
        }
        let offered = |programme: &Programme| {
            self.plan.segments.entries().iter().any(|group| group.programmes.contains(programme))
        };
        let offered: Vec<Programme> = Programme::ALL.iter().copied().filter(offered).collect();
        let amounts = |of: &dyn Fn(Programme) -> Rupiah| -> Vec<ProgrammeAmount> {
            let amount = |programme: &Programme| ProgrammeAmount {
                programme: *programme,
                rupiah: of(*programme),
            };
            offered.iter().map(amount).collect()
        };
        let programmes = amounts(&|programme| {
            by_fund.entries().iter().fold(Rupiah::ZERO, |sum, fund| sum.within(*fund.of(programme)))
        });
        let mut funds = Vec::with_capacity(self.scenario.funds.len());
        let mut budget_rupiah = Rupiah::ZERO;
        for (fund, paid) in self.scenario.funds.iter().zip(by_fund.entries()) {
            let rupiah = paid.iter().fold(Rupiah::ZERO, |sum, (_, part)| sum.within(*part));
            if fund.kind.is_budget() {
                budget_rupiah = budget_rupiah.within(rupiah);
            }
            funds.push(FundAmount {
                fund: &fund.id,
                rupiah,
                programmes: amounts(&|programme| *paid.of(programme)),
            });
        }
        let (heads, heads_month) = self.heads_together(&segments)?;
        Ok(Total {
            rupiah,
            budget_rupiah,
            person_months,
            heads,
            heads_month,
            programmes,
            accounts: accounts(self.scenario, &funds),
            segments,
            funds,
        })
    }

    /// Heads of all segments, and the month in which they were billed together. Segments that end in different
    /// months, or one whose last billed month has nobody, leave no such month.
    fn heads_together(
        &self,
        segments: &[SegmentAmount<'a>],
    ) -> Result<(People, Option<Month>), Broken> {
        let heads: People = segments.iter().map(|one| one.heads).sum();
        let mut months = segments.iter().filter(|one| one.heads > People::ZERO);
        let Some(month) = months.next().and_then(|one| one.heads_month) else {
            return Ok((heads, None));
        };
        let column =
            self.plan.months.iter().position(|one| *one == month).ok_or(Broken("columns"))?;
        let mut in_month = People::ZERO;
        for billed in self.heads.billed.entries() {
            in_month = in_month.plus(*billed.get(column).ok_or(Broken("columns"))?);
        }
        let is_one = months.all(|one| one.heads_month == Some(month)) && in_month == heads;
        Ok((heads, is_one.then_some(month)))
    }

    /// Rupiah of a segment from its cells; adds them to the funds.
    fn segment(
        &self,
        segment: &'a Segment,
        group: &Group<'a>,
        cells: &[Rupiah],
        by_fund: &mut Row<FundAt, ByProgramme<Rupiah>>,
    ) -> Result<SegmentAmount<'a>, Broken> {
        let mut funds: Vec<ShareAmount<'a>> = Vec::with_capacity(group.funds.len());
        for at in &group.funds {
            let fund = self.scenario.funds.get(at.index()).ok_or(Broken("funds"))?;
            funds.push(ShareAmount { fund: &fund.id, rupiah: Rupiah::ZERO });
        }
        let mut programmes = Vec::with_capacity(group.programmes.len());
        let mut all = Rupiah::ZERO;
        for (programme, row) in group.programmes.iter().zip(cells.chunks(group.funds.len().max(1)))
        {
            let mut rupiah = Rupiah::ZERO;
            for ((at, cell), share) in group.funds.iter().zip(row).zip(&mut funds) {
                rupiah = rupiah.within(*cell);
                share.rupiah = share.rupiah.within(*cell);
                let of_fund = by_fund.at_mut(*at)?.of_mut(*programme);
                *of_fund = of_fund.within(*cell);
            }
            all = all.within(rupiah);
            programmes.push(ProgrammeAmount { programme: *programme, rupiah });
        }
        Ok(SegmentAmount {
            segment: &segment.id,
            rupiah: all,
            programmes,
            funds,
            heads: People::ZERO,
            heads_month: None,
            billed_months: 0,
            person_months: People::ZERO,
            proposed: People::ZERO,
            joined: People::ZERO,
            left: Vec::new(),
            left_out: None,
        })
    }
}

/// Columns by month. Moves the vectors out of `self`.
pub(super) fn monthly<'a>(
    scenario: &'a Scenario,
    heads: &Heads,
    cost: Cost,
    programmes: &[ProgrammeAmount],
) -> Monthly<'a> {
    let coverage = heads.coverage.as_ref().map(|coverage| MonthlyCoverage {
        members: coverage.iter().map(|month| month.members).collect(),
        eligible: coverage.iter().map(|month| month.eligible).collect(),
        percent: coverage.iter().map(|month| month.percent()).collect(),
        target_percent: coverage
            .iter()
            .map(|month| month.target.map(|demand| demand.percent))
            .collect(),
        scope: coverage.iter().map(|month| month.scope).collect(),
    });
    let mut all = vec![People::ZERO; cost.months.len()];
    for row in heads.billed.entries() {
        for (sum, heads) in all.iter_mut().zip(row) {
            *sum = sum.plus(*heads);
        }
    }
    let segments =
        scenario.segments.iter().zip(heads.billed.entries()).zip(cost.segments.into_entries());
    let offered = |programme: &Programme| programmes.iter().any(|one| one.programme == *programme);
    Monthly {
        rupiah: cost.months,
        heads: all,
        segments: segments
            .map(|((segment, heads), rupiah)| MonthlySegment {
                segment: &segment.id,
                heads: heads.clone(),
                rupiah,
            })
            .collect(),
        programmes: cost
            .programmes
            .into_iter()
            .filter(|(programme, _)| offered(programme))
            .map(|(programme, rupiah)| MonthlyProgramme { programme, rupiah })
            .collect(),
        funds: scenario
            .funds
            .iter()
            .zip(cost.funds.into_entries())
            .map(|(fund, rupiah)| MonthlyFund { fund: &fund.id, rupiah })
            .collect(),
        coverage,
    }
}

/// Last billed column of a span.
fn last_billed(group: &Group<'_>, span: &Range<usize>) -> Option<usize> {
    let within = |columns: &Range<usize>| {
        let last = columns.end.min(span.end).checked_sub(1)?;
        (last >= columns.start.max(span.start)).then_some(last)
    };
    group.billed.iter().rev().find_map(within)
}

/// First month in which the sum since the start of the year exceeds the ceiling.
fn exceeds(ceiling: Rupiah, months: &[Month], column: &[Rupiah]) -> Option<Month> {
    let mut spent = Rupiah::ZERO;
    let mut months = months.iter().zip(column);
    let month = months.find(|(_, rupiah)| {
        spent = spent.within(**rupiah);
        spent > ceiling
    });
    month.map(|(month, _)| *month)
}

/// Sums by kode rekening, in order of first appearance.
fn accounts<'a>(scenario: &'a Scenario, funds: &[FundAmount<'a>]) -> Vec<AccountAmount<'a>> {
    let mut accounts: Vec<AccountAmount<'a>> = Vec::new();
    for (fund, amount) in scenario.funds.iter().zip(funds) {
        for part in amount.programmes.iter().filter(|part| part.rupiah > Rupiah::ZERO) {
            let account = fund.account(part.programme);
            let code = account.map(|account| account.code.as_str());
            match accounts.iter_mut().find(|entry| entry.code == code) {
                Some(entry) => entry.rupiah = entry.rupiah.within(part.rupiah),
                None => accounts.push(AccountAmount {
                    code,
                    description: account.map(|account| account.description.as_str()),
                    rupiah: part.rupiah,
                }),
            }
        }
    }
    accounts
}
