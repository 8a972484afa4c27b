//! The legal bases.

use crate::words::Text;

/// Heading, and the way here.
pub const LEGAL: Text = Text::new("Căn cứ pháp lý", "Legal bases");
/// What the page is for.
pub const LEAD: Text = Text::new(
    "Văn bản mà phiếu và báo cáo viện dẫn. Số điều, ngày hiệu lực chưa kiểm chứng có đánh dấu: hãy đối chiếu rồi sửa.",
    "Documents that checklists and reports cite. What is not verified is marked: check it and put it right.",
);
/// On their way.
pub const READING: Text = Text::new("Đang đọc căn cứ pháp lý…", "Reading the legal bases…");
/// What is searched.
pub const SEARCH: Text = Text::new("Tìm văn bản", "Search documents");
/// Nothing found.
pub const NONE_FOUND: Text = Text::new("Không có văn bản nào khớp.", "No document matches.");
/// How many.
pub const COUNT: Text = Text::new("{n} văn bản.", "{n} documents.");
/// One more.
pub const ADD: Text = Text::new("Thêm văn bản", "Add a document");
/// In force.
pub const IN_FORCE: Text = Text::new("Đang hiệu lực", "In force");
/// Not yet.
pub const NOT_YET: Text = Text::new("Chưa có hiệu lực", "Not yet in force");
/// No longer.
pub const NO_LONGER: Text = Text::new("Hết hiệu lực", "No longer in force");
/// Unknown.
pub const UNKNOWN: Text = Text::new("Chưa rõ ngày hiệu lực", "Day of effect not known");
/// Not verified.
pub const UNVERIFIED: Text = Text::new("Chưa kiểm chứng", "Not verified");
/// Entered by the user.
pub const BY_USER: Text = Text::new("Do người dùng ghi", "Entered by the user");
/// Issued.
pub const ISSUED_ON: Text = Text::new("ban hành {date}", "issued {date}");
/// From.
pub const FROM: Text = Text::new("hiệu lực từ {date}", "in force from {date}");
/// To.
pub const TO: Text = Text::new("đến hết {date}", "through {date}");
/// Kind.
pub const KIND: Text = Text::new("Loại văn bản", "Kind");
/// Luật.
pub const LAW: Text = Text::new("Luật, bộ luật", "Law");
/// Nghị quyết.
pub const RESOLUTION: Text = Text::new("Nghị quyết", "Resolution");
/// Nghị định.
pub const DECREE: Text = Text::new("Nghị định", "Decree");
/// Quyết định.
pub const DECISION: Text = Text::new("Quyết định", "Decision");
/// Thông tư.
pub const CIRCULAR: Text = Text::new("Thông tư", "Circular");
/// Chỉ thị.
pub const DIRECTIVE: Text = Text::new("Chỉ thị", "Directive");
/// Another.
pub const OTHER: Text = Text::new("Văn bản khác", "Other");
/// Number.
pub const NUMBER: Text = Text::new("Số, ký hiệu", "Number");
/// Title.
pub const TITLE: Text = Text::new("Nội dung, trích yếu", "About");
/// Day of issue.
pub const ISSUED: Text = Text::new("Ngày ban hành", "Issued on");
/// First day.
pub const VALID_FROM: Text = Text::new("Hiệu lực từ ngày", "In force from");
/// Last day.
pub const VALID_TO: Text = Text::new("Hiệu lực đến hết ngày", "In force through");
/// Province.
pub const TERRITORY: Text = Text::new("Tỉnh, thành phố áp dụng", "Province");
/// How to write it.
pub const TERRITORY_HINT: Text = Text::new("Để trống nếu áp dụng cả nước.", "Leave blank for the whole country.");
/// The whole country.
pub const WHOLE_COUNTRY: Text = Text::new("cả nước", "whole country");
/// Items.
pub const ITEMS: Text = Text::new("Mục kiểm tra lấy làm căn cứ", "Items that rest on it");
/// How to write them.
pub const ITEMS_HINT: Text = Text::new("Mã mục, ví dụ: C03, C05", "Codes, such as C03, C05");
/// Which items rest on it.
pub const BASIS_OF: Text = Text::new("căn cứ của mục {items}", "basis of items {items}");
/// A code cannot be one.
pub const BAD_ITEM: Text = Text::new("Có mã mục không đọc được.", "A code cannot be read.");
/// Articles.
pub const ARTICLES: Text = Text::new("Điều, khoản viện dẫn", "Articles");
/// How to write them.
pub const ARTICLES_HINT: Text = Text::new(
    "Mỗi dòng một điều, dấu hai chấm trước nội dung: “Điều 6: niêm yết, công khai”.",
    "One article a line, a colon before what it says: “Điều 6: posting”.",
);
/// End it.
pub const END: Text = Text::new("Hết hiệu lực từ hôm nay", "No longer in force from today");
/// Saved.
pub const SAVED: Text = Text::new("Đã lưu căn cứ pháp lý.", "The legal bases are saved.");
/// Removed.
pub const REMOVED: Text = Text::new("Đã bỏ văn bản.", "The document was removed.");
/// A number or title is missing.
pub const MISSING: Text = Text::new("Xin ghi mục này.", "Fill this in, please.");
/// A text cannot be.
pub const BAD_TEXT: Text =
    Text::new("Có mục còn trống hoặc dài quá 20.000 byte.", "A text is blank or longer than 20,000 bytes.");
/// A date cannot be.
pub const BAD_DATE: Text =
    Text::new("Ngày chưa ghi đủ hoặc không có thật.", "The date is incomplete or does not exist.");
/// Dates in the wrong order.
pub const WRONG_ORDER: Text = Text::new(
    "Các ngày phải theo thứ tự: ban hành, có hiệu lực, hết hiệu lực.",
    "The dates must be in order: issued, in force, no longer in force.",
);
/// Too many.
pub const TOO_MANY: Text = Text::new(
    "Danh sách có tối đa 2.000 văn bản, mỗi văn bản tối đa 2.000 điều.",
    "A list holds at most 2,000 documents of at most 2,000 articles.",
);
/// An article without its place.
pub const ARTICLE_WITHOUT_PLACE: Text =
    Text::new("Mỗi dòng phải bắt đầu bằng số điều, khoản.", "Each line begins with its article.");
/// Compared with the document.
pub const VERIFIED: Text =
    Text::new("Tôi đã đối chiếu với văn bản gốc", "I have compared this with the document itself");
