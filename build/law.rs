//! From the TOML of the law to Rust tables and to the JSON of `law()`: reads, refuses gaps, overlaps and unknown
//! words, writes both.
//!
//! Also compiled into `tests/law_data.rs`, which feeds it broken data.

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
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
const GROUPS: &[(&str, &str)] = &[
    ("villageHead", "VillageHead"),
    ("villageOfficial", "VillageOfficial"),
    ("bpd", "Bpd"),
    ("villageBody", "VillageBody"),
    ("cashForWork", "CashForWork"),
    ("nonAsn", "NonAsn"),
    ("pppk", "Pppk"),
    ("pppkPartTime", "PppkPartTime"),
    ("election", "Election"),
    ("vulnerable", "Vulnerable"),
    ("palmOil", "PalmOil"),
    ("other", "Other"),
];
const GROWTH_KINDS: &[(&str, &str)] = &[("growth", "Growth"), ("wageFormula", "WageFormula")];
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
    #[serde(default)]
    account: Vec<Account>,
    #[serde(default)]
    target: Vec<Target>,
    #[serde(default)]
    definition: Vec<Definition>,
}

/// Who says so.
#[derive(Deserialize, Serialize, Default, Clone)]
#[serde(deny_unknown_fields)]
struct Source {
    instrument: Option<String>,
    article: Option<String>,
    promulgated: Option<String>,
    checked: Option<String>,
    status: Option<String>,
    note: Option<String>,
    seen: Option<String>,
    link: Option<String>,
}

/// Declares an entry that says who says so: by the name of a source of its file, by fields of its own, or both,
/// the own first. (Flattening one struct into the others would let unknown words pass.)
macro_rules! cited {
    ($(#[$about:meta])* struct $name:ident { $($(#[$with:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$about])*
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(non_snake_case)]
        struct $name {
            $($(#[$with])* $field: $type,)*
            source: Option<String>,
            instrument: Option<String>,
            article: Option<String>,
            promulgated: Option<String>,
            checked: Option<String>,
            status: Option<String>,
            note: Option<String>,
            seen: Option<String>,
            link: Option<String>,
        }

        impl $name {
            fn cite(&self, sources: &BTreeMap<String, Source>, at: &mut At<'_>) -> Source {
                let own = Source {
                    instrument: self.instrument.clone(),
                    article: self.article.clone(),
                    promulgated: self.promulgated.clone(),
                    checked: self.checked.clone(),
                    status: self.status.clone(),
                    note: self.note.clone(),
                    seen: self.seen.clone(),
                    link: self.link.clone(),
                };
                cite(self.source.as_deref(), own, sources, at)
            }
        }
    };
}

#[derive(Deserialize, Serialize)]
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
    /// Why it moves no projection: the engine leaves it out, the law shows it.
    idle: Option<Title>,
    beyond: Option<Beyond>,
    value: Vec<Value>,
}

/// How a value may be carried beyond its last month: it grows every year from `month` on.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
#[allow(non_snake_case)]
struct Beyond {
    month: u16,
    cutRupiah: u64,
    kinds: Vec<String>,
    instrument: String,
    article: Option<String>,
}

cited! {
    struct Value {
        from: String,
        to: Option<String>,
        value: Option<f64>,
        rows: Option<Vec<Row>>,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    from: u64,
    value: f64,
}

cited! {
    struct Relief {
        key: String,
        title: Title,
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
    }
}

cited! {
    struct FundRule {
        key: String,
        funds: Vec<String>,
        from: String,
        to: Option<String>,
        verdict: Option<String>,
        #[serde(default)]
        forbids: Vec<String>,
        #[serde(default)]
        limits: Vec<String>,
        #[serde(default)]
        allows: Vec<String>,
        text: Title,
    }
}

cited! {
    /// Kode rekening of an official chart.
    struct Account {
        code: String,
        description: String,
        funds: Vec<String>,
        programme: Option<String>,
        group: Option<String>,
    }
}

cited! {
    /// A coverage target as printed.
    struct Target {
        key: String,
        title: Title,
        region: Option<String>,
        points: Vec<Point>,
    }
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Point {
    year: u16,
    percent: f64,
}

cited! {
    /// How coverage was counted, where it was printed.
    struct Definition {
        key: String,
        title: Title,
        region: Option<String>,
        date: String,
        members: u64,
        eligible: u64,
        percent: f64,
        denominator: Title,
    }
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

/// What the files come to.
pub struct Compiled {
    /// The Rust module of the engine.
    pub code: String,
    /// The JSON of `law()`.
    pub book: String,
}

/// Turns the files into code and JSON, or names every fault in them.
pub fn compile(files: &[File]) -> Result<Compiled, Vec<String>> {
    let mut faults = Vec::new();
    let mut code = Code::default();
    let mut book = Book::default();
    let mut reliefs = Vec::new();
    for (name, text) in files {
        let subject: Subject = match toml::from_str(text) {
            Ok(subject) => subject,
            Err(error) => {
                faults.push(format!("{name}: {error}"));
                continue;
            }
        };
        let sources = &subject.sources;
        macro_rules! at {
            ($key:expr) => {
                At { place: format!("{name}: {}", $key), faults: &mut faults }
            };
        }
        for parameter in &subject.parameter {
            let key = &parameter.key;
            let mut at = at!(key);
            let (text, json) = compile_parameter(parameter, sources, &mut at);
            // What moves no projection has no place in the engine.
            if parameter.idle.is_none() {
                code.parameters.insert(key.clone(), text);
            }
            at.once(book.parameters.insert(key.clone(), json));
        }
        for relief in subject.relief {
            let mut at = at!(relief.key);
            let (rate, rule, json) = compile_relief(&relief, sources, &mut at);
            code.parameters.insert(relief.key.clone(), rate);
            code.reliefs.insert(relief.key.clone(), rule);
            at.once(book.reliefs.insert(relief.key.clone(), json));
            reliefs.push(relief);
        }
        for rule in subject.fundRule {
            let mut at = at!(rule.key);
            let (text, json) = compile_fund_rule(&rule, sources, &mut at);
            code.fund_rules.insert(rule.key.clone(), text);
            at.once(book.fund_rules.insert(rule.key, json));
        }
        for account in subject.account {
            let mut at = at!(account.code);
            let json = compile_account(&account, sources, &mut at);
            let programme = account.programme.unwrap_or_default();
            at.once(book.accounts.insert((account.code, programme), json));
        }
        for target in subject.target {
            let mut at = at!(target.key);
            let json = compile_target(&target, sources, &mut at);
            at.once(book.targets.insert(target.key, json));
        }
        for definition in subject.definition {
            let mut at = at!(definition.key);
            let json = compile_definition(&definition, sources, &mut at);
            at.once(book.definitions.insert(definition.key, json));
        }
    }
    check_reliefs(&reliefs, &mut faults);
    if faults.is_empty() {
        let version = book.version();
        Ok(Compiled { code: code.text(&version), book: book.text(&version) })
    } else {
        Err(faults)
    }
}

/// Rust tables, by key.
#[derive(Default)]
struct Code {
    parameters: BTreeMap<String, String>,
    reliefs: BTreeMap<String, String>,
    fund_rules: BTreeMap<String, String>,
}

impl Code {
    fn text(&self, version: &str) -> String {
        let tables = [
            ("Every statutory value", "PARAMETERS: &[Parameter]", &self.parameters),
            ("Every relief", "RELIEFS: &[Relief]", &self.reliefs),
            ("Every rule on a kind of money", "FUND_RULES: &[FundRule]", &self.fund_rules),
        ];
        let mut code = format!(
            "/// Version of the statutory values: the last day on which somebody looked.\n\
             pub const VERSION: &str = {version:?};\n"
        );
        for (about, table, entries) in tables {
            let _ = writeln!(code, "\n/// {about}, by key.\npub static {table} = &[");
            entries.values().for_each(|text| code += text);
            code += "];\n";
        }
        code += "\n/// The keys, by name.\npub mod key {\n    use super::Key;\n";
        for (index, name) in self.parameters.keys().enumerate() {
            let _ = writeln!(
                code,
                "    /// `{name}`\n    pub const {}: Key = Key({index});",
                constant(name)
            );
        }
        code + "}\n"
    }
}

/// Everything in the law room, by key.
#[derive(Default)]
struct Book {
    parameters: BTreeMap<String, Json>,
    reliefs: BTreeMap<String, Json>,
    fund_rules: BTreeMap<String, Json>,
    accounts: BTreeMap<(String, String), Json>,
    targets: BTreeMap<String, Json>,
    definitions: BTreeMap<String, Json>,
}

impl Book {
    /// The last day on which somebody looked at a value.
    fn version(&self) -> String {
        let values =
            self.parameters.values().filter_map(|parameter| parameter["values"].as_array());
        let days = values.flatten().chain(self.reliefs.values()).chain(self.fund_rules.values());
        days.filter_map(|entry| entry["checked"].as_str()).max().unwrap_or_default().to_owned()
    }

    fn text(self, version: &str) -> String {
        let list = |entries: BTreeMap<String, Json>| entries.into_values().collect::<Vec<_>>();
        json!({
            "version": version,
            "parameters": list(self.parameters),
            "reliefs": list(self.reliefs),
            "fundRules": list(self.fund_rules),
            "accounts": self.accounts.into_values().collect::<Vec<_>>(),
            "targets": list(self.targets),
            "definitions": list(self.definitions),
        })
        .to_string()
    }
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

    /// What a table held before under the same key: nothing, or it stands twice.
    fn once(&mut self, before: Option<Json>) {
        if before.is_some() {
            self.fault("stands twice");
        }
    }

    /// A day as `YYYY-MM-DD`.
    fn day(&mut self, text: &str) {
        let day = text.get(8..).and_then(|day| day.parse::<u8>().ok());
        if text.len() != 10 || day.is_none_or(|day| !(1..=31).contains(&day)) {
            self.fault(format!("'{text}' is not a day (YYYY-MM-DD)"));
        }
        self.month(text.get(..7).unwrap_or_default());
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

/// The fields of both, those of the source last.
fn with_source(mut entry: Json, source: &Source) -> Json {
    if let (Some(entry), Json::Object(source)) = (entry.as_object_mut(), json!(source)) {
        entry.extend(source);
    }
    entry
}

/// A whole number as one, as JSON written elsewhere has it.
fn number(number: f64) -> Json {
    if number.fract() == 0.0 { json!(number as u64) } else { json!(number) }
}

fn compile_parameter(
    parameter: &Parameter,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> (String, Json) {
    let unit = match parameter.unit.as_str() {
        "percent" => "Percent",
        "rupiah" => "Rupiah",
        "months" => "Months",
        "table" => "Table",
        other => {
            at.fault(format!("unknown unit '{other}'"));
            ""
        }
    };
    if let Some(other) = parameter.of.as_deref().filter(|of| !["percent", "rupiah"].contains(of)) {
        at.fault(format!("unknown unit '{other}'"));
    }
    let beyond = parameter.beyond.as_ref().map(|beyond| {
        if !(1..=12).contains(&beyond.month) || beyond.cutRupiah == 0 || parameter.unit != "rupiah"
        {
            at.fault("beyond: an amount in rupiah, a month from 1 to 12, and a cut above 0");
        }
        format!(
            "Beyond {{ month: {}, cut: {}, kinds: {}, instrument: {:?}, article: {:?} }}",
            beyond.month,
            beyond.cutRupiah,
            at.words("GrowthKind", &beyond.kinds, GROWTH_KINDS),
            beyond.instrument,
            beyond.article,
        )
    });
    let mut code = format!(
        "    Parameter {{ key: {:?}, unit: Unit::{unit}, title: {}, beyond: {}, values: &[\n",
        parameter.key,
        words(&parameter.title),
        option(beyond),
    );
    let mut values = Vec::new();
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
        let source = value.cite(sources, at);
        code += &dated(from, to, &cell, &source, at);
        let row = |row: &Row| json!({ "fromRupiah": row.from, "value": number(row.value) });
        let rows = value.rows.as_ref().map(|rows| rows.iter().map(row).collect::<Vec<_>>());
        let entry = json!({
            "from": value.from, "to": value.to, "value": value.value.map(number), "rows": rows,
        });
        values.push(with_source(entry, &source));
    }
    if parameter.value.is_empty() {
        at.fault("has no value");
    }
    let json = json!({
        "key": parameter.key, "unit": parameter.unit, "of": parameter.of, "title": parameter.title,
        "idle": parameter.idle, "beyond": parameter.beyond, "values": values,
    });
    (code + "    ] },\n", json)
}

/// The Rust text of a value with its months.
fn dated(from: u16, to: Option<u16>, cell: &str, source: &Source, at: &mut At<'_>) -> String {
    format!(
        "        Dated {{ from: Month::of_index({from}), to: {}, value: {cell}, source: {} }},\n",
        option(to.map(|to| format!("Month::of_index({to})"))),
        source_code(source, at),
    )
}

fn option(code: Option<String>) -> String {
    code.map_or_else(|| "None".into(), |code| format!("Some({code})"))
}

fn words(title: &Title) -> String {
    format!("Words {{ id: {:?}, en: {:?} }}", title.id, title.en)
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

/// The named source with the entry's own fields in front; what must be there is demanded.
fn cite(
    named: Option<&str>,
    own: Source,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> Source {
    let base = match named {
        Some(name) => sources.get(name).cloned().unwrap_or_else(|| {
            at.fault(format!("unknown source '{name}'"));
            Source::default()
        }),
        None => Source::default(),
    };
    let source = Source {
        instrument: own.instrument.or(base.instrument),
        article: own.article.or(base.article),
        promulgated: own.promulgated.or(base.promulgated),
        checked: own.checked.or(base.checked),
        status: own.status.or(base.status),
        note: own.note.or(base.note),
        seen: own.seen.or(base.seen),
        link: own.link.or(base.link),
    };
    for (what, value) in [
        ("instrument", &source.instrument),
        ("day of the last check", &source.checked),
        ("status", &source.status),
    ] {
        if value.is_none() {
            at.fault(format!("names no {what}"));
        }
    }
    if let Some(status) = &source.status {
        at.word(status, STATUSES);
    }
    for day in [&source.promulgated, &source.checked].into_iter().flatten() {
        at.day(day);
    }
    if source.link.as_ref().is_some_and(|link| !link.starts_with("https://")) {
        at.fault("a link begins with https://");
    }
    source
}

/// What the engine needs of a source; the rest stands in the book.
fn source_code(source: &Source, at: &mut At<'_>) -> String {
    format!(
        "Source {{ instrument: {:?}, article: {:?}, promulgated: {:?}, status: Status::{} }}",
        source.instrument.as_deref().unwrap_or_default(),
        source.article,
        source.promulgated,
        source.status.as_ref().map_or("Assumed", |status| at.word(status, STATUSES)),
    )
}

/// The rate of a relief as a parameter, the rule around it, and both as JSON.
fn compile_relief(
    relief: &Relief,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> (String, String, Json) {
    let (from, to) = (at.month(&relief.from), at.month(&relief.to));
    if to < from {
        at.fault("ends before it begins");
    }
    let mut payers = Vec::new();
    let mut readings = Vec::new();
    for (kind, code) in FUNDS {
        let named = |list: &[String]| list.iter().filter(|word| word == kind).count();
        let (reading, text, applies) = match (
            named(&relief.yes),
            named(&relief.no),
            named(&relief.open),
            relief.openDefault,
        ) {
            (1, 0, 0, _) => ("Yes".into(), "yes", true),
            (0, 1, 0, _) => ("No".into(), "no", false),
            (0, 0, 1, Some(applies)) => (format!("Open {{ default: {applies} }}"), "open", applies),
            _ => {
                at.fault(format!(
                    "payer '{kind}' must stand in one of yes, no, open (with openDefault)"
                ));
                continue;
            }
        };
        payers.push(format!("(FundKind::{code}, Reading::{reading})"));
        readings.push(json!({ "payer": kind, "text": text, "applies": applies }));
    }
    for word in relief.yes.iter().chain(&relief.no).chain(&relief.open) {
        at.word(word, FUNDS);
    }
    let source = relief.cite(sources, at);
    let cell = at.cell("percent", relief.percentOff);
    let rate = format!(
        "    Parameter {{ key: {:?}, unit: Unit::Percent, title: {}, beyond: None, values: &[\n{}    ] }},\n",
        relief.key,
        words(&relief.title),
        dated(from, Some(to), &cell, &source, at),
    );
    let rule = format!(
        "    Relief {{ rate: key::{}, programmes: {}, classes: {}, sectors: {}, payers: &[{}], source: {} }},\n",
        constant(&relief.key),
        at.words("Programme", &relief.programmes, PROGRAMMES),
        at.words("WorkerClass", &relief.classes, CLASSES),
        option(relief.sectors.as_ref().map(|sectors| at.words("Sector", sectors, SECTORS))),
        payers.join(", "),
        source_code(&source, at),
    );
    let json = json!({
        "key": relief.key, "title": relief.title, "from": relief.from, "to": relief.to,
        "programmes": relief.programmes, "classes": relief.classes, "sectors": relief.sectors,
        "percentOff": number(relief.percentOff), "payers": readings,
    });
    (rate, rule, with_source(json, &source))
}

fn compile_fund_rule(
    rule: &FundRule,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> (String, Json) {
    let from = at.month(&rule.from);
    let to = rule.to.as_ref().map(|to| at.month(to));
    if to.is_some_and(|to| to < from) {
        at.fault("ends before it begins");
    }
    let named = || rule.forbids.iter().chain(&rule.limits).chain(&rule.allows);
    if let Some(both) = named().find(|group| named().filter(|other| other == group).count() > 1) {
        at.fault(format!("'{both}' stands twice"));
    }
    if rule.verdict.is_none() && named().next().is_none() {
        at.fault("is about nobody");
    }
    let source = rule.cite(sources, at);
    let code = format!(
        "    FundRule {{ key: {:?}, funds: {}, from: Month::of_index({from}), to: {}, verdict: {}, \
         forbids: {}, limits: {}, allows: {}, text: {}, source: {} }},\n",
        rule.key,
        at.words("FundKind", &rule.funds, FUNDS),
        option(to.map(|to| format!("Month::of_index({to})"))),
        option(rule.verdict.as_ref().map(|word| format!("Verdict::{}", at.word(word, VERDICTS)))),
        at.words("Group", &rule.forbids, GROUPS),
        at.words("Group", &rule.limits, GROUPS),
        at.words("Group", &rule.allows, GROUPS),
        words(&rule.text),
        source_code(&source, at),
    );
    let json = json!({
        "key": rule.key, "funds": rule.funds, "from": rule.from, "to": rule.to, "verdict": rule.verdict,
        "forbids": rule.forbids, "limits": rule.limits, "allows": rule.allows, "text": rule.text,
    });
    (code, with_source(json, &source))
}

fn compile_account(account: &Account, sources: &BTreeMap<String, Source>, at: &mut At<'_>) -> Json {
    account.funds.iter().for_each(|word| _ = at.word(word, FUNDS));
    account.programme.iter().for_each(|word| _ = at.word(word, PROGRAMMES));
    account.group.iter().for_each(|word| _ = at.word(word, GROUPS));
    let json = json!({
        "code": account.code, "description": account.description, "funds": account.funds,
        "programme": account.programme, "group": account.group,
    });
    with_source(json, &account.cite(sources, at))
}

fn compile_target(target: &Target, sources: &BTreeMap<String, Source>, at: &mut At<'_>) -> Json {
    if !target.points.is_sorted_by(|a, b| a.year < b.year) || target.points.is_empty() {
        at.fault("the points must rise");
    }
    let json = json!({
        "key": target.key, "title": target.title, "region": target.region, "points": target.points,
    });
    with_source(json, &target.cite(sources, at))
}

fn compile_definition(
    definition: &Definition,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> Json {
    let json = json!({
        "key": definition.key, "title": definition.title, "region": definition.region,
        "date": definition.date, "members": definition.members, "eligible": definition.eligible,
        "percent": definition.percent, "denominator": definition.denominator,
    });
    with_source(json, &definition.cite(sources, at))
}

/// Two reliefs may not reach the same worker, programme and month.
fn check_reliefs(reliefs: &[Relief], faults: &mut Vec<String>) {
    for (index, a) in reliefs.iter().enumerate() {
        for b in reliefs.iter().skip(index + 1) {
            let meet = |x: &[String], y: &[String]| x.iter().any(|word| y.contains(word));
            let sectors = match (&a.sectors, &b.sectors) {
                (Some(x), Some(y)) => meet(x, y),
                _ => true,
            };
            // "YYYY-MM" sorts as the months do.
            let time = a.from <= b.to && b.from <= a.to;
            if time && sectors && meet(&a.classes, &b.classes) && meet(&a.programmes, &b.programmes)
            {
                faults.push(format!("reliefs {} and {} overlap", a.key, b.key));
            }
        }
    }
}
