//! Stories about reading the plan of a session: the shipped sample, plans with mistakes, and files that are no plan.

mod additions;
mod books;
mod mistakes;
mod nasty_workbooks;
mod no_plan;
mod odd_workbooks;
mod round_trip;
mod sample;

use doithoai::documents::plan_import::{self, IntakeError, PlanDraft, PlanFault};
use doithoai::domain::regulation::Regulation;
use doithoai::store::profiles;

/// The text of the shipped sample.
const SAMPLE: &str = include_str!("../../../config/sample/plan.ron");

/// A plan with nothing but what every plan needs; `{more}` is where a story adds something.
fn small(more: &str) -> String {
    format!(
        r#"(
    regulation: "small",
    title: "Đối thoại thử",
    level: Commune,
    held: "2026-11-25T08:00:00",
    place: "Hội trường",
    body: "UBND xã",
    layout: State,
    chair: (name: "Hoàng Văn Đức", office: "Chủ tịch"),
    secretaries: [(name: "Lò Văn Thưởng", office: "Công chức")],
    lead_agency: "Văn phòng",
    agencies: [(id: "kinh-te", name: "Phòng Kinh tế")],
    higher_levels: ["UBND tỉnh"],
{more}
)
"#
    )
}

/// A regulation with three steps, one mode and no forms.
fn regulation() -> Regulation {
    let step = |id: &str, kind: &str| {
        format!(
            r#"(id: "{id}", kind: {kind}, title: (vi: "{id}", en: "{id}"), lead: (vi: "ai", en: "who"),
                article: "Đ1", acts: [(id: "act", title: (vi: "việc", en: "act"))], usual_minutes: 5)"#
        )
    };
    let source = format!(
        r#"(
            id: "small", title: (vi: "Quy chế", en: "Regulation"), short: (vi: "QC", en: "R"),
            number: None, issued: Unknown, issuer: (vi: "ai", en: "who"),
            modes: [(id: "periodic", title: (vi: "Định kỳ", en: "Periodic"), article: "Đ2")],
            steps: [{}, {}, {}],
        )"#,
        step("opening", "Opening"),
        step("dialogue", "Dialogue([Speech, Answer])").replace(
            r#"acts: [(id: "act", title: (vi: "việc", en: "act"))], "#,
            ""
        ),
        step("conclusion", "Conclusion"),
    );
    profiles::parse(source.as_bytes(), None).unwrap()
}

fn draft(source: &str) -> PlanDraft {
    plan_import::parse(source.as_bytes()).unwrap()
}

/// The one fault of bytes that are no plan.
fn damage(bytes: &[u8]) -> PlanFault {
    match plan_import::parse(bytes) {
        Err(IntakeError::Damaged { path: None, fault }) => *fault,
        Ok(draft) if !draft.check(None).faults.is_empty() => draft.check(None).faults.remove(0),
        other => panic!("read as {other:?}"),
    }
}

/// The line, counted from 1, on which a text stands first.
fn line_of(source: &str, text: &str) -> usize {
    1 + source
        .lines()
        .position(|line| line.contains(text))
        .unwrap_or_else(|| panic!("{text} is not in the text"))
}
