//! People: heads and members of a month, coverage and what is missing to the target.

use super::{Explanation, Quantity, Rule, leaf, node};
use crate::choices::Choice as _;
use crate::month::Month;
use crate::people::People;
use crate::plan::coverage::{Coverage, Crowd, Joined, crowd_told, points_around, share_of};
use crate::problem::Param;
use crate::scenario::{DatedPeople, Enrolment, PathShape, Question, Scenario};

/// The crowd of a scenario, who joined when, and the month that a question is about.
struct Teller<'a> {
    scenario: &'a Scenario,
    crowd: Crowd,
    joined: Vec<Joined>,
    month: Month,
}

impl<'a> Teller<'a> {
    fn new(scenario: &'a Scenario, question: &Question) -> Self {
        let mut joined = Vec::new();
        let crowd = crowd_told(scenario, &mut |one| joined.push(one));
        let plan = scenario.period.span();
        let of_year = |month: &Month| question.year.is_none_or(|year| month.year() == year);
        let last = plan.months().filter(of_year).last().unwrap_or(plan.to);
        Self { scenario, crowd, joined, month: question.month.unwrap_or(last) }
    }

    fn column(&self) -> usize {
        usize::from(self.month.since(self.scenario.period.first_month))
    }

    fn about(&self) -> Vec<(&'static str, Param)> {
        vec![("month", self.month.to_string().into())]
    }

    /// The heads of one segment: a count, or those who were there and those who joined.
    fn segment(&self, index: usize) -> Explanation {
        let heads = self.crowd.heads.get(index).and_then(|heads| heads.get(self.column()));
        let heads = Quantity::People(heads.copied().unwrap_or_default());
        let Some(segment) = self.scenario.segments.get(index) else {
            return leaf(Rule::Heads, heads, None);
        };
        let params = vec![("segment", segment.name.as_str().into())];
        let path = format!("segments[{index}].enrolment");
        let mut told = node(Rule::Heads, heads, params, Vec::new());
        match &segment.enrolment {
            _ if !segment.is_billed(self.month) => {
                told.input = Some(format!("segments[{index}].billed"));
            }
            Enrolment::Fixed { counts, .. } => {
                told.input = latest(counts, self.month)
                    .map(|position| format!("{path}.counts[{position}].people"));
            }
            Enrolment::Target { members, .. } => {
                let start =
                    leaf(Rule::Heads, Quantity::People(*members), Some(format!("{path}.members")));
                let joined = self
                    .joined
                    .iter()
                    .filter(|joined| joined.segment == index && joined.month <= self.month);
                told.rule = Rule::People;
                told.parts = [start].into_iter().chain(joined.map(enrolled)).collect();
            }
        }
        told
    }

    fn all_heads(&self) -> Vec<Explanation> {
        (0..self.scenario.segments.len()).map(|index| self.segment(index)).collect()
    }

    fn members(&self) -> Explanation {
        let workforce = self.scenario.workforce.as_ref();
        let others = workforce.and_then(|workforce| {
            let entries = &workforce.other_members;
            let position = latest(entries, self.month)?;
            let input = format!("workforce.otherMembers[{position}].people");
            Some(leaf(Rule::Heads, Quantity::People(entries.get(position)?.people), Some(input)))
        });
        people(self.about(), others.into_iter().chain(self.all_heads()).collect())
    }

    fn coverage(&self) -> Option<Coverage> {
        self.crowd.coverage.as_ref()?.get(self.column()).copied()
    }

    fn eligible(&self, coverage: Coverage) -> Explanation {
        let entries =
            self.scenario.workforce.as_ref().map(|workforce| workforce.eligible.as_slice());
        let position = latest(entries.unwrap_or_default(), self.month);
        let input = position.map(|position| format!("workforce.eligible[{position}].people"));
        leaf(Rule::Heads, Quantity::People(coverage.eligible), input)
    }

    /// Members that the target asks for: eligible times the percentage of the month.
    fn demand(&self, coverage: Coverage) -> Option<Explanation> {
        let demand = coverage.target?;
        let target = self.scenario.target.as_ref()?;
        let (before, next) = points_around(target, self.month)?;
        let point = |position: usize| {
            let percent = Quantity::Percent(target.points.get(position)?.percent);
            let input = format!("target.points[{position}].percent");
            Some(leaf(Rule::Percent, percent, Some(input)))
        };
        let path = match next.filter(|_| target.shape == PathShape::Linear) {
            Some(next) => {
                let from = target.points.get(before)?.month;
                let whole = target.points.get(next)?.month.since(from);
                let params = vec![
                    ("month", self.month.to_string().into()),
                    ("gone", u64::from(self.month.since(from)).into()),
                    ("months", u64::from(whole).into()),
                    ("shape", target.shape.name().into()),
                ];
                let parts = vec![point(before)?, point(next)?];
                node(Rule::Path, Quantity::Percent(demand.percent), params, parts)
            }
            None => point(before)?,
        };
        let parts = vec![self.eligible(coverage), path];
        Some(node(Rule::Demand, Quantity::People(demand.members), Vec::new(), parts))
    }
}

fn latest(entries: &[DatedPeople], month: Month) -> Option<usize> {
    entries.iter().rposition(|entry| entry.from <= month)
}

fn enrolled(joined: &Joined) -> Explanation {
    let params = vec![
        ("month", joined.month.to_string().into()),
        ("missing", joined.of.get().into()),
        ("room", joined.room.get().into()),
        ("rooms", joined.rooms.get().into()),
    ];
    node(Rule::Enrolled, Quantity::People(joined.people), params, Vec::new())
}

/// A sum of people.
fn people(params: Vec<(&'static str, Param)>, parts: Vec<Explanation>) -> Explanation {
    let all: People = parts.iter().map(count).sum();
    node(Rule::People, Quantity::People(all), params, parts)
}

fn count(node: &Explanation) -> People {
    match node.value {
        Quantity::People(people) => people,
        _ => People::ZERO,
    }
}

pub(super) fn heads(scenario: &Scenario, question: &Question) -> Explanation {
    let teller = Teller::new(scenario, question);
    match question.segment {
        Some(segment) => teller.segment(segment),
        None => people(teller.about(), teller.all_heads()),
    }
}

pub(super) fn members(scenario: &Scenario, question: &Question) -> Explanation {
    Teller::new(scenario, question).members()
}

/// Nothing without a workforce.
pub(super) fn coverage(scenario: &Scenario, question: &Question) -> Explanation {
    let teller = Teller::new(scenario, question);
    let members = teller.members();
    let eligible = teller.coverage().map(|coverage| teller.eligible(coverage));
    let eligible =
        eligible.unwrap_or_else(|| leaf(Rule::Heads, Quantity::People(People::ZERO), None));
    let percent = Quantity::Percent(share_of(count(&members), count(&eligible)));
    node(Rule::Coverage, percent, teller.about(), vec![members, eligible])
}

/// Nothing without a target that asks for something in this month.
pub(super) fn gap(scenario: &Scenario, question: &Question) -> Explanation {
    let teller = Teller::new(scenario, question);
    let members = teller.members();
    let demand = teller.coverage().and_then(|coverage| teller.demand(coverage));
    let demand = demand.unwrap_or_else(|| leaf(Rule::Heads, Quantity::People(People::ZERO), None));
    let gap = Quantity::People(count(&demand).less(count(&members)));
    node(Rule::Difference, gap, teller.about(), vec![demand, members])
}

/// Heads × months, by segment and run of equal heads.
pub(super) fn person_months(
    scenario: &Scenario,
    crowd: &Crowd,
    question: &Question,
) -> Explanation {
    let mut segments = Vec::new();
    for (index, (segment, heads)) in scenario.segments.iter().zip(&crowd.heads).enumerate() {
        if question.segment.is_some_and(|asked| asked != index) {
            continue;
        }
        let mut runs: Vec<(Month, Month, People)> = Vec::new();
        for (month, heads) in scenario.period.span().months().zip(heads) {
            let asked = question.year.is_none_or(|year| year == month.year())
                && question.month.is_none_or(|asked| asked == month);
            match runs.last_mut() {
                _ if !asked || *heads == People::ZERO => {}
                Some((_, to, same)) if same == heads && to.plus(1) == month => *to = month,
                _ => runs.push((month, month, *heads)),
            }
        }
        let told = runs.into_iter().map(|(from, to, heads)| {
            let months = u64::from(to.since(from)).saturating_add(1);
            let value = People::new(heads.get().saturating_mul(months));
            let params = vec![("from", from.to_string().into()), ("to", to.to_string().into())];
            let parts = vec![
                leaf(
                    Rule::Heads,
                    Quantity::People(heads),
                    Some(format!("segments[{index}].enrolment")),
                ),
                leaf(Rule::Months, Quantity::Months(months), None),
            ];
            node(Rule::Product, Quantity::People(value), params, parts)
        });
        segments.push(people(vec![("segment", segment.name.as_str().into())], told.collect()));
    }
    let year = question.year.map(|year| ("year", year.to_string().into()));
    people(year.into_iter().collect(), segments)
}
