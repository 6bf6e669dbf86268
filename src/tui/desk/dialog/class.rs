//! The dialogs of classes 2 and 3: what is known already is proposed, and can be typed over.

use super::open::{Ground, form};
use super::{Dialog, Purpose};
use crate::domain::format;
use crate::domain::regulation::{Anchor, ClassKind, DayUnit, Deadline};
use crate::domain::session::item::{Class, Due, ItemId};
use crate::tui::desk::form::Field;
use crate::tui::desk::words::FormMessage;

/// Class 2: the agency assigned and the regulation's deadline are proposed; both can be typed over.
pub(super) fn class_later(ground: Ground<'_>, id: ItemId) -> Dialog {
    let (session, forms) = (ground.session, &ground.words.forms);
    let given = session
        .state()
        .item(id)
        .and_then(|item| item.class.clone())
        .filter(|class| class.kind() == ClassKind::VerifyLater)
        .unwrap_or_else(|| match session.proposal(id, ClassKind::VerifyLater) {
            Class::VerifyLater { agency, .. } => Class::VerifyLater {
                agency,
                due: session.due_later(ground.basis),
            },
            other @ (Class::AnsweredNow | Class::ReportUpward { .. }) => other,
        });
    let (agency, due) = match given {
        Class::VerifyLater { agency, due } => (agency, due),
        Class::AnsweredNow | Class::ReportUpward { .. } => (None, Due::default()),
    };
    let agencies = &session.state().agencies;
    // Nobody is given an item only because they stand first in the list.
    let selected = agencies
        .iter()
        .position(|known| Some(&known.id) == agency.as_ref())
        .unwrap_or(agencies.len());
    let named = agencies.iter().map(|agency| agency.name.clone());
    let open = forms[FormMessage::AgencyOpen].to_string();
    let mut when: Vec<String> = due.on.map(format::date).into_iter().collect();
    when.extend(
        super::submit::proposed_due(session).map(|deadline| deadline_in_words(ground, deadline)),
    );
    when.push(forms[FormMessage::DueOpen].to_string());
    form(
        forms[FormMessage::ClassLater].render(&[("item", &id.0)]),
        vec![
            Field::choice(
                forms[FormMessage::Agency].to_string(),
                named.chain([open]).collect(),
                selected,
                true,
            )
            .with_none_last()
            .seen_by_hall(),
            Field::choice(forms[FormMessage::Due].to_string(), when, 0, true)
                .complete_when(|typed| format::read_date(typed).is_some())
                .seen_by_hall(),
        ],
        Purpose::ClassLater(id),
    )
    .with_intro(vec![ground.item_text(id)])
}

/// A deadline as it is chosen: how long, where it stands, what it is.
fn deadline_in_words(ground: Ground<'_>, deadline: &Deadline) -> String {
    let days = deadline.limit.map_or_else(String::new, |limit| {
        let unit = match limit.unit {
            DayUnit::Working => &ground.words.forms[FormMessage::WorkingDays],
            DayUnit::Calendar => &ground.words.forms[FormMessage::CalendarDays],
        };
        let after = match deadline.anchor {
            Anchor::Notice => &ground.words.forms[FormMessage::AfterNotice],
            Anchor::BeforeSession => &ground.words.forms[FormMessage::BeforeSession],
            Anchor::Session
            | Anchor::Event(_)
            | Anchor::Limit(_)
            | Anchor::EveryYear(_)
            | Anchor::On(_) => &ground.words.forms[FormMessage::AfterSession],
        };
        after.render(&[("days", &unit.render(&[("days", &limit.days)]))])
    });
    ground.words.forms[FormMessage::DueUnder]
        .render(&[("days", &days), ("article", &deadline.article)])
}

/// Class 3: the authority named first in the plan is proposed.
pub(super) fn class_upward(ground: Ground<'_>, id: ItemId) -> Option<Dialog> {
    let (session, forms) = (ground.session, &ground.words.forms);
    let given = match session.state().item(id)?.class.clone() {
        Some(Class::ReportUpward { authority }) => authority,
        Some(Class::AnsweredNow | Class::VerifyLater { .. }) | None => None,
    };
    let mut levels = session.plan().higher_levels.clone();
    if let Some(given) = &given
        && !levels.contains(given)
    {
        levels.insert(0, given.clone());
    }
    let selected = levels
        .iter()
        .position(|level| Some(level) == given.as_ref());
    let authority = Field::choice(
        forms[FormMessage::Authority].to_string(),
        levels,
        selected.unwrap_or(0),
        true,
    )
    .seen_by_hall();
    Some(
        form(
            forms[FormMessage::ClassUpward].render(&[("item", &id.0)]),
            vec![authority],
            Purpose::ClassUpward(id),
        )
        .with_intro(vec![ground.item_text(id)]),
    )
}
