//! Stories of a session on several machines: the real program with a real engine. Where no engine is installed, or named by
//! `NATS_SERVER`, that is new enough, each says that it was not told.

#[cfg(test)]
#[path = "../stations/client.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod client;
#[cfg(test)]
mod engines;
#[cfg(test)]
#[path = "../stations/hall.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod hall;
#[cfg(test)]
mod healing;
#[cfg(test)]
mod joining;
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
