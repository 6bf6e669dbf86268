//! Where something is offered to a network: the address as it is typed, and the one by which other devices reach it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

/// The address that was typed: `192.168.1.10:8080`, `192.168.1.10`, `:8080`, `8080`, `localhost:8080`. Without an address
/// every one of the computer is meant, without a port the usual one.
pub(super) fn address(typed: &str, usual: u16) -> Option<SocketAddr> {
    let typed = typed.trim();
    if let Ok(address) = typed.parse::<SocketAddr>() {
        return Some(address);
    }
    if let Ok(ip) = typed.trim_matches(['[', ']']).parse::<IpAddr>() {
        return Some(SocketAddr::new(ip, usual));
    }
    let (name, port) = match typed.rsplit_once(':') {
        Some((name, port)) => (name, port.parse().ok()?),
        None => match typed.parse() {
            Ok(port) => ("", port),
            Err(_) => (typed, usual),
        },
    };
    let ip = match name {
        "" => Ipv4Addr::UNSPECIFIED,
        name if name.eq_ignore_ascii_case("localhost") => Ipv4Addr::LOCALHOST,
        _ => return None,
    };
    Some(SocketAddr::new(IpAddr::V4(ip), port))
}

/// The address by which other devices reach this computer, as far as it can be told. Nothing is sent: the system only says
/// from where it would.
pub(super) fn reached_at(bound: SocketAddr) -> IpAddr {
    if !bound.ip().is_unspecified() {
        return bound.ip();
    }
    let towards = |to: [u8; 4]| {
        let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
        socket.connect((Ipv4Addr::from(to), 9)).ok()?;
        let ip = socket.local_addr().ok()?.ip();
        (!ip.is_unspecified() && !ip.is_loopback()).then_some(ip)
    };
    // The address kept for examples is anywhere else; the others are the usual networks without a way out.
    [
        [192, 0, 2, 1],
        [192, 168, 1, 1],
        [192, 168, 0, 1],
        [10, 0, 0, 1],
    ]
    .into_iter()
    .find_map(towards)
    .unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_be_typed_in_part() {
        for (typed, meant) in [
            ("192.168.1.10:9000", "192.168.1.10:9000"),
            ("192.168.1.10", "192.168.1.10:8080"),
            (" :9000 ", "0.0.0.0:9000"),
            ("9000", "0.0.0.0:9000"),
            ("localhost", "127.0.0.1:8080"),
            ("LOCALHOST:0", "127.0.0.1:0"),
            ("::1", "[::1]:8080"),
            ("[::1]:81", "[::1]:81"),
        ] {
            assert_eq!(address(typed, 8080), meant.parse().ok(), "{typed}");
        }
        for wrong in ["máy", "example.org:80", "8080:x", "99999", "1.2.3.4.5", ":"] {
            assert_eq!(address(wrong, 8080), None, "{wrong}");
        }
    }
}
