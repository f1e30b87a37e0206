//! What a letter is made of, before it is a file: texts and tables, with no figure left to work out.

use crate::choices;
use crate::choices::Choice as _;

choices! {
    /// Which letter.
    pub enum LetterKind {
        /// Nota dinas: asks for the money.
        Memo = "notaDinas",
        /// Kerangka acuan kegiatan: says what the money is for, who gets what, when and at which price.
        Terms = "kak",
    }
}

choices! {
    /// Size of the paper.
    pub enum Paper {
        /// 210 × 297 mm.
        A4 = "A4",
        /// Folio, 215 × 330 mm.
        F4 = "F4",
    }
}

choices! {
    /// A place in a letter that no plan fills.
    pub enum Blank {
        /// Kepada.
        To = "to",
        /// Dari.
        From = "from",
        /// Tanggal, as it is printed.
        Date = "date",
        /// Nomor.
        Number = "number",
        /// Sifat.
        Nature = "nature",
        /// Lampiran.
        Attachment = "attachment",
        /// Program of the budget.
        Programme = "programme",
        /// Kegiatan.
        Activity = "activity",
        /// Sub kegiatan.
        SubActivity = "subActivity",
        /// Where it is signed.
        Place = "place",
        /// Office of whoever signs.
        Position = "position",
        /// Name of whoever signs.
        Name = "name",
        /// NIP of whoever signs.
        Nip = "nip",
        /// Tembusan.
        Copies = "copies",
    }
}

/// What stands where nobody filled in anything.
pub(super) const DOTS: &str = "……………………";

/// Most letters of a blank: longer texts are cut.
const MOST: usize = 300;

/// What the writer of a letter fills in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead(Vec<(Blank, String)>);

impl Letterhead {
    /// Fills a blank; a text of spaces leaves it open.
    pub fn fill(&mut self, blank: Blank, text: &str) {
        let text: String = text.trim().chars().take(MOST).collect();
        self.0.retain(|(other, _)| *other != blank);
        if !text.is_empty() {
            self.0.push((blank, text));
        }
    }

    /// What was filled in.
    pub(super) fn given(&self, blank: Blank) -> Option<&str> {
        self.0.iter().find(|(other, _)| *other == blank).map(|(_, text)| text.as_str())
    }

    /// What was filled in, or dots.
    pub(super) fn or_dots(&self, blank: Blank) -> String {
        self.given(blank).unwrap_or(DOTS).into()
    }

    /// The blank of a name, as callers in other languages write it.
    #[must_use]
    pub fn blank(name: &str) -> Option<Blank> {
        Blank::ALL.iter().find(|blank| blank.name() == name).copied()
    }
}

/// A letter.
pub(super) struct Letter {
    /// Lines above the title: whose letter it is.
    pub office: Vec<String>,
    pub title: &'static str,
    /// What it is about, below the title; empty: the title says it.
    pub about: String,
    /// Kepada, Dari, and so on.
    pub fields: Vec<(&'static str, String)>,
    pub blocks: Vec<Block>,
    /// Lines of the signature; an empty line leaves room.
    pub signature: Vec<String>,
    /// Tembusan; empty: none.
    pub copies: Vec<String>,
    /// Below each page.
    pub foot: String,
}

/// A piece of a letter.
pub(super) enum Block {
    Heading(&'static str),
    Text(String),
    /// From 1 on.
    Numbered(Vec<String>),
    Listed(Vec<String>),
    Table(Table),
}

/// A table; its heads stand again on each page.
pub(super) struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    /// The last row, where the column is summed.
    pub sum: Option<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub head: &'static str,
    /// Its width, as a share of those of all.
    pub width: u32,
    /// Numbers stand at the right.
    pub is_number: bool,
}

impl Column {
    pub const fn words(head: &'static str, width: u32) -> Self {
        Self { head, width, is_number: false }
    }

    pub const fn number(head: &'static str, width: u32) -> Self {
        Self { head, width, is_number: true }
    }
}
