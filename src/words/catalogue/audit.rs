//! The audit of the figures: what does not agree, in words; its page, and the form of a statement.

use crate::words::Text;

/// Heading of the audit page.
pub const TITLE: Text = Text::new("Chênh lệch", "Discrepancies");
/// How much was checked and found.
pub const SUMMARY: Text = Text::new("Đã kiểm {n} phép, {m} chênh lệch", "{n} checks made, {m} discrepancies");
/// Nothing was checked.
pub const NOTHING: Text = Text::new(
    "Chưa đối chiếu được số nào. Nhập biểu hoặc đoạn lời văn của báo cáo trước.",
    "Nothing is compared yet. Enter a table or a passage of the report first.",
);
/// Everything agrees.
pub const NONE: Text = Text::new("Mọi số đã đối chiếu đều khớp.", "All that was compared agrees.");
/// Nothing fits the filter.
pub const NOT_FOUND: Text = Text::new("Không có chênh lệch nào phù hợp.", "No discrepancy fits.");
/// From a row of the checklist to the audit.
pub const OPEN_AUDIT: Text = Text::new("Xem chênh lệch", "See the discrepancies");
/// What the figures show of an item.
pub const SHOWN_BY_FIGURES: Text = Text::new("Theo số liệu: {share}", "By the figures: {share}");
/// Where an item's answer comes from, short.
pub const BY_FIGURES: Text = Text::new("theo số liệu", "by the figures");
/// How many do not agree.
pub const OFF_OF_CHECKS: Text = Text::new("{n} chênh lệch trong {of} phép kiểm", "{n} discrepancies in {of} checks");
/// An answer by hand that does not count yet.
pub const UNREASONED: Text = Text::new(
    "Trả lời tay chưa ghi lý do, đang tính theo số liệu",
    "The answer by hand has no reason yet; the figures count",
);
/// An answer by hand that counts over the figures.
pub const OVERRULED: Text =
    Text::new("Trả lời tay thay kết quả kiểm số liệu: {share}", "The answer by hand stands over the figures: {share}");

/// The filters.
pub const FILTERS: Text = Text::new("Lọc chênh lệch", "Filter");
/// Filter by certainty.
pub const FILTER_SURE: Text = Text::new("Mức chắc chắn", "Certainty");
/// Filter by what was made of it.
pub const FILTER_STATE: Text = Text::new("Xử lý", "State");
/// All.
pub const ALL: Text = Text::new("Tất cả", "All");
/// Nobody decided.
pub const STATE_OPEN: Text = Text::new("Chưa xử lý", "Undecided");
/// It became a finding.
pub const STATE_FINDING: Text = Text::new("Đã lập tồn tại", "Made a finding");
/// It was set aside.
pub const STATE_ASIDE: Text = Text::new("Đã bỏ qua", "Set aside");
/// Its finding was dropped since.
pub const STATE_DROPPED: Text = Text::new("Tồn tại đã bỏ", "Finding dropped");

/// Certainty: arithmetic.
pub const CERTAIN: Text = Text::new("Chắc chắn", "Certain");
/// Certainty: under a reading.
pub const LIKELY: Text = Text::new("Nhiều khả năng", "Likely");
/// Certainty: for a person.
pub const POSSIBLE: Text = Text::new("Cần người xem", "For a person to see");

/// What the report says.
pub const STATED: Text = Text::new("Báo cáo nêu", "Stated");
/// What follows.
pub const COMPUTED: Text = Text::new("Tính lại", "Computed");
/// What it is held against, where nothing is computed.
pub const ELSEWHERE: Text = Text::new("Chỗ khác", "Elsewhere");
/// The terms, each with its place.
pub const TERMS: Text = Text::new("Các số đưa vào tính ({n})", "What went into it ({n})");
/// Likely causes.
pub const CAUSES: Text = Text::new("Nguyên nhân có thể", "Likely cause");
/// Makes a finding.
pub const MAKE_FINDING: Text = Text::new("Lập thành tồn tại", "Make a finding");
/// The same, for which.
pub const MAKE_FINDING_OF: Text = Text::new("Lập thành tồn tại: {place}", "Make a finding: {place}");
/// Sets aside.
pub const SET_ASIDE: Text = Text::new("Bỏ qua", "Set aside");
/// The same, for which.
pub const SET_ASIDE_OF: Text = Text::new("Bỏ qua: {place}", "Set aside: {place}");
/// Confirms that two names are one unit.
pub const ONE_UNIT: Text = Text::new("Cùng một đơn vị", "One and the same unit");
/// Why it is set aside.
pub const WHY: Text = Text::new("Lý do bỏ qua", "Why it is set aside");
/// The reason is missing.
pub const WHY_MISSING: Text = Text::new("Xin ghi lý do.", "A reason, please.");
/// Reasons at hand.
pub const REASONS: [Text; 3] = [
    Text::new("Đơn vị đã giải trình, số liệu đúng", "The unit explained it; the figures are right"),
    Text::new("Lỗi nhập của đoàn, không phải của báo cáo", "A slip of ours and not of the report"),
    Text::new("Sai lệch do làm tròn, không đáng kể", "Due to rounding, of no weight"),
];
/// Sets aside with the reason.
pub const SET_ASIDE_NOW: Text = Text::new("Bỏ qua với lý do này", "Set aside for this reason");
/// Leaves.
pub const CANCEL: Text = Text::new("Thôi", "Cancel");
/// Takes a decision back.
pub const TAKE_BACK: Text = Text::new("Xem xét lại", "Take back");
/// Takes a decision back: of a finding.
pub const TAKE_BACK_FINDING: Text = Text::new("Bỏ tồn tại này", "Drop this finding");
/// Why it was set aside.
pub const ASIDE_BECAUSE: Text = Text::new("Đã bỏ qua: {reason}", "Set aside: {reason}");
/// To the findings.
pub const SEE_FINDING: Text = Text::new("Xem tồn tại", "See the finding");
/// Decisions of what is no more.
pub const GONE: Text =
    Text::new("Đã xử lý, nay không còn chênh lệch ({n})", "Decided, and no discrepancy any more ({n})");
/// Drops the record of a decision.
pub const FORGET: Text = Text::new("Xóa ghi nhận", "Drop the record");
/// Sections that are not all there.
pub const INCOMPLETE: Text = Text::new(
    "Thiếu hàng nên chỉ kiểm được tổng không nhỏ hơn: {places}",
    "Rows are missing, so that only too large sums can be told: {places}",
);
/// Cells that were not read.
pub const UNREAD: Text = Text::new(
    "{n} ô chưa đọc được nên không đối chiếu: {places}",
    "{n} cells were not read and are not checked: {places}",
);
/// Ties that take what is no longer there.
pub const LOOSE: Text = Text::new(
    "{n} đối chiếu lấy số không còn trong biểu hoặc đoạn văn nên không kiểm được.",
    "{n} ties take figures that are no longer there, and are not checked.",
);
/// Removes them.
pub const UNTIE_LOOSE: Text = Text::new("Bỏ các đối chiếu này", "Remove these ties");
/// Draws more of a long list.
pub const MORE: Text = Text::new("Hiện thêm ({n} còn lại)", "Show more ({n} left)");
/// The discrepancies as a file.
pub const EXPORT: Text = Text::new("Xuất chênh lệch (CSV)", "Discrepancies as CSV");
/// A new statement.
pub const NEW_STATEMENT: Text = Text::new("Thêm đoạn lời văn", "Add a passage");
/// To the tables.
pub const TO_FIGURES: Text = Text::new("Về số liệu", "To the figures");

pub mod report;
pub mod statement;
