//! Remarks on statutory values that are not verified, replaced, or grown by assumption.

use super::doubt;
use crate::choices::Choice as _;
use crate::law::{Key, Law, Origin, Status, VERSION, Value};
use crate::month::Month;
use crate::plan::outcome::Outcome;
use crate::plan::result::ParameterUsed;
use crate::problem::{Notice, Param, notice};
use crate::scenario::{Override, Scenario};
use crate::text::place;

pub(super) fn remarks(
    scenario: &Scenario,
    parameters: &[ParameterUsed<'_>],
    unused: &[Notice],
    notices: &mut Vec<Notice>,
) {
    for (position, replacement) in scenario.overrides.iter().enumerate() {
        let path = place("overrides[#]", &[position]);
        if !unused.iter().any(|notice| notice.path == path) {
            notices.push(replaced(scenario, replacement, &path));
            notices.extend(doubt::replacement_remarks(scenario, replacement, position));
        }
    }
    for parameter in parameters {
        let (title, key) = (parameter.title, parameter.key);
        let (from, to) = (parameter.from, parameter.to);
        match parameter.origin {
            Origin::Beyond { assumption, .. } => {
                let Some(assumed) = scenario.assumptions.get(assumption) else { continue };
                notices.push(notice!(
                    ValueExtrapolated,
                    place("assumptions[#]", &[assumption]),
                    title = title,
                    parameter = key.name(),
                    from = from,
                    to = to,
                    rupiah = number(parameter.value),
                    percent = assumed.growth.rate(),
                    note = assumed.note.as_str(),
                ));
            }
            Origin::Law(_) | Origin::Pack(..) if parameter.status == Status::Assumed.name() => {
                notices.push(notice!(
                    ValueAssumed,
                    "",
                    title = title,
                    parameter = key.name(),
                    from = from,
                    to = to
                ));
            }
            Origin::Law(_) | Origin::Pack(..) | Origin::Override(_) => {}
        }
    }
}

/// Values that are used more than ten years after they were last checked, with the first such month.
pub(super) fn age(outcomes: &[Outcome<'_>], parameters: &[ParameterUsed<'_>]) -> Option<Notice> {
    const YEARS: u16 = 10;
    let checked = Month::parse(VERSION.get(..7)?)?;
    let last = checked.plus(YEARS.saturating_mul(12));
    let statutory = |used: &ParameterUsed<'_>| matches!(used.origin, Origin::Law(_));
    if !parameters.iter().any(|used| statutory(used) && used.to > last) {
        return None;
    }
    let billed = |outcome: &Outcome<'_>| {
        outcome.billed().map(|(month, _)| month).find(|month| *month > last)
    };
    let month = outcomes.iter().filter_map(billed).min()?;
    Some(notice!(
        LawOld,
        "period.months",
        month = month,
        checked = checked,
        years = u64::from(YEARS)
    ))
}

/// An override, beside the statutory value of its first month in the plan.
fn replaced(scenario: &Scenario, replacement: &Override, path: &str) -> Notice {
    let Override { key, note, .. } = replacement;
    let month = replacement.from.max(scenario.period.first_month);
    let law = scenario.law();
    let statutory = law.statutory(*key, month).filter(|(value, _)| value.rows().is_none());
    match statutory.and_then(|(value, origin)| Some((value, law.cite(*key, origin)?))) {
        Some((value, cited)) if value != replacement.value.value() => notice!(
            NotStatutory,
            path,
            title = law.title(key),
            parameter = key.name(),
            own = number(replacement.value.value()),
            statutory = number(value),
            unit = key.unit().name(),
            instrument = cited.instrument,
            note = note.as_str(),
        ),
        _ => plainly(law, *key, note, path),
    }
}

fn plainly(law: Law<'_>, key: Key, note: &str, path: &str) -> Notice {
    notice!(ValueReplaced, path, title = law.title(&key), parameter = key.name(), note = note)
}

fn number(value: Value<'_>) -> Param {
    match value {
        Value::Percent(rate) => rate.into(),
        Value::Rupiah(base) => base.into(),
        Value::Months(months) => months.into(),
        Value::Table(_) => "".into(),
    }
}
