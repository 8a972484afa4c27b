//! Where the heading of a table is and what its columns mean: titles above it, headings merged over several columns,
//! and numbers of columns below it are told apart. Of two columns that mean the same the stronger heading is chosen.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::words::fold::fold;

use super::cells::printed;
use super::places::Places;
use super::protocol::{
    ColumnInfo, DossierColumn, HeadingRows, Kind, ProcedureColumn, Rival, SAMPLES, SheetInfo, Target, TermUnit,
};
use super::sheet::{Sheet, SheetCell};
use super::synonyms::{PEOPLE, names_of};

#[cfg(test)]
mod tests;

/// Among how many first rows a heading is looked for.
const SEARCHED: usize = 40;

/// The most rows of a heading.
const MOST_ROWS: usize = 3;

/// The longest heading of one column, in bytes: longer text is no heading.
const MOST_BYTES: usize = 300;

/// The score from which a heading counts as known.
const KNOWN: u32 = 60;

/// What a sheet looks like before it is read.
pub(super) fn describe(sheet: &Sheet, index: usize, kind: Kind) -> SheetInfo {
    describe_with(sheet, index, kind, find(sheet, kind))
}

/// The same, with the heading that the user points to.
pub(super) fn describe_with(sheet: &Sheet, index: usize, kind: Kind, heading: Option<HeadingRows>) -> SheetInfo {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let parts = heading.map(|heading| parts(sheet, heading, width)).unwrap_or_default();
    let mut matching = propose(kind, &parts, sheet).matching;
    matching.resize(width, None);
    let first = heading.map_or(0, |heading| heading.last + 1);
    let numbered = heading.is_some() && sheet.rows.get(first).is_some_and(|row| is_numbering(row));
    let skipped = first + usize::from(numbered);
    let columns = (0..width).map(|column| {
        let heading = parts.get(column).map(|parts| parts.join(" – ")).unwrap_or_default();
        let values = sheet.rows.iter().skip(skipped).filter_map(|row| row.get(column)).map(printed);
        let samples = values.filter(|text| !text.is_empty()).take(SAMPLES).map(Cow::into_owned).collect();
        ColumnInfo { heading, samples, is_hidden: sheet.is_hidden_column(column) }
    });
    let columns = columns.collect();
    SheetInfo { name: sheet.name.clone(), index, rows: sheet.rows.len(), heading, columns, matching }
}

/// The rows of the heading: those whose columns are known best; else the first row that is nothing but several texts,
/// above others that are not.
fn find(sheet: &Sheet, kind: Kind) -> Option<HeadingRows> {
    let width = sheet.rows.iter().take(SEARCHED + MOST_ROWS).map(Vec::len).max().unwrap_or(0);
    let needed = if width > 2 { 2 } else { 1 };
    let mut best: Option<(u32, HeadingRows)> = None;
    for first in 0..sheet.rows.len().min(SEARCHED) {
        for last in first..sheet.rows.len().min(first + MOST_ROWS) {
            if !sheet.rows.get(last).is_some_and(|row| is_heading_like(row)) {
                break;
            }
            let heading = HeadingRows { first, last };
            let Proposal { matching, score, .. } = propose(kind, &parts(sheet, heading, width), sheet);
            let known = matching.iter().flatten().count();
            if known >= needed && best.is_none_or(|(most, _)| score > most) {
                best = Some((score, heading));
            }
        }
    }
    best.map(|(_, heading)| heading).or_else(|| {
        let texts = |row: &[SheetCell]| row.iter().filter(|cell| !is_blank(cell)).count();
        let first = sheet.rows.iter().take(SEARCHED).position(|row| texts(row) > 1)?;
        let (row, next) = (sheet.rows.get(first)?, sheet.rows.get(first + 1)?);
        let is_unlike = !is_heading_like(next) || next.iter().any(holds_digit);
        let is_heading = is_heading_like(row) && !row.iter().any(holds_digit) && is_unlike;
        is_heading.then_some(HeadingRows { first, last: first })
    })
}

fn is_blank(cell: &SheetCell) -> bool {
    match cell {
        SheetCell::Empty => true,
        SheetCell::Text(text) => text.trim().is_empty(),
        SheetCell::Number(_)
        | SheetCell::Shown(..)
        | SheetCell::Moment(_)
        | SheetCell::Bool(_)
        | SheetCell::Error(_)
        | SheetCell::Formula(_) => false,
    }
}

fn holds_digit(cell: &SheetCell) -> bool {
    printed(cell).contains(|letter: char| letter.is_ascii_digit())
}

/// Whether a text is nothing but digits parted twice: no heading is, and nearly every row of data has one.
fn is_date_like(text: &str) -> bool {
    let text = text.trim();
    let mark = |letter: &char| matches!(letter, '/' | '-' | '.');
    text.chars().filter(mark).count() == 2 && text.chars().all(|letter| letter.is_ascii_digit() || mark(&letter))
}

/// Whether a row holds text alone, and something.
fn is_heading_like(row: &[SheetCell]) -> bool {
    let is_text = |cell: &SheetCell| match cell {
        SheetCell::Empty => true,
        SheetCell::Text(text) => text.len() <= MOST_BYTES && !is_date_like(text),
        SheetCell::Number(_)
        | SheetCell::Shown(..)
        | SheetCell::Moment(_)
        | SheetCell::Bool(_)
        | SheetCell::Error(_)
        | SheetCell::Formula(_) => false,
    };
    row.iter().all(is_text) && row.iter().any(|cell| !is_blank(cell))
}

/// The texts of each column's heading from top to bottom, headings over several columns given to each of them.
pub(super) fn parts(sheet: &Sheet, heading: HeadingRows, width: usize) -> Vec<Vec<String>> {
    let last = heading.last.min(heading.first + MOST_ROWS - 1);
    let rows: Vec<Vec<String>> = (heading.first..=last).map(|row| spread(sheet, row, width)).collect();
    parts_of(&rows, width)
}

/// The same of rows that are spread already ([`spread`]).
pub(super) fn parts_of(rows: &[Vec<String>], width: usize) -> Vec<Vec<String>> {
    let text = |row: usize, column: usize| {
        rows.get(row).and_then(|row| row.get(column)).map(String::as_str).unwrap_or_default()
    };
    let mut columns: Vec<Vec<String>> = vec![Vec::new(); width];
    for row in 0..rows.len() {
        let below = |column: usize| (row + 1..rows.len()).any(|below| !text(below, column).is_empty());
        let mut over: Option<&str> = None;
        for (column, parts) in columns.iter_mut().enumerate() {
            let own = text(row, column);
            // A heading reaches over the blanks to its right as long as something stands below it and below them.
            let said = if own.is_empty() && below(column) { over.unwrap_or_default() } else { own };
            over = if below(column) && !said.is_empty() { Some(said) } else { None };
            if !said.is_empty() && parts.last().map(String::as_str) != Some(said) {
                parts.push(said.to_owned());
            }
        }
    }
    columns
}

/// A row as one line of text for each cell, merged cells holding what their first one does.
pub(super) fn spread(sheet: &Sheet, row: usize, width: usize) -> Vec<String> {
    let cell = |row: usize, column: usize| sheet.rows.get(row).and_then(|row| row.get(column));
    let line = |cell: &SheetCell| printed(cell).split_whitespace().collect::<Vec<_>>().join(" ");
    (0..width)
        .map(|column| {
            let inside = sheet.merged.iter().find(|merged| {
                (merged.from.0..=merged.to.0).contains(&row) && (merged.from.1..=merged.to.1).contains(&column)
            });
            let (row, column) = inside.map_or((row, column), |merged| merged.from);
            cell(row, column).map(line).unwrap_or_default()
        })
        .collect()
}

/// Whether a row only numbers the columns: (1) (2) (3), or A B 1 2 3=1+2.
pub(super) fn is_numbering(row: &[SheetCell]) -> bool {
    let texts: Vec<Cow<'_, str>> = row.iter().map(printed).filter(|text| !text.is_empty()).collect();
    let is_number = |text: &Cow<'_, str>| {
        let marks = |letter: char| letter.is_ascii_digit() || " ()[]=+-:/".contains(letter);
        let letter = text.trim_matches(['(', ')']);
        text.len() <= 24 && text.chars().all(marks) && text.contains(|letter: char| letter.is_ascii_digit())
            || (letter.len() == 1 && letter.bytes().all(|letter| letter.is_ascii_alphabetic()))
    };
    let first = |text: &Cow<'_, str>| {
        let digits: String = text.trim_start_matches(['(', '[']).chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()
    };
    let numbers: Vec<u32> = texts.iter().filter_map(first).collect();
    let rises = numbers.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]))
        && numbers.first().is_some_and(|first| *first < 4);
    texts.len() >= 3 && numbers.len() >= 2 && texts.iter().all(is_number) && rises
}

/// What the columns of a table were taken for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Proposal {
    /// What each column means; none where that cannot be told.
    matching: Vec<Option<Target>>,
    /// The columns that could mean what another one means: that one, where it was chosen.
    rivals: Vec<(usize, Target, Option<usize>)>,
    /// The sum of the scores.
    score: u32,
}

/// What each column means. Each meaning goes to one column: the one whose heading says it best, and of two that say it alike
/// the one whose heading is more usual; a column that a person hid comes last. Where two headings are the same, or a column
/// could mean two things alike, it is left open.
fn propose(kind: Kind, columns: &[Vec<String>], sheet: &Sheet) -> Proposal {
    let mut claims: Vec<Claim> = Vec::new();
    let targets = Target::all(kind);
    for (column, parts) in columns.iter().enumerate() {
        // One cell may hold both levels, as this app writes them itself: "Văn bản xin lỗi – Số".
        let parts = parts.iter().flat_map(|part| part.split(" – ")).flat_map(|part| part.split(" - "));
        let parts: Vec<String> = parts.map(plain).filter(|part| !part.is_empty()).collect();
        if parts.is_empty() || parts.iter().any(|part| PEOPLE.iter().any(|words| holds(part, words))) {
            continue;
        }
        let scored = targets.iter().map(|target| {
            let (score, place) = score(*target, &parts);
            Claim { score, place, column, target: *target }
        });
        claims.extend(scored.filter(|claim| claim.score >= KNOWN));
    }
    let is_hidden = |claim: &Claim| sheet.is_hidden_column(claim.column);
    claims.sort_by_key(|claim| {
        (is_hidden(claim), std::cmp::Reverse(claim.score), claim.place, claim.column, claim.target)
    });
    let mut found = Proposal { matching: vec![None; columns.len()], ..Proposal::default() };
    let (mut columns_done, mut targets_done) = (BTreeSet::new(), BTreeMap::new());
    for alike in claims.chunk_by(|one, other| one.score == other.score && is_hidden(one) == is_hidden(other)) {
        let open: Vec<&Claim> = alike.iter().filter(|claim| !columns_done.contains(&claim.column)).collect();
        for claim in &open {
            let rival = open.iter().find(|other| other.target == claim.target && other.column != claim.column);
            if let Some(chosen) = targets_done.get(&claim.target) {
                found.rivals.push((claim.column, claim.target, *chosen));
                // Where another column says this better, this one may still mean something else.
                if rival.is_some() {
                    columns_done.insert(claim.column);
                }
                continue;
            }
            let is_torn = open.iter().any(|other| other.column == claim.column && other.target != claim.target);
            let is_chosen = !is_torn && rival.is_none_or(|rival| claim.place < rival.place);
            columns_done.insert(claim.column);
            if is_chosen && let Some(place) = found.matching.get_mut(claim.column) {
                *place = Some(claim.target);
                found.score += claim.score;
            } else if !is_torn {
                found.rivals.push((claim.column, claim.target, None));
            }
            targets_done.insert(claim.target, is_chosen.then_some(claim.column));
        }
    }
    found.rivals.retain(|(column, ..)| found.matching.get(*column).is_some_and(Option::is_none));
    found.rivals.sort_unstable();
    found.rivals.dedup_by_key(|(column, ..)| *column);
    found
}

/// That a column means something.
#[derive(Clone, Copy, Debug)]
struct Claim {
    /// How well its heading says so.
    score: u32,
    /// How usual that heading is, from 0.
    place: usize,
    column: usize,
    target: Target,
}

/// The columns that are not read because another one means the same, where the meanings are these.
pub(super) fn rivals(sheet: &Sheet, heading: HeadingRows, kind: Kind, matching: &[Option<Target>]) -> Vec<Rival> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let parts = parts(sheet, heading, width);
    let name = |column: usize| parts.get(column).map(|parts| parts.join(" – ")).unwrap_or_default();
    let is_open = |column: usize| matching.get(column).copied().flatten().is_none();
    let found = propose(kind, &parts, sheet).rivals.into_iter().filter(|(column, ..)| is_open(*column));
    found
        .map(|(column, target, _)| {
            let chosen = matching.iter().position(|meaning| *meaning == Some(target));
            Rival { column, heading: name(column), target, chosen: chosen.map(|chosen| (chosen, name(chosen))) }
        })
        .collect()
}

/// A heading for comparison: folded, without what stands in brackets, without marks.
pub(super) fn plain(heading: &str) -> String {
    let mut depth = 0_u32;
    let mut words = String::new();
    for letter in fold(heading).chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if letter.is_alphanumeric() => {
                words.push(letter);
                continue;
            }
            _ => {}
        }
        if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    words.trim().to_owned()
}

/// Whether a text holds these words in a row, whole.
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).is_none_or(|before| before.is_empty() || before.ends_with(' '));
        let after = text.get(at + words.len()..).is_none_or(|after| after.is_empty() || after.starts_with(' '));
        before && after
    })
}

/// How well a heading says this, 0 to 100, and the place of that heading among the usual ones.
fn score(target: Target, parts: &[String]) -> (u32, usize) {
    let names = names_of(target);
    let whole = parts.join(" ");
    let Some((leaf, over)) = parts.split_last() else {
        return (0, 0);
    };
    let place = |text: &str| names.whole.iter().position(|name| *name == text);
    if let Some(place) = place(&whole) {
        return (100, place);
    }
    let under = |(context, leaves): &(&str, &[&str])| {
        over.iter().any(|over| holds(over, context)) && leaves.contains(&leaf.as_str())
    };
    if let Some(place) = names.under.iter().position(under) {
        return (95, place);
    }
    let is_leaf = place(leaf).filter(|_| !over.is_empty());
    if let Some(place) = is_leaf.filter(|_| leaf.contains(' ')) {
        return (85, place);
    }
    // A phrase of a longer heading: the more of the heading it is the better, and Vietnamese puts the head first.
    let phrases = names.whole.iter().enumerate().filter(|(_, name)| name.contains(' ') && holds(leaf, name));
    let part = phrases.map(|(place, name)| {
        let share = 30 * name.len() / leaf.len().max(1);
        let base = if leaf.starts_with(name) { KNOWN } else { 38 };
        (base + u32::try_from(share).unwrap_or(0), place)
    });
    let best = part.max_by_key(|(score, place)| (*score, std::cmp::Reverse(*place)));
    best.or(is_leaf.map(|place| (KNOWN, place))).unwrap_or((0, 0))
}

/// The unit that the heading of a term names, as in "Thời hạn giải quyết (ngày làm việc)".
pub(super) fn named_unit(sheet: &Sheet, heading: HeadingRows, places: &Places) -> Option<TermUnit> {
    let terms = [Target::Dossier(DossierColumn::Term), Target::Procedure(ProcedureColumn::Term)];
    let column = terms.iter().find_map(|target| places.get(target))?;
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let said = fold(&parts(sheet, heading, width).get(*column)?.join(" "));
    let units = [
        (TermUnit::WorkingDays, ["ngay lam viec", "nlv", "ngay lv"]),
        (TermUnit::WorkingHours, ["gio lam viec", "so gio", "(gio)"]),
        (TermUnit::CalendarDays, ["ngay lich", "ngay duong lich", "so ngay lich"]),
    ];
    units.iter().find(|(_, words)| words.iter().any(|words| said.contains(words))).map(|(unit, _)| *unit)
}
