//! How it is written: one stop to a sentence, words once, one page for the board, nothing of who never spoke.

use doithoai::documents::Options;
use doithoai::domain::session::plan::Layout;

use super::super::readers::{Docx, bytes, dossier};
use super::super::stage;
use super::super::stage::REGULATIONS;
use super::{LAYOUTS, each, evening};

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
