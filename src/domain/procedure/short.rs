//! A reference list in short: what a list of lists shows without reading thousands of entries.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ProcedureList, ProcedureListRef};

/// A reference list in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcedureListShort {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The day it was taken from its source.
    pub taken_on: NaiveDate,
    /// How many entries it has.
    pub entries: usize,
    /// By day, ascending: how many entries are in force from that day on, up to the next.
    pub in_force: Vec<(NaiveDate, usize)>,
}

impl ProcedureListShort {
    /// The list in short.
    pub fn of(list: &ProcedureList) -> Self {
        // How many begin and how many end on each day that matters.
        let mut turns: BTreeMap<NaiveDate, (usize, usize)> = BTreeMap::new();
        for entry in &list.entries {
            let after = entry.valid_to.and_then(|last| last.succ_opt());
            if after.is_none_or(|after| entry.valid_from < after) {
                turns.entry(entry.valid_from).or_default().0 += 1;
                if let Some(after) = after {
                    turns.entry(after).or_default().1 += 1;
                }
            }
        }
        let mut count = 0;
        let in_force = turns.into_iter().map(|(day, (begin, end))| {
            count = count + begin - end;
            (day, count)
        });
        let in_force = in_force.collect();
        let ProcedureList { id, version, taken_on, entries } = list;
        Self { id: id.clone(), version: *version, taken_on: *taken_on, entries: entries.len(), in_force }
    }

    /// Its id and version.
    pub fn reference(&self) -> ProcedureListRef {
        ProcedureListRef { id: self.id.clone(), version: self.version }
    }

    /// How many entries are in force on a day.
    pub fn in_force(&self, on: NaiveDate) -> usize {
        let last = self.in_force.iter().rev().find(|(day, _)| *day <= on);
        last.map_or(0, |(_, count)| *count)
    }
}
