//! What the planner decided: the input model. [`read`](fn@read) makes it from anything, naming every problem.

mod fields;
mod fit;
mod input;
mod question;
mod read;
mod request;
mod shape;

pub use input::Input;
pub use question::{Measure, Question};
pub use read::read;
pub(crate) use request::within;
pub use request::{Order, Request, read_all};

use crate::choices;
use crate::law::{GrowthKind, Key, Relief, Row, Value};
use crate::money::{Base, Rate, Rounding, Rupiah};
use crate::month::{Month, Span};
use crate::people::People;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

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
}

impl Scenario {
    /// The funds that pay a share above zero, and those that take over from them, by position.
    pub fn paying<'a>(&'a self, shares: &'a [Share]) -> impl Iterator<Item = usize> + 'a {
        let after = |fund: &usize| self.funds.get(*fund).and_then(|fund| fund.next);
        let paying = shares.iter().filter(|share| share.percent > Rate::from_millionths(0));
        paying.flat_map(move |share| core::iter::successors(Some(share.fund), after))
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

/// Sources by the name of the field beside them, in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Evidences(pub Vec<(String, Evidence)>);

impl Serialize for Evidences {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(field, evidence)| (field, evidence)))
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
    /// Other counts of those who could be covered, printed beside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rivals: Vec<Rival>,
    /// Sources.
    pub evidence: Evidences,
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

choices! {
    /// How the law sees a worker.
    pub enum WorkerClass {
        /// Penerima upah, wage earner.
        Pu = "PU",
        /// Bukan penerima upah, self-employed.
        Bpu = "BPU",
        /// Jasa konstruksi, by project.
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
        /// Jaminan kecelakaan kerja.
        Jkk = "JKK",
        /// Jaminan kematian.
        Jkm = "JKM",
        /// Jaminan hari tua.
        Jht = "JHT",
        /// Jaminan pensiun.
        Jp = "JP",
    }
}

choices! {
    /// Tingkat risiko of the workplace.
    pub enum Risk {
        /// Sangat rendah.
        VeryLow = "veryLow",
        /// Rendah.
        Low = "low",
        /// Sedang.
        Medium = "medium",
        /// Tinggi.
        High = "high",
        /// Sangat tinggi.
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
        /// Kepala desa.
        VillageHead = "villageHead",
        /// Perangkat desa.
        VillageOfficial = "villageOfficial",
        /// Badan Permusyawaratan Desa.
        Bpd = "bpd",
        /// LKD, RT/RW, kader.
        VillageBody = "villageBody",
        /// Padat karya tunai desa (PKTD).
        CashForWork = "cashForWork",
        /// Non-ASN, honorer.
        NonAsn = "nonAsn",
        /// PPPK.
        Pppk = "pppk",
        /// PPPK paruh waktu.
        PppkPartTime = "pppkPartTime",
        /// Penyelenggara pemilu.
        Election = "election",
        /// Pekerja miskin dan rentan.
        Vulnerable = "vulnerable",
        /// Pekerja sawit.
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

/// Who pays how much of a bill.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    /// Position of the fund.
    pub fund: usize,
    /// Its id.
    pub id: String,
    /// Its share.
    pub percent: Rate,
}

/// Coverage asked for by date.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Target {
    /// How it rises.
    #[serde(flatten)]
    pub path: Path,
    /// How the missing people are spread over the growing segments.
    pub spread: Spread,
    /// Sources.
    pub evidence: Evidences,
}

/// A target that is only compared with.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct OtherTarget {
    /// Its name.
    pub name: String,
    /// How it rises.
    #[serde(flatten)]
    pub path: Path,
}

/// A percentage through time.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Path {
    /// In rising order.
    pub points: Vec<TargetPoint>,
    /// What holds between them.
    pub shape: PathShape,
    /// How it goes on after the last point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yearly: Option<Yearly>,
}

/// How a target rises every year after its last point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Yearly {
    /// By how much.
    pub step: YearlyStep,
    /// And how far.
    pub up_to: Rate,
}

/// A yearly step of a target: the two readings of Permendagri 15/2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearlyStep {
    /// So many points more.
    Points(Rate),
    /// So many percent of what it was (120 % for × 1.20).
    Factor(Rate),
}

impl Yearly {
    /// The percentage a year later; never less than it was.
    #[must_use]
    pub fn after(self, percent: Rate) -> Rate {
        let next = match self.step {
            YearlyStep::Points(points) => percent.plus(points),
            YearlyStep::Factor(factor) => percent.part(factor),
        };
        next.min(self.up_to).max(percent)
    }
}

impl Serialize for Yearly {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Yearly", 3)?;
        match &self.step {
            YearlyStep::Points(points) => {
                object.serialize_field("kind", "points")?;
                object.serialize_field("points", points)?;
            }
            YearlyStep::Factor(factor) => {
                object.serialize_field("kind", "factor")?;
                object.serialize_field("percent", factor)?;
            }
        }
        object.serialize_field("upTo", &self.up_to)?;
        object.end()
    }
}

choices! {
    /// How the missing people are spread over the growing segments.
    pub enum Spread {
        /// In proportion to the room they have.
        Proportional = "proportional",
        /// The lowest number first.
        Priority = "priority",
        /// First where one more member costs the budgets least.
        Cheapest = "cheapest",
        /// By fixed quotas.
        Quota = "quota",
    }
}

/// One coverage asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct TargetPoint {
    /// When.
    pub month: Month,
    /// How much.
    pub percent: Rate,
}

choices! {
    /// What holds between two points of a target.
    pub enum PathShape {
        /// A straight line by month.
        Linear = "linear",
        /// The earlier value until the later date.
        Step = "step",
        /// Slow at both ends: 3t² − 2t³.
        SCurve = "sCurve",
    }
}

choices! {
    /// Whose money it is.
    pub enum FundKind {
        /// State budget.
        Apbn = "apbn",
        /// Provincial budget.
        ApbdProvince = "apbdProvince",
        /// Budget of a kabupaten or kota.
        ApbdRegency = "apbdRegency",
        /// Revenue share of palm oil.
        DbhSawit = "dbhSawit",
        /// Revenue share of tobacco excise.
        DbhCht = "dbhCht",
        /// Special autonomy fund.
        Otsus = "otsus",
        /// Alokasi Dana Desa, from the kabupaten.
        Add = "add",
        /// Dana Desa, from the state.
        DanaDesa = "danaDesa",
        /// A village's own revenue.
        Pades = "pades",
        /// A village's share of local taxes.
        Bhpr = "bhpr",
        /// Companies' social responsibility.
        Csr = "csr",
        /// Zakat.
        Baznas = "baznas",
        /// The employer.
        Employer = "employer",
        /// The worker.
        Oneself = "self",
    }
}

impl FundKind {
    /// Whether it is money of a budget or a donor, and not of the worker or the employer.
    #[must_use]
    pub const fn is_budget(self) -> bool {
        !matches!(self, Self::Employer | Self::Oneself)
    }
}

/// A source of money.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Fund {
    /// Its name in the scenario.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Whose money it is.
    pub kind: FundKind,
    /// Pagu by budget year.
    pub ceilings: Vec<Ceiling>,
    /// Which fund pays on when a ceiling is used up, by position; `None`: nobody does.
    #[serde(skip)]
    pub next: Option<usize>,
    /// Its id.
    #[serde(rename = "next", skip_serializing_if = "Option::is_none")]
    pub next_id: Option<String>,
    /// Kode rekening.
    pub accounts: Vec<Account>,
    /// Sources.
    pub evidence: Evidences,
}

impl Fund {
    /// The account for a programme, or the one that serves all others.
    #[must_use]
    pub fn account(&self, programme: Programme) -> Option<&Account> {
        let named = |wanted| self.accounts.iter().find(|account| account.programme == wanted);
        named(Some(programme)).or_else(|| named(None))
    }

    /// The ceiling of a year.
    #[must_use]
    pub fn ceiling(&self, year: u16) -> Option<Rupiah> {
        self.entry(year).map(|ceiling| ceiling.rupiah)
    }

    /// The entry of a year.
    #[must_use]
    pub fn entry(&self, year: u16) -> Option<&Ceiling> {
        self.ceilings.iter().find(|ceiling| ceiling.year == year)
    }
}

/// Pagu of one budget year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Ceiling {
    /// The year.
    pub year: u16,
    /// The most that may be spent.
    pub rupiah: Rupiah,
    /// The most before the change of the budget.
    #[serde(rename = "beforeRupiah", skip_serializing_if = "Option::is_none")]
    pub before: Option<Rupiah>,
    /// All that the region received of this money in the year; of some, only a part may go to contributions.
    #[serde(rename = "allocationRupiah", skip_serializing_if = "Option::is_none")]
    pub allocation: Option<Rupiah>,
}

/// Kode rekening.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Account {
    /// For this programme; `None`: for all others.
    pub programme: Option<Programme>,
    /// The code.
    pub code: String,
    /// Its uraian.
    pub description: String,
}

/// How the planner reads an open text on relief.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ReliefChoice {
    /// Which relief.
    #[serde(serialize_with = "relief_key")]
    pub relief: &'static Relief,
    /// For whose money.
    pub payer: FundKind,
    /// Whether it holds.
    pub applies: bool,
    /// Why.
    pub note: Option<String>,
}

fn relief_key<S: Serializer>(relief: &&'static Relief, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(relief.key())
}

/// Whether a kind of money may pay for a group by the planner's word: a cell of the matrix that the rules make.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Permission {
    /// Key of the rule.
    pub rule: &'static str,
    /// Which group.
    pub group: Group,
    /// Whether it may be paid for.
    pub allowed: bool,
    /// Why.
    pub note: Option<String>,
}

/// A statutory value replaced by the planner.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Override {
    /// Which.
    pub key: Key,
    /// From when.
    pub from: Month,
    /// Until when; `None`: to the end.
    pub to: Option<Month>,
    /// By what.
    pub value: Replacement,
    /// Why.
    pub note: String,
}

/// What stands in the place of a statutory value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Replacement {
    /// A percentage, rupiah, or a number of months.
    One(Value<'static>),
    /// The rows of a table.
    Rows(Vec<Row>),
}

impl Replacement {
    /// As the law would hold it.
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        match self {
            Self::One(value) => *value,
            Self::Rows(rows) => Value::Table(rows),
        }
    }
}

/// How a statutory value grows beyond the last month known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Assumption {
    /// Which.
    pub key: Key,
    /// By how much a year.
    pub growth: Growth,
    /// Why.
    pub note: String,
}

/// A growth a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Growth {
    /// Typed.
    Typed(Rate),
    /// Inflation and a part of the growth of the economy.
    WageFormula {
        /// Inflation.
        inflation: Rate,
        /// The part.
        alpha: Rate,
        /// Growth of the economy.
        economy: Rate,
    },
}

impl Growth {
    /// In all.
    #[must_use]
    pub const fn rate(self) -> Rate {
        match self {
            Self::Typed(rate) => rate,
            Self::WageFormula { inflation, alpha, economy } => inflation.plus(economy.part(alpha)),
        }
    }

    /// By which kind.
    #[must_use]
    pub const fn kind(self) -> GrowthKind {
        match self {
            Self::Typed(_) => GrowthKind::Growth,
            Self::WageFormula { .. } => GrowthKind::WageFormula,
        }
    }
}

impl Override {
    /// Whether it stands in this month.
    #[must_use]
    pub fn holds_in(&self, month: Month) -> bool {
        self.from <= month && self.to.is_none_or(|to| month <= to)
    }
}

impl Serialize for Override {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Override", 5)?;
        object.serialize_field("parameter", self.key.name())?;
        object.serialize_field("from", &self.from)?;
        object.serialize_field("to", &self.to)?;
        match &self.value {
            Replacement::One(value) => object.serialize_field("value", value)?,
            Replacement::Rows(rows) => object.serialize_field("rows", rows)?,
        }
        object.serialize_field("note", &self.note)?;
        object.end()
    }
}

impl Serialize for Assumption {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Assumption", 6)?;
        object.serialize_field("kind", &self.growth.kind())?;
        object.serialize_field("parameter", self.key.name())?;
        match &self.growth {
            Growth::Typed(rate) => object.serialize_field("percent", rate)?,
            Growth::WageFormula { inflation, alpha, economy } => {
                object.serialize_field("inflationPercent", inflation)?;
                object.serialize_field("alpha", &alpha.as_part())?;
                object.serialize_field("growthPercent", economy)?;
            }
        }
        object.serialize_field("note", &self.note)?;
        object.end()
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Share", 2)?;
        object.serialize_field("fund", &self.id)?;
        object.serialize_field("percent", &self.percent)?;
        object.end()
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
