//! Draws that are worked out side by side, as the villages of a table are: where a plan and the numbers that vary allow it,
//! which is a hundredth of the work of one plan after the other. Every figure is what [`outcome`](super::figures::outcome)
//! gives for the draw alone.

use super::answer::RiskFigures;
use super::draw::value;
use super::figures::{Outcome, ceilings};
use super::knob::Knob;
use crate::batch::{Number, Variants};
use crate::money::Rupiah;
use crate::month::Month;
use crate::plan::compile::{Plan, potential};
use crate::plan::heads::{asked, share_of};
use crate::plan::row::{Broken, FundAt};
use crate::scenario::{RiskRequest, Scenario};

pub(super) struct Beside<'s> {
    variants: Variants<'s>,
    request: &'s RiskRequest,
    /// For each column of the variants, the position of its input.
    columns: Vec<usize>,
    /// Inputs of the workforce, which changes coverage alone where no segment follows the target.
    region: Vec<(usize, Knob)>,
    /// The scenario whose workforce is set.
    varied: Scenario,
    last: Month,
    /// Fund and position of the year of each ceiling.
    ceilings: Vec<(FundAt, usize)>,
    values: Vec<Vec<u64>>,
}

impl<'s> Beside<'s> {
    /// `None`: one plan after the other is worked out.
    pub fn of(
        scenario: &'s Scenario,
        request: &'s RiskRequest,
        knobs: &[Knob],
    ) -> Result<Option<Self>, Broken> {
        let plan = Plan::of(scenario);
        let year_of = |fund: usize, entry: usize| {
            let ceiling = scenario.funds.get(fund)?.ceilings.get(entry)?;
            plan.years.iter().position(|year| year.year == ceiling.year)
        };
        let (mut numbers, mut columns, mut region) = (Vec::new(), Vec::new(), Vec::new());
        for (position, knob) in knobs.iter().enumerate() {
            let number = match *knob {
                Knob::Count(segment, count) => Number::Count(segment, count),
                Knob::Members(segment) => Number::Members(segment),
                Knob::Eligible(segment) if knob.has_effect(scenario) => Number::Eligible(segment),
                Knob::Ceiling(fund, entry) => match year_of(fund, entry) {
                    Some(year) => Number::Ceiling(fund, year),
                    // Of a year outside the plan.
                    None => continue,
                },
                Knob::Eligible(_) => continue,
                Knob::Workforce(_) | Knob::OtherMembers(_) | Knob::Growth => {
                    region.push((position, *knob));
                    continue;
                }
                Knob::MostPerMonth(_) | Knob::Loss(_) | Knob::Leaving(..) | Knob::Wage(_) => {
                    return Ok(None);
                }
            };
            numbers.push(number);
            columns.push(position);
        }
        let Some(variants) = Variants::of(scenario, &numbers)? else { return Ok(None) };
        let ceilings = ceilings(&plan).into_iter().map(|(fund, year, _)| (fund, year)).collect();
        Ok(Some(Self {
            variants,
            request,
            values: vec![Vec::new(); columns.len()],
            columns,
            region,
            varied: scenario.clone(),
            last: *plan.months.last().ok_or(Broken("months"))?,
            ceilings,
        }))
    }

    /// Makes the draws from `first` on, at most up to `to`, and returns them. `None`: a value is too large.
    pub fn draw(&mut self, first: u64, to: u64) -> Result<Option<Vec<Outcome>>, Broken> {
        let draws = first..to.min(first.saturating_add(Variants::MOST as u64));
        for (values, position) in self.values.iter_mut().zip(&self.columns) {
            values.clear();
            let range = self.request.inputs.get(*position).ok_or(Broken("inputs"))?;
            values.extend(draws.clone().map(|draw| drawn(self.request, range, draw, *position)));
        }
        let variants = usize::try_from(draws.end.saturating_sub(draws.start));
        let variants = variants.map_err(|_| Broken("draws of a block"))?;
        if !self.variants.work_out(&self.values, variants)? {
            return Ok(None);
        }
        let mut outcomes = Vec::with_capacity(variants);
        for (variant, draw) in draws.enumerate() {
            outcomes.push(self.outcome(variant, draw)?);
        }
        Ok(Some(outcomes))
    }

    fn outcome(&mut self, variant: usize, draw: u64) -> Result<Outcome, Broken> {
        for (position, knob) in &self.region {
            let range = self.request.inputs.get(*position).ok_or(Broken("inputs"))?;
            let value = drawn(self.request, range, draw, *position);
            if !knob.set(&mut self.varied, value, range.scale) {
                return Err(Broken("a number of the plan"));
            }
        }
        let mut within = Vec::with_capacity(self.ceilings.len());
        for (fund, year) in &self.ceilings {
            within.push(self.variants.is_within(*fund, *year, variant)?);
        }
        let rupiah = self.variants.rupiah(variant)?;
        let figures = self.figures(variant, rupiah, &within)?;
        Ok(Outcome { figures, within })
    }

    fn figures(
        &self,
        variant: usize,
        rupiah: Rupiah,
        within: &[bool],
    ) -> Result<RiskFigures, Broken> {
        let within_ceilings = (!within.is_empty()).then(|| within.iter().all(|suffices| *suffices));
        let mut figures = RiskFigures {
            rupiah,
            members: None,
            coverage_percent: None,
            within_ceilings,
            target_reached: None,
        };
        let Some(workforce) = &self.varied.workforce else { return Ok(figures) };
        let region = potential(workforce, &[self.last]);
        let eligible = *region.eligible.first().ok_or(Broken("columns"))?;
        let others = *region.other_members.first().ok_or(Broken("columns"))?;
        let members = self.variants.heads_at_end(variant)?.plus(others.unwrap_or_default());
        let target = self.varied.target.as_ref().and_then(|target| asked(&target.path, self.last));
        figures.members = Some(members);
        figures.coverage_percent = share_of(members, eligible);
        figures.target_reached = target.map(|asked| members >= asked.members(eligible));
        Ok(figures)
    }
}

fn drawn(request: &RiskRequest, range: &crate::scenario::Range, draw: u64, position: usize) -> u64 {
    value(range, request.seed, draw, position as u64, request.inputs.len() as u64)
}
