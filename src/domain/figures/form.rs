//! Forms of tables (mẫu biểu) are data, never code: columns, rows, units and what must hold between them. A table
//! carries the form that it was begun with, so that a later version of a form changes nothing that was entered.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::answer::MAX_TEXT_BYTES;
use crate::domain::id::{FormId, ItemCode, LineKey};
use crate::words::Localised;

/// The most rows of a table.
pub const MAX_ROWS: usize = 5_000;

/// The most cells of a table: what a page draws at once.
pub const MAX_CELLS: usize = 60_000;

/// The most columns of a form.
pub const MAX_COLUMNS: usize = 60;

/// The most rules of a form, across and down together.
pub const MAX_RULES: usize = 200;

/// The most lines that the rules between rows name, all together.
pub const MAX_LINES_DOWN: usize = 2_000;

/// The most headings over one column.
pub const MAX_HEADINGS: usize = 10;

/// A form of table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Its id, the same for all versions.
    pub id: FormId,
    /// Its version, from 1.
    pub version: u32,
    /// Its name.
    pub name: Localised,
    /// Where it comes from: the circular, or the report it was taken from.
    pub source: String,
    /// What the rows are.
    pub rows: Rows,
    /// The heading of the column that names the rows, such as "Lĩnh vực giải quyết".
    pub row_heading: Localised,
    /// The columns after STT and the name of the row, in order.
    pub columns: Vec<Column>,
    /// What must hold between the columns of each row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub across: Vec<Rule>,
    /// What must hold between named rows, in each column of counts; only for [`Rows::Fixed`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub down: Vec<Rule>,
    /// What the figures say, as shares of sums of columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
}

/// What the rows of a table are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rows {
    /// Fields (lĩnh vực), in sections whose rows add up to the section, and these to a total.
    Fields {},
    /// Units (đơn vị), whose rows add up to a total where there is one.
    Units {},
    /// Whatever the user enters; rows add up to those above them that stand less deep.
    Free {
        /// Whether rows add up to those above them at all.
        adds_up: bool,
    },
    /// These rows and no others; what must hold between them is said by [`Form::down`].
    Fixed {
        /// The rows, in order.
        rows: Vec<FixedRow>,
    },
}

/// A row that a form prescribes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedRow {
    /// Its key.
    pub key: LineKey,
    /// Its name.
    pub name: Localised,
    /// How deep it stands, 0 for the uppermost.
    #[serde(default)]
    pub depth: u8,
    /// The row of which a share in this row is a share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share_of: Option<LineKey>,
}

/// A column of figures or notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its key.
    pub key: LineKey,
    /// Its heading, from the uppermost over several columns to its own.
    pub heading: Vec<Localised>,
    /// What its figures measure.
    pub measure: Measure,
}

/// What a figure measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Measure {
    /// So many of something.
    Count {
        /// Of what, such as "hồ sơ".
        of: Localised,
    },
    /// A percentage (tỷ lệ %).
    Percent {},
    /// A mean score.
    Points {
        /// The highest possible, where it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        maximum: Option<u32>,
    },
    /// No figure, such as "Ghi chú".
    Text {},
}

/// How the parts of a whole stand to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Parts {
    /// Phân hoạch: they share nothing and make up the whole.
    #[default]
    Partition,
    /// Có giao nhau: they may share, so none is above the whole, and together they reach it at least.
    Overlapping,
}

/// What must hold between lines: columns of one row, or rows of one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule {
    /// A total and its parts.
    Sum {
        /// The total.
        total: LineKey,
        /// Its parts.
        parts: Vec<LineKey>,
        /// How these stand to each other.
        #[serde(default)]
        are: Parts,
        /// The item of the checklist that asks for it, such as `D01`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<ItemCode>,
    },
    /// Parts that together are no more than a whole.
    AtMost {
        /// The parts.
        parts: Vec<LineKey>,
        /// The whole.
        whole: LineKey,
        /// The item of the checklist that asks for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<ItemCode>,
    },
    /// A percentage of two counts.
    Share {
        /// The percentage.
        share: LineKey,
        /// What is counted, added up.
        part: Vec<LineKey>,
        /// Among what, added up.
        whole: Vec<LineKey>,
    },
    /// A percentage of a count in this row among the same count in the row that it names ([`FixedRow::share_of`]).
    ShareOfRow {
        /// The percentage.
        share: LineKey,
        /// The count.
        part: LineKey,
    },
    /// What is carried over is what was pending at the end of the period before.
    CarryOver {
        /// Từ kỳ trước.
        opening: LineKey,
        /// Đang giải quyết cuối kỳ.
        closing: LineKey,
    },
    /// What was there with what came is what was done with what is left.
    Balance {
        /// What was there; if it is left out or blank, the gap is what it must have been.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        opening: Option<LineKey>,
        /// What came.
        received: LineKey,
        /// What was done.
        resolved: LineKey,
        /// What is left.
        pending: LineKey,
    },
}

/// A figure that follows from two sums of columns: a share, or the plain sum where there is nothing to divide by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Its key.
    pub key: LineKey,
    /// Its name.
    pub name: Localised,
    /// The columns above the line.
    pub part: Vec<LineKey>,
    /// The columns below the line.
    pub whole: Vec<LineKey>,
    /// Whether more is better, worse, or neither.
    pub better: Better,
}

/// Which way an indicator is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// More is better, as of what is on time.
    High,
    /// Less is better, as of what is late.
    Low,
    /// Neither.
    Neither,
}

impl Form {
    /// The place of a column among [`Form::columns`].
    pub fn column(&self, key: &LineKey) -> Option<usize> {
        self.columns.iter().position(|column| column.key == *key)
    }

    /// Whether rows add up to those above them that stand less deep.
    pub fn adds_up(&self) -> bool {
        match self.rows {
            Rows::Fields {} | Rows::Units {} => true,
            Rows::Free { adds_up } => adds_up,
            Rows::Fixed { .. } => false,
        }
    }

    /// What keeps the form from being used: too much of something, a key that is there twice, or the first line that a
    /// rule names and that is not there.
    pub fn fault(&self) -> Option<FormFault> {
        if self.columns.is_empty() {
            return Some(FormFault::NoColumn);
        }
        let fixed = match &self.rows {
            Rows::Fixed { rows } => rows.as_slice(),
            Rows::Fields {} | Rows::Units {} | Rows::Free { .. } => &[],
        };
        if let Some(most) = self.too_many(fixed) {
            return Some(FormFault::TooMuch(most));
        }
        if self.texts(fixed).any(|text| text.len() > MAX_TEXT_BYTES) {
            return Some(FormFault::TextTooLong);
        }
        let (mut columns, mut rows) = (BTreeSet::new(), BTreeSet::new());
        let twice = self.columns.iter().map(|column| &column.key).find(|key| !columns.insert(*key));
        let twice = twice.or_else(|| fixed.iter().map(|row| &row.key).find(|key| !rows.insert(*key)));
        if let Some(twice) = twice {
            return Some(FormFault::Twice(twice.clone()));
        }
        let across = self.across.iter().flat_map(Rule::lines);
        let indicated = self.indicators.iter().flat_map(|indicator| indicator.part.iter().chain(&indicator.whole));
        let down = self.down.iter().flat_map(Rule::lines).chain(fixed.iter().filter_map(|row| row.share_of.as_ref()));
        let unknown = across.chain(indicated).find(|key| !columns.contains(key));
        let unknown = unknown.or_else(|| down.into_iter().find(|key| !rows.contains(key)));
        unknown.cloned().map(FormFault::Unknown)
    }

    /// The first limit on a list that is not kept.
    fn too_many(&self, fixed: &[FixedRow]) -> Option<usize> {
        let across = self.across.iter().map(|rule| rule.lines().len());
        let indicated = self.indicators.iter().flat_map(|indicator| [indicator.part.len(), indicator.whole.len()]);
        let headings = self.columns.iter().map(|column| column.heading.len());
        [
            (self.columns.len(), MAX_COLUMNS),
            (self.across.len() + self.down.len(), MAX_RULES),
            (self.indicators.len(), MAX_COLUMNS),
            (fixed.len(), MAX_ROWS),
            (fixed.len() * self.columns.len(), MAX_CELLS),
            // A rule names a column once, or twice at the most: as a part and in the whole.
            (across.chain(indicated).max().unwrap_or_default(), 2 * MAX_COLUMNS),
            (self.down.iter().map(|rule| rule.lines().len()).sum(), MAX_LINES_DOWN),
            (headings.max().unwrap_or_default(), MAX_HEADINGS),
        ]
        .into_iter()
        .find_map(|(count, most)| (count > most).then_some(most))
    }

    fn texts<'f>(&'f self, fixed: &'f [FixedRow]) -> impl Iterator<Item = &'f str> {
        let of = self.columns.iter().filter_map(|column| match &column.measure {
            Measure::Count { of } => Some(of),
            Measure::Percent {} | Measure::Points { .. } | Measure::Text {} => None,
        });
        let names = [&self.name, &self.row_heading].into_iter();
        let names = names.chain(self.columns.iter().flat_map(|column| &column.heading)).chain(of);
        let names = names.chain(fixed.iter().map(|row| &row.name));
        let names = names.chain(self.indicators.iter().map(|indicator| &indicator.name));
        names.flat_map(|name| [name.vi.as_str(), name.en.as_str()]).chain([self.source.as_str()])
    }
}

/// What keeps a form from being used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormFault {
    /// It has no column.
    NoColumn,
    /// A list is longer than this: of columns, rules, fixed rows, headings, or of the lines that a rule names.
    TooMuch(usize),
    /// A text is longer than [`MAX_TEXT_BYTES`].
    TextTooLong,
    /// Two lines have this key.
    Twice(LineKey),
    /// A rule or an indicator names this line, which is not there.
    Unknown(LineKey),
}

impl Rule {
    /// The lines that it names.
    pub fn lines(&self) -> Vec<&LineKey> {
        match self {
            Self::Sum { total, parts, .. } | Self::AtMost { parts, whole: total, .. } => {
                std::iter::once(total).chain(parts).collect()
            }
            Self::Share { share, part, whole } => std::iter::once(share).chain(part).chain(whole).collect(),
            Self::ShareOfRow { share, part } => vec![share, part],
            Self::CarryOver { opening, closing } => vec![opening, closing],
            Self::Balance { opening, received, resolved, pending } => {
                opening.iter().chain([received, resolved, pending]).collect()
            }
        }
    }
}

impl Measure {
    /// Whether its cells hold figures.
    pub fn is_figure(&self) -> bool {
        !matches!(self, Self::Text {})
    }

    /// Whether its figures add up over rows.
    pub fn adds_up(&self) -> bool {
        matches!(self, Self::Count { .. })
    }
}
