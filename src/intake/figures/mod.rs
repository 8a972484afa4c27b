//! Tables of figures (biểu số liệu) from CSV, workbooks and what was pasted, read under a form into rows of a table. What
//! can be read in two ways is asked; what is not taken is said with its line and column; nothing is half taken.

use crate::domain::figures::{Form, Row, Rows};
use crate::intake::protocol::{
    AskedCell, FiguresOpened, FiguresReading, FiguresRefusal, FiguresRequest, FiguresSheet, HeadingRows, OpenError,
    Question,
};
use crate::intake::reader::{Reader, Text};
use crate::intake::sheet::Sheet;

use source::Source;
use walk::{Found, Places, Walked, walk};

mod cells;
mod fixed;
mod heads;
mod matching;
mod numbering;
mod source;
mod tree;
mod walk;

#[cfg(test)]
mod tests;

/// Opens a text file: CSV, or text with tabs. A workbook goes to its own reader first and comes in by [`open_sheets`].
pub fn open_file(form: &Form, name: &str, bytes: &[u8]) -> Result<(Reader, FiguresOpened), OpenError> {
    open_text(form, Reader::text_of_file(name, bytes)?)
}

/// Opens what was pasted from a spreadsheet or a table of a text document.
pub fn open_pasted(form: &Form, text: &str) -> Result<(Reader, FiguresOpened), OpenError> {
    open_text(form, Reader::text_of_paste(text)?)
}

/// Opens the sheets of a workbook.
pub fn open_sheets(form: &Form, sheets: Vec<Sheet>) -> Result<(Reader, FiguresOpened), OpenError> {
    let reader = Reader::of_sheets(sheets, false)?;
    let opened = opened(form, &reader)?;
    Ok((reader, opened))
}

fn open_text(form: &Form, text: Text) -> Result<(Reader, FiguresOpened), OpenError> {
    let opened = opened(form, &text.reader)?;
    Ok((text.reader, FiguresOpened { encoding: text.encoding, notes: text.notes, ..opened }))
}

fn opened(form: &Form, reader: &Reader) -> Result<FiguresOpened, OpenError> {
    let filled = reader.sheets().iter().enumerate().filter(|(_, sheet)| !sheet.rows.is_empty());
    let sheets: Vec<FiguresSheet> =
        filled.filter_map(|(index, sheet)| describe(reader, form, index, source::find(sheet, form))).collect();
    let found = |sheet: &FiguresSheet| sheet.matching.iter().flatten().flat_map(|column| column.keys()).count();
    let best = sheets.iter().enumerate().max_by_key(|(place, sheet)| (found(sheet), std::cmp::Reverse(*place)));
    let best = best.map(|(place, _)| place).ok_or(OpenError::Empty)?;
    Ok(FiguresOpened { sheets, best, encoding: None, notes: reader.notes() })
}

/// What a sheet looks like under a heading that the user points to, or under none. No such sheet, no answer.
pub fn describe(reader: &Reader, form: &Form, sheet: usize, heading: Option<HeadingRows>) -> Option<FiguresSheet> {
    Source::new(reader, sheet, heading).map(|source| source.describe(sheet, form))
}

/// Reads a table, or says why nothing of it is taken.
pub fn read(reader: &Reader, request: &FiguresRequest) -> Result<FiguresReading, FiguresRefusal> {
    let form = &request.form;
    let source = Source::new(reader, request.sheet, request.heading).ok_or(FiguresRefusal::NoFigure)?;
    let source = source.with_hidden(request.answers.hidden_rows == Some(true));
    let places = Places::new(&request.matching, form);
    if places.is_empty() {
        return Err(source.header_refusal(form));
    }
    let Walked { rows, mut problems, mut notes, skipped, blank } = walk(&source, &places, form)?;
    let placed: Vec<(Row, Option<Found>)> = match &form.rows {
        Rows::Fixed { rows: prescribed } => fixed::fill(rows, form, prescribed, places.name_column(), &mut problems),
        Rows::Fields {} | Rows::Units {} | Rows::Free { .. } => {
            tree::grow(rows, &form.rows, &mut notes).into_iter().map(|(row, found)| (row, Some(found))).collect()
        }
    };
    let told =
        |(row, _): &(Row, Option<Found>)| row.cells.iter().any(|cell| cell.figure().is_some() || cell.is_unread());
    let hidden = source.hidden_rows();
    if !placed.iter().any(told) && hidden == 0 {
        return Err(FiguresRefusal::NoFigure);
    }
    let mut reading = FiguresReading {
        rows: Vec::with_capacity(placed.len()),
        lines: Vec::with_capacity(placed.len()),
        asks: Vec::new(),
        problems,
        notes,
        skipped,
        blank,
        unmatched: source.unmatched(|column| places.is_read(column)),
        missing: places.missing(form),
        questions: (hidden > 0).then_some(Question::HiddenRows { rows: hidden }).into_iter().collect(),
    };
    for (place, (row, found)) in placed.into_iter().enumerate() {
        reading.lines.push(found.as_ref().map(|found| found.line));
        reading.asks.extend(found.iter().flat_map(|found| asks(found, place, form)));
        reading.rows.push(row);
    }
    Ok(reading)
}

fn asks(found: &Found, row: usize, form: &Form) -> Vec<AskedCell> {
    let asked = |asked: &walk::Asked| {
        let key = form.columns.get(asked.cell)?.key.clone();
        let (ways, readings) = asked.readings.iter().copied().unzip();
        let (column, typed) = (asked.column, asked.typed.clone());
        Some(AskedCell { line: found.line, column, row, key, typed, readings, ways })
    };
    found.asked.iter().filter_map(asked).collect()
}

/// Opens and reads what was pasted by what is found in it: its heading, and what its columns mean.
pub fn read_pasted(text: &str, form: &Form) -> Result<Result<FiguresReading, FiguresRefusal>, OpenError> {
    let (reader, opened) = open_pasted(form, text)?;
    let Some(sheet) = opened.sheets.into_iter().nth(opened.best) else { return Err(OpenError::Empty) };
    Ok(read(&reader, &sheet.request(form.clone())))
}
