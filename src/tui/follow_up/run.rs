//! The loop of the follow-up screen: reads all waiting keys, lets each take its way, carries out what is asked for, and
//! draws one frame when something changed. Nothing on the screen moves by itself.

use crate::domain::i18n::WordedError;
use crate::tui::follow_up::words::FollowUpScreenMessage;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{FollowUpDrafts, FollowUpEffect, FollowUpScreen, FollowUpTone, FollowedCase, draw};
use crate::domain::follow_up::{FollowUpPaper, LedgerCommand, LedgerEntry, LedgerRejection};
use crate::domain::regulation::DocumentKind;
use crate::domain::time::ClockReading;
use crate::tui::desk::arrivals::{InputEvent, sorted_out};
use crate::tui::terminal::{self, Input, Interactive, Screen};
use crate::tui::theme::Theme;

/// Nothing on the screen moves by itself, but a day ends.
const FOR_LONG: Duration = Duration::from_mins(1);

/// Why something was not entered.
#[derive(Debug, thiserror::Error)]
pub enum NotEntered {
    #[error(transparent)]
    Rejected(LedgerRejection),
    #[error("the folder of the ledger cannot be written at all")]
    ReadOnly,
    #[error(transparent)]
    Failed(#[from] WordedError),
}

/// What the loop needs besides the screen. Each carries something out and says what came of it.
pub struct FollowUpEnv<'a> {
    pub theme: &'a Theme,
    pub now: &'a dyn Fn() -> ClockReading,
    /// Enters a command; the session comes back as it stands now.
    #[expect(clippy::type_complexity, reason = "one call, said in full")]
    pub enter:
        &'a dyn Fn(&FollowedCase, LedgerCommand) -> Result<(FollowedCase, LedgerEntry), NotEntered>,
    /// Copies a file beside the ledger and enters it.
    #[expect(clippy::type_complexity, reason = "one call, said in full")]
    pub attach: &'a dyn Fn(
        &FollowedCase,
        &Path,
        Option<u32>,
        Option<DocumentKind>,
    ) -> Result<(FollowedCase, LedgerEntry), NotEntered>,
    /// Lets the ledger lie below a folder; the session comes back with it.
    pub place: &'a dyn Fn(&FollowedCase, &Path) -> Result<FollowedCase, WordedError>,
    pub write: &'a dyn Fn(&FollowedCase, &FollowUpPaper, &Path) -> Result<PathBuf, WordedError>,
    pub export: &'a dyn Fn(&FollowedCase) -> Result<PathBuf, WordedError>,
    /// A session as it stands now; what cannot be read stays as it was.
    pub again: &'a dyn Fn(&FollowedCase) -> Option<FollowedCase>,
    /// Keeps what is typed and not accepted.
    pub keep: &'a dyn Fn(&FollowUpDrafts),
}

/// Shows the screen until the clerk leaves it.
///
/// # Errors
/// When the terminal fails; what was entered is on disk.
pub fn run(
    terminal: &mut Screen,
    screen: &mut FollowUpScreen,
    env: &FollowUpEnv<'_>,
) -> io::Result<()> {
    let kept = screen.drafts();
    terminal::run(terminal, &mut FollowUpLoop { screen, env, kept })
}

/// The screen with what carries out what it asks for.
struct FollowUpLoop<'a> {
    screen: &'a mut FollowUpScreen,
    env: &'a FollowUpEnv<'a>,
    kept: FollowUpDrafts,
}

impl FollowUpLoop<'_> {
    /// What was typed is on disk before the next key.
    fn keep(&mut self) {
        let drafts = self.screen.drafts();
        if drafts != self.kept {
            (self.env.keep)(&drafts);
            self.kept = drafts;
        }
    }
}

impl Interactive for FollowUpLoop<'_> {
    type Outcome = ();

    fn show(&mut self, terminal: &mut Screen) -> io::Result<Duration> {
        self.screen
            .begin_day((self.env.now)().wall.date_naive(), self.env.again);
        let view = self.screen.view();
        terminal.terminal.draw(|frame| {
            let area = frame.area();
            let cursor = draw::draw(&view, area, frame.buffer_mut(), self.env.theme);
            if let Some(position) = cursor {
                frame.set_cursor_position(position);
            }
        })?;
        Ok(FOR_LONG)
    }

    fn take(&mut self, _: &mut Screen, inputs: Vec<Input>) -> io::Result<Option<()>> {
        for event in sorted_out(inputs) {
            let effect = match event {
                InputEvent::Press(press) => self.screen.press(press, (self.env.now)()),
                InputEvent::Paste(text) => {
                    self.screen.paste(&text);
                    None
                }
                InputEvent::Dropped(_) => None,
            };
            if let Some(effect) = effect
                && carry_out(self.screen, effect, self.env)
            {
                self.keep();
                return Ok(Some(()));
            }
        }
        self.keep();
        Ok(None)
    }

    fn end(&mut self) -> io::Result<()> {
        self.keep();
        Ok(())
    }
}

/// Carries out what the screen asks for; true when the clerk leaves.
pub fn carry_out(
    screen: &mut FollowUpScreen,
    effect: FollowUpEffect,
    env: &FollowUpEnv<'_>,
) -> bool {
    match effect {
        FollowUpEffect::Quit => return true,
        FollowUpEffect::Enter { session, command } => enter(screen, session, command, env),
        FollowUpEffect::Attach {
            session,
            item,
            paper,
            path,
        } => {
            if let Some(case) = screen.case(session) {
                match (env.attach)(case, &path, item, paper) {
                    Ok((case, entry)) => screen.entered(session, case, &entry),
                    Err(error) => not_entered(screen, error),
                }
            }
        }
        FollowUpEffect::PlaceLedger {
            session,
            parent,
            command,
        } => {
            let Some(case) = screen.case(session) else {
                return false;
            };
            match (env.place)(case, &parent) {
                Ok(case) => {
                    screen.set_case(session, case);
                    enter(screen, session, command, env);
                }
                Err(why) => {
                    let path = parent.display().to_string();
                    let words = &screen.words[FollowUpScreenMessage::NotPlaced];
                    let text = words.render(&[("path", &path), ("cause", &why)]);
                    screen.not_entered(FollowUpTone::Alarm, text);
                }
            }
        }
        FollowUpEffect::Write { session, paper, to } => write(screen, session, &paper, &to, env),
        FollowUpEffect::Export { session } => export(screen, session, env),
    }
    false
}

fn export(screen: &mut FollowUpScreen, session: usize, env: &FollowUpEnv<'_>) {
    let Some(case) = screen.case(session) else {
        return;
    };
    let words = &screen.words;
    let (tone, text) = match (env.export)(case) {
        Ok(path) => (
            FollowUpTone::Good,
            words[FollowUpScreenMessage::Exported].render(&[("path", &path.display())]),
        ),
        Err(why) => (
            FollowUpTone::Alarm,
            words[FollowUpScreenMessage::NotExported].render(&[("cause", &why)]),
        ),
    };
    screen.notify(tone, text);
}

fn enter(
    screen: &mut FollowUpScreen,
    session: usize,
    command: LedgerCommand,
    env: &FollowUpEnv<'_>,
) {
    let Some(case) = screen.case(session) else {
        return;
    };
    match (env.enter)(case, command.clone()) {
        Ok((case, entry)) => screen.entered(session, case, &entry),
        Err(NotEntered::ReadOnly) => screen.ask_for_place(session, command),
        Err(error) => not_entered(screen, error),
    }
}

fn not_entered(screen: &mut FollowUpScreen, error: NotEntered) {
    let (tone, text) = match error {
        NotEntered::Rejected(rejection) => {
            (FollowUpTone::Warning, screen.teller.rejection(&rejection))
        }
        NotEntered::ReadOnly => (FollowUpTone::Alarm, String::new()),
        NotEntered::Failed(why) => (FollowUpTone::Alarm, why.into_sentence()),
    };
    screen.not_entered(tone, text);
}

/// A reminder counts once it is written: then it is entered.
fn write(
    screen: &mut FollowUpScreen,
    session: usize,
    paper: &FollowUpPaper,
    to: &Path,
    env: &FollowUpEnv<'_>,
) {
    let Some(case) = screen.case(session) else {
        return;
    };
    match (env.write)(case, paper, to) {
        Ok(path) => {
            screen.written(&path, paper);
            if let FollowUpPaper::Reminder { agency, items } = paper {
                let command = LedgerCommand::Remind {
                    agency: agency.clone(),
                    items: items.clone(),
                    on: screen.today,
                };
                let before = screen.notice().map(ToOwned::to_owned);
                enter(screen, session, command, env);
                screen.tell_also(before);
            }
        }
        Err(why) => {
            let text = screen.words[FollowUpScreenMessage::NotMade].render(&[("cause", &why)]);
            screen.not_entered(FollowUpTone::Alarm, text);
        }
    }
}
