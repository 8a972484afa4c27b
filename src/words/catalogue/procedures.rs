//! The procedure lists.

use crate::words::Text;

/// Heading, and the way here.
pub const PROCEDURES: Text = Text::new("Danh mục thủ tục hành chính", "Procedure lists");
/// On their way.
pub const READING: Text = Text::new("Đang đọc danh mục…", "Reading the lists…");
/// None yet.
pub const EMPTY: Text = Text::new("Trên máy này chưa có danh mục nào.", "There is no list on this device yet.");
/// What they are for.
pub const LEAD: Text = Text::new(
    "Danh mục được công bố (mã, tên, lĩnh vực, cấp giải quyết, quyết định công bố, thời hạn, hiệu lực) dùng để đối chiếu thủ tục niêm yết và để tính hạn của hồ sơ. Mỗi lần nhập là một bản mới; bản cũ giữ nguyên cho những gì đã đánh giá theo nó.",
    "Published lists (code, name, field, level, decision, term, validity) to compare postings with and to reckon due dates by. Each import is a new version; older ones stay for what was judged by them.",
);
/// A list.
pub const LIST: Text = Text::new("{id}, bản {version}", "{id}, version {version}");
/// What is in it.
pub const ABOUT: Text = Text::new(
    "Lấy ngày {date} · {n} thủ tục, {valid} đang hiệu lực hôm nay",
    "Taken on {date} · {n} procedures, {valid} in force today",
);
/// What is searched.
pub const SEARCH: Text = Text::new("Tìm theo mã, tên, lĩnh vực", "Search code, name, field");
/// How many are found.
pub const FOUND: Text = Text::new("{n} thủ tục.", "{n} procedures.");
/// Only some are shown.
pub const FOUND_SOME: Text = Text::new(
    "{n} thủ tục; đang hiện {shown} thủ tục đầu. Hãy gõ thêm để thu hẹp.",
    "{n} procedures; the first {shown} are shown. Type more to narrow them down.",
);
/// Decision.
pub const DECISION: Text = Text::new("Quyết định {number}", "Decision {number}");
/// Of a day.
pub const OF: Text = Text::new("ngày {date}", "of {date}");
/// Fee.
pub const FEE: Text = Text::new("phí {fee}", "fee {fee}");
/// Remove it.
pub const DELETE: Text = Text::new("Xóa bản này", "Delete this version");
/// Removed.
pub const DELETED: Text = Text::new("Đã xóa bản danh mục.", "The list was deleted.");
/// Records that cannot be read.
pub const CORRUPT: Text = Text::new(
    "Bản ghi {key} không đọc được; vẫn được giữ nguyên trên máy.",
    "The record {key} cannot be read; it is kept as it is.",
);
