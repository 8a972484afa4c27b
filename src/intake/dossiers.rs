//! A row as a dossier.

use std::collections::BTreeMap;

use chrono::NaiveTime;

use crate::domain::answer::MAX_TEXT_BYTES;
use crate::domain::calendar::{ClockStop, Receipt, Term};
use crate::domain::dossier::{Dossier, Letter, Seen};

use super::cells::{self, Answer, Value};
use super::protocol::{DossierColumn, NoteKind, Options, ProblemKind, ProcedureColumn, Target, TermUnit};
use super::rows::{Line, Records, Table, records};

mod merged;

#[cfg(test)]
mod tests;

/// Reads the dossiers of a table.
pub(super) fn dossiers(table: &Table<'_>, options: &Options) -> Records<Dossier> {
    let mut first_with: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = records(table, |line| Some(dossier(line, options)));
    merged::join(table, &mut found);
    for row in &mut found.rows {
        let code = row.record.as_ref().map(|dossier| dossier.code.to_uppercase()).unwrap_or_default();
        if code.is_empty() {
            continue;
        }
        match first_with.get(&code).copied() {
            Some(first) => {
                let target = at(DossierColumn::Code);
                let column = table.places.get(&target).copied();
                let text = row.record.as_ref().map(|dossier| dossier.code.clone()).unwrap_or_default();
                let kind = ProblemKind::DuplicateCode { first };
                let problem = super::protocol::CellProblem { column, target: Some(target), kind, text };
                row.problems.push(problem);
                row.problems.sort_by_key(|problem| problem.column);
            }
            None => {
                first_with.insert(code, row.line);
            }
        }
    }
    found
}

fn at(column: DossierColumn) -> Target {
    Target::Dossier(column)
}

fn dossier(line: &mut Line<'_>, options: &Options) -> Dossier {
    use DossierColumn as C;
    let code = line.text(at(C::Code), cells::code);
    if code.is_empty() && !line.is_wrong(at(C::Code)) {
        line.problem(at(C::Code), ProblemKind::RequiredBlank);
    }
    Dossier {
        code,
        procedure: line.text(at(C::Procedure), |value| match value {
            Value::Number(_) => cells::procedure_code(value),
            Value::Text(_) | Value::Moment(_) | Value::Bool(_) => cells::text(value, MAX_TEXT_BYTES),
        }),
        field: text(line, C::Field),
        level: line.take_word(at(C::Level), cells::level),
        channel: line.take_word(at(C::Channel), cells::channel),
        received: received(line),
        term: term(line, options, [at(C::Term), at(C::TermUnit), at(C::CutOff)]),
        stops: stops(line),
        slip: answer(line, C::Slip),
        appointed: line.take(at(C::Appointed), cells::appointed).unwrap_or_default(),
        additions_asked: line.take(at(C::AdditionsAsked), cells::times),
        // "Chưa trả" is a blank: the day is not known because there is none yet.
        returned: line
            .take(at(C::Returned), |value| match value {
                Value::Text(text) if is_not_yet(text) => Ok((Seen::Absent, None)),
                _ => cells::appointed(value),
            })
            .and_then(|seen| seen.is().copied()),
        state: line.take_word(at(C::State), cells::state),
        apology: apology(line),
        times_reappointed: line.take(at(C::TimesReappointed), cells::times),
        posted: answer(line, C::Posted),
        uploaded: answer(line, C::Uploaded),
        in_system: answer(line, C::InSystem),
        cause: line.take_word(at(C::Cause), cells::cause),
        body_at_fault: text(line, C::BodyAtFault),
        linked: answer(line, C::Linked),
    }
}

fn text(line: &mut Line<'_>, column: DossierColumn) -> String {
    line.text(at(column), |value| cells::text(value, MAX_TEXT_BYTES))
}

fn answer(line: &mut Line<'_>, column: DossierColumn) -> Option<bool> {
    line.take(at(column), cells::yes_no).and_then(|Answer(answer)| answer)
}

fn is_not_yet(text: &str) -> bool {
    let said = crate::words::fold::fold(text);
    ["chua", "chua tra", "chua tra ket qua", "chua giai quyet", "dang giai quyet", "chua xong"].contains(&said.as_str())
}

fn received(line: &mut Line<'_>) -> Option<Receipt> {
    use DossierColumn as C;
    let received = line.take(at(C::Received), cells::receipt);
    let hour = line.take(at(C::ReceivedHour), cells::hour);
    match (received, hour) {
        (Some(receipt), Some(time)) => Some(Receipt { time: Some(time), ..receipt }),
        (None, Some(_)) => {
            // A day that could not be read has been named already.
            if !line.is_wrong(at(C::Received)) {
                line.problem(at(C::ReceivedHour), ProblemKind::NeedsOther);
            }
            None
        }
        (received, None) => received,
    }
}

/// A term with the unit and the cut-off hour beside it.
pub(super) fn term(line: &mut Line<'_>, options: &Options, columns: [Target; 3]) -> Option<Term> {
    let [length, unit_column, cut_off_column] = columns;
    let unit = line.take(unit_column, cells::unit);
    let cut_off = line.take(cut_off_column, cells::hour);
    let beside = cells::TermCell { unit, bare: options.term_unit };
    let read = |value: Value<'_>| match value {
        Value::Text(text) if cells::is_absent(text) => Ok((None, Some(NoteKind::NoTerm))),
        _ => cells::term(value, beside).map(|(term, note)| (Some(term), note)),
    };
    let term = match line.take(length, read).flatten() {
        Some(term) => Some(term),
        None if line.is_wrong(length) => return None,
        None if unit == Some(TermUnit::SameDay) => Some(Term::SameDay { cut_off: None }),
        None => None,
    };
    match (term, cut_off) {
        (Some(Term::SameDay { cut_off: said }), Some(hour)) => same_day(line, cut_off_column, said, hour),
        (term, hour) => {
            if hour.is_some() {
                line.problem(cut_off_column, ProblemKind::NeedsOther);
            }
            if term.is_none() && unit.is_some() {
                line.problem(unit_column, ProblemKind::NeedsOther);
            }
            term
        }
    }
}

fn same_day(line: &mut Line<'_>, column: Target, said: Option<NaiveTime>, hour: NaiveTime) -> Option<Term> {
    if said.is_some_and(|said| said != hour) {
        line.problem(column, ProblemKind::TermUnclear);
        return Some(Term::SameDay { cut_off: None });
    }
    Some(Term::SameDay { cut_off: Some(hour) })
}

fn stops(line: &mut Line<'_>) -> Vec<ClockStop> {
    use DossierColumn as C;
    let mut stops = line.take(at(C::Stops), cells::stops).unwrap_or_default();
    let from = line.take(at(C::StopFrom), cells::appointed).and_then(|seen| seen.is().copied());
    let to = line.take(at(C::StopTo), cells::appointed).and_then(|seen| seen.is().copied());
    let why = text(line, C::StopWhy);
    match from {
        Some(from) => stops.push(ClockStop { from, to, why }),
        None if line.is_wrong(at(C::StopFrom)) => {}
        None if to.is_some() => line.problem(at(C::StopTo), ProblemKind::NeedsOther),
        None if !why.is_empty() => line.problem(at(C::StopWhy), ProblemKind::NeedsOther),
        None => {}
    }
    for stop in &stops {
        line.check_personal(at(C::Stops), &stop.why);
    }
    stops
}

/// The apology letter from its seven columns.
fn apology(line: &mut Line<'_>) -> Seen<Letter> {
    use DossierColumn as C;
    // A table with one column for the letter often holds its number and date there.
    let holds_number = !line.has(at(C::ApologyNumber))
        && matches!(line.value(at(C::Apology)), Some(Value::Text(text))
            if cells::yes_no(Value::Text(text)).is_err() && text.contains(|letter: char| letter.is_ascii_digit()));
    let number_column = if holds_number { C::Apology } else { C::ApologyNumber };
    let present = if holds_number { None } else { answer(line, C::Apology) };
    let split = !line.has(at(C::ApologyDate));
    let number = line
        .take(at(number_column), |value| match value {
            Value::Text(text) if cells::is_absent(text) => Ok(((Seen::Absent, None), None)),
            Value::Text(text) if split && let Some((number, date)) = cells::number_and_date(text) => {
                Ok(((Seen::Is(number), Some(date)), Some(NoteKind::NumberWithDate)))
            }
            _ => {
                let (number, note) = cells::number(value)?;
                Ok(((Seen::Is(number), None), note))
            }
        })
        .unwrap_or((Seen::NotLookedAt, None));
    let (number, date_beside) = number;
    let date = line.take(at(C::ApologyDate), cells::appointed).unwrap_or_default();
    let reason = line.take(at(C::ApologyReason), |value| cells::seen_text(value, MAX_TEXT_BYTES)).unwrap_or_default();
    let new_date = line.take(at(C::NewDate), cells::appointed).unwrap_or_default();
    let signed_by = text(line, C::SignedBy);
    for (column, text) in [(number_column, number.is()), (C::ApologyReason, reason.is())] {
        line.check_personal(at(column), text.map(String::as_str).unwrap_or_default());
    }
    let absent = number.is_absent() || date.is_absent();
    let told = number.is().is_some()
        || date.is().is_some()
        || reason.is().is_some()
        || new_date.is().is_some()
        || !signed_by.is_empty();
    if present == Some(false) && told {
        line.problem(at(C::Apology), ProblemKind::Contradicts);
    }
    if told || present == Some(true) {
        let number = number.is().cloned().unwrap_or_default();
        return Seen::Is(Letter { number, date: date.is().copied().or(date_beside), reason, new_date, signed_by });
    }
    if present == Some(false) || absent { Seen::Absent } else { Seen::NotLookedAt }
}

/// The columns of a term in a list of procedures.
pub(super) const PROCEDURE_TERM: [Target; 3] = [
    Target::Procedure(ProcedureColumn::Term),
    Target::Procedure(ProcedureColumn::TermUnit),
    Target::Procedure(ProcedureColumn::CutOff),
];
