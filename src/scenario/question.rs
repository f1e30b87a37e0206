//! Which figure of a projection is to be explained.

use super::fields::Fields;
use super::fit::fit;
use super::shape::QUESTION;
use super::{Input, Programme, Scenario};
use crate::problem::{Problem, problem};

/// A figure: a year, segment, programme and fund; what is left out is summed over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Which budget year; `None`: the whole plan.
    pub year: Option<u16>,
    /// Position of the segment.
    pub segment: Option<usize>,
    /// The programme.
    pub programme: Option<Programme>,
    /// Position of the fund.
    pub fund: Option<usize>,
}

impl Question {
    /// Makes a question about a scenario of anything; `null` asks for the whole plan.
    ///
    /// # Errors
    /// Every problem found.
    pub fn read(input: &Input, scenario: &Scenario) -> Result<Self, Vec<Problem>> {
        if *input == Input::Null {
            return Ok(Self::default());
        }
        let mut problems = fit(input, &QUESTION);
        let fields = Fields::of(input);
        if !problems.is_empty() {
            return Err(problems);
        }
        let plan = scenario.period.span();
        let (first, last) = (plan.from.year(), plan.to.year());
        let year = fields.whole_if("year").and_then(|year| u16::try_from(year).ok());
        if year.is_some_and(|year| !(first..=last).contains(&year)) {
            problems.push(problem!(
                "yearOutsidePlan",
                "year",
                first = first.to_string(),
                last = last.to_string()
            ));
        }
        let segment = fields.text_if("segment");
        let fund = fields.text_if("fund");
        let question = Self {
            year,
            segment: segment
                .as_ref()
                .and_then(|id| scenario.segments.iter().position(|other| other.id == *id)),
            programme: fields.choice("programme"),
            fund: fund
                .as_ref()
                .and_then(|id| scenario.funds.iter().position(|other| other.id == *id)),
        };
        if let (Some(id), None) = (segment, question.segment) {
            problems.push(problem!("unknownSegment", "segment", value = id));
        }
        if let (Some(id), None) = (fund, question.fund) {
            problems.push(problem!("unknownFund", "fund", value = id));
        }
        if problems.is_empty() { Ok(question) } else { Err(problems) }
    }
}
