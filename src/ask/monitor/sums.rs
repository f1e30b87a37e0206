//! Sums of lines: in all, by month, segment, village, and in the budget year; and their reconciliation.

use super::answer::{
    Balance, Monitored, MonitoredFund, MonitoredMonth, MonitoredRow, MonitoredSegment,
    MonitoredYear,
};
use super::coverage::percent;
use super::forecast::{Rest, divided, forecast, year_of};
use super::rows::{Line, Table, minus};
use super::status;
use crate::money::{Rate, Rupiah, apportion, ratio};
use crate::month::Month;
use crate::people::People;
use crate::plan::{Broken, Projection};
use crate::problem::{Notice, Problem, Problems, problem};
use crate::scenario::Scenario;

pub(super) struct Sums<'s, 't, 'a> {
    pub table: &'s Table<'t, 'a>,
    pub projection: &'s Projection<'a>,
    pub lines: &'s [Line<'a>],
    /// First column.
    pub from: usize,
    /// Last column.
    pub until: usize,
}

/// The latest known month of a segment, and its members.
type Latest<'l> = &'l dyn Fn(usize) -> Option<(Month, People)>;

pub(super) fn beyond() -> Problem {
    problem!(AmountTooLarge, "", limit = Rupiah::MAX.get())
}

pub(super) fn sum<'r, 'l: 'r>(
    lines: impl Iterator<Item = &'r Line<'l>>,
) -> Result<Balance, Problems> {
    Ok(Balance::sum(lines.map(|line| &line.compared)).ok_or_else(beyond)?)
}

impl<'s, 'a> Sums<'s, '_, 'a> {
    fn scenario(&self) -> &'a Scenario {
        self.table.scenario
    }

    pub fn of_segment(&self, index: usize) -> Vec<&'s Line<'a>> {
        self.lines.iter().filter(|line| line.segment == index).collect()
    }

    pub fn total(&self) -> Result<Balance, Problems> {
        sum(self.lines.iter())
    }

    pub fn months(&self) -> Result<Vec<MonitoredMonth>, Problems> {
        let mut months = Vec::new();
        let (mut plan, mut paid) = (Rupiah::ZERO, Some(Rupiah::ZERO));
        for column in self.from..=self.until {
            let month = *self.table.plan.months.get(column).ok_or(Broken("months"))?;
            let lines = self.lines.iter().filter(|line| line.column == column);
            let compared = sum(lines)?;
            plan = plan.plus(compared.plan_rupiah).ok_or_else(beyond)?;
            paid = match paid.filter(|_| compared.unknown == 0) {
                None => None,
                Some(paid) => Some(paid.plus(compared.paid_rupiah).ok_or_else(beyond)?),
            };
            let in_month = self
                .lines
                .iter()
                .filter(|line| line.realised.and_then(|row| row.paid_on) == Some(month));
            let paid_in = Rupiah::all(in_month.filter_map(|line| line.paid)).ok_or_else(beyond)?;
            months.push(MonitoredMonth {
                month,
                compared,
                plan_so_far: plan,
                paid_so_far: paid,
                paid_in,
            });
        }
        Ok(months)
    }

    /// With what must be said of them.
    pub fn segments(&self) -> Result<(Vec<MonitoredSegment<'a>>, Vec<Notice>), Problems> {
        let mut segments = Vec::new();
        let mut notices = Vec::new();
        for (index, segment) in self.scenario().segments.iter().enumerate() {
            let lines = self.of_segment(index);
            let months: Vec<&[&Line<'_>]> =
                lines.chunk_by(|one, next| one.column == next.column).collect();
            let is_paid =
                |lines: &&&[&Line<'_>]| lines.iter().any(|line| line.paid > Some(Rupiah::ZERO));
            let owes = |lines: &&&[&Line<'_>]| {
                lines.iter().any(|line| line.compared.arrears_rupiah > Rupiah::ZERO)
            };
            let unpaid: Vec<Month> = months
                .iter()
                .filter(owes)
                .filter_map(|lines| lines.first().map(|line| line.month))
                .collect();
            let mut known = lines.iter().filter(|line| line.paid.is_some());
            let monitored = MonitoredSegment {
                segment: &segment.id,
                compared: sum(lines.iter().copied())?,
                latest: known.next_back().map(|line| line.month),
                members: super::members(&lines).map(|(_, people)| people),
                paid_months: months.iter().filter(is_paid).count() as u64,
                unpaid_months: unpaid.len() as u64,
                unpaid_since: unpaid.first().copied(),
                year: self.pace_of_segment(index)?,
            };
            status::of_segment(self.scenario(), index, &monitored, &lines, &mut notices);
            segments.push(monitored);
        }
        Ok((segments, notices))
    }

    pub fn rows(&self) -> Result<Vec<MonitoredRow<'a>>, Broken> {
        let of = |line: &Line<'a>| {
            let scenario = self.scenario();
            let segment = scenario.segments.get(line.segment).ok_or(Broken("segments"))?;
            let village =
                line.village.map(|at| scenario.villages.get(at).ok_or(Broken("villages")));
            let village = village.transpose()?;
            let row = line.realised;
            let unknown = line.unknown();
            let owed = line.billed.zip(line.paid).map(|(billed, paid)| billed.less(paid));
            Ok(MonitoredRow {
                month: line.month,
                segment: &segment.id,
                village: village.map(|village| village.name.as_str()),
                village_code: village.and_then(|village| village.code.as_deref()),
                price_rupiah: line.price,
                plan_people: line.plan_people,
                plan_rupiah: line.plan,
                quota: row.and_then(|row| row.quota),
                verified: row.and_then(|row| row.verified),
                paid: row.and_then(|row| row.paid),
                billed_rupiah: line.billed,
                paid_rupiah: line.paid,
                unpaid_rupiah: owed,
                paid_on: row.and_then(|row| row.paid_on),
                months_later: status::months_later(line),
                unknown,
                deviation: line.paid.map(|_| line.compared.deviation),
                note: row.and_then(|row| row.note.as_deref()),
            })
        };
        self.lines.iter().map(of).collect()
    }

    /// The budget year of the last month.
    pub fn year(&self, latest: Latest<'_>) -> Result<MonitoredYear<'a>, Problems> {
        let (year, columns) = year_of(self.table, self.projection, self.until)?;
        let passed = self.until.saturating_sub(columns.start).saturating_add(1) as u64;
        let months = columns.len() as u64;
        let in_year = || self.lines.iter().filter(|line| columns.contains(&line.column));
        let of_year = sum(in_year())?;
        let line = Rupiah::new(ratio(year.rupiah.get(), passed, months).0);
        let due = self.projection.monthly.rupiah.get(columns.start..=self.until);
        let due = Rupiah::all(due.ok_or(Broken("months"))?.iter().copied());
        let mut paid = vec![Rupiah::ZERO; self.scenario().funds.len()];
        let mut members = vec![Some(People::ZERO); self.scenario().funds.len()];
        for (index, segment) in self.scenario().segments.iter().enumerate() {
            let of_segment = in_year().filter(|line| line.segment == index);
            let rupiah = sum(of_segment)?.paid_rupiah;
            for (fund, part) in divided(self.scenario(), year, index, rupiah)? {
                let sum = paid.get_mut(fund).ok_or(Broken("funds"))?;
                *sum = sum.plus(part).ok_or_else(beyond)?;
            }
            let people = latest(index).map(|(_, people)| people);
            let is_there = self.lines.iter().any(|line| line.segment == index);
            let mut parts = vec![0_u64; segment.payers.len()];
            let shares = segment.payers.iter().map(|share| share.percent.millionths());
            let (all, whole) = (people.unwrap_or_default().get(), Rate::WHOLE.millionths());
            apportion(all, shares, whole, &|a, b| a < b, parts.iter_mut());
            for (share, part) in segment.payers.iter().zip(parts) {
                let fund = self.scenario().fund_at(&share.fund).ok_or(Broken("funds"))?;
                let sum = members.get_mut(fund).ok_or(Broken("funds"))?;
                if is_there && share.percent > Rate::from_millionths(0) {
                    *sum = sum.zip(people).map(|(sum, _)| sum.plus(People::new(part)));
                }
            }
        }
        if Rupiah::all(paid.iter().copied()) != Some(of_year.paid_rupiah) {
            return Err(Broken("year.funds").into());
        }
        let funds = year.funds.iter().zip(paid).zip(members);
        let funds = funds.map(|((fund, paid), members)| MonitoredFund {
            fund: fund.fund,
            ceiling_rupiah: fund.ceiling_rupiah,
            plan_rupiah: fund.rupiah,
            paid_rupiah: paid,
            members,
        });
        let ends = |rest| forecast(self.table, self.lines, (year, &columns), self.until, rest);
        Ok(MonitoredYear {
            year: year.year,
            months,
            passed,
            plan_rupiah: year.rupiah,
            due_rupiah: due.ok_or_else(beyond)?,
            line_rupiah: line.ok_or_else(beyond)?,
            line_percent: percent(passed, months).ok_or(Broken("years"))?,
            paid_rupiah: of_year.paid_rupiah,
            paid_percent: percent(of_year.paid_rupiah.get(), year.rupiah.get()),
            as_planned: ends(Rest::AsPlanned)?,
            as_lately: ends(Rest::AsLately)?,
            funds: funds.collect(),
        })
    }

    /// Months, segments and rows sum to the total; the plan of the lines is that of the projection; parts of a deviation
    /// sum to it.
    pub fn reconcile(&self, monitored: &Monitored<'_>) -> Result<(), Broken> {
        let Monitored { total, months, segments, villages, districts, rows, year, .. } = monitored;
        let equal = |what, is: bool| if is { Ok(()) } else { Err(Broken(what)) };
        let of_months = Balance::sum(months.iter().map(|one| &one.compared));
        equal("monitor.months", of_months == Some(*total))?;
        let of_segments = Balance::sum(segments.iter().map(|one| &one.compared));
        equal("monitor.segments", of_segments == Some(*total))?;
        let columns = self.projection.monthly.rupiah.get(self.from..=self.until);
        let planned = Rupiah::all(columns.ok_or(Broken("months"))?.iter().copied());
        equal("monitor.planRupiah", planned == Some(total.plan_rupiah))?;
        let all = [total].into_iter().chain(months.iter().map(|one| &one.compared));
        for one in all.chain(segments.iter().map(|one| &one.compared)) {
            let deviation = one.deviation;
            let is_sum = deviation.parts() == Some(deviation.rupiah);
            equal("monitor.deviation", is_sum)?;
            let whole = minus(one.paid_rupiah, one.compared_rupiah);
            equal("monitor.deviation", whole == deviation.rupiah)?;
        }
        let of_villages = Balance::sum(villages.iter().map(|one| &one.compared));
        let of_districts = Balance::sum(districts.iter().map(|one| &one.compared));
        equal("monitor.districts", of_districts == of_villages)?;
        let by_village = segments.iter().enumerate();
        let by_village = by_village.filter(|(index, _)| self.table.by_village.contains(index));
        let planned = Rupiah::all(by_village.map(|(_, one)| one.year.plan_rupiah));
        let of_villages = Rupiah::all(villages.iter().map(|one| one.year.plan_rupiah));
        equal("monitor.villages", of_villages == planned)?;
        let paid = Rupiah::all(rows.iter().filter_map(|row| row.paid_rupiah));
        equal("monitor.rows", paid == Some(total.paid_rupiah))?;
        for ends in [&year.as_planned, &year.as_lately] {
            let parts = [ends.known_rupiah, ends.unknown_rupiah, ends.rest_rupiah];
            equal("monitor.forecast", Rupiah::all(parts) == Some(ends.rupiah))?;
        }
        Ok(())
    }
}
