//! Adding people and opinions while the desk runs, with the real program: a file by its path, and columns copied from a
//! spreadsheet on terminals with and without bracketed paste.

use crate::aide::Aide;
use crate::computer::Computer;
use crate::keys::{ENTER, ESC, ctrl};

fn opens_the_form(aide: &mut Aide) {
    aide.press(ctrl('p'));
    aide.terminal.wait_for_text("MỌI VIỆC");
    aide.press("nhap them tu tep");
    aide.wait_calmly();
    aide.press(ENTER);
    aide.terminal.wait_for_text("Đường dẫn tệp");
}

#[test]
fn a_file_is_imported_inside_the_desk_as_the_command_line_says_and_taken_back_as_one_act() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    // given a list of the office, in a folder with blanks
    let folder = computer.folder().join("home").join("Tài liệu của Lan");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("người-phát-biểu.csv");
    std::fs::write(
        &path,
        "Họ và tên,Thôn,Nội dung\nMùa A Dế,bản Háng Chua,Nước sinh hoạt\nThào Thị Xìa,bản Háng Chua,Đường\n,bản Pá Hốc,Điện\n",
    )
    .unwrap();
    // the command line names the act, because the desk holds the lock
    let ran = computer.run(&["update", &id, path.to_str().unwrap()]);
    assert!(ran.code == 1, "{}", ran.err);
    // when the path is typed as it is dropped into a terminal
    opens_the_form(&mut aide);
    aide.press("'~/Tài liệu của Lan/người-phát-biểu.csv'");
    aide.wait_calmly();
    aide.press(ENTER);
    // then it is shown before anything is added
    aide.terminal.wait_for_text("Thêm 2 người, 0 ý kiến");
    aide.terminal.wait_for_text("Mùa A Dế");
    assert!(aide.shows("✗ "));
    let before = computer.record(&id)["speakers"].as_array().unwrap().len();
    aide.act(ENTER);
    aide.terminal.wait_for_text("nhập thêm 2 người");
    let speakers = |computer: &Computer| computer.record(&id)["speakers"].as_array().unwrap().len();
    assert_eq!(speakers(&computer), before + 2);
    // a second time there is nothing new
    opens_the_form(&mut aide);
    aide.press("\"~/Tài liệu của Lan/người-phát-biểu.csv\"");
    aide.wait_calmly();
    aide.press(ENTER);
    aide.terminal.wait_for_text("= đã có: Thào Thị Xìa");
    aide.press(ESC);
    aide.terminal.wait_for_text("Đường dẫn tệp");
    aide.press(ESC);
    aide.terminal.wait_until("the form to close", |terminal| {
        !terminal.text().contains("Đường dẫn tệp")
    });
    // and one undo takes it back
    aide.wait_calmly();
    aide.act(ctrl('z'));
    aide.terminal
        .wait_for_text("Đã hoàn tác: nhập thêm 2 người");
    assert_eq!(speakers(&computer), before);
}

#[test]
fn columns_copied_from_a_spreadsheet_are_people_with_and_without_bracketed_paste() {
    let (computer, id) = Computer::with_session("lao-cai-7-qc-tu-2025");
    let mut aide = Aide::at(&computer, &id);
    let table = "Mùa A Dế\tbản Háng Chua\r\nThào Thị Xìa\tbản Háng Chua\r\n";
    opens_the_form(&mut aide);
    aide.terminal.press(format!("\x1b[200~{table}\x1b[201~"));
    aide.terminal.wait_for_text("Thêm 2 người");
    assert!(aide.shows("Họ và tên"));
    aide.press(ESC);
    aide.terminal.wait_for_text("Đường dẫn tệp");
    aide.press(ESC);
    aide.terminal.wait_until("the form to close", |terminal| {
        !terminal.text().contains("Đường dẫn tệp")
    });
    // as keys, in one piece: nothing in it accepts anything
    opens_the_form(&mut aide);
    aide.terminal.press(table.replace("\r\n", "\r"));
    aide.terminal.wait_for_text("Thêm 2 người");
    aide.act(ENTER);
    let record = computer.record(&id);
    let names: Vec<&str> = record["speakers"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|speaker| speaker["name"].as_str())
        .collect();
    assert!(
        names.contains(&"Mùa A Dế") && names.contains(&"Thào Thị Xìa"),
        "{names:?}"
    );
}
