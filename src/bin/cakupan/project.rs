//! `cakupan project`: what a plan costs and reaches.

use cakupan::ask::Quantity;
use cakupan::choices::Choice as _;
use cakupan::code::Grade;
use cakupan::plan::{Coverage, Projection, Scope};
use cakupan::problem::Notice;
use cakupan::scenario::Scenario;
use cakupan::words::{Language, tell};
use serde_json::{Value, json};

/// JSON of `project` with sentences for its codes, as in the package.
pub(crate) fn projection_json(projection: &Projection<'_>) -> Value {
    let mut value = json!(projection);
    let lists = [
        ("notices", &projection.notices),
        ("missing", &projection.missing),
        ("unused", &projection.unused),
        ("notCounted", &projection.not_counted),
    ];
    for (name, list) in lists {
        if let Some(told) = value.get_mut(name) {
            *told = json!(tell(list));
        }
    }
    value
}

/// Text of `project`: years as rows, funds as columns, and the notices.
pub(crate) fn table(
    scenario: &Scenario,
    projection: &Projection<'_>,
    language: Language,
) -> String {
    let number = |number: u64| language.number(number);
    let id = language == Language::Id;
    let mut rows = vec![vec![
        if id { "Tahun" } else { "Year" }.to_owned(),
        if id { "Orang-bulan" } else { "Person-months" }.to_owned(),
    ]];
    if let Some(head) = rows.first_mut() {
        head.extend(scenario.funds.iter().map(|fund| fund.name.clone()));
        head.push(if id { "Jumlah (Rp)" } else { "Total (Rp)" }.into());
        head.push(if id { "Cakupan" } else { "Coverage" }.into());
    }
    for year in &projection.years {
        let mut row = vec![year.year.to_string(), number(year.person_months.get())];
        row.extend(year.funds.iter().map(|fund| number(fund.rupiah.get())));
        row.push(number(year.rupiah.get()));
        row.push(year.coverage.map_or_else(String::new, |coverage| covered(coverage, language)));
        rows.push(row);
    }
    let mut total = vec![
        if id { "Jumlah" } else { "Total" }.to_owned(),
        number(projection.total.person_months.get()),
    ];
    total.extend(projection.total.funds.iter().map(|fund| number(fund.rupiah.get())));
    total.push(number(projection.total.rupiah.get()));
    rows.push(total);

    let mut text =
        format!("{} · {}\n\n", scenario.region.name, scenario.name.as_deref().unwrap_or("–"));
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max()
    };
    for row in &rows {
        let cells: Vec<String> = row
            .iter()
            .enumerate()
            .map(|(column, cell)| format!("{cell:>width$}", width = width(column).unwrap_or(0)))
            .collect();
        text.push_str(cells.join("  ").trim_end());
        text.push('\n');
    }
    text.push_str(&remarks(projection, language));
    if !projection.grounds.is_empty() {
        text.push_str(if id {
            "\nBiaya menurut mutu sumber data yang terlemah\n"
        } else {
            "\nCost by the weakest source behind it\n"
        });
    }
    for ground in &projection.grounds {
        let quality = ground.quality.map_or("none", |quality| quality.name());
        let (rupiah, quality) = (number(ground.rupiah.get()), language.term(quality));
        text.push_str(&format!("· {quality}: Rp {rupiah}\n"));
    }
    text.push_str(&if id {
        format!(
            "\nVersi aplikasi {}, versi aturan {}, kode data {}\n",
            projection.engine, projection.law, projection.input
        )
    } else {
        format!(
            "\nEngine {}, law {}, input code {}\n",
            projection.engine, projection.law, projection.input
        )
    });
    text.push_str(if id {
        "\nSimulasi untuk perencanaan; bukan penetapan anggaran atau tagihan.\n"
    } else {
        "\nA simulation for planning; it sets no budget and bills nobody.\n"
    });
    text
}

/// What must be said with a projection, by its grade: what asks for an act before what only informs.
fn remarks(projection: &Projection<'_>, language: Language) -> String {
    let id = language == Language::Id;
    let about = [
        ("", &projection.notices),
        (if id { "Tanpa pengaruh" } else { "Without effect" }, &projection.unused),
        (if id { "Belum diisi" } else { "Left empty" }, &projection.missing),
        (if id { "Belum dihitung" } else { "Not counted" }, &projection.not_counted),
    ];
    let mut text = String::new();
    for grade in Grade::ALL {
        let of_grade = |notice: &&Notice| notice.code.grade() == *grade;
        for (about, list) in about {
            let notices: Vec<&Notice> = list.iter().filter(of_grade).collect();
            if notices.is_empty() {
                continue;
            }
            let heading = capitalised(language.term(grade.name()));
            let about = if about.is_empty() { String::new() } else { format!(": {about}") };
            text.push_str(&format!("\n{heading}{about}\n"));
            for notice in notices {
                text.push_str(&format!("· {}\n", language.say(notice.code, &notice.params)));
            }
        }
    }
    text
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Coverage as a cell; a plan whose members outside the segments are not known says that it is not the region's.
fn covered(coverage: Coverage, language: Language) -> String {
    let Some(percent) = coverage.percent() else {
        return language.term("notCountable").into();
    };
    let written = |rate| language.quantity(Quantity::Percent(rate));
    let rounded = match (coverage.rounded_percent().map(written), language) {
        (None, _) => String::new(),
        (Some(rounded), Language::Id) => format!(" (dibulatkan {rounded})"),
        (Some(rounded), Language::En) => format!(" (rounded {rounded})"),
    };
    let scope = match coverage.scope {
        Scope::Region => String::new(),
        Scope::Paid => format!(" {}", language.term("paidOnly")),
    };
    format!("{}{rounded}{scope}", written(percent))
}
