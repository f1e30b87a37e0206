//! What the villages of a plan come to, as CSV.

use super::csv::{Csv, Dialect, Field};
use super::tables::text;
use crate::batch::{VillageColumns, VillagesAnswer, villages};
use crate::money::Rupiah;
use crate::plan::Broken;
use crate::problem::Problems;
use crate::scenario::{Scenario, Village};

/// A row a village, then one a district (kecamatan), and the sum of all: people by segment; by year person-months, and by
/// fund what is asked for and what of it lies above the ceiling of the village.
///
/// # Errors
/// Those of [`villages`](fn@crate::batch::villages).
pub fn villages_csv(scenario: &Scenario, dialect: Dialect) -> Result<String, Problems> {
    let answer = villages(scenario)?;
    let mut csv = Csv::new(dialect, heads(scenario, &answer).iter().map(String::as_str));
    for (position, village) in scenario.villages.iter().enumerate() {
        row(&mut csv, of_village(village), &answer.villages, position)?;
    }
    let are_named = answer.districts.iter().any(|name| !name.is_empty());
    for (position, name) in answer.districts.iter().enumerate().filter(|_| are_named) {
        let name = if name.is_empty() { "(tanpa kecamatan)" } else { name };
        let label = [Field::Empty, Field::Text("JUMLAH KECAMATAN"), Field::Text(name)];
        row(&mut csv, label, &answer.by_district, position)?;
    }
    let label = [Field::Empty, Field::Text("JUMLAH"), Field::Empty];
    row(&mut csv, label, &answer.total, 0)?;
    Ok(csv.written())
}

fn heads(scenario: &Scenario, answer: &VillagesAnswer) -> Vec<String> {
    let mut heads: Vec<String> = ["Kode", "Desa/kelurahan", "Kecamatan"].map(Into::into).into();
    for (position, _) in &answer.total.people {
        let name = scenario.segments.get(*position).map_or("", |segment| segment.name.as_str());
        heads.push(format!("{name} (orang)"));
    }
    for year in &answer.total.years {
        heads.push(format!("Orang-bulan {}", year.year));
        for fund in &scenario.funds {
            heads.push(format!("{} {}: diminta (Rp)", fund.name, year.year));
            heads.push(format!("{} {}: kurang (Rp)", fund.name, year.year));
        }
    }
    heads.push("Jumlah diminta (Rp)".into());
    heads
}

fn of_village(village: &Village) -> [Field<'_>; 3] {
    let (code, district) = (village.code.as_deref(), village.district.as_deref());
    [text(code), Field::Text(&village.name), text(district)]
}

fn row(
    csv: &mut Csv,
    label: [Field<'_>; 3],
    columns: &VillageColumns,
    unit: usize,
) -> Result<(), Broken> {
    let broken = || Broken("rows of villages");
    let mut fields = Vec::from(label);
    for (_, people) in &columns.people {
        fields.push(Field::Count(people.get(unit).ok_or_else(broken)?.get()));
    }
    let mut all = Rupiah::ZERO;
    for year in &columns.years {
        fields.push(Field::Count(year.person_months.get(unit).ok_or_else(broken)?.get()));
        all = all.plus(*year.rupiah.get(unit).ok_or_else(broken)?).ok_or_else(broken)?;
        for fund in &year.funds {
            fields.push(Field::Rupiah(*fund.asked.get(unit).ok_or_else(broken)?));
            fields.push(Field::Rupiah(*fund.short.get(unit).ok_or_else(broken)?));
        }
    }
    fields.push(Field::Rupiah(all));
    csv.row(fields);
    Ok(())
}
