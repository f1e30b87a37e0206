//! Numbers of a scenario that can be set in place, without reading it again: those that planners are least sure of.

use crate::money::{Base, Rate, Rupiah};
use crate::people::People;
use crate::scenario::{BaseRule, Enrolment, Scenario, steps};

/// A number of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Knob {
    Count(usize, usize),
    Members(usize),
    Eligible(usize),
    MostPerMonth(usize),
    Loss(usize),
    Leaving(usize, usize),
    Wage(usize),
    Workforce(usize),
    OtherMembers(usize),
    Growth,
    Ceiling(usize, usize),
}

impl Knob {
    /// The knob of a path; `None`: the scenario must be read again.
    pub fn of(path: &str) -> Option<Self> {
        let steps: Vec<&str> = steps(path).collect();
        let at = |step: &str| step.parse::<usize>().ok();
        Some(match *steps.as_slice() {
            ["segments", one, "enrolment", "counts", count, "people"] => {
                Self::Count(at(one)?, at(count)?)
            }
            ["segments", one, "enrolment", "members"] => Self::Members(at(one)?),
            ["segments", one, "enrolment", "eligible"] => Self::Eligible(at(one)?),
            ["segments", one, "enrolment", "mostPerMonth"] => Self::MostPerMonth(at(one)?),
            ["segments", one, "flows", "verificationLossPercent"] => Self::Loss(at(one)?),
            ["segments", one, "flows", "leave", cause, "percentAYear"] => {
                Self::Leaving(at(one)?, at(cause)?)
            }
            ["segments", one, "base", "rupiah"] => Self::Wage(at(one)?),
            ["workforce", "eligible", entry, "people"] => Self::Workforce(at(entry)?),
            ["workforce", "otherMembers", entry, "people"] => Self::OtherMembers(at(entry)?),
            ["workforce", "growthPercent"] => Self::Growth,
            ["funds", fund, "ceilings", year, "rupiah"] => Self::Ceiling(at(fund)?, at(year)?),
            _ => return None,
        })
    }

    /// Whether cost or coverage depend on it: how many a group of counts could have is only compared with them.
    pub fn has_effect(self, scenario: &Scenario) -> bool {
        match self {
            Self::Eligible(at) => {
                scenario.segments.get(at).is_some_and(|segment| match segment.enrolment {
                    Enrolment::Target { .. } | Enrolment::Path { .. } => true,
                    Enrolment::Fixed { .. } | Enrolment::Villages { .. } => false,
                })
            }
            Self::Count(..)
            | Self::Members(_)
            | Self::MostPerMonth(_)
            | Self::Loss(_)
            | Self::Leaving(..)
            | Self::Wage(_)
            | Self::Workforce(_)
            | Self::OtherMembers(_)
            | Self::Growth
            | Self::Ceiling(..) => true,
        }
    }

    /// Whether prices depend on it.
    pub const fn is_of_price(self) -> bool {
        matches!(self, Self::Wage(_))
    }

    /// Sets the number, a whole one of `1 / scale`. `false`: the scenario has no such number.
    pub fn set(self, scenario: &mut Scenario, value: u64, scale: u64) -> bool {
        self.place(scenario, value, scale).is_some()
    }

    fn place(self, scenario: &mut Scenario, value: u64, scale: u64) -> Option<()> {
        let people = People::new(value);
        let rate = Rate::from_millionths(value.checked_mul(10_000_u64.checked_div(scale)?)?);
        match self {
            Self::Count(at, count) => match &mut scenario.segments.get_mut(at)?.enrolment {
                Enrolment::Fixed { counts, .. } => counts.get_mut(count)?.people = people,
                // Those of villages are sums over the villages.
                Enrolment::Villages { .. } | Enrolment::Target { .. } | Enrolment::Path { .. } => {
                    return None;
                }
            },
            Self::Members(at) => match &mut scenario.segments.get_mut(at)?.enrolment {
                Enrolment::Target { members, .. } | Enrolment::Path { members, .. } => {
                    *members = people;
                }
                Enrolment::Fixed { .. } | Enrolment::Villages { .. } => return None,
            },
            Self::Eligible(at) => match &mut scenario.segments.get_mut(at)?.enrolment {
                Enrolment::Target { eligible, .. } | Enrolment::Path { eligible, .. } => {
                    *eligible = people;
                }
                Enrolment::Fixed { eligible, .. } | Enrolment::Villages { eligible, .. } => {
                    *eligible = Some(people);
                }
            },
            Self::MostPerMonth(at) => match &mut scenario.segments.get_mut(at)?.enrolment {
                Enrolment::Path { most_per_month, .. } => *most_per_month = Some(people),
                Enrolment::Target { part, .. } => part.most_per_month = Some(people),
                Enrolment::Fixed { .. } | Enrolment::Villages { .. } => return None,
            },
            Self::Loss(at) => {
                let flows = scenario.segments.get_mut(at)?.flows.as_mut()?;
                flows.verification_loss_percent = Some(rate);
            }
            Self::Leaving(at, cause) => {
                let flows = scenario.segments.get_mut(at)?.flows.as_mut()?;
                flows.leave.get_mut(cause)?.percent_a_year = rate;
            }
            Self::Wage(at) => {
                let Some(BaseRule::Fixed(base)) = &mut scenario.segments.get_mut(at)?.base else {
                    return None;
                };
                let step = 1_000_u64.checked_div(scale)?;
                *base = Base::from_thousandths(value.checked_mul(step)?);
            }
            Self::Workforce(entry) => {
                scenario.workforce.as_mut()?.eligible.get_mut(entry)?.people = people;
            }
            Self::OtherMembers(entry) => {
                scenario.workforce.as_mut()?.other_members.get_mut(entry)?.people = people;
            }
            Self::Growth => scenario.workforce.as_mut()?.growth_percent = Some(rate),
            Self::Ceiling(fund, entry) => {
                let ceiling = scenario.funds.get_mut(fund)?.ceilings.get_mut(entry)?;
                ceiling.rupiah = Rupiah::new(value)?;
            }
        }
        Some(())
    }
}
