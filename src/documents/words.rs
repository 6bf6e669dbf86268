//! The sentences of the documents, from `config/words/documents.ron`. Documents are in Vietnamese whatever the program
//! speaks, so there is one file; an office's copy of it may hold only the sentences it changes. Knows what the sentences
//! are called, and nothing of when they are said.

mod after_ids;
mod ids;
mod paper_ids;

use std::path::Path;

use super::{DossierError, IoAction};
use crate::documents::ron_file;
use crate::domain::i18n::{Catalog, CatalogText, FromCatalog, Group, place_of};
use crate::domain::source_text::{Place, SyntaxError};

pub(crate) use after_ids::AfterMessage;
pub(crate) use ids::{LayoutMessage, MinutesMessage, SayMessage};
pub(crate) use paper_ids::{
    BoardMessage, ConcludedMessage, ConclusionNoticeMessage, ContentsMessage, DueCalendarMessage,
    LetterMessage, PetitionMessage, SlipMessage, WorkbookMessage,
};

/// The name of the file in the user's configuration folder.
pub const FILE_NAME: &str = "documents.ron";

const SHIPPED: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/config/words/documents.ron"
));

/// What is wrong with an office's copy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordsFault {
    #[error("the sentences cannot be read: {1:?}")]
    Damaged(Option<Place>, SyntaxError),
    /// A sentence has a place to fill that nothing fills.
    #[error("the sentence {sentence} has a place {place} that nothing fills")]
    UnknownPlace {
        sentence: String,
        place: String,
        known: Vec<String>,
    },
}

/// All sentences of the documents.
#[derive(Debug, Clone)]
pub(super) struct DocumentWords {
    pub(super) say: Group<SayMessage>,
    pub(super) layout: Group<LayoutMessage>,
    pub(super) minutes: Group<MinutesMessage>,
    pub(super) conclusion: Group<ConcludedMessage>,
    pub(super) notice: Group<ConclusionNoticeMessage>,
    pub(super) petition: Group<PetitionMessage>,
    pub(super) slip: Group<SlipMessage>,
    pub(super) contents: Group<ContentsMessage>,
    pub(super) workbook: Group<WorkbookMessage>,
    pub(super) calendar: Group<DueCalendarMessage>,
    pub(super) after: Group<AfterMessage>,
    pub(super) letter: Group<LetterMessage>,
    pub(super) board: Group<BoardMessage>,
    pub(super) codes: Vec<(String, String)>,
    pub(super) places: Vec<String>,
    pub(super) office_ends: Vec<String>,
    pub(super) seats: Vec<String>,
    pub(super) papers: Vec<(String, String)>,
}

/// What an office replaces as a whole: lists, not sentences.
const LISTS: [&str; 5] = ["codes", "places", "office_ends", "seats", "papers"];

/// Places that shipped sentences had once and that are still filled: an office's sentence of then keeps working.
const OLD_PLACES: [(&str, &[&str]); 1] = [("petition.opening", &["article", "regulation"])];

/// Sentences that no document holds any longer. An office's copy may still have them; they are passed over.
const OLD_SENTENCES: [&str; 4] = [
    "minutes.journal",
    "workbook.floor",
    "board.matter",
    "slip.task",
];

impl FromCatalog for DocumentWords {
    fn from_catalog(catalog: &Catalog) -> Self {
        Self {
            say: Group::at(catalog, "say"),
            layout: Group::at(catalog, "layout"),
            minutes: Group::at(catalog, "minutes"),
            conclusion: Group::at(catalog, "conclusion"),
            notice: Group::at(catalog, "notice"),
            petition: Group::at(catalog, "petition"),
            slip: Group::at(catalog, "slip"),
            contents: Group::at(catalog, "contents"),
            workbook: Group::at(catalog, "workbook"),
            calendar: Group::at(catalog, "calendar"),
            after: Group::at(catalog, "after"),
            letter: Group::at(catalog, "letter"),
            board: Group::at(catalog, "board"),
            codes: pairs(catalog, "codes"),
            places: list(catalog, "places"),
            office_ends: list(catalog, "office_ends"),
            seats: list(catalog, "seats"),
            papers: pairs(catalog, "papers"),
        }
    }
}

fn list(catalog: &Catalog, path: &str) -> Vec<String> {
    catalog
        .names_under(path)
        .into_iter()
        .map(|name| catalog.take(&format!("{path}.{name}")).to_string())
        .collect()
}

fn pairs(catalog: &Catalog, path: &str) -> Vec<(String, String)> {
    let part = |name: &str, part: &str| catalog.take(&format!("{path}.{name}.{part}")).to_string();
    catalog
        .names_under(path)
        .into_iter()
        .map(|name| (part(name, "0"), part(name, "1")))
        .collect()
}

/// A code of the office's copy; `None` when there is none.
pub(super) fn code(user: Option<&Path>) -> Result<Option<String>, DossierError> {
    let Some(path) = user.filter(|path| path.exists()) else {
        return Ok(None);
    };
    let bytes = ron_file::read(path).map_err(|cause| DossierError::Io {
        doing: IoAction::Read,
        path: path.to_owned(),
        cause,
    })?;
    Ok(Some(super::manifest::code(&bytes)))
}

impl DocumentWords {
    /// The sentences of the program, with those that the office changed.
    ///
    /// # Errors
    /// When the office's file is there and cannot be used.
    pub(super) fn load(user: Option<&Path>) -> Result<Self, DossierError> {
        let mut catalog = Catalog::shipped(SHIPPED);
        let Some(path) = user.filter(|path| path.exists()) else {
            return Ok(Self::from_catalog(&catalog));
        };
        let fault = |fault| DossierError::Words {
            path: path.to_owned(),
            fault,
        };
        let bytes = ron_file::read(path).map_err(|cause| DossierError::Io {
            doing: IoAction::Read,
            path: path.to_owned(),
            cause,
        })?;
        let source = ron_file::source(&bytes)
            .map_err(|(at, damage)| fault(WordsFault::Damaged(at, damage)))?;
        let own = Catalog::parse(&source).map_err(|at| {
            // Which rule of the notation is broken is known by the reader of RON.
            let damaged = ron_file::parse::<serde::de::IgnoredAny>(&source).err();
            let here = Some(Place {
                line: at.line,
                column: at.column,
            });
            let (at, damage) = damaged.unwrap_or((here, SyntaxError::Text));
            fault(WordsFault::Damaged(at, damage))
        })?;
        change(&mut catalog, &own, &source).map_err(fault)?;
        Ok(Self::from_catalog(&catalog))
    }
}

/// Puts the office's sentences in the place of the shipped ones.
fn change(catalog: &mut Catalog, own: &Catalog, source: &str) -> Result<(), WordsFault> {
    for list in LISTS {
        if !own.names_under(list).is_empty() {
            catalog.remove_under(list);
        }
    }
    for (path, text) in own.entries() {
        if OLD_SENTENCES.contains(&path) {
            continue;
        }
        let is_listed = LISTS.iter().any(|list| {
            path.strip_prefix(list)
                .is_some_and(|rest| rest.starts_with('.'))
        });
        if !is_listed {
            fits(catalog, path, text, source)?;
        }
        catalog.put(path, text.clone());
    }
    Ok(())
}

/// Whether the program has this sentence, and every place in it is one that the shipped sentence has.
fn fits(catalog: &Catalog, path: &str, own: &CatalogText, source: &str) -> Result<(), WordsFault> {
    let (group, name) = path.rsplit_once('.').unwrap_or(("", path));
    let Some(shipped) = catalog.text(path) else {
        let (line, column) = place_of(source, own.at);
        let unknown = SyntaxError::UnknownField {
            found: name.to_owned(),
            expected: catalog
                .names_under(group)
                .into_iter()
                .map(str::to_owned)
                .collect(),
        };
        return Err(WordsFault::Damaged(Some(Place { line, column }), unknown));
    };
    let mut known = shipped.places();
    let once = OLD_PLACES.iter().filter(|(sentence, _)| *sentence == path);
    known.extend(once.flat_map(|(_, places)| places.iter().copied()));
    match own
        .message
        .places()
        .into_iter()
        .find(|place| !known.contains(place))
    {
        None => Ok(()),
        Some(place) => Err(WordsFault::UnknownPlace {
            sentence: name.to_owned(),
            place: place.to_owned(),
            known: known.into_iter().map(str::to_owned).collect(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(own: &str) -> Result<DocumentWords, DossierError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE_NAME);
        std::fs::write(&path, own).unwrap();
        DocumentWords::load(Some(&path))
    }

    #[test]
    fn every_sentence_of_the_papers_is_there_and_stands_in_some() {
        let shipped = crate::domain::i18n::Sources {
            vi: SHIPPED,
            en: SHIPPED,
        };
        let faults = crate::domain::i18n::faults_of::<DocumentWords>(shipped);
        assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    }

    #[test]
    fn an_office_changes_one_sentence_and_keeps_the_others() {
        let words = with("(minutes: (place: \"Tại: {place}.\"))").unwrap();
        assert_eq!(
            words.minutes[MinutesMessage::Place].as_str(),
            "Tại: {place}."
        );
        assert_eq!(words.minutes[MinutesMessage::Kind].as_str(), "BIÊN BẢN");
    }

    #[test]
    fn a_place_that_nothing_fills_is_told_before_it_stands_in_a_document() {
        let error = with("(minutes: (place: \"Tại: {plaec}.\"))").unwrap_err();
        assert!(
            matches!(&error, DossierError::Words { fault: WordsFault::UnknownPlace { place, .. }, .. } if place == "plaec"),
            "{error:?}"
        );
    }

    #[test]
    fn sentences_that_an_office_changed_long_ago_still_load() {
        let words = with(
            "(petition: (opening: \"Thực hiện {article} {regulation}, {body} báo cáo:\"), \
             minutes: (journal: \"{count} dòng, {code}\"), workbook: (floor: \"{source}\"))",
        )
        .unwrap();
        let opening = words.petition[PetitionMessage::Opening].as_str();
        assert_eq!(opening, "Thực hiện {article} {regulation}, {body} báo cáo:");
        // what never was a sentence is still told
        assert!(with("(minutes: (jurnal: \"\"))").is_err());
    }

    #[test]
    fn a_file_that_cannot_be_read_says_where() {
        let error = with("(\n minutes: (plaec: \"\"),\n)").unwrap_err();
        assert!(matches!(
            &error,
            DossierError::Words { fault: WordsFault::Damaged(Some(place), _), .. } if place.line == 2
        ));
    }
}
