//! A refusal in words: one sentence that says what is wrong and where.

use crate::words::{Lang, Text, format};

use super::check::FaultKind;
use super::gate::{MAX_CONTENT_BYTES, MAX_FILE_BYTES, Refusal};
use super::record::VERSION;

/// The most characters of a file that a refusal repeats at one place.
const MOST_SHOWN: usize = 80;

/// The most characters of a path that a refusal repeats.
const MOST_PLACE: usize = 160;

impl Refusal {
    /// The sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let text = |vi: &'static str, en: &'static str| Text::new(vi, en).get(lang);
        match self {
            Self::TooLarge { bytes } => text(
                "Tệp có {bytes} byte, lớn hơn mức {limit} byte mà ứng dụng đọc được.",
                "The file has {bytes} bytes, more than the {limit} that the app reads.",
            )
            .replace("{bytes}", &format::count(*bytes))
            .replace("{limit}", &format::count(MAX_FILE_BYTES)),
            Self::TooMuch { bytes } => text(
                "Tệp có {bytes} byte nội dung, nhiều hơn mức {limit} byte mà ứng dụng đọc được.",
                "The file has {bytes} bytes of content, more than the {limit} that the app reads.",
            )
            .replace("{bytes}", &format::count(*bytes))
            .replace("{limit}", &format::count(MAX_CONTENT_BYTES)),
            Self::NotText { offset } => text(
                "Tệp không phải văn bản UTF-8: sai từ byte thứ {offset}.",
                "The file is not UTF-8 text: wrong from byte {offset} on.",
            )
            .replace("{offset}", &format::count(*offset as u64 + 1)),
            Self::NotJson { line, column } => placed(
                text(
                    "Tệp không phải JSON hoặc bị cắt ngang: dòng {line}, cột {column}.",
                    "The file is not JSON or is cut off: line {line}, column {column}.",
                ),
                *line,
                *column,
            ),
            Self::TooDeep { line, column } => placed(
                text(
                    "Tệp lồng nhau quá sâu: dòng {line}, cột {column}.",
                    "The file is nested too deeply: line {line}, column {column}.",
                ),
                *line,
                *column,
            ),
            Self::WrongFormat => text(
                "Tệp này không phải tệp của Sổ Giám Sát: thiếu \"format\": \"so-giam-sat\" hoặc \"version\" ở đầu tệp.",
                "This is not a file of Sổ Giám Sát: \"format\": \"so-giam-sat\" or \"version\" is missing at the top.",
            )
            .to_owned(),
            Self::TooNew { found } => text(
                "Tệp do phiên bản mới hơn ghi (định dạng {found}, ứng dụng này đọc đến {known}). Hãy cập nhật ứng dụng rồi nhập lại.",
                "The file was written by a newer version (format {found}; this app reads up to {known}). Update the app and import again.",
            )
            .replace("{found}", &found.to_string())
            .replace("{known}", &VERSION.to_string()),
            Self::Shape { place, line, column, detail } => {
                let what = shape(detail, lang);
                let sentence = text(
                    "{what}{at} (dòng {line}, cột {column}).",
                    "{what}{at} (line {line}, column {column}).",
                );
                // At the top of the file there is no path to name.
                let at = if place.is_empty() { "" } else { text(" tại {place}", " at {place}") };
                let place = shown(place, MOST_PLACE);
                placed(sentence, *line, *column).replace("{what}", &what).replace("{at}", at).replace("{place}", &place)
            }
            Self::Fault(fault) => {
                let what = fault_words(&fault.kind, lang);
                let place = shown(&fault.place, MOST_PLACE);
                text("{what} tại {place}.", "{what} at {place}.").replace("{what}", &what).replace("{place}", &place)
            }
        }
    }
}

fn placed(sentence: &str, line: usize, column: usize) -> String {
    sentence.replace("{line}", &line.to_string()).replace("{column}", &column.to_string())
}

/// What serde says, in words. serde names the thing between the first pair of backticks.
fn shape(detail: &str, lang: Lang) -> String {
    let named = shown(detail.split('`').nth(1).unwrap_or_default(), MOST_SHOWN);
    let kinds = [
        ("missing field", Text::new("Thiếu trường “{named}”", "The field “{named}” is missing")),
        ("unknown field", Text::new("Trường lạ “{named}”", "Unknown field “{named}”")),
        ("unknown variant", Text::new("Giá trị lạ “{named}”", "Unknown value “{named}”")),
        ("duplicate field", Text::new("Trường “{named}” ghi hai lần", "The field “{named}” stands twice")),
    ];
    match kinds.iter().find(|(start, _)| detail.starts_with(start)) {
        Some((_, text)) => text.get(lang).replace("{named}", &named),
        None => Text::new("Dữ liệu sai kiểu ({detail})", "Data of the wrong kind ({detail})")
            .get(lang)
            .replace("{detail}", &shown(detail, 2 * MOST_SHOWN)),
    }
}

/// What stands in a file, on one line of some length. A control character, and one that breaks a line or turns the
/// direction of writing, becomes a replacement character; what is left out is marked by `…`.
fn shown(text: &str, most: usize) -> String {
    let is_hostile = |letter: char| {
        letter.is_control()
            || matches!(
                letter,
                '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            )
    };
    let mut letters = text.chars().map(|letter| if is_hostile(letter) { char::REPLACEMENT_CHARACTER } else { letter });
    let mut shown: String = letters.by_ref().take(most).collect();
    if letters.next().is_some() {
        shown.pop();
        shown.push('…');
    }
    shown
}

fn fault_words(kind: &FaultKind, lang: Lang) -> String {
    let text = |vi: &'static str, en: &'static str| Text::new(vi, en).get(lang);
    match kind {
        FaultKind::Duplicate(id) => {
            text("Mã “{id}” bị trùng", "The id “{id}” stands twice").replace("{id}", &shown(id, MOST_SHOWN))
        }
        FaultKind::Unknown(id) => {
            text("“{id}” không có trong tệp", "“{id}” is not in the file").replace("{id}", &shown(id, MOST_SHOWN))
        }
        FaultKind::WrongAnswer(item) => {
            text("Trả lời không hợp với mục {item}", "The answer does not fit item {item}").replace("{item}", item)
        }
        FaultKind::CheckDoesNotFit(check) => text(
            "Phép kiểm “{check}” không cho kiểu trả lời của mục",
            "The check “{check}” does not give the item's kind of answer",
        )
        .replace("{check}", check),
        FaultKind::UnknownCount { key, check } => {
            text("Phép kiểm “{check}” không đếm theo mã “{key}”", "The check “{check}” counts nothing under “{key}”")
                .replace("{check}", check)
                .replace("{key}", &shown(key, MOST_SHOWN))
        }
        FaultKind::TextTooLong(most) => text("Văn bản dài hơn {most} byte", "A text longer than {most} bytes")
            .replace("{most}", &format::count(*most as u64)),
        FaultKind::TooMany(most) => {
            text("Nhiều hơn {most} phần tử", "More than {most} entries").replace("{most}", &format::count(*most as u64))
        }
        FaultKind::Empty => text("Để trống", "Empty").to_owned(),
        FaultKind::OutOfRange { least, most } => {
            text("Số không nằm trong khoảng {least}–{most}", "A number outside {least}–{most}")
                .replace("{least}", &format::count(*least))
                .replace("{most}", &format::count(*most))
        }
        FaultKind::ImplausibleDate => {
            text("Ngày ngoài các năm 1900–2199", "A date outside the years 1900–2199").to_owned()
        }
        FaultKind::NotExactlyOne => {
            text("Phải có đúng một trong hai giá trị", "Exactly one of two values is needed").to_owned()
        }
        FaultKind::Disordered => text("Sai thứ tự", "Out of order").to_owned(),
        FaultKind::BadDraw => text(
            "Lượt lấy mẫu không khớp với tổng thể, phương pháp và số khởi tạo đã ghi",
            "The draw does not follow from its population, method and seed",
        )
        .to_owned(),
        FaultKind::TooManyFractions(most) => text(
            "Nhiều hơn {most} mục trả lời bằng tỷ lệ, điểm trung bình hoặc mẫu",
            "More than {most} items that are answered by a ratio, means or a sample",
        )
        .replace("{most}", &format::count(*most as u64)),
        FaultKind::TooMuchWork => text(
            "Biểu, lời văn và đối chiếu nhân với nhau quá lớn để kiểm tra",
            "Tables, statements and ties multiply beyond what can be checked",
        )
        .to_owned(),
        FaultKind::Cycle(item) => {
            text("Mục {item} phụ thuộc vòng tròn", "Item {item} depends on itself").replace("{item}", item)
        }
    }
}
