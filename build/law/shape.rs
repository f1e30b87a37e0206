//! Structure of the TOML files of the law.

use super::entry::cite;
use super::fault::At;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(non_snake_case)]
pub(super) struct Subject {
    #[serde(default)]
    pub(super) sources: BTreeMap<String, Source>,
    /// Rules of growth after the last known month, by name.
    #[serde(default)]
    pub(super) growth: BTreeMap<String, Beyond>,
    #[serde(default)]
    pub(super) parameter: Vec<Parameter>,
    #[serde(default)]
    pub(super) relief: Vec<Relief>,
    #[serde(default)]
    pub(super) fundRule: Vec<FundRule>,
    #[serde(default)]
    pub(super) account: Vec<Account>,
    #[serde(default)]
    pub(super) subActivity: Vec<SubActivity>,
    #[serde(default)]
    pub(super) target: Vec<Target>,
    #[serde(default)]
    pub(super) definition: Vec<Definition>,
    #[serde(default)]
    pub(super) claims: Vec<Claims>,
    /// In order of rank.
    #[serde(default)]
    pub(super) instrumentKind: Vec<InstrumentKind>,
    #[serde(default)]
    pub(super) instrumentTitle: Vec<InstrumentTitle>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InstrumentKind {
    pub(super) start: String,
    pub(super) name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InstrumentTitle {
    pub(super) instrument: String,
    pub(super) title: String,
    pub(super) status: String,
}

/// Legal source.
#[derive(Deserialize, Default, Clone)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) instrument: Option<String>,
    pub(super) article: Option<String>,
    pub(super) promulgated: Option<String>,
    pub(super) checked: Option<String>,
    pub(super) status: Option<String>,
    pub(super) note: Option<String>,
    pub(super) seen: Option<String>,
    pub(super) link: Option<String>,
}

/// Declares an entry with a source: by the name of a source of its file, by own fields, or both, own fields first.
/// (With `serde(flatten)` unknown keys would be accepted.)
macro_rules! cited {
    ($(#[$about:meta])* struct $name:ident { $($(#[$with:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$about])*
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(non_snake_case)]
        pub(super) struct $name {
            $($(#[$with])* pub(super) $field: $type,)*
            source: Option<String>,
            instrument: Option<String>,
            article: Option<String>,
            promulgated: Option<String>,
            checked: Option<String>,
            status: Option<String>,
            note: Option<String>,
            seen: Option<String>,
            link: Option<String>,
        }

        impl $name {
            pub(super) fn cite(&self, sources: &BTreeMap<String, Source>, at: &mut At<'_>) -> Source {
                let own = Source {
                    instrument: self.instrument.clone(),
                    article: self.article.clone(),
                    promulgated: self.promulgated.clone(),
                    checked: self.checked.clone(),
                    status: self.status.clone(),
                    note: self.note.clone(),
                    seen: self.seen.clone(),
                    link: self.link.clone(),
                };
                cite(self.source.as_deref(), own, sources, at)
            }
        }
    };
}

#[derive(Deserialize, Serialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct Title {
    pub(super) id: String,
    pub(super) en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parameter {
    pub(super) key: String,
    pub(super) unit: String,
    pub(super) of: Option<String>,
    /// Kemendagri code of the region in which it holds; none: the whole country.
    pub(super) region: Option<String>,
    pub(super) title: Title,
    /// Why no projection uses it. The engine leaves it out; `law()` shows it.
    pub(super) idle: Option<Title>,
    /// Name of a growth rule of the file; none: no value after the last known month.
    pub(super) beyond: Option<String>,
    pub(super) value: Vec<Value>,
}

/// Growth after the last known month, once a year in `month`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(non_snake_case)]
pub(super) struct Beyond {
    pub(super) month: u16,
    pub(super) cutRupiah: f64,
    pub(super) kinds: Vec<String>,
    pub(super) instrument: String,
    pub(super) article: Option<String>,
}

cited! {
    struct Value {
        from: String,
        to: Option<String>,
        value: Option<f64>,
        rows: Option<Vec<Row>>,
        /// Values of other sources, where they disagree.
        #[serde(default)]
        alternatives: Vec<Alternative>,
    }
}

/// A value that is not used, with its source.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Alternative {
    pub(super) value: f64,
    pub(super) source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub(super) from: u64,
    pub(super) value: f64,
}

cited! {
    struct Relief {
        key: String,
        title: Title,
        from: String,
        to: String,
        programmes: Vec<String>,
        classes: Vec<String>,
        sectors: Option<Vec<String>>,
        percentOff: f64,
        #[serde(default)]
        yes: Vec<String>,
        #[serde(default)]
        no: Vec<String>,
        #[serde(default)]
        open: Vec<String>,
        openDefault: Option<bool>,
        newcomers: Option<Newcomers>,
        /// Sources by programme and class, where they differ.
        #[serde(default)]
        basis: Vec<Basis>,
    }
}

cited! {
    /// Members who joined after a month pay their first months in full.
    struct Newcomers {
        after: String,
        fullMonths: u16,
    }
}

cited! {
    /// Source of a relief for some programmes and classes.
    struct Basis {
        programmes: Vec<String>,
        classes: Vec<String>,
    }
}

cited! {
    struct FundRule {
        key: String,
        funds: Vec<String>,
        from: String,
        to: Option<String>,
        verdict: Option<String>,
        #[serde(default)]
        forbids: Vec<String>,
        #[serde(default)]
        limits: Vec<String>,
        #[serde(default)]
        allows: Vec<String>,
        text: Title,
    }
}

cited! {
    /// Kode rekening of an official chart of accounts.
    struct Account {
        code: String,
        description: String,
        funds: Vec<String>,
        programme: Option<String>,
        group: Option<String>,
    }
}

cited! {
    /// Kode sub-kegiatan of an official chart.
    struct SubActivity {
        code: String,
        description: String,
    }
}

cited! {
    /// A published target of coverage.
    struct Target {
        key: String,
        title: Title,
        region: Option<String>,
        points: Vec<Point>,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Point {
    pub(super) year: u16,
    pub(super) percent: f64,
}

cited! {
    /// A published way of counting coverage.
    struct Definition {
        key: String,
        title: Title,
        region: Option<String>,
        date: String,
        members: u64,
        eligible: u64,
        percent: f64,
        denominator: Title,
    }
}

/// Claims that were reported: cases among so many members in so many months or days. They have no instrument: no
/// regulation says them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Claims {
    pub(super) key: String,
    pub(super) title: Title,
    /// Kemendagri code; none: the whole country.
    pub(super) region: Option<String>,
    pub(super) programme: String,
    pub(super) cases: u64,
    pub(super) members: u64,
    pub(super) months: Option<u16>,
    pub(super) days: Option<u16>,
    /// What was paid for them, where it is known.
    pub(super) rupiah: Option<u64>,
    pub(super) checked: String,
    pub(super) status: String,
    pub(super) caveat: Title,
    pub(super) seen: String,
}
