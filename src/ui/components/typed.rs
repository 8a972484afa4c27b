//! Fields that are typed in, under one rule: while a field has the focus its text belongs to the person. Nothing else writes
//! into it, not undo, not another tab, not a canonical form of the same value; what has to be shown is shown when it is left.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, HtmlTextAreaElement, InputEvent};

use crate::engine::typing::FAULT_PAUSE;
use crate::state::page::listen;
use crate::words::catalogue::checklist as words;
use crate::words::{Lang, format, parse};

/// The text of a date or time field that is half typed: the browser gives none, but it does not call it valid either. No
/// reader takes it.
pub const HALF_TYPED: &str = "?";

/// Whether the person works in a field.
pub fn is_owned(field: &Element) -> bool {
    document().active_element().is_some_and(|active| active.is_same_node(Some(field)))
}

/// What stands in a field; [`HALF_TYPED`] where the browser does not give it.
pub fn text_of(field: &Element) -> String {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        let text = input.value();
        let is_half_typed = text.is_empty() && !input.check_validity();
        return if is_half_typed { HALF_TYPED.to_owned() } else { text };
    }
    field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default()
}

/// Shows a text in a field, unless it stands there or the person works in the field.
pub fn show(field: &Element, text: &str) {
    if text != HALF_TYPED && !is_owned(field) && text_of(field) != text {
        write(field, text);
    }
}

/// Writes a text into a field that just came to show something else: a page may go on with the fields of the one before,
/// and with the focus that is in them.
pub fn begin_with(field: &Element, text: &str) {
    if text_of(field) != text {
        write(field, text);
    }
}

fn write(field: &Element, text: &str) {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
    }
}

/// Whether an input method is still making letters of keys: then the text is not what the person means yet.
pub fn is_composing(event: &Event) -> bool {
    event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing)
}

/// Whether a field loses the focus to something else in the page. When the window loses it, the field is still the one
/// that the person works in.
pub fn is_left(field: &Element) -> bool {
    !is_owned(field)
}

/// Binds a field of text (`use:typed=signal`): each key goes into the signal, and what the signal says otherwise is shown as
/// soon as nobody types.
pub fn typed(field: Element, text: RwSignal<String>) {
    text.with_untracked(|text| begin_with(&field, text));
    let shown = field.clone();
    Effect::new(move || show(&shown, &text.read()));
    let typed = field.clone();
    let take = move |_| {
        let now = text_of(&typed);
        if text.try_with_untracked(|before| *before != now) == Some(true) {
            text.try_set(now);
        }
    };
    listen(field.clone(), "compositionend", take.clone());
    listen(field.clone(), "input", take);
    let left = field.clone();
    listen(field, "blur", move |_| {
        if let Some(text) = text.try_get_untracked() {
            show(&left, &text);
        }
    });
}

/// Whether keys are being typed into a field: nothing is called wrong before they rest, or the field is left.
#[derive(Clone, Copy, Default)]
pub struct Keys(RwSignal<u64>);

impl Keys {
    /// Whether they rest; reactive.
    pub fn are_at_rest(self) -> bool {
        self.0.get() == 0
    }

    /// The field was left.
    pub fn rest(self) {
        self.0.try_set(0);
    }

    /// A key was typed.
    pub fn typed(self) {
        let next = |keys: &mut u64| {
            *keys += 1;
            *keys
        };
        let Some(keys) = self.0.try_update(next) else { return };
        let rest = move || {
            if self.0.try_get_untracked() == Some(keys) {
                self.rest();
            }
        };
        set_timeout(rest, Duration::from_millis(FAULT_PAUSE));
    }
}

/// A field of a count: what is typed, and whether it is still being typed, so that nothing is called wrong too early.
#[derive(Clone, Copy)]
pub struct CountText {
    text: RwSignal<String>,
    most: u64,
    keys: Keys,
}

impl CountText {
    /// The field whose text this is, for counts up to `most`.
    pub fn new(text: RwSignal<String>, most: u64) -> Self {
        Self { text, most, keys: Keys::default() }
    }

    /// What is wrong, once the field was left or the keys rest; reactive.
    pub fn said<T>(self, fault: Option<T>) -> Option<T> {
        fault.filter(|_| self.keys.are_at_rest())
    }

    fn leave(self) {
        self.keys.rest();
        let count = self.text.try_with_untracked(|text| parse::count(text, self.most).ok().flatten()).flatten();
        // As it is written everywhere else.
        if let Some(text) = count.map(format::count)
            && self.text.try_with_untracked(|before| *before != text) == Some(true)
        {
            self.text.try_set(text);
        }
    }
}

/// Binds a field of a count (`use:counted=CountText`). In the middle of a composition nothing is read; when the field is left
/// its number is put into the form in which numbers are written.
pub fn counted(field: Element, count: CountText) {
    count.text.with_untracked(|text| begin_with(&field, text));
    let shown = field.clone();
    Effect::new(move || show(&shown, &count.text.read()));
    let typed = field.clone();
    let take = move |event: Event| {
        if !is_composing(&event) {
            count.text.try_set(text_of(&typed));
            count.keys.typed();
        }
    };
    listen(field.clone(), "compositionend", take.clone());
    listen(field.clone(), "input", take);
    let left = field.clone();
    listen(field, "blur", move |_| {
        if is_left(&left) {
            count.leave();
        }
        if let Some(text) = count.text.try_get_untracked() {
            show(&left, &text);
        }
    });
}

/// What stays stored in the place of a text that is not taken.
pub fn still(stored: Option<&str>, lang: Lang) -> String {
    match stored {
        Some(value) => words::STILL.get(lang).replace("{value}", value),
        None => words::STILL_BLANK.get(lang).to_owned(),
    }
}
