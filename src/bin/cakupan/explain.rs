//! `cakupan explain`: why a figure is what it is.

use crate::manner::Manner;
use cakupan::ask::{Explained, Explanation, explain};
use cakupan::choices::Choice as _;
use cakupan::law::Key;
use cakupan::problem::Problems;
use cakupan::scenario::{Input, Question, Scenario};
use cakupan::words::Language;
use serde_json::json;

/// Text of `explain`: one line for each node.
pub(crate) fn tree(
    scenario: &Scenario,
    question: &str,
    manner: &Manner,
) -> Result<String, Problems> {
    // A question that is not JSON is reported as not an object.
    let asked = serde_json::from_str(question).unwrap_or(Input::Text(question.into()));
    let mut question = Question::read(&asked, scenario)?;
    question.brief |= manner.brief;
    let explanation = explain(scenario, &question)?;
    let mut text = String::new();
    if manner.json {
        text = format!("{}\n", json!(explanation));
    } else {
        branch(&explanation.figure, 0, manner.language, &mut text);
        weak(&explanation, manner.language, &mut text);
    }
    Ok(text)
}

fn branch(node: &Explanation, depth: usize, language: Language, text: &mut String) {
    let said = language.explain(node.rule, &node.params);
    let parameter = node.parameter.as_ref().map(Key::name);
    let behind = [parameter, node.input.as_deref()];
    let behind: Vec<&str> = behind.into_iter().flatten().collect();
    let behind =
        if behind.is_empty() { String::new() } else { format!(" [{}]", behind.join(", ")) };
    let value = language.quantity(node.value);
    text.push_str(&format!("{:depth$}{value}  {said}{behind}\n", "", depth = depth));
    for part in &node.parts {
        branch(part, depth.saturating_add(2), language, text);
    }
}

/// Inputs of a figure whose source is weak.
fn weak(explanation: &Explained, language: Language, text: &mut String) {
    if explanation.weak.is_empty() {
        return;
    }
    let heading = match language {
        Language::Id => "Asumsi dan isian tanpa sumber di balik angka ini",
        Language::En => "Assumptions and inputs without a source behind this figure",
    };
    text.push_str(&format!("\n{heading}\n"));
    for input in &explanation.weak {
        text.push_str(&format!("· {}: {}\n", input.path, language.term(input.quality.name())));
    }
}
