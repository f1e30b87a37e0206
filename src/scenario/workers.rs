//! Groups of workers: how the law sees them, what is levied on, how many they are, and who comes and goes.

use super::{DatedPeople, Evidences, Path, Share};
use crate::choices;
use crate::law::Key;
use crate::money::{Base, Rate, Rupiah};
use crate::month::{Month, Span};
use crate::people::People;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

choices! {
    /// How the law sees a worker: by wage, by own income, or by project.
    pub enum WorkerClass {
        /// Penerima upah: wage earners.
        Pu = "PU",
        /// Bukan penerima upah: all who earn without a wage.
        Bpu = "BPU",
        /// Jasa konstruksi: projects.
        Construction = "construction",
    }
}

impl WorkerClass {
    /// Whether the worker pays a part of a programme: JHT and JP of PU.
    #[must_use]
    pub const fn has_worker_part(self, programme: Programme) -> bool {
        matches!((self, programme), (Self::Pu, Programme::Jht | Programme::Jp))
    }
}

choices! {
    /// A programme of BPJS Ketenagakerjaan.
    pub enum Programme {
        /// Jaminan kecelakaan kerja: work injury.
        Jkk = "JKK",
        /// Jaminan kematian: death.
        Jkm = "JKM",
        /// Jaminan hari tua: old-age savings.
        Jht = "JHT",
        /// Jaminan pensiun: pension.
        Jp = "JP",
    }
}

choices! {
    /// Risk class of the workplace (tingkat risiko); of PU only.
    pub enum Risk {
        /// Sangat rendah: very low.
        VeryLow = "veryLow",
        /// Rendah: low.
        Low = "low",
        /// Sedang: medium.
        Medium = "medium",
        /// Tinggi: high.
        High = "high",
        /// Sangat tinggi: very high.
        VeryHigh = "veryHigh",
    }
}

choices! {
    /// Sector of a BPU worker; PP 50/2025 treats transport apart.
    pub enum Sector {
        /// Transport.
        Transport = "transport",
        /// All others.
        Other = "other",
    }
}

choices! {
    /// Whom a segment holds, where a rule depends on it.
    pub enum Group {
        /// Kepala desa: village heads.
        VillageHead = "villageHead",
        /// Perangkat desa: village officials.
        VillageOfficial = "villageOfficial",
        /// Badan Permusyawaratan Desa: members of the village council.
        Bpd = "bpd",
        /// LKD, RT/RW, kader: bodies of the village.
        VillageBody = "villageBody",
        /// Padat karya tunai desa (PKTD): cash-for-work labourers.
        CashForWork = "cashForWork",
        /// Non-ASN, honorer: staff outside the civil service.
        NonAsn = "nonAsn",
        /// PPPK: civil servants on a contract.
        Pppk = "pppk",
        /// PPPK paruh waktu: part-time PPPK.
        PppkPartTime = "pppkPartTime",
        /// Penyelenggara pemilu: election staff.
        Election = "election",
        /// Pekerja miskin dan rentan: poor and vulnerable workers.
        Vulnerable = "vulnerable",
        /// Pekerja sawit: palm-oil workers.
        PalmOil = "palmOil",
        /// Others.
        Other = "other",
    }
}

/// A group of workers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Segment {
    /// Its name in the scenario.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// How the law sees them.
    pub class: WorkerClass,
    /// Whom it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// PU: risk of the workplace.
    pub risk: Option<Risk>,
    /// BPU: their sector.
    pub sector: Option<Sector>,
    /// What they are insured for, in the order of the law.
    pub programmes: Vec<Programme>,
    /// What is levied on; BPU may have none.
    pub base: Option<BaseRule>,
    /// How many.
    pub enrolment: Enrolment,
    /// Who leaves, who is not accepted, and when those who join are first billed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flows: Option<Flows>,
    /// When it is paid; `None`: every month.
    pub billed: Option<Vec<Span>>,
    /// Who pays the employer's part, or the whole.
    pub payers: Vec<Share>,
    /// Who pays the worker's part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub worker_payers: Vec<Share>,
    /// Last month of the agreement under which it is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement_until: Option<Month>,
    /// Sources.
    pub evidence: Evidences,
}

impl Segment {
    /// Whether the contribution of this month is paid.
    #[must_use]
    pub fn is_billed(&self, month: Month) -> bool {
        self.billed.as_ref().is_none_or(|spans| spans.iter().any(|span| span.contains(month)))
    }

    /// Whether it stands for a construction contract, which is billed once and not by worker.
    #[must_use]
    pub const fn is_contract(&self) -> bool {
        matches!(self.base, Some(BaseRule::Contract(_)))
    }

    /// The sector, where none is named: not transport.
    #[must_use]
    pub fn sector(&self) -> Sector {
        self.sector.unwrap_or(Sector::Other)
    }
}

/// How the base of a contribution follows from the month.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BaseRule {
    /// The same for the whole plan.
    Fixed(Base),
    /// Own amounts by date.
    Series(Vec<(Month, Base)>),
    /// A part of a minimum wage.
    MinimumWage {
        /// Which.
        key: Key,
        /// How much of it.
        part: Rate,
    },
    /// The value of one construction contract net of PPN.
    Contract(Rupiah),
}

/// How many people, and when.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Enrolment {
    /// Counts by date.
    Fixed {
        /// In rising order.
        counts: Vec<DatedPeople>,
        /// All who could be members, to compare with.
        eligible: Option<People>,
    },
    /// As many as the target needs.
    Target {
        /// Members before the plan.
        members: People,
        /// All who could be members.
        eligible: People,
        /// How it takes part in filling the gap.
        part: TakesPart,
    },
    /// As many as its own target asks for.
    Path {
        /// Members before the plan.
        members: People,
        /// All who could be members.
        eligible: People,
        /// Members of 100 eligible.
        path: Path,
        /// The most who may join in one month.
        most_per_month: Option<People>,
    },
}

/// How a segment takes part in filling the gap to the target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TakesPart {
    /// 1 is served first; `None`: last.
    pub priority: Option<u64>,
    /// Its part of those missing.
    pub quota: Option<Rate>,
    /// The most who may join in one month.
    pub most_per_month: Option<People>,
}

/// Who leaves, who is not accepted, and when those who join are first billed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Flows {
    /// Members who leave, of 100 in a year, by cause.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leave: Vec<Leaving>,
    /// Of 100 who are proposed, so many are not accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification_loss_percent: Option<Rate>,
    /// Those who join are billed from the next month on.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub billed_from_next: bool,
}

/// Members who leave for one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Leaving {
    /// Why.
    pub cause: Cause,
    /// Of 100 in a year.
    pub percent_a_year: Rate,
}

choices! {
    /// Why a member leaves.
    pub enum Cause {
        /// Contributions lapse.
        Lapse = "lapse",
        /// Too old.
        Age = "age",
        /// Death.
        Death = "death",
        /// A job with wages.
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
        }
        object.end()
    }
}
