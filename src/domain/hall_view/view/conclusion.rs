//! What was raised, class by class, as the chair reads it out. Which classes are shown follows the act of the conclusion
//! that is due, and the page follows the desk.

use super::Looking;
use crate::domain::format;
use crate::domain::hall_view::scene::{ConclusionItem, ConclusionView, Section};
use crate::domain::hall_view::words::ConclusionMessage;
use crate::domain::regulation::ClassKind;
use crate::domain::session::item::{Class, Item};

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
        ConclusionView {
            page: self.words.conclusion[ConclusionMessage::Page].to_string(),
            sections: classes.iter().map(|class| self.section(*class)).collect(),
            from: self.session.state().page.map(|item| item.0),
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
            number: item.id.0,
            text: if item.text.is_empty() {
                self.words.conclusion[ConclusionMessage::Unnamed].render(&[("who", &by.within())])
            } else {
                item.text.clone()
            },
            subject: self
                .public
                .announced(item)
                .and_then(|announced| announced.topic)
                .map(ToOwned::to_owned),
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
            Class::ReportUpward { authority, .. } => authority.as_ref().map(|authority| {
                words[ConclusionMessage::ToAuthority].render(&[("authority", authority)])
            }),
        }
    }
}
