//! One plan for many units at once: the villages of a regency, the regencies of a province.
//!
//! Segments, payers, funds and law are those of one scenario. Each unit has its own people, and where the table says so
//! its own ceilings and months. The plan is compiled once; each unit turns its knobs. Every number is what
//! [`project`](fn@crate::plan::project) gives for the scenario of the unit alone.
//!
//! Fifty workers in each village for three months, as Luwu planned in 2025, are Rp 2.520.000 a village:
//!
//! ```
//! use cakupan::{batch::Batch, scenario};
//!
//! let text = r#"{
//!   "schema": 1,
//!   "region": { "name": "Kabupaten Luwu", "level": "regency" },
//!   "period": { "firstMonth": "2025-10", "months": 3 },
//!   "segments": [{
//!     "id": "rentan", "name": "Pekerja rentan", "class": "BPU", "programmes": ["JKK", "JKM"],
//!     "enrolment": { "kind": "fixed", "counts": [{ "from": "2025-10", "people": 0 }] },
//!     "payers": [{ "fund": "add", "percent": 100 }]
//!   }],
//!   "funds": [{ "id": "add", "name": "ADD", "kind": "add" }]
//! }"#;
//! let scenario = scenario::read(&serde_json::from_str(text).unwrap()).unwrap();
//! let mut batch = Batch::of(&scenario).unwrap();
//! let table = batch.table(&["rentan"]).unwrap();
//! let answer = batch.work_out(&table, &[&[50.0, 50.0]]).unwrap();
//! let add = &answer.years[0].funds[0];
//! assert_eq!(add.asked.iter().map(|one| one.get()).collect::<Vec<_>>(), [2_520_000, 2_520_000]);
//! ```

mod answer;
mod apportion;
mod block;
mod ceilings;
mod column;
mod kernel;
mod lanes;
mod price;
mod variants;
mod vector;
mod villages;

pub use answer::{Answer, FundColumns, Totals, YearColumns};
pub use apportion::apportion;
pub use ceilings::CeilingUse;
pub use column::Column;
pub(crate) use variants::{Number, Variants};
#[cfg(feature = "xlsx")]
pub(crate) use villages::alone;
pub use villages::{VillageColumns, VillagesAnswer, villages};

use crate::plan::row::Broken;
use crate::problem::{Problem, Problems};
use crate::scenario::Scenario;
use crate::text::place;
use block::{BLOCK, Block};
use column::{Knob, columns, layout};
use core::ops::Range;
use kernel::Kernel;
use lanes::Lanes;

/// A plan compiled for many units.
pub struct Batch<'a> {
    kernel: Kernel<'a>,
    columns: Vec<Column>,
    years: Vec<u16>,
}

/// The columns of a table, as [`Batch::table`] found them.
pub struct Table {
    names: Vec<String>,
    knobs: Vec<Knob>,
}

/// What is wrong with a unit. The path of the problem is the column, or what in the plan it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitProblem {
    /// Position of the unit in the table.
    pub unit: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// The problem with its unit in the path: `units[17].rentan`.
impl From<UnitProblem> for Problem {
    fn from(UnitProblem { unit, problem }: UnitProblem) -> Self {
        let dot = if problem.path.is_empty() { "" } else { "." };
        let path = [&place("units[#]", &[unit]), dot, &problem.path].concat();
        Self { path, ..problem }
    }
}

impl<'a> Batch<'a> {
    /// Compiles a plan.
    ///
    /// # Errors
    /// `internal`.
    pub fn of(scenario: &'a Scenario) -> Result<Self, Problems> {
        let kernel = Kernel::of(scenario)?;
        let columns = columns(scenario, &kernel.plan);
        let years = kernel.plan.years.iter().map(|year| year.year).collect();
        Ok(Self { kernel, columns, years })
    }

    /// The columns that a table may have.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The budget years of the plan, in the order of every answer.
    #[must_use]
    pub fn years(&self) -> &[u16] {
        &self.years
    }

    /// Reads the names of the columns of a table.
    ///
    /// # Errors
    /// `unknownKey`, `duplicate`, and `missing` for a column that every table must have; the path is its name.
    pub fn table(&self, names: &[&str]) -> Result<Table, Problems> {
        let knobs = layout(&self.columns, names)?;
        Ok(Table { names: names.iter().map(|name| (*name).into()).collect(), knobs })
    }

    /// Works out the units of a table: for each of its columns, one number a unit. Amounts and people are whole; a month
    /// is its year and number, 202610; no number (NaN) is an empty cell.
    ///
    /// An empty ceiling is none; the ceilings of a fund and year without a column are those of the plan, for each unit.
    /// `firstMonth` and `lastMonth` narrow the billed months of all segments; empty they are those of the plan.
    ///
    /// # Errors
    /// Everything that is wrong with any unit, in order; columns of different lengths are `missing` cells.
    pub fn work_out(
        &mut self,
        table: &Table,
        cells: &[&[f64]],
    ) -> Result<Answer, Vec<UnitProblem>> {
        let units = cells.iter().map(|column| column.len()).max().unwrap_or(0);
        let mut answer = Answer::zero(&self.kernel.plan, units);
        let mut problems = Vec::new();
        let broken = |broken: Broken| vec![UnitProblem { unit: 0, problem: broken.into() }];
        self.kernel.reset().map_err(broken)?;
        let lanes = Lanes::of(&self.kernel, &table.knobs).map_err(broken)?;
        let mut lanes = lanes.map(|lanes| (Block::of(&self.kernel.plan, &lanes), lanes));
        for first in (0..units).step_by(BLOCK) {
            let to = units.min(first.saturating_add(BLOCK));
            match self.side_by_side(&mut lanes, cells, first..to, &mut answer) {
                Ok(true) => continue,
                Ok(false) => {}
                Err(broken) => problems.push(UnitProblem { unit: first, problem: broken.into() }),
            }
            for unit in first..to {
                let worked = self.unit(table, cells, unit).and_then(|()| {
                    let (plan, sums) = (&self.kernel.plan, &self.kernel.sums);
                    Ok(answer.put(plan, unit, &sums.asked, &sums.person_months)?)
                });
                if let Err(found) = worked {
                    let found = Vec::from(found).into_iter();
                    problems.extend(found.map(|problem| UnitProblem { unit, problem }));
                }
            }
        }
        if problems.is_empty() { Ok(answer) } else { Err(problems) }
    }

    /// Works out a block of units, where lanes can. `false`: the kernel must.
    fn side_by_side(
        &self,
        lanes: &mut Option<(Block, Lanes)>,
        cells: &[&[f64]],
        units: Range<usize>,
        answer: &mut Answer,
    ) -> Result<bool, Broken> {
        let Some((block, lanes)) = lanes else { return Ok(false) };
        let own: Option<Vec<&[f64]>> =
            cells.iter().map(|column| column.get(units.clone())).collect();
        // A column that ends before: the kernel says so of each unit.
        let Some(own) = own else { return Ok(false) };
        block.work_out((&self.kernel.plan, lanes), &own, units.start, answer)
    }

    fn unit(&mut self, table: &Table, cells: &[&[f64]], unit: usize) -> Result<(), Problems> {
        let mut wrong = Vec::new();
        for (position, (knob, name)) in table.knobs.iter().zip(&table.names).enumerate() {
            let number = cells.get(position).and_then(|column| column.get(unit)).copied();
            match knob.read(number.unwrap_or(f64::NAN), &self.kernel.plan, name) {
                Ok(cell) => self.kernel.turn(*knob, cell)?,
                Err(problem) => wrong.push(problem),
            }
        }
        Problems::unless_none(wrong)?;
        self.kernel.work_out()
    }
}
