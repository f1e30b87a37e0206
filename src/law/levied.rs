//! Which class of workers is levied for which programme, on what, and by which statutory values.

use super::{Key, key};
use crate::scenario::{Programme, Risk, WorkerClass};

/// The contribution of a class for a programme.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Levied {
    /// Which class.
    pub class: WorkerClass,
    /// Which programme.
    pub programme: Programme,
    /// How it is worked out.
    pub amount: Amount,
}

/// How a contribution is worked out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Amount {
    /// The same for everybody.
    Flat(Key),
    /// A rate of a base; PU splits JHT and JP between employer and worker.
    Rate {
        /// Of what.
        of: OfBase,
        /// The rate of the payer's part.
        payer: Rated,
        /// The rate of the worker's part, where there is one.
        worker: Option<Key>,
        /// The least that one worker pays a month, whatever base and rate the planner puts in their place.
        floor: Option<Key>,
    },
    /// Construction: a rate of the wages where they are known, else by layers of the contract value.
    WagesOrLayers {
        /// The rate.
        rate: Key,
        /// The table of layers.
        layers: Key,
    },
}

/// What a rate is taken of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OfBase {
    /// The wage.
    Wage,
    /// The wage up to a ceiling.
    Capped(Key),
    /// What the table of brackets makes of an income, or the lowest base where none is named.
    Income {
        /// The table.
        brackets: Key,
        /// The lowest base.
        lowest: Key,
    },
}

/// A rate, or one for each risk of the workplace.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rated {
    /// The same for all.
    One(Key),
    /// By the risk of the workplace.
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

/// Every pair of class and programme that there is; a pair that is not here is levied nothing and may not be asked for.
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

/// What a class is levied for a programme, by a table such as [`LEVIED`].
pub(crate) fn levied(
    table: &'static [Levied],
    class: WorkerClass,
    programme: Programme,
) -> Option<Amount> {
    let row = table.iter().find(|row| (row.class, row.programme) == (class, programme))?;
    Some(row.amount)
}

/// The rate of JKK of wage earners, by the risk of the workplace.
pub(crate) const fn jkk_of(risk: Risk) -> Key {
    match risk {
        Risk::VeryLow => key::JKK_PU_VERY_LOW,
        Risk::Low => key::JKK_PU_LOW,
        Risk::Medium => key::JKK_PU_MEDIUM,
        Risk::High => key::JKK_PU_HIGH,
        Risk::VeryHigh => key::JKK_PU_VERY_HIGH,
    }
}
