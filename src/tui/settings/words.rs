//! The sentences of the screen of settings.

use std::collections::BTreeMap;

use crate::domain::i18n::{Catalog, FromCatalog, Group, Message, Sources};

/// The files of this screen.
pub const SOURCES: Sources = crate::word_sources!("settings");

/// Everything the screen says.
#[derive(Debug, Clone)]
pub struct SettingsWords {
    pub screen: Group<SettingsScreenMessage>,
    pub labels: Group<SettingsLabelMessage>,
    pub explained: Group<SettingsLabelMessage>,
    /// The values of choices, by how they stand in the file.
    pub choices: BTreeMap<String, Message>,
}

impl FromCatalog for SettingsWords {
    fn from_catalog(catalog: &Catalog) -> Self {
        Self {
            screen: Group::at(catalog, "screen"),
            labels: Group::at(catalog, "labels"),
            explained: Group::at(catalog, "explained"),
            choices: catalog.take_all_under("choices"),
        }
    }
}

crate::messages! {
    pub enum SettingsScreenMessage {
        Title,
        About,
        HeadingProgram,
        HeadingOffice,
        HeadingChair,
        HeadingSecretary,
        HeadingSignatory,
        Usual,
        NotSet,
        FromAdministrator,
        KeyMove,
        KeyChoose,
        KeyUnset,
        KeyTake,
        KeyLeave,
        Saved,
        NotSaved,
        NoFolder,
    }
}

crate::messages! {
    pub enum SettingsLabelMessage {
        Language,
        Theme,
        Typing,
        Bell,
        Regulation,
        Body,
        Superior,
        LeadAgency,
        Honorific,
        Name,
        Office,
        Papers,
    }
}
