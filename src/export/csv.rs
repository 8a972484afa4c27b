//! CSV in two forms. Both begin with a byte order mark, so that a spreadsheet reads the letters right, and follow RFC
//! 4180: CRLF, cells quoted where they need it, a comma between cells.
//!
//! [`CsvForm::Spreadsheet`] is written for a Vietnamese spreadsheet: decimal comma, no thousands marks, and words that a
//! spreadsheet would run as a formula made inert by an apostrophe ([`inert`]), whatever it takes for the mark between
//! cells. [`CsvForm::Machine`] alters no text: decimal point, moments in UTC. Dates are ISO in both: every spreadsheet of
//! every country takes `2023-08-01` for the same day, and `01/08/2023` for two.
//!
//! What a double click expects between cells, `,` or `;`, depends on the regional setting of the computer, and no file
//! suits both. Import in the spreadsheet (Data, From Text/CSV) finds the comma by itself.

use chrono::{DateTime, FixedOffset, Timelike, Utc};
use csv::{QuoteStyle, Terminator, WriterBuilder};
use num_bigint::BigInt;

use crate::report::{Cell, Table};
use crate::words::format::{plain_decimal, time};
use crate::words::inert;

/// The form of a CSV file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CsvForm {
    /// For a person with a spreadsheet.
    #[default]
    Spreadsheet,
    /// For a program: nothing altered.
    Machine,
}

/// The byte order mark of UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table as CSV with its Vietnamese headings.
pub fn csv(table: &Table, form: CsvForm) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let headings = table.columns.iter().map(|column| text(column.heading.vi, form));
    writer.write_record(headings).expect("a list of bytes takes every record");
    for row in &table.rows {
        let cells = row.iter().map(|cell| written(cell, form));
        writer.write_record(cells).expect("a list of bytes takes every record");
    }
    writer.into_inner().expect("a list of bytes has nothing left to flush")
}

/// A cell as it stands in the file, before quoting.
pub fn written(cell: &Cell, form: CsvForm) -> String {
    let mark = match form {
        CsvForm::Spreadsheet => ',',
        CsvForm::Machine => '.',
    };
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => text(words, form),
        Cell::Count(count) => count.to_string(),
        Cell::Decimal { value, decimals } => plain_decimal(value, u32::from(*decimals), mark),
        // A number in percent; the heading carries the sign.
        Cell::Percent(share) => plain_decimal(&(share * BigInt::from(100)), 2, mark),
        Cell::Date(date) => date.to_string(),
        Cell::Moment(moment) => moment_written(*moment, form),
    }
}

/// Seconds east of Greenwich at which Viet Nam keeps its clocks.
const VIET_NAM_SECONDS_EAST: i32 = 7 * 3600;

fn moment_written(moment: DateTime<Utc>, form: CsvForm) -> String {
    match (form, FixedOffset::east_opt(VIET_NAM_SECONDS_EAST)) {
        (CsvForm::Spreadsheet, Some(viet_nam)) => {
            let local = moment.with_timezone(&viet_nam);
            format!("{} {}:{:02}", local.date_naive(), time(local), local.second())
        }
        _ => moment.to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
    }
}

fn text(words: &str, form: CsvForm) -> String {
    match form {
        CsvForm::Spreadsheet => inert::make(words).into_owned(),
        CsvForm::Machine => words.to_owned(),
    }
}

#[cfg(test)]
mod tests;
