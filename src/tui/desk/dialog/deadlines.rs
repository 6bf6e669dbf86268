//! The page of everything that is due around the session: what was due before it, with whether it is done or late, what
//! follows it, and how each day was counted.

use super::context::DialogContext;
use super::kind::DialogKind;
use super::panel::{Dialog, Panel, PanelPage};
use crate::domain::deadlines::DueDate;
use crate::domain::deadlines::explain::Explainer;
use crate::domain::format;
use crate::domain::regulation::Scope;
use crate::domain::session::due::{DutyProgress, progress};
use crate::tui::desk::words::FormMessage;

/// `None` without a calendar.
pub(super) fn open(context: DialogContext<'_>) -> Option<Dialog> {
    let forms = &context.words.forms;
    let all = context.session.due_dates(context.basis);
    let explainer = Explainer::new(context.lang);
    let is_before = |due: &&DueDate| due.is_before_session();
    let mut lines = Vec::new();
    for (heading, before) in [
        (&forms[FormMessage::DueBefore], true),
        (&forms[FormMessage::DueAfter], false),
    ] {
        lines.push((String::new(), heading.to_string()));
        for due_date in all.iter().filter(|due| is_before(due) == before) {
            lines.extend(entry(context, &explainer, due_date));
        }
    }
    (!all.is_empty()).then(|| Dialog {
        kind: DialogKind::Deadlines,
        panel: Panel::Page(PanelPage {
            title: forms[FormMessage::Deadlines].to_string(),
            lines,
            beside: 0,
            scrolled: 0,
            squares: None,
        }),
    })
}

/// One due date: the day, what and where, whether it is done, and the counting.
fn entry(
    context: DialogContext<'_>,
    explainer: &Explainer,
    due_date: &DueDate,
) -> Vec<(String, String)> {
    let forms = &context.words.forms;
    let day = due_date.on().map_or_else(|| "–".to_owned(), format::date);
    let mut text = format!(
        "{} ({})",
        due_date.title().in_lang(context.lang),
        due_date.article()
    );
    if due_date.scope == Scope::Accompanying {
        text = forms[FormMessage::ByLaw].render(&[("what", &text)]);
    }
    let today = context.now.wall.date_naive();
    let standing = match progress(due_date, context.session, today) {
        DutyProgress::Done(on) => {
            forms[FormMessage::DueDone].render(&[("date", &format::date(on))])
        }
        DutyProgress::DoneLate(on) => {
            forms[FormMessage::DueDoneLate].render(&[("date", &format::date(on))])
        }
        DutyProgress::Late => forms[FormMessage::DueLate].to_string(),
        DutyProgress::Ahead => forms[FormMessage::DueAhead].to_string(),
        DutyProgress::Waived | DutyProgress::Open => String::new(),
    };
    if !standing.is_empty() {
        text = format!("{text} · {standing}");
    }
    std::iter::once((day, text))
        .chain(
            due_date
                .condition()
                .map(|condition| (" ".to_owned(), condition.in_lang(context.lang).to_owned())),
        )
        .chain(
            explainer
                .lines(due_date)
                .into_iter()
                .map(|line| (" ".to_owned(), line)),
        )
        .collect()
}
