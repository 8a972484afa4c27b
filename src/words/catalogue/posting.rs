//! The posting of procedures at the counter.

use crate::words::Text;

/// Heading, and the way here.
pub const TITLE: Text = Text::new("Niêm yết", "Posting");
/// Heading of the two numbers.
pub const COUNTS: Text = Text::new("Đếm tại nơi niêm yết", "Counting at the counter");
/// Which reference list.
pub const LIST: Text = Text::new("Danh mục đối chiếu", "Reference list");
/// None.
pub const NO_LIST: Text = Text::new("Không đối chiếu danh mục", "No reference list");
/// A list that is not on the device.
pub const LIST_ABSENT: Text = Text::new(
    "Danh mục {id}, bản {version} không có trên máy này; các số đã ghi vẫn giữ.",
    "The list {id}, version {version} is not on this device; what was recorded stays.",
);
/// Whose procedures count.
pub const SCOPE: Text = Text::new("Tính thủ tục của", "Procedures of");
/// The unit's level.
pub const SCOPE_LEVEL: Text = Text::new("{level} ({n})", "{level} ({n})");
/// Every level.
pub const SCOPE_ALL: Text = Text::new("Mọi cấp ({n})", "All levels ({n})");
/// How many are in force.
pub const IN_FORCE: Text = Text::new("TTHC phải niêm yết", "Procedures to be posted");
/// Told by the list.
pub const IN_FORCE_BY_LIST: Text = Text::new("Theo danh mục, ngày {date}", "By the list, on {date}");
/// Told on site.
pub const IN_FORCE_BY_HAND: Text = Text::new("Theo quyết định công bố tại đơn vị", "By the decisions at the unit");
/// How many are posted.
pub const COUNTED: Text = Text::new("TTHC đếm được đang niêm yết", "Procedures counted as posted");
/// One less.
pub const LESS: Text = Text::new("Bớt một", "One less");
/// One more.
pub const MORE: Text = Text::new("Thêm một", "One more");
/// More than there are.
pub const COUNTED_ABOVE: Text = Text::new(
    "Đếm được nhiều hơn số phải niêm yết: có thể đang treo cả thủ tục đã bãi bỏ.",
    "More than have to be posted: abolished ones may still hang there.",
);

/// Heading of the sample.
pub const SAMPLE: Text = Text::new("Thủ tục lấy mẫu", "Sampled procedures");
/// Draws.
pub const DRAW: Text = Text::new("Lấy mẫu thủ tục", "Draw procedures");
/// Draws again.
pub const DRAW_AGAIN: Text = Text::new("Lấy mẫu lại", "Draw again");
/// What that does, with a list.
pub const DRAW_BY_LIST: Text = Text::new(
    "Lấy từ {n} thủ tục đang hiệu lực của danh mục, theo thứ tự danh mục. Lượt mới thay các thủ tục đang có; thủ tục được lấy lại vẫn giữ kết quả đã kiểm.",
    "Drawn from the {n} procedures in force, in the order of the list. A new draw replaces the procedures; those drawn again keep what was judged.",
);
/// What a draw gives without a list.
pub const DRAW_WITHOUT_LIST: Text = Text::new(
    "Không có danh mục: lấy số thứ tự theo danh mục của đơn vị, rồi thêm từng thủ tục bằng mã và tên.",
    "Without a list: numbers are places on the unit's own list; add each procedure by code and name.",
);
/// No population.
pub const POPULATION_MISSING: Text =
    Text::new("Hãy ghi số TTHC phải niêm yết trước.", "First write how many have to be posted.");
/// The list of the unit.
pub const DRAWN_FROM_UNIT: Text = Text::new("Danh mục TTHC của đơn vị", "The unit's own list");
/// Order under stratification.
pub const FIELD_ORDER: Text = Text::new(
    "Thủ tục xếp theo lĩnh vực, trong mỗi lĩnh vực theo thứ tự danh mục.",
    "Procedures stand by field, within a field in the order of the list.",
);

/// Adds one by hand.
pub const ADD: Text = Text::new("Thêm thủ tục bằng tay", "Add a procedure by hand");
/// Adds it.
pub const ADD_NOW: Text = Text::new("Thêm", "Add");
/// Its code.
pub const CODE: Text = Text::new("Mã thủ tục", "Code");
/// Its name.
pub const NAME: Text = Text::new("Tên thủ tục", "Name");
/// From the list.
pub const NAME_HINT: Text =
    Text::new("Để trống nếu mã có trong danh mục đối chiếu", "Leave blank where the reference list holds the code");
/// No code.
pub const CODE_MISSING: Text = Text::new("Hãy ghi mã thủ tục.", "Write the code.");
/// No name, and no list that has it.
pub const NAME_NOT_LISTED: Text =
    Text::new("Danh mục không có mã này; hãy ghi tên thủ tục.", "The list does not hold this code; write the name.");
/// Twice.
pub const CODE_TWICE: Text = Text::new("Thủ tục này đã có trong mẫu.", "This procedure is in the sample already.");
/// No name.
pub const NAME_MISSING: Text = Text::new("Hãy ghi tên thủ tục.", "Write the name.");
/// No room for another.
pub const TOO_MANY: Text = Text::new("Mẫu có nhiều nhất 2.000 thủ tục.", "A sample holds at most 2.000 procedures.");
/// Away with it.
pub const REMOVE: Text = Text::new("Bỏ khỏi mẫu", "Remove");
/// Which one, read out.
pub const REMOVE_ONE: Text = Text::new("Bỏ thủ tục {code} khỏi mẫu", "Remove procedure {code}");
/// None yet.
pub const NONE: Text = Text::new(
    "Chưa có thủ tục nào trong mẫu. Lấy mẫu hoặc thêm bằng tay ở dưới.",
    "No procedures are sampled yet. Draw some or add them by hand below.",
);

/// A question: posted at all.
pub const POSTED: Text = Text::new("Có niêm yết", "Posted");
/// A question: what is inside.
pub const CONTENT: Text = Text::new("Nội dung bên trong", "Content");
/// A question: which edition.
pub const EDITION: Text = Text::new("Bản niêm yết", "Edition");
/// A question: blanks.
pub const BLANKS: Text = Text::new("Còn mục để trống", "Something left blank");
/// A question: the internal flow.
pub const FLOW: Text = Text::new("Treo quy trình ISO nội bộ thay thủ tục", "Internal ISO flow in its place");
/// Yes.
pub const YES: Text = Text::new("Có", "Yes");
/// No.
pub const NO: Text = Text::new("Không", "No");
/// The whole content.
pub const FULL: Text = Text::new("Đủ", "Full");
/// A cover alone.
pub const COVER_ONLY: Text = Text::new("Chỉ có bìa", "Cover only");
/// Nothing inside.
pub const EMPTY: Text = Text::new("Không có", "None");
/// In force.
pub const CURRENT: Text = Text::new("Đang hiệu lực", "Current");
/// Amended since.
pub const SUPERSEDED: Text = Text::new("Đã sửa đổi", "Superseded");
/// Abolished.
pub const ABOLISHED: Text = Text::new("Đã bãi bỏ", "Abolished");
/// Nobody can tell.
pub const UNKNOWN: Text = Text::new("Không rõ", "Cannot tell");
/// What the list says.
pub const LISTED: Text = Text::new("Danh mục: có hiệu lực từ {date}", "List: in force since {date}");
/// What the list says.
pub const LISTED_LATER: Text =
    Text::new("Danh mục: có hiệu lực từ {date}, chưa đến", "List: in force only from {date}");
/// What the list says.
pub const LISTED_ENDED: Text = Text::new("Danh mục: hết hiệu lực sau {date}", "List: no longer in force after {date}");
/// What the list says.
pub const UNLISTED: Text = Text::new("Không có trong danh mục", "Not on the list");

/// Heading of what follows.
pub const RESULTS: Text = Text::new("Kết quả theo mẫu", "What the sample shows");
/// Nothing yet.
pub const NO_SHARE: Text = Text::new("chưa có số liệu", "nothing yet");
/// Those that fail.
pub const FAILING: Text = Text::new("Không đạt: {codes}", "Failing: {codes}");
/// An answer by hand stands over it.
pub const OVERRULED: Text = Text::new("Trả lời tay đang thay kết quả này.", "An answer by hand stands over this.");
