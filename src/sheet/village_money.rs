//! *Desa*, right of the people and below them: what each village comes to, and its own ceilings.

use super::book::{Book, Look};
use super::cells::{At, Cells as _, Range, Value};
use super::flow::People;
use super::formula::{Expr, MILLION, Test};
use super::inputs::Inputs;
use super::tariff::Span as Prices;
use super::villages::{FIRST, FROM, PEOPLE, TO, Villages, at, column};
use crate::batch::VillagesAnswer;
use crate::month::Span;
use crate::plan::{Broken, Plan, Position as _, Row, SegmentAt};
use crate::scenario::{Scenario, Village};

/// More segments make a formula longer than a cell takes.
const MOST_SEGMENTS: usize = 60;

/// What one person costs in the months of a village in a year.
struct Price {
    at: At,
    /// The law has no value for some month: nobody costs nothing then, and somebody is loud.
    may_be_missing: bool,
}

/// Of all villages with the same months: by year, then segment.
type OfMonths = (Span, Vec<Vec<Price>>);

impl Villages {
    /// What each village comes to in each year, and its ceilings.
    pub fn money(
        &mut self,
        book: &mut Book,
        (scenario, plan): (&Scenario, &Plan<'_>),
        (tariff, people, inputs): (&Row<SegmentAt, Vec<Prices>>, &Row<SegmentAt, People>, &Inputs),
        answer: &VillagesAnswer,
    ) -> Result<(), Broken> {
        let mut col = column(PEOPLE, self.segments.len());
        let head = FIRST.saturating_sub(1);
        let is_live = self.is_live(plan)?;
        let prices =
            if is_live { self.prices(book, scenario, plan, tariff, people)? } else { Vec::new() };
        for (year, of_year) in plan.years.iter().enumerate() {
            let fixed = if is_live { "" } else { ", nilai tetap: dihitung di aplikasi" };
            book.text(at(head, col), format!("Iuran {} (rupiah{fixed})", of_year.year), Look::Head);
            let columns = answer.villages.years.get(year).ok_or(Broken("years of villages"))?;
            for (position, row) in (0..scenario.villages.len()).zip(FIRST..) {
                let asked = *columns.rupiah.get(position).ok_or(Broken("rupiah of villages"))?;
                let cell = at(row, col);
                if is_live {
                    let months =
                        scenario.villages.get(position).map(|one| one.months(scenario.period));
                    let prices = prices.iter().find(|(span, _)| Some(*span) == months);
                    let (_, prices) = prices.ok_or(Broken("months of villages"))?;
                    let comes_to = self.comes_to(inputs, prices, (row, year))?;
                    book.formula(cell, comes_to, Look::Number);
                } else {
                    book.number(cell, asked.get(), Look::Number);
                }
                if book.value(cell) != Value::Whole(asked.get().into()) {
                    return Err(Broken("villages of the workbook"));
                }
            }
            self.sums.push(self.sum(book, col));
            col = col.saturating_add(1);
        }
        self.ceilings(book, scenario, plan, col);
        Ok(())
    }

    /// Whether a spreadsheet can work out what a village comes to: nobody leaves, and the formula is not too long.
    fn is_live(&self, plan: &Plan<'_>) -> Result<bool, Broken> {
        let mut is_live = self.segments.len() <= MOST_SEGMENTS;
        for segment in &self.segments {
            is_live &= plan.segments.at(*segment)?.leave.is_empty();
        }
        Ok(is_live)
    }

    /// People × what one of them costs in the months of the village, of all segments.
    fn comes_to(
        &self,
        inputs: &Inputs,
        prices: &[Vec<Price>],
        (row, year): (u32, usize),
    ) -> Result<Expr, Broken> {
        let prices = prices.get(year).ok_or(Broken("years of villages"))?;
        let mut sum = Expr::Plus(Vec::new());
        for ((order, segment), price) in self.segments.iter().enumerate().zip(prices) {
            let people = at(row, column(PEOPLE, order));
            let accepted = match inputs.segments.at(*segment)?.loss {
                None => Expr::from(people),
                Some(loss) => Expr::from(people).times(Expr::from(MILLION).minus(loss)).by(MILLION),
            };
            let costs = accepted.times(price.at);
            sum = sum.plus(if price.may_be_missing {
                let nobody = Test::Equal(Expr::Total(vec![Range::one(people)]), 0.into());
                Expr::either(nobody, 0, costs)
            } else {
                costs
            });
        }
        Ok(sum)
    }

    /// What one person costs in the months of a village, below the villages: a row for all with the same months; by year,
    /// then segment.
    fn prices(
        &self,
        book: &mut Book,
        scenario: &Scenario,
        plan: &Plan<'_>,
        tariff: &Row<SegmentAt, Vec<Prices>>,
        people: &Row<SegmentAt, People>,
    ) -> Result<Vec<OfMonths>, Broken> {
        let mut row = self.below().saturating_add(2);
        book.text(at(row, 0), "Iuran satu peserta (rupiah), menurut bulan desa", Look::Head);
        row = row.saturating_add(1);
        for (col, words) in [(FROM, "Bulan pertama"), (TO, "Bulan terakhir")] {
            book.text(at(row, col), words, Look::Head);
        }
        let first = *plan.months.first().ok_or(Broken("months"))?;
        let mut found: Vec<OfMonths> = Vec::new();
        let heads = row;
        for village in &scenario.villages {
            let months = village.months(scenario.period);
            if found.iter().any(|(span, _)| *span == months) {
                continue;
            }
            row = row.saturating_add(1);
            book.month(at(row, FROM), months.from, Look::Month);
            book.month(at(row, TO), months.to, Look::Month);
            let mut col = PEOPLE;
            let mut years = Vec::new();
            for year in &plan.years {
                let mut cells = Vec::new();
                for segment in &self.segments {
                    let name = scenario.segments.get(segment.index()).map_or("", |one| &one.name);
                    book.text(at(heads, col), format!("{name} {}", year.year), Look::Head);
                    let group = plan.segments.at(*segment)?;
                    // Who joins in a month is billed from the next one on.
                    let waits = usize::from(group.billed_from_next);
                    let start = usize::from(months.from.since(first)).saturating_add(waits);
                    let end = usize::from(months.to.since(first)).saturating_add(1);
                    let within = start.max(year.columns.start)..end.min(year.columns.end);
                    let spans = tariff.at(*segment)?;
                    let price = one_person(spans, people.at(*segment)?, within);
                    book.formula(at(row, col), price, Look::Number);
                    let may_be_missing = spans.iter().any(|span| span.prices.is_none());
                    cells.push(Price { at: at(row, col), may_be_missing });
                    col = col.saturating_add(1);
                }
                years.push(cells);
            }
            found.push((months, years));
        }
        Ok(found)
    }

    /// The own ceilings of villages: a column for each fund and year that any of them names.
    fn ceilings(&self, book: &mut Book, scenario: &Scenario, plan: &Plan<'_>, mut col: u16) {
        for fund in &scenario.funds {
            for year in &plan.years {
                let own = |village: &Village| {
                    let mut ceilings = village.ceilings.iter();
                    ceilings.find(|one| one.fund == fund.id && one.year == year.year).cloned()
                };
                if scenario.villages.iter().all(|village| own(village).is_none()) {
                    continue;
                }
                let head = format!("Pagu desa: {} {} (rupiah)", fund.name, year.year);
                book.text(at(FIRST.saturating_sub(1), col), head, Look::Head);
                for (village, row) in scenario.villages.iter().zip(FIRST..) {
                    if let Some(ceiling) = own(village) {
                        book.number(at(row, col), ceiling.rupiah.get(), Look::Number);
                    }
                }
                self.sum(book, col);
                col = col.saturating_add(1);
            }
        }
    }
}

/// What one person costs in some months: of each span of one price, its contributions × its months that are billed.
fn one_person(spans: &[Prices], people: &People, within: core::ops::Range<usize>) -> Expr {
    let mut parts = Vec::new();
    for span in spans {
        let months = within.start.max(span.columns.start)..within.end.min(span.columns.end);
        if months.start >= months.end {
            continue;
        }
        let billed = Expr::Total(vec![people.flags.months(months)]);
        parts.push(match &span.prices {
            Some(prices) => {
                let each = prices.iter().map(|(.., price)| Expr::from(*price)).collect();
                Expr::Plus(each).times(billed)
            }
            None => Expr::either(Test::Equal(billed, 0.into()), 0, Expr::Missing),
        });
    }
    if parts.is_empty() { 0.into() } else { Expr::Plus(parts) }
}
