//! Each kind of entry as the text of a Rust table, as an entry of the book, or as both; faults are noted on the way.

use super::fault::{
    At, CLASSES, FUNDS, GROUPS, GROWTH_KINDS, PROGRAMMES, SECTORS, STATUSES, VERDICTS,
};
use super::shape::{
    Account, Alternative, Beyond, Claims, Definition, FundRule, InstrumentTitle, Parameter, Point,
    Relief, Row, Source, SubActivity, Subject, Target, Title,
};
use super::table::constant;
use super::{book, words};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// A source whose parts that must be there were demanded.
fn said(source: &Source) -> book::Source {
    let demanded = |text: &Option<String>| text.clone().unwrap_or_default();
    book::Source {
        instrument: demanded(&source.instrument),
        article: source.article.clone(),
        promulgated: source.promulgated.clone(),
        checked: Some(demanded(&source.checked)),
        status: demanded(&source.status),
        note: source.note.clone(),
        seen: source.seen.clone(),
        link: source.link.clone(),
    }
}

/// A number without decimals as a JSON integer.
fn number(number: f64) -> Json {
    if number.fract() == 0.0 { json!(number as u64) } else { json!(number) }
}

pub(super) fn parameter(
    parameter: &Parameter,
    Subject { sources, growth, .. }: &Subject,
    at: &mut At<'_>,
) -> (String, book::Parameter) {
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
    let of = match parameter.of.as_deref() {
        None => None,
        Some("percent") => Some(book::RowUnit::Percent),
        Some("rupiah") => Some(book::RowUnit::Rupiah),
        Some(other) => {
            at.fault(format!("unknown unit '{other}'"));
            None
        }
    };
    let beyond = parameter.beyond.as_ref().and_then(|name| {
        let rule = growth.get(name);
        if rule.is_none() {
            at.fault(format!("unknown growth rule '{name}'"));
        }
        rule
    });
    let (beyond_code, beyond_entry) =
        beyond.map(|beyond| self::beyond(beyond, parameter, at)).unzip();
    let mut code = format!(
        "    Parameter {{ key: {:?}, unit: Unit::{unit}, region: {:?}, title: {}, beyond: {}, values: &[\n",
        parameter.key,
        parameter.region,
        title(&parameter.title),
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
        let row = |row: &Row| words::Row { from: row.from, value: number(row.value) };
        let rows = value.rows.as_ref().map(|rows| rows.iter().map(row).collect());
        for other in &value.alternatives {
            at.cell(&parameter.unit, other.value);
            if value.value == Some(other.value) {
                at.fault(format!("the alternative {} is the value itself", other.value));
            }
        }
        let alternative = |other: &Alternative| book::Alternative {
            value: number(other.value),
            source: other.source.clone(),
        };
        values.push(book::DatedValue {
            from: value.from.clone(),
            to: value.to.clone(),
            value: value.value.map(number),
            rows,
            alternatives: value.alternatives.iter().map(alternative).collect(),
            source: said(&source),
        });
    }
    if parameter.value.is_empty() {
        at.fault("has no value");
    }
    if parameter.region.as_ref().is_some_and(|region| ![2, 5].contains(&region.len())) {
        at.fault("a region is a province (73) or a kabupaten or kota (73.71)");
    }
    let entry = book::Parameter {
        key: parameter.key.clone(),
        unit: parameter.unit.clone(),
        of,
        region: parameter.region.clone(),
        title: parameter.title.clone(),
        idle: parameter.idle.clone(),
        beyond: beyond_entry,
        values,
    };
    (code + "    ] },\n", entry)
}

/// A growth rule as the text of a Rust value and as an entry of the book.
fn beyond(beyond: &Beyond, parameter: &Parameter, at: &mut At<'_>) -> (String, book::Beyond) {
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
    let entry = book::Beyond {
        month: beyond.month,
        cut_rupiah: number(beyond.cutRupiah),
        kinds: beyond.kinds.clone(),
        instrument: beyond.instrument.clone(),
        article: beyond.article.clone(),
    };
    (code, entry)
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

fn title(title: &Title) -> String {
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

/// The rate of a relief as a parameter, the rule around it, and both as an entry of the book.
pub(super) fn relief(
    relief: &Relief,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> (String, String, book::Relief) {
    let (from, to) = (at.month(&relief.from), at.month(&relief.to));
    if to < from {
        at.fault("ends before it begins");
    }
    let mut payers = Vec::new();
    let mut readings: Vec<book::ReliefPayer> = Vec::new();
    for (kind, code) in FUNDS {
        let named = |list: &[String]| list.iter().filter(|word| word == kind).count();
        let (reading, text, applies) = match (
            named(&relief.yes),
            named(&relief.no),
            named(&relief.open),
            relief.openDefault,
        ) {
            (1, 0, 0, _) => ("Yes".into(), book::Reading::Yes, true),
            (0, 1, 0, _) => ("No".into(), book::Reading::No, false),
            (0, 0, 1, Some(applies)) => {
                (format!("Open {{ default: {applies} }}"), book::Reading::Open, applies)
            }
            _ => {
                at.fault(format!(
                    "payer '{kind}' must stand in one of yes, no, open (with openDefault)"
                ));
                continue;
            }
        };
        payers.push(format!("(FundKind::{code}, Reading::{reading})"));
        readings.push(book::ReliefPayer { payer: (*kind).into(), text, applies });
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
        let entry = book::ReliefNewcomers {
            after: rule.after.clone(),
            full_months: rule.fullMonths,
            source: said(&cited),
        };
        (code, entry)
    });
    let (newcomers_code, newcomers_entry) = newcomers.unzip();
    let cell = at.cell("percent", relief.percentOff);
    let rate = format!(
        "    Parameter {{ key: {:?}, unit: Unit::Percent, region: None, title: {}, beyond: None, values: &[\n{}    ] }},\n",
        relief.key,
        title(&relief.title),
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
    let entry = book::Relief {
        key: relief.key.clone(),
        title: relief.title.clone(),
        from: relief.from.clone(),
        to: relief.to.clone(),
        programmes: relief.programmes.clone(),
        classes: relief.classes.clone(),
        sectors: relief.sectors.clone(),
        percent_off: number(relief.percentOff),
        payers: readings,
        newcomers: newcomers_entry,
        basis,
        source: said(&source),
    };
    (rate, rule, entry)
}

/// Sources of a relief by programme and class. Each programme and class is named once, and no source has a weaker
/// status than the relief: a relief has the status of its weakest source.
fn basis(
    relief: &Relief,
    whole: &Source,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> Vec<book::ReliefBasis> {
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
        list.push(book::ReliefBasis {
            programmes: basis.programmes.clone(),
            classes: basis.classes.clone(),
            source: said(&source),
        });
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
) -> (String, book::FundRule) {
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
        title(&rule.text),
        source_code(&source, at),
    );
    let entry = book::FundRule {
        key: rule.key.clone(),
        funds: rule.funds.clone(),
        from: rule.from.clone(),
        to: rule.to.clone(),
        verdict: rule.verdict.clone(),
        forbids: rule.forbids.clone(),
        limits: rule.limits.clone(),
        allows: rule.allows.clone(),
        text: rule.text.clone(),
        source: said(&source),
    };
    (code, entry)
}

/// An account as Rust code, where it is that of a group for all programmes, and as an entry of the book.
pub(super) fn account(
    account: &Account,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> (Option<String>, book::KnownAccount) {
    let funds = at.words("FundKind", &account.funds, FUNDS);
    account.programme.iter().for_each(|word| _ = at.word(word, PROGRAMMES));
    let group = account.group.as_ref().map(|word| at.word(word, GROUPS));
    let whole = group.filter(|_| account.programme.is_none());
    let code = whole.map(|group| {
        let (code, words) = (&account.code, &account.description);
        format!(
            "    GroupAccount {{ group: Group::{group}, funds: {funds}, code: {code:?}, description: {words:?} }},\n"
        )
    });
    let entry = book::KnownAccount {
        code: account.code.clone(),
        description: account.description.clone(),
        funds: account.funds.clone(),
        programme: account.programme.clone(),
        group: account.group.clone(),
        source: said(&account.cite(sources, at)),
    };
    (code, entry)
}

pub(super) fn sub_activity(
    activity: &SubActivity,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> book::SubActivity {
    book::SubActivity {
        code: activity.code.clone(),
        description: activity.description.clone(),
        source: said(&activity.cite(sources, at)),
    }
}

pub(super) fn target(
    target: &Target,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> book::PrintedTarget {
    if !target.points.is_sorted_by(|a, b| a.year < b.year) || target.points.is_empty() {
        at.fault("the points must rise");
    }
    let point = |point: &Point| book::PrintedPoint { year: point.year, percent: point.percent };
    book::PrintedTarget {
        key: target.key.clone(),
        title: target.title.clone(),
        region: target.region.clone(),
        points: target.points.iter().map(point).collect(),
        source: said(&target.cite(sources, at)),
    }
}

pub(super) fn definition(
    definition: &Definition,
    sources: &BTreeMap<String, Source>,
    at: &mut At<'_>,
) -> book::CoverageDefinition {
    book::CoverageDefinition {
        key: definition.key.clone(),
        title: definition.title.clone(),
        region: definition.region.clone(),
        date: definition.date.clone(),
        members: definition.members,
        eligible: definition.eligible,
        percent: definition.percent,
        denominator: definition.denominator.clone(),
        source: said(&definition.cite(sources, at)),
    }
}

/// Reported claims as the text of a Rust value. They stand in no law, so the book does not have them.
pub(super) fn claims(claims: &Claims, at: &mut At<'_>) -> String {
    at.day(&claims.checked);
    let span = match (claims.months, claims.days) {
        (Some(months @ 1..), None) => format!("Exposed::Months({months})"),
        (None, Some(days @ 1..)) => format!("Exposed::Days({days})"),
        _ => {
            at.fault("has either 'months' or 'days', above 0");
            String::new()
        }
    };
    if claims.members == 0 {
        at.fault("has no members");
    }
    format!(
        "    Claims {{ key: {:?}, title: {}, region: {:?}, programme: Programme::{}, cases: {}, members: {}, \
         exposed: {span}, rupiah: {:?}, status: Status::{}, caveat: {}, seen: {:?} }},\n",
        claims.key,
        title(&claims.title),
        claims.region,
        at.word(&claims.programme, PROGRAMMES),
        claims.cases,
        claims.members,
        claims.rupiah,
        at.word(&claims.status, STATUSES),
        title(&claims.caveat),
        claims.seen,
    )
}

/// The title of an instrument as the text of a Rust value.
pub(super) fn instrument_title(title: &InstrumentTitle, at: &mut At<'_>) -> String {
    format!(
        "    InstrumentTitle {{ instrument: {:?}, title: {:?}, status: Status::{} }},\n",
        title.instrument,
        title.title,
        at.word(&title.status, STATUSES),
    )
}
