//! Sentences of the codes in two languages: `words/*.json`, compiled in for the command line.
//!
//! A sentence has params in braces: `{people}` (number with thousands separators), `{people|person|people}` (number
//! and word: the first form for 1, the second for any other), `{from:month}` (`2026-03` as "Maret 2026"),
//! `{payer:term}` (word of the model, looked up under `term`), `{own:unit}` (number and the term of the param
//! `unit`). A term may have two forms too: `person|people`. `pkg/js/sentence.ts` reads the same catalogue.

use crate::ask::{Quantity, Rule};
use crate::choices::Choice as _;
use crate::code::Code;
pub use crate::message::Message;
use crate::message::Sentences;
use crate::month::Month;
use crate::problem::{Notice, Param, Params, Problem, Problems};
use serde::Serialize;
use serde_json::Value;
use std::sync::LazyLock;

/// A language of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Indonesian.
    Id,
    /// English.
    En,
}

static CATALOGUE: LazyLock<[Value; 2]> = LazyLock::new(|| {
    // A catalogue that is not JSON fails the tests; at run time only the codes would be shown.
    [include_str!("../words/id.json"), include_str!("../words/en.json")]
        .map(|text| serde_json::from_str(text).unwrap_or_default())
});

impl Language {
    fn catalogue(self) -> &'static Value {
        let [id, en] = &*CATALOGUE;
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }

    const fn marks(self) -> (char, char) {
        match self {
            Self::Id => ('.', ','),
            Self::En => (',', '.'),
        }
    }

    /// The sentence of a code, filled.
    #[must_use]
    pub fn say(self, code: Code, params: &Params) -> String {
        self.fill(code.family().name(), code.name(), params)
    }

    /// What a node of an explanation stands for, filled.
    #[must_use]
    pub fn explain(self, rule: Rule, params: &Params) -> String {
        self.fill("explain", rule.name(), params)
    }

    /// The sentence of a word in a section of the catalogue, filled.
    fn fill(self, section: &str, code: &str, params: &Params) -> String {
        let Some(sentence) =
            self.catalogue().get(section).and_then(|words| words.get(code)?.as_str())
        else {
            return code.into();
        };
        let mut said = String::new();
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            said.push_str(before);
            // A brace that starts no param is printed.
            match after
                .split_once('}')
                .and_then(|(place, after)| Some((Place::read(place)?, after)))
            {
                Some((place, after)) => {
                    said.push_str(&self.write(&place, params));
                    rest = after;
                }
                None => {
                    said.push('{');
                    rest = after;
                }
            }
        }
        said + rest
    }

    fn write(self, place: &Place<'_>, params: &Params) -> String {
        let find =
            |wanted| params.0.iter().find(|(name, _)| *name == wanted).map(|(_, param)| param);
        let Some(param) = find(place.name) else { return String::new() };
        let written = match param {
            Param::Number(number) => self.number(*number),
            Param::Percent(rate) => self.decimal(rate),
            Param::Amount(base) => self.decimal(base),
            Param::Text(text) => text.clone(),
            Param::Words { id, en } => match self {
                Self::Id => id.clone(),
                Self::En => en.clone(),
            },
        };
        match (place.form, param) {
            (Form::Plain, _) => written,
            (Form::Count(forms), _) => counted(&written, forms),
            (Form::Unit, _) => match find("unit") {
                Some(Param::Text(unit)) => counted(&written, self.forms(unit)),
                _ => written,
            },
            (Form::Month, Param::Text(text)) => {
                Month::parse(text).map_or(written, |month| self.month(month))
            }
            (Form::Day, Param::Text(text)) => self.day(text).unwrap_or(written),
            (Form::Term, Param::Text(text)) => self.term(text).into(),
            (Form::Month | Form::Day | Form::Term, _) => written,
        }
    }

    /// Term for a word of the model; for several things the second form, where there is one.
    #[must_use]
    pub fn term<'a>(self, word: &'a str) -> &'a str
    where
        Self: 'a,
    {
        let forms = self.forms(word);
        forms.split_once('|').map_or(forms, |(_, others)| others)
    }

    /// Both forms of a term, `one|many`.
    fn forms<'a>(self, word: &'a str) -> &'a str
    where
        Self: 'a,
    {
        self.catalogue().get("term").and_then(|terms| terms.get(word)?.as_str()).unwrap_or(word)
    }

    /// "Maret 2026".
    #[must_use]
    pub fn month(self, month: Month) -> String {
        let names = self.catalogue().get("months").and_then(Value::as_array);
        let position = usize::from(month.number().saturating_sub(1));
        let name = names.and_then(|names| names.get(position)?.as_str()).unwrap_or_default();
        format!("{name} {}", month.year())
    }

    /// "17 Maret 2026" for "2026-03-17".
    fn day(self, text: &str) -> Option<String> {
        let (month, day) = text.rsplit_once('-')?;
        Some(format!("{} {}", day.parse::<u8>().ok()?, self.month(Month::parse(month)?)))
    }

    /// A number with all its decimals.
    fn decimal(self, number: &impl Serialize) -> String {
        let text = serde_json::to_string(number).unwrap_or_default();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let whole = self.number(whole.parse().unwrap_or(0));
        if decimals.is_empty() { whole } else { format!("{whole}{}{decimals}", self.marks().1) }
    }

    /// Value of an explanation with its unit.
    #[must_use]
    pub fn quantity(self, quantity: Quantity) -> String {
        match quantity {
            Quantity::Rupiah(base) => format!("Rp {}", self.decimal(&base)),
            Quantity::People(people) => counted(&self.number(people.get()), self.forms("people")),
            Quantity::Months(months) => counted(&self.number(months), self.forms("months")),
            Quantity::Percent(rate) => format!("{} %", self.decimal(&rate)),
        }
    }

    /// 1.200 or 1,200.
    #[must_use]
    pub fn number(self, number: u64) -> String {
        let digits = number.to_string();
        let mut grouped = String::new();
        for (position, digit) in digits.chars().enumerate() {
            if position > 0 && digits.len().saturating_sub(position).is_multiple_of(3) {
                grouped.push(self.marks().0);
            }
            grouped.push(digit);
        }
        grouped
    }
}

/// A param in a sentence.
struct Place<'a> {
    name: &'a str,
    form: Form<'a>,
}

#[derive(Clone, Copy)]
enum Form<'a> {
    Plain,
    Month,
    Day,
    Term,
    Unit,
    /// The two forms of a word, for 1 and for any other number.
    Count(&'a str),
}

impl<'a> Place<'a> {
    /// Reads the text between braces; `None` where it is not a param.
    fn read(text: &'a str) -> Option<Self> {
        let end = text.find([':', '|']).unwrap_or(text.len());
        let (name, rest) = text.split_at_checked(end)?;
        let form = match rest.split_at_checked(1) {
            None => Form::Plain,
            Some(("|", forms)) => Form::Count(forms),
            Some((_, "month")) => Form::Month,
            Some((_, "day")) => Form::Day,
            Some((_, "term")) => Form::Term,
            Some((_, "unit")) => Form::Unit,
            Some(_) => return None,
        };
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_name.then_some(Self { name, form })
    }
}

/// Number and word: "1 person", "1,200 people".
fn counted(number: &str, forms: &str) -> String {
    let (one, others) = forms.split_once('|').unwrap_or((forms, forms));
    format!("{number} {}", if number == "1" { one } else { others })
}

impl<'a> Message<'a> {
    fn new(code: Code, path: &'a str, params: &'a Params) -> Self {
        let say = |language: Language| language.say(code, params);
        let message = Sentences { id: say(Language::Id), en: say(Language::En) };
        Self { code, grade: code.grade(), path, params, message }
    }
}

impl<'a> From<&'a Problem> for Message<'a> {
    fn from(problem: &'a Problem) -> Self {
        Self::new(problem.code, &problem.path, &problem.params)
    }
}

impl<'a> From<&'a Notice> for Message<'a> {
    fn from(notice: &'a Notice) -> Self {
        Self::new(notice.code, &notice.path, &notice.params)
    }
}

/// Adds their words to problems or notices.
#[must_use]
pub fn tell<'a, T>(all: &'a [T]) -> Vec<Message<'a>>
where
    Message<'a>: From<&'a T>,
{
    all.iter().map(Message::from).collect()
}

/// One line for each: path, code and the English sentence.
impl core::fmt::Display for Problems {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.lines(formatter, |problem| Language::En.say(problem.code, &problem.params))
    }
}
