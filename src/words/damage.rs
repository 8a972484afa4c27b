//! Signs that a text was damaged on its way: letters that a save turned into question marks, text that was read in the
//! wrong encoding, control characters.

use std::borrow::Cow;

/// A text without control characters. The hyphen that Word does not break at (U+001E) is a hyphen; what ends a line or a
/// page is a line's end.
pub fn without_controls(text: &str) -> Cow<'_, str> {
    if !text.contains(|letter: char| letter.is_control() && !matches!(letter, '\n' | '\t')) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter_map(|letter| match letter {
        '\u{1e}' => Some('-'),
        '\u{b}' | '\u{c}' | '\u{85}' => Some('\n'),
        '\n' | '\t' => Some(letter),
        _ if letter.is_control() => None,
        _ => Some(letter),
    });
    Cow::Owned(kept.collect())
}

/// Whether letters of a text were lost in saving: a question mark within a word ("vi?c", "Đ?t"), which is what programs
/// write for letters that an encoding has not, or the mark that stands for unreadable bytes.
pub fn letters_lost(text: &str) -> bool {
    if text.contains('\u{fffd}') {
        return true;
    }
    // Addresses have question marks of their own.
    if !text.contains('?') || text.contains("://") {
        return false;
    }
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        if letter == '?' && (before.is_alphabetic() || before == '?') && next.is_alphabetic() {
            return true;
        }
        before = letter;
    }
    false
}

/// Whether UTF-8 seems to have been read as a western encoding: "MÃ£ há»“ sÆ¡". Three such letters at least, since one may
/// be meant.
pub fn is_garbled(text: &str) -> bool {
    let mut found = 0;
    let mut before = ' ';
    for letter in text.chars() {
        let is_garble = match before {
            'á' => matches!(letter, 'º' | '»'),
            'Ã' => ('\u{80}'..='\u{bf}').contains(&letter),
            'Ä' | 'Æ' => ('\u{80}'..='\u{bf}').contains(&letter) || "‘’“”™œŸ€ƒ‚„†‡".contains(letter),
            _ => false,
        };
        found += usize::from(is_garble);
        before = letter;
    }
    found >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_mark_within_a_word_is_a_lost_letter() {
        for text in ["Th?i h?n gi?i quy?t", "Đ?t đai", "vi?c", "ng\u{fffd}y", "l??ng"] {
            assert!(letters_lost(text), "{text}");
        }
        for text in ["Có không?", "?", "Đã xong chưa? Chưa", "a ? b", "https://vd.vn/x?a=b", "", "Ngày nhận"] {
            assert!(!letters_lost(text), "{text}");
        }
    }

    #[test]
    fn text_read_in_the_wrong_encoding_is_noticed() {
        assert!(is_garbled("MÃ£ há»“ sÆ¡;NgÃ y nháº\u{ad}n"));
        for text in ["Mã hồ sơ", "ÁÀÂÃ", "cá – tôm", "Ngày nhận; lĩnh vực"] {
            assert!(!is_garbled(text), "{text}");
        }
    }
}
