//! A province to report on: a hundred communes with four sessions each, every one a whole dossier as `export` writes it,
//! with the ledger of what followed. Run as `province FOLDER [COMMUNES] [ITEMS]`; `benches/report.py` measures the report over it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "it shares the hand of the tests, and ends where anything is not as it should be"
)]

use std::path::Path;

use chrono::{Days, NaiveDate};
use doithoai::documents::Options;
use doithoai::domain::deadlines::Basis;
use doithoai::domain::follow_up::{Ledger, LedgerCommand, LedgerEntry};
use doithoai::domain::regulation::ClassKind;
use doithoai::store::bundle;
use doithoai::store::journal::Journal;
use doithoai::store::sessions::follow_up::{FILE_NAME, ledger_files, promises_of};

#[path = "../tests/support/mod.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod support;

use support::closed_sessions::{closed_of, laid_down, plan, promises};
use support::days::letter;
use support::ledger_office::Office;

const REGULATIONS: [&str; 4] = [
    "lao-cai-7-qc-tu-2025",
    "qd-1573-2025",
    "dien-bien",
    "dan-tien-2025",
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().expect("a folder");
    let number = |text: Option<String>, usual| text.map_or(usual, |text| text.parse().unwrap());
    let communes = number(arguments.next(), 100_u32);
    let items = number(arguments.next(), 30_u32);
    for commune in 1..=communes {
        for turn in 0..4_u32 {
            let held = NaiveDate::from_ymd_opt(2026, 1 + turn * 3, 1 + commune % 25).unwrap();
            let path = Path::new(&folder)
                .join(format!("xa-{commune:03}"))
                .join(format!("{held}"));
            dossier(&path, commune, turn, held, items);
        }
    }
}

fn dossier(path: &Path, commune: u32, turn: u32, held: NaiveDate, items: u32) {
    let regulation = REGULATIONS[(commune % 4) as usize];
    let body = format!("Ủy ban nhân dân xã Mẫu {commune}");
    let session = closed_of(plan(regulation, held, &body, items), |number| {
        ClassKind::ALL[((number + commune + turn) % 3) as usize]
    });
    let building = tempfile::tempdir().unwrap();
    let journal = laid_down(&session, building.path()).join("journal.ron");
    let lines = std::fs::read(&journal).unwrap();
    let anchor = promises_of(building.path()).unwrap().anchor;
    let typed = |day: NaiveDate| day.format("%d/%m/%Y").to_string();
    let mut office = Office::of(promises(&session), &typed(held));
    // The ledger is opened over this very journal.
    office.ledger = Ledger::default();
    office.enters(LedgerCommand::Open { journal: anchor });
    let notice = typed(held + Days::new(4));
    office.is_on(&notice);
    office.enters(Office::notice(letter("15/TB-UBND", &notice)));
    for item in 1..=items {
        let is_later = office
            .promises
            .item(item)
            .is_some_and(|one| one.class == Some(ClassKind::VerifyLater));
        if !is_later || item % 4 == 0 {
            continue;
        }
        let on = typed(held + Days::new(6 + u64::from(item)));
        office.is_on(&on);
        office.enters(Office::answer(item, letter("45/KT", &on)));
    }
    let entries: Vec<LedgerEntry> = office
        .ledger
        .entries()
        .iter()
        .map(|state| state.entry.clone())
        .collect();
    drop(Journal::create(&building.path().join(FILE_NAME), &entries).unwrap());
    let options = Options {
        follow_up: ledger_files(building.path()).unwrap(),
        ..Options::default()
    };
    let basis = Basis::of(office.calendar.clone());
    let files = bundle::assemble(&session, &lines, &basis, &options, &mut |_, _| {}).unwrap();
    bundle::write(&files, path).unwrap();
}
