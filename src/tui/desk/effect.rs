//! What the desk asks the program to do.

use std::path::PathBuf;

use super::import::ImportSource;
use crate::domain::session::command::Command;
use crate::domain::session::venue::VenueLink;

/// What the desk asks the program to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    Perform(Command),
    SaveTo(PathBuf),
    /// The whole journal, into its own place.
    WriteAnew,
    /// Where the dossier is to go; the places are looked for now.
    AskWhereToExport,
    ExportTo(PathBuf),
    /// As it was typed.
    ExportToTyped(String),
    /// What a file or a pasted table would add.
    Import(ImportSource),
    /// At a station of another hall.
    LinkVenue(VenueLink),
    /// Which programs offer the pages of the hall now.
    LookForHalls,
    Quit,
}
