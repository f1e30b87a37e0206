//! The data of the law: the build refuses faulty files, and the values agree with published ones.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::float_cmp, dead_code)]

#[path = "../build/law/mod.rs"]
mod build;

use cakupan::choices::Choice as _;
use cakupan::law::{Law, Value, key};
use cakupan::money::{Base, Rate};
use cakupan::month::Month;
use cakupan::scenario::{FundKind, Group, Programme, Sector, WorkerClass};

/// Faults of one file of the law.
fn faults(text: &str) -> String {
    build::compile(&[("uji.toml".into(), text.into())]).err().unwrap_or_default().join("\n")
}

/// A parameter with values in these months.
fn parameter(spans: &[(&str, Option<&str>)]) -> String {
    let mut text = String::from(
        "[[parameter]]\nkey = \"a.b\"\nunit = \"percent\"\ntitle = { id = \"A\", en = \"A\" }\n",
    );
    for (from, to) in spans {
        text += &format!("[[parameter.value]]\nfrom = \"{from}\"\nvalue = 1\n");
        text += &to.map(|to| format!("to = \"{to}\"\n")).unwrap_or_default();
        text += "instrument = \"PP\"\nchecked = \"2026-11-22\"\nstatus = \"reported\"\n";
    }
    text
}

#[test]
fn gaps_and_overlaps_fail_the_build() {
    assert_eq!(faults(&parameter(&[("2020-01", Some("2020-12")), ("2021-01", None)])), "");
    assert!(
        faults(&parameter(&[("2020-01", Some("2020-11")), ("2021-01", None)]))
            .contains("gap before 2021-01")
    );
    assert!(
        faults(&parameter(&[("2020-01", Some("2021-01")), ("2021-01", None)])).contains("overlaps")
    );
    assert!(faults(&parameter(&[("2020-01", None), ("2021-01", None)])).contains("overlaps"));
    assert!(faults(&parameter(&[("2020-05", Some("2020-04"))])).contains("ends before it begins"));
    assert!(faults(&parameter(&[("2020-13", None)])).contains("not a month"));
    assert!(
        faults(&(parameter(&[("2020-01", None)]) + &parameter(&[("2020-01", None)])))
            .contains("stands twice")
    );
}

#[test]
fn values_without_a_source_and_unknown_words_fail_the_build() {
    let good = parameter(&[("2020-01", None)]);
    assert!(faults(&good.replace("instrument = \"PP\"\n", "")).contains("names no instrument"));
    assert!(faults(&good.replace("checked = \"2026-11-22\"\n", "")).contains("names no day"));
    assert!(faults(&good.replace("reported", "likely")).contains("unknown word 'likely'"));
    assert!(
        faults(&good.replace("value = 1\n", "value = 0.00001\n")).contains("too many decimals")
    );
    assert!(faults(&good.replace("value = 1\n", "value = -1\n")).contains("negative"));
    assert!(
        faults(&good.replace("unit = \"percent\"", "unit = \"percen\"")).contains("unknown unit")
    );
    assert!(faults(&good.replace("from = \"2020-01\"", "form = \"2020-01\"")).contains("form"));
}

#[test]
fn reliefs_may_not_meet_and_name_every_payer_once() {
    let text = include_str!("../src/law/reliefs.toml");
    assert_eq!(faults(text), "");
    assert!(
        faults(&text.replace("sectors = [\"transport\"]", "sectors = [\"other\"]"))
            .contains("overlap")
    );
    assert!(
        faults(&text.replace("\"bhpr\", \"csr\"", "\"csr\"")).contains("'bhpr' must stand in one")
    );
    assert!(faults(&text.replace("openDefault = false", "")).contains("must stand in one"));
}

#[test]
fn a_relief_with_two_bases_is_as_well_known_as_the_weaker() {
    let text = include_str!("../src/law/reliefs.toml");
    let jkk = "programmes = [\"JKK\"]\nclasses = [\"PU\", \"BPU\", \"construction\"]\n";
    let fewer = text.replace(jkk, "programmes = [\"JKK\"]\nclasses = [\"PU\", \"BPU\"]\n");
    assert!(faults(&fewer).contains("JKK of construction must stand in one basis"));
    let read = text.replace(jkk, &format!("{jkk}status = \"enacted\"\n"));
    assert!(faults(&read).contains("as well known as the weakest"));
}

#[test]
fn growth_rules_and_alternatives_are_checked() {
    let text = include_str!("../src/law/minimum_wages_provinces.toml");
    assert_eq!(faults(text), "");
    assert!(
        faults(&text.replace("[growth.sen]", "[growth.cent]"))
            .contains("unknown growth rule 'sen'")
    );
    assert!(faults(&text.replace("cutRupiah = 1\n", "cutRupiah = 0\n")).contains("a cut above 0"));
    assert!(
        faults(&text.replace("{ value = 3228949,", "{ value = 3228971,"))
            .contains("is the value itself")
    );
    assert!(faults(&text.replace("region = \"11\"", "region = \"110\"")).contains("a region is"));
}

/// Reports of claims have members and one kind of time, or they divide by nothing.
#[test]
fn claims_have_members_and_a_time() {
    let claims = |more: &str| {
        let text = format!(
            "[[claims]]\nkey = \"a\"\ntitle.id = \"a\"\ntitle.en = \"a\"\nprogramme = \"JKM\"\ncases = 1\n\
             checked = \"2026-11-22\"\nstatus = \"reported\"\ncaveat.id = \"a\"\ncaveat.en = \"a\"\nseen = \"a\"\n{more}"
        );
        faults(&text)
    };
    assert_eq!(claims("members = 1\nmonths = 12"), "");
    assert!(claims("members = 0\nmonths = 12").contains("has no members"));
    for time in ["", "months = 0", "months = 1\ndays = 1"] {
        assert!(claims(&format!("members = 1\n{time}")).contains("either"), "{time}");
    }
    let twice = "members = 1\ndays = 1\n[[claims]]\nkey = \"a\"";
    assert!(!claims(twice).is_empty(), "an entry without its fields");
}

/// The version is the latest `checked` and a hash of all entries.
#[test]
fn the_version_tells_one_content_from_another() {
    let files = build::read(std::path::Path::new("src/law")).unwrap();
    let version = |files: &[build::File]| -> String {
        let compiled = build::compile(files).unwrap_or_else(|faults| panic!("{faults:?}"));
        let book: serde_json::Value = serde_json::from_str(&compiled.book).unwrap();
        let version = book["version"].as_str().unwrap().to_owned();
        assert!(compiled.code.contains(&format!("pub const VERSION: &str = {version:?};")));
        version
    };
    let with = |from: &str, to: &str| {
        let mut files = files.clone();
        let text = files.iter_mut().map(|(_, text)| text).find(|text| text.contains(from)).unwrap();
        *text = text.replacen(from, to, 1);
        version(&files)
    };
    let now = version(&files);
    assert_eq!(now, cakupan::law::VERSION);
    let (day, hash) = now.split_once('+').unwrap();
    let days = files.iter().flat_map(|(_, text)| text.lines());
    let days = days.filter_map(|line| line.split_once("checked = \"")?.1.get(..10));
    assert_eq!(Some(day), days.max());
    assert!(hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
    // A changed value, end, note, payer or account gives another hash and the same day.
    for (from, to) in [
        ("value = 6800", "value = 6801"),
        ("to = \"2021-01\"\nprogrammes", "to = \"2021-02\"\nprogrammes"),
        ("note = \"Terakhir diubah", "note = \"terakhir diubah"),
        ("yes = [\"self\"]\nno = [\"apbn\", ", "yes = [\"self\", \"apbn\"]\nno = ["),
        ("5.1.02.02.02.0006", "5.1.02.02.02.0005"),
    ] {
        let other = with(from, to);
        assert_ne!(other, now, "{from}");
        assert_eq!(other.split_once('+').unwrap().0, day, "{from}");
    }
    // A changed comment gives the same version.
    assert_eq!(with("# Contribution rates", "# The rates"), now);
    let later = with("checked = \"2026-11-27\"", "checked = \"2026-12-01\"");
    assert!(later.starts_with("2026-12-01+"), "{later}");
}

/// The 38 provinces by Kemendagri code; a region without a wage of its own has that of its province.
#[test]
fn every_region_finds_its_minimum_wage() {
    use cakupan::law::{Key, PARAMETERS};
    let provinces = [
        11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64,
        65, 71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96,
    ];
    assert_eq!(provinces.len(), 38);
    for province in provinces {
        let code = format!("{province}");
        let key = Key::minimum_wage_of(&code).unwrap_or_else(|| panic!("{code}"));
        assert!(key.name().starts_with("minimumWage.ump."), "{code}: {}", key.name());
        assert!(Law::enacted().rupiah(key, Month::of(2026, 1)).is_ok(), "{code}");
        assert_eq!(Key::minimum_wage_of(&format!("{code}.99")), Some(key));
    }
    let with_region = PARAMETERS.iter().filter_map(|parameter| parameter.region);
    let mut codes: Vec<_> = with_region.collect();
    assert_eq!(codes.len(), 38 + 6, "each UMP, and six UMK");
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), 38 + 6, "no region has two");
    for (code, key) in [
        ("73.71", key::MINIMUM_WAGE_UMK_MAKASSAR),
        ("73.10", key::MINIMUM_WAGE_UMK_PANGKEP),
        ("73.24", key::MINIMUM_WAGE_UMK_LUWU_TIMUR),
        ("76.01", key::MINIMUM_WAGE_UMK_PASANGKAYU),
        ("76.02.04.2001", key::MINIMUM_WAGE_UMK_MAMUJU),
        ("76.04", key::MINIMUM_WAGE_UMK_POLEWALI_MANDAR),
        ("76.05", key::MINIMUM_WAGE_UMP_SULAWESI_BARAT),
        ("73.14.03.2005", key::MINIMUM_WAGE_UMP_SULAWESI_SELATAN),
    ] {
        assert_eq!(Key::minimum_wage_of(code), Some(key), "{code}");
    }
    for unknown in ["", "7", "20", "73.", "731"] {
        let found = Key::minimum_wage_of(unknown);
        let found = found.as_ref().map(Key::name);
        assert_eq!(
            found,
            if unknown == "73." { Some("minimumWage.ump.sulawesiSelatan") } else { None }
        );
    }
}

/// A wage grows to the sen where its last decree has sen, else to whole rupiah.
#[test]
fn wages_grow_as_their_decree_prints_them() {
    let whole = |base: Base| base == Base::from_thousandths(number(base) / 1_000 * 1_000);
    for parameter in cakupan::law::PARAMETERS.iter().filter(|one| one.region.is_some()) {
        let Value::Rupiah(last) = parameter.values.last().unwrap().value else { panic!("rupiah") };
        let cut = parameter.beyond.as_ref().unwrap().cut;
        let expected = if whole(last) { 1_000 } else { 10 };
        assert_eq!(cut, Base::from_thousandths(expected), "{}", parameter.key);
    }
}

/// Thousandths of a rupiah.
fn number(base: Base) -> u64 {
    let text = serde_json::to_value(base).unwrap().to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{decimals:0<3}").parse().unwrap()
}

/// PP 45/2015, Pasal 29 ayat (3): each ceiling is the previous one × (1 + economic growth), cut to Rp 100. Growth as
/// published by BPS, in hundredths of a percent.
#[test]
fn jp_ceilings_follow_their_formula() {
    let steps = [479, 502, 507, 517, 502, -207, 369, 531, 505, 503, 511_i64];
    let mut ceiling = 7_000_000_i64;
    for (year, growth) in (2016..=2026).zip(steps) {
        ceiling = ceiling * (10_000 + growth) / 10_000 / 100 * 100;
        let found = Law::enacted().rupiah(key::JP_CEILING, Month::of(year, 4)).unwrap();
        assert_eq!(found.value, Base::from_thousandths(ceiling.unsigned_abs() * 1_000), "{year}");
    }
    assert_eq!(ceiling, 11_086_300);
}

#[test]
fn the_ceiling_of_2021_began_in_february() {
    let of = |month| Law::enacted().rupiah(key::JP_CEILING, Month::of(2021, month)).unwrap().value;
    assert_eq!(of(1), Base::read(8_939_700.0).unwrap());
    assert_eq!(of(2), Base::read(8_754_600.0).unwrap());
}

#[test]
fn shorthands_of_the_budget_offices_hold() {
    let of = |key| Law::enacted().percent(key, Month::of(2025, 6)).unwrap().value.millionths();
    let four =
        [key::JKK_PU_VERY_LOW, key::JKM_PU, key::JHT_PU_EMPLOYER, key::JP_PU_EMPLOYER].map(of);
    assert_eq!(four.iter().take(2).sum::<u64>(), 5_400, "0.54 %");
    assert_eq!(four.iter().sum::<u64>(), 62_400, "6.24 %");
    assert_eq!(of(key::JHT_PU_WORKER) + of(key::JP_PU_WORKER), 30_000, "3 %");
}

#[test]
fn brackets_rise_and_their_base_lies_in_its_row() {
    let rows = Law::enacted().table(key::BPU_BRACKETS, Month::of(2025, 1)).unwrap().value;
    for pair in rows.windows(2) {
        let Value::Rupiah(base) = pair[0].value else { panic!("a base is rupiah") };
        assert!(pair[0].from <= base && base < pair[1].from, "{base:?}");
    }
    assert_eq!(rows.last().unwrap().value, Value::Rupiah(Base::read(20_700_000.0).unwrap()));
    let minimum = Law::enacted().rupiah(key::BPU_MINIMUM_BASE, Month::of(2025, 1)).unwrap().value;
    assert_eq!(rows[0].value, Value::Rupiah(minimum));
    assert_eq!(
        (minimum * Rate::read(1.0).unwrap())
            .round(cakupan::money::Rounding::Nearest)
            .unwrap()
            .get(),
        10_000
    );
}

/// Every parameter has a value in every month of 2015 to 2030, or the month is before its first or after its last
/// value.
#[test]
fn every_month_has_a_value_or_a_stated_absence() {
    for parameter in cakupan::law::PARAMETERS {
        let (first, last) =
            (parameter.values.first().unwrap().from, parameter.values.last().unwrap().to);
        let months =
            (2015..=2030).flat_map(|year| (1..=12).map(move |month| Month::of(year, month)));
        for month in months {
            let there = parameter
                .values
                .iter()
                .filter(|dated| dated.from <= month && dated.to.is_none_or(|to| month <= to))
                .count();
            let stated = month < first || last.is_some_and(|last| month > last);
            assert_eq!(there, usize::from(!stated), "{} in {month}", parameter.key);
        }
    }
}

/// PP 49/2025: inflation + alpha × growth. Sulsel 3.03 + 0.8 × 5.22, Makassar 2.61 + 0.8 × 5.39.
#[test]
fn minimum_wages_of_2026_follow_their_formula() {
    // In thousandths of a rupiah and hundred-thousandths of the wage; published to the nearest sen.
    let sen = |thousandths: u64| (thousandths + 5) / 10;
    let found = |key| Law::enacted().rupiah(key, Month::of(2026, 1)).unwrap().value;
    let sulsel = sen(3_657_527_370 * (100_000 + 3_030 + 8 * 522) / 100_000);
    assert_eq!(sulsel, 392_108_879, "3,921,088.79");
    assert_eq!(found(key::MINIMUM_WAGE_UMP_SULAWESI_SELATAN), Base::from_thousandths(sulsel * 10));
    // UMP Sulbar: the formula gives 3,315,934.82; the decree (SK Gubernur 855/2025) has whole rupiah.
    assert_eq!(found(key::MINIMUM_WAGE_UMP_SULAWESI_BARAT), Base::read(3_315_934.0).unwrap());
    let makassar = 3_880_136_865_u64 * (100_000 + 2_610 + 8 * 539) / 100_000;
    assert_eq!(sen(makassar), 414_871_994, "4,148,719.94");
    assert_eq!(
        found(key::MINIMUM_WAGE_UMK_MAKASSAR),
        Base::from_thousandths(makassar / 1_000 * 1_000)
    );
}

/// PP 11/2019, Pasal 81: the village head gets 120 % and the secretary 110 % of the pay of officials.
#[test]
fn siltap_floors_are_parts_of_one_salary() {
    let of = |key| Law::enacted().rupiah(key, Month::of(2024, 1)).unwrap().value;
    let official = of(key::MINIMUM_WAGE_SILTAP_PERANGKAT_DESA);
    assert_eq!(official, Base::read(2_022_200.0).unwrap());
    // 2,022,200 × 120 % and × 110 %.
    let head = of(key::MINIMUM_WAGE_SILTAP_KEPALA_DESA);
    assert_eq!(head, (official * Rate::read(120.0).unwrap()).printed());
    let secretary = of(key::MINIMUM_WAGE_SILTAP_SEKRETARIS_DESA);
    assert_eq!(secretary, (official * Rate::read(110.0).unwrap()).printed());
}

/// The build compiles words of the TOML files into variants by its own lists, since it runs before the crate is there.
#[test]
fn the_build_knows_every_word_of_a_choice() {
    let lists = include_str!("../build/law/fault.rs");
    let words =
        [FundKind::WORDS, WorkerClass::WORDS, Sector::WORDS, Programme::WORDS, Group::WORDS]
            .concat();
    for word in words {
        assert!(
            lists.contains(&format!("(\"{word}\", ")),
            "{word} is missing in build/law/fault.rs"
        );
    }
}
