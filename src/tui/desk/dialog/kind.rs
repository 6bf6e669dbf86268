//! Which dialogs there are, and what choosing a line of a list does. Names only; what a dialog is made of is known by its
//! own file.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::domain::regulation::ChecklistItemId;
use crate::domain::session::attendance::Attendee;
use crate::domain::session::command::Command;
use crate::domain::session::deviation::Departure;
use crate::domain::session::item::{ItemId, Raiser};
use crate::domain::session::plan::Number;
use crate::domain::session::timing::SegmentId;
use crate::store::bundle::Destination;
use crate::tui::desk::action::Action;
use crate::tui::desk::import::{ImportOffer, ImportSource};

/// A dialog that can be asked for. The names of those that keep a draft stand in the draft's file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum DialogKind {
    #[serde(skip)]
    Deadlines,
    #[serde(skip)]
    Help,
    /// The rules of the moment, and all others, to be read.
    #[serde(skip)]
    Rules,
    #[serde(skip)]
    Palette,
    #[serde(skip)]
    Find,
    #[serde(skip)]
    Person(Number),
    /// The same at the desk at the door.
    #[serde(skip)]
    PersonAtDoor(Number),
    /// Who else asked for something.
    #[serde(skip)]
    Stations,
    /// Where the pages of the hall are: the program of this place among those that offer them.
    #[serde(skip)]
    HallAddress(usize),
    #[serde(skip)]
    Grounds(Number),
    /// Somebody has the floor: is this person to be called instead?
    #[serde(skip)]
    CallInstead(Number),
    PersonDetails(Number),
    ClassLater(ItemId),
    ClassUpward(ItemId),
    /// The item has a class: is it to be this one instead?
    #[serde(skip)]
    ChangeToNow(ItemId),
    #[serde(skip)]
    NoTimeForRest,
    #[serde(skip)]
    Reason(Box<Command>, Vec<Departure>),
    #[serde(skip)]
    Scope(Box<Command>),
    #[serde(skip)]
    Gate,
    Register,
    /// From which file people and opinions are added.
    #[serde(skip)]
    ImportFile,
    /// What a file or a pasted table would add.
    #[serde(skip)]
    Import(Box<ImportOffer>),
    Item(ItemId),
    NewItem(Raiser),
    Answer(ItemId),
    /// The line that opens when an item was answered at once.
    AnswerNow(ItemId),
    #[serde(skip)]
    Topic(ItemId),
    Note,
    Hall,
    #[serde(skip)]
    Scene,
    #[serde(skip)]
    Opinion(ItemId),
    #[serde(skip)]
    MoveItem(ItemId),
    #[serde(skip)]
    Answerer(Vec<ItemId>),
    #[serde(skip)]
    FollowUpBy,
    /// Which of their items somebody goes on about.
    #[serde(skip)]
    FollowUpAbout(Number),
    #[serde(skip)]
    Steps,
    #[serde(skip)]
    SpeakingMode,
    Deputy,
    #[serde(skip)]
    Break,
    #[serde(skip)]
    Limit,
    #[serde(skip)]
    Items,
    #[serde(skip)]
    Segments,
    #[serde(skip)]
    Correct(SegmentId),
    #[serde(skip)]
    ConclusionGroups,
    Conclusion(ChecklistItemId),
    /// What somebody announced and could not say.
    #[serde(skip)]
    Subjects(Number),
    SetAside(Number),
    #[serde(skip)]
    Attendance,
    #[serde(skip)]
    Presence(Attendee),
    #[serde(skip)]
    Substitute(Attendee),
    #[serde(skip)]
    PeopleCount,
    #[serde(skip)]
    Away,
    #[serde(skip)]
    Folder,
    /// The places a dossier may go to.
    #[serde(skip)]
    ExportTo(Vec<Destination>),
    #[serde(skip)]
    ExportFolder,
    #[serde(skip)]
    Quit,
}

impl DialogKind {
    /// Whether what was typed in the one form belongs in the other, too: the answer to an item is the same text in the
    /// line of the flow and with its own key.
    #[must_use]
    pub fn shares_draft_with(&self, other: &Self) -> bool {
        let is_same_answer = matches!(
            (self, other),
            (Self::Answer(one) | Self::AnswerNow(one), Self::Answer(two) | Self::AnswerNow(two)) if one == two
        );
        self == other || is_same_answer
    }
}

/// What choosing a line of a list does.
#[derive(Debug, Clone, PartialEq)]
pub enum PickerAction {
    Mean(Action),
    Perform(Command),
    Open(DialogKind),
    SelectItem(ItemId),
    /// Opens the card of an item, where the class keys are about it.
    OpenCard(ItemId),
    SelectPerson(Number),
    ExportTo(PathBuf),
    /// Reads it again, in another way.
    Import(ImportSource),
    Quit,
    /// Says why it cannot be done, and leaves the list open.
    Say(String),
    Nothing,
}
