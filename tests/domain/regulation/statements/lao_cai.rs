//! Lào Cai's Regulation 7-QC/TU, clause by clause. Articles whose clauses are dashes are cited by the article.

use doithoai::domain::regulation::DocumentKind::{
    ConclusionNotice, HigherLevelPetition, PublicNotice, TransferSlip,
};
use doithoai::domain::regulation::Grade::May;
use doithoai::domain::regulation::Level::{Commune, Province};
use doithoai::domain::regulation::Post::{GovernmentChair, PartySecretary};

use super::Carried::*;
use super::{ORGANISING, PURPOSE, Row, SANCTION, row};

pub const CLAUSES: &[&str] = &[
    "Đ1.1", "Đ1.2", "Đ2", "Đ3.1", "Đ3.2", "Đ4.1", "Đ4.2", "Đ4.3", "Đ4.4", "Đ4.5", "Đ5.1", "Đ5.2",
    "Đ5.3", "Đ6", "Đ7", "Đ8", "Đ9.1", "Đ9.2", "Đ9.3", "Đ10.1", "Đ10.2", "Đ10.3", "Đ11.1", "Đ11.2",
    "Đ11.3", "Đ11.4", "Đ12.1", "Đ12.2", "Đ12.3", "Đ12.4", "Đ13.1", "Đ13.2", "Đ14.1", "Đ14.2",
    "Đ14.3", "Đ14.4", "Đ14.5", "Đ15.1", "Đ15.2", "Đ15.3", "Đ15.4", "Đ15.5", "Đ15.6", "Đ15.7",
    "Đ16.1", "Đ16.2", "Đ16.3", "Đ16.4", "Đ17", "Đ18", "Đ19",
];

pub const ROWS: &[Row] = &[
    row("Đ1.1", "what the regulation is about", Not(PURPOSE)),
    row(
        "Đ1.2",
        "complaints, courts, questioning, citizen reception go other ways; no ban",
        Rule("outside_scope"),
    ),
    row("Đ2", "to whom it applies", Not("said again by Đ6 and Đ7")),
    row("Đ3.1", "what a dialogue is", Not(PURPOSE)),
    row("Đ3.2", "who the People are", Not("said again by Đ7")),
    row("Đ4.1", "purpose", Not(PURPOSE)),
    row("Đ4.2", "purpose", Not(PURPOSE)),
    row("Đ4.3", "purpose", Not(PURPOSE)),
    row("Đ4.4", "purpose", Not(PURPOSE)),
    row("Đ4.5", "purpose", Not(PURPOSE)),
    row("Đ5.1", "principle: leadership", Not(PURPOSE)),
    row("Đ5.2", "principle: open and to the point", Not(PURPOSE)),
    row(
        "Đ5.3",
        "no use against rules, security, unity; no unfounded statements",
        Rule("prohibited"),
    ),
    row(
        "Đ6",
        "heads of Party committee and government hold it",
        Chair(Province, "", &[PartySecretary, GovernmentChair]),
    ),
    row(
        "Đ6",
        "at every level",
        Chair(Commune, "", &[PartySecretary, GovernmentChair]),
    ),
    row("Đ7", "who takes part", Participants),
    row("Đ8", "four dashes of content", Content("")),
    row("Đ8", "save state secrets", Rule("kept_out")),
    row(
        "Đ9.1",
        "regular contact by other means than conferences",
        Note,
    ),
    row(
        "Đ9.2",
        "province every 06 months",
        Often(Province, "periodic", 6),
    ),
    row(
        "Đ9.2",
        "commune and ward every 03 months",
        Often(Commune, "periodic", 3),
    ),
    row("Đ9.2", "periodic", Kind("periodic")),
    row("Đ9.3", "ad hoc, when issues arise", Kind("ad-hoc")),
    row(
        "Đ10.1",
        "programme and plan at the start of the year",
        Due("yearly-plan", "-", "before"),
    ),
    row(
        "Đ10.1",
        "information gathered, classed by urgency, assigned",
        Due("opinions", "-", "before"),
    ),
    row(
        "Đ10.1",
        "agencies prepare answers",
        Due("prepared-answers", "-", "before"),
    ),
    row(
        "Đ10.1",
        "assigned agencies",
        Owed("prepared-answers", "được phân công"),
    ),
    row("Đ10.1", "six points per item", Rule("item_table")),
    row(
        "Đ10.1",
        "sorted by topic and in three classes",
        Rule("classes"),
    ),
    row("Đ10.1", "a file of opinions and answers", Dossier(1)),
    row(
        "Đ10.1",
        "the chair decides content, size, participants",
        Rule("chair_decides"),
    ),
    row(
        "Đ10.1",
        "announced 07 days before",
        Due("public-notice", "7 d", "before"),
    ),
    row("Đ10.1", "to the People", To(PublicNotice, &["Nhân dân"])),
    row(
        "Đ10.2",
        "opening, delegates, those present, chair",
        Step("opening", "open delegates those-present chair"),
    ),
    row("Đ10.2", "nobody is named who opens", Lead("opening", "")),
    row(
        "Đ10.2",
        "content, purpose, requirements",
        Step("announcement", "content purpose requirements"),
    ),
    row("Đ10.2", "dialogue content by content", Step("dialogue", "")),
    row(
        "Đ10.2",
        "chair and agencies",
        Lead("dialogue", "các cơ quan, bộ phận liên quan"),
    ),
    row(
        "Đ10.2",
        "conclude what was discussed",
        Step("conclusion", "what-was-discussed"),
    ),
    row("Đ10.2", "Tổ Thư ký notes the whole course", Record),
    row("Đ10.2", "at most half a day", Length),
    row(
        "Đ10.3",
        "written conclusion within 10 days",
        Due("conclusion-notice", "10 d", "session"),
    ),
    row(
        "Đ10.3",
        "by the unit that held it",
        Owed("conclusion-notice", "Đơn vị tổ chức"),
    ),
    row(
        "Đ10.3",
        "sent within the same",
        Due("send-notice", "10 d", "session"),
    ),
    row(
        "Đ10.3",
        "to the superior body and those who took part",
        To(ConclusionNotice, &["Cơ quan cấp trên", "Đối tượng"]),
    ),
    row(
        "Đ10.3",
        "petitions passed on within the same",
        Due("transfer", "10 d", "session"),
    ),
    row(
        "Đ10.3",
        "to the competent bodies",
        To(TransferSlip, &["có thẩm quyền"]),
    ),
    row(
        "Đ10.3",
        "what is beyond competence is submitted upward",
        Due("higher-level", "-", "session"),
    ),
    row(
        "Đ10.3",
        "to the superior body",
        To(HigherLevelPetition, &["Cơ quan cấp trên"]),
    ),
    row(
        "Đ10.3",
        "amendments are proposed",
        Due("propose-amendments", "-", "session"),
    ),
    row(
        "Đ10.3",
        "agencies report within 45 days",
        Due("agency-report", "45 d", "session"),
    ),
    row(
        "Đ10.3",
        "the bodies charged",
        Owed("agency-report", "được giao"),
    ),
    row(
        "Đ10.3",
        "and inform the public widely",
        Due("publication", "45 d", "session"),
    ),
    row("Đ10.3", "they do so", Owed("publication", "được giao")),
    row(
        "Đ11.1",
        "the committee's plan of direction",
        Not(ORGANISING),
    ),
    row(
        "Đ11.2",
        "the committee directs, follows up, urges",
        Due("follow-up", "-", "session"),
    ),
    row(
        "Đ11.3",
        "the committee proposes upward in writing",
        Due("committee-proposes", "-", "session"),
    ),
    row("Đ11.4", "reviews by the committee", Not(ORGANISING)),
    row("Đ12.1", "the government's programme", Not("said by Đ10.1")),
    row(
        "Đ12.2",
        "the chairman chairs and settles",
        Not("said by Đ6 and Đ15"),
    ),
    row(
        "Đ12.3",
        "directs agencies to take part",
        Not("direction of agencies as a whole"),
    ),
    row(
        "Đ12.4",
        "the government reports upward and to the committee",
        Due("report-to-superior", "-", "session"),
    ),
    row(
        "Đ13.1",
        "the Front foresees and reports before the session",
        Due("forecast", "-", "before"),
    ),
    row(
        "Đ13.1",
        "the Front and organisations",
        Owed("forecast", "Mặt trận Tổ quốc"),
    ),
    row(
        "Đ13.2",
        "they take part when invited",
        Not("no act of the office that holds the session"),
    ),
    row(
        "Đ14.1",
        "provincial secretary",
        Prepares(
            Province,
            "",
            PartySecretary,
            "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        ),
    ),
    row(
        "Đ14.2",
        "provincial chairman",
        Prepares(
            Province,
            "",
            GovernmentChair,
            "Văn phòng Ủy ban nhân dân tỉnh",
        ),
    ),
    row(
        "Đ14.3",
        "commune secretary",
        Prepares(Commune, "", PartySecretary, "Ban Xây dựng Đảng"),
    ),
    row(
        "Đ14.4",
        "commune chairman",
        Prepares(Commune, "", GovernmentChair, "Văn phòng Ủy ban nhân dân"),
    ),
    row("Đ14.5", "police keep order", Not("the police's own duty")),
    row("Đ15.1", "short, plain, to the point", Rule("brevity")),
    row("Đ15.2", "the chair's manner", Not("a manner, no act")),
    row(
        "Đ15.3",
        "limit one-way presentation; the chair may ask back",
        Rule("presentation"),
    ),
    row("Đ15.4", "now, study, higher level", Rule("classes")),
    row("Đ15.4", "by class", Rule("class_rules")),
    row(
        "Đ15.5",
        "off-topic is received and handled flexibly",
        Rule("off_topic"),
    ),
    row(
        "Đ15.6",
        "the chair answers for delegated answers",
        Rule("delegated_answers"),
    ),
    row(
        "Đ15.7",
        "may refuse: five grounds",
        Grounds(
            &[
                "Không có đủ năng lực hành vi",
                "khởi tố, điều tra",
                "hạn chế, tước",
                "gây rối trật tự",
                "rượu, bia",
            ],
            May,
        ),
    ),
    row(
        "Đ16.1",
        "the People take part or send somebody, and bring up matters",
        Rule("rights"),
    ),
    row("Đ16.1", "themselves or a representative", Participants),
    row("Đ16.2", "accurate and answerable", Rule("duties")),
    row("Đ16.3", "keep order, obey the house rules", Rule("duties")),
    row(
        "Đ16.3",
        "no use against rules, order, honour",
        Rule("prohibited"),
    ),
    row("Đ16.4", "respect and listen", Rule("duties")),
    row("Đ17", "must hold one when issues arise", Frequency),
    row(
        "Đ18",
        "half-year before 15/6",
        Report("half-year", "15/6", "cấp ủy, chính quyền"),
    ),
    row(
        "Đ18",
        "year before 15/11",
        Report("year", "15/11", "cấp ủy, chính quyền"),
    ),
    row(
        "Đ18",
        "ad hoc",
        Report("ad-hoc", "-", "cấp ủy, chính quyền"),
    ),
    row("Đ18", "who breaks it", Not(SANCTION)),
    row("Đ19", "who guides and checks", Not(ORGANISING)),
];
