//! The free table: its columns and what must hold between them, declared by the user. Later on, columns and rules can be
//! added and renamed; what holds figures stays.

use leptos::prelude::*;

use crate::domain::edit::{Edit, FiguresEdit, Put};
use crate::domain::figures::{Cell, Form, StatTable};
use crate::domain::id::TableId;
use crate::state::{App, Session};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::FormDraft;
use crate::ui::components::pick::Pick;
use crate::ui::components::select::Select;
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::figures as words;

use super::begin;
use super::draft::{ColumnDraft, Draft, UNITS};
use super::rules::Rules;

/// The key of what is kept of the form of a table; `new` for one that is begun.
pub(super) fn form_key(session: Session, table: &str) -> String {
    format!("visit/{}/table-form/{table}", session.id())
}

/// The editor, for a new table or for one that is there.
#[component]
pub(in crate::ui::pages::visit::figures) fn FreeForm(
    /// The open visit.
    session: Session,
    /// The table; none to begin one.
    table: Option<(TableId, StatTable)>,
) -> impl IntoView {
    let app = App::get();
    let draft = Draft::of(table.as_ref().map(|(_, table)| &table.form));
    let is_new = table.is_none();
    let key = table.as_ref().map_or_else(|| "new".to_owned(), |(id, _)| id.to_string());
    let kept = FormDraft::of(app, "table-form", form_key(session, &key), draft.fields());
    let take = move |_| match draft.form() {
        Err(fault) => draft.fault.set(Some(fault)),
        Ok(form) => {
            draft.fault.set(None);
            let is_taken = match &table {
                None => begin(app, session, form),
                Some((id, _)) => put(session, id, form),
            };
            if is_taken {
                kept.leave_with(session);
            }
        }
    };
    let body = view! {
        <div class="form free" data-testid="free-form">
            <DraftLine draft=kept at=At::Head />
            <TextField id="free-name" label=words::TABLE_TITLE value=draft.name />
            <TextField id="free-rows" label=words::ROWS_ARE hint=words::ROWS_ARE_HINT value=draft.row_heading />
            <Pick
                id="free-adds-up"
                label=words::ADDS_UP
                options=vec![words::ADDS_UP_NO, words::ADDS_UP_YES]
                value=draft.adds_up
            />
            <Columns draft />
            <Rules draft />
            <DraftLine draft=kept at=At::Foot />
            <p class="form__failed" role="alert">{move || draft.fault.get().map(|fault| app.t(fault))}</p>
            <div class="form__buttons">
                <button type="button" class="button button--primary" data-testid="free-take" on:click=take>
                    {move || app.t(if is_new { words::BEGIN } else { words::TAKE_FORM })}
                </button>
            </div>
        </div>
    };
    if is_new {
        body.into_any()
    } else {
        view! {
            <details class="table-details" data-testid="free-edit" open=move || kept.unfolds()>
                <summary>{move || app.t(words::EDIT_FORM)}</summary>
                {body}
            </details>
        }
        .into_any()
    }
}

/// Gives a table its form anew; the cells of new columns are blank. Whether it has that form now.
fn put(session: Session, id: &TableId, form: Form) -> bool {
    let held = untrack(|| session.figures(|figures| figures.tables.get(id).map(|held| held.value.clone())));
    let Some(mut table) = held.filter(|held| held.form != form) else { return true };
    table.rows.iter_mut().for_each(|row| row.cells.resize(form.columns.len(), Cell::Blank));
    table.form = form;
    let put = vec![Put { id: id.clone(), value: Some(table) }];
    session.takes(Edit::Figures { change: FiguresEdit::Tables { put } })
}

#[component]
fn Columns(draft: Draft) -> impl IntoView {
    let app = App::get();
    view! {
        <fieldset class="form__group">
            <legend>{move || app.t(words::COLUMNS)}</legend>
            <ol class="free__list">
                <For each=move || draft.columns.get() key=|column| column.place let:column>
                    <ColumnRow draft column />
                </For>
            </ol>
            <button type="button" class="button" data-testid="free-add-column" on:click=move |_| draft.add_column(None)>
                {move || app.t(words::ADD_COLUMN)}
            </button>
        </fieldset>
    }
}

#[component]
fn ColumnRow(draft: Draft, column: ColumnDraft) -> impl IntoView {
    let app = App::get();
    let place = column.place;
    let is_held = column.held.is_some();
    let unit = column.unit;
    let remove = move |_| draft.columns.update(|columns| columns.retain(|column| column.place != place));
    view! {
        <li class="free__column" data-column=place.to_string()>
            <TextField id=format!("free-column-{place}") label=words::COLUMN_NAME value=column.name />
            {if is_held {
                view! { <p class="free__unit">{move || UNITS.get(unit.get()).map(|unit| app.t(*unit))}</p> }.into_any()
            } else {
                view! { <Select id=format!("free-unit-{place}") label=words::UNIT options=UNITS.to_vec() value=unit /> }
                    .into_any()
            }}
            {(!is_held)
                .then(|| {
                    view! {
                        <button type="button" class="button button--quiet" on:click=remove>
                            {move || app.t(words::REMOVE_COLUMN)}
                        </button>
                    }
                })}
        </li>
    }
}
