//! *Desa*, right of the people and below them: what each village comes to in each year, and the prices behind it.

use super::book::{Book, Look};
use super::cells::{At, Cells as _, Range, Value};
use super::flow::People;
use super::formula::{Expr, MILLION, Test};
use super::inputs::Inputs;
use super::tariff::Span as Prices;
use super::villages::{FIRST, FROM, PEOPLE, TO, Villages, at, column};
use crate::batch::VillagesAnswer;
use crate::month::Span;
use crate::plan::{Broken, Part, Plan, Position as _, Row, SegmentAt};
use crate::scenario::{Programme, Scenario};

/// More segments make a formula longer than a cell takes.
const MOST_SEGMENTS: usize = 60;

/// What one person costs in the months of a village in a year.
struct Price {
    /// By part of the contribution.
    parts: Vec<(Part, At)>,
    /// The law has no value for some month: nobody costs nothing then, and somebody is loud.
    may_be_missing: bool,
}

/// Of all villages with the same months: by year, then segment.
struct OfMonths {
    months: Span,
    years: Vec<Vec<Price>>,
}

/// What one person costs, by the months of villages; empty where a spreadsheet cannot work out what they come to.
pub(super) struct PersonPrices(Vec<OfMonths>);

impl Villages {
    /// What each village comes to in each year; answers with the prices behind it, and the next free column.
    pub fn money(
        &mut self,
        book: &mut Book,
        (scenario, plan): (&Scenario, &Plan<'_>),
        (tariff, people, inputs): (&Row<SegmentAt, Vec<Prices>>, &Row<SegmentAt, People>, &Inputs),
        answer: &VillagesAnswer,
    ) -> Result<(PersonPrices, u16), Broken> {
        let mut col = column(PEOPLE, self.segments.len());
        let head = FIRST.saturating_sub(1);
        let is_live = self.is_live(plan)?;
        let prices =
            if is_live { self.prices(book, scenario, plan, tariff, people)? } else { Vec::new() };
        let prices = PersonPrices(prices);
        for (year, of_year) in plan.years.iter().enumerate() {
            let fixed = if is_live { "" } else { ", nilai tetap: dihitung di aplikasi" };
            book.text(at(head, col), format!("Iuran {} (rupiah{fixed})", of_year.year), Look::Head);
            let columns = answer.villages.years.get(year).ok_or(Broken("years of villages"))?;
            for (village, row) in (0..scenario.villages.len()).zip(FIRST..) {
                let asked = *columns.rupiah.get(village).ok_or(Broken("rupiah of villages"))?;
                let of = (village, year);
                let comes_to = self.comes_to(scenario, inputs, &prices, of, &|_, _| true)?;
                let cell = at(row, col);
                match comes_to {
                    Some(comes_to) => book.formula(cell, comes_to, Look::Number),
                    None => book.number(cell, asked.get(), Look::Number),
                }
                if book.value(cell) != Value::Whole(asked.get().into()) {
                    return Err(Broken("villages of the workbook"));
                }
            }
            self.sums.push(self.sum(book, col));
            col = col.saturating_add(1);
        }
        Ok((prices, col))
    }

    /// Whether the rupiah of villages are formulas. They are values where members leave, because people are then carried
    /// from month to month, and with more segments than one formula may add up.
    fn is_live(&self, plan: &Plan<'_>) -> Result<bool, Broken> {
        let mut is_live = self.segments.len() <= MOST_SEGMENTS;
        for segment in &self.segments {
            is_live &= plan.segments.at(*segment)?.leave.is_empty();
        }
        Ok(is_live)
    }

    /// People × what one of them costs in the months of the village, of all segments and of some parts of their
    /// contributions; `None`: a spreadsheet cannot work it out.
    pub fn comes_to(
        &self,
        scenario: &Scenario,
        inputs: &Inputs,
        prices: &PersonPrices,
        (village, year): (usize, usize),
        takes: &dyn Fn(SegmentAt, Part) -> bool,
    ) -> Result<Option<Expr>, Broken> {
        if prices.0.is_empty() {
            return Ok(None);
        }
        let months = scenario.villages.get(village).map(|one| one.months(scenario.period));
        let of_months = prices.0.iter().find(|one| Some(one.months) == months);
        let prices = of_months.and_then(|one| one.years.get(year));
        let prices = prices.ok_or(Broken("years of villages"))?;
        let mut parts = Vec::new();
        for ((order, segment), price) in self.segments.iter().enumerate().zip(prices) {
            let taken = price.parts.iter().filter(|(part, _)| takes(*segment, *part));
            let mut taken: Vec<Expr> = taken.map(|(_, at)| Expr::from(*at)).collect();
            let Some(first) = taken.pop() else { continue };
            let one = taken.into_iter().rev().fold(first, |sum, other| other.plus(sum));
            let people = self.people_at(village, order);
            let costs = accepted(inputs, *segment, people)?.times(one);
            parts.push(if price.may_be_missing {
                let nobody = Test::Equal(Expr::Total(vec![Range::one(people)]), 0.into());
                Expr::either(nobody, 0, costs)
            } else {
                costs
            });
        }
        Ok(Some(if parts.is_empty() { 0.into() } else { Expr::Plus(parts) }))
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
            if found.iter().any(|one| one.months == months) {
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
                    let group = plan.segments.at(*segment)?;
                    // Who joins in a month is billed from the next one on.
                    let waits = usize::from(group.billed_from_next);
                    let start = usize::from(months.from.since(first)).saturating_add(waits);
                    let end = usize::from(months.to.since(first)).saturating_add(1);
                    let within = start.max(year.columns.start)..end.min(year.columns.end);
                    let spans = tariff.at(*segment)?;
                    let may_be_missing = spans.iter().any(|span| span.prices.is_none());
                    let mut parts = Vec::new();
                    for part in parts_of(spans) {
                        let whose = match part {
                            Part::Payer => "",
                            Part::Worker => " (bagian pekerja)",
                        };
                        let words = format!("{name} {}{whose}", year.year);
                        book.text(at(heads, col), words, Look::Head);
                        let price = one_person(spans, part, people.at(*segment)?, within.clone());
                        book.formula(at(row, col), price, Look::Number);
                        parts.push((part, at(row, col)));
                        col = col.saturating_add(1);
                    }
                    cells.push(Price { parts, may_be_missing });
                }
                years.push(cells);
            }
            found.push(OfMonths { months, years });
        }
        Ok(found)
    }
}

/// People of a village of whom those are left whom the verification accepts.
pub(super) fn accepted(inputs: &Inputs, segment: SegmentAt, people: At) -> Result<Expr, Broken> {
    Ok(match inputs.segments.at(segment)?.loss {
        None => Expr::from(people),
        Some(loss) => Expr::from(people).times(Expr::from(MILLION).minus(loss)).by(MILLION),
    })
}

/// The parts of the contribution that a segment has; where the law gives no value for any month, the whole is one.
fn parts_of(spans: &[Prices]) -> Vec<Part> {
    let priced = || spans.iter().filter_map(|span| span.prices.as_ref()).flatten();
    let has = |wanted: Part| priced().any(|(_, part, _): &(Programme, Part, At)| *part == wanted);
    let mut parts = vec![Part::Payer];
    if has(Part::Worker) {
        parts.push(Part::Worker);
    }
    parts
}

/// What one part of the contributions of one person costs in some months: of each span of one price, its contributions ×
/// its months that are billed.
fn one_person(
    spans: &[Prices],
    of: Part,
    people: &People,
    within: core::ops::Range<usize>,
) -> Expr {
    let mut parts = Vec::new();
    for span in spans {
        let months = within.start.max(span.columns.start)..within.end.min(span.columns.end);
        if months.start >= months.end {
            continue;
        }
        let billed = Expr::Total(vec![people.flags.months(months)]);
        match &span.prices {
            Some(prices) => {
                let own = prices.iter().filter(|(_, part, _)| *part == of);
                let each: Vec<Expr> = own.map(|(.., price)| Expr::from(*price)).collect();
                if !each.is_empty() {
                    parts.push(Expr::Plus(each).times(billed));
                }
            }
            None => {
                parts.push(Expr::either(Test::Equal(billed, 0.into()), 0, Expr::Missing));
            }
        }
    }
    if parts.is_empty() { 0.into() } else { Expr::Plus(parts) }
}
