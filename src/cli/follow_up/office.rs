//! The office at work after a session: carries out what the follow-up screen asks for, and writes its papers.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{record_of, write_files};
use crate::cli::RunPlace;
use crate::cli::counting_basis::CountingBasis;
use crate::cli::error::Error;
use crate::documents::{AfterSession, make_after};
use crate::domain::follow_up::teller::FollowUpTeller;
use crate::domain::follow_up::words::FollowUpMessage;
use crate::domain::follow_up::{
    DEFAULT_WINDOW, FollowUpPaper, LedgerCommand, LedgerEntry, amended,
};
use crate::domain::i18n::Explain as _;
use crate::domain::i18n::WordedError;
use crate::domain::record::SessionRecord;
use crate::domain::regulation::DocumentKind;
use crate::domain::time::ClockReading;
use crate::store::clock::Clock;
use crate::store::explain::{io_cause, worded_io};
use crate::store::sessions::SessionStore;
use crate::store::sessions::follow_up::{
    EnterError, FollowedSession, LedgerFile, attach, followed, other_branch, promises_at,
    promises_of, remember_place, with_ledger,
};
use crate::tui::follow_up::FollowedCase;
use crate::tui::follow_up::run::NotEntered;

/// What carries out what the screen asks for.
pub(in crate::cli) struct FollowUpOffice<'a> {
    place: &'a RunPlace,
    store: SessionStore,
    counted: CountingBasis,
    pub teller: FollowUpTeller,
    clock: Clock,
}

impl<'a> FollowUpOffice<'a> {
    pub(in crate::cli) fn of(place: &'a RunPlace) -> Self {
        Self {
            place,
            store: place.store(),
            counted: CountingBasis::of(place),
            teller: FollowUpTeller::new(place.lang),
            clock: Clock::system(),
        }
    }

    pub(in crate::cli) fn now(&self) -> ClockReading {
        self.clock.now()
    }

    pub(in crate::cli) fn today(&self) -> NaiveDate {
        self.now().wall.date_naive()
    }

    pub(in crate::cli) fn cases(
        &self,
        session: Option<&str>,
    ) -> Result<(Vec<FollowedCase>, Vec<String>), Error> {
        let Some(name) = session else {
            let (sessions, unreadable) = followed(&self.store);
            let troubles = unreadable.iter().map(|one| {
                let cause = one.cause.explained(self.place.lang).in_one_line();
                self.teller.words[FollowUpMessage::DueUnreadable]
                    .render(&[("session", &one.id), ("cause", &cause)])
            });
            let troubles = troubles.collect();
            let cases = sessions.into_iter().map(|one| self.case(one)).collect();
            return Ok((cases, troubles));
        };
        let found = self.store.find(name).map_err(Error::Find)?;
        let folder = self.store.moved_from(&found).unwrap_or(found);
        let tried = || {
            let words = &self.teller.words[FollowUpMessage::FollowUpFailed];
            words.render(&[("path", &folder.display())])
        };
        let indexed = promises_of(&folder).map_err(|cause| {
            Error::Misused(crate::domain::i18n::Explained {
                tried: tried(),
                because: vec![cause.explained(self.place.lang).in_one_line()],
                hint: None,
            })
        })?;
        if !indexed.promises.closed {
            return Err(Error::Misused(crate::domain::i18n::Explained {
                tried: tried(),
                because: vec![self.teller.words[FollowUpMessage::RejectSessionOpen].to_string()],
                hint: None,
            }));
        }
        let id = crate::store::sessions::id_of(&folder);
        let one = with_ledger(&self.store, id, folder.clone(), indexed);
        let troubles = self.other_branch(&one).into_iter().collect();
        Ok((vec![self.case(one)], troubles))
    }

    /// The same session lies on this computer too, and its ledger went another way.
    fn other_branch(&self, one: &FollowedSession) -> Option<String> {
        let (folder, common) = other_branch(&self.store, &one.folder, &one.ledger_folder)?;
        let path = folder.display();
        let words = &self.teller.words;
        Some(if common == 0 {
            words[FollowUpMessage::BranchedFromTheStart].render(&[("path", &path)])
        } else {
            words[FollowUpMessage::Branched].render(&[("path", &path), ("common", &common)])
        })
    }

    pub(in crate::cli) fn case(&self, one: FollowedSession) -> FollowedCase {
        let overview = self.counted.overview(&one, self.today(), DEFAULT_WINDOW);
        let accepted = one.ledger.state().journal.clone();
        let changed = accepted.filter(|known| *known != one.anchor);
        let amended = changed
            .and_then(|known| promises_at(&one.folder, Some(known.entries)).ok())
            .map_or_else(Vec::new, |before| amended(&before.promises, &one.promises));
        FollowedCase {
            trouble: one
                .trouble
                .as_ref()
                .map(|error| error.explained(self.place.lang).in_one_line()),
            id: one.id,
            folder: one.folder,
            ledger_folder: one.ledger_folder,
            promises: one.promises,
            anchor: one.anchor,
            ledger: one.ledger,
            overview,
            amended,
        }
    }

    /// The session as it lies on disk now.
    pub(in crate::cli) fn again(&self, case: &FollowedCase) -> Result<FollowedCase, WordedError> {
        let indexed =
            promises_of(&case.folder).map_err(|error| WordedError::of(&error, self.place.lang))?;
        let one = with_ledger(&self.store, case.id.clone(), case.folder.clone(), indexed);
        Ok(self.case(one))
    }

    pub(in crate::cli) fn enter(
        &self,
        case: &FollowedCase,
        command: LedgerCommand,
    ) -> Result<(FollowedCase, LedgerEntry), NotEntered> {
        let entered = LedgerFile::open(&case.ledger_folder, self.clock.clone())
            .map_err(EnterError::from)
            .and_then(|mut file| file.enter(&case.promises, &case.anchor, command));
        match entered {
            Ok(entry) => Ok((self.again(case)?, entry)),
            Err(error) => Err(self.not_entered(error)),
        }
    }

    fn not_entered(&self, error: EnterError) -> NotEntered {
        if error.is_read_only() {
            return NotEntered::ReadOnly;
        }
        match error {
            EnterError::Rejected(rejection) => NotEntered::Rejected(rejection),
            failed @ (EnterError::Lock(_) | EnterError::Ledger(_) | EnterError::NotWritten(_)) => {
                NotEntered::Failed(WordedError::of(&failed, self.place.lang))
            }
        }
    }

    pub(in crate::cli) fn attach(
        &self,
        case: &FollowedCase,
        path: &Path,
        item: Option<u32>,
        paper: Option<DocumentKind>,
    ) -> Result<(FollowedCase, LedgerEntry), NotEntered> {
        let mut attachment = attach(&case.ledger_folder, path, item).map_err(|error| {
            let why = io_cause(&error, self.place.lang);
            let path = path.display().to_string();
            let words = &self.teller.words[FollowUpMessage::NotAttached];
            let sentence = words.render(&[("path", &path), ("cause", &why)]);
            NotEntered::Failed(WordedError::of_sentence(sentence))
        })?;
        attachment.paper = paper;
        self.enter(case, LedgerCommand::Attach { attachment })
    }

    pub(in crate::cli) fn place_ledger(
        &self,
        case: &FollowedCase,
        parent: &Path,
    ) -> Result<FollowedCase, WordedError> {
        remember_place(&self.store, &case.folder, parent)
            .map_err(|error| worded_io(&error, self.place.lang))?;
        self.again(case)
    }

    /// The record of a session, with its days counted from the notice where that was issued.
    fn record(&self, case: &FollowedCase) -> Result<SessionRecord, WordedError> {
        record_of(
            &case.folder,
            &case.promises,
            case.ledger.state(),
            &self.counted,
            self.place,
        )
    }

    pub(in crate::cli) fn write(
        &self,
        case: &FollowedCase,
        paper: &FollowUpPaper,
        to: &Path,
    ) -> Result<PathBuf, WordedError> {
        let record = self.record(case)?;
        let session = AfterSession {
            record: &record,
            promises: &case.promises,
            ledger: case.ledger.state(),
            overview: &case.overview,
            today: self.today(),
        };
        let files = make_after(session, paper, self.place.documents().as_deref())
            .map_err(|error| WordedError::of(&Error::Dossier(error), self.place.lang))?;
        write_files(to, &files).map_err(|error| worded_io(&error, self.place.lang))
    }

    pub(in crate::cli) fn export(&self, case: &FollowedCase) -> Result<PathBuf, WordedError> {
        let ledger = case.ledger.state();
        crate::cli::export::from_office(self.place, &case.folder, &case.ledger_folder, ledger)
            .map_err(|error| WordedError::of(&error, self.place.lang))
    }
}
