//! Reads the planner's readings of reliefs and rules, overrides, and assumptions.

use super::check::Check;
use crate::choices::Choice as _;
use crate::law::{
    FUND_RULES, GrowthKind, Key, LONGEST_KEY, Law, NewWage, Pack, PackValue, RELIEFS, Reading,
    Relief, Row, Unit, Value, WageTitle,
};
use crate::money::{Base, Rate, Rupiah};
use crate::problem::problem;
use crate::scenario::fields::{Fields, whole};
use crate::scenario::{
    Assumption, FundKind, Group, Growth, Override, Permission, ReliefChoice, Replacement,
};
use crate::text::{below, listed, place};

impl Check {
    pub(super) fn reliefs(&mut self, fields: Fields<'_>) -> Option<Vec<ReliefChoice>> {
        let mut chosen: Vec<(&Relief, FundKind)> = Vec::new();
        self.each(fields, "reliefs", "reliefs", |check, choice, path| {
            let key: String = choice.need("relief").filter(|_| check.fits_at(path, "relief"))?;
            let Some(relief) = Relief::parse(&key) else {
                let known: Vec<_> = RELIEFS.iter().map(Relief::key).collect();
                let path = below(path, ".relief");
                check.note(problem!(UnknownRelief, path, value = key, choices = listed(&known)));
                return None;
            };
            let payer: FundKind = choice.need("payer")?;
            if !matches!(relief.reading(payer), Reading::Open { .. }) {
                let (place, name) = (below(path, ".payer"), payer.name());
                check.note(problem!(ReliefDecided, place, payer = name, relief = relief.key()));
            }
            if chosen.contains(&(relief, payer)) {
                check.note(problem!(Duplicate, path, value = payer.name()));
            }
            chosen.push((relief, payer));
            let (applies, note) = (choice.need("applies")?, choice.may("note")?);
            Some(ReliefChoice { relief, payer, applies, note })
        })
    }

    pub(super) fn permissions(&mut self, fields: Fields<'_>) -> Option<Vec<Permission>> {
        let mut chosen: Vec<(&str, Group)> = Vec::new();
        self.each(fields, "permissions", "permissions", |check, permission, path| {
            let name: String = permission.need("rule").filter(|_| check.fits_at(path, "rule"))?;
            let Some(rule) = FUND_RULES.iter().find(|rule| rule.key == name) else {
                let place = below(path, ".rule");
                check.note(problem!(UnknownParameter, place, value = name));
                return None;
            };
            let group: Group = permission.need("group")?;
            if chosen.contains(&(rule.key, group)) {
                check.note(problem!(Duplicate, path, value = group.name()));
            }
            chosen.push((rule.key, group));
            let (allowed, note) = (permission.need("allowed")?, permission.may("note")?);
            Some(Permission { rule: rule.key, group, allowed, note })
        })
    }

    /// Keys of the minimum wages that packs bring; `None` where one of them could not be read.
    pub(super) fn brought(&self, fields: Fields<'_>) -> Option<Vec<Key>> {
        let mut keys = Vec::new();
        if !self.is_open("lawPacks") {
            return None;
        }
        for (index, pack) in fields.list("lawPacks").iter().enumerate() {
            let (pack, path) = (Fields::of(pack), place("lawPacks[#].minimumWages", &[index]));
            if !self.fits_in_all(pack, "minimumWages", &path, "parameter") {
                return None;
            }
            let wage = |wage: Fields<'_>| Key::brought(&wage.need::<String>("parameter")?);
            keys.extend(pack.each("minimumWages", wage)?);
        }
        Some(keys)
    }

    /// Whether a law pack brings this minimum wage.
    pub(super) fn brings(&self, key: Key) -> bool {
        self.wages.as_ref().is_some_and(|wages| wages.contains(&key))
    }

    fn new_wages(&mut self, pack: Fields<'_>, path: &str) -> Option<Vec<NewWage>> {
        let mut named: Vec<Key> = Vec::new();
        self.each(pack, "minimumWages", path, |check, wage, path| {
            let name: String =
                wage.need("parameter").filter(|_| check.fits_at(path, "parameter"))?;
            let place = below(path, ".parameter");
            let Some(key) = Key::brought(&name) else {
                let limit = LONGEST_KEY as u64;
                check.note(problem!(BadWageKey, place, value = name, limit = limit));
                return None;
            };
            if named.contains(&key) {
                check.note(problem!(Duplicate, place, value = name));
            }
            named.push(key);
            let title = wage.object("title");
            Some(NewWage {
                key,
                title: WageTitle { id: title.need("id")?, en: title.may("en")? },
                region: wage.may("region")?,
            })
        })
    }

    pub(super) fn law_packs(&mut self, fields: Fields<'_>) -> Option<Vec<Pack>> {
        self.each(fields, "lawPacks", "lawPacks", |check, pack, path| {
            let wages = check.new_wages(pack, &below(path, ".minimumWages"));
            let place = below(path, ".values");
            let values = check.each(pack, "values", &place, |check, value, path| {
                let (from, to) = (value.need("from"), value.may("to"));
                if let (Some(from), Some(Some(to))) = (from, to) {
                    check.ends_after_start(from, to, path);
                }
                let key = check.parameter(value, path)?;
                Some(PackValue {
                    key,
                    value: check.replacement(value, key, path)?,
                    from: from?,
                    to: to?,
                    instrument: value.need("instrument")?,
                    article: value.may("article")?,
                    promulgated: value.may("promulgated")?,
                    status: value.need("status")?,
                    note: value.may("note")?,
                })
            });
            Some(Pack {
                name: pack.need("name")?,
                version: pack.need("version")?,
                wages: wages?,
                values: values?,
            })
        })
    }

    pub(super) fn overrides(&mut self, fields: Fields<'_>) -> Option<Vec<Override>> {
        self.each(fields, "overrides", "overrides", |check, replacement, path| {
            let (from, to) = (replacement.need("from"), replacement.may("to"));
            if let (Some(from), Some(Some(to))) = (from, to) {
                check.ends_after_start(from, to, path);
            }
            let key = check.parameter(replacement, path)?;
            let value = check.replacement(replacement, key, path)?;
            Some(Override { key, from: from?, to: to?, value, note: replacement.need("note")? })
        })
    }

    /// One value, or the rows of a table, by the unit of the parameter.
    fn replacement(&mut self, fields: Fields<'_>, key: Key, path: &str) -> Option<Replacement> {
        let is_table = key.unit() == Unit::Table;
        if fields.has("rows") != is_table || fields.has("value") == is_table {
            let wanted = if is_table { "rows" } else { "value" };
            self.note(problem!(
                ValueOrRows,
                path,
                title = Law::enacted().title(&key),
                wanted = wanted
            ));
            return None;
        }
        if !is_table {
            let value = self.amount(fields, key.unit(), path)?;
            return Some(Replacement::One(value));
        }
        let path = below(path, ".rows");
        let unit = key.row_unit();
        let are_starts_known = self.fits_in_all(fields, "rows", &path, "fromRupiah");
        let mut before: Option<Rupiah> = None;
        let rows = self.each(fields, "rows", &path, |check, row, place| {
            let from = row.need("fromRupiah").filter(|_| are_starts_known);
            if let Some(from) = from {
                let place = below(place, ".fromRupiah");
                match before.replace(from) {
                    None if from > Rupiah::ZERO => check.note(problem!(TooLarge, place, limit = 0)),
                    Some(before) if from <= before => check.note(problem!(RowsNotRising, place)),
                    None | Some(_) => {}
                }
            }
            let value = check.amount(row, unit, place)?;
            Some(Row { from: Base::from_rupiah(from?), value })
        });
        Some(Replacement::Rows(rows?))
    }

    /// Reads `value` in a unit.
    fn amount(&mut self, fields: Fields<'_>, unit: Unit, path: &str) -> Option<Value<'static>> {
        let place = below(path, ".value");
        let number: f64 = fields.need("value").filter(|_| self.fits(&place))?;
        let value = match unit {
            Unit::Percent if number > 100.0 => Err(problem!(TooLarge, place, limit = 100)),
            Unit::Percent => Ok(Value::Percent(Rate::read(number)?)),
            Unit::Rupiah => match Base::read(number) {
                Some(base) => Ok(Value::Rupiah(base)),
                None => Err(problem!(TooManyDecimals, place, limit = 3)),
            },
            Unit::Months | Unit::Table => match whole(number) {
                Some(months) => Ok(Value::Months(months)),
                None => Err(problem!(NotWhole, place)),
            },
        };
        value.map_err(|problem| self.note(problem)).ok()
    }

    pub(super) fn assumptions(&mut self, fields: Fields<'_>) -> Option<Vec<Assumption>> {
        let mut grown: Vec<Key> = Vec::new();
        self.each(fields, "assumptions", "assumptions", |check, assumption, path| {
            // `kind` decides which other fields there are; without it they are not checked.
            let kind: GrowthKind = assumption.need("kind")?;
            let key = check.parameter(assumption, path)?;
            if !key.beyond().is_some_and(|beyond| beyond.kinds.contains(&kind)) {
                let (place, title) = (below(path, ".parameter"), Law::enacted().title(&key));
                check.note(problem!(NotExtrapolable, place, title = title));
            } else if grown.contains(&key) {
                let place = below(path, ".parameter");
                check.note(problem!(Duplicate, place, value = key.name()));
            }
            grown.push(key);
            Some(Assumption {
                key,
                growth: growth(assumption, kind)?,
                note: assumption.need("note")?,
            })
        })
    }
}

fn growth(fields: Fields<'_>, kind: GrowthKind) -> Option<Growth> {
    Some(match kind {
        GrowthKind::Growth => Growth::Typed(fields.need("percent")?),
        GrowthKind::WageFormula => Growth::WageFormula {
            inflation: fields.need("inflationPercent")?,
            alpha: Rate::read_part(fields.need("alpha")?)?,
            economy: fields.need("growthPercent")?,
        },
    })
}
