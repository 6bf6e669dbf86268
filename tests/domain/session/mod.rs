//! Stories of the session: given what happened, when this is asked for at this time, then these events and this state.

#[cfg(test)]
mod announced;
#[cfg(test)]
mod attendance;
#[cfg(test)]
mod away;
#[cfg(test)]
mod breaks;
#[cfg(test)]
mod chair;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod floor;
#[cfg(test)]
mod gate;
#[cfg(test)]
mod given;
#[cfg(test)]
mod items;
#[cfg(test)]
mod order;
mod pace;
#[cfg(test)]
mod plan_update;
#[cfg(test)]
mod prepared;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod queue;
#[cfg(test)]
mod record;
#[cfg(test)]
mod registered;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod rounds;
#[cfg(test)]
mod rules_now;
#[cfg(test)]
mod scripts;
#[cfg(test)]
mod times;
#[cfg(test)]
mod undo;
