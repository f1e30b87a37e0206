//! Pieces that both letters have: the legal basis, what it costs, from which money, coverage, and what is not counted.

use super::super::legal::basis;
use super::super::workbook::Sentences;
use super::model::{Blank, Block, Column, DOTS, Letterhead, Table};
use super::say::{self, people, percent, plain, rupiah};
use crate::money::Rupiah;
use crate::month::Month;
use crate::plan::{Broken, Coverage, Projection, Scope};
use crate::scenario::{Quality, Scenario, Segment};

/// What every piece is made from.
pub(super) struct Case<'a> {
    pub scenario: &'a Scenario,
    pub projection: &'a Projection<'a>,
    pub sentences: &'a Sentences,
    pub head: &'a Letterhead,
}

impl Case<'_> {
    /// First and last month.
    pub fn span(&self) -> Result<(Month, Month), Broken> {
        let months = &self.projection.months;
        months.first().copied().zip(months.last().copied()).ok_or(Broken("months of a letter"))
    }

    /// `2026`, or `2026–2028`.
    pub fn years(&self) -> Result<String, Broken> {
        let (from, to) = self.span()?;
        Ok(say::years(from, to))
    }

    /// Lines above the title.
    pub fn office(&self) -> Vec<String> {
        let government = say::government(&self.scenario.region).to_uppercase();
        let mut lines = vec![government];
        let agencies = self.agencies();
        // Of several offices none writes for all.
        if let [agency] = &agencies[..] {
            lines.push(agency.to_uppercase());
        }
        lines
    }

    /// The offices whose budget it is, each once.
    pub fn agencies(&self) -> Vec<&str> {
        self.said(|segment| segment.agency.as_deref())
    }

    /// What the groups say, each once.
    pub fn said(&self, of: impl Fn(&Segment) -> Option<&str>) -> Vec<&str> {
        let mut said: Vec<&str> = Vec::new();
        for words in self.scenario.segments.iter().filter_map(of) {
            if !said.contains(&words) {
                said.push(words);
            }
        }
        said
    }

    /// What the writer filled in, else what the groups say, else dots.
    pub fn filled(&self, blank: Blank, of: impl Fn(&Segment) -> Option<&str>) -> String {
        match (self.head.given(blank), &self.said(of)[..]) {
            (Some(given), _) => given.into(),
            (None, []) => DOTS.into(),
            (None, said) => said.join("; "),
        }
    }

    /// Programmes of any group.
    pub fn programmes(&self) -> Vec<String> {
        let programmes = self.projection.total.programmes.iter();
        programmes.map(|one| say::programme(one.programme).to_owned()).collect()
    }

    pub fn basis(&self) -> Vec<Block> {
        let all = basis(self.scenario, self.projection).into_iter();
        let mut names: Vec<String> = all.map(|one| one.instrument).collect();
        names.push(format!("Peraturan daerah atau peraturan kepala daerah: {DOTS}"));
        vec![Block::Heading("Dasar hukum"), Block::Numbered(names)]
    }

    /// What all funds of the budget pay, in words, and what others pay.
    pub fn asked(&self) -> Vec<String> {
        let total = &self.projection.total;
        let asked = total.budget_rupiah;
        let mut texts =
            vec![format!("Jumlah yang dibutuhkan dari anggaran: {}.", say::in_words(asked))];
        let others = total.rupiah.less(asked);
        if others > Rupiah::ZERO {
            texts.push(format!(
                "Selain itu {} dibayar pemberi kerja atau pekerja sendiri, sehingga seluruh iuran {}.",
                rupiah(others),
                rupiah(total.rupiah)
            ));
        }
        texts
    }

    /// By group and year.
    pub fn groups(&self) -> Result<Block, Broken> {
        let columns = vec![
            Column::words("Tahun", 8),
            Column::words("Kelompok", 34),
            Column::number("Peserta", 13),
            Column::number("Bulan", 8),
            Column::number("Orang-bulan", 15),
            Column::number("Iuran (Rp)", 22),
        ];
        let mut rows = Vec::new();
        for year in &self.projection.years {
            for (amount, segment) in year.segments.iter().zip(&self.scenario.segments) {
                let mut row = vec![year.year.to_string(), segment.name.clone()];
                if segment.is_contract() {
                    row.extend(["1 kontrak".into(), String::new(), String::new()]);
                } else {
                    row.push(people(amount.heads));
                    row.push(say::number(amount.billed_months));
                    row.push(people(amount.person_months));
                }
                row.push(plain(amount.rupiah));
                rows.push(row);
            }
        }
        let total = &self.projection.total;
        let sum = ["Jumlah", "", "", "", &people(total.person_months), &plain(total.rupiah)];
        let sum = Some(sum.map(str::to_owned).to_vec());
        Ok(Block::Table(Table {
            caption: format!("Kebutuhan iuran menurut kelompok, tahun {}", self.years()?),
            columns,
            rows,
            sum,
        }))
    }

    /// By programme and year.
    pub fn by_programme(&self) -> Result<Block, Broken> {
        let columns = vec![
            Column::words("Tahun", 12),
            Column::words("Program", 58),
            Column::number("Iuran (Rp)", 30),
        ];
        let mut rows = Vec::new();
        for year in &self.projection.years {
            for of in &year.programmes {
                let name = say::programme(of.programme).to_owned();
                rows.push(vec![year.year.to_string(), name, plain(of.rupiah)]);
            }
        }
        let sum = vec!["Jumlah".into(), String::new(), plain(self.projection.total.rupiah)];
        Ok(Block::Table(Table {
            caption: format!("Kebutuhan iuran menurut program, tahun {}", self.years()?),
            columns,
            rows,
            sum: Some(sum),
        }))
    }

    /// By fund and year, with ceilings.
    pub fn funds(&self) -> Result<Block, Broken> {
        let columns = vec![
            Column::words("Tahun", 8),
            Column::words("Sumber dana", 32),
            Column::number("Iuran (Rp)", 21),
            Column::number("Pagu (Rp)", 21),
            Column::number("Kekurangan (Rp)", 18),
        ];
        let mut rows = Vec::new();
        let mut short = Rupiah::ZERO;
        for year in &self.projection.years {
            for (of, fund) in year.funds.iter().zip(&self.scenario.funds) {
                short = short.plus(of.short_rupiah).ok_or(Broken("shortfall of a letter"))?;
                let ceiling = of.ceiling_rupiah.map_or_else(|| "tanpa pagu".into(), plain);
                let year = year.year.to_string();
                rows.push(vec![
                    year,
                    fund.name.clone(),
                    plain(of.rupiah),
                    ceiling,
                    plain(of.short_rupiah),
                ]);
            }
        }
        let sum = ["Jumlah", "", &plain(self.projection.total.rupiah), "–", &plain(short)];
        let sum = Some(sum.map(str::to_owned).to_vec());
        Ok(Block::Table(Table {
            caption: format!("Kebutuhan iuran menurut sumber dana, tahun {}", self.years()?),
            columns,
            rows,
            sum,
        }))
    }

    /// What ceilings do not pay, a sentence for each fund and year.
    pub fn shortfalls(&self) -> Vec<String> {
        let mut texts = Vec::new();
        for year in &self.projection.years {
            for (of, fund) in year.funds.iter().zip(&self.scenario.funds) {
                if of.short_rupiah == Rupiah::ZERO {
                    continue;
                }
                let since = of.ends_in.map(|month| format!(", mulai {}", say::month(month)));
                texts.push(format!(
                    "Pagu {} tahun {} kurang {}{}.",
                    fund.name,
                    year.year,
                    rupiah(of.short_rupiah),
                    since.unwrap_or_default()
                ));
            }
        }
        texts
    }

    /// Coverage at the end of each year; why there is none.
    pub fn coverage(&self) -> Result<Vec<Block>, Broken> {
        let ends: Vec<(u16, Coverage)> = self
            .projection
            .years
            .iter()
            .filter_map(|year| year.coverage.map(|coverage| (year.year, coverage)))
            .collect();
        let Some((_, last)) = ends.last().copied() else {
            let text = "Cakupan belum dihitung, karena potensi peserta (tenaga kerja) belum diisi dalam rencana.";
            return Ok(vec![Block::Text(text.into())]);
        };
        let columns = vec![
            Column::words("Akhir bulan", 20),
            Column::number("Peserta", 15),
            Column::number("Potensi peserta", 17),
            Column::number("Cakupan", 13),
            Column::number("Target", 12),
            Column::number("Kurang ke target", 13),
            Column::number("Belum peserta", 14),
        ];
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".into());
        let rows = ends.iter().map(|(_, at)| {
            vec![
                say::month(at.month),
                people(at.members),
                people(at.eligible),
                or_none(at.percent().map(percent)),
                or_none(at.target.map(|demand| percent(demand.percent))),
                or_none(at.gap().map(people)),
                people(at.gap_to_all()),
            ]
        });
        let table = Table {
            caption: "Cakupan kepesertaan dan target".into(),
            columns,
            rows: rows.collect(),
            sum: None,
        };
        let mut text = match last.percent() {
            Some(share) => format!(
                "Pada akhir {} cakupan mencapai {}: {} peserta dari {} potensi peserta.",
                say::month(last.month),
                percent(share),
                people(last.members),
                people(last.eligible)
            ),
            None => format!("Pada akhir {} tidak ada potensi peserta.", say::month(last.month)),
        };
        match (last.target, last.gap()) {
            (Some(demand), Some(gap)) if gap.get() > 0 => text.push_str(&format!(
                " Target {} memerlukan {} peserta; masih kurang {} orang.",
                percent(demand.percent),
                people(demand.members),
                people(gap)
            )),
            (Some(demand), _) => {
                text.push_str(&format!(" Target {} tercapai.", percent(demand.percent)))
            }
            (None, _) => text.push_str(" Target belum ditetapkan dalam rencana."),
        }
        if last.scope == Scope::Paid {
            text.push_str(
                " Cakupan ini hanya menghitung peserta yang dibayar menurut rencana ini; peserta lain yang sudah aktif belum diisi.",
            );
        }
        Ok(vec![Block::Text(text), Block::Table(table)])
    }

    /// What must be known before the figures are used: warnings, and how good the sources are.
    pub fn doubts(&self) -> Vec<Block> {
        let mut texts: Vec<String> = self
            .projection
            .grounds
            .iter()
            .map(|ground| {
                let words = match ground.quality {
                    Some(Quality::Official) => "berdasarkan data resmi",
                    Some(Quality::Press) => "berdasarkan berita media massa",
                    Some(Quality::Survey) => "berdasarkan survei atau pendataan",
                    Some(Quality::Estimate) => "berdasarkan estimasi",
                    Some(Quality::Guess) => {
                        "berdasarkan asumsi; ganti dengan data sebelum diajukan"
                    }
                    None => "tanpa sumber yang disebut; lengkapi sebelum diajukan",
                };
                format!("{} {words}.", rupiah(ground.rupiah))
            })
            .collect();
        texts.extend(self.sentences.notices.iter().cloned());
        vec![Block::Heading("Mutu data dan peringatan"), Block::Listed(texts)]
    }

    /// What the figures do not include.
    pub fn not_counted(&self) -> Vec<Block> {
        vec![
            Block::Heading("Belum dihitung"),
            Block::Text("Jumlah di atas belum termasuk hal berikut.".into()),
            Block::Listed(self.sentences.not_counted.clone()),
        ]
    }

    pub fn signature(&self) -> Vec<String> {
        let place_and_date =
            format!("{}, {}", self.head.or_dots(Blank::Place), self.head.or_dots(Blank::Date));
        let name = self.head.or_dots(Blank::Name);
        let nip = format!("NIP {}", self.head.or_dots(Blank::Nip));
        let room = String::new();
        vec![
            place_and_date,
            self.head.or_dots(Blank::Position),
            room.clone(),
            room.clone(),
            room,
            name,
            nip,
        ]
    }

    /// Tembusan: one a line, as they were typed between semicolons.
    pub fn copies(&self) -> Vec<String> {
        let copies = self.head.given(Blank::Copies).unwrap_or_default();
        copies.split(';').map(|one| one.trim().to_owned()).filter(|one| !one.is_empty()).collect()
    }

    /// Below each page: that it is a plan, and how to find it again.
    pub fn foot(&self) -> String {
        let Self { projection: result, .. } = self;
        format!(
            "Simulasi untuk perencanaan; bukan penetapan anggaran atau tagihan. Kode data {}, aturan {}, versi {}.",
            result.input, result.law, result.engine
        )
    }

    pub fn fund_names(&self) -> String {
        let names: Vec<String> = self.scenario.funds.iter().map(|fund| fund.name.clone()).collect();
        say::all_of(&names)
    }
}
