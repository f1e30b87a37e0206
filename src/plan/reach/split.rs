//! Ways to fill the segments: one after another in several orders, and all in proportion.

use super::search::{Filled, Search, Spent};
use super::{ReachSplit, SplitSegment, person_months};
use crate::money::apportion;
use crate::order::sort;
use crate::people::People;
use crate::plan::coverage::eligible_in;
use crate::problem::Problem;
use core::cmp::Reverse;

impl<'a> Search<'a, '_> {
    /// Ways to fill the segments: as asked, the cheapest first, each of the first six first, and all in proportion.
    pub fn splits(
        &self,
        asked: &[usize],
        cheapest: &[usize],
        order: &[usize],
    ) -> Result<Vec<ReachSplit<'a>>, Vec<Problem>> {
        let mut orders = vec![order.to_vec(), asked.to_vec(), cheapest.to_vec()];
        orders.extend(cheapest.iter().take(6).map(|first| {
            let mut order = vec![*first];
            order.extend(cheapest.iter().filter(|position| *position != first));
            order
        }));
        let mut found: Vec<(ReachSplit<'a>, bool)> = Vec::new();
        let mut tried: Vec<Vec<usize>> = Vec::new();
        for (place, order) in orders.into_iter().enumerate() {
            if !tried.contains(&order) {
                let filled = self.fill(&order)?;
                found.push((self.split(Some(&order), &filled)?, place == 0));
                tried.push(order);
            }
        }
        if asked.len() > 1 {
            let filled = self.in_proportion(asked)?;
            found.push((self.split(None, &filled)?, false));
        }
        // The asked one stays among the five, and each way to divide the people is told once.
        let rank = |(split, is_asked): &(ReachSplit<'a>, bool)| {
            (Reverse(split.people), !is_asked, split.rupiah)
        };
        sort(&mut found, rank);
        let mut best: Vec<(ReachSplit<'a>, bool)> = Vec::new();
        for (split, is_asked) in found {
            let same = best.iter().any(|(other, _)| divided(other) == divided(&split));
            if !same {
                best.push((split, is_asked));
            }
        }
        let mut others = 5_usize.saturating_sub(best.iter().filter(|(_, asked)| *asked).count());
        best.retain(|(_, is_asked)| {
            let stays = *is_asked || others > 0;
            others = others.saturating_sub(usize::from(!is_asked));
            stays
        });
        Ok(best.into_iter().map(|(split, _)| split).collect())
    }

    fn split(
        &self,
        order: Option<&[usize]>,
        filled: &Filled,
    ) -> Result<ReachSplit<'a>, Vec<Problem>> {
        let id =
            |position: &usize| self.scenario.segments.get(*position).map(|one| one.id.as_str());
        let segments = filled.people.iter().filter_map(|(position, people)| {
            let segment = self.scenario.segments.get(*position)?;
            let most = self.limit(*position, segment);
            let left_out = most.map(|most| most.people.less(*people));
            Some(SplitSegment { segment: &segment.id, people: *people, left_out })
        });
        Ok(ReachSplit {
            order: order.map(|order| order.iter().filter_map(id).collect()),
            people: filled.people.iter().map(|(_, people)| *people).sum(),
            person_months: person_months(&filled.crowd),
            rupiah: self.spend(&filled.crowd, &|_| true)?.total,
            segments: segments.collect(),
        })
    }

    /// As many people as fit when each segment gets its part by those who could be members, or by the planned heads
    /// where that number is not known; nobody more than these.
    fn in_proportion(&self, segments: &[usize]) -> Result<Filled, Vec<Problem>> {
        let weight = |position: &usize| {
            let eligible = self.scenario.segments.get(*position).and_then(eligible_in);
            eligible.unwrap_or_else(|| self.most_planned(*position)).get()
        };
        let weights: Vec<u64> = segments.iter().map(weight).collect();
        let all = weights.iter().fold(0_u64, |sum, weight| sum.saturating_add(*weight));
        let id = |position: usize| {
            Some(self.scenario.segments.get(*segments.get(position)?)?.id.as_str())
        };
        let mut crowd = self.planned.clone();
        let weight = |position| weights.get(position).copied().unwrap_or(0);
        let divide = |people: u64| -> Vec<(usize, People)> {
            let mut parts: Vec<_> =
                segments.iter().map(|position| (*position, People::ZERO)).collect();
            let first = |a, b| id(a) < id(b);
            apportion(people, weights.len(), &weight, all, &first, &mut |position, more| {
                if let Some((_, part)) = parts.get_mut(position) {
                    *part = part.plus(People::new(more));
                }
            });
            parts
        };
        let (mut below, mut above) = (0, all.saturating_add(1));
        while above.saturating_sub(below) > 1 {
            let middle = below.saturating_add(above) / 2;
            for (position, people) in divide(middle) {
                self.with(&mut crowd, position, people);
            }
            let spent = self.spend(&crowd, &|_| true);
            let fits = spent.is_ok_and(|spent| {
                let nothing = Spent::default();
                let within = |position: &usize| {
                    self.asked_of(*position, &spent, &nothing)
                        .iter()
                        .all(|(ceiling, rupiah)| *rupiah <= ceiling.rupiah)
                };
                segments.iter().all(within)
            });
            if fits { below = middle } else { above = middle }
        }
        let people = divide(below);
        for (position, people) in &people {
            self.with(&mut crowd, *position, *people);
        }
        Ok(Filled { people, crowd })
    }
}

/// Who gets how many, whatever the order.
fn divided<'b>(split: &'b ReachSplit<'_>) -> Vec<(&'b str, People)> {
    let mut divided: Vec<_> = split.segments.iter().map(|one| (one.segment, one.people)).collect();
    sort(&mut divided, |one| *one);
    divided
}
