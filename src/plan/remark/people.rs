//! Remarks on members who will not stay, and on more members than eligible workers.

use crate::money::Rupiah;
use crate::people::People;
use crate::plan::heads::share_of;
use crate::plan::outcome::Outcome;
use crate::plan::result::Year;
use crate::problem::{Notice, notice};
use crate::scenario::{Enrolment, Group, WorkerClass};
use crate::text::{digits, place};

pub(super) fn remarks(outcome: Outcome<'_>, notices: &mut Vec<Notice>) {
    notices.extend(project_ends(outcome));
    notices.extend(one_year_only(outcome));
    notices.extend(agreement_ends(outcome));
    notices.extend(above_eligible(outcome));
}

/// Construction workers lose coverage when the project ends.
fn project_ends(outcome: Outcome<'_>) -> Option<Notice> {
    let Outcome { scenario, index, segment, .. } = outcome;
    if segment.class != WorkerClass::Construction {
        return None;
    }
    let (last, people) = outcome.billed().next_back()?;
    (last < scenario.period.span().to).then(|| {
        notice!(
            ProjectEnds,
            place("segments[#].billed", &[index]),
            segment = segment.name.as_str(),
            month = last,
            people = people.get(),
        )
    })
}

/// Election staff are members for a few months and raise the coverage of that year only.
fn one_year_only(outcome: Outcome<'_>) -> Option<Notice> {
    let Outcome { index, segment, .. } = outcome;
    if segment.group != Some(Group::Election) {
        return None;
    }
    let (month, people) = outcome.billed().max_by_key(|(_, people)| *people)?;
    Some(notice!(
        OneYearOnly,
        place("segments[#].enrolment", &[index]),
        segment = segment.name.as_str(),
        year = digits(month.year()),
        people = people.get(),
    ))
}

/// Bills after the last month of the cooperation agreement.
fn agreement_ends(outcome: Outcome<'_>) -> Option<Notice> {
    let Outcome { scenario, index, segment, rupiah, .. } = outcome;
    let until = segment.agreement_until?;
    let months = scenario.period.span().months().zip(rupiah);
    let after = months.filter(|(month, _)| *month > until);
    let rupiah = after.fold(Rupiah::ZERO, |sum, (_, part)| sum.within(*part));
    (rupiah > Rupiah::ZERO).then(|| {
        notice!(
            AgreementEnds,
            place("segments[#].agreementUntil", &[index]),
            segment = segment.name.as_str(),
            month = until,
            rupiah = rupiah.get(),
        )
    })
}

/// More members than eligible workers. It happens, since people may work outside the region in which they are
/// counted.
fn above_eligible(outcome: Outcome<'_>) -> Option<Notice> {
    let Outcome { index, segment, .. } = outcome;
    let (members, eligible) = match &segment.enrolment {
        Enrolment::Fixed { eligible, .. } | Enrolment::Villages { eligible, .. } => {
            let eligible = (*eligible)?;
            (outcome.billed().map(|(_, people)| people).max()?, eligible)
        }
        Enrolment::Target { members, eligible, .. } | Enrolment::Path { members, eligible, .. } => {
            (*members, *eligible)
        }
    };
    let percent = share_of(members, eligible)?;
    (members > eligible).then(|| {
        notice!(
            SegmentAboveEligible,
            place("segments[#].enrolment.eligible", &[index]),
            segment = segment.name.as_str(),
            members = members.get(),
            eligible = eligible.get(),
            percent = percent,
        )
    })
}

/// Coverage at the end of the year against the target and against all eligible workers.
pub(super) fn year_remarks(year: &Year<'_>, notices: &mut Vec<Notice>) {
    let Some(coverage) = year.coverage else { return };
    let number = digits(year.year);
    if let Some(gap) = coverage.gap().filter(|gap| *gap > People::ZERO) {
        notices.push(notice!(TargetMissed, "target", year = number.as_str(), people = gap.get()));
    }
    if coverage.members > coverage.eligible {
        let (members, eligible) = (coverage.members.get(), coverage.eligible.get());
        let path = "workforce.eligible";
        notices.push(notice!(
            AboveEligible,
            path,
            year = number,
            members = members,
            eligible = eligible
        ));
    }
}
