//! The budget year as it will end: what is known, what is not known at the plan, and the rest by a rule.

use super::answer::{Forecast, ForecastFund};
use super::rows::{Line, Table, too_large};
use crate::money::{Rupiah, apportion};
use crate::people::People;
use crate::plan::{Broken, Position as _, Projection, SegmentAt, Year};
use crate::problem::{Problems, problem};
use crate::scenario::{RealisedRow, Scenario};
use core::ops::Range;

/// How the months to come are counted.
#[derive(Clone, Copy)]
pub(super) enum Rest {
    AsPlanned,
    /// With the people of the latest known month, at the price of each month; with its rupiah where nobody is named. A
    /// segment that is not known, and a contract, goes on as planned.
    AsLately,
}

/// Rupiah of one segment in the year.
struct Parts {
    known: Rupiah,
    unknown: Rupiah,
    rest: Rupiah,
}

/// The year by one of the rules.
pub(super) fn forecast<'a>(
    table: &Table<'_, 'a>,
    lines: &[Line<'_>],
    (year, columns): (&Year<'a>, &Range<usize>),
    until: usize,
    rest: Rest,
) -> Result<Forecast<'a>, Problems> {
    let all = || problem!(AmountTooLarge, "", limit = Rupiah::MAX.get());
    let (mut known, mut unknown, mut to_come) = (Rupiah::ZERO, Rupiah::ZERO, Rupiah::ZERO);
    let mut funds = vec![Rupiah::ZERO; table.scenario.funds.len()];
    for (at, _) in table.plan.segments.iter() {
        let of_segment: Vec<&Line<'_>> =
            lines.iter().filter(|line| line.segment == at.index()).collect();
        let parts = Parts {
            known: sum(
                at,
                of_segment.iter().filter(|line| columns.contains(&line.column)),
                |line| line.done().unwrap_or(Rupiah::ZERO),
            )?,
            unknown: sum(
                at,
                of_segment.iter().filter(|line| columns.contains(&line.column)),
                |line| {
                    if line.done().is_some() { Rupiah::ZERO } else { line.plan }
                },
            )?,
            rest: rest_of(table, at, &of_segment, until.saturating_add(1)..columns.end, rest)?,
        };
        let whole = [parts.known, parts.unknown, parts.rest];
        let whole = Rupiah::all(whole).ok_or_else(|| too_large(at.index()))?;
        for (fund, part) in divided(table.scenario, year, at.index(), whole)? {
            let sum = funds.get_mut(fund).ok_or(Broken("funds"))?;
            *sum = sum.plus(part).ok_or_else(all)?;
        }
        known = known.plus(parts.known).ok_or_else(all)?;
        unknown = unknown.plus(parts.unknown).ok_or_else(all)?;
        to_come = to_come.plus(parts.rest).ok_or_else(all)?;
    }
    let rupiah = Rupiah::all([known, unknown, to_come]).ok_or_else(all)?;
    if Rupiah::all(funds.iter().copied()) != Some(rupiah) {
        return Err(Broken("forecast.funds").into());
    }
    let of_funds = year.funds.iter().zip(funds).map(|(fund, rupiah)| ForecastFund {
        fund: fund.fund,
        rupiah,
        left_rupiah: fund.ceiling_rupiah.map(|ceiling| ceiling.less(rupiah)),
        short_rupiah: fund.ceiling_rupiah.map_or(Rupiah::ZERO, |ceiling| rupiah.less(ceiling)),
    });
    Ok(Forecast {
        rupiah,
        known_rupiah: known,
        unknown_rupiah: unknown,
        rest_rupiah: to_come,
        funds: of_funds.collect(),
    })
}

fn sum<'l>(
    at: SegmentAt,
    lines: impl Iterator<Item = &'l &'l Line<'l>>,
    of: impl Fn(&Line<'_>) -> Rupiah,
) -> Result<Rupiah, Problems> {
    Rupiah::all(lines.map(|line| of(line))).ok_or_else(|| too_large(at.index()))
}

/// The months to come of a segment.
fn rest_of(
    table: &Table<'_, '_>,
    at: SegmentAt,
    lines: &[&Line<'_>],
    columns: Range<usize>,
    rest: Rest,
) -> Result<Rupiah, Problems> {
    let lately = match rest {
        Rest::AsPlanned => None,
        Rest::AsLately if table.plan.segments.at(at)?.is_contract() => None,
        Rest::AsLately => latest(lines),
    };
    let mut sum = Rupiah::ZERO;
    for column in columns {
        let planned = table.planned(at, column)?;
        let month = match lately {
            _ if planned == People::ZERO => Rupiah::ZERO,
            None => table.times(at, table.price(at, column)?, planned)?,
            Some(Lately::People(people)) => table.times(at, table.price(at, column)?, people)?,
            Some(Lately::Rupiah(rupiah)) => rupiah,
        };
        sum = sum.plus(month).ok_or_else(|| too_large(at.index()))?;
    }
    Ok(sum)
}

/// A month that is carried on.
#[derive(Clone, Copy)]
enum Lately {
    People(People),
    Rupiah(Rupiah),
}

/// The latest month whose bills are all known.
fn latest(lines: &[&Line<'_>]) -> Option<Lately> {
    let mut months: Vec<&[&Line<'_>]> =
        lines.chunk_by(|one, next| one.column == next.column).collect();
    months.retain(|lines| lines.iter().all(|line| line.done().is_some()));
    let lines = months.last()?;
    let people = lines.iter().map(|line| line.realised.and_then(RealisedRow::billed));
    let people: Option<Vec<People>> = people.collect();
    match people {
        Some(people) => Some(Lately::People(people.into_iter().sum())),
        None => Rupiah::all(lines.iter().filter_map(|line| line.done())).map(Lately::Rupiah),
    }
}

/// The amount of a segment by fund, as the plan divides its year; a segment that the plan bills nothing in that year, by
/// its payers' shares.
pub(super) fn divided(
    scenario: &Scenario,
    year: &Year<'_>,
    segment: usize,
    amount: Rupiah,
) -> Result<Vec<(usize, Rupiah)>, Problems> {
    let planned = year.segments.get(segment).ok_or(Broken("segments of a year"))?;
    let position = |id: &str| scenario.fund_at(id).ok_or(Broken("funds"));
    let mut weights = Vec::new();
    if planned.rupiah > Rupiah::ZERO {
        for share in &planned.funds {
            weights.push((position(share.fund)?, share.rupiah.get()));
        }
    } else {
        let payers = scenario.segments.get(segment).ok_or(Broken("segments"))?;
        for share in &payers.payers {
            weights.push((position(&share.fund)?, share.percent.millionths()));
        }
    }
    let mut parts = vec![0_u64; weights.len()];
    let whole = weights.iter().fold(0_u64, |sum, (_, weight)| sum.saturating_add(*weight));
    let each = weights.iter().map(|(_, weight)| *weight);
    apportion(amount.get(), each, whole, &|a, b| a < b, parts.iter_mut());
    let rupiah = |part: u64| Rupiah::new(part).ok_or(Broken("parts of an amount"));
    weights.iter().zip(parts).map(|((fund, _), part)| Ok((*fund, rupiah(part)?))).collect()
}

/// The budget year of a column, with its columns.
pub(super) fn year_of<'p, 'a>(
    table: &Table<'_, '_>,
    projection: &'p Projection<'a>,
    column: usize,
) -> Result<(&'p Year<'a>, Range<usize>), Broken> {
    let mut years = table.plan.years.iter().zip(&projection.years);
    let year = years.find(|(year, _)| year.columns.contains(&column)).ok_or(Broken("years"))?;
    Ok((year.1, year.0.columns.clone()))
}
