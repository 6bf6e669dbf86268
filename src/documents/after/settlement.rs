//! The report on how what was raised was settled – the last paper of a session's file in the texts that list one.

use super::After;
use crate::documents::layout::{Heading, Sheet};
use crate::documents::model::Paper;
use crate::documents::prose::session_name;
use crate::documents::prose::upper_first;
use crate::documents::words::AfterMessage;
use crate::domain::follow_up::{DueState, OwedCounts, PromiseStanding};
use crate::domain::regulation::ClassKind;

pub(super) fn paper(after: After<'_>) -> Paper {
    let (words, prose) = (after.words(), after.prose);
    let record = prose.record;
    let subject = words[AfterMessage::SettleSubject].render(&[("title", &session_name(prose))]);
    let mut sheet = Sheet::headed(
        prose,
        &Heading::Kind {
            code: words[AfterMessage::SettleCode].to_string(),
            kind: words[AfterMessage::SettleKind].to_string(),
            subject: subject.clone(),
            dated: true,
        },
    );
    let today = After::short(after.session.today);
    sheet.text(words[AfterMessage::SettleOpening].render(&[
        ("basis", &after.basis()),
        ("title", &session_name(prose)),
        ("date", &After::short(prose.held())),
        ("body", &record.body),
        ("today", &today),
    ]));
    figures(after, &mut sheet);
    let promises = &after.session.overview.promises;
    let (done, open): (Vec<&PromiseStanding>, Vec<&PromiseStanding>) = promises
        .iter()
        .partition(|promise| promise.progress.answer().is_some());
    sheet.heading(words[AfterMessage::SettleDone].as_str());
    if done.is_empty() {
        sheet.text(words[AfterMessage::SettleNone].as_str());
    } else {
        answered(after, &mut sheet, &done);
    }
    sheet.heading(words[AfterMessage::SettleOpen].as_str());
    if open.is_empty() {
        sheet.text(words[AfterMessage::SettleNone].as_str());
    } else {
        waiting(after, &mut sheet, &open);
    }
    sheet.closing(&words[AfterMessage::SettleClosing].render(&[("title", &session_name(prose))]));
    sheet.signed(&[
        words[AfterMessage::ToChair].to_string(),
        words[AfterMessage::ToLead].render(&[("lead_agency", &record.lead_agency)]),
    ]);
    sheet.paper(&format!("{} – {subject}", words[AfterMessage::SettleKind]))
}

fn figures(after: After<'_>, sheet: &mut Sheet<'_>) {
    let words = after.words();
    let items = &after.session.promises.items;
    let now = items
        .iter()
        .filter(|item| item.class == Some(ClassKind::AnsweredNow));
    let promises = &after.session.overview.promises;
    let two = |count: usize| format!("{count:02}");
    sheet.text(words[AfterMessage::SettleCounts].render(&[
        ("items", &two(items.len())),
        ("now", &two(now.count())),
        ("promised", &two(promises.len())),
    ]));
    let mut counts = OwedCounts::default();
    for promise in promises {
        counts.add(promise.state);
    }
    // What was answered without a day having been set for it was not in time: it had none.
    let is_undated = |promise: &&PromiseStanding| {
        matches!(promise.state, DueState::Done { .. }) && promise.due.day.is_none()
    };
    let undated = promises.iter().filter(is_undated).count();
    let sentence = if undated == 0 {
        &words[AfterMessage::SettleFigures]
    } else {
        &words[AfterMessage::SettleFiguresUndated]
    };
    sheet.text(sentence.render(&[
        ("promised", &two(promises.len())),
        ("on_time", &two(counts.done - undated)),
        ("undated", &two(undated)),
        ("late", &two(counts.done_late)),
        ("overdue", &two(counts.overdue)),
        ("open", &two(counts.open - counts.overdue)),
    ]));
}

fn answered(after: After<'_>, sheet: &mut Sheet<'_>, done: &[&PromiseStanding]) {
    let words = after.words();
    let rows = done.iter().enumerate().map(|(index, promise)| {
        let answer = promise.progress.answer();
        let mut result = answer.map_or_else(String::new, |answer| {
            upper_first(&after.outcome(&answer.outcome))
        });
        if let Some(text) = answer.and_then(|answer| answer.text.as_ref()) {
            result = format!("{result}. {text}");
        }
        vec![
            (index + 1).to_string(),
            promise.item.text.clone(),
            upper_first(&After::person(promise)),
            after.agency(promise),
            result,
            answer.map_or_else(String::new, |answer| {
                upper_first(&After::letter(&answer.letter))
            }),
        ]
    });
    sheet.table(
        &[10, 44, 30, 28, 38, 24],
        &[
            words[AfterMessage::HeadNumber].as_str(),
            words[AfterMessage::HeadItem].as_str(),
            words[AfterMessage::HeadFrom].as_str(),
            words[AfterMessage::HeadAgency].as_str(),
            words[AfterMessage::HeadAnswer].as_str(),
            words[AfterMessage::HeadLetter].as_str(),
        ],
        rows.collect(),
    );
}

fn waiting(after: After<'_>, sheet: &mut Sheet<'_>, open: &[&PromiseStanding]) {
    let words = after.words();
    let rows = open.iter().enumerate().map(|(index, promise)| {
        vec![
            (index + 1).to_string(),
            promise.item.text.clone(),
            upper_first(&After::person(promise)),
            after.agency(promise),
            upper_first(&after.due(promise)),
            upper_first(&after.waits(promise)),
        ]
    });
    sheet.table(
        &[10, 42, 30, 30, 30, 32],
        &[
            words[AfterMessage::HeadNumber].as_str(),
            words[AfterMessage::HeadItem].as_str(),
            words[AfterMessage::HeadFrom].as_str(),
            words[AfterMessage::HeadAgency].as_str(),
            words[AfterMessage::HeadDue].as_str(),
            words[AfterMessage::HeadLate].as_str(),
        ],
        rows.collect(),
    );
}
