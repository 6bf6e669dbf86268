//! Whether a profile carries what a clause states, one function for each way of carrying it.

use doithoai::domain::regulation::{
    Anchor, Article, DayUnit, Deadline, DocumentKind, Grade, Level, Occasion, Phase, Post,
    Regulation, Step,
};

use super::{Carried, Row};

pub(super) fn occasion(level: Level, kind: &str, chair: Option<Post>) -> Occasion {
    Occasion {
        level: Some(level),
        kind: (!kind.is_empty()).then(|| kind.to_owned()),
        chair,
    }
}

fn limit(deadline: &Deadline) -> String {
    deadline.limit.map_or("-".into(), |limit| {
        let unit = match limit.unit {
            DayUnit::Working => "wd",
            DayUnit::Calendar => "d",
            DayUnit::Month => "m",
        };
        format!("{} {unit}", limit.days)
    })
}

fn anchor(deadline: &Deadline) -> &'static str {
    match deadline.anchor {
        Anchor::BeforeSession => "before",
        Anchor::Session => "session",
        Anchor::Notice => "notice",
        Anchor::Event(_) | Anchor::Limit(_) | Anchor::EveryYear(_) | Anchor::On(_) => "other",
    }
}

/// Whether an article of a profile is this clause, alone or among others.
fn cites(article: &str, clause: &str) -> bool {
    article.split(',').any(|one| one.trim() == clause)
}

/// Why the profile does not carry a statement; nothing when it does.
pub(super) fn missing(regulation: &Regulation, row: &Row) -> Option<String> {
    let checked = Checked {
        regulation,
        clause: row.clause,
    };
    match &row.carried {
        Carried::Step(id, acts) => checked.step(id, acts),
        Carried::MayStep(id) => checked.may_step(id),
        Carried::Lead(id, lead) => checked.lead(id, lead),
        Carried::Due(id, days, from) => checked.due(id, days, from),
        Carried::DueOf(id, grade) => checked.due_of(id, *grade),
        Carried::Owed(id, who) => checked.owed(id, who),
        Carried::Rule(name) => checked.rule(name),
        Carried::During(name, phases) => checked.during(name, phases),
        Carried::Grounds(words, grade) => checked.grounds(words, *grade),
        Carried::Content(kind) => checked.content(kind),
        Carried::Chair(level, kind, posts) => checked.who_chairs(*level, kind, posts),
        Carried::Prepares(level, kind, chair, who) => checked.prepares(*level, kind, *chair, who),
        Carried::Often(level, kind, months) => checked.often(*level, kind, *months),
        Carried::Frequency => checked.frequency(),
        Carried::Kind(id) => checked.kind_of_session(id),
        Carried::Form(id) => checked.form_of_session(id),
        Carried::Participants => checked.participants(),
        Carried::PlanStates => checked.plan_states(),
        Carried::Record => checked.record(),
        Carried::Length => checked.length(),
        Carried::Validity => regulation
            .validity
            .is_none()
            .then(|| "no validity".to_owned()),
        Carried::Report(id, before, who) => checked.report(id, before, who),
        Carried::To(paper, names) => checked.addressees(*paper, names),
        Carried::Dossier(papers) => checked.papers_of_the_file(*papers),
        Carried::Kept(level, chair, who) => checked.kept(*level, *chair, who),
        Carried::Waived(kind) => checked.waived(kind),
        Carried::Note => checked.note(),
        Carried::Not(reason) => reason.is_empty().then(|| "no reason".to_owned()),
    }
}

/// A profile and the clause it is held against.
struct Checked<'a> {
    regulation: &'a Regulation,
    clause: &'a str,
}

impl Checked<'_> {
    fn step_called(&self, id: &str) -> Option<&Step> {
        self.regulation.steps.iter().find(|step| step.id.0 == id)
    }

    fn duty_called(&self, id: &str) -> Option<&Deadline> {
        self.regulation.deadlines.iter().find(|due| due.id.0 == id)
    }

    fn is_cited(&self, article: &Article) -> bool {
        cites(&article.0, self.clause)
    }

    fn step(&self, id: &str, acts: &str) -> Option<String> {
        let Some(step) = self.step_called(id) else {
            return Some(format!("no step {id}"));
        };
        let ids: Vec<&str> = step.acts.iter().map(|act| act.id.0.as_str()).collect();
        let is_so = self.is_cited(&step.article) && ids.join(" ") == acts;
        (!is_so).then(|| format!("{} {ids:?}", step.article))
    }

    fn may_step(&self, id: &str) -> Option<String> {
        let Some(step) = self.step_called(id) else {
            return Some(format!("no step {id}"));
        };
        let is_so = self.is_cited(&step.article) && step.grade == Grade::May;
        (!is_so).then(|| format!("{} {:?}", step.article, step.grade))
    }

    fn lead(&self, id: &str, lead: &str) -> Option<String> {
        let said = self
            .step_called(id)
            .map_or("no step", |step| step.lead.vi.as_str());
        let is_so = if lead.is_empty() {
            said.is_empty()
        } else {
            said.contains(lead)
        };
        (!is_so).then(|| said.to_owned())
    }

    fn due(&self, id: &str, days: &str, from: &str) -> Option<String> {
        let Some(due) = self.duty_called(id) else {
            return Some(format!("no deadline {id}"));
        };
        let said = (limit(due), anchor(due));
        let is_so = self.is_cited(&due.article) && said == (days.to_owned(), from);
        (!is_so).then(|| format!("{} {said:?}", due.article))
    }

    fn due_of(&self, id: &str, grade: Grade) -> Option<String> {
        let Some(due) = self.duty_called(id) else {
            return Some(format!("no deadline {id}"));
        };
        let is_so = self.is_cited(&due.article) && due.grade == grade;
        (!is_so).then(|| format!("{} {:?}", due.article, due.grade))
    }

    fn owed(&self, id: &str, who: &str) -> Option<String> {
        let owed = self.duty_called(id).and_then(|due| due.owed_by.as_ref());
        let said = owed.map_or("nobody", |owed| owed.vi.as_str());
        (!said.contains(who)).then(|| said.to_owned())
    }

    fn rule(&self, name: &str) -> Option<String> {
        let single = self.regulation.rules.single();
        let mut rules: Vec<&str> = single
            .iter()
            .filter(|(known, _)| *known == name)
            .map(|(_, rule)| rule.article.0.as_str())
            .collect();
        for (known, list) in self.regulation.rules.lists() {
            if known == name {
                rules.extend(list.iter().map(|rule| rule.article.0.as_str()));
            }
        }
        if name == "deputy" {
            rules.extend(
                self.regulation
                    .rules
                    .deputy
                    .iter()
                    .map(|rule| rule.article.0.as_str()),
            );
        }
        if name == "class_rules" {
            let classes = self.regulation.rules.class_rules.iter();
            rules.extend(classes.map(|rule| rule.article.0.as_str()));
        }
        (!rules.iter().any(|article| cites(article, self.clause))).then(|| format!("{rules:?}"))
    }

    fn during(&self, name: &str, phases: &[Phase]) -> Option<String> {
        let single = self.regulation.rules.single();
        let rule = single.iter().find(|(known, _)| *known == name);
        let said = rule.map(|(_, rule)| rule.during.as_slice());
        (said != Some(phases)).then(|| format!("{said:?}"))
    }

    fn grounds(&self, words: &[&str], grade: Grade) -> Option<String> {
        let Some(refusal) = &self.regulation.refusal else {
            return words
                .is_empty()
                .then_some(())
                .map_or(Some("none".into()), |()| None);
        };
        let texts: Vec<&str> = refusal
            .grounds
            .iter()
            .map(|ground| ground.text.vi.as_str())
            .collect();
        let is_so = self.is_cited(&refusal.article)
            && refusal.grade == grade
            && texts.len() == words.len()
            && texts
                .iter()
                .zip(words)
                .all(|(text, word)| text.contains(word));
        (!is_so).then(|| format!("{:?} {texts:?}", refusal.grade))
    }

    fn content(&self, kind: &str) -> Option<String> {
        let is_so = self.regulation.contents.iter().any(|rule| {
            self.is_cited(&rule.article)
                && (kind.is_empty() || rule.when.kinds == [kind.to_owned()])
        });
        (!is_so).then(|| "no content".to_owned())
    }

    fn who_chairs(&self, level: Level, kind: &str, posts: &[Post]) -> Option<String> {
        let occasion = occasion(level, kind, None);
        let said: Vec<&Post> = self
            .regulation
            .chairs
            .iter()
            .filter(|rule| self.is_cited(&rule.article) && rule.when.hold(&occasion))
            .flat_map(|rule| &rule.posts)
            .collect();
        let wanted: Vec<&Post> = posts.iter().collect();
        (said != wanted).then(|| format!("{said:?}"))
    }

    fn prepares(&self, level: Level, kind: &str, chair: Post, who: &str) -> Option<String> {
        let preparer = self
            .regulation
            .preparer(&occasion(level, kind, Some(chair)));
        let said = preparer.map_or("nobody", |preparer| preparer.lead.vi.as_str());
        let is_so =
            said.contains(who) && preparer.is_some_and(|preparer| self.is_cited(&preparer.article));
        (!is_so).then(|| said.to_owned())
    }

    fn often(&self, level: Level, kind: &str, months: u8) -> Option<String> {
        let occasion = occasion(level, kind, None);
        let said: Vec<u8> = self
            .regulation
            .frequencies(&occasion)
            .filter(|frequency| self.is_cited(&frequency.article))
            .filter_map(|frequency| frequency.often.map(|often| often.months))
            .collect();
        (said != [months]).then(|| format!("{said:?}"))
    }

    fn frequency(&self) -> Option<String> {
        let is_so = self
            .regulation
            .frequency
            .iter()
            .any(|it| self.is_cited(&it.article));
        (!is_so).then(|| "no frequency".to_owned())
    }

    fn kind_of_session(&self, id: &str) -> Option<String> {
        let kind = self.regulation.modes.iter().find(|mode| mode.id == id);
        let article = kind.and_then(|kind| kind.article.as_ref());
        let is_so = article.is_some_and(|article| self.is_cited(article));
        (!is_so).then(|| format!("{article:?}"))
    }

    fn form_of_session(&self, id: &str) -> Option<String> {
        let form = self.regulation.forms.iter().find(|form| form.id == id);
        let article = form.and_then(|form| form.article.as_ref());
        let is_so = article.is_some_and(|article| self.is_cited(article));
        (!is_so).then(|| format!("{article:?}"))
    }

    fn participants(&self) -> Option<String> {
        let is_so = self
            .regulation
            .participants
            .iter()
            .any(|it| self.is_cited(&it.article));
        (!is_so).then(|| "no participants".to_owned())
    }

    fn plan_states(&self) -> Option<String> {
        let is_so = self
            .regulation
            .plan_states
            .as_ref()
            .is_some_and(|it| self.is_cited(&it.article));
        (!is_so).then(|| "no plan_states".to_owned())
    }

    fn record(&self) -> Option<String> {
        let is_so = self
            .regulation
            .record
            .as_ref()
            .is_some_and(|it| self.is_cited(&it.article));
        (!is_so).then(|| "no record".to_owned())
    }

    fn length(&self) -> Option<String> {
        let is_so = self
            .regulation
            .length
            .as_ref()
            .is_some_and(|it| self.is_cited(&it.article));
        (!is_so).then(|| "no length".to_owned())
    }

    fn report(&self, id: &str, before: &str, who: &str) -> Option<String> {
        let Some(report) = self
            .regulation
            .reports
            .iter()
            .find(|report| report.id == id)
        else {
            return Some(format!("no report {id}"));
        };
        let day = report
            .before
            .map_or("-".into(), |day| format!("{}/{}", day.day, day.month));
        let owed = report.owed_by.as_ref().map_or("", |owed| owed.vi.as_str());
        let is_so = self.is_cited(&report.article) && day == before && owed.contains(who);
        (!is_so).then(|| format!("{} {day} {owed}", report.article))
    }

    fn addressees(&self, paper: DocumentKind, names: &[&str]) -> Option<String> {
        let said: Vec<&str> = self
            .regulation
            .papers
            .iter()
            .filter(|rule| rule.paper == paper && self.is_cited(&rule.article))
            .flat_map(|rule| &rule.to)
            .map(|addressee| addressee.name.vi.as_str())
            .collect();
        let is_so = said.len() == names.len()
            && said
                .iter()
                .zip(names)
                .all(|(said, name)| said.contains(name));
        (!is_so).then(|| format!("{said:?}"))
    }

    fn papers_of_the_file(&self, papers: usize) -> Option<String> {
        let list = self.regulation.dossier.as_ref();
        let said = list.map_or(0, |list| list.entries.len());
        let is_so = said == papers && list.is_some_and(|list| self.is_cited(&list.article));
        (!is_so).then(|| format!("{said}"))
    }

    fn kept(&self, level: Level, chair: Post, who: &str) -> Option<String> {
        let kept = self.regulation.kept(&occasion(level, "", Some(chair)));
        let is_so =
            kept.is_some_and(|(article, text)| self.is_cited(article) && text.vi.contains(who));
        (!is_so).then(|| format!("{kept:?}"))
    }

    fn waived(&self, kind: &str) -> Option<String> {
        let is_so =
            self.regulation.waivers.iter().any(|waiver| {
                self.is_cited(&waiver.article) && waiver.when.kinds == [kind.to_owned()]
            });
        (!is_so).then(|| "not waived".to_owned())
    }

    fn note(&self) -> Option<String> {
        let is_so = self
            .regulation
            .notes
            .iter()
            .any(|note| self.is_cited(&note.article));
        (!is_so).then(|| "no note".to_owned())
    }
}
