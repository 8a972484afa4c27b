//! What the figures say, for a page, a file or paper: rankings of units or fields, parts of a whole as bars, an indicator
//! over periods.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;
use num_traits::Zero;

use crate::domain::figures::figure::Amount;
use crate::domain::figures::indicators::{Indicated, of_row, of_table, total};
use crate::domain::figures::ranking::{Ranked, Thresholds};
use crate::domain::figures::{Better, Cell as FigureCell, Figure, Form, Indicator, Parts, Row, Rule, StatTable};
use crate::domain::id::{LineKey, TableId};
use crate::words::catalogue::ranking as word;
use crate::words::format;

use super::{Cell, Column, Table, words};

/// Something that an indicator is read of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its name: a unit, a field, a level.
    pub name: String,
    /// The indicator.
    pub indicated: Indicated,
}

/// Which rows are held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Units and fields.
    Leaves,
    /// Sections and levels.
    Sections,
}

/// The rows of a table that an indicator ranks.
pub fn subjects(id: &TableId, table: &StatTable, indicator: &Indicator, among: Among) -> Vec<Subject> {
    let subject = |row: &Row| Subject { name: row.name.clone(), indicated: of_row(id, &table.form, row, indicator) };
    match among {
        Among::Leaves => table.leaves().map(subject).collect(),
        Among::Sections => sections(table).into_iter().map(subject).collect(),
    }
}

/// The sections of a table: rows that others add up to, the total left out.
pub fn sections(table: &StatTable) -> Vec<&Row> {
    let whole = total(table).map(|row| &row.key);
    let leaves: BTreeSet<&LineKey> = table.leaves().map(|row| &row.key).collect();
    table.rows.iter().filter(|row| Some(&row.key) != whole && !leaves.contains(&row.key)).collect()
}

/// Tables as wholes: one for each body that reported the same form.
pub fn bodies(tables: &[(&TableId, &StatTable)], indicator: &LineKey) -> Vec<Subject> {
    let subject = |(id, table): &(&TableId, &StatTable)| {
        let indicator = table.form.indicators.iter().find(|one| one.key == *indicator)?;
        let name = if table.period.name.is_empty() {
            table.body.clone()
        } else {
            format!("{} ({})", table.body, table.period.name)
        };
        Some(Subject { name, indicated: of_table(id, table, indicator) })
    };
    tables.iter().filter_map(subject).collect()
}

/// A ranking as a table, those that cannot be ranked last.
pub fn ranking_table(ranked: &[Ranked<Subject>], unranked: &[Subject], limits: Thresholds, better: Better) -> Table {
    let row = |rank: Cell, subject: &Subject, share: Option<&BigRational>| {
        let verdict = match share {
            Some(share) if limits.praises(share, better) => words(word::PRAISE.vi),
            Some(share) if limits.criticises(share, better) => words(word::CRITICISE.vi),
            _ => Cell::Empty,
        };
        vec![
            rank,
            words(&subject.name),
            amount(subject.indicated.part.amount),
            amount(subject.indicated.whole.amount),
            share.map_or(Cell::Empty, |share| Cell::Percent(share.clone())),
            verdict,
        ]
    };
    let ranks = ranked.iter().map(|one| row(Cell::Count(one.rank as u64), &one.what, Some(&one.share)));
    let rest = unranked.iter().map(|subject| row(Cell::Empty, subject, None));
    let headings = [word::RANK, word::NAME, word::PART, word::WHOLE, word::SHARE, word::LISTED];
    Table {
        name: word::RANKING,
        columns: headings.map(|heading| Column { heading }).to_vec(),
        rows: ranks.chain(rest).collect(),
    }
}

fn amount(amount: Option<Amount>) -> Cell {
    match amount {
        None => Cell::Empty,
        Some(amount) => match u64::try_from(amount.millionths() / 1_000_000) {
            Ok(count) if amount.is_whole() => Cell::Count(count),
            _ => Cell::Decimal { value: amount.ratio(), decimals: 2 },
        },
    }
}

/// An amount as documents write it.
pub fn amount_words(value: Amount) -> String {
    let decimals = value.figure().map_or(0, Figure::decimals);
    format::decimal(&value.ratio(), u32::from(decimals))
}

/// A whole of which the parts are drawn side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stack {
    /// The column of the whole.
    pub total: LineKey,
    /// The columns of the parts.
    pub parts: Vec<LineKey>,
}

/// The wholes of a form that are worth drawing: sums of two to five parts.
pub fn stacks(form: &Form) -> Vec<Stack> {
    let stack = |rule: &Rule| match rule {
        Rule::Sum { total, parts, are: Parts::Partition, .. } if (2..=5).contains(&parts.len()) => {
            Some(Stack { total: total.clone(), parts: parts.clone() })
        }
        _ => None,
    };
    form.across.iter().filter_map(stack).collect()
}

/// One bar of parts side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stacked {
    /// What it stands for.
    pub name: String,
    /// Each part: its figure, and its share of the parts together.
    pub parts: Vec<(Amount, BigRational)>,
}

/// The bars of a stack, rows without anything in them left out.
pub fn stacked(table: &StatTable, stack: &Stack, among: Among) -> Vec<Stacked> {
    let rows: Vec<&Row> = match among {
        Among::Leaves => table.leaves().collect(),
        Among::Sections => sections(table),
    };
    let bar = |row: &Row| {
        let figure = |key: &LineKey| {
            let cell = row.cells.get(table.form.column(key)?)?;
            FigureCell::figure(cell).map(Figure::amount)
        };
        if row.cells.iter().any(FigureCell::is_unread) {
            return None;
        }
        let amounts: Vec<Amount> = stack.parts.iter().map(|key| figure(key).unwrap_or_default()).collect();
        let whole: Amount = amounts.iter().copied().sum();
        if whole.is_zero() || amounts.iter().any(|part| part.is_negative()) {
            return None;
        }
        let parts = amounts.into_iter().map(|part| (part, part.ratio() / whole.ratio())).collect();
        Some(Stacked { name: row.name.clone(), parts })
    };
    rows.into_iter().filter_map(bar).collect()
}

/// A point of a trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The period.
    pub name: String,
    /// The indicator in it.
    pub indicated: Indicated,
}

/// An indicator over the periods of one form and body, in their order; periods whose days are not known come in the
/// order of the tables. A period that is there twice is read from the later table.
pub fn trend(tables: &[(&TableId, &StatTable)], indicator: &LineKey) -> Vec<Point> {
    let mut points: BTreeMap<_, Point> = BTreeMap::new();
    for (place, (id, table)) in tables.iter().enumerate() {
        let Some(indicator) = table.form.indicators.iter().find(|one| one.key == *indicator) else { continue };
        let days = table.period.days();
        let order = (days.is_none(), days, if days.is_none() { place } else { 0 });
        let point = Point { name: table.period.name.clone(), indicated: of_table(id, table, indicator) };
        points.insert(order, point);
    }
    points.into_values().collect()
}

/// How long a bar is, as a share of the longest; 0 where nothing is above 0.
pub fn lengths(shares: &[BigRational]) -> Vec<BigRational> {
    let longest = shares.iter().max().filter(|longest| **longest > BigRational::zero());
    let length = |share: &BigRational| match longest {
        Some(longest) if *share > BigRational::zero() => share / longest,
        _ => BigRational::zero(),
    };
    shares.iter().map(length).collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::figures::Period;
    use crate::domain::figures::form::Rows;
    use crate::domain::figures::ranking::rank;
    use crate::domain::fixture::figures::{both, counts, form, line, row, table};

    use super::*;

    fn id(text: &str) -> TableId {
        TableId::new(text).unwrap()
    }

    fn late() -> Indicator {
        Indicator {
            key: line("tre"),
            name: both("Tỷ lệ quá hạn"),
            part: vec![line("late")],
            whole: vec![line("all")],
            better: Better::Low,
        }
    }

    fn units() -> StatTable {
        let sum = Rule::Sum {
            total: line("all"),
            parts: vec![line("early"), line("late")],
            are: Parts::Partition,
            item: None,
        };
        let form = Form {
            indicators: vec![late()],
            ..form(Rows::Units {}, vec![counts("all"), counts("early"), counts("late")], vec![sum])
        };
        let rows = vec![
            row("tong", "", 0, &["40", "30", "10"]),
            row("A", "A", 1, &["40", "30", "10"]),
            row("A.1", "1", 2, &["20", "15", "5"]),
            row("A.2", "2", 2, &["20", "15", "5"]),
            row("A.3", "3", 2, &["0", "0", "0"]),
        ];
        table(form, rows)
    }

    #[test]
    fn units_are_ranked_and_what_has_no_share_is_listed_without_a_rank() {
        let table = units();
        let all = subjects(&id("b"), &table, &late(), Among::Leaves);
        let (known, unknown): (Vec<Subject>, Vec<Subject>) =
            all.into_iter().partition(|subject| subject.indicated.share().is_some());
        let ranked =
            rank(known.into_iter().filter_map(|one| one.indicated.share().map(|share| (one, share))), Better::Low);
        let limits = Thresholds { praise: Some(500), criticise: Some(2_000) };
        let printed = ranking_table(&ranked, &unknown, limits, Better::Low);
        assert_eq!(printed.rows.len(), 3);
        assert_eq!(printed.rows[0][0], Cell::Count(1));
        assert_eq!(printed.rows[1][0], Cell::Count(1), "equals share a rank");
        assert_eq!(printed.rows[1][5], Cell::Text("Phê bình".to_owned()));
        assert_eq!((&printed.rows[2][0], &printed.rows[2][4]), (&Cell::Empty, &Cell::Empty), "0 of 0 is no share");
    }

    #[test]
    fn sections_are_neither_the_total_nor_its_units() {
        let table = units();
        let names: Vec<&str> = sections(&table).iter().map(|row| row.key.as_str()).collect();
        assert_eq!(names, ["A"]);
    }

    #[test]
    fn parts_are_shares_of_the_bar_and_empty_rows_have_none() {
        let table = units();
        let [stack] = stacks(&table.form).try_into().unwrap();
        let bars = stacked(&table, &stack, Among::Leaves);
        assert_eq!(bars.len(), 2);
        assert_eq!(bars[0].parts[1].1, BigRational::new(1.into(), 4.into()));
    }

    #[test]
    fn a_trend_follows_the_days_and_not_the_order_of_entry() {
        let named = |name: &str| StatTable { period: Period { name: name.to_owned(), ..Period::default() }, ..units() };
        let (third, first, other) = (named("Quý III/2021"), named("Quý I/2021"), named("đợt phúc tra"));
        let ids = [id("b1"), id("b2"), id("b3")];
        let points = trend(&[(&ids[0], &other), (&ids[1], &third), (&ids[2], &first)], &line("tre"));
        let names: Vec<&str> = points.iter().map(|point| point.name.as_str()).collect();
        assert_eq!(names, ["Quý I/2021", "Quý III/2021", "đợt phúc tra"]);
    }
}
