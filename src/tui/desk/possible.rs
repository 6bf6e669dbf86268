//! What can be done now, and why not what cannot: for the row of keys, the palette and the help. Whether an act is possible
//! is asked of the session itself.

use super::action::Action;
use super::{Desk, Severity, messages};
use crate::domain::i18n::Message;
use crate::domain::regulation::{Phase, StepKind};
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::floor::Holder;
use crate::domain::session::rejection::Rejection;
use crate::domain::session::timing::Span;
use crate::domain::time::SessionTime;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::words::RefusalMessage;
use crate::tui::desk::words::StationMessage;

impl Desk {
    /// Why an act cannot be done now; `None` for one that can.
    #[must_use]
    pub fn why_not(&self, action: Action, session: &Session, now: SessionTime) -> Option<String> {
        if let Some(command) = self.plain_command(action, session, now) {
            return refusal_of(session, command, self);
        }
        let sentence = self.nothing_for(action, session, now)?;
        Some(sentence)
    }

    /// The command that a key of this act would be at once.
    pub(super) fn plain_command(
        &self,
        action: Action,
        session: &Session,
        now: SessionTime,
    ) -> Option<Command> {
        if action == Action::PauseOrResume {
            let clock = session.state().floor().and_then(|turn| turn.clock.as_ref());
            return Some(if clock.is_some_and(Span::is_paused) {
                Command::ResumeClock
            } else {
                Command::PauseClock
            });
        }
        if action == Action::ReopenItem {
            let item = self.item_in_question(session)?;
            return Some(Command::ReopenItem { item });
        }
        if action == Action::CallSelected {
            let number = self.person_in_question(session)?;
            return Some(Command::GiveFloor {
                phase: Phase::Speech,
                to: Holder::Citizen(number),
                items: Vec::new(),
            });
        }
        if action == Action::EqualShare {
            let share = session.equal_share(now)?;
            return Some(Command::SetLimitForRest {
                phase: Phase::Speech,
                seconds: u32::try_from(share.seconds()).ok(),
            });
        }
        let commands = [
            (Action::StartClock, Command::StartClock),
            (Action::LessTime, Command::ShiftLimit { seconds: -60 }),
            (Action::MoreTime, Command::ShiftLimit { seconds: 60 }),
            (Action::NoTimeForRest, Command::NoTimeForRest),
            (Action::Break, Command::BeginBreak { planned: None }),
            (Action::Undo, Command::Undo),
            (Action::Redo, Command::Redo),
        ];
        commands
            .into_iter()
            .find(|(known, _)| *known == action)
            .map(|(_, command)| command)
    }

    /// Says of an act that a closed session does not take that it is closed, before anything is asked for it.
    pub(super) fn says_closed(&mut self, action: Action, session: &Session) -> bool {
        let is_barred = session.state().closed.is_some() && changes_closed(action);
        if is_barred {
            let why = self.words.refusals[RefusalMessage::Closed].to_string();
            self.notify(Severity::Warning, why);
        }
        is_barred
    }

    /// Why there is nothing for an act to be about.
    fn nothing_for(&self, action: Action, session: &Session, now: SessionTime) -> Option<String> {
        let says = &self.words.notices;
        let state = session.state();
        let about_item = matches!(
            action,
            Action::EditItem
                | Action::SummariseAnswer
                | Action::SetTopic
                | Action::LinkOpinion
                | Action::MoveItem
                | Action::ReopenItem
                | Action::ChooseAnswerer
        );
        let told = |message: &Message| Some(message.to_string());
        if state.closed.is_some() && changes_closed(action) {
            return told(&self.words.refusals[RefusalMessage::Closed]);
        }
        if about_item && self.item_in_question(session).is_none() {
            return told(&says[NoticeMessage::NoItem]);
        }
        let is_class = matches!(
            action,
            Action::ClassNow | Action::ClassLater | Action::ClassUpward
        );
        if is_class {
            return self
                .question(session)
                .is_none()
                .then(|| self.why_no_class(session));
        }
        let nobody = self.person_in_question(session).is_none();
        let of_person = matches!(
            action,
            Action::PersonMenu | Action::CallSelected | Action::MoveUpQueue | Action::MoveDownQueue
        );
        if of_person && nobody {
            return told(&says[NoticeMessage::NoPerson]);
        }
        if action == Action::Alternative {
            let nothing = session.alternative().is_none() && self.card_to_open(session).is_none();
            return nothing.then(|| says[NoticeMessage::NoAlternative].to_string());
        }
        if action == Action::EqualShare {
            return told(&says[NoticeMessage::NoShare]);
        }
        if action == Action::Gate && session.missing().is_empty() {
            return told(&says[NoticeMessage::NothingMissing]);
        }
        if action == Action::FollowUpBy && state.turns.is_empty() {
            return told(&says[NoticeMessage::NobodySpoke]);
        }
        if action == Action::LinkOpinion && session.plan().opinions.is_empty() {
            return told(&says[NoticeMessage::NoOpinions]);
        }
        if action == Action::Deadlines && session.due_dates(&self.basis).is_empty() {
            return told(&says[NoticeMessage::NoDeadlines]);
        }
        if action == Action::Preview {
            return self.why_no_preview();
        }
        let concludes = |kind: &StepKind| *kind == StepKind::Conclusion;
        let steps = &session.regulation().steps;
        let has_groups = steps
            .iter()
            .any(|step| concludes(&step.kind) && !step.acts.is_empty());
        if action == Action::WordConclusion && !has_groups {
            return told(&says[NoticeMessage::NoConclusionWords]);
        }
        if action == Action::Stations && !self.has_stations(session) {
            return told(&self.words.stations[StationMessage::NoStations]);
        }
        if action == Action::SaveElsewhere && !self.unsaved {
            return told(&says[NoticeMessage::DiskIsFine]);
        }
        let _ = now;
        None
    }
}

/// Whether an act changes what stays as it is once a session is closed.
const fn changes_closed(action: Action) -> bool {
    matches!(
        action,
        Action::Register
            | Action::Import
            | Action::NewItem
            | Action::LinkOpinion
            | Action::MoveItem
            | Action::ChooseAnswerer
            | Action::FollowUpBy
            | Action::GoToStep
            | Action::Taking
            | Action::Deputy
            | Action::LimitForRest
            | Action::Break
            | Action::MoveUpQueue
            | Action::MoveDownQueue
    )
}

/// Why the session would not carry a command out; what only asks for more is possible.
fn refusal_of(session: &Session, command: Command, desk: &Desk) -> Option<String> {
    let now = session.history().last_moment();
    match session.decide(command, now) {
        Ok(_) | Err(Rejection::NeedsReason(_) | Rejection::NeedsScope | Rejection::GateShut(_)) => {
            None
        }
        Err(refusal) => Some(messages::of_refusal(
            &refusal,
            session,
            &desk.words,
            desk.lang,
        )),
    }
}
