//! Compiles the TOML files of the law to Rust tables and to the JSON of `law()`. Gaps, overlaps and unknown words are
//! faults.
//!
//! Also compiled into `tests/law_data.rs`, which tests it with faulty data.

mod book;
mod entry;
mod fault;
mod shape;
mod table;

/// The words of the book: texts, which were checked on the way.
mod words {
    pub use super::shape::Title as Words;
    pub use serde::Serialize as Entry;

    pub type Month = String;
    pub type Unit = String;
    pub type Status = String;
    pub type GrowthKind = String;
    pub type Programme = String;
    pub type WorkerClass = String;
    pub type Sector = String;
    pub type FundKind = String;
    pub type Group = String;
    pub type Verdict = String;
    /// A whole number as one, as JSON written elsewhere has it.
    pub type Number = serde_json::Value;

    /// From this amount on the value holds.
    #[derive(Entry)]
    pub struct Row {
        #[serde(rename = "fromRupiah")]
        pub from: u64,
        pub value: Number,
    }
}

use fault::At;
use shape::{Relief, Subject};
use std::{fs, path::Path};
use table::{Book, Code};

/// A file of the law: name and text.
pub type File = (String, String);

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

/// The compiled law.
pub struct Compiled {
    /// Rust module for the engine.
    pub code: String,
    /// JSON of `law()`.
    pub book: String,
}

/// Compiles the files, or lists every fault in them.
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
        macro_rules! at {
            ($key:expr) => {
                At { place: format!("{name}: {}", $key), faults: &mut faults }
            };
        }
        for parameter in &subject.parameter {
            let key = &parameter.key;
            let mut at = at!(key);
            let (text, entry) = entry::parameter(parameter, &subject, &mut at);
            // No projection uses the others; of these only benefits are asked for, by `benefit`, from a table of their
            // own, so that a module without that question leaves them out.
            if parameter.idle.is_none() {
                code.parameters.insert(key.clone(), text);
            } else if key.starts_with("benefit.") {
                code.benefits.insert(key.clone(), text);
            }
            at.once(book.parameters.insert(key.clone(), entry));
        }
        let sources = &subject.sources;
        for relief in subject.relief {
            let mut at = at!(relief.key);
            let (rate, rule, entry) = entry::relief(&relief, sources, &mut at);
            code.parameters.insert(relief.key.clone(), rate);
            code.reliefs.insert(relief.key.clone(), rule);
            at.once(book.reliefs.insert(relief.key.clone(), entry));
            reliefs.push(relief);
        }
        for rule in subject.fundRule {
            let mut at = at!(rule.key);
            let (text, entry) = entry::fund_rule(&rule, sources, &mut at);
            code.fund_rules.insert(rule.key.clone(), text);
            at.once(book.fund_rules.insert(rule.key, entry));
        }
        for account in subject.account {
            let mut at = at!(account.code);
            let (text, entry) = entry::account(&account, sources, &mut at);
            code.accounts.extend(text.map(|text| (account.code.clone(), text)));
            let programme = account.programme.unwrap_or_default();
            at.once(book.accounts.insert((account.code, programme), entry));
        }
        for activity in subject.subActivity {
            let mut at = at!(activity.code);
            let entry = entry::sub_activity(&activity, sources, &mut at);
            at.once(book.sub_activities.insert(activity.code, entry));
        }
        for target in subject.target {
            let mut at = at!(target.key);
            let entry = entry::target(&target, sources, &mut at);
            at.once(book.targets.insert(target.key, entry));
        }
        for definition in subject.definition {
            let mut at = at!(definition.key);
            let entry = entry::definition(&definition, sources, &mut at);
            at.once(book.definitions.insert(definition.key, entry));
        }
        for claims in subject.claims {
            let mut at = at!(claims.key);
            let text = entry::claims(&claims, &mut at);
            at.once(code.claims.insert(claims.key, text));
        }
        for (rank, kind) in subject.instrumentKind.iter().enumerate() {
            let mut at = at!(kind.start);
            let text = format!(
                "    InstrumentKind {{ start: {:?}, name: {:?} }},\n",
                kind.start, kind.name
            );
            at.once(code.instrument_kinds.insert(rank, text));
        }
        for one in subject.instrumentTitle {
            let mut at = at!(one.instrument);
            let text = entry::instrument_title(&one, &mut at);
            at.once(code.instrument_titles.insert(one.instrument, text));
        }
    }
    check_reliefs(&reliefs, &mut faults);
    if faults.is_empty() {
        let (book, version) = book.written();
        Ok(Compiled { code: code.text(&version), book })
    } else {
        Err(faults)
    }
}

/// Two reliefs may not apply to the same worker, programme and month.
fn check_reliefs(reliefs: &[Relief], faults: &mut Vec<String>) {
    for (index, a) in reliefs.iter().enumerate() {
        for b in reliefs.iter().skip(index + 1) {
            let meet = |x: &[String], y: &[String]| x.iter().any(|word| y.contains(word));
            let sectors = match (&a.sectors, &b.sectors) {
                (Some(x), Some(y)) => meet(x, y),
                _ => true,
            };
            // As text "YYYY-MM" has the order of the months.
            let time = a.from <= b.to && b.from <= a.to;
            if time && sectors && meet(&a.classes, &b.classes) && meet(&a.programmes, &b.programmes)
            {
                faults.push(format!("reliefs {} and {} overlap", a.key, b.key));
            }
        }
    }
}
