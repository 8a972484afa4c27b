//! Notices: errors in words, and what the app says in passing.

use crate::words::Text;

/// The browser gives no database.
pub const STORE_UNAVAILABLE: Text = Text::new(
    "Trình duyệt này không có kho dữ liệu (IndexedDB) nên không lưu được gì. Hãy dùng Chrome, Edge, Firefox hoặc Safari bản mới.",
    "This browser has no database (IndexedDB), so nothing can be kept. Use a recent Chrome, Edge, Firefox or Safari.",
);
/// The browser's settings forbid it.
pub const STORE_FORBIDDEN: Text = Text::new(
    "Trình duyệt đang chặn trang này lưu dữ liệu. Hãy cho phép cookie và dữ liệu của trang trong cài đặt trình duyệt rồi tải lại.",
    "The browser keeps this page from storing data. Allow cookies and site data in its settings, then reload.",
);
/// A private window.
pub const STORE_PRIVATE: Text = Text::new(
    "Cửa sổ ẩn danh này không cho lưu dữ liệu. Hãy thoát chế độ ẩn danh và mở ứng dụng trong cửa sổ thường.",
    "This private window keeps no data. Leave private mode and open the app in an ordinary window.",
);
/// The database does not open, or parts of it are gone.
pub const STORE_DAMAGED: Text = Text::new(
    "Trình duyệt không đọc được kho dữ liệu trên máy ({detail}). Hãy đóng các thẻ khác rồi khởi động lại trình duyệt. Đừng xóa dữ liệu của trang.",
    "The browser cannot read the database on this device ({detail}). Close other tabs and restart the browser. Do not clear the site's data.",
);
/// No room even to open what is there.
pub const STORE_FULL_AT_OPENING: Text = Text::new(
    "Máy đã hết chỗ nên trình duyệt không mở được dữ liệu. Hãy xóa bớt tệp khác trên máy rồi thử lại; đừng xóa dữ liệu của trang.",
    "The device is full, so the browser cannot open the data. Free some room elsewhere and try again; do not clear the site's data.",
);
/// Somebody deleted the database while it was in use.
pub const STORE_DELETED: Text = Text::new(
    "Dữ liệu của ứng dụng trên máy này vừa bị xóa từ bên ngoài (cài đặt trình duyệt hoặc công cụ dọn máy). Hãy xuất ngay những gì còn mở, rồi tải lại trang.",
    "The app's data on this device was just deleted from outside (browser settings or a cleaning tool). Export at once what is still open, then reload.",
);
/// No room left.
pub const STORE_FULL: Text = Text::new(
    "Máy đã hết chỗ lưu. Thay đổi vừa rồi còn trên màn hình nhưng chưa lưu được: hãy xuất tệp, giải phóng bộ nhớ rồi thử lại.",
    "The device is full. The last change is on the screen but not saved: export, free some room and try again.",
);
/// A visit was left while its last changes cannot be saved.
pub const LEFT_UNSAVED: Text = Text::new(
    "Có thay đổi của {unit} chưa lưu được. Ứng dụng còn giữ và đang thử lại: đừng tải lại hay đóng trang này.",
    "Changes at {unit} are not saved yet. The app holds them and keeps trying: do not reload or close this page.",
);
/// Another tab wrote first.
pub const STORE_CONFLICT: Text = Text::new(
    "Dữ liệu này vừa được sửa ở thẻ khác. Hãy mở lại để thấy bản mới nhất.",
    "This was just changed in another tab. Open it again to see the latest.",
);
/// A record cannot be read.
pub const STORE_CORRUPT: Text = Text::new(
    "Bản ghi {key} ({table}) không đọc được. Bản ghi vẫn được giữ nguyên trên máy.",
    "The record {key} ({table}) cannot be read. It is kept on the device as it is.",
);
/// A record is gone.
pub const STORE_MISSING: Text = Text::new("Không tìm thấy {key} trên máy này.", "{key} is not on this device.");
/// Written by a newer version.
pub const STORE_TOO_NEW: Text = Text::new(
    "Dữ liệu trên máy do phiên bản mới hơn của ứng dụng ghi. Hãy tải lại trang để cập nhật; dữ liệu không bị thay đổi.",
    "The data on this device was written by a newer version. Reload to update; nothing was changed.",
);
/// Anything else.
pub const STORE_FAILED: Text =
    Text::new("Trình duyệt báo lỗi khi đọc hoặc lưu: {detail}.", "The browser reports a storage error: {detail}.");
/// The template has no such code.
pub const EDIT_UNKNOWN: Text = Text::new("Mẫu phiếu không có mã {code}.", "The template has no code {code}.");
/// An answer does not fit.
pub const EDIT_WRONG_ANSWER: Text =
    Text::new("Mục {code} không nhận trả lời này.", "Item {code} does not take this answer.");
/// A date is out of range.
pub const EDIT_DATE: Text =
    Text::new("Ngày phải nằm trong các năm 1900–2199.", "A date must lie in the years 1900–2199.");
/// A text is too long.
pub const EDIT_TOO_LONG: Text =
    Text::new("Văn bản quá dài, tối đa 20.000 byte.", "The text is too long, at most 20,000 bytes.");
/// Too many findings.
pub const EDIT_TOO_MANY_FINDINGS: Text =
    Text::new("Một buổi làm việc có tối đa {most} tồn tại ghi tay.", "A visit holds at most {most} findings by hand.");
/// More dossiers, draws or sampled procedures than a visit holds.
pub const EDIT_TOO_MANY: Text =
    Text::new("Vượt quá {most}, mức tối đa của một buổi làm việc.", "More than {most}, the most that a visit holds.");
/// A field of something that was removed meanwhile.
pub const EDIT_GONE: Text = Text::new(
    "Mục đang sửa vừa bị bỏ ở thẻ khác, nên chưa ghi được thay đổi này.",
    "What is being changed was removed in another tab, so this change was not made.",
);
/// A draw that does not hold together.
pub const EDIT_BAD_DRAW: Text = Text::new(
    "Lượt lấy mẫu không khớp với tổng thể, phương pháp và số khởi tạo.",
    "The draw does not follow from its population, method and seed.",
);
/// A form of table that does not hold together.
pub const EDIT_BAD_FORM: Text = Text::new(
    "Mẫu biểu {name} không dùng được: quy tắc của mẫu nêu cột hoặc hàng không có trong biểu.",
    "The form {name} cannot be used: its rules name a column or row that it does not have.",
);
/// Figures for a place that is not there.
pub const EDIT_UNKNOWN_LINE: Text = Text::new(
    "Không có chỗ {name} trong biểu, nên số liệu không được ghi.",
    "There is no place {name} in the table, so the figures were not taken.",
);
/// A pick outside its text.
pub const EDIT_BAD_PICK: Text = Text::new(
    "Con số được chọn không nằm trong đoạn lời văn, nên đoạn không được ghi.",
    "A picked number does not lie within its text, so the statement was not taken.",
);
/// Set aside without a reason.
pub const EDIT_NO_REASON: Text =
    Text::new("Bỏ qua một chênh lệch thì phải ghi lý do.", "A discrepancy is set aside only with a reason.");
/// A template under the same id differs.
pub const IMPORT_TEMPLATE_DIFFERS: Text = Text::new(
    "Mẫu phiếu {id} phiên bản {version} trong tệp khác với bản trên máy này, nên tệp không được nhập.",
    "Template {id} version {version} in the file differs from the one on this device, so the file is not taken.",
);
/// A visit belongs elsewhere here.
pub const IMPORT_VISIT_ELSEWHERE: Text = Text::new(
    "Buổi làm việc {id} trong tệp thuộc một cuộc giám sát khác trên máy này, nên tệp không được nhập.",
    "Visit {id} in the file belongs to another supervision on this device, so the file is not taken.",
);
/// An import was written.
pub const IMPORTED: Text = Text::new("Đã nhập và lưu.", "Imported and saved.");
/// The store moved between preview and confirmation.
pub const IMPORT_MOVED: Text = Text::new(
    "Dữ liệu trên máy đã thay đổi sau khi xem trước. Hãy chọn lại tệp để xem trước lần nữa; chưa có gì được ghi.",
    "The data on this device changed after the preview. Choose the file again; nothing was written.",
);
/// A supervision was removed.
pub const SUPERVISION_DELETED: Text =
    Text::new("Đã chuyển cuộc giám sát vào thùng rác.", "The supervision went into the bin.");
/// A visit was removed.
pub const VISIT_DELETED: Text = Text::new("Đã chuyển buổi làm việc vào thùng rác.", "The visit went into the bin.");
/// Take it back.
pub const UNDO: Text = Text::new("Hoàn tác", "Undo");
/// The bundled file could not be read.
pub const ASSET_FAILED: Text = Text::new(
    "Không đọc được tệp {name} đi kèm ứng dụng. Hãy mở lại ứng dụng khi có mạng một lần.",
    "The bundled file {name} cannot be read. Open the app once with a network.",
);
/// Files were written.
pub const EXPORTED: Text = Text::new("Đã xuất {names}.", "Exported {names}.");
/// An export that the app would not take back.
pub const EXPORT_REFUSED: Text = Text::new(
    "Tệp {name} không dùng làm bản sao lưu được vì không nhập lại được: {why} Hãy xuất riêng từng buổi làm việc.",
    "The file {name} is no backup, since it could not be imported again: {why} Export each visit by itself.",
);
/// An export in several files.
pub const EXPORTED_PARTS: Text = Text::new(
    "Dữ liệu quá lớn cho một tệp nên được xuất thành {n} tệp. Hãy giữ cả {n} tệp; nhập lại từng tệp, thứ tự nào cũng được.",
    "The data is too large for one file, so it was exported as {n} files. Keep all {n}; import them one by one, in any order.",
);
/// The file could not be read from disk.
pub const FILE_UNREADABLE: Text = Text::new("Không đọc được tệp: {detail}.", "The file cannot be read: {detail}.");
/// A download was refused.
pub const FILE_UNWRITABLE: Text =
    Text::new("Trình duyệt không ghi được tệp: {detail}.", "The browser cannot write the file: {detail}.");
/// Another tab took the database to a newer version.
pub const NEWER_TAB: Text = Text::new(
    "Một thẻ khác đã mở phiên bản mới của ứng dụng. Hãy tải lại trang này; những gì đã lưu vẫn còn nguyên.",
    "Another tab has opened a newer version of the app. Reload this page; what was saved is safe.",
);
/// Another tab changed this visit.
pub const CHANGED_ELSEWHERE: Text = Text::new(
    "Buổi làm việc này vừa được sửa ở thẻ khác; đã hiện bản mới nhất.",
    "This visit was changed in another tab; the latest is shown.",
);
/// Unsaved changes that fit the visit no longer.
pub const NOT_MADE_AGAIN: Text = Text::new(
    "{n} thay đổi chưa lưu không áp dụng được vào buổi làm việc này nữa nên không được ghi lại.",
    "{n} unsaved changes do not fit this visit any more and were not made again.",
);
/// An import was taken back.
pub const PUT_BACK: Text = Text::new("Đã trả lại bản trước khi nhập.", "What was here before the import is back.");
/// An import that cannot be taken back any more.
pub const PUT_BACK_MOVED: Text = Text::new(
    "Dữ liệu đã được sửa sau khi nhập nên không trả lại bản cũ.",
    "The data was changed after the import, so what was before is not put back.",
);
/// Another tab changed the supervision while its form was open.
pub const SUPERVISION_JOINED: Text = Text::new(
    "Cuộc giám sát vừa được sửa ở thẻ khác: thay đổi của cả hai nơi đã được ghép, mục cùng sửa lấy theo bản vừa lưu.",
    "The supervision was changed in another tab: the changes of both were joined; where both changed one field, this one stands.",
);
/// A unit was left out.
pub const UNIT_REMOVED: Text = Text::new("Đã bỏ đơn vị {unit}.", "{unit} was removed.");

/// An update that would lose something.
pub const UPDATE_UNSAVED: Text = Text::new(
    "Chưa cập nhật: còn nội dung chưa lưu được. Hãy giải phóng bộ nhớ rồi thử lại.",
    "Not updated: something could not be saved yet. Make room on the device and try again.",
);
/// An export without what cannot be read.
pub const EXPORT_WITHOUT: Text = Text::new(
    "Bản ghi không đọc được nên không có trong tệp: {keys}.",
    "Records that cannot be read are not in the file: {keys}.",
);

/// An import that would leave visits without their unit.
pub const IMPORT_UNIT_HAS_VISITS: Text = Text::new(
    "Tệp không có đơn vị “{id}”, mà trên máy này đơn vị đó đã có buổi làm việc. Hãy xuất bản trên máy trước khi xóa hoặc nhập.",
    "The file has no unit “{id}”, which has visits on this device. Export what is here before you remove or import.",
);
