//! What `doithoai regulations` prints: the list, one profile, the outcome of a check, a file to begin with. Knows no
//! argument of the command line.

use std::fmt::Write;
use std::path::Path;

use serde::Serialize;

use crate::cli::json::in_json;
use crate::domain::i18n::Explain as _;
use crate::domain::i18n::Explained;
use crate::domain::i18n::Lang;
use crate::domain::regulation::words::ListMessage;
use crate::domain::regulation::words::RegulationWords;
use crate::domain::regulation::words::TroubleMessage;
use crate::domain::regulation::{Regulation, Scope};
use crate::store::profiles::{self, ListedProfile, Origin};

/// A commented file to begin a new profile with, in both languages.
pub const TEMPLATE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/config/regulations-template.ron"
));

/// The list of all profiles, a line each, also those that cannot be used.
#[must_use]
pub fn list(user_folder: Option<&Path>, lang: Lang) -> String {
    let words = RegulationWords::new(lang);
    let all = profiles::all(user_folder);
    let width = all
        .iter()
        .map(|listed| listed.id.0.chars().count())
        .max()
        .unwrap_or_default();
    let mut out = String::new();
    for ListedProfile {
        id,
        origin,
        profile,
    } in &all
    {
        let title = match profile {
            Ok(regulation) => {
                let title = regulation.short.in_lang(lang);
                match regulation.scope {
                    Scope::Session => title.to_owned(),
                    Scope::Accompanying => {
                        words.list[ListMessage::ListedFloor].render(&[("title", &title)])
                    }
                }
            }
            Err(_) => words.list[ListMessage::Unusable].render(&[("id", &id.0)]),
        };
        let title = match origin {
            Origin::Shipped => title,
            Origin::User(path) => words.list[ListMessage::OfUser]
                .render(&[("title", &title), ("path", &path.display())]),
        };
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{:<width$}  {title}", id.0);
    }
    out
}

/// The list for programs: an array of objects, whose fields are only ever added to.
#[must_use]
pub fn list_json(user_folder: Option<&Path>, lang: Lang) -> String {
    #[derive(Serialize)]
    struct RegulationRow {
        id: String,
        title: Option<String>,
        number: Option<String>,
        scope: Option<Scope>,
        /// The user's file; `null` for a shipped profile.
        file: Option<String>,
        /// What is wrong with it; empty when it can be used.
        faults: Vec<String>,
    }
    let rows: Vec<RegulationRow> = profiles::all(user_folder)
        .into_iter()
        .map(|listed| {
            let file = match listed.origin {
                Origin::Shipped => None,
                Origin::User(path) => Some(path.display().to_string()),
            };
            let id = listed.id.0;
            match listed.profile {
                Ok(regulation) => RegulationRow {
                    id,
                    title: Some(regulation.title.in_lang(lang).to_owned()),
                    number: regulation.number,
                    scope: Some(regulation.scope),
                    file,
                    faults: Vec::new(),
                },
                Err(error) => RegulationRow {
                    id,
                    title: None,
                    number: None,
                    scope: None,
                    file,
                    faults: error.explained(lang).because,
                },
            }
        })
        .collect();
    in_json(&rows)
}

/// A profile laid out as the regulation's own table.
#[must_use]
pub fn profile(regulation: &Regulation, lang: Lang) -> String {
    super::regulation_page::lay_out(regulation, lang)
}

/// A profile for programs: the fields of the file, in both languages.
#[must_use]
pub fn profile_json(regulation: &Regulation) -> String {
    let written: &dyn erased_serde::Serialize = regulation;
    in_json(written)
}

/// Checks a file: a line that says it has no fault, or all its faults. The file may have any name here; that it needs
/// the name of its id to be found later is said in a second line.
pub fn check(path: &Path, lang: Lang) -> Result<String, Explained> {
    let regulation = profiles::check_file(path).map_err(|error| error.explained(lang))?;
    let words = RegulationWords::new(lang);
    let no_fault = words.trouble[TroubleMessage::NoFault].render(&[("path", &path.display())]);
    let id = &regulation.id.0;
    Ok(
        if path.file_stem().is_some_and(|stem| stem == id.as_str()) {
            no_fault
        } else {
            format!(
                "{no_fault}\n{}",
                words.trouble[TroubleMessage::Rename].render(&[("id", id)])
            )
        },
    )
}
