//! Puts a value that was changed in a workbook into the scenario, by its path.
//!
//! A path is the place in the scenario, or one of four that a scenario says otherwise: a month that is billed
//! (`segments[0].billed:2026-03`), the ceiling of a year (`funds[0].ceilings:2026`), the people of a segment in a village
//! (`villages[0].counts:rentan`), a statutory value from its first month on (`jkm.bpu:2015-07`, of a law pack
//! `lawPacks[0].values[2]:2027-01`; of a table with its row and `:from`).

use super::change::Held;
use crate::law::{Key, Law, Origin, Row, Value};
use crate::month::Month;
use crate::scenario::Input;
use crate::text::{digits, place};

/// Puts a value in its place; answers with the path of what was written, `None` where there is no such place.
/// `law`: that of the scenario before its changes.
pub(super) fn take(scenario: &mut Input, law: Law<'_>, path: &str, value: &Held) -> Option<String> {
    match path.split_once(':') {
        None => {
            set(scenario, &steps(path), value.clone().into())?;
            Some(path.into())
        }
        Some((list, month)) if list.ends_with(".billed") => {
            let month = Month::parse(month)?;
            let is_billed = value == &Held::Number(1.0);
            (is_billed || value == &Held::Number(0.0))
                .then(|| billed(scenario, list, month, is_billed))?
        }
        Some((list, year)) if list.ends_with(".ceilings") => ceiling(scenario, list, year, value),
        Some((list, segment)) if list.ends_with(".counts") => {
            people(scenario, list, segment, value)
        }
        Some((key, rest)) => of_law(scenario, law, key, rest, value),
    }
}

/// `segments[0].name` → `segments`, `0`, `name`.
fn steps(path: &str) -> Vec<&str> {
    path.split(['.', '[', ']']).filter(|step| !step.is_empty()).collect()
}

fn field<'i>(entries: &'i [(String, Input)], key: &str) -> Option<&'i Input> {
    entries.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
}

fn field_mut<'i>(entries: &'i mut [(String, Input)], key: &str) -> Option<&'i mut Input> {
    entries.iter_mut().rev().find(|(name, _)| name == key).map(|(_, value)| value)
}

fn object(input: &Input) -> &[(String, Input)] {
    if let Input::Object(entries) = input { entries } else { &[] }
}

fn at<'i>(input: &'i Input, path: &str) -> Option<&'i Input> {
    steps(path).into_iter().try_fold(input, |node, step| {
        if let Input::List(items) = node {
            return items.get(step.parse::<usize>().ok()?);
        }
        field(object(node), step)
    })
}

/// Sets what stands at a path. A source that is named for what changes is marked: it speaks for another value.
fn set(node: &mut Input, steps: &[&str], value: Input) -> Option<()> {
    let [step, rest @ ..] = steps else {
        *node = value;
        return Some(());
    };
    if let Input::List(items) = node {
        return set(items.get_mut(step.parse::<usize>().ok()?)?, rest, value);
    }
    let Input::Object(entries) = node else { return None };
    if let Some(Input::Object(evidence)) = field_mut(entries, "evidence")
        && let Some(Input::Object(source)) = field_mut(evidence, step)
    {
        put(source, "changed", Input::Bool(true));
    }
    match field_mut(entries, step) {
        Some(below) => set(below, rest, value),
        None if rest.is_empty() => {
            entries.push(((*step).into(), value));
            Some(())
        }
        None => None,
    }
}

fn put(entries: &mut Vec<(String, Input)>, key: &str, value: Input) {
    match field_mut(entries, key) {
        Some(place) => *place = value,
        None => entries.push((key.into(), value)),
    }
}

fn month(entries: &[(String, Input)], key: &str) -> Option<Month> {
    if let Input::Text(text) = field(entries, key)? { Month::parse(text) } else { None }
}

fn whole(input: &Input) -> Option<u64> {
    if let Input::Number(number) = input { format!("{number}").parse().ok() } else { None }
}

/// Bills a month, or bills it no more: the spans are written anew over the months of the plan.
fn billed(scenario: &mut Input, list: &str, changed: Month, is_billed: bool) -> Option<String> {
    let period = object(at(scenario, "period")?);
    let first = month(period, "firstMonth")?;
    let months = u16::try_from(whole(field(period, "months")?)?).ok()?;
    // Without a list every month is billed.
    let spans: Option<Vec<_>> = if let Some(Input::List(spans)) = at(scenario, list) {
        let ends = |span| (month(object(span), "from"), month(object(span), "to"));
        Some(spans.iter().map(ends).collect())
    } else {
        None
    };
    let was_billed = |month: Month| {
        spans.as_ref().is_none_or(|spans| {
            spans.iter().any(|(from, to)| {
                from.is_none_or(|from| from <= month) && to.is_none_or(|to| month <= to)
            })
        })
    };
    let mut found: Vec<(Month, Month)> = Vec::new();
    for month in (0..months).map(|after| first.plus(after)) {
        if !(if month == changed { is_billed } else { was_billed(month) }) {
            continue;
        }
        match found.last_mut() {
            Some((_, to)) if to.plus(1) == month => *to = month,
            Some(_) | None => found.push((month, month)),
        }
    }
    let spans = found.into_iter().map(|(from, to)| {
        Input::Object(vec![
            ("from".into(), Input::Text(from.text())),
            ("to".into(), Input::Text(to.text())),
        ])
    });
    set(scenario, &steps(list), Input::List(spans.collect()))?;
    Some(list.into())
}

/// The ceiling of a fund in a year; an empty cell takes it away.
fn ceiling(scenario: &mut Input, list: &str, year: &str, value: &Held) -> Option<String> {
    let year: u64 = year.parse().ok()?;
    let mut ceilings = Vec::new();
    if let Some(Input::List(now)) = at(scenario, list) {
        ceilings.clone_from(now);
    }
    let of_year = |entry: &Input| field(object(entry), "year").and_then(whole) == Some(year);
    let position = ceilings.iter().position(of_year);
    let position = match (position, value) {
        (Some(position), Held::Empty) => {
            ceilings.remove(position);
            position
        }
        (None, Held::Empty) => return Some(list.into()),
        (Some(position), Held::Number(_) | Held::Text(_)) => {
            set(ceilings.get_mut(position)?, &["rupiah"], value.clone().into())?;
            position
        }
        (None, Held::Number(_) | Held::Text(_)) => {
            let later = |entry: &Input| {
                field(object(entry), "year").and_then(whole).is_some_and(|other| other > year)
            };
            let position = ceilings.iter().position(later).unwrap_or(ceilings.len());
            let entry = vec![
                ("year".into(), Input::Number(f64::from(u32::try_from(year).ok()?))),
                ("rupiah".into(), value.clone().into()),
            ];
            ceilings.insert(position, Input::Object(entry));
            position
        }
    };
    set(scenario, &steps(list), Input::List(ceilings))?;
    Some(format!("{list}[{position}]"))
}

/// The people of a segment in a village; an empty cell takes them away.
fn people(scenario: &mut Input, list: &str, segment: &str, value: &Held) -> Option<String> {
    let mut counts = Vec::new();
    if let Some(Input::List(now)) = at(scenario, list) {
        counts.clone_from(now);
    }
    let is_of = |entry: &Input| {
        let Some(Input::Text(id)) = field(object(entry), "segment") else { return false };
        id.trim() == segment
    };
    let position = counts.iter().position(is_of);
    let place = position.unwrap_or(counts.len());
    match (position, value) {
        (Some(position), Held::Empty) => {
            counts.remove(position);
        }
        (None, Held::Empty) => return Some(list.into()),
        (Some(position), Held::Number(_) | Held::Text(_)) => {
            set(counts.get_mut(position)?, &["people"], value.clone().into())?;
        }
        (None, Held::Number(_) | Held::Text(_)) => counts.push(Input::Object(vec![
            ("segment".into(), Input::Text(segment.into())),
            ("people".into(), value.clone().into()),
        ])),
    }
    set(scenario, &steps(list), Input::List(counts))?;
    Some(format!("{list}[{place}]"))
}

/// Whether a path is that of a statutory value.
pub(super) fn is_of_law(path: &str) -> bool {
    path.contains(':') && (!path.contains('[') || path.starts_with("lawPacks["))
}

/// A statutory value.
struct Dated {
    key: Key,
    /// From when to when it counts.
    months: Vec<(Month, Option<Month>)>,
    /// Those of a table.
    rows: Option<Input>,
}

/// A statutory value by its place.
fn dated(law: Law<'_>, at: &str, since: Month) -> Option<Dated> {
    let rows = |rows: &[Row]| Input::List(rows.iter().map(written).collect());
    if let ["lawPacks", pack, "values", value] = steps(at)[..] {
        let (pack, value) = (pack.parse().ok()?, value.parse().ok()?);
        let (key, own) = law.of_packs(pack, value)?;
        let months = law.months_of(key, Origin::Pack(pack, value));
        return Some(Dated { key, months, rows: own.value.value().rows().map(rows) });
    }
    let key = Key::parse(at)?;
    let position = key.values().iter().position(|dated| dated.from == since)?;
    let known = key.values().get(position)?;
    let months = law.months_of(key, Origin::Law(position));
    Some(Dated { key, months, rows: known.value.rows().map(rows) })
}

/// The note on a value that was replaced in a workbook.
const NOTE: &str = "Diubah di buku kerja (XLSX)";

/// A statutory value is replaced in the months in which it counts, below what the planner replaced himself: of several the
/// last wins.
fn of_law(
    scenario: &mut Input,
    law: Law<'_>,
    at: &str,
    rest: &str,
    value: &Held,
) -> Option<String> {
    let mut parts = rest.split(':');
    let since = Month::parse(parts.next()?)?;
    let row = parts.next();
    let is_start = parts.next() == Some("from");
    let Dated { key, months, rows } = dated(law, at, since)?;
    let mut path = None;
    for months in months.into_iter().rev() {
        let whole = match &rows {
            Some(rows) => ("rows", rows.clone()),
            None => ("value", value.clone().into()),
        };
        let position = replaced(scenario, key, months, whole)?;
        let place = match row {
            None => place("overrides[#].value", &[position]),
            Some(row) => {
                let field = if is_start { "fromRupiah" } else { "value" };
                [&place("overrides[#].rows[", &[position]), row, "].", field].concat()
            }
        };
        set(scenario, &steps(&place), value.clone().into())?;
        path = Some(place);
    }
    path
}

/// The position of the override of these months that a workbook brought; the first, with what is to stand in it, where there
/// is none yet.
fn replaced(
    scenario: &mut Input,
    key: Key,
    (from, to): (Month, Option<Month>),
    (name, whole): (&str, Input),
) -> Option<usize> {
    let Input::Object(entries) = scenario else { return None };
    if field(entries, "overrides").is_none() {
        entries.push(("overrides".into(), Input::List(Vec::new())));
    }
    let Some(Input::List(overrides)) = field_mut(entries, "overrides") else { return None };
    let is_it = |entry: &Input| {
        let entry = object(entry);
        field(entry, "parameter") == Some(&Input::Text(key.name().into()))
            && field(entry, "note") == Some(&Input::Text(NOTE.into()))
            && (month(entry, "from"), month(entry, "to")) == (Some(from), to)
    };
    if let Some(position) = overrides.iter().position(is_it) {
        return Some(position);
    }
    let mut entry = vec![
        ("parameter".into(), Input::Text(key.name().into())),
        ("from".into(), Input::Text(from.text())),
    ];
    entry.extend(to.map(|to| ("to".into(), Input::Text(to.text()))));
    entry.extend([(name.into(), whole), ("note".into(), Input::Text(NOTE.into()))]);
    overrides.insert(0, Input::Object(entry));
    Some(0)
}

fn written(row: &Row) -> Input {
    let value = match row.value {
        Value::Percent(rate) => decimal(rate.millionths(), 4),
        Value::Rupiah(base) => decimal(base.thousandths(), 3),
        Value::Months(months) => decimal(months, 0),
        Value::Table(_) => Input::Null,
    };
    Input::Object(vec![
        ("fromRupiah".into(), decimal(row.from.thousandths(), 3)),
        ("value".into(), value),
    ])
}

/// The double next to a decimal number.
fn decimal(units: u64, decimals: usize) -> Input {
    let all = format!("{:0>width$}", digits(units), width = decimals.saturating_add(1));
    let (whole, part) = all.split_at(all.len().saturating_sub(decimals));
    format!("{whole}.{part}").parse().map_or(Input::Null, Input::Number)
}
