//! *Peserta*: which months are billed, and who is billed in them.

use super::axis::{self, fill};
use super::book::{Book, Look};
use super::cells::{Tab, Value};
use super::flow::{Flow, People, Potential};
use super::formula::{Expr, Test};
use super::inputs::{Inputs, OfSegment};
use super::target::{self, Follower, LAST};
use super::tariff::Span;
use crate::plan::{Broken, Group, Heads, Joining, Plan, Position as _, Row, SegmentAt};
use crate::scenario::{Scenario, Spread};
use crate::text::place;

/// What the people follow from.
pub(super) struct Behind<'b, 'a> {
    pub scenario: &'b Scenario,
    pub plan: &'b Plan<'a>,
    pub heads: &'b Heads,
    pub inputs: &'b Inputs,
    pub tariff: &'b Row<SegmentAt, Vec<Span>>,
    pub potential: Option<Potential>,
}

/// Writes *Peserta* and *Gerak*.
pub(super) fn heads(
    book: &mut Book,
    behind: &Behind<'_, '_>,
) -> Result<Row<SegmentAt, People>, Broken> {
    let Behind { scenario, plan, inputs, .. } = *behind;
    let months = plan.months.len();
    book.heading(
        Tab::Heads,
        "Peserta yang dibayar, per bulan",
        "Blok pertama: 1 = bulan dibayar, 0 = tidak; boleh diubah. Blok kedua dihitung.",
    );
    axis::heads(book, plan, Tab::Heads, &["Kelompok", "", "", "", "Orang-bulan"]);
    book.heading(Tab::Flow, "Peserta masuk dan berhenti, per bulan", "");
    axis::heads(book, plan, Tab::Flow, &["Kelompok", "Apa"]);
    axis::section(book, Tab::Heads, "Bulan yang dibayar");
    let mut flags = Vec::new();
    for ((at, group), segment) in plan.segments.iter().zip(&scenario.segments) {
        let line = axis::line(book, Tab::Heads, &[&segment.name]);
        for (column, month) in plan.months.iter().enumerate() {
            let billed = group.billed.iter().any(|columns| columns.contains(&column));
            let what = format!("Bulan dibayar, {} {month}", segment.name);
            let path = format!("{}{month}", place("segments[#].billed:", &[at.index()]));
            let value = Value::Whole(billed.into());
            book.people_input(line.month(column), value, Look::Number, (what, path));
        }
        book.formula(line.sum(), Expr::Total(vec![line.months(0..months)]), Look::Sum);
        flags.push(line);
    }
    axis::section(book, Tab::Heads, "Peserta yang dibayar");
    let mut people = Vec::new();
    let mut flows = Vec::new();
    for (((at, _), segment), flags) in plan.segments.iter().zip(&scenario.segments).zip(flags) {
        let billed = axis::line(book, Tab::Heads, &[&segment.name]);
        people.push(People { flags, billed });
        flows.push(Flow::placed(book, &segment.name, inputs.segments.at(at)?));
    }
    let (people, flows) = (Row::new(people), Row::new(flows));
    behind.enrolled(book, &people, &flows)?;
    for (at, group) in plan.segments.iter() {
        let (people, flow) = (*people.at(at)?, flows.at(at)?);
        fill(book, people.billed, months, |column| {
            let there = Expr::from(flow.enrolled.month(column));
            let waits = group.billed_from_next;
            let there = if waits { there.minus(flow.joined.month(column)) } else { there };
            Expr::from(people.flags.month(column)).times(there)
        });
    }
    Ok(people)
}

impl Behind<'_, '_> {
    /// Who is enrolled: first where a segment depends on no other, then where the target spreads people.
    fn enrolled(
        &self,
        book: &mut Book,
        people: &Row<SegmentAt, People>,
        flows: &Row<SegmentAt, Flow>,
    ) -> Result<(), Broken> {
        let mut following = Vec::new();
        for (at, group) in self.plan.segments.iter() {
            let (of, flow) = (self.inputs.segments.at(at)?, flows.at(at)?);
            match &group.joining {
                Joining::Counts(counts) => flow.counted(book, self.plan, counts, of)?,
                Joining::Path { path, .. } => self.along(book, path, of, flow)?,
                Joining::Target { .. } => following.push((group.rank, at)),
            }
        }
        following.sort_by_key(|(rank, _)| *rank);
        let story = self.heads.story.as_ref().ok_or(Broken("people by month"))?;
        match &self.plan.target {
            Some(goal) if goal.spread != Spread::Quota => {
                self.follow(book, (people, flows), &following)
            }
            // Quotas need as many rounds as segments: they are worked out in the calculator.
            Some(_) | None => {
                for (_, at) in following {
                    flows.at(at)?.given(book, story, at)?;
                }
                Ok(())
            }
        }
    }

    /// A segment with a path of its own.
    fn along(
        &self,
        book: &mut Book,
        path: &crate::scenario::Path,
        of: &OfSegment,
        flow: &Flow,
    ) -> Result<(), Broken> {
        let eligible = of.eligible.ok_or(Broken("eligible of a segment"))?;
        let inputs = of.path.as_ref().ok_or(Broken("path of a segment"))?;
        for (column, month) in self.plan.months.iter().enumerate() {
            flow.leave(book, column, of.members, false);
            let Some(asked) = target::members(path, inputs, *month, eligible)? else {
                flow.join(book, column, 0.into());
                continue;
            };
            let missing = Expr::least(asked, eligible).minus(flow.there.month(column));
            let missing = Expr::most(0, missing);
            let joined = match of.most {
                Some(most) => Expr::least(missing, most),
                None => missing,
            };
            flow.join(book, column, joined);
        }
        Ok(())
    }

    /// The segments that the target spreads people over.
    fn follow(
        &self,
        book: &mut Book,
        (people, flows): (&Row<SegmentAt, People>, &Row<SegmentAt, Flow>),
        following: &[(usize, SegmentAt)],
    ) -> Result<(), Broken> {
        let goal = self.plan.target.as_ref().ok_or(Broken("target"))?;
        let inputs = self.inputs.target.as_ref().ok_or(Broken("points of the target"))?;
        let potential = self.potential.as_ref().ok_or(Broken("workforce of a target"))?;
        let needed = axis::line(book, Tab::Flow, &["Target", "Peserta yang dibutuhkan"]);
        let missing = axis::line(book, Tab::Flow, &["Target", "Kekurangan peserta"]);
        let mut followers = Vec::new();
        for (_, at) in following {
            let segment = self.scenario.segments.get(at.index()).ok_or(Broken("segments"))?;
            let of = self.inputs.segments.at(*at)?;
            followers.push(Follower::placed(book, &segment.name, flows.at(*at)?, of));
        }
        for (column, month) in self.plan.months.iter().enumerate() {
            let mut there = Expr::from(potential.others.month(column));
            for follower in &followers {
                follower.flow.leave(book, column, follower.of.members, false);
                there = there.plus(follower.flow.there.month(column));
            }
            for (at, group) in self.plan.segments.iter() {
                let enrolled = flows.at(at)?.enrolled.month(column);
                match &group.joining {
                    Joining::Target { .. } => {}
                    Joining::Path { .. } => there = there.plus(enrolled),
                    Joining::Counts(_) => {
                        let flag = people.at(at)?.flags.month(column);
                        let billed = Test::Equal(flag.into(), 1.into());
                        let kept = self.unlapsed(at, column)?;
                        there = there.plus(Expr::either(billed, enrolled, kept));
                    }
                }
            }
            let eligible = potential.eligible.month(column);
            let asked = target::members(&goal.path, inputs, *month, eligible)?;
            let is_asked = asked.is_some();
            book.formula(needed.month(column), asked.unwrap_or(0.into()), Look::Number);
            let lacks = Expr::most(0, Expr::from(needed.month(column)).minus(there));
            book.formula(missing.month(column), lacks, Look::Number);
            let mut ranks = Vec::new();
            for ((_, at), follower) in following.iter().zip(&followers) {
                ranks.push(self.rank(goal.spread, *at, follower.of, column)?);
            }
            let missing = is_asked.then(|| missing.month(column));
            target::spread(book, &followers, &ranks, (missing, column))?;
        }
        Ok(())
    }

    fn rank(
        &self,
        spread: Spread,
        at: SegmentAt,
        of: &OfSegment,
        column: usize,
    ) -> Result<Expr, Broken> {
        Ok(match spread {
            Spread::Proportional | Spread::Quota => 0.into(),
            Spread::Priority => of.priority.map_or(LAST.into(), Expr::from),
            Spread::Cheapest => self.of_budgets(at, self.plan.segments.at(at)?, of, column)?,
        })
    }

    /// What one more member costs the budgets, in millionths.
    fn of_budgets(
        &self,
        at: SegmentAt,
        group: &Group<'_>,
        of: &OfSegment,
        column: usize,
    ) -> Result<Expr, Broken> {
        if group.is_contract() {
            return Ok(0.into());
        }
        let spans = self.tariff.at(at)?;
        let span =
            spans.iter().find(|span| span.columns.contains(&column)).ok_or(Broken("prices"))?;
        let Some(prices) = &span.prices else { return Ok(LAST.into()) };
        let mut sum = Expr::Plus(vec![0.into()]);
        for (_, part, price) in prices {
            let shares = of.shares.of(*part).iter().zip(&group.shares.of(*part).funds);
            for (share, fund) in shares {
                let fund = fund.ok_or(Broken("fund of a share"))?;
                if self.plan.funds.at(fund)?.kind.is_budget() {
                    sum = sum.plus(Expr::from(*price).times(*share));
                }
            }
        }
        Ok(sum)
    }

    /// Members whose month is not billed and who have not lapsed yet.
    fn unlapsed(&self, at: SegmentAt, column: usize) -> Result<i128, Broken> {
        match &self.heads.unlapsed {
            None => Ok(0),
            Some(rows) => Ok(rows.at(at)?.get(column).ok_or(Broken("columns"))?.get().into()),
        }
    }
}

/// Which inputs are locked because people who follow from them are values.
pub(super) fn is_fixed(plan: &Plan<'_>) -> bool {
    let follows = |group: &Group<'_>| matches!(group.joining, Joining::Target { .. });
    let groups = plan.segments.entries();
    let by_quota = plan.target.as_ref().is_none_or(|goal| goal.spread == Spread::Quota);
    (by_quota && groups.iter().any(follows)) || groups.iter().any(|group| plan.keeps(group))
}
