//! Stencils: rows drawn once and copied for each item. A copy is one call to the browser where drawing takes a hundred,
//! so that 500 items open about as fast as on a page written by hand. What differs from item to item is filled into the
//! copy's places by [`super::item`].

use leptos::prelude::*;
use leptos::tachys::view::{Mountable, Render};
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use crate::domain::answer::Verdict;
use crate::domain::template::{AnswerSpec, Template};
use crate::words::Lang;
use crate::words::catalogue::checklist as words;

use super::figures::Figure;
use super::standing::Choice;

/// A drawing to copy.
#[derive(Clone)]
pub(super) struct Stencil(Element);

impl Stencil {
    fn draw(view: impl IntoView) -> Option<Self> {
        let host = document().create_element("div").ok()?;
        view.into_view().build().mount(&host, None);
        drop_comments(&host);
        host.first_element_child().map(Self)
    }

    /// A copy.
    pub(super) fn cut(&self) -> Option<Element> {
        self.0.clone_node_with_deep(true).ok()?.dyn_into().ok()
    }
}

/// Takes out the comments by which a view finds its places again: a stencil is never drawn a second time.
fn drop_comments(parent: &Node) {
    let mut next = parent.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        if child.node_type() == Node::COMMENT_NODE {
            // It throws only for a node that is not there.
            parent.remove_child(&child).ok();
        } else {
            drop_comments(&child);
        }
    }
}

/// The stencils of a checklist: one for the rows of each shape, and those for what joins a row later.
#[derive(Clone)]
pub(super) struct Stencils {
    rows: Vec<(Vec<Figure>, Stencil)>,
    number: Option<Stencil>,
    mean: Option<Stencil>,
    date: Option<Stencil>,
    note: Option<Stencil>,
    reason: Option<Stencil>,
    evidence: Option<Stencil>,
    overrule: Option<Stencil>,
}

impl Stencils {
    /// Draws what a template needs.
    pub(super) fn of(template: &Template, lang: Lang) -> Self {
        let mut rows: Vec<(Vec<Figure>, Stencil)> = Vec::new();
        for item in &template.items {
            let shape = Figure::all(&item.answer);
            if !rows.iter().any(|(known, _)| *known == shape)
                && let Some(stencil) = row(&shape, lang)
            {
                rows.push((shape, stencil));
            }
        }
        Self {
            rows,
            number: input("text", Some("numeric")),
            mean: input("text", Some("decimal")),
            date: input("date", None),
            note: Stencil::draw(view! { <textarea class="input note__text" rows="1" data-field="note"></textarea> }),
            reason: reason(template, lang),
            evidence: Stencil::draw(view! {
                <p class="item__evidence">
                    <b class="evidence__shown"></b>
                    <span class="evidence__failing"></span>
                    <a class="evidence__link"></a>
                </p>
            }),
            overrule: Stencil::draw(view! { <p class="item__overrule" aria-live="polite"></p> }),
        }
    }

    /// A row for an answer of this kind.
    pub(super) fn row(&self, spec: &AnswerSpec) -> Option<Element> {
        let shape = Figure::all(spec);
        self.rows.iter().find(|(known, _)| *known == shape)?.1.cut()
    }

    /// The field of a figure.
    pub(super) fn figure(&self, figure: Figure) -> Option<Element> {
        let stencil = match figure {
            Figure::Count => &self.number,
            Figure::Mean(_) => &self.mean,
            Figure::Date => &self.date,
        };
        stencil.as_ref()?.cut()
    }

    /// The field of the note.
    pub(super) fn note(&self) -> Option<Element> {
        self.note.as_ref()?.cut()
    }

    /// What the samples show.
    pub(super) fn evidence(&self) -> Option<Element> {
        self.evidence.as_ref()?.cut()
    }

    /// Whether an answer by hand stands over the samples.
    pub(super) fn overrule(&self) -> Option<Element> {
        self.overrule.as_ref()?.cut()
    }

    /// The reasons and their field.
    pub(super) fn reason(&self) -> Option<Element> {
        self.reason.as_ref()?.cut()
    }
}

fn row(shape: &[Figure], lang: Lang) -> Option<Stencil> {
    let of: &[Choice] = if shape.is_empty() { &Choice::ALL } else { &[Choice::NotApplicable] };
    let figures = (!shape.is_empty()).then(|| {
        view! {
            <div class="figures">{shape.iter().map(|_| figure_label()).collect::<Vec<_>>()}</div>
            <p class="item__result" aria-live="polite"></p>
            <p class="field__error" aria-live="polite"></p>
        }
    });
    Stencil::draw(view! {
        <article class="item">
            <p class="item__marks">
                <b class="item__code"></b>
                <span class="item__weight"></span>
                <span class="item__critical"></span>
            </p>
            <fieldset class="item__answer">
                <legend class="item__question"></legend>
                <p class="item__hint"></p>
                {figures}
                <div class="choices">{of.iter().map(|choice| radio(*choice, lang)).collect::<Vec<_>>()}</div>
            </fieldset>
            <p class="item__sources"></p>
            <div class="item__foot">
                <label class="note">
                    <span class="note__label">{words::NOTE.get(lang)}</span>
                </label>
                <button type="button" class="item__clear" data-do="clear">{words::CLEAR.get(lang)}</button>
            </div>
            <p class="item__stamp"></p>
        </article>
    })
}

fn radio(choice: Choice, lang: Lang) -> impl IntoView {
    let label = match choice {
        Choice::Met => Verdict::Met.label(),
        Choice::NotMet => Verdict::NotMet.label(),
        Choice::NotApplicable => words::NOT_APPLICABLE,
    };
    view! {
        <label>
            <input type="radio" value=choice.as_str() />
            <span>{label.get(lang)}</span>
        </label>
    }
}

fn figure_label() -> impl IntoView {
    view! {
        <label class="figure">
            <span class="figure__label"></span>
        </label>
    }
}

fn input(kind: &'static str, mode: Option<&'static str>) -> Option<Stencil> {
    Stencil::draw(view! {
        <input class="input figure__input" type=kind inputmode=mode autocomplete="off" data-field="figure" />
    })
}

/// One tap from the template's list, or words of one's own.
fn reason(template: &Template, lang: Lang) -> Option<Stencil> {
    let chips = template.not_applicable_reasons.iter().enumerate().map(|(position, text)| {
        view! {
            <button type="button" class="reason" data-do="reason" value=position.to_string()>
                {text.get(lang).to_owned()}
            </button>
        }
    });
    Stencil::draw(view! {
        <div class="not-applicable">
            <div class="not-applicable__reasons">{chips.collect::<Vec<_>>()}</div>
            <label class="figure">
                <span class="figure__label">{words::REASON.get(lang)}</span>
                <input class="input" type="text" autocomplete="off" data-field="reason" />
            </label>
            <p class="not-applicable__missing">{words::REASON_MISSING.get(lang)}</p>
        </div>
    })
}
