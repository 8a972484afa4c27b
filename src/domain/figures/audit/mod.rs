//! The audit: takes tables and statements, gives back discrepancies, each with its place, what was stated, what was
//! computed, by which rule, how sure that is, and a likely cause.

use std::collections::BTreeMap;

use crate::domain::id::{DiscrepancyId, ItemCode, LineKey, StatementId, TableId, TieId};

use super::Figures;
use super::figure::Figure;
use super::table::StatTable;

pub use crate::domain::check::FigureCheck;
pub use items::{AgainstItem, against_items, stands};
pub use share::{Judged as JudgedShare, judge as judge_share, percent as percent_of};
pub use worth::{Worth, worth};

use items::Made;

mod cause;
mod check;
mod cited;
mod items;
mod names;
mod periods;
mod share;
mod table;
mod ties;
mod worth;

/// By which rule a discrepancy was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleKind {
    /// A total against its parts in one row, or down fixed rows.
    Identity,
    /// The rows of a section against the section, the sections against the total.
    RowSum,
    /// A part above its whole, such as resolved above received.
    AtMost,
    /// A percentage against its two counts.
    Share,
    /// A percentage of nothing.
    ShareOfNothing,
    /// Percentages of one whole against 100.
    SharesTotal,
    /// What is carried over against what was pending at the end of the period before.
    CarryOver,
    /// Received against resolved and pending.
    Balance,
    /// A figure of the text against the tables, or against other figures of the text.
    Text,
    /// Two figures that are said of the same thing.
    Same,
    /// A figure with another unit than what it stands against.
    Unit,
    /// The units that a text names against those with a figure.
    Listed,
    /// One unit under two names or kinds.
    Name,
    /// One document cited under two numbers.
    Citation,
    /// A count below zero.
    Negative,
    /// A count with a fraction.
    Fractional,
    /// A mean above the highest possible, or a percentage above 100.
    AboveMost,
}

impl RuleKind {
    /// Every rule.
    pub const ALL: [Self; 17] = [
        Self::Identity,
        Self::RowSum,
        Self::AtMost,
        Self::Share,
        Self::ShareOfNothing,
        Self::SharesTotal,
        Self::CarryOver,
        Self::Balance,
        Self::Text,
        Self::Same,
        Self::Unit,
        Self::Listed,
        Self::Name,
        Self::Citation,
        Self::Negative,
        Self::Fractional,
        Self::AboveMost,
    ];

    /// Its name in handles and in ids.
    pub fn key(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::RowSum => "row-sum",
            Self::AtMost => "at-most",
            Self::Share => "share",
            Self::ShareOfNothing => "share-of-nothing",
            Self::SharesTotal => "shares-total",
            Self::CarryOver => "carry-over",
            Self::Balance => "balance",
            Self::Text => "text",
            Self::Same => "same",
            Self::Unit => "unit",
            Self::Listed => "listed",
            Self::Name => "name",
            Self::Citation => "citation",
            Self::Negative => "negative",
            Self::Fractional => "fractional",
            Self::AboveMost => "above-most",
        }
    }

    /// Whether it holds two statements against each other. The others look at one figure, or at names and units: that
    /// such a check found nothing does not say that anything agrees.
    pub fn compares(self) -> bool {
        match self {
            Self::Identity
            | Self::RowSum
            | Self::AtMost
            | Self::Share
            | Self::ShareOfNothing
            | Self::SharesTotal
            | Self::CarryOver
            | Self::Balance
            | Self::Text
            | Self::Same
            | Self::Listed => true,
            Self::Unit | Self::Name | Self::Citation | Self::Negative | Self::Fractional | Self::AboveMost => false,
        }
    }
}

/// How sure a discrepancy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// Arithmetic: both cannot be right.
    Certain,
    /// Right only under a reading that the report does not give.
    Likely,
    /// For a person to look at.
    Possible,
}

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In a table.
    Cell {
        /// The table.
        table: TableId,
        /// The row.
        row: LineKey,
        /// The column.
        column: LineKey,
    },
    /// The name of a row.
    Row {
        /// The table.
        table: TableId,
        /// The row.
        row: LineKey,
    },
    /// A column of a table, added up.
    Column {
        /// The table.
        table: TableId,
        /// The column.
        column: LineKey,
    },
    /// A table as a whole: how many rows it has.
    Table {
        /// The table.
        table: TableId,
    },
    /// In a statement.
    Said {
        /// The statement.
        statement: StatementId,
        /// The pick.
        pick: u32,
    },
    /// In the list of units of the supervision.
    KnownUnit {
        /// Its place there.
        place: usize,
    },
}

/// What was stated, or computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A count or a mean, with its unit where it was said with one.
    Figure {
        /// The figure.
        figure: Figure,
        /// The unit; empty where it goes without saying.
        unit: String,
    },
    /// A percentage.
    Percent(Figure),
    /// Nothing that can be computed: a share of nothing.
    Undefined,
    /// Words: a name, a unit, a citation.
    Words(String),
}

/// One figure that went into what was computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Where it stands.
    pub place: Place,
    /// What stands there; none where it is blank.
    pub figure: Option<Figure>,
}

/// Why stated and computed may differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The percentage was cut and not rounded.
    Cut,
    /// The percentage was made up to 100 from the others of the same whole.
    Complement,
    /// Two digits change places.
    Swapped,
    /// One digit is too many, too few or another.
    Digit,
    /// Ten, a hundred or a thousand times too much or too little: a mark or a zero.
    Scale,
    /// The difference is what stands there, added up: it was counted in.
    Includes(Vec<Place>),
    /// The difference is what stands there: it was left out.
    LeavesOut(Place),
    /// It is what stands there, one of the parts alone.
    OnlyOne(Place),
    /// No opening balance is given; the gap is what it must have been.
    NoOpening,
    /// The parts may overlap.
    Overlap,
    /// The figures come from different bodies, which may count different dossiers.
    OtherBody,
    /// The figure counts something else than its unit says.
    WrongUnit,
    /// The same name is spelled in two ways.
    Spelling,
    /// The same name stands with two kinds of unit.
    UnitKind,
}

/// One thing that does not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discrepancy {
    /// Made from the rule and the place; it stays while other figures change.
    pub id: DiscrepancyId,
    /// By which rule.
    pub rule: RuleKind,
    /// The item of the checklist that its form or its tie names; else it is that of the rule's check. What a template
    /// makes of both is [`Template::item_against`](crate::domain::template::Template::item_against).
    pub named: Option<ItemCode>,
    /// Where what was stated stands.
    pub place: Place,
    /// What was stated.
    pub stated: Value,
    /// What was computed.
    pub computed: Value,
    /// What went into it. Of a balance also what was received, first, and what was there; of a percentage what stands
    /// above the line, then what stands below; of parts above their whole the whole, last.
    pub terms: Vec<Term>,
    /// How sure it is.
    pub sure: Sure,
    /// Likely causes, the likeliest first; may be empty.
    pub causes: Vec<Cause>,
}

/// What an audit found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// What does not agree: by table in their order, then by statement; within a table by row.
    pub discrepancies: Vec<Discrepancy>,
    /// How many checks were made, those that agree included.
    pub checks: usize,
    /// How many of them held figures against each other and could have failed: without one nothing agrees.
    pub compared: usize,
    /// The same, by table.
    pub compared_tables: BTreeMap<TableId, usize>,
    /// The same, by statement.
    pub compared_statements: BTreeMap<StatementId, usize>,
    /// The same, by rule and by the item that is named.
    made: Made,
    /// How many were left out, likewise, because they take a cell that was not read.
    left_out: Made,
    /// Sections whose rows are not all there, so that their sum can only be a part.
    pub incomplete: Vec<Place>,
    /// Cells in which something stands that was not read: no check takes them.
    pub unread: Vec<Place>,
    /// Ties that take something that is no longer there.
    pub loose: Vec<TieId>,
}

impl Audit {
    fn absorb(&mut self, other: Self) {
        self.discrepancies.extend(other.discrepancies);
        self.checks += other.checks;
        self.compared += other.compared;
        for (id, more) in other.compared_tables {
            *self.compared_tables.entry(id).or_default() += more;
        }
        for (id, more) in other.compared_statements {
            *self.compared_statements.entry(id).or_default() += more;
        }
        self.made.absorb(other.made);
        self.left_out.absorb(other.left_out);
        self.incomplete.extend(other.incomplete);
        self.unread.extend(other.unread);
        self.loose.extend(other.loose);
    }

    /// Takes the result of one check by a rule, made for the named item or else the one that asks for the rule's check.
    fn check(&mut self, rule: RuleKind, named: Option<&ItemCode>, found: Option<Discrepancy>) {
        if found.is_some() || rule.compares() {
            self.compared += 1;
            // That a part is not above its whole does not make up the sum that the rule's check asks for.
            if found.is_some() || named.is_some() || rule != RuleKind::AtMost {
                self.made.count(rule, named);
            }
        }
        self.checks += 1;
        self.discrepancies.extend(found);
    }

    /// Counts a check by a rule that cannot be made, for the named item or else the one that asks for the
    /// rule's check.
    fn leave_out(&mut self, rule: RuleKind, named: Option<&ItemCode>) {
        self.left_out.count(rule, named);
    }

    /// Takes a check that could hardly have failed: of blanks, of parts that may overlap or of which some are missing.
    fn pass_without_proof(&mut self) {
        self.checks += 1;
    }
}

/// Audits all that a visit holds. `units` are the names of the units of the supervision, for spelling.
pub fn audit(figures: &Figures, units: &[&str]) -> Audit {
    let mut found = Audit::default();
    for (id, held) in &figures.tables {
        let mut table = audit_table(id, &held.value);
        table.compared_tables.insert(id.clone(), table.compared);
        found.absorb(table);
    }
    found.absorb(across(figures, units));
    found
}

/// Audits one table by itself.
pub fn audit_table(id: &TableId, table: &StatTable) -> Audit {
    table::audit(id, table)
}

/// Audits one tie by itself; none if it is not there, or takes something that is no longer there.
pub fn audit_tie(figures: &Figures, id: &TieId) -> Option<Audit> {
    ties::audit_one(figures, id)
}

/// Audits what holds between tables, statements and units, tables by themselves left out.
pub fn across(figures: &Figures, units: &[&str]) -> Audit {
    let mut found = periods::audit(&figures.tables);
    found.absorb(ties::audit(figures));
    found.absorb(names::audit(figures, units));
    found.absorb(cited::audit(&figures.statements));
    found
}

/// The id of a discrepancy: its rule and the place of what was stated, with what tells it from others there.
fn id_of(rule: RuleKind, place: &Place, other: &str) -> DiscrepancyId {
    let place = match place {
        Place::Cell { table, row, column } => format!("c|{table}|{row}|{column}"),
        Place::Row { table, row } => format!("r|{table}|{row}"),
        Place::Column { table, column } => format!("k|{table}|{column}"),
        Place::Table { table } => format!("t|{table}"),
        Place::Said { statement, pick } => format!("s|{statement}|{pick}"),
        Place::KnownUnit { place } => format!("u|{place}"),
    };
    let spelled = format!("{}|{place}|{other}", rule.key());
    // FNV-1a over both halves: ids are short, and two alike among some thousands are out of the question.
    let mut hashes = [0xcbf2_9ce4_8422_2325_u64, 0x8422_2325_cbf2_9ce4];
    for byte in spelled.bytes() {
        for (hash, prime) in hashes.iter_mut().zip([0x0100_0000_01b3_u64, 0x0100_0000_01b5]) {
            *hash = (*hash ^ u64::from(byte)).wrapping_mul(prime);
        }
    }
    let [first, second] = hashes;
    let text = format!("{}-{first:016x}{second:016x}", rule.key());
    DiscrepancyId::new(text).expect("a rule's key and 32 digits are an id")
}

#[cfg(test)]
mod tests;
