//! Reference data (dữ liệu tham chiếu) that comes with the app and that a user may change: the working calendar, the
//! legal bases. What two states of it differ in, and how a change made to one is made to another.

use std::collections::BTreeMap;

use super::calendar::{Calendar, CalendarDay, CalendarRecord};
use super::regime::{LegalBases, LegalBasesRecord, LegalBasis};

/// Reference data of one kind: rows, each with a key of its own, and a version.
pub trait Reference: Clone {
    /// A row.
    type Row: Clone + PartialEq;

    /// Its id, the same for all versions.
    fn id(&self) -> &str;

    /// Its version, from 1.
    fn version(&self) -> u32;

    /// The same content in another version.
    fn at_version(&self, version: u32) -> Self;

    /// Its rows.
    fn rows(&self) -> &[Self::Row];

    /// What tells a row from the others.
    fn key(row: &Self::Row) -> String;

    /// `mine` with what `theirs` changed since both were `base`. Where both changed the same row, `mine` stays.
    fn merged(base: &Self, mine: &Self, theirs: &Self) -> Self;

    /// Whether both hold the same, whatever their versions.
    fn holds_same(&self, other: &Self) -> bool;
}

/// What two states differ in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differences<R> {
    /// Rows that only the second has.
    pub added: Vec<R>,
    /// Rows that both have and that are not the same: as they were, as they became.
    pub changed: Vec<(R, R)>,
    /// Rows that only the first has.
    pub removed: Vec<R>,
}

impl<R> Differences<R> {
    /// How many rows differ.
    pub fn count(&self) -> usize {
        self.added.len() + self.changed.len() + self.removed.len()
    }
}

/// What has become of one state in another.
pub fn differences<T: Reference>(from: &T, to: &T) -> Differences<T::Row> {
    let (before, after) = (by_key::<T>(from.rows()), by_key::<T>(to.rows()));
    let mut found = Differences { added: Vec::new(), changed: Vec::new(), removed: Vec::new() };
    for row in to.rows() {
        match before.get(&T::key(row)) {
            None => found.added.push(row.clone()),
            Some(old) if *old != row => found.changed.push(((*old).clone(), row.clone())),
            Some(_) => {}
        }
    }
    let gone = from.rows().iter().filter(|row| !after.contains_key(&T::key(row)));
    found.removed = gone.cloned().collect();
    found
}

fn by_key<T: Reference>(rows: &[T::Row]) -> BTreeMap<String, &T::Row> {
    rows.iter().map(|row| (T::key(row), row)).collect()
}

/// The rows of `mine` with what `theirs` changed since both were `base`: those of `mine` first, in their order.
fn merged_rows<T: Reference>(base: &T, mine: &T, theirs: &T) -> Vec<T::Row> {
    let (base, own, other) = (by_key::<T>(base.rows()), by_key::<T>(mine.rows()), by_key::<T>(theirs.rows()));
    let mut rows = Vec::new();
    for row in mine.rows() {
        let key = T::key(row);
        if base.get(&key) != Some(&row) {
            rows.push(row.clone());
        } else if let Some(their) = other.get(&key) {
            rows.push((*their).clone());
        }
    }
    let new = theirs.rows().iter().filter(|row| {
        let key = T::key(row);
        // What `mine` took out stays out.
        !own.contains_key(&key) && !base.contains_key(&key)
    });
    rows.extend(new.cloned());
    rows
}

impl Reference for Calendar {
    type Row = CalendarDay;

    fn id(&self) -> &str {
        &self.record().id
    }

    fn version(&self) -> u32 {
        self.record().version
    }

    fn at_version(&self, version: u32) -> Self {
        self.with(|record| record.version = version)
    }

    fn rows(&self) -> &[CalendarDay] {
        self.days()
    }

    fn key(row: &CalendarDay) -> String {
        row.date.to_string()
    }

    fn merged(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let days = merged_rows(base, mine, theirs);
        let (base, other) = (base.record(), theirs.record());
        mine.with(|record| {
            record.days = days;
            if record.name == base.name {
                record.name.clone_from(&other.name);
            }
            if record.announced_from == base.announced_from {
                record.announced_from = other.announced_from;
            }
            if record.announced_through == base.announced_through {
                record.announced_through = other.announced_through;
            } else if base.announced_through < other.announced_through {
                record.announced_through = record.announced_through.max(other.announced_through);
            }
        })
    }

    fn holds_same(&self, other: &Self) -> bool {
        self.at_version(other.version()) == *other
    }
}

impl Calendar {
    /// The calendar with a change to its record; as it was where the change does not pass the checks.
    fn with(&self, change: impl FnOnce(&mut CalendarRecord)) -> Self {
        let mut record = self.record().clone();
        change(&mut record);
        Self::try_from(record).unwrap_or_else(|_| self.clone())
    }
}

impl Reference for LegalBases {
    type Row = LegalBasis;

    fn id(&self) -> &str {
        &self.record().id
    }

    fn version(&self) -> u32 {
        self.record().version
    }

    fn at_version(&self, version: u32) -> Self {
        let record = LegalBasesRecord { version, ..self.record().clone() };
        Self::try_from(record).unwrap_or_else(|_| self.clone())
    }

    fn rows(&self) -> &[LegalBasis] {
        &self.record().bases
    }

    fn key(row: &LegalBasis) -> String {
        row.id.clone()
    }

    fn merged(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let record = LegalBasesRecord { bases: merged_rows(base, mine, theirs), ..mine.record().clone() };
        Self::try_from(record).unwrap_or_else(|_| mine.clone())
    }

    fn holds_same(&self, other: &Self) -> bool {
        // In whatever order.
        differences(self, other).count() == 0
    }
}

#[cfg(test)]
mod tests;
