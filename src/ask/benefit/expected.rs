//! What would be expected if members of a plan had the claims of a report. Whole numbers: cases × person-months × the
//! part of a year, divided once.

use super::answer::{Cases, ClaimsReport, ClaimsScope, Expected, ExpectedRange, ExpectedRow};
use crate::choices::Choice as _;
use crate::law::{CLAIMS, Exposed, Words};
use crate::money::{Rate, Rupiah};
use crate::people::People;
use crate::plan::Broken;
use crate::scenario::{BenefitRequest, Programme};
use crate::text::digits;

/// A report of claims, ready to be applied.
pub(super) struct Report<'a> {
    pub shown: ClaimsReport<'a>,
    /// Cases of a year: its numerator …
    cases: u128,
    /// … among so many members: members × time.
    members: u128,
}

/// Person-months and what one case pays in them.
#[derive(Clone, Copy)]
pub(super) struct Exposure {
    pub months: People,
    /// Rupiah of one case; `None`: not known.
    pub rupiah: Option<Rupiah>,
}

/// All reports: the published ones, then the planner's.
pub(super) fn reports(request: &BenefitRequest) -> Result<Vec<Report<'_>>, Broken> {
    let published = CLAIMS.iter().map(|claims| {
        let (months, days) = match claims.exposed {
            Exposed::Months(months) => (Some(months), None),
            Exposed::Days(days) => (None, Some(days)),
        };
        let scope = match claims.region {
            Some(_) => ClaimsScope::Local,
            None => ClaimsScope::National,
        };
        let shown = ClaimsReport {
            report: claims.key.into(),
            title: claims.title,
            scope,
            region: claims.region,
            programme: claims.programme,
            cases: claims.cases,
            members: People::new(claims.members),
            months,
            days,
            rupiah: claims.rupiah.and_then(Rupiah::new),
            percent_a_year: Rate::from_millionths(0),
            status: claims.status.name(),
            caveat: claims.caveat,
            seen: claims.seen,
        };
        Report::of(shown, claims.exposed)
    });
    let own = request.claims.iter().enumerate().map(|(index, claims)| {
        let name: &str = &claims.name;
        let note: &str = &claims.note;
        let shown = ClaimsReport {
            report: ["own.", &digits(index.saturating_add(1) as u64)].concat(),
            title: Words { id: name, en: name },
            scope: ClaimsScope::Own,
            region: None,
            programme: claims.programme,
            cases: claims.cases,
            members: People::new(claims.members),
            months: Some(claims.months),
            days: None,
            rupiah: claims.rupiah,
            percent_a_year: Rate::from_millionths(0),
            status: "replaced",
            caveat: Words { id: note, en: note },
            seen: note,
        };
        Report::of(shown, Exposed::Months(claims.months))
    });
    published.chain(own).collect()
}

impl<'a> Report<'a> {
    fn of(shown: ClaimsReport<'a>, exposed: Exposed) -> Result<Self, Broken> {
        let (time, of_year) = exposed.of_year();
        let product = |one: u64, other: u64| u128::from(one).saturating_mul(other.into());
        let cases = product(shown.cases, of_year);
        let members = product(shown.members.get(), time);
        let whole = u128::from(Rate::WHOLE.millionths());
        let millionths = nearest(cases.saturating_mul(whole), members);
        let percent = millionths.and_then(|rate| u64::try_from(rate).ok());
        let percent = percent.ok_or(Broken("rate of claims"))?;
        let shown = ClaimsReport { percent_a_year: Rate::from_millionths(percent), ..shown };
        Ok(Self { shown, cases, members })
    }

    /// Whether its claims, each paid so much, exceed a contribution of so much a month.
    pub fn exceeds(&self, paid: Rupiah, price: Rupiah) -> Option<bool> {
        let year = u128::from(price.get()).checked_mul(12)?;
        let claims = self.cases.checked_mul(paid.get().into())?;
        Some(claims > self.members.checked_mul(year)?)
    }

    /// Cases among so many person-months, in thousandths.
    fn cases(&self, months: People) -> Option<Cases> {
        let number = self.cases.checked_mul(months.get().into())?.checked_mul(1_000)?;
        let cases = nearest(number, self.members.checked_mul(12)?)?;
        u64::try_from(cases).ok().map(Cases::from_thousandths)
    }

    /// What these cases pay: the sum over exposures is divided once. `Some(None)`: an amount is not known.
    fn rupiah(&self, exposures: &[Exposure]) -> Option<Option<Rupiah>> {
        let mut sum = 0_u128;
        for Exposure { months, rupiah } in exposures {
            if *months == People::ZERO {
                continue;
            }
            let Some(rupiah) = rupiah else { return Some(None) };
            let product = u128::from(months.get()).checked_mul(rupiah.get().into())?;
            sum = sum.checked_add(product)?;
        }
        let rupiah = nearest(sum.checked_mul(self.cases)?, self.members.checked_mul(12)?)?;
        Rupiah::new(u64::try_from(rupiah).ok()?).map(Some)
    }

    /// What cases pay if each pays as one of the report did; `Some(None)`: that is not known.
    fn by_report(&self, months: People) -> Option<Option<Rupiah>> {
        let Some(paid) = self.shown.rupiah else { return Some(None) };
        // Of so many cases: the number of cases of the report cancels.
        let (time, of_year) = match (self.shown.months, self.shown.days) {
            (Some(months), _) => Exposed::Months(months).of_year(),
            (None, Some(days)) => Exposed::Days(days).of_year(),
            (None, None) => return None,
        };
        let number = u128::from(paid.get()).checked_mul(months.get().into())?;
        let members = u128::from(self.shown.members.get()).checked_mul(time.into())?;
        let rupiah = nearest(number.checked_mul(of_year.into())?, members.checked_mul(12)?)?;
        Rupiah::new(u64::try_from(rupiah).ok()?).map(Some)
    }
}

/// JKM: full payments and those in the waiting time. `None`: an amount is too large.
pub(super) fn of_jkm(
    reports: &[Report<'_>],
    full: &[Exposure],
    newcomers: &[Exposure],
) -> Option<Expected> {
    let sum = |exposures: &[Exposure]| exposures.iter().map(|one| one.months).sum::<People>();
    let (all, new) = (sum(full).plus(sum(newcomers)), sum(newcomers));
    let exposures: Vec<Exposure> = full.iter().chain(newcomers).copied().collect();
    rows(reports, Programme::Jkm, &|report| {
        Some((report.cases(all)?, report.cases(new)?, report.rupiah(&exposures)?))
    })
}

/// JKK. `None`: an amount is too large.
pub(super) fn of_jkk(reports: &[Report<'_>], months: People) -> Option<Expected> {
    rows(reports, Programme::Jkk, &|report| {
        Some((report.cases(months)?, Cases::default(), report.by_report(months)?))
    })
}

/// Cases, those of them in the waiting time, and what they pay. `None`: too large.
type Claimed = Option<(Cases, Cases, Option<Rupiah>)>;

fn rows(
    reports: &[Report<'_>],
    programme: Programme,
    of: &dyn Fn(&Report<'_>) -> Claimed,
) -> Option<Expected> {
    let mut rows = Vec::new();
    for report in reports.iter().filter(|report| report.shown.programme == programme) {
        let (cases, newcomer_cases, rupiah) = of(report)?;
        let (report, scope) = (report.shown.report.clone(), report.shown.scope);
        rows.push(ExpectedRow { report, scope, cases, newcomer_cases, rupiah });
    }
    Some(Expected { ranges: ranges(&rows), rows })
}

/// The sum of what was worked out for each segment, row by row.
pub(super) fn together<'e>(all: impl Iterator<Item = &'e Expected>) -> Option<Option<Expected>> {
    let mut sum: Option<Expected> = None;
    for one in all {
        let Some(so_far) = &mut sum else {
            sum = Some(one.clone());
            continue;
        };
        for (row, other) in so_far.rows.iter_mut().zip(&one.rows) {
            row.cases = row.cases.plus(other.cases);
            row.newcomer_cases = row.newcomer_cases.plus(other.newcomer_cases);
            row.rupiah = match row.rupiah.zip(other.rupiah) {
                Some((one, other)) => Some(one.plus(other)?),
                None => None,
            };
        }
        so_far.ranges = ranges(&so_far.rows);
    }
    Some(sum)
}

fn ranges(rows: &[ExpectedRow]) -> Vec<ExpectedRange> {
    let of = |scope: &ClaimsScope| {
        let rows = || rows.iter().filter(|row| row.scope == *scope);
        let rupiah = || rows().filter_map(|row| row.rupiah);
        Some(ExpectedRange {
            scope: *scope,
            low_cases: rows().map(|row| row.cases).min()?,
            high_cases: rows().map(|row| row.cases).max()?,
            low_rupiah: rupiah().min(),
            high_rupiah: rupiah().max(),
        })
    };
    ClaimsScope::ALL.iter().filter_map(of).collect()
}

/// A fraction rounded to the nearest whole number, half up.
pub(super) fn nearest(number: u128, whole: u128) -> Option<u128> {
    number.checked_add(whole / 2)?.checked_div(whole)
}
