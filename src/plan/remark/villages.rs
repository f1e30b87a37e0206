//! Remarks on villages: money that a kelurahan does not have, and more people than residents. Each is told once for all
//! villages, at the first: a column that was taken for another has thousands of them.

use crate::people::People;
use crate::problem::{Notice, notice};
use crate::scenario::{Enrolment, Scenario, Segment, Village};
use crate::text::place;

pub(super) fn remarks(scenario: &Scenario, notices: &mut Vec<Notice>) {
    notices.extend(above_residents(scenario));
    kelurahan(scenario, notices);
}

/// Segments that count the people of villages.
fn counting(scenario: &Scenario) -> impl Iterator<Item = &Segment> {
    let counts = |segment: &&Segment| matches!(segment.enrolment, Enrolment::Villages { .. });
    scenario.segments.iter().filter(counts)
}

/// People of a village in all segments that count them.
fn people_in(scenario: &Scenario, village: &Village) -> People {
    counting(scenario).filter_map(|segment| village.people(&segment.id)).sum()
}

fn above_residents(scenario: &Scenario) -> Option<Notice> {
    let villages = scenario.villages.iter().enumerate();
    let above = villages.filter_map(|(index, village)| {
        let (people, residents) = (people_in(scenario, village), village.residents?);
        (people > residents).then_some((index, village, people, residents))
    });
    let mut above = above.peekable();
    let (index, village, people, residents) = *above.peek()?;
    Some(notice!(
        VillageAboveResidents,
        place("villages[#].residents", &[index]),
        village = village.name.as_str(),
        people = people.get(),
        residents = residents.get(),
        villages = above.count() as u64,
    ))
}

/// A kelurahan has no APBDes, so no money of it pays for its people.
fn kelurahan(scenario: &Scenario, notices: &mut Vec<Notice>) {
    for (index, fund) in scenario.funds.iter().enumerate() {
        if !fund.kind.is_of_villages() {
            continue;
        }
        let paid: Vec<&Segment> =
            counting(scenario).filter(|segment| scenario.pays(index, segment)).collect();
        let (mut first, mut villages, mut people) = (None, 0_u64, People::ZERO);
        for (index, village) in scenario.villages.iter().enumerate() {
            if !village.is_kelurahan() {
                continue;
            }
            let of_paid = |id: &str| paid.iter().any(|segment| segment.id == id);
            let mut counts = village.counts.iter().enumerate();
            let Some((position, _)) =
                counts.find(|(_, count)| count.people > People::ZERO && of_paid(&count.segment))
            else {
                continue;
            };
            first = first.or(Some((village, [index, position])));
            villages = villages.saturating_add(1);
            let here = paid.iter().filter_map(|segment| village.people(&segment.id));
            people = people.plus(here.sum());
        }
        if let Some((village, place_of)) = first {
            notices.push(notice!(
                KelurahanFund,
                place("villages[#].counts[#].people", &place_of),
                fund = fund.name.as_str(),
                village = village.name.as_str(),
                villages = villages,
                people = people.get(),
            ));
        }
    }
}
