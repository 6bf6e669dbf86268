//! Stories of lists that are added to a session under way: columns as they were copied, and files of which only the lists
//! count.

use doithoai::documents::plan_import::additions::{self, Addable, ListKind, PastedTable};
use doithoai::documents::plan_import::{self, Catalogue};
use doithoai::store::profiles;

fn regulations() -> Vec<doithoai::domain::regulation::Regulation> {
    vec![profiles::load("dan-tien-2025", None).unwrap()]
}

fn table(text: &str, asked: Option<ListKind>) -> Option<PastedTable> {
    let regulations = regulations();
    let catalogue = Catalogue {
        regulations: &regulations,
        regulation: Some(&regulations[0].id),
    };
    let rows: Vec<Vec<String>> = text
        .lines()
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect();
    additions::of_table(&rows, asked, &catalogue)
}

fn added(pasted: PastedTable) -> Addable {
    additions::without_wrong_rows(pasted.draft, Some(&regulations()[0]))
}

fn people(found: &Addable) -> Vec<(String, String, String)> {
    let speakers = found.plan.speakers.iter();
    speakers
        .map(|person| {
            let subject = person.subjects.first();
            (
                person.called(),
                person.village.clone(),
                subject.map_or_else(String::new, |subject| subject.text.clone()),
            )
        })
        .collect()
}

fn row(name: &str, village: &str, subject: &str) -> (String, String, String) {
    (name.into(), village.into(), subject.into())
}

#[test]
fn a_column_of_names_is_a_list_of_people() {
    let pasted = table("Sùng Thị Mỵ\nbà Lý Thị Mẩy\nBàn Phúc Vượng", None).unwrap();
    assert!(!pasted.has_headings);
    assert_eq!(pasted.kind, ListKind::People);
    let found = added(pasted);
    assert!(found.left_out.is_empty(), "{:?}", found.left_out);
    assert_eq!(
        people(&found),
        [
            row("Sùng Thị Mỵ", "", ""),
            row("bà Lý Thị Mẩy", "", ""),
            row("Bàn Phúc Vượng", "", ""),
        ]
    );
}

#[test]
fn columns_without_headings_are_known_by_their_looks_and_those_with_headings_by_their_names() {
    let expected = [
        row("bà Hoàng Thị Sao", "thôn Khuổi Ngàn", "Cấp giấy chứng nhận"),
        row("ông Lường Văn Ẩn", "bản Pá Hốc", "Đất ở"),
    ];
    for text in [
        "1\tBà\tHoàng Thị Sao\tthôn Khuổi Ngàn\t0912000101\tCấp giấy chứng nhận\n2\tÔng\tLường Văn Ẩn\tbản Pá Hốc\t912000103\tĐất ở",
        "TT\tHọ và tên\tThôn\tSĐT\tNội dung\n1\tBà Hoàng Thị Sao\tthôn Khuổi Ngàn\t09không có1\tCấp giấy chứng nhận\n1\tÔng Lường Văn Ẩn\tbản Pá Hốc\t\tĐất ở",
        "Nội dung\tHọ tên\tThôn\nCấp giấy chứng nhận\tbà Hoàng Thị Sao\tthôn Khuổi Ngàn\nĐất ở\tông Lường Văn Ẩn\tbản Pá Hốc",
    ] {
        let found = added(table(text, Some(ListKind::People)).unwrap());
        assert!(found.left_out.is_empty(), "{text}: {:?}", found.left_out);
        let people: Vec<_> = people(&found)
            .into_iter()
            .map(|(name, village, subject)| {
                let (honorific, rest) = name.split_once(' ').unwrap();
                (
                    format!("{} {rest}", honorific.to_lowercase()),
                    village,
                    subject,
                )
            })
            .collect();
        assert_eq!(people, expected, "{text}");
    }
}

#[test]
fn a_row_with_a_fault_is_left_out_with_its_row_and_keeps_no_other_back() {
    let text = "Họ và tên\tThôn\tĐiện thoại\nSùng Thị Mỵ\tbản Háng Chua\t0912000101\n\tbản Pá Hốc\t0912000102";
    let found = added(table(text, None).unwrap());
    assert_eq!(people(&found), [row("Sùng Thị Mỵ", "bản Háng Chua", "")]);
    let paths: Vec<&str> = found
        .left_out
        .iter()
        .map(|fault| fault.path.as_str())
        .collect();
    assert_eq!(paths, ["speakers.1.name"]);
}

#[test]
fn opinions_are_known_by_their_headings_or_when_they_are_asked_for() {
    let text = "Người, đơn vị nêu\tNội dung ý kiến\tNội dung trả lời đã chuẩn bị\nHội Nông dân\tĐề nghị mở chợ phiên\tĐã ghi nhận";
    let pasted = table(text, None).unwrap();
    assert_eq!(pasted.kind, ListKind::Opinions);
    let found = added(pasted);
    assert_eq!(found.plan.opinions.len(), 1);
    assert_eq!(
        found.plan.opinions[0].prepared_answer.as_deref(),
        Some("Đã ghi nhận")
    );
    let text = "Sùng Thị Mỵ\tĐề nghị mở chợ phiên vào chủ nhật";
    let pasted = table(text, Some(ListKind::Opinions)).unwrap();
    let found = added(pasted);
    assert_eq!(found.plan.opinions[0].from, "Sùng Thị Mỵ");
    assert_eq!(
        found.plan.opinions[0].text,
        "Đề nghị mở chợ phiên vào chủ nhật"
    );
}

#[test]
fn what_is_no_list_is_not_taken_for_one() {
    for text in ["1\t2\n3\t4", "0912000101\n0912000102"] {
        assert!(table(text, None).is_none(), "{text}");
    }
}

#[test]
fn of_a_file_with_nothing_but_speakers_only_they_count() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ds.csv");
    std::fs::write(
        &path,
        "Họ và tên,Thôn,Nội dung\nSùng Thị Mỵ,bản Háng Chua,Nước sinh hoạt\n",
    )
    .unwrap();
    let regulations = regulations();
    let catalogue = Catalogue {
        regulations: &regulations,
        regulation: Some(&regulations[0].id),
    };
    let draft = plan_import::read(&path, &catalogue).unwrap();
    let found = additions::without_wrong_rows(draft, Some(&regulations[0]));
    assert!(found.left_out.is_empty(), "{:?}", found.left_out);
    assert_eq!(
        people(&found),
        [row("Sùng Thị Mỵ", "bản Háng Chua", "Nước sinh hoạt")]
    );
}
