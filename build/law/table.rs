//! Writes the compiled law: Rust tables for the engine, and the JSON of `law()`.

use super::book;
use serde_json::{Value as Json, json};
use std::{collections::BTreeMap, fmt::Write as _};

/// Rust tables, by key.
#[derive(Default)]
pub(super) struct Code {
    pub(super) parameters: BTreeMap<String, String>,
    pub(super) reliefs: BTreeMap<String, String>,
    pub(super) fund_rules: BTreeMap<String, String>,
    /// Amounts of benefits.
    pub(super) benefits: BTreeMap<String, String>,
    pub(super) claims: BTreeMap<String, String>,
    pub(super) accounts: BTreeMap<String, String>,
    /// Kinds of instruments, by rank.
    pub(super) instrument_kinds: BTreeMap<usize, String>,
    pub(super) instrument_titles: BTreeMap<String, String>,
}

impl Code {
    pub(super) fn text(&self, version: &str) -> String {
        let by_key = |entries: &BTreeMap<String, String>| entries.values().cloned().collect();
        let kinds: String = self.instrument_kinds.values().cloned().collect();
        let tables: [(&str, &str, String); 8] = [
            ("Every statutory value, by key", "PARAMETERS: &[Parameter]", by_key(&self.parameters)),
            ("Every relief, by key", "RELIEFS: &[Relief]", by_key(&self.reliefs)),
            (
                "Every rule on a kind of money, by key",
                "FUND_RULES: &[FundRule]",
                by_key(&self.fund_rules),
            ),
            ("Every amount of a benefit, by key", "BENEFITS: &[Parameter]", by_key(&self.benefits)),
            ("Every report of claims, by key", "CLAIMS: &[Claims]", by_key(&self.claims)),
            (
                "Every account that a group has for all its contributions, by code",
                "GROUP_ACCOUNTS: &[GroupAccount]",
                by_key(&self.accounts),
            ),
            ("Every kind of instruments, by rank", "INSTRUMENT_KINDS: &[InstrumentKind]", kinds),
            (
                "Every title of an instrument that is known, by instrument",
                "INSTRUMENT_TITLES: &[InstrumentTitle]",
                by_key(&self.instrument_titles),
            ),
        ];
        let mut code = format!(
            "/// Version of the statutory values: the last day on which somebody looked, and a hash of all that the law says.\n\
             pub const VERSION: &str = {version:?};\n"
        );
        for (about, table, entries) in tables {
            let _ = writeln!(code, "\n/// {about}.\npub static {table} = &[\n{entries}];");
        }
        code += "\n/// The keys, by name.\npub mod key {\n    use super::Key;\n";
        for (index, name) in self.parameters.keys().enumerate() {
            let _ = writeln!(
                code,
                "    /// `{name}`\n    pub const {}: Key = Key::of_law({index});",
                constant(name)
            );
        }
        code + "}\n"
    }
}

/// All entries as JSON, by key.
#[derive(Default)]
pub(super) struct Book {
    pub(super) parameters: BTreeMap<String, book::Parameter>,
    pub(super) reliefs: BTreeMap<String, book::Relief>,
    pub(super) fund_rules: BTreeMap<String, book::FundRule>,
    pub(super) accounts: BTreeMap<(String, String), book::KnownAccount>,
    pub(super) sub_activities: BTreeMap<String, book::SubActivity>,
    pub(super) targets: BTreeMap<String, book::PrintedTarget>,
    pub(super) definitions: BTreeMap<String, book::CoverageDefinition>,
}

impl Book {
    /// The JSON of `law()` and its version: the latest `checked` of any entry, and eight hexadecimal digits of a hash
    /// of all entries. Comments and blanks in the files change neither; a value, note or source does.
    pub(super) fn written(self) -> (String, String) {
        let mut law = book::Law {
            parameters: self.parameters.into_values().collect(),
            reliefs: self.reliefs.into_values().collect(),
            fund_rules: self.fund_rules.into_values().collect(),
            accounts: self.accounts.into_values().collect(),
            sub_activities: self.sub_activities.into_values().collect(),
            targets: self.targets.into_values().collect(),
            definitions: self.definitions.into_values().collect(),
            version: String::new(),
        };
        let mut entries = json!(law);
        if let Some(entries) = entries.as_object_mut() {
            entries.shift_remove("version");
        }
        law.version =
            format!("{}+{:08x}", last_check(&entries), hash(entries.to_string().as_bytes()));
        (json!(law).to_string(), law.version)
    }
}

/// Latest `checked` in an entry and its parts.
fn last_check(entry: &Json) -> &str {
    match entry {
        Json::Array(list) => list.iter().map(last_check).max().unwrap_or_default(),
        Json::Object(fields) => {
            let own = fields.get("checked").and_then(Json::as_str);
            own.into_iter().chain(fields.values().map(last_check)).max().unwrap_or_default()
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => "",
    }
}

/// FNV-1a, 32 bits. It distinguishes versions; it gives no protection against forgery.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// `jkk.pu.veryLow` → `JKK_PU_VERY_LOW`.
pub(super) fn constant(key: &str) -> String {
    key.chars().fold(String::new(), |mut name, letter| {
        match letter {
            '.' => name.push('_'),
            capital if capital.is_ascii_uppercase() => name.extend(['_', capital]),
            other => name.push(other.to_ascii_uppercase()),
        }
        name
    })
}
