//! A document as it would stand on paper.

use leptos::prelude::*;

use crate::report::Document;
use crate::report::document::{Align, Block, Paragraph, Rule};
use crate::state::App;
use crate::words::catalogue::apology as words;

/// The document. Its words are Vietnamese, as documents are.
#[component]
pub(super) fn Sheet(document: Document) -> impl IntoView {
    let app = App::get();
    let blocks = document.blocks.iter().map(|block| match block {
        Block::Paragraph(one) => paragraph(one),
        Block::Columns { left, right } => {
            let side = |part: &[Paragraph]| part.iter().map(paragraph).collect_view();
            view! {
                <div class="letter__columns">
                    <div>{side(left)}</div>
                    <div>{side(right)}</div>
                </div>
            }
            .into_any()
        }
    });
    view! {
        <article class="letter" lang="vi" aria-label=move || app.t(words::PREVIEW) data-testid="apology-letter">
            {blocks.collect_view()}
        </article>
    }
}

fn paragraph(paragraph: &Paragraph) -> AnyView {
    let align = match paragraph.align {
        Align::Left => "left",
        Align::Centre => "centre",
        Align::Right => "right",
        Align::Justified => "justified",
    };
    let rule = match paragraph.rule {
        Rule::None => "none",
        Rule::Whole => "whole",
        Rule::Part => "part",
    };
    let runs = paragraph.runs.iter().map(|run| {
        view! { <span class:letter__bold=run.bold class:letter__italic=run.italic>{run.text.clone()}</span> }
    });
    view! {
        <p
            class="letter__paragraph"
            data-align=align
            data-rule=rule
            data-first-line=paragraph.first_line.to_string()
            style:font-size=format!("{}pt", paragraph.points)
        >
            {runs.collect_view()}
        </p>
    }
    .into_any()
}
