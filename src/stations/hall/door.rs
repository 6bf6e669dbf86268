//! Who may register speakers: a device that came in by the number of the moment, known by a token from then on. What it types
//! is made clean and held to bounds here, before anything is asked of the session.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::sync::oneshot;

use super::asked::AskedBoard;
use super::devices::DeviceBook;
use super::pin::{PinAnswer, Pins};
use super::requests::{AskErrand, DeviceWish, Errand, ErrandFault};
use super::secrets::{self, NoChance};
use super::terminal::HallNews;
use crate::domain::request::{RegistrationForm, StationCommand, StationKind, bounds};
use crate::domain::session::event::StationId;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::{PersonDetails, Standing};
use crate::domain::text;
use crate::domain::time::Millis;
use crate::store::clock::Clock;
use crate::store::hall_devices::HallDevice;

/// So many requests in a row, and one more after each of these times.
const IN_A_ROW: u64 = 10;
const EACH: Millis = Millis::of_seconds(3);
/// So many requests of one device may wait for the desk.
const OPEN: usize = 20;

/// The door of the registration.
pub(super) struct Door {
    /// Whether telephone and address are asked for.
    pub(super) asks_contacts: bool,
    /// The hall in which devices register, where it is another one.
    venue: Option<String>,
    pub(super) board: Arc<AskedBoard>,
    book: Arc<DeviceBook>,
    clock: Clock,
    errands: Sender<Errand>,
    tell: Box<dyn Fn(HallNews) + Send + Sync>,
    inside: Mutex<DoorState>,
}

struct DoorState {
    pins: Pins,
    /// When each device will have asked no more than it may; each request moves that on.
    quiet_at: HashMap<StationId, Millis>,
}

/// Why a device does not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum DoorFault {
    #[error("not the number")]
    WrongPin,
    #[error("not the number, too often")]
    WrongTooOften,
    #[error("too soon after a wrong number")]
    Wait(Millis),
    #[error("as many devices are inside as there is room for")]
    TooManyDevices,
    #[error("the system gave nothing to make a secret of")]
    NoChance,
}

/// Why a registration was not even asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) enum FormFault {
    #[error("the device is not inside")]
    NoDevice,
    #[error("too soon after the last")]
    TooFast,
    #[error("what was sent is no form")]
    NotUnderstood,
    #[error("the name is missing")]
    NameMissing,
    /// The device did not register this person.
    #[error("another device registered this person")]
    NotItsOwn,
    /// A field has more letters than this.
    #[error("a field has more than {0} letters")]
    TooLong(usize),
    #[error("nothing was asked")]
    Errand(#[source] ErrandFault),
}

/// What a page sends. What is not asked for is not taken.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedForm {
    #[serde(default)]
    honorific: String,
    name: String,
    #[serde(default)]
    village: String,
    #[serde(default)]
    subject: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    address: String,
    within_scope: Option<bool>,
    /// What the page calls this form; the same one sent again is the same request.
    #[serde(default)]
    key: Option<String>,
}

/// How a person is written down, as a page sends it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedPerson {
    #[serde(default)]
    honorific: String,
    name: String,
    #[serde(default)]
    village: String,
}

/// What a page sends to correct a person.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedCorrection {
    number: Number,
    /// What the page showed when the correction was begun.
    was: TypedPerson,
    now: TypedPerson,
    #[serde(default)]
    key: Option<String>,
}

/// What a page sends to mark a person.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedMark {
    number: Number,
    was: Standing,
    standing: Standing,
    #[serde(default)]
    key: Option<String>,
}

impl Door {
    /// # Errors
    /// When the system has no chance to give.
    pub(super) fn open(
        (asks_contacts, venue): (bool, Option<String>),
        (board, book): (Arc<AskedBoard>, Arc<DeviceBook>),
        errands: Sender<Errand>,
        tell: Box<dyn Fn(HallNews) + Send + Sync>,
    ) -> Result<Self, NoChance> {
        let pins = Pins::starting_with(secrets::pin()?);
        tell(HallNews::NextPin(pins.number().to_owned()));
        Ok(Self {
            asks_contacts,
            venue,
            board,
            book,
            clock: Clock::system(),
            errands,
            tell,
            inside: Mutex::new(DoorState {
                pins,
                quiet_at: HashMap::new(),
            }),
        })
    }

    fn inside(&self) -> MutexGuard<'_, DoorState> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets a device in that typed the number of the moment, and returns the token it is known by. The number is spent.
    pub(super) fn enter(&self, typed: &str, from: IpAddr) -> Result<String, DoorFault> {
        let chance = |_| DoorFault::NoChance;
        let (fresh, token) = (
            secrets::pin().map_err(chance)?,
            secrets::token().map_err(chance)?,
        );
        let mut inside = self.inside();
        if self.book.is_full() {
            return Err(DoorFault::TooManyDevices);
        }
        let now = self.clock.now();
        match inside.pins.enter(typed, from, now.up, fresh) {
            PinAnswer::Wrong => Err(DoorFault::WrongPin),
            PinAnswer::Wait(time) => Err(DoorFault::Wait(time)),
            PinAnswer::WrongTooOften => {
                (self.tell)(HallNews::Guessed);
                (self.tell)(HallNews::NextPin(inside.pins.number().to_owned()));
                Err(DoorFault::WrongTooOften)
            }
            PinAnswer::Right => {
                let label = label_of(&token, &self.book);
                let station = StationKind::Registration.station(Some(&label));
                let device = HallDevice::with(&token, station, now.wall);
                (self.tell)(HallNews::DeviceIn(label));
                (self.tell)(HallNews::NextPin(inside.pins.number().to_owned()));
                self.book.take_in(device);
                Ok(token)
            }
        }
    }

    /// The station that a device is for the session.
    pub(super) fn station(&self, token: &str) -> Option<StationId> {
        self.book.station_of(token)
    }

    /// Asks the session what a device wishes; when it returns, that lies on the disk.
    pub(super) async fn ask(&self, token: &str, wish: DeviceWish) -> Result<(), FormFault> {
        let station = self.may_ask(token)?;
        let (done, is_done) = oneshot::channel();
        let errand = AskErrand {
            station,
            wish,
            done,
        };
        let gone = FormFault::Errand(ErrandFault::NotWritten);
        self.errands
            .send(Errand::Ask(Box::new(errand)))
            .map_err(|_| gone)?;
        is_done.await.map_err(|_| gone)?.map_err(FormFault::Errand)
    }

    /// Somebody is to be registered.
    pub(super) fn register(&self, _: &StationId, body: &[u8]) -> Result<DeviceWish, FormFault> {
        let (form, key) = self.form(body)?;
        let command = StationCommand::Register(form);
        Ok(DeviceWish { command, key })
    }

    /// Whom the device registered is to be written down otherwise.
    pub(super) fn correct(
        &self,
        station: &StationId,
        body: &[u8],
    ) -> Result<DeviceWish, FormFault> {
        let typed: TypedCorrection = read(body)?;
        let own = self.board.own_person(station, typed.number);
        let own = own.ok_or(FormFault::NotItsOwn)?;
        let details = |typed: &TypedPerson| {
            Ok(PersonDetails {
                honorific: line(&typed.honorific, bounds::HONORIFIC)?,
                name: line(&typed.name, bounds::NAME)?,
                village: line(&typed.village, bounds::VILLAGE)?,
                organisation: own.details.organisation.clone(),
            })
        };
        let now = details(&typed.now)?;
        check_name(&now.name)?;
        let command = StationCommand::CorrectPerson {
            number: typed.number,
            was: details(&typed.was)?,
            details: now,
        };
        wish(command, typed.key)
    }

    /// Whom the device registered is here, absent, withdrew or handed in a slip.
    pub(super) fn mark(&self, station: &StationId, body: &[u8]) -> Result<DeviceWish, FormFault> {
        let typed: TypedMark = read(body)?;
        let own = self.board.own_person(station, typed.number);
        if own.is_none() {
            return Err(FormFault::NotItsOwn);
        }
        let command = StationCommand::MarkPerson {
            number: typed.number,
            was: typed.was,
            standing: typed.standing,
        };
        wish(command, typed.key)
    }

    fn may_ask(&self, token: &str) -> Result<StationId, FormFault> {
        let now = self.clock.now().up;
        let station = self.station(token).ok_or(FormFault::NoDevice)?;
        let mut inside = self.inside();
        let known = inside.quiet_at.get(&station).copied().unwrap_or(now);
        let quiet_at = known.max(now).saturating_add(EACH);
        let is_too_fast = quiet_at.saturating_sub(now) > Millis(EACH.0 * IN_A_ROW);
        if is_too_fast || self.board.open_of(&station) >= OPEN {
            return Err(FormFault::TooFast);
        }
        inside.quiet_at.insert(station.clone(), quiet_at);
        Ok(station)
    }

    fn form(&self, body: &[u8]) -> Result<(RegistrationForm, Option<String>), FormFault> {
        let typed: TypedForm = read(body)?;
        let is_told = !typed.phone.is_empty() || !typed.address.is_empty();
        if is_told && !self.asks_contacts || !is_key(typed.key.as_deref()) {
            return Err(FormFault::NotUnderstood);
        }
        let name = line(&typed.name, bounds::NAME)?;
        check_name(&name)?;
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        let form = RegistrationForm {
            honorific: line(&typed.honorific, bounds::HONORIFIC)?,
            name,
            village: line(&typed.village, bounds::VILLAGE)?,
            subject: some(line(&typed.subject, bounds::SUBJECT)?),
            phone: some(line(&typed.phone, bounds::PHONE)?),
            address: some(line(&typed.address, bounds::ADDRESS)?),
            venue: self.venue.clone(),
            within_scope: typed.within_scope,
        };
        Ok((form, typed.key))
    }
}

/// What a device is called: enough of the token to tell it from the others, and not enough to be it. Each sees and corrects only
/// whom it registered itself, so no two have one name.
fn label_of(token: &str, book: &DeviceBook) -> String {
    let is_free = |label: &&str| !book.has(&StationKind::Registration.station(Some(label)));
    let mut labels = (4..=12).filter_map(|length| token.get(..length));
    labels.find(is_free).unwrap_or_default().to_owned()
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, FormFault> {
    serde_json::from_slice(body).map_err(|_| FormFault::NotUnderstood)
}

/// Whether a page may call a form so.
fn is_key(key: Option<&str>) -> bool {
    key.is_none_or(|key| {
        (8..=40).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

fn wish(command: StationCommand, key: Option<String>) -> Result<DeviceWish, FormFault> {
    if is_key(key.as_deref()) {
        Ok(DeviceWish { command, key })
    } else {
        Err(FormFault::NotUnderstood)
    }
}

fn check_name(name: &str) -> Result<(), FormFault> {
    let is_one = name.chars().any(char::is_alphabetic);
    is_one.then_some(()).ok_or(FormFault::NameMissing)
}

/// What a field keeps, where it has no more letters than this.
fn line(typed: &str, most: usize) -> Result<String, FormFault> {
    let line = text::clean_line(typed);
    if line.chars().count() > most {
        return Err(FormFault::TooLong(most));
    }
    Ok(line)
}
