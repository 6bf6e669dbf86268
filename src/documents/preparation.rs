//! The papers that an office sends out before a session: public notice, invitations, assignment of answers, opinion slip,
//! summary of opinions, report answering them, programme. Each is a draft in the official layout; what the plan does not
//! know stays blank. Knows the record of a session that has not begun, and nothing of how it is run.

mod answers;
mod as_text;
mod invitation;
mod notice;
mod programme;
mod words;

use super::layout::{Heading, Sheet};
use super::model::Paper;
use super::prose::{Prose, lower_first};
use super::words::{DocumentWords, SayMessage};
use super::{DossierError, DossierFile, docx};
use crate::domain::i18n::Message;
use crate::domain::record::SessionRecord;
use crate::domain::regulation::DocumentKind;
use crate::domain::session::plan::{AgencyId, Layout, Opinion};
use words::PreparationWords;

/// What these papers are told from.
#[derive(Debug, Clone, Copy)]
struct Papers<'a> {
    prose: Prose<'a>,
    words: &'a PreparationWords,
}

/// All papers, in the order in which an office needs them. Nothing is written.
///
/// # Errors
/// When the office's own sentences cannot be used, or a paper cannot be made.
pub fn make(
    record: &SessionRecord,
    user_words: Option<&std::path::Path>,
) -> Result<Vec<DossierFile>, DossierError> {
    all(record, user_words)?
        .into_iter()
        .map(|(path, paper)| {
            let bytes = docx::bytes(&paper, None).map_err(|cause| DossierError::Unmade {
                document: path.clone(),
                cause: cause.into(),
            })?;
            Ok(DossierFile { path, bytes })
        })
        .collect()
}

/// A paper as text, to be read before it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreparationText {
    /// As the file is called.
    pub path: String,
    pub paragraphs: Vec<String>,
}

/// The same papers as text.
///
/// # Errors
/// When the office's own sentences cannot be used.
pub fn as_text(
    record: &SessionRecord,
    user_words: Option<&std::path::Path>,
) -> Result<Vec<PreparationText>, DossierError> {
    let papers = all(record, user_words)?.into_iter();
    Ok(papers
        .map(|(path, paper)| PreparationText {
            path,
            paragraphs: as_text::paragraphs(&paper),
        })
        .collect())
}

/// Every paper with the name of its file.
fn all(
    record: &SessionRecord,
    user_words: Option<&std::path::Path>,
) -> Result<Vec<(String, Paper)>, DossierError> {
    let words = DocumentWords::load(user_words)?;
    let own = PreparationWords::shipped();
    let papers = Papers {
        prose: Prose {
            record,
            words: &words,
        },
        words: &own,
    };
    let mut all = vec![
        ("thong-bao-to-chuc.docx".to_owned(), notice::paper(papers)),
        ("chuong-trinh.docx".to_owned(), programme::paper(papers)),
        ("phan-cong.docx".to_owned(), answers::assignment(papers)),
        ("phieu-lay-y-kien.docx".to_owned(), answers::slip(papers)),
        ("bao-cao-tong-hop.docx".to_owned(), answers::summary(papers)),
        ("bao-cao-tra-loi.docx".to_owned(), answers::report(papers)),
    ];
    all.extend(invitation::all(papers));
    Ok(all)
}

impl<'a> Papers<'a> {
    fn record(&self) -> &'a SessionRecord {
        self.prose.record
    }

    /// A paper of a kind with its head.
    fn sheet(&self, code: &str, kind: &str, state: String, party: String) -> Sheet<'a> {
        Sheet::headed(self.prose, &self.heading(code, kind, state, party))
    }

    /// The same of the agency that prepares the session: what is reported to the chair does not come from the chair.
    fn sheet_of_lead(&self, code: &str, kind: &str, state: String, party: String) -> Sheet<'a> {
        Sheet::headed_by_lead(self.prose, &self.heading(code, kind, state, party))
    }

    fn heading(&self, code: &str, kind: &str, state: String, party: String) -> Heading {
        Heading::Kind {
            code: code.to_owned(),
            kind: kind.to_owned(),
            subject: match self.record().layout {
                Layout::State => state,
                Layout::Party => party,
            },
            dated: true,
        }
    }

    /// What a paper is about: by the name that the regulation has for it, where that names no more than its kind and its
    /// matter; else in our words.
    fn subject(
        &self,
        paper: DocumentKind,
        kind: &Message,
        own: &Message,
        ours: &Message,
    ) -> String {
        let title = self.title();
        self.matter(paper, kind.as_str()).map_or_else(
            || ours.render(&[("title", &title)]),
            |name| own.render(&[("name", &name), ("title", &title)]),
        )
    }

    /// The matter in the regulation's name of a paper: *tổng hợp ý kiến* of *Báo cáo tổng hợp ý kiến*.
    fn matter(&self, paper: DocumentKind, kind: &str) -> Option<String> {
        let mut entries = self.record().dossier.iter().flat_map(|list| &list.entries);
        let listed = entries.find(|entry| entry.document == Some(paper));
        let ruled = || {
            let mut rules = self.record().papers.iter();
            let rule = rules.find(|rule| rule.paper == paper && rule.title.is_some());
            rule.and_then(|rule| rule.title.as_ref())
        };
        let name = listed.map(|entry| &entry.title).or_else(ruled)?;
        let name = lower_first(name.vi.trim());
        let plain = self.words.written_matter.as_str().to_lowercase();
        let several = self.words.written_matters.as_str().to_lowercase();
        let matter = [kind.to_lowercase(), several, plain]
            .iter()
            .find_map(|begin| name.strip_prefix(begin.as_str()).map(str::trim))?;
        (!matter.is_empty()).then(|| matter.to_owned())
    }

    /// A form to fill in: with neither number nor date.
    fn form(&self, kind: &str, state: String, party: String) -> Sheet<'a> {
        Sheet::headed(
            self.prose,
            &Heading::Kind {
                code: String::new(),
                kind: kind.to_owned(),
                subject: match self.record().layout {
                    Layout::State => state,
                    Layout::Party => party,
                },
                dated: false,
            },
        )
    }

    /// What the session is called, in the middle of a sentence.
    fn title(&self) -> String {
        lower_first(&self.record().title)
    }

    fn time(&self) -> String {
        use chrono::Timelike as _;
        let begin = self.record().planned_begin;
        self.prose.words.say[SayMessage::Time].render(&[
            ("hour", &format!("{:02}", begin.hour())),
            ("minute", &format!("{:02}", begin.minute())),
        ])
    }

    fn date(&self) -> String {
        self.prose.date(self.record().planned_begin.date())
    }

    /// A text, or dots where there is none.
    fn or_blank(&self, text: &str) -> String {
        self.prose.text(Some(text))
    }

    fn blank(&self) -> String {
        self.prose.words.say[SayMessage::Blank].to_string()
    }

    fn contents(&self) -> String {
        self.record().contents.join("; ")
    }

    fn agency(&self, id: Option<&AgencyId>) -> String {
        id.and_then(|id| {
            self.record()
                .agencies
                .iter()
                .find(|agency| agency.id == *id)
        })
        .map_or_else(|| self.blank(), |agency| agency.name.clone())
    }

    fn from(opinion: &Opinion) -> String {
        let (from, village) = (opinion.from.to_lowercase(), opinion.village.to_lowercase());
        if from.contains(&village) {
            opinion.from.clone()
        } else {
            format!("{}, {}", opinion.from, opinion.village)
        }
    }

    /// The finished paper.
    fn finished(&self, sheet: Sheet<'a>, kind: &str) -> Paper {
        sheet.paper(&format!("{kind} – {}", self.record().title))
    }
}

/// Ends the last entry of a list with a full stop.
fn ended(mut lines: Vec<String>) -> Vec<String> {
    if let Some(last) = lines.last_mut()
        && last.ends_with(';')
    {
        last.pop();
        last.push('.');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_with_nothing_but_what_is_needed_makes_every_paper() {
        let record = crate::documents::tests::empty_record();
        let papers = make(&record, None).unwrap();
        let paths: Vec<&str> = papers.iter().map(|paper| paper.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "thong-bao-to-chuc.docx",
                "chuong-trinh.docx",
                "phan-cong.docx",
                "phieu-lay-y-kien.docx",
                "bao-cao-tong-hop.docx",
                "bao-cao-tra-loi.docx",
            ]
        );
        // and the same bytes each time
        assert_eq!(papers, make(&record, None).unwrap());
    }
}
