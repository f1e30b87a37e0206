//! Statutory values that are not verified, replaced by the planner, or carried beyond what is known.

use crate::choices::Choice as _;
use crate::law::{Key, Law, Origin, Status, Value};
use crate::plan::projection::ParameterUsed;
use crate::problem::{Notice, Param, problem};
use crate::scenario::{Override, Scenario};
use crate::text::place;

pub(super) fn tell(
    scenario: &Scenario,
    parameters: &[ParameterUsed<'_>],
    unused: &[Notice],
    notices: &mut Vec<Notice>,
) {
    for (position, replacement) in scenario.overrides.iter().enumerate() {
        let path = place("overrides[#]", &[position]);
        if !unused.iter().any(|notice| notice.path == path) {
            notices.push(replaced(scenario, replacement, &path));
        }
    }
    for parameter in parameters {
        let (title, key) = (parameter.title, parameter.key);
        let (from, to) = (parameter.from, parameter.to);
        match parameter.origin {
            Origin::Beyond { assumption, .. } => {
                let Some(assumed) = scenario.assumptions.get(assumption) else { continue };
                notices.push(problem!(
                    "valueExtrapolated",
                    place("assumptions[#]", &[assumption]),
                    title = title,
                    parameter = key,
                    from = from,
                    to = to,
                    rupiah = number(parameter.value),
                    percent = assumed.growth.rate(),
                    note = assumed.note.as_str(),
                ));
            }
            Origin::Law(_) if parameter.status == Status::Assumed.name() => {
                notices.push(problem!(
                    "valueAssumed",
                    "",
                    title = title,
                    parameter = key,
                    from = from,
                    to = to
                ));
            }
            Origin::Law(_) | Origin::Override(_) => {}
        }
    }
}

/// A replacement, beside what the law says in its first month within the plan.
fn replaced(scenario: &Scenario, replacement: &Override, path: &str) -> Notice {
    let Override { key, note, .. } = replacement;
    let month = replacement.from.max(scenario.period.first_month);
    let law = Law::of(scenario);
    let statutory = law.in_force(*key, month).filter(|(value, _)| value.rows().is_none());
    match statutory.and_then(|(value, origin)| Some((value, law.cite(*key, origin)?))) {
        Some((value, cited)) if value != replacement.value.value() => problem!(
            "notStatutory",
            path,
            title = key.title(),
            parameter = key.name(),
            own = number(replacement.value.value()),
            statutory = number(value),
            unit = key.unit().name(),
            instrument = cited.instrument,
            note = note.as_str(),
        ),
        _ => plainly(*key, note, path),
    }
}

fn plainly(key: Key, note: &str, path: &str) -> Notice {
    problem!("valueReplaced", path, title = key.title(), parameter = key.name(), note = note)
}

fn number(value: Value<'_>) -> Param {
    match value {
        Value::Percent(rate) => rate.into(),
        Value::Rupiah(base) => base.into(),
        Value::Months(months) => months.into(),
        Value::Table(_) => "".into(),
    }
}
