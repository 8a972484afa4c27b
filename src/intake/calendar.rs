//! The days of a calendar from a CSV text: columns `ngay`, `loai`, `ten` and, where there are any, `can_cu` and
//! `muc_xac_minh`, by their headings, in any order; other columns are passed over. Cells stand between `,` or `;`.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{CalendarDay, Certainty, DayKind, DayProblem, check_day};
use crate::words::catalogue::intake_calendar as words;
use crate::words::{Lang, Text};

/// The most problems that are named; a file with more is of another kind.
pub const MOST_PROBLEMS: usize = 100;

/// What is wrong with a cell or with the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvProblem {
    /// The line in the file, from 1.
    pub line: usize,
    /// The column in the table, from 1; none where the line as such is meant.
    pub column: Option<usize>,
    /// What is wrong.
    pub what: CsvFault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CsvFault {
    /// No column has this heading.
    NoColumn(&'static str),
    /// A heading stands twice.
    ColumnTwice(&'static str),
    /// A quotation mark is never closed.
    OpenQuote,
    /// There is no day.
    NoDays,
    /// Not a date, or one that does not exist.
    NotADate(String),
    /// Not a code of a kind of day.
    UnknownKind(String),
    /// Not a code of how sure a day is.
    UnknownCertainty(String),
    /// The calendar cannot hold the day.
    Day(DayProblem),
    /// Another line has the same date.
    SameDate(usize),
}

impl CsvProblem {
    /// The problem with its place, in words.
    pub fn sentence(&self, lang: Lang) -> String {
        let place = match self.column {
            Some(column) => words::LINE_COLUMN.get(lang).replace("{column}", &column.to_string()),
            None => words::LINE.get(lang).to_owned(),
        };
        format!("{}: {}", place.replace("{line}", &self.line.to_string()), self.what.words(lang))
    }
}

impl CsvFault {
    fn words(&self, lang: Lang) -> String {
        let named = |text: Text, name: &str| text.get(lang).replace("{name}", name);
        match self {
            Self::NoColumn(name) => named(words::NO_COLUMN, name),
            Self::ColumnTwice(name) => named(words::COLUMN_TWICE, name),
            Self::OpenQuote => words::OPEN_QUOTE.get(lang).to_owned(),
            Self::NoDays => words::NO_DAYS.get(lang).to_owned(),
            Self::NotADate(text) => named(words::NOT_A_DATE, text),
            Self::UnknownKind(text) => named(words::UNKNOWN_KIND, text),
            Self::UnknownCertainty(text) => named(words::UNKNOWN_CERTAINTY, text),
            Self::Day(problem) => day_problem(*problem).get(lang).to_owned(),
            Self::SameDate(line) => named(words::SAME_DATE, &line.to_string()),
        }
    }
}

/// What is wrong with a day, in words.
pub fn day_problem(problem: DayProblem) -> Text {
    match problem {
        DayProblem::Duplicate(_) => words::DUPLICATE,
        DayProblem::MakeUpOnWeekday => words::MAKE_UP_ON_WEEKDAY,
        DayProblem::OffOnWeekend => words::OFF_ON_WEEKEND,
        DayProblem::YearOutOfRange => words::YEAR_OUT_OF_RANGE,
        DayProblem::NoName => words::NO_NAME,
        DayProblem::TextTooLong => words::TOO_LONG,
    }
}

/// The places of the columns.
struct Columns {
    date: usize,
    kind: usize,
    name: usize,
    basis: Option<usize>,
    certainty: Option<usize>,
}

/// Reads the days, in the order of the file; or everything that is wrong, up to [`MOST_PROBLEMS`].
pub fn calendar_days(text: &str) -> Result<Vec<CalendarDay>, Vec<CsvProblem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = lines(text).map_err(|line| vec![CsvProblem { line, column: None, what: CsvFault::OpenQuote }])?;
    let is_filled = |cells: &[String]| cells.iter().any(|cell| !cell.trim().is_empty());
    lines.retain(|(_, cells)| is_filled(cells));
    let mut lines = lines.into_iter();
    let Some((line, headings)) = lines.next() else {
        return Err(vec![CsvProblem { line: 1, column: None, what: CsvFault::NoDays }]);
    };
    let columns = columns(line, &headings)?;
    let (mut days, mut problems, mut seen) = (Vec::new(), Vec::new(), BTreeMap::new());
    for (line, cells) in lines {
        match day(&columns, &cells) {
            Ok(day) => match seen.insert(day.date, line) {
                Some(first) => {
                    let what = CsvFault::SameDate(first);
                    problems.push(CsvProblem { line, column: Some(columns.date + 1), what });
                }
                None => days.push(day),
            },
            Err((column, what)) => problems.push(CsvProblem { line, column: Some(column + 1), what }),
        }
        if problems.len() == MOST_PROBLEMS {
            break;
        }
    }
    if problems.is_empty() && days.is_empty() {
        problems.push(CsvProblem { line, column: None, what: CsvFault::NoDays });
    }
    if problems.is_empty() { Ok(days) } else { Err(problems) }
}

fn columns(line: usize, headings: &[String]) -> Result<Columns, Vec<CsvProblem>> {
    let place = |name: &'static str| {
        let mut found = (0..).zip(headings).filter(|(_, heading)| heading.trim().eq_ignore_ascii_case(name));
        match (found.next(), found.next()) {
            (_, Some((column, _))) => {
                Err(vec![CsvProblem { line, column: Some(column + 1), what: CsvFault::ColumnTwice(name) }])
            }
            (first, None) => Ok(first.map(|(column, _)| column)),
        }
    };
    let needed =
        |name| place(name)?.ok_or_else(|| vec![CsvProblem { line, column: None, what: CsvFault::NoColumn(name) }]);
    Ok(Columns {
        date: needed("ngay")?,
        kind: needed("loai")?,
        name: needed("ten")?,
        basis: place("can_cu")?,
        certainty: place("muc_xac_minh")?,
    })
}

/// A line as a day; or the column that is wrong, from 0, and why.
fn day(columns: &Columns, cells: &[String]) -> Result<CalendarDay, (usize, CsvFault)> {
    let cell = |column: usize| cells.get(column).map_or("", |cell| cell.trim());
    let written = cell(columns.date);
    let date = date(written).ok_or_else(|| (columns.date, CsvFault::NotADate(written.to_owned())))?;
    let code = cell(columns.kind);
    let kind = DayKind::ALL.into_iter().find(|kind| kind.code() == code);
    let kind = kind.ok_or_else(|| (columns.kind, CsvFault::UnknownKind(code.to_owned())))?;
    let certainty = match columns.certainty {
        Some(column) if !cell(column).is_empty() => Certainty::ALL
            .into_iter()
            .find(|certainty| certainty.code() == cell(column))
            .ok_or_else(|| (column, CsvFault::UnknownCertainty(cell(column).to_owned())))?,
        _ => Certainty::User,
    };
    let basis = columns.basis.map_or("", cell).to_owned();
    let day = CalendarDay { date, kind, name: cell(columns.name).to_owned(), basis, certainty };
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

/// `2024-02-09`, `09/02/2024` or `9/2/2024`.
fn date(written: &str) -> Option<NaiveDate> {
    let number =
        |text: &str| if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse::<u32>().ok() } else { None };
    let parts: Vec<&str> = written.split(['-', '/']).collect();
    let &[first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if written.contains('-') { (first, last) } else { (last, first) };
    if year.len() != 4 || written.contains('-') == written.contains('/') {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(i32::try_from(number(year)?).ok()?, number(month)?, number(day)?)?;
    (date.year() > 0).then_some(date)
}

/// The lines with their numbers, each as cells. A cell in quotation marks may hold a line end. Fails with the line on
/// which a quotation mark opens that is never closed.
fn lines(text: &str) -> Result<Vec<(usize, Vec<String>)>, usize> {
    let heading = text.lines().next().unwrap_or_default();
    let comma = if heading.contains(';') && !heading.contains(',') { ';' } else { ',' };
    let (mut found, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut line, mut begun, mut quoted) = (1, 1, None);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (quoted, letter) {
            (Some(_), '"') if letters.next_if_eq(&'"').is_some() => cell.push('"'),
            (Some(_), '"') => quoted = None,
            (None, '"') if cell.is_empty() => quoted = Some(line),
            (None, '\n') => {
                cells.push(std::mem::take(&mut cell));
                found.push((begun, std::mem::take(&mut cells)));
                begun = line + 1;
            }
            (None, '\r') if letters.peek() == Some(&'\n') => {}
            (None, letter) if letter == comma => cells.push(std::mem::take(&mut cell)),
            (_, letter) => cell.push(letter),
        }
        line += usize::from(letter == '\n');
    }
    if let Some(opened) = quoted {
        return Err(opened);
    }
    cells.push(cell);
    found.push((begun, cells));
    Ok(found)
}

#[cfg(test)]
mod tests;
