//! A browser as far as a story needs one: bytes over a socket, with a bound on every wait.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// No answer takes longer.
pub const BOUND: Duration = Duration::from_secs(20);

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The sentence of a refusal.
    pub fn say(&self) -> String {
        self.json()["say"].as_str().unwrap().to_owned()
    }
}

/// A request being put together.
pub struct Ask {
    address: SocketAddr,
    head: String,
    has_host: bool,
    body: String,
}

impl Ask {
    pub fn new(address: SocketAddr, method: &str, path: &str) -> Self {
        Self {
            address,
            head: format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n"),
            has_host: false,
            body: String::new(),
        }
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.has_host |= name == "Host";
        self.head.extend([name, ": ", value, "\r\n"]);
        self
    }

    /// As a page of the program sends it.
    pub fn sent_by_page(self, body: &str) -> Self {
        let origin = format!("http://{}", self.address);
        self.with("Origin", &origin)
            .with("Content-Type", "application/json")
            .sending(body)
    }

    pub fn sending(mut self, body: &str) -> Self {
        body.clone_into(&mut self.body);
        let length = body.len().to_string();
        self.with("Content-Length", &length)
    }

    pub fn open(self) -> BufReader<TcpStream> {
        let mut stream = connected(self.address);
        stream.write_all(self.whole().as_bytes()).unwrap();
        BufReader::new(stream)
    }

    /// All that is sent.
    pub fn whole(&self) -> String {
        let host = if self.has_host {
            String::new()
        } else {
            format!("Host: {}\r\n", self.address)
        };
        format!("{}{host}\r\n{}", self.head, self.body)
    }

    pub fn done(self) -> Reply {
        reply(&mut self.open())
    }
}

pub fn get(address: SocketAddr, path: &str) -> Reply {
    Ask::new(address, "GET", path).done()
}

pub fn connected(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect_timeout(&address, BOUND).unwrap();
    stream.set_read_timeout(Some(BOUND)).unwrap();
    stream.set_write_timeout(Some(BOUND)).unwrap();
    stream
}

/// The head of an answer: its status and its headers.
pub fn head<S: Read>(stream: &mut BufReader<S>) -> (u16, BTreeMap<String, String>) {
    let mut line = String::new();
    stream.read_line(&mut line).unwrap();
    let status = line.split(' ').nth(1).unwrap_or_else(|| panic!("{line:?}"));
    let status = status.parse().unwrap();
    let mut headers = BTreeMap::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).unwrap();
        let Some((name, value)) = line.trim_end().split_once(": ") else {
            return (status, headers);
        };
        headers.insert(name.to_ascii_lowercase(), value.to_owned());
    }
}

pub fn reply<S: Read>(stream: &mut BufReader<S>) -> Reply {
    let (status, headers) = head(stream);
    let length: usize = headers
        .get("content-length")
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).unwrap();
    Reply {
        status,
        headers,
        body: String::from_utf8(body).unwrap(),
    }
}

/// A viewer that is sent pictures.
pub struct Viewer {
    stream: BufReader<TcpStream>,
}

impl Viewer {
    pub fn of(address: SocketAddr) -> Self {
        let mut stream = Ask::new(address, "GET", "/events").open();
        let (status, headers) = head(&mut stream);
        assert_eq!(status, 200);
        assert_eq!(headers["content-type"], "text/event-stream");
        Self { stream }
    }

    /// The next picture.
    pub fn next(&mut self) -> serde_json::Value {
        loop {
            let mut line = String::new();
            assert!(
                self.stream.read_line(&mut line).unwrap() > 0,
                "the stream ended"
            );
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }

    /// The next picture of which this is so.
    pub fn next_with(&mut self, is_so: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        for _ in 0..50 {
            let frame = self.next();
            if is_so(&frame) {
                return frame;
            }
        }
        panic!("no such picture came");
    }
}
