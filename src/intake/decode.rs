//! Bytes as text: UTF-8, UTF-16 and Windows-1258, composed (NFC); everything else is refused by name.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::words::damage::is_garbled;

use super::protocol::{Encoding, MAX_BYTES, OpenError};

#[cfg(test)]
mod tests;

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// Its text, composed, without a byte order mark.
    pub text: String,
    /// How it was written down.
    pub encoding: Encoding,
    /// Whether nothing in the file names the encoding, and other bytes would have been another text.
    pub guessed: bool,
}

/// How a workbook is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed {
    /// A ZIP archive: `.xlsx`, `.ods`, but also text documents.
    Zip,
    /// A compound file: `.xls`, and workbooks locked with a password.
    Compound,
}

/// How a file is packed, by its first bytes; none for text.
pub fn packed(bytes: &[u8]) -> Option<Packed> {
    if bytes.starts_with(b"PK\x03\x04") {
        Some(Packed::Zip)
    } else {
        bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]).then_some(Packed::Compound)
    }
}

/// A file as text, or why it is none.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, OpenError> {
    if bytes.len() > MAX_BYTES {
        return Err(OpenError::TooLarge { bytes: bytes.len() });
    }
    if bytes.starts_with(b"%PDF-") {
        return Err(OpenError::Pdf);
    }
    let (text, encoding, guessed) = letters(bytes)?;
    // A few control characters come from Word or DOS and are taken out cell by cell; many are no text.
    let controls = text.chars().filter(|letter| letter.is_control() && !is_layout(*letter)).count();
    if controls > text.len() / CONTROLS_IN {
        return Err(OpenError::NotText);
    }
    if text.trim().is_empty() {
        return Err(OpenError::Empty);
    }
    check_text(&text)?;
    let text = composed(&text).into_owned();
    Ok(Decoded { text, encoding, guessed })
}

/// A text in its composed form.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Refuses a web page, and letters of the old fonts.
pub(super) fn check_text(text: &str) -> Result<(), OpenError> {
    let head: String = text.trim_start().chars().take(1_000).collect::<String>().to_ascii_lowercase();
    if head.starts_with('<') && ["<html", "<!doctype html", "<table"].iter().any(|mark| head.contains(mark)) {
        return Err(OpenError::WebPage);
    }
    if is_garbled(text) {
        return Err(OpenError::Garbled);
    }
    old_font(text).map_or(Ok(()), Err)
}

fn letters(bytes: &[u8]) -> Result<(String, Encoding, bool), OpenError> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        let text = std::str::from_utf8(rest).map_err(|_place| OpenError::UnknownEncoding)?;
        return Ok((text.to_owned(), Encoding::Utf8, false));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok((utf16(rest, u16::from_le_bytes)?, Encoding::Utf16Le, false));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok((utf16(rest, u16::from_be_bytes)?, Encoding::Utf16Be, false));
    }
    match utf16_order(bytes) {
        Some(Encoding::Utf16Be) => return Ok((utf16(bytes, u16::from_be_bytes)?, Encoding::Utf16Be, true)),
        Some(_) => return Ok((utf16(bytes, u16::from_le_bytes)?, Encoding::Utf16Le, true)),
        None => {}
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8, false)),
        Err(_) if bytes.contains(&0) => Err(OpenError::NotText),
        Err(_) => windows_1258(bytes).map(|text| (text, Encoding::Windows1258, true)),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, OpenError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(OpenError::NotText);
    }
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .collect::<Result<String, _>>()
        .map_err(|_surrogate| OpenError::NotText)
}

/// The order of bytes of UTF-16 without a mark: the greater byte of Latin letters, digits and marks is zero, the lesser
/// hardly ever.
fn utf16_order(bytes: &[u8]) -> Option<Encoding> {
    let (pairs, _) = bytes.get(..4_096).unwrap_or(bytes).as_chunks::<2>();
    let first = pairs.iter().filter(|pair| pair[0] == 0).count();
    let second = pairs.iter().filter(|pair| pair[1] == 0).count();
    let mostly = |zeros: usize, others: usize| zeros * 4 >= pairs.len() && others * 50 <= zeros && zeros > 0;
    if mostly(second, first) { Some(Encoding::Utf16Le) } else { mostly(first, second).then_some(Encoding::Utf16Be) }
}

/// A text has at most one control character in so many bytes.
const CONTROLS_IN: usize = 20;

fn is_layout(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}')
}

/// Windows-1258 from 0x80 on; a zero where the code page has no letter. Tones are marks of their own after the vowel.
/// Table: the WHATWG index windows-1258, which a test holds it against.
const WINDOWS_1258: [char; 128] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', '\0', '‹', 'Œ', '\0', '\0', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', '\0', '›', 'œ', '\0', '\0', 'Ÿ', '\u{a0}', '¡', '¢', '£', '¤', '¥', '¦', '§', '¨', '©', 'ª',
    '«', '¬', '\u{ad}', '®', '¯', '°', '±', '²', '³', '´', 'µ', '¶', '·', '¸', '¹', 'º', '»', '¼', '½', '¾', '¿', 'À',
    'Á', 'Â', 'Ă', 'Ä', 'Å', 'Æ', 'Ç', 'È', 'É', 'Ê', 'Ë', '\u{300}', 'Í', 'Î', 'Ï', 'Đ', 'Ñ', '\u{309}', 'Ó', 'Ô',
    'Ơ', 'Ö', '×', 'Ø', 'Ù', 'Ú', 'Û', 'Ü', 'Ư', '\u{303}', 'ß', 'à', 'á', 'â', 'ă', 'ä', 'å', 'æ', 'ç', 'è', 'é', 'ê',
    'ë', '\u{301}', 'í', 'î', 'ï', 'đ', 'ñ', '\u{323}', 'ó', 'ô', 'ơ', 'ö', '÷', 'ø', 'ù', 'ú', 'û', 'ü', 'ư', '₫',
    'ÿ',
];

/// Text in Windows-1258, if it reads as Vietnamese; else which old font it seems to be made for.
fn windows_1258(bytes: &[u8]) -> Result<String, OpenError> {
    let latin: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    if let Some(font) = old_font(&latin) {
        return Err(font);
    }
    let letter = |byte: &u8| {
        let place = usize::from(*byte).checked_sub(0x80);
        place.map_or(char::from(*byte), |place| WINDOWS_1258.get(place).copied().unwrap_or('\0'))
    };
    let text: String = bytes.iter().map(letter).collect();
    if text.contains('\0') {
        return Err(OpenError::UnknownEncoding);
    }
    let text: String = text.nfc().collect();
    let mut foreign = 0_usize;
    let mut vietnamese = 0_usize;
    for letter in text.chars().filter(|letter| !letter.is_ascii()) {
        if is_vietnamese(letter) {
            vietnamese += 1;
        } else if !is_sign(letter) {
            // A tone that found no vowel is among these.
            foreign += 1;
        }
    }
    if vietnamese > 0 && foreign * 10 <= vietnamese { Ok(text) } else { Err(OpenError::UnknownEncoding) }
}

fn is_vietnamese(letter: char) -> bool {
    is_only_vietnamese(letter) || "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĩĨũŨ".contains(letter)
}

/// Letters that Vietnamese has and the languages of western Europe have not.
fn is_only_vietnamese(letter: char) -> bool {
    ('\u{1ea0}'..='\u{1ef9}').contains(&letter) || matches!(letter, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư')
}

/// Signs that any text may hold.
fn is_sign(letter: char) -> bool {
    "–—‘’“”„…•€₫°²³±×§\u{a0}«»".contains(letter)
}

/// Which old font a text was made for, if it is one: its letters are those of Latin-1 in places where no Unicode text
/// has them.
fn old_font(text: &str) -> Option<OpenError> {
    let (mut tcvn3, mut vni, mut unicode) = (0_usize, 0_usize, 0_usize);
    let mut before = ' ';
    for letter in text.chars() {
        // TCVN3 keeps ă â ê ô ơ ư đ and the tones of a and ă where Latin-1 has signs: "Ngµy nhËn hå s¬".
        let sign =
            |letter: char| ('\u{a1}'..='\u{be}').contains(&letter) && "¡¢£¤¥¦§¨©ª«¬\u{ad}®µ¶·¸¹»¼½¾".contains(letter);
        if (sign(letter) && before.is_ascii_alphabetic()) || (letter.is_ascii_alphabetic() && sign(before)) {
            tcvn3 += 1;
        }
        // VNI writes the mark after the vowel as a letter of its own: "Ngaøy nhaän hoà sô".
        let mark = |letter: char| ('Ä'..='ü').contains(&letter) && "øûïåäëüØÛÏÅÄËÜ".contains(letter);
        if mark(letter) && "aeiouyAEIOUY".contains(before) {
            vni += 1;
        }
        if is_only_vietnamese(letter) {
            unicode += 1;
        }
        before = letter;
    }
    if tcvn3 >= 3 && tcvn3 > unicode {
        Some(OpenError::OldFontTcvn3)
    } else {
        (vni >= 3 && vni > unicode).then_some(OpenError::OldFontVni)
    }
}
