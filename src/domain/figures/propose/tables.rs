//! Figures of a statement that are totals of tables.

use std::collections::BTreeMap;

use crate::domain::id::TableId;

use super::super::figure::Amount;
use super::super::form::Parts;
use super::super::scan::vocabulary::Counted;
use super::super::statement::Relation;
use super::super::table::StatTable;
use super::columns::{Total, Totals, add};
use super::layout::{Layout, Pair, Said};
use super::senses::{Family, Senses};
use super::{Gathered, Strength, Why};

/// From here on, figures are rarely equal by chance.
const LARGE: i64 = 1_000;

/// Below this, equal figures mean nothing without equal words.
const SMALL: i64 = 10;

/// The most cells that are proposed for one figure.
const MOST_EACH: usize = 4;

/// The most columns that are added up.
const MOST_COLUMNS: usize = 6;

/// How many figures must be those of a table before words alone propose its cells for another.
const LEAST_EQUAL: usize = 2;

/// The most tables that are looked at as one form.
const MOST_TABLES: usize = 100;

/// Proposes cells for the figures of a statement.
pub fn propose(layout: &Layout, tables: &[(&TableId, &StatTable)], gathered: &mut Gathered) {
    let totals: Vec<Totals> = tables.iter().take(MOST_TABLES).map(|(id, table)| Totals::new(id, table)).collect();
    let forms = forms(&totals);
    let singles = by_amount(totals.iter().flat_map(|table| table.rows.iter().chain(no_row(table))));
    let sums = by_amount(forms.iter());
    let groups: Vec<Total> = totals.iter().flat_map(column_groups).collect();
    let groups = by_amount(groups.iter());
    let counts =
        |place: &usize| layout.said.get(*place).is_some_and(|said| said.is_count() && said.figure.decimals() == 0);
    let places: Vec<usize> = (0..layout.said.len()).filter(counts).collect();
    // Whether the statement speaks of the tables one by one or of them together.
    let found = |index: &BTreeMap<Amount, Vec<&Total>>, place: &usize| {
        layout
            .said
            .get(*place)
            .is_some_and(|said| said.amount() >= Amount::whole(SMALL) && index.contains_key(&said.amount()))
    };
    let alone = places.iter().filter(|place| found(&singles, place) && !found(&sums, place)).count();
    let together = places.iter().filter(|place| found(&sums, place) && !found(&singles, place)).count();
    let (first, second) = if together > alone { (&sums, &singles) } else { (&singles, &sums) };
    for place in &places {
        let Some(said) = layout.said.get(*place) else { continue };
        let senses = senses(layout, *place);
        let done = equal(said, &senses, first, gathered) || equal(said, &senses, second, gathered);
        let done = done || (said.amount() >= Amount::whole(LARGE) && equal(said, &senses, &groups, gathered));
        if !done && alone.max(together) >= LEAST_EQUAL {
            let wholes: Vec<&Total> = if together > alone {
                forms.iter().collect()
            } else {
                totals.iter().flat_map(|table| table.columns.iter().map(|(_, total)| total)).collect()
            };
            by_words(said, &senses, &wholes, gathered);
        }
    }
}

/// The totals of columns where the table has no row for them.
fn no_row<'t>(table: &'t Totals) -> impl Iterator<Item = &'t Total> {
    let wanted = table.rows.iter().all(|total| !total.whole);
    table.columns.iter().map(|(_, total)| total).filter(move |_| wanted)
}

/// For each column the sum over the tables of one form.
fn forms(totals: &[Totals]) -> Vec<Total> {
    let mut forms: BTreeMap<(&str, usize), Vec<&Total>> = BTreeMap::new();
    for table in totals {
        for (column, total) in &table.columns {
            forms.entry((table.table.form.id.as_str(), *column)).or_default().push(total);
        }
    }
    forms.values().filter(|totals| totals.len() > 1).filter_map(|totals| add(totals.iter().copied())).collect()
}

/// Columns beside each other added up, as for two years.
fn column_groups(table: &Totals) -> Vec<Total> {
    let mut groups = Vec::new();
    for from in 0..table.columns.len() {
        for length in 2..=MOST_COLUMNS {
            let group = table.columns.get(from..from + length);
            let sum = group.and_then(|group| add(group.iter().map(|(_, total)| total)));
            groups.extend(sum.map(|sum| Total { senses: Senses::default(), ..sum }));
        }
    }
    groups
}

fn by_amount<'t>(totals: impl Iterator<Item = &'t Total>) -> BTreeMap<Amount, Vec<&'t Total>> {
    let mut index: BTreeMap<Amount, Vec<&Total>> = BTreeMap::new();
    for total in totals {
        index.entry(total.amount).or_default().push(total);
    }
    index
}

/// What a figure is told apart by, its stage taken from the total before its bracket or sentence where it has none.
fn senses(layout: &Layout, place: usize) -> Senses {
    let Some(said) = layout.said.get(place) else { return Senses::default() };
    let bracket = said.bracket.and_then(|bracket| layout.brackets.get(bracket));
    let owner = bracket.and_then(|bracket| layout.last_before(bracket.open, bracket.outer));
    let over = owner.or_else(|| super::shares::above(layout, place));
    let stage = over.and_then(|over| layout.said.get(over)).map(|over| over.senses.clone().only_stage());
    match (said.senses.get(Family::Stage), stage) {
        (None, Some(stage)) => said.senses.clone().or(&stage),
        (..) => said.senses.clone(),
    }
}

/// Whether a total may count what a figure counts.
fn alike(said: &Said, total: &Total) -> bool {
    match (said.counted, total.counted) {
        (Some(said), Some(total)) => said == total || total == Counted::Others,
        (..) => true,
    }
}

/// Proposes the totals that are equal to a figure; whether there are any.
fn equal(said: &Said, senses: &Senses, index: &BTreeMap<Amount, Vec<&Total>>, gathered: &mut Gathered) -> bool {
    let Some(equal) = index.get(&said.amount()) else { return false };
    let equal: Vec<&Total> = equal.iter().copied().filter(|total| alike(said, total)).collect();
    let told: Vec<&Total> = equal.iter().copied().filter(|total| senses.agrees(&total.senses)).collect();
    let wholes: Vec<&Total> = told.iter().copied().filter(|total| total.whole).collect();
    let large = said.amount() >= Amount::whole(LARGE);
    let small = said.amount() < Amount::whole(SMALL);
    let why = |total: &Total| if total.cells.len() > 1 { Why::SumOfTotals } else { Why::EqualsTotal };
    let mut add = |total: &Total, strength: Strength| {
        let relation =
            Relation::Sum { total: gathered.said(said.number), parts: total.cells.clone(), are: Parts::Partition };
        gathered.add(relation, why(total), strength);
    };
    match (told.as_slice(), wholes.as_slice(), equal.as_slice()) {
        ([only], ..) | (_, [only], _) if !small => {
            let sure = large || senses.tells();
            add(only, if sure { Strength::Strong } else { Strength::Weak });
        }
        ([only], ..) if senses.tells() => add(only, Strength::Weak),
        (_, _, [only]) if large => {
            let against = senses.tells() && only.senses.tells();
            add(only, if against { Strength::Weak } else { Strength::Strong });
        }
        _ if !small && !equal.is_empty() => {
            let some = if told.is_empty() { &equal } else { &told };
            some.iter().take(MOST_EACH).for_each(|total| add(total, Strength::Weak));
        }
        _ => return false,
    }
    true
}

/// Proposes the one total whose headings say what the words beside a figure say.
fn by_words(said: &Said, senses: &Senses, wholes: &[&Total], gathered: &mut Gathered) {
    if !senses.tells() || said.pair != Pair::No || said.counted != Some(Counted::Dossiers) {
        return;
    }
    let mut told = wholes.iter().filter(|total| {
        alike(said, total)
            && senses.agrees(&total.senses)
            && senses.get(Family::Stage) == total.senses.get(Family::Stage)
    });
    if let (Some(only), None) = (told.next(), told.next()) {
        let relation =
            Relation::Sum { total: gathered.said(said.number), parts: only.cells.clone(), are: Parts::Partition };
        gathered.add(relation, Why::ColumnWords, Strength::Weak);
    }
}
