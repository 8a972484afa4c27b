//! Tables from outside: choosing, matching of columns, preview.

use crate::words::Text;

/// Heading for dossiers, and the way there.
pub const DOSSIERS: Text = Text::new("Nhập hồ sơ từ bảng", "Import dossiers from a table");
/// Heading for procedures.
pub const PROCEDURES: Text = Text::new("Nhập danh mục thủ tục", "Import a list of procedures");
/// The file button.
pub const FILE: Text = Text::new("Nhập từ Excel, CSV", "Import Excel, CSV");
/// The place for what is pasted.
pub const PASTE: Text = Text::new("Dán bảng từ Excel vào đây", "Paste a table from Excel here");
/// How to go about it.
pub const HINT: Text = Text::new(
    "Chọn tệp Excel hoặc CSV, hay dán bảng có cả hàng tiêu đề. Chưa có gì được ghi cho đến khi xác nhận.",
    "Choose an Excel or CSV file, or paste a table with its heading. Nothing is written before you confirm.",
);
/// An empty table with the headings.
pub const TEMPLATE: Text = Text::new("Tải bảng mẫu", "Get an empty table");
/// It is being read.
pub const WORKING: Text = Text::new("Đang đọc bảng…", "Reading the table…");
/// Nothing was changed.
pub const UNCHANGED: Text = Text::new("Không có gì bị thay đổi.", "Nothing was changed.");
/// Another one.
pub const ANOTHER: Text = Text::new("Chọn bảng khác", "Choose another table");
/// The sheet.
pub const SHEET: Text = Text::new("Trang tính", "Sheet");
/// The step of matching.
pub const MATCHING: Text = Text::new("Cột nào là gì", "What each column means");
/// How the heading was found.
pub const HEADING_AT: Text =
    Text::new("Tiêu đề ở dòng {first}–{last}; {rows} dòng.", "Heading in lines {first}–{last}; {rows} lines.");
/// No heading.
pub const NO_HEADING: Text = Text::new("Không thấy dòng tiêu đề; {rows} dòng.", "No heading found; {rows} lines.");
/// The encoding.
pub const ENCODING: Text = Text::new("Bảng mã: {name}.", "Encoding: {name}.");
/// A column.
pub const COLUMN: Text = Text::new("Cột {letters}: {heading}", "Column {letters}: {heading}");
/// A column that is not read.
pub const LEFT_OUT: Text = Text::new("Không lấy", "Leave out");
/// On to the preview.
pub const TRY: Text = Text::new("Đọc thử", "Try it");
/// Back to the matching.
pub const REMATCH: Text = Text::new("Sửa ghép cột", "Change the columns");
/// How many rows.
pub const GOOD: Text = Text::new("{n} dòng đọc được trọn vẹn", "{n} lines are read in full");
/// Rows with problems.
pub const BAD: Text = Text::new("{n} dòng có ô không đọc được", "{n} lines have cells that cannot be read");
/// Rows that are nothing.
pub const NOTHING: Text =
    Text::new("{n} dòng trống, dòng tổng hoặc dòng nhóm", "{n} lines are blank, sums or headings of groups");
/// Columns that are missing.
pub const MISSING: Text = Text::new("Chưa ghép cột: {columns}.", "No column for: {columns}.");
/// Remarks on the file as a whole.
pub const FILE_NOTES: Text = Text::new("Lưu ý về tệp", "About the file");
/// Columns that are not read because another means the same.
pub const RIVALS: Text = Text::new("Cột trùng ý nghĩa", "Columns of one meaning");
/// The unit of bare numbers.
pub const TERM_UNIT: Text = Text::new("Thời hạn chỉ ghi số là", "Terms of a number alone are");
/// The same, as a question.
pub const TERM_UNIT_ASKED: Text = Text::new(
    "{n} ô thời hạn chỉ ghi số: số trần là ngày làm việc hay ngày? Chưa chọn thì hiểu là ngày làm việc.",
    "{n} terms are a number alone: working days or days? Without an answer they are taken as working days.",
);
/// What would be overwritten.
pub const OVERWRITES: Text = Text::new("Nội dung sẽ bị ghi đè", "What will be overwritten");
/// What is held and blank in the table.
pub const BLANKS: Text = Text::new("Đang có nội dung, trong bảng để trống", "Held here, blank in the table");
/// One of these: code, column, before, after.
pub const CHANGE: Text =
    Text::new("{code} – {field}: “{before}” → “{after}”", "{code} – {field}: “{before}” → “{after}”");
/// One of those: code, column, what is held.
pub const BLANK: Text = Text::new("{code} – {field}: “{before}”", "{code} – {field}: “{before}”");
/// Whether blanks are taken.
pub const TAKE_BLANKS: Text = Text::new(
    "Xóa {n} ô này theo bảng (không chọn thì giữ lại)",
    "Clear these {n} cells as in the table (they stay otherwise)",
);
/// How much changes in dossiers that are there.
pub const EFFECT_FIELDS: Text = Text::new(
    "Ghi đè {over} ô, điền thêm {filled} ô, giữ {kept} ô mà bảng để trống; {same} hồ sơ không đổi.",
    "{over} cells overwritten, {filled} filled, {kept} kept that the table has blank; {same} dossiers stay as they are.",
);
/// The problems.
pub const PROBLEMS: Text = Text::new("Ô không đọc được", "Cells that cannot be read");
/// The remarks.
pub const NOTES: Text = Text::new("Ô đã đọc, xin xem lại", "Cells to look at");
/// More of them.
pub const MORE: Text = Text::new("và {n} mục khác", "and {n} more");
/// What a person is to say.
pub const QUESTIONS: Text = Text::new("Xin trả lời", "Please answer");
/// Nothing is taken while a question is open.
pub const OPEN: Text =
    Text::new("Xin trả lời các câu hỏi ở trên trước khi nhập.", "Please answer the questions above first.");
/// A column that is hidden in its sheet.
pub const HIDDEN_COLUMN: Text = Text::new("(cột ẩn)", "(hidden)");
/// What is done with rows that have problems.
pub const TAKE_BAD: Text = Text::new(
    "Nhập cả các dòng này, để trống ô không đọc được",
    "Take these lines too, with the unreadable cells left blank",
);
/// What will happen to dossiers.
pub const EFFECT: Text = Text::new(
    "Sẽ thêm {new} hồ sơ, cập nhật {same} hồ sơ trùng mã.",
    "{new} dossiers will be added, {same} with the same code updated.",
);
/// What will happen to a list.
pub const EFFECT_LIST: Text = Text::new("Danh mục mới có {new} thủ tục.", "The new list has {new} procedures.");
/// Confirm.
pub const CONFIRM: Text = Text::new("Xác nhận nhập", "Import");
/// Nothing can be taken.
pub const NONE: Text = Text::new("Không có dòng nào nhập được.", "There is no line to import.");
/// They are in.
pub const TAKEN: Text = Text::new("Đã nhập {n} hồ sơ.", "{n} dossiers are imported.");
/// The list's name.
pub const LIST_NAME: Text =
    Text::new("Mã danh mục (chữ không dấu, số, gạch nối)", "Id of the list (letters, digits, hyphens)");
/// The id cannot be.
pub const LIST_NAME_WRONG: Text = Text::new(
    "Mã danh mục cần 1–64 chữ cái không dấu, chữ số, '-', '_' hoặc '.'.",
    "The id needs 1 to 64 letters, digits, '-', '_' or '.'.",
);
/// The level of procedures whose row names none.
pub const LIST_LEVEL: Text = Text::new("Cấp giải quyết nếu bảng không ghi", "Level where the table gives none");
/// The first day in force of procedures whose row names none.
pub const LIST_FROM: Text = Text::new("Hiệu lực từ, nếu bảng không ghi", "In force from, where the table gives none");
/// The list cannot be taken: two rows of one code are in force on one day, or a day is before another.
pub const LIST_WRONG: Text = Text::new(
    "Danh mục chưa nhập được: {faults}. Không có gì bị thay đổi.",
    "The list cannot be taken: {faults}. Nothing was changed.",
);
/// A row without code or name.
pub const LIST_ROW_BLANK: Text =
    Text::new("thủ tục thứ {row} thiếu mã hoặc tên", "procedure {row} has no code or name");
/// A row that ends before it begins.
pub const LIST_ROW_REVERSED: Text =
    Text::new("thủ tục thứ {row} hết hiệu lực trước ngày có hiệu lực", "procedure {row} ends before it begins");
/// Two rows of one code.
pub const LIST_ROW_OVERLAP: Text = Text::new(
    "mã {code} có hiệu lực cùng ngày ở hai thủ tục thứ {first} và {second}",
    "code {code} is in force on one day in procedures {first} and {second}",
);
/// The list is in.
pub const LIST_TAKEN: Text = Text::new(
    "Đã nhập danh mục {id}, bản {version}: {n} thủ tục.",
    "List {id}, version {version}, is imported: {n} procedures.",
);
