//! Explains rupiah: from a year or the whole plan to the contribution of one worker in one month.

use super::tree::{Basis, Explanation, Quantity, Rule, leaf, node, rupiah};
use crate::choices::Choice as _;
use crate::law::{Found, Key, Origin};
use crate::money::{Base, Exact, Rate, Rounding, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::compile::Part;
use crate::plan::compile::{ByPart, ByProgramme};
use crate::plan::cost::{Bill, Bills, bills};
use crate::plan::price::{Formula, Levy, Source, Wage, layers};
use crate::plan::row::{Broken, FundAt, Position as _, Row, SegmentAt};
use crate::problem::{Params, Problems, params};
use crate::scenario::{
    BaseRule, Ceiling, Enrolment, Fund, Measure, Programme, Question, Scenario, Segment,
};
use crate::text::{below, digits, place};

/// Rupiah of the part of the plan in question.
pub(super) fn explain(basis: Basis<'_, '_>, question: &Question) -> Result<Explanation, Problems> {
    let Some(code) = &question.account else {
        return tree(basis, question, question.fund, &|_| true);
    };
    // An account gets the rupiah of every fund that names it, for the programmes it names there.
    let named = |fund: &Fund, programme| {
        fund.account(programme).is_some_and(|account| account.code == *code)
    };
    let mut funds = Vec::new();
    for (position, fund) in basis.scenario.funds.iter().enumerate() {
        let asked = question.fund.is_none_or(|asked| asked == position);
        if asked && Programme::ALL.iter().any(|programme| named(fund, *programme)) {
            let books = |programme| named(fund, programme);
            funds.push(tree(basis, question, Some(position), &books)?);
        }
    }
    Ok(sum(params!(account = code.as_str()), funds)?)
}

/// Unspent part of a fund's ceiling in a year, or the excess over it.
pub(super) fn explain_ceiling(
    basis: Basis<'_, '_>,
    question: &Question,
) -> Result<Explanation, Problems> {
    let spent = tree(basis, question, question.fund, &|_| true)?;
    let fund = question.fund.and_then(|fund| Some((fund, basis.scenario.funds.get(fund)?)));
    let ceiling = fund.and_then(|(index, fund)| {
        let of_year = |ceiling: &Ceiling| Some(ceiling.year) == question.year;
        let position = fund.ceilings.iter().position(of_year)?;
        let input = place("funds[#].ceilings[#].rupiah", &[index, position]);
        Some((fund.ceilings.get(position)?.rupiah, Some(input)))
    });
    let of_spent = spent.value.rupiah()?;
    // Without a ceiling both are 0.
    let (ceiling, input) = ceiling.unwrap_or((of_spent, None));
    let mut ceiling_leaf = leaf(Rule::Limit, rupiah(ceiling), input);
    if let Some(year) = question.year {
        ceiling_leaf.params.add("year", digits(year));
    }
    let (value, parts) = if question.measure == Measure::Left {
        (ceiling.less(of_spent), vec![ceiling_leaf, spent])
    } else {
        (of_spent.less(ceiling), vec![spent, ceiling_leaf])
    };
    let mut about = params!();
    if let Some((_, fund)) = fund {
        about.add("fund", fund.name.as_str());
    }
    Ok(node(Rule::Difference, rupiah(value), about, parts))
}

/// Runs of equal months, by programme and part.
type Runs<'a> = ByProgramme<ByPart<Vec<Run<'a>>>>;

/// Tree of the bills in question, by segment, programme, part and run of equal months.
fn tree(
    Basis { scenario, plan, prices, heads }: Basis<'_, '_>,
    question: &Question,
    fund: Option<usize>,
    booked: &dyn Fn(Programme) -> bool,
) -> Result<Explanation, Problems> {
    let heads = &heads.billed;
    let mut runs: Row<SegmentAt, Runs<'_>> = plan.segments.map(|_| Runs::default());
    let segment = |at: SegmentAt| question.segment.is_none_or(|asked| asked == at.index());
    // With an order of use every segment affects what a fund pays.
    let passes = plan.passes();
    let counts = |at| passes || segment(at);
    Bills::of(plan, prices, heads, &counts)?;
    bills(plan, prices, heads, &|at, _| counts(at), &mut |bill| {
        let asked = question.year.is_none_or(|year| year == bill.month.year())
            && question.month.is_none_or(|month| month == bill.month)
            && segment(bill.segment)
            && question.programme.is_none_or(|programme| programme == bill.levy.programme)
            && booked(bill.levy.programme);
        if let Some(piece) = Piece::of(&bill, fund.map(FundAt::new))?.filter(|_| asked) {
            let runs = runs.at_mut(bill.segment)?.of_mut(bill.levy.programme);
            join(runs.of_mut(bill.levy.part), &bill, piece);
        }
        Ok(())
    })?;
    let explainer = Explainer { scenario };
    let mut segments = Vec::new();
    for (segment, runs) in scenario.segments.iter().zip(runs.entries()) {
        let mut programmes = Vec::new();
        for (programme, parts) in runs.iter() {
            for (part, runs) in parts.iter().filter(|(_, runs)| !runs.is_empty()) {
                let mut params = params!(programme = programme.name());
                if segment.class.has_worker_part(programme) {
                    params.add("part", part.name());
                }
                let runs: Result<_, Broken> = runs.iter().map(|run| explainer.run(run)).collect();
                programmes.push(sum(params, runs?)?);
            }
        }
        if !programmes.is_empty() {
            segments.push(sum(params!(segment = segment.name.as_str()), programmes)?);
        }
    }
    let mut about = params!();
    if let Some(year) = question.year {
        about.add("year", digits(year));
    }
    if let Some(month) = question.month {
        about.add("month", month);
    }
    if let Some(fund) = fund.and_then(|fund| scenario.funds.get(fund)) {
        about.add("fund", fund.name.as_str());
    }
    Ok(sum(about, segments)?)
}

/// What one fund pays of a bill.
#[derive(Clone, Copy, PartialEq)]
struct Piece {
    /// Rupiah paid.
    rupiah: Rupiah,
    /// Its share, before the order of use.
    own: Rupiah,
    /// Position of its share, and the percentage; `None` where it pays the whole bill.
    share: Option<(usize, Rate)>,
    /// Rupiah above its ceiling.
    passed: Rupiah,
    /// Rupiah that it pays for funds before it.
    taken: Rupiah,
}

impl Piece {
    /// `None` where the fund in question pays nothing of this bill.
    fn of(bill: &Bill<'_, '_, '_>, fund: Option<FundAt>) -> Result<Option<Self>, Broken> {
        let none = Rupiah::ZERO;
        let Some(fund) = fund else {
            return Ok(Some(Self {
                rupiah: bill.rupiah,
                own: bill.rupiah,
                share: None,
                passed: none,
                taken: none,
            }));
        };
        let passed = bill.passed.iter();
        let taken = passed.clone().filter(|one| one.to == fund).map(|one| one.rupiah);
        let taken = Rupiah::all(taken).ok_or(SUM)?;
        let passed = passed.filter(|one| one.from == fund).map(|one| one.rupiah);
        let passed = Rupiah::all(passed).ok_or(SUM)?;
        let position = bill.shares.funds.iter().position(|other| *other == Some(fund));
        let share = position.and_then(|at| Some((at, *bill.shares.percents.get(at)?)));
        if share.is_none() && taken == none {
            return Ok(None);
        }
        let own = match position {
            Some(at) => *bill.parts.get(at).ok_or(Broken("parts of a bill"))?,
            // It only pays for funds before it.
            None => none,
        };
        // A fund that pays the whole bill has no share to explain.
        let share = match share {
            None => Some((0, Rate::from_millionths(0))),
            Some((_, percent)) if percent == Rate::WHOLE => None,
            share => share,
        };
        let rupiah = own.plus(taken).ok_or(SUM)?.less(passed);
        Ok(Some(Self { rupiah, own, share, passed, taken }))
    }
}

/// Consecutive months with equal bills.
struct Run<'a> {
    segment: usize,
    levy: Levy<'a>,
    heads: People,
    /// Whole bill of one month.
    rupiah: Rupiah,
    piece: Piece,
    from: Month,
    to: Month,
}

fn join<'a>(runs: &mut Vec<Run<'a>>, bill: &Bill<'_, '_, 'a>, piece: Piece) {
    if let Some(last) = runs.last_mut()
        && last.levy == *bill.levy
        && last.heads == bill.heads
        && last.piece == piece
        && last.to.plus(1) == bill.month
    {
        last.to = bill.month;
        return;
    }
    runs.push(Run {
        segment: bill.segment.index(),
        levy: *bill.levy,
        heads: bill.heads,
        rupiah: bill.rupiah,
        piece,
        from: bill.month,
        to: bill.month,
    });
}

fn sum(params: Params, parts: Vec<Explanation>) -> Result<Explanation, Broken> {
    let mut total = Rupiah::ZERO;
    for part in &parts {
        total = total.plus(part.value.rupiah()?).ok_or(SUM)?;
    }
    Ok(node(Rule::Sum, rupiah(total), params, parts))
}

/// Sums of bills that were checked to fit.
const SUM: Broken = Broken("sum of an explanation");

/// Builds the tree of a run.
struct Explainer<'a> {
    scenario: &'a Scenario,
}

impl Explainer<'_> {
    fn run(&self, run: &Run<'_>) -> Result<Explanation, Broken> {
        let segment = self.scenario.segments.get(run.segment).ok_or(Broken("segments"))?;
        let months = u64::from(run.to.since(run.from)).saturating_add(1);
        let count = node(Rule::Months, Quantity::Months(months), params!(), Vec::new());
        let contribution = self.contribution(run, segment)?;
        let mut amount = if segment.is_contract() {
            vec![contribution]
        } else {
            vec![self.heads(run, segment), contribution]
        };
        if let Some((position, percent)) = run.piece.share {
            amount = vec![if run.piece.own > Rupiah::ZERO {
                self.share(run, amount, position, percent)?
            } else {
                sum(params!(), Vec::new())?
            }];
        }
        let Piece { taken, passed, .. } = run.piece;
        if taken > Rupiah::ZERO {
            let own = self.alone(amount, run.piece.own);
            amount = vec![sum(params!(), vec![own, leaf(Rule::Passed, rupiah(taken), None)])?];
        }
        if passed > Rupiah::ZERO {
            let due = run.piece.own.plus(taken).ok_or(SUM)?;
            let parts = vec![self.alone(amount, due), leaf(Rule::Passed, rupiah(passed), None)];
            amount = vec![node(Rule::Difference, rupiah(run.piece.rupiah), params!(), parts)];
        }
        amount.push(count);
        let value = run.piece.rupiah.times(People::new(months)).ok_or(SUM)?;
        let params = params!(from = run.from, to = run.to);
        Ok(node(Rule::Product, rupiah(value), params, amount))
    }

    /// Joins factors in one node.
    fn alone(&self, mut factors: Vec<Explanation>, value: Rupiah) -> Explanation {
        match factors.pop() {
            Some(one) if factors.is_empty() => one,
            last => {
                factors.extend(last);
                node(Rule::Product, rupiah(value), params!(), factors)
            }
        }
    }

    fn share(
        &self,
        run: &Run<'_>,
        bill: Vec<Explanation>,
        position: usize,
        percent: Rate,
    ) -> Result<Explanation, Broken> {
        let list = match run.levy.part {
            Part::Payer => "segments[#].payers[#].percent",
            Part::Worker => "segments[#].workerPayers[#].percent",
        };
        let whole = node(Rule::Product, rupiah(run.rupiah), params!(), bill);
        let share = place(list, &[run.segment, position]);
        let share = leaf(Rule::Percent, Quantity::Percent(percent), Some(share));
        let cut = Exact::from(run.rupiah).share(percent).round(Rounding::Down).ok_or(SUM)?;
        let extra = node(Rule::Remainder, rupiah(run.piece.own.less(cut)), params!(), Vec::new());
        Ok(node(Rule::Share, rupiah(run.piece.own), params!(), vec![whole, share, extra]))
    }

    fn heads(&self, run: &Run<'_>, segment: &Segment) -> Explanation {
        let input = match &segment.enrolment {
            Enrolment::Fixed { counts, .. } => {
                counts.iter().rposition(|count| count.from <= run.from).map(|position| {
                    place("segments[#].enrolment.counts[#].people", &[run.segment, position])
                })
            }
            Enrolment::Target { .. } => Some("target".into()),
            Enrolment::Villages { .. } => Some("villages".into()),
            Enrolment::Path { .. } => Some(place("segments[#].enrolment.path", &[run.segment])),
        };
        leaf(Rule::Heads, Quantity::People(run.heads), input)
    }

    fn contribution(&self, run: &Run<'_>, segment: &Segment) -> Result<Explanation, Broken> {
        let levy = run.levy;
        let (rule, mut parts) = match levy.formula {
            Formula::OfBase { base, rate, floor } => {
                let product = base.exact().share(rate.value);
                let mut parts =
                    vec![self.base(run, segment, base)?, self.found_rate(rate, run.from)];
                // A floor that is not above the product changes nothing and is left out.
                if let Some(floor) = floor.filter(|floor| product.is_below(floor.value)) {
                    parts.push(self.found_amount(floor, run.from));
                    let value = Quantity::Rupiah(floor.value);
                    parts = vec![node(Rule::Floor, value, params!(), parts)];
                }
                (Rule::Contribution, parts)
            }
            Formula::Flat(amount) => {
                (Rule::Contribution, vec![self.found_amount(amount, run.from)])
            }
            Formula::Layers { contract, rows } => {
                let mut parts = Vec::new();
                for (part, rate) in layers(contract, rows.value) {
                    let input = place("segments[#].base.rupiah", &[run.segment]);
                    let base = leaf(Rule::Base, Quantity::Rupiah(part), Some(input));
                    let value = (part * rate).round(Rounding::Down).ok_or(SUM)?;
                    let rate = Found { value: rate, key: rows.key, origin: rows.origin };
                    let factors = vec![base, self.found_rate(rate, run.from)];
                    parts.push(node(Rule::Layer, rupiah(value), params!(), factors));
                }
                (Rule::Layers, parts)
            }
        };
        if let Some(off) = levy.relief {
            let cited = self.scenario.law().cite(off.key, off.origin);
            let instrument = cited.ok_or(Broken("origin of a relief"))?.instrument;
            let params = params!(instrument = instrument, percent = off.value);
            let left = Quantity::Percent(off.value.rest());
            let mut left = node(Rule::Relief, left, params, Vec::new());
            left.parameter = Some(off.key);
            left.input = replaced(off.origin);
            parts.push(left);
        }
        let params = params!(
            programme = levy.programme.name(),
            part = levy.part.name(),
            rounding = self.scenario.rounding.name(),
        );
        Ok(node(rule, rupiah(levy.rupiah), params, parts))
    }

    fn base(&self, run: &Run<'_>, segment: &Segment, base: Source) -> Result<Explanation, Broken> {
        Ok(match base {
            Source::Wage(wage) => self.wage(run, segment, wage)?,
            Source::Capped(wage, ceiling) => {
                let parts =
                    vec![self.wage(run, segment, wage)?, self.found_amount(ceiling, run.from)];
                node(Rule::Ceiling, Quantity::Rupiah(base.exact().printed()), params!(), parts)
            }
            Source::Bracket(income, row) => {
                let parts = vec![self.wage(run, segment, income)?];
                let mut bracket =
                    node(Rule::Bracket, Quantity::Rupiah(row.value), params!(), parts);
                bracket.parameter = Some(row.key);
                if let Origin::Override(position) = row.origin {
                    bracket.input = Some(place("overrides[#].rows", &[position]));
                }
                bracket
            }
            Source::Lowest(base) => self.found_amount(base, run.from),
        })
    }

    fn wage(&self, run: &Run<'_>, segment: &Segment, wage: Wage) -> Result<Explanation, Broken> {
        let path = place("segments[#].base", &[run.segment]);
        let (input, parts) = match (wage, &segment.base) {
            (Wage::Minimum(minimum, part), _) => {
                let percent = Some(below(&path, ".percent"));
                let percent = leaf(Rule::Percent, Quantity::Percent(part), percent);
                let minimum = self.found_amount(minimum, run.from);
                (below(&path, ".parameter"), vec![minimum, percent])
            }
            (Wage::Typed(_), Some(BaseRule::Series(values))) => {
                // The check holds that the first entry is not later than the first billed month.
                let position = values.iter().rposition(|(from, _)| *from <= run.from);
                let position = position.ok_or(Broken("wage of a segment"))?;
                (below(&path, &place(".values[#].rupiah", &[position])), Vec::new())
            }
            (Wage::Typed(_), _) => (below(&path, ".rupiah"), Vec::new()),
        };
        let mut base = node(Rule::Base, Quantity::Rupiah(wage.exact().printed()), params!(), parts);
        base.input = Some(input);
        Ok(base)
    }

    fn found_rate(&self, rate: Found<Rate>, month: Month) -> Explanation {
        self.found(Rule::Rate, Quantity::Percent(rate.value), rate.key, rate.origin, month)
    }

    fn found_amount(&self, amount: Found<Base>, month: Month) -> Explanation {
        self.found(Rule::Flat, Quantity::Rupiah(amount.value), amount.key, amount.origin, month)
    }

    /// Statutory value of a month: of the law, an override, or grown by an assumption.
    fn found(
        &self,
        rule: Rule,
        value: Quantity,
        key: Key,
        origin: Origin,
        month: Month,
    ) -> Explanation {
        let mut found =
            node(rule, value, params!(title = self.scenario.law().title(&key)), Vec::new());
        found.parameter = Some(key);
        found.input = replaced(origin);
        if let Origin::Beyond { assumption, since } = origin
            && let (Some(beyond), Some(before)) = (key.beyond(), since.before())
            && let Some(assumed) = self.scenario.assumptions.get(assumption)
            && let Ok(amount) = self.scenario.law().rupiah(key, before)
        {
            let input = place("assumptions[#]", &[assumption]);
            let growth = Quantity::Percent(assumed.growth.rate());
            found.rule = Rule::Grown;
            found.params.add("month", since);
            found.params.add("cut", beyond.cut);
            found.params.add("instrument", beyond.instrument);
            found.params.add("note", assumed.note.as_str());
            found.parts = vec![
                self.found_amount(amount, month.min(before)),
                leaf(Rule::Percent, growth, Some(input)),
            ];
        }
        found
    }
}

/// Path of the override behind a value.
fn replaced(origin: Origin) -> Option<String> {
    match origin {
        Origin::Override(position) => Some(place("overrides[#].value", &[position])),
        Origin::Law(_) | Origin::Pack(..) | Origin::Beyond { .. } => None,
    }
}
