//! What each action of the desk comes to: a command for the session, a dialog, or a move of the selection.

use crate::domain::regulation::{ClassKind, Phase};
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::item::{ItemId, Raiser};
use crate::domain::session::plan::Number;
use crate::domain::session::queue::Standing;
use crate::domain::time::SessionTime;
use crate::tui::desk::action::Action;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::keymap::Mode;
use crate::tui::desk::selection::answered_with;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::{Desk, Effect, Severity};

impl Desk {
    #[expect(
        clippy::too_many_lines,
        reason = "one table, one short arm for each action"
    )]
    pub(super) fn on_action(
        &mut self,
        action: Action,
        session: &Session,
        now: SessionTime,
    ) -> Option<Effect> {
        let perform = |command: Command| Some(Effect::Perform(command));
        if self.says_closed(action, session) {
            return None;
        }
        match action {
            Action::Next => return self.next(session, now),
            // Nothing else can be done until the journal is on the disk again.
            Action::Alternative if self.disk.is_mismatched() => return Some(Effect::WriteAnew),
            Action::Alternative => return self.alternative(session, now),
            Action::ClassNow => return self.class_asked(ClassKind::AnsweredNow, session, now),
            Action::ClassLater => return self.class_asked(ClassKind::VerifyLater, session, now),
            Action::ClassUpward => return self.class_asked(ClassKind::ReportUpward, session, now),

            Action::CallSelected => return self.call_selected(session, now),
            Action::PauseOrResume => {
                let paused = session
                    .state()
                    .floor()
                    .and_then(|turn| turn.clock.as_ref())
                    .is_some_and(crate::domain::session::timing::Span::is_paused);
                return perform(if paused {
                    Command::ResumeClock
                } else {
                    Command::PauseClock
                });
            }
            Action::StartClock => return perform(Command::StartClock),
            Action::LessTime => return self.less_time(session),
            Action::MoreTime => return perform(Command::ShiftLimit { seconds: 60 }),
            Action::ChooseAnswerer => {
                let chosen = self.selection.chosen_item().is_some();
                self.open_about_item(session, now, |item| {
                    DialogKind::Answerer(answered_with(item, chosen, session))
                });
            }
            Action::FollowUpBy => self.open(DialogKind::FollowUpBy, session, now),

            Action::Register => self.open(DialogKind::Register, session, now),
            Action::PersonMenu => match self.person_in_question(session) {
                Some(number) => self.open(self.menu_of(number), session, now),
                None => self.notify_sentence(|words| &words.notices[NoticeMessage::NoPerson]),
            },
            Action::MoveUpQueue => return self.move_in_queue(session, -1),
            Action::MoveDownQueue => return self.move_in_queue(session, 1),
            Action::NoTimeForRest => self.open(DialogKind::NoTimeForRest, session, now),

            Action::NewItem => match self.speaker(session) {
                Some(number) => {
                    self.open(DialogKind::NewItem(Raiser::Citizen(number)), session, now);
                }
                None => self.notify_sentence(|words| &words.notices[NoticeMessage::NoPerson]),
            },
            Action::EditItem => self.open_about_item(session, now, DialogKind::Item),
            Action::SummariseAnswer => self.open_about_item(session, now, DialogKind::Answer),
            Action::SetTopic => self.open_about_item(session, now, DialogKind::Topic),
            Action::LinkOpinion => self.open_about_item(session, now, DialogKind::Opinion),
            Action::MoveItem => self.open_about_item(session, now, DialogKind::MoveItem),
            Action::ReopenItem => {
                return self.about_item(session, |item| Command::ReopenItem { item });
            }

            Action::Note => self.open(DialogKind::Note, session, now),
            Action::HallMessage => self.open(DialogKind::Hall, session, now),
            Action::HallScene => self.open(DialogKind::Scene, session, now),
            Action::Mirror => self.hall.toggle_mirror(),
            Action::Preview => self.toggle_preview(),
            Action::WordConclusion => self.open(DialogKind::ConclusionGroups, session, now),

            Action::GoToStep => self.open(DialogKind::Steps, session, now),
            Action::SpeakingMode => self.open(DialogKind::SpeakingMode, session, now),
            Action::Deputy => self.open(DialogKind::Deputy, session, now),
            Action::Adjourn => return perform(Command::Adjourn { reason: None }),
            Action::Break => self.open(DialogKind::Break, session, now),
            Action::Attendance => self.open(DialogKind::Attendance, session, now),
            Action::Stations => self.open(DialogKind::Stations, session, now),
            Action::HallAddress => return Some(Effect::LookForHalls),
            Action::MarkAbsent | Action::VenueReady | Action::VenueLost => {
                return self.asked_at_station(action, session);
            }
            Action::Import => self.open(DialogKind::ImportFile, session, now),
            Action::Rules => self.open(DialogKind::Rules, session, now),
            Action::LimitForRest => self.open(DialogKind::Limit, session, now),
            Action::EqualShare => {
                let share = session.equal_share(now);
                match share.and_then(|share| u32::try_from(share.seconds()).ok()) {
                    Some(seconds) => {
                        return perform(Command::SetLimitForRest {
                            phase: Phase::Speech,
                            seconds: Some(seconds),
                        });
                    }
                    None => self.notify_sentence(|words| &words.notices[NoticeMessage::NoShare]),
                }
            }
            Action::CorrectTime | Action::Segments => self.open(DialogKind::Segments, session, now),
            Action::Gate => self.open(DialogKind::Gate, session, now),

            Action::Items => self.open(DialogKind::Items, session, now),
            Action::Deadlines => self.open(DialogKind::Deadlines, session, now),
            Action::Find => self.open(DialogKind::Find, session, now),
            Action::Palette => self.open(DialogKind::Palette, session, now),
            Action::Help => self.open(DialogKind::Help, session, now),
            Action::Undo => return perform(Command::Undo),
            Action::Redo => return perform(Command::Redo),
            Action::Export => return Some(Effect::AskWhereToExport),
            Action::SaveElsewhere => {
                if self.disk.is_unsaved() {
                    self.open(DialogKind::Folder, session, now);
                } else {
                    let fine = self.words.notices[NoticeMessage::DiskIsFine].to_string();
                    self.notify(Severity::Good, fine);
                }
            }
            Action::Quit => {
                let running =
                    session.state().agenda.began().is_some() && session.state().closed.is_none();
                if !running || self.at != Mode::Desk {
                    return Some(Effect::Quit);
                }
                self.open(DialogKind::Quit, session, now);
            }

            Action::Go(motion) => match self.turned_page(motion, session, now) {
                Some(effect) => return Some(effect),
                None => self.selection.go(motion, session),
            },
        }
        None
    }

    fn about_item(
        &mut self,
        session: &Session,
        command: impl FnOnce(ItemId) -> Command,
    ) -> Option<Effect> {
        let item = self.item_in_question(session);
        if item.is_none() {
            self.notify_sentence(|words| &words.notices[NoticeMessage::NoItem]);
        }
        item.map(|item| Effect::Perform(command(item)))
    }

    fn open_about_item(
        &mut self,
        session: &Session,
        now: SessionTime,
        opening: impl FnOnce(ItemId) -> DialogKind,
    ) {
        match self.item_in_question(session) {
            Some(item) => self.open(opening(item), session, now),
            None => self.notify_sentence(|words| &words.notices[NoticeMessage::NoItem]),
        }
    }

    fn move_in_queue(&mut self, session: &Session, by: isize) -> Option<Effect> {
        let number = self.person_in_question(session)?;
        // A move goes past the next one who waits, not past those who have spoken.
        let people = session.state().queue.people();
        let waiting: Vec<(usize, Number)> = people
            .iter()
            .enumerate()
            .filter(|(_, person)| person.standing == Standing::Waiting)
            .map(|(index, person)| (index, person.registration.number))
            .collect();
        let here = waiting.iter().position(|(_, waits)| *waits == number)?;
        let (to, _) = waiting.get(here.checked_add_signed(by)?)?;
        self.selection.choose_person(number);
        Some(Effect::Perform(Command::MoveInQueue { number, to: *to }))
    }
}
