//! Stories of the desk: given a session, when the aide presses these keys, then these events and this screen.

#[cfg(test)]
mod adding;
#[cfg(test)]
mod aide;
#[cfg(test)]
mod classes;
#[cfg(test)]
mod conclusion;
#[cfg(test)]
mod finding;
#[cfg(test)]
mod flow;
#[cfg(test)]
mod frames;
#[cfg(test)]
pub mod given;
#[cfg(test)]
mod items;
#[cfg(test)]
mod key_log;
#[cfg(test)]
mod layout;
#[cfg(test)]
mod monkey;
#[cfg(test)]
mod nothing_lost;
mod order;
#[cfg(test)]
mod panels;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod promises;
mod prompts;
#[cfg(test)]
mod queue;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod screens;
#[cfg(test)]
mod small;
#[cfg(test)]
mod stations;
#[cfg(test)]
mod time;
#[cfg(test)]
mod told;
#[cfg(test)]
mod unregistered;
#[cfg(test)]
pub mod whole;
#[cfg(test)]
mod writing;
