//! A letter to everybody who raised something: what was answered, or to whom it was passed and by when. Made where the
//! regulation wants petitioners told. Knows the record and nothing of other documents.

use super::conclusion::kind_of;
use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::prose::session_name;
use super::prose::{Prose, answer_of, plain, upper_first};
use super::slip::plain_name;
use crate::documents::words::LayoutMessage;
use crate::documents::words::LetterMessage;
use crate::documents::words::PetitionMessage;
use crate::domain::record::{ClassRecord, ItemRecord, RaisedBy};
use crate::domain::regulation::{ClassKind, DocumentKind, Grade, PaperRule, Recipient};

/// Somebody who raised something, with everything they raised.
#[derive(Debug, Clone)]
pub(super) struct Petitioner<'a> {
    by: &'a RaisedBy,
    /// *Bà Nguyễn Thị Ước, thôn Nà Hỏi*.
    pub name: String,
    items: Vec<&'a ItemRecord>,
}

impl Petitioner<'_> {
    /// The numbers of what they raised.
    pub(super) fn item_ids(&self) -> impl Iterator<Item = u32> {
        self.items.iter().map(|item| item.id)
    }
}

/// Those who get a letter, in the order in which they raised something. Nobody where the regulation wants nobody told, or
/// the session was never held.
pub(super) fn all<'a>(prose: Prose<'a>) -> Vec<Petitioner<'a>> {
    let mut all: Vec<Petitioner<'a>> = Vec::new();
    if prose.record.began.is_none() || !is_wanted(prose) {
        return all;
    }
    for item in &prose.record.items {
        match all.iter_mut().find(|known| is_same(known.by, &item.by)) {
            Some(known) => known.items.push(item),
            None => all.push(Petitioner {
                by: &item.by,
                name: prose.raiser_first(item),
                items: vec![item],
            }),
        }
    }
    all
}

/// A person is known by their number; opinions collected beforehand come each from somebody of their own.
fn is_same(one: &RaisedBy, other: &RaisedBy) -> bool {
    one == other
}

/// The rule of a paper that has petitioners among those it goes to.
fn telling(prose: Prose<'_>, paper: DocumentKind) -> Option<&PaperRule> {
    prose.paper_rule(paper).filter(|rule| {
        let mut to = rule.to.iter();
        to.any(|addressee| addressee.who == Recipient::Petitioners)
    })
}

fn is_wanted(prose: Prose<'_>) -> bool {
    telling(prose, DocumentKind::ConclusionNotice).is_some()
        || telling(prose, DocumentKind::PetitionerLetter).is_some()
}

/// The name of the file of a letter.
pub(super) fn file_name(petitioner: &Petitioner<'_>, number: usize) -> String {
    let first = petitioner.items.first().map_or("", |item| &item.name);
    format!("thu-tra-loi/{number:02}-{}.docx", plain_name(first))
}

pub(super) fn paper(prose: Prose<'_>, petitioner: &Petitioner<'_>) -> Paper {
    let (record, words) = (prose.record, &prose.words.letter);
    let mut sheet = Sheet::headed(
        prose,
        &Heading::Letter {
            subject: words[LetterMessage::Subject].to_string(),
        },
    );
    sheet.addressed(
        words[LetterMessage::To].render(&[("name", &petitioner.name)]),
        Vec::new(),
    );
    let opening = if rests_on_notice(prose) {
        &words[LetterMessage::OpeningNotice]
    } else {
        &words[LetterMessage::Opening]
    };
    sheet.text(opening.render(&[
        ("date", &upper_first(&prose.held_on())),
        ("place", &plain(&record.place)),
        ("chair", &prose.presiding()),
        ("title", &session_name(prose)),
        ("basis", &basis(prose, petitioner)),
        ("body", &record.body),
    ]));
    put_items(&mut sheet, prose, petitioner);
    sheet.closing(
        &words[LetterMessage::Closing]
            .render(&[("body", &record.body), ("lead_agency", &record.lead_agency)]),
    );
    sheet.signed(&[
        prose.words.layout[LayoutMessage::AsAddressed].to_string(),
        prose.words.petition[PetitionMessage::ToLead]
            .render(&[("lead_agency", &record.lead_agency)]),
    ]);
    sheet.paper(&format!(
        "{} – {}",
        words[LetterMessage::Subject],
        petitioner.name
    ))
}

/// Each thing that was raised, with what was answered or to whom it went.
fn put_items(sheet: &mut Sheet<'_>, prose: Prose<'_>, petitioner: &Petitioner<'_>) {
    let words = &prose.words.letter;
    for (index, item) in petitioner.items.iter().enumerate() {
        let text = prose.text(Some(&item.text));
        let sentence = match petitioner.items.as_slice() {
            [_] => &words[LetterMessage::ItemAlone],
            _ => &words[LetterMessage::Item],
        };
        sheet.text(sentence.render(&[("number", &(index + 1)), ("text", &text)]));
        let is_settled = item.class == Some(ClassRecord::AnsweredNow);
        match answer_of(item).map(plain) {
            Some(answer) => {
                sheet.text(words[LetterMessage::Answer].render(&[("answer", &answer)]));
            }
            // What was answered and nobody wrote down is a blank for the office.
            None if is_settled => {
                sheet
                    .text(words[LetterMessage::AnswerOpen].render(&[("blank", &prose.text(None))]));
            }
            None => {}
        }
        if !is_settled {
            sheet.text(words[LetterMessage::Result].render(&[("result", &prose.result(item))]));
        }
    }
}

/// Whether the text orders the notice itself to be sent to petitioners: then the letter carries it.
fn rests_on_notice(prose: Prose<'_>) -> bool {
    telling(prose, DocumentKind::ConclusionNotice).is_some_and(|rule| rule.grade == Grade::Orders)
}

/// On what the letter rests: that the text has petitioners told of the conclusion, or of what was passed on. What may be
/// done where needed is cited as no order.
fn basis(prose: Prose<'_>, petitioner: &Petitioner<'_>) -> String {
    let passed_on = petitioner.items.iter().any(|item| {
        item.class
            .as_ref()
            .is_some_and(|class| kind_of(class) != ClassKind::AnsweredNow)
    });
    let notice = telling(prose, DocumentKind::ConclusionNotice);
    let slip = telling(prose, DocumentKind::TransferSlip).filter(|_| passed_on);
    let Some(rule) = notice.or(slip).filter(|rule| rule.grade == Grade::Orders) else {
        return String::new();
    };
    prose.words.letter[LetterMessage::Basis].render(&[
        ("article", &prose.cite(&rule.article)),
        ("regulation", &prose.regulation()),
    ])
}
