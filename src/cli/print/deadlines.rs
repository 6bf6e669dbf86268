//! What `doithoai deadlines` prints: a list for people, an array for programs. The fields of the array are only ever
//! added to. Knows no argument of the command line and no file.

use std::fmt::Write;

use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::json::in_json;
use crate::domain::deadlines::explain::DeadlinesMessage;
use crate::domain::deadlines::explain::Explainer;
use crate::domain::deadlines::{Basis, Dates, DeadlineEntry, DueDate, DueWhen, Strictness};
use crate::domain::i18n::Lang;
use crate::domain::regulation::{Anchor, DayUnit, Deadline, Grade, Regulation, Scope};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct DeadlineQuestion<'a> {
    pub regulation: &'a Regulation,
    pub basis: &'a Basis,
    pub dates: &'a Dates,
}

impl DeadlineQuestion<'_> {
    fn due_dates(&self) -> Vec<DueDate> {
        self.basis.due_dates(self.regulation, self.dates)
    }
}

/// The list for people: each due date with the counting under it. What cannot be counted says so on its own line.
#[must_use]
pub fn table(asked: &DeadlineQuestion<'_>, lang: Lang) -> String {
    let due_dates = asked.due_dates();
    let explainer = Explainer::new(lang);
    let words = &explainer.words;
    let mut out = match asked.dates.notice {
        Some(notice) => words[DeadlinesMessage::HeadingWithNotice].render(&[
            ("regulation", &asked.regulation.short.in_lang(lang)),
            ("held", &explainer.phrases.date(asked.dates.held)),
            ("notice", &explainer.phrases.date(notice)),
        ]),
        None => words[DeadlinesMessage::Heading].render(&[
            ("regulation", &asked.regulation.short.in_lang(lang)),
            ("held", &explainer.phrases.date(asked.dates.held)),
        ]),
    };
    out.push('\n');
    for due_date in &due_dates {
        out.push_str(&block(due_date, &explainer));
    }
    out
}

fn block(due_date: &DueDate, explainer: &Explainer) -> String {
    const INDENT: &str = "                ";
    let (words, lang) = (&explainer.words, explainer.lang);
    let day = match (&due_date.due, due_date.on()) {
        (_, Some(day)) => explainer.phrases.date(day),
        (DueWhen::NoLimit, None) => words[DeadlinesMessage::NoLimitShort].to_string(),
        (DueWhen::NoYear(_), None) => words[DeadlinesMessage::NotCountable].to_string(),
        (
            DueWhen::Counted(_)
            | DueWhen::On(_)
            | DueWhen::Before(_)
            | DueWhen::AwaitsNotice
            | DueWhen::AwaitsEvent(_),
            None,
        ) => words[DeadlinesMessage::NoDate].to_string(),
    };
    let mut title = words[DeadlinesMessage::Cited].render(&[
        ("title", &due_date.title().in_lang(lang)),
        ("article", &due_date.article().in_lang(lang)),
    ]);
    if due_date.scope == Scope::Accompanying {
        title = words[DeadlinesMessage::Law].render(&[("title", &title)]);
    }
    // Writing to a String cannot fail. The first column holds a date or a few letters, each one cell wide.
    let mut out = String::new();
    let _ = writeln!(out, "\n{day:<14}  {title}");
    let facts = [
        due_date
            .limit()
            .zip(deadline_of(due_date))
            .map(|(limit, deadline)| {
                let anchor = due_date.anchor_title.as_ref();
                let anchor = anchor.map(|title| title.in_lang(lang));
                explainer.phrases.limit_from(limit, deadline, anchor)
            }),
        due_date.condition().map(|condition| {
            words[DeadlinesMessage::Condition].render(&[("condition", &condition.in_lang(lang))])
        }),
        owed_by(due_date, explainer),
    ];
    for fact in facts.into_iter().flatten() {
        let _ = writeln!(out, "{INDENT}{fact}");
    }
    for line in explainer.lines(due_date) {
        let _ = writeln!(out, "{INDENT}– {line}");
    }
    out
}

fn owed_by(due_date: &DueDate, explainer: &Explainer) -> Option<String> {
    due_date.owed_by().map(|owed_by| {
        explainer.words[DeadlinesMessage::OwedBy]
            .render(&[("owed_by", &owed_by.in_lang(explainer.lang))])
    })
}

fn deadline_of(due_date: &DueDate) -> Option<&Deadline> {
    match &due_date.entry {
        DeadlineEntry::Deadline(deadline) => Some(deadline),
        DeadlineEntry::Report(_) => None,
    }
}

/// One due date for programs.
#[derive(Serialize)]
struct DeadlineRow<'a> {
    id: &'a str,
    title: &'a str,
    article: &'a str,
    /// `null` where the text sets no limit.
    days: Option<u16>,
    unit: Option<&'static str>,
    /// `session`, `notice`, `before_session`; `fixed_date` for a periodic report.
    anchor: &'static str,
    /// `null` where there is no limit or the date of the notice is needed.
    due: Option<NaiveDate>,
    condition: Option<&'a str>,
    owed_by: Option<&'a str>,
    /// `orders`, `may` or `lists`: whether the text orders it, allows it, or only lists a paper of that name.
    grade: &'static str,
    /// Whether it need not be done for such a session.
    waived: bool,
    /// Whether it cannot be counted, since the calendar has no data for a year.
    no_year: Option<i32>,
    source: &'a str,
    /// Whether it comes from an accompanying law.
    law: bool,
    /// Whether it hangs on a day off that no official notice has confirmed.
    expected: bool,
    beside: Option<Pair<'a>>,
    explanation: Vec<String>,
}

/// The like deadline of the other regulation.
#[derive(Serialize)]
struct Pair<'a> {
    id: &'a str,
    source: &'a str,
    /// `stricter`, `same` or `looser`: how this one stands to that one.
    standing: &'static str,
}

/// The array for programs.
#[must_use]
pub fn json(asked: &DeadlineQuestion<'_>, lang: Lang) -> String {
    let due_dates = asked.due_dates();
    let explainer = Explainer::new(lang);
    let rows: Vec<DeadlineRow<'_>> = due_dates
        .iter()
        .map(|due_date| row(due_date, &explainer))
        .collect();
    in_json(&rows)
}

fn row<'a>(due_date: &'a DueDate, explainer: &Explainer) -> DeadlineRow<'a> {
    let lang = explainer.lang;
    DeadlineRow {
        id: due_date.id(),
        title: due_date.title().in_lang(lang),
        article: &due_date.article().0,
        days: due_date.limit().map(|limit| limit.days),
        unit: due_date.limit().map(|limit| match limit.unit {
            DayUnit::Working => "working",
            DayUnit::Calendar => "calendar",
            DayUnit::Month => "month",
        }),
        anchor: match due_date.anchor() {
            Some(Anchor::Session) => "session",
            Some(Anchor::Notice) => "notice",
            Some(Anchor::BeforeSession) => "before_session",
            Some(Anchor::Event(_)) => "event",
            Some(Anchor::Limit(_)) => "other_deadline",
            Some(Anchor::EveryYear(_) | Anchor::On(_)) | None => "fixed_date",
        },
        due: due_date.on(),
        condition: due_date
            .condition()
            .map(|condition| condition.in_lang(lang)),
        owed_by: due_date.owed_by().map(|owed_by| owed_by.in_lang(lang)),
        grade: match due_date.grade() {
            Grade::Orders => "orders",
            Grade::May => "may",
            Grade::Lists => "lists",
        },
        waived: due_date.waived.is_some(),
        no_year: match &due_date.due {
            DueWhen::NoYear(missing) => Some(missing.year),
            DueWhen::Counted(_)
            | DueWhen::On(_)
            | DueWhen::Before(_)
            | DueWhen::AwaitsNotice
            | DueWhen::AwaitsEvent(_)
            | DueWhen::NoLimit => None,
        },
        source: &due_date.source.0,
        law: due_date.scope == Scope::Accompanying,
        expected: due_date.leans_on_expected(),
        beside: due_date.beside.as_ref().map(|beside| Pair {
            id: &beside.id.0,
            source: &beside.source.0,
            standing: match beside.standing {
                Strictness::Stricter => "stricter",
                Strictness::Same => "same",
                Strictness::Looser => "looser",
            },
        }),
        explanation: explainer.lines(due_date),
    }
}
