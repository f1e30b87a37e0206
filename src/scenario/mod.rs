//! The planner's input: the model of a scenario and its check. [`read`](fn@read) accepts any data and reports all
//! problems.
//!
//! A [`Scenario`] has the region and the months ([`Region`], [`Period`]), the potential workers ([`Workforce`],
//! [`Target`]), the groups that are paid for ([`Segment`]), the [`Village`]s whose people they
//! may count, the money ([`Fund`]), and the planner's readings and
//! replacements of the law ([`ReliefChoice`], [`Permission`], [`Override`], [`Assumption`]). A [`Question`] and a
//! [`Request`] refer to one scenario; a [`Realisation`] says what happened beside it.

mod canonical;
mod claims;
mod fields;
mod funds;
mod input;
mod own_law;
mod published;
mod question;
mod ranges;
mod read;
mod realisation;
mod request;
mod retention;
#[cfg(feature = "cli")]
mod schema;
mod shape;
mod shape_check;
mod target;
mod village;
mod workers;

pub use crate::law::{
    Assumption, FundKind, Group, Growth, Override, Programme, Replacement, Risk, Sector,
    WorkerClass,
};
pub(crate) use canonical::canonical;
pub use claims::{BenefitRequest, OwnAmount, OwnClaims};
pub use funds::{Account, Ceiling, Fund, Share};
pub use input::Input;
pub use own_law::{Permission, ReliefChoice};
pub use published::PublishedTotal;
pub use question::{Measure, Question};
pub use ranges::{Range, RangeShape, RiskRequest};
pub(crate) use ranges::{number_of, numbers, put_number, steps};
pub use read::read;
#[cfg(feature = "cli")]
pub use read::read_packs;
pub use realisation::{Realisation, RealisedRow};
pub(crate) use request::within;
pub use request::{Order, Request, read_all};
pub use retention::{Exit, ExitCause, RetentionRequest};
#[cfg(feature = "cli")]
pub(crate) use schema::{
    BenefitRequestShape, QuestionShape, ROLE, RealisationShape, RegionShape, RequestShape,
    RetentionRequestShape, RiskRequestShape, ScenarioShape, UNIT,
};
pub(crate) use shape::PEOPLE;
#[cfg(feature = "xlsx")]
pub(crate) use shape::limits;
pub(crate) use shape_check::{cell_problem, unknown_column};
pub use target::{OtherTarget, Path, PathShape, Spread, Target, TargetPoint, Yearly, YearlyStep};
pub use village::{Village, VillageCeiling, VillageCount};
pub use workers::{BaseRule, Cause, Enrolment, Flows, Leaving, Segment, TakesPart};

use crate::choices;
use crate::law::{Amendments, Law, Pack};
use crate::money::{Rate, Rounding, Rupiah};
use crate::month::{Month, Span};
use crate::order::sort;
use crate::people::People;
use serde::Serialize;
use serde::ser::Serializer;

/// Version of the shape of a scenario.
pub const SCHEMA: u32 = 1;

/// A scenario that passed the check.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Scenario {
    /// Version of the shape: [`SCHEMA`].
    pub schema: u32,
    /// Title.
    pub name: Option<String>,
    /// Description.
    pub note: Option<String>,
    /// Region that plans.
    pub region: Region,
    /// Months of the plan.
    pub period: Period,
    /// Rounding of each contribution to whole rupiah.
    pub rounding: Rounding,
    /// Workers who could be covered; `None`: no coverage is calculated.
    pub workforce: Option<Workforce>,
    /// Groups of workers whose contributions are planned.
    pub segments: Vec<Segment>,
    /// Villages whose people segments count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<Village>,
    /// Target of coverage; segments may follow it.
    pub target: Option<Target>,
    /// Further targets, only compared with the plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_targets: Vec<OtherTarget>,
    /// Funds.
    pub funds: Vec<Fund>,
    /// Readings of reliefs whose text does not name a payer.
    pub reliefs: Vec<ReliefChoice>,
    /// Planner's verdicts that differ from a rule on funds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub permissions: Vec<Permission>,
    /// Statutory values that the planner brings: minimum wages of a coming year, a new regulation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub law_packs: Vec<Pack>,
    /// Statutory values that the planner replaces.
    pub overrides: Vec<Override>,
    /// Growth of statutory values after their last known month.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assumptions: Vec<Assumption>,
    /// `YYYY-MM-DD`: only rules known on that day count; `None`: all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law_date: Option<String>,
    /// Stage of the budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Budgets and spending that the cost is compared with, in percent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub totals: Vec<BudgetTotal>,
    /// Published totals that the plan is compared with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub published: Vec<PublishedTotal>,
    /// Sources of the fields above that do not have their own: region, period, rounding, stage, totals, and others.
    #[serde(skip_serializing_if = "Evidences::is_empty")]
    pub evidence: Evidences,
}

impl Scenario {
    /// What the planner changes of the law.
    #[must_use]
    pub fn amendments(&self) -> Amendments<'_> {
        let date = self.law_date.as_deref();
        let Self { law_packs: packs, overrides, assumptions, .. } = self;
        Amendments { packs, overrides, assumptions, date }
    }

    /// The law with the planner's changes.
    #[must_use]
    pub fn law(&self) -> Law<'_> {
        Law::amended(self.amendments())
    }

    /// Position of a fund.
    #[must_use]
    pub fn fund_at(&self, id: &str) -> Option<usize> {
        self.funds.iter().position(|fund| fund.id == id)
    }

    /// Position of the next fund in the order of use.
    #[must_use]
    pub fn next_of(&self, fund: usize) -> Option<usize> {
        self.fund_at(self.funds.get(fund)?.next.as_ref()?)
    }

    /// Whether `holds` is true for every fund that pays a share above zero and every fund after it in the order of
    /// use. Stops at the first for which it is false.
    pub fn all_paying(&self, shares: &[Share], holds: &mut dyn FnMut(usize) -> bool) -> bool {
        for share in shares.iter().filter(|share| share.percent > Rate::from_millionths(0)) {
            let mut next = self.fund_at(&share.fund);
            while let Some(fund) = next {
                if !holds(fund) {
                    return false;
                }
                next = self.next_of(fund);
            }
        }
        true
    }

    /// Positions of the funds that pay, or may pay by order of use, for a segment; some more than once.
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

    /// Whether a fund pays, or may pay by order of use, for a segment.
    #[must_use]
    pub fn pays(&self, fund: usize, segment: &Segment) -> bool {
        let mut is_other = |other| other != fund;
        !self.all_paying(&segment.payers, &mut is_other)
            || !self.all_paying(&segment.worker_payers, &mut is_other)
    }
}

/// Source of one input.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Evidence {
    /// Quality of the source.
    pub quality: Quality,
    /// Who published it, or where.
    pub source: String,
    /// Its date: `2025-03-17`, `2025-03` or `2025`.
    pub date: Option<String>,
    /// Note for the reader.
    pub note: Option<String>,
    /// Whether the input was changed after this source was named; the source then no longer supports it.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub changed: bool,
}

choices! {
    /// Quality of an input, from the best to the weakest.
    pub enum Quality {
        /// Published by an authority.
        Official = "official",
        /// Published by the press.
        Press = "press",
        /// Counted in a survey or registration.
        Survey = "survey",
        /// Calculated from other figures.
        Estimate = "estimate",
        /// Assumed, to be replaced.
        Guess = "guess",
    }
}

/// Sources by the name of the field beside them, in the order of the input. They are written in the order of the
/// names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Evidences(pub Vec<(String, Evidence)>);

impl Evidences {
    /// Source of a field.
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

/// Region that plans.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Region {
    /// Name.
    pub name: String,
    /// Level of government.
    pub level: Level,
    /// Kemendagri code: `73.71`.
    pub code: Option<String>,
    /// Residents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<People>,
}

/// Stage of the budget, and the first month that the plan can still change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Stage {
    /// Stage.
    pub name: StageName,
    /// First month that can still be changed; what is billed before it is committed.
    pub month: Month,
}

choices! {
    /// Stage of a regional budget.
    pub enum StageName {
        /// Rencana kerja pemerintah daerah, work plan of the region.
        Rkpd = "RKPD",
        /// Kebijakan umum dan plafon anggaran sementara, budget policy and provisional ceilings.
        KuaPpas = "KUA-PPAS",
        /// Rancangan APBD, draft budget.
        Rapbd = "RAPBD",
        /// APBD murni, the budget as adopted.
        Apbd = "APBD",
        /// APBD perubahan, the budget as changed during the year.
        Perubahan = "perubahan",
    }
}

/// Total of a budget or of spending in one year.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct BudgetTotal {
    /// Name: "APBD", "belanja pegawai".
    pub name: String,
    /// Budget year.
    pub year: u16,
    /// Rupiah.
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

/// Months of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Period {
    /// First month.
    pub first_month: Month,
    /// Number of months, 1 to 360.
    pub months: u16,
}

impl Period {
    /// Span from first to last month.
    #[must_use]
    pub const fn span(self) -> Span {
        Span { from: self.first_month, to: self.first_month.plus(self.months.saturating_sub(1)) }
    }
}

/// Number of people from a month on, until the next entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct DatedPeople {
    /// First month.
    pub from: Month,
    /// Number of people.
    pub people: People,
}

/// The latest entry not later than `month`; `None` before the first.
#[must_use]
pub fn people_at(entries: &[DatedPeople], month: Month) -> Option<People> {
    entries.iter().rev().find(|entry| entry.from <= month).map(|entry| entry.people)
}

/// Workers who could be covered, and members outside the segments.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Workforce {
    /// Definition of 100 %.
    pub denominator: Denominator,
    /// Workers who could be covered, by date.
    pub eligible: Vec<DatedPeople>,
    /// Growth in each January after the latest entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub growth_percent: Option<Rate>,
    /// Active members outside the segments, by date; empty: not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_members: Vec<DatedPeople>,
    /// How long members of BPU segments count after their last billed month.
    #[serde(skip_serializing_if = "AfterLastBill::is_default")]
    pub after_last_bill: AfterLastBill,
    /// Other denominators, shown beside the plan's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rivals: Vec<Rival>,
    /// Sources of its fields.
    pub evidence: Evidences,
}

choices! {
    /// How long members of a BPU segment count in coverage after their last billed month.
    pub enum AfterLastBill {
        /// Only billed months count.
        NotCounted = "notCounted",
        /// They count until membership lapses (Permenaker 5/2021: after three unpaid months).
        UntilLapsed = "untilLapsed",
    }
}

impl AfterLastBill {
    fn is_default(&self) -> bool {
        *self == Self::NotCounted
    }
}

/// Another denominator of coverage.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Rival {
    /// Name.
    pub name: String,
    /// Definition of 100 %.
    pub denominator: Denominator,
    /// Workers, by date.
    pub eligible: Vec<DatedPeople>,
}

choices! {
    /// Definition of the workers who are 100 % of coverage.
    pub enum Denominator {
        /// Potensi peserta, as BPJS Ketenagakerjaan counts it.
        Eligible = "eligible",
        /// Penduduk bekerja, the employed population.
        Employed = "employed",
        /// Angkatan kerja, the labour force.
        LabourForce = "labourForce",
        /// The planner's own definition.
        Own = "own",
    }
}
