//! One evening under every regulation, in both layouts, in which what offices had to mend by hand happens: a deputy who was
//! a co-chair, people who came late, a slip, a conclusion that was left and taken up again, acts that were left out or taken
//! back, answers that were read out or kept as prepared. What has to stand in the papers, and what must not.

use doithoai::documents::Options;
use doithoai::domain::regulation::{ClassKind, Phase, Regulation, StepKind, Unregistered};
use doithoai::domain::session::attendance::{Attendee, Presence};
use doithoai::domain::session::command::{Command, Newcomer};
use doithoai::domain::session::event::NotePlace;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::{Class, Raiser};
use doithoai::domain::session::plan::{AgencyId, Layout, Number, OpinionId};
use doithoai::domain::session::queue::Standing;

use super::readers::{Docx, bytes, dossier};
use super::stage::{self, REGULATIONS, Stage, official, reason};

const LAYOUTS: [Layout; 2] = [Layout::State, Layout::Party];

/// The papers of the evening as text: minutes, notice, slips, letters, petition.
pub struct Papers {
    pub minutes: String,
    pub notice: String,
    pub slips: Vec<String>,
    pub letters: Vec<String>,
    pub petition: String,
    pub board: String,
    pub workbook: String,
    pub told: String,
}

impl Papers {
    fn of(evening: &Stage, told: String) -> Self {
        let files = dossier(evening, &Options::default());
        let text = |path: &str| Docx::read(bytes(&files, path)).text();
        let under = |folder: &str| {
            let paths = files.iter().map(|file| file.path.as_str());
            paths
                .filter(|path| path.starts_with(folder))
                .map(text)
                .collect()
        };
        Self {
            minutes: text("bien-ban.docx"),
            notice: text("thong-bao-ket-luan.docx"),
            slips: under("phieu-chuyen/"),
            letters: under("thu-tra-loi/"),
            petition: text("kien-nghi-cap-tren.docx"),
            board: text("thong-bao-cong-khai.docx"),
            workbook: super::workbook::texts(bytes(&files, "bang-tong-hop.xlsx")).join("\n"),
            told,
        }
    }

    pub fn all(&self) -> impl Iterator<Item = &String> {
        [&self.minutes, &self.notice, &self.petition, &self.board]
            .into_iter()
            .chain(&self.slips)
            .chain(&self.letters)
    }

    pub fn has(&self, text: &str, sentence: &str) {
        assert!(text.contains(sentence), "{}: {sentence}\n{text}", self.told);
    }

    pub fn lacks(&self, text: &str, sentence: &str) {
        assert!(
            !text.contains(sentence),
            "{}: {sentence}\n{text}",
            self.told
        );
    }
}

fn newcomer(name: &str) -> Newcomer {
    Newcomer {
        honorific: "Ông".into(),
        name: name.into(),
        village: "thôn Suối Lê".into(),
        subject: Some("Mức hỗ trợ hộ nghèo sửa nhà khác nhau giữa các thôn?".into()),
    }
}

fn register(evening: &mut Stage, name: &str) -> u32 {
    evening.act(Command::Register {
        newcomer: newcomer(name),
        within_scope: Some(true),
        reason: None,
    });
    let people = evening.session.state().queue.people();
    people.last().unwrap().registration.number.0
}

fn step_of(evening: &Stage, kind: &StepKind) -> Option<doithoai::domain::regulation::Step> {
    let steps = &evening.session.regulation().steps;
    steps.iter().find(|step| &step.kind == kind).cloned()
}

/// The evening, to its closing.
#[expect(clippy::too_many_lines, reason = "one evening, told in order")]
pub fn evening(regulation: Regulation, layout: Layout) -> Stage {
    let mut plan = stage::plan(&regulation, layout, 8);
    // The deputy is announced as co-chair, too.
    let deputy = official("Bà", "Vi Thị Huyền", "Phó Chủ tịch UBND xã");
    plan.co_chairs.push(deputy.clone());
    // Two opinions were collected, one with an answer; the organisation keeps its capitals.
    let mut without = plan.opinions[0].clone();
    without.id = OpinionId(2);
    without.from = "Chi hội Phụ nữ thôn Phiêng Đồn".into();
    without.text = "Bao giờ di chuyển bãi rác?".into();
    without.prepared_answer = None;
    plan.opinions.push(without);
    // Number 1 registered what had been collected before.
    let first = std::sync::Arc::make_mut(&mut plan.speakers[0]);
    first.subjects[0].opinion = Some(OpinionId(1));
    let delegates = plan.delegates.clone();
    let mut evening = Stage::opened(plan, regulation);
    evening.act(Command::ReplaceChair {
        by: deputy,
        case: None,
        reason: reason("Người chủ trì ốm đột xuất"),
    });
    evening.act(Command::RecordAttendance {
        marks: vec![
            (
                Attendee::Delegate(delegates[0].clone()),
                Some(Presence::Present),
            ),
            (
                Attendee::Delegate(delegates[1].clone()),
                Some(Presence::Absent),
            ),
            (
                Attendee::Agency(AgencyId("kinh-te".into())),
                Some(Presence::Substituted {
                    by: official("Ông", "Đàm Văn Thay", "Phó Trưởng phòng"),
                }),
            ),
        ],
        people: Some(87),
    });
    evening.pass(150);
    // The last act of the opening is left out.
    evening.step(&StepKind::Opening, 1, None);
    evening.step(
        &StepKind::Announcement,
        0,
        Some(reason("Đã phổ biến từ trước")),
    );
    if step_of(&evening, &StepKind::PreparedAnswers).is_some() {
        evening.step(&StepKind::PreparedAnswers, 0, None);
        for opinion in [1, 2] {
            evening.act(Command::ReadPrepared {
                opinion: OpinionId(opinion),
            });
            evening.pass(60);
            evening.act(Command::EndFloor);
            let item = evening.session.state().items.last().unwrap().id;
            evening.act(Command::ClassItem {
                item,
                class: Class::AnsweredNow,
            });
        }
    }
    evening.first_dialogue_step();
    // Number 1 is answered as prepared, and goes away for a second in between.
    evening.act(Command::GiveFloor {
        phase: Phase::Speech,
        to: Holder::Citizen(Number(1)),
        items: vec![],
    });
    evening.pass(100);
    evening.act(Command::Note {
        text: "Máy khởi động lại".into(),
        item: None,
    });
    evening.away(1);
    evening.act(Command::EndFloor);
    let one = evening.item_of(1);
    evening.act(Command::GiveFloor {
        phase: Phase::Answer,
        to: Holder::Agency(AgencyId("kinh-te".into())),
        items: vec![one],
    });
    evening.pass(100);
    evening.act(Command::EndFloor);
    evening.act(Command::AnswerAsPrepared { item: one });
    evening.act(Command::ClassItem {
        item: one,
        class: Class::AnsweredNow,
    });
    // Something more was noted once number 1 had sat down.
    evening.act(
        Command::RaiseItem {
            by: Raiser::Citizen(Number(1)),
            text: "Ghi thêm khi đã về chỗ".into(),
            opinion: None,
        }
        .with_scope(true),
    );
    let noted = evening.item_of(1);
    let Class::VerifyLater { due, .. } = evening.session.proposal(noted, ClassKind::VerifyLater)
    else {
        unreachable!("the class that was asked for");
    };
    evening.act(Command::ClassItem {
        item: noted,
        class: Class::VerifyLater {
            agency: Some(AgencyId("kinh-te".into())),
            due,
        },
    });
    evening.round(2, ClassKind::VerifyLater);
    evening.round(3, ClassKind::ReportUpward);
    // One came late and spoke, one only registered.
    let late = register(&mut evening, "Cứ A Sếnh");
    evening.round(late, ClassKind::AnsweredNow);
    let silent = register(&mut evening, "Sùng A Lặng");
    evening.act(Command::NoteInto {
        text: "Hội trường mất điện ít phút".into(),
        item: None,
        place: NotePlace::Minutes,
    });
    // A slip becomes an item, others are set aside.
    evening.act(Command::SetStanding {
        number: Number(4),
        standing: Standing::WrittenSlip,
    });
    evening.act(Command::TakeUpSubjects {
        numbers: vec![Number(4)],
    });
    let slip = evening.item_of(4);
    evening.act(Command::ClassItem {
        item: slip,
        class: evening.session.proposal(slip, ClassKind::VerifyLater),
    });
    // One does not come when called, one takes the registration back, the others have no time left.
    evening.act(Command::SetStanding {
        number: Number(6),
        standing: Standing::Absent,
    });
    evening.act(Command::SetStanding {
        number: Number(7),
        standing: Standing::Withdrew,
    });
    evening.act(Command::NoTimeForRest);
    evening.act(Command::SetAsideSubjects {
        numbers: vec![Number(5), Number(6), Number(7)],
        why: "người đăng ký đồng ý nêu vào kỳ sau".into(),
    });
    evening.act(Command::SetAsideSubjects {
        numbers: vec![Number(silent)],
        why: "trùng ý kiến đã nêu".into(),
    });
    // The conclusion is begun, left for number 8, and taken up again; the last act of it is never done.
    let conclusion = step_of(&evening, &StepKind::Conclusion).unwrap();
    let act = |act: usize| Command::Tick {
        act: conclusion.acts[act].id.clone(),
    };
    let enter = |step: doithoai::domain::regulation::StepId| Command::EnterStep {
        step,
        reason: Some(reason("Chủ trì cho nghe thêm một ý kiến")),
    };
    evening.pass(60);
    evening.act(enter(conclusion.id.clone()));
    evening.act(act(0));
    evening.act(Command::Undo);
    evening.pass(60);
    let dialogue = evening
        .session
        .regulation()
        .steps
        .iter()
        .find(|step| step.phases().contains(&Phase::Speech))
        .unwrap()
        .id
        .clone();
    evening.act(enter(dialogue));
    evening.round(8, ClassKind::VerifyLater);
    evening.act(enter(conclusion.id.clone()));
    let done = conclusion.acts.len().saturating_sub(1).max(1);
    for index in 0..done {
        evening.pass(30);
        evening.act(act(index));
    }
    evening.act(Command::WordConclusion {
        act: conclusion.acts[0].id.clone(),
        text: "Ghi nhận tinh thần thẳng thắn.\nGiao Văn phòng theo dõi từng ý kiến.".into(),
    });
    for act in conclusion.acts.iter().take(done) {
        assert!(
            evening
                .session
                .state()
                .agenda
                .is_ticked(&conclusion.id, &act.id)
        );
    }
    evening.pass(120);
    evening.act(Command::Close {
        reason: Some(reason("Hết giờ")),
    });
    evening
}

pub fn each(story: impl Fn(&Stage, &Papers)) {
    for id in REGULATIONS {
        for layout in LAYOUTS {
            let regulation = doithoai::store::profiles::load(id, None).unwrap();
            let evening = evening(regulation, layout);
            let papers = Papers::of(&evening, format!("{id} {layout:?}"));
            story(&evening, &papers);
        }
    }
}

#[test]
fn the_conclusion_stands_at_its_last_visit_with_the_acts_that_were_done() {
    each(|evening, papers| {
        let conclusion = step_of(evening, &StepKind::Conclusion).unwrap();
        let minutes = &papers.minutes;
        // told once, after the speaker for whom it was left
        assert_eq!(
            minutes.matches("Người chủ trì kết luận:").count(),
            1,
            "{}",
            papers.told
        );
        let told = minutes.find("Người chủ trì kết luận:").unwrap();
        let last_speech = minutes.find("Ông Bàn Phúc Vượng").unwrap();
        assert!(last_speech < told, "{}\n{minutes}", papers.told);
        // its words keep their lines
        papers.has(minutes, "\nGhi nhận tinh thần thẳng thắn.\n");
        papers.has(minutes, "\nGiao Văn phòng theo dõi từng ý kiến.\n");
        // leaving it for a speaker is one departure; what was done when it was taken up again was not left out
        let way_back = minutes.find("quay lại nội dung").unwrap();
        let title = &conclusion.title.vi;
        let left_out = format!("Không thực hiện đủ các việc trong nội dung “{title}”");
        papers.lacks(&minutes[..way_back], &left_out);
        // the act that was never done is not concluded, in no paper
        if conclusion.acts.len() > 1 {
            let left = &conclusion.acts.last().unwrap().title.vi;
            let lower: String = {
                let mut letters = left.chars();
                let first = letters.next().unwrap().to_lowercase();
                first.chain(letters).collect()
            };
            papers.lacks(minutes, &format!("Không thực hiện: {lower}."));
            papers.lacks(&papers.notice, left);
        }
        // and what was left out with a reason is told once
        papers.has(minutes, "Không thực hiện đủ các việc trong nội dung");
        if conclusion.acts.len() > 1 {
            papers.has(minutes, &left_out);
        }
    });
}

#[test]
fn nobody_is_invited_by_being_registered_and_silence_is_no_breach() {
    each(|evening, papers| {
        let minutes = &papers.minutes;
        papers.lacks(minutes, "Mời ông Sùng A Lặng");
        papers.lacks(minutes, "là người không đăng ký trước");
        let spoke = match &evening.session.regulation().rules.unregistered {
            Unregistered::WithinScope(_) => {
                "đăng ký tại hội nghị, nội dung thuộc phạm vi đã thông báo"
            }
            Unregistered::ByLeave(_) => {
                "đăng ký tại hội nghị, theo sự điều hành của người chủ trì, "
            }
            Unregistered::Silent | Unregistered::Accepted(_) => "đăng ký tại hội nghị",
        };
        let line = minutes
            .lines()
            .find(|line| line.contains("Ông Cứ A Sếnh") && line.contains("phát biểu"))
            .unwrap();
        papers.has(line, spoke);
        // whoever answered for the scope where no text asks for it has given the minutes no rule to tell
        if !matches!(
            evening.session.regulation().rules.unregistered,
            Unregistered::WithinScope(_)
        ) {
            papers.lacks(minutes, "phạm vi đã thông báo");
        }
        // what departs from the order is only what did
        assert_eq!(
            minutes.matches("khác trình tự").count(),
            evening.session.state().deviations.len(),
            "{}\n{minutes}",
            papers.told
        );
    });
}

#[test]
fn a_deputy_without_a_case_cites_none_and_the_papers_say_who_presided() {
    each(|evening, papers| {
        let minutes = &papers.minutes;
        papers.has(
            minutes,
            "1. Chủ trì: bà Vi Thị Huyền, Phó Chủ tịch UBND xã, thay ",
        );
        papers.has(minutes, "Lý do: Người chủ trì ốm đột xuất.");
        papers.lacks(minutes, "ốm đột xuất (căn cứ");
        // she is not her own co-chair
        let co_chairs = minutes
            .lines()
            .find(|line| line.starts_with("2. Đồng chủ trì"))
            .unwrap();
        papers.lacks(co_chairs, "Vi Thị Huyền");
        papers.has(co_chairs, "Đỗ Mạnh Cường");
        for paper in [&papers.notice, &papers.slips[0], &papers.petition] {
            papers.has(paper, "bà Vi Thị Huyền, Phó Chủ tịch UBND xã");
        }
        // who signs is the office's, whoever held the chair
        let signs = evening.session.plan().chair.name.as_str();
        for paper in [&papers.notice, &papers.slips[0], &papers.petition] {
            papers.has(paper, &format!("\n{signs}"));
        }
        if evening.session.plan().layout == Layout::State {
            papers.lacks(&papers.notice, "T/M BAN THƯỜNG VỤ");
            papers.has(&papers.notice, "CHỦ TỊCH");
        } else {
            papers.has(&papers.notice, "T/M BAN THƯỜNG VỤ");
        }
    });
}

#[test]
fn an_answer_that_was_kept_as_prepared_or_read_out_stands_everywhere() {
    each(|evening, papers| {
        let answer = "Phòng Kinh tế đã thay các đoạn ống vỡ trong tháng 10";
        papers.has(&papers.minutes, answer);
        if step_of(evening, &StepKind::PreparedAnswers).is_some() {
            let read = "đọc nội dung trả lời ý kiến thu thập trước hội nghị của";
            assert_eq!(papers.minutes.matches(read).count(), 1, "{}", papers.told);
            // nothing is read where nothing was prepared, and an organisation keeps its capital
            papers.has(&papers.minutes, "trả lời Chi hội Phụ nữ thôn Phiêng Đồn");
        }
        let record = evening.record();
        assert!(record.items.iter().any(|item| {
            item.as_prepared
                && item
                    .answer
                    .as_deref()
                    .is_some_and(|text| text.contains(answer))
        }));
        // in the table of items and in the notice it stands as it stands in the minutes
        papers.has(&papers.workbook, answer);
        papers.has(&papers.notice, answer);
        // nowhere a row of dots where the answer is known
        for text in papers.all() {
            papers.lacks(text, "Trả lời: …");
        }
        papers.lacks(&papers.minutes, "Trả lời ý kiến số 1: …");
        let letters = papers.letters.join("\n");
        if !papers.letters.is_empty() {
            papers.has(&letters, &format!("Trả lời: {answer}."));
        }
        // whoever came in another's place spoke for the agency
        papers.has(
            &papers.minutes,
            "Phòng Kinh tế xã (ông Đàm Văn Thay, Phó Trưởng phòng) trả lời",
        );
    });
}

#[test]
fn what_people_announced_and_could_not_say_is_named() {
    each(|_, papers| {
        let minutes = &papers.minutes;
        papers.has(
            minutes,
            "- Ông Lường Văn Ẩn (số 5): không còn thời gian phát biểu, nội dung đã đăng ký: “",
        );
        papers.has(
            minutes,
            "” – không ghi thành ý kiến: người đăng ký đồng ý nêu vào kỳ sau",
        );
        papers.has(
            minutes,
            "- Chị Đặng Thị Như Quỳnh (số 6): vắng mặt khi được mời, nội dung đã đăng ký: “",
        );
        papers.has(
            minutes,
            "- Bà Sùng Thị Mỵ (số 7): xin rút đăng ký, nội dung đã đăng ký: “",
        );
        papers.has(minutes, "Bà Nguyễn Thị Ước (số 4): gửi ý kiến bằng văn bản");
        papers.has(
            minutes,
            "01 người vắng mặt, 01 người rút đăng ký, 01 người gửi ý kiến bằng văn bản",
        );
        papers.has(
            minutes,
            "Ý kiến bằng văn bản hoặc qua bộ phận tổng hợp ý kiến:",
        );
        papers.has(
            minutes,
            "của bà Nguyễn Thị Ước, thôn Nà Hỏi: Cả bản chưa có điện lưới",
        );
        papers.lacks(minutes, "bộ phận thu nhận:");
    });
}

#[test]
fn attendance_is_told_as_it_was_recorded() {
    each(|_, papers| {
        let minutes = &papers.minutes;
        papers.has(minutes, "4. Đại biểu có mặt (01 người):");
        papers.has(minutes, "Đại biểu vắng mặt (01 người): bà Lý Thị Phượng");
        papers.has(minutes, "chưa ghi nhận có mặt (01 người): anh Hà Minh Tuấn");
        papers.has(minutes, "Tổng số người dự hội nghị: 87 người.");
        papers.has(
            minutes,
            "- Phòng Kinh tế xã, người trả lời: ông Đàm Văn Thay, Phó Trưởng phòng",
        );
    });
}

#[test]
fn what_was_noted_after_the_floor_was_said_and_a_blink_of_the_program_is_nothing() {
    each(|_, papers| {
        let minutes = &papers.minutes;
        let speech = minutes.find("Ông Triệu Văn Kẻo, thôn Nà Hỏi").unwrap();
        let noted = minutes.find("Ghi thêm khi đã về chỗ").unwrap();
        let answer = minutes.find(" trả lời ông Triệu Văn Kẻo").unwrap();
        assert!(
            speech < noted && noted < answer,
            "{}\n{minutes}",
            papers.told
        );
        papers.lacks(minutes, "Việc ghi diễn biến bị gián đoạn");
        papers.has(minutes, "Hội trường mất điện ít phút.");
    });
}

/// Words and pairs of words that stand twice in a row in one sentence. A body of the Party is called *Ban Xây dựng Đảng Đảng
/// ủy*; that is its name.
fn doubled(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for sentence in text.split(['.', ',', ';', ':', '(', ')', '“', '”', '–', '-', '\n']) {
        let words: Vec<String> = sentence
            .replace("Đảng Đảng ủy", "Đảng ủy")
            .split_whitespace()
            .map(str::to_lowercase)
            .collect();
        for size in 1..=3 {
            for pair in words.windows(size * 2) {
                let (one, other) = pair.split_at(size);
                let is_word = one.iter().all(|word| word.chars().any(char::is_alphabetic));
                if one == other && is_word {
                    found.push((one.join(" "), other.join(" ")));
                }
            }
        }
    }
    found
}

#[test]
fn a_sentence_has_one_stop_and_words_stand_once() {
    assert_eq!(doubled("giao cho Phòng Kinh tế Phòng Kinh tế").len(), 1);
    each(|_, papers| {
        for text in papers.all() {
            for wrong in [
                "?.",
                "!.",
                "….",
                "..",
                ";.",
                ":.",
                " ,",
                "hội nghị hội nghị",
                "khoảng vắng",
            ] {
                papers.lacks(text, wrong);
            }
            assert_eq!(
                doubled(text),
                [],
                "{}
{text}",
                papers.told
            );
            // A count below ten has its nought, everywhere.
            for count in 1..10 {
                papers.lacks(text, &format!(" {count} ý kiến"));
                papers.lacks(text, &format!("({count} người"));
            }
        }
        papers.has(
            &papers.minutes,
            "Mức hỗ trợ hộ nghèo sửa nhà khác nhau giữa các thôn?",
        );
        papers.has(
            &papers.minutes,
            "Mã kiểm tra: 15 bản ghi · 3f9a 0c2e 7b1d 4e5f",
        );
    });
}

#[test]
fn a_petition_cites_an_order_only_where_there_is_one() {
    each(|evening, papers| {
        let id = evening.session.regulation().id.0.as_str();
        let petition = &papers.petition;
        match id {
            // Both texts only list such a paper.
            "qd-1573-2025" | "dien-bien" => {
                papers.has(petition, "Thực hiện kết luận của người chủ trì, ");
                papers.lacks(petition, "Điều 15");
                papers.lacks(petition, "Điều 16");
            }
            "lao-cai-7-qc-tu-2025" => papers.has(petition, "Thực hiện khoản 3 Điều 10 Quy chế"),
            "dan-tien-2025" => papers.has(petition, "Thực hiện khoản 4 Điều 10 Quy chế"),
            _ => papers.has(petition, "Thực hiện mục 5 Phần II Kế hoạch"),
        }
        // A Party committee writes to the committee above it.
        if evening.session.plan().layout == Layout::Party {
            papers.has(petition, "Kính gửi: Tỉnh ủy Đông Lĩnh.");
            papers.has(petition, "UBND tỉnh Đông Lĩnh");
        } else {
            papers.has(petition, "Kính gửi: UBND tỉnh Đông Lĩnh.");
        }
    });
}

#[test]
fn slips_order_what_the_text_orders_of_agencies_and_no_more() {
    each(|evening, papers| {
        let id = evening.session.regulation().id.0.as_str();
        let slip = &papers.slips[0];
        match id {
            "lao-cai-7-qc-tu-2025" => {
                papers.has(slip, "về đơn vị chủ trì hội nghị");
                papers.has(slip, "để Nhân dân biết");
                papers.lacks(slip, "người kiến nghị bằng văn bản");
                // nor is anybody to answer in writing whoever raised it
                for text in papers.all() {
                    papers.lacks(text, "xác minh, trả lời trong thời hạn");
                    papers.lacks(text, "xác minh, trả lời chậm nhất");
                }
                papers.has(
                    &papers.minutes,
                    "giải quyết và báo cáo kết quả trong thời hạn 45 ngày, chậm nhất ngày 11 tháng 01 năm 2027 (khoản 3 Điều 10)",
                );
                assert!(papers.letters.is_empty());
            }
            "tang-tien-2024" => {
                // The office replies if needed; no agency is told to.
                papers.lacks(slip, "Trả lời bằng văn bản");
                papers.lacks(slip, "trả lời bằng văn bản");
                papers.has(
                    slip,
                    "Đề nghị Phòng Kinh tế xã giải quyết theo thẩm quyền.\n",
                );
                papers.lacks(slip, "(theo ");
                papers.has(slip, "Người nêu kiến nghị (để biết)");
                assert!(!papers.letters.is_empty());
            }
            _ => {
                papers.has(slip, "thông báo bằng văn bản cho");
                assert!(!papers.letters.is_empty());
            }
        }
    });
}

#[test]
fn the_notice_goes_to_whom_the_text_names() {
    each(|evening, papers| {
        let id = evening.session.regulation().id.0.as_str();
        let notice = &papers.notice;
        match id {
            "lao-cai-7-qc-tu-2025" => {
                papers.has(notice, "- Đối tượng tiếp xúc, đối thoại;");
                papers.lacks(notice, "Mặt trận");
            }
            "qd-1573-2025" => {
                papers.has(
                    notice,
                    "- Ban Tuyên giáo và Ban Dân vận cấp ủy (để biết, theo dõi, giám sát);",
                );
                papers.lacks(notice, "(để báo cáo)");
            }
            "dien-bien" => {
                papers.has(
                    notice,
                    "- Ban Dân vận (khối dân vận) (để theo dõi, giám sát thực hiện);",
                );
                // It does not order itself.
                papers.lacks(notice, "Chỉ đạo ban hành thông báo kết luận");
            }
            "dan-tien-2025" => papers.has(
                notice,
                "- Ban Xây dựng Đảng (để theo dõi, giám sát thực hiện);",
            ),
            _ => papers.lacks(notice, "(để báo cáo)"),
        }
    });
}

#[test]
fn nothing_tells_of_a_session_that_never_was() {
    for id in REGULATIONS {
        let regulation = doithoai::store::profiles::load(id, None).unwrap();
        let plan = stage::plan(&regulation, Layout::State, 3);
        let never = Stage::opened(plan, regulation);
        let paths: Vec<String> = dossier(&never, &Options::default())
            .into_iter()
            .map(|file| file.path)
            .collect();
        for path in ["thong-bao-ket-luan.docx", "thong-bao-cong-khai.docx"] {
            assert!(!paths.contains(&path.to_owned()), "{id}: {paths:?}");
        }
        assert!(paths.iter().all(|path| !path.starts_with("thu-tra-loi")));
    }
}

#[test]
fn the_public_version_holds_nothing_of_those_who_never_spoke() {
    for id in REGULATIONS {
        let regulation = doithoai::store::profiles::load(id, None).unwrap();
        let evening = evening(regulation, Layout::State);
        let options = Options {
            public: true,
            mask_names: true,
            ..Options::default()
        };
        let files = dossier(&evening, &options);
        for file in &files {
            for folder in ["phieu-chuyen", "thu-tra-loi", "kien-nghi-cap-tren"] {
                assert!(!file.path.starts_with(folder), "{id}: {}", file.path);
            }
        }
        let record = String::from_utf8(bytes(&files, "record.json").to_vec()).unwrap();
        let minutes = Docx::read(bytes(&files, "bien-ban.docx")).text();
        // Number 5 announced something and had no time.
        let announced = &evening.session.plan().speakers[4].subjects[0].text;
        let said = evening
            .session
            .state()
            .items
            .iter()
            .any(|item| &item.text == announced);
        if !said {
            assert!(
                !record.contains(announced) && !minutes.contains(announced),
                "{id}"
            );
        }
        assert!(
            !minutes.contains("Triệu Văn Kẻo") && minutes.contains("T.V.K."),
            "{id}\n{minutes}"
        );
    }
}

#[test]
fn short_minutes_tell_a_turn_in_a_sentence_and_the_times_in_an_annex() {
    let regulation = doithoai::store::profiles::load("dan-tien-2025", None).unwrap();
    let mut plan = stage::plan(&regulation, Layout::State, 2);
    plan.settings.short_minutes = Some(true);
    plan.opinions.clear();
    let mut evening = Stage::opened(plan, regulation);
    evening.up_to_the_dialogue();
    evening.round(1, ClassKind::AnsweredNow);
    evening.round(2, ClassKind::VerifyLater);
    stage::conclude(&mut evening);
    let files = dossier(&evening, &Options::default());
    let minutes = Docx::read(bytes(&files, "bien-ban.docx"));
    let text = minutes.text();
    assert!(
        text.contains(
            "Ông Triệu Văn Kẻo, thôn Nà Hỏi (số 1) phát biểu: ý kiến số 1 – Đường trục thôn"
        ),
        "{text}"
    );
    let (course, annex) = text.split_once("PHỤ LỤC KÈM THEO BIÊN BẢN").unwrap();
    assert!(course.contains("Mã kiểm tra") && annex.contains("Thời gian phát biểu, trả lời"));
    assert!(annex.contains("2 phút 20 giây"), "{annex}");
    assert!(!course.contains("thời gian 2 phút"), "{course}");
    // what is owed by when is said once, with the conclusion, and no bracket stands in another
    assert!(course.contains(" trả lời sau)"), "{course}");
    assert!(!course.contains("))"), "{course}");
    assert!(
        course.contains("trong thời hạn 30 ngày làm việc"),
        "{course}"
    );
    // Word finds its way by its own names of headings.
    let document = &minutes.parts["word/document.xml"];
    assert!(document.contains(r#"<w:pStyle w:val="Heading1"/>"#));
    assert!(minutes.parts["word/styles.xml"].contains(r#"<w:name w:val="heading 1"/>"#));
}

#[test]
fn the_notice_for_the_board_fits_one_page_of_text() {
    for layout in LAYOUTS {
        let long = stage::long("lao-cai-7-qc-tu-2025", layout, 60);
        let files = dossier(&long, &Options::default());
        let board = Docx::read(bytes(&files, "thong-bao-cong-khai.docx"));
        let letters: usize = board.text().chars().count();
        assert!(letters < 3000, "{letters}\n{}", board.text());
        assert!(!board.text().contains("Triệu Văn Kẻo"));
    }
}

#[test]
fn whom_the_plan_names_signs_and_in_the_capacity_they_hold() {
    for (layout, office, lines) in [
        (
            Layout::State,
            "Phó Chủ tịch UBND xã",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n",
        ),
        (
            Layout::State,
            "Chánh Văn phòng HĐND và UBND xã",
            "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG",
        ),
        (
            Layout::State,
            "Bí thư Đảng ủy, Chủ tịch UBND xã",
            "\nCHỦ TỊCH\n",
        ),
        (
            Layout::Party,
            "Phó Bí thư Thường trực Đảng ủy xã",
            "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\n",
        ),
        (
            Layout::Party,
            "Chủ tịch UBND xã, Bí thư Đảng ủy xã",
            "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n",
        ),
        (
            Layout::Party,
            "Bí thư Đảng uỷ",
            "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n",
        ),
        (Layout::State, "Chủ tịch Uỷ ban nhân dân xã", "\nCHỦ TỊCH\n"),
    ] {
        let regulation = doithoai::store::profiles::load("dan-tien-2025", None).unwrap();
        let mut plan = stage::plan(&regulation, layout, 1);
        plan.signatory = Some(official("Ông", "Lò Văn Ký", office));
        let mut evening = Stage::opened(plan, regulation);
        evening.up_to_the_dialogue();
        evening.round(1, ClassKind::AnsweredNow);
        stage::conclude(&mut evening);
        let files = dossier(&evening, &Options::default());
        let notice = Docx::read(bytes(&files, "thong-bao-ket-luan.docx")).text();
        assert!(notice.contains(lines), "{office}: {lines}\n{notice}");
        assert!(notice.contains("Lò Văn Ký"));
    }
}

#[test]
fn heads_name_the_code_and_the_place_of_any_body() {
    for (layout, body, code, place, filed) in [
        (
            Layout::State,
            "Sở Nông nghiệp và Môi trường tỉnh Đông Lĩnh",
            "TB-SNNMT",
            "Đông Lĩnh, ngày",
            "Lưu: VT",
        ),
        (
            Layout::State,
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Đông Lĩnh",
            "TB-MTTQ-BTT",
            "Đông Lĩnh, ngày",
            "Lưu: VT",
        ),
        // as it was spelled before, abbreviated, in capitals
        (
            Layout::State,
            "Uỷ ban nhân dân xã Phiêng Mây",
            "/TB-UBND",
            "Phiêng Mây, ngày",
            "Lưu: VT",
        ),
        (
            Layout::State,
            "UBND XÃ PHIÊNG MÂY",
            "/TB-UBND",
            "Phiêng Mây, ngày",
            "Lưu: VT",
        ),
        (
            Layout::State,
            "Ban Thường trực Uỷ ban MTTQ Việt Nam xã Phiêng Mây",
            "TB-MTTQ-BTT",
            "Phiêng Mây, ngày",
            "Lưu: VT",
        ),
        (
            Layout::Party,
            "Đảng uỷ xã Phiêng Mây",
            "-TB/ĐU",
            "Phiêng Mây, ngày",
            "- Lưu Văn phòng Đảng ủy.",
        ),
        (
            Layout::Party,
            "Tỉnh uỷ Đông Lĩnh",
            "-TB/TU",
            "Đông Lĩnh, ngày",
            "- Lưu Văn phòng Tỉnh ủy.",
        ),
        (
            Layout::Party,
            "Tỉnh ủy Đông Lĩnh",
            "-TB/TU",
            "Đông Lĩnh, ngày",
            "- Lưu Văn phòng Tỉnh ủy.",
        ),
    ] {
        let regulation = doithoai::store::profiles::load("dan-tien-2025", None).unwrap();
        let mut plan = stage::plan(&regulation, layout, 1);
        plan.body = body.into();
        let mut evening = Stage::opened(plan, regulation);
        evening.up_to_the_dialogue();
        evening.round(1, ClassKind::AnsweredNow);
        stage::conclude(&mut evening);
        let files = dossier(&evening, &Options::default());
        let notice = Docx::read(bytes(&files, "thong-bao-ket-luan.docx")).text();
        for expected in [code, place, filed] {
            assert!(notice.contains(expected), "{body}: {expected}\n{notice}");
        }
        // a head has the name of the body in full
        if body.starts_with("UBND") {
            let head = notice.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(head.contains("ỦY BAN NHÂN DÂN XÃ PHIÊNG MÂY"), "{notice}");
        }
    }
}
