//! A sheet with its heading: which rows stand below it, and whether each has as many cells as it should.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::domain::figures::Form;
use crate::domain::id::LineKey;
use crate::intake::cells::printed;
use crate::intake::heading::{is_numbering, parts_of, spread};
use crate::intake::protocol::{
    ColumnInfo, FigureColumn, FiguresNote, FiguresRefusal, FiguresSheet, HeadingRows, SAMPLES,
};
use crate::intake::reader::{Reader, hidden_rows, in_order};
use crate::intake::sheet::{Sheet, SheetCell};

use super::heads::{Head, plain};
use super::matching::{Matched, Wanted, by_heading, complete};
use super::walk::is_total;

/// Among how many first rows a heading is looked for.
const SEARCHED: usize = 40;

/// Among how many rows one is looked for that begins with STT, as where several tables were pasted together.
const SEARCHED_FAR: usize = 400;

/// The most rows of a heading.
const MOST_ROWS: usize = 5;

/// The longest heading of one column, in bytes.
const MOST_BYTES: usize = 300;

/// A sheet under a heading.
pub struct Source<'s> {
    sheet: &'s Sheet,
    heading: Option<HeadingRows>,
    /// How many cells each row of a text has; none for a workbook.
    widths: &'s [usize],
    is_tabbed: bool,
    /// How many cells a row should have.
    wanted: usize,
    /// Whether the heading stands over every column: one that was pasted from merged cells does not.
    covers: bool,
    /// Whether hidden rows are taken.
    takes_hidden: bool,
}

impl<'s> Source<'s> {
    /// A sheet of what is open under a heading. A sheet that is not there is no source.
    pub fn new(reader: &'s Reader, sheet: usize, heading: Option<HeadingRows>) -> Option<Self> {
        let sheet = reader.sheets().get(sheet)?;
        let heading = heading.filter(|heading| heading.first < sheet.rows.len());
        let heading = heading.map(in_order).map(|HeadingRows { first, last }| HeadingRows {
            first,
            last: last.min(first + MOST_ROWS - 1).min(sheet.rows.len() - 1),
        });
        let below = heading.map_or(0, |heading| heading.last + 1);
        let common = common(reader.widths.get(below..).unwrap_or_default());
        let of = |row: usize| reader.widths.get(row).copied().unwrap_or(0);
        // The row that numbers the columns has one cell for each, however the heading's were merged.
        let numbers = (below..below + 2).find(|row| sheet.rows.get(*row).is_some_and(|row| is_numbering(row)));
        let rows = heading.map(|heading| heading.first..=heading.last).into_iter().flatten().chain(numbers);
        let headed = rows.map(of).max().unwrap_or(0);
        let is_simple = |heading: HeadingRows| heading.first == heading.last && numbers.is_none();
        let covers = heading.is_none_or(|heading| is_simple(heading) || of(heading.first) >= common);
        let wanted = if heading.is_some() && covers { headed } else { common.max(headed) };
        let (widths, is_tabbed) = (&reader.widths, reader.is_tabbed);
        Some(Self { sheet, heading, widths, is_tabbed, wanted, covers, takes_hidden: false })
    }

    /// The same, where hidden rows are taken or left out.
    pub fn with_hidden(self, takes_hidden: bool) -> Self {
        Self { takes_hidden, ..self }
    }

    /// How many rows below the heading are hidden and hold something.
    pub fn hidden_rows(&self) -> usize {
        hidden_rows(self.sheet, self.heading.map_or(0, |heading| heading.last + 1))
    }

    /// Whether a row, by its place from 0, is hidden and not taken.
    pub fn leaves_out(&self, row: usize) -> bool {
        !self.takes_hidden && self.sheet.is_hidden_row(row)
    }

    /// The rows below the heading, with their place from 0.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &'s Vec<SheetCell>)> {
        self.sheet.rows.iter().enumerate().skip(self.heading.map_or(0, |heading| heading.last + 1))
    }

    /// Whether these cells are a row of the heading once more: cell for cell, or STT before words that mostly stand in it.
    pub fn repeats_heading(&self, cells: &[SheetCell]) -> bool {
        let Some(heading) = self.heading else { return false };
        let rows = self.sheet.rows.get(heading.first..=heading.last).unwrap_or_default();
        let words = |cells: &[SheetCell]| -> BTreeSet<String> {
            cells.iter().map(|cell| plain(&printed(cell))).filter(|words| !words.is_empty()).collect()
        };
        if self.begins_table(cells) {
            let own: BTreeSet<String> = rows.iter().flat_map(|row| words(row)).collect();
            let again = words(cells);
            return again.intersection(&own).count() * 2 > again.len();
        }
        rows.iter().any(|row| {
            row.len() == cells.len() && row.iter().zip(cells).all(|(one, other)| printed(one) == printed(other))
        })
    }

    /// Whether these cells begin the heading of a table.
    pub fn begins_table(&self, cells: &[SheetCell]) -> bool {
        let texts: Vec<Cow<'_, str>> = cells.iter().map(printed).collect();
        heads_table(texts.iter().map(AsRef::as_ref))
    }

    /// Whether these cells number the columns: no letter comes after the first number, as it does where a row has one for
    /// a name.
    pub fn numbers_columns(&self, cells: &[SheetCell]) -> bool {
        let texts: Vec<Cow<'_, str>> = cells.iter().map(printed).collect();
        let mut after = texts.iter().skip_while(|text| !text.contains(|letter: char| letter.is_ascii_digit()));
        is_numbering(cells) && !after.any(|text| text.contains(char::is_alphabetic))
    }

    /// A row of a text with its cells under their columns. One with more or fewer cells than the heading is refused; in
    /// what was pasted, a total whose cells of number and name were merged has one less, and is moved.
    pub fn checked(
        &self,
        index: usize,
        cells: &'s [SheetCell],
        names: Option<(usize, usize)>,
        notes: &mut Vec<FiguresNote>,
    ) -> Result<Cow<'s, [SheetCell]>, FiguresRefusal> {
        let Some(width) = self.widths.get(index).copied().filter(|_| self.wanted > 0) else {
            return Ok(Cow::Borrowed(cells));
        };
        let ragged = |found: usize| FiguresRefusal::Ragged { line: index + 1, found, wanted: self.wanted };
        if cells.len() > self.wanted {
            return Err(ragged(width));
        }
        if width >= self.wanted || width < 2 {
            return Ok(Cow::Borrowed(cells));
        }
        if self.is_tabbed {
            // Tables of text documents leave cells out at the end of a row, and paste merged cells as one.
            let merged = names.filter(|(number, name)| {
                let first = cells.get(*number).map(printed).unwrap_or_default();
                width + 1 == self.wanted && *name == number + 1 && is_total(&first)
            });
            let Some((_, name)) = merged else { return Ok(Cow::Borrowed(cells)) };
            let mut moved = cells.to_vec();
            moved.insert(name.min(moved.len()), SheetCell::Empty);
            notes.push(FiguresNote::Shifted { line: index + 1 });
            return Ok(Cow::Owned(moved));
        }
        // The last line of a file may end with its last mark.
        let is_last = index + 1 == self.sheet.rows.len();
        if is_last && width + 1 == self.wanted { Ok(Cow::Borrowed(cells)) } else { Err(ragged(width)) }
    }

    /// What the sheet looks like under its heading.
    pub fn describe(&self, index: usize, form: &Form) -> FiguresSheet {
        let wanted = Wanted::new(form);
        let width = self.sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        let rows: Vec<Vec<String>> = self
            .heading
            .map(|heading| (heading.first..=heading.last).map(|row| spread(self.sheet, row, width)).collect())
            .unwrap_or_default();
        let mut matched = by_heading(&rows, width, &wanted);
        // Blank cells at the end of a heading get lost; where cells within it did, its words stand over other columns.
        let covers = self.covers || matched.found() == form.columns.len();
        if !covers {
            matched = by_heading(&[], width, &wanted);
        }
        complete(self.sheet, self.heading, covers, &wanted, &mut matched);
        let headings = parts_of(&rows, width);
        let columns: Vec<ColumnInfo> = (0..width)
            .map(|column| {
                let values = self.rows().filter(|(_, row)| !is_numbering(row)).filter_map(|(_, row)| row.get(column));
                let samples = values.map(printed).filter(|text| !text.is_empty()).take(SAMPLES);
                let heading = headings.get(column).map(|parts| parts.join(" – ")).unwrap_or_default();
                let is_hidden = self.sheet.is_hidden_column(column);
                ColumnInfo { heading, samples: samples.map(Cow::into_owned).collect(), is_hidden }
            })
            .collect();
        let filled: Vec<&FigureColumn> = matched.columns.iter().flatten().collect();
        let is_filled = |key: &&LineKey| filled.iter().any(|column| column.keys().any(|own| own == *key));
        let missing = form.columns.iter().map(|column| &column.key).filter(|key| !is_filled(key)).cloned().collect();
        let refusal = (matched.found() == 0).then(|| self.header_refusal(form));
        let Matched { columns: matching, by: matched_by } = matched;
        let (name, rows) = (self.sheet.name.clone(), self.sheet.rows.len());
        FiguresSheet { name, index, rows, heading: self.heading, columns, matching, matched_by, missing, refusal }
    }

    /// That the heading is none of the form.
    pub fn header_refusal(&self, form: &Form) -> FiguresRefusal {
        let first = self.heading.map_or(0, |heading| heading.first);
        let found = self.sheet.rows.iter().skip(first).map(Vec::len).max().unwrap_or(0);
        FiguresRefusal::Header { line: first + 1, found, wanted: form.columns.len() + 2 }
    }

    /// The headings of columns that hold something below them and are not read.
    pub fn unmatched(&self, is_read: impl Fn(usize) -> bool) -> Vec<String> {
        let Some(heading) = self.heading else { return Vec::new() };
        let width = self.sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
        let rows: Vec<Vec<String>> = (heading.first..=heading.last).map(|row| spread(self.sheet, row, width)).collect();
        let headings = parts_of(&rows, width);
        let holds =
            |column: usize| self.rows().any(|(_, row)| row.get(column).is_some_and(|cell| !printed(cell).is_empty()));
        let open = (0..width).filter(|column| !is_read(*column) && holds(*column));
        open.map(|column| headings.get(column).map(|parts| parts.join(" – ")).unwrap_or_default())
            .filter(|heading| !heading.is_empty())
            .collect()
    }
}

/// Whether these texts begin the heading of a table: STT, and words beside it.
fn heads_table<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let mut filled = texts.filter(|text| !text.is_empty());
    filled.next().is_some_and(|first| Head::new([first]).is_number()) && filled.next().is_some()
}

/// The number of cells that most rows have which are more than one cell; of two alike the greater.
fn common(widths: &[usize]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for width in widths.iter().filter(|width| **width > 1) {
        *counts.entry(*width).or_insert(0_usize) += 1;
    }
    counts.into_iter().max_by_key(|(width, count)| (*count, *width)).map_or(0, |(width, _)| width)
}

/// The rows of the heading: those that name most columns of the form; else those above the numbers of the columns; else
/// the first row that is nothing but words.
pub fn find(sheet: &Sheet, form: &Form) -> Option<HeadingRows> {
    let wanted = Wanted::new(form);
    let width = sheet.rows.iter().take(SEARCHED_FAR + MOST_ROWS).map(Vec::len).max().unwrap_or(0);
    let searched = sheet.rows.len().min(SEARCHED_FAR + MOST_ROWS);
    let rows: Vec<Vec<String>> = (0..searched).map(|row| spread(sheet, row, width)).collect();
    let mut best: Option<(usize, HeadingRows)> = None;
    let near = |first: &usize| {
        *first < SEARCHED || rows.get(*first).is_some_and(|row| heads_table(row.iter().map(String::as_str)))
    };
    for first in (0..searched.min(SEARCHED_FAR)).filter(near) {
        for last in first..searched.min(first + MOST_ROWS) {
            if !rows.get(last).is_some_and(|row| is_heading_like(row)) {
                break;
            }
            let matched = by_heading(rows.get(first..=last).unwrap_or_default(), width, &wanted);
            let named = matched.columns.iter().flatten().count();
            let score = matched.found() * 10 + named;
            if matched.found() > 0 && best.is_none_or(|(most, _)| score > most) {
                best = Some((score, HeadingRows { first, last }));
            }
        }
    }
    best.map(|(_, heading)| heading).or_else(|| above_numbers(sheet, &rows)).or_else(|| {
        let texts = |row: &[String]| row.iter().filter(|text| !text.is_empty()).count();
        let first = rows.iter().take(SEARCHED).position(|row| texts(row) > 1)?;
        let is_words =
            |row: &Vec<String>| row.iter().all(|text| !text.contains(|letter: char| letter.is_ascii_digit()));
        rows.get(first).filter(|row| is_words(row)).map(|_| HeadingRows { first, last: first })
    })
}

/// The rows of several texts right above the first row that numbers the columns.
fn above_numbers(sheet: &Sheet, rows: &[Vec<String>]) -> Option<HeadingRows> {
    let numbers = sheet.rows.iter().take(SEARCHED).position(|row| is_numbering(row))?;
    let last = numbers.checked_sub(1)?;
    let texts = |row: &usize| rows.get(*row).is_some_and(|row| row.iter().filter(|text| !text.is_empty()).count() > 1);
    let first = (0..=last).rev().take(MOST_ROWS).take_while(texts).last()?;
    Some(HeadingRows { first, last })
}

/// Whether a row can be one of a heading: words, and no number but a year.
fn is_heading_like(row: &[String]) -> bool {
    let is_year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let is_number = |text: &String| {
        !text.is_empty()
            && !is_year(text)
            && text.chars().all(|letter| letter.is_ascii_digit() || ".,% ".contains(letter))
    };
    row.iter().all(|text| text.len() <= MOST_BYTES && !is_number(text)) && row.iter().any(|text| !text.is_empty())
}
