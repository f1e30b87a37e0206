//! Compares the totals of a projection before it is returned. Most are calculated in two ways, by month and by budget
//! year; the bills were summed before both.

use super::result::{
    AccountAmount, FundAmount, FundOfYear, Monthly, ProgrammeAmount, Projection, SegmentAmount,
    Total, Year,
};
use super::row::Broken;
use crate::money::Rupiah;
use crate::people::People;

/// Checks that all totals of a projection sum to the same amount.
///
/// # Errors
/// Names the first total that differs.
pub(super) fn reconcile(projection: &Projection<'_>, bills: Rupiah) -> Result<(), Broken> {
    let Projection { total, years, monthly, grounds, .. } = projection;
    let Monthly { rupiah, heads, segments, programmes, funds, coverage: _ } = monthly;
    let columns =
        |columns: &mut dyn Iterator<Item = &Vec<Rupiah>>| Rupiah::all(columns.flatten().copied());
    let sums = [
        ("total", Some(total.rupiah)),
        ("years", Rupiah::all(years.iter().map(|year| year.rupiah))),
        ("monthly.rupiah", Rupiah::all(rupiah.iter().copied())),
        ("monthly.segments", columns(&mut segments.iter().map(|one| &one.rupiah))),
        ("monthly.programmes", columns(&mut programmes.iter().map(|one| &one.rupiah))),
        ("monthly.funds", columns(&mut funds.iter().map(|one| &one.rupiah))),
        ("grounds", Rupiah::all(grounds.iter().map(|ground| ground.rupiah))),
    ];
    equal(bills, &sums)?;
    let Total {
        rupiah, budget_rupiah, person_months, segments, programmes, funds, accounts, ..
    } = total;
    let paid = funds.iter().map(|fund: &FundAmount<'_>| fund.rupiah);
    let cut = Cut { segments, programmes, accounts, total: *rupiah };
    cut.agrees(
        Rupiah::all(paid),
        ["total.segments", "total.programmes", "total.funds", "total.accounts"],
    )?;
    let budget = Rupiah::all(years.iter().map(|year| year.budget_rupiah));
    equal(*budget_rupiah, &[("years.budgetRupiah", budget)])?;
    let people = |people: &mut dyn Iterator<Item = People>| people.fold(People::ZERO, People::plus);
    let counts = [
        ("years.personMonths", people(&mut years.iter().map(|year| year.person_months))),
        ("monthly.heads", people(&mut heads.iter().copied())),
        ("total.segments.personMonths", people(&mut segments.iter().map(|one| one.person_months))),
    ];
    if let Some((what, _)) = counts.into_iter().find(|(_, count)| count != person_months) {
        return Err(Broken(what));
    }
    for year in years {
        let Year { rupiah, segments, programmes, funds, accounts, .. } = year;
        let paid = funds.iter().map(|fund: &FundOfYear<'_>| fund.rupiah);
        let cut = Cut { segments, programmes, accounts, total: *rupiah };
        cut.agrees(
            Rupiah::all(paid),
            ["years.segments", "years.programmes", "years.funds", "years.accounts"],
        )?;
    }
    Ok(())
}

/// Totals that the plan and a budget year both have.
struct Cut<'p, 'a> {
    total: Rupiah,
    segments: &'p [SegmentAmount<'a>],
    programmes: &'p [ProgrammeAmount],
    accounts: &'p [AccountAmount<'a>],
}

impl Cut<'_, '_> {
    fn agrees(
        &self,
        paid: Option<Rupiah>,
        [segments, programmes, funds, accounts]: [&'static str; 4],
    ) -> Result<(), Broken> {
        equal(
            self.total,
            &[
                (segments, Rupiah::all(self.segments.iter().map(|one| one.rupiah))),
                (programmes, Rupiah::all(self.programmes.iter().map(|one| one.rupiah))),
                (funds, paid),
                (accounts, Rupiah::all(self.accounts.iter().map(|one| one.rupiah))),
            ],
        )?;
        for segment in self.segments {
            let of_programmes = Rupiah::all(segment.programmes.iter().map(|one| one.rupiah));
            let of_funds = Rupiah::all(segment.funds.iter().map(|one| one.rupiah));
            equal(segment.rupiah, &[(programmes, of_programmes), (funds, of_funds)])?;
        }
        Ok(())
    }
}

/// Each sum must equal `whole`; a sum above the greatest rupiah does not.
fn equal(whole: Rupiah, sums: &[(&'static str, Option<Rupiah>)]) -> Result<(), Broken> {
    match sums.iter().find(|(_, sum)| *sum != Some(whole)) {
        Some((what, _)) => Err(Broken(what)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::project;
    use crate::scenario::{Scenario, read};

    fn scenario() -> Scenario {
        let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/cases/makassar.json"));
        read(&serde_json::from_str(text).unwrap()).unwrap()
    }

    /// Adds one rupiah or one person to a figure.
    type Fault = fn(&mut Projection<'_>);

    fn one_more(rupiah: &mut Rupiah) {
        *rupiah = rupiah.plus(Rupiah::new(1).unwrap()).unwrap();
    }

    fn first<T>(list: &mut [T]) -> &mut T {
        list.first_mut().unwrap()
    }

    fn one_head(people: &mut People) {
        *people = people.plus(People::new(1));
    }

    /// Every figure that is a sum, or a part of one, is changed by one; each change must be found.
    #[test]
    fn a_figure_that_differs_is_named() {
        let faults: &[(&str, Fault)] = &[
            ("total", |p| one_more(&mut p.total.rupiah)),
            ("years", |p| one_more(&mut first(&mut p.years).rupiah)),
            ("monthly.rupiah", |p| one_more(first(&mut p.monthly.rupiah))),
            ("monthly.segments", |p| one_more(first(&mut first(&mut p.monthly.segments).rupiah))),
            ("monthly.programmes", |p| {
                one_more(first(&mut first(&mut p.monthly.programmes).rupiah));
            }),
            ("monthly.funds", |p| one_more(first(&mut first(&mut p.monthly.funds).rupiah))),
            ("grounds", |p| one_more(&mut first(&mut p.grounds).rupiah)),
            ("total.segments", |p| one_more(&mut first(&mut p.total.segments).rupiah)),
            ("total.programmes", |p| one_more(&mut first(&mut p.total.programmes).rupiah)),
            ("total.funds", |p| one_more(&mut first(&mut p.total.funds).rupiah)),
            ("total.accounts", |p| one_more(&mut first(&mut p.total.accounts).rupiah)),
            ("total.programmes", |p| {
                one_more(&mut first(&mut first(&mut p.total.segments).programmes).rupiah);
            }),
            ("total.funds", |p| {
                one_more(&mut first(&mut first(&mut p.total.segments).funds).rupiah);
            }),
            ("years.budgetRupiah", |p| one_more(&mut p.total.budget_rupiah)),
            ("years.budgetRupiah", |p| one_more(&mut first(&mut p.years).budget_rupiah)),
            ("years.personMonths", |p| one_head(&mut first(&mut p.years).person_months)),
            ("years.personMonths", |p| one_head(&mut p.total.person_months)),
            ("monthly.heads", |p| one_head(first(&mut p.monthly.heads))),
            ("total.segments.personMonths", |p| {
                one_head(&mut first(&mut p.total.segments).person_months);
            }),
            ("years.segments", |p| one_more(&mut first(&mut first(&mut p.years).segments).rupiah)),
            ("years.programmes", |p| {
                one_more(&mut first(&mut first(&mut p.years).programmes).rupiah);
            }),
            ("years.funds", |p| one_more(&mut first(&mut first(&mut p.years).funds).rupiah)),
            ("years.accounts", |p| one_more(&mut first(&mut first(&mut p.years).accounts).rupiah)),
        ];
        let scenario = scenario();
        let bills = project(&scenario).unwrap().total.rupiah;
        for (what, fault) in faults {
            let mut projection = project(&scenario).unwrap();
            assert_eq!(reconcile(&projection, bills), Ok(()));
            fault(&mut projection);
            assert_eq!(reconcile(&projection, bills), Err(Broken(what)));
        }
    }
}
