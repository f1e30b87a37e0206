//! Nota dinas: asks the head of the region, or whoever keeps the budget, for the money of the plan.

use super::model::{Blank, Block, Letter};
use super::parts::Case;
use super::say::{self, people, rupiah};
use crate::plan::Broken;

pub(super) fn memo(case: &Case<'_>) -> Result<Letter, Broken> {
    let years = case.years()?;
    let region = &case.scenario.region.name;
    let subject =
        format!("Kebutuhan anggaran iuran jaminan sosial ketenagakerjaan {region} tahun {years}");
    let head = case.head;
    let mut blocks = vec![Block::Heading("Latar belakang"), Block::Text(background(case)?)];
    blocks.extend(case.basis());
    blocks.push(Block::Heading("Kebutuhan anggaran"));
    blocks.extend(case.asked().into_iter().map(Block::Text));
    blocks.extend([case.groups()?, case.by_programme()?, case.funds()?]);
    blocks.push(Block::Heading("Cakupan dan target"));
    blocks.extend(case.coverage()?);
    blocks.push(Block::Heading("Hal yang dimohon"));
    blocks.push(Block::Numbered(wishes(case)));
    blocks.extend(case.doubts());
    blocks.extend(case.not_counted());
    blocks.push(Block::Text("Demikian disampaikan. Mohon arahan lebih lanjut.".into()));
    Ok(Letter {
        office: case.office(),
        title: "NOTA DINAS",
        about: String::new(),
        fields: vec![
            ("Kepada", head.or_dots(Blank::To)),
            ("Dari", head.or_dots(Blank::From)),
            ("Tanggal", head.or_dots(Blank::Date)),
            ("Nomor", head.or_dots(Blank::Number)),
            ("Sifat", head.or_dots(Blank::Nature)),
            ("Lampiran", head.or_dots(Blank::Attachment)),
            ("Hal", subject),
        ],
        blocks,
        signature: case.signature(),
        copies: case.copies(),
        foot: case.foot(),
    })
}

/// Who is insured for what, and when.
pub(super) fn background(case: &Case<'_>) -> Result<String, Broken> {
    let (from, to) = case.span()?;
    let government = say::government(&case.scenario.region);
    let last = case.projection.years.last().ok_or(Broken("years of a letter"))?;
    let groups: Vec<String> = last
        .segments
        .iter()
        .zip(&case.scenario.segments)
        .map(|(amount, segment)| {
            if segment.is_contract() {
                return format!("{} (kontrak jasa konstruksi)", segment.name);
            }
            format!(
                "{} ({} orang, {})",
                segment.name,
                people(amount.heads),
                say::class(segment.class)
            )
        })
        .collect();
    Ok(format!(
        "{government} merencanakan perlindungan jaminan sosial ketenagakerjaan melalui BPJS Ketenagakerjaan untuk {}. \
         Programnya {}. Kelompok yang iurannya direncanakan, dengan peserta pada bulan bayar terakhir tahun {}: {}.",
        say::period(from, to),
        say::all_of(&case.programmes()),
        last.year,
        say::all_of(&groups)
    ))
}

fn wishes(case: &Case<'_>) -> Vec<String> {
    let mut texts: Vec<String> = case
        .projection
        .years
        .iter()
        .map(|year| {
            format!(
                "Penganggaran iuran jaminan sosial ketenagakerjaan tahun {} sebesar {}.",
                year.year,
                say::in_words(year.budget_rupiah)
            )
        })
        .collect();
    for short in case.shortfalls() {
        texts.push(format!(
            "{short} Mohon tambahan pagu, atau keputusan tentang jumlah peserta yang dibayar."
        ));
    }
    let unpaid = case.projection.years.iter().filter(|year| year.unpaid_rupiah.get() > 0);
    for year in unpaid {
        texts.push(format!(
            "Tanpa keputusan itu, iuran {} pada tahun {} tidak terbayar.",
            rupiah(year.unpaid_rupiah),
            year.year
        ));
    }
    texts.push("Penetapan peserta dengan keputusan sebelum bulan pertama dibayar.".into());
    texts
}
