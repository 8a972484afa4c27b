//! Typed text on its way into a visit.
//!
//! A text that can be read waits for a short pause, and never longer than [`MOST_WAIT`], so that a crash costs at most
//! the last second of typing. A text that cannot be read yet is kept as a text and is never stored as another value.

use std::collections::BTreeMap;

use crate::domain::answer::Answer;
use crate::domain::edit::Edit;
use crate::domain::id::{DossierId, ItemCode, TableId};
use crate::domain::visit::Visit;

/// The pause after a key that dispatches what was typed, in milliseconds.
pub const PAUSE: u64 = 250;

/// The longest that a typed text waits while the keys go on, in milliseconds. With the write it stays below a second.
pub const MOST_WAIT: u64 = 750;

/// The pause after a key that shows why a text is not taken, in milliseconds: a half-typed number is no mistake yet.
pub const FAULT_PAUSE: u64 = 1_000;

/// Where something is typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TypedPlace {
    /// The answer of an item.
    Answer(ItemCode),
    /// The note of an item.
    Note(ItemCode),
    /// A dossier.
    Dossier(DossierId),
    /// A number of the posting, by its field: each waits for itself, since an edit of one says nothing of the others.
    Posting(&'static str),
    /// What a table says of itself.
    Table(TableId),
}

impl TypedPlace {
    /// The name of the text that stays open when the edit is refused, and that text as far as it is one.
    pub fn refused(&self, edit: &Edit) -> (String, String) {
        match (self, edit) {
            (Self::Note(item), Edit::Note { text, .. }) => (format!("note/{item}"), text.clone()),
            (Self::Answer(item), Edit::Answer { answer: Some(Answer::NotApplicable { reason }), .. }) => {
                (format!("reason/{item}"), reason.clone())
            }
            (Self::Note(item) | Self::Answer(item), _) => (format!("item/{item}"), String::new()),
            (Self::Dossier(id), _) => (format!("dossier/{id}"), String::new()),
            (Self::Posting(field), _) => ((*field).to_owned(), String::new()),
            (Self::Table(id), _) => (format!("table/{id}"), String::new()),
        }
    }
}

/// Readable texts that wait to be dispatched: the last value of each place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting<Place, Value> {
    values: BTreeMap<Place, Value>,
    first: u64,
    last: u64,
}

impl<Place: Ord, Value> Default for Waiting<Place, Value> {
    fn default() -> Self {
        Self { values: BTreeMap::new(), first: 0, last: 0 }
    }
}

impl<Place: Ord, Value> Waiting<Place, Value> {
    /// Takes a value in the place of what waits there. `now` is in milliseconds of any steady clock.
    pub fn typed(&mut self, place: Place, value: Value, now: u64) {
        if self.values.is_empty() {
            self.first = now;
        }
        self.last = now;
        self.values.insert(place, value);
    }

    /// How many milliseconds from `now` until the values are to be dispatched; none if nothing waits. At most [`PAUSE`],
    /// whatever the clock does.
    pub fn due_in(&self, now: u64) -> Option<u64> {
        let due = (self.last.saturating_add(PAUSE)).min(self.first.saturating_add(MOST_WAIT));
        (!self.values.is_empty()).then(|| due.saturating_sub(now).min(PAUSE))
    }

    /// Forgets what waits at a place: its text cannot be read any more.
    pub fn forget(&mut self, place: &Place) {
        self.values.remove(place);
    }

    /// Takes out all values, in the order of their places.
    pub fn take(&mut self) -> BTreeMap<Place, Value> {
        std::mem::take(&mut self.values)
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

/// Texts that cannot be read yet, by the name of their field. The values that are stored for these fields stay as they
/// were read last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenTexts(BTreeMap<String, String>);

impl OpenTexts {
    /// Keeps the text of a field. Whether that is news.
    pub fn hold(&mut self, field: &str, text: &str) -> bool {
        self.0.insert(field.to_owned(), text.to_owned()).as_deref() != Some(text)
    }

    /// Forgets the text of a field, which was read, or given up. Whether there was one.
    pub fn release(&mut self, field: &str) -> bool {
        self.0.remove(field).is_some()
    }

    /// The fields whose texts belong to nothing that is there.
    pub fn orphans(&self, visit: &Visit) -> Vec<String> {
        self.0.keys().filter(|field| !has_field(visit, field)).cloned().collect()
    }

    /// The text of a field.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.0.get(field).map(String::as_str)
    }

    /// The fields whose names begin so, with their texts.
    pub fn below<'t>(&'t self, prefix: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
        self.0.iter().filter_map(move |(field, text)| field.starts_with(prefix).then_some((&**field, &**text)))
    }

    /// Whether every text could be read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether a visit still has what a field belongs to. The names of fields begin with what they are of: `answer/<item>`,
/// `dossier/<id>`, `table/<id>`, `posting`.
pub fn has_field(visit: &Visit, field: &str) -> bool {
    let mut parts = field.split('/');
    match (parts.next(), parts.next()) {
        (Some("dossier"), Some(id)) => DossierId::new(id).is_ok_and(|id| visit.dossiers.contains_key(&id)),
        (Some("table"), Some(id)) => TableId::new(id).is_ok_and(|id| visit.figures.tables.contains_key(&id)),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::edit::apply;
    use crate::domain::fixture::{day, every_figure, every_sample, stamp, template, visit};

    use super::*;

    fn typed_at(moments: &[u64]) -> Waiting<&'static str, usize> {
        let mut waiting = Waiting::default();
        for (count, now) in moments.iter().enumerate() {
            waiting.typed("note", count, *now);
        }
        waiting
    }

    #[test]
    fn a_pause_dispatches_the_last_value_of_each_place() {
        let mut waiting = typed_at(&[0, 100]);
        waiting.typed("count", 7, 120);
        assert_eq!(waiting.due_in(120), Some(PAUSE));
        assert_eq!(waiting.due_in(200), Some(170));
        assert_eq!(waiting.due_in(500), Some(0));
        assert_eq!(waiting.take(), BTreeMap::from([("note", 1), ("count", 7)]));
        assert_eq!(waiting.due_in(500), None);
    }

    #[test]
    fn typing_without_a_pause_is_dispatched_within_a_second_of_its_first_key() {
        let mut waiting = Waiting::default();
        let (mut dispatched, mut now) = (Vec::new(), 0);
        while now < 6_000 {
            waiting.typed("note", now, now);
            now += 70;
            if waiting.due_in(now) == Some(0) {
                dispatched.push(now);
                waiting.take();
            }
        }
        let gaps = dispatched.windows(2).map(|pair| pair[1] - pair[0]);
        assert!(dispatched.len() > 6 && gaps.max() < Some(1_000), "{dispatched:?}");
    }

    #[test]
    fn what_cannot_be_read_any_more_is_not_dispatched() {
        let mut waiting = typed_at(&[0]);
        waiting.forget(&"note");
        assert_eq!(waiting.due_in(0), None);
        assert!(waiting.take().is_empty());
    }

    #[test]
    fn an_open_text_stays_until_it_is_read_or_given_up() {
        let mut open = OpenTexts::default();
        assert!(open.hold("answer/C01/0", "100."));
        assert!(!open.hold("answer/C01/0", "100."));
        assert!(open.hold("answer/C01/0", "100.0"));
        assert!(open.hold("answer/C010/0", "x"));
        assert_eq!(open.text("answer/C01/0"), Some("100.0"));
        assert_eq!(open.below("answer/C01/").count(), 1);
        assert!(open.release("answer/C01/0") && !open.release("answer/C01/0"));
        assert!(open.release("answer/C010/0") && open.is_empty());
    }

    /// A visit with every kind of sample and figure.
    fn full_visit() -> Visit {
        let template = template();
        let mut visit = visit("v1", "u1", day(2023, 5, 10));
        for edit in every_sample().into_iter().chain(every_figure()) {
            apply(&mut visit, &template, edit, &stamp()).expect("the edits of the fixture fit");
        }
        visit
    }

    #[test]
    fn a_text_is_given_up_with_the_dossier_or_the_table_that_it_is_of() {
        let mut visit = full_visit();
        let dossier = visit.dossiers.keys().next().expect("a dossier").clone();
        let table = visit.figures.tables.keys().next().expect("a table").clone();
        let fields = ["answer/C01/0".to_owned(), format!("dossier/{dossier}/received"), format!("table/{table}/from")];
        assert!(fields.iter().all(|field| has_field(&visit, field)));
        visit.figures.tables.remove(&table);
        visit.dossiers.remove(&dossier);
        let there: Vec<bool> = fields.iter().map(|field| has_field(&visit, field)).collect();
        assert_eq!(there, [true, false, false]);
        let mut open = OpenTexts::default();
        fields.iter().for_each(|field| _ = open.hold(field, "x"));
        assert_eq!(open.orphans(&visit).len(), 2);
    }

    proptest! {
        #[test]
        fn no_value_waits_longer_than_it_may(steps in prop::collection::vec(1..400_u64, 1..60)) {
            let (mut waiting, mut now) = (Waiting::default(), 0_u64);
            let mut first = None;
            for step in steps {
                waiting.typed("note", (), now);
                let begun = *first.get_or_insert(now);
                let due = waiting.due_in(now).unwrap_or_default();
                prop_assert!(due <= PAUSE && now + due <= begun + MOST_WAIT);
                // The timer that was set for then comes before the next key, or that key sets another.
                if due <= step {
                    waiting.take();
                    first = None;
                }
                now += step;
            }
        }

        #[test]
        fn a_clock_that_jumps_delays_nothing(moments in prop::collection::vec(any::<u64>(), 1..20), now: u64) {
            let due = typed_at(&moments).due_in(now);
            prop_assert!(due.is_some_and(|due| due <= PAUSE));
        }
    }
}
