//! The rules of Điện Biên, clause by clause. What they say of districts is spent.

use doithoai::domain::regulation::DocumentKind::{
    ConclusionNotice, HigherLevelPetition, PetitionerLetter, TransferSlip,
};
use doithoai::domain::regulation::Grade::{Lists, May};
use doithoai::domain::regulation::Level::{Commune, Province};
use doithoai::domain::regulation::Post::{
    CouncilChair, DepartmentHead, GovernmentChair, OrganisationHead, PartySecretary,
};

use super::Carried::*;
use super::{ORGANISING, PURPOSE, Row, SANCTION, row};

pub const CLAUSES: &[&str] = &[
    "Đ1.1", "Đ1.2", "Đ1.3", "Đ2.1", "Đ2.1a", "Đ2.1b", "Đ2.1c", "Đ2.2", "Đ3.1", "Đ3.2", "Đ3.3",
    "Đ4.1", "Đ4.2", "Đ4.3", "Đ4.4", "Đ4.5", "Đ4.6", "Đ5.1", "Đ5.2", "Đ5.3", "Đ6.1", "Đ6.2a",
    "Đ6.2b", "Đ7.1", "Đ7.2", "Đ7.3", "Đ7.4", "Đ7.5", "Đ7.6", "Đ8.1", "Đ8.2", "Đ8.3", "Đ8.4",
    "Đ8.5", "Đ8.6", "Đ8.7", "Đ9.1", "Đ9.2", "Đ9.3", "Đ10.1", "Đ10.2", "Đ10.3", "Đ11.1", "Đ11.2",
    "Đ11.3", "Đ12", "Đ13", "Đ14.1", "Đ14.2", "Đ14.3", "Đ15.1", "Đ15.2", "Đ15.3", "Đ16.1a",
    "Đ16.1b", "Đ16.1c", "Đ16.1d", "Đ16.2", "Đ17",
];

pub const ROWS: &[Row] = &[
    row("Đ1.1", "what the rules are about", Not(PURPOSE)),
    row(
        "Đ1.2",
        "reception, complaints and denunciations go other ways",
        Rule("outside_scope"),
    ),
    row(
        "Đ1.3",
        "voter meetings go another way",
        Rule("outside_scope"),
    ),
    row(
        "Đ2.1",
        "in special cases others receive the people; not said to chair",
        Note,
    ),
    row(
        "Đ2.1a",
        "secretaries",
        Chair(Commune, "", &[PartySecretary]),
    ),
    row(
        "Đ2.1b",
        "chairmen of council and committee",
        Chair(Commune, "", &[CouncilChair, GovernmentChair]),
    ),
    row(
        "Đ2.1c",
        "heads of departments, Front, organisations of the province",
        Chair(Province, "", &[DepartmentHead, OrganisationHead]),
    ),
    row("Đ2.1c", "of no commune", Chair(Commune, "", &[])),
    row(
        "Đ2.2",
        "who takes part, with full civil capacity",
        Participants,
    ),
    row("Đ3.1", "purpose", Not(PURPOSE)),
    row("Đ3.2", "purpose", Not(PURPOSE)),
    row("Đ3.3", "purpose", Not(PURPOSE)),
    row("Đ4.1", "secrecy rules are kept", Rule("duties")),
    row("Đ4.2", "principle", Not(PURPOSE)),
    row("Đ4.3", "a head holds it in the own locality", Note),
    row(
        "Đ4.4",
        "no use against rules, no unfounded statements",
        Rule("prohibited"),
    ),
    row("Đ4.5", "principle: open and clear", Not(PURPOSE)),
    row(
        "Đ4.6",
        "may refuse: capacity, alcohol, house rules",
        Grounds(
            &["năng lực hành vi dân sự", "rượu, bia", "nội quy, quy chế"],
            May,
        ),
    ),
    row(
        "Đ5.1",
        "content of a periodic dialogue",
        Content("periodic"),
    ),
    row("Đ5.2", "content of a thematic one", Content("thematic")),
    row("Đ5.3", "content of an ad hoc one", Content("ad-hoc")),
    row("Đ6.1", "in person", Form("in-person")),
    row("Đ6.1", "online", Form("online")),
    row("Đ6.1", "both", Form("both")),
    row(
        "Đ6.2a",
        "periodic at least once a year",
        Often(Commune, "periodic", 12),
    ),
    row("Đ6.2a", "one sitting each time", Length),
    row("Đ6.2b", "thematic or ad hoc when needed", Kind("ad-hoc")),
    row("Đ6.2b", "when issues arise", Frequency),
    row(
        "Đ7.1",
        "provincial secretary: Văn phòng Tỉnh ủy",
        Prepares(Province, "", PartySecretary, "Văn phòng Tỉnh ủy"),
    ),
    row(
        "Đ7.2",
        "council and committee chairmen",
        Prepares(Province, "", CouncilChair, "Hội đồng nhân dân tỉnh"),
    ),
    row(
        "Đ7.3",
        "department: a unit the head assigns",
        Prepares(Province, "", DepartmentHead, "Phòng, ban"),
    ),
    row("Đ7.4", "districts", Not("districts have ended")),
    row("Đ7.5", "districts", Not("districts have ended")),
    row(
        "Đ7.6",
        "commune: a section the head assigns",
        Prepares(Commune, "", GovernmentChair, "Một bộ phận"),
    ),
    row(
        "Đ8.1",
        "opinions gathered beforehand",
        Due("opinions", "-", "before"),
    ),
    row(
        "Đ8.1",
        "delegates, those present, programme, house rules, then the chair, secretary, desk",
        Step(
            "opening",
            "delegates those-present programme house-rules chair minutes-secretary registration-desk",
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
        "content by Article 5, purpose, requirements, main content",
        Step(
            "announcement",
            "content-by-mode purpose requirements main-content",
        ),
    ),
    row(
        "Đ8.3",
        "answers to what was gathered, if any",
        Step("prepared-answers", ""),
    ),
    row(
        "Đ8.3",
        "read by an agency the chair assigns",
        Lead("prepared-answers", "được người chủ trì phân công"),
    ),
    row(
        "Đ8.3",
        "such answers have to be prepared",
        Due("prepared-answers", "-", "before"),
    ),
    row("Đ8.4", "the People speak; no order", Step("speeches", "")),
    row(
        "Đ8.5",
        "chair or leaders of agencies answer",
        Step("answers", ""),
    ),
    row("Đ8.5", "may", MayStep("answers")),
    row("Đ8.6", "the People may go on", Step("follow-up", "")),
    row("Đ8.6", "may", MayStep("follow-up")),
    row(
        "Đ8.7",
        "accept, settle or assign, order the notice",
        Step(
            "conclusion",
            "accept-proposals settle-or-assign order-notice",
        ),
    ),
    row("Đ8.7", "settled at once or assigned", Rule("classes")),
    row("Đ8.7", "by class", Rule("class_rules")),
    row(
        "Đ9.1",
        "the chair directs and explains",
        Not("said by Đ8.5 and Đ8.7"),
    ),
    row("Đ9.2", "the chair decides the form", Rule("chair_decides")),
    row(
        "Đ9.3",
        "the chair issues the notice",
        Owed("conclusion-notice", "Người chủ trì ban hành"),
    ),
    row(
        "Đ10.1",
        "right to exchange, explanation and answer",
        Rule("rights"),
    ),
    row("Đ10.2", "house rules, respect", Rule("duties")),
    row("Đ10.3", "accurate and answerable", Rule("duties")),
    row(
        "Đ11.1",
        "notice issued within 10 working days",
        Due("conclusion-notice", "10 wd", "session"),
    ),
    row(
        "Đ11.1",
        "and sent within the same",
        Due("send-notice", "10 wd", "session"),
    ),
    row(
        "Đ11.1",
        "sending extended to 15 in all",
        Due("conclusion-notice-extended", "15 wd", "session"),
    ),
    row("Đ11.1", "may be", DueOf("conclusion-notice-extended", May)),
    row(
        "Đ11.1",
        "to competent bodies, petitioners, board, Front, organisations, the superior",
        To(
            ConclusionNotice,
            &[
                "thẩm quyền",
                "nêu kiến nghị",
                "Ban Dân vận (khối dân vận)",
                "Mặt trận Tổ quốc",
                "tổ chức chính trị - xã hội",
                "cấp trên",
            ],
        ),
    ),
    row(
        "Đ11.1",
        "report to the superior",
        Due("report-to-superior", "-", "notice"),
    ),
    row(
        "Đ11.2",
        "agencies report within 7 working days after the notice",
        Due("agency-report", "7 wd", "notice"),
    ),
    row(
        "Đ11.2",
        "the competent bodies",
        Owed("agency-report", "có thẩm quyền giải quyết"),
    ),
    row(
        "Đ11.2",
        "and tell the petitioner",
        To(PetitionerLetter, &["Người nêu kiến nghị"]),
    ),
    row(
        "Đ11.2",
        "what is passed on goes to them",
        To(TransferSlip, &["có thẩm quyền"]),
    ),
    row(
        "Đ11.3",
        "complete and keep the file",
        Due("filing", "-", "session"),
    ),
    row("Đ12", "checks and discipline", Not(SANCTION)),
    row("Đ13", "rewards", Not(SANCTION)),
    row(
        "Đ14.1",
        "put it into the year's programme",
        Due("yearly-plan", "-", "before"),
    ),
    row(
        "Đ14.2",
        "the lead agency follows up",
        Due("follow-up", "-", "session"),
    ),
    row(
        "Đ14.3",
        "the board appraises the Front's programme",
        Not(ORGANISING),
    ),
    row(
        "Đ15.1",
        "the Front sums up and foresees",
        Due("forecast", "-", "before"),
    ),
    row("Đ15.1", "the Front", Owed("forecast", "Mặt trận Tổ quốc")),
    row("Đ15.2", "helps to organise", Not("said by Đ7")),
    row(
        "Đ15.2",
        "carries out what of the conclusion is its own",
        Due("front-part", "-", "session"),
    ),
    row("Đ15.2", "the Front", Owed("front-part", "Mặt trận Tổ quốc")),
    row(
        "Đ15.3",
        "the Front supervises",
        Due("supervision", "-", "notice"),
    ),
    row(
        "Đ16.1a",
        "half-year before 30/6",
        Report("half-year", "30/6", "Văn phòng Ủy ban nhân dân tỉnh"),
    ),
    row(
        "Đ16.1a",
        "year before 15/12",
        Report("year", "15/12", "Văn phòng Ủy ban nhân dân tỉnh"),
    ),
    row(
        "Đ16.1b",
        "results of communes, half-year before 30/6",
        Report("half-year-communes", "30/6", "Huyện ủy"),
    ),
    row(
        "Đ16.1b",
        "results of communes, year before 15/12",
        Report("year-communes", "15/12", "Huyện ủy"),
    ),
    row(
        "Đ16.1c",
        "departments after each conference",
        Report("each-session", "-", "Ban, sở, ngành"),
    ),
    row(
        "Đ16.1c",
        "departments, year before 15/12",
        Report("year-departments", "15/12", "Ban, sở, ngành"),
    ),
    row(
        "Đ16.1c",
        "on request",
        Report("on-request", "-", "Ban, sở, ngành"),
    ),
    row(
        "Đ16.1d",
        "roll-up before 20/12",
        Report("roll-up", "20/12", "Ban Dân vận Tỉnh ủy"),
    ),
    row("Đ16.2", "nine papers", Dossier(9)),
    row(
        "Đ16.2",
        "kept by the lead agency",
        Kept(Commune, PartySecretary, "Cơ quan chủ trì tham mưu"),
    ),
    row(
        "Đ16.2",
        "petitions upward are only listed",
        DueOf("higher-level", Lists),
    ),
    row(
        "Đ16.2",
        "to the superior",
        To(HigherLevelPetition, &["Cấp trên"]),
    ),
    row("Đ17", "in force from signing", Validity),
];
