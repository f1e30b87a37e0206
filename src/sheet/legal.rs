//! The legal basis of a result: the instruments that it used, each once, in order of rank, with their full names. Letters
//! and the printed report name the same.

use crate::code::Code;
use crate::law::{INSTRUMENT_KINDS, INSTRUMENT_TITLES, InstrumentKind, Origin};
use crate::order::sort;
use crate::plan::{Projection, project};
use crate::problem::{Param, Problems};
use crate::scenario::Scenario;
use serde::Serialize;

/// Where a number is not known.
const FEW_DOTS: &str = "……";

/// An instrument behind a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "LegalBasis"))]
pub struct LegalBasis {
    /// Its full name, with its title and what changed it where they are known. A number that is not known is dots.
    pub instrument: String,
    /// Articles of it that were used, in the order of the text; empty where none is named.
    pub articles: Vec<String>,
}

/// One instrument: as the law names it, what changed it, and its articles.
struct Instrument {
    short: String,
    changed_by: Option<String>,
    articles: Vec<String>,
}

/// The legal basis of a plan, in order of rank and within it by age; the planner's own decrees last.
///
/// # Errors
/// Those of [`project`].
pub fn legal_basis(scenario: &Scenario) -> Result<Vec<LegalBasis>, Problems> {
    Ok(basis(scenario, &project(scenario)?))
}

/// The same of a projection that there is already.
pub(super) fn basis(scenario: &Scenario, projection: &Projection<'_>) -> Vec<LegalBasis> {
    let mut found: Vec<Instrument> = Vec::new();
    for used in &projection.parameters {
        match used.origin {
            Origin::Law(_) | Origin::Pack(..) => add(&mut found, used.instrument, used.article),
            // The planner's own words, or an assumption.
            Origin::Override(_) | Origin::Beyond { .. } => {}
        }
    }
    for notice in &projection.notices {
        // What would hold without the planner's replacement is no basis of this result.
        if notice.code == Code::NotStatutory {
            continue;
        }
        for (name, param) in &notice.params.0 {
            if let ("instrument", Param::Text(text)) = (*name, param) {
                add(&mut found, text, None);
            }
        }
    }
    sort(&mut found, |instrument| place(&instrument.short));
    let mut all: Vec<LegalBasis> = found.into_iter().map(Instrument::told).collect();
    for decree in scenario.segments.iter().filter_map(|segment| segment.decree.as_ref()) {
        if !all.iter().any(|one| one.instrument == *decree) {
            all.push(LegalBasis { instrument: decree.clone(), articles: Vec::new() });
        }
    }
    all
}

/// Adds the instruments that the law names in one text, each once. Of several an article is of none alone.
fn add(found: &mut Vec<Instrument>, names: &str, article: Option<&str>) {
    let article = article.filter(|_| !names.contains(';'));
    for name in names.split(';') {
        let (short, changed_by) = parted(name.trim());
        let known = match found.iter().position(|other| other.short == short) {
            Some(known) => found.get_mut(known),
            None => {
                found.push(Instrument {
                    short: short.into(),
                    changed_by: None,
                    articles: Vec::new(),
                });
                found.last_mut()
            }
        };
        let Some(known) = known else { continue };
        if known.changed_by.is_none() {
            known.changed_by = changed_by.map(str::to_owned);
        }
        if let Some(article) = article
            && !known.articles.iter().any(|other| other == article)
        {
            known.articles.push(article.into());
        }
    }
}

/// `PP 46/2015 (diubah PP 60/2015)` → the first, changed by the second; `PP 44/2015, sebelum PP 82/2019` → the first.
fn parted(name: &str) -> (&str, Option<&str>) {
    if let Some((short, rest)) = name.split_once(" (diubah ") {
        return (short, Some(rest.trim_end_matches(')')));
    }
    let short = name.split_once(", sebelum ").map_or(name, |(short, _)| short);
    (short, None)
}

/// Rank, year and number; what is of no known kind stands last.
fn place(short: &str) -> (usize, u64, u64) {
    let rank = INSTRUMENT_KINDS
        .iter()
        .position(|kind| short.starts_with(kind.start))
        .unwrap_or(INSTRUMENT_KINDS.len());
    let (number, year) = numbered(short).unwrap_or_default();
    let digits = |text: &str| text.parse().unwrap_or(0);
    (rank, digits(year), digits(number))
}

/// `PP 44/2015` → `44`, `2015`.
fn numbered(short: &str) -> Option<(&str, &str)> {
    let last = short.split(' ').next_back()?;
    let (number, year) = last.rsplit_once('/')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then_some((number, year))
}

/// `PP 44/2015` → `Peraturan Pemerintah Nomor 44 Tahun 2015`; a number that is not known stays open.
fn full(short: &str) -> String {
    let is_it = |kind: &&InstrumentKind| short.starts_with(kind.start);
    let Some(InstrumentKind { start, name }) = INSTRUMENT_KINDS.iter().find(is_it) else {
        return short.into();
    };
    let Some((number, year)) = numbered(short) else {
        return format!("{short} Nomor {FEW_DOTS} Tahun {FEW_DOTS}");
    };
    let number_and_year = format!("{number}/{year}");
    let between = short.strip_prefix(start).and_then(|rest| rest.strip_suffix(&number_and_year));
    let between = between.unwrap_or_default().trim();
    let of = if between.is_empty() { String::new() } else { format!(" {between}") };
    // Numbers with a sign of their own (215/PMK.07/2021) are printed as they are.
    if number.contains('/') {
        return format!("{name}{of} Nomor {number_and_year}");
    }
    format!("{name}{of} Nomor {number} Tahun {year}")
}

impl Instrument {
    fn told(mut self) -> LegalBasis {
        let mut text = full(&self.short);
        if let Some(known) = INSTRUMENT_TITLES.iter().find(|one| one.instrument == self.short) {
            text.push_str(" tentang ");
            text.push_str(known.title);
        }
        if let Some(other) = &self.changed_by {
            text.push_str(" sebagaimana telah diubah dengan ");
            text.push_str(&full(other));
        }
        self.articles.sort();
        LegalBasis { instrument: text, articles: self.articles }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instruments_have_their_full_names() {
        assert_eq!(full("PP 44/2015"), "Peraturan Pemerintah Nomor 44 Tahun 2015");
        assert_eq!(
            full("Keputusan Gubernur Sulawesi Barat 855/2025"),
            "Keputusan Gubernur Sulawesi Barat Nomor 855 Tahun 2025"
        );
        assert_eq!(full("PMK 215/PMK.07/2021"), "Peraturan Menteri Keuangan Nomor 215/PMK.07/2021");
        assert_eq!(full("Keputusan Gubernur Riau"), "Keputusan Gubernur Riau Nomor …… Tahun ……");
        assert_eq!(full("RPJPN"), "RPJPN");
    }

    #[test]
    fn what_changed_an_instrument_stands_behind_it() {
        let mut found = Vec::new();
        add(&mut found, "PP 46/2015 (diubah PP 60/2015)", None);
        let told = found.remove(0).told();
        assert_eq!(
            told.instrument,
            "Peraturan Pemerintah Nomor 46 Tahun 2015 tentang Penyelenggaraan Program Jaminan Hari Tua \
             sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 60 Tahun 2015"
        );
        assert_eq!(parted("PP 44/2015, sebelum PP 82/2019"), ("PP 44/2015", None));
    }

    #[test]
    fn articles_stand_once_with_their_instrument_and_with_none_of_several() {
        let mut found = Vec::new();
        add(&mut found, "PP 44/2015", Some("Pasal 16"));
        add(&mut found, "PP 44/2015", Some("Lampiran II"));
        add(&mut found, "PP 44/2015", Some("Pasal 16"));
        add(&mut found, "PP 38/2023; PMK 91/2023", Some("Pasal 2"));
        let told: Vec<_> = found.into_iter().map(|one| one.told().articles).collect();
        assert_eq!(told, [vec!["Lampiran II", "Pasal 16"], vec![], vec![]]);
    }

    #[test]
    fn rank_comes_before_age() {
        let mut names = [
            "Keputusan Gubernur Riau",
            "Permenaker 5/2021",
            "Inpres 2/2021",
            "Perpres 109/2013",
            "Perppu 2/2022",
            "PP 50/2025",
            "PP 44/2015",
            "UU 3/2024",
        ];
        sort(&mut names, |name| place(name));
        assert_eq!(
            names,
            [
                "UU 3/2024",
                "Perppu 2/2022",
                "PP 44/2015",
                "PP 50/2025",
                "Perpres 109/2013",
                "Inpres 2/2021",
                "Permenaker 5/2021",
                "Keputusan Gubernur Riau"
            ]
        );
    }
}
