//! What members and heirs may receive while a plan pays: what one case pays by the law of its month, and how many cases
//! the reports of claims would make of the plan's members. Always a range, beside the cost and never taken off it.

mod answer;
mod expected;
mod terms;

pub use answer::{
    AmountMissing, Benefit, BenefitRun, BenefitSegment, Cases, ClaimsReport, ClaimsScope, Expected,
    ExpectedRange, ExpectedRow, Payment, PaymentPart, Terms,
};

use crate::law::{self, Words};
use crate::money::{Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::compile::Plan;
use crate::plan::cost::{Bills, Cost, cost};
use crate::plan::heads::heads;
use crate::plan::price::Prices;
use crate::plan::row::{Broken, Position as _, SegmentAt};
use crate::plan::{Outcome, billed, outcomes};
use crate::problem::Problems;
use crate::scenario::{BenefitRequest, Enrolment, Programme, SCHEMA, Scenario};
use expected::{Exposure, Report, nearest, of_jkk, of_jkm, reports, together};
use terms::{Amounts, too_large, waiting};

const METHOD: Words<'static> = Words {
    id: "Setiap laporan klaim diterapkan pada peserta rencana ini: orang-bulan ÷ 12 × kasus setahun per peserta. JKM dibayar \
         menurut nilai pada bulannya, peserta BPU baru menurut masa tunggunya; JKK menurut rata-rata laporan, bila ada. \
         Laporan tidak digabung: yang ditampilkan ialah yang terendah dan tertinggi. Beasiswa, perawatan, STMB dan cacat \
         sebagian tidak dihitung.",
    en: "Each report of claims is applied to the members of this plan: person-months ÷ 12 × cases a year for each member. JKM \
         pays the amounts of its month, to new BPU members by their waiting time; JKK pays what one case of the report did, \
         where that is known. Reports are not merged: the lowest and the highest are shown. Scholarships, medical care, \
         temporary and partial disability are not counted.",
};
const CAUTION: Words<'static> = Words {
    id: "Perkiraan, bukan janji: manfaat diputuskan dan dibayar BPJS Ketenagakerjaan menurut kasusnya, dan tidak mengurangi iuran.",
    en: "An estimate, not a promise: BPJS Ketenagakerjaan decides and pays each case, and no contribution becomes less by it.",
};

/// Calculates what members and heirs may receive.
///
/// # Errors
/// Those of [`project`](crate::plan::project); `amountTooLarge` also of benefits.
pub fn benefit<'a>(
    scenario: &'a Scenario,
    request: &'a BenefitRequest,
) -> Result<Benefit<'a>, Problems> {
    let plan = Plan::of(scenario);
    let prices = Prices::of(&plan);
    let heads = heads(&plan, &prices, false)?;
    let bills = Bills::of(&plan, &prices, &heads.billed, &|_| true)?;
    let cost = cost(&plan, &prices, &heads.billed, &bills.billed)?;
    let rupiah = cost.segments.entries().iter().map(Vec::as_slice);
    let outcomes = outcomes(scenario, &plan, &prices, &heads, &bills, rupiah)?;
    let day = scenario.law_date.as_deref();
    let mut asked = Asked {
        plan: &plan,
        prices: &prices,
        cost: &cost,
        reports: reports(request)?,
        amounts: Amounts { request, day, missing: Vec::new() },
    };
    let mut segments = Vec::new();
    for outcome in outcomes {
        let pays = |programme| outcome.group.programmes.contains(&programme);
        if pays(Programme::Jkk) || pays(Programme::Jkm) {
            segments.push(asked.segment(outcome, &scenario.segments)?);
        }
    }
    let sum = |of: &dyn Fn(&BenefitSegment<'_>) -> Option<Rupiah>| {
        let mut known = segments.iter().filter_map(of).peekable();
        known.peek()?;
        Rupiah::all(known)
    };
    let all = || too_large_in_all();
    let jkm = together(segments.iter().filter_map(|one| one.jkm.as_ref())).ok_or_else(all)?;
    let jkk = together(segments.iter().filter_map(|one| one.jkk.as_ref())).ok_or_else(all)?;
    Ok(Benefit {
        schema: SCHEMA,
        law: law::VERSION,
        jkm,
        jkk,
        jkm_contribution_rupiah: sum(&|one| one.jkm_contribution_rupiah),
        jkk_contribution_rupiah: sum(&|one| one.jkk_contribution_rupiah),
        segments,
        reports: asked.reports.into_iter().map(|report| report.shown).collect(),
        missing: asked.amounts.missing,
        method: METHOD,
        caution: CAUTION,
    })
}

fn too_large_in_all() -> Problems {
    crate::problem::problem!(AmountTooLarge, "", limit = Rupiah::MAX.get()).into()
}

/// A calculated plan and what is asked of it.
struct Asked<'p, 'a> {
    plan: &'p Plan<'a>,
    prices: &'p Prices<'a>,
    cost: &'p Cost,
    reports: Vec<Report<'a>>,
    amounts: Amounts<'a>,
}

impl Asked<'_, '_> {
    fn segment<'s>(
        &mut self,
        outcome: Outcome<'_>,
        segments: &'s [crate::scenario::Segment],
    ) -> Result<BenefitSegment<'s>, Problems> {
        let at = SegmentAt::new(outcome.index);
        let first = outcome.scenario.period.first_month;
        let mut runs: Vec<BenefitRun> = Vec::new();
        for month in members(outcome) {
            let column = usize::from(month.month.since(first));
            let levies = self.prices.levies(self.prices.cell(at, column)?);
            let terms = self.amounts.terms(outcome, levies, month.month)?;
            let (heads, new) = (month.heads, month.newcomers);
            match runs.last_mut().filter(|run| run.to.plus(1) == month.month && run.terms == terms)
            {
                Some(run) => {
                    run.to = month.month;
                    run.person_months = run.person_months.plus(heads);
                    run.newcomer_person_months = run.newcomer_person_months.plus(new);
                }
                None => runs.push(self.run(month, terms)),
            }
        }
        let full = runs.iter().map(|run| Exposure {
            months: run.person_months.less(run.newcomer_person_months),
            rupiah: run.terms.jkm_death.as_ref().map(|death| death.rupiah),
        });
        let newcomers = runs.iter().map(|run| Exposure {
            months: run.newcomer_person_months,
            rupiah: run.terms.jkm_newcomer_death.as_ref().map(|death| death.rupiah),
        });
        let (full, newcomers): (Vec<_>, Vec<_>) = (full.collect(), newcomers.collect());
        let person_months: People = runs.iter().map(|run| run.person_months).sum();
        let large = || too_large(outcome.index);
        let has = |programme| outcome.group.programmes.contains(&programme);
        let jkm = has(Programme::Jkm).then(|| of_jkm(&self.reports, &full, &newcomers));
        let jkk = has(Programme::Jkk).then(|| of_jkk(&self.reports, person_months));
        Ok(BenefitSegment {
            segment: &segments.get(outcome.index).ok_or(Broken("segments"))?.id,
            person_months,
            newcomer_person_months: runs.iter().map(|run| run.newcomer_person_months).sum(),
            runs,
            jkm: jkm.map(|jkm| jkm.ok_or_else(large)).transpose()?,
            jkk: jkk.map(|jkk| jkk.ok_or_else(large)).transpose()?,
            jkm_contribution_rupiah: self.contribution(outcome, at, Programme::Jkm)?,
            jkk_contribution_rupiah: self.contribution(outcome, at, Programme::Jkk)?,
        })
    }

    /// A run of one month, to begin with.
    fn run(&self, month: Members, terms: Terms) -> BenefitRun {
        let paid = terms.jkm_death.as_ref().map(|death| death.rupiah);
        let priced = paid.zip(terms.jkm_price_rupiah);
        let of_jkm = |report: &&Report<'_>| report.shown.programme == Programme::Jkm;
        let exceeds = |report: &&Report<'_>| {
            priced.and_then(|(paid, price)| report.exceeds(paid, price)) == Some(true)
        };
        let above = self.reports.iter().filter(of_jkm).filter(exceeds);
        BenefitRun {
            from: month.month,
            to: month.month,
            person_months: month.heads,
            newcomer_person_months: month.newcomers,
            break_even_percent: priced.and_then(|(paid, price)| break_even(paid, price)),
            above_break_even: above.map(|report| report.shown.report.clone()).collect(),
            terms,
        }
    }

    /// Contributions of a segment for a programme; `None`: it does not have it.
    fn contribution(
        &self,
        outcome: Outcome<'_>,
        at: SegmentAt,
        programme: Programme,
    ) -> Result<Option<Rupiah>, Broken> {
        let group = self.plan.segments.at(at)?;
        let Some(place) = outcome.group.programmes.iter().position(|one| *one == programme) else {
            return Ok(None);
        };
        let mut sum = Rupiah::ZERO;
        for year in &self.cost.years {
            let cells = year.of(at, group)?.chunks(group.funds.len().max(1)).nth(place);
            let cells = cells.ok_or(Broken("programmes of a year"))?;
            sum = cells.iter().fold(sum, |sum, cell| sum.within(*cell));
        }
        Ok(Some(sum))
    }
}

/// Deaths a year among 100 members at which benefits equal contributions: 81,600 ÷ 42,000,000 = 0.1943 %.
fn break_even(paid: Rupiah, price: Rupiah) -> Option<Rate> {
    let year = u128::from(price.get()).checked_mul(12)?;
    let millionths =
        nearest(year.checked_mul(Rate::WHOLE.millionths().into())?, paid.get().into())?;
    u64::try_from(millionths).ok().map(Rate::from_millionths)
}

/// A billed month: its heads, and how many of them are in the waiting time of JKM.
#[derive(Clone, Copy)]
struct Members {
    month: Month,
    heads: People,
    newcomers: People,
}

/// Billed months. The months of membership are the billed ones since somebody joined, that month included; who leaves is
/// taken for a member of longer standing, so that newcomers are never too few.
fn members(outcome: Outcome<'_>) -> Vec<Members> {
    let mut billed = billed(outcome);
    // People counted from before the plan were members before it.
    let first = outcome.scenario.period.first_month;
    if let Enrolment::Fixed { counts, .. } = &outcome.segment.enrolment
        && counts.first().is_some_and(|count| count.from < first)
        && let Some(start) = billed.first_mut().filter(|start| start.month == first)
    {
        start.new = People::ZERO;
    }
    let mut months: Vec<Members> = Vec::with_capacity(billed.len());
    let mut begun = 0_usize;
    for (position, one) in billed.iter().enumerate() {
        if one.begins {
            begun = position;
        }
        let wait = waiting(outcome, one.month).and_then(|wait| usize::try_from(wait).ok());
        let from = wait.map(|wait| position.saturating_add(1).saturating_sub(wait).max(begun));
        let recent = from.and_then(|from| billed.get(from..=position)).unwrap_or_default();
        let newcomers = recent.iter().map(|one| one.new).sum::<People>().min(one.heads);
        months.push(Members { month: one.month, heads: one.heads, newcomers });
    }
    months
}
