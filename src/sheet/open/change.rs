//! What was changed in a workbook: cells as they were and as they are.

use crate::problem::Problem;
use crate::scenario::Input;
use serde::Serialize;

/// What a cell holds, in the unit of the scenario: percent as percent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Held {
    /// Nothing: of a ceiling, that there is none.
    Empty,
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
}

impl From<Held> for Input {
    fn from(held: Held) -> Self {
        match held {
            Held::Empty => Self::Null,
            Held::Number(number) => Self::Number(number),
            Held::Text(text) => Self::Text(text),
        }
    }
}

/// A cell that is not as it was exported.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(rename = "CellChange"))]
pub struct Change {
    /// Its sheet.
    pub sheet: String,
    /// Its place in the sheet: `"D13"`.
    pub cell: String,
    /// What it holds, in Indonesian as in the workbook.
    pub label: String,
    /// Its place in the scenario; `null`: it is locked and no input. Of a statutory value its key and first
    /// month, of a law pack the place in the pack and the first month.
    pub path: Option<String>,
    /// What it held when it was exported.
    pub before: Held,
    /// What it holds now.
    pub after: Held,
    /// Why it cannot be taken over; `null`: it can.
    #[cfg_attr(feature = "cli", schemars(with = "Option<crate::message::ProblemShape>"))]
    pub fault: Option<Problem>,
}

impl Change {
    /// Whether it may be taken over.
    #[must_use]
    pub const fn fits(&self) -> bool {
        self.path.is_some() && self.fault.is_none()
    }
}

/// What was changed in a workbook since it was exported.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// Inputs first, in the order of the workbook, then locked cells.
    pub changes: Vec<Change>,
    /// Locked cells that were changed, beyond the hundred listed.
    pub more: u64,
    /// Whether locked cells were compared: those of a workbook from another version of the program or the law are not.
    pub locks_compared: bool,
}
