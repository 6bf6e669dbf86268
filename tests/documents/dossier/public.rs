//! The version for public notice, file by file: what is private is in none of them, names are masked where that was asked
//! for, and every free text that may still name or place somebody is listed with where it stands.

mod named;

use doithoai::documents::{Options, public_record};
use doithoai::domain::record::{SuspicionKind, TextPlace};
use doithoai::domain::regulation::{ClassKind, Phase};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::floor::{Holder, TurnId};
use doithoai::domain::session::item::Raiser;
use doithoai::domain::session::plan::{Layout, Number};
use doithoai::domain::session::queue::Standing;
use doithoai::domain::session::timing::{Edge, SegmentId};
use doithoai::store::profiles;

use self::named::names_in_every_text;
use super::readers::{dossier, parts};
use super::stage::{self, REGULATIONS, Stage, reason};

const LAYOUTS: [Layout; 2] = [Layout::State, Layout::Party];

/// People named each other in what they said, wrote and announced.
fn told_of_each_other(id: &str, layout: Layout) -> Stage {
    let regulation = profiles::load(id, None).unwrap();
    let mut plan = stage::plan(&regulation, layout, 4);
    plan.opinions.clear();
    plan.settings.mask_names = false;
    let mut stage = Stage::opened(plan, regulation);
    stage.up_to_the_dialogue();
    stage.act(Command::GiveFloor {
        phase: Phase::Speech,
        to: Holder::Citizen(Number(1)),
        items: vec![],
    });
    stage.pass(60);
    let more = Command::RaiseItem {
        by: Raiser::Citizen(Number(1)),
        text: "Đất cạnh nhà Lý Thị Mẩy và anh Chớ bị lấn, gọi 0912 345 678".into(),
        opinion: None,
    };
    let asks = stage
        .session
        .decide(more.clone(), stage.clock.now())
        .is_err();
    stage.act(if asks { more.with_scope(true) } else { more });
    stage.act(Command::EndFloor);
    let items: Vec<_> = stage
        .session
        .state()
        .items
        .iter()
        .map(|item| item.id)
        .collect();
    for item in &items {
        let class = stage.session.proposal(*item, ClassKind::AnsweredNow);
        stage.act(Command::ClassItem { item: *item, class });
    }
    stage.act(Command::SummariseAnswer {
        item: items[1],
        answer: "Gửi thư về na.hoi@example.vn".into(),
    });
    stage.round(2, ClassKind::AnsweredNow);
    stage.act(Command::CorrectTime {
        segment: SegmentId::Turn(TurnId(1)),
        edge: Edge::Begin,
        by: 3_000,
        reason: reason("Chờ chị Ước ở số nhà 17 đến"),
    });
    for number in [3, 4] {
        stage.act(Command::SetStanding {
            number: Number(number),
            standing: Standing::Absent,
        });
    }
    stage::conclude(&mut stage);
    stage
}

/// Every file as text, whatever is packed in it.
fn texts(stage: &Stage, options: &Options) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for file in dossier(stage, options) {
        let packed = [".docx", ".xlsx"]
            .iter()
            .any(|end| file.path.ends_with(end));
        if packed {
            let inside: Vec<String> = parts(&file.bytes).into_values().collect();
            all.push((file.path, inside.join("\n")));
        } else {
            all.push((file.path, String::from_utf8(file.bytes).unwrap()));
        }
    }
    all
}

#[test]
fn no_file_holds_what_is_private_and_masked_names_stand_nowhere() {
    for id in REGULATIONS {
        for layout in LAYOUTS {
            let stage = told_of_each_other(id, layout);
            for mask_names in [false, true] {
                let options = Options {
                    public: true,
                    mask_names,
                    ..Options::default()
                };
                let files = texts(&stage, &options);
                let paths: Vec<&String> = files.iter().map(|(path, _)| path).collect();
                for private in [
                    "phieu-chuyen",
                    "thu-tra-loi",
                    "kien-nghi",
                    "journal",
                    "follow-up",
                ] {
                    assert!(
                        !paths.iter().any(|path| path.contains(private)),
                        "{paths:?}"
                    );
                }
                for (path, text) in &files {
                    for private in [
                        "0900 000",
                        "0912 345 678",
                        "Số nhà",
                        // announced by people who never spoke
                        "đã lâu mà chưa được trả lời",
                        "Cả bản chưa có điện lưới",
                    ] {
                        assert!(!text.contains(private), "{id} {layout:?} {path}: {private}");
                    }
                    for name in ["Triệu Văn Kẻo", "Lý Thị Mẩy", "Giàng A Chớ"] {
                        if mask_names {
                            assert!(!text.contains(name), "{id} {layout:?} {path}: {name}");
                        }
                    }
                }
                let minutes = &files
                    .iter()
                    .find(|(path, _)| path == "bien-ban.docx")
                    .unwrap()
                    .1;
                let shown = if mask_names {
                    "L.T.M."
                } else {
                    "Lý Thị Mẩy"
                };
                assert!(minutes.contains(shown), "{id} {layout:?} {shown}");
            }
        }
    }
}

#[test]
fn what_may_still_name_somebody_is_listed_with_its_place() {
    for id in REGULATIONS {
        let stage = told_of_each_other(id, Layout::State);
        let options = Options {
            public: true,
            mask_names: true,
            ..Options::default()
        };
        let record = public_record(&stage.record(), &options);
        let found: Vec<(TextPlace, SuspicionKind, String)> = record
            .suspicions()
            .into_iter()
            .map(|one| (one.place, one.kind, one.found))
            .collect();
        for wanted in [
            (TextPlace::Item(2), SuspicionKind::Name, "anh Chớ"),
            (
                TextPlace::Answer(2),
                SuspicionKind::Mail,
                "na.hoi@example.vn",
            ),
            (TextPlace::Reason, SuspicionKind::Name, "chị Ước"),
            (TextPlace::Reason, SuspicionKind::Address, "số nhà 17"),
        ] {
            let wanted = (wanted.0, wanted.1, wanted.2.to_owned());
            assert!(found.contains(&wanted), "{id}: {wanted:?}\n{found:#?}");
        }
    }
}

#[test]
fn whatever_still_names_somebody_in_any_file_is_on_the_list_and_the_rest_stands_nowhere() {
    for id in REGULATIONS {
        for layout in LAYOUTS {
            let (stage, names) = names_in_every_text(id, layout);
            let options = Options {
                public: true,
                mask_names: true,
                ..Options::default()
            };
            let listed: Vec<String> = public_record(&stage.record(), &options)
                .suspicions()
                .into_iter()
                .map(|one| one.found)
                .collect();
            let files = texts(&stage, &options);
            let mut seen = 0;
            for name in &names {
                let shown: Vec<&str> = files
                    .iter()
                    .filter(|(_, text)| text.contains(name.as_str()))
                    .map(|(path, _)| path.as_str())
                    .collect();
                seen += usize::from(!shown.is_empty());
                assert!(
                    shown.is_empty() || listed.iter().any(|found| found.contains(name.as_str())),
                    "{id} {layout:?}: {name} stands in {shown:?}\n{listed:#?}"
                );
            }
            // some do stand there, so that the list is put to the proof
            assert!(seen >= 8, "{id} {layout:?}: {seen}");
            // what is nobody else's matter is in no file
            for gone in [
                "Sầm Thị Mốt",
                "Sầm Thị Bảy",
                "Sầm Thị Mườihai",
                "Sầm Thị Mườiba",
            ] {
                let whole = |text: &str| {
                    text.match_indices(gone).any(|(at, _)| {
                        text[at + gone.len()..]
                            .chars()
                            .next()
                            .is_none_or(|c| !c.is_alphabetic())
                    })
                };
                for (path, text) in &files {
                    assert!(!whole(text), "{id} {layout:?}: {gone} in {path}");
                }
            }
        }
    }
}
