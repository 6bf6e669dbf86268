//! What the minutes say of every time somebody had the floor: speeches, answers, what follows the answers. In short
//! minutes each is one sentence, and the times stand in the annex.

use super::super::prose::{Prose, answer_of, upper_first};
use crate::documents::words::MinutesMessage;
use crate::domain::record::{HolderRecord, ItemRecord, RaisedBy, SpeakerRecord, TurnRecord};
use crate::domain::regulation::Phase;
use crate::domain::session::plan::Number;

pub(super) fn lines(scribe: Prose<'_>, turn: &TurnRecord) -> Vec<String> {
    let is_short = scribe.record.short_minutes;
    match (turn.phase, &turn.holder) {
        (Phase::Speech, HolderRecord::Citizen { number, .. }) if is_short => {
            vec![short_speech(scribe, turn, *number)]
        }
        (Phase::Exchange, HolderRecord::Citizen { number, .. }) if is_short => {
            vec![short_exchange(scribe, turn, *number)]
        }
        (Phase::Speech, HolderRecord::Citizen { number, .. }) => speech(scribe, turn, *number),
        (Phase::Exchange, HolderRecord::Citizen { number, .. }) => exchange(scribe, turn, *number),
        (Phase::Answer, _)
        | (
            Phase::Speech | Phase::Exchange,
            HolderRecord::Chair { .. } | HolderRecord::Agency { .. },
        ) => {
            if is_short {
                vec![short_answer(scribe, turn)]
            } else {
                answer(scribe, turn)
            }
        }
    }
}

fn speech(scribe: Prose<'_>, turn: &TurnRecord, number: Number) -> Vec<String> {
    let words = &scribe.words.minutes;
    let Some(speaker) = scribe.speaker(number) else {
        return Vec::new();
    };
    let from = scribe.place_of(speaker);
    let sentence = if from.is_empty() {
        &words[MinutesMessage::SpeechNoVillage]
    } else {
        &words[MinutesMessage::Speech]
    };
    let mut lines = vec![sentence.render(&[
        ("time", &began(scribe, turn)),
        ("person", &upper_first(&scribe.citizen(number))),
        ("village", &from),
        ("number", &number.0),
        ("registered", &registered(scribe, speaker)),
        ("length", &length(scribe, turn)),
    ])];
    lines.extend(raised_in(scribe, turn).map(|item| raised(scribe, item)));
    lines
}

/// How somebody came to speak.
fn registered(scribe: Prose<'_>, speaker: &SpeakerRecord) -> String {
    let words = &scribe.words.minutes;
    if let Some(article) = &speaker.by_leave {
        return words[MinutesMessage::NewcomerByLeave]
            .render(&[("article", &scribe.cite(article))]);
    }
    match (speaker.newcomer, speaker.within_scope) {
        (false, _) => &words[MinutesMessage::Registered],
        (true, Some(true)) => &words[MinutesMessage::NewcomerInScope],
        (true, Some(false)) => &words[MinutesMessage::NewcomerOutOfScope],
        (true, None) => &words[MinutesMessage::Newcomer],
    }
    .to_string()
}

/// The items that were first spoken of in this turn, also those that were noted after it.
fn raised_in<'a>(
    scribe: Prose<'a>,
    turn: &TurnRecord,
) -> impl Iterator<Item = &'a ItemRecord> + use<'a> {
    let id = turn.id;
    scribe
        .record
        .items
        .iter()
        .filter(move |item| item.said_in.or(item.turns.first().copied()) == Some(id))
}

fn raised(scribe: Prose<'_>, item: &ItemRecord) -> String {
    let words = &scribe.words.minutes;
    let text = scribe.text(Some(&item.text));
    let scope = match item.within_scope {
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

fn answer(scribe: Prose<'_>, turn: &TurnRecord) -> Vec<String> {
    let words = &scribe.words.minutes;
    let items = items_of(scribe, turn);
    let is_first = |item: &ItemRecord| first_answer(scribe, item) == Some(turn.id);
    let sentence = if is_read_out(turn, &items) {
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
    lines.extend(raised_in(scribe, turn).map(|item| raised(scribe, item)));
    let answered = items.into_iter().filter(|item| is_first(item));
    lines.extend(answered.map(|item| {
        words[MinutesMessage::Answered].render(&[
            ("number", &item.id),
            ("answer", &scribe.text(answer_of(item))),
            ("result", &scribe.result(item)),
        ])
    }));
    lines
}

fn items_of<'a>(scribe: Prose<'a>, turn: &TurnRecord) -> Vec<&'a ItemRecord> {
    turn.items
        .iter()
        .filter_map(|id| scribe.item(*id))
        .collect()
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
    // The turns of an item are few; those of a session are many.
    let of_item = item.turns.iter().filter_map(|id| scribe.turn(*id));
    of_item
        .filter(|turn| turn.phase == Phase::Answer)
        .map(|turn| turn.id)
        .min()
}

fn exchange(scribe: Prose<'_>, turn: &TurnRecord, number: Number) -> Vec<String> {
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
    lines.extend(raised_in(scribe, turn).map(|item| raised(scribe, item)));
    lines
}

fn short_speech(scribe: Prose<'_>, turn: &TurnRecord, number: Number) -> String {
    let words = &scribe.words.minutes;
    let speaker = scribe.speaker(number);
    let from = speaker.map_or_else(String::new, |known| scribe.place_of(known));
    let person = scribe.with_village(scribe.citizen(number), &from);
    words[MinutesMessage::SpeechShort].render(&[
        ("person", &upper_first(&person)),
        ("number", &number.0),
        ("items", &short_items(scribe, turn)),
    ])
}

fn short_items(scribe: Prose<'_>, turn: &TurnRecord) -> String {
    let said: Vec<String> = raised_in(scribe, turn)
        .map(|item| {
            let text = scribe.text(Some(&item.text));
            scribe.words.minutes[MinutesMessage::RaisedShort]
                .render(&[("number", &item.id), ("text", &text)])
        })
        .collect();
    said.join("; ")
}

fn short_exchange(scribe: Prose<'_>, turn: &TurnRecord, number: Number) -> String {
    let words = &scribe.words.minutes;
    let person = upper_first(&scribe.citizen(number));
    let raised = short_items(scribe, turn);
    if raised.is_empty() && turn.items.is_empty() {
        return words[MinutesMessage::ExchangeShortPlain].render(&[("person", &person)]);
    }
    let about = if raised.is_empty() {
        scribe.items(&turn.items)
    } else {
        raised
    };
    words[MinutesMessage::ExchangeShort].render(&[("person", &person), ("items", &about)])
}

fn short_answer(scribe: Prose<'_>, turn: &TurnRecord) -> String {
    let words = &scribe.words.minutes;
    let items = items_of(scribe, turn);
    let answers: Vec<String> = items
        .iter()
        .filter(|item| first_answer(scribe, item) == Some(turn.id))
        .map(|item| {
            words[MinutesMessage::AnsweredShort].render(&[
                ("number", &item.id),
                ("answer", &scribe.text(answer_of(item))),
                ("result", &scribe.result_in_short(item)),
            ])
        })
        .collect();
    let sentence = if answers.is_empty() {
        &words[MinutesMessage::AnswerShortMore]
    } else {
        &words[MinutesMessage::AnswerShort]
    };
    sentence.render(&[
        ("by", &upper_first(&scribe.holder(&turn.holder))),
        ("whom", &whom(scribe, &items)),
        ("answers", &answers.join("; ")),
    ])
}

/// When a turn began: by its clock, corrected; when no clock ran, when the floor was given.
pub(super) fn began(scribe: Prose<'_>, turn: &TurnRecord) -> String {
    scribe.time(turn.span.as_ref().map_or(turn.called, |span| span.began))
}

fn length(scribe: Prose<'_>, turn: &TurnRecord) -> String {
    turn.span.as_ref().map_or_else(String::new, |span| {
        scribe.words.minutes[MinutesMessage::Length]
            .render(&[("length", &scribe.length(span.actual_ms))])
    })
}
