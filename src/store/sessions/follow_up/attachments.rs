//! Files of the office that belong to a ledger: copied into a folder beside it, with the sum of their bytes, so that a
//! scan that is changed or gone is seen.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::domain::follow_up::Attachment;
use crate::domain::text;
use crate::store::journal;
use crate::store::private_fs;

/// The folder of the files, beside the ledger.
pub const ATTACHMENTS: &str = "follow-up-files";

/// The largest file that is taken: a scan of many pages, and no film.
const MOST_BYTES: u64 = 200 * 1024 * 1024;

/// Copies a file beside the ledger. What comes back is to be entered; without the entry the copy is of no account.
///
/// # Errors
/// When the file cannot be read, is none, or is too large, or the folder cannot be written.
pub fn attach(ledger_folder: &Path, from: &Path, item: Option<u32>) -> io::Result<Attachment> {
    let metadata = std::fs::metadata(from)?;
    if !metadata.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    if metadata.len() > MOST_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let folder = ledger_folder.join(ATTACHMENTS);
    private_fs::folder(&folder)?;
    let original = from
        .file_name()
        .map(|name| text::clean_line(&name.to_string_lossy()))
        .unwrap_or_default();
    let (path, mut copy) = free_file(&folder, &original)?;
    let copied = copy_into(from, &mut copy);
    let (sum, bytes) = match copied {
        Ok(copied) => copied,
        Err(error) => {
            // Half a copy would be taken for the file.
            let _ = std::fs::remove_file(&path);
            return Err(error);
        }
    };
    private_fs::sync_folder_of(&path)?;
    Ok(Attachment {
        file: path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
        original,
        sum,
        bytes,
        item,
        paper: None,
    })
}

/// Whether the file is there and is what was attached.
///
/// # Errors
/// When it cannot be read.
pub fn check(ledger_folder: &Path, attachment: &Attachment) -> io::Result<bool> {
    let path = ledger_folder.join(ATTACHMENTS).join(&attachment.file);
    let (sum, bytes) = sum_of(private_fs::readable(&path)?, &mut io::sink())?;
    Ok(sum == attachment.sum && bytes == attachment.bytes)
}

fn copy_into(from: &Path, to: &mut File) -> io::Result<(String, u64)> {
    let copied = sum_of(private_fs::readable(from)?, to)?;
    to.sync_all()?;
    Ok(copied)
}

fn sum_of(from: impl Read, to: &mut impl io::Write) -> io::Result<(String, u64)> {
    let mut from = from.take(MOST_BYTES + 1);
    let mut sum = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    let mut bytes = 0;
    loop {
        let read = from.read(&mut buffer)?;
        let part = buffer.get(..read).unwrap_or_default();
        if part.is_empty() {
            break;
        }
        sum.update(part);
        to.write_all(part)?;
        bytes += read as u64;
    }
    Ok((journal::hex(&sum.finalize()), bytes))
}

/// `01-cong-van-45.pdf`: numbered, in letters that every file system takes.
fn free_file(folder: &Path, original: &str) -> io::Result<(PathBuf, File)> {
    let (stem, extension) = original.rsplit_once('.').unwrap_or((original, ""));
    let (stem, extension) = (plain(stem, 40), plain(extension, 8));
    for number in 1..10_000 {
        let mut name = format!("{number:02}-{stem}");
        if !extension.is_empty() {
            name = format!("{name}.{extension}");
        }
        let path = folder.join(name.trim_end_matches('-'));
        match private_fs::new_file(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

fn plain(name: &str, at_most: usize) -> String {
    let mut plain = String::new();
    for letter in text::fold(name).chars() {
        if letter.is_ascii_alphanumeric() {
            plain.push(letter);
        } else if !plain.ends_with('-') && !plain.is_empty() {
            plain.push('-');
        }
        if plain.len() >= at_most {
            break;
        }
    }
    plain.trim_end_matches('-').to_owned()
}
