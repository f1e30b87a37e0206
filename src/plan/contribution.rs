//! What one worker of a segment costs in one month, and by which values: the tariff.
//!
//! Also a construction contract, which is billed once and not by worker.

use crate::choices;
use crate::law::{Found, Key, Law, Missing, Origin, PARAMETERS, Reading, Relief, Row, Value, key};
use crate::money::{Base, Exact, Rate, Rounding, Rupiah};
use crate::month::Month;
use crate::scenario::{
    BaseRule, FundKind, Programme, ReliefChoice, Risk, Scenario, Segment, WorkerClass,
};

choices! {
    /// Whose part of a contribution it is.
    pub enum Part {
        /// The employer's part of PU, the whole of BPU and construction.
        Payer = "payer",
        /// The worker's part of PU.
        Worker = "worker",
    }
}

/// One contribution: of one worker, for one programme and part, in one month; or of one contract.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levy<'a> {
    /// For what.
    pub programme: Programme,
    /// By whom.
    pub part: Part,
    /// How it follows from the values.
    pub formula: Formula<'a>,
    /// What was taken off.
    pub relief: Option<Found<Rate>>,
    /// What is billed.
    pub rupiah: Rupiah,
}

/// How a contribution follows from the values of its month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Formula<'a> {
    /// Base × rate, but not less than a floor.
    OfBase {
        /// The amount levied on.
        base: Source,
        /// The rate.
        rate: Found<Rate>,
        /// The least that one worker pays a month, before any relief; `None`: no floor.
        floor: Option<Found<Base>>,
    },
    /// A fixed amount.
    Flat(Found<Base>),
    /// By layers of a contract value.
    Layers {
        /// The value.
        contract: Base,
        /// The layers.
        rows: Found<&'a [Row]>,
    },
}

/// Where a base comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Source {
    /// The wage.
    Wage(Wage),
    /// The wage, up to the ceiling.
    Capped(Wage, Found<Base>),
    /// The row of the bracket table that the income falls in.
    Bracket(Wage, Found<Base>),
    /// No income is named: the lowest base.
    Lowest(Found<Base>),
}

/// A wage or income as the scenario gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wage {
    /// Typed.
    Typed(Base),
    /// A part of a minimum wage.
    Minimum(Found<Base>, Rate),
}

impl Wage {
    /// The exact amount; a part of a minimum wage is not cut.
    #[must_use]
    pub fn exact(self) -> Exact {
        match self {
            Self::Typed(base) => base.into(),
            Self::Minimum(wage, part) => Exact::from(wage.value).share(part),
        }
    }
}

impl Source {
    /// The exact amount levied on.
    #[must_use]
    pub fn exact(self) -> Exact {
        match self {
            Self::Wage(wage) => wage.exact(),
            Self::Capped(wage, ceiling) => wage.exact().at_most(ceiling.value),
            Self::Bracket(_, base) | Self::Lowest(base) => base.value.into(),
        }
    }
}

impl Levy<'_> {
    /// Every statutory value in it.
    #[must_use]
    pub fn keys(&self) -> [Option<(Key, Origin)>; 5] {
        let [first, second, third, fourth] = self.formula.keys();
        [first, second, third, fourth, self.relief.map(|off| (off.key, off.origin))]
    }
}

impl Formula<'_> {
    /// The contribution before relief and rounding.
    #[must_use]
    pub fn exact(self) -> Exact {
        match self {
            Self::OfBase { base, rate, floor } => {
                let product = base.exact().share(rate.value);
                floor.map_or(product, |floor| product.at_least(floor.value))
            }
            Self::Flat(amount) => amount.value.into(),
            Self::Layers { contract, rows } => layers(contract, rows.value)
                .fold(Exact::ZERO, |sum, (part, rate)| sum.plus(part * rate)),
        }
    }

    /// Every statutory value in it.
    #[must_use]
    pub fn keys(&self) -> [Option<(Key, Origin)>; 4] {
        let found = |found: Found<Base>| (found.key, found.origin);
        let wage = |wage| match wage {
            Wage::Minimum(minimum, _) => Some(found(minimum)),
            Wage::Typed(_) => None,
        };
        match *self {
            Self::OfBase { base, rate, floor } => {
                let (first, second) = match base {
                    Source::Wage(of) => (wage(of), None),
                    Source::Capped(of, ceiling) => (wage(of), Some(found(ceiling))),
                    Source::Bracket(of, bracket) => (wage(of), Some(found(bracket))),
                    Source::Lowest(base) => (Some(found(base)), None),
                };
                [Some((rate.key, rate.origin)), first, second, floor.map(found)]
            }
            Self::Flat(amount) => [Some(found(amount)), None, None, None],
            Self::Layers { rows, .. } => [Some((rows.key, rows.origin)), None, None, None],
        }
    }
}

/// The parts of a contract value and the rate of each.
pub fn layers(contract: Base, rows: &[Row]) -> impl Iterator<Item = (Base, Rate)> {
    let ends = rows.iter().skip(1).map(|row| Some(row.from)).chain([None]);
    rows.iter().zip(ends).filter_map(move |(row, end)| {
        let upper = end.map_or(contract, |end| contract.min(end));
        let part = upper.above(row.from);
        match row.value {
            Value::Percent(rate) if part > Base::from_thousandths(0) => Some((part, rate)),
            _ => None,
        }
    })
}

/// Why a month cannot be priced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The law gives no value.
    Missing(Missing),
    /// The amount is greater than rupiah can be.
    TooLarge,
}

impl From<Missing> for Fault {
    fn from(missing: Missing) -> Self {
        Self::Missing(missing)
    }
}

/// The contributions of one worker of a segment in a month, in the order of the programmes; for a
/// contract, its whole amounts.
///
/// # Errors
/// [`Fault`] where a month cannot be priced.
pub fn tariff<'a>(
    scenario: &'a Scenario,
    segment: &Segment,
    month: Month,
) -> Result<Vec<Levy<'a>>, Fault> {
    let law = Law::of(scenario);
    let mut levies = Vec::with_capacity(6);
    for programme in &segment.programmes {
        let relief = relief_for(scenario, segment, *programme, month)
            .and_then(|(_, off, granted)| granted.then_some(off));
        let payer = payer_formula(law, segment, *programme, month)?;
        levies.push(levy(*programme, Part::Payer, payer, relief, scenario.rounding)?);
        if let Some(worker) = worker_formula(law, segment, *programme, month)? {
            levies.push(levy(*programme, Part::Worker, worker, None, scenario.rounding)?);
        }
    }
    Ok(levies)
}

/// Every statutory value that the tariff of a segment asks for and the law does not give in a month, in the order of the
/// programmes. [`tariff`] stops at the first.
#[must_use]
pub fn lacking(scenario: &Scenario, segment: &Segment, month: Month) -> Vec<Missing> {
    let mut asked = Vec::new();
    let wage = match &segment.base {
        Some(BaseRule::MinimumWage { key, .. }) => Some(*key),
        Some(BaseRule::Fixed(_) | BaseRule::Series(_) | BaseRule::Contract(_)) | None => None,
    };
    for programme in &segment.programmes {
        let rate = rate_of(segment, *programme);
        let is_of_base = !matches!(rate, key::JKM_BPU) && !is_by_layers(segment);
        if is_of_base {
            asked.extend(wage);
            asked.extend(match (segment.class, *programme) {
                (WorkerClass::Bpu, _) if segment.base.is_none() => Some(key::BPU_MINIMUM_BASE),
                (WorkerClass::Bpu, _) => Some(key::BPU_BRACKETS),
                (WorkerClass::Pu, Programme::Jp) => Some(key::JP_CEILING),
                (WorkerClass::Pu | WorkerClass::Construction, _) => None,
            });
        }
        asked.push(rate);
        asked.extend(worker_rate(segment, *programme));
    }
    let law = Law::of(scenario);
    let mut lacking: Vec<Missing> = Vec::new();
    for key in asked {
        if law.value(key, month).is_err() && lacking.iter().all(|missing| missing.key != key) {
            lacking.push(Missing { key, month });
        }
    }
    lacking
}

/// Whether the tariff of a segment may change in a month, of which [`turns`] says whether the law does.
#[must_use]
pub fn turns_in(segment: &Segment, month: Month, law_turns: bool) -> bool {
    let entry = |(from, _): &(Month, Base)| *from == month;
    law_turns || matches!(&segment.base, Some(BaseRule::Series(values)) if values.iter().any(entry))
}

/// The months of a plan in which something of the law that a tariff depends on begins or has ended: a statutory
/// value, a relief, a replacement, a yearly growth beyond the known. Between two of them the tariff of a segment
/// changes with its own base only.
#[must_use]
pub fn turns(scenario: &Scenario) -> Vec<Month> {
    let plan = scenario.period.span();
    let mut turns = Vec::new();
    let mut turn = |from: Month, to: Option<Month>| {
        for month in [Some(from), to.map(|to| to.plus(1))].into_iter().flatten() {
            if plan.contains(month) && !turns.contains(&month) {
                turns.push(month);
            }
        }
    };
    for dated in PARAMETERS.iter().flat_map(|parameter| parameter.values) {
        turn(dated.from, dated.to);
    }
    for replacement in &scenario.overrides {
        turn(replacement.from, replacement.to);
    }
    for beyond in scenario.assumptions.iter().filter_map(|assumption| assumption.key.beyond()) {
        for year in plan.from.year()..=plan.to.year() {
            turn(Month::of(year, beyond.month), None);
        }
    }
    turns
}

fn levy(
    programme: Programme,
    part: Part,
    formula: Formula<'_>,
    relief: Option<Found<Rate>>,
    rounding: Rounding,
) -> Result<Levy<'_>, Fault> {
    let exact = formula.exact();
    let billed = relief.map_or(exact, |off| exact.share(off.value.rest()));
    let rupiah = billed.round(rounding).ok_or(Fault::TooLarge)?;
    Ok(Levy { programme, part, formula, relief, rupiah })
}

fn payer_formula<'a>(
    law: Law<'a>,
    segment: &Segment,
    programme: Programme,
    month: Month,
) -> Result<Formula<'a>, Fault> {
    let rate = rate_of(segment, programme);
    match segment.base {
        _ if rate == key::JKM_BPU => Ok(Formula::Flat(law.rupiah(rate, month)?)),
        Some(BaseRule::Contract(value)) if is_by_layers(segment) => {
            let rows = law.table(rate, month)?;
            Ok(Formula::Layers { contract: Base::from_rupiah(value), rows })
        }
        _ => of_base(law, segment, programme, rate, month),
    }
}

/// Whether a segment is billed by the layers of a contract's value.
fn is_by_layers(segment: &Segment) -> bool {
    let is_contract = matches!(segment.base, Some(BaseRule::Contract(_)));
    segment.class == WorkerClass::Construction && is_contract
}

/// The statutory value that the payer's part of a programme is reckoned by.
fn rate_of(segment: &Segment, programme: Programme) -> Key {
    match (segment.class, programme) {
        (WorkerClass::Pu, Programme::Jkk) => jkk_of(segment.risk.unwrap_or(Risk::VeryLow)),
        (WorkerClass::Pu, Programme::Jkm) => key::JKM_PU,
        (WorkerClass::Pu, Programme::Jht) => key::JHT_PU_EMPLOYER,
        (WorkerClass::Pu, Programme::Jp) => key::JP_PU_EMPLOYER,
        (WorkerClass::Bpu, Programme::Jkk) => key::JKK_BPU,
        (WorkerClass::Bpu, Programme::Jht) => key::JHT_BPU,
        (WorkerClass::Bpu, _) => key::JKM_BPU,
        (WorkerClass::Construction, Programme::Jkk) if is_by_layers(segment) => {
            key::JKK_CONSTRUCTION_LAYERS
        }
        (WorkerClass::Construction, Programme::Jkk) => key::JKK_CONSTRUCTION,
        (WorkerClass::Construction, _) if is_by_layers(segment) => key::JKM_CONSTRUCTION_LAYERS,
        (WorkerClass::Construction, _) => key::JKM_CONSTRUCTION,
    }
}

/// The statutory value that the worker's part of a programme is reckoned by: JHT and JP of PU have one.
const fn worker_rate(segment: &Segment, programme: Programme) -> Option<Key> {
    match (segment.class, programme) {
        (WorkerClass::Pu, Programme::Jht) => Some(key::JHT_PU_WORKER),
        (WorkerClass::Pu, Programme::Jp) => Some(key::JP_PU_WORKER),
        _ => None,
    }
}

/// A rate of the base that the law has for a class and programme.
fn of_base<'a>(
    law: Law<'a>,
    segment: &Segment,
    programme: Programme,
    rate: Key,
    month: Month,
) -> Result<Formula<'a>, Fault> {
    let base = if segment.class == WorkerClass::Bpu {
        bracket(law, segment, month)?
    } else {
        let wage = wage(law, segment, month)?.unwrap_or(Wage::Typed(Base::from_thousandths(0)));
        match programme {
            Programme::Jp => Source::Capped(wage, law.rupiah(key::JP_CEILING, month)?),
            _ => Source::Wage(wage),
        }
    };
    let floor = floor_of(rate).map(|floor| law.rupiah(floor, month)).transpose()?;
    Ok(Formula::OfBase { base, rate: law.percent(rate, month)?, floor })
}

/// The least that one worker pays a month at a rate, whatever base and rate the planner puts in their place.
fn floor_of(rate: Key) -> Option<Key> {
    match rate {
        key::JKK_BPU => Some(key::JKK_BPU_MINIMUM),
        key::JHT_BPU => Some(key::JHT_BPU_MINIMUM),
        _ => None,
    }
}

/// The worker's part: JHT and JP of PU.
fn worker_formula<'a>(
    law: Law<'a>,
    segment: &Segment,
    programme: Programme,
    month: Month,
) -> Result<Option<Formula<'a>>, Fault> {
    let Some(rate) = worker_rate(segment, programme) else { return Ok(None) };
    of_base(law, segment, programme, rate, month).map(Some)
}

pub(super) const fn jkk_of(risk: Risk) -> Key {
    match risk {
        Risk::VeryLow => key::JKK_PU_VERY_LOW,
        Risk::Low => key::JKK_PU_LOW,
        Risk::Medium => key::JKK_PU_MEDIUM,
        Risk::High => key::JKK_PU_HIGH,
        Risk::VeryHigh => key::JKK_PU_VERY_HIGH,
    }
}

/// The wage or income of a month; `None` where the segment names none.
fn wage(law: Law<'_>, segment: &Segment, month: Month) -> Result<Option<Wage>, Fault> {
    Ok(match &segment.base {
        Some(BaseRule::Fixed(base)) => Some(Wage::Typed(*base)),
        Some(BaseRule::Series(values)) => {
            // Before its first entry nobody is billed; one more member is priced by that entry.
            let entry = values.iter().rev().find(|(from, _)| *from <= month).or(values.first());
            entry.map(|(_, base)| Wage::Typed(*base))
        }
        Some(BaseRule::MinimumWage { key, part }) => {
            Some(Wage::Minimum(law.rupiah(*key, month)?, *part))
        }
        Some(BaseRule::Contract(_)) | None => None,
    })
}

fn bracket(law: Law<'_>, segment: &Segment, month: Month) -> Result<Source, Fault> {
    let Some(income) = wage(law, segment, month)? else {
        return Ok(Source::Lowest(law.rupiah(key::BPU_MINIMUM_BASE, month)?));
    };
    let rows = law.table(key::BPU_BRACKETS, month)?;
    let amount = income.exact();
    let row = rows.value.iter().rev().find(|row| !amount.is_below(row.from));
    match row.map(|row| row.value) {
        Some(Value::Rupiah(value)) => {
            Ok(Source::Bracket(income, Found { value, key: rows.key, origin: rows.origin }))
        }
        _ => Err(Missing { key: rows.key, month }.into()),
    }
}

/// The relief meant for a segment's programme in a month, what it takes off, and whether the money that pays
/// gets it. Of several, the greatest that it gets, or else the greatest.
#[must_use]
pub fn relief_for(
    scenario: &Scenario,
    segment: &Segment,
    programme: Programme,
    month: Month,
) -> Option<(&'static Relief, Found<Rate>, bool)> {
    let meant = Law::of(scenario).reliefs(segment.class, segment.sector(), programme, month);
    let read = meant.map(|(relief, off)| {
        // One bill is paid once: a payer who is excluded takes the relief from all of it.
        let granted = all_kinds(scenario, segment, &mut |kind| reading(scenario, relief, kind).0);
        (relief, off, granted)
    });
    read.max_by_key(|(_, off, granted)| (*granted, off.value))
}

/// What the relief meant for a month takes off one worker's contributions, or would if the money that pays
/// got it.
///
/// # Errors
/// [`Fault`] where a month cannot be priced.
pub fn relief_worth(scenario: &Scenario, segment: &Segment, month: Month) -> Result<Rupiah, Fault> {
    let mut worth = Rupiah::ZERO;
    for levy in tariff(scenario, segment, month)? {
        let meant = relief_for(scenario, segment, levy.programme, month);
        if let (Part::Payer, Some((_, off, _))) = (levy.part, meant) {
            let round = |exact: Exact| exact.round(scenario.rounding).ok_or(Fault::TooLarge);
            let full = levy.formula.exact();
            let saved = round(full)?.less(round(full.share(off.value.rest()))?);
            worth = worth.plus(saved).ok_or(Fault::TooLarge)?;
        }
    }
    Ok(worth)
}

/// Whether something holds for all kinds of money that a relief asks about: those that pay a share above zero of the
/// payer's part of a segment's bill or may take over from one that does, but for funds that the planner says will not.
pub fn all_kinds(
    scenario: &Scenario,
    segment: &Segment,
    holds: &mut dyn FnMut(FundKind) -> bool,
) -> bool {
    scenario.all_paying(&segment.payers, &mut |fund| {
        scenario.funds.get(fund).is_none_or(|fund| fund.will_not_pay || holds(fund.kind))
    })
}

/// Whether a relief holds for money of a kind, and the planner's choice behind it if there is one.
#[must_use]
pub fn reading<'a>(
    scenario: &'a Scenario,
    relief: &Relief,
    kind: FundKind,
) -> (bool, Option<(usize, &'a ReliefChoice)>) {
    match relief.reading(kind) {
        Reading::Yes => (true, None),
        Reading::No => (false, None),
        Reading::Open { default } => {
            let mut choices = scenario.reliefs.iter().enumerate();
            match choices.find(|(_, choice)| choice.relief == relief && choice.payer == kind) {
                Some((position, choice)) => (choice.applies, Some((position, choice))),
                None => (default, None),
            }
        }
    }
}
