//! The ranking: a table, the two lists, and bars in the order of the ranks.

use leptos::prelude::*;

use crate::domain::figures::Indicator;
use crate::domain::figures::ranking::{Ranked, Thresholds, rank};
use crate::report::ranking::{Subject, amount_words, ranking_table};
use crate::state::App;
use crate::words::catalogue::ranking as words;
use crate::words::{Lang, Text};

use super::Source;
use super::charts::Bars;
use super::sources::Opens;

/// Subjects in order of an indicator.
#[component]
pub(super) fn Order(
    /// The indicator.
    indicator: Indicator,
    /// What it is read of.
    subjects: Vec<Subject>,
    /// Where the lists begin.
    thresholds: Signal<Thresholds>,
    /// The tables.
    sources: Signal<Vec<Source>>,
) -> impl IntoView {
    let app = App::get();
    let (known, unknown): (Vec<Subject>, Vec<Subject>) =
        subjects.into_iter().partition(|subject| subject.indicated.share().is_some());
    let ranked =
        rank(known.into_iter().filter_map(|one| one.indicated.share().map(|share| (one, share))), indicator.better);
    let better = indicator.better;
    let rows: Vec<AnyView> = ranked.iter().map(|one| row(app, one, sources)).collect();
    let left_out = (!unknown.is_empty()).then(|| {
        let names = unknown.iter().map(|subject| subject.name.as_str()).collect::<Vec<_>>().join(", ");
        view! { <p>{move || app.t(words::UNRANKED).replace("{names}", &names)}</p> }
    });
    let (bars, exported) = (ranked.clone(), ranked.clone());
    let lists = move || {
        let limits = thresholds.get();
        let listed = |is_on: &dyn Fn(&Ranked<Subject>) -> bool| -> Vec<String> {
            ranked.iter().filter(|one| is_on(one)).map(|one| one.what.name.clone()).collect()
        };
        let praised =
            limits.praise.map(|_| list(words::PRAISE, &listed(&|one| limits.praises(&one.share, better)), app.lang()));
        let blamed = limits
            .criticise
            .map(|_| list(words::CRITICISE, &listed(&|one| limits.criticises(&one.share, better)), app.lang()));
        [("praise", praised), ("criticise", blamed)]
            .map(|(key, line)| line.map(|line| view! { <p class="ranking__list" data-list=key>{line}</p> }))
    };
    let export =
        move |_| app.export_table(&ranking_table(&exported, &unknown, thresholds.get_untracked(), better), "xep-hang");
    let name = indicator.name.clone();
    view! {
        <section class="ranking" data-testid="ranking">
            <h3>{move || name.get(app.lang()).to_owned()}</h3>
            <div class="table-box" tabindex="0" role="region" aria-label=move || app.t(words::RANKING)>
                <table class="table">
                    <thead>
                        <tr>
                            {[words::RANK, words::NAME, words::SHARE, words::PART, words::WHOLE]
                                .map(|text| view! { <th scope="col">{move || app.t(text)}</th> })
                                .into_iter()
                                .collect_view()}
                        </tr>
                    </thead>
                    <tbody lang="vi">{rows}</tbody>
                </table>
            </div>
            {left_out}
            {lists}
            <p class="ranking__tools">
                <button type="button" class="button" on:click=export>
                    {move || app.t(words::EXPORT)}
                </button>
            </p>
            <Bars indicator ranked=bars />
        </section>
    }
}

fn row(app: App, one: &Ranked<Subject>, sources: Signal<Vec<Source>>) -> AnyView {
    let (rank, is_tied) = (one.rank.to_string(), one.is_tied);
    let shown = rank.clone();
    let shown = move || if is_tied { app.t(words::TIED).replace("{rank}", &shown) } else { shown.clone() };
    let indicated = one.what.indicated.clone();
    let amount = |amount: Option<_>| amount.map(amount_words).unwrap_or_default();
    let (part, whole) = (amount(indicated.part.amount), amount(indicated.whole.amount));
    view! {
        <tr data-rank=rank>
            <td>{shown}</td>
            <th scope="row">{one.what.name.clone()}</th>
            <td>
                <Opens indicated sources />
            </td>
            <td class="table__number">{part}</td>
            <td class="table__number">{whole}</td>
        </tr>
    }
    .into_any()
}

fn list(title: Text, names: &[String], lang: Lang) -> String {
    let sentence = if names.is_empty() { words::NOBODY } else { words::LIST };
    sentence
        .get(lang)
        .replace("{list}", title.get(lang))
        .replace("{count}", &names.len().to_string())
        .replace("{names}", &names.join(", "))
}
