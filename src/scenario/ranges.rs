//! A request to [`risk`](fn@crate::ask::risk): numbers of a plan that are not known for sure, each with its lowest and
//! highest value.

use super::Input;
use super::fields::{Fields, unread};
use super::shape::{RISK_REQUEST, limits};
use super::shape_check::{fit, range_problem, unknown_column, value_of};
use crate::choices;
use crate::money::{Base, Rate};
use crate::problem::{Param, Problem, Problems, problem};
use crate::text::{below, place};

choices! {
    /// How likely the values between the lowest and the highest are.
    pub enum RangeShape {
        /// Most likely at the value of the plan, less and less likely towards both ends.
        Triangular = "triangular",
        /// All alike, whatever the plan has.
        Uniform = "uniform",
    }
}

/// Numbers that are not known for sure, and how many plans are drawn by lot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskRequest {
    /// The numbers, one at least.
    pub inputs: Vec<Range>,
    /// Number of draws; 0: none.
    pub draws: u64,
    /// Equal seeds draw equal plans.
    pub seed: u64,
}

/// A number of the plan with its range. Its values are whole numbers of `1 / scale`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    /// Path in the scenario.
    pub path: String,
    /// The lowest value.
    pub low: u64,
    /// The value of the plan.
    pub plan: u64,
    /// The highest value.
    pub high: u64,
    /// 1, 100, 1,000 or 10,000, by the decimals that the number may have.
    pub scale: u64,
    /// How likely the values between are.
    pub shape: RangeShape,
}

impl RiskRequest {
    /// Reads a request about a plan, which passed its check.
    ///
    /// # Errors
    /// All problems found.
    pub fn read(input: &Input, plan: &Input) -> Result<Self, Problems> {
        Problems::unless_none(fit(input, &RISK_REQUEST))?;
        let fields = Fields::of(input);
        let mut problems = Vec::new();
        let mut inputs: Vec<Range> = Vec::new();
        for (index, entry) in fields.list("inputs").iter().enumerate() {
            let at = place("inputs[#]", &[index]);
            let Some(range) = range(Fields::of(entry), plan, &at, &mut problems)? else { continue };
            if inputs.iter().any(|other| other.path == range.path) {
                let value = range.path.as_str();
                problems.push(problem!(Duplicate, below(&at, ".path"), value = value));
            }
            inputs.push(range);
        }
        let draws = fields.or("draws", 1_000).ok_or_else(unread)?;
        let seed = fields.or("seed", 1).ok_or_else(unread)?;
        Problems::unless_none(problems).map(|()| Self { inputs, draws, seed })
    }
}

fn range(
    fields: Fields<'_>,
    plan: &Input,
    at: &str,
    problems: &mut Vec<Problem>,
) -> Result<Option<Range>, Problem> {
    let path: String = fields.need("path").ok_or_else(unread)?;
    let known = limits(&path).zip(number_at(plan, &path));
    let Some(((least, most, places), now)) = known else {
        let mut paths = Vec::new();
        numbers(plan, "", &mut paths);
        let names = paths.iter().map(String::as_str).filter(|path| limits(path).is_some());
        let problem = unknown_column(&path, names);
        problems.push(Problem { path: below(at, ".path"), ..problem });
        return Ok(None);
    };
    let scale = 10_u64.pow(places.into());
    let before = problems.len();
    let mut value = |key: &str| -> Result<Option<u64>, Problem> {
        let number: f64 = fields.need(key).ok_or_else(unread)?;
        let place = below(at, &below(".", key));
        problems.extend(range_problem(number, (least, most), places, &place));
        Ok(whole(number, scale))
    };
    let (low, high) = (value("low")?, value("high")?);
    let now = whole(now, scale);
    let (Some(low), Some(high), Some(now)) = (low, high, now) else {
        return if problems.len() > before { Ok(None) } else { Err(unread()) };
    };
    if problems.len() > before {
        return Ok(None);
    }
    if low > now {
        problems.push(problem!(TooLarge, below(at, ".low"), limit = shown(now, scale)));
    }
    if high < now {
        problems.push(problem!(TooSmall, below(at, ".high"), limit = shown(now, scale)));
    }
    let shape = fields.or("shape", RangeShape::Triangular).ok_or_else(unread)?;
    Ok(Some(Range { path, low, plan: now, high, scale, shape }))
}

/// A number as a whole one of `1 / scale`; `None` where it has more decimals.
fn whole(number: f64, scale: u64) -> Option<u64> {
    match scale {
        1 => super::fields::whole(number),
        100 | 10_000 => {
            let millionths = Rate::read(number)?.millionths();
            let step = 10_000_u64.checked_div(scale)?;
            millionths.is_multiple_of(step).then(|| millionths.checked_div(step)).flatten()
        }
        _ => Base::read(number).map(Base::thousandths),
    }
}

/// A value for the sentence of a problem.
fn shown(value: u64, scale: u64) -> Param {
    match scale {
        1 => value.into(),
        100 => Rate::from_millionths(value.saturating_mul(100)).into(),
        10_000 => Rate::from_millionths(value).into(),
        _ => Base::from_thousandths(value).into(),
    }
}

/// Steps of a path: keys, and positions as digits.
pub(crate) fn steps(path: &str) -> impl Iterator<Item = &str> {
    path.split(['.', '[', ']']).filter(|step| !step.is_empty())
}

/// The number at a path; `None` where there is none.
fn number_at(plan: &Input, path: &str) -> Option<f64> {
    let mut at = plan;
    for step in steps(path) {
        at = if let Input::List(items) = at {
            items.get(step.parse::<usize>().ok()?)?
        } else {
            let Input::Object(entries) = at else { return None };
            value_of(entries, step)
        };
    }
    let Input::Number(number) = at else { return None };
    Some(*number)
}

/// Puts a number at a path where one is.
pub(crate) fn put_number(plan: &mut Input, path: &str, number: f64) -> Option<()> {
    let mut at = plan;
    for step in steps(path) {
        at = if let Input::List(items) = at {
            items.get_mut(step.parse::<usize>().ok()?)?
        } else {
            let Input::Object(entries) = at else { return None };
            // Of two entries with one key the later one counts.
            entries.iter_mut().rev().find(|(key, _)| key == step).map(|(_, value)| value)?
        };
    }
    let Input::Number(there) = at else { return None };
    *there = number;
    Some(())
}

/// A number of a plan, and its unit: it is a whole one of `1 / scale`. `None`: there is none that a range may have.
pub(crate) fn number_of(plan: &Input, path: &str) -> Option<(u64, u64)> {
    let (.., places) = limits(path)?;
    let scale = 10_u64.pow(places.into());
    Some((whole(number_at(plan, path)?, scale)?, scale))
}

/// The paths of all numbers of an input.
pub(crate) fn numbers(input: &Input, at: &str, paths: &mut Vec<String>) {
    match input {
        Input::Number(_) => paths.push(at.into()),
        Input::Object(entries) => {
            for (key, value) in entries {
                let dot = if at.is_empty() { "" } else { "." };
                numbers(value, &[at, dot, key].concat(), paths);
            }
        }
        Input::List(items) => {
            for (index, item) in items.iter().enumerate() {
                numbers(item, &below(at, &place("[#]", &[index])), paths);
            }
        }
        Input::Null
        | Input::Bool(_)
        | Input::Text(_)
        | Input::LongText(_)
        | Input::LongList(_)
        | Input::Instance
        | Input::Unreadable => {}
    }
}
