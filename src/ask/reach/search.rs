//! Search for the most people: segments are filled one after another, with the prices of the plan and the same split
//! of bills.

use super::answer::{Blocked, Limit, ReachFund, ReachSegment, ReachTime};
use super::spent::Spent;
use super::walk::Walk;
use crate::choices::Choice as _;
use crate::code::Code;
use crate::money::{Rate, Rupiah};
use crate::order::sort;
use crate::people::People;
use crate::plan::compile::{Group, Plan, Shares};
use crate::plan::cost::{Bills, bills};
use crate::plan::heads::eligible_in;
use crate::plan::price::Prices;
use crate::plan::row::{Broken, FundAt, Position as _, Row, SegmentAt};
use crate::problem::{Problems, problem};
use crate::scenario::{Enrolment, Fund, Programme, Request, Scenario, Segment};
use core::cmp::Reverse;

/// Greatest number of people that the input accepts; a search that reaches it has no limit.
const EVERYBODY: People = People::new(300_000_000);

/// Heads by segment and column.
pub(super) type Heads = Row<SegmentAt, Vec<People>>;

/// Ceiling of a fund in a budget year.
pub(super) struct CeilingOf {
    fund: FundAt,
    /// Position among the budget years of the plan.
    place: usize,
    year: u16,
    pub rupiah: Rupiah,
}

/// Filled segments with their people, in order, and the resulting heads.
pub(super) struct Filled {
    pub people: Vec<(SegmentAt, People)>,
    pub heads: Heads,
}

/// Most people of a segment, apart from ceilings.
#[derive(Clone, Copy)]
pub(super) struct Most {
    pub people: People,
    /// Whether that is all eligible workers or all planned heads.
    pub limit: Limit,
}

pub(super) struct Search<'a, 'p> {
    scenario: &'a Scenario,
    pub plan: &'p Plan<'a>,
    prices: &'p Prices<'a>,
    pub planned: &'p Heads,
    ceilings: Vec<CeilingOf>,
    /// Funds with a next fund, each before its next.
    order_of_use: Vec<FundAt>,
    /// Whether segments without a number of eligible workers may be filled beyond their planned heads.
    beyond_plan: bool,
}

impl<'a, 'p> Search<'a, 'p> {
    pub fn new(
        scenario: &'a Scenario,
        plan: &'p Plan<'a>,
        prices: &'p Prices<'a>,
        planned: &'p Heads,
        beyond_plan: bool,
    ) -> Result<Self, Problems> {
        let mut ceilings = Vec::new();
        // A fund with a next fund has no shortfall of its own.
        let funds =
            plan.funds.iter().zip(&scenario.funds).filter(|((_, one), _)| one.next.is_none());
        for ((fund, _), of) in funds {
            for ceiling in &of.ceilings {
                let year = ceiling.year;
                if let Some(place) = plan.years.iter().position(|one| one.year == year) {
                    ceilings.push(CeilingOf { fund, place, year, rupiah: ceiling.rupiah });
                }
            }
        }
        let order_of_use = order_of_use(plan);
        let search = Self { scenario, plan, prices, planned, ceilings, order_of_use, beyond_plan };
        search.spend(planned)?;
        Ok(search)
    }

    pub fn segment(&self, at: SegmentAt) -> Result<&'a Segment, Broken> {
        self.scenario.segments.get(at.index()).ok_or(Broken("segments"))
    }

    fn fund(&self, at: FundAt) -> Result<&'a Fund, Broken> {
        self.scenario.funds.get(at.index()).ok_or(Broken("funds"))
    }

    /// Segments to fill: those of the request; else those that follow a target or path; else all.
    pub fn asked(&self, request: &Request) -> Vec<SegmentAt> {
        if let Some(named) = &request.segments {
            return named.iter().map(|segment| SegmentAt::new(*segment)).collect();
        }
        let grows = |segment: &Segment| match segment.enrolment {
            Enrolment::Target { .. } | Enrolment::Path { .. } => true,
            Enrolment::Fixed { .. } | Enrolment::Villages { .. } => false,
        };
        let segments = self.scenario.segments.iter().enumerate();
        let billable = segments.filter(|(_, segment)| !segment.is_contract());
        let (growing, others): (Vec<_>, Vec<_>) = billable.partition(|(_, segment)| grows(segment));
        let chosen = if growing.is_empty() { others } else { growing };
        chosen.into_iter().map(|(position, _)| SegmentAt::new(position)).collect()
    }

    /// Orders segments by what the budgets pay for one more head in the first billed month; equal ones by id.
    pub fn by_price(&self, segments: &[SegmentAt]) -> Result<Vec<SegmentAt>, Broken> {
        let mut ranked = Vec::new();
        for at in segments {
            let group = self.plan.segments.at(*at)?;
            let price = match group.billed.first() {
                Some(columns) => self.prices.of_budgets(group, *at, columns.start)?,
                None => u64::MAX,
            };
            ranked.push((price, group.rank, *at));
        }
        sort(&mut ranked, |one| *one);
        Ok(ranked.into_iter().map(|(.., position)| position).collect())
    }

    /// Most planned heads of one month.
    pub fn most_planned(&self, at: SegmentAt) -> Result<People, Broken> {
        Ok(self.planned.at(at)?.iter().max().copied().unwrap_or_default())
    }

    /// Eligible workers, else planned heads; `None` where the segment may grow beyond the plan.
    pub fn limit(&self, at: SegmentAt) -> Result<Option<Most>, Broken> {
        Ok(match eligible_in(self.segment(at)?) {
            Some(people) => Some(Most { people, limit: Limit::Eligible }),
            None if self.beyond_plan => None,
            None => Some(Most { people: self.most_planned(at)?, limit: Limit::Planned }),
        })
    }

    /// What all segments ask of each fund in each year.
    pub fn spend(&self, heads: &Heads) -> Result<Spent, Problems> {
        let spent = Spent::of(self.plan, self.prices, heads, &|_| true)?;
        Ok(spent.pass_on(self.plan, &self.order_of_use)?)
    }

    /// Sets the heads of every billed month of a segment.
    pub fn give(&self, heads: &mut Heads, at: SegmentAt, people: People) -> Result<(), Broken> {
        let row = heads.at_mut(at)?;
        row.fill(People::ZERO);
        for columns in &self.plan.segments.at(at)?.billed {
            row.get_mut(columns.clone()).ok_or(Broken("columns"))?.fill(people);
        }
        Ok(())
    }

    /// Planned heads, with none in these segments.
    fn emptied(&self, segments: impl Iterator<Item = SegmentAt>) -> Result<Heads, Broken> {
        let mut heads = self.planned.clone();
        for at in segments {
            self.give(&mut heads, at, People::ZERO)?;
        }
        Ok(heads)
    }

    /// Ceilings of the funds that may pay for a segment, with what they are asked for.
    pub fn asked_of(
        &self,
        at: SegmentAt,
        spent: &Spent,
    ) -> Result<Vec<(&CeilingOf, Rupiah)>, Broken> {
        let group = self.plan.segments.at(at)?;
        let ceilings = self.ceilings.iter().filter(|one| group.paying.contains(&one.fund));
        ceilings.map(|one| Ok((one, spent.at(one.place, one.fund)?))).collect()
    }

    /// Cost of all other segments, before anything is passed on.
    fn others(&self, heads: &Heads, at: SegmentAt) -> Result<Spent, Problems> {
        Spent::of(self.plan, self.prices, heads, &|segment| segment != at)
    }

    /// Cost of the segment with this many people, and of the others.
    fn own(
        &self,
        heads: &mut Heads,
        at: SegmentAt,
        people: People,
        others: &Spent,
    ) -> Result<Spent, Problems> {
        self.give(heads, at, people)?;
        let own = Spent::of(self.plan, self.prices, heads, &|segment| segment == at)?;
        let fits = |spent: &Spent| self.order_of_use.is_empty() || spent.total <= Rupiah::MAX;
        match own.with(others).filter(fits) {
            Some(spent) => Ok(spent.pass_on(self.plan, &self.order_of_use)?),
            None => Err(problem!(AmountTooLarge, "", limit = Rupiah::MAX.get()).into()),
        }
    }

    /// Fills segments in order, each as far as the ceilings allow.
    pub fn fill(&self, order: &[SegmentAt]) -> Result<Filled, Problems> {
        let mut heads = self.emptied(order.iter().copied())?;
        let mut people = Vec::new();
        for at in order {
            let most = self.most(&mut heads, *at)?;
            self.give(&mut heads, *at, most)?;
            people.push((*at, most));
        }
        Ok(Filled { people, heads })
    }

    /// Most people of a segment for whom every ceiling pays.
    fn most(&self, heads: &mut Heads, at: SegmentAt) -> Result<People, Problems> {
        let others = self.others(heads, at)?;
        // Greatest excess over any ceiling; `None` where everything fits.
        let mut over = |people: People| {
            match self.own(heads, at, people, &others) {
                Ok(spent) => {
                    let asked = self.asked_of(at, &spent)?;
                    let over = asked.iter().map(|(ceiling, rupiah)| rupiah.less(ceiling.rupiah));
                    Ok(over.max().unwrap_or_default())
                }
                // An amount above the greatest rupiah exceeds every ceiling.
                Err(problems) if problems.are_all(Code::AmountTooLarge) => Ok(Rupiah::MAX),
                Err(problems) => Err(problems),
            }
        };
        let limit = self.limit(at)?;
        let all = limit.map_or(EVERYBODY, |most| most.people);
        if over(all)? == Rupiah::ZERO {
            if limit.is_none() {
                let name = self.segment(at)?.name.as_str();
                return Err(problem!(NoLimit, "funds", segment = name).into());
            }
            return Ok(all);
        }
        // Bisects between a number that fits and one that does not.
        let (mut below, mut above) = (0, all.get());
        while above.saturating_sub(below) > 1 {
            let middle = below.saturating_add(above) / 2;
            if over(People::new(middle))? == Rupiah::ZERO { below = middle } else { above = middle }
        }
        // With one person more, largest remainders may ask a fund for one rupiah less in each bill. So a few numbers
        // above may fit again, until the excess is greater than all such rupiah of a year.
        let slack = remainder_slack(self.plan.segments.at(at)?);
        let mut most = below;
        for people in below.saturating_add(1)..all.get() {
            let over = over(People::new(people))?;
            if over == Rupiah::ZERO {
                most = people;
            } else if over.get() > slack {
                break;
            }
        }
        Ok(People::new(most))
    }

    pub fn segments(&self, filled: &Filled) -> Result<Vec<ReachSegment<'a>>, Problems> {
        let mut heads = self.emptied(filled.people.iter().map(|(at, _)| *at))?;
        let mut reached = Vec::new();
        for (at, people) in &filled.people {
            let segment = self.segment(*at)?;
            let most = self.limit(*at)?;
            let full = most.filter(|most| *people >= most.people);
            let blocked = match full {
                Some(_) => None,
                None => self.blocked(&mut heads, *at, *people)?,
            };
            self.give(&mut heads, *at, *people)?;
            reached.push(ReachSegment {
                segment: &segment.id,
                people: *people,
                person_months: heads.at(*at)?.iter().copied().sum(),
                eligible: eligible_in(segment),
                planned: self.most_planned(*at)?,
                left_out: most.map(|most| most.people.less(*people)),
                limit: full.map_or(Limit::Ceiling, |most| most.limit),
                blocked,
            });
        }
        Ok(reached)
    }

    /// Proof: the ceiling that one more person would exceed.
    fn blocked(
        &self,
        heads: &mut Heads,
        at: SegmentAt,
        people: People,
    ) -> Result<Option<Blocked<'a>>, Problems> {
        let others = self.others(heads, at)?;
        let spent = self.own(heads, at, people.plus(People::new(1)), &others)?;
        let asked = self.asked_of(at, &spent)?;
        let exceeded = asked.into_iter().find(|(ceiling, rupiah)| *rupiah > ceiling.rupiah);
        let Some((ceiling, rupiah)) = exceeded else { return Ok(None) };
        let fund = &self.fund(ceiling.fund)?.id;
        let CeilingOf { year, rupiah: ceiling_rupiah, .. } = *ceiling;
        Ok(Some(Blocked { fund, year, ceiling_rupiah, rupiah }))
    }

    /// Ceilings and what is left of them.
    pub fn funds(&self, spent: &Spent) -> Result<Vec<ReachFund<'a>>, Broken> {
        let of = |ceiling: &CeilingOf| {
            let rupiah = spent.at(ceiling.place, ceiling.fund)?;
            Ok(ReachFund {
                fund: &self.fund(ceiling.fund)?.id,
                year: ceiling.year,
                ceiling_rupiah: ceiling.rupiah,
                rupiah,
                left_rupiah: ceiling.rupiah.less(rupiah),
            })
        };
        self.ceilings.iter().map(of).collect()
    }

    /// How long each ceiling lasts when the planned heads are paid month by month. Funds with a next fund are left
    /// out; the projection gives the month in which they end.
    pub fn time(&self) -> Result<Vec<ReachTime<'a>>, Problems> {
        let takes_over = |fund| self.plan.funds.iter().any(|(_, one)| one.next == Some(fund));
        let ceilings: Vec<&CeilingOf> =
            self.ceilings.iter().filter(|ceiling| !takes_over(ceiling.fund)).collect();
        let walks = ceilings.iter().map(|ceiling| Walk::new(ceiling.fund, ceiling.rupiah));
        let mut walks: Vec<Walk<'p, 'a>> = walks.collect();
        Bills::of(self.plan, self.prices, self.planned, &|_| true)?;
        let (mut year, mut month) = (0_usize, None);
        bills(self.plan, self.prices, self.planned, &|_, _| true, &mut |bill| {
            while self.plan.years.get(year).is_some_and(|year| year.columns.end <= bill.column) {
                year = year.saturating_add(1);
            }
            let of_year = ceilings.iter().zip(&mut walks).filter(|(one, _)| one.place == year);
            let begins = month.replace(bill.month) != Some(bill.month);
            for (ceiling, walk) in of_year {
                if begins {
                    walk.begin(bill.month);
                }
                if bill.shares.funds.contains(&Some(ceiling.fund)) {
                    walk.enter(&bill);
                }
            }
            Ok(())
        })?;
        let mut time = Vec::new();
        for (ceiling, mut walk) in ceilings.into_iter().zip(walks) {
            walk.close();
            let (people, person_months, left_rupiah) = walk.last_month();
            time.push(ReachTime {
                fund: &self.fund(ceiling.fund)?.id,
                year: ceiling.year,
                full_months: walk.full_months,
                ends_in: walk.ends_in,
                people,
                person_months,
                left_rupiah,
            });
        }
        Ok(time)
    }
}

/// Most rupiah by which largest remainders may lower a fund's amount in a year: two for each bill and fund, with at most
/// one bill a month for each programme and part. 0 where one fund pays everything.
fn remainder_slack(group: &Group<'_>) -> u64 {
    let whole = |share: &Rate| [0, Rate::WHOLE.millionths()].contains(&share.millionths());
    let is_whole = |shares: &Shares| shares.percents.iter().all(whole);
    if group.shares.iter().all(|(_, shares)| is_whole(shares)) {
        return 0;
    }
    let shares = group.shares.iter().map(|(_, shares)| shares.percents.len() as u64);
    let bills = Programme::ALL.len().saturating_mul(2) as u64; // payer's part and worker's part
    shares.fold(0_u64, u64::saturating_add).saturating_mul(bills).saturating_mul(2 * 12)
}

/// Funds with a next fund in the order of use, each before its next: those with the longest way to the last come first.
fn order_of_use(plan: &Plan<'_>) -> Vec<FundAt> {
    let next = |at: &FundAt| plan.funds.at(*at).ok().and_then(|purse| purse.next);
    let ways = plan.funds.iter().filter(|(_, purse)| purse.next.is_some());
    let ways = ways.map(|(at, _)| (core::iter::successors(Some(at), next).count(), at));
    let mut ways: Vec<(usize, FundAt)> = ways.collect();
    sort(&mut ways, |(way, _)| Reverse(*way));
    ways.into_iter().map(|(_, at)| at).collect()
}

/// Heads of all segments summed over months.
pub(super) fn person_months(heads: &Row<SegmentAt, Vec<People>>) -> People {
    heads.entries().iter().flatten().copied().sum()
}
