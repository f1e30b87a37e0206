//! What one case pays in a month, with the amounts of that month and their sources.

use super::answer::{AmountMissing, Payment, PaymentPart, Terms};
use crate::choices::Choice as _;
use crate::law::{NotKnown, Value, Words, granted, key};
use crate::money::{Exact, Rate, Rounding, Rupiah};
use crate::month::Month;
use crate::plan::{Broken, Fault, Group, Levy, Outcome};
use crate::problem::{Problems, problem};
use crate::scenario::{BenefitRequest, Programme, WorkerClass};
use crate::text::place;

/// An amount of a benefit with its source: of the law or of the planner.
struct Amount {
    parameter: &'static str,
    title: Words<'static>,
    value: u64,
    status: &'static str,
    instrument: String,
    article: Option<&'static str>,
}

/// Looks up amounts for a segment and notes those that are not known.
pub(super) struct Amounts<'r> {
    pub request: &'r BenefitRequest,
    /// Day of the plan (`lawDate`).
    pub day: Option<&'r str>,
    pub missing: Vec<AmountMissing>,
}

impl Amounts<'_> {
    /// The amount of a benefit in a month; `None`: it has none then.
    fn find(&self, name: &'static str, month: Month) -> Result<Option<Amount>, Broken> {
        let of_law = match granted(name, month, self.day) {
            Ok(granted) => Some(granted),
            Err(NotKnown::Month(_)) => None,
            Err(NotKnown::Name) => return Err(Broken("benefits")),
        };
        if let Some(own) = self.request.amount(name, month) {
            let title = match of_law {
                Some(granted) => granted.parameter.title,
                None => Words { id: name, en: name },
            };
            return Ok(Some(Amount {
                parameter: name,
                title,
                value: own.value,
                status: "replaced",
                instrument: own.note.clone(),
                article: None,
            }));
        }
        let Some(granted) = of_law else { return Ok(None) };
        let value = match granted.value {
            Value::Rupiah(base) => base.thousandths() / 1_000,
            Value::Months(months) => months,
            Value::Percent(_) | Value::Table(_) => return Err(Broken("unit of a benefit")),
        };
        Ok(Some(Amount {
            parameter: name,
            title: granted.parameter.title,
            value,
            status: granted.source.status.name(),
            instrument: granted.source.instrument.into(),
            article: granted.source.article,
        }))
    }

    /// The amount of a benefit that the segment needs; one that is not known is noted.
    fn need(&mut self, name: &'static str, month: Month) -> Result<Option<Amount>, Broken> {
        let found = self.find(name, month)?;
        if found.is_none() {
            match self.missing.iter_mut().find(|one| one.parameter == name) {
                Some(one) => (one.from, one.to) = (one.from.min(month), one.to.max(month)),
                None => {
                    self.missing.push(AmountMissing { parameter: name, from: month, to: month });
                }
            }
        }
        Ok(found)
    }

    /// What one case of a segment pays in a month. `levies` are the contributions of one member in it.
    pub fn terms(
        &mut self,
        outcome: Outcome<'_>,
        levies: Result<&[Levy<'_>], Fault>,
        month: Month,
    ) -> Result<Terms, Problems> {
        let levies = match levies {
            Ok(levies) => levies,
            // Nobody is billed at a price that is missing: `Bills` would have refused it.
            Err(Fault::Missing | Fault::TooLarge) => return Err(Broken("prices").into()),
            Err(Fault::Broken(broken)) => return Err(broken.into()),
        };
        let has = |programme| outcome.group.programmes.contains(&programme);
        let (jkk, jkm) = (has(Programme::Jkk), has(Programme::Jkm));
        let index = outcome.index;
        let mut terms = Terms {
            jkm_death: None,
            jkm_newcomer_death: None,
            jkm_full_from_month: None,
            jkk_death: None,
            jkk_disability: None,
            scholarship: None,
            scholarship_after_months: None,
            jkm_price_rupiah: None,
        };
        if jkm {
            let names = ["benefit.jkm.santunan", "benefit.jkm.berkala", "benefit.jkm.pemakaman"];
            terms.jkm_death = self.payment(&names, None, month, index)?;
            terms.jkm_price_rupiah = price(outcome.group, levies, Programme::Jkm);
            if let Some(wait) = waiting(outcome, month) {
                let names = ["benefit.jkm.pemakamanNewcomer"];
                terms.jkm_newcomer_death = self.payment(&names, None, month, index)?;
                terms.jkm_full_from_month = Some(wait.saturating_add(1));
            }
            let after = self.find("benefit.jkm.scholarshipMembership", month)?;
            terms.scholarship_after_months = after.map(|after| after.value);
        }
        if jkk && let Some(wage) = wage(levies) {
            let names = ["benefit.jkk.deathWages", "benefit.jkk.berkala", "benefit.jkk.pemakaman"];
            terms.jkk_death = self.payment(&names, Some(wage), month, index)?;
            let names = ["benefit.jkk.disabilityWages"];
            terms.jkk_disability = self.payment(&names, Some(wage), month, index)?;
        }
        if jkk || jkm {
            let most = self.find("benefit.scholarship.maximum", month)?;
            terms.scholarship = most.map(|most| part(most, None, index)).transpose()?;
        }
        Ok(terms)
    }

    /// A payment of these parts; `None` where one of them is not known.
    fn payment(
        &mut self,
        names: &[&'static str],
        wage: Option<Exact>,
        month: Month,
        index: usize,
    ) -> Result<Option<Payment>, Problems> {
        let mut parts = Vec::with_capacity(names.len());
        for name in names {
            let wage = wage.filter(|_| name.ends_with("Wages"));
            // Goes on after a missing one, so that all are named.
            if let Some(amount) = self.need(name, month)? {
                parts.push(part(amount, wage, index)?);
            }
        }
        if parts.len() < names.len() {
            return Ok(None);
        }
        let rupiah = Rupiah::all(parts.iter().map(|part| part.rupiah));
        let rupiah = rupiah.ok_or_else(|| too_large(index))?;
        Ok(Some(Payment { rupiah, parts }))
    }
}

/// A part of a payment. A multiple of a wage is rounded here, once, to the nearest rupiah.
fn part(amount: Amount, wage: Option<Exact>, index: usize) -> Result<PaymentPart, Problems> {
    let Amount { parameter, title, value, status, instrument, article } = amount;
    let rupiah = match wage {
        Some(wage) => {
            let times = value.checked_mul(Rate::WHOLE.millionths()).map(Rate::from_millionths);
            times.and_then(|times| wage.share(times).round(Rounding::Nearest))
        }
        None => Rupiah::new(value),
    };
    Ok(PaymentPart {
        parameter,
        title,
        rupiah: rupiah.ok_or_else(|| too_large(index))?,
        wages: wage.map(|_| value),
        wage_rupiah: wage.map(Exact::printed),
        status,
        instrument,
        article,
    })
}

pub(super) fn too_large(index: usize) -> Problems {
    problem!(AmountTooLarge, place("segments[#]", &[index]), limit = Rupiah::MAX.get()).into()
}

/// The wage that JKK is levied on: of BPU the base of their bracket. `None` for a contract whose wages are not known.
fn wage(levies: &[Levy<'_>]) -> Option<Exact> {
    levies.iter().find(|levy| levy.programme == Programme::Jkk)?.formula.base()
}

/// Contribution of one member; `None` for a contract, which is billed as a whole.
fn price(group: &Group<'_>, levies: &[Levy<'_>], programme: Programme) -> Option<Rupiah> {
    let own = levies.iter().filter(|levy| levy.programme == programme);
    Rupiah::all(own.map(|levy| levy.rupiah)).filter(|_| !group.is_contract())
}

/// Months that a new member waits for the full benefit of JKM; `None`: none. Only BPU (Permenaker 1/2025; whether PU
/// fall under it was not found).
pub(super) fn waiting(outcome: Outcome<'_>, month: Month) -> Option<u64> {
    if outcome.segment.class != WorkerClass::Bpu {
        return None;
    }
    let law = outcome.scenario.law();
    law.months(key::JKM_BPU_WAITING_MONTHS, month).ok().map(|wait| wait.value)
}
