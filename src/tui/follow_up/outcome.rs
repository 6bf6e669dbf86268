//! What is shown once something was carried out, or could not be.

use super::forms::{self, FormKind};
use super::update::OpenForm;
use super::{FollowUpDialog, FollowUpScreen, FollowUpTone, FollowedCase};
use crate::domain::follow_up::{DutyRef, FollowUpEvent, FollowUpPaper, LedgerCommand, LedgerEntry};
use crate::tui::follow_up::words::FollowUpScreenMessage;

impl FollowUpScreen {
    /// Something was entered and is on disk; `case` is the session as it stands now.
    pub fn entered(&mut self, session: usize, case: FollowedCase, entry: &LedgerEntry) {
        let told = self.act_told(&case, entry);
        if let Some(known) = self.cases.get_mut(session) {
            *known = case;
        }
        self.under = None;
        self.list_anew();
        self.notify(FollowUpTone::Good, told);
    }

    /// What an entry did, in words: an undo names what it took back.
    fn act_told(&self, case: &FollowedCase, entry: &LedgerEntry) -> String {
        let acts = |entry: &LedgerEntry| -> String {
            let told = entry.events.iter().map(|event| {
                self.teller
                    .act(event, &|duty| duty_name(case, duty, self.teller.lang))
            });
            told.collect::<Vec<String>>().join(" · ")
        };
        let of = |seq| {
            let mut entries = case.ledger.entries().iter();
            let found = entries.find(|state| state.entry.seq == seq);
            found.map_or_else(String::new, |state| acts(&state.entry))
        };
        match entry.events.as_slice() {
            [FollowUpEvent::Undone { entry }] => {
                self.words[FollowUpScreenMessage::Undone].render(&[("act", &of(*entry))])
            }
            [FollowUpEvent::Redone { entry }] => {
                self.words[FollowUpScreenMessage::Redone].render(&[("act", &of(*entry))])
            }
            _ => self.words[FollowUpScreenMessage::Entered].render(&[("act", &acts(entry))]),
        }
    }

    /// Something was not entered: the form comes back with what was typed, and why.
    pub fn not_entered(&mut self, tone: FollowUpTone, why: String) {
        if let Some(mut open) = self.under.take() {
            open.form.complaint = Some(why.clone());
            self.dialog = Some(FollowUpDialog::Form(open));
        }
        self.notify(tone, why);
    }

    /// The folder of a ledger cannot be written: where is it to go?
    pub fn ask_for_place(&mut self, session: usize, command: LedgerCommand) {
        let kind = FormKind::Place(command);
        let opened = self
            .context(session)
            .and_then(|context| forms::open(context, kind.clone()));
        if let Some(form) = opened {
            self.dialog = Some(FollowUpDialog::Form(OpenForm { kind, form }));
        }
    }

    /// A paper was written there.
    pub fn written(&mut self, path: &std::path::Path, paper: &FollowUpPaper) {
        self.under = None;
        if let Some(folder) = path.parent() {
            self.folder = folder.display().to_string();
        }
        // What still has to be sent is marked once it was; a reminder is entered at once.
        let sentence = match paper {
            FollowUpPaper::ResultLetter { .. }
            | FollowUpPaper::Dated
            | FollowUpPaper::Settlement => FollowUpScreenMessage::WrittenToSend,
            FollowUpPaper::Reminder { .. } | FollowUpPaper::Opening => {
                FollowUpScreenMessage::Written
            }
        };
        let text = self.words[sentence].render(&[("path", &path.display())]);
        self.notify(FollowUpTone::Good, text);
    }

    /// A session as it stands now.
    pub fn set_case(&mut self, session: usize, case: FollowedCase) {
        if let Some(known) = self.cases.get_mut(session) {
            *known = case;
        }
        self.list_anew();
    }

    /// Adds to a notice what was told before it.
    pub fn tell_also(&mut self, before: Option<String>) {
        if let (Some(before), Some((_, text))) = (before, &mut self.notice) {
            *text = format!("{before}  ·  {text}");
        }
    }

    /// Another day may have begun while the screen stood open: then everything stands otherwise than it did.
    pub fn begin_day(
        &mut self,
        today: chrono::NaiveDate,
        again: &dyn Fn(&FollowedCase) -> Option<FollowedCase>,
    ) {
        if self.today == today {
            return;
        }
        self.today = today;
        for case in &mut self.cases {
            if let Some(now) = again(case) {
                *case = now;
            }
        }
        self.list_anew();
    }
}

/// What a duty is called.
fn duty_name(case: &FollowedCase, duty: &DutyRef, lang: crate::domain::i18n::Lang) -> String {
    let mut duties = case.overview.duties.iter();
    duties.find(|known| known.duty == *duty).map_or_else(
        || duty.id.0.clone(),
        |known| known.due.title().in_lang(lang).to_owned(),
    )
}
