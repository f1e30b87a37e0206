//! `cakupan open`: what was changed in a workbook since it was exported.

use crate::load::{Unread, load_bytes};
use crate::manner::{Manner, refuse};
use crate::out::print_json;
use cakupan::problem::Problems;
use cakupan::scenario::Input;
use cakupan::sheet::{Returned, taken};
use cakupan::words::tell;
use serde_json::{Value, json};
use std::process::ExitCode;

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
    let realisation: Option<Input> = serde_json::from_str(returned.realisation()).ok();
    let changes = returned.changes(&scenario, realisation.as_ref())?;
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
        "realisation": realisation,
        "changes": list,
        "more": changes.more,
        "locksCompared": changes.locks_compared,
        "taken": taken(&scenario, &changes.changes)?,
    }))
}
