use proptest::prelude::*;

use crate::domain::fixture::day;
use crate::intake::protocol::DossierColumn;

use super::*;

const RECEIVED: Target = Target::Dossier(DossierColumn::Received);
const APPOINTED: Target = Target::Dossier(DossierColumn::Appointed);

/// A cell: `=2023-04-05` is a date of the spreadsheet, all else text.
fn cell(text: &str) -> SheetCell {
    match text.strip_prefix('=') {
        Some(date) => SheetCell::Moment(date.parse::<NaiveDate>().unwrap().and_hms_opt(8, 30, 0).unwrap()),
        None => SheetCell::Text(text.to_owned()),
    }
}

fn sheet(rows: &[[&str; 2]]) -> Sheet {
    Sheet { rows: rows.iter().map(|row| row.map(cell).to_vec()).collect(), ..Sheet::default() }
}

fn places() -> Places {
    Places::from([(RECEIVED, 0), (APPOINTED, 1)])
}

/// The first column as it is read, and the order of each column that is asked.
fn read(rows: &[[&str; 2]]) -> (Vec<String>, Vec<(usize, DateOrder, usize)>) {
    let sheet = sheet(rows);
    let (read, questions) = ordered(&sheet, 0, &places(), &Answers::default());
    let asked = questions.into_iter().map(|question| match question {
        Question::Dates(dates) => (dates.column, dates.order, dates.cells),
        Question::HiddenRows { .. } => panic!("nothing is hidden"),
    });
    (read.rows.iter().map(|row| printed(&row[0]).into_owned()).collect(), asked.collect())
}

#[test]
fn dates_that_a_spreadsheet_made_of_text_are_exchanged_back_and_asked_once() {
    let rows = [["=2023-04-05", ""], ["=2023-11-05", ""], ["15/05/2023", ""], ["=2023-05-05", ""]];
    let (read, asked) = read(&rows);
    let at = |date: NaiveDate| format!("{} 08:30", crate::words::format::date(date));
    let text = "15/05/2023".to_owned();
    assert_eq!(read, [at(day(2023, 5, 4)), at(day(2023, 5, 11)), text, at(day(2023, 5, 5))]);
    assert_eq!(asked, [(0, DateOrder::Swapped, 2)]);
}

#[test]
fn text_with_the_month_first_is_read_so_as_far_as_it_can() {
    let rows = [["05/25/2023", ""], ["05/04/2023 14:30", ""], ["lúc 8h 06/01/2023", ""], ["chưa trả", ""]];
    let (read, asked) = read(&rows);
    assert_eq!(read, ["25/05/2023", "04/05/2023 14:30", "lúc 8h 01/06/2023", "chưa trả"]);
    assert_eq!(asked, [(0, DateOrder::MonthFirst, 3)]);
}

#[test]
fn text_with_the_month_first_that_a_spreadsheet_took_for_the_day_is_both() {
    let rows = [["05/25/2023", ""], ["=2023-04-05", ""], ["05/31/2023", ""]];
    assert_eq!(read(&rows).1, [(0, DateOrder::MonthFirstAndSwapped, 3)]);
}

#[test]
fn a_file_of_text_holds_such_dates_with_the_year_first() {
    let rows = [["2023-04-05", ""], ["15/05/2023", ""], ["2023-11-05T09:00:00", ""]];
    let (read, asked) = read(&rows);
    assert_eq!(read, ["2023-05-04", "15/05/2023", "2023-05-11T09:00:00"]);
    assert_eq!(asked, [(0, DateOrder::Swapped, 2)]);
}

#[test]
fn text_whose_small_days_lie_in_all_months_was_exchanged_when_its_great_days_do_not() {
    // 4, 8 and 11 May, printed by a spreadsheet that had taken the month first.
    let rows = [["05/04/2023", ""], ["05/08/2023", ""], ["05/11/2023", ""], ["15/05/2023", ""], ["25/05/2023", ""]];
    assert_eq!(read(&rows).1, [(0, DateOrder::MonthFirst, 3)]);
}

#[test]
fn columns_that_say_nothing_are_read_as_the_others_of_their_table() {
    let rows = [["=2023-04-05", "15/05/2023"], ["=2023-05-05", "=2023-06-05"]];
    assert_eq!(read(&rows).1, [(0, DateOrder::Swapped, 1), (1, DateOrder::Swapped, 1)]);
    let rows = [["04/05/2023", "05/15/2023"], ["05/05/2023", "05/16/2023"]];
    // What can be one day only is no question.
    assert_eq!(read(&rows).1, [(0, DateOrder::MonthFirst, 1)]);
}

#[test]
fn what_can_only_be_as_it_stands_is_not_asked() {
    for rows in [
        // Days above 12 among the dates.
        vec![["=2023-04-05", ""], ["=2023-05-15", ""], ["15/05/2023", ""]],
        // Text that no spreadsheet made a date of, though it could have.
        vec![["=2023-04-05", ""], ["04/05/2023", ""], ["15/05/2023", ""]],
        // Dates that lie among the others as they stand, and nowhere near them when exchanged.
        vec![["=2023-05-10", ""], ["=2023-05-11", ""], ["15/05/2023", ""]],
        // Nothing but text with the day first, or that could be both.
        vec![["04/05/2023", ""], ["15/05/2023", ""]],
        vec![["04/05/2023", ""], ["05/06/2023", ""]],
        // Each cell that has the month first among others with the day first is named by itself.
        vec![["05/25/2023", ""], ["15/05/2023", ""]],
        vec![["=2023-05-05", ""], ["15/05/2023", ""]],
        vec![["31/31/2023", "abc"], ["", "99999/1/2023"]],
    ] {
        let (read, asked) = read(&rows);
        assert_eq!(asked, [], "{rows:?}");
        let unchanged = rows.iter().map(|row| printed(&cell(row[0])).into_owned()).collect::<Vec<_>>();
        assert_eq!(read, unchanged);
    }
}

#[test]
fn a_person_may_say_that_a_column_stands_right() {
    let sheet = sheet(&[["=2023-04-05", ""], ["15/05/2023", ""]]);
    let mut answers = Answers::default();
    let (_, questions) = ordered(&sheet, 0, &places(), &answers);
    let Some(Question::Dates(asked)) = questions.first() else { panic!("{questions:?}") };
    assert_eq!((asked.as_written, asked.reordered, asked.line), (day(2023, 4, 5), day(2023, 5, 4), 1));
    assert_eq!(
        answers.to(&questions[0]),
        Some(true),
        "what the column speaks for is taken while nobody says otherwise"
    );
    answers.give(&questions[0], false);
    let (read, again) = ordered(&sheet, 0, &places(), &answers);
    assert_eq!((read.as_ref(), &again), (&sheet, &questions));
    answers.give(&questions[0], true);
    assert_ne!(ordered(&sheet, 0, &places(), &answers).0.as_ref(), &sheet);
}

#[test]
fn numbers_of_a_workbook_that_counts_from_1904_are_moved_in_columns_of_dates_alone() {
    let mut sheet = sheet(&[["a", "b"]]);
    sheet.rows.push(vec![SheetCell::Number(43_588.0), SheetCell::Text("x".to_owned()), SheetCell::Number(5.0)]);
    sheet.from_1904 = true;
    let (read, _) = ordered(&sheet, 1, &places(), &Answers::default());
    assert_eq!(read.rows[1][0], SheetCell::Number(45_050.0));
    assert_eq!(read.rows[1][2], SheetCell::Number(5.0));
}

/// What a spreadsheet makes of our own file, whose dates have the year first, and writes again as text.
fn through(country: usize, date: NaiveDate) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    match country {
        // Viet Nam, France: days first, with and without zeros.
        0 => format!("{day:02}/{month:02}/{year}"),
        1 => format!("{day}/{month}/{year}"),
        // Germany.
        2 => format!("{day:02}.{month:02}.{year}"),
        // United States.
        3 => format!("{month}/{day}/{year}"),
        // China, and Sweden or one that let the text be.
        4 => format!("{year}/{month}/{day}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}

/// What spreadsheets with the month first make of a file with the day first: dates of what they can, and text of the rest.
fn half_taken(country: usize, date: NaiveDate) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    match country {
        0 if day <= 12 => format!("{day}/{month}/{year}"),
        1 if day <= 12 => format!("{year}-{day:02}-{month:02}"),
        _ => format!("{day:02}/{month:02}/{year}"),
    }
}

proptest! {
    #[test]
    fn dates_come_back_through_a_spreadsheet_of_any_country(
        country in 0_usize..8, offsets in proptest::collection::vec(0_u64..60, 4..20),
    ) {
        let first = day(2023, 4, 20);
        let dates: Vec<NaiveDate> = offsets.iter().map(|days| first + Days::new(*days)).collect();
        // A column without a day above 12 looks like any other.
        prop_assume!(dates.iter().any(|date| date.day() > 12));
        let text = |date: NaiveDate| if country < 6 { through(country, date) } else { half_taken(country - 6, date) };
        let rows: Vec<Vec<SheetCell>> = dates.iter().map(|date| vec![SheetCell::Text(text(*date))]).collect();
        let sheet = Sheet { rows, ..Sheet::default() };
        let (read, _) = ordered(&sheet, 0, &Places::from([(RECEIVED, 0)]), &Answers::default());
        for (row, date) in read.rows.iter().zip(&dates) {
            let [found, other] = dated(&row[0]).map(days).unwrap();
            // What can only be one day is read so in any case.
            prop_assert!(found == Some(*date) || found.is_none() && other == Some(*date), "{row:?}");
        }
    }

    #[test]
    fn no_text_makes_it_panic(texts in proptest::collection::vec("[0-9/. -]{0,14}|\\PC{0,12}", 0..12)) {
        let rows = texts.iter().map(|text| vec![SheetCell::Text(text.clone())]).collect();
        let sheet = Sheet { rows, ..Sheet::default() };
        let (_, questions) = ordered(&sheet, 0, &Places::from([(RECEIVED, 0)]), &Answers::default());
        prop_assert!(questions.len() <= 1);
    }
}
