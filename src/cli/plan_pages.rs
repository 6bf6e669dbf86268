//! The pages of a plan in the program: a new session without a file, and the plan of one that has not begun. What the cells
//! mean is the one reading's and the one check's, the same as for a workbook.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use super::basis::Loaded;
use super::{Place, lay_down, new};
use crate::cli::error::Error;
use crate::documents::plan_import::pages::{self, PageData};
use crate::documents::plan_import::template::Wanted;
use crate::documents::plan_import::workbook::columns::PlanField;
use crate::documents::plan_import::{self, Catalogue, Draft};
use crate::domain::deadlines::{Dates, Entry};
use crate::domain::format;
use crate::domain::regulation::{Regulation, Scope};
use crate::domain::session::command::Command;
use crate::domain::session::plan::Plan;
use crate::store::clock::Clock;
use crate::store::private_fs;
use crate::store::sessions::{self, OpenSession, Purpose, SessionStore};
use crate::tui::plan_pages::run::{self, PagesEnv};
use crate::tui::plan_pages::words::{PageMessage, PlanPageWords, SOURCES};
use crate::tui::plan_pages::{
    DutyLine, Judged, PageColumn, PageFinding, PageSpec, PlanPages, Rows,
};
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;
use crate::tui::vn_input::{ToneStyle, Typing};

/// The draft of a plan that has no session yet.
const DRAFT: &str = "plan-draft.json";

/// Pages for a new session; its folder when one was laid down.
pub(super) fn new_session(
    place: &Place,
    screen: &mut Screen,
    theme: &Theme,
) -> Result<Option<PathBuf>, Error> {
    let regulations = new::regulations(place);
    let last = last_plan(place);
    let draft = place.data.join(DRAFT);
    let work = Work::new(place, regulations, last.as_ref())?;
    let mut cells = work.cells();
    work.clear_for_a_new_session(&mut cells);
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
    place: &Place,
    folder: &Path,
    screen: &mut Screen,
    theme: &Theme,
) -> Result<bool, Error> {
    let open_error = |cause| Error::Open {
        path: folder.to_owned(),
        cause,
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
    let work = Work::new(place, regulations, Some(&plan))?;
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
fn last_plan(place: &Place) -> Option<Plan> {
    sessions::list(&SessionStore::at(&place.data), 50)
        .into_iter()
        .filter(|(_, standing)| {
            standing
                .as_ref()
                .is_some_and(|standing| !standing.fictional)
        })
        .find_map(|(folder, _)| super::template::session_in(&folder).ok())
        .map(|session| session.plan().clone())
}

/// What stands behind the pages.
struct Work<'a> {
    place: &'a Place,
    regulations: Vec<Regulation>,
    pages: Vec<PageData>,
    words: PlanPageWords,
}

impl<'a> Work<'a> {
    fn new(
        place: &'a Place,
        regulations: Vec<Regulation>,
        plan: Option<&Plan>,
    ) -> Result<Self, Error> {
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
        Ok(Self {
            place,
            regulations,
            pages,
            words,
        })
    }

    fn cells(&self) -> Vec<Rows> {
        self.pages.iter().map(|page| page.rows.clone()).collect()
    }

    /// What was true of the last session only.
    fn clear_for_a_new_session(&self, cells: &mut [Rows]) {
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

    fn draft_of(&self, cells: &[Rows]) -> Draft {
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
        cells: Vec<Rows>,
        draft: &Path,
    ) -> Result<Option<(Plan, Regulation)>, Error> {
        let kept: Option<Vec<Rows>> = std::fs::read(draft)
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

    fn import(&self, path: &str) -> Result<Vec<Rows>, String> {
        let path = PathBuf::from(path.trim().trim_matches('"'));
        let checked = new::read(self.place, &path, None)
            .map_err(|error| crate::cli::error::brief(&error, self.place.lang))?;
        // What could not be read stays to be filled in; what could is there.
        let filled = pages::pages(&Wanted {
            regulations: &self.regulations,
            regulation: self.regulation_of(&checked.draft.plan),
            plan: Some(&checked.draft.plan),
        });
        Ok(filled.into_iter().map(|page| page.rows).collect())
    }

    fn judge(
        &self,
        cells: &[Rows],
        today: chrono::NaiveDate,
        loaded: &RefCell<Option<Loaded>>,
    ) -> Judged {
        let lang = self.place.lang;
        let draft = self.draft_of(cells);
        let regulation = self.regulation_of(&draft.plan);
        let fresh = Loaded::for_plan(self.place, &draft.plan);
        let findings = draft.check_on(regulation, &fresh.basis, today);
        let at = |location| pages::place(&self.pages, location);
        let faults = findings.faults.iter().map(|fault| PageFinding {
            is_fault: true,
            sentence: plan_import::words::bare_fault(fault, lang),
            whereabouts: self.whereabouts(at(fault.at.as_ref())),
            at: at(fault.at.as_ref()),
        });
        let warnings = findings.warnings.iter().map(|warning| PageFinding {
            is_fault: false,
            sentence: plan_import::words::bare_warning(warning, lang),
            whereabouts: self.whereabouts(at(warning.at.as_ref())),
            at: at(warning.at.as_ref()),
        });
        let found = faults.chain(warnings).collect();
        let (duties, text_says) = match regulation {
            Some(regulation) => (
                self.duties(&draft.plan, regulation, &fresh, today),
                self.text_says(&draft.plan, regulation),
            ),
            None => (Vec::new(), Vec::new()),
        };
        *loaded.borrow_mut() = Some(fresh);
        Judged {
            found,
            duties,
            text_says,
            choices: self.choices(&draft.plan, regulation),
        }
    }

    /// Which cell something is about, as a person finds it on the pages.
    fn whereabouts(&self, at: Option<(usize, usize, usize)>) -> String {
        let Some((page, row, column)) = at else {
            return String::new();
        };
        let Some(of) = self.pages.get(page) else {
            return String::new();
        };
        let heading = of
            .columns
            .get(column)
            .map_or("", |column| column.heading.as_str());
        if of.is_lines {
            self.words[PageMessage::InLine].render(&[("page", &of.name), ("heading", &heading)])
        } else {
            self.words[PageMessage::InRow].render(&[
                ("page", &of.name),
                ("row", &(row + 1)),
                ("heading", &heading),
            ])
        }
    }

    /// What may be chosen now that it is known which agencies there are and which text applies.
    fn choices(
        &self,
        plan: &Plan,
        regulation: Option<&Regulation>,
    ) -> Vec<(usize, usize, Vec<String>)> {
        let names: Vec<String> = plan
            .agencies
            .iter()
            .map(|agency| agency.name.clone())
            .collect();
        let mut choices: Vec<(usize, usize, Vec<String>)> = pages::agency_columns(&self.pages)
            .into_iter()
            .map(|(page, column)| (page, column, names.clone()))
            .collect();
        if let Some(regulation) = regulation {
            let titles = |list: &[crate::domain::regulation::Choice]| {
                list.iter().map(|choice| choice.title.vi.clone()).collect()
            };
            for (field, list) in [
                (PlanField::Mode, titles(&regulation.modes)),
                (PlanField::Form, titles(&regulation.forms)),
                (
                    PlanField::Step,
                    regulation
                        .steps
                        .iter()
                        .map(|step| step.title.vi.clone())
                        .collect(),
                ),
            ] {
                if let Some((page, column)) = pages::find(&self.pages, field) {
                    choices.push((page, column, list));
                }
            }
        }
        choices
    }

    /// What is due before the session, with where each duty stands.
    fn duties(
        &self,
        plan: &Plan,
        regulation: &Regulation,
        loaded: &Loaded,
        today: chrono::NaiveDate,
    ) -> Vec<DutyLine> {
        let lang = self.place.lang;
        let dates = Dates {
            occasion: plan.occasion(),
            ..Dates::of(plan.held.date())
        };
        let mut duties = Vec::new();
        for due in loaded.basis.due_dates(regulation, &dates) {
            let Entry::Deadline(deadline) = &due.entry else {
                continue;
            };
            if due.scope != Scope::Session || !regulation.is_before_session(deadline) {
                continue;
            }
            let article = deadline.article.0.clone();
            let done = plan.done.get(&deadline.id);
            let on = due.on();
            let is_late = done.is_none() && due.waived.is_none() && on.is_some_and(|on| on < today);
            let state = match (done, on) {
                (Some(day), _) => self.words[PageMessage::DutyDone]
                    .render(&[("on", &format::date(*day)), ("article", &article)]),
                (None, _) if due.waived.is_some() => {
                    self.words[PageMessage::DutyWaived].render(&[("article", &article)])
                }
                (None, Some(on)) => {
                    let says = if is_late {
                        &self.words[PageMessage::DutyLate]
                    } else {
                        &self.words[PageMessage::DutyDue]
                    };
                    says.render(&[("on", &format::date(on)), ("article", &article)])
                }
                (None, None) => self.words[PageMessage::DutyOpen].render(&[("article", &article)]),
            };
            duties.push(DutyLine {
                title: deadline.title.in_lang(lang).to_owned(),
                mark: deadline.title.vi.clone(),
                state,
                is_done: done.is_some(),
                is_late,
            });
        }
        duties
    }

    /// Who may chair, who prepares, and what the plan has to state, as the text has it.
    fn text_says(&self, plan: &Plan, regulation: &Regulation) -> Vec<String> {
        let lang = self.place.lang;
        let occasion = plan.occasion();
        let chairs = regulation
            .chairs
            .iter()
            .filter(|rule| rule.when.hold(&occasion))
            .map(|rule| {
                self.words[PageMessage::WhoChairs].render(&[
                    ("text", &rule.text.in_lang(lang)),
                    ("article", &rule.article),
                ])
            });
        let preparer = regulation.preparer(&occasion).map(|preparer| {
            let mut who = preparer.lead.in_lang(lang).to_owned();
            if let Some(with) = &preparer.with {
                who = format!("{who}; {}", with.in_lang(lang));
            }
            self.words[PageMessage::WhoPrepares]
                .render(&[("text", &who), ("article", &preparer.article)])
        });
        let states = regulation.plan_states.as_ref().map(|rule| {
            self.words[PageMessage::PlanStates].render(&[
                ("text", &rule.text.in_lang(lang)),
                ("article", &rule.article),
            ])
        });
        chairs.chain(preparer).chain(states).collect()
    }
}
