//! A reference list from a table: a new version under its id, all or nothing.

use leptos::prelude::*;

use crate::domain::procedure::Procedure;
use crate::domain::supervision::Level;
use crate::intake::protocol::{Kind, Options, Reading, Rows};
use crate::state::App;
use crate::ui::components::date_field::{DateField, TypedDate};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::form_draft::{FormDraft, FormFields};
use crate::ui::components::select::Select;
use crate::ui::components::table_import::TableImport;
use crate::ui::components::text_field::TextField;
use crate::words::catalogue::dossiers::NOT_SAID;
use crate::words::catalogue::table_import as words;
use crate::words::format::count;

/// The import.
#[component]
pub(super) fn ListImport() -> impl IntoView {
    let app = App::get();
    let name = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let level = RwSignal::new(0_usize);
    let from = RwSignal::new(TypedDate::Blank);
    Effect::new(move || {
        let level = level.get().checked_sub(1).and_then(|place| Level::ALL.get(place)).copied();
        app.reading.set_options(Options { level, valid_from: from.get().day(), ..Options::default() });
    });
    let fields = FormFields::default().field("name", name).field("level", level).field("from", from);
    let kept = FormDraft::of(app, "procedure-list", "procedures/import".to_owned(), fields);
    let fault = Signal::derive(move || (tried.get() && !is_id(name.read().trim())).then_some(words::LIST_NAME_WRONG));
    let effect = Callback::new(move |(read, take_bad): (Reading, bool)| {
        app.t(words::EFFECT_LIST).replace("{new}", &count(procedures(read, take_bad).len() as u64))
    });
    let confirm = Callback::new(move |(read, take_bad): (Reading, bool)| {
        tried.set(true);
        let id = name.get_untracked().trim().to_owned();
        if !is_id(&id) {
            crate::state::page::focus("list-name");
            return;
        }
        let entries = procedures(read, take_bad);
        app.take_procedures(id, entries, kept.on_stored());
    });
    let levels = std::iter::once(NOT_SAID).chain(Level::ALL.map(Level::label)).collect::<Vec<_>>();
    view! {
        <section class="form" aria-labelledby="list-import">
            <h2 id="list-import">{move || app.t(words::PROCEDURES)}</h2>
            <DraftLine draft=kept at=At::Head />
            <TextField id="list-name" label=words::LIST_NAME value=name error=fault required=true />
            <div class="form__row">
                <Select id="list-level" label=words::LIST_LEVEL options=levels value=level />
                <DateField id="list-from" label=words::LIST_FROM value=from />
            </div>
            <DraftLine draft=kept at=At::Foot />
            <TableImport kind=Kind::Procedures effect confirm />
        </section>
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// The procedures that are taken: those read in full, and the others that can be one if a person wants them.
fn procedures(read: Reading, take_bad: bool) -> Vec<Procedure> {
    let Rows::Procedures(rows) = read.rows else { return Vec::new() };
    rows.into_iter().filter(|row| take_bad || row.problems.is_empty()).filter_map(|row| row.record).collect()
}
