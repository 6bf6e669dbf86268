//! The regulation of Dân Tiến commune, clause by clause.

use doithoai::domain::regulation::DocumentKind::{
    ConclusionNotice, HigherLevelPetition, Invitation, PetitionerLetter, PublicNotice, TransferSlip,
};
use doithoai::domain::regulation::Grade::May;
use doithoai::domain::regulation::Level::Commune;
use doithoai::domain::regulation::Post::{CouncilChair, GovernmentChair, PartySecretary};

use super::Carried::*;
use super::{ORGANISING, PURPOSE, Row, row};

pub const CLAUSES: &[&str] = &[
    "Đ1.1a", "Đ1.1b", "Đ1.2a", "Đ1.2b", "Đ2.1", "Đ2.2", "Đ2.3", "Đ2.4", "Đ3.1", "Đ3.2", "Đ3.3",
    "Đ3.4", "Đ3.5", "Đ4.1", "Đ4.1đ", "Đ4.2", "Đ4.3", "Đ5.1", "Đ5.2a", "Đ5.2b", "Đ6.1", "Đ6.2",
    "Đ7.1", "Đ7.2", "Đ7.3", "Đ8.1", "Đ8.2", "Đ8.3", "Đ8.4", "Đ8.5", "Đ8.6", "Đ9.1", "Đ9.2",
    "Đ10.1", "Đ10.2", "Đ10.3", "Đ10.4", "Đ10.5", "Đ10.6", "Đ11.1", "Đ11.2", "Đ11.3", "Đ11.4",
    "Đ11.5", "Đ12.1", "Đ12.2", "Đ12.3", "Đ13.1", "Đ13.2", "Đ13.3", "Đ13.4", "Đ14.1", "Đ14.2",
    "Đ15", "Đ16", "Đ17",
];

pub const ROWS: &[Row] = &[
    row("Đ1.1a", "what the regulation is about", Not(PURPOSE)),
    row(
        "Đ1.1b",
        "dialogues under other laws go other ways",
        Rule("outside_scope"),
    ),
    row(
        "Đ1.2a",
        "secretary, council chairman, committee chairman",
        Chair(
            Commune,
            "ad-hoc",
            &[PartySecretary, CouncilChair, GovernmentChair],
        ),
    ),
    row("Đ1.2b", "who wishes to and is invited", Participants),
    row("Đ2.1", "purpose", Not(PURPOSE)),
    row("Đ2.2", "purpose", Not(PURPOSE)),
    row("Đ2.3", "purpose", Not(PURPOSE)),
    row("Đ2.4", "purpose", Not(PURPOSE)),
    row("Đ3.1", "principle", Not(PURPOSE)),
    row("Đ3.2", "principle", Not(PURPOSE)),
    row("Đ3.3", "principle", Not(PURPOSE)),
    row("Đ3.4", "no wrong views, no disturbance", Rule("prohibited")),
    row("Đ3.5", "heads hold it themselves", Note),
    row(
        "Đ3.5",
        "in three cases the own deputy presides",
        Rule("deputy"),
    ),
    row(
        "Đ4.1",
        "content of a periodic dialogue",
        Content("periodic"),
    ),
    row(
        "Đ4.1đ",
        "settle, or propose to the competent body",
        Rule("class_rules"),
    ),
    row("Đ4.2", "content of a thematic one", Content("thematic")),
    row("Đ4.3", "content of an ad hoc one", Content("ad-hoc")),
    row("Đ5.1", "in person", Form("in-person")),
    row(
        "Đ5.2a",
        "periodic once a year",
        Often(Commune, "periodic", 12),
    ),
    row("Đ5.2a", "kinds", Kind("thematic")),
    row(
        "Đ5.2a",
        "one joint conference chaired by the secretary",
        Chair(Commune, "periodic", &[PartySecretary]),
    ),
    row(
        "Đ5.2b",
        "thematic and ad hoc by each of the three",
        Chair(
            Commune,
            "thematic",
            &[PartySecretary, CouncilChair, GovernmentChair],
        ),
    ),
    row(
        "Đ6.1",
        "periodic: the two offices",
        Prepares(
            Commune,
            "periodic",
            PartySecretary,
            "Văn phòng Đảng ủy, Văn phòng Hội đồng nhân dân",
        ),
    ),
    row(
        "Đ6.2",
        "thematic, ad hoc: as the standing members decide",
        Prepares(Commune, "ad-hoc", GovernmentChair, "thường trực Đảng ủy"),
    ),
    row("Đ7.1", "plan and programme", Due("plan", "-", "before")),
    row(
        "Đ7.1",
        "the plan states time, place, form, content, attending, who helps",
        PlanStates,
    ),
    row(
        "Đ7.1",
        "invitations at least 07 working days before",
        Due("invitations", "7 wd", "before"),
    ),
    row(
        "Đ7.1",
        "media at least 07 working days before",
        Due("public-notice", "7 wd", "before"),
    ),
    row(
        "Đ7.1",
        "invited: those who take part, and agencies' leaders to answer",
        To(Invitation, &["tham gia đối thoại", "lãnh đạo các cơ quan"]),
    ),
    row("Đ7.1", "the public", To(PublicNotice, &["Nhân dân"])),
    row("Đ7.1", "agencies' leaders attend", Participants),
    row(
        "Đ7.2",
        "opinions summed up, classed, assigned",
        Due("opinions", "-", "before"),
    ),
    row(
        "Đ7.2",
        "answers prepared",
        Due("prepared-answers", "-", "before"),
    ),
    row(
        "Đ7.2",
        "situations foreseen",
        Due("forecast", "-", "before"),
    ),
    row(
        "Đ7.3",
        "ad hoc: preparation need not all be done",
        Waived("ad-hoc"),
    ),
    row(
        "Đ7.3",
        "ad hoc: a written request to agencies",
        Due("ad-hoc-request", "-", "before"),
    ),
    row(
        "Đ7.3",
        "by the head",
        Owed("ad-hoc-request", "Người đứng đầu"),
    ),
    row(
        "Đ8.1",
        "reason, delegates, those present, chair, content, programme, house rules, secretary, desk",
        Step(
            "opening",
            "reason delegates those-present chair content programme house-rules minutes-secretary registration-desk",
        ),
    ),
    row(
        "Đ8.1",
        "by a representative of the lead agency",
        Lead("opening", "Đại diện cơ quan chủ trì tham mưu"),
    ),
    row("Đ8.1", "a secretary takes the minutes", Record),
    row(
        "Đ8.2",
        "content by Article 4, purpose, requirements, main content",
        Step(
            "announcement",
            "content-by-mode purpose requirements main-content",
        ),
    ),
    row("Đ8.3", "the People speak", Step("speeches", "")),
    row(
        "Đ8.3",
        "by registered order, and as the chair moderates",
        Rule("speaking_order"),
    ),
    row("Đ8.3", "so the chair may give leave", Rule("unregistered")),
    row(
        "Đ8.4",
        "the chair answers, or a representative of the leadership",
        Step("answers", ""),
    ),
    row("Đ8.4", "may", MayStep("answers")),
    row("Đ8.5", "the People may go on", Step("follow-up", "")),
    row("Đ8.5", "may", MayStep("follow-up")),
    row(
        "Đ8.6",
        "discussed with direction; further study",
        Step("conclusion", "what-was-discussed further-study"),
    ),
    row(
        "Đ8.6",
        "further study is a class of its own",
        Rule("class_rules"),
    ),
    row(
        "Đ9.1",
        "notice issued within 10 working days",
        Due("conclusion-notice", "10 wd", "session"),
    ),
    row(
        "Đ9.1",
        "directed at once after the session",
        Owed("conclusion-notice", "ngay sau hội nghị"),
    ),
    row(
        "Đ9.1",
        "and sent within the same",
        Due("send-notice", "10 wd", "session"),
    ),
    row(
        "Đ9.1",
        "sending extended to 15 in all",
        Due("conclusion-notice-extended", "15 wd", "session"),
    ),
    row("Đ9.1", "may be", DueOf("conclusion-notice-extended", May)),
    row(
        "Đ9.1",
        "to competent bodies, petitioners, Ban Xây dựng Đảng, Front, organisations, the superior",
        To(
            ConclusionNotice,
            &[
                "thẩm quyền",
                "nêu kiến nghị",
                "Ban Xây dựng Đảng",
                "Mặt trận Tổ quốc",
                "tổ chức chính trị - xã hội",
                "cấp trên",
            ],
        ),
    ),
    row(
        "Đ9.1",
        "report to the superior",
        Due("report-to-superior", "-", "notice"),
    ),
    row(
        "Đ9.2",
        "agencies report within 30 working days after the notice",
        Due("agency-report", "30 wd", "notice"),
    ),
    row(
        "Đ9.2",
        "and tell the petitioner",
        To(PetitionerLetter, &["Người nêu kiến nghị"]),
    ),
    row(
        "Đ9.2",
        "what is passed on goes to them",
        To(TransferSlip, &["có thẩm quyền"]),
    ),
    row(
        "Đ10.1",
        "the chair decides content, time, participants",
        Rule("chair_decides"),
    ),
    row("Đ10.1", "short and to the point", Rule("brevity")),
    row("Đ10.2", "the chair's manner", Not("a manner, no act")),
    row(
        "Đ10.3",
        "limit one-way presentation, listen",
        Rule("presentation"),
    ),
    row("Đ10.4", "now, study, higher level", Rule("classes")),
    row(
        "Đ10.4",
        "propose to the competent level",
        Due("higher-level", "-", "session"),
    ),
    row(
        "Đ10.4",
        "to that level",
        To(HigherLevelPetition, &["Cấp có thẩm quyền"]),
    ),
    row(
        "Đ10.5",
        "may refuse: five grounds",
        Grounds(
            &[
                "say do dùng chất kích thích",
                "tâm thần",
                "hạn chế năng lực",
                "đe dọa, xúc phạm",
                "pháp luật",
            ],
            May,
        ),
    ),
    row(
        "Đ10.6",
        "the chair is answerable for assigning",
        Rule("delegated_answers"),
    ),
    row("Đ11.1", "to take part and bring up matters", Rule("rights")),
    row("Đ11.2", "explanation and answer", Rule("rights")),
    row("Đ11.3", "respect and listen", Rule("duties")),
    row("Đ11.4", "keep to the rules", Rule("duties")),
    row(
        "Đ11.4",
        "no weapons, explosives, toxic substances",
        Rule("prohibited"),
    ),
    row("Đ11.5", "keep order", Rule("duties")),
    row(
        "Đ11.5",
        "no use to disturb security and order",
        Rule("prohibited"),
    ),
    row("Đ12.1", "the committee leads", Not(ORGANISING)),
    row(
        "Đ12.2",
        "the lead agency follows up",
        Due("follow-up", "-", "session"),
    ),
    row(
        "Đ12.3",
        "the government sees to what is needed",
        Not(ORGANISING),
    ),
    row(
        "Đ13.1",
        "the lead agency drafts the notice",
        Owed("conclusion-notice", "Cơ quan chủ trì tham mưu"),
    ),
    row(
        "Đ13.2",
        "assigns agencies' leaders to answer",
        Not("said by Đ7.1 and Đ8.4"),
    ),
    row(
        "Đ13.3",
        "the lead agency follows up and urges",
        Due("follow-up", "-", "session"),
    ),
    row(
        "Đ13.4",
        "a report on the situation, speeches for the head",
        Due("head-papers", "-", "before"),
    ),
    row(
        "Đ14.1",
        "board, Front, organisations supervise",
        Due("supervision", "-", "session"),
    ),
    row(
        "Đ14.1",
        "they gather what concerns the People and take part",
        Not("said by Đ7.2; no act of the office that holds the session"),
    ),
    row(
        "Đ14.2",
        "agencies prepare and answer",
        Due("prepared-answers", "-", "before"),
    ),
    row(
        "Đ15",
        "half-year to the standing board",
        Report("standing-board-half-year", "-", "Ban Xây dựng Đảng"),
    ),
    row(
        "Đ15",
        "year to the standing board",
        Report("standing-board-year", "-", "Ban Xây dựng Đảng"),
    ),
    row(
        "Đ16",
        "half-year",
        Report("half-year", "-", "Ban Xây dựng Đảng"),
    ),
    row("Đ16", "year", Report("year", "-", "Ban Xây dựng Đảng")),
    row("Đ17", "in force from signing", Validity),
];
