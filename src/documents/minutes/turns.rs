//! What the minutes say of every time somebody had the floor: speeches, answers, what follows the answers.

use super::super::prose::{Prose, answer_of, upper_first};
use crate::documents::words::MinutesMessage;
use crate::domain::record::{HolderRecord, ItemRecord, RaisedBy, TurnRecord};
use crate::domain::regulation::Phase;
use crate::domain::session::plan::Number;

pub(super) fn lines(scribe: Prose<'_>, turn: &TurnRecord) -> Vec<String> {
    match (turn.phase, &turn.holder) {
        (Phase::Speech, HolderRecord::Citizen { number, .. }) => speech(scribe, turn, *number),
        (Phase::FollowUp, HolderRecord::Citizen { number, .. }) => follow_up(scribe, turn, *number),
        (Phase::Answer, _)
        | (
            Phase::Speech | Phase::FollowUp,
            HolderRecord::Chair { .. } | HolderRecord::Agency { .. },
        ) => answer(scribe, turn),
    }
}

fn speech(scribe: Prose<'_>, turn: &TurnRecord, number: Number) -> Vec<String> {
    let words = &scribe.words.minutes;
    let Some(speaker) = scribe.speaker(number) else {
        return Vec::new();
    };
    let registered = match (speaker.newcomer, speaker.within_scope) {
        (false, _) => &words[MinutesMessage::Registered],
        (true, Some(true)) => &words[MinutesMessage::NewcomerInScope],
        (true, Some(false)) => &words[MinutesMessage::NewcomerOutOfScope],
        (true, None) => &words[MinutesMessage::Newcomer],
    };
    let sentence = if speaker.village.is_empty() {
        &words[MinutesMessage::SpeechNoVillage]
    } else {
        &words[MinutesMessage::Speech]
    };
    let mut lines = vec![sentence.render(&[
        ("time", &began(scribe, turn)),
        ("person", &upper_first(&scribe.citizen(number))),
        ("village", &speaker.village),
        ("number", &number.0),
        ("registered", registered),
        ("length", &length(scribe, turn)),
    ])];
    lines.extend(raised_in(scribe, turn));
    lines
}

/// The items that were first spoken of in this turn.
fn raised_in(scribe: Prose<'_>, turn: &TurnRecord) -> impl Iterator<Item = String> {
    let words = &scribe.words.minutes;
    scribe
        .record
        .items
        .iter()
        .filter(move |item| item.turns.first() == Some(&turn.id))
        .map(move |item| {
            let text = scribe.text(Some(&item.text));
            match &item.topic {
                Some(topic) => words[MinutesMessage::RaisedTopic].render(&[
                    ("number", &item.id),
                    ("topic", topic),
                    ("text", &text),
                ]),
                None => {
                    words[MinutesMessage::Raised].render(&[("number", &item.id), ("text", &text)])
                }
            }
        })
}

fn answer(scribe: Prose<'_>, turn: &TurnRecord) -> Vec<String> {
    let words = &scribe.words.minutes;
    let items: Vec<&ItemRecord> = turn
        .items
        .iter()
        .filter_map(|id| scribe.item(*id))
        .collect();
    let is_first = |item: &ItemRecord| first_answer(scribe, item) == Some(turn.id);
    let read_out = items.iter().any(|item| {
        matches!(item.by, RaisedBy::Collected { .. }) && item.turns.first() == Some(&turn.id)
    });
    let sentence = if read_out {
        &words[MinutesMessage::Prepared]
    } else if !items.is_empty() && !items.iter().any(|item| is_first(item)) {
        &words[MinutesMessage::AnswerMore]
    } else {
        &words[MinutesMessage::Answer]
    };
    let mut lines = vec![sentence.render(&[
        ("time", &began(scribe, turn)),
        ("by", &upper_first(&scribe.holder(&turn.holder))),
        ("whom", &whom(scribe, &items)),
        ("length", &length(scribe, turn)),
    ])];
    lines.extend(raised_in(scribe, turn));
    lines.extend(items.into_iter().filter(|item| is_first(item)).map(|item| {
        words[MinutesMessage::Answered].render(&[
            ("number", &item.id),
            ("answer", &scribe.text(answer_of(item))),
            ("result", &scribe.result(item)),
        ])
    }));
    lines
}

/// Whom an answer is for: each person with their items.
fn whom(scribe: Prose<'_>, items: &[&ItemRecord]) -> String {
    let mut people: Vec<(String, Vec<u32>)> = Vec::new();
    for item in items {
        let person = match &item.by {
            RaisedBy::Citizen { number } => scribe.citizen(*number),
            RaisedBy::Collected { .. } => scribe.raiser(item),
        };
        match people.iter_mut().find(|(known, _)| *known == person) {
            Some((_, ids)) => ids.push(item.id),
            None => people.push((person, vec![item.id])),
        }
    }
    let said: Vec<String> = people
        .iter()
        .map(|(person, ids)| {
            scribe.words.minutes[MinutesMessage::Whom]
                .render(&[("person", person), ("items", &scribe.items(ids))])
        })
        .collect();
    said.join("; ")
}

/// The turn in which an item was answered first.
fn first_answer(scribe: Prose<'_>, item: &ItemRecord) -> Option<u32> {
    scribe
        .record
        .turns
        .iter()
        .find(|turn| turn.phase == Phase::Answer && turn.items.contains(&item.id))
        .map(|turn| turn.id)
}

fn follow_up(scribe: Prose<'_>, turn: &TurnRecord, number: Number) -> Vec<String> {
    let words = &scribe.words.minutes;
    let sentence = if turn.items.is_empty() {
        &words[MinutesMessage::FollowUpPlain]
    } else {
        &words[MinutesMessage::FollowUp]
    };
    let mut lines = vec![sentence.render(&[
        ("time", &began(scribe, turn)),
        ("person", &upper_first(&scribe.citizen(number))),
        ("items", &scribe.items(&turn.items)),
        ("length", &length(scribe, turn)),
    ])];
    lines.extend(raised_in(scribe, turn));
    lines
}

/// When a turn began: by its clock, corrected; when no clock ran, when the floor was given.
fn began(scribe: Prose<'_>, turn: &TurnRecord) -> String {
    scribe.time(turn.span.as_ref().map_or(turn.called, |span| span.began))
}

fn length(scribe: Prose<'_>, turn: &TurnRecord) -> String {
    turn.span.as_ref().map_or_else(String::new, |span| {
        scribe.words.minutes[MinutesMessage::Length]
            .render(&[("length", &scribe.length(span.actual_ms))])
    })
}
