//! What lies over the table, what Enter will do, and the keys that do something now, in words.

use super::acts::{OFFICE_KEYS, OfficeAct, key_name};
use super::home::{Office, OfficeOver, OfficeRow, SessionGroup};
use super::offers::OfferKind;
use super::words::{
    EnterMessage, OfficeHelpMessage, OfficeMessage, OfficeWords, SessionGroupMessage,
};
use crate::domain::format;
use crate::domain::i18n::Lang;

/// The keys of the table, which are no acts.
const MOVES: [(OfficeHelpMessage, OfficeHelpMessage); 3] = [
    (OfficeHelpMessage::MoveKeys, OfficeHelpMessage::Move),
    (OfficeHelpMessage::AcceptKeys, OfficeHelpMessage::Accept),
    (OfficeHelpMessage::FindKeys, OfficeHelpMessage::Find),
];

impl Office {
    pub(super) fn question(&self, words: &OfficeWords) -> Option<String> {
        match self.over.as_ref()? {
            OfficeOver::Offers(offers) => {
                let question = match offers.kind {
                    OfferKind::Rehearse => OfficeMessage::ChooseRegulation,
                    OfferKind::New => OfficeMessage::ChooseNew,
                    OfferKind::Prepare => OfficeMessage::ChoosePreparation,
                    OfferKind::Report => OfficeMessage::ChoosePeriod,
                    OfferKind::Export => OfficeMessage::ChooseExport,
                };
                Some(words.general[question].to_string())
            }
            OfficeOver::Delete(index) => {
                let id = &self.entries.get(*index)?.session.id;
                Some(words.general[OfficeMessage::Delete].render(&[("id", id)]))
            }
            OfficeOver::Help(_) => words
                .acts
                .get(&OfficeAct::Help)
                .map(|act| act.name.to_string()),
        }
    }

    /// What stands under the question: a text, what is said of it, and whether it would be taken.
    pub(super) fn options(&self, words: &OfficeWords) -> Vec<(String, String, bool)> {
        match &self.over {
            Some(OfficeOver::Offers(offers)) => offers
                .all
                .iter()
                .enumerate()
                .map(|(place, offer)| {
                    let (name, about) = (offer.name.clone(), offer.about.clone());
                    (name, about, place == offers.selected)
                })
                .collect(),
            Some(OfficeOver::Help(here)) => {
                let acts = OFFICE_KEYS.iter().filter_map(|(key, act)| {
                    let act = words.acts.get(act)?;
                    let does = format!("{}: {}", act.name, act.help);
                    Some((key_name(*key), does))
                });
                let moves = MOVES.into_iter().map(|(keys, does)| {
                    let [keys, does] = [keys, does].map(|id| words.help[id].to_string());
                    (keys, does)
                });
                let lines = moves.chain(acts).enumerate();
                lines
                    .map(|(place, (keys, does))| (keys, does, place == *here))
                    .collect()
            }
            Some(OfficeOver::Delete(_)) | None => Vec::new(),
        }
    }

    /// How many lines the help has.
    pub(super) const fn help_lines() -> usize {
        MOVES.len() + OFFICE_KEYS.len()
    }

    /// What Enter will do.
    pub(super) fn enters(&self, words: &OfficeWords, lang: Lang) -> Option<String> {
        let says = &words.enter;
        match &self.over {
            Some(OfficeOver::Help(_)) => return None,
            Some(OfficeOver::Delete(index)) => {
                let id = &self.entries.get(*index)?.session.id;
                return Some(says[EnterMessage::Delete].render(&[("id", id)]));
            }
            Some(OfficeOver::Offers(offers)) => {
                let name = &offers.all.get(offers.selected)?.name;
                return Some(match offers.kind {
                    OfferKind::Rehearse => {
                        says[EnterMessage::RehearseUnder].render(&[("regulation", name)])
                    }
                    OfferKind::New => says[EnterMessage::New].render(&[("from", name)]),
                    OfferKind::Prepare => says[EnterMessage::Prepare].render(&[("what", name)]),
                    OfferKind::Report => says[EnterMessage::Report].render(&[("period", name)]),
                    OfferKind::Export => says[EnterMessage::Export].render(&[("what", name)]),
                });
            }
            None => {}
        }
        match self.selected_row() {
            None => self
                .entries
                .is_empty()
                .then(|| says[EnterMessage::Rehearse].to_string()),
            Some(OfficeRow::Rehearsals) if !self.typed().is_empty() => None,
            Some(OfficeRow::Rehearsals) if self.shows_rehearsals() => {
                Some(says[EnterMessage::Fold].to_string())
            }
            Some(OfficeRow::Rehearsals) => {
                let is_one = |index: &&usize| self.group_of(**index) == SessionGroup::Rehearsal;
                let count = self.found.iter().filter(is_one).count();
                Some(says[EnterMessage::Unfold].render(&[("count", &count)]))
            }
            Some(OfficeRow::Session(index)) => {
                let session = &self.entries.get(index)?.session;
                let Some(standing) = &session.standing else {
                    return Some(says[EnterMessage::Open].render(&[("date", &session.id)]));
                };
                let date = format::date(standing.held.date());
                Some(match (&standing.step, standing.at) {
                    _ if standing.closed => says[EnterMessage::Look].render(&[("date", &date)]),
                    (Some(step), Some((number, _))) => says[EnterMessage::Resume].render(&[
                        ("date", &date),
                        ("number", &number),
                        ("step", &step.in_lang(lang)),
                    ]),
                    (Some(_), None) => says[EnterMessage::Open].render(&[("date", &date)]),
                    (None, _) => says[EnterMessage::Begin].render(&[("date", &date)]),
                })
            }
        }
    }

    /// The keys that do something now.
    pub(super) fn keys(&self, words: &OfficeWords) -> Vec<(String, String)> {
        if let Some(over) = &self.over {
            let keys = match over {
                OfficeOver::Help(_) => OfficeHelpMessage::KeysHelp,
                OfficeOver::Offers(_) => OfficeHelpMessage::KeysOffers,
                OfficeOver::Delete(_) => OfficeHelpMessage::KeysDelete,
            };
            let keys = words.help[keys].to_string();
            let each = keys.split(" · ");
            return each.map(|key| (String::new(), key.to_owned())).collect();
        }
        let selected = self.selected_entry();
        let can = |act: OfficeAct| match act {
            OfficeAct::Help
            | OfficeAct::New
            | OfficeAct::Rehearse
            | OfficeAct::FollowUp
            | OfficeAct::Report
            | OfficeAct::Settings
            | OfficeAct::Leave => true,
            OfficeAct::Prepare => selected.is_some() && self.selected_closed().is_none(),
            OfficeAct::Project | OfficeAct::Export => selected.is_some(),
            OfficeAct::PutAway => selected.is_some_and(|entry| {
                let standing = entry.session.standing.as_ref();
                entry.session.is_rehearsal || standing.is_some_and(|standing| standing.closed)
            }),
        };
        OFFICE_KEYS
            .iter()
            .filter(|(_, act)| can(*act))
            .filter_map(|(key, act)| {
                let deletes = *act == OfficeAct::PutAway
                    && selected.is_some_and(|entry| entry.session.is_rehearsal);
                let name = if deletes {
                    &words.groups[SessionGroupMessage::DeleteKey]
                } else {
                    &words.acts.get(act)?.name
                };
                Some((key_name(*key), name.to_string()))
            })
            .collect()
    }
}
