//! The real program in a terminal: what the aide sees, presses and finds again. Every story starts the binary in a pseudo
//! terminal with an empty home, presses keys and reads the screen; nothing waits for the time to pass, only for the screen.
//!
//! Signals, links and the bytes of a terminal are what most stories are about, so they are told on Unix only.
#![cfg(unix)]

#[cfg(test)]
mod adding;
#[cfg(test)]
mod aide;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod clerk;
#[cfg(test)]
mod clocks;
#[cfg(test)]
mod computer;
#[cfg(test)]
mod crashes;
#[cfg(test)]
mod damaged;
#[cfg(test)]
mod doors;
#[cfg(test)]
mod dossier;
#[cfg(test)]
mod drafts;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod follow_up;
#[cfg(test)]
mod full_hall;
mod given_back;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod grades;
#[cfg(test)]
mod input;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod leaving_the_order;
#[cfg(test)]
mod locked;
#[cfg(test)]
mod memory;
#[cfg(test)]
mod moved;
#[cfg(test)]
mod newcomer;
#[cfg(test)]
mod office;
#[cfg(test)]
mod outside;
#[cfg(test)]
mod own_files;
#[cfg(test)]
mod parser_tables;
#[cfg(test)]
mod parser_words;
#[cfg(test)]
mod prescribed;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod sizes;
#[cfg(test)]
mod stations;
#[cfg(test)]
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod support;
#[cfg(test)]
mod terminal;
#[cfg(test)]
mod typing;
#[cfg(test)]
mod undo;
#[cfg(test)]
mod unwritable;
#[cfg(test)]
mod usage;
#[cfg(test)]
mod verify;
