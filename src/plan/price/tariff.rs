//! Contributions of one worker in one month, or of one contract.

use super::fault::Fault;
use super::formula::{Formula, Levy, Source, Wage};
use super::relief::{Meant, relief_for};
use crate::law::{Amount, Found, Key, OfBase, Rated, Row, Trace, Value, levied};
use crate::money::{Base, Rate, Rounding, Rupiah};
use crate::plan::compile::{Group, Part, Plan};
use crate::plan::row::Broken;
use crate::scenario::{BaseRule, Programme};

/// Appends the contributions of one worker, in the order of the programmes, the payer's part before the worker's; of
/// a contract, its whole amounts. Returns the reliefs for them.
pub(super) fn tariff<'a>(
    plan: &Plan<'a>,
    group: &Group<'a>,
    law: &Trace<'a>,
    levies: &mut Vec<Levy<'a>>,
) -> Result<Vec<Meant>, Fault> {
    let mut meant: Vec<Meant> = Vec::new();
    // All programmes of a segment have the same wage or income; it is looked up once.
    let mut wage = None;
    let mut fault = None;
    for programme in group.programmes {
        // Continues after a missing value, so that all missing values are reported at once.
        if let Err(found) =
            contributions(plan, group, *programme, law, (&mut wage, &mut meant, levies))
        {
            fault.get_or_insert(found);
        }
    }
    fault.map_or(Ok(meant), Err)
}

/// Contributions for one programme.
fn contributions<'a>(
    plan: &Plan<'a>,
    group: &Group<'a>,
    programme: Programme,
    law: &Trace<'a>,
    (wage, meant, levies): (&mut Option<Option<Wage>>, &mut Vec<Meant>, &mut Vec<Levy<'a>>),
) -> Result<(), Fault> {
    let relief = relief_for(plan, group, programme, law);
    let amount = levied(plan.levied, group.class, programme)
        .ok_or(Broken("contribution of a class and programme"))?;
    let (payer, worker) = formulas(group, amount, law, wage)?;
    let granted = relief.and_then(|(_, off, granted)| granted.then_some(off));
    let payer = levy(programme, Part::Payer, payer, granted, plan.rounding)?;
    if let Some((relief, off, _)) = relief {
        let worth = worth(&payer, off.value, plan.rounding);
        match meant.iter_mut().find(|met| met.relief == relief) {
            Some(met) => met.worth = met.worth.and_then(|sum| sum.plus(worth?)),
            None => meant.push(Meant { relief, off: off.value, worth }),
        }
    }
    levies.push(payer);
    if let Some(worker) = worker {
        levies.push(levy(programme, Part::Worker, worker, None, plan.rounding)?);
    }
    Ok(())
}

/// Contribution without the relief minus the contribution with it.
fn worth(levy: &Levy<'_>, off: Rate, rounding: Rounding) -> Option<Rupiah> {
    let full = levy.formula.exact();
    Some(full.round(rounding)?.less(full.share(off.rest()).round(rounding)?))
}

fn levy(
    programme: Programme,
    part: Part,
    formula: Formula<'_>,
    relief: Option<Found<Rate>>,
    rounding: Rounding,
) -> Result<Levy<'_>, Fault> {
    let exact = formula.exact();
    let billed = relief.map_or(exact, |off| exact.share(off.value.rest()));
    let rupiah = billed.round(rounding).ok_or(Fault::TooLarge)?;
    Ok(Levy { programme, part, formula, relief, rupiah })
}

/// Formulas of the payer's part and the worker's part.
fn formulas<'a>(
    group: &Group<'a>,
    amount: Amount,
    law: &Trace<'a>,
    wage: &mut Option<Option<Wage>>,
) -> Result<(Formula<'a>, Option<Formula<'a>>), Fault> {
    match (amount, group.base) {
        (Amount::Flat(key), _) => Ok((Formula::Flat(law.rupiah(key)?), None)),
        (Amount::WagesOrLayers { layers, .. }, Some(BaseRule::Contract(value))) => {
            let (contract, rows) = (Base::from_rupiah(*value), law.table(layers)?);
            Ok((Formula::Layers { contract, rows }, None))
        }
        (Amount::WagesOrLayers { rate, .. }, _) => {
            let (wage, rate) = (wage_of(group, law, wage), law.percent(rate));
            let base = Source::Wage(named(wage?)?);
            Ok((Formula::OfBase { base, rate: rate?, floor: None }, None))
        }
        (Amount::Rate { of, payer, worker, floor }, _) => {
            let base = base(group, of, law, wage);
            let floor = floor.map(|key| law.rupiah(key)).transpose();
            let rate = law.percent(rate(group, payer)?);
            let worker = worker.map(|rate| law.percent(rate)).transpose();
            let base = base?;
            let payer = Formula::OfBase { base, floor: floor?, rate: rate? };
            let worker = worker?.map(|rate| Formula::OfBase { base, rate, floor: None });
            Ok((payer, worker))
        }
    }
}

fn rate(group: &Group<'_>, rated: Rated) -> Result<Key, Broken> {
    match rated {
        Rated::One(key) => Ok(key),
        Rated::ByRisk(key) => group.risk.map(key).ok_or(Broken("risk of a workplace")),
    }
}

fn base(
    group: &Group<'_>,
    of: OfBase,
    law: &Trace<'_>,
    wage: &mut Option<Option<Wage>>,
) -> Result<Source, Fault> {
    let wage = wage_of(group, law, wage);
    match of {
        OfBase::Wage => Ok(Source::Wage(named(wage?)?)),
        OfBase::Capped(ceiling) => {
            let ceiling = law.rupiah(ceiling);
            Ok(Source::Capped(named(wage?)?, ceiling?))
        }
        OfBase::Income { lowest, .. } if group.base.is_none() => {
            Ok(Source::Lowest(law.rupiah(lowest)?))
        }
        OfBase::Income { brackets, .. } => {
            let rows = law.table(brackets);
            bracket(named(wage?)?, rows?, law)
        }
    }
}

fn named(wage: Option<Wage>) -> Result<Wage, Broken> {
    wage.ok_or(Broken("wage of a segment"))
}

/// Row of the bracket table for an income.
fn bracket(income: Wage, rows: Found<&[Row]>, law: &Trace<'_>) -> Result<Source, Fault> {
    let amount = income.exact();
    let row = rows.value.iter().rev().find(|row| !amount.is_below(row.from));
    match row.map(|row| row.value) {
        Some(Value::Rupiah(value)) => {
            Ok(Source::Bracket(income, Found { value, key: rows.key, origin: rows.origin }))
        }
        // Every row starts above the income: there is no base.
        Some(Value::Percent(_) | Value::Months(_) | Value::Table(_)) | None => {
            law.lacks(rows.key);
            Err(Fault::Missing)
        }
    }
}

/// Wage or income of the month; `None` where the segment has none. Looked up once.
fn wage_of(
    group: &Group<'_>,
    law: &Trace<'_>,
    known: &mut Option<Option<Wage>>,
) -> Result<Option<Wage>, Fault> {
    if let Some(wage) = known {
        return Ok(*wage);
    }
    let wage = match group.base {
        Some(BaseRule::Fixed(base)) => Some(Wage::Typed(*base)),
        Some(BaseRule::Series(values)) => {
            let next = values.partition_point(|(from, _)| *from <= law.month());
            if let Some((from, _)) = values.get(next) {
                law.changes_in(*from);
            }
            // Before the first entry nobody is billed; the price of one more member uses the first entry.
            let entry = values.get(next.saturating_sub(1));
            entry.map(|(_, base)| Wage::Typed(*base))
        }
        Some(BaseRule::MinimumWage { key, part }) => Some(Wage::Minimum(law.rupiah(*key)?, *part)),
        Some(BaseRule::Contract(_)) | None => None,
    };
    *known = Some(wage);
    Ok(wage)
}
