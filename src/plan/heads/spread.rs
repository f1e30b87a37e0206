//! Distributes the missing members over the segments that follow the target.

use super::enrolled::Enrolled;
use super::flow::Joined;
use crate::money::{Rate, apportion};
use crate::month::Month;
use crate::order::sort;
use crate::people::People;
use crate::plan::compile::Joining;
use crate::plan::price::Prices;
use crate::plan::row::{Broken, SegmentAt};
use crate::scenario::Spread;

/// Buffers for all months.
pub(super) struct Spreading<'t, 'a> {
    prices: &'t Prices<'a>,
    growing: Vec<Growing>,
    parts: Vec<u64>,
}

/// A segment that may grow in the current month.
#[derive(Clone, Copy)]
struct Growing {
    /// Position among the segments that follow the target.
    follower: usize,
    /// Rank of its id; it decides between equals, so that reordering rows on the page changes nothing.
    id: usize,
    /// Segments with a lower rank are filled first.
    rank: u64,
    /// Weight by quota; `None`: by room.
    quota: Option<u64>,
    room: People,
}

impl Growing {
    fn weight(&self) -> u64 {
        if self.room > People::ZERO { self.quota.unwrap_or(self.room.get()) } else { 0 }
    }
}

impl<'t, 'a> Spreading<'t, 'a> {
    pub const fn new(prices: &'t Prices<'a>) -> Self {
        Self { prices, growing: Vec::new(), parts: Vec::new() }
    }

    pub fn spread(
        &mut self,
        spread: Spread,
        (column, month): (usize, Month),
        missing: People,
        followers: &mut [(SegmentAt, Enrolled<'_, '_>)],
        mut joined: Option<&mut Vec<Joined>>,
    ) -> Result<(), Broken> {
        if missing == People::ZERO {
            return Ok(());
        }
        let mut growing = core::mem::take(&mut self.growing);
        growing.clear();
        for (follower, (at, enrolled)) in followers.iter().enumerate() {
            let group = enrolled.group;
            let Joining::Target { eligible, part, .. } = &group.joining else { continue };
            let room = eligible.less(enrolled.people);
            let room = part.most_per_month.map_or(room, |most| room.min(most));
            if room == People::ZERO {
                continue;
            }
            let (rank, quota) = match spread {
                Spread::Proportional => (0, None),
                Spread::Quota => (0, Some(part.quota.map_or(0, Rate::millionths))),
                Spread::Priority => (part.priority.unwrap_or(u64::MAX), None),
                Spread::Cheapest => (self.prices.of_budgets(group, *at, column)?, None),
            };
            growing.push(Growing { follower, id: group.rank, rank, quota, room });
        }
        sort(&mut growing, |one| one.rank);
        let mut left = missing;
        for tier in growing.chunk_by_mut(|a, b| a.rank == b.rank) {
            let placed = self.fill(tier, (left, month), followers, &mut joined)?;
            left = left.less(placed);
        }
        self.growing = growing;
        Ok(())
    }

    /// Distributes people by weight, at most up to the room of each segment, and repeats with the rest. Returns how
    /// many were placed.
    fn fill(
        &mut self,
        tier: &mut [Growing],
        (people, month): (People, Month),
        followers: &mut [(SegmentAt, Enrolled<'_, '_>)],
        joined: &mut Option<&mut Vec<Joined>>,
    ) -> Result<People, Broken> {
        let mut placed = People::ZERO;
        loop {
            let weighted = || tier.iter().filter(|one| one.weight() > 0);
            let weights = weighted().fold(0_u64, |sum, one| sum.saturating_add(one.weight()));
            let room: People = weighted().map(|one| one.room).sum();
            let of = people.less(placed).min(room);
            if of == People::ZERO {
                return Ok(placed);
            }
            let parts = &mut self.parts;
            parts.clear();
            parts.resize(tier.len(), 0);
            let id = |position: usize| tier.get(position).map(|one| one.id);
            let first = |a, b| id(a) < id(b);
            let all = tier.iter().map(Growing::weight);
            apportion(of.get(), all, weights, &first, parts.iter_mut());
            for (one, part) in tier.iter_mut().zip(&self.parts) {
                let people = People::new(*part).min(one.room);
                if people == People::ZERO {
                    continue;
                }
                let weight = one.weight();
                one.room = one.room.less(people);
                placed = placed.plus(people);
                let follower =
                    followers.get_mut(one.follower).ok_or(Broken("segments of a target"))?;
                let (segment, enrolled) = follower;
                enrolled.join(people);
                if let Some(joined) = joined {
                    let segment = *segment;
                    joined.push(Joined { month, segment, people, of, weight, weights });
                }
            }
        }
    }
}
