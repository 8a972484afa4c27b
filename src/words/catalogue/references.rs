//! Reference data that a user may change: where it comes from, what is wrong with it, what was done.

use crate::words::Text;

/// The record in the store cannot be read.
pub const CORRUPT: Text = Text::new(
    "Bản đã sửa trên máy này không đọc được; bản ghi vẫn được giữ nguyên. Đang dùng dữ liệu kèm ứng dụng.",
    "What was changed on this device cannot be read; the record is kept as it is. The app's own data are in use.",
);
/// Hand it out.
pub const CORRUPT_SAVE: Text = Text::new("Tải bản ghi hỏng", "Download the broken record");
/// Drop it.
pub const CORRUPT_DROP: Text = Text::new("Bỏ bản ghi hỏng", "Drop the broken record");
/// It was dropped.
pub const CORRUPT_DROPPED: Text = Text::new("Đã bỏ bản ghi hỏng.", "The broken record was dropped.");
/// Nothing can be changed before.
pub const CORRUPT_FIRST: Text = Text::new(
    "Chưa sửa được: hãy tải rồi bỏ bản ghi hỏng trước.",
    "Nothing was changed: download and drop the broken record first.",
);
/// Undone.
pub const TAKEN_BACK: Text = Text::new("Đã hoàn tác.", "Undone.");
/// The data of the app.
pub const IN_USE_BUNDLED: Text =
    Text::new("Đang dùng dữ liệu kèm ứng dụng, bản {version}.", "The app's own data are in use, version {version}.");
/// The user's.
pub const IN_USE_OWN: Text = Text::new(
    "Đang dùng bản đã sửa trên máy này: bản {version}, sửa lúc {when}{by}.",
    "Data changed on this device are in use: version {version}, changed {when}{by}.",
);
/// By whom.
pub const BY: Text = Text::new(" bởi {who}", " by {who}");
/// Back to the data of the app.
pub const USE_BUNDLED: Text = Text::new("Dùng lại dữ liệu kèm ứng dụng", "Use the app's own data again");
/// Done.
pub const BUNDLED_USED: Text = Text::new("Đã dùng lại dữ liệu kèm ứng dụng.", "The app's own data are in use again.");
/// A newer version of the app brings something.
pub const NEWS: Text = Text::new(
    "Phiên bản này của ứng dụng có dữ liệu mới hơn (bản {version}): thêm {added}, sửa {changed}, bỏ {removed}. Những gì tự ghi được giữ nguyên.",
    "This version of the app has newer data (version {version}): {added} added, {changed} changed, {removed} removed. What you entered stays.",
);
/// Take it.
pub const TAKE_NEWS: Text = Text::new("Lấy dữ liệu mới", "Take the newer data");
/// Taken.
pub const NEWS_TAKEN: Text = Text::new("Đã lấy dữ liệu mới của ứng dụng.", "The newer data were taken.");
/// Somebody was quicker.
pub const MOVED: Text = Text::new(
    "Mục này vừa được sửa ở nơi khác; hãy xem lại rồi sửa.",
    "This was just changed elsewhere; look at it again, then change it.",
);
/// Edit.
pub const EDIT: Text = Text::new("Sửa", "Change");
/// Edit which one.
pub const EDIT_NAMED: Text = Text::new("Sửa {name}", "Change {name}");
/// Remove.
pub const REMOVE: Text = Text::new("Bỏ", "Remove");
/// Remove which one.
pub const REMOVE_NAMED: Text = Text::new("Bỏ {name}", "Remove {name}");
/// Keep what was typed.
pub const KEEP: Text = Text::new("Lưu", "Save");
/// Leave it.
pub const CANCEL: Text = Text::new("Hủy", "Cancel");
