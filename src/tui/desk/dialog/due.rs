//! The page of everything that is due around the session: what was due before it, with whether it is done or late, what
//! follows it, and how each day was counted.

use super::Page;
use super::open::Ground;
use crate::domain::deadlines::DueDate;
use crate::domain::deadlines::explain::Explainer;
use crate::domain::format;
use crate::domain::regulation::Scope;
use crate::domain::session::due::{Progress, progress};
use crate::tui::desk::words::FormMessage;

/// The page; `None` without a calendar.
pub(super) fn page(ground: Ground<'_>) -> Option<Page> {
    let forms = &ground.words.forms;
    let all = ground.session.due_dates(ground.basis);
    let explainer = Explainer::new(ground.lang);
    let is_before = |due: &&DueDate| due.is_before_session();
    let mut lines = Vec::new();
    for (heading, before) in [
        (&forms[FormMessage::DueBefore], true),
        (&forms[FormMessage::DueAfter], false),
    ] {
        lines.push((String::new(), heading.to_string()));
        for due_date in all.iter().filter(|due| is_before(due) == before) {
            lines.extend(entry(ground, &explainer, due_date));
        }
    }
    (!all.is_empty()).then(|| Page {
        title: forms[FormMessage::Deadlines].to_string(),
        lines,
        scrolled: 0,
    })
}

/// One due date: the day, what and where, whether it is done, and the counting.
fn entry(ground: Ground<'_>, explainer: &Explainer, due_date: &DueDate) -> Vec<(String, String)> {
    let forms = &ground.words.forms;
    let day = due_date.on().map_or_else(|| "–".to_owned(), format::date);
    let mut text = format!(
        "{} ({})",
        due_date.title().in_lang(ground.lang),
        due_date.article()
    );
    if due_date.scope == Scope::Accompanying {
        text = forms[FormMessage::ByLaw].render(&[("what", &text)]);
    }
    let today = ground.now.wall.date_naive();
    let standing = match progress(due_date, ground.session, today) {
        Progress::Done(on) => forms[FormMessage::DueDone].render(&[("date", &format::date(on))]),
        Progress::DoneLate(on) => {
            forms[FormMessage::DueDoneLate].render(&[("date", &format::date(on))])
        }
        Progress::Late => forms[FormMessage::DueLate].to_string(),
        Progress::Ahead => forms[FormMessage::DueAhead].to_string(),
        Progress::Waived | Progress::Open => String::new(),
    };
    if !standing.is_empty() {
        text = format!("{text} · {standing}");
    }
    std::iter::once((day, text))
        .chain(
            due_date
                .condition()
                .map(|condition| (" ".to_owned(), condition.in_lang(ground.lang).to_owned())),
        )
        .chain(
            explainer
                .lines(due_date)
                .into_iter()
                .map(|line| (" ".to_owned(), line)),
        )
        .collect()
}
