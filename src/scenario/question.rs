//! Which figure of a projection is to be explained.

use super::reader::{At, Path, Reader};
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
    /// Makes a question about a scenario of anything.
    ///
    /// # Errors
    /// Every problem found.
    pub fn read(input: &Input, scenario: &Scenario) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader::default();
        match read_question(&mut reader, At { input, path: Path::Root }, scenario) {
            Some(question) if reader.problems.is_empty() => Ok(question),
            _ => Err(reader.problems),
        }
    }
}

fn read_question(r: &mut Reader, at: At<'_>, scenario: &Scenario) -> Option<Question> {
    if *at.input == Input::Null {
        return Some(Question::default());
    }
    let fields = r.object(&at, &["year", "segment", "programme", "fund"])?;
    let plan = scenario.period.span();
    let year = r.optional(fields.at("year"), |r, at| {
        let year = r.whole(at, 0, u64::from(u16::MAX))?;
        let (first, last) = (plan.from.year(), plan.to.year());
        let known = u16::try_from(year).ok().filter(|year| (first..=last).contains(year));
        if known.is_none() {
            r.note(problem!(
                "yearOutsidePlan",
                at.path,
                first = first.to_string(),
                last = last.to_string()
            ));
        }
        known
    });
    let segment = r.optional(fields.at("segment"), |r, at| {
        let id = r.text(at, 200)?;
        let position = scenario.segments.iter().position(|segment| segment.id == id);
        if position.is_none() {
            r.note(problem!("unknownSegment", at.path, value = id));
        }
        position
    });
    let programme = r.optional(fields.at("programme"), Reader::choice);
    let fund = r.optional(fields.at("fund"), |r, at| {
        let id = r.text(at, 200)?;
        let position = scenario.funds.iter().position(|fund| fund.id == id);
        if position.is_none() {
            r.note(problem!("unknownFund", at.path, value = id));
        }
        position
    });
    Some(Question { year: year?, segment: segment?, programme: programme?, fund: fund? })
}
