//! What a program that offers the hall's pages leaves beside the journal, for the desk to show: where the pages are, the number
//! for the next device, and the squares that a camera reads. It is private, and gone when that program ends; what one that was
//! killed left is held by nobody, is not shown, and is taken away by whoever comes upon it. It knows no network.

use std::fs::{File, TryLockError};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{own_files, private_fs};
use crate::domain::text;

/// So many programs offer the pages of one session at once.
const MOST: u32 = 8;
/// The bytes of a sheet; a larger file is none.
const LIMIT: u64 = 32 * 1024;

/// Where the pages of a session are. The names of its parts stand in a file and never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HallAddress {
    pub url: String,
    /// No other device can open it.
    #[serde(default)]
    pub is_only_here: bool,
    /// The hall in which devices register, where it is another one.
    #[serde(default)]
    pub venue: Option<String>,
    /// How a device comes in that registers speakers; `None` where none does.
    #[serde(default)]
    pub entry: Option<HallEntry>,
}

/// How the next device comes in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HallEntry {
    pub url: String,
    pub pin: String,
    /// Both together as a camera reads them: a line of `#` for black and `.` for white squares for each row, without a margin.
    pub squares: Vec<String>,
}

/// The place of one program's sheet, which no other program has as long as this is kept.
#[derive(Debug)]
pub struct HallSheetPlace {
    path: PathBuf,
    _lock: File,
}

impl HallSheetPlace {
    /// Takes a place in a session's folder.
    ///
    /// # Errors
    /// When the folder cannot be written, or every place is taken.
    pub fn take(folder: &Path) -> io::Result<Self> {
        for number in 1..=MOST {
            let lock = private_fs::file(&lock_of(folder, number))?;
            match lock.try_lock() {
                Err(TryLockError::WouldBlock) => {}
                // Where the folder knows no locks, the last program's sheet is shown.
                Ok(()) | Err(TryLockError::Error(_)) => {
                    return Ok(Self {
                        path: sheet_of(folder, number),
                        _lock: lock,
                    });
                }
            }
        }
        Err(io::ErrorKind::ResourceBusy.into())
    }

    /// Whether a sheet lies there.
    #[must_use]
    pub fn is_laid(&self) -> bool {
        self.path.exists()
    }

    /// Lays the sheet down in the place of an older one.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn lay_down(&self, sheet: &HallAddress) -> io::Result<()> {
        let text = own_files::text_of(sheet)?;
        private_fs::replace(&self.path, text.as_bytes())
    }
}

impl Drop for HallSheetPlace {
    fn drop(&mut self) {
        take_away(&self.path);
    }
}

/// The sheets of all programs that offer the pages of the session in this folder now.
#[must_use]
pub fn sheets(folder: &Path) -> Vec<HallAddress> {
    (1..=MOST)
        .filter_map(|number| {
            let path = sheet_of(folder, number);
            if !path.exists() {
                return None;
            }
            if is_left_behind(&lock_of(folder, number)) {
                take_away(&path);
                return None;
            }
            read(&path)
        })
        .collect()
}

/// Whether the program that laid a sheet down is gone. Where that cannot be told it is taken to be there.
fn is_left_behind(lock: &Path) -> bool {
    if !lock.exists() {
        return true;
    }
    private_fs::writable(lock).is_ok_and(|lock| lock.try_lock().is_ok())
}

fn read(path: &Path) -> Option<HallAddress> {
    let mut bytes = Vec::new();
    let file = private_fs::readable(path).ok()?;
    file.take(LIMIT).read_to_end(&mut bytes).ok()?;
    let sheet: HallAddress = own_files::value_in(str::from_utf8(&bytes).ok()?)?;
    Some(sheet.cleaned())
}

impl HallAddress {
    /// The same with nothing in it that a terminal would take for more than text.
    fn cleaned(self) -> Self {
        let line = |text: String| text::clean_line(&text);
        Self {
            url: line(self.url),
            is_only_here: self.is_only_here,
            venue: self.venue.map(line).filter(|venue| !venue.is_empty()),
            entry: self.entry.map(|entry| HallEntry {
                url: line(entry.url),
                pin: line(entry.pin),
                squares: entry.squares,
            }),
        }
    }
}

fn take_away(path: &Path) {
    private_fs::sweep(path);
    // What cannot be deleted now is taken away by whoever comes upon it.
    let _ = std::fs::remove_file(path);
}

fn sheet_of(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("hall-{number}.ron"))
}

fn lock_of(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("hall-{number}.lock"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(pin: &str) -> HallAddress {
        HallAddress {
            url: "http://192.168.1.10:8080".into(),
            is_only_here: false,
            venue: None,
            entry: Some(HallEntry {
                url: "http://192.168.1.10:8080/register".into(),
                pin: pin.into(),
                squares: vec!["#.".into(), ".#".into()],
            }),
        }
    }

    #[test]
    fn what_lies_there_is_what_runs_now_and_goes_with_it() {
        let folder = tempfile::tempdir().unwrap();
        assert!(sheets(folder.path()).is_empty());
        // given two programs that offer the pages
        let first = HallSheetPlace::take(folder.path()).unwrap();
        let second = HallSheetPlace::take(folder.path()).unwrap();
        first.lay_down(&sheet("111111")).unwrap();
        second.lay_down(&sheet("222222")).unwrap();
        assert_eq!(sheets(folder.path()), [sheet("111111"), sheet("222222")]);
        // when the number of one changes, and the other ends
        first.lay_down(&sheet("333333")).unwrap();
        drop(second);
        assert_eq!(sheets(folder.path()), [sheet("333333")]);
        drop(first);
        assert!(sheets(folder.path()).is_empty());
        let left = std::fs::read_dir(folder.path()).unwrap();
        assert!(left.flatten().all(|entry| {
            let name = entry.file_name().into_string().unwrap();
            Path::new(&name)
                .extension()
                .is_some_and(|end| end == "lock")
        }));
    }

    #[test]
    fn what_a_killed_program_left_is_not_shown_and_goes() {
        let folder = tempfile::tempdir().unwrap();
        let text = ron::to_string(&sheet("111111")).unwrap();
        for lock in [false, true] {
            std::fs::write(sheet_of(folder.path(), 1), &text).unwrap();
            if lock {
                std::fs::write(lock_of(folder.path(), 1), "").unwrap();
            }
            assert!(sheets(folder.path()).is_empty());
            assert!(!sheet_of(folder.path(), 1).exists());
        }
    }

    #[test]
    fn what_is_no_sheet_is_none_and_no_control_code_comes_out_of_one() {
        let folder = tempfile::tempdir().unwrap();
        let place = HallSheetPlace::take(folder.path()).unwrap();
        for junk in ["", "(", "\u{0}", "(url: 1)", &"x".repeat(100_000)] {
            std::fs::write(&place.path, junk).unwrap();
            assert!(sheets(folder.path()).is_empty());
        }
        let mut bad = sheet("1\u{1b}[2J2");
        bad.url = "http://\u{1b}]0;x\u{7}".into();
        place.lay_down(&bad).unwrap();
        let told = format!("{:?}", sheets(folder.path()));
        assert!(!told.contains("u{1b}") && !told.contains("u{7}"), "{told}");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let place = HallSheetPlace::take(folder.path()).unwrap();
        place.lay_down(&sheet("111111")).unwrap();
        let mode = std::fs::metadata(&place.path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
