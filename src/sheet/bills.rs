//! *Iuran*, *Bagi* and *Dana*: the bill of each month, its parts by largest remainder, and what each fund pays, in the
//! order of use.

use super::axis::{self, Line, fill};
use super::book::{Book, Look};
use super::cells::{Range, Tab};
use super::flow::People;
use super::formula::{Expr, MILLION, Test};
use super::inputs::Inputs;
use super::tariff::{Span, in_words};
use crate::choices::Choice as _;
use crate::plan::{Broken, FundAt, Group, Part, Plan, Position as _, Row, SegmentAt};
use crate::scenario::{Programme, Scenario};

/// One row of bills.
pub(super) struct Bill {
    pub segment: SegmentAt,
    pub programme: Programme,
    pub part: Part,
    pub line: Line,
}

/// What a fund pays of one row of bills.
pub(super) struct Paid {
    /// Position of the row.
    pub bill: usize,
    pub fund: FundAt,
    pub line: Line,
}

/// Where the money stands.
pub(super) struct Money {
    pub bills: Vec<Bill>,
    pub paid: Vec<Paid>,
    /// All that a fund pays.
    pub funds: Row<FundAt, Line>,
}

/// Writes the three sheets.
pub(super) fn bills(
    book: &mut Book,
    scenario: &Scenario,
    plan: &Plan<'_>,
    (tariff, people): (&Row<SegmentAt, Vec<Span>>, &Row<SegmentAt, People>),
    inputs: &Inputs,
) -> Result<Money, Broken> {
    let labels = ["Kelompok", "Program", "Bagian", "Sumber dana", "Jumlah"];
    book.heading(Tab::Bills, "Iuran sebulan: peserta × iuran satu peserta", "");
    book.heading(Tab::Split, "Pembagian iuran kepada sumber dana", "");
    book.heading(Tab::Funds, "Yang dibayar setiap sumber dana, per bulan", "");
    for tab in [Tab::Bills, Tab::Split, Tab::Funds] {
        axis::heads(book, plan, tab, &labels);
    }
    let mut bills = Vec::new();
    for at in plan.payment_order() {
        let (group, spans) = (plan.segments.at(at)?, tariff.at(at)?);
        let name = &scenario.segments.get(at.index()).ok_or(Broken("segments"))?.name;
        for (programme, part) in levied(group, spans) {
            let line = axis::line(book, Tab::Bills, &[name, programme.name(), in_words(part)]);
            bill(book, plan, (group, spans, *people.at(at)?), (programme, part), line);
            bills.push(Bill { segment: at, programme, part, line });
        }
    }
    let mut parts: Vec<Parts> = Vec::new();
    for bill in &bills {
        let shares = inputs.segments.at(bill.segment)?.shares.of(bill.part);
        let group = plan.segments.at(bill.segment)?;
        let of_bill = split(book, plan, bill, shares, &labels_of(scenario, bill)?)?;
        let funds = group.shares.of(bill.part).funds.iter();
        let funds = funds.map(|fund| fund.ok_or(Broken("fund of a share")));
        let funds: Vec<FundAt> = funds.collect::<Result<_, _>>()?;
        parts.push(funds.into_iter().zip(of_bill).collect());
    }
    let (paid, funds) = pay(book, scenario, plan, (&bills, &parts), inputs)?;
    Ok(Money { bills, paid, funds })
}

/// For what a segment is billed, in the order of the law.
fn levied(group: &Group<'_>, spans: &[Span]) -> Vec<(Programme, Part)> {
    let mut levied: Vec<(Programme, Part)> = Vec::new();
    let priced = spans.iter().filter_map(|span| span.prices.as_ref());
    for (programme, part, _) in priced.flatten() {
        if !levied.contains(&(*programme, *part)) {
            levied.push((*programme, *part));
        }
    }
    if levied.is_empty() {
        levied.extend(group.programmes.iter().map(|programme| (*programme, Part::Payer)));
    }
    levied
}

fn labels_of<'s>(scenario: &'s Scenario, bill: &Bill) -> Result<[&'s str; 3], Broken> {
    let segment = scenario.segments.get(bill.segment.index()).ok_or(Broken("segments"))?;
    Ok([&segment.name, bill.programme.name(), in_words(bill.part)])
}

fn bill(
    book: &mut Book,
    plan: &Plan<'_>,
    (group, spans, people): (&Group<'_>, &[Span], People),
    levy: (Programme, Part),
    line: Line,
) {
    fill(book, line, plan.months.len(), |column| {
        let span = spans.iter().find(|span| span.columns.contains(&column));
        let prices = span.and_then(|span| span.prices.as_ref());
        let price = prices
            .and_then(|prices| prices.iter().find(|(one, part, _)| (*one, *part) == levy))
            .map(|(.., price)| *price);
        let heads = people.billed.month(column);
        if group.is_contract() {
            let flags = people.flags;
            let mut first = vec![Test::Equal(flags.month(column).into(), 1.into())];
            if column > 0 {
                first.push(Test::Equal(Expr::Total(vec![flags.months(0..column)]), 0.into()));
            }
            let price = price.map_or(Expr::Missing, Expr::from);
            return Expr::either(Test::And(first), price, 0);
        }
        match price {
            Some(price) => Expr::from(heads).times(price),
            // The law gives no value for these months: loud as soon as somebody is billed.
            None => Expr::either(Test::Equal(heads.into(), 0.into()), 0, Expr::Missing),
        }
    });
}

/// The parts of a bill, in the order of its shares.
fn split(
    book: &mut Book,
    plan: &Plan<'_>,
    bill: &Bill,
    shares: &[super::cells::At],
    [segment, programme, part]: &[&str; 3],
) -> Result<Vec<Line>, Broken> {
    if let [_] = shares {
        return Ok(vec![bill.line]);
    }
    let months = plan.months.len();
    let of = |column| Expr::from(bill.line.month(column));
    let mut remainders: Vec<Line> = Vec::new();
    for share in shares {
        let line = axis::line(book, Tab::Split, &[segment, programme, part, "sisa"]);
        for column in 0..months {
            let rest = of(column).rest(MILLION).times(*share).rest(MILLION);
            book.formula(line.month(column), rest, Look::Number);
        }
        remainders.push(line);
    }
    let (Some(first), Some(last)) = (remainders.first(), remainders.last()) else {
        return Err(Broken("shares of a segment"));
    };
    let mut lines = Vec::new();
    for (place, share) in shares.iter().enumerate() {
        let own = *remainders.get(place).ok_or(Broken("shares of a segment"))?;
        let before = place.checked_sub(1).and_then(|before| remainders.get(before));
        let line = axis::line(book, Tab::Split, &[segment, programme, part, "bagian"]);
        fill(book, line, months, |column| {
            let all = Range::of(first.month(column), last.month(column));
            let mut served = Expr::Plus(vec![Expr::CountAbove(all, own.month(column))]);
            if let Some(before) = before {
                let above = Range::of(first.month(column), before.month(column));
                served = served.plus(Expr::CountEqual(above, own.month(column)));
            }
            let over = Expr::Total(vec![all]).by(MILLION);
            let whole = of(column).by(MILLION).times(*share);
            let below = of(column).rest(MILLION).times(*share).by(MILLION);
            whole.plus(below).plus(Expr::either(Test::Less(served, over), 1, 0))
        });
        lines.push(line);
    }
    Ok(lines)
}

/// Which fund is to pay which part of a bill.
type Parts = Vec<(FundAt, Line)>;

/// Something that arrives at a fund: a part of a bill, or what another fund passes on.
struct Arrival {
    bill: usize,
    share: usize,
    /// What the share is, or what arrived at the fund before and what that one paid.
    from: (Line, Option<Line>),
}

/// What each fund pays, those first from which others take over.
fn pay(
    book: &mut Book,
    scenario: &Scenario,
    plan: &Plan<'_>,
    (bills, parts): (&[Bill], &[Parts]),
    inputs: &Inputs,
) -> Result<(Vec<Paid>, Row<FundAt, Line>), Broken> {
    let months = plan.months.len();
    let mut arriving: Row<FundAt, Vec<Arrival>> = plan.funds.map(|_| Vec::new());
    for (bill, parts) in parts.iter().enumerate() {
        for (share, (fund, line)) in parts.iter().enumerate() {
            arriving.at_mut(*fund)?.push(Arrival { bill, share, from: (*line, None) });
        }
    }
    let mut paid = Vec::new();
    let mut totals = plan.funds.map(|_| None);
    for at in upstream_first(plan) {
        let plan_fund = plan.funds.at(at)?;
        let name = &scenario.funds.get(at.index()).ok_or(Broken("funds"))?.name;
        let mut arrivals = core::mem::take(arriving.at_mut(at)?);
        arrivals.sort_by_key(|arrival| (arrival.bill, arrival.share));
        axis::section(book, Tab::Funds, name);
        let mut block: Vec<Line> = Vec::new();
        let mut come: Vec<Line> = Vec::new();
        for arrival in &arrivals {
            let bill = bills.get(arrival.bill).ok_or(Broken("bills"))?;
            let [segment, programme, part] = labels_of(scenario, bill)?;
            come.push(match arrival.from {
                (line, None) => line,
                (came, Some(took)) => {
                    let labels = [segment, programme, part, &format!("diteruskan kepada {name}")];
                    let line = axis::line(book, Tab::Split, &labels);
                    fill(book, line, months, |column| {
                        Expr::from(came.month(column)).minus(took.month(column))
                    });
                    line
                }
            });
            block.push(axis::line(book, Tab::Funds, &[segment, programme, part, name]));
        }
        // Month by month: what is used before a month is of all rows.
        for column in 0..months {
            for (place, (line, came)) in block.iter().zip(&come).enumerate() {
                let came = Expr::from(came.month(column));
                let pays = if plan_fund.next.is_some() {
                    within(plan, inputs.ceilings.at(at)?, &block, (place, column), came)?
                } else {
                    came
                };
                book.formula(line.month(column), pays, Look::Number);
            }
        }
        for line in &block {
            book.formula(line.sum(), Expr::Total(vec![line.months(0..months)]), Look::Sum);
        }
        let total = axis::line(book, Tab::Funds, &[name, "Jumlah"]);
        let ends = block.first().zip(block.last());
        fill(book, total, months, |column| match ends {
            Some((first, last)) => {
                Expr::Total(vec![Range::of(first.month(column), last.month(column))])
            }
            None => 0.into(),
        });
        *totals.at_mut(at)? = Some(total);
        for ((arrival, came), took) in arrivals.iter().zip(&come).zip(&block) {
            let Arrival { bill, share, .. } = *arrival;
            paid.push(Paid { bill, fund: at, line: *took });
            if let Some(next) = plan_fund.next {
                let from = (*came, Some(*took));
                arriving.at_mut(next)?.push(Arrival { bill, share, from });
            }
        }
    }
    let totals = totals.into_entries().into_iter();
    let totals: Option<Vec<Line>> = totals.collect();
    Ok((paid, Row::new(totals.ok_or(Broken("order of use"))?)))
}

/// What a fund with a ceiling still pays of what arrives: after the months before and the rows above.
fn within(
    plan: &Plan<'_>,
    ceilings: &[super::cells::At],
    block: &[Line],
    (place, column): (usize, usize),
    came: Expr,
) -> Result<Expr, Broken> {
    let year = plan.years.iter().position(|year| year.columns.contains(&column));
    let year = year.ok_or(Broken("years"))?;
    let start = plan.years.get(year).ok_or(Broken("years"))?.columns.start;
    let ceiling = *ceilings.get(year).ok_or(Broken("ceilings"))?;
    let (Some(first), Some(last)) = (block.first(), block.last()) else {
        return Err(Broken("rows of a fund"));
    };
    let mut used = Vec::new();
    if let Some(before) = column.checked_sub(1).filter(|before| *before >= start) {
        used.push(Range::of(first.month(start), last.month(before)));
    }
    if let Some(above) = place.checked_sub(1).and_then(|above| block.get(above)) {
        used.push(Range::of(first.month(column), above.month(column)));
    }
    let mut left = Expr::from(ceiling);
    if !used.is_empty() {
        left = left.minus(Expr::Total(used));
    }
    let pays = Expr::most(0, Expr::least(came.clone(), left));
    Ok(Expr::either(Test::Equal(ceiling.into(), Expr::text("")), came, pays))
}

/// Funds in an order in which each stands before the one that takes over from it.
fn upstream_first(plan: &Plan<'_>) -> Vec<FundAt> {
    let mut order: Vec<FundAt> = Vec::new();
    for _ in plan.funds.iter() {
        for (at, _) in plan.funds.iter() {
            let waits = plan
                .funds
                .iter()
                .any(|(other, plan_fund)| plan_fund.next == Some(at) && !order.contains(&other));
            if !waits && !order.contains(&at) {
                order.push(at);
            }
        }
    }
    order
}
