//! `cakupan sheet` and `cakupan letter`: the plan as a workbook, and as a letter.

use crate::load::load;
use crate::manner::{Manner, refuse};
use cakupan::code::Grade;
use cakupan::plan::project;
use cakupan::problem::{Notice, Problems};
use cakupan::scenario::{Input, Scenario, read};
#[cfg(feature = "docx")]
use cakupan::sheet::{LetterKind, Letterhead, Paper, letter as letter_of};
use cakupan::sheet::{Sentences, workbook};
use cakupan::words::Language;
use serde_json::json;
use std::io::Write as _;
use std::process::ExitCode;

/// The plan as a workbook, into a file or to whoever reads on.
pub fn sheet(file: &str, to: Option<&str>, manner: &Manner) -> ExitCode {
    made(file, to, manner, Grade::Information, workbook)
}

/// A letter about the plan; what no plan knows stays dots.
#[cfg(feature = "docx")]
pub fn letter(
    file: &str,
    kind: LetterKind,
    paper: Paper,
    to: Option<&str>,
    manner: &Manner,
) -> ExitCode {
    made(file, to, manner, Grade::Warning, |scenario, sentences| {
        letter_of(scenario, kind, paper, &Letterhead::default(), sentences)
    })
}

/// `least`: the lightest remarks that the file has.
fn made(
    file: &str,
    to: Option<&str>,
    manner: &Manner,
    least: Grade,
    make: impl FnOnce(&Scenario, &Sentences) -> Result<Vec<u8>, Problems>,
) -> ExitCode {
    let input: Input = match load(file, manner) {
        Ok(input) => input,
        Err(why) => return why.told(file, manner),
    };
    let bytes = read(&input).and_then(|scenario| make(&scenario, &said(&input, &scenario, least)?));
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(problems) => return refuse(&problems, manner),
    };
    let written = match to {
        Some(to) => std::fs::write(to, bytes),
        None => std::io::stdout().write_all(&bytes),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", to.unwrap_or("-"));
            ExitCode::from(2)
        }
    }
}

fn said(input: &Input, scenario: &Scenario, least: Grade) -> Result<Sentences, Problems> {
    let projection = project(scenario)?;
    let said = |notice: &Notice| Language::Id.say(notice.code, &notice.params);
    // The gravest grade stands first.
    let is_told = |notice: &&Notice| notice.code.grade() <= least;
    Ok(Sentences {
        notices: projection.notices.iter().filter(is_told).map(said).collect(),
        not_counted: projection.not_counted.iter().map(said).collect(),
        // As it was typed: what was left empty stays so.
        scenario: json!(input).to_string(),
    })
}
