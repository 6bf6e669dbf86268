//! Two desks on one session: the second is told who has it, as the first version told it, too. What became of a lock that is
//! deleted or replaced is told in `outside`.

use doithoai::domain::i18n::Lang;
use doithoai::store::explain::StoreMessage;

use crate::aide::Aide;
use crate::computer::{Computer, LANGUAGES, told};

/// Wide enough that no sentence is broken.
const WIDE: (u16, u16) = (200, 40);

#[test]
fn a_second_desk_is_told_which_process_has_the_session() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut first = Aide::at(&computer, &id);
    first.go_on();
    let before = std::fs::read(computer.journal(&id)).unwrap();
    for (lang, name) in LANGUAGES {
        let says = told(lang).errors;
        let mut second = computer.open(&["run", &id, "--lang", name], WIDE);
        assert_eq!(second.wait_for_end(), 1);
        let text = second.text();
        assert!(
            text.contains(&first.terminal.process().to_string()),
            "{text}"
        );
        assert!(
            text.contains(says[StoreMessage::LockedHint].as_str()),
            "{text}"
        );
    }
    let repair = computer.run(&["repair", &id]);
    assert_eq!(repair.code, 1);
    assert_eq!(std::fs::read(computer.journal(&id)).unwrap(), before);
    // Reading needs no lock, and the first desk has noticed nothing.
    assert_eq!(computer.run(&["verify", &id]).code, 0);
    first.go_on();
}

#[test]
fn a_desk_that_was_killed_holds_nothing() {
    let (computer, id) = Computer::with_session("dan-tien-2025");
    let mut first = Aide::at(&computer, &id);
    first.go_on();
    first.terminal.kill();
    let mut second = Aide::at(&computer, &id);
    second.go_on();
    assert_eq!(second.leave(), 0);
    let hint = told(Lang::Vi).errors[StoreMessage::LockedHint].clone();
    assert!(!second.terminal.text().contains(hint.as_str()));
}
