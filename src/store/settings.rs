//! What an office sets once: language, colours, typing, and its own names. A file in the user's configuration folder, behind
//! it one of the administrator's for every user of the computer. An entry that is wrong is told with its line and is as if
//! it were not there; nothing that stands in these files stops anything. Knows no screen, and no flag of the command line.

pub mod explain;

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::documents::ron_file::{self, SourceMap};
use crate::domain::regulation::RegulationId;
use crate::domain::session::plan::{Official, Plan};
use crate::domain::source_text::{Place, SyntaxError};
use crate::domain::text;
use crate::store::private_fs;
use crate::store::sessions::{UnclearPath, unclear_path};

/// The file, in either folder.
pub const SETTINGS_FILE: &str = "settings.ron";

/// The words of a choice, as they stand in the file and behind the flags of the command line.
pub const LANGUAGES: [&str; 2] = ["vi", "en"];
pub const THEMES: [&str; 3] = ["dark", "light", "contrast"];
pub const TYPING: [&str; 3] = ["off", "telex", "vni"];

/// What is set. What is not, is left to whoever asks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct UserSettings {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub typing: Option<String>,
    /// A bell at the limit of every turn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bell: Option<bool>,
    /// What a session is held under unless something else is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regulation: Option<RegulationId>,
    #[serde(skip_serializing_if = "OfficeSettings::is_nothing")]
    pub office: OfficeSettings,
}

/// The office's own names, for every plan that does not say otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OfficeSettings {
    /// In whose name sessions are held, and the one above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superior_body: Option<String>,
    /// Who prepares and opens sessions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_agency: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chair: Option<Official>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secretary: Option<Official>,
    /// Who signs, where it is not the chair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signatory: Option<Official>,
    /// The folder into which papers and dossiers go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub papers: Option<PathBuf>,
}

/// Something in a file of settings that cannot be used.
#[derive(Debug)]
pub struct SettingsFault {
    pub path: PathBuf,
    pub what: SettingsProblem,
}

/// What is wrong.
#[derive(Debug)]
pub enum SettingsProblem {
    Unreadable(io::Error),
    Entry(Option<Place>, SyntaxError),
    /// An entry that is to name a folder.
    Folder(Option<Place>, UnclearPath),
}

impl SettingsProblem {
    const fn at(&self) -> Option<Place> {
        match self {
            Self::Unreadable(_) => None,
            Self::Entry(at, _) | Self::Folder(at, _) => *at,
        }
    }
}

/// Both files together, and what is wrong in them.
#[derive(Debug, Default)]
pub struct LoadedSettings {
    pub settings: UserSettings,
    pub faults: Vec<SettingsFault>,
}

/// The user's settings, behind them the administrator's.
#[must_use]
pub fn load(user: Option<&Path>, administrator: Option<&Path>) -> LoadedSettings {
    let mut loaded = LoadedSettings::default();
    for folder in [user, administrator].into_iter().flatten() {
        let read = read(&folder.join(SETTINGS_FILE));
        loaded.settings = loaded.settings.or(read.settings);
        loaded.faults.extend(read.faults);
    }
    loaded
}

/// The settings in one file; none where there is none.
#[must_use]
pub fn read(path: &Path) -> LoadedSettings {
    let fault = |what| SettingsFault {
        path: path.to_owned(),
        what,
    };
    let bytes = match ron_file::read(path) {
        Ok(bytes) => bytes,
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
            ) =>
        {
            return LoadedSettings::default();
        }
        Err(error) => {
            return LoadedSettings {
                settings: UserSettings::default(),
                faults: vec![fault(SettingsProblem::Unreadable(error))],
            };
        }
    };
    let (settings, found) = parse(&bytes);
    LoadedSettings {
        settings,
        faults: found.into_iter().map(fault).collect(),
    }
}

/// Writes the user's file, whole or not at all. What the user wrote in it by hand besides, like remarks, goes.
///
/// # Errors
/// When the folder cannot be written.
pub fn save(folder: &Path, settings: &UserSettings) -> io::Result<()> {
    private_fs::folder(folder)?;
    let pretty = ron::ser::PrettyConfig::default();
    let text = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .to_string_pretty(settings, pretty)
        .map_err(io::Error::other)?;
    private_fs::replace(&folder.join(SETTINGS_FILE), format!("{text}\n").as_bytes())
}

fn parse(bytes: &[u8]) -> (UserSettings, Vec<SettingsProblem>) {
    let source = match ron_file::source(bytes) {
        Ok(source) => source,
        Err((at, what)) => {
            return (
                UserSettings::default(),
                vec![SettingsProblem::Entry(at, what)],
            );
        }
    };
    // An empty file, or one with remarks only, says nothing.
    if source.lines().all(|line| {
        let line = line.trim();
        line.is_empty() || line.starts_with("//")
    }) {
        return (UserSettings::default(), Vec::new());
    }
    let (mut settings, mut found) = match ron_file::parse::<UserSettings>(&source) {
        Ok(settings) => (settings, Vec::new()),
        Err(_) => mended(&source),
    };
    let places = SourceMap::of(&source);
    let mut choice = |value: &mut Option<String>, entry: &str, words: &[&str]| {
        if let Some(wrong) = value.take_if(|value| !words.contains(&value.as_str())) {
            let expected = words.join(", ");
            let what = SyntaxError::WrongValue {
                found: wrong,
                expected,
            };
            found.push(SettingsProblem::Entry(Some(places.place(entry)), what));
        }
    };
    choice(&mut settings.lang, "lang", &LANGUAGES);
    choice(&mut settings.theme, "theme", &THEMES);
    choice(&mut settings.typing, "typing", &TYPING);
    let papers = &mut settings.office.papers;
    if let Some(unclear) = papers
        .as_ref()
        .and_then(|folder| unclear_path(&folder.to_string_lossy()))
    {
        *papers = None;
        let at = places.place("office.papers");
        found.push(SettingsProblem::Folder(Some(at), unclear));
    }
    found.sort_by_key(SettingsProblem::at);
    (settings.cleaned(), found)
}

/// What can be read of a text that is not right, without anything that was only put in the place of what is wrong.
fn mended(source: &str) -> (UserSettings, Vec<SettingsProblem>) {
    let diagnosis = ron_file::diagnose::<UserSettings>(source);
    let mut settings = diagnosis.value.unwrap_or_default();
    for path in &diagnosis.replaced {
        settings.forget(path);
    }
    let found = diagnosis.faults.into_iter();
    let entry = |(at, what)| SettingsProblem::Entry(Some(at), what);
    (settings, found.map(entry).collect())
}

impl UserSettings {
    /// This, and what is set only in the other.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let (office, behind) = (self.office, other.office);
        Self {
            lang: self.lang.or(other.lang),
            theme: self.theme.or(other.theme),
            typing: self.typing.or(other.typing),
            bell: self.bell.or(other.bell),
            regulation: self.regulation.or(other.regulation),
            office: OfficeSettings {
                body: office.body.or(behind.body),
                superior_body: office.superior_body.or(behind.superior_body),
                lead_agency: office.lead_agency.or(behind.lead_agency),
                chair: office.chair.or(behind.chair),
                secretary: office.secretary.or(behind.secretary),
                signatory: office.signatory.or(behind.signatory),
                papers: office.papers.or(behind.papers),
            },
        }
    }

    /// Takes away an entry, by its path in the file; a part of a person takes the person.
    fn forget(&mut self, path: &str) {
        let mut parts = path.split('.');
        let office = &mut self.office;
        match (parts.next().unwrap_or_default(), parts.next()) {
            ("lang", _) => self.lang = None,
            ("theme", _) => self.theme = None,
            ("typing", _) => self.typing = None,
            ("bell", _) => self.bell = None,
            ("regulation", _) => self.regulation = None,
            ("office", Some("body")) => office.body = None,
            ("office", Some("superior_body")) => office.superior_body = None,
            ("office", Some("lead_agency")) => office.lead_agency = None,
            ("office", Some("chair")) => office.chair = None,
            ("office", Some("secretary")) => office.secretary = None,
            ("office", Some("signatory")) => office.signatory = None,
            ("office", Some("papers")) => office.papers = None,
            ("office", None) => *office = OfficeSettings::default(),
            ("", None) => *self = Self::default(),
            // What nothing of ours is called was taken out, and stands nowhere.
            (_, _) => {}
        }
    }

    /// Texts as every door brings them in; a blank one sets nothing.
    fn cleaned(mut self) -> Self {
        let line = |value: Option<String>| {
            value
                .map(|text| text::clean_line(&text))
                .filter(|text| !text.is_empty())
        };
        let person = |value: Option<Official>| {
            value
                .map(|official| Official {
                    honorific: text::clean_line(&official.honorific),
                    name: text::clean_line(&official.name),
                    office: text::clean_line(&official.office),
                })
                .filter(|official| !(official.name.is_empty() && official.office.is_empty()))
        };
        let office = self.office;
        self.office = OfficeSettings {
            body: line(office.body),
            superior_body: line(office.superior_body),
            lead_agency: line(office.lead_agency),
            chair: person(office.chair),
            secretary: person(office.secretary),
            signatory: person(office.signatory),
            papers: office
                .papers
                .filter(|folder| !folder.as_os_str().is_empty()),
        };
        self.regulation = self.regulation.filter(|id| !id.0.trim().is_empty());
        self
    }
}

impl OfficeSettings {
    /// Whether nothing is set.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Fills in what a plan leaves open; what stands in it stays.
    pub fn fill(&self, plan: &mut Plan) {
        let text = |into: &mut String, from: &Option<String>| {
            if into.trim().is_empty() {
                into.clone_from(from.as_ref().unwrap_or(&String::new()));
            }
        };
        text(&mut plan.body, &self.body);
        text(&mut plan.lead_agency, &self.lead_agency);
        if plan.superior_body.is_none() {
            plan.superior_body.clone_from(&self.superior_body);
        }
        if plan.chair.name.is_empty()
            && plan.chair.office.is_empty()
            && let Some(chair) = &self.chair
        {
            plan.chair.clone_from(chair);
        }
        if plan.secretaries.is_empty() {
            plan.secretaries.extend(self.secretary.clone());
        }
        if plan.signatory.is_none() {
            plan.signatory.clone_from(&self.signatory);
        }
    }
}

#[cfg(test)]
mod tests;
