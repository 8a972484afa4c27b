//! Whether the app and its data are whole on this device.

use crate::words::Text;

/// Every file is here.
pub const READY: Text = Text::new(
    "Sẵn sàng dùng khi không có mạng: mọi tệp của ứng dụng đã nằm trên máy này.",
    "Ready for use without a network: every file of the app is on this device.",
);
/// Files are on their way.
pub const INSTALLING: Text = Text::new(
    "Đang kiểm tra và tải ứng dụng về máy. Khi chưa xong thì chưa mở được ứng dụng lúc không có mạng.",
    "Checking and fetching the app. Until that is done it cannot be opened without a network.",
);
/// It is not.
pub const NOT_READY: Text =
    Text::new("Chưa mở được ứng dụng khi không có mạng.", "The app cannot be opened without a network yet.");
/// Not HTTPS.
pub const INSECURE: Text = Text::new(
    "Địa chỉ này không phải https:// nên trình duyệt không giữ ứng dụng trên máy. Hãy mở ứng dụng bằng địa chỉ https://.",
    "This address is not https://, so browsers keep no app. Open it by an https:// address.",
);
/// No service worker.
pub const UNSUPPORTED: Text = Text::new(
    "Trình duyệt này không giữ được ứng dụng trên máy. Hãy dùng Chrome, Edge, Firefox hoặc Safari bản mới, trong cửa sổ thường.",
    "This browser cannot keep the app. Use a recent Chrome, Edge, Firefox or Safari, in an ordinary window.",
);
/// The browser refuses.
pub const REFUSED: Text = Text::new(
    "Trình duyệt không chịu giữ ứng dụng trên máy: {detail}",
    "The browser refuses to keep the app: {detail}",
);
/// Files are missing.
pub const FILES: Text = Text::new(
    "Còn thiếu {n} tệp. Khi có mạng ứng dụng tự tải lại; cũng có thể bấm Thử lại.",
    "Files that are missing: {n}. With a network the app fetches them by itself; you can also try again.",
);
/// For whom the list is.
pub const FOR_HOST: Text =
    Text::new("Tệp nào thiếu (gửi cho người quản trị máy chủ)", "Which files (for whoever runs the host)");
/// A file and what came.
pub const FILE: Text = Text::new("{file}: {answer}", "{file}: {answer}");
/// Nothing came.
pub const NOTHING: Text =
    Text::new("không có mạng, hoặc máy chủ không trả lời", "no network, or the host does not answer");
/// A status.
pub const STATUS: Text = Text::new("máy chủ trả lời {status}", "the host answers {status}");
/// Sent on.
pub const MOVED: Text = Text::new(
    "máy chủ chuyển sang địa chỉ khác, có thể là trang đăng nhập",
    "the host sends the browser elsewhere, perhaps to sign in",
);
/// A page instead.
pub const PAGE: Text =
    Text::new("máy chủ trả về trang HTML thay cho tệp này", "the host gives an HTML page in its place");
/// Changed on the way.
pub const ALTERED: Text = Text::new(
    "máy chủ đã sửa nội dung (chèn thêm hoặc nén lại); tệp phải được gửi nguyên vẹn",
    "the host changes it (adds to it or minifies it); it must be sent as it is",
);
/// Another version.
pub const OTHER_VERSION: Text = Text::new(
    "là tệp của phiên bản khác; hãy đưa lên máy chủ đủ mọi tệp của cùng một bản",
    "it belongs to another version; put all files of one version on the host",
);
/// No room.
pub const NO_ROOM: Text = Text::new("máy này không còn đủ chỗ", "this device has no room for it");

/// Heading of a loss.
pub const LOST: Text = Text::new("Dữ liệu trên máy không còn đủ", "Data is missing on this device");
/// What was here.
pub const SEEN: Text = Text::new(
    "Lần trước ({date}) máy này có {supervisions} cuộc giám sát, {visits} buổi làm việc.",
    "When last looked at ({date}) this device held {supervisions} supervisions and {visits} visits.",
);
/// Nothing is left.
pub const LOST_ALL: Text = Text::new(
    "Nay kho dữ liệu trống: có thể trình duyệt, một công cụ dọn máy hoặc lỗi ổ đĩa đã xóa.",
    "Now the database is empty: the browser, a cleaning tool or a faulty disk may have deleted it.",
);
/// Something is left.
pub const LOST_SOME: Text = Text::new(
    "Nay chỉ còn đọc được {supervisions} cuộc giám sát, {visits} buổi làm việc.",
    "Now only {supervisions} supervisions and {visits} visits can be read.",
);
/// What to do.
pub const LOST_HINT: Text = Text::new(
    "Trước hết tải phần còn trên máy về, rồi nhập tệp JSON đã xuất gần nhất. Nếu chính đoàn đã xóa dữ liệu, bấm “Đã biết”.",
    "First download what is left, then import the JSON file that was exported last. If you deleted it yourselves, dismiss this.",
);
/// Downloads what is there.
pub const RESCUE: Text = Text::new("Tải phần còn trên máy về", "Download what is left");
/// Takes the last backup.
pub const IMPORT_BACKUP: Text = Text::new("Nhập tệp đã xuất gần nhất", "Import the last export");
/// Dismisses the loss.
pub const KNOWN: Text = Text::new("Đã biết", "Dismiss");
/// It failed.
pub const RESCUE_FAILED: Text =
    Text::new("Không tải được phần còn trên máy: {detail}", "What is left cannot be downloaded: {detail}");
/// The app at the root of the host has data.
pub const SHARED: Text = Text::new(
    "Kho chung ở thư mục gốc của máy chủ này có dữ liệu của Sổ Giám Sát. Nếu đó là dữ liệu của đoàn (bản trước dùng chung một kho), hãy tải về rồi nhập vào đây.",
    "The app at the root of this host keeps data here. If it is yours (earlier versions shared one database), download it and import it here.",
);
/// Downloads that data.
pub const SHARED_RESCUE: Text = Text::new("Tải dữ liệu của kho chung", "Download the shared data");

/// The browser does not open the database, or reads nothing from it.
pub const SLOW: Text = Text::new(
    "Trình duyệt chưa đọc được kho dữ liệu trên máy. Hãy đóng các thẻ khác đang mở Sổ Giám Sát rồi tải lại trang; nếu vẫn vậy, khởi động lại trình duyệt.",
    "The browser has not read the database yet. Close other tabs of this app and reload; if that does not help, restart the browser.",
);
/// Another tab is in the way.
pub const BLOCKED: Text = Text::new(
    "Một thẻ khác đang giữ kho dữ liệu ở phiên bản cũ. Hãy đóng hoặc tải lại thẻ đó; trang này sẽ tự chạy tiếp.",
    "Another tab holds an older version of the database. Close or reload that tab; this page then goes on.",
);
/// Loads the page again.
pub const RELOAD: Text = Text::new("Tải lại trang", "Reload");
