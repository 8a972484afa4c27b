//! The day of a visit and the people present.

use leptos::prelude::*;

use crate::ui::components::date_field::{DateField, TypedDate};
use crate::ui::components::form_draft::FormFields;
use crate::ui::components::text_field::TextField;
use crate::words::Text;
use crate::words::catalogue::forms as words;

/// What is typed.
#[derive(Clone, Copy)]
pub struct Details {
    pub date: RwSignal<TypedDate>,
    pub present: RwSignal<String>,
}

impl Details {
    /// The fields by their names, for what is kept of the form around them.
    pub fn fields(self) -> FormFields {
        FormFields::default().field("date", self.date).field("present", self.present)
    }

    /// What is wrong with the day.
    pub fn date_problem(self) -> Option<Text> {
        match self.date.get() {
            TypedDate::Blank => Some(words::DATE_MISSING),
            TypedDate::Broken => Some(words::DATE_BROKEN),
            TypedDate::Day(_) => None,
        }
    }
}

/// The two fields.
#[component]
pub fn DetailFields(
    /// What is typed.
    details: Details,
    /// Whether what is wrong is said.
    tried: RwSignal<bool>,
) -> impl IntoView {
    let problem = Signal::derive(move || tried.get().then(|| details.date_problem()).flatten());
    view! {
        <DateField id="visit-date" label=words::DATE value=details.date error=problem required=true />
        <TextField id="present" label=words::PRESENT value=details.present hint=words::PRESENT_HINT rows=4 />
    }
}
