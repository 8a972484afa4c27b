//! Charts in SVG that read on paper: each bar and point has its name and figure in words.

use leptos::prelude::*;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive};

use crate::domain::figures::Indicator;
use crate::domain::figures::ranking::Ranked;
use crate::domain::id::{LineKey, TableId};
use crate::report::ranking::{Among, Point, Stack, Stacked, Subject, amount_words, lengths, stacked, stacks, trend};
use crate::state::App;
use crate::words::catalogue::ranking as words;
use crate::words::fold::fold;
use crate::words::format;

use super::Source;

/// Width of a drawing; height of a bar with its label, and of a bar.
const WIDTH: usize = 640;
const STEP: usize = 44;
const BAR: usize = 14;
/// Height of the trend, and what its labels need above and below.
const TREND: usize = 220;
const MARGIN: usize = 40;

/// A share of the drawing's width as a whole number of its units.
fn along(share: &BigRational, of: usize) -> usize {
    (share * BigInt::from(of)).round().to_integer().to_usize().unwrap_or_default().min(of)
}

/// Bars in the order of the ranks.
#[component]
pub(super) fn Bars(
    /// The indicator.
    indicator: Indicator,
    /// What it ranks.
    ranked: Vec<Ranked<Subject>>,
) -> impl IntoView {
    let app = App::get();
    let shares: Vec<BigRational> = ranked.iter().map(|one| one.share.clone()).collect();
    let bars = ranked.iter().zip(lengths(&shares)).enumerate().map(|(place, (one, length))| {
        let top = place * STEP;
        let amount = |amount: Option<_>| amount.map(amount_words).unwrap_or_default();
        let label = words::BAR
            .vi
            .replace("{rank}", &one.rank.to_string())
            .replace("{name}", &one.what.name)
            .replace("{share}", &format::percent(&one.share))
            .replace("{part}", &amount(one.what.indicated.part.amount))
            .replace("{whole}", &amount(one.what.indicated.whole.amount));
        view! {
            <text class="chart__label" x="0" y=top + 18>{label}</text>
            <rect class="chart__ground" x="0" y=top + 24 width=WIDTH height=BAR rx="3"></rect>
            <rect class="chart__bar chart__bar--plain" x="0" y=top + 24 width=along(&length, WIDTH) height=BAR rx="3"></rect>
        }
    });
    let bars = bars.collect_view();
    let title = move || app.t(words::CHART).replace("{indicator}", indicator.name.get(app.lang()));
    let height = (ranked.len() * STEP).max(1);
    view! { <Drawing title=Signal::derive(title) height>{bars}</Drawing> }
}

#[component]
fn Drawing(
    /// What it shows.
    title: Signal<String>,
    /// Its height in its own units.
    height: usize,
    /// What is drawn.
    children: Children,
) -> impl IntoView {
    view! {
        <figure class="chart">
            <figcaption>{title}</figcaption>
            <svg viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-label=title lang="vi">
                {children()}
            </svg>
        </figure>
    }
}

/// What wholes are made of: early, on time and late side by side, and whatever else a form says adds up.
#[component]
pub(super) fn Make(
    /// The table.
    source: Source,
    /// Its units, or its sections.
    among: Among,
) -> impl IntoView {
    let drawn = stacks(&source.table.form).into_iter().filter_map(|stack| {
        let bars = stacked(&source.table, &stack, among);
        (!bars.is_empty()).then(|| view! { <StackedBars source=source.clone() stack bars /> })
    });
    drawn.collect_view()
}

#[component]
fn StackedBars(source: Source, stack: Stack, bars: Vec<Stacked>) -> impl IntoView {
    let app = App::get();
    let heading = move |source: &Source, key: &LineKey| {
        let column = source.table.form.column(key).and_then(|place| source.table.form.columns.get(place));
        let heading = column.and_then(|column| column.heading.last());
        heading.map(|heading| heading.get(app.lang()).to_owned()).unwrap_or_default()
    };
    let group = {
        let column = source.table.form.column(&stack.total).and_then(|place| source.table.form.columns.get(place));
        column.map(|column| column.heading.clone()).unwrap_or_default()
    };
    let title = move || {
        let heading: Vec<&str> = group.iter().map(|heading| heading.get(app.lang())).collect();
        app.t(words::STACKED).replace("{total}", &heading.join(" › "))
    };
    let height = bars.len() * STEP;
    let drawn = bars.into_iter().enumerate().map(|(place, bar)| {
        let top = place * STEP;
        let named: Vec<(LineKey, String)> =
            stack.parts.iter().cloned().zip(bar.parts.iter().map(|(amount, _)| amount_words(*amount))).collect();
        let (source, name) = (source.clone(), bar.name.clone());
        let label = move || {
            let parts: Vec<String> =
                named.iter().map(|(key, amount)| format!("{} {amount}", heading(&source, key).to_lowercase())).collect();
            words::STACKED_BAR.vi.replace("{name}", &name).replace("{parts}", &parts.join(", "))
        };
        let mut from = 0;
        let parts = bar.parts.iter().enumerate().map(|(at, (_, share))| {
            let (left, width) = (from, along(share, WIDTH));
            from = (from + width).min(WIDTH);
            view! { <rect class=format!("chart__part chart__part--{at}") x=left y=top + 24 width=width height=BAR></rect> }
        });
        let parts = parts.collect_view();
        view! {
            <text class="chart__label" x="0" y=top + 18>{label}</text>
            {parts}
        }
    });
    let drawn = drawn.collect_view();
    view! { <Drawing title=Signal::derive(title) height>{drawn}</Drawing> }
}

/// An indicator over the periods of the tables with the same form and body.
#[component]
pub(super) fn Trend(
    /// All tables.
    sources: Signal<Vec<Source>>,
    /// One of those that are followed.
    source: Source,
    /// The indicator.
    indicator: Indicator,
) -> impl IntoView {
    let app = App::get();
    let key = indicator.key.clone();
    let points = move || {
        let sources = sources.read();
        let same = |one: &&Source| {
            one.table.form.id == source.table.form.id && fold(&one.table.body) == fold(&source.table.body)
        };
        let tables: Vec<(&TableId, &_)> =
            sources.iter().filter(same).map(|one| (&one.id, one.table.as_ref())).collect();
        let points = trend(&tables, &key);
        points.into_iter().filter(|point| point.indicated.share().is_some()).collect::<Vec<_>>()
    };
    let title = Signal::derive(move || app.t(words::TREND).replace("{indicator}", indicator.name.get(app.lang())));
    move || match points() {
        points if points.len() < 2 => view! { <p class="hint">{move || app.t(words::NO_TREND)}</p> }.into_any(),
        points => view! { <Drawing title height=TREND + 2 * MARGIN>{line(&points)}</Drawing> }.into_any(),
    }
}

/// The line through the points, each with its share above and its period below; the ground is 0, the top the largest.
fn line(points: &[Point]) -> AnyView {
    let shares: Vec<BigRational> = points.iter().filter_map(|point| point.indicated.share()).collect();
    let heights = lengths(&shares);
    let step = WIDTH / points.len().max(1);
    let at = |place: usize, height: &BigRational| {
        let fallen = BigRational::one() - height;
        (place * step + step / 2, MARGIN + along(&fallen, TREND))
    };
    let places: Vec<(usize, usize)> = heights.iter().enumerate().map(|(place, height)| at(place, height)).collect();
    let path = places.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ");
    let labels = points.iter().zip(&shares).zip(places).map(|((point, share), (x, y))| {
        let name = if point.name.is_empty() { words::NO_PERIOD.vi.to_owned() } else { point.name.clone() };
        view! {
            <circle class="chart__point" cx=x cy=y r="5"></circle>
            <text class="chart__label" x=x y=y - 12 text-anchor="middle">{format::percent(share)}</text>
            <text class="chart__label" x=x y=TREND + MARGIN + 26 text-anchor="middle">{name}</text>
        }
    });
    view! {
        <line class="chart__axis" x1="0" x2=WIDTH y1=TREND + MARGIN y2=TREND + MARGIN></line>
        <polyline class="chart__line" points=path></polyline>
        {labels.collect_view()}
    }
    .into_any()
}
