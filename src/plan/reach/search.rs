//! The search: segments filled one after another with the very bills of the projection.

use super::walk::Walk;
use super::{Blocked, Limit, ReachFund, ReachSegment, ReachTime};
use crate::money::{Rate, Rupiah};
use crate::order::sort;
use crate::people::People;
use crate::plan::coverage::{Crowd, eligible_in, price};
use crate::plan::funding::{Bill, bills, is_contract};
use crate::problem::{Problem, problem};
use crate::scenario::{Enrolment, Request, Scenario, Segment, Share};

/// More people than any region has: a search that comes this far has no limit.
const EVERYBODY: People = People::new(300_000_000);

/// A ceiling of the plan: fund, year and amount.
pub(super) struct CeilingOf {
    pub fund: usize,
    pub year: u16,
    pub rupiah: Rupiah,
}

/// What each fund pays in each year, and all of it.
#[derive(Default)]
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
    pub scenario: &'a Scenario,
    pub planned: &'b Crowd,
    pub ceilings: Vec<CeilingOf>,
    /// Whether money is passed on: then the segments cannot be priced apart.
    passes: bool,
    /// Whether segments may be filled beyond their planned heads.
    beyond_plan: bool,
}

/// The most people that a segment is filled with, whatever the ceilings.
#[derive(Clone, Copy)]
pub(super) struct Most {
    pub people: People,
    /// Whether these are all who could be members, or all who are planned.
    pub limit: Limit,
}

impl<'a, 'b> Search<'a, 'b> {
    pub fn new(
        scenario: &'a Scenario,
        planned: &'b Crowd,
        beyond_plan: bool,
    ) -> Result<Self, Vec<Problem>> {
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
        let search = Self { scenario, planned, ceilings, passes, beyond_plan };
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

    /// The most heads of a segment that are planned in one month.
    pub fn most_planned(&self, position: usize) -> People {
        let heads = self.planned.heads.get(position).and_then(|heads| heads.iter().max());
        heads.copied().unwrap_or_default()
    }

    /// As many as could be members; where that is not known, as many as are planned; `None` beyond the plan.
    pub fn limit(&self, position: usize, segment: &Segment) -> Option<Most> {
        match eligible_in(segment) {
            Some(people) => Some(Most { people, limit: Limit::Eligible }),
            None if self.beyond_plan => None,
            None => Some(Most { people: self.most_planned(position), limit: Limit::Planned }),
        }
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
    pub fn with(&self, crowd: &mut Crowd, position: usize, people: People) {
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
    pub fn asked_of(
        &self,
        position: usize,
        others: &Spent,
        own: &Spent,
    ) -> Vec<(&CeilingOf, Rupiah)> {
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
        let limit = self.limit(position, segment);
        let all = limit.map_or(EVERYBODY, |most| most.people);
        if over(all)? == Rupiah::ZERO {
            if limit.is_none() {
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
            let most = self.limit(*position, segment);
            let full = most.filter(|most| *people >= most.people);
            let blocked = match full {
                Some(_) => None,
                None => self.blocked(&mut crowd, *position, *people)?,
            };
            self.with(&mut crowd, *position, *people);
            let heads = crowd.heads.get(*position).into_iter().flatten();
            told.push(ReachSegment {
                segment: &segment.id,
                people: *people,
                person_months: heads.copied().sum(),
                eligible: eligible_in(segment),
                planned: self.most_planned(*position),
                left_out: most.map(|most| most.people.less(*people)),
                limit: full.map_or(Limit::Ceiling, |most| most.limit),
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
            let (people, person_months, left_rupiah) = walk.last_month();
            Some(ReachTime {
                fund: &self.scenario.funds.get(ceiling.fund)?.id,
                year: ceiling.year,
                full_months: walk.full_months,
                ends_in: walk.ends_in,
                people,
                person_months,
                left_rupiah,
            })
        });
        Ok(told.collect())
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
