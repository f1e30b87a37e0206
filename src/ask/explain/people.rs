//! Explains people: heads, members, coverage and gaps.

use super::tree::{Basis, Explanation, Quantity, Rule, leaf, node};
use crate::choices::Choice as _;
use crate::money::Rate;
use crate::month::Month;
use crate::people::People;
use crate::plan::heads::{Coverage, Heads, Joined, Story, asked, share_of};
use crate::plan::row::{Broken, Position as _, SegmentAt};
use crate::problem::{Params, params};
use crate::scenario::{DatedPeople, Enrolment, Question, Scenario};
use crate::text::{below, digits, place};

/// People of a plan and the month of a question.
struct Explainer<'w, 'a> {
    scenario: &'a Scenario,
    heads: &'w Heads,
    story: &'w Story,
    month: Month,
}

impl<'w, 'a> Explainer<'w, 'a> {
    fn new(basis: Basis<'w, 'a>, question: &Question) -> Result<Self, Broken> {
        let Basis { scenario, heads, .. } = basis;
        let story = heads.story.as_ref().ok_or(Broken("heads month by month"))?;
        let plan = scenario.period.span();
        let of_year = |month: &Month| question.year.is_none_or(|year| month.year() == year);
        let last = plan.months().filter(of_year).last().unwrap_or(plan.to);
        Ok(Self { scenario, heads, story, month: question.month.unwrap_or(last) })
    }

    fn column(&self) -> usize {
        usize::from(self.month.since(self.scenario.period.first_month))
    }

    fn about(&self) -> Params {
        params!(month = self.month)
    }

    /// Heads of one segment: a count, or members by their movements.
    fn segment(&self, index: usize) -> Result<Explanation, Broken> {
        let row = self.heads.billed.at(SegmentAt::new(index))?;
        let heads = Quantity::People(*row.get(self.column()).ok_or(Broken("columns"))?);
        let segment = self.scenario.segments.get(index).ok_or(Broken("segments"))?;
        let params = params!(segment = segment.name.as_str());
        let path = place("segments[#].enrolment", &[index]);
        let mut shown = node(Rule::Heads, heads, params, Vec::new());
        match &segment.enrolment {
            Enrolment::Fixed { .. }
            | Enrolment::Target { .. }
            | Enrolment::Path { .. }
            | Enrolment::Villages { .. }
                if !segment.is_billed(self.month) =>
            {
                shown.input = Some(place("segments[#].billed", &[index]));
            }
            Enrolment::Fixed { counts, .. } if segment.flows.is_none() => {
                shown.input = latest(counts, self.month)
                    .map(|position| below(&path, &place(".counts[#].people", &[position])));
            }
            Enrolment::Villages { .. } if segment.flows.is_none() => {
                shown.input = Some("villages".into());
            }
            Enrolment::Fixed { .. }
            | Enrolment::Target { .. }
            | Enrolment::Path { .. }
            | Enrolment::Villages { .. } => {
                return self.movements(index, heads, shown.params);
            }
        }
        Ok(shown)
    }

    /// Members before + joined − left − those who are billed later.
    fn movements(
        &self,
        index: usize,
        heads: Quantity,
        about: Params,
    ) -> Result<Explanation, Broken> {
        let path = place("segments[#].enrolment", &[index]);
        let segment = self.scenario.segments.get(index).ok_or(Broken("segments"))?;
        let mut came = Vec::new();
        match segment.enrolment {
            Enrolment::Target { members, .. } | Enrolment::Path { members, .. } => {
                let input = Some(below(&path, ".members"));
                came.push(leaf(Rule::People, Quantity::People(members), input));
            }
            Enrolment::Fixed { .. } | Enrolment::Villages { .. } => {}
        }
        let mine = |joined: &&Joined| joined.segment.index() == index && joined.month <= self.month;
        came.extend(self.story.joined.iter().filter(mine).map(enrolled));
        let mut gone = Vec::new();
        let flows = self.story.flows.at(SegmentAt::new(index))?;
        for (month, flow) in self.scenario.period.span().months().zip(flows) {
            if month > self.month {
                break;
            }
            let by_target = matches!(segment.enrolment, Enrolment::Target { .. });
            let joined = if by_target { People::ZERO } else { flow.joined };
            let mut moves = vec![(Rule::Joined, joined, None), (Rule::Left, flow.dropped, None)];
            for (cause, people) in flow.left.into_iter() {
                moves.push((Rule::Left, people, Some(cause)));
            }
            for (rule, people, cause) in moves {
                if people == People::ZERO {
                    continue;
                }
                let cause_name = cause.map_or("count", |cause| cause.name());
                let params = params!(month = month, cause = cause_name);
                let input = if rule == Rule::Left && cause.is_some() {
                    place("segments[#].flows.leave", &[index])
                } else {
                    path.clone()
                };
                let mut moved = node(rule, Quantity::People(people), params, Vec::new());
                moved.input = Some(input);
                if rule == Rule::Joined { came.push(moved) } else { gone.push(moved) }
            }
        }
        let later = flows
            .get(self.column())
            .filter(|_| segment.flows.as_ref().is_some_and(|flows| flows.billed_from_next));
        if let Some(flow) = later.filter(|flow| flow.joined > People::ZERO) {
            let people = Quantity::People(flow.joined);
            let mut waiting = node(Rule::Waiting, people, self.about(), Vec::new());
            waiting.input = Some(place("segments[#].flows.billedFromNext", &[index]));
            gone.push(waiting);
        }
        let came = people(params!(), came)?;
        if gone.is_empty() {
            return Ok(Explanation { params: about, ..came });
        }
        Ok(node(Rule::Difference, heads, about, vec![came, people(params!(), gone)?]))
    }

    fn all_heads(&self) -> Result<Vec<Explanation>, Broken> {
        (0..self.scenario.segments.len()).map(|index| self.segment(index)).collect()
    }

    fn members(&self) -> Result<Explanation, Broken> {
        let workforce = self.scenario.workforce.as_ref();
        let others = workforce.and_then(|workforce| {
            let entries = &workforce.other_members;
            let position = latest(entries, self.month)?;
            let input = place("workforce.otherMembers[#].people", &[position]);
            Some(leaf(Rule::People, Quantity::People(entries.get(position)?.people), Some(input)))
        });
        let mut parts: Vec<Explanation> = others.into_iter().collect();
        parts.extend(self.all_heads()?);
        parts.extend(self.unlapsed());
        people(self.about(), parts)
    }

    /// Members of months that are not billed whom the planner counts until membership lapses.
    fn unlapsed(&self) -> Option<Explanation> {
        let columns = self.heads.unlapsed.iter().flat_map(|row| row.entries());
        let all: People = columns.filter_map(|column| column.get(self.column()).copied()).sum();
        let input = Some("workforce.afterLastBill".into());
        (all > People::ZERO).then(|| leaf(Rule::People, Quantity::People(all), input))
    }

    fn coverage(&self) -> Option<Coverage> {
        self.heads.coverage.as_ref()?.get(self.column()).copied()
    }

    fn eligible(&self, coverage: Coverage) -> Explanation {
        let entries =
            self.scenario.workforce.as_ref().map(|workforce| workforce.eligible.as_slice());
        let position = latest(entries.unwrap_or_default(), self.month);
        let input = position.map(|position| place("workforce.eligible[#].people", &[position]));
        leaf(Rule::People, Quantity::People(coverage.eligible), input)
    }

    /// Members that the target requires: eligible × percentage of the month.
    fn demand(&self, coverage: Coverage) -> Option<Explanation> {
        let demand = coverage.target?;
        let target = self.scenario.target.as_ref()?;
        let asked = asked(&target.path, self.month)?;
        let point = |percent: Rate, position: usize| {
            let input = place("target.points[#].percent", &[position]);
            leaf(Rule::Percent, Quantity::Percent(percent), Some(input))
        };
        let path = if asked.gone == 0 {
            point(asked.from, asked.point)
        } else {
            let next = asked.point.saturating_add(1);
            let next = next.min(target.path.points.len().saturating_sub(1));
            let (gone, whole) = asked.months;
            let params = params!(
                month = self.month,
                gone = u64::from(gone),
                months = u64::from(whole),
                shape = target.path.shape.name(),
            );
            let parts = vec![point(asked.from, asked.point), point(asked.to, next)];
            node(Rule::Path, Quantity::Percent(demand.percent), params, parts)
        };
        let parts = vec![self.eligible(coverage), path];
        Some(node(Rule::Demand, Quantity::People(demand.members), params!(), parts))
    }
}

fn latest(entries: &[DatedPeople], month: Month) -> Option<usize> {
    entries.iter().rposition(|entry| entry.from <= month)
}

fn enrolled(joined: &Joined) -> Explanation {
    let params = params!(
        month = joined.month,
        missing = joined.of.get(),
        room = joined.weight,
        rooms = joined.weights,
    );
    node(Rule::Enrolled, Quantity::People(joined.people), params, Vec::new())
}

/// Sum of people.
fn people(params: Params, parts: Vec<Explanation>) -> Result<Explanation, Broken> {
    let mut all = People::ZERO;
    for part in &parts {
        all = all.plus(part.value.people()?);
    }
    Ok(node(Rule::People, Quantity::People(all), params, parts))
}

/// Heads of a month; without a month, of the last billed month, as in the projection.
pub(super) fn heads(basis: Basis<'_, '_>, question: &Question) -> Result<Explanation, Broken> {
    let mut explainer = Explainer::new(basis, question)?;
    let Some(position) = question.segment else {
        return people(explainer.about(), explainer.all_heads()?);
    };
    if let (None, Some(segment)) = (question.month, basis.scenario.segments.get(position)) {
        let months = basis.scenario.period.span().months();
        let of_span = |month: &Month| {
            question.year.is_none_or(|year| month.year() == year) && segment.is_billed(*month)
        };
        explainer.month = months.filter(of_span).last().unwrap_or(explainer.month);
    }
    explainer.segment(position)
}

pub(super) fn members(basis: Basis<'_, '_>, question: &Question) -> Result<Explanation, Broken> {
    Explainer::new(basis, question)?.members()
}

/// Coverage of a month; `None` without a workforce.
pub(super) fn coverage(
    basis: Basis<'_, '_>,
    question: &Question,
) -> Result<Option<Explanation>, Broken> {
    let explainer = Explainer::new(basis, question)?;
    let (members, Some(coverage)) = (explainer.members()?, explainer.coverage()) else {
        return Ok(None);
    };
    let eligible = explainer.eligible(coverage);
    let percent =
        share_of(members.value.people()?, eligible.value.people()?).map(Quantity::Percent);
    let about = params!(month = explainer.month, scope = coverage.scope.name());
    Ok(percent.map(|percent| node(Rule::Coverage, percent, about, vec![members, eligible])))
}

/// Members missing to the target, 0 where it requires nothing; `None` without a workforce.
pub(super) fn gap(
    basis: Basis<'_, '_>,
    question: &Question,
) -> Result<Option<Explanation>, Broken> {
    let explainer = Explainer::new(basis, question)?;
    let (members, Some(coverage)) = (explainer.members()?, explainer.coverage()) else {
        return Ok(None);
    };
    let demand = explainer.demand(coverage);
    let demand = demand.unwrap_or_else(|| leaf(Rule::People, Quantity::People(People::ZERO), None));
    let gap = Quantity::People(demand.value.people()?.less(members.value.people()?));
    Ok(Some(node(Rule::Difference, gap, explainer.about(), vec![demand, members])))
}

/// Eligible workers who are not members; `None` without a workforce.
pub(super) fn gap_to_all(
    basis: Basis<'_, '_>,
    question: &Question,
) -> Result<Option<Explanation>, Broken> {
    let explainer = Explainer::new(basis, question)?;
    let (members, Some(coverage)) = (explainer.members()?, explainer.coverage()) else {
        return Ok(None);
    };
    let eligible = explainer.eligible(coverage);
    let gap = Quantity::People(eligible.value.people()?.less(members.value.people()?));
    Ok(Some(node(Rule::Difference, gap, explainer.about(), vec![eligible, members])))
}

/// Heads × months, for each segment and each run of months with equal heads.
pub(super) fn person_months(
    basis: Basis<'_, '_>,
    question: &Question,
) -> Result<Explanation, Broken> {
    let Basis { scenario, heads, .. } = basis;
    let mut segments = Vec::new();
    for (index, (segment, heads)) in
        scenario.segments.iter().zip(heads.billed.entries()).enumerate()
    {
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
        let shown = runs.into_iter().map(|(from, to, heads)| {
            let months = u64::from(to.since(from)).saturating_add(1);
            let value = People::new(heads.get().saturating_mul(months));
            let params = params!(from = from, to = to);
            let parts = vec![
                leaf(
                    Rule::Heads,
                    Quantity::People(heads),
                    Some(place("segments[#].enrolment", &[index])),
                ),
                leaf(Rule::Months, Quantity::Months(months), None),
            ];
            node(Rule::Product, Quantity::People(value), params, parts)
        });
        segments.push(people(params!(segment = segment.name.as_str()), shown.collect())?);
    }
    let mut about = params!();
    if let Some(year) = question.year {
        about.add("year", digits(year));
    }
    people(about, segments)
}
