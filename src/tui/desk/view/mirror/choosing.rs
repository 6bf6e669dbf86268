//! What a list or page that lies open may say on a mirrored display: its title, and the lines around the one that would be
//! taken, each in words that everybody in the hall may read. What could be private is told by its number.

use super::StripView;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::item::ItemId;
use crate::domain::session::plan::{Number, OpinionId};
use crate::tui::desk::action::Action;
use crate::tui::desk::dialog::kind::{DialogKind, PickerAction};
use crate::tui::desk::picker::{Picker, PickerLine};
use crate::tui::desk::words::{FormMessage, MirrorMessage, NextMessage};
use crate::tui::desk::{Desk, phrases};

/// How many lines of a list the strip has room for.
const LINES: usize = 3;

/// The lines of a list around the one that would be taken.
pub(super) fn list(
    kind: &DialogKind,
    picker: &Picker<PickerAction>,
    session: &Session,
    desk: &Desk,
) -> StripView {
    let words = &desk.words;
    let fitting = picker.fitting();
    let selected = picker.selected();
    let title = title(kind, &picker.title, session, desk);
    let mut strip = StripView::headed(if fitting.len() > 1 {
        words.mirror[MirrorMessage::Place].render(&[
            ("title", &title),
            ("place", &(selected + 1)),
            ("count", &fitting.len()),
        ])
    } else {
        title
    });
    if fitting.is_empty() {
        strip.text = words.forms[FormMessage::NothingFound].to_string();
        return strip;
    }
    let first = selected.saturating_sub(1);
    let first = first.min(fitting.len().saturating_sub(LINES));
    strip.options = fitting
        .iter()
        .enumerate()
        .skip(first)
        .take(LINES)
        .map(|(at, line)| (public_line(kind, line, at, session, desk), at == selected))
        .collect();
    strip
}

/// A page to read: its title, since what stands in it is for the aide.
pub(super) fn page(title: &str) -> StripView {
    StripView::headed(title.to_owned())
}

/// The title of a list; of one about refusing somebody only the number, of one that names a file nothing.
fn title(kind: &DialogKind, title: &str, session: &Session, desk: &Desk) -> String {
    let choosing = &desk.words.mirror[MirrorMessage::Choosing];
    if let DialogKind::Grounds(number) = kind {
        return format!("{choosing} · {}", numbered(*number, desk));
    }
    if matches!(kind, DialogKind::Import(_) | DialogKind::ExportTo(_)) {
        return choosing.to_string();
    }
    without_names(title, session, desk)
}

/// One line in words that everybody may read.
fn public_line(
    kind: &DialogKind,
    line: &PickerLine<PickerAction>,
    at: usize,
    session: &Session,
    desk: &Desk,
) -> String {
    let words = &desk.words;
    match (kind, &line.value) {
        // People and opinions of a file that is only looked at; folders of this computer.
        (DialogKind::Import(_) | DialogKind::ExportTo(_), _) => {
            words.mirror[MirrorMessage::PrivateLine].render(&[("place", &(at + 1))])
        }
        (DialogKind::Find, PickerAction::Nothing) => {
            words.mirror[MirrorMessage::PrivateNote].to_string()
        }
        (_, PickerAction::SelectPerson(number)) => person(*number, session, desk),
        (DialogKind::Gate, PickerAction::OpenCard(item)) => {
            let number = words.mirror[MirrorMessage::ItemNumber].render(&[("item", &item.0)]);
            let state = phrases::class_word(None, words);
            match text_once_heard(*item, session) {
                text if text.is_empty() => format!("{number} · {state}"),
                text => format!("{number} – {text} · {state}"),
            }
        }
        // A class that is found in the palette is about the item that is asked about.
        (
            DialogKind::Palette,
            PickerAction::Mean(Action::ClassNow | Action::ClassLater | Action::ClassUpward),
        ) if desk.question(session).is_some() => {
            let asked = desk.question(session).map_or(0, |question| question.item.0);
            let asks = words.next[NextMessage::Class].render(&[("item", &asked)]);
            format!("{} · {asks}", line.text)
        }
        // What these lines say besides their number is the text of the item, which the hall may not have heard.
        (
            DialogKind::Gate,
            PickerAction::Open(
                DialogKind::ClassLater(item)
                | DialogKind::ClassUpward(item)
                | DialogKind::Answer(item),
            ),
        ) => numbered_item(*item, session, desk),
        (_, PickerAction::SelectItem(item) | PickerAction::OpenCard(item)) => {
            numbered_item(*item, session, desk)
        }
        (
            _,
            PickerAction::Perform(Command::LinkItem {
                opinion: Some(opinion),
                ..
            }),
        ) => collected(*opinion, session, desk),
        (DialogKind::FollowUpAbout(_), PickerAction::Perform(Command::GiveFloor { items, .. })) => {
            match items.as_slice() {
                [item] => numbered_item(*item, session, desk),
                _ => without_names(&line.text, session, desk),
            }
        }
        // Why it cannot be done.
        (DialogKind::Palette, _) if line.dimmed => {
            without_names(&format!("{} · {}", line.text, line.hint), session, desk)
        }
        _ => without_names(&line.text, session, desk),
    }
}

fn numbered(number: Number, desk: &Desk) -> String {
    desk.words.next[NextMessage::Number].render(&[("number", &number.0)])
}

fn person(number: Number, session: &Session, desk: &Desk) -> String {
    if session.plan().settings.mask_names {
        numbered(number, desk)
    } else {
        phrases::numbered_person(session, number, &desk.words)
    }
}

/// An item by its number, with its text once it was said in the hall.
fn numbered_item(item: ItemId, session: &Session, desk: &Desk) -> String {
    let text = text_once_heard(item, session);
    if text.is_empty() {
        desk.words.mirror[MirrorMessage::ItemNumber].render(&[("item", &item.0)])
    } else {
        format!("{}. {text}", item.0)
    }
}

/// The text of an item that was said in the hall; empty for what somebody has yet to say.
fn text_once_heard(item: ItemId, session: &Session) -> String {
    let known = session.state().item(item);
    let heard = known.filter(|item| session.was_heard(item.by));
    heard.map_or_else(String::new, |item| item.text.clone())
}

/// An opinion collected beforehand: its text once it was read out.
fn collected(opinion: OpinionId, session: &Session, desk: &Desk) -> String {
    match session.taken_up(opinion) {
        Some(item) => format!("{}. {}", opinion.0, item.text),
        None => desk.words.mirror[MirrorMessage::CollectedNumber].render(&[("number", &opinion.0)]),
    }
}

/// A text in which names stand only where the hall may read them.
fn without_names(text: &str, session: &Session, desk: &Desk) -> String {
    if !session.plan().settings.mask_names {
        return text.to_owned();
    }
    let mut names: Vec<(String, Number)> = Vec::new();
    for person in session.state().queue.people() {
        let registration = &person.registration;
        names.push((registration.called(), registration.number));
        names.push((registration.name.clone(), registration.number));
    }
    names.retain(|(name, _)| !name.trim().is_empty());
    // The longest first, so that no part of a name is left over.
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    names
        .into_iter()
        .fold(text.to_owned(), |text, (name, number)| {
            text.replace(&name, &numbered(number, desk))
        })
}
