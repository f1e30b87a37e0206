//! From the TOML of the law to Rust tables: reads, refuses gaps, overlaps and unknown words, writes code.
//!
//! Also compiled into `tests/law_data.rs`, which feeds it broken data.

use serde::Deserialize;
use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

/// A file of the law: its name and its text.
pub type File = (String, String);

/// Kinds of funds, classes, sectors and programmes as the engine names them; a word outside is a fault.
const FUNDS: &[(&str, &str)] = &[
    ("apbn", "Apbn"),
    ("apbdProvince", "ApbdProvince"),
    ("apbdRegency", "ApbdRegency"),
    ("dbhSawit", "DbhSawit"),
    ("dbhCht", "DbhCht"),
    ("otsus", "Otsus"),
    ("add", "Add"),
    ("danaDesa", "DanaDesa"),
    ("pades", "Pades"),
    ("bhpr", "Bhpr"),
    ("csr", "Csr"),
    ("baznas", "Baznas"),
    ("employer", "Employer"),
    ("self", "Oneself"),
];
const CLASSES: &[(&str, &str)] = &[("PU", "Pu"), ("BPU", "Bpu"), ("construction", "Construction")];
const SECTORS: &[(&str, &str)] = &[("transport", "Transport"), ("other", "Other")];
const PROGRAMMES: &[(&str, &str)] = &[("JKK", "Jkk"), ("JKM", "Jkm"), ("JHT", "Jht"), ("JP", "Jp")];
const VERDICTS: &[(&str, &str)] =
    &[("forbids", "Forbids"), ("limits", "Limits"), ("allows", "Allows")];
const STATUSES: &[(&str, &str)] =
    &[("enacted", "Enacted"), ("reported", "Reported"), ("assumed", "Assumed")];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(non_snake_case)]
struct Subject {
    #[serde(default)]
    sources: BTreeMap<String, Source>,
    #[serde(default)]
    parameter: Vec<Parameter>,
    #[serde(default)]
    relief: Vec<Relief>,
    #[serde(default)]
    fundRule: Vec<FundRule>,
}

/// Who says so; a value names one by `source` and overrides single fields.
#[derive(Deserialize, Default, Clone)]
#[serde(deny_unknown_fields)]
struct Source {
    instrument: Option<String>,
    article: Option<String>,
    promulgated: Option<String>,
    checked: Option<String>,
    status: Option<String>,
    note: Option<String>,
    link: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Title {
    id: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Parameter {
    key: String,
    unit: String,
    of: Option<String>,
    title: Title,
    value: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Value {
    from: String,
    to: Option<String>,
    value: Option<f64>,
    rows: Option<Vec<Row>>,
    source: Option<String>,
    instrument: Option<String>,
    article: Option<String>,
    promulgated: Option<String>,
    checked: Option<String>,
    status: Option<String>,
    note: Option<String>,
    link: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    from: u64,
    value: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(non_snake_case)]
struct Relief {
    key: String,
    title: Title,
    source: String,
    from: String,
    to: String,
    programmes: Vec<String>,
    classes: Vec<String>,
    sectors: Option<Vec<String>>,
    percentOff: f64,
    #[serde(default)]
    yes: Vec<String>,
    #[serde(default)]
    no: Vec<String>,
    #[serde(default)]
    open: Vec<String>,
    openDefault: Option<bool>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FundRule {
    key: String,
    funds: Vec<String>,
    from: String,
    to: Option<String>,
    verdict: String,
    text: Title,
    source: String,
    note: Option<String>,
}

/// Reads every TOML file of a folder, in the order of their names.
pub fn read(folder: &Path) -> Result<Vec<File>, Vec<String>> {
    let failed = |error: std::io::Error| vec![format!("{}: {error}", folder.display())];
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, fs::read_to_string(&path).map_err(failed)?));
        }
    }
    files.sort();
    Ok(files)
}

/// Turns the files into the text of a Rust module, or names every fault in them.
pub fn compile(files: &[File]) -> Result<String, Vec<String>> {
    let mut faults = Vec::new();
    let mut parameters = BTreeMap::new();
    let mut reliefs = Vec::new();
    let mut fund_rules = BTreeMap::new();
    for (name, text) in files {
        let subject: Subject = match toml::from_str(text) {
            Ok(subject) => subject,
            Err(error) => {
                faults.push(format!("{name}: {error}"));
                continue;
            }
        };
        for parameter in subject.parameter {
            let mut at = At { place: format!("{name}: {}", parameter.key), faults: &mut faults };
            let code = compile_parameter(&parameter, &subject.sources, &mut at);
            if parameters.insert(parameter.key.clone(), code).is_some() {
                at.fault("stands twice");
            }
        }
        for relief in subject.relief {
            let mut at = At { place: format!("{name}: {}", relief.key), faults: &mut faults };
            let code = compile_relief(&relief, &subject.sources, &mut at);
            reliefs.push((relief, code));
        }
        for rule in subject.fundRule {
            let mut at = At { place: format!("{name}: {}", rule.key), faults: &mut faults };
            let (key, code) =
                (rule.key.clone(), compile_fund_rule(rule, &subject.sources, &mut at));
            if fund_rules.insert(key, code).is_some() {
                at.fault("stands twice");
            }
        }
    }
    check_reliefs(&reliefs, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut code = String::from(
        "/// Every statutory value, by key.\npub static PARAMETERS: &[Parameter] = &[\n",
    );
    for text in parameters.values() {
        code += text;
    }
    code += "];\n\n/// Every relief.\npub static RELIEFS: &[Relief] = &[\n";
    for (_, text) in &reliefs {
        code += text;
    }
    code += "];\n\n/// Every rule on a kind of money, by key.\npub static FUND_RULES: &[FundRule] = &[\n";
    for text in fund_rules.values() {
        code += text;
    }
    code += "];\n\n/// The keys, by name.\npub mod key {\n    use super::Key;\n";
    for (index, name) in parameters.keys().enumerate() {
        let _ = writeln!(
            code,
            "    /// `{name}`\n    pub const {}: Key = Key({index});",
            constant(name)
        );
    }
    code += "}\n";
    Ok(code)
}

/// `jkk.pu.veryLow` → `JKK_PU_VERY_LOW`.
fn constant(key: &str) -> String {
    key.chars().fold(String::new(), |mut name, letter| {
        match letter {
            '.' => name.push('_'),
            capital if capital.is_ascii_uppercase() => name.extend(['_', capital]),
            other => name.push(other.to_ascii_uppercase()),
        }
        name
    })
}

/// Where a fault was found.
struct At<'a> {
    place: String,
    faults: &'a mut Vec<String>,
}

impl At<'_> {
    fn fault(&mut self, what: impl AsRef<str>) {
        self.faults.push(format!("{}: {}", self.place, what.as_ref()));
    }

    fn word<'w>(&mut self, word: &str, words: &[(&str, &'w str)]) -> &'w str {
        match words.iter().find(|(name, _)| *name == word) {
            Some((_, code)) => code,
            None => {
                self.fault(format!("unknown word '{word}'"));
                ""
            }
        }
    }

    fn words(&mut self, kind: &str, chosen: &[String], words: &[(&str, &str)]) -> String {
        let list: Vec<_> =
            chosen.iter().map(|word| format!("{kind}::{}", self.word(word, words))).collect();
        format!("&[{}]", list.join(", "))
    }

    /// Months since the year 0.
    fn month(&mut self, text: &str) -> u16 {
        let parsed = text.split_once('-').and_then(|(year, month)| {
            let (year, month): (u16, u16) = (year.parse().ok()?, month.parse().ok()?);
            (text.len() == 7 && (2000..2200).contains(&year) && (1..=12).contains(&month))
                .then(|| year * 12 + month - 1)
        });
        parsed.unwrap_or_else(|| {
            self.fault(format!("'{text}' is not a month (YYYY-MM)"));
            0
        })
    }

    /// The exact integer behind a decimal number, `scale` units to one.
    fn exact(&mut self, number: f64, scale: f64) -> u64 {
        let scaled = (number * scale).round();
        if number.is_nan()
            || number < 0.0
            || (number * scale - scaled).abs() > 1e-6 * scaled.max(1.0)
            || scaled > 9e15
        {
            self.fault(format!("{number} is negative or has too many decimals"));
            return 0;
        }
        scaled as u64
    }

    fn cell(&mut self, unit: &str, number: f64) -> String {
        match unit {
            "percent" => {
                format!("Value::Percent(Rate::from_millionths({}))", self.exact(number, 1e4))
            }
            "rupiah" => {
                format!("Value::Rupiah(Base::from_thousandths({}))", self.exact(number, 1e3))
            }
            "months" => format!("Value::Months({})", self.exact(number, 1.0)),
            other => {
                self.fault(format!("unknown unit '{other}'"));
                String::new()
            }
        }
    }
}

fn compile_parameter(
    parameter: &Parameter,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> String {
    let mut code = format!(
        "    Parameter {{ key: {:?}, unit: Unit::{}, of: {}, title: Words {{ id: {:?}, en: {:?} }}, values: &[\n",
        parameter.key,
        match parameter.unit.as_str() {
            "percent" => "Percent",
            "rupiah" => "Rupiah",
            "months" => "Months",
            "table" => "Table",
            other => {
                at.fault(format!("unknown unit '{other}'"));
                ""
            }
        },
        match parameter.of.as_deref() {
            None => "None",
            Some("percent") => "Some(Unit::Percent)",
            Some("rupiah") => "Some(Unit::Rupiah)",
            Some(other) => {
                at.fault(format!("unknown unit '{other}'"));
                ""
            }
        },
        parameter.title.id,
        parameter.title.en,
    );
    let mut next: Option<u16> = None;
    let mut open = false;
    for value in &parameter.value {
        let from = at.month(&value.from);
        let to = value.to.as_ref().map(|to| at.month(to));
        if open || next.is_some_and(|next| from < next) {
            at.fault(format!("the value from {} overlaps the one before it", value.from));
        } else if next.is_some_and(|next| from > next) {
            at.fault(format!("there is a gap before {}", value.from));
        }
        if to.is_some_and(|to| to < from) {
            at.fault(format!("the value from {} ends before it begins", value.from));
        }
        next = to.map(|to| to + 1);
        open = to.is_none();
        let cell = match (&value.value, &value.rows, &parameter.of) {
            (Some(number), None, None) => at.cell(&parameter.unit, *number),
            (None, Some(rows), Some(of)) if parameter.unit == "table" => compile_rows(rows, of, at),
            _ => {
                at.fault("a table has 'of' and 'rows', everything else has 'value'");
                String::new()
            }
        };
        let own = Source {
            instrument: value.instrument.clone(),
            article: value.article.clone(),
            promulgated: value.promulgated.clone(),
            checked: value.checked.clone(),
            status: value.status.clone(),
            note: value.note.clone(),
            link: value.link.clone(),
        };
        let _ = writeln!(
            code,
            "        Dated {{ from: Month::of_index({from}), to: {}, value: {cell}, source: {} }},",
            to.map_or("None".into(), |to| format!("Some(Month::of_index({to}))")),
            compile_source(value.source.as_deref(), own, sources, at),
        );
    }
    if parameter.value.is_empty() {
        at.fault("has no value");
    }
    code + "    ] },\n"
}

fn compile_rows(rows: &[Row], of: &str, at: &mut At<'_>) -> String {
    if rows.first().is_none_or(|row| row.from != 0) {
        at.fault("the first row must begin at 0");
    }
    if !rows.is_sorted_by(|a, b| a.from < b.from) {
        at.fault("the rows must rise");
    }
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            let value = at.cell(of, row.value);
            format!("Row {{ from: Base::from_thousandths({}), value: {value} }}", row.from * 1000)
        })
        .collect();
    format!("Value::Table(&[{}])", rows.join(", "))
}

fn compile_source(
    named: Option<&str>,
    own: Source,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> String {
    let base = match named {
        Some(name) => sources.get(name).cloned().unwrap_or_else(|| {
            at.fault(format!("unknown source '{name}'"));
            Source::default()
        }),
        None => Source::default(),
    };
    let mut demanded = |what: &str, value: Option<String>| {
        value.unwrap_or_else(|| {
            at.fault(format!("names no {what}"));
            String::new()
        })
    };
    let instrument = demanded("instrument", own.instrument.or(base.instrument));
    let checked = demanded("day of the last check", own.checked.or(base.checked));
    let status = demanded("status", own.status.or(base.status));
    let status = at.word(&status, STATUSES);
    format!(
        "Source {{ instrument: {instrument:?}, article: {:?}, promulgated: {:?}, checked: {checked:?}, \
         status: Status::{status}, note: {:?}, link: {:?} }}",
        own.article.or(base.article),
        own.promulgated.or(base.promulgated),
        own.note.or(base.note),
        own.link.or(base.link),
    )
}

fn compile_relief(relief: &Relief, sources: &BTreeMap<String, Source>, at: &mut At<'_>) -> String {
    let (from, to) = (at.month(&relief.from), at.month(&relief.to));
    if to < from {
        at.fault("ends before it begins");
    }
    let mut payers = Vec::new();
    for (kind, code) in FUNDS {
        let named = |list: &[String]| list.iter().filter(|word| word == kind).count();
        match (named(&relief.yes), named(&relief.no), named(&relief.open), relief.openDefault) {
            (1, 0, 0, _) => payers.push(format!("(FundKind::{code}, Reading::Yes)")),
            (0, 1, 0, _) => payers.push(format!("(FundKind::{code}, Reading::No)")),
            (0, 0, 1, Some(applies)) => {
                payers.push(format!("(FundKind::{code}, Reading::Open {{ default: {applies} }})"));
            }
            _ => at.fault(format!(
                "payer '{kind}' must stand in one of yes, no, open (with openDefault)"
            )),
        }
    }
    for word in relief.yes.iter().chain(&relief.no).chain(&relief.open) {
        at.word(word, FUNDS);
    }
    let own = Source { note: relief.note.clone(), ..Source::default() };
    format!(
        "    Relief {{ key: {:?}, title: Words {{ id: {:?}, en: {:?} }}, span: Span {{ from: Month::of_index({from}), \
         to: Month::of_index({to}) }}, programmes: {}, classes: {}, sectors: {}, off: Rate::from_millionths({}), \
         payers: &[{}], source: {} }},\n",
        relief.key,
        relief.title.id,
        relief.title.en,
        at.words("Programme", &relief.programmes, PROGRAMMES),
        at.words("WorkerClass", &relief.classes, CLASSES),
        match &relief.sectors {
            Some(sectors) => format!("Some({})", at.words("Sector", sectors, SECTORS)),
            None => "None".into(),
        },
        at.exact(relief.percentOff, 1e4),
        payers.join(", "),
        compile_source(Some(&relief.source), own, sources, at),
    )
}

fn compile_fund_rule(
    rule: FundRule,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> String {
    let from = at.month(&rule.from);
    let to = rule.to.as_ref().map(|to| at.month(to));
    if to.is_some_and(|to| to < from) {
        at.fault("ends before it begins");
    }
    let own = Source { note: rule.note, ..Source::default() };
    format!(
        "    FundRule {{ key: {:?}, funds: {}, from: Month::of_index({from}), to: {}, verdict: Verdict::{}, \
         text: Words {{ id: {:?}, en: {:?} }}, source: {} }},\n",
        rule.key,
        at.words("FundKind", &rule.funds, FUNDS),
        to.map_or("None".into(), |to| format!("Some(Month::of_index({to}))")),
        at.word(&rule.verdict, VERDICTS),
        rule.text.id,
        rule.text.en,
        compile_source(Some(&rule.source), own, sources, at),
    )
}

/// Two reliefs may not reach the same worker, programme and month.
fn check_reliefs(reliefs: &[(Relief, String)], faults: &mut Vec<String>) {
    for (index, (a, _)) in reliefs.iter().enumerate() {
        for (b, _) in reliefs.iter().skip(index + 1) {
            let meet = |x: &[String], y: &[String]| x.iter().any(|word| y.contains(word));
            let sectors = match (&a.sectors, &b.sectors) {
                (Some(x), Some(y)) => meet(x, y),
                _ => true,
            };
            // "YYYY-MM" sorts as the months do.
            let time = a.from <= b.to && b.from <= a.to;
            if a.key == b.key {
                faults.push(format!("relief {} stands twice", a.key));
            } else if time
                && sectors
                && meet(&a.classes, &b.classes)
                && meet(&a.programmes, &b.programmes)
            {
                faults.push(format!("reliefs {} and {} overlap", a.key, b.key));
            }
        }
    }
}
