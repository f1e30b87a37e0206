//! Writes each kind of entry as Rust code, as JSON, or both, and notes faults.

use super::fault::{
    At, CLASSES, FUNDS, GROUPS, GROWTH_KINDS, PROGRAMMES, SECTORS, STATUSES, VERDICTS,
};
use super::shape::{
    Account, Alternative, Beyond, Definition, FundRule, Parameter, Relief, Row, Source,
    SubActivity, Subject, Target, Title,
};
use super::table::constant;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// Adds the fields of the source after those of the entry.
fn with_source(mut entry: Json, source: &Source) -> Json {
    if let (Some(entry), Json::Object(source)) = (entry.as_object_mut(), json!(source)) {
        entry.extend(source);
    }
    entry
}

/// A number without decimals as a JSON integer.
fn number(number: f64) -> Json {
    if number.fract() == 0.0 { json!(number as u64) } else { json!(number) }
}

pub(super) fn parameter(
    parameter: &Parameter,
    Subject { sources, growth, .. }: &Subject,
    at: &mut At<'_>,
) -> (String, Json) {
    let unit = match parameter.unit.as_str() {
        "percent" => "Percent",
        "rupiah" => "Rupiah",
        "months" => "Months",
        "table" => "Table",
        other => {
            at.fault(format!("unknown unit '{other}'"));
            ""
        }
    };
    if let Some(other) = parameter.of.as_deref().filter(|of| !["percent", "rupiah"].contains(of)) {
        at.fault(format!("unknown unit '{other}'"));
    }
    let beyond = parameter.beyond.as_ref().and_then(|name| {
        let rule = growth.get(name);
        if rule.is_none() {
            at.fault(format!("unknown growth rule '{name}'"));
        }
        rule
    });
    let (beyond_code, beyond_json) =
        beyond.map(|beyond| self::beyond(beyond, parameter, at)).unzip();
    let mut code = format!(
        "    Parameter {{ key: {:?}, unit: Unit::{unit}, region: {:?}, title: {}, beyond: {}, values: &[\n",
        parameter.key,
        parameter.region,
        words(&parameter.title),
        option(beyond_code),
    );
    let mut values = Vec::new();
    let mut next: Option<u16> = None;
    let mut open = false;
    for value in &parameter.value {
        let from = at.month(&value.from);
        let to = value.to.as_ref().map(|to| at.month(to));
        if open || next.is_some_and(|next| from < next) {
            at.fault(format!("the value from {} overlaps the one before it", value.from));
        } else if next.is_some_and(|next| from > next) {
            at.fault(format!("there is a gap before {}", value.from));
        }
        if to.is_some_and(|to| to < from) {
            at.fault(format!("the value from {} ends before it begins", value.from));
        }
        next = to.map(|to| to + 1);
        open = to.is_none();
        let cell = match (&value.value, &value.rows, &parameter.of) {
            (Some(number), None, None) => at.cell(&parameter.unit, *number),
            (None, Some(rows), Some(of)) if parameter.unit == "table" => rows_code(rows, of, at),
            _ => {
                at.fault("a table has 'of' and 'rows', everything else has 'value'");
                String::new()
            }
        };
        let source = value.cite(sources, at);
        code += &dated(from, to, &cell, &source, at);
        let row = |row: &Row| json!({ "fromRupiah": row.from, "value": number(row.value) });
        let rows = value.rows.as_ref().map(|rows| rows.iter().map(row).collect::<Vec<_>>());
        for other in &value.alternatives {
            at.cell(&parameter.unit, other.value);
            if value.value == Some(other.value) {
                at.fault(format!("the alternative {} is the value itself", other.value));
            }
        }
        let alternative =
            |other: &Alternative| json!({ "value": number(other.value), "source": other.source });
        let alternatives: Vec<_> = value.alternatives.iter().map(alternative).collect();
        let entry = json!({
            "from": value.from, "to": value.to, "value": value.value.map(number), "rows": rows,
            "alternatives": alternatives,
        });
        values.push(with_source(entry, &source));
    }
    if parameter.value.is_empty() {
        at.fault("has no value");
    }
    if parameter.region.as_ref().is_some_and(|region| ![2, 5].contains(&region.len())) {
        at.fault("a region is a province (73) or a kabupaten or kota (73.71)");
    }
    let json = json!({
        "key": parameter.key, "unit": parameter.unit, "of": parameter.of, "region": parameter.region,
        "title": parameter.title, "idle": parameter.idle, "beyond": beyond_json, "values": values,
    });
    (code + "    ] },\n", json)
}

/// A growth rule as Rust code and as JSON.
fn beyond(beyond: &Beyond, parameter: &Parameter, at: &mut At<'_>) -> (String, Json) {
    let cut = at.exact(beyond.cutRupiah, 1e3);
    if !(1..=12).contains(&beyond.month) || cut == 0 || parameter.unit != "rupiah" {
        at.fault("beyond: an amount in rupiah, a month from 1 to 12, and a cut above 0");
    }
    let code = format!(
        "Beyond {{ month: {}, cut: Base::from_thousandths({cut}), kinds: {}, instrument: {:?}, article: {:?} }}",
        beyond.month,
        at.words("GrowthKind", &beyond.kinds, GROWTH_KINDS),
        beyond.instrument,
        beyond.article,
    );
    let json = json!({
        "month": beyond.month, "cutRupiah": number(beyond.cutRupiah), "kinds": beyond.kinds,
        "instrument": beyond.instrument, "article": beyond.article,
    });
    (code, json)
}

/// A value with its months as Rust code.
fn dated(from: u16, to: Option<u16>, cell: &str, source: &Source, at: &mut At<'_>) -> String {
    format!(
        "        Dated {{ from: Month::of_index({from}), to: {}, value: {cell}, source: {} }},\n",
        option(to.map(|to| format!("Month::of_index({to})"))),
        source_code(source, at),
    )
}

fn option(code: Option<String>) -> String {
    code.map_or_else(|| "None".into(), |code| format!("Some({code})"))
}

fn words(title: &Title) -> String {
    format!("Words {{ id: {:?}, en: {:?} }}", title.id, title.en)
}

fn rows_code(rows: &[Row], of: &str, at: &mut At<'_>) -> String {
    if rows.first().is_none_or(|row| row.from != 0) {
        at.fault("the first row must begin at 0");
    }
    if !rows.is_sorted_by(|a, b| a.from < b.from) {
        at.fault("the rows must rise");
    }
    let rows: Vec<_> = rows
        .iter()
        .map(|row| {
            let value = at.cell(of, row.value);
            format!("Row {{ from: Base::from_thousandths({}), value: {value} }}", row.from * 1000)
        })
        .collect();
    format!("Value::Table(&[{}])", rows.join(", "))
}

/// The named source, with the entry's own fields in place of the source's. Reports required fields that are missing.
pub(super) fn cite(
    named: Option<&str>,
    own: Source,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> Source {
    let base = match named {
        Some(name) => sources.get(name).cloned().unwrap_or_else(|| {
            at.fault(format!("unknown source '{name}'"));
            Source::default()
        }),
        None => Source::default(),
    };
    let source = Source {
        instrument: own.instrument.or(base.instrument),
        article: own.article.or(base.article),
        promulgated: own.promulgated.or(base.promulgated),
        checked: own.checked.or(base.checked),
        status: own.status.or(base.status),
        note: own.note.or(base.note),
        seen: own.seen.or(base.seen),
        link: own.link.or(base.link),
    };
    for (what, value) in [
        ("instrument", &source.instrument),
        ("day of the last check", &source.checked),
        ("status", &source.status),
    ] {
        if value.is_none() {
            at.fault(format!("names no {what}"));
        }
    }
    if let Some(status) = &source.status {
        at.word(status, STATUSES);
    }
    for day in [&source.promulgated, &source.checked].into_iter().flatten() {
        at.day(day);
    }
    if source.link.as_ref().is_some_and(|link| !link.starts_with("https://")) {
        at.fault("a link begins with https://");
    }
    source
}

/// Fields of a source that the engine needs, as Rust code; the rest is only in the JSON.
fn source_code(source: &Source, at: &mut At<'_>) -> String {
    format!(
        "Source {{ instrument: {:?}, article: {:?}, promulgated: {:?}, status: Status::{} }}",
        source.instrument.as_deref().unwrap_or_default(),
        source.article,
        source.promulgated,
        source.status.as_ref().map_or("Assumed", |status| at.word(status, STATUSES)),
    )
}

/// Rate of a relief as a parameter, its rule, and the JSON of both.
pub(super) fn relief(
    relief: &Relief,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> (String, String, Json) {
    let (from, to) = (at.month(&relief.from), at.month(&relief.to));
    if to < from {
        at.fault("ends before it begins");
    }
    let mut payers = Vec::new();
    let mut readings = Vec::new();
    for (kind, code) in FUNDS {
        let named = |list: &[String]| list.iter().filter(|word| word == kind).count();
        let (reading, text, applies) = match (
            named(&relief.yes),
            named(&relief.no),
            named(&relief.open),
            relief.openDefault,
        ) {
            (1, 0, 0, _) => ("Yes".into(), "yes", true),
            (0, 1, 0, _) => ("No".into(), "no", false),
            (0, 0, 1, Some(applies)) => (format!("Open {{ default: {applies} }}"), "open", applies),
            _ => {
                at.fault(format!(
                    "payer '{kind}' must stand in one of yes, no, open (with openDefault)"
                ));
                continue;
            }
        };
        payers.push(format!("(FundKind::{code}, Reading::{reading})"));
        readings.push(json!({ "payer": kind, "text": text, "applies": applies }));
    }
    for word in relief.yes.iter().chain(&relief.no).chain(&relief.open) {
        at.word(word, FUNDS);
    }
    let source = relief.cite(sources, at);
    let basis = basis(relief, &source, sources, at);
    let newcomers = relief.newcomers.as_ref().map(|rule| {
        let cited = rule.cite(sources, at);
        let code = format!(
            "Newcomers {{ after: Month::of_index({}), full_months: {}, source: {} }}",
            at.month(&rule.after),
            rule.fullMonths,
            source_code(&cited, at),
        );
        let json = json!({ "after": rule.after, "fullMonths": rule.fullMonths });
        (code, with_source(json, &cited))
    });
    let (newcomers_code, newcomers_json) = newcomers.unzip();
    let cell = at.cell("percent", relief.percentOff);
    let rate = format!(
        "    Parameter {{ key: {:?}, unit: Unit::Percent, region: None, title: {}, beyond: None, values: &[\n{}    ] }},\n",
        relief.key,
        words(&relief.title),
        dated(from, Some(to), &cell, &source, at),
    );
    let rule = format!(
        "    Relief {{ rate: key::{}, programmes: {}, classes: {}, sectors: {}, payers: &[{}], newcomers: {}, source: {} }},\n",
        constant(&relief.key),
        at.words("Programme", &relief.programmes, PROGRAMMES),
        at.words("WorkerClass", &relief.classes, CLASSES),
        option(relief.sectors.as_ref().map(|sectors| at.words("Sector", sectors, SECTORS))),
        payers.join(", "),
        option(newcomers_code),
        source_code(&source, at),
    );
    let json = json!({
        "key": relief.key, "title": relief.title, "from": relief.from, "to": relief.to,
        "programmes": relief.programmes, "classes": relief.classes, "sectors": relief.sectors,
        "percentOff": number(relief.percentOff), "payers": readings, "newcomers": newcomers_json,
        "basis": basis,
    });
    (rate, rule, with_source(json, &source))
}

/// Sources of a relief by programme and class. Each programme and class is named once, and no source has a weaker
/// status than the relief: a relief has the status of its weakest source.
fn basis(
    relief: &Relief,
    whole: &Source,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> Vec<Json> {
    let mut cells: Vec<(&String, &String)> = Vec::new();
    let mut weakest = None;
    let mut list = Vec::new();
    for basis in &relief.basis {
        let source = basis.cite(sources, at);
        let rank = STATUSES.iter().position(|(name, _)| Some(*name) == source.status.as_deref());
        weakest = weakest.max(rank);
        cells.extend(
            basis
                .programmes
                .iter()
                .flat_map(|programme| basis.classes.iter().map(move |class| (programme, class))),
        );
        let json = json!({ "programmes": basis.programmes, "classes": basis.classes });
        list.push(with_source(json, &source));
    }
    if list.is_empty() {
        return list;
    }
    for programme in &relief.programmes {
        for class in &relief.classes {
            if cells.iter().filter(|cell| **cell == (programme, class)).count() != 1 {
                at.fault(format!("{programme} of {class} must stand in one basis"));
            }
        }
    }
    if cells.len() != relief.programmes.len() * relief.classes.len() {
        at.fault("a basis is about more than the relief");
    }
    let status = weakest.and_then(|rank| STATUSES.get(rank)).map(|(name, _)| *name);
    if status != whole.status.as_deref() {
        at.fault("a relief is as well known as the weakest basis of it");
    }
    list
}

pub(super) fn fund_rule(
    rule: &FundRule,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> (String, Json) {
    let from = at.month(&rule.from);
    let to = rule.to.as_ref().map(|to| at.month(to));
    if to.is_some_and(|to| to < from) {
        at.fault("ends before it begins");
    }
    let named = || rule.forbids.iter().chain(&rule.limits).chain(&rule.allows);
    if let Some(both) = named().find(|group| named().filter(|other| other == group).count() > 1) {
        at.fault(format!("'{both}' stands twice"));
    }
    if rule.verdict.is_none() && named().next().is_none() {
        at.fault("is about nobody");
    }
    let source = rule.cite(sources, at);
    let code = format!(
        "    FundRule {{ key: {:?}, funds: {}, from: Month::of_index({from}), to: {}, verdict: {}, \
         forbids: {}, limits: {}, allows: {}, text: {}, source: {} }},\n",
        rule.key,
        at.words("FundKind", &rule.funds, FUNDS),
        option(to.map(|to| format!("Month::of_index({to})"))),
        option(rule.verdict.as_ref().map(|word| format!("Verdict::{}", at.word(word, VERDICTS)))),
        at.words("Group", &rule.forbids, GROUPS),
        at.words("Group", &rule.limits, GROUPS),
        at.words("Group", &rule.allows, GROUPS),
        words(&rule.text),
        source_code(&source, at),
    );
    let json = json!({
        "key": rule.key, "funds": rule.funds, "from": rule.from, "to": rule.to, "verdict": rule.verdict,
        "forbids": rule.forbids, "limits": rule.limits, "allows": rule.allows, "text": rule.text,
    });
    (code, with_source(json, &source))
}

pub(super) fn account(
    account: &Account,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> Json {
    account.funds.iter().for_each(|word| _ = at.word(word, FUNDS));
    account.programme.iter().for_each(|word| _ = at.word(word, PROGRAMMES));
    account.group.iter().for_each(|word| _ = at.word(word, GROUPS));
    let json = json!({
        "code": account.code, "description": account.description, "funds": account.funds,
        "programme": account.programme, "group": account.group,
    });
    with_source(json, &account.cite(sources, at))
}

pub(super) fn sub_activity(
    activity: &SubActivity,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> Json {
    let json = json!({ "code": activity.code, "description": activity.description });
    with_source(json, &activity.cite(sources, at))
}

pub(super) fn target(target: &Target, sources: &BTreeMap<String, Source>, at: &mut At<'_>) -> Json {
    if !target.points.is_sorted_by(|a, b| a.year < b.year) || target.points.is_empty() {
        at.fault("the points must rise");
    }
    let json = json!({
        "key": target.key, "title": target.title, "region": target.region, "points": target.points,
    });
    with_source(json, &target.cite(sources, at))
}

pub(super) fn definition(
    definition: &Definition,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> Json {
    let json = json!({
        "key": definition.key, "title": definition.title, "region": definition.region,
        "date": definition.date, "members": definition.members, "eligible": definition.eligible,
        "percent": definition.percent, "denominator": definition.denominator,
    });
    with_source(json, &definition.cite(sources, at))
}
