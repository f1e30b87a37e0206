//! How a call is answered: language, text or JSON, law packs; and how problems are told.

use crate::out::print;
use cakupan::problem::Problem;
use cakupan::scenario::Input;
use cakupan::sheet::Dialect;
use cakupan::words::{Language, tell};
use serde_json::json;
use std::process::ExitCode;

/// Output format: language, and text or JSON.
pub(crate) struct Manner {
    pub(crate) json: bool,
    pub(crate) brief: bool,
    pub(crate) language: Language,
    pub(crate) dialect: Dialect,
    /// Law packs for every scenario of the call.
    pub(crate) packs: Vec<Input>,
}

/// Takes the files that follow `--law` out of the words of a call.
pub(crate) fn taken_packs(words: &mut Vec<String>) -> Vec<String> {
    let mut files = Vec::new();
    while let Some(place) = words.iter().position(|word| word == "--law") {
        words.remove(place);
        if place < words.len() {
            files.push(words.remove(place));
        }
    }
    files
}

pub(crate) fn refuse(problems: &[Problem], manner: &Manner) -> ExitCode {
    if manner.json {
        print(format_args!("{}\n", json!(tell(problems))));
    } else {
        for problem in problems {
            let path = if problem.path.is_empty() { "–" } else { &problem.path };
            print(format_args!("{path}: {}\n", manner.language.say(problem.code, &problem.params)));
        }
    }
    ExitCode::from(1)
}
