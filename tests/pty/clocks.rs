//! Clocks and zones that are wrong: the program says so and goes on.

use doithoai::cli::error::words::ErrorMessage;
use doithoai::domain::i18n::Lang;

use crate::aide::Aide;
use crate::computer::{Computer, told};
use crate::faults::Faults;

/// To well before 1970.
const HALF_A_CENTURY_AND_MORE: i64 = -60 * 366 * 86_400;

#[test]
fn a_clock_before_1970_keeps_nobody_from_holding_a_session() {
    let (mut computer, id) = Computer::with_session("dien-bien");
    let faults = Faults::on(&mut computer);
    faults.set_clock(HALF_A_CENTURY_AND_MORE);
    let mut aide = Aide::at(&computer, &id);
    aide.go_on_until_somebody_speaks();
    aide.go_on();
    assert_eq!(aide.leave(), 0);
    let ran = computer.run(&["export", &id, "--to", "dossier"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let hint = told(Lang::Vi).errors[ErrorMessage::WrongClockHint].clone();
    assert!(ran.err.contains(hint.as_str()), "{}", ran.err);
    faults.set_clock(0);
    let ran = computer.run(&["export", &id, "--to", "dossier"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
}
