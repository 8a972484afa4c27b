//! A table of days, CSV or a workbook: columns `ngay`, `loai`, `ten` and, where there are any, `can_cu` and `muc_xac_minh`, by
//! their headings, with or without tones, in any order; other columns are passed over.

use std::collections::BTreeMap;

use crate::domain::calendar::{CalendarDay, Certainty, DayKind, DayProblem, check_day};
use crate::intake::cells::{self, printed, value};
use crate::intake::heading::plain;
use crate::intake::protocol::{OpenError, OpenNote};
use crate::intake::reader::{Reader, packed};
use crate::intake::sheet::{Sheet, SheetCell};
use crate::intake::workbook;

use super::{CalendarReading, CsvFault, CsvProblem, MOST_PROBLEMS};

#[cfg(test)]
mod tests;

/// Among how many first rows the heading is looked for.
const SEARCHED: usize = 40;

/// The name of a column as files of this app have it, and what else its heading may say, folded.
type Name = (&'static str, &'static [&'static str]);

const DATE: Name = ("ngay", &["ngay", "ngay thang", "ngay thang nam", "ngay nghi", "ngay duong lich"]);
const KIND: Name = ("loai", &["loai", "loai ngay", "loai ngay nghi", "hinh thuc"]);
const NAME: Name = ("ten", &["ten", "ten ngay", "ten ngay nghi", "ten ngay le", "noi dung", "dip nghi"]);
const BASIS: Name = ("can_cu", &["can cu", "can cu phap ly", "van ban", "van ban thong bao"]);
const CERTAINTY: Name = ("muc_xac_minh", &["muc xac minh", "muc do xac minh"]);

/// Reads a file of days. `on_progress` hears now and then which share of a workbook has been cut into cells.
pub fn days_of_file(name: &str, bytes: &[u8], on_progress: &mut dyn FnMut(f64)) -> Result<CalendarReading, OpenError> {
    if packed(bytes).is_none() {
        let text = Reader::text_of_file(name, bytes)?;
        let open = text.notes.iter().find_map(|note| match note {
            OpenNote::UnclosedQuote { line } => Some(*line),
            _ => None,
        });
        if let Some(line) = open {
            return Ok(Err(vec![CsvProblem { line, column: None, what: CsvFault::OpenQuote }]));
        }
        return Ok(text.reader.sheets().first().map_or_else(no_days, days));
    }
    let reader = Reader::of_sheets(workbook::sheets(bytes, on_progress)?, true)?;
    let filled = || reader.sheets().iter().filter(|sheet| !sheet.rows.is_empty());
    // The sheet that has the heading, among covers and notes.
    let sheet = filled().find(|sheet| heading(sheet).is_some()).or_else(|| filled().next());
    Ok(sheet.map_or_else(no_days, days))
}

fn no_days() -> CalendarReading {
    Err(vec![CsvProblem { line: 1, column: None, what: CsvFault::NoDays }])
}

/// The places of the columns.
struct Columns {
    date: usize,
    kind: usize,
    name: usize,
    basis: Option<usize>,
    certainty: Option<usize>,
    /// How many columns have a heading.
    width: usize,
}

/// The first row that names the day and one more of the columns; else the first that holds anything.
fn heading(sheet: &Sheet) -> Option<usize> {
    let names =
        |row: &[SheetCell], name: &Name| row.iter().any(|cell| name.1.contains(&plain(&printed(cell)).as_str()));
    let is_heading = |row: &Vec<SheetCell>| names(row, &DATE) && [KIND, NAME].iter().any(|name| names(row, name));
    sheet.rows.iter().take(SEARCHED).position(is_heading)
}

fn days(sheet: &Sheet) -> CalendarReading {
    let Some(first) = heading(sheet).or_else(|| sheet.rows.iter().position(|row| !row.is_empty())) else {
        return no_days();
    };
    let columns = columns(first + 1, sheet.rows.get(first).map(Vec::as_slice).unwrap_or_default())?;
    let (mut days, mut problems, mut seen) = (Vec::new(), Vec::new(), BTreeMap::new());
    for (place, cells) in sheet.rows.iter().enumerate().skip(first + 1) {
        if cells.is_empty() {
            continue;
        }
        let line = place + 1;
        if cells.len() > columns.width {
            problems.push(CsvProblem { line, column: None, what: CsvFault::MoreCells });
        } else {
            match day(&columns, cells) {
                Ok(day) => match seen.insert(day.date, line) {
                    Some(first) => {
                        let what = CsvFault::SameDate(first);
                        problems.push(CsvProblem { line, column: Some(columns.date), what });
                    }
                    None => days.push(day),
                },
                Err((column, what)) => problems.push(CsvProblem { line, column: Some(column), what }),
            }
        }
        if problems.len() == MOST_PROBLEMS {
            break;
        }
    }
    if problems.is_empty() && days.is_empty() {
        problems.push(CsvProblem { line: first + 1, column: None, what: CsvFault::NoDays });
    }
    if problems.is_empty() { Ok(days) } else { Err(problems) }
}

fn columns(line: usize, headings: &[SheetCell]) -> Result<Columns, Vec<CsvProblem>> {
    let headings: Vec<String> = headings.iter().map(|cell| plain(&printed(cell))).collect();
    let place = |name: Name| {
        let mut found = (0..).zip(&headings).filter(|(_, heading)| name.1.contains(&heading.as_str()));
        match (found.next(), found.next()) {
            (_, Some((column, _))) => {
                let what = CsvFault::ColumnTwice(name.0.to_owned());
                Err(vec![CsvProblem { line, column: Some(column), what }])
            }
            (first, None) => Ok(first.map(|(column, _)| column)),
        }
    };
    let needed = |name: Name| {
        let what = || CsvFault::NoColumn(name.0.to_owned());
        place(name)?.ok_or_else(|| vec![CsvProblem { line, column: None, what: what() }])
    };
    Ok(Columns {
        date: needed(DATE)?,
        kind: needed(KIND)?,
        name: needed(NAME)?,
        basis: place(BASIS)?,
        certainty: place(CERTAINTY)?,
        width: headings.len(),
    })
}

/// A line as a day; or the column that is wrong, from 0, and why.
fn day(columns: &Columns, cells: &[SheetCell]) -> Result<CalendarDay, (usize, CsvFault)> {
    let text = |column: usize| cells.get(column).map(|cell| printed(cell).into_owned()).unwrap_or_default();
    let not_a_date = || (columns.date, CsvFault::NotADate(text(columns.date)));
    let cell = cells.get(columns.date).and_then(|cell| value(cell).ok().flatten()).ok_or_else(not_a_date)?;
    let (date, _) = cells::date(cell).map_err(|_why| not_a_date())?;
    let code = text(columns.kind);
    let kind = DayKind::ALL.into_iter().find(|kind| is_code(&code, kind.code()));
    let kind = kind.ok_or((columns.kind, CsvFault::UnknownKind(code)))?;
    let certainty = match columns.certainty.map(|column| (column, text(column))) {
        Some((column, code)) if !code.is_empty() => Certainty::ALL
            .into_iter()
            .find(|certainty| is_code(&code, certainty.code()))
            .ok_or_else(|| (column, CsvFault::UnknownCertainty(code.clone())))?,
        _ => Certainty::User,
    };
    let basis = columns.basis.map(text).unwrap_or_default();
    let day = CalendarDay { date, kind, name: text(columns.name), basis, certainty };
    check_day(&day).map_err(|problem| {
        let column = match problem {
            DayProblem::NoName | DayProblem::TextTooLong => columns.name,
            DayProblem::MakeUpOnWeekday | DayProblem::OffOnWeekend => columns.kind,
            DayProblem::YearOutOfRange | DayProblem::Duplicate(_) => columns.date,
        };
        (column, CsvFault::Day(problem))
    })?;
    Ok(day)
}

/// Whether a cell says this code, in letters with or without tones: "nghi_le", "Nghỉ lễ".
fn is_code(cell: &str, code: &str) -> bool {
    plain(cell) == code.replace('_', " ")
}
