//! The preview of an import.

use crate::words::Text;

/// Heading.
pub const IMPORT: Text = Text::new("Xem trước khi nhập", "Before importing");
/// Nothing is written yet.
pub const NOTHING_WRITTEN: Text = Text::new(
    "Chưa có gì được ghi. Dữ liệu chỉ thay đổi khi bấm “Nhập vào máy”.",
    "Nothing is written yet. The data changes only when you press “Import”.",
);
/// No file was chosen.
pub const NO_FILE: Text =
    Text::new("Hãy chọn tệp JSON đã xuất từ Sổ Giám Sát.", "Choose a JSON file exported by this app.");
/// Chooses a file.
pub const CHOOSE: Text = Text::new("Chọn tệp JSON", "Choose a JSON file");
/// Chooses another file.
pub const CHOOSE_OTHER: Text = Text::new("Chọn tệp khác", "Choose another file");
/// The file is being read.
pub const READING: Text = Text::new("Đang đọc và kiểm tra tệp…", "Reading and checking the file…");
/// The file is refused.
pub const REFUSED: Text = Text::new("Tệp không nhập được", "The file cannot be imported");
/// Nothing changed.
pub const UNCHANGED: Text = Text::new("Dữ liệu trên máy vẫn như cũ.", "The data on this device is as before.");
/// Heading of what is added.
pub const ADDED: Text = Text::new("Thêm mới", "Added");
/// Heading of what is here in another form.
pub const REPLACED: Text = Text::new("Khác bản trên máy", "Different from what is here");
/// Heading of what stays.
pub const KEPT: Text = Text::new("Giống bản trên máy, giữ nguyên", "The same as here, kept");
/// A supervision.
pub const SUPERVISION: Text = Text::new("Cuộc giám sát: {topic}", "Supervision: {topic}");
/// A visit.
pub const VISIT: Text = Text::new("Buổi làm việc ngày {date}, {unit}", "Visit of {date}, {unit}");
/// A template.
pub const TEMPLATE: Text = Text::new("Mẫu phiếu: {name}, phiên bản {version}", "Template: {name}, version {version}");
/// How much it holds.
pub const ANSWERS: Text = Text::new("{n} mục đã ghi", "entries: {n}");
/// Both states.
pub const REVISIONS: Text = Text::new(
    "Trên máy: lần sửa {here}. Trong tệp: lần sửa {file}.",
    "Here: change {here}. In the file: change {file}.",
);
/// Both states with their days.
pub const REVISIONS_DATED: Text = Text::new(
    "Trên máy: lần sửa {here}, buổi ngày {here_date}, {here_answered} mục đã kiểm. \
     Trong tệp: lần sửa {file}, buổi ngày {file_date}.",
    "Here: change {here}, visit of {here_date}, {here_answered} items checked. \
     In the file: change {file}, visit of {file_date}.",
);
/// The file is newer.
pub const FILE_NEWER: Text = Text::new("Tệp mới hơn bản trên máy.", "The file is newer than what is here.");
/// The file is older.
pub const FILE_OLDER: Text = Text::new(
    "Cảnh báo: bản trên máy được sửa nhiều hơn tệp; nhập sẽ mất các sửa đổi đó.",
    "Warning: what is here saw more changes than the file; importing loses them.",
);
/// Both saw as many changes.
pub const FILE_DIFFERS: Text = Text::new(
    "Cảnh báo: hai bản được sửa khác nhau với số lần sửa bằng nhau; nhập sẽ thay bản trên máy.",
    "Warning: both saw as many changes, but different ones; importing replaces what is here.",
);
/// The file holds all that is here, and more.
pub const FILE_GOES_ON: Text = Text::new(
    "Tệp có mọi thay đổi của bản trên máy và thêm thay đổi mới.",
    "The file has every change that is here, and more.",
);
/// What is here holds all of the file, and more.
pub const FILE_BEHIND: Text = Text::new(
    "Cảnh báo: bản trên máy có mọi thay đổi của tệp và thêm thay đổi mới.",
    "Warning: what is here has every change of the file, and more.",
);
/// Both went on apart.
pub const DIVERGED: Text = Text::new(
    "Cảnh báo: bản trên máy và bản trong tệp đã được sửa riêng.",
    "Warning: what is here and what is in the file were changed apart.",
);
/// One of both has no history from the beginning.
pub const NO_BASE: Text = Text::new(
    "Cảnh báo: không có lịch sử từ đầu ở cả hai bản nên chỉ so được nội dung, và không ghép được.",
    "Warning: not both have a history from the beginning, so only what stands in them is compared, and they cannot be joined.",
);
/// What the file alone has.
pub const ONLY_FILE: Text = Text::new("Chỉ có trong tệp ({n})", "Only in the file ({n})");
/// What the device alone has.
pub const ONLY_DEVICE: Text = Text::new("Chỉ có trên máy ({n})", "Only on this device ({n})");
/// What both changed.
pub const BOTH: Text =
    Text::new("Cả hai cùng sửa, nên không ghép được ({n})", "Changed by both, so not to be joined ({n})");
/// What to do.
pub const WAY: Text = Text::new("Cách nhập buổi này", "How to import this visit");
/// The file's.
pub const WAY_TAKE: Text = Text::new("Lấy bản trong tệp", "Take the file's");
/// The device's.
pub const WAY_KEEP: Text = Text::new("Giữ bản trên máy", "Keep what is here");
/// Both.
pub const WAY_JOIN: Text = Text::new("Ghép cả hai", "Join both");
/// In what a supervision differs.
pub const DIFFERS_IN: Text = Text::new("Khác nhau ở: {fields}.", "They differ in: {fields}.");
/// The units.
pub const UNITS: Text = Text::new("Danh sách đơn vị", "Units");
/// A backup first.
pub const BACKUP_FIRST: Text = Text::new("Xuất bản trên máy trước", "Export what is here first");
/// Nothing to do.
pub const ALL_KEPT: Text = Text::new(
    "Mọi thứ trong tệp đã có trên máy, giống hệt. Không cần nhập.",
    "Everything in the file is here already, exactly so. There is nothing to import.",
);
/// Heading of what of a rescue file is not taken.
pub const NOT_TAKEN: Text = Text::new("Không nhập từ tệp này", "Not taken from this file");
/// Nothing of a rescue file can be read.
pub const NOTHING_READ: Text = Text::new(
    "Không có cuộc giám sát nào đọc được trong tệp. Hãy giữ tệp này; dữ liệu trên máy vẫn như cũ.",
    "No supervision in the file can be read. Keep the file; the data on this device is as before.",
);
/// A row that is left out, with why.
pub const LEFT_OUT: Text = Text::new("{table}, {key}: {why}", "{table}, {key}: {why}");
/// Drafts are not taken.
pub const DRAFTS_PASSED_OVER: Text = Text::new("Bản nháp: {n}", "Drafts: {n}");
/// What was deleted is not taken.
pub const BIN_PASSED_OVER: Text = Text::new("Cuộc giám sát trong thùng rác: {n}", "Supervisions in the bin: {n}");
/// Reference data is not taken.
pub const REFERENCES_PASSED_OVER: Text = Text::new(
    "Lịch nghỉ, căn cứ pháp lý, danh mục thủ tục, mẫu biểu của máy cũ: {n}",
    "Calendar, legal bases, procedure lists and forms of the other device: {n}",
);
/// Writes it.
pub const CONFIRM: Text = Text::new("Nhập vào máy", "Import");
/// Leaves it.
pub const CANCEL: Text = Text::new("Không nhập", "Do not import");
/// Opens what is there.
pub const OPEN_HERE: Text = Text::new("Mở cuộc giám sát", "Open the supervision");
