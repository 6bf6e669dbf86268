//! All faults of a plan in RON at once: what the reader stumbles over is noted, taken out of the text or filled in, and the
//! rest is read again, until everything was seen. The mended text is thrown away; only what was found in it counts. Knows
//! the notation, and nothing of what a plan means.

use super::diagnostic::PlanFault;
use crate::documents::ron_file::{self, SourceMap};
use crate::domain::session::plan::Plan;
use crate::domain::source_text::{Place, SyntaxError, SyntaxScope};

/// More faults than anybody mends in one go.
const MOST: usize = 200;

/// What may stand in place of a value that cannot be read, tried one after the other.
const STAND_INS: &[&str] = &[
    "\"\"",
    "0",
    "[]",
    "None",
    "false",
    "{}",
    "\"2026-01-01T00:00:00\"",
    "\"2026-01-01\"",
    "Commune",
    "State",
    "(name: \"\", office: \"\")",
    "OneByOne",
    "WithTheFloor",
    "(60, 15)",
    "()",
];

/// A plan read in spite of its faults.
pub(super) struct Repaired {
    pub plan: Option<Plan>,
    pub faults: Vec<PlanFault>,
    /// What was put in for the reader's sake, and is not the office's fault.
    pub stand_ins: StandIns,
}

/// Values that nobody wrote.
#[derive(Debug, Clone, Default)]
pub(super) struct StandIns {
    /// Where they took the place of another.
    pub places: Vec<Place>,
    /// The fields that were not there at all.
    pub fields: Vec<String>,
}

type ParseFault = (Option<Place>, SyntaxError);

/// Reads a text to its end, whatever is wrong with it. `fault` words what the reader says of a place.
pub(super) fn read(
    source: &str,
    fault: impl Fn(Option<Place>, SyntaxError, &str) -> PlanFault,
) -> Repaired {
    let mut text = source.to_owned();
    let mut faults = Vec::new();
    let mut stand_ins = StandIns::default();
    loop {
        let (at, damage) = match ron_file::parse::<Plan>(&text) {
            Ok(plan) => {
                return Repaired {
                    plan: Some(plan),
                    faults,
                    stand_ins,
                };
            }
            Err(found) => found,
        };
        let found = fault(at, damage.clone(), &text);
        // What is found again was not mended, and would be found for ever.
        if faults.contains(&found) {
            return Repaired {
                plan: None,
                faults,
                stand_ins,
            };
        }
        faults.push(found);
        let mended = at
            .filter(|_| faults.len() < MOST)
            .and_then(|at| mended(&text, at, &damage, &mut stand_ins));
        match mended {
            Some(mended) => text = mended,
            None => {
                return Repaired {
                    plan: None,
                    faults,
                    stand_ins,
                };
            }
        }
    }
}

/// The text without what is wrong at a place; `None` where nobody can say what was meant.
fn mended(text: &str, at: Place, damage: &SyntaxError, stand_ins: &mut StandIns) -> Option<String> {
    let here = offset(text, at)?;
    match damage.scope() {
        SyntaxScope::Entry => {
            let (SyntaxError::UnknownField { found, .. }
            | SyntaxError::DuplicateField { field: found }) = damage
            else {
                return None;
            };
            let from = field_before(text, here, found)?;
            Some(without(text, from, value_end(text, from)))
        }
        SyntaxScope::Missing => {
            let SyntaxError::MissingField { field } = damage else {
                return None;
            };
            stand_ins.fields.push(field.clone());
            let inside = here + 1;
            let candidates = STAND_INS
                .iter()
                .map(|value| inserted(text, inside, &format!("{field}: {value}, ")));
            better(candidates, (at, damage), field)
        }
        SyntaxScope::Choice | SyntaxScope::Literal => {
            let (place, from, to) = value_around(text, here)?;
            stand_ins.places.push(place);
            let candidates = STAND_INS
                .iter()
                .map(|value| replaced(text, from, to, value));
            better(candidates, (at, damage), "")
        }
        // Where brackets and commas are wrong, everything behind may mean anything.
        SyntaxScope::Notation => None,
    }
}

/// The first text of which the reader does not say the same again.
fn better(
    candidates: impl Iterator<Item = String>,
    (at, damage): (Place, &SyntaxError),
    field: &str,
) -> Option<String> {
    let mut candidates = candidates.map(|text| {
        let found: Result<Plan, ParseFault> = ron_file::parse(&text);
        (text, found.err())
    });
    candidates
        .find(|(_, found)| match found {
            None => true,
            Some((again, other)) => {
                let same_place = again.is_some_and(|again| again.line == at.line);
                let is_value = matches!(
                    other,
                    SyntaxError::WrongValue { .. }
                        | SyntaxError::UnknownName { .. }
                        | SyntaxError::Number
                        | SyntaxError::Text
                        | SyntaxError::TruthValue
                        | SyntaxError::Date
                        | SyntaxError::Sign(_)
                        | SyntaxError::Name
                        | SyntaxError::Other(_)
                );
                let still_missing =
                    matches!(other, SyntaxError::MissingField { field: of } if of == field);
                !still_missing && !(same_place && (is_value || other == damage))
            }
        })
        .map(|(text, _)| text)
}

fn offset(text: &str, at: Place) -> Option<usize> {
    let mut from = 0;
    for _ in 1..at.line {
        from += text.get(from..)?.find('\n')? + 1;
    }
    let line = text.get(from..)?;
    let column = at.column.saturating_sub(1);
    Some(
        line.char_indices()
            .nth(column)
            .map_or(text.len(), |(index, _)| from + index),
    )
}

/// Where the name of a field stands, at a place or shortly before it.
fn field_before(text: &str, here: usize, field: &str) -> Option<usize> {
    let end = (here + field.len() + 1).min(text.len());
    let end = (end..=text.len()).find(|end| text.is_char_boundary(*end))?;
    let until = text.get(..end)?;
    until
        .rmatch_indices(field)
        .map(|(index, _)| index)
        .find(|index| {
            let before = until
                .get(..*index)
                .and_then(|text| text.chars().next_back());
            before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '"')
        })
}

/// The end of a field or value that begins at a place: behind the comma that ends it, or before the bracket that does.
fn value_end(text: &str, from: usize) -> usize {
    let mut depth = 0_usize;
    let mut in_text = false;
    let mut escaped = false;
    for (index, letter) in text.get(from..).unwrap_or_default().char_indices() {
        let at = from + index;
        if in_text {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => in_text = false,
                _ => {}
            }
            continue;
        }
        match letter {
            '"' => in_text = true,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return at,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The value in which, or right behind which, a place lies.
fn value_around(text: &str, here: usize) -> Option<(Place, usize, usize)> {
    let map = SourceMap::of(text);
    let (from, place) = map
        .places()
        .filter_map(|place| Some((offset(text, place)?, place)))
        .filter(|(from, _)| *from <= here)
        .max()?;
    let end = value_end(text, from);
    let value = text.get(from..end)?;
    let value = value.trim_end_matches(|c: char| c == ',' || c.is_whitespace());
    (!value.is_empty()).then(|| (place, from, from + value.len()))
}

/// The text with blanks in place of a part, so that every other thing keeps its place.
fn without(text: &str, from: usize, to: usize) -> String {
    let blanks: String = text
        .get(from..to)
        .unwrap_or_default()
        .chars()
        .map(|c| if c == '\n' { '\n' } else { ' ' })
        .collect();
    replaced(text, from, to, &blanks)
}

fn inserted(text: &str, at: usize, what: &str) -> String {
    replaced(text, at, at, what)
}

fn replaced(text: &str, from: usize, to: usize, with: &str) -> String {
    let before = text.get(..from).unwrap_or(text);
    let after = text.get(to..).unwrap_or_default();
    format!("{before}{with}{after}")
}
