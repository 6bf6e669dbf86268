//! Every clause of the five texts: what it states, and where the profile carries it, or why it is not for this program.
//! Written clause by clause from the texts, not from the profiles; each row is held against the profile.

#![expect(
    clippy::too_many_lines,
    clippy::wildcard_enum_match_arm,
    reason = "one arm for each way of carrying a statement"
)]

mod dan_tien;
mod dien_bien;
mod lao_cai;
mod qd_1573;
mod tang_tien;

use doithoai::domain::regulation::{
    Addressee, Anchor, DayUnit, Deadline, DocumentKind, Grade, Level, Occasion, Phase, Post,
    Regulation, Scope, Unregistered,
};
use doithoai::store::profiles;

/// One statement of a text.
pub struct Row {
    /// The clause, as the texts number it.
    pub clause: &'static str,
    pub says: &'static str,
    pub carried: Carried,
}

/// Where a statement is carried.
pub enum Carried {
    /// A step with this id: its article, and the ids of its acts in order.
    Step(&'static str, &'static str),
    /// A step that may be held.
    MayStep(&'static str),
    /// Who leads a step; blank where nobody is named.
    Lead(&'static str, &'static str),
    /// A duty: id, limit (`5 wd`, `10 d`, `-`), anchor (`before`, `session`, `notice`).
    Due(&'static str, &'static str, &'static str),
    /// A paper that is only listed, or that may be written.
    DueOf(&'static str, Grade),
    /// Who owes a duty, in part of the words.
    Owed(&'static str, &'static str),
    /// A rule while the session runs, by its name in the file.
    Rule(&'static str),
    /// A rule that is only about this: its name, and what the floor is given for.
    During(&'static str, &'static [Phase]),
    /// So many grounds for refusing, and how the text words it.
    Grounds(&'static [&'static str], Grade),
    /// What a session is about, for a kind (`""`: any).
    Content(&'static str),
    /// Who may chair: level, kind, posts.
    Chair(Level, &'static str, &'static [Post]),
    /// Who prepares: level, kind, chair, in part of the words.
    Prepares(Level, &'static str, Post, &'static str),
    /// How often: level, kind, months.
    Often(Level, &'static str, u8),
    Frequency,
    Kind(&'static str),
    Form(&'static str),
    Participants,
    PlanStates,
    Record,
    Length,
    Validity,
    /// A report: id, the day before which it is due, in part of the words who owes it.
    Report(&'static str, &'static str, &'static str),
    /// Who gets a paper, in part of the words, in order.
    To(DocumentKind, &'static [&'static str]),
    /// Whom a duty is owed to, in part of the words, in order.
    DueTo(&'static str, &'static [&'static str]),
    /// Whom a report goes to, in part of the words, in order, and through whose hands (`""`: nobody's).
    ReportTo(&'static str, &'static [&'static str], &'static str),
    /// What the screen and the public notice call a step.
    Named(&'static str, &'static str),
    /// How many papers the file holds.
    Dossier(usize),
    Kept(Level, Post, &'static str),
    Waived(&'static str),
    Note,
    /// Not for this program, and why.
    Not(&'static str),
}

pub const fn row(clause: &'static str, says: &'static str, carried: Carried) -> Row {
    Row {
        clause,
        says,
        carried,
    }
}

/// Why whole groups of clauses are not for a program for one session.
pub const PURPOSE: &str = "purpose and principle, no act of a session";
pub const ORGANISING: &str = "who sees to the regulation as a whole, not to one session";
pub const SANCTION: &str = "what happens to who breaks it is for other bodies";

fn occasion(level: Level, kind: &str, chair: Option<Post>) -> Occasion {
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

/// The names of addressees.
fn named(to: &[Addressee]) -> Vec<&str> {
    to.iter().map(|one| one.name.vi.as_str()).collect()
}

/// Whether as many are named as wanted, each with its word, in order.
fn holds(said: &[&str], names: &[&str]) -> bool {
    let words = said.iter().zip(names);
    said.len() == names.len() && words.into_iter().all(|(said, name)| said.contains(name))
}

/// Why the profile does not carry a statement; nothing when it does.
fn missing(regulation: &Regulation, row: &Row) -> Option<String> {
    let r = regulation;
    let clause = row.clause;
    let due = |id: &str| r.deadlines.iter().find(|due| due.id.0 == id);
    let step = |id: &str| r.steps.iter().find(|step| step.id.0 == id);
    let fails = |what: String| Some(what);
    match &row.carried {
        Carried::Step(id, acts) => {
            let Some(step) = step(id) else {
                return fails(format!("no step {id}"));
            };
            let ids: Vec<&str> = step.acts.iter().map(|act| act.id.0.as_str()).collect();
            let is_so = cites(&step.article.0, clause) && ids.join(" ") == *acts;
            (!is_so).then(|| format!("{} {ids:?}", step.article))
        }
        Carried::MayStep(id) => {
            let Some(step) = step(id) else {
                return fails(format!("no step {id}"));
            };
            let is_so = cites(&step.article.0, clause) && step.grade == Grade::May;
            (!is_so).then(|| format!("{} {:?}", step.article, step.grade))
        }
        Carried::Lead(id, lead) => {
            let said = step(id).map_or("no step", |step| step.lead.vi.as_str());
            let is_so = if lead.is_empty() {
                said.is_empty()
            } else {
                said.contains(lead)
            };
            (!is_so).then(|| said.to_owned())
        }
        Carried::Due(id, days, from) => {
            let Some(due) = due(id) else {
                return fails(format!("no deadline {id}"));
            };
            let said = (limit(due), anchor(due));
            let is_so = cites(&due.article.0, clause) && said == ((*days).to_owned(), *from);
            (!is_so).then(|| format!("{} {said:?}", due.article))
        }
        Carried::DueOf(id, grade) => {
            let Some(due) = due(id) else {
                return fails(format!("no deadline {id}"));
            };
            let is_so = cites(&due.article.0, clause) && due.grade == *grade;
            (!is_so).then(|| format!("{} {:?}", due.article, due.grade))
        }
        Carried::Owed(id, who) => {
            let owed = due(id).and_then(|due| due.owed_by.as_ref());
            let said = owed.map_or("nobody", |owed| owed.vi.as_str());
            (!said.contains(who)).then(|| said.to_owned())
        }
        Carried::Rule(name) => {
            let single = r.rules.single();
            let mut rules: Vec<&str> = single
                .iter()
                .filter(|(known, _)| known == name)
                .map(|(_, rule)| rule.article.0.as_str())
                .collect();
            for (known, list) in r.rules.lists() {
                if known == *name {
                    rules.extend(list.iter().map(|rule| rule.article.0.as_str()));
                }
            }
            if *name == "deputy" {
                rules.extend(r.rules.deputy.iter().map(|rule| rule.article.0.as_str()));
            }
            if *name == "class_rules" {
                let classes = r.rules.class_rules.iter();
                rules.extend(classes.map(|rule| rule.article.0.as_str()));
            }
            (!rules.iter().any(|article| cites(article, clause))).then(|| format!("{rules:?}"))
        }
        Carried::During(name, phases) => {
            let single = r.rules.single();
            let rule = single.iter().find(|(known, _)| known == name);
            let said = rule.map(|(_, rule)| rule.during.as_slice());
            (said != Some(*phases)).then(|| format!("{said:?}"))
        }
        Carried::Grounds(words, grade) => {
            let Some(refusal) = &r.refusal else {
                return words
                    .is_empty()
                    .then_some(())
                    .map_or(fails("none".into()), |()| None);
            };
            let texts: Vec<&str> = refusal
                .grounds
                .iter()
                .map(|ground| ground.text.vi.as_str())
                .collect();
            let is_so = cites(&refusal.article.0, clause)
                && refusal.grade == *grade
                && texts.len() == words.len()
                && texts
                    .iter()
                    .zip(*words)
                    .all(|(text, word)| text.contains(word));
            (!is_so).then(|| format!("{:?} {texts:?}", refusal.grade))
        }
        Carried::Content(kind) => {
            let is_so = r.contents.iter().any(|rule| {
                cites(&rule.article.0, clause)
                    && (kind.is_empty() || rule.when.kinds == [(*kind).to_owned()])
            });
            (!is_so).then(|| "no content".to_owned())
        }
        Carried::Chair(level, kind, posts) => {
            let occasion = occasion(*level, kind, None);
            let said: Vec<&Post> = r
                .chairs
                .iter()
                .filter(|rule| cites(&rule.article.0, clause) && rule.when.hold(&occasion))
                .flat_map(|rule| &rule.posts)
                .collect();
            let wanted: Vec<&Post> = posts.iter().collect();
            (said != wanted).then(|| format!("{said:?}"))
        }
        Carried::Prepares(level, kind, chair, who) => {
            let preparer = r.preparer(&occasion(*level, kind, Some(*chair)));
            let said = preparer.map_or("nobody", |preparer| preparer.lead.vi.as_str());
            let is_so = said.contains(who)
                && preparer.is_some_and(|preparer| cites(&preparer.article.0, clause));
            (!is_so).then(|| said.to_owned())
        }
        Carried::Often(level, kind, months) => {
            let occasion = occasion(*level, kind, None);
            let said: Vec<u8> = r
                .frequencies(&occasion)
                .filter(|frequency| cites(&frequency.article.0, clause))
                .filter_map(|frequency| frequency.often.map(|often| often.months))
                .collect();
            (said != [*months]).then(|| format!("{said:?}"))
        }
        Carried::Frequency => {
            let is_so = r.frequency.iter().any(|it| cites(&it.article.0, clause));
            (!is_so).then(|| "no frequency".to_owned())
        }
        Carried::Kind(id) => {
            let kind = r.modes.iter().find(|mode| mode.id == *id);
            let article = kind.and_then(|kind| kind.article.as_ref());
            let is_so = article.is_some_and(|article| cites(&article.0, clause));
            (!is_so).then(|| format!("{article:?}"))
        }
        Carried::Form(id) => {
            let form = r.forms.iter().find(|form| form.id == *id);
            let article = form.and_then(|form| form.article.as_ref());
            let is_so = article.is_some_and(|article| cites(&article.0, clause));
            (!is_so).then(|| format!("{article:?}"))
        }
        Carried::Participants => {
            let is_so = r.participants.iter().any(|it| cites(&it.article.0, clause));
            (!is_so).then(|| "no participants".to_owned())
        }
        Carried::PlanStates => {
            let is_so = r
                .plan_states
                .as_ref()
                .is_some_and(|it| cites(&it.article.0, clause));
            (!is_so).then(|| "no plan_states".to_owned())
        }
        Carried::Record => {
            let is_so = r
                .record
                .as_ref()
                .is_some_and(|it| cites(&it.article.0, clause));
            (!is_so).then(|| "no record".to_owned())
        }
        Carried::Length => {
            let is_so = r
                .length
                .as_ref()
                .is_some_and(|it| cites(&it.article.0, clause));
            (!is_so).then(|| "no length".to_owned())
        }
        Carried::Validity => r.validity.is_none().then(|| "no validity".to_owned()),
        Carried::Report(id, before, who) => {
            let Some(report) = r.reports.iter().find(|report| report.id == *id) else {
                return fails(format!("no report {id}"));
            };
            let day = report
                .before
                .map_or("-".into(), |day| format!("{}/{}", day.day, day.month));
            let owed = report.owed_by.as_ref().map_or("", |owed| owed.vi.as_str());
            let is_so = cites(&report.article.0, clause) && day == *before && owed.contains(who);
            (!is_so).then(|| format!("{} {day} {owed}", report.article))
        }
        Carried::To(paper, names) => {
            let said: Vec<&str> = r
                .papers
                .iter()
                .filter(|rule| rule.paper == *paper && cites(&rule.article.0, clause))
                .flat_map(|rule| &rule.to)
                .map(|addressee| addressee.name.vi.as_str())
                .collect();
            (!holds(&said, names)).then(|| format!("{said:?}"))
        }
        Carried::DueTo(id, names) => {
            let Some(due) = due(id) else {
                return fails(format!("no deadline {id}"));
            };
            let said = named(&due.to);
            let is_so = cites(&due.article.0, clause) && holds(&said, names);
            (!is_so).then(|| format!("{} {said:?}", due.article))
        }
        Carried::ReportTo(id, names, hands) => {
            let Some(report) = r.reports.iter().find(|report| report.id == *id) else {
                return fails(format!("no report {id}"));
            };
            let said = named(&report.to);
            let through = report
                .through
                .as_ref()
                .map_or("", |through| through.vi.as_str());
            let is_so =
                cites(&report.article.0, clause) && holds(&said, names) && through == *hands;
            (!is_so).then(|| format!("{} {said:?} {through}", report.article))
        }
        Carried::Named(id, name) => {
            let step = step(id);
            let said = step.and_then(|step| step.name.as_ref()).map(|it| &*it.vi);
            let is_so = step.is_some_and(|step| cites(&step.article.0, clause));
            (!is_so || said != Some(*name)).then(|| format!("{said:?}"))
        }
        Carried::Dossier(papers) => {
            let list = r.dossier.as_ref();
            let said = list.map_or(0, |list| list.entries.len());
            let is_so = said == *papers && list.is_some_and(|list| cites(&list.article.0, clause));
            (!is_so).then(|| format!("{said}"))
        }
        Carried::Kept(level, chair, who) => {
            let kept = r.kept(&occasion(*level, "", Some(*chair)));
            let is_so = kept
                .is_some_and(|(article, text)| cites(&article.0, clause) && text.vi.contains(who));
            (!is_so).then(|| format!("{kept:?}"))
        }
        Carried::Waived(kind) => {
            let is_so = r.waivers.iter().any(|waiver| {
                cites(&waiver.article.0, clause) && waiver.when.kinds == [(*kind).to_owned()]
            });
            (!is_so).then(|| "not waived".to_owned())
        }
        Carried::Note => {
            let is_so = r.notes.iter().any(|note| cites(&note.article.0, clause));
            (!is_so).then(|| "no note".to_owned())
        }
        Carried::Not(reason) => reason.is_empty().then(|| "no reason".to_owned()),
    }
}

fn tables() -> [(&'static str, &'static [Row], &'static [&'static str]); 5] {
    [
        ("lao-cai-7-qc-tu-2025", lao_cai::ROWS, lao_cai::CLAUSES),
        ("qd-1573-2025", qd_1573::ROWS, qd_1573::CLAUSES),
        ("dien-bien", dien_bien::ROWS, dien_bien::CLAUSES),
        ("dan-tien-2025", dan_tien::ROWS, dan_tien::CLAUSES),
        ("tang-tien-2024", tang_tien::ROWS, tang_tien::CLAUSES),
    ]
}

#[test]
fn every_statement_of_the_five_texts_is_carried_or_not_for_this_program() {
    let mut faults = Vec::new();
    let mut counted = 0;
    for (id, rows, _) in tables() {
        let regulation = profiles::load(id, None).unwrap();
        counted += rows.len();
        for row in rows {
            if let Some(why) = missing(&regulation, row) {
                faults.push(format!("{id} {}: {} – {why}", row.clause, row.says));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(counted > 200, "{counted}");
}

#[test]
fn no_clause_of_the_five_texts_is_without_a_row() {
    for (id, rows, clauses) in tables() {
        for clause in clauses {
            assert!(
                rows.iter().any(|row| row.clause == *clause),
                "{id} {clause}"
            );
        }
        for row in rows {
            assert!(clauses.contains(&row.clause), "{id} {}", row.clause);
        }
    }
}

#[test]
fn nothing_stands_in_a_profile_that_no_statement_asks_for() {
    for (id, rows, _) in tables() {
        let regulation = profiles::load(id, None).unwrap();
        let due: Vec<&str> = rows
            .iter()
            .filter_map(|row| match row.carried {
                Carried::Due(id, ..) | Carried::DueOf(id, _) => Some(id),
                _ => None,
            })
            .collect();
        for deadline in &regulation.deadlines {
            assert!(
                due.contains(&deadline.id.0.as_str()),
                "{id} {:?}",
                deadline.id
            );
        }
        for report in &regulation.reports {
            let is_stated = rows
                .iter()
                .any(|row| matches!(row.carried, Carried::Report(known, ..) if known == report.id));
            assert!(is_stated, "{id} {}", report.id);
        }
        for step in &regulation.steps {
            let is_stated = rows
                .iter()
                .any(|row| matches!(row.carried, Carried::Step(known, _) if known == step.id.0));
            assert!(is_stated, "{id} {:?}", step.id);
        }
    }
}

#[test]
fn unregistered_speakers_are_ruled_as_each_text_rules_them() {
    let rule = |id: &str| profiles::load(id, None).unwrap().rules.unregistered;
    assert_eq!(rule("lao-cai-7-qc-tu-2025"), Unregistered::Silent);
    assert_eq!(rule("dien-bien"), Unregistered::Silent);
    assert!(matches!(rule("qd-1573-2025"), Unregistered::WithinScope(_)));
    assert!(matches!(rule("dan-tien-2025"), Unregistered::ByLeave(_)));
    assert!(matches!(rule("tang-tien-2024"), Unregistered::ByLeave(_)));
}

#[test]
fn no_shipped_profile_has_a_fault_or_a_doubtful_place_and_each_is_cited_whole() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("config/regulations");
    for id in profiles::ids(None) {
        let regulation = profiles::check_file(&folder.join(format!("{id}.ron", id = id.0)));
        let regulation = regulation.unwrap();
        assert!(regulation.citation.is_some(), "{}", id.0);
        for text in [&regulation.title, &regulation.short, regulation.cited()] {
            assert!(!text.en.is_empty(), "{}", id.0);
        }
    }
}

#[test]
fn the_law_binds_the_governments_dialogue_of_a_commune_and_no_secretarys() {
    let law = profiles::load("luat-72-2025-dieu-43", None).unwrap();
    let binds = |level, chair| law.binds(&occasion(level, "", Some(chair)));
    assert!(binds(Level::Commune, Post::GovernmentChair));
    assert!(!binds(Level::Commune, Post::PartySecretary));
    assert!(!binds(Level::Province, Post::GovernmentChair));
}

#[test]
fn every_shipped_law_is_found_among_the_laws() {
    let of_all: Vec<_> = profiles::all(None)
        .into_iter()
        .filter(|listed| listed.profile.as_ref().unwrap().scope == Scope::Accompanying)
        .map(|listed| listed.id)
        .collect();
    let laws: Vec<_> = profiles::laws(None).into_iter().map(|(id, _)| id).collect();
    assert_eq!(laws, of_all);
    assert!(!laws.is_empty());
}

#[test]
fn what_is_to_be_verified_or_reported_upward_is_due_with_one_duty_each() {
    use doithoai::domain::regulation::ClassKind;
    for (id, _, _) in tables() {
        let regulation = profiles::load(id, None).unwrap();
        for (class, duty) in [
            (ClassKind::VerifyLater, "agency-report"),
            (ClassKind::ReportUpward, "higher-level"),
        ] {
            let due: Vec<&str> = regulation
                .deadlines
                .iter()
                .filter(|deadline| deadline.items.contains(&class))
                .map(|deadline| deadline.id.0.as_str())
                .collect();
            assert_eq!(due, [duty], "{id}");
        }
    }
}
