//! The six figures that let one device register speakers: spent by the first that types them right, and guarded against
//! guessing. Time and chance come in as values; it knows no request.

use std::collections::HashMap;
use std::net::IpAddr;

use super::connections::network_of;
use crate::domain::time::Millis;

/// Wrong figures from one address before it has to wait long.
const TRIES: u32 = 5;
const LOCKED: Millis = Millis::of_minutes(10);
/// The wait after the first wrong figures; it doubles with each.
const FIRST_WAIT: Millis = Millis::of_seconds(1);
/// Wrong figures from everywhere before the number is drawn anew and nobody is let in for a while.
const TRIES_OF_ALL: u32 = 50;
const CLOSED: Millis = Millis::of_minutes(1);
/// So many addresses are remembered; more than that guess at once only on purpose.
const ADDRESSES: usize = 1024;

/// The number that lets the next device in, and who guessed wrong.
#[derive(Debug)]
pub(super) struct Pins {
    number: String,
    tries: HashMap<IpAddr, Tries>,
    of_all: u32,
    closed_until: Millis,
}

#[derive(Debug, Clone, Copy)]
struct Tries {
    wrong: u32,
    /// Nothing is looked at before.
    until: Millis,
}

/// What comes of typed figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PinAnswer {
    /// Right; the number is spent.
    Right,
    Wrong,
    /// Wrong so often, from everywhere, that the number was drawn anew.
    WrongTooOften,
    /// Not looked at, for so long.
    Wait(Millis),
}

impl Pins {
    pub(super) fn starting_with(number: String) -> Self {
        Self {
            number,
            tries: HashMap::new(),
            of_all: 0,
            closed_until: Millis::ZERO,
        }
    }

    pub(super) fn number(&self) -> &str {
        &self.number
    }

    /// Looks at figures typed at an address; `fresh` is the number that comes next, should this one be spent.
    pub(super) fn enter(
        &mut self,
        typed: &str,
        from: IpAddr,
        now: Millis,
        fresh: String,
    ) -> PinAnswer {
        let from = network_of(from);
        let tries = self.tries.get(&from).copied();
        let until = tries.map_or(Millis::ZERO, |tries| tries.until);
        let until = until.max(self.closed_until);
        if now < until {
            return PinAnswer::Wait(until.saturating_sub(now));
        }
        if typed == self.number {
            self.tries.remove(&from);
            self.draw(fresh);
            return PinAnswer::Right;
        }
        let wrong = tries.map_or(0, |tries| tries.wrong).saturating_add(1);
        self.remember(from, wrong, now);
        self.of_all += 1;
        if self.of_all < TRIES_OF_ALL {
            return PinAnswer::Wrong;
        }
        self.draw(fresh);
        self.closed_until = now.saturating_add(CLOSED);
        PinAnswer::WrongTooOften
    }

    fn draw(&mut self, fresh: String) {
        self.number = fresh;
        self.of_all = 0;
    }

    fn remember(&mut self, from: IpAddr, wrong: u32, now: Millis) {
        let (wrong, wait) = if wrong >= TRIES {
            (0, LOCKED)
        } else {
            (wrong, Millis(FIRST_WAIT.0 << (wrong - 1)))
        };
        if self.tries.len() >= ADDRESSES {
            self.tries.retain(|_, tries| tries.until > now);
        }
        if self.tries.len() >= ADDRESSES {
            self.closed_until = now.saturating_add(CLOSED);
            return;
        }
        let until = now.saturating_add(wait);
        self.tries.insert(from, Tries { wrong, until });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 1, 7));

    fn pins() -> Pins {
        Pins::starting_with("123456".into())
    }

    fn other() -> String {
        "654321".into()
    }

    #[test]
    fn the_first_device_spends_the_number() {
        let mut pins = pins();
        let mut enter = |typed| pins.enter(typed, HERE, Millis::ZERO, other());
        assert_eq!(enter("123456"), PinAnswer::Right);
        assert_eq!(enter("123456"), PinAnswer::Wrong);
        assert_eq!(pins.number(), "654321");
    }

    #[test]
    fn who_guesses_waits_longer_each_time_and_the_right_figures_do_not_count_meanwhile() {
        let mut pins = pins();
        let mut now = Millis::ZERO;
        let mut waited = Vec::new();
        for _ in 0..TRIES {
            assert_eq!(pins.enter("000000", HERE, now, other()), PinAnswer::Wrong);
            let PinAnswer::Wait(wait) = pins.enter("123456", HERE, now, other()) else {
                panic!("no wait");
            };
            waited.push(wait.seconds());
            now = now.saturating_add(wait);
        }
        assert_eq!(waited, [1, 2, 4, 8, 600]);
        // and then it is looked at again
        assert_eq!(pins.enter("123456", HERE, now, other()), PinAnswer::Right);
    }

    #[test]
    fn who_guesses_locks_out_nobody_else() {
        let mut pins = pins();
        for second in 0..600 {
            pins.enter("000000", HERE, Millis::of_seconds(second), other());
        }
        let neighbour = IpAddr::from([192, 168, 1, 8]);
        let now = Millis::of_seconds(20);
        assert_eq!(
            pins.enter("123456", neighbour, now, other()),
            PinAnswer::Right
        );
    }

    #[test]
    fn many_who_guess_find_another_number_and_closed_doors() {
        let mut pins = pins();
        let from = |number: u32| IpAddr::V4(std::net::Ipv4Addr::from(0x0a00_0000 + number));
        for number in 1..TRIES_OF_ALL {
            let answer = pins.enter("000000", from(number), Millis::ZERO, other());
            assert_eq!(answer, PinAnswer::Wrong);
        }
        let last = pins.enter("000000", from(0), Millis::ZERO, other());
        assert_eq!(last, PinAnswer::WrongTooOften);
        assert_eq!(pins.number(), "654321");
        let wait = pins.enter("654321", HERE, Millis::ZERO, other());
        assert_eq!(wait, PinAnswer::Wait(CLOSED));
        assert_eq!(
            pins.enter("654321", HERE, CLOSED, other()),
            PinAnswer::Right
        );
    }

    #[test]
    fn a_whole_network_of_the_new_kind_is_one_guesser() {
        let mut pins = pins();
        let [one, two] = ["2001:db8::1", "2001:db8::ffff:2"].map(|text| text.parse().unwrap());
        assert_eq!(
            pins.enter("000000", one, Millis::ZERO, other()),
            PinAnswer::Wrong
        );
        let answer = pins.enter("123456", two, Millis::ZERO, other());
        assert_eq!(answer, PinAnswer::Wait(FIRST_WAIT));
    }
}
