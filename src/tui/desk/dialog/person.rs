//! What can be done with a person: marks, refusing, correcting, calling; and the grounds for refusing.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::i18n::Message;
use crate::domain::regulation::Phase;
use crate::domain::session::command::Command;
use crate::domain::session::floor::Holder;
use crate::domain::session::item::Raiser;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::Standing;
use crate::tui::desk::picker::PickerLine;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>, number: Number) -> Option<Dialog> {
    let person = context.session.state().queue.person(number)?;
    let title = context.words.forms[FormMessage::Person].render(&[
        ("number", &number.0),
        ("name", &person.registration.called()),
    ]);
    Some(Dialog {
        kind: DialogKind::Person(number),
        panel: Panel::list(title, lines(context, number)),
    })
}

/// What the desk at the door can do about a person: what people tell there, and how they are written down.
pub(super) fn open_at_door(context: DialogContext<'_>, number: Number) -> Option<Dialog> {
    let person = context.session.state().queue.person(number)?;
    let forms = &context.words.forms;
    let title = forms[FormMessage::Person].render(&[
        ("number", &number.0),
        ("name", &person.registration.called()),
    ]);
    let marks = [
        (&forms[FormMessage::MarkAbsent], Standing::Absent),
        (&forms[FormMessage::MarkWithdrew], Standing::Withdrew),
        (&forms[FormMessage::MarkSlip], Standing::WrittenSlip),
        (&forms[FormMessage::WaitAgain], Standing::Waiting),
    ];
    let mut lines: Vec<PickerLine<PickerAction>> = marks
        .into_iter()
        .filter(|_| context.session.state().closed.is_none())
        .filter(|(_, standing)| *standing != person.standing)
        .map(|(text, standing)| {
            let command = Command::SetStanding { number, standing };
            plain(text.to_string(), PickerAction::Perform(command))
        })
        .collect();
    lines.push(correct(context, number));
    Some(Dialog {
        kind: DialogKind::PersonAtDoor(number),
        panel: Panel::list(title, lines),
    })
}

/// The regulation's own grounds for refusing, and no other.
pub(super) fn open_grounds(context: DialogContext<'_>, number: Number) -> Option<Dialog> {
    let person = context.session.state().queue.person(number)?;
    let stated = context.session.regulation().refusal.as_ref()?;
    let title = context.words.forms[FormMessage::Grounds].render(&[
        ("name", &person.registration.called()),
        ("article", &stated.article.in_lang(context.lang)),
    ]);
    let lines = stated
        .grounds
        .iter()
        .map(|known| {
            plain(
                known.text.in_lang(context.lang).to_owned(),
                PickerAction::Perform(Command::RefusePerson {
                    number,
                    ground: known.id.clone(),
                }),
            )
        })
        .collect();
    Some(Dialog {
        kind: DialogKind::Grounds(number),
        panel: Panel::list(title, lines),
    })
}

fn correct(context: DialogContext<'_>, number: Number) -> PickerLine<PickerAction> {
    plain(
        context.words.flow[FlowMessage::CorrectPerson].to_string(),
        PickerAction::Open(DialogKind::PersonDetails(number)),
    )
}

fn lines(context: DialogContext<'_>, number: Number) -> Vec<PickerLine<PickerAction>> {
    let (forms, state) = (&context.words.forms, context.session.state());
    let Some(person) = state.queue.person(number) else {
        return Vec::new();
    };
    // After closing a name can be put right, and nothing else.
    if state.closed.is_some() {
        return vec![correct(context, number)];
    }
    let has_floor = state
        .floor()
        .is_some_and(|turn| turn.holder == Holder::Citizen(number));
    let waits = person.standing == Standing::Waiting && !has_floor;
    let mark = |text: &Message, standing: Standing| {
        let command = Command::SetStanding { number, standing };
        plain(text.to_string(), PickerAction::Perform(command))
    };
    let mut lines = Vec::new();
    if waits {
        lines.push(mark(&forms[FormMessage::MarkAbsent], Standing::Absent));
        lines.push(mark(&forms[FormMessage::MarkWithdrew], Standing::Withdrew));
        lines.push(mark(&forms[FormMessage::MarkSlip], Standing::WrittenSlip));
        lines.push(mark(&forms[FormMessage::MarkNoTime], Standing::NoTimeLeft));
    } else if !has_floor {
        lines.push(mark(&forms[FormMessage::WaitAgain], Standing::Waiting));
    }
    if context.session.regulation().refusal.is_some() && person.standing != Standing::Refused {
        lines.push(plain(
            forms[FormMessage::Refuse].render(&[(
                "regulation",
                &context.session.regulation().short.in_lang(context.lang),
            )]),
            PickerAction::Open(DialogKind::Grounds(number)),
        ));
    }
    lines.push(plain(
        forms[FormMessage::AddItem].to_string(),
        PickerAction::Open(DialogKind::NewItem(Raiser::Citizen(number))),
    ));
    lines.push(correct(context, number));
    if waits {
        // Last: it takes the floor from whoever has it, and there is a key for it.
        lines.push(plain(
            forms[FormMessage::GiveFloor].to_string(),
            call(context, number),
        ));
    }
    lines
}

/// Calling a person to speak; asked first while somebody else has the floor.
pub(super) fn call(context: DialogContext<'_>, number: Number) -> PickerAction {
    if context.session.state().floor().is_some() {
        return PickerAction::Open(DialogKind::CallInstead(number));
    }
    PickerAction::Perform(give_floor(number))
}

/// The command that calls a person to speak.
pub(super) fn give_floor(number: Number) -> Command {
    Command::GiveFloor {
        phase: Phase::Speech,
        to: Holder::Citizen(number),
        items: Vec::new(),
    }
}
