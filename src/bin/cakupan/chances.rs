//! `cakupan benefit` and `cakupan risk`: ranges beside a plan.

use crate::load::{answer, load};
use crate::manner::{Manner, refuse};
use crate::out::print;
use cakupan::ask::{
    Benefit, Expected, Payment, Quantity, Retention, RiskFigures, Uncertainty, benefit, retention,
    risk,
};
use cakupan::choices::Choice as _;
use cakupan::scenario::{BenefitRequest, Input, RetentionRequest, RiskRequest};
use cakupan::words::Language;
use serde_json::json;
use std::process::ExitCode;

/// A request as it was typed; what is no JSON is told as not an object.
fn typed(request: &str) -> Input {
    serde_json::from_str(request).unwrap_or(Input::Text(request.into()))
}

/// What members and heirs may receive.
pub(crate) fn benefits(file: &str, request: &str, manner: &Manner) -> ExitCode {
    answer(file, manner, |scenario| {
        let request = BenefitRequest::read(&typed(request))?;
        let benefit = benefit(scenario, &request)?;
        let text = || received(&benefit, manner.language);
        Ok(if manner.json { format!("{}\n", json!(benefit)) } else { text() })
    })
}

/// How far cost and coverage may differ.
pub(crate) fn ranges(file: &str, request: &str, manner: &Manner) -> ExitCode {
    let plan = match load(file, manner) {
        Ok(plan) => plan,
        Err(why) => return why.told(file, manner),
    };
    // What is wrong with the plan is told before what is wrong with the request.
    let problems = cakupan::check(&plan);
    if !problems.is_empty() {
        return refuse(&problems, manner);
    }
    let worked = RiskRequest::read(&typed(request), &plan).and_then(|asked| risk(&plan, &asked));
    match worked {
        Ok(risk) if manner.json => print(format_args!("{}\n", json!(risk))),
        Ok(risk) => print(format_args!("{}", differs(&risk, manner.language))),
        Err(problems) => return refuse(&problems, manner),
    }
    ExitCode::SUCCESS
}

/// Who stays when the budget stops.
pub(crate) fn stays(file: &str, request: &str, manner: &Manner) -> ExitCode {
    answer(file, manner, |scenario| {
        let request = RetentionRequest::read(&typed(request), scenario)?;
        let retention = retention(scenario, &request)?;
        let text = || curve(&retention, manner.language);
        Ok(if manner.json { format!("{}\n", json!(retention)) } else { text() })
    })
}

/// One of two texts.
const fn one_of<'t>(language: Language, id: &'t str, en: &'t str) -> &'t str {
    match language {
        Language::Id => id,
        Language::En => en,
    }
}

fn received(benefit: &Benefit<'_>, language: Language) -> String {
    let say = |id, en| one_of(language, id, en);
    let number = |number: u64| language.number(number);
    let mut text = String::new();
    for segment in &benefit.segments {
        text.push_str(&format!("{}\n", segment.segment));
        for run in &segment.runs {
            let (from, to) = (language.month(run.from), language.month(run.to));
            text.push_str(&format!("  {from}–{to}\n"));
            let terms = &run.terms;
            let lines = [
                (say("meninggal, JKM", "death, JKM"), &terms.jkm_death),
                (
                    say("meninggal dalam masa tunggu", "death in the waiting time"),
                    &terms.jkm_newcomer_death,
                ),
                (say("meninggal karena kerja, JKK", "death at work, JKK"), &terms.jkk_death),
                (
                    say("cacat total tetap, JKK", "permanent total disability, JKK"),
                    &terms.jkk_disability,
                ),
            ];
            for (about, payment) in lines {
                let Some(payment) = payment else { continue };
                text.push_str(&format!("    {about}: {}\n", paid(payment, language)));
            }
            if let Some(percent) = run.break_even_percent {
                let about = say("titik impas JKM setahun", "JKM breaks even at, a year");
                text.push_str(&format!(
                    "    {about}: {}\n",
                    language.quantity(Quantity::Percent(percent))
                ));
            }
        }
    }
    let programmes = [
        ("JKM", &benefit.jkm, benefit.jkm_contribution_rupiah),
        ("JKK", &benefit.jkk, benefit.jkk_contribution_rupiah),
    ];
    for (name, expected, contribution) in programmes {
        let (Some(expected), Some(contribution)) = (expected, contribution) else { continue };
        let about = say("iuran rencana ini", "contributions of this plan");
        text.push_str(&format!("\n{name}; {about} Rp {}\n", number(contribution.get())));
        spread(expected, benefit, language, &mut text);
    }
    for missing in &benefit.missing {
        let (from, to) = (language.month(missing.from), language.month(missing.to));
        let about = say("tidak diketahui", "not known");
        text.push_str(&format!("{}: {about}, {from}–{to}\n", missing.parameter));
    }
    let (method, caution) = (benefit.method, benefit.caution);
    let (method, caution) = (say(method.id, method.en), say(caution.id, caution.en));
    text.push_str(&format!("\n{method}\n{caution}\n"));
    text
}

/// A payment with its parts and sources.
fn paid(payment: &Payment, language: Language) -> String {
    let number = |number: u64| language.number(number);
    let each = payment.parts.iter().map(|part| {
        let article = part.article.map(|article| format!(", {article}")).unwrap_or_default();
        format!("{} ({}{article})", number(part.rupiah.get()), part.instrument)
    });
    let parts: Vec<String> = each.collect();
    format!("Rp {} = {}", number(payment.rupiah.get()), parts.join(" + "))
}

fn spread(expected: &Expected, benefit: &Benefit<'_>, language: Language, text: &mut String) {
    let say = |id, en| one_of(language, id, en);
    let unknown = || say("tidak diketahui", "not known").to_owned();
    let cases = |cases: cakupan::ask::Cases| {
        let (whole, rest) = (cases.thousandths() / 1_000, cases.thousandths() % 1_000);
        format!("{}{}{rest:03}", language.number(whole), say(",", "."))
    };
    let rupiah = |rupiah: Option<cakupan::money::Rupiah>| {
        rupiah.map_or_else(unknown, |rupiah| format!("Rp {}", language.number(rupiah.get())))
    };
    for row in &expected.rows {
        let report = benefit.reports.iter().find(|report| report.report == row.report);
        let Some(report) = report else { continue };
        let percent = language.quantity(Quantity::Percent(report.percent_a_year));
        let (title, caveat) =
            (say(report.title.id, report.title.en), say(report.caveat.id, report.caveat.en));
        let (about, paid) = (say("kasus", "cases"), rupiah(row.rupiah));
        let cases = cases(row.cases);
        text.push_str(&format!("  {title}: {percent}; {cases} {about}; {paid}. {caveat}\n"));
    }
    for range in &expected.ranges {
        let (low, high) = (cases(range.low_cases), cases(range.high_cases));
        let (least, most) = (rupiah(range.low_rupiah), rupiah(range.high_rupiah));
        let about = match (range.scope.name(), language) {
            ("national", Language::Id) => "nasional",
            ("local", Language::Id) => "daerah",
            ("own", Language::Id) => "laporan sendiri",
            ("own", Language::En) => "own reports",
            (name, _) => name,
        };
        let unit = say("kasus", "cases");
        text.push_str(&format!("  {about}: {low}–{high} {unit}; {least} – {most}\n"));
    }
}

fn differs(risk: &Uncertainty, language: Language) -> String {
    let say = |id, en| one_of(language, id, en);
    let figures = |figures: &RiskFigures| {
        let percent = figures
            .coverage_percent
            .map(|percent| format!(", {}", language.quantity(Quantity::Percent(percent))));
        format!("Rp {}{}", language.number(figures.rupiah.get()), percent.unwrap_or_default())
    };
    let mut text = format!("{}: {}\n", say("Rencana", "Plan"), figures(&risk.plan));
    for bar in &risk.tornado {
        let (low, high) = (json!(bar.low.value), json!(bar.high.value));
        let (at_low, at_high) = (figures(&bar.low.figures), figures(&bar.high.figures));
        text.push_str(&format!("{}\n  {low}: {at_low}\n  {high}: {at_high}\n", bar.path));
    }
    if let Some(draws) = &risk.draws {
        let number = language.number(draws.number);
        let heading = say("undian, seed", "draws, seed");
        text.push_str(&format!("\n{number} {heading} {}\n", draws.seed));
        let rupiah = draws.rupiah;
        let ranks = [("P10", rupiah.p10), ("P50", rupiah.p50), ("P90", rupiah.p90)];
        for (name, rupiah) in ranks {
            text.push_str(&format!("  {name}: Rp {}\n", language.number(rupiah.get())));
        }
        if let Some(percent) = draws.coverage_percent {
            let [low, high] =
                [percent.p10, percent.p90].map(|one| language.quantity(Quantity::Percent(one)));
            text.push_str(&format!("  {} P10–P90: {low} – {high}\n", say("cakupan", "coverage")));
        }
        let chances = [
            (say("pagu cukup", "ceilings suffice"), draws.within_ceilings),
            (say("target tercapai", "target reached"), draws.target_reached),
        ];
        for (about, chance) in chances {
            let Some(chance) = chance else { continue };
            let percent = language.quantity(Quantity::Percent(chance.percent));
            text.push_str(&format!("  {about}: {percent}\n"));
        }
    }
    text.push_str(&format!("\n{}\n", say(risk.method.id, risk.method.en)));
    text
}

/// The months after the budget: members, who pays for himself, coverage.
fn curve(retention: &Retention<'_>, language: Language) -> String {
    let say = |id, en| one_of(language, id, en);
    let number = |people: cakupan::people::People| language.number(people.get());
    let mut text = String::new();
    for stopped in &retention.segments {
        let (heads, staying) = (number(stopped.heads), number(stopped.staying));
        let about = say("meneruskan sendiri", "go on by themselves");
        text.push_str(&format!("{}: {heads}; {staying} {about}\n", stopped.segment));
    }
    for month in &retention.months {
        let percent = month
            .coverage_percent
            .map(|percent| format!("; {}", language.quantity(Quantity::Percent(percent))));
        let (name, members, paying) =
            (language.month(month.month), number(month.members), number(month.paying));
        let (unit, about) =
            (say("peserta", "members"), say("membayar sendiri", "pay for themselves"));
        let percent = percent.unwrap_or_default();
        text.push_str(&format!("{name}: {members} {unit}, {paying} {about}{percent}\n"));
    }
    text.push_str(&format!("\n{}\n", say(retention.method.id, retention.method.en)));
    text
}
