//! A program that enters promises is killed at random moments: whatever it had said was entered is there, every time.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use doithoai::domain::follow_up::LedgerCommand;
use doithoai::store::clock::Clock;
use doithoai::store::sessions::follow_up::{LedgerFile, promises_of, read_ledger};

use crate::support::closed_sessions::{closed, laid_down};
use crate::support::days::day;

const FOLDER: &str = "DOITHOAI_TEST_LEDGER";

/// The program that is killed: enters note after note and says the number of each once it is entered.
#[test]
fn entering_until_killed() {
    let Ok(folder) = std::env::var(FOLDER) else {
        return;
    };
    let folder = Path::new(&folder);
    let indexed = promises_of(folder).unwrap();
    let now = format!("{}T09:00:00+07:00", day("30/11/2026"));
    let clock = Clock::by_hand(now.parse().unwrap());
    let mut file = LedgerFile::open(folder, clock).unwrap();
    loop {
        let command = LedgerCommand::Note {
            item: Some(3),
            text: format!("Ghi chú thứ {}", file.saved().0),
        };
        let entry = file
            .enter(&indexed.promises, &indexed.anchor, command)
            .unwrap();
        said(entry.seq.0);
        if entry.seq.0.is_multiple_of(400) {
            // Said before it is so: a kill in between finds more than was said, never less.
            said(0);
            std::fs::remove_file(folder.join("follow-up.ron")).unwrap();
            file.refresh().unwrap();
        }
    }
}

fn said(number: u64) {
    let mut out = std::io::stdout();
    writeln!(out, "entered {number}").unwrap();
    out.flush().unwrap();
}

fn killed(times: u32) {
    let home = tempfile::tempdir().unwrap();
    let folder = laid_down(
        &closed("qd-1573-2025", "25/11/2026", 4),
        &home.path().join("session"),
    );
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    let mut entered_in_all = 0;
    for _ in 0..times {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "follow_up::killed::entering_until_killed",
                "--nocapture",
            ])
            .env(FOLDER, &folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        // Some acknowledged entries, and then a moment of no certain length.
        let wanted = 1 + chance % 5;
        let mut heard = 0_u64;
        let mut seen = 0;
        let mut lines = lines.map_while(Result::ok);
        for line in lines.by_ref() {
            let Some(number) = line.strip_prefix("entered ") else {
                continue;
            };
            heard = number.parse().unwrap();
            seen += 1;
            if seen >= wanted {
                break;
            }
        }
        for _ in 0..chance % 3000 {
            std::thread::yield_now();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it said before it was killed counts, also what nobody had read yet.
        for line in lines {
            if let Some(number) = line.strip_prefix("entered ") {
                heard = number.parse().unwrap_or(heard);
            }
        }
        let ledger = read_ledger(&folder).unwrap();
        assert!(
            ledger.last_seq().0 >= heard,
            "said {heard}, on disk {}",
            ledger.last_seq().0
        );
        entered_in_all += seen;
    }
    assert!(entered_in_all >= u64::from(times));
}

#[test]
fn killed_at_sixty_moments_nothing_that_was_entered_is_lost() {
    killed(60);
}

#[test]
#[ignore = "takes a minute"]
fn killed_at_a_thousand_moments_nothing_that_was_entered_is_lost() {
    killed(1000);
}
