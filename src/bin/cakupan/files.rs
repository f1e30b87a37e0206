//! `cakupan rka`, `cash`, `villages`: tables for the budget office.

use crate::load::{answer, load};
use crate::manner::{Manner, refuse};
use crate::out::print;
use cakupan::scenario::{Input, read_all};
use cakupan::sheet::{
    CashEvery, cash as plan_of_cash, cash_csv, rka as rows, rka_change, rka_change_csv, rka_csv,
    villages_csv,
};
use serde_json::json;
use std::process::ExitCode;

/// The rows of the RKA.
pub fn rka(file: &str, manner: &Manner) -> ExitCode {
    answer(file, manner, |scenario| {
        let rows = rows(scenario)?;
        Ok(if manner.json { format!("{}\n", json!(rows)) } else { rka_csv(&rows, manner.dialect) })
    })
}

/// The RKA of two plans side by side: before and after a change of the budget.
pub fn change(before: &str, after: &str, manner: &Manner) -> ExitCode {
    let mut inputs = Vec::new();
    for file in [before, after] {
        match load(file, manner) {
            Ok(input) => inputs.push(input),
            Err(why) => return why.told(file, manner),
        }
    }
    let scenarios = match read_all(&Input::List(inputs)) {
        Ok(scenarios) => scenarios,
        Err(problems) => return refuse(&problems, manner),
    };
    let [before, after] = &scenarios[..] else { return ExitCode::from(2) };
    match rka_change(before, after) {
        Ok(rows) if manner.json => print(format_args!("{}\n", json!(rows))),
        Ok(rows) => print(format_args!("{}", rka_change_csv(&rows, manner.dialect))),
        Err(problems) => return refuse(&problems, manner),
    }
    ExitCode::SUCCESS
}

/// What is paid in each month, quarter or half year.
pub fn cash(file: &str, every: CashEvery, manner: &Manner) -> ExitCode {
    answer(file, manner, |scenario| {
        let plan = plan_of_cash(scenario, every)?;
        Ok(if manner.json { format!("{}\n", json!(plan)) } else { cash_csv(&plan, manner.dialect) })
    })
}

/// What each village comes to, each district, and all together.
pub fn villages(file: &str, manner: &Manner) -> ExitCode {
    answer(file, manner, |scenario| villages_csv(scenario, manner.dialect))
}
