//! The regulation issued with Decision 1573-QĐ/TU, clause by clause.

use doithoai::domain::regulation::DocumentKind::{
    AnsweringReport, ConclusionNotice, HigherLevelPetition, Invitation, PetitionerLetter,
    TransferSlip,
};
use doithoai::domain::regulation::Grade::{Lists, May, Orders};
use doithoai::domain::regulation::Level::{Commune, Province};
use doithoai::domain::regulation::Post::{GovernmentChair, PartySecretary};

use super::Carried::*;
use super::{ORGANISING, PURPOSE, Row, SANCTION, row};

pub const CLAUSES: &[&str] = &[
    "Đ1.1",
    "Đ1.2",
    "Đ2.1",
    "Đ2.2",
    "Đ2.3",
    "Đ3.1",
    "Đ3.2",
    "Đ3.3",
    "Đ4.1",
    "Đ4.2",
    "Đ5.1",
    "Đ5.2",
    "Đ5.3",
    "Đ5.4",
    "mục 1.1 Điều 6",
    "mục 1.2 Điều 6",
    "Đ6.2",
    "Đ7.1",
    "Đ7.2",
    "Đ8.1",
    "Đ8.2",
    "Đ8.3",
    "Đ8.4",
    "Đ8.5",
    "Đ8.6",
    "Đ9.1",
    "Đ9.2",
    "Đ9.3",
    "Đ10.1",
    "Đ10.2",
    "Đ11.1",
    "Đ11.2",
    "Đ11.3",
    "Đ12.1",
    "Đ12.2",
    "Đ12.3",
    "Đ13",
    "Đ14.1",
    "Đ14.2",
    "Đ15.1",
    "mục 2.1 Điều 15",
    "mục 2.2 Điều 15",
    "Đ16.1",
    "Đ16.2",
    "Đ16.3",
];

pub const ROWS: &[Row] = &[
    row("Đ1.1", "what the regulation is about", Not(PURPOSE)),
    row(
        "Đ1.2",
        "it applies to heads of Party committee and government",
        Chair(Province, "", &[PartySecretary, GovernmentChair]),
    ),
    row("Đ2.1", "purpose: closer ties", Not(PURPOSE)),
    row("Đ2.2", "purpose: telling and listening", Not(PURPOSE)),
    row("Đ2.3", "purpose: settling in time", Not(PURPOSE)),
    row(
        "Đ3.1",
        "heads lead the dialogue themselves",
        Chair(Commune, "", &[PartySecretary, GovernmentChair]),
    ),
    row(
        "Đ3.2",
        "no unfounded statements, no disturbance",
        Rule("prohibited"),
    ),
    row(
        "Đ3.3",
        "no dialogue with: lost capacity, threats, alcohol, not concerned",
        Grounds(
            &[
                "mất năng lực hành vi dân sự",
                "đe dọa, xúc phạm",
                "rượu, bia",
                "quyền lợi và nghĩa vụ",
            ],
            Orders,
        ),
    ),
    row("Đ4.1", "in person", Form("in-person")),
    row("Đ4.2", "once a year", Often(Commune, "", 12)),
    row("Đ5.1", "content: outline of the situation", Content("")),
    row("Đ5.2", "content: policies and projects", Content("")),
    row("Đ5.3", "content: hearing views", Content("")),
    row("Đ5.4", "content: accepting and settling", Content("")),
    row(
        "mục 1.1 Điều 6",
        "a secretary's of the province: Ban Tuyên giáo và Dân vận",
        Prepares(Province, "", PartySecretary, "Ban Tuyên giáo và Dân vận"),
    ),
    row(
        "mục 1.2 Điều 6",
        "a chairman's of the province: Văn phòng UBND",
        Prepares(Province, "", GovernmentChair, "Văn phòng Ủy ban nhân dân"),
    ),
    row(
        "Đ6.2",
        "commune: a section the head assigns",
        Prepares(Commune, "", PartySecretary, "Một bộ phận"),
    ),
    row(
        "Đ7.1",
        "the plan states time, place, content, attending, who prepares",
        PlanStates,
    ),
    row(
        "Đ7.1",
        "the lead agency drafts plan and programme",
        Due("plan", "-", "before"),
    ),
    row(
        "Đ7.1",
        "invitations, no lead time",
        Due("invitations", "-", "before"),
    ),
    row(
        "Đ7.1",
        "invited: organisations and persons concerned",
        To(Invitation, &["Tổ chức, cá nhân"]),
    ),
    row(
        "Đ7.2",
        "opinions gathered, classed, assigned",
        Due("opinions", "-", "before"),
    ),
    row(
        "Đ7.2",
        "by the lead agency",
        Owed("opinions", "Cơ quan chủ trì"),
    ),
    row(
        "Đ7.2",
        "written answers 07 days before",
        Due("prepared-answers", "7 d", "before"),
    ),
    row(
        "Đ7.2",
        "to the lead agency",
        To(AnsweringReport, &["Cơ quan chủ trì"]),
    ),
    row(
        "Đ8.1",
        "delegates, those present, chair, programme, house rules, secretary appointed, desk assigned",
        Step(
            "opening",
            "delegates those-present chair programme house-rules minutes-secretary registration-desk",
        ),
    ),
    row(
        "Đ8.1",
        "by a representative of the advising lead agency",
        Lead("opening", "Đại diện cơ quan chủ trì tham mưu"),
    ),
    row("Đ8.1", "a secretary takes the minutes", Record),
    row(
        "Đ8.2",
        "purpose, requirements, main content",
        Step("announcement", "purpose requirements main-content"),
    ),
    row(
        "Đ8.2",
        "by the chair",
        Lead("announcement", "Người chủ trì"),
    ),
    row("Đ8.3", "the People speak", Step("speeches", "")),
    row(
        "Đ8.3",
        "by order and content registered, and as the chair moderates",
        Rule("speaking_order"),
    ),
    row(
        "Đ8.3",
        "an unregistered opinion within content and scope is accepted",
        Rule("unregistered"),
    ),
    row(
        "Đ8.4",
        "the chair may answer or assign",
        Step("answers", ""),
    ),
    row("Đ8.4", "may", MayStep("answers")),
    row("Đ8.5", "the People may go on", Step("follow-up", "")),
    row("Đ8.5", "may", MayStep("follow-up")),
    row(
        "Đ8.6",
        "discussed, settled, not settled, agencies directed",
        Step(
            "conclusion",
            "what-was-discussed what-was-settled not-settled tell-agencies",
        ),
    ),
    row(
        "Đ9.1",
        "notice issued within 05 working days",
        Due("conclusion-notice", "5 wd", "session"),
    ),
    row(
        "Đ9.1",
        "the chair issues, the lead agency advises",
        Owed("conclusion-notice", "Người chủ trì ban hành"),
    ),
    row(
        "Đ9.1",
        "and sent within the same",
        Due("send-notice", "5 wd", "session"),
    ),
    row(
        "Đ9.1",
        "to agencies, petitioners, two boards, Front, organisations",
        To(
            ConclusionNotice,
            &[
                "cơ quan, tổ chức có liên quan",
                "nêu kiến nghị",
                "Ban Tuyên giáo và Ban Dân vận",
                "Mặt trận Tổ quốc",
                "tổ chức chính trị - xã hội",
            ],
        ),
    ),
    row(
        "Đ9.2",
        "sending extended to 10 working days in all",
        Due("conclusion-notice-extended", "10 wd", "session"),
    ),
    row("Đ9.2", "may be", DueOf("conclusion-notice-extended", May)),
    row(
        "Đ9.3",
        "agencies report within 07 working days after the notice",
        Due("agency-report", "7 wd", "notice"),
    ),
    row(
        "Đ9.3",
        "by the bodies competent to settle",
        Owed("agency-report", "có thẩm quyền giải quyết"),
    ),
    row(
        "Đ9.3",
        "they tell the petitioner in writing",
        To(PetitionerLetter, &["Tổ chức, cá nhân nêu kiến nghị"]),
    ),
    row(
        "Đ9.3",
        "what is passed on goes to the competent bodies",
        To(TransferSlip, &["có thẩm quyền"]),
    ),
    row(
        "Đ10.1",
        "the chair is answerable for directing and assigning",
        Rule("delegated_answers"),
    ),
    row(
        "Đ10.2",
        "answer and settle at once what is clear, have the rest studied",
        Rule("classes"),
    ),
    row("Đ10.2", "by class", Rule("class_rules")),
    row(
        "Đ11.1",
        "right to exchange, explanation and answer",
        Rule("rights"),
    ),
    row(
        "Đ11.2",
        "duties: house rules, accuracy, documents, answerable",
        Rule("duties"),
    ),
    row(
        "Đ11.3",
        "no inciting, distorting, slander",
        Rule("prohibited"),
    ),
    row(
        "Đ12.1",
        "yearly programme and plan",
        Due("yearly-plan", "-", "before"),
    ),
    row(
        "Đ12.1",
        "by committee and government",
        Owed("yearly-plan", "Cấp ủy, chính quyền"),
    ),
    row(
        "Đ12.2",
        "direct the preparation and the settlement",
        Not("the committee's direction; what it amounts to stands with Đ7 and Đ9"),
    ),
    row(
        "Đ12.3",
        "the lead agency follows up and urges",
        Due("follow-up", "-", "session"),
    ),
    row(
        "Đ13",
        "the Front carries out what of the conclusion is its own",
        Due("front-part", "-", "session"),
    ),
    row(
        "Đ13",
        "the Front helps to sum up opinions beforehand",
        Not("said by Đ7.2, the lead agency with the agencies concerned"),
    ),
    row("Đ14.1", "agencies that break it", Not(SANCTION)),
    row(
        "Đ14.2",
        "who uses the dialogue to do harm is held responsible",
        Rule("duties"),
    ),
    row(
        "Đ15.1",
        "report before 30/11, with footnote 2 for communes",
        Report("year-province", "30/11", "Đảng ủy các xã, phường"),
    ),
    row(
        "Đ15.1",
        "districts and communes report before 20/11 to the district",
        Not("districts have ended; footnote 2 says who reports since"),
    ),
    row(
        "mục 2.1 Điều 15",
        "a secretary's of the province",
        Kept(Province, PartySecretary, "Ban Tuyên giáo và Dân vận"),
    ),
    row(
        "mục 2.1 Điều 15",
        "a secretary's of a commune",
        Kept(Commune, PartySecretary, "Văn phòng Đảng ủy"),
    ),
    row(
        "mục 2.1 Điều 15",
        "a chairman's",
        Kept(Commune, GovernmentChair, "Văn phòng Ủy ban nhân dân"),
    ),
    row("mục 2.2 Điều 15", "eleven papers", Dossier(11)),
    row(
        "mục 2.2 Điều 15",
        "a petition to the superior is only listed",
        DueOf("higher-level", Lists),
    ),
    row(
        "mục 2.2 Điều 15",
        "to the superior",
        To(HigherLevelPetition, &["Cấp trên"]),
    ),
    row("Đ16.1", "bodies carry it out", Not(ORGANISING)),
    row("Đ16.2", "who follows the regulation", Not(ORGANISING)),
    row("Đ16.3", "who reports difficulties", Not(ORGANISING)),
];
