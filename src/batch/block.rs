//! Units of one block, worked out side by side into the columns of the answer.

use super::answer::Answer;
use super::column::{Knob, number, whole};
use super::lanes::{Bill, Event, Lanes, Segment, Shared, Walk};
use super::price::Heads;
use super::vector::{Monthly, add_times, all_whole, at_most, join, leave, part, three, two};
use crate::money::{Rate, Rupiah};
use crate::people::People;
use crate::plan::compile::Plan;
use crate::plan::row::{Broken, FundAt, Position as _};

/// Units side by side: their sums for five years and five funds are 50 kB, which stay near the processor.
pub(super) const BLOCK: usize = 256;

/// The numbers of a block on their way; made once for all blocks.
pub(super) struct Block {
    /// Columns of the table, cut to the block.
    funds: usize,
    /// By year, then fund.
    asked: Vec<Vec<f64>>,
    /// By year.
    person_months: Vec<Vec<f64>>,
    heads: Vec<f64>,
    /// Heads of all segments in the last month.
    end: Vec<f64>,
    others: Vec<f64>,
    /// By cause of leaving.
    carried: Vec<Vec<f64>>,
}

impl Block {
    pub fn of(plan: &Plan<'_>, lanes: &Lanes) -> Self {
        let columns = |count: usize| vec![vec![0.0; BLOCK]; count];
        let funds = plan.funds.entries().len();
        let causes = lanes.segments.iter().filter_map(|segment| segment.walk.as_ref());
        let causes = causes.map(|walk| walk.leaving.len()).max().unwrap_or(0);
        Self {
            funds,
            asked: columns(plan.years.len().saturating_mul(funds)),
            person_months: columns(plan.years.len()),
            heads: vec![0.0; BLOCK],
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
        for column in self.asked.iter_mut().chain(&mut self.person_months) {
            column.fill(0.0);
        }
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
                self.bill(bill, bill.run.columns.len())?;
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
            while bills.next_if(|bill| bill.run.columns.end <= month).is_some() {}
            if let Some(bill) = bills.peek().filter(|bill| bill.run.columns.start <= month) {
                self.bill(bill, 1)?;
                if month.saturating_add(1) == months {
                    add_times(&mut self.end, &self.heads, 1.0);
                }
            }
        }
        Ok(())
    }

    /// Members before the first month: those of the table where a path leads on from them, nobody where counts come.
    fn begin<'c>(
        &mut self,
        walk: &Walk,
        cell: &dyn Fn(usize) -> Result<&'c [f64], Broken>,
    ) -> Result<(), Broken> {
        self.carried.iter_mut().for_each(|carried| carried.fill(0.0));
        if walk.is_path {
            accept(&mut self.heads, cell(0)?, number(Rate::WHOLE.millionths()))
        } else {
            self.heads.fill(0.0)
        }
        Ok(())
    }

    /// Adds the bills of so many months for the heads at hand.
    fn bill(&mut self, bill: &Bill, months: usize) -> Result<(), Broken> {
        let months = number(months as u64);
        let year = bill.run.year;
        let people = self.person_months.get_mut(year).ok_or(Broken("years"))?;
        add_times(people, &self.heads, months);
        for (fund, rupiah) in &bill.alone {
            let place = year.saturating_mul(self.funds).saturating_add(*fund);
            let sums = self.asked.get_mut(place).ok_or(Broken("funds of a year"))?;
            add_times(sums, &self.heads, rupiah * months);
        }
        for Shared { rupiah, shares } in &bill.shared {
            let monthly = Monthly { rupiah: *rupiah, months };
            let from = year.saturating_mul(self.funds);
            let own = self.asked.get_mut(from..).ok_or(Broken("funds of a year"))?;
            let same = |_| Broken("funds of a share");
            match *shares.as_slice() {
                [(a, first), (b, second)] => {
                    let sums = own.get_disjoint_mut([a, b]).map_err(same)?;
                    two(&self.heads, &monthly, [first, second], sums.map(Vec::as_mut_slice));
                }
                [(a, first), (b, second), (c, third)] => {
                    let weights = [first, second, third];
                    let sums = own.get_disjoint_mut([a, b, c]).map_err(same)?;
                    three(&self.heads, &monthly, weights, sums.map(Vec::as_mut_slice));
                }
                _ => return Err(Broken("funds of a share")),
            }
        }
        Ok(())
    }

    fn put(
        &self,
        plan: &Plan<'_>,
        lanes: &Lanes,
        cells: &[&[f64]],
        first: usize,
        answer: &mut Answer,
    ) -> Result<(), Broken> {
        let units = cells.first().map_or(0, |cells| cells.len());
        let to = first.saturating_add(units);
        let mut asked = self.asked.iter();
        for ((position, year), months) in
            answer.years.iter_mut().enumerate().zip(&self.person_months)
        {
            let of = first..to;
            let people = year.person_months.get_mut(of.clone()).ok_or(Broken("units"))?;
            for (people, months) in people.iter_mut().zip(months) {
                *people = People::new(whole(*months));
            }
            let all = year.rupiah.get_mut(of.clone()).ok_or(Broken("units"))?;
            let all_short = year.short.get_mut(of.clone()).ok_or(Broken("units"))?;
            for (at, fund) in year.funds.iter_mut().enumerate() {
                let column = fund.asked.get_mut(of.clone()).ok_or(Broken("units"))?;
                let numbers = asked.next().ok_or(Broken("funds of a year"))?;
                for ((rupiah, all), number) in column.iter_mut().zip(&mut *all).zip(numbers) {
                    *rupiah = Rupiah::new(whole(*number)).ok_or(Broken("bills of a block"))?;
                    *all = all.within(*rupiah);
                }
                let short = fund.short.get_mut(of.clone()).ok_or(Broken("units"))?;
                let short = short.iter_mut().zip(&mut *all_short).zip(&*column);
                let at = FundAt::new(at);
                let own = lanes.knobs.iter().position(|knob| *knob == Knob::Ceiling(at, position));
                if let Some(own) = own {
                    let ceilings = cells.get(own).ok_or(Broken("columns"))?;
                    for (((short, all), rupiah), ceiling) in short.zip(ceilings.iter()) {
                        // No number: no ceiling.
                        if !ceiling.is_nan() {
                            let ceiling = Rupiah::new(whole(*ceiling)).ok_or(Broken("ceilings"))?;
                            *short = rupiah.less(ceiling);
                            *all = all.within(*short);
                        }
                    }
                } else {
                    let ceilings = &plan.funds.at(at)?.ceilings;
                    let Some(ceiling) = *ceilings.get(position).ok_or(Broken("years"))? else {
                        continue;
                    };
                    for ((short, all), rupiah) in short {
                        *short = rupiah.less(ceiling);
                        *all = all.within(*short);
                    }
                }
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
