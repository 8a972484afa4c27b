//! The fields of a dossier as they are typed.

use chrono::NaiveTime;
use leptos::prelude::*;

use crate::domain::calendar::{ClockStop, Receipt};
use crate::domain::dossier::{Cause, Channel, Dossier, Letter, Seen, State};
use crate::domain::supervision::Level;
use crate::ui::components::date_field::TypedDate;
use crate::ui::components::stops::StopList;
use crate::ui::components::term_field::TermDraft;
use crate::words::parse;

/// The most times that additions are asked for, or a dossier is re-appointed.
pub(super) const MOST_TIMES: u64 = 1_000;

/// One signal for each field. Choices are places in their lists, none being the first.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) code: RwSignal<String>,
    pub(super) procedure: RwSignal<String>,
    pub(super) field: RwSignal<String>,
    pub(super) level: RwSignal<usize>,
    pub(super) channel: RwSignal<usize>,
    pub(super) received: RwSignal<TypedDate>,
    pub(super) received_at: RwSignal<String>,
    pub(super) term: TermDraft,
    pub(super) stops: StopList,
    pub(super) slip: RwSignal<Option<bool>>,
    pub(super) appointed: RwSignal<TypedDate>,
    pub(super) without_date: RwSignal<bool>,
    pub(super) additions: RwSignal<String>,
    pub(super) returned: RwSignal<TypedDate>,
    pub(super) state: RwSignal<usize>,
    pub(super) apology: RwSignal<Option<bool>>,
    pub(super) number: RwSignal<String>,
    pub(super) letter_date: RwSignal<TypedDate>,
    pub(super) reason: RwSignal<String>,
    pub(super) without_reason: RwSignal<bool>,
    pub(super) new_date: RwSignal<TypedDate>,
    pub(super) without_new_date: RwSignal<bool>,
    pub(super) signed_by: RwSignal<String>,
    pub(super) times: RwSignal<String>,
    pub(super) posted: RwSignal<Option<bool>>,
    pub(super) uploaded: RwSignal<Option<bool>>,
    pub(super) in_system: RwSignal<Option<bool>>,
    pub(super) cause: RwSignal<usize>,
    pub(super) body: RwSignal<String>,
    pub(super) linked: RwSignal<Option<bool>>,
}

/// The place of a value in its list, the first being "not said".
fn place<T: PartialEq>(all: &[T], value: Option<T>) -> usize {
    value.and_then(|value| all.iter().position(|one| *one == value)).map_or(0, |place| place + 1)
}

/// The value at a place.
fn at<T: Copy>(all: &[T], place: usize) -> Option<T> {
    all.get(place.checked_sub(1)?).copied()
}

fn seen_day(seen: &Seen<chrono::NaiveDate>) -> (TypedDate, bool) {
    (seen.is().copied().into(), seen.is_absent())
}

impl Draft {
    /// The fields of this dossier.
    pub(super) fn new(dossier: &Dossier) -> Self {
        let text = || RwSignal::new(String::new());
        let date = || RwSignal::new(TypedDate::Blank);
        let (choice, looked, flag) = (|| RwSignal::new(0), || RwSignal::new(None), || RwSignal::new(false));
        let draft = Self {
            code: text(),
            procedure: text(),
            field: text(),
            level: choice(),
            channel: choice(),
            received: date(),
            received_at: text(),
            term: TermDraft::new(dossier.term),
            stops: StopList::new(&dossier.stops),
            slip: looked(),
            appointed: date(),
            without_date: flag(),
            additions: text(),
            returned: date(),
            state: choice(),
            apology: looked(),
            number: text(),
            letter_date: date(),
            reason: text(),
            without_reason: flag(),
            new_date: date(),
            without_new_date: flag(),
            signed_by: text(),
            times: text(),
            posted: looked(),
            uploaded: looked(),
            in_system: looked(),
            cause: choice(),
            body: text(),
            linked: looked(),
        };
        draft.load_but_term_and_stops(dossier);
        draft
    }

    /// Takes another dossier in the place of what was typed.
    pub(super) fn load(self, dossier: &Dossier) {
        self.term.load(dossier.term);
        self.stops.load(&dossier.stops);
        self.load_but_term_and_stops(dossier);
    }

    fn load_but_term_and_stops(self, dossier: &Dossier) {
        let times = |times: Option<u32>| times.map(|times| times.to_string()).unwrap_or_default();
        let time = |time: NaiveTime| time.format("%H:%M").to_string();
        self.code.set(dossier.code.clone());
        self.procedure.set(dossier.procedure.clone());
        self.field.set(dossier.field.clone());
        self.level.set(place(&Level::ALL, dossier.level));
        self.channel.set(place(&Channel::ALL, dossier.channel));
        self.received.set(dossier.received.map(|receipt| receipt.date).into());
        self.received_at.set(dossier.received.and_then(|receipt| receipt.time).map(time).unwrap_or_default());
        self.slip.set(dossier.slip);
        let (appointed, without_date) = seen_day(&dossier.appointed);
        self.appointed.set(appointed);
        self.without_date.set(without_date);
        self.additions.set(times(dossier.additions_asked));
        self.returned.set(dossier.returned.into());
        self.state.set(place(&State::ALL, dossier.state));
        self.apology.set(dossier.apology.seen());
        let letter = dossier.letter().cloned().unwrap_or_default();
        self.number.set(letter.number);
        self.letter_date.set(letter.date.into());
        self.reason.set(letter.reason.is().cloned().unwrap_or_default());
        self.without_reason.set(letter.reason.is_absent());
        let (new_date, without_new_date) = seen_day(&letter.new_date);
        self.new_date.set(new_date);
        self.without_new_date.set(without_new_date);
        self.signed_by.set(letter.signed_by);
        self.times.set(times(dossier.times_reappointed));
        self.posted.set(dossier.posted);
        self.uploaded.set(dossier.uploaded);
        self.in_system.set(dossier.in_system);
        self.cause.set(place(&Cause::ALL, dossier.cause));
        self.body.set(dossier.body_at_fault.clone());
        self.linked.set(dossier.linked);
    }

    /// The dossier that was typed; reactive. What is half typed or wrong stays as it was `before`.
    pub(super) fn dossier(self, before: &Dossier) -> Dossier {
        let day = |field: RwSignal<TypedDate>, before| match field.get() {
            TypedDate::Blank => None,
            TypedDate::Broken => before,
            TypedDate::Day(day) => Some(day),
        };
        let seen = |field: RwSignal<TypedDate>, absent: RwSignal<bool>, before: &Seen<chrono::NaiveDate>| {
            let date = day(field, before.is().copied());
            match (date, absent.get()) {
                (Some(date), _) => Seen::Is(date),
                (None, true) => Seen::Absent,
                (None, false) => Seen::NotLookedAt,
            }
        };
        let received = day(self.received, before.received.map(|receipt| receipt.date));
        let old_letter = before.letter().cloned().unwrap_or_default();
        let reason = self.reason.get();
        let letter = Letter {
            number: self.number.get(),
            date: day(self.letter_date, old_letter.date),
            reason: match (reason.is_empty(), self.without_reason.get()) {
                (false, _) => Seen::Is(reason),
                (true, true) => Seen::Absent,
                (true, false) => Seen::NotLookedAt,
            },
            new_date: seen(self.new_date, self.without_new_date, &old_letter.new_date),
            signed_by: self.signed_by.get(),
        };
        Dossier {
            code: self.code.get(),
            procedure: self.procedure.get(),
            field: self.field.get(),
            level: at(&Level::ALL, self.level.get()),
            channel: at(&Channel::ALL, self.channel.get()),
            received: received.map(|date| Receipt { date, time: typed_time(&self.received_at.get()) }),
            term: self.term.term(before.term),
            stops: self.typed_stops(),
            slip: self.slip.get(),
            appointed: seen(self.appointed, self.without_date, &before.appointed),
            additions_asked: times(&self.additions.get(), before.additions_asked),
            returned: day(self.returned, before.returned),
            state: at(&State::ALL, self.state.get()),
            apology: match self.apology.get() {
                None => Seen::NotLookedAt,
                Some(false) => Seen::Absent,
                Some(true) => Seen::Is(letter),
            },
            times_reappointed: times(&self.times.get(), before.times_reappointed),
            posted: self.posted.get(),
            uploaded: self.uploaded.get(),
            in_system: self.in_system.get(),
            cause: at(&Cause::ALL, self.cause.get()),
            body_at_fault: self.body.get(),
            linked: self.linked.get(),
        }
    }

    /// The stops that have a first day.
    fn typed_stops(self) -> Vec<ClockStop> {
        let drafts = self.stops.drafts();
        let stop = |draft: &crate::ui::components::stops::StopDraft| {
            let (from, to, why) = (draft.from.get(), draft.to.get(), draft.why.get());
            Some(ClockStop { from: from.day()?, to: to.day(), why })
        };
        drafts.iter().filter_map(stop).collect()
    }
}

/// A time as a time field gives it, `08:30`, or none.
fn typed_time(typed: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(typed, "%H:%M").ok()
}

/// How many times, as typed.
fn times(typed: &str, before: Option<u32>) -> Option<u32> {
    match parse::count(typed, MOST_TIMES) {
        Ok(times) => times.and_then(|times| u32::try_from(times).ok()),
        Err(_) => before,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture::{every_sample, full_dossier};

    /// The dossiers of the fixture.
    fn dossiers() -> Vec<Dossier> {
        let rows = every_sample().into_iter().filter_map(|edit| match edit {
            crate::domain::edit::Edit::Dossiers { rows } => Some(rows),
            _ => None,
        });
        rows.flatten().filter_map(|row| row.dossier).collect()
    }

    #[test]
    fn whatever_a_dossier_holds_comes_back_from_its_fields() {
        let owner = Owner::new();
        owner.with(|| {
            for dossier in dossiers() {
                assert_eq!(Draft::new(&dossier).dossier(&Dossier::default()), dossier);
                let other = Draft::new(&full_dossier());
                other.load(&dossier);
                assert_eq!(other.dossier(&full_dossier()), dossier);
            }
        });
    }

    #[test]
    fn what_is_half_typed_stays_as_it_was() {
        let owner = Owner::new();
        owner.with(|| {
            let before = full_dossier();
            let draft = Draft::new(&before);
            draft.returned.set(TypedDate::Broken);
            draft.received.set(TypedDate::Broken);
            draft.additions.set("hai".to_owned());
            draft.term.length.set("x".to_owned());
            assert_eq!(draft.dossier(&before), before);
        });
    }
}
