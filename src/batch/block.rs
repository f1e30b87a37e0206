//! Units of one block, worked out side by side into the columns of the answer.

use super::answer::Answer;
use super::column::{Knob, number, whole};
use super::lanes::{Bill, Event, Lanes, Segment, Shared, Walk};
use super::price::Heads;
use super::vector::{Monthly, above, add_times, all_whole, at_most, join, leave, part, three, two};
use crate::money::{Rate, Rupiah};
use crate::people::People;
use crate::plan::compile::Plan;
use crate::plan::row::{Broken, FundAt, Position as _};

/// Units side by side: their sums for five years and five funds are 50 kB, which stay near the processor.
pub(super) const BLOCK: usize = 256;

/// The numbers of a block on their way; made once for all blocks.
pub(super) struct Block {
    sums: Sums,
    heads: Vec<f64>,
    /// Heads of the months of a run so far.
    months: Vec<f64>,
    /// Heads of all segments in the last month.
    end: Vec<f64>,
    others: Vec<f64>,
    /// By cause of leaving.
    carried: Vec<Vec<f64>>,
}

/// What the units of a block come to.
struct Sums {
    funds: usize,
    /// By year, then fund.
    asked: Vec<Vec<f64>>,
    /// By year.
    person_months: Vec<Vec<f64>>,
}

impl Block {
    pub fn of(plan: &Plan<'_>, lanes: &Lanes) -> Self {
        let columns = |count: usize| vec![vec![0.0; BLOCK]; count];
        let funds = plan.funds.entries().len();
        let causes = lanes.segments.iter().filter_map(|segment| segment.walk.as_ref());
        let causes = causes.map(|walk| walk.leaving.len()).max().unwrap_or(0);
        Self {
            sums: Sums {
                funds,
                asked: columns(plan.years.len().saturating_mul(funds)),
                person_months: columns(plan.years.len()),
            },
            heads: vec![0.0; BLOCK],
            months: vec![0.0; BLOCK],
            end: vec![0.0; BLOCK],
            others: vec![0.0; BLOCK],
            carried: columns(causes),
        }
    }

    /// Works out units from `first` on; `cells` has as many of them. `false`: a cell is wrong or too large, and the units
    /// are left as they were.
    pub fn work_out(
        &mut self,
        (plan, lanes): (&Plan<'_>, &Lanes),
        cells: &[&[f64]],
        first: usize,
        answer: &mut Answer,
    ) -> Result<bool, Broken> {
        let most_rupiah = number(Rupiah::MAX.get());
        for (knob, cells) in lanes.knobs.iter().zip(cells) {
            let right = match knob {
                Knob::Ceiling(..) => all_whole(cells, most_rupiah, true),
                Knob::Count(..)
                | Knob::Members(_)
                | Knob::Eligible(_)
                | Knob::Workforce(_)
                | Knob::OtherMembers(_)
                | Knob::First
                | Knob::Last => all_whole(cells, lanes.most, false),
            };
            if !right {
                return Ok(false);
            }
        }
        self.sums.clear();
        self.end.fill(0.0);
        for segment in &lanes.segments {
            self.segment(segment, cells, plan.months.len())?;
        }
        self.put(plan, lanes, cells, first, answer)?;
        Ok(true)
    }

    /// Heads billed in the last month of the plan, by unit of the last block.
    pub fn end(&self) -> &[f64] {
        &self.end
    }

    fn segment(
        &mut self,
        segment: &Segment,
        cells: &[&[f64]],
        months: usize,
    ) -> Result<(), Broken> {
        let cell = |position: usize| {
            let column = segment.cells.get(position).ok_or(Broken("counts"))?;
            cells.get(*column).copied().ok_or(Broken("columns"))
        };
        let Some(walk) = &segment.walk else {
            for bill in &segment.bills {
                match bill.run.heads {
                    Heads::Count(now) => accept(&mut self.heads, cell(now)?, segment.accepted),
                    Heads::Stayed(_, None) => continue,
                    Heads::Stayed(now, Some(before)) => {
                        accept(&mut self.heads, cell(now)?, segment.accepted);
                        accept(&mut self.others, cell(before)?, segment.accepted);
                        at_most(&mut self.heads, &self.others);
                    }
                    Heads::OfMonth => return Err(Broken("heads of a run")),
                }
                let in_run = number(bill.run.columns.len() as u64);
                self.sums.split(bill, &self.heads, in_run)?;
                self.sums.multiply(bill, &self.heads, in_run)?;
                if bill.run.columns.end == months {
                    add_times(&mut self.end, &self.heads, 1.0);
                }
            }
            return Ok(());
        };
        let mut bills = segment.bills.iter().peekable();
        self.begin(walk, &cell)?;
        for (month, event) in walk.events.iter().enumerate() {
            // The people of the table are those of the first month: nobody leaves before it.
            if month > 0 {
                for (carried, rate) in self.carried.iter_mut().zip(&walk.leaving) {
                    leave(&mut self.heads, carried, *rate);
                }
            }
            match *event {
                Event::Nothing => {}
                Event::Count(position) => {
                    accept(&mut self.heads, cell(position)?, segment.accepted);
                    self.carried.iter_mut().for_each(|carried| carried.fill(0.0));
                }
                Event::Path(weight, whole) => {
                    join(&mut self.heads, cell(1)?, (weight, whole), walk.most);
                }
            }
            let Some(bill) = bills.peek().filter(|bill| bill.run.columns.start <= month) else {
                continue;
            };
            self.sums.split(bill, &self.heads, 1.0)?;
            add_times(&mut self.months, &self.heads, 1.0);
            let next = month.saturating_add(1);
            if next == months {
                add_times(&mut self.end, &self.heads, 1.0);
            }
            if bill.run.columns.end == next {
                self.sums.multiply(bill, &self.months, 1.0)?;
                self.months.fill(0.0);
                bills.next();
            }
        }
        Ok(())
    }

    /// Before the first month nobody was billed; members are those of the table where a path leads on from them, nobody
    /// where counts come.
    fn begin<'c>(
        &mut self,
        walk: &Walk,
        cell: &dyn Fn(usize) -> Result<&'c [f64], Broken>,
    ) -> Result<(), Broken> {
        self.carried.iter_mut().for_each(|carried| carried.fill(0.0));
        self.months.fill(0.0);
        if walk.is_path {
            accept(&mut self.heads, cell(0)?, number(Rate::WHOLE.millionths()))
        } else {
            self.heads.fill(0.0)
        }
        Ok(())
    }

    /// Writes the sums into the columns of the answer, from unit `first` on.
    fn put(
        &mut self,
        plan: &Plan<'_>,
        lanes: &Lanes,
        cells: &[&[f64]],
        first: usize,
        answer: &mut Answer,
    ) -> Result<(), Broken> {
        let units = cells.first().map_or(0, |cells| cells.len());
        let to = first.saturating_add(units);
        // Columns on their way that nobody needs any more.
        let Self { sums, heads: all, months: all_short, others: short, .. } = self;
        let mut asked = sums.asked.iter();
        let years = answer.years.iter_mut().zip(&sums.person_months).enumerate();
        for (position, (year, person_months)) in years {
            all.fill(0.0);
            all_short.fill(0.0);
            for (at, fund) in year.funds.iter_mut().enumerate() {
                let amounts = asked.next().ok_or(Broken("funds of a year"))?;
                add_times(all, amounts, 1.0);
                write_rupiah(fund.asked.get_mut(first..to), amounts)?;
                let at = FundAt::new(at);
                let own = lanes.knobs.iter().position(|knob| *knob == Knob::Ceiling(at, position));
                match own {
                    Some(own) => above(short, amounts, cells.get(own).ok_or(Broken("columns"))?),
                    None => match plan.funds.at(at)?.ceilings.get(position) {
                        Some(Some(ceiling)) => {
                            above(short, amounts, &[number(ceiling.get()); BLOCK]);
                        }
                        Some(None) => continue,
                        None => return Err(Broken("years")),
                    },
                }
                add_times(all_short, short, 1.0);
                write_rupiah(fund.short.get_mut(first..to), short)?;
            }
            write_rupiah(year.rupiah.get_mut(first..to), all)?;
            write_rupiah(year.short.get_mut(first..to), all_short)?;
            let column = year.person_months.get_mut(first..to).ok_or(Broken("units"))?;
            for (people, months) in column.iter_mut().zip(person_months) {
                *people = People::new(whole(*months));
            }
        }
        Ok(())
    }
}

fn write_rupiah(column: Option<&mut [Rupiah]>, amounts: &[f64]) -> Result<(), Broken> {
    for (rupiah, amount) in column.ok_or(Broken("units"))?.iter_mut().zip(amounts) {
        *rupiah = Rupiah::new(whole(*amount)).ok_or(Broken("bills of a block"))?;
    }
    Ok(())
}

impl Sums {
    fn clear(&mut self) {
        for column in self.asked.iter_mut().chain(&mut self.person_months) {
            column.fill(0.0);
        }
    }

    /// Adds what is so many months times that of the heads: people, and shares in whole rupiah.
    fn multiply(&mut self, bill: &Bill, heads: &[f64], months: f64) -> Result<(), Broken> {
        let year = bill.run.year;
        let people = self.person_months.get_mut(year).ok_or(Broken("years"))?;
        add_times(people, heads, months);
        for (fund, rupiah) in &bill.whole_shares {
            let place = year.saturating_mul(self.funds).saturating_add(*fund);
            let sums = self.asked.get_mut(place).ok_or(Broken("funds of a year"))?;
            add_times(sums, heads, rupiah * months);
        }
        Ok(())
    }

    /// Adds the bills of so many months that are split and rounded, each for the heads.
    fn split(&mut self, bill: &Bill, heads: &[f64], months: f64) -> Result<(), Broken> {
        for Shared { rupiah, shares } in &bill.shared {
            let monthly = Monthly { rupiah: *rupiah, months };
            let from = bill.run.year.saturating_mul(self.funds);
            let own = self.asked.get_mut(from..).ok_or(Broken("funds of a year"))?;
            let same = |_| Broken("funds of a share");
            match *shares.as_slice() {
                [(a, first), (b, second)] => {
                    let sums = own.get_disjoint_mut([a, b]).map_err(same)?;
                    two(heads, &monthly, [first, second], sums.map(Vec::as_mut_slice));
                }
                [(a, first), (b, second), (c, third)] => {
                    let weights = [first, second, third];
                    let sums = own.get_disjoint_mut([a, b, c]).map_err(same)?;
                    three(heads, &monthly, weights, sums.map(Vec::as_mut_slice));
                }
                _ => return Err(Broken("funds of a share")),
            }
        }
        Ok(())
    }
}

/// Of the people of a column those who are accepted.
fn accept(heads: &mut [f64], column: &[f64], accepted: f64) {
    for (head, people) in heads.iter_mut().zip(column) {
        *head = *people;
    }
    if accepted < number(Rate::WHOLE.millionths()) {
        part(heads, accepted);
    }
}
