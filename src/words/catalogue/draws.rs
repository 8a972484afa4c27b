//! Draws of dossiers, and the fields that a draw of procedures shares with them.

use crate::words::Text;

/// Heading.
pub const TITLE: Text = Text::new("Lấy mẫu hồ sơ", "Draws of dossiers");
/// What it is for.
pub const WHY: Text = Text::new(
    "Ghi lại danh sách, phương pháp và số khởi tạo thì ai cũng lặp lại được lượt lấy mẫu.",
    "With the list, the method and the seed on record, anyone can repeat a draw.",
);
/// None yet.
pub const NONE: Text = Text::new("Chưa có lượt lấy mẫu nào.", "No draws yet.");
/// One more.
pub const NEW: Text = Text::new("Lượt lấy mẫu mới", "New draw");
/// Draws.
pub const DRAW: Text = Text::new("Lấy mẫu", "Draw");
/// A draw by its place.
pub const NUMBERED: Text = Text::new("Lượt {n}: {list}", "Draw {n}: {list}");
/// What was drawn from.
pub const LIST: Text = Text::new("Danh sách lấy mẫu", "List drawn from");
/// Which words.
pub const LIST_HINT: Text =
    Text::new("Ví dụ: Sổ theo dõi hồ sơ quý II/2023", "Such as: register of dossiers, second quarter of 2023");
/// How many stand on it.
pub const POPULATION: Text = Text::new("Số hồ sơ trong danh sách", "Dossiers on the list");
/// How many are drawn.
pub const SIZE: Text = Text::new("Số cần lấy", "How many to draw");
/// How.
pub const METHOD: Text = Text::new("Phương pháp", "Method");
/// A method.
pub const SIMPLE_RANDOM: Text = Text::new("Ngẫu nhiên đơn giản", "Simple random");
/// A method.
pub const SYSTEMATIC: Text = Text::new("Hệ thống", "Systematic");
/// A method.
pub const BY_FIELD: Text = Text::new("Phân tầng theo lĩnh vực", "Stratified by field");
/// A method.
pub const BY_LATENESS: Text = Text::new("Ưu tiên hồ sơ quá hạn", "Late ones first");
/// A method.
pub const BY_HAND: Text = Text::new("Chọn theo chủ đích", "Chosen by hand");
/// Where chance begins.
pub const SEED: Text = Text::new("Số khởi tạo", "Seed");
/// What it does.
pub const SEED_HINT: Text = Text::new(
    "Cùng số khởi tạo thì cho cùng kết quả. Có thể giữ số có sẵn hoặc tự ghi.",
    "The same seed gives the same draw. Keep this one or type another.",
);
/// The fields of the list.
pub const STRATA: Text = Text::new("Các lĩnh vực, theo thứ tự của danh sách", "Fields, in the order of the list");
/// How to type them.
pub const STRATA_HINT: Text =
    Text::new("Mỗi dòng: tên lĩnh vực, số lượng. Ví dụ: Đất đai, 60", "A line each: name, size. Such as: Land, 60");
/// The numbers that are late.
pub const LATE: Text = Text::new("Số thứ tự các hồ sơ đã biết quá hạn", "Numbers known to be late");
/// The numbers that were chosen.
pub const NUMBERS: Text = Text::new("Các số thứ tự được chọn", "The chosen numbers");
/// How to type them.
pub const NUMBERS_HINT: Text = Text::new("Cách nhau bằng dấu phẩy hoặc khoảng trắng", "Parted by commas or blanks");
/// Why these.
pub const REASON: Text = Text::new("Lý do chọn", "Why these");

/// No list.
pub const LIST_MISSING: Text = Text::new("Hãy ghi tên danh sách lấy mẫu.", "Name the list.");
/// No population.
pub const POPULATION_MISSING: Text = Text::new("Hãy ghi tổng số trong danh sách.", "Write how many stand on the list.");
/// No size.
pub const SIZE_MISSING: Text = Text::new("Hãy ghi số cần lấy, từ 1.", "Write how many to draw, from 1.");
/// More than there are.
pub const SIZE_ABOVE: Text =
    Text::new("Số cần lấy lớn hơn {n} là tổng số trong danh sách.", "More than the {n} on the list.");
/// More than are held.
pub const SIZE_LIMIT: Text = Text::new("Mỗi lượt lấy nhiều nhất {n}.", "At most {n} in one draw.");
/// No seed.
pub const SEED_MISSING: Text = Text::new("Hãy ghi một số khởi tạo.", "Write a seed.");
/// No fields.
pub const STRATA_MISSING: Text = Text::new("Hãy ghi các lĩnh vực và số lượng.", "Write the fields and their sizes.");
/// A line that is none.
pub const STRATUM_WRONG: Text =
    Text::new("Dòng “{n}” cần có tên lĩnh vực, dấu phẩy và số lượng.", "The line “{n}” needs a name, a comma, a size.");
/// The fields do not add up.
pub const STRATA_SUM: Text = Text::new(
    "Các lĩnh vực cộng lại là {n}, khác tổng số trong danh sách.",
    "The fields add up to {n}, which is not the number on the list.",
);
/// No numbers.
pub const NUMBERS_MISSING: Text = Text::new("Hãy ghi ít nhất một số thứ tự.", "Write at least one number.");
/// A number that is none.
pub const NUMBER_WRONG: Text = Text::new("“{n}” không phải số thứ tự.", "“{n}” is not a number.");
/// A number outside the list.
pub const NUMBER_OUTSIDE: Text = Text::new("Số {n} nằm ngoài danh sách.", "{n} is not on the list.");
/// A number that was typed twice.
pub const NUMBER_TWICE: Text = Text::new("Số {n} ghi hai lần.", "{n} stands twice.");
/// No reason.
pub const REASON_MISSING: Text = Text::new("Hãy ghi lý do chọn.", "Write why these were chosen.");
/// No room for another.
pub const TOO_MANY_DRAWS: Text =
    Text::new("Một buổi ghi nhiều nhất {n} lượt lấy mẫu.", "A visit records at most {n} draws.");

/// The numbers that were drawn.
pub const DRAWN: Text = Text::new("Các số được lấy ({n})", "Numbers drawn ({n})");
/// Draws again.
pub const REPEAT: Text = Text::new("Lặp lại để kiểm tra", "Repeat to check");
/// The same again.
pub const HOLDS: Text = Text::new("Lặp lại cho đúng các số này.", "Repeated: the same numbers.");
/// A choice by hand has nothing to repeat.
pub const HOLDS_BY_HAND: Text = Text::new(
    "Chọn theo chủ đích nên không lặp lại được; các số đều nằm trong danh sách.",
    "Chosen by hand, so there is nothing to repeat; all numbers are on the list.",
);
/// Other numbers.
pub const DOES_NOT_HOLD: Text =
    Text::new("Lặp lại cho các số khác: lượt này không đáng tin.", "Repeated: other numbers. This draw cannot stand.");
/// Away with it.
pub const REMOVE: Text = Text::new("Xóa lượt này", "Remove this draw");
/// The sentence for the report.
pub const STATEMENT: Text = Text::new("Câu ghi vào báo cáo", "For the report");
/// The list, and the draw in one sentence.
pub const STATED: Text = Text::new("Danh sách: {list}. {sentence}", "List: {list}. {sentence}");
