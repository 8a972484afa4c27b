//! The table of dossiers: one row for each, as it was noted down and as it was judged.

use chrono::NaiveDate;

use crate::domain::calendar::{ClockStop, DueDate};
use crate::domain::dossier::{Dossier, Judged, Judgement, Seen};
use crate::domain::regime::Regime;
use crate::words::catalogue::dossier as heading;
use crate::words::{Lang, Text, format};

use super::{Cell, Column, Material, Table, words, yes_no};

/// A dossier with where and when it was seen, and what was judged of it.
#[derive(Clone, Copy, Debug)]
pub struct DossierRow<'a> {
    /// The visited unit, by name.
    pub unit: &'a str,
    /// The day of the visit.
    pub visited: NaiveDate,
    /// The dossier.
    pub dossier: &'a Dossier,
    /// What was judged of it.
    pub judged: &'a Judged,
}

const COLUMNS: [Text; 43] = [
    heading::UNIT,
    heading::VISITED,
    heading::CODE,
    heading::PROCEDURE,
    heading::FIELD,
    heading::LEVEL,
    heading::CHANNEL,
    heading::RECEIVED,
    heading::RECEIVED_AT,
    heading::TERM,
    heading::STOPS,
    heading::SLIP,
    heading::APPOINTED,
    heading::ADDITIONS,
    heading::RETURNED,
    heading::STATE,
    heading::APOLOGY,
    heading::APOLOGY_NUMBER,
    heading::APOLOGY_DATE,
    heading::REASON,
    heading::NEW_DATE,
    heading::SIGNED_BY,
    heading::TIMES_REAPPOINTED,
    heading::POSTED,
    heading::UPLOADED,
    heading::IN_SYSTEM,
    heading::CAUSE,
    heading::BODY_AT_FAULT,
    heading::LINKED,
    heading::REGIME,
    heading::DUE,
    heading::DUE_AT,
    heading::DUE_NOTE,
    heading::DEADLINE,
    heading::BASIS,
    heading::COURSE,
    heading::DAYS_LATE,
    heading::IN_TIME_CALENDAR,
    heading::IN_TIME_WORKING,
    heading::FAULTS,
    heading::JUDGEMENTS,
    heading::REMARKS,
    heading::ERRORS,
];

/// The dossiers, in the order given. What nobody looked at is empty; what was looked for and is not there says so. The
/// columns of what was found follow those of what was entered.
pub fn dossiers_table<'a>(rows: impl IntoIterator<Item = DossierRow<'a>>) -> Table {
    Table {
        name: Text::new("Hồ sơ mẫu", "Dossiers"),
        columns: COLUMNS.into_iter().map(|heading| Column { heading }).collect(),
        rows: rows.into_iter().map(|row| row_of(&row)).collect(),
    }
}

/// The dossiers of all visits.
pub fn dossiers_of(material: &Material) -> Table {
    let rows = material.visits.iter().flat_map(|held| {
        let (unit, _) = material.unit(&held.visit.unit);
        let visited = held.visit.date;
        held.dossiers().map(move |(dossier, judged)| DossierRow { unit, visited, dossier, judged })
    });
    dossiers_table(rows)
}

fn row_of(row: &DossierRow<'_>) -> Vec<Cell> {
    let mut cells = vec![words(row.unit), Cell::Date(row.visited)];
    cells.extend(entered(row.dossier));
    cells.extend(found(row.dossier, row.judged));
    cells
}

/// What was noted down.
fn entered(dossier: &Dossier) -> [Cell; 27] {
    let receipt = dossier.received.as_ref();
    let letter = dossier.letter();
    [
        words(&dossier.code),
        words(&dossier.procedure),
        words(&dossier.field),
        label(dossier.level.map(|level| level.label())),
        label(dossier.channel.map(|channel| channel.label())),
        date(receipt.map(|receipt| receipt.date)),
        receipt.and_then(|receipt| receipt.time).map_or(Cell::Empty, |time| words(&format::time(time))),
        dossier.term.map_or(Cell::Empty, |term| words(&term.words(Lang::Vi))),
        joined(dossier.stops.iter().map(stop)),
        answer(dossier.slip),
        seen_date(&dossier.appointed),
        times(dossier.additions_asked),
        date(dossier.returned),
        label(dossier.state.map(|state| state.label())),
        answer(dossier.apology.seen()),
        letter.map_or(Cell::Empty, |letter| words(&letter.number)),
        date(letter.and_then(|letter| letter.date)),
        letter.map_or(Cell::Empty, |letter| match &letter.reason {
            Seen::Is(reason) if !reason.trim().is_empty() => words(reason),
            // A blank one counts as none.
            Seen::Is(_) | Seen::Absent => none(),
            Seen::NotLookedAt => Cell::Empty,
        }),
        letter.map_or(Cell::Empty, |letter| seen_date(&letter.new_date)),
        letter.map_or(Cell::Empty, |letter| words(&letter.signed_by)),
        times(dossier.times_reappointed),
        answer(dossier.posted),
        answer(dossier.uploaded),
        answer(dossier.in_system),
        label(dossier.cause.map(|cause| cause.label())),
        words(&dossier.body_at_fault),
        answer(dossier.linked),
    ]
}

/// What was judged.
fn found(dossier: &Dossier, judged: &Judged) -> [Cell; 14] {
    let (faults, remarks): (Vec<Judgement>, Vec<Judgement>) =
        judged.judgements.iter().copied().partition(|judgement| judgement.is_fault());
    let said = |judgements: &[Judgement]| joined(judgements.iter().map(|judgement| judgement.words(Lang::Vi)));
    let regime = dossier.received.as_ref().map(|receipt| Regime::on_receipt(receipt.date).label());
    let days_late = judged.course.and_then(|course| course.days_late());
    [
        label(regime),
        date(judged.due.map(|due| due.date)),
        judged.due.and_then(|due| due.time).map_or(Cell::Empty, |time| words(&format::time(time))),
        judged.due.map_or(Cell::Empty, |due| joined(due_notes(due).map(str::to_owned))),
        date(judged.deadline.map(|deadline| deadline.date)),
        label(judged.deadline.map(|deadline| deadline.basis.label())),
        judged.course.map_or(Cell::Empty, |course| words(&course.words(Lang::Vi))),
        times(days_late),
        answer(judged.readings.map(|readings| readings.calendar_day_before)),
        answer(judged.readings.map(|readings| readings.working_day_before)),
        super::number(faults.len()),
        said(&faults),
        said(&remarks),
        judged
            .errors
            .iter()
            .map(|error| error.words(Lang::Vi))
            .reduce(|all, one| format!("{all} {one}"))
            .map_or(Cell::Empty, Cell::Text),
    ]
}

/// What a due date assumes.
fn due_notes(due: DueDate) -> impl Iterator<Item = &'static str> {
    let provisional = due.provisional.then_some(heading::DUE_PROVISIONAL.vi);
    provisional.into_iter().chain(due.time_assumed.then_some(heading::DUE_TIME_ASSUMED.vi))
}

fn stop(stop: &ClockStop) -> String {
    stop.words(Lang::Vi)
}

fn joined(parts: impl Iterator<Item = String>) -> Cell {
    words(&parts.collect::<Vec<_>>().join("; "))
}

fn label(label: Option<Text>) -> Cell {
    label.map_or(Cell::Empty, |label| words(label.vi))
}

fn date(date: Option<NaiveDate>) -> Cell {
    date.map_or(Cell::Empty, Cell::Date)
}

fn times(times: Option<u32>) -> Cell {
    times.map_or(Cell::Empty, |times| Cell::Count(u64::from(times)))
}

fn answer(answer: Option<bool>) -> Cell {
    answer.map_or(Cell::Empty, yes_no)
}

/// Looked for, and not there.
fn none() -> Cell {
    words(heading::NOT_THERE.vi)
}

fn seen_date(seen: &Seen<NaiveDate>) -> Cell {
    match seen {
        Seen::Is(date) => Cell::Date(*date),
        Seen::Absent => none(),
        Seen::NotLookedAt => Cell::Empty,
    }
}

#[cfg(test)]
mod tests;
