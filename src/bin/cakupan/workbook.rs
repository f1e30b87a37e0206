//! `cakupan sheet`: the plan as a workbook.

use crate::{Manner, load, refuse};
use cakupan::plan::project;
use cakupan::problem::{Notice, Problems};
use cakupan::scenario::{Input, read};
use cakupan::sheet::{Sentences, workbook};
use cakupan::words::Language;
use serde_json::json;
use std::io::Write as _;
use std::process::ExitCode;

/// The plan as a workbook, into a file or to whoever reads on.
pub fn sheet(file: &str, to: Option<&str>, manner: &Manner) -> ExitCode {
    let input: Input = match load(file, manner) {
        Ok(input) => input,
        Err(why) => return why.told(file, manner),
    };
    let bytes = match made(&input) {
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

fn made(input: &Input) -> Result<Vec<u8>, Problems> {
    let scenario = read(input)?;
    let projection = project(&scenario)?;
    let said = |list: &[Notice]| {
        list.iter().map(|notice| Language::Id.say(notice.code, &notice.params)).collect()
    };
    let sentences = Sentences {
        notices: said(&projection.notices),
        not_counted: said(&projection.not_counted),
        // As it was typed: what was left empty stays so.
        scenario: json!(input).to_string(),
    };
    workbook(&scenario, &sentences)
}
