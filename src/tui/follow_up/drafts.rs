//! What was typed in a form of the follow-up screen and not accepted: it stays when the form is left, and comes back after a
//! crash. Where it is kept is known by whoever opens the screen.

use serde::{Deserialize, Serialize};

use super::forms::{self, FormKind};
use super::update::OpenForm;
use super::{FollowUpDialog, FollowUpScreen, FollowUpTone};
use crate::domain::time::ClockReading;
use crate::tui::follow_up::words::FollowUpScreenMessage;

/// The texts of one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct FollowUpDraft {
    /// The session by its name on this computer.
    session: String,
    kind: FormKind,
    texts: Vec<String>,
}

/// Everything typed and not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FollowUpDrafts {
    /// In the form that lies open.
    open: Option<FollowUpDraft>,
    /// In forms that were left; there again when they are opened.
    set_aside: Vec<FollowUpDraft>,
}

impl FollowUpDrafts {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.open.is_none() && self.set_aside.is_empty()
    }
}

impl FollowUpScreen {
    /// What is to be kept now.
    #[must_use]
    pub fn drafts(&self) -> FollowUpDrafts {
        let open = match &self.dialog {
            Some(FollowUpDialog::Form(open)) => self.draft_of(open),
            Some(FollowUpDialog::Help) | None => None,
        };
        FollowUpDrafts {
            open,
            set_aside: self.set_aside.set_aside.clone(),
        }
    }

    /// What was typed when the program went away: forms that were left wait, the one that lay open is open again.
    pub fn restore_drafts(&mut self, drafts: FollowUpDrafts, now: ClockReading) {
        self.set_aside.set_aside = drafts.set_aside;
        let Some(draft) = drafts.open else { return };
        let place = self.cases.iter().position(|case| case.id == draft.session);
        let kind = draft.kind.clone();
        self.set_aside.set_aside.push(draft);
        let opened = place
            .and_then(|session| self.context(session))
            .and_then(|context| forms::open(context, kind.clone()));
        if let Some(form) = opened {
            self.open_with_draft(OpenForm { kind, form }, now);
            // No key opened it that could still be held down.
            self.opened = None;
        }
    }

    /// Opens a form, with what was typed in it before it was left.
    pub(super) fn open_with_draft(&mut self, mut open: OpenForm, now: ClockReading) {
        let session = self.id_of(&open);
        let drafts = &mut self.set_aside.set_aside;
        let known = drafts
            .iter()
            .position(|draft| Some(&draft.session) == session.as_ref() && draft.kind == open.kind);
        if let Some(place) = known {
            let draft = drafts.remove(place);
            open.form.restore(&draft.texts);
            let text = self.words[FollowUpScreenMessage::DraftBack].to_string();
            self.notify(FollowUpTone::Good, text);
        }
        self.opened = Some(now);
        self.dialog = Some(FollowUpDialog::Form(open));
    }

    /// Leaves the form that lies open; what was typed in it is kept.
    pub(super) fn leave_form(&mut self) {
        let Some(FollowUpDialog::Form(open)) = self.dialog.take() else {
            return;
        };
        if let Some(draft) = self.draft_of(&open) {
            self.set_aside.set_aside.push(draft);
            let text = self.words[FollowUpScreenMessage::DraftSetAside].to_string();
            self.notify(FollowUpTone::Good, text);
        }
    }

    fn id_of(&self, open: &OpenForm) -> Option<String> {
        let case = self.cases.get(open.form.content.session())?;
        Some(case.id.clone())
    }

    /// A form that asks where a ledger is to go belongs to that moment, and is not kept.
    fn draft_of(&self, open: &OpenForm) -> Option<FollowUpDraft> {
        let is_kept = open.form.is_touched() && !matches!(open.kind, FormKind::Place(_));
        let session = self.id_of(open).filter(|_| is_kept)?;
        Some(FollowUpDraft {
            session,
            kind: open.kind.clone(),
            texts: open.form.texts(),
        })
    }
}
