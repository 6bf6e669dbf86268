//! `verify DOSSIER`: the three grades of a dossier, told to people and to programs. Judges nothing itself.

use std::path::Path;

use serde::Serialize;

use super::{print, shown};
use crate::cli::error::Error;
use crate::cli::words::{VerifyMessage, VerifyWords};
use crate::cli::{RunPlace, cli_words, print_result};
use crate::domain::i18n::{Lang, Message};
use crate::store::bundle::{
    self, DossierVerdict, ManifestFault, NotCompared, PaperState, RecordFault, complete_record,
};
use crate::store::explain;
use crate::store::journal;
use crate::store::sessions::follow_up::FILE_NAME as LEDGER;

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
    /// Why they were not made once more and compared.
    not_compared: Option<&'static str>,
    files: Vec<PaperTold>,
}

#[derive(Serialize)]
struct PaperTold {
    path: String,
    state: &'static str,
}

pub(super) fn run(place: &RunPlace, folder: &Path, json: bool) -> Result<(), Error> {
    let words = cli_words(place.lang).verify;
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
        print(&told_verdict(folder, &verdict, &words, place.lang));
    } else {
        for line in lines(folder, &verdict, &words) {
            print_result(&line);
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
            PaperState::Unknown => &words[VerifyMessage::PaperUnknown],
        };
        lines.push(sentence.render(&[("file", &shown(path))]));
    }
    lines.push(
        words[match &verdict.manifest[..] {
            [] => VerifyMessage::ManifestRight,
            faults if faults.contains(&ManifestFault::Missing) => VerifyMessage::ManifestNone,
            [_, ..] => VerifyMessage::ManifestWrong,
        }]
        .to_string(),
    );
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
    let total = papers.files.len();
    let as_made = count(&[PaperState::AsMade, PaperState::Unchanged]);
    let (message, count) = match papers.not_compared {
        None => (VerifyMessage::PapersAsMade, as_made),
        Some(NotCompared::UnknownVersion) => (VerifyMessage::PapersUnknown, as_made),
        Some(why) => (
            match why {
                NotCompared::OtherSentences => VerifyMessage::PapersOtherSentences,
                NotCompared::NoRecord => VerifyMessage::PapersNoRecord,
                NotCompared::OtherVersion | NotCompared::NotAsked | NotCompared::UnknownVersion => {
                    VerifyMessage::PapersBySum
                }
            },
            count(&[PaperState::Unchanged]),
        ),
    };
    words[message].render(&[
        ("count", &count),
        ("total", &total),
        ("version", &shown(&version(verdict))),
    ])
}

/// The version that made the papers; with its layout where it is called as this one is.
fn version(verdict: &DossierVerdict) -> String {
    match &verdict.made {
        None => "0.1.0".to_owned(),
        Some(made) if made.program == env!("CARGO_PKG_VERSION") => {
            format!("{}/{}", made.program, made.layout)
        }
        Some(made) => made.program.clone(),
    }
}

pub(in crate::cli) fn record_faults(
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
            RecordFault::FollowUpDamaged(damage) => {
                explain::damage(&folder.join(LEDGER), damage, lang)
            }
            RecordFault::FollowUpCut => words[VerifyMessage::FollowUpCut].to_string(),
            RecordFault::FollowUpOfAnother => words[VerifyMessage::FollowUpOfAnother].to_string(),
            RecordFault::FollowUpFile(file) => {
                one(&words[VerifyMessage::FollowUpFile], "file", &shown(file))
            }
        })
        .collect()
}

pub(in crate::cli) fn manifest_faults(
    verdict: &DossierVerdict,
    words: &VerifyWords,
) -> Vec<String> {
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
            ManifestFault::NotMade(file) => {
                words[VerifyMessage::NotMade].render(&[("file", &shown(file))])
            }
            ManifestFault::NotPlain(file) => {
                words[VerifyMessage::NotPlain].render(&[("file", &shown(file))])
            }
        })
        .collect()
}

fn told_verdict(
    folder: &Path,
    verdict: &DossierVerdict,
    words: &VerifyWords,
    lang: Lang,
) -> DossierTold {
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
            compared: papers.not_compared.is_none(),
            not_compared: papers.not_compared.map(name_of_cause),
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

const fn name_of_cause(why: NotCompared) -> &'static str {
    match why {
        NotCompared::NotAsked => "not_asked",
        NotCompared::OtherVersion => "other_version",
        NotCompared::OtherSentences => "other_sentences",
        NotCompared::NoRecord => "no_record",
        NotCompared::UnknownVersion => "unknown_version",
    }
}

const fn name_of(state: PaperState) -> &'static str {
    match state {
        PaperState::AsMade => "as_made",
        PaperState::Unchanged => "unchanged",
        PaperState::Edited => "edited",
        PaperState::Added => "added",
        PaperState::Missing => "missing",
        PaperState::Unknown => "unknown",
    }
}
