//! The help: what can be done now first, then every key of every mode, from the table of keys.

use super::context::{DialogContext, WhyNot};
use super::kind::DialogKind;
use super::panel::{Dialog, Panel, PanelPage};
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::{KEYS, Key, Mode, PALETTE_ONLY, key_for};
use crate::tui::desk::phrases;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

/// What an aide wants to know while somebody speaks, in the order she comes upon it.
const SITUATIONS: &[Action] = &[
    Action::NewItem,
    Action::MoreTime,
    Action::PauseOrResume,
    Action::StartClock,
    Action::CallSelected,
    Action::Register,
    Action::PersonMenu,
    Action::ClassNow,
    Action::ClassLater,
    Action::ClassUpward,
    Action::ReopenItem,
    Action::SummariseAnswer,
    Action::FollowUpBy,
    Action::EqualShare,
    Action::Break,
    Action::Gate,
    Action::Export,
    Action::Undo,
    Action::Palette,
];

pub(super) fn open(context: DialogContext<'_>, why_not: WhyNot<'_>) -> Dialog {
    let mut lines = if context.at == Mode::Desk {
        now(context, why_not)
    } else {
        Vec::new()
    };
    let beside = lines.len();
    lines.extend(all_keys(context));
    Dialog {
        kind: DialogKind::Help,
        panel: Panel::Page(PanelPage {
            title: context.words.forms[FormMessage::Help].to_string(),
            lines,
            beside,
            scrolled: 0,
        }),
    }
}

/// What the one key does now, and what else can be done.
fn now(context: DialogContext<'_>, why_not: WhyNot<'_>) -> Vec<(String, String)> {
    let words = context.words;
    let key = |action: Action| key_for(Mode::Desk, action).map_or_else(String::new, Key::name);
    let next = context.session.next();
    let told = phrases::next_in_words(context.session, &next, words, context.lang);
    let mut lines = vec![
        (String::new(), words.flow[FlowMessage::HelpNow].to_string()),
        (key(Action::Next), told),
    ];
    if let Some(other) = context.session.alternative() {
        let told = phrases::next_in_words(context.session, &other, words, context.lang);
        lines.push((key(Action::Alternative), told));
    }
    for action in SITUATIONS {
        if let (None, Some(act)) = (why_not(*action), words.acts.get(action)) {
            lines.push((key(*action), format!("{} – {}", act.name, act.help)));
        }
    }
    if let Some(reason) = why_not(Action::ClassNow) {
        lines.push(("1 2 3".to_owned(), reason));
    }
    lines
}

fn all_keys(context: DialogContext<'_>) -> Vec<(String, String)> {
    let words = context.words;
    let mut lines = Vec::new();
    let is_of_another = |mode: Mode| {
        let places = [Mode::Desk, Mode::Registration, Mode::Secretary];
        places.contains(&mode) && mode != context.at
            || mode == Mode::Gate && context.at != Mode::Desk
    };
    for (mode, heading) in &words.modes {
        if is_of_another(*mode) {
            continue;
        }
        lines.push((String::new(), heading.to_string()));
        for binding in KEYS.iter().filter(|binding| binding.mode == *mode) {
            if let Some(act) = words.act(binding.intent) {
                lines.push((binding.key.name(), format!("{} – {}", act.name, act.help)));
            }
        }
        if *mode == Mode::Desk {
            let palette = key_for(Mode::Desk, Action::Palette).map_or_else(String::new, Key::name);
            for act in PALETTE_ONLY
                .iter()
                .filter_map(|action| words.acts.get(action))
            {
                lines.push((palette.clone(), format!("{} – {}", act.name, act.help)));
            }
        }
    }
    lines
}
