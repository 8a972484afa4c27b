//! Lists whose entries are told apart by a key, changed entry by entry: so a change of one entry does not carry the others,
//! and changes of two entries can both stand.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::answer::Stamp;
use crate::domain::figures::Row;
use crate::domain::id::LineKey;
use crate::domain::procedure::PostedProcedure;
use crate::domain::visit::DossierDraw;

use super::field::{Field, swap_all};
use super::fields::{DrawField, ProcedureField, RowField};

/// An entry with a key, by which it is found again.
pub trait Keyed: Clone + Eq {
    /// What its key is.
    type Key: Clone + Ord;

    /// What a field of it is; none of them is its key.
    type Field: Field<Record = Self>;

    /// Its key.
    fn key(&self) -> &Self::Key;

    /// A key as a text that no other has.
    fn key_text(key: &Self::Key) -> String;
}

impl Keyed for PostedProcedure {
    type Key = String;
    type Field = ProcedureField;

    fn key(&self) -> &String {
        &self.code
    }

    fn key_text(key: &String) -> String {
        key.clone()
    }
}

impl Keyed for Row {
    type Key = LineKey;
    type Field = RowField;

    fn key(&self) -> &LineKey {
        &self.key
    }

    fn key_text(key: &LineKey) -> String {
        key.to_string()
    }
}

impl Keyed for DossierDraw {
    type Key = Stamp;
    type Field = DrawField;

    fn key(&self) -> &Stamp {
        &self.stamp
    }

    fn key_text(key: &Stamp) -> String {
        stamp_text(key)
    }
}

/// The key of an entry of a list as a text, which no other entry has.
pub(super) fn stamp_text(stamp: &Stamp) -> String {
    format!("{} {} {}", stamp.at.timestamp_millis(), stamp.by, stamp.device)
}

/// A change of a list of `T`.
pub type ListPartOf<T> = ListPart<T, <T as Keyed>::Key, <T as Keyed>::Field>;

/// A change of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ListPart<T, K, F> {
    /// Put an entry in the place of the one with its key, or add it.
    Put {
        /// As it now stands.
        value: T,
        /// Where it is added, from 0; at the end where that is left out or is beyond it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<u32>,
    },
    /// Change fields of the entry with a key; where there is none, nothing.
    Change {
        /// Its key.
        key: K,
        /// The fields, in this order.
        fields: Vec<F>,
    },
    /// Take the entry with a key out.
    Remove {
        /// Its key.
        key: K,
    },
    /// The whole list: where many entries change, or their order, or two have one key.
    All {
        /// As it now stands.
        values: Vec<T>,
    },
}

/// Makes a change and gives back the one that undoes it.
pub(super) fn apply<T: Keyed>(list: &mut Vec<T>, part: ListPartOf<T>) -> ListPartOf<T> {
    let place = |list: &[T], key: &T::Key| list.iter().position(|entry| entry.key() == key);
    match part {
        ListPart::Put { value, at } => {
            if let Some(known) = place(list, value.key()).and_then(|place| list.get_mut(place)) {
                return ListPart::Put { value: std::mem::replace(known, value), at: None };
            }
            let at = at.and_then(|at| usize::try_from(at).ok()).unwrap_or(list.len()).min(list.len());
            let key = value.key().clone();
            list.insert(at, value);
            ListPart::Remove { key }
        }
        ListPart::Change { key, fields } => {
            let known = place(list, &key).and_then(|place| list.get_mut(place));
            let fields = known.map(|known| swap_all(known, fields)).unwrap_or_default();
            ListPart::Change { key, fields }
        }
        ListPart::Remove { key } => {
            let Some(at) = place(list, &key) else { return ListPart::Remove { key } };
            let is_twice = list.iter().skip(at + 1).any(|other| *other.key() == key);
            let all = is_twice.then(|| list.clone());
            let value = list.remove(at);
            match all {
                Some(values) => ListPart::All { values },
                None => ListPart::Put { value, at: u32::try_from(at).ok() },
            }
        }
        ListPart::All { values } => ListPart::All { values: std::mem::replace(list, values) },
    }
}

/// The changes that make one list of another; none where they are the same.
pub(super) fn parts<T: Keyed>(before: &[T], after: &[T]) -> Vec<ListPartOf<T>> {
    if before == after {
        return Vec::new();
    }
    let by_key = |list: &'_ [T]| -> BTreeMap<T::Key, T> {
        list.iter().map(|entry| (entry.key().clone(), entry.clone())).collect()
    };
    let (was, is) = (by_key(before), by_key(after));
    let gone = before.iter().map(Keyed::key).filter(|key| !is.contains_key(key));
    let mut parts: Vec<_> = gone.map(|key| ListPart::Remove { key: key.clone() }).collect();
    for (at, entry) in after.iter().enumerate() {
        match was.get(entry.key()) {
            Some(known) if known == entry => {}
            Some(known) => {
                let fields = T::Field::differences(known, entry);
                parts.push(ListPart::Change { key: entry.key().clone(), fields });
            }
            None => parts.push(ListPart::Put { value: entry.clone(), at: u32::try_from(at).ok() }),
        }
    }
    // Keys that stand twice, and another order, are not told in this way; many entries are told as shortly by all.
    let mut made = before.to_vec();
    let is_told = parts.len() <= after.len() / 2 + 1 && {
        parts.iter().cloned().for_each(|part| drop(apply(&mut made, part)));
        made == after
    };
    if is_told { parts } else { vec![ListPart::All { values: after.to_vec() }] }
}

/// How long a list is while changes are made to it. The entries of the list are looked through for each key that a change
/// names, and not sorted first: most edits make one change.
pub(super) struct Length<'l, T: Keyed> {
    /// How many entries it has.
    pub(super) count: usize,
    list: &'l [T],
    /// How many entries have a key, for keys that were looked up.
    known: BTreeMap<&'l T::Key, usize>,
}

impl<'l, T: Keyed> Length<'l, T> {
    pub(super) fn of(list: &'l [T]) -> Self {
        Self { count: list.len(), list, known: BTreeMap::new() }
    }

    /// How many entries have a key.
    fn with_key(&mut self, key: &'l T::Key) -> &mut usize {
        let list = self.list;
        self.known.entry(key).or_insert_with(|| list.iter().filter(|entry| entry.key() == key).count())
    }

    /// Makes a change. Whether there is an entry to make it of.
    pub(super) fn take(&mut self, part: &'l ListPartOf<T>) -> bool {
        match part {
            ListPart::Put { value, .. } => {
                let same = self.with_key(value.key());
                if *same == 0 {
                    *same = 1;
                    self.count += 1;
                }
            }
            ListPart::Change { key, .. } => return *self.with_key(key) > 0,
            ListPart::Remove { key } => {
                let same = self.with_key(key);
                if *same > 0 {
                    *same -= 1;
                    self.count -= 1;
                }
            }
            ListPart::All { values } => *self = Self::of(values),
        }
        true
    }
}

/// The key of two entries, where there is one.
pub(super) fn key_twice<T: Keyed>(list: &[T]) -> Option<&T::Key> {
    let mut keys = BTreeSet::new();
    list.iter().map(Keyed::key).find(|key| !keys.insert(*key))
}
