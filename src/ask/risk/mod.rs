//! How far cost and coverage may differ from the plan: each unsure number alone at its ends, and all of them by lot.

mod answer;
mod beside;
mod draw;
mod figures;
mod knob;
mod spread;

pub use answer::{
    CeilingChance, Chance, Draws, Guesses, RiskFigures, Scaled, SpreadOf, TornadoBar, TornadoEnd,
    Uncertainty, Unsure,
};

use crate::law::{self, Words};
use crate::money::{Rate, Rupiah, ratio};
use crate::order::sort;
use crate::people::People;
use crate::plan::Ground;
use crate::plan::compile::Plan;
use crate::plan::price::Prices;
use crate::plan::project;
use crate::plan::row::Broken;
use crate::problem::{Problem, Problems};
use crate::scenario::{
    Input, Quality, Range, RiskRequest, SCHEMA, Scenario, number_of, numbers, put_number, read,
};
use crate::text::{below, place};
use beside::Beside;
use figures::{Outcome, outcome};
use knob::Knob;
use spread::Drawn;

const METHOD: Words<'static> = Words {
    id: "Tornado: satu angka pada nilai terendah dan tertingginya, yang lain seperti rencana; setiap ujung sama dengan proyeksinya. \
         Undian: semua angka diambil acak dan terpisah satu dari yang lain, menurut bentuk rentangnya; nomor undian (seed) yang sama memberi \
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

/// The numbers of a plan that may be unsure and that its cost or coverage depends on: those that can be set in place. Any
/// other number of a scenario may be given a range too.
///
/// # Errors
/// Those of [`read`].
pub fn unsure(plan: &Input) -> Result<Vec<Unsure>, Problems> {
    let scenario = read(plan)?;
    let mut copy = scenario.clone();
    let mut paths = Vec::new();
    numbers(plan, "", &mut paths);
    let known = paths.into_iter().filter_map(|path| {
        let knob = Knob::of(&path).filter(|knob| knob.has_effect(&scenario))?;
        let (value, scale) = number_of(plan, &path)?;
        knob.set(&mut copy, value, scale).then_some(Unsure { path, value: Scaled { value, scale } })
    });
    Ok(known.collect())
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
    drawn: Drawn,
}

impl Drawing {
    /// Reads the plan and works out both ends of every number.
    ///
    /// # Errors
    /// As [`risk`].
    pub fn of(input: &Input, request: RiskRequest) -> Result<Self, Problems> {
        let scenario = read(input)?;
        let plan = outcome(&scenario, None)?.figures;
        let mut varied = input.clone();
        let mut tornado = Vec::with_capacity(request.inputs.len());
        let mut problems = Vec::new();
        for (index, range) in request.inputs.iter().enumerate() {
            let mut end = |name: &str, value: u64| -> Result<Option<TornadoEnd>, Broken> {
                put(&mut varied, range, value)?;
                match read(&varied).and_then(|scenario| outcome(&scenario, None)) {
                    Ok(Outcome { figures, .. }) => Ok(Some(TornadoEnd {
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
        Ok(Self { request, input: varied, knobs, tornado, plan, drawn: Drawn::default(), scenario })
    }

    /// Makes at most so many draws more and returns how many are left.
    ///
    /// # Errors
    /// Those of a drawn plan: `amountTooLarge`, or what the check finds in numbers that do not go together.
    pub fn more(&mut self, most: u64) -> Result<u64, Problems> {
        let mut first = self.drawn.number();
        let to = first.saturating_add(most).min(self.request.draws);
        let beside =
            self.knobs.as_ref().map(|knobs| Beside::of(&self.scenario, &self.request, knobs));
        if let Some(mut beside) = beside.transpose()?.flatten() {
            while first < to
                && let Some(outcomes) = beside.draw(first, to)?
            {
                first = first.saturating_add(outcomes.len() as u64);
                outcomes.iter().for_each(|outcome| self.drawn.put(outcome));
            }
        }
        self.one_by_one(first, to)?;
        Ok(self.request.draws.saturating_sub(to))
    }

    /// Makes these draws one after the other.
    fn one_by_one(&mut self, first: u64, to: u64) -> Result<(), Problems> {
        if first == to {
            return Ok(());
        }
        // Prices depend on no knob but a wage: those of the plan serve every draw.
        let of_price = |knobs: &Vec<Knob>| knobs.iter().any(|knob| knob.is_of_price());
        let compiled = Plan::of(&self.scenario);
        let shared = match &self.knobs {
            Some(knobs) if !of_price(knobs) => Some(Prices::of(&compiled)),
            Some(_) | None => None,
        };
        let mut varied = self.scenario.clone();
        for draw in first..to {
            let outcome = match &self.knobs {
                Some(knobs) => {
                    let values = values(&self.request, draw);
                    for ((range, knob), value) in self.request.inputs.iter().zip(knobs).zip(values)
                    {
                        if !knob.set(&mut varied, value, range.scale) {
                            return Err(Broken("a number of the plan").into());
                        }
                    }
                    outcome(&varied, shared.as_ref())?
                }
                None => {
                    let values = values(&self.request, draw);
                    for (range, value) in self.request.inputs.iter().zip(values) {
                        put(&mut self.input, range, value)?;
                    }
                    outcome(&read(&self.input)?, None)?
                }
            };
            self.drawn.put(&outcome);
        }
        Ok(())
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
            draws: self.drawn.spread(&self.scenario, self.request.seed)?,
            tornado: self.tornado,
            guesses: guesses(&grounds, self.plan.rupiah)?,
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

/// What of the cost rests on guesses: on inputs that are guesses, or have no source as they stand.
fn guesses(grounds: &[Ground], rupiah: Rupiah) -> Result<Guesses, Broken> {
    let weak = grounds.iter().filter(|ground| match ground.quality {
        Some(Quality::Guess) | None => true,
        Some(Quality::Official | Quality::Press | Quality::Survey | Quality::Estimate) => false,
    });
    let weak = Rupiah::all(weak.map(|ground| ground.rupiah)).ok_or(Broken("grounds"))?;
    let percent = (rupiah > Rupiah::ZERO).then(|| {
        Rate::from_millionths(ratio(weak.get(), Rate::WHOLE.millionths(), rupiah.get()).0)
    });
    Ok(Guesses { rupiah: weak, percent })
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

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects)]
mod tests {
    use super::*;
    use crate::plan::heads::plans::rich_plan;
    use proptest::strategy::{Strategy as _, ValueTree as _};
    use proptest::test_runner::TestRunner;
    use serde_json::{Value, json};

    /// A range around each of the numbers that are offered, 50 at most; with `easy`, of those that may be drawn side by side.
    fn request(plan: &Input, easy: bool, draws: u64) -> Option<RiskRequest> {
        let is_taken = |path: &str| {
            !easy || !["base", "flows", "mostPerMonth"].iter().any(|hard| path.contains(hard))
        };
        let offered = unsure(plan).ok()?.into_iter().filter(|one| is_taken(&one.path));
        let whole = offered.filter(|one| one.value.value % one.value.scale == 0);
        let inputs = whole.take(50).enumerate().map(|(at, one)| {
            let now = one.value.value / one.value.scale;
            let shape = if at % 3 == 0 { "uniform" } else { "triangular" };
            json!({ "path": one.path, "low": now * 9 / 10, "high": now * 11 / 10, "shape": shape })
        });
        let inputs: Vec<_> = inputs.collect();
        let request = json!({ "inputs": inputs, "draws": draws, "seed": 9 });
        RiskRequest::read(&serde_json::from_value(request).unwrap(), plan).ok()
    }

    /// Without what makes segments depend on each other, and without contracts.
    fn easy(mut plan: Value) -> Value {
        let all = plan.as_object_mut().unwrap();
        all.remove("target");
        let kind = |segment: &Value| segment["enrolment"]["kind"].as_str().unwrap().to_owned();
        let segments = all["segments"].as_array_mut().unwrap();
        segments.retain(|segment| {
            ["fixed", "path"].contains(&kind(segment).as_str())
                && segment["class"] != "construction"
        });
        for fund in all["funds"].as_array_mut().unwrap() {
            fund.as_object_mut().unwrap().remove("next");
        }
        plan
    }

    /// Draws side by side are those of one plan after the other, whatever the plan; sometimes more than one block of them.
    #[test]
    fn draws_side_by_side_are_those_one_by_one() {
        let mut runner = TestRunner::deterministic();
        let (mut beside, mut compared) = (0, 0);
        for case in 0..240 {
            let plan = rich_plan().new_tree(&mut runner).unwrap().current();
            let is_easy = case % 3 != 0;
            let plan = if is_easy { easy(plan) } else { plan };
            let plan: Input = serde_json::from_value(plan).unwrap();
            let draws = if case % 20 == 1 { 300 } else { 25 };
            let Some(request) = request(&plan, is_easy, draws) else { continue };
            let Ok(mut one) = Drawing::of(&plan, request.clone()) else { continue };
            let mut other = Drawing::of(&plan, request.clone()).unwrap();
            let drawn = one.more(draws);
            assert_eq!(drawn.is_ok(), other.one_by_one(0, draws).is_ok(), "{case}");
            if drawn.is_ok() {
                let spread = |drawing: &Drawing| drawing.drawn.spread(&drawing.scenario, 9);
                assert_eq!(spread(&one), spread(&other), "{case}");
                let knobs = one.knobs.as_ref().unwrap();
                let how = Beside::of(&one.scenario, &request, knobs).unwrap();
                beside += usize::from(how.is_some());
                compared += 1;
            }
        }
        assert!(compared > 150 && beside > 60, "{beside} of {compared}");
    }
}
