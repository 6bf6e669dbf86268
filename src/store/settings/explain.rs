//! What is wrong in a file of settings, in words. Decides nothing.

use super::{SettingsFault, SettingsProblem};
use crate::documents::ron_file;
use crate::domain::i18n::{Explain as _, Group, Lang, Sources};
use crate::domain::io_messages;
use crate::domain::source_text::SyntaxError;

pub(crate) const WORDS: Sources = crate::word_sources!("settings_file");

crate::messages! {
    pub(crate) enum SettingsFileMessage {
        Unreadable,
        At,
        WrongValue,
        UnknownRegulation,
        UnknownLanguage,
    }
}

pub(crate) type SettingsFileWords = Group<SettingsFileMessage>;

/// What is wrong and where, and that it is passed over.
#[must_use]
pub fn sentence(fault: &SettingsFault, lang: Lang) -> String {
    let words: SettingsFileWords = WORDS.read(lang);
    let path = fault.path.display();
    let (at, problem) = match &fault.what {
        SettingsProblem::Unreadable(error) => {
            return words[SettingsFileMessage::Unreadable].render(&[
                ("path", &path),
                ("cause", &io_messages::sentence(error, lang)),
            ]);
        }
        SettingsProblem::Entry(at, SyntaxError::WrongValue { found, expected }) => (
            at,
            words[SettingsFileMessage::WrongValue]
                .render(&[("found", found), ("expected", expected)]),
        ),
        SettingsProblem::Entry(at, problem) => (at, ron_file::sentence(problem, lang)),
        SettingsProblem::Folder(at, unclear) => (at, unclear.explained(lang).in_one_line()),
    };
    let (line, column) = at.map_or((1, 1), |at| (at.line, at.column));
    words[SettingsFileMessage::At].render(&[
        ("path", &path),
        ("line", &line),
        ("column", &column),
        ("problem", &problem),
    ])
}

/// That there is no regulation of the id that is set.
#[must_use]
pub fn unknown_regulation(id: &str, known: &[&str], lang: Lang) -> String {
    let words: SettingsFileWords = WORDS.read(lang);
    words[SettingsFileMessage::UnknownRegulation]
        .render(&[("id", &id), ("known", &known.join(", "))])
}

/// That the environment asks for a language there is none of.
#[must_use]
pub fn unknown_language(variable: &str, given: &str, lang: Lang) -> String {
    let words: SettingsFileWords = WORDS.read(lang);
    words[SettingsFileMessage::UnknownLanguage].render(&[
        ("variable", &variable),
        ("given", &given),
        ("known", &super::LANGUAGES.join(", ")),
    ])
}
