//! The pages over an encrypted connection, read by a client that trusts this one certificate and nothing else.
//!
//! `certificate/` was made for these stories alone, for 127.0.0.1 and a hundred years; whoever has its key has nothing.

use std::io::{BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::json;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::client::{Ask, Reply, connected, head, reply};
use crate::hall::{Desk, Hall};

type Encrypted = StreamOwned<ClientConnection, TcpStream>;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/stations/certificate")
        .join(name)
}

fn offered(desk: &Desk, options: &[&str]) -> Hall {
    let (certificate, key) = (file("certificate.pem"), file("key.pem"));
    let tls = [
        "--tls",
        certificate.to_str().unwrap(),
        key.to_str().unwrap(),
    ];
    Hall::of(desk, &[&tls, options].concat())
}

fn encrypted(address: SocketAddr, trusted: RootCertStore) -> Encrypted {
    let config = ClientConfig::builder()
        .with_root_certificates(trusted)
        .with_no_client_auth();
    let name = ServerName::from(address.ip());
    let connection = ClientConnection::new(Arc::new(config), name).unwrap();
    StreamOwned::new(connection, connected(address))
}

fn trusted() -> RootCertStore {
    let mut roots = RootCertStore::empty();
    let certificate = CertificateDer::from_pem_file(file("certificate.pem")).unwrap();
    roots.add(certificate).unwrap();
    roots
}

fn opened(ask: &Ask, address: SocketAddr) -> BufReader<Encrypted> {
    let mut stream = encrypted(address, trusted());
    stream.write_all(ask.whole().as_bytes()).unwrap();
    BufReader::new(stream)
}

fn done(ask: &Ask, address: SocketAddr) -> Reply {
    reply(&mut opened(ask, address))
}

fn sent_by_page(address: SocketAddr, path: &str, body: &str) -> Ask {
    Ask::new(address, "POST", path)
        .with("Origin", &format!("https://{address}"))
        .with("Content-Type", "application/json")
        .sending(body)
}

#[test]
fn a_viewer_and_a_telephone_are_served_encrypted_and_nobody_else() {
    let mut desk = Desk::of_sample();
    let hall = offered(&desk, &["--register"]);
    let at = hall.address;
    // given a viewer who trusts the certificate: the page, and the pictures as they come
    let page = done(&Ask::new(at, "GET", "/"), at);
    assert_eq!(page.status, 200);
    assert!(
        page.header("content-security-policy")
            .contains("default-src 'none'")
    );
    let mut pictures = opened(&Ask::new(at, "GET", "/events"), at);
    let (status, headers) = head(&mut pictures);
    assert_eq!(
        (status, headers["content-type"].as_str()),
        (200, "text/event-stream")
    );
    // when a telephone comes in by the number, it keeps its secret for encrypted connections only
    let pin = json!({ "pin": hall.pin() }).to_string();
    let entered = done(&sent_by_page(at, "/register/pin", &pin), at);
    assert_eq!(entered.status, 200, "{entered:?}");
    let cookie = entered.header("set-cookie").to_owned();
    assert!(cookie.contains("; Secure"), "{cookie}");
    // and may say telephone and address, which nobody on the way can read
    assert_eq!(entered.json()["contacts"], true);
    let who = json!({ "name": "Lò Văn Ẩn", "subject": "Đường thôn", "phone": "0912 345 678" });
    let asked = sent_by_page(at, "/register", &who.to_string())
        .with("Cookie", cookie.split(';').next().unwrap());
    assert_eq!(done(&asked, at).status, 200);
    desk.takes_requests();
    let people = desk.open.session().state().queue.people();
    let last = &people.last().unwrap().registration;
    assert_eq!(last.name, "Lò Văn Ẩn");
}

#[test]
fn who_does_not_trust_the_certificate_or_does_not_encrypt_gets_nothing() {
    let desk = Desk::of_sample();
    let hall = offered(&desk, &[]);
    // a browser that was never told of it
    let mut stranger = encrypted(hall.address, RootCertStore::empty());
    let refused = stranger.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap_err();
    assert!(refused.to_string().contains("certificate"), "{refused}");
    // a page asked for in the open: the connection ends without a word of the session
    let mut plain = Ask::new(hall.address, "GET", "/").open();
    let mut got = Vec::new();
    let _ = plain.read_to_end(&mut got);
    let got = String::from_utf8_lossy(&got);
    assert!(
        !got.contains("HTTP/1.1 200") && !got.contains("html"),
        "{got}"
    );
    // and whoever encrypts is served all the same afterwards
    assert_eq!(
        done(&Ask::new(hall.address, "GET", "/"), hall.address).status,
        200
    );
}

#[test]
fn an_address_that_claims_to_be_encrypted_and_is_not_is_no_origin_of_ours() {
    let desk = Desk::of_sample();
    let hall = offered(&desk, &["--register"]);
    let at = hall.address;
    let pin = json!({ "pin": hall.pin() }).to_string();
    let forged = Ask::new(at, "POST", "/register/pin")
        .with("Origin", &format!("http://{at}"))
        .with("Content-Type", "application/json")
        .sending(&pin);
    assert_eq!(done(&forged, at).status, 403);
}
