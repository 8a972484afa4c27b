//! A block of cells from the clipboard, as a spreadsheet or a table of a text document puts it there, laid over a table of
//! figures from one of its cells on. What cannot be read for sure is told and changes nothing.

use crate::domain::edit::CellPut;
use crate::domain::figures::form::MAX_ROWS;
use crate::domain::figures::reading::{Reading, Unread, read};
use crate::domain::figures::{Cell, Figure, StatTable};
use crate::domain::id::LineKey;
use crate::words::fold::fold;

/// The columns before those of the form: STT and the name of the row.
pub const NAMED: usize = 2;

/// What laying a block over a table gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// The table with the block in it.
    pub table: StatTable,
    /// The cells that are other ones now, where no row came and none got another name: then these are the whole change.
    pub cells: Option<Vec<CellPut>>,
    /// How many cells were taken.
    pub taken: usize,
    /// How many rows were added.
    pub added: usize,
    /// Cells that were left as they are, with the reason.
    pub left: Vec<Left>,
    /// How many filled cells lie beyond the last column, or beyond the last row where none can be added.
    pub beyond: usize,
}

/// A cell that was left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its row.
    pub row: LineKey,
    /// Its column; none for the name of a row.
    pub column: Option<LineKey>,
    /// What was to go there.
    pub typed: String,
    /// Why it did not.
    pub why: Why,
}

/// Why a cell was left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It can be read as one of these.
    Ask(Vec<Figure>),
    /// It is no figure.
    Unread(Unread),
    /// The form prescribes another name.
    Prescribed,
}

pub use super::quoted::tabbed as cut;

/// Lays a block over a table, its first cell at this row and column, each by its place; columns count STT and the name of
/// the row first ([`NAMED`]).
pub fn lay(table: &StatTable, block: &[Vec<String>], at: (usize, usize)) -> Laid {
    let mut laid =
        Laid { table: table.clone(), cells: Some(Vec::new()), taken: 0, added: 0, left: Vec::new(), beyond: 0 };
    for (down, cells) in block.iter().enumerate() {
        let place = at.0 + down;
        if place >= laid.table.rows.len() && !add(&mut laid, cells, at.1) {
            laid.beyond += cells.iter().filter(|cell| !cell.trim().is_empty()).count();
            continue;
        }
        for (right, typed) in cells.iter().enumerate() {
            match (at.1 + right).checked_sub(NAMED) {
                None => name(&mut laid, place, at.1 + right, typed),
                Some(column) => figure(&mut laid, place, column, typed),
            }
        }
    }
    laid
}

/// Adds the row for a line of the block. A line in which nothing stands adds none.
fn add(laid: &mut Laid, cells: &[String], first: usize) -> bool {
    let rows = laid.table.rows.len();
    if !laid.table.takes_rows() || rows >= MAX_ROWS || cells.iter().all(|cell| cell.trim().is_empty()) {
        return false;
    }
    let at =
        |column: usize| column.checked_sub(first).and_then(|place| cells.get(place)).map_or("", |cell| cell.trim());
    let depth = if first < NAMED {
        laid.table.printed_depth(at(0), at(1))
    } else {
        laid.table.rows.last().map_or(0, |row| row.depth)
    };
    let Some(row) = laid.table.blank_row(at(0), "", depth, rows) else { return false };
    laid.table.rows.push(row);
    laid.added += 1;
    laid.cells = None;
    true
}

fn name(laid: &mut Laid, place: usize, column: usize, typed: &str) {
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let takes_rows = laid.table.takes_rows();
    let Some(row) = laid.table.rows.get_mut(place) else { return };
    let held = if column == 0 { &mut row.number } else { &mut row.name };
    if *held == typed {
        return;
    }
    if takes_rows {
        *held = typed;
        laid.taken += 1;
        laid.cells = None;
    } else if column == 1 && fold(held) != fold(&typed) {
        laid.left.push(Left { row: row.key.clone(), column: None, typed, why: Why::Prescribed });
    }
}

fn figure(laid: &mut Laid, place: usize, column: usize, typed: &str) {
    let Some(described) = laid.table.form.columns.get(column) else {
        laid.beyond += usize::from(!typed.trim().is_empty());
        return;
    };
    let Some(row) = laid.table.rows.get_mut(place) else { return };
    let mut leave = |why| {
        let (row, column) = (row.key.clone(), Some(described.key.clone()));
        laid.left.push(Left { row, column, typed: typed.trim().to_owned(), why });
    };
    let cell = match read(typed, &described.measure) {
        Reading::Blank => Cell::Blank,
        Reading::Figure(figure) => Cell::Figure(figure),
        Reading::Text(text) => Cell::Text(text),
        Reading::Ask(figures) => return leave(Why::Ask(figures)),
        Reading::Unread(why) => return leave(Why::Unread(why)),
    };
    let Some(held) = row.cells.get_mut(column) else { return };
    if !same(held, &cell) {
        if let Some(cells) = &mut laid.cells {
            cells.push(CellPut { row: row.key.clone(), column: described.key.clone(), cell: cell.clone() });
        }
        *held = cell;
    }
    laid.taken += 1;
}

/// Whether two cells are the same, the decimals that are printed included.
pub fn same(one: &Cell, other: &Cell) -> bool {
    match (one, other) {
        (Cell::Figure(one), Cell::Figure(other)) => one == other && one.decimals() == other.decimals(),
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::edit::check_table;
    use crate::domain::figures::Rows;
    use crate::domain::figures::form::FixedRow;
    use crate::domain::fixture::figures::{both, counts, figure as fig, form, line, row, table};

    use super::*;

    fn units(rows: Vec<crate::domain::figures::Row>) -> StatTable {
        table(form(Rows::Units {}, vec![counts("a"), counts("b")], Vec::new()), rows)
    }

    fn text(table: &StatTable, row: usize) -> Vec<String> {
        let cell = |cell: &Cell| cell.figure().map(|figure| figure.to_string()).unwrap_or_default();
        table.rows[row].cells.iter().map(cell).collect()
    }

    #[test]
    fn a_text_is_cut_by_tabs_lines_and_quotation_marks() {
        assert_eq!(cut("1\t2\r\n3\t\r\n"), [["1", "2"], ["3", ""]]);
        assert_eq!(cut("a\t\"hai\ndòng \"\"x\"\"\"\tb"), [["a", "hai dòng \"x\"", "b"]]);
        assert_eq!(cut("7\" ống\t1"), [["7\" ống", "1"]]);
        assert_eq!(cut("\"mở\t1\n2\t3").len(), 2, "a mark that is never closed is a letter");
        assert!(cut("").is_empty());
    }

    #[test]
    fn a_block_goes_into_the_cells_from_the_cursor_on() {
        let before = units(vec![row("1", "1", 0, &["1", "2"]), row("2", "2", 0, &["3", "4"])]);
        let laid = lay(&before, &cut("1.716\t\n90\t5"), (0, 2));
        assert_eq!(text(&laid.table, 0), ["1716", ""]);
        assert_eq!(text(&laid.table, 1), ["90", "5"]);
        assert_eq!((laid.taken, laid.added, laid.beyond), (4, 0, 0));
        assert_eq!(laid.cells.map(|cells| cells.len()), Some(4));
    }

    #[test]
    fn what_is_not_sure_is_left_and_told_with_its_place() {
        let before = units(vec![row("1", "1", 0, &["1", "2"])]);
        let laid = lay(&before, &cut("90,5\tnăm\t7"), (0, 2));
        assert_eq!(laid.table, before);
        assert_eq!(laid.beyond, 1);
        let why: Vec<_> = laid.left.iter().map(|left| (left.column.clone().unwrap(), left.why.clone())).collect();
        let asked = Why::Ask(vec![fig("90.5"), fig("905")]);
        assert_eq!(why, [(line("a"), asked), (line("b"), Why::Unread(Unread::NotANumber))]);
    }

    #[test]
    fn rows_beyond_the_end_are_added_with_their_names() {
        let laid = lay(&units(Vec::new()), &cut("1\tUBND xã Uar\t5\t6\n2\tUBND xã  Ia Rmok\t7\t8\n\t\t\t"), (0, 0));
        let names: Vec<&str> = laid.table.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["UBND xã Uar", "UBND xã Ia Rmok"]);
        assert_eq!((laid.added, laid.cells), (2, None));
        assert_eq!(text(&laid.table, 1), ["7", "8"]);
        let laid = lay(&laid.table, &cut("1\t2\n3\t4"), (1, 2));
        assert_eq!((laid.table.rows.len(), laid.added), (3, 1));
    }

    #[test]
    fn a_form_that_prescribes_its_rows_takes_no_others() {
        let fixed = |key: &str| FixedRow { key: line(key), name: both(key), depth: 0, share_of: None };
        let rows = Rows::Fixed { rows: vec![fixed("x"), fixed("y")] };
        let before = StatTable::new(form(rows, vec![counts("a")], Vec::new()));
        let laid = lay(&before, &cut("X\t1\nkhác\t2\nz\t3"), (0, 1));
        assert_eq!((text(&laid.table, 0), text(&laid.table, 1)), (vec!["1".to_owned()], vec!["2".to_owned()]));
        assert_eq!((laid.left.len(), laid.beyond), (1, 2));
        assert_eq!(laid.left[0].why, Why::Prescribed);
    }

    proptest! {
        #[test]
        fn whatever_is_pasted_the_table_can_be_held(text in "[0-9.,\t\n\"aI]{0,80}", row_at in 0..4_usize, column in 0..5_usize) {
            let before = units(vec![row("1", "1", 0, &["1", "2"]), row("I", "I", 0, &["3", "4"])]);
            let laid = lay(&before, &cut(&text), (row_at, column));
            prop_assert_eq!(check_table(&laid.table), Ok(()));
        }
    }
}
