//! Tables of lateness and of the letters that answer it, and the sentences of the monthly reports.

use crate::words::Text;

/// The table of letters.
pub const OVERVIEW: Text = Text::new("Văn bản xin lỗi đối với hồ sơ quá hạn", "Letters for late dossiers");
/// A table by field.
pub const BY_FIELD: Text = Text::new("Hồ sơ quá hạn theo lĩnh vực", "Late dossiers by field");
/// A table by level.
pub const BY_LEVEL: Text = Text::new("Hồ sơ quá hạn theo cấp giải quyết", "Late dossiers by level");
/// A table by cause.
pub const BY_CAUSE: Text = Text::new("Hồ sơ quá hạn theo nguyên nhân", "Late dossiers by cause");
/// A table by body at fault.
pub const BY_BODY: Text = Text::new("Hồ sơ quá hạn theo cơ quan gây quá hạn", "Late dossiers by body at fault");

/// By unit.
pub const BY_UNIT: Text = Text::new("Hồ sơ quá hạn theo đơn vị", "Late dossiers by unit");
/// A column: resolved or pending.
pub const GROUP: Text = Text::new("Nhóm hồ sơ", "Group");
/// The group resolved.
pub const RESOLVED: Text = Text::new("Đã giải quyết", "Resolved");
/// The group pending.
pub const PENDING: Text = Text::new("Chưa giải quyết", "Pending");
/// A column: what is counted.
pub const WHAT: Text = Text::new("Nội dung", "What");
/// Letters.
pub const APOLOGY: Text = Text::new("Có văn bản xin lỗi", "With a letter");
/// Posted.
pub const POSTED: Text = Text::new("Đã niêm yết văn bản xin lỗi", "Letter posted");
/// Uploaded.
pub const UPLOADED: Text = Text::new("Đã đăng tải văn bản xin lỗi", "Letter uploaded");
/// A column: those that have it.
pub const YES: Text = Text::new("Có", "Yes");
/// A column: those that have it not.
pub const NO: Text = Text::new("Không", "No");
/// A column: those looked at.
pub const SEEN: Text = Text::new("Đã xem", "Looked at");
/// A column: those not looked at.
pub const UNSEEN: Text = Text::new("Chưa xem", "Not looked at");
/// A column: the share of those looked at.
pub const SHARE: Text = Text::new("Tỷ lệ trên số đã xem (%)", "Share of those looked at (%)");
/// A column: dossiers.
pub const DOSSIERS: Text = Text::new("Số hồ sơ", "Dossiers");
/// A column: late ones.
pub const LATE: Text = Text::new("Quá hạn", "Late");
/// A column: share of late ones.
pub const LATE_SHARE: Text = Text::new("Tỷ lệ quá hạn (%)", "Share late (%)");
/// A column: late without a letter.
pub const APOLOGY_NO: Text = Text::new("Không có văn bản xin lỗi", "Without a letter");
/// A column: letter not looked for.
pub const APOLOGY_UNSEEN: Text = Text::new("Chưa xem văn bản xin lỗi", "Letter not looked for");
/// A column: not posted.
pub const POSTED_NO: Text = Text::new("Không niêm yết", "Not posted");
/// A column: posting not looked at.
pub const POSTED_UNSEEN: Text = Text::new("Chưa xem niêm yết", "Posting not looked at");
/// A column: not uploaded.
pub const UPLOADED_NO: Text = Text::new("Không đăng tải", "Not uploaded");
/// A column: upload not looked at.
pub const UPLOADED_UNSEEN: Text = Text::new("Chưa xem đăng tải", "Upload not looked at");
/// A column: working days late, together.
pub const DAYS: Text = Text::new("Tổng số ngày làm việc quá hạn", "Working days late, in all");
/// A column: working days late of the latest.
pub const LONGEST: Text = Text::new("Quá hạn lâu nhất (ngày làm việc)", "Longest (working days)");
/// A row: the sum.
pub const TOTAL: Text = Text::new("Tổng", "Total");
/// A row: what was not given.
pub const NOT_GIVEN: Text = Text::new("(chưa ghi)", "(not given)");

/// The unit of a chart.
pub const UNIT_DOSSIERS: Text = Text::new("hồ sơ", "dossiers");
/// The unit of a chart.
pub const UNIT_DAYS: Text = Text::new("ngày làm việc", "working days");
/// A chart.
pub const CHART_LATE: Text = Text::new("Số hồ sơ quá hạn theo lĩnh vực", "Late dossiers by field");
/// A chart.
pub const CHART_DAYS: Text = Text::new("Tổng số ngày làm việc quá hạn theo lĩnh vực", "Working days late by field");
/// A chart.
pub const CHART_LONGEST: Text =
    Text::new("Số ngày làm việc quá hạn lâu nhất theo lĩnh vực", "Longest lateness by field, in working days");

/// Heading of the page, and the way there.
pub const TITLE: Text = Text::new("Tổng hợp quá hạn, xin lỗi", "Lateness and apologies");
/// Nothing to add up.
pub const NONE: Text = Text::new(
    "Chưa có hồ sơ mẫu nào xét được, nên chưa có gì để tổng hợp.",
    "No sampled dossier can be judged yet, so there is nothing to add up.",
);
/// The values are on their way.
pub const READING: Text = Text::new("Đang tổng hợp…", "Adding up…");
/// The tables by field, level, cause and body.
pub const MORE: Text = Text::new("Theo lĩnh vực, cấp, nguyên nhân, cơ quan", "By field, level, cause and body");
/// A bar of the chart, for those who do not see it.
pub const BAR: Text = Text::new("{label}: {value} {unit}", "{label}: {value} {unit}");
