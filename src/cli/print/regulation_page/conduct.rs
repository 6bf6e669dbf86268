//! The parts of a page about people: who chairs, prepares and takes part, what they may and must, who owes what to whom,
//! and who gets which paper.

use super::RegulationPage;
use crate::domain::regulation::words::RegulationPageMessage;
use crate::domain::regulation::{Addressee, Article, Grade, Regulation, Rule, Text};

impl RegulationPage<'_> {
    /// As papers cite it, and from when to when it is in force.
    pub(super) fn citation(&mut self, regulation: &Regulation) {
        if let Some(citation) = &regulation.citation {
            let text = self.words[RegulationPageMessage::Citation]
                .render(&[("text", &self.in_lang(citation))]);
            self.line(0, text);
        }
        let validity = regulation.validity.as_ref();
        if let Some(text) = validity.and_then(|validity| validity.text.as_ref()) {
            let text = self.words[RegulationPageMessage::Validity]
                .render(&[("text", &self.in_lang(text))]);
            self.line(0, text);
        }
    }

    pub(super) fn people(&mut self, regulation: &Regulation) {
        let words = self.words;
        if !regulation.chairs.is_empty() {
            self.section(&words[RegulationPageMessage::Chairs]);
        }
        for rule in &regulation.chairs {
            let text = self.cited(&rule.text, &rule.article);
            self.line(1, text);
        }
        if !regulation.preparers.is_empty() {
            self.section(&words[RegulationPageMessage::Preparers]);
        }
        for preparer in &regulation.preparers {
            let text = self.cited(&preparer.lead, &preparer.article);
            self.line(1, text);
            for (label, who) in [
                (RegulationPageMessage::PreparedWith, &preparer.with),
                (RegulationPageMessage::DraftsNotice, &preparer.drafts_notice),
            ] {
                if let Some(who) = who {
                    let text = words[label].render(&[("who", &self.in_lang(who))]);
                    self.line(3, text);
                }
            }
        }
        self.sentences(
            RegulationPageMessage::Participants,
            regulation
                .participants
                .iter()
                .map(|rule| (&rule.text, &rule.article)),
        );
        self.sentences(
            RegulationPageMessage::Contents,
            regulation
                .contents
                .iter()
                .map(|rule| (&rule.text, &rule.article)),
        );
    }

    fn sentences<'r>(
        &mut self,
        title: RegulationPageMessage,
        rules: impl Iterator<Item = (&'r Text, &'r Article)>,
    ) {
        let mut rules = rules.peekable();
        if rules.peek().is_some() {
            let title = self.words[title].to_string();
            self.section(title);
        }
        for (text, article) in rules {
            let text = self.cited(text, article);
            self.line(1, text);
        }
    }

    /// Rules that stand under one label, in the order of the text.
    pub(super) fn labelled_all<'r>(
        &mut self,
        label: RegulationPageMessage,
        rules: impl IntoIterator<Item = &'r Rule>,
    ) {
        let words = self.words;
        for rule in rules {
            self.labelled(&words[label], rule);
        }
    }

    /// How the text says it, who owes it and whom it goes to.
    pub(super) fn obligation(&mut self, grade: Grade, owed_by: Option<&Text>, to: &[Addressee]) {
        let words = self.words;
        match grade {
            Grade::Orders => {}
            Grade::May => self.line(3, &words[RegulationPageMessage::GradeMay]),
            Grade::Lists => self.line(3, &words[RegulationPageMessage::GradeLists]),
        }
        if let Some(who) = owed_by {
            let text = words[RegulationPageMessage::OwedBy].render(&[("who", &self.in_lang(who))]);
            self.line(3, text);
        }
        if !to.is_empty() {
            let text = words[RegulationPageMessage::OwedTo].render(&[("names", &self.names(to))]);
            self.line(3, text);
        }
    }

    pub(super) fn waivers(&mut self, regulation: &Regulation) {
        if !regulation.waivers.is_empty() {
            self.section(&self.words[RegulationPageMessage::Waivers]);
        }
        for waiver in &regulation.waivers {
            let text = self.cited(&waiver.text, &waiver.article);
            self.line(1, text);
        }
    }

    /// Who gets which paper, where the text names it.
    pub(super) fn papers(&mut self, regulation: &Regulation) {
        let words = self.words;
        let mut begun = false;
        for paper in &regulation.papers {
            let Some(title) = paper.title.as_ref().filter(|_| !paper.to.is_empty()) else {
                continue;
            };
            if !begun {
                self.section(&words[RegulationPageMessage::Papers]);
                begun = true;
            }
            let text = words[RegulationPageMessage::PaperTo].render(&[
                ("paper", &self.in_lang(title)),
                ("names", &self.names(&paper.to)),
                ("article", &paper.article.in_lang(self.lang)),
            ]);
            self.line(1, text);
        }
    }

    fn names(&self, to: &[Addressee]) -> String {
        to.iter()
            .map(|addressee| self.in_lang(&addressee.name))
            .collect::<Vec<_>>()
            .join("; ")
    }
}
