//! Coverage tables as the monthly reports print them: late dossiers by field, level, cause and body at fault, and of
//! these those with an apology, posted, uploaded; resolved and pending apart. Tables of several visits add up.

use std::collections::BTreeMap;

use crate::domain::supervision::Level;

use super::judgement::{Course, Judged};
use super::{Cause, Dossier};

/// The coverage of one visit, unit or supervision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Those resolved.
    pub resolved: Lateness,
    /// Those pending.
    pub pending: Lateness,
}

/// Dossiers by everything a table may be grouped by; every table is a sum over these cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lateness {
    cells: BTreeMap<Cell, Part>,
}

/// What a table may be grouped by. Names are as entered, without blanks around them; an empty one was not given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Field (lĩnh vực).
    pub field: String,
    /// The level that resolves.
    pub level: Level,
    /// Cause of lateness; none where it is not given or the dossier is in time.
    pub cause: Option<Cause>,
    /// Body at fault.
    pub body: String,
}

/// Counts of some dossiers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// All of which the course can be told.
    pub dossiers: u32,
    /// Those late.
    pub late: u32,
    /// Of those late: with a letter.
    pub apology: Seal,
    /// Of those late: with a letter that is posted at the counter.
    pub posted: Seal,
    /// Of those late: with a letter that is uploaded.
    pub uploaded: Seal,
    /// Working days late, together.
    pub days_late: u64,
    /// Working days late of the latest.
    pub longest: u32,
}

/// Of the late dossiers of a part, those that have something; the three add up to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seal {
    /// They have it.
    pub yes: u32,
    /// They do not.
    pub no: u32,
    /// Nobody looked.
    pub unseen: u32,
}

impl Seal {
    fn count(&mut self, has: Option<bool>) {
        match has {
            Some(true) => self.yes += 1,
            Some(false) => self.no += 1,
            None => self.unseen += 1,
        }
    }

    fn add(&mut self, other: Self) {
        self.yes += other.yes;
        self.no += other.no;
        self.unseen += other.unseen;
    }
}

impl Part {
    fn add(&mut self, other: Self) {
        self.dossiers += other.dossiers;
        self.late += other.late;
        self.apology.add(other.apology);
        self.posted.add(other.posted);
        self.uploaded.add(other.uploaded);
        self.days_late += other.days_late;
        self.longest = self.longest.max(other.longest);
    }
}

impl Lateness {
    /// All of them together.
    pub fn total(&self) -> Part {
        self.cells.values().fold(Part::default(), |mut sum, part| {
            sum.add(*part);
            sum
        })
    }

    /// Adds others.
    pub fn merge(&mut self, other: &Self) {
        for (cell, part) in &other.cells {
            self.cells.entry(cell.clone()).or_default().add(*part);
        }
    }

    /// A table: the parts by whatever `key` takes from a cell, cells without a key left out.
    pub fn by<K: Ord>(&self, key: impl Fn(&Cell) -> Option<K>) -> BTreeMap<K, Part> {
        let mut table: BTreeMap<K, Part> = BTreeMap::new();
        for (cell, part) in &self.cells {
            if let Some(key) = key(cell) {
                table.entry(key).or_default().add(*part);
            }
        }
        table
    }

    /// By field.
    pub fn by_field(&self) -> BTreeMap<String, Part> {
        self.by(|cell| Some(cell.field.clone()))
    }

    /// By level.
    pub fn by_level(&self) -> BTreeMap<Level, Part> {
        self.by(|cell| Some(cell.level))
    }

    /// By cause.
    pub fn by_cause(&self) -> BTreeMap<Option<Cause>, Part> {
        self.by(|cell| Some(cell.cause))
    }

    /// By body at fault.
    pub fn by_body(&self) -> BTreeMap<String, Part> {
        self.by(|cell| Some(cell.body.clone()))
    }
}

impl Coverage {
    /// The coverage of dossiers, each with what was judged of it, at a unit of this level. Dossiers of which the
    /// course cannot be told, and those withdrawn, are in none of its numbers.
    pub fn of<'d>(rows: impl IntoIterator<Item = (&'d Dossier, &'d Judged)>, unit: Level) -> Self {
        let mut coverage = Self::default();
        for (dossier, judged) in rows {
            let (lateness, days) = match judged.course {
                Some(Course::ResolvedInTime) => (&mut coverage.resolved, None),
                Some(Course::ResolvedLate { working_days }) => (&mut coverage.resolved, Some(working_days)),
                Some(Course::PendingInTime) => (&mut coverage.pending, None),
                Some(Course::PendingLate { working_days }) => (&mut coverage.pending, Some(working_days)),
                Some(Course::Withdrawn) | None => continue,
            };
            let cell = Cell {
                field: dossier.field.trim().to_owned(),
                level: dossier.level.unwrap_or(unit),
                cause: dossier.cause.filter(|_| days.is_some()),
                body: dossier.body_at_fault.trim().to_owned(),
            };
            lateness.cells.entry(cell).or_default().add(part(dossier, days));
        }
        coverage
    }

    /// Adds another visit's or unit's.
    pub fn merge(&mut self, other: &Self) {
        self.resolved.merge(&other.resolved);
        self.pending.merge(&other.pending);
    }
}

/// What one dossier counts, so many working days late.
fn part(dossier: &Dossier, days_late: Option<u32>) -> Part {
    let mut part = Part { dossiers: 1, ..Part::default() };
    let Some(days) = days_late else {
        return part;
    };
    let letter = dossier.apology.seen();
    // What is not there can be neither posted nor uploaded.
    let shown = |shown: Option<bool>| if letter == Some(false) { Some(false) } else { shown };
    part.late = 1;
    part.apology.count(letter);
    part.posted.count(shown(dossier.posted));
    part.uploaded.count(shown(dossier.uploaded));
    part.days_late = u64::from(days);
    part.longest = days;
    part
}
