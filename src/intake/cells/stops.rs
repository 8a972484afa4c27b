//! Several clock stops in one cell: `01/6/2024-10/6/2024: bổ sung; 02/7/2024-: chờ thuế`.

use crate::domain::calendar::ClockStop;
use crate::intake::protocol::ProblemKind;

use super::tokens::{Cursor, tokens};
use super::{Taken, Value};

/// Clock stops, parted by `;` or by lines. A mark within a reason parts only where a date follows it.
pub(in crate::intake) fn stops(value: Value<'_>) -> Taken<Vec<ClockStop>> {
    let Value::Text(text) = value else {
        return Err(ProblemKind::StopsUnclear);
    };
    if super::is_absent(text) {
        return Ok((Vec::new(), None));
    }
    let parts = parts(text);
    let stops: Result<Vec<ClockStop>, ProblemKind> = parts.into_iter().map(stop).collect();
    stops.map(|stops| (stops, None))
}

fn parts(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices([';', '\n']) {
        let after = at + mark.len();
        if text.get(after..).is_some_and(begins_with_date) {
            found.push(text.get(start..at).unwrap_or_default());
            start = after;
        }
    }
    found.push(text.get(start..).unwrap_or_default().trim_end_matches([';', ' ', '\n']));
    found
}

fn begins_with_date(text: &str) -> bool {
    // A date is at most seven pieces with what may stand before it, and no text of a hundred letters is needed for it.
    let end = text.char_indices().nth(60).map_or(text.len(), |(end, _)| end);
    let tokens = tokens(text.get(..end).unwrap_or_default());
    let mut cursor = Cursor::new(&tokens);
    cursor.word(&["tu"]);
    cursor.before_date();
    cursor.date().is_some()
}

fn stop(text: &str) -> Result<ClockStop, ProblemKind> {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(&tokens);
    let since = cursor.word(&["tu"]);
    cursor.before_date();
    let from = cursor.date().ok_or(ProblemKind::StopsUnclear)??;
    let through = cursor.mark('-') || cursor.word(&["den"]);
    cursor.mark('>');
    cursor.word(&["het"]);
    cursor.word(&["ngay"]);
    let to = cursor.date().transpose()?;
    // A single day says neither that the clock stood for that day only nor that it still stands.
    if to.is_none() && !through && !since {
        return Err(ProblemKind::StopsUnclear);
    }
    let rest = text.get(cursor.end()..).unwrap_or_default().trim();
    let why = match rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inside) => inside,
        None => rest.strip_prefix([':', ',', '-', '–']).unwrap_or(rest),
    };
    Ok(ClockStop { from, to, why: why.trim().to_owned() })
}
