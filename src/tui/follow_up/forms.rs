//! The forms of the follow-up screen: one file for each, with typed fields, how it opens and how it is read back.

mod agree_day;
mod answer;
mod assign;
mod attach;
mod duty;
mod extend;
mod note;
mod notice;
mod paper;
mod place;
mod publish;
mod remind;
mod reopen;
mod sent;
mod submit;
mod told;

use crate::tui::follow_up::words::FollowUpScreenMessage;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{FollowUpEffect, FollowUpScreen, FollowedCase, OwedLine};
use crate::domain::follow_up::teller::FollowUpTeller;
use crate::domain::follow_up::{LetterDate, PromiseStanding};
use crate::domain::format;
use crate::tui::desk::form::{Field, Form, FormFields, place_of};
use crate::tui::follow_up::words::FollowUpScreenWords;

/// What a form knows of the world.
#[derive(Debug, Clone, Copy)]
pub(super) struct FollowUpContext<'a> {
    pub words: &'a FollowUpScreenWords,
    pub teller: &'a FollowUpTeller,
    pub today: NaiveDate,
    pub session: usize,
    pub case: &'a FollowedCase,
    /// Where the last paper was written.
    pub folder: &'a str,
}

/// The number of a field, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FieldFault {
    pub field: usize,
    pub text: String,
}

/// The fields of a form, and what becomes of them.
pub(super) trait FollowUpForm: FormFields {
    /// What the form asks for when it is accepted.
    ///
    /// # Errors
    /// The first field that is not right.
    fn accept(&self, context: FollowUpContext<'_>) -> Result<FollowUpEffect, FieldFault>;

    /// The session it is about.
    fn session(&self) -> usize;
}

/// A form that is about one row.
type Opened = Option<Form<dyn FollowUpForm>>;

/// Which form is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum FormKind {
    Notice,
    Answer(u32),
    PassOn(u32),
    Remind(u32),
    Publish,
    Extend,
    Attach(Option<u32>),
    Paper(Option<u32>),
    Reopen(u32),
    AgreeDay(u32),
    Told(u32),
    Sent(Option<u32>),
    Note(Option<u32>),
    Duty(crate::domain::follow_up::DutyRef),
    /// It belongs to the moment in which a command could not be entered.
    #[serde(skip)]
    Place(crate::domain::follow_up::LedgerCommand),
}

pub(super) fn open(context: FollowUpContext<'_>, kind: FormKind) -> Opened {
    match kind {
        FormKind::Notice => Some(notice::open(context)),
        FormKind::Answer(item) => answer::open(context, item),
        FormKind::PassOn(item) => {
            let promise = promise_of(context.case, item)?;
            if promise.class == crate::domain::regulation::ClassKind::ReportUpward {
                Some(submit::open(context, promise))
            } else {
                Some(assign::open(context, promise))
            }
        }
        FormKind::Remind(item) => remind::open(context, item),
        FormKind::Publish => Some(publish::open(context)),
        FormKind::Extend => extend::open(context),
        FormKind::Attach(item) => Some(attach::open(context, item)),
        FormKind::Paper(item) => Some(paper::open(context, item)),
        FormKind::Reopen(item) => Some(reopen::open(context, item)),
        FormKind::AgreeDay(item) => Some(agree_day::open(context, item)),
        FormKind::Told(item) => Some(told::open(context, item)),
        FormKind::Sent(item) => Some(sent::open(context, item)),
        FormKind::Note(item) => Some(note::open(context, item)),
        FormKind::Duty(duty) => duty::open(context, &duty),
        FormKind::Place(command) => Some(place::open(context, command)),
    }
}

impl FollowUpScreen {
    /// What a form about a session knows.
    pub(super) fn context(&self, session: usize) -> Option<FollowUpContext<'_>> {
        Some(FollowUpContext {
            words: &self.words,
            teller: &self.teller,
            today: self.today,
            session,
            case: self.cases.get(session)?,
            folder: &self.folder,
        })
    }

    /// The session that keys are about: that of the row, else the one shown.
    pub(super) fn session_meant(&self) -> Option<usize> {
        let of_row = self.row().map(|row: &OwedLine| row.key.session);
        of_row.or(self.scope).filter(|at| *at < self.cases.len())
    }
}

fn form(title: String, fields: impl FollowUpForm + 'static) -> Form<dyn FollowUpForm> {
    let content: Box<dyn FollowUpForm> = Box::new(fields);
    Form::new(title, content)
}

fn promise_of(case: &FollowedCase, item: u32) -> Option<&PromiseStanding> {
    let mut promises = case.overview.promises.iter();
    promises.find(|promise| promise.item.id == item)
}

/// A field with a day that is proposed.
fn day_field(label: &crate::domain::i18n::Message, day: Option<NaiveDate>) -> Field {
    let text = day.map_or_else(String::new, format::date);
    Field::proposing(label.to_string(), &text)
}

/// The day in a field.
fn day_in<F: FormFields + ?Sized>(
    form: &F,
    field: &Field,
    context: FollowUpContext<'_>,
) -> Result<NaiveDate, FieldFault> {
    format::read_date(&field.content()).ok_or_else(|| fault(form, field, context))
}

/// The day in a field that may stay empty.
fn day_or_none<F: FormFields + ?Sized>(
    form: &F,
    field: &Field,
    context: FollowUpContext<'_>,
) -> Result<Option<NaiveDate>, FieldFault> {
    if field.content().is_empty() {
        return Ok(None);
    }
    day_in(form, field, context).map(Some)
}

fn fault<F: FormFields + ?Sized>(
    form: &F,
    field: &Field,
    context: FollowUpContext<'_>,
) -> FieldFault {
    FieldFault {
        field: place_of(form, field),
        text: context.words[FollowUpScreenMessage::BadDate].to_string(),
    }
}

/// Nothing that was typed goes unsaid: a field that the choice above it has no use for is blank.
fn unused<F: FormFields + ?Sized>(
    form: &F,
    field: &Field,
    context: FollowUpContext<'_>,
) -> Result<(), FieldFault> {
    if field.content().is_empty() {
        return Ok(());
    }
    Err(FieldFault {
        field: place_of(form, field),
        text: context.words[FollowUpScreenMessage::FieldUnused].to_string(),
    })
}

fn filled(field: &Field) -> Option<String> {
    Some(field.content()).filter(|text| !text.is_empty())
}

fn letter_in<F: FormFields + ?Sized>(
    form: &F,
    number: &Field,
    day: &Field,
    context: FollowUpContext<'_>,
) -> Result<LetterDate, FieldFault> {
    Ok(LetterDate {
        number: filled(number),
        on: day_in(form, day, context)?,
    })
}
