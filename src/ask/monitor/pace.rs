//! The budget year so far of segments, villages and districts: what should be paid up to this month beside what was.

use super::answer::{Balance, MonitoredDistrict, MonitoredVillage, Pace};
use super::forecast::year_of;
use super::rows::{Line, minus};
use super::sums::{Sums, beyond, sum};
use crate::money::{Rupiah, ratio};
use crate::people::People;
use crate::plan::{Broken, Position as _};
use crate::problem::Problems;
use std::collections::{BTreeMap, BTreeSet};

/// What the plan bills in the budget year.
#[derive(Clone, Copy, Default)]
struct Planned {
    /// In the whole year.
    year: Rupiah,
    /// Up to the last month that is compared.
    due: Rupiah,
    /// Months with a bill.
    months: u64,
    /// Of which up to the last one that is compared.
    passed: u64,
    /// Months up to it of which a row says only what the whole segment came to.
    whole: u64,
}

impl Planned {
    /// One more month of the year.
    fn month(&mut self, rupiah: Rupiah, is_past: bool) -> Result<(), Problems> {
        let is_billed = u64::from(rupiah > Rupiah::ZERO);
        self.year = self.year.plus(rupiah).ok_or_else(beyond)?;
        self.months = self.months.saturating_add(is_billed);
        if is_past {
            self.due = self.due.plus(rupiah).ok_or_else(beyond)?;
            self.passed = self.passed.saturating_add(is_billed);
        }
        Ok(())
    }

    /// The straight line over the months with a bill: who begins in July owes nothing in June.
    fn line(&self) -> Result<Rupiah, Problems> {
        if self.months == 0 {
            return Ok(Rupiah::ZERO);
        }
        let line = ratio(self.year.get(), self.passed, self.months).0;
        Ok(Rupiah::new(line).ok_or_else(beyond)?)
    }

    /// Beside what was paid, of lines in the year.
    fn pace(&self, lines: &Balance) -> Result<Pace, Problems> {
        let line_rupiah = self.line()?;
        let unknown = lines.unknown.saturating_add(self.whole);
        Ok(Pace {
            plan_rupiah: self.year,
            due_rupiah: self.due,
            line_rupiah,
            paid_rupiah: lines.paid_rupiah,
            unknown,
            ahead_rupiah: (unknown == 0).then(|| minus(lines.paid_rupiah, line_rupiah)),
        })
    }
}

impl Pace {
    /// Sum of villages; `None` above the greatest rupiah.
    fn plus(self, other: &Self) -> Option<Self> {
        let Self { plan_rupiah, due_rupiah, line_rupiah, paid_rupiah, unknown, ahead_rupiah } =
            *other;
        let ahead = self.ahead_rupiah.zip(ahead_rupiah);
        Some(Self {
            plan_rupiah: self.plan_rupiah.plus(plan_rupiah)?,
            due_rupiah: self.due_rupiah.plus(due_rupiah)?,
            line_rupiah: self.line_rupiah.plus(line_rupiah)?,
            paid_rupiah: self.paid_rupiah.plus(paid_rupiah)?,
            unknown: self.unknown.checked_add(unknown)?,
            ahead_rupiah: ahead.map(|(one, other)| one.saturating_add(other)),
        })
    }
}

impl<'a> Sums<'_, '_, 'a> {
    /// A segment in the year.
    pub fn pace_of_segment(&self, index: usize) -> Result<Pace, Problems> {
        let (_, columns) = year_of(self.table, self.projection, self.until)?;
        let segments = &self.projection.monthly.segments;
        let monthly = &segments.get(index).ok_or(Broken("segments"))?.rupiah;
        let mut planned = Planned::default();
        for column in columns.clone() {
            let rupiah = *monthly.get(column).ok_or(Broken("months"))?;
            planned.month(rupiah, column <= self.until)?;
        }
        let lines = self.lines.iter().filter(|line| line.segment == index);
        planned.pace(&sum(lines.filter(|line| columns.contains(&line.column)))?)
    }

    /// What the plan bills each village in the year, of segments whose rows name villages.
    fn planned_villages(&self) -> Result<Vec<Planned>, Problems> {
        let (_, columns) = year_of(self.table, self.projection, self.until)?;
        let wholes: BTreeSet<(usize, usize)> = self
            .lines
            .iter()
            .filter(|line| line.village.is_none())
            .map(|line| (line.segment, line.column))
            .collect();
        let mut villages = vec![Planned::default(); self.table.scenario.villages.len()];
        for column in columns {
            let is_past = column <= self.until;
            let mut month = vec![Rupiah::ZERO; villages.len()];
            for (at, _) in self.table.plan.segments.iter() {
                if !self.table.by_village.contains(&at.index()) {
                    continue;
                }
                let price = self.table.price(at, column)?;
                let is_whole = is_past && wholes.contains(&(at.index(), column));
                for (village, people) in self.table.of_villages(at, column)? {
                    let rupiah = self.table.times(at, price, people)?;
                    let sum = month.get_mut(village).ok_or(Broken("villages"))?;
                    *sum = sum.plus(rupiah).ok_or_else(beyond)?;
                    if is_whole && people > People::ZERO {
                        let planned = villages.get_mut(village).ok_or(Broken("villages"))?;
                        planned.whole = planned.whole.saturating_add(1);
                    }
                }
            }
            for (planned, rupiah) in villages.iter_mut().zip(month) {
                planned.month(rupiah, is_past)?;
            }
        }
        Ok(villages)
    }

    /// The villages that rows name or the plan bills in the year, of segments whose rows name villages.
    pub fn villages(&self) -> Result<Vec<MonitoredVillage<'a>>, Problems> {
        let (_, columns) = year_of(self.table, self.projection, self.until)?;
        let planned = self.planned_villages()?;
        let mut lines: BTreeMap<usize, Vec<&Line<'a>>> = BTreeMap::new();
        for line in self.lines {
            if let Some(village) = line.village {
                lines.entry(village).or_default().push(line);
            }
        }
        let mut villages = Vec::new();
        for (index, (village, planned)) in
            self.table.scenario.villages.iter().zip(planned).enumerate()
        {
            let lines = lines.get(&index).map_or(&[][..], Vec::as_slice);
            if lines.is_empty() && planned.months == 0 {
                continue;
            }
            let in_year = lines.iter().copied().filter(|line| columns.contains(&line.column));
            villages.push(MonitoredVillage {
                code: village.code.as_deref(),
                name: &village.name,
                district: village.district.as_deref(),
                compared: sum(lines.iter().copied())?,
                year: planned.pace(&sum(in_year)?)?,
            });
        }
        Ok(villages)
    }
}

/// Sums of villages by district, in the order of the first village of each.
pub(super) fn districts<'a>(
    villages: &[MonitoredVillage<'a>],
) -> Result<Vec<MonitoredDistrict<'a>>, Problems> {
    let mut districts: Vec<MonitoredDistrict<'a>> = Vec::new();
    let mut places: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for village in villages {
        let owes = u64::from(village.compared.arrears_rupiah > Rupiah::ZERO);
        let place = *places.entry(village.district).or_insert(districts.len());
        let Some(district) = districts.get_mut(place) else {
            districts.push(MonitoredDistrict {
                district: village.district,
                villages: 1,
                in_arrears: owes,
                compared: village.compared,
                year: village.year,
            });
            continue;
        };
        district.villages = district.villages.saturating_add(1);
        district.in_arrears = district.in_arrears.saturating_add(owes);
        let compared = Balance::sum([&district.compared, &village.compared]);
        district.compared = compared.ok_or_else(beyond)?;
        district.year = district.year.plus(&village.year).ok_or_else(beyond)?;
    }
    Ok(districts)
}
