//! What is most likely a slip of whoever wrote the file, though the profile can be used: an article that nobody writes so, a
//! duty on the wrong side of the session, two of one kind, a limit of years, a conclusion that forgets a class.

use super::super::{
    Anchor, ClassKind, DayUnit, Deadline, DeadlineKind, Limit, Regulation, StepKind,
};
use super::{Found, RegulationProblem};

/// No text known sets a limit longer than this.
const MOST_DAYS: u16 = 366;

pub(super) fn check(regulation: &Regulation, found: &mut Found) {
    for (path, article) in articles(regulation) {
        if !article.split(',').all(|one| is_cited_so(one.trim())) {
            let article = article.to_owned();
            found.push((path, RegulationProblem::ArticleShape { article }));
        }
    }
    for (number, deadline) in regulation.deadlines.iter().enumerate() {
        let path = |field: &str| format!("deadlines.{number}.{field}");
        let days = deadline.limit.map_or(0, about_days);
        if days > MOST_DAYS {
            found.push((path("limit.days"), RegulationProblem::ManyDays { days }));
        }
        if let Some(problem) = side(regulation, deadline) {
            found.push((path("anchor"), problem));
        }
        let earlier = regulation.deadlines.get(..number).unwrap_or_default();
        if let Some(other) = earlier.iter().find(|other| is_like(other, deadline)) {
            let other = other.id.0.clone();
            found.push((path("kind"), RegulationProblem::SameKind { other }));
        }
    }
    conclusions(regulation, found);
}

/// About how many days a limit comes to.
fn about_days(limit: Limit) -> u16 {
    match limit.unit {
        DayUnit::Working | DayUnit::Calendar => limit.days,
        DayUnit::Month => limit.days.saturating_mul(30),
    }
}

/// Whether an article is written as it is to be: `Đ10.2`, `Đ6.2a`, `II.4`, or in words.
fn is_cited_so(article: &str) -> bool {
    let letters: String = article
        .chars()
        .take_while(|sign| !sign.is_ascii_digit())
        .collect();
    let rest = article.get(letters.len()..).unwrap_or_default();
    match letters.as_str() {
        "Đ" => is_numbering(rest),
        _ if rest.is_empty() => true,
        // Numbers alone: somebody left the article out.
        "" => false,
        // A lost stroke, a small letter, a blank: somebody meant Đ.
        _ => !LIKE_ARTICLES.contains(
            &letters
                .trim_end_matches([' ', '.', '\u{a0}'])
                .to_lowercase()
                .as_str(),
        ),
    }
}

/// What stands before the number of an article that is not written as it is to be.
const LIKE_ARTICLES: [&str; 2] = ["đ", "d"];

/// `10.2`, `6.2a`, `4.1đ`: numbers with at most one letter behind each.
fn is_numbering(text: &str) -> bool {
    text.split('.').all(|part| {
        let digits = part.chars().take_while(char::is_ascii_digit).count();
        let letters = part.chars().skip(digits);
        digits > 0 && letters.clone().count() <= 1 && letters.clone().all(char::is_lowercase)
    })
}

/// A duty on the wrong side of the session for what it is.
fn side(regulation: &Regulation, deadline: &Deadline) -> Option<RegulationProblem> {
    let is_before = regulation.is_before_session(deadline);
    match deadline.kind {
        DeadlineKind::PublicNotice
        | DeadlineKind::PreparedAnswers
        | DeadlineKind::Invitations
        | DeadlineKind::Opinions
        | DeadlineKind::Forecast => {
            let follows = matches!(deadline.anchor, Anchor::Session | Anchor::Notice);
            (!is_before && follows).then_some(RegulationProblem::NotBeforeSession)
        }
        DeadlineKind::ConclusionNotice if deadline.anchor == Anchor::Notice => {
            Some(RegulationProblem::NotAfterSession)
        }
        DeadlineKind::ConclusionNotice
        | DeadlineKind::SendNotice
        | DeadlineKind::AgencyReport
        | DeadlineKind::HigherLevel
        | DeadlineKind::Publication
        | DeadlineKind::AnswerPetitioner
        | DeadlineKind::Transfer
        | DeadlineKind::SessionReport
        | DeadlineKind::FollowUp
        | DeadlineKind::Filing => is_before.then_some(RegulationProblem::NotAfterSession),
        DeadlineKind::Planning | DeadlineKind::Other => None,
    }
}

/// Whether two duties are of one kind, for the same sessions, and neither extends another.
fn is_like(one: &Deadline, other: &Deadline) -> bool {
    one.kind == other.kind
        && one.kind != DeadlineKind::Other
        && one.extends.is_none()
        && other.extends.is_none()
        && one.when.overlap(&other.when)
}

/// A conclusion that reads out items leaves out none of the classes.
fn conclusions(regulation: &Regulation, found: &mut Found) {
    for (number, step) in regulation.steps.iter().enumerate() {
        let reads = |class: &ClassKind| step.acts.iter().any(|act| act.items.contains(class));
        let left: Vec<ClassKind> = ClassKind::ALL
            .into_iter()
            .filter(|class| !reads(class))
            .collect();
        if step.kind == StepKind::Conclusion
            && !left.is_empty()
            && left.len() < ClassKind::ALL.len()
        {
            found.push((
                format!("steps.{number}.acts"),
                RegulationProblem::ConclusionLeavesOut { classes: left },
            ));
        }
    }
}

/// Every article of a profile with its path.
fn articles(regulation: &Regulation) -> Vec<(String, &str)> {
    let mut all: Vec<(String, &str)> = Vec::new();
    for (number, step) in regulation.steps.iter().enumerate() {
        all.push((format!("steps.{number}.article"), &step.article.0));
        for (place, act) in step.acts.iter().enumerate() {
            if let Some(article) = &act.article {
                all.push((format!("steps.{number}.acts.{place}.article"), &article.0));
            }
        }
    }
    for (number, rule) in regulation.frequency.iter().enumerate() {
        all.push((format!("frequency.{number}.article"), &rule.article.0));
    }
    for (list, choices) in [("modes", &regulation.modes), ("forms", &regulation.forms)] {
        for (number, choice) in choices.iter().enumerate() {
            if let Some(article) = &choice.article {
                all.push((format!("{list}.{number}.article"), &article.0));
            }
        }
    }
    for (number, rule) in regulation.chairs.iter().enumerate() {
        all.push((format!("chairs.{number}.article"), &rule.article.0));
    }
    for (number, rule) in regulation.preparers.iter().enumerate() {
        all.push((format!("preparers.{number}.article"), &rule.article.0));
    }
    for (number, deadline) in regulation.deadlines.iter().enumerate() {
        all.push((format!("deadlines.{number}.article"), &deadline.article.0));
    }
    for (number, report) in regulation.reports.iter().enumerate() {
        all.push((format!("reports.{number}.article"), &report.article.0));
    }
    for (number, paper) in regulation.papers.iter().enumerate() {
        all.push((format!("papers.{number}.article"), &paper.article.0));
    }
    if let Some(refusal) = &regulation.refusal {
        all.push(("refusal.article".to_owned(), &refusal.article.0));
        for (number, ground) in refusal.grounds.iter().enumerate() {
            if let Some(article) = &ground.article {
                all.push((format!("refusal.grounds.{number}.article"), &article.0));
            }
        }
    }
    if let Some(dossier) = &regulation.dossier {
        all.push(("dossier.article".to_owned(), &dossier.article.0));
    }
    for (name, rule) in regulation.rules.single() {
        all.push((format!("rules.{name}.article"), &rule.article.0));
    }
    for (name, rules) in regulation.rules.lists() {
        for (number, rule) in rules.iter().enumerate() {
            all.push((format!("rules.{name}.{number}.article"), &rule.article.0));
        }
    }
    all
}
