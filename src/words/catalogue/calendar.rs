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
