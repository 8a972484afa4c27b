//! A small chart of bars, readable on paper: each bar has its label and its value in words.

use leptos::prelude::*;

use crate::report::chart::Chart;
use crate::state::App;
use crate::words::catalogue::coverage as words;
use crate::words::format;

/// Height of a bar with its label, and of a bar, in the drawing's units.
const STEP: usize = 44;
const BAR: usize = 14;
/// Width of the drawing.
const WIDTH: usize = 640;

/// The bars.
#[component]
pub(super) fn Bars(chart: Chart) -> impl IntoView {
    let app = App::get();
    let (name, unit) = (chart.name, chart.unit);
    let height = chart.bars.len() * STEP;
    let bars = chart.bars.into_iter().enumerate().map(|(place, bar)| {
        let top = place * STEP;
        let length = format!("{}%", format::meter_percent(&bar.share));
        let value = format::count(bar.value);
        let label = if bar.label.is_empty() { words::NOT_GIVEN.vi.to_owned() } else { bar.label };
        let sentence = move || {
            app.t(words::BAR).replace("{label}", &label).replace("{value}", &value).replace("{unit}", app.t(unit))
        };
        view! {
            <text class="chart__label" x="0" y=top + 18>{sentence}</text>
            <rect class="chart__ground" x="0" y=top + 24 width="100%" height=BAR rx="3"></rect>
            <rect class="chart__bar" x="0" y=top + 24 width=length height=BAR rx="3"></rect>
        }
    });
    view! {
        <figure class="chart">
            <figcaption>{move || app.t(name)}</figcaption>
            <svg viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-label=move || app.t(name)>
                {bars.collect_view()}
            </svg>
        </figure>
    }
}
