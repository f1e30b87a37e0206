//! Why a number is what it is: a tree from the figure down to heads, rates, months and inputs.
//!
//! It is built from the very bills that the projection sums, and evaluating it gives the figure again.

use super::contribution::{Formula, Levy, Part, Source, Wage, layers};
use super::coverage::crowd;
use super::funding::{Bill, bills, is_contract};
use crate::choices;
use crate::choices::Choice as _;
use crate::law::{Found, Key, Origin};
use crate::money::{Base, Exact, Rate, Rounding, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::problem::{Param, Params, Problem};
use crate::scenario::{BaseRule, Enrolment, Question, Scenario, Segment};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

choices! {
    /// How a value follows from its parts.
    pub enum Rule {
        /// Their sum.
        Sum = "sum",
        /// Their product.
        Product = "product",
        /// The product of a base (or a flat amount), a rate and what a relief leaves, rounded once.
        Contribution = "contribution",
        /// The sum of layers and what a relief leaves, rounded once.
        Layers = "layers",
        /// A part of a contract value times its rate; printed without its fraction.
        Layer = "layer",
        /// An amount times a share, cut to whole rupiah, and what largest remainder adds.
        Share = "share",
        /// The rupiah that largest remainder adds.
        Remainder = "remainder",
        /// People billed.
        Heads = "heads",
        /// A number of months.
        Months = "months",
        /// A wage or income; with parts, the part of a minimum wage.
        Base = "base",
        /// A statutory percentage.
        Rate = "rate",
        /// The lesser of a wage and a ceiling.
        Ceiling = "ceiling",
        /// The row of the bracket table for an income.
        Bracket = "bracket",
        /// A statutory amount.
        Flat = "flat",
        /// What a relief leaves of a contribution.
        Relief = "relief",
        /// A percentage of the planner.
        Percent = "percent",
    }
}

/// A value with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// Money; only bases carry decimals.
    Rupiah(Base),
    /// Heads.
    People(People),
    /// Months.
    Months(u64),
    /// Percent.
    Percent(Rate),
}

/// A figure and what it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// How `value` follows from `parts`; without parts it is given.
    pub rule: Rule,
    /// The figure.
    pub value: Quantity,
    /// What it is about.
    pub params: Params,
    /// Statutory value behind it.
    pub parameter: Option<&'static str>,
    /// Input behind it.
    pub input: Option<String>,
    /// What it is made of.
    pub parts: Vec<Self>,
}

impl Serialize for Explanation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Explanation", 7)?;
        object.serialize_field("rule", &self.rule)?;
        let unit = match &self.value {
            Quantity::Rupiah(base) => {
                object.serialize_field("value", base)?;
                "rupiah"
            }
            Quantity::People(people) => {
                object.serialize_field("value", people)?;
                "people"
            }
            Quantity::Months(months) => {
                object.serialize_field("value", months)?;
                "months"
            }
            Quantity::Percent(rate) => {
                object.serialize_field("value", rate)?;
                "percent"
            }
        };
        object.serialize_field("unit", unit)?;
        object.serialize_field("params", &self.params)?;
        object.serialize_field("parameter", &self.parameter)?;
        object.serialize_field("input", &self.input)?;
        object.serialize_field("parts", &self.parts)?;
        object.end()
    }
}

/// Explains a figure of the projection.
///
/// # Errors
/// As [`super::project`].
pub fn explain(scenario: &Scenario, question: Question) -> Result<Explanation, Vec<Problem>> {
    let crowd = crowd(scenario);
    let mut runs: Vec<Run> = Vec::new();
    bills(scenario, &crowd, |bill| {
        let asked = question.year.is_none_or(|year| year == bill.month.year())
            && question.segment.is_none_or(|segment| segment == bill.segment)
            && question.programme.is_none_or(|programme| programme == bill.levy.programme);
        if let Some(piece) = Piece::of(&bill, question.fund).filter(|_| asked) {
            join(&mut runs, bill, piece);
        }
        Ok(())
    })?;
    let teller = Teller { scenario };
    let mut segments = Vec::new();
    for (index, segment) in scenario.segments.iter().enumerate() {
        let mut programmes = Vec::new();
        for programme in &segment.programmes {
            for part in Part::ALL {
                let of = |run: &&Run| {
                    run.segment == index
                        && run.levy.programme == *programme
                        && run.levy.part == *part
                };
                let told: Vec<_> = runs.iter().filter(of).map(|run| teller.run(run)).collect();
                if !told.is_empty() {
                    let mut params = vec![("programme", programme.name().into())];
                    if segment.class.has_worker_part(*programme) {
                        params.push(("part", part.name().into()));
                    }
                    programmes.push(sum(params, told));
                }
            }
        }
        if !programmes.is_empty() {
            segments.push(sum(vec![("segment", segment.name.as_str().into())], programmes));
        }
    }
    let mut about: Vec<(&'static str, Param)> = Vec::new();
    about.extend(question.year.map(|year| ("year", year.to_string().into())));
    let fund = question.fund.and_then(|fund| scenario.funds.get(fund));
    about.extend(fund.map(|fund| ("fund", fund.name.as_str().into())));
    Ok(sum(about, segments))
}

/// The share of a bill that one fund pays.
#[derive(Clone, Copy, PartialEq)]
struct Piece {
    /// What is paid.
    rupiah: Rupiah,
    /// Position in the shares and share; `None` where it is the whole bill.
    share: Option<(usize, Rate)>,
}

impl Piece {
    /// `None` where the fund asked for pays nothing of this bill.
    fn of(bill: &Bill<'_>, fund: Option<usize>) -> Option<Self> {
        let Some(fund) = fund else { return Some(Self { rupiah: bill.rupiah, share: None }) };
        let position = bill.shares.iter().position(|share| share.fund == fund)?;
        let share = bill.shares.get(position)?;
        // Who pays all of it pays the bill itself: no share to explain.
        let part = (share.percent < Rate::WHOLE).then_some((position, share.percent));
        Some(Self { rupiah: *bill.parts.get(position)?, share: part })
    }
}

/// Months in a row in which one bill is the same.
struct Run {
    segment: usize,
    levy: Levy,
    heads: People,
    /// The whole bill of one month.
    rupiah: Rupiah,
    piece: Piece,
    from: Month,
    to: Month,
}

fn join(runs: &mut Vec<Run>, bill: Bill<'_>, piece: Piece) {
    let of_bill = |run: &&mut Run| {
        run.segment == bill.segment
            && run.levy.programme == bill.levy.programme
            && run.levy.part == bill.levy.part
    };
    if let Some(last) = runs.iter_mut().rev().find(of_bill)
        && last.levy == bill.levy
        && last.heads == bill.heads
        && last.piece == piece
        && last.to.plus(1) == bill.month
    {
        last.to = bill.month;
        return;
    }
    runs.push(Run {
        segment: bill.segment,
        levy: bill.levy,
        heads: bill.heads,
        rupiah: bill.rupiah,
        piece,
        from: bill.month,
        to: bill.month,
    });
}

fn node(
    rule: Rule,
    value: Quantity,
    params: Vec<(&'static str, Param)>,
    parts: Vec<Explanation>,
) -> Explanation {
    Explanation { rule, value, params: Params(params), parameter: None, input: None, parts }
}

fn rupiah(amount: Rupiah) -> Quantity {
    Quantity::Rupiah(Base::from_rupiah(amount))
}

fn sum(params: Vec<(&'static str, Param)>, parts: Vec<Explanation>) -> Explanation {
    let total = parts.iter().fold(Rupiah::ZERO, |total, part| match part.value {
        Quantity::Rupiah(base) => {
            let whole = (base * Rate::WHOLE).round(Rounding::Down).unwrap_or(Rupiah::MAX);
            total.plus(whole).unwrap_or(Rupiah::MAX)
        }
        _ => total,
    });
    node(Rule::Sum, rupiah(total), params, parts)
}

/// Puts runs into trees.
struct Teller<'a> {
    scenario: &'a Scenario,
}

impl Teller<'_> {
    fn run(&self, run: &Run) -> Explanation {
        let Some(segment) = self.scenario.segments.get(run.segment) else {
            return sum(Vec::new(), Vec::new());
        };
        let months = u64::from(run.to.since(run.from)).saturating_add(1);
        let count = node(Rule::Months, Quantity::Months(months), Vec::new(), Vec::new());
        let contribution = self.contribution(run, segment);
        let mut amount = if is_contract(segment) {
            vec![contribution]
        } else {
            vec![self.heads(run, segment), contribution]
        };
        if let Some((position, percent)) = run.piece.share {
            amount = vec![self.share(run, amount, position, percent)];
        }
        amount.push(count);
        let value = run.piece.rupiah.times(People::new(months)).unwrap_or(Rupiah::MAX);
        let params = vec![("from", run.from.to_string().into()), ("to", run.to.to_string().into())];
        node(Rule::Product, rupiah(value), params, amount)
    }

    fn share(
        &self,
        run: &Run,
        bill: Vec<Explanation>,
        position: usize,
        percent: Rate,
    ) -> Explanation {
        let list = match run.levy.part {
            Part::Payer => "payers",
            Part::Worker => "workerPayers",
        };
        let whole = node(Rule::Product, rupiah(run.rupiah), Vec::new(), bill);
        let mut share = node(Rule::Percent, Quantity::Percent(percent), Vec::new(), Vec::new());
        share.input = Some(format!("segments[{}].{list}[{position}].percent", run.segment));
        let cut =
            Exact::from(run.rupiah).share(percent).round(Rounding::Down).unwrap_or(Rupiah::ZERO);
        let extra =
            node(Rule::Remainder, rupiah(run.piece.rupiah.less(cut)), Vec::new(), Vec::new());
        node(Rule::Share, rupiah(run.piece.rupiah), Vec::new(), vec![whole, share, extra])
    }

    fn heads(&self, run: &Run, segment: &Segment) -> Explanation {
        let mut heads = node(Rule::Heads, Quantity::People(run.heads), Vec::new(), Vec::new());
        heads.input = match &segment.enrolment {
            Enrolment::Fixed(counts) => {
                counts.iter().rposition(|count| count.from <= run.from).map(|position| {
                    format!("segments[{}].enrolment.counts[{position}].people", run.segment)
                })
            }
            Enrolment::Target { .. } => Some("target".into()),
        };
        heads
    }

    fn contribution(&self, run: &Run, segment: &Segment) -> Explanation {
        let levy = run.levy;
        let (rule, mut parts) = match levy.formula {
            Formula::OfBase { base, rate } => {
                (Rule::Contribution, vec![self.base(run, segment, base), self.found_rate(rate)])
            }
            Formula::Flat(amount) => (Rule::Contribution, vec![self.found_amount(amount)]),
            Formula::Layers { contract, rows } => {
                let layer = |(part, rate): (Base, Rate)| {
                    let mut base = node(Rule::Base, Quantity::Rupiah(part), Vec::new(), Vec::new());
                    base.input = Some(format!("segments[{}].base.rupiah", run.segment));
                    let rate = Found { value: rate, key: rows.key, origin: rows.origin };
                    let value = (part * rate.value).round(Rounding::Down).unwrap_or(Rupiah::MAX);
                    node(Rule::Layer, rupiah(value), Vec::new(), vec![base, self.found_rate(rate)])
                };
                (Rule::Layers, layers(contract, rows.value).map(layer).collect())
            }
        };
        if let Some(relief) = levy.relief {
            let params = vec![
                ("instrument", relief.source.instrument.into()),
                ("percent", relief.off.into()),
            ];
            let mut left =
                node(Rule::Relief, Quantity::Percent(relief.off.rest()), params, Vec::new());
            left.parameter = Some(relief.key);
            parts.push(left);
        }
        let params = vec![
            ("programme", levy.programme.name().into()),
            ("part", levy.part.name().into()),
            ("rounding", self.scenario.rounding.name().into()),
        ];
        node(rule, rupiah(levy.rupiah), params, parts)
    }

    fn base(&self, run: &Run, segment: &Segment, base: Source) -> Explanation {
        match base {
            Source::Wage(wage) => self.wage(run, segment, wage),
            Source::Capped(wage, ceiling) => {
                let parts = vec![self.wage(run, segment, wage), self.found_amount(ceiling)];
                node(Rule::Ceiling, Quantity::Rupiah(base.amount()), Vec::new(), parts)
            }
            Source::Bracket(income, row) => {
                let parts = vec![self.wage(run, segment, income)];
                let mut bracket =
                    node(Rule::Bracket, Quantity::Rupiah(row.value), Vec::new(), parts);
                bracket.parameter = Some(row.key.name());
                bracket
            }
            Source::Lowest(base) => self.found_amount(base),
        }
    }

    fn wage(&self, run: &Run, segment: &Segment, wage: Wage) -> Explanation {
        let path = format!("segments[{}].base", run.segment);
        let (input, parts) = match (wage, &segment.base) {
            (Wage::Minimum(minimum, part), _) => {
                let mut percent =
                    node(Rule::Percent, Quantity::Percent(part), Vec::new(), Vec::new());
                percent.input = Some(format!("{path}.percent"));
                (format!("{path}.parameter"), vec![self.found_amount(minimum), percent])
            }
            (Wage::Typed(_), Some(BaseRule::Series(values))) => {
                let position = values.iter().rposition(|(from, _)| *from <= run.from).unwrap_or(0);
                (format!("{path}.values[{position}].rupiah"), Vec::new())
            }
            (Wage::Typed(_), _) => (format!("{path}.rupiah"), Vec::new()),
        };
        let mut base = node(Rule::Base, Quantity::Rupiah(wage.amount()), Vec::new(), parts);
        base.input = Some(input);
        base
    }

    fn found_rate(&self, rate: Found<Rate>) -> Explanation {
        self.found(Rule::Rate, Quantity::Percent(rate.value), rate.key, rate.origin)
    }

    fn found_amount(&self, amount: Found<Base>) -> Explanation {
        self.found(Rule::Flat, Quantity::Rupiah(amount.value), amount.key, amount.origin)
    }

    /// A statutory value, or what the planner put in its place.
    fn found(&self, rule: Rule, value: Quantity, key: Key, origin: Origin) -> Explanation {
        let mut found = node(rule, value, vec![("title", key.title().into())], Vec::new());
        found.parameter = Some(key.name());
        if let Origin::Override(position) = origin {
            found.input = Some(format!("overrides[{position}].value"));
        }
        found
    }
}
