//! The order in which a checklist comes to the screen: all rows at once, so that everything can be read, found and
//! answered; then, a few rows in each frame, the fields of those that are out of sight. A long checklist so opens about as
//! fast as a short one, and a tap in between waits for a few rows at most.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::{Document, Element};

use crate::domain::id::{ItemCode, SectionCode};
use crate::ui::pages::visit::place::group_id;

use super::item::{complete_row, draw_row, rest};
use super::sheet::{Row, Sheet};

/// How many rows get their fields at once: more than any screen shows.
const IN_SIGHT: usize = 10;

/// How many rows get their fields in each later frame, once the page has come to rest.
const PER_FRAME: usize = 8;

/// How long the fields out of sight wait after the first paint.
const PAUSE: Duration = Duration::from_millis(100);

/// How many rows are drawn before the first paint, and in each later step.
const STEP: usize = 600;

/// The rows of the chosen groups, on their way to the screen.
#[derive(Clone)]
pub(super) struct Drawing {
    sheet: Sheet,
    /// The places in the template of all items to draw, in order.
    items: Vec<usize>,
    /// How many of them are drawn.
    drawn: RwSignal<usize>,
    /// Where one left the checklist the last time.
    place: Option<ItemCode>,
}

impl Drawing {
    /// Prepares to draw the items of the chosen groups. Those at the place come first.
    pub(super) fn new(sheet: Sheet, chosen: &[SectionCode], place: Option<ItemCode>) -> Self {
        let items = sheet.template.items.iter().enumerate().filter(|(_, item)| chosen.contains(&item.section));
        let items = items.map(|(position, _)| position).collect();
        Self { sheet, items, drawn: RwSignal::new(0), place }
    }

    /// Whether every row is on the page; reactive.
    pub(super) fn is_complete(&self) -> Signal<bool> {
        let (drawn, all) = (self.drawn, self.items.len());
        Signal::derive(move || drawn.get() == all)
    }

    /// Draws the rows. Called once the groups are on the page.
    pub(super) fn begin(self) {
        if let Some(owner) = Owner::current() {
            self.go_on(owner, Vec::new());
        }
    }

    fn go_on(self, owner: Owner, mut bare: Vec<(Element, Row)>) {
        // A page that was left has given its signals back.
        if self.drawn.is_disposed() {
            return;
        }
        owner.with(|| self.draw(STEP, &mut bare));
        if untrack(|| self.is_complete().get()) {
            self.begin_fields(bare);
        } else {
            set_timeout(move || self.go_on(owner, bare), Duration::ZERO);
        }
    }

    fn draw(&self, some: usize, bare: &mut Vec<(Element, Row)>) {
        let from = self.drawn.get_untracked();
        let to = (from + some).min(self.items.len());
        let document = document();
        for position in self.items.get(from..to).unwrap_or_default() {
            let Some((article, row)) = draw_row(*position, &self.sheet) else { continue };
            if let Some(group) = group(&document, &row.item().section) {
                // It throws only where a row would be put into itself.
                group.append_child(&article).ok();
                bare.push((article, row));
            }
        }
        self.drawn.set(to);
    }

    /// Gives the rows in sight their fields now, and the others theirs soon.
    fn begin_fields(self, mut bare: Vec<(Element, Row)>) {
        let in_sight = bare.iter().position(|(_, row)| Some(&row.item().code) == self.place.as_ref());
        // Those before the place are in sight as well; and there is room after them.
        bare.rotate_left(in_sight.unwrap_or_default().saturating_sub(IN_SIGHT / 2));
        let later = bare.split_off(IN_SIGHT.min(bare.len()));
        self.complete(bare, later, PAUSE);
    }

    /// Gives these rows their fields, and after a pause the others theirs, some in each frame.
    fn complete(self, rows: Vec<(Element, Row)>, mut later: Vec<(Element, Row)>, pause: Duration) {
        if self.drawn.is_disposed() {
            return;
        }
        for (article, row) in &rows {
            complete_row(article, row);
        }
        let go_on = move || {
            rows.iter().for_each(|(article, _)| rest(article));
            if !later.is_empty() {
                let after = later.split_off(PER_FRAME.min(later.len()));
                self.complete(later, after, Duration::ZERO);
            }
        };
        request_animation_frame(move || set_timeout(go_on, pause));
    }
}

fn group(document: &Document, section: &SectionCode) -> Option<Element> {
    document.get_element_by_id(&group_id(section))
}
