//! Where other devices see the hall and register: the address in words, the number for the next device, and both as squares
//! for a camera. It shows what a program that offers the pages left for the desk, and offers none itself.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Dialog, PageSquares, Panel, PanelPage};
use crate::store::hall_sheet::HallAddress;
use crate::tui::desk::words::StationMessage;

pub(super) fn open(context: DialogContext<'_>, at: usize) -> Option<Dialog> {
    // The one that was shown may have ended.
    let at = at.min(context.halls.len().saturating_sub(1));
    let hall = context.halls.get(at)?;
    let says = &context.words.stations;
    let squares = hall.entry.as_ref().map(|entry| &entry.squares);
    let squares = squares.filter(|rows| !rows.is_empty());
    Some(Dialog {
        kind: DialogKind::HallAddress(at),
        panel: Panel::Page(PanelPage {
            title: says[StationMessage::HallTitle].to_string(),
            lines: lines(context, hall, at),
            beside: 0,
            scrolled: 0,
            squares: squares.map(|rows| PageSquares {
                rows: rows.clone(),
                no_room: says[StationMessage::HallTooSmall].to_string(),
            }),
        }),
    })
}

fn lines(context: DialogContext<'_>, hall: &HallAddress, at: usize) -> Vec<(String, String)> {
    let says = &context.words.stations;
    let mut told = Vec::new();
    if let Some(venue) = &hall.venue {
        told.push(says[StationMessage::HallVenue].render(&[("venue", venue)]));
    }
    match &hall.entry {
        Some(entry) => {
            told.push(says[StationMessage::HallScan].to_string());
            told.push(entry.url.clone());
            told.push(says[StationMessage::HallPin].render(&[("pin", &entry.pin)]));
            told.push(says[StationMessage::HallRegister].to_string());
        }
        None => told.push(says[StationMessage::HallNoEntry].to_string()),
    }
    told.push(says[StationMessage::HallView].render(&[("url", &hall.url)]));
    if hall.is_only_here {
        told.push(says[StationMessage::HallOnlyHere].to_string());
    }
    let all = context.halls.len();
    if all > 1 {
        let at = at + 1;
        told.push(says[StationMessage::HallOthers].render(&[("at", &at), ("all", &all)]));
    }
    told.into_iter().map(|line| (String::new(), line)).collect()
}
