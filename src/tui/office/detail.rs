//! One session in words: its line of the table, what is owed of it, and what stands of the chosen one below the table.

use chrono::NaiveDate;

use super::choice::{OfficeEntry, Owed};
use super::words::{DetailMessage, OfficeOwedMessage, OfficeWords, SessionStateMessage};
use crate::domain::format;
use crate::domain::i18n::Lang;
use crate::store::sessions::SessionSummary;

/// How what is owed is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwedMark {
    /// Everything that was promised is done.
    Done,
    Running,
    Soon,
    Overdue,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeLine {
    Heading(String),
    Rehearsals {
        title: String,
        count: String,
        is_selected: bool,
        is_unfolded: bool,
    },
    Session {
        is_selected: bool,
        date: String,
        title: String,
        regulation: String,
        state: String,
        /// What is owed, each kind by itself.
        owed: Vec<String>,
        owed_mark: OwedMark,
    },
}

impl OfficeLine {
    #[must_use]
    pub const fn is_selected(&self) -> bool {
        match self {
            Self::Heading(_) => false,
            Self::Rehearsals { is_selected, .. } | Self::Session { is_selected, .. } => {
                *is_selected
            }
        }
    }
}

pub(super) fn line(
    entry: &OfficeEntry,
    is_selected: bool,
    words: &OfficeWords,
    (lang, today): (Lang, NaiveDate),
) -> OfficeLine {
    let session = &entry.session;
    let owed = entry.owed.unwrap_or_default();
    let Some(standing) = &session.standing else {
        return OfficeLine::Session {
            is_selected,
            date: String::new(),
            title: session.id.clone(),
            regulation: String::new(),
            state: words.states[SessionStateMessage::Unknown].to_string(),
            owed: Vec::new(),
            owed_mark: OwedMark::Running,
        };
    };
    OfficeLine::Session {
        is_selected,
        date: format::date(standing.held.date()),
        title: standing.title.clone(),
        regulation: standing.regulation.in_lang(lang).to_owned(),
        state: state(standing, entry.owed, words, today),
        owed: if standing.closed && entry.owed.is_some_and(Owed::is_kept) {
            vec![words.owed[OfficeOwedMessage::Kept].to_string()]
        } else {
            owed_texts(owed, words)
        },
        owed_mark: if owed.overdue > 0 {
            OwedMark::Overdue
        } else if owed.soon > 0 {
            OwedMark::Soon
        } else if owed.is_nothing() {
            OwedMark::Done
        } else {
            OwedMark::Running
        },
    }
}

/// How far a session has come, in words.
fn state(
    standing: &SessionSummary,
    owed: Option<Owed>,
    words: &OfficeWords,
    today: NaiveDate,
) -> String {
    let says = &words.states;
    if standing.closed {
        let owed = owed.unwrap_or_default();
        return if owed.is_kept() {
            let count = owed.promised;
            says[SessionStateMessage::Answered].render(&[("count", &count)])
        } else if owed.has_notice {
            says[SessionStateMessage::Noticed].to_string()
        } else {
            says[SessionStateMessage::Closed].to_string()
        };
    }
    match (&standing.step, standing.at) {
        (Some(_), Some((number, count))) => {
            return says[SessionStateMessage::RunningIn]
                .render(&[("number", &number), ("count", &count)]);
        }
        (Some(_), None) => return says[SessionStateMessage::Running].to_string(),
        (None, _) => {}
    }
    let days = (standing.held.date() - today).num_days();
    match days {
        0 => says[SessionStateMessage::Today].render(&[("time", &standing.held.format("%H:%M"))]),
        1.. => says[SessionStateMessage::InDays].render(&[("days", &days)]),
        ..0 => says[SessionStateMessage::Passed].to_string(),
    }
}

fn owed_texts(owed: Owed, words: &OfficeWords) -> Vec<String> {
    [
        (owed.overdue, &words.owed[OfficeOwedMessage::Overdue]),
        (owed.soon, &words.owed[OfficeOwedMessage::Soon]),
        (owed.running, &words.owed[OfficeOwedMessage::Running]),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, text)| text.render(&[("count", &count)]))
    .collect()
}

/// What the chosen session is, where it stands, and where it lies.
pub(super) fn detail(entry: &OfficeEntry, words: &OfficeWords, lang: Lang) -> Vec<String> {
    let session = &entry.session;
    let says = &words.detail;
    let path = session.folder.display();
    let folder = says[DetailMessage::Folder].render(&[("id", &session.id), ("path", &path)]);
    let Some(standing) = &session.standing else {
        return vec![folder];
    };
    let chair = Some(&standing.chair)
        .filter(|name| !name.is_empty())
        .map(|name| says[DetailMessage::Chair].render(&[("name", name)]));
    let place = Some(standing.place.clone()).filter(|place| !place.is_empty());
    let sample = standing
        .fictional
        .then(|| says[DetailMessage::Fictional].to_string());
    let first = [
        Some(format::date(standing.held.date())),
        place,
        chair,
        sample,
    ];
    let step = standing
        .step
        .as_ref()
        .zip(standing.at)
        .filter(|_| !standing.closed)
        .map(|(step, (number, count))| {
            says[DetailMessage::Step].render(&[
                ("number", &number),
                ("count", &count),
                ("step", &step.in_lang(lang)),
            ])
        });
    let heard = standing
        .heard
        .filter(|_| standing.step.is_some() || standing.closed)
        .map(|(spoke, count)| {
            says[DetailMessage::Heard].render(&[("spoke", &spoke), ("count", &count)])
        });
    let items = standing
        .items
        .filter(|items| items.iter().sum::<usize>() > 0)
        .map(|[now, later, upward, none]| {
            says[DetailMessage::Items].render(&[
                ("now", &now),
                ("later", &later),
                ("upward", &upward),
                ("none", &none),
            ])
        });
    let second = [step, heard, items];
    let joined = |parts: Vec<Option<String>>| -> String {
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    [joined(first.into()), joined(second.into()), folder]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect()
}
