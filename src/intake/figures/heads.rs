//! Headings of figures in words: folded, short forms written out, and how well one says the other.

use std::collections::BTreeSet;

use crate::words::fold::fold;

/// What stands at the head of STT.
const NUMBERS: [&str; 6] = ["stt", "tt", "so tt", "so thu tu", "no", "#"];

/// What stands at the head of the names of rows, beside what the form says.
const NAMES: [&str; 24] = [
    "linh vuc",
    "linh vuc giai quyet",
    "linh vuc cong viec giai quyet theo cap",
    "don vi",
    "ten don vi",
    "co quan",
    "ten co quan",
    "co quan don vi",
    "ten co quan don vi",
    "xa thi tran",
    "xa phuong",
    "xa phuong thi tran",
    "xa phuong dac khu",
    "dia phuong",
    "noi dung",
    "chi tieu",
    "ten chi tieu",
    "ten",
    "indicator",
    "unit",
    "field",
    "body",
    "name",
    "dien giai",
];

/// Words that reports shorten, and words that say the same, with the spaces that bound them.
const SAME: [(&str, &str); 9] = [
    (" thu tuc hanh chinh ", " tthc "),
    (" hs ", " ho so "),
    (" gq ", " giai quyet "),
    (" sl ", " so luong "),
    (" tl ", " ty le "),
    (" ti le ", " ty le "),
    (" tre han ", " qua han "),
    (" tong cong ", " tong so "),
    (" so luong ", " so "),
];

/// A heading of several levels in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its levels from the uppermost, in words.
    levels: Vec<String>,
    /// The same without what stands in brackets.
    bare: Vec<String>,
    /// Its words.
    words: BTreeSet<String>,
    /// Its lowest level as it stands, for keys.
    raw: String,
}

impl Head {
    /// A heading from its levels, the uppermost first.
    pub fn new<'p>(levels: impl IntoIterator<Item = &'p str>) -> Self {
        let all: Vec<&str> = levels.into_iter().collect();
        let raw = all.last().map(|leaf| leaf.trim().to_owned()).unwrap_or_default();
        let said = |read: fn(&str) -> String| -> Vec<String> {
            all.iter().map(|level| read(level)).filter(|level| !level.is_empty()).collect()
        };
        let levels = said(plain);
        let has_brackets = all.iter().any(|level| level.contains(['(', ')', '[', ']']));
        let bare = if has_brackets { said(bare) } else { levels.clone() };
        let words = levels.iter().flat_map(|level| level.split(' ')).map(str::to_owned).collect();
        Self { bare, words, raw, levels }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// Its lowest level as it stands.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// Whether it heads STT.
    pub fn is_number(&self) -> bool {
        self.levels.last().is_some_and(|leaf| NUMBERS.contains(&leaf.as_str())) || self.raw == "#"
    }

    /// Whether it heads the names of rows, by the form's own words for them or by others.
    pub fn is_name(&self, row_heading: &[Self]) -> bool {
        let whole = self.levels.join(" ");
        NAMES.contains(&whole.as_str()) || row_heading.iter().any(|own| !own.is_empty() && own.levels == self.levels)
    }

    /// Whether it is this one word or phrase.
    pub fn says(&self, phrase: &str) -> bool {
        matches!(self.levels.as_slice(), [level] if level == phrase)
    }

    /// How well this heading of a source says what `form` heads, 0 to 100.
    pub fn score(&self, form: &Self) -> u32 {
        let (Some((leaf, over)), Some((form_leaf, form_over))) = (self.levels.split_last(), form.levels.split_last())
        else {
            return 0;
        };
        if self.levels == form.levels || self.levels.join(" ") == form.levels.join(" ") {
            return 100;
        }
        if !self.bare.is_empty() && self.bare == form.bare {
            return 92;
        }
        if over.is_empty() && leaf == form_leaf {
            return 80;
        }
        if !over.is_empty() && stands_under(over, form_over) {
            if leaf == form_leaf {
                return 88;
            }
            if begins(leaf, form_leaf) {
                return 70;
            }
        }
        let both = self.words.intersection(&form.words).count();
        let all = self.words.union(&form.words).count().max(1);
        // Three words of five say it: fewer could say another column as well.
        if both * 5 >= all * 3 { 40 + u32::try_from(both * 25 / all).unwrap_or(0) } else { 0 }
    }
}

/// Whether the levels above a heading can be those of the form: each is one of them, whole or cut, in order. One at the
/// top may stand over the whole table.
fn stands_under(over: &[String], form: &[String]) -> bool {
    let mut left = form;
    let mut found = 0;
    for (place, level) in over.iter().enumerate() {
        match left.iter().position(|form| form == level || begins(form, level) || holds(form, level)) {
            Some(at) => {
                left = left.get(at + 1..).unwrap_or_default();
                found += 1;
            }
            None if place == 0 => {}
            None => return false,
        }
    }
    found > 0 || form.is_empty()
}

/// Whether one of two phrases begins with the other, which has two words at least.
fn begins(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    short.contains(' ') && long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// Whether one of two phrases holds the other, which has two words at least.
fn holds(one: &str, other: &str) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    short.contains(' ') && format!(" {long} ").contains(&format!(" {short} "))
}

/// Words of a heading: folded, without marks, without brackets that hold no word, short forms written out.
pub fn plain(heading: &str) -> String {
    let mut text = String::new();
    let mut rest = heading;
    while let Some(open) = rest.find(['(', '[']) {
        let (before, inside) = rest.split_at(open);
        text.push_str(before);
        let end = inside.find([')', ']']).map_or(inside.len(), |end| end + 1);
        let (bracket, after) = inside.split_at(end);
        if bracket.contains(char::is_alphabetic) {
            text.push_str(bracket);
        }
        rest = after;
    }
    text.push_str(rest);
    phrase(&text)
}

/// The same without any brackets.
fn bare(heading: &str) -> String {
    let mut depth = 0_u32;
    let outside = |letter: &char| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    };
    phrase(&heading.chars().filter(outside).collect::<String>())
}

fn phrase(text: &str) -> String {
    let marks = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
    let folded: String = fold(text).chars().map(marks).collect();
    let mut said = format!(" {} ", folded.split_whitespace().collect::<Vec<_>>().join(" "));
    for (short, long) in SAME {
        if said.contains(short) {
            said = said.replace(short, long);
        }
    }
    let said = said.trim();
    if matches!(said, "tong" | "cong") { "tong so".to_owned() } else { said.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_whole_cut_or_shortened() {
        let form = Head::new(["Số lượng hồ sơ đang giải quyết", "Quá hạn"]);
        let resolved = Head::new(["Số lượng hồ sơ đã giải quyết", "Quá hạn"]);
        for levels in [
            vec!["Số lượng hồ sơ đang giải quyết", "Quá hạn"],
            vec!["Số lượng hồ sơ đang giải", "Quá hạn"],
            vec!["SL HS đang GQ", "Quá hạn (13)"],
            vec!["Kết quả", "Hồ sơ đang giải quyết", "Trễ hạn"],
            vec!["Hồ sơ đang giải quyết quá hạn"],
        ] {
            let head = Head::new(levels.iter().copied());
            assert!(head.score(&form) > head.score(&resolved), "{levels:?}");
        }
        let unclear = Head::new(["Quá hạn"]);
        assert_eq!(unclear.score(&form), unclear.score(&resolved));
    }

    #[test]
    fn brackets_tell_headings_apart_only_with_words() {
        assert_eq!(plain("Tổng số (3)=(4)+(5)+(6)"), "tong so");
        assert_eq!(plain("Tỷ lệ (%)"), "ty le");
        let paper = Head::new(["Kết quả giải quyết (trên giấy)", "Năm 2021"]);
        let portal = Head::new(["Kết quả giải quyết (trên cổng)", "Năm 2021"]);
        assert_eq!(paper.score(&paper), 100);
        assert!(paper.score(&portal) < 100);
    }

    #[test]
    fn other_words_are_no_heading_of_the_form() {
        let form = Head::new(["Số lượng hồ sơ tiếp nhận", "Tổng số"]);
        for levels in [vec!["Họ và tên"], vec!["Địa chỉ"], vec!["Ghi chú"], vec!["126.378"], vec![""]] {
            assert_eq!(Head::new(levels.iter().copied()).score(&form), 0, "{levels:?}");
        }
    }
}
