//! What the planner decided: the input model. [`read`](fn@read) makes it from anything, naming every problem.
//!
//! A [`Scenario`] is whose plan it is and when ([`Region`], [`Period`]), who could be covered ([`Workforce`],
//! [`Target`]), whose contributions are planned ([`Segment`]), from which money ([`Fund`]), and where the planner reads
//! or replaces the law ([`ReliefChoice`], [`Permission`], [`Override`], [`Assumption`]). A [`Question`] and a
//! [`Request`] are read against one.

mod canonical;
mod fields;
mod fit;
mod funds;
mod input;
mod own_law;
mod published;
mod question;
mod read;
mod request;
#[cfg(feature = "cli")]
mod schema;
mod shape;
mod target;
mod workers;

pub(crate) use canonical::canonical;
pub use funds::{Account, Ceiling, Fund, FundKind, Share};
pub use input::Input;
pub use own_law::{Assumption, Growth, Override, Permission, ReliefChoice, Replacement};
pub use published::PublishedTotal;
pub use question::{Measure, Question};
pub use read::read;
pub(crate) use request::within;
pub use request::{Order, Request, read_all};
#[cfg(feature = "cli")]
pub(crate) use schema::{QuestionShape, RegionShape, RequestShape, ScenarioShape, UNIT};
pub use target::{OtherTarget, Path, PathShape, Spread, Target, TargetPoint, Yearly, YearlyStep};
pub use workers::{
    BaseRule, Cause, Enrolment, Flows, Group, Leaving, Programme, Risk, Sector, Segment, TakesPart,
    WorkerClass,
};

use crate::choices;
use crate::money::{Rate, Rounding, Rupiah};
use crate::month::{Month, Span};
use crate::order::sort;
use crate::people::People;
use serde::Serialize;
use serde::ser::Serializer;

/// Version of the shape of a scenario.
pub const SCHEMA: u32 = 1;

/// A planning case that passed its check.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Scenario {
    /// Version of this shape.
    pub schema: u32,
    /// Title of the case.
    pub name: Option<String>,
    /// What the case is about.
    pub note: Option<String>,
    /// Whose plan it is.
    pub region: Region,
    /// When.
    pub period: Period,
    /// What happens to a fraction of a rupiah.
    pub rounding: Rounding,
    /// Who could be covered.
    pub workforce: Option<Workforce>,
    /// Whose contributions are planned.
    pub segments: Vec<Segment>,
    /// The coverage asked for.
    pub target: Option<Target>,
    /// Targets that are only compared with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_targets: Vec<OtherTarget>,
    /// Where the money comes from.
    pub funds: Vec<Fund>,
    /// How open texts on relief are read.
    pub reliefs: Vec<ReliefChoice>,
    /// Whom money may pay for, where the planner reads a rule otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<Permission>,
    /// Statutory values replaced.
    pub overrides: Vec<Override>,
    /// How values grow beyond the last month known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<Assumption>,
    /// Only rules known on this day count; `None`: all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law_date: Option<String>,
    /// At which stage of the budget it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Budgets and spending that the plan is held against.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub totals: Vec<BudgetTotal>,
    /// Totals that were published, to compare with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub published: Vec<PublishedTotal>,
    /// Sources of the fields above that have none of their own: region, period, rounding, stage, totals, and others.
    #[serde(skip_serializing_if = "Evidences::is_empty")]
    pub evidence: Evidences,
}

impl Scenario {
    /// Whether something holds for all funds that pay a share above zero, and those that take over from them, by
    /// position; the first for which it does not is the last that is asked.
    pub fn all_paying(&self, shares: &[Share], holds: &mut dyn FnMut(usize) -> bool) -> bool {
        for share in shares.iter().filter(|share| share.percent > Rate::from_millionths(0)) {
            let mut next = Some(share.fund);
            while let Some(fund) = next {
                if !holds(fund) {
                    return false;
                }
                next = self.funds.get(fund).and_then(|fund| fund.next);
            }
        }
        true
    }

    /// The funds that pay any part of a segment's bills, by position.
    #[must_use]
    pub fn paying_for(&self, segment: &Segment) -> Vec<usize> {
        let mut paying = Vec::new();
        let mut note = |fund| {
            paying.push(fund);
            true
        };
        self.all_paying(&segment.payers, &mut note);
        self.all_paying(&segment.worker_payers, &mut note);
        paying
    }

    /// Whether a fund pays any part of a segment's bills.
    #[must_use]
    pub fn pays(&self, fund: usize, segment: &Segment) -> bool {
        let mut is_other = |other| other != fund;
        !self.all_paying(&segment.payers, &mut is_other)
            || !self.all_paying(&segment.worker_payers, &mut is_other)
    }
}

/// The source of one input.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Evidence {
    /// How good it is.
    pub quality: Quality,
    /// Who says so.
    pub source: String,
    /// When: a day, a month or a year.
    pub date: Option<String>,
    /// What a reader must know besides.
    pub note: Option<String>,
    /// Whether the input was changed after this source was named: it then speaks for it no more.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub changed: bool,
}

choices! {
    /// How good an input is.
    pub enum Quality {
        /// Printed by an authority.
        Official = "official",
        /// Printed by the press.
        Press = "press",
        /// Counted.
        Survey = "survey",
        /// Worked out.
        Estimate = "estimate",
        /// To be replaced.
        Guess = "guess",
    }
}

/// Sources by the name of the field beside them, in the order given; they are written in the order of the names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Evidences(pub Vec<(String, Evidence)>);

impl Evidences {
    /// The source named for a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&Evidence> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, evidence)| evidence)
    }

    fn is_empty(&self) -> bool {
        let Evidences(sources) = self;
        sources.is_empty()
    }
}

impl Serialize for Evidences {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sources: Vec<_> = self.0.iter().collect();
        sort(&mut sources, |(field, _)| field.as_str());
        serializer.collect_map(sources.into_iter().map(|(field, evidence)| (field, evidence)))
    }
}

/// Whose plan it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Region {
    /// Its name.
    pub name: String,
    /// Province, regency, city or village.
    pub level: Level,
    /// Kemendagri code.
    pub code: Option<String>,
    /// Residents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<People>,
}

/// At which stage of the budget a plan is, and from which month on it can still change anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Stage {
    /// Which.
    pub name: StageName,
    /// The first month that is still open; what is billed before it is committed.
    pub month: Month,
}

choices! {
    /// A stage of a regional budget.
    pub enum StageName {
        /// Rencana kerja pemerintah daerah.
        Rkpd = "RKPD",
        /// Kebijakan umum dan plafon sementara.
        KuaPpas = "KUA-PPAS",
        /// Rancangan APBD.
        Rapbd = "RAPBD",
        /// APBD murni.
        Apbd = "APBD",
        /// APBD perubahan.
        Perubahan = "perubahan",
    }
}

/// A budget or spending of one year.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct BudgetTotal {
    /// Its name.
    pub name: String,
    /// Its year.
    pub year: u16,
    /// How much.
    pub rupiah: Rupiah,
}

choices! {
    /// Level of government.
    pub enum Level {
        /// Provinsi.
        Province = "province",
        /// Kabupaten.
        Regency = "regency",
        /// Kota.
        City = "city",
        /// Desa.
        Village = "village",
    }
}

/// When the plan runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// The first month.
    pub first_month: Month,
    /// How many months, 1 to 360.
    pub months: u16,
}

impl Period {
    /// First to last month.
    #[must_use]
    pub const fn span(self) -> Span {
        Span { from: self.first_month, to: self.first_month.plus(self.months.saturating_sub(1)) }
    }
}

/// People from a month on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct DatedPeople {
    /// The first month.
    pub from: Month,
    /// How many.
    pub people: People,
}

/// The latest entry not later than the month.
#[must_use]
pub fn people_at(entries: &[DatedPeople], month: Month) -> Option<People> {
    entries.iter().rev().find(|entry| entry.from <= month).map(|entry| entry.people)
}

/// Who could be covered, and who is already.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Workforce {
    /// Which people are 100 %.
    pub denominator: Denominator,
    /// Workers who could be covered.
    pub eligible: Vec<DatedPeople>,
    /// Growth each January after the latest entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub growth_percent: Option<Rate>,
    /// Active members outside the segments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_members: Vec<DatedPeople>,
    /// Until when members of BPU segments count who are no longer billed.
    #[serde(skip_serializing_if = "AfterLastBill::is_default")]
    pub after_last_bill: AfterLastBill,
    /// Other counts of those who could be covered, printed beside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rivals: Vec<Rival>,
    /// Sources.
    pub evidence: Evidences,
}

choices! {
    /// Until when members of a BPU segment count in coverage after the last month that was billed.
    pub enum AfterLastBill {
        /// Only the months that are billed count.
        NotCounted = "notCounted",
        /// They count until their membership lapses by rule (three unpaid months).
        UntilLapsed = "untilLapsed",
    }
}

impl AfterLastBill {
    fn is_default(&self) -> bool {
        *self == Self::NotCounted
    }
}

/// Another count of those who could be covered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Rival {
    /// Its name.
    pub name: String,
    /// Which people are 100 %.
    pub denominator: Denominator,
    /// By date.
    pub eligible: Vec<DatedPeople>,
}

choices! {
    /// Which people are the 100 % of coverage.
    pub enum Denominator {
        /// Potensi as BPJS Ketenagakerjaan counts it.
        Eligible = "eligible",
        /// Penduduk bekerja.
        Employed = "employed",
        /// Angkatan kerja.
        LabourForce = "labourForce",
        /// The planner's own count.
        Own = "own",
    }
}
