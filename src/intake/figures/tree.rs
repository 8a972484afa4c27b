//! Rows of fields, units and free tables in their order: totals above what they add up, each row as deep as its number
//! says, each with a key of its own.

use std::collections::BTreeSet;

use crate::domain::figures::table::row_key;
use crate::domain::figures::{Row, Rows};
use crate::domain::id::LineKey;
use crate::intake::protocol::FiguresNote;
use crate::words::outline::is_grand_total;

use super::numbering::{self, Rank};
use super::walk::Found;

/// Puts rows in their order, with their depths and keys. The rows found come back beside theirs.
pub fn grow(found: Vec<Found>, kind: &Rows, notes: &mut Vec<FiguresNote>) -> Vec<(Row, Found)> {
    let adds_up = !matches!(kind, Rows::Free { adds_up: false });
    let found = if adds_up { totals_above(sums_into_sections(found, notes), notes) } else { found };
    let ranks = ranks(&found, adds_up);
    let mut open: Vec<(Rank, String, LineKey)> = Vec::new();
    let mut taken: BTreeSet<LineKey> = BTreeSet::new();
    let mut unnumbered = 0_usize;
    let mut rows = Vec::with_capacity(found.len());
    for (row, rank) in found.into_iter().zip(ranks) {
        while open.last().is_some_and(|(above, ..)| *above >= rank) {
            open.pop();
        }
        let depth = u8::try_from(open.len()).unwrap_or(u8::MAX);
        let above = open.last().filter(|(above, ..)| *above > Rank::Total);
        let own = own_number(&row.number, above.map(|(_, number, _)| number.as_str()));
        let number = match rank {
            Rank::Total => "tong".to_owned(),
            _ if own.chars().any(|letter| letter.is_ascii_alphanumeric()) => own.to_owned(),
            _ => {
                unnumbered += 1;
                format!("r{unnumbered}")
            }
        };
        let named = row.section.as_ref().filter(|_| rank > Rank::Roman).map(|section| plain(section));
        let section = named.filter(|section| !section.is_empty()).or_else(|| above.map(|(.., key)| key.to_string()));
        let is_taken = |key: &LineKey| taken.contains(key);
        let key = row_key(&number, section.as_deref(), is_taken).or_else(|| row_key(&number, None, is_taken));
        // As many keys are free as there are rows.
        let Some(key) = key else { continue };
        taken.insert(key.clone());
        open.push((rank, numbering::bare(&row.number).to_owned(), key.clone()));
        let (number, name, cells) = (row.number.clone(), row.name.clone(), row.marked_cells());
        rows.push((Row { key, number, name, depth, cells }, row));
    }
    rows
}

/// The part of a number that its row adds to the one above: 1.2 under 1 is 2.
fn own_number<'n>(number: &'n str, above: Option<&str>) -> &'n str {
    let number = numbering::bare(number);
    let rest = above.filter(|above| !above.is_empty()).and_then(|above| number.strip_prefix(above)?.strip_prefix('.'));
    rest.unwrap_or(number)
}

/// The letters of a section that a key may hold, twelve at most.
fn plain(section: &str) -> String {
    numbering::bare(section)
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || *letter == '.')
        .take(12)
        .collect()
}

/// How each row stands to the others.
fn ranks(found: &[Found], adds_up: bool) -> Vec<Rank> {
    let is_numbered = found.iter().any(|row| matches!(numbering::rank(&row.number, None), Some(Rank::Arabic(_))));
    let mut last_letter = None;
    let rank = |row: &Found| {
        if adds_up && row.is_total() {
            return Rank::Total;
        }
        match row.kind.as_deref() {
            Some("muc") => return Rank::Roman,
            Some("linh_vuc" | "linh vuc" | "don_vi" | "don vi") => return Rank::Arabic(0),
            Some(_) | None => {}
        }
        if let Some(rank) = numbering::rank(&row.number, last_letter) {
            if rank == Rank::Letter {
                last_letter = numbering::bare(&row.number).chars().next();
            }
            return rank;
        }
        if row.name.starts_with(['-', '–', '+', '*']) {
            return Rank::Mark;
        }
        // Words alone among numbered rows head those below them.
        if is_numbered && row.is_blank() { Rank::Roman } else { Rank::Arabic(0) }
    };
    found.iter().map(rank).collect()
}

/// Puts the sum that stands below the rows of a section into the section's own row, where that holds nothing.
fn sums_into_sections(found: Vec<Found>, notes: &mut Vec<FiguresNote>) -> Vec<Found> {
    let totals: Vec<usize> =
        found.iter().enumerate().filter(|(_, row)| row.is_total()).map(|(place, _)| place).collect();
    let mut rows: Vec<Found> = Vec::with_capacity(found.len());
    // The section that is open, by its place in `rows`, and how many before it stay without figures.
    let (mut section, mut left): (Option<usize>, usize) = (None, 0);
    let mut last_letter = None;
    for (place, row) in found.into_iter().enumerate() {
        if row.is_total() {
            let more = totals.last().is_some_and(|last| *last > place);
            let is_sum = more || (!is_grand_total(&row.name) && left == 0);
            let below = section.filter(|section| is_sum && rows.len() > section + 1);
            if let Some(head) = section.take().and(below).and_then(|section| rows.get_mut(section)) {
                notes.push(FiguresNote::SumIntoSection { line: row.line, section: head.line });
                (head.cells, head.asked, head.unread) = (row.cells, row.asked, row.unread);
                continue;
            }
        } else {
            let rank = numbering::rank(&row.number, last_letter);
            if rank == Some(Rank::Letter) {
                last_letter = numbering::bare(&row.number).chars().next();
            }
            let heads = matches!(rank, Some(Rank::Letter | Rank::Roman)) || row.number.is_empty();
            if row.is_blank() && heads {
                left += usize::from(section.is_some());
                section = Some(rows.len());
            }
        }
        rows.push(row);
    }
    rows
}

/// Puts totals that stand below their rows above them.
fn totals_above(found: Vec<Found>, notes: &mut Vec<FiguresNote>) -> Vec<Found> {
    let is_below = found.len() > 1
        && found.first().is_some_and(|first| !first.is_total())
        && found.last().is_some_and(Found::is_total);
    if !is_below {
        return found;
    }
    let mut rows: Vec<Found> = Vec::with_capacity(found.len());
    let mut begins = 0;
    for row in found {
        if row.is_total() && rows.len() > begins {
            notes.push(FiguresNote::TotalMoved { line: row.line });
            rows.insert(begins, row);
            begins = rows.len();
        } else {
            rows.push(row);
        }
    }
    rows
}
