//! `new`: a session from whatever the office prepared. Every fault is told at once, as sentences, as data for programs, or
//! as a copy of the workbook with the cells marked; nothing is created before there is none.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::basis::{self, Loaded};
use super::words::CliWords;
use super::{RunPlace, cli_words, lay_down, print_result};
use crate::cli::error::Error;
use crate::cli::json::in_json;
use crate::cli::words::SaidMessage;
use crate::documents::plan_import::{
    self, Catalogue, Diagnostic, Findings, Location, PlanDraft, PlanProblem, Remark, report,
};
use crate::domain::deadlines::{Basis, Dates, DueWhen};
use crate::domain::i18n::Lang;
use crate::domain::regulation::{Regulation, RegulationId, Scope};
use crate::domain::session::Session;
use crate::domain::session::plan::Plan;
use crate::store::calendars;
use crate::store::clock::Clock;
use crate::store::private_fs;
use crate::store::profiles;
use crate::store::sessions::{self, Purpose};

/// What was asked for.
pub(super) struct NewOptions {
    pub file: PathBuf,
    pub regulation: Option<String>,
    pub report: Option<PathBuf>,
    pub json: bool,
}

/// A plan that was read, with its regulation and everything found in it.
pub(super) struct Checked {
    pub draft: PlanDraft,
    /// `None` when the plan names none that there is.
    pub regulation: Option<Regulation>,
    pub findings: Findings,
}

/// Lays down a session from a plan and prints its id.
pub(super) fn run(place: &RunPlace, asked: &NewOptions) -> Result<(), Error> {
    let path = asked.file.clone();
    let checked = match read(place, &asked.file, asked.regulation.as_deref()) {
        Ok(checked) => checked,
        Err(error) => {
            if asked.json
                && let Error::Plan {
                    cause: plan_import::IntakeError::Damaged { fault, .. },
                    ..
                } = &error
            {
                let findings = Findings {
                    faults: vec![(**fault).clone()],
                    warnings: Vec::new(),
                };
                print(&findings, None, place.lang);
            }
            return Err(error);
        }
    };
    if let Some(to) = &asked.report {
        write_report(to, &checked, place.lang)?;
        // Beside the id, which is printed alone for other programs.
        super::warn(
            &cli_words(place.lang).said[SaidMessage::ReportWritten]
                .render(&[("path", &to.display())]),
        );
    }
    let Some(regulation) = checked
        .regulation
        .clone()
        .filter(|_| checked.findings.faults.is_empty())
    else {
        if asked.json {
            print(&checked.findings, None, place.lang);
        } else {
            // What should be looked at is told with what has to be mended, so that one walk through the file is enough.
            warn_of(&checked.findings, place.lang);
        }
        return Err(Error::PlanFaults {
            path,
            faults: checked.findings.faults,
        });
    };
    let words = cli_words(place.lang);
    warn_of(&checked.findings, place.lang);
    let plan = checked.draft.plan;
    let loaded = Loaded::for_plan(place, &plan);
    basis::warn(place, &loaded, &words);
    warn_of_years(place, &loaded.basis, &plan, &regulation, &words);
    let folder = lay_down::create(place, plan, regulation, Purpose::Held)?;
    let id = sessions::id_of(&folder);
    if asked.json {
        print(&checked.findings, Some(&id), place.lang);
    } else {
        print_result(&words.said[SaidMessage::Created].render(&[("id", &id)]));
    }
    Ok(())
}

/// Says what should be looked at and stops nobody.
fn warn_of(findings: &Findings, lang: Lang) {
    let words = cli_words(lang);
    for warning in &findings.warnings {
        let text = plan_import::words::warning(warning, lang);
        super::warn(&words.said[SaidMessage::Warning].render(&[("text", &text)]));
    }
}

/// Tells while there is time which years the calendar lacks for what is due around the session.
fn warn_of_years(
    place: &RunPlace,
    basis: &Basis,
    plan: &Plan,
    regulation: &Regulation,
    words: &CliWords,
) {
    let dates = Dates {
        occasion: plan.occasion(),
        ..Dates::of(plan.held.date())
    };
    let mut told = Vec::new();
    for due in basis.due_dates(regulation, &dates) {
        if let DueWhen::NoYear(missing) = &due.due
            && !told.contains(&missing.year)
        {
            told.push(missing.year);
            let explained = calendars::no_year(missing, place.lang);
            let text = std::iter::once(explained.tried)
                .chain(explained.because)
                .chain(explained.hint)
                .collect::<Vec<_>>()
                .join(": ");
            super::warn(&words.said[SaidMessage::Warning].render(&[("text", &text)]));
        }
    }
}

/// Reads and checks a plan. What stands in the way of reading it at all is an error; what is wrong with it is not yet one.
pub(super) fn read(place: &RunPlace, file: &Path, asked: Option<&str>) -> Result<Checked, Error> {
    let regulations = regulations(place);
    let mut asked = asked.map(|id| RegulationId(id.to_owned()));
    // One that cannot be used is told before anything else: everything depends on it.
    let mut given = asked.as_ref().map(|id| place.regulation(id)).transpose()?;
    let read = |asked: Option<&RegulationId>| {
        let catalogue = Catalogue {
            regulations: &regulations,
            regulation: asked,
        };
        plan_import::read(file, &catalogue).map_err(|cause| Error::Plan {
            path: file.to_owned(),
            cause,
        })
    };
    let mut draft = read(asked.as_ref())?;
    // A plan that names none is held under the office's usual one.
    if asked.is_none() && draft.plan.regulation.0.is_empty() {
        asked.clone_from(&place.settings.regulation);
        if let Some(usual) = &asked {
            given = Some(place.regulation(usual)?);
            draft = read(asked.as_ref())?;
        }
    }
    place.settings.office.fill(&mut draft.plan);
    if let Some(regulation) = &given {
        draft.plan.put_under(regulation);
    }
    let regulation = match given {
        Some(regulation) => Ok(regulation),
        None => place.regulation(&draft.plan.regulation),
    };
    let loaded = Loaded::for_plan(place, &draft.plan);
    let today = Clock::system().now().wall.date_naive();
    let findings = draft.check_on(regulation.as_ref().ok(), &loaded.basis, today);
    match regulation {
        Ok(regulation) => Ok(Checked {
            draft,
            regulation: Some(regulation),
            findings,
        }),
        // Whatever else is wrong is told first: it can be mended at the same time.
        Err(_) if !findings.faults.is_empty() => Ok(Checked {
            draft,
            regulation: None,
            findings,
        }),
        Err(error) => Err(error),
    }
}

/// Every regulation that orders a session and can be used.
pub(super) fn regulations(place: &RunPlace) -> Vec<Regulation> {
    profiles::all(place.regulations().as_deref())
        .into_iter()
        .filter_map(|listed| listed.profile.ok())
        .filter(|regulation| regulation.scope == Scope::Session)
        .collect()
}

/// The same for a session: its own copy stands first, in place of the file, which may have changed since.
pub(super) fn regulations_of(place: &RunPlace, session: &Session) -> Vec<Regulation> {
    let own = session.regulation();
    let others = regulations(place)
        .into_iter()
        .filter(|other| other.id != own.id);
    std::iter::once(own.clone()).chain(others).collect()
}

fn write_report(to: &Path, checked: &Checked, lang: Lang) -> Result<(), Error> {
    let write = |cause| Error::Write {
        path: to.to_owned(),
        cause,
    };
    let bytes = report::bytes(checked.draft.workbook.as_ref(), &checked.findings, lang)
        .map_err(|error| write(std::io::Error::other(error)))?;
    private_fs::check_name(to)
        .and_then(|()| std::fs::write(to, bytes))
        .map_err(write)
}

/// What `new --json` prints. Fields are only ever added.
#[derive(Serialize)]
struct Printed<'a> {
    /// The id of the session; nothing while there are faults.
    created: Option<&'a str>,
    faults: Vec<PrintedFinding>,
    warnings: Vec<PrintedFinding>,
}

/// One finding: what kind, where, and the sentence in the user's language.
#[derive(Serialize)]
struct PrintedFinding {
    kind: String,
    /// The part of the plan it is about, for example `speakers.3.number`, lists counted from 0.
    path: String,
    sheet: Option<String>,
    cell: Option<String>,
    heading: Option<String>,
    line: Option<usize>,
    column: Option<usize>,
    sentence: String,
}

fn print(findings: &Findings, created: Option<&str>, lang: Lang) {
    let printed = Printed {
        created,
        faults: findings
            .faults
            .iter()
            .map(|fault| {
                let sentence = plan_import::words::bare_fault(fault, lang);
                printed(fault, PlanProblem::kind(&fault.what), sentence)
            })
            .collect(),
        warnings: findings
            .warnings
            .iter()
            .map(|warning| {
                let sentence = plan_import::words::bare_warning(warning, lang);
                printed(warning, Remark::kind(&warning.what), sentence)
            })
            .collect(),
    };
    print_result(&in_json(&printed));
}

fn printed<What>(finding: &Diagnostic<What>, kind: String, sentence: String) -> PrintedFinding {
    let mut printed = PrintedFinding {
        kind,
        path: finding.path.clone(),
        sheet: None,
        cell: None,
        heading: None,
        line: None,
        column: None,
        sentence,
    };
    match &finding.at {
        Some(Location::Cell(place)) => {
            printed.sheet = Some(place.sheet.clone());
            printed.cell = place.cell();
            printed.heading.clone_from(&place.heading);
        }
        Some(Location::Line(place)) => {
            printed.line = Some(place.line);
            printed.column = Some(place.column);
        }
        None => {}
    }
    printed
}
