//! Which rows of a table are sums and which head a section, by what stands in them: the one list of these words.

use super::fold::fold;

/// Names of a sum, folded, without marks around them.
const TOTALS: [&str; 22] = [
    "tong",
    "tong cong",
    "tong so",
    "cong",
    "tong cong so",
    "tong so ho so",
    "tong cong so ho so",
    "tong cong ho so",
    "toan tinh",
    "toan huyen",
    "toan thanh pho",
    "toan xa",
    "ca tinh",
    "ca huyen",
    "ca xa",
    "tong toan tinh",
    "tong toan huyen",
    "tong cong toan tinh",
    "tong cong toan huyen",
    "total",
    "grand total",
    "sum",
];

/// Whether a name is that of a sum: "Tổng cộng", "Cộng:", "Tổng (I+II)", "Tổng cộng: 20 xã". "Tổng công ty" is none, nor
/// is "Tổng số hồ sơ đã tiếp nhận", which counts something.
pub fn is_total(name: &str) -> bool {
    let said = fold(name).replace('_', " ");
    let said = said.trim_matches(|letter: char| !letter.is_alphanumeric());
    if TOTALS.contains(&said) {
        return true;
    }
    ["tong cong", "tong so", "tong", "cong"].iter().any(|word| {
        let rest = said.strip_prefix(word).unwrap_or_default();
        // A number, a bracket or a colon follows, as after no other name.
        let rest = rest.trim_start();
        rest.starts_with([':', '(', '=', '[']) || (rest.starts_with(|next: char| next.is_ascii_digit()))
    })
}

/// Whether a sum is that of a whole table by its name: "Tổng cộng", "Toàn tỉnh"; "Cộng" alone closes a section.
pub fn is_grand_total(name: &str) -> bool {
    let said = fold(name);
    ["tong cong", "tong so", "toan ", "ca ", "tong toan"].iter().any(|start| said.starts_with(start))
}

/// Whether a printed number is that of a section: `I`, `IV.`, `A`.
pub fn is_section_number(number: &str) -> bool {
    let number = number.trim().trim_end_matches(['.', ')']);
    let roman = !number.is_empty() && number.len() <= 6 && number.bytes().all(|letter| b"IVXLC".contains(&letter));
    roman || (number.len() == 1 && number.bytes().all(|letter| letter.is_ascii_uppercase()))
}

/// The number and the name of a line that heads a section: `IV. Các xã vùng III`; none where the line is none.
pub fn section_line(line: &str) -> Option<(&str, &str)> {
    let (number, rest) = line.trim().split_once(['.', ')', ':', '-', '–', '\t'])?;
    (is_section_number(number) && rest.contains(char::is_alphabetic) && rest.starts_with([' ', '\t', '\u{a0}']))
        .then(|| (number.trim(), rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_known_by_its_name() {
        for name in [
            "Tổng cộng",
            "TỔNG CỘNG:",
            "Cộng",
            "Cộng:",
            "Tổng số",
            "Tổng (I+II)",
            "Tổng cộng (A + B)",
            "Tổng cộng: 20 xã",
            "Tổng cộng 20 xã",
            "Tổng số hồ sơ",
            "Toàn tỉnh",
            "tong_cong",
            "Total",
        ] {
            assert!(is_total(name), "{name}");
        }
        for name in [
            "Tổng công ty Điện lực",
            "Công an xã Ia Rmok",
            "Tổng số hồ sơ đã tiếp nhận",
            "Tổng cục Thuế",
            "Cộng Hòa",
            "UBND xã Ia Rmok",
            "Toàn Thắng",
            "",
        ] {
            assert!(!is_total(name), "{name}");
        }
    }

    #[test]
    fn a_section_is_known_by_its_number() {
        for number in ["I", "IV.", "XII", "A", "B)"] {
            assert!(is_section_number(number), "{number}");
        }
        for number in ["1", "i", "AB", "", "IIIIIII", "H01"] {
            assert!(!is_section_number(number), "{number}");
        }
        assert_eq!(section_line("IV. Các xã vùng III"), Some(("IV", "Các xã vùng III")));
        for line in ["UBND xã A", "I.", "V.I. Lê-nin", "1. UBND xã A"] {
            assert_eq!(section_line(line), None, "{line}");
        }
    }
}
