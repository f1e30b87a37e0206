//! `cakupan compare`: what plans have more than the first.

use crate::load::load;
use crate::manner::{Manner, refuse};
use crate::out::print;
use cakupan::ask::{Factor, compare};
use cakupan::choices::Choice as _;
use cakupan::scenario::{Input, read_all};
use serde_json::json;
use std::process::ExitCode;

/// Text of `compare`: each scenario against the first.
pub(crate) fn side_by_side(files: &[&str], manner: &Manner) -> ExitCode {
    let mut inputs = Vec::new();
    for file in files {
        match load(file, manner) {
            Ok(input) => inputs.push(input),
            Err(why) => {
                eprintln!("{file}: {}", why.said(manner.language));
                return ExitCode::from(2);
            }
        }
    }
    let scenarios = match read_all(&Input::List(inputs)) {
        Ok(scenarios) => scenarios,
        Err(problems) => return refuse(&problems, manner),
    };
    match compare(&scenarios, Factor::ALL) {
        Ok(comparison) if manner.json => print(format_args!("{}\n", json!(comparison))),
        Ok(comparison) => {
            let others = files.iter().skip(1).zip(&comparison.differences);
            for (file, difference) in others {
                print(format_args!("{file}: {:+}\n", difference.rupiah));
                for step in &difference.factors {
                    let names: Vec<&str> =
                        step.factors.iter().map(|factor| factor.name()).collect();
                    print(format_args!("  {}: {:+}\n", names.join(" + "), step.rupiah));
                }
            }
        }
        Err(problems) => return refuse(&problems, manner),
    }
    ExitCode::SUCCESS
}
