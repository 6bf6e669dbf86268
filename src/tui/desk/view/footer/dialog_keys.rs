//! The bottom while something lies open: what `Enter` takes, in words, and the keys of a dialog.

use super::{CLASSES, ShownKeys, class_keys, next_keys};
use crate::domain::i18n::Message;
use crate::domain::session::Session;
use crate::domain::session::next::Next;
use crate::domain::time::SessionTime;
use crate::tui::desk::Desk;
use crate::tui::desk::dialog::kind::{DialogKind, PickerAction};
use crate::tui::desk::dialog::panel::{Dialog, Panel};
use crate::tui::desk::form::Field;
use crate::tui::desk::picker::{Picker, PickerLine};
use crate::tui::desk::words::{
    FlowMessage, FormMessage, NextMessage, PromiseMessage, StationMessage,
};

/// While something lies open: what `Enter` takes, and the keys of a dialog.
pub(super) fn in_dialog(
    session: &Session,
    desk: &Desk,
    dialog: &Dialog,
    now: SessionTime,
) -> (ShownKeys, ShownKeys) {
    let words = &desk.words;
    let (forms, flow) = (&words.forms, &words.flow);
    let enter = |text: String| vec![("Enter".to_owned(), text)];
    // Each key on its own, so that in a small window as many stand there as fit whole.
    let keys = |text: &Message| -> ShownKeys {
        let text = text.to_string();
        let each = text.split(" · ");
        each.map(|key| (String::new(), key.to_owned())).collect()
    };
    let promised = |line: Option<&PickerLine<PickerAction>>| {
        line.map_or_else(String::new, |line| {
            desk.promise_of_line(&line.value, &line.text, session, now)
        })
    };
    match &dialog.panel {
        Panel::Form(form) => {
            let mut next = enter(desk.promise_of_form(form, session, now));
            let is_answer = matches!(dialog.kind, DialogKind::AnswerNow(_));
            if is_answer && form.focused().is_some_and(Field::is_proposed) {
                next.push((
                    flow[FlowMessage::TypingKey].to_string(),
                    flow[FlowMessage::TypesOver].to_string(),
                ));
                next.push(("Esc".to_owned(), flow[FlowMessage::LeavesOpen].to_string()));
                return (next, keys(&flow[FlowMessage::KeysAnswer]));
            }
            let moves = if form.fields().len() > 1 {
                &forms[FormMessage::KeysForm]
            } else {
                &forms[FormMessage::KeysOneField]
            };
            (next, keys(moves))
        }
        Panel::Gate(picker) => {
            let line = picker.fitting().get(picker.selected()).copied();
            match desk.dialogs.item_at_gate() {
                Some(item) => {
                    let opens = words.flow[FlowMessage::OpensCard].render(&[("item", &item.0)]);
                    let mut more = vec![("Enter".to_owned(), opens)];
                    more.extend(keys(&flow[FlowMessage::KeysGate]));
                    (class_keys(desk, item), more)
                }
                None => (enter(promised(line)), keys(&flow[FlowMessage::KeysGate])),
            }
        }
        // Nothing would be taken.
        Panel::List(picker) if picker.fitting().is_empty() => {
            let nothing = if picker.typed().is_empty() {
                &forms[FormMessage::NothingYet]
            } else {
                &forms[FormMessage::NothingFound]
            };
            let nothing = (String::new(), nothing.to_string());
            (vec![nothing], keys(&forms[FormMessage::KeysNothing]))
        }
        Panel::List(picker) => {
            let taken = taken_of_list(session, desk, &dialog.kind, picker, now);
            let next = enter(taken);
            let moves = if picker.is_grouped() {
                &forms[FormMessage::KeysPalette]
            } else if picker.is_searched() {
                &forms[FormMessage::KeysPicker]
            } else {
                &forms[FormMessage::KeysChoice]
            };
            (next, keys(moves))
        }
        Panel::Page(page) => {
            let read = if page.beside > 0 {
                &forms[FormMessage::KeysHelp]
            } else {
                &forms[FormMessage::KeysPage]
            };
            // While the file is not what was written, and after closing, no key of the desk acts from here.
            let acts_nowhere = desk.disk.is_mismatched() || session.next() == Next::Nothing;
            if desk.is_at_station() {
                let read = &words.stations[StationMessage::KeysPage];
                (keys(read), Vec::new())
            } else if acts_nowhere {
                (keys(read), Vec::new())
            } else {
                (next_keys(session, desk), keys(read))
            }
        }
    }
}

/// What `Enter` does with the line of a list that is chosen.
fn taken_of_list(
    session: &Session,
    desk: &Desk,
    kind: &DialogKind,
    picker: &Picker<PickerAction>,
    now: SessionTime,
) -> String {
    let words = &desk.words;
    let fitting = picker.fitting();
    let line = match (kind, picker.chosen()) {
        // Whichever of its lines is chosen, all of it is added.
        (DialogKind::Import(_), Some(PickerAction::Perform(_))) => fitting.first(),
        _ => fitting.get(picker.selected()),
    };
    let mut taken = line.map_or_else(String::new, |line| {
        desk.promise_of_line(&line.value, &line.text, session, now)
    });
    // A note was found, and is read where it stands.
    if (kind, picker.chosen()) == (&DialogKind::Find, Some(&PickerAction::Nothing)) {
        taken = words.promise[PromiseMessage::ClosesList].to_string();
    }
    if let Some(PickerAction::ExportTo(_)) = picker.chosen() {
        taken = words.promise[PromiseMessage::ExportsHere].render(&[("place", &own_words(&taken))]);
    }
    // A class that is found in the palette is about an item, too.
    if let (Some(PickerAction::Mean(action)), Some(question)) =
        (picker.chosen(), desk.question(session))
        && CLASSES.contains(action)
    {
        let asks = words.next[NextMessage::Class].render(&[("item", &question.item.0)]);
        taken = format!("{taken} · {asks}");
    }
    taken
}

/// Of a line with a path behind it its own words: the path is read in the list.
fn own_words(text: &str) -> &str {
    text.split_once(": ").map_or(text, |(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::own_words;

    #[test]
    fn a_place_with_a_long_path_is_named_without_it() {
        let beside = "Cạnh buổi đối thoại: /home/a/rất/dài";
        assert_eq!(own_words(beside), "Cạnh buổi đối thoại");
        assert_eq!(own_words("Thư mục khác…"), "Thư mục khác…");
    }
}
