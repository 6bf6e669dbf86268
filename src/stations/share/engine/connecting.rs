//! Where an engine is, how it is reached, and why it cannot be, told apart as far as a person can do something about it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use async_nats::{ConnectError, ConnectErrorKind, ConnectOptions, ServerAddr};

use super::super::error::{Distrust, ShareError};
use super::super::subjects;
use super::{PATIENCE, innermost};

/// So often the connection is tried out: a cable that was cut says nothing by itself.
const PING: Duration = Duration::from_secs(3);

/// Where an engine is, and what is needed to get in.
#[derive(Debug, Clone)]
pub struct EngineAddress {
    pub(super) server: ServerAddr,
    /// The authority that vouches for the server, where the system does not know it.
    authority: Option<PathBuf>,
}

impl EngineAddress {
    /// What was typed, `nats://user:password@host:port` or `tls://…`.
    ///
    /// # Errors
    /// When it is no address, or the program cannot encrypt and should.
    pub fn read(typed: &str, authority: Option<&Path>) -> Result<Self, ShareError> {
        let server: ServerAddr = typed
            .trim()
            .parse()
            .map_err(|_| ShareError::Address(without_password(typed)))?;
        let is_encrypted = server.tls_required() || authority.is_some();
        if is_encrypted && !cfg!(feature = "tls") {
            return Err(ShareError::TlsNotBuilt);
        }
        Ok(Self {
            server,
            authority: authority.map(Path::to_owned),
        })
    }

    /// Host and port, without what is secret.
    #[must_use]
    pub fn shown(&self) -> String {
        format!("{}:{}", self.server.host(), self.server.port())
    }

    pub(super) fn options(&self) -> ConnectOptions {
        let user = self.server.username().unwrap_or_default().to_owned();
        let password = self.server.password().unwrap_or_default().to_owned();
        let inbox = format!("_INBOX_{}", subjects::word(&user));
        let mut options = ConnectOptions::new()
            .name("doithoai")
            .custom_inbox_prefix(inbox)
            .ping_interval(PING)
            .connection_timeout(PATIENCE)
            .request_timeout(Some(PATIENCE))
            .reconnect_delay_callback(|tries| {
                Duration::from_millis(u64::try_from(tries).unwrap_or(8).min(8) * 250)
            });
        if !user.is_empty() {
            options = options.user_and_password(user, password);
        }
        match &self.authority {
            Some(authority) => options
                .add_root_certificates(authority.clone())
                .require_tls(true),
            None => options,
        }
    }
}

/// An address as it may be shown, also where it is none.
fn without_password(typed: &str) -> String {
    match typed.rsplit_once('@') {
        Some((_, host)) => host.to_owned(),
        None => typed.to_owned(),
    }
}

/// Why there is no connection. A handshake that fails is told as any other fault of a connection.
pub(super) fn not_connected(error: &ConnectError, address: &EngineAddress) -> ShareError {
    let (address, cause) = (address.shown(), innermost(error));
    let is_tls = error.kind() == ConnectErrorKind::Tls;
    if let Some(why) = distrust(&cause).or_else(|| is_tls.then(|| Distrust::Other(cause.clone()))) {
        return ShareError::Tls { address, why };
    }
    match error.kind() {
        ConnectErrorKind::Authentication | ConnectErrorKind::AuthorizationViolation => {
            ShareError::NotLetIn(address)
        }
        ConnectErrorKind::ServerParse
        | ConnectErrorKind::Dns
        | ConnectErrorKind::TimedOut
        | ConnectErrorKind::Io
        | ConnectErrorKind::Tls
        | ConnectErrorKind::MaxReconnects => ShareError::Unreachable { address, cause },
    }
}

/// What is wrong with a certificate, in the words of whoever checks it; `None` where it is about something else.
fn distrust(said: &str) -> Option<Distrust> {
    if !said.contains("certificate") {
        return None;
    }
    let has = |words: &str| said.contains(words);
    Some(if has("certificate expired") || has("Expired") {
        Distrust::Ended
    } else if has("not valid yet") || has("NotValidYet") {
        Distrust::NotYet
    } else if has("not valid for") || has("NotValidForName") {
        Distrust::OtherName
    } else if has("UnknownIssuer") {
        Distrust::Unknown
    } else {
        Distrust::Other(said.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        let address = EngineAddress::read("nats://desk:geheim@127.0.0.1:4222", None).unwrap();
        assert_eq!(address.shown(), "127.0.0.1:4222");
        let error = EngineAddress::read("nats://desk:geheim@:::", None).unwrap_err();
        assert!(!format!("{error:?}").contains("geheim"));
    }

    #[test]
    fn what_is_wrong_with_a_certificate_is_told_apart() {
        for (said, why) in [
            (
                "invalid peer certificate: certificate expired: verification time 1795711417 (UNIX), but certificate is \
                 not valid after 1609459200 (186252217 seconds ago)",
                Distrust::Ended,
            ),
            ("invalid peer certificate: Expired", Distrust::Ended),
            (
                "invalid peer certificate: certificate not valid yet: verification time 1 (UNIX), but certificate is \
                 not valid before 2 (1 seconds in future)",
                Distrust::NotYet,
            ),
            (
                "invalid peer certificate: certificate not valid for name \"a\"; certificate is only valid for b",
                Distrust::OtherName,
            ),
            ("invalid peer certificate: UnknownIssuer", Distrust::Unknown),
            (
                "invalid peer certificate: BadSignature",
                Distrust::Other("invalid peer certificate: BadSignature".into()),
            ),
        ] {
            assert_eq!(distrust(said), Some(why), "{said}");
        }
        assert_eq!(distrust("Connection refused (os error 111)"), None);
    }
}
