//! Words and forms that the law accepts, and reports of anything else.

use serde_json::Value as Json;

/// Kinds of funds, classes, sectors, programmes and groups with their names in Rust; any other word is a fault.
pub(super) const FUNDS: &[(&str, &str)] = &[
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
pub(super) const CLASSES: &[(&str, &str)] =
    &[("PU", "Pu"), ("BPU", "Bpu"), ("construction", "Construction")];
pub(super) const SECTORS: &[(&str, &str)] = &[("transport", "Transport"), ("other", "Other")];
pub(super) const PROGRAMMES: &[(&str, &str)] =
    &[("JKK", "Jkk"), ("JKM", "Jkm"), ("JHT", "Jht"), ("JP", "Jp")];
pub(super) const GROUPS: &[(&str, &str)] = &[
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
pub(super) const GROWTH_KINDS: &[(&str, &str)] =
    &[("growth", "Growth"), ("wageFormula", "WageFormula")];
pub(super) const VERDICTS: &[(&str, &str)] =
    &[("forbids", "Forbids"), ("limits", "Limits"), ("allows", "Allows")];
pub(super) const STATUSES: &[(&str, &str)] =
    &[("enacted", "Enacted"), ("reported", "Reported"), ("assumed", "Assumed")];

/// Place of a fault.
pub(super) struct At<'a> {
    pub(super) place: String,
    pub(super) faults: &'a mut Vec<String>,
}

impl At<'_> {
    pub(super) fn fault(&mut self, what: impl AsRef<str>) {
        self.faults.push(format!("{}: {}", self.place, what.as_ref()));
    }

    pub(super) fn word<'w>(&mut self, word: &str, words: &[(&str, &'w str)]) -> &'w str {
        match words.iter().find(|(name, _)| *name == word) {
            Some((_, code)) => code,
            None => {
                self.fault(format!("unknown word '{word}'"));
                ""
            }
        }
    }

    pub(super) fn words(
        &mut self,
        kind: &str,
        chosen: &[String],
        words: &[(&str, &str)],
    ) -> String {
        let list: Vec<_> =
            chosen.iter().map(|word| format!("{kind}::{}", self.word(word, words))).collect();
        format!("&[{}]", list.join(", "))
    }

    /// Reports a key that was already used.
    pub(super) fn once(&mut self, before: Option<Json>) {
        if before.is_some() {
            self.fault("stands twice");
        }
    }

    /// Checks a day, `YYYY-MM-DD`.
    pub(super) fn day(&mut self, text: &str) {
        let day = text.get(8..).and_then(|day| day.parse::<u8>().ok());
        if text.len() != 10 || day.is_none_or(|day| !(1..=31).contains(&day)) {
            self.fault(format!("'{text}' is not a day (YYYY-MM-DD)"));
        }
        self.month(text.get(..7).unwrap_or_default());
    }

    /// Reads a month as months since January of the year 0.
    pub(super) fn month(&mut self, text: &str) -> u16 {
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

    /// Reads a decimal number as a whole number of `1/scale`; more decimals are a fault.
    pub(super) fn exact(&mut self, number: f64, scale: f64) -> u64 {
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

    pub(super) fn cell(&mut self, unit: &str, number: f64) -> String {
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
