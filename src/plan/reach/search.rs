//! The search: segments filled one after another with the very bills of the projection.

use super::walk::Walk;
use super::{Blocked, ReachFund, ReachSegment, ReachSplit, ReachTime, SplitSegment};
use crate::money::{Rate, Rupiah, apportion};
use crate::order::sort;
use crate::people::People;
use crate::plan::coverage::{Crowd, eligible_in, price};
use crate::plan::funding::{Bill, bills, is_contract};
use crate::problem::{Problem, problem};
use crate::scenario::{Enrolment, Request, Scenario, Segment, Share};
use core::cmp::Reverse;

/// More people than any region has: a search that comes this far has no limit.
const EVERYBODY: People = People::new(300_000_000);

/// A ceiling of the plan: fund, year and amount.
pub(super) struct CeilingOf {
    pub fund: usize,
    pub year: u16,
    pub rupiah: Rupiah,
}

/// What each fund pays in each year, and all of it.
pub(super) struct Spent {
    years: Vec<(u16, Vec<Rupiah>)>,
    pub total: Rupiah,
}

impl Spent {
    fn of(&self, fund: usize, year: u16) -> Rupiah {
        let year = self.years.iter().find(|(of, _)| *of == year);
        year.and_then(|(_, funds)| funds.get(fund)).copied().unwrap_or_default()
    }
}

/// Segments with the people they were given, in the order in which they were, and what that makes of the crowd.
pub(super) struct Filled {
    pub people: Vec<(usize, People)>,
    pub crowd: Crowd,
}

pub(super) struct Search<'a, 'b> {
    scenario: &'a Scenario,
    planned: &'b Crowd,
    pub ceilings: Vec<CeilingOf>,
    /// Whether money is passed on: then the segments cannot be priced apart.
    passes: bool,
}

impl<'a, 'b> Search<'a, 'b> {
    pub fn new(scenario: &'a Scenario, planned: &'b Crowd) -> Result<Self, Vec<Problem>> {
        let plan = scenario.period.span();
        let years = plan.from.year()..=plan.to.year();
        let mut ceilings = Vec::new();
        for (fund, of) in scenario.funds.iter().enumerate() {
            // A fund that passes on is never short.
            for ceiling in of.ceilings.iter().filter(|_| of.next.is_none()) {
                if years.contains(&ceiling.year) {
                    ceilings.push(CeilingOf { fund, year: ceiling.year, rupiah: ceiling.rupiah });
                }
            }
        }
        let passes = scenario.funds.iter().any(|fund| fund.next.is_some());
        let search = Self { scenario, planned, ceilings, passes };
        search.spend(planned, &|_| true)?;
        Ok(search)
    }

    /// The segments that are filled: those that were named, or that follow a target or path, or else all.
    pub fn asked(&self, request: &Request) -> Vec<usize> {
        let segments = || self.scenario.segments.iter().enumerate();
        let grows = |segment: &Segment| !matches!(segment.enrolment, Enrolment::Fixed { .. });
        let billable =
            |(position, segment): (usize, &Segment)| (!is_contract(segment)).then_some(position);
        if let Some(named) = &request.segments {
            return named.clone();
        }
        let growing: Vec<usize> =
            segments().filter(|(_, segment)| grows(segment)).filter_map(billable).collect();
        if growing.is_empty() { segments().filter_map(billable).collect() } else { growing }
    }

    /// What one more person costs the budgets in the first billed month, the least first; ties by id.
    pub fn by_price(&self, segments: &[usize]) -> Vec<usize> {
        let ranked = |position: &usize| {
            let segment = self.scenario.segments.get(*position);
            let mut months = self.scenario.period.span().months();
            let month = segment.and_then(|segment| months.find(|month| segment.is_billed(*month)));
            let price = month.map_or(u64::MAX, |month| price(self.scenario, *position, month));
            (price, segment.map(|segment| segment.id.as_str()), *position)
        };
        let mut ranked: Vec<_> = segments.iter().map(ranked).collect();
        sort(&mut ranked, |one| *one);
        ranked.into_iter().map(|(.., position)| position).collect()
    }

    /// What the segments that `count` cost, by year and fund.
    pub fn spend(
        &self,
        crowd: &Crowd,
        count: &dyn Fn(usize) -> bool,
    ) -> Result<Spent, Vec<Problem>> {
        let funds = self.scenario.funds.len();
        let mut spent = Spent { years: Vec::new(), total: Rupiah::ZERO };
        bills(self.scenario, crowd, count, &mut |bill: Bill<'_, '_>| {
            let too_large = || problem!("amountTooLarge", "", limit = Rupiah::MAX.get());
            spent.total = spent.total.plus(bill.rupiah).ok_or_else(too_large)?;
            let year = bill.month.year();
            if spent.years.last().is_none_or(|(last, _)| *last != year) {
                spent.years.push((year, vec![Rupiah::ZERO; funds]));
            }
            if let Some((_, by_fund)) = spent.years.last_mut() {
                for payment in bill.payments {
                    if let Some(sum) = by_fund.get_mut(payment.fund) {
                        *sum = sum.and(payment.rupiah);
                    }
                }
            }
            Ok(())
        })?;
        Ok(spent)
    }

    /// The crowd with so many people in every billed month of one segment.
    fn with(&self, crowd: &mut Crowd, position: usize, people: People) {
        let segment = self.scenario.segments.get(position);
        let months = self.scenario.period.span().months();
        if let (Some(segment), Some(heads)) = (segment, crowd.heads.get_mut(position)) {
            for (month, heads) in months.zip(heads) {
                *heads = if segment.is_billed(month) { people } else { People::ZERO };
            }
        }
    }

    /// The ceilings of the funds that pay for a segment or take over, with what they are asked for: by the others and
    /// the segment in question, or by all at once.
    fn asked_of(&self, position: usize, others: &Spent, own: &Spent) -> Vec<(&CeilingOf, Rupiah)> {
        let segment = self.scenario.segments.get(position);
        let funds = segment.map_or_else(Vec::new, |segment| self.scenario.paying_for(segment));
        let mut asked = Vec::new();
        for ceiling in self.ceilings.iter().filter(|ceiling| funds.contains(&ceiling.fund)) {
            let others = others.of(ceiling.fund, ceiling.year);
            let own = own.of(ceiling.fund, ceiling.year);
            asked.push((ceiling, others.and(own)));
        }
        asked
    }

    /// What all others cost while one segment is in question; nothing where they cannot be told apart.
    fn others(&self, crowd: &Crowd, position: usize) -> Result<Spent, Vec<Problem>> {
        self.spend(crowd, &|segment| !self.passes && segment != position)
    }

    /// What the segment in question costs with so many people; all segments where they cannot be told apart.
    fn own(
        &self,
        crowd: &mut Crowd,
        position: usize,
        people: People,
    ) -> Result<Spent, Vec<Problem>> {
        self.with(crowd, position, people);
        self.spend(crowd, &|segment| self.passes || segment == position)
    }

    /// Fills segments one after another, each as far as the ceilings allow.
    pub fn fill(&self, order: &[usize]) -> Result<Filled, Vec<Problem>> {
        let mut crowd = self.planned.clone();
        for position in order {
            self.with(&mut crowd, *position, People::ZERO);
        }
        let mut people = Vec::new();
        for position in order {
            let most = self.most(&mut crowd, *position)?;
            self.with(&mut crowd, *position, most);
            people.push((*position, most));
        }
        Ok(Filled { people, crowd })
    }

    /// The most people of one segment that every ceiling pays for.
    fn most(&self, crowd: &mut Crowd, position: usize) -> Result<People, Vec<Problem>> {
        let Some(segment) = self.scenario.segments.get(position) else { return Ok(People::ZERO) };
        let others = self.others(crowd, position)?;
        // By how much the ceilings are exceeded at most; nothing where everybody fits.
        let mut over = |people: People| match self.own(crowd, position, people) {
            Ok(own) => {
                let asked = self.asked_of(position, &others, &own);
                let over = asked.iter().map(|(ceiling, rupiah)| rupiah.less(ceiling.rupiah));
                Ok(over.max().unwrap_or_default())
            }
            // What is too large for rupiah is too large for every ceiling.
            Err(problems) if problems.iter().all(|one| one.code == "amountTooLarge") => {
                Ok(Rupiah::MAX)
            }
            Err(problems) => Err(problems),
        };
        let eligible = eligible_in(segment);
        let all = eligible.unwrap_or(EVERYBODY);
        if over(all)? == Rupiah::ZERO {
            if eligible.is_none() {
                let name = segment.name.as_str();
                return Err(vec![problem!("noLimit", "funds", segment = name)]);
            }
            return Ok(all);
        }
        // Between one number that fits (or nobody) and one that does not.
        let (mut below, mut above) = (0, all.get());
        while above.saturating_sub(below) > 1 {
            let middle = below.saturating_add(above) / 2;
            if over(People::new(middle))? == Rupiah::ZERO { below = middle } else { above = middle }
        }
        // Largest remainders may ask a fund for a rupiah less of one person more, in each bill of a year: some way
        // above may fit again, until the ceiling is exceeded by more than they can give back.
        let wobble = wobble(segment);
        let mut most = below;
        for people in below.saturating_add(1)..all.get() {
            let over = over(People::new(people))?;
            if over == Rupiah::ZERO {
                most = people;
            } else if over.get() > wobble {
                break;
            }
        }
        Ok(People::new(most))
    }

    pub fn told(&self, filled: &Filled) -> Result<Vec<ReachSegment<'a>>, Vec<Problem>> {
        let mut crowd = self.planned.clone();
        for (position, _) in &filled.people {
            self.with(&mut crowd, *position, People::ZERO);
        }
        let mut told = Vec::new();
        for (position, people) in &filled.people {
            let Some(segment) = self.scenario.segments.get(*position) else { continue };
            let eligible = eligible_in(segment);
            let full = eligible.is_some_and(|eligible| *people >= eligible);
            let blocked = if full { None } else { self.blocked(&mut crowd, *position, *people)? };
            self.with(&mut crowd, *position, *people);
            told.push(ReachSegment {
                segment: &segment.id,
                people: *people,
                eligible,
                left_out: eligible.map(|eligible| eligible.less(*people)),
                limit: if full { "eligible" } else { "ceiling" },
                blocked,
            });
        }
        Ok(told)
    }

    /// The proof: what one more person would make of the ceilings.
    fn blocked(
        &self,
        crowd: &mut Crowd,
        position: usize,
        people: People,
    ) -> Result<Option<Blocked<'a>>, Vec<Problem>> {
        let others = self.others(crowd, position)?;
        let own = self.own(crowd, position, people.plus(People::new(1)))?;
        let asked = self.asked_of(position, &others, &own);
        let exceeded = asked.into_iter().find(|(ceiling, rupiah)| *rupiah > ceiling.rupiah);
        Ok(exceeded.and_then(|(ceiling, rupiah)| {
            let fund = &self.scenario.funds.get(ceiling.fund)?.id;
            Some(Blocked { fund, year: ceiling.year, ceiling_rupiah: ceiling.rupiah, rupiah })
        }))
    }

    pub fn fund(&self, ceiling: &CeilingOf, spent: &Spent) -> Option<ReachFund<'a>> {
        let rupiah = spent.of(ceiling.fund, ceiling.year);
        Some(ReachFund {
            fund: &self.scenario.funds.get(ceiling.fund)?.id,
            year: ceiling.year,
            ceiling_rupiah: ceiling.rupiah,
            rupiah,
            left_rupiah: ceiling.rupiah.less(rupiah),
        })
    }

    /// How far each ceiling goes when everybody is paid as planned, month after month; of funds that take over from
    /// others the projection says when they end.
    pub fn time(&self, crowd: &Crowd) -> Result<Vec<ReachTime<'a>>, Vec<Problem>> {
        let takes_over = |fund: usize| self.scenario.funds.iter().any(|one| one.next == Some(fund));
        let ceilings = || self.ceilings.iter().filter(|ceiling| !takes_over(ceiling.fund));
        let mut walks: Vec<Walk> = ceilings().map(|ceiling| Walk::new(ceiling.rupiah)).collect();
        bills(self.scenario, crowd, &|_| true, &mut |bill: Bill<'_, '_>| {
            for (ceiling, walk) in ceilings().zip(&mut walks) {
                if ceiling.year == bill.month.year() {
                    walk.enter(&bill, ceiling.fund);
                }
            }
            Ok(())
        })?;
        let told = ceilings().zip(walks).filter_map(|(ceiling, mut walk)| {
            walk.close();
            let (people, left_rupiah) = walk.last_month();
            Some(ReachTime {
                fund: &self.scenario.funds.get(ceiling.fund)?.id,
                year: ceiling.year,
                full_months: walk.full_months,
                ends_in: walk.ends_in,
                people,
                left_rupiah,
            })
        });
        Ok(told.collect())
    }

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
            let left_out = eligible_in(segment).map(|eligible| eligible.less(*people));
            Some(SplitSegment { segment: &segment.id, people: *people, left_out })
        });
        Ok(ReachSplit {
            order: order.map(|order| order.iter().filter_map(id).collect()),
            people: filled.people.iter().map(|(_, people)| *people).sum(),
            rupiah: self.spend(&filled.crowd, &|_| true)?.total,
            segments: segments.collect(),
        })
    }

    /// As many people as fit when each segment gets its part by those who could be members; the planned heads where
    /// that number is not known.
    fn in_proportion(&self, segments: &[usize]) -> Result<Filled, Vec<Problem>> {
        let weight = |position: &usize| {
            let planned = self.planned.heads.get(*position).and_then(|heads| heads.iter().max());
            let eligible = self.scenario.segments.get(*position).and_then(eligible_in);
            eligible.or(planned.copied()).unwrap_or_default().get()
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
                let nothing = Spent { years: Vec::new(), total: Rupiah::ZERO };
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

/// The rupiah that largest remainders can give back in a year: two for each bill and fund, of at most six bills a
/// month (JKK, JKM, two parts of JHT and of JP); nothing where one fund pays all.
fn wobble(segment: &Segment) -> u64 {
    let whole = |share: &Share| [0, Rate::WHOLE.millionths()].contains(&share.percent.millionths());
    let (payers, worker_payers) = (&segment.payers, &segment.worker_payers);
    if payers.iter().all(whole) && worker_payers.iter().all(whole) {
        return 0;
    }
    let shares = payers.len().saturating_add(worker_payers.len());
    (shares as u64).saturating_mul(2 * 6 * 12)
}

/// Who gets how many, whatever the order.
fn divided<'b>(split: &'b ReachSplit<'_>) -> Vec<(&'b str, People)> {
    let mut divided: Vec<_> = split.segments.iter().map(|one| (one.segment, one.people)).collect();
    sort(&mut divided, |one| *one);
    divided
}
