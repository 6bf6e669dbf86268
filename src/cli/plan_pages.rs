//! The pages of a plan in the program: a new session without a file, and the plan of one that has not begun. What the cells
//! mean is the one reading's and the one check's, the same as for a workbook.

mod judge;
mod prefill;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use super::basis::Loaded;
use super::{RunPlace, lay_down, new};
use crate::cli::error::Error;
use crate::documents::plan_import::pages::{self, PageData};
use crate::documents::plan_import::template::Wanted;
use crate::documents::plan_import::workbook::columns::PlanField;
use crate::documents::plan_import::{Catalogue, PlanDraft};
use crate::domain::format;
use crate::domain::i18n::Explain as _;
use crate::domain::regulation::Regulation;
use crate::domain::session::command::Command;
use crate::domain::session::plan::Plan;
use crate::store::clock::Clock;
use crate::store::private_fs;
use crate::store::sessions::OpenFailed;
use crate::store::sessions::{self, OpenSession, Purpose, SessionStore};
use crate::tui::plan_pages::run::{self, PagesEnv};
use crate::tui::plan_pages::words::{PageMessage, PlanPageWords, SOURCES};
use crate::tui::plan_pages::{PageColumn, PageRows, PageSpec, PlanPages};
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;
use crate::tui::vn_input::{ToneStyle, Typing};

/// The draft of a plan that has no session yet.
const DRAFT: &str = "plan-draft.json";

/// Pages for a new session; its folder when one was laid down.
pub(super) fn new_session(
    place: &RunPlace,
    screen: &mut Screen,
    theme: &Theme,
) -> Result<Option<PathBuf>, Error> {
    let regulations = new::regulations(place);
    let last = last_plan(place);
    let draft = place.data.join(DRAFT);
    let work = Work::new(place, regulations, last.as_ref());
    let mut cells = work.cells();
    work.clear_for_a_new_session(&mut cells);
    prefill::fill_in(&mut cells, &work.pages, &place.settings);
    let title = work.words[PageMessage::TitleNew].to_string();
    let Some(plan) = work.fill_in(screen, theme, title, cells, &draft)? else {
        return Ok(None);
    };
    let (plan, regulation) = plan;
    let folder = lay_down::create(place, plan, regulation, Purpose::Held)?;
    let _ = std::fs::remove_file(&draft);
    Ok(Some(folder))
}

/// Pages for the plan of a session that has not begun; `true` when the plan was replaced.
pub(super) fn of_session(
    place: &RunPlace,
    folder: &Path,
    screen: &mut Screen,
    theme: &Theme,
) -> Result<bool, Error> {
    let open_error = |cause| {
        Error::Open(OpenFailed {
            path: folder.to_owned(),
            cause,
        })
    };
    let mut open = OpenSession::open(folder, Clock::system())
        .map_err(open_error)?
        .on_computer(&SessionStore::at(&place.data));
    if open.session().state().agenda.began().is_some() {
        return Err(Error::PlanInUse {
            name: sessions::id_of(folder),
            began: true,
        });
    }
    let plan = open.session().plan().clone();
    let mut regulations = new::regulations(place);
    // The session's own copy stands for the file, which may have changed since.
    let own = open.session().regulation().clone();
    regulations.retain(|regulation| regulation.id != own.id);
    regulations.insert(0, own);
    let work = Work::new(place, regulations, Some(&plan));
    let draft = folder.join(DRAFT);
    let title = work.words[PageMessage::TitleOf].render(&[("title", &plan.title)]);
    let Some((plan, regulation)) = work.fill_in(screen, theme, title, work.cells(), &draft)? else {
        return Ok(false);
    };
    let _ = std::fs::remove_file(&draft);
    let (now, _) = open.now();
    let replaced = open.perform(
        Command::ReplacePlan {
            plan: Box::new(plan),
            regulation: Some(Box::new(regulation)),
        },
        now,
    );
    Ok(replaced.is_ok())
}

/// The plan of the last session of this office that was no rehearsal.
fn last_plan(place: &RunPlace) -> Option<Plan> {
    sessions::list(&SessionStore::at(&place.data))
        .into_iter()
        .filter(|session| {
            let standing = session.standing.as_ref();
            standing
                .as_ref()
                .is_some_and(|standing| !standing.fictional)
        })
        .find_map(|session| super::template::session_in(&session.folder).ok())
        .map(|session| session.plan().clone())
}

/// What stands behind the pages.
struct Work<'a> {
    place: &'a RunPlace,
    regulations: Vec<Regulation>,
    pages: Vec<PageData>,
    words: PlanPageWords,
}

impl<'a> Work<'a> {
    fn new(place: &'a RunPlace, regulations: Vec<Regulation>, plan: Option<&Plan>) -> Self {
        let words = SOURCES.read(place.lang);
        let regulation = plan.and_then(|plan| {
            regulations
                .iter()
                .find(|regulation| regulation.id == plan.regulation)
        });
        let pages = pages::pages(&Wanted {
            regulations: &regulations,
            regulation,
            plan,
        });
        Self {
            place,
            regulations,
            pages,
            words,
        }
    }

    fn cells(&self) -> Vec<PageRows> {
        self.pages.iter().map(|page| page.rows.clone()).collect()
    }

    /// What was true of the last session only.
    fn clear_for_a_new_session(&self, cells: &mut [PageRows]) {
        for field in [
            PlanField::Day,
            PlanField::Contents,
            PlanField::Done,
            PlanField::Fictional,
        ] {
            if let Some((page, column)) = pages::find(&self.pages, field)
                && let Some(cell) = cells
                    .get_mut(page)
                    .and_then(|rows| rows.first_mut())
                    .and_then(|row| row.get_mut(column))
            {
                cell.clear();
            }
        }
        for field in [PlanField::SubjectText, PlanField::PreparedAnswer] {
            if let Some((page, _)) = pages::find(&self.pages, field)
                && let Some(rows) = cells.get_mut(page)
            {
                rows.clear();
            }
        }
    }

    fn draft_of(&self, cells: &[PageRows]) -> PlanDraft {
        let catalogue = Catalogue {
            regulations: &self.regulations,
            regulation: None,
        };
        pages::draft(&self.pages, cells, &catalogue)
    }

    fn regulation_of(&self, plan: &Plan) -> Option<&Regulation> {
        self.regulations
            .iter()
            .find(|regulation| regulation.id == plan.regulation)
    }

    /// Shows the pages until they are left; the plan, when it is to be used.
    fn fill_in(
        &self,
        screen: &mut Screen,
        theme: &Theme,
        title: String,
        cells: Vec<PageRows>,
        draft: &Path,
    ) -> Result<Option<(Plan, Regulation)>, Error> {
        let kept: Option<Vec<PageRows>> = std::fs::read(draft)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let came_back = kept.is_some();
        let today = Clock::system().now().wall.date_naive();
        let mut shown = PlanPages::new(
            self.specs(),
            kept.unwrap_or(cells),
            format::date(today),
            pages::find(&self.pages, PlanField::Done),
        );
        if came_back {
            shown.notice(self.words[PageMessage::DraftBack].to_string());
        }
        let mut typing = Typing::new(self.place.typing, ToneStyle::default());
        let loaded: RefCell<Option<Loaded>> = RefCell::new(None);
        let env = PagesEnv {
            title,
            judge: &|cells| self.judge(cells, today, &loaded),
            heading_of: &|page, text| pages::heading(&self.pages, page, text),
            import: &|path| self.import(path),
            keep: &|cells| {
                // A draft that cannot be kept must not stop anybody from writing.
                if let Ok(bytes) = serde_json::to_vec(cells) {
                    let _ = draft.parent().map(std::fs::create_dir_all);
                    let _ = private_fs::write(draft, &bytes);
                }
            },
            theme,
            words: &self.words,
        };
        let is_finished =
            run::run(screen, &mut shown, &mut typing, &env).map_err(Error::Terminal)?;
        if !is_finished {
            return Ok(None);
        }
        let draft = self.draft_of(shown.cells());
        let regulation = self.regulation_of(&draft.plan).cloned();
        Ok(regulation.map(|regulation| (draft.plan, regulation)))
    }

    fn specs(&self) -> Vec<PageSpec> {
        self.pages
            .iter()
            .map(|page| PageSpec {
                name: page.name.clone(),
                about: page.about.clone(),
                is_lines: page.is_lines,
                columns: page
                    .columns
                    .iter()
                    .map(|column| PageColumn {
                        heading: column.heading.clone(),
                        comment: column.comment.clone(),
                        needed: column.needed,
                        choices: column.choices.clone(),
                        is_open: column.is_open,
                        is_many: column.is_many,
                        width: column.width,
                    })
                    .collect(),
            })
            .collect()
    }

    fn import(&self, path: &str) -> Result<Vec<PageRows>, String> {
        let path = PathBuf::from(path.trim().trim_matches('"'));
        let checked = new::read(self.place, &path, None)
            .map_err(|error| error.explained(self.place.lang).in_one_line())?;
        // What could not be read stays to be filled in; what could is there.
        let filled = pages::pages(&Wanted {
            regulations: &self.regulations,
            regulation: self.regulation_of(&checked.draft.plan),
            plan: Some(&checked.draft.plan),
        });
        Ok(filled.into_iter().map(|page| page.rows).collect())
    }
}
