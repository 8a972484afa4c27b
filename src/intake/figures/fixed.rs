//! Rows that a form prescribes: each row of the source is found among them by its key or its name.

use std::collections::BTreeSet;

use crate::domain::figures::form::FixedRow;
use crate::domain::figures::{Form, Row, StatTable};
use crate::intake::protocol::{FigureProblem, FigureProblemKind};

use super::heads::plain;
use super::walk::{Found, problem};

/// The prescribed rows in their order, each with the row of the source that fills it.
pub fn fill(
    found: Vec<Found>,
    form: &Form,
    fixed: &[FixedRow],
    name_column: usize,
    problems: &mut Vec<FigureProblem>,
) -> Vec<(Row, Option<Found>)> {
    let names: Vec<Name> = fixed.iter().map(|row| Name::new(&row.name.vi, &row.name.en)).collect();
    let mut filled: Vec<Option<Found>> = fixed.iter().map(|_| None).collect();
    let mut last = 0;
    for row in found {
        let Some(place) = place(&row, fixed, &names, &filled, last) else {
            // A heading between the rows holds nothing that would be lost.
            if !row.is_blank() {
                problems.push(problem(row.line, name_column, None, &row.name, FigureProblemKind::UnknownRow));
            }
            continue;
        };
        match filled.get_mut(place) {
            Some(Some(first)) => {
                let why = FigureProblemKind::TwiceRow { first: first.line };
                problems.push(problem(row.line, name_column, None, &row.name, why));
            }
            Some(empty) => {
                last = place;
                *empty = Some(row);
            }
            None => {}
        }
    }
    let rows = StatTable::new(form.clone()).rows.into_iter().zip(filled);
    rows.map(|(mut row, found)| {
        if let Some(found) = &found {
            row.number.clone_from(&found.number);
            row.cells = found.marked_cells();
        }
        (row, found)
    })
    .collect()
}

/// The name of a row in words.
struct Name {
    whole: [String; 2],
    words: BTreeSet<String>,
}

impl Name {
    fn new(vi: &str, en: &str) -> Self {
        let whole = [plain(vi), plain(en)];
        Self { words: words(&whole[0]), whole }
    }
}

fn words(phrase: &str) -> BTreeSet<String> {
    phrase.split_whitespace().map(str::to_owned).collect()
}

/// The row of the form that a row of the source is: by key, by the whole name, else by the name that shares most words
/// with it, three of five at least and more than any other. Of several of one name the next after `last` is taken.
fn place(row: &Found, fixed: &[FixedRow], names: &[Name], filled: &[Option<Found>], last: usize) -> Option<usize> {
    let typed = row.name.trim();
    let by_key = fixed.iter().position(|fixed| fixed.key.as_str() == typed || fixed.key.as_str() == row.number.trim());
    if by_key.is_some() {
        return by_key;
    }
    let said = plain(typed.trim_start_matches(['-', '+', '*', '–', ' ']));
    if said.is_empty() {
        return None;
    }
    let whole: Vec<usize> =
        (0..names.len()).filter(|place| names.get(*place).is_some_and(|name| name.whole.contains(&said))).collect();
    let open = |place: &&usize| filled.get(**place).is_some_and(Option::is_none);
    let next = whole.iter().filter(open).find(|place| **place >= last).or_else(|| whole.iter().find(open));
    if let Some(place) = next.or(whole.first()) {
        return Some(*place);
    }
    let own = words(&said);
    let mut scored: Vec<(usize, usize)> = names
        .iter()
        .enumerate()
        .filter_map(|(place, name)| {
            let both = own.intersection(&name.words).count();
            let all = own.union(&name.words).count();
            (both * 5 >= all * 3).then(|| (both * 1_000 / all.max(1), place))
        })
        .collect();
    scored.sort_by_key(|(score, place)| (std::cmp::Reverse(*score), *place));
    match scored.as_slice() {
        [(_, place)] => Some(*place),
        [(best, place), (next, _), ..] if best > next => Some(*place),
        _ => None,
    }
}
