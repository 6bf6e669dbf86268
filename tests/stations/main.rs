//! Stories of the wing `stations`: the real program over real sockets of this computer, and what it may say.

#[cfg(test)]
mod client;
#[cfg(test)]
mod crowds;
#[cfg(feature = "tls")]
#[cfg(test)]
mod encrypted;
#[cfg(test)]
mod hall;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod privacy;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod registering;
#[cfg(test)]
mod sheets;
#[cfg(test)]
#[path = "../tui/projector/stage.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod stage;
#[cfg(test)]
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod support;
#[cfg(test)]
mod viewers;
