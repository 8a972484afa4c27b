//! The settings.

use crate::words::Text;

/// Heading.
pub const SETTINGS: Text = Text::new("Cài đặt", "Settings");
/// They keep themselves.
pub const KEPT_AT_ONCE: Text = Text::new("Thay đổi có hiệu lực ngay.", "Changes take effect at once.");
/// Who and where.
pub const STAMP: Text = Text::new("Người ghi và máy", "Person and device");
/// What that is for.
pub const STAMP_HINT: Text = Text::new(
    "Ghi kèm mỗi câu trả lời, để khi gộp dữ liệu nhiều máy vẫn biết ai ghi, ở máy nào.",
    "Kept with each answer, so that when several devices are brought together it is known who wrote what.",
);
/// Who works on this device.
pub const PERSON: Text = Text::new("Người ghi", "Recorded by");
/// By post.
pub const PERSON_HINT: Text = Text::new("Họ tên hoặc chức vụ. Ví dụ: Thư ký đoàn", "Name or post. Such as Thư ký đoàn");
/// This device.
pub const DEVICE: Text = Text::new("Tên máy", "Device name");
/// An example.
pub const DEVICE_HINT: Text = Text::new("Ví dụ: Máy bảng 1", "Such as Tablet 1");
/// How it looks.
pub const LOOKS: Text = Text::new("Hiển thị", "Looks");
/// Language.
pub const LANGUAGE: Text = Text::new("Ngôn ngữ", "Language");
/// Colours.
pub const THEME: Text = Text::new("Màu nền", "Colours");
/// As the device has it.
pub const THEME_SYSTEM: Text = Text::new("Theo máy", "As the device");
/// Light.
pub const THEME_LIGHT: Text = Text::new("Sáng", "Light");
/// Dark.
pub const THEME_DARK: Text = Text::new("Tối", "Dark");
/// Where the data is.
pub const STORAGE: Text = Text::new("Dữ liệu trên máy", "Data on this device");
/// How much there is.
pub const USAGE: Text = Text::new("Đang dùng khoảng {usage} MB.", "About {usage} MB in use.");
/// What to do.
pub const BACKUP_HINT: Text = Text::new(
    "Sau mỗi buổi làm việc, nên xuất JSON và cất ở nơi khác (USB, máy thứ hai).",
    "After each visit, export JSON and keep it elsewhere (a USB stick, a second device).",
);
/// About the app.
pub const ABOUT: Text = Text::new("Về ứng dụng", "About");
/// Which build.
pub const VERSION: Text = Text::new("Sổ Giám Sát, phiên bản {version}", "Sổ Giám Sát, version {version}");
/// Where the app is.
pub const OFFLINE: Text = Text::new("Dùng khi không có mạng", "Use without a network");
/// Nothing is sent.
pub const ABOUT_PRIVATE: Text = Text::new(
    "Ứng dụng không gửi dữ liệu đã ghi ra khỏi máy.",
    "The app sends nothing that is recorded off the device.",
);
