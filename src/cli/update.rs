//! `update`: a new plan for a session that has not begun. What it adds, changes and takes away is shown and asked.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;

use super::plan_in_use::{change_plan, in_use, open_plan};
use super::{RunPlace, cli_words, new, print_result};
use crate::cli::error::Error;
use crate::cli::words::{CliWords, SaidMessage};
use crate::domain::session::command::Command;
use crate::domain::session::plan_update::{PlanChanges, PlanPart, compare};
use crate::store::sessions;

pub(super) fn run(place: &RunPlace, session: &str, file: &Path, yes: bool) -> Result<(), Error> {
    let store = place.store();
    let folder = store.find(session).map_err(Error::Find)?;
    let id = sessions::id_of(&folder);
    let checked = new::read(place, file, None)?;
    let (Some(regulation), true) = (
        checked.regulation.clone(),
        checked.findings.faults.is_empty(),
    ) else {
        return Err(Error::PlanFaults {
            path: file.to_owned(),
            faults: checked.findings.faults,
        });
    };
    let mut open = open_plan(place, &folder)?;
    if open.session().state().agenda.began().is_some() {
        return Err(in_use(&folder, true));
    }
    let words = cli_words(place.lang);
    for warning in &checked.findings.warnings {
        let text = crate::documents::plan_import::words::warning(warning, place.lang);
        super::warn(&words.said[SaidMessage::Warning].render(&[("text", &text)]));
    }
    let plan = checked.draft.plan;
    let changes = compare(open.session().plan(), &plan);
    if changes.is_empty() {
        print_result(&words.said[SaidMessage::UpdateNone].to_string());
        return Ok(());
    }
    for line in shown(&changes, &words) {
        print_result(&line);
    }
    if !yes && !confirmed(&words, &id)? {
        print_result(&words.said[SaidMessage::UpdateKept].to_string());
        return Ok(());
    }
    let (now, _) = open.now();
    let command = Command::ReplacePlan {
        plan: Box::new(plan),
        regulation: Some(Box::new(regulation)),
    };
    change_plan(&mut open, command, now, &folder)?;
    print_result(&words.said[SaidMessage::UpdateDone].render(&[
        ("id", &id),
        ("added", &changes.added.len()),
        ("changed", &changes.changed.len()),
        ("gone", &changes.gone.len()),
    ]));
    Ok(())
}

fn confirmed(words: &CliWords, id: &str) -> Result<bool, Error> {
    let input = std::io::stdin();
    if !input.is_terminal() {
        return Err(Error::NotConfirmed);
    }
    let mut out = std::io::stderr();
    let _ = write!(
        out,
        "{}",
        words.said[SaidMessage::UpdateAsk].render(&[("id", &id)])
    );
    let _ = out.flush();
    let mut answer = String::new();
    let _ = input.lock().read_line(&mut answer);
    let answer = crate::domain::text::fold(answer.trim());
    Ok(["c", "co", "y", "yes"].contains(&answer.as_str()))
}

/// Every change in a line.
fn shown(changes: &PlanChanges, words: &CliWords) -> Vec<String> {
    let says = &words.said;
    [
        (&says[SaidMessage::UpdateAdded], &changes.added),
        (&says[SaidMessage::UpdateChanged], &changes.changed),
        (&says[SaidMessage::UpdateGone], &changes.gone),
    ]
    .into_iter()
    .flat_map(|(sentence, parts)| {
        parts
            .iter()
            .map(move |part| sentence.render(&[("what", &named(part, words))]))
    })
    .collect()
}

fn named(part: &PlanPart, words: &CliWords) -> String {
    let says = &words.said;
    match part {
        PlanPart::Matter(matter) => words
            .matters
            .get(*matter)
            .map_or_else(|| (*matter).to_owned(), ToString::to_string),
        PlanPart::Speaker { number, name } => {
            says[SaidMessage::PartSpeaker].render(&[("number", number), ("name", name)])
        }
        PlanPart::Opinion { number, from } => {
            says[SaidMessage::PartOpinion].render(&[("number", number), ("from", from)])
        }
        PlanPart::Agency(name) => says[SaidMessage::PartAgency].render(&[("name", name)]),
        PlanPart::Official(name) => says[SaidMessage::PartOfficial].render(&[("name", name)]),
    }
}
