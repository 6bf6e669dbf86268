//! `verify` and `repair` on a session that was run: one changed byte is found and its place named, in the last line, too; a
//! torn end is told and no fault, and a last line that only lost its end is neither.

use doithoai::domain::i18n::Lang;
use doithoai::store::explain::StoreMessage;

use crate::aide::{Aide, number_after};
use crate::computer::{Computer, LANGUAGES, told, words};
use doithoai::cli::words::SaidMessage;
use doithoai::tui::desk::words::PromptMessage;

/// How many places of the journal are tried.
const PLACES: usize = 60;

/// A session that has come as far as the first class.
fn session() -> (Computer, String) {
    let (computer, id) = Computer::with_session("qd-1573-2025");
    let mut aide = Aide::at(&computer, &id);
    aide.note("Bà Ước đến muộn");
    aide.go_on_until_an_item_is_to_be_classed();
    assert_eq!(aide.leave(), 0);
    (computer, id)
}

#[test]
fn a_changed_byte_anywhere_is_found_and_its_line_named_the_last_line_included() {
    let (computer, id) = session();
    let path = computer.journal(&id);
    let whole = std::fs::read(&path).unwrap();
    assert_eq!(computer.run(&["verify", &id]).code, 0);
    let before_last = whole[..whole.len() - 1]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .unwrap();
    // Evenly over the last line, which nothing follows that could hold it: it is sealed by itself. Then evenly over the rest
    // of the file, and every byte around the first line break.
    let first_break = whole.iter().position(|byte| *byte == b'\n').unwrap();
    let evenly = (0..PLACES).map(|place| place * before_last / PLACES);
    let last = before_last + 1..whole.len() - 1;
    let in_last = last.clone().step_by(last.len() / 12);
    for place in in_last
        .chain(evenly)
        .chain(first_break - 3..first_break + 3)
    {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        std::fs::write(&path, &changed).unwrap();
        let ran = computer.run(&["verify", &id, "--lang", "en"]);
        assert_eq!(ran.code, 1, "byte {place} is not missed");
        let line = line_of(&whole[..place]);
        let named = number_after(&ran.err, "line ").unwrap();
        assert_eq!(named, line as u64, "byte {place}: {}", ran.err);
        let says = told(Lang::En).errors;
        let hint = if line == 1 {
            says[StoreMessage::LosslessHint].clone()
        } else {
            says[StoreMessage::DamagedHint].clone()
        };
        assert!(ran.err.contains(hint.as_str()), "byte {place}: {}", ran.err);
    }
}

#[test]
fn a_torn_end_is_told_and_set_aside_when_the_session_goes_on() {
    let (computer, id) = session();
    let path = computer.journal(&id);
    let whole = std::fs::read(&path).unwrap();
    let torn_says = words(Lang::En).said[SaidMessage::Torn].to_string();
    let torn_says = torn_says.split('{').next().unwrap();
    // What only lost its line end is whole: its seal says so.
    std::fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    let ran = computer.run(&["verify", &id, "--lang", "en"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(!ran.out.contains(torn_says), "{}", ran.out);
    let last = whole[..whole.len() - 1]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .unwrap();
    let torn = &whole[..last + (whole.len() - last) / 2];
    std::fs::write(&path, torn).unwrap();
    let line = line_of(torn);
    for (lang, name) in LANGUAGES {
        let ran = computer.run(&["verify", &id, "--lang", name]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let sentence = words(lang).said[SaidMessage::Torn].render(&[("line", &line)]);
        assert!(ran.out.contains(&sentence), "{}", ran.out);
    }
    assert_eq!(std::fs::read(&path).unwrap(), torn);

    let mut aide = Aide::at(&computer, &id);
    assert!(aide.shows(&crate::aide::before(
        &aide.words.prompts[PromptMessage::Torn]
    )));
    aide.go_on_until_an_item_is_to_be_classed();
    assert_eq!(aide.leave(), 0);
    assert_eq!(computer.run(&["verify", &id]).code, 0);
    let kept = computer.session(&id).join("journal.kept-1.ron");
    assert_eq!(std::fs::read(kept).unwrap(), torn[last + 1..]);
}

/// The first version did this, too; what it could not repair without a loss is told in `damaged`.
#[test]
fn a_damaged_session_is_repaired_up_to_the_damage_and_the_old_journal_kept() {
    let (computer, id) = session();
    let path = computer.journal(&id);
    let mut bytes = std::fs::read(&path).unwrap();
    let records = computer.reading(&id).records.len();
    let middle = bytes.len() - 1300;
    bytes[middle] ^= 1;
    std::fs::write(&path, &bytes).unwrap();

    let ran = computer.run(&["repair", &id]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let kept = computer.session(&id).join("journal.kept-1.ron");
    assert!(ran.out.contains(kept.to_str().unwrap()), "{}", ran.out);
    assert_eq!(std::fs::read(kept).unwrap(), bytes);
    assert_eq!(computer.run(&["verify", &id]).code, 0);
    let left = computer.reading(&id).records.len();
    assert!((1..records).contains(&left));
    let mut aide = Aide::at(&computer, &id);
    aide.act(crate::keys::ctrl('z'));

    let again = computer.run(&["repair", &id]);
    assert_eq!(again.code, 1, "a desk has it open");
    aide.leave();
    let again = computer.run(&["repair", &id]);
    assert_eq!(again.code, 0);
    assert!(again.out.contains(&nothing(&path)), "{}", again.out);
}

/// The line after so many bytes.
fn line_of(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count()
}

fn nothing(path: &std::path::Path) -> String {
    let says = words(Lang::Vi).said;
    says[SaidMessage::NothingToRepair].render(&[("path", &path.display())])
}
