//! What is written from the pages of a plan besides a session: the draft, a workbook to go on with elsewhere, and the papers
//! that would come of it, as text on the screen. Knows files, and no keys.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::Work;
use crate::cli::basis::Loaded;
use crate::cli::error::Error;
use crate::cli::{RunPlace, papers};
use crate::documents::plan_import::report;
use crate::documents::plan_import::template::{self, OfficeNames, Wanted};
use crate::documents::preparation;
use crate::domain::i18n::Explain as _;
use crate::domain::i18n::WordedError;
use crate::store::private_fs;
use crate::tui::plan_pages::words::PageMessage;
use crate::tui::plan_pages::{KeptPages, PageRows, PaperText};

/// What a workbook is called where nobody says another name.
const WORKBOOK: &str = "ke-hoach-doi-thoai.xlsx";

/// A draft as it was kept: the cells alone, or with a table that was pasted and neither taken nor left.
pub(super) fn read_draft(draft: &Path) -> Option<KeptPages> {
    let bytes = std::fs::read(draft).ok()?;
    let cells = |cells| KeptPages {
        cells,
        pasted: None,
    };
    serde_json::from_slice(&bytes)
        .map(cells)
        .or_else(|_| serde_json::from_slice(&bytes))
        .ok()
}

/// Keeps a draft. One that cannot be kept must not stop anybody from writing.
pub(super) fn keep_draft(draft: &Path, kept: &KeptPages) {
    let bytes = if kept.pasted.is_some() {
        serde_json::to_vec(kept)
    } else {
        serde_json::to_vec(&kept.cells)
    };
    if let Ok(bytes) = bytes {
        let _ = draft.parent().map(std::fs::create_dir_all);
        let _ = private_fs::replace(draft, &bytes);
    }
}

/// In the folder that the office set for papers, where there is one.
pub(super) fn usual_name(place: &RunPlace) -> String {
    let name = match &place.papers {
        Some(papers) => papers.join(WORKBOOK),
        None => PathBuf::from(WORKBOOK),
    };
    name.display().to_string()
}

impl Work<'_> {
    /// Writes the cells into a workbook: as the template has them, or, where something is wrong, as they stand with the
    /// cells marked.
    pub(super) fn write(&self, cells: &[PageRows], path: &str, today: NaiveDate) -> String {
        let path = PathBuf::from(path.trim().trim_matches('"'));
        match self.write_workbook(cells, &path, today) {
            Ok(()) => self.words[PageMessage::Written].render(&[("path", &path.display())]),
            Err(error) => error.explained(self.place.lang).in_one_line(),
        }
    }

    fn write_workbook(
        &self,
        cells: &[PageRows],
        path: &Path,
        today: NaiveDate,
    ) -> Result<(), Error> {
        let draft = self.draft_of(cells);
        let regulation = self.regulation_of(&draft.plan);
        let loaded = Loaded::for_plan(self.place, &draft.plan);
        let findings = draft.check_on(regulation, &loaded.basis, today);
        let bytes = if findings.faults.is_empty() {
            template::bytes(&Wanted {
                regulations: &self.regulations,
                regulation,
                plan: Some(&draft.plan),
                office: OfficeNames::default(),
            })
        } else {
            report::bytes(draft.workbook.as_ref(), &findings, self.place.lang)
        }
        .map_err(std::io::Error::other);
        super::super::template::write_new(path, bytes)
    }

    /// The papers that would come of the cells, as text.
    pub(super) fn papers(
        &self,
        cells: &[PageRows],
        today: NaiveDate,
    ) -> Result<Vec<PaperText>, WordedError> {
        let lack = || WordedError::of_sentence(self.words[PageMessage::PapersLack].to_string());
        let plan = self.draft_of(cells);
        let regulation = self.regulation_of(&plan.plan).cloned().ok_or_else(lack)?;
        let loaded = Loaded::for_plan(self.place, &plan.plan);
        let findings = plan.check_on(Some(&regulation), &loaded.basis, today);
        if findings.faults.iter().any(|fault| fault.path == "held") {
            return Err(lack());
        }
        let worded = |error: Error| WordedError::of(&error, self.place.lang);
        let record =
            papers::record_of(plan.plan, regulation, &loaded, Path::new("")).map_err(worded)?;
        let all = preparation::as_text(&record, self.place.documents().as_deref())
            .map_err(|cause| worded(Error::Dossier(cause)))?;
        Ok(all
            .into_iter()
            .map(|paper| PaperText {
                title: paper.path,
                paragraphs: paper.paragraphs,
            })
            .collect())
    }
}
