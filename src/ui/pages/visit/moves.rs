//! Where the cursor of a grid goes.

/// A cell: its row and its column, each from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The row.
    pub(super) row: usize,
    /// The column.
    pub(super) column: usize,
}

/// How large the grid is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Size {
    /// How many rows there are.
    pub(super) rows: usize,
    /// How many columns.
    pub(super) columns: usize,
    /// How many rows are in sight at once.
    pub(super) page: usize,
}

/// A step of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// A row up.
    Up,
    /// A row down.
    Down,
    /// A column to the left.
    Left,
    /// A column to the right.
    Right,
    /// To the first column.
    RowStart,
    /// To the last column.
    RowEnd,
    /// To the first cell of all.
    First,
    /// To the last cell of all.
    Last,
    /// As many rows up as are in sight.
    PageUp,
    /// As many rows down.
    PageDown,
    /// To the next cell, at the end of a row to the next row.
    Next,
    /// To the cell before, at the start of a row to the row before.
    Back,
}

impl Move {
    /// What a key asks for, by its name in events of the browser.
    pub(super) fn of(key: &str, control: bool, shift: bool) -> Option<Self> {
        Some(match (key, control) {
            ("ArrowUp", false) => Self::Up,
            ("ArrowDown", false) => Self::Down,
            ("ArrowLeft", false) => Self::Left,
            ("ArrowRight", false) => Self::Right,
            ("Home", false) => Self::RowStart,
            ("End", false) => Self::RowEnd,
            ("Home", true) => Self::First,
            ("End", true) => Self::Last,
            ("PageUp", false) => Self::PageUp,
            ("PageDown", false) => Self::PageDown,
            ("Tab", false) if shift => Self::Back,
            ("Tab", false) => Self::Next,
            _ => return None,
        })
    }
}

impl Place {
    /// The same place in a grid of this size, or the nearest.
    pub(super) fn within(self, size: Size) -> Self {
        Self { row: self.row.min(size.rows.saturating_sub(1)), column: self.column.min(size.columns.saturating_sub(1)) }
    }

    /// Where a step leads. None where it leads out of the grid: past its last cell, or before its first.
    pub(super) fn step(self, step: Move, size: Size) -> Option<Self> {
        let Self { row, column } = self.within(size);
        let (last_row, last_column) = (size.rows.saturating_sub(1), size.columns.saturating_sub(1));
        let page = size.page.max(1);
        let place = match step {
            Move::Up => Self { row: row.saturating_sub(1), column },
            Move::Down => Self { row: row + 1, column },
            Move::Left => Self { row, column: column.saturating_sub(1) },
            Move::Right => Self { row, column: column + 1 },
            Move::RowStart => Self { row, column: 0 },
            Move::RowEnd => Self { row, column: last_column },
            Move::First => Self::default(),
            Move::Last => Self { row: last_row, column: last_column },
            Move::PageUp => Self { row: row.saturating_sub(page), column },
            Move::PageDown => Self { row: row + page, column },
            Move::Next if column < last_column => Self { row, column: column + 1 },
            Move::Next if row < last_row => Self { row: row + 1, column: 0 },
            Move::Back if column > 0 => Self { row, column: column - 1 },
            Move::Back if row > 0 => Self { row: row - 1, column: last_column },
            Move::Next | Move::Back => return None,
        };
        Some(place.within(size))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIZE: Size = Size { rows: 10, columns: 4, page: 3 };

    fn at(row: usize, column: usize) -> Place {
        Place { row, column }
    }

    #[test]
    fn each_step_leads_where_one_expects() {
        for (from, step, to) in [
            (at(5, 2), Move::Up, at(4, 2)),
            (at(5, 2), Move::Down, at(6, 2)),
            (at(5, 2), Move::Left, at(5, 1)),
            (at(5, 2), Move::Right, at(5, 3)),
            (at(5, 2), Move::RowStart, at(5, 0)),
            (at(5, 2), Move::RowEnd, at(5, 3)),
            (at(5, 2), Move::First, at(0, 0)),
            (at(5, 2), Move::Last, at(9, 3)),
            (at(5, 2), Move::PageUp, at(2, 2)),
            (at(5, 2), Move::PageDown, at(8, 2)),
            (at(5, 2), Move::Next, at(5, 3)),
            (at(5, 2), Move::Back, at(5, 1)),
        ] {
            assert_eq!(from.step(step, SIZE), Some(to), "{step:?}");
        }
    }

    #[test]
    fn at_an_edge_a_step_stays_and_the_tab_key_goes_on() {
        for (from, step, to) in [
            (at(0, 0), Move::Up, at(0, 0)),
            (at(0, 0), Move::Left, at(0, 0)),
            (at(9, 3), Move::Down, at(9, 3)),
            (at(9, 3), Move::Right, at(9, 3)),
            (at(1, 1), Move::PageUp, at(0, 1)),
            (at(8, 1), Move::PageDown, at(9, 1)),
            (at(5, 3), Move::Next, at(6, 0)),
            (at(5, 0), Move::Back, at(4, 3)),
        ] {
            assert_eq!(from.step(step, SIZE), Some(to), "{step:?}");
        }
        assert_eq!(at(9, 3).step(Move::Next, SIZE), None);
        assert_eq!(at(0, 0).step(Move::Back, SIZE), None);
    }

    #[test]
    fn keys_that_mean_nothing_here_are_left_alone() {
        assert_eq!(Move::of("Tab", false, true), Some(Move::Back));
        assert_eq!(Move::of("Tab", false, false), Some(Move::Next));
        assert_eq!(Move::of("End", true, false), Some(Move::Last));
        for (key, control) in [("Tab", true), ("ArrowUp", true), ("a", false), ("Enter", false)] {
            assert_eq!(Move::of(key, control, false), None, "{key}");
        }
    }

    proptest! {
        #[test]
        fn no_step_leads_outside(
            row in 0..20_usize, column in 0..9_usize, rows in 1..20_usize, columns in 1..9_usize, page in 0..9_usize,
            key in prop::sample::select(vec!["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown", "Tab"]),
            control: bool, shift: bool,
        ) {
            let size = Size { rows, columns, page };
            if let Some(to) = Move::of(key, control, shift).and_then(|step| at(row, column).step(step, size)) {
                prop_assert!(to.row < rows && to.column < columns);
            }
        }
    }
}
