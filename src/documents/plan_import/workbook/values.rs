//! What a cell says, as text, day, time, number or choice, in every way that people and spreadsheets write it. Knows one
//! cell at a time and nothing of where it stands.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};

use super::names::key;
use crate::documents::plan_import::diagnostic::Problem;
use crate::documents::plan_import::table::{Value, of_serial};
use crate::domain::text::{clean_line, clean_text, fold};

/// The years in which a session can be.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// The longest text that a cell of a spreadsheet can hold.
const LONGEST: usize = 32_767;

/// What a cell shows, as text of many lines.
///
/// # Errors
/// When it shows an error, or has no result.
pub fn text(value: &Value) -> Result<String, Problem> {
    match value {
        Value::Text(text) if is_error(text) => Err(Problem::CellError {
            found: text.trim().to_owned(),
        }),
        Value::Text(text) if text.chars().count() > LONGEST => Err(Problem::TooLong),
        Value::Text(text) => Ok(clean_text(text)),
        Value::Number(number) => Ok(plain(*number)),
        Value::Date(at) => Ok(shown_date(*at)),
        Value::Time(part) => Ok(shown_time(*part)),
        Value::Truth(truth) => Ok(if *truth { "TRUE" } else { "FALSE" }.to_owned()),
        Value::Error(found) => Err(Problem::CellError {
            found: found.to_string(),
        }),
        Value::Uncomputed => Err(Problem::Uncomputed),
    }
}

/// What a cell shows, as one line.
///
/// # Errors
/// As [`text`].
pub fn line(value: &Value) -> Result<String, Problem> {
    text(value).map(|text| clean_line(&text))
}

fn is_error(text: &str) -> bool {
    matches!(
        text.trim(),
        "#N/A" | "#REF!" | "#VALUE!" | "#NAME?" | "#DIV/0!" | "#NUM!" | "#NULL!"
    )
}

/// A number without a fraction that it does not have.
#[must_use]
pub fn plain(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}

fn shown_date(at: NaiveDateTime) -> String {
    if at.time() == NaiveTime::MIN {
        at.format("%d/%m/%Y").to_string()
    } else {
        at.format("%d/%m/%Y %H:%M").to_string()
    }
}

fn shown_time(part: f64) -> String {
    time_of_part(part).map_or_else(
        || plain(part),
        |time| format!("{:02}:{:02}", time.hour(), time.minute()),
    )
}

fn time_of_part(part: f64) -> Option<NaiveTime> {
    if !(0.0..1.0).contains(&part) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to lie within a day"
    )]
    let seconds = (part * 86_400.0).round() as u32;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds.min(86_399), 0)
}

/// A day, and the time of day that stands with it.
///
/// # Errors
/// When it is none, or lies outside of the years in which there are sessions.
pub fn day(value: &Value, from_1904: bool) -> Result<(NaiveDate, Option<NaiveTime>), Problem> {
    let wrong = |found: String| Problem::NotADate { found };
    let at = match value {
        Value::Date(at) => (at.date(), Some(at.time()).filter(|t| *t != NaiveTime::MIN)),
        Value::Number(number) => {
            let at = of_serial(*number, from_1904).ok_or_else(|| wrong(plain(*number)))?;
            (at.date(), Some(at.time()).filter(|t| *t != NaiveTime::MIN))
        }
        Value::Text(typed) => {
            let found = line(value)?;
            written_day(typed).ok_or_else(|| wrong(found))?
        }
        Value::Time(_) | Value::Truth(_) => return Err(wrong(text(value)?)),
        Value::Error(_) | Value::Uncomputed => {
            return Err(text(value).err().unwrap_or(Problem::Uncomputed));
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
pub fn time(value: &Value) -> Result<NaiveTime, Problem> {
    let wrong = |found: String| Problem::NotATime { found };
    match value {
        Value::Time(part) => time_of_part(*part).ok_or_else(|| wrong(plain(*part))),
        Value::Date(at) => Ok(at.time()),
        Value::Number(number) if number.fract() == 0.0 && (1.0..24.0).contains(number) => {
            time_of_part(*number / 24.0).ok_or_else(|| wrong(plain(*number)))
        }
        Value::Number(number) => time_of_part(*number).ok_or_else(|| wrong(plain(*number))),
        Value::Text(typed) => {
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
        Value::Truth(_) => Err(wrong(text(value)?)),
        Value::Error(_) | Value::Uncomputed => {
            Err(text(value).err().unwrap_or(Problem::Uncomputed))
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

/// A whole number.
///
/// # Errors
/// When it is none.
pub fn whole(value: &Value) -> Result<u32, Problem> {
    let found = line(value)?;
    let digits = found.trim().trim_end_matches(['.', ')', ':']);
    let digits = digits
        .strip_prefix(['(', '#'])
        .unwrap_or(digits)
        .trim_start_matches("số ")
        .trim();
    match value {
        Value::Number(number) if number.fract() == 0.0 && (0.0..4e9).contains(number) =>
        {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked to lie in range"
            )]
            Ok(*number as u32)
        }
        _ => digits.parse().map_err(|_| Problem::NotANumber { found }),
    }
}

/// Minutes as seconds: `3`, `2,5`, `2:30`; nothing where the cell says that there is no limit.
///
/// # Errors
/// When it is no length of time.
pub fn minutes(value: &Value, none: &str) -> Result<Option<u32>, Problem> {
    let found = line(value)?;
    let wrong = || Problem::NotMinutes {
        found: found.clone(),
    };
    let seconds = match value {
        // A spreadsheet takes 2:30 for half past two.
        Value::Time(part) => *part * 24.0 * 60.0,
        Value::Number(number) => *number * 60.0,
        _ => {
            let asked = key(&found);
            if [key(none), "khong gioi han".to_owned(), "none".to_owned()].contains(&asked) {
                return Ok(None);
            }
            let typed = fold(&found);
            let typed = typed.trim_end_matches("phut").trim();
            match typed.split_once(':') {
                Some((minutes, seconds)) => {
                    let minutes: f64 = minutes.trim().parse().map_err(|_| wrong())?;
                    let seconds: f64 = seconds.trim().parse().map_err(|_| wrong())?;
                    minutes * 60.0 + seconds
                }
                None => {
                    typed
                        .replace(',', ".")
                        .parse::<f64>()
                        .map_err(|_| wrong())?
                        * 60.0
                }
            }
        }
    };
    if !(0.0..=864_000.0).contains(&seconds) {
        return Err(wrong());
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to lie in range"
    )]
    Ok(Some(seconds.round() as u32))
}

/// Yes or no.
///
/// # Errors
/// When it is neither.
pub fn truth(value: &Value, yes: &str, no: &str) -> Result<bool, Problem> {
    if let Value::Truth(truth) = value {
        return Ok(*truth);
    }
    let found = line(value)?;
    let said = key(&found);
    if said == key(yes) || ["x", "yes", "true", "1"].contains(&said.as_str()) {
        Ok(true)
    } else if said == key(no) || ["no", "false", "0"].contains(&said.as_str()) {
        Ok(false)
    } else {
        Err(Problem::NotAChoice {
            found,
            known: vec![yes.to_owned(), no.to_owned()],
        })
    }
}

/// A telephone number, and whether something was added or taken away to make it one: the 0 that a spreadsheet drops, or
/// the `+84` of abroad.
///
/// # Errors
/// As [`text`].
pub fn phone(value: &Value) -> Result<(String, bool), Problem> {
    let found = line(value)?;
    let digits: String = found.chars().filter(char::is_ascii_digit).collect();
    let is_number = !digits.is_empty()
        && found
            .chars()
            .all(|c| c.is_ascii_digit() || " .-+()".contains(c));
    if !is_number {
        return Ok((found, false));
    }
    let abroad = found
        .trim_start_matches(['(', '+'])
        .strip_prefix("84")
        .filter(|_| found.starts_with(['+', '(']) || digits.len() == 11 || digits.len() == 12)
        .map(|rest| {
            let rest = rest.trim_start_matches([')', ' ', '.', '-']);
            // (+84) 0912 … is written, too.
            let rest = rest.strip_prefix("(0)").unwrap_or(rest);
            format!("0{}", rest.trim_start_matches('0'))
        });
    if let Some(home) = abroad {
        return Ok((home.trim().to_owned(), true));
    }
    let mobile = digits.len() == 9 && digits.starts_with(['3', '5', '7', '8', '9']);
    let landline = digits.len() == 10 && digits.starts_with('2');
    if mobile || landline {
        return Ok((format!("0{found}"), true));
    }
    Ok((found, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Value {
        Value::Text(text.into())
    }

    fn day_of(value: &Value) -> Option<String> {
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
            day_of(&Value::Number(46_346.0)).as_deref(),
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
        assert_eq!(day_of(&Value::Number(20.0)), None);
    }

    #[test]
    fn a_time_is_read_in_every_way_that_people_write_it() {
        let time_of = |value: &Value| time(value).ok().map(|time| time.to_string());
        for value in [
            typed("13:30"),
            typed("13h30"),
            typed("13 giờ 30 phút"),
            typed("1 giờ 30 chiều"),
            typed("13:30:00"),
            Value::Time(0.5625),
            Value::Number(0.5625),
        ] {
            assert_eq!(time_of(&value).as_deref(), Some("13:30:00"), "{value:?}");
        }
        assert_eq!(time_of(&typed("8h")).as_deref(), Some("08:00:00"));
        assert_eq!(time_of(&Value::Number(8.0)).as_deref(), Some("08:00:00"));
        for value in [
            typed("25:00"),
            typed("sáng"),
            Value::Number(8.5),
            typed("8:75"),
        ] {
            assert_eq!(time_of(&value), None, "{value:?}");
        }
    }

    #[test]
    fn a_telephone_number_gets_its_zero_back() {
        let of = |value: Value| phone(&value).unwrap();
        assert_eq!(
            of(Value::Number(912_345_678.0)),
            ("0912345678".into(), true)
        );
        assert_eq!(of(typed("+84 912 345 678")), ("0912 345 678".into(), true));
        assert_eq!(of(typed("84912345678")), ("0912345678".into(), true));
        assert_eq!(
            of(typed("(+84) 0912.345.678")),
            ("0912.345.678".into(), true)
        );
        assert_eq!(of(typed("0912 345 678")), ("0912 345 678".into(), false));
        assert_eq!(
            of(Value::Number(2_143_840_034.0)),
            ("02143840034".into(), true)
        );
        assert_eq!(of(typed("máy lẻ 12")), ("máy lẻ 12".into(), false));
        assert_eq!(of(typed("113")), ("113".into(), false));
    }

    #[test]
    fn minutes_are_read_as_seconds() {
        let of = |value: Value| minutes(&value, "không");
        assert_eq!(of(Value::Number(3.0)), Ok(Some(180)));
        assert_eq!(of(typed("2,5")), Ok(Some(150)));
        assert_eq!(of(typed("2:30")), Ok(Some(150)));
        assert_eq!(of(typed("3 phút")), Ok(Some(180)));
        assert_eq!(of(Value::Time(2.5 / 24.0)), Ok(Some(150)));
        assert_eq!(of(typed("Không giới hạn")), Ok(None));
        assert!(of(typed("ba")).is_err());
        assert!(of(Value::Number(-1.0)).is_err());
    }

    #[test]
    fn errors_of_a_spreadsheet_are_no_text() {
        assert!(line(&typed("#N/A")).is_err());
        assert!(line(&Value::Uncomputed).is_err());
        assert_eq!(line(&Value::Number(12.5)), Ok("12.5".into()));
        assert_eq!(line(&typed("a\u{a0}b\nc")), Ok("a b c".into()));
    }
}
