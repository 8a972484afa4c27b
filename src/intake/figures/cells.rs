//! One cell as a figure of its column, as text or as the number that a workbook keeps; and prose that tells two.

use crate::domain::answer::MAX_TEXT_BYTES;
use crate::domain::figures::reading::{self, Unread};
use crate::domain::figures::{Cell, Column, Figure, Measure};
use crate::intake::cells::printed;
use crate::intake::protocol::{FigureProblemKind, Way};
use crate::intake::sheet::{NumberFormat, SheetCell};
use crate::words::fold::fold;

use super::heads::plain;

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// This.
    Is(Cell),
    /// One of these, each read in its way.
    Ask(Vec<(Way, Figure)>),
    /// Nothing that is taken.
    Not(FigureProblemKind),
}

/// What the whole column of a cell says of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Among {
    /// Whether its numbers are parts of 1: none is above 2, and some are below 1.
    pub parts_of_one: bool,
}

impl Among {
    /// What the cells of a column say together.
    pub fn of<'c>(cells: impl Iterator<Item = &'c SheetCell>) -> Self {
        let (mut has_part, mut has_more) = (false, false);
        for cell in cells {
            if let SheetCell::Number(number) = cell {
                has_part |= number.fract() != 0.0 && number.abs() < 1.0;
                has_more |= number.abs() > 2.0;
            }
        }
        Self { parts_of_one: has_part && !has_more }
    }
}

/// A cell as a person sees it, without the marks of slanted and bold text that come along from the web.
pub fn typed(cell: &SheetCell) -> String {
    let mut text = printed(cell).into_owned();
    if text.contains('<') {
        for mark in ["i", "b", "u", "em", "strong", "sup", "sub"] {
            text = text.replace(&format!("<{mark}>"), "").replace(&format!("</{mark}>"), "");
        }
    }
    text.trim().to_owned()
}

/// Reads a cell of a column.
pub fn read(cell: &SheetCell, measure: &Measure, among: Among) -> Said {
    match (cell, measure) {
        (SheetCell::Error(_), _) => Said::Not(FigureProblemKind::SpreadsheetError),
        (SheetCell::Formula(_), _) => Said::Not(FigureProblemKind::FormulaUnsaved),
        (SheetCell::Number(number), Measure::Count { .. }) => count(*number),
        (SheetCell::Number(number), Measure::Percent {}) => percent(*number, among),
        (SheetCell::Number(number), Measure::Points { .. }) => exact(*number),
        (SheetCell::Shown(number, format), Measure::Count { .. }) => shown_count(*number, format),
        (SheetCell::Shown(number, format), Measure::Percent {}) => shown_percent(*number, format, among),
        (SheetCell::Shown(number, format), Measure::Points { .. }) => shown_points(*number, format),
        _ => text(&typed(cell), measure),
    }
}

/// Reads the text of a cell of a column.
pub fn text(typed: &str, measure: &Measure) -> Said {
    match reading::read(typed, measure) {
        reading::Reading::Blank => Said::Is(Cell::Blank),
        reading::Reading::Figure(figure) => Said::Is(Cell::Figure(figure)),
        reading::Reading::Ask(figures) => {
            let way = |figure: &Figure| if figure.decimals() == 0 { Way::Thousands } else { Way::Decimals };
            Said::Ask(figures.into_iter().map(|figure| (way(&figure), figure)).collect())
        }
        reading::Reading::Text(text) if text.len() > MAX_TEXT_BYTES => Said::Not(FigureProblemKind::TooLong),
        reading::Reading::Text(text) => Said::Is(Cell::Text(text)),
        reading::Reading::Unread(Unread::NotANumber) => Said::Not(FigureProblemKind::NotANumber),
        reading::Reading::Unread(Unread::TooLarge) => Said::Not(FigureProblemKind::TooLarge),
        reading::Reading::Unread(Unread::TooPrecise) => Said::Not(FigureProblemKind::TooPrecise),
    }
}

/// A number of a workbook, rounded to the decimals that are kept: what lies beyond them is how computers count.
fn figure(number: f64) -> Option<Figure> {
    if !number.is_finite() {
        return None;
    }
    let written = format!("{number:.6}");
    let digits = written.trim_end_matches('0').trim_end_matches('.');
    Figure::parse(if digits == "-0" { "0" } else { digits }).ok()
}

fn is(figure: Option<Figure>) -> Said {
    figure.map_or(Said::Not(FigureProblemKind::TooLarge), |figure| Said::Is(Cell::Figure(figure)))
}

fn exact(number: f64) -> Said {
    is(figure(number))
}

/// One of several ways, as far as they make figures; what all of them agree on is no question.
fn one_of<const N: usize>(ways: [(Way, Option<Figure>); N]) -> Said {
    let mut found: Vec<(Way, Figure)> = Vec::new();
    for (way, figure) in ways {
        if let Some(figure) = figure
            && !found.iter().any(|(_, other)| other.amount() == figure.amount())
        {
            found.push((way, figure));
        }
    }
    match found.as_slice() {
        [] => Said::Not(FigureProblemKind::TooLarge),
        [(_, figure)] => Said::Is(Cell::Figure(*figure)),
        _ => Said::Ask(found),
    }
}

/// A count that a workbook keeps with a fraction may have been typed with a point for thousands: `1.716` is kept as
/// 1,716 thousandths, and `1.720` as 1.72.
fn count(number: f64) -> Said {
    let thousandfold = number * 1_000.0;
    let is_whole = |number: f64| (number - number.round()).abs() < 1e-6;
    if is_whole(number) || !is_whole(thousandfold) || number.abs() < 1.0 {
        return exact(number);
    }
    one_of([(Way::Thousands, figure(thousandfold.round())), (Way::Decimals, figure(number))])
}

/// A workbook keeps 98.2 % as 0.982 where the cell is shown as a percentage; where it is not, it may be either.
fn percent(number: f64, among: Among) -> Said {
    let may_be_part = number.abs() <= 1.0 || (among.parts_of_one && number.abs() <= 2.0);
    if number == 0.0 || !may_be_part {
        return exact(number);
    }
    one_of([(Way::PartOfOne, figure(number * 100.0)), (Way::Kept, figure(number))])
}

/// The figure that a cell shows.
fn shown(number: f64, format: &NumberFormat) -> Option<Figure> {
    Figure::parse(&format.digits(number)?).ok()
}

/// By how much the unit of a format multiplies; none for units that do not.
fn scale(format: &NumberFormat) -> Option<f64> {
    let unit = fold(&format.unit);
    let scales = [("nghin", 1e3), ("ngan", 1e3), ("trieu", 1e6), ("ty", 1e9), ("ti", 1e9)];
    scales.iter().find(|(word, _)| unit.split_whitespace().next() == Some(word)).map(|(_, scale)| *scale)
}

/// The format says what a count is, unless it hides a part of it.
fn shown_count(number: f64, format: &NumberFormat) -> Said {
    let as_shown = shown(number, format);
    if let Some(scale) = scale(format) {
        return one_of([(Way::Scaled, figure(number * scale)), (Way::Shown, as_shown)]);
    }
    if format.thousands > 0 {
        return one_of([(Way::Kept, figure(number)), (Way::Shown, as_shown)]);
    }
    // Three decimals look like thousands.
    if format.decimals == 3 && !format.is_percent {
        return count(number);
    }
    one_of([(Way::Shown, as_shown), (Way::Kept, figure(number))])
}

fn shown_percent(number: f64, format: &NumberFormat, among: Among) -> Said {
    if format.is_percent || format.decimals == 0 && number.abs() > 2.0 {
        return is(shown(number, format));
    }
    match percent(number, among) {
        Said::Ask(_) => one_of([(Way::PartOfOne, figure(number * 100.0)), (Way::Shown, shown(number, format))]),
        _ => is(shown(number, format)),
    }
}

fn shown_points(number: f64, format: &NumberFormat) -> Said {
    if format.is_percent {
        return one_of([(Way::Shown, shown(number, format)), (Way::Kept, figure(number))]);
    }
    is(shown(number, format))
}

/// Reads a cell of prose that tells two counts, each after words of its column's heading: "- Hồ sơ đã giải quyết quá hạn:
/// 600 hồ sơ. - Hồ sơ đang giải quyết quá hạn: 03 hồ sơ". A number alone is the first.
pub fn pair(cell: &SheetCell, first: &Column, second: &Column) -> (Said, Said) {
    let blank = || Said::Is(Cell::Blank);
    let whole = read(cell, &first.measure, Among::default());
    if !matches!(whole, Said::Not(FigureProblemKind::NotANumber)) {
        return (whole, blank());
    }
    let unclear = || (Said::Not(FigureProblemKind::PairUnclear), blank());
    let told = typed(cell);
    let (own, others) = (own_words(first, second), own_words(second, first));
    let mut said = (None, None);
    for part in parts(&told) {
        let Some((words, number)) = parted(part) else { return unclear() };
        let words = format!(" {} ", plain(words));
        let holds = |own: &[String]| own.iter().any(|own| words.contains(&format!(" {own} ")));
        let (column, place) = match (holds(&own), holds(&others)) {
            (true, false) => (first, &mut said.0),
            (false, true) => (second, &mut said.1),
            _ => return unclear(),
        };
        if place.replace(text(number, &column.measure)).is_some() {
            return unclear();
        }
    }
    match said {
        (None, None) => unclear(),
        (first, second) => (first.unwrap_or_else(blank), second.unwrap_or_else(blank)),
    }
}

/// The words of a column's lowest heading that the other's has not.
fn own_words(column: &Column, other: &Column) -> Vec<String> {
    let words = |column: &Column| -> Vec<String> {
        let leaf = column.heading.last().map(|leaf| plain(&leaf.vi)).unwrap_or_default();
        leaf.split_whitespace().map(str::to_owned).collect()
    };
    let others = words(other);
    words(column).into_iter().filter(|word| !others.contains(word)).collect()
}

/// The parts of prose that may each hold a number: split at full stops before a space, semicolons, lines and dashes.
fn parts(told: &str) -> Vec<&str> {
    let lines = told.split(['\n', ';']).flat_map(|line| line.split(". ")).flat_map(|part| part.split(" - "));
    lines.map(|part| part.trim_matches([' ', '-', '–', '+', '.', ','])).filter(|part| !part.is_empty()).collect()
}

/// The words and the number of a part: parted by a colon, else where the first digit stands.
fn parted(part: &str) -> Option<(&str, &str)> {
    let (words, number) = part.rsplit_once(':').or_else(|| {
        let digit = part.find(|letter: char| letter.is_ascii_digit())?;
        Some(part.split_at(digit))
    })?;
    number.contains(|letter: char| letter.is_ascii_digit()).then(|| (words, number.trim()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::id::LineKey;
    use crate::words::Localised;

    use super::*;

    fn column(key: &str, heading: &str) -> Column {
        let words = |text: &str| Localised { vi: text.to_owned(), en: text.to_owned() };
        Column {
            key: LineKey::new(key).unwrap(),
            heading: vec![words("Năm 2021"), words(heading)],
            measure: Measure::Count { of: words("hồ sơ") },
        }
    }

    fn told(cell: &str) -> (Said, Said) {
        let both = (column("da", "Hồ sơ đã giải quyết quá hạn"), column("dang", "Hồ sơ đang giải quyết quá hạn"));
        pair(&SheetCell::Text(cell.to_owned()), &both.0, &both.1)
    }

    fn is(number: i64) -> Said {
        Said::Is(Cell::Figure(Figure::whole(number).unwrap()))
    }

    #[test]
    fn prose_tells_two_counts() {
        let blank = || Said::Is(Cell::Blank);
        let cell = "- Hồ sơ đã giải quyết quá hạn: 1.600 hồ sơ. - Hồ sơ đang giải quyết quá hạn: 03 hồ sơ";
        assert_eq!(told(cell), (is(1600), is(3)));
        assert_eq!(told("- Hồ sơ đã giải quyết quá hạn: 38 hồ sơ."), (is(38), blank()));
        assert_eq!(told("Đang giải quyết quá hạn 5 hồ sơ; đã giải quyết quá hạn 7"), (is(7), is(5)));
        assert_eq!(told("0"), (is(0), blank()));
        assert_eq!(told(""), (blank(), blank()));
        for unclear in ["38/3", "quá hạn: 38 hồ sơ", "không có", "đã giải quyết: 3. đã giải quyết: 4"]
        {
            assert_eq!(told(unclear).0, Said::Not(FigureProblemKind::PairUnclear), "{unclear}");
        }
    }

    #[test]
    fn a_number_of_a_workbook_is_asked_only_where_typing_may_have_changed_it() {
        let count = column("a", "Tổng số").measure;
        let figure = |text: &str| Figure::parse(text).unwrap();
        let number = |number: f64, measure: &Measure| read(&SheetCell::Number(number), measure, Among::default());
        let ask = |ways: [(Way, &str); 2]| Said::Ask(ways.map(|(way, text)| (way, figure(text))).to_vec());
        assert_eq!(number(1716.0, &count), is(1716));
        assert_eq!(number(1.716, &count), ask([(Way::Thousands, "1716"), (Way::Decimals, "1.716")]));
        assert_eq!(number(0.1 + 0.2, &Measure::Points { maximum: None }), Said::Is(Cell::Figure(figure("0.3"))));
        assert_eq!(number(0.982, &Measure::Percent {}), ask([(Way::PartOfOne, "98.2"), (Way::Kept, "0.982")]));
        assert_eq!(number(1e300, &count), Said::Not(FigureProblemKind::TooLarge));
        assert_eq!(number(f64::NAN, &count), Said::Not(FigureProblemKind::TooLarge));
    }

    proptest! {
        #[test]
        fn no_cell_makes_it_panic(text in "\\PC{0,40}", prose in "[-:.; đãangquáhồsơ0-9]{0,40}", number in any::<f64>()) {
            let count = column("a", "Tổng số").measure;
            for cell in [SheetCell::Text(text), SheetCell::Text(prose.clone()), SheetCell::Number(number)] {
                for measure in [&count, &Measure::Percent {}, &Measure::Text {}] {
                    let asked = read(&cell, measure, Among { parts_of_one: true });
                    prop_assert!(asked != Said::Ask(Vec::new()));
                }
            }
            let (first, second) = told(&prose);
            prop_assert!(first != Said::Ask(Vec::new()) && second != Said::Ask(Vec::new()));
        }
    }
}
