//! The fields of a term: how many, and of what.

use chrono::NaiveTime;
use leptos::prelude::*;

use crate::domain::calendar::{Length, Term};
use crate::state::App;
use crate::ui::components::field::Field;
use crate::words::Text;
use crate::words::catalogue::calendar as words;
use crate::words::parse;

use super::select::Select;
use super::typed::{CountText, HALF_TYPED, counted, typed};

/// The units, in the order of the list.
const UNITS: [Text; 5] =
    [words::WORKING_DAYS, words::CALENDAR_DAYS, words::WORKING_HOURS, words::SAME_DAY, words::MONTHS];

/// The place of "same day" in the list.
const SAME_DAY: usize = 3;

/// A term as typed.
#[derive(Clone, Copy)]
pub struct TermDraft {
    /// The place of its unit in the list.
    pub unit: RwSignal<usize>,
    /// How many.
    pub length: RwSignal<String>,
    /// As a time field gives it, or blank.
    pub cut_off: RwSignal<String>,
}

impl TermDraft {
    /// This term; working days where there is none.
    pub fn new(term: Option<Term>) -> Self {
        let draft = Self { unit: RwSignal::new(0), length: RwSignal::default(), cut_off: RwSignal::default() };
        draft.load(term);
        draft
    }

    /// Takes this term in the place of what was typed.
    pub fn load(self, term: Option<Term>) {
        let (unit, length, cut_off) = match term {
            None => (0, None, None),
            Some(Term::WorkingDays(length)) => (0, Some(length), None),
            Some(Term::CalendarDays(length)) => (1, Some(length), None),
            Some(Term::WorkingHours(length)) => (2, Some(length), None),
            Some(Term::Months(length)) => (4, Some(length), None),
            Some(Term::SameDay { cut_off }) => (SAME_DAY, None, cut_off),
        };
        self.unit.set(unit);
        self.length.set(length.map(|length| length.get().to_string()).unwrap_or_default());
        self.cut_off.set(cut_off.map(|time| time.format("%H:%M").to_string()).unwrap_or_default());
    }

    /// The term that was typed; reactive. A length that is none leaves it as it was `before`.
    pub fn term(self, before: Option<Term>) -> Option<Term> {
        let (unit, length) = (self.unit.get(), self.length.get());
        if unit == SAME_DAY {
            let old = match before {
                Some(Term::SameDay { cut_off }) => cut_off,
                Some(Term::WorkingDays(_) | Term::CalendarDays(_) | Term::WorkingHours(_) | Term::Months(_)) | None => {
                    None
                }
            };
            return Some(Term::SameDay { cut_off: typed_time(&self.cut_off.get(), old) });
        }
        let length = match parse::count(&length, u64::from(Length::MOST)) {
            Ok(None) => return None,
            Ok(Some(length)) => u32::try_from(length).unwrap_or_default(),
            Err(_) => return before,
        };
        let term = match unit {
            1 => Term::calendar_days(length),
            2 => Term::working_hours(length),
            4 => Term::months(length),
            _ => Term::working_days(length),
        };
        term.ok().or(before)
    }

    /// The fields of the draft whose texts cannot be read, with their names; reactive.
    pub fn open_texts(self) -> Vec<(&'static str, String)> {
        let (length, cut_off) = (self.length.get(), self.cut_off.get());
        if self.unit.get() == SAME_DAY {
            return (cut_off == HALF_TYPED).then(|| ("cut-off", String::new())).into_iter().collect();
        }
        self.fault().map(|_| ("length", length)).into_iter().collect()
    }

    /// What is wrong with the length; reactive.
    pub fn fault(self) -> Option<Text> {
        let length = parse::count(&self.length.get(), u64::from(Length::MOST));
        (self.unit.get() != SAME_DAY && !matches!(length, Ok(None | Some(1..)))).then_some(words::LENGTH_WRONG)
    }
}

/// A time as a time field gives it, `08:30`, or none; one that is half typed stays as it was `before`.
pub fn typed_time(typed: &str, before: Option<NaiveTime>) -> Option<NaiveTime> {
    if typed == HALF_TYPED { before } else { NaiveTime::parse_from_str(typed, "%H:%M").ok() }
}

/// The fields. `id` keeps those of a page apart.
#[component]
pub fn TermField(
    /// The beginning of each field's id.
    id: &'static str,
    /// What is typed.
    draft: TermDraft,
) -> impl IntoView {
    let app = App::get();
    let length = CountText::new(draft.length, Length::MOST.into());
    let same_day = Memo::new(move |_| draft.unit.get() == SAME_DAY);
    let length_id = StoredValue::new(format!("{id}-length"));
    let cut_off_id = StoredValue::new(format!("{id}-cut-off"));
    view! {
        <div class="term">
            <Show when=move || !same_day.get()>
                <Field
                    id=length_id.get_value()
                    label=move || app.t(words::TERM).to_owned()
                    error=Signal::derive(move || length.said(draft.fault()))
                >
                    <input
                        class="input input--count"
                        id=length_id.get_value()
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        use:counted=length
                    />
                </Field>
            </Show>
            <Select id=format!("{id}-unit") label=words::TERM_UNIT options=UNITS.to_vec() value=draft.unit />
            <Show when=move || same_day.get()>
                <Field id=cut_off_id.get_value() label=move || app.t(words::CUT_OFF).to_owned()>
                    <input class="input input--date" id=cut_off_id.get_value() type="time" use:typed=draft.cut_off />
                </Field>
            </Show>
        </div>
    }
}
