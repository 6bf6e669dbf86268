//! What is missing before closing. It leads to each place, classes where a class is missing, and comes back until nothing
//! is left.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::session::closing_check::{Missing, Reminder};
use crate::domain::session::command::Command;
use crate::domain::session::plan::Number;
use crate::tui::desk::picker::{Picker, PickerLine};
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

/// `None` when nothing is missing.
pub(super) fn open(context: DialogContext<'_>) -> Option<Dialog> {
    let forms = &context.words.forms;
    let missing = context.session.missing();
    let waits = |missing: &&Missing| matches!(missing, Missing::StillWaiting(_));
    let announced = |missing: &&Missing| matches!(missing, Missing::Subjects(_));
    let lines_of = |chosen: &dyn Fn(&&Missing) -> bool| -> Vec<PickerLine<PickerAction>> {
        let chosen = missing.iter().filter(chosen);
        chosen.map(|missing| line(context, *missing)).collect()
    };
    let mut lines = lines_of(&|missing| !waits(missing) && !announced(missing));
    // Before those whom it is about stands one line for all of them, so that the one key leads through.
    lines.extend(nobody_has_time(context));
    lines.extend(lines_of(&waits));
    lines.extend(every_subject(context, &missing));
    lines.extend(lines_of(&announced));
    lines.extend(
        context
            .session
            .reminders()
            .into_iter()
            .map(|reminder| reminded(context, reminder)),
    );
    if lines.is_empty() {
        return None;
    }
    let picker = Picker::new(forms[FormMessage::Gate].to_string(), lines);
    Some(Dialog {
        kind: DialogKind::Gate,
        panel: Panel::Gate(Box::new(picker)),
    })
}

/// What may be left open.
fn reminded(context: DialogContext<'_>, reminder: Reminder) -> PickerLine<PickerAction> {
    let flow = &context.words.flow;
    match reminder {
        Reminder::Answer(item) => plain(
            flow[FlowMessage::RemindAnswer].render(&[("item", &item.0)]),
            PickerAction::Open(DialogKind::Answer(item)),
        ),
        Reminder::Attendance { unrecorded, .. } => plain(
            flow[FlowMessage::RemindAttendance].render(&[("count", &unrecorded)]),
            PickerAction::Open(DialogKind::Attendance),
        ),
    }
}

fn line(context: DialogContext<'_>, missing: Missing) -> PickerLine<PickerAction> {
    let forms = &context.words.forms;
    match missing {
        Missing::Class(item) => plain(
            forms[FormMessage::MissingClass]
                .render(&[("item", &item.0), ("text", &context.item_text(item))]),
            PickerAction::OpenCard(item),
        ),
        Missing::Agency(item) => plain(
            forms[FormMessage::MissingAgency].render(&[("item", &item.0)]),
            PickerAction::Open(DialogKind::ClassLater(item)),
        ),
        Missing::Due(item) => plain(
            forms[FormMessage::MissingDue].render(&[("item", &item.0)]),
            PickerAction::Open(DialogKind::ClassLater(item)),
        ),
        Missing::Authority(item) => plain(
            forms[FormMessage::MissingAuthority].render(&[("item", &item.0)]),
            PickerAction::Open(DialogKind::ClassUpward(item)),
        ),
        Missing::Subjects(number) => plain(
            forms[FormMessage::MissingSubjects].render(&[
                ("number", &number.0),
                ("name", &context.person_name(number)),
                ("count", &subjects_left(context, number)),
            ]),
            PickerAction::Open(DialogKind::Subjects(number)),
        ),
        Missing::StillWaiting(number) => plain(
            forms[FormMessage::MissingWaiting].render(&[
                ("number", &number.0),
                ("name", &context.person_name(number)),
            ]),
            PickerAction::Open(DialogKind::Person(number)),
        ),
    }
}

/// All who wait are marked as having no time left.
fn nobody_has_time(context: DialogContext<'_>) -> Option<PickerLine<PickerAction>> {
    let count = context.session.state().queue.waiting().count();
    (count > 0).then(|| {
        plain(
            context.words.forms[FormMessage::NoTimeForRest].render(&[("count", &count)]),
            PickerAction::Perform(Command::NoTimeForRest),
        )
    })
}

/// What several people announced and could not say, all of it taken as items.
fn every_subject(
    context: DialogContext<'_>,
    missing: &[Missing],
) -> Option<PickerLine<PickerAction>> {
    let numbers: Vec<Number> = missing
        .iter()
        .filter_map(|missing| match missing {
            Missing::Subjects(number) => Some(*number),
            Missing::Class(_)
            | Missing::Agency(_)
            | Missing::Due(_)
            | Missing::Authority(_)
            | Missing::StillWaiting(_) => None,
        })
        .collect();
    let count: usize = numbers
        .iter()
        .map(|number| subjects_left(context, *number))
        .sum();
    (numbers.len() > 1).then(|| {
        plain(
            context.words.forms[FormMessage::EverySubject]
                .render(&[("count", &count), ("people", &numbers.len())]),
            PickerAction::Perform(Command::TakeUpSubjects { numbers }),
        )
    })
}

/// How many of the matters somebody announced are still to be taken up or left aside.
fn subjects_left(context: DialogContext<'_>, number: Number) -> usize {
    let person = context.session.state().queue.person(number);
    person.map_or(0, |person| person.subjects_left().count())
}
