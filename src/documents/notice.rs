//! The draft of the conclusion notice: what the session was, what the chair concluded under each act of the regulation's
//! conclusion, and who has to do what by when. Knows the record and nothing of the minutes.

use super::conclusion::{self, of_class};
use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::prose::session_name;
use super::prose::{Prose, lower_first, plain, two_digits, upper_first};
use super::slip;
use crate::documents::words::ConcludedMessage;
use crate::documents::words::ConclusionNoticeMessage;
use crate::domain::record::{ClassRecord, DeadlineRecord, HolderRecord, ItemRecord, RaisedBy};
use crate::domain::regulation::{ClassKind, DeadlineKind, DocumentKind, Grade, Phase};
use crate::domain::session::plan::Layout;
use crate::domain::text::fold;

pub(super) fn paper(prose: Prose<'_>) -> Paper {
    let words = &prose.words.notice;
    let record = prose.record;
    let chair = prose.official(prose.chair());
    let mut sheet = Sheet::headed(
        prose,
        &Heading::Kind {
            code: words[ConclusionNoticeMessage::Code].to_string(),
            kind: words[ConclusionNoticeMessage::Kind].to_string(),
            subject: match record.layout {
                Layout::State => &words[ConclusionNoticeMessage::SubjectState],
                Layout::Party => &words[ConclusionNoticeMessage::SubjectParty],
            }
            .render(&[("chair", &chair), ("title", &session_name(prose))]),
            dated: true,
        },
    );
    sheet.text(words[ConclusionNoticeMessage::Opening].render(&[
        ("date", &upper_first(&prose.held_on())),
        ("place", &plain(&record.place)),
        ("chair", &prose.presiding()),
        ("title", &session_name(prose)),
        ("regulation", &prose.regulation()),
    ]));
    let co_chairs = prose.co_chairs();
    if !co_chairs.is_empty() {
        sheet.text(
            words[ConclusionNoticeMessage::Attended]
                .render(&[("people", &prose.officials(co_chairs))]),
        );
    }
    sheet.text(counts(prose));
    let number = concluded(prose, &mut sheet, &chair);
    let tasks = tasks(prose);
    if !tasks.is_empty() {
        sheet.section(words[ConclusionNoticeMessage::Tasks].render(&[("number", &(number + 1))]));
    }
    for task in tasks {
        sheet.text(task);
    }
    sheet.closing(
        &words[ConclusionNoticeMessage::Closing]
            .render(&[("chair", &chair), ("title", &session_name(prose))]),
    );
    sheet.signed(&recipients(prose));
    sheet.paper(&format!(
        "{} – {}",
        words[ConclusionNoticeMessage::Kind],
        record.title
    ))
}

/// What was concluded, group by group; how many groups there are. The act that orders this notice is not told in it.
fn concluded(prose: Prose<'_>, sheet: &mut Sheet<'_>, chair: &str) -> usize {
    let words = &prose.words.notice;
    if !prose.concluded() {
        sheet.text(words[ConclusionNoticeMessage::NoConclusion].as_str());
        return 0;
    }
    sheet.text(concludes(prose, chair));
    let mut number = 0;
    for step in conclusion::steps(prose) {
        for group in conclusion::groups(prose, step, None) {
            if group.paper == Some(DocumentKind::ConclusionNotice) {
                continue;
            }
            number += 1;
            let title = prose.words.conclusion[ConcludedMessage::Act]
                .render(&[("number", &number), ("title", &group.title)]);
            conclusion::write(prose, sheet, &title, group.lines);
        }
    }
    number
}

/// How many spoke, what they raised, and what became of it.
pub(super) fn counts(prose: Prose<'_>) -> String {
    let words = &prose.words.notice;
    let of = |kind| two_digits(of_class(prose, kind).len());
    let spoke = prose
        .record
        .speakers
        .iter()
        .filter(|speaker| prose.spoke(speaker.number))
        .count();
    let beside = beside(prose);
    let sentence = if beside.is_empty() {
        &words[ConclusionNoticeMessage::Counts]
    } else {
        &words[ConclusionNoticeMessage::CountsBeside]
    };
    let items = prose.record.items.iter();
    let said = items.filter(|item| is_said_by_citizen(prose, item)).count();
    let counts = sentence.render(&[
        ("spoke", &two_digits(spoke)),
        ("said", &two_digits(said)),
        ("beside", &beside.join("; ")),
        ("items", &two_digits(prose.record.items.len())),
        ("now", &of(ClassKind::AnsweredNow)),
        ("later", &of(ClassKind::VerifyLater)),
        ("upward", &of(ClassKind::ReportUpward)),
    ]);
    let items = prose.record.items.iter();
    let open = items.filter(|item| item.class.is_none()).count();
    if open == 0 {
        return counts;
    }
    let unclassed =
        words[ConclusionNoticeMessage::Unclassed].render(&[("count", &two_digits(open))]);
    format!("{counts} {unclassed}")
}

/// Whether somebody said it when given the floor; what came in writing, or was collected beforehand, nobody did. Records of
/// older programs tell it by the turns alone.
fn is_said_by_citizen(prose: Prose<'_>, item: &ItemRecord) -> bool {
    let spoken = |id: &u32| {
        prose
            .turn(*id)
            .is_some_and(|turn| turn.phase != Phase::Answer)
    };
    matches!(item.by, RaisedBy::Citizen { .. })
        && (item.said_in.is_some() || item.turns.iter().any(spoken))
}

/// What was taken up without anybody having said it, by how it came.
fn beside(prose: Prose<'_>) -> Vec<String> {
    let words = &prose.words.notice;
    let is_collected = |item: &&ItemRecord| matches!(item.by, RaisedBy::Collected { .. });
    let unsaid = || {
        let items = prose.record.items.iter();
        items.filter(|item| !is_said_by_citizen(prose, item))
    };
    let collected = unsaid().filter(is_collected).count();
    let written = unsaid().count() - collected;
    [
        (written, &words[ConclusionNoticeMessage::CountsWritten]),
        (collected, &words[ConclusionNoticeMessage::CountsCollected]),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, sentence)| sentence.render(&[("count", &two_digits(count))]))
    .collect()
}

/// How the chair's conclusion is led in: after what was heard, and only that.
fn concludes(prose: Prose<'_>, chair: &str) -> String {
    let words = &prose.words.notice;
    let turns = || prose.record.turns.iter();
    let is_answered = turns().any(|turn| {
        turn.phase == Phase::Answer && matches!(turn.holder, HolderRecord::Agency { .. })
    });
    let is_spoken = turns().any(|turn| turn.phase != Phase::Answer);
    match (is_spoken, is_answered) {
        (true, true) => words[ConclusionNoticeMessage::Concludes].render(&[("chair", &chair)]),
        (true, false) => {
            words[ConclusionNoticeMessage::ConcludesHeard].render(&[("chair", &chair)])
        }
        (false, _) => {
            words[ConclusionNoticeMessage::ConcludesOnly].render(&[("chair", &upper_first(chair))])
        }
    }
}

/// Who does what by when: one line per agency and due date, one per authority, and what the text has the lead agency follow
/// up.
fn tasks(prose: Prose<'_>) -> Vec<String> {
    let words = &prose.words.notice;
    let mut lines = Vec::new();
    for slip in slip::all(prose) {
        let mut by_due: Vec<(String, Vec<u32>)> = Vec::new();
        for item in &slip.items {
            let due = slip::due(prose, item);
            match by_due.iter_mut().find(|(known, _)| *known == due) {
                Some((_, ids)) => ids.push(item.id),
                None => by_due.push((due, vec![item.id])),
            }
        }
        for (due, ids) in by_due {
            lines.push(words[ConclusionNoticeMessage::Task].render(&[
                ("agency", &slip.name),
                ("items", &prose.items(&ids)),
                ("task", &slip::task(prose, &slip)),
                ("due", &due),
            ]));
        }
    }
    for (authority, ids) in authorities(prose) {
        lines.push(words[ConclusionNoticeMessage::Upward].render(&[
            ("lead_agency", &prose.record.lead_agency),
            ("authority", &authority),
            ("items", &prose.items(&ids)),
        ]));
    }
    let duties = prose
        .duties(DeadlineKind::FollowUp)
        .filter(|duty| duty.grade == Grade::Orders);
    lines.extend(duties.filter(|duty| is_of_lead(prose, duty)).map(|duty| {
        words[ConclusionNoticeMessage::Lead].render(&[
            ("lead_agency", &prose.text(Some(&prose.record.lead_agency))),
            ("task", &lower_first(&plain(&duty.title.vi))),
            ("article", &prose.cite(&duty.article)),
        ])
    }));
    lines
}

/// Whether the text has the agency that prepares the session do something. What it has a Party committee do, no notice
/// orders.
fn is_of_lead(prose: Prose<'_>, duty: &DeadlineRecord) -> bool {
    let Some(by) = &duty.owed_by else {
        return false;
    };
    let (by, lead) = (fold(&by.vi), fold(&prose.record.lead_agency));
    ["chu tri tham muu", "van phong"]
        .iter()
        .any(|word| by.contains(word))
        || (!lead.is_empty() && lead.contains(&by))
}

/// The items for each authority above.
pub(super) fn authorities(prose: Prose<'_>) -> Vec<(String, Vec<u32>)> {
    let mut all: Vec<(String, Vec<u32>)> = Vec::new();
    for item in &prose.record.items {
        if let Some(ClassRecord::ReportUpward { authority, .. }) = &item.class {
            let authority = prose.text(authority.as_deref());
            match all.iter_mut().find(|(known, _)| *known == authority) {
                Some((_, ids)) => ids.push(item.id),
                None => all.push((authority, vec![item.id])),
            }
        }
    }
    all
}

/// Whom the regulation has the notice sent to; where it names nobody, those whom it concerns.
fn recipients(prose: Prose<'_>) -> Vec<String> {
    let words = &prose.words.notice;
    let agencies: Vec<String> = slip::all(prose).into_iter().map(|slip| slip.name).collect();
    let mut to = prose.recipients(DocumentKind::ConclusionNotice, &agencies);
    // Whoever gets a task in it gets it, also where the text names others only.
    if !to.is_empty() {
        let is_there = |agency: &&String| {
            let mut lines = to.iter();
            lines.any(|line| {
                line.contains(&format!("{agency};")) || line.contains(&format!("{agency} ("))
            })
        };
        let tasked: Vec<&String> = agencies.iter().filter(|one| !is_there(one)).collect();
        to.extend(tasked.into_iter().map(|agency| {
            words[ConclusionNoticeMessage::ToAgencyTasked].render(&[("agency", agency)])
        }));
    }
    if to.is_empty() {
        to.push(words[ConclusionNoticeMessage::ToChairs].to_string());
        to.extend(
            agencies.iter().map(|agency| {
                words[ConclusionNoticeMessage::ToAgency].render(&[("agency", agency)])
            }),
        );
        to.push(words[ConclusionNoticeMessage::ToPetitioners].to_string());
    }
    to
}
