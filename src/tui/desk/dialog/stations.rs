//! Who else asked for something, to be shut out or let in again; and the other halls, to be marked ready or lost.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, hinted, plain};
use crate::domain::format;
use crate::domain::session::command::Command;
use crate::domain::session::event::StationId;
use crate::domain::session::venue::VenueLink;
use crate::tui::desk::picker::PickerLine;
use crate::tui::desk::station_name::station_name;
use crate::tui::desk::words::StationMessage;

pub(super) fn open(context: DialogContext<'_>) -> Option<Dialog> {
    let mut lines: Vec<PickerLine<PickerAction>> = context
        .known_stations()
        .into_iter()
        .map(|station| station_line(context, station))
        .collect();
    lines.extend(venue_lines(context));
    let title = context.words.stations[StationMessage::Title].to_string();
    Some(Dialog {
        kind: DialogKind::Stations,
        panel: Panel::list_of_some(title, lines)?,
    })
}

fn station_line(context: DialogContext<'_>, station: StationId) -> PickerLine<PickerAction> {
    let says = &context.words.stations;
    let is_shut_out = context.session.state().shut_out.contains(&station);
    let name = station_name(&station, context.words);
    let message = if is_shut_out {
        &says[StationMessage::DoLetIn]
    } else {
        &says[StationMessage::DoShutOut]
    };
    let entries = context.session.history().entries().iter();
    let did = entries.filter(|entry| entry.record.by.as_ref() == Some(&station));
    let (count, last) = did.fold((0_usize, None), |(count, _), entry| {
        (count + 1, Some(entry.at.wall))
    });
    let mut hint: Vec<String> = Vec::new();
    if let Some(last) = last {
        hint.push(
            says[StationMessage::Asked].render(&[("count", &count), ("time", &format::time(last))]),
        );
    }
    if is_shut_out {
        hint.push(says[StationMessage::IsShutOut].to_string());
    }
    let command = if is_shut_out {
        Command::LetIn { station }
    } else {
        Command::ShutOut { station }
    };
    hinted(
        message.render(&[("station", &name)]),
        hint.join(" · "),
        PickerAction::Perform(command),
    )
}

/// The other halls; this one is where the desk stands.
fn venue_lines(context: DialogContext<'_>) -> Vec<PickerLine<PickerAction>> {
    let says = &context.words.stations;
    let here = context.session.plan().venue.as_deref();
    let venues = context.session.venues();
    let others = venues.into_iter().filter(|venue| Some(*venue) != here);
    others
        .map(|venue| {
            let linked = context.session.venue_link(venue).map(|change| change.link);
            let (message, link) = match linked {
                Some(VenueLink::Ready) => (StationMessage::MarkVenueLost, VenueLink::Lost),
                Some(VenueLink::Lost) | None => (StationMessage::MarkVenueReady, VenueLink::Ready),
            };
            plain(
                says[message].render(&[("venue", &venue)]),
                PickerAction::Perform(Command::LinkVenue {
                    venue: venue.to_owned(),
                    link,
                }),
            )
        })
        .collect()
}
