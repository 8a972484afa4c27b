//! The reason of "không áp dụng": one tap from the template's list, or words of one's own.

use leptos::prelude::*;

use crate::domain::answer::Answer;
use crate::words::catalogue::checklist as words;

use super::item::Row;

/// The reasons and the field, while the item is said not to apply.
pub(super) fn reason_part(row: &Row) -> impl Fn() -> Option<AnyView> + Send + use<> {
    let state = row.state.clone();
    let (template, lang) = (row.sheet.template.clone(), row.sheet.lang);
    move || {
        let reason = state.with(|state| match &state.entry.answer {
            Some(Answer::NotApplicable { reason }) => Some(reason.clone()),
            _ => None,
        })?;
        let is_missing = reason.trim().is_empty();
        let chips = template.not_applicable_reasons.iter().enumerate().map(|(position, text)| {
            let is_given = (text.vi == reason).to_string();
            view! {
                <button type="button" class="reason" data-do="reason" value=position.to_string() aria-pressed=is_given>
                    {text.get(lang).to_owned()}
                </button>
            }
        });
        Some(
            view! {
                <div class="not-applicable">
                    <div class="not-applicable__reasons">{chips.collect::<Vec<_>>()}</div>
                    <label class="figure figure--wide">
                        <span class="figure__label">{words::REASON.get(lang)}</span>
                        <input class="input" type="text" autocomplete="off" data-field="reason" prop:value=reason />
                    </label>
                    {is_missing.then(|| view! { <p class="not-applicable__missing">{words::REASON_MISSING.get(lang)}</p> })}
                </div>
            }
            .into_any(),
        )
    }
}
