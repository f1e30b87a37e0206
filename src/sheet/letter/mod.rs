//! Letters with which a budget office asks for the money of a plan: nota dinas and kerangka acuan kegiatan (KAK), as
//! DOCX. They are Indonesian in whatever language the plan was made; every figure is one of the projection.

mod docx;
mod memo;
mod model;
mod parts;
mod say;
mod styles;
mod terms;

pub use model::{Blank, LetterKind, Letterhead, Paper};

use super::workbook::Sentences;
use crate::plan::project;
use crate::problem::Problems;
use crate::scenario::Scenario;
use parts::Case;

/// A letter about a plan as the bytes of a DOCX file. `sentences`: what must be known before the figures are used, and
/// what is not counted.
///
/// # Errors
/// Those of [`project`].
pub fn letter(
    scenario: &Scenario,
    kind: LetterKind,
    paper: Paper,
    head: &Letterhead,
    sentences: &Sentences,
) -> Result<Vec<u8>, Problems> {
    let projection = project(scenario)?;
    let case = Case { scenario, projection: &projection, sentences, head };
    let letter = match kind {
        LetterKind::Memo => memo::memo(&case)?,
        LetterKind::Terms => terms::terms(&case)?,
    };
    Ok(docx::written(&letter, paper)?)
}
