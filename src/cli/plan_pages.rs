//! The pages of a plan in the program: a new session without a file, and the plan of one that has not begun. What the cells
//! mean is the one reading's and the one check's, the same as for a workbook.

mod judge;
mod outputs;
mod prefill;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use super::basis::Loaded;
use super::follow_up::last_promises::LastPromises;
use super::plan_in_use::{change_plan, in_use, open_plan};
use super::{RunPlace, lay_down, new};
use crate::cli::error::Error;
use crate::documents::plan_import::pages::{self, PageData};
use crate::documents::plan_import::template::{OfficeNames, Wanted};
use crate::documents::plan_import::workbook::columns::PlanField;
use crate::documents::plan_import::{Catalogue, PlanDraft};
use crate::domain::format;
use crate::domain::i18n::WordedError;
use crate::domain::regulation::Regulation;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::plan::Plan;
use crate::domain::session::plan_update;
use crate::store::clock::Clock;
use crate::store::sessions::{self, Purpose};
use crate::tui::office::NewFrom;
use crate::tui::plan_pages::run::{self, PagesEnv};
use crate::tui::plan_pages::words::{PageMessage, PlanPageWords, SOURCES};
use crate::tui::plan_pages::{KeptPages, PageColumn, PageRows, PageSpec, PlanPages, PromisedLine};
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;
use crate::tui::vn_input::{ToneStyle, Typing};

/// The draft of a plan that has no session yet.
const DRAFT: &str = "plan-draft.json";
/// One that was begun before another beginning was chosen.
const DRAFT_BEFORE: &str = "plan-draft-before.json";

/// Whether a new plan was begun and not finished.
pub(super) fn has_draft(place: &RunPlace) -> bool {
    place.data.join(DRAFT).is_file()
}

/// From what a new session is made where nobody says: the draft, else the last session, else nothing.
pub(super) fn usual_beginning(place: &RunPlace) -> NewFrom {
    if has_draft(place) {
        return NewFrom::Draft;
    }
    let listed = sessions::list(&place.store());
    listed
        .into_iter()
        .find(|session| !session.is_rehearsal && session.standing.is_some())
        .map_or(NewFrom::Nothing, |session| NewFrom::Session(session.folder))
}

/// Pages for a new session; its folder when one was laid down.
pub(super) fn new_session(
    place: &RunPlace,
    screen: &mut Screen,
    theme: &Theme,
    from: &NewFrom,
) -> Result<Option<PathBuf>, Error> {
    let regulations = new::regulations(place);
    let last = match from {
        NewFrom::Session(folder) => Some(super::template::session_in(folder)?.plan().clone()),
        NewFrom::Draft | NewFrom::Nothing | NewFrom::File => None,
    };
    let draft = place.data.join(DRAFT);
    if *from != NewFrom::Draft {
        // What somebody wrote before stays, beside what is written now.
        let _ = std::fs::rename(&draft, place.data.join(DRAFT_BEFORE));
    }
    let promised = LastPromises::before(place, None)?.lines();
    let work = Work::new(place, regulations, last.as_ref(), promised);
    let mut cells = work.cells();
    work.clear_for_a_new_session(&mut cells);
    prefill::fill_in(&mut cells, &work.pages, &place.settings);
    let title = work.words[PageMessage::TitleNew].to_string();
    let asked = Pages {
        title,
        cells,
        draft: &draft,
        asks_for_file: *from == NewFrom::File,
    };
    let Some((plan, regulation)) = work.fill_in(screen, theme, asked)? else {
        return Ok(None);
    };
    let folder = lay_down::create(place, plan, regulation, Purpose::Held)?;
    let _ = std::fs::remove_file(&draft);
    Ok(Some(folder))
}

/// What became of a plan on its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PlanEdited {
    /// The pages were left.
    Left,
    /// The plan of a session that has not begun was replaced.
    Replaced,
    /// To one that has begun things were only added; the other changes were not taken.
    Added {
        people: usize,
        opinions: usize,
        refused: usize,
    },
}

/// Pages for the plan of a session: all of it before it begins, afterwards people and opinions that are added.
pub(super) fn of_session(
    place: &RunPlace,
    folder: &Path,
    screen: &mut Screen,
    theme: &Theme,
) -> Result<PlanEdited, Error> {
    let mut open = open_plan(place, folder)?;
    if open.session().state().closed.is_some() {
        return Err(in_use(folder, true));
    }
    let plan = open.session().plan().clone();
    let regulations = new::regulations_of(place, open.session());
    let promised = LastPromises::before(place, Some(folder))?.lines();
    let work = Work::new(place, regulations, Some(&plan), promised);
    let draft = folder.join(DRAFT);
    let asked = Pages {
        title: work.words[PageMessage::TitleOf].render(&[("title", &plan.title)]),
        cells: work.cells(),
        draft: &draft,
        asks_for_file: false,
    };
    let Some((new, regulation)) = work.fill_in(screen, theme, asked)? else {
        return Ok(PlanEdited::Left);
    };
    let (now, _) = open.now();
    let (command, edited) = if open.session().state().agenda.began().is_some() {
        added(open.session(), &new)
    } else {
        let command = Command::ReplacePlan {
            plan: Box::new(new),
            regulation: Some(Box::new(regulation)),
        };
        (command, PlanEdited::Replaced)
    };
    change_plan(&mut open, command, now, folder)?;
    let _ = std::fs::remove_file(&draft);
    Ok(edited)
}

/// What a newer plan adds to a session that has begun, and what else it would change.
fn added(session: &Session, new: &Plan) -> (Command, PlanEdited) {
    // Whoever was corrected at the desk is known under both names.
    let registered = session.state().queue.people();
    let people = registered
        .iter()
        .map(|person| &*person.registration)
        .chain(session.plan().speakers.iter().map(|speaker| &**speaker));
    let additions = plan_update::additions(session.plan(), people, new);
    let changes = plan_update::compare(session.plan(), new);
    let edited = PlanEdited::Added {
        people: additions.people.len(),
        opinions: additions.opinions.len(),
        refused: changes.changed.len() + changes.gone.len(),
    };
    let command = Command::Import {
        additions: Box::new(additions),
        within_scope: None,
        reason: None,
    };
    (command, edited)
}

/// What the pages are opened with.
struct Pages<'a> {
    title: String,
    cells: Vec<PageRows>,
    draft: &'a Path,
    /// A file is asked for before anything else.
    asks_for_file: bool,
}

/// What stands behind the pages.
struct Work<'a> {
    place: &'a RunPlace,
    regulations: Vec<Regulation>,
    pages: Vec<PageData>,
    words: PlanPageWords,
    /// What was promised before, as it stands.
    promised: Vec<PromisedLine>,
}

impl<'a> Work<'a> {
    fn new(
        place: &'a RunPlace,
        regulations: Vec<Regulation>,
        plan: Option<&Plan>,
        promised: Vec<PromisedLine>,
    ) -> Self {
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
            office: OfficeNames::default(),
        });
        Self {
            place,
            regulations,
            pages,
            words,
            promised,
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
        asked: Pages<'_>,
    ) -> Result<Option<(Plan, Regulation)>, Error> {
        let Pages {
            title,
            cells,
            draft,
            asks_for_file,
        } = asked;
        let kept = outputs::read_draft(draft);
        let came_back = kept.is_some();
        let (kept, pasted) = match kept {
            Some(KeptPages { cells, pasted }) => (Some(cells), pasted),
            None => (None, None),
        };
        let today = Clock::system().now().wall.date_naive();
        let mut shown = PlanPages::new(
            self.specs(),
            kept.unwrap_or(cells),
            format::date(today),
            pages::find(&self.pages, PlanField::Done),
        )
        .with_promised(self.promised.clone())
        .with_file_name(outputs::usual_name(self.place));
        if let Some(table) = pasted {
            shown = shown.with_table(table);
        }
        if came_back {
            shown.notice(self.words[PageMessage::DraftBack].to_string());
        }
        if asks_for_file && !came_back {
            shown.ask_for_file();
        }
        let mut typing = Typing::new(self.place.typing, ToneStyle::default());
        let loaded: RefCell<Option<Loaded>> = RefCell::new(None);
        let env = PagesEnv {
            title,
            judge: &|cells| self.judge(cells, today, &loaded),
            heading_of: &|page, text| pages::heading(&self.pages, page, text),
            import: &|path| self.import(path),
            write: &|cells, path| self.write(cells, path, today),
            papers: &|cells| self.papers(cells, today),
            keep: &|kept| outputs::keep_draft(draft, kept),
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

    fn import(&self, path: &str) -> Result<Vec<PageRows>, WordedError> {
        let path = PathBuf::from(path.trim().trim_matches('"'));
        let checked = new::read(self.place, &path, None)
            .map_err(|error| WordedError::of(&error, self.place.lang))?;
        // What could not be read stays to be filled in; what could is there.
        let filled = pages::pages(&Wanted {
            regulations: &self.regulations,
            regulation: self.regulation_of(&checked.draft.plan),
            plan: Some(&checked.draft.plan),
            office: OfficeNames::default(),
        });
        Ok(filled.into_iter().map(|page| page.rows).collect())
    }
}
