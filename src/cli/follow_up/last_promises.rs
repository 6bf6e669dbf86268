//! What the office promised before: a new session begins with it, as a page of its preparation and as a paper to be read
//! out. The last session is told whole, of earlier ones what is still open.

use std::path::{Path, PathBuf};

use super::office::FollowUpOffice;
use crate::cli::RunPlace;
use crate::cli::error::Error;
use crate::domain::follow_up::{FollowUpPaper, Overview, PromiseStanding};
use crate::domain::format;
use crate::domain::i18n::WordedError;
use crate::tui::follow_up::FollowedCase;
use crate::tui::plan_pages::PromisedLine;

/// The closed sessions before one that is prepared, the latest first.
pub(in crate::cli) struct LastPromises<'a> {
    office: FollowUpOffice<'a>,
    cases: Vec<FollowedCase>,
}

impl<'a> LastPromises<'a> {
    /// `prepared` is left out: what it promised itself comes after it.
    pub(in crate::cli) fn before(
        place: &'a RunPlace,
        prepared: Option<&Path>,
    ) -> Result<Self, Error> {
        let office = FollowUpOffice::of(place);
        let (mut cases, _) = office.cases(None)?;
        cases.retain(|case| prepared != Some(case.folder.as_path()));
        cases.retain(|case| !case.overview.promises.is_empty());
        Ok(Self { office, cases })
    }

    /// Line by line, with a heading for each session.
    pub(in crate::cli) fn lines(&self) -> Vec<PromisedLine> {
        let mut lines = Vec::new();
        for (place, case) in self.cases.iter().enumerate() {
            let told: Vec<&PromiseStanding> = in_order(&case.overview)
                .into_iter()
                .filter(|promise| place == 0 || !promise.state.is_done())
                .collect();
            if told.is_empty() {
                continue;
            }
            lines.push(PromisedLine::Session(format!(
                "{} · {}",
                format::date(case.promises.held),
                case.promises.title
            )));
            lines.extend(told.into_iter().map(|promise| self.line(promise)));
        }
        lines
    }

    fn line(&self, promise: &PromiseStanding) -> PromisedLine {
        let item = &promise.item;
        let mut about = vec![item.person()];
        if !item.village.is_empty() {
            about.push(item.village.clone());
        }
        let mut text = format!("{}: {}", about.join(", "), item.text);
        if let Some(agency) = &promise.agency {
            text = format!("{text} – {agency}");
        }
        if let Some(answer) = promise.progress.answer().and_then(|one| one.text.as_ref()) {
            text = format!("{text} → {answer}");
        }
        PromisedLine::Promise {
            text,
            state: self.office.teller.promise_state(promise.state),
            is_done: promise.state.is_done(),
            is_overdue: promise.state.is_overdue(),
        }
    }

    /// Writes the paper on the last session that promised anything; `None` where none did.
    pub(in crate::cli) fn write(&self, to: &Path) -> Option<Result<PathBuf, WordedError>> {
        let case = self.cases.first()?;
        Some(self.office.write(case, &FollowUpPaper::Opening, to))
    }
}

fn in_order(overview: &Overview) -> Vec<&PromiseStanding> {
    let mut promises: Vec<&PromiseStanding> = overview.promises.iter().collect();
    promises.sort_by_key(|promise| promise.item.id);
    promises
}
