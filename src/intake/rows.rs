//! Row by row: which rows are records, which cell means what, and what is wrong with each.

use std::borrow::Cow;

use crate::domain::dossier::looks_personal;
use crate::words::damage::letters_lost;
use crate::words::fold::fold;
use crate::words::outline::{is_section_number, is_total};

use super::cells::{Taken, Value, printed, value};
use super::heading::{is_numbering, parts};
use super::places::Places;
use super::protocol::{
    CellNote, CellProblem, HeadingRows, MOST_SHOWN, NoteKind, ProblemKind, RowReading, Skipped, SkippedWhy, Target,
};
use super::sheet::{Sheet, SheetCell};

/// A row that is being read.
pub(super) struct Line<'s> {
    cells: &'s [SheetCell],
    places: &'s Places,
    problems: Vec<CellProblem>,
    notes: Vec<CellNote>,
}

impl<'s> Line<'s> {
    /// Whether a column of the table means this.
    pub fn has(&self, target: Target) -> bool {
        self.places.contains_key(&target)
    }

    fn cell(&self, target: Target) -> Option<(usize, &'s SheetCell)> {
        let column = *self.places.get(&target)?;
        self.cells.get(column).map(|cell| (column, cell))
    }

    /// What a cell holds; none where that is nothing, or an error.
    pub fn value(&self, target: Target) -> Option<Value<'s>> {
        self.cell(target).and_then(|(_, cell)| value(cell).ok().flatten())
    }

    /// Reads a cell. None where it holds nothing or is not taken, which is put down.
    pub fn take<T>(&mut self, target: Target, read: impl FnOnce(Value<'s>) -> Taken<T>) -> Option<T> {
        let (column, cell) = self.cell(target)?;
        match value(cell).and_then(|value| value.map(read).transpose()) {
            Ok(None) => None,
            Ok(Some((taken, note))) => {
                self.notes.extend(note.map(|kind| CellNote { column, target, kind }));
                Some(taken)
            }
            Err(kind) => {
                self.problem(target, kind);
                None
            }
        }
    }

    /// Reads a cell of words that say something beside the rest: one that is not known is left blank with a remark, and
    /// does not hold the row back.
    pub fn take_word<T>(&mut self, target: Target, read: impl FnOnce(Value<'s>) -> Taken<T>) -> Option<T> {
        let read = |value| match read(value) {
            Ok((taken, note)) => Ok((Some(taken), note)),
            Err(ProblemKind::UnknownWord) => Ok((None, Some(NoteKind::LeftBlank(spoken(value))))),
            Err(kind) => Err(kind),
        };
        self.take(target, read).flatten()
    }

    /// Reads a cell of free text; none is the empty text. What seems to belong to a person is noted.
    pub fn text(&mut self, target: Target, read: impl FnOnce(Value<'s>) -> Taken<String>) -> String {
        let text = self.take(target, read).unwrap_or_default();
        if letters_lost(&text) {
            self.note(target, NoteKind::LettersLost);
        }
        self.check_personal(target, &text);
        text
    }

    /// Notes what seems to belong to a person.
    pub fn check_personal(&mut self, target: Target, text: &str) {
        // Every such number has nine digits: most texts need no closer look.
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if digits >= 9 && looks_personal(text).is_some() {
            self.note(target, NoteKind::LooksPersonal);
        }
    }

    /// Puts down a remark on a cell.
    pub fn note(&mut self, target: Target, kind: NoteKind) {
        if let Some(column) = self.places.get(&target).copied() {
            self.notes.push(CellNote { column, target, kind });
        }
    }

    /// Puts down what is wrong with a cell.
    pub fn problem(&mut self, target: Target, kind: ProblemKind) {
        let column = self.places.get(&target).copied();
        let text = self.cell(target).map(|(_, cell)| shown(&printed(cell))).unwrap_or_default();
        self.problems.push(CellProblem { column, target: Some(target), kind, text });
    }

    /// Whether something is wrong with a cell.
    pub fn is_wrong(&self, target: Target) -> bool {
        self.problems.iter().any(|problem| problem.target == Some(target))
    }
}

/// The text of a cell, as far as a remark repeats it.
fn spoken(value: Value<'_>) -> String {
    match value {
        Value::Text(text) => shown(text),
        Value::Number(number) => number.to_string(),
        Value::Moment(moment) => moment.to_string(),
        Value::Bool(answer) => answer.to_string(),
    }
}

/// The first letters of a text, with a mark where there are more.
fn shown(text: &str) -> String {
    match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The table that is read: a sheet, its heading, and where each meaning stands.
pub(super) struct Table<'s> {
    /// The sheet.
    pub sheet: &'s Sheet,
    /// Its heading.
    pub heading: Option<HeadingRows>,
    /// Where each meaning stands.
    pub places: Places,
    /// The column of the code.
    pub code: Target,
    /// Whether more cells than the heading has mean that cells moved: in text, not in a workbook.
    pub moves: bool,
    /// Whether hidden rows are taken.
    pub takes_hidden: bool,
}

impl Table<'_> {
    /// Whether a line, from 1, goes on with the record of the line above it: the cell of its code is merged with that.
    pub fn goes_on(&self, line: usize) -> bool {
        let (Some(column), Some(row)) = (self.places.get(&self.code).copied(), line.checked_sub(1)) else {
            return false;
        };
        // Areas rise by their first cells; one that holds the row begins above it.
        let above = self.sheet.merged.partition_point(|merged| merged.from.0 < row);
        let mut above = self.sheet.merged.iter().take(above).rev().take(MOST_MERGED_ABOVE);
        above.any(|merged| merged.to.0 >= row && merged.from.1 == column && merged.to.1 == column)
    }

    fn code_of<'c>(&self, cells: &'c [SheetCell]) -> Cow<'c, str> {
        let code = self.places.get(&self.code).and_then(|column| cells.get(*column));
        code.map_or(Cow::Borrowed(""), printed)
    }
}

/// Among how many areas above a row the one is looked for that holds its code.
const MOST_MERGED_ABOVE: usize = 1_000;

/// The records of a table.
pub(super) struct Records<R> {
    /// The rows.
    pub rows: Vec<RowReading<R>>,
    /// How many are empty.
    pub blank: usize,
    /// Those that are no record.
    pub skipped: Vec<Skipped>,
}

/// Reads each row after the heading.
pub(super) fn records<R>(table: &Table<'_>, mut read: impl FnMut(&mut Line<'_>) -> Option<R>) -> Records<R> {
    let first = table.heading.map_or(0, |heading| heading.last + 1);
    let head = Head::of(table);
    let foot = foot(table, first);
    let mut records = Records { rows: Vec::new(), blank: 0, skipped: Vec::new() };
    for (index, cells) in table.sheet.rows.iter().enumerate().skip(first) {
        let line = index + 1;
        let filled: Vec<(usize, Cow<'_, str>)> =
            cells.iter().map(printed).enumerate().filter(|(_, text)| !text.is_empty()).collect();
        if filled.is_empty() {
            records.blank += 1;
            continue;
        }
        let left = if index >= foot {
            Some(SkippedWhy::Foot)
        } else {
            (!table.takes_hidden && table.sheet.is_hidden_row(index)).then_some(SkippedWhy::Hidden)
        };
        if let Some(why) = left {
            records.skipped.push(Skipped { line, why });
            continue;
        }
        if let Some(why) = no_record(table, &head, index, cells, &filled) {
            records.skipped.push(Skipped { line, why });
            continue;
        }
        let mut row = Line { cells, places: &table.places, problems: Vec::new(), notes: Vec::new() };
        let record = read(&mut row);
        let Line { mut problems, notes, .. } = row;
        if table.moves && head.width.is_some_and(|width| filled.last().is_some_and(|(last, _)| *last >= width)) {
            let kind = ProblemKind::MoreCellsThanHeading;
            problems.push(CellProblem { column: None, target: None, kind, text: String::new() });
        }
        // Of the whole row first, then from left to right.
        problems.sort_by_key(|problem| problem.column);
        records.rows.push(RowReading { line, record, problems, notes });
    }
    records
}

/// Where the foot of the page begins: who made and signed the table, and notes below its total. Nothing in it has a code
/// or a day, so that no record is lost with it.
fn foot(table: &Table<'_>, first: usize) -> usize {
    let rows = table.sheet.rows.len();
    if !table.places.contains_key(&table.code) {
        return rows;
    }
    let days: Vec<usize> = table.places.iter().filter(|(target, _)| target.is_date()).map(|(_, at)| *at).collect();
    // A code is one word with digits, two at most: "HS 01". A sentence with a number in it is none.
    let is_code =
        |text: &str| text.contains(|letter: char| letter.is_ascii_digit()) && text.split_whitespace().count() <= 2;
    let is_record = |cells: &[SheetCell]| {
        let is_day = |at: &usize| match cells.get(*at) {
            Some(SheetCell::Text(text)) => text.starts_with(|letter: char| letter.is_ascii_digit()),
            Some(cell) => *cell != SheetCell::Empty,
            None => false,
        };
        is_code(&table.code_of(cells)) || days.iter().any(is_day)
    };
    let mut foot = rows;
    for (index, cells) in table.sheet.rows.iter().enumerate().skip(first).rev() {
        let mut texts = cells.iter().map(printed).filter(|text| !text.is_empty());
        let first_text = texts.clone().next().unwrap_or_default();
        // What stands below a total is a note, whatever it says.
        if is_total(&first_text) {
            return if foot_holds_records(table, index + 1, &is_record) { foot } else { index + 1 };
        }
        if is_record(cells) {
            break;
        }
        if texts.any(|text| is_foot_line(&text)) {
            foot = index;
        }
    }
    foot
}

fn foot_holds_records(table: &Table<'_>, from: usize, is_record: &impl Fn(&[SheetCell]) -> bool) -> bool {
    table.sheet.rows.iter().skip(from).any(|cells| is_record(cells))
}

/// Whether a text stands below a table: who made and signed it, where and when, who gets it.
fn is_foot_line(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let said = fold(text);
    const WORDS: [&str; 18] = [
        "nguoi lap",
        "lap bieu",
        "thu truong",
        "chu tich",
        "giam doc",
        "truong phong",
        "truong doan",
        "thu ky",
        "ky ten",
        "ghi ro ho",
        "ky, ",
        "noi nhan",
        "xac nhan",
        "nguoi tong hop",
        "nguoi kiem tra",
        "dong dau",
        "t/m ",
        "tm. ",
    ];
    let is_day = said.contains("ngay") && said.contains("thang") && said.contains("nam");
    is_day || WORDS.iter().any(|words| said.contains(words)) || said.starts_with("ghi chu:")
}

/// What a heading says of the rows below it.
struct Head {
    /// Its rows, for finding them again.
    rows: Vec<Vec<String>>,
    /// How many cells a row has at most; none without a heading.
    width: Option<usize>,
}

impl Head {
    fn of(table: &Table<'_>) -> Self {
        let Some(heading) = table.heading else {
            return Self { rows: Vec::new(), width: None };
        };
        let rows = table.sheet.rows.get(heading.first..=heading.last).unwrap_or_default();
        let rows = rows.iter().map(|row| row.iter().map(|cell| printed(cell).into_owned()).collect()).collect();
        Self { rows, width: Some(most_cells(table.sheet, heading)) }
    }
}

/// How many cells a row below a heading may have: as many as the heading, or one number that most rows have (a last
/// column without a heading).
pub(super) fn most_cells(sheet: &Sheet, heading: HeadingRows) -> usize {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let headed = parts(sheet, heading, width).iter().rposition(|parts| !parts.is_empty()).map_or(0, |last| last + 1);
    let mut lengths: Vec<usize> =
        sheet.rows.iter().skip(heading.last + 1).map(Vec::len).filter(|length| *length > 0).collect();
    let rows = lengths.len();
    lengths.sort_unstable();
    let common = lengths.chunk_by(|one, other| one == other).find(|same| same.len() * 2 > rows);
    common.and_then(|same| same.first().copied()).unwrap_or(0).max(headed)
}

/// Why a row is no record.
fn no_record(
    table: &Table<'_>,
    head: &Head,
    index: usize,
    cells: &[SheetCell],
    filled: &[(usize, Cow<'_, str>)],
) -> Option<SkippedWhy> {
    let (first_column, first) = filled.first()?;
    let near_heading = table.heading.is_some_and(|heading| index <= heading.last + 2);
    let again = |head: &Vec<String>| {
        head.len() == cells.len() && head.iter().zip(cells).all(|(head, cell)| *head == printed(cell))
    };
    if (filled.len() > 1 && head.rows.iter().any(again)) || (near_heading && is_numbering(cells)) {
        return Some(SkippedWhy::Heading);
    }
    let code = table.places.get(&table.code).copied().filter(|code| code != first_column);
    let code = code.and_then(|code| filled.iter().find(|(column, _)| *column == code)).map(|(_, text)| text.as_ref());
    // Beside the words of a sum the column of the code holds how many there are.
    if is_total(first) && code.is_none_or(is_count) {
        return Some(SkippedWhy::Total);
    }
    // Beside the number of a section it holds its name.
    if is_section(table, index, filled) && code.is_none_or(is_name) {
        return Some(SkippedWhy::Section);
    }
    let is_read = |column: &usize| table.places.values().any(|read| read == column);
    (!filled.iter().any(|(column, _)| is_read(column))).then_some(SkippedWhy::Unread)
}

/// Whether a row is a heading within the table: "I. Lĩnh vực đất đai" alone, "I" and "Cấp huyện", or one cell over
/// several columns.
fn is_section(table: &Table<'_>, index: usize, filled: &[(usize, Cow<'_, str>)]) -> bool {
    match filled {
        [(column, text)] => {
            let at = (index, *column);
            let from = table.sheet.merged.partition_point(|merged| merged.from < at);
            let here = table.sheet.merged.iter().skip(from).take_while(|merged| merged.from == at);
            let wide = here.into_iter().any(|merged| merged.to.1 >= merged.from.1 + 2);
            let (number, rest) = text.split_once(['.', ')', ':', '-', '–']).unwrap_or(("", ""));
            wide || (is_section_number(number) && rest.starts_with(' ') && rest.contains(char::is_alphabetic))
        }
        [(column, number), (_, text)] => {
            let is_code = table.places.get(&table.code) == Some(column);
            !is_code && is_section_number(number) && !text.starts_with(char::is_numeric)
        }
        _ => false,
    }
}

fn is_count(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn is_name(text: &str) -> bool {
    text.contains(' ') && !text.contains(|letter: char| letter.is_ascii_digit())
}
