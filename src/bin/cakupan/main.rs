//! Command line: `cakupan check case.json`, `cakupan project case.json [--json]`, and further commands.

#[cfg(feature = "open")]
mod back;
mod batch;
mod chances;
mod compare;
mod explain;
mod files;
mod help;
mod law;
mod load;
mod manner;
mod monitor;
mod out;
mod project;
mod reach;
#[cfg(feature = "xlsx")]
mod workbook;

#[cfg(feature = "docx")]
use cakupan::choices::Choice as _;
use cakupan::plan::project;
use cakupan::sheet::{CashEvery, Dialect};
#[cfg(feature = "docx")]
use cakupan::sheet::{LetterKind, Paper};
use cakupan::words::Language;
use compare::side_by_side;
use explain::tree;
use help::HELP;
use load::{answer, load};
use manner::{Manner, taken_packs};
use out::{print, print_json};
use project::{projection_json, table};
use reach::way_back;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let packs = taken_packs(&mut words);
    let mut flag = |name: &str| {
        let before = words.len();
        words.retain(|word| word != name);
        words.len() < before
    };
    let mut manner = Manner {
        packs: Vec::new(),
        json: flag("--json"),
        brief: flag("--brief") || flag("--ringkas"),
        language: if flag("--en") { Language::En } else { Language::Id },
        dialect: if flag("--comma") { Dialect::Comma } else { Dialect::Semicolon },
    };
    for file in &packs {
        match load(file, &manner) {
            Ok(pack) => manner.packs.push(pack),
            Err(why) => return why.told(file, &manner),
        }
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["check", file] => answer(file, &manner, |scenario| {
            project(scenario).map(|_| if manner.json { "[]\n" } else { "OK\n" }.into())
        }),
        ["project", file] => answer(file, &manner, |scenario| {
            let projection = project(scenario)?;
            Ok(if manner.json {
                format!("{}\n", projection_json(&projection))
            } else {
                table(scenario, &projection, manner.language)
            })
        }),
        ["explain", file] => answer(file, &manner, |scenario| tree(scenario, "{}", &manner)),
        ["explain", file, question] => {
            answer(file, &manner, |scenario| tree(scenario, question, &manner))
        }
        ["reach", file] => answer(file, &manner, |scenario| way_back(scenario, "{}", &manner)),
        ["reach", file, request] => {
            answer(file, &manner, |scenario| way_back(scenario, request, &manner))
        }
        ["benefit", file] => chances::benefits(file, "null", &manner),
        ["benefit", file, request] => chances::benefits(file, request, &manner),
        ["risk", file, request] => chances::ranges(file, request, &manner),
        ["retention", file, request] => chances::stays(file, request, &manner),
        ["compare", _, _, ..] => side_by_side(words.get(1..).unwrap_or_default(), &manner),
        ["villages", file] => files::villages(file, &manner),
        ["batch", ref rest @ ..] => batch::run(rest, &manner),
        ["monitor", plan, realisation] => monitor::run(plan, realisation, &manner),
        #[cfg(feature = "xlsx")]
        ["sheet", file] => workbook::sheet(file, None, None, &manner),
        #[cfg(feature = "xlsx")]
        ["sheet", file, "-o", to] | ["sheet", "-o", to, file] => {
            workbook::sheet(file, None, Some(to), &manner)
        }
        #[cfg(feature = "xlsx")]
        ["sheet", file, happened] => workbook::sheet(file, Some(happened), None, &manner),
        #[cfg(feature = "xlsx")]
        ["sheet", file, happened, "-o", to] | ["sheet", "-o", to, file, happened] => {
            workbook::sheet(file, Some(happened), Some(to), &manner)
        }
        #[cfg(feature = "docx")]
        ["letter", ref rest @ ..] => a_letter(rest, &manner),
        #[cfg(not(feature = "docx"))]
        ["letter", ..] => without("docx", &manner),
        #[cfg(feature = "open")]
        ["open", file] => back::open(file, &manner),
        #[cfg(not(feature = "xlsx"))]
        ["sheet", ..] => without("xlsx", &manner),
        #[cfg(not(feature = "open"))]
        ["open", ..] => without("open", &manner),
        ["rka", file] => files::rka(file, &manner),
        ["rka", before, after] => files::change(before, after, &manner),
        ["cash", file] => files::cash(file, CashEvery::Month, &manner),
        ["cash", file, "--quarter"] | ["cash", "--quarter", file] => {
            files::cash(file, CashEvery::Quarter, &manner)
        }
        ["cash", file, "--half-year"] | ["cash", "--half-year", file] => {
            files::cash(file, CashEvery::HalfYear, &manner)
        }
        ["law"] => law::print_law(&manner),
        ["schema"] => print_json(&cakupan::schema::scenario()),
        ["schema", "projection"] => print_json(&cakupan::schema::projection()),
        ["schema", "all"] => print_json(&cakupan::schema::all()),
        [] | ["help" | "--help" | "-h"] => {
            print(format_args!("{HELP}\n"));
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{HELP}");
            ExitCode::from(2)
        }
    }
}

/// `CASE.json notaDinas -o LETTER.docx --f4`, the last two in any order.
#[cfg(feature = "docx")]
fn a_letter(words: &[&str], manner: &Manner) -> ExitCode {
    let (paper, words): (_, Vec<&str>) = match words.iter().position(|word| *word == "--f4") {
        Some(_) => (Paper::F4, words.iter().copied().filter(|word| *word != "--f4").collect()),
        None => (Paper::A4, words.to_vec()),
    };
    let (file, kind, to) = match words[..] {
        [file, kind] => (file, kind, None),
        [file, kind, "-o", to] => (file, kind, Some(to)),
        _ => return misread(),
    };
    match LetterKind::ALL.iter().find(|known| known.name() == kind) {
        Some(kind) => workbook::letter(file, *kind, paper, to, manner),
        None => misread(),
    }
}

#[cfg(feature = "docx")]
fn misread() -> ExitCode {
    eprintln!("{HELP}");
    ExitCode::from(2)
}

/// This build knows no such file.
#[cfg(not(all(feature = "open", feature = "docx")))]
fn without(feature: &str, manner: &Manner) -> ExitCode {
    let said = match manner.language {
        Language::Id => "Program ini dibuat tanpa fitur",
        Language::En => "This program was built without the feature",
    };
    eprintln!("{said} {feature}.");
    ExitCode::from(2)
}
