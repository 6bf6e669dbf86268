//! What was sent and what became of it, in words.

use super::{SentLine, SentTone, StationParts};
use crate::domain::format;
use crate::domain::request::{Request, StationCommand};
use crate::store::inbox::DeskSign;
use crate::tui::desk::words::DeskWords;
use crate::tui::desk::{messages, phrases};
use crate::tui::station::sent::{SentRequest, SentState};
use crate::tui::station::words::{StationScreenMessage, StationScreenWords};

pub(super) fn sent_line(sent: &SentRequest, parts: &StationParts<'_>, desk: DeskSign) -> SentLine {
    let words = parts.words;
    let whole = |message: StationScreenMessage| words[message].to_string();
    let told = |seq| {
        let (session, _) = parts.live?;
        let record = &session.history().entry(seq)?.record;
        Some(messages::of_taken(
            record,
            session,
            &parts.desk.words,
            parts.lang,
        ))
    };
    let (state, tone, answer) = match &sent.state {
        SentState::Waiting => (
            match provisional_number(sent, parts).filter(|_| desk != DeskSign::Runs) {
                Some(number) => {
                    words[StationScreenMessage::Provisional].render(&[("number", &number)])
                }
                None => whole(StationScreenMessage::Waiting),
            },
            SentTone::Waiting,
            None,
        ),
        SentState::Taken(seq) => (
            whole(StationScreenMessage::Taken),
            SentTone::Taken,
            told(*seq),
        ),
        SentState::Refused(answer) => (
            whole(StationScreenMessage::Refused),
            SentTone::Refused,
            Some(answer.says.in_lang(parts.lang).to_owned()),
        ),
    };
    SentLine {
        time: format::time(sent.request.at),
        what: command_in_words(&sent.request.command, &parts.desk.words, words),
        state,
        tone,
        answer,
    }
}

/// The number that somebody gets who was registered while the desk is not heard of, if nobody else registers meanwhile: so that
/// there is one to write on a slip.
fn provisional_number(sent: &SentRequest, parts: &StationParts<'_>) -> Option<u32> {
    let registers = |request: &Request| matches!(request.command, StationCommand::Register(_));
    if !registers(&sent.request) {
        return None;
    }
    let (session, _) = parts.live?;
    let waiting = parts
        .sent
        .iter()
        .filter(|other| other.state == SentState::Waiting && registers(&other.request));
    let before = waiting
        .take_while(|other| other.request.id != sent.request.id)
        .count();
    let next = session.state().queue.next_number().0;
    next.checked_add(u32::try_from(before).ok()?)
}

/// What was asked for, in a few words.
#[must_use]
pub fn command_in_words(
    command: &StationCommand,
    desk: &DeskWords,
    words: &StationScreenWords,
) -> String {
    let of_item =
        |message: StationScreenMessage, item: u32| words[message].render(&[("item", &item)]);
    match command {
        StationCommand::Register(form) => {
            words[StationScreenMessage::Register].render(&[("name", &form.name)])
        }
        StationCommand::CorrectPerson {
            number, details, ..
        } => words[StationScreenMessage::Correct]
            .render(&[("number", &number.0), ("name", &details.name)]),
        StationCommand::MarkPerson {
            number, standing, ..
        } => words[StationScreenMessage::Mark].render(&[
            ("number", &number.0),
            ("standing", phrases::standing_word(*standing, desk)),
        ]),
        StationCommand::EditItem { item, .. } => of_item(StationScreenMessage::ItemText, item.0),
        StationCommand::SummariseAnswer { item, .. }
        | StationCommand::AnswerAsPrepared { item, .. } => {
            of_item(StationScreenMessage::AnswerText, item.0)
        }
        StationCommand::SetTopic { item, .. } => of_item(StationScreenMessage::Topic, item.0),
        StationCommand::LinkItem { item, .. } => of_item(StationScreenMessage::Link, item.0),
        StationCommand::Note { .. } => words[StationScreenMessage::Note].to_string(),
        StationCommand::WordConclusion { .. } => {
            words[StationScreenMessage::Conclusion].to_string()
        }
        StationCommand::LinkVenue { venue, .. } => {
            words[StationScreenMessage::LinkVenue].render(&[("venue", venue)])
        }
        StationCommand::Undo => words[StationScreenMessage::Undo].to_string(),
        StationCommand::Redo => words[StationScreenMessage::Redo].to_string(),
    }
}
