//! What `doithoai deadlines` prints: a list for people, an array for programs. The fields of the array are only ever
//! added to. Knows no argument of the command line and no file.

use std::fmt::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::explain::Explainer;
use super::{Due, DueDate, Standing, deadlines_of};
use crate::documents::ron_file::Explained;
use crate::domain::calendar::{self, Calendar, NoYear};
use crate::domain::i18n::Lang;
use crate::domain::regulation::{Anchor, DayUnit, Regulation, Scope};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    pub regulation: &'a Regulation,
    pub floor: Option<&'a Regulation>,
    pub calendar: &'a Calendar,
    /// The day of the session.
    pub held: NaiveDate,
    /// The day the conclusion notice was issued.
    pub notice: Option<NaiveDate>,
}

/// Why nothing is printed.
#[derive(Debug)]
pub enum Refused {
    /// The calendar has no data for a year that the counting goes through.
    NoYear(NoYear),
    /// The program's own words cannot be read; a test rules it out.
    Words(ron::error::SpannedError),
}

impl Asked<'_> {
    /// Every due date; a year without data is an error here, since half a list would be taken for the whole.
    fn due_dates(&self) -> Result<Vec<DueDate>, Refused> {
        let all = deadlines_of(
            self.regulation,
            self.floor,
            self.calendar,
            self.held,
            self.notice,
        );
        let missing = all.iter().find_map(|due_date| match &due_date.due {
            Due::NoYear(no_year) => Some(no_year.clone()),
            Due::Counted(_) | Due::Before(_) | Due::AwaitsNotice | Due::NoLimit => None,
        });
        missing.map_or(Ok(all), |no_year| Err(Refused::NoYear(no_year)))
    }
}

/// The list for people: each due date with the counting under it.
///
/// # Errors
/// When the calendar lacks a year.
pub fn table(asked: &Asked<'_>, lang: Lang) -> Result<String, Refused> {
    let due_dates = asked.due_dates()?;
    let explainer = Explainer::new(lang).map_err(Refused::Words)?;
    let words = &explainer.words;
    let mut out = match asked.notice {
        Some(notice) => words.heading_with_notice.render(&[
            ("regulation", &asked.regulation.short.in_lang(lang)),
            ("held", &explainer.phrases.date(asked.held)),
            ("notice", &explainer.phrases.date(notice)),
        ]),
        None => words.heading.render(&[
            ("regulation", &asked.regulation.short.in_lang(lang)),
            ("held", &explainer.phrases.date(asked.held)),
        ]),
    };
    out.push('\n');
    for due_date in &due_dates {
        out.push_str(&block(due_date, &explainer));
    }
    Ok(out)
}

fn block(due_date: &DueDate, explainer: &Explainer) -> String {
    const INDENT: &str = "                ";
    let (words, lang) = (&explainer.words, explainer.lang);
    let day = match (&due_date.due, due_date.on()) {
        (_, Some(day)) => explainer.phrases.date(day),
        (Due::NoLimit, None) => words.no_limit_short.to_string(),
        (Due::Counted(_) | Due::Before(_) | Due::AwaitsNotice | Due::NoYear(_), None) => {
            words.no_date.to_string()
        }
    };
    let mut title = words.cited.render(&[
        ("title", &due_date.title().in_lang(lang)),
        ("article", due_date.article()),
    ]);
    if due_date.scope == Scope::Floor {
        title = words.law.render(&[("title", &title)]);
    }
    // Writing to a String cannot fail. The first column holds a date or a few letters, each one cell wide.
    let mut out = String::new();
    let _ = writeln!(out, "\n{day:<14}  {title}");
    let facts = [
        due_date
            .limit()
            .zip(due_date.anchor())
            .map(|(limit, anchor)| explainer.phrases.limit_from(limit, anchor)),
        due_date.condition().map(|condition| {
            words
                .condition
                .render(&[("condition", &condition.in_lang(lang))])
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
    match &due_date.entry {
        super::Entry::Deadline(_) => None,
        super::Entry::Report(report) => report.owed_by.as_ref().map(|owed_by| {
            explainer
                .words
                .owed_by
                .render(&[("owed_by", &owed_by.in_lang(explainer.lang))])
        }),
    }
}

/// One due date for programs.
#[derive(Serialize)]
struct Row<'a> {
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
    source: &'a str,
    /// Whether it comes from the national floor.
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

/// The refusal in words.
#[must_use]
pub fn refused(refused: &Refused, lang: Lang) -> Explained {
    match refused {
        Refused::NoYear(missing) => calendar::explain::no_year(missing, lang),
        Refused::Words(error) => Explained::bare(error),
    }
}

/// The array for programs.
///
/// # Errors
/// When the calendar lacks a year.
pub fn json(asked: &Asked<'_>, lang: Lang) -> Result<String, Refused> {
    let due_dates = asked.due_dates()?;
    let explainer = Explainer::new(lang).map_err(Refused::Words)?;
    let rows: Vec<Row<'_>> = due_dates
        .iter()
        .map(|due_date| row(due_date, &explainer))
        .collect();
    // Texts, numbers and dates always have a form in JSON.
    Ok(serde_json::to_string_pretty(&rows).unwrap_or_default())
}

fn row<'a>(due_date: &'a DueDate, explainer: &Explainer) -> Row<'a> {
    let lang = explainer.lang;
    Row {
        id: due_date.id(),
        title: due_date.title().in_lang(lang),
        article: &due_date.article().0,
        days: due_date.limit().map(|limit| limit.days),
        unit: due_date.limit().map(|limit| match limit.unit {
            DayUnit::Working => "working",
            DayUnit::Calendar => "calendar",
        }),
        anchor: match due_date.anchor() {
            Some(Anchor::Session) => "session",
            Some(Anchor::Notice) => "notice",
            Some(Anchor::BeforeSession) => "before_session",
            None => "fixed_date",
        },
        due: due_date.on(),
        condition: due_date
            .condition()
            .map(|condition| condition.in_lang(lang)),
        source: &due_date.source.0,
        law: due_date.scope == Scope::Floor,
        expected: due_date.leans_on_expected(),
        beside: due_date.beside.as_ref().map(|beside| Pair {
            id: &beside.id.0,
            source: &beside.source.0,
            standing: match beside.standing {
                Standing::Stricter => "stricter",
                Standing::Same => "same",
                Standing::Looser => "looser",
            },
        }),
        explanation: explainer.lines(due_date),
    }
}
