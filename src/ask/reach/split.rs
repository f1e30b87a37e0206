//! Other ways to fill the segments: in several orders, and in proportion.

use super::answer::{ReachSplit, SplitSegment};
use super::search::{Filled, Heads, Search, person_months};
use crate::code::Code;
use crate::money::apportion;
use crate::order::sort;
use crate::people::People;
use crate::plan::heads::eligible_in;
use crate::plan::row::{Broken, SegmentAt};
use crate::problem::Problems;
use core::cmp::Reverse;

/// A way to fill, and whether it is the one of the request.
type Found<'a> = (ReachSplit<'a>, bool);

impl<'a> Search<'a, '_> {
    /// Ways to fill: as requested, by price, each of the first six segments first, and in proportion.
    pub fn splits(
        &self,
        asked: &[SegmentAt],
        cheapest: &[SegmentAt],
        order: &[SegmentAt],
    ) -> Result<Vec<ReachSplit<'a>>, Problems> {
        let mut orders = vec![order.to_vec(), asked.to_vec(), cheapest.to_vec()];
        orders.extend(cheapest.iter().take(6).map(|first| {
            let mut order = vec![*first];
            order.extend(cheapest.iter().filter(|position| *position != first));
            order
        }));
        let mut found: Vec<Found<'a>> = Vec::new();
        let mut tried: Vec<Vec<SegmentAt>> = Vec::new();
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
        // The five best are kept, always with the requested one; equal divisions are listed once.
        let rank = |(split, is_asked): &Found<'a>| (Reverse(split.people), !is_asked, split.rupiah);
        sort(&mut found, rank);
        let mut best: Vec<Found<'a>> = Vec::new();
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
        order: Option<&[SegmentAt]>,
        filled: &Filled,
    ) -> Result<ReachSplit<'a>, Problems> {
        let id = |at: &SegmentAt| self.segment(*at).map(|segment| segment.id.as_str());
        let of = |(at, people): &(SegmentAt, People)| {
            let left_out = self.limit(*at)?.map(|most| most.people.less(*people));
            let segment = &self.segment(*at)?.id;
            Ok(SplitSegment { segment, people: *people, left_out })
        };
        let order = order.map(|order| order.iter().map(id).collect::<Result<_, Broken>>());
        Ok(ReachSplit {
            order: order.transpose()?,
            people: filled.people.iter().map(|(_, people)| *people).sum(),
            person_months: person_months(&filled.heads),
            rupiah: self.spend(&filled.heads)?.total,
            segments: filled.people.iter().map(of).collect::<Result<_, Broken>>()?,
        })
    }

    /// The most people that fit if each segment gets its part by eligible workers, or by planned heads where these
    /// are not known. None gets more than that number.
    fn in_proportion(&self, segments: &[SegmentAt]) -> Result<Filled, Problems> {
        let mut weights = Vec::new();
        let mut ranks = Vec::new();
        for at in segments {
            let people = match eligible_in(self.segment(*at)?) {
                Some(eligible) => eligible,
                None => self.most_planned(*at)?,
            };
            weights.push(people.get());
            ranks.push(self.plan.segments.at(*at)?.rank);
        }
        let all = weights.iter().fold(0_u64, |sum, weight| sum.saturating_add(*weight));
        let divide = |people: u64| -> Vec<(SegmentAt, People)> {
            let mut parts = vec![0; weights.len()];
            let first = |a, b| ranks.get(a) < ranks.get(b);
            apportion(people, weights.iter().copied(), all, &first, parts.iter_mut());
            segments.iter().copied().zip(parts.into_iter().map(People::new)).collect()
        };
        let mut heads = self.planned.clone();
        let (mut below, mut above) = (0, all.saturating_add(1));
        while above.saturating_sub(below) > 1 {
            let middle = below.saturating_add(above) / 2;
            for (at, people) in divide(middle) {
                self.give(&mut heads, at, people)?;
            }
            if self.fits(&heads, segments)? { below = middle } else { above = middle }
        }
        let people = divide(below);
        for (at, people) in &people {
            self.give(&mut heads, *at, *people)?;
        }
        Ok(Filled { people, heads })
    }

    /// Whether the ceilings of the funds that pay for these segments hold.
    fn fits(&self, heads: &Heads, segments: &[SegmentAt]) -> Result<bool, Problems> {
        let spent = match self.spend(heads) {
            Ok(spent) => spent,
            Err(problems) if problems.have(Code::Internal) => {
                return Err(problems);
            }
            // A plan without a price, or above the greatest rupiah, does not fit.
            Err(_) => return Ok(false),
        };
        for at in segments {
            let asked = self.asked_of(*at, &spent)?;
            if asked.iter().any(|(ceiling, rupiah)| *rupiah > ceiling.rupiah) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// People by segment, in the order of ids.
fn divided<'b>(split: &'b ReachSplit<'_>) -> Vec<(&'b str, People)> {
    let mut divided: Vec<_> = split.segments.iter().map(|one| (one.segment, one.people)).collect();
    sort(&mut divided, |one| *one);
    divided
}
