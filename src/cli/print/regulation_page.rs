//! A profile laid out for reading, in the order in which a regulation tells things. Knows the words, decides nothing.

mod conduct;

use std::fmt::{Display, Write};

use crate::domain::i18n::{Lang, Message};
use crate::domain::regulation::words::{PageWords, RegulationPageMessage, RegulationWords};
use crate::domain::regulation::{
    Article, Choice, Condition, Grade, Issued, Order, Phrases, Regulation, Rule, Scope, Step, Text,
    Unregistered,
};

/// A profile laid out as the regulation's own table.
pub(super) fn lay_out(regulation: &Regulation, lang: Lang) -> String {
    let words = RegulationWords::new(lang);
    let mut page = RegulationPage {
        words: &words.page,
        phrases: &words.phrases,
        lang,
        out: String::new(),
    };
    page.head(regulation);
    page.frame(regulation);
    page.people(regulation);
    page.order(regulation);
    page.while_it_runs(regulation);
    page.around_the_session(regulation);
    page.waivers(regulation);
    page.papers(regulation);
    page.dossier(regulation);
    page.out
}

struct RegulationPage<'a> {
    words: &'a PageWords,
    phrases: &'a Phrases,
    lang: Lang,
    out: String,
}

impl RegulationPage<'_> {
    /// A line, two places further in for every level.
    fn line(&mut self, level: usize, text: impl Display) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.out, "{:1$}{text}", "", level * 2);
    }

    fn section(&mut self, title: impl Display) {
        self.out.push('\n');
        self.line(0, title);
    }

    fn in_lang<'b>(&self, text: &'b Text) -> &'b str {
        text.in_lang(self.lang)
    }

    fn cited(&self, text: &Text, article: &Article) -> String {
        self.words[RegulationPageMessage::Cited].render(&[
            ("text", &self.in_lang(text)),
            ("article", &article.in_lang(self.lang)),
        ])
    }

    fn rules<'r>(&mut self, title: &Message, rules: impl IntoIterator<Item = &'r Rule>) {
        let mut rules = rules.into_iter().peekable();
        if rules.peek().is_some() {
            self.section(title);
        }
        for rule in rules {
            let text = self.cited(&rule.text, &rule.article);
            self.line(1, text);
        }
    }

    fn labelled(&mut self, label: &Message, rule: &Rule) {
        let text = label.render(&[
            ("text", &self.in_lang(&rule.text)),
            ("article", &rule.article.in_lang(self.lang)),
        ]);
        self.line(1, text);
    }

    fn choices(&mut self, title: &Message, choices: &[Choice]) {
        if !choices.is_empty() {
            self.section(title);
        }
        for choice in choices {
            let text = match &choice.article {
                Some(article) => self.cited(&choice.title, article),
                None => self.in_lang(&choice.title).to_owned(),
            };
            self.line(1, text);
        }
    }

    fn head(&mut self, regulation: &Regulation) {
        let words = self.words;
        let number = match &regulation.number {
            Some(number) => number.clone(),
            None => words[RegulationPageMessage::NoNumber].to_string(),
        };
        let issued = match regulation.issued {
            Issued::On(date) => {
                words[RegulationPageMessage::IssuedOn].render(&[("date", &self.phrases.date(date))])
            }
            Issued::After(date) => words[RegulationPageMessage::IssuedAfter]
                .render(&[("date", &self.phrases.date(date))]),
            Issued::In(year) => words[RegulationPageMessage::IssuedIn].render(&[("year", &year)]),
            Issued::Unknown => words[RegulationPageMessage::IssuedUnknown].to_string(),
        };
        let issued = words[RegulationPageMessage::IssuedBy].render(&[
            ("issuer", &self.in_lang(&regulation.issuer)),
            ("number", &number),
            ("issued", &issued),
        ]);
        self.line(0, self.in_lang(&regulation.title).to_owned());
        self.line(0, issued);
        self.citation(regulation);
    }

    fn frame(&mut self, regulation: &Regulation) {
        let words = self.words;
        if !regulation.frequency.is_empty() {
            self.section(&words[RegulationPageMessage::Frequency]);
        }
        for frequency in &regulation.frequency {
            let text = self.cited(&frequency.text, &frequency.article);
            self.line(1, text);
        }
        self.choices(&words[RegulationPageMessage::Modes], &regulation.modes);
        self.choices(&words[RegulationPageMessage::Forms], &regulation.forms);
        if let Some(length) = &regulation.length {
            self.section(&words[RegulationPageMessage::Length]);
            let text = self.cited(&length.text, &length.article);
            self.line(1, text);
        }
        self.rules(&words[RegulationPageMessage::Record], &regulation.record);
        self.rules(&words[RegulationPageMessage::Notes], &regulation.notes);
    }

    fn order(&mut self, regulation: &Regulation) {
        if regulation.order == Order::Unknown {
            self.section(&self.words[RegulationPageMessage::OrderUnknown]);
        } else if !regulation.steps.is_empty() {
            self.section(&self.words[RegulationPageMessage::Steps]);
        }
        for (place, step) in regulation.steps.iter().enumerate() {
            self.step(place + 1, step);
        }
    }

    fn step(&mut self, number: usize, step: &Step) {
        let words = self.words;
        let title = words[RegulationPageMessage::Step].render(&[
            ("number", &number),
            ("title", &self.in_lang(&step.title)),
            ("article", &step.article.in_lang(self.lang)),
        ]);
        self.line(1, title);
        if !step.lead.vi.trim().is_empty() {
            let lead =
                words[RegulationPageMessage::Lead].render(&[("lead", &self.in_lang(&step.lead))]);
            self.line(3, lead);
        }
        if step.held == Condition::OpinionsCollected {
            self.line(3, &words[RegulationPageMessage::OnlyIfOpinions]);
        }
        for act in &step.acts {
            let title = match &act.article {
                Some(article) => self.cited(&act.title, article),
                None => self.in_lang(&act.title).to_owned(),
            };
            self.line(
                3,
                words[RegulationPageMessage::Act].render(&[("title", &title)]),
            );
        }
    }

    fn while_it_runs(&mut self, regulation: &Regulation) {
        if regulation.scope == Scope::Accompanying {
            return;
        }
        let (words, rules) = (self.words, &regulation.rules);
        self.section(&words[RegulationPageMessage::Rules]);
        match &rules.unregistered {
            Unregistered::Silent => self.line(1, &words[RegulationPageMessage::UnregisteredSilent]),
            Unregistered::Accepted(rule)
            | Unregistered::WithinScope(rule)
            | Unregistered::ByLeave(rule) => {
                self.labelled(&words[RegulationPageMessage::Unregistered], rule);
            }
        }
        self.labelled_all(RegulationPageMessage::SpeakingOrder, &rules.speaking_order);
        self.labelled_all(RegulationPageMessage::KeptOut, &rules.kept_out);
        self.labelled_all(RegulationPageMessage::OutsideScope, &rules.outside_scope);
        for (label, rule) in [
            (&words[RegulationPageMessage::OffTopic], &rules.off_topic),
            (&words[RegulationPageMessage::Classes], &rules.classes),
            (
                &words[RegulationPageMessage::Delegated],
                &rules.delegated_answers,
            ),
            (
                &words[RegulationPageMessage::Presentation],
                &rules.presentation,
            ),
            (&words[RegulationPageMessage::ItemTable], &rules.item_table),
        ] {
            if let Some(rule) = rule {
                self.labelled(label, rule);
            }
        }
        self.labelled_all(RegulationPageMessage::Brevity, &rules.brevity);
        self.labelled_all(RegulationPageMessage::ChairDecides, &rules.chair_decides);
        self.labelled_all(RegulationPageMessage::Prohibited, &rules.prohibited);
        self.labelled_all(RegulationPageMessage::Rights, &rules.rights);
        self.labelled_all(RegulationPageMessage::Duties, &rules.duties);
        if let Some(deputy) = &rules.deputy {
            let text = words[RegulationPageMessage::Deputy].render(&[
                ("text", &self.in_lang(&deputy.text)),
                ("article", &deputy.article.in_lang(self.lang)),
            ]);
            self.line(1, text);
            for case in &deputy.cases {
                let title = words[RegulationPageMessage::DeputyCase]
                    .render(&[("title", &self.in_lang(&case.title))]);
                self.line(2, title);
            }
        }
        self.refusal(regulation);
    }

    /// On which grounds no dialogue is held with somebody, and who decides it.
    fn refusal(&mut self, regulation: &Regulation) {
        let words = self.words;
        match &regulation.refusal {
            Some(refusal) => {
                let title = match refusal.grade {
                    Grade::Orders => RegulationPageMessage::RefusalMust,
                    Grade::May | Grade::Lists => RegulationPageMessage::Refusal,
                };
                self.section(
                    words[title].render(&[("article", &refusal.article.in_lang(self.lang))]),
                );
                if let Some(who) = &refusal.decided_by {
                    let text = words[RegulationPageMessage::DecidedBy]
                        .render(&[("who", &self.in_lang(who))]);
                    self.line(1, text);
                }
                for ground in &refusal.grounds {
                    let text = words[RegulationPageMessage::Entry]
                        .render(&[("title", &self.in_lang(&ground.text))]);
                    self.line(1, text);
                }
            }
            None => self.section(&words[RegulationPageMessage::NoRefusal]),
        }
    }

    fn around_the_session(&mut self, regulation: &Regulation) {
        let words = self.words;
        self.rules(
            &words[RegulationPageMessage::PlanStates],
            &regulation.plan_states,
        );
        if !regulation.deadlines.is_empty() {
            self.section(&words[RegulationPageMessage::Deadlines]);
        }
        for deadline in &regulation.deadlines {
            let title: &dyn Display = &self.in_lang(&deadline.title);
            let text = match deadline.limit {
                Some(limit) => words[RegulationPageMessage::Deadline].render(&[
                    ("title", title),
                    (
                        "limit",
                        &self.phrases.limit_from(
                            limit,
                            deadline,
                            regulation
                                .anchor_title(&deadline.anchor)
                                .map(|title| title.in_lang(self.lang)),
                        ),
                    ),
                    ("article", &deadline.article.in_lang(self.lang)),
                ]),
                None => words[RegulationPageMessage::DeadlineNoLimit].render(&[
                    ("title", title),
                    ("article", &deadline.article.in_lang(self.lang)),
                ]),
            };
            self.line(1, text);
            for text in deadline.condition.iter().chain(&deadline.remark) {
                self.line(3, self.in_lang(text).to_owned());
            }
            self.obligation(deadline.grade, deadline.owed_by.as_ref(), &deadline.to);
        }
        self.reports(regulation);
    }

    /// Reports on several sessions, by when and by whom.
    fn reports(&mut self, regulation: &Regulation) {
        let words = self.words;
        if !regulation.reports.is_empty() {
            self.section(&words[RegulationPageMessage::Reports]);
        }
        for report in &regulation.reports {
            let title: &dyn Display = &self.in_lang(&report.title);
            let text = match report.before {
                Some(before) => words[RegulationPageMessage::ReportBefore].render(&[
                    ("title", title),
                    ("date", &format!("{}/{}", before.day, before.month)),
                    ("article", &report.article.in_lang(self.lang)),
                ]),
                None => words[RegulationPageMessage::ReportNoDate].render(&[
                    ("title", title),
                    ("article", &report.article.in_lang(self.lang)),
                ]),
            };
            let text = match &report.owed_by {
                Some(owed_by) => words[RegulationPageMessage::ReportOwed]
                    .render(&[("report", &text), ("owed_by", &self.in_lang(owed_by))]),
                None => text,
            };
            self.line(1, text);
        }
    }

    fn dossier(&mut self, regulation: &Regulation) {
        let words = self.words;
        match &regulation.dossier {
            Some(dossier) => {
                self.section(
                    words[RegulationPageMessage::Dossier]
                        .render(&[("article", &dossier.article.in_lang(self.lang))]),
                );
                for entry in &dossier.entries {
                    let sentence = if entry.if_any {
                        &words[RegulationPageMessage::EntryIfAny]
                    } else {
                        &words[RegulationPageMessage::Entry]
                    };
                    let text = sentence.render(&[("title", &self.in_lang(&entry.title))]);
                    self.line(1, text);
                }
                if let Some(kept) = &dossier.kept {
                    let text = words[RegulationPageMessage::Kept].render(&[
                        ("text", &self.in_lang(&kept.text)),
                        ("article", &kept.article.in_lang(self.lang)),
                    ]);
                    self.line(1, text);
                }
            }
            None if regulation.scope == Scope::Session => {
                self.section(&words[RegulationPageMessage::NoDossier]);
            }
            None => {}
        }
    }
}
