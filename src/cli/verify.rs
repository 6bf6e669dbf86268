//! `verify`: whether a session or a dossier is what was written, told to people and to programs.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::words::{SaidMessage, VerifyMessage, VerifyWords};
use super::{RunPlace, said, say};
use crate::cli::error::Error;
use crate::documents::MANIFEST;
use crate::domain::i18n::{Lang, Message};
use crate::store::bundle::{
    self, DossierVerdict, ManifestFault, PaperState, RecordFault, complete_record,
};
use crate::store::explain;
use crate::store::journal::{self, ChainAnchor, JournalReading};
use crate::store::sessions::OpenFailed;
use crate::store::sessions::{self, FindError, OpenError, SessionStore};

/// What `verify SESSION --json` prints. Fields are only ever added.
#[derive(Serialize)]
struct SessionVerdict {
    path: String,
    whole: bool,
    records: usize,
    line: Option<usize>,
    byte: Option<u64>,
    what: Option<String>,
    torn_line: Option<usize>,
    /// The number of entries and the code of the last.
    digest: Option<String>,
    /// Whether the journal is the one that `--digest` names.
    digest_holds: Option<bool>,
    /// How many entries came after that.
    later: Option<usize>,
}

/// What `verify DOSSIER --json` prints. Fields are only ever added.
#[derive(Serialize)]
struct DossierTold {
    path: String,
    /// Record, papers and manifest are as the program made them.
    whole: bool,
    /// The record holds together and the manifest says nothing that is not so.
    sound: bool,
    /// The version of the program that made the papers, where the dossier says it.
    made_by: Option<String>,
    record: RecordTold,
    papers: PapersTold,
    manifest: Vec<String>,
}

#[derive(Serialize)]
struct RecordTold {
    whole: bool,
    entries: Option<usize>,
    digest: Option<String>,
    faults: Vec<String>,
    counts_differently: bool,
}

#[derive(Serialize)]
struct PapersTold {
    compared: bool,
    files: Vec<PaperTold>,
}

#[derive(Serialize)]
struct PaperTold {
    path: String,
    state: &'static str,
}

pub(super) fn run(
    place: &RunPlace,
    path: &Path,
    digest: Option<&str>,
    json: bool,
) -> Result<(), Error> {
    let digest = digest
        .map(|typed| typed.parse().map_err(|_| Error::Digest(typed.to_owned())))
        .transpose()?;
    let name = path.to_string_lossy();
    // A dossier whose manifest was taken away is one all the same.
    let is_dossier =
        |path: &Path| path.join(MANIFEST).is_file() || path.join("record.json").is_file();
    if digest.is_none() && is_dossier(path) {
        return dossier(place, path, json);
    }
    let folder = SessionStore::at(&place.data)
        .find(&name)
        .map_err(|error| match error {
            FindError::Unknown(_) if path.exists() => {
                Error::Find(FindError::NotASession(path.to_owned()))
            }
            error @ (FindError::Unknown(_)
            | FindError::NotASession(_)
            | FindError::Ambiguous(..)
            | FindError::Away(..)) => Error::Find(error),
        })?;
    session(place, folder, digest.as_ref(), json)
}

fn session(
    place: &RunPlace,
    folder: PathBuf,
    digest: Option<&ChainAnchor>,
    json: bool,
) -> Result<(), Error> {
    let file = folder.join(journal::FILE_NAME);
    let reading = journal::read(&file).map_err(|cause| Error::Read {
        path: file.clone(),
        cause,
    })?;
    if json {
        print(&session_verdict(&file, &reading, digest, place.lang));
    }
    if let Some(damage) = reading.damage {
        return Err(Error::Open(OpenFailed {
            path: folder,
            cause: OpenError::Damaged(damage),
        }));
    }
    // What opens no session is none, also where every line is as it was written.
    let opened = sessions::session_of(&reading).and_then(|_| {
        reading
            .anchor()
            .ok_or_else(|| OpenError::Empty(reading.torn.clone()))
    });
    let anchor = opened.map_err(|cause| {
        Error::Open(OpenFailed {
            path: folder,
            cause,
        })
    })?;
    let later = match digest {
        Some(asked) if !holds(&reading, asked) => {
            return Err(Error::OtherJournal {
                path: file,
                asked: asked.to_string(),
                found: anchor.to_string(),
            });
        }
        Some(asked) => Some(later_than(&reading, asked)),
        None => None,
    };
    if json {
        return Ok(());
    }
    let words = said(place.lang);
    say(&words.said[SaidMessage::Whole]
        .render(&[("path", &file.display()), ("count", &reading.records.len())]));
    say(&words.verify[VerifyMessage::Digest].render(&[("digest", &anchor)]));
    if let (Some(asked), Some(later)) = (digest, later) {
        say(&words.verify[VerifyMessage::DigestHolds]
            .render(&[("digest", asked), ("later", &later)]));
    }
    if let Some(torn) = &reading.torn {
        say(&words.said[SaidMessage::Torn].render(&[("line", &torn.line)]));
    }
    Ok(())
}

/// Whether the journal, when it had so many entries, was the one that is named.
fn holds(reading: &JournalReading, asked: &ChainAnchor) -> bool {
    usize::try_from(asked.entries)
        .ok()
        .and_then(|entries| reading.anchor_at(entries))
        .is_some_and(|found| found == *asked)
}

fn later_than(reading: &JournalReading, asked: &ChainAnchor) -> usize {
    let then = usize::try_from(asked.entries).unwrap_or(usize::MAX);
    reading.records.len().saturating_sub(then)
}

fn session_verdict(
    file: &Path,
    reading: &JournalReading,
    digest: Option<&ChainAnchor>,
    lang: Lang,
) -> SessionVerdict {
    let digest_holds = digest.map(|asked| holds(reading, asked));
    SessionVerdict {
        path: file.display().to_string(),
        whole: reading.damage.is_none() && !reading.records.is_empty(),
        records: reading.records.len(),
        line: reading.damage.as_ref().map(|damage| damage.line),
        byte: reading.damage.as_ref().map(|damage| damage.byte),
        what: reading
            .damage
            .as_ref()
            .map(|damage| explain::damage(file, damage, lang)),
        torn_line: reading.torn.as_ref().map(|torn| torn.line),
        digest: reading.anchor().map(|anchor| anchor.to_string()),
        digest_holds,
        later: digest
            .filter(|_| digest_holds == Some(true))
            .map(|asked| later_than(reading, asked)),
    }
}

fn dossier(place: &RunPlace, folder: &Path, json: bool) -> Result<(), Error> {
    let words = said(place.lang).verify;
    let user_words = place.documents();
    let verdict = bundle::verify(folder, user_words.as_deref(), &|session, ledger| {
        let (loaded, _) = place.basis(session.plan());
        complete_record(session, &loaded, None, ledger)
    })
    .map_err(Error::Dossier)?;
    let faults: Vec<String> = record_faults(&verdict, folder, &words, place.lang)
        .into_iter()
        .chain(manifest_faults(&verdict, &words))
        .collect();
    if json {
        print(&told(folder, &verdict, &words, place.lang));
    } else {
        for line in lines(folder, &verdict, &words) {
            say(&line);
        }
    }
    if verdict.is_sound() {
        Ok(())
    } else {
        Err(Error::DossierChanged {
            path: folder.to_owned(),
            faults,
        })
    }
}

/// The three grades in words. What is wrong stands in the error behind them.
fn lines(folder: &Path, verdict: &DossierVerdict, words: &VerifyWords) -> Vec<String> {
    let record = &verdict.record;
    let mut lines = vec![words[VerifyMessage::Dossier].render(&[("path", &folder.display())])];
    lines.push(match (&record.faults[..], record.entries, &record.anchor) {
        ([], Some(count), Some(digest)) => {
            words[VerifyMessage::RecordWhole].render(&[("count", &count), ("digest", digest)])
        }
        ([], _, _) => words[VerifyMessage::RecordPublic].to_string(),
        ([_, ..], _, _) => words[VerifyMessage::RecordBroken].to_string(),
    });
    if record.counts_differently {
        lines.push(words[VerifyMessage::CountsDifferently].to_string());
    }
    lines.push(papers_line(verdict, words));
    for (path, state) in &verdict.papers.files {
        let sentence = match state {
            PaperState::AsMade | PaperState::Unchanged => continue,
            PaperState::Edited => &words[VerifyMessage::PaperEdited],
            PaperState::Added => &words[VerifyMessage::PaperAdded],
            PaperState::Missing => &words[VerifyMessage::PaperMissing],
        };
        lines.push(sentence.render(&[("file", &shown(path))]));
    }
    lines.push(if verdict.manifest.is_empty() {
        words[VerifyMessage::ManifestRight].to_string()
    } else {
        words[VerifyMessage::ManifestWrong].to_string()
    });
    lines
}

fn papers_line(verdict: &DossierVerdict, words: &VerifyWords) -> String {
    let papers = &verdict.papers;
    let count = |wanted: &[PaperState]| {
        papers
            .files
            .values()
            .filter(|state| wanted.contains(state))
            .count()
    };
    if papers.is_compared {
        let made = count(&[PaperState::AsMade, PaperState::Unchanged]);
        return words[VerifyMessage::PapersAsMade]
            .render(&[("count", &made), ("total", &papers.files.len())]);
    }
    let by = verdict.made.as_ref().map_or("0.1.0", |made| &made.program);
    words[VerifyMessage::PapersBySum].render(&[
        ("count", &count(&[PaperState::Unchanged])),
        ("total", &papers.files.len()),
        ("version", &shown(by)),
    ])
}

pub(super) fn record_faults(
    verdict: &DossierVerdict,
    folder: &Path,
    words: &VerifyWords,
    lang: Lang,
) -> Vec<String> {
    let one = |sentence: &Message, name: &str, value: &dyn std::fmt::Display| {
        sentence.render(&[(name, value)])
    };
    verdict
        .record
        .faults
        .iter()
        .map(|fault| match fault {
            RecordFault::Missing(file) => one(&words[VerifyMessage::FileMissing], "file", file),
            RecordFault::Changed(file) => one(&words[VerifyMessage::FileChanged], "file", file),
            RecordFault::JournalDamaged(damage) => {
                explain::damage(&folder.join(journal::FILE_NAME), damage, lang)
            }
            RecordFault::JournalTorn => words[VerifyMessage::JournalTorn].to_string(),
            RecordFault::NoSession => words[VerifyMessage::NoSession].to_string(),
            RecordFault::OtherJournal { says, by } => {
                words[VerifyMessage::OtherJournal].render(&[("file", by), ("digest", &shown(says))])
            }
            RecordFault::OtherThanJournal(place) => one(
                &words[VerifyMessage::OtherThanJournal],
                "place",
                &shown(place),
            ),
            RecordFault::TwoRecords => words[VerifyMessage::TwoRecords].to_string(),
            RecordFault::FollowUpDamaged(line) => {
                one(&words[VerifyMessage::FollowUpDamaged], "line", line)
            }
        })
        .collect()
}

pub(super) fn manifest_faults(verdict: &DossierVerdict, words: &VerifyWords) -> Vec<String> {
    verdict
        .manifest
        .iter()
        .map(|fault| match fault {
            ManifestFault::Missing => words[VerifyMessage::ManifestMissing].to_string(),
            ManifestFault::NoRemark => words[VerifyMessage::ManifestNoRemark].to_string(),
            ManifestFault::Line(number, line) => words[VerifyMessage::ManifestLine]
                .render(&[("number", number), ("line", &shown(line))]),
            ManifestFault::NotListed(file) => {
                words[VerifyMessage::NotListed].render(&[("file", &shown(file))])
            }
            ManifestFault::WrongSum(file) => {
                words[VerifyMessage::WrongSum].render(&[("file", &shown(file))])
            }
            ManifestFault::NotPlain(file) => {
                words[VerifyMessage::NotPlain].render(&[("file", &shown(file))])
            }
        })
        .collect()
}

fn told(folder: &Path, verdict: &DossierVerdict, words: &VerifyWords, lang: Lang) -> DossierTold {
    let record = &verdict.record;
    let papers = &verdict.papers;
    DossierTold {
        path: folder.display().to_string(),
        whole: verdict.is_whole(),
        sound: verdict.is_sound(),
        made_by: verdict.made.as_ref().map(|made| made.program.clone()),
        record: RecordTold {
            whole: record.faults.is_empty(),
            entries: record.entries,
            digest: record.anchor.clone(),
            faults: record_faults(verdict, folder, words, lang),
            counts_differently: record.counts_differently,
        },
        papers: PapersTold {
            compared: papers.is_compared,
            files: papers
                .files
                .iter()
                .map(|(path, state)| PaperTold {
                    path: path.clone(),
                    state: name_of(*state),
                })
                .collect(),
        },
        manifest: manifest_faults(verdict, words),
    }
}

const fn name_of(state: PaperState) -> &'static str {
    match state {
        PaperState::AsMade => "as_made",
        PaperState::Unchanged => "unchanged",
        PaperState::Edited => "edited",
        PaperState::Added => "added",
        PaperState::Missing => "missing",
    }
}

/// What a file says, without anything that a terminal would take for a command or that turns the line around.
fn shown(text: &str) -> String {
    text.chars()
        .map(|c| {
            let is_hidden = c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}');
            if is_hidden { '\u{fffd}' } else { c }
        })
        .take(200)
        .collect()
}

fn print(value: &impl Serialize) {
    say(&serde_json::to_string_pretty(value).unwrap_or_default());
}
