//! People and opinions that come while the session is under way: seen first, added by one key, taken back as one act.

use crossterm::event::{KeyCode, KeyEvent};
use doithoai::domain::session::event::Event;
use doithoai::domain::session::plan::{Number, Opinion, OpinionId, Plan, Registration, Subject};
use doithoai::tui::desk::Effect;
use doithoai::tui::desk::import::{ImportSource, ImportedLists, ReadAs};

use super::aide::Aide;
use super::given::*;

/// The office's list: one who is there already, one who is new, and a new opinion.
fn list(of: &Plan) -> ImportedLists {
    let mut plan = of.clone();
    plan.speakers = vec![
        of.speakers[0].clone(),
        Registration {
            number: Number(1),
            honorific: "bà".into(),
            name: "Sùng Thị Mỵ".into(),
            village: "bản Háng Chua".into(),
            phone: None,
            address: None,
            venue: None,
            subjects: vec![Subject {
                text: "Nước sinh hoạt".into(),
                topic: None,
                agency: None,
                opinion: None,
            }],
        }
        .into(),
    ];
    plan.opinions = vec![Opinion {
        id: OpinionId(1),
        from: "Hội Nông dân".into(),
        village: String::new(),
        text: "Đề nghị mở chợ phiên".into(),
        topic: None,
        agency: None,
        prepared_answer: None,
    }];
    ImportedLists {
        plan: Some(Box::new(plan)),
        left_out: vec!["Người phát biểu, ô B9: thiếu họ tên".into()],
        remarks: Vec::new(),
        columns: None,
    }
}

fn opens_the_form(aide: &mut Aide) {
    aide.ctrl('p');
    aide.types("nhap them tu tep");
    aide.enter();
}

fn is_offered(aide: &mut Aide) {
    opens_the_form(aide);
    aide.types("~/ds.xlsx");
    aide.enter();
    let source = ImportSource::File("~/ds.xlsx".into());
    assert_eq!(aide.asked.pop(), Some(Effect::Import(source.clone())));
    let read = list(aide.session.plan());
    let (session, now) = (aide.session.clone(), aide.now());
    aide.desk.offer_import(source, read, &session, now);
}

#[test]
fn what_a_file_would_add_is_shown_added_by_one_key_and_taken_back_as_one_act() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    let (people, opinions) = (aide.waiting().len(), aide.session.plan().opinions.len());
    is_offered(&mut aide);
    // given a preview of what is new, what is there, and what is left out
    for told in [
        "ds.xlsx: thêm 1 người, 1 ý kiến",
        "Sùng Thị Mỵ, bản Háng Chua – Nước sinh hoạt",
        "Đề nghị mở chợ phiên",
        "= đã có:",
        "✗ Người phát biểu, ô B9",
    ] {
        aide.shows_unwrapped(told, 120, 40);
    }
    aide.shows("Enter] Thêm 1 người, 1 ý kiến");
    assert_eq!(
        aide.waiting().len(),
        people,
        "nothing is added before it is accepted"
    );
    // when it is accepted, whichever line is chosen
    aide.press(KeyCode::Down);
    aide.enter();
    assert_eq!(aide.waiting().len(), people + 1);
    assert_eq!(aide.session.plan().opinions.len(), opinions + 1);
    aide.shows("nhập thêm 1 người, 1 ý kiến thu thập");
    // then one undo takes all of it back
    aide.ctrl('z');
    assert_eq!(aide.waiting().len(), people);
    assert_eq!(aide.session.plan().opinions.len(), opinions);
    aide.shows("Đã hoàn tác: nhập thêm");
}

#[test]
fn where_the_scope_matters_it_is_asked_once_for_all_of_them() {
    let mut aide = Aide::with_number_one_speaking(QD_1573);
    let people = aide.waiting().len();
    is_offered(&mut aide);
    aide.enter();
    assert_eq!(aide.waiting().len(), people);
    aide.shows("Có, đúng nội dung và phạm vi");
    aide.enter();
    assert_eq!(aide.waiting().len(), people + 1);
    let scopes = aide.last().iter().filter(|event| {
        matches!(
            event,
            Event::Registered {
                within_scope: Some(true),
                ..
            }
        )
    });
    assert_eq!(scopes.count(), 1);
    // and outside of it, with a reason, which stands in the record
    aide.ctrl('z');
    is_offered(&mut aide);
    aide.enter();
    aide.press(KeyCode::Down);
    aide.enter();
    aide.types("Người chủ trì đồng ý");
    aide.enter();
    assert_eq!(aide.waiting().len(), people + 1);
    assert_eq!(aide.record().deviations.len(), 1);
}

#[test]
fn the_preview_leads_back_to_the_form_with_the_path_and_a_file_that_brings_nothing_adds_nothing() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    is_offered(&mut aide);
    aide.press(KeyCode::Esc);
    aide.shows("~/ds.xlsx");
    // a failure is told where the path stands
    aide.enter();
    aide.asked.clear();
    aide.desk.not_imported("không đọc được tệp");
    aide.shows_unwrapped("không đọc được tệp", 80, 24);
    aide.shows("~/ds.xlsx");
    let acts = aide.acts();
    let read = ImportedLists {
        plan: Some(Box::new(aide.session.plan().clone())),
        ..ImportedLists::default()
    };
    let (session, now) = (aide.session.clone(), aide.now());
    let source = ImportSource::File("ds.xlsx".into());
    aide.desk.offer_import(source, read, &session, now);
    aide.shows_unwrapped("ds.xlsx: không có gì mới", 80, 24);
    aide.enter();
    assert_eq!(aide.acts(), acts);
}

#[test]
fn a_table_that_is_pasted_is_read_as_one_and_no_line_break_in_it_accepts_anything() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    opens_the_form(&mut aide);
    let table = "Sùng Thị Mỵ\tbản Háng Chua\nHạng A Páo\tbản Háng Chua\n";
    let request = aide.desk.paste(table);
    let source = |text: &str| ImportSource::Pasted {
        text: text.into(),
        read_as: ReadAs::Guessed,
    };
    assert_eq!(request, Some(Effect::Import(source(table))));
    let read = list(aide.session.plan());
    let (session, now) = (aide.session.clone(), aide.now());
    let read = ImportedLists {
        columns: Some((
            vec!["Họ và tên".into(), "Thôn, đơn vị".into()],
            ReadAs::People,
        )),
        ..read
    };
    aide.desk.offer_import(source(table), read, &session, now);
    aide.shows_unwrapped("Cột đọc là: Họ và tên · Thôn, đơn vị", 80, 24);
    // a long paste that came in two parts is one table
    let more = "Vàng Thị Dợ\tbản Lũng Mười\n";
    let request = aide.desk.paste(more);
    assert_eq!(
        request,
        Some(Effect::Import(source(&format!("{table}{more}"))))
    );
    // a burst of keys on a terminal that knows no pasting accepts nothing
    let acts = aide.acts();
    let keys: Vec<KeyEvent> = "Dợ bản Lũng"
        .chars()
        .map(|letter| KeyEvent::from(KeyCode::Char(letter)))
        .chain([KeyEvent::from(KeyCode::Enter)])
        .collect();
    aide.burst(&keys);
    assert_eq!(aide.acts(), acts);
    // and the table may be read the other way
    for _ in 0..12 {
        aide.press(KeyCode::Backspace);
    }
    aide.press(KeyCode::End);
    aide.enter();
    let other = ImportSource::Pasted {
        text: table.into(),
        read_as: ReadAs::Opinions,
    };
    assert_eq!(aide.asked.pop(), Some(Effect::Import(other)));
}
