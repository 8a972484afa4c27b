//! Reading workbooks and other tables from outside.

use crate::words::Text;

/// Something else than a workbook.
pub const NOT_A_WORKBOOK: Text = Text::new(
    "Tệp này không phải bảng tính. Hãy mở bảng bằng Excel hoặc LibreOffice, lưu thành .xlsx hoặc .csv rồi chọn lại.",
    "This file is not a workbook. Open the table in Excel or LibreOffice, save it as .xlsx or .csv and choose it again.",
);
/// A password is needed.
pub const ENCRYPTED: Text = Text::new(
    "Bảng tính này có mật khẩu. Hãy gỡ mật khẩu, lưu lại rồi chọn lại.",
    "This workbook has a password. Remove the password, save it and choose it again.",
);
/// Office before 2007.
pub const OLD_FORMAT: Text = Text::new(
    "Tệp này ở định dạng Office cũ (.xls, .doc). Hãy lưu bảng thành .xlsx rồi chọn lại.",
    "This file is in an old Office format (.xls, .doc). Save the table as .xlsx and choose it again.",
);
/// All sheets are hidden, or there is none.
pub const NO_SHEET: Text = Text::new(
    "Bảng tính này không có trang tính nào hiện ra. Hãy bỏ ẩn trang cần đọc.",
    "This workbook shows no sheet. Unhide the sheet that is wanted.",
);
/// It unpacks to too much.
pub const TOO_LARGE: Text = Text::new(
    "Bảng tính này giải nén ra {size} MB, quá mức {limit} MB. Hãy chia nhỏ bảng rồi chọn lại.",
    "This workbook unpacks to {size} MB, more than {limit} MB. Split it and choose it again.",
);
/// Too many rows.
pub const TOO_MANY_ROWS: Text = Text::new(
    "Trang tính “{sheet}” có quá {limit} dòng. Hãy chia nhỏ bảng rồi chọn lại.",
    "The sheet “{sheet}” has more than {limit} rows. Split it and choose it again.",
);
/// Too many cells.
pub const TOO_MANY_CELLS: Text = Text::new(
    "Bảng tính này có quá {limit} ô, tính đến trang “{sheet}”. Hãy bỏ bớt cột, trang không cần rồi chọn lại.",
    "This workbook has more than {limit} cells, counted up to the sheet “{sheet}”. Remove columns and sheets that are not needed and choose it again.",
);
/// Broken.
pub const DAMAGED: Text = Text::new(
    "Bảng tính này bị hỏng, không đọc được: {detail}.",
    "This workbook is damaged and cannot be read: {detail}.",
);
/// The reader is not on this device yet.
pub const READER_ABSENT: Text = Text::new(
    "Chưa tải được phần đọc bảng tính về máy này. Hãy mở ứng dụng một lần khi có mạng rồi thử lại.",
    "The part that reads tables is not on this device yet. Open the app once with a network and try again.",
);
/// The reader ended on its own.
pub const READER_STOPPED: Text = Text::new(
    "Phần đọc bảng tính đã dừng giữa chừng ({detail}); có thể tệp quá lớn với máy này. Không có gì bị thay đổi.",
    "Reading broke off ({detail}); the file may be too large for this device. Nothing was changed.",
);
