//! Law packs: statutory values that a caller brings at run time, such as the minimum wages of a coming year. They have
//! the shape of the law: value, months, instrument, article, day of promulgation, status.

use super::{Key, Replacement, Status, Words};
use crate::choices::Choice as _;
use crate::month::Month;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// Statutory values with a name and a version of their own. In their months they stand in the place of the engine's
/// values; of several packs, and of several values of one pack, the last that holds in a month wins.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Pack {
    /// Name for people.
    pub name: String,
    /// Version, in the words of whoever made it.
    pub version: String,
    /// Minimum wages that the law does not have, such as the UMK of a kabupaten. Of two with one key the last names it.
    #[serde(rename = "minimumWages", skip_serializing_if = "Vec::is_empty")]
    pub wages: Vec<NewWage>,
    /// The values.
    pub values: Vec<PackValue>,
}

/// A minimum wage that a pack brings. Its values stand among those of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NewWage {
    /// Its key: `minimumWage.umk.sidenrengRappang`.
    #[serde(rename = "parameter")]
    pub key: Key,
    /// Its title for people.
    pub title: WageTitle,
    /// Kemendagri code of the region in which it holds, where it is known. No rupiah depends on it.
    pub region: Option<String>,
}

/// The title of a minimum wage that a pack brings.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct WageTitle {
    /// Indonesian.
    pub id: String,
    /// English; `None`: the Indonesian title stands for it.
    pub en: Option<String>,
}

impl WageTitle {
    /// In both languages.
    #[must_use]
    pub fn words(&self) -> Words<'_> {
        Words { id: &self.id, en: self.en.as_ref().unwrap_or(&self.id) }
    }
}

/// A statutory value of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PackValue {
    /// Parameter.
    pub key: Key,
    /// First month.
    pub from: Month,
    /// Last month; `None`: while no end is known.
    pub to: Option<Month>,
    /// The value.
    pub value: Replacement,
    /// Regulation.
    pub instrument: String,
    /// Article or annex.
    pub article: Option<String>,
    /// Day of promulgation (`YYYY-MM-DD`).
    pub promulgated: Option<String>,
    /// How well it is verified.
    pub status: Status,
    /// What should be known of it.
    pub note: Option<String>,
}

impl PackValue {
    /// Whether the value holds in `month`, and was known on `date`.
    pub(super) fn holds_in(&self, month: Month, date: Option<&str>) -> bool {
        self.from <= month
            && self.to.is_none_or(|to| month <= to)
            && super::lookup::is_known(self.promulgated.as_deref(), self.from, date)
    }
}

impl Serialize for PackValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("PackValue", 9)?;
        object.serialize_field("parameter", self.key.name())?;
        object.serialize_field("from", &self.from)?;
        object.serialize_field("to", &self.to)?;
        self.value.write(&mut object)?;
        object.serialize_field("instrument", &self.instrument)?;
        object.serialize_field("article", &self.article)?;
        object.serialize_field("promulgated", &self.promulgated)?;
        object.serialize_field("status", self.status.name())?;
        object.serialize_field("note", &self.note)?;
        object.end()
    }
}
