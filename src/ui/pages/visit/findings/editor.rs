//! The fields of a finding's words.

use leptos::prelude::*;

use crate::ui::components::date_field::DateField;
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::findings as words;

use super::draft::Draft;

/// The fields. `id` keeps the editors of a page apart.
#[component]
pub(super) fn WordFields(
    /// The beginning of each field's id.
    id: String,
    /// What is typed.
    draft: Draft,
) -> impl IntoView {
    let statement_fault = Signal::derive(move || draft.statement_fault());
    let deadline_fault = Signal::derive(move || draft.deadline_fault());
    let at = move |field: &str| format!("{id}-{field}");
    view! {
        <TextField
            id=at("statement")
            label=words::STATEMENT
            value=draft.statement
            error=statement_fault
            required=true
            rows=3
        />
        <TextField id=at("basis") label=words::BASIS hint=words::BASIS_HINT value=draft.basis rows=2 />
        <TextField id=at("cause") label=words::CAUSE value=draft.cause rows=2 />
        <TextField id=at("recommendation") label=words::RECOMMENDATION value=draft.recommendation rows=2 />
        <TextField id=at("addressee") label=words::ADDRESSEE value=draft.addressee />
        <DateField id=at("deadline") label=words::DEADLINE value=draft.deadline error=deadline_fault />
    }
}
