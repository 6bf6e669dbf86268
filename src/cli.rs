//! The command line: what can be asked for, and who does it. It reads arguments and the environment, and knows no
//! session from the inside.

mod basis;
mod counting_basis;
mod desk;
mod due;
/// Errors at the edge: what was tried, on what, why, what to do.
pub mod error;
mod export;
mod find;
mod follow_up;
mod follow_up_screen;
mod hall;
mod join;
mod json;
mod lay_down;
mod new;
mod office;
mod papers;
mod place;
mod plan_in_use;
mod plan_pages;
pub mod print;
mod project;
mod repair;
mod report;
mod sessions;
mod settings;
mod share;
mod shell_files;
mod station;
mod task;
mod template;
mod update;
mod usage;
mod verify;
#[cfg(test)]
mod word_registry;
pub mod words;

use std::ffi::OsString;
use std::io::Write as _;

use clap::{FromArgMatches as _, Parser};

use crate::cli::error::Error;
use crate::cli::task::Task;
use crate::domain::i18n::Lang;
use place::{Common, RunPlace, Start};
use words::{CliWords, SOURCES};

#[derive(Debug, Parser)]
#[command(name = "doithoai", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Task>,
    #[command(flatten)]
    common: Common,
}

/// How the program ended.
pub enum Ended {
    /// 0
    Done,
    /// 1: the user can mend it; the message is on standard error.
    Failed,
    /// 2: wrong usage.
    Misused,
    /// 3: something is overdue.
    Overdue,
}

/// Does what the arguments ask for. `variable` reads the environment.
#[must_use]
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Ended {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let start = Start::of(&arguments, variable);
    let asked = start.lang();
    // The explanations are only read for somebody who is going to see them.
    let parsed = Arguments::try_parse_from(&arguments).or_else(|_| {
        usage::command(asked)
            .try_get_matches_from(&arguments)
            .and_then(|matches| Arguments::from_arg_matches(&matches))
    });
    let parsed = match parsed {
        Ok(parsed) => parsed,
        Err(error) => {
            if !error.use_stderr() {
                // A reader that went away is no error of ours.
                let _ = error.print();
                return Ended::Done;
            }
            tell_misuse(&error, &arguments, asked);
            return Ended::Misused;
        }
    };
    let lang = parsed.common.lang.unwrap_or(asked);
    if let Some(Task::Help { command }) = parsed.command {
        return help(command, lang);
    }
    if let Some(Task::Completions { shell }) = parsed.command {
        print_result(&shell_files::completions(shell, lang));
        return Ended::Done;
    }
    if let Some(Task::Man) = parsed.command {
        print_result(&shell_files::man(lang).unwrap_or_default());
        return Ended::Done;
    }
    let is_plain = parsed.command.is_none();
    let outcome = start
        .place(parsed.common, variable)
        .and_then(|place| carry_out(parsed.command, &place, variable));
    match outcome {
        Ok(ended) => ended,
        Err(error) => {
            let _ = writeln!(
                std::io::stderr(),
                "{}",
                crate::cli::error::message(&error, lang)
            );
            if is_plain {
                stay_readable(lang);
            }
            Ended::Failed
        }
    }
}

/// Whoever started the program by a double click on Windows has a window that closes with it: an error stays until it was
/// read.
fn stay_readable(lang: Lang) {
    use std::io::IsTerminal as _;
    if cfg!(windows) && std::io::stdin().is_terminal() {
        warn(&cli_words(lang).said[words::SaidMessage::PressEnter].to_string());
        let _ = std::io::stdin().read_line(&mut String::new());
    }
}

/// The help of the program, or of one command, as `--help` gives it.
fn help(command: Option<String>, lang: Lang) -> Ended {
    let arguments: Vec<OsString> = std::iter::once("doithoai".to_owned())
        .chain(command)
        .chain(std::iter::once("--help".to_owned()))
        .map(OsString::from)
        .collect();
    match usage::command(lang).try_get_matches_from(&arguments) {
        Err(error) if error.use_stderr() => {
            tell_misuse(&error, &arguments, lang);
            Ended::Misused
        }
        // A reader that went away is no error of ours.
        Err(error) => {
            let _ = error.print();
            Ended::Done
        }
        Ok(_) => Ended::Done,
    }
}

fn carry_out(
    task: Option<Task>,
    place: &RunPlace,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<Ended, Error> {
    let done = |()| Ended::Done;
    // A screen tells them itself: what is printed before it is not seen.
    if !place.faults.is_empty() && !matches!(task, None | Some(Task::Settings)) {
        let words = cli_words(place.lang);
        for fault in &place.faults {
            warn(&words.said[words::SaidMessage::Warning].render(&[("text", fault)]));
        }
    }
    match task {
        Some(Task::Due { within, json, ics }) => {
            due::due(place, &due::DueAsked { within, json, ics })
        }
        Some(Task::Find { words, json }) => Ok(find::find(place, &words, json)),
        Some(Task::Settings) => settings::run(place).map(done),
        Some(Task::FollowUp { session }) => {
            follow_up_screen::run(place, session.as_deref()).map(done)
        }
        Some(Task::Report {
            period,
            dossiers: from,
            engine,
            to,
        }) => {
            let asked = report::ReportAsked {
                period,
                from,
                engine,
                to,
            };
            report::report(place, &asked).map(done)
        }
        other => carry_out_plainly(other, place, variable).map(done),
    }
}

fn carry_out_plainly(
    task: Option<Task>,
    place: &RunPlace,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<(), Error> {
    match task {
        None => office::run(place, variable),
        Some(Task::Sessions { archived, json }) => {
            sessions::list(place, archived, json);
            Ok(())
        }
        Some(Task::Archive { session, restore }) => sessions::archive(place, &session, restore),
        Some(Task::Rehearse { regulation }) => desk::rehearse(place, regulation, variable),
        Some(Task::New {
            plan,
            regulation,
            report,
            json,
        }) => new::run(
            place,
            &new::NewOptions {
                file: plan,
                regulation,
                report,
                json,
            },
        ),
        Some(Task::Plan { session: None }) => desk::write_plan(place),
        Some(Task::Plan {
            session: Some(session),
        }) => desk::edit_plan(place, &session),
        Some(Task::Update { session, plan, yes }) => update::run(place, &session, &plan, yes),
        Some(Task::Papers { from, to }) => papers::run(place, &from, to),
        Some(Task::Template {
            file,
            regulation,
            from,
        }) => template::run(place, &file, regulation, from.as_deref()),
        Some(Task::Run { session }) => desk::run(place, &session, variable),
        Some(Task::Project { session }) => project::run(place, &session),
        Some(Task::Hall(asked)) => hall::run(place, asked),
        Some(Task::Share(asked)) => share::run(place, asked, variable),
        Some(Task::Join(asked)) => join::run(place, asked, variable),
        Some(Task::Station {
            session,
            kind,
            label,
        }) => station::run(place, &session, kind, label.as_deref()),
        Some(Task::Export {
            session,
            to,
            public,
            mask_names,
            // Accepted, adds nothing.
            force: _,
            attach,
        }) => export::run(
            place,
            &session,
            export::ExportOptions {
                to,
                public,
                mask_names,
                attach,
            },
        ),
        Some(Task::Verify { path, digest, json }) => {
            verify::run(place, &path, digest.as_deref(), json)
        }
        Some(Task::Repair { session }) => repair::repair(place, &session),
        Some(Task::Regulations {
            id,
            check,
            template,
            json,
        }) => print::regulations(place, id, check, template, json),
        Some(Task::Deadlines {
            regulation,
            laws,
            held,
            notice,
            json,
        }) => print::deadlines(place, regulation, laws, held, notice, json),
        // The first are answered before anything of the computer is asked for, the others by whoever calls this.
        Some(
            Task::Help { .. }
            | Task::Completions { .. }
            | Task::Man
            | Task::Settings
            | Task::Due { .. }
            | Task::Find { .. }
            | Task::FollowUp { .. }
            | Task::Report { .. },
        ) => Ok(()),
    }
}

/// What is wrong with what was asked for. If even this cannot be printed, there is nobody left to tell.
fn tell_misuse(error: &clap::Error, arguments: &[OsString], lang: Lang) {
    let _ = match usage::misused(error, arguments, lang) {
        Some((explained, usage)) => {
            let message = crate::cli::error::message(&Error::Misused(explained), lang);
            writeln!(std::io::stderr(), "{message}\n\n{usage}")
        }
        None => error.print(),
    };
}

/// Prints a result. A reader that went away is no error of ours.
fn print_result(text: &str) {
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end_matches('\n'));
}

/// Tells something besides the result.
fn warn(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// The sentences of the command line.
fn cli_words(lang: Lang) -> CliWords {
    SOURCES.read(lang)
}

#[cfg(test)]
mod tests;
