//! What the command prints, for people and for programs.

use super::{basis, day, shipped};
use doithoai::cli::print::deadlines::{DeadlineQuestion, json, table};
use doithoai::domain::deadlines::Dates;
use doithoai::domain::i18n::Lang;
use doithoai::domain::regulation::Regulation;
use serde_json::{Value, json as value};

fn printed(
    regulation: &Regulation,
    held: &str,
    notice: Option<&str>,
    lang: Lang,
) -> (String, Value) {
    let dates = Dates::of(day(held)).with_notice(notice.map(day));
    let asked = DeadlineQuestion {
        regulation,
        basis: &basis(),
        dates: &dates,
    };
    let rows = json(&asked, lang);
    (table(&asked, lang), serde_json::from_str(&rows).unwrap())
}

#[test]
fn the_array_for_programs_has_every_field_in_every_row() {
    for id in [
        "lao-cai-7-qc-tu-2025",
        "qd-1573-2025",
        "dien-bien",
        "dan-tien-2025",
        "tang-tien-2024",
    ] {
        for lang in [Lang::Vi, Lang::En] {
            let (_, rows) = printed(&shipped(id), "2026-11-20", Some("2026-11-25"), lang);
            for row in rows.as_array().unwrap() {
                for field in [
                    "id",
                    "title",
                    "article",
                    "days",
                    "unit",
                    "anchor",
                    "due",
                    "condition",
                    "source",
                    "law",
                    "expected",
                    "beside",
                    "explanation",
                ] {
                    assert!(row.get(field).is_some(), "{id} {field}");
                }
                assert_eq!(row["days"].is_null(), row["unit"].is_null());
                assert!(!row["explanation"].as_array().unwrap().is_empty());
                let anchors = ["session", "notice", "before_session", "fixed_date"];
                assert!(anchors.contains(&row["anchor"].as_str().unwrap()));
            }
        }
    }
}

#[test]
fn rows_say_days_unit_anchor_and_due_and_what_the_text_leaves_open() {
    let (_, rows) = printed(&shipped("qd-1573-2025"), "2026-11-20", None, Lang::En);
    let row = |id: &str| {
        let rows = rows.as_array().unwrap();
        rows.iter().find(|row| row["id"] == id).unwrap().clone()
    };
    let notice = row("conclusion-notice");
    assert_eq!(
        [
            &notice["days"],
            &notice["unit"],
            &notice["anchor"],
            &notice["due"],
            &notice["article"]
        ],
        [
            &value!(5),
            &value!("working"),
            &value!("session"),
            &value!("2026-11-30"),
            &value!("Đ9.1")
        ]
    );
    let explanation = notice["explanation"].to_string();
    assert!(explanation.contains("24/11/2026: Vietnam Culture Day (Nghị quyết 28/2026/QH16)"));
    let open = row("invitations");
    assert_eq!(
        [&open["days"], &open["unit"], &open["due"]],
        [&Value::Null; 3]
    );
    assert!(
        open["explanation"][0]
            .as_str()
            .unwrap()
            .contains("no time limit")
    );
    assert_eq!(row("agency-report")["due"], Value::Null);
    assert_eq!(row("media-notice")["law"], true);
    assert!(row("conclusion-notice-extended")["condition"].is_string());
    assert_eq!(row("year-province")["due"], "2026-11-29");
}

#[test]
fn the_list_for_people_shows_the_counting_under_each_date() {
    let (list, _) = printed(&shipped("dan-tien-2025"), "2025-05-08", None, Lang::Vi);
    let notice: Vec<&str> = list
        .lines()
        .skip_while(|line| !line.contains("Thông báo rộng rãi"))
        .take(9)
        .map(str::trim_end)
        .collect();
    insta::assert_snapshot!(notice.join("\n"), @r"
    25/04/2025      Thông báo rộng rãi trên các phương tiện thông tin đại chúng (Đ7.1)
                    Chậm nhất 7 ngày làm việc trước hội nghị
                    – Đếm lùi, không tính ngày 08/05/2025; ngày đầu tiên được tính là 07/05/2025
                    – Bỏ qua ngày nghỉ cuối tuần: 04/05/2025, 03/05/2025, 27/04/2025
                    – Bỏ qua 02/05/2025: Nghỉ hoán đổi dịp 30/4 và 1/5 (6150/TB-BLĐTBXH)
                    – Bỏ qua 01/05/2025: Ngày Quốc tế lao động (6150/TB-BLĐTBXH)
                    – Bỏ qua 30/04/2025: Ngày Chiến thắng (6150/TB-BLĐTBXH)
                    – Tính là ngày làm việc 26/04/2025: Làm bù cho ngày 2/5/2025 (6150/TB-BLĐTBXH)
                    – Đủ 7 ngày làm việc, chậm nhất là ngày 25/04/2025
    ");
}

#[test]
fn a_year_without_data_is_told_on_its_own_lines_and_hides_no_other() {
    let (list, rows) = printed(&shipped("dien-bien"), "2027-12-28", None, Lang::Vi);
    let rows = rows.as_array().unwrap();
    let row = |id: &str| rows.iter().find(|row| row["id"] == id).unwrap();
    // what runs into 2028 cannot be counted and says what to do; the report has its day all the same
    assert_eq!(row("conclusion-notice")["due"], Value::Null);
    assert_eq!(row("conclusion-notice")["no_year"], 2028);
    assert!(list.contains("không tính được"), "{list}");
    assert!(list.contains("2028.ron"), "{list}");
    assert_eq!(row("media-notice")["due"], "2027-12-21");
    assert_eq!(row("media-notice")["no_year"], Value::Null);
}
