//! `cakupan monitor PLAN.json REALISATION.csv`: what happened so far against the plan, row by row, as CSV.

use crate::batch::first_line;
use crate::load::{Unread, load, load_bytes};
use crate::manner::{Manner, refuse};
use crate::out::print;
use cakupan::ask::{Monitored, MonitoredRow, monitor};
use cakupan::choices::Choice as _;
use cakupan::problem::Problem;
use cakupan::scenario::{Input, Realisation, read};
use cakupan::sheet::Dialect;
use cakupan::words::{Language, tell};
use csv::{ReaderBuilder, StringRecord, WriterBuilder};
use serde_json::json;
use std::io::{self, BufReader, Read as _};
use std::process::ExitCode;

/// Fields of a row with the heads that a table may give them; the first is that of the table which is printed.
const COLUMNS: [(&str, &[&str]); 10] = [
    ("month", &["bulan", "month"]),
    ("segment", &["kelompok", "segment"]),
    ("village", &["desa", "village"]),
    ("quota", &["kuota", "quota"]),
    ("verified", &["lolos verifikasi", "lolos", "terverifikasi", "verified"]),
    ("paid", &["terbayar", "paid"]),
    ("billedRupiah", &["tagihan", "billedrupiah"]),
    ("paidRupiah", &["dibayar", "paidrupiah"]),
    ("paidOn", &["dibayar pada", "tanggal bayar", "paidon"]),
    ("note", &["catatan", "note"]),
];
/// Of which numbers.
const NUMBERS: [&str; 5] = ["quota", "verified", "paid", "billedRupiah", "paidRupiah"];

/// A realisation, and the line of each of its rows where it was a table.
pub struct Read {
    pub input: Input,
    lines: Vec<u64>,
}

pub fn run(plan: &str, realisation: &str, manner: &Manner) -> ExitCode {
    let scenario = match load(plan, manner).map(|input| read(&input)) {
        Ok(Ok(scenario)) => scenario,
        Ok(Err(problems)) => return refuse(&problems, manner),
        Err(why) => return why.told(plan, manner),
    };
    let found = match read_file(realisation, manner) {
        Ok(found) => found,
        Err(code) => return code,
    };
    let realisation = match Realisation::read(&found.input, &scenario) {
        Ok(realisation) => realisation,
        Err(problems) => {
            let problems = Vec::from(problems);
            return refuse(&found.at_lines(problems, manner.language), manner);
        }
    };
    match monitor(&scenario, &realisation) {
        Ok(monitored) => answer(&monitored, manner),
        Err(problems) => refuse(&problems, manner),
    }
}

/// A realisation from JSON or a table; told where it is neither.
pub fn read_file(realisation: &str, manner: &Manner) -> Result<Read, ExitCode> {
    let is_json = realisation.to_ascii_lowercase().ends_with(".json");
    let found = if is_json {
        // Law packs of the call belong to the plan alone.
        let bare = Manner { packs: Vec::new(), ..*manner };
        load(realisation, &bare).map(|input| Read { input, lines: Vec::new() })
    } else {
        load_bytes(realisation).and_then(|bytes| table(&bytes)).map_err(Unread::File)
    };
    found.map_err(|why| why.told(realisation, manner))
}

impl Read {
    /// Problems with the line of the table in place of the position of the row.
    pub fn at_lines(&self, problems: Vec<Problem>, language: Language) -> Vec<Problem> {
        let word = if language == Language::Id { "baris" } else { "line" };
        let of = |problem: Problem| {
            let path = problem.path.strip_prefix("rows[").and_then(|rest| rest.split_once(']'));
            let line = path.and_then(|(row, rest)| {
                let line = self.lines.get(row.parse::<usize>().ok()?)?;
                Some(format!("{word} {line}{}", rest.replace('.', ", ")))
            });
            match line {
                Some(path) => Problem { path, ..problem },
                None => problem,
            }
        };
        problems.into_iter().map(of).collect()
    }
}

/// Reads a table with commas, semicolons or tabs.
fn table(bytes: &[u8]) -> io::Result<Read> {
    let mut input = BufReader::new(bytes);
    let (mut data, delimiter) = first_line(&mut input)?;
    input.read_to_end(&mut data)?;
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(data.as_slice());
    let mut keys: Option<Vec<String>> = None;
    let mut read = Vec::new();
    let mut lines = Vec::new();
    let mut record = StringRecord::new();
    let invalid = |error: csv::Error| io::Error::new(io::ErrorKind::InvalidData, error);
    while rows.read_record(&mut record).map_err(invalid)? {
        let Some(keys) = &keys else {
            keys = Some(record.iter().map(key).collect());
            continue;
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cells = keys.iter().zip(&record).filter(|(_, cell)| !cell.trim().is_empty());
        // A column that nothing knows is told once, not in each row.
        let is_first = read.is_empty();
        let known = |key: &str| COLUMNS.iter().any(|(known, _)| *known == key);
        let cells = cells.filter(|(key, _)| is_first || known(key));
        read.push(Input::Object(cells.map(|(key, cell)| (key.clone(), held(key, cell))).collect()));
        lines.push(record.position().map_or(0, |position| line_of(position, &data)));
    }
    Ok(Read { input: Input::Object(vec![("rows".into(), Input::List(read))]), lines })
}

/// The line of a record: the reader says where it began to look, which is before blank lines.
fn line_of(position: &csv::Position, data: &[u8]) -> u64 {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let ends = data.get(start..).unwrap_or_default().iter();
    let blank = ends.take_while(|byte| b"\r\n".contains(byte)).filter(|byte| **byte == b'\n');
    position.line().saturating_add(blank.count() as u64)
}

/// The field of a head; a head that nobody knows stays as it is, and the check says so.
fn key(head: &str) -> String {
    let head = head.trim();
    let small = head.to_lowercase().replace('_', " ");
    let found = COLUMNS.iter().find(|(_, heads)| heads.contains(&small.as_str()));
    found.map_or(head, |(key, _)| *key).to_owned()
}

/// A number where a number is meant and stands; everything else is a text, which the check refuses at its place.
fn held(key: &str, cell: &str) -> Input {
    let cell = cell.trim();
    if !NUMBERS.contains(&key) {
        return Input::Text(cell.to_owned());
    }
    let (sign, digits) = cell.strip_prefix('-').map_or((1.0, cell), |digits| (-1.0, digits));
    let all_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // Groups of three are thousands: no cell holds a fraction.
    let mut groups = digits.split('.');
    let first = groups.next().is_some_and(|first| all_digits(first) && first.len() <= 3);
    let grouped =
        digits.contains('.') && first && groups.all(|group| all_digits(group) && group.len() == 3);
    let plain = if grouped { digits.replace('.', "") } else { digits.to_owned() };
    let number = plain.parse::<f64>().ok().filter(|_| all_digits(&plain));
    number.map_or_else(|| Input::Text(cell.to_owned()), |number| Input::Number(sign * number))
}

fn answer(monitored: &Monitored<'_>, manner: &Manner) -> ExitCode {
    if manner.json {
        let mut value = json!(monitored);
        if let Some(told) = value.get_mut("notices") {
            *told = json!(tell(&monitored.notices));
        }
        print(format_args!("{value}\n"));
        return ExitCode::SUCCESS;
    }
    match rows(monitored, manner) {
        Ok(text) => print(format_args!("{text}")),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    }
    // The table goes on to a spreadsheet; what must be read with it goes to whoever called.
    for notice in &monitored.notices {
        eprintln!("{}", manner.language.say(notice.code, &notice.params));
    }
    ExitCode::SUCCESS
}

/// One row for each month of a segment or village; its heads are read back by the same command.
fn rows(monitored: &Monitored<'_>, manner: &Manner) -> Result<String, csv::Error> {
    let delimiter = match manner.dialect {
        Dialect::Comma => b',',
        Dialect::Semicolon => b';',
    };
    let mut out = WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    let id = manner.language == Language::Id;
    out.write_record(if id { HEADS_ID } else { HEADS_EN })?;
    for row in &monitored.rows {
        out.write_record(cells(row))?;
    }
    let bytes = out.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

const HEADS_ID: [&str; 20] = [
    "bulan",
    "kelompok",
    "desa",
    "iuran",
    "rencana peserta",
    "rencana rupiah",
    "kuota",
    "lolos verifikasi",
    "terbayar",
    "tagihan",
    "dibayar",
    "belum dibayar",
    "dibayar pada",
    "belum diketahui",
    "selisih",
    "selisih peserta",
    "selisih iuran",
    "selisih bulan",
    "selisih waktu",
    "selisih lain",
];
const HEADS_EN: [&str; 20] = [
    "month",
    "segment",
    "village",
    "price",
    "plan people",
    "plan rupiah",
    "quota",
    "verified",
    "paid",
    "billedRupiah",
    "paidRupiah",
    "unpaidRupiah",
    "paidOn",
    "unknown",
    "deviation",
    "of people",
    "of price",
    "of months",
    "of timing",
    "undivided",
];

fn cells(row: &MonitoredRow<'_>) -> Vec<String> {
    let people = |people: Option<cakupan::people::People>| {
        people.map_or_else(String::new, |people| people.get().to_string())
    };
    let rupiah = |rupiah: Option<cakupan::money::Rupiah>| {
        rupiah.map_or_else(String::new, |rupiah| rupiah.get().to_string())
    };
    let mut cells = vec![
        row.month.text(),
        harmless(row.segment),
        harmless(row.village.unwrap_or_default()),
        rupiah(row.price_rupiah),
        people(Some(row.plan_people)),
        rupiah(Some(row.plan_rupiah)),
        people(row.quota),
        people(row.verified),
        people(row.paid),
        rupiah(row.billed_rupiah),
        rupiah(row.paid_rupiah),
        rupiah(row.unpaid_rupiah),
        row.paid_on.map_or_else(String::new, |month| month.text()),
        row.unknown.map_or_else(String::new, |unknown| unknown.name().to_owned()),
    ];
    match row.deviation {
        None => cells.extend([const { String::new() }; 6]),
        Some(parts) => {
            let parts = [
                parts.rupiah,
                parts.people,
                parts.price,
                parts.months,
                parts.timing,
                parts.undivided,
            ];
            cells.extend(parts.map(|part| part.to_string()));
        }
    }
    cells
}

/// A name that a spreadsheet would take for a formula gets an apostrophe.
fn harmless(name: &str) -> String {
    let is_formula = name.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("{}{name}", if is_formula { "'" } else { "" })
}
