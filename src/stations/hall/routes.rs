//! What can be asked of the program, by path, and what is answered.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Extension, Path, Request, State};
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use futures_util::stream;
use serde::{Deserialize, Serialize};

use super::HallServer;
use super::asked::{AskedView, OwnPersonView};
use super::connections::SeatSign;
use super::door::{Door, DoorFault, FormFault};
use super::guard::{Arrival, guard, json, sentence_response};
use super::qr;
use super::requests::{DeviceWish, ErrandFault};
use super::words::HallAnswerMessage;
use crate::domain::session::event::StationId;
use crate::store::hall_devices::KNOWN_FOR;

/// The bytes that a page may send at once.
pub(super) const MOST_BYTES: usize = 8 * 1024;
/// How long they may take.
const BODY_TIME: Duration = Duration::from_secs(10);
/// How long a viewer without a stream waits for another picture; one comes sooner.
const VIEW_TIME: Duration = Duration::from_secs(20);
/// How soon a viewer whose stream ended comes back, in the words of streams.
const COME_BACK: Bytes = Bytes::from_static(b"retry: 1500\n\n");

type Hall = State<Arc<HallServer>>;

/// All paths of a hall.
pub(super) fn router(hall: &Arc<HallServer>) -> Router {
    let mut router = Router::new()
        .route("/", get(page))
        .route("/hall.css", get(style))
        .route("/hall.js", get(script))
        .route("/events", get(events))
        .route("/view/{after}", get(view_after));
    if hall.door.is_some() {
        router = router
            .route("/register", get(page).post(register))
            .route(qr::PATH, get(to_register))
            .route("/register/pin", post(enter))
            .route("/register/correct", post(correct))
            .route("/register/mark", post(mark))
            .route("/register/asked", get(asked));
    }
    router
        .fallback(nothing_here)
        .layer(from_fn_with_state(Arc::clone(hall), guard))
        .with_state(Arc::clone(hall))
}

async fn page(State(hall): Hall) -> Response {
    sent(hall.page.html.clone(), "text/html; charset=utf-8")
}

/// What a camera read. A browser keeps what stands behind the stroke.
async fn to_register() -> Response {
    let place = HeaderValue::from_static("/register");
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

async fn style(State(hall): Hall) -> Response {
    sent(hall.page.style.clone(), "text/css; charset=utf-8")
}

async fn script(State(hall): Hall) -> Response {
    sent(hall.page.script.clone(), "text/javascript; charset=utf-8")
}

fn sent(bytes: Bytes, kind: &'static str) -> Response {
    (
        [(header::CONTENT_TYPE, HeaderValue::from_static(kind))],
        bytes,
    )
        .into_response()
}

async fn nothing_here(State(hall): Hall) -> Response {
    refused(&hall, StatusCode::NOT_FOUND, HallAnswerMessage::NotFound)
}

fn refused(hall: &HallServer, status: StatusCode, why: HallAnswerMessage) -> Response {
    sentence_response(status, hall.words.answers[why].as_str())
}

/// The pictures as a stream. A viewer that is too slow for all of them gets the present one next.
async fn events(State(hall): Hall, Extension(seat): Extension<SeatSign>) -> Response {
    let Some(watching) = seat.watches() else {
        return too_many_viewers(&hall);
    };
    let frames = hall.frames.clone();
    let begin = (frames, 0_u8, watching);
    let events = stream::unfold(begin, |(mut frames, sent, watching)| async move {
        if sent == 0 {
            return Some((Ok::<_, Infallible>(COME_BACK), (frames, 1, watching)));
        }
        if sent > 1 || frames.borrow().seq == 0 {
            frames.changed().await.ok()?;
        }
        let event = frames.borrow_and_update().event.clone();
        Some((Ok(event), (frames, 2, watching)))
    });
    let kind = HeaderValue::from_static("text/event-stream");
    ([(header::CONTENT_TYPE, kind)], Body::from_stream(events)).into_response()
}

/// The picture after the one with this number, for viewers that know no streams.
async fn view_after(
    State(hall): Hall,
    Extension(seat): Extension<SeatSign>,
    Path(after): Path<String>,
) -> Response {
    let Ok(after) = after.parse::<u64>() else {
        return refused(&hall, StatusCode::NOT_FOUND, HallAnswerMessage::NotFound);
    };
    let Some(_watching) = seat.watches() else {
        return too_many_viewers(&hall);
    };
    let mut frames = hall.frames.clone();
    let another = frames.wait_for(|frame| frame.seq != 0 && frame.seq != after);
    match tokio::time::timeout(VIEW_TIME, another).await {
        Ok(Ok(frame)) => sent(frame.json.clone(), "application/json; charset=utf-8"),
        Ok(Err(_)) | Err(_) => StatusCode::NO_CONTENT.into_response(),
    }
}

/// One address looks at the hall as often as it may; it comes again, since each look ends some time.
fn too_many_viewers(hall: &HallServer) -> Response {
    let mut response = refused(
        hall,
        StatusCode::TOO_MANY_REQUESTS,
        HallAnswerMessage::TooManyViewers,
    );
    let soon = HeaderValue::from_static("5");
    response.headers_mut().insert(header::RETRY_AFTER, soon);
    response
}

/// What a device is told of what it asked.
#[derive(Serialize)]
struct AskedAnswer {
    contacts: bool,
    /// Whether it has to be said if a subject is within what was announced.
    scope: bool,
    asked: Vec<AskedView>,
    /// Whom the device registered, and what may still be done about them.
    people: Vec<OwnPersonView>,
}

async fn asked(
    State(hall): Hall,
    Extension(arrival): Extension<Arrival>,
    headers: HeaderMap,
) -> Response {
    let known = hall.door.as_ref().and_then(|door| {
        let token = token_of(&headers, &arrival)?;
        Some((door, door.station(token)?))
    });
    match known {
        Some((door, station)) => of_station(&hall, door, &station),
        None => form_refused(&hall, FormFault::NoDevice),
    }
}

fn of_station(hall: &HallServer, door: &Door, station: &StationId) -> Response {
    json(&AskedAnswer {
        contacts: door.asks_contacts,
        scope: door.board.asks_scope(),
        asked: door.board.of(station, &hall.words, hall.lang),
        people: door.board.people_of(station, &hall.words),
    })
}

/// Figures that were typed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedPin {
    pin: String,
}

async fn enter(
    State(hall): Hall,
    Extension(arrival): Extension<Arrival>,
    request: Request,
) -> Response {
    let Some(door) = &hall.door else {
        return refused(&hall, StatusCode::NOT_FOUND, HallAnswerMessage::NotFound);
    };
    let body = match body(&hall, request).await {
        Ok(body) => body,
        Err(response) => return *response,
    };
    let Ok(TypedPin { pin }) = serde_json::from_slice(&body) else {
        return form_refused(&hall, FormFault::NotUnderstood);
    };
    match door.enter(&pin, arrival.peer.ip()) {
        Ok(token) => {
            let mut response = json(&AskedAnswer {
                contacts: door.asks_contacts,
                scope: door.board.asks_scope(),
                asked: Vec::new(),
                people: Vec::new(),
            });
            if let Ok(cookie) = HeaderValue::from_str(&cookie(&token, &arrival)) {
                response.headers_mut().insert(header::SET_COOKIE, cookie);
            }
            response
        }
        Err(fault) => not_let_in(&hall, fault),
    }
}

fn not_let_in(hall: &HallServer, fault: DoorFault) -> Response {
    let says = &hall.words.answers;
    match fault {
        DoorFault::WrongPin => refused(hall, StatusCode::FORBIDDEN, HallAnswerMessage::WrongPin),
        DoorFault::WrongTooOften => refused(
            hall,
            StatusCode::TOO_MANY_REQUESTS,
            HallAnswerMessage::WrongTooOften,
        ),
        DoorFault::TooManyDevices => refused(
            hall,
            StatusCode::TOO_MANY_REQUESTS,
            HallAnswerMessage::TooManyDevices,
        ),
        DoorFault::NoChance => refused(
            hall,
            StatusCode::SERVICE_UNAVAILABLE,
            HallAnswerMessage::NotWritten,
        ),
        DoorFault::Wait(time) => {
            let seconds = time.0.div_ceil(1000);
            let say = says[HallAnswerMessage::WaitForPin].render(&[("seconds", &seconds)]);
            let mut response = sentence_response(StatusCode::TOO_MANY_REQUESTS, &say);
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, seconds.into());
            response
        }
    }
}

async fn register(
    State(hall): Hall,
    Extension(arrival): Extension<Arrival>,
    request: Request,
) -> Response {
    wished(&hall, &arrival, request, Door::register).await
}

async fn correct(
    State(hall): Hall,
    Extension(arrival): Extension<Arrival>,
    request: Request,
) -> Response {
    wished(&hall, &arrival, request, Door::correct).await
}

async fn mark(
    State(hall): Hall,
    Extension(arrival): Extension<Arrival>,
    request: Request,
) -> Response {
    wished(&hall, &arrival, request, Door::mark).await
}

/// What a device wishes, in one of the ways in which it may.
async fn wished(
    hall: &HallServer,
    arrival: &Arrival,
    request: Request,
    understood: impl Fn(&Door, &StationId, &[u8]) -> Result<DeviceWish, FormFault>,
) -> Response {
    let token = token_of(request.headers(), arrival).map(ToOwned::to_owned);
    let known = hall.door.as_ref().and_then(|door| {
        let token = token?;
        let station = door.station(&token)?;
        Some((door, token, station))
    });
    // Whoever is not known sends nothing that is looked at.
    let Some((door, token, station)) = known else {
        return form_refused(hall, FormFault::NoDevice);
    };
    let body = match body(hall, request).await {
        Ok(body) => body,
        Err(response) => return *response,
    };
    let asked = match understood(door, &station, &body) {
        Ok(wish) => door.ask(&token, wish).await,
        Err(fault) => Err(fault),
    };
    match asked {
        Ok(()) => of_station(hall, door, &station),
        Err(fault) => form_refused(hall, fault),
    }
}

fn form_refused(hall: &HallServer, fault: FormFault) -> Response {
    let (status, why) = match fault {
        FormFault::NoDevice => (StatusCode::UNAUTHORIZED, HallAnswerMessage::NoDevice),
        FormFault::TooFast => (StatusCode::TOO_MANY_REQUESTS, HallAnswerMessage::TooFast),
        FormFault::NotUnderstood => (StatusCode::BAD_REQUEST, HallAnswerMessage::NotUnderstood),
        FormFault::NameMissing => (
            StatusCode::UNPROCESSABLE_ENTITY,
            HallAnswerMessage::NameMissing,
        ),
        FormFault::NotItsOwn => (StatusCode::FORBIDDEN, HallAnswerMessage::NotItsOwn),
        FormFault::Errand(ErrandFault::NoSession) => {
            (StatusCode::CONFLICT, HallAnswerMessage::NoSession)
        }
        FormFault::Errand(ErrandFault::NotWritten) => (
            StatusCode::SERVICE_UNAVAILABLE,
            HallAnswerMessage::NotWritten,
        ),
        FormFault::TooLong(most) => {
            let say = hall.words.answers[HallAnswerMessage::TooLong].render(&[("most", &most)]);
            return sentence_response(StatusCode::UNPROCESSABLE_ENTITY, &say);
        }
    };
    refused(hall, status, why)
}

/// What was sent, within its bounds of size and time.
async fn body(hall: &HallServer, request: Request) -> Result<Bytes, Box<Response>> {
    let announced = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    let too_large = || {
        refused(
            hall,
            StatusCode::PAYLOAD_TOO_LARGE,
            HallAnswerMessage::TooLarge,
        )
    };
    if announced.is_some_and(|length| length > MOST_BYTES) {
        return Err(Box::new(too_large()));
    }
    let read = axum::body::to_bytes(request.into_body(), MOST_BYTES);
    match tokio::time::timeout(BODY_TIME, read).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(_)) => Err(Box::new(too_large())),
        Err(_) => Err(Box::new(refused(
            hall,
            StatusCode::REQUEST_TIMEOUT,
            HallAnswerMessage::TooSlow,
        ))),
    }
}

/// A name for each port: browsers keep one box for all programs of a computer.
fn cookie_name(arrival: &Arrival) -> String {
    format!("doithoai-{}", arrival.local.port())
}

fn cookie(token: &str, arrival: &Arrival) -> String {
    let secure = if arrival.is_encrypted { "; Secure" } else { "" };
    format!(
        "{}={token}; Path=/register; Max-Age={}; HttpOnly; SameSite=Strict{secure}",
        cookie_name(arrival),
        KNOWN_FOR.seconds()
    )
}

fn token_of<'a>(headers: &'a HeaderMap, arrival: &Arrival) -> Option<&'a str> {
    const COOKIE: HeaderName = header::COOKIE;
    let name = cookie_name(arrival);
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find_map(|(given, token)| (given == name).then_some(token))
}
