//! The frame of every page.

use crate::words::Text;

/// Jump over the head.
pub const SKIP_TO_MAIN: Text = Text::new("Đến nội dung chính", "Skip to the main part");
/// Name of the navigation in the head.
pub const TOOLS: Text = Text::new("Công cụ", "Tools");
/// Link to the settings.
pub const SETTINGS: Text = Text::new("Cài đặt", "Settings");
/// A new version waits.
pub const UPDATE_WAITS: Text = Text::new(
    "Có phiên bản mới. Hãy làm xong việc đang dở rồi khởi động lại.",
    "A new version is ready. Finish what you are doing, then restart.",
);
/// Change to it.
pub const UPDATE_ACCEPT: Text = Text::new("Khởi động lại", "Restart");
/// Close a notice.
pub const CLOSE: Text = Text::new("Đóng", "Close");
/// Something unexpected happened while drawing a page.
pub const PAGE_FAILED: Text = Text::new(
    "Trang này gặp lỗi khi hiển thị. Dữ liệu đã lưu vẫn còn nguyên; hãy tải lại trang.",
    "This page failed to draw. What was saved is safe; reload the page.",
);
/// A part of the app is on its way.
pub const PART_COMES: Text = Text::new("Đang mở trang…", "Opening the page…");
/// A part of the app cannot be fetched.
pub const PART_FAILED: Text = Text::new(
    "Chưa tải được trang này về máy. Hãy thử lại khi có mạng; nếu vẫn không được, hãy tải lại cả ứng dụng. Các trang khác vẫn dùng được.",
    "This page could not be fetched. Try again with a network; if that does not help, reload the app. The other pages go on working.",
);
/// Try it again.
pub const PART_AGAIN: Text = Text::new("Thử lại", "Try again");
