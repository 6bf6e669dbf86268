//! Who is connected: never more than so many, never more than so many from one address, and those who say nothing make way.
//! Knows addresses and no requests.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// So many connections at once.
pub(super) const MOST: usize = 256;
/// So many of one device, or of the devices behind one router.
const OF_ONE_ADDRESS: usize = 64;

/// The connections that are open.
#[derive(Debug, Default)]
pub(super) struct Connections {
    /// By number, the oldest first.
    open: Mutex<OpenConnections>,
}

#[derive(Debug, Default)]
struct OpenConnections {
    last: u64,
    by_number: BTreeMap<u64, OpenConnection>,
}

#[derive(Debug)]
struct OpenConnection {
    from: IpAddr,
    /// A whole request came over it.
    is_heard: bool,
    make_way: Arc<Notify>,
}

/// A place among the connections; given back when it is dropped.
#[derive(Debug)]
pub(super) struct Seat {
    number: u64,
    make_way: Arc<Notify>,
    connections: Arc<Connections>,
}

impl Connections {
    /// A place for a connection from this address; `None` where there is none, and nobody who has said nothing yet makes way.
    pub(super) fn admit(self: &Arc<Self>, from: IpAddr) -> Option<Seat> {
        let mut open = self.open();
        let own = |one: &OpenConnection| one.from == from;
        let of_address = open.by_number.values().filter(|one| own(one)).count();
        if !from.is_loopback() && of_address >= OF_ONE_ADDRESS {
            open.send_away(own)?;
        } else if open.by_number.len() >= MOST {
            open.send_away(|_| true)?;
        }
        open.last += 1;
        let number = open.last;
        let make_way = Arc::new(Notify::new());
        let seated = OpenConnection {
            from,
            is_heard: false,
            make_way: Arc::clone(&make_way),
        };
        open.by_number.insert(number, seated);
        drop(open);
        Some(Seat {
            number,
            make_way,
            connections: Arc::clone(self),
        })
    }

    fn open(&self) -> MutexGuard<'_, OpenConnections> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl OpenConnections {
    /// Sends the oldest of these away that has not said anything.
    fn send_away(&mut self, among: impl Fn(&OpenConnection) -> bool) -> Option<()> {
        let number = self
            .by_number
            .iter()
            .find(|(_, one)| !one.is_heard && among(one))
            .map(|(number, _)| *number)?;
        let silent = self.by_number.remove(&number)?;
        silent.make_way.notify_one();
        Some(())
    }
}

impl Seat {
    /// A request came, so the place is not given to others.
    pub(super) fn heard(&self) {
        if let Some(one) = self.connections.open().by_number.get_mut(&self.number) {
            one.is_heard = true;
        }
    }

    /// Until somebody else needs the place.
    pub(super) async fn is_needed(&self) {
        self.make_way.notified().await;
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.connections.open().by_number.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(last: u8) -> IpAddr {
        IpAddr::from([192, 168, 1, last])
    }

    fn full(connections: &Arc<Connections>) -> Vec<Seat> {
        (0..MOST)
            .map(|number| {
                let from = address(u8::try_from(number / OF_ONE_ADDRESS).unwrap());
                connections.admit(from).unwrap()
            })
            .collect()
    }

    #[test]
    fn a_newcomer_takes_the_place_of_the_oldest_that_said_nothing_and_of_nobody_else() {
        let connections = Arc::new(Connections::default());
        let seats = full(&connections);
        for seat in seats.iter().filter(|seat| seat.number != 7) {
            seat.heard();
        }
        // when one more comes, the silent one goes
        let late = connections.admit(address(200)).unwrap();
        assert!(!connections.open().by_number.contains_key(&7));
        late.heard();
        // and when nobody is silent, nobody goes and nobody comes
        assert!(connections.admit(address(201)).is_none());
        drop(seats);
        drop(late);
        assert!(connections.open().by_number.is_empty());
    }

    #[test]
    fn one_address_does_not_take_all_places_but_the_computer_itself_may() {
        let connections = Arc::new(Connections::default());
        let own: Vec<Seat> = (0..OF_ONE_ADDRESS)
            .map(|_| connections.admit(address(1)).unwrap())
            .collect();
        own.iter().for_each(Seat::heard);
        assert!(connections.admit(address(1)).is_none());
        let other = connections.admit(address(2));
        assert!(other.is_some());
        let here: Vec<Seat> = (0..100)
            .map_while(|_| connections.admit(IpAddr::from([127, 0, 0, 1])))
            .collect();
        assert_eq!(here.len(), 100);
    }
}
