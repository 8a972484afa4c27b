//! The list of supervisions, one supervision with its units and visits, and a place that does not exist.

use crate::words::Text;

/// Heading of the first page.
pub const SUPERVISIONS: Text = Text::new("Các cuộc giám sát", "Supervisions");
/// What the app is, in one sentence.
pub const WELCOME: Text = Text::new(
    "Sổ tay của Đoàn giám sát: phiếu kiểm tra Bộ phận Một cửa, chấm điểm và lập tồn tại, hạn chế ngay tại chỗ.",
    "A notebook for supervision delegations: checklists for one-stop shops, scores and findings on site.",
);
/// Where the data is.
pub const WELCOME_DATA: Text =
    Text::new("Mọi dữ liệu nằm trên máy này, không gửi đi đâu.", "All data stays on this device and is sent nowhere.");
/// Opens the bundled sample.
pub const OPEN_SAMPLE: Text = Text::new("Mở cuộc giám sát mẫu", "Open the sample supervision");
/// What the sample is.
pub const SAMPLE_HINT: Text = Text::new(
    "Mẫu: giám sát cải cách thủ tục hành chính tại huyện Krông Pa, năm 2021, 2022.",
    "The sample: administrative procedure reform in Krông Pa district, 2021 and 2022.",
);
/// Begins a supervision.
pub const NEW_SUPERVISION: Text = Text::new("Lập cuộc giám sát", "New supervision");
/// Takes a file.
pub const IMPORT_FILE: Text = Text::new("Nhập tệp JSON", "Import a JSON file");
/// Lists are being read.
pub const READING: Text = Text::new("Đang đọc dữ liệu trên máy…", "Reading the data on this device…");
/// Search among supervisions.
pub const SEARCH_SUPERVISIONS: Text = Text::new("Tìm cuộc giám sát", "Search supervisions");
/// Search among units.
pub const SEARCH_UNITS: Text = Text::new("Tìm đơn vị", "Search units");
/// How search works.
pub const SEARCH_HINT: Text = Text::new("Gõ có dấu hoặc không dấu", "With or without diacritics");
/// The search found nothing.
pub const NOTHING_FOUND: Text = Text::new("Không tìm thấy “{needle}”.", "Nothing matches “{needle}”.");
/// How many the search found.
pub const FOUND: Text = Text::new("Tìm thấy {found}/{all}.", "{found} of {all} found.");
/// The resolution by number and date.
pub const RESOLUTION_DATED: Text = Text::new("Nghị quyết số {number} ngày {date}", "Resolution no. {number} of {date}");
/// The resolution by number.
pub const RESOLUTION_NUMBERED: Text = Text::new("Nghị quyết số {number}", "Resolution no. {number}");
/// A period with both days.
pub const PERIOD_BOTH: Text = Text::new("từ {from} đến {to}", "from {from} to {to}");
/// A period with its first day.
pub const PERIOD_FROM: Text = Text::new("từ {from}", "from {from}");
/// A period with its last day.
pub const PERIOD_TO: Text = Text::new("đến {to}", "until {to}");
/// How many units.
pub const UNIT_COUNT: Text = Text::new("{n} đơn vị", "Units: {n}");
/// How many visits.
pub const VISIT_COUNT: Text = Text::new("{n} buổi làm việc", "Visits: {n}");
/// Items answered of those asked.
pub const PROGRESS: Text = Text::new("Đã kiểm {answered}/{asked} mục", "{answered}/{asked} checked");
/// No visit has begun.
pub const NOT_BEGUN: Text = Text::new("Chưa có buổi làm việc", "No visit yet");
/// A supervision whose topic was left empty.
pub const NO_TOPIC: Text = Text::new("(chưa ghi chuyên đề)", "(no topic yet)");

/// Heading of the records that cannot be read.
pub const CORRUPT: Text = Text::new("Bản ghi không đọc được", "Records that cannot be read");
/// What happens to them.
pub const CORRUPT_HINT: Text = Text::new(
    "Các bản ghi này vẫn được giữ nguyên trên máy. Hãy tải về và gửi cho người hỗ trợ.",
    "These records are kept as they are. Download them and hand them to whoever helps you.",
);
/// Downloads one of them.
pub const CORRUPT_DOWNLOAD: Text = Text::new("Tải về", "Download");

/// Data is protected.
pub const PROTECTED: Text =
    Text::new("Dữ liệu trên máy này được trình duyệt bảo vệ.", "The browser protects the data on this device.");
/// Data may be thrown away.
pub const UNPROTECTED: Text = Text::new(
    "Trình duyệt chưa bảo vệ dữ liệu: khi máy hết chỗ, dữ liệu có thể bị xóa. \
     Hãy cài ứng dụng lên màn hình chính và xuất tệp JSON sau mỗi buổi.",
    "The browser does not protect the data: it may be thrown away when the device runs short of room. \
     Install the app and export the JSON file after each visit.",
);
/// Not asked yet.
pub const PROTECTION_UNKNOWN: Text = Text::new(
    "Ứng dụng sẽ xin trình duyệt bảo vệ dữ liệu ở lần lưu đầu tiên.",
    "At the first save the app will ask the browser to protect the data.",
);
/// The browser cannot say.
pub const PROTECTION_UNSUPPORTED: Text = Text::new(
    "Trình duyệt này không cho biết dữ liệu có được bảo vệ hay không. Hãy xuất tệp JSON sau mỗi buổi.",
    "This browser does not say whether it protects the data. Export the JSON file after each visit.",
);

/// The body that supervises.
pub const BODY: Text = Text::new("Cơ quan giám sát", "Supervising body");
/// The resolution.
pub const RESOLUTION: Text = Text::new("Căn cứ", "Basis");
/// The period.
pub const PERIOD: Text = Text::new("Giai đoạn giám sát", "Period");
/// The delegation.
pub const DELEGATION: Text = Text::new("Đoàn giám sát", "Delegation");
/// Nobody was named.
pub const NO_DELEGATION: Text = Text::new("Chưa ghi thành phần đoàn", "No members yet");
/// Changes the supervision.
pub const EDIT_SUPERVISION: Text = Text::new("Sửa thông tin", "Edit details");
/// What one can do here.
pub const ACTIONS: Text = Text::new("Việc cần làm", "Actions");
/// Adds units.
pub const NEW_UNIT: Text = Text::new("Thêm đơn vị", "Add units");
/// Begins a visit.
pub const NEW_VISIT: Text = Text::new("Buổi làm việc mới", "New visit");
/// Begins a visit to this unit.
pub const BEGIN_HERE: Text = Text::new("Bắt đầu buổi làm việc", "Begin a visit");
/// The same, for a reader that hears it alone.
pub const BEGIN_HERE_AT: Text = Text::new("Bắt đầu buổi làm việc tại {unit}", "Begin a visit to {unit}");
/// Heading of the units.
pub const UNITS: Text = Text::new("Đơn vị chịu sự giám sát", "Units under supervision");
/// No unit.
pub const NO_UNITS: Text = Text::new(
    "Chưa có đơn vị nào. Hãy thêm các đơn vị theo danh sách trong kế hoạch giám sát.",
    "No units yet. Add those that the plan of the supervision lists.",
);
/// Order of the list.
pub const ORDER: Text = Text::new("Sắp xếp", "Order");
/// As in the official list.
pub const ORDER_OFFICIAL: Text = Text::new("Theo danh sách", "As listed");
/// By name.
pub const ORDER_NAME: Text = Text::new("Theo tên", "By name");
/// By score.
pub const ORDER_SCORE: Text = Text::new("Theo điểm", "By score");
/// Units visited.
pub const DIRECT: Text = Text::new("Giám sát trực tiếp", "Supervised on site");
/// Units supervised through their reports.
pub const INDIRECT: Text = Text::new("Giám sát gián tiếp qua báo cáo", "Supervised through reports");
/// Out of a hundred.
pub const OUT_OF_100: Text = Text::new("/100", "/100");
/// Some items are not answered.
pub const PROVISIONAL: Text =
    Text::new("tạm tính trên {answered}/{asked} mục", "provisional, on {answered}/{asked} items");
/// Nothing is scored.
pub const NO_SCORE: Text = Text::new("chưa có điểm", "no score yet");
/// The score of a unit comes from its last visit.
pub const SCORE_OF_LAST: Text = Text::new("Điểm buổi gần nhất", "Score of the last visit");
/// Findings that stand.
pub const FINDING_COUNT: Text = Text::new("{n} tồn tại", "Findings: {n}");
/// Failed critical items.
pub const CRITICAL_COUNT: Text = Text::new("{n} lỗi trọng yếu", "Critical: {n}");
/// A visit by its day.
pub const VISIT_ON: Text = Text::new("Buổi làm việc ngày {date}", "Visit of {date}");

/// Heading of the exports.
pub const EXPORTS: Text = Text::new("Xuất dữ liệu", "Export");
/// Exports everything.
pub const EXPORT_JSON: Text = Text::new("Xuất JSON", "Export JSON");
/// What it is.
pub const EXPORT_JSON_HINT: Text = Text::new(
    "Tệp JSON giữ đủ mọi thứ, để sao lưu hoặc chuyển sang máy khác rồi nhập lại.",
    "The JSON file holds everything: a backup, or the way to another device.",
);
/// Exports the tables.
pub const EXPORT_CSV: Text = Text::new("Xuất CSV", "Export CSV");
/// What they are.
pub const EXPORT_CSV_HINT: Text = Text::new(
    "Bảng CSV mở bằng Excel: tồn tại, hạn chế; câu trả lời; điểm; đơn vị. \
     Ô có thể bị hiểu là công thức đã được vô hiệu.",
    "CSV tables for a spreadsheet: findings, answers, scores, units. Cells that could act as formulas are made inert.",
);
/// More exports.
pub const EXPORT_MORE: Text = Text::new("Từng bảng và dạng cho máy đọc", "Single tables, and the form for machines");
/// One table each.
pub const EXPORT_ONE: Text = Text::new("Từng bảng, mở bằng Excel", "Single tables for a spreadsheet");
/// The table of findings.
pub const TABLE_FINDINGS: Text = Text::new("Tồn tại, hạn chế", "Findings");
/// The table of answers.
pub const TABLE_ANSWERS: Text = Text::new("Câu trả lời", "Answers");
/// The table of scores.
pub const TABLE_SCORES: Text = Text::new("Điểm", "Scores");
/// The table of units.
pub const TABLE_UNITS: Text = Text::new("Đơn vị", "Units");
/// The table of sampled dossiers.
pub const TABLE_DOSSIERS: Text = Text::new("Hồ sơ mẫu", "Sampled dossiers");
/// Everything, untouched.
pub const EXPORT_MACHINE: Text = Text::new("CSV cho máy đọc", "CSV for machines");
/// What that is.
pub const EXPORT_MACHINE_HINT: Text = Text::new(
    "Dạng cho máy đọc giữ nguyên từng ký tự đã ghi; không mở bằng Excel.",
    "The form for machines keeps every character as typed; do not open it in a spreadsheet.",
);

/// Removes the supervision.
pub const DELETE_SUPERVISION: Text = Text::new("Xóa cuộc giám sát", "Remove this supervision");
/// It can be taken back.
pub const DELETE_SUPERVISION_HINT: Text = Text::new(
    "Cả đơn vị và buổi làm việc vào thùng rác, khôi phục được trong 30 ngày.",
    "It goes into the bin with its units and visits, and can be restored for 30 days.",
);

/// Heading of a place that does not exist.
pub const NOT_FOUND: Text = Text::new("Không có trang này", "There is no such page");
/// What to do.
pub const NOT_FOUND_HINT: Text = Text::new(
    "Địa chỉ có thể gõ nhầm, hoặc dữ liệu đã bị xóa hay nằm ở máy khác.",
    "The address may be mistyped, or the data was removed or is on another device.",
);
/// Back to the list.
pub const BACK_HOME: Text = Text::new("Về danh sách cuộc giám sát", "Back to the supervisions");
/// The way here.
pub const PATH: Text = Text::new("Đường dẫn", "Path");

/// The exports of one visit.
pub const EXPORT_VISIT: Text = Text::new("Xuất riêng buổi này", "Export this visit alone");
/// What is in them.
pub const EXPORT_VISIT_HINT: Text = Text::new(
    "Tên tệp mang tên đơn vị và ngày làm việc. Tệp JSON nhập được vào máy khác; CSV gồm tồn tại, trả lời và điểm.",
    "The files are named by the unit and the day. The JSON can be imported elsewhere; the CSV is findings, answers, scores.",
);
