//! The columns of a table of units: which there are in a plan, what each sets, and how its cells are read.

use crate::month::Month;
use crate::plan::compile::{Group, Joining, Plan};
use crate::plan::row::{FundAt, SegmentAt};
use crate::problem::{Problem, Problems, problem};
use crate::scenario::{PEOPLE, Scenario, cell_problem, unknown_column};
use crate::text::digits;
use crate::{money::Rupiah, people::People};

/// A column that a table of units may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name: `rentan`, `rentan.2026-07`, `kader.members`, `kader.eligible`, `workforce.eligible`,
    /// `workforce.otherMembers`, `add.2026`, `firstMonth`, `lastMonth`.
    pub name: String,
    /// Whether every table must have it, with a number in every row: people are never taken from the plan, which
    /// counts those of all units together.
    pub needed: bool,
    pub(super) knob: Knob,
}

/// What of a compiled plan a cell sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Knob {
    /// A count of a segment, by its position among the counts.
    Count(SegmentAt, usize),
    /// Members of a segment before the plan.
    Members(SegmentAt),
    /// All who could be members of a segment.
    Eligible(SegmentAt),
    /// Who could be covered, by the position of the entry.
    Workforce(usize),
    /// Members outside the segments, by the position of the entry.
    OtherMembers(usize),
    /// The ceiling of a fund in a budget year.
    Ceiling(FundAt, usize),
    /// The first month that is billed.
    First,
    /// The last month that is billed.
    Last,
}

/// What stands in a cell.
#[derive(Clone, Copy)]
pub(super) enum Cell {
    People(People),
    Ceiling(Option<Rupiah>),
    Month(Option<Month>),
}

/// The columns of a plan: those that are needed first, in the order of its segments.
pub(super) fn columns(scenario: &Scenario, plan: &Plan<'_>) -> Vec<Column> {
    let mut columns = Vec::new();
    let mut add =
        |name: String, needed: bool, knob: Knob| columns.push(Column { name, needed, knob });
    for ((at, group), segment) in plan.segments.iter().zip(&scenario.segments) {
        let id = segment.id.as_str();
        match &group.joining {
            Joining::Counts(counts) => {
                let months = counts.iter().map(|count| count.from);
                dated(id, months, &mut |name, position| add(name, true, Knob::Count(at, position)));
            }
            Joining::Path { .. } | Joining::Target { .. } => {
                add([id, ".members"].concat(), true, Knob::Members(at));
                add([id, ".eligible"].concat(), true, Knob::Eligible(at));
            }
        }
    }
    // What a region counts matters only where segments follow its target.
    if plan.segments.entries().iter().any(follows)
        && let Some(workforce) = &scenario.workforce
    {
        let months = workforce.eligible.iter().map(|entry| entry.from);
        dated("workforce.eligible", months, &mut |name, position| {
            add(name, true, Knob::Workforce(position));
        });
        let months = workforce.other_members.iter().map(|entry| entry.from);
        dated("workforce.otherMembers", months, &mut |name, position| {
            add(name, true, Knob::OtherMembers(position));
        });
    }
    for ((at, _), fund) in plan.funds.iter().zip(&scenario.funds) {
        for (position, year) in plan.years.iter().enumerate() {
            let name = [&fund.id, ".", &digits(year.year)].concat();
            add(name, false, Knob::Ceiling(at, position));
        }
    }
    add("firstMonth".into(), false, Knob::First);
    add("lastMonth".into(), false, Knob::Last);
    columns
}

/// A name for each entry by date: the plain name where there is one entry.
fn dated(
    name: &str,
    months: impl ExactSizeIterator<Item = Month>,
    add: &mut dyn FnMut(String, usize),
) {
    let only = months.len() == 1;
    for (position, month) in months.enumerate() {
        let name = if only { name.into() } else { [name, ".", &month.text()].concat() };
        add(name, position);
    }
}

/// Whether a segment has as many people as the target of the plan needs.
pub(super) fn follows(group: &Group<'_>) -> bool {
    matches!(group.joining, Joining::Target { .. })
}

/// The knobs of the columns that a table has.
pub(super) fn layout(columns: &[Column], names: &[&str]) -> Result<Vec<Knob>, Problems> {
    let mut problems = Vec::new();
    let mut knobs = Vec::with_capacity(names.len());
    for (position, name) in names.iter().enumerate() {
        if names.iter().take(position).any(|before| before == name) {
            problems.push(problem!(Duplicate, *name, value = *name));
        }
        match columns.iter().find(|column| column.name == *name) {
            Some(column) => knobs.push(column.knob),
            None => {
                let all = columns.iter().map(|column| column.name.as_str());
                problems.push(unknown_column(name, all));
            }
        }
    }
    for column in columns.iter().filter(|column| column.needed) {
        if !names.contains(&column.name.as_str()) {
            problems.push(problem!(Missing, column.name.as_str()));
        }
    }
    Problems::unless_none(problems).map(|()| knobs)
}

impl Knob {
    /// The cell behind a number, or what is wrong with it; no number at all is an empty cell.
    pub fn read(self, number: f64, plan: &Plan<'_>, column: &str) -> Result<Cell, Problem> {
        let whole = |least, most| match cell_problem(number, least, most, column) {
            Some(problem) => Err(problem),
            None => Ok(whole(number)),
        };
        match self {
            Self::Count(..)
            | Self::Members(_)
            | Self::Eligible(_)
            | Self::Workforce(_)
            | Self::OtherMembers(_) => {
                if number.is_nan() {
                    return Err(problem!(Missing, column));
                }
                whole(u64::from(matches!(self, Self::Workforce(_))), PEOPLE)
                    .map(|people| Cell::People(People::new(people)))
            }
            Self::Ceiling(..) if number.is_nan() => Ok(Cell::Ceiling(None)),
            Self::Ceiling(..) => {
                whole(0, Rupiah::MAX.get()).map(|rupiah| Cell::Ceiling(Rupiah::new(rupiah)))
            }
            Self::First | Self::Last if number.is_nan() => Ok(Cell::Month(None)),
            Self::First | Self::Last => {
                let digits = whole(0, 219_912)?;
                let month = month_of(digits)
                    .ok_or_else(|| problem!(BadMonth, column, value = crate::text::digits(digits)));
                let month = month?;
                let (Some(first), Some(last)) = (plan.months.first(), plan.months.last()) else {
                    return Ok(Cell::Month(None));
                };
                if month < *first || month > *last {
                    return Err(problem!(MonthOutsidePlan, column, from = *first, to = *last));
                }
                Ok(Cell::Month(Some(month)))
            }
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "checked to be a whole number from 0 to 2^53"
)]
pub(super) const fn whole(number: f64) -> u64 {
    // Processors convert signed numbers in one step.
    number as i64 as u64
}

/// A whole number below 2^53 as a float.
#[expect(clippy::cast_precision_loss, reason = "below 2^53")]
pub(super) const fn number(whole: u64) -> f64 {
    whole as f64
}

/// Reads 202610: in a column of numbers a month is its year and number, without a mark between them.
fn month_of(digits: u64) -> Option<Month> {
    let (year, number) = (u16::try_from(digits / 100).ok()?, u16::try_from(digits % 100).ok()?);
    let known = (2_000..2_200).contains(&year) && (1..=12).contains(&number);
    known.then(|| Month::of(year, number))
}
