//! Law packs: statutory values that a caller brings at run time, such as the minimum wages of a coming year. They have
//! the shape of the law: value, months, instrument, article, day of promulgation, status.

use super::{Key, Replacement, Status};
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
    /// The values.
    pub values: Vec<PackValue>,
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
