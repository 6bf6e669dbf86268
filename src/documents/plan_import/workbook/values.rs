//! What a cell says, as text, day, time, number or choice, in every way that people and spreadsheets write it. Knows one
//! cell at a time and nothing of where it stands.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "only a text can be what is looked for"
)]

use chrono::{NaiveDateTime, NaiveTime, Timelike as _};

use super::names::key;
use crate::documents::plan_import::problem::PlanProblem;
use crate::documents::plan_import::table::ReadValue;
use crate::domain::text::{clean_line, clean_text, fold};

/// The longest text that a cell of a spreadsheet can hold.
const LONGEST: usize = 32_767;

/// What a cell shows, as text of many lines.
///
/// # Errors
/// When it shows an error, or has no result.
pub fn text(value: &ReadValue) -> Result<String, PlanProblem> {
    match value {
        ReadValue::Text(text) if is_error(text) => Err(PlanProblem::CellError {
            found: text.trim().to_owned(),
        }),
        ReadValue::Text(text) if text.chars().count() > LONGEST => Err(PlanProblem::TooLong),
        ReadValue::Text(text) => Ok(clean_text(text)),
        ReadValue::Number(number) => Ok(plain(*number)),
        ReadValue::Date(at) => Ok(shown_date(*at)),
        ReadValue::Time(part) => Ok(shown_time(*part)),
        ReadValue::Truth(truth) => Ok(if *truth { "TRUE" } else { "FALSE" }.to_owned()),
        ReadValue::Error(found) => Err(PlanProblem::CellError {
            found: found.to_string(),
        }),
        ReadValue::Uncomputed => Err(PlanProblem::Uncomputed),
    }
}

/// What a cell shows, as one line.
///
/// # Errors
/// As [`text`].
pub fn line(value: &ReadValue) -> Result<String, PlanProblem> {
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

pub(super) fn time_of_part(part: f64) -> Option<NaiveTime> {
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

/// A whole number.
///
/// # Errors
/// When it is none.
pub fn whole(value: &ReadValue) -> Result<u32, PlanProblem> {
    let found = line(value)?;
    let digits = found.trim().trim_end_matches(['.', ')', ':']);
    let digits = digits
        .strip_prefix(['(', '#'])
        .unwrap_or(digits)
        .trim_start_matches("số ")
        .trim();
    match value {
        ReadValue::Number(number) if number.fract() == 0.0 && (0.0..4e9).contains(number) =>
        {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked to lie in range"
            )]
            Ok(*number as u32)
        }
        _ => digits
            .parse()
            .map_err(|_| PlanProblem::NotANumber { found }),
    }
}

/// Minutes as seconds: `3`, `2,5`, `2:30`; nothing where the cell says that there is no limit.
///
/// # Errors
/// When it is no length of time.
pub fn minutes(value: &ReadValue, none: &str) -> Result<Option<u32>, PlanProblem> {
    let found = line(value)?;
    let wrong = || PlanProblem::NotMinutes {
        found: found.clone(),
    };
    let seconds = match value {
        // A spreadsheet takes 2:30 for half past two.
        ReadValue::Time(part) => *part * 24.0 * 60.0,
        ReadValue::Number(number) => *number * 60.0,
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
pub fn truth(value: &ReadValue, yes: &str, no: &str) -> Result<bool, PlanProblem> {
    if let ReadValue::Truth(truth) = value {
        return Ok(*truth);
    }
    let found = line(value)?;
    let said = key(&found);
    if said == key(yes) || ["x", "yes", "true", "1"].contains(&said.as_str()) {
        Ok(true)
    } else if said == key(no) || ["no", "false", "0"].contains(&said.as_str()) {
        Ok(false)
    } else {
        Err(PlanProblem::NotAChoice {
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
pub fn phone(value: &ReadValue) -> Result<(String, bool), PlanProblem> {
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

    fn typed(text: &str) -> ReadValue {
        ReadValue::Text(text.into())
    }

    #[test]
    fn a_telephone_number_gets_its_zero_back() {
        let of = |value: ReadValue| phone(&value).unwrap();
        assert_eq!(
            of(ReadValue::Number(912_345_678.0)),
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
            of(ReadValue::Number(2_143_840_034.0)),
            ("02143840034".into(), true)
        );
        assert_eq!(of(typed("máy lẻ 12")), ("máy lẻ 12".into(), false));
        assert_eq!(of(typed("113")), ("113".into(), false));
    }

    #[test]
    fn minutes_are_read_as_seconds() {
        let of = |value: ReadValue| minutes(&value, "không");
        assert_eq!(of(ReadValue::Number(3.0)), Ok(Some(180)));
        assert_eq!(of(typed("2,5")), Ok(Some(150)));
        assert_eq!(of(typed("2:30")), Ok(Some(150)));
        assert_eq!(of(typed("3 phút")), Ok(Some(180)));
        assert_eq!(of(ReadValue::Time(2.5 / 24.0)), Ok(Some(150)));
        assert_eq!(of(typed("Không giới hạn")), Ok(None));
        assert!(of(typed("ba")).is_err());
        assert!(of(ReadValue::Number(-1.0)).is_err());
    }

    #[test]
    fn errors_of_a_spreadsheet_are_no_text() {
        assert!(line(&typed("#N/A")).is_err());
        assert!(line(&ReadValue::Uncomputed).is_err());
        assert_eq!(line(&ReadValue::Number(12.5)), Ok("12.5".into()));
        assert_eq!(line(&typed("a\u{a0}b\nc")), Ok("a b c".into()));
    }
}
