//! Two letters: the reminder to an agency that owes answers, and the letter to the petitioner with the result.

use super::After;
use crate::documents::layout::{Heading, Sheet};
use crate::documents::model::Paper;
use crate::documents::prose::session_name;
use crate::documents::prose::{inside, plain, upper_first};
use crate::documents::words::{AfterMessage, LayoutMessage};
use crate::domain::record::ClassRecord;

/// To an agency: what it owes, since when, and what is asked of it.
pub(super) fn reminder(after: After<'_>, agency: &str, items: &[u32]) -> Paper {
    let (words, prose) = (after.words(), after.prose);
    let record = prose.record;
    let mut sheet = Sheet::headed(
        prose,
        &Heading::Letter {
            subject: words[AfterMessage::RemindSubject].to_string(),
        },
    );
    sheet.addressed(
        words[AfterMessage::RemindTo].render(&[("agency", &agency)]),
        Vec::new(),
    );
    sheet.text(words[AfterMessage::RemindOpening].render(&[
        ("date", &upper_first(&prose.held_on())),
        ("place", &record.place),
        ("chair", &prose.presiding()),
        ("title", &session_name(prose)),
        ("basis", &after.basis()),
        ("agency", &agency),
        ("count", &format!("{:02}", items.len())),
    ]));
    let today = After::short(after.session.today);
    sheet.text(
        words[AfterMessage::RemindState].render(&[("today", &today), ("body", &record.body)]),
    );
    remind_table(after, items, &mut sheet);
    let before = reminded_before(after, items);
    if !before.is_empty() {
        sheet.text(words[AfterMessage::RemindAgain].render(&[("dates", &before.join(", "))]));
    }
    let is_answered_in_writing = items
        .iter()
        .filter_map(|item| prose.item(*item))
        .any(|item| {
            matches!(&item.class, Some(ClassRecord::VerifyLater { under, .. })
            if prose.is_answered_in_writing(under.as_ref()))
        });
    let ask = if is_answered_in_writing {
        &words[AfterMessage::RemindAsk]
    } else {
        &words[AfterMessage::RemindAskReport]
    };
    sheet.text(ask.render(&[("agency", &agency), ("lead_agency", &record.lead_agency)]));
    sheet.closing(
        &words[AfterMessage::RemindClosing].render(&[("body", &record.body), ("agency", &agency)]),
    );
    sheet.signed(&[
        prose.words.layout[LayoutMessage::AsAddressed].to_string(),
        words[AfterMessage::ToLead].render(&[("lead_agency", &record.lead_agency)]),
    ]);
    sheet.paper(&format!(
        "{} – {agency}",
        words[AfterMessage::RemindSubject]
    ))
}

/// What the agency owes, each with its day.
fn remind_table(after: After<'_>, items: &[u32], sheet: &mut Sheet<'_>) {
    let words = after.words();
    let promises = items.iter().filter_map(|item| after.promise(*item));
    let rows = promises.enumerate().map(|(index, promise)| {
        vec![
            (index + 1).to_string(),
            promise.item.text.clone(),
            upper_first(&After::person(promise)),
            upper_first(&after.due(promise)),
            upper_first(&after.state(promise.state)),
        ]
    });
    sheet.table(
        &[10, 62, 38, 34, 26],
        &[
            words[AfterMessage::HeadNumber].as_str(),
            words[AfterMessage::HeadItem].as_str(),
            words[AfterMessage::HeadFrom].as_str(),
            words[AfterMessage::HeadDue].as_str(),
            words[AfterMessage::HeadLate].as_str(),
        ],
        rows.collect(),
    );
}

/// The days on which the agency was reminded of any of it before.
fn reminded_before(after: After<'_>, items: &[u32]) -> Vec<String> {
    let promises = items.iter().filter_map(|item| after.promise(*item));
    let mut before: Vec<_> = promises
        .flat_map(|promise| promise.progress.reminded.iter().copied())
        .collect();
    before.sort_unstable();
    before.dedup();
    before.into_iter().map(After::short).collect()
}

/// To the petitioner: what was asked, said in the session, answered since.
pub(super) fn result(after: After<'_>, item: u32) -> Paper {
    let (words, prose) = (after.words(), after.prose);
    let record = prose.record;
    let promise = after.promise(item);
    // In the middle of a sentence the form of address is written small.
    let person = promise.map_or_else(String::new, |promise| inside(&promise.item.person()));
    let mut sheet = Sheet::headed(
        prose,
        &Heading::Letter {
            subject: words[AfterMessage::LetterSubject].render(&[("person", &person)]),
        },
    );
    if let Some(promise) = promise {
        let name = upper_first(&person);
        sheet.addressed(
            match promise.item.from() {
                None => words[AfterMessage::LetterTo].render(&[("person", &name)]),
                Some(village) => words[AfterMessage::LetterToVillage]
                    .render(&[("person", &name), ("village", &village)]),
            },
            Vec::new(),
        );
        sheet.text(words[AfterMessage::LetterOpening].render(&[
            ("date", &upper_first(&prose.held_on())),
            ("title", &session_name(prose)),
            ("person", &person),
            ("text", &promise.item.text.trim_end_matches('.')),
        ]));
        if let Some(said) = &promise.item.answer {
            sheet.text(words[AfterMessage::LetterSaid].render(&[("text", said)]));
        }
        sheet.text(words[AfterMessage::LetterAssigned].render(&[
            ("basis", &after.basis()),
            ("agency", &after.agency(promise)),
        ]));
        if let Some(answer) = promise.progress.answer() {
            sheet.text(words[AfterMessage::LetterAnswer].render(&[
                ("letter", &After::letter(&answer.letter)),
                ("agency", &after.agency(promise)),
            ]));
            if let Some(text) = &answer.text {
                sheet.text(format!("{}.", plain(text)));
            }
            let outcome = after.outcome(&answer.outcome);
            sheet.text(words[AfterMessage::LetterResult].render(&[("outcome", &outcome)]));
        }
    }
    sheet.closing(
        &words[AfterMessage::LetterClosing].render(&[("body", &record.body), ("person", &person)]),
    );
    sheet.signed(&[
        prose.words.layout[LayoutMessage::AsAddressed].to_string(),
        words[AfterMessage::ToLead].render(&[("lead_agency", &record.lead_agency)]),
    ]);
    sheet.paper(&words[AfterMessage::LetterSubject].render(&[("person", &person)]))
}
