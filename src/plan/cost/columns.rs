//! Rupiah by column where no fund has a next fund. The contributions that one fund pays alone are summed for one head
//! and multiplied once; those that several funds share are split month by month.

use super::{Billed, Cost};
use crate::money::{Rate, Rupiah, first_of_two, split};
use crate::people::People;
use crate::plan::compile::{ByProgramme, Group, Plan, Shares};
use crate::plan::price::{Fault, Levy, Prices};
use crate::plan::row::{Broken, FundAt, Row};
use crate::scenario::Programme;
use core::ops::Range;

/// Contribution of one head for a programme, paid by one fund.
struct Linear {
    fund: FundAt,
    programme: Programme,
    rupiah: Rupiah,
}

impl Cost {
    /// Adds the bills of one cell of a segment.
    pub(super) fn lay(
        &mut self,
        plan: &Plan<'_>,
        prices: &Prices<'_>,
        group: &Group<'_>,
        row: &[People],
        billed: &Billed,
    ) -> Result<(), Broken> {
        let cell = prices.cells(billed.segment)?.get(billed.cell).ok_or(Broken("prices"))?;
        let levies = prices.levies(cell).map_err(Fault::broken)?;
        let sheet = Sheet::of(group, levies);
        for (of_year, cube) in plan.years.iter().zip(&mut self.years) {
            let Some(columns) = billed.columns_in(of_year) else { continue };
            let now = Billed::heads(group, row, &columns)?;
            add(self.months.get_mut(columns.clone()), now, sheet.whole)?;
            add(self.segments.at_mut(billed.segment)?.get_mut(columns.clone()), now, sheet.whole)?;
            for (programme, rupiah) in
                sheet.programmes.iter().filter(|(_, one)| **one > Rupiah::ZERO)
            {
                add(self.programmes.of_mut(programme).get_mut(columns.clone()), now, *rupiah)?;
            }
            for (fund, rupiah) in &sheet.funds {
                add(self.funds.at_mut(*fund)?.get_mut(columns.clone()), now, *rupiah)?;
            }
            let cells = cube.of_mut(billed.segment, group)?;
            let people: People = now.iter().copied().sum();
            for Linear { fund, programme, rupiah } in &sheet.linear {
                *slot(cells, group, *programme, *fund)? =
                    slot(cells, group, *programme, *fund)?.within(rupiah.times_within(people));
            }
            for levy in &sheet.shared {
                let shares = group.shares.of(levy.part);
                let sums = match (&shares.funds[..], &shares.percents[..]) {
                    ([Some(one), Some(other)], [first, _]) => {
                        two(&mut self.funds, (*one, *other), *first, levy.rupiah, &columns, now)?
                    }
                    _ => many(&mut self.funds, shares, levy.rupiah, &columns, now)?,
                };
                for (fund, sum) in sums {
                    let cell = slot(cells, group, levy.programme, fund)?;
                    *cell = cell.within(sum);
                }
            }
        }
        Ok(())
    }
}

/// Splits a contribution between two funds; returns what each pays in all.
fn two(
    funds: &mut Row<FundAt, Vec<Rupiah>>,
    (one, other): (FundAt, FundAt),
    first: Rate,
    rupiah: Rupiah,
    columns: &Range<usize>,
    heads: &[People],
) -> Result<Vec<(FundAt, Rupiah)>, Broken> {
    let bills = heads.iter().map(|heads| rupiah.times_within(*heads));
    let mut pay = |fund: FundAt, part: &dyn Fn(Rupiah) -> Rupiah| {
        let column = funds.at_mut(fund)?.get_mut(columns.clone());
        let mut all = Rupiah::ZERO;
        for (sum, bill) in column.ok_or(Broken("columns"))?.iter_mut().zip(bills.clone()) {
            let paid = part(bill);
            *sum = sum.within(paid);
            all = all.within(paid);
        }
        Ok((fund, all))
    };
    Ok(vec![
        pay(one, &|bill| first_of_two(bill, first))?,
        pay(other, &|bill| bill.less(first_of_two(bill, first)))?,
    ])
}

/// Splits a contribution among several funds; adds what each pays.
fn many(
    funds: &mut Row<FundAt, Vec<Rupiah>>,
    shares: &Shares,
    rupiah: Rupiah,
    columns: &Range<usize>,
    heads: &[People],
) -> Result<Vec<(FundAt, Rupiah)>, Broken> {
    let mut sums: Vec<(FundAt, Rupiah)> =
        shares.funds.iter().flatten().map(|fund| (*fund, Rupiah::ZERO)).collect();
    let mut parts = Vec::new();
    for (column, heads) in columns.clone().zip(heads) {
        if *heads == People::ZERO {
            continue;
        }
        split(rupiah.times_within(*heads), &shares.percents, &mut parts);
        // A fund that this plan does not have pays nothing.
        let paid = shares.funds.iter().zip(&parts);
        let paid = paid.filter_map(|(fund, part)| Some(((*fund)?, *part)));
        for ((_, sum), (fund, part)) in sums.iter_mut().zip(paid) {
            let by_month = funds.at_mut(fund)?.get_mut(column);
            let by_month = by_month.ok_or(Broken("columns"))?;
            *by_month = by_month.within(part);
            *sum = sum.within(part);
        }
    }
    Ok(sums)
}

/// Contributions of one head, grouped for multiplication.
struct Sheet<'l, 'a> {
    whole: Rupiah,
    programmes: ByProgramme<Rupiah>,
    /// Sum of the contributions that one fund pays alone, by fund.
    funds: Vec<(FundAt, Rupiah)>,
    linear: Vec<Linear>,
    /// Contributions that several funds share; each is split by itself.
    shared: Vec<&'l Levy<'a>>,
}

impl<'l, 'a> Sheet<'l, 'a> {
    fn of(group: &Group<'_>, levies: &'l [Levy<'a>]) -> Self {
        let mut sheet = Self {
            whole: Rupiah::ZERO,
            programmes: ByProgramme::default(),
            funds: Vec::new(),
            linear: Vec::new(),
            shared: Vec::new(),
        };
        for levy in levies {
            let (programme, rupiah) = (levy.programme, levy.rupiah);
            sheet.whole = sheet.whole.within(rupiah);
            let of_programme = sheet.programmes.of_mut(programme);
            *of_programme = of_programme.within(rupiah);
            match group.shares.of(levy.part).single() {
                // A fund that this plan does not have pays nothing.
                Some(None) => {}
                Some(Some(fund)) => {
                    match sheet.funds.iter_mut().find(|(other, _)| *other == fund) {
                        Some((_, sum)) => *sum = sum.within(rupiah),
                        None => sheet.funds.push((fund, rupiah)),
                    }
                    sheet.linear.push(Linear { fund, programme, rupiah });
                }
                None => sheet.shared.push(levy),
            }
        }
        sheet
    }
}

/// Adds amount × heads to the columns.
fn add(sums: Option<&mut [Rupiah]>, heads: &[People], rupiah: Rupiah) -> Result<(), Broken> {
    for (sum, heads) in sums.ok_or(Broken("columns"))?.iter_mut().zip(heads) {
        *sum = sum.within(rupiah.times_within(*heads));
    }
    Ok(())
}

/// Cell of a programme and fund among those of a segment.
pub(super) fn slot<'c>(
    cells: &'c mut [Rupiah],
    group: &Group<'_>,
    programme: Programme,
    fund: FundAt,
) -> Result<&'c mut Rupiah, Broken> {
    let row = group.programmes.iter().position(|one| *one == programme);
    let column = group.funds.iter().position(|one| *one == fund);
    let cell = row.zip(column).and_then(|(row, column)| {
        cells.get_mut(row.saturating_mul(group.funds.len()).saturating_add(column))
    });
    cell.ok_or(Broken("funds of a segment"))
}
