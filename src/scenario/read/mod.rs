//! Reads a scenario from an input and checks the rules between its fields.
//!
//! All problems are reported at once: a part that does not fit is left out, and the others are still checked.

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
use crate::month::{Month, Span};
use crate::people::People;
use crate::problem::{Problem, problem};
use crate::text::{below, place};
use unfit::Unfit;

/// Reads a scenario from any data.
///
/// # Errors
/// All problems found: those of the shape first, then those between fields.
///
/// ```
/// use cakupan::scenario::{Input, read};
/// let problems = read(&Input::Text("a letter".into())).unwrap_err();
/// assert_eq!(problems[0].code, "notAnObject");
/// ```
pub fn read(input: &Input) -> Result<Scenario, Vec<Problem>> {
    if let Input::Object(entries) = input
        && let Input::Number(schema) = value_of(entries, "schema")
        && (f64::from(SCHEMA) + 1.0..1e6).contains(schema)
        && schema.fract() == 0.0
    {
        // A newer schema may mean anything, so its fields are not checked.
        let known = u64::from(SCHEMA);
        return Err(vec![problem!(
            "newerSchema",
            "schema",
            schema = whole(*schema),
            known = known
        )]);
    }
    let problems = fit(input, &SCENARIO);
    let mut check = Check { unfit: Unfit::of(&problems), problems };
    let scenario = check.scenario(Fields::of(input));
    if check.problems.is_empty() { Ok(scenario) } else { Err(check.problems) }
}

/// What parts of a scenario are checked against, as far as it could be read.
struct Context {
    plan: Option<Span>,
    /// Ids of the funds; `None` where one of them could not be read, so that the list is not complete.
    funds: Option<Vec<String>>,
    /// By fund: whether the planner states that it will not pay.
    will_not_pay: Vec<bool>,
    has_target: bool,
}

/// Problems found so far.
struct Check {
    problems: Vec<Problem>,
    /// Places that do not fit their shape.
    unfit: Unfit,
}

impl Check {
    fn note(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn is_open(&self, path: &str) -> bool {
        self.unfit.is_open(path)
    }

    fn fits(&self, path: &str) -> bool {
        self.unfit.fits(path)
    }

    /// Whether a field of the object at `path` fits its shape.
    fn fits_at(&self, path: &str, key: &str) -> bool {
        self.unfit.is_empty() || self.fits(&below(&below(path, "."), key))
    }

    /// Whether a field fits its shape in every entry of a list.
    fn fits_in_all(&self, fields: Fields<'_>, key: &str, path: &str, field: &str) -> bool {
        let entry = |index| below(path, &place("[#]", &[index]));
        self.unfit.is_empty()
            || (self.is_open(path)
                && (0..fields.list(key).len()).all(|index| self.fits_at(&entry(index), field)))
    }

    /// Entries of a list whose own shape was checked, with their paths.
    fn entries<'a>(&self, fields: Fields<'a>, key: &str, path: &str) -> Vec<(Fields<'a>, String)> {
        let place = |(index, input)| (Fields::of(input), below(path, &place("[#]", &[index])));
        let all = fields.list(key).iter().enumerate().map(place);
        all.filter(|(_, path)| self.is_open(path)).collect()
    }

    /// Entries that fit their shape with all their fields.
    fn fitting<'a>(&self, fields: Fields<'a>, key: &str, path: &str) -> Vec<(Fields<'a>, String)> {
        let mut entries = self.entries(fields, key, path);
        entries.retain(|(_, path)| self.fits(path));
        entries
    }

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
            self.note(problem!("targetWithoutWorkforce", "workforce"));
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

    /// Months must rise from entry to entry.
    fn rising(&mut self, path: &str, months: impl Iterator<Item = Month>) {
        if !self.fits(path) {
            return;
        }
        let mut before = None;
        for (index, month) in months.enumerate() {
            if before.is_some_and(|before| month <= before) {
                self.note(problem!("outOfOrder", below(path, &place("[#]", &[index]))));
            }
            before = Some(month);
        }
    }

    /// Ids must be unique within a list.
    fn unique_ids(&mut self, fields: Fields<'_>, key: &str) {
        if !self.is_open(key) {
            return;
        }
        let mut seen = Vec::new();
        for (index, entry) in fields.list(key).iter().enumerate() {
            let id = Fields::of(entry).text("id");
            if !id.is_empty() && seen.contains(&id) {
                let path = below(key, &place("[#].id", &[index]));
                self.problems.push(problem!("duplicate", path, value = id.as_str()));
            }
            seen.push(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_that_was_meant_is_named() {
        let input = Input::Object(vec![("segmnets".into(), Input::Null)]);
        let problems = read(&input).unwrap_err();
        let unknown = problems.iter().find(|problem| problem.code == "unknownKey").unwrap();
        assert_eq!(unknown.path, "segmnets");
        assert!(format!("{:?}", unknown.params).contains("\"segments\""));
    }
}
