//! *Desa*, right of what villages come to: what each fund is asked for in each year, and the own ceilings of villages.

use super::book::{Book, Look};
use super::cells::{At, Cells as _, Range, Value};
use super::formula::Expr;
use super::inputs::Inputs;
use super::village_money::PersonPrices;
use super::villages::{FIRST, OfCeiling, OfFund, Villages, at};
use crate::batch::VillagesAnswer;
use crate::money::Rupiah;
use crate::plan::{Broken, FundAt, Part, Plan, Position as _, SegmentAt};
use crate::scenario::{Scenario, Village};

/// Writes the columns from a column on: of each fund of the villages' budgets that pays for people of villages, and of
/// each fund and year for which a village names a ceiling.
pub(super) fn funds(
    book: &mut Book,
    villages: &Villages,
    (scenario, plan, inputs): (&Scenario, &Plan<'_>, &Inputs),
    prices: &PersonPrices,
    (answer, mut col): (&VillagesAnswer, u16),
) -> Result<Vec<OfFund>, Broken> {
    let mut made = Vec::new();
    for ((fund, plan_fund), of) in plan.funds.iter().zip(&scenario.funds) {
        let mut pays = false;
        for segment in &villages.segments {
            pays |= plan.segments.at(*segment)?.funds.contains(&fund);
        }
        for (year, of_year) in plan.years.iter().enumerate() {
            let own = |village: &Village| {
                let mut ceilings = village.ceilings.iter();
                let own = ceilings.find(|one| one.fund == of.id && one.year == of_year.year);
                own.map(|one| one.rupiah)
            };
            let has_ceilings = scenario.villages.iter().any(|village| own(village).is_some());
            if !(has_ceilings || pays && plan_fund.kind.is_of_villages()) {
                continue;
            }
            let name = format!("{} {}", of.name, of_year.year);
            let alone = pays_alone(plan, villages, fund)?;
            let (asked, is_live) =
                asked(book, villages, (scenario, inputs, prices), &name, (answer, col), {
                    (fund, year, alone)
                })?;
            col = col.saturating_add(1);
            let ceiling = has_ceilings.then(|| {
                let own = scenario.villages.iter().map(own);
                ceilings(book, villages, &name, own, (asked, col))
            });
            col = ceiling.map_or(col, |ceiling| ceiling.above.saturating_add(1));
            check(book, (answer, fund, year), asked, ceiling)?;
            let is_of_villages = plan_fund.kind.is_of_villages();
            made.push(OfFund { fund, year, name, is_of_villages, is_live, asked, ceiling });
        }
    }
    Ok(made)
}

/// The parts of contributions that a fund pays, where it pays each of them alone and nothing is passed to it or from it;
/// `None`: its amounts are divided month by month, which the sheet does not do again.
fn pays_alone(
    plan: &Plan<'_>,
    villages: &Villages,
    fund: FundAt,
) -> Result<Option<Vec<(SegmentAt, Part)>>, Broken> {
    let passes = plan.funds.iter().any(|(_, other)| other.next == Some(fund));
    if passes || plan.funds.at(fund)?.next.is_some() {
        return Ok(None);
    }
    let mut alone = Vec::new();
    for segment in &villages.segments {
        let group = plan.segments.at(*segment)?;
        for part in [Part::Payer, Part::Worker] {
            let funds = &group.shares.of(part).funds;
            if !funds.contains(&Some(fund)) {
                continue;
            }
            if funds.len() > 1 {
                return Ok(None);
            }
            alone.push((*segment, part));
        }
    }
    Ok(Some(alone))
}

/// Writes what a fund is asked for; answers with the column, and whether it holds formulas.
fn asked(
    book: &mut Book,
    villages: &Villages,
    (scenario, inputs, prices): (&Scenario, &Inputs, &PersonPrices),
    name: &str,
    (answer, col): (&VillagesAnswer, u16),
    (fund, year, alone): (FundAt, usize, Option<Vec<(SegmentAt, Part)>>),
) -> Result<(u16, bool), Broken> {
    let mut is_live = true;
    for (village, row) in (0..scenario.villages.len()).zip(FIRST..) {
        let comes_to = match &alone {
            Some(alone) => {
                let takes = |segment, part| alone.contains(&(segment, part));
                villages.comes_to(scenario, inputs, prices, (village, year), &takes)?
            }
            None => None,
        };
        is_live &= comes_to.is_some();
        match comes_to {
            Some(comes_to) => book.formula(at(row, col), comes_to, Look::Number),
            None => {
                let asked = of_village(answer, (fund, year), village)?.0;
                book.number(at(row, col), asked.get(), Look::Number);
            }
        }
    }
    let fixed = if is_live { "" } else { ", nilai tetap: dihitung di aplikasi" };
    let head = format!("Diminta dari {name} (rupiah{fixed})");
    book.text(at(FIRST.saturating_sub(1), col), head, Look::Head);
    villages.sum(book, col);
    Ok((col, is_live))
}

/// Writes the ceilings of the villages, what of them is used, and what is asked for beyond them.
fn ceilings(
    book: &mut Book,
    villages: &Villages,
    name: &str,
    own: impl Iterator<Item = Option<Rupiah>>,
    (asked, col): (u16, u16),
) -> OfCeiling {
    let made = OfCeiling { rupiah: col, used: col.saturating_add(1), above: col.saturating_add(2) };
    let heads = [
        (made.rupiah, format!("Pagu desa: {name} (rupiah)")),
        (made.used, format!("Terpakai dari pagu desa: {name} (rupiah)")),
        (made.above, format!("Di atas pagu desa: {name} (rupiah)")),
    ];
    for (col, words) in heads {
        book.text(at(FIRST.saturating_sub(1), col), words, Look::Head);
    }
    for (ceiling, row) in own.zip(FIRST..) {
        let (asked, rupiah) = (at(row, asked), at(row, made.rupiah));
        // A village without a ceiling uses none, and nothing lies above it.
        let Some(ceiling) = ceiling else { continue };
        book.number(rupiah, ceiling.get(), Look::Number);
        book.formula(at(row, made.used), Expr::least(asked, rupiah), Look::Number);
        let above = Expr::most(0, Expr::from(asked).minus(rupiah));
        book.formula(at(row, made.above), above, Look::Number);
    }
    for col in [made.rupiah, made.used, made.above] {
        villages.sum(book, col);
    }
    made
}

/// What a village asks of a fund in a year, and what of it lies above its ceiling.
pub(super) fn of_village(
    answer: &VillagesAnswer,
    (fund, year): (FundAt, usize),
    village: usize,
) -> Result<(Rupiah, Rupiah), Broken> {
    let broken = || Broken("funds of villages");
    let funds = &answer.villages.years.get(year).ok_or_else(broken)?.funds;
    let columns = funds.get(fund.index()).ok_or_else(broken)?;
    let asked = columns.asked.get(village).ok_or_else(broken)?;
    Ok((*asked, *columns.short.get(village).ok_or_else(broken)?))
}

/// Each village says what the engine says of it alone.
fn check(
    book: &Book,
    (answer, fund, year): (&VillagesAnswer, FundAt, usize),
    asked: u16,
    ceiling: Option<OfCeiling>,
) -> Result<(), Broken> {
    let total = |at: At| Expr::Total(vec![Range::one(at)]).value(book);
    for (village, row) in (0..answer.district_of.len()).zip(FIRST..) {
        let (rupiah, short) = of_village(answer, (fund, year), village)?;
        let is_asked = book.value(at(row, asked)) == Value::Whole(rupiah.get().into());
        let above = ceiling.map_or(Value::Whole(0), |ceiling| total(at(row, ceiling.above)));
        if !is_asked || above != Value::Whole(short.get().into()) {
            return Err(Broken("funds of villages in the workbook"));
        }
    }
    Ok(())
}
