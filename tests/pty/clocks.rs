//! Clocks and zones that are wrong: the program says so and goes on.

use doithoai::cli::error::words::ErrorMessage;
use doithoai::domain::i18n::Lang;
use doithoai::tui::desk::words::{FormMessage, NoticeMessage};

use crate::aide::{Aide, before};
use crate::computer::{Computer, told};
use crate::faults::Faults;
use crate::outside::WIDE;

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

#[test]
fn an_unlikely_year_and_a_foreign_zone_are_told_before_the_session_begins() {
    for (off, zone, told) in [
        (
            HALF_A_CENTURY_AND_MORE,
            "Asia/Ho_Chi_Minh",
            NoticeMessage::WrongClock,
        ),
        (
            -10 * 366 * 86_400,
            "Asia/Ho_Chi_Minh",
            NoticeMessage::WrongClock,
        ),
        (
            90 * 366 * 86_400,
            "Asia/Ho_Chi_Minh",
            NoticeMessage::WrongClock,
        ),
        (0, "America/New_York", NoticeMessage::WrongZone),
        (0, "Nowhere/At_All", NoticeMessage::WrongZone),
    ] {
        let (mut computer, id) = Computer::with_session("dien-bien");
        let faults = Faults::on(&mut computer);
        computer.extra.push(("TZ", zone.into()));
        faults.set_clock(off);
        let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
        let notice = before(&aide.words.notices[told]);
        aide.wait_for_notice(&notice);
        aide.go_on();
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_clock_that_is_corrected_between_two_runs_makes_no_gap_and_is_one_remark() {
    for hours in [-5, 5] {
        // given a clock that is wrong by hours while somebody speaks
        let (mut computer, id) = Computer::with_session("dien-bien");
        let faults = Faults::on(&mut computer);
        faults.set_clock(-hours * 3600);
        let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
        aide.go_on_until_somebody_speaks();
        aide.end_by_signal();
        // when it is set right before the desk is opened again
        faults.set_clock(0);
        let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
        // then nobody is asked about an absence of hours, and the speech goes on by its own time
        assert!(aide.somebody_speaks(), "{}", aide.terminal.text());
        let went_on = aide.words.forms[FormMessage::WentOn].to_string();
        assert!(!aide.shows(&went_on), "{}", aide.terminal.text());
        // No key ends a turn that began just now.
        for _ in 0..2 {
            aide.terminal.wait_for_frame();
        }
        aide.go_on();
        aide.leave();
        let record = computer.record(&id);
        let journal = std::fs::read_to_string(computer.journal(&id)).unwrap();
        let sets = record["clock_sets"].as_array().map_or(0, Vec::len);
        let behind: String = journal.lines().rev().take(3).collect();
        assert_eq!(sets, 1, "{hours}: {behind}");
        let turn = &record["turns"][0]["span"];
        assert!(turn["actual_ms"].as_u64().unwrap() < 60_000, "{turn}");
        let session = doithoai::store::sessions::session_of(&computer.reading(&id)).unwrap();
        let away = session.state().aways.last().unwrap();
        assert!(away.to.since(away.from).seconds() < 10, "{away:?}");
    }
}

#[test]
fn a_zone_that_is_corrected_between_two_runs_makes_no_gap_of_hours() {
    let (mut computer, id) = Computer::with_session("dien-bien");
    computer.extra.push(("TZ", "America/New_York".into()));
    let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
    aide.go_on_until_somebody_speaks();
    aide.end_by_signal();
    computer.extra.clear();
    let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
    let asks = before(&aide.words.forms[FormMessage::WentOn]);
    assert!(!aide.shows(&asks), "{}", aide.terminal.text());
    let session = doithoai::store::sessions::session_of(&computer.reading(&id)).unwrap();
    let away = session.state().aways.last().unwrap();
    assert_eq!(away.from.wall.offset(), away.to.wall.offset());
    assert!(away.to.since(away.from).seconds() < 60);
    aide.leave();
}

#[test]
fn a_zone_that_changes_after_the_beginning_is_told_with_the_one_that_the_minutes_keep() {
    let (mut computer, id) = Computer::with_session("dien-bien");
    let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
    aide.go_on_until_somebody_speaks();
    aide.end_by_signal();
    computer.extra.push(("TZ", "America/New_York".into()));
    let mut aide = Aide::at_terminal(computer.open(&["run", &id], WIDE));
    let told = aide.words.notices[NoticeMessage::OtherZone].to_string();
    let (said, behind) = told.split_once("{zone}").unwrap();
    let kept = behind.replace("{kept}", "+07:00");
    aide.wait_for_notice(said);
    aide.wait_for_notice(&kept);
    aide.leave();
    let record = computer.record(&id).to_string();
    assert!(record.contains("+07:00"));
    assert!(!record.contains("-04:00\"") && !record.contains("-05:00\""));
}

#[test]
fn nobody_is_told_that_nothing_is_overdue_by_a_clock_that_is_wrong() {
    let (mut computer, _) = Computer::with_session("dien-bien");
    let faults = Faults::on(&mut computer);
    for off in [HALF_A_CENTURY_AND_MORE, 90 * 366 * 86_400] {
        faults.set_clock(off);
        let ran = computer.run(&["due"]);
        assert_eq!(ran.code, 1, "{}", ran.out);
        let hint = told(Lang::Vi).errors[ErrorMessage::WrongClockHint].clone();
        assert!(ran.err.contains(hint.as_str()), "{}", ran.err);
    }
    faults.set_clock(0);
    assert_eq!(computer.run(&["due"]).code, 0);
}
