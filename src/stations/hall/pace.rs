//! How often one address may ask for anything: generously, so that a page that is loaded, followed and registered on never
//! meets the bound, and a program that asks without end does. Time comes in as a value; it knows no request.

use std::collections::HashMap;
use std::net::IpAddr;

use crate::domain::time::Millis;

/// So many in a row, and one more after each of these times.
const IN_A_ROW: u64 = 600;
const EACH: Millis = Millis(20);
/// So many addresses are remembered. Whoever comes from more of them is held back by the number of connections.
const ADDRESSES: usize = 1024;

/// When each address will have asked no more than it may; each request moves that on.
#[derive(Debug, Default)]
pub(super) struct RequestPace {
    quiet_at: HashMap<IpAddr, Millis>,
}

impl RequestPace {
    /// Whether another request of an address is answered.
    pub(super) fn admits(&mut self, from: IpAddr, now: Millis) -> bool {
        if self.quiet_at.len() >= ADDRESSES {
            self.quiet_at.retain(|_, quiet_at| *quiet_at > now);
        }
        if self.quiet_at.len() >= ADDRESSES {
            self.quiet_at.clear();
        }
        let known = self.quiet_at.get(&from).copied().unwrap_or(now);
        let quiet_at = known.max(now).saturating_add(EACH);
        if quiet_at.saturating_sub(now) > Millis(EACH.0 * IN_A_ROW) {
            return false;
        }
        self.quiet_at.insert(from, quiet_at);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 1, 7));

    #[test]
    fn who_asks_without_end_is_held_to_a_pace_and_nobody_else_is() {
        let mut pace = RequestPace::default();
        let row = (0..10_000).take_while(|_| pace.admits(HERE, Millis::ZERO));
        assert_eq!(row.count(), 600);
        assert!(pace.admits(IpAddr::from([192, 168, 1, 8]), Millis::ZERO));
        // then one each time, however often it is tried
        let second = (1..=1000)
            .filter(|at| pace.admits(HERE, Millis(*at)))
            .count();
        assert_eq!(second, 50);
        // and all of them again after a rest
        let rested = Millis::of_seconds(60);
        assert_eq!(
            (0..10_000)
                .take_while(|_| pace.admits(HERE, rested))
                .count(),
            600
        );
    }

    #[test]
    fn a_page_that_asks_as_pages_do_never_waits() {
        let mut pace = RequestPace::default();
        // thirty telephones behind one router, each asking for its answer every 700 ms
        for at in 0..600_u64 {
            for _ in 0..30 {
                assert!(pace.admits(HERE, Millis(at * 700)), "{at}");
            }
        }
    }

    #[test]
    fn countless_addresses_take_no_more_memory() {
        let mut pace = RequestPace::default();
        for number in 0..100_000_u32 {
            pace.admits(IpAddr::from(number.to_be_bytes()), Millis::ZERO);
        }
        assert!(pace.quiet_at.len() <= ADDRESSES);
    }
}
