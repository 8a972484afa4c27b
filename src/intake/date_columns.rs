//! Columns of dates, read as a whole. Whether `04/5` is the fourth of May or the fifth of April is not told by a cell:
//!
//! - a column in which the first number of a text is above 12 has the day first, one in which only the second is has the
//!   month first;
//! - `04/5/2023` typed into a spreadsheet of a country with the month first becomes the date 5 April, while `15/5/2023`
//!   stays text: a column of dates whose days are all 12 or less, among texts whose first numbers are all above 12, was
//!   exchanged on its way. Files of text hold such dates with the year first.
//! - columns of one table come from one program: what one of them says, those say that could be read both ways.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};

use super::cells::printed;
use super::places::Places;
use super::protocol::{Answers, DateOrder, DateQuestion, MOST_SHOWN, Question, Target};
use super::sheet::{Sheet, SheetCell};

#[cfg(test)]
mod tests;

/// How far from the days that are certain of a column others are believed to lie.
const NEAR_DAYS: u64 = 45;

/// A date within a cell that can be read in two ways, or says which is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dated<'c> {
    /// Text with the year last: what stands first, second, and the year, with where they stand.
    Text(Written<'c>),
    /// A date of the spreadsheet.
    Day(NaiveDate),
    /// The same as text, with the year first.
    YearFirst(Written<'c>),
}

/// Three numbers with one mark between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Written<'c> {
    start: usize,
    end: usize,
    numbers: [&'c str; 3],
    mark: char,
}

impl Written<'_> {
    fn of(&self, place: usize) -> u32 {
        self.numbers.get(place).and_then(|digits| digits.parse().ok()).unwrap_or(0)
    }
}

/// The first date of a text, if there is one: one or two digits and again, and four for the year, at either end.
fn written(text: &str) -> Option<Written<'_>> {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = 0;
    while at < bytes.len() {
        let first = digits(at);
        if first == 0 {
            at += 1;
            continue;
        }
        let mark_at = at + first;
        let mark = bytes.get(mark_at).copied().filter(|mark| b"/-.".contains(mark));
        if let Some(mark) = mark {
            let second = digits(mark_at + 1);
            let third_at = mark_at + second + 2;
            let third = digits(third_at);
            let fits = matches!((first, second, third), (1 | 2, 1 | 2, 4) | (4, 1 | 2, 1 | 2));
            if fits && bytes.get(mark_at + second + 1) == Some(&mark) {
                let end = third_at + third;
                let numbers = [text.get(at..mark_at)?, text.get(mark_at + 1..third_at - 1)?, text.get(third_at..end)?];
                return Some(Written { start: at, end, numbers, mark: char::from(mark) });
            }
        }
        at = mark_at;
    }
    None
}

fn dated(cell: &SheetCell) -> Option<Dated<'_>> {
    match cell {
        SheetCell::Moment(moment) => Some(Dated::Day(moment.date())),
        SheetCell::Text(text) => {
            let written = written(text)?;
            Some(if written.numbers[0].len() == 4 { Dated::YearFirst(written) } else { Dated::Text(written) })
        }
        SheetCell::Empty
        | SheetCell::Number(_)
        | SheetCell::Shown(..)
        | SheetCell::Bool(_)
        | SheetCell::Error(_)
        | SheetCell::Formula(_) => None,
    }
}

/// The day of a date as it stands, and with day and month exchanged; none where that is no day.
fn days(dated: Dated<'_>) -> [Option<NaiveDate>; 2] {
    let date = |year: u32, month: u32, day: u32| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
    match dated {
        Dated::Text(text) => {
            let (first, second, year) = (text.of(0), text.of(1), text.of(2));
            [date(year, second, first), date(year, first, second)]
        }
        Dated::YearFirst(text) => {
            let (year, month, day) = (text.of(0), text.of(1), text.of(2));
            [date(year, month, day), date(year, day, month)]
        }
        Dated::Day(day) => [Some(day), exchanged(day)],
    }
}

fn exchanged(day: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
}

/// What a column speaks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Evidence {
    /// Texts that can only have the day first, and only the month first.
    day_first: usize,
    month_first: usize,
    /// Texts that can be read both ways and are another day then.
    open_texts: usize,
    /// Dates whose day is no month, and those that are another day when exchanged.
    fixed_dates: usize,
    open_dates: usize,
    /// Of the different texts, and of the dates, that can be read both ways: how many lie near the days that are certain
    /// as they stand, and how many when exchanged.
    near_texts: [usize; 2],
    near_dates: [usize; 2],
    different_texts: usize,
}

impl Evidence {
    fn of(cells: &[&SheetCell]) -> Self {
        let mut found = Self::default();
        let mut certain: Option<(NaiveDate, NaiveDate)> = None;
        let mut texts: BTreeSet<[NaiveDate; 2]> = BTreeSet::new();
        let mut dates: Vec<[NaiveDate; 2]> = Vec::new();
        for dated in cells.iter().filter_map(|cell| dated(cell)) {
            let is_text = matches!(dated, Dated::Text(_));
            match days(dated) {
                [Some(as_written), Some(other)] if as_written == other => {}
                [Some(as_written), Some(other)] => {
                    if is_text {
                        found.open_texts += 1;
                        texts.insert([as_written, other]);
                    } else {
                        found.open_dates += 1;
                        dates.push([as_written, other]);
                    }
                }
                [Some(day), None] | [None, Some(day)] => {
                    let [as_written, _] = days(dated);
                    *(match (is_text, as_written) {
                        (true, Some(_)) => &mut found.day_first,
                        (true, None) => &mut found.month_first,
                        (false, _) => &mut found.fixed_dates,
                    }) += 1;
                    certain = Some(certain.map_or((day, day), |(from, to)| (from.min(day), to.max(day))));
                }
                [None, None] => {}
            }
        }
        found.different_texts = texts.len();
        if let Some(near) = certain.and_then(|(from, to)| near(from, to)) {
            let count = |counts: &mut [usize; 2], days: [NaiveDate; 2]| {
                for (count, day) in counts.iter_mut().zip(days) {
                    *count += usize::from(near.contains(&day));
                }
            };
            texts.into_iter().for_each(|days| count(&mut found.near_texts, days));
            dates.into_iter().for_each(|days| count(&mut found.near_dates, days));
        }
        found
    }

    /// The order that the column speaks for by itself; none where it says nothing.
    fn order(&self) -> Option<DateOrder> {
        let dates_may_be_swapped = self.open_dates > 0 && self.fixed_dates == 0 && self.open_texts == 0;
        // Dates that lie where the others do, and would not when exchanged, were not.
        let [as_written, other] = self.near_dates;
        let dates_stand_right = as_written == self.open_dates && other < as_written;
        let swapped = dates_may_be_swapped && !dates_stand_right;
        match (self.day_first > 0, self.month_first > 0) {
            (true, false) if swapped => Some(DateOrder::Swapped),
            (false, true) if swapped => Some(DateOrder::MonthFirstAndSwapped),
            (false, true) => Some(DateOrder::MonthFirst),
            (true, false) => {
                // Days of a month that was taken for a day lie in as many months as they are; exchanged, in one.
                let ([as_written, other], all) = (self.near_texts, self.different_texts);
                let moved = all >= 3 && other == all && as_written * 2 <= all;
                Some(if moved { DateOrder::MonthFirst } else { DateOrder::AsWritten })
            }
            // A mixture: each cell that has the month first is named.
            (true, true) => Some(DateOrder::AsWritten),
            (false, false) if self.fixed_dates > 0 => Some(DateOrder::AsWritten),
            (false, false) => None,
        }
    }

    /// The order of the whole table where the column says nothing itself.
    fn order_among(&self, others: DateOrder) -> DateOrder {
        let texts = matches!(others, DateOrder::MonthFirst | DateOrder::MonthFirstAndSwapped) && self.open_texts > 0;
        let dates = matches!(others, DateOrder::Swapped | DateOrder::MonthFirstAndSwapped) && self.open_dates > 0;
        match (texts, dates) {
            (true, true) => DateOrder::MonthFirstAndSwapped,
            (true, false) => DateOrder::MonthFirst,
            (false, true) => DateOrder::Swapped,
            (false, false) => DateOrder::AsWritten,
        }
    }
}

fn near(from: NaiveDate, to: NaiveDate) -> Option<RangeInclusive<NaiveDate>> {
    Some(from.checked_sub_days(Days::new(NEAR_DAYS))?..=to.checked_add_days(Days::new(NEAR_DAYS))?)
}

/// The order that each of these columns speaks for, by itself or among the others.
fn orders(columns: &BTreeMap<usize, Evidence>) -> BTreeMap<usize, DateOrder> {
    let own: BTreeMap<usize, Option<DateOrder>> =
        columns.iter().map(|(column, evidence)| (*column, evidence.order())).collect();
    let told = || own.values().flatten().copied();
    let reordered = told().find(|order| *order != DateOrder::AsWritten);
    // A column that can only be as it stands does not speak for those of another kind of cell, but for its own kind.
    let others = reordered.unwrap_or_default();
    columns
        .iter()
        .map(|(column, evidence)| {
            let order = own.get(column).copied().flatten();
            (*column, order.unwrap_or_else(|| evidence.order_among(others)))
        })
        .collect()
}

/// A cell read in an order; none where it stays as it is.
fn reordered(cell: &SheetCell, order: DateOrder) -> Option<SheetCell> {
    let (texts, dates) = match order {
        DateOrder::AsWritten => (false, false),
        DateOrder::MonthFirst => (true, false),
        DateOrder::Swapped => (false, true),
        DateOrder::MonthFirstAndSwapped => (true, true),
    };
    let found = dated(cell)?;
    let [as_written, other] = days(found);
    let other = other.filter(|other| Some(*other) != as_written)?;
    match (found, cell) {
        (Dated::Day(_), SheetCell::Moment(moment)) if dates => {
            Some(SheetCell::Moment(NaiveDateTime::new(other, moment.time())))
        }
        (Dated::YearFirst(written), SheetCell::Text(text)) if dates => {
            let [year, month, day] = written.numbers;
            Some(rewritten(text, written, [year, day, month]))
        }
        (Dated::Text(written), SheetCell::Text(text)) if texts => {
            let [month, day, year] = written.numbers;
            Some(rewritten(text, written, [day, month, year]))
        }
        _ => None,
    }
}

fn rewritten(text: &str, written: Written<'_>, numbers: [&str; 3]) -> SheetCell {
    let mark = written.mark.to_string();
    let (before, after) = (text.get(..written.start), text.get(written.end..));
    SheetCell::Text(format!("{}{}{}", before.unwrap_or_default(), numbers.join(&mark), after.unwrap_or_default()))
}

/// The days between the two days that workbooks count from.
const DAYS_1904: f64 = 1_462.0;

/// A sheet with each column of dates read in its order, as far as the answers do not say otherwise, and what has to be
/// asked of them. Rows before `first` are left alone.
pub(super) fn ordered<'s>(
    sheet: &'s Sheet,
    first: usize,
    places: &Places,
    answers: &Answers,
) -> (Cow<'s, Sheet>, Vec<Question>) {
    let targets: Vec<(Target, usize)> =
        places.iter().filter(|(target, _)| target.is_date()).map(|(target, column)| (*target, *column)).collect();
    let cells = |column: usize| -> Vec<&SheetCell> {
        sheet.rows.iter().skip(first).filter_map(|row| row.get(column)).collect()
    };
    let evidence = targets.iter().map(|(_, column)| (*column, Evidence::of(&cells(*column)))).collect();
    let orders = orders(&evidence);
    let mut questions = Vec::new();
    let mut read = Cow::Borrowed(sheet);
    for (target, column) in targets {
        let order = orders.get(&column).copied().unwrap_or_default();
        questions.extend(question(sheet, first, (target, column), order));
        let order = if answers.reorders(column) { order } else { DateOrder::AsWritten };
        if order == DateOrder::AsWritten && !sheet.from_1904 {
            continue;
        }
        for cell in read.to_mut().rows.iter_mut().skip(first).filter_map(|row| row.get_mut(column)) {
            match cell {
                SheetCell::Number(number) | SheetCell::Shown(number, _) if sheet.from_1904 => {
                    *cell = SheetCell::Number(*number + DAYS_1904);
                }
                _ => {
                    if let Some(other) = reordered(cell, order) {
                        *cell = other;
                    }
                }
            }
        }
    }
    questions.sort_by_key(|question| match question {
        Question::Dates(dates) => dates.column,
        Question::HiddenRows { .. } => 0,
    });
    (read, questions)
}

fn question(sheet: &Sheet, first: usize, (target, column): (Target, usize), order: DateOrder) -> Option<Question> {
    let cells = sheet.rows.iter().enumerate().skip(first).filter_map(|(at, row)| Some((at, row.get(column)?)));
    let mut changed = cells.filter(|(_, cell)| reordered(cell, order).is_some());
    // One that is a day both ways shows what is asked.
    let mut cells = 0;
    let mut shown: Option<(usize, String, NaiveDate, NaiveDate)> = None;
    for (at, cell) in changed.by_ref() {
        cells += 1;
        if shown.is_none()
            && let Some([Some(as_written), Some(other)]) = dated(cell).map(days)
        {
            shown = Some((at + 1, printed(cell).chars().take(MOST_SHOWN).collect(), as_written, other));
        }
    }
    let (line, typed, as_written, reordered) = shown?;
    Some(Question::Dates(DateQuestion { column, target, order, cells, line, typed, as_written, reordered }))
}
