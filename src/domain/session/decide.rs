//! What comes of a command at a moment: events, or the reason why not. Deciding changes nothing.

mod attendance;
mod floor;
mod items;
mod plan;
mod queue;
mod stations;
mod steps;
mod times;

use super::Session;
use super::command::{Command, NewcomerContact};
use super::event::{Event, NotePlace, StationId};
use super::rejection::Rejection;
use crate::domain::time::ClockReading;

/// The events of one act, or why it was not done.
pub type Decision = Result<Vec<Event>, Rejection>;

impl Session {
    /// What comes of a command at this moment.
    ///
    /// # Errors
    /// The [`Rejection`] says why the command cannot be carried out now, or what it needs besides.
    pub fn decide(&self, command: Command, now: ClockReading) -> Decision {
        if self.state().closed.is_some() && !command.allowed_after_closing() {
            return Err(Rejection::Closed);
        }
        match command {
            Command::ReplacePlan { plan, regulation } => self.replace_plan(plan, regulation),
            Command::Import {
                additions,
                within_scope,
                reason,
            } => self.import(&additions, within_scope, reason),
            Command::EnterStep { step, reason } => self.enter_step(step, reason),
            Command::Tick { act } => self.tick(act),
            Command::SetSpeakingMode { mode } => self.set_speaking_mode(mode),
            Command::HoldSpeeches => self.hold_speeches(),
            Command::Close { reason } => self.close(reason),

            Command::GiveFloor { phase, to, items } => self.give_floor(phase, to, items),
            Command::ReadPrepared { opinion } => self.read_prepared(opinion),
            Command::StartClock => self.start_clock(),
            Command::PauseClock => self.pause_clock(),
            Command::ResumeClock => self.resume_clock(),
            Command::EndFloor => self.end_floor(),
            Command::ShiftLimit { seconds } => self.shift_limit(seconds),
            Command::SetLimit { turn, limit } => self.set_limit(turn, limit),
            Command::SetLimitForRest { phase, seconds } => {
                Ok(vec![Event::LimitForRestSet { phase, seconds }])
            }

            Command::Register {
                newcomer,
                within_scope,
                reason,
            } => self.register(newcomer, NewcomerContact::default(), within_scope, reason),
            Command::RegisterInFull {
                newcomer,
                contact,
                within_scope,
                reason,
            } => self.register(newcomer, contact, within_scope, reason),
            Command::MoveInQueue { number, to } => self.move_in_queue(number, to),
            Command::SetStanding { number, standing } => self.set_standing(number, standing),
            Command::NoTimeForRest => self.no_time_for_rest(),
            Command::RefusePerson { number, ground } => self.refuse_person(number, ground),
            Command::CorrectPerson { number, details } => self.correct_person(number, details),
            Command::TakeUpSubjects { numbers } => self.take_up_subjects(&numbers),
            Command::SetAsideSubjects { numbers, why } => self.set_aside_subjects(&numbers, &why),
            Command::RecordAttendance { marks, people } => self.record_attendance(marks, people),

            Command::RaiseItem { by, text, opinion } => self.raise_item(by, text, opinion),
            Command::RaiseScopedItem {
                by,
                text,
                opinion,
                within_scope,
                reason,
            } => self.raise_scoped_item(by, text, opinion, within_scope, reason),
            Command::EditItem { item, text } => self.edit_item(item, text),
            Command::SetTopic { item, topic } => self.set_topic(item, topic),
            Command::LinkItem { item, opinion } => self.link_item(item, opinion),
            Command::MoveItem { item, to } => self.move_item(item, to),
            Command::SummariseAnswer { item, answer } => self.summarise(item, answer),
            Command::AnswerAsPrepared { item } => self.answer_as_prepared(item),
            Command::ClassItem { item, class } => self.class_item(item, class, now),
            Command::ClassUnderNewAgency {
                item,
                id,
                name,
                due,
            } => self.class_under_new_agency(item, id, name, due, now),
            Command::ReopenItem { item } => self.reopen(item),
            Command::AddAgency { id, name } => self.add_agency(id, name),

            Command::BeginBreak { planned } => self.begin_break(planned),
            Command::EndBreak => self.end_break(),
            Command::Adjourn { reason } => self.adjourn(reason),
            Command::ReplaceChair { by, case, reason } => self.replace_chair(by, case, reason),
            Command::Note { text, item } => self.note(text, item, NotePlace::Aide),
            Command::NoteInto { text, item, place } => self.note(text, item, place),
            Command::WordConclusion { act, text } => self.word_conclusion(act, text),
            Command::ShowHall { message } => self.show_hall(message),
            Command::SetScene { scene } => self.set_scene(scene),
            Command::FollowInHall => self.follow_in_hall(),
            Command::TurnPage { to } => self.turn_page(to),

            Command::JudgeAway { went_on } => self.judge_away(went_on),
            Command::CorrectTime {
                segment,
                edge,
                by,
                reason,
            } => self.correct_time(segment, edge, by, reason, self.stamp(now)),
            Command::LinkVenue { venue, link } => self.link_venue(venue, link),
            Command::ShutOut { station } => self.shut_out(station),
            Command::LetIn { station } => self.let_in(station),
            Command::Undo => self.decide_undo_of(None),
            Command::Redo => self.decide_redo_of(None),
        }
    }

    /// Takes back the last act of one station, of the desk for `None`; nobody takes back what others did.
    ///
    /// # Errors
    /// When there is none, or what others did since stands on it.
    pub fn decide_undo_of(&self, by: Option<&StationId>) -> Decision {
        let act = self.history().to_undo_of(by);
        let act = act.ok_or(Rejection::NothingToUndo)?;
        match self.stands_on(act) {
            Some(later) => Err(Rejection::StoodOn { act, later }),
            None => Ok(vec![Event::Undone { act }]),
        }
    }

    /// Puts back what one station, or the desk, took back last.
    ///
    /// # Errors
    /// When there is nothing, or others did something since that it does not go together with.
    pub fn decide_redo_of(&self, by: Option<&StationId>) -> Decision {
        let act = self.history().to_redo_of(by);
        let act = act.ok_or(Rejection::NothingToRedo)?;
        match self.in_the_way_of(act) {
            Some(later) => Err(Rejection::StoodOn { act, later }),
            None => Ok(vec![Event::Redone { act }]),
        }
    }
}
