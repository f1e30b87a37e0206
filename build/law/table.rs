//! What the law becomes: the Rust tables of the engine, and the JSON of `law()`.

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
pub(super) struct Book {
    pub(super) parameters: BTreeMap<String, Json>,
    pub(super) reliefs: BTreeMap<String, Json>,
    pub(super) fund_rules: BTreeMap<String, Json>,
    pub(super) accounts: BTreeMap<(String, String), Json>,
    pub(super) targets: BTreeMap<String, Json>,
    pub(super) definitions: BTreeMap<String, Json>,
}

impl Book {
    /// The last day on which somebody looked at a value.
    pub(super) fn version(&self) -> String {
        let values =
            self.parameters.values().filter_map(|parameter| parameter["values"].as_array());
        let days = values.flatten().chain(self.reliefs.values()).chain(self.fund_rules.values());
        days.filter_map(|entry| entry["checked"].as_str()).max().unwrap_or_default().to_owned()
    }

    pub(super) fn text(self, version: &str) -> String {
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
