//! Every clause of the five texts: what it states, and where the profile carries it, or why it is not for this program.
//! Written clause by clause from the texts, not from the profiles; each row is held against the profile.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "only a duty is asked for here, of many ways of carrying a statement"
)]

mod carried;
mod dan_tien;
mod dien_bien;
mod lao_cai;
mod qd_1573;
mod tang_tien;
mod whom;

use doithoai::domain::regulation::{DocumentKind, Grade, Level, Phase, Post, Scope, Unregistered};
use doithoai::store::profiles;

use self::carried::{missing, occasion};

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
