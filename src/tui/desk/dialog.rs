//! What may lie on top of the desk: at most one list, form or page at a time, each carrying its own input.

mod class;
mod due;
mod keys;
mod lists;
mod open;
mod order;
mod submit;
mod times;

use super::action::Action;
use super::form::Form;
use super::keymap::Mode;
use super::picker::Picker;
use crate::domain::regulation::ActId;
use crate::domain::session::command::Command;
use crate::domain::session::deviation::Departure;
use crate::domain::session::floor::Holder;
use crate::domain::session::item::{ItemId, Raiser};
use crate::domain::session::plan::Number;
use crate::domain::session::timing::SegmentId;
use crate::tui::desk::words::NextMessage;

pub use open::{Ground, open};
pub use submit::{Submitted, submit};

/// What lies on top of the desk.
#[derive(Debug, Clone)]
pub enum Dialog {
    Picker(Box<Picker<Chosen>>),
    Form(Box<Form>, Purpose),
    Page(Page),
}

impl Dialog {
    #[must_use]
    pub const fn mode(&self) -> Mode {
        match self {
            Self::Picker(_) => Mode::Picker,
            Self::Form(..) => Mode::Form,
            Self::Page(_) => Mode::Page,
        }
    }
}

/// What choosing a line of a list does.
#[derive(Debug, Clone, PartialEq)]
pub enum Chosen {
    Mean(Action),
    Perform(Command),
    Open(Opening),
    SelectItem(ItemId),
    SelectPerson(Number),
    Quit,
    Nothing,
}

/// A dialog that can be asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Opening {
    Deadlines,
    Help,
    Palette,
    Find,
    Person(Number),
    Grounds(Number),
    ClassLater(ItemId),
    ClassUpward(ItemId),
    Reason(Box<Command>, Vec<Departure>),
    Scope(Box<Command>),
    Gate,
    Register,
    Item(ItemId),
    NewItem(Raiser),
    Answer(ItemId),
    Topic(ItemId),
    Note,
    Hall,
    Scene,
    Opinion(ItemId),
    MoveItem(ItemId),
    Answerer(Vec<ItemId>),
    FollowUpBy,
    Steps,
    Taking,
    Deputy,
    Break,
    Limit,
    Items,
    Segments,
    Correct(SegmentId),
    ConclusionGroups,
    Conclusion(ActId),
    Away,
    Folder,
    Quit,
}

/// What a form is for.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    ClassLater(ItemId),
    ClassUpward(ItemId),
    Reason(Box<Command>),
    Register,
    Item(ItemId),
    NewItem(Raiser),
    Answer(ItemId),
    Topic(ItemId),
    Note,
    Hall,
    Deputy,
    Break,
    Limit,
    Correct(SegmentId),
    Conclusion(ActId),
    Folder,
}

/// Something to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub title: String,
    /// Pairs of a key and what it does; a heading has no key.
    pub lines: Vec<(String, String)>,
    pub scrolled: usize,
}

/// Who a holder is, in words.
#[must_use]
pub fn holder_name(
    session: &crate::domain::session::Session,
    holder: &Holder,
    words: &super::words::DeskWords,
) -> String {
    match holder {
        Holder::Citizen(number) => session.state().queue.person(*number).map_or_else(
            || number.0.to_string(),
            |person| person.registration.called(),
        ),
        Holder::Chair => words.next[NextMessage::Chair].to_string(),
        Holder::Agency(id) => session.agency_name(id).to_owned(),
    }
}
