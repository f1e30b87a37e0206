//! Segments of workers: class, base, enrolment, and those who leave.

use super::{DatedPeople, Evidences, Path, Share};
use crate::choices;
use crate::law::{Group, Key, Programme, Risk, Sector, WorkerClass};
use crate::money::{Base, Rate, Rupiah};
use crate::month::{Month, Span};
use crate::people::People;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// Segment: a group of workers with the same class, base and payers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Segment {
    /// Identifier within the scenario.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Class.
    pub class: WorkerClass,
    /// Group, for the rules on funds; `None`: not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// Risk class; PU only.
    pub risk: Option<Risk>,
    /// Sector; BPU only.
    pub sector: Option<Sector>,
    /// Programmes, in the order of [`Programme`].
    pub programmes: Vec<Programme>,
    /// Base of the contribution; BPU may have none.
    pub base: Option<BaseRule>,
    /// Number of members by month.
    pub enrolment: Enrolment,
    /// Members who leave, losses at verification, and the first billed month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flows: Option<Flows>,
    /// Billed months; `None`: every month.
    pub billed: Option<Vec<Span>>,
    /// Shares of the funds in the employer's part, or in the whole.
    pub payers: Vec<Share>,
    /// Shares of the funds in the worker's part; empty where there is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub worker_payers: Vec<Share>,
    /// Last month of the cooperation agreement (PKS).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement_until: Option<Month>,
    /// Office whose budget it is (OPD).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Number of the decree that names the workers (SK).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decree: Option<String>,
    /// Program of the budget under which it is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget_programme: Option<String>,
    /// Kegiatan of the budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Sub kegiatan of the budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_activity: Option<String>,
    /// Sources of its fields.
    pub evidence: Evidences,
}

impl Segment {
    /// Whether contributions are billed in `month`.
    #[must_use]
    pub fn is_billed(&self, month: Month) -> bool {
        self.billed.as_ref().is_none_or(|spans| spans.iter().any(|span| span.contains(month)))
    }

    /// Whether it is a construction contract, which is billed once and as a whole.
    #[must_use]
    pub const fn is_contract(&self) -> bool {
        matches!(self.base, Some(BaseRule::Contract(_)))
    }

    /// Sector; [`Sector::Other`] where none is given.
    #[must_use]
    pub fn sector(&self) -> Sector {
        self.sector.unwrap_or(Sector::Other)
    }
}

/// Base of the contribution by month.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BaseRule {
    /// One amount for the whole plan.
    Fixed(Base),
    /// Amounts by date, each until the next.
    Series(Vec<(Month, Base)>),
    /// Percentage of a minimum wage.
    MinimumWage {
        /// Minimum wage.
        key: Key,
        /// Percentage.
        part: Rate,
    },
    /// Value of one construction contract, net of PPN.
    Contract(Rupiah),
}

/// How the number of members by month is determined.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Enrolment {
    /// Counts by date.
    Fixed {
        /// In rising order of months.
        counts: Vec<DatedPeople>,
        /// Eligible workers, for comparison and as the limit of [`reach`](fn@crate::ask::reach).
        eligible: Option<People>,
    },
    /// As many as the target of the plan requires.
    Target {
        /// Members before the plan.
        members: People,
        /// Eligible workers.
        eligible: People,
        /// Share in closing the gap.
        part: TakesPart,
    },
    /// As many as the segment's own target requires.
    Path {
        /// Members before the plan.
        members: People,
        /// Eligible workers.
        eligible: People,
        /// Target of the segment, in percent of `eligible`.
        path: Path,
        /// Most who may join in one month; `None`: no limit.
        most_per_month: Option<People>,
    },
    /// As many as the villages of the scenario have.
    Villages {
        /// Their people by date, as [`read`](fn@crate::scenario::read) adds them up; only the kind is written.
        counts: Vec<DatedPeople>,
        /// Eligible workers, as in [`Enrolment::Fixed`].
        eligible: Option<People>,
    },
}

/// Share of a segment in closing the gap to the target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TakesPart {
    /// Priority, 1 first; `None`: after all others.
    pub priority: Option<u64>,
    /// Quota of the missing members.
    pub quota: Option<Rate>,
    /// Most who may join in one month; `None`: no limit.
    pub most_per_month: Option<People>,
}

/// Members who leave, losses at verification, and the first billed month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Flows {
    /// Members who leave in a year, in percent, by cause.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leave: Vec<Leaving>,
    /// Percentage of those proposed who are not accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_loss_percent: Option<Rate>,
    /// Whether new members are billed only from the month after they join.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub billed_from_next: bool,
}

/// Members who leave for one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Leaving {
    /// Cause.
    pub cause: Cause,
    /// Percentage of the members in a year.
    pub percent_a_year: Rate,
}

choices! {
    /// Cause of leaving.
    pub enum Cause {
        /// Contributions are no longer paid.
        Lapse = "lapse",
        /// Age limit.
        Age = "age",
        /// Death.
        Death = "death",
        /// Wage employment.
        WageWork = "wageWork",
    }
}

impl Serialize for BaseRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Dated {
            from: Month,
            rupiah: Base,
        }
        let mut object = serializer.serialize_struct("Base", 3)?;
        match self {
            Self::Fixed(base) => {
                object.serialize_field("kind", "fixed")?;
                object.serialize_field("rupiah", base)?;
            }
            Self::Series(values) => {
                let values: Vec<_> = values
                    .iter()
                    .map(|(from, rupiah)| Dated { from: *from, rupiah: *rupiah })
                    .collect();
                object.serialize_field("kind", "series")?;
                object.serialize_field("values", &values)?;
            }
            Self::MinimumWage { key, part } => {
                object.serialize_field("kind", "minimumWage")?;
                object.serialize_field("parameter", key.name())?;
                object.serialize_field("percent", part)?;
            }
            Self::Contract(rupiah) => {
                object.serialize_field("kind", "contract")?;
                object.serialize_field("rupiah", rupiah)?;
            }
        }
        object.end()
    }
}

impl Serialize for Enrolment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Enrolment", 6)?;
        match self {
            Self::Fixed { counts, eligible } => {
                object.serialize_field("kind", "fixed")?;
                object.serialize_field("counts", counts)?;
                if eligible.is_some() {
                    object.serialize_field("eligible", eligible)?;
                }
            }
            Self::Target { members, eligible, part } => {
                object.serialize_field("kind", "target")?;
                object.serialize_field("members", members)?;
                object.serialize_field("eligible", eligible)?;
                if part.priority.is_some() {
                    object.serialize_field("priority", &part.priority)?;
                }
                if part.quota.is_some() {
                    object.serialize_field("quotaPercent", &part.quota)?;
                }
                if part.most_per_month.is_some() {
                    object.serialize_field("mostPerMonth", &part.most_per_month)?;
                }
            }
            Self::Path { members, eligible, path, most_per_month } => {
                object.serialize_field("kind", "path")?;
                object.serialize_field("members", members)?;
                object.serialize_field("eligible", eligible)?;
                object.serialize_field("path", path)?;
                if most_per_month.is_some() {
                    object.serialize_field("mostPerMonth", most_per_month)?;
                }
            }
            Self::Villages { counts: _, eligible } => {
                object.serialize_field("kind", "villages")?;
                if eligible.is_some() {
                    object.serialize_field("eligible", eligible)?;
                }
            }
        }
        object.end()
    }
}
