//! What is happening now, in one sentence: for whoever asks for help and has to find out first where the session is. Reads the
//! session and draws nothing.

use super::phrases;
use super::words::{DeskWords, FlowMessage};
use crate::domain::format;
use crate::domain::i18n::Lang;
use crate::domain::regulation::Phase;
use crate::domain::session::Session;
use crate::domain::session::floor::{Holder, Turn};
use crate::domain::session::next::Next;
use crate::domain::session::timing::{Break, Span};
use crate::domain::text;

/// What is happening now.
#[must_use]
pub fn in_words(session: &Session, words: &DeskWords, lang: Lang) -> String {
    let flow = &words.flow;
    let state = session.state();
    let told = if let Some(ended) = state.ended().filter(|_| state.closed.is_some()) {
        flow[FlowMessage::HappensClosed].render(&[("time", &format::time(ended.wall))])
    } else if let Some(rest) = state.present_break() {
        of_break(rest, words)
    } else if let Some(turn) = state.floor() {
        of_turn(session, turn, words)
    } else if let Next::Class(item) = session.next() {
        let by = state.item(item).map(|item| item.by);
        let name = by.map_or_else(String::new, |by| phrases::raiser_name(session, by));
        flow[FlowMessage::HappensClass].render(&[("item", &item.0), ("name", &name)])
    } else if let Some(step) = session.present_step() {
        let steps = &session.regulation().steps;
        let number = session
            .regulation()
            .position(&step.id)
            .map_or(0, |at| at + 1);
        flow[FlowMessage::HappensStep].render(&[
            ("number", &number),
            ("count", &steps.len()),
            ("step", &step.name().in_lang(lang)),
            ("waiting", &state.queue.waiting().count()),
        ])
    } else {
        flow[FlowMessage::HappensNotBegun].to_string()
    };
    text::upper_first(&told)
}

fn of_break(rest: &Break, words: &DeskWords) -> String {
    let sentence = if rest.adjourned {
        &words.flow[FlowMessage::HappensAdjourned]
    } else {
        &words.flow[FlowMessage::HappensBreak]
    };
    sentence.render(&[("time", &format::time(rest.span.began().wall))])
}

fn of_turn(session: &Session, turn: &Turn, words: &DeskWords) -> String {
    let flow = &words.flow;
    let name = phrases::holder_name(session, &turn.holder, words);
    let items = if turn.items.is_empty() {
        String::new()
    } else {
        flow[FlowMessage::AboutItems].render(&[("items", &phrases::item_numbers(&turn.items))])
    };
    let stopped = if turn.clock.as_ref().is_some_and(Span::is_paused) {
        flow[FlowMessage::WhileStopped].to_string()
    } else {
        String::new()
    };
    let Holder::Citizen(number) = turn.holder else {
        return flow[FlowMessage::HappensAnswer].render(&[
            ("name", &name),
            ("items", &items),
            ("stopped", &stopped),
        ]);
    };
    let sentence = match turn.phase {
        Phase::Exchange => &flow[FlowMessage::HappensExchange],
        Phase::Speech | Phase::Answer => &flow[FlowMessage::HappensSpeech],
    };
    let person = session.state().queue.person(number);
    let village = person.map_or("", |person| person.registration.village.as_str());
    sentence.render(&[
        ("name", &name),
        ("number", &number.0),
        ("village", &village),
        ("items", &items),
        ("stopped", &stopped),
    ])
}
