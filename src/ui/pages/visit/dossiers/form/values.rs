//! What the fields of the form show of a dossier.

use chrono::NaiveTime;

use crate::domain::dossier::{Cause, Channel, Dossier, State};
use crate::domain::supervision::Level;
use crate::ui::components::date_field::TypedDate;
use crate::words::format;

/// The place of a value in its list, the first being "not said".
fn place<T: PartialEq>(all: &[T], value: Option<T>) -> usize {
    value.and_then(|value| all.iter().position(|one| *one == value)).map_or(0, |place| place + 1)
}

/// What the fields show of a dossier, each under the name of its signal.
#[derive(Clone, PartialEq)]
pub(super) struct Values {
    pub(super) code: String,
    pub(super) procedure: String,
    pub(super) field: String,
    pub(super) level: usize,
    pub(super) channel: usize,
    pub(super) received: TypedDate,
    pub(super) received_at: String,
    pub(super) slip: Option<bool>,
    pub(super) appointed: TypedDate,
    pub(super) without_date: bool,
    pub(super) additions: String,
    pub(super) returned: TypedDate,
    pub(super) state: usize,
    pub(super) apology: Option<bool>,
    pub(super) number: String,
    pub(super) letter_date: TypedDate,
    pub(super) reason: String,
    pub(super) without_reason: bool,
    pub(super) new_date: TypedDate,
    pub(super) without_new_date: bool,
    pub(super) signed_by: String,
    pub(super) times: String,
    pub(super) posted: Option<bool>,
    pub(super) uploaded: Option<bool>,
    pub(super) in_system: Option<bool>,
    pub(super) cause: usize,
    pub(super) body: String,
    pub(super) linked: Option<bool>,
}

impl Values {
    /// What they show of this one.
    pub(super) fn of(dossier: &Dossier) -> Self {
        let times = |times: Option<u32>| times.map(|times| format::count(times.into())).unwrap_or_default();
        let time = |time: NaiveTime| time.format("%H:%M").to_string();
        let letter = dossier.letter().cloned().unwrap_or_default();
        Self {
            code: dossier.code.clone(),
            procedure: dossier.procedure.clone(),
            field: dossier.field.clone(),
            level: place(&Level::ALL, dossier.level),
            channel: place(&Channel::ALL, dossier.channel),
            received: dossier.received.map(|receipt| receipt.date).into(),
            received_at: dossier.received.and_then(|receipt| receipt.time).map(time).unwrap_or_default(),
            slip: dossier.slip,
            appointed: dossier.appointed.is().copied().into(),
            without_date: dossier.appointed.is_absent(),
            additions: times(dossier.additions_asked),
            returned: dossier.returned.into(),
            state: place(&State::ALL, dossier.state),
            apology: dossier.apology.seen(),
            number: letter.number,
            letter_date: letter.date.into(),
            reason: letter.reason.is().cloned().unwrap_or_default(),
            without_reason: letter.reason.is_absent(),
            new_date: letter.new_date.is().copied().into(),
            without_new_date: letter.new_date.is_absent(),
            signed_by: letter.signed_by,
            times: times(dossier.times_reappointed),
            posted: dossier.posted,
            uploaded: dossier.uploaded,
            in_system: dossier.in_system,
            cause: place(&Cause::ALL, dossier.cause),
            body: dossier.body_at_fault.clone(),
            linked: dossier.linked,
        }
    }
}
