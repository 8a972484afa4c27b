//! The form of a passage: its picks, what is proposed, and ties by hand.

use crate::words::Text;

/// Heading of a new one.
pub const NEW: Text = Text::new("Đoạn lời văn mới", "New passage");
/// Heading of one that is there.
pub const ONE: Text = Text::new("Đoạn lời văn", "Passage");
/// It is not there.
pub const MISSING: Text =
    Text::new("Không có đoạn văn này trong buổi làm việc.", "There is no such passage in this visit.");
/// Where it stands.
pub const PLACE: Text = Text::new("Vị trí trong báo cáo", "Place in the report");
/// How to name the place.
pub const PLACE_HINT: Text = Text::new("Ví dụ: Mục II.1, trang 3", "Such as: Part II.1, page 3");
/// Who reports.
pub const BODY: Text = Text::new("Cơ quan có số liệu", "Body that reports");
/// When to name it.
pub const BODY_HINT: Text = Text::new("Bỏ trống nếu là đơn vị được giám sát", "Blank for the visited unit");
/// The text.
pub const TEXT: Text = Text::new("Nội dung đoạn văn", "Text");
/// How to enter it.
pub const TEXT_HINT: Text = Text::new(
    "Dán đoạn văn của báo cáo; ứng dụng tự tìm số, tỷ lệ, tên đơn vị, số văn bản.",
    "Paste a passage; the app finds counts, ratios, units and citations.",
);
/// Nothing was entered.
pub const TEXT_MISSING: Text = Text::new("Xin dán hoặc gõ đoạn văn.", "A passage, please.");
/// Too much.
pub const TEXT_TOO_LONG: Text =
    Text::new("Đoạn văn quá dài; xin chia thành nhiều đoạn.", "Too long; please enter it in parts.");
/// What was found.
pub const PICKS: Text = Text::new("Đã nhận ra {n} chỗ", "{n} places found");
/// What to do with it.
pub const PICKS_HINT: Text =
    Text::new("Chạm vào một chỗ để sửa, bỏ hoặc đối chiếu.", "Tap a place to change, drop or tie it.");
/// Marks what was not seen.
pub const MARK: Text = Text::new("Đánh dấu chữ đang chọn trong ô", "Mark what is selected in the field");
/// Nothing is selected, or part of it is marked.
pub const MARK_FAULT: Text = Text::new(
    "Xin chọn trong ô trên một số hoặc tên chưa được đánh dấu.",
    "Select a number or name in the field that is not marked yet.",
);
/// A figure’s value.
pub const VALUE: Text = Text::new("Giá trị", "Value");
/// Not a figure.
pub const VALUE_FAULT: Text =
    Text::new("Xin ghi một số, như 1.716 hoặc 98,8.", "A number, please, such as 1.716 or 98,8.");
/// Its unit.
pub const UNIT: Text = Text::new("Đơn vị tính", "Unit");
/// A name.
pub const NAME: Text = Text::new("Tên đơn vị", "Name of the unit");
/// Number of a document.
pub const NUMBER: Text = Text::new("Số, ký hiệu văn bản", "Number of the document");
/// Date of a document.
pub const DATE: Text = Text::new("Ngày văn bản", "Date of the document");
/// Drops a pick.
pub const DROP_PICK: Text = Text::new("Bỏ chỗ này", "Drop it");
/// Closes.
pub const CLOSE: Text = Text::new("Xong", "Done");
/// Ties a pick.
pub const TIE: Text = Text::new("Đối chiếu với…", "Tie it to…");

/// What is proposed.
pub const PROPOSED: Text = Text::new("Đề xuất đối chiếu ({n})", "Proposed ties ({n})");
/// What is less sure.
pub const WEAK: Text = Text::new("Ít chắc hơn ({n})", "Less sure ({n})");
/// It holds.
pub const HOLDS: Text = Text::new("Khớp", "Agrees");
/// Nothing was held against anything.
pub const NOT_COMPARED: Text = Text::new(
    "Chưa đối chiếu: chưa có số, hoặc các phần có thể trùng nhau",
    "Not compared: a figure is missing, or the parts may overlap",
);
/// It does not.
pub const OFF: Text = Text::new("Lệch: {how}", "Off: {how}");
/// What it takes is not there.
pub const LOOSE: Text = Text::new("Không kiểm được: số đối chiếu không còn", "Not checked: what it takes is gone");
/// Ties that are there.
pub const TIES: Text = Text::new("Đã đối chiếu ({n})", "Ties ({n})");
/// Removes a tie.
pub const UNTIE: Text = Text::new("Bỏ đối chiếu", "Untie");
/// Removes a tie, for which.
pub const UNTIE_ONE: Text = Text::new("Bỏ đối chiếu: {what}", "Untie: {what}");
/// Not kept yet.
pub const PENDING: Text = Text::new("chưa ghi", "not kept yet");
/// Keeps all.
pub const KEEP: Text = Text::new("Ghi lại", "Keep");
/// Keeps it with so many ties.
pub const KEEP_WITH: Text = Text::new("Ghi lại cùng {n} đối chiếu", "Keep with {n} ties");
/// It is kept.
pub const KEPT: Text = Text::new("Đã ghi đoạn văn.", "The passage is kept.");
/// Leads to the discrepancies.
pub const TO_AUDIT: Text = Text::new("Xem chênh lệch", "See the discrepancies");
/// Removes the passage.
pub const REMOVE: Text = Text::new("Bỏ đoạn này", "Remove this passage");

/// Which way a pick is tied.
pub const KIND: Text = Text::new("{pick} đối chiếu với", "Tie {pick} to");
/// Equal.
pub const KIND_EQUAL: Text = Text::new("bằng", "equal");
/// A sum.
pub const KIND_SUM: Text = Text::new("tổng của", "sum of");
/// A percentage.
pub const KIND_SHARE: Text = Text::new("tỷ lệ", "percentage of");
/// The same thing.
pub const KIND_SAME: Text = Text::new("cùng chỉ tiêu", "same indicator");
/// A balance.
pub const KIND_BALANCE: Text = Text::new("cân đối", "balance");
/// A list of units.
pub const KIND_LISTED: Text = Text::new("danh sách đơn vị", "list of units");
/// Slot: equal.
pub const SLOT_EQUAL: Text = Text::new("bằng số", "equal to");
/// Slot: part of a sum.
pub const SLOT_PART: Text = Text::new("phần {n}", "part {n}");
/// Slot: above the line.
pub const SLOT_ABOVE: Text = Text::new("tử số", "numerator");
/// Slot: below the line.
pub const SLOT_BELOW: Text = Text::new("mẫu số", "denominator");
/// Slot: resolved.
pub const SLOT_RESOLVED: Text = Text::new("đã giải quyết", "resolved");
/// Slot: pending.
pub const SLOT_PENDING: Text = Text::new("đang giải quyết", "pending");
/// Slot: carried over.
pub const SLOT_OPENING: Text = Text::new("kỳ trước chuyển qua (nếu có)", "carried over (if given)");
/// Slot: the column.
pub const SLOT_COLUMN: Text = Text::new("cột của biểu", "column of a table");
/// Not chosen yet.
pub const SLOT_EMPTY: Text = Text::new("chọn bên dưới", "choose below");
/// Takes one out again.
pub const SLOT_DROP: Text = Text::new("Bỏ {what}", "Take out {what}");
/// How parts stand.
pub const PARTS: Text = Text::new("Các phần", "The parts are");
/// A partition.
pub const PARTITION: Text = Text::new("phân hoạch (không giao nhau)", "a partition");
/// Overlapping.
pub const OVERLAPPING: Text = Text::new("có giao nhau", "overlapping");
/// The names of a list.
pub const NAMES: Text = Text::new("Các đơn vị được kể", "The units named");
/// Where to choose from.
pub const FROM: Text = Text::new("Lấy số từ", "Take from");
/// This passage.
pub const FROM_HERE: Text = Text::new("Đoạn này", "This passage");
/// The row.
pub const SEARCH_ROW: Text = Text::new("Tìm hàng", "Find a row");
/// The column.
pub const COLUMN: Text = Text::new("Cột", "Column");
/// The whole column.
pub const WHOLE_COLUMN: Text = Text::new("Cả cột (cộng các hàng)", "The whole column, added up");
/// The number of rows.
pub const ROW_COUNT: Text = Text::new("Số hàng của biểu", "The number of rows");
/// There is nothing to choose.
pub const NOTHING_TO_CHOOSE: Text = Text::new("Không có số nào.", "No figure here.");
/// Adds the tie.
pub const ADD_TIE: Text = Text::new("Thêm đối chiếu", "Add the tie");
/// Leaves.
pub const CANCEL: Text = Text::new("Thôi", "Cancel");
