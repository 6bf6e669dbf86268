//! Class 2: who is to answer later, and by when. The agency assigned and the regulation's deadline are proposed; both can
//! be typed over.

use super::context::DialogContext;
use super::day;
use super::kind::DialogKind;
use super::panel::{Complaint, Dialog, DialogForm, Panel};
use super::reason_fields::as_name;
use crate::domain::format;
use crate::domain::i18n::WordedError;
use crate::domain::regulation::{Anchor, ClassKind, DayUnit, Deadline};
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::item::{Class, Due, ItemId};
use crate::domain::session::plan::AgencyId;
use crate::domain::text;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, FormFields};
use crate::tui::desk::phrases;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;
use crate::tui::desk::words::PaneMessage;

#[derive(Debug)]
struct ClassLater {
    item: ItemId,
    agency: ChoiceField<AgencyId>,
    due: ChoiceField<Due>,
}

pub(super) fn open(context: DialogContext<'_>, item: ItemId) -> Option<Dialog> {
    let (session, forms) = (context.session, &context.words.forms);
    let known = session.state().item(item)?;
    let (agency, due) = match known.class.clone() {
        Some(Class::VerifyLater { agency, due }) => (agency, due),
        Some(Class::AnsweredNow | Class::ReportUpward { .. }) | None => (
            proposed_agency(session, item),
            session.due_later(context.basis),
        ),
    };
    let agencies = session.state().agencies.iter();
    // Nobody is given an item only because they stand first in the list.
    let agency = ChoiceField::or_typed(
        forms[FormMessage::Agency].to_string(),
        agencies
            .map(|known| (known.name.clone(), known.id.clone()))
            .collect(),
    )
    .or_nothing(forms[FormMessage::AgencyOpen].to_string())
    .proposing(|id| Some(id) == agency.as_ref())
    .public();
    let title = forms[FormMessage::ClassLater].render(&[("item", &item.0)]);
    let intro = vec![context.item_text(item)];
    Some(Dialog {
        kind: DialogKind::ClassLater(item),
        panel: Panel::form(
            title,
            ClassLater {
                item,
                agency,
                due: due_choice(context, due),
            },
        )
        .with_intro(intro),
    })
}

fn due_choice(context: DialogContext<'_>, due: Due) -> ChoiceField<Due> {
    let (session, forms) = (context.session, &context.words.forms);
    let mut options = Vec::new();
    if let Some(on) = due.on {
        options.push((format::date(on), due));
    }
    if let Some(deadline) = proposed_deadline(session) {
        let under = Due {
            on: None,
            under: Some(deadline.id.clone()),
        };
        let told = phrases::with_latest_day(
            deadline_in_words(context, deadline),
            session.latest_day(&under, context.basis),
            context.words,
        );
        options.push((told, under));
    }
    options.push((forms[FormMessage::DueOpen].to_string(), Due::default()));
    ChoiceField::or_typed(forms[FormMessage::Due].to_string(), options)
        .complete_when(|typed| format::read_date(typed).is_some())
        .public()
}

fn proposed_agency(session: &Session, item: ItemId) -> Option<AgencyId> {
    match session.proposal(item, ClassKind::VerifyLater) {
        Class::VerifyLater { agency, .. } => agency,
        Class::AnsweredNow | Class::ReportUpward { .. } => None,
    }
}

/// The deadline of the regulation that is proposed for an item to be answered later.
fn proposed_deadline(session: &Session) -> Option<&Deadline> {
    session.regulation().deadline_for(ClassKind::VerifyLater)
}

/// A deadline as it is chosen: how long, where it stands, what it is.
fn deadline_in_words(context: DialogContext<'_>, deadline: &Deadline) -> String {
    let forms = &context.words.forms;
    let days = deadline.limit.map_or_else(String::new, |limit| {
        let unit = match limit.unit {
            DayUnit::Working => &forms[FormMessage::WorkingDays],
            DayUnit::Calendar => &forms[FormMessage::CalendarDays],
            DayUnit::Month => &forms[FormMessage::Months],
        };
        let after = match deadline.anchor {
            Anchor::Notice => &forms[FormMessage::AfterNotice],
            Anchor::BeforeSession => &forms[FormMessage::BeforeSession],
            Anchor::Session
            | Anchor::Event(_)
            | Anchor::Limit(_)
            | Anchor::EveryYear(_)
            | Anchor::On(_) => &forms[FormMessage::AfterSession],
        };
        after.render(&[("days", &unit.render(&[("days", &limit.days)]))])
    });
    forms[FormMessage::DueUnder].render(&[
        ("days", &days),
        ("article", &deadline.article.in_lang(context.lang)),
    ])
}

impl FormFields for ClassLater {
    fn fields(&self) -> Vec<&Field> {
        vec![self.agency.field(), self.due.field()]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![self.agency.field_mut(), self.due.field_mut()]
    }

    fn first(&self) -> Option<&Field> {
        let knows_agency = self.agency.answer() != FieldAnswer::Nothing;
        let knows_due = matches!(self.due.answer(), FieldAnswer::Chosen(due) if due.is_set());
        (knows_agency && !knows_due && self.due.values().len() > 1).then(|| self.due.field())
    }
}

impl ClassLater {
    /// The due date that was chosen, or typed out.
    fn due(&self, context: DialogContext<'_>) -> Result<Due, Complaint> {
        let wrong =
            |why: WordedError| Complaint::about(self, self.due.field(), why.into_sentence());
        let due = match self.due.answer() {
            FieldAnswer::Chosen(due) => due,
            FieldAnswer::Typed(typed) => {
                let on = day::read(&typed, context).map_err(wrong)?;
                // The proposed day, typed out, is the proposed day.
                let proposed = self.due.values().iter().find(|due| due.on == Some(on));
                proposed.cloned().unwrap_or(Due {
                    on: Some(on),
                    under: None,
                })
            }
            FieldAnswer::Nothing => Due::default(),
        };
        match due.on.filter(|_| self.is_new(context, &due)) {
            Some(on) => day::not_past(on, context).map_err(wrong).map(|()| due),
            None => Ok(due),
        }
    }

    /// Whether the item does not have this due date already.
    fn is_new(&self, context: DialogContext<'_>, due: &Due) -> bool {
        let item = context.session.state().item(self.item);
        let class = item.and_then(|item| item.class.as_ref());
        !matches!(class, Some(Class::VerifyLater { due: given, .. }) if given == due)
    }
}

impl DialogForm for ClassLater {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        let due = self.due(context)?;
        let agency = match self.agency.answer() {
            FieldAnswer::Chosen(id) => Some(id),
            FieldAnswer::Typed(typed) => {
                let name = as_name(self, self.agency.field(), typed, context)?;
                return Ok(Effect::Perform(Command::ClassUnderNewAgency {
                    item: self.item,
                    id: id_for(context.session, &name),
                    name,
                    due,
                }));
            }
            FieldAnswer::Nothing => None,
        };
        Ok(Effect::Perform(Command::ClassItem {
            item: self.item,
            class: Class::VerifyLater { agency, due },
        }))
    }

    fn outcome(&self, context: DialogContext<'_>) -> Option<String> {
        let words = context.words;
        let due = self.due(context).ok()?;
        let agency = match self.agency.answer() {
            FieldAnswer::Chosen(id) => context.session.agency_name(&id).to_owned(),
            FieldAnswer::Typed(typed) => as_name(self, self.agency.field(), typed, context).ok()?,
            FieldAnswer::Nothing => words.panes[PaneMessage::NoAgency].to_string(),
        };
        Some(words.flow[FlowMessage::WillClassLater].render(&[
            ("item", &self.item.0),
            ("agency", &agency),
            (
                "due",
                &phrases::with_latest_day(
                    phrases::due_in_words(context.session, &due, words, context.lang),
                    context.session.latest_day(&due, context.basis),
                    words,
                ),
            ),
        ]))
    }

    fn about_item(&self) -> Option<ItemId> {
        Some(self.item)
    }
}

/// An id for an agency that is named for the first time: its name in plain letters.
fn id_for(session: &Session, name: &str) -> AgencyId {
    let plain: String = text::fold(name)
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    let free = |id: &AgencyId| !text::is_device_name(&id.0) && session.state().agency(id).is_none();
    let first = AgencyId(if plain.is_empty() {
        "agency".to_owned()
    } else {
        plain.clone()
    });
    if free(&first) {
        return first;
    }
    (2_u32..10_000)
        .map(|number| AgencyId(format!("{plain}-{number}")))
        .find(free)
        .unwrap_or(first)
}
