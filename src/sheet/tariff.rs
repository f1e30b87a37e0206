//! *Tarif*: what one worker costs in one month, or a contract in all: one row for each segment, span of months, programme
//! and part.
//!
//! An amount is carried exactly: its whole millionths of a rupiah in one cell, what lies below in limbs of a million
//! each. A product with a rate then never meets a number of 10^14, and the one rounding sees whether half a rupiah is
//! reached.

use super::book::{Book, Look};
use super::cells::{At, Tab};
use super::formula::{Expr, MILLION, Test};
use super::grounds::cite;
use super::inputs::Inputs;
use super::sources::{Sources, Table};
use crate::choices::Choice as _;
use crate::month::Month;
use crate::plan::{
    Broken, Fault, Formula, Group, Levy, Part, Plan, PriceSource, Prices, Row, SegmentAt, Wage,
    relief_reading,
};
use crate::scenario::{BaseRule, Programme, Scenario};
use core::ops::Range as Columns;

const TAB: Tab = Tab::Tariff;

/// The prices of a segment in a span of months.
pub(super) struct Span {
    pub columns: Columns<usize>,
    /// Cell of the price of each programme and part. `None`: the law has no value for these months.
    pub prices: Option<Vec<(Programme, Part, At)>>,
}

struct Writer<'w, 'a> {
    book: &'w mut Book,
    plan: &'w Plan<'a>,
    inputs: &'w Inputs,
    sources: Sources<'a>,
}

/// An amount of one row: whole millionths of a rupiah, and limbs below.
struct Amount {
    millionths: Expr,
    limbs: [Expr; 2],
}

impl Amount {
    fn whole(thousandths: impl Into<Expr>) -> Self {
        let millionths = thousandths.into().times(1_000);
        Self { millionths, limbs: [0.into(), 0.into()] }
    }
}

/// Writes the sheet.
pub(super) fn tariff<'a>(
    book: &mut Book,
    scenario: &Scenario,
    plan: &Plan<'a>,
    prices: &Prices<'a>,
    inputs: &Inputs,
) -> Result<Row<SegmentAt, Vec<Span>>, Broken> {
    book.heading(
        TAB,
        "Iuran satu peserta sebulan",
        "Dasar × tarif, dikurangi keringanan, dibulatkan satu kali. Kolom H dan sesudahnya: hitungan eksak dalam bilangan bulat.",
    );
    let words = [
        "Kelompok",
        "Program",
        "Bagian",
        "Dari",
        "Sampai",
        "Iuran (rupiah)",
        "Dasar hukum",
        "Dasar (perseribu)",
        "Bagian upah (persejuta)",
        "Hitungan",
    ];
    book.heads(TAB, 3, &words);
    let sources = Sources::new(book, plan.law);
    let mut writer = Writer { book, plan, inputs, sources };
    let mut all = Vec::new();
    for ((at, group), segment) in plan.segments.iter().zip(&scenario.segments) {
        let mut spans = Vec::new();
        for cell in prices.cells(at)? {
            let columns = cell.columns.clone();
            let made = match prices.levies(cell) {
                Ok(levies) => {
                    let mut made = Vec::new();
                    for levy in levies {
                        let price = writer.row((at, group, &segment.name), &columns, levy)?;
                        made.push((levy.programme, levy.part, price));
                    }
                    Some(made)
                }
                Err(Fault::Missing | Fault::TooLarge) => None,
                Err(Fault::Broken(broken)) => return Err(broken),
            };
            spans.push(Span { columns, prices: made });
        }
        all.push(spans);
    }
    Ok(Row::new(all))
}

impl Writer<'_, '_> {
    fn row(
        &mut self,
        (segment, group, name): (SegmentAt, &Group<'_>, &str),
        columns: &Columns<usize>,
        levy: &Levy<'_>,
    ) -> Result<At, Broken> {
        let row = self.book.next_row(TAB).max(4);
        let at = |col| At { tab: TAB, row, col };
        let month = |column: usize| self.plan.months.get(column).copied().ok_or(Broken("months"));
        let (first, last) = (month(columns.start)?, month(columns.end.saturating_sub(1))?);
        self.book.text(at(0), name, Look::Text);
        self.book.text(at(1), levy.programme.name(), Look::Text);
        self.book.text(at(2), in_words(levy.part), Look::Text);
        self.book.month(at(3), first, Look::Month);
        self.book.month(at(4), last, Look::Month);
        self.book.text(at(6), self.cited(levy), Look::Text);
        let mut next = 9;
        let product = self.product(segment, levy, at(7), &mut next)?;
        let left = self.left(segment, group, levy, first)?;
        let left = self.cell(at(0), &mut next, left);
        let amount = self.times(at(0), &mut next, product, left.into());
        let rounded = amount.clone().by(MILLION).plus(Expr::either(
            Test::AtLeast(amount.rest(MILLION), self.inputs.half.into()),
            1,
            0,
        ));
        self.book.formula(at(5), rounded, Look::Sum);
        Ok(at(5))
    }

    /// Puts a step of the calculation in the next free column.
    fn cell(&mut self, row: At, next: &mut u16, formula: Expr) -> At {
        let at = At { col: *next, ..row };
        *next = next.saturating_add(1);
        self.book.formula(at, formula, Look::Number);
        at
    }

    /// An amount times millionths: its whole millionths. What is below is written before.
    fn times(&mut self, row: At, next: &mut u16, amount: Amount, rate: Expr) -> Expr {
        let (millionths, _) = self.product_of(row, next, amount, rate);
        millionths
    }

    /// An amount times millionths, exactly: the schoolbook's way, from the last limb to the first.
    fn product_of(
        &mut self,
        row: At,
        next: &mut u16,
        amount: Amount,
        rate: Expr,
    ) -> (Expr, [Expr; 2]) {
        let Amount { millionths, limbs: [second, third] } = amount;
        let millionths = self.cell(row, next, millionths);
        let third = self.cell(row, next, third.times(rate.clone()));
        let second = second.times(rate.clone()).plus(Expr::from(third).by(MILLION));
        let second = self.cell(row, next, second);
        let first = Expr::from(millionths).rest(MILLION).times(rate.clone());
        let first = self.cell(row, next, first.plus(Expr::from(second).by(MILLION)));
        let whole = Expr::from(millionths).by(MILLION).times(rate);
        let whole = self.cell(row, next, whole.plus(Expr::from(first).by(MILLION)));
        // The last limb of a third product is never asked for: no amount is multiplied four times.
        (whole.into(), [Expr::from(first).rest(MILLION), Expr::from(second).rest(MILLION)])
    }

    /// The contribution before relief.
    fn product(
        &mut self,
        segment: SegmentAt,
        levy: &Levy<'_>,
        base_at: At,
        next: &mut u16,
    ) -> Result<Amount, Broken> {
        match levy.formula {
            Formula::Flat(amount) => {
                let amount = self.sources.rupiah(self.book, amount)?;
                self.book.formula(base_at, amount.into(), Look::Number);
                Ok(Amount::whole(base_at))
            }
            Formula::OfBase { base, rate, floor } => {
                let base = self.base(segment, base, base_at, next)?;
                let rate = self.sources.percent(self.book, rate)?;
                let (millionths, limbs) = self.product_of(base_at, next, base, rate.into());
                let product = Amount { millionths, limbs };
                let Some(floor) = floor else { return Ok(product) };
                let floor = self.sources.rupiah(self.book, floor)?;
                Ok(self.chosen(product, floor, true))
            }
            Formula::Layers { rows, .. } => {
                let of = self.inputs.segments.at(segment)?;
                let contract = of.contract.ok_or(Broken("value of a contract"))?;
                self.book.formula(base_at, contract.into(), Look::Number);
                let table = self.sources.table(self.book, rows)?;
                Ok(self.layers(base_at, next, table))
            }
        }
    }

    /// The amount, or a bound where the amount is below it (`least`), or not below it.
    fn chosen(&mut self, amount: Amount, bound: At, least: bool) -> Amount {
        let Amount { millionths, limbs } = amount;
        let bound = Expr::from(bound).times(1_000);
        let below = Test::Less(millionths.clone(), bound.clone());
        let choose = |own: Expr, bound: Expr| {
            if least {
                Expr::either(below.clone(), bound, own)
            } else {
                Expr::either(below.clone(), own, bound)
            }
        };
        Amount {
            limbs: limbs.map(|limb| choose(limb, 0.into())),
            millionths: choose(millionths, bound),
        }
    }

    fn base(
        &mut self,
        segment: SegmentAt,
        base: PriceSource,
        base_at: At,
        next: &mut u16,
    ) -> Result<Amount, Broken> {
        match base {
            PriceSource::Wage(wage) => self.wage(segment, wage, base_at, next),
            PriceSource::Capped(wage, ceiling) => {
                let wage = self.wage(segment, wage, base_at, next)?;
                let ceiling = self.sources.rupiah(self.book, ceiling)?;
                Ok(self.chosen(wage, ceiling, false))
            }
            PriceSource::Lowest(base) => {
                let base = self.sources.rupiah(self.book, base)?;
                self.book.formula(base_at, base.into(), Look::Number);
                Ok(Amount::whole(base_at))
            }
            PriceSource::Bracket(wage, base) => {
                let income = self.wage(segment, wage, base_at, next)?;
                let rows = self.rows(base.key, base.origin)?;
                let found =
                    Expr::Lookup(income.millionths.by(1_000).into(), rows.from, rows.values);
                let found = self.cell(base_at, next, found);
                Ok(Amount::whole(found))
            }
        }
    }

    fn wage(
        &mut self,
        segment: SegmentAt,
        wage: Wage,
        base_at: At,
        next: &mut u16,
    ) -> Result<Amount, Broken> {
        let of = self.inputs.segments.at(segment)?;
        match wage {
            Wage::Typed(_) => {
                let at = self.typed_wage(segment, base_at)?;
                self.book.formula(base_at, at.into(), Look::Number);
                Ok(Amount::whole(base_at))
            }
            Wage::Minimum(minimum, _) => {
                let percent = of.percent.ok_or(Broken("part of a minimum wage"))?;
                let minimum = self.sources.rupiah(self.book, minimum)?;
                self.book.formula(base_at, minimum.into(), Look::Number);
                self.book.formula(base_at.right(1), percent.into(), Look::Number);
                let whole = Amount::whole(base_at);
                let (millionths, limbs) =
                    self.product_of(base_at, next, whole, base_at.right(1).into());
                Ok(Amount { millionths, limbs })
            }
        }
    }

    /// The wage that holds in the first month of a row: the latest of a series.
    fn typed_wage(&self, segment: SegmentAt, row: At) -> Result<At, Broken> {
        let of = self.inputs.segments.at(segment)?;
        let group = self.plan.segments.at(segment)?;
        let position = match group.base {
            Some(BaseRule::Series(values)) => {
                let from = self.book.month_of(At { col: 3, ..row }).ok_or(Broken("months"))?;
                values.partition_point(|(other, _)| *other <= from).saturating_sub(1)
            }
            Some(BaseRule::Fixed(_)) => 0,
            Some(BaseRule::MinimumWage { .. } | BaseRule::Contract(_)) | None => {
                return Err(Broken("wage of a segment"));
            }
        };
        of.wages.get(position).copied().ok_or(Broken("wage of a segment"))
    }

    /// All rows of the table that a base was found in.
    fn rows(&mut self, key: crate::law::Key, origin: crate::law::Origin) -> Result<Table, Broken> {
        let rows = self.plan.law.rows_of(key, origin).ok_or(Broken("rows of a table"))?;
        self.sources.table(self.book, crate::law::Found { value: rows, key, origin })
    }

    /// Each layer of a contract times its rate, summed.
    fn layers(&mut self, base_at: At, next: &mut u16, table: Table) -> Amount {
        let (mut whole, mut below) = (Expr::Plus(Vec::new()), Expr::Plus(Vec::new()));
        let from: Vec<At> = table.from.cells().collect();
        for (place, (start, rate)) in from.iter().zip(table.values.cells()).enumerate() {
            let upper = match from.get(place.saturating_add(1)) {
                Some(end) => Expr::least(base_at, *end),
                None => base_at.into(),
            };
            let layer = self.cell(base_at, next, Expr::most(0, upper.minus(*start)));
            whole = whole.plus(Expr::from(layer).by(MILLION).times(rate));
            below = below.plus(Expr::from(layer).rest(MILLION).times(rate));
        }
        let below = self.cell(base_at, next, below);
        let whole = self.cell(base_at, next, whole.plus(Expr::from(below).by(MILLION)));
        let rest = || Expr::from(below).rest(MILLION);
        Amount {
            millionths: Expr::from(whole).times(1_000).plus(rest().by(1_000)),
            limbs: [rest().rest(1_000).times(1_000), 0.into()],
        }
    }

    /// What a relief leaves: a whole, where nobody who pays gets one.
    fn left(
        &mut self,
        segment: SegmentAt,
        group: &Group<'_>,
        levy: &Levy<'_>,
        month: Month,
    ) -> Result<Expr, Broken> {
        if levy.part == Part::Worker {
            return Ok(MILLION.into());
        }
        let meant: Vec<_> =
            self.plan.law.reliefs(group.class, group.sector, levy.programme, month).collect();
        let mut offs = Vec::new();
        for (relief, off) in meant {
            let off = self.sources.percent(self.book, off)?;
            let shares = self.inputs.segments.at(segment)?.shares.of(Part::Payer);
            let mut refused = Expr::Plus(Vec::new());
            let mut is_refused = false;
            for (share, fund) in shares.iter().zip(&group.shares.of(Part::Payer).funds) {
                if !self.gets(relief, *fund)? {
                    is_refused = true;
                    refused = refused.plus(*share);
                }
            }
            offs.push(if is_refused {
                Expr::either(Test::Equal(refused, 0.into()), off, 0)
            } else {
                off.into()
            });
        }
        if offs.is_empty() {
            return Ok(MILLION.into());
        }
        Ok(Expr::from(MILLION).minus(Expr::Most(offs)))
    }

    /// Whether a fund, and every fund that may take over from it, gets a relief.
    fn gets(
        &self,
        relief: &crate::law::Relief,
        fund: Option<crate::plan::FundAt>,
    ) -> Result<bool, Broken> {
        let mut next = fund;
        while let Some(fund) = next {
            let plan_fund = self.plan.funds.at(fund)?;
            if !plan_fund.will_not_pay
                && !relief_reading(self.plan.reliefs, relief, plan_fund.kind).0
            {
                return Ok(false);
            }
            next = plan_fund.next;
        }
        Ok(true)
    }

    fn cited(&self, levy: &Levy<'_>) -> String {
        let mut text = String::new();
        cite(&mut text, self.plan, levy);
        text
    }
}

/// A part of a contribution, for people.
pub(super) const fn in_words(part: Part) -> &'static str {
    match part {
        Part::Payer => "iuran pemberi kerja atau peserta mandiri",
        Part::Worker => "iuran pekerja",
    }
}
