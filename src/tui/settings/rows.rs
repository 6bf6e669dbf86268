//! What can be set, in the order of the screen: one table, with what each line holds and what it may be.

use super::RegulationChoice;
use super::words::{SettingsLabelMessage, SettingsScreenMessage, SettingsWords};
use crate::domain::regulation::RegulationId;
use crate::domain::session::plan::Official;
use crate::store::settings::{LANGUAGES, THEMES, TYPING, UserSettings};

/// Something that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingKey {
    Language,
    Theme,
    Typing,
    Bell,
    Regulation,
    Body,
    Superior,
    LeadAgency,
    Of(SettingPerson, PersonPart),
    Papers,
}

/// Somebody of the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingPerson {
    Chair,
    Secretary,
    Signatory,
}

/// A part of what somebody is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonPart {
    Honorific,
    Name,
    Office,
}

/// The lines, from above.
pub const SETTING_ROWS: &[SettingKey] = &[
    SettingKey::Language,
    SettingKey::Theme,
    SettingKey::Typing,
    SettingKey::Bell,
    SettingKey::Regulation,
    SettingKey::Papers,
    SettingKey::Body,
    SettingKey::Superior,
    SettingKey::LeadAgency,
    SettingKey::Of(SettingPerson::Chair, PersonPart::Honorific),
    SettingKey::Of(SettingPerson::Chair, PersonPart::Name),
    SettingKey::Of(SettingPerson::Chair, PersonPart::Office),
    SettingKey::Of(SettingPerson::Secretary, PersonPart::Honorific),
    SettingKey::Of(SettingPerson::Secretary, PersonPart::Name),
    SettingKey::Of(SettingPerson::Secretary, PersonPart::Office),
    SettingKey::Of(SettingPerson::Signatory, PersonPart::Honorific),
    SettingKey::Of(SettingPerson::Signatory, PersonPart::Name),
    SettingKey::Of(SettingPerson::Signatory, PersonPart::Office),
];

/// What stands in the file for a bell that rings and one that does not.
const BELL: [&str; 2] = ["true", "false"];

impl SettingKey {
    /// Whether it is one of several, instead of a text.
    #[must_use]
    pub const fn is_choice(self) -> bool {
        matches!(
            self,
            Self::Language | Self::Theme | Self::Typing | Self::Bell | Self::Regulation
        )
    }

    /// Whether it names a folder.
    #[must_use]
    pub const fn is_folder(self) -> bool {
        matches!(self, Self::Papers)
    }

    /// What may be chosen, as it stands in the file.
    #[must_use]
    pub fn choices(self, regulations: &[RegulationChoice]) -> Vec<String> {
        let words: &[&str] = match self {
            Self::Language => &LANGUAGES,
            Self::Theme => &THEMES,
            Self::Typing => &TYPING,
            Self::Bell => &BELL,
            Self::Regulation => {
                return regulations.iter().map(|(id, _)| id.clone()).collect();
            }
            Self::Body | Self::Superior | Self::LeadAgency | Self::Of(..) | Self::Papers => &[],
        };
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    /// What is set, as it stands in the file.
    #[must_use]
    pub fn value_in(self, settings: &UserSettings) -> Option<String> {
        let office = &settings.office;
        match self {
            Self::Language => settings.lang.clone(),
            Self::Theme => settings.theme.clone(),
            Self::Typing => settings.typing.clone(),
            Self::Bell => settings.bell.map(|bell| bell.to_string()),
            Self::Regulation => settings.regulation.as_ref().map(|id| id.0.clone()),
            Self::Body => office.body.clone(),
            Self::Superior => office.superior_body.clone(),
            Self::LeadAgency => office.lead_agency.clone(),
            Self::Of(person, part) => {
                let official = match person {
                    SettingPerson::Chair => &office.chair,
                    SettingPerson::Secretary => &office.secretary,
                    SettingPerson::Signatory => &office.signatory,
                };
                official
                    .as_ref()
                    .map(|official| part.of(official).to_owned())
                    .filter(|text| !text.is_empty())
            }
            Self::Papers => office
                .papers
                .as_ref()
                .map(|folder| folder.display().to_string()),
        }
    }

    /// Sets it, or sets nothing.
    pub fn set_in(self, settings: &mut UserSettings, value: Option<String>) {
        let office = &mut settings.office;
        match self {
            Self::Language => settings.lang = value,
            Self::Theme => settings.theme = value,
            Self::Typing => settings.typing = value,
            Self::Bell => settings.bell = value.and_then(|value| value.parse().ok()),
            Self::Regulation => settings.regulation = value.map(RegulationId),
            Self::Body => office.body = value,
            Self::Superior => office.superior_body = value,
            Self::LeadAgency => office.lead_agency = value,
            Self::Of(person, part) => {
                let official = match person {
                    SettingPerson::Chair => &mut office.chair,
                    SettingPerson::Secretary => &mut office.secretary,
                    SettingPerson::Signatory => &mut office.signatory,
                };
                part.set(official, value.unwrap_or_default());
            }
            Self::Papers => office.papers = value.map(Into::into),
        }
    }

    /// What a value is called on the screen.
    #[must_use]
    pub fn shown_value(
        self,
        value: &str,
        regulations: &[RegulationChoice],
        words: &SettingsWords,
    ) -> String {
        match self {
            Self::Regulation => regulations
                .iter()
                .find(|(id, _)| id == value)
                .map_or_else(|| value.to_owned(), |(_, name)| name.clone()),
            Self::Language | Self::Theme | Self::Typing | Self::Bell => words
                .choices
                .get(value)
                .map_or_else(|| value.to_owned(), ToString::to_string),
            Self::Body | Self::Superior | Self::LeadAgency | Self::Of(..) | Self::Papers => {
                value.to_owned()
            }
        }
    }

    /// What is true where nobody sets anything.
    #[must_use]
    pub fn usual(self, words: &SettingsWords) -> String {
        let of = |word: &str| {
            let value = words.choices.get(word).map(ToString::to_string);
            words.screen[SettingsScreenMessage::Usual]
                .render(&[("value", &value.unwrap_or_default())])
        };
        match self {
            Self::Language => of("vi"),
            Self::Theme => of("dark"),
            Self::Typing => of("off"),
            Self::Bell => of("false"),
            Self::Regulation
            | Self::Body
            | Self::Superior
            | Self::LeadAgency
            | Self::Of(..)
            | Self::Papers => words.screen[SettingsScreenMessage::NotSet].to_string(),
        }
    }

    /// The part of the screen it stands in.
    #[must_use]
    pub fn heading(self, words: &SettingsWords) -> String {
        let id = match self {
            Self::Language | Self::Theme | Self::Typing | Self::Bell => {
                SettingsScreenMessage::HeadingProgram
            }
            Self::Regulation | Self::Papers | Self::Body | Self::Superior | Self::LeadAgency => {
                SettingsScreenMessage::HeadingOffice
            }
            Self::Of(SettingPerson::Chair, _) => SettingsScreenMessage::HeadingChair,
            Self::Of(SettingPerson::Secretary, _) => SettingsScreenMessage::HeadingSecretary,
            Self::Of(SettingPerson::Signatory, _) => SettingsScreenMessage::HeadingSignatory,
        };
        words.screen[id].to_string()
    }

    const fn label_id(self) -> SettingsLabelMessage {
        match self {
            Self::Language => SettingsLabelMessage::Language,
            Self::Theme => SettingsLabelMessage::Theme,
            Self::Typing => SettingsLabelMessage::Typing,
            Self::Bell => SettingsLabelMessage::Bell,
            Self::Regulation => SettingsLabelMessage::Regulation,
            Self::Body => SettingsLabelMessage::Body,
            Self::Superior => SettingsLabelMessage::Superior,
            Self::LeadAgency => SettingsLabelMessage::LeadAgency,
            Self::Of(_, PersonPart::Honorific) => SettingsLabelMessage::Honorific,
            Self::Of(_, PersonPart::Name) => SettingsLabelMessage::Name,
            Self::Of(_, PersonPart::Office) => SettingsLabelMessage::Office,
            Self::Papers => SettingsLabelMessage::Papers,
        }
    }

    #[must_use]
    pub fn label(self, words: &SettingsWords) -> String {
        words.labels[self.label_id()].to_string()
    }

    /// What it is for, in a sentence.
    #[must_use]
    pub fn explained(self, words: &SettingsWords) -> String {
        words.explained[self.label_id()].to_string()
    }
}

impl PersonPart {
    fn of(self, official: &Official) -> &str {
        match self {
            Self::Honorific => &official.honorific,
            Self::Name => &official.name,
            Self::Office => &official.office,
        }
    }

    /// Sets the part; somebody of whom nothing is left is nobody.
    fn set(self, official: &mut Option<Official>, text: String) {
        let person = official.get_or_insert_with(|| Official {
            honorific: String::new(),
            name: String::new(),
            office: String::new(),
        });
        match self {
            Self::Honorific => person.honorific = text,
            Self::Name => person.name = text,
            Self::Office => person.office = text,
        }
        if [&person.honorific, &person.name, &person.office]
            .iter()
            .all(|part| part.is_empty())
        {
            *official = None;
        }
    }
}
