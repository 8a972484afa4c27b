//! The words that columns of words take, folded.

use crate::domain::dossier::{Cause, Channel, Seen, State};
use crate::domain::procedure::OnlineLevel;
use crate::domain::supervision::Level;
use crate::intake::protocol::{NoteKind, ProblemKind, TermUnit};
use crate::words::fold::{fold, unit_kind};

use super::{Taken, Value, text};

/// A text without its marks, folded.
fn plain(text: &str) -> String {
    fold(text).trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
}

/// The most letters of what says that nothing is there or that nobody knows, marks around it included.
const MOST_LETTERS: usize = 30;

/// Whether a text says that there is nothing: "không có", "trống", "-".
pub(in crate::intake) fn is_absent(text: &str) -> bool {
    const WORDS: [&str; 20] = [
        "khong",
        "khong co",
        "khong co thong tin",
        "chua co thong tin",
        "khong quy dinh",
        "chua quy dinh",
        "trong",
        "de trong",
        "bo trong",
        "khong ghi",
        "chua co",
        "chua ghi",
        "khong ban hanh",
        "chua ban hanh",
        "khong hen",
        "khong ghi ngay",
        "khong neu",
        "khong ghi ngay hen",
        "khong ghi ly do",
        "none",
    ];
    let dashes = text.chars().all(|letter| matches!(letter, '-' | '–' | '—' | '−' | '/'));
    dashes && !text.is_empty() || (text.chars().count() <= MOST_LETTERS && WORDS.contains(&plain(text).as_str()))
}

/// Whether a text says that nobody knows.
pub(super) fn is_unknown(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "khong ro",
        "chua ro",
        "chua xem",
        "khong xem",
        "chua kiem tra",
        "khong kiem tra",
        "khong ap dung",
        "n a",
        "n/a",
        "?",
    ];
    text == "?" || (text.chars().count() <= MOST_LETTERS && WORDS.contains(&plain(text).as_str()))
}

/// An answer of yes or no; none where nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) struct Answer(pub Option<bool>);

/// Yes or no: "Có", "x", "✓", "1", "Đã …" and their opposites.
pub(in crate::intake) fn yes_no(value: Value<'_>) -> Taken<Answer> {
    let answer = match value {
        Value::Bool(answer) => Some(answer),
        Value::Number(number) if (number - 1.0).abs() < f64::EPSILON => Some(true),
        Value::Number(number) if number.abs() < f64::EPSILON => Some(false),
        Value::Number(_) | Value::Moment(_) => return Err(ProblemKind::NotYesNo),
        Value::Text("Có" | "x" | "X") => Some(true),
        Value::Text("Không") => Some(false),
        Value::Text(text) if is_unknown(text) => None,
        Value::Text(text) if is_absent(text) => Some(false),
        Value::Text(text) => Some(spoken(text).ok_or(ProblemKind::NotYesNo)?),
    };
    Ok((Answer(answer), None))
}

fn spoken(text: &str) -> Option<bool> {
    if ["✓", "✔", "☑", "☒", "✅", "√", "þ", "+"].contains(&text) {
        return Some(true);
    }
    if ["✗", "✘", "❌", "☐"].contains(&text) {
        return Some(false);
    }
    let word = plain(text);
    match word.as_str() {
        "co" | "x" | "da" | "1" | "dung" | "roi" | "du" | "day du" | "true" | "yes" | "y" => return Some(true),
        "chua" | "0" | "sai" | "false" | "no" | "n" => return Some(false),
        _ => {}
    }
    // "Đã niêm yết", "Không đăng tải": the first word decides, where no number or further clause follows.
    let short = word.split(' ').count() <= 6 && !word.contains(|letter: char| !letter.is_alphabetic() && letter != ' ');
    let (first, rest) = word.split_once(' ').filter(|_| short)?;
    match first {
        // "Có thể": perhaps. "Có chưa đủ" is neither.
        "co" | "da"
            if ["the", "chua", "khong", "le"].iter().any(|doubt| rest.split(' ').any(|word| word == *doubt)) =>
        {
            None
        }
        "co" | "da" => Some(true),
        "khong" | "chua" => Some(false),
        _ => None,
    }
}

/// A text, or that there is none.
pub(in crate::intake) fn seen_text(value: Value<'_>, most: usize) -> Taken<Seen<String>> {
    match value {
        Value::Text(text) if is_absent(text) => Ok((Seen::Absent, None)),
        Value::Text("?") => Ok((Seen::NotLookedAt, None)),
        _ => text(value, most).map(|(text, note)| (Seen::Is(text), note)),
    }
}

/// A word among those of a list.
fn word<T: Copy>(value: Value<'_>, words: &[(T, &[&str])], strip: &[&str]) -> Taken<T> {
    let said = match value {
        Value::Text(text) => plain(text),
        Value::Number(number) => number.to_string(),
        Value::Moment(_) | Value::Bool(_) => return Err(ProblemKind::UnknownWord),
    };
    let find = |said: &str| words.iter().find(|(_, names)| names.contains(&said)).map(|(meaning, _)| *meaning);
    let found = find(&said).or_else(|| {
        strip.iter().find_map(|part| {
            let rest = said.strip_prefix(part).or_else(|| said.strip_suffix(part))?;
            find(rest.trim().trim_end_matches([',', ';', ':']))
        })
    });
    found.map(|meaning| (meaning, None)).ok_or(ProblemKind::UnknownWord)
}

/// How a dossier was filed.
pub(in crate::intake) fn channel(value: Value<'_>) -> Taken<Channel> {
    const WORDS: [(Channel, &[&str]); 3] = [
        (
            Channel::Counter,
            &["truc tiep", "tai quay", "tai bo phan mot cua", "tai mot cua", "ban giay", "giay", "counter"],
        ),
        (
            Channel::Online,
            &[
                "truc tuyen",
                "qua mang",
                "online",
                "dvctt",
                "dich vu cong truc tuyen",
                "dich vu cong",
                "cong dich vu cong",
                "qua cong dich vu cong",
                "cong dvc",
                "dvc",
            ],
        ),
        (
            Channel::Post,
            &[
                "buu chinh",
                "buu dien",
                "bcci",
                "buu chinh cong ich",
                "dich vu buu chinh",
                "dich vu buu chinh cong ich",
                "dich vu bcci",
                "qua buu dien",
                "post",
            ],
        ),
    ];
    word(value, &WORDS, &["nop ho so", "nop", "qua", "tiep nhan", "hinh thuc"])
}

/// The state of a dossier, the names of the national portal among them. That it is late or in time is read over: the dates
/// tell. A name that says a little more than the state does is noted.
pub(in crate::intake) fn state(value: Value<'_>) -> Taken<State> {
    const WORDS: [(State, &[&str]); 6] = [
        (
            State::Processing,
            &[
                "dang giai quyet",
                "dang xu ly",
                "chua giai quyet",
                "dang thu ly",
                "dang thuc hien",
                "moi tiep nhan",
                "da tiep nhan",
                "duoc tiep nhan",
                "da nhan",
                "cho xu ly",
                "cho phe duyet",
                "cho ky duyet",
            ],
        ),
        (
            State::AwaitingAdditions,
            &[
                "cho bo sung",
                "dang cho bo sung",
                "yeu cau bo sung",
                "bo sung",
                "cho bo sung ho so",
                "dang bo sung",
                "yeu cau bo sung giay to",
                "yeu cau bo sung ho so",
                "cho bo sung giay to",
            ],
        ),
        (
            State::Resolved,
            &[
                "da giai quyet",
                "da tra ket qua",
                "da tra",
                "da xu ly",
                "hoan thanh",
                "da hoan thanh",
                "xong",
                "da xong",
                "da giai quyet, da tra ket qua",
                "da giai quyet va tra ket qua",
                "da co ket qua",
            ],
        ),
        (
            State::TurnedBack,
            &["tra lai", "tra lai ho so", "da tra lai", "khong du dieu kien", "tra lai ho so khong du dieu kien"],
        ),
        (State::Refused, &["tu choi", "tu choi giai quyet", "bi tu choi", "tu choi ho so", "khong giai quyet"]),
        (
            State::Withdrawn,
            &[
                "rut",
                "rut ho so",
                "xin rut",
                "da rut",
                "nguoi nop rut ho so",
                "xin rut ho so",
                "cong dan rut ho so",
                "cong dan yeu cau rut ho so",
                "yeu cau rut ho so",
            ],
        ),
    ];
    const NEARLY: [(State, &[&str]); 3] = [
        (
            State::Processing,
            &[
                "moi dang ky",
                "yeu cau thuc hien nghia vu tai chinh",
                "cho thuc hien nghia vu tai chinh",
                "da xu ly xong, cho tra ket qua",
                "cho tra ket qua",
            ],
        ),
        (State::Resolved, &["da xu ly xong", "xu ly xong"]),
        (State::TurnedBack, &["khong duoc tiep nhan", "khong tiep nhan"]),
    ];
    let strip = ["truoc han", "dung han", "som han", "qua han", "trong han", "tre han", "chua den han"];
    word(value, &WORDS, &strip).or_else(|_unknown| {
        let (state, _) = word(value, &NEARLY, &strip)?;
        Ok((state, Some(NoteKind::StateReadAs(state))))
    })
}

/// Why a dossier is late.
pub(in crate::intake) fn cause(value: Value<'_>) -> Taken<Cause> {
    const WORDS: [(Cause, &[&str]); 3] = [
        (
            Cause::HandlingError,
            &["thao tac", "loi thao tac", "thao tac cham", "thao tac sai", "cham thao tac", "thao tac tren he thong"],
        ),
        (
            Cause::System,
            &[
                "he thong",
                "he thong bi treo",
                "treo he thong",
                "loi he thong",
                "he thong loi",
                "loi phan mem",
                "phan mem",
            ],
        ),
        (
            Cause::TrulyLate,
            &["qua han thuc su", "thuc su qua han", "tre han thuc su", "qua han that", "qua han thuc te", "qua han"],
        ),
    ];
    word(value, &WORDS, &["do", "nguyen nhan"])
}

/// A level of government, by its name or that of a body of it: "Cấp xã", "UBND xã Ia Rmok", "Sở Tư pháp".
pub(in crate::intake) fn level(value: Value<'_>) -> Taken<Level> {
    const WORDS: [(Level, &[&str]); 3] = [
        (Level::Province, &["tinh", "cap tinh", "so", "so nganh", "so, nganh", "province"]),
        (
            Level::District,
            &[
                "huyen",
                "cap huyen",
                "quan",
                "thi xa",
                "cap huyen (den 30/6/2025)",
                "cap huyen (den 30/6/2025",
                "district",
            ],
        ),
        (Level::Commune, &["xa", "cap xa", "phuong", "thi tran", "dac khu", "commune"]),
    ];
    word(value, &WORDS, &["thuoc tham quyen", "tham quyen", "ubnd", "uy ban nhan dan"]).or_else(|unknown| {
        let Value::Text(text) = value else { return Err(unknown) };
        level_of_body(text).map(|level| (level, None)).ok_or(unknown)
    })
}

/// The level that a body belongs to, by its name.
fn level_of_body(name: &str) -> Option<Level> {
    let said = plain(name);
    let named = [("cap tinh", Level::Province), ("cap huyen", Level::District), ("cap xa", Level::Commune)];
    let mut levels = named.iter().filter(|(words, _)| said.contains(words)).map(|(_, level)| *level);
    match (levels.next(), levels.next()) {
        (Some(level), None) => return Some(level),
        (Some(_), Some(_)) => return None,
        (None, _) => {}
    }
    if said.starts_with("so ") {
        return Some(Level::Province);
    }
    match unit_kind(name)? {
        "xa" | "phuong" | "thi tran" | "dac khu" => Some(Level::Commune),
        "huyen" | "quan" | "thi xa" => Some(Level::District),
        "tinh" => Some(Level::Province),
        // A city may be a province or a district.
        _ => None,
    }
}

/// The levels of a procedure: one, or several in one cell. Ministries, and bodies that are none of a province, are passed
/// over with a remark; a cell of nothing else is refused.
pub(in crate::intake) fn levels(value: Value<'_>) -> Taken<Vec<Level>> {
    if let Ok((level, note)) = level(value) {
        return Ok((vec![level], note));
    }
    let Value::Text(text) = value else { return Err(ProblemKind::UnknownWord) };
    let (mut found, mut is_beyond) = (Vec::new(), false);
    for part in text.split([',', ';', '/', '\n', '+', '&']).flat_map(|part| part.split(" và ")) {
        let said = plain(part);
        if said.is_empty() {
            continue;
        }
        let beyond = said == "bo"
            || ["cap bo", "bo ", "trung uong", "cap trung uong", "co quan khac"]
                .iter()
                .any(|start| said.starts_with(start));
        if beyond {
            is_beyond = true;
            continue;
        }
        let (level, _) = level(Value::Text(part.trim()))?;
        if !found.contains(&level) {
            found.push(level);
        }
    }
    match found.is_empty() {
        true if is_beyond => Err(ProblemKind::OnlyMinistry),
        true => Err(ProblemKind::UnknownWord),
        false => Ok((found, is_beyond.then_some(NoteKind::MinistryPassedOver))),
    }
}

/// The unit of a term.
pub(in crate::intake) fn unit(value: Value<'_>) -> Taken<TermUnit> {
    const WORDS: [(TermUnit, &[&str]); 5] = [
        (TermUnit::Months, &["thang"]),
        (TermUnit::WorkingDays, &["ngay lam viec", "nlv", "ngay lv", "ngay (lam viec", "ngay (lam viec)"]),
        (TermUnit::CalendarDays, &["ngay", "ngay lich", "ngay duong lich"]),
        (TermUnit::WorkingHours, &["gio lam viec", "gio", "gio lv"]),
        (TermUnit::SameDay, &["trong ngay", "trong ngay lam viec"]),
    ];
    word(value, &WORDS, &[])
}

/// How far a procedure can be done online.
pub(in crate::intake) fn online_level(value: Value<'_>) -> Taken<OnlineLevel> {
    const WORDS: [(OnlineLevel, &[&str]); 6] = [
        (OnlineLevel::One, &["1", "i", "01"]),
        (OnlineLevel::Two, &["2", "ii", "02"]),
        (OnlineLevel::Three, &["3", "iii", "03"]),
        (OnlineLevel::Four, &["4", "iv", "04"]),
        (OnlineLevel::Partial, &["mot phan", "dvctt mot phan", "truc tuyen mot phan"]),
        (OnlineLevel::Whole, &["toan trinh", "dvctt toan trinh", "truc tuyen toan trinh", "toan phan"]),
    ];
    word(value, &WORDS, &["muc do", "muc", "dich vu cong truc tuyen", "dvc truc tuyen", "dich vu cong"])
}
