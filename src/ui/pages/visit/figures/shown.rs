//! Cells, headings and titles in words.

use crate::domain::figures::{Cell, Column, Measure, StatTable};
use crate::report::audit::figure_words;
use crate::words::Lang;
use crate::words::catalogue::figures as words;

/// What stands in a cell.
pub(super) fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Figure(held) => figure_words(*held),
        Cell::Text(text) | Cell::Unread(text) => text.clone(),
    }
}

/// The whole heading of a column.
pub(super) fn heading(column: &Column, lang: Lang) -> String {
    let parts = column.heading.iter().map(|part| part.get(lang).trim()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" – ")
}

/// The title of a table, else the name of its form.
pub(super) fn title(table: &StatTable, lang: Lang) -> String {
    match table.title.trim() {
        "" => table.form.name.get(lang).to_owned(),
        title => title.to_owned(),
    }
}

/// What a figure is measured in, for a heading; empty where it goes without saying.
pub(super) fn unit(measure: &Measure, lang: Lang) -> String {
    match measure {
        Measure::Count { of } => of.get(lang).to_owned(),
        Measure::Percent {} => "%".to_owned(),
        Measure::Points { maximum: Some(most) } => words::OF_POINTS.get(lang).replace("{n}", &most.to_string()),
        Measure::Points { maximum: None } => words::UNIT_POINTS.get(lang).to_owned(),
        Measure::Text {} => String::new(),
    }
}
