//! Reliefs: which one is meant for a contribution, whether the money that pays gets it, and what it takes off.

use crate::law::{Found, Reading, Relief, Trace};
use crate::money::{Rate, Rupiah};
use crate::plan::compile::{Group, Plan};
use crate::scenario::{FundKind, Programme, ReliefChoice};

/// A relief that is meant for contributions of a segment, for the remarks on it.
#[derive(Clone, Copy)]
pub(crate) struct Meant {
    pub relief: &'static Relief,
    pub off: Rate,
    /// What it takes off one head or contract, or would take off if the money that pays got it; `None` beyond what
    /// rupiah can be.
    pub worth: Option<Rupiah>,
}

/// The relief meant for a programme in a month, what it takes off, and whether the money that pays gets it. Of
/// several, the greatest that it gets, or else the greatest.
pub(super) fn relief_for(
    plan: &Plan<'_>,
    group: &Group<'_>,
    programme: Programme,
    law: &Trace<'_>,
) -> Option<(&'static Relief, Found<Rate>, bool)> {
    let meant = law.reliefs(group.class, group.sector, programme).map(|(relief, off)| {
        // A contribution is one payment: a payer who is excluded takes the relief from all of it.
        let gets = |kind: &FundKind| reading(plan.reliefs, relief, *kind).0;
        (relief, off, group.payer_kinds.iter().all(gets))
    });
    meant.max_by_key(|(_, off, granted)| (*granted, off.value))
}

/// Whether a relief holds for money of a kind, and the planner's choice behind it if there is one.
pub(crate) fn reading<'a>(
    choices: &'a [ReliefChoice],
    relief: &Relief,
    kind: FundKind,
) -> (bool, Option<(usize, &'a ReliefChoice)>) {
    match relief.reading(kind) {
        Reading::Yes => (true, None),
        Reading::No => (false, None),
        Reading::Open { default } => {
            let mut choices = choices.iter().enumerate();
            match choices.find(|(_, choice)| choice.relief == relief && choice.payer == kind) {
                Some((position, choice)) => (choice.applies, Some((position, choice))),
                None => (default, None),
            }
        }
    }
}
