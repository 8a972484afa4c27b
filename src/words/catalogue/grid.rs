//! The grid of dossiers on wide screens.

use crate::words::Text;

/// Heading of the row numbers.
pub const NUMBER: Text = Text::new("STT", "No.");
/// Heading of what is wrong.
pub const WRONG: Text = Text::new("Sai sót, lưu ý", "What is wrong");
/// Looked for, and not on the paper.
pub const ABSENT: Text = Text::new("Không có", "None");
/// How the grid is worked.
pub const KEYS: Text = Text::new(
    "Phím mũi tên để di chuyển; gõ hoặc Enter để sửa ô; Esc để thôi; Delete để xóa nội dung ô; Ctrl+Enter để mở hồ sơ.",
    "Arrow keys move; type or press Enter to edit; Esc gives up; Delete clears the cell; Ctrl+Enter opens the dossier.",
);
/// Opens the form of a dossier.
pub const OPEN: Text = Text::new("Mở hồ sơ {code}", "Open dossier {code}");
/// A date that cannot be read.
pub const DATE_WRONG: Text = Text::new(
    "Xin ghi ngày, tháng và đủ bốn chữ số của năm, ví dụ 12/5/2023.",
    "Day, month and all four digits of the year, please, such as 12/5/2023.",
);
/// A date that cannot be read where there may be none.
pub const SEEN_DATE_WRONG: Text = Text::new(
    "Xin ghi ngày như 12/5/2023, hoặc “không có” nếu trên giấy không ghi ngày.",
    "A date such as 12/5/2023, please, or “none” if the paper gives none.",
);
/// A date that no calendar has.
pub const NO_SUCH_DATE: Text = Text::new("Lịch không có ngày này.", "There is no such date.");
/// A term that cannot be read.
pub const TERM_WRONG: Text = Text::new(
    "Xin ghi số từ 1 đến 1.000 kèm “ngày làm việc”, “ngày”, “giờ làm việc” hoặc “tháng”; hoặc “trong ngày”.",
    "A number from 1 to 1,000, please, with “working days”, “days”, “working hours” or “months”; or “same day”.",
);
/// A term without its unit.
pub const TERM_UNIT_MISSING: Text = Text::new(
    "Xin ghi cả đơn vị, ví dụ “5 ngày làm việc” hoặc “5 ngày”.",
    "The unit too, please, such as “5 working days” or “5 days”.",
);
/// A term of a part of a day.
pub const TERM_PART: Text = Text::new(
    "Thời hạn dưới một ngày xin ghi theo giờ, ví dụ “4 giờ làm việc”.",
    "A term below a day in hours, please, such as “4 working hours”.",
);
/// A term of whole days in hours.
pub const TERM_CLOCK_HOURS: Text =
    Text::new("Xin ghi rõ “giờ làm việc”, hoặc đổi ra ngày.", "“Working hours”, please, or days instead.");
/// A text that is no entry of a list.
pub const CHOICE_WRONG: Text =
    Text::new("Xin chọn một mục trong danh sách của cột này.", "One of the entries of this column's list, please.");
/// A computed cell.
pub const COMPUTED: Text = Text::new("Ô này do ứng dụng tính, không sửa được.", "The app computes this cell.");
/// A text of several cells.
pub const PASTE_ELSEWHERE: Text = Text::new(
    "Bảng nhiều ô được dán tại trang nhập hồ sơ, nơi xem trước rồi mới ghi.",
    "Several cells are pasted on the page for importing dossiers, with a preview.",
);
