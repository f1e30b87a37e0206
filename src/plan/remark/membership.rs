//! Members of BPU segments who join too late for the full JKM benefit, and members whose membership lapses.

use crate::choices::Choice as _;
use crate::law::{Trace, key};
use crate::money::Rupiah;
use crate::month::Month;
use crate::people::People;
use crate::plan::outcome::Outcome;
use crate::problem::{Notice, notice};
use crate::scenario::{AfterLastBill, Enrolment, Programme, WorkerClass};
use crate::text::place;

/// A month in which somebody is billed.
#[derive(Clone, Copy)]
pub(crate) struct Billed {
    pub month: Month,
    pub heads: People,
    /// Rupiah of all of them.
    rupiah: Rupiah,
    /// Those who were not billed before.
    pub new: People,
    /// Whether a cover begins: the first, or one after membership lapsed.
    pub begins: bool,
}

pub(super) fn remarks(outcome: Outcome<'_>, notices: &mut Vec<Notice>) {
    if outcome.segment.class != WorkerClass::Bpu {
        return;
    }
    let billed = billed(outcome);
    // A pause that is longer than membership lasts starts a new cover.
    let covers: Vec<&[Billed]> = billed.chunk_by(|_, next| !next.begins).collect();
    for cover in covers {
        notices.extend(waiting(outcome, cover));
        notices.extend(lapses(outcome, cover));
    }
}

/// Months with somebody billed. Members from before the plan are not new in its first month. Who joins in a month
/// that is not billed is new in the next billed month.
pub(crate) fn billed(outcome: Outcome<'_>) -> Vec<Billed> {
    let Outcome { segment, .. } = outcome;
    let members = match segment.enrolment {
        Enrolment::Target { members, .. } | Enrolment::Path { members, .. } => members,
        Enrolment::Fixed { .. } | Enrolment::Villages { .. } => People::ZERO,
    };
    let later = segment.flows.as_ref().is_some_and(|flows| flows.billed_from_next);
    let mut months: Vec<Billed> = Vec::new();
    let mut joined = People::ZERO;
    for (((month, heads), rupiah), new) in outcome.months().zip(outcome.rupiah).zip(outcome.joined)
    {
        if !later {
            joined = joined.plus(*new);
        }
        if heads > People::ZERO {
            let (new, begins) = match months.last() {
                None => (heads.less(members), true),
                Some(before) if outlasted(outcome, before.month, month) => (heads, true),
                Some(_) => (joined.min(heads), false),
            };
            months.push(Billed { month, heads, rupiah: *rupiah, new, begins });
            joined = People::ZERO;
        }
        if later {
            joined = joined.plus(*new);
        }
    }
    months
}

/// Whether membership lapses between two bills: there are more unpaid months than the law allows.
fn outlasted(outcome: Outcome<'_>, last: Month, next: Month) -> bool {
    let unpaid = u64::from(next.since(last)).saturating_sub(1);
    if unpaid == 0 {
        return false;
    }
    let law = outcome.scenario.law();
    law.months(key::MEMBERSHIP_BPU_LAPSE_MONTHS, last).is_ok_and(|lapse| unpaid > lapse.value)
}

/// People who join with fewer months left than the waiting time of JKM. Their heirs get the full benefit only after
/// it (Permenaker 1/2025).
fn waiting(outcome: Outcome<'_>, cover: &[Billed]) -> Option<Notice> {
    let Outcome { scenario, index, segment, .. } = outcome;
    if !segment.programmes.contains(&Programme::Jkm) {
        return None;
    }
    let law = scenario.law();
    let plan = scenario.period.span();
    // Waiting time, looked up once for as long as it stays the same.
    let mut known: Option<(Month, Option<u64>)> = None;
    let mut wait_from = |month: Month| match known {
        Some((until, wait)) if month <= until => wait,
        Some(_) | None => {
            let law = Trace::new(law, month, plan.to);
            let wait = law.months(key::JKM_BPU_WAITING_MONTHS).ok().map(|wait| wait.value);
            known = Some((law.until(), wait));
            wait
        }
    };
    let (mut people, mut rupiah) = (People::ZERO, Rupiah::ZERO);
    for (position, joining) in cover.iter().enumerate() {
        let rest = cover.get(position..).unwrap_or_default();
        if joining.new == People::ZERO {
            continue;
        }
        if wait_from(joining.month).is_none_or(|wait| rest.len() as u64 > wait) {
            continue;
        }
        people = people.plus(joining.new);
        // At most this many: some of them may leave.
        for month in rest {
            let each = month.rupiah.get().checked_div(month.heads.get())?;
            let paid = Rupiah::new(each)?.times(joining.new.min(month.heads))?;
            rupiah = rupiah.plus(paid)?;
        }
    }
    let last = cover.last()?;
    let wait = law.months(key::JKM_BPU_WAITING_MONTHS, last.month).ok()?;
    let instrument = law.cite(wait.key, wait.origin)?.instrument;
    (people > People::ZERO).then(|| {
        notice!(
            WaitingTime,
            place("segments[#].billed", &[index]),
            segment = segment.name.as_str(),
            people = people.get(),
            waiting = wait.value,
            to = last.month,
            last = last_useful(outcome, cover, wait.value),
            rupiah = rupiah.get(),
            instrument = instrument,
        )
    })
}

/// Last month in which joining still leaves more months to pay than the waiting time.
fn last_useful(outcome: Outcome<'_>, cover: &[Billed], wait: u64) -> Month {
    let later = outcome.segment.flows.as_ref().is_some_and(|flows| flows.billed_from_next);
    let needed = usize::try_from(wait).unwrap_or(usize::MAX).saturating_add(1);
    let at = cover.len().checked_sub(needed).and_then(|at| cover.get(at));
    let before = usize::from(later).saturating_add(match at {
        Some(_) => 0,
        None => needed.saturating_sub(cover.len()),
    });
    let mut month =
        at.or(cover.first()).map_or(outcome.scenario.period.first_month, |one| one.month);
    for _ in 0..before {
        month = month.before().unwrap_or(month);
    }
    month
}

/// A cover that ends before the plan: the month from which its members have lapsed, unless somebody pays.
fn lapses(outcome: Outcome<'_>, cover: &[Billed]) -> Option<Notice> {
    let Outcome { scenario, index, segment, .. } = outcome;
    let last = cover.last().filter(|last| last.month < scenario.period.span().to)?;
    let law = scenario.law();
    let lapse = law.months(key::MEMBERSHIP_BPU_LAPSE_MONTHS, last.month).ok()?;
    let unpaid = u16::try_from(lapse.value).ok()?;
    let counted = scenario.workforce.as_ref().map(|workforce| workforce.after_last_bill);
    Some(notice!(
        Lapses,
        place("segments[#].billed", &[index]),
        segment = segment.name.as_str(),
        month = last.month,
        people = last.heads.get(),
        months = lapse.value,
        lapses = last.month.plus(unpaid).plus(1),
        counted = counted.unwrap_or(AfterLastBill::NotCounted).name(),
        instrument = law.cite(lapse.key, lapse.origin)?.instrument,
    ))
}
