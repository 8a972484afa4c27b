//! What the figures say: indicators, ranking, lists, trends.

use crate::words::Text;

/// Heading of the page, and the way there.
pub const TITLE: Text = Text::new("Chỉ tiêu, xếp hạng", "Indicators and ranking");
/// A table of ranks.
pub const RANKING: Text = Text::new("Xếp hạng theo chỉ tiêu", "Ranking by indicator");
/// A column.
pub const RANK: Text = Text::new("Hạng", "Rank");
/// A column.
pub const NAME: Text = Text::new("Tên", "Name");
/// A column: above the line.
pub const PART: Text = Text::new("Tử số", "Part");
/// A column: below the line.
pub const WHOLE: Text = Text::new("Mẫu số", "Whole");
/// A column.
pub const SHARE: Text = Text::new("Tỷ lệ (%)", "Share (%)");
/// A column: on which list.
pub const LISTED: Text = Text::new("Danh sách", "List");
/// The list for praise.
pub const PRAISE: Text = Text::new("Biểu dương", "Praise");
/// The list for criticism.
pub const CRITICISE: Text = Text::new("Phê bình", "Criticism");
/// What to choose.
pub const TABLE: Text = Text::new("Biểu", "Table");
/// What to choose.
pub const INDICATOR: Text = Text::new("Chỉ tiêu", "Indicator");
/// What to choose.
pub const AMONG: Text = Text::new("So sánh", "Compare");
/// A choice.
pub const LEAVES: Text = Text::new("Từng đơn vị, lĩnh vực", "Units or fields");
/// A choice.
pub const SECTIONS: Text = Text::new("Các mục, cấp", "Sections or levels");
/// A choice: tables of one form against each other.
pub const BODIES: Text = Text::new("Các đơn vị cùng mẫu: {form}", "Bodies that report the same form: {form}");
/// A threshold, where more is better.
pub const PRAISE_FROM: Text = Text::new("Biểu dương từ (%) trở lên", "Praise from (%) up");
/// A threshold, where more is better.
pub const CRITICISE_TO: Text = Text::new("Phê bình từ (%) trở xuống", "Criticise from (%) down");
/// A threshold, where less is better.
pub const PRAISE_TO: Text = Text::new("Biểu dương từ (%) trở xuống", "Praise from (%) down");
/// A threshold, where less is better.
pub const CRITICISE_FROM: Text = Text::new("Phê bình từ (%) trở lên", "Criticise from (%) up");
/// A threshold that cannot be read.
pub const BAD_THRESHOLD: Text =
    Text::new("Nhập tỷ lệ từ 0 đến 100, ví dụ 95 hoặc 97,5.", "Type a percentage from 0 to 100, such as 95 or 97,5.");
/// Heading: the indicators of the whole.
pub const OF_WHOLE: Text = Text::new("Chỉ tiêu của toàn biểu", "Indicators of the whole table");
/// A share of nothing.
pub const UNDEFINED: Text =
    Text::new("không xác định (mẫu số bằng 0 hoặc trống)", "undefined (nothing below the line)");
/// What a share is made of.
pub const MADE_OF: Text = Text::new("{part} / {whole}", "{part} / {whole}");
/// Opens a figure to its cells.
pub const SOURCES: Text = Text::new("Nguồn số liệu", "Where the figures stand");
/// A cell.
pub const SOURCE: Text = Text::new("{row}, {column}: {figure}", "{row}, {column}: {figure}");
/// Above the line.
pub const SOURCE_PART: Text = Text::new("Tử số {amount}", "Part {amount}");
/// Below the line.
pub const SOURCE_WHOLE: Text = Text::new("Mẫu số {amount}", "Whole {amount}");
/// A share the same as another.
pub const TIED: Text = Text::new("{rank} (bằng nhau)", "{rank} (tied)");
/// No share, no rank.
pub const UNRANKED: Text =
    Text::new("Không xếp hạng vì không có tỷ lệ: {names}.", "Not ranked, having no share: {names}.");
/// A list.
pub const LIST: Text = Text::new("{list} ({count}): {names}.", "{list} ({count}): {names}.");
/// An empty list.
pub const NOBODY: Text = Text::new("{list}: không có.", "{list}: none.");
/// A chart.
pub const CHART: Text = Text::new("{indicator} theo thứ hạng", "{indicator} by rank");
/// A bar of it.
pub const BAR: Text = Text::new("{rank}. {name}: {share} ({part}/{whole})", "{rank}. {name}: {share} ({part}/{whole})");
/// A chart.
pub const STACKED: Text = Text::new("Cơ cấu: {total}", "Make-up: {total}");
/// A bar of it.
pub const STACKED_BAR: Text = Text::new("{name}: {parts}", "{name}: {parts}");
/// A chart.
pub const TREND: Text = Text::new("{indicator} qua các kỳ", "{indicator} over periods");
/// A point of it.
pub const POINT: Text = Text::new("{name}: {share}", "{name}: {share}");
/// Too few periods.
pub const NO_TREND: Text = Text::new(
    "Có từ hai kỳ của cùng mẫu biểu và cùng đơn vị báo cáo thì xem được xu hướng.",
    "With two periods of one form and body there is a trend to see.",
);
/// Nothing to read.
pub const NONE: Text = Text::new(
    "Chưa có biểu nào có chỉ tiêu. Nhập biểu ở mục Số liệu trước.",
    "No table with indicators yet. Enter one under Figures first.",
);
/// On its way.
pub const READING: Text = Text::new("Đang đọc số liệu…", "Reading the figures…");
/// A period without a name.
pub const NO_PERIOD: Text = Text::new("(chưa ghi kỳ)", "(no period)");
/// The ranking as a file.
pub const EXPORT: Text = Text::new("Xuất CSV", "Export CSV");
