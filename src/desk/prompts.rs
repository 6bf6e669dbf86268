//! Prompts to the aide only, most pressing first. They never go to the hall: no type of the projector has a place for
//! them.

use super::intent::Intent;
use super::keymap::{Key, Mode, key_for};
use super::phrases::{absence, holder_name};
use super::words::Words;
use crate::figures;
use crate::moment::{Millis, Stamp};
use crate::regulation::Phase;
use crate::session::Session;

/// How long after the floor was given a clock that stands is worth a word.
const CLOCK_FORGOTTEN: Millis = Millis::of_seconds(5);

/// What the aide should know now.
#[must_use]
pub fn prompts(session: &Session, words: &Words, now: Stamp) -> Vec<String> {
    let says = &words.prompts;
    let state = session.state();
    let mut prompts = Vec::new();
    if state.closed.is_some() {
        return prompts;
    }
    if let Some((away, _)) = state.away_to_judge() {
        let key = key_for(Mode::Desk, Intent::Segments).map_or_else(String::new, Key::name);
        prompts.push(
            says.away_asks
                .fill(&[("away", &absence(away, words)), ("key", &key)]),
        );
    }
    if let Some(turn) = state.floor() {
        let name = holder_name(session, &turn.holder, words);
        if turn.clock.is_none() && now.since(turn.called) >= CLOCK_FORGOTTEN {
            prompts.push(says.clock_not_started.fill(&[("name", &name)]));
        }
        if let Some(left) = turn.left(now)
            && left < 0
        {
            prompts.push(
                says.over_limit
                    .fill(&[("name", &name), ("over", &figures::left(left))]),
            );
        }
    }
    let forgotten = state
        .items
        .iter()
        .find(|item| item.class.is_none() && item.answered && item.round < state.round.number);
    if let Some(item) = forgotten {
        prompts.push(says.no_class.fill(&[("item", &item.id.0)]));
    }
    if let Some(past) = session.pace(now).and_then(|pace| pace.past_length)
        && past >= Millis::of_minutes(1)
    {
        prompts.push(
            says.past_length
                .fill(&[("minutes", &(past.seconds() / 60))]),
        );
    }
    if let (Some(share), Some(limit)) = (session.equal_share(now), state.limits.of(Phase::Speech))
        && share < limit
        && session.is_too_short_for_all(now)
        && state.agenda.began().is_some()
    {
        prompts.push(says.equal_share.fill(&[
            ("count", &state.queue.waiting().count()),
            ("share", &figures::duration(share)),
            (
                "key",
                &key_for(Mode::Desk, Intent::EqualShare).map_or_else(String::new, Key::name),
            ),
        ]));
    }
    prompts
}
