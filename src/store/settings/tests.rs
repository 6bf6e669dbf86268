//! Stories of the settings: what is read, what is wrong and told, who stands before whom.

use super::*;
use crate::domain::i18n::Lang;

const WHOLE: &str = r#"// Cài đặt
(
    lang: "en",
    theme: "contrast",
    typing: "telex",
    bell: true,
    regulation: "dan-tien-2025",
    office: (
        body: "Ủy ban nhân dân xã Nà Hỏi",
        chair: (honorific: "Bà", name: "Lò Thị Mẫu", office: "Chủ tịch"),
        papers: "D:/Hồ sơ",
    ),
)
"#;

fn read_with_faults(bytes: &[u8], lang: Lang) -> (UserSettings, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(SETTINGS_FILE), bytes).unwrap();
    let loaded = load(Some(folder.path()), None);
    let told = loaded.faults.iter();
    (
        loaded.settings,
        told.map(|fault| explain::sentence(fault, lang)).collect(),
    )
}

#[test]
fn what_is_set_is_read_and_written_and_read_again() {
    let (settings, told) = read_with_faults(WHOLE.as_bytes(), Lang::Vi);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(settings.lang.as_deref(), Some("en"));
    assert_eq!(settings.bell, Some(true));
    assert_eq!(settings.office.chair.as_ref().unwrap().name, "Lò Thị Mẫu");
    let home = tempfile::tempdir().unwrap();
    // given no folder yet, and later an older file
    let folder = home.path().join("config");
    for _ in 0..2 {
        save(&folder, &settings).unwrap();
        let again = load(Some(&folder), None);
        assert!(again.faults.is_empty(), "{:?}", again.faults);
        assert_eq!(again.settings, settings);
    }
}

#[test]
fn a_folder_for_papers_that_is_not_clear_is_told_with_its_line_and_not_used() {
    for (folder, why) in [
        ("~lan/giấy", "~lan"),
        ("$USER/giấy", "$USER"),
        ("file://may-chu/giấy", "may-chu"),
        ("'D:/giấy", "nháy"),
    ] {
        let text = WHOLE.replace("D:/Hồ sơ", folder);
        let (settings, told) = read_with_faults(text.as_bytes(), Lang::Vi);
        assert_eq!(settings.office.papers, None, "{folder}");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].contains("dòng 11") && told[0].contains(why),
            "{told:?}"
        );
        // and nothing else went with it
        assert!(settings.office.chair.is_some() && settings.lang.is_some());
    }
}

#[test]
fn a_wrong_entry_is_told_with_its_line_and_takes_nothing_else_along() {
    for (wrong, line, gone) in [
        (WHOLE.replace("\"contrast\"", "\"purple\""), 4, "theme"),
        (WHOLE.replace("\"contrast\"", "purple"), 4, "theme"),
        (WHOLE.replace("\"contrast\"", "17"), 4, "theme"),
        (WHOLE.replace("bell: true", "bell: \"yes\""), 6, "bell"),
        (WHOLE.replace("bell: true", "bells: true"), 6, "bell"),
        (
            WHOLE.replace("\"Ủy ban nhân dân xã Nà Hỏi\"", "[]"),
            9,
            "body",
        ),
        (
            WHOLE.replace("name: \"Lò Thị Mẫu\"", "name: 3"),
            10,
            "chair",
        ),
    ] {
        let (settings, told) = read_with_faults(wrong.as_bytes(), Lang::Vi);
        assert!(
            told.iter()
                .any(|told| told.contains(&format!("dòng {line},"))),
            "{gone}: {told:?}"
        );
        let mut expected = parse(WHOLE.as_bytes()).0;
        expected.forget(if matches!(gone, "body" | "chair") {
            if gone == "body" {
                "office.body"
            } else {
                "office.chair"
            }
        } else {
            gone
        });
        assert_eq!(settings, expected, "{told:?}");
    }
}

#[test]
fn whatever_lies_there_nothing_is_stopped() {
    for bytes in [
        &b""[..],
        b"// only a remark\n",
        b"()",
        b"(",
        b"((((((((((((((((((((",
        b"\xff\xfe\x00",
        b"{\"lang\": \"vi\"}",
        b"lang = vi",
        "\u{feff}(lang: \"en\")".as_bytes(),
    ] {
        let (settings, told) = read_with_faults(bytes, Lang::En);
        let is_right = matches!(bytes, b"" | b"()" | b"// only a remark\n")
            || bytes.starts_with(b"\xef\xbb\xbf");
        assert_eq!(told.is_empty(), is_right, "{bytes:?} {told:?}");
        assert!(settings.office.is_nothing());
    }
    // A folder in its place, and no folder at all.
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join(SETTINGS_FILE)).unwrap();
    assert_eq!(load(Some(home.path()), None).faults.len(), 1);
    assert!(load(None, None).faults.is_empty());
    assert!(
        load(Some(&home.path().join("none")), None)
            .faults
            .is_empty()
    );
}

#[test]
fn the_users_own_stands_before_the_administrators() {
    let home = tempfile::tempdir().unwrap();
    let [user, administrator] = ["user", "admin"].map(|name| home.path().join(name));
    for (folder, text) in [
        (&user, r#"(theme: "light", office: (body: "Xã Nà Hỏi"))"#),
        (
            &administrator,
            r#"(lang: "en", theme: "dark", office: (body: "Xã", lead_agency: "Văn phòng"))"#,
        ),
    ] {
        std::fs::create_dir(folder).unwrap();
        std::fs::write(folder.join(SETTINGS_FILE), text).unwrap();
    }
    let settings = load(Some(&user), Some(&administrator)).settings;
    assert_eq!(settings.lang.as_deref(), Some("en"));
    assert_eq!(settings.theme.as_deref(), Some("light"));
    assert_eq!(settings.office.body.as_deref(), Some("Xã Nà Hỏi"));
    assert_eq!(settings.office.lead_agency.as_deref(), Some("Văn phòng"));
}
