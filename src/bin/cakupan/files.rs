//! `cakupan sheet`, `open`, `rka`: files for the budget office.

use crate::{Manner, answer, refuse};
use cakupan::sheet::{rka as rows, rka_csv};
use std::process::ExitCode;

#[cfg(feature = "xlsx")]
pub use workbooks::sheet;

#[cfg(feature = "open")]
pub use back::open;

/// The rows of the RKA.
pub fn rka(file: &str, manner: &Manner) -> ExitCode {
    answer(file, manner, |scenario| Ok(rka_csv(&rows(scenario)?)))
}

/// This build knows no file format.
#[cfg(not(feature = "xlsx"))]
pub fn sheet(_file: &str, _to: Option<&str>, manner: &Manner) -> ExitCode {
    without("xlsx", manner)
}

/// This build reads no file format.
#[cfg(not(feature = "open"))]
pub fn open(_file: &str, manner: &Manner) -> ExitCode {
    without("open", manner)
}

#[cfg(not(all(feature = "xlsx", feature = "open")))]
fn without(feature: &str, manner: &Manner) -> ExitCode {
    use cakupan::words::Language;
    eprintln!(
        "{} {feature}.",
        match manner.language {
            Language::Id => "Program ini dibuat tanpa fitur",
            Language::En => "This program was built without the feature",
        }
    );
    ExitCode::from(2)
}

#[cfg(feature = "xlsx")]
mod workbooks {
    use super::{ExitCode, Manner, refuse};
    use crate::{Unread, load};
    use cakupan::plan::project;
    use cakupan::problem::{Notice, Problems};
    use cakupan::scenario::{Input, read};
    use cakupan::sheet::{Sentences, workbook};
    use cakupan::words::Language;
    use serde_json::json;
    use std::io::Write as _;

    /// The plan as a workbook, into a file or to whoever reads on.
    pub fn sheet(file: &str, to: Option<&str>, manner: &Manner) -> ExitCode {
        let input: Input = match load(file) {
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

    impl Unread {
        pub(super) fn told(&self, file: &str, manner: &Manner) -> ExitCode {
            eprintln!("{file}: {}", self.said(manner.language));
            ExitCode::from(2)
        }
    }
}

#[cfg(feature = "open")]
mod back {
    use super::{ExitCode, Manner, refuse};
    use crate::{Unread, load_bytes, print_json};
    use cakupan::problem::Problems;
    use cakupan::scenario::Input;
    use cakupan::sheet::{Returned, taken};
    use cakupan::words::tell;
    use serde_json::{Value, json};

    /// What was changed in a workbook since it was exported.
    pub fn open(file: &str, manner: &Manner) -> ExitCode {
        let bytes = match load_bytes(file) {
            Ok(bytes) => bytes,
            Err(error) => return Unread::File(error).told(file, manner),
        };
        match returned(&bytes) {
            Ok(value) => print_json(&value),
            Err(problems) => refuse(&problems, manner),
        }
    }

    fn returned(bytes: &[u8]) -> Result<Value, Problems> {
        let returned = Returned::of(bytes)?;
        let text = returned.scenario();
        let scenario: Input = serde_json::from_str(text).unwrap_or(Input::Unreadable);
        let changes = returned.changes(&scenario)?;
        let mut list = Vec::new();
        for change in &changes.changes {
            let mut told = json!(change);
            if let (Some(place), Some(fault)) = (told.get_mut("fault"), &change.fault) {
                *place = json!(tell(core::slice::from_ref(fault)).first());
            }
            list.push(told);
        }
        Ok(json!({
            "scenario": scenario,
            "changes": list,
            "more": changes.more,
            "locksCompared": changes.locks_compared,
            "taken": taken(&scenario, &changes.changes),
        }))
    }
}
