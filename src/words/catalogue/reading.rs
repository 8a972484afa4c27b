//! The reader of workbooks and other tables, where it fails on its own.

use crate::words::Text;

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
