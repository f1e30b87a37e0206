//! Reliefs: which one applies to a contribution, whether the payers are excluded, and what it takes off.

use crate::law::{Found, Reading, Relief, Trace};
use crate::money::{Rate, Rupiah};
use crate::plan::compile::{Group, Plan};
use crate::scenario::{FundKind, Programme, ReliefChoice};

/// A relief for contributions of a segment, as remarks need it.
#[derive(Clone, Copy)]
pub(crate) struct Meant {
    pub relief: &'static Relief,
    pub off: Rate,
    /// Rupiah that it takes off one head or contract, or would take off if no payer were excluded; `None` above the
    /// greatest rupiah.
    pub worth: Option<Rupiah>,
}

/// Relief of a programme in a month, its rate, and whether it applies to the payers. Of several: the greatest that
/// applies, else the greatest.
pub(super) fn relief_for(
    plan: &Plan<'_>,
    group: &Group<'_>,
    programme: Programme,
    law: &Trace<'_>,
) -> Option<(&'static Relief, Found<Rate>, bool)> {
    let meant = law.reliefs(group.class, group.sector, programme).map(|(relief, off)| {
        // A contribution is one payment: one excluded payer takes the relief from all of it (PP 50/2025, Pasal 3).
        let gets = |kind: &FundKind| reading(plan.reliefs, relief, *kind).0;
        (relief, off, group.payer_kinds.iter().all(gets))
    });
    meant.max_by_key(|(_, off, granted)| (*granted, off.value))
}

/// Whether a relief applies to a kind of fund, and the planner's reading that decides it, if any.
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
