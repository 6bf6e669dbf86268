//! What a station shows: one list that fits its work, what it sent and what became of it, and the keys. Data first, then
//! cells.

mod draw;
mod sent_lines;

use ratatui::layout::Rect;

pub use draw::draw;
pub use sent_lines::command_in_words;
use sent_lines::sent_line;

use super::sent::SentRequest;
use super::words::{StationScreenMessage, StationScreenWords};
use crate::domain::format;
use crate::domain::i18n::Lang;
use crate::domain::request::StationKind;
use crate::domain::session::Session;
use crate::domain::session::event::StationId;
use crate::domain::time::{SessionTime, Wall};
use crate::store::inbox::DeskSign;
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::{KEYS, Key, Mode, key_for};
use crate::tui::desk::station_name::station_name;
use crate::tui::desk::view::footer::{self, BottomView};
use crate::tui::desk::view::items::{self, ItemsView};
use crate::tui::desk::view::overlay::{self, OverlayView};
use crate::tui::desk::view::queue::{self, QueueView};
use crate::tui::desk::words::{DeskWords, HeaderMessage};
use crate::tui::desk::{Desk, phrases};

/// What the screen is made from.
pub struct StationParts<'a> {
    /// The session and where it stands in its time, once there is one.
    pub live: Option<(&'a Session, SessionTime)>,
    pub desk: &'a Desk,
    pub sent: &'a [SentRequest],
    pub kind: StationKind,
    pub words: &'a StationScreenWords,
    pub lang: Lang,
}

/// How the station stands.
pub struct StationStanding<'a> {
    pub name: &'a str,
    pub station: Option<&'a StationId>,
    pub desk: DeskSign,
    pub unreachable: Option<&'a str>,
    /// The journal can be read up to a damage only.
    pub damaged: bool,
    pub now: Wall,
}

/// Everything a station shows.
#[derive(Debug, Clone, PartialEq)]
pub struct StationView {
    pub title: String,
    pub station: String,
    pub clock: String,
    /// What there is to know, and whether it warns.
    pub state: (String, bool),
    pub facts: Vec<String>,
    pub list: Option<StationList>,
    pub sent_title: String,
    /// The latest first.
    pub sent: Vec<SentLine>,
    pub nothing_sent: String,
    pub written_title: String,
    /// At the secretary's: notes and conclusion words, the latest first.
    pub written: Vec<String>,
    pub bottom: BottomView,
    pub overlay: Option<OverlayView>,
}

/// The list that fits the work.
#[derive(Debug, Clone, PartialEq)]
pub enum StationList {
    People(QueueView),
    Items(ItemsView),
}

/// A request in the list of those that were sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentLine {
    pub time: String,
    pub what: String,
    pub state: String,
    pub tone: SentTone,
    /// What the desk answered, where that is more than that it was taken.
    pub answer: Option<String>,
}

/// How a line is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentTone {
    Waiting,
    Taken,
    Refused,
}

/// The keys of a kind of station.
#[must_use]
pub const fn mode_of(kind: StationKind) -> Mode {
    match kind {
        StationKind::Registration | StationKind::Venue => Mode::Registration,
        StationKind::Secretary => Mode::Secretary,
    }
}

/// Whether a key leaves the station while there is no session to do anything with.
#[must_use]
pub fn leaves(key: crossterm::event::KeyEvent) -> bool {
    let quits = |binding: &&crate::tui::desk::keymap::Binding| {
        binding.mode == Mode::Registration && binding.action == Action::Quit
    };
    let escapes = key.code == crossterm::event::KeyCode::Esc;
    let pressed = Key {
        code: key.code,
        modifiers: key.modifiers,
    };
    escapes
        || KEYS
            .iter()
            .filter(quits)
            .any(|binding| binding.key == pressed)
}

/// The screen's data.
#[must_use]
pub fn view(parts: &StationParts<'_>, standing: &StationStanding<'_>, area: Rect) -> StationView {
    let (words, desk) = (parts.words, parts.desk);
    let station = standing.station.map_or_else(
        || station_name(&parts.kind.station(None), &desk.words),
        |station| station_name(station, &desk.words),
    );
    let title = parts.live.map_or_else(
        || words[StationScreenMessage::WaitingForSession].render(&[("name", &standing.name)]),
        |(session, _)| title(session, &desk.words),
    );
    let rows = usize::from(area.height);
    StationView {
        title,
        station,
        clock: format::time(standing.now),
        state: state(parts, standing),
        facts: parts
            .live
            .map_or_else(Vec::new, |(session, _)| facts(session, parts)),
        list: parts.live.map(|(session, now)| match parts.kind {
            StationKind::Secretary => StationList::Items(items_of(session, desk, rows)),
            StationKind::Registration | StationKind::Venue => StationList::People(QueueView {
                share: None,
                ..queue::view(session, desk, now, rows)
            }),
        }),
        sent_title: words[StationScreenMessage::SentTitle].to_string(),
        sent: parts
            .sent
            .iter()
            .rev()
            .take(rows)
            .map(|sent| sent_line(sent, parts, standing.desk))
            .collect(),
        nothing_sent: words[StationScreenMessage::NothingSent].to_string(),
        written_title: words[StationScreenMessage::WrittenTitle].to_string(),
        written: parts
            .live
            .filter(|_| parts.kind == StationKind::Secretary)
            .map_or_else(Vec::new, |(session, _)| written(session, parts)),
        bottom: bottom(parts, standing),
        overlay: parts
            .live
            .and_then(|(session, now)| overlay::view(session, desk, now, rows)),
    }
}

fn title(session: &Session, words: &DeskWords) -> String {
    let plan = session.plan();
    if plan.fictional {
        return format!(
            "{} · {}",
            words.header[HeaderMessage::Fictional],
            plan.title
        );
    }
    plan.title.clone()
}

fn items_of(session: &Session, desk: &Desk, rows: usize) -> ItemsView {
    let mut view = items::view(session, desk, rows);
    // The desk classes; nothing is asked here.
    for item in &mut view.items {
        item.asked = false;
    }
    view
}

/// Whether what is sent is taken now.
fn state(parts: &StationParts<'_>, standing: &StationStanding<'_>) -> (String, bool) {
    let words = parts.words;
    let is_shut_out = parts.live.is_some_and(|(session, _)| {
        standing
            .station
            .is_some_and(|station| session.state().shut_out.contains(station))
    });
    if let Some(cause) = standing.unreachable {
        let text = words[StationScreenMessage::Unreachable].render(&[("cause", &cause)]);
        return (text, true);
    }
    let whole = |message: StationScreenMessage| words[message].to_string();
    if standing.damaged {
        (whole(StationScreenMessage::Damaged), true)
    } else if is_shut_out {
        (whole(StationScreenMessage::ShutOut), true)
    } else if parts.live.is_none() {
        (String::new(), false)
    } else {
        match standing.desk {
            DeskSign::Runs => (whole(StationScreenMessage::DeskRuns), false),
            DeskSign::Silent => (whole(StationScreenMessage::DeskSilent), true),
            DeskSign::Unheard => (whole(StationScreenMessage::DeskUnheard), true),
        }
    }
}

fn facts(session: &Session, parts: &StationParts<'_>) -> Vec<String> {
    let words = parts.words;
    let state = session.state();
    let mut facts = Vec::new();
    if parts.kind != StationKind::Secretary {
        let next = state.queue.next_number();
        facts.push(words[StationScreenMessage::NextNumber].render(&[("number", &next.0)]));
    }
    if let Some(turn) = state.floor() {
        let name = phrases::holder_name(session, &turn.holder, &parts.desk.words);
        facts.push(words[StationScreenMessage::HasFloor].render(&[("name", &name)]));
    }
    if state.closed.is_some() {
        facts.push(words[StationScreenMessage::Closed].to_string());
    }
    facts
}

/// What was written down besides the items: the chair's own words first, then notes.
fn written(session: &Session, parts: &StationParts<'_>) -> Vec<String> {
    let state = session.state();
    let acts = session
        .regulation()
        .steps
        .iter()
        .flat_map(|step| &step.acts);
    let worded = acts.filter_map(|act| {
        let text = state.conclusion.get(&act.id)?.replace('\n', " ");
        let act = act.title.in_lang(parts.lang);
        Some(parts.words[StationScreenMessage::Worded].render(&[("act", &act), ("text", &text)]))
    });
    let notes = state.notes.iter().rev();
    let told = notes.map(|note| {
        let text = note.text.replace('\n', " ");
        format!("{} {text}", format::time(note.at.wall))
    });
    worded.chain(told).collect()
}

fn bottom(parts: &StationParts<'_>, standing: &StationStanding<'_>) -> BottomView {
    let Some((session, now)) = parts.live else {
        return BottomView {
            prompts: Vec::new(),
            message: String::new(),
            tone: None,
            next: keys(parts, |action| action == Action::Quit),
            keys: Vec::new(),
        };
    };
    let mut view = footer::view(session, parts.desk, now, u16::MAX);
    // What presses the aide is hers to see to.
    view.prompts.clear();
    if parts.desk.open_dialog().is_some() {
        return view;
    }
    let can = |action: Action| can_be_asked(action, session, parts, standing, now);
    let mut all = keys(parts, can);
    let rest = all.split_off(all.len().min(1));
    BottomView {
        next: all,
        keys: rest,
        ..view
    }
}

fn can_be_asked(
    action: Action,
    session: &Session,
    parts: &StationParts<'_>,
    standing: &StationStanding<'_>,
    now: SessionTime,
) -> bool {
    if action == Action::Undo {
        return session.decide_undo_of(standing.station).is_ok();
    }
    if action == Action::Redo {
        return session.decide_redo_of(standing.station).is_ok();
    }
    if matches!(action, Action::VenueReady | Action::VenueLost) {
        return parts.kind == StationKind::Venue;
    }
    parts.desk.why_not(action, session, now).is_none()
}

/// The keys of the station's acts, each once, in the order of the table.
fn keys(parts: &StationParts<'_>, can: impl Fn(Action) -> bool) -> Vec<(String, String)> {
    let mode = mode_of(parts.kind);
    let mut acts: Vec<Action> = Vec::new();
    for binding in KEYS.iter().filter(|binding| binding.mode == mode) {
        let action = binding.action;
        if action.is_an_act() && !acts.contains(&action) && can(action) {
            acts.push(action);
        }
    }
    acts.into_iter()
        .enumerate()
        .filter_map(|(place, action)| {
            let act = parts.desk.words.act(action)?;
            let short = act
                .short
                .as_ref()
                .filter(|_| place > 0)
                .unwrap_or(&act.name);
            let key = key_for(mode, action).map_or_else(String::new, Key::name);
            Some((key, short.to_string()))
        })
        .collect()
}
