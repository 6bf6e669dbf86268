//! The help: what can be done now first, then every key of every mode, from the table of keys.

use super::context::{ActNow, AskAct, DialogContext};
use super::kind::DialogKind;
use super::panel::{Dialog, Panel, PanelPage};
use crate::domain::i18n::Message;
use crate::domain::text;
use crate::tui::desk::action::Action;
use crate::tui::desk::happening;
use crate::tui::desk::keymap::{Binding, KEYS, Key, Mode, PALETTE_ONLY, key_for};
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

pub(super) fn open(context: DialogContext<'_>, act_now: AskAct<'_>) -> Dialog {
    let mut lines = if context.at == Mode::Desk {
        now(context, act_now)
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
            squares: None,
        }),
    }
}

/// What is happening, what the one key does now, and what else can be done.
fn now(context: DialogContext<'_>, act_now: AskAct<'_>) -> Vec<(String, String)> {
    let words = context.words;
    let key = |action: Action| key_for(Mode::Desk, action).map_or_else(String::new, Key::name);
    let next = context.session.next();
    let told = phrases::next_in_words(context.session, &next, words, context.lang);
    let mut lines = vec![
        (String::new(), words.flow[FlowMessage::HelpNow].to_string()),
        (
            " ".to_owned(),
            happening::in_words(context.session, words, context.lang),
        ),
        (key(Action::Next), told),
    ];
    if let Some(other) = context.session.alternative() {
        let told = phrases::next_in_words(context.session, &other, words, context.lang);
        lines.push((key(Action::Alternative), told));
    }
    for action in SITUATIONS {
        let Some(act) = words.acts.get(action) else {
            continue;
        };
        let does = match act_now(*action) {
            ActNow::Barred(_) => continue,
            ActNow::Does(told) => told,
            ActNow::AsEver => act.help.to_string(),
        };
        lines.push((key(*action), format!("{} – {does}", act.name)));
    }
    if let ActNow::Barred(reason) = act_now(Action::ClassNow) {
        lines.push(("1 2 3".to_owned(), reason));
    }
    lines
}

/// The columns of the keys on the page.
const KEY_COLUMNS: usize = 12;

fn all_keys(context: DialogContext<'_>) -> Vec<(String, String)> {
    let words = context.words;
    let mut lines = Vec::new();
    for (mode, heading) in modes_here(context) {
        lines.push((String::new(), heading.to_string()));
        let means_something =
            |binding: &&Binding| context.at == Mode::Desk || !is_of_the_desk(binding.action);
        let bindings = KEYS.iter().filter(|binding| binding.mode == mode);
        let first = lines.len();
        for binding in bindings.filter(means_something) {
            if let Some(act) = words.act(binding.action) {
                let does = format!("{} – {}", act.name, act.help);
                let key = binding.key.name();
                // Two keys of one act stand in one line, where it has room for both.
                let own = lines.get_mut(first..).unwrap_or_default();
                let known = own.iter_mut().find(|(known, told)| {
                    *told == does && text::width(known) + 3 + text::width(&key) <= KEY_COLUMNS
                });
                match known {
                    Some((known, _)) => *known = format!("{known} · {key}"),
                    None => lines.push((key, does)),
                }
            }
        }
        if mode == Mode::Desk {
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

/// The modes of the keys that there are here: at a station its own, and those of its forms and lists.
fn modes_here(context: DialogContext<'_>) -> Vec<(Mode, &Message)> {
    let all = context
        .words
        .modes
        .iter()
        .map(|(mode, heading)| (*mode, heading));
    if context.at == Mode::Desk {
        return all.filter(|(mode, _)| !mode.is_of_station()).collect();
    }
    let (mut own, others): (Vec<_>, Vec<_>) = all
        .filter(|(mode, _)| !matches!(mode, Mode::Desk | Mode::Gate))
        .filter(|(mode, _)| *mode == context.at || !mode.is_of_station())
        .partition(|(mode, _)| *mode == context.at);
    own.extend(others);
    own
}

/// What a list or a page lets through at the desk, and a station has no use for.
const fn is_of_the_desk(action: Action) -> bool {
    matches!(
        action,
        Action::Next
            | Action::ClassNow
            | Action::ClassLater
            | Action::ClassUpward
            | Action::Palette
            | Action::Mirror
            | Action::SaveElsewhere
    )
}
