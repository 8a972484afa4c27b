//! Drafts of forms.

use crate::words::Text;

/// A draft stands in the form; `{time}` says when it was written.
pub const KEPT: Text = Text::new("Bản nháp chưa lưu, viết lúc {time}.", "An unsaved draft, written at {time}.");
/// A draft of what is never saved in a record, such as a letter; `{time}` says when it was written.
pub const LASTING: Text = Text::new("Bản nháp viết lúc {time}.", "A draft, written at {time}.");
/// The time of a draft that was not written today.
pub const ON_DAY: Text = Text::new("{time} ngày {date}", "{time} on {date}");
/// The record was changed after the draft was written.
pub const MOVED: Text = Text::new(
    "Nội dung đã lưu được sửa sau khi viết bản nháp này: xin xem lại trước khi lưu.",
    "What is saved was changed after this draft was written: please look again before saving.",
);
/// Discards a draft.
pub const DISCARD: Text = Text::new("Bỏ bản nháp", "Discard the draft");
/// It was discarded.
pub const DISCARDED: Text = Text::new("Đã bỏ bản nháp.", "The draft was discarded.");
/// A draft cannot be written.
pub const NOT_KEPT: Text = Text::new("Bản nháp chưa giữ được trên máy.", "The draft could not be kept on the device.");
/// Before the names of the pages with forms that were left half filled.
pub const LEFT: Text = Text::new("Còn bản nháp chưa lưu:", "Unsaved drafts are left:");
/// A passage of a report, as the name of its form.
pub const STATEMENT: Text = Text::new("Đoạn lời văn", "Passage");
