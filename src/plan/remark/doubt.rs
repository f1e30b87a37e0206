//! Amounts that were probably meant differently: typed in millions, for a year, of the health scheme, or of two
//! programmes together.

use crate::law::{Key, Law, Origin, PARAMETERS, Unit, Value, jkk_of, key};
use crate::money::{Base, Rate, Rounding, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::outcome::Outcome;
use crate::problem::{Notice, notice};
use crate::scenario::{BaseRule, Group, Override, Programme, Risk, Scenario, Segment, WorkerClass};
use crate::text::place;

/// Rp 10,000: a wage, contract or ceiling below it was probably typed in millions.
const LEAST: Base = Base::from_thousandths(10_000_000);
/// A monthly wage above this multiple of the highest minimum wage is doubted.
const TIMES: u64 = 5;

/// Checks the base of a segment, and its JKK rate.
pub(super) fn segment_remarks(outcome: Outcome<'_>, known: &mut Known, notices: &mut Vec<Notice>) {
    let Outcome { index, segment, .. } = outcome;
    let Some((first, _)) = outcome.billed().next() else { return };
    match &segment.base {
        Some(BaseRule::Fixed(base)) => {
            let path = place("segments[#].base.rupiah", &[index]);
            notices.extend(wage(outcome, known, *base, first, &path));
        }
        Some(BaseRule::Series(values)) => {
            for (position, (from, base)) in values.iter().enumerate() {
                let path = place("segments[#].base.values[#].rupiah", &[index, position]);
                notices.extend(wage(outcome, known, *base, first.max(*from), &path));
            }
        }
        Some(BaseRule::Contract(value)) => {
            let path = place("segments[#].base.rupiah", &[index]);
            notices.extend(tiny(&segment.name, Base::from_rupiah(*value), &path));
        }
        Some(BaseRule::MinimumWage { .. }) | None => {}
    }
    notices.extend(jkk_is_sum(outcome, first));
}

/// Checks ceilings, budgets and published totals for amounts that are too small.
pub(super) fn amount_remarks(scenario: &Scenario, notices: &mut Vec<Notice>) {
    let mut note = |name: &str, rupiah: Rupiah, path: &str| {
        notices.extend(tiny(name, Base::from_rupiah(rupiah), path));
    };
    for (index, fund) in scenario.funds.iter().enumerate() {
        for (position, ceiling) in fund.ceilings.iter().enumerate() {
            let path = |field| place(field, &[index, position]);
            note(&fund.name, ceiling.rupiah, &path("funds[#].ceilings[#].rupiah"));
            let before = ceiling.before.unwrap_or_default();
            note(&fund.name, before, &path("funds[#].ceilings[#].beforeRupiah"));
            let allocation = ceiling.allocation.unwrap_or_default();
            note(&fund.name, allocation, &path("funds[#].ceilings[#].allocationRupiah"));
        }
    }
    for (index, total) in scenario.totals.iter().enumerate() {
        note(&total.name, total.rupiah, &place("totals[#].rupiah", &[index]));
    }
    for (index, total) in scenario.published.iter().enumerate() {
        note(&total.name, total.rupiah, &place("published[#].rupiah", &[index]));
    }
}

/// Reports an amount typed in millions. 0 is accepted: a fund may have no money in a year.
fn tiny(name: &str, amount: Base, path: &str) -> Option<Notice> {
    let is_tiny = amount > Base::from_thousandths(0) && amount < LEAST;
    is_tiny.then(|| notice!(AmountTiny, path, name = name, rupiah = amount))
}

/// Values for comparison, looked up once for the plan.
#[derive(Default)]
pub(super) struct Known {
    packages: Vec<(Month, Option<[Rupiah; 2]>)>,
    highest: Vec<(u16, Option<Base>)>,
}

impl Known {
    fn packages(&mut self, law: Law<'_>, month: Month) -> Option<[Rupiah; 2]> {
        once(&mut self.packages, month, |month| packages(law, month))
    }

    fn highest_wage(&mut self, year: u16) -> Option<Base> {
        once(&mut self.highest, year, highest_wage)
    }
}

fn once<K: Copy + PartialEq, T: Copy>(known: &mut Vec<(K, T)>, key: K, find: impl Fn(K) -> T) -> T {
    if let Some((_, found)) = known.iter().rev().find(|(other, _)| *other == key) {
        return *found;
    }
    let found = find(key);
    known.push((key, found));
    found
}

fn wage(
    outcome: Outcome<'_>,
    known: &mut Known,
    base: Base,
    month: Month,
    path: &str,
) -> Option<Notice> {
    let Outcome { scenario, segment, .. } = outcome;
    let name = segment.name.as_str();
    let law = scenario.law();
    if let Some(notice) = tiny(name, base, path) {
        return Some(notice);
    }
    if let Some((package, year)) =
        known.packages(law, month).and_then(|packages| package_of(packages, base))
    {
        let (package, year) = (package.get(), year.get());
        return Some(notice!(
            BaseIsContribution,
            path,
            segment = name,
            rupiah = base,
            package = package,
            year = year
        ));
    }
    let least = law.rupiah(key::BPU_MINIMUM_BASE, month).ok()?.value;
    if segment.class == WorkerClass::Pu && base < least {
        return Some(notice!(
            WageLow,
            path,
            segment = name,
            rupiah = base,
            least = least,
            contribution = each(outcome, month)?.get()
        ));
    }
    let highest = known.highest_wage(month.year())?;
    let most = highest.thousandths().saturating_mul(TIMES);
    (base.thousandths() > most).then(|| {
        let twelfth = base.thousandths() / 12_000; // cut to whole rupiah
        notice!(
            WageHuge,
            path,
            segment = name,
            rupiah = base,
            times = TIMES,
            highest = highest,
            twelfth = twelfth
        )
    })
}

/// Contribution of one worker in a month.
fn each(outcome: Outcome<'_>, month: Month) -> Option<Rupiah> {
    let mut months = outcome.months().zip(outcome.rupiah);
    let ((_, heads), rupiah) = months.find(|((at, heads), _)| *at >= month && heads.get() > 0)?;
    Rupiah::new(rupiah.get().checked_div(heads.get())?)
}

/// Highest minimum wage of a year: for each parameter the value of the year, else the last before it, else the first.
fn highest_wage(year: u16) -> Option<Base> {
    let minimum = PARAMETERS.iter().filter(|one| one.key.starts_with("minimumWage."));
    let known = minimum.filter_map(|parameter| {
        let mut values = parameter.values.iter().rev();
        let dated = values.find(|dated| dated.from.year() <= year);
        match dated.or(parameter.values.first())?.value {
            Value::Rupiah(base) => Some(base),
            Value::Percent(_) | Value::Months(_) | Value::Table(_) => None,
        }
    });
    known.max()
}

/// Monthly contribution of BPU at the lowest base: JKK + JKM, and with JHT.
fn packages(law: Law<'_>, month: Month) -> Option<[Rupiah; 2]> {
    let base = law.statutory(key::BPU_MINIMUM_BASE, month)?.0;
    let of_base = |rate: Key| match (base, law.statutory(rate, month)?.0) {
        (Value::Rupiah(base), Value::Percent(rate)) => (base * rate).round(Rounding::Nearest),
        _ => None,
    };
    let jkm = rupiah(law, key::JKM_BPU, month)?;
    let two = of_base(key::JKK_BPU)?.plus(jkm)?;
    Some([two, two.plus(of_base(key::JHT_BPU)?)?])
}

/// Statutory amount, if it is whole rupiah.
fn rupiah(law: Law<'_>, key: Key, month: Month) -> Option<Rupiah> {
    match law.statutory(key, month)?.0 {
        Value::Rupiah(base) => (base * Rate::WHOLE).round(Rounding::Nearest),
        Value::Percent(_) | Value::Months(_) | Value::Table(_) => None,
    }
}

/// A BPU contribution in place of a wage, of a month or a year; with the amount of a year.
fn package_of(packages: [Rupiah; 2], base: Base) -> Option<(Rupiah, Rupiah)> {
    packages.into_iter().find_map(|package| {
        let year = package.times(People::new(12))?;
        let is = |amount: Rupiah| Base::from_rupiah(amount) == base;
        (is(package) || is(year)).then_some((package, year))
    })
}

/// JKK of 0.54 % beside JKM: it is the rate of low risk, but also the usual sum of JKK 0.24 % and JKM 0.30 %.
fn jkk_is_sum(outcome: Outcome<'_>, month: Month) -> Option<Notice> {
    let Outcome { scenario, index, segment, .. } = outcome;
    let has = |programme| segment.programmes.contains(&programme);
    if segment.class != WorkerClass::Pu || !has(Programme::Jkk) || !has(Programme::Jkm) {
        return None;
    }
    let law = scenario.law();
    let rate = |key| match law.statutory(key, month)?.0 {
        Value::Percent(rate) => Some(rate),
        Value::Rupiah(_) | Value::Months(_) | Value::Table(_) => None,
    };
    let key = jkk_of(segment.risk?);
    let jkk = law.percent(key, month).ok()?;
    let (lowest, jkm) = (rate(key::JKK_PU_VERY_LOW)?, law.percent(key::JKM_PU, month).ok()?.value);
    if jkk.value != lowest.plus(rate(key::JKM_PU)?) {
        return None;
    }
    let path = match jkk.origin {
        Origin::Override(position) if rate(key) != Some(jkk.value) => {
            place("overrides[#].value", &[position])
        }
        _ if segment.risk == Some(Risk::Low) && is_office(segment) => {
            place("segments[#].risk", &[index])
        }
        Origin::Override(_) | Origin::Pack(..) | Origin::Law(_) | Origin::Beyond { .. } => {
            return None;
        }
    };
    Some(notice!(
        JkkIsSum,
        path,
        segment = segment.name.as_str(),
        percent = jkk.value,
        lowest = lowest,
        jkm = jkm,
        sum = jkk.value.plus(jkm),
    ))
}

/// Whether the group works in an office of government or village: lowest risk class.
fn is_office(segment: &Segment) -> bool {
    segment.group.is_some_and(|group| match group {
        Group::VillageHead
        | Group::VillageOfficial
        | Group::Bpd
        | Group::VillageBody
        | Group::NonAsn
        | Group::Pppk
        | Group::PppkPartTime
        | Group::Election => true,
        Group::CashForWork | Group::Vulnerable | Group::PalmOil | Group::Other => false,
    })
}

/// Overrides with a rate of the health scheme, and overrides of JKM of BPU with the amount of two programmes or of a
/// year.
pub(super) fn replacement_remarks(
    scenario: &Scenario,
    replacement: &Override,
    position: usize,
) -> Option<Notice> {
    let (law, month) = (scenario.law(), replacement.from.max(scenario.period.first_month));
    let path = place("overrides[#].value", &[position]);
    let (key, title) = (replacement.key, law.title(&replacement.key));
    match replacement.value.value() {
        Value::Percent(own) => {
            let name = key.name();
            let of_work = ["jkk.", "jkm.", "jht.", "jp."].iter().any(|one| name.starts_with(one));
            // Health: 4 % employer + 1 % worker = 5 % (Perpres 82/2018, amended by Perpres 64/2020).
            let health = [40_000, 50_000].map(Rate::from_millionths);
            let meant = of_work && key.unit() == Unit::Percent && health.contains(&own);
            meant.then(|| notice!(HealthRate, path, title = title, percent = own))
        }
        Value::Rupiah(own) if key == key::JKM_BPU => {
            let [package, _] = packages(law, month)?;
            // 16,800 is also published as 16,000.
            let thousands = package.in_units(Rupiah::new(1_000)?, Rounding::Down)?;
            let statutory = rupiah(law, key, month)?.get();
            (own >= Base::from_rupiah(thousands)).then(|| {
                let year = package.get().saturating_mul(12);
                let package = package.get();
                notice!(
                    JkmIsPackage,
                    path,
                    own = own,
                    statutory = statutory,
                    package = package,
                    year = year
                )
            })
        }
        Value::Rupiah(_) | Value::Months(_) | Value::Table(_) => None,
    }
}
