//! Villages: their people, whom segments count, and their own ceilings.

use super::{DatedPeople, Evidences, Period};
use crate::money::Rupiah;
use crate::month::{Month, Span};
use crate::people::People;
use serde::Serialize;

/// Village of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Village {
    /// Kemendagri code: `73.14.03.2005`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Name for people.
    pub name: String,
    /// District (kecamatan).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
    /// Residents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub residents: Option<People>,
    /// People by segment; of a segment without an entry nobody.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<VillageCount>,
    /// Its own ceilings; they change nothing of the plan of all villages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ceilings: Vec<VillageCeiling>,
    /// First month in which its people are counted; `None`: the first of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_month: Option<Month>,
    /// Last month in which its people are counted; `None`: the last of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_month: Option<Month>,
    /// Sources of its fields.
    #[serde(skip_serializing_if = "Evidences::is_empty")]
    pub evidence: Evidences,
}

/// People of one segment in a village.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct VillageCount {
    /// Id of the segment.
    pub segment: String,
    /// Number of people.
    pub people: People,
}

/// The most that a fund may spend in a village in one budget year.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct VillageCeiling {
    /// Id of the fund.
    pub fund: String,
    /// Budget year.
    pub year: u16,
    /// Most that may be spent.
    pub rupiah: Rupiah,
}

impl Village {
    /// People of a segment; `None` without an entry.
    #[must_use]
    pub fn people(&self, segment: &str) -> Option<People> {
        let mut counts = self.counts.iter();
        counts.find(|count| count.segment == segment).map(|count| count.people)
    }

    /// Months in which its people are counted.
    #[must_use]
    pub fn months(&self, period: Period) -> Span {
        let plan = period.span();
        let (from, to) = (self.first_month.unwrap_or(plan.from), self.last_month);
        Span { from, to: to.unwrap_or(plan.to) }
    }

    /// Whether it is a kelurahan, which has no budget of its own: the last group of its code begins with 1, that of a
    /// desa with 2 (Permendagri 72/2019).
    #[must_use]
    pub fn is_kelurahan(&self) -> bool {
        let last = self.code.as_deref().and_then(|code| code.rsplit('.').next());
        last.is_some_and(|last| last.starts_with('1'))
    }
}

/// People of a segment in all villages, by date: an entry in each month in which any village begins, or after the last of
/// one, so that the dates do not depend on how many people are where. A village without a first month was there before
/// any plan: a change of the period alone, as in a comparison, changes nobody's months.
pub(super) fn counts_of(villages: &[Village], segment: &str) -> Vec<DatedPeople> {
    // By month, in order: who comes in it, and who goes before it. There are no more months than a plan has.
    let mut changes: Vec<(Month, People, People)> = Vec::new();
    let mut change = |month: Month, come: People, go: People| {
        let place = changes.partition_point(|(other, ..)| *other < month);
        match changes.get_mut(place) {
            Some((other, comes, goes)) if *other == month => {
                (*comes, *goes) = (comes.plus(come), goes.plus(go));
            }
            Some(_) | None => changes.insert(place, (month, come, go)),
        }
    };
    for village in villages {
        let people = village.people(segment).unwrap_or(People::ZERO);
        change(village.first_month.unwrap_or(EARLIEST), people, People::ZERO);
        if let Some(last) = village.last_month {
            change(last.plus(1), People::ZERO, people);
        }
    }
    let mut people = People::ZERO;
    let counts = changes.into_iter().map(|(from, come, go)| {
        people = people.plus(come).less(go);
        DatedPeople { from, people }
    });
    counts.collect()
}

/// Before every plan.
const EARLIEST: Month = Month::of(2000, 1);
