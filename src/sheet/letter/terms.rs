//! Kerangka acuan kegiatan (KAK): what the money is for, who gets what, when, and at which price.

use super::super::rka::rka;
use super::memo::background;
use super::model::{Blank, Block, Column, Letter, Table};
use super::parts::Case;
use super::say::{self, people, percent, plain};
use crate::plan::Broken;

pub(super) fn terms(case: &Case<'_>) -> Result<Letter, Broken> {
    let years = case.years()?;
    let head = case.head;
    let agencies = case.agencies();
    let agency =
        if agencies.is_empty() { head.or_dots(Blank::From) } else { say::all_of(&agencies) };
    let mut blocks = vec![Block::Heading("Latar belakang"), Block::Text(background(case)?)];
    blocks.extend(case.basis());
    blocks.extend(purpose(case));
    blocks.extend(beneficiaries(case)?);
    blocks.extend(outputs(case)?);
    blocks.extend(stages(case)?);
    blocks.extend(costs(case)?);
    blocks.extend([Block::Heading("Sumber dana"), case.funds()?]);
    blocks.extend(case.doubts());
    blocks.extend(case.not_counted());
    blocks.push(Block::Heading("Penutup"));
    blocks.push(Block::Text(
        "Kerangka acuan ini menjadi dasar penyusunan RKA. Bila jumlah peserta, tarif, atau pagu berubah, jumlahnya dihitung kembali."
            .into(),
    ));
    Ok(Letter {
        office: case.office(),
        title: "KERANGKA ACUAN KEGIATAN (KAK)",
        about: format!(
            "Iuran jaminan sosial ketenagakerjaan {} tahun {years}",
            case.scenario.region.name
        ),
        fields: vec![
            ("Perangkat daerah", agency),
            ("Program", case.filled(Blank::Programme, |one| one.budget_programme.as_deref())),
            ("Kegiatan", case.filled(Blank::Activity, |one| one.activity.as_deref())),
            ("Sub kegiatan", case.filled(Blank::SubActivity, |one| one.sub_activity.as_deref())),
            ("Tahun anggaran", years),
            ("Sumber dana", case.fund_names()),
            ("Jumlah anggaran", say::in_words(case.projection.total.budget_rupiah)),
        ],
        blocks,
        signature: case.signature(),
        copies: Vec::new(),
        foot: case.foot(),
    })
}

fn purpose(case: &Case<'_>) -> Vec<Block> {
    let programmes = say::all_of(&case.programmes());
    vec![
        Block::Heading("Maksud dan tujuan"),
        Block::Text(format!(
            "Maksud: membayar iuran {programmes} bagi pekerja yang disebut dalam kerangka acuan ini."
        )),
        Block::Text(
            "Tujuan: pekerja dan keluarganya terlindungi dari akibat kecelakaan kerja, kematian, dan risiko lain yang \
             ditanggung program itu, dan cakupan kepesertaan naik."
                .into(),
        ),
    ]
}

/// Who is paid for, and the target as a number.
fn beneficiaries(case: &Case<'_>) -> Result<Vec<Block>, Broken> {
    let last = case.projection.years.last().ok_or(Broken("years of a letter"))?;
    let columns = vec![
        Column::words("Kelompok penerima manfaat", 34),
        Column::words("Kategori", 24),
        Column::words("Program", 20),
        Column::number("Diusulkan", 11),
        Column::number("Peserta", 11),
    ];
    let rows = last.segments.iter().zip(&case.scenario.segments).map(|(amount, segment)| {
        let programmes = amount
            .programmes
            .iter()
            .map(|of| crate::choices::Choice::name(of.programme).to_owned());
        let programmes: Vec<String> = programmes.collect();
        let (proposed, heads) = if segment.is_contract() {
            (String::new(), "1 kontrak".into())
        } else {
            (people(amount.proposed), people(amount.heads))
        };
        vec![
            segment.name.clone(),
            say::class(segment.class).into(),
            say::all_of(&programmes),
            proposed,
            heads,
        ]
    });
    let caption = format!("Penerima manfaat pada bulan bayar terakhir tahun {}", last.year);
    let mut blocks = vec![
        Block::Heading("Penerima manfaat dan target"),
        Block::Table(Table { caption, columns, rows: rows.collect(), sum: None }),
    ];
    blocks.extend(case.coverage()?);
    Ok(blocks)
}

fn outputs(case: &Case<'_>) -> Result<Vec<Block>, Broken> {
    let total = &case.projection.total;
    let mut texts = Vec::new();
    for year in &case.projection.years {
        texts.push(format!(
            "Tahun {}: iuran {} orang-bulan terbayar, dengan jumlah {}.",
            year.year,
            people(year.person_months),
            say::rupiah(year.rupiah)
        ));
        if let Some(coverage) = year.coverage
            && let Some(share) = coverage.percent()
        {
            texts.push(format!(
                "Cakupan kepesertaan pada akhir {}: {}.",
                say::month(coverage.month),
                percent(share)
            ));
        }
    }
    if case.projection.years.len() > 1 {
        texts.push(format!("Seluruhnya {} orang-bulan.", people(total.person_months)));
    }
    Ok(vec![Block::Heading("Keluaran"), Block::Numbered(texts)])
}

/// How it is done, and what is paid in each month.
fn stages(case: &Case<'_>) -> Result<Vec<Block>, Broken> {
    let (from, to) = case.span()?;
    let columns = vec![
        Column::words("Bulan", 34),
        Column::number("Peserta yang dibayar", 28),
        Column::number("Iuran (Rp)", 38),
    ];
    let monthly = &case.projection.monthly;
    let paid = monthly.heads.iter().zip(&monthly.rupiah);
    let rows =
        case.projection.months.iter().zip(paid).map(|(month, (heads, rupiah))| {
            vec![say::month(*month), people(*heads), plain(*rupiah)]
        });
    let total = &case.projection.total;
    let sum = vec![
        "Jumlah".into(),
        format!("{} orang-bulan", people(total.person_months)),
        plain(total.rupiah),
    ];
    let caption = format!("Rencana pembayaran menurut bulan, {}", say::period(from, to));
    Ok(vec![
        Block::Heading("Tahapan pelaksanaan"),
        Block::Numbered(vec![
            "Penetapan peserta dengan keputusan, sesudah nama, NIK, dan umur diperiksa.".into(),
            "Pendaftaran peserta pada BPJS Ketenagakerjaan.".into(),
            "Pembayaran iuran setiap bulan menurut tabel berikut.".into(),
            "Pemeriksaan peserta yang keluar, meninggal, atau tidak lagi memenuhi syarat, dan penggantinya.".into(),
        ]),
        Block::Table(Table { caption, columns, rows: rows.collect(), sum: Some(sum) }),
    ])
}

/// The rows of the RKA.
fn costs(case: &Case<'_>) -> Result<Vec<Block>, Broken> {
    let columns = vec![
        Column::words("Tahun", 8),
        Column::words("Kode rekening", 20),
        Column::words("Uraian", 26),
        Column::words("Koefisien", 16),
        Column::number("Harga satuan (Rp)", 13),
        Column::number("Jumlah (Rp)", 17),
    ];
    // The projection stands, so the plan has rows.
    let found = rka(case.scenario).map_err(|_| Broken("rows of a letter"))?;
    let rows = found.iter().map(|row| {
        let share =
            row.percent.map(|part| format!(", bagian {}", percent(part))).unwrap_or_default();
        vec![
            row.year.to_string(),
            row.code.unwrap_or("belum ada").into(),
            format!("{}; {}; {}", row.description, row.segment, row.fund),
            format!("{}{share}", row.coefficient),
            plain(row.price),
            plain(row.rupiah),
        ]
    });
    let sum = ["Jumlah", "", "", "", "", &plain(case.projection.total.rupiah)];
    let sum = Some(sum.map(str::to_owned).to_vec());
    let caption = "Rincian biaya (baris RKA): uraian, kelompok, dan sumber dana".into();
    let mut blocks = vec![
        Block::Heading("Rincian biaya"),
        Block::Table(Table { caption, columns, rows: rows.collect(), sum }),
    ];
    blocks.extend(case.asked().into_iter().map(Block::Text));
    Ok(blocks)
}
