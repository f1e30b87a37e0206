//! Which values an input cell takes: those that the check of scenarios accepts, as far as a spreadsheet can say it.

use super::book::{Book, Look, Typed};
use super::cells::{At, Tab};
use crate::scenario::limits;

/// From so much to so much, in the unit of the cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Limits {
    pub least: u64,
    pub most: u64,
    /// Percent of the scenario, a part of one in the cell.
    pub is_percent: bool,
    pub is_whole: bool,
}

/// The most that a statutory value may be replaced by, and the most that a row of a table may start from.
const MOST_VALUE: &str = "overrides[0].value";
const MOST_START: &str = "overrides[0].rows[0].fromRupiah";

/// The limits of neighbouring input cells of one row that have the same.
pub(super) fn runs(book: &Book, tab: Tab) -> Vec<(At, At, Limits)> {
    let mut runs: Vec<(At, At, Limits)> = Vec::new();
    for typed in book.typed.iter().filter(|typed| typed.at.tab == tab) {
        let Some(limits) = of(book, typed) else { continue };
        match runs.last_mut() {
            Some((_, last, before)) if *before == limits && last.right(1) == typed.at => {
                *last = typed.at;
            }
            Some(_) | None => runs.push((typed.at, typed.at, limits)),
        }
    }
    runs
}

/// The limits of an input; `None`: it holds words.
fn of(book: &Book, Typed { at, path, .. }: &Typed) -> Option<Limits> {
    let is_percent = match book.cell(*at)?.look {
        Look::Text | Look::Long => return None,
        Look::Percent => true,
        Look::Title
        | Look::Head
        | Look::Note
        | Look::Number
        | Look::Sum
        | Look::Wage
        | Look::Month
        | Look::MonthHead
        | Look::Year
        | Look::Check => false,
    };
    let (least, most, decimals) = match path.split_once(':') {
        None => limits(path)?,
        Some((list, _)) if list.ends_with(".billed") => (0, 1, 0),
        Some((list, _)) if list.ends_with(".counts") => limits(&format!("{list}[0].people"))?,
        Some((list, _)) if list.ends_with(".ceilings") => limits(&format!("{list}[0].rupiah"))?,
        Some((_, rest)) => limits(if rest.ends_with(":from") { MOST_START } else { MOST_VALUE })?,
    };
    let is_statutory = path.contains(':') || path.starts_with("overrides[");
    let most = if is_percent && is_statutory { most.min(100) } else { most };
    Some(Limits { least, most, is_percent, is_whole: decimals == 0 && !is_percent })
}
