//! The rows of a source below its heading: which are rows of the table, and what each of them says.

use std::collections::BTreeMap;

use crate::domain::answer::MAX_TEXT_BYTES;
use crate::domain::figures::form::MAX_ROWS;
use crate::domain::figures::{Cell, Figure, Form, Rows};
use crate::domain::id::LineKey;
use crate::intake::cells::printed;
use crate::intake::protocol::{
    FigureColumn, FigureProblem, FigureProblemKind, FiguresNote, FiguresRefusal, MOST_SHOWN, Skipped, SkippedWhy, Way,
};
use crate::intake::sheet::SheetCell;
use crate::words::fold::fold;

use super::cells::{self, Among, Said};
use super::numbering::{is_ordinal, split};
use super::source::Source;

/// A row of the source that is one of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Its line, from 1.
    pub line: usize,
    /// Its number as printed.
    pub number: String,
    /// Its name.
    pub name: String,
    /// The section that a column of its own names.
    pub section: Option<String>,
    /// What a column of its own says that it is, folded.
    pub kind: Option<String>,
    /// Its cells, one for each column of the form.
    pub cells: Vec<Cell>,
    /// What has to be asked: the place of the cell, its column in the source, what was typed, what it may say.
    pub asked: Vec<Asked>,
    /// Cells that hold something which was not taken: their place, and what was typed.
    pub unread: Vec<(usize, String)>,
}

/// A cell that has to be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The place of the column in the form.
    pub cell: usize,
    /// Its column in the source.
    pub column: usize,
    /// What was typed.
    pub typed: String,
    /// What it may say, each in its way.
    pub readings: Vec<(Way, Figure)>,
}

impl Found {
    /// Whether nothing stands where figures do.
    pub fn is_blank(&self) -> bool {
        self.tells_nothing() && self.unread.is_empty()
    }

    /// Whether nothing is told of figures: what stands there may be words.
    fn tells_nothing(&self) -> bool {
        self.asked.is_empty() && self.cells.iter().all(Cell::is_blank)
    }

    /// Its cells with what was not read of them.
    pub fn marked_cells(&self) -> Vec<Cell> {
        let mut cells = self.cells.clone();
        let asked = self.asked.iter().map(|asked| (asked.cell, &asked.typed));
        for (place, typed) in self.unread.iter().map(|(place, typed)| (*place, typed)).chain(asked) {
            if let Some(cell) = cells.get_mut(place).filter(|cell| cell.is_blank()) {
                *cell = Cell::Unread(typed.clone());
            }
        }
        cells
    }

    /// Whether it is a total by what it is called.
    pub fn is_total(&self) -> bool {
        match self.kind.as_deref() {
            Some(kind) => is_total(kind),
            None => is_total(&self.name) || (self.name.is_empty() && is_total(&self.number)),
        }
    }
}

/// What stands below a heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walked {
    /// The rows of the table.
    pub rows: Vec<Found>,
    /// What was not taken.
    pub problems: Vec<FigureProblem>,
    /// Remarks.
    pub notes: Vec<FiguresNote>,
    /// Rows that are none of the table.
    pub skipped: Vec<Skipped>,
    /// How many rows are empty.
    pub blank: usize,
}

/// Where each meaning stands; of two columns with one meaning the first.
pub struct Places {
    number: Option<usize>,
    name: Option<usize>,
    section: Option<usize>,
    kind: Option<usize>,
    cells: Vec<(usize, FigureColumn)>,
}

impl Places {
    /// The places of a matching; columns that the form has not are left out.
    pub fn new(matching: &[Option<FigureColumn>], form: &Form) -> Self {
        let mut places = Self { number: None, name: None, section: None, kind: None, cells: Vec::new() };
        let mut taken: BTreeMap<&LineKey, ()> = BTreeMap::new();
        for (column, meaning) in matching.iter().enumerate() {
            let Some(meaning) = meaning else { continue };
            match meaning {
                FigureColumn::Number => places.number = places.number.or(Some(column)),
                FigureColumn::Name => places.name = places.name.or(Some(column)),
                FigureColumn::Section => places.section = places.section.or(Some(column)),
                FigureColumn::RowKind => places.kind = places.kind.or(Some(column)),
                FigureColumn::Cell(_) | FigureColumn::Pair(..) => {
                    if meaning.keys().all(|key| form.column(key).is_some() && !taken.contains_key(key)) {
                        taken.extend(meaning.keys().map(|key| (key, ())));
                        places.cells.push((column, meaning.clone()));
                    }
                }
            }
        }
        places
    }

    /// The columns of the form that nothing fills.
    pub fn missing(&self, form: &Form) -> Vec<LineKey> {
        let filled = |key: &LineKey| self.cells.iter().any(|(_, meaning)| meaning.keys().any(|filled| filled == key));
        form.columns.iter().map(|column| &column.key).filter(|key| !filled(key)).cloned().collect()
    }

    /// Whether no figure can be read.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }
}

pub use crate::words::outline::is_total;

/// Walks the rows. A text in which a row has more or fewer cells than the heading is refused.
pub fn walk(source: &Source<'_>, places: &Places, form: &Form) -> Result<Walked, FiguresRefusal> {
    let mut walked = Walked::default();
    let among = |(column, _): &(usize, FigureColumn)| Among::of(source.rows().filter_map(|(_, row)| row.get(*column)));
    let among: Vec<Among> = places.cells.iter().map(among).collect();
    for (index, cells) in source.rows() {
        let line = index + 1;
        let filled = cells.iter().filter(|cell| !printed(cell).is_empty()).count();
        if filled == 0 {
            walked.blank += 1;
            continue;
        }
        if source.leaves_out(index) {
            walked.skipped.push(Skipped { line, why: SkippedWhy::Hidden });
            continue;
        }
        if source.numbers_columns(cells) || (filled > 1 && source.repeats_heading(cells)) {
            walked.skipped.push(Skipped { line, why: SkippedWhy::Heading });
            continue;
        }
        if source.begins_table(cells) {
            walked.notes.push(FiguresNote::OtherTable { line });
            break;
        }
        let cells = source.checked(index, cells, places.number.zip(places.name), &mut walked.notes)?;
        match found(line, &cells, (places, &among), form, &mut walked.problems) {
            Some(row) if walked.rows.len() < MAX_ROWS => walked.rows.push(row),
            Some(_) => {
                let left = source.rows().skip_while(|(later, _)| *later <= index);
                let left = left.filter(|(_, cells)| cells.iter().any(|cell| !printed(cell).is_empty())).count();
                return Err(FiguresRefusal::TooManyRows { rows: MAX_ROWS + 1 + left });
            }
            None => walked.skipped.push(Skipped { line, why: SkippedWhy::Unread }),
        }
    }
    // Words alone below the last row head nothing.
    if !matches!(form.rows, Rows::Fixed { .. }) {
        while let Some(last) = walked.rows.pop_if(|last| last.number.is_empty() && last.is_blank() && !last.is_total())
        {
            walked.skipped.push(Skipped { line: last.line, why: SkippedWhy::Unread });
        }
        walked.skipped.sort_by_key(|skipped| skipped.line);
    }
    Ok(walked)
}

/// A row of the table; none where nothing in it is read, as in a row with the number of the page.
fn found(
    line: usize,
    cells: &[SheetCell],
    (places, among): (&Places, &[Among]),
    form: &Form,
    problems: &mut Vec<FigureProblem>,
) -> Option<Found> {
    // A name that is a formula without a result is no name.
    let is_formula = |column: usize| matches!(cells.get(column), Some(SheetCell::Formula(_)));
    let text = |column: Option<usize>| {
        let cell = column.filter(|column| !is_formula(*column)).and_then(|column| cells.get(column));
        cell.map(cells::typed).unwrap_or_default()
    };
    let mut row = Found { line, number: text(places.number), name: text(places.name), ..Found::default() };
    row.section = Some(text(places.section)).filter(|section| !section.is_empty());
    row.kind = Some(fold(&text(places.kind))).filter(|kind| !kind.is_empty());
    row.cells = vec![Cell::Blank; form.columns.len()];
    let mut wrong = Vec::new();
    for column in
        [places.number, places.name, places.section].into_iter().flatten().filter(|column| is_formula(*column))
    {
        let typed = cells.get(column).map(cells::typed).unwrap_or_default();
        wrong.push(problem(line, column, None, &typed, FigureProblemKind::FormulaUnsaved));
    }
    for ((column, meaning), among) in places.cells.iter().zip(among) {
        let cell = cells.get(*column).unwrap_or(&SheetCell::Empty);
        fill(line, (*column, cell, *among), meaning, form, &mut row, &mut wrong);
    }
    let has_formula = wrong.iter().any(|wrong| wrong.why == FigureProblemKind::FormulaUnsaved);
    // A number that stands with the words of a name, as in "Tổng cộng" over both columns, or "I. Cấp huyện".
    if row.name.is_empty() && row.number.contains(char::is_alphabetic) && !is_ordinal(&row.number) {
        row.name = std::mem::take(&mut row.number);
    }
    if row.number.is_empty()
        && let Some((number, name)) = split(&row.name)
    {
        (row.number, row.name) = (number.to_owned(), name.to_owned());
    }
    if row.name.len() > MAX_TEXT_BYTES {
        let column = places.name.or(places.number).unwrap_or(0);
        problems.push(problem(line, column, None, &row.name, FigureProblemKind::TooLong));
        row.name = shown(&row.name);
    }
    row.number = row.number.chars().take(MOST_NUMBER).collect();
    let is_named = row.name.contains(char::is_alphabetic) || row.is_total() || row.kind.is_some();
    // Words alone are a section or a line of the page around the table; those are told apart by their number.
    let is_alone = row.is_blank() && wrong.is_empty();
    let is_row = if is_alone {
        is_named && (!row.number.is_empty() || is_section_like(&row, cells))
    } else {
        is_named || !row.tells_nothing() || has_formula
    };
    // Words under the columns of figures and no number before them: who made and who signed the table.
    let is_signed = row.number.is_empty()
        && row.tells_nothing()
        && !has_formula
        && !row.is_total()
        && !wrong.is_empty()
        && wrong.iter().all(|wrong| !wrong.typed.contains(|letter: char| letter.is_ascii_digit() || letter == '#'));
    // A lone number in the column of STT or of the first figure is that of the page.
    let lone = cells.iter().filter(|cell| !printed(cell).is_empty()).count() == 1;
    if !is_row || is_signed || (lone && !is_named) {
        return None;
    }
    problems.append(&mut wrong);
    Some(row)
}

/// The longest number of a row, in letters.
const MOST_NUMBER: usize = 24;

/// The longest name of a section without a number, in words: longer text is a line of the page.
const MOST_WORDS: usize = 12;

/// Whether words alone can head a section: they stand where names stand, and are few.
fn is_section_like(row: &Found, cells: &[SheetCell]) -> bool {
    let filled = cells.iter().filter(|cell| !printed(cell).is_empty()).count();
    let closed = row.name.ends_with([':', '.', ';']) || row.name.contains(['(', '*', '|']);
    filled == 1 && !closed && row.name.split_whitespace().count() <= MOST_WORDS
}

/// Reads one cell of the source into the row.
fn fill(
    line: usize,
    (column, cell, among): (usize, &SheetCell, Among),
    meaning: &FigureColumn,
    form: &Form,
    row: &mut Found,
    wrong: &mut Vec<FigureProblem>,
) {
    let described =
        |key: &LineKey| form.column(key).and_then(|place| form.columns.get(place).map(|column| (place, column)));
    let said: Vec<(usize, &LineKey, Said)> = match meaning {
        FigureColumn::Cell(key) => described(key)
            .map(|(place, column)| (place, key, cells::read(cell, &column.measure, among)))
            .into_iter()
            .collect(),
        FigureColumn::Pair(first, second) => match (described(first), described(second)) {
            (Some((one, first_column)), Some((other, second_column))) => {
                let (first_said, second_said) = cells::pair(cell, first_column, second_column);
                vec![(one, first, first_said), (other, second, second_said)]
            }
            _ => Vec::new(),
        },
        FigureColumn::Number | FigureColumn::Name | FigureColumn::Section | FigureColumn::RowKind => Vec::new(),
    };
    // Of two figures in one cell neither is known where one is not.
    if let [(_, _, Said::Not(_)), (other, _, Said::Is(Cell::Blank))] = said.as_slice() {
        row.unread.push((*other, shown(&cells::typed(cell))));
    }
    for (place, key, said) in said {
        match said {
            Said::Is(value) => {
                if let Some(cell) = row.cells.get_mut(place) {
                    *cell = value;
                }
            }
            Said::Ask(readings) => {
                row.asked.push(Asked { cell: place, column, typed: shown(&cells::typed(cell)), readings });
            }
            Said::Not(why) => {
                let problem = problem(line, column, Some(key), &cells::typed(cell), why);
                if form.columns.get(place).is_some_and(|column| column.measure.is_figure()) {
                    row.unread.push((place, problem.typed.clone()));
                }
                wrong.push(problem);
            }
        }
    }
}

/// A problem with its place.
pub fn problem(
    line: usize,
    column: usize,
    key: Option<&LineKey>,
    typed: &str,
    why: FigureProblemKind,
) -> FigureProblem {
    FigureProblem { line, column, key: key.cloned(), typed: shown(typed), why }
}

/// The first letters of a text, with a mark where there are more.
fn shown(text: &str) -> String {
    match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

impl Places {
    /// The column of the names, or the first that is read.
    pub fn name_column(&self) -> usize {
        self.name.or(self.number).or_else(|| self.cells.first().map(|(column, _)| *column)).unwrap_or(0)
    }

    /// Whether a column is read.
    pub fn is_read(&self, column: usize) -> bool {
        [self.number, self.name, self.section, self.kind].contains(&Some(column))
            || self.cells.iter().any(|(read, _)| *read == column)
    }
}
