//! Format-neutral tables, bars and documents built from the domain: headings and typed cells, no bytes. Every exporter writes the same
//! values, so that a figure is the same in each file.
//!
//! Cells are exact. A cell says to how many decimals it is rounded, and the exporter rounds half-up when it writes.
//! Rows keep the order they come in: units and templates in their official order, visits as given. Words in cells are
//! Vietnamese, as documents are.

use chrono::{DateTime, NaiveDate, Utc};
use num_bigint::BigInt;
use num_rational::BigRational;

use crate::domain::calendar::WorkingCalendar;
use crate::domain::dossier::{Dossier, Judged};
use crate::domain::evidence::{Evidence, judge_all};
use crate::domain::id::UnitId;
use crate::domain::outcome::Share;
use crate::domain::regime::LegalBases;
use crate::domain::supervision::{Level, Supervision};
use crate::domain::template::{Item, Template};
use crate::domain::visit::Visit;
use crate::words::Text;

pub mod answer_words;

pub mod changes;

pub mod document;

pub mod dossiers;

pub mod draw_words;

pub mod findings;

pub mod answers;

pub mod apology;

pub mod audit;

pub mod chart;

pub mod coverage;

pub mod ranking;

pub mod scores;

pub mod shown_words;

pub mod units;

pub mod calendar;

pub use answer_words::answer_words;
pub use answers::answers_table;
pub use apology::{ApologyDraft, ApologyRequest, apology_letter};
pub use audit::discrepancies_table;
pub use calendar::calendar_table;
pub use chart::{Bar, Chart, chart};
pub use coverage::{coverage_by_unit, coverage_lines, coverage_of_units, coverage_tables, lateness_charts};
pub use document::{Document, plain_text};
pub use dossiers::dossiers_of;
pub use dossiers::{DossierRow, dossiers_table};
pub use draw_words::draw_words;
pub use findings::findings_table;
pub use scores::scores_table;
pub use units::units_table;

#[cfg(test)]
mod tests;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: Text,
    /// Its columns, left to right.
    pub columns: Vec<Column>,
    /// Its rows; each has one cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub heading: Text,
}

/// A cell, by what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A count.
    Count(u64),
    /// A number, to be rounded half-up.
    Decimal {
        /// Exact.
        value: BigRational,
        /// Places after the decimal mark.
        decimals: u8,
    },
    /// A share, 1 being 100%, shown with two decimals.
    Percent(BigRational),
    /// A day.
    Date(NaiveDate),
    /// A moment.
    Moment(DateTime<Utc>),
}

/// What the tables are built from: a supervision with all its visits, or with one of them.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The supervision.
    pub supervision: &'a Supervision,
    /// Its visits.
    pub visits: &'a [VisitMaterial],
    /// The legal bases; without them no finding in the template's words has one.
    pub legal: Option<&'a LegalBases>,
}

/// A visit with what it is read by.
#[derive(Clone, Debug)]
pub struct VisitMaterial {
    /// The visit.
    pub visit: Visit,
    /// The version of the template it was begun with.
    pub template: Template,
    /// What was judged of its dossiers, in their order; empty without a calendar.
    pub judged: Vec<Judged>,
    /// What its samples show.
    pub evidence: Evidence,
}

impl VisitMaterial {
    /// A visit, its dossiers judged by a calendar.
    pub fn new(visit: Visit, template: Template, calendar: Option<&WorkingCalendar>) -> Self {
        let judged = calendar.map(|calendar| judge_all(&visit, calendar)).unwrap_or_default();
        let evidence = Evidence::from_judged(&visit, &template, &judged.iter().collect::<Vec<_>>());
        Self { visit, template, judged, evidence }
    }

    /// Its dossiers with what was judged of each.
    pub fn dossiers(&self) -> impl Iterator<Item = (&Dossier, &Judged)> {
        self.visit.dossiers.values().map(|held| &held.dossier).zip(&self.judged)
    }
}

impl<'a> Material<'a> {
    /// A unit's name and level. A unit that was taken off the list goes by its id and counts as a commune, the level of
    /// most units: its visit is still shown.
    fn unit(&self, id: &'a UnitId) -> (&'a str, Level) {
        self.supervision.unit(id).map_or((id.as_str(), Level::Commune), |unit| (&unit.name, unit.level))
    }
}

fn columns(headings: &[(&'static str, &'static str)]) -> Vec<Column> {
    headings.iter().map(|(vi, en)| Column { heading: Text::new(vi, en) }).collect()
}

/// Words, or nothing where they are blank.
fn words(text: &str) -> Cell {
    if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn yes_no(yes: bool) -> Cell {
    Cell::Text(if yes { "Có" } else { "Không" }.to_owned())
}

fn number(count: usize) -> Cell {
    Cell::Count(count as u64)
}

/// A share as a score out of 100, to one decimal.
fn out_of_hundred(share: Option<Share>) -> Cell {
    share.map_or(Cell::Empty, |share| Cell::Decimal { value: share * BigInt::from(100), decimals: 1 })
}

/// A group as `A. Công khai, niêm yết TTHC`.
fn section_words(template: &Template, item: &Item) -> Cell {
    let name = template.section(&item.section).map_or("", |section| &section.name.vi);
    words(&format!("{}. {name}", item.section))
}
