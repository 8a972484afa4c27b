//! The reader: opens a file, what was pasted, or the sheets of a workbook, says what it sees, and reads what it is
//! asked to. It keeps the sheets between the questions.

use std::borrow::Cow;

use super::cells::printed;
use super::damage::{check_letters, meant};
use super::date_columns::ordered;
use super::decode::{Decoded, check_text, composed, decode};
use super::delimited::cut;
use super::dossiers::dossiers;
use super::heading::{describe, describe_with, rivals};
use super::places::Places;
use super::procedures::procedures;
use super::protocol::{
    Encoding, HeadingRows, Kind, MAX_BYTES, MAX_COLUMNS, MAX_ROWS, OpenError, OpenNote, Opened, Question, Reading,
    Request, Rows, SheetInfo, Target, WorkbookError,
};
use super::rows::{Table, most_cells};
use super::sheet::{LeftOut, Sheet, SheetCell};
use super::workbook::flat;

pub use super::decode::{Packed, packed};

#[cfg(test)]
mod tests;

/// The sheets of one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    sheets: Vec<Sheet>,
    /// Whether they were cut from text, where a mark within a cell moves the others.
    is_text: bool,
    /// How many cells each row of a text has, empty ones too; none for a workbook.
    pub(super) widths: Vec<usize>,
    /// Whether the cells of a text are parted by tabs.
    pub(super) is_tabbed: bool,
}

/// A text before anyone knows what its rows are.
pub(super) struct Text {
    /// Its one sheet.
    pub reader: Reader,
    /// How it was written down.
    pub encoding: Option<Encoding>,
    /// What was taken with a remark.
    pub notes: Vec<OpenNote>,
}

impl Reader {
    /// Opens a text file: CSV, or text with tabs. A workbook goes to its own reader first ([`packed`]) and comes in by
    /// [`Reader::open_sheets`].
    pub fn open_file(kind: Kind, name: &str, bytes: &[u8]) -> Result<(Self, Opened), OpenError> {
        Self::text_of_file(name, bytes)?.open(kind)
    }

    /// Opens what was pasted from a spreadsheet or a table of a text document.
    pub fn open_pasted(kind: Kind, text: &str) -> Result<(Self, Opened), OpenError> {
        Self::text_of_paste(text)?.open(kind)
    }

    /// A text file as one sheet.
    pub(super) fn text_of_file(name: &str, bytes: &[u8]) -> Result<Text, OpenError> {
        if packed(bytes).is_some() {
            return Err(OpenError::Workbook(WorkbookError::OtherKind));
        }
        if let Some(kind) = flat(bytes) {
            return Err(OpenError::Workbook(kind));
        }
        let Decoded { text, encoding, guessed } = decode(bytes)?;
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let mut cut = Self::text(name, &text)?;
        cut.notes.splice(0..0, guessed.then_some(OpenNote::GuessedEncoding(encoding)));
        Ok(Text { encoding: Some(encoding), ..cut })
    }

    /// What was pasted as one sheet.
    pub(super) fn text_of_paste(text: &str) -> Result<Text, OpenError> {
        if text.len() > MAX_BYTES {
            return Err(OpenError::TooLarge { bytes: text.len() });
        }
        check_text(text)?;
        Self::text("", &composed(text.trim_start_matches('\u{feff}')))
    }

    fn text(name: &str, text: &str) -> Result<Text, OpenError> {
        let cut = cut(text)?;
        let sheet = Sheet { name: name.to_owned(), rows: cut.rows, ..Sheet::default() };
        let reader = Self { sheets: vec![sheet], is_text: true, widths: cut.widths, is_tabbed: cut.is_tabbed };
        let lost = check_letters(reader.sheets.first().map(|sheet| sheet.rows.as_slice()).unwrap_or_default())?;
        let controls = cut.controls.map(|(line, column, more)| OpenNote::ControlsTaken { line, column, more });
        let unclosed = cut.unclosed.map(|line| OpenNote::UnclosedQuote { line });
        let notes = [unclosed, controls, lost].into_iter().flatten().collect();
        Ok(Text { reader, encoding: None, notes })
    }

    /// The sheets of a workbook that was read elsewhere, within the limits, its text composed. Cells that are merged
    /// downwards are filled if `fills`: a figure that stands once for several rows is no figure of each.
    pub(super) fn of_sheets(sheets: Vec<Sheet>, fills: bool) -> Result<Self, OpenError> {
        let sheets: Vec<Sheet> = sheets.into_iter().map(|sheet| tidy(sheet, fills)).collect();
        let rows = sheets.iter().map(|sheet| sheet.rows.len()).max().unwrap_or(0);
        if rows > MAX_ROWS {
            return Err(OpenError::TooManyRows);
        }
        if sheets.iter().flat_map(|sheet| &sheet.rows).any(|row| row.len() > MAX_COLUMNS) {
            return Err(OpenError::TooManyColumns);
        }
        let texts =
            sheets.iter().flat_map(|sheet| sheet.rows.iter().take(200)).flatten().filter_map(|cell| match cell {
                SheetCell::Text(text) => Some(text.as_str()),
                SheetCell::Empty
                | SheetCell::Number(_)
                | SheetCell::Shown(..)
                | SheetCell::Moment(_)
                | SheetCell::Bool(_)
                | SheetCell::Error(_)
                | SheetCell::Formula(_) => None,
            });
        check_text(&texts.collect::<Vec<_>>().join("\n"))?;
        Ok(Self { sheets, is_text: false, widths: Vec::new(), is_tabbed: false })
    }

    /// Opens the sheets of a workbook that was read elsewhere.
    pub fn open_sheets(kind: Kind, sheets: Vec<Sheet>) -> Result<(Self, Opened), OpenError> {
        let reader = Self::of_sheets(sheets, true)?;
        let opened = reader.opened(kind)?;
        Ok((reader, opened))
    }

    /// The sheets, those that hold nothing included.
    pub(super) fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    fn opened(&self, kind: Kind) -> Result<Opened, OpenError> {
        let filled = self.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.rows.is_empty());
        let sheets: Vec<SheetInfo> = filled.map(|(index, sheet)| describe(sheet, index, kind)).collect();
        if sheets.is_empty() {
            return Err(OpenError::Empty);
        }
        // Of two alike the first.
        let known = |sheet: &SheetInfo| sheet.matching.iter().flatten().count();
        let best = sheets.iter().enumerate().max_by_key(|(place, sheet)| (known(sheet), std::cmp::Reverse(*place)));
        let best = best.map_or(0, |(place, _)| place);
        Ok(Opened { sheets, best, encoding: None, notes: self.notes() })
    }

    /// What was not read of the sheets, for a remark.
    pub(super) fn notes(&self) -> Vec<OpenNote> {
        let note = |sheet: &Sheet| {
            let LeftOut { cells, row, column } = sheet.left_out?;
            Some(OpenNote::LeftOut { sheet: sheet.name.clone(), cells, line: row + 1, column })
        };
        self.sheets.iter().filter_map(note).collect()
    }

    /// Refuses a text most of whose rows have more cells than the heading, and not all as many.
    fn check_ragged(&self, opened: &Opened) -> Result<(), OpenError> {
        let Some((sheet, heading)) = self.sheets.first().zip(opened.sheets.first().and_then(|sheet| sheet.heading))
        else {
            return Ok(());
        };
        let most = most_cells(sheet, heading);
        let below = sheet.rows.iter().enumerate().skip(heading.last + 1).filter(|(_, row)| !row.is_empty());
        let longer: Vec<usize> =
            below.clone().filter(|(_, row)| row.len() > most).map(|(index, _)| index + 1).collect();
        match longer.first() {
            Some(line) if longer.len() > 1 && longer.len() * 2 > below.count() => {
                Err(OpenError::Ragged { line: *line })
            }
            _ => Ok(()),
        }
    }

    /// What a sheet looks like under the heading that the user points to, or under none. No such sheet, no answer.
    pub fn describe(&self, kind: Kind, sheet: usize, heading: Option<HeadingRows>) -> Option<SheetInfo> {
        let heading = heading.map(in_order);
        self.sheets.get(sheet).map(|found| describe_with(found, sheet, kind, heading))
    }

    /// Reads a sheet. A sheet that is not there has no rows.
    pub fn read(&self, request: &Request) -> Reading {
        let empty = Sheet::default();
        let sheet = self.sheets.get(request.sheet).unwrap_or(&empty);
        let all = Target::all(request.kind);
        let mut places = Places::new();
        for (column, target) in request.matching.iter().enumerate() {
            if let Some(target) = target.filter(|target| all.contains(target)) {
                places.entry(target).or_insert(column);
            }
        }
        let missing =
            all.iter().filter(|target| target.is_required() && !places.contains_key(target)).copied().collect();
        let code = match request.kind {
            Kind::Dossiers => Target::Dossier(super::protocol::DossierColumn::Code),
            Kind::Procedures => Target::Procedure(super::protocol::ProcedureColumn::Code),
        };
        let heading = request.heading.map(in_order);
        let first = heading.map_or(0, |heading| heading.last + 1);
        let (sheet, dates) = ordered(sheet, first, &places, &request.answers);
        let sheet = sheet.as_ref();
        let hidden = hidden_rows(sheet, first);
        let mut questions: Vec<Question> =
            (hidden > 0).then_some(Question::HiddenRows { rows: hidden }).into_iter().collect();
        questions.extend(dates);
        let takes_hidden = request.answers.hidden_rows == Some(true);
        let table = Table { sheet, heading, places, code, moves: self.is_text, takes_hidden };
        let mut options = request.options;
        if let Some(unit) = heading.and_then(|heading| super::heading::named_unit(sheet, heading, &table.places)) {
            options.term_unit = Some(unit);
        }
        let columns = table.places.keys().copied().collect();
        let rivals = heading.map(|heading| rivals(sheet, heading, request.kind, &request.matching)).unwrap_or_default();
        let (rows, blank, skipped) = match request.kind {
            Kind::Dossiers => {
                let found = dossiers(&table, &options);
                (Rows::Dossiers(found.rows), found.blank, found.skipped)
            }
            Kind::Procedures => {
                let found = procedures(&table, &options);
                (Rows::Procedures(found.rows), found.blank, found.skipped)
            }
        };
        Reading { rows, blank, skipped, missing, columns, rivals, questions }
    }
}

/// How many rows from the first on are hidden and hold something.
pub(super) fn hidden_rows(sheet: &Sheet, first: usize) -> usize {
    let holds = |row: &&usize| sheet.rows.get(**row).is_some_and(|row| !row.is_empty());
    sheet.hidden_rows.iter().filter(|row| **row >= first).filter(holds).count()
}

impl Text {
    fn open(self, kind: Kind) -> Result<(Reader, Opened), OpenError> {
        let mut opened = self.reader.opened(kind)?;
        self.reader.check_ragged(&opened)?;
        opened.encoding = self.encoding;
        opened.notes.extend(self.notes);
        Ok((self.reader, opened))
    }
}

/// The most cells that are filled from the merged cell above them.
const MOST_FILLED: usize = 1_000_000;

pub(super) fn in_order(heading: HeadingRows) -> HeadingRows {
    let HeadingRows { first, last } = heading;
    HeadingRows { first: first.min(last), last: last.max(first) }
}

/// A sheet without the blanks at its ends, its text composed, and cells that are merged downwards filled if
/// `fills`.
fn tidy(mut sheet: Sheet, fills: bool) -> Sheet {
    sheet.merged.sort_unstable_by_key(|merged| merged.from);
    let mut filled = 0_usize;
    for merged in sheet.merged.iter().filter(|_| fills) {
        let (column, rows) = (merged.from.1, merged.from.0..=merged.to.0);
        if merged.to.1 != column {
            continue;
        }
        // Areas that lie over each other are made up.
        filled = filled.saturating_add(rows.end().min(&MAX_ROWS).saturating_sub(*rows.start()));
        if filled > MOST_FILLED {
            break;
        }
        let cell = sheet.rows.get(merged.from.0).and_then(|row| row.get(column)).cloned().unwrap_or_default();
        for row in sheet.rows.iter_mut().take(rows.end() + 1).skip(rows.start() + 1) {
            if row.len() <= column && column < MAX_COLUMNS {
                row.resize(column + 1, SheetCell::Empty);
            }
            if let Some(place) = row.get_mut(column) {
                *place = cell.clone();
            }
        }
    }
    for row in &mut sheet.rows {
        for cell in row.iter_mut() {
            if let SheetCell::Text(text) = cell {
                if let Cow::Owned(whole) = composed(text) {
                    *text = whole;
                }
                if let Cow::Owned(whole) = meant(text) {
                    *text = whole;
                }
            }
        }
        let length = row.iter().rposition(|cell| !printed(cell).is_empty()).map_or(0, |last| last + 1);
        row.truncate(length);
    }
    let rows = sheet.rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
    sheet.rows.truncate(rows);
    sheet
}
