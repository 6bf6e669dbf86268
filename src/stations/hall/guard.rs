//! What every request and every answer goes through: a request is meant for this program, under the name it was reached by,
//! and what changes something comes from a page of this program. Other pages that a device has open get nothing.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, PoisonError};

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;

use super::HallServer;
use super::connections::is_this_computer;
use super::words::HallAnswerMessage;

/// Over which connection a request came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arrival {
    pub(super) peer: SocketAddr,
    /// The address of this computer by which it was reached.
    pub(super) local: SocketAddr,
    pub(super) is_encrypted: bool,
}

/// What a browser is told to hold every page to.
const HEADERS: [(HeaderName, HeaderValue); 6] = [
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
             base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        ),
    ),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    ),
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

/// Lets a request through, or says why not.
pub(super) async fn guard(
    State(hall): State<Arc<HallServer>>,
    request: Request,
    next: Next,
) -> Response {
    let refused = too_often(&hall, &request).or_else(|| refusal(&hall, &request));
    let mut response = match refused {
        Some((status, why)) => sentence_response(status, hall.words.answers[why].as_str()),
        None => next.run(request).await,
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, value);
    }
    response
}

/// A sentence as the page reads it.
pub(super) fn sentence_response(status: StatusCode, say: &str) -> Response {
    #[derive(Serialize)]
    struct SentenceBody<'a> {
        say: &'a str,
    }
    (status, json(&SentenceBody { say })).into_response()
}

/// Data as the page reads it.
pub(super) fn json(data: &impl Serialize) -> Response {
    let text = serde_json::to_string(data).unwrap_or_default();
    let kind = HeaderValue::from_static("application/json; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}

/// Whether an address asks more often than any page does.
fn too_often(hall: &HallServer, request: &Request) -> Option<(StatusCode, HallAnswerMessage)> {
    let arrival = request.extensions().get::<Arrival>()?;
    let from = arrival.peer.ip();
    let mut pace = hall.pace.lock().unwrap_or_else(PoisonError::into_inner);
    let is_too_often = !is_this_computer(from) && !pace.admits(from, hall.clock.now().up);
    is_too_often.then_some((StatusCode::TOO_MANY_REQUESTS, HallAnswerMessage::TooFast))
}

fn refusal(hall: &HallServer, request: &Request) -> Option<(StatusCode, HallAnswerMessage)> {
    let arrival = request.extensions().get::<Arrival>()?;
    let headers = request.headers();
    let Some(host) =
        single_header(headers, &header::HOST).filter(|host| is_ours(host, arrival, &hall.names))
    else {
        return Some((
            StatusCode::MISDIRECTED_REQUEST,
            HallAnswerMessage::WrongHost,
        ));
    };
    if request.method() != Method::POST {
        return None;
    }
    let scheme = if arrival.is_encrypted {
        "https"
    } else {
        "http"
    };
    let own = format!("{scheme}://{host}");
    let is_own = |origin: &str| origin.eq_ignore_ascii_case(&own);
    if !single_header(headers, &header::ORIGIN).is_some_and(is_own) {
        return Some((StatusCode::FORBIDDEN, HallAnswerMessage::WrongOrigin));
    }
    // A form of a foreign page cannot send this kind without asking first.
    let is_json = |kind: &str| {
        let kind = kind.split(';').next().unwrap_or_default();
        kind.trim().eq_ignore_ascii_case("application/json")
    };
    if !single_header(headers, &header::CONTENT_TYPE).is_some_and(is_json) {
        return Some((
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            HallAnswerMessage::WrongKind,
        ));
    }
    None
}

/// A header that is there once.
fn single_header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

/// Whether a request asks for this program: by the address it came in at, or by a name that was given. Any other name was
/// pointed here by somebody else.
fn is_ours(host: &str, arrival: &Arrival, names: &[String]) -> bool {
    let usual = if arrival.is_encrypted { 443 } else { 80 };
    let (name, port) = parted(host, usual);
    if port != Some(arrival.local.port()) {
        return false;
    }
    let ip = arrival.local.ip().to_canonical();
    if let Ok(asked) = name.trim_matches(['[', ']']).parse::<IpAddr>() {
        return asked.to_canonical() == ip;
    }
    let is_here = ip.is_loopback() && name.eq_ignore_ascii_case("localhost");
    is_here || names.iter().any(|given| given.eq_ignore_ascii_case(name))
}

/// The name and the port of a `Host`.
fn parted(host: &str, usual: u16) -> (&str, Option<u16>) {
    // The colons of an address of the new kind stand in brackets.
    match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
        Some(_) | None => (host, Some(usual)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrival(local: &str, is_encrypted: bool) -> Arrival {
        Arrival {
            peer: "192.168.1.7:50000".parse().unwrap(),
            local: local.parse().unwrap(),
            is_encrypted,
        }
    }

    #[test]
    fn only_the_address_that_was_reached_and_the_names_that_were_given_are_ours() {
        let names = ["hoi-truong.local".to_owned()];
        let ours = |host: &str, local: &str, encrypted: bool| {
            is_ours(host, &arrival(local, encrypted), &names)
        };
        for (host, local) in [
            ("192.168.1.10:8080", "192.168.1.10:8080"),
            ("192.168.1.10", "192.168.1.10:80"),
            ("192.168.1.10:8080", "[::ffff:192.168.1.10]:8080"),
            ("localhost:8080", "127.0.0.1:8080"),
            ("[::1]:8080", "[::1]:8080"),
            ("[fe80::1]", "[fe80::1]:80"),
            ("Hoi-Truong.local:8080", "192.168.1.10:8080"),
        ] {
            assert!(ours(host, local, false), "{host}");
        }
        assert!(ours("hoi-truong.local", "192.168.1.10:443", true));
        for (host, local) in [
            ("", "192.168.1.10:8080"),
            ("192.168.1.10", "192.168.1.10:8080"),
            ("192.168.1.10:80", "192.168.1.10:8080"),
            ("192.168.1.11:8080", "192.168.1.10:8080"),
            ("localhost:8080", "192.168.1.10:8080"),
            ("example.org:8080", "192.168.1.10:8080"),
            ("hoi-truong.local.example.org:8080", "192.168.1.10:8080"),
            ("192.168.1.10:8080:8080", "192.168.1.10:8080"),
            ("192.168.1.10:x", "192.168.1.10:8080"),
        ] {
            assert!(!ours(host, local, false), "{host}");
        }
    }
}
