//! A plan made ready for several units side by side, where no unit needs more than counts, paths and shares: every segment
//! stands alone, at most three funds share a bill, none passes on, nothing is a contract. The kernel, which works out one
//! unit at a time, does the rest.

use super::column::{Knob, follows, number};
use super::kernel::{Kernel, Work};
use super::price::{Price, Run};
use super::vector::EXACT;
use crate::money::{Rate, Rupiah};
use crate::plan::compile::{Group, Joining, Part, Plan};
use crate::plan::heads::asked;
use crate::plan::row::{Broken, FundAt, Position as _, SegmentAt};
use crate::scenario::PEOPLE;

/// A plan made ready for blocks of units.
pub(super) struct Lanes {
    pub segments: Vec<Segment>,
    pub knobs: Vec<Knob>,
    /// The most people in a cell for which every product stays exact.
    pub most: f64,
}

pub(super) struct Segment {
    /// Columns of the table with its people: its counts, or members and eligible.
    pub cells: Vec<usize>,
    /// Millionths of the people of a count who are accepted.
    pub accepted: f64,
    /// Month by month; `None`: each run has the heads of its count.
    pub walk: Option<Walk>,
    pub bills: Vec<Bill>,
}

/// Members that leave and join.
pub(super) struct Walk {
    /// Whether it begins with members; counts begin with nobody.
    pub is_path: bool,
    /// By cause: members who leave in a year, in millionths.
    pub leaving: Vec<f64>,
    /// By column of months, what happens after people left.
    pub events: Vec<Event>,
    /// The most who join in a month.
    pub most: f64,
}

#[derive(Clone, Copy)]
pub(super) enum Event {
    Nothing,
    /// The count at this position holds from now on.
    Count(usize),
    /// So much of those eligible are members: weight and whole.
    Path(f64, f64),
}

/// Months of a budget year in which one head costs the same.
pub(super) struct Bill {
    pub run: Run,
    /// By the position of a fund: what one head costs it, whole rupiah.
    pub whole_shares: Vec<(usize, f64)>,
    pub shared: Vec<Shared>,
}

/// A contribution of one head that several funds share, rounded in each bill.
pub(super) struct Shared {
    pub rupiah: f64,
    /// Position of each fund, and its millionths.
    pub shares: Vec<(usize, f64)>,
}

/// The limit on people, from all products that they appear in.
struct Limit(u64);

impl Limit {
    /// Products of so many people with `factor` stay below [`EXACT`].
    fn product(&mut self, factor: u128) {
        let people = u128::from(EXACT).checked_div(factor.max(1)).unwrap_or(0);
        self.0 = u64::try_from(people).map_or(self.0, |people| people.min(self.0));
    }
}

impl Lanes {
    /// `None` where the plan or the table needs what only the kernel does.
    pub fn of(kernel: &Kernel<'_>, knobs: &[Knob]) -> Result<Option<Self>, Broken> {
        let plan = &kernel.plan;
        let by_unit = |knob: &Knob| match knob {
            Knob::Count(..) | Knob::Members(_) | Knob::Eligible(_) | Knob::Ceiling(..) => false,
            Knob::Workforce(_) | Knob::OtherMembers(_) | Knob::First | Knob::Last => true,
        };
        if knobs.iter().any(by_unit) {
            return Ok(None);
        }
        let mut most = Limit(PEOPLE);
        let mut one_head: u128 = 0;
        let mut segments = Vec::new();
        for ((at, group), work) in plan.segments.iter().zip(kernel.work.entries()) {
            let late = group.billed_from_next && !work.counted;
            if follows(group) || group.passes || group.is_contract() || late {
                return Ok(None);
            }
            let mut bills = Vec::new();
            for run in &work.runs {
                let sheet = work.sheets.get(run.cell).ok_or(Broken("prices"))?;
                // Without a price or a relief in rupiah the kernel says what is wrong.
                let (Some(price), Some(worth)) = (&sheet.price, sheet.worth) else {
                    return Ok(None);
                };
                let shares = |(part, _): &(Part, Rupiah)| group.shares.of(*part).percents.len();
                if price.shared.iter().map(shares).any(|shares| shares > 3) {
                    return Ok(None);
                }
                let one = u128::from(price.whole.max(worth).max(1));
                one_head = one_head.saturating_add(one.saturating_mul(run.columns.len() as u128));
                bills.push(bill(group, run, price, &mut most)?);
            }
            let (cells, walk) = heads(plan, (at, group, work), knobs, &mut most)?;
            let accepted = number(group.accepted.millionths());
            segments.push(Segment { cells, accepted, walk, bills });
        }
        // All bills of a unit, and all its reliefs, are rupiah.
        most.product(one_head);
        Ok(Some(Self { segments, knobs: knobs.to_vec(), most: number(most.0) }))
    }
}

fn bill(group: &Group<'_>, run: &Run, price: &Price, most: &mut Limit) -> Result<Bill, Broken> {
    let of_fund = |(fund, rupiah): &(FundAt, Rupiah)| (fund.index(), number(rupiah.get()));
    let mut shared = Vec::new();
    for (part, rupiah) in &price.shared {
        let shares = group.shares.of(*part);
        let funds = shares.funds.iter().zip(&shares.percents).map(|(fund, percent)| {
            let fund = fund.ok_or(Broken("funds of a share"))?;
            Ok((fund.index(), number(percent.millionths())))
        });
        most.product(u128::from(rupiah.get()).saturating_mul(Rate::WHOLE.millionths().into()));
        shared.push(Shared {
            rupiah: number(rupiah.get()),
            shares: funds.collect::<Result<_, Broken>>()?,
        });
    }
    let whole_shares = price.whole_shares.iter().map(of_fund).collect();
    Ok(Bill { run: run.clone(), whole_shares, shared })
}

/// Where the people of a segment stand in the table, and how its heads change by month unless each run has a count.
fn heads(
    plan: &Plan<'_>,
    (at, group, work): (SegmentAt, &Group<'_>, &Work),
    knobs: &[Knob],
    most: &mut Limit,
) -> Result<(Vec<usize>, Option<Walk>), Broken> {
    // Every table has them.
    let column = |knob| knobs.iter().position(|own| *own == knob).ok_or(Broken("columns"));
    // Members × millionths of a year, and the fraction that is carried: below 1.01 × EXACT with 300,000,000 people.
    most.product(Rate::WHOLE.millionths().into());
    let leaving = group.leave.iter().map(|leaving| number(leaving.percent_a_year.millionths()));
    let leaving = leaving.collect();
    match &group.joining {
        Joining::Counts(counts) => {
            let cells = (0..counts.len()).map(|position| column(Knob::Count(at, position)));
            let cells = cells.collect::<Result<_, Broken>>()?;
            if work.counted {
                return Ok((cells, None));
            }
            let mut before = None;
            let events = plan.months.iter().map(|month| {
                let now = counts.partition_point(|count| count.from <= *month).checked_sub(1);
                let turned = now.filter(|_| now != before);
                before = now;
                turned.map_or(Event::Nothing, Event::Count)
            });
            Ok((cells, Some(Walk { is_path: false, leaving, events: events.collect(), most: 0.0 })))
        }
        Joining::Path { path, most: joining, .. } => {
            let events = plan.months.iter().map(|month| {
                let Some(asked) = asked(path, *month) else { return Event::Nothing };
                let (weight, whole) = asked.parts();
                most.product(weight.max(whole).into());
                Event::Path(number(weight), number(whole))
            });
            let events = events.collect();
            let joining = joining.map_or(f64::INFINITY, |joining| number(joining.get()));
            let cells = vec![column(Knob::Members(at))?, column(Knob::Eligible(at))?];
            Ok((cells, Some(Walk { is_path: true, leaving, events, most: joining })))
        }
        Joining::Target { .. } => Err(Broken("segments of a block")),
    }
}
