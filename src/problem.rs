//! What is wrong or must be said: a code, the place, and what its sentence is filled with.
//!
//! The words stand once, in `words/*.json`, under the code; with the feature `cli`, `crate::words` fills them:
//!
//! ```
//! # #[cfg(feature = "cli")] {
//! use cakupan::{check, code::Code, scenario::Input, words::Language};
//! let problems = check(&Input::Object(vec![("schema".into(), Input::Number(99.0))]));
//! let newer = problems.iter().find(|problem| problem.code == Code::NewerSchema).unwrap();
//! assert_eq!(newer.path, "schema");
//! assert!(Language::Id.say(newer.code, &newer.params).contains("99"));
//! # }
//! ```

use crate::choices::Choice as _;
use crate::code::Code;
use crate::law::Words;
use crate::money::{Base, Rate};
use crate::month::Month;
use core::ops::Deref;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// One thing to mend in a scenario or a question. Its code is of the family [`Family::Problem`].
///
/// [`Family::Problem`]: crate::code::Family::Problem
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which kind; stable.
    pub code: Code,
    /// The input, from the root: `segments[0].payers[1].percent`.
    pub path: String,
    /// What the sentence is filled with.
    pub params: Params,
}

/// What belongs to an answer: a remark, an input without effect, the reason why there is no figure. Its code is of any
/// family but that of problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Which kind; stable.
    pub code: Code,
    /// The input that it is about, from the root; empty where it is about none.
    pub path: String,
    /// What the sentence is filled with.
    pub params: Params,
}

impl Problem {
    /// `problem!` makes them: it refuses another code when it is compiled.
    #[inline(never)] // one copy for some seventy places, most of them in the check
    pub(crate) fn at(code: Code, path: impl Into<String>) -> Self {
        Self { code, path: path.into(), params: Params::default() }
    }

    /// With a value more.
    #[inline(never)] // one copy for each kind of value, and some hundred calls
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.add(name, value);
        self
    }
}

impl Notice {
    /// `notice!` makes them: it refuses the code of a problem when it is compiled.
    #[inline(never)] // one copy for some seventy places
    pub(crate) fn at(code: Code, path: impl Into<String>) -> Self {
        Self { code, path: path.into(), params: Params::default() }
    }

    /// With a value more.
    #[inline(never)] // one copy for each kind of value, and some hundred calls
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.params.add(name, value);
        self
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields(serializer, self.code, &self.path, &self.params)
    }
}

impl Serialize for Notice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fields(serializer, self.code, &self.path, &self.params)
    }
}

/// The grade stands beside the code, so that no reader needs a list of codes.
fn fields<S: Serializer>(
    serializer: S,
    code: Code,
    path: &str,
    params: &Params,
) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_struct("Said", 4)?;
    object.serialize_field("code", &code)?;
    object.serialize_field("grade", &code.grade())?;
    object.serialize_field("path", path)?;
    object.serialize_field("params", params)?;
    object.end()
}

/// Why there is no answer: everything that is wrong, one problem at least. The error of every function that reads or
/// calculates.
///
/// ```
/// use cakupan::{code::Code, scenario::{Input, read}};
///
/// fn name_of(input: &Input) -> Result<Option<String>, Box<dyn std::error::Error>> {
///     Ok(read(input)?.name)
/// }
/// let error = name_of(&Input::Text("a letter".into())).unwrap_err();
/// assert!(error.to_string().starts_with("notAnObject"));
///
/// let problems = read(&Input::Null).unwrap_err();
/// assert_eq!(problems[0].code, Code::Missing); // a slice like any other
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// What was found as an error; nothing found is none.
    pub(crate) fn unless_none(found: Vec<Problem>) -> Result<(), Self> {
        if found.is_empty() { Ok(()) } else { Err(Self(found)) }
    }

    /// Whether every problem is of this code.
    pub(crate) fn are_all(&self, code: Code) -> bool {
        self.iter().all(|problem| problem.code == code)
    }

    /// Whether one of them is of this code.
    pub(crate) fn have(&self, code: Code) -> bool {
        self.iter().any(|problem| problem.code == code)
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl From<Problems> for Vec<Problem> {
    fn from(Problems(problems): Problems) -> Self {
        problems
    }
}

impl Deref for Problems {
    type Target = [Problem];

    fn deref(&self) -> &[Problem] {
        &self.0
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = core::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl core::error::Error for Problems {}

/// One line for each: path and code. With the feature `cli`, `crate::words` writes the English sentence too; this module
/// must not import the one that fills its params.
#[cfg(not(feature = "cli"))]
impl core::fmt::Display for Problems {
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.lines(formatter, |_| String::new())
    }
}

impl Problems {
    /// Writes one line for each: path, code, and what more there is to say.
    pub(crate) fn lines(
        &self,
        formatter: &mut core::fmt::Formatter<'_>,
        more: impl Fn(&Problem) -> String,
    ) -> core::fmt::Result {
        for (position, problem) in self.iter().enumerate() {
            if position > 0 {
                formatter.write_str("\n")?;
            }
            let parts = [problem.path.clone(), problem.code.name().into(), more(problem)];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            formatter.write_str(&parts.join(": "))?;
        }
        Ok(())
    }
}

/// Values by name, in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(pub Vec<(&'static str, Param)>);

impl Params {
    /// Adds a value.
    #[inline(never)] // one copy for each kind of value, and some two hundred calls
    pub(crate) fn add(&mut self, name: &'static str, value: impl Into<Param>) {
        self.0.push((name, value.into()));
    }
}

/// A number or a text in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Param {
    /// Grouped as the language does.
    Number(u64),
    /// A percentage, with as many decimals as it has.
    Percent(Rate),
    /// An amount of a base, with as many decimals as it has.
    Amount(Base),
    /// As it is.
    Text(String),
    /// In the language of the sentence.
    Words {
        /// Indonesian.
        id: String,
        /// English.
        en: String,
    },
}

impl From<Words<'_>> for Param {
    fn from(Words { id, en }: Words<'_>) -> Self {
        Self::Words { id: id.into(), en: en.into() }
    }
}

impl From<Base> for Param {
    fn from(base: Base) -> Self {
        Self::Amount(base)
    }
}

impl From<Rate> for Param {
    fn from(rate: Rate) -> Self {
        Self::Percent(rate)
    }
}

impl From<u64> for Param {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<Month> for Param {
    fn from(month: Month) -> Self {
        Self::Text(month.text())
    }
}

impl From<&str> for Param {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Param {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A struct, not a map: the names are static, and the package then makes each text of JavaScript once.
        let mut object = serializer.serialize_struct("Params", self.0.len())?;
        for (name, value) in &self.0 {
            match value {
                Param::Number(number) => object.serialize_field(name, number)?,
                Param::Percent(rate) => object.serialize_field(name, rate)?,
                Param::Amount(base) => object.serialize_field(name, base)?,
                Param::Text(text) => object.serialize_field(name, text)?,
                Param::Words { id, en } => object.serialize_field(name, &Words { id, en })?,
            }
        }
        object.end()
    }
}

/// `params!(limit = 5)`: values by name.
macro_rules! params {
    ($($name:ident = $value:expr),* $(,)?) => {{
        #[allow(unused_mut, reason = "some have none")]
        let mut params = $crate::problem::Params::default();
        $(params.add(stringify!($name), $value);)*
        params
    }};
}
pub(crate) use params;

/// `problem!(TooLarge, path, limit = 5)`: a code, a place, and its params. The code of a notice does not compile.
macro_rules! problem {
    ($code:ident, $path:expr $(, $name:ident = $value:expr)* $(,)?) => {{
        const _: () = assert!($crate::code::Code::$code.is_problem(), "the code of a notice");
        $crate::problem::Problem::at($crate::code::Code::$code, $path)
            $(.with(stringify!($name), $value))*
    }};
}
pub(crate) use problem;

/// `notice!(FundShort, path, fund = "APBD")`: as `problem!`, of every other family. `notice!(FundShort, path; params)`
/// takes params that are made already.
macro_rules! notice {
    ($code:ident, $path:expr; $params:expr) => {
        $crate::problem::Notice { params: $params, ..$crate::problem::notice!($code, $path) }
    };
    ($code:ident, $path:expr $(, $name:ident = $value:expr)* $(,)?) => {{
        const _: () = assert!(!$crate::code::Code::$code.is_problem(), "the code of a problem");
        $crate::problem::Notice::at($crate::code::Code::$code, $path)
            $(.with(stringify!($name), $value))*
    }};
}
pub(crate) use notice;
