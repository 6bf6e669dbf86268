//! What was raised, class by class, as the chair reads it out. Which classes are shown follows the act of the conclusion
//! that is due; the pages turn by themselves as the session's time goes on.

use super::Looking;
use crate::domain::format;
use crate::domain::regulation::{ClassKind, StepKind};
use crate::domain::session::Session;
use crate::domain::session::event::Event;
use crate::domain::session::item::{Class, Item};
use crate::domain::time::{Millis, SessionTime};
use crate::tui::projector::scene::{ConclusionItem, ConclusionView, Section};
use crate::tui::projector::words::ConclusionMessage;

/// How long a page stays on the wall: one item in large letters, or a few small ones, are read in it without haste.
pub(in crate::tui::projector) const PAGE: Millis = Millis::of_seconds(10);

impl Looking<'_> {
    /// The classes that the act now due reads out; all of them where it names none.
    pub(super) fn classes_read(self) -> Vec<ClassKind> {
        self.session
            .present_step()
            .and_then(|step| self.session.state().agenda.unticked(step).next())
            .map(|act| act.items.clone())
            .filter(|classes| !classes.is_empty())
            .unwrap_or_else(|| ClassKind::ALL.to_vec())
    }

    pub(super) fn conclusion(self, classes: &[ClassKind]) -> ConclusionView {
        let turned = self.now.since(pages_since(self.session)).0 / PAGE.0;
        ConclusionView {
            heading: self.words.conclusion[ConclusionMessage::Heading].to_string(),
            sections: classes.iter().map(|class| self.section(*class)).collect(),
            turned: usize::try_from(turned).unwrap_or(0),
        }
    }

    fn section(self, class: ClassKind) -> Section {
        let items: Vec<ConclusionItem> = self
            .items_of(class)
            .map(|item| self.concluded(item))
            .collect();
        Section {
            class,
            title: self
                .words
                .sections
                .of(class)
                .render(&[("count", &items.len())]),
            items,
        }
    }

    fn concluded(self, item: &Item) -> ConclusionItem {
        let by = self.public.raiser(item.by);
        ConclusionItem {
            text: if item.text.is_empty() {
                self.words.conclusion[ConclusionMessage::Unnamed].render(&[("who", &by.who)])
            } else {
                item.text.clone()
            },
            by: by.to_string(),
            direction: item.class.as_ref().and_then(|class| self.direction(class)),
        }
    }

    fn direction(self, class: &Class) -> Option<String> {
        let words = &self.words.conclusion;
        match class {
            Class::AnsweredNow => None,
            Class::VerifyLater { agency, due } => {
                let agency = agency
                    .as_ref()
                    .and_then(|id| self.session.state().agency(id))
                    .map(|agency| agency.name.as_str());
                match (agency, due.on.map(format::date)) {
                    (Some(agency), Some(date)) => Some(
                        words[ConclusionMessage::ByAgencyUntil]
                            .render(&[("agency", &agency), ("date", &date)]),
                    ),
                    (Some(agency), None) => {
                        Some(words[ConclusionMessage::ByAgency].render(&[("agency", &agency)]))
                    }
                    (None, Some(date)) => {
                        Some(words[ConclusionMessage::Until].render(&[("date", &date)]))
                    }
                    (None, None) => None,
                }
            }
            Class::ReportUpward { authority } => authority.as_ref().map(|authority| {
                words[ConclusionMessage::ToAuthority].render(&[("authority", authority)])
            }),
        }
    }
}

/// Since when the present pages turn: since the chair came to them, or the aide put them on the wall.
pub(in crate::tui::projector) fn pages_since(session: &Session) -> SessionTime {
    let state = session.state();
    let entries = session.history().entries();
    let pinned = state.scene.and_then(|_| {
        entries
            .iter()
            .rfind(|entry| {
                entry.in_force
                    && entry
                        .record
                        .events
                        .iter()
                        .any(|event| matches!(event, Event::SceneSet { .. }))
            })
            .map(|entry| entry.at)
    });
    let concluding = || {
        let step = session
            .present_step()
            .filter(|step| step.kind == StepKind::Conclusion)?;
        let ticked = state
            .agenda
            .ticked()
            .iter()
            .rfind(|ticked| ticked.step == step.id)
            .map(|ticked| ticked.at);
        ticked.or_else(|| state.agenda.visits().last().map(|visit| visit.span.began()))
    };
    pinned
        .or_else(concluding)
        .unwrap_or_else(|| session.stamp(session.history().last_moment()))
}
