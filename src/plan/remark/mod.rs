//! Remarks on a result; one file for each subject.

mod doubt;
mod membership;
mod money;
mod people;
mod published;
mod region;
mod relief;
mod values;
mod villages;

pub(crate) use membership::billed;
pub(super) use money::holds;

use super::outcome::Outcome;
use super::result::Published;
use super::result::{ParameterUsed, Year};
use crate::problem::{Notice, notice};
use crate::scenario::Scenario;

/// All remarks, in the order of segments, funds, years and values.
pub(super) fn notices(
    scenario: &Scenario,
    outcomes: &[Outcome<'_>],
    years: &[Year<'_>],
    parameters: &[ParameterUsed<'_>],
    unused: &[Notice],
    published: &[Published<'_>],
) -> Vec<Notice> {
    let mut notices = Vec::new();
    if let Some(date) = &scenario.law_date {
        notices.push(notice!(LawAsOf, "lawDate", date = date.as_str()));
    }
    region::remarks(&scenario.region, &mut notices);
    let mut known = doubt::Known::default();
    for outcome in outcomes {
        relief::remarks(*outcome, &mut notices);
        membership::remarks(*outcome, &mut notices);
        people::remarks(*outcome, &mut notices);
        money::segment_remarks(*outcome, &mut notices);
        doubt::segment_remarks(*outcome, &mut known, &mut notices);
    }
    doubt::amount_remarks(scenario, &mut notices);
    money::fund_remarks(scenario, outcomes, &mut notices);
    money::ceiling_remarks(scenario, years, &mut notices);
    money::order_remarks(scenario, &mut notices);
    for year in years {
        money::year_remarks(scenario, year, &mut notices);
        people::year_remarks(year, &mut notices);
    }
    villages::remarks(scenario, &mut notices);
    values::remarks(scenario, parameters, unused, &mut notices);
    notices.extend(values::age(outcomes, parameters));
    published::remarks(published, &mut notices);
    notices
}
