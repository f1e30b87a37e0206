//! What a payment stands on, in words: the rules behind its price, and who said the inputs.

use crate::plan::{Levy, Plan};
use crate::scenario::{Enrolment, Evidence, Evidences, Fund, Quality, Scenario, Segment};

/// Adds instrument and article of every value of a price, each once.
pub(super) fn cite(text: &mut String, plan: &Plan<'_>, levy: &Levy<'_>) {
    for (key, origin) in levy.keys().into_iter().flatten() {
        let Some(cited) = plan.law.cite(key, origin) else { continue };
        let article = cited.article.map(|article| format!(", {article}")).unwrap_or_default();
        let one = format!("{}{article}", cited.instrument);
        if !text.contains(&one) {
            if !text.is_empty() {
                text.push_str("; ");
            }
            text.push_str(&one);
        }
    }
}

/// Who says how many there are, what they earn, who pays, and what the fund may spend.
pub(super) fn sources(scenario: &Scenario, segment: &Segment, fund: &Fund) -> String {
    let mut told = Vec::new();
    let mut each = |what: &str, evidences: &Evidences, field: &str| {
        told.push(format!("{what}: {}", source(evidences.of(field))));
    };
    each("peserta", &segment.evidence, "enrolment");
    if let (Enrolment::Target { .. }, Some(target)) = (&segment.enrolment, &scenario.target) {
        each("target", &target.evidence, "points");
    }
    if segment.base.is_some() {
        each("dasar upah/penghasilan", &segment.evidence, "base");
    }
    if segment.billed.is_some() {
        each("bulan bayar", &segment.evidence, "billed");
    }
    each("pembayar", &segment.evidence, "payers");
    if !fund.ceilings.is_empty() {
        each("pagu", &fund.evidence, "ceilings");
    }
    told.join("; ")
}

/// Author, date and quality of a source.
fn source(evidence: Option<&Evidence>) -> String {
    let Some(evidence) = evidence else { return "tanpa sumber".into() };
    let quality = match evidence.quality {
        Quality::Official => "sumber resmi",
        Quality::Press => "media massa",
        Quality::Survey => "survei",
        Quality::Estimate => "estimasi",
        Quality::Guess => "asumsi",
    };
    let date = evidence.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
    let changed = if evidence.changed { ", angka diubah sesudah sumbernya disebut" } else { "" };
    format!("{}{date} ({quality}{changed})", evidence.source)
}
