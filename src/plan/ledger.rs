//! Where bills are entered and summed: by month, and by year in every cut.

use super::burden::burden;
use super::coverage::{Crowd, Flow, eligible_in};
use super::crossing::{classes, rivals};
use super::funding::Bill;
use super::projection::{
    AccountAmount, FundAmount, FundOfYear, Left, Monthly, MonthlyCoverage, MonthlyFund,
    MonthlyProgramme, MonthlySegment, ParameterUsed, ProgrammeAmount, SegmentAmount, ShareAmount,
    Total, Year,
};
use crate::choices::Choice as _;
use crate::law::{Cited, Key, Law, Origin};
use crate::money::Rupiah;
use crate::month::{Month, Span};
use crate::order::sort;
use crate::people::People;
use crate::problem::{Problem, problem};
use crate::scenario::{Cause, Fund, Programme, Scenario, Segment, Share};
use core::ops::Range;

/// Rupiah by segment, programme and fund.
struct Cube {
    cells: Vec<Rupiah>,
    funds: usize,
}

/// A number of programmes.
const PROGRAMMES: usize = Programme::ALL.len();

impl Cube {
    fn new(scenario: &Scenario) -> Self {
        let funds = scenario.funds.len();
        let length = scenario.segments.len().saturating_mul(PROGRAMMES).saturating_mul(funds);
        Self { cells: vec![Rupiah::ZERO; length], funds }
    }

    /// Where the funds of a segment and programme stand.
    fn row(&self, segment: usize, programme: Programme) -> Range<usize> {
        let row = segment.saturating_mul(PROGRAMMES).saturating_add(programme as usize);
        let start = row.saturating_mul(self.funds);
        start..start.saturating_add(self.funds)
    }

    fn add(&mut self, segment: usize, programme: Programme, fund: usize, rupiah: Rupiah) {
        let row = self.row(segment, programme);
        put(self.cells.get_mut(row).unwrap_or_default(), fund, rupiah);
    }

    /// By fund.
    fn of(&self, segment: usize, programme: Programme) -> &[Rupiah] {
        self.cells.get(self.row(segment, programme)).unwrap_or_default()
    }

    /// Of all funds.
    fn all_of(&self, segment: usize, programme: Programme) -> Rupiah {
        self.of(segment, programme).iter().copied().sum()
    }

    /// Of one fund.
    fn paid(&self, segment: usize, programme: Programme, fund: usize) -> Rupiah {
        self.of(segment, programme).get(fund).copied().unwrap_or_default()
    }
}

/// The positions of a year's months.
fn columns_of(months: &[Month], year: u16) -> Range<usize> {
    let before = |end| months.partition_point(|month| month.year() < end);
    before(year)..before(year.saturating_add(1))
}

/// The part of a column that lies in a span of time.
fn part<'b, T>(column: &'b [T], columns: &Range<usize>) -> &'b [T] {
    column.get(columns.clone()).unwrap_or_default()
}

fn put(column: &mut [Rupiah], position: usize, rupiah: Rupiah) {
    if let Some(cell) = column.get_mut(position) {
        *cell = cell.and(rupiah);
    }
}

/// Where bills are entered.
pub(super) struct Ledger<'a> {
    scenario: &'a Scenario,
    /// Programmes of the scenario, in the order of the law.
    programmes: Vec<Programme>,
    years: Vec<(u16, Cube)>,
    total: Rupiah,
    by_month: Vec<Rupiah>,
    segments: Vec<Vec<Rupiah>>,
    by_programme: Vec<Vec<Rupiah>>,
    funds: Vec<Vec<Rupiah>>,
    uses: Vec<Use>,
    /// Year, fund and month in which it first passed something on.
    ended: Vec<(u16, usize, Month)>,
}

/// A statutory value in use.
struct Use {
    key: Key,
    origin: Origin,
    from: Month,
    to: Month,
}

impl<'a> Ledger<'a> {
    pub fn new(scenario: &'a Scenario, months: &[Month]) -> Self {
        let mut years: Vec<(u16, Cube)> = Vec::new();
        for month in months {
            if years.last().is_none_or(|(year, _)| *year != month.year()) {
                years.push((month.year(), Cube::new(scenario)));
            }
        }
        let offered = |programme: &Programme| {
            scenario.segments.iter().any(|segment| segment.programmes.contains(programme))
        };
        let column = vec![Rupiah::ZERO; months.len()];
        Self {
            programmes: Programme::ALL.iter().copied().filter(offered).collect(),
            years,
            total: Rupiah::ZERO,
            by_month: column.clone(),
            segments: vec![column.clone(); scenario.segments.len()],
            by_programme: vec![column.clone(); PROGRAMMES],
            funds: vec![column; scenario.funds.len()],
            uses: Vec::new(),
            ended: Vec::new(),
            scenario,
        }
    }

    /// Adds a bill to every sum it belongs to.
    pub fn enter(&mut self, bill: Bill<'_, '_>) -> Result<(), Problem> {
        let total = self.total.plus(bill.rupiah);
        self.total =
            total.ok_or_else(|| problem!("amountTooLarge", "", limit = Rupiah::MAX.get()))?;
        let (column, programme) = (bill.column, bill.levy.programme);
        put(&mut self.by_month, column, bill.rupiah);
        if let Some(by_segment) = self.segments.get_mut(bill.segment) {
            put(by_segment, column, bill.rupiah);
        }
        if let Some(by_programme) = self.by_programme.get_mut(programme as usize) {
            put(by_programme, column, bill.rupiah);
        }
        // The years of a plan follow each other without a gap.
        let year = bill.month.year();
        let since = self.years.first().map_or(year, |(first, _)| *first);
        let cube = self.years.get_mut(usize::from(year.saturating_sub(since)));
        if let Some((_, cube)) = cube {
            for payment in bill.payments {
                cube.add(bill.segment, programme, payment.fund, payment.rupiah);
                if let Some(by_fund) = self.funds.get_mut(payment.fund) {
                    put(by_fund, column, payment.rupiah);
                }
            }
        }
        for passed in bill.passed {
            let (year, fund) = (bill.month.year(), passed.from);
            if !self.ended.iter().any(|(ended, of, _)| (*ended, *of) == (year, fund)) {
                self.ended.push((year, fund, bill.month));
            }
        }
        if let Some(span) = bill.used {
            for (key, origin) in bill.levy.keys().into_iter().flatten() {
                self.note_use(key, origin, span);
            }
        }
        Ok(())
    }

    fn note_use(&mut self, key: Key, origin: Origin, Span { from, to }: Span) {
        match self.uses.iter_mut().find(|used| used.key == key && used.origin == origin) {
            // Bills come month after month: the first use is told first.
            Some(used) => used.to = used.to.max(to),
            None => self.uses.push(Use { key, origin, from, to }),
        }
    }

    /// Statutory values used.
    pub fn parameters(&mut self) -> Vec<ParameterUsed<'a>> {
        sort(&mut self.uses, |used| (used.key, used.origin));
        self.uses.iter().filter_map(|used| self.parameter(used)).collect()
    }

    fn parameter(&self, used: &Use) -> Option<ParameterUsed<'a>> {
        let law = Law::of(self.scenario);
        let value = law.value(used.key, used.from).ok()?.value;
        let Cited { status, instrument, article } = law.cite(used.key, used.origin)?;
        Some(ParameterUsed {
            key: used.key.name(),
            title: used.key.title(),
            from: used.from,
            to: used.to,
            value,
            rows: value.rows(),
            unit: used.key.unit(),
            status,
            instrument,
            article,
            origin: used.origin,
        })
    }

    /// By budget year.
    pub fn years(&self, crowd: &Crowd, months: &[Month]) -> Vec<Year<'a>> {
        self.years.iter().map(|(year, cube)| self.year(crowd, months, *year, cube)).collect()
    }

    fn year(&self, crowd: &Crowd, months: &[Month], year: u16, cube: &Cube) -> Year<'a> {
        let columns = columns_of(months, year);
        let cut = self.cut(crowd, months, columns.clone(), cube);
        let last = columns.end.checked_sub(1);
        let with_ceiling = |(index, (fund, amount)): (usize, (&'a Fund, FundAmount<'a>))| {
            let ceiling = fund.ceiling(year);
            let column = self.funds.get(index).map_or(&[][..], Vec::as_slice);
            let columns = || part(months, &columns).iter().zip(part(column, &columns));
            let stage = self.scenario.stage;
            FundOfYear {
                ends_in: self.ends_in(year, index, ceiling, columns()),
                committed_rupiah: stage.map(|stage| {
                    let before = columns().filter(|(month, _)| **month < stage.month);
                    before.map(|(_, rupiah)| *rupiah).sum()
                }),
                before_rupiah: fund.entry(year).and_then(|ceiling| ceiling.before),
                fund: amount.fund,
                rupiah: amount.rupiah,
                programmes: amount.programmes,
                ceiling_rupiah: ceiling,
                left_rupiah: ceiling.map(|ceiling| ceiling.less(amount.rupiah)),
                short_rupiah: ceiling.map_or(Rupiah::ZERO, |ceiling| amount.rupiah.less(ceiling)),
            }
        };
        let funds: Vec<_> =
            self.scenario.funds.iter().zip(cut.funds).enumerate().map(with_ceiling).collect();
        let coverage = crowd.coverage.as_ref().and_then(|coverage| coverage.get(last?).copied());
        Year {
            burden: burden(self.scenario, year, cut.budget_rupiah, cut.person_months),
            year,
            months: columns.len() as u64,
            rupiah: cut.rupiah,
            budget_rupiah: cut.budget_rupiah,
            person_months: cut.person_months,
            segments: cut.segments,
            programmes: cut.programmes,
            unpaid_rupiah: funds.iter().map(|fund| fund.short_rupiah).sum(),
            funds,
            accounts: cut.accounts,
            classes: last
                .zip(coverage)
                .map(|(last, end)| classes(self.scenario, crowd, last, end))
                .unwrap_or_default(),
            rivals: coverage.map(|end| rivals(self.scenario, end)).unwrap_or_default(),
            coverage,
        }
    }

    /// The first month that the ceiling of a year does not pay in full.
    fn ends_in<'b>(
        &self,
        year: u16,
        fund: usize,
        ceiling: Option<Rupiah>,
        column: impl Iterator<Item = (&'b Month, &'b Rupiah)>,
    ) -> Option<Month> {
        let passed = self.ended.iter().find(|(ended, of, _)| (*ended, *of) == (year, fund));
        let ceiling = ceiling?;
        let mut spent = Rupiah::ZERO;
        let short = column.map(|(month, rupiah)| {
            spent = spent.and(*rupiah);
            (*month, spent)
        });
        let short = short.filter(|(_, spent)| *spent > ceiling).map(|(month, _)| month).next();
        passed.map(|(.., month)| *month).or(short)
    }

    /// In all.
    pub fn total(&self, crowd: &Crowd, months: &[Month]) -> Total<'a> {
        let mut all = Cube::new(self.scenario);
        for (_, cube) in &self.years {
            for (sum_of, part) in all.cells.iter_mut().zip(&cube.cells) {
                *sum_of = sum_of.and(*part);
            }
        }
        self.cut(crowd, months, 0..months.len(), &all)
    }

    /// A span of time, cut every way.
    fn cut(
        &self,
        crowd: &Crowd,
        months: &[Month],
        columns: Range<usize>,
        cube: &Cube,
    ) -> Total<'a> {
        let scenario = self.scenario;
        let segments: Vec<_> = scenario
            .segments
            .iter()
            .zip(crowd.heads.iter().zip(&crowd.flows))
            .enumerate()
            .map(|(position, (segment, (heads, flows)))| {
                let months = part(months, &columns);
                let (heads, flows) = (part(heads, &columns), part(flows, &columns));
                segment_amount(scenario, segment, position, cube, months, heads, flows)
            })
            .collect();
        let by_programme = |fund: Option<usize>| -> Vec<ProgrammeAmount> {
            let amount = |programme: &Programme| {
                let of_segment = |segment: usize| match fund {
                    Some(fund) => cube.paid(segment, *programme, fund),
                    None => cube.all_of(segment, *programme),
                };
                let rupiah = (0..scenario.segments.len()).map(of_segment).sum();
                ProgrammeAmount { programme: *programme, rupiah }
            };
            self.programmes.iter().map(amount).collect()
        };
        let funds: Vec<_> = scenario
            .funds
            .iter()
            .enumerate()
            .map(|(position, fund)| {
                let programmes = by_programme(Some(position));
                FundAmount {
                    fund: &fund.id,
                    rupiah: programmes.iter().map(|part| part.rupiah).sum(),
                    programmes,
                }
            })
            .collect();
        let budget = scenario.funds.iter().zip(&funds).filter(|(fund, _)| fund.kind.is_budget());
        Total {
            rupiah: segments.iter().map(|segment| segment.rupiah).sum(),
            budget_rupiah: budget.map(|(_, amount)| amount.rupiah).sum(),
            person_months: segments.iter().map(|segment| segment.person_months).sum(),
            programmes: by_programme(None),
            accounts: accounts(scenario, &funds),
            segments,
            funds,
        }
    }

    /// What each segment costs, by month.
    pub fn spent(&self) -> &[Vec<Rupiah>] {
        &self.segments
    }

    /// By month.
    pub fn monthly(&self, crowd: &Crowd, months: usize) -> Monthly<'a> {
        let scenario = self.scenario;
        let column_sum =
            |column: usize| crowd.heads.iter().filter_map(|heads| heads.get(column).copied()).sum();
        let heads = (0..months).map(column_sum).collect();
        let coverage = crowd.coverage.as_ref().map(|coverage| MonthlyCoverage {
            members: coverage.iter().map(|month| month.members).collect(),
            eligible: coverage.iter().map(|month| month.eligible).collect(),
            percent: coverage.iter().map(|month| month.percent()).collect(),
            target_percent: coverage
                .iter()
                .map(|month| month.target.map(|demand| demand.percent))
                .collect(),
            scope: coverage.iter().map(|month| month.scope).collect(),
        });
        let of = |programme: &Programme| MonthlyProgramme {
            programme: *programme,
            rupiah: self.by_programme.get(*programme as usize).cloned().unwrap_or_default(),
        };
        Monthly {
            rupiah: self.by_month.clone(),
            heads,
            segments: scenario
                .segments
                .iter()
                .zip(crowd.heads.iter().zip(&self.segments))
                .map(|(segment, (heads, rupiah))| MonthlySegment {
                    segment: &segment.id,
                    heads: heads.clone(),
                    rupiah: rupiah.clone(),
                })
                .collect(),
            programmes: self.programmes.iter().map(of).collect(),
            funds: scenario
                .funds
                .iter()
                .zip(&self.funds)
                .map(|(fund, rupiah)| MonthlyFund { fund: &fund.id, rupiah: rupiah.clone() })
                .collect(),
            coverage,
        }
    }
}

fn segment_amount<'a>(
    scenario: &'a Scenario,
    segment: &'a Segment,
    position: usize,
    cube: &Cube,
    months: &[Month],
    heads: &[People],
    flows: &[Flow],
) -> SegmentAmount<'a> {
    let span = || months.iter().copied().zip(heads.iter().copied());
    let pays = |fund: &usize| {
        let names = |share: &Share| share.fund == *fund;
        scenario.pays(*fund, segment)
            || segment.payers.iter().any(names)
            || segment.worker_payers.iter().any(names)
    };
    let programmes: Vec<_> = segment
        .programmes
        .iter()
        .map(|programme| ProgrammeAmount {
            programme: *programme,
            rupiah: cube.all_of(position, *programme),
        })
        .collect();
    let share = |fund: usize| {
        let id = scenario.funds.get(fund).map_or("", |fund| fund.id.as_str());
        ShareAmount {
            fund: id,
            rupiah: Programme::ALL.iter().map(|one| cube.paid(position, *one, fund)).sum(),
        }
    };
    let left = Cause::ALL.iter().copied().zip(0..).filter_map(|(cause, at): (Cause, usize)| {
        let people: People = flows.iter().filter_map(|flow| flow.left.get(at).copied()).sum();
        (people > People::ZERO).then_some(Left { cause, people })
    });
    let enrolled = flows.last().map(|flow| flow.enrolled).unwrap_or_default();
    SegmentAmount {
        proposed: flows.iter().map(|flow| flow.proposed).sum(),
        joined: flows.iter().map(|flow| flow.joined).sum(),
        left: left.collect(),
        left_out: eligible_in(segment).map(|eligible| eligible.less(enrolled)),
        segment: &segment.id,
        rupiah: programmes.iter().map(|part| part.rupiah).sum(),
        heads: span()
            .rfind(|(month, _)| segment.is_billed(*month))
            .map_or(People::ZERO, |(_, heads)| heads),
        billed_months: heads.iter().filter(|heads| **heads > People::ZERO).count() as u64,
        person_months: heads.iter().copied().sum(),
        programmes,
        funds: (0..scenario.funds.len()).filter(pays).map(share).collect(),
    }
}

/// Sums by kode rekening, in the order in which they first appear.
fn accounts<'a>(scenario: &'a Scenario, funds: &[FundAmount<'a>]) -> Vec<AccountAmount<'a>> {
    let mut accounts: Vec<AccountAmount<'a>> = Vec::new();
    for (fund, amount) in scenario.funds.iter().zip(funds) {
        for part in amount.programmes.iter().filter(|part| part.rupiah > Rupiah::ZERO) {
            let account = fund.account(part.programme);
            let code = account.map(|account| account.code.as_str());
            match accounts.iter_mut().find(|entry| entry.code == code) {
                Some(entry) => entry.rupiah = entry.rupiah.and(part.rupiah),
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
