//! Stories of a session on several machines: the real program with a real engine. Where no engine is installed, or named by
//! `NATS_SERVER`, that is new enough, each says that it was not told.
//!
//! Signals and a disk that fails are what many are about, so they are told on Unix only.
#![cfg(unix)]

#[cfg(test)]
#[path = "../pty/aide.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod aide;
#[cfg(test)]
mod bare;
#[cfg(test)]
#[path = "../stations/client.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod client;
#[cfg(test)]
#[path = "../pty/computer.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod computer;
#[cfg(test)]
mod engines;
#[cfg(test)]
#[path = "../pty/faults.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod faults;
#[cfg(test)]
#[path = "../stations/hall.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod hall;
#[cfg(test)]
mod healing;
#[cfg(test)]
mod joining;
#[cfg(test)]
mod kept_back;
#[cfg(test)]
#[path = "../pty/keys.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod keys;
#[cfg(test)]
mod outages;
#[cfg(test)]
mod program;
#[cfg(test)]
mod province;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod rights;
#[cfg(test)]
#[path = "../tui/projector/stage.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod stage;
#[cfg(test)]
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod support;
#[cfg(test)]
#[path = "../pty/terminal.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod terminal;
#[cfg(test)]
#[cfg(feature = "tls")]
mod trust;
