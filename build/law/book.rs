//! The JSON of `law()`: every entry with its source.
//!
//! Compiled twice: into the build, which writes it, and into the crate with the feature `cli`, which describes it. `words`
//! is what a word of the law is there: a text that was checked, or a choice with its meanings; `Entry` derives
//! `Serialize` or `JsonSchema`.

use super::words::{
    Entry, FundKind, Group, GrowthKind, Month, Number, Programme, Row, Sector, Status, Unit,
    Verdict, Words, WorkerClass,
};

/// All statutory values known to the engine, and what belongs to them.
#[derive(Entry)]
#[serde(rename_all = "camelCase")]
pub struct Law {
    /// Every statutory value, by key.
    pub parameters: Vec<Parameter>,
    /// What is taken off contributions.
    pub reliefs: Vec<Relief>,
    /// What the rules say of kinds of money.
    pub fund_rules: Vec<FundRule>,
    /// Kode rekening seen in official charts.
    pub accounts: Vec<KnownAccount>,
    /// Kode sub-kegiatan under which contributions were budgeted; a suggestion.
    pub sub_activities: Vec<SubActivity>,
    /// Coverage targets as printed; their denominators differ.
    pub targets: Vec<PrintedTarget>,
    /// How coverage was counted, where it was printed.
    pub definitions: Vec<CoverageDefinition>,
    /// Last day on which somebody looked, and a hash of all entries: `"2026-11-27+1a2b3c4d"`.
    pub version: String,
}

/// A statutory value through time.
#[derive(Entry)]
pub struct Parameter {
    /// Its key: `"jkm.bpu"`.
    pub key: String,
    /// What it is measured in.
    pub unit: Unit,
    /// What the rows of a table are measured in, `None` otherwise.
    pub of: Option<RowUnit>,
    /// Kemendagri code of the region that it holds in, `"73"` or `"73.71"`; `None`: everywhere.
    pub region: Option<String>,
    /// What it is.
    pub title: Words,
    /// Why it moves no projection; `None`: it does.
    pub idle: Option<Words>,
    /// How it may be carried beyond its last value, `None`: not at all.
    pub beyond: Option<Beyond>,
    /// Its values, without gap or overlap.
    pub values: Vec<DatedValue>,
}

/// What the rows of a table are measured in.
#[derive(Entry, Clone, Copy)]
#[serde(rename_all = "camelCase")]
pub enum RowUnit {
    /// Percent of a base.
    Percent,
    /// Rupiah a month.
    Rupiah,
}

/// How a value may be carried beyond the last one known: it grows every year, from this month on.
#[derive(Entry)]
#[serde(rename_all = "camelCase")]
pub struct Beyond {
    /// The month of the year in which it grows, 1 to 12.
    pub month: u16,
    /// What is left of a step of this many rupiah is dropped: 100, 1, or 0.01.
    pub cut_rupiah: Number,
    /// By which kinds of growth.
    pub kinds: Vec<GrowthKind>,
    /// The regulation that says so.
    pub instrument: String,
    /// Its article or annex.
    pub article: Option<String>,
}

/// Who says so.
#[derive(Entry)]
pub struct Source {
    /// The regulation.
    pub instrument: String,
    /// Article or annex, where known.
    pub article: Option<String>,
    /// Date of promulgation, `None` where not known.
    pub promulgated: Option<String>,
    /// Last day on which somebody looked; `None` of a value that a law pack brings.
    pub checked: Option<String>,
    /// How well it is known.
    pub status: Status,
    /// What a reader must know besides.
    pub note: Option<String>,
    /// Where it was seen, and in how many sources.
    pub seen: Option<String>,
    /// Address of the text.
    pub link: Option<String>,
}

/// A value and the months in which it is in force.
#[derive(Entry)]
pub struct DatedValue {
    /// First month in force.
    pub from: Month,
    /// Last month in force, `None` while no end is known.
    pub to: Option<Month>,
    /// Percent, rupiah or months; `None` for a table.
    pub value: Option<Number>,
    /// Rows of a table, `None` otherwise.
    pub rows: Option<Vec<Row>>,
    /// What other sources say, where they disagree; it is not used.
    pub alternatives: Vec<Alternative>,
    #[serde(flatten)]
    pub source: Source,
}

/// A value that is not used.
#[derive(Entry)]
pub struct Alternative {
    /// In the unit of the parameter.
    pub value: Number,
    /// Who says it.
    pub source: String,
}

/// What is taken off a contribution, when, for whom, and by whose money.
#[derive(Entry)]
#[serde(rename_all = "camelCase")]
pub struct Relief {
    /// Its key: `"relief.pp50of2025.transport"`.
    pub key: String,
    /// What it is.
    pub title: Words,
    /// First month in force.
    pub from: Month,
    /// Last month in force.
    pub to: Month,
    /// Of which programmes.
    pub programmes: Vec<Programme>,
    /// For which classes of workers.
    pub classes: Vec<WorkerClass>,
    /// For which sectors of BPU; `None`: all.
    pub sectors: Option<Vec<Sector>>,
    /// What is taken off the contribution.
    pub percent_off: Number,
    /// Whether it reaches each kind of money.
    pub payers: Vec<ReliefPayer>,
    /// Who pays in full at first, `None`: nobody. It is said with a plan, and not counted.
    pub newcomers: Option<ReliefNewcomers>,
    /// Who says so by programme and class, where it differs; else empty.
    pub basis: Vec<ReliefBasis>,
    #[serde(flatten)]
    pub source: Source,
}

/// Members who joined after this month pay their first months in full.
#[derive(Entry)]
#[serde(rename_all = "camelCase")]
pub struct ReliefNewcomers {
    /// Who joined after this month.
    pub after: Month,
    /// How many months they pay in full.
    pub full_months: u16,
    #[serde(flatten)]
    pub source: Source,
}

/// Who says a relief for some of its programmes and classes.
#[derive(Entry)]
pub struct ReliefBasis {
    /// Of which programmes.
    pub programmes: Vec<Programme>,
    /// For which classes of workers.
    pub classes: Vec<WorkerClass>,
    #[serde(flatten)]
    pub source: Source,
}

/// Whether a relief reaches a kind of money.
#[derive(Entry)]
pub struct ReliefPayer {
    /// The kind of money that pays.
    pub payer: FundKind,
    /// What the text says.
    pub text: Reading,
    /// Whether it holds; where the text is silent this is the default, and can be switched.
    pub applies: bool,
}

/// What the text of a relief says of a payer.
#[derive(Entry, Clone, Copy)]
#[serde(rename_all = "camelCase")]
pub enum Reading {
    /// It reaches this payer.
    Yes,
    /// It does not.
    No,
    /// The text is silent.
    Open,
}

/// What the rules say of a kind of money when it pays contributions.
#[derive(Entry)]
pub struct FundRule {
    /// Its key: `"fund.apbd.mandate"`.
    pub key: String,
    /// Of which money.
    pub funds: Vec<FundKind>,
    /// First month in force.
    pub from: Month,
    /// Last month in force, `None` while no end is known.
    pub to: Option<Month>,
    /// For groups that stand in no list; `None`: it says nothing of them.
    pub verdict: Option<Verdict>,
    /// Groups that must not be paid for.
    pub forbids: Vec<Group>,
    /// Groups that may be paid for within limits, or whose case is not clear.
    pub limits: Vec<Group>,
    /// Groups that may be paid for.
    pub allows: Vec<Group>,
    /// What it says.
    pub text: Words,
    #[serde(flatten)]
    pub source: Source,
}

/// Kode rekening of an official chart.
#[derive(Entry)]
pub struct KnownAccount {
    /// Kode rekening.
    pub code: String,
    /// Uraian, as in the chart.
    pub description: String,
    /// Kinds of money that use the chart.
    pub funds: Vec<FundKind>,
    /// The programme it is for, `None`: any.
    pub programme: Option<Programme>,
    /// The group it is for, `None`: any.
    pub group: Option<Group>,
    #[serde(flatten)]
    pub source: Source,
}

/// Kode sub-kegiatan of an official chart.
#[derive(Entry)]
pub struct SubActivity {
    /// Kode sub-kegiatan.
    pub code: String,
    /// Its name in the chart.
    pub description: String,
    #[serde(flatten)]
    pub source: Source,
}

/// A coverage target as printed.
#[derive(Entry)]
pub struct PrintedTarget {
    /// Its key.
    pub key: String,
    /// What it is.
    pub title: Words,
    /// Kemendagri code of the region, `None`: national.
    pub region: Option<String>,
    /// By year, rising.
    pub points: Vec<PrintedPoint>,
    #[serde(flatten)]
    pub source: Source,
}

/// A point of a coverage target as printed.
#[derive(Entry)]
pub struct PrintedPoint {
    /// The year.
    pub year: u16,
    /// Coverage at its end.
    pub percent: f64,
}

/// How coverage was counted, where it was printed.
#[derive(Entry)]
pub struct CoverageDefinition {
    /// Its key.
    pub key: String,
    /// Where it was printed.
    pub title: Words,
    /// Kemendagri code of the region, `None`: national.
    pub region: Option<String>,
    /// When it was so.
    pub date: String,
    /// Members.
    pub members: u64,
    /// Printed, or worked out where `note` says so.
    pub eligible: u64,
    /// Coverage as printed.
    pub percent: f64,
    /// What the denominator is.
    pub denominator: Words,
    #[serde(flatten)]
    pub source: Source,
}
