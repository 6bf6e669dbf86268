//! What is missing before closing. It leads to each place, classes where a class is missing, and comes back until nothing
//! is left.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::regulation::StepKind;
use crate::domain::session::closing_check::{Missing, Reminder};
use crate::domain::session::command::Command;
use crate::domain::session::item::ItemId;
use crate::domain::session::plan::Number;
use crate::tui::desk::phrases;
use crate::tui::desk::picker::{Picker, PickerLine};
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

/// `None` when nothing is missing and nothing is better written down.
pub(super) fn open(context: DialogContext<'_>) -> Option<Dialog> {
    let missing = context.session.missing();
    let reminders = context.session.reminders();
    let of = |group: FormMessage| -> Vec<PickerLine<PickerAction>> {
        let own = missing
            .iter()
            .filter(|missing| group_of(**missing) == group);
        own.map(|missing| line(context, *missing)).collect()
    };
    // Before those whom it is about stands one line for all of them, so that the one key leads through.
    let waiting = nobody_has_time(context)
        .into_iter()
        .chain(of(FormMessage::GateWaiting))
        .collect();
    let subjects = every_subject(context, &missing)
        .into_iter()
        .chain(of(FormMessage::GateSubjects))
        .collect();
    let (attendance, answers): (Vec<_>, Vec<_>) = reminders
        .iter()
        .partition(|reminder| matches!(reminder, Reminder::Attendance { .. }));
    let reminded = |reminders: Vec<&Reminder>| -> Vec<PickerLine<PickerAction>> {
        let lines = reminders.into_iter();
        lines.map(|reminder| reminded(context, *reminder)).collect()
    };
    let groups = [
        (FormMessage::GateClasses, of(FormMessage::GateClasses)),
        (FormMessage::GateDetails, of(FormMessage::GateDetails)),
        (FormMessage::GateWaiting, waiting),
        (FormMessage::GateSubjects, subjects),
        (FormMessage::GateAttendance, reminded(attendance)),
        (FormMessage::GateAnswers, reminded(answers)),
    ];
    let lines: Vec<PickerLine<PickerAction>> = groups
        .into_iter()
        .flat_map(|(group, lines)| under(context, group, lines))
        .collect();
    if lines.is_empty() {
        return None;
    }
    let (title, count) = if missing.is_empty() {
        (FormMessage::GateReminds, reminders.len())
    } else {
        (FormMessage::Gate, missing.len())
    };
    let title = context.words.forms[title].render(&[("count", &count)]);
    Some(Dialog {
        kind: DialogKind::Gate,
        panel: Panel::Gate(Box::new(Picker::new(title, lines))),
    })
}

/// The lines of a group, whose heading counts what it is about and not the line for all of it.
fn under(
    context: DialogContext<'_>,
    group: FormMessage,
    lines: Vec<PickerLine<PickerAction>>,
) -> impl Iterator<Item = PickerLine<PickerAction>> {
    let for_all = |line: &&PickerLine<PickerAction>| {
        matches!(
            line.value,
            PickerAction::Perform(_) | PickerAction::Open(DialogKind::NoTimeForRest)
        )
    };
    let count = lines.len() - lines.iter().filter(for_all).count();
    let heading = format!("{} · {count}", context.words.forms[group]);
    lines.into_iter().map(move |line| PickerLine {
        group: heading.clone(),
        also: heading.clone(),
        ..line
    })
}

const fn group_of(missing: Missing) -> FormMessage {
    match missing {
        Missing::Class(_) => FormMessage::GateClasses,
        Missing::Agency(_) | Missing::Due(_) | Missing::Authority(_) => FormMessage::GateDetails,
        Missing::StillWaiting(_) => FormMessage::GateWaiting,
        Missing::Subjects(_) => FormMessage::GateSubjects,
    }
}

/// What may be left open.
fn reminded(context: DialogContext<'_>, reminder: Reminder) -> PickerLine<PickerAction> {
    let flow = &context.words.flow;
    match reminder {
        Reminder::Answer(item) => plain(
            flow[FlowMessage::RemindAnswer]
                .render(&[("item", &item.0), ("text", &context.item_text(item))]),
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
    let person = |number: Number| phrases::numbered_person(context.session, number, context.words);
    let of_item = |item: ItemId, sentence: FormMessage| {
        forms[sentence].render(&[("item", &item.0), ("text", &context.item_text(item))])
    };
    match missing {
        Missing::Class(item) => plain(
            of_item(item, FormMessage::MissingClass),
            PickerAction::OpenCard(item),
        ),
        Missing::Agency(item) => plain(
            of_item(item, FormMessage::MissingAgency),
            PickerAction::Open(DialogKind::ClassLater(item)),
        ),
        Missing::Due(item) => plain(
            of_item(item, FormMessage::MissingDue),
            PickerAction::Open(DialogKind::ClassLater(item)),
        ),
        Missing::Authority(item) => plain(
            of_item(item, FormMessage::MissingAuthority),
            PickerAction::Open(DialogKind::ClassUpward(item)),
        ),
        Missing::Subjects(number) => plain(
            forms[FormMessage::MissingSubjects].render(&[
                ("person", &person(number)),
                ("count", &subjects_left(context, number)),
            ]),
            PickerAction::Open(DialogKind::Subjects(number)),
        ),
        Missing::StillWaiting(number) => plain(
            person(number),
            PickerAction::Open(DialogKind::Person(number)),
        ),
    }
}

/// All who wait are marked as having no time left; while they could still be called, that is asked first.
fn nobody_has_time(context: DialogContext<'_>) -> Option<PickerLine<PickerAction>> {
    let count = context.session.state().queue.waiting().count();
    let at_conclusion = context
        .session
        .present_step()
        .is_some_and(|step| step.kind == StepKind::Conclusion);
    let action = if at_conclusion {
        PickerAction::Perform(Command::NoTimeForRest)
    } else {
        PickerAction::Open(DialogKind::NoTimeForRest)
    };
    (count > 0).then(|| {
        plain(
            context.words.forms[FormMessage::NoTimeForRest].render(&[("count", &count)]),
            action,
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
