//! What `Enter` will do in a list or a form, in the words in which the desk will say that it was done: the session decides, and
//! nothing is carried out. Where there is nothing to decide yet, what is missing, or where `Enter` leads. Changes nothing.

use crate::domain::regulation::ClassKind;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::deviation::Reason;
use crate::domain::session::event::{Event, Seq};
use crate::domain::session::item::ItemId;
use crate::domain::session::plan::Number;
use crate::domain::session::rejection::Rejection;
use crate::domain::time::SessionTime;
use crate::tui::desk::action::Action;
use crate::tui::desk::dialog::context::ActNow;
use crate::tui::desk::dialog::kind::{DialogKind, PickerAction};
use crate::tui::desk::dialog::panel::DialogForm;
use crate::tui::desk::form::Form;
use crate::tui::desk::view::card;
use crate::tui::desk::words::{FlowMessage, PromiseMessage};
use crate::tui::desk::{Desk, Effect, messages, phrases};

impl Desk {
    /// What accepting a form does, or what keeps it from being accepted.
    pub(super) fn promise_of_form(
        &self,
        form: &Form<dyn DialogForm>,
        session: &Session,
        now: SessionTime,
    ) -> String {
        let context = self.context(session, now);
        if let Some(outcome) = form.content.outcome(context) {
            return outcome;
        }
        match form.content.accept(context) {
            Ok(effect) => self
                .promise_of_effect(effect, session)
                .unwrap_or_else(|| form.title.clone()),
            Err(complaint) => self.words.promise[PromiseMessage::NotYet]
                .render(&[("title", &form.title), ("why", &complaint.text)]),
        }
    }

    /// What choosing a line of a list does; `line` is what stands in it.
    pub(super) fn promise_of_line(
        &self,
        action: &PickerAction,
        line: &str,
        session: &Session,
        now: SessionTime,
    ) -> String {
        let words = &self.words;
        let goes_to_item =
            |item: &ItemId| words.promise[PromiseMessage::GoesToItem].render(&[("item", &item.0)]);
        let goes_to = |place: &dyn std::fmt::Display| {
            words.promise[PromiseMessage::GoesTo].render(&[("place", place)])
        };
        match action {
            PickerAction::Mean(action) => self
                .promise_of_action(*action, session, now)
                .unwrap_or_else(|| line.to_owned()),
            // What would be added is counted in the line.
            PickerAction::Perform(Command::Import { .. }) => line.to_owned(),
            PickerAction::Perform(command) => self
                .promise_of_command(command.clone(), session)
                .unwrap_or_else(|| line.to_owned()),
            PickerAction::OpenCard(item) => {
                words.flow[FlowMessage::OpensCard].render(&[("item", &item.0)])
            }
            PickerAction::SelectItem(item) => goes_to_item(item),
            PickerAction::Open(DialogKind::Answer(item)) => {
                words.promise[PromiseMessage::WritesAnswer].render(&[("item", &item.0)])
            }
            PickerAction::Open(DialogKind::ClassLater(item) | DialogKind::ClassUpward(item)) => {
                goes_to_item(item)
            }
            PickerAction::SelectPerson(number)
            | PickerAction::Open(DialogKind::Person(number) | DialogKind::Subjects(number)) => {
                goes_to(&phrases::numbered_person(session, *number, words))
            }
            PickerAction::Say(why) => why.clone(),
            PickerAction::Nothing
            | PickerAction::Open(_)
            | PickerAction::ExportTo(_)
            | PickerAction::Import(_)
            | PickerAction::Quit => line.to_owned(),
        }
    }

    /// What an act comes to now: why not, or what it would do and to whom.
    pub(in crate::tui::desk) fn act_now(
        &self,
        action: Action,
        session: &Session,
        now: SessionTime,
    ) -> ActNow {
        if let Some(why) = self.why_not(action, session, now) {
            return ActNow::Barred(why);
        }
        let does = self.promise_of_action(action, session, now);
        let does = does.or_else(|| self.told_with_whom(action, session));
        does.map_or(ActNow::AsEver, ActNow::Does)
    }

    /// What an act that opens something is about: the item or the person in question, and what it does.
    fn told_with_whom(&self, action: Action, session: &Session) -> Option<String> {
        let words = &self.words;
        let is_class = matches!(
            action,
            Action::ClassNow | Action::ClassLater | Action::ClassUpward
        );
        let about_item = matches!(
            action,
            Action::EditItem
                | Action::SummariseAnswer
                | Action::SetTopic
                | Action::LinkOpinion
                | Action::MoveItem
                | Action::ChooseAnswerer
        );
        let about_person = matches!(
            action,
            Action::PersonMenu | Action::MoveUpQueue | Action::MoveDownQueue
        );
        let item = |item: ItemId| words.flow[FlowMessage::OfItem].render(&[("item", &item.0)]);
        let person = |number: Number| phrases::numbered_person(session, number, words);
        let about = if is_class {
            item(self.question(session)?.item)
        } else if about_item {
            item(self.item_in_question(session)?)
        } else if about_person {
            person(self.person_in_question(session)?)
        } else if action == Action::NewItem {
            person(self.speaker(session)?)
        } else {
            return None;
        };
        let brings = |kind: ClassKind| {
            let card = card::view(session, self, self.question(session)?)?;
            let mut choices = card.choices.into_iter();
            choices.find_map(|(_, of, _, brings)| (of == kind).then_some(brings))
        };
        let of_class = [
            (Action::ClassNow, ClassKind::AnsweredNow),
            (Action::ClassLater, ClassKind::VerifyLater),
            (Action::ClassUpward, ClassKind::ReportUpward),
        ];
        let of_class = of_class.into_iter().find(|(known, _)| *known == action);
        let of_class = of_class.and_then(|(_, kind)| brings(kind));
        let help = match of_class {
            Some(brings) => brings,
            None => words.acts.get(&action)?.help.to_string(),
        };
        Some(words.flow[FlowMessage::ActAbout].render(&[("about", &about), ("help", &help)]))
    }

    /// What an act does that asks nothing more; `None` for one that opens something.
    fn promise_of_action(
        &self,
        action: Action,
        session: &Session,
        now: SessionTime,
    ) -> Option<String> {
        let in_words = |next| phrases::next_in_words(session, &next, &self.words, self.lang);
        if action == Action::Next {
            let next = session.next();
            let then = phrases::after_turn(session, &next, &self.words);
            let told = in_words(next);
            return Some(match then {
                Some(then) => format!("{told}  →  {then}"),
                None => told,
            });
        }
        if action == Action::Alternative {
            return session.alternative().map(in_words);
        }
        // A break asks how long it is to be, and an act about everybody whether it is meant.
        let asks = matches!(action, Action::Break | Action::NoTimeForRest);
        let command = self.plain_command(action, session, now).filter(|_| !asks)?;
        self.promise_of_command(command, session)
    }

    fn promise_of_effect(&self, effect: Effect, session: &Session) -> Option<String> {
        match effect {
            Effect::Perform(command) => self.promise_of_command(command, session),
            Effect::ExportToTyped(place) => {
                Some(self.words.promise[PromiseMessage::ExportsTo].render(&[("place", &place)]))
            }
            Effect::SaveTo(place) => Some(
                self.words.promise[PromiseMessage::SavesTo].render(&[("place", &place.display())]),
            ),
            Effect::ExportTo(_)
            | Effect::WriteAnew
            | Effect::AskWhereToExport
            | Effect::Import(_)
            | Effect::LinkVenue(_)
            | Effect::LookForHalls
            | Effect::Quit => None,
        }
    }

    /// What a command comes to: done, done once a reason is given, or why not.
    fn promise_of_command(&self, command: Command, session: &Session) -> Option<String> {
        let words = &self.words;
        let now = session.history().last_moment();
        let tells = |events: &[Event]| {
            let named = |act: Seq| messages::act_in_words(act, session, words, self.lang);
            if let Some(Event::Undone { act }) = events.first() {
                let sentence = &words.promise[PromiseMessage::TakesBack];
                return Some(sentence.render(&[("act", &named(*act))]));
            }
            if let Some(Event::Redone { act }) = events.first() {
                let sentence = &words.promise[PromiseMessage::PutsBack];
                return Some(sentence.render(&[("act", &named(*act))]));
            }
            messages::of_events(events, session, words, self.lang)
                .map(|told| words.promise[PromiseMessage::Does].render(&[("act", &told)]))
        };
        match session.decide(command.clone(), now) {
            Ok(events) => tells(&events),
            Err(Rejection::NeedsReason(_)) => {
                let reason = Reason {
                    why: "…".to_owned(),
                    ordered_by: session.chair().called(),
                };
                let events = session.decide(command.with_reason(reason), now).ok()?;
                let told = tells(&events)?;
                Some(words.promise[PromiseMessage::AsksReason].render(&[("act", &told)]))
            }
            Err(Rejection::NeedsScope | Rejection::GateShut(_)) => None,
            Err(refusal) => {
                let why = messages::of_refusal(&refusal, session, words, self.lang);
                Some(words.flow[FlowMessage::NotNow].render(&[("reason", &why)]))
            }
        }
    }
}
