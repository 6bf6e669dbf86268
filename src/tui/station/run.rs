//! The loop of a station: follows the journal and the answers, takes keys, sends requests. It may start before the session
//! is there, and goes on when the desk ends or moves the session.

mod asking;

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::sent::{SentRequest, SentRequests, SentState};
use super::view::{self, StationParts, StationStanding};
use super::words::{StationScreenMessage, StationScreenWords};
use crate::domain::i18n::Lang;
use crate::domain::request::{RequestOutcome, StationKind};
use crate::domain::session::event::{RequestId, Seq};
use crate::domain::session::state::State;
use crate::domain::time::{ClockReading, Millis};
use crate::store::clock::Clock;
use crate::store::feed::FeedSource;
use crate::store::inbox::{DeskSign, StationSeat};
use crate::store::sessions::SessionStore;
use crate::tui::desk::arrivals::{InputEvent, sorted_out};
use crate::tui::desk::dialog::panel::Dialog;
use crate::tui::desk::draft::DraftFile;
use crate::tui::desk::{Desk, Effect, Severity, messages};
use crate::tui::terminal::{self, Input, Interactive, Screen};
use crate::tui::theme::Theme;

/// How often journal and answers are looked at; what was asked is answered within the desk's own tick.
const POLL: Millis = Millis(100);
/// How often it is looked whether the desk runs, and text being typed is kept.
const NOW_AND_THEN: Millis = Millis(1000);

/// What a station is started with.
pub struct StationEnv<'a> {
    pub sessions: &'a SessionStore,
    /// The session, by name or folder.
    pub name: &'a str,
    pub kind: StationKind,
    /// Which of several it is.
    pub label: Option<&'a str>,
    /// The name of the hall in which it is, as the plan has it.
    pub hall: Option<&'a str>,
    pub lang: Lang,
    pub theme: &'a Theme,
    pub words: &'a StationScreenWords,
    /// What a failing disk is called in the user's language.
    pub cause: &'a dyn Fn(&io::Error) -> String,
}

/// Runs a station until it is left.
///
/// # Errors
/// When the terminal fails.
pub fn run(screen: &mut Screen, desk: Desk, around: &StationEnv<'_>) -> io::Result<()> {
    let mut app = StationApp {
        around,
        clock: Clock::system(),
        source: FeedSource::of(around.sessions, around.name),
        desk: desk.at_station(view::mode_of(around.kind)),
        seat: None,
        began: None,
        forms: Vec::new(),
        desk_sign: DeskSign::Silent,
        unreachable: None,
        looked: None,
        drawn_second: None,
        is_stale: true,
    };
    terminal::run(screen, &mut app)
}

/// Where the station sits: its name, the folder, what it sent.
struct Seated {
    seat: StationSeat,
    folder: PathBuf,
    sent: SentRequests,
    /// What a run before sent was read.
    is_read: bool,
    drafts: DraftFile,
}

struct StationApp<'a> {
    around: &'a StationEnv<'a>,
    clock: Clock,
    source: FeedSource<'a>,
    desk: Desk,
    seat: Option<Seated>,
    /// What stood in the session when the form that lies open was opened, and the last record by then.
    began: Option<(Seq, State)>,
    /// The forms of what is waiting, to be brought back when it is refused.
    forms: Vec<(RequestId, Dialog)>,
    desk_sign: DeskSign,
    unreachable: Option<String>,
    looked: Option<Millis>,
    drawn_second: Option<u64>,
    is_stale: bool,
}

impl Interactive for StationApp<'_> {
    type Outcome = ();

    fn show(&mut self, screen: &mut Screen) -> io::Result<Duration> {
        let now = self.clock.now();
        if self.source.look(now) {
            self.is_stale = true;
        }
        self.sit_down(now);
        self.read_answers();
        self.look_around(now);
        if self.is_stale || self.drawn_second != Some(now.up.seconds()) {
            self.draw(screen, now)?;
            self.drawn_second = Some(now.up.seconds());
            self.is_stale = false;
        }
        Ok(Duration::from_millis(POLL.0))
    }

    fn take(&mut self, _: &mut Screen, inputs: Vec<Input>) -> io::Result<Option<()>> {
        self.is_stale = true;
        for arrived in sorted_out(inputs) {
            let now = self.clock.now();
            let effect = match arrived {
                InputEvent::Press(press) => match self.source.session(now) {
                    Some((session, _)) => self.desk.press(press, session, now),
                    None => view::leaves(press.key).then_some(Effect::Quit),
                },
                InputEvent::Paste(text) => self.desk.paste(&text),
                InputEvent::Dropped(dropped) => {
                    self.desk.dropped(dropped);
                    None
                }
            };
            if effect.is_some_and(|effect| self.does(effect, now)) {
                self.keep_drafts();
                return Ok(Some(()));
            }
            self.note_beginning(now);
        }
        Ok(None)
    }

    fn end(&mut self) -> io::Result<()> {
        self.keep_drafts();
        Ok(())
    }
}

impl StationApp<'_> {
    /// Takes a name once there is a session, and goes after it when it goes on elsewhere.
    fn sit_down(&mut self, now: ClockReading) {
        let Some(folder) = self.source.folder().map(Path::to_owned) else {
            return;
        };
        let Some((session, stamp)) = self.source.session(now) else {
            return;
        };
        match &mut self.seat {
            Some(seated) if seated.folder == folder => {}
            Some(seated) => {
                let (kind, label) = (self.around.kind, self.around.label);
                let taken = seated.seat.taken_along(&folder, kind, label);
                if let Ok(seat) = taken
                    && seated.sent.go_on_in(&folder).is_ok()
                {
                    seated.sent.is_called(seat.station());
                    seated.seat = seat;
                    seated.drafts = DraftFile::of_station(&folder, &seated.seat.file_stem());
                    seated.folder = folder;
                }
            }
            None => match StationSeat::take(&folder, self.around.kind, self.around.label) {
                Ok(seat) => {
                    let drafts = DraftFile::of_station(&folder, &seat.file_stem());
                    self.desk.take_up(drafts.left_behind(), session, stamp);
                    self.seat = Some(Seated {
                        sent: SentRequests::of(seat.station().clone(), &folder),
                        is_read: false,
                        seat,
                        folder,
                        drafts,
                    });
                    self.unreachable = None;
                    self.is_stale = true;
                }
                Err(error) => self.unreachable = Some((self.around.cause)(&error)),
            },
        }
        self.note_beginning(now);
    }

    /// Reads what the desk answered, and tells it.
    fn read_answers(&mut self) {
        let now = self.clock.now();
        let Some((session, _)) = self.source.session(now) else {
            return;
        };
        let Some(seated) = &mut self.seat else {
            return;
        };
        let settled = match seated.sent.look(session) {
            Ok(settled) => {
                self.unreachable = None;
                settled
            }
            Err(error) => {
                self.unreachable = Some((self.around.cause)(&error));
                self.is_stale = true;
                return;
            }
        };
        self.is_stale |= !settled.is_empty();
        if !std::mem::replace(&mut seated.is_read, true) {
            // What became of it before this run stands in the list.
            return;
        }
        for sent in settled {
            let place = self.forms.iter().position(|(id, _)| *id == sent.request.id);
            let form = place.map(|place| self.forms.swap_remove(place).1);
            match &sent.state {
                SentState::Waiting => {}
                SentState::Taken(seq) => {
                    let record = session.history().entry(*seq).map(|entry| &entry.record);
                    let Some(record) = record else { continue };
                    let lang = self.around.lang;
                    let told = messages::of_taken(record, session, &self.desk.words, lang);
                    self.desk.notify(Severity::Good, told);
                    if let RequestOutcome::Taken {
                        number: Some(number),
                        ..
                    } = RequestOutcome::of_record(record)
                    {
                        self.desk.select_person(number);
                    }
                }
                SentState::Refused(answer) => {
                    let why = answer.says.in_lang(self.around.lang).to_owned();
                    self.desk.was_refused(form, why);
                }
            }
        }
    }

    fn look_around(&mut self, now: ClockReading) {
        if self
            .looked
            .is_some_and(|last| now.up.saturating_sub(last) < NOW_AND_THEN)
        {
            return;
        }
        self.looked = Some(now.up);
        if let Some(seated) = &mut self.seat {
            seated.seat.hold_on(&seated.folder);
            let sign = DeskSign::of(&seated.folder, now.wall);
            self.is_stale |= sign != self.desk_sign;
            self.desk_sign = sign;
        }
        self.keep_drafts();
    }

    /// A draft that the disk does not take is still on the screen.
    fn keep_drafts(&mut self) {
        if let Some(seated) = &mut self.seat {
            let _ = seated.drafts.keep(&self.desk.drafts());
        }
    }

    /// While something lies open, what was there when it was opened is what a change is held against.
    fn note_beginning(&mut self, now: ClockReading) {
        if self.desk.open_dialog().is_none() {
            self.began = None;
        } else if self.began.is_none()
            && let Some((session, _)) = self.source.session(now)
        {
            self.began = Some((session.history().last_seq(), session.state().clone()));
        }
    }

    /// Does what the keys ask for; true when the station is left.
    fn does(&mut self, effect: Effect, now: ClockReading) -> bool {
        match effect {
            Effect::Quit => return true,
            Effect::Perform(command) => self.ask(command, now),
            Effect::LinkVenue(link) => self.link_venue(link, now),
            Effect::SaveTo(_)
            | Effect::WriteAnew
            | Effect::AskWhereToExport
            | Effect::ExportTo(_)
            | Effect::ExportToTyped(_)
            | Effect::LookForHalls
            | Effect::Import(_) => {
                let text = self.around.words[StationScreenMessage::OtherAct].to_string();
                self.desk.was_not_sent(text);
            }
        }
        false
    }

    fn draw(&self, screen: &mut Screen, now: ClockReading) -> io::Result<()> {
        let around = self.around;
        let live = self.source.session(now);
        let nothing = Vec::new();
        let sent: &[SentRequest] = self
            .seat
            .as_ref()
            .map_or(&nothing, |seated| seated.sent.all());
        let station = self.seat.as_ref().map(|seated| seated.seat.station());
        let standing = StationStanding {
            name: around.name,
            station,
            desk: self.desk_sign,
            unreachable: self.unreachable.as_deref(),
            damaged: self.source.is_damaged(),
            now: now.wall,
        };
        screen.terminal.draw(|frame| {
            let area = frame.area();
            let parts = StationParts {
                live,
                desk: &self.desk,
                sent,
                kind: around.kind,
                words: around.words,
                lang: around.lang,
            };
            let view = view::view(&parts, &standing, area);
            let cursor = view::draw(&view, area, frame.buffer_mut(), around.theme);
            if let Some(position) = cursor {
                frame.set_cursor_position(position);
            }
        })?;
        Ok(())
    }
}
