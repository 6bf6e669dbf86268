//! The dossier of a session in ten lines: `cargo run --example dossier SESSION-FOLDER TO`.

use std::error::Error;
use std::path::Path;

use doithoai::documents::Options;
use doithoai::domain::deadlines::Basis;
use doithoai::store::{bundle, calendars, journal, sessions};

#[expect(clippy::print_stdout, reason = "it says where the dossier is")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(session), Some(to)) = (arguments.next(), arguments.next()) else {
        return Err("which session, and where to?".into());
    };
    let reading = journal::read(&Path::new(&session).join(journal::FILE_NAME))?;
    let session = sessions::session_of(&reading)?;
    let (calendar, _) = calendars::usable(None);
    let basis = Basis::of(calendar);
    let options = Options::default();
    let files = bundle::assemble(&session, &reading.bytes, &basis, &options, &mut |_, _| {})?;
    let placed = bundle::write(&files, Path::new(&to))?;
    println!("{}", placed.folder.display());
    Ok(())
}
