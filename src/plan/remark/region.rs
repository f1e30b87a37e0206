//! Kemendagri codes that do not exist, or that do not fit the level of the plan. No rupiah depend on it; the page
//! suggests targets and minimum wages by code.

use crate::choices::Choice as _;
use crate::problem::{Notice, notice};
use crate::scenario::{Level, Region};

/// Kemendagri codes of the 38 provinces, with the four of Papua created in 2022.
const PROVINCES: &[&str] = &[
    "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36",
    "51", "52", "53", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82",
    "91", "92", "93", "94", "95", "96",
];

/// Level of a code.
enum Coded {
    Nothing,
    Level(Level),
    /// Kecamatan; it has no budget, so no plan can be for one.
    District,
}

pub(super) fn remarks(region: &Region, notices: &mut Vec<Notice>) {
    let Some(code) = &region.code else { return };
    let found = match coded(code) {
        Coded::Nothing => {
            notices.push(notice!(RegionUnknown, "region.code", code = code.as_str()));
            return;
        }
        Coded::Level(level) if level == region.level => return,
        Coded::Level(level) => level.name(),
        Coded::District => "district",
    };
    let level = region.level.name();
    notices.push(notice!(
        RegionLevel,
        "region.level",
        code = code.as_str(),
        found = found,
        level = level
    ));
}

/// Level by form: province, kabupaten (01 to 69) or kota (71 to 99), kecamatan, desa or kelurahan.
fn coded(code: &str) -> Coded {
    let mut parts = code.split('.');
    let province = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let counts = |part: &str| part.bytes().any(|digit| digit != b'0');
    if !PROVINCES.contains(&province) || !rest.iter().all(|part| counts(part)) {
        return Coded::Nothing;
    }
    match (rest.first().copied(), rest.len()) {
        (None, _) => Coded::Level(Level::Province),
        (Some("70"), _) => Coded::Nothing,
        (Some(second), 1) if second < "70" => Coded::Level(Level::Regency),
        (Some(_), 1) => Coded::Level(Level::City),
        (Some(_), 2) => Coded::District,
        (Some(_), _) => Coded::Level(Level::Village),
    }
}
