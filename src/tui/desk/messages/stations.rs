//! What is said of what a station asked: to the station, and quietly to the aide.

use super::{in_words, of_refusal};
use crate::domain::i18n::{Lang, Message};
use crate::domain::request::RequestRefusal;
use crate::domain::session::Session;
use crate::domain::session::event::{Event, JournalEntry, Seq, StationId};
use crate::domain::session::rejection::Rejection;
use crate::domain::session::venue::VenueLink;
use crate::domain::text;
use crate::store::inbox::{JunkKind, JunkLine};
use crate::tui::desk::phrases::{self, standing_word};
use crate::tui::desk::station_name::station_name;
use crate::tui::desk::words::{DeskWords, NoticeMessage, StationMessage};

/// The columns in which each of two texts is told.
const BOTH: usize = 160;

/// What a record did, whoever made it, in the words of the desk; an act that was taken back or put back by its own name.
#[must_use]
pub fn of_record(
    record: &JournalEntry,
    session: &Session,
    words: &DeskWords,
    lang: Lang,
) -> Option<String> {
    let told = of_events(&record.events, session, words, lang)?;
    Some(match left_behind(&record.events, session, words) {
        Some(left) => format!("{told} · {left}"),
        None => told,
    })
}

/// What events come to, whether they happened or are only thought of; what takes an act back by the name of that act.
#[must_use]
pub fn of_events(
    events: &[Event],
    session: &Session,
    words: &DeskWords,
    lang: Lang,
) -> Option<String> {
    let turn = session.state().turns.last();
    let first = events.first()?;
    let (sentence, act) = if let Event::Undone { act } = first {
        (&words.notices[NoticeMessage::Undone], act)
    } else if let Event::Redone { act } = first {
        (&words.notices[NoticeMessage::Redone], act)
    } else {
        return in_words(events, turn, session, words, lang);
    };
    let what = act_in_words(*act, session, words, lang);
    Some(sentence.render(&[("act", &what)]))
}

/// What a jump to the conclusion leaves behind, while that is so; the list of past acts does not say it of another day.
fn left_behind(events: &[Event], session: &Session, words: &DeskWords) -> Option<String> {
    let entered = events.iter().find_map(|event| {
        if let Event::StepEntered { step } = event {
            Some(step)
        } else {
            None
        }
    })?;
    let left = phrases::left_before_conclusion(session, entered, words);
    (!left.is_empty()).then(|| left.join(" · "))
}

/// What an act of the journal did.
#[must_use]
pub fn act_in_words(act: Seq, session: &Session, words: &DeskWords, lang: Lang) -> String {
    let turn = session.state().turns.last();
    let entry = session.history().entry(act);
    entry
        .and_then(|entry| in_words(&entry.record.events, turn, session, words, lang))
        .unwrap_or_default()
}

/// What a station is answered when its request was carried out: whoever registered wants to hear their number.
#[must_use]
pub fn of_taken(record: &JournalEntry, session: &Session, words: &DeskWords, lang: Lang) -> String {
    let registered = record.events.iter().find_map(|event| {
        if let Event::Registered { registration, .. } = event {
            Some(registration)
        } else {
            None
        }
    });
    match registered {
        Some(registration) => {
            let says = &words.stations;
            let said = [StationMessage::TakenNumber, StationMessage::Namesake];
            super::registered(registration, session, said.map(|said| &says[said]))
        }
        None => of_record(record, session, words, lang).unwrap_or_default(),
    }
}

/// Why a request was refused.
#[must_use]
pub fn of_request_refusal(
    refusal: &RequestRefusal,
    session: &Session,
    words: &DeskWords,
    lang: Lang,
) -> String {
    let says = &words.stations;
    let whole = |message: StationMessage| says[message].to_string();
    match refusal {
        RequestRefusal::UnknownStation(_) => whole(StationMessage::UnknownStation),
        RequestRefusal::ShutOut => whole(StationMessage::ShutOut),
        RequestRefusal::NotForThisStation => whole(StationMessage::NotForThisStation),
        RequestRefusal::AnotherJournal => whole(StationMessage::AnotherJournal),
        RequestRefusal::NotItsOwn(number) => {
            says[StationMessage::NotItsOwn].render(&[("number", &number.0)])
        }
        RequestRefusal::AlreadyCalled(number) => {
            says[StationMessage::AlreadyCalled].render(&[("number", &number.0)])
        }
        RequestRefusal::AnotherPerson(number) => {
            says[StationMessage::AnotherPerson].render(&[("number", &number.0)])
        }
        RequestRefusal::AnotherItem(item) => {
            says[StationMessage::AnotherItem].render(&[("item", &item.0)])
        }
        RequestRefusal::TooLong(most) => {
            says[StationMessage::FieldTooLong].render(&[("most", most)])
        }
        RequestRefusal::TextChanged(both) => {
            let told = |text: &str| {
                // What a station says it began from may be anything.
                let text = text::clean_line(text);
                if text.is_empty() {
                    return whole(StationMessage::NoTextWas);
                }
                format!("“{}”", text::shorten(&text, BOTH))
            };
            says[StationMessage::TextChanged]
                .render(&[("was", &told(&both.was)), ("now", &told(&both.now))])
        }
        RequestRefusal::StandingChanged { number, was, now } => {
            says[StationMessage::StandingChanged].render(&[
                ("number", &number.0),
                ("was", standing_word(*was, words)),
                ("now", standing_word(*now, words)),
            ])
        }
        RequestRefusal::OnlyTheDesk => whole(StationMessage::OnlyTheDesk),
        RequestRefusal::Rejected(Rejection::NeedsScope) => whole(StationMessage::NeedsScope),
        RequestRefusal::Rejected(rejection) => of_refusal(rejection, session, words, lang),
    }
}

/// That an act cannot be taken back or put back, because of what somebody else did since.
pub(super) fn of_stood_on(
    (act, later): (Seq, Seq),
    session: &Session,
    words: &DeskWords,
    lang: Lang,
) -> String {
    let says = &words.stations;
    let told = |seq: Seq| act_in_words(seq, session, words, lang);
    if act == later {
        return says[StationMessage::NoLongerThere].render(&[("act", &told(act))]);
    }
    let by = session.history().entry(later);
    let by = by.and_then(|entry| entry.record.by.as_ref());
    let station = match by {
        Some(station) => station_name(station, words),
        None => says[StationMessage::Desk].to_string(),
    };
    says[StationMessage::StoodOn].render(&[
        ("act", &told(act)),
        ("station", &station),
        ("later", &told(later)),
    ])
}

/// What stands in the inbox and is no request.
#[must_use]
pub fn of_junk(junk: &[JunkLine], words: &DeskWords) -> Option<String> {
    let says = &words.stations;
    let first = junk.first()?;
    let why = match &first.kind {
        JunkKind::TooLong => says[StationMessage::TooLong].to_string(),
        JunkKind::NotUtf8 => says[StationMessage::NotUtf8].to_string(),
        JunkKind::BadId => says[StationMessage::BadId].to_string(),
        // The reader's own words are English and say nothing to an aide.
        JunkKind::NotUnderstood(_) => says[StationMessage::NotUnderstood].to_string(),
    };
    Some(if junk.len() == 1 {
        says[StationMessage::Junk].render(&[("line", &first.line), ("why", &why)])
    } else {
        says[StationMessage::JunkMany].render(&[
            ("count", &junk.len()),
            ("line", &first.line),
            ("why", &why),
        ])
    })
}

/// What the desk did about a station or another hall.
pub(super) fn of_station_event(event: &Event, words: &DeskWords) -> Option<String> {
    let says = &words.stations;
    let station = |message: &Message, station: &StationId| {
        message.render(&[("station", &station_name(station, words))])
    };
    if let Event::StationShutOut { station: id } = event {
        return Some(station(&says[StationMessage::DidShutOut], id));
    }
    if let Event::StationLetIn { station: id } = event {
        return Some(station(&says[StationMessage::DidLetIn], id));
    }
    if let Event::VenueLinked { venue, link } = event {
        let message = match link {
            VenueLink::Ready => &says[StationMessage::VenueReady],
            VenueLink::Lost => &says[StationMessage::VenueLost],
        };
        return Some(message.render(&[("venue", venue)]));
    }
    None
}
