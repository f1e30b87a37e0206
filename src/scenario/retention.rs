//! A request to [`retention`](fn@crate::ask::retention).

use super::fields::{Fields, Read as _, unread};
use super::shape::RETENTION_REQUEST;
use super::shape_check::fit;
use super::{Input, Scenario, WorkerClass};
use crate::choices;
use crate::choices::Choice as _;
use crate::money::Rate;
use crate::problem::{Problems, problem};
use crate::text::{below, place};

choices! {
    /// Why a member goes after the budget has stopped.
    pub enum ExitCause {
        /// Age limit.
        Age = "age",
        /// Death.
        Death = "death",
        /// No longer poor: able to pay, or employed.
        AbleToPay = "ableToPay",
        /// Another decree names other people.
        Decree = "decree",
        /// Contributions are no longer paid.
        Lapse = "lapse",
    }
}

/// What happens after the budget stops, by the planner's assumptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionRequest {
    /// Positions of the segments, all BPU.
    pub segments: Vec<usize>,
    /// Months to look ahead, 1 to 360.
    pub months: u16,
    /// Share of the members who go on by themselves.
    pub stay: Rate,
    /// Share of the others who join again.
    pub rejoin: Rate,
    /// Months after the last bill in which they join again.
    pub rejoin_after: u16,
    /// Members who go.
    pub exits: Vec<Exit>,
}

/// Members who go for one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exit {
    /// Why.
    pub cause: ExitCause,
    /// Of the members in a year.
    pub percent_a_year: Rate,
    /// How many of them are replaced in the month after.
    pub replaced: Rate,
}

impl RetentionRequest {
    /// Reads a request about a scenario.
    ///
    /// # Errors
    /// All problems found.
    pub fn read(input: &Input, scenario: &Scenario) -> Result<Self, Problems> {
        Problems::unless_none(fit(input, &RETENTION_REQUEST))?;
        let fields = Fields::of(input);
        let mut problems = Vec::new();
        let mut segments = Vec::new();
        for (index, entry) in fields.list("segments").iter().enumerate() {
            let id = String::read(entry).ok_or_else(unread)?;
            let path = place("segments[#]", &[index]);
            let position = scenario.segments.iter().position(|segment| segment.id == id);
            let class = position.and_then(|at| scenario.segments.get(at)).map(|one| one.class);
            match position.zip(class) {
                None => problems.push(problem!(UnknownSegment, path, value = id.as_str())),
                Some((position, _)) if segments.contains(&position) => {
                    problems.push(problem!(Duplicate, path, value = id.as_str()));
                }
                // Wage earners leave with their employer, construction workers with the project.
                Some((_, WorkerClass::Pu | WorkerClass::Construction)) => {
                    problems.push(problem!(OnlyForClass, path, class = WorkerClass::Bpu.name()));
                }
                Some((position, WorkerClass::Bpu)) => segments.push(position),
            }
        }
        if !fields.has("segments") {
            let all = scenario.segments.iter().enumerate();
            let bpu = all.filter(|(_, segment)| segment.class == WorkerClass::Bpu);
            segments.extend(bpu.map(|(position, _)| position));
        }
        let mut exits: Vec<Exit> = Vec::new();
        for (index, entry) in fields.list("exits").iter().enumerate() {
            let exit = exit(Fields::of(entry)).ok_or_else(unread)?;
            if exits.iter().any(|other| other.cause == exit.cause) {
                let path = below(&place("exits[#]", &[index]), ".cause");
                problems.push(problem!(Duplicate, path, value = exit.cause.name()));
            }
            exits.push(exit);
        }
        Problems::unless_none(problems)?;
        let none = Rate::from_millionths(0);
        Ok(Self {
            segments,
            months: fields.need("months").ok_or_else(unread)?,
            stay: fields.need("stayPercent").ok_or_else(unread)?,
            rejoin: fields.or("rejoinPercent", none).ok_or_else(unread)?,
            rejoin_after: fields.or("rejoinAfterMonths", 12).ok_or_else(unread)?,
            exits,
        })
    }
}

fn exit(fields: Fields<'_>) -> Option<Exit> {
    Some(Exit {
        cause: fields.need("cause")?,
        percent_a_year: fields.need("percentAYear")?,
        replaced: fields.or("replacedPercent", Rate::from_millionths(0))?,
    })
}
