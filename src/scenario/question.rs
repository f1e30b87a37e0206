//! A question to [`explain`](crate::ask::explain): which figure of a projection.

use super::fields::{Fields, unread};
use super::shape::QUESTION;
use super::shape_check::fit;
use super::{Input, Programme, Scenario};
use crate::choices;
use crate::month::Month;
use crate::problem::{Problems, problem};
use crate::text::digits;

choices! {
    /// Figure that is explained.
    pub enum Measure {
        /// Rupiah billed.
        Rupiah = "rupiah",
        /// Heads summed over months.
        PersonMonths = "personMonths",
        /// Heads billed in one month.
        Heads = "heads",
        /// Members in one month.
        Members = "members",
        /// Coverage in one month, in percent.
        Coverage = "coverage",
        /// Members short of the target in one month.
        Gap = "gap",
        /// Eligible workers who are not members, in one month.
        GapToAll = "gapToAll",
        /// Unspent part of a ceiling.
        Left = "left",
        /// Part of the bills that exceeds a ceiling.
        Short = "short",
    }
}

/// A figure of a projection. It is summed over every dimension that is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Kind of figure.
    pub measure: Measure,
    /// Budget year; `None`: the whole plan.
    pub year: Option<u16>,
    /// Month; `None`: every month of the year or plan.
    pub month: Option<Month>,
    /// Position of the segment.
    pub segment: Option<usize>,
    /// Programme.
    pub programme: Option<Programme>,
    /// Position of the fund.
    pub fund: Option<usize>,
    /// Kode rekening.
    pub account: Option<String>,
    /// Whether to leave out parts that change nothing.
    pub brief: bool,
}

impl Default for Question {
    /// Rupiah of the whole plan.
    fn default() -> Self {
        Self {
            measure: Measure::Rupiah,
            year: None,
            month: None,
            segment: None,
            programme: None,
            fund: None,
            account: None,
            brief: false,
        }
    }
}

impl Question {
    /// Reads a question about a scenario; `null` asks for the rupiah of the whole plan.
    ///
    /// # Errors
    /// All problems found.
    pub fn read(input: &Input, scenario: &Scenario) -> Result<Self, Problems> {
        if *input == Input::Null {
            return Ok(Self::default());
        }
        Problems::unless_none(fit(input, &QUESTION))?;
        let fields = Fields::of(input);
        let mut problems = Vec::new();
        let plan = scenario.period.span();
        let (first, last) = (plan.from.year(), plan.to.year());
        let year: Option<u16> = fields.may("year").ok_or_else(unread)?;
        if year.is_some_and(|year| !(first..=last).contains(&year)) {
            let (first, last) = (digits(first), digits(last));
            problems.push(problem!(YearOutsidePlan, "year", first = first, last = last));
        }
        let month: Option<Month> = fields.may("month").ok_or_else(unread)?;
        let of_year = |month: Month| year.is_none_or(|year| month.year() == year);
        if month.is_some_and(|month| !plan.contains(month) || !of_year(month)) {
            problems.push(problem!(MonthOutsidePlan, "month", from = plan.from, to = plan.to));
        }
        let named = |key: &str, ids: Vec<&str>| {
            fields.need(key).map(|id: String| ids.iter().position(|other| *other == id).ok_or(id))
        };
        let ids = scenario.segments.iter().map(|segment| segment.id.as_str());
        let segment = named("segment", ids.collect());
        let ids = scenario.funds.iter().map(|fund| fund.id.as_str());
        let fund = named("fund", ids.collect());
        if let Some(Err(id)) = &segment {
            problems.push(problem!(UnknownSegment, "segment", value = id.as_str()));
        }
        if let Some(Err(id)) = &fund {
            problems.push(problem!(UnknownFund, "fund", value = id.as_str()));
        }
        let account: Option<String> = fields.may("account").ok_or_else(unread)?;
        let mut accounts = scenario.funds.iter().flat_map(|fund| &fund.accounts);
        if let Some(code) =
            account.as_ref().filter(|code| !accounts.any(|known| known.code == **code))
        {
            problems.push(problem!(UnknownAccount, "account", value = code.as_str()));
        }
        let measure = fields.or("measure", Measure::Rupiah).ok_or_else(unread)?;
        if matches!(measure, Measure::Left | Measure::Short) {
            for (key, missing) in [("fund", fund.is_none()), ("year", year.is_none())] {
                if missing {
                    problems.push(problem!(QuestionIncomplete, key));
                }
            }
        }
        let (segment, fund) = (segment.and_then(Result::ok), fund.and_then(Result::ok));
        let programme = fields.may("programme").ok_or_else(unread)?;
        let brief = fields.or("brief", false).ok_or_else(unread)?;
        let question = Self { measure, year, month, segment, programme, fund, account, brief };
        Problems::unless_none(problems).map(|()| question)
    }
}
