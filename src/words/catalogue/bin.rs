//! The bin: what was deleted and can be had back.

use crate::words::Text;

/// Heading, and the way there.
pub const TITLE: Text = Text::new("Thùng rác", "Bin");
/// How long things stay.
pub const HINT: Text = Text::new(
    "Cuộc giám sát và buổi làm việc đã xóa được giữ ở đây {days} ngày, sau đó mất hẳn.",
    "Deleted supervisions and visits are kept here for {days} days and are gone after that.",
);
/// The bin is being read.
pub const READING: Text = Text::new("Đang đọc thùng rác…", "Reading the bin…");
/// The bin cannot be read.
pub const FAILED: Text = Text::new("Không đọc được thùng rác.", "The bin cannot be read.");
/// Nothing is in it.
pub const EMPTY: Text = Text::new("Thùng rác trống.", "The bin is empty.");
/// How much room all of it takes.
pub const ROOM: Text = Text::new("Đang chiếm {size} trên máy.", "It takes {size} on this device.");
/// A visit that was deleted alone.
pub const VISIT: Text = Text::new("Buổi làm việc ngày {date}, {unit}", "Visit of {date}, {unit}");
/// The supervision of that visit.
pub const OF: Text = Text::new("Thuộc cuộc giám sát: {topic}", "Of the supervision: {topic}");
/// When, by whom.
pub const DELETED: Text = Text::new("Xóa lúc {time}, {by}", "Deleted {time}, {by}");
/// When.
pub const DELETED_AT: Text = Text::new("Xóa lúc {time}", "Deleted {time}");
/// How long it stays.
pub const LEFT: Text = Text::new("còn giữ {n} ngày", "days left: {n}");
/// It goes within a day.
pub const LAST_DAY: Text = Text::new("còn giữ chưa đến 1 ngày", "less than a day left");
/// What is in it.
pub const HOLDS: Text = Text::new(
    "{visits} buổi làm việc, {answers} mục đã trả lời, {dossiers} hồ sơ mẫu; {size}",
    "visits: {visits}, answered items: {answers}, sampled dossiers: {dossiers}; {size}",
);
/// An entry whose short form cannot be read.
pub const BROKEN: Text = Text::new(
    "Không đọc được phần mô tả của mục này. Dữ liệu bên trong vẫn khôi phục được.",
    "The description of this entry cannot be read. What is in it can still be restored.",
);
/// Brings it back.
pub const RESTORE: Text = Text::new("Khôi phục", "Restore");
/// Deletes it for good.
pub const EMPTY_OUT: Text = Text::new("Xóa hẳn", "Delete for good");
/// What goes with it.
pub const EMPTY_OUT_ASK: Text = Text::new(
    "Xóa hẳn {what}: mất {holds}. Không lấy lại được nữa.",
    "Delete {what} for good: {holds} will be gone. There is no way back.",
);
/// What cannot be named.
pub const SOMETHING: Text = Text::new("mục này", "this entry");
/// What cannot be counted.
pub const ALL_OF_IT: Text = Text::new("mọi dữ liệu bên trong", "everything in it");
/// Yes.
pub const EMPTY_OUT_NOW: Text = Text::new("Xóa hẳn ngay", "Delete it for good now");
/// No.
pub const KEEP: Text = Text::new("Giữ lại", "Keep it");
/// The same is here meanwhile.
pub const IS_HERE: Text = Text::new(
    "Trên máy đang có một bản khác của chính cuộc giám sát hay buổi làm việc này. Nếu thay, bản đang có sẽ vào thùng rác.",
    "Another copy of this very supervision or visit is on this device. If you replace it, that copy goes into the bin.",
);
/// The one here gives way.
pub const REPLACE: Text = Text::new("Thay bản đang có", "Replace the copy here");
/// The one here stays.
pub const LEAVE: Text = Text::new("Giữ bản đang có", "Keep the copy here");
/// It came back.
pub const RESTORED: Text = Text::new("Đã khôi phục.", "Restored.");
/// It is gone.
pub const EMPTIED: Text = Text::new("Đã xóa hẳn.", "Deleted for good.");
/// The supervision of a visit is gone.
pub const NO_SUPERVISION: Text = Text::new(
    "Cuộc giám sát của buổi này không có trên máy. Hãy khôi phục hoặc nhập cuộc giám sát trước.",
    "The supervision of this visit is not on this device. Restore or import the supervision first.",
);
/// The unit of a visit is gone.
pub const NO_UNIT: Text = Text::new(
    "Cuộc giám sát không còn đơn vị của buổi này. Hãy thêm lại đơn vị bằng tệp đã xuất, hoặc khôi phục cả cuộc giám sát.",
    "The supervision no longer has the unit of this visit. Bring the unit back from an exported file, or restore the \
     whole supervision.",
);
/// A visit with the same id is another supervision's.
pub const ELSEWHERE: Text = Text::new(
    "Buổi làm việc {id} trên máy này thuộc một cuộc giám sát khác, nên không khôi phục được.",
    "Visit {id} belongs to another supervision on this device, so nothing was restored.",
);
/// A template under the same id differs.
pub const TEMPLATE_DIFFERS: Text = Text::new(
    "Mẫu phiếu {key} trên máy khác với bản trong thùng rác, nên không khôi phục được.",
    "Template {key} on this device differs from the one in the bin, so nothing was restored.",
);
/// A device without room for the bin.
pub const NO_ROOM: Text = Text::new(
    "Máy hết chỗ nên không chuyển được vào thùng rác; chưa có gì bị xóa. Có thể xóa hẳn, không lấy lại được.",
    "The device is full, so nothing could be moved into the bin; nothing was deleted. It can be deleted for good.",
);
