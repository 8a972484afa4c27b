//! Rows that come, go and move: the buttons above the grid.

use leptos::prelude::*;

use crate::domain::figures::rows::NewRow;
use crate::intake::block::NAMED;
use crate::ui::pages::visit::moves::Place;
use crate::words::Text;
use crate::words::catalogue::figures as words;

use super::sheet::Sheet;

impl Sheet {
    /// Adds a row and edits its name.
    pub(super) fn add_row(self, new: NewRow) {
        let at = self.place().row;
        let place = self.change(|table| table.add_row(Some(at), new)).flatten();
        match place {
            Some(row) => {
                self.set_focus(true);
                self.edit_soon(Place { row, column: NAMED - 1 });
            }
            None => self.app.notices.say(words::NO_ROW.get(untrack(|| self.app.lang()))),
        }
    }

    fn remove_row(self) {
        let row = self.place().row;
        self.change(|table| table.remove_row(row));
    }

    fn move_row(self, deeper: bool) {
        let row = self.place().row;
        if self.change(|table| table.move_row(row, deeper)) == Some(false) {
            self.app.notices.say(words::NO_MOVE.get(untrack(|| self.app.lang())));
        }
    }
}

/// The buttons. `adds_up` says whether rows stand at several depths.
#[component]
pub(super) fn Lines(sheet: Sheet, adds_up: bool) -> impl IntoView {
    let app = sheet.app;
    let button = move |label: Text, handle: &'static str, run: Callback<()>| {
        view! {
            <button type="button" class="button" data-testid=handle on:click=move |_| run.run(())>
                {move || app.t(label)}
            </button>
        }
    };
    let add = move |new: NewRow| Callback::new(move |()| sheet.add_row(new));
    view! {
        <div class="ledger-lines" role="group" aria-label=move || app.t(words::LINES)>
            {button(words::ADD_ROW, "row-add", add(NewRow::Next))}
            {adds_up
                .then(|| {
                    view! {
                        {button(words::ADD_BELOW, "row-add-below", add(NewRow::Below))}
                        {button(words::ADD_SECTION, "row-add-section", add(NewRow::Section))}
                        {button(words::ADD_TOTAL, "row-add-total", add(NewRow::Total))}
                        {button(words::DEEPER, "row-deeper", Callback::new(move |()| sheet.move_row(true)))}
                        {button(words::SHALLOWER, "row-shallower", Callback::new(move |()| sheet.move_row(false)))}
                    }
                })}
            {button(words::REMOVE_ROW, "row-remove", Callback::new(move |()| sheet.remove_row()))}
        </div>
    }
}
