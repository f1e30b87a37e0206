//! What was enrolled, billed and paid: the input of [`monitor`](fn@crate::ask::monitor) beside a scenario.

use super::fields::{Fields, Read as _, unread};
use super::shape::REALISATION;
use super::shape_check::fit;
use super::workers::Enrolment;
use super::{Input, Scenario, Segment, people_at};
use crate::money::Rupiah;
use crate::month::Month;
use crate::people::People;
use crate::problem::{Problem, Problems, problem};
use crate::text::{below, place};
use std::collections::{BTreeMap, BTreeSet};

/// What happened so far, beside a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Realisation {
    /// The last month that is reported on.
    pub until: Month,
    /// Where the figures come from.
    pub source: Option<String>,
    /// Note for the reader.
    pub note: Option<String>,
    /// At most one row for each month, segment and village.
    pub rows: Vec<RealisedRow>,
}

/// What is known of one month of a segment, or of a village in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RealisedRow {
    /// Month that the contributions are for.
    pub month: Month,
    /// Position of the segment.
    pub segment: usize,
    /// Position of the village; `None`: all of the segment.
    pub village: Option<usize>,
    /// People proposed.
    pub quota: Option<People>,
    /// People who passed verification.
    pub verified: Option<People>,
    /// People whose contributions were paid.
    pub paid: Option<People>,
    /// Rupiah of the bill.
    pub billed_rupiah: Option<Rupiah>,
    /// Rupiah paid.
    pub paid_rupiah: Option<Rupiah>,
    /// Month of the payment.
    pub paid_on: Option<Month>,
    /// Note for the reader.
    pub note: Option<String>,
}

impl RealisedRow {
    /// People who are billed: those who passed verification, or else those who were paid.
    #[must_use]
    pub fn billed(&self) -> Option<People> {
        self.verified.or(self.paid)
    }
}

impl Realisation {
    /// Reads what happened, and holds it to its scenario.
    ///
    /// # Errors
    /// All problems found, at their places: those of the shape first, then those between fields.
    pub fn read(input: &Input, scenario: &Scenario) -> Result<Self, Problems> {
        let problems = fit(input, &REALISATION);
        let fields = Fields::of(input);
        let until: Option<Option<Month>> = fields.may("until");
        let mut check = Check {
            scenario,
            until: until.flatten(),
            unfit: problems.iter().filter_map(|problem| row_of(&problem.path)).collect(),
            problems,
            villages: villages_of(scenario),
            seen: BTreeSet::new(),
            covers: BTreeMap::new(),
            people: BTreeMap::new(),
        };
        check.until();
        let rows = fields.list("rows").iter().enumerate();
        let rows: Vec<Option<RealisedRow>> =
            rows.map(|(index, row)| check.row(index, Fields::of(row))).collect();
        Problems::unless_none(check.problems)?;
        let rows: Option<Vec<RealisedRow>> = rows.into_iter().collect();
        let rows = rows.ok_or_else(unread)?;
        let last = rows.iter().map(|row| row.month).max();
        Ok(Self {
            until: until.ok_or_else(unread)?.or(last).ok_or_else(unread)?,
            source: fields.may("source").ok_or_else(unread)?,
            note: fields.may("note").ok_or_else(unread)?,
            rows,
        })
    }
}

/// Position of the row that a path lies in.
fn row_of(path: &str) -> Option<usize> {
    let (digits, _) = path.strip_prefix("rows[")?.split_once(']')?;
    digits.parse().ok()
}

/// Villages by code, and by name; `None` of a name that several have. A map, because a year of a province has a row for each of
/// 3,000 villages and twelve months.
fn villages_of(scenario: &Scenario) -> BTreeMap<&str, Option<usize>> {
    let mut villages = BTreeMap::new();
    for (position, village) in scenario.villages.iter().enumerate() {
        let name = villages.entry(village.name.as_str());
        name.and_modify(|found| *found = None).or_insert(Some(position));
    }
    for (position, village) in scenario.villages.iter().enumerate() {
        if let Some(code) = &village.code {
            villages.insert(code, Some(position));
        }
    }
    villages
}

/// Whether the rows of a month of a segment are its villages or the whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cover {
    Whole,
    Villages,
}

struct Check<'s> {
    scenario: &'s Scenario,
    until: Option<Month>,
    /// Rows that do not fit their shape; their numbers are not compared.
    unfit: BTreeSet<usize>,
    villages: BTreeMap<&'s str, Option<usize>>,
    problems: Vec<Problem>,
    seen: BTreeSet<(Month, usize, Option<usize>)>,
    covers: BTreeMap<(Month, usize), Cover>,
    /// People billed so far of a month of a segment.
    people: BTreeMap<(Month, usize), People>,
}

impl Check<'_> {
    fn until(&mut self) {
        let plan = self.scenario.period.span();
        if self.until.is_some_and(|until| !plan.contains(until)) {
            self.problems.push(problem!(MonthOutsidePlan, "until", from = plan.from, to = plan.to));
            self.until = None;
        }
    }

    /// `None` where a part could not be read, which is reported.
    fn row(&mut self, index: usize, fields: Fields<'_>) -> Option<RealisedRow> {
        let at = place("rows[#]", &[index]);
        let month = self.month(fields, &at);
        let segment = self.segment(fields, &at);
        let village = segment.and_then(|segment| self.village(segment, fields, &at));
        let paid_on = self.paid_on(fields, &at);
        let key = month.zip(segment).zip(village);
        let is_new = key
            .is_some_and(|((month, segment), village)| self.once((month, segment, village), &at));
        let row = RealisedRow {
            month: month?,
            segment: segment?,
            village: village?,
            quota: fields.may("quota")?,
            verified: fields.may("verified")?,
            paid: fields.may("paid")?,
            billed_rupiah: fields.may("billedRupiah")?,
            paid_rupiah: fields.may("paidRupiah")?,
            paid_on: paid_on?,
            note: fields.may("note")?,
        };
        if is_new && !self.unfit.contains(&index) {
            self.people(&row, &at);
        }
        Some(row)
    }

    /// A month of the plan, not after the last one that is reported on.
    fn month(&mut self, fields: Fields<'_>, at: &str) -> Option<Month> {
        let month: Month = fields.need("month")?;
        let plan = self.scenario.period.span();
        let to = self.until.unwrap_or(plan.to);
        if plan.from <= month && month <= to {
            return Some(month);
        }
        let at = below(at, ".month");
        self.problems.push(problem!(MonthOutsidePlan, at, from = plan.from, to = to));
        None
    }

    fn segment(&mut self, fields: Fields<'_>, at: &str) -> Option<usize> {
        let id: String = fields.need("segment")?;
        let position = self.scenario.segments.iter().position(|segment| segment.id == id);
        if position.is_none() {
            let at = below(at, ".segment");
            self.problems.push(problem!(UnknownSegment, at, value = id.as_str()));
        }
        position
    }

    /// `Some(None)`: the whole segment. A village is found by its code, or by a name that no other village has.
    fn village(&mut self, segment: usize, fields: Fields<'_>, at: &str) -> Option<Option<usize>> {
        if !fields.has("village") {
            return Some(None);
        }
        let wanted: String = fields.need("village")?;
        let counts = self.scenario.segments.get(segment).is_some_and(counts_villages);
        let found = self.villages.get(wanted.as_str()).copied().flatten().filter(|_| counts);
        if found.is_none() {
            let at = below(at, ".village");
            self.problems.push(problem!(UnknownVillage, at, value = wanted.as_str()));
        }
        found.map(Some)
    }

    /// A year alone does not say when.
    fn paid_on(&mut self, fields: Fields<'_>, at: &str) -> Option<Option<Month>> {
        if !fields.has("paidOn") {
            return Some(None);
        }
        let date = String::read(fields.at("paidOn"))?;
        let month = date.get(..7).and_then(Month::parse);
        if month.is_none() && date.len() == 4 {
            let at = below(at, ".paidOn");
            self.problems.push(problem!(BadMonth, at, value = date.as_str()));
        }
        month.map(Some)
    }

    /// Neither the same row twice nor the whole of a segment beside its villages.
    fn once(&mut self, (month, segment, village): (Month, usize, Option<usize>), at: &str) -> bool {
        let cover = if village.is_some() { Cover::Villages } else { Cover::Whole };
        let known = *self.covers.entry((month, segment)).or_insert(cover);
        if self.seen.insert((month, segment, village)) && known == cover {
            return true;
        }
        let segment = self.scenario.segments.get(segment).map(|segment| segment.name.as_str());
        let village = village.and_then(|village| self.scenario.villages.get(village));
        let names = [segment, village.map(|village| village.name.as_str())];
        let mut value = month.text();
        for name in names.into_iter().flatten() {
            value = below(&below(&value, " "), name);
        }
        self.problems.push(problem!(Duplicate, at, value = value));
        false
    }

    /// Quota, verified, paid: none above the one before it; and nobody above the eligible workers.
    fn people(&mut self, row: &RealisedRow, at: &str) {
        let steps = [
            (row.verified, ".verified", row.quota),
            (row.paid, ".paid", row.verified.or(row.quota)),
        ];
        for (people, key, most) in steps {
            if let Some((people, most)) = people.zip(most)
                && people > most
            {
                let (count, limit) = (people.get(), most.get());
                self.problems.push(problem!(
                    MoreThanBefore,
                    below(at, key),
                    people = count,
                    limit = limit
                ));
            }
        }
        let Some(billed) = row.billed() else { return };
        let sum = self.people.entry((row.month, row.segment)).or_default();
        *sum = sum.plus(billed);
        let sum = *sum;
        if let Some(limit) = self.eligible(row)
            && sum > limit
        {
            let at = below(at, if row.verified.is_some() { ".verified" } else { ".paid" });
            let (count, limit) = (sum.get(), limit.get());
            self.problems.push(problem!(MoreThanEligible, at, people = count, limit = limit));
        }
    }

    /// Eligible workers of the segment, or else of the region where they do not grow.
    fn eligible(&self, row: &RealisedRow) -> Option<People> {
        let segment = self.scenario.segments.get(row.segment)?;
        let own = match segment.enrolment {
            Enrolment::Fixed { eligible, .. } | Enrolment::Villages { eligible, .. } => eligible,
            Enrolment::Target { eligible, .. } | Enrolment::Path { eligible, .. } => Some(eligible),
        };
        own.or_else(|| {
            let workforce = self.scenario.workforce.as_ref()?;
            let steady = workforce.growth_percent.is_none();
            people_at(&workforce.eligible, row.month).filter(|_| steady)
        })
    }
}

fn counts_villages(segment: &Segment) -> bool {
    match segment.enrolment {
        Enrolment::Villages { .. } => true,
        Enrolment::Fixed { .. } | Enrolment::Target { .. } | Enrolment::Path { .. } => false,
    }
}
