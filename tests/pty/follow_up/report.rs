//! The report over what other communes sent: each dossier verified first, counted once, and what is left out named.

use std::fs;
use std::path::{Path, PathBuf};

use doithoai::domain::follow_up::{LedgerCommand, LetterDate};
use doithoai::store::clock::Clock;
use doithoai::store::sessions::follow_up::{LedgerFile, promises_of};

use super::desk::{held, held_by, today};
use crate::computer::{Computer, Ran};
use crate::support::ledger_office::Office;

/// A province: the folder in which the dossiers lie that came in.
struct Province {
    computer: Computer,
    dossiers: PathBuf,
}

impl Province {
    fn new() -> Self {
        let computer = Computer::new();
        let dossiers = computer.folder().join("den");
        fs::create_dir(&dossiers).unwrap();
        Self { computer, dossiers }
    }

    /// A dossier of a session that this computer knows nothing of afterwards.
    fn receives(&self, name: &str, days_ago: u64, further: &[&str]) -> PathBuf {
        let folder = held(&self.computer, name, days_ago, 4);
        let to = self.dossiers.join(name);
        let mut asked = vec!["export", name, "--to", to.to_str().unwrap()];
        asked.extend(further);
        let ran = self.computer.run(&asked);
        assert_eq!(ran.code, 0, "{}", ran.err);
        fs::remove_dir_all(folder).unwrap();
        to
    }

    fn reports(&self) -> Ran {
        let to = self.computer.folder().join("bao-cao");
        let _ = fs::remove_dir_all(&to);
        let period = format!("{}..{}", today() - chrono::Days::new(200), today());
        let from = self.dossiers.to_str().unwrap();
        let ran = self.computer.run(&[
            "report",
            "--period",
            &period,
            "--from",
            from,
            "--to",
            to.to_str().unwrap(),
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran
    }

    /// The sessions in the raw rows of the workbook, read by another program's library.
    fn counted(&self) -> usize {
        use calamine::{Reader as _, Xlsx, open_workbook};
        let mut book: Xlsx<_> =
            open_workbook(self.computer.folder().join("bao-cao/so-lieu.xlsx")).unwrap();
        let names = book.sheet_names();
        let sheet = names.iter().find(|name| name.starts_with("DL ")).unwrap();
        book.worksheet_range(sheet).unwrap().rows().count() - 1
    }
}

#[test]
fn a_dossier_written_after_the_notice_knows_that_it_went_out_and_is_whole() {
    // given a session whose notice was issued and entered
    let computer = Computer::new();
    let folder = held(&computer, "2026-01-05-01", 20, 4);
    let letter = LetterDate {
        number: Some("07-TB/ĐU".into()),
        on: today() - chrono::Days::new(15),
    };
    enters(&folder, Office::notice(letter));
    // when the dossier is exported
    let ran = computer.run(&["export", "2026-01-05-01", "--to", "ho-so"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    // then its contents say so, and it is what its journal and its ledger say
    let contents = fs::read(computer.folder().join("ho-so/muc-luc.docx")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(contents)).unwrap();
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").unwrap(), &mut xml)
        .unwrap();
    assert!(xml.contains("Đã có, số 07-TB/ĐU, ngày"), "{xml}");
    let ran = computer.run(&["verify", "ho-so", "--json"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let told: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told["whole"], true, "{told}");
    assert_eq!(told["record"]["counts_differently"], false, "{told}");
}

pub(super) fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copied(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

pub(super) fn enters(folder: &Path, command: LedgerCommand) {
    let indexed = promises_of(folder).unwrap();
    LedgerFile::open(folder, Clock::system())
        .unwrap()
        .enter(&indexed.promises, &indexed.anchor, command)
        .unwrap();
}

pub(super) fn answer(item: u32) -> LedgerCommand {
    Office::answer(
        item,
        LetterDate {
            number: None,
            // The day before: wherever this test runs, that is over.
            on: today() - chrono::Days::new(1),
        },
    )
}

#[test]
fn a_dossier_that_is_not_what_was_written_is_left_out_by_name() {
    let province = Province::new();
    province.receives("a-lanh", 60, &[]);
    // given one whose record says something else, one whose manifest is gone, one with a sum that is not so, one with a
    // changed journal, and one of which the journal was taken away
    let record = province.receives("b-ban-ghi", 61, &[]).join("record.json");
    let text = fs::read_to_string(&record).unwrap();
    fs::write(&record, text.replace("Nguyễn Thị Số 1", "Nguyễn Thị Khác")).unwrap();
    fs::remove_file(
        province
            .receives("c-khong-muc-luc", 62, &[])
            .join("MANIFEST.sha256"),
    )
    .unwrap();
    let manifest = province
        .receives("d-sai-tong", 63, &[])
        .join("MANIFEST.sha256");
    let text = fs::read_to_string(&manifest).unwrap();
    let line = text
        .lines()
        .find(|line| line.ends_with("record.ron"))
        .unwrap();
    let wrong = line.replace(char::is_numeric, "0");
    fs::write(&manifest, text.replace(line, &wrong)).unwrap();
    let journal = province.receives("e-nhat-ky", 64, &[]).join("journal.ron");
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, text.replace("Nguyễn Thị Số 2", "Nguyễn Thị Số 9")).unwrap();
    fs::remove_file(
        province
            .receives("f-mat-nhat-ky", 65, &[])
            .join("journal.ron"),
    )
    .unwrap();
    // and one for public notice, of which nobody can tell
    province.receives("g-cong-khai", 66, &["--public"]);
    let ran = province.reports();
    for name in [
        "b-ban-ghi",
        "c-khong-muc-luc",
        "d-sai-tong",
        "e-nhat-ky",
        "f-mat-nhat-ky",
    ] {
        let line = ran.err.lines().find(|line| line.contains(name));
        let line = line.unwrap_or_else(|| panic!("{name}\n{}", ran.err));
        assert!(!line.contains("công khai"), "{line}");
    }
    let public = ran
        .err
        .lines()
        .find(|line| line.contains("g-cong-khai"))
        .unwrap();
    assert!(public.contains("bản công khai"), "{public}");
    assert!(!ran.err.contains("a-lanh"), "{}", ran.err);
    assert_eq!(province.counted(), 1);
    // a paper that an office corrected is no fault of the record
    fs::write(province.dossiers.join("a-lanh/bien-ban.docx"), b"sua tay").unwrap();
    assert!(!province.reports().err.contains("a-lanh"));
    assert_eq!(province.counted(), 1);
}

#[test]
fn a_session_that_came_twice_is_counted_once_and_two_branches_are_told() {
    let province = Province::new();
    let first = province.receives("a", 60, &[]);
    enters(&first, answer(3));
    // given the same dossier again, with one answer more
    let longer = province.dossiers.join("b-dai-hon");
    copied(&first, &longer);
    enters(&longer, answer(4));
    let ran = province.reports();
    assert_eq!(province.counted(), 1);
    let told = ran
        .err
        .lines()
        .find(|line| line.contains("b-dai-hon"))
        .unwrap();
    assert!(
        told.contains("đã có ở") && !told.contains("hai nhánh"),
        "{told}"
    );
    // when the first one goes another way, then they are two branches, and told as such
    enters(
        &first,
        Office::notice(LetterDate {
            number: None,
            // The day before: wherever this test runs, that is over.
            on: today() - chrono::Days::new(1),
        }),
    );
    let ran = province.reports();
    assert_eq!(province.counted(), 1);
    assert!(ran.err.contains("hai nhánh"), "{}", ran.err);
    // and what was done afterwards of another session is not taken for this one's
    fs::remove_dir_all(&longer).unwrap();
    let other = province.receives("c-so-la", 30, &[]);
    fs::copy(first.join("follow-up.ron"), other.join("follow-up.ron")).unwrap();
    let ran = province.reports();
    let told = ran
        .err
        .lines()
        .find(|line| line.contains("c-so-la"))
        .unwrap();
    assert!(told.contains("nhật ký khác"), "{told}");
    assert_eq!(province.counted(), 1);
}

/// The draft that was written, as text.
fn draft(folder: &Path) -> String {
    use std::io::Read as _;
    let file = fs::File::open(folder.join("bao-cao.docx")).unwrap();
    let mut document = String::new();
    zip::ZipArchive::new(file)
        .unwrap()
        .by_name("word/document.xml")
        .unwrap()
        .read_to_string(&mut document)
        .unwrap();
    document
}

#[test]
fn a_report_is_of_the_office_that_it_tells_of() {
    let province = Province::new();
    // given a session of one body, a later one of another, and a still later one that came from elsewhere
    held_by(
        &province.computer,
        "cua-phieng-may",
        60,
        "Ủy ban nhân dân xã Phiêng Mây",
    );
    held_by(
        &province.computer,
        "cua-ben-lau",
        20,
        "Ủy ban nhân dân phường Bến Lau",
    );
    let sent = held_by(
        &province.computer,
        "cua-noi-khac",
        5,
        "Ủy ban nhân dân xã Nơi Khác",
    );
    let dossier = province.dossiers.join("noi-khac");
    let to = dossier.to_str().unwrap();
    let ran = province
        .computer
        .run(&["export", "cua-noi-khac", "--to", to]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    fs::remove_dir_all(sent).unwrap();
    let report = |period: &str| {
        let to = province.computer.folder().join("mot-bao-cao");
        let _ = fs::remove_dir_all(&to);
        let from = province.dossiers.to_str().unwrap();
        let ran = province.computer.run(&[
            "report",
            "--period",
            period,
            "--from",
            from,
            "--to",
            to.to_str().unwrap(),
        ]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        draft(&to)
    };
    // when one session is reported on, then its own office does, and no other chair is told
    let told = report("after:cua-phieng-may");
    assert!(
        told.contains("Ủy ban nhân dân xã Phiêng Mây báo cáo"),
        "{told}"
    );
    assert!(
        !told.contains("Bến Lau") && !told.contains("00 hội nghị;"),
        "{told}"
    );
    // when a time is reported on, then this computer's office does, whoever sent in the last dossier
    let told = report(&format!(
        "{}..{}",
        today() - chrono::Days::new(100),
        today()
    ));
    assert!(
        told.contains("Ủy ban nhân dân phường Bến Lau báo cáo"),
        "{told}"
    );
    // and a name that no session has is told as that
    let ran = province
        .computer
        .run(&["report", "--period", "after:khong-co", "--to", "x"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("không có phiên đã bế mạc nào"),
        "{}",
        ran.err
    );
}

#[test]
fn a_province_without_sessions_of_its_own_reports_in_the_name_that_it_set() {
    let province = Province::new();
    province.receives("a", 60, &[]);
    let folder = province.computer.folder();
    fs::create_dir_all(province.computer.folder().join("configuration")).unwrap();
    fs::write(
        province
            .computer
            .folder()
            .join("configuration")
            .join("settings.ron"),
        "(office: (body: \"Ủy ban nhân dân tỉnh Đông Lĩnh\"))",
    )
    .unwrap();
    province.reports();
    let told = draft(&folder.join("bao-cao"));
    assert!(
        told.contains("Ủy ban nhân dân tỉnh Đông Lĩnh báo cáo"),
        "{told}"
    );
}
