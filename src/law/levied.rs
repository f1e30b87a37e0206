//! Which class of workers pays which programme, on which base, by which statutory values.

use super::{Key, key};
use super::{Programme, Risk, WorkerClass};
use crate::choices::Choice as _;

/// One pair of class and programme, and how its contribution is calculated.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Levied {
    pub class: WorkerClass,
    pub programme: Programme,
    pub amount: Amount,
}

/// How a contribution is calculated.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::large_enum_variant,
    reason = "a key may hold its name; there are as many as rows of the law"
)]
pub(crate) enum Amount {
    /// The same rupiah for every worker (JKM of BPU).
    Flat(Key),
    /// A rate of a base. JHT and JP of PU are divided between employer and worker.
    Rate {
        /// Base of the rate.
        of: OfBase,
        /// Rate of the employer's part, or of the whole.
        payer: Rated,
        /// Rate of the worker's part; `None`: there is no such part.
        worker: Option<Key>,
        /// Least contribution of one worker in one month. It also holds where the planner replaces rate or base.
        floor: Option<Key>,
    },
    /// Construction: a rate of the wages where they are known, else a rate for each layer of the contract value.
    WagesOrLayers {
        /// Rate of the wages.
        rate: Key,
        /// Table of layers.
        layers: Key,
    },
}

/// Base that a rate is taken of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OfBase {
    /// The wage.
    Wage,
    /// The wage, at most this ceiling (JP).
    Capped(Key),
    /// The base that the bracket table gives for an income; without an income, the lowest base (BPU).
    Income {
        /// Bracket table.
        brackets: Key,
        /// Lowest base.
        lowest: Key,
    },
}

/// One rate, or one for each risk class of the workplace.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rated {
    /// The same for all risk classes.
    One(Key),
    /// By risk class (JKK of PU).
    ByRisk(fn(Risk) -> Key),
}

const INCOME: OfBase =
    OfBase::Income { brackets: key::BPU_BRACKETS, lowest: key::BPU_MINIMUM_BASE };

const fn of(class: WorkerClass, programme: Programme, amount: Amount) -> Levied {
    Levied { class, programme, amount }
}

const fn rate(of: OfBase, payer: Key, worker: Option<Key>) -> Amount {
    Amount::Rate { of, payer: Rated::One(payer), worker, floor: None }
}

const fn of_income(payer: Key, floor: Key) -> Amount {
    Amount::Rate { of: INCOME, payer: Rated::One(payer), worker: None, floor: Some(floor) }
}

/// Every pair of class and programme. A segment that asks for a pair that is not here is refused.
#[rustfmt::skip]
pub(crate) static LEVIED: &[Levied] = {
    use {Programme::{Jht, Jkk, Jkm, Jp}, WorkerClass::{Bpu, Construction, Pu}};
    &[
        of(Pu, Jkk, Amount::Rate { of: OfBase::Wage, payer: Rated::ByRisk(jkk_of), worker: None, floor: None }),
        of(Pu, Jkm, rate(OfBase::Wage, key::JKM_PU, None)),
        of(Pu, Jht, rate(OfBase::Wage, key::JHT_PU_EMPLOYER, Some(key::JHT_PU_WORKER))),
        of(Pu, Jp, rate(OfBase::Capped(key::JP_CEILING), key::JP_PU_EMPLOYER, Some(key::JP_PU_WORKER))),
        of(Bpu, Jkk, of_income(key::JKK_BPU, key::JKK_BPU_MINIMUM)),
        of(Bpu, Jkm, Amount::Flat(key::JKM_BPU)),
        of(Bpu, Jht, of_income(key::JHT_BPU, key::JHT_BPU_MINIMUM)),
        of(Construction, Jkk, Amount::WagesOrLayers { rate: key::JKK_CONSTRUCTION, layers: key::JKK_CONSTRUCTION_LAYERS }),
        of(Construction, Jkm, Amount::WagesOrLayers { rate: key::JKM_CONSTRUCTION, layers: key::JKM_CONSTRUCTION_LAYERS }),
    ]
};

/// How a class pays a programme by `table` (see [`LEVIED`]); `None`: it does not.
pub(crate) fn levied(
    table: &'static [Levied],
    class: WorkerClass,
    programme: Programme,
) -> Option<Amount> {
    let row = table.iter().find(|row| (row.class, row.programme) == (class, programme))?;
    Some(row.amount)
}

/// What a segment of a class has, as the table says it. The check reads it, and so does the form of the page (see
/// `x-classes` of the schema).
impl WorkerClass {
    fn amounts(self) -> impl Iterator<Item = Amount> {
        LEVIED.iter().filter(move |row| row.class == self).map(|row| row.amount)
    }

    /// Programmes of the class, in the order of [`Programme`].
    pub(crate) fn programmes(self) -> impl Iterator<Item = Programme> {
        let has = move |programme: &Programme| levied(LEVIED, self, *programme).is_some();
        Programme::ALL.iter().copied().filter(has)
    }

    /// Whether the worker pays a part of the programme: JHT and JP of PU.
    #[must_use]
    pub fn has_worker_part(self, programme: Programme) -> bool {
        match levied(LEVIED, self, programme) {
            Some(Amount::Rate { worker, .. }) => worker.is_some(),
            Some(Amount::Flat(_) | Amount::WagesOrLayers { .. }) | None => false,
        }
    }

    /// Whether a rate depends on the risk class of the workplace: JKK of PU.
    pub(crate) fn has_risk(self) -> bool {
        let by_risk = |amount| matches!(amount, Amount::Rate { payer: Rated::ByRisk(_), .. });
        self.amounts().any(by_risk)
    }

    /// Whether there is a lowest base for a segment that names none: that of BPU.
    pub(crate) fn has_lowest_base(self) -> bool {
        let has = |amount| match amount {
            Amount::Flat(_) | Amount::Rate { of: OfBase::Income { .. }, .. } => true,
            Amount::Rate { of: OfBase::Wage | OfBase::Capped(_), .. }
            | Amount::WagesOrLayers { .. } => false,
        };
        self.amounts().all(has)
    }

    /// Whether a contract may stand in the place of wages: that of construction.
    pub(crate) fn has_contract(self) -> bool {
        self.amounts().any(|amount| matches!(amount, Amount::WagesOrLayers { .. }))
    }
}

/// JKK rate of wage earners by risk class (PP 44/2015, Pasal 16).
pub(crate) const fn jkk_of(risk: Risk) -> Key {
    match risk {
        Risk::VeryLow => key::JKK_PU_VERY_LOW,
        Risk::Low => key::JKK_PU_LOW,
        Risk::Medium => key::JKK_PU_MEDIUM,
        Risk::High => key::JKK_PU_HIGH,
        Risk::VeryHigh => key::JKK_PU_VERY_HIGH,
    }
}
