//! The working calendar as a table, a row for each of its days. An import reads the same columns.

use chrono::Datelike;

use crate::domain::calendar::Calendar;
use crate::words::Text;

use super::{Cell, Column, Table};

/// The weekdays as the table names them, Monday first.
pub const WEEKDAYS: [&str; 7] = ["Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Chủ nhật"];

/// The table. Its columns are codes, the same in every language.
pub fn calendar_table(calendar: &Calendar) -> Table {
    let columns = ["ngay", "thu", "loai", "ten", "can_cu", "muc_xac_minh"];
    let row = |day: &crate::domain::calendar::CalendarDay| {
        let weekday = WEEKDAYS.get(day.date.weekday().num_days_from_monday() as usize).copied();
        let text = |text: &str| Cell::Text(text.to_owned());
        vec![
            Cell::Date(day.date),
            text(weekday.unwrap_or_default()),
            text(day.kind.code()),
            text(&day.name),
            text(&day.basis),
            text(day.certainty.code()),
        ]
    };
    Table {
        name: Text::new("Lịch nghỉ lễ, Tết", "Working calendar"),
        columns: columns.map(|code| Column { heading: Text::new(code, code) }).into(),
        rows: calendar.days().iter().map(row).collect(),
    }
}
