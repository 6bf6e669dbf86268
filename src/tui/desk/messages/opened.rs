//! What is said when a session or a dialog is opened: that the program was away, what is wrong with the user's own files,
//! and that there is nothing to choose from.

use crate::domain::session::Session;
use crate::domain::session::event::Event;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::phrases;
use crate::tui::desk::words::{
    DeskWords, NoticeMessage, RefusalMessage, RuleMessage, StationMessage,
};

/// Right after the program came back into a running session: when it was away.
#[must_use]
pub fn of_coming_back(session: &Session, words: &DeskWords) -> Option<String> {
    let last = session.history().entries().last()?;
    let came_back = matches!(last.record.events.as_slice(), [.., Event::Resumed { .. }]);
    let state = session.state();
    let away = state.aways.last().filter(|away| away.to == last.at)?;
    came_back.then(|| phrases::absence(away, words))
}

/// That files of the user's own cannot be used, with every fault, while there is still time to mend them.
#[must_use]
pub fn of_troubles(troubles: &[String], words: &DeskWords) -> Option<String> {
    let told =
        words.notices[NoticeMessage::NotCounted].render(&[("faults", &troubles.join("  ·  "))]);
    (!troubles.is_empty()).then_some(told)
}

/// What is said when a dialog would have nothing in it.
#[must_use]
pub fn of_nothing_to_open(
    kind: &DialogKind,
    regulation: &str,
    words: &DeskWords,
) -> Option<String> {
    let says = &words.notices;
    let sentence = if matches!(kind, DialogKind::Gate) {
        &says[NoticeMessage::NothingMissing]
    } else if matches!(kind, DialogKind::Opinion(_)) {
        &says[NoticeMessage::NoOpinions]
    } else if matches!(kind, DialogKind::ConclusionGroups) {
        &says[NoticeMessage::NoConclusionWords]
    } else if matches!(kind, DialogKind::FollowUpBy) {
        &says[NoticeMessage::NobodySpoke]
    } else if matches!(kind, DialogKind::Grounds(_)) {
        &words.refusals[RefusalMessage::NoGrounds]
    } else if matches!(kind, DialogKind::Rules) {
        &words.rules[RuleMessage::None]
    } else if matches!(kind, DialogKind::Deadlines) {
        &says[NoticeMessage::NoDeadlines]
    } else if matches!(kind, DialogKind::Stations) {
        &words.stations[StationMessage::NoStations]
    } else {
        return None;
    };
    Some(sentence.render(&[("regulation", &regulation)]))
}
