//! Heads: segment × month → whole people. Members leave, and join by count, path or target; heads are the members who
//! are billed.

mod coverage;
mod enrolled;
mod flow;
mod path;
mod spread;

pub use coverage::{Coverage, Demand, Scope};
pub(crate) use coverage::{eligible_in, rounded_share_of, share_of};
pub(crate) use enrolled::Enrolled;
pub(crate) use flow::{Joined, Movements, Story};
pub(crate) use path::{Asked, asked, goal};

use super::compile::{Joining, Plan, Potential};
use super::price::Prices;
use super::row::{Broken, Row, SegmentAt};
use crate::month::Month;
use crate::people::People;
use crate::scenario::Spread;
use spread::Spreading;

/// People of a plan.
pub(crate) struct Heads {
    /// Heads billed, by column.
    pub billed: Row<SegmentAt, Vec<People>>,
    /// People who joined, by column.
    pub joined: Row<SegmentAt, Vec<People>>,
    /// Members of months that are not billed who have not lapsed, by column; `None` where the planner does not count
    /// them.
    pub unlapsed: Option<Row<SegmentAt, Vec<People>>>,
    /// Movements by budget year.
    pub movements: Row<SegmentAt, Vec<Movements>>,
    /// By column; `None` without a workforce.
    pub coverage: Option<Vec<Coverage>>,
    /// Movements by month; `None` where they were not asked for.
    pub story: Option<Story>,
}

/// Sums of the months calculated so far.
struct Months<'p, 'a> {
    plan: &'p Plan<'a>,
    /// Members that count towards the target, by column.
    there: Vec<People>,
    /// Members that count in coverage, by column.
    members: Vec<People>,
    heads: Heads,
}

/// Calculates the people of a plan; with `by_month`, also the movements by month.
pub(crate) fn heads(plan: &Plan<'_>, prices: &Prices<'_>, by_month: bool) -> Result<Heads, Broken> {
    let columns = plan.months.len();
    let column = || plan.segments.map(|_| vec![People::ZERO; columns]);
    let others: Vec<People> = match &plan.workforce {
        Some(workforce) => {
            workforce.other_members.iter().map(|others| others.unwrap_or_default()).collect()
        }
        None => vec![People::ZERO; columns],
    };
    let keeps = plan.segments.entries().iter().any(|group| plan.keeps(group));
    let mut months = Months {
        plan,
        there: others.clone(),
        members: others,
        heads: Heads {
            billed: column(),
            joined: column(),
            unlapsed: keeps.then(column),
            movements: plan.segments.map(|_| vec![Movements::default(); plan.years.len()]),
            coverage: None,
            story: by_month.then(|| Story {
                flows: plan.segments.map(|_| Vec::with_capacity(columns)),
                joined: Vec::new(),
            }),
        },
    };
    let mut followers = Vec::new();
    for (at, group) in plan.segments.iter() {
        let enrolled = Enrolled::of(plan, group);
        match &group.joining {
            Joining::Target { .. } => followers.push((at, enrolled)),
            Joining::Counts(_) | Joining::Path { .. } => months.alone(at, enrolled)?,
        }
    }
    let demands = months.together(prices, &mut followers)?;
    let Months { members, mut heads, .. } = months;
    heads.coverage = plan.workforce.as_ref().map(|workforce| {
        let Potential { eligible, other_members, .. } = workforce;
        let known = eligible.iter().zip(other_members).zip(demands);
        let months = plan.months.iter().zip(members).zip(known);
        let of =
            |((month, members), ((eligible, others), target)): ((&Month, _), ((&_, &_), _))| {
                let scope = if Option::is_some(others) { Scope::Region } else { Scope::Paid };
                Coverage { month: *month, members, eligible: *eligible, scope, target }
            };
        months.map(of).collect()
    });
    Ok(heads)
}

impl Months<'_, '_> {
    /// A segment with counts or its own path, which depends on no other segment.
    fn alone(&mut self, at: SegmentAt, mut enrolled: Enrolled<'_, '_>) -> Result<(), Broken> {
        // People with counts are members while they are billed or not lapsed; people with a path always.
        let always = matches!(enrolled.group.joining, Joining::Path { .. });
        let first = *self.plan.months.first().ok_or(Broken("months"))?;
        for (year, of_year) in self.plan.years.iter().enumerate() {
            let mut column = of_year.columns.start;
            while column < of_year.columns.end {
                let month = *self.plan.months.get(column).ok_or(Broken("months"))?;
                enrolled.begin(month);
                // Until the next count nothing changes, if nobody leaves.
                let quiet = enrolled.quiet_until().map(|next| usize::from(next.since(first)));
                let end = quiet.map_or(0, |next| next.min(of_year.columns.end));
                let run = column..end.max(column.saturating_add(1));
                for column in run.clone() {
                    let month = *self.plan.months.get(column).ok_or(Broken("months"))?;
                    let is_billed = enrolled.is_billed(column);
                    let there = if always || is_billed {
                        enrolled.people
                    } else {
                        enrolled.unlapsed(is_billed, month)
                    };
                    add(&mut self.there, column, there)?;
                    self.close(at, &mut enrolled, (year, column, month), is_billed)?;
                }
                column = run.end;
            }
        }
        Ok(())
    }

    /// Segments that follow the target of the plan, month by month, and what it requires.
    fn together(
        &mut self,
        prices: &Prices<'_>,
        followers: &mut [(SegmentAt, Enrolled<'_, '_>)],
    ) -> Result<Vec<Option<Demand>>, Broken> {
        let mut demands = Vec::with_capacity(self.plan.months.len());
        let mut spreading = Spreading::new(prices);
        for (year, of_year) in self.plan.years.iter().enumerate() {
            for column in of_year.columns.clone() {
                let month = *self.plan.months.get(column).ok_or(Broken("months"))?;
                let mut there = *self.there.get(column).ok_or(Broken("columns"))?;
                for (_, enrolled) in &mut *followers {
                    enrolled.begin(month);
                    there = there.plus(enrolled.people);
                }
                let demand = self.demand(month, column)?;
                if let Some((goal, demand)) = demand {
                    let missing = demand.members.less(there);
                    let joined = self.heads.story.as_mut().map(|story| &mut story.joined);
                    spreading.spread(goal, (column, month), missing, followers, joined)?;
                }
                demands.push(demand.map(|(_, demand)| demand));
                for (at, enrolled) in &mut *followers {
                    let is_billed = enrolled.is_billed(column);
                    self.close(*at, enrolled, (year, column, month), is_billed)?;
                }
            }
        }
        Ok(demands)
    }

    /// What the target requires in a month, and how it is distributed.
    fn demand(&self, month: Month, column: usize) -> Result<Option<(Spread, Demand)>, Broken> {
        let Some(goal) = &self.plan.target else { return Ok(None) };
        let Some(asked) = asked(&goal.path, month) else { return Ok(None) };
        let eligible = match &self.plan.workforce {
            Some(workforce) => *workforce.eligible.get(column).ok_or(Broken("columns"))?,
            None => People::ZERO,
        };
        let demand = Demand { percent: asked.percent(), members: asked.members(eligible) };
        Ok(Some((goal.spread, demand)))
    }

    /// Ends the month of a segment: heads, members and movements.
    fn close(
        &mut self,
        at: SegmentAt,
        enrolled: &mut Enrolled<'_, '_>,
        (year, column, month): (usize, usize, Month),
        is_billed: bool,
    ) -> Result<(), Broken> {
        let heads = &mut self.heads;
        let kept = enrolled.unlapsed(is_billed, month);
        if kept > People::ZERO {
            let unlapsed = heads.unlapsed.as_mut().ok_or(Broken("members not yet lapsed"))?;
            add(unlapsed.at_mut(at)?, column, kept)?;
            add(&mut self.members, column, kept)?;
        }
        let flow = enrolled.take_flow();
        if is_billed {
            let billed = enrolled.bill(month, &flow);
            add(&mut self.members, column, billed)?;
            add(heads.billed.at_mut(at)?, column, billed)?;
        }
        add(heads.joined.at_mut(at)?, column, flow.joined)?;
        heads.movements.at_mut(at)?.get_mut(year).ok_or(Broken("years"))?.add(&flow);
        if let Some(story) = &mut heads.story {
            story.flows.at_mut(at)?.push(flow);
        }
        Ok(())
    }
}

fn add(column: &mut [People], at: usize, people: People) -> Result<(), Broken> {
    let cell = column.get_mut(at).ok_or(Broken("columns"))?;
    *cell = cell.plus(people);
    Ok(())
}

#[cfg(test)]
#[path = "../../../tests/common/plans.rs"]
#[allow(clippy::arithmetic_side_effects)]
pub(crate) mod plans;

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
    use super::plans::rich_plan;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

        /// In every month: members before + joined − left = members after. The sums of a year are those of its
        /// months.
        #[test]
        fn people_come_from_somewhere(plan in rich_plan()) {
            let scenario = crate::scenario::read(&serde_json::from_value(plan).unwrap()).unwrap();
            let plan = Plan::of(&scenario);
            let heads = heads(&plan, &Prices::of(&plan), true).unwrap();
            let flows = heads.story.unwrap().flows;
            for ((at, group), flows) in plan.segments.iter().zip(flows.entries()) {
                let mut there = match &group.joining {
                    Joining::Counts(_) => 0,
                    Joining::Target { members, .. } | Joining::Path { members, .. } => members.get(),
                };
                prop_assert_eq!(flows.len(), plan.months.len());
                for (flow, joined) in flows.iter().zip(heads.joined.at(at).unwrap()) {
                    let left: People = flow.left.into_iter().map(|(_, people)| people).sum();
                    there = there + flow.joined.get() - flow.dropped.get() - left.get();
                    prop_assert_eq!(there, flow.enrolled.get());
                    prop_assert!(flow.proposed >= flow.joined);
                    prop_assert_eq!(flow.joined, *joined);
                }
                for (year, sums) in plan.years.iter().zip(heads.movements.at(at).unwrap()) {
                    let months = &flows[year.columns.clone()];
                    prop_assert_eq!(sums.joined, months.iter().map(|flow| flow.joined).sum());
                    prop_assert_eq!(sums.proposed, months.iter().map(|flow| flow.proposed).sum());
                    prop_assert_eq!(sums.enrolled, months.last().unwrap().enrolled);
                }
            }
        }
    }
}
