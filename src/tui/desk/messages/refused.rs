//! Why a command was not carried out, in words.

use super::stations::of_stood_on;
use crate::domain::format;
use crate::domain::i18n::Lang;
use crate::domain::session::Session;
use crate::domain::session::rejection::Rejection;
use crate::tui::desk::phrases;
use crate::tui::desk::words::{DeskWords, FlowMessage, RefusalMessage, StationMessage};

/// Why a command was not carried out.
#[must_use]
pub fn of_refusal(refusal: &Rejection, session: &Session, words: &DeskWords, lang: Lang) -> String {
    let says = &words.refusals;
    match refusal {
        Rejection::Closed => says[RefusalMessage::Closed].to_string(),
        Rejection::NotBegun => says[RefusalMessage::NotBegun].to_string(),
        Rejection::FloorTaken { by } => says[RefusalMessage::FloorTaken]
            .render(&[("name", &phrases::holder_name(session, by, words))]),
        Rejection::FloorFree => says[RefusalMessage::FloorFree].to_string(),
        Rejection::ClockRuns => says[RefusalMessage::ClockRuns].to_string(),
        Rejection::ClockStands => says[RefusalMessage::ClockStands].to_string(),
        Rejection::InBreak => says[RefusalMessage::InBreak].to_string(),
        Rejection::NotInBreak => says[RefusalMessage::NotInBreak].to_string(),
        Rejection::NoSuchPhase(_) => says[RefusalMessage::NoSuchPhase].to_string(),
        Rejection::AlreadyTicked(_) => says[RefusalMessage::AlreadyTicked].to_string(),
        Rejection::NotWaiting(number) => {
            says[RefusalMessage::NotWaiting].render(&[("number", &number.0)])
        }
        Rejection::AlreadySpoke(number) => {
            says[RefusalMessage::AlreadySpoke].render(&[("number", &number.0)])
        }
        Rejection::HasTheFloor(number) => {
            says[RefusalMessage::HasTheFloor].render(&[("number", &number.0)])
        }
        Rejection::NobodyWaits => says[RefusalMessage::NobodyWaits].to_string(),
        Rejection::OpinionTakenUp(opinion) => {
            says[RefusalMessage::OpinionTakenUp].render(&[("number", &opinion.0)])
        }
        Rejection::NothingPrepared(item) => {
            says[RefusalMessage::NothingPrepared].render(&[("item", &item.0)])
        }
        Rejection::NothingAnnounced(number) => {
            says[RefusalMessage::NothingAnnounced].render(&[("number", &number.0)])
        }
        Rejection::NoGrounds => says[RefusalMessage::NoGrounds]
            .render(&[("regulation", &session.regulation().short.in_lang(lang))]),
        Rejection::EmptyText => says[RefusalMessage::EmptyText].to_string(),
        Rejection::NoLimit => says[RefusalMessage::NoLimit].to_string(),
        Rejection::NotClassed(item) => {
            says[RefusalMessage::NotClassed].render(&[("item", &item.0)])
        }
        Rejection::TimesOutOfOrder => says[RefusalMessage::TimesOutOfOrder].to_string(),
        Rejection::NotAway => says[RefusalMessage::NotAway].to_string(),
        Rejection::DayIsPast(day) => {
            words.flow[FlowMessage::DayRefused].render(&[("date", &format::date(*day))])
        }
        Rejection::SameAsBefore => says[RefusalMessage::SameAsBefore].to_string(),
        Rejection::AlreadyBegun => says[RefusalMessage::AlreadyBegun].to_string(),
        Rejection::NothingNew => says[RefusalMessage::NothingNew].to_string(),
        Rejection::NothingToUndo => says[RefusalMessage::NothingToUndo].to_string(),
        Rejection::NothingToRedo => says[RefusalMessage::NothingToRedo].to_string(),
        Rejection::StoodOn { act, later } => of_stood_on((*act, *later), session, words, lang),
        Rejection::NoSuchStation => words.stations[StationMessage::NoSuchStation].to_string(),
        Rejection::AgencyKnown(_) => says[RefusalMessage::AgencyKnown].to_string(),
        Rejection::NoSuchStep(_)
        | Rejection::NoSuchAct(_)
        | Rejection::NoSuchPerson(_)
        | Rejection::NoSuchItem(_)
        | Rejection::NoSuchTurn(_)
        | Rejection::NoSuchBreakOrVisit
        | Rejection::NoSuchAgency(_)
        | Rejection::NoSuchOpinion(_)
        | Rejection::NoSuchGround(_)
        | Rejection::NoSuchAttendee(_)
        | Rejection::NoSuchCase(_) => says[RefusalMessage::Unknown].to_string(),
        // These three open a dialog instead.
        Rejection::NeedsReason(_) | Rejection::NeedsScope | Rejection::GateShut(_) => {
            says[RefusalMessage::NeedsMore].to_string()
        }
    }
}
