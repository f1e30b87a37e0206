//! What the villages of a plan come to: each alone, by district, and together.

use super::answer::{Answer, FundColumns, YearColumns, too_large};
use super::ceilings::{CeilingUse, ceiling_use};
use super::column::{Cell, Knob};
use super::kernel::Kernel;
use crate::money::Rupiah;
use crate::month::{Month, Span};
use crate::people::People;
use crate::plan::compile::Plan;
use crate::plan::row::{Broken, FundAt, Position as _, SegmentAt};
use crate::problem::{Problem, Problems};
#[cfg(feature = "xlsx")]
use crate::scenario::Ceiling;
use crate::scenario::{DatedPeople, Enrolment, Scenario, Village};
use std::collections::BTreeMap;

/// What the villages of a plan come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillagesAnswer {
    /// Names of the districts in the order of their first village; the empty text for villages without one.
    pub districts: Vec<String>,
    /// By village: position of its district.
    pub district_of: Vec<usize>,
    /// One entry a village: with its own people, months and ceilings, as if it were the only one.
    pub villages: VillageColumns,
    /// Sums of the villages of each district.
    pub by_district: VillageColumns,
    /// Sums of all villages, one entry in each column.
    pub total: VillageColumns,
    /// How far the ceilings of the villages are used, by fund and year; only those of which a village has one.
    pub ceilings: Vec<CeilingUse>,
}

/// Columns with one entry a village, or a district.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageColumns {
    /// By segment that counts villages, in the order of the plan: its position, and its people.
    pub people: Vec<(usize, Vec<People>)>,
    /// In the order of the years of the plan.
    pub years: Vec<YearColumns>,
}

/// Works out each village of a plan alone: its people, its months and its ceilings, and of all other segments nobody.
/// Each number is what [`project`](fn@crate::plan::project) gives for the plan with this village only.
///
/// The ceilings of the plan limit all villages together, so none of them holds for a village alone: a fund and year for
/// which the village names no ceiling has none.
///
/// The sums are those of the plan: what all villages are billed in a year is what the plan is billed for the segments that
/// count them, to the rupiah, while no segment names flows. With flows whole people are cut in each village.
///
/// # Errors
/// Those of [`project`](fn@crate::plan::project) for a village alone; `amountTooLarge` where a sum is more than rupiah can
/// be.
pub fn villages(scenario: &Scenario) -> Result<VillagesAnswer, Problems> {
    let counting: Vec<usize> = counting(scenario).collect();
    let mut alone = without_others(scenario);
    let mut districts: Vec<String> = Vec::new();
    let mut positions = BTreeMap::new();
    let mut district_of = Vec::with_capacity(scenario.villages.len());
    // A plan is compiled for all villages with the same months.
    let mut by_months: BTreeMap<(Month, Month), Vec<usize>> = BTreeMap::new();
    for (position, village) in scenario.villages.iter().enumerate() {
        let name = village.district.as_deref().unwrap_or_default();
        let district = *positions.entry(name).or_insert(districts.len());
        if district == districts.len() {
            districts.push(name.into());
        }
        district_of.push(district);
        let Span { from, to } = village.months(scenario.period);
        by_months.entry((from, to)).or_default().push(position);
    }
    let units = scenario.villages.len();
    let mut answer = Answer::zero(&Plan::of(&alone), units);
    for ((from, to), members) in by_months {
        for segment in &counting {
            let segment = alone.segments.get_mut(*segment).ok_or(Broken("segments"))?;
            segment.enrolment = between(Span { from, to }, scenario.period.span(), People::ZERO);
        }
        work_out(scenario, &alone, (&counting, &members), &mut answer)?;
    }
    let people = counting.into_iter().map(|position| {
        let segment = scenario.segments.get(position).ok_or(Broken("segments"))?;
        let of = |village: &Village| village.people(&segment.id).unwrap_or(People::ZERO);
        Ok((position, scenario.villages.iter().map(of).collect()))
    });
    let people = people.collect::<Result<Vec<_>, Broken>>()?;
    let ceilings = ceiling_use(scenario, &answer.years)?;
    let villages = VillageColumns { people, years: answer.years };
    let by_district = villages.summed(&district_of, districts.len())?;
    let total = villages.summed(&vec![0; units], 1)?;
    Ok(VillagesAnswer { districts, district_of, villages, by_district, total, ceilings })
}

/// Positions of the segments that count villages.
fn counting(scenario: &Scenario) -> impl Iterator<Item = usize> {
    let segments = scenario.segments.iter().enumerate();
    let counts = segments.filter(|(_, one)| matches!(one.enrolment, Enrolment::Villages { .. }));
    counts.map(|(position, _)| position)
}

/// The plan without its villages and ceilings, in which segments that count no villages are billed in no month.
fn without_others(scenario: &Scenario) -> Scenario {
    let mut alone = scenario.clone();
    alone.villages.clear();
    for fund in &mut alone.funds {
        fund.ceilings.clear();
    }
    for segment in &mut alone.segments {
        if !matches!(segment.enrolment, Enrolment::Villages { .. }) {
            segment.enrolment = Enrolment::Fixed { counts: Vec::new(), eligible: None };
            segment.flows = None;
            segment.billed = Some(Vec::new());
        }
    }
    alone
}

/// What a village alone puts into the plan.
struct Own {
    /// By segment that counts villages: its position, and the people of the village.
    people: Vec<(usize, People)>,
    /// The position of a fund, a year, and the ceiling of the village.
    ceilings: Vec<(usize, u16, Rupiah)>,
}

impl Own {
    fn of(scenario: &Scenario, counting: &[usize], village: &Village) -> Result<Self, Broken> {
        let people = counting.iter().map(|position| {
            let segment = scenario.segments.get(*position).ok_or(Broken("segments"))?;
            Ok((*position, village.people(&segment.id).unwrap_or(People::ZERO)))
        });
        let ceilings = village.ceilings.iter().map(|one| {
            Ok((scenario.fund_at(&one.fund).ok_or(Broken("funds"))?, one.year, one.rupiah))
        });
        Ok(Self {
            people: people.collect::<Result<_, _>>()?,
            ceilings: ceilings.collect::<Result<_, _>>()?,
        })
    }
}

/// The plan of each village alone, in the order of the villages: its people, its months and its ceilings.
#[cfg(feature = "xlsx")]
pub(crate) fn alone(scenario: &Scenario) -> impl Iterator<Item = Result<Scenario, Broken>> {
    let nobody = without_others(scenario);
    let counting: Vec<usize> = counting(scenario).collect();
    scenario.villages.iter().map(move |village| {
        let mut alone = nobody.clone();
        let own = Own::of(scenario, &counting, village)?;
        for (segment, people) in own.people {
            let segment = alone.segments.get_mut(segment).ok_or(Broken("segments"))?;
            segment.enrolment =
                between(village.months(scenario.period), scenario.period.span(), people);
        }
        for (fund, year, rupiah) in own.ceilings {
            let fund = alone.funds.get_mut(fund).ok_or(Broken("funds"))?;
            fund.ceilings.push(Ceiling { year, rupiah, before: None, allocation: None });
        }
        Ok(alone)
    })
}

/// The people of a village with these months: from its first month on, and nobody after its last.
fn between(months: Span, plan: Span, people: People) -> Enrolment {
    let mut counts = vec![DatedPeople { from: months.from, people }];
    if months.to < plan.to {
        counts.push(DatedPeople { from: months.to.plus(1), people: People::ZERO });
    }
    Enrolment::Fixed { counts, eligible: None }
}

/// Works out villages that have the same months.
fn work_out(
    scenario: &Scenario,
    alone: &Scenario,
    (counting, members): (&[usize], &[usize]),
    answer: &mut Answer,
) -> Result<(), Problems> {
    let mut kernel = Kernel::of(alone)?;
    for position in members {
        let village = scenario.villages.get(*position).ok_or(Broken("villages"))?;
        let own = Own::of(scenario, counting, village)?;
        kernel.reset()?;
        for (segment, people) in own.people {
            kernel.turn(Knob::Count(SegmentAt::new(segment), 0), Cell::People(people))?;
        }
        for (fund, asked, rupiah) in own.ceilings {
            let mut years = kernel.plan.years.iter();
            // That of a year outside the plan is told among the unused inputs.
            let Some(year) = years.position(|one| one.year == asked) else { continue };
            let knob = Knob::Ceiling(FundAt::new(fund), year);
            kernel.turn(knob, Cell::Ceiling(Some(rupiah)))?;
        }
        kernel.work_out()?;
        let sums = &kernel.sums;
        answer.put(&kernel.plan, *position, &sums.asked, &sums.person_months)?;
    }
    Ok(())
}

impl VillageColumns {
    /// Sums by group; `groups` has the group of each village.
    fn summed(&self, groups: &[usize], count: usize) -> Result<Self, Problem> {
        let people = |column: &[People]| people_by(column, groups, count);
        let rupiah = |column: &[Rupiah]| rupiah_by(column, groups, count);
        let mut sums = Self { people: Vec::new(), years: Vec::new() };
        for (segment, column) in &self.people {
            sums.people.push((*segment, people(column)?));
        }
        for year in &self.years {
            let mut funds = Vec::with_capacity(year.funds.len());
            for fund in &year.funds {
                let (asked, short) = (rupiah(&fund.asked)?, rupiah(&fund.short)?);
                funds.push(FundColumns { asked, short });
            }
            let person_months = people(&year.person_months)?;
            let (all, short) = (rupiah(&year.rupiah)?, rupiah(&year.short)?);
            sums.years.push(YearColumns {
                year: year.year,
                person_months,
                rupiah: all,
                short,
                funds,
            });
        }
        Ok(sums)
    }
}

fn people_by(column: &[People], groups: &[usize], count: usize) -> Result<Vec<People>, Problem> {
    let mut sums = vec![People::ZERO; count];
    for (people, group) in column.iter().zip(groups) {
        let sum = sums.get_mut(*group).ok_or(Broken("districts"))?;
        *sum = sum.plus(*people);
        if sum.get() > Rupiah::MAX.get() {
            return Err(too_large());
        }
    }
    Ok(sums)
}

fn rupiah_by(column: &[Rupiah], groups: &[usize], count: usize) -> Result<Vec<Rupiah>, Problem> {
    let mut sums = vec![Rupiah::ZERO; count];
    for (rupiah, group) in column.iter().zip(groups) {
        let sum = sums.get_mut(*group).ok_or(Broken("districts"))?;
        *sum = sum.plus(*rupiah).ok_or_else(too_large)?;
    }
    Ok(sums)
}
