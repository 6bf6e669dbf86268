//! The first screen as a command: shows it, carries out what is chosen, and comes back to it.

use std::path::Path;

use super::desk::{
    DeskOpening, Variable, home_folder, rehearsal, sample_regulation, sit_down, theme,
};
use super::follow_up::last_promises::LastPromises;
use super::follow_up::owed::OwedHere;
use super::plan_pages::{self, PlanEdited};
use super::{RunPlace, export, follow_up, follow_up_screen, papers, project, report};
use crate::cli::error::Error;
use crate::domain::follow_up::{DEFAULT_WINDOW, DueState, OwedRow, OwedThing, counts_of};
use crate::domain::i18n::Explain as _;
use crate::domain::regulation::Scope;
use crate::store::clock::Clock;
use crate::store::profiles;
use crate::store::sessions::ArchiveFailed;
use crate::store::sessions::{self, ArchiveError, SessionStore};
use crate::tui::office::words::{OfficeNoticeMessage, OfficeWords, SOURCES as OFFICE_SOURCES};
use crate::tui::office::{
    self, NewFrom, Office, OfficeChoice, OfficeEntry, OfficeEnv, OfficeOwed, Owed, Regulations,
};
use crate::tui::terminal::Screen;
use crate::tui::theme::Theme;
use crate::tui::vn_input::{ToneStyle, Typing};

/// The first screen, then what is chosen on it. Only the desk ends it.
pub(super) fn run(place: &RunPlace, variable: Variable<'_>) -> Result<(), Error> {
    let mut screen = Screen::take(place.terminal).map_err(Error::Terminal)?;
    let mut place = place.clone();
    let mut told = None;
    loop {
        match show(&place, &mut screen, told.take())? {
            AfterChoice::Stay => {}
            AfterChoice::Leave => return Ok(()),
            AfterChoice::SetAnew => {
                super::settings::show(&place, &mut screen)?;
                place = place.renewed();
            }
            AfterChoice::Desk(opening) => match opening.settled(&place, screen) {
                Ok((opened, screen)) => {
                    let home = home_folder(variable);
                    let theme = theme(&place);
                    return sit_down(&place, opened, &theme, screen, home.as_deref());
                }
                Err(error @ Error::Terminal(_)) => return Err(error),
                Err(cause) => {
                    screen = Screen::take(place.terminal).map_err(Error::Terminal)?;
                    told = Some(cause.explained(place.lang).in_one_line());
                }
            },
        }
    }
}

/// The first screen until something leads away from it; it says first why it did not lead away the last time.
fn show(place: &RunPlace, screen: &mut Screen, told: Option<String>) -> Result<AfterChoice, Error> {
    let store = place.store();
    let typing = Typing::new(place.typing, ToneStyle::default());
    let mut office = Office::new(entries(&store), typing, Box::new(sessions::words_of));
    let said: Vec<String> = told.into_iter().chain(place.faults.clone()).collect();
    if !said.is_empty() {
        office.notify(said.join("  ·  "));
    }
    let first = FirstScreen {
        place,
        store,
        words: OFFICE_SOURCES.read(place.lang),
        theme: theme(place),
    };
    loop {
        let env = OfficeEnv {
            words: &first.words,
            lang: place.lang,
            theme: &first.theme,
            regulations: &|| regulations(place),
            has_draft: &|| plan_pages::has_draft(place),
            owed: &|| owed(place),
        };
        let chosen = office::run(screen, &mut office, env).map_err(Error::Terminal)?;
        match first.carry_out(chosen, &mut office, screen) {
            Ok(AfterChoice::Stay) => {}
            Ok(leads) => return Ok(leads),
            // Without a terminal there is nobody left to tell.
            Err(error @ Error::Terminal(_)) => return Err(error),
            Err(cause) => office.notify(cause.explained(place.lang).in_one_line()),
        }
    }
}

/// Where it goes on once something was carried out.
enum AfterChoice {
    Stay,
    Leave,
    /// Something is to be set otherwise, and the screen shown anew.
    SetAnew,
    /// At the desk of this session.
    Desk(DeskOpening),
}

/// What carries out what is chosen, and says on the first screen what came of it.
struct FirstScreen<'a> {
    place: &'a RunPlace,
    store: SessionStore,
    words: OfficeWords,
    theme: Theme,
}

impl FirstScreen<'_> {
    fn carry_out(
        &self,
        chosen: OfficeChoice,
        office: &mut Office,
        screen: &mut Screen,
    ) -> Result<AfterChoice, Error> {
        let (place, says) = (self.place, &self.words.notices);
        let notice = match chosen {
            OfficeChoice::Quit => return Ok(AfterChoice::Leave),
            OfficeChoice::Settings => return Ok(AfterChoice::SetAnew),
            OfficeChoice::Resume(folder) => return self.to_desk(&folder, office),
            OfficeChoice::Rehearse(id) => return self.to_desk(&rehearsal(place, &id)?, office),
            OfficeChoice::New(from) => Some(self.new_session(&from, office, screen)?),
            OfficeChoice::EditPlan(folder) => {
                let edited = plan_pages::of_session(place, &folder, screen, &self.theme)?;
                office.renew(entries(&self.store));
                self.told_edited(&edited, &sessions::id_of(&folder))
            }
            OfficeChoice::Papers(folder) => Some(self.papers(&folder)?),
            OfficeChoice::Promised(folder) => Some(self.promised(&folder)?),
            OfficeChoice::FollowUp(first) => {
                follow_up_screen::show(place, first.as_deref(), screen, &self.theme)?;
                office.renew(entries(&self.store));
                None
            }
            OfficeChoice::Project(folder) => {
                project::show(place, &folder, &self.theme, screen)?;
                office.renew(entries(&self.store));
                None
            }
            OfficeChoice::Export(folder) => Some(self.exported(&folder)?),
            OfficeChoice::Report(period) => Some(self.reported(period)?),
            OfficeChoice::Archive(folder) => {
                let done = sessions::archive(&folder);
                let text = self.told_archived(&folder, office);
                office.renew(entries(&self.store));
                Some(outcome_in_words(place, &folder, done, text))
            }
            OfficeChoice::DeleteRehearsal(folder) => {
                let now = Clock::system().now().wall;
                let done = sessions::delete_rehearsal(&self.store, &folder, now);
                let text =
                    says[OfficeNoticeMessage::Deleted].render(&[("id", &sessions::id_of(&folder))]);
                office.renew(entries(&self.store));
                Some(outcome_in_words(place, &folder, done, text))
            }
        };
        if let Some(text) = notice {
            office.notify(text);
        }
        Ok(AfterChoice::Stay)
    }

    /// To the desk of a session; one that cannot be opened may have changed since it was listed.
    fn to_desk(&self, folder: &Path, office: &mut Office) -> Result<AfterChoice, Error> {
        match DeskOpening::of(folder) {
            Ok(opening) => Ok(AfterChoice::Desk(opening)),
            Err(cause) => {
                office.renew(entries(&self.store));
                Err(cause)
            }
        }
    }

    /// A session is planned from what was chosen; says whether it is there now or lies as a draft.
    fn new_session(
        &self,
        from: &NewFrom,
        office: &mut Office,
        screen: &mut Screen,
    ) -> Result<String, Error> {
        let says = &self.words.notices;
        let made = plan_pages::new_session(self.place, screen, &self.theme, from)?;
        office.renew(entries(&self.store));
        Ok(match made {
            Some(folder) => {
                office.select(&folder);
                says[OfficeNoticeMessage::Created].render(&[("id", &sessions::id_of(&folder))])
            }
            None => says[OfficeNoticeMessage::DraftKept].to_string(),
        })
    }

    fn told_edited(&self, edited: &PlanEdited, id: &str) -> Option<String> {
        let says = &self.words.notices;
        match edited {
            PlanEdited::Left => None,
            PlanEdited::Replaced => {
                Some(says[OfficeNoticeMessage::PlanReplaced].render(&[("id", &id)]))
            }
            PlanEdited::Added {
                people,
                opinions,
                refused,
            } => {
                let rest = if *refused == 0 {
                    String::new()
                } else {
                    says[OfficeNoticeMessage::PlanStays].render(&[("count", refused)])
                };
                let text = says[OfficeNoticeMessage::PlanAdded].render(&[
                    ("id", &id),
                    ("people", people),
                    ("opinions", opinions),
                    ("rest", &rest),
                ]);
                Some(text.trim_end().to_owned())
            }
        }
    }

    fn papers(&self, folder: &Path) -> Result<String, Error> {
        let id = sessions::id_of(folder);
        let to = follow_up::documents_folder(self.place).join(format!("{id}-giay-to"));
        let written = papers::write(self.place, &folder.to_string_lossy(), &to)?;
        Ok(
            self.words.notices[OfficeNoticeMessage::PapersWritten].render(&[
                ("path", &written.folder.display()),
                ("count", &written.count),
            ]),
        )
    }

    fn promised(&self, folder: &Path) -> Result<String, Error> {
        let says = &self.words.notices;
        let id = sessions::id_of(folder);
        let to = follow_up::documents_folder(self.place).join(format!("{id}-giay-to"));
        let last = LastPromises::before(self.place, Some(folder))?;
        Ok(match last.write(&to) {
            Some(Ok(path)) => says[OfficeNoticeMessage::PapersWritten]
                .render(&[("path", &path.display()), ("count", &1)]),
            Some(Err(why)) => why.into_sentence(),
            None => says[OfficeNoticeMessage::NothingPromised].to_string(),
        })
    }

    fn exported(&self, folder: &Path) -> Result<String, Error> {
        let (path, is_closed) = export::of_folder(self.place, folder)?;
        let says = &self.words.notices;
        let sentence = if is_closed {
            &says[OfficeNoticeMessage::Exported]
        } else {
            &says[OfficeNoticeMessage::ExportedOpen]
        };
        Ok(sentence.render(&[("path", &path.display())]))
    }

    fn reported(&self, period: String) -> Result<String, Error> {
        let name: String = period
            .chars()
            .map(|letter| if letter == ':' { '-' } else { letter })
            .collect();
        let asked = report::ReportAsked {
            engine: crate::cli::task::ReportEngine::default(),
            period,
            from: Vec::new(),
            to: follow_up::documents_folder(self.place).join(format!("bao-cao-{name}")),
        };
        let made = report::make(self.place, &asked)?;
        let says = &self.words.notices;
        let written =
            says[OfficeNoticeMessage::ReportWritten].render(&[("path", &made.path.display())]);
        Ok(if made.left_out.is_empty() {
            written
        } else {
            let left = says[OfficeNoticeMessage::LeftOut].render(&[
                ("count", &made.left_out.len()),
                ("what", &made.left_out.join("; ")),
            ]);
            format!("{written}  ·  {left}")
        })
    }

    /// What was put away is owed all the same.
    fn told_archived(&self, folder: &Path, office: &Office) -> String {
        let says = &self.words.notices;
        let id = sessions::id_of(folder);
        let text = says[OfficeNoticeMessage::Archived].render(&[("id", &id)]);
        let owed = office.owed_of(folder);
        let count = owed.overdue + owed.soon + owed.running;
        if count == 0 {
            text
        } else {
            let still =
                says[OfficeNoticeMessage::StillOwed].render(&[("id", &id), ("count", &count)]);
            format!("{text}  ·  {still}")
        }
    }
}

/// All sessions as the first screen lists them.
fn entries(store: &SessionStore) -> Vec<OfficeEntry> {
    sessions::list(store)
        .into_iter()
        .map(|session| OfficeEntry {
            session,
            owed: None,
        })
        .collect()
}

/// What is owed, as `due` says it. A report that only runs is the office's and no session's.
fn owed(place: &RunPlace) -> OfficeOwed {
    let today = Clock::system().now().wall.date_naive();
    let here = OwedHere::of(place, today, DEFAULT_WINDOW);
    let rows = here.rows();
    let all = counts_of(&rows);
    let mut owed = OfficeOwed {
        overdue: all.overdue,
        soon: all.due,
        ..OfficeOwed::default()
    };
    for (session, overview) in here.each() {
        let promises = &overview.promises;
        let answered = promises.iter().filter(|promise| promise.state.is_done());
        let one = Owed {
            promised: promises.len(),
            answered: answered.count(),
            has_notice: session.ledger.state().notice.is_some(),
            ..Owed::default()
        };
        owed.sessions.insert(session.folder.clone(), one);
    }
    for row in &rows {
        let one = here
            .folder(&row.session)
            .and_then(|folder| owed.sessions.get_mut(folder));
        let Some(one) = one else { continue };
        match row.state {
            DueState::Overdue { .. } => one.overdue += 1,
            DueState::Due { .. } => one.soon += 1,
            DueState::Running { .. }
            | DueState::AwaitsNotice
            | DueState::WithSuperior
            | DueState::NoLimit
            | DueState::Uncounted { .. } => one.running += usize::from(!is_report(row)),
            DueState::Done { .. } | DueState::DoneLate { .. } => {}
        }
    }
    owed
}

fn is_report(row: &OwedRow) -> bool {
    matches!(&row.what, OwedThing::Duty(duty) if duty.kind.is_none())
}

/// What was done, or why it was not.
fn outcome_in_words(
    place: &RunPlace,
    folder: &Path,
    done: Result<(), ArchiveError>,
    text: String,
) -> String {
    match done {
        Ok(()) => text,
        Err(cause) => Error::Archive(ArchiveFailed {
            path: folder.to_owned(),
            cause,
        })
        .explained(place.lang)
        .in_one_line(),
    }
}

/// The regulations that order a session; the office's usual one comes first, else the one the sample was
/// written for.
fn regulations(place: &RunPlace) -> Regulations {
    let usual = place.settings.regulation.clone();
    let proposed = usual.or_else(|| sample_regulation().ok());
    let mut offered: Regulations = profiles::all(place.regulations().as_deref())
        .into_iter()
        .filter_map(|listed| listed.profile.ok())
        .filter(|regulation| regulation.scope == Scope::Session)
        .map(|regulation| (regulation.id, regulation.short))
        .collect();
    offered.sort_by_key(|(id, _)| Some(id) != proposed.as_ref());
    offered
}
