//! What the desk says of an act: what was done and to whom, that it was taken back, or why it was not done.

mod opened;
mod refused;
mod registered;
mod several;
mod stations;

use super::phrases;
use super::words::DeskWords;
use crate::domain::format;
use crate::domain::i18n::Lang;
use crate::domain::regulation::{ClassKind, Phase};
use crate::domain::session::Session;
use crate::domain::session::event::Event;
use crate::domain::session::floor::Turn;
use crate::domain::session::plan::{Number, SpeakingMode};
use crate::domain::session::queue::Standing;
use crate::domain::session::scene::Scene;
use crate::domain::text;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;
use crate::tui::desk::words::NextMessage;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::words::PaneMessage;

pub use opened::{of_coming_back, of_nothing_to_open, of_troubles};
pub use refused::of_refusal;
use registered::registered;
use several::{imported, raised_many};
use stations::of_station_event;
pub use stations::{act_in_words, of_events, of_junk, of_record, of_request_refusal, of_taken};

/// The columns a text that was written is told in.
const EXCERPT: usize = 60;

/// What was done by the last act: to whom, and what came of it.
#[must_use]
pub fn of_success(session: &Session, words: &DeskWords, lang: Lang) -> Option<String> {
    let last = session.history().entries().last()?;
    of_record(&last.record, session, words, lang)
}

/// An act in a few words, by its most telling event. `turn` is the one that had the floor then.
#[must_use]
pub fn in_words(
    events: &[Event],
    turn: Option<&Turn>,
    session: &Session,
    words: &DeskWords,
    lang: Lang,
) -> Option<String> {
    let says = |event: &Event| event_in_words(event, turn, session, words, lang);
    let marked = events
        .iter()
        .filter(|event| matches!(event, Event::StandingSet { .. }))
        .count();
    if marked > 1 {
        return Some(words.flow[FlowMessage::DidNoTime].render(&[("count", &marked)]));
    }
    let attending = events
        .iter()
        .filter(|event| matches!(event, Event::AttendanceSet { .. }))
        .count();
    if attending > 1 {
        return Some(words.flow[FlowMessage::DidAttendanceMany].render(&[("count", &attending)]));
    }
    if let Some(told) = imported(events, words).or_else(|| raised_many(events, words)) {
        return Some(told);
    }
    if let [
        set @ Event::SceneSet { .. },
        cleared @ Event::HallShown { message: None },
    ] = events
    {
        return Some(format!("{} · {}", says(set)?, says(cleared)?));
    }
    let first = |telling: fn(&Event) -> bool| events.iter().find(|event| telling(event));
    let offers = first(|event| matches!(event, Event::FollowUpOffered)).is_some();
    first(|event| matches!(event, Event::FloorGiven { .. }))
        .or_else(|| first(|event| matches!(event, Event::ItemClassed { .. })))
        .or_else(|| first(|event| matches!(event, Event::Registered { .. })))
        .or_else(|| first(|event| matches!(event, Event::PersonRefused { .. })))
        // A break may end a turn, and is what was asked for.
        .or_else(|| first(|event| matches!(event, Event::BreakBegan { .. } | Event::Adjourned)))
        .or_else(|| first(|event| matches!(event, Event::StepEntered { .. })).filter(|_| !offers))
        .and_then(says)
        .or_else(|| events.iter().find_map(says))
}

/// One event in words; `None` for what only goes along with another.
#[expect(
    clippy::too_many_lines,
    reason = "one table, one short arm for each event"
)]
fn event_in_words(
    event: &Event,
    turn: Option<&Turn>,
    session: &Session,
    words: &DeskWords,
    lang: Lang,
) -> Option<String> {
    let flow = &words.flow;
    let regulation = session.regulation();
    let person = |number: Number| phrases::numbered_person(session, number, words);
    let excerpt = |text: &str| text::shorten(text, EXCERPT).into_owned();
    let on_floor = || {
        turn.map_or_else(String::new, |turn| {
            phrases::holder_name(session, &turn.holder, words)
        })
    };
    Some(match event {
        Event::Opened { .. }
        | Event::Resumed { .. }
        | Event::ClockCorrected { .. }
        | Event::RoundBegan { .. }
        | Event::FollowUpOffered
        | Event::Deviated { .. }
        // Which page it is now is told by whoever knows the pages.
        | Event::PageTurned { .. }
        | Event::Undone { .. }
        | Event::Redone { .. } => return None,
        Event::PlanReplaced { .. } | Event::OpinionAdded { .. } => {
            words.events.get(event.name())?.to_string()
        }
        Event::AwayJudged { went_on: true } => words.forms[FormMessage::WentOn].to_string(),
        Event::AwayJudged { went_on: false } => words.forms[FormMessage::StoodStill].to_string(),
        Event::StepEntered { step } => {
            let number = regulation.position(step).map_or(0, |at| at + 1);
            let title = regulation.step(step)?.name().in_lang(lang);
            flow[FlowMessage::DidEnterStep].render(&[("number", &number), ("step", &title)])
        }
        Event::ActTicked { step, act } => {
            let acts = &regulation.step(step)?.acts;
            let act = acts.iter().find(|known| &known.id == act)?;
            words.next[NextMessage::Tick].render(&[("act", &act.title.in_lang(lang))])
        }
        Event::TakingSet { taking } => match taking {
            SpeakingMode::OneByOne => words.forms[FormMessage::OneByOne].to_string(),
            SpeakingMode::InBatches(size) => {
                words.forms[FormMessage::Batch].render(&[("size", size)])
            }
        },
        Event::SpeechesHeld => words.next[NextMessage::HoldSpeeches].to_string(),
        Event::Closed => words.panes[PaneMessage::Closed].to_string(),
        Event::FloorGiven {
            phase,
            holder,
            items,
            ..
        } => {
            let name = phrases::holder_name(session, holder, words);
            let items = phrases::item_numbers(items);
            match (phase, holder) {
                (Phase::Speech, crate::domain::session::floor::Holder::Citizen(number)) => {
                    flow[FlowMessage::DidCall].render(&[("number", &number.0), ("name", &name)])
                }
                (Phase::Speech | Phase::Answer, _) => {
                    flow[FlowMessage::DidAskAnswer].render(&[("name", &name), ("items", &items)])
                }
                (Phase::Exchange, _) => {
                    flow[FlowMessage::DidFollowUp].render(&[("name", &name), ("items", &items)])
                }
            }
        }
        Event::ClockStarted => words.next[NextMessage::StartClock].render(&[("name", &on_floor())]),
        Event::ClockPaused => flow[FlowMessage::DidPause].render(&[("name", &on_floor())]),
        Event::ClockResumed => {
            words.next[NextMessage::ResumeClock].render(&[("name", &on_floor())])
        }
        Event::FloorEnded => floor_ended(turn?, session, words),
        Event::LimitSet { limit, .. } => flow[FlowMessage::DidSetLimit].render(&[
            ("name", &on_floor()),
            (
                "limit",
                &limit.map_or_else(|| flow[FlowMessage::NoLimit].to_string(), format::duration),
            ),
        ]),
        Event::LimitForRestSet { phase, seconds } => {
            let limit = seconds.map_or_else(
                || flow[FlowMessage::NoLimit].to_string(),
                |seconds| {
                    format::duration(crate::domain::time::Millis::of_seconds(u64::from(seconds)))
                },
            );
            let phase = match phase {
                Phase::Speech => &words.forms[FormMessage::PhaseSpeech],
                Phase::Answer => &words.forms[FormMessage::PhaseAnswer],
                Phase::Exchange => &words.forms[FormMessage::PhaseFollowUp],
            };
            flow[FlowMessage::DidSetRest].render(&[("phase", phase), ("limit", &limit)])
        }
        Event::Registered { registration, .. } => {
            let said = [NoticeMessage::Registered, NoticeMessage::Namesake];
            registered(registration, session, said.map(|said| &words.notices[said]))
        }
        Event::QueueMoved { number, to } => {
            flow[FlowMessage::DidMove].render(&[("person", &person(*number)), ("place", &(to + 1))])
        }
        Event::StandingSet { number, standing } => {
            let sentence = match standing {
                Standing::Waiting => &flow[FlowMessage::DidWaitAgain],
                Standing::Spoke
                | Standing::Absent
                | Standing::Withdrew
                | Standing::WrittenSlip
                | Standing::NoTimeLeft
                | Standing::Refused => &flow[FlowMessage::DidMark],
            };
            sentence.render(&[
                ("standing", phrases::standing_word(*standing, words)),
                ("person", &person(*number)),
            ])
        }
        Event::PersonRefused {
            number, article, ..
        } => flow[FlowMessage::DidRefuse]
            .render(&[("person", &person(*number)), ("article", &article.in_lang(lang))]),
        Event::PersonCorrected { number, .. } => {
            flow[FlowMessage::DidCorrect].render(&[("person", &person(*number))])
        }
        Event::ItemRaised { item, by, .. } => flow[FlowMessage::DidRaise].render(&[
            ("item", &item.0),
            ("name", &phrases::raiser_name(session, *by)),
        ]),
        Event::ItemEdited { item, text } if text.trim().is_empty() => {
            flow[FlowMessage::DidEmptyItem].render(&[("item", &item.0)])
        }
        Event::ItemEdited { item, text } => {
            flow[FlowMessage::DidEditItem].render(&[("item", &item.0), ("text", &excerpt(text))])
        }
        Event::ItemTopicSet {
            item,
            topic: Some(topic),
        } => flow[FlowMessage::DidSetTopic].render(&[("item", &item.0), ("topic", topic)]),
        Event::ItemTopicSet { item, topic: None } => {
            flow[FlowMessage::DidDropTopic].render(&[("item", &item.0)])
        }
        Event::ItemLinked {
            item,
            opinion: Some(opinion),
        } => flow[FlowMessage::DidLink].render(&[("item", &item.0), ("opinion", &opinion.0)]),
        Event::ItemLinked {
            item,
            opinion: None,
        } => flow[FlowMessage::DidUnlink].render(&[("item", &item.0)]),
        Event::ItemMoved { item, to } => flow[FlowMessage::DidMoveItem].render(&[
            ("item", &item.0),
            ("name", &phrases::raiser_name(session, *to)),
        ]),
        Event::ItemSummarised { item, answer } if answer.trim().is_empty() => {
            flow[FlowMessage::DidDropAnswer].render(&[("item", &item.0)])
        }
        Event::ItemSummarised { item, answer } => {
            flow[FlowMessage::DidAnswer].render(&[("item", &item.0), ("text", &excerpt(answer))])
        }
        Event::AnsweredAsPrepared { item, .. } => {
            let known = session.state().item(*item);
            let by =
                known.map_or_else(String::new, |known| phrases::raiser_name(session, known.by));
            flow[FlowMessage::DidAnswerAsPrepared].render(&[("item", &item.0), ("name", &by)])
        }
        Event::ItemScoped { item, within_scope } => {
            let sentence = if *within_scope {
                &flow[FlowMessage::DidScopeIn]
            } else {
                &flow[FlowMessage::DidScopeOut]
            };
            sentence.render(&[("item", &item.0)])
        }
        Event::SubjectsSetAside { number, .. } => {
            flow[FlowMessage::DidSetAside].render(&[("person", &person(*number))])
        }
        Event::AttendanceSet { who, presence } => flow[FlowMessage::DidAttendance].render(&[
            ("name", &phrases::attendee_name(session, who)),
            (
                "presence",
                &phrases::presence_in_words(presence.as_ref(), words),
            ),
        ]),
        Event::PeopleCounted { people } => {
            let count = people.map_or_else(
                || flow[FlowMessage::NotCountedYet].to_string(),
                |people| people.to_string(),
            );
            flow[FlowMessage::DidCountPeople].render(&[("count", &count)])
        }
        Event::ItemClassed { item, class } => {
            let known = session.state().item(*item);
            let by =
                known.map_or_else(String::new, |known| phrases::raiser_name(session, known.by));
            flow[FlowMessage::DidClass].render(&[
                ("item", &item.0),
                ("class", phrases::class_word(Some(class), words)),
                ("name", &by),
            ])
        }
        Event::ItemReopened { item } => flow[FlowMessage::DidReopen].render(&[("item", &item.0)]),
        Event::AgencyAdded { name, .. } => {
            flow[FlowMessage::DidAddAgency].render(&[("name", name)])
        }
        Event::BreakBegan { planned } => {
            let planned = planned.map_or_else(String::new, format::duration);
            flow[FlowMessage::DidBeginBreak].render(&[("planned", &planned)])
        }
        Event::Adjourned => words
            .events
            .get("Adjourned")
            .map_or_else(String::new, ToString::to_string),
        Event::BreakEnded => {
            let last = session.state().breaks.last();
            if last.is_some_and(|rest| rest.adjourned) {
                words.next[NextMessage::Reconvene].to_string()
            } else {
                words.next[NextMessage::EndBreak].to_string()
            }
        }
        Event::TimeCorrected { .. } => words.notices[NoticeMessage::TimeCorrected].to_string(),
        Event::ChairReplaced { by, .. } => {
            words.notices[NoticeMessage::ChairReplaced].render(&[("name", &by.called())])
        }
        Event::Noted { text, .. } => flow[FlowMessage::DidNote].render(&[("text", &excerpt(text))]),
        Event::ConclusionWorded { text, .. } if text.trim().is_empty() => {
            flow[FlowMessage::DidDropConclusion].to_string()
        }
        Event::ConclusionWorded { text, .. } => {
            flow[FlowMessage::DidConclude].render(&[("text", &excerpt(text))])
        }
        Event::HallShown {
            message: Some(message),
        } => flow[FlowMessage::DidShowHall].render(&[("text", &excerpt(message))]),
        Event::HallShown { message: None } => flow[FlowMessage::DidClearHall].to_string(),
        Event::SceneSet { scene } => {
            flow[FlowMessage::DidSetScene].render(&[("scene", scene_in_words(*scene, words))])
        }
        Event::VenueLinked { .. }
        | Event::StationShutOut { .. }
        | Event::StationLetIn { .. } => return of_station_event(event, words),
    })
}

/// Who finished, about what, and how long it took.
fn floor_ended(turn: &Turn, session: &Session, words: &DeskWords) -> String {
    let name = phrases::holder_name(session, &turn.holder, words);
    let sentence = match turn.phase {
        Phase::Speech => &words.next[NextMessage::EndSpeech],
        Phase::Answer => &words.next[NextMessage::EndAnswer],
        Phase::Exchange => &words.next[NextMessage::EndFollowUp],
    };
    let ended = sentence.render(&[("name", &name)]);
    let lasted = turn.ended.map(|ended| format::duration(turn.lasted(ended)));
    match lasted {
        Some(lasted) => format!("{ended} · {lasted}"),
        None => ended,
    }
}

fn scene_in_words(scene: Option<Scene>, words: &DeskWords) -> &crate::domain::i18n::Message {
    let forms = &words.forms;
    match scene {
        None => &forms[FormMessage::SceneFollow],
        Some(Scene::Blank) => &forms[FormMessage::SceneBlank],
        Some(Scene::Dark) => &forms[FormMessage::SceneDark],
        Some(Scene::Agenda) => &forms[FormMessage::SceneAgenda],
        Some(Scene::Floor) => &forms[FormMessage::SceneFloor],
        Some(Scene::Conclusion(None)) => &forms[FormMessage::SceneConclusion],
        Some(Scene::Conclusion(Some(ClassKind::AnsweredNow))) => &forms[FormMessage::SceneNow],
        Some(Scene::Conclusion(Some(ClassKind::VerifyLater))) => &forms[FormMessage::SceneLater],
        Some(Scene::Conclusion(Some(ClassKind::ReportUpward))) => &forms[FormMessage::SceneUpward],
    }
}
