//! Limits that hold for edits of every kind: plausible dates, texts and names of some length, lists of some length, draws.

use chrono::NaiveDate;

use crate::domain::answer::{MAX_NAME_BYTES, MAX_TEXT_BYTES, Stamp, is_plausible};
use crate::domain::sampling::{Draw, MAX_SEED, MAX_STRATA, Method};
use crate::domain::visit::DossierDraw;

use super::{EditError, MAX_DOSSIERS};

/// Whether a draw of dossiers can be held.
pub fn check_drawn(drawn: &DossierDraw) -> Result<(), EditError> {
    check_stamp(&drawn.stamp)?;
    check_text(&drawn.list)?;
    check_draw(&drawn.draw)
}

/// Whether a stamp can be meant: a plausible moment, names of some length.
pub fn check_stamp(stamp: &Stamp) -> Result<(), EditError> {
    check_date(stamp.at.date_naive())?;
    let fits = |name: &String| name.len() <= MAX_NAME_BYTES;
    if fits(&stamp.by) && fits(&stamp.device) { Ok(()) } else { Err(EditError::NameTooLong) }
}

/// Whether a draw can be held: it is the draw that its population, method and seed give.
pub fn check_draw(draw: &Draw) -> Result<(), EditError> {
    match &draw.method {
        Method::ByHand { reason } => check_text(reason)?,
        Method::ByField { strata } => {
            at_most(strata.len(), MAX_STRATA)?;
            strata.iter().try_for_each(|stratum| check_text(&stratum.name))?;
        }
        Method::ByLateness { late } => at_most(late.len(), MAX_DOSSIERS)?,
        Method::SimpleRandom | Method::Systematic { .. } => {}
    }
    if draw.drawn.len() > MAX_DOSSIERS || draw.seed > MAX_SEED || !draw.holds() {
        return Err(EditError::BadDraw);
    }
    Ok(())
}

/// Whether a list is short enough.
pub(super) fn at_most(count: usize, most: usize) -> Result<(), EditError> {
    if count > most { Err(EditError::TooMany(most)) } else { Ok(()) }
}

/// Whether a date is plausible.
pub(super) fn check_date(date: NaiveDate) -> Result<(), EditError> {
    if is_plausible(date) { Ok(()) } else { Err(EditError::ImplausibleDate(date)) }
}

/// Whether a text is short enough.
pub(super) fn check_text(text: &str) -> Result<(), EditError> {
    if text.len() > MAX_TEXT_BYTES { Err(EditError::TextTooLong) } else { Ok(()) }
}
