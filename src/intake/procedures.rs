//! A row as an entry of the reference list of procedures.

use chrono::NaiveDate;

use crate::domain::answer::MAX_TEXT_BYTES;
use crate::domain::procedure::{Decision, ListError, Procedure, ProcedureList};

use super::cells::{self, Value};
use super::dossiers::{PROCEDURE_TERM, term};
use super::protocol::{CellProblem, NoteKind, Options, ProblemKind, ProcedureColumn, Target};
use super::rows::{Line, Records, Table, records};

#[cfg(test)]
mod tests;

/// Reads the procedures of a table. Two entries of one code are taken as long as they are not in force on one day.
pub(super) fn procedures(table: &Table<'_>, options: &Options) -> Records<Procedure> {
    let mut found = records(table, |line| procedure(line, options));
    let places: Vec<usize> =
        found.rows.iter().enumerate().filter(|(_, row)| row.record.is_some()).map(|(place, _)| place).collect();
    let entries = found.rows.iter().filter_map(|row| row.record.clone()).collect();
    let list = ProcedureList { id: String::new(), version: 1, taken_on: NaiveDate::MIN, entries };
    let line_of = |rows: &[super::protocol::RowReading<Procedure>], entry: usize| {
        let place = entry.checked_sub(1).and_then(|entry| places.get(entry)).copied();
        place.and_then(|place| rows.get(place).map(|row| (place, row.line)))
    };
    for error in list.errors() {
        let (entry, column, kind) = match error {
            ListError::Overlap { first, second, .. } => {
                let first = line_of(&found.rows, first).map_or(0, |(_, line)| line);
                (second, ProcedureColumn::Code, ProblemKind::DuplicateCode { first })
            }
            ListError::Reversed { row } => (row, ProcedureColumn::ValidTo, ProblemKind::EndsBeforeItBegins),
            // Without a code or a name there is no entry.
            ListError::NoCode { .. } | ListError::NoName { .. } => continue,
        };
        let Some(row) = line_of(&found.rows, entry).and_then(|(place, _)| found.rows.get_mut(place)) else {
            continue;
        };
        let target = at(column);
        let text = match (&row.record, column) {
            (Some(entry), ProcedureColumn::Code) => entry.code.clone(),
            (Some(entry), _) => entry.valid_to.map(crate::words::format::date).unwrap_or_default(),
            (None, _) => String::new(),
        };
        let column = table.places.get(&target).copied();
        row.problems.push(CellProblem { column, target: Some(target), kind, text });
        row.problems.sort_by_key(|problem| problem.column);
    }
    found
}

fn at(column: ProcedureColumn) -> Target {
    Target::Procedure(column)
}

fn procedure(line: &mut Line<'_>, options: &Options) -> Option<Procedure> {
    use ProcedureColumn as C;
    let code = line.text(at(C::Code), cells::procedure_code);
    let name = text(line, C::Name);
    let field = text(line, C::Field);
    let levels = line.take(at(C::Level), cells::levels).unwrap_or_default();
    let level = levels.first().copied().or(options.level.filter(|_| !line.is_wrong(at(C::Level))));
    let decision = decision(line);
    let term = term(line, options, PROCEDURE_TERM);
    let fee = Some(text(line, C::Fee)).filter(|fee| !fee.is_empty());
    let online_level = line.take_word(at(C::OnlineLevel), |value| match value {
        Value::Text(text) if cells::is_absent(text) => Ok((None, None)),
        _ => cells::online_level(value).map(|(level, note)| (Some(level), note)),
    });
    let valid_from =
        line.take(at(C::ValidFrom), cells::date).or(options.valid_from.filter(|_| !line.is_wrong(at(C::ValidFrom))));
    let valid_to = line.take(at(C::ValidTo), cells::appointed).and_then(|seen| seen.is().copied());
    let blanks = [
        (C::Code, code.is_empty()),
        (C::Name, name.is_empty()),
        (C::Level, level.is_none()),
        (C::ValidFrom, valid_from.is_none()),
    ];
    for (column, is_blank) in blanks {
        if is_blank && !line.is_wrong(at(column)) {
            line.problem(at(column), ProblemKind::RequiredBlank);
        }
    }
    let (level, valid_from) = (level?, valid_from?);
    let is_whole = !code.is_empty() && !name.is_empty() && !line.is_wrong(at(C::ValidTo));
    is_whole.then_some(Procedure {
        code,
        name,
        field,
        level,
        other_levels: levels.into_iter().skip(1).collect(),
        decision,
        term,
        fee,
        online_level: online_level.flatten(),
        valid_from,
        valid_to,
    })
}

fn text(line: &mut Line<'_>, column: ProcedureColumn) -> String {
    line.text(at(column), |value| cells::text(value, MAX_TEXT_BYTES))
}

fn decision(line: &mut Line<'_>) -> Decision {
    use ProcedureColumn as C;
    let split = !line.has(at(C::DecisionDate));
    let (number, beside) = line
        .take(at(C::DecisionNumber), |value| match value {
            Value::Text(text) if split && let Some((number, date)) = cells::number_and_date(text) => {
                Ok(((number, Some(date)), Some(NoteKind::NumberWithDate)))
            }
            _ => cells::number(value).map(|(number, _)| ((number, None), None)),
        })
        .unwrap_or_default();
    let date = line.take(at(C::DecisionDate), cells::appointed).and_then(|seen| seen.is().copied());
    Decision { number, date: date.or(beside) }
}
