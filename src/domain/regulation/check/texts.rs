//! Whether every text is written in both languages, every article named, and no list begun and left empty.

use super::super::{Article, Choice, DeputyRule, Regulation, Rule, RuleFor, Rules, Text};
use super::{Found, RegulationProblem};

struct Texts<'a> {
    found: &'a mut Found,
}

pub(super) fn check(regulation: &Regulation, found: &mut Found) {
    let mut texts = Texts { found };
    texts.text("title", &regulation.title);
    texts.text("short", &regulation.short);
    texts.text("issuer", &regulation.issuer);
    if let Some(number) = &regulation.number {
        texts.filled("number", number);
    }
    for (number, frequency) in regulation.frequency.iter().enumerate() {
        let path = format!("frequency.{number}");
        texts.article(&path, &frequency.article);
        texts.text(&format!("{path}.text"), &frequency.text);
    }
    texts.conduct(regulation);
    texts.papers(regulation);
    texts.choices("events", &regulation.events);
    texts.choices("modes", &regulation.modes);
    texts.choices("forms", &regulation.forms);
    if let Some(length) = &regulation.length {
        texts.article("length", &length.article);
        texts.text("length.text", &length.text);
    }
    texts.rule("record", regulation.record.as_ref());
    texts.rule("plan_states", regulation.plan_states.as_ref());
    texts.rules("notes", &regulation.notes);
    texts.while_it_runs(&regulation.rules);
    texts.steps(regulation);
    texts.around_the_session(regulation);
}

impl Texts<'_> {
    fn filled(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.found.push((path.to_owned(), RegulationProblem::Empty));
        }
    }

    fn text(&mut self, path: &str, text: &Text) {
        self.filled(&format!("{path}.vi"), &text.vi);
    }

    fn article(&mut self, path: &str, article: &Article) {
        self.filled(&format!("{path}.article"), &article.0);
    }

    fn rule(&mut self, path: &str, rule: Option<&Rule>) {
        if let Some(rule) = rule {
            self.article(path, &rule.article);
            self.text(&format!("{path}.text"), &rule.text);
        }
    }

    fn rules(&mut self, path: &str, rules: &[Rule]) {
        for (number, rule) in rules.iter().enumerate() {
            self.rule(&format!("{path}.{number}"), Some(rule));
        }
    }

    fn choices(&mut self, path: &str, choices: &[Choice]) {
        for (number, choice) in choices.iter().enumerate() {
            let path = format!("{path}.{number}");
            self.text(&format!("{path}.title"), &choice.title);
            if let Some(article) = &choice.article {
                self.article(&path, article);
            }
        }
    }

    fn while_it_runs(&mut self, rules: &Rules) {
        for (name, rule) in rules.single() {
            self.rule(&format!("rules.{name}"), Some(rule));
        }
        for (name, list) in rules.lists() {
            self.rules(&format!("rules.{name}"), list);
        }
        for (number, rule) in rules.class_rules.iter().enumerate() {
            let path = format!("rules.class_rules.{number}");
            self.article(&path, &rule.article);
            self.text(&format!("{path}.text"), &rule.text);
        }
        if let Some(DeputyRule {
            article,
            text,
            cases,
        }) = &rules.deputy
        {
            self.article("rules.deputy", article);
            self.text("rules.deputy.text", text);
            self.choices("rules.deputy.cases", cases);
        }
    }

    fn steps(&mut self, regulation: &Regulation) {
        for (number, step) in regulation.steps.iter().enumerate() {
            let path = format!("steps.{number}");
            self.text(&format!("{path}.title"), &step.title);
            self.article(&path, &step.article);
            for (number, act) in step.acts.iter().enumerate() {
                let path = format!("{path}.acts.{number}");
                self.text(&format!("{path}.title"), &act.title);
                if let Some(article) = &act.article {
                    self.article(&path, article);
                }
            }
        }
    }

    fn around_the_session(&mut self, regulation: &Regulation) {
        if let Some(refusal) = &regulation.refusal {
            self.article("refusal", &refusal.article);
            self.begun("refusal.grounds", refusal.grounds.is_empty());
            for (number, ground) in refusal.grounds.iter().enumerate() {
                self.text(&format!("refusal.grounds.{number}.text"), &ground.text);
            }
        }
        for (number, deadline) in regulation.deadlines.iter().enumerate() {
            let path = format!("deadlines.{number}");
            self.text(&format!("{path}.title"), &deadline.title);
            self.article(&path, &deadline.article);
            for (field, text) in [
                ("condition", &deadline.condition),
                ("remark", &deadline.remark),
            ] {
                if let Some(text) = text {
                    self.text(&format!("{path}.{field}"), text);
                }
            }
        }
        for (number, report) in regulation.reports.iter().enumerate() {
            let path = format!("reports.{number}");
            self.text(&format!("{path}.title"), &report.title);
            self.article(&path, &report.article);
            if let Some(owed_by) = &report.owed_by {
                self.text(&format!("{path}.owed_by"), owed_by);
            }
        }
        if let Some(dossier) = &regulation.dossier {
            self.article("dossier", &dossier.article);
            self.begun("dossier.entries", dossier.entries.is_empty());
            for (number, entry) in dossier.entries.iter().enumerate() {
                self.text(&format!("dossier.entries.{number}.title"), &entry.title);
            }
            self.rule("dossier.kept", dossier.kept.as_ref());
        }
    }

    fn rules_for(&mut self, path: &str, rules: &[RuleFor]) {
        for (number, rule) in rules.iter().enumerate() {
            let path = format!("{path}.{number}");
            self.article(&path, &rule.article);
            self.text(&format!("{path}.text"), &rule.text);
        }
    }

    fn conduct(&mut self, regulation: &Regulation) {
        if let Some(citation) = &regulation.citation {
            self.text("citation", citation);
        }
        for (number, rule) in regulation.chairs.iter().enumerate() {
            let path = format!("chairs.{number}");
            self.article(&path, &rule.article);
            self.text(&format!("{path}.text"), &rule.text);
            self.begun(&format!("{path}.posts"), rule.posts.is_empty());
        }
        for (number, rule) in regulation.preparers.iter().enumerate() {
            let path = format!("preparers.{number}");
            self.article(&path, &rule.article);
            self.text(&format!("{path}.lead"), &rule.lead);
        }
        for (number, rule) in regulation.participants.iter().enumerate() {
            let path = format!("participants.{number}");
            self.article(&path, &rule.article);
            self.text(&format!("{path}.text"), &rule.text);
        }
        self.rules_for("contents", &regulation.contents);
        if let Some(size) = &regulation.size {
            self.article("size", &size.article);
            self.text("size.text", &size.text);
        }
        for (number, waiver) in regulation.waivers.iter().enumerate() {
            let path = format!("waivers.{number}");
            self.article(&path, &waiver.article);
            self.text(&format!("{path}.text"), &waiver.text);
        }
    }

    fn papers(&mut self, regulation: &Regulation) {
        for (number, paper) in regulation.papers.iter().enumerate() {
            let path = format!("papers.{number}");
            self.article(&path, &paper.article);
            for (place, addressee) in paper.to.iter().enumerate() {
                self.text(&format!("{path}.to.{place}.name"), &addressee.name);
            }
            for (place, stated) in paper.states.iter().enumerate() {
                self.text(&format!("{path}.states.{place}"), stated);
            }
        }
    }

    /// A list that is begun has to name something; where there is nothing to name, the whole is left out.
    fn begun(&mut self, path: &str, is_empty: bool) {
        if is_empty {
            self.found
                .push((path.to_owned(), RegulationProblem::EmptyList));
        }
    }
}
