//! The forms of a supervision, its units and its visits.

use crate::words::Text;

/// Saves a form.
pub const SAVE: Text = Text::new("Lưu", "Save");
/// Leaves a form without saving.
pub const CANCEL: Text = Text::new("Hủy", "Cancel");
/// A field that must be filled.
pub const REQUIRED: Text = Text::new("(bắt buộc)", "(required)");
/// A form was not saved.
pub const MEND_FIRST: Text =
    Text::new("Chưa lưu: xin xem lại các ô được đánh dấu.", "Not saved: please look at the marked fields.");
/// A text is longer than records hold.
pub const TOO_LONG: Text = Text::new("Văn bản quá dài, xin rút gọn.", "The text is too long; please shorten it.");
/// A date that is half typed.
pub const DATE_BROKEN: Text = Text::new("Xin ghi đúng và đủ ngày, tháng, năm.", "Please give day, month and year.");

/// Heading of the form of a new supervision.
pub const NEW_SUPERVISION: Text = Text::new("Lập cuộc giám sát", "New supervision");
/// Heading of the form of a supervision.
pub const EDIT_SUPERVISION: Text = Text::new("Sửa thông tin cuộc giám sát", "Edit the supervision");
/// What is supervised.
pub const TOPIC: Text = Text::new("Chuyên đề giám sát", "Topic");
/// As the resolution writes it.
pub const TOPIC_HINT: Text = Text::new("Ghi đúng như trong nghị quyết.", "As the resolution writes it.");
/// There must be a topic.
pub const TOPIC_MISSING: Text = Text::new("Xin ghi chuyên đề giám sát.", "Please write the topic.");
/// The resolution.
pub const RESOLUTION: Text = Text::new("Nghị quyết thành lập đoàn", "Resolution that set up the delegation");
/// Its number.
pub const RESOLUTION_NUMBER: Text = Text::new("Số, ký hiệu nghị quyết", "Resolution number");
/// An example.
pub const RESOLUTION_NUMBER_HINT: Text = Text::new("Ví dụ: 05/NQ-HĐND", "Such as 05/NQ-HĐND");
/// Its date.
pub const RESOLUTION_DATE: Text = Text::new("Ngày ban hành", "Date of issue");
/// The body that supervises.
pub const BODY: Text = Text::new("Cơ quan giám sát", "Supervising body");
/// An example.
pub const BODY_HINT: Text = Text::new("Ví dụ: HĐND tỉnh Lâm Đồng", "Such as HĐND tỉnh Lâm Đồng");
/// Place for the head of documents.
pub const PLACE: Text = Text::new("Địa danh", "Place name");
/// Where it stands.
pub const PLACE_HINT: Text =
    Text::new("Ghi ở đầu văn bản. Ví dụ: Lâm Đồng", "At the head of documents. Such as Lâm Đồng");
/// Province.
pub const PROVINCE: Text = Text::new("Tỉnh, thành phố", "Province");
/// What it is for, and what holds without it.
pub const PROVINCE_HINT: Text = Text::new(
    "Để chỉ viện dẫn văn bản áp dụng ở đây. Để trống thì lấy theo tên cơ quan, ví dụ “HĐND tỉnh Lâm Đồng”.",
    "So that only documents that bind here are cited. Left blank, it is read off the body, as in “HĐND tỉnh Lâm Đồng”.",
);
/// The period.
pub const PERIOD: Text = Text::new("Giai đoạn giám sát", "Period under supervision");
/// Its first day.
pub const PERIOD_FROM: Text = Text::new("Từ ngày", "From");
/// Its last day.
pub const PERIOD_TO: Text = Text::new("Đến ngày", "To");
/// In the wrong order.
pub const PERIOD_REVERSED: Text =
    Text::new("Ngày kết thúc đang trước ngày bắt đầu.", "The last day is before the first.");
/// The delegation.
pub const DELEGATION: Text = Text::new("Thành phần đoàn giám sát", "Members of the delegation");
/// Names may stay empty.
pub const DELEGATION_HINT: Text =
    Text::new("Ghi chức vụ; họ tên không bắt buộc.", "Write the post; the name is not required.");
/// A member by number.
pub const MEMBER: Text = Text::new("Thành viên thứ {n}", "Member {n}");
/// Role in the delegation.
pub const ROLE: Text = Text::new("Vai trò", "Role");
/// Post.
pub const POST: Text = Text::new("Chức vụ", "Post");
/// Name.
pub const NAME: Text = Text::new("Họ và tên", "Name");
/// Adds a row.
pub const ADD_MEMBER: Text = Text::new("Thêm thành viên", "Add a member");
/// Removes a row.
pub const REMOVE_MEMBER: Text = Text::new("Bỏ", "Remove");
/// The same, for a reader that hears it alone.
pub const REMOVE_MEMBER_N: Text = Text::new("Bỏ thành viên thứ {n}", "Remove member {n}");

/// Heading of the form of new units.
pub const NEW_UNITS: Text = Text::new("Thêm đơn vị", "Add units");
/// Heading of the form of a unit.
pub const EDIT_UNIT: Text = Text::new("Đơn vị chịu sự giám sát", "Unit under supervision");
/// Names, one a line.
pub const UNIT_NAMES: Text = Text::new("Tên đơn vị", "Unit names");
/// Several at once.
pub const UNIT_NAMES_HINT: Text = Text::new(
    "Mỗi dòng một đơn vị; có thể dán cả danh sách. Ví dụ: UBND xã Ia Rmok",
    "One unit a line; a whole list can be pasted. Such as UBND xã Ia Rmok",
);
/// One name.
pub const UNIT_NAME: Text = Text::new("Tên đơn vị", "Unit name");
/// There must be a name.
pub const UNIT_NAME_MISSING: Text = Text::new("Xin ghi tên đơn vị.", "Please write the name of the unit.");
/// Lines of a pasted list that are no unit.
pub const UNITS_LEFT_OUT: Text = Text::new("Không tính là đơn vị: {lines}.", "Not taken for units: {lines}.");
/// How many will be added.
pub const UNITS_COUNTED: Text = Text::new("Sẽ thêm {n} đơn vị.", "Units to be added: {n}.");
/// Some are there already.
pub const UNITS_ALREADY: Text = Text::new(
    "Đã có trong danh sách hoặc ghi hai lần: {names}. Xin bỏ bớt.",
    "Listed already or given twice: {names}. Please take them out.",
);
/// More than a supervision holds.
pub const TOO_MANY_UNITS: Text =
    Text::new("Một cuộc giám sát có tối đa 2.000 đơn vị.", "A supervision holds at most 2.000 units.");
/// Level of government.
pub const LEVEL: Text = Text::new("Cấp", "Level");
/// Kind of body.
pub const KIND: Text = Text::new("Loại đơn vị", "Kind");
/// What the kind is for.
pub const KIND_HINT: Text = Text::new(
    "Loại đơn vị quyết định các nhóm mục được chọn sẵn trong phiếu.",
    "The kind chooses the groups that a checklist begins with.",
);
/// How it is supervised.
pub const MODE: Text = Text::new("Hình thức giám sát", "How it is supervised");
/// Removes a unit.
pub const REMOVE_UNIT: Text = Text::new("Bỏ đơn vị này", "Remove this unit");
/// It can be taken back.
pub const REMOVE_UNIT_HINT: Text = Text::new("Ngay sau khi bỏ có thể hoàn tác.", "Right after it can be undone.");
/// A unit with visits stays.
pub const UNIT_HAS_VISITS: Text = Text::new(
    "Không bỏ được: đơn vị này đã có {n} buổi làm việc. Hãy xóa các buổi đó trước.",
    "It cannot be removed: it has visits ({n}). Remove those first.",
);
/// Visits of the unit.
pub const UNIT_VISITS: Text = Text::new("Các buổi làm việc", "Visits");

/// Heading of the form of a new visit.
pub const NEW_VISIT: Text = Text::new("Buổi làm việc mới", "New visit");
/// Heading of the form of a visit.
pub const EDIT_VISIT: Text = Text::new("Thông tin buổi làm việc", "About this visit");
/// The unit visited.
pub const UNIT: Text = Text::new("Đơn vị", "Unit");
/// None chosen yet.
pub const CHOOSE_UNIT: Text = Text::new("– Chọn đơn vị –", "– Choose a unit –");
/// There must be a unit.
pub const UNIT_MISSING: Text = Text::new("Xin chọn đơn vị.", "Please choose a unit.");
/// No unit to visit.
pub const NO_UNITS: Text = Text::new(
    "Cuộc giám sát chưa có đơn vị nào. Xin thêm đơn vị trước.",
    "The supervision has no units yet. Please add them first.",
);
/// The day.
pub const DATE: Text = Text::new("Ngày làm việc", "Date");
/// There must be a day.
pub const DATE_MISSING: Text = Text::new("Xin ghi ngày làm việc.", "Please give the date.");
/// Who is there.
pub const PRESENT: Text = Text::new("Thành phần dự làm việc", "People present");
/// By post, one a line.
pub const PRESENT_HINT: Text = Text::new(
    "Mỗi dòng một người. Ghi chức vụ, không ghi họ tên. Ví dụ: Chủ tịch UBND xã",
    "One person a line. Write the post, not the name. Such as Chủ tịch UBND xã",
);
/// Groups of items.
pub const SECTIONS: Text = Text::new("Nhóm mục kiểm tra", "Groups to check");
/// Chosen by the kind of unit.
pub const SECTIONS_HINT: Text = Text::new(
    "Chọn sẵn theo loại đơn vị, có thể đổi bất cứ lúc nào. Trả lời trong nhóm bỏ chọn vẫn được giữ, không tính điểm.",
    "Chosen by the kind of unit; they can be changed at any time. Answers in a group left out are kept, out of the score.",
);
/// There must be a group.
pub const SECTIONS_MISSING: Text = Text::new("Xin chọn ít nhất một nhóm.", "Please choose at least one group.");
/// The template is being read.
pub const TEMPLATE_READING: Text = Text::new("Đang đọc mẫu phiếu…", "Reading the template…");
/// How many items a group has.
pub const ITEM_COUNT: Text = Text::new("{n} mục", "items: {n}");
/// How many items the checklist will have.
pub const CHOSEN_COUNT: Text = Text::new("Phiếu gồm {n} mục.", "Items in the checklist: {n}.");
/// Every group.
pub const ALL_SECTIONS: Text = Text::new("Chọn tất cả", "Choose all");
/// As the kind of unit has it.
pub const DEFAULT_SECTIONS: Text = Text::new("Theo loại đơn vị", "As for its kind");
/// Begins the visit.
pub const BEGIN: Text = Text::new("Bắt đầu kiểm tra", "Begin");
/// Removes a visit.
pub const DELETE_VISIT: Text = Text::new("Xóa buổi làm việc", "Remove this visit");
/// It can be taken back.
pub const DELETE_VISIT_HINT: Text = Text::new(
    "Buổi này vào thùng rác với mọi nội dung đã ghi, khôi phục được trong 30 ngày.",
    "The visit goes into the bin with all that was recorded, and can be restored for 30 days.",
);
