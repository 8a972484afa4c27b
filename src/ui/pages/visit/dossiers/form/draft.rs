//! The fields of a dossier as they are typed.

use leptos::prelude::*;

use crate::domain::calendar::Receipt;
use crate::domain::dossier::{Cause, Channel, Dossier, Letter, Seen, State};
use crate::domain::supervision::Level;
use crate::ui::components::date_field::TypedDate;
use crate::ui::components::stops::{StopDraft, StopList};
use crate::ui::components::term_field::{TermDraft, typed_time};
use crate::ui::components::typed::HALF_TYPED;
use crate::words::parse;

use super::values::Values;

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

/// The value at a place.
fn at<T: Copy>(all: &[T], place: usize) -> Option<T> {
    all.get(place.checked_sub(1)?).copied()
}

/// Writes fields that another dossier fills otherwise than the one before. A text that cannot be read yet stays.
macro_rules! put {
    ($draft:ident, $before:ident, $now:ident; $($field:ident)*; $($open:ident $is_open:expr;)*) => {
        $(
            if $before.$field != $now.$field {
                $draft.$field.set($now.$field);
            }
        )*
        $(
            if $before.$open != $now.$open && !$draft.$open.with_untracked($is_open) {
                $draft.$open.set($now.$open);
            }
        )*
    };
}

fn is_broken(date: &TypedDate) -> bool {
    *date == TypedDate::Broken
}

fn is_no_count(text: &str) -> bool {
    parse::count(text, MOST_TIMES).is_err()
}

fn is_half_typed(text: &str) -> bool {
    text == HALF_TYPED
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
        draft.put(Values::of(&Dossier::default()), Values::of(dossier));
        draft
    }

    /// Takes up what another dossier says otherwise than the one `before`; whatever else is typed stays.
    pub(super) fn follow(self, before: &Dossier, now: &Dossier) {
        if before.term != now.term && untrack(|| self.term.open_texts().is_empty()) {
            self.term.load(now.term);
        }
        if before.stops != now.stops {
            self.stops.load(&now.stops);
        }
        self.put(Values::of(before), Values::of(now));
    }

    fn put(self, before: Values, now: Values) {
        put!(self, before, now;
            code procedure field level channel slip without_date state apology number reason without_reason
            without_new_date signed_by posted uploaded in_system cause body linked;
            received is_broken; appointed is_broken; returned is_broken; letter_date is_broken; new_date is_broken;
            additions |text| is_no_count(text); times |text| is_no_count(text); received_at |text| is_half_typed(text);
        );
    }

    /// The fields whose texts can stay open, each with its text while it cannot be read; reactive. A half-typed time has none.
    /// Dates see to themselves.
    pub(super) fn open_texts(self) -> Vec<(String, Option<String>)> {
        let count = |name: &str, field: RwSignal<String>| {
            (name.to_owned(), field.with(|text| is_no_count(text).then(|| text.clone())))
        };
        let mut texts = vec![
            count("additions", self.additions),
            count("times", self.times),
            ("received-at".to_owned(), self.received_at.with(|text| is_half_typed(text)).then(String::new)),
        ];
        let term = self.term.open_texts();
        let of_term = |name: &str| term.iter().find(|(open, _)| *open == name).map(|(_, text)| text.clone());
        texts.extend(["length", "cut-off"].map(|name| (format!("term-{name}"), of_term(name))));
        for (place, stop) in self.stops.drafts().into_iter().enumerate() {
            texts.push((format!("stop-{place}"), stop.is_open().then(String::new)));
        }
        texts
    }

    /// Puts a text back that could not be read when the form was left.
    pub(super) fn restore(self, name: &str, text: String) {
        match name {
            "additions" => self.additions.set(text),
            "times" => self.times.set(text),
            "term-length" => self.term.length.set(text),
            _ => {}
        }
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
            received: received.map(|date| {
                let time = typed_time(&self.received_at.get(), before.received.and_then(|receipt| receipt.time));
                Receipt { date, time }
            }),
            term: self.term.term(before.term),
            stops: self.stops.drafts().into_iter().filter_map(StopDraft::stop).collect(),
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
                other.follow(&full_dossier(), &dossier);
                assert_eq!(other.dossier(&full_dossier()), dossier);
            }
        });
    }

    #[test]
    fn what_is_being_typed_stays_when_another_field_becomes_another_one() {
        let owner = Owner::new();
        owner.with(|| {
            let before = full_dossier();
            let draft = Draft::new(&before);
            draft.code.set("H-đang gõ".to_owned());
            draft.returned.set(TypedDate::Broken);
            draft.additions.set("1 0".to_owned());
            let mut now = before.clone();
            now.procedure = "Cấp lại".to_owned();
            now.returned = None;
            now.additions_asked = Some(7);
            draft.follow(&before, &now);
            assert_eq!(draft.code.get_untracked(), "H-đang gõ");
            assert_eq!(draft.returned.get_untracked(), TypedDate::Broken);
            assert_eq!(draft.additions.get_untracked(), "1 0");
            assert_eq!(draft.procedure.get_untracked(), "Cấp lại");
        });
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_text() {
        let owner = Owner::new();
        owner.with(|| {
            let draft = Draft::new(&full_dossier());
            assert!(draft.open_texts().iter().all(|(_, text)| text.is_none()));
            draft.additions.set("hai".to_owned());
            draft.received_at.set(HALF_TYPED.to_owned());
            let open: Vec<_> = draft.open_texts().into_iter().filter_map(|(name, text)| Some((name, text?))).collect();
            assert_eq!(open, [("additions".to_owned(), "hai".to_owned()), ("received-at".to_owned(), String::new())]);
            let again = Draft::new(&full_dossier());
            again.restore("additions", "hai".to_owned());
            assert_eq!(again.additions.get_untracked(), "hai");
        });
    }

    #[test]
    fn a_stop_whose_day_is_half_typed_stays() {
        let owner = Owner::new();
        owner.with(|| {
            let before = full_dossier();
            assert!(!before.stops.is_empty());
            let draft = Draft::new(&before);
            for stop in draft.stops.drafts() {
                stop.from.set(TypedDate::Broken);
                stop.to.set(TypedDate::Broken);
            }
            assert_eq!(draft.dossier(&before), before);
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
            draft.received_at.set(HALF_TYPED.to_owned());
            draft.term.length.set("x".to_owned());
            assert_eq!(draft.dossier(&before), before);
        });
    }
}
