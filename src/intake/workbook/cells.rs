//! The cells of one sheet.

use std::collections::BTreeSet;
use std::io::BufRead;

use crate::intake::protocol::{MAX_COLUMNS, MAX_ROWS, OpenError, WorkbookError};
use crate::intake::sheet::SheetCell;

use super::book::{Book, CellFormat, unescaped};
use super::grid::Grid;
use super::moment::{iso, moment};
use super::xml::{Element, Next, Xml, is_yes};

/// How many rows are read between two words of progress.
const STRIDE: usize = 200;

/// The rows and columns that any spreadsheet has (ECMA-376 part 1, 18.2.10). A reference beyond them is made up.
const ROWS: usize = 1_048_576;
const COLUMNS: usize = 16_384;

/// The most merged areas of a sheet that are heard of.
const MOST_MERGED: usize = 10_000;

/// The longest formula that is kept, in letters.
const MOST_FORMULA: usize = 60;

/// A place in a sheet: row and column, from 0.
type At = (usize, usize);

/// What a sheet says beside its cells.
#[derive(Default)]
pub struct Cells {
    /// Merged areas: first and last cell.
    pub merged: Vec<(At, At)>,
    /// Rows that are hidden, rising.
    pub hidden_rows: Vec<usize>,
    /// Columns that are hidden, rising.
    pub hidden_columns: Vec<usize>,
}

/// A cell that is being read.
#[derive(Default)]
struct Draft {
    at: At,
    style: usize,
    kind: String,
    /// What stands in it, and whether anything does.
    value: String,
    has_value: bool,
    formula: String,
    has_formula: bool,
}

/// What a piece of text belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Value,
    Formula,
}

/// A sheet on its way.
struct Reading<'r> {
    book: &'r Book,
    grid: &'r mut Grid,
    next: At,
    draft: Option<Draft>,
    inside: Inside,
    phonetic: usize,
    hidden_rows: BTreeSet<usize>,
    hidden_columns: BTreeSet<usize>,
    merged: Vec<(At, At)>,
    /// The last row as the sheet says it; some programs write nothing useful.
    last_row: usize,
}

impl Cells {
    /// Reads a sheet into a grid. Fails where it is damaged, holds made-up references, or is beyond a limit.
    pub fn read<R: BufRead>(
        mut xml: Xml<R>,
        book: &Book,
        grid: &mut Grid,
        on_progress: &mut dyn FnMut(f64),
    ) -> Result<Self, OpenError> {
        let mut reading = Reading {
            book,
            grid,
            next: (0, 0),
            draft: None,
            inside: Inside::Nothing,
            phonetic: 0,
            hidden_rows: BTreeSet::new(),
            hidden_columns: BTreeSet::new(),
            merged: Vec::new(),
            last_row: 0,
        };
        let (mut next_word, mut is_whole) = (STRIDE, false);
        loop {
            match xml.next().map_err(OpenError::Workbook)? {
                Next::Start(element) => reading.begin(&element).map_err(OpenError::Workbook)?,
                Next::End(end) => {
                    let name = end.name();
                    is_whole |= name == "worksheet";
                    reading.end(name)?;
                }
                Next::Text(text) => reading.text(&text),
                Next::Over if is_whole => break,
                Next::Over => return Err(OpenError::Workbook(WorkbookError::Broken)),
            }
            let row = reading.next.0;
            if row >= next_word {
                next_word = row + STRIDE;
                on_progress((row as f64 / (reading.last_row.max(row) + 1) as f64).min(1.0));
            }
        }
        let Reading { merged, hidden_rows, hidden_columns, .. } = reading;
        let (hidden_rows, hidden_columns) = (hidden_rows.into_iter().collect(), hidden_columns.into_iter().collect());
        Ok(Self { merged, hidden_rows, hidden_columns })
    }
}

impl Reading<'_> {
    fn begin(&mut self, element: &Element<'_>) -> Result<(), WorkbookError> {
        match element.name() {
            "dimension" => {
                let end = element.attribute("ref")?.and_then(|area| area_of(&area)).map(|(_, end)| end.0);
                self.last_row = end.unwrap_or(0);
            }
            "col" => self.hide_columns(element)?,
            "row" => {
                let (mut row, mut is_hidden) = (Some(self.next.0), false);
                element.each(|own, value| match own {
                    "r" => row = value.parse().ok().and_then(|row: usize| row.checked_sub(1)),
                    "hidden" => is_hidden = is_yes(value),
                    _ => {}
                })?;
                let row = row.filter(|row| *row < ROWS).ok_or(WorkbookError::Broken)?;
                self.next = (row, 0);
                if is_hidden && row < MAX_ROWS {
                    self.hidden_rows.insert(row);
                }
            }
            "c" => {
                let mut draft = Draft { at: self.next, ..Draft::default() };
                let mut is_made_up = false;
                element.each(|own, value| match own {
                    "r" => match reference(value) {
                        Some(at) => draft.at = at,
                        None => is_made_up = true,
                    },
                    "s" => draft.style = value.parse().unwrap_or(0),
                    "t" => value.clone_into(&mut draft.kind),
                    _ => {}
                })?;
                if is_made_up || draft.at.0 >= ROWS || draft.at.1 >= COLUMNS {
                    return Err(WorkbookError::Broken);
                }
                self.draft = Some(draft);
            }
            "rPh" => self.phonetic += 1,
            name @ ("v" | "t" | "f") => {
                if let Some(draft) = &mut self.draft {
                    let is_formula = name == "f";
                    draft.has_formula |= is_formula;
                    draft.has_value |= !is_formula;
                    let is_spoken = self.phonetic > 0;
                    self.inside = match (is_formula, is_spoken) {
                        (_, true) => Inside::Nothing,
                        (true, false) => Inside::Formula,
                        (false, false) => Inside::Value,
                    };
                }
            }
            "mergeCell" => {
                let area = element.attribute("ref")?.and_then(|area| area_of(&area));
                self.merged.extend(area.filter(|_| self.merged.len() < MOST_MERGED));
            }
            _ => {}
        }
        Ok(())
    }

    fn hide_columns(&mut self, element: &Element<'_>) -> Result<(), WorkbookError> {
        let (mut first, mut last, mut is_hidden) = (0_usize, 0_usize, false);
        element.each(|own, value| match own {
            "min" => first = value.parse().unwrap_or(0),
            "max" => last = value.parse().unwrap_or(0),
            "hidden" => is_hidden |= is_yes(value),
            "width" => is_hidden |= value.parse() == Ok(0.0_f64),
            _ => {}
        })?;
        if is_hidden && let Some(first) = first.checked_sub(1) {
            self.hidden_columns.extend(first..last.min(MAX_COLUMNS));
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        let Some(draft) = &mut self.draft else { return };
        match self.inside {
            Inside::Value => draft.value.push_str(text),
            Inside::Formula => draft.formula.push_str(text),
            Inside::Nothing => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), OpenError> {
        match name {
            "row" => self.next = (self.next.0 + 1, 0),
            "rPh" => self.phonetic = self.phonetic.saturating_sub(1),
            "v" | "t" | "f" => self.inside = Inside::Nothing,
            "c" => {
                let Some(draft) = self.draft.take() else { return Ok(()) };
                self.next = (draft.at.0, draft.at.1 + 1);
                let (row, column) = draft.at;
                if let Some(value) = self.value(draft).map_err(OpenError::Workbook)? {
                    self.grid.put(row, column, value)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A cell by what it is; none for one that holds nothing.
    fn value(&self, draft: Draft) -> Result<Option<SheetCell>, WorkbookError> {
        let Draft { style, kind, value, has_value, formula, has_formula, .. } = draft;
        // An empty text is a result, an empty number is none.
        let has_result = has_value && (kind == "str" || !value.trim().is_empty());
        if has_formula && !has_result {
            return Ok(Some(SheetCell::Formula(shown(&formula))));
        }
        Ok(match kind.as_str() {
            "s" => {
                let place = value.trim();
                if place.is_empty() {
                    return Ok(None);
                }
                let text = place.parse::<usize>().ok().and_then(|place| self.book.strings.get(place));
                filled(text.ok_or(WorkbookError::Broken)?.clone())
            }
            "inlineStr" | "str" => filled(unescaped(value)),
            "b" => (!value.is_empty()).then(|| SheetCell::Bool(is_yes(value.trim()))),
            "e" => (!value.is_empty()).then_some(SheetCell::Error(value)),
            "d" => iso(value.trim()).map_or_else(|| filled(value.clone()), |moment| Some(SheetCell::Moment(moment))),
            _ => match value.trim() {
                "" => None,
                digits => match digits.parse::<f64>().ok().filter(|number| number.is_finite()) {
                    // What a program writes that cannot reckon, and asks the next one to.
                    Some(0.0) if has_formula && self.book.recalculates => Some(SheetCell::Formula(shown(&formula))),
                    Some(number) => Some(self.number(number, style)),
                    None => filled(value.clone()),
                },
            },
        })
    }

    fn number(&self, number: f64, style: usize) -> SheetCell {
        match self.book.format(style) {
            CellFormat::Plain | CellFormat::Duration => SheetCell::Number(number),
            CellFormat::Date => moment(number, self.book.from_1904),
            CellFormat::Number(format) => {
                // 7 under `00000` is the code 00007.
                let digits = format.digits(number).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
                let least = usize::from(format.least_digits);
                match digits.filter(|digits| digits.len() < least && least <= 30) {
                    Some(digits) if !format.is_percent && format.unit.is_empty() => {
                        SheetCell::Text(format!("{digits:0>least$}"))
                    }
                    _ => SheetCell::Shown(number, format.clone()),
                }
            }
        }
    }
}

fn filled(text: String) -> Option<SheetCell> {
    (!text.is_empty()).then_some(SheetCell::Text(text))
}

/// A formula with its sign, cut after [`MOST_FORMULA`] letters.
fn shown(formula: &str) -> String {
    let mut text: String = std::iter::once('=').chain(formula.chars().take(MOST_FORMULA)).collect();
    if formula.chars().nth(MOST_FORMULA).is_some() {
        text.push('…');
    }
    text
}

/// A reference such as `C7`; none for what no spreadsheet has.
fn reference(text: &str) -> Option<At> {
    let digits = text.find(|letter: char| !letter.is_ascii_alphabetic())?;
    let (letters, digits) = text.split_at(digits);
    if !(1..=3).contains(&letters.len()) || !(1..=7).contains(&digits.len()) || digits.starts_with('+') {
        return None;
    }
    let column =
        letters.bytes().fold(0, |column, letter| column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: usize = digits.parse().ok()?;
    let (row, column) = (row.checked_sub(1)?, column.checked_sub(1)?);
    (row < ROWS && column < COLUMNS).then_some((row, column))
}

/// An area such as `A1:C7`, or one cell.
fn area_of(text: &str) -> Option<(At, At)> {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    let (from, to) = (reference(from)?, reference(to)?);
    Some(((from.0.min(to.0), from.1.min(to.1)), (from.0.max(to.0), from.1.max(to.1))))
}
