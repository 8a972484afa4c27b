//! The findings of a visit.

use crate::words::Text;

/// Heading.
pub const TITLE: Text = Text::new("Tồn tại, hạn chế", "Findings");
/// How many stand.
pub const STANDING: Text = Text::new("{n} tồn tại, hạn chế", "Findings: {n}");
/// How many are critical.
pub const CRITICAL_COUNT: Text = Text::new("{n} trọng yếu", "Critical: {n}");
/// How many were withdrawn.
pub const WITHDRAWN_COUNT: Text = Text::new("{n} đã rút", "Withdrawn: {n}");
/// None yet.
pub const NONE: Text = Text::new(
    "Chưa có tồn tại, hạn chế nào. Mỗi mục không đạt trong phiếu kiểm tra sẽ tự thành một tồn tại ở đây; cũng có thể thêm bằng tay.",
    "No findings yet. Each failed item of the checklist becomes a finding here; you can also add one by hand.",
);
/// Critical item.
pub const CRITICAL: Text = Text::new("Trọng yếu", "Critical");
/// In edited words.
pub const EDITED: Text = Text::new("Đã sửa lời", "Edited");
/// Added by hand.
pub const ADDED: Text = Text::new("Thêm bằng tay", "Added by hand");
/// The item no longer fails.
pub const UNSUPPORTED: Text = Text::new("Mục không còn bị chấm không đạt", "Its item no longer fails");
/// What to do about it.
pub const UNSUPPORTED_HINT: Text = Text::new(
    "Tồn tại này đã được sửa bằng tay, nhưng mục {code} không còn không đạt. Hãy xem lại mục, hoặc bỏ tồn tại này.",
    "This finding was changed by hand, but item {code} no longer fails. Look at the item again, or drop the finding.",
);
/// Drops it.
pub const DROP: Text = Text::new("Bỏ tồn tại này", "Drop this finding");
/// It was withdrawn.
pub const WITHDRAWN: Text = Text::new("Đã rút", "Withdrawn");
/// Why.
pub const WITHDRAWN_BECAUSE: Text = Text::new("Lý do rút: {reason}", "Withdrawn because: {reason}");
/// What was observed.
pub const OBSERVED: Text = Text::new("Quan sát tại buổi làm việc", "Observed at the visit");
/// The note taken there.
pub const NOTED: Text = Text::new("Ghi chú: {note}", "Note: {note}");
/// Opens the item.
pub const OPEN_ITEM: Text = Text::new("Mở mục {code}", "Open item {code}");
/// What is wrong.
pub const STATEMENT: Text = Text::new("Nội dung tồn tại", "What is wrong");
/// Legal basis.
pub const BASIS: Text = Text::new("Căn cứ", "Basis");
/// Nothing binds the unit on that day.
pub const NO_BASIS: Text = Text::new("chưa có căn cứ", "no legal basis yet");
/// One line each.
pub const BASIS_HINT: Text = Text::new("Mỗi căn cứ một dòng", "One basis a line");
/// Cause.
pub const CAUSE: Text = Text::new("Nguyên nhân", "Cause");
/// To whom.
pub const ADDRESSEE: Text = Text::new("Kiến nghị với", "Recommended to");
/// What is recommended.
pub const RECOMMENDATION: Text = Text::new("Kiến nghị", "Recommendation");
/// By when.
pub const DEADLINE: Text = Text::new("Thời hạn", "Deadline");
/// State of remedy.
pub const REMEDY: Text = Text::new("Khắc phục", "Remedy");
/// Not filled in yet.
pub const EMPTY: Text = Text::new("chưa ghi", "not yet");
/// Edits the words.
pub const EDIT: Text = Text::new("Sửa", "Edit");
/// Which one, read out.
pub const EDIT_ONE: Text = Text::new("Sửa tồn tại {code}", "Edit finding {code}");
/// Keeps the words.
pub const SAVE: Text = Text::new("Lưu", "Save");
/// Leaves without keeping.
pub const CANCEL: Text = Text::new("Thôi", "Cancel");
/// Back to the words of the template.
pub const RESET: Text = Text::new("Dùng lại lời của mẫu phiếu", "Back to the template's words");
/// Begins to withdraw.
pub const WITHDRAW: Text = Text::new("Rút", "Withdraw");
/// Which one, read out.
pub const WITHDRAW_ONE: Text = Text::new("Rút tồn tại {code}", "Withdraw finding {code}");
/// Why it is withdrawn.
pub const WHY: Text = Text::new("Lý do rút", "Why it is withdrawn");
/// Withdraws.
pub const WITHDRAW_NOW: Text = Text::new("Rút tồn tại này", "Withdraw this finding");
/// Takes the withdrawal back.
pub const RESTORE: Text = Text::new("Khôi phục", "Restore");
/// Adds one by hand.
pub const ADD: Text = Text::new("Thêm tồn tại bằng tay", "Add a finding by hand");
/// The item it was observed at.
pub const AT_ITEM: Text = Text::new("Quan sát tại mục", "Observed at item");
/// None.
pub const AT_NO_ITEM: Text = Text::new("(không gắn với mục nào)", "(no item)");
/// Keeps the new one.
pub const ADD_NOW: Text = Text::new("Thêm", "Add");
/// A finding says something.
pub const STATEMENT_MISSING: Text = Text::new("Hãy ghi nội dung tồn tại.", "Write what is wrong.");
/// A withdrawal has a reason.
pub const WHY_MISSING: Text = Text::new("Hãy ghi lý do rút.", "Write why it is withdrawn.");
/// A date that cannot be meant.
pub const DEADLINE_WRONG: Text = Text::new(
    "Ngày phải đủ ngày, tháng, năm và nằm trong các năm 1900–2199.",
    "A full date within the years 1900–2199.",
);
