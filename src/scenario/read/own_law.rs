//! Reads the planner's readings of reliefs and rules, overrides, and assumptions.

use super::check::Check;
use crate::choices::Choice as _;
use crate::law::{FUND_RULES, GrowthKind, Key, RELIEFS, Reading, Relief, Row, Unit, Value};
use crate::money::{Base, Rate};
use crate::problem::problem;
use crate::scenario::fields::{Fields, whole};
use crate::scenario::{
    Assumption, FundKind, Group, Growth, Override, Permission, ReliefChoice, Replacement,
};
use crate::text::{below, listed};

impl Check {
    pub(super) fn reliefs(&mut self, fields: Fields<'_>) -> Vec<ReliefChoice> {
        let mut choices: Vec<ReliefChoice> = Vec::new();
        for (choice, path) in self.entries(fields, "reliefs", "reliefs") {
            if !self.fits_at(&path, "relief") {
                continue;
            }
            let key = choice.text("relief");
            let Some(relief) = Relief::parse(&key) else {
                let known: Vec<_> = RELIEFS.iter().map(Relief::key).collect();
                let path = below(&path, ".relief");
                self.note(problem!(UnknownRelief, path, value = key, choices = listed(&known)));
                continue;
            };
            if !self.fits_at(&path, "payer") {
                continue;
            }
            let payer = choice.choice("payer").unwrap_or(FundKind::Csr);
            if !matches!(relief.reading(payer), Reading::Open { .. }) {
                let place = below(&path, ".payer");
                self.note(problem!(
                    ReliefDecided,
                    place,
                    payer = payer.name(),
                    relief = relief.key()
                ));
            }
            if choices.iter().any(|other| other.relief == relief && other.payer == payer) {
                self.note(problem!(Duplicate, path, value = payer.name()));
            }
            let (applies, note) = (choice.truth("applies"), choice.text_if("note"));
            choices.push(ReliefChoice { relief, payer, applies, note });
        }
        choices
    }

    pub(super) fn permissions(&mut self, fields: Fields<'_>) -> Vec<Permission> {
        let mut permissions: Vec<Permission> = Vec::new();
        for (permission, path) in self.entries(fields, "permissions", "permissions") {
            if !self.fits_at(&path, "rule") {
                continue;
            }
            let name = permission.text("rule");
            let Some(rule) = FUND_RULES.iter().find(|rule| rule.key == name) else {
                let place = below(&path, ".rule");
                self.note(problem!(UnknownParameter, place, value = name));
                continue;
            };
            if !self.fits_at(&path, "group") {
                continue;
            }
            let group = permission.choice("group").unwrap_or(Group::Other);
            if permissions.iter().any(|other| (other.rule, other.group) == (rule.key, group)) {
                self.note(problem!(Duplicate, path, value = group.name()));
            }
            let (allowed, note) = (permission.truth("allowed"), permission.text_if("note"));
            permissions.push(Permission { rule: rule.key, group, allowed, note });
        }
        permissions
    }

    pub(super) fn overrides(&mut self, fields: Fields<'_>) -> Vec<Override> {
        let mut overrides = Vec::new();
        for (replacement, path) in self.entries(fields, "overrides", "overrides") {
            let span = (replacement.month_if("from"), replacement.month_if("to"));
            let from = replacement.month("from");
            if let (Some(from), Some(to)) = span {
                self.ends_after_start(from, to, &path);
            }
            let Some(key) = self.parameter(replacement, &path) else { continue };
            if let Some(value) = self.replacement(replacement, key, &path) {
                let note = replacement.text("note");
                overrides.push(Override { key, from, to: span.1, value, note });
            }
        }
        overrides
    }

    /// One value, or the rows of a table, by the unit of the parameter.
    fn replacement(&mut self, fields: Fields<'_>, key: Key, path: &str) -> Option<Replacement> {
        let is_table = key.unit() == Unit::Table;
        if fields.has("rows") != is_table || fields.has("value") == is_table {
            let wanted = if is_table { "rows" } else { "value" };
            self.note(problem!(ValueOrRows, path, title = key.title(), wanted = wanted));
            return None;
        }
        if !is_table {
            let value = self.amount(fields, key.unit(), path)?;
            return Some(Replacement::One(value));
        }
        let path = below(path, ".rows");
        let unit = key.row_unit();
        let are_starts_known = self.fits_in_all(fields, "rows", &path, "fromRupiah");
        let mut rows: Vec<Row> = Vec::new();
        let mut before = None;
        for (row, place) in self.entries(fields, "rows", &path) {
            let from = Base::from_rupiah(row.rupiah("fromRupiah"));
            let place_from = below(&place, ".fromRupiah");
            match before.replace(from) {
                _ if !are_starts_known => {}
                None if from > Base::from_thousandths(0) => {
                    self.note(problem!(TooLarge, place_from, limit = 0));
                }
                Some(before) if from <= before => {
                    self.note(problem!(RowsNotRising, place_from));
                }
                _ => {}
            }
            if let Some(value) = self.amount(row, unit, &place) {
                rows.push(Row { from, value });
            }
        }
        Some(Replacement::Rows(rows))
    }

    /// Reads `value` in a unit.
    fn amount(&mut self, fields: Fields<'_>, unit: Unit, path: &str) -> Option<Value<'static>> {
        let place = below(path, ".value");
        if !self.fits(&place) {
            return None;
        }
        let number = fields.number("value");
        let value = match unit {
            Unit::Percent if number > 100.0 => Err(problem!(TooLarge, place, limit = 100)),
            Unit::Percent => Ok(Value::Percent(fields.percent("value"))),
            Unit::Rupiah => match Base::read(number) {
                Some(base) => Ok(Value::Rupiah(base)),
                None => Err(problem!(TooManyDecimals, place, limit = 3)),
            },
            Unit::Months | Unit::Table if number.fract() > 0.0 => Err(problem!(NotWhole, place)),
            Unit::Months | Unit::Table => Ok(Value::Months(whole(number))),
        };
        value.map_err(|problem| self.note(problem)).ok()
    }

    pub(super) fn assumptions(&mut self, fields: Fields<'_>) -> Vec<Assumption> {
        let mut assumptions: Vec<Assumption> = Vec::new();
        for (assumption, path) in self.entries(fields, "assumptions", "assumptions") {
            // `kind` decides which other fields there are; without it they are not checked.
            if !self.fits_at(&path, "kind") {
                continue;
            }
            let Some(key) = self.parameter(assumption, &path) else { continue };
            let growth = if assumption.text("kind") == GrowthKind::Growth.name() {
                Growth::Typed(assumption.percent("percent"))
            } else {
                Growth::WageFormula {
                    inflation: assumption.percent("inflationPercent"),
                    alpha: Rate::read_part(assumption.number("alpha")).unwrap_or(Rate::WHOLE),
                    economy: assumption.percent("growthPercent"),
                }
            };
            if !key.beyond().is_some_and(|beyond| beyond.kinds.contains(&growth.kind())) {
                let (place, title) = (below(&path, ".parameter"), key.title());
                self.note(problem!(NotExtrapolable, place, title = title));
            } else if assumptions.iter().any(|other| other.key == key) {
                let place = below(&path, ".parameter");
                self.note(problem!(Duplicate, place, value = key.name()));
            }
            assumptions.push(Assumption { key, growth, note: assumption.text("note") });
        }
        assumptions
    }
}
