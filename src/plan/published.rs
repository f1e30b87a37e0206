//! Compares published totals with what the budgets pay by the plan: equal, equal as rounded, or the difference in
//! rupiah, people and months.

use super::result::{Monthly, Published, PublishedVerdict, SegmentAmount, Total, Worth, Year};
use crate::money::{Rounding, Rupiah, ratio};
use crate::people::People;
use crate::problem::{Problem, problem};
use crate::scenario::{PublishedTotal, Scenario};
use crate::text::place;

/// All published totals of the plan and its years.
///
/// # Errors
/// `amountTooLarge` where the amount rounded to the unit exceeds the greatest rupiah.
pub(super) fn published<'a>(
    scenario: &'a Scenario,
    years: &[Year<'_>],
    total: &Total<'_>,
    monthly: &Monthly<'_>,
) -> Result<Vec<Published<'a>>, Problem> {
    let mut published = Vec::new();
    for (position, figure) in scenario.published.iter().enumerate() {
        let amounts = match figure.year {
            None => &total.segments,
            Some(year) => match years.iter().find(|one| one.year == year) {
                Some(year) => &year.segments,
                // A year outside the plan; it is listed among the unused inputs.
                None => continue,
            },
        };
        let scope = Scope::new(scenario, figure, amounts, monthly);
        published.push(scope.compare(position).ok_or_else(|| {
            let path = place("published[#].rupiah", &[position]);
            problem!(AmountTooLarge, path, limit = Rupiah::MAX.get())
        })?);
    }
    Ok(published)
}

/// Part of the plan that a published total covers.
struct Scope<'a> {
    scenario: &'a Scenario,
    figure: &'a PublishedTotal,
    /// What the budgets pay for each segment, without worker and employer, and its person-months.
    segments: Vec<(Rupiah, People)>,
    /// Segments and months with somebody billed: position of the month, heads, and the bill of all payers.
    bills: Vec<(usize, People, Rupiah)>,
    /// Whether any segment is a contract, which is not billed by head.
    has_contract: bool,
}

impl<'a> Scope<'a> {
    fn new(
        scenario: &'a Scenario,
        figure: &'a PublishedTotal,
        amounts: &[SegmentAmount<'_>],
        monthly: &Monthly<'_>,
    ) -> Self {
        let (segments, bills) = (Vec::new(), Vec::new());
        let mut scope = Self { scenario, figure, segments, bills, has_contract: false };
        let columns = amounts.iter().zip(&monthly.segments);
        for (position, (segment, (amount, column))) in
            scenario.segments.iter().zip(columns).enumerate()
        {
            if figure.segment.is_some_and(|meant| meant != position) {
                continue;
            }
            scope.has_contract |= segment.is_contract();
            let mut budgets = Rupiah::ZERO;
            for share in &amount.funds {
                let mut funds = scenario.funds.iter();
                if funds.any(|fund| fund.id == share.fund && fund.kind.is_budget()) {
                    budgets = budgets.within(share.rupiah);
                }
            }
            scope.segments.push((budgets, amount.person_months));
            let cells = column.heads.iter().zip(&column.rupiah).enumerate();
            for (month, (at, (heads, rupiah))) in scenario.period.span().months().zip(cells) {
                let meant = figure.year.is_none_or(|year| month.year() == year);
                if meant && *heads > People::ZERO {
                    scope.bills.push((at, *heads, *rupiah));
                }
            }
        }
        scope
    }

    fn compare(&self, position: usize) -> Option<Published<'a>> {
        let PublishedTotal { name, rupiah, unit, year, segment_id, .. } = self.figure;
        let computed = self.segments.iter().fold(Rupiah::ZERO, |sum, (part, _)| sum.within(*part));
        let rounded = computed.in_units(*unit, Rounding::Nearest)?;
        let cut = computed.in_units(*unit, Rounding::Down)?;
        let verdict = if *rupiah == computed {
            PublishedVerdict::Equal
        } else if *rupiah == rounded {
            PublishedVerdict::Rounded
        } else if *rupiah == cut {
            PublishedVerdict::Cut
        } else if *rupiah > computed {
            PublishedVerdict::More
        } else {
            PublishedVerdict::Less
        };
        let apart = rupiah.less(computed).within(computed.less(*rupiah));
        let differs = matches!(verdict, PublishedVerdict::More | PublishedVerdict::Less);
        let signed = |amount: Rupiah| amount.get().cast_signed();
        Some(Published {
            position,
            name,
            year: *year,
            segment: segment_id.as_deref(),
            rupiah: *rupiah,
            unit_rupiah: *unit,
            computed_rupiah: computed,
            rounded_rupiah: rounded,
            cut_rupiah: cut,
            verdict,
            difference_rupiah: signed(*rupiah).saturating_sub(signed(computed)),
            person_months: self.person_months(),
            worth: if differs { self.worth(apart, computed) } else { None },
        })
    }

    fn person_months(&self) -> People {
        self.segments.iter().map(|(_, person_months)| *person_months).sum()
    }

    fn worth(&self, apart: Rupiah, computed: Rupiah) -> Option<Worth> {
        let all = self.person_months();
        if self.has_contract || computed == Rupiah::ZERO {
            return None;
        }
        let mean = computed.get().checked_div(all.get())?;
        let Some(price) = self.price(computed) else {
            let (about, _) = ratio(apart.get(), all.get(), computed.get());
            return (about > 0).then_some(Worth {
                price_rupiah: Rupiah::new(mean)?,
                person_months: People::new(about),
                rest_rupiah: None,
                heads: None,
                months: None,
            });
        };
        let number = apart.get().checked_div(price.get())?;
        let rest = apart.get().checked_rem(price.get())?;
        let whole = |by: u64| {
            let exact = rest == 0 && number > 0 && number.checked_rem(by) == Some(0);
            number.checked_div(by).filter(|_| exact)
        };
        let (months, heads) = self.months_and_heads();
        Some(Worth {
            price_rupiah: price,
            person_months: People::new(number),
            rest_rupiah: Rupiah::new(rest),
            heads: whole(months).map(People::new),
            months: heads.and_then(|heads| whole(heads.get())),
        })
    }

    /// What the budgets pay for one person in one month, if it is the same for all segments and months.
    fn price(&self, computed: Rupiah) -> Option<Rupiah> {
        let (mut one, mut all) = (None, Rupiah::ZERO);
        for (_, heads, rupiah) in &self.bills {
            let each = rupiah.get().checked_div(heads.get())?;
            if *one.get_or_insert(each) != each {
                return None;
            }
            all = all.within(*rupiah);
        }
        if all == computed {
            return Rupiah::new(one?);
        }
        // Where workers or employers pay a part, it is the same part of every bill, unless funds pay in an order of
        // use.
        if self.scenario.funds.iter().any(|fund| fund.next.is_some()) {
            return None;
        }
        let each = Rupiah::new(computed.get().checked_div(self.person_months().get())?)?;
        let mut segments = self.segments.iter();
        let same = segments.all(|(budgets, people)| each.times(*people) == Some(*budgets));
        same.then_some(each)
    }

    /// Number of months with somebody billed, and their heads where these are equal in all of them.
    fn months_and_heads(&self) -> (u64, Option<People>) {
        let mut by_month = vec![People::ZERO; usize::from(self.scenario.period.months)];
        for (at, heads, _) in &self.bills {
            if let Some(sum) = by_month.get_mut(*at) {
                *sum = sum.plus(*heads);
            }
        }
        by_month.retain(|heads| *heads > People::ZERO);
        let first = by_month.first().copied();
        let same = by_month.iter().all(|heads| Some(*heads) == first);
        (by_month.len() as u64, first.filter(|_| same))
    }
}
