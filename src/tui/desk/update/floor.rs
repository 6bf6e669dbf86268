//! Who speaks next, or answers, or goes on: the prescribed act, what may stand in its place, and somebody called out of
//! order. A minute less for them.

use crate::domain::regulation::Phase;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::floor::Holder;
use crate::domain::session::item::{ItemId, Raiser};
use crate::domain::session::next::Next;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::Standing;
use crate::domain::time::{Millis, SessionTime};
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::words::{FlowMessage, NoticeMessage, PaneMessage};
use crate::tui::desk::{Desk, Effect, Severity, phrases};

/// Less than this no key leaves of a limit, however often it is pressed or however long it is held.
const LEAST_LIMIT: Millis = Millis::of_minutes(1);

impl Desk {
    /// The prescribed next act; a class has to be chosen, and the gate has to be open.
    pub(super) fn next(&mut self, session: &Session, now: SessionTime) -> Option<Effect> {
        let next = session.next();
        if let Some(question) = self.question(session) {
            let text = self.words.notices[NoticeMessage::ChooseClass]
                .render(&[("item", &question.item.0)]);
            self.notify(Severity::Warning, text);
        } else if next == Next::Nothing {
            self.notify(
                Severity::Good,
                self.words.panes[PaneMessage::Closed].to_string(),
            );
        } else if next == Next::ChooseStep {
            self.open(DialogKind::Steps, session, now);
        } else if next == Next::Close && !session.missing().is_empty() {
            self.open(DialogKind::Gate, session, now);
        } else {
            return next.command(session).map(Effect::Perform);
        }
        None
    }

    /// The card of the item chosen in its pane; everywhere else what the regulation allows besides the prescribed act.
    pub(super) fn alternative(&mut self, session: &Session, now: SessionTime) -> Option<Effect> {
        if let Some(item) = self.selection.card_to_open(session) {
            self.selection.open_card_of(item);
            return None;
        }
        match session.alternative() {
            Some(Next::Exchange(number)) => self.go_on(number, session, now),
            Some(next) => next.command(session).map(Effect::Perform),
            None if session.state().closed.is_some() => {
                self.notify(
                    Severity::Good,
                    self.words.panes[PaneMessage::Closed].to_string(),
                );
                None
            }
            None => {
                self.notify_sentence(|words| &words.notices[NoticeMessage::NoAlternative]);
                None
            }
        }
    }

    /// A citizen goes on: about their only item, the one that is selected, or the one that is chosen from a list.
    fn go_on(&mut self, number: Number, session: &Session, now: SessionTime) -> Option<Effect> {
        let by = Raiser::Citizen(number);
        let own = |item: &ItemId| {
            let known = session.state().item(*item);
            known.is_some_and(|known| known.by == by)
        };
        let items: Vec<ItemId> = session
            .state()
            .items
            .iter()
            .map(|item| item.id)
            .filter(own)
            .collect();
        let about = match (items.as_slice(), self.selection.chosen_item().filter(own)) {
            (_, Some(selected)) => vec![selected],
            ([_] | [], None) => items,
            (_, None) => {
                self.open(DialogKind::FollowUpAbout(number), session, now);
                return None;
            }
        };
        Some(Effect::Perform(Command::GiveFloor {
            phase: Phase::Exchange,
            to: Holder::Citizen(number),
            items: about,
        }))
    }

    /// The person selected is called; asked first while somebody has the floor, and told why not where they cannot be.
    pub(super) fn call_selected(&mut self, session: &Session, now: SessionTime) -> Option<Effect> {
        let Some(number) = self.person_in_question(session) else {
            self.notify_sentence(|words| &words.notices[NoticeMessage::NoPerson]);
            return None;
        };
        let standing = session
            .state()
            .queue
            .person(number)
            .map(|person| person.standing);
        let comes_back = matches!(
            standing,
            Some(Standing::Withdrew | Standing::WrittenSlip | Standing::Refused)
        );
        let has_floor = session.state().floor().map(|turn| turn.holder.clone());
        if comes_back {
            let person = phrases::numbered_person(session, number, &self.words);
            let standing = standing.unwrap_or(Standing::Withdrew);
            let text = self.words.flow[FlowMessage::ComesBackBy].render(&[
                ("person", &person),
                ("standing", phrases::standing_word(standing, &self.words)),
            ]);
            self.notify(Severity::Warning, text);
            return None;
        }
        if has_floor.is_some_and(|holder| holder != Holder::Citizen(number))
            && standing != Some(Standing::Spoke)
        {
            self.open(DialogKind::CallInstead(number), session, now);
            return None;
        }
        Some(Effect::Perform(Command::GiveFloor {
            phase: Phase::Speech,
            to: Holder::Citizen(number),
            items: Vec::new(),
        }))
    }

    /// A minute less for whoever has the floor, down to one.
    pub(super) fn less_time(&mut self, session: &Session) -> Option<Effect> {
        let limit = session.state().floor().and_then(|turn| turn.limit);
        let over = limit.map_or(60, |limit| limit.saturating_sub(LEAST_LIMIT).seconds());
        if over == 0 {
            self.notify_sentence(|words| &words.notices[NoticeMessage::LeastLimit]);
            return None;
        }
        let seconds = -i64::try_from(over.min(60)).unwrap_or(60);
        Some(Effect::Perform(Command::ShiftLimit { seconds }))
    }
}
