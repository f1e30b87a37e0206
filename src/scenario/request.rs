//! What is asked of the way back, and several scenarios at once.

use super::fields::Fields;
use super::fit::fit;
use super::shape::REQUEST;
use super::{BaseRule, Input, Scenario, read};
use crate::choices;
use crate::problem::{Problem, Problems, problem};
use crate::text::{below, place};

choices! {
    /// In which order segments are filled.
    pub enum Order {
        /// As they are named.
        Given = "given",
        /// First where one more person costs the budgets least.
        Cheapest = "cheapest",
    }
}

/// Which segments a ceiling is to fill, and in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Positions of the segments; `None`: those that follow a target or path, or else all.
    pub segments: Option<Vec<usize>>,
    /// In which order.
    pub order: Order,
    /// Whether a segment that does not say how many could be members may be filled beyond its planned heads.
    pub beyond_plan: bool,
}

impl Request {
    /// Makes a request of anything; `null` asks for the default.
    ///
    /// # Errors
    /// Every problem found.
    pub fn read(input: &Input, scenario: &Scenario) -> Result<Self, Problems> {
        if *input == Input::Null {
            return Ok(Self { segments: None, order: Order::Given, beyond_plan: false });
        }
        Problems::unless_none(fit(input, &REQUEST))?;
        let mut problems = Vec::new();
        let fields = Fields::of(input);
        let mut segments = Vec::new();
        for (index, entry) in fields.list("segments").iter().enumerate() {
            let Input::Text(id) = entry else { continue };
            let path = place("segments[#]", &[index]);
            match scenario.segments.iter().position(|segment| segment.id == id.trim()) {
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
        let order = fields.choice("order").unwrap_or(Order::Given);
        let beyond_plan = fields.truth("beyondPlan");
        Problems::unless_none(problems)?;
        Ok(Self { segments, order, beyond_plan })
    }
}

/// A contract is billed whole, whoever works on it.
fn is_contract(scenario: &Scenario, position: usize) -> bool {
    let segment = scenario.segments.get(position);
    segment.is_some_and(|segment| matches!(segment.base, Some(BaseRule::Contract(_))))
}

/// Makes two to four scenarios of anything.
///
/// # Errors
/// Every problem found; paths begin with the position of the scenario: `[1].segments[0]`.
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

/// Problems of one of several scenarios.
pub(crate) fn within(position: usize, problems: Problems) -> impl Iterator<Item = Problem> {
    problems.into_iter().map(move |problem| {
        let dot = if problem.path.is_empty() { "" } else { "." };
        let path = below(&place("[#]", &[position]), &below(dot, &problem.path));
        Problem { path, ..problem }
    })
}
