//! Reads a scenario from an input and checks the rules between its fields.
//!
//! All problems are reported at once: a part that does not fit is left out, and the others are still checked.

mod check;
mod funds;
mod own_law;
mod published;
mod target;
mod unfit;
mod workers;

use super::fields::{Fields, whole};
use super::fit::{fit, value_of};
use super::shape::SCENARIO;
use super::{Input, Level, Period, Region, SCHEMA, Scenario};
use crate::money::Rounding;
use crate::people::People;
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
        && schema.fract() == 0.0
    {
        // A newer schema may mean anything, so its fields are not checked.
        let known = u64::from(SCHEMA);
        return Err(problem!(NewerSchema, "schema", schema = whole(*schema), known = known).into());
    }
    let problems = fit(input, &SCENARIO);
    let mut check = Check { unfit: Unfit::of(&problems), problems };
    let scenario = check.scenario(Fields::of(input));
    Problems::unless_none(check.problems).map(|()| scenario)
}

impl Check {
    fn scenario(&mut self, fields: Fields<'_>) -> Scenario {
        let region = fields.object("region");
        let region = Region {
            name: region.text("name"),
            level: region.choice("level").unwrap_or(Level::Regency),
            code: region.text_if("code"),
            population: region.whole_if("population").map(People::new),
        };
        let period = fields.object("period");
        let months = u16::try_from(period.whole("months")).unwrap_or(1);
        let period = Period { first_month: period.month("firstMonth"), months };
        let context = Context {
            plan: self.fits("period").then(|| period.span()),
            funds: self.fund_ids(fields),
            will_not_pay: fields
                .list("funds")
                .iter()
                .map(|fund| Fields::of(fund).truth("willNotPay"))
                .collect(),
            has_target: fields.has("target"),
        };
        let workforce = self.workforce(fields, &context);
        let segments = self.segments(fields, &context);
        let target = self.target(fields);
        let other_targets = self.other_targets(fields);
        self.quotas(fields, &segments, target.as_ref());
        let is_target = context.has_target || !fields.list("otherTargets").is_empty();
        if is_target && !fields.has("workforce") {
            self.note(problem!(TargetWithoutWorkforce, "workforce"));
        }
        let funds = self.funds(fields, &context);
        let reliefs = self.reliefs(fields);
        let permissions = self.permissions(fields);
        let overrides = self.overrides(fields);
        let assumptions = self.assumptions(fields);
        let published = self.published(fields, &segments);
        let scenario = Scenario {
            schema: SCHEMA,
            name: fields.text_if("name"),
            note: fields.text_if("note"),
            region,
            period,
            rounding: fields.choice("rounding").unwrap_or(Rounding::Nearest),
            workforce,
            segments,
            target,
            other_targets,
            funds,
            reliefs,
            permissions,
            overrides,
            assumptions,
            law_date: fields.text_if("lawDate"),
            stage: self.stage(fields, &context),
            totals: funds::totals(fields),
            published,
            evidence: fields.evidence(),
        };
        self.lapses(&scenario);
        scenario
    }
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
