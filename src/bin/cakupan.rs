//! Command line: `cakupan check case.json`, `cakupan project case.json [--json]`, and further commands.

#[cfg(feature = "open")]
#[path = "cakupan/back.rs"]
mod back;
#[path = "cakupan/batch.rs"]
mod batch;
#[path = "cakupan/chances.rs"]
mod chances;
#[path = "cakupan/files.rs"]
mod files;
#[path = "cakupan/law.rs"]
mod law;
#[path = "cakupan/monitor.rs"]
mod monitor;
#[path = "cakupan/out.rs"]
mod out;
#[cfg(feature = "xlsx")]
#[path = "cakupan/workbook.rs"]
mod workbook;

use cakupan::ask::{
    Explained, Explanation, Factor, Outlook, Quantity, Reach, compare, explain, reach,
};
use cakupan::choices::Choice as _;
use cakupan::code::Grade;
use cakupan::law::Key;
use cakupan::plan::{Coverage, Scope};
use cakupan::plan::{Projection, project};
use cakupan::problem::{Notice, Problem, Problems};
use cakupan::scenario::{Input, Question, Request, Scenario, read, read_all};
use cakupan::sheet::{CashEvery, Dialect};
#[cfg(feature = "docx")]
use cakupan::sheet::{LetterKind, Paper};
use cakupan::words::{Language, tell};
use out::print;
use serde_json::{Value, json};
use std::io::{ErrorKind, Read as _};
use std::process::ExitCode;

const HELP: &str = "\
cakupan: what it costs to bring workers under BPJS Ketenagakerjaan

  cakupan check   CASE.json [--json]   name everything that is wrong with a scenario
  cakupan project CASE.json [--json]   what it costs and reaches, as a table or as JSON
  cakupan explain CASE.json [QUESTION] why a figure is what it is: '{\"year\":2026,\"fund\":\"apbd\"}',
                                       with --brief without what changes nothing, with --json as JSON
  cakupan reach   CASE.json [REQUEST]  how many people its ceilings pay for: '{\"segments\":[\"rentan\"]}'
  cakupan compare A.json B.json …      what each has more than the first, and why (two to four)
  cakupan benefit CASE.json [REQUEST]  what members and heirs may receive, as a range: '{\"claims\":[…]}'
  cakupan risk    CASE.json REQUEST    how far cost and coverage may differ:
                                       '{\"inputs\":[{\"path\":\"segments[0].enrolment.counts[0].people\",\"low\":900,\"high\":1200}]}'
  cakupan retention CASE.json REQUEST  who stays when the budget stops: '{\"months\":36,\"stayPercent\":20}'
                                       all three with --json as JSON
  cakupan batch   PLAN.json < IN.csv   one plan for many units, one row each (a village): a column for the people of
                                       each segment (rentan; kader.members and kader.eligible where it follows a path),
                                       ceilings (add.2026), firstMonth, lastMonth (2026-10); code, name, district go
                                       through. Commas, semicolons or tabs. Out: a row a unit. --columns a,b,c names the
                                       columns where IN.csv does not, --no-header leaves them out, --totals only sums.
                                       Faults by row and column on standard error; then no further row comes out
  cakupan villages PLAN.json           what each village of a plan comes to alone, each district, and all together, as CSV
                                       with semicolons; with --comma as cash
  cakupan monitor PLAN.json REAL.csv   what was enrolled, billed and paid so far against the plan, a row for each month of a
                                       segment or village. REAL.csv has the columns bulan, kelompok, desa, kuota, lolos
                                       verifikasi, terbayar, tagihan, dibayar, dibayar pada, catatan, or their English names;
                                       what is not known stays empty. REAL.json has the shape Realisation of schema all.
                                       Out: CSV with semicolons (--comma), or with --json sums, forecast and target too
  cakupan sheet   CASE.json [-o PLAN.xlsx]  the plan as a workbook with live formulas
  cakupan letter  CASE.json notaDinas|kak [-o LETTER.docx] [--f4]  nota dinas or kerangka acuan kegiatan, on A4 or F4;
                                       what no plan knows (numbers, names) stays dots
  cakupan open    PLAN.xlsx            what was changed in such a workbook since, as JSON: its scenario, each change, and
                                       the scenario with all of them taken over
  cakupan rka     CASE.json [LATER.json]  the rows of its RKA as CSV with semicolons; of two plans, before and after
  cakupan cash    CASE.json [--quarter|--half-year]  what is paid in each month, quarter or half year, as CSV
                                       both with --comma for commas and a decimal point, with --json as JSON
  cakupan law                          every statutory value with its source, as JSON; with --law also the minimum wages
                                       that packs bring
  cakupan schema [projection|all]      the shape of CASE.json as a JSON Schema; of a projection; of everything

CASE.json may be - for standard input (not of batch). --law PACK.json brings statutory values, such as the minimum
wages of a coming year, to every scenario of the call. --en speaks English; Indonesian otherwise.
Exit code: 0 done, 1 the scenario has problems, 2 the call or the file is wrong.";

/// Output format: language, and text or JSON.
struct Manner {
    json: bool,
    brief: bool,
    language: Language,
    dialect: Dialect,
    /// Law packs for every scenario of the call.
    packs: Vec<Input>,
}

/// Takes the files that follow `--law` out of the words of a call.
fn taken_packs(words: &mut Vec<String>) -> Vec<String> {
    let mut files = Vec::new();
    while let Some(place) = words.iter().position(|word| word == "--law") {
        words.remove(place);
        if place < words.len() {
            files.push(words.remove(place));
        }
    }
    files
}

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
        ["retention", file, request] => chances::stays(file, request, &manner),
        ["risk", file, request] => chances::ranges(file, request, &manner),
        ["compare", _, _, ..] => side_by_side(words.get(1..).unwrap_or_default(), &manner),
        ["villages", file] => files::villages(file, &manner),
        ["batch", ref rest @ ..] => batch::run(rest, &manner),
        ["monitor", plan, realisation] => monitor::run(plan, realisation, &manner),
        #[cfg(feature = "xlsx")]
        ["sheet", file] => workbook::sheet(file, None, &manner),
        #[cfg(feature = "xlsx")]
        ["sheet", file, "-o", to] | ["sheet", "-o", to, file] => {
            workbook::sheet(file, Some(to), &manner)
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

/// Reads a scenario and prints the answer of a command, or the problems.
fn answer(
    file: &str,
    manner: &Manner,
    ask: impl FnOnce(&Scenario) -> Result<String, Problems>,
) -> ExitCode {
    let input: Input = match load(file, manner) {
        Ok(input) => input,
        Err(why) => {
            eprintln!("{file}: {}", why.said(manner.language));
            return ExitCode::from(2);
        }
    };
    match read(&input).and_then(|scenario| ask(&scenario)) {
        Ok(text) => {
            print(format_args!("{text}"));
            ExitCode::SUCCESS
        }
        Err(problems) => refuse(&problems, manner),
    }
}

/// Text of `reach`: one line for each segment and each ceiling.
fn way_back(scenario: &Scenario, request: &str, manner: &Manner) -> Result<String, Problems> {
    let asked = serde_json::from_str(request).unwrap_or(Input::Text(request.into()));
    let reach = reach(scenario, &Request::read(&asked, scenario)?)?;
    if manner.json {
        return Ok(format!("{}\n", reach_json(&reach)));
    }
    let id = manner.language == Language::Id;
    let number = |number| manner.language.number(number);
    let mut text = String::new();
    for segment in &reach.segments {
        let people = manner.language.quantity(Quantity::People(segment.people));
        text.push_str(&format!("{}: {people}", segment.segment));
        if let Some(blocked) = segment.blocked {
            let (one, of) = (number(blocked.rupiah.get()), number(blocked.ceiling_rupiah.get()));
            let (fund, year) = (blocked.fund, blocked.year);
            text.push_str(&if id {
                format!("; satu lagi memerlukan Rp {one} dari {fund} {year} (pagu Rp {of})")
            } else {
                format!("; one more needs Rp {one} of {fund} {year} (ceiling Rp {of})")
            });
        }
        text.push('\n');
    }
    for fund in &reach.funds {
        let (paid, left) = (number(fund.rupiah.get()), number(fund.left_rupiah.get()));
        let (name, year) = (fund.fund, fund.year);
        text.push_str(&if id {
            format!("{name} {year}: Rp {paid}, sisa Rp {left}\n")
        } else {
            format!("{name} {year}: Rp {paid}, Rp {left} left\n")
        });
    }
    for time in &reach.time {
        let (months, people) = (number(time.full_months), number(time.people.get()));
        let (person_months, left) =
            (number(time.person_months.get()), number(time.left_rupiah.get()));
        let (name, year) = (time.fund, time.year);
        text.push_str(&if id {
            format!(
                "{name} {year}, jumlah rencana: {months} bulan penuh, {people} peserta pada bulan berikutnya; \
                 {person_months} orang-bulan, sisa Rp {left}\n"
            )
        } else {
            format!(
                "{name} {year}, heads as planned: {months} full months, {people} people in the next; \
                 {person_months} person-months, Rp {left} left\n"
            )
        });
    }
    outlooks(&reach, manner.language, &mut text);
    Ok(text)
}

/// Text of the outlooks: one more point, waiting, latest start; or why there is none.
fn outlooks(reach: &Reach<'_>, language: Language, text: &mut String) {
    let id = language == Language::Id;
    let number = |number: u64| language.number(number);
    let mut line = |heading: &str, said: &str| text.push_str(&format!("{heading}: {said}\n"));
    let why = |reason: &Notice| language.say(reason.code, &reason.params);
    let heading = if id { "Satu poin cakupan" } else { "One point of coverage" };
    match &reach.one_point {
        Outlook::Reason(reason) => line(heading, &why(reason)),
        Outlook::Value(point) => {
            let unit = if id { "peserta" } else { "members" };
            let sign = |rupiah: i64| if rupiah < 0 { "-" } else { "" };
            let amount =
                |rupiah: i64| format!(", {}Rp {}", sign(rupiah), number(rupiah.unsigned_abs()));
            let amount = point.rupiah.map(amount).unwrap_or_default();
            let people = number(point.people.get());
            line(heading, &format!("{people} {unit}, {}{amount}", point.year));
            for one in &point.segments {
                let rupiah = number(one.rupiah.get());
                let room = match (one.room, id) {
                    (None, _) => String::new(),
                    (Some(room), true) => format!(" (ruang {})", number(room.get())),
                    (Some(room), false) => format!(" (room for {})", number(room.get())),
                };
                line(&format!("  {}", one.segment), &format!("Rp {rupiah}{room}"));
            }
        }
    }
    let heading = if id { "Ditunda setahun" } else { "A year later" };
    match &reach.waiting {
        Outlook::Reason(reason) => line(heading, &why(reason)),
        Outlook::Value(waiting) => {
            let (months, rupiah) =
                (number(waiting.person_months.get()), number(waiting.moved_rupiah.get()));
            line(
                heading,
                &if id {
                    format!(
                        "{months} orang-bulan tidak terlindungi; Rp {rupiah} tidak hilang, hanya berpindah tahun"
                    )
                } else {
                    format!(
                        "{months} person-months without cover; Rp {rupiah} is not saved, it moves to a later year"
                    )
                },
            );
        }
    }
    let heading = if id { "Paling lambat mulai" } else { "Latest start" };
    match &reach.latest_start {
        Outlook::Reason(reason) => line(heading, &why(reason)),
        Outlook::Value(start) => {
            let (month, people) = (language.month(start.month), number(start.people.get()));
            let most = number(start.most_in_one_month.get());
            line(
                heading,
                &if id {
                    format!(
                        "{month}; {people} peserta bergabung, paling banyak {most} dalam satu bulan"
                    )
                } else {
                    format!("{month}; {people} people join, at most {most} in one month")
                },
            );
        }
    }
}

/// JSON of `reach` with sentences for its reasons, as in the package.
fn reach_json(reach: &Reach<'_>) -> Value {
    let mut value = json!(reach);
    let reasons = [
        ("/onePoint/reason", reach.one_point.reason()),
        ("/waiting/reason", reach.waiting.reason()),
        ("/latestStart/reason", reach.latest_start.reason()),
    ];
    for (place, reason) in reasons {
        if let (Some(told), Some(reason)) = (value.pointer_mut(place), reason) {
            *told = json!(tell(core::slice::from_ref(reason)).first());
        }
    }
    value
}

/// Text of `compare`: each scenario against the first.
fn side_by_side(files: &[&str], manner: &Manner) -> ExitCode {
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

/// Text of `explain`: one line for each node.
fn tree(scenario: &Scenario, question: &str, manner: &Manner) -> Result<String, Problems> {
    // A question that is not JSON is reported as not an object.
    let asked = serde_json::from_str(question).unwrap_or(Input::Text(question.into()));
    let mut question = Question::read(&asked, scenario)?;
    question.brief |= manner.brief;
    let explanation = explain(scenario, &question)?;
    let mut text = String::new();
    if manner.json {
        text = format!("{}\n", json!(explanation));
    } else {
        branch(&explanation.figure, 0, manner.language, &mut text);
        weak(&explanation, manner.language, &mut text);
    }
    Ok(text)
}

fn branch(node: &Explanation, depth: usize, language: Language, text: &mut String) {
    let said = language.explain(node.rule, &node.params);
    let parameter = node.parameter.as_ref().map(Key::name);
    let behind = [parameter, node.input.as_deref()];
    let behind: Vec<&str> = behind.into_iter().flatten().collect();
    let behind =
        if behind.is_empty() { String::new() } else { format!(" [{}]", behind.join(", ")) };
    let value = language.quantity(node.value);
    text.push_str(&format!("{:depth$}{value}  {said}{behind}\n", "", depth = depth));
    for part in &node.parts {
        branch(part, depth.saturating_add(2), language, text);
    }
}

/// Inputs of a figure whose source is weak.
fn weak(explanation: &Explained, language: Language, text: &mut String) {
    if explanation.weak.is_empty() {
        return;
    }
    let heading = match language {
        Language::Id => "Asumsi dan isian tanpa sumber di balik angka ini",
        Language::En => "Assumptions and inputs without a source behind this figure",
    };
    text.push_str(&format!("\n{heading}\n"));
    for input in &explanation.weak {
        text.push_str(&format!("· {}: {}\n", input.path, language.term(input.quality.name())));
    }
}

fn print_json(value: &Value) -> ExitCode {
    print(format_args!("{value}\n"));
    ExitCode::SUCCESS
}

/// Reads a scenario, with the law packs of the call after its own.
fn load(file: &str, manner: &Manner) -> Result<Input, Unread> {
    let text = load_bytes(file).and_then(|bytes| {
        String::from_utf8(bytes).map_err(|error| std::io::Error::new(ErrorKind::InvalidData, error))
    });
    let text = text.map_err(Unread::File)?;
    let mut input =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(Unread::Json)?;
    if let Input::Object(entries) = &mut input
        && !manner.packs.is_empty()
    {
        let packs = manner.packs.iter().cloned();
        match entries.iter_mut().find(|(key, _)| key == "lawPacks") {
            // What is no list is told by the check.
            Some((_, Input::List(own))) => own.extend(packs),
            Some(_) => {}
            None => entries.push(("lawPacks".into(), Input::List(packs.collect()))),
        }
    }
    Ok(input)
}

fn load_bytes(file: &str) -> std::io::Result<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
}

/// Why a file could not be read.
enum Unread {
    File(std::io::Error),
    Json(serde_json::Error),
}

impl Unread {
    /// Tells it; the call or the file is wrong.
    fn told(&self, file: &str, manner: &Manner) -> ExitCode {
        eprintln!("{file}: {}", self.said(manner.language));
        ExitCode::from(2)
    }

    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "the kinds of the standard library have no end"
    )]
    fn said(&self, language: Language) -> String {
        let one_of = |id: &str, en: &str| match language {
            Language::Id => id.to_owned(),
            Language::En => en.to_owned(),
        };
        match self {
            Self::File(error) => match error.kind() {
                ErrorKind::NotFound => one_of(
                    "berkas ini tidak ada. Periksa nama dan foldernya.",
                    "there is no such file. Check its name and folder.",
                ),
                ErrorKind::PermissionDenied => one_of(
                    "berkas ini tidak boleh dibaca. Minta izin membacanya.",
                    "this file may not be read. Ask for permission.",
                ),
                ErrorKind::IsADirectory => one_of(
                    "ini folder, bukan berkas. Sebutkan berkas di dalamnya.",
                    "this is a folder, not a file. Name a file in it.",
                ),
                ErrorKind::InvalidData => one_of(
                    "berkas ini bukan teks UTF-8. Simpan sebagai UTF-8, lalu coba lagi.",
                    "this file is not UTF-8 text. Save it as UTF-8, then try again.",
                ),
                _ => {
                    let why = one_of("berkas ini tidak dapat dibaca", "this file cannot be read");
                    let code = error.raw_os_error().map(|code| format!(" ({code})"));
                    why + &code.unwrap_or_default() + "."
                }
            },
            Self::Json(error) if error.is_eof() => one_of(
                "JSON ini terputus: berkas berakhir sebelum kurung terakhir ditutup.",
                "this JSON is cut off: the file ends before its last bracket is closed.",
            ),
            Self::Json(error) => {
                let (line, column) = (error.line(), error.column());
                one_of(
                    &format!("ini bukan JSON yang benar; periksa baris {line}, kolom {column}."),
                    &format!("this is not valid JSON; see line {line}, column {column}."),
                )
            }
        }
    }
}

fn refuse(problems: &[Problem], manner: &Manner) -> ExitCode {
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

/// JSON of `project` with sentences for its codes, as in the package.
fn projection_json(projection: &Projection<'_>) -> Value {
    let mut value = json!(projection);
    let lists = [
        ("notices", &projection.notices),
        ("missing", &projection.missing),
        ("unused", &projection.unused),
        ("notCounted", &projection.not_counted),
    ];
    for (name, list) in lists {
        if let Some(told) = value.get_mut(name) {
            *told = json!(tell(list));
        }
    }
    value
}

/// Text of `project`: years as rows, funds as columns, and the notices.
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
        row.push(year.coverage.map_or_else(String::new, |coverage| covered(coverage, language)));
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
    text.push_str(&remarks(projection, language));
    if !projection.grounds.is_empty() {
        text.push_str(if id {
            "\nBiaya menurut mutu sumber data yang terlemah\n"
        } else {
            "\nCost by the weakest source behind it\n"
        });
    }
    for ground in &projection.grounds {
        let quality = ground.quality.map_or("none", |quality| quality.name());
        let (rupiah, quality) = (number(ground.rupiah.get()), language.term(quality));
        text.push_str(&format!("· {quality}: Rp {rupiah}\n"));
    }
    text.push_str(&if id {
        format!(
            "\nVersi aplikasi {}, versi aturan {}, kode data {}\n",
            projection.engine, projection.law, projection.input
        )
    } else {
        format!(
            "\nEngine {}, law {}, input code {}\n",
            projection.engine, projection.law, projection.input
        )
    });
    text.push_str(if id {
        "\nSimulasi untuk perencanaan; bukan penetapan anggaran atau tagihan.\n"
    } else {
        "\nA simulation for planning; it sets no budget and bills nobody.\n"
    });
    text
}

/// What must be said with a projection, by its grade: what asks for an act before what only informs.
fn remarks(projection: &Projection<'_>, language: Language) -> String {
    let id = language == Language::Id;
    let about = [
        ("", &projection.notices),
        (if id { "Tanpa pengaruh" } else { "Without effect" }, &projection.unused),
        (if id { "Belum diisi" } else { "Left empty" }, &projection.missing),
        (if id { "Belum dihitung" } else { "Not counted" }, &projection.not_counted),
    ];
    let mut text = String::new();
    for grade in Grade::ALL {
        let of_grade = |notice: &&Notice| notice.code.grade() == *grade;
        for (about, list) in about {
            let notices: Vec<&Notice> = list.iter().filter(of_grade).collect();
            if notices.is_empty() {
                continue;
            }
            let heading = capitalised(language.term(grade.name()));
            let about = if about.is_empty() { String::new() } else { format!(": {about}") };
            text.push_str(&format!("\n{heading}{about}\n"));
            for notice in notices {
                text.push_str(&format!("· {}\n", language.say(notice.code, &notice.params)));
            }
        }
    }
    text
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Coverage as a cell; a plan whose members outside the segments are not known says that it is not the region's.
fn covered(coverage: Coverage, language: Language) -> String {
    let Some(percent) = coverage.percent() else {
        return language.term("notCountable").into();
    };
    let written = |rate| language.quantity(Quantity::Percent(rate));
    let rounded = match (coverage.rounded_percent().map(written), language) {
        (None, _) => String::new(),
        (Some(rounded), Language::Id) => format!(" (dibulatkan {rounded})"),
        (Some(rounded), Language::En) => format!(" (rounded {rounded})"),
    };
    let scope = match coverage.scope {
        Scope::Region => String::new(),
        Scope::Paid => format!(" {}", language.term("paidOnly")),
    };
    format!("{}{rounded}{scope}", written(percent))
}
