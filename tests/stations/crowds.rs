//! Who is slow, silent or too many keeps nobody else from looking.

use std::io::{BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Mutex;

use doithoai::domain::session::command::Command;
use doithoai::domain::session::scene::Scene;

use crate::client::{Ask, Viewer, connected, get, head};
use crate::hall::{Desk, Hall};

/// One crowd at a time: each opens hundreds of files in this process.
static CROWD: Mutex<()> = Mutex::new(());

fn alone() -> std::sync::MutexGuard<'static, ()> {
    CROWD
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Whether the other side ended the connection, within the bound of reading.
fn is_ended(stream: &mut TcpStream) -> bool {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => true,
        Err(error) => error.kind() == std::io::ErrorKind::ConnectionReset,
    }
}

#[test]
fn those_who_say_nothing_make_way_for_those_who_look() {
    let _alone = alone();
    let mut desk = Desk::of_sample();
    let hall = Hall::of(&desk, &[]);
    // given as many silent connections as there may be
    let mut silent: Vec<TcpStream> = (0..256).map(|_| connected(hall.address)).collect();
    // when two hundred come to look
    let mut viewers: Vec<Viewer> = (0..200).map(|_| Viewer::of(hall.address)).collect();
    // then all of them see the next act
    desk.does(Command::SetScene {
        scene: Some(Scene::Blank),
    });
    for viewer in &mut viewers {
        viewer.next_with(|frame| frame["view"]["scene"] == "Blank");
    }
    // and the oldest of the silent ones was ended
    assert!(is_ended(&mut silent[0]));
}

#[test]
fn where_all_places_are_taken_by_viewers_one_more_is_told_so_and_nobody_goes() {
    let _alone = alone();
    let mut desk = Desk::of_sample();
    let hall = Hall::of(&desk, &[]);
    let mut viewers: Vec<Viewer> = (0..256).map(|_| Viewer::of(hall.address)).collect();
    let mut late = BufReader::new(connected(hall.address));
    assert_eq!(head(&mut late).0, 503);
    desk.does(Command::SetScene {
        scene: Some(Scene::Blank),
    });
    for viewer in &mut viewers {
        viewer.next_with(|frame| frame["view"]["scene"] == "Blank");
    }
    // when one goes, the next finds a place
    viewers.pop();
    let is_served = (0..200).any(|_| {
        let mut stream = Ask::new(hall.address, "GET", "/").open();
        let served = head(&mut stream).0 == 200;
        std::thread::yield_now();
        served
    });
    assert!(is_served);
}

#[test]
fn a_request_that_does_not_become_whole_is_ended() {
    let _alone = alone();
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let mut begun = connected(hall.address);
    begun.write_all(b"GET / HTTP/1.1\r\nHost: 127").unwrap();
    let mut nothing = connected(hall.address);
    let mut idle = connected(hall.address);
    let whole = format!("GET /hall.css HTTP/1.1\r\nHost: {}\r\n\r\n", hall.address);
    idle.write_all(whole.as_bytes()).unwrap();
    let mut body = connected(hall.address);
    let told = format!(
        "POST /register/pin HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{{",
        hall.address
    );
    body.write_all(told.as_bytes()).unwrap();
    assert!(is_ended(&mut begun), "half a head");
    assert!(is_ended(&mut nothing), "nothing at all");
    assert!(is_ended(&mut idle), "nothing more");
    let mut body = BufReader::new(body);
    assert_eq!(head(&mut body).0, 408, "half a body");
    assert_eq!(get(hall.address, "/").status, 200);
}

#[test]
fn what_is_too_large_or_no_request_at_all_ends_that_connection_and_nothing_else() {
    let _alone = alone();
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    for junk in [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".as_slice(),
        b"\0\0\0\0\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ] {
        let mut stream = connected(hall.address);
        stream.write_all(junk).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        assert!(is_ended(&mut stream), "{junk:?}");
    }
    let mut endless = connected(hall.address);
    let header = [b"X: ".as_slice(), &[b'a'; 1000], b"\r\n"].concat();
    endless.write_all(b"GET / HTTP/1.1\r\n").unwrap();
    while endless.write_all(&header).is_ok() {}
    assert_eq!(get(hall.address, "/").status, 200);
}
