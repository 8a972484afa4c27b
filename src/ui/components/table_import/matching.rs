//! What each column means: proposed by the reader, changed by a person.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::intake::protocol::{ColumnInfo, Kind, Opened, Target, column_letters};
use crate::state::App;
use crate::words::catalogue::table_import as words;
use crate::words::format::count;

use super::preview::sentences;

/// The columns of the sheet that is looked at.
#[component]
pub(super) fn Matching(kind: Kind, opened: Opened, place: usize) -> impl IntoView {
    let app = App::get();
    let encoding = opened.encoding.map(|encoding| app.t(words::ENCODING).replace("{name}", encoding.name()));
    let names: Vec<String> = opened.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let Some(sheet) = opened.sheets.into_iter().nth(place) else { return ().into_any() };
    let matching = RwSignal::new(sheet.matching.clone());
    let notes: Vec<String> = opened.notes.iter().map(|note| note.sentence(app.lang())).collect();
    let rows = count(sheet.rows as u64);
    let heading = match sheet.heading {
        Some(heading) => app
            .t(words::HEADING_AT)
            .replace("{first}", &(heading.first + 1).to_string())
            .replace("{last}", &(heading.last + 1).to_string())
            .replace("{rows}", &rows),
        None => app.t(words::NO_HEADING).replace("{rows}", &rows),
    };
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        if let Ok(place) = event.target().value().parse() {
            app.reading.look_at(place);
        }
    };
    let sheets = (names.len() > 1).then(|| {
        let options = names.into_iter().enumerate().map(|(at, name)| {
            view! { <option value=at.to_string() selected=at == place>{name}</option> }
        });
        view! {
            <label class="field">
                <span class="field__label">{app.t(words::SHEET)}</span>
                <select class="input" on:change:target=choose>{options.collect_view()}</select>
            </label>
        }
    });
    let targets = Target::all(kind);
    let columns = sheet.columns.iter().enumerate().map(|(at, column)| draw(at, column, &targets, matching));
    let columns = columns.collect_view();
    let read = move |_| app.reading.read(app, kind, &sheet, matching.get_untracked());
    view! {
        <section class="matching" data-testid="table-matching">
            <h3>{app.t(words::MATCHING)}</h3>
            <p class="field__hint">{heading} " " {encoding}</p>
            {sentences(words::FILE_NOTES, notes, "note")}
            {sheets}
            <ol class="matching__columns">{columns}</ol>
            <div class="form__buttons">
                <button type="button" class="button button--primary" data-testid="table-try" on:click=read>
                    {app.t(words::TRY)}
                </button>
                <button type="button" class="button button--quiet" on:click=move |_| app.reading.close()>
                    {app.t(words::ANOTHER)}
                </button>
            </div>
        </section>
    }
    .into_any()
}

fn draw(at: usize, column: &ColumnInfo, targets: &[Target], matching: RwSignal<Vec<Option<Target>>>) -> AnyView {
    let app = App::get();
    let chosen = matching.with_untracked(|matching| matching.get(at).copied().flatten());
    let options = targets.iter().enumerate().map(|(place, target)| {
        view! {
            <option value=(place + 1).to_string() selected=chosen == Some(*target)>{app.t(target.label())}</option>
        }
    });
    let all = targets.to_vec();
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        let place = event.target().value().parse::<usize>().unwrap_or_default();
        let target = place.checked_sub(1).and_then(|place| all.get(place)).copied();
        matching.update(|matching| {
            if let Some(held) = matching.get_mut(at) {
                *held = target;
            }
        });
    };
    let heading =
        app.t(words::COLUMN).replace("{letters}", &column_letters(at)).replace("{heading}", column.heading.trim());
    let id = format!("column-{at}");
    view! {
        <li class="matching__column">
            <label class="matching__heading" for=id.clone()>{heading}</label>
            <span class="matching__samples">
                {column.samples.join(" · ")} " " {column.is_hidden.then(|| app.t(words::HIDDEN_COLUMN))}
            </span>
            <select class="input" id=id data-column=at.to_string() on:change:target=choose>
                <option value="0" selected=chosen.is_none()>{app.t(words::LEFT_OUT)}</option>
                {options.collect_view()}
            </select>
        </li>
    }
    .into_any()
}
