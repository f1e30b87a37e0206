//! `cakupan sheet` and `cakupan letter`: the plan as a workbook, and as a letter.

use crate::load::load;
use crate::manner::{Manner, refuse};
use crate::monitor;
use cakupan::code::Grade;
use cakupan::plan::project;
use cakupan::problem::{Notice, Problem, Problems};
use cakupan::scenario::{Input, Realisation, Scenario, read};
#[cfg(feature = "docx")]
use cakupan::sheet::{LetterKind, Letterhead, Paper, letter as letter_of};
use cakupan::sheet::{Sentences, workbook};
use cakupan::words::Language;
use serde_json::json;
use std::io::Write as _;
use std::process::ExitCode;

/// The plan as a workbook, into a file or to whoever reads on; `happened`: the file of what happened.
pub fn sheet(file: &str, happened: Option<&str>, to: Option<&str>, manner: &Manner) -> ExitCode {
    let found = match happened.map(|happened| monitor::read_file(happened, manner)).transpose() {
        Ok(found) => found,
        Err(code) => return code,
    };
    made(file, to, manner, Grade::Information, |scenario, sentences| {
        let Some(found) = &found else {
            return workbook(scenario, None, sentences).map_err(Vec::from);
        };
        let told = |problems: Problems| found.at_lines(Vec::from(problems), manner.language);
        let realisation = Realisation::read(&found.input, scenario).map_err(told)?;
        let written = json!(found.input).to_string();
        let sentences = Sentences { realisation: written, ..sentences.clone() };
        workbook(scenario, Some(&realisation), &sentences).map_err(told)
    })
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
        letter_of(scenario, kind, paper, &Letterhead::default(), sentences).map_err(Vec::from)
    })
}

/// `least`: the lightest remarks that the file has.
fn made(
    file: &str,
    to: Option<&str>,
    manner: &Manner,
    least: Grade,
    make: impl FnOnce(&Scenario, &Sentences) -> Result<Vec<u8>, Vec<Problem>>,
) -> ExitCode {
    let input: Input = match load(file, manner) {
        Ok(input) => input,
        Err(why) => return why.told(file, manner),
    };
    let bytes = read(&input).map_err(Vec::from).and_then(|scenario| {
        let sentences = said(&input, &scenario, least).map_err(Vec::from)?;
        make(&scenario, &sentences)
    });
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
        realisation: String::new(),
    })
}
