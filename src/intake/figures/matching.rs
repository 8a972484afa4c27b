//! Which column of a source is which of the form: by key, by heading, by the printed numbers of the columns, and last by
//! place. No two columns mean the same; what two claim alike is left open.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::domain::figures::{Form, Measure};
use crate::domain::id::LineKey;
use crate::intake::cells::printed;
use crate::intake::heading::{is_numbering, parts_of};
use crate::intake::protocol::{FigureColumn, HeadingRows, MatchedBy};
use crate::intake::sheet::Sheet;

use super::heads::Head;
use super::numbering::is_ordinal;

/// The score from which a heading says a column.
const KNOWN: u32 = 55;

/// How many rows below a heading tell what a column holds.
const SAMPLED: usize = 40;

/// The columns of a source, each with what it means and how that was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matched {
    /// What each column means.
    pub columns: Vec<Option<FigureColumn>>,
    /// How that was found.
    pub by: Vec<Option<MatchedBy>>,
}

/// The form with its headings in words.
pub struct Wanted<'f> {
    form: &'f Form,
    heads: Vec<(FigureColumn, Head)>,
    row_heading: Vec<Head>,
}

impl<'f> Wanted<'f> {
    /// The headings of a form, in both languages.
    pub fn new(form: &'f Form) -> Self {
        let mut heads = Vec::new();
        for column in &form.columns {
            for head in [
                Head::new(column.heading.iter().map(|part| part.vi.as_str())),
                Head::new(column.heading.iter().map(|part| part.en.as_str())),
            ] {
                heads.push((FigureColumn::Cell(column.key.clone()), head));
            }
        }
        // Two counts that nothing but their lowest heading tells apart may stand in one cell of prose.
        for (place, pair) in form.columns.windows(2).enumerate() {
            let [one, other] = pair else { continue };
            let over = one.heading.split_last().map(|(_, over)| over).filter(|over| !over.is_empty());
            let is_same = |place: Option<usize>| {
                let column = place.and_then(|place| form.columns.get(place));
                column.and_then(|column| column.heading.split_last()).map(|(_, over)| over) == over
            };
            let counts = [one, other].iter().all(|column| matches!(column.measure, Measure::Count { .. }));
            if let Some(over) = over
                && counts
                && is_same(Some(place + 1))
                && !is_same(place.checked_sub(1))
                && !is_same(Some(place + 2))
            {
                let head = Head::new(over.iter().map(|part| part.vi.as_str()));
                heads.push((FigureColumn::Pair(one.key.clone(), other.key.clone()), head));
            }
        }
        let row_heading = [&form.row_heading.vi, &form.row_heading.en].map(|words| Head::new([words.as_str()])).into();
        Self { form, heads, row_heading }
    }
}

impl Matched {
    fn new(width: usize) -> Self {
        Self { columns: vec![None; width], by: vec![None; width] }
    }

    /// How many columns of the form are found.
    pub fn found(&self) -> usize {
        self.columns.iter().flatten().flat_map(FigureColumn::keys).count()
    }

    /// Whether a column means this.
    pub fn has(&self, meaning: &FigureColumn) -> bool {
        self.place(meaning).is_some()
    }

    fn place(&self, meaning: &FigureColumn) -> Option<usize> {
        self.columns.iter().position(|column| column.as_ref() == Some(meaning))
    }

    fn set(&mut self, column: usize, meaning: FigureColumn, by: MatchedBy) {
        if let (Some(place), Some(how)) = (self.columns.get_mut(column), self.by.get_mut(column)) {
            (*place, *how) = (Some(meaning), Some(by));
        }
    }

    fn keys(&self) -> BTreeSet<&LineKey> {
        self.columns.iter().flatten().flat_map(FigureColumn::keys).collect()
    }
}

/// Matches by keys and headings alone. `rows` are those of the heading, headings over several columns spread.
pub fn by_heading(rows: &[Vec<String>], width: usize, wanted: &Wanted<'_>) -> Matched {
    let heads: Vec<Head> =
        parts_of(rows, width).iter().map(|parts| Head::new(parts.iter().map(String::as_str))).collect();
    let mut matched = Matched::new(width);
    for (column, head) in heads.iter().enumerate().filter(|(_, head)| !head.raw().is_empty()) {
        let key = wanted.form.columns.iter().find(|form| form.key.as_str().eq_ignore_ascii_case(head.raw()));
        let meaning = match key {
            Some(form) => Some((FigureColumn::Cell(form.key.clone()), MatchedBy::Key)),
            None if head.is_number() => Some((FigureColumn::Number, MatchedBy::Heading)),
            None if head.is_name(&wanted.row_heading) => Some((FigureColumn::Name, MatchedBy::Heading)),
            None if head.says("loai hang") => Some((FigureColumn::RowKind, MatchedBy::Heading)),
            None if head.says("muc") => Some((FigureColumn::Section, MatchedBy::Heading)),
            None => None,
        };
        if let Some((meaning, by)) = meaning.filter(|(meaning, _)| !matched.has(meaning)) {
            matched.set(column, meaning, by);
        }
    }
    let mut claims: Vec<(u32, usize, &FigureColumn)> = Vec::new();
    for (column, head) in heads.iter().enumerate() {
        if matched.columns.get(column).is_some_and(Option::is_some) || head.is_empty() {
            continue;
        }
        for (meaning, form) in &wanted.heads {
            let score = head.score(form);
            if score >= KNOWN && !claims.contains(&(score, column, meaning)) {
                claims.push((score, column, meaning));
            }
        }
    }
    settle(claims, &mut matched);
    matched
}

/// Gives each meaning to one column, the best claim first; where two claim alike, neither gets it.
fn settle(mut claims: Vec<(u32, usize, &FigureColumn)>, matched: &mut Matched) {
    claims.sort_by_key(|(score, column, _)| (std::cmp::Reverse(*score), *column));
    let mut columns_done: BTreeSet<usize> = BTreeSet::new();
    let mut keys_done: BTreeSet<LineKey> = matched.keys().into_iter().cloned().collect();
    for alike in claims.chunk_by(|one, other| one.0 == other.0) {
        let is_open = |(_, column, meaning): &&(u32, usize, &FigureColumn)| {
            !columns_done.contains(column) && !meaning.keys().any(|key| keys_done.contains(key))
        };
        let open: Vec<_> = alike.iter().filter(is_open).collect();
        let clash = |one: &(u32, usize, &FigureColumn), other: &(u32, usize, &FigureColumn)| {
            one.1 == other.1 || one.2.keys().any(|key| other.2.keys().any(|same| same == key))
        };
        for claim in &open {
            let (_, column, meaning) = **claim;
            if open.iter().filter(|other| clash(claim, other)).count() == 1 {
                matched.set(column, meaning.clone(), MatchedBy::Heading);
            }
        }
        for (_, column, meaning) in open.iter().map(|claim| **claim) {
            columns_done.insert(column);
            keys_done.extend(meaning.keys().cloned());
        }
    }
}

/// Fills in what headings leave open: names, then by the numbers of the columns, then by place. `covers` says whether
/// the heading stands over every column.
pub fn complete(sheet: &Sheet, heading: Option<HeadingRows>, covers: bool, wanted: &Wanted<'_>, matched: &mut Matched) {
    let first = heading.map_or(0, |heading| heading.last + 1);
    by_number(sheet, first, wanted, matched);
    let headed = heading.is_some() && covers;
    if !matched.has(&FigureColumn::Name) {
        names(sheet, first, matched);
    }
    // Beside words that say nothing, place says nothing either.
    if !headed {
        by_place(wanted, matched);
    }
}

/// The names of rows: among the columns before the first figure, the one that most often holds words. STT stands before.
fn names(sheet: &Sheet, first: usize, matched: &mut Matched) {
    let figures = matched
        .columns
        .iter()
        .position(|column| matches!(column, Some(FigureColumn::Cell(_) | FigureColumn::Pair(..))));
    let end = figures.unwrap_or(matched.columns.len());
    let rows = || sheet.rows.iter().skip(first).take(SAMPLED);
    let text = |row: &'_ Vec<_>, column: usize| row.get(column).map(printed).map(Cow::into_owned).unwrap_or_default();
    let words = |column: usize| {
        rows().filter(|row| text(row, column).chars().filter(|letter| letter.is_alphabetic()).count() > 2).count()
    };
    let open = (0..end).filter(|column| matched.columns.get(*column).is_some_and(Option::is_none));
    let best = open.map(|column| (words(column), column)).filter(|(count, _)| *count > 0);
    let Some((_, name)) = best.max_by_key(|(count, column)| (*count, std::cmp::Reverse(*column))) else { return };
    matched.set(name, FigureColumn::Name, MatchedBy::Position);
    let before = name.checked_sub(1).filter(|column| matched.columns.get(*column).is_some_and(Option::is_none));
    if let Some(before) = before.filter(|_| !matched.has(&FigureColumn::Number)) {
        let numbers: Vec<String> = rows().map(|row| text(row, before)).filter(|text| !text.is_empty()).collect();
        if !numbers.is_empty() && numbers.iter().filter(|text| is_ordinal(text)).count() * 2 > numbers.len() {
            matched.set(before, FigureColumn::Number, MatchedBy::Position);
        }
    }
}

/// By the row that numbers the columns, where it counts as many as the form has, with STT and names or without.
fn by_number(sheet: &Sheet, first: usize, wanted: &Wanted<'_>, matched: &mut Matched) {
    let near = sheet.rows.iter().skip(first.saturating_sub(1)).take(4).find(|row| is_numbering(row));
    let Some(row) = near else { return };
    let number = |text: &str| -> Option<usize> {
        let digits: String = text.trim_start_matches(['(', '[']).chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    };
    let numbers: Vec<(usize, usize)> =
        row.iter().enumerate().filter_map(|(column, cell)| Some((column, number(&printed(cell))?))).collect();
    let columns = wanted.form.columns.len();
    let (Some((_, least)), Some((_, most))) = (numbers.first(), numbers.last()) else { return };
    let before = match most.checked_sub(columns) {
        Some(before) if *least == 1 && before <= 2 && numbers.len() == *most => before,
        _ => return,
    };
    let meaning = |number: usize| match number.checked_sub(before + 1) {
        Some(place) => wanted.form.columns.get(place).map(|column| FigureColumn::Cell(column.key.clone())),
        None if number == before => Some(FigureColumn::Name),
        None => Some(FigureColumn::Number),
    };
    fill(numbers.iter().filter_map(|(column, number)| Some((*column, meaning(*number)?))), MatchedBy::Number, matched);
}

/// By place, where as many columns follow the names as the form has.
fn by_place(wanted: &Wanted<'_>, matched: &mut Matched) {
    let Some(name) = matched.place(&FigureColumn::Name) else { return };
    let columns = &wanted.form.columns;
    if matched.columns.len() != name + 1 + columns.len() {
        return;
    }
    let cells =
        columns.iter().enumerate().map(|(place, column)| (name + 1 + place, FigureColumn::Cell(column.key.clone())));
    fill(cells, MatchedBy::Position, matched);
}

/// Takes a proposal for all columns, where it contradicts nothing that is known.
fn fill(proposed: impl Iterator<Item = (usize, FigureColumn)>, by: MatchedBy, matched: &mut Matched) {
    let proposed: Vec<(usize, FigureColumn)> = proposed.collect();
    let agrees = proposed.iter().all(|(column, meaning)| {
        let known = matched.columns.get(*column).and_then(Option::as_ref);
        known.is_none_or(|known| known == meaning) && matched.place(meaning).is_none_or(|place| place == *column)
    });
    let pairs = matched.columns.iter().flatten().any(|known| matches!(known, FigureColumn::Pair(..)));
    if agrees && !pairs {
        for (column, meaning) in proposed {
            if !matched.has(&meaning) {
                matched.set(column, meaning, by);
            }
        }
    }
}
