//! What can be done now, and why not what cannot: for the row of keys, the palette and the help. Whether an act is possible
//! is asked of the session itself.

use crate::domain::i18n::Message;
use crate::domain::regulation::{Phase, StepKind};
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::floor::Holder;
use crate::domain::session::rejection::Rejection;
use crate::domain::session::timing::Span;
use crate::domain::time::SessionTime;
use crate::tui::desk::action::Action;
use crate::tui::desk::selection::speaking_citizen;
use crate::tui::desk::view::hall::FROM_COLUMNS;
use crate::tui::desk::words::{FlowMessage, NoticeMessage, RefusalMessage, StationMessage};
use crate::tui::desk::{Desk, messages, phrases};

impl Desk {
    /// Why an act cannot be done now; `None` for one that can.
    #[must_use]
    pub fn why_not(&self, action: Action, session: &Session, now: SessionTime) -> Option<String> {
        if let Some(command) = self.plain_command(action, session, now) {
            return refusal_of(session, command, self);
        }
        self.nothing_for(action, session)
    }

    /// The command that a key of this act would be at once.
    pub(in crate::tui::desk) fn plain_command(
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

    /// Why there is nothing for an act to be about.
    fn nothing_for(&self, action: Action, session: &Session) -> Option<String> {
        if session.state().closed.is_some() && action.changes_session() {
            return Some(self.words.refusals[RefusalMessage::Closed].to_string());
        }
        let is_class = matches!(
            action,
            Action::ClassNow | Action::ClassLater | Action::ClassUpward
        );
        if is_class {
            let is_asked = self.question(session).is_some();
            return (!is_asked).then(|| self.why_no_class(session));
        }
        if action == Action::Preview {
            return self.why_no_preview();
        }
        self.nobody_for(action, session)
            .or_else(|| self.nothing_to_open(action, session))
            .map(ToString::to_string)
    }

    /// That no item or person is there for an act that needs one.
    fn nobody_for(&self, action: Action, session: &Session) -> Option<&Message> {
        let says = &self.words.notices;
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
        if about_item && self.item_in_question(session).is_none() {
            return Some(&says[NoticeMessage::NoItem]);
        }
        let about_person = matches!(
            action,
            Action::PersonMenu | Action::CallSelected | Action::MoveUpQueue | Action::MoveDownQueue
        );
        let is_nobody = about_person && self.person_in_question(session).is_none();
        is_nobody.then(|| &says[NoticeMessage::NoPerson])
    }

    /// That there is nothing in what an act would show or do.
    fn nothing_to_open(&self, action: Action, session: &Session) -> Option<&Message> {
        let says = &self.words.notices;
        let nothing: [(Action, &dyn Fn() -> bool, &Message); 9] = [
            (
                Action::Alternative,
                &|| {
                    let card = self.selection.card_to_open(session);
                    session.alternative().is_none() && card.is_none()
                },
                &says[NoticeMessage::NoAlternative],
            ),
            (Action::EqualShare, &|| true, &says[NoticeMessage::NoShare]),
            (
                Action::Gate,
                &|| session.missing().is_empty(),
                &says[NoticeMessage::NothingMissing],
            ),
            (
                Action::FollowUpBy,
                &|| session.state().turns.is_empty(),
                &says[NoticeMessage::NobodySpoke],
            ),
            (
                Action::LinkOpinion,
                &|| session.plan().opinions.is_empty(),
                &says[NoticeMessage::NoOpinions],
            ),
            (
                Action::Deadlines,
                &|| session.due_dates(&self.basis).is_empty(),
                &says[NoticeMessage::NoDeadlines],
            ),
            (
                Action::WordConclusion,
                &|| !has_conclusion_groups(session),
                &says[NoticeMessage::NoConclusionWords],
            ),
            (
                Action::Stations,
                &|| !self.has_stations(session),
                &self.words.stations[StationMessage::NoStations],
            ),
            (
                Action::SaveElsewhere,
                &|| !self.disk.is_unsaved(),
                &says[NoticeMessage::DiskIsFine],
            ),
        ];
        let mut nothing = nothing.into_iter();
        let found = nothing.find(|(of, is_nothing, _)| *of == action && is_nothing());
        found.map(|(_, _, says)| says)
    }

    /// Why a class key does nothing now.
    pub(in crate::tui::desk) fn why_no_class(&self, session: &Session) -> String {
        let flow = &self.words.flow;
        if session.state().closed.is_some() {
            return self.words.refusals[RefusalMessage::Closed].to_string();
        }
        match speaking_citizen(session) {
            Some(holder) => {
                let name = phrases::holder_name(session, &holder, &self.words);
                flow[FlowMessage::NoClassWhileSpeaking].render(&[("name", &name)])
            }
            None => flow[FlowMessage::NoClassAsked].to_string(),
        }
    }

    /// Why there is no room for the picture of the hall; `None` where there is, or nobody measured the window.
    pub(in crate::tui::desk) fn why_no_preview(&self) -> Option<String> {
        let width = self.hall.desk_columns()?;
        (width < FROM_COLUMNS).then(|| {
            self.words.notices[NoticeMessage::PreviewTooNarrow]
                .render(&[("columns", &FROM_COLUMNS), ("width", &width)])
        })
    }

    /// Whether anybody else ever asked for something, or there are other halls.
    fn has_stations(&self, session: &Session) -> bool {
        let entries = session.history().entries();
        !self.stations.asked().is_empty()
            || entries.iter().any(|entry| entry.record.by.is_some())
            || !session.state().shut_out.is_empty()
            || session.has_several_venues()
    }
}

/// Whether the conclusion has parts that are worded one by one.
fn has_conclusion_groups(session: &Session) -> bool {
    let mut steps = session.regulation().steps.iter();
    steps.any(|step| step.kind == StepKind::Conclusion && !step.acts.is_empty())
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
