//! A session in several halls: the papers say who sat where and when a hall was lost; in one hall nothing of it stands there.

use doithoai::documents::Options;
use doithoai::domain::regulation::ClassKind;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::plan::Layout;
use doithoai::domain::session::venue::VenueLink;

use super::readers::{Docx, bytes, dossier};
use super::stage::{self, Stage};

fn evening(venues: bool) -> Stage {
    let regulation = doithoai::store::profiles::load("dien-bien", None).unwrap();
    let mut plan = stage::plan(&regulation, Layout::State, 2);
    plan.opinions.clear();
    if venues {
        plan.venue = Some("Hội trường xã".into());
        std::sync::Arc::make_mut(&mut plan.speakers[1]).venue = Some("Điểm cầu Bản Lếch".into());
    }
    let mut evening = Stage::opened(plan, regulation);
    evening.up_to_the_dialogue();
    evening.round(1, ClassKind::AnsweredNow);
    if venues {
        for link in [VenueLink::Lost, VenueLink::Ready] {
            evening.act(Command::LinkVenue {
                venue: "Điểm cầu Bản Lếch".into(),
                link,
            });
        }
    }
    evening.round(2, ClassKind::AnsweredNow);
    stage::conclude(&mut evening);
    evening
}

#[test]
fn minutes_table_and_record_say_who_sat_where_and_when_a_hall_was_lost() {
    let evening = evening(true);
    let files = dossier(&evening, &Options::default());
    let minutes = Docx::read(bytes(&files, "bien-ban.docx")).text();
    for told in [
        "Hội nghị được tổ chức tại các điểm cầu: điểm cầu Hội trường xã; Điểm cầu Bản Lếch.",
        "mất kết nối với Điểm cầu Bản Lếch.",
        "Điểm cầu Bản Lếch đã kết nối.",
        ", điểm cầu Hội trường xã (số 1",
        ", Điểm cầu Bản Lếch (số 2",
    ] {
        assert!(minutes.contains(told), "{told}:\n{minutes}");
    }
    let workbook = calamine_text(bytes(&files, "bang-tong-hop.xlsx"));
    assert!(workbook.contains("Điểm cầu") && workbook.contains("Điểm cầu Bản Lếch"));
    let record = evening.record();
    assert_eq!(record.venues, ["Hội trường xã", "Điểm cầu Bản Lếch"]);
    assert_eq!(record.venue_links.len(), 2);
    assert_eq!(record.items[1].venue.as_deref(), Some("Điểm cầu Bản Lếch"));
}

#[test]
fn in_one_hall_nothing_of_it_stands_anywhere() {
    let evening = evening(false);
    let files = dossier(&evening, &Options::default());
    let minutes = Docx::read(bytes(&files, "bien-ban.docx")).text();
    assert!(!minutes.contains("điểm cầu"), "{minutes}");
    assert!(!calamine_text(bytes(&files, "bang-tong-hop.xlsx")).contains("Điểm cầu"));
    let json = String::from_utf8(bytes(&files, "record.json").to_vec()).unwrap();
    assert!(!json.contains("venue"), "{json}");
}

/// Every cell of every sheet, read by another program.
fn calamine_text(bytes: &[u8]) -> String {
    use calamine::Reader as _;
    let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let mut text = String::new();
    for (_, sheet) in book.worksheets() {
        for cell in sheet.cells() {
            text.push_str(&cell.2.to_string());
            text.push('\n');
        }
    }
    text
}
