//! Workbooks of spreadsheets (XLSX) made into sheets: each cell by what the workbook says it is, formulas by the value
//! that was stored with them. Only what can be seen is read: hidden sheets, charts and macros are left out.
//!
//! A workbook comes from outside and is not trusted: it may be cut off, encrypted, no workbook at all, or made to
//! unpack to more than a device can hold. Each of these is one [`OpenError`].

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use zip::ZipArchive;
use zip::result::ZipError;

use super::protocol::{MAX_CELLS, MAX_COLUMNS, MAX_ROWS, OpenError, WorkbookError};
use super::sheet::{Merged, Sheet, SheetCell};

/// The most bytes that the text of a workbook may unpack to. The largest table that the other limits allow has less.
const MAX_UNPACKED_BYTES: u64 = 400_000_000;

/// How many rows are read between two words of progress.
const STRIDE: usize = 200;

/// What the files begin with that Office wrote until 2007, and that it still wraps encrypted ones in.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// A part of what an OpenDocument spreadsheet says that it is.
const SPREADSHEET: &[u8] = b"opendocument.spreadsheet";

/// Whether these bytes are meant for [`sheets`] rather than for a reader of text: a workbook, or a file of Office that it
/// refuses by name.
pub fn looks_like_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(&COMPOUND)
}

/// The sheets of a workbook in its order, those that are hidden left out. `on_progress` hears now and then which share
/// of it, from 0 to 1, has been read.
pub fn sheets(bytes: &[u8], on_progress: &mut dyn FnMut(f64)) -> Result<Vec<Sheet>, OpenError> {
    check_parts(bytes).map_err(OpenError::Workbook)?;
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let shown = |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    let names: Vec<String> = workbook.sheets_metadata().iter().filter(shown).map(|sheet| sheet.name.clone()).collect();
    if names.is_empty() {
        return Err(OpenError::Workbook(WorkbookError::NoSheet));
    }
    let mut found = Vec::new();
    let mut cells_left = MAX_CELLS;
    for (index, name) in names.iter().enumerate() {
        let mut within = |share: f64| on_progress((index as f64 + share) / names.len() as f64);
        within(0.0);
        let mut grid = Grid { rows: Vec::new(), cells_left };
        read(&mut workbook, name, &mut grid, &mut within)?;
        let Grid { rows, cells_left: left } = grid;
        cells_left = left;
        let merged = workbook.merge_cells_by_sheet_name(name).map_err(damaged)?;
        let merged = merged.iter().map(|area| Merged { from: place(area.start), to: place(area.end) }).collect();
        found.push(Sheet { name: name.clone(), rows, merged });
    }
    on_progress(1.0);
    Ok(found)
}

/// Refuses what is no workbook, or too large, by its list of parts: nothing is unpacked here. That no part unpacks to
/// more than the list says is seen to later, by the reader of the archive.
fn check_parts(bytes: &[u8]) -> Result<(), WorkbookError> {
    if bytes.starts_with(&COMPOUND) {
        // The name of the part that holds an encrypted document, as such a file writes names.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(name.len()).any(|window| window == name);
        return Err(if is_encrypted { WorkbookError::Locked } else { WorkbookError::OtherKind });
    }
    if !looks_like_one(bytes) {
        return Err(WorkbookError::NotAWorkbook);
    }
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(cut_off)?;
    let (mut unpacked, mut has_workbook, mut is_binary) = (0_u64, false, false);
    for index in 0..parts.len() {
        let part = parts.by_index_raw(index).map_err(cut_off)?;
        let name = part.name().map_err(cut_off)?.to_ascii_lowercase();
        has_workbook |= name.starts_with("xl/") && name.ends_with(".xml");
        is_binary |= name == "xl/workbook.bin";
        // Pictures and the like are never unpacked.
        if name.ends_with(".xml") || name.ends_with(".rels") {
            unpacked = unpacked.saturating_add(part.size());
        }
    }
    // LibreOffice says so at the very beginning.
    let beginning = bytes.get(..bytes.len().min(120)).unwrap_or_default();
    let is_open_document = beginning.windows(SPREADSHEET.len()).any(|window| window == SPREADSHEET);
    match unpacked {
        _ if is_binary || is_open_document => Err(WorkbookError::OtherKind),
        _ if !has_workbook => Err(WorkbookError::NotAWorkbook),
        bytes if bytes > MAX_UNPACKED_BYTES => Err(WorkbookError::Unpacks),
        _ => Ok(()),
    }
}

/// Reads the cells of one sheet.
fn read(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    grid: &mut Grid,
    on_progress: &mut dyn FnMut(f64),
) -> Result<(), OpenError> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(damaged)?;
    // What the sheet says of itself; some programs write nothing useful.
    let last_row = reader.dimensions().end.0 as usize;
    let mut next_word = STRIDE;
    let mut before = (0, 0);
    loop {
        match reader.next_cell() {
            Ok(None) => return Ok(()),
            Ok(Some(cell)) => {
                let (row, column) = place(cell.get_position());
                before = (row, column + 1);
                if let Some(value) = value(cell.get_value()) {
                    grid.put(row, column, value)?;
                }
                if row >= next_word {
                    next_word = row + STRIDE;
                    on_progress((row as f64 / (last_row.max(row) + 1) as f64).min(1.0));
                }
            }
            // An error newer than the list that calamine knows, such as `#SPILL!`. It does not say of which cell: writers
            // leave no gaps in a row of a table, so it is the next one.
            Err(XlsxError::CellError(text)) => {
                grid.put(before.0, before.1, SheetCell::Error(text))?;
                before.1 += 1;
            }
            Err(error) => return Err(damaged(error)),
        }
    }
}

/// The rows of a sheet as they fill.
struct Grid {
    rows: Vec<Vec<SheetCell>>,
    cells_left: usize,
}

impl Grid {
    fn put(&mut self, row: usize, column: usize, value: SheetCell) -> Result<(), OpenError> {
        if row >= MAX_ROWS {
            return Err(OpenError::TooManyRows);
        }
        if column >= MAX_COLUMNS {
            return Err(OpenError::TooManyColumns);
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let Some(cells) = self.rows.get_mut(row) else { return Ok(()) };
        let more = (column + 1).saturating_sub(cells.len());
        let Some(left) = self.cells_left.checked_sub(more) else {
            return Err(OpenError::TooManyCells);
        };
        self.cells_left = left;
        if more > 0 {
            cells.resize_with(column + 1, SheetCell::default);
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = value;
        }
        Ok(())
    }
}

/// A cell by what it is; none for one that holds nothing.
fn value(cell: &DataRef<'_>) -> Option<SheetCell> {
    Some(match cell {
        DataRef::Empty => return None,
        DataRef::String(text) => return filled(text),
        DataRef::SharedString(text) => return filled(text),
        // Workbooks know no whole numbers of their own; an older format of the same crate does.
        #[expect(clippy::cast_precision_loss, reason = "spreadsheets reckon in floats")]
        DataRef::Int(number) => SheetCell::Number(*number as f64),
        DataRef::Float(number) => SheetCell::Number(*number),
        DataRef::Bool(yes) => SheetCell::Bool(*yes),
        DataRef::DateTime(serial) => moment(serial),
        DataRef::DateTimeIso(text) => iso(text).map_or_else(|| SheetCell::Text(text.clone()), SheetCell::Moment),
        DataRef::DurationIso(text) => SheetCell::Text(text.clone()),
        DataRef::Error(error) => SheetCell::Error(error.to_string()),
    })
}

fn filled(text: &str) -> Option<SheetCell> {
    (!text.is_empty()).then(|| SheetCell::Text(text.to_owned()))
}

/// A number that is shown as a date: the moment, to the second. One below a day is a time without a date, and becomes
/// the text that the spreadsheet shows, such as `08:30`; a duration, or what no calendar has, stays a number.
fn moment(serial: &ExcelDateTime) -> SheetCell {
    let number = serial.as_f64();
    if serial.is_duration() || number < 0.0 {
        return SheetCell::Number(number);
    }
    let (year, month, day, hour, minute, second, milli) = serial.to_ymd_hms_milli();
    let time = NaiveTime::from_hms_milli_opt(hour.into(), minute.into(), second.into(), milli.into());
    let moment = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
        .zip(time)
        .map(|(date, time)| to_the_second(date.and_time(time)));
    match moment {
        Some(moment) if number < 1.0 => {
            let form = if moment.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
            SheetCell::Text(moment.format(form).to_string())
        }
        Some(moment) => SheetCell::Moment(moment),
        None => SheetCell::Number(number),
    }
}

/// Fractions of a day are seldom whole seconds in binary.
fn to_the_second(moment: NaiveDateTime) -> NaiveDateTime {
    let rounded = moment.checked_add_signed(TimeDelta::milliseconds(500)).unwrap_or(moment);
    rounded.with_nanosecond(0).unwrap_or(rounded)
}

fn iso(text: &str) -> Option<NaiveDateTime> {
    let text = text.trim_end_matches('Z');
    let moment = text.parse().ok();
    moment.or_else(|| text.parse().ok().map(|date: NaiveDate| date.and_time(NaiveTime::MIN))).map(to_the_second)
}

fn place((row, column): (u32, u32)) -> (usize, usize) {
    (row as usize, column as usize)
}

fn cut_off(_: ZipError) -> WorkbookError {
    WorkbookError::Broken
}

fn damaged(_: XlsxError) -> OpenError {
    OpenError::Workbook(WorkbookError::Broken)
}

#[cfg(test)]
mod tests;
