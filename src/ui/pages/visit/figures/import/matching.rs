//! What each column means: proposed by the reader, changed by a person.

use leptos::ev::{Event, Targeted};
use leptos::prelude::*;

use crate::domain::figures::Form;
use crate::intake::protocol::{ColumnInfo, FigureColumn, FiguresOpened, MatchedBy, column_label, column_letters};
use crate::state::App;
use crate::ui::components::table_import::sentences;
use crate::words::Lang;
use crate::words::catalogue::figures as words;
use crate::words::catalogue::table_import;
use crate::words::format::count;

/// Everything that a column can mean under a form, a pair that was proposed included.
fn targets(form: &Form, matching: &[Option<FigureColumn>]) -> Vec<FigureColumn> {
    let named = [FigureColumn::Number, FigureColumn::Name, FigureColumn::Section, FigureColumn::RowKind];
    let cells = form.columns.iter().map(|column| FigureColumn::Cell(column.key.clone()));
    let pairs = matching.iter().flatten().filter(|target| matches!(target, FigureColumn::Pair(..))).cloned();
    named.into_iter().chain(cells).chain(pairs).collect()
}

fn label(form: &Form, target: &FigureColumn, lang: Lang) -> String {
    match target {
        FigureColumn::Number => words::NUMBER.get(lang).to_owned(),
        FigureColumn::Name => form.row_heading.get(lang).to_owned(),
        FigureColumn::Section => words::SECTION.get(lang).to_owned(),
        FigureColumn::RowKind => words::ROW_KIND.get(lang).to_owned(),
        FigureColumn::Cell(key) => column_label(form, key, lang),
        FigureColumn::Pair(first, second) => {
            [first, second].map(|key| column_label(form, key, lang)).join(words::AND.get(lang))
        }
    }
}

/// The columns of the sheet that is looked at.
#[component]
pub(super) fn Matching(form: Form, opened: FiguresOpened, place: usize) -> impl IntoView {
    let app = App::get();
    let lang = app.lang();
    let encoding = opened.encoding.map(|encoding| app.t(table_import::ENCODING).replace("{name}", encoding.name()));
    let names: Vec<String> = opened.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let notes: Vec<String> = opened.notes.iter().map(|note| note.sentence(lang)).collect();
    let Some(sheet) = opened.sheets.into_iter().nth(place) else { return ().into_any() };
    let matching = RwSignal::new(sheet.matching.clone());
    let heading = match sheet.heading {
        Some(heading) => app
            .t(table_import::HEADING_AT)
            .replace("{first}", &(heading.first + 1).to_string())
            .replace("{last}", &(heading.last + 1).to_string()),
        None => app.t(table_import::NO_HEADING).to_owned(),
    };
    let heading = heading.replace("{rows}", &count(sheet.rows as u64));
    let refusal = sheet.refusal.map(|refusal| refusal.sentence(lang));
    let targets = targets(&form, &sheet.matching);
    let labels: Vec<String> = targets.iter().map(|target| label(&form, target, lang)).collect();
    let by = |at: usize| sheet.matched_by.get(at).copied().flatten();
    let columns = sheet.columns.iter().enumerate();
    let columns: Vec<_> = columns.map(|(at, column)| draw(at, column, by(at), &targets, &labels, matching)).collect();
    let sheets = sheet_choice(names, place);
    let read = move |_| app.figures_reading.read(app, form.clone(), &sheet, matching.get_untracked());
    view! {
        <section class="matching" data-testid="table-matching">
            <h3>{app.t(table_import::MATCHING)}</h3>
            <p class="field__hint">{heading} " " {encoding}</p>
            {refusal.map(|refusal| view! { <p class="reckoner__doubt" role="alert" data-testid="table-doubt">{refusal}</p> })}
            {sentences(table_import::FILE_NOTES, notes, "note")}
            {sheets}
            <ol class="matching__columns">{columns}</ol>
            <div class="form__buttons">
                <button type="button" class="button button--primary" data-testid="table-try" on:click=read>
                    {app.t(table_import::TRY)}
                </button>
                <button type="button" class="button button--quiet" on:click=move |_| app.figures_reading.close()>
                    {app.t(table_import::ANOTHER)}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// The choice of a sheet, where there are several.
fn sheet_choice(names: Vec<String>, place: usize) -> Option<AnyView> {
    let app = App::get();
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        if let Ok(place) = event.target().value().parse() {
            app.figures_reading.look_at(place);
        }
    };
    (names.len() > 1).then(|| {
        let options = names.into_iter().enumerate().map(|(at, name)| {
            view! { <option value=at.to_string() selected=at == place>{name}</option> }
        });
        let options: Vec<_> = options.collect();
        view! {
            <label class="field">
                <span class="field__label">{app.t(table_import::SHEET)}</span>
                <select class="input" on:change:target=choose>{options}</select>
            </label>
        }
        .into_any()
    })
}

fn draw(
    at: usize,
    column: &ColumnInfo,
    by: Option<MatchedBy>,
    targets: &[FigureColumn],
    labels: &[String],
    matching: RwSignal<Vec<Option<FigureColumn>>>,
) -> AnyView {
    let app = App::get();
    let chosen = matching.with_untracked(|matching| matching.get(at).cloned().flatten());
    let options = targets.iter().zip(labels).enumerate().map(|(place, (target, label))| {
        view! {
            <option value=(place + 1).to_string() selected=chosen.as_ref() == Some(target)>{label.clone()}</option>
        }
    });
    let options: Vec<_> = options.collect();
    let all = targets.to_vec();
    let choose = move |event: Targeted<Event, web_sys::HtmlSelectElement>| {
        let place = event.target().value().parse::<usize>().unwrap_or_default();
        let target = place.checked_sub(1).and_then(|place| all.get(place)).cloned();
        matching.update(|matching| {
            if let Some(held) = matching.get_mut(at) {
                *held = target;
            }
        });
    };
    let heading = app
        .t(table_import::COLUMN)
        .replace("{letters}", &column_letters(at))
        .replace("{heading}", column.heading.trim());
    let id = format!("column-{at}");
    view! {
        <li class="matching__column">
            <label class="matching__heading" for=id.clone()>{heading}</label>
            <span class="matching__samples">
                {column.samples.join(" · ")} " "
                {column.is_hidden.then(|| app.t(table_import::HIDDEN_COLUMN))} " "
                {by.map(|by| format!("({})", app.t(by.label())))}
            </span>
            <select class="input" id=id data-column=at.to_string() on:change:target=choose>
                <option value="0" selected=chosen.is_none()>{app.t(table_import::LEFT_OUT)}</option>
                {options}
            </select>
        </li>
    }
    .into_any()
}
