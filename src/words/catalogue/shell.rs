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
