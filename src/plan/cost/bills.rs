//! Finds which prices are billed in which columns, and whether every amount fits rupiah.

use crate::law::Key;
use crate::money::Rupiah;
use crate::order::sort;
use crate::people::People;
use crate::plan::compile::{BudgetYear, Group, Plan};
use crate::plan::price::{Fault, Prices};
use crate::plan::row::{Broken, Position as _, Row, SegmentAt};
use crate::problem::{Problem, Problems, problem};
use crate::text::place;
use core::ops::Range;

/// Billed prices and the sum of all bills.
pub(crate) struct Bills {
    pub billed: Vec<Billed>,
    pub total: Rupiah,
}

/// A cell of the price table in which somebody is billed.
pub(crate) struct Billed {
    pub segment: SegmentAt,
    /// Position among the cells of the segment.
    pub cell: usize,
    /// First billed column; of a contract, its only one.
    pub first: usize,
    /// Last billed column.
    pub last: usize,
    /// Heads summed over the columns; 1 for a contract.
    pub people: People,
}

/// A contract is billed once, as one.
static CONTRACT: [People; 1] = [People::new(1)];

impl Billed {
    /// Its columns in a budget year; `None`: it bills nobody in that year.
    pub fn columns_in(&self, year: &BudgetYear) -> Option<Range<usize>> {
        let start = year.columns.start.max(self.first);
        let end = year.columns.end.min(self.last.saturating_add(1));
        (start < end).then_some(start..end)
    }

    /// The heads that it bills in some of its columns; `row` has those of its segment.
    pub fn heads<'r>(
        group: &Group<'_>,
        row: &'r [People],
        columns: &Range<usize>,
    ) -> Result<&'r [People], Broken> {
        let heads =
            if group.is_contract() { Some(&CONTRACT[..]) } else { row.get(columns.clone()) };
        heads.ok_or(Broken("columns"))
    }
}

impl Bills {
    /// Finds the billed prices of the segments for which `count` is true.
    ///
    /// # Errors
    /// `noLawValue` for every segment and missing value, in the first month in which somebody is billed;
    /// `amountTooLarge` where a bill or the sum exceeds the greatest rupiah; `internal`.
    pub fn of(
        plan: &Plan<'_>,
        prices: &Prices<'_>,
        heads: &Row<SegmentAt, Vec<People>>,
        count: &dyn Fn(SegmentAt) -> bool,
    ) -> Result<Self, Problems> {
        let mut billed = Vec::new();
        let mut missing = Missing::default();
        let mut total = 0_u128;
        let mut too_large = false;
        let mut relief_too_large = None;
        for (at, group) in plan.segments.iter().filter(|(at, _)| count(*at)) {
            let row = heads.at(at)?;
            let contract = group.contract_column();
            for (position, cell) in prices.cells(at)?.iter().enumerate() {
                let Some((first, last, people)) = (match contract {
                    Some(column) => {
                        cell.columns.contains(&column).then_some((column, column, People::new(1)))
                    }
                    None => used(row, cell.columns.start, cell.columns.end),
                }) else {
                    continue;
                };
                match prices.levies(cell) {
                    Ok(levies) => {
                        let one = levies.iter().map(|levy| levy.rupiah.get());
                        let one = one.fold(0_u64, u64::saturating_add);
                        total = total.saturating_add(all(one, people));
                        // Remarks give the rupiah that a relief takes off, also where the bill is then zero, so it
                        // must fit too.
                        if cell.meant.iter().any(|meant| !fits(meant.worth, people)) {
                            relief_too_large.get_or_insert(at);
                        }
                        billed.push(Billed { segment: at, cell: position, first, last, people });
                    }
                    Err(Fault::Missing) => missing.note(first, at, &cell.lacking),
                    Err(Fault::TooLarge) => too_large = true,
                    Err(Fault::Broken(broken)) => return Err(broken.into()),
                }
            }
        }
        let total = u64::try_from(total).ok().and_then(Rupiah::new).filter(|_| !too_large);
        match total {
            None => Err(first_too_large(plan, prices, heads, count)?.into()),
            Some(total) => {
                Problems::unless_none(missing.problems(plan)?)?;
                match relief_too_large {
                    Some(at) => Err(of_segment(at).into()),
                    None => Ok(Self { billed, total }),
                }
            }
        }
    }
}

/// First and last column with heads, and the sum of heads.
fn used(row: &[People], start: usize, end: usize) -> Option<(usize, usize, People)> {
    let heads = row.get(start..end)?;
    let first = heads.iter().position(|heads| *heads > People::ZERO)?;
    let last = heads.iter().rposition(|heads| *heads > People::ZERO)?;
    let people = heads.iter().copied().sum();
    Some((start.saturating_add(first), start.saturating_add(last), people))
}

/// Missing statutory values: column, segment and key.
#[derive(Default)]
struct Missing(Vec<(usize, SegmentAt, Key)>);

impl Missing {
    fn note(&mut self, column: usize, at: SegmentAt, keys: &[Key]) {
        self.0.extend(keys.iter().map(|key| (column, at, *key)));
    }

    /// Reports each missing value once, for the first month and segment that need it, segments in the planner's
    /// order.
    fn problems(mut self, plan: &Plan<'_>) -> Result<Vec<Problem>, Broken> {
        sort(&mut self.0, |(column, at, _)| (*column, *at));
        let mut named: Vec<(usize, SegmentAt, Key)> = Vec::new();
        for one in self.0 {
            if !named.iter().any(|(.., key)| *key == one.2) {
                named.push(one);
            }
        }
        sort(&mut named, |(_, at, _)| *at);
        let problem = |(column, at, key): (usize, SegmentAt, Key)| {
            let month = *plan.months.get(column).ok_or(Broken("months"))?;
            Ok(problem!(
                NoLawValue,
                place("segments[#].programmes", &[at.index()]),
                title = plan.law.title(&key),
                parameter = key.name(),
                month = month,
                ways = plan.law.ways(key, month)
            ))
        };
        named.into_iter().map(problem).collect()
    }
}

/// Amount × heads, unlimited.
fn all(one: u64, people: People) -> u128 {
    u128::from(one).saturating_mul(people.get().into())
}

/// Whether amount × heads fits rupiah.
fn fits(one: Option<Rupiah>, people: People) -> bool {
    one.is_some_and(|one| all(one.get(), people) <= u128::from(Rupiah::MAX.get()))
}

fn of_segment(at: SegmentAt) -> Problem {
    problem!(AmountTooLarge, place("segments[#]", &[at.index()]), limit = Rupiah::MAX.get())
}

/// First amount, in the order of payment, above the greatest rupiah: of a segment, or of all so far.
fn first_too_large(
    plan: &Plan<'_>,
    prices: &Prices<'_>,
    heads: &Row<SegmentAt, Vec<People>>,
    count: &dyn Fn(SegmentAt) -> bool,
) -> Result<Problem, Broken> {
    let mut order = plan.payment_order();
    order.retain(|at| count(*at));
    let mut sum = Rupiah::ZERO;
    for column in 0..plan.months.len() {
        for at in &order {
            let contract = plan.segments.at(*at)?.contract_column();
            let heads = *heads.at(*at)?.get(column).ok_or(Broken("columns"))?;
            let people = match contract {
                Some(billed) if billed == column => People::new(1),
                Some(_) => People::ZERO,
                None => heads,
            };
            if people == People::ZERO {
                continue;
            }
            let levies = match prices.levies(prices.cell(*at, column)?) {
                Ok(levies) => levies,
                Err(Fault::TooLarge) => return Ok(of_segment(*at)),
                Err(Fault::Missing) => continue,
                Err(Fault::Broken(broken)) => return Err(broken),
            };
            for levy in levies {
                let Some(bill) = levy.rupiah.times(people) else { return Ok(of_segment(*at)) };
                match sum.plus(bill) {
                    Some(more) => sum = more,
                    None => return Ok(problem!(AmountTooLarge, "", limit = Rupiah::MAX.get())),
                }
            }
        }
    }
    Err(Broken("amounts that are too large"))
}
