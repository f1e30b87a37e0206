//! Statutory values that a plan used, with the months of use.

use super::compile::Plan;
use super::cost::Billed;
use super::input_quality::check_code;
use super::price::{Fault, Prices};
use super::result::{PackUsed, ParameterUsed};
use super::row::Broken;
use crate::law::{Cited, Key, Origin, Pack};
use crate::month::Month;
use crate::order::sort;
use crate::scenario::Scenario;

/// A statutory value and its months of use.
struct Use {
    key: Key,
    origin: Origin,
    from: Month,
    to: Month,
}

/// Every value by which somebody was billed, in the order of the keys.
pub(super) fn parameters<'a>(
    plan: &Plan<'a>,
    prices: &Prices<'a>,
    billed: &[Billed],
) -> Result<Vec<ParameterUsed<'a>>, Broken> {
    let mut uses: Vec<Use> = Vec::new();
    for one in billed {
        let cell = prices.cells(one.segment)?.get(one.cell).ok_or(Broken("prices"))?;
        let month = |column: usize| plan.months.get(column).copied().ok_or(Broken("months"));
        let (from, to) = (month(one.first)?, month(one.last)?);
        let levies = prices.levies(cell).map_err(Fault::broken)?;
        for (key, origin) in levies.iter().flat_map(|levy| levy.keys()).flatten() {
            match uses.iter_mut().find(|used| used.key == key && used.origin == origin) {
                Some(used) => (used.from, used.to) = (used.from.min(from), used.to.max(to)),
                None => uses.push(Use { key, origin, from, to }),
            }
        }
    }
    sort(&mut uses, |used| (used.key, used.origin));
    uses.iter().map(|used| parameter(plan, used)).collect()
}

fn parameter<'a>(plan: &Plan<'a>, used: &Use) -> Result<ParameterUsed<'a>, Broken> {
    let lost = Broken("origin of a value");
    let value = plan.law.value(used.key, used.from).map_err(|_| lost)?.value;
    let Cited { status, instrument, article } = plan.law.cite(used.key, used.origin).ok_or(lost)?;
    Ok(ParameterUsed {
        key: used.key,
        title: plan.law.known_title(&used.key).ok_or(lost)?,
        from: used.from,
        to: used.to,
        value,
        rows: value.rows(),
        unit: used.key.unit(),
        status,
        instrument,
        article,
        pack: match used.origin {
            Origin::Pack(pack, _) => Some(plan.law.pack_name(used.key, pack).ok_or(lost)?),
            Origin::Law(_) | Origin::Override(_) | Origin::Beyond { .. } => None,
        },
        origin: used.origin,
    })
}

/// The law packs of a scenario, with how many of their values are among those used.
pub(super) fn law_packs<'a>(
    scenario: &'a Scenario,
    parameters: &[ParameterUsed<'_>],
) -> Vec<PackUsed<'a>> {
    let packs = scenario.law_packs.iter().enumerate();
    let of = |(position, pack): (usize, &'a Pack)| {
        let is_of = |used: &&ParameterUsed<'_>| matches!(used.origin, Origin::Pack(at, _) if at == position);
        PackUsed {
            name: &pack.name,
            version: &pack.version,
            code: check_code(pack),
            used: parameters.iter().filter(is_of).count(),
        }
    };
    packs.map(of).collect()
}
