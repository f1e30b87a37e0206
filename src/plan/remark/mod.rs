//! Remarks on a result; one file for each subject.

mod doubt;
mod membership;
mod money;
mod people;
mod published;
mod region;
mod relief;
mod values;

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
    region::tell(&scenario.region, &mut notices);
    let mut known = doubt::Known::default();
    for outcome in outcomes {
        relief::tell(*outcome, &mut notices);
        membership::tell(*outcome, &mut notices);
        people::tell(*outcome, &mut notices);
        money::tell_segment(*outcome, &mut notices);
        doubt::tell_segment(*outcome, &mut known, &mut notices);
    }
    doubt::tell_amounts(scenario, &mut notices);
    money::tell_funds(scenario, outcomes, &mut notices);
    money::tell_ceilings(scenario, years, &mut notices);
    money::tell_order(scenario, &mut notices);
    for year in years {
        money::tell_year(scenario, year, &mut notices);
        people::tell_year(year, &mut notices);
    }
    values::tell(scenario, parameters, unused, &mut notices);
    notices.extend(values::age(outcomes, parameters));
    published::tell(published, &mut notices);
    notices
}
