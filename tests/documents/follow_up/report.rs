//! Every figure of a report counted again: from the raw rows of the workbook as another program reads them, and from what
//! was entered, with days of its own counting.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use doithoai::documents::{DossierFile, PeriodOffice, period_papers};
use doithoai::domain::deadlines::Basis;
use doithoai::domain::follow_up::{
    ReportFigures, ReportPeriod, ReportedSession, figures, overview,
};
use doithoai::domain::record::SessionRecord;
use doithoai::domain::regulation::{ClassKind, Period, Post};
use doithoai::domain::session::Session;
use doithoai::domain::session::plan::Level;
use doithoai::store::calendars;

use crate::dossier::readers::{Docx, bytes, parts};
use crate::follow_up_given::{Office, closed_of, day, letter, plan, promises};

const TODAY: &str = "20/12/2026";
const ITEMS: u32 = 30;

/// What was entered about one item, as the test knows it.
struct Known {
    body: String,
    field: String,
    class: ClassKind,
    held: NaiveDate,
    answered: Option<NaiveDate>,
}

fn class_of(session: u32, number: u32) -> ClassKind {
    ClassKind::ALL[((session + number * 7) % 3) as usize]
}

/// Ends 45 days after the session, on a day that is worked: only weekends and 1/1 lie in the way of these sessions.
fn due_of(held: NaiveDate) -> NaiveDate {
    let mut on = held + Days::new(45);
    while matches!(on.weekday(), Weekday::Sat | Weekday::Sun) || (on.day(), on.month()) == (1, 1) {
        on = on + Days::new(1);
    }
    on
}

/// A small province: sessions of two years in four communes, some answered in time, some late, some not.
fn province() -> (Vec<ReportedSession>, Vec<Known>, Session) {
    let helds = [
        "10/06/2025",
        "15/09/2025",
        "05/06/2026",
        "06/07/2026",
        "15/09/2026",
        "16/11/2026",
    ];
    let basis = Basis::of(calendars::load(None).unwrap());
    let (mut sessions, mut known, mut last) = (Vec::new(), Vec::new(), None);
    for (number, held) in (0_u32..).zip(helds) {
        for commune in 1..=4 {
            let body = format!("Ủy ban nhân dân xã Mẫu {commune}");
            let plan = plan("lao-cai-7-qc-tu-2025", day(held), &body, ITEMS);
            let fields: Vec<String> = plan
                .speakers
                .iter()
                .map(|one| one.subjects[0].topic.clone().unwrap())
                .collect();
            let session = closed_of(plan, |item| class_of(number + commune, item));
            let mut office = Office::of(promises(&session), held);
            let due = due_of(day(held));
            for item in 1..=ITEMS {
                let class = class_of(number + commune, item);
                let shift = [Some(-5), Some(3), None][(item % 3) as usize];
                let on = shift
                    .map(|shift| due + chrono::TimeDelta::days(shift))
                    .filter(|on| class == ClassKind::VerifyLater && *on <= day(TODAY));
                if let Some(on) = on {
                    let typed = on.format("%d/%m/%Y").to_string();
                    office.is_on(&typed);
                    office.enters(Office::answer(item, letter("1/KT", &typed)));
                }
                known.push(Known {
                    body: body.clone(),
                    field: fields[item as usize - 1].clone(),
                    class,
                    held: day(held),
                    answered: on,
                });
            }
            sessions.push(ReportedSession {
                key: format!("P{number}{commune}"),
                overview: overview(
                    &office.promises,
                    office.ledger.state(),
                    &basis,
                    day(TODAY),
                    7,
                ),
                promises: office.promises,
            });
            last = Some(session);
        }
    }
    (sessions, known, last.unwrap())
}

fn made(period: &ReportPeriod) -> (ReportFigures, Vec<DossierFile>, Vec<Known>) {
    let (sessions, known, last) = province();
    let counts = figures(period, &sessions);
    let record = SessionRecord::as_left(&last);
    let office = PeriodOffice {
        record: &record,
        orders: vec![],
        left_out: vec![],
    };
    let files = period_papers(period, &counts, &office, day(TODAY), None).unwrap();
    (counts, files, known)
}

fn year() -> ReportPeriod {
    ReportPeriod::parse("2026", |day| day.parse().ok()).unwrap()
}

#[test]
fn every_figure_is_what_was_entered_with_days_counted_otherwise() {
    let (counts, _, known) = made(&year());
    let of_year = |year: i32| known.iter().filter(move |one| one.held.year() == year);
    for (totals, year) in [(&counts.this, 2026), (&counts.previous, 2025)] {
        let count = |fits: &dyn Fn(&Known) -> bool| -> u32 {
            of_year(year)
                .filter(|one| fits(one))
                .count()
                .try_into()
                .unwrap()
        };
        let later = |one: &Known| one.class == ClassKind::VerifyLater;
        let late = |one: &Known| one.answered.is_some_and(|on| on > due_of(one.held));
        assert_eq!(totals.items.items, count(&|_| true), "{year}");
        assert_eq!(
            totals.items.answered_now,
            count(&|one| one.class == ClassKind::AnsweredNow)
        );
        assert_eq!(totals.items.verify_later, count(&later));
        assert_eq!(
            totals.items.report_upward,
            count(&|one| one.class == ClassKind::ReportUpward)
        );
        assert_eq!(totals.items.late, count(&|one| later(one) && late(one)));
        assert_eq!(
            totals.items.on_time,
            count(&|one| later(one) && one.answered.is_some() && !late(one))
        );
        assert_eq!(
            totals.items.overdue,
            count(&|one| later(one) && one.answered.is_none() && due_of(one.held) < day(TODAY))
        );
    }
    assert_eq!((counts.this.sessions, counts.previous.sessions), (16, 8));
    // By field and body, the same way.
    for (field, counted) in &counts.fields {
        let expected = of_year(2026).filter(|one| Some(&one.field) == field.as_ref());
        assert_eq!(counted.items as usize, expected.count(), "{field:?}");
    }
    for (body, (sessions, counted)) in &counts.bodies {
        let expected = of_year(2026).filter(|one| &one.body == body);
        assert_eq!((*sessions, counted.items as usize), (4, expected.count()));
    }
    // Promised before the year and not answered when it began.
    let begins = day("01/01/2026");
    let carried = known.iter().filter(|one| {
        one.held < begins
            && one.class != ClassKind::AnsweredNow
            && one.answered.is_none_or(|on| on >= begins)
    });
    assert_eq!(counts.carried.items as usize, carried.count());
}

type Rows = Vec<Vec<Data>>;

fn sheets(files: &[DossierFile]) -> BTreeMap<String, Rows> {
    let book = files
        .iter()
        .find(|file| file.path == "so-lieu.xlsx")
        .unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book.bytes.clone())).unwrap();
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            let rows = range.rows().map(<[Data]>::to_vec).collect();
            (name, rows)
        })
        .collect()
}

fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(_)
        | Data::DateTime(_)
        | Data::DateTimeIso(_)
        | Data::DurationIso(_)
        | Data::Error(_)
        | Data::Empty => String::new(),
    }
}

fn number(cell: &Data) -> usize {
    text(cell).parse().unwrap_or_else(|_| panic!("{cell:?}"))
}

#[test]
fn every_figure_of_the_workbook_is_a_count_of_its_raw_rows() {
    let (_, files, _) = made(&year());
    let sheets = sheets(&files);
    let raw = &sheets["DL ý kiến"];
    let column = |row: &[Data], letter: char| text(&row[letter as usize - 'A' as usize]);
    let count = |wanted: &[(char, &str)]| {
        raw.iter()
            .skip(1)
            .filter(|row| wanted.iter().all(|(at, what)| column(row, *at) == *what))
            .count()
    };
    let mut counted = 0;
    for (sheet, label) in [
        ("Theo lĩnh vực", 'H'),
        ("Theo cơ quan", 'J'),
        ("Theo đơn vị", 'C'),
    ] {
        let rows = &sheets[sheet];
        let heads: Vec<String> = rows[3].iter().map(text).collect();
        for row in rows.iter().skip(4).filter(|row| !text(&row[0]).is_empty()) {
            let name = text(&row[0]);
            for (head, cell) in heads.iter().zip(row).skip(1) {
                let of = |at, what| count(&[('B', "Kỳ này"), (label, &name), (at, what)]);
                let expected = match head.as_str() {
                    "Hội nghị" => continue,
                    "Ý kiến" => count(&[('B', "Kỳ này"), (label, &name)]),
                    "Đã hẹn" => of('I', "Trả lời sau") + of('I', "Báo cáo cấp trên"),
                    "Trả lời ngay" | "Trả lời sau" | "Báo cáo cấp trên" | "Chưa phân loại" => {
                        of('I', head)
                    }
                    state => of('M', state),
                };
                assert_eq!(number(cell), expected, "{sheet}: {name}: {head}");
                counted += 1;
            }
        }
    }
    for row in sheets["Tổng hợp"]
        .iter()
        .skip(4)
        .filter(|row| row.len() > 2)
    {
        let (label, this, before) = (text(&row[0]), &row[1], &row[2]);
        for (period, cell) in [("Kỳ này", this), ("Kỳ trước", before)] {
            let expected = match label.as_str() {
                "Ý kiến" => count(&[('B', period)]),
                "Trả lời ngay" | "Trả lời sau" | "Báo cáo cấp trên" | "Chưa phân loại" => {
                    count(&[('B', period), ('I', &label)])
                }
                "Đúng hạn" | "Muộn" | "Quá hạn" | "Chưa đến hạn" | "Ở cấp trên" => {
                    count(&[('B', period), ('M', &label)])
                }
                _ => continue,
            };
            assert_eq!(number(cell), expected, "{label}");
            counted += 1;
        }
    }
    assert!(counted > 100, "{counted}");
    // Every table figure is a formula over these rows, so whoever opens the workbook can count again.
    let book = files
        .iter()
        .find(|file| file.path == "so-lieu.xlsx")
        .unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book.bytes.clone())).unwrap();
    let formulas = book.worksheet_formula("Theo lĩnh vực").unwrap();
    assert!(
        formulas
            .used_cells()
            .all(|(_, _, formula)| formula.contains("SUMPRODUCT"))
    );
    assert!(formulas.used_cells().count() > 20);
}

#[test]
fn the_same_figures_make_the_same_bytes_and_a_year_without_sessions_is_no_fault() {
    let (_, first, _) = made(&year());
    let (_, second, _) = made(&year());
    assert!(first == second);
    let empty = ReportPeriod::parse("2020-H1", |day| day.parse().ok()).unwrap();
    let (counts, files, _) = made(&empty);
    assert_eq!(counts.this.sessions, 0);
    assert_eq!(files.len(), 2);
    sheets(&files);
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one row for each letter of the texts"
)]
fn the_report_says_who_owes_it_to_whom_by_which_day_as_each_text_has_it() {
    for (id, typed, province, said) in [
        (
            "lao-cai-7-qc-tu-2025",
            "2026-H1",
            None,
            vec![
                "Điều 18: Các cấp ủy, chính quyền báo cáo Tỉnh ủy (qua Ban Tuyên giáo và Dân vận Tỉnh ủy), trước ngày 15/06.",
            ],
        ),
        (
            "lao-cai-7-qc-tu-2025",
            "2026",
            None,
            vec![
                "Các cấp ủy, chính quyền báo cáo Tỉnh ủy (qua Ban Tuyên giáo và Dân vận Tỉnh ủy), trước ngày 15/11.",
            ],
        ),
        (
            "qd-1573-2025",
            "2026",
            None,
            vec![
                "Văn phòng Ủy ban nhân dân tỉnh; Đảng ủy các xã, phường báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Tuyên giáo và Dân vận Tỉnh ủy), trước ngày 30/11.",
            ],
        ),
        // two bodies are told of it, and no day is set
        (
            "dan-tien-2025",
            "2026",
            None,
            vec![
                "Ban Xây dựng Đảng Đảng ủy xã báo cáo cấp trên, không định ngày.",
                "Ban Xây dựng Đảng Đảng ủy xã báo cáo Ban Thường vụ Đảng ủy, không định ngày.",
            ],
        ),
        (
            "tang-tien-2024",
            "2026-H1",
            None,
            vec!["Mục 1 Phần IV: Văn phòng UBND báo cáo Thường trực Đảng ủy, không định ngày."],
        ),
        // nobody owes one for a half-year under Decision 1573
        ("qd-1573-2025", "2026-H1", None, vec![]),
        // Điện Biên: of communes the district committees, of the chairman of the province his office, of departments,
        // Front and organisations they themselves, after each session and once a year, each to whom its own letter names
        (
            "dien-bien",
            "2026-H1",
            None,
            vec![
                "Điểm b khoản 1 Điều 16 Quy định số … ngày …",
                ": Huyện ủy, thị ủy, thành ủy báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy), trước ngày 30/06. Cấp huyện đã kết thúc hoạt động; văn bản chưa nêu cơ quan nào báo cáo thay.",
            ],
        ),
        (
            "dien-bien",
            "2026",
            None,
            vec![
                "Điểm b khoản 1 Điều 16 Quy định số … ngày …",
                ": Huyện ủy, thị ủy, thành ủy báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy), trước ngày 15/12. Cấp huyện đã kết thúc hoạt động; văn bản chưa nêu cơ quan nào báo cáo thay.",
            ],
        ),
        (
            "dien-bien",
            "2026-H1",
            Some(Post::GovernmentChair),
            vec![
                "Điểm a khoản 1 Điều 16: Văn phòng Ủy ban nhân dân tỉnh báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy), trước ngày 30/06.",
            ],
        ),
        (
            "dien-bien",
            "2026",
            Some(Post::GovernmentChair),
            vec![
                "Điểm a khoản 1 Điều 16: Văn phòng Ủy ban nhân dân tỉnh báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy), trước ngày 15/12.",
                "Điểm d khoản 1 Điều 16: Ban Dân vận Tỉnh ủy báo cáo Ban Thường vụ Tỉnh ủy, trước ngày 20/12.",
            ],
        ),
        (
            "dien-bien",
            "2026",
            Some(Post::DepartmentHead),
            vec![
                "Điểm c khoản 1 Điều 16: Ban, sở, ngành, Mặt trận Tổ quốc, tổ chức chính trị - xã hội cấp tỉnh báo cáo Văn phòng Tỉnh ủy, Ban Dân vận Tỉnh ủy, trước ngày 15/12.",
                "Điểm d khoản 1 Điều 16: Ban Dân vận Tỉnh ủy báo cáo Ban Thường vụ Tỉnh ủy, trước ngày 20/12.",
            ],
        ),
        (
            "dien-bien",
            "after:one",
            Some(Post::OrganisationHead),
            vec![
                "Điểm c khoản 1 Điều 16: Ban, sở, ngành, Mặt trận Tổ quốc, tổ chức chính trị - xã hội cấp tỉnh báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Dân vận Tỉnh ủy), không định ngày.",
            ],
        ),
        // and the head of a department owes none for a half-year
        ("dien-bien", "2026-H1", Some(Post::DepartmentHead), vec![]),
    ] {
        let mut plan = plan(id, day("05/06/2026"), "Ủy ban nhân dân xã Mẫu", 3);
        if province.is_some() {
            plan.level = Level::Province;
            plan.chair_post = province;
        }
        let session = closed_of(plan, |_| ClassKind::VerifyLater);
        let office = Office::of(promises(&session), "05/06/2026");
        let reported = [ReportedSession {
            key: "one".into(),
            overview: office.sees(),
            promises: office.promises,
        }];
        let (period, wanted) = if typed == "after:one" {
            let held = reported[0].promises.held;
            let period = ReportPeriod::after_session("one".into(), held);
            (period, Period::EachSession)
        } else {
            let period = ReportPeriod::parse(typed, |day| day.parse().ok()).unwrap();
            let is_half = typed.contains('H');
            (
                period,
                if is_half {
                    Period::HalfYear
                } else {
                    Period::Year
                },
            )
        };
        let occasion = reported[0].promises.occasion();
        let orders: Vec<_> = session
            .regulation()
            .reports
            .iter()
            .filter(|report| report.period == wanted && report.when.hold(&occasion))
            .cloned()
            .collect();
        let whole = said
            .iter()
            .filter(|said| said.contains(", trước ngày") || said.contains(", không định ngày"));
        assert_eq!(orders.len(), whole.count(), "{id} {typed}");
        let record = SessionRecord::as_left(&session);
        let office = PeriodOffice {
            record: &record,
            orders,
            left_out: vec![],
        };
        let counts = figures(&period, &reported);
        let files = period_papers(&period, &counts, &office, day(TODAY), None).unwrap();
        let told = Docx::read(bytes(&files, "bao-cao.docx")).text();
        for said in &said {
            assert!(told.contains(said), "{id} {typed}: {said}\n{told}");
        }
        if said.is_empty() {
            assert!(
                !told.contains("không định ngày") && !told.contains("trước ngày"),
                "{told}"
            );
        }
    }
}

#[test]
fn the_raw_rows_can_be_read_and_printed_in_whole_columns() {
    let (_, files, _) = made(&year());
    let parts = parts(bytes(&files, "so-lieu.xlsx"));
    let sheets = parts
        .iter()
        .filter(|(path, _)| path.starts_with("xl/worksheets/sheet"));
    let mut raw = 0;
    for (path, xml) in sheets {
        assert!(xml.contains(r#"orientation="landscape""#), "{path}");
        assert!(xml.contains(r#"<pageSetUpPr fitToPage="1"/>"#), "{path}");
        // A text that goes on below has its height: no row of a raw sheet is left to whoever opens it.
        let is_raw = xml.contains(r#"<pane ySplit="1""#);
        let rows = xml.matches("<row ").count();
        let high = xml.matches(r#"customHeight="1""#).count();
        assert!(!is_raw || rows == high, "{path}: {rows} {high}");
        raw += usize::from(is_raw);
    }
    assert_eq!(raw, 2);
}

#[test]
fn whoever_stood_in_for_the_chair_is_told_and_the_body_above_is_called_by_its_name() {
    use doithoai::domain::session::plan::Layout;
    for (layout, above) in [
        // The text has the committee's board report, to the superior of the committee and not of the government.
        (Layout::State, None),
        (Layout::Party, Some("Kính gửi: Tỉnh ủy Đông Lĩnh.")),
    ] {
        // given a session of the year at which a deputy presided
        let regulation = doithoai::store::profiles::load("dan-tien-2025", None).unwrap();
        let orders = regulation.reports.iter();
        let orders: Vec<_> = orders
            .filter(|report| report.period == Period::Year)
            .cloned()
            .collect();
        let evening = crate::dossier::evening::evening(regulation, layout);
        let office = Office::of(promises(&evening.session), "25/11/2026");
        let basis = Basis::of(calendars::load(None).unwrap());
        let sessions = vec![ReportedSession {
            key: "P1".into(),
            overview: overview(
                &office.promises,
                office.ledger.state(),
                &basis,
                day(TODAY),
                7,
            ),
            promises: office.promises,
        }];
        let record = evening.record();
        let counts = figures(&year(), &sessions);
        let told_by = PeriodOffice {
            record: &record,
            orders,
            left_out: vec![],
        };
        // when its office reports
        let files = period_papers(&year(), &counts, &told_by, day(TODAY), None).unwrap();
        let report = Docx::read(bytes(&files, "bao-cao.docx")).text();
        // then the head is not said to have held it, and the report is addressed by name
        let head = &evening.session.plan().chair;
        let told = format!(
            "- {}, {}: 01 hội nghị, trong đó 01 hội nghị do người khác chủ trì thay; quy định: ",
            head.name, head.office
        );
        assert!(report.contains(&told), "{told}\n{report}");
        match above {
            Some(above) => {
                assert!(report.contains(above), "{above}\n{report}");
                assert!(report.contains("Thực hiện Điều 16 Quy chế"), "{report}");
            }
            None => {
                assert!(!report.contains("Kính gửi"), "{report}");
                assert!(!report.contains("Thực hiện Điều 16"), "{report}");
                let whose = "Điều 16 Quy chế đối thoại trực tiếp giữa người đứng đầu cấp uỷ, chính quyền với Nhân dân trên địa bàn xã Dân Tiến của Ban Thường vụ Đảng ủy xã Dân Tiến (số … ngày …): Ban Xây dựng Đảng Đảng ủy xã báo cáo cấp trên, không định ngày.";
                assert!(report.contains(whose), "{whose}\n{report}");
            }
        }
    }
    // where the chair presided nobody stood in
    let (_, files, _) = made(&year());
    let report = Docx::read(bytes(&files, "bao-cao.docx")).text();
    assert!(!report.contains("chủ trì thay"), "{report}");
}
