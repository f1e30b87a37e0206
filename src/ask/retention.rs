//! Who stays when the budget stops paying: the members and the coverage to expect, month by month, from what the planner
//! assumes. How many go on by themselves was measured nowhere, so that nothing stands in the place of that number.

use crate::law::{Words, key};
use crate::money::Rate;
use crate::month::Month;
use crate::people::People;
use crate::plan::compile::{Plan, potential};
use crate::plan::heads::{Scope, heads, share_of};
use crate::plan::price::Prices;
use crate::plan::row::{Broken, Position as _, SegmentAt};
use crate::problem::Problems;
use crate::scenario::{Exit, ExitCause, RetentionRequest, SCHEMA, Scenario};
use serde::Serialize;

const METHOD: Words<'static> = Words {
    id: "Anggaran berhenti setelah bulan terakhir rencana. Dari peserta pada tagihan terakhir, sebagian meneruskan sendiri \
         (angka perencana; belum ada yang mengukurnya); yang lain masih peserta sampai kepesertaannya nonaktif, lalu sebagian \
         mendaftar lagi. Yang keluar dihitung per bulan sebagai orang utuh, sisanya dibawa ke bulan berikutnya; penggantinya masuk \
         sebulan kemudian. Kelompok lain tetap seperti bulan terakhir rencana.",
    en: "The budget stops after the last month of the plan. Of the members of the last bill some go on by themselves (the \
         planner's number; nobody has measured it); the others are members until their membership lapses, and then some join \
         again. Those who go are counted month by month as whole people, the rest carried to the next month; who replaces them comes a month \
         later. Other segments stay as in the last month of the plan.",
};

/// Twelve months in millionths: what a rate of a year is divided by in a month.
const OF_A_MONTH: u64 = 12_000_000;

/// What may be expected after the budget stops.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Retention<'a> {
    /// Version of this shape.
    #[cfg_attr(feature = "cli", schemars(extend("const" = SCHEMA)))]
    pub schema: u32,
    /// The segments whose budget stops.
    pub segments: Vec<Stopped<'a>>,
    /// The months after the plan.
    pub months: Vec<RetentionMonth>,
    /// How this is calculated.
    pub method: Words<'static>,
}

/// A segment whose budget stops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Stopped<'a> {
    /// Id of the segment.
    pub segment: &'a str,
    /// Month of its last bill; `None`: nobody is billed.
    pub last_bill: Option<Month>,
    /// Heads of that bill.
    pub heads: People,
    /// Of which go on by themselves, cut to whole people.
    pub staying: People,
    /// Unpaid months after which membership lapses; `None`: the law of that month does not say.
    pub lapse_months: Option<u64>,
}

/// A month after the budget stopped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RetentionMonth {
    /// Month.
    pub month: Month,
    /// Members of these segments: who pays for himself, and who has not lapsed yet.
    pub members: People,
    /// Of which pay for themselves.
    pub paying: People,
    /// Of which do not pay and have not lapsed yet.
    pub not_lapsed: People,
    /// Who joined again in this month.
    pub rejoined: People,
    /// Who came in the place of those who went the month before.
    pub replaced: People,
    /// Who went in this month, by cause in the order of the request.
    pub left: Vec<Gone>,
    /// Members of the region, or of the plan where other members are not known; `None` without a workforce.
    pub covered: Option<People>,
    /// Of all eligible workers, in percent, cut to four decimals.
    pub coverage_percent: Option<Rate>,
    /// What the coverage covers.
    pub scope: Option<Scope>,
}

/// Who went for one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Gone {
    /// Why.
    pub cause: ExitCause,
    /// How many.
    pub people: People,
}

/// A segment on its way.
struct Way<'r> {
    exits: &'r [Exit],
    paying: People,
    /// Who does not go on, until they lapse.
    others: People,
    /// Who joins again, and when.
    rejoins: People,
    rejoins_in: Option<Month>,
    /// First month in which the others have lapsed.
    lapsed_in: Option<Month>,
    /// Parts of people who go, in units of a month's rate.
    carried: Vec<u64>,
    replaces: People,
}

/// Calculates what may be expected after the budget stops.
///
/// # Errors
/// `internal`.
pub fn retention<'a>(
    scenario: &'a Scenario,
    request: &RetentionRequest,
) -> Result<Retention<'a>, Problems> {
    let plan = Plan::of(scenario);
    let prices = Prices::of(&plan);
    let heads = heads(&plan, &prices, false)?;
    let end = *plan.months.last().ok_or(Broken("months"))?;
    let (mut segments, mut ways) = (Vec::new(), Vec::new());
    let mut elsewhere = People::ZERO;
    for (at, _) in plan.segments.iter() {
        let row = heads.billed.at(at)?;
        if !request.segments.contains(&at.index()) {
            elsewhere = elsewhere.plus(*row.last().ok_or(Broken("columns"))?);
            continue;
        }
        let column = row.iter().rposition(|heads| *heads > People::ZERO);
        let last_bill = column.and_then(|column| plan.months.get(column).copied());
        let billed = column.and_then(|column| row.get(column).copied()).unwrap_or_default();
        let lapse = last_bill
            .and_then(|month| plan.law.months(key::MEMBERSHIP_BPU_LAPSE_MONTHS, month).ok());
        let stopped = Stopped {
            segment: segment_id(scenario, at)?,
            last_bill,
            heads: billed,
            staying: billed.part(request.stay),
            lapse_months: lapse.map(|lapse| lapse.value),
        };
        ways.push(Way::of(&stopped, request));
        segments.push(stopped);
    }
    let after = |months: u16| end.plus(months);
    let months: Vec<Month> = (1..=request.months).map(after).collect();
    let region = scenario.workforce.as_ref().map(|workforce| potential(workforce, &months));
    let mut answers = Vec::with_capacity(months.len());
    for (column, month) in months.into_iter().enumerate() {
        let mut of_month = RetentionMonth::empty(month, &request.exits);
        for way in &mut ways {
            way.month(&mut of_month);
        }
        if let Some(region) = &region {
            let eligible = *region.eligible.get(column).ok_or(Broken("columns"))?;
            let others = *region.other_members.get(column).ok_or(Broken("columns"))?;
            let covered = of_month.members.plus(elsewhere).plus(others.unwrap_or_default());
            of_month.covered = Some(covered);
            of_month.coverage_percent = share_of(covered, eligible);
            let scope = if others.is_some() { Scope::Region } else { Scope::Paid };
            of_month.scope = Some(scope);
        }
        answers.push(of_month);
    }
    Ok(Retention { schema: SCHEMA, segments, months: answers, method: METHOD })
}

fn segment_id(scenario: &Scenario, at: SegmentAt) -> Result<&str, Broken> {
    let segment = scenario.segments.get(at.index()).ok_or(Broken("segments"))?;
    Ok(&segment.id)
}

impl RetentionMonth {
    fn empty(month: Month, exits: &[Exit]) -> Self {
        let none = |exit: &Exit| Gone { cause: exit.cause, people: People::ZERO };
        Self {
            month,
            members: People::ZERO,
            paying: People::ZERO,
            not_lapsed: People::ZERO,
            rejoined: People::ZERO,
            replaced: People::ZERO,
            left: exits.iter().map(none).collect(),
            covered: None,
            coverage_percent: None,
            scope: None,
        }
    }
}

impl<'r> Way<'r> {
    fn of(stopped: &Stopped<'_>, request: &'r RetentionRequest) -> Self {
        let others = stopped.heads.less(stopped.staying);
        let lapse = stopped.lapse_months.and_then(|lapse| u16::try_from(lapse).ok());
        let lapsed = |(month, lapse): (Month, u16)| month.plus(lapse).plus(1);
        Self {
            exits: &request.exits,
            paying: stopped.staying,
            others,
            rejoins: others.part(request.rejoin),
            rejoins_in: stopped.last_bill.map(|month| month.plus(request.rejoin_after)),
            lapsed_in: stopped.last_bill.zip(lapse).map(lapsed),
            carried: vec![0; request.exits.len()],
            replaces: People::ZERO,
        }
    }

    /// One month: replacements and those who join again come, then some go.
    fn month(&mut self, of_month: &mut RetentionMonth) {
        let month = of_month.month;
        let replaced = core::mem::take(&mut self.replaces);
        let is_due = self.rejoins_in.is_some_and(|due| due <= month);
        let rejoined = if is_due { core::mem::take(&mut self.rejoins) } else { People::ZERO };
        self.others = self.others.less(rejoined);
        self.paying = self.paying.plus(replaced).plus(rejoined);
        let gone = self.exits.iter().zip(&mut self.carried).zip(&mut of_month.left);
        for ((exit, carried), left) in gone {
            // At most 300,000,000 people × 1,000,000 millionths: below 2^64.
            let rate = exit.percent_a_year.millionths();
            *carried = carried.saturating_add(self.paying.get().saturating_mul(rate));
            let people = People::new(*carried / OF_A_MONTH).min(self.paying);
            *carried %= OF_A_MONTH;
            self.paying = self.paying.less(people);
            self.replaces = self.replaces.plus(people.part(exit.replaced));
            left.people = left.people.plus(people);
        }
        let lapsed = self.lapsed_in.is_none_or(|lapsed| lapsed <= month);
        let not_lapsed = if lapsed { People::ZERO } else { self.others };
        of_month.rejoined = of_month.rejoined.plus(rejoined);
        of_month.replaced = of_month.replaced.plus(replaced);
        of_month.paying = of_month.paying.plus(self.paying);
        of_month.not_lapsed = of_month.not_lapsed.plus(not_lapsed);
        of_month.members = of_month.members.plus(self.paying).plus(not_lapsed);
    }
}
