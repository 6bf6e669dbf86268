//! Days and times of day, in every way that people and spreadsheets write them. Knows one cell at a time and nothing of
//! where it stands.

use chrono::{Datelike as _, NaiveDate, NaiveTime, Timelike as _};

use super::values::{line, plain, text, time_of_part};
use crate::documents::plan_import::problem::PlanProblem;
use crate::documents::plan_import::table::{ReadValue, of_serial};
use crate::domain::text::{clean_line, fold};

/// The years in which a session can be.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// A day, and the time of day that stands with it.
///
/// # Errors
/// When it is none, or lies outside of the years in which there are sessions.
pub fn day(
    value: &ReadValue,
    from_1904: bool,
) -> Result<(NaiveDate, Option<NaiveTime>), PlanProblem> {
    let wrong = |found: String| PlanProblem::NotADate { found };
    let at = match value {
        ReadValue::Date(at) => (at.date(), Some(at.time()).filter(|t| *t != NaiveTime::MIN)),
        ReadValue::Number(number) => {
            let at = of_serial(*number, from_1904).ok_or_else(|| wrong(plain(*number)))?;
            (at.date(), Some(at.time()).filter(|t| *t != NaiveTime::MIN))
        }
        ReadValue::Text(typed) => {
            let found = line(value)?;
            written_day(typed).ok_or_else(|| wrong(found))?
        }
        ReadValue::Time(_) | ReadValue::Truth(_) => return Err(wrong(text(value)?)),
        ReadValue::Error(_) | ReadValue::Uncomputed => {
            return Err(text(value).err().unwrap_or(PlanProblem::Uncomputed));
        }
    };
    if YEARS.contains(&at.0.year()) {
        Ok(at)
    } else {
        Err(wrong(line(value)?))
    }
}

/// A time of day.
///
/// # Errors
/// When it is none.
pub fn time(value: &ReadValue) -> Result<NaiveTime, PlanProblem> {
    let wrong = |found: String| PlanProblem::NotATime { found };
    match value {
        ReadValue::Time(part) => time_of_part(*part).ok_or_else(|| wrong(plain(*part))),
        ReadValue::Date(at) => Ok(at.time()),
        ReadValue::Number(number) if number.fract() == 0.0 && (1.0..24.0).contains(number) => {
            time_of_part(*number / 24.0).ok_or_else(|| wrong(plain(*number)))
        }
        ReadValue::Number(number) => time_of_part(*number).ok_or_else(|| wrong(plain(*number))),
        ReadValue::Text(typed) => {
            let found = line(value)?;
            let pieces = pieces(typed);
            let (time, used) = time_in(&pieces, 0).ok_or_else(|| wrong(found.clone()))?;
            let rest = pieces.get(used..).unwrap_or_default();
            if only_harmless(rest) {
                Ok(afternoon(&pieces, time))
            } else {
                Err(wrong(found))
            }
        }
        ReadValue::Truth(_) => Err(wrong(text(value)?)),
        ReadValue::Error(_) | ReadValue::Uncomputed => {
            Err(text(value).err().unwrap_or(PlanProblem::Uncomputed))
        }
    }
}

/// A text taken apart: numbers and the words or signs between them.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Number(u32, usize),
    Word(String),
}

fn pieces(text: &str) -> Vec<Piece> {
    let folded = fold(&clean_line(text));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut run = String::new();
    let mut is_number = false;
    let mut flush = |run: &mut String, is_number: bool| {
        if run.is_empty() {
            return;
        }
        let piece = match run.parse() {
            Ok(number) if is_number => Piece::Number(number, run.len()),
            _ => Piece::Word(run.clone()),
        };
        pieces.push(piece);
        run.clear();
    };
    for c in folded.chars() {
        if c.is_whitespace() {
            flush(&mut run, is_number);
        } else {
            let digit = c.is_ascii_digit();
            let sign = !c.is_alphanumeric();
            if !run.is_empty() && (digit != is_number || sign) {
                flush(&mut run, is_number);
            }
            is_number = digit;
            run.push(c);
            if sign {
                flush(&mut run, false);
            }
        }
    }
    flush(&mut run, is_number);
    pieces
}

/// A day as people write it, with or without a time before or behind it.
fn written_day(text: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let pieces = pieces(text);
    let (from, date, to) = (0..pieces.len()).find_map(|at| {
        let (date, used) = date_in(&pieces, at)?;
        Some((at, date, used))
    })?;
    let around: Vec<Piece> = pieces
        .iter()
        .take(from)
        .chain(pieces.iter().skip(to))
        .cloned()
        .collect();
    let time = (0..around.len()).find_map(|at| time_in(&around, at).map(|(t, to)| (at, t, to)));
    let rest: Vec<Piece> = match &time {
        Some((from, _, to)) => around
            .iter()
            .take(*from)
            .chain(around.iter().skip(*to))
            .cloned()
            .collect(),
        None => around.clone(),
    };
    only_harmless(&rest).then(|| (date, time.map(|(_, time, _)| afternoon(&around, time))))
}

/// `20/11/2026`, `20-11-26`, `2026-11-20`, `20 tháng 11 năm 2026`, beginning at a piece; and where it ends.
fn date_in(pieces: &[Piece], at: usize) -> Option<(NaiveDate, usize)> {
    let number = |at: usize| match pieces.get(at) {
        Some(Piece::Number(number, digits)) => Some((*number, *digits)),
        _ => None,
    };
    let joined = |at: usize, word: &str| match pieces.get(at) {
        Some(Piece::Word(found)) => found == word || ["/", "-", "."].contains(&found.as_str()),
        _ => false,
    };
    let (first, first_digits) = number(at)?;
    if !joined(at + 1, "thang") {
        return None;
    }
    let (second, _) = number(at + 2)?;
    if !joined(at + 3, "nam") {
        return None;
    }
    let (third, third_digits) = number(at + 4)?;
    let (day, month, year) = match (first_digits, third_digits) {
        (4, 1 | 2) => (third, second, first),
        (1 | 2, 4) => (first, second, third),
        (1 | 2, 2) => (first, second, 2000 + third),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    // What ISO puts between day and time.
    let end = match pieces.get(at + 5) {
        Some(Piece::Word(word)) if word == "t" => at + 6,
        _ => at + 5,
    };
    Some((date, end))
}

/// `8:00`, `8h30`, `8 giờ 30 phút`, `08:00:00`, beginning at a piece; and where it ends.
fn time_in(pieces: &[Piece], at: usize) -> Option<(NaiveTime, usize)> {
    let Some(Piece::Number(hour, 1 | 2)) = pieces.get(at) else {
        return None;
    };
    let word = |at: usize| match pieces.get(at) {
        Some(Piece::Word(word)) => Some(word.as_str()),
        _ => None,
    };
    if !matches!(word(at + 1), Some(":" | "h" | "g" | "gio")) {
        return None;
    }
    let (minute, mut end) = match pieces.get(at + 2) {
        Some(Piece::Number(minute, 1 | 2)) => (*minute, at + 3),
        _ if word(at + 1) == Some(":") => return None,
        _ => (0, at + 2),
    };
    if matches!(word(end), Some("phut" | "p" | "'" | "’")) {
        end += 1;
    }
    if word(end) == Some(":")
        && let Some(Piece::Number(_, 1 | 2)) = pieces.get(end + 1)
    {
        end += 2;
    }
    Some((NaiveTime::from_hms_opt(*hour, minute, 0)?, end))
}

/// Two o'clock in the afternoon is fourteen o'clock.
fn afternoon(pieces: &[Piece], time: NaiveTime) -> NaiveTime {
    let says = |what: &[&str]| {
        pieces
            .iter()
            .any(|piece| matches!(piece, Piece::Word(word) if what.contains(&word.as_str())))
    };
    if time.hour() < 12 && says(&["chieu", "toi", "pm"]) {
        time.with_hour(time.hour() + 12).unwrap_or(time)
    } else {
        time
    }
}

/// Whether nothing but the words remain that stand beside days and times.
fn only_harmless(pieces: &[Piece]) -> bool {
    const WORDS: &[&str] = &[
        "ngay", "luc", "vao", "thu", "hai", "ba", "tu", "nam", "sau", "bay", "chu", "nhat", "sang",
        "chieu", "toi", "am", "pm", ",", ";", ".", "-", ":",
    ];
    pieces
        .iter()
        .all(|piece| matches!(piece, Piece::Word(word) if WORDS.contains(&word.as_str())))
        || matches!(pieces, [Piece::Word(thu), Piece::Number(2..=7, 1), ..]
            if thu == "thu" && only_harmless(pieces.get(2..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> ReadValue {
        ReadValue::Text(text.into())
    }

    fn day_of(value: &ReadValue) -> Option<String> {
        day(value, false).ok().map(|(date, time)| match time {
            Some(time) => format!("{date} {time}"),
            None => date.to_string(),
        })
    }

    #[test]
    fn a_day_is_read_in_every_way_that_people_write_it() {
        for text in [
            "20/11/2026",
            "20-11-26",
            "20.11.2026",
            "2026-11-20",
            " 20/ 11 /2026 ",
            "ngày 20 tháng 11 năm 2026",
            "Ngày 20/11/2026",
            "Thứ sáu, ngày 20/11/2026",
            "thứ 6 ngày 20/11/2026",
            "20\u{a0}/11/2026",
        ] {
            assert_eq!(
                day_of(&typed(text)).as_deref(),
                Some("2026-11-20"),
                "{text}"
            );
        }
        for text in [
            "8h00 ngày 20/11/2026",
            "8 giờ, ngày 20 tháng 11 năm 2026",
            "20/11/2026 08:00",
            "2026-11-20T08:00:00",
            "8 giờ 00 phút sáng ngày 20/11/2026",
        ] {
            assert_eq!(
                day_of(&typed(text)).as_deref(),
                Some("2026-11-20 08:00:00"),
                "{text}"
            );
        }
        assert_eq!(
            day_of(&ReadValue::Number(46_346.0)).as_deref(),
            Some("2026-11-20")
        );
        for text in [
            "31/02/2026",
            "11/20/2026",
            "hôm nay",
            "20/11",
            "20/11/1926",
            "dự kiến 20/11/2026",
        ] {
            assert_eq!(day_of(&typed(text)), None, "{text}");
        }
        assert_eq!(day_of(&ReadValue::Number(20.0)), None);
    }

    #[test]
    fn a_time_is_read_in_every_way_that_people_write_it() {
        let time_of = |value: &ReadValue| time(value).ok().map(|time| time.to_string());
        for value in [
            typed("13:30"),
            typed("13h30"),
            typed("13 giờ 30 phút"),
            typed("1 giờ 30 chiều"),
            typed("13:30:00"),
            ReadValue::Time(0.5625),
            ReadValue::Number(0.5625),
        ] {
            assert_eq!(time_of(&value).as_deref(), Some("13:30:00"), "{value:?}");
        }
        assert_eq!(time_of(&typed("8h")).as_deref(), Some("08:00:00"));
        assert_eq!(
            time_of(&ReadValue::Number(8.0)).as_deref(),
            Some("08:00:00")
        );
        for value in [
            typed("25:00"),
            typed("sáng"),
            ReadValue::Number(8.5),
            typed("8:75"),
        ] {
            assert_eq!(time_of(&value), None, "{value:?}");
        }
    }
}
