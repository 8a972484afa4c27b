//! What can be wrong with a day of the calendar, and with a table of days.

use crate::words::Text;

/// More cells than headings.
pub const MORE_CELLS: Text = Text::new(
    "dòng có nhiều ô hơn tiêu đề; các ô có thể bị lệch cột.",
    "the row has more cells than the heading; cells may have moved.",
);
/// A heading is missing.
pub const NO_COLUMN: Text = Text::new("thiếu cột “{name}”.", "the column “{name}” is missing.");
/// A heading stands twice.
pub const COLUMN_TWICE: Text = Text::new("cột “{name}” có hai lần.", "the column “{name}” stands twice.");
/// A quotation mark is never closed.
pub const OPEN_QUOTE: Text = Text::new("dấu nháy kép mở ra mà không đóng lại.", "a quotation mark is never closed.");
/// No day.
pub const NO_DAYS: Text = Text::new("tệp không có ngày nào.", "the file has no days.");
/// Not a date.
pub const NOT_A_DATE: Text = Text::new(
    "“{name}” không phải ngày có thật. Xin ghi như 2024-02-09 hoặc 09/02/2024.",
    "“{name}” is not a date that exists. Write 2024-02-09 or 09/02/2024.",
);
/// Not a kind.
pub const UNKNOWN_KIND: Text = Text::new(
    "“{name}” không phải loại ngày. Xin ghi nghi_le, nghi_tet, nghi_bu, hoan_doi_nghi hoặc lam_bu.",
    "“{name}” is not a kind of day. Write nghi_le, nghi_tet, nghi_bu, hoan_doi_nghi or lam_bu.",
);
/// Not a certainty.
pub const UNKNOWN_CERTAINTY: Text = Text::new(
    "“{name}” không phải mức xác minh. Có thể để trống.",
    "“{name}” does not say how sure the day is. It may be left empty.",
);
/// Two lines with one date.
pub const SAME_DATE: Text = Text::new("trùng ngày với dòng {name}.", "the same date as line {name}.");
/// Another day has the date.
pub const DUPLICATE: Text =
    Text::new("Ngày này đã có trong lịch; hãy sửa ngày đó.", "This date is in the calendar already; change that day.");
/// A make-up day that is worked anyway.
pub const MAKE_UP_ON_WEEKDAY: Text =
    Text::new("Ngày làm bù phải là Thứ Bảy hoặc Chủ nhật.", "A make-up day must be a Saturday or Sunday.");
/// A day in lieu that is off anyway.
pub const OFF_ON_WEEKEND: Text = Text::new(
    "Ngày nghỉ bù, nghỉ hoán đổi phải là Thứ Hai đến Thứ Sáu.",
    "A day in lieu or swapped off must be Monday to Friday.",
);
/// Outside the calendar.
pub const YEAR_OUT_OF_RANGE: Text =
    Text::new("Ngày nằm ngoài các năm của lịch (2015–2060).", "The date lies outside the calendar (2015–2060).");
/// No name.
pub const NO_NAME: Text = Text::new("Xin ghi tên ngày.", "Name the day, please.");
/// Too long.
pub const TOO_LONG: Text =
    Text::new("Văn bản quá dài, tối đa 20.000 byte.", "The text is too long, at most 20,000 bytes.");
