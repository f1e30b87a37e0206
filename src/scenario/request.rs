//! A request to [`reach`](fn@crate::ask::reach), and the list of scenarios for [`compare`](fn@crate::ask::compare).

use super::fields::{Fields, Read as _, unread};
use super::shape::REQUEST;
use super::shape_check::fit;
use super::{BaseRule, Input, Scenario, read};
use crate::choices;
use crate::problem::{Problem, Problems, problem};
use crate::text::{below, place};

choices! {
    /// Order in which segments are filled.
    pub enum Order {
        /// In the order of the request.
        Given = "given",
        /// By the price of one more head to the budgets, lowest first.
        Cheapest = "cheapest",
    }
}

/// Segments that the ceilings are to fill, and in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Positions of the segments; `None`: those that follow a target or path; without such, all.
    pub segments: Option<Vec<usize>>,
    /// Order of filling.
    pub order: Order,
    /// Whether a segment without a number of eligible workers may be filled beyond its planned heads.
    pub beyond_plan: bool,
}

impl Request {
    /// Reads a request; `null` is the default request.
    ///
    /// # Errors
    /// All problems found.
    pub fn read(input: &Input, scenario: &Scenario) -> Result<Self, Problems> {
        if *input == Input::Null {
            return Ok(Self { segments: None, order: Order::Given, beyond_plan: false });
        }
        Problems::unless_none(fit(input, &REQUEST))?;
        let mut problems = Vec::new();
        let fields = Fields::of(input);
        let mut segments = Vec::new();
        for (index, entry) in fields.list("segments").iter().enumerate() {
            let id = String::read(entry).ok_or_else(unread)?;
            let path = place("segments[#]", &[index]);
            match scenario.segments.iter().position(|segment| segment.id == id) {
                None => problems.push(problem!(UnknownSegment, path, value = id.as_str())),
                Some(position) if segments.contains(&position) => {
                    problems.push(problem!(Duplicate, path, value = id.as_str()));
                }
                Some(position) if is_contract(scenario, position) => {
                    problems.push(problem!(ContractSegment, path));
                }
                Some(position) => segments.push(position),
            }
        }
        let segments = fields.has("segments").then_some(segments);
        let order = fields.or("order", Order::Given).ok_or_else(unread)?;
        let beyond_plan = fields.or("beyondPlan", false).ok_or_else(unread)?;
        Problems::unless_none(problems)?;
        Ok(Self { segments, order, beyond_plan })
    }
}

/// A contract is billed as a whole, whatever its number of heads.
fn is_contract(scenario: &Scenario, position: usize) -> bool {
    let segment = scenario.segments.get(position);
    segment.is_some_and(|segment| matches!(segment.base, Some(BaseRule::Contract(_))))
}

/// Reads two to four scenarios.
///
/// # Errors
/// All problems found; paths start with the position of the scenario: `[1].segments[0]`.
pub fn read_all(input: &Input) -> Result<Vec<Scenario>, Problems> {
    let Input::List(entries) = input else { return Err(problem!(NotAList, "").into()) };
    if !(2..=4).contains(&entries.len()) {
        return Err(problem!(TooManyScenarios, "", count = entries.len() as u64).into());
    }
    let mut scenarios = Vec::new();
    let mut problems = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        match read(entry) {
            Ok(scenario) => scenarios.push(scenario),
            Err(found) => problems.extend(within(place, found)),
        }
    }
    Problems::unless_none(problems).map(|()| scenarios)
}

/// Puts the position of the scenario in front of the paths.
pub(crate) fn within(position: usize, problems: Problems) -> impl Iterator<Item = Problem> {
    problems.into_iter().map(move |problem| {
        let dot = if problem.path.is_empty() { "" } else { "." };
        let path = below(&place("[#]", &[position]), &below(dot, &problem.path));
        Problem { path, ..problem }
    })
}
