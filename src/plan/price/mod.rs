//! Price of one head: segment × span of months × programme × part → rupiah, with the statutory values used.
//!
//! A price depends on the law, the segment, its payers and the month; not on heads or ceilings. The table is
//! calculated once; every other module multiplies it by heads.

mod fault;
mod formula;
mod relief;
mod tariff;

pub(crate) use fault::Fault;
pub(crate) use formula::{Formula, Levy, Source, Wage, layers};
pub(crate) use relief::{Meant, reading};

use super::compile::{Group, Plan};
use super::row::{Broken, Row, SegmentAt};
use crate::law::{Key, Trace};
use core::ops::Range;
use tariff::tariff;

/// Prices of every segment in every column.
pub(crate) struct Prices<'a> {
    levies: Vec<Levy<'a>>,
    cells: Row<SegmentAt, Vec<Cell>>,
}

/// Columns of a segment in which no value of its price changes, not even an origin.
pub(crate) struct Cell {
    pub columns: Range<usize>,
    /// Contributions of one head; or why there is no price, which is reported only where somebody is billed.
    levies: Result<Range<usize>, Fault>,
    /// Missing statutory values, in the order of the programmes.
    pub lacking: Vec<Key>,
    /// Reliefs for these workers in these columns, whether or not the payer is excluded.
    pub meant: Vec<Meant>,
}

impl<'a> Prices<'a> {
    pub fn of(plan: &Plan<'a>) -> Self {
        let mut levies = Vec::with_capacity(plan.segments.entries().len().saturating_mul(8));
        let cells = plan.segments.map(|group| cells(plan, group, &mut levies));
        Self { levies, cells }
    }

    /// Cells of a segment, in order of columns.
    pub fn cells(&self, segment: SegmentAt) -> Result<&[Cell], Broken> {
        self.cells.at(segment).map(Vec::as_slice)
    }

    /// Cell of a column.
    pub fn cell(&self, segment: SegmentAt, column: usize) -> Result<&Cell, Broken> {
        let cells = self.cells(segment)?;
        let position = cells.partition_point(|cell| cell.columns.end <= column);
        cells.get(position).ok_or(Broken("prices"))
    }

    /// Contributions of one head, in the order of the programmes, the payer's part before the worker's.
    pub fn levies(&self, cell: &Cell) -> Result<&[Levy<'a>], Fault> {
        let range = cell.levies.clone()?;
        Ok(self.levies.get(range).ok_or(Broken("levies"))?)
    }

    /// What the budgets pay for one more head, in millionths of a rupiah. 0 for a contract; `u64::MAX` where no price
    /// is known.
    pub fn of_budgets(
        &self,
        group: &Group<'_>,
        segment: SegmentAt,
        column: usize,
    ) -> Result<u64, Broken> {
        if group.is_contract() {
            return Ok(0);
        }
        match self.levies(self.cell(segment, column)?) {
            Ok(levies) => Ok(levies.iter().fold(0_u64, |sum, levy| {
                let part = group.shares.of(levy.part).of_budgets.millionths();
                sum.saturating_add(levy.rupiah.get().saturating_mul(part))
            })),
            Err(Fault::Missing | Fault::TooLarge) => Ok(u64::MAX),
            Err(Fault::Broken(broken)) => Err(broken),
        }
    }
}

/// Calculates the cells of one segment. A cell ends where a value that it used changes.
fn cells<'a>(plan: &Plan<'a>, group: &Group<'a>, levies: &mut Vec<Levy<'a>>) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(4);
    let (Some(first), Some(last)) = (plan.months.first(), plan.months.last()) else { return cells };
    let mut start = 0_usize;
    while let Some(month) = plan.months.get(start) {
        let law = Trace::new(plan.law, *month, *last);
        let before = levies.len();
        let made = tariff(plan, group, &law, levies);
        if made.is_err() {
            levies.truncate(before);
        }
        let end = usize::from(law.until().since(*first)).saturating_add(1);
        let (meant, made) = match made {
            Ok(meant) => (meant, Ok(before..levies.len())),
            Err(fault) => (Vec::new(), Err(fault)),
        };
        cells.push(Cell { columns: start..end, levies: made, lacking: law.lacking(), meant });
        start = end;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{LEVIED, Levied};
    use crate::plan::cost::Bills;
    use crate::plan::heads::heads;
    use crate::plan::row::Position as _;
    use crate::problem::Problems;
    use crate::scenario::{Scenario, read};

    /// Wage earners with JKK and JHT, by risk and wage.
    fn scenario(base: &str) -> Scenario {
        let text = r##"{
            "schema": 1, "region": { "name": "Contoh", "level": "regency" },
            "period": { "firstMonth": "2026-01", "months": 24 },
            "segments": [{ "id": "a", "name": "A", "class": "PU", "risk": "low", "programmes": ["JKK", "JHT"], "base": #,
                "enrolment": { "kind": "fixed", "counts": [{ "from": "2026-01", "people": 10 }] },
                "payers": [{ "fund": "f", "percent": 100 }], "workerPayers": [{ "fund": "f", "percent": 100 }] }],
            "funds": [{ "id": "f", "name": "F", "kind": "apbdRegency" }]
        }"##;
        read(&serde_json::from_str(&text.replace('#', base)).unwrap()).unwrap()
    }

    fn bills(plan: &Plan<'_>) -> Result<(), Problems> {
        let prices = Prices::of(plan);
        let heads = heads(plan, &prices, false)?;
        Bills::of(plan, &prices, &heads.billed, &|_| true).map(|_| ())
    }

    /// A pair of class and programme that the table does not have is an error; it is not charged as another
    /// programme.
    #[test]
    fn a_pair_that_the_law_does_not_have_is_an_error() {
        let scenario = scenario(r#"{ "kind": "fixed", "rupiah": 3000000 }"#);
        let mut plan = Plan::of(&scenario);
        assert_eq!(bills(&plan), Ok(()));
        for (position, row) in LEVIED.iter().enumerate() {
            let mut table: Vec<Levied> = LEVIED.to_vec();
            table.remove(position);
            plan.levied = Box::leak(table.into_boxed_slice());
            let asked = ["JKK", "JHT"].contains(&crate::choices::Choice::name(row.programme));
            let is_met = asked && row.class == crate::scenario::WorkerClass::Pu;
            let problem = Broken("contribution of a class and programme").into();
            assert_eq!(bills(&plan), if is_met { Err(problem) } else { Ok(()) }, "{row:?}");
        }
    }

    /// What the check guarantees and the types do not is an error here, not a zero.
    #[test]
    fn a_wage_earner_without_risk_or_wage_is_an_error() {
        let fixed = r#"{ "kind": "fixed", "rupiah": 3000000 }"#;
        let mut without_risk = scenario(fixed);
        without_risk.segments[0].risk = None;
        assert_eq!(bills(&Plan::of(&without_risk)), Err(Broken("risk of a workplace").into()));
        let mut without_wage = scenario(fixed);
        without_wage.segments[0].base = None;
        assert_eq!(bills(&Plan::of(&without_wage)), Err(Broken("wage of a segment").into()));
    }

    /// A cell ends where a wage, value or override that it used changes, and nowhere else. Columns are months from
    /// January 2026: March 2027 is column 14.
    #[test]
    fn a_price_holds_until_something_it_was_made_of_changes() {
        let columns = |scenario: &Scenario| -> Vec<Range<usize>> {
            let prices = Prices::of(&Plan::of(scenario));
            prices
                .cells(SegmentAt::new(0))
                .unwrap()
                .iter()
                .map(|cell| cell.columns.clone())
                .collect()
        };
        let fixed = r#"{ "kind": "fixed", "rupiah": 3000000 }"#;
        assert_eq!(
            columns(&scenario(fixed)),
            std::slice::from_ref(&(0..24)),
            "JP and BPU turn meanwhile"
        );
        let series = r#"{ "kind": "series", "values": [{ "from": "2025-01", "rupiah": 1 }, { "from": "2027-03", "rupiah": 2 }] }"#;
        assert_eq!(columns(&scenario(series)), [0..14, 14..24]);
        let mut replaced = scenario(fixed);
        replaced.overrides = vec![crate::scenario::Override {
            key: crate::law::key::JHT_PU_WORKER,
            from: crate::month::Month::of(2026, 4),
            to: Some(crate::month::Month::of(2026, 6)),
            // Both are 2 %; only the origin changes.
            value: crate::scenario::Replacement::One(crate::law::Value::Percent(
                crate::money::Rate::from_millionths(20_000),
            )),
            note: "uji".into(),
        }];
        assert_eq!(columns(&replaced), [0..3, 3..6, 6..24]);
        replaced.overrides[0].key = crate::law::key::JP_CEILING;
        assert_eq!(columns(&replaced), std::slice::from_ref(&(0..24)), "not asked for");
    }
}
