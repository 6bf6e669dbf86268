//! What the desk says of an act: what was done and to whom, that it was taken back, or why it was not done.

use super::dialog::kind::DialogKind;
use super::phrases;
use super::words::Words;
use crate::domain::format;
use crate::domain::i18n::Lang;
use crate::domain::regulation::{ClassKind, Phase};
use crate::domain::session::Session;
use crate::domain::session::event::Event;
use crate::domain::session::plan::{Number, SpeakingMode};
use crate::domain::session::queue::Standing;
use crate::domain::session::rejection::Rejection;
use crate::domain::session::scene::Scene;
use crate::domain::text;

/// The columns a text that was written is told in.
const EXCERPT: usize = 60;

/// What was done by the last act: to whom, and what came of it.
#[must_use]
pub fn of_success(session: &Session, words: &Words, lang: Lang) -> Option<String> {
    let last = session.history().entries().last()?;
    let first = last.record.events.first()?;
    let (sentence, act) = if let Event::Undone { act } = first {
        (&words.notices.undone, act)
    } else if let Event::Redone { act } = first {
        (&words.notices.redone, act)
    } else {
        return in_words(&last.record.events, session, words, lang);
    };
    let events = &session.history().entry(*act)?.record.events;
    let what = in_words(events, session, words, lang).unwrap_or_default();
    Some(sentence.render(&[("act", &what)]))
}

/// An act in a few words, by its most telling event.
#[must_use]
pub fn in_words(events: &[Event], session: &Session, words: &Words, lang: Lang) -> Option<String> {
    let says = |event: &Event| event_in_words(event, session, words, lang);
    let marked = events
        .iter()
        .filter(|event| matches!(event, Event::StandingSet { .. }))
        .count();
    if marked > 1 {
        return Some(words.flow.did_no_time.render(&[("count", &marked)]));
    }
    let attending = events
        .iter()
        .filter(|event| matches!(event, Event::AttendanceSet { .. }))
        .count();
    if attending > 1 {
        return Some(
            words
                .flow
                .did_attendance_many
                .render(&[("count", &attending)]),
        );
    }
    let first = |telling: fn(&Event) -> bool| events.iter().find(|event| telling(event));
    let offers = first(|event| matches!(event, Event::FollowUpOffered)).is_some();
    first(|event| matches!(event, Event::FloorGiven { .. }))
        .or_else(|| first(|event| matches!(event, Event::ItemClassed { .. })))
        .or_else(|| first(|event| matches!(event, Event::Registered { .. })))
        .or_else(|| first(|event| matches!(event, Event::PersonRefused { .. })))
        .or_else(|| first(|event| matches!(event, Event::StepEntered { .. })).filter(|_| !offers))
        .and_then(says)
        .or_else(|| events.iter().find_map(says))
}

/// One event in words; `None` for what only goes along with another.
#[expect(
    clippy::too_many_lines,
    reason = "one table, one short arm for each event"
)]
fn event_in_words(event: &Event, session: &Session, words: &Words, lang: Lang) -> Option<String> {
    let flow = &words.flow;
    let regulation = session.regulation();
    let person = |number: Number| phrases::numbered_person(session, number, words);
    let excerpt = |text: &str| text::shorten(text, EXCERPT).into_owned();
    let on_floor = || {
        session
            .state()
            .turns
            .last()
            .map_or_else(String::new, |turn| {
                phrases::holder_name(session, &turn.holder, words)
            })
    };
    Some(match event {
        Event::Opened { .. }
        | Event::Resumed { .. }
        | Event::RoundBegan { .. }
        | Event::FollowUpOffered
        | Event::Deviated { .. }
        | Event::Undone { .. }
        | Event::Redone { .. } => return None,
        Event::AwayJudged { went_on: true } => words.forms.went_on.to_string(),
        Event::AwayJudged { went_on: false } => words.forms.stood_still.to_string(),
        Event::StepEntered { step } => {
            let number = regulation.position(step).map_or(0, |at| at + 1);
            let title = regulation.step(step)?.name().in_lang(lang);
            let entered = flow
                .did_enter_step
                .render(&[("number", &number), ("step", &title)]);
            std::iter::once(entered)
                .chain(phrases::left_before_conclusion(session, step, words))
                .collect::<Vec<_>>()
                .join(" · ")
        }
        Event::ActTicked { step, act } => {
            let acts = &regulation.step(step)?.acts;
            let act = acts.iter().find(|known| &known.id == act)?;
            words.next.tick.render(&[("act", &act.title.in_lang(lang))])
        }
        Event::TakingSet { taking } => match taking {
            SpeakingMode::OneByOne => words.forms.one_by_one.to_string(),
            SpeakingMode::InBatches(size) => words.forms.batch.render(&[("size", size)]),
        },
        Event::SpeechesHeld => words.next.hold_speeches.to_string(),
        Event::Closed => words.panes.closed.to_string(),
        Event::FloorGiven {
            phase,
            holder,
            items,
            ..
        } => {
            let name = phrases::holder_name(session, holder, words);
            let items = phrases::item_numbers(items);
            match (phase, holder) {
                (Phase::Speech, crate::domain::session::floor::Holder::Citizen(number)) => flow
                    .did_call
                    .render(&[("number", &number.0), ("name", &name)]),
                (Phase::Speech | Phase::Answer, _) => flow
                    .did_ask_answer
                    .render(&[("name", &name), ("items", &items)]),
                (Phase::FollowUp, _) => flow
                    .did_follow_up
                    .render(&[("name", &name), ("items", &items)]),
            }
        }
        Event::ClockStarted => words.next.start_clock.render(&[("name", &on_floor())]),
        Event::ClockPaused => flow.did_pause.render(&[("name", &on_floor())]),
        Event::ClockResumed => words.next.resume_clock.render(&[("name", &on_floor())]),
        Event::FloorEnded => floor_ended(session, words)?,
        Event::LimitSet { limit, .. } => flow.did_set_limit.render(&[
            ("name", &on_floor()),
            (
                "limit",
                &limit.map_or_else(|| flow.no_limit.to_string(), format::duration),
            ),
        ]),
        Event::LimitForRestSet { phase, seconds } => {
            let limit = seconds.map_or_else(
                || flow.no_limit.to_string(),
                |seconds| {
                    format::duration(crate::domain::time::Millis::of_seconds(u64::from(seconds)))
                },
            );
            let phase = match phase {
                Phase::Speech => &words.forms.phase_speech,
                Phase::Answer => &words.forms.phase_answer,
                Phase::FollowUp => &words.forms.phase_follow_up,
            };
            flow.did_set_rest
                .render(&[("phase", phase), ("limit", &limit)])
        }
        Event::Registered { registration, .. } => registered(registration, session, words),
        Event::QueueMoved { number, to } => flow
            .did_move
            .render(&[("person", &person(*number)), ("place", &(to + 1))]),
        Event::StandingSet { number, standing } => {
            let sentence = match standing {
                Standing::Waiting => &flow.did_wait_again,
                Standing::Spoke
                | Standing::Absent
                | Standing::Withdrew
                | Standing::WrittenSlip
                | Standing::NoTimeLeft
                | Standing::Refused => &flow.did_mark,
            };
            sentence.render(&[
                ("standing", phrases::standing_word(*standing, words)),
                ("person", &person(*number)),
            ])
        }
        Event::PersonRefused {
            number, article, ..
        } => flow
            .did_refuse
            .render(&[("person", &person(*number)), ("article", article)]),
        Event::PersonCorrected { number, .. } => {
            flow.did_correct.render(&[("person", &person(*number))])
        }
        Event::ItemRaised { item, by, .. } => flow.did_raise.render(&[
            ("item", &item.0),
            ("name", &phrases::raiser_name(session, *by)),
        ]),
        Event::ItemEdited { item, text } if text.trim().is_empty() => {
            flow.did_empty_item.render(&[("item", &item.0)])
        }
        Event::ItemEdited { item, text } => flow
            .did_edit_item
            .render(&[("item", &item.0), ("text", &excerpt(text))]),
        Event::ItemTopicSet {
            item,
            topic: Some(topic),
        } => flow
            .did_set_topic
            .render(&[("item", &item.0), ("topic", topic)]),
        Event::ItemTopicSet { item, topic: None } => {
            flow.did_drop_topic.render(&[("item", &item.0)])
        }
        Event::ItemLinked {
            item,
            opinion: Some(opinion),
        } => flow
            .did_link
            .render(&[("item", &item.0), ("opinion", &opinion.0)]),
        Event::ItemLinked {
            item,
            opinion: None,
        } => flow.did_unlink.render(&[("item", &item.0)]),
        Event::ItemMoved { item, to } => flow.did_move_item.render(&[
            ("item", &item.0),
            ("name", &phrases::raiser_name(session, *to)),
        ]),
        Event::ItemSummarised { item, answer } if answer.trim().is_empty() => {
            flow.did_drop_answer.render(&[("item", &item.0)])
        }
        Event::ItemSummarised { item, answer } => flow
            .did_answer
            .render(&[("item", &item.0), ("text", &excerpt(answer))]),
        Event::AnsweredAsPrepared { item, .. } => {
            flow.did_answer_as_prepared.render(&[("item", &item.0)])
        }
        Event::ItemScoped { item, within_scope } => {
            let sentence = if *within_scope {
                &flow.did_scope_in
            } else {
                &flow.did_scope_out
            };
            sentence.render(&[("item", &item.0)])
        }
        Event::SubjectsSetAside { number, .. } => {
            flow.did_set_aside.render(&[("person", &person(*number))])
        }
        Event::AttendanceSet { who, presence } => flow.did_attendance.render(&[
            ("name", &phrases::attendee_name(session, who)),
            (
                "presence",
                &phrases::presence_in_words(presence.as_ref(), words),
            ),
        ]),
        Event::PeopleCounted { people } => {
            let count = people.map_or_else(
                || flow.not_counted_yet.to_string(),
                |people| people.to_string(),
            );
            flow.did_count_people.render(&[("count", &count)])
        }
        Event::ItemClassed { item, class } => {
            let known = session.state().item(*item);
            let by =
                known.map_or_else(String::new, |known| phrases::raiser_name(session, known.by));
            flow.did_class.render(&[
                ("item", &item.0),
                ("class", phrases::class_word(Some(class), words)),
                ("name", &by),
            ])
        }
        Event::ItemReopened { item } => flow.did_reopen.render(&[("item", &item.0)]),
        Event::AgencyAdded { name, .. } => flow.did_add_agency.render(&[("name", name)]),
        Event::BreakBegan { planned } => {
            let planned = planned.map_or_else(String::new, format::duration);
            flow.did_begin_break.render(&[("planned", &planned)])
        }
        Event::BreakEnded => words.next.end_break.to_string(),
        Event::TimeCorrected { .. } => words.notices.time_corrected.to_string(),
        Event::ChairReplaced { by, .. } => words
            .notices
            .chair_replaced
            .render(&[("name", &by.called())]),
        Event::Noted { text, .. } => flow.did_note.render(&[("text", &excerpt(text))]),
        Event::ConclusionWorded { text, .. } if text.trim().is_empty() => {
            flow.did_drop_conclusion.to_string()
        }
        Event::ConclusionWorded { text, .. } => {
            flow.did_conclude.render(&[("text", &excerpt(text))])
        }
        Event::HallShown {
            message: Some(message),
        } => flow.did_show_hall.render(&[("text", &excerpt(message))]),
        Event::HallShown { message: None } => flow.did_clear_hall.to_string(),
        Event::SceneSet { scene } => flow
            .did_set_scene
            .render(&[("scene", scene_in_words(*scene, words))]),
    })
}

/// Who finished, about what, and how long it took.
fn floor_ended(session: &Session, words: &Words) -> Option<String> {
    let turn = session.state().turns.last()?;
    let name = phrases::holder_name(session, &turn.holder, words);
    let sentence = match turn.phase {
        Phase::Speech => &words.next.end_speech,
        Phase::Answer => &words.next.end_answer,
        Phase::FollowUp => &words.next.end_follow_up,
    };
    let ended = sentence.render(&[("name", &name)]);
    let lasted = turn.ended.map(|ended| format::duration(turn.lasted(ended)));
    Some(match lasted {
        Some(lasted) => format!("{ended} · {lasted}"),
        None => ended,
    })
}

fn registered(
    registration: &crate::domain::session::plan::Registration,
    session: &Session,
    words: &Words,
) -> String {
    let says = &words.notices;
    let (number, name) = (registration.number.0, registration.called());
    let people = session.state().queue.people().iter();
    let namesake = people
        .map(|person| &person.registration)
        .find(|other| other.name == registration.name && other.number.0 != number);
    match namesake {
        Some(other) => says.namesake.render(&[
            ("number", &number),
            ("name", &name),
            ("other", &other.number.0),
        ]),
        None => says
            .registered
            .render(&[("number", &number), ("name", &name)]),
    }
}

fn scene_in_words(scene: Option<Scene>, words: &Words) -> &crate::domain::i18n::Message {
    let forms = &words.forms;
    match scene {
        None => &forms.scene_follow,
        Some(Scene::Blank) => &forms.scene_blank,
        Some(Scene::Agenda) => &forms.scene_agenda,
        Some(Scene::Floor) => &forms.scene_floor,
        Some(Scene::Conclusion(None)) => &forms.scene_conclusion,
        Some(Scene::Conclusion(Some(ClassKind::AnsweredNow))) => &forms.scene_now,
        Some(Scene::Conclusion(Some(ClassKind::VerifyLater))) => &forms.scene_later,
        Some(Scene::Conclusion(Some(ClassKind::ReportUpward))) => &forms.scene_upward,
    }
}

/// Right after the program came back into a running session: when it was away.
#[must_use]
pub fn of_coming_back(session: &Session, words: &Words) -> Option<String> {
    let last = session.history().entries().last()?;
    let came_back = matches!(last.record.events.as_slice(), [Event::Resumed { .. }]);
    let state = session.state();
    let away = state.aways.last().filter(|away| away.to == last.at)?;
    came_back.then(|| phrases::absence(away, words))
}

/// That files of the user's own cannot be used, with every fault, while there is still time to mend them.
#[must_use]
pub fn of_troubles(troubles: &[String], words: &Words) -> Option<String> {
    let told = words
        .notices
        .not_counted
        .render(&[("faults", &troubles.join("  ·  "))]);
    (!troubles.is_empty()).then_some(told)
}

/// What is said when a dialog would have nothing in it.
#[must_use]
pub fn of_nothing_to_open(kind: &DialogKind, words: &Words) -> Option<String> {
    let says = &words.notices;
    let sentence = if matches!(kind, DialogKind::Gate) {
        &says.nothing_missing
    } else if matches!(kind, DialogKind::Opinion(_)) {
        &says.no_opinions
    } else if matches!(kind, DialogKind::ConclusionGroups) {
        &says.no_conclusion_words
    } else if matches!(kind, DialogKind::FollowUpBy) {
        &says.nobody_spoke
    } else if matches!(kind, DialogKind::Grounds(_)) {
        &words.refusals.no_grounds
    } else if matches!(kind, DialogKind::Deadlines) {
        &says.no_deadlines
    } else {
        return None;
    };
    Some(sentence.to_string())
}

/// Why a command was not carried out.
#[must_use]
pub fn of_refusal(refusal: &Rejection, session: &Session, words: &Words) -> String {
    let says = &words.refusals;
    match refusal {
        Rejection::Closed => says.closed.to_string(),
        Rejection::NotBegun => says.not_begun.to_string(),
        Rejection::FloorTaken { by } => says
            .floor_taken
            .render(&[("name", &phrases::holder_name(session, by, words))]),
        Rejection::FloorFree => says.floor_free.to_string(),
        Rejection::ClockRuns => says.clock_runs.to_string(),
        Rejection::ClockStands => says.clock_stands.to_string(),
        Rejection::InBreak => says.in_break.to_string(),
        Rejection::NotInBreak => says.not_in_break.to_string(),
        Rejection::NoSuchPhase(_) => says.no_such_phase.to_string(),
        Rejection::AlreadyTicked(_) => says.already_ticked.to_string(),
        Rejection::NotWaiting(number) => says.not_waiting.render(&[("number", &number.0)]),
        Rejection::AlreadySpoke(number) => says.already_spoke.render(&[("number", &number.0)]),
        Rejection::HasTheFloor(number) => says.has_the_floor.render(&[("number", &number.0)]),
        Rejection::NobodyWaits => says.nobody_waits.to_string(),
        Rejection::OpinionTakenUp(opinion) => {
            says.opinion_taken_up.render(&[("number", &opinion.0)])
        }
        Rejection::NothingPrepared(item) => says.nothing_prepared.render(&[("item", &item.0)]),
        Rejection::NothingAnnounced(number) => {
            says.nothing_announced.render(&[("number", &number.0)])
        }
        Rejection::NoGrounds => says.no_grounds.to_string(),
        Rejection::EmptyText => says.empty_text.to_string(),
        Rejection::NoLimit => says.no_limit.to_string(),
        Rejection::NotClassed(item) => says.not_classed.render(&[("item", &item.0)]),
        Rejection::TimesOutOfOrder => says.times_out_of_order.to_string(),
        Rejection::NotAway => says.not_away.to_string(),
        Rejection::DayIsPast(day) => words
            .flow
            .day_refused
            .render(&[("date", &format::date(*day))]),
        Rejection::SameAsBefore => says.same_as_before.to_string(),
        Rejection::NothingToUndo => says.nothing_to_undo.to_string(),
        Rejection::NothingToRedo => says.nothing_to_redo.to_string(),
        Rejection::AgencyKnown(_) => says.agency_known.to_string(),
        Rejection::NoSuchStep(_)
        | Rejection::NoSuchAct(_)
        | Rejection::NoSuchPerson(_)
        | Rejection::NoSuchItem(_)
        | Rejection::NoSuchTurn(_)
        | Rejection::NoSuchBreakOrVisit
        | Rejection::NoSuchAgency(_)
        | Rejection::NoSuchOpinion(_)
        | Rejection::NoSuchGround(_)
        | Rejection::NoSuchAttendee(_)
        | Rejection::NoSuchCase(_) => says.unknown.to_string(),
        // These three open a dialog instead.
        Rejection::NeedsReason(_) | Rejection::NeedsScope | Rejection::GateShut(_) => {
            says.needs_more.to_string()
        }
    }
}
