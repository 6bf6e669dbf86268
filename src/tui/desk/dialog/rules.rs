//! The page of rules: those of the moment first, with the text to be read out, then all others of the session. What is
//! outside the scope of the text is told as that, and as no ban.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Dialog, Panel, PanelPage};
use crate::domain::regulation::{Rule, Rules};
use crate::tui::desk::words::RuleMessage;

/// `None` for a text that rules nothing of a session.
pub(super) fn open(context: DialogContext<'_>) -> Option<Dialog> {
    let says = &context.words.rules;
    let regulation = context.session.regulation();
    let mut told: Vec<&Rule> = Vec::new();
    let mut lines = Vec::new();
    let heading = |message: RuleMessage| (String::new(), says[message].to_string());
    let now = context.session.rules_now();
    if !now.is_empty() {
        let is_read_out = now.iter().all(|rule| rule.kind.is_read_out());
        lines.push(heading(if is_read_out {
            RuleMessage::ToReadOut
        } else {
            RuleMessage::Now
        }));
        for rule in &now {
            lines.push(entry(context, RuleMessage::of(rule.kind), rule.rule));
            told.push(rule.rule);
        }
    }
    let rules = &regulation.rules;
    let mut others = Vec::new();
    for (kind, rules) in by_kind(rules) {
        for rule in rules {
            // A rule that another one only says more of is told with that one.
            let says_no_more = |known: &&Rule| {
                let (said, own) = [
                    known.text.in_lang(context.lang),
                    rule.text.in_lang(context.lang),
                ]
                .into();
                known.article == rule.article && said.starts_with(own)
            };
            if !told.iter().any(says_no_more) {
                others.push(entry(context, kind, rule));
                told.push(rule);
            }
        }
    }
    if !others.is_empty() {
        lines.push(heading(RuleMessage::WholeSession));
        lines.extend(others);
    }
    if !rules.outside_scope.is_empty() {
        lines.push(heading(RuleMessage::OutsideScope));
        let cited = |rule: &Rule| {
            let text = rule.text.in_lang(context.lang).to_owned();
            (rule.article.in_lang(context.lang), text)
        };
        lines.extend(rules.outside_scope.iter().map(cited));
    }
    (!lines.is_empty()).then(|| page(context, lines))
}

fn page(context: DialogContext<'_>, lines: Vec<(String, String)>) -> Dialog {
    let regulation = context.session.regulation().short.in_lang(context.lang);
    Dialog {
        kind: DialogKind::Rules,
        panel: Panel::Page(PanelPage {
            title: context.words.rules[RuleMessage::Title].render(&[("regulation", &regulation)]),
            lines,
            beside: 0,
            scrolled: 0,
            squares: None,
        }),
    }
}

/// The rules of the whole session, by what they are about.
fn by_kind(rules: &Rules) -> [(RuleMessage, Vec<&Rule>); 10] {
    [
        (
            RuleMessage::Order,
            rules
                .unregistered
                .rule()
                .into_iter()
                .chain(&rules.speaking_order)
                .collect::<Vec<_>>(),
        ),
        (RuleMessage::KeptOut, rules.kept_out.iter().collect()),
        (RuleMessage::OffTopic, rules.off_topic.iter().collect()),
        (RuleMessage::Brevity, rules.brevity.iter().collect()),
        (
            RuleMessage::Presentation,
            rules.presentation.iter().collect(),
        ),
        (
            RuleMessage::Delegated,
            rules.delegated_answers.iter().collect(),
        ),
        (
            RuleMessage::ChairDecides,
            rules.chair_decides.iter().collect(),
        ),
        (RuleMessage::Prohibited, rules.prohibited.iter().collect()),
        (RuleMessage::Duty, rules.duties.iter().collect()),
        (RuleMessage::Right, rules.rights.iter().collect()),
    ]
}

/// The article beside what it says.
fn entry(context: DialogContext<'_>, kind: RuleMessage, rule: &Rule) -> (String, String) {
    let text = format!(
        "{}: {}",
        context.words.rules[kind],
        rule.text.in_lang(context.lang)
    );
    (rule.article.in_lang(context.lang), text)
}
