//! The fields of the form, in the order in which the papers are turned over.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::dossier::{Cause, Channel, Dossier, Letter as LetterPaper, State};
use crate::domain::id::DossierId;
use crate::domain::supervision::Level;
use crate::state::{App, Session};
use crate::ui::components::choice::Choice;
use crate::ui::components::date_field::{DateField, TypedDate};
use crate::ui::components::field::Field;
use crate::ui::components::select::Select;
use crate::ui::components::stops::Stops;
use crate::ui::components::term_field::TermField;
use crate::ui::components::text_field::TextField;
use crate::ui::components::typed::{CountText, counted, typed};
use crate::words::Text;
use crate::words::catalogue::dossier as columns;
use crate::words::catalogue::dossiers as words;
use crate::words::{format, parse};

use super::draft::{Draft, MOST_TIMES};
use super::known::{BODIES, FIELDS, PROCEDURES, SIGNERS};
use super::open_prefix;

/// All fields.
#[component]
pub(super) fn Fields(
    /// The open visit.
    session: Session,
    /// The dossier.
    id: DossierId,
    /// What is typed.
    draft: Draft,
) -> impl IntoView {
    resolve_when_returned(draft);
    let of = StoredValue::new(id.clone());
    let day =
        move |name: &'static str, label: Text, value: RwSignal<TypedDate>, read: fn(&Dossier) -> Option<NaiveDate>| {
            day_field(session, &of.get_value(), name, label, value, read)
        };
    let has_letter = Memo::new(move |_| draft.apology.get() == Some(true));
    give_up_hidden(session, draft, id.clone());
    let other_open = untrack(|| !draft.stops.drafts().is_empty() || draft.linked.get().is_some());
    let app = App::get();
    let group = move |title: Text| view! { <legend>{move || app.t(title)}</legend> };
    view! {
        <fieldset class="form__group form__group--first">
            {group(words::GROUP_DOSSIER)}
            <CodeField session id draft />
            <TextField id="procedure" label=columns::PROCEDURE value=draft.procedure list=PROCEDURES />
            <div class="form__row">
                <TextField id="sector" label=columns::FIELD value=draft.field list=FIELDS />
                {select("channel", columns::CHANNEL, &Channel::ALL.map(Channel::label), words::NOT_SAID, draft.channel)}
            </div>
        </fieldset>
        <fieldset class="form__group">
            {group(words::GROUP_RECEIPT)}
            <div class="form__row">
                {day("received", columns::RECEIVED, draft.received, |dossier| Some(dossier.received?.date))}
                <TermField id="term" draft=draft.term />
            </div>
            {looked("slip", columns::SLIP, draft.slip)}
            <Appointed session id=of.get_value() draft />
        </fieldset>
        <fieldset class="form__group">
            {group(words::GROUP_RESULT)}
            <div class="form__row">
                {day("returned", columns::RETURNED, draft.returned, |dossier| dossier.returned)}
                {select("state", columns::STATE, &State::ALL.map(State::label), words::NOT_SAID, draft.state)}
            </div>
            <div class="form__row">
                {times("additions", columns::ADDITIONS, draft.additions)}
                {looked("in-system", columns::IN_SYSTEM, draft.in_system)}
            </div>
        </fieldset>
        <fieldset class="form__group">
            {group(words::GROUP_APOLOGY)}
            {looked("apology", columns::APOLOGY, draft.apology)}
            <Show when=move || has_letter.get()>
                <Letter session id=of.get_value() draft />
            </Show>
            <div class="form__row">
                {select("cause", columns::CAUSE, &Cause::ALL.map(Cause::label), words::NOT_SAID, draft.cause)}
                <TextField id="body" label=columns::BODY_AT_FAULT value=draft.body list=BODIES />
            </div>
        </fieldset>
        <details class="form__more" open=other_open>
            <summary>{move || app.t(words::GROUP_OTHER)}</summary>
            <div class="form">
                <div class="form__row">
                    <Field id="received-at" label=move || app.t(columns::RECEIVED_AT).to_owned()>
                        <input class="input input--date" id="received-at" type="time" use:typed=draft.received_at />
                    </Field>
                    {select("level", columns::LEVEL, &Level::ALL.map(Level::label), words::UNIT_LEVEL, draft.level)}
                </div>
                <Stops list=draft.stops />
                {looked("linked", columns::LINKED, draft.linked)}
            </div>
        </details>
    }
}

/// The code, with a word where another dossier has it.
#[component]
fn CodeField(session: Session, id: DossierId, draft: Draft) -> impl IntoView {
    let is_double = Memo::new(move |_| {
        let code = draft.code.read().trim().to_owned();
        let same = |visit: &crate::domain::visit::Visit| {
            let others = visit.dossiers.iter().filter(|(other, _)| **other != id);
            others.map(|(_, held)| &held.dossier).any(|other| other.code.trim() == code)
        };
        !code.is_empty() && session.samples(same)
    });
    let error = Signal::derive(move || is_double.get().then_some(words::SAME_CODE));
    view! { <TextField id="code" label=columns::CODE value=draft.code error /> }
}

/// The date on the slip: typed, as reckoned, or not there.
#[component]
fn Appointed(session: Session, id: DossierId, draft: Draft) -> impl IntoView {
    let app = App::get();
    let id = StoredValue::new(id);
    let has_slip = Memo::new(move |_| draft.slip.get() != Some(false));
    let due = Memo::new(move |_| {
        let dossier = draft.dossier(&Dossier::default());
        session.judge_typed(&dossier)?.due.map(|due| due.date)
    });
    let take = move |_| {
        if let Some(date) = due.get_untracked() {
            draft.appointed.set(TypedDate::Day(date));
        }
    };
    view! {
        <Show when=move || has_slip.get()>
            <div class="form__row">
                {day_field(session, &id.get_value(), "appointed", columns::APPOINTED, draft.appointed, |dossier| {
                    dossier.appointed.is().copied()
                })}
                <div class="dossier-form__beside">
                    {move || {
                        due.get()
                            .map(|date| {
                                let label = move || app.t(words::AS_RECKONED).replace("{date}", &format::date(date));
                                view! { <button type="button" class="button" on:click=take>{label}</button> }
                            })
                    }} {flag("without-date", words::WITHOUT_DATE, draft.without_date, draft.appointed)}
                </div>
            </div>
        </Show>
    }
}

/// What the letter says.
#[component]
fn Letter(session: Session, id: DossierId, draft: Draft) -> impl IntoView {
    let day = move |name: &'static str,
                    label: Text,
                    value: RwSignal<TypedDate>,
                    read: fn(&LetterPaper) -> Option<NaiveDate>| {
        day_field(session, &id, name, label, value, move |dossier| read(dossier.letter()?))
    };
    let no_reason = Memo::new(move |_| draft.reason.read().is_empty());
    let app = App::get();
    view! {
        <div class="form__row">
            <TextField id="letter-number" label=columns::APOLOGY_NUMBER value=draft.number />
            {day("letter-date", columns::APOLOGY_DATE, draft.letter_date, |letter| letter.date)}
        </div>
        <TextField id="reason" label=columns::REASON value=draft.reason />
        <Show when=move || no_reason.get()>
            <label class="tick">
                <input type="checkbox" id="without-reason" bind:checked=draft.without_reason />
                <span>{move || app.t(words::WITHOUT_REASON)}</span>
            </label>
        </Show>
        <div class="form__row">
            {day("new-date", columns::NEW_DATE, draft.new_date, |letter| letter.new_date.is().copied())}
            {flag("without-new-date", words::WITHOUT_NEW_DATE, draft.without_new_date, draft.new_date)}
        </div>
        <div class="form__row">
            <TextField id="signed-by" label=columns::SIGNED_BY value=draft.signed_by list=SIGNERS />
            {times("times", columns::TIMES_REAPPOINTED, draft.times)}
        </div>
        <div class="form__row">
            {looked("posted", columns::POSTED, draft.posted)} {looked("uploaded", columns::UPLOADED, draft.uploaded)}
        </div>
    }
}

/// A date of the dossier: `read` gives what is stored of it. A date that is not taken is kept under the field's name.
fn day_field(
    session: Session,
    id: &DossierId,
    name: &'static str,
    label: Text,
    value: RwSignal<TypedDate>,
    read: impl Fn(&Dossier) -> Option<NaiveDate> + Send + Sync + 'static,
) -> AnyView {
    let open = session.open_text(format!("{}{name}", open_prefix(id)));
    let id = id.clone();
    let stored = Signal::derive(move || session.samples(|visit| read(&visit.dossiers.get(&id)?.dossier)));
    view! { <DateField id=name label value steps_from=visit_day(session) stored open /> }.into_any()
}

/// The day on which an empty date begins to be stepped: that of the visit.
fn visit_day(session: Session) -> chrono::NaiveDate {
    untrack(|| session.visit(|visit| visit.date))
}

/// Dates that are not taken go with the fields that a choice takes away.
fn give_up_hidden(session: Session, draft: Draft, id: DossierId) {
    Effect::new(move |_| {
        let (slip, apology) = (draft.slip.get(), draft.apology.get());
        let hidden = [
            ("appointed", slip == Some(false)),
            ("letter-date", apology != Some(true)),
            ("new-date", apology != Some(true)),
        ];
        for (name, _) in hidden.into_iter().filter(|(_, is_hidden)| *is_hidden) {
            session.release_text(&format!("{}{name}", open_prefix(&id)));
        }
    });
}

/// A dossier that was returned is no longer open.
fn resolve_when_returned(draft: Draft) {
    let of = |state: Option<State>| {
        state.and_then(|state| State::ALL.iter().position(|one| *one == state)).map_or(0, |place| place + 1)
    };
    let open = [of(None), of(Some(State::Processing)), of(Some(State::AwaitingAdditions))];
    Effect::new(move |before: Option<bool>| {
        let is_returned = draft.returned.get().day().is_some();
        if before == Some(false) && is_returned && open.contains(&draft.state.get_untracked()) {
            draft.state.set(of(Some(State::Resolved)));
        }
        is_returned
    });
}

/// Yes, no, or nobody looked.
fn looked(name: &'static str, label: Text, value: RwSignal<Option<bool>>) -> AnyView {
    let options = vec![(Some(true), words::YES), (Some(false), words::NO), (None, words::NOT_SEEN)];
    view! { <Choice name label options value /> }.into_any()
}

/// A list whose first option says that nothing is said.
fn select(id: &'static str, label: Text, options: &[Text], none: Text, value: RwSignal<usize>) -> AnyView {
    let options = std::iter::once(none).chain(options.iter().copied()).collect();
    view! { <Select id label options value /> }.into_any()
}

/// How many times.
fn times(id: &'static str, label: Text, value: RwSignal<String>) -> AnyView {
    let app = App::get();
    let count = CountText::new(value, MOST_TIMES);
    let error = Signal::derive(move || {
        count.said(parse::count(&value.read(), MOST_TIMES).is_err().then_some(words::COUNT_WRONG))
    });
    view! {
        <Field id label=move || app.t(label).to_owned() error>
            <input
                class="input input--count"
                id=id
                type="text"
                inputmode="numeric"
                autocomplete="off"
                use:counted=count
            />
        </Field>
    }
    .into_any()
}

/// That a date is not on the paper; asked only while none is typed.
fn flag(id: &'static str, label: Text, value: RwSignal<bool>, date: RwSignal<TypedDate>) -> AnyView {
    let app = App::get();
    let is_asked = Memo::new(move |_| date.get() == TypedDate::Blank);
    view! {
        <Show when=move || is_asked.get()>
            <label class="tick">
                <input type="checkbox" id=id bind:checked=value />
                <span>{move || app.t(label)}</span>
            </label>
        </Show>
    }
    .into_any()
}
