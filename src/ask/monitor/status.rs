//! The state in words: what is missing, what is owed, whether line, ceiling and target hold.

use super::answer::{MonitoredCoverage, MonitoredSegment, MonitoredYear};
use super::rows::Line;
use crate::law::key;
use crate::money::Rupiah;
use crate::month::Month;
use crate::problem::{Notice, notice};
use crate::scenario::{Programme, Scenario, Segment, WorkerClass};
use crate::text::place;

/// What must be said of one segment.
pub(super) fn of_segment(
    scenario: &Scenario,
    index: usize,
    monitored: &MonitoredSegment<'_>,
    lines: &[&Line<'_>],
    notices: &mut Vec<Notice>,
) {
    let Some(segment) = scenario.segments.get(index) else { return };
    let path = place("segments[#]", &[index]);
    let name = segment.name.as_str();
    let unknown: Vec<Month> =
        lines.iter().filter(|line| line.unknown().is_some()).map(|line| line.month).collect();
    if let Some(first) = unknown.first() {
        let count = unknown.len() as u64;
        notices.push(notice!(
            RealisedMissing,
            path.as_str(),
            segment = name,
            count = count,
            month = *first
        ));
    }
    let arrears = monitored.compared.arrears_rupiah.get();
    if let Some(since) = monitored.unpaid_since {
        notices.push(notice!(
            Arrears,
            path.as_str(),
            segment = name,
            rupiah = arrears,
            months = monitored.unpaid_months,
            month = since
        ));
    }
    notices.extend(lapse(scenario, segment, &path, lines));
    notices.extend(waiting(scenario, segment, &path, monitored));
    let later = lines.iter().filter_map(|line| Some((months_later(line)?, line.month)));
    if let Some((months, month)) =
        later.max_by_key(|(months, _)| *months).filter(|(months, _)| *months > 1)
    {
        notices.push(notice!(
            PaidLater,
            path.as_str(),
            segment = name,
            months = u64::from(months),
            month = month
        ));
    }
    let price = monitored.compared.deviation.price;
    if price != 0 {
        let billed = monitored.compared.billed_rupiah.get();
        let expected = billed.saturating_add_signed(price.saturating_neg());
        notices.push(notice!(
            BilledOther,
            path.as_str(),
            segment = name,
            rupiah = billed,
            computed = expected
        ));
    }
}

/// Months from the month of contribution to that of its payment; 0 where it is not later.
pub(super) fn months_later(line: &Line<'_>) -> Option<u16> {
    let paid_on = line.realised?.paid_on?;
    line.paid.filter(|paid| *paid > Rupiah::ZERO)?;
    Some(paid_on.since(line.month))
}

/// Months in a row, up to the last, that are known to be unpaid: more than membership lasts.
fn lapse(
    scenario: &Scenario,
    segment: &Segment,
    path: &str,
    lines: &[&Line<'_>],
) -> Option<Notice> {
    if segment.class != WorkerClass::Bpu {
        return None;
    }
    let months: Vec<&[&Line<'_>]> = lines.chunk_by(|one, next| one.column == next.column).collect();
    let is_unpaid = |lines: &&&[&Line<'_>]| {
        lines.iter().all(|line| line.billed > Some(Rupiah::ZERO) && line.paid == Some(Rupiah::ZERO))
    };
    let unpaid = months.iter().rev().take_while(is_unpaid).count() as u64;
    let last = months.last()?.first()?.month;
    let law = scenario.law();
    let limit = law.months(key::MEMBERSHIP_BPU_LAPSE_MONTHS, last).ok()?;
    let instrument = law.cite(limit.key, limit.origin)?.instrument;
    (unpaid > limit.value).then(|| {
        notice!(
            ArrearsLapse,
            path,
            segment = segment.name.as_str(),
            months = unpaid,
            limit = limit.value,
            instrument = instrument
        )
    })
}

/// Fewer paid months than the full benefit of JKM asks for.
fn waiting(
    scenario: &Scenario,
    segment: &Segment,
    path: &str,
    monitored: &MonitoredSegment<'_>,
) -> Option<Notice> {
    if segment.class != WorkerClass::Bpu || !segment.programmes.contains(&Programme::Jkm) {
        return None;
    }
    let law = scenario.law();
    let wait = law.months(key::JKM_BPU_WAITING_MONTHS, monitored.latest?).ok()?;
    let instrument = law.cite(wait.key, wait.origin)?.instrument;
    let paid = monitored.paid_months;
    (paid > 0 && paid < wait.value).then(|| {
        notice!(
            PaidMonthsFew,
            path,
            segment = segment.name.as_str(),
            months = paid,
            waiting = wait.value,
            instrument = instrument
        )
    })
}

/// Line and ceilings of the year. A line is compared only where every month is known.
pub(super) fn of_year(
    scenario: &Scenario,
    year: &MonitoredYear<'_>,
    until: Month,
    is_known: bool,
    notices: &mut Vec<Notice>,
) {
    if let Some(percent) = year.paid_percent.filter(|_| is_known) {
        let (paid, line) = (year.paid_rupiah, year.line_rupiah);
        let make = |notice: Notice| {
            notice
                .with("rupiah", paid.get())
                .with("percent", percent)
                .with("month", until)
                .with("line", line.get())
                .with("linePercent", year.line_percent)
        };
        notices.push(if paid < line {
            make(notice!(BelowLine, "", difference = line.less(paid).get()))
        } else if paid > line {
            make(notice!(AboveLine, "", difference = paid.less(line).get()))
        } else {
            make(notice!(OnLine, ""))
        });
    }
    for (index, (fund, ends)) in scenario.funds.iter().zip(&year.as_planned.funds).enumerate() {
        let path = place("funds[#]", &[index]);
        let year = crate::text::digits(year.year);
        let (name, rupiah) = (fund.name.as_str(), ends.rupiah.get());
        if ends.short_rupiah > Rupiah::ZERO {
            let short = ends.short_rupiah.get();
            notices.push(notice!(
                ForecastShort,
                path,
                fund = name,
                year = year,
                rupiah = rupiah,
                short = short
            ));
        } else if let Some(left) = ends.left_rupiah {
            notices.push(notice!(
                ForecastWithin,
                path,
                fund = name,
                year = year,
                rupiah = rupiah,
                left = left.get()
            ));
        }
    }
}

/// Members against the target of the last month that is compared.
pub(super) fn of_target(coverage: &MonitoredCoverage<'_>, until: Month) -> Option<Notice> {
    let (members, target) = (coverage.members?, coverage.target_members?);
    let missing = target.less(members).get();
    Some(if missing > 0 {
        notice!(
            RealisedTarget,
            "target",
            month = until,
            members = members.get(),
            target = target.get(),
            people = missing
        )
    } else {
        notice!(
            RealisedTargetMet,
            "target",
            month = until,
            members = members.get(),
            target = target.get()
        )
    })
}
