//! Who is connected: never more than so many, never more than so many from one address, and those who say nothing make way.
//! Knows addresses and no requests.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;

/// So many connections at once.
pub(super) const MOST: usize = 256;
/// So many of one device, or of the devices behind one router.
const OF_ONE_ADDRESS: usize = 64;
/// So many of these may go on looking at the hall; the others remain for what is soon over.
const WATCHING_OF_ONE_ADDRESS: usize = 32;
/// So many of one network of the new kind, in which one device has as many addresses as it likes.
const OF_ONE_NETWORK: usize = 192;

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
    /// What it asked for goes on until it leaves.
    is_watching: bool,
    make_way: Arc<Notify>,
}

/// A place among the connections; given back when it is dropped.
#[derive(Debug)]
pub(super) struct Seat {
    number: u64,
    make_way: Arc<Notify>,
    connections: Arc<Connections>,
}

/// Which place a request came over.
#[derive(Debug, Clone)]
pub(super) struct SeatSign {
    number: u64,
    connections: Arc<Connections>,
}

/// A place from which somebody looks at the hall, until this is dropped.
#[derive(Debug)]
pub(super) struct WatchingSeat(SeatSign);

impl Connections {
    /// A place for a connection from this address; `None` where there is none, and nobody who has said nothing yet makes way.
    pub(super) fn admit(self: &Arc<Self>, from: IpAddr) -> Option<Seat> {
        let mut open = self.open();
        let own = |one: &OpenConnection| one.from == from;
        let near = |one: &OpenConnection| network_of(one.from) == network_of(from);
        let of_address = open.by_number.values().filter(|one| own(one)).count();
        let of_network = open.by_number.values().filter(|one| near(one)).count();
        // Whoever sits at this computer needs no bound of their own.
        let is_device = !is_this_computer(from);
        if is_device && of_address >= OF_ONE_ADDRESS {
            open.send_away(own)?;
        } else if is_device && from.is_ipv6() && of_network >= OF_ONE_NETWORK {
            open.send_away(near)?;
        } else if open.by_number.len() >= MOST {
            open.send_away(|_| true)?;
        }
        open.last += 1;
        let number = open.last;
        let make_way = Arc::new(Notify::new());
        let seated = OpenConnection {
            from,
            is_heard: false,
            is_watching: false,
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

/// Whether a connection comes from the computer that offers the pages.
pub(super) fn is_this_computer(from: IpAddr) -> bool {
    let from = from.to_canonical();
    from == Ipv4Addr::LOCALHOST || from == Ipv6Addr::LOCALHOST
}

/// Whoever has one address of the new kind has all of its network.
pub(super) fn network_of(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(ip) => IpAddr::V6((u128::from(ip) & !u128::from(u64::MAX)).into()),
        ip @ IpAddr::V4(_) => ip,
    }
}

impl Seat {
    pub(super) fn sign(&self) -> SeatSign {
        SeatSign {
            number: self.number,
            connections: Arc::clone(&self.connections),
        }
    }

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

impl SeatSign {
    /// Goes on looking at the hall; `None` where as many of this address do as may.
    pub(super) fn watches(&self) -> Option<WatchingSeat> {
        let mut open = self.connections.open();
        let from = open.by_number.get(&self.number)?.from;
        let watching = open.by_number.values();
        let watching = watching.filter(|one| one.is_watching && one.from == from);
        if !is_this_computer(from) && watching.count() >= WATCHING_OF_ONE_ADDRESS {
            return None;
        }
        open.by_number.get_mut(&self.number)?.is_watching = true;
        Some(WatchingSeat(self.clone()))
    }
}

impl Drop for WatchingSeat {
    fn drop(&mut self) {
        let mut open = self.0.connections.open();
        if let Some(one) = open.by_number.get_mut(&self.0.number) {
            one.is_watching = false;
        }
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

    #[test]
    fn one_address_watches_so_often_and_still_has_places_for_what_is_soon_over() {
        let connections = Arc::new(Connections::default());
        let seats: Vec<Seat> = (0..OF_ONE_ADDRESS)
            .map(|_| connections.admit(address(1)).unwrap())
            .collect();
        let mut watching: Vec<WatchingSeat> = seats
            .iter()
            .filter_map(|seat| seat.sign().watches())
            .collect();
        assert_eq!(watching.len(), WATCHING_OF_ONE_ADDRESS);
        // another one has its own, and one that leaves makes room
        let other = connections.admit(address(2)).unwrap();
        assert!(other.sign().watches().is_some());
        watching.pop();
        assert!(seats[60].sign().watches().is_some());
    }

    #[test]
    fn a_device_with_a_whole_network_of_addresses_leaves_places_for_others() {
        let connections = Arc::new(Connections::default());
        let from = |last: u16| IpAddr::from([0xfd00, 0, 0, 0, 0, 0, 0, last]);
        let taken: Vec<Seat> = (0..300)
            .map_while(|last| {
                let seat = connections.admit(from(last))?;
                seat.heard();
                Some(seat)
            })
            .collect();
        assert_eq!(taken.len(), OF_ONE_NETWORK);
        assert!(connections.admit(address(1)).is_some());
    }
}
