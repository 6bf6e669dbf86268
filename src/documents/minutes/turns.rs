//! What the minutes say of every time somebody had the floor: speeches, answers, what follows the answers. In short
//! minutes each is one sentence, and the times stand in the annex.

use super::super::prose::{Prose, answer_of, upper_first};
use crate::documents::words::MinutesMessage;
use crate::domain::record::{HolderRecord, ItemRecord, RaisedBy, SpeakerRecord, TurnRecord};
use crate::domain::regulation::Phase;
use crate::domain::session::plan::Number;

pub(super) fn lines(prose: Prose<'_>, turn: &TurnRecord) -> Vec<String> {
    let is_short = prose.record.short_minutes;
    match (turn.phase, &turn.holder) {
        (Phase::Speech, HolderRecord::Citizen { number, .. }) if is_short => {
            vec![short_speech(prose, turn, *number)]
        }
        (Phase::Exchange, HolderRecord::Citizen { number, .. }) if is_short => {
            vec![short_exchange(prose, turn, *number)]
        }
        (Phase::Speech, HolderRecord::Citizen { number, .. }) => speech(prose, turn, *number),
        (Phase::Exchange, HolderRecord::Citizen { number, .. }) => exchange(prose, turn, *number),
        (Phase::Answer, _)
        | (
            Phase::Speech | Phase::Exchange,
            HolderRecord::Chair { .. } | HolderRecord::Agency { .. },
        ) => {
            if is_short {
                vec![short_answer(prose, turn)]
            } else {
                answer(prose, turn)
            }
        }
    }
}

fn speech(prose: Prose<'_>, turn: &TurnRecord, number: Number) -> Vec<String> {
    let words = &prose.words.minutes;
    let Some(speaker) = prose.speaker(number) else {
        return Vec::new();
    };
    let from = prose.place_of(speaker);
    let sentence = if from.is_empty() {
        &words[MinutesMessage::SpeechNoVillage]
    } else {
        &words[MinutesMessage::Speech]
    };
    let mut lines = vec![sentence.render(&[
        ("time", &began(prose, turn)),
        ("person", &upper_first(&prose.citizen(number))),
        ("village", &from),
        ("number", &number.0),
        ("registered", &registered(prose, speaker)),
        ("length", &length(prose, turn)),
    ])];
    lines.extend(raised_in(prose, turn).map(|item| raised(prose, item)));
    lines
}

/// How somebody came to speak.
fn registered(prose: Prose<'_>, speaker: &SpeakerRecord) -> String {
    let words = &prose.words.minutes;
    if let Some(article) = &speaker.by_leave {
        return words[MinutesMessage::NewcomerByLeave].render(&[("article", &prose.cite(article))]);
    }
    // Programs before this one asked for the scope under every text.
    let within_scope = speaker
        .within_scope
        .filter(|_| prose.record.scope_rule.is_some());
    match (speaker.newcomer, within_scope) {
        (false, _) => &words[MinutesMessage::Registered],
        (true, Some(true)) => &words[MinutesMessage::NewcomerInScope],
        (true, Some(false)) => &words[MinutesMessage::NewcomerOutOfScope],
        (true, None) => &words[MinutesMessage::Newcomer],
    }
    .to_string()
}

/// The items that were first spoken of in this turn, also those that were noted after it.
fn raised_in<'a>(
    prose: Prose<'a>,
    turn: &TurnRecord,
) -> impl Iterator<Item = &'a ItemRecord> + use<'a> {
    let id = turn.id;
    prose
        .record
        .items
        .iter()
        .filter(move |item| item.said_in.or(item.turns.first().copied()) == Some(id))
}

fn raised(prose: Prose<'_>, item: &ItemRecord) -> String {
    let words = &prose.words.minutes;
    let text = prose.text(Some(&item.text));
    let scope = match item
        .within_scope
        .filter(|_| prose.record.scope_rule.is_some())
    {
        Some(true) => words[MinutesMessage::ItemInScope].to_string(),
        Some(false) | None => String::new(),
    };
    match &item.topic {
        Some(topic) => words[MinutesMessage::RaisedTopic].render(&[
            ("number", &item.id),
            ("topic", topic),
            ("text", &text),
            ("scope", &scope),
        ]),
        None => words[MinutesMessage::Raised].render(&[
            ("number", &item.id),
            ("text", &text),
            ("scope", &scope),
        ]),
    }
}

fn answer(prose: Prose<'_>, turn: &TurnRecord) -> Vec<String> {
    let words = &prose.words.minutes;
    let items = items_of(prose, turn);
    let is_first = |item: &ItemRecord| first_answer(prose, item) == Some(turn.id);
    let sentence = if is_read_out(turn, &items) {
        &words[MinutesMessage::Prepared]
    } else if !items.is_empty() && !items.iter().any(|item| is_first(item)) {
        &words[MinutesMessage::AnswerMore]
    } else {
        &words[MinutesMessage::Answer]
    };
    let mut lines = vec![sentence.render(&[
        ("time", &began(prose, turn)),
        ("by", &upper_first(&prose.holder(&turn.holder))),
        ("whom", &whom(prose, &items)),
        ("length", &length(prose, turn)),
    ])];
    lines.extend(raised_in(prose, turn).map(|item| raised(prose, item)));
    let answered = items.into_iter().filter(|item| is_first(item));
    lines.extend(answered.map(|item| {
        words[MinutesMessage::Answered].render(&[
            ("number", &item.id),
            ("answer", &prose.text(answer_of(item))),
            ("result", &prose.result(item)),
        ])
    }));
    lines
}

fn items_of<'a>(prose: Prose<'a>, turn: &TurnRecord) -> Vec<&'a ItemRecord> {
    turn.items.iter().filter_map(|id| prose.item(*id)).collect()
}

/// Whether what was prepared on a collected opinion was read out; where nothing had been prepared, it was answered.
fn is_read_out(turn: &TurnRecord, items: &[&ItemRecord]) -> bool {
    items.iter().any(|item| {
        matches!(item.by, RaisedBy::Collected { .. })
            && item.turns.first() == Some(&turn.id)
            && item.as_prepared
    })
}

/// Whom an answer is for: each person with their items.
fn whom(prose: Prose<'_>, items: &[&ItemRecord]) -> String {
    let mut people: Vec<(String, Vec<u32>)> = Vec::new();
    for item in items {
        let person = match &item.by {
            RaisedBy::Citizen { number } => prose.citizen(*number),
            RaisedBy::Collected { .. } => prose.raiser(item),
        };
        match people.iter_mut().find(|(known, _)| *known == person) {
            Some((_, ids)) => ids.push(item.id),
            None => people.push((person, vec![item.id])),
        }
    }
    let said: Vec<String> = people
        .iter()
        .map(|(person, ids)| {
            prose.words.minutes[MinutesMessage::Whom]
                .render(&[("person", person), ("items", &prose.items(ids))])
        })
        .collect();
    said.join("; ")
}

/// The turn in which an item was answered first.
fn first_answer(prose: Prose<'_>, item: &ItemRecord) -> Option<u32> {
    // The turns of an item are few; those of a session are many.
    let of_item = item.turns.iter().filter_map(|id| prose.turn(*id));
    of_item
        .filter(|turn| turn.phase == Phase::Answer)
        .map(|turn| turn.id)
        .min()
}

fn exchange(prose: Prose<'_>, turn: &TurnRecord, number: Number) -> Vec<String> {
    let words = &prose.words.minutes;
    let sentence = if turn.items.is_empty() {
        &words[MinutesMessage::FollowUpPlain]
    } else {
        &words[MinutesMessage::FollowUp]
    };
    let mut lines = vec![sentence.render(&[
        ("time", &began(prose, turn)),
        ("person", &upper_first(&prose.citizen(number))),
        ("items", &prose.items(&turn.items)),
        ("length", &length(prose, turn)),
    ])];
    lines.extend(raised_in(prose, turn).map(|item| raised(prose, item)));
    lines
}

fn short_speech(prose: Prose<'_>, turn: &TurnRecord, number: Number) -> String {
    let words = &prose.words.minutes;
    let speaker = prose.speaker(number);
    let from = speaker.map_or_else(String::new, |known| prose.place_of(known));
    let person = prose.with_village(prose.citizen(number), &from);
    words[MinutesMessage::SpeechShort].render(&[
        ("person", &upper_first(&person)),
        ("number", &number.0),
        ("items", &short_items(prose, turn)),
    ])
}

fn short_items(prose: Prose<'_>, turn: &TurnRecord) -> String {
    let said: Vec<String> = raised_in(prose, turn)
        .map(|item| {
            let text = prose.text(Some(&item.text));
            prose.words.minutes[MinutesMessage::RaisedShort]
                .render(&[("number", &item.id), ("text", &text)])
        })
        .collect();
    said.join("; ")
}

fn short_exchange(prose: Prose<'_>, turn: &TurnRecord, number: Number) -> String {
    let words = &prose.words.minutes;
    let person = upper_first(&prose.citizen(number));
    let raised = short_items(prose, turn);
    if raised.is_empty() && turn.items.is_empty() {
        return words[MinutesMessage::ExchangeShortPlain].render(&[("person", &person)]);
    }
    let about = if raised.is_empty() {
        prose.items(&turn.items)
    } else {
        raised
    };
    words[MinutesMessage::ExchangeShort].render(&[("person", &person), ("items", &about)])
}

fn short_answer(prose: Prose<'_>, turn: &TurnRecord) -> String {
    let words = &prose.words.minutes;
    let items = items_of(prose, turn);
    let answers: Vec<String> = items
        .iter()
        .filter(|item| first_answer(prose, item) == Some(turn.id))
        .map(|item| {
            words[MinutesMessage::AnsweredShort].render(&[
                ("number", &item.id),
                ("answer", &prose.text(answer_of(item))),
                ("result", &prose.result_in_short(item)),
            ])
        })
        .collect();
    let sentence = if answers.is_empty() {
        &words[MinutesMessage::AnswerShortMore]
    } else {
        &words[MinutesMessage::AnswerShort]
    };
    sentence.render(&[
        ("by", &upper_first(&prose.holder(&turn.holder))),
        ("whom", &whom(prose, &items)),
        ("answers", &answers.join("; ")),
    ])
}

/// When a turn began: by its clock, corrected; when no clock ran, when the floor was given.
pub(super) fn began(prose: Prose<'_>, turn: &TurnRecord) -> String {
    prose.time(turn.span.as_ref().map_or(turn.called, |span| span.began))
}

fn length(prose: Prose<'_>, turn: &TurnRecord) -> String {
    turn.span.as_ref().map_or_else(String::new, |span| {
        prose.words.minutes[MinutesMessage::Length]
            .render(&[("length", &prose.length(span.actual_ms))])
    })
}
