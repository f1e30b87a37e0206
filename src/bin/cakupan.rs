//! The command line: `cakupan check case.json`, `cakupan project case.json [--json]`.

use cakupan::plan::{Projection, project};
use cakupan::scenario::{Input, Scenario, read};
use cakupan::words::{Language, tell};
use serde_json::{Value, json};
use std::io::Read as _;
use std::process::ExitCode;

const HELP: &str = "\
cakupan: what it costs to bring workers under BPJS Ketenagakerjaan

  cakupan check   CASE.json [--json]   name everything that is wrong with a scenario
  cakupan project CASE.json [--json]   what it costs and reaches, as a table or as JSON

CASE.json may be - for standard input. --en speaks English; Indonesian otherwise.
Exit code: 0 done, 1 the scenario has problems, 2 the call or the file is wrong.";

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let mut flag = |name: &str| {
        let before = words.len();
        words.retain(|word| word != name);
        words.len() < before
    };
    let as_json = flag("--json");
    let language = if flag("--en") { Language::En } else { Language::Id };
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (check_only, file) = match words[..] {
        ["check", file] => (true, file),
        ["project", file] => (false, file),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    let input: Input = match load(file) {
        Ok(input) => input,
        Err(why) => {
            eprintln!("{file}: {why}");
            return ExitCode::from(2);
        }
    };
    match read(&input) {
        Ok(scenario) => match project(&scenario) {
            Ok(_) if check_only => {
                println!("{}", if as_json { "[]" } else { "OK" });
                ExitCode::SUCCESS
            }
            Ok(projection) => {
                if as_json {
                    print_json(&projection);
                } else {
                    print!("{}", table(&scenario, &projection, language));
                }
                ExitCode::SUCCESS
            }
            Err(problems) => refuse(&problems, as_json, language),
        },
        Err(problems) => refuse(&problems, as_json, language),
    }
}

fn load(file: &str) -> Result<Input, String> {
    let text = if file == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(file)
    };
    let text = text.map_err(|error| error.to_string())?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| error.to_string())
}

fn refuse(problems: &[cakupan::problem::Problem], as_json: bool, language: Language) -> ExitCode {
    if as_json {
        println!("{}", json!(tell("problem", problems)));
    } else {
        for problem in problems {
            let path = if problem.path.is_empty() { "–" } else { &problem.path };
            println!("{path}: {}", language.say("problem", problem.code, &problem.params));
        }
    }
    ExitCode::from(1)
}

/// The projection with words for its codes, as the package gives it.
fn print_json(projection: &Projection<'_>) {
    let mut value = json!(projection);
    let lists = [
        ("notices", "notice", &projection.notices),
        ("missing", "missing", &projection.missing),
        ("notCounted", "notCounted", &projection.not_counted),
    ];
    for (name, section, list) in lists {
        if let Some(told) = value.get_mut(name) {
            *told = json!(tell(section, list));
        }
    }
    println!("{value}");
}

/// Years as rows, funds as columns, and what must be read with it.
fn table(scenario: &Scenario, projection: &Projection<'_>, language: Language) -> String {
    let number = |number: u64| language.number(number);
    let id = language == Language::Id;
    let mut rows = vec![vec![
        if id { "Tahun" } else { "Year" }.to_owned(),
        if id { "Orang-bulan" } else { "Person-months" }.to_owned(),
    ]];
    if let Some(head) = rows.first_mut() {
        head.extend(scenario.funds.iter().map(|fund| fund.name.clone()));
        head.push(if id { "Jumlah (Rp)" } else { "Total (Rp)" }.into());
        head.push(if id { "Cakupan" } else { "Coverage" }.into());
    }
    for year in &projection.years {
        let mut row = vec![year.year.to_string(), number(year.person_months.get())];
        row.extend(year.funds.iter().map(|fund| number(fund.rupiah.get())));
        row.push(number(year.rupiah.get()));
        row.push(
            year.coverage
                .map_or_else(String::new, |coverage| percent(&json!(coverage.percent()), language)),
        );
        rows.push(row);
    }
    let mut total = vec![
        if id { "Jumlah" } else { "Total" }.to_owned(),
        number(projection.total.person_months.get()),
    ];
    total.extend(projection.total.funds.iter().map(|fund| number(fund.rupiah.get())));
    total.push(number(projection.total.rupiah.get()));
    rows.push(total);

    let mut text =
        format!("{} · {}\n\n", scenario.region.name, scenario.name.as_deref().unwrap_or("–"));
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    for row in &rows {
        let cells: Vec<String> = row
            .iter()
            .enumerate()
            .map(|(column, cell)| format!("{cell:>width$}", width = width(column).unwrap_or(0)))
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    for notice in &projection.notices {
        text.push_str("\n· ");
        text.push_str(&language.say("notice", notice.code, &notice.params));
    }
    text.push_str(if id {
        "\n\nSimulasi untuk perencanaan; bukan penetapan anggaran atau tagihan.\n"
    } else {
        "\n\nA simulation for planning; it sets no budget and bills nobody.\n"
    });
    text
}

fn percent(value: &Value, language: Language) -> String {
    let text = value.to_string();
    let text = if language == Language::Id { text.replace('.', ",") } else { text };
    format!("{text} %")
}
