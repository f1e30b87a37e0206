//! Amounts, months and names as an Indonesian letter writes them.

use super::super::terbilang::{grouped, terbilang};
use crate::money::{Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::scenario::{Level, Programme, Region, WorkerClass};

const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// `Rp 570.326.400`, which no line breaks.
pub(super) fn rupiah(amount: Rupiah) -> String {
    format!("Rp\u{a0}{}", grouped(amount.get()))
}

/// `570.326.400`, below a head that says rupiah.
pub(super) fn plain(amount: Rupiah) -> String {
    grouped(amount.get())
}

/// `Rp 16.800 (enam belas ribu delapan ratus rupiah)`.
pub(super) fn in_words(amount: Rupiah) -> String {
    match terbilang(amount.get()) {
        Some(words) => format!("{} ({words} rupiah)", rupiah(amount)),
        // Above what words go to: the figure stands alone.
        None => rupiah(amount),
    }
}

pub(super) fn people(people: People) -> String {
    grouped(people.get())
}

pub(super) fn number(number: u64) -> String {
    grouped(number)
}

/// Cut to two decimals, as coverage never claims a target early: `50,49 %`.
pub(super) fn percent(rate: Rate) -> String {
    let hundredths = rate.millionths() / 100;
    let (whole, part) = (hundredths / 100, hundredths % 100);
    let mut text = grouped(whole);
    if part > 0 {
        let digits = format!("{part:02}");
        text.push(',');
        text.push_str(digits.trim_end_matches('0'));
    }
    format!("{text}\u{a0}%")
}

/// `Maret 2026`.
pub(super) fn month(month: Month) -> String {
    let names = MONTHS.iter().zip(1_u16..);
    let name = names.filter(|(_, number)| *number == month.number()).map(|(name, _)| *name);
    format!("{} {}", name.collect::<String>(), month.year())
}

/// `Januari sampai dengan Desember 2026`, `Oktober 2025 sampai dengan Maret 2026`, `Maret 2026`.
pub(super) fn period(from: Month, to: Month) -> String {
    if from == to {
        return month(from);
    }
    let start = month(from);
    let first = match start.split_once(' ') {
        Some((name, _)) if from.year() == to.year() => name,
        Some(_) | None => &start,
    };
    format!("{first} sampai dengan {}", month(to))
}

/// `2026`, or `2026–2028`.
pub(super) fn years(from: Month, to: Month) -> String {
    if from.year() == to.year() {
        return from.year().to_string();
    }
    format!("{}–{}", from.year(), to.year())
}

/// `JKK, JKM dan JHT`.
pub(super) fn all_of(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} dan {last}", rest.join(", ")),
    }
}

/// `Jaminan Kematian (JKM)`.
pub(super) const fn programme(programme: Programme) -> &'static str {
    match programme {
        Programme::Jkk => "Jaminan Kecelakaan Kerja (JKK)",
        Programme::Jkm => "Jaminan Kematian (JKM)",
        Programme::Jht => "Jaminan Hari Tua (JHT)",
        Programme::Jp => "Jaminan Pensiun (JP)",
    }
}

pub(super) const fn class(class: WorkerClass) -> &'static str {
    match class {
        WorkerClass::Pu => "penerima upah",
        WorkerClass::Bpu => "bukan penerima upah",
        WorkerClass::Construction => "jasa konstruksi",
    }
}

/// `Pemerintah Kabupaten Majene`; the name may begin with the level, also shortened (`Kab. Majene`).
pub(super) fn government(region: &Region) -> String {
    let (level, short) = match region.level {
        Level::Province => ("Provinsi", "Prov."),
        Level::Regency => ("Kabupaten", "Kab."),
        Level::City => ("Kota", "Kota"),
        Level::Village => ("Desa", "Desa"),
    };
    let name = match region.name.split_once(' ') {
        Some((first, rest)) if first == level || first == short => rest,
        // A province or a village may be called otherwise (Daerah Istimewa, Nagari), so no other first word is believed.
        Some(_) | None => &region.name,
    };
    format!("Pemerintah {level} {name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_years_are_written_out() {
        let at = |text| Month::parse(text).unwrap_or(Month::of(2000, 1));
        assert_eq!(month(at("2026-03")), "Maret 2026");
        assert_eq!(period(at("2026-01"), at("2026-12")), "Januari sampai dengan Desember 2026");
        assert_eq!(period(at("2025-10"), at("2026-03")), "Oktober 2025 sampai dengan Maret 2026");
        assert_eq!(period(at("2026-05"), at("2026-05")), "Mei 2026");
        assert_eq!(years(at("2025-10"), at("2026-03")), "2025–2026");
    }

    #[test]
    fn percentages_are_cut_and_have_a_comma() {
        // 50.4999 % is not 50.5 %.
        assert_eq!(percent(Rate::from_millionths(504_999)), "50,49\u{a0}%");
        assert_eq!(percent(Rate::from_millionths(505_000)), "50,5\u{a0}%");
        assert_eq!(percent(Rate::from_millionths(1_000_000)), "100\u{a0}%");
        assert_eq!(percent(Rate::from_millionths(500)), "0,05\u{a0}%");
    }

    #[test]
    fn amounts_have_their_words() {
        // 2,829 × 16,800 × 12, as Manggarai Barat published it.
        let amount = Rupiah::new(570_326_400).map(in_words);
        let words = "Rp\u{a0}570.326.400 (lima ratus tujuh puluh juta tiga ratus dua puluh enam ribu empat ratus rupiah)";
        assert_eq!(amount.as_deref(), Some(words));
    }

    #[test]
    fn a_government_is_named_once() {
        let region =
            |name: &str, level| Region { name: name.into(), level, code: None, population: None };
        assert_eq!(
            government(&region("Kabupaten Majene", Level::Regency)),
            "Pemerintah Kabupaten Majene"
        );
        assert_eq!(
            government(&region("Kab. Manggarai Barat", Level::Regency)),
            "Pemerintah Kabupaten Manggarai Barat"
        );
        assert_eq!(
            government(&region("Sulawesi Selatan", Level::Province)),
            "Pemerintah Provinsi Sulawesi Selatan"
        );
    }
}
