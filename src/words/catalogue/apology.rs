//! The draft of the apology letter.

use crate::words::Text;

/// Heading.
pub const TITLE: Text = Text::new("Soạn văn bản xin lỗi", "Draft the apology letter");
/// What it is for.
pub const HINT: Text = Text::new(
    "Bản nháp để đơn vị ký; ứng dụng không lưu các ô dưới đây. Tên người nộp để trống, ghi tay khi phát hành.",
    "A draft for the unit to sign; the fields below are not kept. The applicant's name is left blank, to be written by hand.",
);
/// The issuing body.
pub const ISSUER: Text = Text::new("Cơ quan ban hành", "Issued by");
/// The body above it.
pub const ABOVE: Text = Text::new("Cơ quan chủ quản", "Body above");
/// The number.
pub const NUMBER: Text = Text::new("Số, ký hiệu", "Number and sign");
/// The place.
pub const PLACE: Text = Text::new("Địa danh", "Place");
/// The day.
pub const DATE: Text = Text::new("Ngày ban hành", "Date of issue");
/// The reason.
pub const REASON: Text = Text::new("Lý do chậm", "Why it is late");
/// How many working days more.
pub const MORE_DAYS: Text = Text::new("Hẹn lại sau bao nhiêu ngày làm việc", "New date after how many working days");
/// The new date.
pub const NEW_DATE: Text = Text::new("Ngày hẹn lại: {date}.", "New date: {date}.");
/// It is provisional.
pub const PROVISIONAL: Text = Text::new(
    "Lịch nghỉ của năm này chưa công bố, ngày này là tạm tính.",
    "The holidays of that year are not announced: the date is provisional.",
);
/// The signer.
pub const SIGNER: Text = Text::new("Chức vụ người ký", "Signer's post");
/// What to look at.
pub const WARNINGS: Text = Text::new("Cần xem lại", "To be looked at");
/// Print.
pub const PRINT: Text = Text::new("In", "Print");
/// Copy.
pub const COPY: Text = Text::new("Chép văn bản", "Copy the text");
/// It is on the clipboard.
pub const COPIED: Text = Text::new("Đã chép văn bản.", "The text is copied.");
/// The clipboard is not to be had.
pub const NOT_COPIED: Text = Text::new(
    "Trình duyệt không cho chép; hãy bôi đen văn bản bên dưới rồi chép.",
    "The browser does not let the app copy: select the text below and copy it.",
);
/// Back to the dossier.
pub const BACK: Text = Text::new("Về hồ sơ", "Back to the dossier");
/// The letter.
pub const PREVIEW: Text = Text::new("Bản xem trước", "Preview");
