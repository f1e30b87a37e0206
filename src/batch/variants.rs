//! Plans that differ from one plan in some of its numbers, worked out side by side: what a plan drawn by lot comes to.

use super::answer::Answer;
use super::block::{BLOCK, Block};
use super::column::{Knob, columns, number, whole};
use super::kernel::Kernel;
use super::lanes::Lanes;
use crate::money::Rupiah;
use crate::people::People;
use crate::plan::compile::{Joining, Plan};
use crate::plan::row::{Broken, FundAt, Position as _, SegmentAt};
use crate::scenario::{Enrolment, Scenario};

/// A number of the plan, by positions in the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// A count of a segment.
    Count(usize, usize),
    /// Members of a segment with a path before the plan.
    Members(usize),
    /// All who could be members of a segment with a path.
    Eligible(usize),
    /// The ceiling of a fund, by the position of its budget year.
    Ceiling(usize, usize),
}

/// A plan made ready for blocks of its variants.
pub(crate) struct Variants<'a> {
    kernel: Kernel<'a>,
    lanes: Lanes,
    block: Block,
    /// Numbers of the plan, one column for each knob; those that vary are written for each block.
    cells: Vec<Vec<f64>>,
    /// For each number that varies, its column.
    varied: Vec<usize>,
    answer: Answer,
}

impl<'a> Variants<'a> {
    /// The most variants in a block.
    pub const MOST: usize = BLOCK;

    /// `None` where the plan, or a number, needs what is only worked out one plan at a time.
    pub fn of(scenario: &'a Scenario, numbers: &[Number]) -> Result<Option<Self>, Broken> {
        let has_villages = |enrolment: &Enrolment| matches!(enrolment, Enrolment::Villages { .. });
        if scenario.segments.iter().any(|segment| has_villages(&segment.enrolment)) {
            return Ok(None);
        }
        let kernel = Kernel::of(scenario)?;
        let plan = &kernel.plan;
        // Who has not lapsed yet counts in a month that is not billed.
        let last = plan.months.len().saturating_sub(1);
        let is_unlapsed = plan.segments.entries().iter().any(|group| {
            plan.keeps(group) && !group.billed.iter().any(|columns| columns.contains(&last))
        });
        if is_unlapsed {
            return Ok(None);
        }
        let needed = columns(scenario, plan).into_iter().filter(|column| column.needed);
        let mut knobs: Vec<Knob> = needed.map(|column| column.knob).collect();
        let mut varied = Vec::with_capacity(numbers.len());
        for number in numbers {
            let knob = number.knob();
            varied.push(match knobs.iter().position(|own| *own == knob) {
                Some(column) => column,
                None if matches!(knob, Knob::Ceiling(..)) => {
                    knobs.push(knob);
                    knobs.len().saturating_sub(1)
                }
                None => return Ok(None),
            });
        }
        let mut cells = Vec::with_capacity(knobs.len());
        for knob in &knobs {
            let Some(number) = of_plan(*knob, plan)? else { return Ok(None) };
            cells.push(vec![number; BLOCK]);
        }
        let Some(lanes) = Lanes::of(&kernel, &knobs)? else { return Ok(None) };
        let (block, answer) = (Block::of(plan, &lanes), Answer::zero(plan, BLOCK));
        Ok(Some(Self { lanes, block, cells, varied, answer, kernel }))
    }

    /// Works out a block of so many: for each number one column with its values. `false`: a value is too large for it.
    pub fn work_out(&mut self, values: &[Vec<u64>], variants: usize) -> Result<bool, Broken> {
        for (column, values) in self.varied.iter().zip(values) {
            let cells = self.cells.get_mut(*column).ok_or(Broken("columns"))?;
            for (cell, value) in cells.iter_mut().zip(values) {
                *cell = number(*value);
            }
        }
        let cells: Option<Vec<&[f64]>> =
            self.cells.iter().map(|cells| cells.get(..variants)).collect();
        let cells = cells.ok_or(Broken("units"))?;
        self.answer = Answer::zero(&self.kernel.plan, variants);
        self.block.work_out((&self.kernel.plan, &self.lanes), &cells, 0, &mut self.answer)
    }

    /// All that is billed of a variant.
    pub fn rupiah(&self, variant: usize) -> Result<Rupiah, Broken> {
        self.answer.rupiah(variant).ok_or(Broken("units"))
    }

    /// Whether the ceiling of a fund suffices in a budget year, by its position.
    pub fn is_within(&self, fund: FundAt, year: usize, variant: usize) -> Result<bool, Broken> {
        let year = self.answer.years.get(year).ok_or(Broken("years"))?;
        let fund = year.funds.get(fund.index()).ok_or(Broken("funds"))?;
        let short = fund.short.get(variant).ok_or(Broken("units"))?;
        Ok(*short == Rupiah::ZERO)
    }

    /// Heads billed in the last month.
    pub fn heads_at_end(&self, variant: usize) -> Result<People, Broken> {
        let heads = self.block.end().get(variant).ok_or(Broken("units"))?;
        Ok(People::new(whole(*heads)))
    }
}

impl Number {
    fn knob(self) -> Knob {
        match self {
            Self::Count(segment, count) => Knob::Count(SegmentAt::new(segment), count),
            Self::Members(segment) => Knob::Members(SegmentAt::new(segment)),
            Self::Eligible(segment) => Knob::Eligible(SegmentAt::new(segment)),
            Self::Ceiling(fund, year) => Knob::Ceiling(FundAt::new(fund), year),
        }
    }
}

/// The number of the plan behind a knob; `None` where the plan has none.
fn of_plan(knob: Knob, plan: &Plan<'_>) -> Result<Option<f64>, Broken> {
    let joining = |at: SegmentAt| Ok(&plan.segments.at(at)?.joining);
    let people = match knob {
        Knob::Count(at, position) => match joining(at)? {
            Joining::Counts(counts) => counts.get(position).map(|count| count.people),
            Joining::Path { .. } | Joining::Target { .. } => None,
        },
        Knob::Members(at) => match joining(at)? {
            Joining::Path { members, .. } | Joining::Target { members, .. } => Some(*members),
            Joining::Counts(_) => None,
        },
        Knob::Eligible(at) => match joining(at)? {
            Joining::Path { eligible, .. } | Joining::Target { eligible, .. } => Some(*eligible),
            Joining::Counts(_) => None,
        },
        Knob::Ceiling(at, year) => {
            let ceiling = plan.funds.at(at)?.ceilings.get(year).ok_or(Broken("years"))?;
            return Ok(ceiling.map(|ceiling| number(ceiling.get())));
        }
        Knob::Workforce(_) | Knob::OtherMembers(_) | Knob::First | Knob::Last => None,
    };
    Ok(people.map(|people| number(people.get())))
}
