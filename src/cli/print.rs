//! The commands that only print: regulations and deadlines.

pub mod deadlines;
mod regulation_page;
pub mod regulations;

use std::path::PathBuf;

use chrono::NaiveDate;

use super::{RunPlace, print_result};
use crate::cli::error::Error;
use crate::cli::print::deadlines::DeadlineQuestion;
use crate::domain::deadlines::{Basis, Dates};
use crate::domain::regulation::RegulationId;
use crate::store::calendars;

pub(super) fn regulations(
    place: &RunPlace,
    id: Option<String>,
    check: Option<PathBuf>,
    template: bool,
    json: bool,
) -> Result<(), Error> {
    let folder = place.regulations();
    if template {
        print_result(regulations::TEMPLATE);
    } else if let Some(file) = check {
        print_result(&regulations::check(&file, place.lang).map_err(Error::Checked)?);
    } else if let Some(id) = id {
        let regulation = place.regulation(&RegulationId(id))?;
        if json {
            print_result(&regulations::profile_json(&regulation));
        } else {
            print_result(&regulations::profile(&regulation, place.lang));
        }
    } else if json {
        print_result(&regulations::list_json(folder.as_deref(), place.lang));
    } else {
        print_result(&regulations::list(folder.as_deref(), place.lang));
    }
    Ok(())
}

pub(super) fn deadlines(
    place: &RunPlace,
    regulation: String,
    laws: Vec<String>,
    held: NaiveDate,
    notice: Option<NaiveDate>,
    json: bool,
) -> Result<(), Error> {
    let regulation = place.regulation(&RegulationId(regulation))?;
    let laws = laws
        .into_iter()
        .map(|id| place.regulation(&RegulationId(id)))
        .collect::<Result<Vec<_>, _>>()?;
    let calendar = calendars::load(place.calendar().as_deref()).map_err(Error::Calendar)?;
    let basis = Basis::of(calendar).with_laws(laws);
    let dates = Dates::of(held).with_notice(notice);
    let asked = DeadlineQuestion {
        regulation: &regulation,
        basis: &basis,
        dates: &dates,
    };
    let printed = if json {
        crate::cli::print::deadlines::json(&asked, place.lang)
    } else {
        crate::cli::print::deadlines::table(&asked, place.lang)
    };
    print_result(&printed);
    Ok(())
}
