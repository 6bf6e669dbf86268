//! Which devices are inside, for both sides of the program: the side of the network lets them in, the side of the disk keeps
//! them beside the session and takes up those that an earlier run let in.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::domain::session::event::StationId;
use crate::domain::time::{ClockReading, Millis, Wall};
use crate::store::hall_devices::{HallDevice, HallDevices, sum_of};

/// So many devices at most.
pub(super) const MOST: usize = 500;
/// How soon is tried again what the disk did not take.
const AGAIN: Millis = Millis::of_seconds(5);

/// The devices that are inside, by the sum of their secrets.
#[derive(Debug, Default)]
pub(super) struct DeviceBook {
    devices: Mutex<HashMap<String, HallDevice>>,
}

impl DeviceBook {
    fn devices(&self) -> MutexGuard<'_, HashMap<String, HallDevice>> {
        self.devices.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the device with this secret is called in the session.
    pub(super) fn station_of(&self, secret: &str) -> Option<StationId> {
        let devices = self.devices();
        let device = devices.get(&sum_of(secret));
        device.map(|device| device.station.clone())
    }

    pub(super) fn is_full(&self) -> bool {
        self.devices().len() >= MOST
    }

    /// Whether a device is called so.
    pub(super) fn has(&self, station: &StationId) -> bool {
        let devices = self.devices();
        devices.values().any(|device| device.station == *station)
    }

    pub(super) fn take_in(&self, device: HallDevice) {
        self.devices().insert(device.sum.clone(), device);
    }

    /// Takes up the devices that an earlier run let in lately, as long as there is room; what is written of a device that is
    /// inside already counts less than what is known of it.
    pub(super) fn take_up(&self, kept: Vec<HallDevice>, now: Wall) {
        let mut devices = self.devices();
        // The last that came in are those that are still there.
        for device in kept.into_iter().rev() {
            if devices.len() < MOST && device.is_known_at(now) {
                devices.entry(device.sum.clone()).or_insert(device);
            }
        }
    }
}

/// The devices as they lie in the folder of the session that is followed.
#[derive(Debug)]
pub(super) struct KeptDevices {
    book: Arc<DeviceBook>,
    folder: Option<PathBuf>,
    /// The sums of those that lie there.
    written: BTreeSet<String>,
    again_at: Millis,
}

impl KeptDevices {
    pub(super) const fn of(book: Arc<DeviceBook>) -> Self {
        Self {
            book,
            folder: None,
            written: BTreeSet::new(),
            again_at: Millis::ZERO,
        }
    }

    /// Makes sure that all lie where the session is. Without that, a device only has to come in anew after the next start.
    pub(super) fn look(&mut self, folder: Option<&Path>, now: ClockReading) {
        let Some(folder) = folder else {
            return;
        };
        if self.folder.as_deref() != Some(folder) {
            let kept = HallDevices::of(folder).all().unwrap_or_default();
            self.written = kept.iter().map(|device| device.sum.clone()).collect();
            self.book.take_up(kept, now.wall);
            self.folder = Some(folder.to_owned());
            self.again_at = Millis::ZERO;
        }
        if now.up < self.again_at {
            return;
        }
        if !self.written.is_empty() && !HallDevices::of(folder).is_there() {
            // Somebody took it away: all of them are written down again.
            self.written.clear();
        }
        let is_new = |device: &&HallDevice| !self.written.contains(&device.sum);
        let new: Vec<HallDevice> = self
            .book
            .devices()
            .values()
            .filter(is_new)
            .cloned()
            .collect();
        for device in new {
            if HallDevices::of(folder).keep(&device).is_err() {
                self.again_at = now.up.saturating_add(AGAIN);
                return;
            }
            self.written.insert(device.sum);
        }
    }
}
