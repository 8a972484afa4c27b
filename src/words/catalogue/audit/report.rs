//! Discrepancies in words, the same on the page, in findings and in files.

use crate::words::Text;

/// Rule: a total against its parts.
pub const IDENTITY: Text = Text::new("Tổng so với các thành phần", "A total against its parts");
/// Rule: rows against their section.
pub const ROW_SUM: Text = Text::new("Cộng các hàng", "Rows added up");
/// Rule: a part and its whole.
pub const AT_MOST: Text = Text::new("Phần không lớn hơn toàn bộ", "No part above its whole");
/// Rule: a percentage.
pub const SHARE: Text = Text::new("Tỷ lệ tính lại", "Percentage recomputed");
/// Rule: a percentage of nothing.
pub const SHARE_OF_NOTHING: Text = Text::new("Tỷ lệ của số không", "Percentage of nothing");
/// Rule: percentages of one whole.
pub const SHARES_TOTAL: Text = Text::new("Các tỷ lệ cộng lại bằng 100%", "Percentages add up to 100%");
/// Rule: carried over.
pub const CARRY_OVER: Text = Text::new("Kỳ trước chuyển qua", "Carried over");
/// Rule: received, resolved, pending.
pub const BALANCE: Text =
    Text::new("Cân đối tiếp nhận, đã giải quyết, đang giải quyết", "Received, resolved and pending balance");
/// Rule: a figure of the text.
pub const TEXT: Text = Text::new("Số trong lời văn", "Figure of the text");
/// Rule: the same thing twice.
pub const SAME: Text = Text::new("Một chỉ tiêu, hai số", "One indicator, two figures");
/// Rule: units.
pub const UNIT: Text = Text::new("Đơn vị tính", "Unit of measure");
/// Rule: named units.
pub const LISTED: Text = Text::new("Danh sách đơn vị", "List of units");
/// Rule: names.
pub const NAME: Text = Text::new("Tên đơn vị", "Name of a unit");
/// Rule: citations.
pub const CITATION: Text = Text::new("Số, ngày văn bản viện dẫn", "Number and date of a document");
/// Rule: below zero.
pub const NEGATIVE: Text = Text::new("Số đếm âm", "A count below zero");
/// Rule: a fraction.
pub const FRACTIONAL: Text = Text::new("Số đếm lẻ", "A count with a fraction");
/// Rule: above the highest possible.
pub const ABOVE_MOST: Text = Text::new("Vượt mức cao nhất", "Above the highest possible");

/// Nothing can be computed.
pub const UNDEFINED: Text = Text::new("không xác định", "undefined");
/// A blank cell among terms.
pub const BLANK: Text = Text::new("trống", "blank");
/// What is gone.
pub const REMOVED: Text = Text::new("(đã bỏ)", "(removed)");
/// A column added up.
pub const COLUMN_SUM: Text = Text::new("{column} (cộng cả cột)", "{column} (column total)");
/// The rows of a table.
pub const ROW_COUNT: Text = Text::new("số hàng", "number of rows");
/// Rows with a text.
pub const ROW_COUNT_ONLY: Text = Text::new("số hàng “{text}”", "rows “{text}”");
/// The list of units.
pub const KNOWN_UNITS: Text = Text::new("Danh sách đơn vị của cuộc giám sát", "The supervision’s list of units");
/// A statement without a place.
pub const STATEMENT: Text = Text::new("Lời văn {n}", "Passage {n}");

/// Cause: cut.
pub const CUT: Text = Text::new("bị cắt bớt, không làm tròn", "cut and not rounded");
/// Cause: made up to 100.
pub const COMPLEMENT: Text =
    Text::new("lấy 100% trừ các tỷ lệ còn lại", "100% less the other percentages, not computed");
/// Cause: digits.
pub const SWAPPED: Text = Text::new("đảo hai chữ số", "two digits change places");
/// Cause: a digit.
pub const DIGIT: Text = Text::new("thừa, thiếu hoặc sai một chữ số", "one digit too many, too few or wrong");
/// Cause: ten times.
pub const SCALE: Text = Text::new("sai dấu chấm, phẩy hoặc số không ở cuối", "a mark or a zero too many or too few");
/// Cause: counted in.
pub const INCLUDES: Text = Text::new("gồm cả {what}", "counts in {what}");
/// Cause: left out.
pub const LEAVES_OUT: Text = Text::new("bỏ sót {what}", "leaves out {what}");
/// Cause: one of the parts alone.
pub const ONLY_ONE: Text = Text::new("chỉ lấy {what}", "takes only {what}");
/// Cause: no opening balance.
pub const NO_OPENING: Text =
    Text::new("thiếu số kỳ trước chuyển qua; chênh {gap}", "nothing given as carried over; {gap} apart");
/// Cause: overlap.
pub const OVERLAP: Text = Text::new("các phần có thể giao nhau", "the parts may overlap");
/// Cause: other bodies.
pub const OTHER_BODY: Text = Text::new(
    "số của hai cơ quan báo cáo khác nhau, có thể đếm khác nhau",
    "figures of two bodies, which may count different things",
);
/// Cause: the unit.
pub const WRONG_UNIT: Text = Text::new("đơn vị tính không đúng với số", "the figure counts something else");
/// Cause: spelling.
pub const SPELLING: Text = Text::new("một tên viết hai cách", "one name spelled in two ways");
/// Cause: kind of unit.
pub const UNIT_KIND: Text = Text::new("một tên, hai loại đơn vị hành chính", "one name, two kinds of unit");
/// Two places.
pub const AND: Text = Text::new(" và ", " and ");

/// A relation: a list of units.
pub const RELATION_LISTED: Text =
    Text::new("{names} = các hàng khác 0 của {column}", "{names} = rows not 0 of {column}");
/// Parts that are not all told.
pub const PARTS_COUNTED: Text = Text::new("{n} số", "{n} figures");
/// A relation: overlapping parts.
pub const RELATION_OVERLAPPING: Text = Text::new("{total} ≤ {parts} (có giao nhau)", "{total} ≤ {parts} (overlapping)");
/// A relation: the same thing.
pub const RELATION_SAME: Text = Text::new("{first} = {second} (cùng chỉ tiêu)", "{first} = {second} (same indicator)");
