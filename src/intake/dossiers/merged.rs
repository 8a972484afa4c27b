//! Dossiers over several rows: where the code is one cell merged over them, each row has a clock stop of its own.

use crate::domain::dossier::{Dossier, Seen};
use crate::intake::protocol::{ProblemKind, RowReading};
use crate::intake::rows::{Records, Table};

/// Puts the rows of one dossier together. A row that says something else of it stays a row, so that a person looks.
pub fn join(table: &Table<'_>, found: &mut Records<Dossier>) {
    let mut joined: Vec<RowReading<Dossier>> = Vec::with_capacity(found.rows.len());
    for row in std::mem::take(&mut found.rows) {
        let first = joined.last_mut().filter(|_| table.goes_on(row.line));
        let Some((first, next)) = first.and_then(|first| Some((first, row.record.as_ref()?))) else {
            joined.push(row);
            continue;
        };
        match &mut first.record {
            Some(dossier) if adds_stops_only(dossier, next) => {
                let stops = next.stops.iter().filter(|stop| !dossier.stops.contains(stop)).cloned();
                let stops: Vec<_> = stops.collect();
                dossier.stops.extend(stops);
                let told = |problem: &&super::super::protocol::CellProblem| {
                    problem.kind != ProblemKind::RequiredBlank && !first.problems.contains(problem)
                };
                let problems: Vec<_> = row.problems.iter().filter(told).cloned().collect();
                first.problems.extend(problems);
            }
            _ => joined.push(row),
        }
    }
    found.rows = joined;
}

/// Whether all that a row says beside its stops is blank, or what the first row says.
fn adds_stops_only(first: &Dossier, next: &Dossier) -> bool {
    fn is_same<T: PartialEq + Default>(first: &T, next: &T) -> bool {
        *next == T::default() || next == first
    }
    is_same(&first.procedure, &next.procedure)
        && is_same(&first.field, &next.field)
        && is_same(&first.level, &next.level)
        && is_same(&first.channel, &next.channel)
        && is_same(&first.received, &next.received)
        && is_same(&first.term, &next.term)
        && is_same(&first.slip, &next.slip)
        && (next.appointed == Seen::NotLookedAt || next.appointed == first.appointed)
        && is_same(&first.additions_asked, &next.additions_asked)
        && is_same(&first.returned, &next.returned)
        && is_same(&first.state, &next.state)
        && (next.apology == Seen::NotLookedAt || next.apology == first.apology)
        && is_same(&first.times_reappointed, &next.times_reappointed)
        && is_same(&first.posted, &next.posted)
        && is_same(&first.uploaded, &next.uploaded)
        && is_same(&first.in_system, &next.in_system)
        && is_same(&first.cause, &next.cause)
        && is_same(&first.body_at_fault, &next.body_at_fault)
        && is_same(&first.linked, &next.linked)
}
