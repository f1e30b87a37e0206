//! Writes the compiled law: Rust tables for the engine, and the JSON of `law()`.

use serde_json::{Value as Json, json};
use std::{collections::BTreeMap, fmt::Write as _};

/// Rust tables, by key.
#[derive(Default)]
pub(super) struct Code {
    pub(super) parameters: BTreeMap<String, String>,
    pub(super) reliefs: BTreeMap<String, String>,
    pub(super) fund_rules: BTreeMap<String, String>,
}

impl Code {
    pub(super) fn text(&self, version: &str) -> String {
        let tables = [
            ("Every statutory value", "PARAMETERS: &[Parameter]", &self.parameters),
            ("Every relief", "RELIEFS: &[Relief]", &self.reliefs),
            ("Every rule on a kind of money", "FUND_RULES: &[FundRule]", &self.fund_rules),
        ];
        let mut code = format!(
            "/// Version of the statutory values: the last day on which somebody looked, and a hash of all that the law says.\n\
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

/// All entries as JSON, by key.
#[derive(Default)]
pub(super) struct Book {
    pub(super) parameters: BTreeMap<String, Json>,
    pub(super) reliefs: BTreeMap<String, Json>,
    pub(super) fund_rules: BTreeMap<String, Json>,
    pub(super) accounts: BTreeMap<(String, String), Json>,
    pub(super) sub_activities: BTreeMap<String, Json>,
    pub(super) targets: BTreeMap<String, Json>,
    pub(super) definitions: BTreeMap<String, Json>,
}

impl Book {
    /// The JSON of `law()` and its version: the latest `checked` of any entry, and eight hexadecimal digits of a hash
    /// of all entries. Comments and blanks in the files change neither; a value, note or source does.
    pub(super) fn written(self) -> (String, String) {
        let list = |entries: BTreeMap<String, Json>| entries.into_values().collect::<Vec<_>>();
        let mut book = json!({
            "parameters": list(self.parameters),
            "reliefs": list(self.reliefs),
            "fundRules": list(self.fund_rules),
            "accounts": self.accounts.into_values().collect::<Vec<_>>(),
            "subActivities": list(self.sub_activities),
            "targets": list(self.targets),
            "definitions": list(self.definitions),
        });
        let version = format!("{}+{:08x}", last_check(&book), hash(book.to_string().as_bytes()));
        if let Some(entries) = book.as_object_mut() {
            entries.insert("version".into(), json!(version));
        }
        (book.to_string(), version)
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
