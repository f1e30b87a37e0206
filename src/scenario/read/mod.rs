//! Reads a scenario from an input and checks the rules between its fields.
//!
//! All problems are reported at once: what does not fit reads as `None`, and the other parts are still checked. A part is
//! built from all its fields, and a scenario from all its parts, or not at all: no value stands in the place of one that
//! could not be read.

mod check;
mod funds;
mod own_law;
mod published;
mod target;
mod unfit;
mod villages;
mod workers;

use super::fields::{Fields, unread, whole};
use super::shape::SCENARIO;
use super::shape_check::{fit, value_of};
use super::{Input, Period, Region, SCHEMA, Scenario};
use crate::money::Rounding;
use crate::problem::{Problems, problem};
use check::{Check, Context};
use unfit::Unfit;

/// Reads a scenario from any data.
///
/// # Errors
/// All problems found: those of the shape first, then those between fields.
///
/// ```
/// use cakupan::{code::Code, scenario::{Input, read}};
/// let problems = read(&Input::Text("a letter".into())).unwrap_err();
/// assert_eq!(problems[0].code, Code::NotAnObject);
/// ```
pub fn read(input: &Input) -> Result<Scenario, Problems> {
    if let Input::Object(entries) = input
        && let Input::Number(schema) = value_of(entries, "schema")
        && (f64::from(SCHEMA) + 1.0..1e6).contains(schema)
        && let Some(schema) = whole(*schema)
    {
        // A newer schema may mean anything, so its fields are not checked.
        let known = u64::from(SCHEMA);
        return Err(problem!(NewerSchema, "schema", schema = schema, known = known).into());
    }
    let problems = fit(input, &SCENARIO);
    let mut check = Check { unfit: Unfit::of(&problems), problems, wages: None };
    check.wages = check.brought(Fields::of(input));
    let scenario = check.scenario(Fields::of(input));
    Problems::unless_none(check.problems)?;
    // A part that cannot be read was reported; that it was not is a fault of the check.
    Ok(scenario.ok_or_else(unread)?)
}

/// Reads law packs without a scenario.
///
/// # Errors
/// All problems found, with their paths in a scenario: `lawPacks[0].values[3].value`.
#[cfg(feature = "cli")]
pub fn read_packs(packs: &[Input]) -> Result<Vec<crate::law::Pack>, Problems> {
    let input = Input::Object(vec![("lawPacks".into(), Input::List(packs.to_vec()))]);
    let problems = fit(&input, &super::shape::LAW_PACKS);
    let mut check = Check { unfit: Unfit::of(&problems), problems, wages: None };
    check.wages = check.brought(Fields::of(&input));
    let packs = check.law_packs(Fields::of(&input));
    Problems::unless_none(check.problems)?;
    Ok(packs.ok_or_else(unread)?)
}

impl Check {
    /// `None` where a part could not be read. What can be checked is checked before anything is built.
    fn scenario(&mut self, fields: Fields<'_>) -> Option<Scenario> {
        let period = period(fields.object("period"));
        let mut context = Context {
            plan: period.filter(|_| self.fits("period")).map(Period::span),
            funds: self.ids(fields, "funds"),
            will_not_pay: fields.list("funds").iter().map(will_not_pay).collect(),
            segments: self.ids(fields, "segments"),
            has_target: fields.has("target"),
            villages: None,
        };
        context.villages = self.villages(fields, &context);
        let workforce = self.workforce(fields, &context);
        let segments = self.segments(fields, &context);
        let target = self.target(fields);
        let other_targets = self.other_targets(fields);
        self.quotas(fields);
        let is_target = context.has_target || !fields.list("otherTargets").is_empty();
        if is_target && !fields.has("workforce") {
            self.note(problem!(TargetWithoutWorkforce, "workforce"));
        }
        let funds = self.funds(fields, &context);
        let reliefs = self.reliefs(fields);
        let permissions = self.permissions(fields);
        let law_packs = self.law_packs(fields);
        let overrides = self.overrides(fields);
        let assumptions = self.assumptions(fields);
        let published = self.published(fields, &context);
        let stage = self.stage(fields, &context);
        let scenario = Scenario {
            schema: SCHEMA,
            name: fields.may("name")?,
            note: fields.may("note")?,
            region: region(fields.object("region"))?,
            period: period?,
            rounding: fields.or("rounding", Rounding::Nearest)?,
            workforce: workforce?,
            segments: segments?,
            villages: context.villages?,
            target: target?,
            other_targets: other_targets?,
            funds: funds?,
            reliefs: reliefs?,
            permissions: permissions?,
            law_packs: law_packs?,
            overrides: overrides?,
            assumptions: assumptions?,
            law_date: fields.may("lawDate")?,
            stage: stage?,
            totals: funds::totals(fields)?,
            published: published?,
            evidence: fields.evidence()?,
        };
        self.lapses(&scenario);
        Some(scenario)
    }
}

fn region(fields: Fields<'_>) -> Option<Region> {
    Some(Region {
        name: fields.need("name")?,
        level: fields.need("level")?,
        code: fields.may("code")?,
        population: fields.may("population")?,
    })
}

fn period(fields: Fields<'_>) -> Option<Period> {
    Some(Period { first_month: fields.need("firstMonth")?, months: fields.need("months")? })
}

/// Whether the planner states that a fund will not pay.
fn will_not_pay(fund: &Input) -> bool {
    Fields::of(fund).need("willNotPay") == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::Code;

    #[test]
    fn the_key_that_was_meant_is_named() {
        let input = Input::Object(vec![("segmnets".into(), Input::Null)]);
        let problems = read(&input).unwrap_err();
        let unknown = problems.iter().find(|problem| problem.code == Code::UnknownKey).unwrap();
        assert_eq!(unknown.path, "segmnets");
        assert!(format!("{:?}", unknown.params).contains("\"segments\""));
    }
}
