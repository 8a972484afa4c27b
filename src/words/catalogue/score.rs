//! The breakdown of a score.

use crate::words::Text;

/// The whole.
pub const TOTAL: Text = Text::new("Điểm chung", "Total");
/// Points over possible points, times a hundred.
pub const SUM: Text = Text::new(
    "{points} điểm ÷ {possible} điểm tối đa × 100 = {score}",
    "{points} points ÷ {possible} possible × 100 = {score}",
);
/// How exact numbers are shown.
pub const ROUNDED: Text = Text::new(
    "Tính bằng phân số chính xác; chỉ làm tròn khi hiển thị.",
    "Reckoned in exact fractions; rounded only where it is shown.",
);
/// The statement that the score is provisional.
pub const PROVISIONAL: Text = Text::new(
    "Điểm tạm tính: mới kiểm {answered} trong {asked} mục, trong đó {scored} mục được chấm. Mục chưa kiểm không làm tăng hay giảm điểm.",
    "Provisional: {answered} of {asked} items are checked, {scored} of them scored. Unchecked items neither raise nor lower the score.",
);
/// The statement that the score is complete.
pub const COMPLETE: Text = Text::new(
    "Đã kiểm đủ {asked} mục, trong đó {scored} mục được chấm.",
    "All {asked} items are checked, {scored} of them scored.",
);
/// Nothing is scored.
pub const NOTHING_YET: Text = Text::new(
    "Chưa có điểm: chưa mục nào được chấm. Trả lời các mục trong phiếu kiểm tra để có điểm.",
    "No score yet: no item is scored. Answer items in the checklist.",
);
/// The band.
pub const BAND: Text = Text::new("Xếp loại", "Band");
/// What a provisional band is.
pub const BAND_PROVISIONAL: Text = Text::new("{band} (tạm xếp)", "{band} (provisional)");
/// The bands of the template.
pub const BANDS: Text = Text::new("Thang xếp loại", "The bands");
/// One band.
pub const BAND_FROM: Text = Text::new("từ {percent} điểm: {band}", "from {percent}: {band}");
/// Why the band is lower than the score.
pub const CAPPED: Text = Text::new(
    "Điểm {score} đủ xếp loại “{earned}”, nhưng có {n} mục trọng yếu không đạt nên chỉ xếp dưới {cap} điểm: “{band}”.",
    "A score of {score} would earn “{earned}”, but with {n} failed critical items the band stays below {cap}: “{band}”.",
);
/// Heading of the failed critical items.
pub const CRITICAL: Text = Text::new("Mục trọng yếu không đạt", "Failed critical items");
/// None failed.
pub const NO_CRITICAL: Text = Text::new("Không có mục trọng yếu nào không đạt.", "No critical item has failed.");
/// No critical item failed so far, and not all are scored.
pub const NO_CRITICAL_YET: Text = Text::new(
    "Chưa thấy mục trọng yếu nào không đạt; mới chấm {n} trong {m} mục trọng yếu.",
    "No critical item has failed so far; {n} of {m} are scored.",
);
/// How the score is made up.
pub const HOW: Text = Text::new("Cách tính", "How it is reckoned");
/// The rules.
pub const RULES: [Text; 4] = [
    Text::new(
        "Điểm của mục = mức đạt × hệ số. Đạt là 1, không đạt là 0; tỷ lệ tính theo tỷ lệ hoặc theo mức phải đạt, tối đa 1.",
        "Points of an item = its share × its weight. Met is 1, not met is 0; a ratio counts as itself or against its target, at most 1.",
    ),
    Text::new(
        "Mục không áp dụng không tính vào điểm tối đa.",
        "An item that does not apply leaves the possible points.",
    ),
    Text::new(
        "Mục chưa kiểm chưa tính vào điểm, chỉ làm giảm độ bao phủ.",
        "An unchecked item is not in the score; it only lowers the coverage.",
    ),
    Text::new(
        "Điểm nhóm và điểm chung = tổng điểm ÷ tổng điểm tối đa × 100.",
        "Group and total = sum of points ÷ sum of possible points × 100.",
    ),
];
/// Heading of the table of groups.
pub const BY_GROUP: Text = Text::new("Theo nhóm", "By group");
/// Heading of the tables of items.
pub const BY_ITEM: Text = Text::new("Từng mục", "Item by item");
/// A column: the group.
pub const GROUP: Text = Text::new("Nhóm", "Group");
/// A column: points.
pub const POINTS: Text = Text::new("Điểm đạt", "Points");
/// A column: possible points.
pub const POSSIBLE: Text = Text::new("Tối đa", "Possible");
/// A column: the score.
pub const SCORE: Text = Text::new("Điểm /100", "Score /100");
/// A column: coverage.
pub const COVERAGE: Text = Text::new("Đã kiểm", "Checked");
/// A column: the item.
pub const ITEM: Text = Text::new("Mục", "Item");
/// A column: the share.
pub const SHARE: Text = Text::new("Mức đạt", "Share");
/// A column: the weight.
pub const WEIGHT: Text = Text::new("Hệ số", "Weight");
/// A row: the sum of the group.
pub const GROUP_SUM: Text = Text::new("Cộng nhóm {code}", "Sum of group {code}");
/// A row: the sum of everything.
pub const TOTAL_SUM: Text = Text::new("Cộng", "Sum");
/// A group in which nothing is scored because nothing applies.
pub const NOT_SCORED: Text = Text::new("không chấm", "not scored");
/// A group in which nothing is answered.
pub const NOT_YET: Text = Text::new("chưa có điểm", "no score yet");
/// A group's weight, where it is not 1.
pub const GROUP_WEIGHT: Text = Text::new("hệ số nhóm {weight}", "group weight {weight}");
/// Why an item is not in the sum: nobody checked it yet.
pub const OUT_UNANSWERED: Text = Text::new("chưa kiểm, chưa tính", "not checked, not counted yet");
/// Why an item is not in the sum: it does not apply.
pub const OUT_NOT_APPLICABLE: Text = Text::new("không áp dụng, không tính", "does not apply, not counted");
/// Why an item is not in the sum: its figures are only there to be known.
pub const OUT_INFORMATION: Text = Text::new("thông tin, không tính", "information, not counted");
/// Why an item is not in the sum: it is a share of nothing.
pub const OUT_UNDEFINED: Text = Text::new("không xác định vì mẫu số bằng 0, không tính", "a share of 0, not counted");
/// Why an item is not in the sum: its figures cannot be.
pub const OUT_CONTRADICTORY: Text =
    Text::new("chưa đối chiếu vì số liệu mâu thuẫn, chưa tính", "its figures contradict each other, not counted yet");
/// An answer that follows from the samples.
pub const BY_SAMPLE: Text = Text::new("theo mẫu", "by the sample");
/// An answer by hand that does not count yet.
pub const UNREASONED: Text =
    Text::new("theo mẫu, vì trả lời tay chưa ghi lý do", "by the sample, as the answer by hand has no reason");
/// The unit's own figure counts.
pub const REPORTED: Text =
    Text::new("đơn vị báo cáo; mẫu thể hiện: {share}", "reported by the unit; the sample shows: {share}");
/// The unit's own figure is awaited.
pub const AWAITED: Text = Text::new(
    "chờ số đơn vị báo cáo; mẫu thể hiện: {share}",
    "awaits what the unit reports; the sample shows: {share}",
);
/// An answer by hand over the samples.
pub const OVERRULED: Text =
    Text::new("trả lời tay, thay kết quả mẫu: {share}", "by hand, over what the sample shows: {share}");
