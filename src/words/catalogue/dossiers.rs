//! The pages of the sampled dossiers: list and form.

use crate::words::Text;

/// Heading.
pub const TITLE: Text = Text::new("Hồ sơ mẫu", "Sampled dossiers");
/// A new one.
pub const NEW: Text = Text::new("Thêm hồ sơ", "Add a dossier");
/// No dossier yet.
pub const NONE: Text = Text::new(
    "Chưa có hồ sơ mẫu. Thêm từng hồ sơ rút tại kệ, dán từ Excel hoặc nhập từ tệp; ứng dụng tính hạn và chỉ ra sai sót.",
    "No sampled dossiers yet. Add those pulled from the shelf one by one, paste them from Excel or import a file; the app \
     reckons due dates and shows what is wrong.",
);
/// Nothing fits the filter.
pub const NOT_FOUND: Text = Text::new("Không có hồ sơ nào phù hợp.", "No dossier fits.");
/// The filters.
pub const FILTERS: Text = Text::new("Lọc hồ sơ", "Filter");
/// Search.
pub const SEARCH: Text = Text::new("Tìm theo mã, thủ tục, lĩnh vực", "Search by code, procedure, field");
/// How many are shown.
pub const SHOWN: Text = Text::new("{n} hồ sơ", "{n} dossiers");
/// Filter: all.
pub const FILTER_ALL: Text = Text::new("Tất cả", "All");
/// Filter: late.
pub const FILTER_LATE: Text = Text::new("Quá hạn", "Late");
/// Filter: something wrong.
pub const FILTER_FAULTY: Text = Text::new("Có sai sót", "With faults");
/// Filter: cannot be told.
pub const FILTER_UNCLEAR: Text = Text::new("Chưa rõ", "Unclear");
/// A dossier without its code.
pub const NO_CODE: Text = Text::new("(chưa ghi mã)", "(no code)");
/// Day of receipt, short.
pub const RECEIVED: Text = Text::new("Nhận", "In");
/// Deadline, short.
pub const DUE: Text = Text::new("Hạn", "Due");
/// Day of return, short.
pub const RETURNED: Text = Text::new("Trả", "Out");
/// The course cannot be told.
pub const UNTOLD: Text = Text::new("Chưa xét được", "Cannot be told yet");
/// The columns on paper.
pub const ON_PAPER: [Text; 9] = [
    Text::new("STT", "No."),
    Text::new("Mã hồ sơ", "Code"),
    Text::new("Thủ tục", "Procedure"),
    Text::new("Lĩnh vực", "Field"),
    Text::new("Ngày nhận", "Received"),
    Text::new("Hạn trả", "Due"),
    Text::new("Ngày trả", "Returned"),
    Text::new("Tình hình", "Course"),
    Text::new("Sai sót, lưu ý", "What is wrong"),
];

/// Heading of the form.
pub const ONE: Text = Text::new("Hồ sơ", "Dossier");
/// Heading of the form of a new one.
pub const NEW_ONE: Text = Text::new("Hồ sơ mới", "New dossier");
/// The way back.
pub const BACK: Text = Text::new("Về danh sách hồ sơ", "Back to the dossiers");
/// The next one.
pub const NEXT_NEW: Text = Text::new("Hồ sơ tiếp theo", "Next dossier");
/// Remove.
pub const REMOVE: Text = Text::new("Bỏ hồ sơ này", "Remove this dossier");
/// It was removed.
pub const REMOVED: Text = Text::new("Đã bỏ hồ sơ {code}.", "Dossier {code} is removed.");
/// It is not there.
pub const MISSING: Text =
    Text::new("Không có hồ sơ này trong buổi làm việc.", "There is no such dossier in this visit.");
/// Saved as one types.
pub const AUTOSAVED: Text =
    Text::new("Những gì đọc được sẽ tự lưu trong lúc gõ.", "What can be read is saved while you type.");
/// Group: the dossier.
pub const GROUP_DOSSIER: Text = Text::new("Hồ sơ", "Dossier");
/// Group: receipt and appointment.
pub const GROUP_RECEIPT: Text = Text::new("Tiếp nhận và hẹn trả", "Receipt and appointment");
/// Group: result.
pub const GROUP_RESULT: Text = Text::new("Kết quả", "Result");
/// Group: apology.
pub const GROUP_APOLOGY: Text = Text::new("Xin lỗi, hẹn lại", "Apology and new date");
/// Group: the rest.
pub const GROUP_OTHER: Text = Text::new("Thông tin khác", "Other");
/// Yes.
pub const YES: Text = Text::new("Có", "Yes");
/// No.
pub const NO: Text = Text::new("Không", "No");
/// Nobody looked.
pub const NOT_SEEN: Text = Text::new("Chưa xem", "Not looked");
/// The slip has no date.
pub const WITHOUT_DATE: Text = Text::new("Giấy không ghi ngày hẹn", "The slip has no date");
/// The letter gives no reason.
pub const WITHOUT_REASON: Text = Text::new("Văn bản không nêu lý do", "The letter gives no reason");
/// The letter gives no new date.
pub const WITHOUT_NEW_DATE: Text = Text::new("Văn bản không có ngày hẹn lại", "The letter gives no new date");
/// Takes the reckoned date.
pub const AS_RECKONED: Text = Text::new("Đúng hạn tính: {date}", "As reckoned: {date}");
/// Nothing chosen.
pub const NOT_SAID: Text = Text::new("Không ghi", "Not said");
/// The level is the unit's.
pub const UNIT_LEVEL: Text = Text::new("Theo cấp của đơn vị", "The unit's level");
/// A count that is none.
pub const COUNT_WRONG: Text = Text::new("Xin ghi số từ 0 đến 1.000.", "A number from 0 to 1,000, please.");
/// A code that another dossier has.
pub const SAME_CODE: Text = Text::new("Mã này đã có ở một hồ sơ khác.", "Another dossier has this code.");
/// The judgement of the form.
pub const JUDGED: Text = Text::new("Kết quả xét", "What follows");
/// Nothing wrong.
pub const FAULTLESS: Text = Text::new("Chưa thấy sai sót.", "Nothing wrong so far.");
/// Nothing could be judged yet.
pub const NOT_CHECKED: Text = Text::new("Chưa đủ thông tin để xét.", "Not enough is known to judge.");
/// The deadline stands in for the due date.
pub const BY_SLIP: Text = Text::new(
    "Lấy theo ngày hẹn trên giấy vì chưa rõ ngày nhận hoặc thời hạn.",
    "Taken from the slip, as receipt or term is not known.",
);
/// The latest days for the apology.
pub const DAY_BACK: Text = Text::new("Lùi một ngày", "A day earlier");
/// A day later.
pub const DAY_ON: Text = Text::new("Thêm một ngày", "A day later");
/// Deadline of the judging day.
pub const JUDGED_ON: Text = Text::new("Xét đến ngày làm việc của đoàn, {date}.", "Judged as of the visit, {date}.");
/// A warning about personal data.
pub const PERSONAL: Text = Text::new(
    "{what} ({column}). Chỉ ghi mã hồ sơ, không ghi thông tin công dân.",
    "{what} ({column}). Write codes only, nothing about citizens.",
);
