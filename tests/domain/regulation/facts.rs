//! What the five regulations and the law prescribe, written out a second time from the documents and not from the
//! profiles. A line per step: id, kind, acts to tick off. A line per deadline: id, article, limit, anchor.

use doithoai::domain::regulation::{
    Anchor, ClassKind, DayUnit, Issued, Phase, Regulation, Scope, StepKind, Unregistered,
};
use doithoai::store::profiles;

struct Facts {
    id: &'static str,
    step_article: &'static str,
    steps: &'static [(&'static str, &'static str, usize)],
    deadlines: &'static [(&'static str, &'static str, &'static str, &'static str)],
    /// Article and how many, none where the document states none.
    grounds: Option<(&'static str, usize)>,
    /// Period, article, day and month.
    reports: &'static [(&'static str, &'static str, &'static str)],
    dossier: Option<(&'static str, usize)>,
}

const FACTS: &[Facts] = &[
    Facts {
        id: "lao-cai-7-qc-tu-2025",
        step_article: "Đ10.2",
        steps: &[
            ("opening", "opening", 3),
            ("announcement", "announcement", 3),
            ("dialogue", "speech answer follow-up", 0),
            ("conclusion", "conclusion", 1),
        ],
        deadlines: &[
            ("public-notice", "Đ10.1", "7 d", "before"),
            ("conclusion-notice", "Đ10.3", "10 d", "session"),
            ("agency-report", "Đ10.3", "45 d", "session"),
            ("higher-level", "Đ10.3", "-", "session"),
            ("publication", "Đ10.3", "-", "session"),
        ],
        grounds: Some(("Đ15.7", 5)),
        reports: &[("half-year", "Đ18", "15/6"), ("year", "Đ18", "15/11")],
        dossier: Some(("Đ10.1", 1)),
    },
    Facts {
        id: "qd-1573-2025",
        step_article: "Đ8",
        steps: &[
            ("opening", "opening", 7),
            ("announcement", "announcement", 3),
            ("speeches", "speech", 0),
            ("answers", "answer", 0),
            ("follow-up", "follow-up", 0),
            ("conclusion", "conclusion", 4),
        ],
        deadlines: &[
            ("invitations", "Đ7.1", "-", "before"),
            ("prepared-answers", "Đ7.2", "7 d", "before"),
            ("conclusion-notice", "Đ9", "5 wd", "session"),
            ("conclusion-notice-extended", "Đ9", "10 wd", "session"),
            ("agency-report", "Đ9", "7 wd", "notice"),
            ("send-notice", "Đ9", "-", "notice"),
            ("higher-level", "Đ15.2.2", "-", "session"),
        ],
        grounds: Some(("Đ3.3", 4)),
        reports: &[("year", "Đ15.1", "20/11"), ("year", "Đ15.1", "30/11")],
        dossier: Some(("Đ15.2.2", 11)),
    },
    Facts {
        id: "dien-bien",
        step_article: "Đ8",
        steps: &[
            ("opening", "opening", 7),
            ("announcement", "announcement", 4),
            ("prepared-answers", "prepared answers", 0),
            ("speeches", "speech", 0),
            ("answers", "answer", 0),
            ("follow-up", "follow-up", 0),
            ("conclusion", "conclusion", 3),
        ],
        deadlines: &[
            ("conclusion-notice", "Đ11", "10 wd", "session"),
            ("conclusion-notice-extended", "Đ11", "15 wd", "session"),
            ("agency-report", "Đ11", "7 wd", "notice"),
            ("send-notice", "Đ11", "-", "notice"),
            ("higher-level", "Đ16.2", "-", "session"),
        ],
        grounds: Some(("Đ4.6", 3)),
        reports: &[
            ("half-year", "Đ16.1", "30/6"),
            ("year", "Đ16.1", "15/12"),
            ("year", "Đ16.1", "20/12"),
        ],
        dossier: Some(("Đ16.2", 8)),
    },
    Facts {
        id: "dan-tien-2025",
        step_article: "Đ8",
        steps: &[
            ("opening", "opening", 8),
            ("announcement", "announcement", 4),
            ("speeches", "speech", 0),
            ("answers", "answer", 0),
            ("follow-up", "follow-up", 0),
            ("conclusion", "conclusion", 2),
        ],
        deadlines: &[
            ("public-notice", "Đ7.1", "7 wd", "before"),
            ("conclusion-notice", "Đ9", "10 wd", "session"),
            ("conclusion-notice-extended", "Đ9", "15 wd", "session"),
            ("agency-report", "Đ9", "30 wd", "notice"),
            ("send-notice", "Đ9", "-", "notice"),
            ("report-to-superior", "Đ9", "-", "notice"),
            ("higher-level", "Đ10.4", "-", "session"),
        ],
        grounds: Some(("Đ10.5", 5)),
        reports: &[("half-year", "Đ16", "-"), ("year", "Đ16", "-")],
        dossier: None,
    },
    Facts {
        id: "tang-tien-2024",
        step_article: "II.4",
        steps: &[
            ("opening", "opening", 8),
            ("announcement", "announcement", 1),
            ("speeches", "speech", 0),
            ("answers", "answer", 0),
            ("conclusion", "conclusion", 3),
        ],
        deadlines: &[
            ("opinions-sent-ahead", "II.2", "-", "before"),
            ("conclusion-notice", "II.5", "-", "session"),
            ("agency-report", "II.5", "-", "session"),
            ("higher-level", "II.5", "-", "session"),
            ("tell-of-transfer", "II.5", "-", "session"),
            ("report-to-standing-committee", "II.5", "-", "session"),
            ("internal-review", "II.5", "-", "session"),
        ],
        grounds: None,
        reports: &[("half-year", "IV.1", "-"), ("year", "IV.1", "-")],
        dossier: Some(("II.3", 1)),
    },
    Facts {
        id: "luat-72-2025-dieu-43",
        step_article: "",
        steps: &[],
        deadlines: &[
            ("media-notice", "Đ43", "7 d", "before"),
            ("publication", "Đ43", "10 d", "session"),
        ],
        grounds: None,
        reports: &[],
        dossier: None,
    },
];

fn load(id: &str) -> Regulation {
    profiles::load(id, None).unwrap()
}

fn kind(kind: &StepKind) -> String {
    match kind {
        StepKind::Opening => "opening".into(),
        StepKind::Announcement => "announcement".into(),
        StepKind::PreparedAnswers => "prepared answers".into(),
        StepKind::Conclusion => "conclusion".into(),
        StepKind::Other => "other".into(),
        StepKind::Dialogue(phases) => phases
            .iter()
            .map(|phase| match phase {
                Phase::Speech => "speech",
                Phase::Answer => "answer",
                Phase::FollowUp => "follow-up",
            })
            .collect::<Vec<_>>()
            .join(" "),
    }
}

#[test]
fn the_steps_stand_in_the_prescribed_order_with_their_article_and_acts() {
    assert_eq!(profiles::ids(None).len(), FACTS.len());
    for facts in FACTS {
        let regulation = load(facts.id);
        let steps: Vec<(&str, String, usize)> = regulation
            .steps
            .iter()
            .map(|step| (step.id.0.as_str(), kind(&step.kind), step.acts.len()))
            .collect();
        let expected: Vec<(&str, String, usize)> = facts
            .steps
            .iter()
            .map(|(id, kind, acts)| (*id, (*kind).to_owned(), *acts))
            .collect();
        assert_eq!(steps, expected, "{}", facts.id);
        for step in &regulation.steps {
            assert_eq!(step.article.0, facts.step_article, "{}", facts.id);
        }
    }
}

#[test]
fn the_deadlines_have_the_prescribed_limit_and_none_is_invented() {
    for facts in FACTS {
        let regulation = load(facts.id);
        let deadlines: Vec<[String; 4]> = regulation
            .deadlines
            .iter()
            .map(|deadline| {
                let limit = deadline.limit.map_or("-".into(), |limit| {
                    let unit = match limit.unit {
                        DayUnit::Working => "wd",
                        DayUnit::Calendar => "d",
                    };
                    format!("{} {unit}", limit.days)
                });
                let anchor = match deadline.anchor {
                    Anchor::BeforeSession => "before",
                    Anchor::Session => "session",
                    Anchor::Notice => "notice",
                    Anchor::Event(_) | Anchor::Limit(_) | Anchor::EveryYear(_) | Anchor::On(_) => {
                        "other"
                    }
                };
                let article = deadline.article.0.clone();
                [deadline.id.0.clone(), article, limit, anchor.into()]
            })
            .collect();
        let expected: Vec<[String; 4]> = facts
            .deadlines
            .iter()
            .map(|(id, article, limit, anchor)| [*id, *article, *limit, *anchor].map(String::from))
            .collect();
        assert_eq!(deadlines, expected, "{}", facts.id);
        for deadline in &regulation.deadlines {
            let is_extended = deadline.id.0.ends_with("-extended");
            assert_eq!(deadline.extends.is_some(), is_extended);
            assert!(!is_extended || deadline.condition.is_some());
        }
    }
}

#[test]
fn grounds_reports_and_dossier_are_those_of_the_document() {
    for facts in FACTS {
        let regulation = load(facts.id);
        let grounds = regulation.refusal.as_ref();
        let grounds = grounds.map(|it| (it.article.0.as_str(), it.grounds.len()));
        assert_eq!(grounds, facts.grounds, "{}", facts.id);
        let dossier = regulation.dossier.as_ref();
        let dossier = dossier.map(|it| (it.article.0.as_str(), it.entries.len()));
        assert_eq!(dossier, facts.dossier, "{}", facts.id);
        let reports: Vec<[String; 3]> = regulation
            .reports
            .iter()
            .map(|report| {
                let period = match report.period.months() {
                    Some(6) => "half-year",
                    Some(12) => "year",
                    other => panic!("{other:?}"),
                };
                let before = report
                    .before
                    .map_or("-".into(), |day| format!("{}/{}", day.day, day.month));
                [period.into(), report.article.0.clone(), before]
            })
            .collect();
        let expected: Vec<[String; 3]> = facts
            .reports
            .iter()
            .map(|(period, article, before)| [*period, *article, *before].map(String::from))
            .collect();
        assert_eq!(reports, expected, "{}", facts.id);
    }
}

#[test]
fn what_only_some_regulations_rule_stands_only_there() {
    let rules_of = |id| load(id).rules;
    for facts in FACTS {
        let regulation = load(facts.id);
        let rules = &regulation.rules;
        let is = |ids: &[&str]| ids.contains(&facts.id);
        assert_eq!(
            matches!(&rules.unregistered, Unregistered::WithinScope(rule) if rule.article.0 == "Đ8.3"),
            is(&["qd-1573-2025"])
        );
        assert_eq!(
            rules.unregistered == Unregistered::Silent,
            !is(&["qd-1573-2025"])
        );
        assert_eq!(
            rules.off_topic.is_some(),
            is(&["qd-1573-2025", "lao-cai-7-qc-tu-2025"])
        );
        assert_eq!(rules.deputy.is_some(), is(&["dien-bien", "dan-tien-2025"]));
        assert_eq!(
            rules.presentation.is_some(),
            is(&["lao-cai-7-qc-tu-2025", "dan-tien-2025"])
        );
        assert_eq!(
            rules.delegated_answers.is_some(),
            is(&["lao-cai-7-qc-tu-2025", "qd-1573-2025", "dan-tien-2025"])
        );
        assert_eq!(
            rules.item_table.is_some(),
            is(&["lao-cai-7-qc-tu-2025", "tang-tien-2024"])
        );
        assert_eq!(
            regulation.length.is_some(),
            is(&["lao-cai-7-qc-tu-2025", "dien-bien"])
        );
        let is_floor = is(&["luat-72-2025-dieu-43"]);
        assert_eq!(regulation.scope == Scope::Accompanying, is_floor);
        assert_eq!(rules.classes.is_some(), !is_floor);
    }
    assert_eq!(rules_of("dan-tien-2025").deputy.unwrap().cases.len(), 3);
    assert_eq!(rules_of("lao-cai-7-qc-tu-2025").kept_out.len(), 2);
    assert_eq!(rules_of("dien-bien").kept_out.len(), 3);
    assert_eq!(rules_of("qd-1573-2025").kept_out.len(), 0);
    assert_eq!(load("dien-bien").issued, Issued::Unknown);
    assert_eq!(load("tang-tien-2024").issued, Issued::In(2024));
    assert_eq!(load("lao-cai-7-qc-tu-2025").frequency.len(), 2);
}

#[test]
fn what_has_to_be_verified_is_due_with_the_agencies_report() {
    for facts in FACTS.iter().filter(|facts| !facts.steps.is_empty()) {
        let regulation = load(facts.id);
        for (class, id) in [
            (ClassKind::VerifyLater, "agency-report"),
            (ClassKind::ReportUpward, "higher-level"),
        ] {
            let due_by: Vec<&str> = regulation
                .deadlines
                .iter()
                .filter(|deadline| deadline.items.contains(&class))
                .map(|deadline| deadline.id.0.as_str())
                .collect();
            assert_eq!(due_by, [id], "{}", facts.id);
        }
        let conclusion = regulation.steps.last().unwrap();
        for class in ClassKind::ALL {
            assert!(conclusion.acts.iter().any(|act| act.items.contains(&class)));
        }
    }
    let lao_cai = load("lao-cai-7-qc-tu-2025");
    assert!(lao_cai.deadlines[2].remark.is_some());
}
