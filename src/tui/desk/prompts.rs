//! Prompts to the aide only, most pressing first. They never go to the hall: no type of the projector has a place for
//! them.

use super::action::Action;
use super::keymap::{Key, Mode, key_for};
use super::phrases::{absence, holder_name};
use super::words::DeskWords;
use crate::domain::format;
use crate::domain::regulation::Phase;
use crate::domain::session::Session;
use crate::domain::session::venue::VenueLink;
use crate::domain::time::{Millis, SessionTime};
use crate::tui::desk::words::PromptMessage;

/// How long after the floor was given a clock that stands is worth a word.
const CLOCK_FORGOTTEN: Millis = Millis::of_seconds(5);

/// What the aide should know now.
#[must_use]
pub fn prompts(session: &Session, words: &DeskWords, now: SessionTime) -> Vec<String> {
    let says = &words.prompts;
    let state = session.state();
    let mut prompts = Vec::new();
    if state.closed.is_some() {
        return prompts;
    }
    if let Some((away, _)) = state.away_to_judge() {
        let key = key_for(Mode::Desk, Action::Segments).map_or_else(String::new, Key::name);
        prompts.push(
            says[PromptMessage::AwayAsks].render(&[("away", &absence(away, words)), ("key", &key)]),
        );
    }
    if let Some(turn) = state.floor() {
        let name = holder_name(session, &turn.holder, words);
        if turn.clock.is_none() && now.since(turn.called) >= CLOCK_FORGOTTEN {
            prompts.push(says[PromptMessage::ClockNotStarted].render(&[("name", &name)]));
        }
        if let Some(left) = turn.left(now)
            && left < 0
        {
            prompts.push(
                says[PromptMessage::OverLimit]
                    .render(&[("name", &name), ("over", &format::left(left))]),
            );
        }
    }
    let forgotten = state
        .items
        .iter()
        .find(|item| item.class.is_none() && item.answered && item.round < state.round.number);
    if let Some(item) = forgotten {
        prompts.push(says[PromptMessage::NoClass].render(&[("item", &item.id.0)]));
    }
    let lost = session.venues().into_iter().find_map(|venue| {
        let change = session.venue_link(venue)?;
        (change.link == VenueLink::Lost).then_some(change)
    });
    if let Some(lost) = lost {
        prompts.push(says[PromptMessage::VenueLost].render(&[
            ("venue", &lost.venue),
            ("time", &format::time(lost.at.wall)),
        ]));
    }
    if let Some(past) = session.pace(now).and_then(|pace| pace.past_length)
        && past >= Millis::of_minutes(1)
    {
        prompts
            .push(says[PromptMessage::PastLength].render(&[("minutes", &(past.seconds() / 60))]));
    }
    prompts.extend(share_prompt(session, words, now));
    prompts
}

/// So many are left that each has less than the limit if all are to be heard.
fn share_prompt(session: &Session, words: &DeskWords, now: SessionTime) -> Option<String> {
    let state = session.state();
    let share = session.equal_share(now)?;
    let is_short = share < state.limits.of(Phase::Speech)?
        && session.is_too_short_for_all(now)
        && state.agenda.began().is_some();
    let key = key_for(Mode::Desk, Action::EqualShare).map_or_else(String::new, Key::name);
    is_short.then(|| {
        words.prompts[PromptMessage::EqualShare].render(&[
            ("count", &state.queue.waiting().count()),
            ("share", &format::duration(share)),
            ("key", &key),
        ])
    })
}
