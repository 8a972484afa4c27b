//! The names of a dossier's columns, as entered and as computed, the same on screen, in files and in messages.

use crate::words::Text;

/// The unit that was visited.
pub const UNIT: Text = Text::new("Đơn vị", "Unit");
/// The day of the visit.
pub const VISITED: Text = Text::new("Ngày làm việc", "Date of visit");
/// Code.
pub const CODE: Text = Text::new("Mã hồ sơ", "Dossier code");
/// Procedure.
pub const PROCEDURE: Text = Text::new("Thủ tục", "Procedure");
/// Field.
pub const FIELD: Text = Text::new("Lĩnh vực", "Field");
/// The level that resolves, where it is not the visited unit's.
pub const LEVEL: Text = Text::new("Cấp giải quyết (nếu khác đơn vị)", "Resolving level (if not the unit's)");
/// How it was filed.
pub const CHANNEL: Text = Text::new("Hình thức nộp", "Filed by");
/// Day of receipt.
pub const RECEIVED: Text = Text::new("Ngày nhận đủ hồ sơ", "Received complete on");
/// Hour of receipt.
pub const RECEIVED_AT: Text = Text::new("Giờ nhận", "Received at");
/// Term.
pub const TERM: Text = Text::new("Thời hạn giải quyết", "Term");
/// Clock stops.
pub const STOPS: Text = Text::new("Thời gian dừng", "Clock stop");
/// Slip.
pub const SLIP: Text = Text::new("Giấy tiếp nhận và hẹn trả", "Slip");
/// Appointed date.
pub const APPOINTED: Text = Text::new("Ngày hẹn trên giấy", "Appointed date");
/// Times that additions were asked for.
pub const ADDITIONS: Text = Text::new("Số lần yêu cầu bổ sung", "Requests for additions");
/// Day of return.
pub const RETURNED: Text = Text::new("Ngày trả kết quả", "Returned on");
/// State.
pub const STATE: Text = Text::new("Trạng thái", "State");
/// Whether there is a letter.
pub const APOLOGY: Text = Text::new("Văn bản xin lỗi", "Apology letter");
/// Number of the letter.
pub const APOLOGY_NUMBER: Text = Text::new("Số văn bản xin lỗi", "Number of the letter");
/// Date of the letter.
pub const APOLOGY_DATE: Text = Text::new("Ngày văn bản xin lỗi", "Date of the letter");
/// Its reason.
pub const REASON: Text = Text::new("Lý do nêu trong văn bản", "Reason given in the letter");
/// Its new date.
pub const NEW_DATE: Text = Text::new("Ngày hẹn lại", "New date");
/// Who signed it.
pub const SIGNED_BY: Text = Text::new("Chức vụ người ký", "Signer's post");
/// Times re-appointed.
pub const TIMES_REAPPOINTED: Text = Text::new("Số lần hẹn lại", "Times re-appointed");
/// Posted.
pub const POSTED: Text = Text::new("Niêm yết văn bản xin lỗi", "Letter posted at the counter");
/// Uploaded.
pub const UPLOADED: Text = Text::new("Đăng tải văn bản xin lỗi", "Letter uploaded");
/// In the system.
pub const IN_SYSTEM: Text = Text::new("Cập nhật trên hệ thống điện tử", "In the electronic system");
/// Cause of lateness.
pub const CAUSE: Text = Text::new("Nguyên nhân quá hạn", "Cause of lateness");
/// Body at fault.
pub const BODY_AT_FAULT: Text = Text::new("Cơ quan gây quá hạn", "Body at fault");
/// Linked between land and tax.
pub const LINKED: Text = Text::new("Liên thông đất đai – thuế", "Passes between land and tax offices");

/// Computed: the due date by law.
pub const DUE: Text = Text::new("Hạn trả theo quy định", "Due date by law");
/// Computed: its hour, for a term in hours.
pub const DUE_AT: Text = Text::new("Giờ hạn trả", "Due hour");
/// Computed: what the due date assumes.
pub const DUE_NOTE: Text = Text::new("Lưu ý về hạn trả", "Note on the due date");
/// Computed: what lateness is measured against.
pub const DEADLINE: Text = Text::new("Hạn dùng để xét", "Deadline judged by");
/// Computed: where that comes from.
pub const BASIS: Text = Text::new("Căn cứ của hạn", "Basis of the deadline");
/// Computed: how it went.
pub const COURSE: Text = Text::new("Tình hình giải quyết", "Course");
/// Computed: working days late.
pub const DAYS_LATE: Text = Text::new("Số ngày làm việc quá hạn", "Working days late");
/// Computed: the legal regime of its receipt.
pub const REGIME: Text = Text::new("Chế độ pháp lý", "Legal regime");
/// Computed: the letter in time, read by calendar days.
pub const IN_TIME_CALENDAR: Text =
    Text::new("Xin lỗi trước hạn 01 ngày thường", "Apology one calendar day before the deadline");
/// Computed: the letter in time, read by working days.
pub const IN_TIME_WORKING: Text =
    Text::new("Xin lỗi trước hạn 01 ngày làm việc", "Apology one working day before the deadline");
/// Computed: how many things are wrong with how it was handled.
pub const FAULTS: Text = Text::new("Số sai sót", "Faults");
/// Computed: what is wrong with how it was handled.
pub const JUDGEMENTS: Text = Text::new("Sai sót phát hiện", "What is wrong");
/// Computed: what is only remarked.
pub const REMARKS: Text = Text::new("Lưu ý khác", "Remarks");
/// Computed: impossible entries.
pub const ERRORS: Text = Text::new("Số liệu ghi không hợp lý", "Impossible entries");

/// Looked for, and not there.
pub const NOT_THERE: Text = Text::new("Không có", "Not there");
/// A due date in a year whose days off are not announced.
pub const DUE_PROVISIONAL: Text =
    Text::new("tạm tính vì lịch nghỉ chưa công bố", "provisional: the days off are not announced");
/// A due date that rests on an unknown hour of receipt.
pub const DUE_TIME_ASSUMED: Text =
    Text::new("chưa biết giờ nhận, tính hạn muộn nhất", "hour of receipt unknown: the latest due date");
