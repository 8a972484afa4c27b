//! The draft of the apology letter for a late dossier: a few fields on top, the letter as it would be signed below.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::calendar::{Length, WorkingCalendar};
use crate::domain::dossier::{Dossier, Judged, NewDate, propose_new_date};
use crate::domain::id::{DossierId, VisitId};
use crate::domain::regime::LegalBases;
use crate::report::{ApologyDraft, ApologyRequest, apology_letter, plain_text};
use crate::state::route::Route;
use crate::state::{App, Session};
use crate::ui::components::date_field::{DateField, TypedDate};
use crate::ui::components::draft_line::{At, DraftLine};
use crate::ui::components::field::Field;
use crate::ui::components::form_draft::{FormDraft, FormFields};
use crate::ui::components::text_field::TextField;
use crate::ui::components::typed::typed;
use crate::ui::pages::visit::bar::Page;
use crate::ui::pages::visit::opened::Opened;
use crate::words::catalogue::apology as words;
use crate::words::catalogue::dossiers::MISSING;
use crate::words::{format, parse};

mod sheet;

use sheet::Sheet;

/// How many working days more are proposed.
const MORE_DAYS: &str = "5";

/// The draft for a dossier.
#[component]
pub fn Apology(
    /// Which visit.
    id: VisitId,
    /// Which dossier.
    dossier: DossierId,
) -> impl IntoView {
    let draw = move |session| view! { <Drafting session dossier=dossier.clone() /> };
    view! { <Opened id page=Page::Dossiers draw /> }
}

/// The fields as typed.
#[derive(Clone, Copy)]
struct Fields {
    issuer: RwSignal<String>,
    above: RwSignal<String>,
    number: RwSignal<String>,
    place: RwSignal<String>,
    date: RwSignal<TypedDate>,
    reason: RwSignal<String>,
    more_days: RwSignal<String>,
    signer: RwSignal<String>,
}

impl Fields {
    /// What is known beforehand: the unit, the place, and what an earlier letter said.
    fn new(session: Session, today: NaiveDate, dossier: Option<&Dossier>) -> Self {
        let letter = dossier.and_then(Dossier::letter).cloned().unwrap_or_default();
        let text = |text: String| RwSignal::new(text);
        Self {
            issuer: text(session.unit().name),
            above: text(String::new()),
            number: text(letter.number),
            place: text(session.supervision().place),
            date: RwSignal::new(TypedDate::Day(letter.date.unwrap_or(today))),
            reason: text(letter.reason.is().cloned().unwrap_or_default()),
            more_days: text(MORE_DAYS.to_owned()),
            signer: text(letter.signed_by),
        }
    }

    /// The fields by their names, for what is kept of the form.
    fn bound(self) -> FormFields {
        FormFields::default()
            .field("above", self.above)
            .field("issuer", self.issuer)
            .field("number", self.number)
            .field("place", self.place)
            .field("reason", self.reason)
            .field("date", self.date)
            .field("more-days", self.more_days)
            .field("signer", self.signer)
    }

    fn new_date(self, dossier: &Dossier, calendar: &WorkingCalendar) -> Option<NewDate> {
        let typed = parse::count(&self.more_days.read(), u64::from(Length::MOST)).ok()??;
        let days = Length::new(u32::try_from(typed).ok()?).ok()?;
        propose_new_date(dossier, self.date.get().day()?, days, calendar).ok()
    }

    /// The letter, or the sentence why there is none.
    fn letter(
        self,
        dossier: &Dossier,
        judged: &Judged,
        bases: &LegalBases,
        calendar: &WorkingCalendar,
    ) -> Result<ApologyDraft, crate::words::Text> {
        let (issuer, above, number) = (self.issuer.get(), self.above.get(), self.number.get());
        let (place, reason, signer) = (self.place.get(), self.reason.get(), self.signer.get());
        let request = ApologyRequest {
            dossier,
            judged,
            above: &above,
            issuer: &issuer,
            counter: "",
            number: &number,
            place: &place,
            date: self.date.get().day(),
            reason: &reason,
            new_date: self.new_date(dossier, calendar).map(|new| new.due.date),
            signer_post: &signer,
        };
        apology_letter(&request, bases, calendar).map_err(|none| none.label())
    }
}

#[component]
fn Drafting(session: Session, dossier: DossierId) -> impl IntoView {
    let app = App::get();
    session.want_calendar();
    let bases = app.legal_in_use();
    let held = untrack(|| session.samples(|visit| Some(visit.dossiers.get(&dossier)?.dossier.clone())));
    let fields = Fields::new(session, app.today(), held.as_ref());
    let kept = FormDraft::lasting(app, "apology", format!("visit/{}/apology/{dossier}", session.id()), fields.bound());
    let back = Route::Dossier(session.id(), Some(dossier.clone())).href();
    let draft = Memo::new(move |_| {
        let (dossier, judged) = session.dossier(&dossier)?;
        let calendar: Arc<WorkingCalendar> = session.judging_calendar()?;
        let bases = bases.read();
        let bases = &bases.ready()?.value;
        let new = fields.new_date(&dossier, &calendar).map(|new| (new.due.date, new.due.provisional));
        Some((fields.letter(&dossier, &judged, bases, &calendar), new))
    });
    let missing = held.is_none();
    let letter = move || {
        let (letter, new) = draft.get()?;
        Some(match letter {
            Err(sentence) => view! { <p class="empty">{app.t(sentence)}</p> }.into_any(),
            Ok(letter) => view! { <Letter letter new /> }.into_any(),
        })
    };
    view! {
        <div class="page page--apology">
            <div class="apology__form form">
                <h2>{move || app.t(words::TITLE)}</h2>
                {missing.then(|| view! { <p class="empty">{move || app.t(MISSING)}</p> })}
                <p class="field__hint">{move || app.t(words::HINT)}</p>
                <DraftLine draft=kept at=At::Head />
                <div class="form__row">
                    <TextField id="above" label=words::ABOVE value=fields.above />
                    <TextField id="issuer" label=words::ISSUER value=fields.issuer />
                </div>
                <div class="form__row">
                    <TextField id="number" label=words::NUMBER value=fields.number />
                    <TextField id="place" label=words::PLACE value=fields.place />
                </div>
                <TextField id="reason" label=words::REASON value=fields.reason rows=2 />
                <div class="form__row">
                    <DateField id="issued" label=words::DATE value=fields.date steps_from=app.today() />
                    <Field id="more-days" label=move || app.t(words::MORE_DAYS).to_owned()>
                        <input
                            class="input input--count"
                            id="more-days"
                            type="text"
                            inputmode="numeric"
                            autocomplete="off"
                            use:typed=fields.more_days
                        />
                    </Field>
                </div>
                <TextField id="signer" label=words::SIGNER value=fields.signer />
                <DraftLine draft=kept at=At::Foot />
            </div>
            {letter}
            <p class="apology__form">
                <a class="button" href=back>{move || app.t(words::BACK)}</a>
            </p>
        </div>
    }
}

/// The letter with what to look at, and what is done with it.
#[component]
fn Letter(letter: ApologyDraft, new: Option<(NaiveDate, bool)>) -> impl IntoView {
    let app = App::get();
    let text = StoredValue::new(plain_text(&letter.document));
    let new = new.map(|(date, provisional)| {
        view! {
            <p class="apology__new" data-testid="new-date" data-date=date.to_string()>
                {move || app.t(words::NEW_DATE).replace("{date}", &format::date(date))}
            </p>
            {provisional.then(|| view! { <p class="reckoner__doubt">{move || app.t(words::PROVISIONAL)}</p> })}
        }
    });
    let warnings = letter.warnings.clone();
    let some = !warnings.is_empty();
    let copy = move |_| app.copy(text.get_value(), words::COPIED, words::NOT_COPIED);
    view! {
        <div class="apology__form">
            {new}
            {some
                .then(|| {
                    view! {
                        <h3>{move || app.t(words::WARNINGS)}</h3>
                        <ul class="apology__warnings">
                            {warnings
                                .into_iter()
                                .map(|warning| view! { <li>{move || warning.words(app.lang())}</li> })
                                .collect_view()}
                        </ul>
                    }
                })}
            <div class="form__buttons">
                <button type="button" class="button button--primary" on:click=move |_| app.print()>
                    {move || app.t(words::PRINT)}
                </button>
                <button type="button" class="button" data-testid="copy-letter" on:click=copy>
                    {move || app.t(words::COPY)}
                </button>
            </div>
        </div>
        <Sheet document=letter.document />
    }
}
