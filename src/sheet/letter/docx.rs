//! A letter as a DOCX file: WordprocessingML (ECMA-376) in a zip, as Word, LibreOffice and WPS read it.

use super::model::{Block, Letter, Paper, Table};
use super::styles::{LISTS, OF_DOCUMENT, RELATIONS, SETTINGS, STYLES, TYPES};
use crate::plan::Broken;
use std::io::{Cursor, Write as _};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Margins in twentieths of a point: 2.5 cm at the left, where it is bound, 2 cm elsewhere.
const LEFT: u32 = 1417;
const OTHER: u32 = 1134;

/// Numbers of lists: headings, circles, and from then on one for each numbered list.
const HEADINGS: u32 = 1;
const CIRCLES: u32 = 2;
const FIRST_LIST: u32 = 3;

impl Paper {
    /// Width and height in twentieths of a point.
    const fn size(self) -> (u32, u32) {
        match self {
            Self::A4 => (11_906, 16_838),
            Self::F4 => (12_189, 18_709),
        }
    }

    const fn text_width(self) -> u32 {
        self.size().0.saturating_sub(LEFT).saturating_sub(OTHER)
    }
}

/// The bytes of the file.
pub(super) fn written(letter: &Letter, paper: Paper) -> Result<Vec<u8>, Broken> {
    file(letter, paper).map_err(|_| Broken("file of the letter"))
}

fn file(letter: &Letter, paper: Paper) -> Result<Vec<u8>, ZipError> {
    let mut text = Text { xml: String::new(), lists: 0, paper };
    text.letter(letter);
    let (width, height) = paper.size();
    let document = format!(
        "{HEAD}<w:document {MAIN}><w:body>{}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>\
         <w:pgSz w:w=\"{width}\" w:h=\"{height}\"/><w:pgMar w:top=\"{OTHER}\" w:right=\"{OTHER}\" \
         w:bottom=\"{OTHER}\" w:left=\"{LEFT}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>\
         </w:body></w:document>",
        text.xml
    );
    let title = if letter.about.is_empty() { letter.title } else { &letter.about };
    let properties = format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>id-ID</dc:language>\
         </cp:coreProperties>",
        escaped(title)
    );
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("docProps/core.xml", &properties),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", OF_DOCUMENT),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", &numbering(text.lists)),
        ("word/settings.xml", SETTINGS),
        ("word/footer1.xml", &footer(letter, paper)),
    ];
    // The same letter gives the same bytes: the time is that with which the format begins.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, options)?;
        zip.write_all(content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn numbering(lists: u32) -> String {
    let mut xml = format!("{HEAD}<w:numbering {MAIN}>{LISTS}");
    for (number, kind) in [(HEADINGS, 1), (CIRCLES, 2)] {
        xml.push_str(&format!(
            "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{kind}\"/></w:num>"
        ));
    }
    for list in 0..lists {
        let number = FIRST_LIST.saturating_add(list);
        xml.push_str(&format!(
            "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"3\"/><w:lvlOverride w:ilvl=\"0\">\
             <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
        ));
    }
    xml.push_str("</w:numbering>");
    xml
}

fn footer(letter: &Letter, paper: Paper) -> String {
    let field = |name: &str| {
        format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
    };
    let says =
        |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text));
    format!(
        "{HEAD}<w:ftr {MAIN}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}</w:p>\
         <w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:pBdr><w:top w:val=\"nil\"/></w:pBdr><w:tabs><w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs></w:pPr>\
         <w:r><w:tab/></w:r>{}{}{}{}</w:p></w:ftr>",
        says(&letter.foot),
        paper.text_width(),
        says("Halaman "),
        field("PAGE"),
        says(" dari "),
        field("NUMPAGES"),
    )
}

/// A text as it stands in XML; signs that XML 1.0 does not know are left out.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\r' | '\t' => safe.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => safe.push(other),
        }
    }
    safe
}

/// The body as it grows.
struct Text {
    xml: String,
    /// Numbered lists so far.
    lists: u32,
    paper: Paper,
}

impl Text {
    fn letter(&mut self, letter: &Letter) {
        for line in &letter.office {
            self.paragraph("Office", "", &run(line));
        }
        self.line();
        self.paragraph("Title", "", &run(letter.title));
        if !letter.about.is_empty() {
            self.paragraph("Subtitle", "", &run(&letter.about));
        }
        for (name, value) in &letter.fields {
            let tab = "<w:r><w:tab/></w:r>";
            let runs = [run(name), tab.into(), run(":"), tab.into(), run(value)].concat();
            self.paragraph("Field", "", &runs);
        }
        self.line();
        let (last, blocks) = match letter.blocks.split_last() {
            Some((Block::Text(last), blocks)) => (last.as_str(), blocks),
            Some(_) | None => ("", letter.blocks.as_slice()),
        };
        for block in blocks {
            self.block(block);
        }
        // A signature does not stand alone on a page.
        let keep = "<w:keepNext/><w:keepLines/>";
        self.paragraph("Normal", &format!("{keep}<w:spacing w:after=\"360\"/>"), &run(last));
        for line in &letter.signature {
            self.paragraph("Signature", "", &run(line));
        }
        if !letter.copies.is_empty() {
            self.paragraph(
                "Normal",
                "<w:keepNext/><w:spacing w:before=\"360\"/>",
                &run("Tembusan:"),
            );
            self.numbered(&letter.copies);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(words) => self.paragraph("Heading1", "", &run(words)),
            Block::Text(words) => self.paragraph("Normal", "<w:jc w:val=\"both\"/>", &run(words)),
            Block::Numbered(items) => self.numbered(items),
            Block::Listed(items) => self.items("ListBullet", CIRCLES, items),
            Block::Table(table) => self.table(table),
        }
    }

    fn numbered(&mut self, items: &[String]) {
        let number = FIRST_LIST.saturating_add(self.lists);
        self.lists = self.lists.saturating_add(1);
        self.items("ListNumber", number, items);
    }

    fn items(&mut self, style: &str, number: u32, items: &[String]) {
        let of = format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr>");
        for item in items {
            self.paragraph(style, &of, &run(item));
        }
    }

    fn paragraph(&mut self, style: &str, more: &str, runs: &str) {
        let xml = format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{more}</w:pPr>{runs}</w:p>");
        self.xml.push_str(&xml);
    }

    /// A rule across the page.
    fn line(&mut self) {
        let border = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>\
                      <w:spacing w:after=\"120\" w:line=\"120\" w:lineRule=\"exact\"/>";
        self.paragraph("Normal", border, "");
    }

    fn table(&mut self, table: &Table) {
        self.paragraph("Caption", "", &run(&table.caption));
        let whole = self.paper.text_width();
        let shares: u32 =
            table.columns.iter().map(|column| column.width).fold(0, u32::saturating_add);
        let widths: Vec<u32> = table
            .columns
            .iter()
            .map(|column| whole.saturating_mul(column.width).checked_div(shares).unwrap_or(whole))
            .collect();
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" \
             w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>\
             <w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            escaped(&table.caption)
        ));
        for width in &widths {
            self.xml.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.xml.push_str("</w:tblGrid>");
        let numbers: Vec<bool> = table.columns.iter().map(|column| column.is_number).collect();
        let heads = table.columns.iter().map(|column| column.head.to_owned()).collect::<Vec<_>>();
        self.row(&heads, &widths, &numbers, Row::Head);
        for (position, row) in table.rows.iter().enumerate() {
            // The last row stays with the sum below it.
            let is_last = position.saturating_add(1) == table.rows.len();
            let kind = if is_last && table.sum.is_some() { Row::BeforeSum } else { Row::Plain };
            self.row(row, &widths, &numbers, kind);
        }
        if let Some(sum) = &table.sum {
            self.row(sum, &widths, &numbers, Row::Sum);
        }
        self.xml.push_str("</w:tbl>");
        // Two tables without a paragraph between them become one.
        self.paragraph("AfterTable", "", "");
    }

    fn row(&mut self, cells: &[String], widths: &[u32], numbers: &[bool], kind: Row) {
        let repeats = if kind == Row::Head { "<w:tblHeader/>" } else { "" };
        self.xml.push_str(&format!("<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>"));
        let is_bold = matches!(kind, Row::Head | Row::Sum);
        let shade = if is_bold {
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E6E6E6\"/>"
        } else {
            ""
        };
        let keep = if matches!(kind, Row::Head | Row::BeforeSum) { "<w:keepNext/>" } else { "" };
        let mut columns = cells.iter().zip(widths).zip(numbers).peekable();
        while let Some(((cell, width), is_number)) = columns.next() {
            let (mut width, mut span) = (*width, 1_u32);
            // The word of a sum takes the empty cells beside it.
            while let Some(((_, next), _)) =
                columns.next_if(|((next, _), _)| kind == Row::Sum && next.is_empty())
            {
                width = width.saturating_add(*next);
                span = span.saturating_add(1);
            }
            let side = match (kind, is_number) {
                (Row::Head, _) => "center",
                (Row::Plain | Row::BeforeSum | Row::Sum, true) => "right",
                (Row::Plain | Row::BeforeSum | Row::Sum, false) => "left",
            };
            let wide = format!("<w:gridSpan w:val=\"{span}\"/>");
            let wide = if span > 1 { &wide } else { "" };
            self.xml.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{wide}{shade}</w:tcPr>"
            ));
            let runs = if is_bold { bold(cell) } else { run(cell) };
            self.paragraph("Cell", &format!("{keep}<w:jc w:val=\"{side}\"/>"), &runs);
            self.xml.push_str("</w:tc>");
        }
        self.xml.push_str("</w:tr>");
    }
}

/// Which row of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Head,
    Plain,
    BeforeSum,
    Sum,
}

fn run(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}

fn bold(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text))
}
