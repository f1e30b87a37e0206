//! `cakupan batch PLAN.json < villages.csv > result.csv`: a table of units through one plan, block by block.

use crate::help::HELP;
use crate::load::load;
use crate::manner::Manner;
use cakupan::batch::{Answer, Batch, Table, Totals, UnitProblem, YearColumns};
use cakupan::choices::Choice as _;
use cakupan::problem::{Problem, Problems};
use cakupan::scenario::{Scenario, read};
use cakupan::words::{Language, tell};
use csv::{ReaderBuilder, StringRecord, Terminator, Writer, WriterBuilder};
use serde_json::json;
use std::io::{self, BufRead, BufReader, BufWriter, Read as _, Write};
use std::process::ExitCode;

/// Columns that only name a unit: they go through as they are.
const LABELS: [&str; 7] = ["code", "name", "district", "kode", "nama", "desa", "kecamatan"];

/// Units that are worked out at once: more would only take memory.
const BLOCK: usize = 4_096;

/// Faults that are told; of more only the number.
const TOLD: usize = 200;

/// How the call wants it.
#[derive(Default)]
struct Call {
    plan: String,
    columns: Option<Vec<String>>,
    no_header: bool,
    totals: bool,
}

/// Why there is no result.
enum Stopped {
    /// The call, the file or the output is wrong.
    Call(String),
    /// The plan is, or the columns are.
    Plan(Problems),
    /// Rows are; they are told already.
    Rows,
}

impl From<Problems> for Stopped {
    fn from(problems: Problems) -> Self {
        Self::Plan(problems)
    }
}

pub fn run(words: &[&str], manner: &Manner) -> ExitCode {
    let Some(call) = call(words) else {
        eprintln!("{}", HELP);
        return ExitCode::from(2);
    };
    let done = plan(&call, manner).and_then(|scenario| {
        work(&scenario, &call, manner, io::stdin().lock(), io::stdout().lock())
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stopped::Rows) => ExitCode::from(1),
        Err(Stopped::Plan(problems)) => {
            for problem in &problems {
                eprintln!("{}", said(None, problem, manner));
            }
            ExitCode::from(1)
        }
        Err(Stopped::Call(why)) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn call(words: &[&str]) -> Option<Call> {
    let mut call = Call::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--no-header" => call.no_header = true,
            "--totals" => call.totals = true,
            "--columns" => {
                let names = words.next()?.split([',', ';']);
                call.columns = Some(names.map(|name| name.trim().to_owned()).collect());
            }
            other if other.starts_with("--") || !call.plan.is_empty() => return None,
            other => call.plan = other.to_owned(),
        }
    }
    (!call.plan.is_empty() && call.plan != "-").then_some(call)
}

fn plan(call: &Call, manner: &Manner) -> Result<Scenario, Stopped> {
    let input = load(&call.plan, manner)
        .map_err(|why| Stopped::Call(format!("{}: {}", call.plan, why.said(manner.language))))?;
    Ok(read(&input)?)
}

/// The table as it is read: which cells are labels, and which are numbers of the plan.
struct Layout {
    table: Table,
    /// Positions of labels in a row.
    labels: Vec<usize>,
    /// Positions of numbers in a row.
    numbers: Vec<usize>,
    names: Vec<String>,
}

impl Layout {
    fn of(batch: &Batch<'_>, names: Vec<String>) -> Result<Self, Problems> {
        let is_label = |name: &str| LABELS.iter().any(|label| label.eq_ignore_ascii_case(name));
        let positions = 0..names.len();
        let (labels, numbers): (Vec<usize>, Vec<usize>) =
            positions.partition(|at| names.get(*at).is_some_and(|name| is_label(name)));
        let of_plan: Vec<&str> =
            numbers.iter().filter_map(|at| names.get(*at)).map(String::as_str).collect();
        Ok(Self { table: batch.table(&of_plan)?, labels, numbers, names })
    }

    fn label_names(&self) -> impl Iterator<Item = &str> {
        self.labels.iter().filter_map(|at| self.names.get(*at)).map(String::as_str)
    }
}

/// Units that wait to be worked out.
struct Block {
    lines: Vec<u64>,
    labels: Vec<StringRecord>,
    /// By column.
    numbers: Vec<Vec<f64>>,
}

impl Block {
    fn new(columns: usize) -> Self {
        Self { lines: Vec::new(), labels: Vec::new(), numbers: vec![Vec::new(); columns] }
    }

    fn clear(&mut self) {
        self.lines.clear();
        self.labels.clear();
        self.numbers.iter_mut().for_each(Vec::clear);
    }

    fn push(&mut self, layout: &Layout, row: &StringRecord, line: u64) {
        let cell = |at: &usize| row.get(*at).unwrap_or_default();
        self.lines.push(line);
        self.labels.push(layout.labels.iter().map(cell).collect());
        for (column, at) in self.numbers.iter_mut().zip(&layout.numbers) {
            column.push(number(cell(at)));
        }
    }
}

/// The number in a cell: `1200`, `1.200`, a month as `2026-10`. Nothing is no number; what cannot be read is no finite one.
fn number(cell: &str) -> f64 {
    let cell = cell.trim();
    if cell.is_empty() {
        return f64::NAN;
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let plain = if let Some((year, month)) = cell.split_once('-')
        && year.len() == 4
        && month.len() == 2
    {
        [year, month].concat()
    } else {
        // Groups of three are thousands: no cell holds a fraction.
        let mut groups = cell.split('.');
        let first = groups.next().is_some_and(|first| digits(first) && first.len() <= 3);
        let rest = cell.contains('.') && groups.all(|group| digits(group) && group.len() == 3);
        if first && rest { cell.replace('.', "") } else { cell.to_owned() }
    };
    // What Rust reads besides ("inf", "1e5") nobody types into a table of people.
    let known = plain.bytes().all(|byte| byte.is_ascii_digit() || b".-".contains(&byte));
    plain.parse().ok().filter(|_| known).unwrap_or(f64::INFINITY)
}

/// The first line without a mark of the encoding, what divides its cells, and whether it only says so (`sep=;`).
pub fn first_line(input: &mut impl BufRead) -> io::Result<(Vec<u8>, u8)> {
    let mut line = Vec::new();
    input.read_until(b'\n', &mut line)?;
    if line.starts_with(b"\xef\xbb\xbf") {
        line.drain(..3);
    }
    if let Some(rest) = line.strip_prefix(b"sep=")
        && let Some(mark) = rest.first().copied()
    {
        line.clear();
        input.read_until(b'\n', &mut line)?;
        return Ok((line, mark));
    }
    let mut quoted = false;
    let (mut semicolons, mut tabs, mut commas) = (0_usize, 0_usize, 0_usize);
    for byte in &line {
        match byte {
            b'"' => quoted = !quoted,
            b';' if !quoted => semicolons = semicolons.saturating_add(1),
            b'\t' if !quoted => tabs = tabs.saturating_add(1),
            b',' if !quoted => commas = commas.saturating_add(1),
            _ => {}
        }
    }
    let most = semicolons.max(tabs).max(commas);
    let mark = match most {
        0 => b',',
        _ if semicolons == most => b';',
        _ if tabs == most => b'\t',
        _ => b',',
    };
    Ok((line, mark))
}

fn work(
    scenario: &Scenario,
    call: &Call,
    manner: &Manner,
    input: impl io::Read,
    output: impl Write,
) -> Result<(), Stopped> {
    let unread = |error: io::Error| Stopped::Call(of_input(&error.to_string(), manner.language));
    let mut batch = Batch::of(scenario)?;
    let mut input = BufReader::with_capacity(1 << 16, input);
    let (line, delimiter) = first_line(&mut input).map_err(unread)?;
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(line.chain(input));
    let mut row = StringRecord::new();
    let mut next = |row: &mut StringRecord| {
        rows.read_record(row)
            .map_err(|error| Stopped::Call(of_input(&error.to_string(), manner.language)))
    };
    let mut there = next(&mut row)?;
    let trimmed =
        |row: &StringRecord| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let names = match &call.columns {
        Some(names) => {
            // A part of a file that was cut may or may not have the head of the whole.
            if there && trimmed(&row) == *names {
                there = next(&mut row)?;
            }
            names.clone()
        }
        None if there => {
            let names = trimmed(&row);
            there = next(&mut row)?;
            names
        }
        // No rows at all: nothing to say, and nothing wrong.
        None => return Ok(()),
    };
    let layout = Layout::of(&batch, names)?;
    let mut out = Out {
        rows: WriterBuilder::new()
            .delimiter(delimiter)
            .terminator(Terminator::Any(b'\n'))
            .from_writer(BufWriter::with_capacity(1 << 16, output)),
        funds: scenario.funds.iter().map(|fund| fund.id.as_str()).collect(),
        record: StringRecord::new(),
    };
    let mut faults = Faults { manner, told: 0, more: 0 };
    let mut totals = Totals::new();
    let mut block = Block::new(layout.numbers.len());
    let mut started = call.no_header || call.totals;
    loop {
        if there && row.iter().any(|cell| !cell.trim().is_empty()) {
            let line = row.position().map_or(0, csv::Position::line);
            block.push(&layout, &row, line);
        }
        if block.lines.len() == BLOCK || !there {
            let cells: Vec<&[f64]> = block.numbers.iter().map(Vec::as_slice).collect();
            match batch.work_out(&layout.table, &cells) {
                // Once a row is wrong the rest is only checked, so that one run names all of it.
                Ok(_) if faults.any() => {}
                Ok(answer) => {
                    totals.add(&answer).map_err(Problems::from)?;
                    if !started {
                        out.head(layout.label_names(), &answer.years).map_err(unread)?;
                        started = true;
                    }
                    if !call.totals {
                        out.units(&block.labels, &answer).map_err(unread)?;
                    }
                }
                Err(problems) => faults.tell(&problems, &block.lines),
            }
            block.clear();
        }
        if !there {
            break;
        }
        there = next(&mut row)?;
    }
    if faults.any() {
        faults.end();
        return Err(Stopped::Rows);
    }
    if call.totals {
        out.totals(&totals, call.no_header).map_err(unread)?;
    }
    out.rows.flush().map_err(unread)
}

/// What is wrong with rows, told as it is found.
struct Faults<'m> {
    manner: &'m Manner,
    told: usize,
    more: usize,
}

impl Faults<'_> {
    const fn any(&self) -> bool {
        self.told > 0
    }

    fn tell(&mut self, problems: &[UnitProblem], lines: &[u64]) {
        for UnitProblem { unit, problem } in problems {
            if self.told == TOLD {
                self.more = self.more.saturating_add(1);
                continue;
            }
            self.told = self.told.saturating_add(1);
            eprintln!("{}", said(lines.get(*unit).copied(), problem, self.manner));
        }
    }

    fn end(&self) {
        if self.more > 0 && !self.manner.json {
            match self.manner.language {
                Language::Id => eprintln!("… dan {} lagi.", self.more),
                Language::En => eprintln!("… and {} more.", self.more),
            }
        }
    }
}

/// One fault: its row and column, its sentence and its code.
fn said(line: Option<u64>, problem: &Problem, manner: &Manner) -> String {
    if manner.json {
        let mut told = json!(tell(core::slice::from_ref(problem)).first());
        if let (Some(object), Some(line)) = (told.as_object_mut(), line) {
            object.insert("row".into(), line.into());
        }
        return told.to_string();
    }
    let sentence = manner.language.say(problem.code, &problem.params);
    let (code, path) = (problem.code.name(), problem.path.as_str());
    let (row, column) = match manner.language {
        Language::Id => ("baris", "kolom"),
        Language::En => ("row", "column"),
    };
    match line {
        Some(line) => format!("{row} {line}, {column} {path}: {sentence} ({code})"),
        None => format!("{path}: {sentence} ({code})"),
    }
}

fn of_input(why: &str, language: Language) -> String {
    match language {
        Language::Id => format!("Tabel tidak dapat dibaca atau hasil tidak dapat ditulis: {why}"),
        Language::En => format!("The table cannot be read, or the result cannot be written: {why}"),
    }
}

/// The result, one row a unit.
struct Out<'a, W: Write> {
    rows: Writer<W>,
    funds: Vec<&'a str>,
    record: StringRecord,
}

impl<W: Write> Out<'_, W> {
    fn head<'l>(
        &mut self,
        labels: impl Iterator<Item = &'l str>,
        years: &[YearColumns],
    ) -> io::Result<()> {
        let mut names: Vec<String> = labels.map(str::to_owned).collect();
        for YearColumns { year, .. } in years {
            names.push(format!("personMonths.{year}"));
            for fund in &self.funds {
                names.push(format!("asked.{fund}.{year}"));
                names.push(format!("short.{fund}.{year}"));
            }
        }
        names.push("asked".into());
        self.rows.write_record(names).map_err(io::Error::from)
    }

    fn units(&mut self, labels: &[StringRecord], answer: &Answer) -> io::Result<()> {
        let mut record = core::mem::take(&mut self.record);
        for (unit, labels) in labels.iter().enumerate() {
            record.clear();
            for label in labels {
                record.push_field(label);
            }
            self.unit(&mut record, &answer.years, unit)?;
        }
        self.record = record;
        Ok(())
    }

    fn unit(
        &mut self,
        record: &mut StringRecord,
        years: &[YearColumns],
        unit: usize,
    ) -> io::Result<()> {
        let mut all = 0_u64;
        let none = || io::Error::other("internal");
        for year in years {
            let people = year.person_months.get(unit).ok_or_else(none)?;
            record.push_field(&people.get().to_string());
            for fund in &year.funds {
                let (asked, short) = (fund.asked.get(unit), fund.short.get(unit));
                let (asked, short) = asked.zip(short).ok_or_else(none)?;
                all = all.saturating_add(asked.get());
                record.push_field(&asked.get().to_string());
                record.push_field(&short.get().to_string());
            }
        }
        record.push_field(&all.to_string());
        self.rows.write_record(&*record).map_err(io::Error::from)
    }

    /// The sums of all units in one row, with their number.
    fn totals(&mut self, totals: &Totals, no_header: bool) -> io::Result<()> {
        if !no_header {
            self.head(["units"].into_iter(), &totals.years)?;
        }
        let mut record = StringRecord::from(vec![totals.units.to_string()]);
        self.unit(&mut record, &totals.years, 0)
    }
}
