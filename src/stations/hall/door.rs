//! Who may register speakers: a device that came in by the number of the moment, known by a token from then on. What it types
//! is made clean and held to bounds here, before anything is asked of the session.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Deserialize;
use tokio::sync::oneshot;

use super::asked::AskedBoard;
use super::pin::{PinAnswer, Pins};
use super::requests::{Errand, ErrandFault};
use super::secrets::{self, NoChance};
use super::terminal::HallNews;
use crate::domain::request::{RegistrationForm, StationKind};
use crate::domain::session::event::StationId;
use crate::domain::text;
use crate::domain::time::Millis;
use crate::store::clock::Clock;

/// So many devices at most.
const DEVICES: usize = 500;
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
    clock: Clock,
    errands: Sender<Errand>,
    tell: Box<dyn Fn(HallNews) + Send + Sync>,
    inside: Mutex<DoorState>,
}

struct DoorState {
    pins: Pins,
    /// By token.
    devices: HashMap<String, Device>,
}

struct Device {
    station: StationId,
    /// When the device will have asked no more than it may; each request moves it on.
    quiet_at: Millis,
}

/// Why a device does not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DoorFault {
    WrongPin,
    WrongTooOften,
    Wait(Millis),
    TooManyDevices,
    NoChance,
}

/// Why a registration was not even asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FormFault {
    NoDevice,
    TooFast,
    NotUnderstood,
    NameMissing,
    /// A field has more letters than this.
    TooLong(usize),
    Errand(ErrandFault),
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

impl Door {
    /// # Errors
    /// When the system has no chance to give.
    pub(super) fn open(
        (asks_contacts, venue): (bool, Option<String>),
        board: Arc<AskedBoard>,
        errands: Sender<Errand>,
        tell: Box<dyn Fn(HallNews) + Send + Sync>,
    ) -> Result<Self, NoChance> {
        let pins = Pins::starting_with(secrets::pin()?);
        tell(HallNews::NextPin(pins.number().to_owned()));
        Ok(Self {
            asks_contacts,
            venue,
            board,
            clock: Clock::system(),
            errands,
            tell,
            inside: Mutex::new(DoorState {
                pins,
                devices: HashMap::new(),
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
        if inside.devices.len() >= DEVICES {
            return Err(DoorFault::TooManyDevices);
        }
        let now = self.clock.now().up;
        match inside.pins.enter(typed, from, now, fresh) {
            PinAnswer::Wrong => Err(DoorFault::WrongPin),
            PinAnswer::Wait(time) => Err(DoorFault::Wait(time)),
            PinAnswer::WrongTooOften => {
                (self.tell)(HallNews::Guessed);
                (self.tell)(HallNews::NextPin(inside.pins.number().to_owned()));
                Err(DoorFault::WrongTooOften)
            }
            PinAnswer::Right => {
                // Enough of the token to tell devices apart, and not enough to be one.
                let label = token.get(..4).unwrap_or_default();
                let device = Device {
                    station: StationKind::Registration.station(Some(label)),
                    quiet_at: Millis::ZERO,
                };
                (self.tell)(HallNews::DeviceIn(label.to_owned()));
                (self.tell)(HallNews::NextPin(inside.pins.number().to_owned()));
                inside.devices.insert(token.clone(), device);
                Ok(token)
            }
        }
    }

    /// The station that a device is for the session.
    pub(super) fn station(&self, token: &str) -> Option<StationId> {
        let inside = self.inside();
        inside
            .devices
            .get(token)
            .map(|device| device.station.clone())
    }

    /// Asks the session to register whom a device typed in; when it returns, that lies on the disk.
    pub(super) async fn register(&self, token: &str, body: &[u8]) -> Result<StationId, FormFault> {
        let (form, key) = self.form(body)?;
        let station = self.may_ask(token)?;
        let (done, is_done) = oneshot::channel();
        let errand = Errand {
            station: station.clone(),
            key,
            form,
            done,
        };
        let gone = FormFault::Errand(ErrandFault::NotWritten);
        self.errands.send(errand).map_err(|_| gone)?;
        is_done
            .await
            .map_err(|_| gone)?
            .map_err(FormFault::Errand)?;
        Ok(station)
    }

    fn may_ask(&self, token: &str) -> Result<StationId, FormFault> {
        let now = self.clock.now().up;
        let mut inside = self.inside();
        let device = inside.devices.get_mut(token).ok_or(FormFault::NoDevice)?;
        let quiet_at = device.quiet_at.max(now).saturating_add(EACH);
        let is_too_fast = quiet_at.saturating_sub(now) > Millis(EACH.0 * IN_A_ROW);
        if is_too_fast || self.board.open_of(&device.station) >= OPEN {
            return Err(FormFault::TooFast);
        }
        device.quiet_at = quiet_at;
        Ok(device.station.clone())
    }

    fn form(&self, body: &[u8]) -> Result<(RegistrationForm, Option<String>), FormFault> {
        let typed: TypedForm =
            serde_json::from_slice(body).map_err(|_| FormFault::NotUnderstood)?;
        let is_told = !typed.phone.is_empty() || !typed.address.is_empty();
        let is_key = |key: &String| {
            (8..=40).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if is_told && !self.asks_contacts || typed.key.as_ref().is_some_and(|key| !is_key(key)) {
            return Err(FormFault::NotUnderstood);
        }
        let name = line(&typed.name, 120)?;
        if !name.chars().any(char::is_alphabetic) {
            return Err(FormFault::NameMissing);
        }
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        let form = RegistrationForm {
            honorific: line(&typed.honorific, 30)?,
            name,
            village: line(&typed.village, 120)?,
            subject: some(line(&typed.subject, 600)?),
            phone: some(line(&typed.phone, 40)?),
            address: some(line(&typed.address, 200)?),
            venue: self.venue.clone(),
            within_scope: typed.within_scope,
        };
        Ok((form, typed.key))
    }
}

/// What a field keeps, where it has no more letters than this.
fn line(typed: &str, most: usize) -> Result<String, FormFault> {
    let line = text::clean_line(typed);
    if line.chars().count() > most {
        return Err(FormFault::TooLong(most));
    }
    Ok(line)
}
