//! Rows of an RKA: what each fund pays for each group and programme in a budget year, as heads × months × price.
//!
//! A row holds for as long as its price: where that changes within a year there are two. JKK and JKM have a row each,
//! because their accounts differ. Each row also says what it stands on, as a check by Inspektorat or BPK asks for it.

use super::grounds::{cite, sources};
use super::terbilang::grouped;
use crate::choices::Choice as _;
use crate::money::{Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::{
    Bill, Bills, Broken, FundAt, Levy, Part, Plan, Position as _, Prices, SegmentAt, bills, heads,
};
use crate::problem::Problems;
use crate::scenario::{Programme, Scenario};
use serde::Serialize;

/// A row of an RKA.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "RkaRow"))]
#[serde(rename_all = "camelCase")]
pub struct RkaRow<'a> {
    /// Budget year.
    pub year: u16,
    /// Kode rekening, a text; `None`: the fund names no account for this programme.
    pub code: Option<&'a str>,
    /// Uraian of the account, or what is paid where there is no account.
    pub description: String,
    /// Name of the segment.
    pub segment: &'a str,
    /// For what.
    pub programme: Programme,
    /// `2.829 orang × 12 bulan`, or `33.948 orang-bulan` where the heads change from month to month.
    pub coefficient: String,
    /// Satuan.
    pub unit: &'static str,
    /// Harga satuan: of one worker in one month, or of the contract.
    pub price: Rupiah,
    /// What the fund pays.
    pub rupiah: Rupiah,
    /// Name of the fund.
    pub fund: &'a str,
    /// The fund's share of the bills, where several pay: then `coefficient` × `price` is not `rupiah`.
    pub percent: Option<Rate>,
    /// OPD of the segment.
    pub agency: Option<&'a str>,
    /// Nomor SK of the segment.
    pub decree: Option<&'a str>,
    /// Program of the budget, of the segment.
    pub budget_programme: Option<&'a str>,
    /// Kegiatan of the segment.
    pub activity: Option<&'a str>,
    /// Sub kegiatan of the segment.
    pub sub_activity: Option<&'a str>,
    /// First month that is paid.
    pub from: Month,
    /// Last one.
    pub to: Month,
    /// Heads summed over the months; 1 for a contract.
    pub person_months: People,
    /// Months that are paid.
    pub months: u16,
    /// The calculation in words: `2.829 orang × 12 bulan × Rp 10.000 = Rp 339.480.000`.
    pub calculation: String,
    /// Instruments and articles behind the price.
    pub rules: String,
    /// Who says the inputs: source, date and quality of each.
    pub sources: String,
}

/// The bills of one price in one year, as one fund pays them.
struct Gathered<'p, 'a> {
    year: u16,
    fund: FundAt,
    segment: SegmentAt,
    programme: Programme,
    part: Part,
    price: Rupiah,
    by_worker: bool,
    /// Heads of each month.
    heads: Vec<People>,
    rupiah: Rupiah,
    percent: Option<Rate>,
    from: Month,
    to: Month,
    /// The price of the last bill: its rules are cited already.
    levy: &'p Levy<'a>,
    rules: String,
}

/// The rows of all budget years: by year, by fund, and within a fund in the order in which bills are paid.
///
/// # Errors
/// Those of [`project`](crate::plan::project).
pub fn rka(scenario: &Scenario) -> Result<Vec<RkaRow<'_>>, Problems> {
    let plan = Plan::of(scenario);
    let prices = Prices::of(&plan);
    let people = heads(&plan, &prices, false)?;
    Bills::of(&plan, &prices, &people.billed, &|_| true)?;
    let mut gathered: Vec<Gathered<'_, '_>> = Vec::new();
    bills(&plan, &prices, &people.billed, &|_, _| true, &mut |bill| {
        gather(&mut gathered, &plan, &bill)
    })?;
    gathered.sort_by_key(|row| (row.year, row.fund));
    let rows = gathered.into_iter().map(|row| told(scenario, row));
    Ok(rows.collect::<Result<_, Broken>>()?)
}

fn gather<'p, 'a>(
    rows: &mut Vec<Gathered<'p, 'a>>,
    plan: &Plan<'_>,
    bill: &Bill<'_, 'p, 'a>,
) -> Result<(), Broken> {
    let mut paid: Vec<(FundAt, Rupiah)> = Vec::new();
    for payment in bill.payments.iter().filter(|payment| payment.rupiah > Rupiah::ZERO) {
        match paid.iter_mut().find(|(fund, _)| *fund == payment.fund) {
            Some((_, sum)) => *sum = sum.within(payment.rupiah),
            None => paid.push((payment.fund, payment.rupiah)),
        }
    }
    for (fund, rupiah) in paid {
        let price = bill.levy.rupiah;
        let of = |row: &Gathered<'_, '_>| {
            (row.year, row.fund, row.segment, row.programme, row.part, row.price)
                == (
                    bill.month.year(),
                    fund,
                    bill.segment,
                    bill.levy.programme,
                    bill.levy.part,
                    price,
                )
        };
        let position = rows.iter().rposition(of);
        let row = match position.and_then(|position| rows.get_mut(position)) {
            Some(row) => row,
            None => {
                let shares = bill.shares.funds.iter().zip(&bill.shares.percents);
                let own =
                    shares.filter(|(other, _)| **other == Some(fund)).map(|(_, percent)| *percent);
                let percent = own.fold(Rate::from_millionths(0), Rate::plus);
                let mut rules = String::new();
                cite(&mut rules, plan, bill.levy);
                rows.push(Gathered {
                    year: bill.month.year(),
                    fund,
                    segment: bill.segment,
                    programme: bill.levy.programme,
                    part: bill.levy.part,
                    price,
                    by_worker: bill.by_worker,
                    heads: Vec::new(),
                    rupiah: Rupiah::ZERO,
                    percent: (percent < Rate::WHOLE).then_some(percent),
                    from: bill.month,
                    to: bill.month,
                    levy: bill.levy,
                    rules,
                });
                rows.last_mut().ok_or(Broken("rows of an RKA"))?
            }
        };
        row.heads.push(bill.heads);
        row.rupiah = row.rupiah.within(rupiah);
        row.to = bill.month;
        if row.levy != bill.levy {
            cite(&mut row.rules, plan, bill.levy);
            row.levy = bill.levy;
        }
    }
    Ok(())
}

fn told<'s>(scenario: &'s Scenario, row: Gathered<'_, '_>) -> Result<RkaRow<'s>, Broken> {
    let fund = scenario.funds.get(row.fund.index()).ok_or(Broken("funds"))?;
    let segment = scenario.segments.get(row.segment.index()).ok_or(Broken("segments"))?;
    let account = fund.account(row.programme);
    let contribution = match row.part {
        Part::Payer => "Iuran",
        Part::Worker => "Iuran pekerja",
    };
    let description = match account {
        Some(account) => account.description.clone(),
        None => format!("{contribution} {} {}", row.programme.name(), segment.name),
    };
    let (coefficient, unit) = if row.by_worker {
        (coefficient(&row.heads), "orang/bulan")
    } else {
        ("1 kontrak".into(), "kontrak")
    };
    let person_months =
        if row.by_worker { row.heads.iter().copied().sum() } else { People::new(1) };
    let calculation = calculation(&coefficient, &row, person_months);
    Ok(RkaRow {
        year: row.year,
        code: account.map(|account| account.code.as_str()),
        description,
        segment: &segment.name,
        programme: row.programme,
        coefficient,
        unit,
        price: row.price,
        rupiah: row.rupiah,
        fund: &fund.name,
        percent: row.percent,
        agency: segment.agency.as_deref(),
        decree: segment.decree.as_deref(),
        budget_programme: segment.budget_programme.as_deref(),
        activity: segment.activity.as_deref(),
        sub_activity: segment.sub_activity.as_deref(),
        from: row.from,
        to: row.to,
        person_months,
        months: u16::try_from(row.heads.len()).map_err(|_| Broken("months of a year"))?,
        calculation,
        rules: row.rules,
        sources: sources(scenario, segment, fund),
    })
}

/// Of several funds, or above a ceiling, a fund pays a part of what the coefficient comes to.
fn calculation(coefficient: &str, row: &Gathered<'_, '_>, person_months: People) -> String {
    let whole = u128::from(person_months.get()).saturating_mul(u128::from(row.price.get()));
    let [price, paid] = [row.price, row.rupiah].map(|amount| grouped(amount.get()));
    let joint = if whole == u128::from(row.rupiah.get()) { " =" } else { "; bagian dana ini" };
    format!("{coefficient} × Rp {price}{joint} Rp {paid}")
}

/// `2.829 orang × 12 bulan` where every month has the same heads, else the sum of all months.
pub(super) fn coefficient(heads: &[People]) -> String {
    let sum: People = heads.iter().copied().sum();
    match heads {
        [first, rest @ ..] if rest.iter().all(|heads| heads == first) => {
            format!("{} orang × {} bulan", grouped(first.get()), heads.len())
        }
        _ => format!("{} orang-bulan", grouped(sum.get())),
    }
}
