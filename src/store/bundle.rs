//! A dossier as a folder: assembled out of a session, put in its place without destroying anything, compared with what was
//! written, checked. It knows folders and journals; what stands in a document is the documents' own.

mod assemble;
mod compare;
mod destinations;
mod leftovers;
mod parcel;
mod place;
mod verdict;
mod verify;

pub use assemble::{assemble, complete_record};
pub use compare::{Difference, FileState};
pub use destinations::{Destination, DestinationKind, destinations};
pub use parcel::{DossierPiece, IncomingDossier, PassingDossiers, lay_down, pieces_of};
pub use place::{KeptBecause, Placed, write};
pub use verdict::{
    DossierVerdict, ManifestFault, NotCompared, PaperState, PapersGrade, RecordFault, RecordGrade,
};
pub use verify::{CountAnew, VerifiedRecord, verify, verify_record};
