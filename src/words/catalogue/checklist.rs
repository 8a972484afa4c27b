//! The checklist of a visit, and the bar that its three pages share.

use crate::words::Text;

/// Name of the three pages of a visit.
pub const PAGES: Text = Text::new("Các trang của buổi làm việc", "Pages of the visit");
/// The checklist.
pub const CHECKLIST: Text = Text::new("Phiếu kiểm tra", "Checklist");
/// The page of the dossiers.
pub const DOSSIERS: Text = Text::new("Hồ sơ", "Dossiers");
/// The breakdown of the score.
pub const SCORE: Text = Text::new("Điểm", "Score");
/// The findings.
pub const FINDINGS: Text = Text::new("Tồn tại, hạn chế", "Findings");
/// The visit's date, people present and groups.
pub const DETAILS: Text = Text::new("Thông tin buổi", "Details");
/// The visit is being read.
pub const OPENING: Text = Text::new("Đang mở buổi làm việc…", "Opening the visit…");
/// What one does with a visit.
pub const TOOLS: Text = Text::new("Lưu, hoàn tác và điểm", "Saving, undo and score");

/// Everything is durable.
pub const SAVED: Text = Text::new("Đã lưu", "Saved");
/// Something is not yet.
pub const SAVING: Text = Text::new("Đang lưu…", "Saving…");
/// Some text cannot be read yet, so it is not stored.
pub const NOT_SAVED_YET: Text = Text::new("Chưa lưu", "Not saved yet");
/// The last write failed.
pub const NOT_SAVED: Text = Text::new("Chưa lưu được", "Not saved");
/// It is tried again.
pub const TRIES_AGAIN: Text = Text::new(
    "Các trả lời vẫn còn trên màn hình. Ứng dụng tự lưu lại sau vài giây; đừng đóng trang.",
    "The answers are still on the screen. The app tries again in a few seconds; do not close the page.",
);
/// Takes back the last change.
pub const UNDO: Text = Text::new("Hoàn tác", "Undo");
/// With its keys.
pub const UNDO_KEYS: Text = Text::new("Hoàn tác (Ctrl+Z)", "Undo (Ctrl+Z)");
/// Makes it again.
pub const REDO: Text = Text::new("Làm lại", "Redo");
/// With its keys.
pub const REDO_KEYS: Text = Text::new("Làm lại (Ctrl+Y)", "Redo (Ctrl+Y)");
/// Goes to the next unanswered item.
pub const NEXT: Text = Text::new("Mục chưa kiểm tiếp theo", "Next unchecked item");
/// On a narrow screen.
pub const NEXT_SHORT: Text = Text::new("Mục tiếp", "Next");
/// With its key.
pub const NEXT_KEYS: Text = Text::new("Đến mục chưa kiểm tiếp theo (phím N)", "Go to the next unchecked item (key N)");
/// Every item has an answer.
pub const ALL_CHECKED: Text = Text::new("Mọi mục đã được kiểm.", "Every item has been checked.");

/// Nothing is scored yet.
pub const NO_SCORE: Text = Text::new("–", "–");
/// Out of a hundred.
pub const OUT_OF_100: Text = Text::new("/100", "/100");
/// Before the coverage: the score rests on some of the items.
pub const BASE_PROVISIONAL: Text = Text::new("tạm tính trên", "provisional, on");
/// Before the coverage: the score rests on all items.
pub const BASE_COMPLETE: Text = Text::new("đã kiểm đủ", "complete:");
/// Before the coverage: nothing is scored.
pub const BASE_NONE: Text = Text::new("đã kiểm", "checked");
/// After the coverage.
pub const ITEMS: Text = Text::new("mục", "items");
/// Opens the breakdown.
pub const OPEN_SCORE: Text = Text::new("Xem cách tính điểm", "See how the score is made up");
/// A failed critical item lowered the band.
pub const CAPPED: Text = Text::new("hạ mức vì lỗi trọng yếu", "lowered by a critical failure");
/// Name of the navigation among groups.
pub const GROUPS: Text = Text::new("Nhóm mục", "Groups");
/// A group's progress, read out.
pub const GROUP_PROGRESS: Text = Text::new(
    "Nhóm {code}: {name}, đã kiểm {answered} trên {asked}",
    "Group {code}: {name}, {answered} of {asked} checked",
);
/// Name of the filters.
pub const SHOWN: Text = Text::new("Hiện các mục", "Items shown");
/// Every item.
pub const FILTER_ALL: Text = Text::new("Tất cả", "All");
/// Items without an answer.
pub const FILTER_OPEN: Text = Text::new("Chưa kiểm", "Unchecked");
/// Failed items.
pub const FILTER_FAILED: Text = Text::new("Không đạt", "Not met");
/// Items that can be critical.
pub const FILTER_CRITICAL: Text = Text::new("Trọng yếu", "Critical");
/// Search in the checklist.
pub const SEARCH: Text = Text::new("Tìm trong phiếu", "Search the checklist");
/// The filter or the search leaves nothing.
pub const NOTHING_SHOWN: Text = Text::new(
    "Không có mục nào như vậy. Chọn “Tất cả” để thấy cả phiếu.",
    "No such items. Choose “All” to see the whole checklist.",
);
/// No group was chosen.
pub const NO_ITEMS: Text = Text::new(
    "Buổi làm việc này chưa chọn nhóm mục nào. Mở “Thông tin buổi” để chọn.",
    "No groups are chosen for this visit. Choose them under “Details”.",
);

/// When the failure of an item is critical.
pub const CRITICAL_WHEN: Text = Text::new("Trọng yếu khi: ", "Critical if: ");
/// An item that weighs more.
pub const WEIGHT: Text = Text::new("Hệ số {weight}", "Weight {weight}");
/// Legal basis.
pub const BASIS: Text = Text::new("Căn cứ: ", "Basis: ");
/// What proves the answer.
pub const EVIDENCE: Text = Text::new("Minh chứng: ", "Evidence: ");
/// Out of the score.
pub const NOT_APPLICABLE: Text = Text::new("Không áp dụng", "Not applicable");
/// Why it does not apply.
pub const REASON: Text = Text::new("Lý do không áp dụng", "Why it does not apply");
/// No reason yet.
pub const REASON_MISSING: Text = Text::new(
    "Chọn hoặc ghi lý do; trước đó mục này vẫn tính là chưa kiểm.",
    "Choose or write a reason; until then the item counts as unchecked.",
);
/// The note of an item.
pub const NOTE: Text = Text::new("Ghi chú", "Note");
/// Takes the answer away.
pub const CLEAR: Text = Text::new("Xóa trả lời", "Clear the answer");
/// Who and when.
pub const STAMPED_BY: Text = Text::new("{by}, {time}", "{by}, {time}");

/// What the samples show.
pub const SHOWN_BY_SAMPLE: Text = Text::new("Theo mẫu: {share}", "By the sample: {share}");
/// What the unit reports and what the samples show, each on its own base.
pub const TWO_BASES: Text =
    Text::new("Đơn vị báo cáo: {reported} · {base}: {share}", "Reported by the unit: {reported} · {base}: {share}");
/// The unit's figure is not there.
pub const NOT_REPORTED: Text = Text::new("chưa nhập", "not entered");
/// The sample has seen more than the unit reports.
pub const LESS_THAN_SEEN: Text = Text::new(
    "Số báo cáo trái với mẫu đã xem: xem lại, hoặc ghi lý do ở ghi chú",
    "The reported figure contradicts the sample: check it, or note the reason",
);
/// Those that fail.
pub const FAILING: Text = Text::new("Không đạt: {codes}", "Failing: {codes}");
/// The others that fail, where they are dossiers.
pub const OTHER_DOSSIERS: Text = Text::new(" và {n} hồ sơ khác", " and {n} other dossiers");
/// The others that fail, where they are procedures.
pub const OTHER_PROCEDURES: Text = Text::new(" và {n} thủ tục khác", " and {n} other procedures");
/// Opens the dossiers.
pub const OPEN_DOSSIERS: Text = Text::new("Xem hồ sơ mẫu", "See the dossiers");
/// Opens the posting.
pub const OPEN_POSTING: Text = Text::new("Xem niêm yết", "See the posting");
/// An answer by hand that does not count yet.
pub const UNREASONED: Text = Text::new(
    "Trả lời tay chưa ghi lý do, đang tính theo mẫu",
    "The answer by hand has no reason yet; the sample counts",
);
/// An answer by hand that counts over the samples.
pub const OVERRULED: Text =
    Text::new("Trả lời tay thay kết quả mẫu: {share}", "The answer by hand stands over the sample: {share}");

/// Dossiers are sampled.
pub const AWAITS_DOSSIERS: Text = Text::new(
    "Tính từ hồ sơ mẫu; chưa có mẫu thì kết luận bằng tay.",
    "Comes from sampled dossiers; judge by hand without any.",
);
/// Posted procedures are sampled.
pub const AWAITS_PROCEDURES: Text = Text::new(
    "Tính từ mẫu thủ tục niêm yết; chưa có mẫu thì kết luận bằng tay.",
    "Comes from sampled procedures; judge by hand without any.",
);
/// Apologies are sampled.
pub const AWAITS_APOLOGIES: Text = Text::new(
    "Tính từ mẫu văn bản xin lỗi; chưa có mẫu thì kết luận bằng tay.",
    "Comes from sampled apologies; judge by hand without any.",
);
/// A table will be checked.
pub const AWAITS_TABLE: Text = Text::new(
    "Kết luận theo số liệu đã nhập; chưa nhập thì kết luận bằng tay.",
    "Comes from the figures once they are entered; until then judge by hand.",
);
/// A count without a threshold.
pub const INFORMATION: Text = Text::new("Số liệu để biết, không chấm điểm.", "For information, not scored.");
/// The most that is met.
pub const AT_MOST: Text = Text::new("Đạt khi không quá {limit}.", "Met up to {limit}.");
/// The least that is met.
pub const AT_LEAST: Text = Text::new("Đạt khi từ {limit} trở lên.", "Met from {limit}.");
/// What a ratio should reach.
pub const TARGET: Text = Text::new("Đạt khi từ {percent}% trở lên.", "Met from {percent}%.");
/// A ratio without a target.
pub const NO_TARGET: Text = Text::new("Tính điểm theo đúng tỷ lệ.", "Scored as its share.");
/// A mean over its maximum.
pub const OUT_OF: Text = Text::new("trên {maximum}", "out of {maximum}");
/// Means count as their share.
pub const MEANS_RULE: Text = Text::new("Tính điểm theo tỷ lệ so với điểm tối đa.", "Scored as a share of the maximum.");
/// The date.
pub const DATE: Text = Text::new("Ngày", "Date");
/// The day it was done.
pub const DATE_DONE: Text = Text::new("Ngày thực hiện", "Done on");
/// The day it was due.
pub const DATE_DUE: Text = Text::new("Hạn", "Due on");
/// How old it may be.
pub const WITHIN_MONTHS: Text =
    Text::new("Đạt khi trong vòng {months} tháng trước buổi làm việc.", "Met within {months} months before the visit.");
/// Not after the due date.
pub const BY_DUE: Text = Text::new("Đạt khi không muộn hơn hạn.", "Met by the due date.");
/// The part is greater than the whole.
pub const PART_ABOVE_WHOLE: Text = Text::new(
    "Phần lớn hơn toàn bộ, chưa đối chiếu được: xin xem lại hai số.",
    "The part is above the whole: look at both counts again.",
);
/// The counts contradict others.
pub const NOT_SETTLED: Text = Text::new("Chưa đối chiếu: {why}.", "Not settled: {why}.");
/// A share of nothing.
pub const WHOLE_IS_ZERO: Text = Text::new(
    "Mẫu số bằng 0 nên không có tỷ lệ; mục này không chấm.",
    "The whole is 0, so there is no ratio; the item is not scored.",
);
/// What is typed is not stored.
pub const NOT_TAKEN: Text = Text::new("Chưa lưu: ", "Not stored: ");
/// A date that is half typed or that nobody means.
pub const DATE_NOT_TAKEN: Text = Text::new(
    "ngày chưa đủ, hoặc nằm ngoài các năm 1900–2199.",
    "the date is not complete, or outside the years 1900–2199.",
);
/// What stays stored in the place of a text that is not taken.
pub const STILL: Text = Text::new("Vẫn giữ {value}.", "{value} stays stored.");
/// Nothing is stored for a field whose text is not taken.
pub const STILL_BLANK: Text = Text::new("Vẫn để trống.", "It stays blank.");
/// Opens an item in the checklist.
pub const OPEN_ITEM: Text = Text::new("Mở mục {code} trong phiếu", "Open item {code} in the checklist");
