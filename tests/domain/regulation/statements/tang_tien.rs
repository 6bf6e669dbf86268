//! The plan of Tăng Tiến ward for 2024, part by part.

use doithoai::domain::regulation::DocumentKind::{
    HigherLevelPetition, ItemTable, PetitionerLetter, TransferSlip,
};
use doithoai::domain::regulation::Grade::May;
use doithoai::domain::regulation::Level::Commune;
use doithoai::domain::regulation::Phase;
use doithoai::domain::regulation::Post::GovernmentChair;

use super::Carried::*;
use super::{PURPOSE, Row, row};

pub const CLAUSES: &[&str] = &[
    "I.1", "I.2", "II.1", "II.2", "II.3", "II.4", "II.5", "III", "IV.1", "IV.2",
];

pub const ROWS: &[Row] = &[
    row("I.1", "purpose", Not(PURPOSE)),
    row("I.2", "a suitable form", Note),
    row("I.2", "direct", Form("in-person")),
    row(
        "I.2",
        "no use against rules, no inciting, no unfounded statements",
        Rule("prohibited"),
    ),
    row(
        "II.1",
        "the chairman of the ward's committee chairs",
        Chair(Commune, "periodic", &[GovernmentChair]),
    ),
    row(
        "II.1",
        "who takes part; deputies may stand in for heads who attend",
        Participants,
    ),
    row("II.2", "content told and heard", Content("")),
    row("II.2", "opinions clear, addressed, short", Rule("brevity")),
    row(
        "II.2",
        "of opinions, not of answers",
        During("brevity", &[Phase::Speech, Phase::Exchange]),
    ),
    row(
        "II.2",
        "sent ahead",
        Due("opinions-sent-ahead", "-", "before"),
    ),
    row("II.2", "no dialogue on complaints", Rule("kept_out")),
    row(
        "II.3",
        "the office prepares",
        Prepares(
            Commune,
            "periodic",
            GovernmentChair,
            "Văn phòng HĐND và UBND",
        ),
    ),
    row(
        "II.3",
        "the board gathers opinions",
        Due("opinions", "-", "before"),
    ),
    row("II.3", "the board", Owed("opinions", "Ban Dân vận")),
    row(
        "II.3",
        "classed by urgency, assigned, file made up",
        Due("prepared-answers", "-", "before"),
    ),
    row("II.3", "the office", Owed("prepared-answers", "Văn phòng")),
    row("II.3", "six points", Rule("item_table")),
    row("II.3", "a file", Dossier(1)),
    row(
        "II.3",
        "the file goes to nobody by name",
        To(ItemTable, &[]),
    ),
    row(
        "II.4",
        "reason, delegates, those present, programme, house rules, then chair and secretary, desk",
        Step(
            "opening",
            "reason delegates those-present programme house-rules chair minutes-secretary registration-desk",
        ),
    ),
    row(
        "II.4",
        "by the office",
        Lead("opening", "Văn phòng HĐND-UBND"),
    ),
    row("II.4", "a secretary takes the minutes", Record),
    row("II.4", "content", Step("announcement", "content")),
    row("II.4", "the People speak", Step("speeches", "")),
    row(
        "II.4",
        "by order and content registered, and as the chair moderates",
        Rule("speaking_order"),
    ),
    row("II.4", "so the chair may give leave", Rule("unregistered")),
    row("II.4", "chair or agency answers", Step("answers", "")),
    row("II.4", "may", MayStep("answers")),
    row(
        "II.4",
        "discussed, settled, beyond competence",
        Step(
            "conclusion",
            "what-was-discussed what-was-settled beyond-competence",
        ),
    ),
    row("II.4", "settled, or proposed upward", Rule("classes")),
    row("II.4", "by class", Rule("class_rules")),
    row(
        "II.5",
        "internal review by the chair",
        Due("internal-review", "-", "session"),
    ),
    row(
        "II.5",
        "the chair",
        Owed("internal-review", "Người chủ trì"),
    ),
    row(
        "II.5",
        "notice, no limit",
        Due("conclusion-notice", "-", "session"),
    ),
    row(
        "II.5",
        "by the office",
        Owed("conclusion-notice", "Văn phòng"),
    ),
    row(
        "II.5",
        "written reply if needed",
        Due("agency-report", "-", "session"),
    ),
    row("II.5", "may", DueOf("agency-report", May)),
    row(
        "II.5",
        "to the petitioner",
        To(PetitionerLetter, &["Người nêu kiến nghị"]),
    ),
    row(
        "II.5",
        "passed on, and the petitioner told",
        Due("tell-of-transfer", "-", "session"),
    ),
    row(
        "II.5",
        "to the competent body and the petitioner",
        To(TransferSlip, &["có thẩm quyền", "Người nêu kiến nghị"]),
    ),
    row(
        "II.5",
        "submitted upward",
        Due("higher-level", "-", "session"),
    ),
    row(
        "II.5",
        "to the superior body",
        To(HigherLevelPetition, &["cấp trên"]),
    ),
    row(
        "II.5",
        "amendments proposed",
        Due("propose-amendments", "-", "session"),
    ),
    row(
        "II.5",
        "report to the standing board, sent to others",
        Due("report-to-standing-committee", "-", "session"),
    ),
    row("II.5", "urge", Due("follow-up", "-", "session")),
    row("III", "third quarter of 2024", Validity),
    row("III", "when", Frequency),
    row("III", "ad hoc may be", Kind("ad-hoc")),
    row("III", "place", Note),
    row(
        "IV.1",
        "half-year to the standing members",
        Report("half-year", "-", "Văn phòng UBND"),
    ),
    row("IV.1", "year", Report("year", "-", "Văn phòng UBND")),
    row("IV.1", "periodic", Kind("periodic")),
    row(
        "IV.1",
        "with the committee's office and Party-Building Board",
        Prepares(
            Commune,
            "periodic",
            GovernmentChair,
            "Văn phòng HĐND và UBND",
        ),
    ),
    row(
        "IV.1",
        "the office prepares, and drafts the notice",
        Owed("conclusion-notice", "Văn phòng"),
    ),
    row(
        "IV.2",
        "Front and organisations supervise",
        Due("supervision", "-", "session"),
    ),
    row(
        "IV.2",
        "they gather opinions",
        Owed("opinions", "Mặt trận Tổ quốc"),
    ),
    row(
        "IV.2",
        "they report them to the committee beforehand",
        Due("front-opinions", "-", "before"),
    ),
    row(
        "IV.2",
        "they do",
        Owed("front-opinions", "Mặt trận Tổ quốc"),
    ),
];
