//! A client that speaks the bare protocol.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;

use crate::engines::BOUND;

/// A client that says what it likes.
pub struct BareClient {
    stream: BufReader<TcpStream>,
}

impl BareClient {
    pub fn of(url: &str) -> Self {
        let rest = url.strip_prefix("nats://").unwrap();
        let (entry, host) = rest.split_once('@').unwrap();
        let (user, password) = entry.split_once(':').unwrap();
        let stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(BOUND)).unwrap();
        let mut client = Self {
            stream: BufReader::new(stream),
        };
        client.says(&format!(
            r#"CONNECT {{"verbose":true,"pedantic":false,"user":"{user}","pass":"{password}","protocol":1,"name":"x","lang":"x","version":"1","headers":true}}"#
        ));
        assert_eq!(client.line(), "+OK");
        client
    }

    pub fn says(&mut self, line: &str) {
        let stream = self.stream.get_mut();
        stream.write_all(format!("{line}\r\n").as_bytes()).unwrap();
    }

    pub fn line(&mut self) -> String {
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line).unwrap();
            if line.starts_with("PING") {
                self.says("PONG");
            } else if !line.starts_with("INFO") {
                return line.trim_end().to_owned();
            }
        }
    }

    /// Whether the server lets this be done, in its words.
    pub fn tries(&mut self, command: &str) -> String {
        self.says(command);
        loop {
            let line = self.line();
            if line.starts_with("-ERR") {
                return line;
            }
            if line == "+OK" {
                // A refusal of what was published comes behind.
                self.says("PING");
                loop {
                    let line = self.line();
                    if line.starts_with("-ERR") || line == "PONG" {
                        return line;
                    }
                }
            }
        }
    }

    /// The next message that is told.
    pub fn hears(&mut self) -> Vec<u8> {
        loop {
            let line = self.line();
            if line.starts_with("MSG") {
                let length = line.rsplit(' ').next().unwrap().parse().unwrap();
                let mut bytes = vec![0; length];
                self.stream.read_exact(&mut bytes).unwrap();
                return bytes;
            }
        }
    }
}
