//! Why the pages are not offered, in words.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use super::secrets::NoChance;
use super::words::{self, HallErrorMessage};
use crate::domain::i18n::{Explain, Explained, Group, Lang, Message};
use crate::domain::io_messages;

/// Why the pages are not offered.
#[derive(Debug, thiserror::Error)]
pub enum HallError {
    /// What was typed is no address.
    #[error("{0} is no address")]
    Address(String),
    #[error("{address} cannot be listened at")]
    Listen {
        address: SocketAddr,
        #[source]
        cause: io::Error,
    },
    #[error("the pages cannot be offered")]
    Start(#[source] io::Error),
    #[error(transparent)]
    NoChance(#[from] NoChance),
    #[error("{} cannot be used", .path.display())]
    Tls { path: PathBuf, fault: TlsFault },
    #[error("the program is built without encryption")]
    TlsNotBuilt,
}

/// What is wrong with a certificate or its key.
#[derive(Debug, thiserror::Error)]
pub enum TlsFault {
    #[error("it cannot be read")]
    Read(#[source] io::Error),
    #[error("there is no certificate in it")]
    NoCertificate,
    #[error("there is no key in it")]
    NoKey,
    /// They do not belong together, or are of a kind that nothing here encrypts with.
    #[error("the certificate and the key are not one")]
    NotOne,
}

impl Explain for HallError {
    fn explained(&self, lang: Lang) -> Explained {
        let says = &words::words_in(lang).errors;
        let with = |tried: String, because: Vec<String>, hint: &Message| Explained {
            tried,
            because,
            hint: Some(hint.to_string()),
        };
        match self {
            Self::Address(typed) => with(
                says[HallErrorMessage::Address].render(&[("typed", typed)]),
                Vec::new(),
                &says[HallErrorMessage::AddressHint],
            ),
            Self::Listen { address, cause } => {
                let why = listen_cause(cause, says, lang);
                with(
                    says[HallErrorMessage::Listen].render(&[("address", address)]),
                    vec![why],
                    &says[HallErrorMessage::ListenHint],
                )
            }
            Self::Start(cause) => Explained {
                tried: says[HallErrorMessage::Start].to_string(),
                because: vec![io_messages::sentence(cause, lang)],
                hint: None,
            },
            Self::NoChance(_) => Explained {
                tried: says[HallErrorMessage::Start].to_string(),
                because: vec![says[HallErrorMessage::NoChance].to_string()],
                hint: None,
            },
            Self::Tls { path, fault } => {
                let why = match fault {
                    TlsFault::Read(cause) => io_messages::sentence(cause, lang),
                    TlsFault::NoCertificate => says[HallErrorMessage::TlsNoCertificate].to_string(),
                    TlsFault::NoKey => says[HallErrorMessage::TlsNoKey].to_string(),
                    TlsFault::NotOne => says[HallErrorMessage::TlsNotOne].to_string(),
                };
                with(
                    says[HallErrorMessage::Tls].render(&[("path", &path.display())]),
                    vec![why],
                    &says[HallErrorMessage::TlsHint],
                )
            }
            Self::TlsNotBuilt => Explained {
                tried: says[HallErrorMessage::TlsNotBuilt].to_string(),
                because: Vec::new(),
                hint: Some(says[HallErrorMessage::TlsNotBuiltHint].to_string()),
            },
        }
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the causes of the system; those that mean no more here than anywhere have words already"
)]
fn listen_cause(cause: &io::Error, says: &Group<HallErrorMessage>, lang: Lang) -> String {
    let why = match cause.kind() {
        io::ErrorKind::AddrInUse => &says[HallErrorMessage::ListenTaken],
        io::ErrorKind::AddrNotAvailable => &says[HallErrorMessage::ListenNotHere],
        io::ErrorKind::PermissionDenied => &says[HallErrorMessage::ListenForbidden],
        _ => return io_messages::sentence(cause, lang),
    };
    why.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn why_an_address_cannot_be_listened_at_is_told_in_our_words() {
        let address = "192.0.2.1:80".parse().unwrap();
        for kind in [
            io::ErrorKind::AddrInUse,
            io::ErrorKind::AddrNotAvailable,
            io::ErrorKind::PermissionDenied,
        ] {
            let cause = io::Error::from(kind);
            let of_files = io_messages::sentence(&cause, Lang::Vi);
            let raw = cause.to_string();
            let told = HallError::Listen { address, cause }.explained(Lang::Vi);
            let why = told.because.join(" ");
            assert!(!why.contains(&raw) && why != of_files, "{why}");
        }
    }
}
