//! The working calendar and the reckoning of due dates.

use crate::words::Text;

/// Heading, and the way here.
pub const CALENDAR: Text = Text::new("Lịch và tính hạn", "Calendar and due dates");
/// The way here, where there is little room.
pub const CALENDAR_SHORT: Text = Text::new("Lịch", "Calendar");
/// The calendar is on its way.
pub const READING: Text = Text::new("Đang đọc lịch…", "Reading the calendar…");

/// The reckoner.
pub const RECKONER: Text = Text::new("Tính ngày hẹn trả", "Reckon a due date");
/// Day of receipt.
pub const RECEIVED: Text = Text::new("Ngày tiếp nhận đủ hồ sơ", "Received complete on");
/// Hour of receipt.
pub const RECEIVED_AT: Text = Text::new("Giờ tiếp nhận", "Received at");
/// Unit of the term.
pub const TERM_UNIT: Text = Text::new("Thời hạn tính theo", "Term in");
/// Working days.
pub const WORKING_DAYS: Text = Text::new("Ngày làm việc", "Working days");
/// Days.
pub const CALENDAR_DAYS: Text = Text::new("Ngày", "Days");
/// Working hours.
pub const WORKING_HOURS: Text = Text::new("Giờ làm việc", "Working hours");
/// Months.
pub const MONTHS: Text = Text::new("Tháng", "Months");
/// Same day.
pub const SAME_DAY: Text = Text::new("Trong ngày", "Same day");
/// The term, beside its unit.
pub const TERM: Text = Text::new("Thời hạn", "Term");
/// Length of the term.
pub const LENGTH: Text = Text::new("Số ngày hoặc giờ", "How many");
/// A length that cannot be.
pub const LENGTH_WRONG: Text = Text::new("Xin ghi một số từ 1 đến 1.000.", "A number from 1 to 1,000, please.");
/// Cut-off hour.
pub const CUT_OFF: Text =
    Text::new("Nhận sau giờ này thì trả ngày làm việc sau", "After this hour: the next working day");
/// Office hours assumed for terms in hours.
pub const OFFICE_HOURS: Text = Text::new(
    "Giờ làm việc lấy theo 07:30–11:30 và 13:30–17:00.",
    "Office hours are taken as 07:30–11:30 and 13:30–17:00.",
);

/// Clock stops.
pub const STOPS: Text = Text::new("Thời gian không tính", "Time that does not count");
/// What they are for.
pub const STOPS_HINT: Text = Text::new(
    "Chờ bổ sung hồ sơ, nghĩa vụ tài chính, niêm yết. Tính cả hai ngày đầu và cuối.",
    "Waiting for additions, payment of dues, posting. Both days are inside.",
);
/// One more.
pub const ADD_STOP: Text = Text::new("Thêm khoảng không tính", "Add a stop");
/// Which one.
pub const STOP_N: Text = Text::new("Khoảng không tính thứ {n}", "Stop {n}");
/// Its first day.
pub const STOP_FROM: Text = Text::new("Từ ngày", "From");
/// Its last day.
pub const STOP_TO: Text = Text::new("Đến hết ngày", "Through");
/// Its reason.
pub const STOP_WHY: Text = Text::new("Lý do", "Reason");
/// Away with it.
pub const REMOVE_STOP: Text = Text::new("Bỏ", "Remove");
/// Away with which one.
pub const REMOVE_STOP_N: Text = Text::new("Bỏ khoảng không tính thứ {n}", "Remove stop {n}");

/// What is still to be filled.
pub const FILL: Text = Text::new(
    "Ghi ngày tiếp nhận và thời hạn để xem ngày hẹn trả.",
    "Fill in the day of receipt and the term to see the due date.",
);
/// A date half typed.
pub const DATE_BROKEN: Text =
    Text::new("Có ngày chưa ghi đủ hoặc không có thật.", "A date is incomplete or does not exist.");
/// A stop without a first day.
pub const STOP_WITHOUT_FROM: Text = Text::new("Khoảng không tính cần có ngày bắt đầu.", "A stop needs its first day.");
/// A stop that ends before it begins.
pub const STOP_REVERSED: Text =
    Text::new("Khoảng không tính thứ {n} kết thúc trước khi bắt đầu.", "Stop {n} ends before it begins.");
/// The clock stands still.
pub const STILL_STOPPED: Text = Text::new(
    "Thời hạn đang dừng từ {date} nên chưa có ngày hẹn trả.",
    "The clock stands still since {date}, so that there is no due date yet.",
);
/// Too far away.
pub const OUTSIDE: Text =
    Text::new("Ngày nằm ngoài các năm của lịch (2015–2060).", "A date lies outside the calendar (2015–2060).");

/// The result.
pub const DUE: Text = Text::new("Ngày hẹn trả theo quy định", "Due date");
/// With an hour.
pub const DUE_AT: Text = Text::new("{time}, {date}", "{time}, {date}");
/// The calendar of the year is not announced.
pub const PROVISIONAL: Text = Text::new(
    "Tạm tính: lịch nghỉ của năm này chưa được công bố.",
    "Provisional: the days off of this year are not announced yet.",
);
/// The hour is not known.
pub const TIME_ASSUMED: Text = Text::new(
    "Chưa có giờ tiếp nhận: tính như nhận cuối ngày, hạn muộn nhất.",
    "The hour of receipt is not known: taken as late in the day, which gives the latest due date.",
);
/// The apology.
pub const APOLOGY: Text = Text::new(
    "Nếu trễ, xin lỗi chậm nhất {calendar} (trước hạn 01 ngày) hoặc {working} (trước hạn 01 ngày làm việc), tùy cách hiểu.",
    "If late, the apology is due by {calendar} (one day before) or {working} (one working day before), as one reads the rule.",
);
/// The regime, and its form.
pub const REGIME_FORM: Text = Text::new("{regime} · Mẫu số {number}: {title}.", "{regime} · Form {number}: {title}.");
/// The regime where there is no form.
pub const REGIME_ONLY: Text = Text::new("{regime}.", "{regime}.");
/// Before 21/6/2018.
pub const DECISION_09: Text = Text::new("Quyết định 09/2015/QĐ-TTg", "Decision 09/2015/QĐ-TTg");
/// 21/6/2018 to 30/6/2025.
pub const DECREE_61: Text = Text::new("Nghị định 61/2018/NĐ-CP", "Decree 61/2018/NĐ-CP");
/// From 01/7/2025.
pub const DECREE_118: Text = Text::new("Nghị định 118/2025/NĐ-CP", "Decree 118/2025/NĐ-CP");

/// The days on the way.
pub const WHY: Text = Text::new("Cách tính từng ngày", "Day by day");
/// A day of the term.
pub const COUNTED: Text = Text::new("ngày thứ {n}", "day {n}");
/// Minutes of a day.
pub const WORKED: Text = Text::new("tính {n} phút làm việc", "{n} minutes of work");
/// The end of a term in days.
pub const ROLLED: Text = Text::new("hết hạn vào ngày làm việc kế tiếp", "the next working day, on which the term ends");
/// A day of the term that is a make-up day.
pub const MADE_UP: Text = Text::new("{what} – {name}", "{what} – {name}");
/// The day of receipt.
pub const FIRST_DAY: Text = Text::new("ngày tiếp nhận, không tính", "received, not counted");
/// Too late on the day of receipt.
pub const TOO_LATE: Text =
    Text::new("nhận sau giờ tính, sang ngày làm việc sau", "received too late, from the next working day");
/// A weekend.
pub const WEEKEND: Text = Text::new("nghỉ hằng tuần", "weekly day off");
/// A day off.
pub const DAY_OFF: Text = Text::new("nghỉ: {name}", "off: {name}");
/// A stop.
pub const STOPPED: Text = Text::new("không tính: {why}", "does not count: {why}");
/// A stop without a reason.
pub const STOPPED_PLAIN: Text = Text::new("không tính (thời hạn dừng)", "does not count (the clock stands still)");

/// The calendar of a year.
pub const YEAR_DAYS: Text = Text::new("Ngày nghỉ và ngày làm bù", "Days off and make-up days");
/// Which year.
pub const YEAR: Text = Text::new("Năm", "Year");
/// Days by rule.
pub const YEAR_PROVISIONAL: Text = Text::new(
    "Tạm tính: năm này chưa có thông báo trong lịch. Ngày nghỉ suy ra từ luật và âm lịch, có thể thay đổi.",
    "Provisional: the calendar has no announcement for this year. The days follow from law and the lunar calendar.",
);
/// How many working days.
pub const YEAR_WORKING: Text = Text::new("{n} ngày làm việc trong năm.", "{n} working days in the year.");

/// Monday first.
pub const WEEKDAYS: [Text; 7] = [
    Text::new("Thứ Hai", "Mon"),
    Text::new("Thứ Ba", "Tue"),
    Text::new("Thứ Tư", "Wed"),
    Text::new("Thứ Năm", "Thu"),
    Text::new("Thứ Sáu", "Fri"),
    Text::new("Thứ Bảy", "Sat"),
    Text::new("Chủ nhật", "Sun"),
];

/// Nghỉ lễ.
pub const HOLIDAY: Text = Text::new("Nghỉ lễ", "Holiday");
/// Nghỉ Tết.
pub const TET: Text = Text::new("Nghỉ Tết", "Tết");
/// Nghỉ bù.
pub const IN_LIEU: Text = Text::new("Nghỉ bù", "In lieu");
/// Nghỉ hoán đổi.
pub const SWAPPED_OFF: Text = Text::new("Nghỉ hoán đổi", "Swapped off");
/// Làm bù.
pub const MAKE_UP: Text = Text::new("Làm bù", "Make-up day");

/// How sure a day is.
pub const BY_LAW: Text = Text::new("theo luật", "by law");
/// How sure a day is.
pub const COMPUTED: Text = Text::new("suy ra từ luật, âm lịch", "computed");
/// How sure a day is.
pub const BY_PAGE: Text = Text::new("đã đối chiếu trang công bố", "a page confirms it");
/// How sure a day is.
pub const BY_REPOSITORY: Text = Text::new("theo nguồn dẫn lại thông báo", "a repository cites it");
/// How sure a day is.
pub const BY_LIBRARY: Text = Text::new("theo thư viện lịch", "a library cites it");
/// How sure a day is.
pub const BY_USER: Text = Text::new("do người dùng ghi", "entered by the user");

/// A day that the calendar cannot take.
pub const DAY_REFUSED: Text = Text::new("{date}: {why}", "{date}: {why}");
/// Too many.
pub const TOO_MANY_DAYS: Text = Text::new("Lịch có tối đa 5.000 ngày.", "A calendar holds at most 5,000 days.");
/// Its head is wrong.
pub const CALENDAR_WRONG: Text = Text::new(
    "Lịch cần có tên, số bản và các năm đã công bố trong khoảng 2015–2060.",
    "A calendar needs a name, a version, and announced years within 2015–2060.",
);

/// What can be done with the year.
pub const YEAR_HINT: Text = Text::new(
    "Nghỉ do bão, dịch của riêng địa phương cũng ghi vào đây như một ngày nghỉ, kèm căn cứ.",
    "Local closures (storms, epidemics) are entered here too, as a day off with its basis.",
);
/// A day by rule.
pub const BY_RULE: Text = Text::new("tạm tính", "provisional");
/// A new day.
pub const DAY_ADD: Text = Text::new("Thêm ngày", "Add a day");
/// Its kind.
pub const DAY_KIND: Text = Text::new("Loại ngày", "Kind");
/// Two days at once.
pub const SWAP: Text = Text::new("Hoán đổi: một ngày nghỉ và một ngày làm bù", "Swap: a day off and a make-up day");
/// Its date.
pub const DAY_DATE: Text = Text::new("Ngày", "Date");
/// The other day of a swap.
pub const DAY_MAKE_UP: Text = Text::new("Làm bù vào ngày", "Made up for on");
/// Its name.
pub const DAY_NAME: Text = Text::new("Tên ngày", "Name");
/// Its basis.
pub const DAY_BASIS: Text = Text::new("Căn cứ", "Basis");
/// Such as.
pub const DAY_BASIS_HINT: Text =
    Text::new("Luật, thông báo hoặc công văn cho nghỉ.", "The law or the announcement it rests on.");
/// No date.
pub const DAY_MISSING: Text = Text::new("Xin ghi ngày.", "Fill in the date, please.");
/// Done.
pub const DAY_SAVED: Text = Text::new("Đã lưu ngày vào lịch.", "The calendar is saved.");
/// Done.
pub const DAY_REMOVED: Text = Text::new("Đã bỏ ngày khỏi lịch.", "The day was removed.");
/// A year to be marked.
pub const MARK_TITLE: Text = Text::new("Lịch nghỉ năm {year} đã được công bố?", "Is {year} announced?");
/// The announcement.
pub const ANNOUNCEMENT: Text = Text::new("Thông báo, công văn", "Announcement");
/// Such as.
pub const ANNOUNCEMENT_HINT: Text = Text::new("Số, ngày và cơ quan ban hành.", "Its number, date and issuer.");
/// It is missing.
pub const BASIS_MISSING: Text = Text::new("Xin ghi thông báo làm căn cứ.", "Name the announcement, please.");
/// With the days by rule.
pub const MARK_BY_RULE: Text = Text::new(
    "Ghi các ngày tạm tính vào lịch để sửa theo thông báo",
    "Write the provisional days down, to be changed by the announcement",
);
/// Mark it.
pub const MARK: Text = Text::new("Đánh dấu đã công bố", "Mark as announced");
/// Done.
pub const MARKED: Text = Text::new(
    "Đã đánh dấu năm đã công bố. Hãy đối chiếu từng ngày với thông báo.",
    "The year is marked as announced. Check each day against the announcement.",
);
/// Take the mark away.
pub const UNMARK: Text = Text::new("Bỏ đánh dấu đã công bố", "Mark as not announced");
/// Done.
pub const UNMARKED: Text = Text::new("Đã bỏ đánh dấu đã công bố.", "The year is not marked any more.");
/// Not its turn.
pub const MARK_AFTER: Text = Text::new(
    "Muốn đánh dấu năm này đã công bố thì đánh dấu năm {year} trước.",
    "To mark this year as announced, mark {year} first.",
);
/// What judgements rest on.
pub const REFERENCE_DATA: Text = Text::new("Dữ liệu tham chiếu", "Reference data");
/// Files.
pub const FILES: Text = Text::new("Xuất và nhập lịch", "The calendar as a file");
/// What they are.
pub const FILES_HINT: Text = Text::new(
    "JSON giữ trọn lịch để chuyển sang máy khác. CSV để xem, sửa bằng bảng tính; các cột ngay, loai, ten, can_cu.",
    "JSON holds the whole calendar for another device. CSV is for spreadsheets; columns ngay, loai, ten, can_cu.",
);
/// Out, whole.
pub const EXPORT_JSON: Text = Text::new("Xuất lịch (JSON)", "Export (JSON)");
/// Out, as a table.
pub const EXPORT_CSV: Text = Text::new("Xuất lịch (CSV)", "Export (CSV)");
/// In.
pub const IMPORT: Text = Text::new("Nhập lịch từ tệp", "Import from a file");
/// Heading of the preview.
pub const IMPORT_TITLE: Text = Text::new("Nhập lịch", "Import a calendar");
/// Scope.
pub const REPLACES_ALL: Text = Text::new(
    "Tệp là một lịch trọn vẹn, thay toàn bộ lịch đang dùng.",
    "The file is a whole calendar, in place of the present one.",
);
/// Scope.
pub const REPLACES_YEARS: Text = Text::new(
    "Tệp thay các ngày của những năm có trong tệp: {years}. Năm khác giữ nguyên.",
    "The file takes the place of the days of its years: {years}. Other years stay.",
);
/// Announced years.
pub const WOULD_ANNOUNCE: Text =
    Text::new("Năm công bố cuối cùng thành {year}.", "The last announced year becomes {year}.");
/// Nothing to do.
pub const ALL_SAME: Text = Text::new(
    "Lịch trong tệp giống lịch đang dùng; không có gì để nhập.",
    "The file holds the present calendar; there is nothing to import.",
);
/// Heap.
pub const ADDED: Text = Text::new("Thêm {n} ngày", "{n} added");
/// Heap.
pub const CHANGED: Text = Text::new("Sửa {n} ngày", "{n} changed");
/// Heap.
pub const REMOVED: Text = Text::new("Bỏ {n} ngày", "{n} removed");
/// As it was.
pub const BEFORE: Text = Text::new("trước: {day}", "before: {day}");
