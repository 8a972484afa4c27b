//! A passage while it is worked on: the fields, the picks as they were last read, and what a person made of them. All of it is
//! a draft until the passage is kept; then passage and ties are stored together.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::domain::answer::MAX_TEXT_BYTES;
use crate::domain::edit::{StatementField, carry_over};
use crate::domain::figures::statement::MAX_PICKS;
use crate::domain::figures::{Pick, Picked, Relation, Statement, scan};
use crate::domain::id::StatementId;
use crate::state::drafts::{of_json, to_json};
use crate::state::{App, Session};
use crate::ui::components::form_draft::{FormDraft, FormFields};
use crate::words::Text;
use crate::words::catalogue::audit::statement as words;

use super::following::{follow, number};

/// How long after the last key a text is read.
const PAUSE: Duration = Duration::from_millis(400);

/// The passage. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    /// The open visit.
    pub(super) session: Session,
    /// Its id, which a new one has from the start.
    pub(super) id: StoredValue<StatementId>,
    /// Whether it was not kept yet.
    pub(super) is_new: bool,
    /// Where it stands.
    pub(super) place: RwSignal<String>,
    /// Who reports.
    pub(super) body: RwSignal<String>,
    /// The text as it is typed.
    pub(super) text: RwSignal<String>,
    /// All of it as it was last read: text and picks fit each other.
    pub(super) read: RwSignal<Arc<Statement>>,
    /// What a person ticked or unticked of what is proposed.
    pub(super) ticks: RwSignal<Vec<(Relation, bool)>>,
    /// What a person tied.
    pub(super) made: RwSignal<Vec<Relation>>,
    /// The pick that is looked at.
    pub(super) chosen: RwSignal<Option<u32>>,
    /// The pick that is being tied.
    pub(super) tying: RwSignal<Option<u32>>,
    /// Whether it was tried to keep it; faults are told from then on.
    pub(super) tried: RwSignal<bool>,
    /// What the visit said of it when the form was opened, or kept last.
    base: StoredValue<Statement>,
    /// The picks that were kept, by their numbers: what is proposed for them was seen before.
    known: StoredValue<Vec<u32>>,
    next: StoredValue<u32>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Draft {
    /// A new passage, or one that is there.
    pub(super) fn new(app: App, session: Session, held: Option<(StatementId, Statement)>) -> Option<Self> {
        let is_new = held.is_none();
        let (id, statement) = match held {
            Some(held) => held,
            None => (StatementId::new(app.new_sorted_id(0)).ok()?, Statement::default()),
        };
        let known: Vec<u32> = statement.picks.iter().map(|pick| pick.number).collect();
        let next = known.iter().max().map_or(1, |last| last + 1);
        let draft = Self {
            session,
            id: StoredValue::new(id),
            is_new,
            place: RwSignal::new(statement.place.clone()),
            body: RwSignal::new(statement.body.clone()),
            text: RwSignal::new(statement.text.clone()),
            base: StoredValue::new(statement.clone()),
            read: RwSignal::new(Arc::new(statement)),
            ticks: RwSignal::default(),
            made: RwSignal::default(),
            chosen: RwSignal::new(None),
            tying: RwSignal::new(None),
            tried: RwSignal::new(false),
            known: StoredValue::new(known),
            next: StoredValue::new(next),
            timer: StoredValue::new(None),
        };
        on_cleanup(move || draft.stop());
        Some(draft)
    }

    /// What is kept of the form: the fields, the picks as a person left them, and what was ticked and tied.
    pub(super) fn kept_form(self, app: App) -> FormDraft {
        let key = if self.is_new { "new".to_owned() } else { self.id.with_value(ToString::to_string) };
        let text = move |text: &str| {
            self.text.set(text.to_owned());
            self.read_soon();
        };
        let picks = move || self.read.with(|read| to_json(&(&read.text, &read.picks)));
        let take_picks = move |text: &str| {
            let Some((text, picks)) = of_json::<(String, Vec<Pick>)>(text) else { return };
            let next = picks.iter().map(|pick| pick.number + 1).max().unwrap_or(1);
            self.next.update_value(|now| *now = next.max(*now));
            self.read.update(|read| *read = Arc::new(Statement { text, picks, ..(**read).clone() }));
            self.read_soon();
        };
        let ties = move || to_json(&(self.ticks.get(), self.made.get()));
        let take_ties = move |text: &str| {
            let Some((ticks, made)) = of_json::<(Vec<(Relation, bool)>, Vec<Relation>)>(text) else { return };
            self.ticks.set(ticks);
            self.made.set(made);
        };
        // The ties of a new passage name it by its id.
        let id = move || self.id.with_value(ToString::to_string);
        let take_id = move |text: &str| {
            if let Ok(id) = StatementId::new(text) {
                self.id.set_value(id);
            }
        };
        let fields = FormFields::default()
            .bound("id", id, take_id)
            .carried()
            .field("place", self.place)
            .field("body", self.body)
            .bound("text", move || self.text.get(), text)
            .bound("picks", picks, take_picks)
            .bound("ties", ties, take_ties);
        FormDraft::of(app, "statement", format!("visit/{}/statement/{key}", self.session.id()), fields)
    }

    fn stop(self) {
        if let Some(handle) = self.timer.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }

    /// Reads the passage after a short pause.
    pub(super) fn read_soon(self) {
        self.stop();
        match set_timeout_with_handle(move || self.read_now(), PAUSE) {
            Ok(handle) => self.timer.set_value(Some(handle)),
            Err(_) => self.read_now(),
        }
    }

    /// Reads the passage.
    pub(super) fn read_now(self) {
        self.stop();
        let (place, body) = (self.place.get_untracked(), self.body.get_untracked());
        let text = self.text.get_untracked();
        let before = self.read.get_untracked();
        let picks = match self.next.try_update_value(|next| follow(&before, &text, scan::picks(&text), next)) {
            Some(picks) => picks.into_iter().take(MAX_PICKS).collect(),
            None => return,
        };
        let now = Statement { place: place.trim().to_owned(), body: body.trim().to_owned(), text, picks };
        if now != *before {
            self.read.set(Arc::new(now));
        }
    }

    /// Changes the picks.
    pub(super) fn change_picks(self, change: impl FnOnce(&mut Vec<Pick>)) {
        self.read_now();
        let mut statement = (*self.read.get_untracked()).clone();
        change(&mut statement.picks);
        self.read.set(Arc::new(statement));
    }

    /// Changes what a pick is.
    pub(super) fn change_pick(self, number: u32, what: Picked) {
        self.change_picks(|picks| {
            if let Some(pick) = picks.iter_mut().find(|pick| pick.number == number) {
                pick.what = what;
            }
        });
    }

    /// Drops a pick.
    pub(super) fn drop_pick(self, number: u32) {
        self.chosen.set(None);
        self.change_picks(|picks| picks.retain(|pick| pick.number != number));
    }

    /// Marks a stretch of the text, in characters; false if it holds nothing, or something of it is marked already.
    pub(super) fn mark(self, from: usize, to: usize) -> bool {
        self.read_now();
        let statement = self.read.get_untracked();
        let chars: Vec<char> = statement.text.chars().collect();
        let Some((from, to)) = trimmed(&chars, from, to) else { return false };
        let stretch: String = chars.get(from..to).unwrap_or_default().iter().collect();
        let (Ok(from), Ok(to)) = (u32::try_from(from), u32::try_from(to)) else { return false };
        let is_free = statement.picks.iter().all(|pick| to <= pick.from || from >= pick.to);
        let Some(number) = self.next.try_update_value(number).filter(|_| is_free) else { return false };
        self.change_picks(|picks| {
            picks.push(Pick { number, from, to, what: what(&stretch) });
            picks.sort_by_key(|pick| pick.from);
        });
        self.chosen.set(Some(number));
        true
    }

    /// The statement as it is kept: what another tab changed meanwhile stays, where it was not changed here.
    pub(super) fn joined(self, statement: &Statement) -> Statement {
        let now = self.id.with_value(|id| {
            untrack(|| self.session.figures(|figures| figures.statements.get(id).map(|held| held.value.clone())))
        });
        match now {
            Some(now) => self.base.with_value(|base| carry_over::<StatementField>(base, statement, now)),
            None => statement.clone(),
        }
    }

    /// Goes on after it was kept: what was not ticked then is not ticked now.
    pub(super) fn kept(self, statement: &Statement) {
        self.base.set_value(statement.clone());
        self.known.set_value(statement.picks.iter().map(|pick| pick.number).collect());
        self.made.set(Vec::new());
        self.ticks.set(Vec::new());
    }

    /// Whether a proposal concerns only what was kept before.
    pub(super) fn is_known(self, picks: &[u32]) -> bool {
        self.known.with_value(|known| picks.iter().all(|pick| known.contains(pick)))
    }

    /// What is wrong with the text; reactive.
    pub(super) fn fault(self) -> Option<Text> {
        let text = self.text.read();
        if text.len() > MAX_TEXT_BYTES {
            Some(words::TEXT_TOO_LONG)
        } else {
            (self.tried.get() && text.trim().is_empty()).then_some(words::TEXT_MISSING)
        }
    }
}

/// A stretch without the blanks around it; none if that is all there is.
fn trimmed(chars: &[char], from: usize, to: usize) -> Option<(usize, usize)> {
    let stretch = chars.get(from..to)?;
    let first = stretch.iter().position(|letter| !letter.is_whitespace())?;
    let last = stretch.iter().rposition(|letter| !letter.is_whitespace())?;
    Some((from + first, from + last + 1))
}

/// What a marked stretch is: a figure with its unit where it begins with one, else a name.
fn what(stretch: &str) -> Picked {
    let end =
        stretch.find(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ',')).unwrap_or(stretch.len());
    let (digits, unit) = stretch.split_at(end);
    match scan::figure(digits.trim_end_matches(['.', ','])) {
        Some(figure) => Picked::Figure { figure, unit: unit.split_whitespace().collect::<Vec<_>>().join(" ") },
        None => Picked::Name { name: stretch.split_whitespace().collect::<Vec<_>>().join(" ") },
    }
}
