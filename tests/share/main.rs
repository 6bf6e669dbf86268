//! Stories of a session on several machines: the real program with a real engine. Where no engine is installed, or named by
//! `NATS_SERVER`, that is new enough, each says that it was not told.

#[cfg(all(test, unix))]
#[path = "../pty/aide.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod aide;
#[cfg(test)]
mod bare;
#[cfg(test)]
#[path = "../stations/client.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod client;
#[cfg(all(test, unix))]
#[path = "../pty/computer.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod computer;
#[cfg(test)]
mod engines;
#[cfg(all(test, unix))]
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
#[cfg(all(test, target_os = "linux"))]
mod kept_back;
#[cfg(all(test, unix))]
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
#[cfg(all(test, unix))]
#[path = "../pty/terminal.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod terminal;
#[cfg(all(test, feature = "tls"))]
mod trust;
