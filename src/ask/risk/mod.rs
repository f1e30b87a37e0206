//! How far cost and coverage may differ from the plan: each unsure number alone at its ends, and all of them by lot.

mod answer;
mod draw;
mod knob;

pub use answer::{
    Chance, Draws, RiskFigures, Scaled, SpreadOf, TornadoBar, TornadoEnd, Uncertainty,
};

use crate::law::{self, Words};
use crate::money::{Rate, Rupiah, ratio};
use crate::order::sort;
use crate::people::People;
use crate::plan::compile::Plan;
use crate::plan::cost::{Bills, cost};
use crate::plan::heads::heads;
use crate::plan::price::Prices;
use crate::plan::project;
use crate::plan::row::Broken;
use crate::problem::{Problem, Problems};
use crate::scenario::{Input, Range, RiskRequest, SCHEMA, Scenario, put_number, read};
use crate::text::{below, place};
use knob::Knob;

const METHOD: Words<'static> = Words {
    id: "Tornado: satu angka pada nilai terendah dan tertingginya, yang lain seperti rencana; setiap ujung sama dengan proyeksinya. \
         Undian: semua angka diambil acak dan terpisah satu dari yang lain, menurut bentuk rentangnya; seed yang sama memberi \
         undian yang sama di mana pun. P10 tidak dilampaui sepersepuluh undian. Rentang hanya sebaik nilai terendah dan tertinggi \
         yang diisi.",
    en: "Tornado: one number at its lowest and highest value, the others as in the plan; each end equals its projection. Draws: all \
         numbers are drawn by lot, each by itself, by the shape of its range; equal seeds give equal draws everywhere. A tenth of \
         the draws are not above P10. A range is only as good as the lowest and highest values that were entered.",
};

/// Calculates how far a plan may differ.
///
/// # Errors
/// Those of [`read`] and [`project`](fn@crate::plan::project) for the plan; for a plan with a number at an end, the place of
/// that end: `inputs[0].low`.
pub fn risk(plan: &Input, request: &RiskRequest) -> Result<Uncertainty, Problems> {
    let mut drawing = Drawing::of(plan, request.clone())?;
    while drawing.more(request.draws)? > 0 {}
    drawing.answer()
}

/// A plan whose draws are made in parts, so that a worker can say how far it is and can be stopped.
#[derive(Debug)]
pub struct Drawing {
    request: RiskRequest,
    scenario: Scenario,
    /// The input of the last draw, where numbers have no knob.
    input: Input,
    /// One for each number; `None`: some number has none, and plans are read again.
    knobs: Option<Vec<Knob>>,
    tornado: Vec<TornadoBar>,
    plan: RiskFigures,
    drawn: Vec<RiskFigures>,
}

impl Drawing {
    /// Reads the plan and works out both ends of every number.
    ///
    /// # Errors
    /// As [`risk`].
    pub fn of(input: &Input, request: RiskRequest) -> Result<Self, Problems> {
        let scenario = read(input)?;
        let plan = figures(&scenario, None)?;
        let mut varied = input.clone();
        let mut tornado = Vec::with_capacity(request.inputs.len());
        let mut problems = Vec::new();
        for (index, range) in request.inputs.iter().enumerate() {
            let mut end = |name: &str, value: u64| -> Result<Option<TornadoEnd>, Broken> {
                put(&mut varied, range, value)?;
                match read(&varied).and_then(|scenario| figures(&scenario, None)) {
                    Ok(figures) => Ok(Some(TornadoEnd {
                        value: Scaled { value, scale: range.scale },
                        figures,
                    })),
                    Err(found) => {
                        let path = below(&place("inputs[#].", &[index]), name);
                        let moved = |problem| Problem { path: path.clone(), ..problem };
                        problems.extend(found.into_iter().map(moved));
                        Ok(None)
                    }
                }
            };
            let (low, high) = (end("low", range.low)?, end("high", range.high)?);
            put(&mut varied, range, range.plan)?;
            if let Some((low, high)) = low.zip(high) {
                tornado.push(bar(range, low, high));
            }
        }
        Problems::unless_none(problems)?;
        // The widest first: a swing that is less stands after.
        sort(&mut tornado, |bar| {
            let members = bar.swing_members.unwrap_or_default();
            (u64::MAX.wrapping_sub(bar.swing_rupiah.get()), u64::MAX.wrapping_sub(members.get()))
        });
        let knobs = request.inputs.iter().map(|range| {
            let knob = Knob::of(&range.path)?;
            // Once on a copy: whether the scenario has it.
            knob.set(&mut scenario.clone(), range.plan, range.scale).then_some(knob)
        });
        let knobs = knobs.collect();
        Ok(Self { request, input: varied, knobs, tornado, plan, drawn: Vec::new(), scenario })
    }

    /// Makes at most so many draws more and returns how many are left.
    ///
    /// # Errors
    /// Those of a drawn plan: `amountTooLarge`, or what the check finds in numbers that do not go together.
    pub fn more(&mut self, most: u64) -> Result<u64, Problems> {
        let drawn = self.drawn.len() as u64;
        let to = drawn.saturating_add(most).min(self.request.draws);
        // Prices depend on no knob but a wage: those of the plan serve every draw.
        let of_price = |knobs: &Vec<Knob>| knobs.iter().any(|knob| knob.is_of_price());
        let compiled = Plan::of(&self.scenario);
        let shared = match &self.knobs {
            Some(knobs) if !of_price(knobs) => Some(Prices::of(&compiled)),
            Some(_) | None => None,
        };
        let mut varied = self.scenario.clone();
        for draw in drawn..to {
            let figures = match &self.knobs {
                Some(knobs) => {
                    for (range, (knob, value)) in self
                        .request
                        .inputs
                        .iter()
                        .zip(knobs.iter().zip(values(&self.request, draw)))
                    {
                        if !knob.set(&mut varied, value, range.scale) {
                            return Err(Broken("a number of the plan").into());
                        }
                    }
                    figures(&varied, shared.as_ref())?
                }
                None => {
                    for (range, value) in
                        self.request.inputs.iter().zip(values(&self.request, draw))
                    {
                        put(&mut self.input, range, value)?;
                    }
                    figures(&read(&self.input)?, None)?
                }
            };
            self.drawn.push(figures);
        }
        Ok(self.request.draws.saturating_sub(to))
    }

    /// The answer of the draws made so far.
    ///
    /// # Errors
    /// `internal`.
    pub fn answer(self) -> Result<Uncertainty, Problems> {
        let grounds = project(&self.scenario)?.grounds;
        Ok(Uncertainty {
            schema: SCHEMA,
            law: law::VERSION,
            plan: self.plan,
            draws: draws(&self.drawn, self.request.seed),
            tornado: self.tornado,
            grounds,
            method: METHOD,
        })
    }
}

/// The values of all numbers in a draw.
fn values(request: &RiskRequest, draw: u64) -> impl Iterator<Item = u64> + '_ {
    let inputs = request.inputs.len() as u64;
    let each = request.inputs.iter().zip(0_u64..);
    each.map(move |(range, position)| draw::value(range, request.seed, draw, position, inputs))
}

/// Puts the value of a number into an input.
#[expect(clippy::cast_precision_loss, reason = "below 2^53")]
fn put(input: &mut Input, range: &Range, value: u64) -> Result<(), Broken> {
    let number = value as f64 / range.scale as f64;
    put_number(input, &range.path, number).ok_or(Broken("a number of the plan"))
}

/// What a plan comes to; with the prices of another that has the same.
fn figures(scenario: &Scenario, prices: Option<&Prices<'_>>) -> Result<RiskFigures, Problems> {
    let plan = Plan::of(scenario);
    let own = match prices {
        Some(_) => None,
        None => Some(Prices::of(&plan)),
    };
    match (prices, &own) {
        (Some(prices), _) => of_plan(&plan, prices),
        (None, Some(prices)) => of_plan(&plan, prices),
        (None, None) => Err(Broken("prices").into()),
    }
}

fn of_plan(plan: &Plan<'_>, prices: &Prices<'_>) -> Result<RiskFigures, Problems> {
    let heads = heads(plan, prices, false)?;
    let bills = Bills::of(plan, prices, &heads.billed, &|_| true)?;
    let has_ceiling = plan.funds.iter().any(|(_, fund)| fund.ceilings.iter().any(Option::is_some));
    let within_ceilings = if has_ceiling {
        let cost = cost(plan, prices, &heads.billed, &bills.billed)?;
        let mut within = true;
        for ((_, fund), column) in plan.funds.iter().zip(cost.funds.entries()) {
            for (year, ceiling) in plan.years.iter().zip(&fund.ceilings) {
                let months = column.get(year.columns.clone()).ok_or(Broken("columns"))?;
                let asked = months.iter().fold(Rupiah::ZERO, |sum, one| sum.within(*one));
                within &= ceiling.is_none_or(|ceiling| asked <= ceiling);
            }
        }
        Some(within)
    } else {
        None
    };
    let end = heads.coverage.as_ref().and_then(|coverage| coverage.last().copied());
    let reached = |target: crate::plan::Demand| end.map(|end| end.members >= target.members);
    Ok(RiskFigures {
        rupiah: bills.total,
        members: end.map(|end| end.members),
        coverage_percent: end.and_then(|end| end.percent()),
        within_ceilings,
        target_reached: end.and_then(|end| end.target).and_then(reached),
    })
}

fn bar(range: &Range, low: TornadoEnd, high: TornadoEnd) -> TornadoBar {
    let (one, other) = (low.figures.rupiah, high.figures.rupiah);
    let members = low.figures.members.zip(high.figures.members);
    let apart = |(one, other): (People, People)| one.max(other).less(one.min(other));
    TornadoBar {
        path: range.path.clone(),
        swing_rupiah: one.max(other).less(one.min(other)),
        swing_members: members.map(apart),
        low,
        high,
    }
}

fn draws(drawn: &[RiskFigures], seed: u64) -> Option<Draws> {
    let number = drawn.len() as u64;
    let all = |of: &dyn Fn(&RiskFigures) -> Option<u64>| -> Option<Vec<u64>> {
        drawn.iter().map(of).collect()
    };
    let chance = |of: &dyn Fn(&RiskFigures) -> Option<bool>| -> Option<Chance> {
        let each: Vec<bool> = drawn.iter().map(of).collect::<Option<_>>()?;
        let draws = each.iter().filter(|holds| **holds).count() as u64;
        let (millionths, rest) = ratio(draws, Rate::WHOLE.millionths(), number);
        let up = u64::from(rest >= number.saturating_sub(rest));
        Some(Chance { draws, percent: Rate::from_millionths(millionths.saturating_add(up)) })
    };
    let rupiah = spread(all(&|one| Some(one.rupiah.get()))?)?;
    let members = all(&|one| one.members.map(People::get)).and_then(spread);
    let percent = |one: &RiskFigures| one.coverage_percent.map(Rate::millionths);
    let percent = all(&percent).and_then(spread);
    Some(Draws {
        number,
        seed,
        rupiah: rupiah.to(Rupiah::new)?,
        members: members.and_then(|spread| spread.to(|value| Some(People::new(value)))),
        coverage_percent: percent
            .and_then(|spread| spread.to(|value| Some(Rate::from_millionths(value)))),
        within_ceilings: chance(&|one| one.within_ceilings),
        target_reached: chance(&|one| one.target_reached),
    })
}

/// Percentiles by nearest rank: the p-th of n values is number ⌈n × p ÷ 100⌉ in rising order. `None` of no value.
fn spread(mut values: Vec<u64>) -> Option<SpreadOf<u64>> {
    values.sort_unstable();
    let count = values.len();
    let rank = |percent: usize| {
        let rank = count.checked_mul(percent)?.div_ceil(100);
        values.get(rank.checked_sub(1)?).copied()
    };
    let sum = values.iter().fold(0_u128, |sum, value| sum.saturating_add((*value).into()));
    let whole = u128::try_from(count).ok()?;
    let mean = sum.checked_add(whole / 2)?.checked_div(whole)?;
    Some(SpreadOf {
        least: *values.first()?,
        p10: rank(10)?,
        p50: rank(50)?,
        p90: rank(90)?,
        most: *values.last()?,
        mean: u64::try_from(mean).ok()?,
    })
}

impl SpreadOf<u64> {
    /// As values of another type.
    fn to<T>(self, of: impl Fn(u64) -> Option<T>) -> Option<SpreadOf<T>> {
        let Self { least, p10, p50, p90, most, mean } = self;
        Some(SpreadOf {
            least: of(least)?,
            p10: of(p10)?,
            p50: of(p50)?,
            p90: of(p90)?,
            most: of(most)?,
            mean: of(mean)?,
        })
    }
}
