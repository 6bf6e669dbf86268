//! Where things lie and how they are told, for one run of the program: what a flag says, else the environment, else the
//! office's settings, else the usual. Knows no command.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ValueEnum as _;

use crate::cli::error::Error;
use crate::domain::deadlines::Basis;
use crate::domain::i18n::Lang;
use crate::domain::regulation::{Regulation, RegulationId};
use crate::domain::session::plan::Plan;
use crate::store::basis::{UnusableFile, UserFolders};
use crate::store::profiles::{self, ProfileError};
use crate::store::sessions::{SessionStore, typed_path};
use crate::store::settings::{self, LoadedSettings, UserSettings, explain};
use crate::tui::terminal::Capabilities;
use crate::tui::theme::ThemeName;
use crate::tui::vn_input::Method;

/// Where an administrator's default for every user lies, below the folder of the system.
const PROGRAM: &str = "doithoai";
const LANGUAGE: &str = "DOITHOAI_LANG";

/// What every command understands.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Common {
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR")]
    config_dir: Option<PathBuf>,
    #[arg(long, global = true, value_enum)]
    pub(super) lang: Option<Lang>,
    #[arg(long, global = true, value_enum)]
    theme: Option<ThemeName>,
    #[arg(long, global = true, value_enum)]
    typing: Option<Method>,
}

/// What is known before the arguments are read: help and usage need the language, too.
#[derive(Debug)]
pub(super) struct Start {
    /// The user's folder of settings; `None` when the computer has no such folder.
    config: Option<PathBuf>,
    administrator: Option<PathBuf>,
    loaded: LoadedSettings,
    /// By a flag or the environment.
    asked: Option<Lang>,
    /// What the environment asks for and there is none of.
    unknown: Option<String>,
}

/// Where things lie and how they are told.
#[derive(Debug, Clone)]
pub(super) struct RunPlace {
    pub(super) data: PathBuf,
    /// The data folder was named for this run only.
    pub(super) data_is_named: bool,
    /// The user's own profiles, calendars, words and settings; `None` when the computer has no such folder.
    pub(super) config: Option<PathBuf>,
    administrator: Option<PathBuf>,
    pub(super) lang: Lang,
    pub(super) theme: ThemeName,
    pub(super) typing: Method,
    pub(super) terminal: Capabilities,
    /// What the office set, and behind it the administrator.
    pub(super) settings: UserSettings,
    /// The folder that the office set for papers, as it is meant.
    pub(super) papers: Option<PathBuf>,
    /// What in the settings or the environment cannot be used, in words.
    pub(super) faults: Vec<String>,
    flags: Common,
    asked: Option<Lang>,
    home: Option<PathBuf>,
}

/// The value of an option, before the arguments are read.
fn given(arguments: &[OsString], option: &str) -> Option<String> {
    let mut found = None;
    let mut rest = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(argument) = rest.next() {
        if argument == option {
            found = rest.next().map(ToOwned::to_owned);
        } else if let Some(value) = argument
            .strip_prefix(option)
            .and_then(|rest| rest.strip_prefix('='))
        {
            found = Some(value.to_owned());
        }
    }
    found
}

impl Start {
    /// What the arguments, the environment and the settings say.
    pub(super) fn of(arguments: &[OsString], variable: &dyn Fn(&str) -> Option<String>) -> Self {
        let named = |name: &str| variable(name).filter(|value| !value.is_empty());
        let config = given(arguments, "--config-dir")
            .or_else(|| named("DOITHOAI_CONFIG_DIR"))
            .map(PathBuf::from)
            .or_else(|| {
                directories::ProjectDirs::from("", "", PROGRAM)
                    .map(|usual| usual.config_dir().to_owned())
            });
        let administrator = if cfg!(windows) {
            named("ProgramData").map(|folder| Path::new(&folder).join(PROGRAM))
        } else {
            Some(Path::new("/etc").join(PROGRAM))
        };
        let loaded = settings::load(config.as_deref(), administrator.as_deref());
        let language = |word: &str| Lang::from_str(word.trim(), true).ok();
        let of_environment = named(LANGUAGE);
        Self {
            asked: given(arguments, "--lang")
                .map(|word| language(&word).unwrap_or_default())
                .or_else(|| of_environment.as_deref().and_then(language)),
            unknown: of_environment.filter(|word| language(word).is_none()),
            config,
            administrator,
            loaded,
        }
    }

    /// The language, before the arguments are read.
    pub(super) fn lang(&self) -> Lang {
        lang_of(self.asked, &self.loaded.settings)
    }

    /// The place, once the arguments are read. What cannot be used of the settings is told and stops nothing.
    pub(super) fn place(
        self,
        flags: Common,
        variable: &dyn Fn(&str) -> Option<String>,
    ) -> Result<RunPlace, Error> {
        let usual = directories::ProjectDirs::from("", "", PROGRAM);
        let data = flags
            .data_dir
            .clone()
            .or_else(|| {
                variable("DOITHOAI_DATA_DIR")
                    .filter(|path| !path.is_empty())
                    .map(PathBuf::from)
            })
            .or_else(|| usual.as_ref().map(|usual| usual.data_dir().to_owned()))
            .ok_or(Error::NoDataFolder)?;
        let asked = flags.lang.or(self.asked);
        let mut place = RunPlace {
            data,
            data_is_named: flags.data_dir.is_some(),
            config: self.config,
            administrator: self.administrator,
            lang: Lang::default(),
            theme: ThemeName::default(),
            typing: Method::default(),
            terminal: Capabilities::of(variable),
            settings: UserSettings::default(),
            papers: None,
            faults: Vec::new(),
            flags,
            asked,
            home: super::desk::home_folder(variable),
        };
        place.take(self.loaded);
        let unknown = self
            .unknown
            .map(|given| explain::unknown_language(LANGUAGE, &given, place.lang));
        place.faults.extend(unknown);
        Ok(place)
    }
}

impl RunPlace {
    /// The same place with the settings as they are now.
    pub(super) fn renewed(&self) -> Self {
        let mut place = self.clone();
        place.faults.clear();
        place.take(settings::load(
            self.config.as_deref(),
            self.administrator.as_deref(),
        ));
        place
    }

    /// What the user and what the administrator set, each on its own.
    pub(super) fn own_settings(&self) -> (UserSettings, UserSettings) {
        [&self.config, &self.administrator]
            .map(|folder| settings::load(folder.as_deref(), None).settings)
            .into()
    }

    fn take(&mut self, loaded: LoadedSettings) {
        let LoadedSettings {
            mut settings,
            faults,
        } = loaded;
        self.lang = lang_of(self.asked, &settings);
        let lang = self.lang;
        self.faults
            .extend(faults.iter().map(|fault| explain::sentence(fault, lang)));
        if let Some(id) = &settings.regulation
            && let Err(ProfileError::Unknown { known, .. }) =
                profiles::load(&id.0, self.regulations().as_deref())
        {
            let known: Vec<&str> = known.iter().map(|id| id.0.as_str()).collect();
            self.faults
                .push(explain::unknown_regulation(&id.0, &known, lang));
            settings.regulation = None;
        }
        self.theme = self.theme_under(&settings);
        self.typing = self
            .flags
            .typing
            .or_else(|| word_of(settings.typing.as_deref()))
            .unwrap_or_default();
        self.papers = settings
            .office
            .papers
            .as_ref()
            .map(|folder| typed_path(&folder.to_string_lossy(), self.home.as_deref()));
        self.settings = settings;
    }

    /// Where papers of this name go when nothing else is said: into the office's folder, else where the command was given.
    pub(super) fn papers_in(&self, name: String) -> PathBuf {
        match &self.papers {
            Some(folder) => folder.join(name),
            None => PathBuf::from(name),
        }
    }

    /// The colours under these settings.
    pub(super) fn theme_under(&self, settings: &UserSettings) -> ThemeName {
        self.flags
            .theme
            .or_else(|| word_of(settings.theme.as_deref()))
            .unwrap_or_default()
    }

    /// The sessions of this computer.
    pub(super) fn store(&self) -> SessionStore {
        let store = SessionStore::at(&self.data);
        match &self.config {
            Some(config) => store.with_settings_in(config),
            None => store,
        }
    }

    pub(super) fn regulations(&self) -> Option<PathBuf> {
        self.config
            .as_ref()
            .map(|config| config.join("regulations"))
    }

    /// The office's own sentences for the documents.
    pub(super) fn documents(&self) -> Option<PathBuf> {
        self.config
            .as_ref()
            .map(|config| config.join(crate::documents::WORDS_FILE))
    }

    pub(super) fn calendar(&self) -> Option<PathBuf> {
        self.config.as_ref().map(|config| config.join("calendar"))
    }

    /// What deadlines are counted on for the session of a plan, and the user's files that cannot be used for it.
    pub(super) fn basis(&self, plan: &Plan) -> (Basis, Vec<UnusableFile>) {
        self.with_folders(|folders| crate::store::basis::load(folders, plan, self.lang))
    }

    /// With every accompanying law, for sessions of all kinds.
    pub(super) fn basis_with_all_laws(&self) -> (Basis, Vec<UnusableFile>) {
        self.with_folders(|folders| crate::store::basis::load_with_all_laws(folders, self.lang))
    }

    fn with_folders<T>(&self, load: impl FnOnce(UserFolders<'_>) -> T) -> T {
        let (regulations, calendar) = (self.regulations(), self.calendar());
        load(UserFolders {
            regulations: regulations.as_deref(),
            calendar: calendar.as_deref(),
        })
    }

    pub(super) fn regulation(&self, id: &RegulationId) -> Result<Regulation, Error> {
        profiles::load(&id.0, self.regulations().as_deref()).map_err(Error::Profile)
    }
}

fn lang_of(asked: Option<Lang>, settings: &UserSettings) -> Lang {
    asked
        .or_else(|| word_of(settings.lang.as_deref()))
        .unwrap_or_default()
}

/// The value that a word of the settings means, as behind a flag.
fn word_of<T: clap::ValueEnum>(word: Option<&str>) -> Option<T> {
    word.and_then(|word| T::from_str(word, true).ok())
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    fn words<T: ValueEnum>() -> Vec<String> {
        T::value_variants()
            .iter()
            .filter_map(T::to_possible_value)
            .map(|value| value.get_name().to_owned())
            .collect()
    }

    #[test]
    fn the_settings_know_the_words_of_the_flags() {
        assert_eq!(words::<Lang>(), settings::LANGUAGES);
        assert_eq!(words::<ThemeName>(), settings::THEMES);
        assert_eq!(words::<Method>(), settings::TYPING);
    }

    fn start(arguments: &[&str], variables: &[(&str, &str)]) -> Start {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        Start::of(&arguments, &|asked| {
            variables
                .iter()
                .find(|(name, _)| *name == asked)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_flag_stands_before_the_environment_and_that_before_the_settings() {
        let home = tempfile::tempdir().unwrap();
        let config = home.path().to_str().unwrap();
        let lang = |arguments: &[&str], variables: &[(&str, &str)]| {
            let folder = ["--config-dir", config];
            start(&[&["doithoai"], arguments, &folder].concat(), variables).lang()
        };
        assert_eq!(lang(&[], &[]), Lang::Vi);
        std::fs::write(home.path().join("settings.ron"), "(lang: \"en\")").unwrap();
        assert_eq!(lang(&[], &[]), Lang::En);
        assert_eq!(lang(&[], &[("DOITHOAI_LANG", "vi")]), Lang::Vi);
        assert_eq!(lang(&[], &[("DOITHOAI_LANG", "")]), Lang::En);
        assert_eq!(
            lang(&["--lang", "en"], &[("DOITHOAI_LANG", "vi")]),
            Lang::En
        );
        assert_eq!(lang(&["run", "--lang=vi"], &[]), Lang::Vi);
        // What the environment asks for and there is none of is told, and the settings say which language is meant.
        let told = start(
            &["doithoai", "--config-dir", config],
            &[("DOITHOAI_LANG", "fr")],
        );
        assert_eq!(
            (told.lang(), told.unknown.as_deref()),
            (Lang::En, Some("fr"))
        );
    }
}
