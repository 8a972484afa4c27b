//! A warning before a citizen's identity or telephone number, or a name with one, is kept (Luật 91/2025/QH15 on
//! personal data; `so-giam-sat` keeps dossier codes, not people). It warns and never refuses: codes, decision numbers,
//! dates and sums of money must pass in peace, and a name alone is told from a place name by nobody.

/// What a text seems to hold about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Personal {
    /// A number of 12 digits as on a citizen card (CCCD: 001 to 096 first), or of 9 as on the older card (CMND).
    CitizenId,
    /// A telephone number: 10 digits from 02 to 09, or +84 and 9 digits.
    Phone,
    /// A name beside one of these numbers.
    NameWithNumber,
}

/// What the text seems to hold about a person, the name first.
pub fn looks_personal(text: &str) -> Option<Personal> {
    let number = numbers(text)?;
    Some(if holds_name(text) { Personal::NameWithNumber } else { number })
}

/// Labels that stand right before a number without a blank, in plain letters.
const LABELS: [&str; 8] = ["cccd", "cmnd", "cmt", "sđt", "sdt", "đt", "dt", "tel"];

/// The first identity or telephone number. Words are cut at blanks and the marks that list things; a word with a
/// letter or a slash in it is a code, a decision number or a date.
fn numbers(text: &str) -> Option<Personal> {
    text.split(|letter: char| ",;:()[]=\"'".contains(letter)).find_map(|phrase| {
        let mut groups: Vec<String> = Vec::new();
        phrase.split_whitespace().find_map(|word| {
            let word = without_label(word.trim_end_matches(['.', '-']));
            let Some(digits) = digits_of(word) else {
                groups.clear();
                return None;
            };
            // Nine digits count only in one piece: in groups they are a sum of money.
            if digits.len() == word.len() && digits.len() == 9 {
                return Some(Personal::CitizenId);
            }
            if digits.len() < 3 {
                groups.clear();
                return None;
            }
            groups.push(digits);
            if groups.len() > MOST_GROUPS {
                groups.remove(0);
            }
            (0..groups.len()).find_map(|from| {
                let number: String = groups.iter().skip(from).map(String::as_str).collect();
                if is_phone(&number) {
                    Some(Personal::Phone)
                } else {
                    is_citizen_id(&number).then_some(Personal::CitizenId)
                }
            })
        })
    })
}

/// Into how many groups of three digits or more people write a number, such as 066 090 001 234.
const MOST_GROUPS: usize = 4;

fn without_label(word: &str) -> &str {
    let start = word.find(|letter: char| !letter.is_alphabetic()).unwrap_or(word.len());
    let (label, rest) = word.split_at(start);
    if LABELS.contains(&label.to_lowercase().as_str()) { rest } else { word }
}

/// The digits of a word of digits, dots and dashes, with a plus where it begins with one.
fn digits_of(word: &str) -> Option<String> {
    let tail = word.strip_prefix('+').unwrap_or(word);
    let fits = tail.starts_with(|letter: char| letter.is_ascii_digit())
        && tail.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-'));
    fits.then(|| word.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect())
}

fn is_citizen_id(digits: &str) -> bool {
    let province = digits.get(..3).and_then(|province| province.parse::<u8>().ok());
    digits.len() == 12 && province.is_some_and(|province| (1..=96).contains(&province))
}

fn is_phone(digits: &str) -> bool {
    if let Some(tail) = digits.strip_prefix("+84") {
        return tail.len() == 9 && !tail.starts_with('0');
    }
    digits.len() == 10 && digits.starts_with('0') && !digits.starts_with("00") && !digits.starts_with("01")
}

/// The family names that most people in the Central Highlands and beyond carry, and the first words of Ê Đê, Gia Rai
/// and Ba Na names.
const FAMILY_NAMES: [&str; 46] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "đinh", "đoàn", "trịnh", "trương", "lâm", "mai", "cao", "hà", "tô", "tạ", "thái", "châu", "nông", "triệu",
    "ksor", "kpă", "kpa", "siu", "nay", "rơ", "rah", "rcom", "rmah", "niê", "mlô", "ayun", "byă", "êban", "y", "h'",
];

/// Whether two words in a row look like the beginning of a name: a family name and another, both with a capital.
fn holds_name(text: &str) -> bool {
    let mut family = false;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|letter: char| !letter.is_alphabetic() && letter != '\'');
        let capital = bare.chars().next().is_some_and(char::is_uppercase);
        if family && capital {
            return true;
        }
        let whole = word.ends_with(|letter: char| letter.is_alphabetic() || letter == '\'');
        family = capital && whole && FAMILY_NAMES.contains(&bare.to_lowercase().as_str());
    }
    false
}

#[cfg(test)]
mod tests;
