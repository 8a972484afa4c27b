//! One value typed into one field, and looked at in the field, in the database and after a reload.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::json;
use xtask::chromium::Page;

use super::fields::{Control, Field, VISIT};
use crate::pages::Checklist;
use crate::setup::{Chance, Opened, SOON};
use crate::stored;

/// The state of saving, in one word.
pub fn status(page: &Page) -> String {
    page.text("document.querySelector('[data-testid=save-status]')?.dataset.state ?? ''").unwrap()
}

/// Waits for a state of saving.
pub fn reaches(page: &Page, state: &str, seconds: f64) -> Result<(), String> {
    let is = format!("document.querySelector('[data-testid=save-status]')?.dataset.state === '{state}'");
    page.wait_for(&is, seconds, &format!("the save status {state}"))
}

/// Waits until a page is there with its fields.
pub fn arrive(page: &Page, field: Field) {
    if field.page().is_empty() {
        Checklist::wait(page);
    } else {
        page.wait_for_element(&field.selector(), SOON).unwrap();
    }
}

/// A value on its way into a field.
pub struct Typed {
    pub field: Field,
    pub text: &'static str,
    pub pace: u64,
    pub composed: bool,
    pub slowed: bool,
    pub left: bool,
}

impl Typed {
    /// Types it, key by key.
    pub fn type_into(&self, page: &Page, chance: &mut Chance) {
        let selector = self.field.selector();
        self.field.prepare(page);
        if self.slowed {
            page.set_cpu_throttle(4.0).unwrap();
        }
        let mut pause = || Duration::from_millis(self.pace / 2 + chance.below(self.pace));
        match self.field.control() {
            Control::Text => {
                page.focus(&selector).unwrap();
                if self.composed {
                    page.compose_paced(self.text, &mut pause).unwrap();
                } else {
                    page.type_paced(self.text, &mut pause).unwrap();
                }
            }
            Control::Date => {
                // Month, day and year are typed one after the other, as the parts of the field stand here.
                page.focus(&selector).unwrap();
                let (year, rest) = self.text.split_once('-').unwrap();
                let digits = format!("{}{year}", rest.replace('-', ""));
                page.type_paced(&digits, &mut pause).unwrap();
            }
            Control::Cell => {
                page.click(&selector).unwrap();
                if self.composed {
                    page.press("F2").unwrap();
                    page.compose_paced(self.text, &mut pause).unwrap();
                } else {
                    page.type_paced(self.text, &mut pause).unwrap();
                }
            }
        }
        if self.left {
            match self.field.control() {
                Control::Cell => page.press("Enter").unwrap(),
                Control::Text | Control::Date => {
                    page.eval("document.activeElement.blur()").unwrap();
                }
            }
        }
        page.set_cpu_throttle(1.0).unwrap();
    }

    /// What the field says when it was left, and the words for a difference.
    fn differs(&self, page: &Page, when: &str, was_left: bool) -> Option<String> {
        let shown = self.field.shown(page);
        let expected = match self.field.canonical(self.text) {
            Some(canonical) if was_left => canonical,
            _ => self.text.to_owned(),
        };
        (shown != expected).then(|| format!("{when}: the field says {shown:?} instead of {expected:?}"))
    }

    /// The texts that stand in the field while it is typed, before the last. A date field fills its year digit by digit.
    fn on_the_way(&self) -> impl Iterator<Item = String> {
        let date = self.text.split_once('-').filter(|_| self.field.control() == Control::Date);
        let from = usize::from(date.is_some());
        (from..date.map_or(self.text.len(), |(year, _)| year.len())).filter_map(move |end| match date {
            Some((year, rest)) => Some(format!("{:0>4}-{rest}", year.get(..end)?)),
            None => Some(self.text.get(..end)?.to_owned()),
        })
    }

    fn is_stored_at_once(&self) -> bool {
        let waits_for_enter = self.field.control() == Control::Cell && !self.left;
        !waits_for_enter && self.field != Field::Statement
    }
}

/// Types some values into fields of one page, and looks at them there, in the database, and after a reload.
pub fn try_batch(app: &Opened, place: &str, batch: &[Typed], chance: &mut Chance) -> Vec<String> {
    let page = &app.page;
    page.eval(&format!("location.hash = {}", json!(place))).unwrap();
    arrive(page, batch[0].field);
    let mut wrong = Vec::new();
    for typed in batch {
        let before = typed.field.stored(&stored::visit(page, VISIT));
        typed.type_into(page, chance);
        let can_be_read = typed.field.canonical(typed.text).is_some();
        let is_open = !can_be_read || !typed.is_stored_at_once();
        let mut say = |difference: Option<String>| {
            let Typed { field, text, pace, composed, slowed, left } = typed;
            wrong.extend(difference.map(|difference| {
                format!(
                    "{field:?} {text:?} at {pace} ms (composed {composed}, slowed {slowed}, left {left}): {difference}"
                )
            }));
        };
        let is_open_before = |other: &Typed| other.field.canonical(other.text).is_none() || !other.is_stored_at_once();
        let is_other_open = batch.iter().take_while(|other| !std::ptr::eq(*other, typed)).any(is_open_before);
        say(reaches(page, if is_open || is_other_open { "typing" } else { "saved" }, 8.0).err());
        say(typed.differs(page, "at once", typed.left));
        let expected = typed.field.canonical(typed.text);
        if typed.is_stored_at_once() {
            let waited = Instant::now();
            let is_right = |now: &String| match &expected {
                Some(canonical) => now == canonical,
                // The last text on the way that could be read, or what was there before.
                None => {
                    *now == before || typed.on_the_way().any(|part| typed.field.canonical(&part).as_ref() == Some(now))
                }
            };
            let mut now = typed.field.stored(&stored::visit(page, VISIT));
            while !is_right(&now) && waited.elapsed() < Duration::from_secs(3) {
                now = typed.field.stored(&stored::visit(page, VISIT));
            }
            say((!is_right(&now))
                .then(|| format!("the database says {now:?} instead of {expected:?}, before {before:?}")));
        }
    }
    page.reload().unwrap();
    arrive(page, batch[0].field);
    let last: BTreeSet<String> = batch.iter().map(|typed| typed.field.selector()).collect();
    assert_eq!(last.len(), batch.len(), "a batch has each field once");
    for typed in batch {
        typed.field.prepare(page);
        // An open cell is found again as it was typed.
        let is_taken = typed.is_stored_at_once();
        let is_shown = |typed: &Typed| typed.differs(page, "after a reload", is_taken).is_none();
        let waited = Instant::now();
        while !is_shown(typed) && waited.elapsed() < Duration::from_secs(5) {
            page.listen();
        }
        let mut differences: Vec<String> = typed.differs(page, "after a reload", is_taken).into_iter().collect();
        if let Some(canonical) = typed.field.canonical(typed.text).filter(|_| typed.is_stored_at_once()) {
            let waited = Instant::now();
            let mut now = typed.field.stored(&stored::visit(page, VISIT));
            while now != canonical && waited.elapsed() < Duration::from_secs(3) {
                now = typed.field.stored(&stored::visit(page, VISIT));
            }
            if now != canonical {
                differences.push(format!("after a reload the database says {now:?} instead of {canonical:?}"));
            }
        }
        let Typed { field, text, pace, composed, .. } = typed;
        wrong.extend(
            differences.iter().map(|one| format!("{field:?} {text:?} at {pace} ms (composed {composed}): {one}")),
        );
    }
    give_up_open(page, batch);
    wrong
}

/// Puts a readable text into each field whose text is not taken, so that the next batch begins without open texts.
fn give_up_open(page: &Page, batch: &[Typed]) {
    let is_open = |typed: &&Typed| typed.field.canonical(typed.text).is_none() || !typed.is_stored_at_once();
    for typed in batch.iter().filter(is_open) {
        let selector = typed.field.selector();
        match typed.field.control() {
            Control::Text => {
                page.fill(&selector, "7").unwrap();
                page.eval("document.activeElement.blur()").unwrap();
            }
            Control::Date => {
                page.fill(&selector, "2023-05-02").unwrap();
                page.eval("document.activeElement.blur()").unwrap();
            }
            Control::Cell => page.press("Escape").unwrap(),
        }
    }
    if batch[0].field == Field::Statement {
        page.fill(&batch[0].field.selector(), "").unwrap();
    }
}
