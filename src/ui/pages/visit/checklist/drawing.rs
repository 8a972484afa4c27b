//! The order in which rows come to the screen: what is in sight at once, the rest right after the first paint, so that
//! a long checklist opens as fast as a short one. Within a moment every row is there, for search and for assistive
//! tools.

use std::time::Duration;

use leptos::prelude::*;
use web_sys::{Document, Element};

use crate::domain::id::SectionCode;
use crate::ui::pages::visit::place::group_id;

use super::item::{Sheet, draw_row};

/// How many rows are drawn at once: more than any screen shows.
const AT_ONCE: usize = 10;

/// How many rows each later step adds; a tap in between waits no longer than one step.
const STEP: usize = 100;

/// The rows of the chosen groups, on their way to the screen.
#[derive(Clone)]
pub(super) struct Drawing {
    sheet: Sheet,
    /// The places in the template of all items to draw, in order.
    items: Vec<usize>,
    /// How many of them are drawn.
    drawn: RwSignal<usize>,
}

impl Drawing {
    /// Prepares to draw the items of the chosen groups.
    pub(super) fn new(sheet: Sheet, chosen: &[SectionCode]) -> Self {
        let items = sheet.template.items.iter().enumerate().filter(|(_, item)| chosen.contains(&item.section));
        let items = items.map(|(position, _)| position).collect();
        Self { sheet, items, drawn: RwSignal::new(0) }
    }

    /// Whether every row is on the page; reactive.
    pub(super) fn is_complete(&self) -> Signal<bool> {
        let (drawn, all) = (self.drawn, self.items.len());
        Signal::derive(move || drawn.get() == all)
    }

    /// Draws the first rows now and the others soon. Called once the groups are on the page.
    pub(super) fn begin(self) {
        self.draw(AT_ONCE);
        let Some(owner) = Owner::current() else { return };
        request_animation_frame(move || set_timeout(move || self.go_on(owner), Duration::ZERO));
    }

    fn go_on(self, owner: Owner) {
        // A page that was left has given its signals back.
        if self.drawn.is_disposed() || untrack(|| self.is_complete().get()) {
            return;
        }
        owner.with(|| self.draw(STEP));
        set_timeout(move || self.go_on(owner), Duration::ZERO);
    }

    fn draw(&self, some: usize) {
        let from = self.drawn.get_untracked();
        let to = (from + some).min(self.items.len());
        let document = document();
        for position in &self.items[from..to] {
            let item = &self.sheet.template.items[*position];
            let place = group(&document, &item.section).zip(draw_row(*position, &self.sheet));
            // It throws only where a row would be put into itself.
            place.and_then(|(group, row)| group.append_child(&row).ok());
        }
        self.drawn.set(to);
    }
}

fn group(document: &Document, section: &SectionCode) -> Option<Element> {
    document.get_element_by_id(&group_id(section))
}
