//! What a record makes of the state. It cannot fail: what was decided and written down happened.

mod pauses;

use std::sync::Arc;

use super::deviation::Deviation;
use super::event::Event;
use super::floor::{Holder, Turn, TurnId};
use super::item::{Item, ItemId, Raiser};
use super::plan::Agency;
use super::queue::{Refused, SetAside, Standing};
use super::state::{ChairChange, Note, Round, State};
use super::timing::{Correction, SegmentId, Span};
use super::venue::VenueChange;
use crate::domain::regulation::Phase;
use crate::domain::time::SessionTime;

impl State {
    /// Makes the event count, at this point of the session. `before` is where the record before this one lies.
    #[expect(
        clippy::too_many_lines,
        reason = "one table, one short arm for each event"
    )]
    pub(super) fn apply(&mut self, event: &Event, at: SessionTime, before: SessionTime) {
        self.page = self.page.filter(|_| !event.begins_other_pages());
        match event {
            Event::Opened { .. }
            | Event::PlanReplaced { .. }
            | Event::OpinionAdded { .. }
            | Event::ClockCorrected { .. }
            | Event::Undone { .. }
            | Event::Redone { .. } => {}
            Event::Resumed { alive, went_on } => self.came_back(*alive, *went_on, at, before),
            Event::AwayJudged { went_on } => self.judge_away(*went_on),

            Event::StepEntered { step } => {
                self.agenda.enter(step.clone(), self.round.number, at);
            }
            Event::ActTicked { step, act } => self.agenda.tick(step.clone(), act.clone(), at),
            Event::RoundBegan { round } => {
                self.round = Round {
                    number: *round,
                    ..Round::default()
                };
            }
            Event::TakingSet { taking } => self.taking = *taking,
            Event::SpeechesHeld => self.round.speeches_held = true,
            Event::FollowUpOffered => self.round.follow_up_offered = true,
            Event::Deviated {
                departure,
                article,
                reason,
            } => self.deviations.push(Deviation {
                departure: departure.clone(),
                article: article.clone(),
                reason: reason.clone(),
                at,
            }),
            Event::Closed => {
                self.agenda.leave(at);
                self.closed = Some(at);
            }

            Event::FloorGiven {
                turn,
                phase,
                holder,
                items,
                limit,
            } => {
                if let Some(step) = self.agenda.present().cloned() {
                    self.give_floor(Turn {
                        id: *turn,
                        phase: *phase,
                        step,
                        round: self.round.number,
                        holder: holder.clone(),
                        items: items.clone(),
                        limit: *limit,
                        called: at,
                        clock: None,
                        ended: None,
                    });
                }
            }
            Event::ClockStarted => self.on_floor(|turn| turn.clock = Some(Span::beginning(at))),
            Event::ClockPaused => self.on_clock(|clock| clock.pause(at)),
            Event::ClockResumed => self.on_clock(|clock| clock.resume(at)),
            Event::FloorEnded => self.end_floor(at),
            Event::LimitSet { turn, limit } => {
                if let Some(turn) = self.turns.iter_mut().find(|known| known.id == *turn) {
                    turn.limit = *limit;
                }
            }
            Event::LimitForRestSet { phase, seconds } => self.limits.set(*phase, *seconds),

            Event::Registered {
                registration,
                within_scope,
            } => self.queue.add(Arc::clone(registration), at, *within_scope),
            Event::QueueMoved { number, to } => self.queue.move_to(*number, *to),
            Event::StandingSet { number, standing } => {
                if let Some(person) = self.queue.person_mut(*number) {
                    person.standing = *standing;
                }
            }
            Event::PersonRefused {
                number,
                ground,
                article,
            } => {
                if let Some(person) = self.queue.person_mut(*number) {
                    person.standing = Standing::Refused;
                    person.refused = Some(Refused {
                        ground: ground.clone(),
                        article: article.clone(),
                        at,
                    });
                }
            }

            Event::PersonCorrected { number, details } => {
                self.queue.correct(*number, details, at);
            }

            Event::ItemRaised {
                item,
                by,
                text,
                topic,
                agency,
                opinion,
            } => {
                let turns = self.spoken_of_now(*item, *by);
                if let Raiser::Citizen(number) = by
                    && let Some(person) = self.queue.person_mut(*number)
                {
                    person.take_up(text, *opinion);
                }
                self.items.push(Item {
                    id: *item,
                    by: *by,
                    text: text.clone(),
                    topic: topic.clone(),
                    agency: agency.clone(),
                    opinion: *opinion,
                    round: self.round.number,
                    raised: at,
                    turns,
                    answer: None,
                    as_prepared: false,
                    within_scope: None,
                    class: None,
                    classed: Vec::new(),
                    answered: false,
                });
            }
            Event::ItemEdited { item, text } => {
                self.on_item(*item, |item| item.text.clone_from(text));
            }
            Event::ItemTopicSet { item, topic } => {
                self.on_item(*item, |item| item.topic.clone_from(topic));
            }
            Event::ItemLinked { item, opinion } => {
                self.on_item(*item, |item| item.opinion = *opinion);
            }
            Event::ItemMoved { item, to } => self.on_item(*item, |item| item.by = *to),
            Event::ItemSummarised { item, answer } => self.on_item(*item, |item| {
                item.answer = Some(answer.clone()).filter(|answer| !answer.is_empty());
                item.as_prepared = false;
            }),
            Event::AnsweredAsPrepared { item, answer } => self.on_item(*item, |item| {
                item.answer = Some(answer.clone());
                item.as_prepared = true;
            }),
            Event::ItemScoped { item, within_scope } => {
                self.on_item(*item, |item| item.within_scope = Some(*within_scope));
            }
            Event::ItemClassed { item, class } => self.on_item(*item, |item| {
                if item.class.is_some() {
                    item.classed.push((at, item.class.clone()));
                }
                item.class = Some(class.clone());
            }),
            Event::ItemReopened { item } => {
                let round = self.round.number;
                self.on_item(*item, |item| {
                    item.classed.push((at, item.class.take()));
                    item.answered = false;
                    item.round = round;
                });
            }
            Event::AgencyAdded { id, name } => self.agencies.push(Agency {
                id: id.clone(),
                name: name.clone(),
                spoken_for_by: None,
            }),

            Event::BreakBegan { planned } => self.rest(*planned, false, at),
            Event::Adjourned => self.rest(None, true, at),
            Event::BreakEnded => {
                if let Some(rest) = self.breaks.last_mut() {
                    rest.span.end(at);
                }
                if let Some(span) = self.agenda.present_span() {
                    span.resume(at);
                }
            }
            Event::TimeCorrected {
                segment,
                edge,
                by,
                reason,
            } => {
                if let Some(span) = self.span_mut(*segment) {
                    span.correct(Correction {
                        edge: *edge,
                        by: *by,
                        reason: reason.clone(),
                        at,
                    });
                }
            }

            Event::ChairReplaced {
                by,
                case,
                article,
                reason,
            } => self.chair_changes.push(ChairChange {
                by: by.clone(),
                case: case.clone(),
                article: article.clone(),
                reason: reason.clone(),
                at,
            }),
            Event::Noted { text, item, place } => self.notes.push(Note {
                text: text.clone(),
                item: *item,
                place: *place,
                at,
            }),
            Event::SubjectsSetAside { number, why } => {
                if let Some(person) = self.queue.person_mut(*number) {
                    person.set_aside = Some(SetAside {
                        why: why.clone(),
                        at,
                    });
                }
            }
            Event::AttendanceSet { who, presence } => {
                self.attendance.set(who.clone(), presence.clone());
            }
            Event::PeopleCounted { people } => self.attendance.people = *people,
            Event::ConclusionWorded { act, text } => {
                if text.is_empty() {
                    self.conclusion.remove(act);
                } else {
                    self.conclusion.insert(act.clone(), text.clone());
                }
            }
            Event::HallShown { message } => {
                self.message.clone_from(message);
                // The later act counts: a new message is seen though something else was pinned.
                if message.is_some() {
                    self.scene = None;
                }
            }
            Event::SceneSet { scene } => self.scene = *scene,
            Event::PageTurned { to } => self.page = Some(*to),
            Event::VenueLinked { venue, link } => {
                self.venue_changes.push(VenueChange {
                    venue: venue.clone(),
                    link: *link,
                    at,
                });
            }
            Event::StationShutOut { station } => {
                self.shut_out.insert(station.clone());
            }
            Event::StationLetIn { station } => {
                self.shut_out.remove(station);
            }
        }
    }

    fn give_floor(&mut self, turn: Turn) {
        for id in &turn.items {
            self.on_item(*id, |item| {
                item.turns.push(turn.id);
                // What was noted before its speaker was called belongs to the round in which they speak.
                if turn.phase == Phase::Speech && item.class.is_none() {
                    item.round = turn.round;
                }
            });
        }
        if let (Phase::Speech, Holder::Citizen(number)) = (turn.phase, &turn.holder)
            && let Some(person) = self.queue.person_mut(*number)
        {
            person.standing = Standing::Spoke;
        }
        self.turns.push(turn);
    }

    fn end_floor(&mut self, at: SessionTime) {
        let Some(turn) = self.turns.last_mut().filter(|turn| turn.ended.is_none()) else {
            return;
        };
        turn.ended = Some(at);
        if let Some(clock) = &mut turn.clock {
            clock.end(at);
        }
        if turn.phase == Phase::Answer {
            let items = turn.items.clone();
            for id in items {
                self.on_item(id, |item| item.answered = true);
            }
        }
    }

    /// The turn in which an item is being raised: that of its speaker, while they have the floor. It is then one of the
    /// items of that turn.
    fn spoken_of_now(&mut self, item: ItemId, by: Raiser) -> Vec<TurnId> {
        self.turns
            .last_mut()
            .filter(|turn| turn.ended.is_none())
            .filter(|turn| match (by, &turn.holder) {
                (Raiser::Citizen(number), Holder::Citizen(holder)) => *holder == number,
                (Raiser::Citizen(_) | Raiser::Collected(_), _) => false,
            })
            .map(|turn| {
                turn.items.push(item);
                turn.id
            })
            .into_iter()
            .collect()
    }

    fn on_floor(&mut self, change: impl FnOnce(&mut Turn)) {
        if let Some(turn) = self.turns.last_mut().filter(|turn| turn.ended.is_none()) {
            change(turn);
        }
    }

    fn on_clock(&mut self, change: impl FnOnce(&mut Span)) {
        self.on_floor(|turn| {
            if let Some(clock) = &mut turn.clock {
                change(clock);
            }
        });
    }

    fn on_item(&mut self, id: ItemId, change: impl FnOnce(&mut Item)) {
        let place = self.items.binary_search_by_key(&id, |item| item.id);
        if let Some(item) = place.ok().and_then(|place| self.items.get_mut(place)) {
            change(item);
        }
    }

    fn span_mut(&mut self, segment: SegmentId) -> Option<&mut Span> {
        let at = |index: u32| usize::try_from(index).unwrap_or(usize::MAX);
        match segment {
            SegmentId::Turn(id) => self
                .turns
                .iter_mut()
                .find(|turn| turn.id == id)?
                .clock
                .as_mut(),
            SegmentId::Visit(index) => self.agenda.span_mut(at(index)),
            SegmentId::Break(index) => self.breaks.get_mut(at(index)).map(|rest| &mut rest.span),
        }
    }
}
