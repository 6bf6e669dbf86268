//! What the regulation says of this moment: a line under the clock, and in the opening the text to be read out.

use super::super::paragraph::{FloorLine, ParagraphSection, Weight, line};
use crate::domain::session::Session;
use crate::domain::session::rules_now::RuleNow;
use crate::tui::desk::Desk;
use crate::tui::desk::words::RuleMessage;

/// The rule of the moment in words: its kind, its article, what it says.
#[must_use]
pub(super) fn of_moment(session: &Session, desk: &Desk) -> Vec<String> {
    session
        .rules_now()
        .iter()
        .filter(|rule| !rule.kind.is_read_out())
        .map(|rule| in_words(desk, rule))
        .collect()
}

/// What is to be read out to the hall now.
#[must_use]
pub(super) fn to_read_out(session: &Session, desk: &Desk) -> ParagraphSection {
    let rules = session.rules_now();
    let lines: Vec<FloorLine> = rules
        .iter()
        .filter(|rule| rule.kind.is_read_out())
        .map(|rule| FloorLine {
            indent: 2,
            ..line(format!("– {}", in_words(desk, rule)), Weight::Plain)
        })
        .collect();
    if lines.is_empty() {
        return ParagraphSection::default();
    }
    let heading = desk.words.rules[RuleMessage::ToReadOut].to_string();
    ParagraphSection::under(heading, String::new(), lines)
}

fn in_words(desk: &Desk, rule: &RuleNow<'_>) -> String {
    let says = &desk.words.rules;
    says[RuleMessage::Rule].render(&[
        ("kind", &says[RuleMessage::of(rule.kind)]),
        ("article", &rule.rule.article.in_lang(desk.lang)),
        ("text", &rule.rule.text.in_lang(desk.lang)),
    ])
}
