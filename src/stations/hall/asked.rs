//! What each device asked and what became of it, for both sides of the program: the side of the disk writes it down, the side
//! of the network reads it. Knows neither.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;

use super::words::{HallAnswerMessage, HallServerWords};
use crate::domain::i18n::Lang;
use crate::domain::request::{Answer, OwnPerson, Request, RequestOutcome, StationCommand};
use crate::domain::session::event::StationId;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::Standing;
use crate::store::inbox::DeskSign;

/// So much is remembered of one device, the newest last.
const KEPT: usize = 30;

/// What was asked, by device.
#[derive(Debug)]
pub(super) struct AskedBoard {
    board: Mutex<BoardState>,
}

#[derive(Debug)]
struct BoardState {
    desk: DeskSign,
    asks_scope: bool,
    by_station: BTreeMap<StationId, Vec<DeviceRequest>>,
    /// Everybody whom a device registered.
    people: Vec<OwnPerson>,
}

/// A request and what the desk answered.
#[derive(Debug)]
struct DeviceRequest {
    request: Request,
    answer: Option<Answer>,
}

/// The same as a page is told.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct AskedView {
    who: String,
    state: AskedState,
    say: String,
}

/// A person whom a device registered, and what it may still do about them.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct OwnPersonView {
    number: Number,
    who: String,
    /// The number, and how the person stands.
    stands: String,
    standing: Standing,
    honorific: String,
    name: String,
    village: String,
    /// Whether the device may still correct how the person is written down.
    corrects: bool,
    /// How the device may mark the person, with the words of the button.
    marks: Vec<(Standing, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum AskedState {
    Waiting,
    Done,
    Refused,
}

impl AskedBoard {
    pub(super) const fn empty() -> Self {
        Self {
            board: Mutex::new(BoardState {
                desk: DeskSign::Silent,
                asks_scope: false,
                by_station: BTreeMap::new(),
                people: Vec::new(),
            }),
        }
    }

    fn board(&self) -> MutexGuard<'_, BoardState> {
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a request on the board, unless it is there already.
    pub(super) fn asked(&self, request: Request, desk: DeskSign) -> bool {
        let mut board = self.board();
        board.desk = desk;
        let of_station = board.by_station.entry(request.station.clone()).or_default();
        if of_station
            .iter()
            .any(|asked| asked.request.id == request.id)
        {
            return false;
        }
        if of_station.len() >= KEPT {
            let oldest = of_station.iter().position(|asked| asked.answer.is_some());
            of_station.remove(oldest.unwrap_or(0));
        }
        of_station.push(DeviceRequest {
            request,
            answer: None,
        });
        true
    }

    /// A request that did not come to lie on the disk.
    pub(super) fn take_off(&self, request: &Request) {
        if let Some(of_station) = self.board().by_station.get_mut(&request.station) {
            of_station.retain(|asked| asked.request.id != request.id);
        }
    }

    pub(super) fn sees_desk(&self, desk: DeskSign) {
        self.board().desk = desk;
    }

    /// Whether the session asks of a newcomer if the subject is within what was announced.
    pub(super) fn asks_scope(&self) -> bool {
        self.board().asks_scope
    }

    pub(super) fn set_asks_scope(&self, asks: bool) {
        self.board().asks_scope = asks;
    }

    pub(super) fn set_people(&self, people: Vec<OwnPerson>) {
        self.board().people = people;
    }

    /// A person whom this device registered.
    pub(super) fn own_person(&self, station: &StationId, number: Number) -> Option<OwnPerson> {
        let board = self.board();
        let mut people = board.people.iter();
        people
            .find(|person| person.number == number && person.station == *station)
            .cloned()
    }

    /// Whom a device registered, the last first.
    pub(super) fn people_of(
        &self,
        station: &StationId,
        words: &HallServerWords,
    ) -> Vec<OwnPersonView> {
        let board = self.board();
        let own = board.people.iter().rev();
        own.filter(|person| person.station == *station)
            .map(|person| OwnPersonView::of(person, words))
            .collect()
    }

    pub(super) fn answered(&self, answer: Answer) {
        let mut board = self.board();
        let mut all = board.by_station.values_mut().flatten();
        if let Some(asked) = all.find(|asked| asked.request.id == answer.request) {
            asked.answer = Some(answer);
        }
    }

    /// Whether anybody waits for an answer.
    pub(super) fn is_open(&self) -> bool {
        let board = self.board();
        board
            .by_station
            .values()
            .flatten()
            .any(DeviceRequest::is_open)
    }

    pub(super) fn open_requests(&self) -> Vec<Request> {
        let board = self.board();
        let open = board
            .by_station
            .values()
            .flatten()
            .filter(|asked| asked.is_open());
        open.map(|asked| asked.request.clone()).collect()
    }

    /// How many of a device's requests wait for an answer.
    pub(super) fn open_of(&self, station: &StationId) -> usize {
        let board = self.board();
        let of_station = board.by_station.get(station).into_iter().flatten();
        of_station.filter(|asked| asked.is_open()).count()
    }

    /// What a device asked, the newest first.
    pub(super) fn of(
        &self,
        station: &StationId,
        words: &HallServerWords,
        lang: Lang,
    ) -> Vec<AskedView> {
        let board = self.board();
        let of_station = board.by_station.get(station).into_iter().flatten();
        of_station
            .rev()
            .map(|asked| asked.view(&board, words, lang))
            .collect()
    }
}

impl DeviceRequest {
    const fn is_open(&self) -> bool {
        self.answer.is_none()
    }

    fn view(&self, board: &BoardState, words: &HallServerWords, lang: Lang) -> AskedView {
        let says = &words.answers;
        let (state, say) = match &self.answer {
            None => (
                AskedState::Waiting,
                match board.desk {
                    DeskSign::Runs => says[HallAnswerMessage::Waiting].to_string(),
                    DeskSign::Silent | DeskSign::Unheard => {
                        says[HallAnswerMessage::DeskSilent].to_string()
                    }
                },
            ),
            Some(answer) => match answer.outcome {
                RequestOutcome::Taken {
                    number: Some(number),
                    ..
                } => (
                    AskedState::Done,
                    says[HallAnswerMessage::Number].render(&[("number", &number.0)]),
                ),
                RequestOutcome::Taken { number: None, .. } => {
                    (AskedState::Done, answer.says.in_lang(lang).to_owned())
                }
                RequestOutcome::Refused => {
                    (AskedState::Refused, answer.says.in_lang(lang).to_owned())
                }
            },
        };
        AskedView {
            who: who(&self.request.command, &board.people),
            state,
            say,
        }
    }
}

impl OwnPersonView {
    fn of(person: &OwnPerson, words: &HallServerWords) -> Self {
        let says = &words.answers;
        let details = &person.details;
        let stands = &says[stands(person.standing)];
        let marks = person.may_become().into_iter();
        Self {
            number: person.number,
            who: named(&details.honorific, &details.name),
            stands: says[HallAnswerMessage::Stands]
                .render(&[("number", &person.number.0), ("standing", stands)]),
            standing: person.standing,
            honorific: details.honorific.clone(),
            name: details.name.clone(),
            village: details.village.clone(),
            corrects: !person.was_called,
            marks: marks
                .filter_map(|standing| Some((standing, says[marks_as(standing)?].to_string())))
                .collect(),
        }
    }
}

const fn stands(standing: Standing) -> HallAnswerMessage {
    match standing {
        Standing::Waiting => HallAnswerMessage::StandsWaiting,
        Standing::Spoke => HallAnswerMessage::StandsSpoke,
        Standing::Absent => HallAnswerMessage::StandsAbsent,
        Standing::Withdrew => HallAnswerMessage::StandsWithdrew,
        Standing::WrittenSlip => HallAnswerMessage::StandsSlip,
        Standing::NoTimeLeft => HallAnswerMessage::StandsNoTime,
        Standing::Refused => HallAnswerMessage::StandsRefused,
    }
}

/// The button by which people at the door mark somebody; `None` for what only the desk does.
const fn marks_as(standing: Standing) -> Option<HallAnswerMessage> {
    match standing {
        Standing::Waiting => Some(HallAnswerMessage::MarkWaiting),
        Standing::Absent => Some(HallAnswerMessage::MarkAbsent),
        Standing::Withdrew => Some(HallAnswerMessage::MarkWithdrew),
        Standing::WrittenSlip => Some(HallAnswerMessage::MarkSlip),
        Standing::Spoke | Standing::NoTimeLeft | Standing::Refused => None,
    }
}

/// Whom a request is about: `Bà Nguyễn Thị Ước`.
fn who(command: &StationCommand, people: &[OwnPerson]) -> String {
    if let StationCommand::Register(form) = command {
        return named(&form.honorific, &form.name);
    }
    if let StationCommand::CorrectPerson { details, .. } = command {
        return named(&details.honorific, &details.name);
    }
    let StationCommand::MarkPerson { number, .. } = command else {
        return String::new();
    };
    let person = people.iter().find(|person| person.number == *number);
    person.map_or_else(String::new, |person| {
        named(&person.details.honorific, &person.details.name)
    })
}

fn named(honorific: &str, name: &str) -> String {
    format!("{honorific} {name}").trim().to_owned()
}
