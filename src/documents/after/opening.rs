//! What was promised last time and how it stands, to be read out when the next session opens.

use super::After;
use crate::documents::layout::{Heading, Sheet};
use crate::documents::model::Paper;
use crate::documents::prose::session_name;
use crate::documents::words::AfterMessage;
use crate::domain::regulation::ClassKind;

pub(super) fn paper(after: After<'_>) -> Paper {
    let (words, prose) = (after.words(), after.prose);
    let subject = words[AfterMessage::OpeningSubject].render(&[("title", &session_name(prose))]);
    let mut sheet = Sheet::headed(
        prose,
        &Heading::Kind {
            code: String::new(),
            kind: words[AfterMessage::OpeningKind].to_string(),
            subject: subject.clone(),
            dated: false,
        },
    );
    let promises = &after.session.overview.promises;
    sheet.text(words[AfterMessage::OpeningText].render(&[
        ("date", &After::short(prose.held())),
        ("promised", &format!("{:02}", promises.len())),
        ("today", &After::short(after.session.today)),
    ]));
    let mut ordered: Vec<_> = promises.iter().collect();
    ordered.sort_by_key(|promise| promise.item.id);
    for promise in ordered {
        let state = match promise.progress.answer() {
            Some(answer) => words[AfterMessage::OpeningAnswered].render(&[
                ("date", &After::short(answer.letter.on)),
                ("outcome", &after.outcome(&answer.outcome)),
            ]),
            None if promise.class == ClassKind::ReportUpward => after.waits(promise),
            None => {
                let agency = after.agency(promise);
                let waits = words[AfterMessage::OpeningWaits].render(&[("agency", &agency)]);
                match after.waits(promise) {
                    late if late.is_empty() => waits,
                    late => format!("{waits} ({late})"),
                }
            }
        };
        sheet.text(words[AfterMessage::OpeningOne].render(&[
            ("person", &After::person(promise)),
            ("text", &promise.item.text.trim_end_matches('.')),
            ("state", &state),
        ]));
    }
    sheet.closing(words[AfterMessage::OpeningClosing].as_str());
    sheet.paper(&format!("{} – {subject}", words[AfterMessage::OpeningKind]))
}
