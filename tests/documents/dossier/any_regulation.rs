//! Any further regulation runs: profiles over the whole schema – anchors, periods, addressees, several accompanying laws,
//! no known order, no conclusion, no English – are written by a generator, checked, held to the end and exported.

#![expect(
    clippy::format_push_string,
    clippy::wildcard_enum_match_arm,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a generator that reads like what it writes, and files of our own making"
)]

mod profile;

use doithoai::documents::{Options, make, plan_import};
use doithoai::domain::deadlines::explain::Explainer;
use doithoai::domain::deadlines::{Basis, DueWhen};
use doithoai::domain::i18n::Lang;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::regulation::{ClassKind, Regulation};
use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::{JournalEntry, Seq};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Layout;
use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;
use doithoai::store::{calendars, profiles};

use self::profile::Dice;
use crate::dossier::readers::Docx;

/// The session from its opening to its end, by nothing but the one key, classes and steps as they come.
fn held(regulation: &Regulation, layout: Layout) -> Session {
    let mut plan = plan_import::sample_under(regulation).unwrap();
    plan.layout = layout;
    let mut clock = Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
    let mut session = Session::open(JournalEntry {
        by: None,
        request: None,
        seq: Seq(1),
        at: clock.now(),
        events: Session::opening(plan, regulation.clone()),
    })
    .unwrap();
    let mut classes = ClassKind::ALL.into_iter().cycle();
    for _ in 0..2000 {
        clock.pass(Millis::of_seconds(20));
        let next = session.next();
        // Where the text has no answers nobody is asked for a class before the gate.
        let unclassed = session
            .state()
            .items
            .iter()
            .find(|item| item.class.is_none());
        let at_the_end = match &next {
            Next::Close => true,
            Next::ChooseStep => regulation
                .steps
                .iter()
                .all(|step| session.state().agenda.was_held(&step.id)),
            _ => false,
        };
        let next = match unclassed {
            Some(item) if at_the_end => Next::Class(item.id),
            Some(_) | None => next,
        };
        let command = match next {
            Next::Class(item) => {
                let class = session.proposal(item, classes.next().unwrap());
                Command::ClassItem { item, class }
            }
            Next::ChooseStep => {
                let not_held = regulation
                    .steps
                    .iter()
                    .find(|step| !session.state().agenda.was_held(&step.id));
                match not_held {
                    Some(step) => Command::EnterStep {
                        step: step.id.clone(),
                        reason: None,
                    },
                    None => Command::Close { reason: None },
                }
            }
            other => match other.command(&session) {
                Some(command) => command,
                None => break,
            },
        };
        let events = session
            .decide(command.clone(), clock.now())
            .unwrap_or_else(|why| panic!("{command:?}: {why:?}"));
        let entry = session.record(events, clock.now());
        session.apply(entry);
    }
    session
}

#[test]
fn every_profile_the_schema_allows_is_checked_held_and_exported() {
    let calendar = calendars::load(None).unwrap();
    for seed in 0..60 {
        // given a profile over the whole schema and two accompanying laws
        let mut dice = Dice(seed);
        let source = dice.profile("xa-thu");
        let regulation = profiles::parse(source.as_bytes(), Some("xa-thu"))
            .unwrap_or_else(|faults| panic!("seed {seed}: {faults:?}\n{source}"));
        let laws = [dice.law("luat-mot"), dice.law("nghi-dinh-hai")];
        // then it survives a journal, and is laid out for reading in both languages
        let written = ron::to_string(&regulation).unwrap();
        assert_eq!(
            ron::from_str(&written).ok(),
            Some(regulation.clone()),
            "seed {seed}"
        );
        for lang in [Lang::Vi, Lang::En] {
            let page = doithoai::cli::print::regulations::profile(&regulation, lang);
            assert!(page.contains("Quy chế thử"), "seed {seed}");
        }
        // when a session is held under it, then it comes to its end with everybody heard and departs from nothing
        let layout = if seed % 2 == 0 {
            Layout::State
        } else {
            Layout::Party
        };
        let session = held(&regulation, layout);
        assert!(session.state().closed.is_some(), "seed {seed}\n{source}");
        assert!(session.state().deviations.is_empty(), "seed {seed}");
        assert_eq!(session.state().queue.waiting().count(), 0, "seed {seed}");
        // and what is due is counted, each duty once, and none in a circle
        let basis = Basis::of(calendar.clone()).with_laws(laws.clone());
        let due = session.due_dates(&basis);
        for due in &due {
            let circles = matches!(&due.due, DueWhen::NoYear(missing) if missing.year < 2024);
            assert!(!circles, "seed {seed}: {:?}", due.entry);
        }
        // and its dossier is made, without empty brackets where a text has no article or names nobody
        let sources: Vec<&Regulation> = std::iter::once(&regulation).chain(&laws).collect();
        let record = SessionRecord::as_left(&session).with_deadlines(
            &due,
            &sources,
            &Explainer::new(Lang::Vi),
        );
        let files = make(&record, b"journal\n", &Options::default()).unwrap();
        for file in &files {
            if file.path.ends_with(".docx") {
                let text = Docx::read(&file.bytes).text();
                for blank in [
                    "()",
                    "(theo )",
                    "Thực hiện: .",
                    " ,",
                    "( ",
                    "  ",
                    "?.",
                    "..",
                    "in English",
                    "{",
                    "}",
                ] {
                    assert!(
                        !text.contains(blank),
                        "seed {seed} {}: {blank:?} in\n{text}\n{source}",
                        file.path
                    );
                }
            }
        }
    }
}
