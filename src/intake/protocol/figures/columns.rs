//! Cells that can be read in several ways, asked by column: one question, one answer for all.

use crate::domain::figures::{Cell, Figure, Form, Row};
use crate::domain::id::LineKey;

use super::{AskedCell, FiguresReading, Way};

/// The cells of one column that can be read in several ways.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedColumn<'r> {
    /// The column in the source, from 0.
    pub column: usize,
    /// The column of the form.
    pub key: &'r LineKey,
    /// The cells.
    pub cells: Vec<&'r AskedCell>,
    /// The ways in which they can be read, that of most cells first.
    pub ways: Vec<Way>,
}

impl AskedColumn<'_> {
    /// A cell that shows what a way means: its text and its figure under it.
    pub fn example(&self, way: Way) -> Option<(&str, Figure)> {
        self.cells.iter().find_map(|cell| Some((cell.typed.as_str(), cell.reading(way)?)))
    }
}

impl AskedCell {
    /// What it says when it is read in a way; none where it cannot be.
    pub fn reading(&self, way: Way) -> Option<Figure> {
        let at = self.ways.iter().position(|own| *own == way)?;
        self.readings.get(at).copied()
    }
}

impl FiguresReading {
    /// The questions about figures, one for each column that has any, from left to right.
    pub fn asked_columns(&self) -> Vec<AskedColumn<'_>> {
        let mut found: Vec<AskedColumn<'_>> = Vec::new();
        for cell in &self.asks {
            match found.iter_mut().find(|asked| asked.column == cell.column && *asked.key == cell.key) {
                Some(asked) => asked.cells.push(cell),
                None => {
                    found.push(AskedColumn {
                        column: cell.column,
                        key: &cell.key,
                        cells: vec![cell],
                        ways: Vec::new(),
                    });
                }
            }
        }
        for asked in &mut found {
            // How often a way is the likeliest, and how often it is possible at all.
            let counts = |way: Way| {
                let first = asked.cells.iter().filter(|cell| cell.ways.first() == Some(&way)).count();
                (first, asked.cells.iter().filter(|cell| cell.ways.contains(&way)).count())
            };
            let mut ways: Vec<Way> = asked.cells.iter().flat_map(|cell| cell.ways.iter().copied()).collect();
            ways.sort_unstable();
            ways.dedup();
            ways.sort_by_key(|way| std::cmp::Reverse(counts(*way)));
            asked.ways = ways;
        }
        found.sort_by_key(|asked| asked.column);
        found
    }

    /// The rows with an answer for each of [`Self::asked_columns`]. A cell that was not answered, or that cannot be read
    /// in the way of its column, stays unread.
    pub fn answered(&self, form: &Form, answers: &[Option<Way>]) -> Vec<Row> {
        let mut rows = self.rows.clone();
        for (asked, way) in self.asked_columns().iter().zip(answers) {
            let Some((place, way)) = form.column(asked.key).zip(*way) else { continue };
            for cell in &asked.cells {
                let there = rows.get_mut(cell.row).and_then(|row| row.cells.get_mut(place));
                if let (Some(there), Some(figure)) = (there, cell.reading(way)) {
                    *there = Cell::Figure(figure);
                }
            }
        }
        rows
    }
}
