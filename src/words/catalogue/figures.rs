//! The figures of a visit: tables, their grid, and what does not agree.

use crate::words::Text;

/// The page.
pub const TITLE: Text = Text::new("Số liệu", "Figures");
/// Begins a table.
pub const NEW_TABLE: Text = Text::new("Thêm biểu số liệu", "Add a table");
/// Begins a statement.
pub const NEW_STATEMENT: Text = Text::new("Thêm đoạn lời văn", "Add a statement");
/// Leads to the audit.
pub const AUDIT: Text = Text::new("Chênh lệch", "Discrepancies");
/// Leads to the ranking.
pub const RANKING: Text = Text::new("Xếp hạng", "Ranking");
/// Nothing is there.
pub const NONE: Text = Text::new("Chưa có biểu số liệu, chưa có đoạn lời văn nào.", "No table and no statement yet.");
/// What one does here.
pub const NONE_HINT: Text = Text::new(
    "Thêm biểu theo mẫu, nhập từ tệp CSV, XLSX hoặc dán từ Excel, Word. Tổng và tỷ lệ được đối chiếu ngay khi nhập.",
    "Add a table by its form; import CSV or XLSX, or paste from Excel or Word. Totals and shares are checked at once.",
);
/// The tables.
pub const TABLES: Text = Text::new("Biểu số liệu", "Tables");
/// The statements.
pub const STATEMENTS: Text = Text::new("Lời văn trong báo cáo", "Statements of the report");
/// How many rows.
pub const ROWS: Text = Text::new("{n} hàng", "{n} rows");
/// How many figures were picked out.
pub const PICKS: Text = Text::new("{n} số liệu", "{n} figures");
/// Everything agrees.
pub const AGREES: Text = Text::new("Khớp", "Agrees");
/// Nothing was held against anything.
pub const NOT_COMPARED: Text = Text::new("Chưa đối chiếu", "Not compared");
/// How many discrepancies.
pub const DISCREPANCIES: Text = Text::new("{n} chênh lệch", "{n} discrepancies");

/// How a form is chosen.
pub const NEW_TABLE_HINT: Text =
    Text::new("Chọn mẫu biểu; tên biểu, đơn vị và kỳ báo cáo điền ở trang sau.", "Choose a form; the rest comes next.");
/// The free table.
pub const FREE: Text = Text::new("Biểu tự do", "Free table");
/// What it is.
pub const FREE_HINT: Text =
    Text::new("Tự khai báo cột và các phép tính phải khớp.", "Declare its columns and what must hold between them.");
/// Back to the choice.
pub const OTHER_FORM: Text = Text::new("Chọn mẫu khác", "Choose another form");
/// Forms of a file.
pub const OWN_FORMS: Text = Text::new("Mẫu từ tệp", "Forms from the file");
/// Forms that tables have.
pub const USED_FORMS: Text = Text::new("Mẫu của các biểu đã có", "Forms of tables that are there");
/// How many columns.
pub const COLUMNS_N: Text = Text::new("{n} cột số liệu", "{n} columns");
/// Takes a file.
pub const FORM_FILE: Text = Text::new("Lấy mẫu từ tệp JSON", "Take forms from a JSON file");
/// What file.
pub const FORM_FILE_HINT: Text = Text::new(
    "Tệp chứa một mẫu biểu hoặc nhiều mẫu, cùng dạng với tệp mẫu kèm ứng dụng.",
    "One form or several, written as the file that comes with the app.",
);

/// What the table says of itself.
pub const DETAILS: Text = Text::new("Tên biểu, đơn vị báo cáo, kỳ báo cáo", "Title, reporting body, period");
/// Its title.
pub const TABLE_TITLE: Text = Text::new("Tên biểu", "Title");
/// The body.
pub const BODY: Text = Text::new("Đơn vị báo cáo", "Reporting body");
/// Why it matters.
pub const BODY_HINT: Text = Text::new(
    "Số liệu của hai đơn vị khác nhau không bị coi là phải trùng nhau.",
    "Figures of different bodies are not held against each other as the same.",
);
/// The period.
pub const PERIOD: Text = Text::new("Kỳ báo cáo", "Period");
/// How to write it.
pub const PERIOD_HINT: Text =
    Text::new("Ví dụ: Quý II/2021, Tháng 6/2020, Năm 2022.", "Such as Quý II/2021, Tháng 6/2020.");
/// First day.
pub const FROM: Text = Text::new("Từ ngày (nếu có)", "From (if given)");
/// Last day.
pub const TO: Text = Text::new("Đến ngày (nếu có)", "To (if given)");
/// Prints.
pub const PRINT: Text = Text::new("In phụ lục", "Print the annex");
/// Removes the table.
pub const REMOVE_TABLE: Text = Text::new("Xóa biểu", "Remove the table");
/// It was removed.
pub const REMOVED: Text =
    Text::new("Đã xóa biểu. Bấm Hoàn tác để lấy lại.", "The table is removed. Undo brings it back.");
/// Takes a file.
pub const IMPORT: Text = Text::new("Nhập từ tệp CSV, XLSX", "Import CSV or XLSX");
/// The way back.
pub const BACK_TO_TABLE: Text = Text::new("Về biểu", "Back to the table");

/// The column of numbers.
pub const NUMBER: Text = Text::new("STT", "No.");
/// What a mean is out of.
pub const OF_POINTS: Text = Text::new("điểm/{n}", "points of {n}");
/// How the grid is worked.
pub const KEYS: Text = Text::new(
    "Phím mũi tên để di chuyển; gõ, Enter hoặc F2 để sửa ô; Esc để thôi; Delete để xóa ô; Ctrl+Enter để thêm hàng; \
     Ctrl+V để dán khối ô từ Excel, Word.",
    "Arrow keys move; type, Enter or F2 edit; Esc gives up; Delete clears; Ctrl+Enter adds a row; Ctrl+V pastes a block.",
);
/// What is computed beside a figure.
pub const COMPUTED: Text = Text::new("tính: {value}", "computed: {value}");
/// A discrepancy.
pub const SENTENCE: Text =
    Text::new("{rule}: ghi {stated}, tính được {computed}.", "{rule}: {stated} stated, {computed} computed.");
/// Which of several is meant.
pub const WHICH: Text = Text::new("Số nào đúng?", "Which one is meant?");
/// No figure.
pub const NOT_A_NUMBER: Text = Text::new(
    "Không đọc được số ở đây; xin ghi một số, ví dụ 1.716 hoặc 98,8.",
    "This is no figure; one number, please, such as 1.716 or 98,8.",
);
/// Too large.
pub const TOO_LARGE: Text =
    Text::new("Số vượt quá 1.000.000.000.000.000.", "The figure is above 1.000.000.000.000.000.");
/// Too many decimals.
pub const TOO_PRECISE: Text = Text::new("Số có quá sáu chữ số thập phân.", "The figure has more than six decimals.");

/// The buttons for rows.
pub const LINES: Text = Text::new("Hàng của biểu", "Rows of the table");
/// Adds a row.
pub const ADD_ROW: Text = Text::new("Thêm hàng", "Add a row");
/// Adds a row below the active one.
pub const ADD_BELOW: Text = Text::new("Thêm hàng con", "Add a row within");
/// Adds a section.
pub const ADD_SECTION: Text = Text::new("Thêm mục", "Add a section");
/// Adds a total.
pub const ADD_TOTAL: Text = Text::new("Thêm hàng tổng", "Add a total");
/// Moves deeper.
pub const DEEPER: Text = Text::new("Lùi vào →", "Deeper →");
/// Moves less deep.
pub const SHALLOWER: Text = Text::new("← Lùi ra", "← Less deep");
/// Removes a row.
pub const REMOVE_ROW: Text = Text::new("Xóa hàng", "Remove the row");
/// No row can be added.
pub const NO_ROW: Text = Text::new("Không thêm được hàng ở đây.", "No row can be added here.");
/// It cannot be moved.
pub const NO_MOVE: Text = Text::new("Hàng này không lùi thêm được.", "This row cannot be moved further.");

/// The strip.
pub const DISAGREES: Text = Text::new("Chênh lệch của biểu", "Discrepancies of the table");
/// Nothing disagrees.
pub const TABLE_AGREES: Text = Text::new("Các phép tính trong biểu đều khớp.", "Everything in the table agrees.");
/// Nothing was held against anything.
pub const TABLE_NOT_COMPARED: Text =
    Text::new("Chưa đối chiếu: biểu chưa có số để tính lại.", "Not compared: there is nothing to compute yet.");
/// How many do.
pub const TABLE_DISAGREES: Text = Text::new("{n} chênh lệch trong biểu.", "{n} discrepancies in the table.");
/// To the next one.
pub const NEXT_WRONG: Text = Text::new("Ô chênh lệch kế tiếp", "Next discrepancy");
/// To the audit page.
pub const TO_AUDIT: Text = Text::new("Xem tất cả chênh lệch", "All discrepancies");

/// The field for a block.
pub const PASTE: Text = Text::new(
    "Dán khối ô từ Excel, Word vào đây: ghi từ ô đang chọn",
    "Paste a block from Excel or Word: from the chosen cell on",
);
/// What was taken.
pub const PASTED: Text = Text::new(
    "Đã ghi {n} ô, thêm {rows} hàng. Hoàn tác để lấy lại.",
    "{n} cells taken, {rows} rows added. Undo takes it back.",
);
/// What lies outside.
pub const BEYOND: Text = Text::new("{n} ô nằm ngoài biểu, không ghi.", "{n} cells lie outside the table.");
/// What was left.
pub const LEFT: Text = Text::new("Các ô sau được để nguyên:", "These cells were left as they are:");
/// Where.
pub const LEFT_AT: Text = Text::new("“{typed}” tại {row}, cột {column}", "“{typed}” at {row}, column {column}");
/// It can be read in several ways.
pub const LEFT_ASK: Text = Text::new("có thể là {readings}.", "may be {readings}.");
/// Between two readings.
pub const OR: Text = Text::new(" hoặc ", " or ");
/// Another name than the form's.
pub const LEFT_PRESCRIBED: Text = Text::new("khác tên hàng của mẫu.", "is not the row of the form.");
/// More lines.
pub const MORE: Text = Text::new("và {n} ô khác", "and {n} more");
/// Closes a list.
pub const CLOSE: Text = Text::new("Đóng", "Close");

/// What the rows are.
pub const ROWS_ARE: Text = Text::new("Mỗi hàng là", "Each row is");
/// Such as.
pub const ROWS_ARE_HINT: Text = Text::new("Ví dụ: Đơn vị, Lĩnh vực, Nội dung.", "Such as a unit, a field.");
/// The heading of rows.
pub const ROW_HEADING: Text = Text::new("Nội dung", "Item");
/// Whether rows add up.
pub const ADDS_UP: Text = Text::new("Các hàng", "The rows");
/// They do not.
pub const ADDS_UP_NO: Text = Text::new("không cộng với nhau", "do not add up");
/// They do.
pub const ADDS_UP_YES: Text = Text::new("cộng lên hàng tổng phía trên", "add up to the row above them");
/// The columns.
pub const COLUMNS: Text = Text::new("Các cột", "Columns");
/// One more.
pub const ADD_COLUMN: Text = Text::new("Thêm cột", "Add a column");
/// Its name.
pub const COLUMN_NAME: Text = Text::new("Tên cột", "Name of the column");
/// Its unit.
pub const UNIT: Text = Text::new("Loại số liệu", "Unit");
/// Counts.
pub const UNIT_COUNT: Text = Text::new("số đếm", "count");
/// Percentages.
pub const UNIT_PERCENT: Text = Text::new("tỷ lệ %", "percentage");
/// Points.
pub const UNIT_POINTS: Text = Text::new("điểm", "points");
/// Words.
pub const UNIT_TEXT: Text = Text::new("chữ", "words");
/// Removes one.
pub const REMOVE_COLUMN: Text = Text::new("Bỏ cột", "Remove");
/// What must hold.
pub const IDENTITIES: Text = Text::new("Các phép tính phải khớp", "What must hold");
/// What it does.
pub const IDENTITIES_HINT: Text =
    Text::new("Mỗi hàng được đối chiếu theo các phép tính này.", "Every row is held against these.");
/// One more.
pub const ADD_IDENTITY: Text = Text::new("Thêm phép tính", "Add one");
/// Removes one.
pub const REMOVE_IDENTITY: Text = Text::new("Bỏ phép tính", "Remove");
/// The kind.
pub const KIND: Text = Text::new("Phép tính", "Kind");
/// A total.
pub const KIND_SUM: Text = Text::new("tổng = các cột cộng lại", "total = sum of columns");
/// A share.
pub const KIND_SHARE: Text = Text::new("tỷ lệ % = cột / cột", "percentage = column / column");
/// Not above.
pub const KIND_AT_MOST: Text = Text::new("không vượt quá", "no more than");
/// The total.
pub const TOTAL_IS: Text = Text::new("Cột tổng", "The total");
/// The parts.
pub const PARTS_ARE: Text = Text::new("Các cột cộng lại", "Its parts");
/// The percentage.
pub const SHARE_IS: Text = Text::new("Cột tỷ lệ", "The percentage");
/// The part.
pub const PART_IS: Text = Text::new("Cột phần", "The part");
/// The whole.
pub const WHOLE_IS: Text = Text::new("Trên cột", "Of the column");
/// What it is not above.
pub const NOT_ABOVE: Text = Text::new("Không vượt cột", "No more than");
/// Nothing chosen.
pub const CHOOSE_COLUMN: Text = Text::new("(chọn cột)", "(choose)");
/// Begins the table.
pub const BEGIN: Text = Text::new("Lập biểu", "Begin the table");
/// Takes the changed form.
pub const TAKE_FORM: Text = Text::new("Ghi thay đổi", "Take the changes");
/// Opens the editor.
pub const EDIT_FORM: Text = Text::new("Sửa cột và phép tính", "Edit columns and what must hold");
/// A column without a name.
pub const COLUMN_UNNAMED: Text = Text::new("Có cột chưa đặt tên.", "A column has no name.");
/// A rule that is not finished.
pub const RULE_UNFINISHED: Text =
    Text::new("Có phép tính chưa chọn đủ cột.", "Something that must hold has not all its columns.");
/// It cannot be used.
pub const FORM_WRONG: Text =
    Text::new("Cần ít nhất một cột, nhiều nhất 60 cột.", "At least one column and at most 60, please.");

/// The section of a row.
pub const SECTION: Text = Text::new("Mục của hàng", "Section of the row");
/// What a row is.
pub const ROW_KIND: Text = Text::new("Loại hàng (tổng, mục, lĩnh vực)", "Kind of row (total, section, field)");
/// Between two columns.
pub const AND: Text = Text::new(" và ", " and ");
/// How many rows were read.
pub const ROWS_READ: Text = Text::new("{n} hàng đọc được", "{n} rows are read");
/// Rows that are nothing.
pub const ROWS_NOTHING: Text =
    Text::new("{n} dòng trống hoặc không phải hàng của biểu", "{n} lines are no rows of the table");
/// Columns that mean nothing.
pub const UNMATCHED: Text = Text::new("Cột không lấy: {columns}.", "Columns left out: {columns}.");
/// Columns that are asked.
pub const ASKS: Text = Text::new("Cột cần chọn cách đọc", "Columns to choose for");
/// How many are not chosen.
pub const ASKS_OPEN: Text = Text::new(
    "{n} cột chưa chọn; các ô đó được ghi là chưa đọc.",
    "{n} not chosen; their cells stay marked as not read.",
);
/// A cell of a table that was not read.
pub const UNREAD: Text = Text::new(
    "Chưa đọc được ô này nên không đối chiếu; xin ghi lại số.",
    "This cell was not read and is not checked; please enter its figure.",
);
/// Writes over what is there.
pub const REPLACE: Text = Text::new(
    "Thay toàn bộ hàng đang có trong biểu (hoàn tác được)",
    "Replace all rows of the table (undo takes it back)",
);
/// They are in.
pub const TAKEN: Text = Text::new("Đã nhập {n} hàng.", "{n} rows are imported.");
/// The first rows.
pub const SAMPLE: Text = Text::new("Các hàng đầu", "The first rows");
