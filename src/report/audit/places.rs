//! Where something stands, in words: table, row and column; or passage and what is quoted from it.

use crate::domain::figures::audit::{Place, worth};
use crate::domain::figures::statement::{Operand, Picked};
use crate::domain::figures::{Column, Figure, StatTable, Statement};
use crate::domain::id::{LineKey, StatementId, TableId};
use crate::words::catalogue::audit::report as told;

use super::{Teller, figure_words};

/// Up to so many letters before a pick tell it from others.
const CONTEXT: usize = 40;

/// Between the parts of a place.
pub const STEP: &str = " › ";

/// A column by its heading, from the uppermost to its own: `Đã giải quyết – Quá hạn`.
pub fn column_words(column: &Column) -> String {
    column.heading.iter().map(|heading| heading.vi.as_str()).collect::<Vec<_>>().join(" – ")
}

/// A table by its title, or else by its form, with its period where the title does not say it.
pub fn table_words(table: &StatTable) -> String {
    let title = match table.title.trim() {
        // "Biểu số 06c/VPCP/KSTT: Tình hình, kết quả …" is named by what stands before the colon.
        "" => table.form.name.vi.split(':').next().unwrap_or_default(),
        title => title,
    };
    match table.period.name.trim() {
        "" => title.to_owned(),
        period if title.contains(period) => title.to_owned(),
        period => format!("{title} ({period})"),
    }
}

/// What stands in a statement from one character up to another, on one line.
pub fn quoted(statement: &Statement, from: u32, to: u32) -> String {
    let (from, to) = (from as usize, to as usize);
    let text: String = statement.text.chars().skip(from).take(to.saturating_sub(from)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Teller<'_> {
    /// The whole place: `Biểu 06c › Tổng cộng › Tổng số tiếp nhận`, `Mục II.1 › “34,2%”`.
    pub fn place(&self, place: &Place) -> String {
        match self.within(place) {
            within if within.is_empty() => self.source(place),
            within => format!("{}{STEP}{within}", self.source(place)),
        }
    }

    /// The table or passage that it stands in.
    pub fn source(&self, place: &Place) -> String {
        match place {
            Place::Cell { table, .. }
            | Place::Row { table, .. }
            | Place::Column { table, .. }
            | Place::Table { table } => self.table(table),
            Place::Said { statement, .. } => self.statement(statement),
            Place::KnownUnit { .. } => told::KNOWN_UNITS.get(self.lang).to_owned(),
        }
    }

    /// The place within its table or passage; empty where it is all of it.
    pub fn within(&self, place: &Place) -> String {
        match place {
            Place::Cell { table, row, column } => {
                format!("{}{STEP}{}", self.row_of(table, row), self.column(table, column))
            }
            Place::Row { table, row } => self.row_of(table, row),
            Place::Column { table, column } => {
                told::COLUMN_SUM.get(self.lang).replace("{column}", &self.column(table, column))
            }
            Place::Table { .. } => told::ROW_COUNT.get(self.lang).to_owned(),
            Place::Said { statement, pick } => self.pick(statement, *pick),
            Place::KnownUnit { place } => self.units.get(*place).map(|name| (*name).to_owned()).unwrap_or_default(),
        }
    }

    /// A table in words.
    pub fn table(&self, id: &TableId) -> String {
        self.figures.tables.get(id).map_or_else(|| self.removed(), |held| table_words(&held.value))
    }

    /// A statement by its place in the report, or else by its number among the statements.
    pub fn statement(&self, id: &StatementId) -> String {
        match self.figures.statements.get(id).map(|held| held.value.place.trim()) {
            Some("") => {
                let before = self.figures.statements.keys().take_while(|other| *other != id).count();
                self.count(told::STATEMENT, before + 1)
            }
            Some(place) => place.to_owned(),
            None => self.removed(),
        }
    }

    fn removed(&self) -> String {
        told::REMOVED.get(self.lang).to_owned()
    }

    fn row_of(&self, table: &TableId, row: &LineKey) -> String {
        let held = self.figures.tables.get(table).map(|held| &held.value);
        let row = held.and_then(|held| held.rows.get(held.row(row)?));
        row.map_or_else(|| self.removed(), |row| row.name.clone())
    }

    /// A column of a table in words.
    pub fn column(&self, table: &TableId, column: &LineKey) -> String {
        let held = self.figures.tables.get(table).map(|held| &held.value);
        let column = held.and_then(|held| held.form.columns.get(held.form.column(column)?));
        column.map_or_else(|| self.removed(), column_words)
    }

    fn pick(&self, statement: &StatementId, pick: u32) -> String {
        let held = self.figures.statements.get(statement).map(|held| &held.value);
        let quote = held.and_then(|held| held.pick(pick).map(|pick| quoted(held, pick.from, pick.to)));
        quote.map_or_else(|| self.removed(), |quote| format!("“{quote}”"))
    }

    /// What an operand takes, short: a pick by its figure, all else by its place.
    pub fn operand(&self, operand: &Operand) -> String {
        match operand {
            Operand::Said { statement, pick } => {
                let said = self.figures.statements.get(statement).and_then(|held| held.value.pick(*pick));
                match said.map(|pick| &pick.what) {
                    Some(Picked::Figure { figure, unit }) if unit.trim() == "%" => {
                        format!("{}%", figure_words(*figure))
                    }
                    Some(Picked::Figure { figure, .. }) => figure_words(*figure),
                    Some(Picked::Name { name }) => name.clone(),
                    Some(Picked::Citation { number, .. }) => number.clone(),
                    None => self.removed(),
                }
            }
            Operand::Rows { table, only: Some((_, text)) } => {
                format!("{}{STEP}{}", self.table(table), told::ROW_COUNT_ONLY.get(self.lang).replace("{text}", text))
            }
            Operand::Cell { .. } | Operand::Column { .. } | Operand::Rows { .. } => self.place(&place_of(operand)),
        }
    }

    /// A pick with the words before it, so that one of several like it is known: `“… quá hạn: 117 hồ sơ”`. All else by
    /// its place.
    pub(super) fn in_context(&self, operand: &Operand) -> String {
        let Operand::Said { statement, pick } = operand else { return self.operand(operand) };
        let held = self.figures.statements.get(statement).map(|held| &held.value);
        let Some((held, pick)) = held.and_then(|held| Some((held, held.pick(*pick)?))) else {
            return self.operand(operand);
        };
        let text: Vec<char> = held.text.chars().take(pick.from as usize).collect();
        let is_end = |letter: &char| matches!(letter, '\n' | ';' | '(' | ')');
        let before = text.iter().rev().take_while(|letter| !is_end(letter)).count();
        let (near, is_cut) = (before.min(CONTEXT), before > CONTEXT);
        let near: String = text.get(text.len() - near..).unwrap_or_default().iter().collect();
        // What is cut begins with a whole word.
        let near = if is_cut { near.split_once(' ').map_or("", |(_, rest)| rest) } else { near.as_str() };
        let mark = if is_cut { "… " } else { "" };
        let near = near.trim_start_matches(['-', '+', '•', '.', ',', ':', ' ']);
        format!("“{mark}{near}{}”", quoted(held, pick.from, pick.to))
    }

    /// The figure that stands at a place, with its unit.
    pub(super) fn figure_at(&self, place: &Place) -> Option<(Figure, String)> {
        let found = worth(self.figures, &operand_at(place)?)?;
        Some((found.figure?, found.unit))
    }
}

/// Where an operand stands.
pub fn place_of(operand: &Operand) -> Place {
    match operand {
        Operand::Said { statement, pick } => Place::Said { statement: statement.clone(), pick: *pick },
        Operand::Cell { table, row, column } => {
            Place::Cell { table: table.clone(), row: row.clone(), column: column.clone() }
        }
        Operand::Column { table, column } => Place::Column { table: table.clone(), column: column.clone() },
        Operand::Rows { table, .. } => Place::Table { table: table.clone() },
    }
}

/// What takes the figure at a place; none of a name.
fn operand_at(place: &Place) -> Option<Operand> {
    match place {
        Place::Said { statement, pick } => Some(Operand::Said { statement: statement.clone(), pick: *pick }),
        Place::Cell { table, row, column } => {
            Some(Operand::Cell { table: table.clone(), row: row.clone(), column: column.clone() })
        }
        Place::Column { table, column } => Some(Operand::Column { table: table.clone(), column: column.clone() }),
        Place::Table { table } => Some(Operand::Rows { table: table.clone(), only: None }),
        Place::Row { .. } | Place::KnownUnit { .. } => None,
    }
}
