//! Plan and realisation row by row: one for each month of a segment, or of each of its villages.

use super::answer::{Balance, Counted, Deviation, NotKnown};
use crate::money::{Rupiah, apportion};
use crate::month::Month;
use crate::people::People;
use crate::plan::{Broken, Plan, Position as _, Prices, Row, SegmentAt};
use crate::problem::{Problems, problem};
use crate::scenario::{RealisedRow, Scenario};
use crate::text::place;
use std::collections::BTreeSet;

/// A row of the comparison.
pub(super) struct Line<'a> {
    pub column: usize,
    pub month: Month,
    pub segment: usize,
    pub village: Option<usize>,
    /// Of one head; of a contract, of the whole.
    pub price: Option<Rupiah>,
    pub plan_people: People,
    pub plan: Rupiah,
    pub realised: Option<&'a RealisedRow>,
    pub billed: Option<Rupiah>,
    pub paid: Option<Rupiah>,
    pub compared: Balance,
}

/// What lines are made of.
pub(super) struct Table<'t, 'a> {
    pub scenario: &'a Scenario,
    pub plan: &'t Plan<'a>,
    pub prices: &'t Prices<'a>,
    /// Heads billed, by column.
    pub heads: &'t Row<SegmentAt, Vec<People>>,
    /// Segments of which a row names a village.
    pub by_village: BTreeSet<usize>,
}

impl<'a> Table<'_, 'a> {
    /// Contribution of one head; `None`: the law has no price, and nobody is billed.
    pub fn price(&self, at: SegmentAt, column: usize) -> Result<Option<Rupiah>, Problems> {
        let group = self.plan.segments.at(at)?;
        if group.contract_column().is_some_and(|billed| billed != column) {
            return Ok(Some(Rupiah::ZERO));
        }
        let Ok(levies) = self.prices.levies(self.prices.cell(at, column)?) else { return Ok(None) };
        let price = Rupiah::all(levies.iter().map(|levy| levy.rupiah));
        price.map(Some).ok_or_else(|| too_large(at.index()))
    }

    /// So many heads at a price; a contract is billed once, whatever its heads.
    pub fn times(
        &self,
        at: SegmentAt,
        price: Option<Rupiah>,
        people: People,
    ) -> Result<Rupiah, Problems> {
        if people == People::ZERO {
            return Ok(Rupiah::ZERO);
        }
        let price = price.ok_or(Broken("price of a billed month"))?;
        let is_contract = self.plan.segments.at(at)?.is_contract();
        let people = if is_contract { People::new(1) } else { people };
        price.times(people).ok_or_else(|| too_large(at.index()))
    }

    /// Planned heads of each village: those of the segment, divided by the people that the villages count.
    pub fn of_villages(
        &self,
        at: SegmentAt,
        column: usize,
    ) -> Result<Vec<(usize, People)>, Broken> {
        let segment = self.scenario.segments.get(at.index()).ok_or(Broken("segments"))?;
        let month = *self.plan.months.get(column).ok_or(Broken("months"))?;
        let heads = *self.heads.at(at)?.get(column).ok_or(Broken("columns"))?;
        let there = self.scenario.villages.iter().enumerate().filter_map(|(position, village)| {
            let people = village.people(&segment.id)?;
            village.months(self.scenario.period).contains(month).then_some((position, people))
        });
        let there: Vec<(usize, People)> = there.collect();
        let weights: Vec<u64> = there.iter().map(|(_, people)| people.get()).collect();
        let whole: People = there.iter().map(|(_, people)| *people).sum();
        let mut parts = vec![0_u64; weights.len()];
        if whole > People::ZERO {
            let first = |a: usize, b: usize| a < b;
            let weights = weights.into_iter();
            apportion(heads.get(), weights, whole.get(), &first, parts.iter_mut());
        }
        Ok(there
            .iter()
            .zip(parts)
            .map(|((village, _), part)| (*village, People::new(part)))
            .collect())
    }

    /// The line of one month of a segment or village.
    pub fn line(
        &self,
        at: SegmentAt,
        column: usize,
        (village, plan_people): (Option<usize>, People),
        realised: Option<&'a RealisedRow>,
    ) -> Result<Line<'a>, Problems> {
        let price = self.price(at, column)?;
        let plan = self.times(at, price, plan_people)?;
        let worth =
            |people: Option<People>| people.map(|people| self.times(at, price, people)).transpose();
        let row = realised;
        let heads = row.and_then(RealisedRow::billed);
        let expected = worth(heads)?;
        let named = row.and_then(|row| row.billed_rupiah);
        let stated = row.and_then(|row| row.paid_rupiah);
        let billed = named.or(expected).or(stated);
        let of_paid = worth(row.and_then(|row| row.paid))?;
        // Who was paid, at the price of the month, unless the rupiah are named; a day of payment pays the whole bill.
        let on_a_day = billed.filter(|_| row.is_some_and(|row| row.paid_on.is_some()));
        let paid = stated.or(whole_bill(row, billed)).or(of_paid).or(on_a_day);
        let mut compared = Balance { plan_rupiah: plan, ..Balance::default() };
        match (billed, paid) {
            (Some(billed), Some(paid)) => {
                compared.known = 1;
                compared.compared_rupiah = plan;
                compared.billed_rupiah = billed;
                compared.paid_rupiah = paid;
                compared.arrears_rupiah = billed.less(paid);
                let people = heads.zip(expected).map(|(heads, expected)| Heads {
                    now: heads,
                    expected,
                    planned: plan_people,
                });
                compared.deviation = deviation(plan, billed, paid, people);
            }
            (None | Some(_), None | Some(_)) => compared.unknown = 1,
        }
        let step = |people: Option<People>| -> Result<Counted, Problems> {
            let Some(people) = people else { return Ok(Counted::default()) };
            Ok(Counted { rows: 1, person_months: people, rupiah: self.times(at, price, people)? })
        };
        compared.quota = step(row.and_then(|row| row.quota))?;
        compared.verified = step(row.and_then(|row| row.verified))?;
        compared.paid = step(row.and_then(|row| row.paid))?;
        if compared.quota.rows == 1 && compared.verified.rows == 1 {
            compared.unspent_rupiah = compared.quota.rupiah.less(compared.verified.rupiah);
        }
        let month = *self.plan.months.get(column).ok_or(Broken("months"))?;
        let segment = at.index();
        Ok(Line {
            column,
            month,
            segment,
            village,
            price,
            plan_people,
            plan,
            realised,
            billed,
            paid,
            compared,
        })
    }
}

/// A bill that is named, of people who were all paid, is paid whole: a bill with back pay or a fine in it is not left
/// unpaid because its people × price is less.
fn whole_bill(row: Option<&RealisedRow>, billed: Option<Rupiah>) -> Option<Rupiah> {
    let row = row?;
    row.billed_rupiah?;
    billed.filter(|_| row.paid.is_some() && row.paid == row.billed())
}

/// People of a line: billed, with their people × price, and planned.
struct Heads {
    now: People,
    expected: Rupiah,
    planned: People,
}

/// Paid − planned by cause; the parts sum to it because each amount between the two is added once and taken off once.
fn deviation(plan: Rupiah, billed: Rupiah, paid: Rupiah, people: Option<Heads>) -> Deviation {
    let mut parts = Deviation {
        rupiah: minus(paid, plan),
        timing: minus(paid, billed),
        ..Deviation::default()
    };
    match people {
        None => parts.undivided = minus(billed, plan),
        Some(Heads { now, expected, planned }) => {
            let more = minus(expected, plan);
            let both = now > People::ZERO && planned > People::ZERO;
            *(if both { &mut parts.people } else { &mut parts.months }) = more;
            parts.price = minus(billed, expected);
        }
    }
    parts
}

/// Difference of two amounts below 2^53.
pub(super) const fn minus(one: Rupiah, other: Rupiah) -> i64 {
    one.get().cast_signed().saturating_sub(other.get().cast_signed())
}

pub(super) fn too_large(segment: usize) -> Problems {
    problem!(AmountTooLarge, place("segments[#]", &[segment]), limit = Rupiah::MAX.get()).into()
}

impl Line<'_> {
    /// What is not known of it.
    pub fn unknown(&self) -> Option<NotKnown> {
        match (self.billed, self.paid) {
            (_, Some(_)) => None,
            (Some(_), None) => Some(NotKnown::Payment),
            (None, None) => Some(NotKnown::Row),
        }
    }

    /// What will have been billed: the bill, or the payment where that is more; `None`: not known.
    pub fn done(&self) -> Option<Rupiah> {
        self.billed.map(|billed| billed.max(self.paid.unwrap_or(billed)))
    }

    /// People whose contributions were paid; `None`: not known.
    pub fn members(&self) -> Option<People> {
        let row = self.realised?;
        let paid = self.paid?;
        row.paid.or_else(|| if paid == Rupiah::ZERO { Some(People::ZERO) } else { row.billed() })
    }
}

impl Balance {
    /// Sum of lines; `None` above the greatest rupiah.
    pub(super) fn sum<'l>(all: impl IntoIterator<Item = &'l Self>) -> Option<Self> {
        all.into_iter().try_fold(Self::default(), Self::plus)
    }

    fn plus(self, other: &Self) -> Option<Self> {
        let Self {
            plan_rupiah,
            compared_rupiah,
            billed_rupiah,
            paid_rupiah,
            arrears_rupiah,
            known,
            unknown,
            deviation,
            quota,
            verified,
            paid,
            unspent_rupiah,
        } = *other;
        Some(Self {
            plan_rupiah: self.plan_rupiah.plus(plan_rupiah)?,
            compared_rupiah: self.compared_rupiah.plus(compared_rupiah)?,
            billed_rupiah: self.billed_rupiah.plus(billed_rupiah)?,
            paid_rupiah: self.paid_rupiah.plus(paid_rupiah)?,
            arrears_rupiah: self.arrears_rupiah.plus(arrears_rupiah)?,
            known: self.known.checked_add(known)?,
            unknown: self.unknown.checked_add(unknown)?,
            deviation: self.deviation.plus(deviation)?,
            quota: self.quota.plus(quota)?,
            verified: self.verified.plus(verified)?,
            paid: self.paid.plus(paid)?,
            unspent_rupiah: self.unspent_rupiah.plus(unspent_rupiah)?,
        })
    }
}

impl Counted {
    fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            rows: self.rows.checked_add(other.rows)?,
            person_months: self.person_months.plus(other.person_months),
            rupiah: self.rupiah.plus(other.rupiah)?,
        })
    }
}

impl Deviation {
    fn plus(self, other: Self) -> Option<Self> {
        Some(Self {
            rupiah: self.rupiah.checked_add(other.rupiah)?,
            people: self.people.checked_add(other.people)?,
            price: self.price.checked_add(other.price)?,
            months: self.months.checked_add(other.months)?,
            timing: self.timing.checked_add(other.timing)?,
            undivided: self.undivided.checked_add(other.undivided)?,
        })
    }

    /// The parts together.
    pub(super) fn parts(self) -> Option<i64> {
        let parts = [self.people, self.price, self.months, self.timing, self.undivided];
        parts.into_iter().try_fold(0_i64, i64::checked_add)
    }
}
