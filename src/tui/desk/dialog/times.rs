//! The dialogs about time: correcting what was measured, and the time the program was away.

use super::lists::segments;
use super::open::{Ground, picker};
use super::order::reason_fields;
use super::{Chosen, Dialog, Opening, Purpose};
use crate::domain::format;
use crate::domain::i18n::Message;
use crate::domain::session::command::Command;
use crate::domain::session::timing::SegmentId;
use crate::tui::desk::form::{Field, Form};
use crate::tui::desk::picker::Line;
use crate::tui::desk::words::FormMessage;

/// Asks for the right time of one end of a segment.
pub(super) fn correct(ground: Ground<'_>, segment: SegmentId) -> Option<Dialog> {
    let forms = &ground.words.forms;
    let span = ground.session.span(segment).ok()?;
    let (begin, end) = span.measured();
    let mut edges = vec![
        forms[FormMessage::EdgeBegin].render(&[("time", &format::time_with_seconds(begin.wall))]),
    ];
    edges.extend(end.map(|end| {
        forms[FormMessage::EdgeEnd].render(&[("time", &format::time_with_seconds(end.wall))])
    }));
    let last = edges.len() - 1;
    let name = segments(ground)
        .into_iter()
        .find(|line| line.value == Chosen::Open(Opening::Correct(segment)))
        .map(|line| line.text)?;
    let mut fields = vec![
        Field::choice(forms[FormMessage::Edge].to_string(), edges, last, false),
        Field::text(forms[FormMessage::Shift].to_string(), ""),
    ];
    fields.extend(reason_fields(ground));
    // Times are among the edges, too; typed there, one would be taken for a choice.
    let form = Form::new(
        forms[FormMessage::Correct].render(&[("segment", &name)]),
        fields,
    )
    .starting_at(1);
    Some(Dialog::Form(Box::new(form), Purpose::Correct(segment)))
}

/// Asks whether whoever had the floor went on while the program was away; `None` while there is nothing to ask.
pub(super) fn away(ground: Ground<'_>) -> Option<Dialog> {
    let forms = &ground.words.forms;
    let state = ground.session.state();
    if state.closed.is_some() {
        // Nothing that is said of it now could count.
        return None;
    }
    let (away, turn) = state.away_to_judge()?;
    let title = forms[FormMessage::Away].render(&[
        ("from", &format::time_with_seconds(away.from.wall)),
        ("to", &format::time_with_seconds(away.to.wall)),
        (
            "name",
            &super::holder_name(ground.session, &turn.holder, ground.words),
        ),
    ]);
    let line = |text: &Message, went_on: bool| Line {
        text: text.to_string(),
        hint: String::new(),
        value: Chosen::Perform(Command::JudgeAway { went_on }),
    };
    Some(picker(
        title,
        vec![
            line(&forms[FormMessage::WentOn], true),
            line(&forms[FormMessage::StoodStill], false),
        ],
    ))
}
