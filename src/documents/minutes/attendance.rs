//! Who was there, as it was recorded: what nobody recorded is a blank. Knows the record and the sentences.

use super::super::layout::Sheet;
use super::super::prose::{Prose, two_digits, upper_first};
use super::{events, list};
use crate::documents::words::MinutesMessage;
use crate::domain::record::{HolderRecord, SpeakerRecord};
use crate::domain::session::attendance::{Attendee, Presence};
use crate::domain::session::plan::{Agency, Official};
use crate::domain::session::queue::Standing;

pub(super) fn write(prose: Prose<'_>, sheet: &mut Sheet<'_>) {
    let (record, words) = (prose.record, &prose.words.minutes);
    sheet.section(words[MinutesMessage::Attendance].as_str());
    sheet.text(chair(prose));
    let co_chairs = prose.co_chairs();
    sheet.text(if co_chairs.is_empty() {
        words[MinutesMessage::NoCoChairs].to_string()
    } else {
        words[MinutesMessage::CoChairs].render(&[("people", &prose.officials(co_chairs))])
    });
    let secretaries = came_of(prose, &record.secretaries, Attendee::Secretary);
    sheet.text(if secretaries.is_empty() {
        words[MinutesMessage::NoSecretaries].to_string()
    } else {
        words[MinutesMessage::Secretaries].render(&[("people", &secretaries.join("; "))])
    });
    delegates(prose, sheet);
    agencies(prose, sheet);
    sheet.text(citizens(prose));
}

/// Who presides; when a deputy took over, also for whom, since when and why.
fn chair(prose: Prose<'_>) -> String {
    let (record, words) = (prose.record, &prose.words.minutes);
    match record.chair_changes.last() {
        None => words[MinutesMessage::Chair].render(&[("chair", &prose.official(&record.chair))]),
        // Whoever took the chair before anything began presided throughout.
        Some(change) if prose.is_before_beginning(change.line_ms) => {
            words[MinutesMessage::ChairReplacedFirst].render(&[
                ("chair", &prose.official(&change.by)),
                ("planned", &prose.official(&record.chair)),
                ("why", &events::why_replaced(prose, change)),
            ])
        }
        Some(change) => words[MinutesMessage::ChairReplaced].render(&[
            ("chair", &prose.official(&change.by)),
            ("planned", &prose.official(&record.chair)),
            ("time", &prose.time(change.at)),
            ("why", &events::why_replaced(prose, change)),
        ]),
    }
}

/// Those who came, or of whom nothing was recorded; in the place of some somebody else.
fn came_of(
    prose: Prose<'_>,
    officials: &[Official],
    named: impl Fn(Official) -> Attendee,
) -> Vec<String> {
    officials
        .iter()
        .filter_map(|official| match prose.presence(&named(official.clone())) {
            Some(Presence::Absent) => None,
            Some(Presence::Substituted { by }) => Some(substituted(prose, by, official)),
            Some(Presence::Present) | None => Some(prose.official(official)),
        })
        .collect()
}

fn substituted(prose: Prose<'_>, by: &Official, official: &Official) -> String {
    prose.words.minutes[MinutesMessage::Substituted].render(&[
        ("by", &prose.official(by)),
        ("for", &prose.official(official)),
    ])
}

fn delegates(prose: Prose<'_>, sheet: &mut Sheet<'_>) {
    let (record, words) = (prose.record, &prose.words.minutes);
    // Whoever presides sits in the chair and not among the delegates.
    let expected: Vec<&Official> = record
        .delegates
        .iter()
        .filter(|delegate| delegate.name != prose.chair().name)
        .collect();
    if expected.is_empty() {
        sheet.text(words[MinutesMessage::NoDelegates].as_str());
        return;
    }
    let (mut came, mut absent, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for delegate in expected {
        match prose.presence(&Attendee::Delegate(delegate.clone())) {
            Some(Presence::Present) => came.push(prose.official(delegate)),
            Some(Presence::Substituted { by }) => came.push(substituted(prose, by, delegate)),
            Some(Presence::Absent) => absent.push(prose.official(delegate)),
            None => unknown.push(prose.official(delegate)),
        }
    }
    let lines = |people: Vec<String>| {
        people
            .into_iter()
            .map(|person| {
                words[MinutesMessage::Delegate].render(&[("person", &upper_first(&person))])
            })
            .collect::<Vec<String>>()
    };
    if came.is_empty() && absent.is_empty() {
        let count = two_digits(unknown.len());
        sheet.text(words[MinutesMessage::DelegatesInvited].render(&[("count", &count)]));
        list(sheet, lines(unknown).into_iter());
        return;
    }
    let count = two_digits(came.len());
    sheet.text(words[MinutesMessage::Delegates].render(&[("count", &count)]));
    list(sheet, lines(came).into_iter());
    for (sentence, people) in [
        (&words[MinutesMessage::DelegatesAbsent], absent),
        (&words[MinutesMessage::DelegatesUnknown], unknown),
    ] {
        if !people.is_empty() {
            sheet.text(sentence.render(&[
                ("count", &two_digits(people.len())),
                ("people", &people.join("; ")),
            ]));
        }
    }
}

fn agencies(prose: Prose<'_>, sheet: &mut Sheet<'_>) {
    let (record, words) = (prose.record, &prose.words.minutes);
    if record.agencies.is_empty() {
        return;
    }
    let count = two_digits(record.agencies.len());
    let is_known = |agency: &Agency| {
        let who = Attendee::Agency(agency.id.clone());
        prose.presence(&who).is_some() || spoke(prose, agency)
    };
    let any_known = record.agencies.iter().any(is_known);
    let heading = if any_known {
        &words[MinutesMessage::Agencies]
    } else {
        &words[MinutesMessage::AgenciesUnrecorded]
    };
    sheet.text(heading.render(&[("count", &count)]));
    let lines = record
        .agencies
        .iter()
        .map(|agency| agency_line(prose, agency, any_known && !is_known(agency)));
    list(sheet, lines);
}

/// Whether somebody spoke for an agency, who then was there.
fn spoke(prose: Prose<'_>, agency: &Agency) -> bool {
    prose.record.turns.iter().any(|turn| match &turn.holder {
        HolderRecord::Agency { id, .. } => *id == agency.id,
        HolderRecord::Chair { .. } | HolderRecord::Citizen { .. } => false,
    })
}

fn agency_line(prose: Prose<'_>, agency: &Agency, unrecorded: bool) -> String {
    let words = &prose.words.minutes;
    let presence = prose.presence(&Attendee::Agency(agency.id.clone()));
    let speaker = match presence {
        Some(Presence::Absent) => {
            return words[MinutesMessage::AgencyAbsent].render(&[("name", &agency.name)]);
        }
        Some(Presence::Substituted { by }) => Some(by),
        Some(Presence::Present) | None => agency.spoken_for_by.as_ref(),
    };
    let (named, unnamed) = if unrecorded {
        (
            MinutesMessage::AgencyUnrecorded,
            MinutesMessage::AgencyUnnamedUnrecorded,
        )
    } else {
        (MinutesMessage::Agency, MinutesMessage::AgencyUnnamed)
    };
    match speaker {
        Some(speaker) => {
            words[named].render(&[("name", &agency.name), ("person", &prose.official(speaker))])
        }
        None => words[unnamed].render(&[("name", &agency.name)]),
    }
}

fn citizens(prose: Prose<'_>) -> String {
    let (record, words) = (prose.record, &prose.words.minutes);
    let people = record.attendance.people.map_or_else(
        || words[MinutesMessage::PeopleUnknown].to_string(),
        |people| words[MinutesMessage::People].render(&[("people", &people)]),
    );
    if record.speakers.is_empty() {
        return words[MinutesMessage::NoCitizens].render(&[("people", &people)]);
    }
    let newcomers = record
        .speakers
        .iter()
        .filter(|known| known.newcomer)
        .count();
    let counts: Vec<String> = [
        (Standing::Spoke, &words[MinutesMessage::CountSpoke]),
        (Standing::Absent, &words[MinutesMessage::CountAbsent]),
        (Standing::Withdrew, &words[MinutesMessage::CountWithdrew]),
        (Standing::WrittenSlip, &words[MinutesMessage::CountWritten]),
        (Standing::NoTimeLeft, &words[MinutesMessage::CountNoTime]),
        (Standing::Refused, &words[MinutesMessage::CountRefused]),
        (Standing::Waiting, &words[MinutesMessage::CountWaiting]),
    ]
    .into_iter()
    .filter_map(|(standing, sentence)| {
        let speakers = record.speakers.iter();
        let count = speakers
            .filter(|known| counts_as(prose, known) == standing)
            .count();
        (count > 0).then(|| sentence.render(&[("count", &two_digits(count))]))
    })
    .collect();
    let came = if newcomers > 0 {
        words[MinutesMessage::Newcomers].render(&[("count", &two_digits(newcomers))])
    } else {
        String::new()
    };
    words[MinutesMessage::Citizens].render(&[
        ("registered", &two_digits(record.speakers.len())),
        ("newcomers", &came),
        ("counts", &counts.join(", ")),
        ("people", &people),
    ])
}

/// Everybody counts once, and whoever was heard counts as heard.
fn counts_as(prose: Prose<'_>, speaker: &SpeakerRecord) -> Standing {
    if prose.spoke(speaker.number) {
        Standing::Spoke
    } else {
        speaker.standing
    }
}
