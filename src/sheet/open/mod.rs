//! Reads workbooks. One that this project wrote gives its scenario and every cell that was changed since; any other
//! gives plain tables.
//!
//! *Perubahan* holds the inputs: what each was, its place in the scenario, and a formula that refers to its cell, which a
//! spreadsheet keeps right where rows were moved. Locked cells are held against the workbook as it would be written now.

mod change;
mod found;
mod hidden;
mod inputs;
mod locks;
mod tables;
mod take;
mod unpack;

use super::cells::Tab;
use super::steps::Steps;
use super::workbook::{Sentences, book};
use crate::ask::monitor;
use crate::law::Law;
use crate::plan;
use crate::problem::{Problem, Problems, problem};
use crate::scenario::{Input, Realisation, read};
pub use change::{Change, Changes, Held};
use found::Sheets;
pub use tables::{CellMark, MarkedCell, SheetTable, SheetTables, tables};

/// Locked cells that are listed; of more only the number.
const LISTED: usize = 100;

/// A workbook of ours, read.
pub struct Returned {
    sheets: Sheets,
    scenario: String,
    realisation: String,
}

impl Returned {
    /// Reads a file.
    ///
    /// # Errors
    /// Where it is no workbook of ours, is damaged, locked, or too large.
    pub fn of(bytes: &[u8]) -> Result<Self, Problems> {
        unpack::is_safe(bytes)?;
        let sheets = Sheets::of(bytes)?;
        let [scenario, realisation] = [0, 1].map(|col| {
            let parts = (0..).map_while(|row| sheets.text(Tab::Scenario, row, col));
            parts.collect::<String>()
        });
        if scenario.is_empty() || !sheets.has(Tab::Changes) {
            return Err(problem!(FileNotOurs, "").into());
        }
        Ok(Self { sheets, scenario, realisation })
    }

    /// The scenario that it was made from, as JSON.
    #[must_use]
    pub fn scenario(&self) -> &str {
        &self.scenario
    }

    /// What had happened when it was made, as JSON; empty where it does not say.
    #[must_use]
    pub fn realisation(&self) -> &str {
        &self.realisation
    }

    /// What was changed since. `scenario` and `realisation`: its own, read from JSON.
    ///
    /// # Errors
    /// Those of [`project`](crate::plan::project): of the scenario before the changes.
    pub fn changes(
        &self,
        scenario: &Input,
        realisation: Option<&Input>,
    ) -> Result<Changes, Problems> {
        let before = read(scenario)?;
        let projection = plan::project(&before)?;
        // What cannot be read was changed on the sheet that nobody sees; then there is nothing to compare with.
        let happened = realisation.and_then(|input| Realisation::read(input, &before).ok());
        let monitored = happened.as_ref().and_then(|happened| monitor(&before, happened).ok());
        let mut changes = inputs::changes(&self.sheets);
        check(scenario, before.law(), &mut changes);
        let locks_compared = locks::is_of(&self.sheets, projection.engine, projection.law);
        let mut more = 0;
        if locks_compared {
            let book = book(
                &before,
                &projection,
                monitored.as_ref(),
                &Sentences::default(),
                &Steps::of(&|_, _| ()),
            )?;
            let mut locked = locks::changes(&self.sheets, &book);
            more = locked.len().saturating_sub(LISTED) as u64;
            locked.truncate(LISTED);
            changes.append(&mut locked);
        }
        Ok(Changes { changes, more, locks_compared })
    }
}

/// The scenario with changes taken over, all at once: some of them are a part of the same list. Those with a fault stay
/// out.
///
/// # Errors
/// Where the scenario cannot be read as it is: without its law packs no statutory value has its months.
pub fn taken(scenario: &Input, changes: &[Change]) -> Result<Input, Problems> {
    let chosen = changes.iter().filter(|change| change.fits());
    let places = chosen.filter_map(|change| Some((change.path.as_deref()?, &change.after)));
    taken_at(scenario, places)
}

/// The same by path and value.
///
/// # Errors
/// As for [`taken`].
pub fn taken_at<'c>(
    scenario: &Input,
    changes: impl Iterator<Item = (&'c str, &'c Held)>,
) -> Result<Input, Problems> {
    let before = read(scenario)?;
    let law = before.law();
    let mut scenario = scenario.clone();
    // A statutory value that is replaced becomes the first of a list: those by their position in it go before.
    let (of_law, own): (Vec<_>, Vec<_>) = changes.partition(|(path, _)| take::is_of_law(path));
    for (path, value) in own.into_iter().chain(of_law) {
        take::take(&mut scenario, law, path, value);
    }
    Ok(scenario)
}

/// What the check of scenarios says of each change, where all of them together are refused.
fn check(scenario: &Input, law: Law<'_>, changes: &mut [Change]) {
    let all = taken(scenario, changes);
    if all.and_then(|all| read(&all)).is_ok() {
        return;
    }
    for change in changes.iter_mut().filter(|change| change.fits()) {
        let Some(path) = &change.path else { continue };
        let mut alone = scenario.clone();
        let Some(place) = take::take(&mut alone, law, path, &change.after) else {
            change.fault = Some(problem!(CellMoved, path.as_str()));
            continue;
        };
        let Err(problems) = read(&alone) else { continue };
        let is_below = |problem: &&Problem| {
            let rest = problem.path.strip_prefix(&place);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        change.fault = problems.iter().find(is_below).cloned();
    }
}
