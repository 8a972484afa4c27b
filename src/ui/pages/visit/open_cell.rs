//! The open cell of a grid: what stands in its field is a draft until it is taken into the visit, and is put into the field
//! again when one comes back.

use leptos::prelude::*;

use crate::engine::drafts::{rows_of_text, rows_to_text};
use crate::state::{App, Session};
use crate::ui::components::form_draft::{FormDraft, FormFields};

/// The open cell of one grid. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct OpenCell {
    session: Session,
    /// Row, column and text of the cell; empty while none is open, or what it holds was not changed.
    text: RwSignal<String>,
    /// What a draft wants to be open; counted, so that the same may be wanted twice.
    wanted: RwSignal<(u64, String)>,
    /// The draft.
    pub(super) kept: FormDraft,
}

impl OpenCell {
    /// The open cell of the grid with this name within the visit.
    pub(super) fn new(app: App, session: Session, grid: &str) -> Self {
        let (text, wanted) = (RwSignal::new(String::new()), RwSignal::new((0, String::new())));
        let want = move |kept: &str| {
            text.set(kept.to_owned());
            wanted.update(|wanted| *wanted = (wanted.0 + 1, kept.to_owned()));
        };
        let fields = FormFields::default().bound("cell", move || text.get(), want);
        let kept = FormDraft::of(app, "cell", format!("visit/{}/{grid}/cell", session.id()), fields);
        Self { session, text, wanted, kept }
    }

    /// Notes what stands in the field of a cell; none if it is what the cell holds.
    pub(super) fn typed(self, row: &str, column: &str, text: Option<String>) {
        let now = text.map(|text| rows_to_text([[row.to_owned(), column.to_owned(), text]])).unwrap_or_default();
        if self.text.with_untracked(|held| *held != now) {
            self.text.set(now);
        }
    }

    /// Notes that no cell is open any more.
    pub(super) fn end(self) {
        // The page may be on its way out.
        drop(self.text.try_set(String::new()));
    }

    /// Notes that what was typed is part of the visit: its commit deletes the draft.
    pub(super) fn taken(self) {
        self.kept.leave_with(self.session);
    }

    /// Opens the cell again that a draft was found of, once the grid is drawn: `open` gets its row, its column and the text.
    /// None where the draft was discarded: then `open` ends editing.
    pub(super) fn reopen_with(self, open: impl Fn(Option<[String; 3]>) + Copy + 'static) {
        Effect::new(move || {
            let (count, text) = self.wanted.get();
            if count == 0 {
                return;
            }
            request_animation_frame(move || {
                if !self.session.is_closed() {
                    untrack(|| open(rows_of_text(&text).into_iter().next()));
                }
            });
        });
    }
}
