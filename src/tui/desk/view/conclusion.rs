//! What the conclusion shows to be read aloud: under each act the chair's own words and the items it is about, and the
//! deadlines that follow.

use super::paragraph::{FloorLine, Weight, line};
use crate::domain::format;
use crate::domain::regulation::{ChecklistItem, ClassKind, Grade};
use crate::domain::session::Session;
use crate::domain::session::item::{Class, Item};
use crate::tui::desk::Desk;
use crate::tui::desk::phrases::class_sign as sign;
use crate::tui::desk::words::FormMessage;

/// The deadlines that the session sets running, with their day where it can be counted already.
pub(super) fn what_follows(session: &Session, desk: &Desk) -> Vec<FloorLine> {
    let due = session.due_dates(&desk.basis);
    let mut lines: Vec<FloorLine> = due
        .iter()
        .filter(|due| {
            due.anchor().is_some() && !due.is_before_session() && due.grade() == Grade::Orders
        })
        .map(|due| {
            let day = due
                .on()
                .map_or_else(String::new, |on| format!("{} · ", format::date(on)));
            let title = due.title().in_lang(desk.lang);
            line(
                format!("{day}{title} ({})", due.article().in_lang(desk.lang)),
                Weight::Faint,
            )
        })
        .collect();
    if !lines.is_empty() {
        lines.insert(
            0,
            line(
                desk.words.forms[FormMessage::DueAfter].to_string(),
                Weight::Strong,
            ),
        );
    }
    lines
}

/// What the conclusion reads out under an act: the chair's own words, then the items of the classes it is about. An
/// item that was chosen comes first, so that a long list is read on with the arrows.
pub(super) fn to_read(session: &Session, desk: &Desk, act: &ChecklistItem) -> Vec<FloorLine> {
    let state = session.state();
    let kind_of = |item: &Item| item.class.as_ref().map(Class::kind);
    let own = state
        .conclusion
        .get(&act.id)
        .map(|own| line(own.clone(), Weight::Strong));
    let read: Vec<(ClassKind, &Item)> = ClassKind::ALL
        .into_iter()
        .filter(|kind| act.items.contains(kind))
        .flat_map(|kind| {
            let items = state.items.iter();
            items
                .filter(move |item| kind_of(item) == Some(kind))
                .map(move |item| (kind, item))
        })
        .collect();
    let from = desk
        .selection
        .chosen_item()
        .and_then(|chosen| read.iter().position(|(_, item)| item.id == chosen))
        .unwrap_or(0);
    let items = read.into_iter().skip(from).map(|(kind, item)| {
        let line_of = super::items::item_line(session, desk, item);
        let tail = if kind == ClassKind::AnsweredNow {
            String::new()
        } else {
            format!(" – {}", line_of.about)
        };
        FloorLine {
            indent: 4,
            ..line(
                format!("{} {}. {}{tail}", sign(Some(kind)), item.id.0, line_of.text),
                Weight::Class(kind),
            )
        }
    });
    own.filter(|_| from == 0).into_iter().chain(items).collect()
}
