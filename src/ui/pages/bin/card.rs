//! One entry of the bin. What cannot be taken back is asked in its place, with what goes.

use leptos::prelude::*;

use crate::state::App;
use crate::state::bin::{BinEntry, InBin};
use crate::state::page::focus;
use crate::words::catalogue::{bin as words, library};
use crate::words::{Lang, format};

use super::size;

/// What is being asked at an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    /// Nothing.
    Nothing,
    /// Whether it is to be deleted for good.
    EmptyOut,
    /// Whether what is here meanwhile gives way.
    IsHere,
}

/// An entry.
#[component]
pub(super) fn Card(entry: InBin) -> impl IntoView {
    let app = App::get();
    let key = entry.key().to_owned();
    let handle = key.clone();
    let entry = StoredValue::new(entry);
    let lines = move || {
        let lang = app.lang();
        entry.with_value(|entry| match entry {
            InBin::Entry(entry) => vec![deleted(app, entry, lang), holds(entry, lang)],
            InBin::Broken(record) => vec![words::BROKEN.get(lang).to_owned(), record.detail.clone()],
        })
    };
    let title = move || entry.with_value(|entry| title(entry, app.lang()));
    let of = move || {
        entry.with_value(|entry| match entry {
            InBin::Entry(entry) if entry.visit.is_some() => {
                Some(app.t(words::OF).replace("{topic}", &topic(entry, app.lang())))
            }
            InBin::Entry(_) | InBin::Broken(_) => None,
        })
    };
    view! {
        <li class="card" data-binned=handle>
            <h2 class="card__title">{title}</h2>
            {move || of().map(|of| view! { <p class="card__fact card__fact--strong">{of}</p> })}
            {move || lines().into_iter().map(|line| view! { <p class="card__fact">{line}</p> }).collect_view()}
            <Ways entry key />
        </li>
    }
}

/// The way back, the way out, and what is asked on them.
#[component]
fn Ways(entry: StoredValue<InBin>, key: String) -> impl IntoView {
    let app = App::get();
    let asking = RwSignal::new(Asking::Nothing);
    let first = format!("bin-{key}");
    let ask = {
        let first = first.clone();
        Callback::new(move |what: Asking| {
            asking.set(what);
            // The button that was tapped goes; the keys stay at the entry.
            let first = first.clone();
            request_animation_frame(move || {
                focus(&first);
            });
        })
    };
    let is_here = Callback::new(move |()| ask.run(Asking::IsHere));
    let key = StoredValue::new(key);
    let restore = move |replace: bool| app.restore(key.get_value(), replace, Some(is_here));
    let busy = app.library.busy();
    let question = move || match asking.get() {
        Asking::Nothing => None,
        Asking::EmptyOut => Some(entry.with_value(|entry| empty_out(entry, app.lang()))),
        Asking::IsHere => Some(app.t(words::IS_HERE).to_owned()),
    };
    let buttons = move || {
        let first = first.clone();
        let (yes, handle, no) = match asking.get() {
            Asking::Nothing => (words::RESTORE, "restore", words::EMPTY_OUT),
            Asking::EmptyOut => (words::EMPTY_OUT_NOW, "empty-out-now", words::KEEP),
            Asking::IsHere => (words::REPLACE, "restore-over", words::LEAVE),
        };
        let act = move |_| match asking.get_untracked() {
            Asking::Nothing => restore(false),
            Asking::EmptyOut => app.empty_from_bin(key.get_value()),
            Asking::IsHere => restore(true),
        };
        let other = move |_| match asking.get_untracked() {
            Asking::Nothing => ask.run(Asking::EmptyOut),
            Asking::EmptyOut | Asking::IsHere => ask.run(Asking::Nothing),
        };
        let danger = asking.get() == Asking::EmptyOut;
        view! {
            <button
                type="button"
                class="button"
                class:button--danger=danger
                id=first
                data-testid=handle
                disabled=move || busy.get()
                on:click=act
            >
                {move || app.t(yes)}
            </button>
            <button type="button" class="button button--quiet" data-testid="empty-out" on:click=other>
                {move || app.t(no)}
            </button>
        }
    };
    view! {
        <p class="bin__question" role="alert">{question}</p>
        <div class="form__buttons">{buttons}</div>
    }
}

fn topic(entry: &BinEntry, lang: Lang) -> String {
    let topic = entry.topic.trim();
    if topic.is_empty() { library::NO_TOPIC.get(lang).to_owned() } else { topic.to_owned() }
}

/// What it is.
fn title(entry: &InBin, lang: Lang) -> String {
    match entry {
        InBin::Broken(record) => record.key.clone(),
        InBin::Entry(entry) => match &entry.visit {
            None => topic(entry, lang),
            Some(visit) => words::VISIT
                .get(lang)
                .replace("{date}", &visit.date.map(format::date).unwrap_or_default())
                .replace("{unit}", &visit.unit),
        },
    }
}

/// When it was deleted, by whom, and how long it stays.
fn deleted(app: App, entry: &BinEntry, lang: Lang) -> String {
    let local = app.local(entry.deleted.at);
    let time = format!("{} {}", format::time(local), format::date(local.date()));
    let by =
        [&entry.deleted.by, &entry.deleted.device].into_iter().map(|name| name.trim()).find(|name| !name.is_empty());
    let deleted = match by {
        Some(by) => words::DELETED.get(lang).replace("{time}", &time).replace("{by}", by),
        None => words::DELETED_AT.get(lang).replace("{time}", &time),
    };
    let left = match entry.days_left(app.now()) {
        0 => words::LAST_DAY.get(lang).to_owned(),
        days => words::LEFT.get(lang).replace("{n}", &days.to_string()),
    };
    format!("{deleted}; {left}.")
}

/// What is in it, in numbers.
fn holds(entry: &BinEntry, lang: Lang) -> String {
    let number = |number: usize| format::count(number as u64);
    words::HOLDS
        .get(lang)
        .replace("{visits}", &number(entry.visits))
        .replace("{answers}", &number(entry.answers))
        .replace("{dossiers}", &number(entry.dossiers))
        .replace("{size}", &size(entry.bytes))
}

/// The question before it is gone.
fn empty_out(entry: &InBin, lang: Lang) -> String {
    let (what, holds) = match entry {
        InBin::Entry(short) => (format!("“{}”", title(entry, lang)), holds(short, lang)),
        InBin::Broken(_) => (words::SOMETHING.get(lang).to_owned(), words::ALL_OF_IT.get(lang).to_owned()),
    };
    words::EMPTY_OUT_ASK.get(lang).replace("{what}", &what).replace("{holds}", &holds)
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::answer::Stamp;
    use crate::domain::fixture::day;
    use crate::domain::id::{SupervisionId, VisitId};
    use crate::storage::store::BinnedVisit;

    fn entry(visit: Option<BinnedVisit>) -> InBin {
        InBin::Entry(Box::new(BinEntry {
            key: "1-s".to_owned(),
            supervision: SupervisionId::new("s").unwrap(),
            topic: "Cải cách hành chính".to_owned(),
            visit,
            deleted: Stamp { at: DateTime::UNIX_EPOCH, by: String::new(), device: String::new() },
            visits: 3,
            answers: 1_200,
            dossiers: 30,
            bytes: 2_500_000,
        }))
    }

    #[test]
    fn what_goes_for_good_is_named_with_its_numbers() {
        assert_eq!(
            empty_out(&entry(None), Lang::Vi),
            "Xóa hẳn “Cải cách hành chính”: mất 3 buổi làm việc, 1.200 mục đã trả lời, 30 hồ sơ mẫu; 3 MB. \
             Không lấy lại được nữa."
        );
        let visit = BinnedVisit {
            id: VisitId::new("v").unwrap(),
            unit: "UBND xã Ia Rmok".to_owned(),
            date: Some(day(2023, 5, 16)),
        };
        let asked = empty_out(&entry(Some(visit)), Lang::Vi);
        assert!(asked.starts_with("Xóa hẳn “Buổi làm việc ngày 16/5/2023, UBND xã Ia Rmok”"), "{asked}");
    }
}
